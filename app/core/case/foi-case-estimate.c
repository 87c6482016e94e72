/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-estimate.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/**
 * foi_case_state_get_estimate:
 * @question: the id of a question, or of a part of one
 *
 * Returns: (transfer none) (nullable): its estimate.
 */
JsonNode *
foi_case_state_get_estimate (FoiCaseState *self, const char *question)
{
  g_autofree char *path = NULL;
  g_autofree char *estimate = NULL;

  g_return_val_if_fail (self != NULL && question != NULL, NULL);

  path = foi_case_state_dup_question_path (self, question);
  if (path == NULL)
    return NULL;
  estimate = g_strconcat (path, "/estimate", NULL);
  return foi_case_state_get_node (self, estimate);
}

/**
 * foi_case_state_pool_estimate:
 * @question: the id of a question, or of a part of one
 * @calendar: (nullable): the working days of the case's law
 *
 * Returns: (transfer full): what the cost of the question comes to. It refers to nodes of @self.
 */
FoiEstimatePool *
foi_case_state_pool_estimate (FoiCaseState *self, const char *question, FoiRules *rules,
                              FoiCalendar *calendar)
{
  FoiEstimateCase facts = { .rules = rules, .calendar = calendar };

  g_return_val_if_fail (self != NULL && question != NULL && rules != NULL, NULL);

  facts.questions = foi_case_state_get_node (self, "questions");
  facts.regime = foi_case_state_get_string (self, "regime");
  facts.profile = foi_case_state_get_node (self, "authority");
  facts.received = foi_date_from_iso (foi_case_state_get_string (self, "request/received"));
  return foi_estimate_pool_new (&facts, question);
}

/* ---- edits ----------------------------------------------------------------------------------- */

static gboolean
is_empty (JsonNode *node)
{
  return foi_json_is_array (node) ? foi_json_get_n_elements (node) == 0
                                  : json_object_get_size (json_node_get_object (node)) == 0;
}

/* A list that is empty goes away, and so does an estimate that says nothing. */
static gboolean
set_list (FoiCaseEditor *self, const char *question, const char *list, JsonNode *value,
          const char *label, GError **error)
{
  FoiCaseState *state = _foi_case_edits_get_state (self);
  JsonNode *estimate = foi_case_state_get_estimate (state, question);
  g_autofree char *place = foi_case_state_dup_question_path (state, question);
  g_autofree char *path = g_strconcat (place, "/estimate", NULL);
  g_autoptr (JsonNode) none = foi_json_new_object ();
  g_autoptr (JsonNode) changed
    = foi_json_set_member (estimate != NULL ? estimate : none, list,
                           is_empty (value) ? NULL : value, NULL);

  return foi_case_editor_set_node (self, path, is_empty (changed) ? NULL : changed, label, error);
}

/* Returns: (transfer full) (nullable): the list, which may be empty; %NULL without the question. */
static JsonNode *
dup_list (FoiCaseEditor *self, const char *question, const char *list, GError **error)
{
  FoiCaseState *state = _foi_case_edits_get_state (self);
  g_autofree char *path = foi_case_state_dup_question_path (state, question);
  JsonNode *found;

  if (path == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"),
                   question);
      return NULL;
    }
  found = foi_json_get_member (foi_case_state_get_estimate (state, question), list);
  return found != NULL ? json_node_ref (found) : foi_json_new_array ();
}

static gboolean
check_position (JsonNode *list, guint position, GError **error)
{
  if (position < foi_json_get_n_elements (list))
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("The estimate has no row %u"),
               position + 1);
  return FALSE;
}

/**
 * foi_case_editor_insert_in_estimate:
 * @question: the id of a question, or of a part of one
 * @list: in which list
 * @position: where it is to be; the end of the list at most
 * @item: what it is to say
 * @label: what the command is called
 *
 * Adds a row to an estimate, which need not be there yet.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND, or %FOI_ERROR_LIMIT for one too many.
 */
gboolean
foi_case_editor_insert_in_estimate (FoiCaseEditor *self, const char *question, const char *list,
                                    guint position, JsonNode *item, const char *label,
                                    GError **error)
{
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && item != NULL, FALSE);

  before = dup_list (self, question, list, error);
  if (before == NULL)
    return FALSE;
  if (foi_json_get_n_elements (before) >= FOI_ESTIMATE_MOST_ROWS)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("An estimate may have %d rows at most. Put alike work into one."),
                   FOI_ESTIMATE_MOST_ROWS);
      return FALSE;
    }
  after = foi_json_array_insert (before, MIN (position, foi_json_get_n_elements (before)), item);
  return set_list (self, question, list, after, label, error);
}

/**
 * foi_case_editor_delete_in_estimate:
 * @position: which row
 *
 * Deletes a row of an estimate.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_delete_in_estimate (FoiCaseEditor *self, const char *question, const char *list,
                                    guint position, const char *label, GError **error)
{
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  before = dup_list (self, question, list, error);
  if (before == NULL || !check_position (before, position, error))
    return FALSE;
  after = foi_json_array_remove (before, position);
  return set_list (self, question, list, after, label, error);
}

/**
 * foi_case_editor_move_in_estimate:
 * @from: which row
 * @to: where it is to be; the last of the list at most
 *
 * Moves a row of an estimate.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_move_in_estimate (FoiCaseEditor *self, const char *question, const char *list,
                                  guint from, guint to, const char *label, GError **error)
{
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  before = dup_list (self, question, list, error);
  if (before == NULL || !check_position (before, from, error))
    return FALSE;
  to = MIN (to, foi_json_get_n_elements (before) - 1);
  if (to == from)
    return TRUE;
  after = foi_json_array_move (before, from, to);
  return set_list (self, question, list, after, label, error);
}

/**
 * foi_case_editor_set_similar:
 * @other: the id of another question
 * @is_similar: whether its estimate is to be added to that of @question
 *
 * Says with which questions one is added up (FOIA section 12(4)).
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_set_similar (FoiCaseEditor *self, const char *question, const char *other,
                             gboolean is_similar, GError **error)
{
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (JsonNode) name = NULL;
  guint position = 0, n;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self) && other != NULL, FALSE);

  before = dup_list (self, question, "similar_to", error);
  if (before == NULL)
    return FALSE;
  name = foi_json_new_string (other);
  n = foi_json_get_n_elements (before);
  while (position < n && !foi_json_equal (foi_json_get_element (before, position), name))
    position++;
  if ((position < n) == is_similar)
    return TRUE;
  after = is_similar ? foi_json_array_insert (before, n, name)
                     : foi_json_array_remove (before, position);
  return set_list (self, question, "similar_to", after, _("Change Added-up Questions"), error);
}
