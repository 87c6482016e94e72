/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-totals-private.h"

#include <string.h>

#include "foi-disclosure-summary.h"
#include "foi-disclosure-unions.h"
#include "foi-totals.h"

/* Rows that are called totals though nothing declares them: "Total" at the foot of a table or of a
 * part of it, "All" among the values of one of several keys. What has another name is found in
 * foi-disclosure-seen.c. */

#define MIN_PARTS 2
/* Beside a total, above and below it. */
#define N_SIDES 3

typedef struct
{
  FoiDisclosureDraft *draft;
  FoiTableData *data;
  guint n_rows;
  GArray *columns;     /* of guint: counts */
  int *called;         /* of a row: the column that calls it a total, or -1 */
  gboolean *is_total;  /* declared or called */
  GPtrArray *found;
} Rows;

static void
free_found (gpointer data)
{
  FoiFoundSum *self = data;

  g_array_unref (self->parts);
  g_free (self);
}

/*
 * _foi_disclosure_new_found:
 *
 * Returns: (transfer full) (element-type FoiFoundSum): a list for totals that are found.
 */
GPtrArray *
_foi_disclosure_new_found (void)
{
  return g_ptr_array_new_with_free_func (free_found);
}

/*
 * _foi_disclosure_add_found:
 *
 * Returns: (transfer none): a total without parts, in the list.
 */
FoiFoundSum *
_foi_disclosure_add_found (GPtrArray *found, guint total)
{
  FoiFoundSum *self = g_new (FoiFoundSum, 1);

  self->total = total;
  self->parts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (found, self);
  return self;
}

/*
 * _foi_disclosure_copy_found:
 *
 * Adds totals of another list.
 */
void
_foi_disclosure_copy_found (GPtrArray *found, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      const FoiFoundSum *sum = others->pdata[i];

      g_array_append_vals (_foi_disclosure_add_found (found, sum->total)->parts, sum->parts->data,
                           sum->parts->len);
    }
}

static gboolean
is_name (FoiTableData *data, guint column)
{
  return foi_table_data_is_key (data, column)
         || foi_column_get_value_type (foi_table_data_get_column (data, column)) == FOI_VALUE_TEXT;
}

static int
find_label (FoiTableData *data, guint row)
{
  for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
    {
      const FoiCell *cell = foi_table_data_get_cell (data, row, j);

      if (is_name (data, j) && cell->state == FOI_CELL_VALUE && cell->has_text
          && foi_totals_is_label (cell->text))
        return (int) j;
    }
  return -1;
}

/*
 * _foi_disclosure_have_other_keys:
 * @but: a key
 *
 * Returns: whether two rows have the same in all keys but that one.
 */
gboolean
_foi_disclosure_have_other_keys (FoiTableData *data, guint row, guint other, guint but)
{
  for (guint i = 0; i < foi_table_data_get_n_keys (data); i++)
    {
      const guint key = foi_table_data_get_key (data, i);

      if (key != but && !foi_cell_equal (foi_table_data_get_cell (data, row, key),
                                         foi_table_data_get_cell (data, other, key)))
        return FALSE;
    }
  return TRUE;
}

/* Whether a row is one of those that a total in @column adds up: the same in all other keys. */
static gboolean
is_beside (Rows *self, guint total, guint row, guint column)
{
  return row != total && self->called[row] != (int) column
         && _foi_disclosure_have_other_keys (self->data, total, row, column);
}

typedef enum
{
  SUM_FITS,
  SUM_IS_OPEN, /* something in it is not known here, and could make it fit */
  SUM_IS_WRONG,
} SumVerdict;

/* Between what the true number of a cell lies. */
static void
get_ends (Rows *self, guint row, guint column, FoiWide *from, FoiWide *to)
{
  gint64 value;
  const FoiSecretCell *cell;

  if (_foi_disclosure_get_truth (self->draft, self->data, row, column, &value))
    {
      *from = *to = value;
      return;
    }
  cell = foi_disclosure_problem_get (self->draft->self->problem,
                                     _foi_disclosure_draft_take (self->draft, self->data, row,
                                                                 column));
  *from = cell->from;
  *to = cell->to == FOI_LINEAR_NO_TO ? (FoiWide) G_MAXINT64 * G_MAXINT32 : cell->to;
}

static SumVerdict
judge_column (Rows *self, guint total, GArray *parts, guint column)
{
  FoiWide from = 0, to = 0, total_from, total_to;

  get_ends (self, total, column, &total_from, &total_to);
  for (guint i = 0; i < parts->len; i++)
    {
      FoiWide part_from, part_to;

      get_ends (self, g_array_index (parts, guint, i), column, &part_from, &part_to);
      from += part_from;
      to += part_to;
    }
  if (from > total_to || to < total_from)
    return SUM_IS_WRONG;
  return from == to && total_from == total_to ? SUM_FITS : SUM_IS_OPEN;
}

/* Keeps a sum if some column says so and, without that, if none speaks against it. */
static gboolean
try_parts (Rows *self, guint total, GArray *parts, guint min_columns)
{
  guint n_fit = 0, n_wrong = 0;
  FoiFoundSum *found;

  for (guint i = 0; parts->len > 0 && i < self->columns->len; i++)
    {
      guint column = g_array_index (self->columns, guint, i);
      SumVerdict verdict;

      if (foi_table_data_get_cell (self->data, total, column)->state == FOI_CELL_BLANK)
        continue;
      verdict = judge_column (self, total, parts, column);
      n_wrong += verdict == SUM_IS_WRONG;
      n_fit += verdict == SUM_FITS;
    }
  if (parts->len == 0 || n_fit < min_columns || (n_wrong > 0 && n_fit == 0))
    return FALSE;
  found = _foi_disclosure_add_found (self->found, total);
  g_array_append_vals (found->parts, parts->data, parts->len);
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

/* The rows on one side, up to the next total. */
static void
list_run (Rows *self, guint total, int step, GArray *parts)
{
  g_array_set_size (parts, 0);
  for (gint64 row = (gint64) total + step;
       row >= 0 && row < self->n_rows && !self->is_total[row]; row += step)
    {
      guint place = (guint) row;

      g_array_append_val (parts, place);
    }
  g_array_sort (parts, compare_places);
}

static void
list_beside (Rows *self, guint total, gboolean totals, GArray *parts)
{
  int column = self->called[total];

  g_array_set_size (parts, 0);
  for (guint row = 0; row < self->n_rows; row++)
    {
      if (totals ? row != total && self->called[row] == column
                 : is_beside (self, total, row, (guint) column))
        g_array_append_val (parts, row);
    }
}

static gboolean
is_same (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  /* What never had an element has no place for one. */
  return a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0;
}

/* The same without what is some of the others together, and what is called an average or the like;
 * or only without what is one by its figures, @only_proven. */
static GArray *
list_without_summaries (Rows *self, GArray *parts, gboolean only_proven)
{
  GPtrArray *unions = _foi_disclosure_get_row_unions (self->draft, self->data);
  GArray *rest = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < parts->len; i++)
    {
      const guint row = g_array_index (parts, guint, i);

      if (_foi_disclosure_is_union (unions, row))
        continue;
      if (only_proven ? !_foi_disclosure_is_summary_row (self->draft, self->data, row)
                      : _foi_disclosure_get_summary_of_row (self->data, row) == FOI_SUMMARY_NONE)
        g_array_append_val (rest, row);
    }
  return rest;
}

/* The rows that have its other keys, those above it, those below it, and the totals; of the first
 * three without rows that are called averages and the like as well, as these may be of others. */
static GPtrArray *
list_choices (Rows *self, guint total)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < N_SIDES; i++)
    {
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));

      if (i == 0)
        list_beside (self, total, FALSE, parts);
      else
        list_run (self, total, i == 1 ? -1 : 1, parts);
      g_ptr_array_insert (choices, (int) i, list_without_summaries (self, parts, FALSE));
      g_ptr_array_add (choices, list_without_summaries (self, parts, TRUE));
    }
  g_ptr_array_add (choices, g_array_new (FALSE, FALSE, sizeof (guint)));
  list_beside (self, total, TRUE, choices->pdata[2 * N_SIDES]);
  return choices;
}

/* A row that is called a total: of the rows that have its other keys, of those above it or below
 * it, or of the totals. All that hold are known to a reader; where nothing here can say which
 * does, he takes the first. */
static void
find_called (Rows *self, guint total)
{
  g_autoptr (GPtrArray) choices = list_choices (self, total);
  const GArray *totals = choices->pdata[choices->len - 1];
  gboolean is_any = FALSE;

  for (guint i = 0; i < choices->len; i++)
    {
      gboolean is_new = choices->pdata[i] != totals || totals->len >= MIN_PARTS;

      for (guint j = 0; j < i; j++)
        is_new = is_new && !is_same (choices->pdata[i], choices->pdata[j]);
      is_any = (is_new && try_parts (self, total, choices->pdata[i], 1)) || is_any;
    }
  for (guint i = 0; i < choices->len && !is_any; i++)
    is_any = choices->pdata[i] != totals && try_parts (self, total, choices->pdata[i], 0);
}

/*
 * _foi_disclosure_find_row_totals:
 *
 * Returns: (transfer full) (element-type FoiFoundSum): the rows that are called the sum of
 *   others, and that nothing declares to be. Not every column need add up.
 */
GPtrArray *
_foi_disclosure_find_row_totals (FoiDisclosureDraft *draft, FoiTableData *data)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree int *called = g_new (int, n_rows + 1);
  g_autofree gboolean *is_total = g_new (gboolean, n_rows + 1);
  Rows rows = { draft, data, n_rows, columns, called, is_total, NULL };

  rows.found = _foi_disclosure_new_found ();
  for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
    {
      if (_foi_disclosure_is_count (foi_table_data_get_column (data, j))
          && !foi_table_data_is_key (data, j)
          && !foi_column_is_left_out (foi_table_data_get_column (data, j)))
        g_array_append_val (columns, j);
    }
  for (guint row = 0; row < n_rows; row++)
    {
      called[row] = find_label (data, row);
      is_total[row] = called[row] >= 0 || foi_totals_is_row (data, row);
    }
  _foi_disclosure_copy_found (rows.found, _foi_disclosure_get_row_unions (draft, data));
  for (guint row = 0; row < n_rows && columns->len > 0; row++)
    {
      if (called[row] >= 0 && !foi_totals_is_row (data, row))
        find_called (&rows, row);
    }
  return rows.found;
}

/*
 * _foi_disclosure_is_in_sum:
 *
 * Returns: whether it is the total or one of the parts.
 */
gboolean
_foi_disclosure_is_in_sum (const FoiFoundSum *sum, guint place)
{
  gboolean is_part = sum->total == place;

  for (guint i = 0; i < sum->parts->len && !is_part; i++)
    is_part = g_array_index (sum->parts, guint, i) == place;
  return is_part;
}

/*
 * _foi_disclosure_get_found:
 * @lists: of each table that was looked through what @find found
 *
 * Returns: (transfer none) (element-type FoiFoundSum): what it finds in a table, found once.
 */
GPtrArray *
_foi_disclosure_get_found (FoiDisclosureDraft *draft, FoiTableData *data, GHashTable *lists,
                           FoiFindSums find)
{
  GPtrArray *found = g_hash_table_lookup (lists, data);

  if (found == NULL)
    {
      found = find (draft, data);
      g_hash_table_insert (lists, data, found);
    }
  return found;
}

/*
 * _foi_disclosure_get_row_totals:
 *
 * Returns: (transfer none) (element-type FoiFoundSum): as _foi_disclosure_find_row_totals(), found
 *   once.
 */
GPtrArray *
_foi_disclosure_get_row_totals (FoiDisclosureDraft *draft, FoiTableData *data)
{
  return _foi_disclosure_get_found (draft, data, draft->row_totals,
                                    _foi_disclosure_find_row_totals);
}

/*
 * _foi_disclosure_get_column_totals:
 *
 * Returns: (transfer none) (element-type FoiFoundSum): as _foi_disclosure_find_column_totals(),
 *   found once.
 */
GPtrArray *
_foi_disclosure_get_column_totals (FoiDisclosureDraft *draft, FoiTableData *data)
{
  return _foi_disclosure_get_found (draft, data, draft->column_totals,
                                    _foi_disclosure_find_column_totals);
}

/*
 * _foi_disclosure_is_total_row:
 *
 * Returns: whether a row is the total of others, declared or not.
 */
gboolean
_foi_disclosure_is_total_row (FoiDisclosureDraft *draft, FoiTableData *data, guint row)
{
  gboolean *is_total = g_hash_table_lookup (draft->is_total, data);
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  GPtrArray *found;

  if (is_total == NULL)
    {
      is_total = g_new (gboolean, n_rows + 1);
      for (guint i = 0; i < n_rows; i++)
        is_total[i] = foi_totals_is_row (data, i);
      found = _foi_disclosure_get_row_totals (draft, data);
      for (guint i = 0; i < found->len; i++)
        is_total[((FoiFoundSum *) found->pdata[i])->total] = TRUE;
      g_hash_table_insert (draft->is_total, data, is_total);
    }
  return is_total[row];
}

/*
 * _foi_disclosure_is_seen_total:
 *
 * Returns: whether a row is the total of others, declared or not; or what others come to by its
 *   figures alone, as far as the table was looked through already.
 */
gboolean
_foi_disclosure_is_seen_total (FoiDisclosureDraft *draft, FoiTableData *data, guint row)
{
  const gboolean *is_seen = g_hash_table_lookup (draft->is_seen, data);

  return (is_seen != NULL && is_seen[row]) || _foi_disclosure_is_total_row (draft, data, row);
}
