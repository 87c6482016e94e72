/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-case-private.h"

#include "foi-json-edit.h"

/* Percentages, rates and means that a table gives of its counts. Nothing declares them. */

/* A table with more is not searched for rates: nobody could read them either. */
#define MAX_RATE_COLUMNS 30
/* As many rows have to agree before two columns are taken for a rate. */
#define MIN_AGREEING 2

static gboolean
is_rate (FoiColumn *column)
{
  FoiValueType type = foi_column_get_value_type (column);

  return (type == FOI_VALUE_PERCENTAGE || type == FOI_VALUE_DECIMAL)
         && !foi_column_is_left_out (column);
}

/* The factors: 2·above·scale lies within below of 2·rate·below. */
static gint64
get_scale (const FoiRate *rate)
{
  gint64 scale = rate->times;

  for (int i = foi_column_get_decimals (foi_table_data_get_column (rate->data, rate->rate)); i > 0;
       i--)
    scale *= 10;
  return scale;
}

static guint
take_above (FoiDisclosureDraft *draft, const FoiRate *rate, guint row)
{
  return _foi_disclosure_draft_take (draft, rate->data, row, rate->above);
}

static guint
take_below (FoiDisclosureDraft *draft, const FoiRate *rate, guint row)
{
  return _foi_disclosure_draft_take (draft, rate->data,
                                     rate->below_row >= 0 ? (guint) rate->below_row : row,
                                     rate->below);
}

/* Whether all rows that can say agree, and enough of them do. */
static gboolean
holds (FoiDisclosureDraft *draft, const FoiRate *rate)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (rate->data));
  gint64 scale = get_scale (rate);
  guint n_agreeing = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      const FoiCell *cell = foi_table_data_get_cell (rate->data, row, rate->rate);
      gint64 above, below;
      FoiWide gap;

      if (cell->state != FOI_CELL_VALUE
          || !_foi_disclosure_get_truth (draft, rate->data, row, rate->above, &above)
          || !_foi_disclosure_get_truth (draft, rate->data,
                                         rate->below_row >= 0 ? (guint) rate->below_row : row,
                                         rate->below, &below))
        continue;
      gap = 2 * ((FoiWide) above * scale - (FoiWide) cell->number * below);
      if (below <= 0 || gap > below || gap < -below)
        return FALSE;
      n_agreeing += above > 0;
    }
  return n_agreeing >= MIN_AGREEING;
}

/* Both sides to which the true rate was rounded. */
static void
add_rate_lines (FoiDisclosureDraft *draft, const FoiRate *rate, guint row)
{
  const FoiCell *cell = foi_table_data_get_cell (rate->data, row, rate->rate);
  guint above = take_above (draft, rate, row);
  guint below = take_below (draft, rate, row);
  gint64 scale = get_scale (rate);

  if (cell->state != FOI_CELL_VALUE || above == below)
    return;
  for (int side = -1; side <= 1; side += 2)
    {
      FoiLine *line = _foi_disclosure_draft_add_line (draft, FOI_LINE_RATE);

      foi_line_add (line, above, 2 * scale);
      foi_line_add (line, below, -2 * cell->number - side);
      line->from = side < 0 ? 0 : FOI_LINEAR_NO_FROM;
      line->to = side < 0 ? FOI_LINEAR_NO_TO : 0;
      _foi_disclosure_draft_keep_line (draft, line);
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
  FoiColumn *column = foi_table_data_get_column (rate->data, rate->rate);
  gboolean is_percentage = foi_column_get_value_type (column) == FOI_VALUE_PERCENTAGE;

  for (guint i = 0; i < (is_percentage ? 1 : G_N_ELEMENTS (times)); i++)
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
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (rate->data), "foi:totals");

  rate->below = rate->above;
  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *key = foi_json_get_member (foi_json_get_element (totals, i), "row");
      guint row;

      if (key == NULL || !foi_table_data_find_row (rate->data, key, &row))
        continue;
      rate->below_row = (int) row;
      if (find_times (draft, rate))
        return TRUE;
    }
  return FALSE;
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

/*
 * _foi_disclosure_add_rates:
 *
 * Adds the percentages, rates and means that the table gives of its counts. Nothing declares them:
 * a column is one where it is so in every row.
 */
void
_foi_disclosure_add_rates (FoiDisclosureDraft *draft, FoiTableData *data)
{
  guint n_columns = foi_table_data_get_n_columns (data);

  for (guint rate = 0; rate < n_columns && n_columns <= MAX_RATE_COLUMNS; rate++)
    {
      if (!is_rate (foi_table_data_get_column (data, rate)))
        continue;
      for (guint above = 0; above < n_columns; above++)
        {
          FoiRate found = { .data = data, .rate = rate, .above = above, .below_row = -1 };

          if (!can_be_part (data, above, rate))
            continue;
          for (found.below = 0; found.below < n_columns; found.below++)
            {
              if (found.below != above && can_be_part (data, found.below, rate)
                  && (is_asked_about (draft, data, above)
                      || is_asked_about (draft, data, found.below))
                  && find_times (draft, &found))
                add_lines (draft, &found);
            }
          if (is_asked_about (draft, data, above) && find_share (draft, &found))
            add_lines (draft, &found);
        }
    }
}

/*
 * _foi_disclosure_find_rate:
 * @column: a column of @data
 *
 * Returns: whether the column is a rate of two others in every row, and which.
 */
gboolean
_foi_disclosure_find_rate (FoiDisclosureDraft *draft, FoiTableData *data, guint column,
                           FoiRate *out)
{
  guint n_columns = foi_table_data_get_n_columns (data);

  if (!is_rate (foi_table_data_get_column (data, column)))
    return FALSE;
  for (guint above = 0; above < n_columns; above++)
    {
      *out = (FoiRate) { .data = data, .rate = column, .above = above, .below_row = -1 };
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
