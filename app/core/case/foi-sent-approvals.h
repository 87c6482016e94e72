/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-date.h"

G_BEGIN_DECLS

/* Who had agreed to the answers of a letter when it went out, as its record keeps it. */
JsonNode *foi_case_state_list_sent_approvals (FoiCaseState *self, const char *type);
char     *foi_sent_approval_dup_words        (JsonNode *approval, FoiDate today);

G_END_DECLS
