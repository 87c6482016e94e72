/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-chart.h"
#include "foi-register-row.h"

G_BEGIN_DECLS

/**
 * FoiMonth:
 * @first: its first day
 * @received: (element-type FoiRegisterRow): the requests that came in it
 * @on_time: those of them that were answered on time, or within a permitted extension
 * @late: those answered late
 * @failed: those not answered, whose last day has gone by
 * @others: the rest: not due yet, waiting for the requester, lapsed, or not certain
 *
 * How the requests of one month were answered.
 */
typedef struct
{
  FoiDate    first;
  GPtrArray *received, *on_time, *late, *failed, *others;
} FoiMonth;

GPtrArray *foi_monthly_count       (GPtrArray *rows, FoiDate from, FoiDate to, FoiDate today);
gboolean   foi_month_get_share     (const FoiMonth *self, gint64 *tenths);
char      *foi_month_dup_words     (const FoiMonth *self);
FoiChart  *foi_monthly_new_chart   (GPtrArray *months);

G_END_DECLS
