/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-knowledge-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-error.h"

/* Solutions that are kept. More would only be looked through. */
#define MAX_SOLUTIONS 1000

typedef FoiKnowledgeRow Row;
typedef FoiKnowledgePart Part;
typedef FoiKnowledgeSolution Solution;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->unknowns);
  g_free (row->factors);
  g_free (row);
}

static void
free_part (gpointer data)
{
  Part *part = data;

  g_array_unref (part->unknowns);
  g_array_unref (part->rows);
  g_clear_pointer (&part->linear, foi_linear_free);
  g_clear_pointer (&part->whole, foi_whole_free);
  g_free (part);
}

static void
free_solution (gpointer data)
{
  Solution *solution = data;

  g_free (solution->values);
  g_free (solution->fits);
  g_free (solution);
}

/* The ends of a row after what is published went to the other side. */
static gboolean
move_end (gint64 end, gint64 none, FoiWide published, gint64 *out)
{
  FoiWide moved = (FoiWide) end - published;

  *out = none;
  if (end == none)
    return TRUE;
  *out = (gint64) moved;
  return moved <= FOI_LINEAR_MAX && moved >= -FOI_LINEAR_MAX;
}

static gboolean
set_contradiction (GError **error)
{
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONTENT,
                       _("the published figures contradict each other: a total is not what its "
                         "parts come to"));
  return FALSE;
}

/* A line as a row of unknowns; a line of published figures alone has to hold. */
static gboolean
add_row (FoiKnowledge *self, const FoiLine *line, GError **error)
{
  Row *row = g_new0 (Row, 1);
  FoiWide published = 0;

  g_ptr_array_add (self->rows, row);
  row->unknowns = g_new (guint, line->terms->len);
  row->factors = g_new (gint64, line->terms->len);
  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);
      FoiSecretCell *cell = foi_disclosure_problem_get (self->problem, term->cell);

      if (!cell->is_suppressed)
        published += (FoiWide) cell->value * term->factor;
      else if (term->factor != 0)
        {
          row->unknowns[row->n_terms] = (guint) self->unknown_of[term->cell];
          row->factors[row->n_terms++] = term->factor;
        }
    }
  if (!move_end (line->from, FOI_LINEAR_NO_FROM, published, &row->from)
      || !move_end (line->to, FOI_LINEAR_NO_TO, published, &row->to))
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_LIMIT,
                           _("the figures are too large to be reckoned with exactly"));
      return FALSE;
    }
  if (row->n_terms > 0)
    return TRUE;
  if (row->from > 0 || row->to < 0)
    return set_contradiction (error);
  g_ptr_array_remove_index (self->rows, self->rows->len - 1);
  return TRUE;
}

static void
add_unknowns (FoiKnowledge *self)
{
  guint n_cells = self->problem->cells->len;

  self->unknown_of = g_new (int, n_cells + 1);
  for (guint i = 0; i < n_cells; i++)
    {
      FoiSecretCell *cell = foi_disclosure_problem_get (self->problem, i);

      self->unknown_of[i] = cell->is_suppressed ? (int) self->unknowns->len : -1;
      if (cell->is_suppressed)
        g_array_append_val (self->unknowns, i);
    }
  self->part_of = g_new (guint, self->unknowns->len + 1);
  self->place_of = g_new (guint, self->unknowns->len + 1);
  self->from = g_new0 (gint64, self->unknowns->len + 1);
  self->to = g_new0 (gint64, self->unknowns->len + 1);
  self->outer_from = g_new0 (gint64, self->unknowns->len + 1);
  self->outer_to = g_new0 (gint64, self->unknowns->len + 1);
  self->is_endless = g_new0 (gboolean, self->unknowns->len + 1);
  self->seen_from = g_new (gint64, self->unknowns->len + 1);
  self->seen_to = g_new (gint64, self->unknowns->len + 1);
}

static guint
find_leader (guint *leaders, guint unknown)
{
  while (leaders[unknown] != unknown)
    {
      leaders[unknown] = leaders[leaders[unknown]];
      unknown = leaders[unknown];
    }
  return unknown;
}

/* Sorts unknowns and rows into parts that have nothing to do with one another. */
static void
split (FoiKnowledge *self)
{
  g_autofree guint *leaders = g_new (guint, self->unknowns->len + 1);
  g_autofree int *part_of = g_new (int, self->unknowns->len + 1);

  for (guint i = 0; i < self->unknowns->len; i++)
    {
      leaders[i] = i;
      part_of[i] = -1;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];

      for (guint j = 1; j < row->n_terms; j++)
        leaders[find_leader (leaders, row->unknowns[j])] = find_leader (leaders, row->unknowns[0]);
    }
  for (guint i = 0; i < self->unknowns->len; i++)
    {
      guint leader = find_leader (leaders, i);
      Part *part;

      if (part_of[leader] < 0)
        {
          part = g_new0 (Part, 1);
          part->is_outer_stale = part->is_endless_stale = TRUE;
          part->unknowns = g_array_new (FALSE, FALSE, sizeof (guint));
          part->rows = g_array_new (FALSE, FALSE, sizeof (guint));
          part_of[leader] = (int) self->parts->len;
          g_ptr_array_add (self->parts, part);
        }
      self->part_of[i] = (guint) part_of[leader];
      part = self->parts->pdata[self->part_of[i]];
      self->place_of[i] = part->unknowns->len;
      g_array_append_val (part->unknowns, i);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];
      Part *part = self->parts->pdata[self->part_of[row->unknowns[0]]];

      g_array_append_val (part->rows, i);
    }
}

/* The true figures are a solution, where we know them all. */
static void
add_truth (FoiKnowledge *self)
{
  guint n_cells = self->problem->cells->len;
  g_autofree gint64 *values = g_new (gint64, n_cells + 1);

  for (guint i = 0; i < n_cells; i++)
    {
      FoiSecretCell *cell = foi_disclosure_problem_get (self->problem, i);

      values[i] = cell->is_known ? cell->value : -1;
    }
  foi_knowledge_add_solution (self, values);
}

/**
 * foi_knowledge_new:
 * @problem: (transfer none): must live on, and keep its marks and lines
 *
 * Returns: (transfer full): what a reader knows who knows no rule; else %NULL with
 *   %FOI_ERROR_CONTENT or %FOI_ERROR_LIMIT.
 */
FoiKnowledge *
foi_knowledge_new (FoiDisclosureProblem *problem, GError **error)
{
  g_autoptr (FoiKnowledge) self = g_new0 (FoiKnowledge, 1);

  self->problem = problem;
  self->unknowns = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->parts = g_ptr_array_new_with_free_func (free_part);
  self->solutions = g_ptr_array_new_with_free_func (free_solution);
  add_unknowns (self);
  for (guint i = 0; i < problem->lines->len; i++)
    {
      if (!add_row (self, problem->lines->pdata[i], error))
        return NULL;
    }
  split (self);
  foi_knowledge_reset_ends (self);
  add_truth (self);
  return g_steal_pointer (&self);
}

/**
 * foi_knowledge_free:
 *
 * Frees it.
 */
void
foi_knowledge_free (FoiKnowledge *self)
{
  g_array_unref (self->unknowns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->solutions);
  g_free (self->unknown_of);
  g_free (self->part_of);
  g_free (self->place_of);
  g_free (self->from);
  g_free (self->to);
  g_free (self->outer_from);
  g_free (self->outer_to);
  g_free (self->is_endless);
  g_free (self->seen_from);
  g_free (self->seen_to);
  g_free (self);
}

static void
set_unknown (FoiKnowledge *self, guint unknown, gint64 from, gint64 to)
{
  Part *part = self->parts->pdata[self->part_of[unknown]];

  if (self->from[unknown] == from && self->to[unknown] == to)
    return;
  self->from[unknown] = from;
  self->to[unknown] = to;
  self->is_seen_stale = TRUE;
  part->is_outer_stale = part->is_endless_stale = TRUE;
  memset (part->is_worn_out, 0, sizeof part->is_worn_out);
  if (part->linear != NULL)
    foi_linear_set_column (part->linear, self->place_of[unknown], from, to);
}

/**
 * foi_knowledge_set_ends:
 * @cell: a suppressed cell
 *
 * Lets the reader know that @cell is between @from and @to.
 */
void
foi_knowledge_set_ends (FoiKnowledge *self, guint cell, gint64 from, gint64 to)
{
  g_return_if_fail (self->unknown_of[cell] >= 0);

  set_unknown (self, (guint) self->unknown_of[cell], from, to);
}

/**
 * foi_knowledge_reset_ends:
 *
 * Lets the reader forget what foi_knowledge_set_ends() told.
 */
void
foi_knowledge_reset_ends (FoiKnowledge *self)
{
  for (guint i = 0; i < self->unknowns->len; i++)
    {
      FoiSecretCell *cell
        = foi_disclosure_problem_get (self->problem, g_array_index (self->unknowns, guint, i));

      set_unknown (self, i, cell->from, cell->to);
    }
  self->is_seen_stale = TRUE;
}

/**
 * foi_knowledge_share_part:
 *
 * Returns: whether knowing more of one suppressed cell can tell anything about the other.
 */
gboolean
foi_knowledge_share_part (FoiKnowledge *self, guint a, guint b)
{
  return self->part_of[self->unknown_of[a]] == self->part_of[self->unknown_of[b]];
}

static gboolean
fits_part (FoiKnowledge *self, const Part *part, const gint64 *values)
{
  for (guint i = 0; i < part->unknowns->len; i++)
    {
      guint cell = g_array_index (self->unknowns, guint,
                                  g_array_index (part->unknowns, guint, i));

      if (values[cell] < 0 || values[cell] > FOI_DISCLOSURE_MAX_VALUE)
        return FALSE;
    }
  for (guint i = 0; i < part->rows->len; i++)
    {
      const Row *row = self->rows->pdata[g_array_index (part->rows, guint, i)];
      FoiWide sum = 0;

      for (guint j = 0; j < row->n_terms; j++)
        sum += (FoiWide) row->factors[j]
               * values[g_array_index (self->unknowns, guint, row->unknowns[j])];
      if ((row->from != FOI_LINEAR_NO_FROM && sum < row->from)
          || (row->to != FOI_LINEAR_NO_TO && sum > row->to))
        return FALSE;
    }
  return TRUE;
}

/* Whether the reader's present ends allow the solution in this part, and then notes it. */
static void
see (FoiKnowledge *self, const Part *part, const gint64 *values)
{
  for (guint i = 0; i < part->unknowns->len; i++)
    {
      guint unknown = g_array_index (part->unknowns, guint, i);
      gint64 value = values[g_array_index (self->unknowns, guint, unknown)];

      if (value < self->from[unknown] || value > self->to[unknown])
        return;
    }
  for (guint i = 0; i < part->unknowns->len; i++)
    {
      guint unknown = g_array_index (part->unknowns, guint, i);
      gint64 value = values[g_array_index (self->unknowns, guint, unknown)];

      self->seen_from[unknown] = MIN (self->seen_from[unknown], value);
      self->seen_to[unknown] = MAX (self->seen_to[unknown], value);
    }
}

static void
see_solution (FoiKnowledge *self, const Solution *solution)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      if (solution->fits[i])
        see (self, self->parts->pdata[i], solution->values);
    }
}

/*
 * _foi_knowledge_see_again:
 *
 * Looks anew how far the solutions reach that the reader's present ends allow.
 */
void
_foi_knowledge_see_again (FoiKnowledge *self)
{
  if (!self->is_seen_stale)
    return;
  self->is_seen_stale = FALSE;
  for (guint i = 0; i < self->unknowns->len; i++)
    {
      self->seen_from[i] = G_MAXINT64;
      self->seen_to[i] = G_MININT64;
    }
  for (guint i = 0; i < self->solutions->len; i++)
    see_solution (self, self->solutions->pdata[i]);
}

/**
 * foi_knowledge_add_solution:
 * @values: (array): a number for each cell of the problem
 *
 * Takes up whole numbers that somebody believes to fit. Where they do not, nothing comes of it.
 */
void
foi_knowledge_add_solution (FoiKnowledge *self, const gint64 *values)
{
  Solution *solution;
  gboolean is_any = FALSE;

  if (self->solutions->len >= MAX_SOLUTIONS)
    g_ptr_array_remove_index (self->solutions, 1);
  solution = g_new0 (Solution, 1);
  solution->values = g_memdup2 (values, sizeof (gint64) * self->problem->cells->len);
  solution->fits = g_new0 (gboolean, self->parts->len + 1);
  for (guint i = 0; i < self->parts->len; i++)
    {
      solution->fits[i] = fits_part (self, self->parts->pdata[i], values);
      is_any = is_any || solution->fits[i];
    }
  /* The truth is the first one, and stays. */
  if (!is_any && self->solutions->len > 0)
    {
      free_solution (solution);
      return;
    }
  _foi_knowledge_see_again (self);
  see_solution (self, solution);
  g_ptr_array_add (self->solutions, solution);
}

/**
 * foi_knowledge_copy_solutions:
 * @from: of a problem with the same cells, in which no more is suppressed
 *
 * Takes up what was found there.
 */
void
foi_knowledge_copy_solutions (FoiKnowledge *self, FoiKnowledge *from)
{
  self->n_given_up = from->n_given_up;
  for (guint i = 1; i < from->solutions->len; i++)
    foi_knowledge_add_solution (self, ((Solution *) from->solutions->pdata[i])->values);
}

/**
 * foi_knowledge_is_given_up:
 *
 * Returns: whether a search ended without a proof.
 */
gboolean
foi_knowledge_is_given_up (FoiKnowledge *self)
{
  return self->n_given_up > 0;
}

/**
 * foi_knowledge_was_seen:
 * @value: a number
 *
 * Returns: whether it is proved that @cell can be @value or less, or (@upper) @value or more.
 */
gboolean
foi_knowledge_was_seen (FoiKnowledge *self, guint cell, gboolean upper, gint64 value)
{
  int unknown = self->unknown_of[cell];

  g_return_val_if_fail (unknown >= 0, FALSE);

  _foi_knowledge_see_again (self);
  return upper ? self->seen_to[unknown] >= value : self->seen_from[unknown] <= value;
}
