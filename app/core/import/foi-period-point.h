/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-date.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_POINT_NONE,
  FOI_POINT_YEAR,
  FOI_POINT_SPLIT_YEAR,
  FOI_POINT_MONTH,
  FOI_POINT_DAY,
  FOI_POINT_AMBIGUOUS,
} FoiPointKind;

/* One end of a period. @year is 0 where it is not given ("January to March 2024"). */
typedef struct
{
  FoiPointKind   kind;
  int         year;
  int         month;
  int         day;
  FoiTextDate date;
  gsize       end;
} FoiPeriodPoint;

gboolean foi_period_point_read (const char *text, gsize at, gsize end, FoiPeriodPoint *point);
gboolean foi_period_point_read_year (const char *text, gsize at, gsize end, FoiPeriodPoint *point);
void     foi_period_point_settle (const char *text, FoiPeriodPoint *ambiguous,
                                  const FoiPeriodPoint *other);
void     foi_period_point_write (const FoiPeriodPoint *point, char *out, gsize size);
int      foi_period_point_compare (const FoiPeriodPoint *a, const FoiPeriodPoint *b);

gboolean foi_period_is_digits (const char *text, gsize at, gsize end, gsize count);
int      foi_period_digits_value (const char *text, gsize at, gsize count);
gsize    foi_period_joiner_length (const char *text, gsize at, gsize end);

G_END_DECLS
