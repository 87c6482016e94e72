/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-asked-edits.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-edits.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-question-label.h"

static GListModel *
get_questions (FoiDocument *document)
{
  return foi_case_get_questions (foi_document_get_case (document));
}

static char *
dup_label (const char *text)
{
  const FoiTextSpan whole = { 0, strlen (text) };
  g_auto (GStrv) labels = foi_question_labels_make (text, &whole, 1);

  return g_strdup (labels != NULL && labels[0] != NULL ? labels[0] : "");
}

/**
 * foi_asked_find:
 *
 * Returns: which of the questions @question is; -1 where it is none.
 */
int
foi_asked_find (FoiDocument *document, const char *question)
{
  GListModel *questions;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), -1);

  questions = get_questions (document);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) item = g_list_model_get_item (questions, i);

      if (g_strcmp0 (foi_question_get_id (item), question) == 0)
        return (int) i;
    }
  return -1;
}

/**
 * foi_asked_add:
 * @position: where
 * @text: the question as asked
 * @id: (out) (optional) (transfer full): its id
 *
 * Adds a question with a short name made from its words.
 *
 * Returns: whether it was done.
 */
gboolean
foi_asked_add (FoiDocument *document, guint position, const char *text, char **id, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  label = dup_label (text);
  return foi_case_editor_add_question (foi_document_get_editor (document), position, text, label,
                                       id, error);
}

/**
 * foi_asked_split:
 * @question: a question
 * @offset: after how many of its characters
 * @id: (out) (optional) (transfer full): the id of the new question, which has the rest
 *
 * Makes two questions of one. The answer stays with the first.
 *
 * Returns: whether it was done; else %FOI_ERROR_VALUE: there are no words on one side.
 */
gboolean
foi_asked_split (FoiDocument *document, const char *question, guint offset, char **id,
                 GError **error)
{
  FoiCaseEditor *editor;
  FoiQuestion *item;
  const char *text;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), FALSE);

  item = foi_case_find_question (foi_document_get_case (document), question);
  text = item != NULL ? foi_question_get_text (item) : "";
  offset = MIN (offset, (guint) g_utf8_strlen (text, -1));
  second = g_strstrip (g_strdup (g_utf8_offset_to_pointer (text, (glong) offset)));
  first = g_strstrip (g_utf8_substring (text, 0, (glong) offset));
  if (first[0] == '\0' || second[0] == '\0')
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_VALUE,
                           _("Put the cursor between the words of the two questions, then split"));
      return FALSE;
    }
  editor = foi_document_get_editor (document);
  path = g_strdup_printf ("questions/%s/text", question);
  foi_case_editor_begin (editor, _("Split Question"));
  if (!foi_case_editor_set_string (editor, path, first, _("Split Question"), error)
      || !foi_asked_add (document, (guint) foi_asked_find (document, question) + 1, second, id,
                         error))
    {
      foi_case_editor_cancel (editor);
      return FALSE;
    }
  foi_case_editor_end (editor);
  return TRUE;
}

static JsonNode *
join_texts (JsonNode *a, JsonNode *b, const char *key, const char *separator)
{
  const char *first = foi_json_get_string (a, key, "");
  const char *second = foi_json_get_string (b, key, "");
  g_autofree char *text
    = g_strconcat (first, first[0] != '\0' && second[0] != '\0' ? separator : "", second, NULL);

  return text[0] != '\0' ? foi_json_set_string (a, key, text, NULL) : json_node_ref (a);
}

static JsonNode *
join_arrays (JsonNode *a, JsonNode *b, const char *key)
{
  JsonNode *first = foi_json_get_member (a, key);
  JsonNode *second = foi_json_get_member (b, key);
  g_autoptr (JsonNode) list = first != NULL ? json_node_ref (first) : foi_json_new_array ();

  if (foi_json_get_n_elements (second) == 0)
    return json_node_ref (a);
  for (guint i = 0; i < foi_json_get_n_elements (second); i++)
    {
      g_autoptr (JsonNode) before = g_steal_pointer (&list);

      list = foi_json_array_insert (before, foi_json_get_n_elements (before),
                                    foi_json_get_element (second, i));
    }
  return foi_json_set_member (a, key, list, NULL);
}

/* @a with the words, answer, tables and grounds of @b after its own. */
static JsonNode *
join (JsonNode *a, JsonNode *b)
{
  static const char *const arrays[] = { "tables", "grounds", "parts" };
  g_autoptr (JsonNode) asked = join_texts (a, b, "text", "\n");
  g_autoptr (JsonNode) joined = join_texts (asked, b, "answer", "\n\n");

  for (gsize i = 0; i < G_N_ELEMENTS (arrays); i++)
    {
      g_autoptr (JsonNode) before = g_steal_pointer (&joined);

      joined = join_arrays (before, b, arrays[i]);
    }
  return g_steal_pointer (&joined);
}

/**
 * foi_asked_merge:
 * @question: a question that is not the last
 *
 * Makes one question of it and the next: their words, answers, tables, grounds and parts.
 *
 * Returns: whether it was done.
 */
gboolean
foi_asked_merge (FoiDocument *document, const char *question, GError **error)
{
  FoiCaseEditor *editor;
  int index;
  g_autoptr (FoiQuestion) item = NULL;
  g_autoptr (FoiQuestion) next = NULL;
  g_autoptr (JsonNode) joined = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), FALSE);

  index = foi_asked_find (document, question);
  if (index >= 0)
    {
      item = g_list_model_get_item (get_questions (document), (guint) index);
      next = g_list_model_get_item (get_questions (document), (guint) index + 1);
    }
  if (next == NULL)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                           _("There is no question after this one"));
      return FALSE;
    }
  editor = foi_document_get_editor (document);
  joined = join (foi_question_get_node (item), foi_question_get_node (next));
  path = g_strconcat ("questions/", question, NULL);
  foi_case_editor_begin (editor, _("Merge Questions"));
  if (!foi_case_editor_remove_question (editor, foi_question_get_id (next), error)
      || !foi_case_editor_set_node (editor, path, joined, _("Merge Questions"), error))
    {
      foi_case_editor_cancel (editor);
      return FALSE;
    }
  foi_case_editor_end (editor);
  return TRUE;
}
