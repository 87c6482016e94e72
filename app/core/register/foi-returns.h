/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-allocation.h"
#include "foi-monthly.h"
#include "foi-service-time.h"
#include "foi-statistics.h"

G_BEGIN_DECLS

/**
 * FoiReturnPart:
 * @id: what it is called by other programs: "section-45", "months", "exemptions"
 * @title: what people call it
 * @about: how it is counted, in a sentence or two
 * @classes: (element-type FoiStatisticsClass): its numbers, in their order
 *
 * One of the returns, or something else that is told of a period.
 */
typedef struct
{
  const char *id, *title, *about;
  GPtrArray  *classes;
} FoiReturnPart;

/**
 * FoiReturns:
 * @from: the first day of the period
 * @to: the last
 * @today: the day on which it was looked at
 * @n_received: how many requests came in it
 * @n_faults: how many files cannot be read, and count for nothing
 * @undated: (element-type FoiRegisterRow): the cases without a day of receipt, of no period
 * @twins: (element-type FoiRegisterRow): the cases whose reference another file has as well; each
 *   is counted
 * @first, @last: between which days requests came that are in the folder; or none
 * @classes: (element-type FoiStatisticsClass): the heads of all returns
 * @months: (element-type FoiMonth): month by month
 * @chart: (nullable): the share answered on time by month
 * @allocation: the time to allocate
 * @time: with whom the time was spent
 * @parts: (element-type FoiReturnPart): all of it as a person reads it
 *
 * Everything that is counted of a folder's cases in a period. Worked out, never stored. Immutable
 * and reference counted.
 */
typedef struct
{
  FoiDate         from, to, today;
  guint           n_received, n_faults;
  FoiDate         first, last;
  GPtrArray      *undated, *twins;
  GPtrArray      *classes, *months;
  FoiChart       *chart;
  FoiAllocation  *allocation;
  FoiServiceTime *time;
  GPtrArray      *parts;
} FoiReturns;

#define FOI_N_RETURN_PARTS 8

FoiReturns *foi_returns_new       (GPtrArray *rows, FoiDate from, FoiDate to, FoiDate today,
                                   FoiRules *rules);
const char *foi_returns_get_title (guint part);
FoiReturns *foi_returns_ref       (FoiReturns *self);
void        foi_returns_unref     (FoiReturns *self);
gboolean    foi_return_part_is_empty (const FoiReturnPart *self);
char       *foi_statistics_class_dup_value (const FoiStatisticsClass *self);
char       *foi_returns_to_csv    (const FoiReturns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiReturns, foi_returns_unref)

G_END_DECLS
