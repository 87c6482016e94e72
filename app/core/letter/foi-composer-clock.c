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

static gboolean
read_rule (FoiComposer *self, FoiClockRule *rule)
{
  JsonNode *authority = foi_brief_get_authority (self->brief);
  const char *type = foi_json_get_string (authority, "type", "");

  return foi_rules_get_clock (self->rules, foi_brief_get_regime (self->brief),
                              foi_brief_get_received (self->brief), g_str_equal (type, "school"),
                              rule, NULL);
}

/* Under laws that give the whole answer no more time, only a part of it can be late, and nothing
 * moves. */
static void
extend (FoiComposer *self, const FoiClockRule *rule)
{
  JsonNode *limit = foi_rules_find_time_limit (self->rules, foi_brief_get_regime (self->brief),
                                               "response-extended", self->log->clock.received);
  const gint64 most = foi_json_get_integer (limit, "n", 0);
  const FoiDate due = self->deadline->due;
  FoiDeadline *extended = NULL;

  if (most > rule->n_days)
    extended = foi_event_log_extend (self->log, rule, (guint) most, self->calendar, due);
  if (extended == NULL)
    return;
  foi_event_log_shorten (self->log, extended, due);
  foi_deadline_free (self->deadline);
  self->deadline = extended;
}

static void
read_clock (FoiComposer *self)
{
  g_autoptr (FoiHolidays) holidays = foi_holidays_ref_current ();
  FoiClockRule rule;

  self->log = foi_event_log_new (foi_brief_get_events (self->brief),
                                 foi_brief_get_authority (self->brief),
                                 foi_brief_get_received (self->brief));
  self->calendar = foi_rules_new_calendar (self->rules, foi_brief_get_regime (self->brief),
                                           holidays, NULL);
  if (self->calendar == NULL || self->log->clock.received == FOI_DATE_NONE
      || !read_rule (self, &rule))
    return;
  self->deadline = foi_deadline_compute (&self->log->clock, &rule, self->calendar);
  extend (self, &rule);
}

static FoiEventLog *
get_log (FoiComposer *self)
{
  if (self->log == NULL)
    read_clock (self);
  return self->log;
}

/* Returns: (nullable): the working days of the case's law. */
FoiCalendar *
_foi_composer_get_calendar (FoiComposer *self)
{
  get_log (self);
  return self->calendar;
}

/* A day that may be wrong is not stated: not all bank holidays on the way to it are known. */
static FoiDate
get_due (FoiComposer *self)
{
  get_log (self);
  return self->deadline != NULL && self->deadline->certain ? self->deadline->due : FOI_DATE_NONE;
}

/* Whether the law gives the whole answer more time, and the requester was told of it in time. */
static gboolean
is_extended (FoiComposer *self)
{
  return get_log (self)->clock.extended_by > 0;
}

/* ---- limits ---------------------------------------------------------------------------------- */

static JsonNode *
find_limit (const FoiScope *scope, const char *id)
{
  return foi_rules_find_time_limit (scope->composer->rules, _foi_scope_get_regime (scope), id,
                                    foi_brief_get_received (scope->composer->brief));
}

/*
 * _foi_scope_end_of_limit:
 * @start: a day, which is not counted
 * @id: a time limit of the rules
 *
 * Returns: its last day; none where the rules have no such limit, or not all bank holidays on the
 *   way are known.
 */
FoiDate
_foi_scope_end_of_limit (const FoiScope *scope, FoiDate start, const char *id)
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
 * _foi_scope_dup_limit_period:
 * @id: a time limit of the rules
 *
 * Returns: (transfer full) (nullable): how long it is, for a letter that does not know yet when it
 *   will begin: "6 months".
 */
char *
_foi_scope_dup_limit_period (const FoiScope *scope, const char *id)
{
  JsonNode *limit = find_limit (scope, id);
  const char *unit = foi_json_get_string (limit, "unit", "");
  const gint64 n = foi_json_get_integer (limit, "n", 0);

  if (n <= 0 || n > G_MAXINT)
    return NULL;
  if (g_str_equal (unit, "working-day"))
    return g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) n), (int) n);
  if (g_str_equal (unit, "week"))
    return g_strdup_printf (ngettext ("%d week", "%d weeks", (gulong) n), (int) n);
  if (g_str_equal (unit, "month"))
    return g_strdup_printf (ngettext ("%d month", "%d months", (gulong) n), (int) n);
  return g_strdup_printf (ngettext ("%d calendar day", "%d calendar days", (gulong) n), (int) n);
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
  FoiCalendar *calendar = _foi_composer_get_calendar (self);
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
  return dup_limit_days (scope, is_extended (scope->composer) ? "response-extended" : "response");
}

static char *
dup_response_law (const FoiScope *scope)
{
  const char *id = is_extended (scope->composer) ? "response-extended" : "response";

  return g_strdup (foi_json_get_string (find_limit (scope, id), "law", NULL));
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
  return dup_date (_foi_scope_end_of_limit (scope, day, "charge-lapse"));
}

static char *
dup_complaint_by (const FoiScope *scope)
{
  return dup_date (_foi_scope_end_of_limit (scope, scope->composer->date, "complaint"));
}

static char *
dup_complaint_period (const FoiScope *scope)
{
  return _foi_scope_dup_limit_period (scope, "complaint");
}

/* The officer's own day, else the one that the rules propose. */
static char *
dup_close_by (const FoiScope *scope)
{
  JsonNode *particulars = foi_json_get_member (scope->composer->node, "particulars");
  FoiDate day = foi_date_from_iso (foi_json_get_string (particulars, "close_by", NULL));

  if (day == FOI_DATE_NONE)
    day = _foi_scope_end_of_limit (scope, scope->composer->date, "clarification-close");
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
      const FoiDate day = foi_date_from_iso (foi_json_get_string (issued, "date", NULL));

      if (g_str_equal (foi_json_get_string (letter, "type", ""), "response")
          && day != FOI_DATE_NONE && (found == FOI_DATE_NONE || day < found))
        found = day;
    }
  return found != FOI_DATE_NONE ? found : get_log (self)->issued;
}

static char *
dup_answered (const FoiScope *scope)
{
  return dup_date (get_answered (scope->composer));
}

static char *
dup_review_asked (const FoiScope *scope)
{
  return dup_date (get_log (scope->composer)->review_asked);
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
  { "complaint_period", dup_complaint_period },
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
  g_clear_pointer (&self->log, foi_event_log_free);
}
