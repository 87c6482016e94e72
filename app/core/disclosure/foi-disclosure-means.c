/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-totals-private.h"

/* Which columns of numbers are means or rates: 4.5 days on average is no small count, and a total
 * row has no sum of them. */

static const char *const mean_words[] = { "average", "averages", "mean", "median", "mode", "rate",
                                          "rates", "ratio", "per", "percentage", "percent", "%",
                                          "share", "proportion", "index", "minimum", "maximum",
                                          "min", "max", "lowest", "highest", "shortest",
                                          "longest", "youngest", "oldest" };

/*
 * _foi_disclosure_has_word:
 * @words: (array length=n_words): in small letters
 *
 * Returns: whether one of them is a word of @text.
 */
gboolean
_foi_disclosure_has_word (const char *text, const char *const *words, gsize n_words)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_auto (GStrv) parts = g_strsplit_set (lower, " |(),", -1);

  for (gsize i = 0; i < n_words; i++)
    if (g_strv_contains ((const char *const *) parts, words[i]))
      return TRUE;
  return FALSE;
}

/* How the true figure of a total stands to those of its parts. */
typedef enum
{
  TOTAL_IS_OPEN,    /* something in it is not known here */
  TOTAL_IS_SUM,
  TOTAL_IS_BETWEEN, /* no sum, and between the least and the largest: as a mean is */
  TOTAL_IS_WRONG,
} TotalVerdict;

static TotalVerdict
judge_total (FoiDisclosureDraft *draft, FoiTableData *data, guint total, const GArray *parts,
             guint column)
{
  gint64 least = G_MAXINT64, most = G_MININT64, value, shown;
  FoiWide sum = 0;

  if (foi_table_data_get_cell (data, total, column)->state == FOI_CELL_BLANK
      || !_foi_disclosure_get_truth (draft, data, total, column, &shown))
    return TOTAL_IS_OPEN;
  for (guint i = 0; i < parts->len; i++)
    {
      if (!_foi_disclosure_get_truth (draft, data, g_array_index (parts, guint, i), column,
                                      &value))
        return TOTAL_IS_OPEN;
      sum += value;
      least = MIN (least, value);
      most = MAX (most, value);
    }
  if (sum == shown)
    return TOTAL_IS_SUM;
  return least <= shown && shown <= most ? TOTAL_IS_BETWEEN : TOTAL_IS_WRONG;
}

/*
 * _foi_disclosure_is_between:
 * @rows: (element-type guint): what row @total is the total of
 *
 * Returns: whether the figure in row @total is no sum of the others and lies among them, as a mean
 *   does.
 */
gboolean
_foi_disclosure_is_between (FoiDisclosureDraft *draft, FoiTableData *data, guint total,
                            const GArray *rows, guint column)
{
  return judge_total (draft, data, total, rows, column) == TOTAL_IS_BETWEEN;
}

/*
 * _foi_disclosure_is_called_mean:
 *
 * Returns: whether the heading of a column says that it does not count: "Average days".
 */
gboolean
_foi_disclosure_is_called_mean (FoiTableData *data, guint column)
{
  return _foi_disclosure_has_word (foi_column_get_title (foi_table_data_get_column (data, column)),
                                   mean_words, G_N_ELEMENTS (mean_words));
}

/* A column with decimals that counts, as full-time posts do, or not. */
static gboolean
is_mean (FoiDisclosureDraft *draft, FoiTableData *data, guint column)
{
  g_autoptr (GPtrArray) totals = NULL;
  gboolean is_between = FALSE;
  FoiRate rate;

  if (_foi_disclosure_is_called_mean (data, column)
      || _foi_disclosure_find_rate (draft, data, column, &rate))
    return TRUE;
  totals = _foi_disclosure_list_row_totals (draft, data);
  for (guint i = 0; i < totals->len; i++)
    {
      const FoiFoundSum *found = totals->pdata[i];
      TotalVerdict verdict = judge_total (draft, data, found->total, found->parts, column);

      if (verdict == TOTAL_IS_SUM)
        return FALSE;
      is_between = is_between || verdict == TOTAL_IS_BETWEEN;
    }
  return is_between;
}

/*
 * _foi_disclosure_counts:
 *
 * Returns: whether a column counts anything, so that a number in it can be small: the quarter of a
 *   year, a percentage, a mean and a rank do not.
 */
gboolean
_foi_disclosure_counts (FoiDisclosureDraft *draft, FoiTableData *data, guint column)
{
  FoiColumn *what = foi_table_data_get_column (data, column);

  return _foi_disclosure_is_count (what) && foi_small_rule_is_for (what)
         && !_foi_disclosure_is_called_rank (data, column)
         && (foi_column_get_decimals (what) == 0 || !is_mean (draft, data, column));
}

static void
forget_need (FoiSecretCell *cell)
{
  cell->unit = 0;
  cell->need_from = 1;
  cell->need_to = 0;
}

/*
 * _foi_disclosure_settle_means:
 * @of_use: (element-type FoiTableData): the tables whose cells matter
 *
 * Takes the rule off what does not count: of that a reader must only not find out the number.
 */
void
_foi_disclosure_settle_means (FoiDisclosureDraft *draft, GHashTable *of_use)
{
  GPtrArray *tables = foi_case_state_get_tables (draft->self->state);

  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *data = tables->pdata[i];

      for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
        {
          FoiColumn *column = foi_table_data_get_column (data, j);

          if (!g_hash_table_contains (of_use, data)
              || !_foi_disclosure_is_count (column) || _foi_disclosure_counts (draft, data, j))
            continue;
          for (guint k = 0; k < draft->self->places->len; k++)
            {
              const FoiCellPlace *place = &g_array_index (draft->self->places, FoiCellPlace, k);

              if (place->data == data && place->column == j)
                forget_need (foi_disclosure_problem_get (draft->self->problem, k));
            }
        }
    }
}
