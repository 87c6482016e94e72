/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-edits.h"
#include "foi-case-estimate.h"
#include "foi-case-new.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* A case with two questions, and its editor. */
typedef struct
{
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  const FoiNewCase facts_of_case = {
    .reference = "FOI1",
    .received = "2024-10-30",
    .regime = "foia",
    .created = "2024-10-30T09:00:00Z",
    .revision = "0",
  };
  g_autoptr (FoiCaseState) state = foi_case_state_new_case (&facts_of_case, NULL);

  fixture->foi_case = foi_case_new (state);
  fixture->editor = foi_case_editor_new (fixture->foi_case);
  foi_case_editor_add_question (fixture->editor, 0, "How many?", "Many", NULL, NULL);
  foi_case_editor_add_question (fixture->editor, 1, "How much?", "Much", NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->foi_case);
}

static char *
dup_estimate (Fixture *fixture)
{
  JsonNode *estimate
    = foi_case_state_get_estimate (foi_case_get_state (fixture->foi_case), "q1");
  g_autofree char *json = estimate != NULL ? json_to_string (estimate, FALSE) : g_strdup ("");

  return g_strdelimit (g_steal_pointer (&json), "\"", '\'');
}

/* "+rows 0 A" adds, "-rows 0" deletes, ">rows 0 2" moves, "=q2" and "~q2" say which question is
 * similar, and which is not. */
static gboolean
run (Fixture *fixture, const char *command, GError **error)
{
  g_auto (GStrv) words = g_strsplit (command + 1, " ", -1);
  const guint first = words[1] != NULL ? (guint) g_ascii_strtoull (words[1], NULL, 10) : 0;
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) item = NULL;

  switch (command[0])
    {
    case '+':
      item = foi_json_set_string (empty, "unit", words[2], NULL);
      return foi_case_editor_insert_in_estimate (fixture->editor, "q1", words[0], first, item,
                                                 "Add", error);
    case '-':
      return foi_case_editor_delete_in_estimate (fixture->editor, "q1", words[0], first, "Delete",
                                                 error);
    case '>':
      return foi_case_editor_move_in_estimate (
        fixture->editor, "q1", words[0], first,
        (guint) g_ascii_strtoull (words[2], NULL, 10), "Move", error);
    case '=':
    case '~':
      return foi_case_editor_set_similar (fixture->editor, "q1", words[0], command[0] == '=',
                                          error);
    default:
      g_assert_not_reached ();
    }
}

/* Each command, and the estimate after it. */
static const struct
{
  const char *command, *estimate;
} facts[] = {
  { "+rows 0 A", "{'rows':[{'unit':'A'}]}" },
  { "+rows 9 B", "{'rows':[{'unit':'A'},{'unit':'B'}]}" },
  { "+rows 1 C", "{'rows':[{'unit':'A'},{'unit':'C'},{'unit':'B'}]}" },
  { ">rows 0 2", "{'rows':[{'unit':'C'},{'unit':'B'},{'unit':'A'}]}" },
  { ">rows 2 0", "{'rows':[{'unit':'A'},{'unit':'C'},{'unit':'B'}]}" },
  { ">rows 1 9", "{'rows':[{'unit':'A'},{'unit':'B'},{'unit':'C'}]}" },
  { "-rows 1", "{'rows':[{'unit':'A'},{'unit':'C'}]}" },
  { "=q2", "{'rows':[{'unit':'A'},{'unit':'C'}],'similar_to':['q2']}" },
  { "-rows 0", "{'rows':[{'unit':'C'}],'similar_to':['q2']}" },
  { "-rows 0", "{'similar_to':['q2']}" },
  { "+requests 0 D", "{'similar_to':['q2'],'requests':[{'unit':'D'}]}" },
  { "~q2", "{'requests':[{'unit':'D'}]}" },
  { "-requests 0", "" },
  { "+not_counted 0 E", "{'not_counted':[{'unit':'E'}]}" },
};

static void
test_edits (Fixture *fixture, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *estimate = NULL;

      g_test_message ("%s", facts[i].command);
      g_assert_true (run (fixture, facts[i].command, &error));
      g_assert_no_error (error);
      estimate = dup_estimate (fixture);
      g_assert_cmpstr (estimate, ==, facts[i].estimate);
    }
  /* Each was one command: undone one by one, and done again. */
  for (gsize i = G_N_ELEMENTS (facts); i > 0; i--)
    {
      g_autofree char *estimate = dup_estimate (fixture);

      g_assert_cmpstr (estimate, ==, facts[i - 1].estimate);
      g_assert_true (foi_case_editor_undo (fixture->editor));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *estimate = NULL;

      g_assert_true (foi_case_editor_redo (fixture->editor));
      estimate = dup_estimate (fixture);
      g_assert_cmpstr (estimate, ==, facts[i].estimate);
    }
}

/* What cannot be done changes nothing; what says the same is no command. */
static void
test_refusals (Fixture *fixture, gconstpointer unused)
{
  static const char *const refused[] = { "-rows 1", "-requests 0", ">rows 1 0", ">requests 0 1" };
  static const char *const idle[] = { ">rows 0 0", ">rows 0 5", "~q2" };
  g_autoptr (JsonNode) item = foi_json_new_object ();
  g_autoptr (GError) error = NULL;
  FoiCaseState *state;

  g_assert_true (run (fixture, "+rows 0 A", NULL));
  state = foi_case_get_state (fixture->foi_case);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) reason = NULL;

      g_assert_false (run (fixture, refused[i], &reason));
      g_assert_error (reason, FOI_ERROR, FOI_ERROR_NOT_FOUND);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (idle); i++)
    g_assert_true (run (fixture, idle[i], NULL));
  g_assert_false (foi_case_editor_insert_in_estimate (fixture->editor, "q9", "rows", 0, item, "x",
                                                      &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND);
  g_assert_true (foi_case_get_state (fixture->foi_case) == state);
}

/* Whatever is done in whatever order, undoing all of it is what was, and redoing what became. */
static void
test_random (Fixture *fixture, gconstpointer unused)
{
  FoiCaseState *before = foi_case_state_ref (foi_case_get_state (fixture->foi_case));
  FoiCaseState *after;
  guint n_done = 0;

  for (guint i = 0; i < 300; i++)
    n_done += run (fixture, facts[(guint) g_test_rand_int_range (0, G_N_ELEMENTS (facts))].command,
                   NULL);
  g_assert_cmpuint (n_done, >, 100);
  after = foi_case_state_ref (foi_case_get_state (fixture->foi_case));
  for (guint i = 0; i < n_done && foi_case_get_state (fixture->foi_case) != before; i++)
    g_assert_true (foi_case_editor_undo (fixture->editor));
  g_assert_true (foi_json_equal (foi_case_state_get_root (before),
                                 foi_case_state_get_root (
                                   foi_case_get_state (fixture->foi_case))));
  while (foi_case_editor_redo (fixture->editor))
    ;
  g_assert_true (foi_json_equal (foi_case_state_get_root (after),
                                 foi_case_state_get_root (
                                   foi_case_get_state (fixture->foi_case))));
  foi_case_state_unref (before);
  foi_case_state_unref (after);
}

/* What could not be opened again is not made. */
static void
test_most (Fixture *fixture, gconstpointer unused)
{
  static const char *const lists[] = { "rows", "not_counted", "requests" };
  g_autoptr (JsonNode) item = foi_json_new_object ();

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 200; j++)
        g_assert_true (foi_case_editor_insert_in_estimate (fixture->editor, "q1", lists[i], j, item,
                                                           "Add", NULL));
      g_assert_false (foi_case_editor_insert_in_estimate (fixture->editor, "q1", lists[i], 0, item,
                                                          "Add", &error));
      g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/case-estimate/edits", Fixture, NULL, set_up, test_edits, tear_down);
  g_test_add ("/case-estimate/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  g_test_add ("/case-estimate/most", Fixture, NULL, set_up, test_most, tear_down);
  g_test_add ("/case-estimate/random", Fixture, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
