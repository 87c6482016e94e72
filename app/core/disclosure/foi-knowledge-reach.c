/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-knowledge-private.h"

/* How far unknowns can go, as long as no program is needed for each. What single rows say is an
 * outer end for numbers with fractions, and so for whole ones; whole numbers that rest there prove
 * it to be the end. One program is asked for as many of them as it can bring there at once: a table
 * of 1,600 gaps below a total would need as many programs for each of hundreds of readers. Which
 * have no end is asked in the same way: the numbers by which solutions can go on for ever are those
 * that fit the rows with 0 for all that has an end. */

/* Rows are looked at again so often; what is narrowed no further is still right. */
#define MAX_LOOKS 8
/* A program that brings fewer to their ends is no better than one for each. */
#define LEAST_BROUGHT 3
/* Sums beyond it are left as they are. */
#define FAR ((FoiWide) 1 << 100)

typedef FoiKnowledgeRow Row;
typedef FoiKnowledgePart Part;

/* A sum of which some parts have no end. */
typedef struct
{
  FoiWide sum;
  guint n_open;
} Reach;

/* The most that a term comes to, or the least; FALSE where that has no end. */
static gboolean
get_term (const FoiKnowledge *self, const Row *row, guint term, gboolean most, FoiWide *out)
{
  const guint unknown = row->unknowns[term];
  const gboolean is_upper = (row->factors[term] > 0) == most;
  const gint64 end = is_upper ? self->outer_to[unknown] : self->outer_from[unknown];

  *out = (FoiWide) row->factors[term] * end;
  return end != (is_upper ? FOI_LINEAR_NO_TO : FOI_LINEAR_NO_FROM);
}

static Reach
get_reach (const FoiKnowledge *self, const Row *row, gboolean most)
{
  Reach reach = { 0 };

  for (guint i = 0; i < row->n_terms; i++)
    {
      FoiWide term;

      if (get_term (self, row, i, most, &term))
        reach.sum += term;
      else
        reach.n_open++;
    }
  return reach;
}

static FoiWide
divide_down (FoiWide number, gint64 by)
{
  const FoiWide quotient = number / by;

  return quotient * by != number && (number < 0) != (by < 0) ? quotient - 1 : quotient;
}

/* Brings an outer end of an unknown nearer, but never past a fraction. */
static gboolean
bring_nearer (FoiKnowledge *self, guint unknown, gboolean upper, FoiWide room, gint64 factor)
{
  gint64 *ends = upper ? self->outer_to : self->outer_from;
  const FoiWide end = upper ? -divide_down (-room, factor) : divide_down (room, factor);

  if (end > FOI_LINEAR_MAX || end < -FOI_LINEAR_MAX
      || (upper ? end >= ends[unknown] : end <= ends[unknown]))
    return FALSE;
  ends[unknown] = (gint64) end;
  return TRUE;
}

/* What is left for each term when all others are as small, or (@most) as large, as they can be. */
static gboolean
look_at_row (FoiKnowledge *self, const Row *row, gboolean most)
{
  const gint64 limit = most ? row->from : row->to;
  const Reach reach = get_reach (self, row, most);
  gboolean is_nearer = FALSE;

  if (limit == (most ? FOI_LINEAR_NO_FROM : FOI_LINEAR_NO_TO) || reach.n_open > 1
      || reach.sum > FAR || reach.sum < -FAR)
    return FALSE;
  for (guint i = 0; i < row->n_terms; i++)
    {
      FoiWide own;
      const gboolean has_end = get_term (self, row, i, most, &own);

      if (has_end && reach.n_open > 0)
        continue;
      is_nearer = bring_nearer (self, row->unknowns[i], (row->factors[i] > 0) != most,
                                limit - (reach.sum - (has_end ? own : 0)), row->factors[i])
                  || is_nearer;
    }
  return is_nearer;
}

static void
look_at_part (FoiKnowledge *self, Part *part)
{
  gboolean is_nearer = TRUE;

  part->is_outer_stale = FALSE;
  for (guint i = 0; i < part->unknowns->len; i++)
    {
      const guint unknown = g_array_index (part->unknowns, guint, i);

      self->outer_from[unknown] = self->from[unknown];
      self->outer_to[unknown] = self->to[unknown];
    }
  for (guint look = 0; look < MAX_LOOKS && is_nearer; look++)
    {
      is_nearer = FALSE;
      for (guint i = 0; i < part->rows->len; i++)
        {
          const Row *row = self->rows->pdata[g_array_index (part->rows, guint, i)];

          is_nearer = look_at_row (self, row, FALSE) || is_nearer;
          is_nearer = look_at_row (self, row, TRUE) || is_nearer;
        }
    }
}

/* Whether whole numbers rest at the outer end: then it is the end. */
static gboolean
is_reached (const FoiKnowledge *self, guint unknown, gboolean upper)
{
  return upper ? self->seen_to[unknown] == self->outer_to[unknown]
               : self->seen_from[unknown] == self->outer_from[unknown];
}

/* Whether one program is to bring the unknown nearer to its outer end beside the asked one: of what
 * only protects others it is not worth asking where one that has to be protected is. */
static gboolean
is_wanted (const FoiKnowledge *self, guint unknown, gboolean upper, gboolean only_primary)
{
  const guint cell = g_array_index (self->unknowns, guint, unknown);

  if (is_reached (self, unknown, upper) || (upper && self->outer_to[unknown] == FOI_LINEAR_NO_TO))
    return FALSE;
  return !only_primary || foi_disclosure_problem_get (self->problem, cell)->is_primary;
}

/* Asks one program for all that are wanted; says how many it brought to their ends. */
static guint
reach_together (FoiKnowledge *self, Part *part, gboolean upper, gboolean only_primary)
{
  FoiLinear *linear = _foi_knowledge_get_linear (self, part);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_brought = 0, fraction;

  for (guint i = 0; i < part->unknowns->len; i++)
    if (is_wanted (self, g_array_index (part->unknowns, guint, i), upper, only_primary))
      {
        g_array_append_val (wanted, i);
        foi_linear_set_cost (linear, i, 1);
      }
  if (wanted->len > LEAST_BROUGHT && foi_linear_solve (linear, upper) == FOI_LINEAR_OPTIMAL)
    _foi_knowledge_take_linear (self, part, &fraction);
  for (guint i = 0; i < wanted->len; i++)
    {
      const guint place = g_array_index (wanted, guint, i);

      n_brought += is_reached (self, g_array_index (part->unknowns, guint, place), upper);
      foi_linear_set_cost (linear, place, 0);
    }
  return n_brought;
}

/* ---- what has no end ---- */

/* The program of how solutions can go on, by at most 1 of each unknown. */
static FoiLinear *
new_ways_on (FoiKnowledge *self, const Part *part)
{
  FoiLinear *linear = foi_linear_new (part->unknowns->len, part->rows->len);
  g_autofree guint *places = g_new (guint, part->unknowns->len);

  for (guint i = 0; i < part->unknowns->len; i++)
    {
      const guint unknown = g_array_index (part->unknowns, guint, i);

      foi_linear_set_column (linear, i, 0, self->to[unknown] == FOI_LINEAR_NO_TO);
    }
  for (guint i = 0; i < part->rows->len; i++)
    {
      const Row *row = self->rows->pdata[g_array_index (part->rows, guint, i)];

      for (guint j = 0; j < row->n_terms; j++)
        places[j] = self->place_of[row->unknowns[j]];
      foi_linear_set_row (linear, i, places, row->factors, row->n_terms,
                          row->from == FOI_LINEAR_NO_FROM ? row->from : 0,
                          row->to == FOI_LINEAR_NO_TO ? row->to : 0);
    }
  return linear;
}

/* Notes of as many unknowns as possible that they have no end; each program finds some of those
 * that no other has found. */
static void
look_for_endless (FoiKnowledge *self, Part *part)
{
  g_autoptr (FoiLinear) linear = new_ways_on (self, part);
  guint n_found;

  part->is_endless_stale = FALSE;
  for (guint i = 0; i < part->unknowns->len; i++)
    self->is_endless[g_array_index (part->unknowns, guint, i)] = FALSE;
  do
    {
      n_found = 0;
      for (guint i = 0; i < part->unknowns->len; i++)
        foi_linear_set_cost (linear, i,
                             !self->is_endless[g_array_index (part->unknowns, guint, i)]);
      if (foi_linear_solve (linear, TRUE) != FOI_LINEAR_OPTIMAL)
        break;
      for (guint i = 0; i < part->unknowns->len; i++)
        {
          const guint unknown = g_array_index (part->unknowns, guint, i);

          if (self->is_endless[unknown]
              || foi_rational_sign (foi_linear_get_value (linear, i)) <= 0)
            continue;
          self->is_endless[unknown] = TRUE;
          n_found++;
        }
    }
  while (n_found > 0);
}

/*
 * _foi_knowledge_is_endless:
 *
 * Returns: whether it is proved that whole numbers fit in which an unknown is as large as one
 *   likes.
 */
gboolean
_foi_knowledge_is_endless (FoiKnowledge *self, guint unknown)
{
  Part *part = self->parts->pdata[self->part_of[unknown]];

  _foi_knowledge_see_again (self);
  if (self->to[unknown] != FOI_LINEAR_NO_TO || self->seen_from[unknown] == G_MAXINT64)
    return FALSE;
  if (part->is_endless_stale)
    look_for_endless (self, part);
  return self->is_endless[unknown];
}

/* ---- what has one ---- */

/*
 * _foi_knowledge_reach:
 * @end: (out): how far the unknown goes
 *
 * Looks whether whole numbers rest at an outer end, and asks for some that do. Each program but the
 * last for the same ends brings some there, so that there are no more of them than unknowns.
 *
 * Returns: whether the end is known and proven by that.
 */
gboolean
_foi_knowledge_reach (FoiKnowledge *self, guint unknown, gboolean upper, gint64 *end)
{
  Part *part = self->parts->pdata[self->part_of[unknown]];
  const gboolean only_primary
    = foi_disclosure_problem_get (self->problem, g_array_index (self->unknowns, guint, unknown))
        ->is_primary;

  _foi_knowledge_see_again (self);
  if (part->is_outer_stale)
    look_at_part (self, part);
  while (!is_reached (self, unknown, upper) && !part->is_worn_out[only_primary][upper]
         && is_wanted (self, unknown, upper, only_primary))
    part->is_worn_out[only_primary][upper]
      = reach_together (self, part, upper, only_primary) < LEAST_BROUGHT;
  *end = upper ? self->outer_to[unknown] : self->outer_from[unknown];
  return is_reached (self, unknown, upper);
}
