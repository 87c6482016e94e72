/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-letters.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-case-status.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-letter-kind.h"
#include "foi-sent-approvals.h"

/* The id, and the type, of the letter that every case has. */
#define RESPONSE "response"

/* The state with @element at the end of the list at @path. */
static FoiCaseState *
with_element (FoiCaseState *state, const char *path, JsonNode *element)
{
  JsonNode *list = foi_case_state_get_node (state, path);
  g_autoptr (JsonNode) empty = foi_json_new_array ();
  g_autoptr (JsonNode) longer = NULL;

  longer = foi_json_array_insert (list != NULL ? list : empty, foi_json_get_n_elements (list),
                                  element);
  return foi_case_state_with_node (state, path, longer, NULL);
}

static JsonNode *
new_letter (const char *id, const char *type)
{
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) with_id = foi_json_set_string (empty, "id", id, NULL);

  return foi_json_set_string (with_id, "type", type, NULL);
}

/* An id that no letter has: the type, or the type and a number from @first on. */
static char *
dup_unique_id (FoiCaseState *state, const char *type, guint first)
{
  for (guint number = first;; number++)
    {
      g_autofree char *id = number > 1 ? g_strdup_printf ("%s-%u", type, number) : g_strdup (type);
      g_autofree char *path = g_strconcat ("letters/", id, NULL);

      if (foi_case_state_get_node (state, path) == NULL)
        return g_steal_pointer (&id);
    }
}

static JsonNode *
new_event (const char *type, const char *date)
{
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) typed = foi_json_set_string (empty, "type", type, NULL);

  return foi_json_set_string (typed, "date", date, NULL);
}

static JsonNode *
new_withdrawal (const char *date, const char *by, const char *reason)
{
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) dated = foi_json_set_string (empty, "date", date, NULL);
  g_autoptr (JsonNode) signed_by = by != NULL && by[0] != '\0'
                                     ? foi_json_set_string (dated, "by", by, NULL)
                                     : json_node_ref (dated);

  return foi_json_set_string (signed_by, "reason", reason, NULL);
}

/* Whether it was ever issued, withdrawn or not. */
static gboolean
was_issued (FoiCaseState *state, const char *letter)
{
  JsonNode *issued = foi_case_state_get_node (state, "issued");

  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    if (g_strcmp0 (foi_json_get_string (foi_json_get_element (issued, i), "letter", NULL), letter)
        == 0)
      return TRUE;
  return FALSE;
}

/* The index of the letter's issue that stands, or -1. */
static int
find_issue (FoiCaseState *state, const char *letter)
{
  JsonNode *issued = foi_case_state_get_node (state, "issued");

  for (guint i = foi_json_get_n_elements (issued); i-- > 0;)
    {
      JsonNode *element = foi_json_get_element (issued, i);

      if (g_strcmp0 (foi_json_get_string (element, "letter", NULL), letter) == 0
          && foi_json_get_member (element, "withdrawn") == NULL)
        return (int) i;
    }
  return -1;
}

/**
 * foi_case_state_is_issued:
 *
 * Returns: whether the answer, the last where there are several, is issued: what is changed in the
 *   case does not change it any more.
 */
gboolean
foi_case_state_is_issued (FoiCaseState *state)
{
  JsonNode *letters;
  const char *answer = NULL;

  g_return_val_if_fail (state != NULL, FALSE);

  letters = foi_case_state_get_node (state, "letters");
  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *letter = foi_json_get_element (letters, i);

      if (foi_letter_kind_is_answer (foi_json_get_string (letter, "type", RESPONSE)))
        answer = foi_json_get_string (letter, "id", RESPONSE);
    }
  return answer != NULL && find_issue (state, answer) >= 0;
}

/**
 * foi_case_state_with_letter:
 * @id: the id of a letter
 *
 * A case need not have written down that it has a response, until something is said of it: whoever
 * says something of a letter asks for this first.
 *
 * Returns: (transfer full): the state in which the letter is written down, the same one if it was;
 *   %FOI_ERROR_NOT_FOUND where the case has no such letter and it is not the response.
 */
FoiCaseState *
foi_case_state_with_letter (FoiCaseState *state, const char *id, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) letter = NULL;

  g_return_val_if_fail (state != NULL && id != NULL, NULL);

  path = g_strconcat ("letters/", id, NULL);
  if (foi_case_state_get_node (state, path) != NULL)
    return foi_case_state_ref (state);
  if (!g_str_equal (id, RESPONSE))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                   /* Translators: %s is the id of a letter. */
                   _("There is no letter “%s” in this case"), id);
      return NULL;
    }
  letter = new_letter (id, id);
  return with_element (state, "letters", letter);
}

/**
 * foi_case_state_with_letter_date:
 * @id: the id of a letter
 * @date: a day, ISO 8601
 *
 * Returns: (transfer full): the state in which the letter has that date; else as from
 *   foi_case_state_with_letter().
 */
FoiCaseState *
foi_case_state_with_letter_date (FoiCaseState *state, const char *id, const char *date,
                                 GError **error)
{
  g_autoptr (FoiCaseState) with_letter = NULL;
  g_autoptr (JsonNode) day = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (date != NULL, NULL);

  with_letter = foi_case_state_with_letter (state, id, error);
  if (with_letter == NULL)
    return NULL;
  path = g_strconcat ("letters/", id, "/date", NULL);
  day = foi_json_new_string (date);
  return foi_case_state_with_node (with_letter, path, day, error);
}

static gboolean
is_from_somebody (FoiCaseState *state, GError **error)
{
  const gboolean has_authority = foi_case_state_names_authority (state);

  if (has_authority && foi_case_state_names_sender (state))
    return TRUE;
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                       has_authority ? _("Nobody signs the letter: the authority’s profile names "
                                         "neither a person nor a team")
                                     : _("The letter does not say which authority it comes from"));
  return FALSE;
}

static const FoiLetterKind *
get_kind (FoiCaseState *state, const char *letter)
{
  g_autofree char *path = g_strdup_printf ("letters/%s/type", letter);
  const char *type = foi_case_state_get_string (state, path);

  return foi_letter_kind_find (type != NULL ? type : RESPONSE);
}

/* The state in which the story says what the letter means: an extension, until when. */
static FoiCaseState *
tell_issue (FoiCaseState *state, const char *letter, const char *date)
{
  const FoiLetterKind *kind = get_kind (state, letter);
  g_autofree char *path = g_strdup_printf ("letters/%s/particulars/until", letter);
  const char *until = foi_case_state_get_string (state, path);
  g_autoptr (JsonNode) event = NULL;
  g_autoptr (JsonNode) whole = NULL;

  if (kind == NULL || kind->event == NULL)
    return foi_case_state_ref (state);
  event = new_event (kind->event, date);
  if (until != NULL && until[0] != '\0')
    whole = foi_json_set_string (event, "until", until, NULL);
  return with_element (state, "events", whole != NULL ? whole : event);
}

/* Without the last event of that type and day: what a letter said that was taken back did not
 * happen, and the clock must not go by it. */
static FoiCaseState *
without_event (FoiCaseState *state, const char *type, const char *date)
{
  JsonNode *events = foi_case_state_get_node (state, "events");

  for (guint i = foi_json_get_n_elements (events); i-- > 0;)
    {
      JsonNode *event = foi_json_get_element (events, i);
      g_autoptr (JsonNode) fewer = NULL;

      if (g_strcmp0 (foi_json_get_string (event, "type", NULL), type) != 0
          || g_strcmp0 (foi_json_get_string (event, "date", NULL), date) != 0)
        continue;
      fewer = foi_json_array_remove (events, i);
      return foi_case_state_with_node (state, "events", fewer, NULL);
    }
  return foi_case_state_ref (state);
}

/* That an answer was sent and taken back is the story of the case, and both are told. */
static FoiCaseState *
untell_issue (FoiCaseState *state, const char *letter, const char *date)
{
  const FoiLetterKind *kind = get_kind (state, letter);

  if (kind == NULL || kind->event == NULL || foi_letter_kind_is_answer (kind->type))
    return foi_case_state_ref (state);
  return without_event (state, kind->event, date);
}

/* The record of a letter with who had agreed to its answers. */
static JsonNode *
with_approvals (FoiCaseState *state, JsonNode *issued)
{
  const FoiLetterKind *kind = get_kind (state, foi_json_get_string (issued, "letter", ""));
  g_autoptr (JsonNode) approvals
    = kind != NULL ? foi_case_state_list_sent_approvals (state, kind->type) : NULL;

  return foi_json_set_member (issued, "approvals", approvals, NULL);
}

/**
 * foi_case_editor_issue_letter:
 * @issued: the frozen letter, from foi_issued_new()
 *
 * Records that a letter went out, and who had approved what it answers. What went out is not taken
 * back by undo: the commands before it are forgotten, and foi_case_editor_withdraw_letter() is the
 * way back.
 *
 * Returns: whether it was done; %FOI_ERROR_REFUSED where that letter was issued before and not
 *   withdrawn, for an issued letter is never overwritten, or where the case says neither whose
 *   letter it is nor who signs it; %FOI_ERROR_NOT_FOUND where there is none.
 */
gboolean
foi_case_editor_issue_letter (FoiCaseEditor *self, JsonNode *issued, GError **error)
{
  const char *letter = foi_json_get_string (issued, "letter", "");
  const char *date = foi_json_get_string (issued, "date", "");
  g_autoptr (FoiCaseState) dated = NULL;
  g_autoptr (FoiCaseState) told = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (JsonNode) record = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  if (find_issue (_foi_case_edits_get_state (self), letter) >= 0)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("This letter was issued already. Write a corrected letter instead"));
      return FALSE;
    }
  if (!is_from_somebody (_foi_case_edits_get_state (self), error))
    return FALSE;
  dated = foi_case_state_with_letter_date (_foi_case_edits_get_state (self), letter, date, error);
  if (dated == NULL)
    return FALSE;
  told = tell_issue (dated, letter, date);
  record = with_approvals (dated, issued);
  state = with_element (told, "issued", record);
  foi_case_editor_push (self, state, _("Issue Letter"), NULL);
  foi_case_editor_forget_history (self);
  return TRUE;
}

/**
 * foi_case_editor_withdraw_letter:
 * @letter: the id of an issued letter
 * @date: the day, ISO 8601
 * @by: (nullable): who takes it back
 * @reason: why
 *
 * Takes back a letter that was issued and has not left: it is a draft again, and what was frozen is
 * kept with the reason.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND, or %FOI_ERROR_VALUE without a reason.
 */
gboolean
foi_case_editor_withdraw_letter (FoiCaseEditor *self, const char *letter, const char *date,
                                 const char *by, const char *reason, GError **error)
{
  FoiCaseState *before;
  g_autoptr (JsonNode) event = new_event ("withdrawn", date);
  g_autoptr (JsonNode) told_event = NULL;
  g_autoptr (JsonNode) note = NULL;
  g_autoptr (FoiCaseState) marked = NULL;
  g_autoptr (FoiCaseState) untold = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autofree char *path = NULL;
  int index;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  before = _foi_case_edits_get_state (self);
  index = find_issue (before, letter);
  if (index < 0)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                           _("This letter is not issued, so there is nothing to take back"));
      return FALSE;
    }
  if (reason == NULL || reason[0] == '\0')
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_VALUE,
                           _("Say why the letter is withdrawn: the reason is kept in the case"));
      return FALSE;
    }
  told_event = foi_json_set_string (event, "note", reason, NULL);
  note = new_withdrawal (date, by, reason);
  path = g_strdup_printf ("issued/#%d/withdrawn", index);
  marked = foi_case_state_with_node (before, path, note, error);
  if (marked == NULL)
    return FALSE;
  untold = untell_issue (marked, letter,
                         foi_json_get_string (foi_json_get_element (
                           foi_case_state_get_node (before, "issued"), (guint) index), "date", ""));
  state = with_element (untold, "events", told_event);
  foi_case_editor_push (self, state, _("Withdraw Letter"), NULL);
  foi_case_editor_forget_history (self);
  return TRUE;
}

/**
 * foi_case_editor_correct_letter:
 * @letter: the id of an issued letter
 *
 * Begins a letter that corrects one that was sent: a new draft of the same type with the same
 * rewordings. The one that was sent stays as it was.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_correct_letter (FoiCaseEditor *self, const char *letter, GError **error)
{
  FoiCaseState *before;
  g_autofree char *path = g_strconcat ("letters/", letter, NULL);
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) undated = NULL;
  g_autoptr (JsonNode) renamed = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  JsonNode *old;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  before = _foi_case_edits_get_state (self);
  old = foi_case_state_get_node (before, path);
  if (old == NULL || find_issue (before, letter) < 0)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                           _("This letter is not issued: correct it as it is"));
      return FALSE;
    }
  id = dup_unique_id (before, foi_json_get_string (old, "type", letter), 2);
  undated = foi_json_set_member (old, "date", NULL, NULL);
  renamed = foi_json_set_string (undated, "id", id, NULL);
  state = with_element (before, "letters", renamed);
  foi_case_editor_push (self, state, _("Write Corrected Letter"), NULL);
  return TRUE;
}

/**
 * foi_case_editor_add_letter:
 * @type: a type of letter: "fees-notice"
 *
 * Begins a letter.
 *
 * Returns: (transfer full) (nullable): its id; else %FOI_ERROR_VALUE where there is no such type.
 */
char *
foi_case_editor_add_letter (FoiCaseEditor *self, const char *type, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (JsonNode) letter = NULL;
  g_autoptr (FoiCaseState) state = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && type != NULL, NULL);

  if (foi_letter_kind_find (type) == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
                   /* Translators: %s is a type of letter as the case file writes it. */
                   _("There are no letters of the type “%s”"), type);
      return NULL;
    }
  id = dup_unique_id (_foi_case_edits_get_state (self), type, 1);
  letter = new_letter (id, type);
  state = with_element (_foi_case_edits_get_state (self), "letters", letter);
  foi_case_editor_push (self, state, _("New Letter"), NULL);
  return g_steal_pointer (&id);
}

/**
 * foi_case_editor_remove_letter:
 * @letter: the id of a letter
 *
 * Removes a draft.
 *
 * Returns: whether it was done; %FOI_ERROR_NOT_FOUND where there is none, %FOI_ERROR_REFUSED where
 *   it was issued once: what became of it is kept.
 */
gboolean
foi_case_editor_remove_letter (FoiCaseEditor *self, const char *letter, GError **error)
{
  FoiCaseState *before;
  JsonNode *letters;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && letter != NULL, FALSE);

  before = _foi_case_edits_get_state (self);
  if (was_issued (before, letter))
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("This letter was issued once, so it stays in the case"));
      return FALSE;
    }
  letters = foi_case_state_get_node (before, "letters");
  for (guint i = 0; i < foi_json_get_n_elements (letters); i++)
    {
      JsonNode *element = foi_json_get_element (letters, i);
      g_autoptr (JsonNode) fewer = NULL;
      g_autoptr (FoiCaseState) state = NULL;

      if (g_strcmp0 (foi_json_get_string (element, "id", NULL), letter) != 0)
        continue;
      fewer = foi_json_array_remove (letters, i);
      state = foi_case_state_with_node (before, "letters", fewer, NULL);
      foi_case_editor_push (self, state, _("Delete Draft"), NULL);
      return TRUE;
    }
  g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no letter “%s” in this case"),
               letter);
  return FALSE;
}
