/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-row.h"

G_BEGIN_DECLS

/**
 * FoiStatisticsClass:
 * @scheme: whose return it belongs to: "section-45", "cabinet-office", "scotland"; or "reviews"
 * @id: what it is called by other programs: "processed-in-time"
 * @words: the head of the return
 * @level: how far it is set in under the head that it is a part of
 * @rows: (element-type FoiRegisterRow): the cases that it counts
 * @value: (nullable): what is told of them, where that is not how many they are: "4.5"
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
  char       *value;
} FoiStatisticsClass;

FoiStatisticsClass *foi_statistics_class_new (const char *scheme, const char *id, const char *words,
                                              guint level);
void                foi_statistics_class_take (FoiStatisticsClass *self, const FoiRegisterRow *row);
void                foi_statistics_class_free (gpointer data);

G_END_DECLS
