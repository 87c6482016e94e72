/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date.h"

G_BEGIN_DECLS

/* From one day to another, both included. */
typedef struct
{
  FoiDate from, to;
} FoiDays;

/**
 * FoiClockEvents:
 * @received: the day of receipt, whatever its hour and whether or not the office was open
 * @clarified: the day on which what had been asked of the requester came, or none; the clock then
 *   starts anew (FOIA section 1(3) and 10(6)(b))
 * @fees_notice: the day on which a fees notice was given, or none
 * @fee_received: the day on which the fee came, or none
 * @extended_by: further working days
 * @closed: (nullable) (array length=n_closed): of a school, when it has no sessions
 *
 * What happened to a request that its clock goes by.
 */
typedef struct
{
  FoiDate        received;
  FoiDate        clarified;
  FoiDate        fees_notice, fee_received;
  guint          extended_by;
  const FoiDays *closed;
  guint          n_closed;
} FoiClockEvents;

/**
 * FoiClockRule:
 * @n_days: how many days the law gives: of a school, days with a session
 * @sessions_only: whether a working day without a session is not counted
 * @most_days: with @sessions_only, how many working days at most; 0 where there is no such limit
 * @lapse_months: for how many months, of which its day is the first, an unpaid fees notice stands
 * @lapse_days: for how many working days after it; where both are 0 it never lapses
 *
 * The numbers of one regime on one day, from its rule file.
 */
typedef struct
{
  guint    n_days;
  gboolean sessions_only;
  guint    most_days;
  guint    lapse_months, lapse_days;
} FoiClockRule;

G_END_DECLS
