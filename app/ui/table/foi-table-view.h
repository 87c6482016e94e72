/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_TABLE_VIEW (foi_table_view_get_type ())

/**
 * FoiTableView:
 *
 * The card of one table: its title, what can be done with it, its rows and columns.
 */
G_DECLARE_FINAL_TYPE (FoiTableView, foi_table_view, FOI, TABLE_VIEW, GtkBox)

GtkWidget *foi_table_view_new (FoiDocument *document, const char *table_name);

G_END_DECLS
