/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "foi-disclosure-grid.h"
#include "foi-disclosure-relations.h"
#include "foi-disclosure-totals-private.h"

/* What was there and what came is what went and what is there: columns of a table that balance,
 * in each row or from one row to the next. Nobody declares that, and every reader of a table of
 * open cases or of staff knows it. */

/* How little of a chance it is, in bits: where headings say so, and where none does; and how much
 * more for each time that so many were tried. */
#define BITS_NAMED 6
#define BITS 12
#define BITS_OF_STAGES 8
#define BITS_OF_ROWS 3
/* In wider tables nobody tries each column with each other. */
#define MAX_COLUMNS 12
#define MAX_TERMS 4

static const char *const flow_words[]
  = { "start", "starting", "open", "opened", "opening", "beginning", "brought", "carried", "close",
      "closed", "closing", "end", "ending", "remaining", "outstanding", "hand", "joined", "joiners",
      "joining", "starters", "new", "received", "left", "leavers", "leaving", "arrived", "arrivals",
      "departed", "departures", "admitted", "admissions", "discharged", "discharges", "added",
      "removed", "recruited", "resigned", "completed" };

/* A figure in it: so many rows below the one that is looked at, and with what sign. */
typedef struct
{
  guint column, shift;
  int sign;
} Term;

/* Figures that come to nothing together. */
typedef struct
{
  Term terms[MAX_TERMS];
  guint n_terms;
} Balance;

static gboolean
is_one_row (const Balance *self)
{
  for (guint i = 0; i < self->n_terms; i++)
    if (self->terms[i].shift > 0)
      return FALSE;
  return TRUE;
}

/* Whether the rows that it would be of are there, and none of several is the total of others. */
static gboolean
is_of_row (const FoiDisclosureGrid *grid, const Balance *self, guint row)
{
  if (is_one_row (self))
    return TRUE;
  return row + 1 < grid->n_rows && !grid->is_total[row] && !grid->is_total[row + 1];
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return (left < right) - (left > right);
}

/* How little of a chance it is that figures of that size come to nothing: what is there changes
 * little, so the largest two say nothing of it. */
static double
count_bits (const gint64 *values, guint n_values)
{
  gint64 sizes[MAX_TERMS];

  for (guint i = 0; i < n_values; i++)
    sizes[i] = ABS (values[i]);
  qsort (sizes, n_values, sizeof (gint64), compare_sizes);
  return _foi_disclosure_count_bits (sizes[MIN (n_values - 1, 2)]);
}

/* How little of a chance it is; 0: it is not so. */
static double
weigh (const FoiDisclosureGrid *grid, const Balance *self)
{
  double bits = 0;
  guint n = 0;

  for (guint row = 0; row < grid->n_rows; row++)
    {
      gint64 values[MAX_TERMS], sum = 0;
      gboolean is_known = is_of_row (grid, self, row);

      for (guint i = 0; i < self->n_terms && is_known; i++)
        {
          const Term *term = &self->terms[i];

          is_known = foi_disclosure_grid_knows (grid, row + term->shift, term->column);
          values[i] = foi_disclosure_grid_get (grid, row + term->shift, term->column);
          sum += term->sign * values[i];
        }
      if (!is_known)
        continue;
      if (sum != 0)
        return 0;
      n++;
      bits += count_bits (values, self->n_terms);
    }
  return n >= 2 ? bits : 0;
}

static gboolean
is_named (const FoiDisclosureGrid *grid, const Balance *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_terms; i++)
    {
      FoiColumn *column = foi_disclosure_grid_get_column (grid, self->terms[i].column);

      n += _foi_disclosure_has_word (foi_column_get_title (column), flow_words,
                                     G_N_ELEMENTS (flow_words));
    }
  return n >= 2;
}

static gboolean
have_decimals (const FoiDisclosureGrid *grid, const Balance *self)
{
  const int decimals
    = foi_column_get_decimals (foi_disclosure_grid_get_column (grid, self->terms[0].column));

  for (guint i = 1; i < self->n_terms; i++)
    if (foi_column_get_decimals (foi_disclosure_grid_get_column (grid, self->terms[i].column))
        != decimals)
      return FALSE;
  return TRUE;
}

static void
add_lines (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, const Balance *self)
{
  for (guint row = 0; row < grid->n_rows; row++)
    {
      FoiLine *line;

      if (!is_of_row (grid, self, row))
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_BALANCE);
      for (guint i = 0; i < self->n_terms; i++)
        {
          const Term *term = &self->terms[i];

          foi_line_add (line,
                        _foi_disclosure_draft_take (draft, grid->data, row + term->shift,
                                                    g_array_index (grid->columns, guint,
                                                                   term->column)),
                        term->sign);
        }
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

/* @tries: how many of its kind are tried with it */
static void
try_balance (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, const Balance *self,
             double tries)
{
  double bits;

  if (!have_decimals (grid, self))
    return;
  bits = weigh (grid, self);
  if (bits >= BITS + log2 (tries) || (bits >= BITS_NAMED && is_named (grid, self)))
    add_lines (draft, grid, self);
}

/* Two columns that are what two others are, in each row. */
static void
try_rows (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid)
{
  const guint n = grid->columns->len;
  const double tries = n < MAX_TERMS ? 1 : n * (n - 1) * (n - 2) * (n - 3) / 8.0;

  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      for (guint c = a + 1; c < n; c++)
        for (guint d = c + 1; d < n; d++)
          {
            const Balance balance
              = { { { a, 0, 1 }, { b, 0, 1 }, { c, 0, -1 }, { d, 0, -1 } }, 4 };

            if (b != c && b != d)
              try_balance (draft, grid, &balance, tries);
          }
}

/* What is there once more in the next row, @stock, is what was there and @in less @out; they are of
 * the row before (@later = 0) or of the next one. Upwards @in is what went. */
static void
try_moved (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, guint stock, guint in)
{
  const guint n = grid->columns->len;
  const double tries = 2.0 * n * n * n;

  for (guint later = 0; later < 2; later++)
    {
      const Balance one
        = { { { stock, 1 - later, 1 }, { stock, later, -1 }, { in, later, -1 } }, 3 };

      try_balance (draft, grid, &one, tries);
      for (guint out = 0; out < n; out++)
        {
          const Balance two
            = { { { stock, 1, 1 }, { stock, 0, -1 }, { in, later, -1 }, { out, later, 1 } }, 4 };

          if (out != stock && out != in)
            try_balance (draft, grid, &two, tries);
        }
    }
}

/* What is there at the end of a row is there at the beginning of the next one. */
static void
try_chain (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, guint end, guint start)
{
  const Balance down = { { { end, 0, 1 }, { start, 1, -1 } }, 2 };
  const double tries = (double) grid->columns->len * grid->columns->len;

  try_balance (draft, grid, &down, tries);
}

/* ---- rows ---- */

/* Whether in each column that is known @total is what the two others come to; adds how little of a
 * chance that is. */
static gboolean
is_sum (const FoiDisclosureGrid *grid, guint total, const guint *parts, double *bits)
{
  for (guint column = 0; column < grid->columns->len; column++)
    {
      gint64 sum;

      if (!foi_disclosure_grid_knows (grid, total, column)
          || !foi_disclosure_grid_knows (grid, parts[0], column)
          || !foi_disclosure_grid_knows (grid, parts[1], column))
        continue;
      sum = foi_disclosure_grid_get (grid, parts[0], column)
            + foi_disclosure_grid_get (grid, parts[1], column);
      if (sum != foi_disclosure_grid_get (grid, total, column))
        return FALSE;
      *bits += _foi_disclosure_count_bits (sum);
    }
  return TRUE;
}

/* Who applied was rejected or interviewed, who was interviewed was rejected or appointed: each pair
 * of rows is what one of the pair before it comes to, the first (@place = 0) or the second. */
static void
try_stages (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid, guint place)
{
  double bits = 0;
  guint total = 0;

  for (guint row = 1; row + 1 < grid->n_rows; row += 2)
    {
      const guint parts[] = { row, row + 1 };

      if (!is_sum (grid, total, parts, &bits))
        return;
      total = parts[place];
    }
  if (bits < BITS_OF_STAGES)
    return;
  total = 0;
  for (guint row = 1; row + 1 < grid->n_rows; row += 2)
    {
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
      const guint pair[] = { row, row + 1 };

      g_array_append_vals (parts, pair, 2);
      for (guint i = 0; i < grid->columns->len; i++)
        _foi_disclosure_add_row_total (draft, grid->data, total, parts,
                                       g_array_index (grid->columns, guint, i), FALSE);
      total = pair[place];
    }
}

static gboolean
are_rows_named (const FoiDisclosureGrid *grid)
{
  guint n = 0;

  for (guint row = 0; row < grid->n_rows; row++)
    {
      g_autofree char *key = foi_disclosure_dup_row_key (grid->data, row);

      n += _foi_disclosure_has_word (key, flow_words, G_N_ELEMENTS (flow_words));
    }
  return n >= 2;
}

/* Four rows of which the first and @other are what the two others are. */
static void
try_four (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, guint column, guint other)
{
  gint64 values[MAX_TERMS], sum = 0;
  FoiLine *line;

  for (guint row = 0; row < MAX_TERMS; row++)
    {
      if (!foi_disclosure_grid_knows (grid, row, column))
        return;
      values[row] = foi_disclosure_grid_get (grid, row, column);
      sum += row == 0 || row == other ? values[row] : -values[row];
    }
  if (sum != 0 || count_bits (values, MAX_TERMS) < BITS_OF_ROWS)
    return;
  line = _foi_disclosure_draft_add_line (draft, FOI_LINE_BALANCE);
  for (guint row = 0; row < MAX_TERMS; row++)
    foi_line_add (line,
                  _foi_disclosure_draft_take (draft, grid->data, row,
                                              g_array_index (grid->columns, guint, column)),
                  row == 0 || row == other ? 1 : -1);
  _foi_disclosure_draft_keep_line (draft, line);
}

static void
add_rows (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid)
{
  if (grid->n_rows % 2 > 0 && grid->n_rows >= 5 && !grid->has_totals)
    for (guint place = 0; place < 2; place++)
      try_stages (draft, grid, place);
  if (grid->n_rows != MAX_TERMS || !are_rows_named (grid))
    return;
  for (guint column = 0; column < grid->columns->len; column++)
    for (guint other = 1; other < MAX_TERMS; other++)
      try_four (draft, grid, column, other);
}

/*
 * _foi_disclosure_add_balances:
 * @grid: what a letter shows of a table, in which totals were looked for
 *
 * Adds what columns or rows that balance tell of one another, as a reader sees it in the figures
 * shown.
 */
void
_foi_disclosure_add_balances (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid)
{
  const guint n = grid->columns->len;

  add_rows (draft, grid);
  if (n < 2 || n > MAX_COLUMNS)
    return;
  try_rows (draft, grid);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (i != j)
        {
          try_moved (draft, grid, i, j);
          try_chain (draft, grid, i, j);
        }
}
