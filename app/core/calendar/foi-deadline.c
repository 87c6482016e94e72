/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-deadline.h"

/* A walk ends somewhere, whatever was typed: no clock of the law runs for ten years. */
#define MOST_DAYS 3660

typedef struct
{
  const FoiClockEvents *events;
  const FoiClockRule *rule;
  FoiCalendar *calendar;
  guint n_counted;   /* days that the law counts */
  guint n_working;   /* working days, those without a session too */
} Walk;

static gboolean
is_paused (const FoiClockEvents *events, FoiDate date)
{
  return events->fees_notice != FOI_DATE_NONE && date >= events->fees_notice
         && (events->fee_received == FOI_DATE_NONE || date <= events->fee_received);
}

static gboolean
is_closed (const FoiClockEvents *events, FoiDate date)
{
  for (guint i = 0; i < events->n_closed; i++)
    if (date >= events->closed[i].from && date <= events->closed[i].to)
      return TRUE;
  return FALSE;
}

/* Why the day does not count, or that it does; counts it. */
static FoiDayKind
take_day (Walk *walk, FoiDate date)
{
  if (foi_calendar_is_weekend (date))
    return FOI_DAY_WEEKEND;
  if (foi_calendar_get_holiday (walk->calendar, date) != NULL)
    return FOI_DAY_HOLIDAY;
  if (is_paused (walk->events, date))
    return FOI_DAY_PAUSED;
  walk->n_working++;
  if (walk->rule->sessions_only && is_closed (walk->events, date))
    return FOI_DAY_CLOSED;
  walk->n_counted++;
  return FOI_DAY_COUNTED;
}

static gboolean
is_over (const Walk *walk, guint n)
{
  return walk->n_counted >= n
         || (walk->rule->sessions_only && walk->rule->most_days > 0
             && walk->n_working >= walk->rule->most_days + walk->events->extended_by);
}

/**
 * foi_deadline_end_of_months:
 * @start: their first day
 * @n: how many months
 *
 * Returns: the last day of months that begin with @start: of three from 6 November it is
 *   5 February. A month that has no such day ends with its last: of three from 30 November it is
 *   28 February.
 */
FoiDate
foi_deadline_end_of_months (FoiDate start, guint n)
{
  int year, month, day;
  GDate end;

  g_return_val_if_fail (start != FOI_DATE_NONE, FOI_DATE_NONE);

  foi_date_to_ymd (start, &year, &month, &day);
  g_date_clear (&end, 1);
  g_date_set_dmy (&end, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_add_months (&end, n);
  return (FoiDate) g_date_get_julian (&end) - (g_date_get_day (&end) < day ? 0 : 1);
}

/* A notice that comes when the answer is overdue has no days to stop: section 9(1) of the Act has
 * it given within the time for the answer. */
static void
set_lapse (FoiDeadline *self, const Walk *walk)
{
  const FoiDate notice = walk->events->fees_notice;
  gboolean certain = TRUE;

  self->notice_late = self->certain && self->due != FOI_DATE_NONE && notice > self->due;
  if (notice == FOI_DATE_NONE || self->notice_late)
    return;
  if (walk->rule->lapse_months > 0)
    self->lapses = foi_deadline_end_of_months (notice, walk->rule->lapse_months);
  else if (walk->rule->lapse_days > 0)
    self->lapses = foi_deadline_add_working_days (notice, walk->rule->lapse_days, walk->calendar,
                                                  &certain);
  if (!certain)
    self->lapses = FOI_DATE_NONE;
  self->lapsed = self->lapses != FOI_DATE_NONE && walk->events->fee_received > self->lapses;
  if (self->lapsed)
    self->due = self->notice_due = FOI_DATE_NONE;
}

/* Walks until enough days are counted, or until it is clear that they never will be. */
static void
walk_days (FoiDeadline *self, Walk *walk)
{
  FoiClockDay first = { self->start, FOI_DAY_RECEIPT, 0 };
  gboolean stopped = FALSE;

  g_array_append_val (self->days, first);
  for (FoiDate date = self->start + 1; !is_over (walk, self->n_days) && !stopped; date++)
    {
      FoiClockDay day = { .date = date };

      day.kind = take_day (walk, date);
      day.number = walk->n_counted;
      g_array_append_val (self->days, day);
      if (self->notice_due == FOI_DATE_NONE && is_over (walk, walk->rule->n_days))
        self->notice_due = date;
      stopped = date - self->start >= MOST_DAYS
                || (day.kind == FOI_DAY_PAUSED && walk->events->fee_received == FOI_DATE_NONE);
      if (!stopped)
        self->due = date;
    }
  if (stopped)
    self->due = FOI_DATE_NONE;
}

/**
 * foi_deadline_compute:
 * @events: what happened to the request; a day of receipt at least
 * @rule: the numbers of its law
 * @calendar: the working days of its law
 *
 * Works out by when a request must be answered, counting as section 10 of the Freedom of
 * Information Act 2000 and its sister laws do: the day of receipt is day 0, whether or not it is a
 * working day; the first working day after it is day 1. The working days from a fees notice to the
 * fee, both included, are not counted (section 10(2)). Of a school the days with sessions are
 * counted, but no more than so many working days (SI 2004/3364). Where the fee came after its last
 * day (section 9(2)) nothing is due. A pure function: it asks neither clock nor disk.
 *
 * Returns: (transfer full): the date and how it was reached.
 */
FoiDeadline *
foi_deadline_compute (const FoiClockEvents *events, const FoiClockRule *rule,
                      FoiCalendar *calendar)
{
  Walk walk = { .events = events, .rule = rule, .calendar = calendar };
  FoiDeadline *self;

  g_return_val_if_fail (events != NULL && events->received != FOI_DATE_NONE, NULL);
  g_return_val_if_fail (rule != NULL && rule->n_days > 0 && calendar != NULL, NULL);

  self = g_new0 (FoiDeadline, 1);
  self->start = events->clarified != FOI_DATE_NONE ? events->clarified : events->received;
  self->n_days = rule->n_days + events->extended_by;
  self->days = g_array_new (FALSE, FALSE, sizeof (FoiClockDay));
  walk_days (self, &walk);
  self->certain = foi_calendar_is_known (calendar, self->start)
                  && foi_calendar_is_known (
                    calendar, g_array_index (self->days, FoiClockDay, self->days->len - 1).date);
  set_lapse (self, &walk);
  return self;
}

/**
 * foi_deadline_add_working_days:
 * @start: a day, which is not counted
 * @n: how many working days
 * @calendar: what they are
 * @certain: (out) (optional): whether all bank holidays on the way are known
 *
 * Returns: the last of them: of the 40 working days in which a review can be asked for, the last.
 */
FoiDate
foi_deadline_add_working_days (FoiDate start, guint n, FoiCalendar *calendar, gboolean *certain)
{
  FoiDate date = start;

  g_return_val_if_fail (start != FOI_DATE_NONE && calendar != NULL, FOI_DATE_NONE);

  for (guint i = 0; i < n;)
    {
      date++;
      if (!foi_calendar_is_weekend (date) && foi_calendar_get_holiday (calendar, date) == NULL)
        i++;
    }
  if (certain != NULL)
    *certain = foi_calendar_is_known (calendar, start) && foi_calendar_is_known (calendar, date);
  return date;
}

/**
 * foi_deadline_count_working_days:
 * @from: a day, which is not counted
 * @to: a day, which is if it is a working day
 * @calendar: what they are
 *
 * Returns: how many working days there are after @from up to @to: how many are left today.
 */
guint
foi_deadline_count_working_days (FoiDate from, FoiDate to, FoiCalendar *calendar)
{
  guint n = 0;

  g_return_val_if_fail (calendar != NULL, 0);

  for (FoiDate date = from + 1; date <= to; date++)
    if (!foi_calendar_is_weekend (date) && foi_calendar_get_holiday (calendar, date) == NULL)
      n++;
  return n;
}

/**
 * foi_deadline_free:
 * @self: (transfer full) (nullable): a deadline
 */
void
foi_deadline_free (FoiDeadline *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->days);
  g_free (self);
}
