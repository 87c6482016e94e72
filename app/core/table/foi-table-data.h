/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-column.h"
#include "foi-publication.h"
#include "foi-row-store.h"

G_BEGIN_DECLS

/* The field of generated row ids that a table without a key of its own has; never printed. */
#define FOI_ROW_FIELD "foi:row"

#define FOI_TYPE_TABLE_DATA (foi_table_data_get_type ())

/**
 * FoiTableData:
 *
 * A table as one value: its resource (the JSON of the file without data and fields), its columns
 * with those left out of the letter, its rows. Immutable, reference counted, thread-safe; the
 * functions named "with" return a new one that shares the rest.
 */
typedef struct _FoiTableData FoiTableData;

GType         foi_table_data_get_type (void);
FoiTableData *foi_table_data_new (JsonNode *resource, GPtrArray *columns, FoiRowStore *rows,
                                  guint64 next_row_id);
FoiTableData *foi_table_data_ref (FoiTableData *self);
void          foi_table_data_unref (FoiTableData *self);
const char   *foi_table_data_get_name (FoiTableData *self);
const char   *foi_table_data_get_title (FoiTableData *self);
JsonNode     *foi_table_data_get_resource (FoiTableData *self);
FoiRowStore  *foi_table_data_get_rows (FoiTableData *self);
guint64       foi_table_data_get_next_row_id (FoiTableData *self);
guint         foi_table_data_get_n_columns (FoiTableData *self);
FoiColumn    *foi_table_data_get_column (FoiTableData *self, guint index);
int           foi_table_data_find_column (FoiTableData *self, const char *name);
GPtrArray    *foi_table_data_get_columns (FoiTableData *self);
gboolean      foi_table_data_is_key (FoiTableData *self, guint column);
guint         foi_table_data_get_n_keys (FoiTableData *self);
guint         foi_table_data_get_key (FoiTableData *self, guint index);
const FoiCell *foi_table_data_get_cell (FoiTableData *self, guint position, guint column);
gboolean      foi_table_data_is_shared (FoiTableData *self);
guint64       foi_table_data_get_stamp (FoiTableData *self);
FoiTableData *foi_table_data_with_resource (FoiTableData *self, JsonNode *resource);
FoiTableData *foi_table_data_with_rows (FoiTableData *self, FoiRowStore *rows, guint64 next_row_id);
FoiTableData *foi_table_data_with_columns (FoiTableData *self, GPtrArray *columns,
                                           FoiRowStore *rows);

/* The key of a row in the file: {"year": "2016/17"}; NULL where a key cell has no value. */
JsonNode     *foi_table_data_dup_row_key (FoiTableData *self, guint position);
/* The same, or what names the row until it has a key: {"foi:row": 7}. */
JsonNode     *foi_table_data_dup_row_address (FoiTableData *self, guint position);
JsonNode     *foi_table_data_dup_row_number (guint64 number);
gboolean      foi_table_data_find_row (FoiTableData *self, JsonNode *key, guint *position);
gboolean      foi_table_data_find_next_row (FoiTableData *self, guint *position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiTableData, foi_table_data_unref)

G_END_DECLS
