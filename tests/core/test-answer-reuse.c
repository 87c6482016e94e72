/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-answer-reuse.h"

#include <string.h>

#include "foi-case-file.h"
#include "foi-json-edit.h"
#include "foi-table-data.h"

/* The question of the example that has a table with a column that is left out. */
#define QUESTION "q3"

typedef struct
{
  GPtrArray     *answers;
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
} Fixture;

static FoiCaseState *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), "data/examples", name,
                                            NULL);
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_load (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return state;
}

static FoiCaseState *
with_json (FoiCaseState *state, const char *path, const char *text)
{
  g_autoptr (JsonNode) value = json_from_string (text, NULL);
  g_autoptr (GError) error = NULL;
  FoiCaseState *after;

  json_node_seal (value);
  after = foi_case_state_with_node (state, path, value, &error);
  g_assert_no_error (error);
  return after;
}

/* The corrected example as a case that was answered, and the other one as a new request. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiCaseState) old = load ("FOI651119421-corrected.foi.json");
  g_autoptr (FoiCaseState) sent
    = with_json (old, "events", "[{\"type\":\"issued\",\"date\":\"2025-01-20\"}]");
  g_autoptr (FoiCaseState) logged
    = with_json (sent, "authority/disclosure_log", "\"https://www.coventry.gov.uk/log\"");
  g_autoptr (FoiCaseState) new = load ("FOI651119421.foi.json");

  fixture->answers = foi_past_answers_new ("/old.foi.json", logged);
  fixture->foi_case = foi_case_new (new);
  fixture->editor = foi_case_editor_new (fixture->foi_case);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->answers);
  g_object_unref (fixture->editor);
  g_object_unref (fixture->foi_case);
}

static FoiPastAnswer *
find_answer (Fixture *fixture, const char *question)
{
  for (guint i = 0; i < fixture->answers->len; i++)
    {
      FoiPastAnswer *answer = g_ptr_array_index (fixture->answers, i);

      if (g_str_equal (answer->question, question))
        return answer;
    }
  g_assert_not_reached ();
}

static const char *
get_text (Fixture *fixture, const char *member)
{
  FoiCaseState *state = foi_case_get_state (fixture->foi_case);
  g_autofree char *path = foi_case_state_dup_question_path (state, QUESTION);
  g_autofree char *whole = g_strconcat (path, "/", member, NULL);

  return foi_case_state_get_string (state, whole);
}

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  FoiPastAnswer *answer = find_answer (fixture, QUESTION);
  FoiCaseState *before = foi_case_get_state (fixture->foi_case);
  g_autofree char *written = g_strdup (get_text (fixture, "answer"));
  g_autoptr (GError) error = NULL;
  FoiPastTable *old;
  FoiTableData *table;
  JsonNode *notes;

  g_assert_cmpuint (answer->tables->len, ==, 1);
  old = g_ptr_array_index (answer->tables, 0);
  g_assert_true (foi_answer_reuse (fixture->editor, QUESTION, answer, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (get_text (fixture, "answer"), written));
  g_assert_nonnull (strstr (get_text (fixture, "answer"), "{{table:mash-calls-2}}"));

  table = foi_case_state_find_table (foi_case_get_state (fixture->foi_case), "mash-calls-2");
  g_assert_nonnull (table);
  g_assert_cmpstr (foi_table_data_get_title (table), ==, old->title);
  g_assert_cmpuint (foi_table_data_get_n_columns (table), ==, old->columns->len);
  g_assert_cmpuint (foi_row_store_get_length (foi_table_data_get_rows (table)), ==, 1);
  for (guint i = 0; i < old->columns->len; i++)
    {
      g_assert_cmpstr (foi_column_get_name (foi_table_data_get_column (table, i)), ==,
                       foi_column_get_name (g_ptr_array_index (old->columns, i)));
      g_assert_cmpint (foi_table_data_get_cell (table, 0, i)->state, ==, FOI_CELL_BLANK);
    }
  notes = foi_case_state_get_node (foi_case_get_state (fixture->foi_case), "internal/notes");
  g_assert_cmpstr (foi_json_get_string (
                     foi_json_get_element (notes, foi_json_get_n_elements (notes) - 1), "text",
                     ""),
                   ==, "Taken from FOI651119421, question 3, 20 January 2025");

  g_assert_cmpstr (foi_case_editor_get_undo_label (fixture->editor), ==,
                   "Insert Earlier Answer");
  g_assert_true (foi_case_editor_undo (fixture->editor));
  g_assert_true (foi_case_get_state (fixture->foi_case) == before);
}

static void
test_cite (Fixture *fixture, gconstpointer data)
{
  FoiPastAnswer *answer = find_answer (fixture, QUESTION);
  FoiCaseState *before = foi_case_get_state (fixture->foi_case);
  FoiRules *rules = foi_rules_get_default ();
  g_autofree char *path = foi_case_state_dup_question_path (before, QUESTION);
  g_autofree char *grounds = g_strconcat (path, "/grounds", NULL);
  g_autoptr (GError) error = NULL;
  JsonNode *ground, *source;

  g_assert_true (foi_answer_may_cite (before, QUESTION, answer, rules));
  g_assert_true (foi_answer_cite (fixture->editor, QUESTION, answer, rules, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get_text (fixture, "held"), ==, "yes");
  g_assert_cmpstr (get_text (fixture, "outcome"), ==, "refused");
  ground = foi_case_state_get_node (foi_case_get_state (fixture->foi_case), grounds);
  ground = foi_json_get_element (ground, foi_json_get_n_elements (ground) - 1);
  g_assert_cmpstr (foi_json_get_string (ground, "section", ""), ==, "21");
  g_assert_cmpstr (foi_json_get_string (ground, "kind", ""), ==, "elsewhere");
  source = foi_json_get_member (ground, "source");
  g_assert_cmpstr (foi_json_get_string (source, "publisher", ""), ==, "Coventry City Council");
  g_assert_cmpstr (foi_json_get_string (source, "url", ""), ==, "https://www.coventry.gov.uk/log");
  g_assert_nonnull (strstr (foi_json_get_string (source, "title", ""), "FOI651119421"));
  g_assert_true (foi_case_editor_undo (fixture->editor));
  g_assert_true (foi_case_get_state (fixture->foi_case) == before);
}

/* What was refused in part is not published, and a law without such a ground has none to offer. */
static void
test_may_not_cite (Fixture *fixture, gconstpointer data)
{
  FoiRules *rules = foi_rules_get_default ();
  FoiCaseState *state = foi_case_get_state (fixture->foi_case);
  g_autoptr (FoiCaseState) eir = with_json (state, "regime", "\"eir\"");
  FoiPastAnswer *answer = find_answer (fixture, QUESTION);
  g_autoptr (GPtrArray) grounds = g_ptr_array_new (), none = g_ptr_array_new ();
  FoiPastAnswer unlogged = *answer, refused = *answer, part = *answer;
  const gboolean knows = foi_rules_find_ground_of_kind (rules, "eir", "elsewhere") != NULL;

  unlogged.log = NULL;
  refused.outcome = (char *) "refused";
  part.outcome = (char *) "part";
  part.grounds = none;
  g_assert_true (foi_answer_may_cite (state, QUESTION, &part, rules));
  g_ptr_array_add (grounds, (gpointer) "foia 40(2)");
  part.grounds = grounds;
  g_assert_false (foi_answer_may_cite (state, QUESTION, &part, rules));
  /* Disclosed, but for figures of its tables. */
  part.outcome = (char *) "disclosed";
  g_assert_false (foi_answer_may_cite (state, QUESTION, &part, rules));
  g_assert_false (foi_answer_may_cite (state, QUESTION, &unlogged, rules));
  g_assert_false (foi_answer_may_cite (state, QUESTION, &refused, rules));
  g_assert_cmpint (foi_answer_may_cite (eir, QUESTION, answer, rules), ==, knows);
}

static void
test_no_question (Fixture *fixture, gconstpointer data)
{
  FoiCaseState *before = foi_case_get_state (fixture->foi_case);
  g_autoptr (GError) error = NULL;

  g_assert_false (foi_answer_reuse (fixture->editor, "q99", find_answer (fixture, QUESTION),
                                    &error));
  g_assert_cmpstr (error->message, ==, "There is no “q99” in this case");
  g_assert_true (foi_case_get_state (fixture->foi_case) == before);
  g_assert_false (foi_case_editor_can_undo (fixture->editor));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/answer-reuse/insert", Fixture, NULL, set_up, test_insert, tear_down);
  g_test_add ("/answer-reuse/cite", Fixture, NULL, set_up, test_cite, tear_down);
  g_test_add ("/answer-reuse/may-not-cite", Fixture, NULL, set_up, test_may_not_cite, tear_down);
  g_test_add ("/answer-reuse/no-question", Fixture, NULL, set_up, test_no_question, tear_down);
  return g_test_run ();
}
