/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "foi-date.h"

G_BEGIN_DECLS

/**
 * FoiServiceWait:
 * @service: who was asked, as the officer calls them
 * @contact: how they are reached, or ""
 * @question: the number of the question
 * @asked: when
 * @wanted_by: by when the answer is wanted, or none
 * @chased: when they were reminded last, or none
 * @answered: when they answered, or none
 *
 * A service that was asked for what answers a question.
 */
typedef struct
{
  char   *service;
  char   *contact;
  char   *question;
  FoiDate asked, wanted_by, chased, answered;
} FoiServiceWait;

GPtrArray *foi_service_waits_new (void);
void       foi_service_waits_add (GPtrArray *waits, JsonNode *question);

G_END_DECLS
