/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

FoiCaseState *foi_case_follow_row (FoiCaseState *state, const char *table, JsonNode *old_key,
                                   JsonNode *new_key);
FoiCaseState *foi_case_follow_column_removed (FoiCaseState *state, const char *table,
                                              const char *column);

G_END_DECLS
