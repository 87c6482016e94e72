/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-clock.h"

G_BEGIN_DECLS

/* A case's clock as people say it. @today is the day on which one looks. Pure functions. */
int   foi_clock_get_days_left (const FoiCaseClock *clock, FoiDate today);
char *foi_clock_dup_words (const FoiCaseClock *clock, FoiDate today);
char *foi_clock_dup_timeliness (const FoiCaseClock *clock);
const char *foi_clock_get_day_reason (const FoiClockDay *day, FoiCalendar *calendar);
char *foi_clock_dup_day_reason (const FoiClockDay *day, FoiCalendar *calendar);
char *foi_clock_dup_day_words (const FoiClockDay *day, FoiCalendar *calendar);
char *foi_clock_dup_facts (const FoiCaseClock *clock);
char *foi_clock_dup_report (const FoiCaseClock *clock, FoiDate today);

G_END_DECLS
