/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-cells.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/*
 * _foi_case_edits_push_table:
 *
 * The current state with @data in the place of the table of its name, as one command.
 */
void
_foi_case_edits_push_table (FoiCaseEditor *self, FoiTableData *data, const char *label)
{
  g_autoptr (FoiCaseState) state
    = foi_case_state_with_table (_foi_case_edits_get_state (self), data);

  foi_case_editor_push (self, state, label, NULL);
}

/**
 * foi_case_state_with_table_member:
 * @table: the name of a table that is there
 * @key: a member of the resource that is not its name, fields or data
 * @value: (nullable): sealed; %NULL removes
 *
 * Returns: (transfer full): the case with it.
 */
FoiCaseState *
foi_case_state_with_table_member (FoiCaseState *self, const char *table, const char *key,
                                  JsonNode *value)
{
  FoiTableData *data = foi_case_state_find_table (self, table);
  g_autoptr (JsonNode) resource = NULL;
  g_autoptr (FoiTableData) changed = NULL;

  g_return_val_if_fail (data != NULL, NULL);

  resource = foi_json_set_member (foi_table_data_get_resource (data), key, value, NULL);
  changed = foi_table_data_with_resource (data, resource);
  return foi_case_state_with_table (self, changed);
}

/**
 * foi_case_editor_set_table_member:
 * @key: a member of the resource that is not its name, fields or data: "title", "foi:chart"
 * @value: (nullable): sealed; %NULL removes
 * @label: what the person did
 *
 * Changes what is said of a table. Titles that are typed on are one command.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_set_table_member (FoiCaseEditor *self, const char *table, const char *key,
                                  JsonNode *value, const char *label, GError **error)
{
  g_autoptr (FoiCaseState) state = NULL;
  g_autofree char *merge_key = NULL;
  FoiTableData *data;
  JsonNode *current;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (!g_str_equal (key, "name") && !g_str_equal (key, "data"), FALSE);

  data = _foi_case_edits_find_table (_foi_case_edits_get_state (self), table, error);
  if (data == NULL)
    return FALSE;
  current = foi_json_get_member (foi_table_data_get_resource (data), key);
  if (current == value || (current != NULL && value != NULL && foi_json_equal (current, value)))
    return TRUE;
  if (foi_json_is_string (value))
    merge_key = g_strdup_printf ("tables/%s/%s", table, key);
  state = foi_case_state_with_table_member (_foi_case_edits_get_state (self), table, key, value);
  foi_case_editor_push (self, state, label, merge_key);
  return TRUE;
}

/* The state in which the list of strings at @path has @text at its end, once. */
static FoiCaseState *
with_string_in_list (FoiCaseState *state, const char *path, const char *text)
{
  JsonNode *list = foi_case_state_get_node (state, path);
  g_autoptr (JsonNode) empty = foi_json_new_array ();
  g_autoptr (JsonNode) string = foi_json_new_string (text);
  g_autoptr (JsonNode) longer = NULL;

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      if (foi_json_equal (foi_json_get_element (list, i), string))
        return foi_case_state_ref (state);
    }
  longer = foi_json_array_insert (list != NULL ? list : empty, foi_json_get_n_elements (list),
                                  string);
  return foi_case_state_with_node (state, path, longer, NULL);
}

/**
 * foi_case_editor_add_table:
 * @data: a table whose name is new to the case
 * @question: (nullable): the id of the question it answers
 *
 * Adds a table. It is set in the letter after the question's answer until it is placed in it.
 *
 * Returns: whether it was done; else %FOI_ERROR_REFUSED for a name in use, %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_add_table (FoiCaseEditor *self, FoiTableData *data, const char *question,
                           GError **error)
{
  g_autoptr (FoiCaseState) with_table = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autofree char *path = NULL;
  g_autofree char *list = NULL;
  const char *name;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (data != NULL, FALSE);

  name = foi_table_data_get_name (data);
  if (foi_case_state_find_table (_foi_case_edits_get_state (self), name) != NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("This case has a table “%s” already"),
                   name);
      return FALSE;
    }
  with_table = foi_case_state_with_table (_foi_case_edits_get_state (self), data);
  if (question == NULL)
    {
      foi_case_editor_push (self, with_table, _("Add Table"), NULL);
      return TRUE;
    }
  path = foi_case_state_dup_question_path (with_table, question);
  if (path == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"),
                   question);
      return FALSE;
    }
  list = g_strconcat (path, "/tables", NULL);
  state = with_string_in_list (with_table, list, name);
  foi_case_editor_push (self, state, _("Add Table"), NULL);
  return TRUE;
}

/* @text without the lines that place the thing and nothing else. */
static char *
without_placeholder (const char *text, const char *kind, const char *name)
{
  g_autofree char *placeholder = g_strdup_printf ("{{%s:%s}}", kind, name);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GStrvBuilder) kept = g_strv_builder_new ();
  g_auto (GStrv) kept_lines = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strstrip (g_strdup (lines[i]));

      if (g_strcmp0 (line, placeholder) != 0)
        g_strv_builder_add (kept, lines[i]);
    }
  kept_lines = g_strv_builder_end (kept);
  return g_strjoinv ("\n", kept_lines);
}

static JsonNode *
question_without_table (JsonNode *question, const char *name)
{
  g_autoptr (JsonNode) result = json_node_ref (question);
  JsonNode *tables = foi_json_get_member (question, "tables");
  const char *answer = foi_json_get_string (question, "answer", NULL);
  JsonNode *parts = foi_json_get_member (question, "parts");

  for (guint i = foi_json_get_n_elements (tables); i-- > 0;)
    {
      JsonNode *element = foi_json_get_element (tables, i);

      if (foi_json_is_string (element) && g_str_equal (json_node_get_string (element), name))
        {
          g_autoptr (JsonNode) before = g_steal_pointer (&result);
          g_autoptr (JsonNode) rest = foi_json_array_remove (tables, i);

          result = foi_json_set_member (before, "tables", rest, NULL);
        }
    }
  if (answer != NULL)
    {
      g_autofree char *no_table = without_placeholder (answer, "table", name);
      g_autofree char *bare = without_placeholder (no_table, "chart", name);

      if (!g_str_equal (bare, answer))
        {
          g_autoptr (JsonNode) before = g_steal_pointer (&result);

          result = foi_json_set_string (before, "answer", bare, NULL);
        }
    }
  for (guint i = 0; i < foi_json_get_n_elements (parts); i++)
    {
      g_autoptr (JsonNode) before = g_steal_pointer (&result);
      g_autoptr (JsonNode) part = question_without_table (foi_json_get_element (parts, i), name);
      g_autoptr (JsonNode) list = foi_json_array_replace (foi_json_get_member (before, "parts"), i,
                                                          part);

      result = foi_json_set_member (before, "parts", list, NULL);
    }
  return g_steal_pointer (&result);
}

/* The list at @path without the elements that are of the table. */
static FoiCaseState *
without_entries (FoiCaseState *state, const char *path, const char *name)
{
  JsonNode *entries = foi_case_state_get_node (state, path);
  g_autoptr (JsonNode) rest = entries != NULL ? json_node_ref (entries) : NULL;

  for (guint i = foi_json_get_n_elements (entries); i-- > 0;)
    {
      if (g_strcmp0 (foi_json_get_string (foi_json_get_element (entries, i), "table", NULL),
                     name) == 0)
        {
          g_autoptr (JsonNode) before = g_steal_pointer (&rest);

          rest = foi_json_array_remove (before, i);
        }
    }
  return foi_case_state_with_node (state, path,
                                   foi_json_get_n_elements (rest) > 0 ? rest : NULL, NULL);
}

/**
 * foi_case_editor_remove_table:
 * @table: the name of a table
 *
 * Removes a table, its places in answers, and what was withheld and noted of it.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_remove_table (FoiCaseEditor *self, const char *table, GError **error)
{
  static const char *const lists[] = { "withheld", "internal/notes", "internal/imports",
                                       "internal/combined" };
  g_autoptr (FoiCaseState) state = NULL;
  JsonNode *questions;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  if (_foi_case_edits_find_table (_foi_case_edits_get_state (self), table, error) == NULL)
    return FALSE;
  state = foi_case_state_without_table (_foi_case_edits_get_state (self), table);
  questions = foi_case_state_get_node (state, "questions");
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      g_autoptr (FoiCaseState) before = g_steal_pointer (&state);
      g_autofree char *path = g_strdup_printf ("questions/#%u", i);
      g_autoptr (JsonNode) question = question_without_table (foi_json_get_element (questions, i),
                                                              table);

      state = foi_case_state_with_node (before, path, question, NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (FoiCaseState) before = g_steal_pointer (&state);

      state = without_entries (before, lists[i], table);
    }
  foi_case_editor_push (self, state, _("Delete Table"), NULL);
  return TRUE;
}
