/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-todo.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-case-stance.h"
#include "foi-case-status.h"
#include "foi-cell-drafts.h"
#include "foi-json-edit.h"
#include "foi-number.h"
#include "foi-table.h"

static void
todo_free (FoiTodo *todo)
{
  g_free (todo->place);
  g_free (todo->editor);
  g_free (todo->text);
  g_free (todo);
}

/* Takes over @editor and @text. */
static void
add_at (GPtrArray *todos, const char *place, char *editor, char *text)
{
  FoiTodo *todo = g_new (FoiTodo, 1);

  todo->place = g_strdup (place);
  todo->editor = editor;
  todo->text = text;
  todo->is_obstacle = TRUE;
  g_ptr_array_add (todos, todo);
}

static void
add (GPtrArray *todos, const char *place, const char *member, char *text)
{
  add_at (todos, place, g_strconcat (place, "/", member, NULL), text);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static gboolean
needs_words (FoiOutcome outcome)
{
  switch (outcome)
    {
    case FOI_OUTCOME_OPEN:
    case FOI_OUTCOME_DISCLOSED:
    case FOI_OUTCOME_PART:
    /* What is unclear, and who has it, no standard paragraph knows. */
    case FOI_OUTCOME_CLARIFICATION:
    case FOI_OUTCOME_TRANSFERRED:
      return TRUE;
    /* The standard paragraphs say these by themselves. */
    case FOI_OUTCOME_REFUSED:
    case FOI_OUTCOME_NOT_HELD:
    case FOI_OUTCOME_NEITHER:
    case FOI_OUTCOME_EXTENDED:
    default:
      return FALSE;
    }
}

static gboolean
needs_ground (FoiQuestion *question)
{
  switch (foi_question_get_outcome (question))
    {
    case FOI_OUTCOME_PART:
      return foi_question_withholds_part (question);
    case FOI_OUTCOME_REFUSED:
    case FOI_OUTCOME_NEITHER:
      return TRUE;
    case FOI_OUTCOME_OPEN:
    case FOI_OUTCOME_DISCLOSED:
    case FOI_OUTCOME_NOT_HELD:
    case FOI_OUTCOME_CLARIFICATION:
    case FOI_OUTCOME_TRANSFERRED:
    case FOI_OUTCOME_EXTENDED:
    default:
      return FALSE;
    }
}

/* Another program, or an earlier Held, may have left what this one does not offer. */
static void
add_misfits (GPtrArray *todos, const char *place, FoiQuestion *question, FoiCaseState *state,
             const char *number)
{
  FoiRules *rules = foi_rules_get_default ();
  const FoiStance stance = foi_case_state_get_stance (state, question);
  JsonNode *grounds = foi_question_get_grounds (question);
  const guint n_grounds = foi_json_get_n_elements (grounds);

  for (guint i = 0; i <= n_grounds; i++)
    {
      JsonNode *ground = i > 0 ? foi_json_get_element (grounds, i - 1) : NULL;
      FoiMisfit misfit = foi_stance_find_misfit (rules, &stance, ground);
      g_autofree char *words = NULL;

      if (misfit == FOI_MISFIT_NONE)
        continue;
      words = foi_misfit_dup_words (misfit, rules, &stance, ground);
      /* Translators: the number of a question, and what is impossible about its answer. */
      add (todos, place, ground != NULL ? "grounds" : "outcome",
           g_strdup_printf (_("Question %s: %s"), number, words));
      ((FoiTodo *) g_ptr_array_index (todos, todos->len - 1))->is_obstacle = FALSE;
    }
}

/* Which of two things the letter says of a harm is the officer's to decide: until then the sentence
 * about the ground has a gap, unless it was reworded. */
static void
add_harms (GPtrArray *todos, const char *place, FoiQuestion *question, FoiCaseState *state,
           const char *number)
{
  FoiRules *rules = foi_rules_get_default ();
  const FoiStance stance = foi_case_state_get_stance (state, question);
  JsonNode *grounds = foi_question_get_grounds (question);

  if (stance.outcome == FOI_OUTCOME_NEITHER || stance.outcome == FOI_OUTCOME_EXTENDED)
    return;
  for (guint i = 0; i < foi_json_get_n_elements (grounds); i++)
    {
      JsonNode *ground = foi_json_get_element (grounds, i);
      const char *section = foi_json_get_string (ground, "section", "");
      const char *name = foi_json_get_string (ground, "limb", section);
      JsonNode *rule = foi_rules_find_ground (rules, stance.regime, section);
      JsonNode *limb = foi_ground_rule_find_limb (rule, name);

      if (rule == NULL || !is_empty (foi_json_get_string (ground, "harm", NULL))
          || (foi_ground_rule_get_needs (rule, limb, stance.authority, stance.outcome)
              & FOI_NEED_HARM) == 0)
        continue;
      /* Translators: the number of a question, and of a section of an Act. */
      add (todos, place, "grounds",
           g_strdup_printf (_("Question %s: for %s it is not said yet whether releasing it would "
                              "harm, or would be likely to"), number, name));
      ((FoiTodo *) g_ptr_array_index (todos, todos->len - 1))->is_obstacle = FALSE;
    }
}

/* A question with parts is answered by its parts, unless it has an outcome of its own. */
static void
add_question (GPtrArray *todos, const char *place, FoiQuestion *question, FoiCaseState *state)
{
  const FoiOutcome outcome = foi_question_get_outcome (question);
  GListModel *parts = foi_question_get_parts (question);
  g_auto (GStrv) see = foi_question_dup_see (question);
  g_auto (GStrv) tables = foi_question_dup_tables (question);
  const char *number = foi_question_get_number (question);
  const gboolean wordless = is_empty (foi_question_get_answer (question)) && tables[0] == NULL
                            && see[0] == NULL;

  for (guint i = 0; parts != NULL && i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);
      g_autofree char *part_place = NULL;

      part_place = g_strconcat (place, "/parts/", foi_question_get_id (part), NULL);
      add_question (todos, part_place, part, state);
    }
  if (outcome == FOI_OUTCOME_OPEN && parts != NULL && g_list_model_get_n_items (parts) > 0)
    return;
  if (is_empty (number))
    number = foi_question_get_id (question);
  if (wordless && needs_words (outcome))
    add (todos, place, "answer", g_strdup_printf (_("Question %s has no answer yet"), number));
  else if (outcome == FOI_OUTCOME_OPEN)
    add (todos, place, "outcome", g_strdup_printf (_("Question %s has no outcome yet"), number));
  if (needs_ground (question) && see[0] == NULL
      && foi_json_get_n_elements (foi_question_get_grounds (question)) == 0)
    add (todos, place, "grounds", g_strdup_printf (_("Question %s names no ground yet"), number));
  add_harms (todos, place, question, state, number);
  if (parts == NULL || g_list_model_get_n_items (parts) == 0)
    add_misfits (todos, place, question, state, number);
}

static char *
describe_drafts (const char *title, FoiCellDrafts *drafts)
{
  guint n_drafts = foi_cell_drafts_get_n (drafts);
  g_autofree char *n_cells = foi_number_to_words (n_drafts, 0);

  if (foi_cell_drafts_are_values (drafts))
    /* Translators: the title of a table, and a number of cells. */
    return g_strdup_printf (ngettext ("In “%s” %s cell has text that was typed and is not yet in "
                                      "the case",
                                      "In “%s” %s cells have text that was typed and is not yet "
                                      "in the case", n_drafts),
                            title, n_cells);
  /* Translators: the title of a table, and a number of cells. */
  return g_strdup_printf (ngettext ("In “%s” %s cell has text that is not understood",
                                    "In “%s” %s cells have text that is not understood",
                                    n_drafts),
                          title, n_cells);
}

/* Text in cells that nobody has said the meaning of: the letter would have nothing there. */
static void
add_table (GPtrArray *todos, FoiCase *foi_case, FoiTable *table)
{
  const char *name = foi_table_get_name (table);
  const char *question = foi_case_find_table_question (foi_case, name);
  g_autofree char *place = NULL;
  FoiCellDrafts *drafts = foi_cell_drafts_of (table);

  if (foi_cell_drafts_get_n (drafts) == 0)
    return;
  if (question != NULL)
    place = foi_case_state_dup_question_path (foi_case_get_state (foi_case), question);
  if (place == NULL)
    place = g_strconcat ("tables/", name, NULL);
  add_at (todos, place, g_strconcat ("tables/", name, NULL),
          describe_drafts (foi_table_get_title (table), drafts));
}

/* A letter that nobody sends must not go out; the authority's profile says who does. */
static void
add_authority (GPtrArray *todos, FoiCaseState *state)
{
  if (!foi_case_state_names_authority (state))
    add (todos, "closing", "authority",
         g_strdup (_("The letter does not say which authority it comes from")));
  else if (!foi_case_state_names_sender (state))
    add (todos, "closing", "authority", g_strdup (_("Nobody signs the letter yet")));
}

/**
 * foi_todo_list:
 *
 * Returns: (transfer full) (element-type FoiTodo): what is unfinished in a case, in the order of
 *   its outline.
 */
GPtrArray *
foi_todo_list (FoiCase *foi_case)
{
  GPtrArray *todos;
  GListModel *questions, *tables;

  g_return_val_if_fail (FOI_IS_CASE (foi_case), NULL);

  todos = g_ptr_array_new_with_free_func ((GDestroyNotify) todo_free);
  if (is_empty (foi_case_get_reference (foi_case)))
    add (todos, "request", "reference", g_strdup (_("The case has no reference yet")));
  if (is_empty (foi_case_get_received (foi_case)))
    add (todos, "request", "received", g_strdup (_("The day of receipt is not known yet")));
  questions = foi_case_get_questions (foi_case);
  if (g_list_model_get_n_items (questions) == 0)
    add (todos, "request", "text", g_strdup (_("The request has no questions yet")));
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);
      g_autofree char *place = g_strconcat ("questions/", foi_question_get_id (question), NULL);

      add_question (todos, place, question,
                    foi_case_get_state (foi_case));
    }
  add_authority (todos, foi_case_get_state (foi_case));
  tables = foi_case_get_tables (foi_case);
  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (FoiTable) table = g_list_model_get_item (tables, i);

      add_table (todos, foi_case, table);
    }
  return todos;
}

static gboolean
is_at (const FoiTodo *todo, const char *place)
{
  return strcmp (todo->place, place) == 0;
}

/**
 * foi_todo_count:
 * @place: "questions/q3"
 *
 * Returns: how many of @todos are done at a place.
 */
guint
foi_todo_count (GPtrArray *todos, const char *place)
{
  guint n = 0;

  g_return_val_if_fail (todos != NULL, 0);

  for (guint i = 0; i < todos->len; i++)
    n += is_at (g_ptr_array_index (todos, i), place) ? 1 : 0;
  return n;
}

/**
 * foi_todo_find:
 *
 * Returns: (transfer none) (nullable): the first of @todos at a place.
 */
FoiTodo *
foi_todo_find (GPtrArray *todos, const char *place)
{
  g_return_val_if_fail (todos != NULL, NULL);

  for (guint i = 0; i < todos->len; i++)
    {
      if (is_at (g_ptr_array_index (todos, i), place))
        return g_ptr_array_index (todos, i);
    }
  return NULL;
}

/**
 * foi_todo_find_next:
 * @place: what a person is at: "questions/q3"
 *
 * Returns: (transfer none) (nullable): the first of @todos that is done elsewhere and, where there
 *   is one, after @place; the first of all after the last.
 */
FoiTodo *
foi_todo_find_next (GPtrArray *todos, const char *place)
{
  guint last = G_MAXUINT;

  g_return_val_if_fail (todos != NULL, NULL);

  if (todos->len == 0)
    return NULL;
  for (guint i = 0; i < todos->len; i++)
    {
      if (is_at (g_ptr_array_index (todos, i), place))
        last = i;
    }
  return g_ptr_array_index (todos, last == G_MAXUINT ? 0 : (last + 1) % todos->len);
}
