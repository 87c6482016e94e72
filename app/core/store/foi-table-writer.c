/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-writer-private.h"

static void
write_cell (FoiCaseWriter *self, FoiColumn *column, const FoiCell *cell)
{
  if (cell->state == FOI_CELL_VALUE && cell->has_text)
    foi_json_writer_add_string (&self->json, NULL, cell->text);
  else if (cell->state == FOI_CELL_VALUE && foi_column_writes_integers (column))
    foi_json_writer_add_integer (&self->json, NULL, cell->number);
  else
    {
      g_string_truncate (self->scratch, 0);
      foi_column_append_plain (column, cell, self->scratch);
      foi_json_writer_add_text (&self->json, NULL, self->scratch->str, self->scratch->len);
    }
}

/**
 * foi_case_writer_write_header:
 * @columns: (element-type guint): the numbers of columns of the table
 *
 * Writes a row of their names.
 */
void
foi_case_writer_write_header (FoiCaseWriter *self, GArray *columns)
{
  foi_json_writer_begin_row (&self->json);
  for (guint i = 0; i < columns->len; i++)
    {
      FoiColumn *column = foi_table_data_get_column (self->table,
                                                     g_array_index (columns, guint, i));

      foi_json_writer_add_string (&self->json, NULL, foi_column_get_name (column));
    }
  foi_json_writer_end_row (&self->json);
}

/**
 * foi_case_writer_write_row:
 * @row: a row's number in the table
 * @columns: (element-type guint): the numbers of columns of the table
 *
 * Writes its cells in those columns.
 */
void
foi_case_writer_write_row (FoiCaseWriter *self, guint row, GArray *columns)
{
  FoiRecord *record = foi_row_store_get (foi_table_data_get_rows (self->table), row);

  foi_json_writer_begin_row (&self->json);
  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, guint, i);

      write_cell (self, foi_table_data_get_column (self->table, column), &record->cells[column]);
    }
  foi_json_writer_end_row (&self->json);
  foi_case_writer_flush (self, FOI_CASE_WRITER_PIECE);
}

/* The columns that are in the table's own figures. */
static GArray *
list_columns (FoiTableData *table)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < foi_table_data_get_n_columns (table); i++)
    {
      if (!foi_column_is_left_out (foi_table_data_get_column (table, i)))
        g_array_append_val (columns, i);
    }
  return columns;
}

/**
 * foi_case_writer_write_data:
 *
 * Writes `data` of the table: the header row, then all rows.
 */
void
foi_case_writer_write_data (FoiCaseWriter *self)
{
  g_autoptr (GArray) columns = list_columns (self->table);
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (self->table));

  foi_json_writer_begin_array (&self->json, "data");
  foi_case_writer_write_header (self, columns);
  for (guint row = 0; row < n_rows; row++)
    foi_case_writer_write_row (self, row, columns);
  foi_json_writer_end_array (&self->json);
}

/**
 * foi_case_writer_write_fields:
 *
 * Writes `fields` of the table's schema.
 */
void
foi_case_writer_write_fields (FoiCaseWriter *self)
{
  g_autoptr (GArray) columns = list_columns (self->table);

  foi_json_writer_begin_array (&self->json, "fields");
  for (guint i = 0; i < columns->len; i++)
    {
      FoiColumn *column = foi_table_data_get_column (self->table,
                                                     g_array_index (columns, guint, i));
      g_autoptr (JsonNode) field = foi_case_dup_field (column);

      foi_case_writer_write_object (self, NULL, field, &foi_shape_field);
    }
  foi_json_writer_end_array (&self->json);
}

/**
 * foi_case_writer_write_tables:
 *
 * Writes `resources`.
 */
void
foi_case_writer_write_tables (FoiCaseWriter *self)
{
  GPtrArray *tables = foi_case_state_get_tables (self->state);

  foi_json_writer_begin_array (&self->json, "resources");
  for (guint i = 0; i < tables->len; i++)
    {
      g_autoptr (JsonNode) resource = NULL;

      self->table = g_ptr_array_index (tables, i);
      resource = foi_case_prepare_resource (self->table);
      foi_case_writer_write_object (self, NULL, resource, &foi_shape_resource);
    }
  foi_json_writer_end_array (&self->json);
}
