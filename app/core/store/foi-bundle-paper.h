/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-block-writer.h"
#include "foi-case-state.h"
#include "foi-holidays.h"
#include "foi-letter.h"
#include "foi-rules.h"

G_BEGIN_DECLS

FoiLetter *foi_bundle_paper_new     (FoiCaseState *state, FoiRules *rules,
                                     FoiHolidays *holidays, FoiDate today, GPtrArray *made);
void       foi_bundle_add_approvals (FoiBlockWriter *writer, FoiCaseState *state, FoiBrief *brief);
char      *foi_bundle_dup_anew      (JsonNode *issued, const char *sha256, FoiDate today);
void       foi_bundle_add_letters   (FoiBlockWriter *writer, FoiCaseState *state, FoiDate today,
                                     GPtrArray *made);
GPtrArray *foi_bundle_list_changes  (FoiBrief *brief, FoiRules *rules);

G_END_DECLS
