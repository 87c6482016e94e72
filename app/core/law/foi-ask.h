/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "foi-deadline.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_ASK_WAITING,  /* the answer may still come in time */
  FOI_ASK_LATE,
  FOI_ASK_ANSWERED,
} FoiAskState;

/**
 * FoiAsk:
 * @service: (not nullable): who was asked, as the officer calls them
 * @contact: (not nullable): how they are reached: an e-mail address as a rule
 * @asked: when
 * @wanted_by: by when the answer is wanted, or none
 * @chased: when they were reminded last, or none
 * @answered: when they answered, or none
 * @n_chased: how often they were reminded
 * @text: (not nullable): what was written to them when they were asked, in lines; "" if not known
 *
 * A service that was asked for what answers a question, as the case says it.
 */
typedef struct
{
  const char *service, *contact;
  FoiDate     asked, wanted_by, chased, answered;
  guint       n_chased;
  const char *text;
} FoiAsk;

void        foi_ask_read           (FoiAsk *self, JsonNode *node);
FoiAskState foi_ask_get_state      (const FoiAsk *self, FoiDate today);
const char *foi_ask_state_to_name  (FoiAskState state);
char       *foi_ask_dup_words      (const FoiAsk *self, FoiDate today);
FoiDate     foi_ask_propose_day    (FoiDeadline *deadline, FoiCalendar *calendar,
                                    JsonNode *profile, FoiDate asked);

G_END_DECLS
