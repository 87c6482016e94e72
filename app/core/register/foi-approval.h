/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-date.h"

G_BEGIN_DECLS

/**
 * FoiApproval:
 * @n_questions: how many there are to answer; of a question in parts these count, each
 * @n_answered: how many of them have an outcome
 * @n_approved: how many of them somebody approved
 * @by: (nullable): who approved last
 * @on: when, or none
 *
 * How far the answers of a case are approved, as its file says. A case whose questions all have an
 * outcome is ready to be looked at.
 */
typedef struct
{
  guint   n_questions, n_answered, n_approved;
  char   *by;
  FoiDate on;
} FoiApproval;

void     foi_approval_read  (FoiApproval *self, FoiCaseState *state);
void     foi_approval_clear (FoiApproval *self);
gboolean foi_approval_is_wanted (const FoiApproval *self);
gboolean foi_approval_is_given  (const FoiApproval *self);

G_END_DECLS
