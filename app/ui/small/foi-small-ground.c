/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-small-ground.h"

#include <glib/gi18n.h>

#include "foi-case-stance.h"
#include "foi-json-edit.h"

/* Small numbers are mostly personal data: section 40(2) or its twin in the regime. */
#define KIND "personal-data"

static FoiQuestion *
find_question (FoiCase *foi_case, const char *table)
{
  const char *id = foi_case_find_table_question (foi_case, table);

  return id != NULL ? foi_case_find_question (foi_case, id) : NULL;
}

static gboolean
has_claim (JsonNode *grounds)
{
  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    if (foi_json_get_boolean (foi_json_get_element (grounds, i), "cells", FALSE))
      return TRUE;
  return FALSE;
}

/* Which ground of the question it is already, or how many there are. */
static guint
find_ground (JsonNode *grounds)
{
  guint i = 0;

  while (i < foi_json_get_n_elements (grounds)
         && g_strcmp0 (foi_json_get_string (foi_json_get_element (grounds, i), "kind", NULL),
                       KIND) != 0)
    i++;
  return i;
}

/* The questions of the tables that name no ground for figures that are left out, each once. */
static GPtrArray *
list_questions (FoiCase *foi_case, const char *const *tables)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; tables[i] != NULL; i++)
    {
      FoiQuestion *question = find_question (foi_case, tables[i]);

      if (question != NULL && !has_claim (foi_question_get_grounds (question))
          && !g_ptr_array_find (questions, question, NULL))
        g_ptr_array_add (questions, g_object_ref (question));
    }
  return questions;
}

static char *
dup_numbers (GPtrArray *questions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      g_string_append (text, i == 0 ? "" : i + 1 == questions->len ? _(" and ") : ", ");
      g_string_append (text, foi_question_get_number (questions->pdata[i]));
    }
  return g_string_free (text, FALSE);
}

/**
 * foi_small_ground_dup_offer:
 * @tables: (array zero-terminated=1): names of tables
 *
 * Returns: (transfer full) (nullable): what can be done about the ground of figures that are left
 *   out of tables, for a check button; %NULL where one is named, or no question has them.
 */
char *
foi_small_ground_dup_offer (FoiCase *foi_case, const char *const *tables)
{
  g_autoptr (GPtrArray) questions = list_questions (foi_case, tables);
  g_autofree char *numbers = dup_numbers (questions);
  const char *regime;
  JsonNode *rule;

  if (questions->len == 0)
    return NULL;
  regime = foi_case_state_get_stance (foi_case_get_state (foi_case), questions->pdata[0]).regime;
  rule = foi_rules_find_ground_of_kind (foi_rules_get_default (), regime, KIND);
  if (rule == NULL)
    return NULL;
  /* Translators: "section 40(2)"; the numbers of questions. */
  return g_strdup_printf (ngettext ("Give %s %s as the _ground, in question %s",
                                    "Give %s %s as the _ground, in questions %s", questions->len),
                          foi_rules_get_section_word (foi_rules_get_default (), regime),
                          foi_json_get_string (rule, "section", ""), numbers);
}

static JsonNode *
new_ground (const char *regime)
{
  JsonNode *rule = foi_rules_find_ground_of_kind (foi_rules_get_default (), regime, KIND);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "act", regime);
  json_object_set_string_member (object, "section", foi_json_get_string (rule, "section", ""));
  json_object_set_string_member (object, "kind", KIND);
  return foi_json_take_object (object);
}

static JsonNode *
with_claim (JsonNode *grounds, const char *regime)
{
  const guint place = find_ground (grounds);
  const gboolean is_there = place < foi_json_get_n_elements (grounds);
  g_autoptr (JsonNode) none = foi_json_new_array ();
  g_autoptr (JsonNode) ground
    = is_there ? json_node_ref (foi_json_get_element (grounds, place)) : new_ground (regime);
  g_autoptr (JsonNode) yes = foi_json_new_boolean (TRUE);
  g_autoptr (JsonNode) claiming = foi_json_set_member (ground, "cells", yes, NULL);

  return is_there ? foi_json_array_replace (grounds, place, claiming)
                  : foi_json_array_insert (grounds != NULL ? grounds : none, place, claiming);
}

/* An answer without some of its figures is no full one. */
static gboolean
answer_in_part (FoiCaseEditor *editor, FoiQuestion *question, const char *path, GError **error)
{
  g_autofree char *outcome = g_strconcat (path, "/outcome", NULL);

  return foi_question_get_outcome (question) != FOI_OUTCOME_DISCLOSED
         || foi_case_editor_set_string (editor, outcome, foi_outcome_to_name (FOI_OUTCOME_PART),
                                        _("Change Outcome"), error);
}

static gboolean
add_to (FoiCaseEditor *editor, FoiQuestion *question, GError **error)
{
  FoiCaseState *state = foi_case_get_state (foi_case_editor_get_case (editor));
  g_autofree char *path = foi_case_state_dup_question_path (state, foi_question_get_id (question));
  g_autofree char *list = g_strconcat (path, "/grounds", NULL);
  g_autoptr (JsonNode) grounds
    = with_claim (foi_question_get_grounds (question),
                  foi_case_state_get_stance (state, question).regime);

  return foi_case_editor_set_node (editor, list, grounds, _("Add Ground"), error)
         && answer_in_part (editor, question, path, error);
}

/**
 * foi_small_ground_add:
 * @tables: (array zero-terminated=1): names of tables
 *
 * Does what was offered.
 *
 * Returns: whether it was done.
 */
gboolean
foi_small_ground_add (FoiCaseEditor *editor, const char *const *tables, GError **error)
{
  g_autoptr (GPtrArray) questions = list_questions (foi_case_editor_get_case (editor), tables);

  for (guint i = 0; i < questions->len; i++)
    {
      if (!add_to (editor, questions->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}
