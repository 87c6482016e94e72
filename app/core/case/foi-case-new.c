/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-new.h"

#include <glib/gi18n-lib.h>

#include "foi-date.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-table.h"

#define NOTICE "Internal working file. Do not release."

/**
 * foi_case_name_from_reference:
 * @reference: the authority's reference of a request: "FOI/2024/0117"
 *
 * Returns: (transfer full) (nullable): the name of the case in its file, of `[a-z0-9._-]` only,
 *   which is also the start of the file's own name; %NULL where nothing of @reference can be in it.
 */
char *
foi_case_name_from_reference (const char *reference)
{
  g_autofree char *ascii = NULL;
  g_autoptr (GString) name = g_string_new (NULL);

  g_return_val_if_fail (reference != NULL, NULL);

  ascii = g_str_to_ascii (reference, "C");
  for (const char *p = ascii; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) || *p == '_' || *p == '.')
        g_string_append_c (name, g_ascii_tolower (*p));
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  while (name->len > 0 && (name->str[name->len - 1] == '-' || name->str[name->len - 1] == '.'))
    g_string_truncate (name, name->len - 1);
  while (name->len > 0 && name->str[0] == '.')
    g_string_erase (name, 0, 1);
  return name->len > 0 ? g_string_free (g_steal_pointer (&name), FALSE) : NULL;
}

static gboolean
check_facts (const FoiNewCase *facts, char **name, GError **error)
{
  *name = foi_case_name_from_reference (facts->reference);
  if (*name == NULL)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_VALUE,
                           _("The reference needs a letter or a digit: files are named by it"));
      return FALSE;
    }
  if (facts->received != NULL && foi_date_from_iso (facts->received) == FOI_DATE_NONE)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
                   _("“%s” is no day: write the day of receipt as 2024-11-27"), facts->received);
      return FALSE;
    }
  return TRUE;
}

/* The foi:case of a new case, with @questions in it. */
static JsonNode *
new_foi_case (const FoiNewCase *facts, JsonNode *questions)
{
  JsonObject *object = json_object_new ();
  JsonObject *request = json_object_new ();
  JsonObject *letter = json_object_new ();
  JsonArray *letters = json_array_new ();

  json_object_set_string_member (object, "format", "uk-foi-case");
  json_object_set_int_member (object, "version", 1);
  json_object_set_string_member (object, "_rev", facts->revision);
  json_object_set_string_member (object, "regime", facts->regime);
  json_object_set_string_member (request, "text", "");
  if (facts->received != NULL)
    json_object_set_string_member (request, "received", facts->received);
  json_object_set_object_member (object, "request", request);
  json_object_set_member (object, "questions", json_node_ref (questions));
  json_object_set_array_member (object, "events", json_array_new ());
  json_object_set_string_member (letter, "id", "response");
  json_object_set_string_member (letter, "type", "response");
  json_array_add_object_element (letters, letter);
  json_object_set_array_member (object, "letters", letters);
  json_object_set_array_member (object, "issued", json_array_new ());
  if (facts->authority != NULL)
    json_object_set_member (object, "authority", json_node_ref (facts->authority));
  return foi_json_take_object (object);
}

static FoiCaseState *
new_state (const FoiNewCase *facts, const char *name, JsonNode *questions, GPtrArray *tables)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) root = NULL;

  json_object_set_string_member (object, "foi:notice", NOTICE);
  json_object_set_string_member (object, "name", name);
  json_object_set_string_member (object, "id", facts->reference);
  json_object_set_string_member (object, "title", facts->subject);
  json_object_set_string_member (object, "created", facts->created);
  json_object_set_member (object, "foi:case", new_foi_case (facts, questions));
  root = foi_json_take_object (object);
  return foi_case_state_new (root, tables);
}

/**
 * foi_case_state_new_case:
 * @facts: what the case must say
 *
 * Returns: (transfer full): a case without questions, or %FOI_ERROR_VALUE.
 */
FoiCaseState *
foi_case_state_new_case (const FoiNewCase *facts, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (JsonNode) questions = foi_json_new_array ();
  g_autoptr (GPtrArray) tables
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_table_data_unref);

  g_return_val_if_fail (facts != NULL, NULL);

  if (!check_facts (facts, &name, error))
    return NULL;
  return new_state (facts, name, questions, tables);
}

/* A question asked again: what belongs to the one request and its handling is left behind. */
static JsonNode *
renew_question (JsonNode *question)
{
  static const char *const left_behind[] = { "asked", "owner", "approved", "estimate",
                                             "period_answered" };
  g_autoptr (JsonNode) result = json_node_ref (question);
  JsonNode *parts = foi_json_get_member (question, "parts");

  for (gsize i = 0; i < G_N_ELEMENTS (left_behind); i++)
    {
      g_autoptr (JsonNode) before = g_steal_pointer (&result);

      result = foi_json_set_member (before, left_behind[i], NULL, NULL);
    }
  for (guint i = 0; i < foi_json_get_n_elements (parts); i++)
    {
      g_autoptr (JsonNode) before = g_steal_pointer (&result);
      g_autoptr (JsonNode) part = renew_question (foi_json_get_element (parts, i));
      g_autoptr (JsonNode) list = foi_json_array_replace (foi_json_get_member (before, "parts"), i,
                                                          part);

      result = foi_json_set_member (before, "parts", list, NULL);
    }
  return g_steal_pointer (&result);
}

/* A table's shape: its columns and title; no rows, and nothing that is said of rows. */
static FoiTableData *
renew_table (FoiTableData *data)
{
  static const char *const left_behind[] = { "foi:notes", "foi:totals", "foi:same" };
  g_autoptr (JsonNode) resource = json_node_ref (foi_table_data_get_resource (data));
  g_autoptr (FoiRowStore) rows = foi_row_store_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (left_behind); i++)
    {
      g_autoptr (JsonNode) before = g_steal_pointer (&resource);

      resource = foi_json_set_member (before, left_behind[i], NULL, NULL);
    }
  return foi_table_data_new (resource, foi_table_data_get_columns (data), rows, 1);
}

/**
 * foi_case_state_new_from:
 * @model: a case that is like the new one
 * @facts: what the new case must say; its authority is the model's unless given
 *
 * Copies the questions with their answers, and the shapes of the tables. Never the requester,
 * dates, events, figures, withheld values or issued letters.
 *
 * Returns: (transfer full): the new case, or %FOI_ERROR_VALUE.
 */
FoiCaseState *
foi_case_state_new_from (FoiCaseState *model, const FoiNewCase *facts, GError **error)
{
  FoiNewCase complete;
  g_autofree char *name = NULL;
  g_autoptr (JsonNode) questions = NULL;
  g_autoptr (GPtrArray) tables
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_table_data_unref);
  JsonNode *old_questions;
  GPtrArray *old_tables;

  g_return_val_if_fail (model != NULL && facts != NULL, NULL);

  if (!check_facts (facts, &name, error))
    return NULL;
  complete = *facts;
  if (complete.authority == NULL)
    complete.authority = foi_case_state_get_node (model, "authority");
  questions = foi_json_new_array ();
  old_questions = foi_case_state_get_node (model, "questions");
  for (guint i = 0; i < foi_json_get_n_elements (old_questions); i++)
    {
      g_autoptr (JsonNode) before = g_steal_pointer (&questions);
      g_autoptr (JsonNode) question = renew_question (foi_json_get_element (old_questions, i));

      questions = foi_json_array_insert (before, i, question);
    }
  old_tables = foi_case_state_get_tables (model);
  for (guint i = 0; i < old_tables->len; i++)
    g_ptr_array_add (tables, renew_table (g_ptr_array_index (old_tables, i)));
  return new_state (&complete, name, questions, tables);
}
