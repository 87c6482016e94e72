/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-row.h"

G_BEGIN_DECLS

typedef struct _FoiTableGrid FoiTableGrid;
typedef struct _FoiGridColumn FoiGridColumn;

#define FOI_TYPE_TABLE_CELL (foi_table_cell_get_type ())

/**
 * FoiTableCell:
 *
 * One cell of a table: a label, and while it is edited an entry in its place. Property "row" is
 * bound to the item of the list item; the cell listens to whichever row that is.
 */
G_DECLARE_FINAL_TYPE (FoiTableCell, foi_table_cell, FOI, TABLE_CELL, GtkWidget)

FoiTableCell  *foi_table_cell_new (FoiTableGrid *grid, FoiGridColumn *column, GtkListItem *item);
FoiRow        *foi_table_cell_get_row (FoiTableCell *self);
FoiGridColumn *foi_table_cell_get_column (FoiTableCell *self);
guint          foi_table_cell_get_position (FoiTableCell *self);
char          *foi_table_cell_dup_tooltip (FoiTableCell *self);
const char    *foi_table_cell_get_text (FoiTableCell *self);
void           foi_table_cell_update (FoiTableCell *self);
void           foi_table_cell_update_block (FoiTableCell *self);
void           foi_table_cell_update_width (FoiTableCell *self);
void           foi_table_cell_set_entry (FoiTableCell *self, GtkWidget *entry);

G_END_DECLS
