/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <glib/gi18n-lib.h>

#include "foi-case-stance.h"
#include "foi-json-edit.h"

/* What cannot be: Held, outcome and ground that contradict each other, or that the law has not. */

static gboolean
is_for_not_held (const FoiCheckGround *ground)
{
  return g_str_equal (ground->kind, "not-held");
}

/* What is said with a check of its own, or not said yet, is not told twice. */
static gboolean
is_told_elsewhere (const FoiStance *stance, const FoiCheckGround *ground, FoiMisfit misfit)
{
  if (misfit != FOI_MISFIT_HELD && misfit != FOI_MISFIT_GROUND)
    return FALSE;
  return stance->held == FOI_HELD_NOT_CONSIDERED || stance->outcome == FOI_OUTCOME_OPEN
         || stance->outcome == FOI_OUTCOME_NEITHER
         || stance->held == FOI_HELD_NEITHER_CONFIRM_NOR_DENY
         || (ground != NULL && g_str_equal (ground->kind, "cost-to-confirm"));
}

static char *
dup_choice (const FoiStance *stance, FoiMisfit misfit)
{
  const FoiOutcome only = foi_outcome_follow_held (FOI_OUTCOME_OPEN, stance->held);

  if (misfit == FOI_MISFIT_KIND)
    return g_strdup (_("The letter chooses its words by the kind. Correct it, or choose the ground "
                       "again."));
  if (misfit == FOI_MISFIT_HELD && only != FOI_OUTCOME_OPEN)
    /* Translators: what is said of Held, "No", then the outcome that goes with it, "Not held". */
    return g_strdup_printf (_("If Held “%s” is right, the outcome is “%s”; if the outcome is "
                              "right, choose anew what is held."),
                            foi_held_to_words (stance->held), foi_outcome_to_words (only));
  return g_strdup (_("Choose anew what is held, what becomes of it, or the ground."));
}

/* A kind is no choice of the officer's: the rules know it. */
static void
offer_kind (FoiFinding *finding, const FoiCheckGround *ground)
{
  g_autoptr (JsonNode) value = foi_json_new_string (ground->kind);
  g_autofree char *place = g_strdup_printf ("%s/kind", ground->place);

  _foi_finding_set_mend (finding, _("Correct the Kind"), place, value);
}

static void
check_stance (FoiCheck *self, FoiCheckQuestion *question, const FoiCheckGround *ground)
{
  const FoiStance stance = foi_case_state_get_stance (self->state, question->question);
  JsonNode *node = ground != NULL ? ground->node : NULL;
  FoiMisfit misfit = foi_stance_find_misfit (self->rules, &stance, node);
  g_autofree char *words = NULL, *message = NULL, *place = NULL, *fix = NULL;
  FoiFinding *finding;

  if (misfit == FOI_MISFIT_NONE || is_told_elsewhere (&stance, ground, misfit))
    return;
  words = foi_misfit_dup_words (misfit, self->rules, &stance, node);
  message = g_strdup_printf ("%s: %s.", question->name, words);
  place = ground != NULL ? g_strdup (ground->place) : g_strdup_printf ("%s/outcome",
                                                                       question->place);
  fix = dup_choice (&stance, misfit);
  finding = _foi_check_add (self, question->regime, place, message, fix);
  if (misfit == FOI_MISFIT_KIND)
    offer_kind (finding, ground);
}

/* ---- refused as not held --------------------------------------------------------------------- */

/* Where a law makes a refusal of it, officers call it refused; its outcome is "not held". */
static const FoiCheckGround *
find_not_held (FoiCheckQuestion *question)
{
  for (guint i = 0; question->outcome == FOI_OUTCOME_REFUSED && i < question->grounds->len; i++)
    if (is_for_not_held (question->grounds->pdata[i]))
      return question->grounds->pdata[i];
  return NULL;
}

static char *
dup_fix (FoiCheckQuestion *question, const char *cite)
{
  const char *not_held = foi_outcome_to_words (FOI_OUTCOME_NOT_HELD);

  if (question->grounds->len > 1)
    /* Translators: the outcome "Not held". */
    return g_strdup_printf (_("Make two parts of the question, one that is “%s” and one that is "
                              "refused; or take away the ground that does not apply."), not_held);
  if (question->held == FOI_HELD_NO)
    /* Translators: the outcome "Not held"; "regulation 12(4)(a)". */
    return g_strdup_printf (_("Choose the outcome “%s”. The letter then says so under %s, with "
                              "the right to a review."), not_held, cite);
  /* Translators: the outcome "Not held"; "regulation 12(4)(a)". */
  return g_strdup_printf (_("If it is not held, say so under Held and choose the outcome “%s”; %s "
                            "stays. If it is held, choose the ground on which it is refused."),
                          not_held, cite);
}

/* The officer has said twice that it is not held: only then is there nothing left to judge. */
static void
add_not_held (FoiCheck *self, FoiCheckQuestion *question, const FoiCheckGround *ground)
{
  g_autofree char *cite = _foi_check_dup_cite (self, question->regime, ground->node);
  g_autofree char *place = g_strdup_printf ("%s/outcome", question->place);
  g_autofree char *fix = dup_fix (question, cite);
  /* Translators: "Question 2"; "Refused"; "regulation 12(4)(a)"; "Not held". */
  g_autofree char *message = g_strdup_printf (
    _("%s has the outcome “%s” under %s, which is for what is not held: the outcome of that is "
      "“%s”."), question->name, foi_outcome_to_words (question->outcome), cite,
    foi_outcome_to_words (FOI_OUTCOME_NOT_HELD));
  FoiFinding *finding = _foi_check_add (self, question->regime, place, message, fix);

  if (question->held == FOI_HELD_NO && question->grounds->len == 1)
    {
      g_autoptr (JsonNode) value = foi_json_new_string (
        foi_outcome_to_name (FOI_OUTCOME_NOT_HELD));

      _foi_finding_set_mend (finding, _("Choose “Not Held”"), place, value);
    }
}

/* _foi_check_misfits: no answer is one that the law does not know. */
void
_foi_check_misfits (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];
      const FoiCheckGround *not_held = find_not_held (question);

      if (not_held != NULL)
        add_not_held (self, question, not_held);
      else
        check_stance (self, question, NULL);
      for (guint j = 0; j < question->grounds->len; j++)
        if (question->grounds->pdata[j] != not_held)
          check_stance (self, question, question->grounds->pdata[j]);
    }
}
