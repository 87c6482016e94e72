/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* Whether every question has the number of its place, so that new ones go on with the counting. */
static gboolean
is_numbered_by_place (JsonNode *questions)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (g_strcmp0 (foi_json_get_string (foi_json_get_element (questions, i), "number", NULL),
                     number) != 0)
        return FALSE;
    }
  return TRUE;
}

static JsonNode *
number_by_place (JsonNode *questions)
{
  g_autoptr (JsonNode) list = json_node_ref (questions);

  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autoptr (JsonNode) question = foi_json_set_string (foi_json_get_element (questions, i),
                                                           "number", number, NULL);
      g_autoptr (JsonNode) before = g_steal_pointer (&list);

      list = foi_json_array_replace (before, i, question);
    }
  return g_steal_pointer (&list);
}

static void
push_questions (FoiCaseEditor *self, JsonNode *questions, gboolean renumber, const char *label)
{
  g_autoptr (JsonNode) list = renumber ? number_by_place (questions) : json_node_ref (questions);
  g_autoptr (FoiCaseState) state
    = foi_case_state_with_node (_foi_case_edits_get_state (self), "questions", list, NULL);

  foi_case_editor_push (self, state, label, NULL);
}

/* Whether @text is the question's id, a path through it, or places or names the question. */
static gboolean
refers_to (const char *text, const char *id)
{
  g_autofree char *placeholder = NULL;
  g_auto (GStrv) segments = NULL;

  if (strstr (text, id) == NULL)
    return FALSE;
  placeholder = g_strdup_printf ("{{question:%s}}", id);
  segments = g_strsplit (text, "/", -1);
  return g_strv_contains ((const char *const *) segments, id) || strstr (text, placeholder) != NULL;
}

static gboolean
is_referred_to (JsonNode *node, const char *id)
{
  JsonObjectIter iter;
  JsonNode *member;

  if (foi_json_is_string (node))
    return refers_to (json_node_get_string (node), id);
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      if (is_referred_to (foi_json_get_element (node, i), id))
        return TRUE;
    }
  if (!foi_json_is_object (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, NULL, &member))
    {
      if (is_referred_to (member, id))
        return TRUE;
    }
  return FALSE;
}

/* An id that no question and no part has, and nothing means that is left of one which went: "q7".
 * Answers, events and issued letters go by it. */
static char *
new_question_id (FoiCaseEditor *self)
{
  JsonNode *root = foi_case_state_get_root (_foi_case_edits_get_state (self));

  for (guint number = 1;; number++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", number);

      if (!is_referred_to (root, id) && _foi_case_editor_use_id (self, id))
        return g_steal_pointer (&id);
    }
}

static gboolean
find_question (JsonNode *questions, const char *id, guint *index, GError **error)
{
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      if (g_strcmp0 (foi_json_get_string (foi_json_get_element (questions, i), "id", NULL),
                     id) == 0)
        {
          *index = i;
          return TRUE;
        }
    }
  g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"), id);
  return FALSE;
}

/**
 * foi_case_editor_add_question:
 * @position: where; as many as there are or more: last
 * @text: the question as asked
 * @label_text: (nullable): its short name for lists
 * @id: (out) (optional) (transfer full): its id
 *
 * Adds an open question. Where the questions are numbered by their places they stay so.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_editor_add_question (FoiCaseEditor *self, guint position, const char *text,
                              const char *label_text, char **id, GError **error)
{
  JsonNode *questions;
  g_autofree char *new_id = NULL;
  g_autofree char *number = NULL;
  g_autoptr (JsonNode) empty = foi_json_new_array ();
  g_autoptr (JsonNode) question = NULL;
  g_autoptr (JsonNode) list = NULL;
  JsonObject *object;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  questions = foi_case_state_get_node (_foi_case_edits_get_state (self), "questions");
  if (questions == NULL)
    questions = empty;
  position = MIN (position, foi_json_get_n_elements (questions));
  new_id = new_question_id (self);
  number = g_strdup_printf ("%u", position + 1);
  object = json_object_new ();
  json_object_set_string_member (object, "id", new_id);
  json_object_set_string_member (object, "number", number);
  json_object_set_string_member (object, "label", label_text != NULL ? label_text : "");
  json_object_set_string_member (object, "text", text);
  json_object_set_string_member (object, "held", foi_held_to_name (FOI_HELD_NOT_CONSIDERED));
  json_object_set_string_member (object, "outcome", foi_outcome_to_name (FOI_OUTCOME_OPEN));
  question = foi_json_take_object (object);
  list = foi_json_array_insert (questions, position, question);
  push_questions (self, list, is_numbered_by_place (questions), _("Add Question"));
  if (id != NULL)
    *id = g_steal_pointer (&new_id);
  return TRUE;
}

/* No new question gets the id of this one, or of a part of it. */
static void
note_ids (FoiCaseEditor *self, JsonNode *question)
{
  JsonNode *parts = foi_json_get_member (question, "parts");
  const char *id = foi_json_get_string (question, "id", NULL);

  if (id != NULL)
    _foi_case_editor_use_id (self, id);
  for (guint i = 0; i < foi_json_get_n_elements (parts); i++)
    note_ids (self, foi_json_get_element (parts, i));
}

/**
 * foi_case_editor_remove_question:
 * @question: the id of a question
 *
 * Removes a question with its answer. Its tables stay in the case.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_remove_question (FoiCaseEditor *self, const char *question, GError **error)
{
  JsonNode *questions;
  g_autoptr (JsonNode) list = NULL;
  guint index;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  questions = foi_case_state_get_node (_foi_case_edits_get_state (self), "questions");
  if (!find_question (questions, question, &index, error))
    return FALSE;
  note_ids (self, foi_json_get_element (questions, index));
  list = foi_json_array_remove (questions, index);
  push_questions (self, list, is_numbered_by_place (questions), _("Delete Question"));
  return TRUE;
}

/**
 * foi_case_editor_move_question:
 * @question: the id of a question
 * @position: where it is to be
 *
 * Moves a question. References to it follow, because they go by its id.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_move_question (FoiCaseEditor *self, const char *question, guint position,
                               GError **error)
{
  JsonNode *questions;
  g_autoptr (JsonNode) list = NULL;
  guint index;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  questions = foi_case_state_get_node (_foi_case_edits_get_state (self), "questions");
  if (!find_question (questions, question, &index, error))
    return FALSE;
  position = MIN (position, foi_json_get_n_elements (questions) - 1);
  if (position == index)
    return TRUE;
  list = foi_json_array_move (questions, index, position);
  push_questions (self, list, is_numbered_by_place (questions), _("Move Question"));
  return TRUE;
}
