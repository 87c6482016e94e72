/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-sent-approvals.h"

#include <glib/gi18n-lib.h>

#include "foi-case-approval.h"
#include "foi-json-edit.h"
#include "foi-letter-kind.h"

static gboolean
has_outcome (FoiQuestion *question, const char *outcome)
{
  GListModel *parts = foi_question_get_parts (question);

  if (g_str_equal (foi_outcome_to_name (foi_question_get_outcome (question)), outcome))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);

      if (has_outcome (part, outcome))
        return TRUE;
    }
  return FALSE;
}

static void
set_string (JsonObject *object, const char *key, const char *text)
{
  if (text != NULL && text[0] != '\0')
    json_object_set_string_member (object, key, text);
}

static void
add_approval (JsonArray *list, FoiBrief *brief, FoiQuestion *question, JsonNode *approved)
{
  JsonObject *object = json_object_new ();
  g_autofree char *sent = foi_brief_dup_question_hash (brief, foi_question_get_id (question));

  set_string (object, "question", foi_question_get_id (question));
  set_string (object, "number", foi_question_get_number (question));
  set_string (object, "by", foi_json_get_string (approved, "by", NULL));
  set_string (object, "date", foi_json_get_string (approved, "date", NULL));
  set_string (object, "hash", foi_json_get_string (approved, "hash", NULL));
  set_string (object, "sent", sent);
  json_array_add_object_element (list, object);
}

/* Of questions, and of their parts: a part may be approved by itself. */
static void
add_approvals (JsonArray *list, FoiBrief *brief, JsonNode *questions, const char *outcome)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *node = foi_json_get_element (questions, i);
      JsonNode *approved = foi_json_get_member (node, "approved");
      FoiQuestion *question
        = foi_brief_find_question (brief, foi_json_get_string (node, "id", ""));

      if (question == NULL || (outcome != NULL && !has_outcome (question, outcome)))
        continue;
      if (approved != NULL)
        add_approval (list, brief, question, approved);
      add_approvals (list, brief, foi_json_get_member (node, "parts"), outcome);
    }
}

/**
 * foi_case_state_list_sent_approvals:
 * @type: a type of letter
 *
 * A question knows only its latest approval: once its answer is written anew, for a corrected
 * letter or after a review, who agreed to what went out first would be lost.
 *
 * Returns: (transfer full) (nullable): who agreed to each question that such a letter would answer
 *   now, and the hashes of what they agreed to and of what is sent; %NULL where nobody did.
 */
JsonNode *
foi_case_state_list_sent_approvals (FoiCaseState *self, const char *type)
{
  const FoiLetterKind *kind = foi_letter_kind_find (type);
  g_autoptr (FoiBrief) brief = NULL;
  g_autoptr (JsonArray) list = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (kind == NULL || kind->questions != FOI_LETTER_ANSWERED)
    return NULL;
  brief = foi_case_state_publish (self);
  list = json_array_new ();
  add_approvals (list, brief, foi_case_state_get_node (self, "questions"), kind->outcome);
  return json_array_get_length (list) > 0 ? foi_json_take_array (g_steal_pointer (&list)) : NULL;
}

/**
 * foi_sent_approval_dup_words:
 * @approval: an element of the approvals of a letter that was issued
 * @today: the day on which one looks, or none for whole dates
 *
 * Returns: (transfer full): "Question 1: Approved by D. Head, Wed 20 Nov"; it says as well where
 *   what was sent is not what was approved.
 */
char *
foi_sent_approval_dup_words (JsonNode *approval, FoiDate today)
{
  const char *hash = foi_json_get_string (approval, "hash", "");
  const gboolean is_same
    = hash[0] != '\0' && g_str_equal (hash, foi_json_get_string (approval, "sent", ""));
  const FoiApproval given = { is_same ? FOI_APPROVAL_GIVEN : FOI_APPROVAL_CHANGED,
                              foi_json_get_string (approval, "by", ""),
                              foi_date_from_iso (foi_json_get_string (approval, "date", NULL)) };
  g_autofree char *day = foi_date_to_words_seen (given.date, today);
  g_autofree char *words
    = is_same ? foi_approval_dup_words (&given, today)
              /* Translators: the name of a person, and a day. */
              : g_strdup_printf (_("Approved by %s, %s; changed before it was sent"), given.by,
                                 day);

  /* Translators: the number of a question, and whether it is approved. */
  return g_strdup_printf (_("Question %s: %s"), foi_json_get_string (approval, "number", ""),
                          words);
}
