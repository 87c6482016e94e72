/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-clock.h"

#include <glib/gi18n-lib.h>

#include "foi-case-event.h"
#include "foi-case-status.h"
#include "foi-json-edit.h"

typedef struct
{
  const char *type;
  FoiDate     date, until;
} Event;

/* What was read from a case, on the way to its clock. */
typedef struct
{
  FoiCaseState  *state;
  FoiRules      *rules;
  const char    *regime;
  FoiCaseClock  *clock;
  FoiClockEvents events;
  GArray        *closed;      /* of FoiDays */
  FoiDate        asked;       /* since when a clarification is waited for */
  FoiDate        notified, until;
  FoiDate        issued;      /* as the events say */
  FoiDate        review_asked, reviewed;
} Reading;

static G_GNUC_PRINTF (2, 3) void
add_problem (Reading *reading, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (reading->clock->problems, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* ---- events ---------------------------------------------------------------------------------- */

/* "Fee received (6 November 2024): there is no fees notice before it" */
static void
refuse (Reading *reading, const Event *event, const char *reason)
{
  g_autofree char *day = foi_date_to_words (event->date);

  /* Translators: what happened, when, and why that makes no sense. */
  add_problem (reading, _("%s (%s): %s"), foi_event_type_to_words (event->type), day, reason);
}

static void
take_asked (Reading *reading, const Event *event)
{
  if (reading->asked == FOI_DATE_NONE)
    reading->asked = event->date;
}

static void
take_clarified (Reading *reading, const Event *event)
{
  if (reading->asked == FOI_DATE_NONE)
    refuse (reading, event, _("no clarification was asked for before; the clock does not start "
                              "anew"));
  else
    reading->events.clarified = event->date;
  reading->asked = FOI_DATE_NONE;
}

static void
take_fees_notice (Reading *reading, const Event *event)
{
  if (reading->events.fees_notice == FOI_DATE_NONE)
    reading->events.fees_notice = event->date;
  else
    refuse (reading, event, _("there is a fees notice already; this one is not counted"));
}

static void
take_fee (Reading *reading, const Event *event)
{
  if (reading->events.fees_notice == FOI_DATE_NONE)
    refuse (reading, event, _("there is no fees notice before it"));
  else if (reading->events.fee_received != FOI_DATE_NONE)
    refuse (reading, event, _("the fee was there already"));
  else
    reading->events.fee_received = event->date;
}

static void
take_extended (Reading *reading, const Event *event)
{
  if (reading->notified == FOI_DATE_NONE)
    reading->notified = event->date;
  reading->until = MAX (reading->until, event->until);
}

static void
take_issued (Reading *reading, const Event *event)
{
  if (reading->issued == FOI_DATE_NONE)
    reading->issued = event->date;
}

static void
take_withdrawn (Reading *reading, const Event *event)
{
  reading->issued = FOI_DATE_NONE;
}

static void
take_review_asked (Reading *reading, const Event *event)
{
  reading->review_asked = event->date;
  reading->reviewed = FOI_DATE_NONE;
}

static void
take_reviewed (Reading *reading, const Event *event)
{
  if (reading->review_asked == FOI_DATE_NONE)
    refuse (reading, event, _("no review was asked for before"));
  else
    reading->reviewed = event->date;
}

static const struct
{
  const char *type;
  void (*take) (Reading *reading, const Event *event);
} takers[] = {
  { "clarification-asked", take_asked },
  { "clarification-received", take_clarified },
  { "fees-notice", take_fees_notice },
  { "fee-received", take_fee },
  { "extended", take_extended },
  { "issued", take_issued },
  { "withdrawn", take_withdrawn },
  { "review-asked", take_review_asked },
  { "review-answered", take_reviewed },
};

static void
take_event (Reading *reading, const Event *event)
{
  for (gsize i = 0; i < G_N_ELEMENTS (takers); i++)
    {
      if (!g_str_equal (takers[i].type, event->type))
        continue;
      if (event->date < reading->events.received)
        refuse (reading, event, _("this is before the day of receipt"));
      else
        takers[i].take (reading, event);
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return ((const Event *) a)->date - ((const Event *) b)->date;
}

/* By their days: an officer may note them in any order. Those of one day stay as they are. */
static void
read_events (Reading *reading)
{
  JsonNode *nodes = foi_case_state_get_node (reading->state, "events");
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));

  for (guint i = 0; i < foi_json_get_n_elements (nodes); i++)
    {
      JsonNode *node = foi_json_get_element (nodes, i);
      Event event = { foi_json_get_string (node, "type", ""),
                      foi_date_from_iso (foi_json_get_string (node, "date", NULL)),
                      foi_date_from_iso (foi_json_get_string (node, "until", NULL)) };

      if (event.date != FOI_DATE_NONE)
        g_array_append_val (events, event);
    }
  g_array_sort (events, compare_days);
  for (guint i = 0; i < events->len; i++)
    take_event (reading, &g_array_index (events, Event, i));
}

/* ---- what else the case says ----------------------------------------------------------------- */

static gboolean
is_school (Reading *reading)
{
  return g_strcmp0 (foi_case_state_get_string (reading->state, "authority/type"), "school") == 0;
}

static void
read_closed (Reading *reading)
{
  JsonNode *nodes = foi_case_state_get_node (reading->state, "authority/closed");

  for (guint i = 0; i < foi_json_get_n_elements (nodes); i++)
    {
      JsonNode *node = foi_json_get_element (nodes, i);
      FoiDays days = { foi_date_from_iso (foi_json_get_string (node, "from", NULL)),
                       foi_date_from_iso (foi_json_get_string (node, "to", NULL)) };

      if (days.from != FOI_DATE_NONE && days.from <= days.to)
        g_array_append_val (reading->closed, days);
      else if (days.from != FOI_DATE_NONE && days.to != FOI_DATE_NONE)
        add_problem (reading, _("A closed period of the school ends before it begins: %s, %s"),
                     foi_json_get_string (node, "from", ""), foi_json_get_string (node, "to", ""));
    }
  reading->events.closed = (const FoiDays *) (gconstpointer) reading->closed->data;
  reading->events.n_closed = reading->closed->len;
}

/* The day of the first response that stands, or of the last one where some of the answer was put
 * off; as the letters say it, or else the events. */
static FoiDate
find_answered (Reading *reading, gboolean last)
{
  JsonNode *issued = foi_case_state_get_node (reading->state, "issued");
  FoiDate found = FOI_DATE_NONE;

  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *record = foi_json_get_element (issued, i);
      FoiDate date = foi_date_from_iso (foi_json_get_string (record, "date", NULL));

      if (foi_case_state_is_answer (reading->state, record)
          && (found == FOI_DATE_NONE || (last ? date > found : date < found)))
        found = date;
    }
  return foi_json_get_n_elements (issued) > 0 ? found : reading->issued;
}

static void
count_extended (JsonNode *questions, guint *n_extended, guint *n_others)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *parts = foi_json_get_member (question, "parts");

      if (foi_json_get_n_elements (parts) > 0)
        count_extended (parts, n_extended, n_others);
      else if (g_str_equal (foi_json_get_string (question, "outcome", ""), "extended"))
        ++*n_extended;
      else
        ++*n_others;
    }
}

/* ---- the law --------------------------------------------------------------------------------- */

static guint
get_limit (Reading *reading, const char *id)
{
  JsonNode *limit = foi_rules_find_time_limit (reading->rules, reading->regime, id,
                                               reading->events.received);

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

/* No day after the one that was given to the requester. */
static void
end_trail (FoiCaseClock *clock, FoiDate until)
{
  GArray *days = clock->deadline->days;

  clock->due = until;
  while (days->len > 1 && g_array_index (days, FoiClockDay, days->len - 1).date > until)
    g_array_set_size (days, days->len - 1);
  clock->deadline->due = until;
  clock->deadline->n_days = g_array_index (days, FoiClockDay, days->len - 1).number;
}

/* The whole answer may be late, to a day that the law sets (EIR, regulation 7); the requester is
 * told of it while there still is time (regulation 7(3)). */
static void
extend_whole (Reading *reading, const FoiClockRule *rule, guint most)
{
  FoiCaseClock *clock = reading->clock;
  FoiDate first = clock->due;
  g_autofree char *first_words = foi_date_to_words (first);

  if (reading->notified > first)
    {
      add_problem (reading, _("The extension was notified after %s, when the answer was due; it "
                              "moves no date"), first_words);
      return;
    }
  reading->events.extended_by = most - rule->n_days;
  set_due (clock, foi_deadline_compute (&reading->events, rule, clock->calendar));
  clock->notice_due = clock->deadline->notice_due;
  if (reading->until != FOI_DATE_NONE && reading->until < first)
    add_problem (reading, _("The extension ends before %s, when the answer is due without it"),
                 first_words);
  else if (reading->until > clock->due)
    {
      g_autofree char *words = foi_date_to_words (clock->due);

      add_problem (reading, _("The extension goes beyond the last day that the law allows, %s"),
                   words);
    }
  else if (reading->until != FOI_DATE_NONE)
    end_trail (clock, reading->until);
  clock->extended_to = clock->due;
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

  if (reading->notified > clock->due)
    add_problem (reading, _("The extension was notified after %s, when the notice was due"), due);
  if (reading->until != FOI_DATE_NONE && reading->until < clock->due)
    add_problem (reading, _("The extension ends before %s, when the answer is due without it"),
                 due);
  else if (reading->until > most)
    add_problem (reading, _("The extension is longer than the regulator expects, which is until "
                            "%s"), last);
  clock->extended_to = reading->until >= clock->due ? reading->until : most;
}

static void
extend (Reading *reading, const FoiClockRule *rule)
{
  guint whole = get_limit (reading, "response-extended");
  guint target = get_limit (reading, "public-interest-target");

  if (reading->notified == FOI_DATE_NONE || reading->clock->due == FOI_DATE_NONE)
    return;
  if (whole > rule->n_days)
    extend_whole (reading, rule, whole);
  else if (target > 0)
    extend_part (reading, target);
  else
    add_problem (reading, _("The %s gives no more time; the extension moves no date"),
                 foi_rules_get_act_short (reading->rules, reading->regime));
}

/* ---- what is waited for ---------------------------------------------------------------------- */

/* A review has a clock of its own, from the day on which it was asked for. */
static void
follow_review (Reading *reading)
{
  FoiCaseClock *clock = reading->clock;
  FoiClockEvents events = { .received = reading->review_asked };
  FoiClockRule rule = { .n_days = get_limit (reading, "review-answer") };

  if (rule.n_days > 0)
    set_due (clock, foi_deadline_compute (&events, &rule, clock->calendar));
  clock->notice_due = clock->due;
  clock->phase = reading->reviewed != FOI_DATE_NONE ? FOI_CLOCK_REVIEWED : FOI_CLOCK_REVIEW;
  clock->since = reading->reviewed != FOI_DATE_NONE ? reading->reviewed : reading->review_asked;
}

/* Answered, wholly or but for what was put off. */
static void
follow_answer (Reading *reading)
{
  FoiCaseClock *clock = reading->clock;
  FoiDate answered = find_answered (reading, clock->extended_to != FOI_DATE_NONE);
  guint n_extended = 0, n_others = 0;

  count_extended (foi_case_state_get_node (reading->state, "questions"), &n_extended, &n_others);
  if (clock->extended_to > clock->due && n_extended > 0
      && (answered != FOI_DATE_NONE || n_others == 0))
    {
      clock->phase = FOI_CLOCK_EXTENDED;
      clock->since = reading->notified;
      clock->due = clock->extended_to;
      clock->certain = foi_calendar_is_known (clock->calendar, clock->due) && clock->certain;
      foi_date_to_ymd (clock->due, &clock->unknown_year, NULL, NULL);
    }
  else if (answered != FOI_DATE_NONE)
    {
      clock->phase = FOI_CLOCK_ANSWERED;
      clock->since = answered;
    }
}

static void
choose_phase (Reading *reading)
{
  FoiCaseClock *clock = reading->clock;

  clock->phase = FOI_CLOCK_RUNNING;
  if (clock->deadline->lapsed)
    {
      clock->phase = FOI_CLOCK_LAPSED;
      clock->since = reading->events.fee_received;
    }
  else if (reading->asked != FOI_DATE_NONE)
    {
      clock->phase = FOI_CLOCK_WANTS_CLARIFICATION;
      clock->since = reading->asked;
    }
  else if (clock->due == FOI_DATE_NONE)
    {
      clock->phase = FOI_CLOCK_WANTS_FEE;
      clock->since = reading->events.fees_notice;
    }
  follow_answer (reading);
  if (clock->phase == FOI_CLOCK_WANTS_CLARIFICATION || clock->phase == FOI_CLOCK_LAPSED)
    clock->due = clock->notice_due = FOI_DATE_NONE;
  if (reading->review_asked != FOI_DATE_NONE)
    follow_review (reading);
}

/* A fee that was there before the clock started anew belongs to the time before. */
static void
forget_old_fee (FoiClockEvents *events)
{
  if (events->fee_received != FOI_DATE_NONE && events->fee_received < events->clarified)
    events->fees_notice = events->fee_received = FOI_DATE_NONE;
}

static void
read_case (Reading *reading, FoiHolidays *holidays)
{
  FoiCaseClock *clock = reading->clock;
  FoiClockRule rule;

  if (reading->events.received == FOI_DATE_NONE || reading->regime == NULL
      || !foi_rules_get_clock (reading->rules, reading->regime, reading->events.received,
                               is_school (reading), &rule, NULL))
    return;
  clock->calendar = foi_rules_new_calendar (reading->rules, reading->regime, holidays, NULL);
  if (clock->calendar == NULL)
    return;
  read_closed (reading);
  if (rule.sessions_only && reading->closed->len == 0 && clock->problems->len == 0)
    add_problem (reading, _("It is not known on which days the school is closed; all working days "
                            "are counted"));
  read_events (reading);
  forget_old_fee (&reading->events);
  set_due (clock, foi_deadline_compute (&reading->events, &rule, clock->calendar));
  clock->lapses = clock->deadline->lapses;
  clock->notice_due = clock->deadline->notice_due;
  extend (reading, &rule);
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
  reading.closed = g_array_new (FALSE, FALSE, sizeof (FoiDays));
  reading.regime = foi_case_state_get_string (state, "regime");
  reading.events.received
    = foi_date_from_iso (foi_case_state_get_string (state, "request/received"));
  read_case (&reading, holidays);
  g_array_unref (reading.closed);
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
