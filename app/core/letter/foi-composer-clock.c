/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-composer-facts-private.h"

#include "foi-holidays-current.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-rules-clock.h"

#include <glib/gi18n-lib.h>

/* What a letter says of days that are counted: by when, how many, and by which law. */

/* ---- the clock of the request ---------------------------------------------------------------- */

static FoiDate
get_day (JsonNode *event)
{
  return foi_date_from_iso (foi_json_get_string (event, "date", NULL));
}

/* The last day on which something happened, or the first. */
static FoiDate
find_event (FoiComposer *self, const char *type, gboolean last)
{
  JsonNode *events = foi_brief_get_events (self->brief);
  FoiDate found = FOI_DATE_NONE;

  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    {
      JsonNode *event = foi_json_get_element (events, i);
      const FoiDate day = get_day (event);

      if (g_strcmp0 (foi_json_get_string (event, "type", NULL), type) == 0 && day != FOI_DATE_NONE
          && (found == FOI_DATE_NONE || (last ? day > found : day < found)))
        found = day;
    }
  return found;
}

/* Until when the last extension runs. */
static FoiDate
find_until (FoiComposer *self)
{
  JsonNode *events = foi_brief_get_events (self->brief);
  FoiDate until = FOI_DATE_NONE;

  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    {
      JsonNode *event = foi_json_get_element (events, i);

      if (g_strcmp0 (foi_json_get_string (event, "type", NULL), "extended") == 0)
        until = MAX (until, foi_date_from_iso (foi_json_get_string (event, "until", NULL)));
    }
  return until;
}

static GArray *
read_closed (FoiComposer *self)
{
  JsonNode *nodes = foi_json_get_member (foi_brief_get_authority (self->brief), "closed");
  GArray *closed = g_array_new (FALSE, FALSE, sizeof (FoiDays));

  for (guint i = 0; i < foi_json_get_n_elements (nodes); i++)
    {
      JsonNode *node = foi_json_get_element (nodes, i);
      FoiDays days = { foi_date_from_iso (foi_json_get_string (node, "from", NULL)),
                       foi_date_from_iso (foi_json_get_string (node, "to", NULL)) };

      if (days.from != FOI_DATE_NONE && days.from <= days.to)
        g_array_append_val (closed, days);
    }
  return closed;
}

static gboolean
read_rule (FoiComposer *self, FoiClockRule *rule)
{
  JsonNode *authority = foi_brief_get_authority (self->brief);
  const char *type = foi_json_get_string (authority, "type", "");

  return foi_rules_get_clock (self->rules, foi_brief_get_regime (self->brief),
                              foi_brief_get_received (self->brief), g_str_equal (type, "school"),
                              rule, NULL);
}

/* Some laws give the whole answer more time, if the requester is told of it while there still is
 * time (EIR, regulation 7); under the others only a part of it can be late, and nothing moves. */
static void
extend (FoiComposer *self, FoiClockEvents *events, const FoiClockRule *rule)
{
  JsonNode *limit = foi_rules_find_time_limit (self->rules, foi_brief_get_regime (self->brief),
                                               "response-extended", events->received);
  const gint64 most = foi_json_get_integer (limit, "n", 0);
  const FoiDate told = find_event (self, "extended", FALSE);
  const FoiDate until = find_until (self);

  if (most <= rule->n_days || told == FOI_DATE_NONE || told > self->deadline->due)
    return;
  events->extended_by = (guint) most - rule->n_days;
  foi_deadline_free (self->deadline);
  self->deadline = foi_deadline_compute (events, rule, self->calendar);
  if (until != FOI_DATE_NONE && until < self->deadline->due)
    self->deadline->due = until;
}

static void
read_clock (FoiComposer *self)
{
  g_autoptr (FoiHolidays) holidays = foi_holidays_ref_current ();
  g_autoptr (GArray) closed = read_closed (self);
  FoiClockEvents events = { .received = foi_brief_get_received (self->brief) };
  FoiClockRule rule;

  self->has_clock = TRUE;
  self->calendar = foi_rules_new_calendar (self->rules, foi_brief_get_regime (self->brief),
                                           holidays, NULL);
  if (self->calendar == NULL || events.received == FOI_DATE_NONE || !read_rule (self, &rule))
    return;
  events.clarified = find_event (self, "clarification-received", TRUE);
  if (events.clarified < events.received)
    events.clarified = FOI_DATE_NONE;
  events.fees_notice = find_event (self, "fees-notice", FALSE);
  if (events.fees_notice != FOI_DATE_NONE)
    events.fee_received = find_event (self, "fee-received", FALSE);
  /* A fee that was there before the clock started anew belongs to the time before. */
  if (events.fee_received != FOI_DATE_NONE && events.fee_received < events.clarified)
    events.fees_notice = events.fee_received = FOI_DATE_NONE;
  events.closed = (const FoiDays *) (gconstpointer) closed->data;
  events.n_closed = closed->len;
  self->deadline = foi_deadline_compute (&events, &rule, self->calendar);
  extend (self, &events, &rule);
}

static FoiCalendar *
get_calendar (FoiComposer *self)
{
  if (!self->has_clock)
    read_clock (self);
  return self->calendar;
}

/* A day that may be wrong is not stated: not all bank holidays on the way to it are known. */
static FoiDate
get_due (FoiComposer *self)
{
  if (!self->has_clock)
    read_clock (self);
  return self->deadline != NULL && self->deadline->certain ? self->deadline->due : FOI_DATE_NONE;
}

/* ---- limits ---------------------------------------------------------------------------------- */

static JsonNode *
find_limit (const FoiScope *scope, const char *id)
{
  return foi_rules_find_time_limit (scope->composer->rules, _foi_scope_get_regime (scope), id,
                                    foi_brief_get_received (scope->composer->brief));
}

/* The last day of a limit that runs from @start, which is not counted; none where the rules have no
 * such limit, or not all bank holidays on the way are known. */
static FoiDate
end_of_limit (const FoiScope *scope, FoiDate start, const char *id)
{
  JsonNode *limit = find_limit (scope, id);
  const char *unit = foi_json_get_string (limit, "unit", "");
  const guint n = (guint) MAX (foi_json_get_integer (limit, "n", 0), 0);

  if (n == 0 || start == FOI_DATE_NONE)
    return FOI_DATE_NONE;
  if (g_str_equal (unit, "working-day"))
    return _foi_composer_add_working_days (scope->composer, start, n);
  if (g_str_equal (unit, "week"))
    return start + (FoiDate) n * 7;
  if (g_str_equal (unit, "month"))
    return foi_deadline_end_of_months (start + 1, n);
  return start + (FoiDate) n;
}

/*
 * _foi_composer_add_working_days:
 *
 * Returns: the @n-th working day after @start; none where not all bank holidays on the way are
 *   known.
 */
FoiDate
_foi_composer_add_working_days (FoiComposer *self, FoiDate start, guint n)
{
  FoiCalendar *calendar = get_calendar (self);
  gboolean certain = FALSE;
  FoiDate end = FOI_DATE_NONE;

  if (calendar != NULL && start != FOI_DATE_NONE)
    end = foi_deadline_add_working_days (start, n, calendar, &certain);
  return certain ? end : FOI_DATE_NONE;
}

static char *
dup_date (FoiDate date)
{
  return date != FOI_DATE_NONE ? foi_date_to_words (date) : NULL;
}

static char *
dup_limit_days (const FoiScope *scope, const char *id)
{
  const gint64 n = foi_json_get_integer (find_limit (scope, id), "n", 0);

  return n > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, n) : NULL;
}

/* ---- gaps ------------------------------------------------------------------------------------ */

static char *
dup_due (const FoiScope *scope)
{
  return dup_date (get_due (scope->composer));
}

static char *
dup_response_days (const FoiScope *scope)
{
  return dup_limit_days (scope, "response");
}

static char *
dup_response_law (const FoiScope *scope)
{
  return g_strdup (foi_json_get_string (find_limit (scope, "response"), "law", NULL));
}

static char *
dup_extended_days (const FoiScope *scope)
{
  return dup_limit_days (scope, "response-extended");
}

/* Under some laws a fee is paid within months of the notice, whose day is the first of them; under
 * others within working days after it. */
static char *
dup_lapse_by (const FoiScope *scope)
{
  FoiDate day = scope->composer->date;
  JsonNode *limit = find_limit (scope, "fees-notice-lapse");

  if (day != FOI_DATE_NONE && limit != NULL)
    return dup_date (
      foi_deadline_end_of_months (day, (guint) foi_json_get_integer (limit, "n", 0)));
  return dup_date (end_of_limit (scope, day, "charge-lapse"));
}

static char *
dup_complaint_by (const FoiScope *scope)
{
  return dup_date (end_of_limit (scope, scope->composer->date, "complaint"));
}

/* The officer's own day, else the one that the rules propose. */
static char *
dup_close_by (const FoiScope *scope)
{
  JsonNode *particulars = foi_json_get_member (scope->composer->node, "particulars");
  FoiDate day = foi_date_from_iso (foi_json_get_string (particulars, "close_by", NULL));

  if (day == FOI_DATE_NONE)
    day = end_of_limit (scope, scope->composer->date, "clarification-close");
  return dup_date (day);
}

/* The day of the first answer that was sent and stands; as the letters say it, else the events. */
static FoiDate
get_answered (FoiComposer *self)
{
  JsonNode *letters = foi_brief_get_letters (self->brief);
  FoiDate found = FOI_DATE_NONE;

  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);
      JsonNode *issued = foi_issued_find (self->brief, foi_json_get_string (letter, "id", NULL));
      const FoiDate day = get_day (issued);

      if (g_str_equal (foi_json_get_string (letter, "type", ""), "response")
          && day != FOI_DATE_NONE && (found == FOI_DATE_NONE || day < found))
        found = day;
    }
  return found != FOI_DATE_NONE ? found : find_event (self, "issued", FALSE);
}

static char *
dup_answered (const FoiScope *scope)
{
  return dup_date (get_answered (scope->composer));
}

static char *
dup_review_asked (const FoiScope *scope)
{
  return dup_date (find_event (scope->composer, "review-asked", TRUE));
}

static const struct
{
  const char *gap;
  char *(*dup) (const FoiScope *scope);
} gaps[] = {
  { "due", dup_due },
  { "response_days", dup_response_days },
  { "response_law", dup_response_law },
  { "extended_days", dup_extended_days },
  { "lapse_by", dup_lapse_by },
  { "complaint_by", dup_complaint_by },
  { "close_by", dup_close_by },
  { "answered", dup_answered },
  { "review_asked", dup_review_asked },
};

/*
 * _foi_scope_dup_clock_gap:
 *
 * Returns: (transfer full) (nullable): the text of a gap that is about days.
 */
char *
_foi_scope_dup_clock_gap (const FoiScope *scope, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (gaps); i++)
    if (g_str_equal (gaps[i].gap, name))
      return gaps[i].dup (scope);
  return NULL;
}

/*
 * _foi_composer_is_answered_late:
 *
 * Returns: whether the answer was sent after the day on which it was due.
 */
gboolean
_foi_composer_is_answered_late (FoiComposer *self)
{
  const FoiDate due = get_due (self);

  return due != FOI_DATE_NONE && get_answered (self) > due;
}

/*
 * _foi_composer_clear_clock:
 *
 * Lets go of what was worked out.
 */
void
_foi_composer_clear_clock (FoiComposer *self)
{
  g_clear_pointer (&self->deadline, foi_deadline_free);
  g_clear_pointer (&self->calendar, foi_calendar_unref);
}
