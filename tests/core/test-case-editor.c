/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-edits.h"
#include "foi-case-new.h"
#include "foi-case-reload.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* What an editor says while it works, as a transcript: one word for each signal. */
typedef struct
{
  GString       *log;
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
} Fixture;

static const FoiNewCase facts = {
  .reference = "FOI/2024/0117", .subject = "Calls", .regime = "foia", .received = "2024-10-30",
  .created = "2024-10-30T09:00:00Z", .revision = "0",
};

static void
log_notify_cb (GObject *object, GParamSpec *pspec, Fixture *fixture)
{
  g_string_append_printf (fixture->log, "%s:%s ", G_OBJECT_TYPE_NAME (object) + 3, pspec->name);
}

static void
log_items_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  g_string_append_printf (fixture->log, "items(%u,%u,%u) ", position, removed, added);
}

static void
log_changed_cb (FoiCase *foi_case, Fixture *fixture)
{
  g_string_append (fixture->log, "changed ");
}

static void
log_row_changed_cb (FoiRow *row, Fixture *fixture)
{
  g_string_append_printf (fixture->log, "row%" G_GUINT64_FORMAT " ", foi_row_get_id (row));
}

static FoiTableData *
new_table (void)
{
  static const struct
  {
    const char *year;
    gint64 calls;
  } figures[] = { { "2021", 3 }, { "2022", 20 }, { "2023", 100 } };
  g_autoptr (GPtrArray) columns
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (JsonNode) resource
    = json_from_string ("{\"name\":\"calls\",\"type\":\"table\",\"title\":\"Calls\","
                        "\"schema\":{\"primaryKey\":[\"year\"]},"
                        "\"foi:notes\":[{\"id\":\"n1\",\"row\":{\"year\":\"2022\"},"
                        "\"field\":\"calls\",\"text\":\"One week missing\"}],"
                        "\"foi:totals\":[{\"row\":{\"year\":\"2023\"},"
                        "\"of\":[{\"year\":\"2021\"},{\"year\":\"2022\"}]}]}", NULL);

  json_node_seal (resource);
  g_ptr_array_add (columns, foi_column_new ("year", "Year", FOI_VALUE_TEXT));
  g_ptr_array_add (columns, foi_column_new ("calls", "Calls", FOI_VALUE_INTEGER));
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      FoiRecord *record = foi_record_new (i + 1, 2);

      record->cells[0] = foi_cell_text (figures[i].year);
      record->cells[1] = foi_cell_number (figures[i].calls);
      g_ptr_array_add (records, record);
    }
  rows = foi_row_store_new_take (records);
  return foi_table_data_new (resource, columns, rows, G_N_ELEMENTS (figures) + 1);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoiCaseState) state = foi_case_state_new_case (&facts, NULL);
  g_autoptr (FoiTableData) data = new_table ();
  g_autoptr (FoiCaseState) with_table = foi_case_state_with_table (state, data);

  fixture->log = g_string_new (NULL);
  fixture->foi_case = foi_case_new (with_table);
  fixture->editor = foi_case_editor_new (fixture->foi_case);
  foi_case_editor_add_question (fixture->editor, 0, "How many calls?", "Calls", NULL, NULL);
  foi_case_editor_mark_saved (fixture->editor, foi_case_get_state (fixture->foi_case));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (fixture->foi_case, "changed", G_CALLBACK (log_changed_cb), fixture);
  g_signal_connect (foi_case_get_questions (fixture->foi_case), "items-changed",
                    G_CALLBACK (log_items_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_string_free (fixture->log, TRUE);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->foi_case);
}

/* What somebody else saved is the case, is saved, and cannot be undone. */
static void
test_reload (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoiCaseState) theirs
    = foi_case_state_with_node (foi_case_get_state (fixture->foi_case), "/title", NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (theirs);
  g_assert_true (foi_case_editor_set_string (fixture->editor, "/title", "Ours", "Title", &error));
  g_assert_no_error (error);
  g_assert_true (foi_case_editor_can_undo (fixture->editor));
  foi_case_editor_reload (fixture->editor, theirs);
  g_assert_true (foi_case_get_state (fixture->foi_case) == theirs);
  g_assert_false (foi_case_editor_is_modified (fixture->editor));
  g_assert_false (foi_case_editor_can_undo (fixture->editor));
  g_assert_false (foi_case_editor_can_redo (fixture->editor));
  g_assert_true (foi_case_editor_set_string (fixture->editor, "/title", "Ours", "Title", &error));
  g_assert_true (foi_case_editor_is_modified (fixture->editor));
  g_assert_true (foi_case_editor_undo (fixture->editor));
  g_assert_true (foi_case_get_state (fixture->foi_case) == theirs);
  g_assert_false (foi_case_editor_is_modified (fixture->editor));
}

static void
assert_log (Fixture *fixture, const char *expected)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (fixture->log->str, ==, expected);
  g_string_truncate (fixture->log, 0);
}

static const char *
get_json (Fixture *fixture, const char *path)
{
  static char *text;

  g_free (text);
  text = json_to_string (foi_case_state_get_node (foi_case_get_state (fixture->foi_case), path),
                         FALSE);
  return text;
}

static const char *
get_table_json (Fixture *fixture, const char *member)
{
  FoiTableData *data = foi_case_state_find_table (foi_case_get_state (fixture->foi_case), "calls");
  static char *text;

  g_free (text);
  text = json_to_string (foi_json_get_member (foi_table_data_get_resource (data), member), FALSE);
  return text;
}

static void
test_typing_is_one_command (Fixture *fixture, gconstpointer unused)
{
  FoiQuestion *question = foi_case_find_question (fixture->foi_case, "q1");

  g_signal_connect (question, "notify::answer", G_CALLBACK (log_notify_cb), fixture);
  for (const char *const *text = (const char *const[]) { "W", "We", "We do", NULL }; *text; text++)
    foi_case_editor_set_string (fixture->editor, "questions/q1/answer", *text, "Change Answer",
                                NULL);
  assert_log (fixture, "Question:answer Question:answer Question:answer changed ");
  g_assert_cmpstr (foi_case_editor_get_undo_label (fixture->editor), ==, "Change Answer");
  foi_case_editor_break_merge (fixture->editor);
  foi_case_editor_set_string (fixture->editor, "questions/q1/answer", "We do not", "Change Answer",
                              NULL);
  g_assert_true (foi_case_editor_undo (fixture->editor));
  g_assert_cmpstr (foi_question_get_answer (question), ==, "We do");
  g_assert_true (foi_case_editor_undo (fixture->editor));
  g_assert_cmpstr (foi_question_get_answer (question), ==, "");
  assert_log (fixture, "Question:answer Question:answer Question:answer changed ");
}

static void
test_saved_point (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (foi_case_editor_is_modified (fixture->editor));
  foi_case_editor_set_string (fixture->editor, "/title", "Other", "Change Subject", NULL);
  g_assert_true (foi_case_editor_is_modified (fixture->editor));
  foi_case_editor_undo (fixture->editor);
  g_assert_false (foi_case_editor_is_modified (fixture->editor));
  foi_case_editor_redo (fixture->editor);
  foi_case_editor_mark_saved (fixture->editor, foi_case_get_state (fixture->foi_case));
  g_assert_false (foi_case_editor_is_modified (fixture->editor));
  /* What is typed after a save does not join what was typed before it. */
  foi_case_editor_set_string (fixture->editor, "/title", "Others", "Change Subject", NULL);
  foi_case_editor_undo (fixture->editor);
  g_assert_cmpstr (foi_case_get_subject (fixture->foi_case), ==, "Other");
  g_assert_false (foi_case_editor_is_modified (fixture->editor));
}

static void
test_same_is_nothing (Fixture *fixture, gconstpointer unused)
{
  FoiCell cell = foi_cell_number (20);

  foi_case_editor_undo (fixture->editor);
  foi_case_editor_redo (fixture->editor);
  assert_log (fixture, "items(0,1,0) items(0,0,1) changed ");
  g_assert_true (foi_case_editor_set_cell (fixture->editor, "calls", 2, "calls", &cell, NULL));
  foi_case_editor_set_string (fixture->editor, "/title", "Calls", "Change Subject", NULL);
  assert_log (fixture, "");
}

static void
test_cell_edit (Fixture *fixture, gconstpointer unused)
{
  FoiTable *table = foi_case_find_table (fixture->foi_case, "calls");
  g_autoptr (FoiRow) row = g_list_model_get_item (G_LIST_MODEL (table), 1);
  FoiCell cell = foi_cell_number (21);

  g_signal_connect (table, "items-changed", G_CALLBACK (log_items_cb), fixture);
  g_signal_connect (row, "changed", G_CALLBACK (log_row_changed_cb), fixture);
  g_assert_true (foi_case_editor_set_cell (fixture->editor, "calls", 2, "calls", &cell, NULL));
  assert_log (fixture, "row2 changed ");
  g_assert_true (foi_case_editor_insert_rows (fixture->editor, "calls", 1, 2, NULL, NULL));
  assert_log (fixture, "items(1,0,2) changed ");
  foi_case_editor_undo (fixture->editor);
  foi_case_editor_undo (fixture->editor);
  assert_log (fixture, "items(1,2,0) row2 changed ");
}

static void
test_key_takes_notes_along (Fixture *fixture, gconstpointer unused)
{
  g_auto (FoiCell) cell = foi_cell_text ("2022/23");

  g_assert_true (foi_case_editor_suppress (fixture->editor, "calls", 2, "calls", TRUE, NULL));
  g_assert_cmpstr (get_json (fixture, "withheld"), ==,
                   "[{\"table\":\"calls\",\"row\":{\"year\":\"2022\"},\"field\":\"calls\","
                   "\"value\":20,\"by\":\"primary\"}]");
  g_assert_true (foi_case_editor_set_cell (fixture->editor, "calls", 2, "year", &cell, NULL));
  g_assert_cmpstr (get_json (fixture, "withheld"), ==,
                   "[{\"table\":\"calls\",\"row\":{\"year\":\"2022/23\"},\"field\":\"calls\","
                   "\"value\":20,\"by\":\"primary\"}]");
  g_assert_cmpstr (get_table_json (fixture, "foi:notes"), ==,
                   "[{\"id\":\"n1\",\"row\":{\"year\":\"2022/23\"},\"field\":\"calls\","
                   "\"text\":\"One week missing\"}]");
  g_assert_cmpstr (get_table_json (fixture, "foi:totals"), ==,
                   "[{\"row\":{\"year\":\"2023\"},"
                   "\"of\":[{\"year\":\"2021\"},{\"year\":\"2022/23\"}]}]");
  g_assert_true (foi_case_editor_reveal (fixture->editor, "calls", 2, "calls", NULL));
  g_assert_null (foi_case_state_get_node (foi_case_get_state (fixture->foi_case), "withheld"));
}

static void
test_bounds (Fixture *fixture, gconstpointer unused)
{
  FoiCellEdit edit = { .row = 1, .column = "calls", .has_bounds = TRUE, .from = 1, .to = 4 };
  g_autoptr (GError) error = NULL;

  edit.cell = foi_cell_state (FOI_CELL_SUPPRESSED);
  g_assert_true (foi_case_editor_set_cells (fixture->editor, "calls", &edit, 1, "Change Cell",
                                            NULL));
  g_assert_null (foi_case_state_get_node (foi_case_get_state (fixture->foi_case), "withheld"));
  g_assert_nonnull (strstr (get_table_json (fixture, "foi:notes"),
                            "\"bounds\":{\"from\":1,\"to\":4}"));
  g_assert_false (foi_case_editor_reveal (fixture->editor, "calls", 1, "calls", &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
}

static void
test_deleted_row_takes_all_along (Fixture *fixture, gconstpointer unused)
{
  const guint64 rows[] = { 2 };

  g_assert_true (foi_case_editor_suppress (fixture->editor, "calls", 2, "calls", FALSE, NULL));
  g_assert_nonnull (strstr (get_json (fixture, "withheld"), "\"by\":\"secondary\""));
  g_assert_true (foi_case_editor_delete_rows (fixture->editor, "calls", rows, 1, NULL));
  g_assert_cmpuint (foi_json_get_n_elements (
                      foi_case_state_get_node (foi_case_get_state (fixture->foi_case), "withheld")),
                    ==, 0);
  g_assert_cmpstr (get_table_json (fixture, "foi:notes"), ==, "[]");
  g_assert_cmpstr (get_table_json (fixture, "foi:totals"), ==,
                   "[{\"row\":{\"year\":\"2023\"},\"of\":[{\"year\":\"2021\"}]}]");
}

static void
test_column_type (Fixture *fixture, gconstpointer unused)
{
  FoiTable *table = foi_case_find_table (fixture->foi_case, "calls");
  g_autoptr (FoiColumn) text = foi_column_with_type (foi_table_get_column (table, 1),
                                                     FOI_VALUE_TEXT, 0, NULL);
  g_autoptr (FoiColumn) number = foi_column_ref (foi_table_get_column (table, 1));
  g_auto (FoiCell) word = foi_cell_text ("many");
  g_autoptr (GError) error = NULL;
  FoiCaseState *state;

  g_assert_true (foi_case_editor_set_column (fixture->editor, "calls", "calls", text, NULL));
  g_assert_true (foi_case_editor_set_cell (fixture->editor, "calls", 3, "calls", &word, NULL));
  state = foi_case_get_state (fixture->foi_case);
  g_assert_false (foi_case_editor_set_column (fixture->editor, "calls", "calls", number, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_VALUE);
  g_assert_true (g_str_has_prefix (error->message, "Row 3: “many”: "));
  g_assert_true (foi_case_get_state (fixture->foi_case) == state);
}

static void
test_groups (Fixture *fixture, gconstpointer unused)
{
  FoiCaseState *before = foi_case_get_state (fixture->foi_case);

  foi_case_editor_begin (fixture->editor, "Split Question");
  foi_case_editor_add_question (fixture->editor, 9, "And why?", NULL, NULL, NULL);
  foi_case_editor_set_string (fixture->editor, "questions/q1/text", "How many?", "x", NULL);
  foi_case_editor_end (fixture->editor);
  g_assert_cmpstr (foi_case_editor_get_undo_label (fixture->editor), ==, "Split Question");
  foi_case_editor_undo (fixture->editor);
  g_assert_true (foi_case_get_state (fixture->foi_case) == before);
  foi_case_editor_begin (fixture->editor, "Never");
  foi_case_editor_remove_question (fixture->editor, "q1", NULL);
  foi_case_editor_cancel (fixture->editor);
  g_assert_true (foi_case_get_state (fixture->foi_case) == before);
  g_assert_cmpstr (foi_case_editor_get_redo_label (fixture->editor), ==, "Split Question");
}

/* The id of a question that went is given to no other: what referred to it would mean that one. */
static void
test_question_ids (Fixture *fixture, gconstpointer unused)
{
  static const char *const references[][2] = {
    { "questions/q1/answer", "See {{question:q2}}." },
    { "questions/q1/answer", "{{question:q2}}" },
  };
  g_autoptr (JsonNode) see = foi_json_new_strings ((const char *const[]) { "q4", NULL });
  g_autofree char *id = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autoptr (FoiCaseEditor) fresh = NULL;
      g_autofree char *second = NULL;

      foi_case_editor_set_string (fixture->editor, references[i][0], references[i][1], "x", NULL);
      /* As in a window that was opened later. */
      fresh = foi_case_editor_new (fixture->foi_case);
      g_assert_true (foi_case_editor_add_question (fresh, 9, "And?", NULL, &second, NULL));
      g_assert_cmpstr (second, ==, "q3");
      g_assert_true (foi_case_editor_remove_question (fresh, "q3", NULL));
    }
  foi_case_editor_set_string (fixture->editor, "questions/q1/answer", "q2 was quiet", "x", NULL);
  foi_case_editor_set_node (fixture->editor, "questions/q1/see", see, "x", NULL);
  g_assert_true (foi_case_editor_add_question (fixture->editor, 9, "Why?", NULL, &id, NULL));
  g_assert_cmpstr (id, ==, "q2");
  g_assert_true (foi_case_editor_remove_question (fixture->editor, "q2", NULL));
  g_clear_pointer (&id, g_free);
  g_assert_true (foi_case_editor_add_question (fixture->editor, 9, "Why?", NULL, &id, NULL));
  g_assert_cmpstr (id, ==, "q3");
  g_clear_pointer (&id, g_free);
  g_assert_true (foi_case_editor_add_question (fixture->editor, 9, "Who?", NULL, &id, NULL));
  g_assert_cmpstr (id, ==, "q5");
}

/* What is cancelled is what its own begin began; the rest goes on, and is one command. */
static void
test_groups_in_groups (Fixture *fixture, gconstpointer unused)
{
  FoiCaseState *before = foi_case_get_state (fixture->foi_case);
  FoiCell cell = foi_cell_number (21);

  foi_case_editor_begin (fixture->editor, "Outer");
  foi_case_editor_set_string (fixture->editor, "questions/q1/text", "How many?", "x", NULL);
  foi_case_editor_begin (fixture->editor, "Inner");
  foi_case_editor_remove_question (fixture->editor, "q1", NULL);
  foi_case_editor_cancel (fixture->editor);
  g_assert_cmpstr (foi_case_state_get_string (foi_case_get_state (fixture->foi_case),
                                              "questions/q1/text"), ==, "How many?");
  g_assert_true (foi_case_editor_set_cell (fixture->editor, "calls", 2, "calls", &cell, NULL));
  foi_case_editor_end (fixture->editor);
  g_assert_cmpstr (foi_case_editor_get_undo_label (fixture->editor), ==, "Outer");
  foi_case_editor_undo (fixture->editor);
  g_assert_true (foi_case_get_state (fixture->foi_case) == before);
}

/* A block that cannot be withheld is left as it was, within a group as well. */
static void
test_refused_in_group (Fixture *fixture, gconstpointer unused)
{
  static const guint64 rows[] = { 1, 2 };
  const char *columns[] = { "calls", "year", NULL };
  FoiCaseState *before = foi_case_get_state (fixture->foi_case);
  g_autoptr (GError) error = NULL;

  foi_case_editor_begin (fixture->editor, "Withhold");
  g_assert_false (foi_case_editor_suppress_cells (fixture->editor, "calls", rows, 2, columns, TRUE,
                                                  &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_VALUE);
  foi_case_editor_cancel (fixture->editor);
  g_assert_true (foi_case_get_state (fixture->foi_case) == before);
}

static void
test_remove_table (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoiTableData) other = NULL;
  FoiTable *table;

  foi_case_editor_set_string (fixture->editor, "questions/q1/answer",
                              "As below.\n\n{{table:calls}}\n", "Change Answer", NULL);
  g_assert_cmpstr (foi_case_find_table_question (fixture->foi_case, "calls"), ==, "q1");
  foi_case_editor_suppress (fixture->editor, "calls", 2, "calls", TRUE, NULL);
  table = foi_case_find_table (fixture->foi_case, "calls");
  g_assert_true (foi_case_editor_remove_table (fixture->editor, "calls", NULL));
  g_assert_cmpstr (foi_question_get_answer (foi_case_find_question (fixture->foi_case, "q1")), ==,
                   "As below.\n\n");
  g_assert_null (foi_case_state_get_node (foi_case_get_state (fixture->foi_case), "withheld"));
  /* The same object: what views keep beside a table is there again. */
  foi_case_editor_undo (fixture->editor);
  g_assert_true (foi_case_find_table (fixture->foi_case, "calls") == table);
  foi_case_editor_redo (fixture->editor);
  other = new_table ();
  g_assert_true (foi_case_editor_add_table (fixture->editor, other, "q1", NULL));
  g_assert_nonnull (foi_case_find_table (fixture->foi_case, "calls"));
  g_assert_true (foi_case_find_table (fixture->foi_case, "calls") != table);
}

static void
test_paths_that_lead_nowhere (Fixture *fixture, gconstpointer unused)
{
  static const char *const paths[] = { "questions/q9/answer", "questions/#7", "regime/x/y" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (foi_case_editor_set_string (fixture->editor, paths[i], "x", "x", &error));
      g_assert_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND);
    }
  assert_log (fixture, "");
}

static void
test_new_from (Fixture *fixture, gconstpointer unused)
{
  static const FoiNewCase next = {
    .reference = "FOI/2025/0002", .subject = "Calls again", .regime = "foia",
    .created = "2025-01-02T09:00:00Z", .revision = "1",
  };
  g_autoptr (FoiCaseState) state = NULL;
  FoiTableData *data;

  foi_case_editor_set_string (fixture->editor, "questions/q1/answer", "See below", "x", NULL);
  foi_case_editor_set_string (fixture->editor, "request/requester/name", "Ann Other", "x", NULL);
  foi_case_editor_suppress (fixture->editor, "calls", 2, "calls", TRUE, NULL);
  state = foi_case_state_new_from (foi_case_get_state (fixture->foi_case), &next, NULL);
  g_assert_cmpstr (foi_case_state_get_string (state, "/name"), ==, "foi-2025-0002");
  g_assert_cmpstr (foi_case_state_get_string (state, "questions/q1/answer"), ==, "See below");
  g_assert_null (foi_case_state_get_node (state, "request/requester"));
  g_assert_null (foi_case_state_get_node (state, "request/received"));
  g_assert_null (foi_case_state_get_node (state, "withheld"));
  data = foi_case_state_find_table (state, "calls");
  g_assert_cmpuint (foi_table_data_get_n_columns (data), ==, 2);
  g_assert_cmpuint (foi_row_store_get_length (foi_table_data_get_rows (data)), ==, 0);
  g_assert_null (foi_json_get_member (foi_table_data_get_resource (data), "foi:notes"));
}

/* A table that went is kept, with what it says, while undo may bring it back, and no longer. */
static void
test_gone_with_history (Fixture *fixture, gconstpointer unused)
{
  FoiTable *table = foi_case_find_table (fixture->foi_case, "calls");

  g_object_add_weak_pointer (G_OBJECT (table), (gpointer *) &table);
  g_assert_true (foi_case_editor_remove_table (fixture->editor, "calls", NULL));
  g_assert_true (foi_case_editor_undo (fixture->editor));
  g_assert_true (foi_case_find_table (fixture->foi_case, "calls") == table);
  g_assert_true (foi_case_editor_redo (fixture->editor));
  g_assert_nonnull (table);
  foi_case_editor_forget_history (fixture->editor);
  g_assert_null (table);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/case-editor/reload", test_reload);
  add ("/case-editor/typing-is-one-command", test_typing_is_one_command);
  add ("/case-editor/saved-point", test_saved_point);
  add ("/case-editor/same-is-nothing", test_same_is_nothing);
  add ("/case-editor/cell-edit", test_cell_edit);
  add ("/case-editor/key-takes-notes-along", test_key_takes_notes_along);
  add ("/case-editor/bounds", test_bounds);
  add ("/case-editor/deleted-row-takes-all-along", test_deleted_row_takes_all_along);
  add ("/case-editor/column-type", test_column_type);
  add ("/case-editor/groups", test_groups);
  add ("/case-editor/question-ids", test_question_ids);
  add ("/case-editor/groups-in-groups", test_groups_in_groups);
  add ("/case-editor/refused-in-group", test_refused_in_group);
  add ("/case-editor/remove-table", test_remove_table);
  add ("/case-editor/gone-with-history", test_gone_with_history);
  add ("/case-editor/paths-that-lead-nowhere", test_paths_that_lead_nowhere);
  add ("/case-editor/new-from", test_new_from);
  return g_test_run ();
}
