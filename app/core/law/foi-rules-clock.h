/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-deadline.h"
#include "foi-rules.h"

G_BEGIN_DECLS

gboolean     foi_rules_get_clock (FoiRules *self, const char *regime, FoiDate date,
                                  gboolean is_school, FoiClockRule *rule, GError **error);
FoiCalendar *foi_rules_new_calendar (FoiRules *self, const char *regime, FoiHolidays *holidays,
                                     GError **error);

G_END_DECLS
