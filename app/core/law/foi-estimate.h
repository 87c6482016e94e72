/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Minutes and pounds are counted in millionths, so that what is typed stays exact. */
#define FOI_ESTIMATE_DECIMALS 6

/**
 * FoiEstimate:
 * @minutes: of work that counts
 * @not_counted: of work that does not: redacting, weighing exemptions, approval; and any activity
 *   that the law leaves out
 * @other_costs: pounds besides the time
 * @rate: pounds for an hour
 * @cost: pounds in all
 * @limit: pounds that it is measured by; 0 where the law has no limit
 * @exceeds: whether the cost is strictly more than the limit: what equals it is within
 * @n_pooled: how many other questions and requests are counted in
 *
 * What an estimate of the cost comes to (FOIA section 12; SI 2004/3244, regulation 4).
 */
typedef struct
{
  gint64   minutes;
  gint64   not_counted;
  gint64   other_costs;
  gint64   rate;
  gint64   cost;
  gint64   limit;
  gboolean exceeds;
  guint    n_pooled;
} FoiEstimate;

gboolean    foi_estimate_is_cost (const char *kind);
const char *foi_estimate_get_kind (JsonNode *question);
gboolean    foi_estimate_counts (JsonNode *limit, const char *kind, const char *activity);
const char *foi_estimate_activity_to_words (const char *activity);
gint64      foi_estimate_get_unit_minutes (JsonNode *row);
gint64      foi_estimate_get_row_minutes (JsonNode *row);
gint64      foi_estimate_get_row_cost (JsonNode *row);
void        foi_estimate_add (FoiEstimate *self, JsonNode *estimate, JsonNode *limit,
                              const char *kind);
void        foi_estimate_add_request (FoiEstimate *self, JsonNode *request);
void        foi_estimate_close (FoiEstimate *self, JsonNode *estimate, JsonNode *limit);
gboolean    foi_estimate_is_rate_assumed (JsonNode *limit, JsonNode *estimate);
void        foi_estimate_sum (FoiEstimate *self, JsonNode *estimate, JsonNode *limit,
                              const char *kind);
char       *foi_estimate_dup_hours (gint64 minutes);
char       *foi_estimate_dup_pounds (gint64 pounds);

G_END_DECLS
