/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-totals.h"

#include <string.h>

#include "foi-json-edit.h"
#include "foi-number.h"

/* Totals of totals of totals: no table of a letter goes deeper. */
#define MAX_DEPTH 16

/* Sums are made with this many decimals, which no column exceeds. */
#define SUM_DECIMALS FOI_MAX_DECIMALS

static JsonNode *
get_totals (FoiTableData *data)
{
  return foi_json_get_member (foi_table_data_get_resource (data), "foi:totals");
}

/**
 * foi_totals_can_add:
 * @column: a column
 *
 * Returns: whether its values may be added: not percentages, and not how much was covered.
 */
gboolean
foi_totals_can_add (FoiColumn *column)
{
  return foi_column_is_numeric (column) && foi_column_get_role (column) != FOI_ROLE_COVERAGE
         && foi_column_get_value_type (column) != FOI_VALUE_PERCENTAGE;
}

/* A sum with SUM_DECIMALS as a number of @column, rounded; FALSE if it is too large for one. */
static gboolean
sum_to_number (__int128 sum, FoiColumn *column, gint64 *out)
{
  gint64 divisor = foi_number_power_of_ten (SUM_DECIMALS - foi_column_get_decimals (column));
  __int128 half = sum < 0 ? -(divisor / 2) : divisor / 2;
  __int128 rounded = (sum + half) / divisor;

  *out = (gint64) rounded;
  return rounded > G_MININT64 && rounded < G_MAXINT64;
}

/* What blank cells are worth, each worked out once, whatever number of totals it is part of. A cell
 * that is being worked out is there already, as one without a sum: a circle has none. */
typedef struct
{
  FoiTableData *data;
  GHashTable   *known; /* a cell's number -> Sum */
} Sums;

typedef struct
{
  gboolean is_known;
  __int128 value;
} Sum;

static void
sums_init (Sums *self, FoiTableData *data)
{
  self->data = data;
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static void
sums_clear (Sums *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sums, sums_clear)

static gboolean compute (Sums *self, guint row, guint column, int depth, __int128 *out);

static gboolean
compute_once (Sums *self, guint row, guint column, int depth, __int128 *out)
{
  gint64 cell = (gint64) row * foi_table_data_get_n_columns (self->data) + column;
  Sum *sum = g_hash_table_lookup (self->known, &cell);

  if (sum == NULL)
    {
      sum = g_new0 (Sum, 1);
      g_hash_table_insert (self->known, g_memdup2 (&cell, sizeof cell), sum);
      sum->is_known = depth < MAX_DEPTH && compute (self, row, column, depth + 1, &sum->value);
    }
  *out = sum->value;
  return sum->is_known;
}

/* Adds a part to a sum. What cannot exist adds nothing; a blank part may be a total itself; what is
 * withheld or unknown makes the sum unknown. */
static gboolean
add_part (Sums *self, guint row, guint column, int depth, __int128 *sum)
{
  FoiTableData *data = self->data;
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);
  FoiColumn *part = foi_table_data_get_column (data, column);
  __int128 value;

  switch ((FoiCellState) cell->state)
    {
    case FOI_CELL_VALUE:
      *sum += (__int128) cell->number
              * foi_number_power_of_ten (SUM_DECIMALS - foi_column_get_decimals (part));
      return TRUE;
    case FOI_CELL_NOT_APPLICABLE:
      return TRUE;
    case FOI_CELL_BLANK:
      if (!compute_once (self, row, column, depth, &value))
        return FALSE;
      *sum += value;
      return TRUE;
    case FOI_CELL_SUPPRESSED:
    case FOI_CELL_NOT_AVAILABLE:
    case FOI_CELL_LOW:
    default:
      return FALSE;
    }
}

/* The sum down @column of the rows named in @of. */
static gboolean
sum_rows (Sums *self, JsonNode *of, guint column, int depth, __int128 *out)
{
  FoiTableData *data = self->data;
  guint n_parts = foi_json_get_n_elements (of);

  *out = 0;
  if (!foi_totals_can_add (foi_table_data_get_column (data, column)))
    return FALSE;
  for (guint i = 0; i < n_parts; i++)
    {
      guint part;

      if (!foi_table_data_find_row (data, foi_json_get_element (of, i), &part)
          || !add_part (self, part, column, depth, out))
        return FALSE;
    }
  return n_parts > 0;
}

/* The sum along @row of the columns named in @of. */
static gboolean
sum_columns (Sums *self, JsonNode *of, guint row, int depth, __int128 *out)
{
  FoiTableData *data = self->data;
  guint n_parts = foi_json_get_n_elements (of);

  *out = 0;
  for (guint i = 0; i < n_parts; i++)
    {
      JsonNode *name = foi_json_get_element (of, i);
      int part = -1;

      if (foi_json_is_string (name))
        part = foi_table_data_find_column (data, json_node_get_string (name));
      if (part < 0 || !foi_totals_can_add (foi_table_data_get_column (data, (guint) part))
          || !add_part (self, row, (guint) part, depth, out))
        return FALSE;
    }
  return n_parts > 0;
}

/* The place of the column that @total declares to be one, or -1. */
static int
get_total_column (FoiTableData *data, JsonNode *total)
{
  const char *name = foi_json_get_string (total, "field", NULL);

  return name != NULL ? foi_table_data_find_column (data, name) : -1;
}

static gboolean
get_total_row (FoiTableData *data, JsonNode *total, guint *row)
{
  JsonNode *key = foi_json_get_member (total, "row");

  return key != NULL && foi_table_data_find_row (data, key, row);
}

/* What the cell is by the first declaration that gives it a value. */
static gboolean
compute (Sums *self, guint row, guint column, int depth, __int128 *out)
{
  FoiTableData *data = self->data;
  JsonNode *totals = get_totals (data);

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      JsonNode *of = foi_json_get_member (total, "of");
      guint total_row;

      if (get_total_column (data, total) == (int) column
          && sum_columns (self, of, row, depth, out))
        return TRUE;
      if (get_total_row (data, total, &total_row) && total_row == row
          && sum_rows (self, of, column, depth, out))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_totals_compute:
 * @data: a table
 * @row: a row's position
 * @column: a column's place
 * @out: (out): the sum, as a number of the cell
 *
 * Returns: whether the cell was declared to be a total, and each of its parts has a value. Parts
 *   that are not applicable count as nothing; blank ones that are totals themselves are computed.
 */
gboolean
foi_totals_compute (FoiTableData *data, guint row, guint column, gint64 *out)
{
  g_auto (Sums) sums = { 0 };
  __int128 sum;

  g_return_val_if_fail (data != NULL && out != NULL, FALSE);
  g_return_val_if_fail (column < foi_table_data_get_n_columns (data), FALSE);

  sums_init (&sums, data);
  return compute_once (&sums, row, column, 0, &sum)
         && sum_to_number (sum, foi_table_data_get_column (data, column), out);
}

/* How far a total may be from the sum of its parts where each was rounded by itself. */
static gint64
get_slack (FoiTableData *data, guint column, JsonNode *of)
{
  JsonNode *rule = foi_json_get_member (foi_table_data_get_resource (data), "foi:rule");
  gint64 base = foi_json_get_integer (rule, "round", 0);

  if (base < 2 || base > G_MAXINT32
      || strcmp (foi_json_get_string (rule, "method", "round"), "round") != 0
      || foi_column_get_value_type (foi_table_data_get_column (data, column)) != FOI_VALUE_INTEGER)
    return 0;
  return ((gint64) foi_json_get_n_elements (of) + 1) * base / 2;
}

static void
check_cell (FoiTableData *data, guint row, guint column, __int128 sum, gint64 slack,
            GArray *faults)
{
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);
  FoiTotalFault fault = { row, column, 0, cell->number };

  if (cell->state == FOI_CELL_VALUE
      && (!sum_to_number (sum, foi_table_data_get_column (data, column), &fault.expected)
          || fault.expected - slack > fault.found || fault.expected + slack < fault.found))
    g_array_append_val (faults, fault);
}

static void
check_total (Sums *sums, JsonNode *total, GArray *faults)
{
  FoiTableData *data = sums->data;
  JsonNode *of = foi_json_get_member (total, "of");
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  int total_column = get_total_column (data, total);
  guint total_row;
  __int128 sum;

  if (get_total_row (data, total, &total_row))
    {
      for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
        {
          if (sum_rows (sums, of, i, 0, &sum))
            check_cell (data, total_row, i, sum, get_slack (data, i, of), faults);
        }
    }
  for (guint i = 0; total_column >= 0 && i < n_rows; i++)
    {
      if (sum_columns (sums, of, i, 0, &sum))
        check_cell (data, i, (guint) total_column, sum,
                    get_slack (data, (guint) total_column, of), faults);
    }
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const FoiTotalFault *left = a;
  const FoiTotalFault *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

/**
 * foi_totals_check:
 * @data: a table
 *
 * Returns: (transfer full) (element-type FoiTotalFault): the totals that are not the sum of their
 *   parts, by row and column. Where a part or the total has no value, nothing can be said; where
 *   each figure was rounded by itself, a total may differ by what that makes of it.
 */
GArray *
foi_totals_check (FoiTableData *data)
{
  GArray *faults = g_array_new (FALSE, FALSE, sizeof (FoiTotalFault));
  g_auto (Sums) sums = { 0 };
  JsonNode *totals;

  g_return_val_if_fail (data != NULL, faults);

  sums_init (&sums, data);
  totals = get_totals (data);
  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    check_total (&sums, foi_json_get_element (totals, i), faults);
  g_array_sort (faults, compare_faults);
  return faults;
}

/* ---- declaring ---- */

/* Of these alone a name may be, and one of them in a longer name says so if the figures do. */
static const char *const total_words[] = { "total", "totals", "all", "overall", "sum", "whole",
                                           "both", "together", "combined", NULL };

/**
 * foi_totals_has_word:
 * @text: a name or a heading
 *
 * Returns: whether a word of it speaks of a total: "All areas", "Boys and girls together".
 */
gboolean
foi_totals_has_word (const char *text)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " |(),", -1);

  for (guint i = 0; total_words[i] != NULL; i++)
    {
      if (g_strv_contains ((const char *const *) words, total_words[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_totals_is_label:
 * @text: what names a row
 *
 * Returns: whether a row of that name is commonly the total of others: "Total", "All years", "Sum".
 */
gboolean
foi_totals_is_label (const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  if (g_ascii_isdigit (*text) && strcasestr (text, "total") == NULL)
    return FALSE;
  folded = g_utf8_strdown (text, -1);
  g_strstrip (folded);
  return g_str_has_prefix (folded, "total") || g_str_has_suffix (folded, " total")
         || strcmp (folded, "all years") == 0 || g_strv_contains (total_words, folded);
}

/**
 * foi_totals_is_row:
 * @data: a table
 * @row: a row's position
 *
 * Returns: whether the row was declared to be a total.
 */
gboolean
foi_totals_is_row (FoiTableData *data, guint row)
{
  JsonNode *totals;
  guint total_row;

  g_return_val_if_fail (data != NULL, FALSE);

  totals = get_totals (data);
  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      if (get_total_row (data, foi_json_get_element (totals, i), &total_row) && total_row == row)
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_totals_is_name:
 * @data: a table
 * @row: a row's position
 * @column: a column's place
 *
 * Returns: whether the cell would say what the row of a total is called and is blank, for a column
 *   of years has no word for it: whoever shows the cell writes "Total", as a publication does.
 */
gboolean
foi_totals_is_name (FoiTableData *data, guint row, guint column)
{
  g_return_val_if_fail (data != NULL, FALSE);
  g_return_val_if_fail (row < foi_row_store_get_length (foi_table_data_get_rows (data)), FALSE);
  g_return_val_if_fail (column < foi_table_data_get_n_columns (data), FALSE);

  return foi_table_data_get_n_keys (data) > 0 && foi_table_data_get_key (data, 0) == column
         && foi_table_data_get_cell (data, row, column)->state == FOI_CELL_BLANK
         && foi_totals_is_row (data, row);
}

/**
 * foi_totals_is_column:
 * @data: a table
 * @column: a column's place
 *
 * Returns: whether the column was declared to be a total.
 */
gboolean
foi_totals_is_column (FoiTableData *data, guint column)
{
  JsonNode *totals;

  g_return_val_if_fail (data != NULL, FALSE);

  totals = get_totals (data);
  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      if (get_total_column (data, foi_json_get_element (totals, i)) == (int) column)
        return TRUE;
    }
  return FALSE;
}

/* The declarations without that of @row or @column, whichever is not -1. */
static JsonArray *
copy_without (FoiTableData *data, gint64 row, int column)
{
  JsonNode *totals = get_totals (data);
  JsonArray *kept = json_array_new ();

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      guint total_row;

      if ((column >= 0 && get_total_column (data, total) == column)
          || (row >= 0 && get_total_row (data, total, &total_row) && total_row == row))
        continue;
      json_array_add_element (kept, json_node_ref (total));
    }
  return kept;
}

/* NULL for none: the table then has no such member. */
static JsonNode *
take_totals (JsonArray *array)
{
  if (json_array_get_length (array) > 0)
    return foi_json_take_array (array);
  json_array_unref (array);
  return NULL;
}

static JsonNode *
add_total (JsonArray *totals, const char *member, JsonNode *name, JsonArray *of)
{
  JsonObject *total = json_object_new ();

  json_object_set_member (total, member, name);
  json_object_set_array_member (total, "of", of);
  json_array_add_object_element (totals, total);
  return take_totals (totals);
}

/* Whether some total has @row among its parts. */
static gboolean
is_part (FoiTableData *data, guint row)
{
  JsonNode *totals = get_totals (data);

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *of = foi_json_get_member (foi_json_get_element (totals, i), "of");

      for (guint j = 0; j < foi_json_get_n_elements (of); j++)
        {
          JsonNode *key = foi_json_get_element (of, j);
          guint part;

          if (foi_json_is_object (key) && foi_table_data_find_row (data, key, &part)
              && part == row)
            return TRUE;
        }
    }
  return FALSE;
}

/* The rows right above @row up to another total; right under another total, all totals above that
 * are part of nothing yet: so a subtotal is of its rows, and the total under it of subtotals. */
static JsonArray *
find_parts_above (FoiTableData *data, guint row)
{
  JsonArray *parts = json_array_new ();
  gboolean of_totals = row > 0 && foi_totals_is_row (data, row - 1);
  guint first = row;

  while (first > 0 && (of_totals || !foi_totals_is_row (data, first - 1)))
    first--;
  for (guint i = first; i < row; i++)
    {
      JsonNode *key = NULL;

      if (!of_totals)
        key = foi_table_data_dup_row_key (data, i);
      else if (foi_totals_is_row (data, i) && !is_part (data, i))
        key = foi_table_data_dup_row_address (data, i);
      if (key != NULL)
        json_array_add_element (parts, key);
    }
  return parts;
}

static JsonNode *
dup_with_row (FoiTableData *data, guint row, JsonNode *address)
{
  g_autoptr (JsonNode) key = address;
  g_autoptr (JsonArray) parts = find_parts_above (data, row);

  if (key == NULL || json_array_get_length (parts) == 0)
    return NULL;
  return add_total (copy_without (data, row, -1), "row", g_steal_pointer (&key),
                    g_steal_pointer (&parts));
}

/**
 * foi_totals_dup_with_row:
 * @data: a table
 * @row: a row's position
 *
 * Returns: (transfer full) (nullable): the table's `foi:totals` with @row declared to be the total
 *   of the rows above it, sealed; %NULL if it has no key, or there is nothing above to add.
 */
JsonNode *
foi_totals_dup_with_row (FoiTableData *data, guint row)
{
  g_return_val_if_fail (data != NULL, NULL);
  return dup_with_row (data, row, foi_table_data_dup_row_key (data, row));
}

/**
 * foi_totals_dup_with_called_row:
 * @data: a table
 * @row: the position of a row that somebody called a total where only years or the like are names
 *
 * Returns: (transfer full) (nullable): as foi_totals_dup_with_row(), also if the row has no key: it
 *   is then called "Total" wherever it is shown.
 */
JsonNode *
foi_totals_dup_with_called_row (FoiTableData *data, guint row)
{
  g_return_val_if_fail (data != NULL, NULL);
  return dup_with_row (data, row, foi_table_data_dup_row_address (data, row));
}

/**
 * foi_totals_dup_with_column:
 * @data: a table
 * @column: a column's place
 *
 * Returns: (transfer full) (nullable): the table's `foi:totals` with @column declared to be the
 *   total of the columns left of it that can be added, sealed; %NULL if there are none.
 */
JsonNode *
foi_totals_dup_with_column (FoiTableData *data, guint column)
{
  g_autoptr (JsonArray) parts = json_array_new ();
  FoiColumn *total;

  g_return_val_if_fail (data != NULL && column < foi_table_data_get_n_columns (data), NULL);

  total = foi_table_data_get_column (data, column);
  for (guint i = 0; i < column; i++)
    {
      FoiColumn *part = foi_table_data_get_column (data, i);

      if (foi_totals_can_add (part) && !foi_totals_is_column (data, i)
          && g_strcmp0 (foi_column_get_unit (part), foi_column_get_unit (total)) == 0)
        json_array_add_string_element (parts, foi_column_get_name (part));
    }
  if (!foi_totals_can_add (total) || json_array_get_length (parts) == 0)
    return NULL;
  return add_total (copy_without (data, -1, (int) column), "field",
                    foi_json_new_string (foi_column_get_name (total)), g_steal_pointer (&parts));
}

/**
 * foi_totals_dup_with_row_of:
 * @data: a table
 * @row: a row's position
 * @parts: (element-type guint): the positions of others
 *
 * Returns: (transfer full): the table's `foi:totals` with @row declared to be the total of @parts,
 *   sealed.
 */
JsonNode *
foi_totals_dup_with_row_of (FoiTableData *data, guint row, GArray *parts)
{
  JsonArray *of = json_array_new ();

  g_return_val_if_fail (data != NULL && parts != NULL, NULL);

  for (guint i = 0; i < parts->len; i++)
    json_array_add_element (
      of, foi_table_data_dup_row_address (data, g_array_index (parts, guint, i)));
  return add_total (copy_without (data, row, -1), "row",
                    foi_table_data_dup_row_address (data, row), of);
}

/**
 * foi_totals_dup_with_column_of:
 * @data: a table
 * @column: a column's place
 * @parts: (element-type guint): the places of others
 *
 * Returns: (transfer full): the table's `foi:totals` with @column declared to be the total of
 *   @parts, sealed.
 */
JsonNode *
foi_totals_dup_with_column_of (FoiTableData *data, guint column, GArray *parts)
{
  JsonArray *of = json_array_new ();
  FoiColumn *total;

  g_return_val_if_fail (data != NULL && parts != NULL, NULL);

  total = foi_table_data_get_column (data, column);
  for (guint i = 0; i < parts->len; i++)
    json_array_add_string_element (
      of, foi_column_get_name (foi_table_data_get_column (data, g_array_index (parts, guint, i))));
  return add_total (copy_without (data, -1, (int) column), "field",
                    foi_json_new_string (foi_column_get_name (total)), of);
}

/**
 * foi_totals_dup_without_row:
 * @data: a table
 * @row: a row's position
 *
 * Returns: (transfer full) (nullable): the table's `foi:totals` in which @row is no total, sealed;
 *   %NULL if none is left.
 */
JsonNode *
foi_totals_dup_without_row (FoiTableData *data, guint row)
{
  g_return_val_if_fail (data != NULL, NULL);

  return take_totals (copy_without (data, row, -1));
}

/**
 * foi_totals_dup_without_column:
 * @data: a table
 * @column: a column's place
 *
 * Returns: (transfer full) (nullable): the table's `foi:totals` in which @column is no total,
 *   sealed; %NULL if none is left.
 */
JsonNode *
foi_totals_dup_without_column (FoiTableData *data, guint column)
{
  g_return_val_if_fail (data != NULL, NULL);

  return take_totals (copy_without (data, -1, (int) column));
}
