/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_HOLIDAYS_PAGE (foi_holidays_page_get_type ())

/**
 * FoiHolidaysPage:
 *
 * The bank holidays by which days are counted, and the taking in of a newer list.
 */
G_DECLARE_FINAL_TYPE (FoiHolidaysPage, foi_holidays_page, FOI, HOLIDAYS_PAGE, GtkWidget)

GtkWidget *foi_holidays_page_new (FoiDocument *document);
void       foi_holidays_page_import (FoiHolidaysPage *self, const char *path);

G_END_DECLS
