/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-statistics-private.h"

#include <string.h>

/*
 * _foi_statistics_is_within:
 *
 * Returns: whether the day is known, and one of the period.
 */
gboolean
_foi_statistics_is_within (const FoiStatisticsPeriod *period, FoiDate date)
{
  return date != FOI_DATE_NONE && date >= period->from && date <= period->to;
}

/*
 * _foi_statistics_count_days:
 *
 * Returns: the working days after one day, to the other: as the law counts them.
 */
guint
_foi_statistics_count_days (const FoiRegisterRow *row, FoiDate from, FoiDate to)
{
  if (from == FOI_DATE_NONE || to <= from || row->clock->calendar == NULL)
    return 0;
  return foi_deadline_count_working_days (from, to, row->clock->calendar);
}

/* ---- what became of a review ----------------------------------------------------------------- */

gboolean
_foi_review_is_asked (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return _foi_statistics_is_within (period, row->review_asked);
}

gboolean
_foi_review_is_open (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return _foi_review_is_asked (row, period) && row->reviewed == FOI_DATE_NONE
         && row->review_withdrawn == FOI_DATE_NONE;
}

/* By the requester: there is nothing to be answered, on time or not. */
gboolean
_foi_review_is_withdrawn (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return _foi_review_is_asked (row, period) && row->review_withdrawn != FOI_DATE_NONE;
}

gboolean
_foi_review_is_done (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return _foi_review_is_asked (row, period) && row->reviewed != FOI_DATE_NONE;
}

static gboolean
has_decision (const FoiRegisterRow *row, const FoiStatisticsPeriod *period, const char *decision)
{
  return _foi_review_is_done (row, period) && strcmp (row->decision, decision) == 0;
}

gboolean
_foi_review_is_upheld (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return has_decision (row, period, "upheld");
}

gboolean
_foi_review_is_upheld_in_part (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return has_decision (row, period, "upheld-in-part");
}

gboolean
_foi_review_is_overturned (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return has_decision (row, period, "overturned");
}

/* Whether the clock of a review tells by when it was to be answered. */
static gboolean
has_review_due (const FoiRegisterRow *row)
{
  return row->clock->due != FOI_DATE_NONE
         && (row->clock->phase == FOI_CLOCK_REVIEW || row->clock->phase == FOI_CLOCK_REVIEWED);
}

gboolean
_foi_review_is_in_time (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return _foi_review_is_done (row, period) && has_review_due (row)
         && row->reviewed <= row->clock->due;
}

gboolean
_foi_review_is_late (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return _foi_review_is_done (row, period) && has_review_due (row) && row->clock->certain
         && row->reviewed > row->clock->due;
}

/* A day more, if a bank holiday is not known, may make it one in time. */
gboolean
_foi_review_is_uncertain (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return _foi_review_is_done (row, period) && !_foi_review_is_in_time (row, period)
         && !_foi_review_is_late (row, period);
}

gboolean
_foi_review_is_overdue (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return _foi_review_is_open (row, period) && has_review_due (row) && row->clock->certain
         && row->clock->due < period->today;
}

gboolean
_foi_review_is_undecided (const FoiRegisterRow *row, const FoiStatisticsPeriod *period)
{
  return _foi_review_is_done (row, period) && row->decision[0] == '\0';
}

guint
_foi_review_count_days (const FoiRegisterRow *row)
{
  return _foi_statistics_count_days (row, row->review_asked, row->reviewed);
}
