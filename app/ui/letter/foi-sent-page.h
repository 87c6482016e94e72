/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_SENT_PAGE (foi_sent_page_get_type ())

/**
 * FoiSentPage:
 *
 * What is known of a letter that was issued, in the place where the others are written: nothing of
 * it can be typed over any more.
 */
G_DECLARE_FINAL_TYPE (FoiSentPage, foi_sent_page, FOI, SENT_PAGE, GtkWidget)

GtkWidget *foi_sent_page_new (FoiDocument *document);
void       foi_sent_page_set_letter (FoiSentPage *self, const char *letter);

G_END_DECLS
