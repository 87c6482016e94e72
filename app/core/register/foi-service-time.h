/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-register-row.h"

G_BEGIN_DECLS

/* One service: how often it was asked, how often it answered, later than wanted or not yet, how
 * often it was reminded, and the working days that its answers took, all together. @rows: the cases
 * that it was asked about, of FoiRegisterRow, each once. */
typedef struct
{
  char      *service;
  guint      n_asked, n_answered, n_late, n_chased;
  guint      n_days;
  GPtrArray *rows;
} FoiServiceRecord;

/**
 * FoiServiceTime:
 * @n_requests: how many requests of the period were answered
 * @n_days: the working days that they took, from receipt to answer, all together
 * @n_service_days: on how many of these days some service was waited for; the others are ours
 * @services: (element-type FoiServiceRecord): who was asked about any request of the period
 * @rows: (element-type FoiRegisterRow): these requests
 *
 * With whom the time of requests was spent.
 */
typedef struct
{
  guint      n_requests, n_days, n_service_days;
  GPtrArray *services;
  GPtrArray *rows;
} FoiServiceTime;

FoiServiceTime *foi_service_time_count (GPtrArray *rows, FoiDate from, FoiDate to, FoiDate today);
void            foi_service_time_free  (FoiServiceTime *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiServiceTime, foi_service_time_free)

G_END_DECLS
