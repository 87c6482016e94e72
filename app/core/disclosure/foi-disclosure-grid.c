/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-grid.h"

#include "foi-disclosure-summary.h"
#include "foi-disclosure-totals-private.h"
#include "foi-disclosure-unions.h"

/* Larger tables go with a letter as a file; nobody looks through them for sums by eye. */
#define MAX_ROWS 5000
#define MAX_CELLS 500000

/**
 * foi_disclosure_grid_new:
 *
 * Returns: (transfer full) (nullable): the counts of a table; %NULL where it has none, or too many.
 */
FoiDisclosureGrid *
foi_disclosure_grid_new (FoiDisclosureDraft *draft, FoiTableData *data)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  g_autoptr (FoiDisclosureGrid) self = g_new0 (FoiDisclosureGrid, 1);
  GPtrArray *unions;

  self->data = data;
  self->n_rows = n_rows;
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    {
      FoiColumn *column = foi_table_data_get_column (data, i);

      if (_foi_disclosure_is_count (column) && !foi_column_is_left_out (column)
          && !foi_table_data_is_key (data, i))
        g_array_append_val (self->columns, i);
    }
  if (self->columns->len == 0 || n_rows == 0 || n_rows > MAX_ROWS
      || self->columns->len * n_rows > MAX_CELLS)
    return NULL;
  self->values = g_new0 (gint64, self->columns->len * n_rows);
  self->is_known = g_new0 (gboolean, self->columns->len * n_rows);
  self->is_stated = g_new0 (gboolean, n_rows);
  self->is_total = g_new0 (gboolean, n_rows);
  unions = _foi_disclosure_get_row_unions (draft, data);
  for (guint row = 0; row < n_rows; row++)
    {
      self->is_stated[row] = _foi_disclosure_is_total_row (draft, data, row);
      self->has_totals = self->has_totals || (self->is_stated[row]
                                              && !_foi_disclosure_is_union (unions, row));
      /* An average is no part of anything either. */
      self->is_stated[row] = self->is_stated[row]
                             || _foi_disclosure_is_summary_row (draft, data, row);
      self->is_total[row] = self->is_stated[row];
      for (guint i = 0; i < self->columns->len; i++)
        {
          const guint at = row * self->columns->len + i;

          self->is_known[at]
            = _foi_disclosure_get_truth (draft, data, row, g_array_index (self->columns, guint, i),
                                         &self->values[at])
              && ABS (self->values[at]) <= FOI_DISCLOSURE_MAX_VALUE;
        }
    }
  return g_steal_pointer (&self);
}

/**
 * foi_disclosure_grid_free:
 *
 * Frees it.
 */
void
foi_disclosure_grid_free (FoiDisclosureGrid *self)
{
  g_array_unref (self->columns);
  g_free (self->values);
  g_free (self->is_known);
  g_free (self->is_stated);
  g_free (self->is_total);
  g_free (self);
}

/**
 * foi_disclosure_grid_get_column:
 * @column: one of its columns, from 0
 *
 * Returns: (transfer none): the column of the table.
 */
FoiColumn *
foi_disclosure_grid_get_column (const FoiDisclosureGrid *self, guint column)
{
  return foi_table_data_get_column (self->data, g_array_index (self->columns, guint, column));
}

/**
 * foi_disclosure_grid_get:
 *
 * Returns: the true count, of a cell that is known.
 */
gint64
foi_disclosure_grid_get (const FoiDisclosureGrid *self, guint row, guint column)
{
  return self->values[row * self->columns->len + column];
}

/**
 * foi_disclosure_grid_knows:
 *
 * Returns: whether the file has a true count for the cell.
 */
gboolean
foi_disclosure_grid_knows (const FoiDisclosureGrid *self, guint row, guint column)
{
  return self->is_known[row * self->columns->len + column];
}

/*
 * _foi_disclosure_grid_has_figure:
 *
 * Returns: whether there is a figure in a cell, shown or not.
 */
gboolean
_foi_disclosure_grid_has_figure (const FoiDisclosureGrid *self, guint row, guint column)
{
  const FoiCellState state
    = foi_table_data_get_cell (self->data, row, g_array_index (self->columns, guint, column))
        ->state;

  return state == FOI_CELL_VALUE || state == FOI_CELL_SUPPRESSED;
}

/*
 * _foi_disclosure_grid_withholds:
 *
 * Returns: whether a reader does not see the figure, or will not when it was protected.
 */
gboolean
_foi_disclosure_grid_withholds (FoiDisclosureDraft *draft, const FoiDisclosureGrid *self,
                                guint row, guint column)
{
  const guint place = g_array_index (self->columns, guint, column);

  return _foi_disclosure_is_hidden (draft, self->data, row, place)
         || (foi_disclosure_grid_knows (self, row, column)
             && foi_small_rule_covers (_foi_disclosure_get_rule (draft, self->data),
                                       foi_disclosure_grid_get_column (self, column),
                                       foi_disclosure_grid_get (self, row, column)));
}
