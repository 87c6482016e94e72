/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOI_MAX_SPANS 4

typedef enum
{
  FOI_SPAN_NONE,
  FOI_SPAN_NUMBERS, /* ages, year groups, years */
  FOI_SPAN_MONTHS,
  FOI_SPAN_DAYS,
} FoiSpanKind;

/* What a label has of a scale: "5 to 9", "Quarter 1", "Weekend". Of numbers @from and @to, both
 * included; of months and of days of the week @from has a bit for each. */
typedef struct
{
  FoiSpanKind kind;
  gint64 from, to;
} FoiSpan;

guint    foi_label_read_spans (const char *label, FoiSpan *spans);
gboolean foi_span_has (const FoiSpan *self, const FoiSpan *part);

G_END_DECLS
