/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"
#include "foi-date.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_APPROVAL_NONE,
  FOI_APPROVAL_GIVEN,
  FOI_APPROVAL_CHANGED, /* it was given to something else */
} FoiApprovalState;

/**
 * FoiApproval:
 * @state: whether what the question says now was approved
 * @by: (not nullable): by whom; the text is the state's
 * @date: when, or none
 *
 * Who agreed to the answer of a question.
 */
typedef struct
{
  FoiApprovalState state;
  const char      *by;
  FoiDate          date;
} FoiApproval;

void        foi_case_state_get_approval       (FoiCaseState *self, const char *question,
                                               FoiApproval *approval);
gboolean    foi_case_state_needs_approval     (FoiCaseState *self);
char       *foi_brief_dup_question_hash       (FoiBrief *self, const char *question);
const char *foi_approval_state_to_name        (FoiApprovalState state);
char       *foi_approval_dup_words            (const FoiApproval *self, FoiDate today);

gboolean    foi_case_editor_approve           (FoiCaseEditor *self, const char *question,
                                               const char *by, FoiDate date, GError **error);
gboolean    foi_case_editor_withdraw_approval (FoiCaseEditor *self, const char *question,
                                               GError **error);

G_END_DECLS
