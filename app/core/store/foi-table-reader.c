/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-cell-cache.h"
#include "foi-json-edit.h"

/* Progress is told once for so many rows. */
#define PROGRESS_ROWS 4096

/* @targets: where in a record the cells of the file's columns go, past those left out. */
typedef struct
{
  FoiReading   *reading;
  FoiFaults    *faults;
  guint         resource;
  GPtrArray    *file_columns;
  guint        *targets;
  guint         n_cells;
  FoiCellCache *cache;
  GPtrArray    *records;
} TableReader;

/* Reads the columns of the schema; NULL when one of them has a fault. */
static GPtrArray *
read_columns (FoiFaults *faults, JsonNode *fields)
{
  g_autoptr (GPtrArray) columns = NULL;
  gboolean ok = TRUE;

  columns = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);
  for (guint i = 0; i < foi_json_get_n_elements (fields); i++)
    {
      g_autoptr (GError) error = NULL;
      JsonNode *field = foi_json_get_element (fields, i);
      FoiColumn *column = foi_column_new_from_field (field, &error);

      if (column != NULL)
        g_ptr_array_add (columns, column);
      else
        foi_faults_add (faults, field, "%s", error->message);
      ok = ok && column != NULL;
    }
  return ok ? g_steal_pointer (&columns) : NULL;
}

/* What stands there, for a message. */
static char *
describe_value (const FoiJsonValue *value)
{
  g_autofree char *text = NULL;

  if (value->kind != FOI_JSON_STRING)
    return g_strdup (foi_json_kind_name (value->kind));
  text = g_strndup (value->text, value->length);
  return foi_fault_quote (text);
}

static void
check_header (TableReader *self, const FoiJsonRow *row)
{
  for (guint i = 0; i < row->n_values; i++)
    {
      const FoiJsonValue *value = &row->values[i];
      const char *name = foi_column_get_name (g_ptr_array_index (self->file_columns, i));
      g_autofree char *quoted = NULL;
      g_autofree char *message = NULL;
      g_autofree char *found = NULL;

      if (value->kind == FOI_JSON_STRING && value->length == strlen (name)
          && memcmp (value->text, name, value->length) == 0)
        continue;
      quoted = foi_fault_quote (name);
      found = describe_value (value);
      message = g_strdup_printf (_("%s is not the name of the field, %s"), found, quoted);
      foi_faults_add_in_row (self->faults, self->resource, 0, (int) i, value->offset, message);
    }
}

static void
read_record (TableReader *self, const FoiJsonRow *row)
{
  FoiRecord *record = foi_record_new (self->records->len + 1, self->n_cells);

  /* Cells of columns left out stay blank until they are filled in. */
  if (self->n_cells != row->n_values)
    for (guint i = 0; i < self->n_cells; i++)
      record->cells[i] = FOI_CELL_INIT;
  for (guint i = 0; i < row->n_values; i++)
    {
      const FoiJsonValue *value = &row->values[i];
      FoiCell *cell = &record->cells[self->targets[i]];
      g_autofree char *reason = NULL;

      if (foi_cell_cache_read (self->cache, g_ptr_array_index (self->file_columns, i), i, value,
                               cell, &reason))
        continue;
      *cell = FOI_CELL_INIT;
      foi_faults_add_in_row (self->faults, self->resource, row->index, (int) i, value->offset,
                             reason);
    }
  g_ptr_array_add (self->records, record);
}

static void
tell_progress (TableReader *self, const FoiJsonRow *row)
{
  double done = (double) row->offset / (double) self->reading->size;

  if (row->index % PROGRESS_ROWS == 0 && self->reading->progress != NULL)
    self->reading->progress (FOI_READING_TREE_SHARE + (1 - FOI_READING_TREE_SHARE) * done,
                             self->reading->user_data);
}

static gboolean
take_row (const FoiJsonRow *row, gpointer user_data, GError **error)
{
  TableReader *self = user_data;
  guint n_columns = self->file_columns->len;
  g_autofree char *message = NULL;

  tell_progress (self, row);
  if (foi_faults_is_full (self->faults))
    return TRUE;
  if (row->kind != FOI_JSON_ARRAY)
    message = g_strdup_printf (_("this is %s, but must be an array"),
                               foi_json_kind_name (row->kind));
  else if (row->n_values != n_columns)
    message = g_strdup_printf (ngettext ("this row has %u cell; the table has %u columns",
                                         "this row has %u cells; the table has %u columns",
                                         row->n_values),
                               row->n_values, n_columns);

  if (message != NULL)
    foi_faults_add_in_row (self->faults, self->resource, row->index, -1, row->offset, message);
  else if (row->index == 0)
    check_header (self, row);
  else
    read_record (self, row);
  return TRUE;
}

/* Where in the whole list of columns those of the file stand. */
static guint *
map_columns (GPtrArray *file_columns, GPtrArray *columns)
{
  guint *targets = g_new (guint, file_columns->len);
  guint n = 0;

  for (guint i = 0; i < columns->len && n < file_columns->len; i++)
    {
      if (g_ptr_array_index (columns, i) == g_ptr_array_index (file_columns, n))
        targets[n++] = i;
    }
  g_assert (n == file_columns->len);
  return targets;
}

static JsonNode *
strip_resource (JsonNode *resource)
{
  g_autoptr (JsonNode) empty = foi_json_new_array ();
  g_autoptr (JsonNode) schema = NULL;

  /* Empty lists keep the places of what is not here. */
  schema = foi_json_set_member (foi_json_get_member (resource, "schema"), "fields", empty, NULL);
  return foi_json_set_member (resource, "schema", schema, NULL);
}

static GPtrArray *
read_rows (FoiReading *reading, guint index, GPtrArray *file_columns, GPtrArray *columns,
           GError **error)
{
  FoiJsonDocument *document = reading->faults->document;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (FoiCellCache) cache = foi_cell_cache_new ();
  g_autofree guint *targets = map_columns (file_columns, columns);
  TableReader reader;

  records = g_ptr_array_new_full (foi_json_document_get_n_rows (document, index),
                                  (GDestroyNotify) foi_record_unref);
  reader = (TableReader) { reading, reading->faults, index, file_columns, targets, columns->len,
                           cache, records };
  if (!foi_json_document_read_rows (document, index, take_row, &reader, reading->cancellable,
                                    error))
    return NULL;
  return g_steal_pointer (&records);
}

/* The id of the next new row, of which its generated key is made: higher than any there is. */
static guint64
find_next_id (GPtrArray *columns, GPtrArray *records)
{
  guint64 next = records->len + 1;

  for (guint i = 0; i < columns->len; i++)
    {
      if (!g_str_equal (foi_column_get_name (g_ptr_array_index (columns, i)), FOI_ROW_FIELD))
        continue;
      for (guint j = 0; j < records->len; j++)
        {
          const FoiCell *cell = &((FoiRecord *) g_ptr_array_index (records, j))->cells[i];
          guint64 number;

          if (cell->state == FOI_CELL_VALUE && cell->has_text && cell->text[0] == 'r'
              && g_ascii_string_to_unsigned (cell->text + 1, 10, next, G_MAXINT64 / 2, &number,
                                             NULL))
            next = number + 1;
        }
    }
  return next;
}

/**
 * foi_table_read:
 * @reading: the file being read
 * @index: the table's number in `resources`; foi_json_document_has_rows() holds
 * @resource: the table, which foi_case_check() found without fault
 * @error: %FOI_ERROR_LIMIT, or for being cancelled: faults of content go to the list of them
 *
 * Reads one table, its rows straight from the bytes of the file.
 *
 * Returns: (transfer full) (nullable): the table; %NULL with @error, or with more faults.
 */
FoiTableData *
foi_table_read (FoiReading *reading, guint index, JsonNode *resource, GError **error)
{
  g_autoptr (GPtrArray) file_columns = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (JsonNode) stripped = NULL;
  JsonNode *schema = foi_json_get_member (resource, "schema");
  const char *name = foi_json_get_string (resource, "name", "");
  FoiFaults *faults = reading->faults;
  guint n_faults = faults->list->len;
  guint64 next_id;

  file_columns = read_columns (faults, foi_json_get_member (schema, "fields"));
  if (file_columns == NULL)
    return NULL;
  if (foi_json_document_get_n_rows (faults->document, index) == 0)
    {
      foi_faults_add (faults, foi_json_get_member (resource, "data"),
                      _("the header row is missing"));
      return NULL;
    }
  columns = g_ptr_array_copy (file_columns, (GCopyFunc) (void (*) (void)) foi_column_ref, NULL);
  g_ptr_array_set_free_func (columns, (GDestroyNotify) foi_column_unref);
  foi_left_out_add_columns (reading->left_out, name, columns);

  records = read_rows (reading, index, file_columns, columns, error);
  if (records == NULL)
    return NULL;
  foi_left_out_fill (reading->left_out, name, columns, records);
  if (faults->list->len > n_faults)
    return NULL;
  next_id = find_next_id (columns, records);
  rows = foi_row_store_new_take (g_steal_pointer (&records));
  stripped = strip_resource (resource);
  return foi_table_data_new (stripped, columns, rows, next_id);
}
