/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-case-private.h"

#include <string.h>

#include "foi-json-edit.h"

/* One row may add up by chance. */
#define MIN_ROWS 2

/* A total of one other column would be that column again. */
#define MIN_PARTS 2

/*
 * _foi_disclosure_is_declared:
 *
 * Returns: whether a column is declared to be a total.
 */
gboolean
_foi_disclosure_is_declared (FoiTableData *data, guint column)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (data), "foi:totals");
  const char *name = foi_column_get_name (foi_table_data_get_column (data, column));

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    if (strcmp (foi_json_get_string (foi_json_get_element (totals, i), "field", ""), name) == 0)
      return TRUE;
  return FALSE;
}

/* The columns of counts, all with as many decimals; with those that are left out, or without. */
static GArray *
list_counts (FoiTableData *data, gboolean with_left_out)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (guint));
  int decimals = -1;

  for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
    {
      FoiColumn *column = foi_table_data_get_column (data, j);

      if (!_foi_disclosure_is_count (column)
          || (foi_column_is_left_out (column) && !with_left_out))
        continue;
      if (decimals >= 0 && foi_column_get_decimals (column) != decimals)
        {
          g_array_set_size (counts, 0);
          break;
        }
      decimals = foi_column_get_decimals (column);
      g_array_append_val (counts, j);
    }
  return counts;
}

/* Reads the true numbers of a row; FALSE where we do not have all of them. */
static gboolean
read_row (FoiDisclosureDraft *draft, FoiTableData *data, guint row, GArray *counts, gint64 *values,
          gint64 *sum)
{
  *sum = 0;
  for (guint i = 0; i < counts->len; i++)
    {
      if (!_foi_disclosure_get_truth (draft, data, row, g_array_index (counts, guint, i),
                                      &values[i])
          || ABS (values[i]) > FOI_DISCLOSURE_MAX_VALUE)
        return FALSE;
      *sum += values[i];
    }
  return TRUE;
}

/* Which of the columns is in each row what the others come to; -1: none is. */
static int
find_total (FoiDisclosureDraft *draft, FoiTableData *data, GArray *counts)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  g_autofree gint64 *values = g_new (gint64, counts->len);
  g_autofree gboolean *is_total = g_new (gboolean, counts->len);
  guint n_seen = 0;
  gint64 sum;

  for (guint i = 0; i < counts->len; i++)
    is_total[i] = !_foi_disclosure_is_declared (data, g_array_index (counts, guint, i));
  for (guint row = 0; row < n_rows; row++)
    {
      if (!read_row (draft, data, row, counts, values, &sum))
        continue;
      n_seen += sum != 0;
      for (guint i = 0; i < counts->len; i++)
        is_total[i] = is_total[i] && 2 * values[i] == sum;
    }
  for (guint i = 0; i < counts->len && n_seen >= MIN_ROWS; i++)
    if (is_total[i])
      return (int) i;
  return -1;
}

/*
 * _foi_disclosure_find_column_total:
 * @parts: (element-type guint): filled with the columns that it is the total of
 *
 * Who reads a table sees that a column is the sum of the others, whether or not anybody has
 * declared it.
 *
 * Returns: the column that is; -1 if there is none that is not declared.
 */
int
_foi_disclosure_find_column_total (FoiDisclosureDraft *draft, FoiTableData *data, GArray *parts)
{
  for (guint with_left_out = 0; with_left_out < 2; with_left_out++)
    {
      g_autoptr (GArray) counts = list_counts (data, with_left_out > 0);
      int found = counts->len > MIN_PARTS ? find_total (draft, data, counts) : -1;
      int total;

      if (found < 0)
        continue;
      total = (int) g_array_index (counts, guint, found);
      g_array_set_size (parts, 0);
      g_array_append_vals (parts, counts->data, counts->len);
      g_array_remove_index (parts, (guint) found);
      return total;
    }
  return -1;
}
