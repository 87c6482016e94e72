/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-totals-private.h"

#include <math.h>

#include "foi-disclosure-summary.h"
#include "foi-disclosure-unions.h"
#include "foi-disclosure-relations.h"
#include "foi-totals.h"

/* What a reader sees of the figures though nobody declared it: rows and columns that are what
 * others come to, and changes from row to row. What holds for the true figures by chance may be
 * taken for so as well: that costs a gap more, and no secret. */

/* By chance small figures add up often, and large ones hardly ever. How little of a chance it is,
 * in bits, before a reader takes it for what it is: where the heading says so, where it stands
 * where totals stand, and where nothing says so. */
#define BITS_NAMED 4
#define BITS_NAMED_WITHIN 12
#define BITS_AT_END 5
#define BITS 16
/* In wider tables nobody adds up each run of columns. */
#define MAX_COLUMNS 24
/* So many figures that are added up above one are looked at. */
#define MAX_DEPTH 500

static const char *const mean_words[] = { "average", "averages", "mean" };
static const char *const change_words[] = { "change", "changes", "difference", "increase", "rise",
                                            "decrease", "fall", "growth", "up", "down", "+/-" };

static const char *
get_title (const FoiDisclosureGrid *grid, guint column)
{
  return foi_column_get_title (foi_disclosure_grid_get_column (grid, column));
}

static gboolean
is_called_change (const char *title)
{
  return _foi_disclosure_has_word (title, change_words, G_N_ELEMENTS (change_words));
}

/* ---- columns ---- */

/* Whether @total is in each row what the columns from @first to @last come to, but for itself. */
static gboolean
is_sum_of_run (const FoiDisclosureGrid *grid, guint total, guint first, guint last)
{
  const double needed
    = foi_totals_has_word (get_title (grid, total)) ? BITS_NAMED : BITS;
  double bits = 0;

  for (guint row = 0; row < grid->n_rows; row++)
    {
      gint64 sum = 0;
      gboolean is_known = foi_disclosure_grid_knows (grid, row, total);

      for (guint i = first; i <= last && is_known; i++)
        {
          if (i == total)
            continue;
          is_known = foi_disclosure_grid_knows (grid, row, i);
          sum += foi_disclosure_grid_get (grid, row, i);
        }
      if (!is_known)
        continue;
      if (sum != foi_disclosure_grid_get (grid, row, total))
        return FALSE;
      bits += _foi_disclosure_count_bits (sum);
    }
  return bits >= needed;
}

static gboolean
have_decimals (const FoiDisclosureGrid *grid, guint total, guint first, guint last)
{
  const int decimals = foi_column_get_decimals (foi_disclosure_grid_get_column (grid, total));

  for (guint i = first; i <= last; i++)
    if (foi_column_get_decimals (foi_disclosure_grid_get_column (grid, i)) != decimals)
      return FALSE;
  return TRUE;
}

/* The longest run of columns that a column is the total of. */
static void
add_column (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, guint total)
{
  for (guint length = grid->columns->len; length >= 2; length--)
    for (guint first = 0; first + length <= grid->columns->len; first++)
      {
        const guint last = first + length - 1;
        const gboolean has_itself = first <= total && total <= last;
        g_autoptr (GArray) parts = NULL;

        if ((has_itself && (length < 3 || total == first || total == last))
            || !have_decimals (grid, total, first, last)
            || !is_sum_of_run (grid, total, first, last))
          continue;
        parts = g_array_new (FALSE, FALSE, sizeof (guint));
        for (guint i = first; i <= last; i++)
          if (i != total)
            g_array_append_val (parts, g_array_index (grid->columns, guint, i));
        _foi_disclosure_add_column_total (draft, grid->data,
                                          g_array_index (grid->columns, guint, total), parts,
                                          FALSE);
        return;
      }
}

/* ---- rows ---- */

/* Whether a row is in one column what the others come to; @sum is 0 where that is not known. */
static gboolean
is_sum_of_rows (const FoiDisclosureGrid *grid, guint total, const GArray *rows, guint first,
                guint column, gint64 *sum)
{
  gint64 value = 0;

  *sum = 0;
  if (!foi_disclosure_grid_knows (grid, total, column))
    return TRUE;
  for (guint i = first; i < rows->len; i++)
    {
      const guint row = g_array_index (rows, guint, i);

      if (!foi_disclosure_grid_knows (grid, row, column))
        return TRUE;
      value += foi_disclosure_grid_get (grid, row, column);
    }
  *sum = value;
  return value == foi_disclosure_grid_get (grid, total, column);
}

/* What the rows at the end of a stack come to in each column, one more of them each time. */
typedef struct
{
  gint64 *sums;
  gboolean *is_known;
  guint n_known;
} Heap;

static void
heap_clear (Heap *self)
{
  g_free (self->sums);
  g_free (self->is_known);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Heap, heap_clear)

static void
heap_init (Heap *self, const FoiDisclosureGrid *grid, guint total)
{
  self->sums = g_new0 (gint64, grid->columns->len);
  self->is_known = g_new (gboolean, grid->columns->len);
  self->n_known = 0;
  for (guint column = 0; column < grid->columns->len; column++)
    {
      self->is_known[column] = foi_disclosure_grid_knows (grid, total, column);
      self->n_known += self->is_known[column];
    }
}

static void
heap_add (Heap *self, const FoiDisclosureGrid *grid, guint row)
{
  for (guint column = 0; column < grid->columns->len; column++)
    {
      if (!self->is_known[column])
        continue;
      self->is_known[column] = foi_disclosure_grid_knows (grid, row, column);
      self->n_known -= !self->is_known[column];
      self->sums[column] += foi_disclosure_grid_get (grid, row, column);
    }
}

/* How little of a chance it is that a row is what the heap comes to; 0: it is not. Averages and the
 * like beside it do not add up. */
static double
heap_weigh (const Heap *self, const FoiDisclosureGrid *grid, guint total)
{
  double bits = 0;

  for (guint column = 0; column < grid->columns->len; column++)
    if (self->is_known[column]
        && self->sums[column] == foi_disclosure_grid_get (grid, total, column))
      bits += _foi_disclosure_count_bits (self->sums[column]);
  return bits;
}

/* How much it takes before a row is taken for the total of all rows of the stack from @first on. */
static double
get_needed (const FoiDisclosureGrid *grid, guint row, const GArray *stack, guint first)
{
  g_autofree char *key = foi_disclosure_dup_row_key (grid->data, row);
  const gboolean is_all
    = first == 0 || grid->is_total[g_array_index (stack, guint, first - 1)];

  if (foi_totals_has_word (key))
    return is_all ? BITS_NAMED : BITS_NAMED_WITHIN;
  if ((row == 0 || row + 1 == grid->n_rows) && first == 0 && stack->len >= 3 && !grid->has_totals)
    return BITS_AT_END;
  return BITS + log2 (grid->n_rows);
}

/* How many rows at the end of @stack the row is most likely the total of; 0: of none. Of those that
 * are as likely it is the most. */
static guint
find_length (const FoiDisclosureGrid *grid, guint row, const GArray *stack)
{
  g_auto (Heap) heap = { 0 };
  double most = 0;
  guint length = 0;

  heap_init (&heap, grid, row);
  for (guint n = 1; n <= MIN (stack->len, MAX_DEPTH) && heap.n_known > 0; n++)
    {
      const guint first = stack->len - n;
      double bits;

      heap_add (&heap, grid, g_array_index (stack, guint, first));
      bits = heap_weigh (&heap, grid, row);
      if (n < 2 || bits <= 0 || bits < most || bits < get_needed (grid, row, stack, first))
        continue;
      most = bits;
      length = n;
    }
  return length;
}

/* Takes off @stack, from its end, the rows that @row is the total of; it has none of them then. */
static void
try_row (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, guint row, GArray *stack)
{
  const guint length = find_length (grid, row, stack), first = stack->len - length;
  g_autoptr (GArray) parts = NULL;
  gint64 sum;

  if (length == 0)
    return;
  parts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (parts, &g_array_index (stack, guint, first), length);
  for (guint i = 0; i < grid->columns->len; i++)
    if (is_sum_of_rows (grid, row, parts, 0, i, &sum))
      _foi_disclosure_add_row_total (draft, grid->data, row, parts,
                                     g_array_index (grid->columns, guint, i), FALSE);
  grid->is_total[row] = TRUE;
  g_array_set_size (stack, first);
}

/* The first or the last row as the total of all others, whatever these came to by chance. */
static void
try_all (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, guint row)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < grid->n_rows; i++)
    if (i != row && !grid->is_stated[i])
      g_array_append_val (parts, i);
  try_row (draft, grid, row, parts);
}

/* Totals below their parts, and then those above them. */
static void
add_rows (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid)
{
  GPtrArray *unions = _foi_disclosure_get_row_unions (draft, grid->data);

  for (guint way = 0; way < 2; way++)
    {
      g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < grid->n_rows; i++)
        {
          const guint row = way == 0 ? i : grid->n_rows - 1 - i;

          if (!grid->is_total[row])
            try_row (draft, grid, row, stack);
          if (!_foi_disclosure_is_summary_row (draft, grid->data, row)
              && !_foi_disclosure_is_union (unions, row))
            g_array_append_val (stack, row);
        }
    }
  if (grid->n_rows > MAX_DEPTH)
    return;
  if (!grid->is_total[0])
    try_all (draft, grid, 0);
  if (!grid->is_total[grid->n_rows - 1])
    try_all (draft, grid, grid->n_rows - 1);
}

/* ---- means ---- */

static gboolean
is_mean_row (const FoiDisclosureGrid *grid, guint row)
{
  g_autofree char *key = foi_disclosure_dup_row_key (grid->data, row);

  return _foi_disclosure_has_word (key, mean_words, G_N_ELEMENTS (mean_words));
}

static FoiCellState
get_state (const FoiDisclosureGrid *grid, guint row, guint column)
{
  return foi_table_data_get_cell (grid->data, row, g_array_index (grid->columns, guint, column))
    ->state;
}

/* The rows of which a mean may be. */
static GArray *
list_for_mean (const FoiDisclosureGrid *grid, guint column)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < grid->n_rows; row++)
    {
      const FoiCellState state = get_state (grid, row, column);

      if (!grid->is_stated[row] && !is_mean_row (grid, row)
          && (state == FOI_CELL_VALUE || state == FOI_CELL_SUPPRESSED))
        g_array_append_val (rows, row);
    }
  return rows;
}

/* What a row that is called the mean of the others says of them, where to its last digit it is. */
static void
add_mean (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, guint mean, guint column)
{
  g_autoptr (GArray) rows = list_for_mean (grid, column);
  const gint64 value = foi_disclosure_grid_get (grid, mean, column), n = rows->len;
  gint64 sum = 0;
  FoiLine *line;

  for (guint i = 0; i < rows->len; i++)
    {
      if (!foi_disclosure_grid_knows (grid, g_array_index (rows, guint, i), column))
        return;
      sum += foi_disclosure_grid_get (grid, g_array_index (rows, guint, i), column);
    }
  if (n < 2 || value == 0 || 2 * ABS (value * n - sum) > n)
    return;
  line = _foi_disclosure_draft_add_line (draft, FOI_LINE_RATE);
  for (guint i = 0; i < rows->len; i++)
    foi_line_add (line,
                  _foi_disclosure_draft_take (draft, grid->data, g_array_index (rows, guint, i),
                                              g_array_index (grid->columns, guint, column)), 2);
  line->from = n * (2 * value - 1);
  line->to = n * (2 * value + 1);
  _foi_disclosure_draft_keep_line (draft, line);
}

static void
add_means (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid)
{
  for (guint row = 0; row < grid->n_rows; row++)
    for (guint i = 0; i < grid->columns->len && is_mean_row (grid, row); i++)
      if (get_state (grid, row, i) == FOI_CELL_VALUE && foi_disclosure_grid_knows (grid, row, i)
          && !_foi_disclosure_is_hidden (draft, grid->data, row,
                                         g_array_index (grid->columns, guint, i)))
        add_mean (draft, grid, row, i);
}

/* ---- changes ---- */

/* The first of several years has no change, and a total has none. */
static gboolean
says_change (const FoiDisclosureGrid *grid, guint row, guint change)
{
  const guint column = g_array_index (grid->columns, guint, change);
  const FoiCellState state = foi_table_data_get_cell (grid->data, row, column)->state;

  return foi_disclosure_grid_knows (grid, row, change)
         && (state == FOI_CELL_VALUE || state == FOI_CELL_SUPPRESSED);
}

/* Whether @change is by how much @column differs from the row before it, or (@up) after it. */
static gboolean
is_change (const FoiDisclosureGrid *grid, guint column, guint change, gboolean up)
{
  const double needed
    = is_called_change (get_title (grid, change)) ? BITS_NAMED : BITS;
  double bits = 0;

  for (guint row = 0; row + 1 < grid->n_rows; row++)
    {
      const guint here = up ? row : row + 1, other = up ? row + 1 : row;
      gint64 moved;

      if (!foi_disclosure_grid_knows (grid, here, column)
          || !foi_disclosure_grid_knows (grid, other, column)
          || !says_change (grid, here, change))
        continue;
      moved = foi_disclosure_grid_get (grid, here, column)
              - foi_disclosure_grid_get (grid, other, column);
      if (moved == foi_disclosure_grid_get (grid, here, change))
        bits += _foi_disclosure_count_bits (moved);
      else if (!grid->is_total[here] && !grid->is_total[other])
        return FALSE;
    }
  return bits >= needed;
}

static void
add_changes (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, guint column, guint change,
             gboolean up)
{
  const guint places[] = { g_array_index (grid->columns, guint, column),
                           g_array_index (grid->columns, guint, change) };

  for (guint row = 0; row + 1 < grid->n_rows; row++)
    {
      const guint here = up ? row : row + 1, other = up ? row + 1 : row;
      FoiLine *line;

      if (!says_change (grid, here, change))
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_TOTAL);
      line->total = (int) _foi_disclosure_draft_take (draft, grid->data, here, places[0]);
      foi_line_add (line, (guint) line->total, -1);
      foi_line_add (line, _foi_disclosure_draft_take (draft, grid->data, other, places[0]), 1);
      foi_line_add (line, _foi_disclosure_draft_take (draft, grid->data, here, places[1]), 1);
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

/*
 * _foi_disclosure_add_seen:
 * @grid: what a letter shows of a table; the totals that are found are noted in it
 *
 * Adds the totals and changes of a table that a reader sees though they are not declared.
 */
void
_foi_disclosure_add_seen (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid)
{
  add_rows (draft, grid);
  add_means (draft, grid);
  for (guint i = 0; i < grid->columns->len && grid->columns->len <= MAX_COLUMNS; i++)
    {
      if (!_foi_disclosure_is_declared (draft, grid->data,
                                        g_array_index (grid->columns, guint, i)))
        add_column (draft, grid, i);
      for (guint j = 0; j < grid->columns->len; j++)
        for (guint up = 0; i != j && up < 2; up++)
          if (have_decimals (grid, i, MIN (i, j), MIN (i, j))
              && have_decimals (grid, i, MAX (i, j), MAX (i, j))
              && is_change (grid, i, j, up > 0))
            add_changes (draft, grid, i, j, up > 0);
    }
}
