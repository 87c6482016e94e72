/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-marks.h"

#include <glib/gi18n.h>

#include "foi-json-edit.h"
#include "foi-number.h"
#include "foi-totals.h"

struct _FoiTableMarks
{
  GHashTable *notes;          /* "ROW/COLUMN" -> text */
  GHashTable *bounds;         /* "ROW/COLUMN" -> words */
  GHashTable *faults;         /* "ROW/COLUMN" -> words */
  GHashTable *total_rows;     /* a set of row ids */
  GHashTable *total_columns;  /* a set of names */
};

static char *
make_key (guint64 row, const char *column)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT "/%s", row, column);
}

static const char *
look_up (GHashTable *texts, guint64 row, const char *column)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (texts) == 0)
    return NULL;
  key = make_key (row, column);
  return g_hash_table_lookup (texts, key);
}

static guint64
get_row_id (FoiTableData *data, guint position)
{
  return foi_row_store_get (foi_table_data_get_rows (data), position)->id;
}

static gint64
get_integer (JsonNode *object, const char *name)
{
  JsonNode *node = foi_json_get_member (object, name);

  return node != NULL && foi_json_is_integer (node) ? json_node_get_int (node) : 0;
}

static char *
describe_bounds (JsonNode *bounds)
{
  g_autofree char *from = foi_number_to_words (get_integer (bounds, "from"), 0);
  g_autofree char *to = foi_number_to_words (get_integer (bounds, "to"), 0);

  /* Translators: of a figure that was withheld before the authority got it, as in "<5": between 1
   * and 4, as it came to us. */
  return g_strdup_printf (_("between %s and %s, as it came to us"), from, to);
}

static void
collect_notes (FoiTableMarks *self, FoiTableData *data)
{
  JsonNode *notes = foi_json_get_member (foi_table_data_get_resource (data), "foi:notes");

  for (guint i = 0; i < foi_json_get_n_elements (notes); i++)
    {
      JsonNode *note = foi_json_get_element (notes, i);
      JsonNode *key = foi_json_get_member (note, "row");
      const char *column = foi_json_get_string (note, "field", NULL);
      const char *text = foi_json_get_string (note, "text", NULL);
      JsonNode *bounds = foi_json_get_member (note, "bounds");
      guint position;

      if (key == NULL || column == NULL || !foi_table_data_find_row (data, key, &position))
        continue;
      if (text != NULL)
        g_hash_table_replace (self->notes, make_key (get_row_id (data, position), column),
                              g_strdup (text));
      if (bounds != NULL)
        g_hash_table_replace (self->bounds, make_key (get_row_id (data, position), column),
                              describe_bounds (bounds));
    }
}

static void
collect_totals (FoiTableMarks *self, FoiTableData *data)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (data), "foi:totals");

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      JsonNode *key = foi_json_get_member (total, "row");
      const char *column = foi_json_get_string (total, "field", NULL);
      guint position;

      if (column != NULL)
        g_hash_table_add (self->total_columns, g_strdup (column));
      else if (key != NULL && foi_table_data_find_row (data, key, &position))
        {
          guint64 row = get_row_id (data, position);

          g_hash_table_add (self->total_rows, g_memdup2 (&row, sizeof row));
        }
    }
}

static void
collect_faults (FoiTableMarks *self, FoiTableData *data)
{
  g_autoptr (GArray) faults = NULL;

  if (g_hash_table_size (self->total_rows) == 0 && g_hash_table_size (self->total_columns) == 0)
    return;
  faults = foi_totals_check (data);
  for (guint i = 0; i < faults->len; i++)
    {
      const FoiTotalFault *fault = &g_array_index (faults, FoiTotalFault, i);
      FoiColumn *column = foi_table_data_get_column (data, fault->column);
      FoiCell expected = foi_cell_number (fault->expected);
      FoiCell found = foi_cell_number (fault->found);
      g_autofree char *expected_text = foi_column_format (column, &expected);
      g_autofree char *found_text = foi_column_format (column, &found);

      g_hash_table_replace (self->faults,
                            make_key (get_row_id (data, fault->row), foi_column_get_name (column)),
                            /* Translators: what the parts of a total come to, and what it says. */
                            g_strdup_printf (_("Adds up to %s, not %s"), expected_text,
                                             found_text));
    }
}

/**
 * foi_table_marks_new:
 * @data: (nullable): a table; %NULL for nothing said
 *
 * Returns: (transfer full): what @data says about its cells. Any thread may ask.
 */
FoiTableMarks *
foi_table_marks_new (FoiTableData *data)
{
  FoiTableMarks *self;

  self = g_new0 (FoiTableMarks, 1);
  self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->bounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->faults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->total_rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->total_columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (data == NULL)
    return self;
  collect_notes (self, data);
  collect_totals (self, data);
  collect_faults (self, data);
  return self;
}

/**
 * foi_table_marks_free:
 */
void
foi_table_marks_free (FoiTableMarks *self)
{
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->bounds);
  g_hash_table_unref (self->faults);
  g_hash_table_unref (self->total_rows);
  g_hash_table_unref (self->total_columns);
  g_free (self);
}

/**
 * foi_table_marks_get_note:
 *
 * Returns: (nullable): the note on the cell, printed below the table.
 */
const char *
foi_table_marks_get_note (FoiTableMarks *self, guint64 row, const char *column)
{
  return look_up (self->notes, row, column);
}

/**
 * foi_table_marks_get_bounds:
 *
 * Returns: (nullable): in words, what is known of a figure that came to us withheld: "between 1 and
 *   4, as it came to us".
 */
const char *
foi_table_marks_get_bounds (FoiTableMarks *self, guint64 row, const char *column)
{
  return look_up (self->bounds, row, column);
}

/**
 * foi_table_marks_get_fault:
 *
 * Returns: (nullable): in words, that the cell is a total which does not add up.
 */
const char *
foi_table_marks_get_fault (FoiTableMarks *self, guint64 row, const char *column)
{
  return look_up (self->faults, row, column);
}

/**
 * foi_table_marks_is_total_row:
 *
 * Returns: whether the row is declared to be a total of others.
 */
gboolean
foi_table_marks_is_total_row (FoiTableMarks *self, guint64 row)
{
  return g_hash_table_contains (self->total_rows, &row);
}

/**
 * foi_table_marks_is_total_column:
 *
 * Returns: whether the column is declared to be a total of others.
 */
gboolean
foi_table_marks_is_total_column (FoiTableMarks *self, const char *column)
{
  return g_hash_table_contains (self->total_columns, column);
}
