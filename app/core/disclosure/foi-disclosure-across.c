/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "foi-disclosure-grid.h"
#include "foi-disclosure-labels.h"

/* Tables that show the same figures once more, or what figures of another come to, though nobody
 * declared it. A reader lays them side by side. */

/* As of one table: how little of a chance it is, in bits, where headings are the same, and where
 * they are not. That rows have the same keys says half of it. */
#define BITS_NAMED 4
#define BITS 8
/* Wider tables, and more of them, nobody compares by eye. */
#define MAX_COLUMNS 24
#define MAX_TABLES 40

/* Two tables: of each row of the first the row of the second that its key names, or -1. */
typedef struct
{
  const FoiDisclosureGrid *first, *second;
  int *row_of;
} Pair;

static double
count_bits (gint64 number)
{
  return log2 (1 + (double) ABS (number));
}

static GPtrArray *
list_keys (const FoiDisclosureGrid *grid)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < grid->n_rows; i++)
    g_ptr_array_add (keys, foi_disclosure_dup_row_key (grid->data, i));
  return keys;
}

static void
pair_init (Pair *self, const FoiDisclosureGrid *first, const FoiDisclosureGrid *second)
{
  g_autoptr (GPtrArray) here = list_keys (first), there = list_keys (second);

  *self = (Pair) { first, second, foi_labels_match (here, there) };
}

static gboolean
have_same_title (const FoiDisclosureGrid *first, guint i, const FoiDisclosureGrid *second, guint j)
{
  const char *left = foi_column_get_title (foi_disclosure_grid_get_column (first, i));
  const char *right = foi_column_get_title (foi_disclosure_grid_get_column (second, j));
  g_autofree char *a = g_utf8_casefold (left, -1);
  g_autofree char *b = g_utf8_casefold (right, -1);

  return strcmp (a, b) == 0;
}

static gboolean
have_decimals (const Pair *self, guint from, guint to, guint total)
{
  const int decimals
    = foi_column_get_decimals (foi_disclosure_grid_get_column (self->second, total));

  for (guint i = from; i <= to; i++)
    if (foi_column_get_decimals (foi_disclosure_grid_get_column (self->first, i)) != decimals)
      return FALSE;
  return TRUE;
}

/* Whether a column of the second table is in each row what a run of the first's comes to. */
static gboolean
is_sum (const Pair *self, guint from, guint to, guint total, double needed)
{
  double bits = 0;

  for (guint row = 0; row < self->first->n_rows; row++)
    {
      const guint other = (guint) self->row_of[row];
      gint64 sum = 0;
      gboolean is_known
        = self->row_of[row] >= 0 && foi_disclosure_grid_knows (self->second, other, total);

      for (guint i = from; i <= to && is_known; i++)
        {
          is_known = foi_disclosure_grid_knows (self->first, row, i);
          sum += foi_disclosure_grid_get (self->first, row, i);
        }
      if (!is_known)
        continue;
      if (sum != foi_disclosure_grid_get (self->second, other, total))
        return FALSE;
      bits += count_bits (sum);
    }
  return bits >= needed;
}

static void
add_sums (FoiDisclosureDraft *draft, const Pair *self, guint from, guint to, guint total)
{
  for (guint row = 0; row < self->first->n_rows; row++)
    {
      FoiLine *line;
      guint cell;

      if (self->row_of[row] < 0)
        continue;
      line = _foi_disclosure_draft_add_line (draft, from == to ? FOI_LINE_SAME : FOI_LINE_TOTAL);
      cell = _foi_disclosure_draft_take (draft, self->second->data, (guint) self->row_of[row],
                                         g_array_index (self->second->columns, guint, total));
      foi_line_add (line, cell, -1);
      if (from < to)
        line->total = (int) cell;
      for (guint i = from; i <= to; i++)
        foi_line_add (line,
                      _foi_disclosure_draft_take (draft, self->first->data, row,
                                                  g_array_index (self->first->columns, guint, i)),
                      1);
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

/* The longest run of the first table's columns that a column of the second is, row by row. */
static void
compare_rows (FoiDisclosureDraft *draft, const Pair *self, guint total)
{
  for (guint length = self->first->columns->len; length >= 1; length--)
    for (guint from = 0; from + length <= self->first->columns->len; from++)
      {
        const gboolean is_named
          = length == 1 && have_same_title (self->first, from, self->second, total);

        if (!have_decimals (self, from, from + length - 1, total)
            || !is_sum (self, from, from + length - 1, total, is_named ? BITS_NAMED : BITS))
          continue;
        add_sums (draft, self, from, from + length - 1, total);
        return;
      }
}

/* ---- margins ---- */

/* The rows that are totals: of those that are found to be some may be so by chance. */
static const gboolean *
get_totals (const FoiDisclosureGrid *grid, gboolean with_found)
{
  return with_found ? grid->is_total : grid->is_stated;
}

static gboolean
sum_up (const FoiDisclosureGrid *grid, gboolean with_found, guint column, gint64 *sum)
{
  *sum = 0;
  for (guint row = 0; row < grid->n_rows; row++)
    {
      if (get_totals (grid, with_found)[row])
        continue;
      if (!foi_disclosure_grid_knows (grid, row, column))
        return FALSE;
      *sum += foi_disclosure_grid_get (grid, row, column);
    }
  return TRUE;
}

static void
add_terms (FoiDisclosureDraft *draft, FoiLine *line, const FoiDisclosureGrid *grid,
           gboolean with_found, guint column, gint64 factor)
{
  for (guint row = 0; row < grid->n_rows; row++)
    if (!get_totals (grid, with_found)[row])
      foi_line_add (line,
                    _foi_disclosure_draft_take (draft, grid->data, row,
                                                g_array_index (grid->columns, guint, column)),
                    factor);
}

/* Columns of one heading that come to the same: by area and by year. */
static void
compare_margins (FoiDisclosureDraft *draft, const Pair *self, guint i, guint j)
{
  if (!have_same_title (self->first, i, self->second, j) || !have_decimals (self, i, i, j))
    return;
  for (guint way = 0; way < 4; way++)
    {
      const gboolean first_found = way % 2 == 0, second_found = way / 2 == 0;
      gint64 first, second;
      FoiLine *line;

      if (!sum_up (self->first, first_found, i, &first)
          || !sum_up (self->second, second_found, j, &second) || first != second
          || count_bits (first) < BITS_NAMED)
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_ACROSS);
      add_terms (draft, line, self->first, first_found, i, 1);
      add_terms (draft, line, self->second, second_found, j, -1);
      _foi_disclosure_draft_keep_line (draft, line);
      return;
    }
}

static void
compare (FoiDisclosureDraft *draft, gboolean is_first, const FoiDisclosureGrid *first,
         const FoiDisclosureGrid *second)
{
  Pair pair;

  if (first->columns->len > MAX_COLUMNS || second->columns->len > MAX_COLUMNS)
    return;
  pair_init (&pair, first, second);
  for (guint i = 0; i < second->columns->len; i++)
    {
      compare_rows (draft, &pair, i);
      for (guint j = 0; j < first->columns->len && is_first; j++)
        compare_margins (draft, &pair, j, i);
    }
  g_free (pair.row_of);
}

/*
 * _foi_disclosure_add_across:
 * @grids: (element-type FoiDisclosureGrid): the tables that a letter shows
 *
 * Adds what tables tell of one another.
 */
void
_foi_disclosure_add_across (FoiDisclosureDraft *draft, GPtrArray *grids)
{
  for (guint i = 0; i < grids->len && grids->len <= MAX_TABLES; i++)
    for (guint j = 0; j < grids->len; j++)
      if (i != j)
        compare (draft, i < j, grids->pdata[i], grids->pdata[j]);
}
