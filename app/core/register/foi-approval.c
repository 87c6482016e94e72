/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-approval.h"

#include "foi-json-edit.h"

static void
note (FoiApproval *self, const char *by, const char *date)
{
  const FoiDate on = foi_date_from_iso (date);

  if (self->by != NULL && on < self->on)
    return;
  g_free (self->by);
  self->by = g_strdup (by);
  self->on = on;
}

/* Whether @question is approved, which it is if the one that it is a part of is. */
static gboolean
read_approved (FoiApproval *self, JsonNode *question, gboolean outer)
{
  JsonNode *approved = foi_json_get_member (question, "approved");

  if (approved == NULL)
    return outer;
  note (self, foi_json_get_string (approved, "by", ""),
        foi_json_get_string (approved, "date", NULL));
  return TRUE;
}

static void
read_questions (FoiApproval *self, JsonNode *questions, gboolean outer)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *parts = foi_json_get_member (question, "parts");
      const gboolean approved = read_approved (self, question, outer);

      if (foi_json_get_n_elements (parts) > 0)
        {
          read_questions (self, parts, approved);
          continue;
        }
      self->n_questions++;
      self->n_answered
        += !g_str_equal (foi_json_get_string (question, "outcome", "open"), "open");
      self->n_approved += approved;
    }
}

/* The whole letter may be approved, by an event that names no question. */
static void
read_events (FoiApproval *self, JsonNode *events)
{
  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    {
      JsonNode *event = foi_json_get_element (events, i);

      if (!g_str_equal (foi_json_get_string (event, "type", ""), "approved")
          || foi_json_get_string (event, "question", NULL) != NULL)
        continue;
      self->n_approved = self->n_questions;
      note (self, "", foi_json_get_string (event, "date", NULL));
    }
}

/**
 * foi_approval_read:
 * @self: (out): what is read
 * @state: a case
 *
 * Reads which of a case's answers somebody approved. Whether one was changed since is not known
 * from its file.
 */
void
foi_approval_read (FoiApproval *self, FoiCaseState *state)
{
  g_return_if_fail (self != NULL && state != NULL);

  *self = (FoiApproval) { 0 };
  read_questions (self, foi_case_state_get_node (state, "questions"), FALSE);
  read_events (self, foi_case_state_get_node (state, "events"));
}

void
foi_approval_clear (FoiApproval *self)
{
  g_clear_pointer (&self->by, g_free);
}

/**
 * foi_approval_is_wanted:
 *
 * Returns: whether all is answered, and not all of it approved.
 */
gboolean
foi_approval_is_wanted (const FoiApproval *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_questions > 0 && self->n_answered == self->n_questions
         && self->n_approved < self->n_questions;
}

/**
 * foi_approval_is_given:
 *
 * Returns: whether all is answered and approved.
 */
gboolean
foi_approval_is_given (const FoiApproval *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_questions > 0 && self->n_answered == self->n_questions
         && self->n_approved == self->n_questions;
}
