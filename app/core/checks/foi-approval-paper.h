/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-holidays.h"
#include "foi-letter.h"
#include "foi-rules.h"

G_BEGIN_DECLS

FoiLetter *foi_approval_paper_new      (FoiCaseState *state, FoiRules *rules,
                                        FoiHolidays *holidays, FoiDate today, GError **error);
GBytes    *foi_approval_paper_to_eml   (FoiLetter *self, FoiCaseState *state, const char *to,
                                        FoiDate today, GBytes *pdf, GError **error);

G_END_DECLS
