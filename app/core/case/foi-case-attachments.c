/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-attachments.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"

#define ATTACHMENTS "attachments"
#define REDACTIONS "redactions"

static const char *const members[] = { "name", "file", "format", "size", "sha256", "question",
                                       REDACTIONS, NULL };
static const char *const redaction_members[] = { "place", "tool", "ground", NULL };

/* ---- what there is --------------------------------------------------------------------------- */

/**
 * foi_case_state_get_n_attachments:
 *
 * Returns: how many files go with the letter.
 */
guint
foi_case_state_get_n_attachments (FoiCaseState *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return foi_json_get_n_elements (foi_case_state_get_node (self, ATTACHMENTS));
}

/**
 * foi_case_state_get_attachment:
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): what the case says of it.
 */
JsonNode *
foi_case_state_get_attachment (FoiCaseState *self, guint position)
{
  JsonNode *all;

  g_return_val_if_fail (self != NULL, NULL);

  all = foi_case_state_get_node (self, ATTACHMENTS);
  return position < foi_json_get_n_elements (all) ? foi_json_get_element (all, position) : NULL;
}

/**
 * foi_attachment_get_file:
 * @attachment: what a case says of one
 *
 * Returns: (transfer none): what its file is called beside the case, which is as the letter calls
 *   it unless it was renamed.
 */
const char *
foi_attachment_get_file (JsonNode *attachment)
{
  return foi_json_get_string (attachment, "file", foi_json_get_string (attachment, "name", ""));
}

/**
 * foi_attachment_dup_id:
 * @attachment: what a case says of one
 *
 * Returns: (transfer full): by what its file is known again, wherever it stands among the others
 *   and whatever the letter calls it.
 */
char *
foi_attachment_dup_id (JsonNode *attachment)
{
  return g_strconcat (foi_attachment_get_file (attachment), "\n",
                      foi_json_get_string (attachment, "sha256", ""), NULL);
}

/**
 * foi_attachment_get_n_redactions:
 * @attachment: what a case says of one
 *
 * Returns: how many redactions were recorded.
 */
guint
foi_attachment_get_n_redactions (JsonNode *attachment)
{
  return foi_json_get_n_elements (foi_json_get_member (attachment, REDACTIONS));
}

/**
 * foi_attachment_get_redaction:
 * @attachment: what a case says of one
 * @index: from 0
 * @redaction: (out): what was recorded; never %NULL in it
 *
 * Tells one of its redactions.
 */
void
foi_attachment_get_redaction (JsonNode *attachment, guint index, FoiRedaction *redaction)
{
  JsonNode *all = foi_json_get_member (attachment, REDACTIONS);
  JsonNode *one = index < foi_json_get_n_elements (all) ? foi_json_get_element (all, index) : NULL;

  *redaction = (FoiRedaction){ foi_json_get_string (one, "place", ""),
                               foi_json_get_string (one, "tool", ""),
                               foi_json_get_string (one, "ground", "") };
}

/**
 * foi_attachment_get_extension:
 * @name: of a file
 *
 * Returns: (transfer none): ".pdf", or "".
 */
const char *
foi_attachment_get_extension (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name && strlen (dot) <= 9 ? dot : "";
}

/**
 * foi_attachment_dup_stem:
 * @name: of a file
 *
 * Returns: (transfer full): the name without that.
 */
char *
foi_attachment_dup_stem (const char *name)
{
  return g_strndup (name, strlen (name) - strlen (foi_attachment_get_extension (name)));
}

/**
 * foi_attachment_dup_plain_extension:
 * @name: of a file
 *
 * Returns: (transfer full): "pdf", with nothing in it that a program could misread; "bin" where
 *   there is none.
 */
char *
foi_attachment_dup_plain_extension (const char *name)
{
  const char *extension = foi_attachment_get_extension (name);
  const gboolean has_any = extension[0] == '.' && extension[1] != '\0';
  char *plain = g_ascii_strdown (has_any ? extension + 1 : "bin", -1);

  return g_strcanon (plain, "abcdefghijklmnopqrstuvwxyz0123456789", 'x');
}

/* ---- edits ----------------------------------------------------------------------------------- */

static JsonNode *
get_all (FoiCaseEditor *self)
{
  return foi_case_state_get_node (_foi_case_edits_get_state (self), ATTACHMENTS);
}

static JsonNode *
find (FoiCaseEditor *self, guint position, GError **error)
{
  JsonNode *found = foi_case_state_get_attachment (_foi_case_edits_get_state (self), position);

  if (found == NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no such attachment"));
  return found;
}

static gboolean
set_all (FoiCaseEditor *self, JsonNode *all, const char *label, GError **error)
{
  return foi_case_editor_set_node (self, ATTACHMENTS,
                                   foi_json_get_n_elements (all) > 0 ? all : NULL, label, error);
}

static gboolean
replace (FoiCaseEditor *self, guint position, JsonNode *attachment, const char *label,
         GError **error)
{
  g_autoptr (JsonNode) all = foi_json_array_replace (get_all (self), position, attachment);

  return set_all (self, all, label, error);
}

/* Two of one name could not be told apart in a letter or a mail. */
static gboolean
check_name (FoiCaseEditor *self, const char *name, guint but, GError **error)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  FoiCaseState *state = _foi_case_edits_get_state (self);

  if (name[0] == '\0')
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("Say what the letter calls the file"));
      return FALSE;
    }
  if (strchr (name, '/') != NULL || strchr (name, '\n') != NULL
      || g_str_has_prefix (name, "."))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("“%s” cannot be the name of a file"), name);
      return FALSE;
    }
  for (guint i = 0; i < foi_case_state_get_n_attachments (state); i++)
    {
      JsonNode *attachment = foi_case_state_get_attachment (state, i);
      const char *other = foi_json_get_string (attachment, "name", "");
      g_autofree char *folded = g_utf8_casefold (other, -1);

      if (i == but || !g_str_equal (folded, wanted))
        continue;
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("Another attachment is called “%s” already"), other);
      return FALSE;
    }
  return TRUE;
}

/**
 * foi_case_editor_attach:
 * @attachment: as the store made it of a file
 * @error: %FOI_ERROR_REFUSED where another is called so
 *
 * Adds a file to those that go with the letter.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_editor_attach (FoiCaseEditor *self, JsonNode *attachment, GError **error)
{
  g_autoptr (JsonNode) none = foi_json_new_array ();
  g_autoptr (JsonNode) after = NULL;
  JsonNode *all;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && attachment != NULL, FALSE);

  if (!check_name (self, foi_json_get_string (attachment, "name", ""), G_MAXUINT, error))
    return FALSE;
  all = foi_json_is_array (get_all (self)) ? get_all (self) : none;
  after = foi_json_array_insert (all, foi_json_get_n_elements (all), attachment);
  return set_all (self, after, _("Add Attachment"), error);
}

/**
 * foi_case_editor_detach:
 * @position: from 0
 * @error: %FOI_ERROR_NOT_FOUND
 *
 * Takes a file off those that go with the letter. Where it lies it stays.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_editor_detach (FoiCaseEditor *self, guint position, GError **error)
{
  g_autoptr (JsonNode) after = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  if (find (self, position, error) == NULL)
    return FALSE;
  after = foi_json_array_remove (get_all (self), position);
  return set_all (self, after, _("Remove Attachment"), error);
}

/**
 * foi_case_editor_move_attachment:
 * @position: from 0
 * @to: where it is wanted; beyond the last is the last
 * @error: %FOI_ERROR_NOT_FOUND
 *
 * Changes the order in which the letter lists them.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_editor_move_attachment (FoiCaseEditor *self, guint position, guint to, GError **error)
{
  g_autoptr (JsonNode) after = NULL;
  guint n;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  if (find (self, position, error) == NULL)
    return FALSE;
  n = foi_json_get_n_elements (get_all (self));
  after = foi_json_array_move (get_all (self), position, MIN (to, n - 1));
  return set_all (self, after, _("Move Attachment"), error);
}

/**
 * foi_case_editor_rename_attachment:
 * @position: from 0
 * @name: what the letter calls it; its extension stays, whatever is said
 * @error: %FOI_ERROR_REFUSED where another is called so, or nothing can be
 *
 * Gives it another name in the letter, the pack and the mail. The file keeps its own.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_editor_rename_attachment (FoiCaseEditor *self, guint position, const char *name,
                                   GError **error)
{
  JsonNode *before = NULL;
  g_autofree char *stripped = NULL, *wanted = NULL, *file = NULL;
  g_autoptr (JsonNode) named = NULL, after = NULL;
  const char *extension;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && name != NULL, FALSE);

  before = find (self, position, error);
  if (before == NULL)
    return FALSE;
  file = g_strdup (foi_attachment_get_file (before));
  extension = foi_attachment_get_extension (file);
  stripped = g_strstrip (g_strdup (name));
  wanted = stripped[0] == '\0' || g_str_has_suffix (stripped, extension)
             ? g_strdup (stripped) : g_strconcat (stripped, extension, NULL);
  if (g_str_equal (wanted, foi_json_get_string (before, "name", "")))
    return TRUE;
  if (!check_name (self, wanted, position, error))
    return FALSE;
  named = foi_json_set_string (before, "name", wanted, members);
  after = foi_json_set_string (named, "file", g_str_equal (file, wanted) ? NULL : file, members);
  return replace (self, position, after, _("Rename Attachment"), error);
}

/**
 * foi_case_editor_set_redaction:
 * @position: of the attachment, from 0
 * @index: of the redaction; one more than there are adds it
 * @redaction: what was made elsewhere
 * @error: %FOI_ERROR_NOT_FOUND
 *
 * Records a redaction, or what is known of it by now.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_editor_set_redaction (FoiCaseEditor *self, guint position, guint index,
                               const FoiRedaction *redaction, GError **error)
{
  g_autoptr (JsonNode) empty = foi_json_new_object (), none = foi_json_new_array ();
  g_autoptr (JsonNode) one = NULL, two = NULL, written = NULL, list = NULL, after = NULL;
  JsonNode *before = NULL, *all;
  guint n;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && redaction != NULL, FALSE);

  before = find (self, position, error);
  if (before == NULL)
    return FALSE;
  all = foi_json_get_member (before, REDACTIONS);
  all = foi_json_is_array (all) ? all : none;
  n = foi_json_get_n_elements (all);
  one = foi_json_set_string (index < n ? foi_json_get_element (all, index) : empty, "place",
                             redaction->place, redaction_members);
  two = foi_json_set_string (one, "tool",
                             redaction->tool != NULL && redaction->tool[0] != '\0'
                               ? redaction->tool : NULL, redaction_members);
  written = foi_json_set_string (two, "ground", redaction->ground, redaction_members);
  if (index < n && foi_json_equal (written, foi_json_get_element (all, index)))
    return TRUE;
  list = index < n ? foi_json_array_replace (all, index, written)
                   : foi_json_array_insert (all, n, written);
  after = foi_json_set_member (before, REDACTIONS, list, members);
  return replace (self, position, after, index < n ? _("Change Redaction") : _("Record Redaction"),
                  error);
}

/**
 * foi_case_editor_remove_redaction:
 * @position: of the attachment, from 0
 * @index: of the redaction, from 0
 * @error: %FOI_ERROR_NOT_FOUND
 *
 * Takes it back that a redaction was made.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_editor_remove_redaction (FoiCaseEditor *self, guint position, guint index, GError **error)
{
  g_autoptr (JsonNode) list = NULL, after = NULL;
  JsonNode *before = NULL, *all;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  before = find (self, position, error);
  if (before == NULL)
    return FALSE;
  all = foi_json_get_member (before, REDACTIONS);
  if (index >= foi_json_get_n_elements (all))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no such redaction"));
      return FALSE;
    }
  list = foi_json_array_remove (all, index);
  after = foi_json_set_member (before, REDACTIONS, foi_json_get_n_elements (list) > 0 ? list : NULL,
                               members);
  return replace (self, position, after, _("Remove Redaction"), error);
}
