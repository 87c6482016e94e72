/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-clock-words.h"

#include <glib/gi18n-lib.h>

/**
 * foi_clock_get_days_left:
 * @clock: one that is open
 * @today: a day
 *
 * Returns: how many working days there are after @today up to the due date: 0 on it. After it, how
 *   many there were since, as a negative number.
 */
int
foi_clock_get_days_left (const FoiCaseClock *clock, FoiDate today)
{
  g_return_val_if_fail (clock != NULL && clock->due != FOI_DATE_NONE, 0);

  if (today <= clock->due)
    return (int) foi_deadline_count_working_days (today, clock->due, clock->calendar);
  return -(int) foi_deadline_count_working_days (clock->due, today, clock->calendar);
}

static char *
dup_uncertain (const FoiCaseClock *clock)
{
  return g_strdup_printf (_("Due date not certain: the bank holidays of %d are not known"),
                          clock->unknown_year);
}

static char *
dup_due (const FoiCaseClock *clock, FoiDate today)
{
  g_autofree char *day = foi_date_to_words_seen (clock->due, today);
  const int left = foi_clock_get_days_left (clock, today);

  if (!clock->certain)
    return dup_uncertain (clock);
  if (today == clock->due)
    return g_strdup_printf (_("Due today, %s"), day);
  if (left > 0)
    return g_strdup_printf (ngettext ("Due in %d working day, %s", "Due in %d working days, %s",
                                      (gulong) left), left, day);
  if (left < 0)
    return g_strdup_printf (ngettext ("%d working day late, was due %s",
                                      "%d working days late, was due %s", (gulong) -left), -left,
                            day);
  /* No working day between them: a weekend before it, or after it. */
  return g_strdup_printf (today < clock->due ? _("Due on %s") : _("Late, was due %s"), day);
}

/* Answered, and whether in time. */
static char *
dup_answered (const FoiCaseClock *clock, FoiDate today)
{
  g_autofree char *day = foi_date_to_words_seen (clock->since, today);
  int left;

  if (clock->due == FOI_DATE_NONE || !clock->certain)
    return g_strdup_printf (_("Answered %s"), day);
  if (clock->since <= clock->due)
    return g_strdup_printf (_("Answered %s, in time"), day);
  left = MAX (-foi_clock_get_days_left (clock, clock->since), 1);
  return g_strdup_printf (ngettext ("Answered %s, %d working day late",
                                    "Answered %s, %d working days late", (gulong) left), day,
                          left);
}

/**
 * foi_clock_dup_timeliness:
 * @clock: of a case that is answered
 *
 * Returns: (transfer full): whether in time: "Answered in time", "Answered 2 working days late".
 */
char *
foi_clock_dup_timeliness (const FoiCaseClock *clock)
{
  int left;

  g_return_val_if_fail (clock != NULL && clock->since != FOI_DATE_NONE, NULL);

  if (clock->due == FOI_DATE_NONE || !clock->certain)
    return g_strdup (_("Answered"));
  if (clock->since <= clock->due)
    return g_strdup (_("Answered in time"));
  left = MAX (-foi_clock_get_days_left (clock, clock->since), 1);
  return g_strdup_printf (ngettext ("Answered %d working day late",
                                    "Answered %d working days late", (gulong) left), left);
}

static char *
dup_fee (const FoiCaseClock *clock, FoiDate today)
{
  g_autofree char *since = foi_date_to_words_seen (clock->since, today);
  g_autofree char *lapses = foi_date_to_words_seen (clock->lapses, today);

  if (clock->lapses == FOI_DATE_NONE)
    return g_strdup_printf (_("Waiting for the fee since %s"), since);
  if (today > clock->lapses)
    return g_strdup_printf (_("Lapsed: no fee came by %s"), lapses);
  /* Translators: two days. */
  return g_strdup_printf (_("Waiting for the fee since %s, until %s"), since, lapses);
}

static char *
join (const char *before, char *after)
{
  g_autofree char *text = after;

  /* Translators: of what something is, before when it is due: "Internal review: Due today, …". */
  return g_strdup_printf (_("%s: %s"), before, text);
}

/**
 * foi_clock_dup_words:
 * @clock: a case's clock
 * @today: the day on which one looks
 *
 * Returns: (transfer full): how it stands with the case's time, in a few words: "Due in 4 working
 *   days, Wed 27 Nov", "Waiting for the fee since Wed 6 Nov, until Wed 5 Feb 2025".
 */
char *
foi_clock_dup_words (const FoiCaseClock *clock, FoiDate today)
{
  g_autofree char *since = NULL;

  g_return_val_if_fail (clock != NULL && today != FOI_DATE_NONE, NULL);

  since = foi_date_to_words_seen (clock->since, today);
  switch (clock->phase)
    {
    case FOI_CLOCK_RUNNING:
      return dup_due (clock, today);
    case FOI_CLOCK_WANTS_CLARIFICATION:
      return g_strdup_printf (_("Waiting for clarification since %s"), since);
    case FOI_CLOCK_WANTS_FEE:
      return dup_fee (clock, today);
    case FOI_CLOCK_LAPSED:
      return g_strdup_printf (_("Lapsed: the fee came on %s, too late"), since);
    case FOI_CLOCK_WITHDRAWN:
      return g_strdup_printf (_("Withdrawn by the requester on %s"), since);
    case FOI_CLOCK_EXTENDED:
      return join (_("Extension"), dup_due (clock, today));
    case FOI_CLOCK_ANSWERED:
      return dup_answered (clock, today);
    case FOI_CLOCK_REVIEW:
      if (clock->due == FOI_DATE_NONE)
        return g_strdup_printf (_("Internal review since %s"), since);
      return join (_("Internal review"), dup_due (clock, today));
    case FOI_CLOCK_REVIEWED:
      return join (_("Internal review"), dup_answered (clock, today));
    case FOI_CLOCK_UNKNOWN:
    default:
      return g_strdup (_("Due date not known"));
    }
}

/**
 * foi_clock_get_day_reason:
 * @day: a day of a deadline
 * @calendar: the days that were counted
 *
 * Returns: (nullable): why it is not counted: "St Andrew’s Day"; %NULL of a day that is.
 */
const char *
foi_clock_get_day_reason (const FoiClockDay *day, FoiCalendar *calendar)
{
  g_return_val_if_fail (day != NULL && calendar != NULL, NULL);

  switch (day->kind)
    {
    case FOI_DAY_RECEIPT:
      return _("the day of receipt");
    case FOI_DAY_WEEKEND:
      return _("weekend");
    case FOI_DAY_HOLIDAY:
      return foi_calendar_get_holiday (calendar, day->date);
    case FOI_DAY_PAUSED:
      return _("paused by the fees notice");
    case FOI_DAY_CLOSED:
      return _("school closed");
    case FOI_DAY_COUNTED:
    default:
      return NULL;
    }
}

/**
 * foi_clock_dup_day_reason:
 * @day: a day of a deadline
 * @calendar: the days that were counted
 *
 * Returns: (transfer full) (nullable): why it is not counted, and of a bank holiday, where it is
 *   one: "St Andrew’s Day (Scotland)"; %NULL of a day that is.
 */
char *
foi_clock_dup_day_reason (const FoiClockDay *day, FoiCalendar *calendar)
{
  const char *reason = foi_clock_get_day_reason (day, calendar);
  g_autofree char *nations = NULL;

  if (reason != NULL && day->kind == FOI_DAY_HOLIDAY)
    nations = foi_calendar_dup_nations (calendar, day->date);
  if (nations == NULL)
    return g_strdup (reason);
  /* Translators: a bank holiday, and where it is one. */
  return g_strdup_printf (_("%s (%s)"), reason, nations);
}

/**
 * foi_clock_dup_day_words:
 * @day: a day of a deadline
 * @calendar: the days that were counted
 *
 * Returns: (transfer full): "Thursday 31 October 2024: day 1", "Monday 2 December 2024: not
 *   counted, St Andrew’s Day (Scotland)".
 */
char *
foi_clock_dup_day_words (const FoiClockDay *day, FoiCalendar *calendar)
{
  g_autofree char *date = NULL;
  g_autofree char *reason = NULL;

  g_return_val_if_fail (day != NULL && calendar != NULL, NULL);

  date = foi_date_to_words_with_weekday (day->date);
  reason = foi_clock_dup_day_reason (day, calendar);
  if (reason == NULL && !foi_calendar_is_known (calendar, day->date))
    /* Translators: a day of the calendar, and how many have been counted with it. */
    return g_strdup_printf (_("%s: day %u, if no bank holiday comes before"), date, day->number);
  if (reason == NULL)
    /* Translators: a day of the calendar, and how many have been counted with it. */
    return g_strdup_printf (_("%s: day %u"), date, day->number);
  if (day->kind == FOI_DAY_RECEIPT)
    return g_strdup_printf ("%s: %s", date, reason);
  /* Translators: a day of the calendar, and why it is not counted. */
  return g_strdup_printf (_("%s: not counted, %s"), date, reason);
}

static void
append_day (GString *facts, const char *name, FoiDate date)
{
  g_autofree char *words = NULL;

  if (date == FOI_DATE_NONE)
    return;
  words = foi_date_to_words_with_weekday (date);
  /* Translators: what is on a day, and the day. */
  g_string_append_printf (facts, _("%s%s: %s"), facts->len > 0 ? "\n" : "", name, words);
}

/* A day that is counted is told where the bank holidays of its year are known. */
static void
append_counted (GString *facts, const FoiCaseClock *clock, const char *name, FoiDate date)
{
  if (clock->calendar != NULL && foi_calendar_is_known (clock->calendar, date))
    append_day (facts, name, date);
}

/**
 * foi_clock_dup_facts:
 * @clock: a case's clock
 *
 * Returns: (transfer full): its days, each on a line: from when it is counted, when it is due.
 */
char *
foi_clock_dup_facts (const FoiCaseClock *clock)
{
  g_autoptr (GString) facts = g_string_new (NULL);

  g_return_val_if_fail (clock != NULL, NULL);

  append_day (facts, _("Counted from"), clock->start);
  if (clock->certain)
    append_day (facts, _("Due"), clock->due);
  if (clock->extended_to != FOI_DATE_NONE)
    {
      append_counted (facts, clock, _("Notice of the extension due"), clock->notice_due);
      append_counted (facts, clock, _("Extended to"), clock->extended_to);
    }
  append_day (facts, _("Last day for the fee"), clock->lapses);
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

/**
 * foi_clock_dup_report:
 * @clock: a case's clock
 * @today: the day on which one looks
 *
 * Returns: (transfer full): how its date was reached, for paper: how it stands, its days, what
 *   makes no sense, and each day with its number or why it has none; a line for each.
 */
char *
foi_clock_dup_report (const FoiCaseClock *clock, FoiDate today)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *words = NULL, *facts = NULL, *day = NULL;

  g_return_val_if_fail (clock != NULL, NULL);

  words = foi_clock_dup_words (clock, today);
  facts = foi_clock_dup_facts (clock);
  day = foi_date_to_words_with_weekday (today);
  /* Translators: how it stands, and on which day. */
  g_string_append_printf (text, _("%s (as on %s)\n%s\n"), words, day, facts);
  for (guint i = 0; i < clock->problems->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (clock->problems, i));
  g_string_append_c (text, '\n');
  for (guint i = 0; clock->deadline != NULL && i < clock->deadline->days->len; i++)
    {
      g_autofree char *line = foi_clock_dup_day_words (
        &g_array_index (clock->deadline->days, FoiClockDay, i), clock->calendar);

      g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
