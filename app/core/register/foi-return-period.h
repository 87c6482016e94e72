/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_PERIOD_QUARTER,        /* of the calendar year */
  FOI_PERIOD_YEAR,
  FOI_PERIOD_FINANCIAL_YEAR, /* from April */
  FOI_PERIOD_DATES,          /* any other days */
} FoiReturnPeriodKind;

#define FOI_N_PERIOD_KINDS (FOI_PERIOD_DATES + 1)

/* The days, both included, that returns are about. */
typedef struct
{
  FoiReturnPeriodKind kind;
  FoiDate             from, to;
} FoiReturnPeriod;

void     foi_return_period_init      (FoiReturnPeriod *self, FoiReturnPeriodKind kind, FoiDate day);
void     foi_return_period_init_last (FoiReturnPeriod *self, FoiDate today);
void     foi_return_period_step      (FoiReturnPeriod *self, int by);
char    *foi_return_period_dup_words (const FoiReturnPeriod *self);
char    *foi_return_period_to_text   (const FoiReturnPeriod *self);
gboolean foi_return_period_from_text (FoiReturnPeriod *self, const char *text);
const char *foi_return_period_kind_to_words (FoiReturnPeriodKind kind);

G_END_DECLS
