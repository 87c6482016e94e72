/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-row.h"

G_BEGIN_DECLS

/* The period, and the day on which one looks. */
typedef struct
{
  FoiDate from, to, today;
} FoiStatisticsPeriod;

gboolean _foi_statistics_is_within  (const FoiStatisticsPeriod *period, FoiDate date);
guint    _foi_statistics_count_days (const FoiRegisterRow *row, FoiDate from, FoiDate to);

/* What became of a review that was asked for in the period. */
gboolean _foi_review_is_asked         (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
gboolean _foi_review_is_open          (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
gboolean _foi_review_is_withdrawn     (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
gboolean _foi_review_is_done          (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
gboolean _foi_review_is_upheld        (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
gboolean _foi_review_is_upheld_in_part (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
gboolean _foi_review_is_overturned    (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
gboolean _foi_review_is_in_time       (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
gboolean _foi_review_is_late          (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
gboolean _foi_review_is_uncertain     (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
gboolean _foi_review_is_overdue       (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
gboolean _foi_review_is_undecided     (const FoiRegisterRow *row,
                                       const FoiStatisticsPeriod *period);
guint    _foi_review_count_days       (const FoiRegisterRow *row);

G_END_DECLS
