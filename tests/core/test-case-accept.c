/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-accept.h"
#include "foi-case-edits.h"
#include "foi-case-new.h"
#include "make-table.h"

/* What was accepted of a thing is found at that thing, wherever an edit puts it. */

#define Q "$.foi:case.questions"

static const char questions[]
  = "[{'id':'q1','number':'1','text':'A','grounds':[{'section':'12','limb':'12(1)'},"
    "{'section':'43'},{'section':'40'}],"
    "'parts':[{'id':'q1a','text':'x'},{'id':'q1b','text':'y'}]},"
    "{'id':'q2','number':'2','text':'B','answer':'No'},"
    "{'id':'q3','number':'3','text':'C'}]";

static const FoiNewCase facts = {
  .reference = "FOI/2024/0117", .subject = "Calls", .regime = "foia", .received = "2024-10-30",
  .created = "2024-10-30T09:00:00Z", .revision = "0",
};

/* ---- edits ----------------------------------------------------------------------------------- */

static void
set_json (FoiCaseEditor *editor, const char *path, const char *json)
{
  g_autoptr (JsonNode) node = parse_json (json);
  g_autoptr (GError) error = NULL;

  foi_case_editor_set_node (editor, path, node, "x", &error);
  g_assert_no_error (error);
}

static void
move_last_first (FoiCaseEditor *editor)
{
  g_assert_true (foi_case_editor_move_question (editor, "q3", 0, NULL));
}

static void
move_first_last (FoiCaseEditor *editor)
{
  g_assert_true (foi_case_editor_move_question (editor, "q1", 9, NULL));
}

static void
add_first (FoiCaseEditor *editor)
{
  g_assert_true (foi_case_editor_add_question (editor, 0, "Why?", NULL, NULL, NULL));
}

static void
add_last (FoiCaseEditor *editor)
{
  g_assert_true (foi_case_editor_add_question (editor, 9, "Why?", NULL, NULL, NULL));
}

static void
remove_first (FoiCaseEditor *editor)
{
  g_assert_true (foi_case_editor_remove_question (editor, "q1", NULL));
}

static void
remove_second (FoiCaseEditor *editor)
{
  g_assert_true (foi_case_editor_remove_question (editor, "q2", NULL));
}

static void
write_answer (FoiCaseEditor *editor)
{
  g_assert_true (foi_case_editor_set_string (editor, "questions/q2/answer", "Yes", "x", NULL));
}

static void
remove_ground (FoiCaseEditor *editor)
{
  set_json (editor, "questions/q1/grounds", "[{'section':'43'},{'section':'40'}]");
}

static void
swap_grounds (FoiCaseEditor *editor)
{
  set_json (editor, "questions/q1/grounds",
            "[{'section':'43'},{'section':'12','limb':'12(1)'},{'section':'40'}]");
}

static void
change_ground (FoiCaseEditor *editor)
{
  set_json (editor, "questions/q1/grounds",
            "[{'section':'12','limb':'12(1)'},{'section':'43','reason':'Bids'},"
            "{'section':'40'}]");
}

static void
drop_part (FoiCaseEditor *editor)
{
  set_json (editor, "questions/q1/parts", "[{'id':'q1b','text':'y'}]");
}

static void
split (FoiCaseEditor *editor)
{
  foi_case_editor_begin (editor, "Split");
  add_first (editor);
  add_first (editor);
  remove_first (editor);
  foi_case_editor_end (editor);
}

static void
remove_table (FoiCaseEditor *editor)
{
  g_assert_true (foi_case_editor_remove_table (editor, "calls", NULL));
}

/* ---- facts ----------------------------------------------------------------------------------- */

static const struct
{
  const char *path;
  void (*edit) (FoiCaseEditor *editor);
  const char *expected; /* NULL: it is gone */
} rows[] = {
  { Q "[1].answer", move_last_first, Q "[2].answer" },
  { Q "[2].held", move_last_first, Q "[0].held" },
  { Q "[0].held", move_first_last, Q "[2].held" },
  { Q "[1].answer", move_first_last, Q "[0].answer" },
  { Q "[1].answer", add_first, Q "[2].answer" },
  { Q "[1].answer", add_last, Q "[1].answer" },
  { Q "[1].answer", remove_first, Q "[0].answer" },
  { Q "[1].answer", remove_second, NULL },
  { Q "[0].held", remove_second, Q "[0].held" },
  { Q "[1].answer", write_answer, Q "[1].answer" },
  { Q "[1].answer", split, Q "[2].answer" },
  { Q "[0].held", split, NULL },
  { Q "[0].grounds[1].reason", move_first_last, Q "[2].grounds[1].reason" },
  { Q "[0].grounds[1].reason", remove_ground, Q "[0].grounds[0].reason" },
  { Q "[0].grounds[0]", remove_ground, NULL },
  { Q "[0].grounds[0]", swap_grounds, Q "[0].grounds[1]" },
  { Q "[0].grounds[2]", swap_grounds, Q "[0].grounds[2]" },
  { Q "[0].grounds[1].reason", change_ground, Q "[0].grounds[1].reason" },
  { Q "[0].parts[1].held", drop_part, Q "[0].parts[0].held" },
  { Q "[0].parts[0].held", drop_part, NULL },
  { Q "[0].parts[1].held", move_first_last, Q "[2].parts[1].held" },
  { Q "[7].answer", move_first_last, Q "[7].answer" },
  { Q, remove_first, Q },
  { "$.foi:case.letters[0].date", remove_first, "$.foi:case.letters[0].date" },
  { "$.resources[1].fields.weeks", remove_table, "$.resources[0].fields.weeks" },
  { "$.resources[0].fields.calls", remove_table, NULL },
  { "$.resources[9]", remove_table, "$.resources[9]" },
  { "$.title", remove_first, "$.title" },
  { "of no form", remove_first, "of no form" },
};

static FoiCaseState *
new_state (void)
{
  static const char table[] = "{'name':'%s','type':'table','title':'T','schema':{'fields':"
                              "[{'name':'year','title':'Year','type':'string'}]},"
                              "'data':[['2021']]}";
  static const char *const names[] = { "calls", "weeks" };
  g_autoptr (FoiCaseState) fresh = foi_case_state_new_case (&facts, NULL);
  g_autoptr (JsonNode) node = parse_json (questions);
  FoiCaseState *state = foi_case_state_with_node (fresh, "questions", node, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) parts = g_strsplit (table, "%s", -1);
      g_autofree char *text = g_strjoinv (names[i], parts);
      g_autoptr (FoiTableData) data = make_table (text);
      g_autoptr (FoiCaseState) before = state;

      state = foi_case_state_with_table (before, data);
    }
  return state;
}

/* "PATH, PATH": the places of what was accepted. */
static char *
dup_paths (FoiCase *foi_case)
{
  JsonNode *accepted = foi_case_state_get_node (foi_case_get_state (foi_case), "accepted");
  GString *paths = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (accepted); i++)
    {
      JsonNode *entry = foi_json_get_element (accepted, i);

      g_assert_cmpstr (foi_json_get_string (entry, "reason", NULL), ==, "Agreed");
      g_string_append_printf (paths, "%s%s", i > 0 ? ", " : "",
                              foi_json_get_string (entry, "path", ""));
    }
  return g_string_free (paths, FALSE);
}

static void
assert_paths (FoiCase *foi_case, const char *expected)
{
  g_autofree char *paths = dup_paths (foi_case);

  g_assert_cmpstr (paths, ==, expected);
}

static void
accept (FoiCaseEditor *editor, const char *path)
{
  g_autoptr (GError) error = NULL;

  foi_case_editor_accept_finding (editor, "s12-2-but-held", path, "Agreed",
                                  foi_date_from_iso ("2024-11-27"), &error);
  g_assert_no_error (error);
}

/* Each edit by itself, taken back and done again. */
static void
test_facts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (FoiCaseState) state = new_state ();
      g_autoptr (FoiCase) foi_case = foi_case_new (state);
      g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);
      const char *expected = rows[i].expected != NULL ? rows[i].expected : "";

      g_test_message ("%s, row %" G_GSIZE_FORMAT, rows[i].path, i);
      accept (editor, rows[i].path);
      rows[i].edit (editor);
      assert_paths (foi_case, expected);
      g_assert_true (foi_case_editor_undo (editor));
      assert_paths (foi_case, rows[i].path);
      g_assert_true (foi_case_editor_redo (editor));
      assert_paths (foi_case, expected);
    }
}

/* Of several, each goes its own way, and all of them are one command with the edit. */
static void
test_several (void)
{
  g_autoptr (FoiCaseState) state = new_state ();
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);

  accept (editor, Q "[0].held");
  accept (editor, Q "[1].answer");
  accept (editor, Q "[2].held");
  remove_first (editor);
  assert_paths (foi_case, Q "[0].answer, " Q "[1].held");
  g_assert_true (foi_case_editor_move_question (editor, "q3", 0, NULL));
  assert_paths (foi_case, Q "[1].answer, " Q "[0].held");
  g_assert_true (foi_case_editor_undo (editor));
  g_assert_true (foi_case_editor_undo (editor));
  assert_paths (foi_case, Q "[0].held, " Q "[1].answer, " Q "[2].held");
}

/* Nothing is left of a list whose last entry goes; nothing changes where nothing was accepted. */
static void
test_empty (void)
{
  g_autoptr (FoiCaseState) state = new_state ();
  g_autoptr (FoiCase) foi_case = foi_case_new (state);
  g_autoptr (FoiCaseEditor) editor = foi_case_editor_new (foi_case);

  move_last_first (editor);
  g_assert_null (foi_case_state_get_node (foi_case_get_state (foi_case), "accepted"));
  accept (editor, Q "[0].held");
  g_assert_true (foi_case_editor_remove_question (editor, "q3", NULL));
  g_assert_null (foi_case_state_get_node (foi_case_get_state (foi_case), "accepted"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-accept/facts", test_facts);
  g_test_add_func ("/case-accept/several", test_several);
  g_test_add_func ("/case-accept/empty", test_empty);
  return g_test_run ();
}
