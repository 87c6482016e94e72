/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-date.h"

G_BEGIN_DECLS

/**
 * FoiApprovals:
 * @n_questions: how many there are to answer; of a question in parts these count, each
 * @n_answered: how many of them have an outcome
 * @n_approved: how many of them somebody approved as they are
 * @n_changed: how many of them were changed since somebody approved them
 * @by: (nullable): who approved last
 * @on: when, or none
 *
 * How far the answers of a case are approved. A case whose questions all have an
 * outcome is ready to be looked at.
 */
typedef struct
{
  guint   n_questions, n_answered, n_approved, n_changed;
  char   *by;
  FoiDate on;
} FoiApprovals;

void     foi_approvals_read      (FoiApprovals *self, FoiCaseState *state);
void     foi_approvals_clear     (FoiApprovals *self);
gboolean foi_approvals_is_wanted (const FoiApprovals *self);
gboolean foi_approvals_is_given  (const FoiApprovals *self);

G_END_DECLS
