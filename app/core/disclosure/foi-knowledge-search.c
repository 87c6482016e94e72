/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-knowledge-private.h"

/* How far an unknown can go: for numbers with fractions by a linear program, and then for whole
 * ones, by more programs or by narrowing. */

/* A search for whole numbers that needs more programs than this proves nothing. */
#define MAX_NODES 2000
/* So many are solved before anything else is tried: nearly always the first is enough. */
#define FEW_NODES 40
/* A search that narrows numbers oftener than this proves nothing either. */
#define MAX_NARROWED 2000
/* In a part of more rows each step takes so much longer, and a program still more: there are so
 * many fewer. */
#define PLAIN_ROWS 150
/* But never fewer than these. */
#define LEAST_NODES 4

typedef FoiKnowledgeRow Row;
typedef FoiKnowledgePart Part;
typedef FoiKnowledgeSolution Solution;

/*
 * _foi_knowledge_get_linear:
 *
 * Returns: (transfer none): the program of a part, without costs.
 */
FoiLinear *
_foi_knowledge_get_linear (FoiKnowledge *self, Part *part)
{
  g_autofree guint *places = NULL;

  if (part->linear != NULL)
    return part->linear;
  part->linear = foi_linear_new (part->unknowns->len, part->rows->len);
  places = g_new (guint, part->unknowns->len);
  for (guint i = 0; i < part->unknowns->len; i++)
    {
      guint unknown = g_array_index (part->unknowns, guint, i);

      foi_linear_set_column (part->linear, i, self->from[unknown], self->to[unknown]);
    }
  for (guint i = 0; i < part->rows->len; i++)
    {
      const Row *row = self->rows->pdata[g_array_index (part->rows, guint, i)];

      for (guint j = 0; j < row->n_terms; j++)
        places[j] = self->place_of[row->unknowns[j]];
      foi_linear_set_row (part->linear, i, places, row->factors, row->n_terms, row->from, row->to);
    }
  return part->linear;
}

static FoiWhole *
get_whole (FoiKnowledge *self, Part *part)
{
  const Solution *truth = self->solutions->pdata[0];
  g_autofree guint *places = NULL;

  if (part->whole == NULL)
    {
      part->whole = foi_whole_new (part->unknowns->len, part->rows->len);
      places = g_new (guint, part->unknowns->len);
      for (guint i = 0; i < part->rows->len; i++)
        {
          const Row *row = self->rows->pdata[g_array_index (part->rows, guint, i)];

          for (guint j = 0; j < row->n_terms; j++)
            places[j] = self->place_of[row->unknowns[j]];
          foi_whole_set_row (part->whole, i, places, row->factors, row->n_terms, row->from,
                             row->to);
        }
    }
  for (guint i = 0; i < part->unknowns->len; i++)
    {
      guint unknown = g_array_index (part->unknowns, guint, i);

      foi_whole_set_column (part->whole, i, self->from[unknown], self->to[unknown],
                            truth->values[g_array_index (self->unknowns, guint, unknown)]);
    }
  return part->whole;
}

/* The search for the least, or most, in whole numbers. */
typedef struct
{
  FoiKnowledge *self;
  Part *part;
  guint place;
  gboolean upper;
  gboolean has_best;
  gint64 best;
  guint n_nodes, max_nodes;
  gboolean is_given_up;
} Search;

/*
 * _foi_knowledge_take_linear:
 * @fraction: (out): the place in the part of a number that is not whole
 *
 * Keeps the solution that the part's program found last if it is whole.
 *
 * Returns: whether it is.
 */
gboolean
_foi_knowledge_take_linear (FoiKnowledge *self, Part *part, guint *fraction)
{
  const Solution *truth = self->solutions->pdata[0];
  g_autofree gint64 *values = NULL;

  values = g_memdup2 (truth->values, sizeof (gint64) * self->problem->cells->len);
  for (guint i = 0; i < part->unknowns->len; i++)
    {
      guint unknown = g_array_index (part->unknowns, guint, i);
      FoiRational value = foi_linear_get_value (part->linear, i);

      *fraction = i;
      if (!foi_rational_is_whole (value)
          || !foi_rational_floor (value, &values[g_array_index (self->unknowns, guint, unknown)]))
        return FALSE;
    }
  foi_knowledge_add_solution (self, values);
  return TRUE;
}

static gboolean
is_better (const Search *search, gint64 value)
{
  return !search->has_best || (search->upper ? value > search->best : value < search->best);
}

static void search_node (Search *search);

/* Both sides of a column that has a fraction; first the one that the fraction is nearer to. */
static void
search_sides (Search *search, guint column)
{
  FoiLinear *linear = search->part->linear;
  guint unknown = g_array_index (search->part->unknowns, guint, column);
  gint64 from = search->self->from[unknown];
  gint64 to = search->self->to[unknown];
  gint64 below, above;

  if (!foi_rational_floor (foi_linear_get_value (linear, column), &below)
      || !foi_rational_ceiling (foi_linear_get_value (linear, column), &above))
    {
      search->is_given_up = TRUE;
      return;
    }
  for (int side = 0; side < 2; side++)
    {
      gboolean is_above = (side == 0) == search->upper;

      search->self->from[unknown] = is_above ? above : from;
      search->self->to[unknown] = is_above ? to : below;
      foi_linear_set_column (linear, column, search->self->from[unknown],
                             search->self->to[unknown]);
      search_node (search);
      search->self->from[unknown] = from;
      search->self->to[unknown] = to;
      foi_linear_set_column (linear, column, from, to);
    }
}

/* Whether the rows alone say that nothing fits: that is seen sooner than by a program. */
static gboolean
is_contradicted (Search *search)
{
  g_autofree gint64 *found = g_new (gint64, search->part->unknowns->len + 1);

  return foi_whole_search (get_whole (search->self, search->part), 1, found) == FOI_WHOLE_NONE;
}

static void
search_node (Search *search)
{
  FoiLinear *linear = search->part->linear;
  FoiLinearResult result;
  guint fraction = 0;
  gint64 end;

  if (search->is_given_up || ++search->n_nodes > search->max_nodes)
    {
      search->is_given_up = TRUE;
      return;
    }
  if (search->n_nodes > 1 && is_contradicted (search))
    return;
  result = foi_linear_solve (linear, search->upper);
  if (result == FOI_LINEAR_INFEASIBLE)
    return;
  if (result != FOI_LINEAR_OPTIMAL
      || !(search->upper ? foi_rational_floor (foi_linear_get_objective (linear), &end)
                         : foi_rational_ceiling (foi_linear_get_objective (linear), &end)))
    {
      search->is_given_up = TRUE;
      return;
    }
  if (!is_better (search, end))
    return;
  if (!_foi_knowledge_take_linear (search->self, search->part, &fraction))
    {
      search_sides (search, fraction);
      return;
    }
  search->best = end;
  search->has_best = TRUE;
}

/* Where one search ended without a proof the others are likely to, and each is given half as much;
 * hardly anything those of cells that only protect others. */
static guint
get_limit (const FoiKnowledge *self, guint unknown, guint64 most)
{
  const guint cell = g_array_index (self->unknowns, guint, unknown);
  const gboolean is_primary = foi_disclosure_problem_get (self->problem, cell)->is_primary;
  const guint all = (guint) MAX (most, LEAST_NODES);

  return MAX (all >> MIN (self->n_given_up, 16), is_primary ? MAX (all / 100, 1) : 2);
}

static guint64
get_rows (const Part *part)
{
  return MAX (part->rows->len, PLAIN_ROWS);
}

static guint
get_program_limit (const FoiKnowledge *self, const Part *part, guint unknown, guint64 most)
{
  return get_limit (self, unknown,
                    most * PLAIN_ROWS * PLAIN_ROWS / (get_rows (part) * get_rows (part)));
}

/* Whether numbers are left between @from and @to; what is found is kept. */
static FoiWholeResult
narrow (FoiKnowledge *self, Part *part, guint unknown, gint64 from, gint64 to)
{
  FoiWhole *whole = get_whole (self, part);
  const Solution *truth = self->solutions->pdata[0];
  g_autofree gint64 *found = g_new (gint64, part->unknowns->len);
  g_autofree gint64 *values = NULL;
  FoiWholeResult result;

  foi_whole_set_column (whole, self->place_of[unknown], from, to, from);
  result = foi_whole_search (whole,
                             get_limit (self, unknown,
                                        MAX_NARROWED * PLAIN_ROWS / get_rows (part)), found);
  if (result != FOI_WHOLE_FOUND)
    return result;
  values = g_memdup2 (truth->values, sizeof (gint64) * self->problem->cells->len);
  for (guint i = 0; i < part->unknowns->len; i++)
    values[g_array_index (self->unknowns, guint,
                          g_array_index (part->unknowns, guint, i))] = found[i];
  foi_knowledge_add_solution (self, values);
  return result;
}

/* Narrows what is between the best number so far and @end, until nothing is; FALSE where that takes
 * too long. */
static gboolean
close_in (Search *search, gint64 end)
{
  FoiKnowledge *self = search->self;
  const guint unknown = g_array_index (search->part->unknowns, guint, search->place);

  for (;;)
    {
      const gint64 last = search->upper ? self->from[unknown] : self->to[unknown];
      const gint64 best = !search->has_best ? last : search->best + (search->upper ? 1 : -1);
      FoiWholeResult result;

      if (search->has_best && search->best == end)
        return TRUE;
      result = narrow (self, search->part, unknown, search->upper ? best : end,
                       search->upper ? end : best);
      if (result == FOI_WHOLE_OPEN)
        return FALSE;
      if (result == FOI_WHOLE_NONE)
        return TRUE;
      if (self->seen_from[unknown] == G_MAXINT64)
        return FALSE;
      search->best = search->upper ? self->seen_to[unknown] : self->seen_from[unknown];
      search->has_best = TRUE;
      /* Numbers larger than any that are reckoned with are none. */
      if (search->upper ? search->best < best : search->best > best)
        return FALSE;
    }
}

/* The search by programs, in so many of them at most. */
static gboolean
search_programs (Search *search, guint max_nodes)
{
  search->n_nodes = 0;
  search->max_nodes = max_nodes;
  search->is_given_up = FALSE;
  search_node (search);
  return !search->is_given_up;
}

/* In whole numbers, after the program was solved to @end in fractions. Of totals alone programs
 * have whole numbers soon or never; shares are narrowed. */
static gboolean
find_whole (FoiKnowledge *self, Part *part, guint unknown, gboolean upper, FoiEnd *end)
{
  Search search = { .self = self, .part = part, .place = self->place_of[unknown], .upper = upper };

  if (!(upper ? foi_rational_floor (end->linear, &end->whole)
              : foi_rational_ceiling (end->linear, &end->whole)))
    return TRUE;
  _foi_knowledge_see_again (self);
  search.has_best = self->seen_from[unknown] != G_MAXINT64;
  search.best = upper ? self->seen_to[unknown] : self->seen_from[unknown];
  if ((!search.has_best || search.best != end->whole)
      && !search_programs (&search, get_program_limit (self, part, unknown, FEW_NODES))
      && !close_in (&search, end->whole)
      && !search_programs (&search, get_program_limit (self, part, unknown, MAX_NODES)))
    {
      self->n_given_up++;
      /* The last whole number that fits for certain: the true end is no nearer. */
      if (search.has_best)
        end->whole = search.best;
      return TRUE;
    }
  if (!search.has_best)
    return FALSE;
  end->whole = search.best;
  end->is_proven = TRUE;
  return TRUE;
}

/* Where whole numbers rest at an end that single rows set, or go on for ever, no program has to be
 * solved for it alone. */
static gboolean
is_known_end (FoiKnowledge *self, guint unknown, gboolean upper, FoiEnd *out)
{
  gint64 end;

  *out = (FoiEnd) { .is_known = TRUE, .is_unbounded = TRUE, .is_proven = TRUE };
  if (upper && _foi_knowledge_is_endless (self, unknown))
    return TRUE;
  if (!_foi_knowledge_reach (self, unknown, upper, &end))
    return FALSE;
  *out = (FoiEnd) { .is_known = TRUE, .linear = foi_rational (end), .is_proven = TRUE,
                    .whole = end };
  return TRUE;
}

/**
 * foi_knowledge_find_end:
 * @cell: a suppressed cell
 * @upper: its upper end, else its lower one
 * @out: (out): what was found
 *
 * Works out how far a cell can go.
 *
 * Returns: whether anything fits all that the reader knows at all.
 */
gboolean
foi_knowledge_find_end (FoiKnowledge *self, guint cell, gboolean upper, FoiEnd *out)
{
  guint unknown = (guint) self->unknown_of[cell];
  Part *part = self->parts->pdata[self->part_of[unknown]];
  FoiLinear *linear;
  FoiLinearResult result;
  gboolean is_possible = TRUE;
  guint fraction;

  if (is_known_end (self, unknown, upper, out))
    return TRUE;
  *out = (FoiEnd) { 0 };
  linear = _foi_knowledge_get_linear (self, part);
  foi_linear_set_cost (linear, self->place_of[unknown], 1);
  result = foi_linear_solve (linear, upper);
  if (result == FOI_LINEAR_OPTIMAL)
    {
      out->is_known = TRUE;
      out->linear = foi_linear_get_objective (linear);
      _foi_knowledge_take_linear (self, part, &fraction);
      is_possible = find_whole (self, part, unknown, upper, out);
    }
  else if (result == FOI_LINEAR_UNBOUNDED)
    {
      /* A way out to infinity has a whole multiple, from any solution in whole numbers. */
      out->is_known = out->is_unbounded = TRUE;
      out->is_proven = self->seen_from[unknown] != G_MAXINT64;
    }
  else if (result == FOI_LINEAR_NOT_PROVEN)
    self->n_given_up++;
  foi_linear_set_cost (linear, self->place_of[unknown], 0);
  return is_possible && result != FOI_LINEAR_INFEASIBLE;
}
