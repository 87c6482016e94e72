/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoiChartScale:
 *
 * The ticks of an axis: @step times ten to the @exponent, times each whole number from @first to
 * @last. Whole numbers, so that what is printed is what is meant.
 */
typedef struct
{
  int step;      /* 1, 2 or 5 */
  int exponent;
  int first;     /* not above 0 */
  int last;      /* not below 0, and above @first */
} FoiChartScale;

void   foi_chart_scale_init (FoiChartScale *self, double lowest, double highest, int decimals);
guint  foi_chart_scale_get_n_ticks (const FoiChartScale *self);
double foi_chart_scale_get_tick (const FoiChartScale *self, guint index);
char  *foi_chart_scale_format_tick (const FoiChartScale *self, guint index, const char *sign,
                                    const char *after);
char  *foi_chart_scale_format_short (const FoiChartScale *self, gint64 number, int decimals,
                                     const char *sign);

G_END_DECLS
