/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-calendar.h"
#include "foi-clock-rule.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_DAY_RECEIPT,   /* day 0 */
  FOI_DAY_COUNTED,
  FOI_DAY_WEEKEND,
  FOI_DAY_HOLIDAY,
  FOI_DAY_PAUSED,    /* between a fees notice and the fee */
  FOI_DAY_CLOSED,    /* a working day, but the school has no session */
} FoiDayKind;

/* @number: how many days have been counted up to it and with it. */
typedef struct
{
  FoiDate    date;
  FoiDayKind kind;
  guint      number;
} FoiClockDay;

/**
 * FoiDeadline:
 * @start: the day from which the days are counted: receipt, or the clarification's arrival
 * @due: the last day for the answer; none while a fees notice is unpaid, or after it lapsed
 * @notice_due: of an extension, the last day for telling the requester of it; else @due
 * @lapses: the last day for paying the fee, or none; none either where it is not certain
 * @lapsed: the fee came too late: no answer is owed
 * @notice_late: the fees notice came when the answer was overdue: it stops nothing
 * @certain: whether all bank holidays on the way are known
 * @n_days: how many days were to be counted
 * @days: (element-type FoiClockDay): every day from @start to @due, with its number or why it has
 *   none
 *
 * A due date and how it was reached.
 */
typedef struct
{
  FoiDate  start;
  FoiDate  due, notice_due;
  FoiDate  lapses;
  gboolean lapsed, notice_late;
  gboolean certain;
  guint    n_days;
  GArray  *days;
} FoiDeadline;

FoiDeadline *foi_deadline_compute (const FoiClockEvents *events, const FoiClockRule *rule,
                                   FoiCalendar *calendar);
FoiDate      foi_deadline_add_working_days (FoiDate start, guint n, FoiCalendar *calendar,
                                            gboolean *certain);
FoiDate      foi_deadline_end_of_months (FoiDate start, guint n);
guint        foi_deadline_count_working_days (FoiDate from, FoiDate to, FoiCalendar *calendar);
void         foi_deadline_free (FoiDeadline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiDeadline, foi_deadline_free)

G_END_DECLS
