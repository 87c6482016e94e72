/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* How far a case is, in the order of its life; worked out, never stored. */
typedef enum
{
  FOI_STATUS_DRAFT,
  FOI_STATUS_WITHDRAWN, /* by the requester, before it was answered */
  FOI_STATUS_ISSUED,
  FOI_STATUS_UNDER_REVIEW,
  FOI_STATUS_CLOSED,
} FoiCaseStatus;

FoiCaseStatus foi_case_state_get_status (FoiCaseState *self);
gboolean      foi_case_state_is_answer (FoiCaseState *self, JsonNode *issued);
gboolean      foi_case_state_names_authority (FoiCaseState *self);
gboolean      foi_case_state_names_sender (FoiCaseState *self);
const char   *foi_case_status_to_name (FoiCaseStatus status);
const char   *foi_case_status_to_words (FoiCaseStatus status);

G_END_DECLS
