/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-row.h"
#include "foi-table-data.h"

G_BEGIN_DECLS

#define FOI_TYPE_TABLE (foi_table_get_type ())

/**
 * FoiTable:
 *
 * A table of the open case: a #GListModel of #FoiRow that shows its current #FoiTableData.
 * Only the editor gives it another (foi_table_set_data()). Properties: name, title, data (all
 * notify). Signal "columns-changed": columns came, went, moved, or one of them was altered.
 * items-changed says insertions and removals only; an edited cell is said by its #FoiRow.
 */
G_DECLARE_FINAL_TYPE (FoiTable, foi_table, FOI, TABLE, GObject)

FoiTable     *foi_table_new (FoiTableData *data);
FoiTableData *foi_table_get_data (FoiTable *self);
void          foi_table_set_data (FoiTable *self, FoiTableData *data);
const char   *foi_table_get_name (FoiTable *self);
const char   *foi_table_get_title (FoiTable *self);
guint         foi_table_get_n_columns (FoiTable *self);
FoiColumn    *foi_table_get_column (FoiTable *self, guint index);
int           foi_table_find_column (FoiTable *self, const char *name);
gboolean      foi_table_find_row (FoiTable *self, guint64 row_id, guint *position);

FoiPublication *foi_publication_new (FoiTableData *data);
FoiPublication *foi_publication_new_masked (FoiTableData *data, GHashTable *mask);
gpointer        foi_publication_mask_key (FoiTableData *data, guint row, guint column);

G_END_DECLS
