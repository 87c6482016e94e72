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

/**
 * foi_small_ground_dup_offer:
 *
 * Returns: (transfer full) (nullable): what can be done about the ground of figures that are left
 *   out of a table, for a check button; %NULL where one is named, or no question has the table.
 */
char *
foi_small_ground_dup_offer (FoiCase *foi_case, const char *table)
{
  FoiQuestion *question = find_question (foi_case, table);
  const char *regime;
  JsonNode *rule;

  if (question == NULL || has_claim (foi_question_get_grounds (question)))
    return NULL;
  regime = foi_case_state_get_stance (foi_case_get_state (foi_case), question).regime;
  rule = foi_rules_find_ground_of_kind (foi_rules_get_default (), regime, KIND);
  if (rule == NULL)
    return NULL;
  /* Translators: "section 40(2)"; the number of a question. */
  return g_strdup_printf (_("Give %s %s as the _ground, in question %s"),
                          foi_rules_get_section_word (foi_rules_get_default (), regime),
                          foi_json_get_string (rule, "section", ""),
                          foi_question_get_number (question));
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

/**
 * foi_small_ground_add:
 *
 * Does what was offered.
 *
 * Returns: whether it was done.
 */
gboolean
foi_small_ground_add (FoiCaseEditor *editor, const char *table, GError **error)
{
  FoiCase *foi_case = foi_case_editor_get_case (editor);
  FoiCaseState *state = foi_case_get_state (foi_case);
  FoiQuestion *question = find_question (foi_case, table);
  g_autofree char *path = NULL;
  g_autofree char *list = NULL;
  g_autoptr (JsonNode) grounds = NULL;

  if (question == NULL)
    return TRUE;
  path = foi_case_state_dup_question_path (state, foi_question_get_id (question));
  list = g_strconcat (path, "/grounds", NULL);
  grounds = with_claim (foi_question_get_grounds (question),
                        foi_case_state_get_stance (state, question).regime);
  return foi_case_editor_set_node (editor, list, grounds, _("Add Ground"), error)
         && answer_in_part (editor, question, path, error);
}
