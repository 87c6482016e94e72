/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-outcome.h"

#include <glib/gi18n-lib.h>

#include "foi-case-review.h"
#include "foi-json-edit.h"
#include "foi-term.h"
#include "foi-question.h"

static const FoiTerm outcomes[] = {
  [FOI_REQUEST_OPEN] = { "open", N_("Response not yet provided") },
  [FOI_REQUEST_GRANTED] = { "granted-in-full", N_("Granted in full") },
  [FOI_REQUEST_PARTLY] = { "partially-withheld", N_("Partially withheld") },
  [FOI_REQUEST_WITHHELD] = { "fully-withheld", N_("Fully withheld") },
  [FOI_REQUEST_NOT_HELD] = { "not-held", N_("Information not held") },
  [FOI_REQUEST_ELSEWHERE] = { "already-available", N_("Already available elsewhere") },
  [FOI_REQUEST_NEITHER] = { "neither-confirmed-nor-denied", N_("Neither confirmed nor denied") },
  [FOI_REQUEST_ADVICE] = { "advice-given", N_("Advice and assistance given") },
};

static const FoiTerm times[] = {
  [FOI_TIME_OPEN] = { "open", N_("not answered yet") },
  [FOI_TIME_MET] = { "in-time", N_("in time") },
  [FOI_TIME_EXTENDED] = { "permitted-extension", N_("within a permitted extension") },
  [FOI_TIME_LATE] = { "late", N_("late") },
  [FOI_TIME_UNCERTAIN] = { "not-certain", N_("not certain whether in time") },
};

/* What a kind of ground counts as; any other is an exemption or an exception. */
static const struct
{
  const char    *kind;
  FoiWithheldFor reason;
} reasons[] = {
  { "cost", FOI_WITHHELD_COST },
  { "cost-to-confirm", FOI_WITHHELD_COST },
  { "vexatious", FOI_WITHHELD_VEXATIOUS },
  { "repeated", FOI_WITHHELD_REPEATED },
  { "manifestly-unreasonable", FOI_WITHHELD_EXEMPTION | FOI_WITHHELD_UNREASONABLE },
  { "not-held", 0 },
};

/* How many questions, or parts of them, ended how. */
typedef struct
{
  FoiCaseOutcome *result;
  JsonNode       *questions;
  guint           n_all, n_open, n_disclosed, n_part, n_not_held, n_elsewhere, n_neither, n_advice;
} Count;

static FoiWithheldFor
get_reason (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (reasons[i].kind, kind))
      return reasons[i].reason;
  return FOI_WITHHELD_EXEMPTION;
}

/* The grounds of a question, or of the one that it is answered together with. */
static JsonNode *
get_grounds (Count *count, FoiQuestion *question)
{
  JsonNode *grounds = foi_question_get_grounds (question);
  g_auto (GStrv) see = foi_question_dup_see (question);

  if (foi_json_get_n_elements (grounds) > 0 || see[0] == NULL)
    return grounds;
  return foi_json_get_member (foi_question_find_node (count->questions, see[0]), "grounds");
}

static void
add_ground (Count *count, JsonNode *ground)
{
  GPtrArray *grounds = count->result->grounds;
  g_autofree char *name = g_strdup_printf ("%s %s", foi_json_get_string (ground, "act", ""),
                                           foi_json_get_string (ground, "section", ""));

  count->result->withheld_for |= get_reason (foi_json_get_string (ground, "kind", ""));
  if (!g_ptr_array_find_with_equal_func (grounds, name, g_str_equal, NULL))
    g_ptr_array_add (grounds, g_steal_pointer (&name));
}

/* Takes the grounds along. Returns: whether all that is withheld is published elsewhere. */
static gboolean
count_grounds (Count *count, FoiQuestion *question)
{
  JsonNode *grounds = get_grounds (count, question);
  gboolean is_elsewhere = foi_json_get_n_elements (grounds) > 0;

  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);

      add_ground (count, ground);
      is_elsewhere = is_elsewhere
                     && g_str_equal (foi_json_get_string (ground, "kind", ""), "elsewhere");
    }
  return is_elsewhere;
}

static void
count_question (Count *count, FoiQuestion *question)
{
  const FoiOutcome outcome = foi_question_get_outcome (question);

  count->n_all++;
  switch (outcome)
    {
    case FOI_OUTCOME_DISCLOSED:
      count->n_disclosed++;
      break;
    case FOI_OUTCOME_PART:
      if (count_grounds (count, question))
        {
          /* The rest of it is published: nothing is kept from the requester. */
          count->n_disclosed++;
          count->n_elsewhere++;
          count->n_all++;
        }
      else
        count->n_part++;
      break;
    case FOI_OUTCOME_REFUSED:
      count->n_elsewhere += count_grounds (count, question) ? 1 : 0;
      break;
    case FOI_OUTCOME_NOT_HELD:
      count->n_not_held++;
      break;
    case FOI_OUTCOME_NEITHER:
      count_grounds (count, question);
      count->n_neither++;
      break;
    case FOI_OUTCOME_CLARIFICATION:
    case FOI_OUTCOME_TRANSFERRED:
      count->n_advice++;
      break;
    case FOI_OUTCOME_OPEN:
    case FOI_OUTCOME_EXTENDED:
    default:
      count->n_open++;
      break;
    }
}

static void
count_questions (Count *count, JsonNode *questions)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *node = foi_json_get_element (questions, i);
      JsonNode *parts = foi_json_get_member (node, "parts");
      g_autoptr (FoiQuestion) question = NULL;

      if (foi_json_get_n_elements (parts) > 0)
        {
          count_questions (count, parts);
          continue;
        }
      question = foi_question_new (node);
      count_question (count, question);
    }
}

/* From questions to the request. Parts that are not held, or were clarified or passed on, do not
 * spoil what was given. */
static FoiRequestOutcome
roll_up (const Count *count)
{
  const guint n_answered = count->n_all - count->n_not_held - count->n_advice;
  const guint n_given = count->n_disclosed + count->n_part;

  if (count->n_all == 0 || count->n_open > 0)
    return FOI_REQUEST_OPEN;
  if (n_answered == 0)
    return count->n_not_held > 0 ? FOI_REQUEST_NOT_HELD : FOI_REQUEST_ADVICE;
  if (count->n_disclosed == n_answered)
    return FOI_REQUEST_GRANTED;
  if (count->n_elsewhere > 0 && count->n_disclosed + count->n_elsewhere == n_answered)
    return FOI_REQUEST_ELSEWHERE;
  if (count->n_neither == n_answered)
    return FOI_REQUEST_NEITHER;
  return n_given == 0 ? FOI_REQUEST_WITHHELD : FOI_REQUEST_PARTLY;
}

static FoiTimeliness
judge_time (const FoiCaseClock *clock)
{
  if (clock->phase != FOI_CLOCK_ANSWERED)
    return FOI_TIME_OPEN;
  if (clock->since <= clock->notice_due)
    return FOI_TIME_MET;
  if (clock->extended_to != FOI_DATE_NONE && !clock->extension_late
      && clock->since <= clock->extended_to)
    return FOI_TIME_EXTENDED;
  if (clock->since <= clock->due)
    return FOI_TIME_MET;
  /* A bank holiday more makes no date earlier: what is in time without is in time with it. */
  return clock->certain ? FOI_TIME_LATE : FOI_TIME_UNCERTAIN;
}

/**
 * foi_case_outcome_new:
 * @state: a case
 *
 * Returns: (transfer full): its classes in the statistics, as far as it is answered.
 */
FoiCaseOutcome *
foi_case_outcome_new (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays)
{
  FoiCaseOutcome *self;
  g_autoptr (FoiCaseState) reviewless = NULL;
  Count count = { 0 };

  g_return_val_if_fail (state != NULL && rules != NULL && holidays != NULL, NULL);

  self = g_new0 (FoiCaseOutcome, 1);
  self->grounds = g_ptr_array_new_with_free_func (g_free);
  count.result = self;
  count.questions = foi_case_state_get_node (state, "questions");
  count_questions (&count, count.questions);
  self->outcome = roll_up (&count);
  self->gave = count.n_disclosed + count.n_part > 0;
  reviewless = foi_case_state_without_review (state);
  self->answer = foi_case_clock_new (reviewless != NULL ? reviewless : state, rules, holidays);
  self->timeliness = judge_time (self->answer);
  self->first_due = self->answer->notice_due;
  return self;
}

/**
 * foi_case_outcome_free:
 * @self: (transfer full): the classes of a case
 */
void
foi_case_outcome_free (FoiCaseOutcome *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->grounds);
  foi_case_clock_unref (self->answer);
  g_free (self);
}

/**
 * foi_request_outcome_to_name:
 *
 * Returns: its name for other programs: "partially-withheld".
 */
const char *
foi_request_outcome_to_name (FoiRequestOutcome outcome)
{
  return foi_term_get_name (outcomes, G_N_ELEMENTS (outcomes), outcome);
}

/**
 * foi_request_outcome_to_words:
 *
 * Returns: the words of the statistics: "Partially withheld".
 */
const char *
foi_request_outcome_to_words (FoiRequestOutcome outcome)
{
  return foi_term_get_words (outcomes, G_N_ELEMENTS (outcomes), outcome);
}

/**
 * foi_timeliness_to_name:
 *
 * Returns: its name for other programs: "permitted-extension".
 */
const char *
foi_timeliness_to_name (FoiTimeliness timeliness)
{
  return foi_term_get_name (times, G_N_ELEMENTS (times), timeliness);
}

/**
 * foi_timeliness_to_words:
 *
 * Returns: the words of the window: "in time".
 */
const char *
foi_timeliness_to_words (FoiTimeliness timeliness)
{
  return foi_term_get_words (times, G_N_ELEMENTS (times), timeliness);
}

/**
 * foi_withheld_for_to_name:
 * @reason: one of them
 *
 * Returns: its name for other programs: "cost-limit".
 */
const char *
foi_withheld_for_to_name (FoiWithheldFor reason)
{
  switch (reason)
    {
    case FOI_WITHHELD_VEXATIOUS:
      return "vexatious";
    case FOI_WITHHELD_REPEATED:
      return "repeated";
    case FOI_WITHHELD_COST:
      return "cost-limit";
    case FOI_WITHHELD_UNREASONABLE:
      return "manifestly-unreasonable";
    case FOI_WITHHELD_EXEMPTION:
    default:
      return "exemption";
    }
}

/**
 * foi_case_outcome_dup_words:
 *
 * Returns: (transfer full): a line for a person: "Partially withheld, in time".
 */
char *
foi_case_outcome_dup_words (const FoiCaseOutcome *self)
{
  const char *outcome;

  g_return_val_if_fail (self != NULL, NULL);

  outcome = foi_request_outcome_to_words (self->outcome);
  if (self->timeliness == FOI_TIME_OPEN)
    return g_strdup (outcome);
  /* Translators: what became of a request, and whether it was answered in time. */
  return g_strdup_printf (_("%s, %s"), outcome, foi_timeliness_to_words (self->timeliness));
}
