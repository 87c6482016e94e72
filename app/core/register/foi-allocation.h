/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-statistics.h"

G_BEGIN_DECLS

/**
 * FoiAllocation:
 * @n_requests: how many requests of the period were given to a service
 * @n_days: the working days that it took, all together
 * @half_days: the median of them, in half days: 3 for 1.5
 * @classes: (element-type FoiStatisticsClass): the requests by how long it took: all, by bands of
 *   days, and those that no service was asked about
 *
 * The time to allocate: working days from receipt until the first service was asked for anything.
 */
typedef struct
{
  guint      n_requests, n_days, half_days;
  GPtrArray *classes;
} FoiAllocation;

FoiAllocation *foi_allocation_count (GPtrArray *rows, FoiDate from, FoiDate to);
void           foi_allocation_free  (FoiAllocation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiAllocation, foi_allocation_free)

G_END_DECLS
