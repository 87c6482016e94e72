/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-generated-key.h"

#include "foi-json-edit.h"

/**
 * foi_generated_key_add:
 * @columns: (element-type FoiColumn): a table's columns; one is added at the end
 * @rows: its rows
 *
 * Returns: (transfer full): the rows with a generated id each in that column.
 */
FoiRowStore *
foi_generated_key_add (GPtrArray *columns, FoiRowStore *rows)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < foi_row_store_get_length (rows); i++)
    {
      const FoiRecord *old = foi_row_store_get (rows, i);
      FoiRecord *record = foi_record_new (old->id, columns->len + 1);
      g_autofree char *id = g_strdup_printf ("r%" G_GUINT64_FORMAT, old->id);

      for (guint j = 0; j < columns->len; j++)
        record->cells[j] = foi_cell_copy (&old->cells[j]);
      record->cells[columns->len] = foi_cell_text (id);
      g_ptr_array_add (records, record);
    }
  g_ptr_array_add (columns, foi_column_new (FOI_ROW_FIELD, NULL, FOI_VALUE_TEXT));
  return foi_row_store_new_take (records);
}

/* The resource with a schema that names the generated column as the key. */
static JsonNode *
with_key (JsonNode *resource)
{
  static const char *const names[] = { FOI_ROW_FIELD, NULL };
  g_autoptr (JsonNode) key = foi_json_new_strings (names);
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  JsonNode *schema = foi_json_get_member (resource, "schema");
  g_autoptr (JsonNode) keyed = foi_json_set_member (schema != NULL ? schema : empty, "primaryKey",
                                                    key, NULL);

  return foi_json_set_member (resource, "schema", keyed, NULL);
}

/**
 * foi_generated_key_ensure:
 * @data: a table
 *
 * Returns: (transfer full): @data itself if columns of it name its rows; else it with a column that
 *   does, so that something can be said of one row.
 */
FoiTableData *
foi_generated_key_ensure (FoiTableData *data)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (JsonNode) resource = NULL;
  g_autoptr (FoiTableData) wider = NULL;

  g_return_val_if_fail (data != NULL, NULL);

  if (foi_table_data_get_n_keys (data) > 0)
    return foi_table_data_ref (data);
  resource = with_key (foi_table_data_get_resource (data));
  if (foi_table_data_find_column (data, FOI_ROW_FIELD) >= 0)
    return foi_table_data_with_resource (data, resource);
  columns = g_ptr_array_copy (foi_table_data_get_columns (data),
                              (GCopyFunc) (void (*) (void)) foi_column_ref, NULL);
  g_ptr_array_set_free_func (columns, (GDestroyNotify) foi_column_unref);
  rows = foi_generated_key_add (columns, foi_table_data_get_rows (data));
  wider = foi_table_data_with_columns (data, columns, rows);
  return foi_table_data_with_resource (wider, resource);
}
