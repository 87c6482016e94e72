/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-json-document-private.h"
#include "foi-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One row at a time: @cells and @scratch are used again for each. */
typedef struct
{
  FoiJsonScanner scanner;
  GArray *cells;
  GByteArray *scratch;
} RowReader;

static gboolean
read_cell (RowReader *self, FoiJsonValue *cell)
{
  FoiJsonScanner *scanner = &self->scanner;
  char first = scanner->cursor < scanner->limit ? *scanner->cursor : '\0';

  if (first != '[' && first != '{')
    return foi_json_scanner_read_scalar (scanner, cell);
  cell->offset = (gsize) (scanner->cursor - scanner->start);
  return foi_json_scanner_skip_value (scanner, &cell->kind);
}

static gboolean
read_cells (RowReader *self)
{
  FoiJsonScanner *scanner = &self->scanner;
  FoiJsonStep step = foi_json_scanner_enter (scanner, ']');

  g_array_set_size (self->cells, 0);
  for (guint i = 0; step == FOI_JSON_STEP_VALUE; i++)
    {
      FoiJsonValue cell = { .kind = FOI_JSON_NULL };

      scanner->frames[scanner->depth - 1].number = i;
      if (i == FOI_JSON_MAX_CELLS)
        return foi_json_scanner_fail (scanner, FOI_ERROR_LIMIT, scanner->cursor,
                                      _("a row has more than %d cells"), FOI_JSON_MAX_CELLS);
      if (!read_cell (self, &cell))
        return FALSE;
      g_array_append_val (self->cells, cell);
      step = foi_json_scanner_step (scanner, ']');
    }
  return step == FOI_JSON_STEP_END;
}

/* Most texts are handed out where they lie in the file. Those with escapes go to the scratch
 * buffer, which is made large enough first: it must not move while values point into it. */
static void
unescape_cells (RowReader *self)
{
  gsize needed = 0;
  char *out;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const FoiJsonValue *cell = &g_array_index (self->cells, FoiJsonValue, i);

      needed += cell->escaped ? cell->length : 0;
    }
  if (needed == 0)
    return;

  if (needed > self->scratch->len)
    g_byte_array_set_size (self->scratch, (guint) needed);
  out = (char *) self->scratch->data;
  for (guint i = 0; i < self->cells->len; i++)
    {
      FoiJsonValue *cell = &g_array_index (self->cells, FoiJsonValue, i);

      if (!cell->escaped)
        continue;
      cell->length = foi_json_unescape (cell->text, cell->length, out);
      cell->text = out;
      cell->escaped = FALSE;
      out += cell->length;
    }
}

static gboolean
read_row (RowReader *self, FoiJsonRow *row)
{
  FoiJsonScanner *scanner = &self->scanner;

  row->offset = (gsize) (scanner->cursor - scanner->start);
  row->kind = FOI_JSON_ARRAY;
  row->values = NULL;
  row->n_values = 0;
  if (scanner->cursor == scanner->limit || *scanner->cursor != '[')
    return foi_json_scanner_skip_value (scanner, &row->kind);

  if (!read_cells (self))
    return FALSE;
  unescape_cells (self);
  row->values = (const FoiJsonValue *) (gpointer) self->cells->data;
  row->n_values = self->cells->len;
  return TRUE;
}

static gboolean
read_rows (RowReader *self, FoiJsonRowFunc func, gpointer user_data)
{
  FoiJsonScanner *scanner = &self->scanner;
  FoiJsonStep step = foi_json_scanner_enter (scanner, ']');
  FoiJsonRow row = { .index = 0 };

  for (; step == FOI_JSON_STEP_VALUE; row.index++)
    {
      scanner->frames[scanner->depth - 1].number = row.index;
      if (!read_row (self, &row) || !func (&row, user_data, &scanner->error))
        return FALSE;
      step = foi_json_scanner_step (scanner, ']');
    }
  return step == FOI_JSON_STEP_END;
}

/**
 * foi_json_document_has_rows:
 * @self: a document
 * @resource: the table's number in `resources`
 *
 * Returns: whether the table has an array `data` whose rows were left out of the tree.
 */
gboolean
foi_json_document_has_rows (FoiJsonDocument *self, guint resource)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return g_hash_table_contains (self->ranges, GUINT_TO_POINTER (resource));
}

/**
 * foi_json_document_get_n_rows:
 * @self: a document
 * @resource: the table's number in `resources`
 *
 * Returns: how many rows its `data` has, the header row too; 0 where it has no such array.
 */
guint
foi_json_document_get_n_rows (FoiJsonDocument *self, guint resource)
{
  const FoiJsonRange *range;

  g_return_val_if_fail (self != NULL, 0);
  range = g_hash_table_lookup (self->ranges, GUINT_TO_POINTER (resource));
  return range != NULL ? range->n_rows : 0;
}

/**
 * foi_json_document_read_rows:
 * @self: a document
 * @resource: the number in `resources` of a table for which foi_json_document_has_rows()
 * @func: (scope call): takes the rows, one by one
 * @user_data: for @func
 * @cancellable: (nullable): looked at now and then
 * @error: what @func set, %FOI_ERROR_LIMIT, or %G_IO_ERROR_CANCELLED
 *
 * Reads the rows of a table, straight from the bytes of the file.
 *
 * Returns: whether all rows were read.
 */
gboolean
foi_json_document_read_rows (FoiJsonDocument *self, guint resource, FoiJsonRowFunc func,
                             gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (FoiJsonValue));
  g_autoptr (GByteArray) scratch = g_byte_array_new ();
  RowReader reader = { .cells = cells, .scratch = scratch };
  const FoiJsonRange *range;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);
  range = g_hash_table_lookup (self->ranges, GUINT_TO_POINTER (resource));
  g_return_val_if_fail (range != NULL, FALSE);

  foi_json_scanner_init_within (&reader.scanner, self->text, range->start, range->end);
  reader.scanner.cancellable = cancellable;
  reader.scanner.frames[0] = (FoiJsonFrame) { "resources", strlen ("resources") };
  reader.scanner.frames[1] = (FoiJsonFrame) { NULL, resource };
  reader.scanner.frames[2] = (FoiJsonFrame) { "data", strlen ("data") };
  reader.scanner.depth = 3;
  if (read_rows (&reader, func, user_data))
    return TRUE;
  if (reader.scanner.error != NULL)
    g_propagate_error (error, reader.scanner.error);
  return FALSE;
}
