/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-pack.h"
#include "foi-holidays.h"
#include "foi-rules.h"

G_BEGIN_DECLS

FoiPack *foi_case_bundle_new (FoiCaseState *state, FoiRules *rules, FoiHolidays *holidays,
                              FoiDate today, const char *files, const FoiPackTools *tools,
                              FoiProgressFunc progress, gpointer user_data,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
