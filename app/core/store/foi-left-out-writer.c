/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-case-writer-private.h"
#include "foi-json-edit.h"

/* The columns of the key that are in the table's own figures, and behind them the column itself. */
static GArray *
list_columns (FoiCaseWriter *self)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < foi_table_data_get_n_columns (self->table); i++)
    {
      if (foi_table_data_is_key (self->table, i)
          && !foi_column_is_left_out (foi_table_data_get_column (self->table, i)))
        g_array_append_val (columns, i);
    }
  g_array_append_val (columns, self->column);
  return columns;
}

static gboolean
is_blank (FoiCaseWriter *self, guint row)
{
  return foi_table_data_get_cell (self->table, row, self->column)->state == FOI_CELL_BLANK;
}

/* Whether every row is the only one with its key. Where keys repeat, rows are told apart by how
 * many of them stand before, so that none may be left out. */
static gboolean
has_unique_keys (FoiCaseWriter *self, GArray *columns)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (self->table));

  for (guint row = 0; row < n_rows; row++)
    {
      GString *key = g_string_new (NULL);

      for (guint i = 0; i + 1 < columns->len; i++)
        {
          guint column = g_array_index (columns, guint, i);

          foi_column_append_plain (foi_table_data_get_column (self->table, column),
                                   foi_table_data_get_cell (self->table, row, column), key);
          g_string_append_c (key, '\001');
        }
      if (!g_hash_table_add (seen, g_string_free (key, FALSE)))
        return FALSE;
    }
  return TRUE;
}

/**
 * foi_case_writer_write_left_out_data:
 *
 * Writes `data` of the column: the values there are, each with the key of its row, so that they
 * find their places again; then the rows that were never in the table.
 */
void
foi_case_writer_write_left_out_data (FoiCaseWriter *self)
{
  g_autoptr (GArray) columns = list_columns (self);
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (self->table));
  gboolean all = !has_unique_keys (self, columns);

  foi_json_writer_begin_array (&self->json, "data");
  foi_case_writer_write_header (self, columns);
  for (guint row = 0; row < n_rows; row++)
    {
      if (all || !is_blank (self, row))
        foi_case_writer_write_row (self, row, columns);
    }
  for (guint i = 1; i < foi_json_get_n_elements (self->rest); i++)
    foi_json_writer_add_node (&self->json, NULL, foi_json_get_element (self->rest, i));
  foi_json_writer_end_array (&self->json);
}

/* Whether the rows in @data, if any, go under the same header as those of the column. */
static gboolean
has_same_header (FoiCaseWriter *self, JsonNode *data)
{
  g_autoptr (GArray) columns = list_columns (self);
  JsonNode *header = foi_json_get_element (data, 0);

  if (header == NULL)
    return TRUE;
  if (foi_json_get_n_elements (header) != columns->len)
    return FALSE;
  for (guint i = 0; i < columns->len; i++)
    {
      FoiColumn *column = foi_table_data_get_column (self->table,
                                                     g_array_index (columns, guint, i));
      JsonNode *name = foi_json_get_element (header, i);

      if (!foi_json_is_string (name)
          || strcmp (json_node_get_string (name), foi_column_get_name (column)) != 0)
        return FALSE;
    }
  return TRUE;
}

/* What the file had about this column and could not be put into the table. */
static JsonNode *
find_rest (FoiCaseWriter *self, JsonNode *fields, const char *name, GHashTable *written)
{
  for (guint i = 0; i < foi_json_get_n_elements (fields); i++)
    {
      JsonNode *entry = foi_json_get_element (fields, i);
      JsonNode *field = foi_json_get_member (entry, "field");

      if (g_str_equal (foi_json_get_string (entry, "table", ""),
                       foi_table_data_get_name (self->table))
          && g_str_equal (foi_json_get_string (field, "name", ""), name)
          && has_same_header (self, foi_json_get_member (entry, "data")))
        {
          g_hash_table_add (written, entry);
          return entry;
        }
    }
  return NULL;
}

static void
write_column (FoiCaseWriter *self, JsonNode *fields, GHashTable *written)
{
  FoiColumn *column = foi_table_data_get_column (self->table, self->column);
  JsonNode *rest = find_rest (self, fields, foi_column_get_name (column), written);
  g_autoptr (JsonNode) entry = foi_case_prepare_left_out (self->table, self->column, rest);

  self->rest = foi_json_get_member (rest, "data");
  foi_case_writer_write_object (self, NULL, entry, &foi_shape_left_out);
}

/**
 * foi_case_writer_write_left_out:
 * @fields: what could not be put into the tables when the case was read
 *
 * Writes `fields` of `foi:case.internal`: the columns left out of all tables, and @fields.
 */
void
foi_case_writer_write_left_out (FoiCaseWriter *self, JsonNode *fields)
{
  GPtrArray *tables = foi_case_state_get_tables (self->state);
  g_autoptr (GHashTable) written = g_hash_table_new (NULL, NULL);

  foi_json_writer_begin_array (&self->json, "fields");
  for (guint i = 0; i < tables->len; i++)
    {
      self->table = g_ptr_array_index (tables, i);
      for (self->column = 0; self->column < foi_table_data_get_n_columns (self->table);
           self->column++)
        {
          if (foi_column_is_left_out (foi_table_data_get_column (self->table, self->column)))
            write_column (self, fields, written);
        }
    }
  self->table = NULL;
  for (guint i = 0; i < foi_json_get_n_elements (fields); i++)
    {
      JsonNode *entry = foi_json_get_element (fields, i);

      if (!g_hash_table_contains (written, entry))
        foi_case_writer_write_object (self, NULL, entry, &foi_shape_left_out);
    }
  foi_json_writer_end_array (&self->json);
}
