/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-row.h"

#include <glib/gi18n-lib.h>

#include "foi-case-answered.h"
#include "foi-clean-text.h"
#include "foi-case-event.h"
#include "foi-clock-words.h"
#include "foi-json-edit.h"
#include "foi-review.h"

/* ---- what a case says ------------------------------------------------------------------------ */

static void
add_owner (GPtrArray *owners, JsonNode *question)
{
  const char *owner = foi_json_get_string (question, "owner", "");

  if (owner[0] != '\0' && !g_ptr_array_find_with_equal_func (owners, owner, g_str_equal, NULL))
    g_ptr_array_add (owners, (gpointer) owner);
}

static void
read_questions (FoiRegisterRow *self, JsonNode *questions, GPtrArray *owners)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);

      foi_service_waits_add (self->waits, question);
      add_owner (owners, question);
      read_questions (self, foi_json_get_member (question, "parts"), owners);
    }
}

static char *
join_owners (GPtrArray *owners)
{
  g_autofree char *names = NULL;

  g_ptr_array_add (owners, NULL);
  /* Translators: between the names of people. */
  names = g_strjoinv (_(", "), (char **) owners->pdata);
  return foi_clean_seen (names);
}

/* What the last letter about a review says that it came to. */
static const char *
find_decision (FoiCaseState *state)
{
  JsonNode *letters = foi_case_state_get_node (state, "letters");
  const char *decision = "";

  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);
      const char *said = foi_review_get_decision (foi_json_get_member (letter, "particulars"));

      if (g_str_equal (foi_json_get_string (letter, "type", ""), "review") && said[0] != '\0')
        decision = said;
    }
  return decision;
}

static void
read_log (FoiRegisterRow *self, FoiCaseState *state)
{
  g_autoptr (FoiEventLog) log = foi_case_state_read_events (state);

  self->review_asked = log->review_asked;
  self->reviewed = log->reviewed;
  self->review_withdrawn = log->review_withdrawn;
  if (log->complaint_closed == FOI_DATE_NONE)
    self->complained = log->complained;
  self->fees_notice = log->clock.fees_notice;
  self->fee_received = log->clock.fee_received;
  self->decision = g_strdup (self->reviewed != FOI_DATE_NONE ? find_decision (state) : "");
}

/* What was only answered in part is not answered. */
static FoiDate
get_answered (const FoiRegisterRow *self, FoiCaseState *state)
{
  const FoiClockPhase phase = self->outcome->answer->phase;

  return phase == FOI_CLOCK_ANSWERED || phase == FOI_CLOCK_UNKNOWN
           ? foi_case_state_get_answered (state, FOI_ANSWERED_LAST) : FOI_DATE_NONE;
}

static char *
dup_text (FoiCaseState *state, const char *path)
{
  const char *text = foi_case_state_get_string (state, path);

  return foi_clean_seen (text != NULL ? text : "");
}

/* ---- the row --------------------------------------------------------------------------------- */

static FoiRegisterRow *
alloc (const char *path)
{
  FoiRegisterRow *self = g_atomic_rc_box_new0 (FoiRegisterRow);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *shown = NULL;

  self->path = g_strdup (path);
  shown = g_filename_display_name (base);
  self->name = foi_clean_seen (shown);
  self->waits = foi_service_waits_new ();
  return self;
}

/**
 * foi_register_row_new:
 * @path: where the case is
 * @state: the case
 * @rules: the rules of law
 * @holidays: the bank holidays
 *
 * Works out what the register says of a case. Nothing of it depends on the day. What the case calls
 * things is as foi_clean_seen() gives it.
 *
 * Returns: (transfer full): its row.
 */
FoiRegisterRow *
foi_register_row_new (const char *path, FoiCaseState *state, FoiRules *rules,
                      FoiHolidays *holidays)
{
  FoiRegisterRow *self;
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();

  g_return_val_if_fail (path != NULL && state != NULL, NULL);
  g_return_val_if_fail (rules != NULL && holidays != NULL, NULL);

  self = alloc (path);
  self->reference = dup_text (state, "/id");
  self->subject = dup_text (state, "/title");
  self->regime = dup_text (state, "regime");
  self->requester = foi_case_state_get_requester (state);
  self->status = foi_case_state_get_status (state);
  self->clock = foi_case_clock_new (state, rules, holidays);
  self->outcome = foi_case_outcome_new (state, rules, holidays);
  self->received = foi_date_from_iso (foi_case_state_get_string (state, "request/received"));
  self->answered = get_answered (self, state);
  read_log (self, state);
  read_questions (self, foi_case_state_get_node (state, "questions"), owners);
  self->owner = join_owners (owners);
  foi_approvals_read (&self->approvals, state);
  return self;
}

/**
 * foi_register_row_new_fault:
 * @path: where a file is
 * @fault: why it cannot be read as a case
 *
 * Returns: (transfer full): its row.
 */
FoiRegisterRow *
foi_register_row_new_fault (const char *path, const char *fault)
{
  FoiRegisterRow *self;

  g_return_val_if_fail (path != NULL && fault != NULL, NULL);

  self = alloc (path);
  self->fault = g_strdup (fault);
  self->reference = g_strdup ("");
  self->subject = g_strdup ("");
  self->owner = g_strdup ("");
  self->regime = g_strdup ("");
  self->decision = g_strdup ("");
  return self;
}

FoiRegisterRow *
foi_register_row_ref (FoiRegisterRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  FoiRegisterRow *self = data;

  g_free (self->path);
  g_free (self->name);
  g_free (self->fault);
  g_free (self->reference);
  g_free (self->subject);
  g_free (self->owner);
  g_free (self->regime);
  g_free (self->decision);
  foi_approvals_clear (&self->approvals);
  g_clear_pointer (&self->clock, foi_case_clock_unref);
  g_clear_pointer (&self->outcome, foi_case_outcome_free);
  g_ptr_array_unref (self->waits);
}

void
foi_register_row_unref (FoiRegisterRow *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/**
 * foi_register_row_owes_answer:
 *
 * Whoever complains that no answer came is still owed one, by the day on which it was due.
 *
 * Returns: whether the request itself is still to be answered, whatever is reviewed besides.
 */
gboolean
foi_register_row_owes_answer (const FoiRegisterRow *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->fault == NULL && foi_case_clock_is_open (self->outcome->answer);
}

/**
 * foi_register_row_has_review:
 *
 * Returns: whether a review was asked for that the requester did not withdraw: its clock is then
 *   that of the case.
 */
gboolean
foi_register_row_has_review (const FoiRegisterRow *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->review_asked != FOI_DATE_NONE && self->review_withdrawn == FOI_DATE_NONE;
}

/**
 * foi_register_row_get_clock:
 *
 * Returns: (nullable): of the answer that is owed and of the review, the clock that runs out first;
 *   of what cannot be read, %NULL.
 */
const FoiCaseClock *
foi_register_row_get_clock (const FoiRegisterRow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!foi_register_row_owes_answer (self))
    return self->clock;
  return foi_case_clock_is_open (self->clock) && self->clock->due < self->outcome->answer->due
           ? self->clock : self->outcome->answer;
}

/**
 * foi_register_row_is_open:
 * @today: the day on which one looks, or %FOI_DATE_NONE
 *
 * Returns: whether something is still to be sent: an answer, or the answer to a review. Of a
 *   request whose fees notice lapsed nothing is.
 */
gboolean
foi_register_row_is_open (const FoiRegisterRow *self, FoiDate today)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->fault == NULL
         && ((self->status == FOI_STATUS_DRAFT
              && foi_case_clock_get_phase (self->clock, today) != FOI_CLOCK_LAPSED)
             || self->status == FOI_STATUS_UNDER_REVIEW
             || foi_register_row_owes_answer (self));
}

/**
 * foi_register_row_get_due:
 *
 * Returns: the last day for what is waited for, the first where that is two things; or none.
 */
FoiDate
foi_register_row_get_due (const FoiRegisterRow *self)
{
  const FoiCaseClock *clock = foi_register_row_get_clock (self);

  return clock != NULL ? clock->due : FOI_DATE_NONE;
}

/**
 * foi_register_row_get_review_due:
 *
 * Returns: the last day for the answer to the review that was asked for last, or none.
 */
FoiDate
foi_register_row_get_review_due (const FoiRegisterRow *self)
{
  g_return_val_if_fail (self != NULL, FOI_DATE_NONE);

  return foi_register_row_has_review (self) && self->clock != NULL ? self->clock->due
                                                                   : FOI_DATE_NONE;
}

/**
 * foi_register_row_get_days_left:
 * @today: the day on which one looks
 * @days: (out): working days until it is due; 0 on that day, and less than that after it
 *
 * Returns: whether it is open, and the days can be counted: not past the last known bank holiday.
 */
gboolean
foi_register_row_get_days_left (const FoiRegisterRow *self, FoiDate today, int *days)
{
  const FoiCaseClock *clock = foi_register_row_get_clock (self);

  g_return_val_if_fail (self != NULL && days != NULL, FALSE);

  if (!foi_register_row_is_open (self, today) || !foi_case_clock_is_open (clock) || !clock->certain)
    return FALSE;
  *days = foi_clock_get_days_left (clock, today);
  return TRUE;
}

/**
 * foi_register_row_find_wait:
 *
 * Returns: (transfer none) (nullable): the service that is waited for longest.
 */
const FoiServiceWait *
foi_register_row_find_wait (const FoiRegisterRow *self)
{
  const FoiServiceWait *longest = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->waits->len; i++)
    {
      const FoiServiceWait *wait = g_ptr_array_index (self->waits, i);

      if (wait->answered == FOI_DATE_NONE && (longest == NULL || wait->asked < longest->asked))
        longest = wait;
    }
  return longest;
}

/**
 * foi_register_row_get_waited_for:
 * @today: the day on which one looks
 * @since: (out): since when, or none
 *
 * Of what is done no service is waited for, whoever did not answer; a regulator who was complained
 * to may still be.
 *
 * Returns: (nullable): the service that is waited for longest, or the regulator.
 */
const char *
foi_register_row_get_waited_for (const FoiRegisterRow *self, FoiDate today, FoiDate *since)
{
  const FoiServiceWait *wait;

  g_return_val_if_fail (self != NULL && since != NULL, NULL);

  wait = foi_register_row_is_open (self, today) ? foi_register_row_find_wait (self) : NULL;
  *since = wait != NULL ? wait->asked : self->complained;
  if (wait != NULL)
    return wait->service;
  return self->complained != FOI_DATE_NONE ? _("The regulator") : NULL;
}
