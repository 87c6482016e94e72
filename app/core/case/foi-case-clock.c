/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-clock.h"

#include <glib/gi18n-lib.h>

#include "foi-case-answered.h"
#include "foi-case-event.h"
#include "foi-event-log.h"
#include "foi-json-edit.h"

/* What was read from a case, on the way to its clock. */
typedef struct
{
  FoiCaseState *state;
  FoiRules     *rules;
  const char   *regime;
  FoiCaseClock *clock;
  FoiEventLog  *log;
} Reading;

/* @place is where in the case; takes it. */
static G_GNUC_PRINTF (3, 4) void
add_problem (Reading *reading, char *place, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (reading->clock->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
  g_ptr_array_add (reading->clock->problem_places, place);
}

static char *
dup_place (guint position, const char *member)
{
  return g_strdup_printf ("events/#%u/%s", position, member);
}

/* ---- what makes no sense --------------------------------------------------------------------- */

static void
add_misdated (Reading *reading)
{
  for (guint i = 0; i < reading->log->misdated->len; i++)
    {
      JsonNode *node = reading->log->misdated->pdata[i];

      add_problem (reading, g_strdup ("authority/closed"),
                   _("A closed period of the school ends before it begins: %s, %s"),
                   foi_json_get_string (node, "from", ""), foi_json_get_string (node, "to", ""));
    }
}

static void
add_refusals (Reading *reading)
{
  for (guint i = 0; i < reading->log->refusals->len; i++)
    {
      const FoiEventRefusal *refusal = &g_array_index (reading->log->refusals, FoiEventRefusal, i);
      g_autofree char *words = foi_event_refusal_dup_words (refusal);

      add_problem (reading, dup_place (refusal->position, "date"), "%s", words);
    }
}

/* Whoever looks for a word for a request that was taken back finds that of a letter. */
static void
add_withdrew_none (Reading *reading)
{
  g_autofree char *day = NULL;

  if (reading->log->withdrew_none == FOI_DATE_NONE
      || foi_json_get_n_elements (foi_case_state_get_node (reading->state, "issued")) > 0)
    return;
  day = foi_date_to_words (reading->log->withdrew_none);
  add_problem (reading, NULL,
               _("%s (%s): no letter was issued before. That the requester withdrew the request is "
                 "“%s”"), foi_event_type_to_words ("withdrawn"), day,
               foi_event_type_to_words ("request-withdrawn"));
}

/* ---- what else the case says ----------------------------------------------------------------- */

static gboolean
is_school (Reading *reading)
{
  return g_strcmp0 (foi_case_state_get_string (reading->state, "authority/type"), "school") == 0;
}

/* What became of the questions: of some nothing is said yet, some are put off. */
typedef struct
{
  guint n_open, n_extended, n_others;
} Outcomes;

static void
count_outcomes (JsonNode *questions, Outcomes *count)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *parts = foi_json_get_member (question, "parts");
      const char *outcome = foi_json_get_string (question, "outcome", "open");

      if (foi_json_get_n_elements (parts) > 0)
        count_outcomes (parts, count);
      else if (g_str_equal (outcome, "extended"))
        count->n_extended++;
      else if (g_str_equal (outcome, "open"))
        count->n_open++;
      else
        count->n_others++;
    }
}

/* ---- the law --------------------------------------------------------------------------------- */

static guint
get_limit (Reading *reading, const char *id)
{
  JsonNode *limit = foi_rules_find_time_limit (reading->rules, reading->regime, id,
                                               reading->log->clock.received);

  return (guint) MAX (foi_json_get_integer (limit, "n", 0), 0);
}

static void
set_due (FoiCaseClock *clock, FoiDeadline *deadline)
{
  FoiDate last = g_array_index (deadline->days, FoiClockDay, deadline->days->len - 1).date;

  g_clear_pointer (&clock->deadline, foi_deadline_free);
  clock->deadline = deadline;
  clock->start = deadline->start;
  clock->due = deadline->due;
  clock->certain = deadline->certain;
  foi_date_to_ymd (foi_calendar_is_known (clock->calendar, deadline->start) ? last
                                                                            : deadline->start,
                   &clock->unknown_year, NULL, NULL);
}

/* The whole answer may be late, to a day that the law sets. */
static void
extend_whole (Reading *reading, const FoiClockRule *rule, guint most)
{
  FoiCaseClock *clock = reading->clock;
  const FoiDate until = reading->log->until;
  FoiDate first = clock->due;
  FoiDeadline *extended = foi_event_log_extend (reading->log, rule, most, clock->calendar, first);
  g_autofree char *first_words = foi_date_to_words (first);
  const gboolean certain = clock->certain;

  /* Without all bank holidays nobody can say what is too late, too short or too long. */
  if (extended == NULL)
    {
      if (certain)
        add_problem (reading, dup_place (reading->log->notified_position, "date"),
                     _("The extension was notified after %s, when the answer was due; it moves no "
                       "date"), first_words);
      return;
    }
  set_due (clock, extended);
  clock->notice_due = extended->notice_due;
  if (certain && until != FOI_DATE_NONE && until < first)
    add_problem (reading, dup_place (reading->log->until_position, "until"),
                 _("The extension ends before %s, when the answer is due without it"), first_words);
  else if (clock->certain && until > clock->due)
    {
      g_autofree char *words = foi_date_to_words (clock->due);

      add_problem (reading, dup_place (reading->log->until_position, "until"),
                   _("The extension goes beyond the last day that the law allows, %s"), words);
    }
  foi_event_log_shorten (reading->log, extended, first);
  clock->due = clock->extended_to = extended->due;
}

/* Only what is weighed may be late, and nothing but a target says how late (FOIA, section 10(3));
 * the rest, and the notice, are due as they were (section 17(1)). */
static void
extend_part (Reading *reading, guint target)
{
  FoiCaseClock *clock = reading->clock;
  gboolean certain;
  FoiDate most = foi_deadline_add_working_days (clock->due, target, clock->calendar, &certain);
  g_autofree char *due = foi_date_to_words (clock->due);
  g_autofree char *last = foi_date_to_words (most);

  clock->extension_late = clock->certain && reading->log->notified > clock->due;
  if (clock->extension_late)
    add_problem (reading, dup_place (reading->log->notified_position, "date"),
                 _("The extension was notified after %s, when the notice was due"), due);
  if (clock->certain && reading->log->until != FOI_DATE_NONE && reading->log->until < clock->due)
    add_problem (reading, dup_place (reading->log->until_position, "until"),
                 _("The extension ends before %s, when the answer is due without it"), due);
  else if (certain && reading->log->until > most)
    add_problem (reading, dup_place (reading->log->until_position, "until"),
                 _("The extension is longer than the regulator expects, which is until %s"), last);
  clock->extended_to = reading->log->until >= clock->due ? reading->log->until : most;
}

/* A fees notice that stops nothing. */
static void
check_notice (Reading *reading)
{
  g_autofree char *due = NULL;

  if (!reading->clock->deadline->notice_late)
    return;
  due = foi_date_to_words (reading->clock->due);
  add_problem (reading, dup_place (reading->log->notice_position, "date"),
               _("The fees notice was given after %s, when the answer was due; it stops nothing"),
               due);
}

static void
extend (Reading *reading, const FoiClockRule *rule)
{
  guint whole = get_limit (reading, "response-extended");
  guint target = get_limit (reading, "public-interest-target");

  if (reading->log->notified == FOI_DATE_NONE || reading->clock->due == FOI_DATE_NONE)
    return;
  if (whole > rule->n_days)
    extend_whole (reading, rule, whole);
  else if (target > 0)
    extend_part (reading, target);
  else
    add_problem (reading, dup_place (reading->log->notified_position, "date"),
                 _("The %s gives no more time; the extension moves no date"),
                 foi_rules_get_act_short (reading->rules, reading->regime));
}

/* ---- what is waited for ---------------------------------------------------------------------- */

/* A review has a clock of its own, from the day on which it was asked for. */
static void
follow_review (Reading *reading)
{
  FoiCaseClock *clock = reading->clock;
  const FoiDate asked = reading->log->review_asked, reviewed = reading->log->reviewed;
  FoiClockEvents events = { .received = asked };
  FoiClockRule rule = { .n_days = get_limit (reading, "review-answer") };
  const guint most = get_limit (reading, "review-answer-most");

  if (rule.n_days > 0)
    set_due (clock, foi_deadline_compute (&events, &rule, clock->calendar));
  if (most > rule.n_days)
    clock->latest = foi_deadline_add_working_days (asked, most, clock->calendar, NULL);
  clock->notice_due = clock->due;
  clock->phase = reviewed != FOI_DATE_NONE ? FOI_CLOCK_REVIEWED : FOI_CLOCK_REVIEW;
  clock->since = reviewed != FOI_DATE_NONE ? reviewed : asked;
}

/* What is waited for, or was, is what the extension gives more time for. */
static void
take_extension (FoiCaseClock *clock)
{
  clock->due = clock->extended_to;
  clock->certain = foi_calendar_is_known (clock->calendar, clock->due) && clock->certain;
  foi_date_to_ymd (clock->due, &clock->unknown_year, NULL, NULL);
}

/* An answer in part moves no day. */
static void
add_unanswered (Reading *reading, FoiDate last)
{
  g_autofree char *day = NULL;

  if (last == FOI_DATE_NONE || reading->clock->phase != FOI_CLOCK_RUNNING)
    return;
  day = foi_date_to_words (last);
  add_problem (reading, NULL,
               _("An answer went out on %s, but not every question is answered by it: the rest is "
                 "due as before. Say of each question what became of it"), day);
}

/* Answered, wholly or but for what was put off: of that, the last answer is what counts. What is
 * open when a letter goes out is not answered by it. */
static void
follow_answer (Reading *reading)
{
  FoiCaseClock *clock = reading->clock;
  const FoiDate last = foi_case_state_get_answered (reading->state, FOI_ANSWERED_LAST);
  FoiDate answered = foi_case_state_get_answered (reading->state, FOI_ANSWERED_WHOLE);
  Outcomes count = { 0 };

  if (answered != FOI_DATE_NONE && clock->extended_to != FOI_DATE_NONE)
    answered = last;
  count_outcomes (foi_case_state_get_node (reading->state, "questions"), &count);
  if (clock->phase != FOI_CLOCK_WITHDRAWN && clock->extended_to > clock->due
      && count.n_extended > 0 && (last != FOI_DATE_NONE || count.n_others + count.n_open == 0))
    {
      clock->phase = FOI_CLOCK_EXTENDED;
      clock->since = reading->log->notified;
      take_extension (clock);
    }
  else if (answered != FOI_DATE_NONE && count.n_open + count.n_extended == 0)
    {
      clock->phase = FOI_CLOCK_ANSWERED;
      clock->since = answered;
      if (answered > clock->due && clock->extended_to > clock->due && !clock->extension_late)
        take_extension (clock);
    }
  else
    add_unanswered (reading, last);
}

/* No day runs out: the requester is waited for, or nothing is. */
static gboolean
is_stopped (FoiClockPhase phase)
{
  return phase == FOI_CLOCK_WANTS_CLARIFICATION || phase == FOI_CLOCK_LAPSED
         || phase == FOI_CLOCK_WITHDRAWN;
}

static void
choose_phase (Reading *reading)
{
  FoiCaseClock *clock = reading->clock;

  clock->phase = FOI_CLOCK_RUNNING;
  if (reading->log->request_withdrawn != FOI_DATE_NONE)
    {
      clock->phase = FOI_CLOCK_WITHDRAWN;
      clock->since = reading->log->request_withdrawn;
    }
  else if (clock->deadline->lapsed)
    {
      clock->phase = FOI_CLOCK_LAPSED;
      clock->since = reading->log->clock.fee_received;
    }
  else if (reading->log->asked != FOI_DATE_NONE)
    {
      clock->phase = FOI_CLOCK_WANTS_CLARIFICATION;
      clock->since = reading->log->asked;
    }
  else if (clock->due == FOI_DATE_NONE)
    {
      clock->phase = FOI_CLOCK_WANTS_FEE;
      clock->since = reading->log->clock.fees_notice;
    }
  follow_answer (reading);
  if (is_stopped (clock->phase))
    clock->due = clock->notice_due = FOI_DATE_NONE;
  /* Of a review that was withdrawn nothing is left: what is owed of the answer still is. */
  if (reading->log->review_asked != FOI_DATE_NONE
      && reading->log->review_withdrawn == FOI_DATE_NONE)
    follow_review (reading);
}

static void
read_case (Reading *reading, FoiHolidays *holidays)
{
  FoiCaseClock *clock = reading->clock;
  FoiClockRule rule;

  if (reading->log->clock.received == FOI_DATE_NONE || reading->regime == NULL
      || !foi_rules_get_clock (reading->rules, reading->regime, reading->log->clock.received,
                               is_school (reading), &rule, NULL))
    return;
  clock->calendar = foi_rules_new_calendar (reading->rules, reading->regime, holidays, NULL);
  if (clock->calendar == NULL)
    return;
  add_misdated (reading);
  if (rule.sessions_only && reading->log->closed->len == 0 && clock->problems->len == 0)
    add_problem (reading, NULL, _("It is not known on which days the school is closed; all working "
                                  "days are counted"));
  add_refusals (reading);
  add_withdrew_none (reading);
  set_due (clock, foi_deadline_compute (&reading->log->clock, &rule, clock->calendar));
  clock->lapses = clock->deadline->lapses;
  clock->notice_due = clock->deadline->notice_due;
  extend (reading, &rule);
  check_notice (reading);
  choose_phase (reading);
}

/**
 * foi_case_clock_new:
 * @state: a case
 * @rules: the rules of all laws
 * @holidays: the bank holidays that are known
 *
 * Works out by when a case must be answered: from its day of receipt, its law, its events in the
 * order of their days, the letters that were issued, and of a school, its closed periods. An event
 * that makes no sense moves nothing and is named in the problems. A pure function.
 *
 * Returns: (transfer full): its clock.
 */
FoiCaseClock *
foi_case_clock_new (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays)
{
  Reading reading = { .state = state, .rules = rules };

  g_return_val_if_fail (state != NULL && rules != NULL && holidays != NULL, NULL);

  reading.clock = g_atomic_rc_box_new0 (FoiCaseClock);
  reading.clock->problems = g_ptr_array_new_with_free_func (g_free);
  reading.clock->problem_places = g_ptr_array_new_with_free_func (g_free);
  reading.regime = foi_case_state_get_string (state, "regime");
  reading.log = foi_case_state_read_events (state);
  read_case (&reading, holidays);
  foi_event_log_free (reading.log);
  return reading.clock;
}

/**
 * foi_case_clock_is_open:
 *
 * Returns: whether something is still to be answered by @due.
 */
gboolean
foi_case_clock_is_open (const FoiCaseClock *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->due != FOI_DATE_NONE
         && (self->phase == FOI_CLOCK_RUNNING || self->phase == FOI_CLOCK_EXTENDED
             || self->phase == FOI_CLOCK_REVIEW);
}

/**
 * foi_case_clock_get_phase:
 * @today: the day on which one looks, or %FOI_DATE_NONE: it does not matter
 *
 * A fees notice lapses by itself when its last day went by without the fee: from then on nobody has
 * to answer (FOIA, section 9(2); EIR, regulation 8(5)).
 *
 * Returns: what is waited for on that day.
 */
FoiClockPhase
foi_case_clock_get_phase (const FoiCaseClock *self, FoiDate today)
{
  g_return_val_if_fail (self != NULL, FOI_CLOCK_UNKNOWN);

  return self->phase == FOI_CLOCK_WANTS_FEE && self->lapses != FOI_DATE_NONE
             && today != FOI_DATE_NONE && today > self->lapses
           ? FOI_CLOCK_LAPSED : self->phase;
}

/**
 * foi_case_clock_ref:
 *
 * Returns: (transfer full): @self.
 */
FoiCaseClock *
foi_case_clock_ref (FoiCaseClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clock_clear (gpointer data)
{
  FoiCaseClock *self = data;

  g_clear_pointer (&self->deadline, foi_deadline_free);
  g_clear_pointer (&self->calendar, foi_calendar_unref);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->problem_places);
}

/**
 * foi_case_clock_unref:
 * @self: (transfer full): a clock
 */
void
foi_case_clock_unref (FoiCaseClock *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clock_clear);
}

/**
 * foi_case_clock_find_last_letter_day:
 * @state: a case
 * @rules: the law
 * @holidays: the bank holidays
 * @today: the day on which a letter is issued
 *
 * Returns: the last day that it can bear: on a Friday it can be made ready for Monday, the next
 *   day on which letters go, and for no later one.
 */
FoiDate
foi_case_clock_find_last_letter_day (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays,
                                     FoiDate today)
{
  const char *regime = foi_case_state_get_string (state, "regime");
  g_autoptr (FoiCalendar) calendar
    = regime != NULL ? foi_rules_new_calendar (rules, regime, holidays, NULL) : NULL;

  return calendar != NULL ? foi_deadline_add_working_days (today, 1, calendar, NULL) : today + 1;
}
