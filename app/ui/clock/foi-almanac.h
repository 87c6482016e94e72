/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-clock.h"

G_BEGIN_DECLS

#define FOI_TYPE_ALMANAC (foi_almanac_get_type ())

/**
 * FoiAlmanac:
 *
 * What day it is, and which bank holidays are known on this computer. Signals: "changed": another
 * day has begun, or other bank holidays came; before it "holidays-changed", if it is these.
 */
G_DECLARE_FINAL_TYPE (FoiAlmanac, foi_almanac, FOI, ALMANAC, GObject)

FoiAlmanac   *foi_almanac_get_default (void);
FoiDate       foi_almanac_get_today (FoiAlmanac *self);
void          foi_almanac_set_source (FoiAlmanac *self, FoiDate (*tell_today) (void));
void          foi_almanac_check (FoiAlmanac *self);
FoiHolidays  *foi_almanac_get_holidays (FoiAlmanac *self);
const char   *foi_almanac_get_problem (FoiAlmanac *self);
void          foi_almanac_reload (FoiAlmanac *self);
FoiCaseClock *foi_almanac_read_clock (FoiAlmanac *self, FoiCaseState *state);

G_END_DECLS
