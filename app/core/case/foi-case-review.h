/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-clock.h"
#include "foi-case-editor.h"

G_BEGIN_DECLS

/**
 * FoiReviewStart:
 * @asked: the day on which the review was asked for
 * @reviewer: who carries it out, or ""
 * @complaint: what the requester is unhappy with, or ""
 * @questions: (element-type utf8): the ids of the questions that it is about
 *
 * How an internal review begins.
 */
typedef struct
{
  FoiDate     asked;
  const char *reviewer, *complaint;
  GPtrArray  *questions;
} FoiReviewStart;

gboolean    foi_case_state_can_start_review  (FoiCaseState *self, GError **error);
char       *foi_case_editor_start_review     (FoiCaseEditor *self, const FoiReviewStart *start,
                                              GError **error);
FoiCaseClock *foi_case_state_propose_review_clock (FoiCaseState *self, FoiRules *rules,
                                                   FoiHolidays *holidays, FoiDate asked);
FoiCaseState *foi_case_state_without_review (FoiCaseState *self);
const char *foi_case_state_find_review       (FoiCaseState *self);
const char *foi_case_state_find_decider      (FoiCaseState *self, const char *name);
gboolean    foi_case_editor_decide_point     (FoiCaseEditor *self, const char *letter,
                                              const char *question, const char *decision,
                                              const char *finding, GError **error);

G_END_DECLS
