/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-audit.h"

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-problem-part.h"

/**
 * foi_scenarios_list:
 *
 * Returns: (transfer full) (element-type FoiScenario): the readers that @attacker stands for.
 */
GArray *
foi_scenarios_list (FoiDisclosureProblem *problem, FoiAttacker attacker)
{
  GArray *scenarios = g_array_new (FALSE, FALSE, sizeof (FoiScenario));
  FoiScenario scenario = { .attacker = FOI_ATTACKER_NONE, .knower = -1 };

  if (attacker == FOI_ATTACKER_NONE || attacker == FOI_ATTACKER_ALL)
    g_array_append_val (scenarios, scenario);
  scenario.attacker = FOI_ATTACKER_THRESHOLD;
  if (attacker == FOI_ATTACKER_THRESHOLD || attacker == FOI_ATTACKER_ALL)
    g_array_append_val (scenarios, scenario);
  scenario.attacker = FOI_ATTACKER_CONTRIBUTOR;
  for (guint i = 0; attacker >= FOI_ATTACKER_CONTRIBUTOR && i < problem->cells->len; i++)
    {
      FoiSecretCell *cell = foi_disclosure_problem_get (problem, i);

      scenario.knower = (int) i;
      if (cell->is_suppressed && !cell->is_gone && cell->is_known && cell->value >= 1
          && cell->value <= cell->unit)
        g_array_append_val (scenarios, scenario);
    }
  return scenarios;
}

/**
 * foi_scenario_enter:
 *
 * Lets the reader know what this one knows.
 */
void
foi_scenario_enter (const FoiScenario *self, FoiDisclosureProblem *problem,
                    FoiKnowledge *knowledge)
{
  foi_knowledge_reset_ends (knowledge);
  for (guint i = 0; self->attacker != FOI_ATTACKER_NONE && i < problem->cells->len; i++)
    {
      FoiSecretCell *cell = foi_disclosure_problem_get (problem, i);

      /* Of a column that he does not see at all he does not know which of it is small. */
      if (cell->is_primary && !cell->is_rounded && !cell->is_left_out
          && cell->need_from <= cell->need_to && (cell->is_known || !self->doubts_marks))
        foi_knowledge_set_ends (knowledge, i, MAX (cell->from, cell->need_from),
                                MIN (cell->to, cell->need_to));
    }
  if (self->knower >= 0)
    {
      gint64 himself = foi_disclosure_problem_get (problem, (guint) self->knower)->value;

      foi_knowledge_set_ends (knowledge, (guint) self->knower, himself, himself);
    }
}

/**
 * foi_scenario_concerns:
 *
 * Returns: whether what this reader can work out of @cell matters, and is not known already from
 *   those before him.
 */
gboolean
foi_scenario_concerns (const FoiScenario *self, FoiDisclosureProblem *problem,
                       FoiKnowledge *knowledge, guint cell)
{
  FoiSecretCell *secret = foi_disclosure_problem_get (problem, cell);

  if (!secret->is_primary || secret->need_from > secret->need_to || (int) cell == self->knower)
    return FALSE;
  return self->knower < 0
         || (!secret->is_gone
             && foi_knowledge_share_part (knowledge, cell, (guint) self->knower));
}

static gboolean
set_impossible (GError **error)
{
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONTENT,
                       _("the published figures contradict each other: nothing that is "
                         "suppressed could make them true"));
  return FALSE;
}

static gboolean
is_end_proven (const FoiEnd *end)
{
  return end->is_proven || end->is_unbounded;
}

/* Whether it is proved that the reader does not find the number out. */
static gboolean
is_left_open (const FoiAuditCell *found)
{
  return is_end_proven (&found->lower) && is_end_proven (&found->upper)
         && !foi_audit_cell_is_disclosed (found);
}

/* Whether the reader has to reckon with all numbers that he must have to reckon with. */
static gboolean
is_left_possible (const FoiSecretCell *secret, FoiKnowledge *knowledge, const FoiAuditCell *found)
{
  return (foi_knowledge_was_seen (knowledge, found->cell, FALSE, secret->need_from)
          || (found->lower.is_proven && found->lower.is_unbounded))
         && (foi_knowledge_was_seen (knowledge, found->cell, TRUE, secret->need_to)
             || (found->upper.is_proven && found->upper.is_unbounded));
}

/* The ends of a cell for the reader that was entered, and whether they are wide enough. */
static gboolean
look (FoiDisclosureProblem *problem, FoiKnowledge *knowledge, const FoiScenario *scenario,
      FoiAuditCell *found, GError **error)
{
  FoiSecretCell *secret = foi_disclosure_problem_get (problem, found->cell);

  found->scenario = *scenario;
  if (!foi_knowledge_find_end (knowledge, found->cell, FALSE, &found->lower)
      || !foi_knowledge_find_end (knowledge, found->cell, TRUE, &found->upper))
    return set_impossible (error);
  if (secret->is_rounded)
    found->is_safe = is_left_possible (secret, knowledge, found)
                     && (secret->need_from < secret->need_to || is_left_open (found));
  else if (secret->is_primary && secret->need_from <= secret->need_to)
    found->is_safe = is_left_possible (secret, knowledge, found);
  else if (secret->is_primary)
    found->is_safe = is_left_open (found);
  return TRUE;
}

/* Whether all that has to be possible is proved already. */
static gboolean
is_met (FoiDisclosureProblem *problem, FoiKnowledge *knowledge, guint cell)
{
  FoiSecretCell *secret = foi_disclosure_problem_get (problem, cell);

  return foi_knowledge_was_seen (knowledge, cell, FALSE, secret->need_from)
         && foi_knowledge_was_seen (knowledge, cell, TRUE, secret->need_to)
         && (!secret->is_rounded || secret->need_from < secret->need_to);
}

/* The first reader is told of with the ends of every cell, those after him only where they work out
 * what he could not. */
static gboolean
ask_reader (FoiAudit *self, FoiDisclosureProblem *problem, FoiKnowledge *knowledge,
            const FoiScenario *scenario, gboolean is_first, GCancellable *cancellable,
            GError **error)
{
  foi_scenario_enter (scenario, problem, knowledge);
  for (guint i = 0; i < self->cells->len; i++)
    {
      FoiAuditCell *found = &g_array_index (self->cells, FoiAuditCell, i);
      FoiAuditCell again = *found;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!is_first
          && (!found->is_safe
              || !foi_scenario_concerns (scenario, problem, knowledge, found->cell)
              || is_met (problem, knowledge, found->cell)))
        continue;
      if (!look (problem, knowledge, scenario, &again, error))
        return FALSE;
      if (is_first && (int) again.cell == scenario->knower)
        again.is_safe = TRUE;
      if (is_first || !again.is_safe)
        *found = again;
    }
  return TRUE;
}

/* Who sees that not all marks can stand for small numbers knows that some stand for others. Of the
 * marks that came to us nobody here knows which. */
static gboolean
ask_reader_again (FoiAudit *self, FoiDisclosureProblem *problem, FoiKnowledge *knowledge,
                  const FoiScenario *scenario, gboolean is_first, GCancellable *cancellable,
                  GError **error)
{
  FoiScenario doubting = *scenario;
  g_autoptr (GError) failure = NULL;

  if (ask_reader (self, problem, knowledge, scenario, is_first, cancellable, &failure))
    return TRUE;
  if (scenario->attacker == FOI_ATTACKER_NONE
      || !g_error_matches (failure, FOI_ERROR, FOI_ERROR_CONTENT))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  doubting.doubts_marks = TRUE;
  return ask_reader (self, problem, knowledge, &doubting, is_first, cancellable, error);
}

static void
list_cells (FoiAudit *self, FoiDisclosureProblem *problem)
{
  for (guint i = 0; i < problem->cells->len; i++)
    {
      FoiSecretCell *cell = foi_disclosure_problem_get (problem, i);
      FoiAuditCell found = { .cell = i, .is_safe = TRUE };

      /* Of a rounded figure that is not small its rounding says all that there is to say, and of a
       * column that is left out only what is small matters. */
      if (cell->is_suppressed
          && (cell->is_primary || (!cell->is_rounded && !cell->is_left_out)))
        g_array_append_val (self->cells, found);
    }
}

static FoiAudit *
new_audit (FoiDisclosureProblem *problem)
{
  FoiAudit *self = g_new0 (FoiAudit, 1);

  self->cells = g_array_new (FALSE, FALSE, sizeof (FoiAuditCell));
  list_cells (self, problem);
  return self;
}

static const FoiLine *
find_line (GPtrArray *lines, guint cell)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const FoiLine *line = lines->pdata[i];

      for (guint j = 0; j < line->terms->len; j++)
        if (g_array_index (line->terms, FoiLineTerm, j).cell == cell)
          return line;
    }
  return NULL;
}

/* What can be worked out all the same stays so. */
static void
contradict (FoiAuditCell *found, const FoiLine *against)
{
  if (!found->is_safe && foi_audit_cell_is_disclosed (found))
    return;
  found->is_contradicted = TRUE;
  found->is_safe = FALSE;
  found->against = against;
}

/* All readers of a part. */
static FoiAudit *
audit_part (FoiDisclosureProblem *problem, FoiAttacker attacker, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (FoiKnowledge) knowledge = foi_knowledge_new (problem, error);
  g_autoptr (GArray) scenarios = NULL;
  g_autoptr (FoiAudit) self = NULL;
  FoiScenario first = { .attacker = FOI_ATTACKER_THRESHOLD, .knower = -1 };

  if (knowledge == NULL)
    return NULL;
  self = new_audit (problem);
  scenarios = foi_scenarios_list (problem, attacker);
  if (attacker == FOI_ATTACKER_CONTRIBUTOR)
    g_array_prepend_val (scenarios, first);
  for (guint i = 0; i < scenarios->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !ask_reader_again (self, problem, knowledge,
                                &g_array_index (scenarios, FoiScenario, i), i == 0, cancellable,
                                error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

/* A part of which nobody can say what follows, and so nothing of it is proven. */
static FoiAudit *
new_contradicted (FoiDisclosureProblem *problem)
{
  FoiAudit *self = new_audit (problem);

  for (guint i = 0; i < self->cells->len; i++)
    {
      FoiAuditCell *found = &g_array_index (self->cells, FoiAuditCell, i);

      found->scenario = (FoiScenario) { .attacker = FOI_ATTACKER_NONE, .knower = -1 };
      contradict (found, NULL);
    }
  return self;
}

/* What contradicts other lines is left out, and all else is audited. */
static FoiAudit *
audit_rest (const FoiProblemPart *part, FoiAttacker attacker, GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) left_out = foi_problem_part_take_contradictions (part, cancellable);
  g_autoptr (GError) failure = NULL;
  FoiAudit *self;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self = audit_part (part->problem, attacker, cancellable, &failure);
  if (self == NULL && g_error_matches (failure, FOI_ERROR, FOI_ERROR_CONTENT))
    return new_contradicted (part->problem);
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  for (guint i = 0; self != NULL && i < self->cells->len; i++)
    {
      FoiAuditCell *found = &g_array_index (self->cells, FoiAuditCell, i);
      const FoiLine *against
        = find_line (left_out, g_array_index (part->cells, guint, found->cell));

      if (against != NULL)
        contradict (found, against);
    }
  return self;
}

/* Puts what was found of a part into its places in the whole. */
static void
take_part (FoiAudit *self, const guint *places, const FoiProblemPart *part, const FoiAudit *found)
{
  for (guint i = 0; i < found->cells->len; i++)
    {
      FoiAuditCell cell = g_array_index (found->cells, FoiAuditCell, i);

      cell.cell = g_array_index (part->cells, guint, cell.cell);
      if (cell.scenario.knower >= 0)
        cell.scenario.knower = (int) g_array_index (part->cells, guint, cell.scenario.knower);
      g_array_index (self->cells, FoiAuditCell, places[cell.cell]) = cell;
    }
}

/* Of what is said to be so and is not no cell is safe. */
static void
judge_whole (FoiAudit *self, FoiDisclosureProblem *problem)
{
  self->is_safe = TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    {
      FoiAuditCell *found = &g_array_index (self->cells, FoiAuditCell, i);

      if (foi_disclosure_problem_get (problem, found->cell)->is_doubtful)
        contradict (found, find_line (problem->broken, found->cell));
      self->is_safe = self->is_safe && found->is_safe;
    }
}

/**
 * foi_audit_run:
 * @problem: what is published and known
 * @attacker: by whom
 * @progress: (nullable) (scope call): told how many parts were asked about
 * @cancellable: (nullable): stops it between two cells
 *
 * Works out exactly what can be worked out of each suppressed cell. A cell that is suppressed for
 * its own sake is safe where each of the readers has to reckon with every number that the rule
 * covers, and this is proved by whole numbers that fit all that he knows.
 *
 * Returns: (transfer full): what was found; else %NULL with %FOI_ERROR_CONTENT, %FOI_ERROR_LIMIT
 *   or %G_IO_ERROR_CANCELLED.
 */
FoiAudit *
foi_audit_run (FoiDisclosureProblem *problem, FoiAttacker attacker, FoiAuditProgress progress,
               gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiAudit) self = new_audit (problem);
  g_autoptr (GPtrArray) parts = foi_disclosure_problem_split (problem, TRUE);
  g_autofree guint *places = g_new0 (guint, problem->cells->len + 1);

  for (guint i = 0; i < self->cells->len; i++)
    places[g_array_index (self->cells, FoiAuditCell, i).cell] = i;
  for (guint i = 0; i < parts->len; i++)
    {
      const FoiProblemPart *part = parts->pdata[i];
      g_autoptr (GError) failure = NULL;
      g_autoptr (FoiAudit) found = audit_part (part->problem, attacker, cancellable, &failure);

      if (found == NULL && problem->goes_on
          && g_error_matches (failure, FOI_ERROR, FOI_ERROR_CONTENT))
        {
          g_clear_error (&failure);
          found = audit_rest (part, attacker, cancellable, &failure);
        }
      if (found == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
      take_part (self, places, part, found);
      if (progress != NULL)
        progress (i + 1, parts->len, user_data);
    }
  judge_whole (self, problem);
  return g_steal_pointer (&self);
}

/**
 * foi_audit_free:
 *
 * Frees what was found.
 */
void
foi_audit_free (FoiAudit *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * foi_audit_cell_is_disclosed:
 *
 * Returns: whether the reader can work out the very number.
 */
gboolean
foi_audit_cell_is_disclosed (const FoiAuditCell *self)
{
  if (self->lower.is_unbounded || self->upper.is_unbounded)
    return FALSE;
  if (self->lower.is_known && self->upper.is_known
      && foi_rational_equal (self->lower.linear, self->upper.linear))
    return TRUE;
  return self->lower.is_proven && self->upper.is_proven && self->lower.whole == self->upper.whole;
}
