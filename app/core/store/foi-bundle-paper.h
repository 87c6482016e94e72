/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-holidays.h"
#include "foi-letter.h"
#include "foi-rules.h"

G_BEGIN_DECLS

FoiLetter *foi_bundle_paper_new   (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays,
                                   FoiDate today);
GPtrArray *foi_bundle_list_changes (FoiBrief *brief, FoiRules *rules);

G_END_DECLS
