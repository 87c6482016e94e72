/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-holidays.h"

G_BEGIN_DECLS

/**
 * FoiCalendar:
 *
 * The days that count for a law: neither Saturdays and Sundays nor the bank holidays of its
 * divisions. Under the Freedom of Information Act 2000, section 10(6), and the Environmental
 * Information Regulations 2004 those of any part of the United Kingdom; under the Scottish law
 * those of Scotland. Which they are is data. Immutable, reference counted, thread-safe.
 */
typedef struct _FoiCalendar FoiCalendar;

FoiCalendar *foi_calendar_new (const char *name, FoiHolidays *holidays, GError **error);
FoiCalendar *foi_calendar_ref (FoiCalendar *self);
void         foi_calendar_unref (FoiCalendar *self);
FoiHolidays *foi_calendar_get_holidays (FoiCalendar *self);
const char  *foi_calendar_get_holiday (FoiCalendar *self, FoiDate date);
char        *foi_calendar_dup_nations (FoiCalendar *self, FoiDate date);
gboolean     foi_calendar_is_weekend (FoiDate date);
gboolean     foi_calendar_is_known (FoiCalendar *self, FoiDate date);
guint        foi_calendar_count_days (FoiCalendar *self, FoiDate first, FoiDate last,
                                      gboolean *is_known);
void         foi_calendar_get_years (FoiCalendar *self, int *first, int *last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiCalendar, foi_calendar_unref)

G_END_DECLS
