/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-rules-clock.h"

G_BEGIN_DECLS

/* What a case's clock waits for. */
typedef enum
{
  FOI_CLOCK_UNKNOWN,             /* no day of receipt, or no such law */
  FOI_CLOCK_RUNNING,             /* the answer */
  FOI_CLOCK_WANTS_CLARIFICATION,
  FOI_CLOCK_WANTS_FEE,
  FOI_CLOCK_LAPSED,              /* the fee came too late */
  FOI_CLOCK_WITHDRAWN,           /* nothing: the requester took it back */
  FOI_CLOCK_EXTENDED,            /* only what the extension is for is still to be answered */
  FOI_CLOCK_ANSWERED,
  FOI_CLOCK_REVIEW,              /* the answer to an internal review */
  FOI_CLOCK_REVIEWED,
} FoiClockPhase;

/**
 * FoiCaseClock:
 * @phase: what is waited for
 * @start: the day from which days are counted
 * @due: the last day for what is waited for, or none
 * @notice_due: the last day for telling the requester of an extension
 * @extended_to: until when the extension runs, or none
 * @extension_late: whether it was notified too late: then it excuses nothing
 * @latest: of a review, the last day by guidance where it is unusually complex, or none
 * @lapses: the last day for a fee, or none
 * @since: of what is waited for, since when; of what is done, when
 * @certain: whether all bank holidays on the way to @due are known
 * @unknown_year: if not, a year of which they are not
 * @deadline: (nullable): how @due is counted, day by day
 * @calendar: (nullable): the working days of the case's law
 * @problems: (element-type utf8): what in the events makes no sense, in words
 * @problem_places: (element-type utf8): where each of them is, "events/#0/date"; %NULL where it is
 *   not one event's
 *
 * By when a case must be answered, worked out of what happened to it. Nothing in it depends on the
 * day on which one looks. Immutable and reference counted.
 */
typedef struct
{
  FoiClockPhase phase;
  FoiDate       start, due, notice_due, extended_to, latest, lapses, since;
  gboolean      certain, extension_late;
  int           unknown_year;
  FoiDeadline  *deadline;
  FoiCalendar  *calendar;
  GPtrArray    *problems, *problem_places;
} FoiCaseClock;

FoiCaseClock *foi_case_clock_new (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays);
FoiCaseClock *foi_case_clock_ref (FoiCaseClock *self);
void          foi_case_clock_unref (FoiCaseClock *self);
gboolean      foi_case_clock_is_open (const FoiCaseClock *self);
FoiClockPhase foi_case_clock_get_phase (const FoiCaseClock *self, FoiDate today);
FoiDate       foi_case_clock_find_last_letter_day (FoiCaseState *state, FoiRules *rules,
                                                   FoiHolidays *holidays, FoiDate today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiCaseClock, foi_case_clock_unref)

G_END_DECLS
