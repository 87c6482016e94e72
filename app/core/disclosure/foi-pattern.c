/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-pattern.h"

#include "foi-detour.h"
#include "foi-error.h"
#include "foi-problem-part.h"

/* Every requirement is met in one of three ways, tried in this order: numbers that were found
 * before meet it; numbers that only move what is suppressed meet it; or the cheapest detour is
 * taken, and what it moves is suppressed as well. More suppression never takes numbers away, so
 * nothing that is met has to be looked at again. At the end, what was suppressed besides is
 * published again where all is met without it. The same figures always give the same pattern. */

/* Attempts to publish cells again. Each asks for everything anew. */
#define MAX_ATTEMPTS 400
/* So many cells of which nothing is proven, and nobody looks at the others. */
#define MAX_STUCK 3

typedef struct
{
  FoiDisclosureProblem *problem;
  gint64 *costs;
  gint64 *values;
  GArray *scenarios;
  GArray *secondary; /* of guint */
  guint n_stuck;
  gboolean *is_stuck; /* of a cell: too much of it is seen by who knows the rule alone */
  FoiKnowledge *knowledge;
  FoiDetour *detour;
} Chooser;

static void
clear_chooser (Chooser *self)
{
  g_free (self->costs);
  g_free (self->values);
  g_free (self->is_stuck);
  g_clear_pointer (&self->scenarios, g_array_unref);
  g_clear_pointer (&self->secondary, g_array_unref);
  g_clear_pointer (&self->knowledge, foi_knowledge_free);
  g_clear_pointer (&self->detour, foi_detour_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chooser, clear_chooser)

/* Marks what the rule covers. */
static guint
mark_primary (FoiDisclosureProblem *problem, gint64 threshold, gboolean zero,
              FoiPatternFilter filter, gpointer user_data)
{
  guint n_marked = 0;

  for (guint i = 0; i < problem->cells->len; i++)
    {
      FoiSecretCell *cell = foi_disclosure_problem_get (problem, i);

      if (cell->is_suppressed || !cell->is_known || !filter (i, user_data)
          || cell->unit == 0 || cell->value < (zero ? 0 : 1)
          || cell->value > threshold * cell->unit)
        continue;
      cell->is_suppressed = cell->is_primary = TRUE;
      cell->need_from = zero ? 0 : 1;
      cell->need_to = threshold * cell->unit;
      n_marked++;
    }
  return n_marked;
}

static guint
count_digits (gint64 value)
{
  guint n_bits = 0;

  for (; value > 0; value >>= 1)
    n_bits++;
  return n_bits;
}

/* Fewer and smaller first; totals after what they are made of; zeros, which may be known to be
 * zero, last. */
static gint64 *
reckon_costs (FoiDisclosureProblem *problem, FoiPatternFilter filter, gpointer user_data)
{
  gint64 *costs = g_new0 (gint64, problem->cells->len + 1);

  for (guint i = 0; i < problem->cells->len; i++)
    {
      FoiSecretCell *cell = foi_disclosure_problem_get (problem, i);

      costs[i] = 100 + 5 * (gint64) count_digits (cell->value);
      if (cell->is_known && cell->value == 0)
        costs[i] = 2000;
    }
  for (guint i = 0; i < problem->lines->len; i++)
    {
      const FoiLine *line = problem->lines->pdata[i];

      if (line->total >= 0)
        costs[line->total] += 300;
    }
  for (guint i = 0; i < problem->cells->len; i++)
    {
      if (!filter (i, user_data))
        costs[i] = -1;
    }
  return costs;
}

/* What is known of the problem as it is marked now, with all numbers that were found before. */
static gboolean
renew (Chooser *self, GError **error)
{
  FoiKnowledge *fresh = foi_knowledge_new (self->problem, error);

  if (fresh == NULL)
    return FALSE;
  if (self->knowledge != NULL)
    foi_knowledge_copy_solutions (fresh, self->knowledge);
  g_clear_pointer (&self->knowledge, foi_knowledge_free);
  self->knowledge = fresh;
  return TRUE;
}

static gboolean
is_met (Chooser *self, guint cell, gboolean upper, gint64 value)
{
  FoiEnd end;

  if (foi_knowledge_was_seen (self->knowledge, cell, upper, value))
    return TRUE;
  return foi_knowledge_find_end (self->knowledge, cell, upper, &end)
         && ((end.is_unbounded && end.is_proven)
             || foi_knowledge_was_seen (self->knowledge, cell, upper, value));
}

/* Suppresses what the cheapest detour moves. */
static gboolean
take_detour (Chooser *self, const FoiScenario *scenario, guint cell, gint64 value, GError **error)
{
  if (!foi_detour_find (self->detour, scenario, cell, value, self->values))
    return TRUE;
  for (guint i = 0; i < self->problem->cells->len; i++)
    {
      FoiSecretCell *moved = foi_disclosure_problem_get (self->problem, i);

      if (moved->is_suppressed || self->values[i] == moved->value)
        continue;
      moved->is_suppressed = TRUE;
      moved->need_from = 1;
      moved->need_to = 0;
      g_array_append_val (self->secondary, i);
    }
  if (!renew (self, error))
    return FALSE;
  foi_knowledge_add_solution (self->knowledge, self->values);
  foi_scenario_enter (scenario, self->problem, self->knowledge);
  return TRUE;
}

/* Both ends of one cell for the reader that was entered. @stuck stays where they are met. */
static gboolean
meet_cell (Chooser *self, const FoiScenario *scenario, guint cell, int *stuck, GError **error)
{
  for (int upper = 0; upper < 2; upper++)
    {
      FoiSecretCell *secret = foi_disclosure_problem_get (self->problem, cell);
      gint64 value = upper ? secret->need_to : secret->need_from;

      if (is_met (self, cell, upper, value))
        continue;
      if (!take_detour (self, scenario, cell, value, error))
        return FALSE;
      if (is_met (self, cell, upper, value))
        continue;
      self->n_stuck += !self->is_stuck[cell];
      self->is_stuck[cell] = TRUE;
      if (*stuck < 0)
        *stuck = (int) cell;
      break;
    }
  return TRUE;
}

/* Whether it is of no use to go on. */
static gboolean
is_over (Chooser *self)
{
  if (self->problem->ends_early)
    return self->n_stuck > 0;
  return self->n_stuck >= MAX_STUCK && foi_knowledge_is_given_up (self->knowledge);
}

/* Who knows more than others do can do no less with what is stuck already. */
static gboolean
is_asked (Chooser *self, const FoiScenario *scenario, guint cell)
{
  return foi_disclosure_problem_get (self->problem, cell)->is_suppressed
         && !(self->is_stuck[cell] && scenario->attacker != FOI_ATTACKER_NONE)
         && foi_scenario_concerns (scenario, self->problem, self->knowledge, cell);
}

static gboolean
meet_reader (Chooser *self, const FoiScenario *scenario, int *stuck, GError **error)
{
  foi_scenario_enter (scenario, self->problem, self->knowledge);
  for (guint i = 0; i < self->problem->cells->len; i++)
    {
      if (is_asked (self, scenario, i) && !meet_cell (self, scenario, i, stuck, error))
        return FALSE;
      if (is_over (self))
        break;
    }
  return TRUE;
}

/* Whether all readers are left with what they must be, without a detour. */
static gboolean
is_all_met (Chooser *self)
{
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const FoiScenario *scenario = &g_array_index (self->scenarios, FoiScenario, i);

      foi_scenario_enter (scenario, self->problem, self->knowledge);
      for (guint j = 0; j < self->problem->cells->len; j++)
        {
          FoiSecretCell *cell = foi_disclosure_problem_get (self->problem, j);

          if (cell->is_suppressed
              && foi_scenario_concerns (scenario, self->problem, self->knowledge, j)
              && (!is_met (self, j, FALSE, cell->need_from)
                  || !is_met (self, j, TRUE, cell->need_to)))
            return FALSE;
        }
    }
  return TRUE;
}

/* Whether what was stuck was helped by what was suppressed for others. */
static gboolean
came_loose (Chooser *self)
{
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const FoiScenario *scenario = &g_array_index (self->scenarios, FoiScenario, i);

      foi_scenario_enter (scenario, self->problem, self->knowledge);
      for (guint j = 0; j < self->problem->cells->len; j++)
        {
          FoiSecretCell *cell = foi_disclosure_problem_get (self->problem, j);

          if (self->is_stuck[j]
              && foi_scenario_concerns (scenario, self->problem, self->knowledge, j)
              && (!foi_knowledge_was_seen (self->knowledge, j, FALSE, cell->need_from)
                  || !foi_knowledge_was_seen (self->knowledge, j, TRUE, cell->need_to)))
            return FALSE;
        }
    }
  return TRUE;
}

/* Where nobody could find out what follows from so many gaps, what protects nothing for certain is
 * published again: then more can be said than that it is not proven. */
static void
give_all_back (Chooser *self)
{
  for (guint i = 0; i < self->secondary->len; i++)
    foi_disclosure_problem_get (self->problem, g_array_index (self->secondary, guint, i))
      ->is_suppressed = FALSE;
  g_array_set_size (self->secondary, 0);
}

static int
compare_costs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Chooser *self = user_data;
  guint left = *(const guint *) a, right = *(const guint *) b;

  if (self->costs[left] != self->costs[right])
    return self->costs[left] > self->costs[right] ? -1 : 1;
  return left < right ? 1 : -1;
}

/* Publishes again what is not needed, the dearest first. */
static gboolean
give_back (Chooser *self, GCancellable *cancellable, GError **error)
{
  g_array_sort_with_data (self->secondary, compare_costs, self);
  for (guint i = 0, n_attempts = 0; i < self->secondary->len && n_attempts < MAX_ATTEMPTS;
       n_attempts++)
    {
      guint number = g_array_index (self->secondary, guint, i);
      FoiKnowledge *before = self->knowledge;
      FoiSecretCell *cell = foi_disclosure_problem_get (self->problem, number);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      cell->is_suppressed = FALSE;
      self->knowledge = foi_knowledge_new (self->problem, NULL);
      if (self->knowledge != NULL)
        foi_knowledge_copy_solutions (self->knowledge, before);
      if (self->knowledge != NULL && is_all_met (self))
        {
          g_array_remove_index (self->secondary, i);
          foi_knowledge_free (before);
          continue;
        }
      g_clear_pointer (&self->knowledge, foi_knowledge_free);
      self->knowledge = before;
      cell->is_suppressed = TRUE;
      i++;
    }
  return TRUE;
}

/* Who knows more comes first: what he is left with, others are too. The one that knows only the
 * rule comes before all, for his detours serve many. */
static GArray *
order_scenarios (FoiDisclosureProblem *problem)
{
  GArray *scenarios = foi_scenarios_list (problem, FOI_ATTACKER_CONTRIBUTOR);
  FoiScenario threshold = { .attacker = FOI_ATTACKER_THRESHOLD, .knower = -1 };
  FoiScenario none = { .attacker = FOI_ATTACKER_NONE, .knower = -1 };

  g_array_prepend_val (scenarios, threshold);
  g_array_append_val (scenarios, none);
  return scenarios;
}

/* A part of the whole, and what may be suppressed there. */
typedef struct
{
  const FoiProblemPart *part;
  FoiPatternFilter filter;
  gpointer user_data;
} PartFilter;

static gboolean
filter_part (guint cell, gpointer user_data)
{
  const PartFilter *self = user_data;

  return self->filter (g_array_index (self->part->cells, guint, cell), self->user_data);
}

static gboolean
is_any_suppressed (FoiDisclosureProblem *problem)
{
  for (guint i = 0; i < problem->cells->len; i++)
    {
      if (foi_disclosure_problem_get (problem, i)->is_suppressed)
        return TRUE;
    }
  return FALSE;
}

/* The pattern of a part; of one without a small number there is none. */
static gboolean
choose_part (FoiDisclosureProblem *problem, gint64 threshold, gboolean zero, PartFilter *filter,
             GCancellable *cancellable, FoiPattern *out, GError **error)
{
  g_auto (Chooser) self = { .problem = problem };

  *out = (FoiPattern) { .stuck = -1, .is_complete = TRUE };
  out->n_primary = mark_primary (problem, threshold, zero, filter_part, filter);
  if (!is_any_suppressed (problem))
    return TRUE;
  self.costs = reckon_costs (problem, filter_part, filter);
  self.values = g_new0 (gint64, problem->cells->len + 1);
  self.is_stuck = g_new0 (gboolean, problem->cells->len + 1);
  self.secondary = g_array_new (FALSE, FALSE, sizeof (guint));
  self.scenarios = order_scenarios (problem);
  self.detour = foi_detour_new (problem, self.costs);
  if (!renew (&self, error))
    return FALSE;
  for (guint i = 0; i < self.scenarios->len && !is_over (&self); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !meet_reader (&self, &g_array_index (self.scenarios, FoiScenario, i), &out->stuck,
                           error))
        return FALSE;
    }
  out->is_complete = out->stuck < 0 || (!is_over (&self) && came_loose (&self));
  if (!out->is_complete && foi_knowledge_is_given_up (self.knowledge))
    give_all_back (&self);
  else if (out->is_complete && !give_back (&self, cancellable, error))
    return FALSE;
  out->n_secondary = self.secondary->len;
  return TRUE;
}

/* Puts the marks of a part into the whole. */
static void
take_marks (FoiDisclosureProblem *problem, const FoiProblemPart *part)
{
  for (guint i = 0; i < part->cells->len; i++)
    {
      const FoiSecretCell *from = foi_disclosure_problem_get (part->problem, i);
      FoiSecretCell *to
        = foi_disclosure_problem_get (problem, g_array_index (part->cells, guint, i));

      to->is_suppressed = from->is_suppressed;
      to->is_primary = from->is_primary;
      to->need_from = from->need_from;
      to->need_to = from->need_to;
    }
}

/**
 * foi_pattern_choose:
 * @problem: what is published, with the marks that are there already; further ones are set in it
 * @threshold: counts above 0 and up to this are suppressed
 * @zero: zeros as well
 * @filter: (scope call): which cells may be suppressed
 * @progress: (nullable) (scope call): told how many parts are provided for
 * @out: (out): what was chosen
 *
 * Suppresses what the rule covers, and as little else as it finds, until every reader has to reckon
 * with every number of the rule. Where the problem ends early, what cannot be protected ends it.
 *
 * Returns: whether the search ended; else @error is %FOI_ERROR_CONTENT, %FOI_ERROR_LIMIT or
 *   %G_IO_ERROR_CANCELLED.
 */
gboolean
foi_pattern_choose (FoiDisclosureProblem *problem, gint64 threshold, gboolean zero,
                    FoiPatternFilter filter, gpointer filter_data, FoiAuditProgress progress,
                    gpointer progress_data, GCancellable *cancellable, FoiPattern *out,
                    GError **error)
{
  g_autoptr (GPtrArray) parts = foi_disclosure_problem_split (problem, FALSE);

  *out = (FoiPattern) { .stuck = -1, .is_complete = TRUE };
  threshold = CLAMP (threshold, 0, FOI_DISCLOSURE_MAX_VALUE / 1000000);
  for (guint i = 0; i < parts->len; i++)
    {
      PartFilter within = { parts->pdata[i], filter, filter_data };
      g_autoptr (GError) failure = NULL;
      FoiPattern found;

      within.part->problem->ends_early = problem->ends_early;
      if (!choose_part (within.part->problem, threshold, zero, &within, cancellable, &found,
                        &failure))
        {
          /* What nothing fits is left to the audit, which names it. */
          if (!problem->goes_on || !g_error_matches (failure, FOI_ERROR, FOI_ERROR_CONTENT))
            {
              g_propagate_error (error, g_steal_pointer (&failure));
              return FALSE;
            }
          found = (FoiPattern) { .n_primary = found.n_primary };
        }
      take_marks (problem, within.part);
      if (!found.is_complete && out->is_complete)
        out->stuck = (int) g_array_index (within.part->cells, guint, found.stuck);
      out->is_complete = out->is_complete && found.is_complete;
      if (!out->is_complete && problem->ends_early)
        break;
      out->n_primary += found.n_primary;
      out->n_secondary += found.n_secondary;
      if (progress != NULL)
        progress (i + 1, parts->len, progress_data);
    }
  return TRUE;
}
