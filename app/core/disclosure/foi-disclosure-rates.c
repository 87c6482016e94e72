/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-totals-private.h"

#include <string.h>

#include "foi-json-edit.h"
#include "foi-number-words.h"
#include "foi-number.h"

/* Percentages, rates and means that a table gives of its counts, and by how many per cent these
 * changed. Nothing declares them. */

/* A table with more is not searched for rates: nobody could read them either. */
#define MAX_RATE_COLUMNS 30
/* As many rows have to agree before two columns are taken for a rate. */
#define MIN_AGREEING 2
/* One that is wrong needs as many that agree. */
#define WRONG_SHARE 4

/* Of a row: how it stands to the rate that the column would be. */
typedef enum
{
  ROW_SILENT,
  ROW_AGREES,
  ROW_SLIPS, /* within one of the last digit: cut off, or a half rounded the other way */
  ROW_IS_WRONG,
} RowVerdict;

/* As numbers are typed: "+5" is 5, and a minus sign of the typographers a minus. */
static char *
dup_signed (const char *text)
{
  static const char minus[] = "\342\210\222";
  g_autofree char *plain = g_strstrip (foi_number_fold (text));

  if (g_str_has_prefix (plain, minus))
    return g_strconcat ("-", plain + strlen (minus), NULL);
  return g_strdup (plain[0] == '+' ? plain + 1 : plain);
}

/* "-", "..", "n/a": a row that has no percentage, as the first of several years has no change. */
static gboolean
says_nothing (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      return g_ascii_strcasecmp (text, "n/a") == 0;
  return TRUE;
}

/* Reads "6.3%" or "6.3 per cent"; @decimals of its own. */
static gboolean
read_percentage (const char *text, gint64 *number, int *decimals)
{
  static const char *const signs[] = { "%", "per cent", "percent" };
  g_autofree char *bare = dup_signed (text);
  const char *point;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (!g_str_has_suffix (bare, signs[i]))
        continue;
      bare[strlen (bare) - strlen (signs[i])] = '\0';
      g_strchomp (bare);
      point = strchr (bare, '.');
      *decimals = point == NULL ? 0 : (int) strlen (point + 1);
      return *decimals <= FOI_MAX_DECIMALS && foi_number_from_text (bare, *decimals, number);
    }
  return FALSE;
}

/* A column of words in which every cell reads as a percentage is one of percentages. */
static gboolean
reads_as_percentages (FoiTableData *data, guint column, int *decimals)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  gboolean is_any = FALSE;

  *decimals = 0;
  for (guint row = 0; row < n_rows; row++)
    {
      const FoiCell *cell = foi_table_data_get_cell (data, row, column);
      gint64 number;
      int own;

      if (cell->state != FOI_CELL_VALUE || (cell->has_text && says_nothing (cell->text)))
        continue;
      if (!cell->has_text || !read_percentage (cell->text, &number, &own))
        return FALSE;
      *decimals = MAX (*decimals, own);
      is_any = TRUE;
    }
  return is_any;
}

/*
 * _foi_disclosure_may_be_rate:
 * @decimals: (out): as many as its figures have
 *
 * Returns: whether a column may have percentages, rates or means.
 */
gboolean
_foi_disclosure_may_be_rate (FoiTableData *data, guint column, int *decimals)
{
  FoiColumn *what = foi_table_data_get_column (data, column);
  const FoiValueType type = foi_column_get_value_type (what);

  *decimals = foi_column_get_decimals (what);
  return type == FOI_VALUE_PERCENTAGE || type == FOI_VALUE_DECIMAL
         || (type == FOI_VALUE_TEXT && reads_as_percentages (data, column, decimals));
}

/*
 * _foi_disclosure_read_figure:
 * @decimals: of the column
 * @step: (out): how many of its last digits the last digit of the figure itself is: of "50%" among
 *   "6.3%", ten
 *
 * Returns: whether there is a figure in the cell.
 */
gboolean
_foi_disclosure_read_figure (FoiTableData *data, guint row, guint column, int decimals,
                             gint64 *number, gint64 *step)
{
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);
  int own = decimals;

  *step = 1;
  if (cell->state != FOI_CELL_VALUE)
    return FALSE;
  if (!cell->has_text)
    *number = cell->number;
  else if (!read_percentage (cell->text, number, &own))
    return FALSE;
  for (; own < decimals; own++)
    *step *= 10;
  *number *= *step;
  return TRUE;
}

/* Begins a rate with its column; FALSE where that can be none. */
static gboolean
begin_rate (FoiTableData *data, guint column, FoiRate *out)
{
  FoiColumn *what = foi_table_data_get_column (data, column);
  FoiValueType type = foi_column_get_value_type (what);

  *out = (FoiRate) { .data = data, .rate = column, .below_row = -1 };
  if (foi_column_is_left_out (what))
    return FALSE;
  out->is_percentage = type == FOI_VALUE_PERCENTAGE || type == FOI_VALUE_TEXT;
  return _foi_disclosure_may_be_rate (data, column, &out->decimals);
}

/* The factors: 2·above·scale lies within below of 2·rate·below. */
static gint64
get_scale (const FoiRate *rate)
{
  return rate->times * foi_number_power_of_ten (rate->decimals);
}

/* What stands in a row, in the last digits of the column. */
static gboolean
read_rate (const FoiRate *rate, guint row, gint64 *number, gint64 *step)
{
  if (!_foi_disclosure_read_figure (rate->data, row, rate->rate, rate->decimals, number, step))
    return FALSE;
  /* 12% more is 112% of it. */
  if (rate->is_change)
    *number += get_scale (rate);
  return TRUE;
}

/* The row of what the rate is of; FALSE where there is none, of the first of several years. */
static gboolean
find_below_row (const FoiRate *rate, guint row, guint *below_row)
{
  *below_row = rate->below_row >= 0 ? (guint) rate->below_row
                                    : (guint) ((gint64) row + rate->step);
  return rate->below_row >= 0
         || ((gint64) row + rate->step >= 0
             && *below_row < foi_row_store_get_length (foi_table_data_get_rows (rate->data)));
}

/* A blank count is no count of which there could be a rate. */
static gboolean
get_count (FoiDisclosureDraft *draft, const FoiRate *rate, guint row, guint column, gint64 *out)
{
  FoiCellState state = foi_table_data_get_cell (rate->data, row, column)->state;

  return (state == FOI_CELL_VALUE || state == FOI_CELL_SUPPRESSED)
         && _foi_disclosure_get_truth (draft, rate->data, row, column, out);
}

static gboolean
get_counts (FoiDisclosureDraft *draft, const FoiRate *rate, guint row, gint64 *above,
            gint64 *below)
{
  guint below_row;

  return find_below_row (rate, row, &below_row)
         && get_count (draft, rate, row, rate->above, above)
         && get_count (draft, rate, below_row, rate->below, below);
}

static RowVerdict
judge_row (FoiDisclosureDraft *draft, const FoiRate *rate, gint64 scale, guint row, gint64 *above)
{
  gint64 number, step, below;
  FoiWide whole, gap;

  if (!read_rate (rate, row, &number, &step)
      || !get_counts (draft, rate, row, above, &below) || (*above == 0 && below == 0))
    return ROW_SILENT;
  whole = (FoiWide) below * rate->below_unit;
  gap = 2 * ((FoiWide) *above * rate->above_unit * scale - number * whole);
  gap = gap < 0 ? -gap : gap;
  if (whole <= 0 || gap > 2 * whole * step)
    return ROW_IS_WRONG;
  return gap <= whole * step ? ROW_AGREES : ROW_SLIPS;
}

/* Whether enough of the rows that can say agree. Who reads the table sees a rate all the same
 * where one figure was cut off and not rounded, or is a slip. */
static gboolean
holds (FoiDisclosureDraft *draft, FoiRate *rate)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (rate->data));
  gint64 scale = get_scale (rate);
  int more = foi_column_get_decimals (foi_table_data_get_column (rate->data, rate->above))
             - foi_column_get_decimals (foi_table_data_get_column (rate->data, rate->below));
  guint n_agreeing = 0, n_slips = 0, n_wrong = 0;

  rate->above_unit = rate->below_unit = 1;
  for (; more != 0; more += more < 0 ? 1 : -1)
    *(more < 0 ? &rate->above_unit : &rate->below_unit) *= 10;
  for (guint row = 0; row < n_rows && n_wrong * WRONG_SHARE <= n_rows; row++)
    {
      gint64 above = 0;
      RowVerdict verdict = judge_row (draft, rate, scale, row, &above);

      n_agreeing += verdict == ROW_AGREES && above > 0;
      n_slips += verdict == ROW_SLIPS;
      n_wrong += verdict == ROW_IS_WRONG;
    }
  rate->slips = n_slips > 0;
  return n_agreeing >= MIN_AGREEING && n_slips <= 2 * n_agreeing
         && n_wrong * WRONG_SHARE <= n_agreeing;
}

/* The greatest one that both have, so that factors stay small. */
static gint64
get_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return MAX (a, 1);
}

/* One side of what was rounded, @reach half steps of the last digit away. */
static gboolean
add_rate_line (FoiDisclosureDraft *draft, const FoiRate *rate, guint row, gint64 number,
               gint64 reach)
{
  guint above = _foi_disclosure_draft_take (draft, rate->data, row, rate->above);
  gint64 part, whole, divisor;
  guint below_row, below;
  FoiLine *line;

  if (!find_below_row (rate, row, &below_row))
    return TRUE;
  below = _foi_disclosure_draft_take (draft, rate->data, below_row, rate->below);
  if (above == below)
    return TRUE;
  line = _foi_disclosure_draft_add_line (draft, FOI_LINE_RATE);
  part = 2 * get_scale (rate) * rate->above_unit;
  whole = (-2 * number - reach) * rate->below_unit;
  divisor = get_divisor (part, ABS (whole));
  foi_line_add (line, above, part / divisor);
  foi_line_add (line, below, whole / divisor);
  line->from = reach < 0 ? 0 : FOI_LINEAR_NO_FROM;
  line->to = reach < 0 ? FOI_LINEAR_NO_TO : 0;
  return _foi_disclosure_draft_keep_line (draft, line);
}

/* Both sides to which the true rate was rounded: as the last digit of the column says if that is
 * so, else as far as slips reach, else as its own last digit says. What is not known here is only
 * held to what is so in the other rows. */
static void
add_rate_lines (FoiDisclosureDraft *draft, const FoiRate *rate, guint row)
{
  gint64 number, step, above, below;
  gboolean is_known;

  if (!read_rate (rate, row, &number, &step))
    return;
  is_known = get_counts (draft, rate, row, &above, &below);
  for (int side = -1; side <= 1; side += 2)
    {
      if (!is_known)
        add_rate_line (draft, rate, row, number, side * step * (rate->slips ? 2 : 1));
      else if (!add_rate_line (draft, rate, row, number, side)
               && !add_rate_line (draft, rate, row, number, side * 2))
        add_rate_line (draft, rate, row, number, side * 2 * step);
    }
}

/*
 * _foi_disclosure_has_hidden:
 *
 * Returns: whether a reader does not see all true figures of a column.
 */
gboolean
_foi_disclosure_has_hidden (FoiDisclosureDraft *draft, FoiTableData *data, guint column)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));

  for (guint row = 0; row < n_rows; row++)
    {
      if (_foi_disclosure_is_hidden (draft, data, row, column))
        return TRUE;
    }
  return FALSE;
}

/* By what the rate is multiplied, if it is one. */
static gboolean
find_times (FoiDisclosureDraft *draft, FoiRate *rate)
{
  static const gint64 times[] = { 100, 1, 1000, 10000, 100000 };

  for (guint i = 0; i < (rate->is_percentage ? 1 : G_N_ELEMENTS (times)); i++)
    {
      rate->times = times[i];
      if (holds (draft, rate))
        return TRUE;
    }
  return FALSE;
}

/* Of a share the whole is a total in the column itself. */
static gboolean
find_share (FoiDisclosureDraft *draft, FoiRate *rate)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (rate->data));

  rate->below = rate->above;
  for (guint row = 0; row < n_rows; row++)
    {
      if (!_foi_disclosure_is_seen_total (draft, rate->data, row))
        continue;
      rate->below_row = (int) row;
      if (find_times (draft, rate))
        return TRUE;
    }
  return FALSE;
}

/* By how many per cent a count is more, or less, than in the row before or after it. */
static gboolean
find_change (FoiDisclosureDraft *draft, FoiRate *rate)
{
  rate->below = rate->above;
  rate->below_row = -1;
  rate->is_change = TRUE;
  rate->times = 100;
  for (rate->step = -1; rate->step <= 1; rate->step += 2)
    if (holds (draft, rate))
      return TRUE;
  return FALSE;
}

/* By how many per cent one count is more, or less, than the other. */
static gboolean
find_difference (FoiDisclosureDraft *draft, FoiRate *rate)
{
  rate->is_change = TRUE;
  rate->times = 100;
  return holds (draft, rate);
}

static void
add_lines (FoiDisclosureDraft *draft, const FoiRate *rate)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (rate->data));

  for (guint row = 0; row < n_rows; row++)
    add_rate_lines (draft, rate, row);
}

/* Whether something of the column is worth a search. */
static gboolean
is_asked_about (FoiDisclosureDraft *draft, FoiTableData *data, guint column)
{
  return draft->wholes != NULL || _foi_disclosure_has_hidden (draft, data, column);
}

static gboolean
can_be_part (FoiTableData *data, guint column, guint rate)
{
  return column != rate && _foi_disclosure_is_count (foi_table_data_get_column (data, column));
}

/* What a column that may be a rate says of one count and another. */
static void
add_rates_of (FoiDisclosureDraft *draft, const FoiRate *begun)
{
  guint n_columns = foi_table_data_get_n_columns (begun->data);

  for (guint below = 0; below < n_columns; below++)
    {
      FoiRate found = *begun, more = *begun;

      found.below = more.below = below;
      if (below == found.above || !can_be_part (found.data, below, found.rate)
          || (!is_asked_about (draft, found.data, found.above)
              && !is_asked_about (draft, found.data, below)))
        continue;
      if (find_times (draft, &found))
        add_lines (draft, &found);
      if (find_difference (draft, &more))
        add_lines (draft, &more);
    }
}

/* What it says of one count alone: of its total, and of the row before it. */
static void
add_rates_within (FoiDisclosureDraft *draft, const FoiRate *begun)
{
  FoiRate share = *begun, change = *begun;

  if (!is_asked_about (draft, begun->data, begun->above))
    return;
  if (find_share (draft, &share))
    add_lines (draft, &share);
  if (find_change (draft, &change))
    add_lines (draft, &change);
}

/*
 * _foi_disclosure_add_rates:
 *
 * Adds the percentages, rates and means that the table gives of its counts, and by how many per
 * cent they changed. Nothing declares them: a column is one where it is so in nearly every row.
 */
void
_foi_disclosure_add_rates (FoiDisclosureDraft *draft, FoiTableData *data)
{
  guint n_columns = foi_table_data_get_n_columns (data);

  for (guint rate = 0; rate < n_columns && n_columns <= MAX_RATE_COLUMNS; rate++)
    {
      FoiRate begun;

      if (!begin_rate (data, rate, &begun))
        continue;
      for (begun.above = 0; begun.above < n_columns; begun.above++)
        {
          if (!can_be_part (data, begun.above, rate))
            continue;
          add_rates_of (draft, &begun);
          add_rates_within (draft, &begun);
        }
    }
}

/*
 * _foi_disclosure_find_rate:
 * @column: a column of @data
 *
 * Returns: whether the column is a rate of two others in nearly every row, and which.
 */
gboolean
_foi_disclosure_find_rate (FoiDisclosureDraft *draft, FoiTableData *data, guint column,
                           FoiRate *out)
{
  guint n_columns = foi_table_data_get_n_columns (data);
  FoiRate begun;

  if (!begin_rate (data, column, &begun))
    return FALSE;
  for (guint above = 0; above < n_columns; above++)
    {
      *out = begun;
      out->above = above;
      if (!can_be_part (data, above, column))
        continue;
      for (out->below = 0; out->below < n_columns; out->below++)
        {
          if (out->below != above && can_be_part (data, out->below, column)
              && find_times (draft, out))
            return TRUE;
        }
      if (find_share (draft, out))
        return TRUE;
    }
  return FALSE;
}
