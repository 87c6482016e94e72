/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-review.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-case-event.h"
#include "foi-case-letters.h"
#include "foi-case-status.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-review.h"

#define REVIEW "review"

/* ---- who decided first ----------------------------------------------------------------------- */

static char *
dup_folded (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* Capitals and spaces make no other person. */
static gboolean
is_same (const char *name, const char *folded)
{
  g_autofree char *other = name != NULL ? dup_folded (name) : g_strdup ("");

  return folded[0] != '\0' && g_str_equal (other, folded);
}

/* A question knows its latest approval; the letter, those with which it went out. */
static gboolean
has_approved (JsonNode *issued, const char *folded)
{
  JsonNode *approvals = foi_json_get_member (issued, "approvals");

  if (is_same (foi_json_get_string (issued, "approver", NULL), folded))
    return TRUE;
  for (guint i = 0; i < foi_json_get_n_elements (approvals); i++)
    if (is_same (foi_json_get_string (foi_json_get_element (approvals, i), "by", NULL), folded))
      return TRUE;
  return FALSE;
}

static const char *
find_in_questions (JsonNode *questions, const char *folded)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *approved = foi_json_get_member (question, "approved");
      const char *found;

      if (is_same (foi_json_get_string (approved, "by", NULL), folded))
        return _("approved the answer");
      if (is_same (foi_json_get_string (question, "owner", NULL), folded))
        return _("answered a question");
      found = find_in_questions (foi_json_get_member (question, "parts"), folded);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * foi_case_state_find_decider:
 * @name: a person
 *
 * A review is to be carried out by somebody who did not decide first (Code of Practice under
 * section 45, part 5).
 *
 * Returns: (nullable): what that person had to do with the first answer: "approved the answer".
 */
const char *
foi_case_state_find_decider (FoiCaseState *self, const char *name)
{
  g_autofree char *folded = NULL;
  JsonNode *issued;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  folded = dup_folded (name);
  issued = foi_case_state_get_node (self, "issued");
  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *record = foi_json_get_element (issued, i);

      if (!foi_case_state_is_answer (self, record))
        continue;
      if (has_approved (record, folded))
        return _("approved the answer");
      if (is_same (foi_json_get_string (record, "by", NULL), folded))
        return _("issued the answer");
    }
  return find_in_questions (foi_case_state_get_node (self, "questions"), folded);
}

/* ---- the start ------------------------------------------------------------------------------- */

/**
 * foi_case_state_can_start_review:
 *
 * A review may also be about that there is no answer, so none is asked for.
 *
 * Returns: whether an internal review can begin: none is open, or the requester withdrew it; else
 *   %FOI_ERROR_REFUSED.
 */
gboolean
foi_case_state_can_start_review (FoiCaseState *self, GError **error)
{
  g_autoptr (FoiEventLog) log = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  log = foi_case_state_read_events (self);
  if (foi_event_log_is_review_open (log))
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                         _("An internal review is open already: answer it first, or note that the "
                           "requester withdrew it"));
  else if (foi_json_get_n_elements (foi_case_state_get_node (self, "questions")) == 0)
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                         _("The case has no question that could be looked at afresh"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_start (FoiCaseState *state, const FoiReviewStart *start, GError **error)
{
  const FoiDate received
    = foi_date_from_iso (foi_case_state_get_string (state, "request/received"));

  if (!foi_case_state_can_start_review (state, error))
    return FALSE;
  if (start->asked == FOI_DATE_NONE)
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_VALUE,
                         _("Say on which day the review was asked for"));
  else if (start->asked < received)
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_VALUE,
                         _("A review cannot have been asked for before the request came"));
  else if (start->questions->len == 0)
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_VALUE,
                         _("Say which questions the review is about"));
  else
    return TRUE;
  return FALSE;
}

static JsonNode *
new_points (GPtrArray *questions)
{
  JsonNode *points = foi_json_new_array ();

  for (guint i = 0; i < questions->len; i++)
    {
      g_autoptr (JsonNode) empty = foi_json_new_object ();
      g_autoptr (JsonNode) point
        = foi_json_set_string (empty, "question", questions->pdata[i], NULL);
      JsonNode *longer = foi_json_array_insert (points, i, point);

      json_node_unref (points);
      points = longer;
    }
  return points;
}

static JsonNode *
new_particulars (const FoiReviewStart *start)
{
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) reviewed
    = start->reviewer[0] != '\0' ? foi_json_set_string (empty, "reviewer", start->reviewer, NULL)
                                 : json_node_ref (empty);
  g_autoptr (JsonNode) complained
    = start->complaint[0] != '\0'
        ? foi_json_set_string (reviewed, "complaint", start->complaint, NULL)
        : json_node_ref (reviewed);
  g_autoptr (JsonNode) points = new_points (start->questions);

  return foi_json_set_member (complained, "points", points, NULL);
}

static JsonNode *
new_events (FoiCaseState *state, FoiDate asked)
{
  JsonNode *before = foi_case_state_get_node (state, "events");
  g_autoptr (JsonNode) none = foi_json_new_array (), empty = foi_json_new_object ();
  g_autofree char *date = foi_date_to_iso (asked);
  g_autoptr (JsonNode) typed = foi_json_set_string (empty, "type", "review-asked", NULL);
  g_autoptr (JsonNode) event = foi_json_set_string (typed, "date", date, NULL);

  return foi_json_array_insert (before != NULL ? before : none, foi_json_get_n_elements (before),
                                event);
}

/**
 * foi_case_state_propose_review_clock:
 * @asked: a day on which a review was asked for
 *
 * Returns: (transfer full) (nullable): the clock that the case would have.
 */
FoiCaseClock *
foi_case_state_propose_review_clock (FoiCaseState *self, FoiRules *rules, FoiHolidays *holidays,
                                     FoiDate asked)
{
  g_autoptr (JsonNode) events = NULL;
  g_autoptr (FoiCaseState) state = NULL;

  g_return_val_if_fail (self != NULL && asked != FOI_DATE_NONE, NULL);

  events = new_events (self, asked);
  state = foi_case_state_with_node (self, "events", events, NULL);
  return state != NULL ? foi_case_clock_new (state, rules, holidays) : NULL;
}

/**
 * foi_case_state_without_review:
 *
 * Returns: (transfer full) (nullable): the case without what came after its answer.
 */
FoiCaseState *
foi_case_state_without_review (FoiCaseState *self)
{
  JsonNode *events;
  g_autoptr (JsonNode) kept = foi_json_new_array ();

  g_return_val_if_fail (self != NULL, NULL);

  events = foi_case_state_get_node (self, "events");
  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    {
      JsonNode *event = foi_json_get_element (events, i);
      JsonNode *longer;

      if (g_str_has_prefix (foi_json_get_string (event, "type", ""), "review-"))
        continue;
      longer = foi_json_array_insert (kept, foi_json_get_n_elements (kept), event);
      json_node_unref (kept);
      kept = longer;
    }
  return foi_case_state_with_node (self, "events", kept, NULL);
}

/**
 * foi_case_editor_start_review:
 * @start: how it begins
 *
 * Begins an internal review, as one command: its clock, from the day on which it was asked for, and
 * the draft of its letter, in which each of the questions is a point to be decided afresh.
 *
 * Returns: (transfer full) (nullable): the id of the letter; else %FOI_ERROR_REFUSED where no
 *   review can begin, %FOI_ERROR_VALUE where a day or the questions are missing.
 */
char *
foi_case_editor_start_review (FoiCaseEditor *self, const FoiReviewStart *start, GError **error)
{
  FoiCaseState *before;
  g_autoptr (JsonNode) events = NULL, particulars = NULL;
  g_autofree char *letter = NULL, *path = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && start != NULL, NULL);

  before = _foi_case_edits_get_state (self);
  if (!check_start (before, start, error))
    return NULL;
  events = new_events (before, start->asked);
  particulars = new_particulars (start);
  foi_case_editor_begin (self, _("Start Internal Review"));
  letter = foi_case_editor_add_letter (self, REVIEW, error);
  path = letter != NULL ? g_strdup_printf ("letters/%s/particulars", letter) : NULL;
  if (letter == NULL
      || !foi_case_editor_set_node (self, path, particulars, _("Start Internal Review"), error)
      || !foi_case_editor_set_node (self, "events", events, _("Start Internal Review"), error))
    {
      foi_case_editor_cancel (self);
      return NULL;
    }
  foi_case_editor_end (self);
  return g_steal_pointer (&letter);
}

/* ---- its points ------------------------------------------------------------------------------ */

/**
 * foi_case_state_find_review:
 *
 * Returns: (nullable): the id of the last letter about a review.
 */
const char *
foi_case_state_find_review (FoiCaseState *self)
{
  JsonNode *letters;

  g_return_val_if_fail (self != NULL, NULL);

  letters = foi_case_state_get_node (self, "letters");
  for (guint i = foi_json_get_n_elements (letters); i-- > 0;)
    {
      JsonNode *letter = foi_json_get_element (letters, i);

      if (g_str_equal (foi_json_get_string (letter, "type", ""), REVIEW))
        return foi_json_get_string (letter, "id", NULL);
    }
  return NULL;
}

static gboolean
find_point (FoiCaseState *state, const char *letter, const char *question, guint *index)
{
  g_autofree char *path = g_strdup_printf ("letters/%s/particulars", letter);
  JsonNode *particulars = foi_case_state_get_node (state, path);

  for (*index = 0; *index < foi_review_get_n_points (particulars); ++*index)
    {
      FoiReviewPoint point;

      foi_review_get_point (particulars, *index, &point);
      if (g_str_equal (point.question, question))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_case_editor_decide_point:
 * @letter: the id of a letter about a review
 * @question: the id of the question that the point is about
 * @decision: (nullable): "upheld", "upheld-in-part", "overturned"; %NULL leaves it as it is
 * @finding: (nullable): why, in the markup of answers; %NULL leaves it as it is
 *
 * Decides a point afresh.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND, or %FOI_ERROR_VALUE of a decision that
 *   there is not.
 */
gboolean
foi_case_editor_decide_point (FoiCaseEditor *self, const char *letter, const char *question,
                              const char *decision, const char *finding, GError **error)
{
  g_autofree char *decided = NULL, *found = NULL;
  guint index;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && letter != NULL && question != NULL, FALSE);

  if (!find_point (_foi_case_edits_get_state (self), letter, question, &index))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                   /* Translators: %s is the id of a question. */
                   _("The review has no point about “%s”"), question);
      return FALSE;
    }
  if (decision != NULL && foi_review_decision_to_words (decision)[0] == '\0')
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE, _("“%s” is no outcome of a review"),
                   decision);
      return FALSE;
    }
  decided = g_strdup_printf ("letters/%s/particulars/points/#%u/decision", letter, index);
  found = g_strdup_printf ("letters/%s/particulars/points/#%u/finding", letter, index);
  foi_case_editor_begin (self, _("Decide Point of the Review"));
  if ((decision != NULL
       && !foi_case_editor_set_string (self, decided, decision, _("Decide Point of the Review"),
                                       error))
      || (finding != NULL
          && !foi_case_editor_set_string (self, found, finding, _("Decide Point of the Review"),
                                          error)))
    {
      foi_case_editor_cancel (self);
      return FALSE;
    }
  foi_case_editor_end (self);
  return TRUE;
}
