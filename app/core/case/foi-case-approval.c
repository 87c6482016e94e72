/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-approval.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-letter-kind.h"

static const char *const names[] = {
  [FOI_APPROVAL_NONE] = "none",
  [FOI_APPROVAL_GIVEN] = "approved",
  [FOI_APPROVAL_CHANGED] = "changed",
};

/* ---- what is approved ------------------------------------------------------------------------ */

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void add_node (GChecksum *checksum, JsonNode *node);

static void
add_text (GChecksum *checksum, const char *kind, const char *text)
{
  g_autofree char *length = g_strdup_printf ("%s%" G_GSIZE_FORMAT ":", kind, strlen (text));

  g_checksum_update (checksum, (const guchar *) length, -1);
  g_checksum_update (checksum, (const guchar *) text, -1);
}

/* In the order of the keys: that in which a file has them says nothing. */
static void
add_object (GChecksum *checksum, JsonNode *node)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &member))
    g_ptr_array_add (keys, (gpointer) key);
  g_ptr_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    {
      add_text (checksum, "k", keys->pdata[i]);
      add_node (checksum, foi_json_get_member (node, keys->pdata[i]));
    }
  add_text (checksum, "o", "");
}

static void
add_node (GChecksum *checksum, JsonNode *node)
{
  g_autofree char *plain = NULL;

  if (foi_json_is_object (node))
    add_object (checksum, node);
  else if (foi_json_is_array (node))
    {
      for (guint i = 0; i < foi_json_get_n_elements (node); i++)
        add_node (checksum, foi_json_get_element (node, i));
      add_text (checksum, "a", "");
    }
  else if (foi_json_is_string (node))
    add_text (checksum, "s", json_node_get_string (node));
  else
    {
      plain = json_to_string (node, FALSE);
      add_text (checksum, "v", plain);
    }
}

/* What a letter shows of a question's tables, and of those of its parts. */
static void
add_tables (GChecksum *checksum, FoiBrief *brief, FoiQuestion *question)
{
  g_auto (GStrv) tables = foi_question_dup_tables (question);
  GListModel *parts = foi_question_get_parts (question);

  for (guint i = 0; tables != NULL && tables[i] != NULL; i++)
    {
      FoiPublication *table = foi_brief_find_publication (brief, tables[i]);
      g_autoptr (JsonNode) node = table != NULL ? foi_publication_to_json (table) : NULL;

      if (node != NULL)
        add_node (checksum, node);
    }
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);

      add_tables (checksum, brief, part);
    }
}

/* Whether a file goes with the question: with a part of it, or with all that is answered. */
static gboolean
goes_with (JsonNode *attachment, FoiQuestion *question)
{
  const char *named = foi_json_get_string (attachment, "question", NULL);
  GListModel *parts = foi_question_get_parts (question);

  if (named == NULL || g_str_equal (named, foi_question_get_id (question)))
    return TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);

      if (g_str_equal (named, foi_question_get_id (part)))
        return TRUE;
    }
  return FALSE;
}

static void
add_attachments (GChecksum *checksum, FoiBrief *brief, FoiQuestion *question)
{
  JsonNode *attachments = foi_brief_get_attachments (brief);

  for (guint i = 0; i < foi_json_get_n_elements (attachments); i++)
    {
      JsonNode *attachment = foi_json_get_element (attachments, i);

      if (goes_with (attachment, question))
        add_node (checksum, attachment);
    }
}

/* The law whose sections are named, and the paragraphs that somebody worded otherwise: the
 * authority in all letters, an officer in the latest that answers. */
static void
add_wording (GChecksum *checksum, FoiBrief *brief)
{
  JsonNode *letters = foi_brief_get_letters (brief);
  JsonNode *own = foi_json_get_member (foi_brief_get_authority (brief), "wording");
  JsonNode *reworded = NULL;

  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);

      if (foi_letter_kind_is_answer (foi_json_get_string (letter, "type", NULL)))
        reworded = foi_json_get_member (letter, "paragraphs");
    }
  add_text (checksum, "law", foi_brief_get_regime (brief));
  if (own != NULL)
    add_node (checksum, own);
  add_text (checksum, "letter", "");
  if (reworded != NULL)
    add_node (checksum, reworded);
}

/**
 * foi_brief_dup_question_hash:
 * @question: the id of a question, or of a part of one
 *
 * Returns: (transfer full) (nullable): the SHA-256 of all that a letter can know of it: the
 *   question with its grounds and answer, its tables as they are shown, the files that go with it,
 *   the law, and reworded paragraphs. What is internal is not in it, nor the order in which a file
 *   has its members, nor when and to whom the letter goes.
 */
char *
foi_brief_dup_question_hash (FoiBrief *self, const char *question)
{
  g_autoptr (GChecksum) checksum = NULL;
  FoiQuestion *found;

  g_return_val_if_fail (self != NULL && question != NULL, NULL);

  found = foi_brief_find_question (self, question);
  if (found == NULL)
    return NULL;
  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  add_node (checksum, foi_question_get_node (found));
  add_tables (checksum, self, found);
  add_attachments (checksum, self, found);
  add_wording (checksum, self);
  return g_strdup (g_checksum_get_string (checksum));
}

static JsonNode *
get_node (FoiCaseState *state, const char *question)
{
  g_autofree char *place = foi_case_state_dup_question_path (state, question);
  g_autofree char *path = place != NULL ? g_strconcat (place, "/approved", NULL) : NULL;

  return path != NULL ? foi_case_state_get_node (state, path) : NULL;
}

/**
 * foi_case_state_get_approval:
 * @question: the id of a question, or of a part of one
 * @approval: (out): whether it was approved, and is what was approved
 */
void
foi_case_state_get_approval (FoiCaseState *self, const char *question, FoiApproval *approval)
{
  g_autoptr (FoiBrief) brief = NULL;
  g_autofree char *hash = NULL;
  JsonNode *node;

  g_return_if_fail (self != NULL && question != NULL && approval != NULL);

  node = get_node (self, question);
  approval->by = foi_json_get_string (node, "by", "");
  approval->date = foi_date_from_iso (foi_json_get_string (node, "date", NULL));
  approval->state = FOI_APPROVAL_NONE;
  if (node == NULL)
    return;
  brief = foi_case_state_publish (self);
  hash = foi_brief_dup_question_hash (brief, question);
  approval->state = g_strcmp0 (foi_json_get_string (node, "hash", ""), hash) == 0
                      ? FOI_APPROVAL_GIVEN : FOI_APPROVAL_CHANGED;
}

/**
 * foi_case_state_needs_approval:
 *
 * Returns: whether the authority wants each answer approved before it goes.
 */
gboolean
foi_case_state_needs_approval (FoiCaseState *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return foi_json_get_boolean (foi_case_state_get_node (self, "authority"), "needs_approval",
                               FALSE);
}

/**
 * foi_approval_state_to_name:
 *
 * Returns: "approved", as other programs read it.
 */
const char *
foi_approval_state_to_name (FoiApprovalState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (names), names[0]);

  return names[state];
}

/**
 * foi_approval_dup_words:
 * @today: the day on which one looks
 *
 * Returns: (transfer full): "Approved by D. Head, Wed 20 Nov"
 */
char *
foi_approval_dup_words (const FoiApproval *self, FoiDate today)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  day = foi_date_to_words_seen (self->date, today);
  switch (self->state)
    {
    case FOI_APPROVAL_GIVEN:
      return g_strdup_printf (_("Approved by %s, %s"), self->by, day);
    case FOI_APPROVAL_CHANGED:
      return g_strdup_printf (_("Changed since approved by %s, %s"), self->by, day);
    case FOI_APPROVAL_NONE:
    default:
      return g_strdup (_("Not approved"));
    }
}

/* ---- edits ----------------------------------------------------------------------------------- */

static gboolean
set_approved (FoiCaseEditor *self, const char *question, JsonNode *value, const char *label,
              GError **error)
{
  g_autofree char *place
    = foi_case_state_dup_question_path (_foi_case_edits_get_state (self), question);
  g_autofree char *path = NULL;

  if (place == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"),
                   question);
      return FALSE;
    }
  path = g_strconcat (place, "/approved", NULL);
  return foi_case_editor_set_node (self, path, value, label, error);
}

/**
 * foi_case_editor_approve:
 * @question: the id of a question, or of a part of one
 * @by: who approves
 * @date: when
 *
 * Notes that somebody agrees to what the question says now.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND, or %FOI_ERROR_REFUSED without a name.
 */
gboolean
foi_case_editor_approve (FoiCaseEditor *self, const char *question, const char *by, FoiDate date,
                         GError **error)
{
  g_autofree char *name = NULL, *hash = NULL, *iso = NULL;
  g_autoptr (FoiBrief) brief = NULL;
  JsonObject *object;
  g_autoptr (JsonNode) value = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && question != NULL && by != NULL, FALSE);
  g_return_val_if_fail (date != FOI_DATE_NONE, FALSE);

  name = g_strstrip (g_strdup (by));
  if (name[0] == '\0')
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("Say who approves"));
      return FALSE;
    }
  brief = foi_case_state_publish (_foi_case_edits_get_state (self));
  hash = foi_brief_dup_question_hash (brief, question);
  iso = foi_date_to_iso (date);
  object = json_object_new ();
  json_object_set_string_member (object, "by", name);
  json_object_set_string_member (object, "date", iso);
  json_object_set_string_member (object, "hash", hash != NULL ? hash : "");
  value = foi_json_take_object (object);
  return set_approved (self, question, value, _("Approve"), error);
}

/**
 * foi_case_editor_withdraw_approval:
 * @question: the id of a question, or of a part of one
 *
 * Takes back that somebody agreed.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_withdraw_approval (FoiCaseEditor *self, const char *question, GError **error)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && question != NULL, FALSE);

  return set_approved (self, question, NULL, _("Take Back Approval"), error);
}
