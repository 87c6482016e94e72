/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-row.h"

G_BEGIN_DECLS

/**
 * FoiStatisticsClass:
 * @scheme: whose return it belongs to: "section-45", "cabinet-office", "scotland"
 * @id: what it is called by other programs: "processed-in-time"
 * @words: the head of the return
 * @level: how far it is set in under the head that it is a part of
 * @rows: (element-type FoiRegisterRow): the cases that it counts
 *
 * One number of a return, with the cases that it counts. The unit is the request.
 */
typedef struct
{
  const char *scheme;
  char       *id;
  char       *words;
  guint       level;
  GPtrArray  *rows;
} FoiStatisticsClass;

GPtrArray  *foi_statistics_count           (GPtrArray *rows, FoiDate from, FoiDate to,
                                            FoiDate today);
const char *foi_statistics_scheme_to_words (const char *scheme);

G_END_DECLS
