/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-case-edits.h"
#include "foi-checks.h"
#include "foi-finding.h"
#include "foi-ground-form.h"
#include "foi-json-edit.h"
#include "foi-publication.h"
#include "foi-question-page.h"
#include "foi-question-tables.h"
#include "foi-small-window.h"
#include "foi-table.h"
#include "foi-window.h"
#include "foi-withheld.h"
#include "ui-test.h"

/* The case has a table of referrals by area: 3 calls in the north, and margins. */
typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;    /* weak */
  GtkWidget   *panel;     /* weak */
} Fixture;

static gboolean
is_known (gpointer data)
{
  GtkWidget *panel = data;

  for (guint i = 0;; i++)
    {
      GtkWidget *label = ui_test_find_nth (panel, GTK_TYPE_LABEL, i);

      if (label == NULL)
        return FALSE;
      if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label))
          == GTK_ACCESSIBLE_ROLE_STATUS)
        return gtk_label_get_text (GTK_LABEL (label))[0] != '\0';
    }
}

static gboolean
says (GtkWidget *root, const char *words)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = ui_test_find_nth (root, GTK_TYPE_LABEL, i);

      if (label == NULL)
        return FALSE;
      if (gtk_widget_get_mapped (label)
          && strstr (gtk_label_get_text (GTK_LABEL (label)), words) != NULL)
        return TRUE;
    }
}

/* What the panel is to say, and where. */
typedef struct
{
  GtkWidget *panel;
  const char *words;
} Expected;

static gboolean
says_cb (gpointer data)
{
  Expected *expected = data;

  return says (expected->panel, expected->words);
}

static void
assert_says (Fixture *fixture, const char *words)
{
  Expected expected = { fixture->panel, words };

  g_assert_true (ui_test_wait_until (says_cb, &expected, 20000));
}

static void
open_panel (Fixture *fixture)
{
  foi_document_go_to (fixture->document, "tables/refs/small-numbers");
  g_set_weak_pointer (&fixture->panel, ui_test_find_window (FOI_TYPE_SMALL_WINDOW));
  g_assert_nonnull (fixture->panel);
  g_assert_true (ui_test_wait_until (is_known, fixture->panel, 20000));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path
    = ui_test_dup_data (data != NULL ? data : "tests/data/cases/y_small_numbers.foi.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  fixture->document = ui_test_open_file (file);
  g_set_weak_pointer (&fixture->window, ui_test_show (fixture->document));
  ui_test_wait_for_layout (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->panel != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->panel));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->panel, 20000));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  g_clear_object (&fixture->document);
}

static FoiCaseState *
get_state (Fixture *fixture)
{
  return foi_case_get_state (foi_document_get_case (fixture->document));
}

/* The figures of the table, as the letter has them: row by row, without the names. */
static char *
dup_figures (Fixture *fixture)
{
  FoiTableData *data = foi_case_state_find_table (get_state (fixture), "refs");
  g_autoptr (FoiPublication) table = foi_case_state_publish_table (get_state (fixture), data);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < foi_publication_get_n_rows (table); i++)
    for (guint j = 1; j < foi_publication_get_n_columns (table); j++)
      {
        g_autofree char *cell = foi_publication_format (table, i, j);

        g_string_append_printf (text, "%s%s", cell, j < 3 ? " " : i < 4 ? "; " : "");
      }
  return g_string_free (text, FALSE);
}

#define WHOLE "3 24 27; 20 18 38; 17 9 26; 15 31 46; 55 82 137"
#define PROTECTED "[c] [c] 27; 20 18 38; [c] [c] 26; 15 31 46; 55 82 137"

static void
assert_figures (Fixture *fixture, const char *figures)
{
  g_autofree char *found = dup_figures (fixture);

  g_assert_cmpstr (found, ==, figures);
}

static GtkWidget *
find_button (Fixture *fixture, const char *label)
{
  GtkWidget *button = ui_test_find_button (fixture->panel, label);

  g_assert_nonnull (button);
  return button;
}

static void
click_and_wait (Fixture *fixture, const char *label)
{
  g_assert_true (gtk_widget_get_sensitive (find_button (fixture, label)));
  g_signal_emit_by_name (find_button (fixture, label), "clicked");
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->panel, 20000));
}

static gboolean
can_apply (gpointer data)
{
  return gtk_widget_get_sensitive (find_button (data, "_Apply"));
}

static void
choose_preset (Fixture *fixture, guint nth)
{
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (ui_test_find (fixture->panel, GTK_TYPE_DROP_DOWN)), nth);
}

/* The check or radio button with these words. */
static GtkCheckButton *
find_check (Fixture *fixture, const char *words)
{
  GtkWidget *check;

  for (guint i = 0; (check = ui_test_find_nth (fixture->panel, GTK_TYPE_CHECK_BUTTON, i)) != NULL;
       i++)
    for (guint j = 0; ui_test_find_nth (check, GTK_TYPE_LABEL, j) != NULL; j++)
      if (strstr (gtk_label_get_text (GTK_LABEL (ui_test_find_nth (check, GTK_TYPE_LABEL, j))),
                  words) != NULL)
        return GTK_CHECK_BUTTON (check);
  g_assert_not_reached ();
}

/* What would be left out is shown with the reason, and nothing is changed by looking. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  open_panel (fixture);
  assert_says (fixture, "1 small figure is withheld. 3 more are withheld, so that nobody can work");
  assert_says (fixture, "Nobody reading the letter can work out a figure that is left out.");
  assert_says (fixture, "3, small");
  assert_says (fixture, "24, to hide another");
  assert_says (fixture, "Practice, not law: ");
  assert_figures (fixture, WHOLE);
  g_assert_false (foi_case_editor_can_undo (foi_document_get_editor (fixture->document)));
}

/* Another rule is looked at anew. */
static void
test_presets (Fixture *fixture, gconstpointer data)
{
  open_panel (fixture);
  assert_says (fixture, "1 small figure");
  choose_preset (fixture, 3);
  assert_says (fixture, "2 small figures are withheld.");
  choose_preset (fixture, 4);
  gtk_spin_button_set_value (
    GTK_SPIN_BUTTON (ui_test_find (fixture->panel, GTK_TYPE_SPIN_BUTTON)), 2);
  assert_says (fixture, "No figure is withheld or rounded.");
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture, "_Apply")));
}

/* What the officer is told of a cell, and nobody else. */
static void
assert_words (Fixture *fixture, guint row, const char *column, const char *expected)
{
  FoiTable *table = foi_case_find_table (foi_document_get_case (fixture->document), "refs");
  FoiRowStore *rows = foi_table_data_get_rows (foi_table_get_data (table));
  g_autofree char *words = foi_withheld_dup_words (fixture->document, table,
                                                   foi_row_store_get (rows, row)->id, column);

  g_assert_cmpstr (words, ==, expected);
}

/* All of it is one command: the marks, the rule with its reason, the ground, the outcome. */
static void
test_applied (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  GtkTextBuffer *reason;
  JsonNode *rule, *ground;

  open_panel (fixture);
  reason = gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (ui_test_find (fixture->panel, GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (reason, "Few people live there", -1);
  click_and_wait (fixture, "_Apply");
  assert_figures (fixture, PROTECTED);
  assert_words (fixture, 0, "calls", "Withheld: 3, because it is small");
  assert_words (fixture, 2, "visits",
                "Withheld: 9, because it would give another figure away");
  assert_words (fixture, 1, "calls", NULL);
  g_assert_cmpstr (foi_case_editor_get_undo_label (editor), ==, "Protect Small Numbers");
  rule = foi_json_get_member (
    foi_table_data_get_resource (foi_case_state_find_table (get_state (fixture), "refs")),
    "foi:rule");
  g_assert_cmpint (foi_json_get_integer (rule, "threshold", 0), ==, 4);
  g_assert_cmpstr (foi_json_get_string (rule, "reason", NULL), ==, "Few people live there");
  ground = foi_json_get_element (foi_case_state_get_node (get_state (fixture),
                                                          "questions/q1/grounds"), 0);
  g_assert_cmpstr (foi_json_get_string (ground, "section", NULL), ==, "40(2)");
  g_assert_true (foi_json_get_boolean (ground, "cells", FALSE));
  g_assert_cmpstr (foi_case_state_get_string (get_state (fixture), "questions/q1/outcome"), ==,
                   "part");
  g_assert_true (foi_document_undo (fixture->document));
  assert_figures (fixture, WHOLE);
  g_assert_null (foi_case_state_get_node (get_state (fixture), "questions/q1/grounds"));
  g_assert_false (foi_case_editor_can_undo (editor));
}

/* A ground that nobody wants is not given. */
static void
test_no_ground (Fixture *fixture, gconstpointer data)
{
  open_panel (fixture);
  assert_says (fixture, "40(2)");
  gtk_check_button_set_active (find_check (fixture, "40(2)"), FALSE);
  click_and_wait (fixture, "_Apply");
  assert_figures (fixture, PROTECTED);
  g_assert_null (foi_case_state_get_node (get_state (fixture), "questions/q1/grounds"));
}

/* What was left out can be shown again, as one command, and a rule can be exchanged for another. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  open_panel (fixture);
  g_assert_false (gtk_widget_get_visible (find_button (fixture, "S_how the Figures Again")));
  click_and_wait (fixture, "_Apply");
  open_panel (fixture);
  assert_says (fixture, "1 small figure is withheld. 3 more are withheld, so that nobody can work");
  choose_preset (fixture, 4);
  gtk_spin_button_set_value (
    GTK_SPIN_BUTTON (ui_test_find (fixture->panel, GTK_TYPE_SPIN_BUTTON)), 2);
  assert_says (fixture, "No figure is withheld or rounded.");
  click_and_wait (fixture, "_Apply");
  assert_figures (fixture, WHOLE);
  g_assert_true (foi_document_undo (fixture->document));
  assert_figures (fixture, PROTECTED);
  open_panel (fixture);
  click_and_wait (fixture, "S_how the Figures Again");
  assert_figures (fixture, WHOLE);
  g_assert_null (foi_json_get_member (
    foi_table_data_get_resource (foi_case_state_find_table (get_state (fixture), "refs")),
    "foi:rule"));
  g_assert_true (foi_document_undo (fixture->document));
  assert_figures (fixture, PROTECTED);
}

/* Small figures may be said in words, and so they print. */
static void
test_in_words (Fixture *fixture, gconstpointer data)
{
  open_panel (fixture);
  gtk_check_button_set_active (find_check (fixture, "Print “fewer than 5”, not [c]"), TRUE);
  assert_says (fixture, "fewer than 5");
  choose_preset (fixture, 1);
  find_check (fixture, "Print “fewer than 6”, not [c]");
  choose_preset (fixture, 0);
  assert_says (fixture, "Nobody reading the letter can work out a figure that is left out.");
  g_assert_true (ui_test_wait_until (can_apply, fixture, 20000));
  click_and_wait (fixture, "_Apply");
  assert_figures (fixture, "fewer than 5 [c] 27; 20 18 38; [c] [c] 26; 15 31 46; 55 82 137");
}

/* Rounded figures stand in the letter, and the true ones are shown beside them before. */
static void
test_rounded (Fixture *fixture, gconstpointer data)
{
  open_panel (fixture);
  gtk_check_button_set_active (find_check (fixture, "Round every figure"), TRUE);
  assert_says (fixture, "was 24");
  click_and_wait (fixture, "_Apply");
  assert_figures (fixture, "5 25 25; 20 20 40; 15 10 25; 15 30 45; 55 80 135");
  assert_words (fixture, 0, "visits", "Rounded: it was 24");
  assert_words (fixture, 1, "calls", NULL);
  g_assert_true (foi_document_undo (fixture->document));
  assert_figures (fixture, WHOLE);
}

/* Each figure goes to a multiple beside it, and all totals hold. */
static void
test_totals_hold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiPublication) table = NULL;
  FoiCell cells[3];

  open_panel (fixture);
  gtk_check_button_set_active (find_check (fixture, "Round so that totals add up"), TRUE);
  assert_says (fixture, "was 24");
  click_and_wait (fixture, "_Apply");
  table = foi_publication_new (foi_case_state_find_table (get_state (fixture), "refs"));
  for (guint i = 0; i < 5; i++)
    {
      for (guint j = 0; j < 3; j++)
        {
          foi_publication_get_cell (table, i, j + 1, &cells[j]);
          g_assert_cmpint (cells[j].number % 5, ==, 0);
        }
      g_assert_cmpint (cells[0].number + cells[1].number, ==, cells[2].number);
    }
}

/* A column that is left out first needs no others to hide it. */
static void
test_column_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiPublication) table = NULL;

  open_panel (fixture);
  gtk_check_button_set_active (find_check (fixture, "Leave a column out first"), TRUE);
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (ui_test_find_nth (fixture->panel, GTK_TYPE_DROP_DOWN, 1)), 0);
  assert_says (fixture, "1 column is left out of the letter.");
  assert_says (fixture, "“All contacts” still counts “Calls”");
  click_and_wait (fixture, "_Apply");
  table = foi_publication_new (foi_case_state_find_table (get_state (fixture), "refs"));
  g_assert_cmpuint (foi_publication_get_n_columns (table), ==, 3);
}

/* What the answer says cannot be hidden in the table, nor by making one row of two: that is told,
 * and nothing is offered that would leave it said. Without the sentence rows can be combined. */
static void
test_unsafe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_case_editor_set_string (foi_document_get_editor (fixture->document),
                                             "questions/q1/answer",
                                             "There were 3 calls in North.\n\n{{table:refs}}\n",
                                             "Answer", &error));
  g_assert_no_error (error);
  open_panel (fixture);
  assert_says (fixture, "Someone reading the letter could work out that North, Calls is 3: ");
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture, "_Apply")));
  assert_figures (fixture, WHOLE);
  g_assert_null (ui_test_find_button (fixture->panel, "Combine North and West"));
  gtk_window_close (GTK_WINDOW (fixture->panel));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->panel, 20000));
  g_assert_true (foi_document_undo (fixture->document));
  open_panel (fixture);
  gtk_check_button_set_active (find_check (fixture, "Combine rows first"), TRUE);
  gtk_check_button_set_active (find_check (fixture, "North"), TRUE);
  gtk_check_button_set_active (find_check (fixture, "West"), TRUE);
  assert_says (fixture, "2 rows become one.");
  assert_says (fixture, "combined");
  click_and_wait (fixture, "_Apply");
  assert_figures (fixture, "20 33 53; 20 18 38; 15 31 46; 55 82 137; ");
  g_assert_true (foi_document_undo (fixture->document));
  assert_figures (fixture, WHOLE);
}

static gboolean
has_rule (Fixture *fixture, const char *table)
{
  FoiTableData *data = foi_case_state_find_table (get_state (fixture), table);

  return foi_json_get_member (foi_table_data_get_resource (data), "foi:rule") != NULL;
}

/* Of two tables that tell of each other neither can be protected alone: both are, in one command,
 * with a ground for each of their questions. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  const char *const grounds[] = { "questions/q1/grounds", "questions/q2/grounds" };

  open_panel (fixture);
  assert_says (fixture, "Protect “Suspensions by school and reason, 2023/24” together with this "
                        "table. Then nobody can work out more.");
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture, "_Apply")));
  g_signal_emit_by_name (find_button (fixture, "Protect Together"), "clicked");
  assert_says (fixture, "of them are in “Suspensions by school and reason, 2023/24”.");
  assert_says (fixture, "in questions 1 and 2");
  g_assert_true (gtk_check_button_get_active (find_check (fixture, "At the same time in")));
  gtk_check_button_set_active (find_check (fixture, "At the same time in"), FALSE);
  assert_says (fixture, "Nothing is changed, for it would not be safe.");
  gtk_check_button_set_active (find_check (fixture, "At the same time in"), TRUE);
  g_assert_true (ui_test_wait_until (can_apply, fixture, 20000));
  click_and_wait (fixture, "_Apply");
  g_assert_true (has_rule (fixture, "refs") && has_rule (fixture, "reasons"));
  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    g_assert_true (foi_json_get_boolean (
      foi_json_get_element (foi_case_state_get_node (get_state (fixture), grounds[i]), 0), "cells",
      FALSE));
  g_assert_cmpstr (foi_case_editor_get_undo_label (editor), ==, "Protect Small Numbers");
  g_assert_true (foi_document_undo (fixture->document));
  g_assert_false (has_rule (fixture, "refs") || has_rule (fixture, "reasons"));
  g_assert_cmpuint (foi_json_get_n_elements (foi_case_state_get_node (get_state (fixture),
                                                                      "withheld")), ==, 0);
  g_assert_false (foi_case_editor_can_undo (editor));
}

/* Columns become one, are seen as they would be, and come back. */
static void
test_columns_combined (Fixture *fixture, gconstpointer data)
{
  open_panel (fixture);
  gtk_check_button_set_active (find_check (fixture, "Combine columns first"), TRUE);
  gtk_check_button_set_active (find_check (fixture, "Calls"), TRUE);
  gtk_check_button_set_active (find_check (fixture, "Home visits"), TRUE);
  assert_says (fixture, "2 columns become one.");
  assert_figures (fixture, WHOLE);
  click_and_wait (fixture, "_Apply");
  assert_figures (fixture, "27 27 38 38 26 26 46 46 137 137 ");
  g_assert_true (foi_document_undo (fixture->document));
  assert_figures (fixture, WHOLE);
}

/* Who closes the panel while a thread looks ends it. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  foi_document_go_to (fixture->document, "tables/refs/small-numbers");
  g_set_weak_pointer (&fixture->panel, ui_test_find_window (FOI_TYPE_SMALL_WINDOW));
  gtk_window_close (GTK_WINDOW (fixture->panel));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->panel, 20000));
  assert_figures (fixture, WHOLE);
}

static gboolean
finds (Fixture *fixture, const char *id)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (fixture->document));
  g_autoptr (GPtrArray) findings = foi_checks_run (state, foi_rules_get_default (),
                                                   foi_holidays_get_default (),
                                                   foi_date_from_iso ("2024-11-27"), NULL);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((FoiFinding *) findings->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

/* A ground says that it covers the figures that are withheld, and the checks go by that. */
static void
test_ground_of_figures (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  g_autoptr (JsonNode) grounds
    = json_from_string ("[{\"act\":\"foia\",\"section\":\"43(2)\",\"kind\":\"prejudice\"}]",
                        NULL);
  g_autoptr (GError) error = NULL;
  GtkWidget *form, *check;

  json_node_seal (grounds);
  g_assert_true (foi_case_editor_set_node (editor, "questions/q1/grounds", grounds, "Prepare",
                                           &error));
  g_assert_no_error (error);
  foi_document_go_to (fixture->document, "questions/q1/answer");
  ui_test_settle ();
  g_assert_true (foi_case_editor_suppress (editor, "refs", 1, "calls", TRUE, &error));
  g_assert_no_error (error);
  ui_test_settle ();
  form = ui_test_find (fixture->window, FOI_TYPE_GROUND_FORM);
  check = ui_test_find (form, GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_widget_get_visible (check));
  g_assert_true (gtk_widget_get_focusable (check));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_true (finds (fixture, "suppressed-without-ground"));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  ui_test_settle ();
  g_assert_false (finds (fixture, "suppressed-without-ground"));
  g_assert_cmpstr (foi_case_editor_get_undo_label (editor), ==, "Change Ground");
  gtk_widget_activate_action (fixture->window, "win.undo-case", NULL);
  ui_test_settle ();
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_true (finds (fixture, "suppressed-without-ground"));

  /* Claimed, and nothing is withheld any more. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  ui_test_settle ();
  g_assert_false (finds (fixture, "ground-without-suppression"));
  g_assert_true (foi_case_editor_reveal (editor, "refs", 1, "calls", &error));
  g_assert_no_error (error);
  ui_test_settle ();
  g_assert_true (finds (fixture, "ground-without-suppression"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  ui_test_settle ();
  g_assert_false (finds (fixture, "ground-without-suppression"));
}

static void
message_cb (FoiDocument *document, const char *text, char **told)
{
  g_free (*told);
  *told = g_strdup (text);
}

/* The key works beside the table as well, where it is plain which is meant; else it says so. */
static void
test_from_the_answer (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  g_signal_connect (fixture->document, "message", G_CALLBACK (message_cb), &told);
  foi_document_go_to (fixture->document, "questions/q1/answer");
  ui_test_settle ();
  page = ui_test_find (fixture->window, FOI_TYPE_QUESTION_PAGE);
  g_assert_true (gtk_widget_activate_action (page, "question.small-numbers", NULL));
  g_assert_null (told);
  g_set_weak_pointer (&fixture->panel, ui_test_find_window (FOI_TYPE_SMALL_WINDOW));
  g_assert_nonnull (fixture->panel);
  gtk_window_close (GTK_WINDOW (fixture->panel));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->panel, 20000));

  g_assert_true (foi_question_add_table (fixture->document, "q1", &error));
  foi_document_go_to (fixture->document, "questions/q1/answer");
  ui_test_settle ();
  g_assert_true (gtk_widget_activate_action (page, "question.small-numbers", NULL));
  g_assert_nonnull (strstr (told, "there are several"));
  g_assert_null (ui_test_find_window (FOI_TYPE_SMALL_WINDOW));

  g_assert_true (foi_document_undo (fixture->document));
  g_assert_true (foi_case_editor_remove_table (editor, "refs", &error));
  foi_document_go_to (fixture->document, "questions/q1/answer");
  ui_test_settle ();
  g_assert_true (gtk_widget_activate_action (page, "question.small-numbers", NULL));
  g_assert_nonnull (strstr (told, "there is none"));
  g_assert_null (ui_test_find_window (FOI_TYPE_SMALL_WINDOW));
  g_signal_handlers_disconnect_by_func (fixture->document, message_cb, &told);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);

#define ADD(name) \
  g_test_add ("/small-numbers/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (preview);
  ADD (presets);
  ADD (applied);
  ADD (no_ground);
  ADD (again);
  ADD (in_words);
  ADD (rounded);
  ADD (totals_hold);
  ADD (column_left_out);
  ADD (unsafe);
  ADD (columns_combined);
  ADD (closed);
  ADD (ground_of_figures);
  ADD (from_the_answer);
#undef ADD
  g_test_add ("/small-numbers/together", Fixture,
              "tests/data/cases/y_small_numbers_together.foi.json", set_up, test_together,
              tear_down);

  return ui_test_run ();
}
