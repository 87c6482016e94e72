/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-detour.h"

/* Each cell has two columns: how much it goes up, and how much it goes down. A cell that is
 * suppressed already moves for nothing, between the ends that the reader knows; one that may not be
 * suppressed does not move at all (its cost is below zero). */

struct _FoiDetour
{
  FoiDisclosureProblem *problem;
  const gint64 *costs;
  FoiLinear *linear;
  gint64 *moves;
};

static guint
up (guint cell)
{
  return 2 * cell;
}

static guint
down (guint cell)
{
  return 2 * cell + 1;
}

/* Where a cell starts: at its true value; where we do not know it, at the least it can be. */
static gint64
get_start (const FoiSecretCell *cell)
{
  return cell->is_known ? cell->value : cell->from;
}

static void
set_line (FoiDetour *self, guint row, const FoiLine *line)
{
  g_autofree guint *columns = g_new (guint, 2 * line->terms->len + 1);
  g_autofree gint64 *factors = g_new (gint64, 2 * line->terms->len + 1);
  gint64 sum = 0;

  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);

      columns[2 * i] = up (term->cell);
      factors[2 * i] = term->factor;
      columns[2 * i + 1] = down (term->cell);
      factors[2 * i + 1] = -term->factor;
      sum += term->factor * get_start (foi_disclosure_problem_get (self->problem, term->cell));
    }
  foi_linear_set_row (self->linear, row, columns, factors, 2 * line->terms->len,
                      line->from == FOI_LINEAR_NO_FROM ? line->from : line->from - sum,
                      line->to == FOI_LINEAR_NO_TO ? line->to : line->to - sum);
}

/**
 * foi_detour_new:
 * @problem: must live on; its marks may change
 * @costs: (array): for each cell what it costs to move it by one, or -1: it stays
 *
 * Returns: (transfer full): a search for detours.
 */
FoiDetour *
foi_detour_new (FoiDisclosureProblem *problem, const gint64 *costs)
{
  FoiDetour *self = g_new0 (FoiDetour, 1);

  self->problem = problem;
  self->costs = costs;
  self->linear = foi_linear_new (2 * MAX (problem->cells->len, 1), problem->lines->len);
  self->moves = g_new0 (gint64, 2 * problem->cells->len + 2);
  for (guint i = 0; i < problem->lines->len; i++)
    set_line (self, i, problem->lines->pdata[i]);
  return self;
}

/**
 * foi_detour_free:
 *
 * Frees the search.
 */
void
foi_detour_free (FoiDetour *self)
{
  foi_linear_free (self->linear);
  g_free (self->moves);
  g_free (self);
}

static void
set_moves (FoiDetour *self, guint number, gint64 from, gint64 to, gint64 cost)
{
  foi_linear_set_column (self->linear, up (number), 0, to);
  foi_linear_set_column (self->linear, down (number), 0, from);
  foi_linear_set_cost (self->linear, up (number), cost);
  foi_linear_set_cost (self->linear, down (number), cost);
}

/* How far a cell may move for a reader, and what it costs. */
static void
set_cell (FoiDetour *self, const FoiScenario *scenario, guint number)
{
  FoiSecretCell *cell = foi_disclosure_problem_get (self->problem, number);
  gint64 start = get_start (cell);
  gint64 from = cell->from, to = cell->to;

  if (!cell->is_suppressed)
    {
      if (self->costs[number] < 0 || start < 0)
        set_moves (self, number, 0, 0, 0);
      else
        set_moves (self, number, start, FOI_LINEAR_NO_TO, self->costs[number]);
      return;
    }
  if (scenario->attacker != FOI_ATTACKER_NONE && cell->is_primary && !cell->is_rounded
      && !cell->is_left_out && cell->need_from <= cell->need_to)
    {
      from = MAX (from, cell->need_from);
      to = MIN (to, cell->need_to);
    }
  if ((int) number == scenario->knower)
    from = to = cell->value;
  set_moves (self, number, MAX (start - from, 0),
             to == FOI_LINEAR_NO_TO ? to : MAX (to - start, 0), 0);
}

/**
 * foi_detour_find:
 * @scenario: the reader
 * @cell: a suppressed cell
 * @value: what it must be able to be
 * @values: (array): room for a number of each cell
 *
 * Finds numbers that are probably the cheapest. They are whole, but it is not sure that they fit.
 *
 * Returns: whether there are any.
 */
gboolean
foi_detour_find (FoiDetour *self, const FoiScenario *scenario, guint cell, gint64 value,
                 gint64 *values)
{
  gint64 start = get_start (foi_disclosure_problem_get (self->problem, cell));
  guint n_cells = self->problem->cells->len;
  guint moved = value >= start ? up (cell) : down (cell);

  for (guint i = 0; i < n_cells; i++)
    set_cell (self, scenario, i);
  foi_linear_set_column (self->linear, up (cell), 0, 0);
  foi_linear_set_column (self->linear, down (cell), 0, 0);
  foi_linear_set_column (self->linear, moved, ABS (value - start), ABS (value - start));
  if (!foi_linear_guess (self->linear, self->moves))
    return FALSE;
  for (guint i = 0; i < n_cells; i++)
    values[i] = get_start (foi_disclosure_problem_get (self->problem, i))
                + self->moves[up (i)] - self->moves[down (i)];
  return TRUE;
}
