/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-clock.h"

G_BEGIN_DECLS

/* What became of a whole request, as the statistics of the Cabinet Office and of the Code of
 * Practice (parts 8.5 and 8.6) count it. */
typedef enum
{
  FOI_REQUEST_OPEN,         /* response not yet provided */
  FOI_REQUEST_GRANTED,      /* granted in full */
  FOI_REQUEST_PARTLY,       /* partially withheld */
  FOI_REQUEST_WITHHELD,     /* fully withheld */
  FOI_REQUEST_NOT_HELD,     /* not resolvable: information not held */
  FOI_REQUEST_ELSEWHERE,    /* only what is already published is not given: counted apart */
  FOI_REQUEST_NEITHER,      /* neither confirmed nor denied, and nothing given */
  FOI_REQUEST_ADVICE,       /* not resolvable: advice and assistance given, or passed on */
} FoiRequestOutcome;

typedef enum
{
  FOI_TIME_OPEN,
  FOI_TIME_MET,      /* within the time for an answer */
  FOI_TIME_EXTENDED, /* within a permitted extension */
  FOI_TIME_LATE,
  FOI_TIME_UNCERTAIN, /* late, unless there are bank holidays that are not known */
} FoiTimeliness;

/* Why something was withheld. */
typedef enum
{
  FOI_WITHHELD_VEXATIOUS = 1 << 0,
  FOI_WITHHELD_REPEATED = 1 << 1,
  FOI_WITHHELD_COST = 1 << 2,
  FOI_WITHHELD_EXEMPTION = 1 << 3,
  FOI_WITHHELD_UNREASONABLE = 1 << 4, /* an exception that is counted by itself as well */
} FoiWithheldFor;

/**
 * FoiCaseOutcome:
 * @outcome: what became of the request
 * @gave: whether any of what was asked for was given
 * @timeliness: whether the last complete answer was in time
 * @first_due: the last day for the answer as it is without an extension, or none
 * @answer: by when the request was to be answered; a review of it is left out of account, for that
 *   has a day of its own and excuses nothing
 * @withheld_for: why something was withheld
 * @grounds: (element-type utf8): "foia 21", each once, in the order of the questions
 *
 * The classes of a case in the statistics, worked out of its questions. Never stored.
 */
typedef struct
{
  FoiRequestOutcome outcome;
  gboolean          gave;
  FoiTimeliness     timeliness;
  FoiDate           first_due;
  FoiCaseClock     *answer;
  FoiWithheldFor    withheld_for;
  GPtrArray        *grounds;
} FoiCaseOutcome;

FoiCaseOutcome *foi_case_outcome_new (FoiCaseState *state, FoiRules *rules,
                                      FoiHolidays *holidays);
void            foi_case_outcome_free (FoiCaseOutcome *self);
const char     *foi_request_outcome_to_name (FoiRequestOutcome outcome);
const char     *foi_request_outcome_to_words (FoiRequestOutcome outcome);
const char     *foi_timeliness_to_name (FoiTimeliness timeliness);
const char     *foi_timeliness_to_words (FoiTimeliness timeliness);
const char     *foi_withheld_for_to_name (FoiWithheldFor reason);
char           *foi_case_outcome_dup_words (const FoiCaseOutcome *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiCaseOutcome, foi_case_outcome_free)

G_END_DECLS
