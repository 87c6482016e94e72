/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-summary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-disclosure-labels.h"
#include "foi-disclosure-totals-private.h"
#include "foi-disclosure-unions.h"
#include "foi-disclosure-words.h"
#include "foi-totals.h"

/* Rows that say what the average, the highest or the median of others is. A name alone may be that
 * of a school, "Highest Point": a row is one where the true figures say so too. What each tells of
 * the others is in foi-disclosure-summary-lines.c. */

/* Nobody writes more of them; larger tables go with a letter as a file. */
#define MAX_SUMMARIES 60
#define MAX_ROWS 5000
#define MIN_PARTS 2

static const struct
{
  const char *word;
  FoiSummary summary;
} summary_words[] = {
  { "average", FOI_SUMMARY_MEAN },    { "averages", FOI_SUMMARY_MEAN },
  { "mean", FOI_SUMMARY_MEAN },       { "avg", FOI_SUMMARY_MEAN },
  { "ave", FOI_SUMMARY_MEAN },        { "highest", FOI_SUMMARY_HIGHEST },
  { "maximum", FOI_SUMMARY_HIGHEST }, { "max", FOI_SUMMARY_HIGHEST },
  { "largest", FOI_SUMMARY_HIGHEST }, { "most", FOI_SUMMARY_HIGHEST },
  { "greatest", FOI_SUMMARY_HIGHEST }, { "peak", FOI_SUMMARY_HIGHEST },
  { "lowest", FOI_SUMMARY_LOWEST },   { "minimum", FOI_SUMMARY_LOWEST },
  { "min", FOI_SUMMARY_LOWEST },      { "smallest", FOI_SUMMARY_LOWEST },
  { "least", FOI_SUMMARY_LOWEST },    { "fewest", FOI_SUMMARY_LOWEST },
  { "median", FOI_SUMMARY_MEDIAN },   { "range", FOI_SUMMARY_RANGE },
  { "spread", FOI_SUMMARY_RANGE },
};

/*
 * _foi_disclosure_read_summary:
 * @text: what names a row, or heads a column
 *
 * Returns: what it speaks of, at its beginning or end: "Average per school", "Borough average".
 */
FoiSummary
_foi_disclosure_read_summary (const char *text)
{
  g_auto (GStrv) words = foi_label_split (text);
  const guint n = g_strv_length (words);

  for (guint i = 0; i < G_N_ELEMENTS (summary_words) && n > 0; i++)
    if (strcmp (words[0], summary_words[i].word) == 0
        || strcmp (words[n - 1], summary_words[i].word) == 0)
      return summary_words[i].summary;
  return FOI_SUMMARY_NONE;
}

/*
 * _foi_disclosure_dup_summary:
 * @line: of an average or the like
 *
 * Returns: (transfer full): how it gives @cell away, as a part of a sentence.
 */
char *
_foi_disclosure_dup_summary (FoiDisclosureCase *self, const FoiLine *line, guint cell)
{
  const guint summary = g_array_index (line->terms, FoiLineTerm, 0).cell;
  const FoiCellPlace *place = foi_disclosure_case_get_place (self, summary);
  g_autofree char *name = foi_disclosure_dup_row_key (place->data, place->row);
  g_autofree char *value
    = _foi_disclosure_dup_number (self, summary,
                                  foi_disclosure_problem_get (self->problem, summary)->value);

  if (_foi_disclosure_get_summary_of_row (place->data, place->row) == FOI_SUMMARY_NONE)
    {
      g_free (name);
      name = g_strdup (foi_column_get_title (foi_table_data_get_column (place->data,
                                                                        place->column)));
    }
  if (summary == cell)
    /* Translators: what a row is called: "Average", "Highest". */
    return g_strdup_printf (_("from the figures that “%s” is of"), name);
  /* Translators: what a row is called ("Average", "Highest"), and a number. */
  return g_strdup_printf (_("“%s” is %s, and the other figures are shown"), name, value);
}

static gboolean
is_name (FoiTableData *data, guint column)
{
  return foi_table_data_is_key (data, column)
         || foi_column_get_value_type (foi_table_data_get_column (data, column)) == FOI_VALUE_TEXT;
}

/* What one of the names of a row says it is, and in which column; none of it where that is a
 * number. */
static FoiSummary
find_name (FoiTableData *data, guint row, guint *column)
{
  for (*column = 0; *column < foi_table_data_get_n_columns (data); ++*column)
    {
      const FoiCell *cell = foi_table_data_get_cell (data, row, *column);
      FoiSummary summary;

      if (!is_name (data, *column) || cell->state != FOI_CELL_VALUE || !cell->has_text)
        continue;
      summary = _foi_disclosure_read_summary (cell->text);
      if (summary != FOI_SUMMARY_NONE)
        return summary;
    }
  return FOI_SUMMARY_NONE;
}

/*
 * _foi_disclosure_get_summary_of_row:
 *
 * Returns: what the name of a row says of it, be it so or not.
 */
FoiSummary
_foi_disclosure_get_summary_of_row (FoiTableData *data, guint row)
{
  guint column;

  return find_name (data, row, &column);
}

/* A table in which summaries are looked for. */
typedef struct
{
  FoiDisclosureDraft *draft;
  FoiTableData *data;
  guint n_rows;
  FoiSummary *summaries; /* of each row */
  guint *names;          /* of each row: the column that says so */
  gboolean *is_total;
} Table;

static gboolean
is_called_total (FoiTableData *data, guint row)
{
  for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
    {
      const FoiCell *cell = foi_table_data_get_cell (data, row, j);

      if (is_name (data, j) && cell->state == FOI_CELL_VALUE && cell->has_text
          && foi_totals_is_label (cell->text))
        return TRUE;
    }
  return foi_totals_is_row (data, row);
}

static guint
read_names (Table *self)
{
  GPtrArray *unions = _foi_disclosure_get_row_unions (self->draft, self->data);
  guint n = 0;

  for (guint row = 0; row < self->n_rows; row++)
    {
      self->summaries[row] = find_name (self->data, row, &self->names[row]);
      self->is_total[row]
        = is_called_total (self->data, row) || _foi_disclosure_is_union (unions, row);
      n += self->summaries[row] != FOI_SUMMARY_NONE;
    }
  return n;
}

static gboolean
is_part (const Table *self, guint row)
{
  return !self->is_total[row] && self->summaries[row] == FOI_SUMMARY_NONE;
}

/* The rows that have the same other names; of one name all. */
static void
list_beside (const Table *self, guint summary, GArray *parts)
{
  for (guint row = 0; row < self->n_rows; row++)
    {
      gboolean is_same = is_part (self, row);

      for (guint i = 0; i < foi_table_data_get_n_keys (self->data) && is_same; i++)
        {
          const guint key = foi_table_data_get_key (self->data, i);

          is_same = key == self->names[summary]
                    || foi_cell_equal (foi_table_data_get_cell (self->data, summary, key),
                                       foi_table_data_get_cell (self->data, row, key));
        }
      if (is_same)
        g_array_append_val (parts, row);
    }
}

/* The rows on one side, behind other summaries, up to the next total or summary. */
static void
list_run (const Table *self, guint summary, int step, GArray *parts)
{
  for (gint64 at = (gint64) summary + step; at >= 0 && at < self->n_rows; at += step)
    {
      const guint row = (guint) at;

      if (is_part (self, row))
        g_array_append_val (parts, row);
      else if (parts->len > 0)
        return;
    }
}

/* All rows but totals; without the first or the last of them, that may be a total by another
 * name. */
static void
list_all (const Table *self, guint skip_first, guint skip_last, GArray *parts)
{
  for (guint row = 0; row < self->n_rows; row++)
    if (is_part (self, row))
      g_array_append_val (parts, row);
  if (parts->len > MIN_PARTS && skip_first + skip_last > 0)
    g_array_remove_index (parts, skip_first > 0 ? 0 : parts->len - 1);
}

/* How a row stands to what it is said to be, in one column. */
typedef enum
{
  SUMMARY_IS_SO,
  SUMMARY_IS_OPEN,
  SUMMARY_IS_WRONG,
} Verdict;

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/*
 * _foi_disclosure_is_summary_of:
 * @figures: (element-type gint64): which are sorted by it
 *
 * Returns: whether @value is the average, the highest or the like of them, as it is rounded.
 */
gboolean
_foi_disclosure_is_summary_of (FoiSummary summary, gint64 value, GArray *figures)
{
  const gint64 *sorted = (const gint64 *) figures->data;
  const guint n = figures->len;
  FoiWide sum = 0, gap;

  g_array_sort (figures, compare_values);
  switch (summary)
    {
    case FOI_SUMMARY_HIGHEST:
      return value == sorted[n - 1];
    case FOI_SUMMARY_LOWEST:
      return value == sorted[0];
    case FOI_SUMMARY_RANGE:
      return value == sorted[n - 1] - sorted[0];
    case FOI_SUMMARY_MEDIAN:
      return ABS (2 * value - sorted[(n - 1) / 2] - sorted[n / 2]) <= 1;
    case FOI_SUMMARY_MEAN:
      for (guint i = 0; i < n; i++)
        sum += sorted[i];
      gap = 2 * (sum - (FoiWide) value * n);
      return (gap < 0 ? -gap : gap) <= n;
    case FOI_SUMMARY_NONE:
    default:
      return FALSE;
    }
}

static gboolean
has_figure (FoiTableData *data, guint row, guint column)
{
  const FoiCellState state = foi_table_data_get_cell (data, row, column)->state;

  return state == FOI_CELL_VALUE || state == FOI_CELL_SUPPRESSED;
}

static Verdict
judge (const Table *self, guint summary, const GArray *parts, guint column)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 value, part;

  if (!has_figure (self->data, summary, column)
      || !_foi_disclosure_get_truth (self->draft, self->data, summary, column, &value))
    return SUMMARY_IS_OPEN;
  for (guint i = 0; i < parts->len; i++)
    {
      const guint row = g_array_index (parts, guint, i);

      if (!has_figure (self->data, row, column))
        continue;
      if (!_foi_disclosure_get_truth (self->draft, self->data, row, column, &part))
        return SUMMARY_IS_OPEN;
      g_array_append_val (figures, part);
    }
  if (figures->len < MIN_PARTS)
    return SUMMARY_IS_OPEN;
  return _foi_disclosure_is_summary_of (self->summaries[summary], value, figures)
           ? SUMMARY_IS_SO : SUMMARY_IS_WRONG;
}

/* In how many columns it is so; -1: it is not. What nothing speaks against is so in none. */
static int
weigh (const Table *self, guint summary, const GArray *parts)
{
  int n_so = 0, n_wrong = 0;

  for (guint j = 0; j < foi_table_data_get_n_columns (self->data); j++)
    {
      FoiColumn *column = foi_table_data_get_column (self->data, j);
      Verdict verdict;

      if (!_foi_disclosure_is_count (column) || foi_table_data_is_key (self->data, j)
          || foi_column_is_left_out (column))
        continue;
      verdict = judge (self, summary, parts, j);
      n_so += verdict == SUMMARY_IS_SO;
      n_wrong += verdict == SUMMARY_IS_WRONG;
    }
  return n_so == 0 && n_wrong > 0 ? -1 : n_so;
}

#define N_CHOICES 6

/* The rows that it is so of in most columns, and of those the first. */
static void
find_parts (const Table *self, guint summary, GPtrArray *found)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  const GArray *best = NULL;
  int most = -1;

  for (guint i = 0; i < N_CHOICES; i++)
    g_ptr_array_add (choices, g_array_new (FALSE, FALSE, sizeof (guint)));
  list_beside (self, summary, choices->pdata[0]);
  list_run (self, summary, -1, choices->pdata[1]);
  list_run (self, summary, 1, choices->pdata[2]);
  for (guint i = 3; i < N_CHOICES; i++)
    list_all (self, i == 4, i == 5, choices->pdata[i]);
  for (guint i = 0; i < N_CHOICES; i++)
    {
      const GArray *parts = choices->pdata[i];
      const int n_so = parts->len < MIN_PARTS ? -1 : weigh (self, summary, parts);

      if (n_so <= most)
        continue;
      most = n_so;
      best = parts;
    }
  if (best != NULL)
    g_array_append_vals (_foi_disclosure_add_found (found, summary)->parts, best->data, best->len);
}

/*
 * _foi_disclosure_get_summaries:
 *
 * Returns: (transfer none) (element-type FoiFoundSum): the rows that say what others are on average
 *   and the like, and which others.
 */
GPtrArray *
_foi_disclosure_get_summaries (FoiDisclosureDraft *draft, FoiTableData *data)
{
  GPtrArray *found = g_hash_table_lookup (draft->summaries, data);
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  g_autofree FoiSummary *summaries = NULL;
  g_autofree guint *names = NULL;
  g_autofree gboolean *is_total = NULL;
  guint n;

  if (found != NULL)
    return found;
  found = _foi_disclosure_new_found ();
  g_hash_table_insert (draft->summaries, data, found);
  if (n_rows > MAX_ROWS)
    return found;
  summaries = g_new0 (FoiSummary, n_rows + 1);
  names = g_new0 (guint, n_rows + 1);
  is_total = g_new0 (gboolean, n_rows + 1);
  {
    Table self = { draft, data, n_rows, summaries, names, is_total };

    n = read_names (&self);
    for (guint row = 0; row < n_rows && n <= MAX_SUMMARIES; row++)
      if (summaries[row] != FOI_SUMMARY_NONE && !is_total[row])
        find_parts (&self, row, found);
  }
  return found;
}

/*
 * _foi_disclosure_is_summary_row:
 *
 * Returns: whether a row says what others are on average and the like: it is no part of a total.
 */
gboolean
_foi_disclosure_is_summary_row (FoiDisclosureDraft *draft, FoiTableData *data, guint row)
{
  GPtrArray *found = _foi_disclosure_get_summaries (draft, data);

  for (guint i = 0; i < found->len; i++)
    if (((FoiFoundSum *) found->pdata[i])->total == row)
      return TRUE;
  return FALSE;
}
