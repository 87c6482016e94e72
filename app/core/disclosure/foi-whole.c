/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-whole.h"

#include "foi-disclosure-line.h"
#include "foi-linear.h"

/* Rows are looked at again so often in a node; what is narrowed no further is still right. */
#define MAX_LOOKS 16

/* No count is as large: what a row would narrow beyond it is left as it was, which is right. */
#define FAR ((FoiWide) 1 << 60)

typedef struct
{
  guint n_terms;
  guint *columns;
  gint64 *factors;
  gint64 from, to;
  guint weight; /* how often it was the one that nothing fitted, and one */
} Row;

/* What a column was before a row narrowed it. */
typedef struct
{
  guint column;
  gint64 from, to;
} Step;

struct _FoiWhole
{
  guint n_columns, n_rows;
  Row *rows;
  GArray **rows_of;     /* of a column: of guint */
  gint64 *from, *to, *near;
  GArray *trail;        /* of Step */
  guint *queue;         /* a ring of rows that have to be looked at, each once */
  guint queue_head, n_queued;
  gboolean *is_queued;
  guint n_nodes, max_nodes;
};

/**
 * foi_whole_new:
 *
 * Returns: (transfer full): a search; rows have no terms yet, and columns lie at 0.
 */
FoiWhole *
foi_whole_new (guint n_columns, guint n_rows)
{
  FoiWhole *self = g_new0 (FoiWhole, 1);

  self->n_columns = n_columns;
  self->n_rows = n_rows;
  self->rows = g_new0 (Row, n_rows + 1);
  self->rows_of = g_new0 (GArray *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    self->rows_of[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  self->from = g_new0 (gint64, n_columns + 1);
  self->to = g_new0 (gint64, n_columns + 1);
  self->near = g_new0 (gint64, n_columns + 1);
  self->trail = g_array_new (FALSE, FALSE, sizeof (Step));
  self->is_queued = g_new0 (gboolean, n_rows + 1);
  self->queue = g_new (guint, n_rows + 1);
  return self;
}

/**
 * foi_whole_free:
 *
 * Frees it.
 */
void
foi_whole_free (FoiWhole *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      g_free (self->rows[i].columns);
      g_free (self->rows[i].factors);
    }
  for (guint i = 0; i < self->n_columns; i++)
    g_array_unref (self->rows_of[i]);
  g_free (self->rows);
  g_free (self->rows_of);
  g_free (self->from);
  g_free (self->to);
  g_free (self->near);
  g_free (self->is_queued);
  g_array_unref (self->trail);
  g_free (self->queue);
  g_free (self);
}

/**
 * foi_whole_set_row:
 * @columns: (array length=n_terms): each column once
 * @factors: (array length=n_terms): how often each counts, never 0
 * @from: the least that they may come to, or %FOI_LINEAR_NO_FROM
 * @to: the most, or %FOI_LINEAR_NO_TO
 *
 * Sets a row, once.
 */
void
foi_whole_set_row (FoiWhole *self, guint row, const guint *columns, const gint64 *factors,
                   guint n_terms, gint64 from, gint64 to)
{
  Row *set = &self->rows[row];

  set->n_terms = n_terms;
  set->columns = g_memdup2 (columns, sizeof (guint) * n_terms);
  set->factors = g_memdup2 (factors, sizeof (gint64) * n_terms);
  set->from = from;
  set->to = to;
  set->weight = 1;
  for (guint i = 0; i < n_terms; i++)
    g_array_append_val (self->rows_of[columns[i]], row);
}

/**
 * foi_whole_set_column:
 * @from: the least it may be
 * @to: the most, or %FOI_LINEAR_NO_TO
 * @near: where numbers are looked for first
 *
 * Sets a column.
 */
void
foi_whole_set_column (FoiWhole *self, guint column, gint64 from, gint64 to, gint64 near)
{
  self->from[column] = from;
  self->to[column] = to;
  self->near[column] = near;
}

/* ---- narrowing ---- */

static FoiWide
divide_down (FoiWide number, gint64 by)
{
  FoiWide quotient = number / by;

  return quotient * by != number && (number < 0) != (by < 0) ? quotient - 1 : quotient;
}

static FoiWide
divide_up (FoiWide number, gint64 by)
{
  return -divide_down (-number, by);
}

static void
queue_row (FoiWhole *self, guint row)
{
  if (self->is_queued[row])
    return;
  self->is_queued[row] = TRUE;
  self->queue[(self->queue_head + self->n_queued++) % self->n_rows] = row;
}

static guint
take_row (FoiWhole *self)
{
  const guint row = self->queue[self->queue_head];

  self->queue_head = (self->queue_head + 1) % self->n_rows;
  self->n_queued--;
  self->is_queued[row] = FALSE;
  return row;
}

static void
narrow (FoiWhole *self, guint column, gint64 from, gint64 to)
{
  Step step = { column, self->from[column], self->to[column] };

  g_array_append_val (self->trail, step);
  self->from[column] = from;
  self->to[column] = to;
  for (guint i = 0; i < self->rows_of[column]->len; i++)
    queue_row (self, g_array_index (self->rows_of[column], guint, i));
}

/* A sum of which some parts have no end. */
typedef struct
{
  FoiWide sum;
  guint n_open;
} Reach;

/* The least that a term comes to, or the most; FALSE where that has no end. */
static gboolean
get_term (const FoiWhole *self, const Row *row, guint term, gboolean most, FoiWide *out)
{
  const guint column = row->columns[term];
  const gint64 factor = row->factors[term];
  const gint64 end = (factor > 0) == most ? self->to[column] : self->from[column];

  if (end == FOI_LINEAR_NO_TO || end == FOI_LINEAR_NO_FROM)
    return FALSE;
  *out = (FoiWide) factor * end;
  return TRUE;
}

static Reach
reckon (const FoiWhole *self, const Row *row, gboolean most)
{
  Reach reach = { 0, 0 };

  for (guint i = 0; i < row->n_terms; i++)
    {
      FoiWide end;

      if (get_term (self, row, i, most, &end))
        reach.sum += end;
      else
        reach.n_open++;
    }
  return reach;
}

/* What all but one term come to at least, or at most; FALSE where that has no end. */
static gboolean
get_others (const FoiWhole *self, const Row *row, guint term, const Reach *reach, gboolean most,
            FoiWide *out)
{
  FoiWide own = 0;
  const gboolean has_end = get_term (self, row, term, most, &own);

  *out = reach->sum - own;
  return reach->n_open == (has_end ? 0 : 1);
}

/* One column by one row; FALSE where nothing is left. */
static gboolean
narrow_term (FoiWhole *self, const Row *row, guint term, Reach *least, Reach *most)
{
  const guint column = row->columns[term];
  const gint64 factor = row->factors[term];
  FoiWide from = self->from[column], to = self->to[column], others;

  if (row->to != FOI_LINEAR_NO_TO && get_others (self, row, term, least, FALSE, &others))
    {
      if (factor > 0)
        to = MIN (to, divide_down (row->to - others, factor));
      else
        from = MAX (from, divide_up (row->to - others, factor));
    }
  if (row->from != FOI_LINEAR_NO_FROM && get_others (self, row, term, most, TRUE, &others))
    {
      if (factor > 0)
        from = MAX (from, divide_up (row->from - others, factor));
      else
        to = MIN (to, divide_down (row->from - others, factor));
    }
  if (from > to)
    return FALSE;
  if (from > FAR || from < -FAR)
    from = self->from[column];
  if (to > FAR || to < -FAR)
    to = self->to[column];
  if (from == self->from[column] && to == self->to[column])
    return TRUE;
  narrow (self, column, (gint64) from, (gint64) to);
  *least = reckon (self, row, FALSE);
  *most = reckon (self, row, TRUE);
  return TRUE;
}

static gboolean
narrow_row (FoiWhole *self, const Row *row)
{
  Reach least = reckon (self, row, FALSE), most = reckon (self, row, TRUE);

  if ((row->to != FOI_LINEAR_NO_TO && least.n_open == 0 && least.sum > row->to)
      || (row->from != FOI_LINEAR_NO_FROM && most.n_open == 0 && most.sum < row->from))
    return FALSE;
  for (guint i = 0; i < row->n_terms; i++)
    {
      if (self->from[row->columns[i]] < self->to[row->columns[i]]
          && !narrow_term (self, row, i, &least, &most))
        return FALSE;
    }
  return TRUE;
}

static void
empty_queue (FoiWhole *self)
{
  while (self->n_queued > 0)
    take_row (self);
}

/* All that follows from what was narrowed; FALSE where nothing fits. */
static gboolean
follow (FoiWhole *self)
{
  for (guint n_looks = 0; self->n_queued > 0 && n_looks < MAX_LOOKS * self->n_rows; n_looks++)
    {
      Row *row = &self->rows[take_row (self)];

      if (narrow_row (self, row))
        continue;
      row->weight++;
      empty_queue (self);
      return FALSE;
    }
  empty_queue (self);
  return TRUE;
}

/* ---- trying ---- */

static void
go_back (FoiWhole *self, guint n_steps)
{
  while (self->trail->len > n_steps)
    {
      const Step *step = &g_array_index (self->trail, Step, self->trail->len - 1);

      self->from[step->column] = step->from;
      self->to[step->column] = step->to;
      g_array_set_size (self->trail, self->trail->len - 1);
    }
}

/* The column of which the fewest numbers are left, for how often its rows stood in the way; -1
 * where each has one. */
static int
choose (const FoiWhole *self)
{
  int chosen = -1;
  double least = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      double score, weight = 1;

      if (self->from[i] == self->to[i])
        continue;
      for (guint j = 0; j < self->rows_of[i]->len; j++)
        weight += self->rows[g_array_index (self->rows_of[i], guint, j)].weight;
      score = ((double) self->to[i] - (double) self->from[i]) / weight;
      if (chosen >= 0 && score >= least)
        continue;
      chosen = (int) i;
      least = score;
    }
  return chosen;
}

static gboolean
fits (const FoiWhole *self)
{
  for (guint i = 0; i < self->n_rows; i++)
    {
      const Row *row = &self->rows[i];
      const FoiWide sum = reckon (self, row, FALSE).sum;

      if ((row->from != FOI_LINEAR_NO_FROM && sum < row->from)
          || (row->to != FOI_LINEAR_NO_TO && sum > row->to))
        return FALSE;
    }
  return TRUE;
}

static FoiWholeResult try_node (FoiWhole *self);

/* Where a column is cut: in its middle, or without an end as far beyond the number that is likely
 * as that is from its beginning. */
static gint64
get_middle (gint64 from, gint64 to, gint64 near)
{
  const FoiWide beyond = (FoiWide) 2 * near - from + 1;

  if (to != FOI_LINEAR_NO_TO)
    return (gint64) (from + ((FoiWide) to - from) / 2);
  return (gint64) MIN (beyond, (FoiWide) to - 1);
}

/* One half of a column, the one that has the number that is likely first, and then the other. */
static FoiWholeResult
try_halves (FoiWhole *self, guint column)
{
  const gint64 from = self->from[column], to = self->to[column];
  const gint64 near = CLAMP (self->near[column], from, to);
  const gint64 middle = get_middle (from, to, near);
  const guint n_steps = self->trail->len;
  FoiWholeResult found = FOI_WHOLE_NONE;

  for (int half = 0; half < 2; half++)
    {
      const gboolean is_below = (half == 0) == (near <= middle);
      FoiWholeResult result;

      if (is_below)
        narrow (self, column, from, middle);
      else
        narrow (self, column, middle + 1, to);
      result = try_node (self);
      if (result == FOI_WHOLE_FOUND)
        return result;
      go_back (self, n_steps);
      if (result == FOI_WHOLE_OPEN)
        found = result;
      if (found == FOI_WHOLE_OPEN && self->n_nodes >= self->max_nodes)
        break;
    }
  return found;
}

static FoiWholeResult
try_node (FoiWhole *self)
{
  int column;

  if (++self->n_nodes > self->max_nodes)
    {
      empty_queue (self);
      return FOI_WHOLE_OPEN;
    }
  if (!follow (self))
    return FOI_WHOLE_NONE;
  column = choose (self);
  if (column >= 0)
    return try_halves (self, (guint) column);
  return fits (self) ? FOI_WHOLE_FOUND : FOI_WHOLE_NONE;
}

/**
 * foi_whole_search:
 * @max_nodes: after so many steps it is given up
 * @values: (array): room for a number of each column
 *
 * Looks for whole numbers that fit all rows. The columns are as they were set, afterwards.
 *
 * Returns: whether there are any; @values are set only where they were found.
 */
FoiWholeResult
foi_whole_search (FoiWhole *self, guint max_nodes, gint64 *values)
{
  FoiWholeResult result;

  self->n_nodes = 0;
  self->max_nodes = max_nodes;
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->from[i] > self->to[i])
        return FOI_WHOLE_NONE;
    }
  for (guint i = 0; i < self->n_rows; i++)
    queue_row (self, i);
  result = try_node (self);
  for (guint i = 0; result == FOI_WHOLE_FOUND && i < self->n_columns; i++)
    values[i] = self->from[i];
  go_back (self, 0);
  return result;
}
