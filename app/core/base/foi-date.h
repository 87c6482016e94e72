/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoiDate:
 *
 * A local day, as the number of days since 31 December of the year 0 (so 1 is 1 January 0001).
 * 0 is "no date". A day is never a time: no zone can move it.
 */
typedef gint32 FoiDate;

#define FOI_DATE_NONE ((FoiDate) 0)

FoiDate foi_date_from_ymd (int year, int month, int day);
FoiDate foi_date_from_iso (const char *text);
void    foi_date_to_ymd (FoiDate date, int *year, int *month, int *day);
int     foi_date_get_weekday (FoiDate date);
char   *foi_date_to_iso (FoiDate date);
char   *foi_date_to_words (FoiDate date);
char   *foi_date_to_words_with_weekday (FoiDate date);
char   *foi_date_to_short_words (FoiDate date);
char   *foi_date_to_short_words_with_year (FoiDate date);
char   *foi_date_to_words_seen (FoiDate date, FoiDate today);
const char *foi_month_name (int month);

G_END_DECLS
