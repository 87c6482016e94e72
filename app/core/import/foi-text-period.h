/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-span.h"

G_BEGIN_DECLS

/**
 * FoiPeriodBasis:
 * @FOI_PERIOD_NONE: no period
 * @FOI_PERIOD_YEAR: years, and the request does not say which kind
 * @FOI_PERIOD_CALENDAR_YEAR: from 1 January to 31 December
 * @FOI_PERIOD_FINANCIAL_YEAR: from 1 April to 31 March
 * @FOI_PERIOD_ACADEMIC_YEAR: of schools or universities
 * @FOI_PERIOD_MONTH: whole months
 * @FOI_PERIOD_DAY: days
 * @FOI_PERIOD_WORDS: "the last five years", or dates that can be read in two ways: it is for the
 *   officer to say which days are meant
 */
typedef enum
{
  FOI_PERIOD_NONE,
  FOI_PERIOD_YEAR,
  FOI_PERIOD_CALENDAR_YEAR,
  FOI_PERIOD_FINANCIAL_YEAR,
  FOI_PERIOD_ACADEMIC_YEAR,
  FOI_PERIOD_MONTH,
  FOI_PERIOD_DAY,
  FOI_PERIOD_WORDS,
} FoiPeriodBasis;

/**
 * FoiTextPeriod:
 * @basis: what it is counted in
 * @from: its first year, month or day, as the case file writes them: `2015`, `2015/16`, `2016-11`
 *   or `2024-11-27`; "" when it is in words only
 * @to: its last, in the same form; "" when it is open ("since April 2019") or in words only
 * @span: the words that say so
 */
typedef struct
{
  FoiPeriodBasis basis;
  char           from[12];
  char           to[12];
  FoiTextSpan    span;
} FoiTextPeriod;

gboolean    foi_text_period_find (const char *text, FoiTextSpan span, FoiTextPeriod *period);
const char *foi_period_basis_to_name (FoiPeriodBasis basis);

G_END_DECLS
