/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_CLOSING_PAGE (foi_closing_page_get_type ())

/**
 * FoiClosingPage:
 *
 * The letter around the answers: its date, what it alone says, and the paragraphs that stand before
 * and after the questions, each to be reworded, left out or restored in this letter. It follows the
 * letter that answers the request until it is given another one.
 */
G_DECLARE_FINAL_TYPE (FoiClosingPage, foi_closing_page, FOI, CLOSING_PAGE, GtkWidget)

GtkWidget *foi_closing_page_new (FoiDocument *document);
void       foi_closing_page_set_letter (FoiClosingPage *self, const char *letter);
GtkWidget *foi_closing_page_find_particular (FoiClosingPage *self, const char *name);
GtkWidget *foi_closing_page_find_row (FoiClosingPage *self, const char *paragraph);

G_END_DECLS
