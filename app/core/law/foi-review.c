/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-review.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-json-edit.h"

#define UPHELD "upheld"
#define PARTLY "upheld-in-part"
#define OVERTURNED "overturned"

static const struct
{
  const char *decision, *words;
} decisions[] = {
  { UPHELD, N_("The first decision stands") },
  { PARTLY, N_("It is changed in part") },
  { OVERTURNED, N_("It is changed") },
};

/**
 * foi_review_get_n_points:
 * @particulars: (nullable): what a letter about a review says of it
 *
 * Returns: how many points the review has.
 */
guint
foi_review_get_n_points (JsonNode *particulars)
{
  return foi_json_get_n_elements (foi_json_get_member (particulars, "points"));
}

/**
 * foi_review_get_point:
 * @index: less than foi_review_get_n_points()
 * @point: (out): it
 */
void
foi_review_get_point (JsonNode *particulars, guint index, FoiReviewPoint *point)
{
  JsonNode *node = foi_json_get_element (foi_json_get_member (particulars, "points"), index);

  g_return_if_fail (point != NULL);

  point->question = foi_json_get_string (node, "question", "");
  point->decision = foi_json_get_string (node, "decision", "");
  point->finding = foi_json_get_string (node, "finding", "");
}

/**
 * foi_review_point_is_complete:
 *
 * Returns: whether it is decided, and says why.
 */
gboolean
foi_review_point_is_complete (const FoiReviewPoint *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->decision[0] != '\0'
         && self->finding[strspn (self->finding, " \t\r\n")] != '\0';
}

/* One decision, if all points have the same; in part, if they have several. */
static const char *
join_points (JsonNode *particulars, guint n)
{
  const char *joined = NULL;

  for (guint i = 0; i < n; i++)
    {
      FoiReviewPoint point;

      foi_review_get_point (particulars, i, &point);
      if (point.decision[0] == '\0')
        return "";
      if (joined != NULL && !g_str_equal (joined, point.decision))
        joined = PARTLY;
      else
        joined = point.decision;
    }
  return joined;
}

/**
 * foi_review_get_decision:
 * @particulars: (nullable): what a letter about a review says of it
 *
 * Returns: what it comes to as a whole: by its points, once all are decided; of a letter that has
 *   none, as it says; or "".
 */
const char *
foi_review_get_decision (JsonNode *particulars)
{
  const guint n = foi_review_get_n_points (particulars);

  return n > 0 ? join_points (particulars, n) : foi_json_get_string (particulars, "decision", "");
}

/**
 * foi_review_decision_to_words:
 * @decision: "upheld"
 *
 * Returns: what officers call it; "" where there is none.
 */
const char *
foi_review_decision_to_words (const char *decision)
{
  g_return_val_if_fail (decision != NULL, "");

  for (gsize i = 0; i < G_N_ELEMENTS (decisions); i++)
    if (g_str_equal (decisions[i].decision, decision))
      return _(decisions[i].words);
  return "";
}
