/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_TABLE_PAGE (foi_table_page_get_type ())

/**
 * FoiTablePage:
 *
 * A table that belongs to no question, with its chart, and the way to give it to one.
 */
G_DECLARE_FINAL_TYPE (FoiTablePage, foi_table_page, FOI, TABLE_PAGE, GtkWidget)

GtkWidget *foi_table_page_new (FoiDocument *document);
void       foi_table_page_set_table (FoiTablePage *self, const char *table);

G_END_DECLS
