/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-approvals.h"

#include "foi-case-approval.h"
#include "foi-case-status.h"
#include "foi-json-edit.h"

/* @brief: (nullable): what a letter can know of the case; made for the first that was approved */
typedef struct
{
  FoiApprovals *approvals;
  FoiCaseState *state;
  FoiBrief     *brief;
  gboolean      is_draft;
} Reading;

static void
note (FoiApprovals *self, const char *by, const char *date)
{
  const FoiDate on = foi_date_from_iso (date);

  if (self->by != NULL && on < self->on)
    return;
  g_free (self->by);
  self->by = g_strdup (by);
  self->on = on;
}

/* What a question says may be another thing than what was approved; a part stands as the question
 * does that it is a part of. */
static FoiApprovalState
read_approved (Reading *self, JsonNode *question, FoiApprovalState outer)
{
  JsonNode *approved = foi_json_get_member (question, "approved");
  g_autofree char *hash = NULL;

  if (approved == NULL)
    return outer;
  note (self->approvals, foi_json_get_string (approved, "by", ""),
        foi_json_get_string (approved, "date", NULL));
  if (!self->is_draft)
    return FOI_APPROVAL_GIVEN;
  if (self->brief == NULL)
    self->brief = foi_case_state_publish (self->state);
  hash = foi_brief_dup_question_hash (self->brief, foi_json_get_string (question, "id", ""));
  return g_strcmp0 (foi_json_get_string (approved, "hash", ""), hash) == 0
           ? FOI_APPROVAL_GIVEN : FOI_APPROVAL_CHANGED;
}

static void
read_questions (Reading *self, JsonNode *questions, FoiApprovalState outer)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);
      JsonNode *parts = foi_json_get_member (question, "parts");
      const FoiApprovalState stands = read_approved (self, question, outer);

      if (foi_json_get_n_elements (parts) > 0)
        {
          read_questions (self, parts, stands);
          continue;
        }
      self->approvals->n_questions++;
      self->approvals->n_answered
        += !g_str_equal (foi_json_get_string (question, "outcome", "open"), "open");
      self->approvals->n_approved += stands == FOI_APPROVAL_GIVEN;
      self->approvals->n_changed += stands == FOI_APPROVAL_CHANGED;
    }
}

/* The whole letter may be approved, by an event that names no question. */
static void
read_events (FoiApprovals *self, JsonNode *events)
{
  for (guint i = 0; i < foi_json_get_n_elements (events); i++)
    {
      JsonNode *event = foi_json_get_element (events, i);

      if (!g_str_equal (foi_json_get_string (event, "type", ""), "approved")
          || foi_json_get_string (event, "question", NULL) != NULL)
        continue;
      self->n_approved = self->n_questions;
      self->n_changed = 0;
      note (self, "", foi_json_get_string (event, "date", NULL));
    }
}

/**
 * foi_approvals_read:
 * @self: (out): what is read
 * @state: a case
 *
 * Reads which of a case's answers somebody approved, and which were changed since. Of a case whose
 * answer was sent, what was approved is what counts: thousands of them are not compared.
 */
void
foi_approvals_read (FoiApprovals *self, FoiCaseState *state)
{
  Reading reading = { self, state, NULL, FALSE };

  g_return_if_fail (self != NULL && state != NULL);

  reading.is_draft = foi_case_state_get_status (state) == FOI_STATUS_DRAFT;
  *self = (FoiApprovals) { 0 };
  read_questions (&reading, foi_case_state_get_node (state, "questions"), FOI_APPROVAL_NONE);
  read_events (self, foi_case_state_get_node (state, "events"));
  g_clear_pointer (&reading.brief, foi_brief_unref);
}

void
foi_approvals_clear (FoiApprovals *self)
{
  g_clear_pointer (&self->by, g_free);
}

/**
 * foi_approvals_is_wanted:
 *
 * Returns: whether all is answered, and not all of it approved.
 */
gboolean
foi_approvals_is_wanted (const FoiApprovals *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_questions > 0 && self->n_answered == self->n_questions
         && self->n_approved < self->n_questions;
}

/**
 * foi_approvals_is_given:
 *
 * Returns: whether all is answered and approved.
 */
gboolean
foi_approvals_is_given (const FoiApprovals *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_questions > 0 && self->n_answered == self->n_questions
         && self->n_approved == self->n_questions;
}
