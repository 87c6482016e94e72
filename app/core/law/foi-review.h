/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * FoiReviewPoint:
 * @question: the id of the question
 * @decision: "upheld", "upheld-in-part", "overturned", or "" while nothing is decided
 * @finding: why, in the markup of answers
 *
 * A point of an internal review, which is decided afresh. Its texts live as long as the letter.
 */
typedef struct
{
  const char *question, *decision, *finding;
} FoiReviewPoint;

guint       foi_review_get_n_points      (JsonNode *particulars);
void        foi_review_get_point         (JsonNode *particulars, guint index,
                                          FoiReviewPoint *point);
gboolean    foi_review_point_is_complete (const FoiReviewPoint *self);
const char *foi_review_get_decision      (JsonNode *particulars);
const char *foi_review_decision_to_words (const char *decision);

G_END_DECLS
