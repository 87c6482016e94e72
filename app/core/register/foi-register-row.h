/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-approvals.h"
#include "foi-case-outcome.h"
#include "foi-case-status.h"
#include "foi-requester.h"
#include "foi-service-wait.h"

G_BEGIN_DECLS

/**
 * FoiRegisterRow:
 * @path: the file
 * @name: the file's name, for people
 * @fault: (nullable): why the file cannot be read; nothing else is known then
 * @reference: what the case is called by
 * @subject: what it is about
 * @owner: who answers its questions, each once
 * @regime: the law
 * @requester: who asked
 * @status: how far it is
 * @clock: (nullable): by when it must be answered, or where a review was asked for, that
 * @outcome: (nullable): its classes in the statistics
 * @received: the day of receipt, or none
 * @answered: the day of the answer that stands, or none
 * @review_asked: the day on which an internal review was asked for last, or none
 * @reviewed: the day on which that was answered, or none
 * @review_withdrawn: the day on which the requester withdrew that, or none
 * @complained: since when a complaint to the regulator runs, or none
 * @fees_notice: the day on which a fees notice was given, or none
 * @fee_received: the day on which the fee came, or none
 * @decision: what the review came to: "upheld", "upheld-in-part", "overturned", or ""
 * @approval: how far it is approved
 * @waits: (element-type FoiServiceWait): who was asked, in the order of the questions
 *
 * A case as a line of the register, worked out of its file. Immutable and reference counted.
 */
typedef struct
{
  char             *path;
  char             *name;
  char             *fault;
  char             *reference;
  char             *subject;
  char             *owner;
  char             *regime;
  FoiRequesterKind  requester;
  FoiCaseStatus     status;
  FoiCaseClock     *clock;
  FoiCaseOutcome   *outcome;
  FoiDate           received, answered, review_asked, reviewed, review_withdrawn, complained;
  FoiDate           fees_notice, fee_received;
  char             *decision;
  FoiApprovals      approvals;
  GPtrArray        *waits;
} FoiRegisterRow;

FoiRegisterRow       *foi_register_row_new (const char *path, FoiCaseState *state, FoiRules *rules,
                                            FoiHolidays *holidays);
FoiRegisterRow       *foi_register_row_new_fault (const char *path, const char *fault);
FoiRegisterRow       *foi_register_row_ref (FoiRegisterRow *self);
void                  foi_register_row_unref (FoiRegisterRow *self);
gboolean              foi_register_row_owes_answer (const FoiRegisterRow *self);
const FoiCaseClock   *foi_register_row_get_clock (const FoiRegisterRow *self);
gboolean              foi_register_row_has_review (const FoiRegisterRow *self);
FoiDate               foi_register_row_get_due (const FoiRegisterRow *self);
FoiDate               foi_register_row_get_review_due (const FoiRegisterRow *self);
gboolean              foi_register_row_is_open (const FoiRegisterRow *self, FoiDate today);
gboolean              foi_register_row_get_days_left (const FoiRegisterRow *self, FoiDate today,
                                                      int *days);
const FoiServiceWait *foi_register_row_find_wait (const FoiRegisterRow *self);
const char           *foi_register_row_get_waited_for (const FoiRegisterRow *self, FoiDate today,
                                                       FoiDate *since);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRegisterRow, foi_register_row_unref)

G_END_DECLS
