/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-clock.h"
#include "foi-case-review.h"
#include "foi-issued.h"
#include "foi-json-edit.h"
#include "foi-review.h"

/* The letter about an internal review, before it is sent. */

typedef void (*Look) (FoiCheck *self, const char *id, JsonNode *particulars);

static void
look_at_reviews (FoiCheck *self, Look look)
{
  JsonNode *letters = foi_case_state_get_node (self->state, "letters");

  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);
      const char *id = foi_json_get_string (letter, "id", "");

      if (g_str_equal (foi_json_get_string (letter, "type", ""), "review")
          && foi_issued_find (self->brief, id) == NULL)
        look (self, id, foi_json_get_member (letter, "particulars"));
    }
}

static void
look_at_reviewer (FoiCheck *self, const char *id, JsonNode *particulars)
{
  const char *reviewer = foi_json_get_string (particulars, "reviewer", "");
  const char *part = foi_case_state_find_decider (self->state, reviewer);
  g_autofree char *place = g_strdup_printf ("letters/%s/particulars/reviewer", id);
  g_autofree char *message = NULL;

  if (part == NULL)
    return;
  /* Translators: a person, and what they did: "approved the answer". */
  message = g_strdup_printf (_("%s carries out the review, but %s that is looked at afresh."),
                             reviewer, part);
  _foi_check_add (self, self->regime, place, message,
                  _("Let somebody review it who had no part in the first answer; where there is "
                    "nobody, accept it and say why."));
}

/* _foi_check_reviewers: who decided first does not look at it afresh. */
void
_foi_check_reviewers (FoiCheck *self)
{
  look_at_reviews (self, look_at_reviewer);
}

static void
look_at_points (FoiCheck *self, const char *id, JsonNode *particulars)
{
  for (guint i = 0; i < foi_review_get_n_points (particulars); i++)
    {
      FoiReviewPoint point;
      FoiQuestion *question;
      g_autofree char *place = g_strdup_printf ("letters/%s/particulars/points/#%u", id, i);
      g_autofree char *message = NULL;

      foi_review_get_point (particulars, i, &point);
      if (foi_review_point_is_complete (&point))
        continue;
      question = foi_brief_find_question (self->brief, point.question);
      message = g_strdup_printf (point.decision[0] == '\0'
                                   ? _("The review has not decided Question %s.")
                                   : _("The review does not say why it decided so on Question %s."),
                                 question != NULL ? foi_question_get_number (question)
                                                  : point.question);
      _foi_check_add (self, self->regime, place, message,
                      _("Decide each point afresh, as things stood when the request came, and say "
                        "why."));
    }
}

/* _foi_check_points: each point of a review is decided, with its reason. */
void
_foi_check_points (FoiCheck *self)
{
  look_at_reviews (self, look_at_points);
}

/* The day that the letter bears, or on which it is judged. */
static FoiDate
get_letter_day (FoiCheck *self, const char *id)
{
  g_autofree char *path = g_strdup_printf ("letters/%s/date", id);
  const FoiDate date = foi_date_from_iso (foi_case_state_get_string (self->state, path));

  return date != FOI_DATE_NONE ? date : self->day;
}

static void
look_at_time (FoiCheck *self, const char *id, JsonNode *particulars)
{
  g_autoptr (FoiCaseClock) clock = foi_case_clock_new (self->state, self->rules, self->holidays);
  const FoiDate day = get_letter_day (self, id);
  const gboolean is_over = clock->latest != FOI_DATE_NONE && day > clock->latest;
  g_autofree char *place = g_strdup_printf ("letters/%s/date", id);
  g_autofree char *last = NULL, *message = NULL;

  if (clock->phase != FOI_CLOCK_REVIEW || !clock->certain || clock->due == FOI_DATE_NONE
      || day <= clock->due)
    return;
  last = foi_date_to_words (is_over ? clock->latest : clock->due);
  message = g_strdup_printf (is_over ? _("The review is answered after %s, the last day by "
                                         "guidance even where it is unusually complex.")
                                     : _("The review is answered after %s, when it was due."),
                             last);
  _foi_check_add (self, self->regime, place, message,
                  _("Say in the letter that it is late, and that you are sorry."));
}

/* _foi_check_review_time: a review has a clock of its own. */
void
_foi_check_review_time (FoiCheck *self)
{
  look_at_reviews (self, look_at_time);
}
