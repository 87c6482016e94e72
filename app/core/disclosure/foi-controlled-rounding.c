/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-controlled-rounding.h"

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-problem-part.h"

/* Each figure that may move and is no multiple is an unknown: 0, it goes down; 1, it goes up. What
 * is published adds up if the unknowns do. Of two-way tables the program's corners are whole, so
 * the search below hardly ever branches; of deeper tables there may be no answer at all. */

/* A search that needs more programs than this is given up. */
#define MAX_NODES 5000

typedef struct
{
  FoiDisclosureProblem *problem;
  gint64 base;
  GArray *cells;    /* of guint: of each unknown */
  int *unknown_of;  /* of a cell, or -1 */
  gint64 *floors;   /* of a cell: what it is where it does not move, or moves down */
  gint64 *costs;    /* of an unknown */
  FoiLinear *linear;
  gboolean *best;   /* of an unknown: it goes up */
  FoiWide best_cost;
  gboolean has_best, is_given_up;
  guint n_nodes;
  guint n_before, n_parts; /* how many parts were done, of how many */
  FoiAuditProgress progress;
  gpointer user_data;
  GCancellable *cancellable;
} Search;

/* A part of a problem is told in so many steps: how long a search will be nobody knows. */
#define STEPS 100

static void
clear_search (Search *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_free (self->unknown_of);
  g_free (self->floors);
  g_free (self->costs);
  g_free (self->best);
  g_clear_pointer (&self->linear, foi_linear_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, clear_search)

static void
list_unknowns (Search *self, const FoiProblemPart *part, const gboolean *may_move)
{
  guint n_cells = self->problem->cells->len;

  self->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  self->unknown_of = g_new (int, n_cells + 1);
  self->floors = g_new (gint64, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    {
      gint64 value = foi_disclosure_problem_get (self->problem, i)->value;

      self->unknown_of[i] = -1;
      self->floors[i] = value;
      if (!may_move[g_array_index (part->cells, guint, i)] || value % self->base == 0)
        continue;
      self->floors[i] = value / self->base * self->base;
      self->unknown_of[i] = (int) self->cells->len;
      g_array_append_val (self->cells, i);
    }
}

/* How far figures move comes first; of what moves as far, the first cells go up. */
static void
reckon_costs (Search *self)
{
  guint n = self->cells->len;
  gint64 weight = (gint64) n * (n + 1) / 2 + 1;

  self->costs = g_new (gint64, n + 1);
  for (guint i = 0; i < n; i++)
    {
      gint64 value
        = foi_disclosure_problem_get (self->problem, g_array_index (self->cells, guint, i))->value;

      self->costs[i] = weight * (self->base - 2 * (value % self->base)) + i + 1;
    }
}

/* Whether the figures of a line stay readable and have to add up; else nobody can check them. */
static gboolean
binds (Search *self, const FoiLine *line)
{
  if (line->from != line->to || (line->kind != FOI_LINE_TOTAL && line->kind != FOI_LINE_SAME))
    return FALSE;
  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);

      if (foi_disclosure_problem_get (self->problem, term->cell)->is_suppressed)
        return FALSE;
    }
  return TRUE;
}

/* A line as a row of unknowns, in units of the base; FALSE where no rounding can make it so. */
static gboolean
set_row (Search *self, guint row, const FoiLine *line)
{
  g_autofree guint *columns = g_new (guint, line->terms->len + 1);
  g_autofree gint64 *factors = g_new (gint64, line->terms->len + 1);
  FoiWide rest = line->to;
  guint n = 0;

  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);
      int unknown = self->unknown_of[term->cell];

      rest -= (FoiWide) term->factor * self->floors[term->cell];
      if (unknown < 0 || term->factor == 0)
        continue;
      columns[n] = (guint) unknown;
      factors[n++] = term->factor;
    }
  if (rest % self->base != 0 || (n == 0 && rest != 0))
    return FALSE;
  rest /= self->base;
  if (rest > FOI_LINEAR_MAX || rest < -FOI_LINEAR_MAX)
    return FALSE;
  foi_linear_set_row (self->linear, row, columns, factors, n, (gint64) rest, (gint64) rest);
  return TRUE;
}

static gboolean
set_rows (Search *self)
{
  guint n_rows = 0;

  for (guint i = 0; i < self->problem->lines->len; i++)
    n_rows += binds (self, self->problem->lines->pdata[i]);
  self->linear = foi_linear_new (MAX (self->cells->len, 1), n_rows);
  for (guint i = 0; i < self->cells->len; i++)
    {
      foi_linear_set_column (self->linear, i, 0, 1);
      foi_linear_set_cost (self->linear, i, self->costs[i]);
    }
  n_rows = 0;
  for (guint i = 0; i < self->problem->lines->len; i++)
    {
      if (binds (self, self->problem->lines->pdata[i])
          && !set_row (self, n_rows++, self->problem->lines->pdata[i]))
        return FALSE;
    }
  return TRUE;
}

static void
take_best (Search *self, gint64 cost)
{
  self->has_best = TRUE;
  self->best_cost = cost;
  for (guint i = 0; i < self->cells->len; i++)
    self->best[i] = foi_rational_sign (foi_linear_get_value (self->linear, i)) > 0;
}

/* Half of what is left of this part, with each ten programs. */
static void
tell (Search *self)
{
  const guint steps = STEPS - STEPS * 10 / (self->n_nodes + 10);

  if (self->progress != NULL)
    self->progress (self->n_before * STEPS + steps, self->n_parts * STEPS, self->user_data);
}

static void search (Search *self);

/* Both ways of an unknown that came out between 0 and 1. */
static void
branch (Search *self, guint unknown)
{
  for (gint64 side = 0; side < 2; side++)
    {
      foi_linear_set_column (self->linear, unknown, side, side);
      search (self);
    }
  foi_linear_set_column (self->linear, unknown, 0, 1);
}

static void
search (Search *self)
{
  FoiLinearResult result;
  gint64 least;

  if (self->is_given_up || g_cancellable_is_cancelled (self->cancellable))
    return;
  tell (self);
  self->n_nodes++;
  result = self->n_nodes > MAX_NODES ? FOI_LINEAR_NOT_PROVEN
                                     : foi_linear_solve (self->linear, FALSE);
  if (result == FOI_LINEAR_INFEASIBLE)
    return;
  if (result != FOI_LINEAR_OPTIMAL
      || !foi_rational_ceiling (foi_linear_get_objective (self->linear), &least))
    {
      self->is_given_up = TRUE;
      return;
    }
  if (self->has_best && least >= self->best_cost)
    return;
  for (guint i = 0; i < self->cells->len; i++)
    {
      FoiRational value = foi_linear_get_value (self->linear, i);

      if (foi_rational_is_known (value) && foi_rational_is_whole (value))
        continue;
      branch (self, i);
      return;
    }
  take_best (self, least);
}

/* @self is told what to search in; the rest of it is of this part alone. */
static gboolean
find_in_part (Search *self, const FoiProblemPart *part, const gboolean *may_move, gint64 *values,
              GError **error)
{
  gboolean is_possible;

  self->problem = part->problem;
  list_unknowns (self, part, may_move);
  reckon_costs (self);
  self->best = g_new0 (gboolean, self->cells->len + 1);
  is_possible = set_rows (self);
  if (is_possible && self->cells->len > 0)
    search (self);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->is_given_up)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_LIMIT,
                           _("It would take too long to find a rounding by which all totals "
                             "still add up. Nothing was changed."));
      return FALSE;
    }
  if (!is_possible || (self->cells->len > 0 && !self->has_best))
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("There is no rounding to this base by which all totals still add "
                             "up. Nothing was changed."));
      return FALSE;
    }
  for (guint i = 0; i < part->cells->len; i++)
    {
      int unknown = self->unknown_of[i];

      values[g_array_index (part->cells, guint, i)]
        = self->floors[i] + (unknown >= 0 && self->best[unknown] ? self->base : 0);
    }
  return TRUE;
}

/**
 * foi_controlled_rounding_find:
 * @base: above 1
 * @may_move: (array): for each cell of @problem whether it is to be rounded; the others stay
 * @values: (array) (out): room for a figure of each cell
 * @progress: (nullable) (scope call): told how many parts are done
 *
 * Rounds each figure to one of the two multiples of @base beside it; a multiple stays. All totals
 * still add up, and figures that are the same elsewhere stay the same. Of all such roundings it is
 * one by which figures move least in all, the same one each time. It is found by exact branch and
 * bound.
 *
 * Returns: whether there is one; else %FOI_ERROR_REFUSED, %FOI_ERROR_LIMIT or
 *   %G_IO_ERROR_CANCELLED.
 */
gboolean
foi_controlled_rounding_find (FoiDisclosureProblem *problem, gint64 base, const gboolean *may_move,
                              gint64 *values, FoiAuditProgress progress, gpointer user_data,
                              GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) parts = foi_disclosure_problem_split (problem, FALSE);

  for (guint i = 0; i < parts->len; i++)
    {
      g_auto (Search) self = { .base = base, .n_before = i, .n_parts = parts->len,
                               .progress = progress, .user_data = user_data,
                               .cancellable = cancellable };

      if (!find_in_part (&self, parts->pdata[i], may_move, values, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, parts->len, user_data);
    }
  return TRUE;
}
