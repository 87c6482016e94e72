/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-grid.h"

G_BEGIN_DECLS

#define FOI_TYPE_COLUMN_MENU (foi_column_menu_get_type ())

/**
 * FoiColumnMenu:
 *
 * What can be said of a column, and done with it: a form below its heading. Each change is one
 * command, made at once.
 */
G_DECLARE_FINAL_TYPE (FoiColumnMenu, foi_column_menu, FOI, COLUMN_MENU, GtkPopover)

GtkWidget *foi_column_menu_new (FoiDocument *document, FoiTableGrid *grid, const char *column);

G_END_DECLS
