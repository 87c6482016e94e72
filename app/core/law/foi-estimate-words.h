/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-estimate-pool.h"

G_BEGIN_DECLS

char *foi_estimate_dup_cost_words (const FoiEstimate *sum);
char *foi_estimate_dup_sum_words (const FoiEstimatePool *pool);
char *foi_estimate_dup_verdict (const FoiEstimatePool *pool);
char *foi_estimate_dup_limit_words (const FoiEstimatePool *pool, FoiDate received);
char *foi_pool_member_dup_words (const FoiEstimatePool *pool, const FoiPoolMember *member);
char *foi_pool_dup_counted_words (const FoiEstimatePool *pool);

G_END_DECLS
