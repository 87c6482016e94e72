/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date.h"
#include "foi-text-span.h"

G_BEGIN_DECLS

/**
 * FoiTextDateState:
 * @FOI_TEXT_DATE_NONE: no date is there
 * @FOI_TEXT_DATE_EXACT: one day and no other
 * @FOI_TEXT_DATE_AMBIGUOUS: `03/04/24`: the two days it may be are given, none is chosen
 * @FOI_TEXT_DATE_NO_YEAR: `27 November`: no day is given
 */
typedef enum
{
  FOI_TEXT_DATE_NONE,
  FOI_TEXT_DATE_EXACT,
  FOI_TEXT_DATE_AMBIGUOUS,
  FOI_TEXT_DATE_NO_YEAR,
} FoiTextDateState;

#define FOI_TEXT_NO_TIME (-1)
#define FOI_TEXT_NO_ZONE G_MININT

/**
 * FoiTextDate:
 * @state: what was found
 * @date: the day as written, when @state is exact
 * @day_first: when ambiguous, the reading with the day before the month
 * @month_first: when ambiguous, the reading with the month before the day
 * @span: where it stands, weekday included, time of day not
 * @after: where the text goes on after date and time of day
 * @minute: the time of day in minutes, or %FOI_TEXT_NO_TIME
 * @zone: its zone, in minutes east of Greenwich, or %FOI_TEXT_NO_ZONE
 */
typedef struct
{
  FoiTextDateState state;
  FoiDate          date;
  FoiDate          day_first;
  FoiDate          month_first;
  FoiTextSpan      span;
  gsize            after;
  int              minute;
  int              zone;
} FoiTextDate;

gboolean foi_text_date_read (const char *text, FoiTextSpan span, FoiTextDate *date);
gboolean foi_text_date_find (const char *text, FoiTextSpan span, FoiTextDate *date);
FoiDate  foi_text_date_get_uk_day (const FoiTextDate *date);
int      foi_month_from_name (const char *name, gsize length);

G_END_DECLS
