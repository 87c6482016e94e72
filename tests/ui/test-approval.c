/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-approval-line.h"
#include "foi-approve-dialog.h"
#include "foi-case-approval.h"
#include "foi-window.h"
#include "ui-test.h"

typedef struct
{
  FoiDocument *document;
  GtkWidget   *window, *line;
  const char  *text;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->document = ui_test_open_example ();
  fixture->window = ui_test_show (fixture->document);
  foi_document_go_to (fixture->document, "questions/q3/answer");
  ui_test_settle ();
  fixture->line = ui_test_find (fixture->window, FOI_TYPE_APPROVAL_LINE);
  g_assert_nonnull (fixture->line);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->document);
  ui_test_settle ();
}

static gboolean
says (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_visible (fixture->line)
         && strstr (foi_approval_line_get_text (FOI_APPROVAL_LINE (fixture->line)), fixture->text)
              != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return !gtk_widget_get_visible (((Fixture *) data)->line);
}

static void
assert_says (Fixture *fixture, const char *text)
{
  fixture->text = text;
  g_assert_true (ui_test_wait_until (says, fixture, 5000));
}

/* Below the answer stands whether it is approved as it is; undo takes it back. */
static void
test_line (Fixture *fixture, gconstpointer unused)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);

  g_assert_false (gtk_widget_get_visible (fixture->line));
  g_assert_true (foi_case_editor_approve (editor, "q3", "Ann Lee",
                                          foi_date_from_iso ("2024-11-20"), NULL));
  assert_says (fixture, "Approved by Ann Lee");
  g_assert_true (foi_case_editor_set_string (editor, "questions/q3/answer", "Another one.",
                                             "Change Answer", NULL));
  assert_says (fixture, "Changed since approved by Ann Lee");
  g_assert_true (foi_case_editor_undo (editor));
  assert_says (fixture, "Approved by Ann Lee");
}

/* It is taken back by keyboard, as one command; where nobody approved there is nothing to press. */
static void
test_take_back (Fixture *fixture, gconstpointer unused)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  GtkWidget *button = ui_test_find (fixture->line, GTK_TYPE_BUTTON);
  FoiApproval approval;

  g_assert_nonnull (button);
  g_assert_true (foi_case_editor_approve (editor, "q3", "Ann Lee",
                                          foi_date_from_iso ("2024-11-20"), NULL));
  assert_says (fixture, "Approved by Ann Lee");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_true (gtk_widget_grab_focus (button));
  g_signal_emit_by_name (button, "activate");
  g_assert_true (ui_test_wait_until (is_gone, fixture, 5000));
  foi_case_state_get_approval (foi_case_get_state (foi_document_get_case (fixture->document)), "q3",
                               &approval);
  g_assert_cmpint (approval.state, ==, FOI_APPROVAL_NONE);
  /* Whoever pressed it is still somewhere. */
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  g_assert_false (gtk_widget_has_focus (button));
  g_assert_cmpstr (foi_case_editor_get_undo_label (editor), ==, "Take Back Approval");
  g_assert_true (foi_case_editor_undo (editor));
  assert_says (fixture, "Approved by Ann Lee");
  g_assert_true (gtk_widget_get_visible (button));
}

/* Where the authority wants approval, the line says that there is none. */
static void
test_needed (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (JsonNode) needs = json_node_init_boolean (json_node_alloc (), TRUE);

  json_node_seal (needs);
  g_assert_true (foi_case_editor_set_node (foi_document_get_editor (fixture->document),
                                           "authority/needs_approval", needs, "Change Profile",
                                           NULL));
  assert_says (fixture, "Not approved");
  g_assert_false (gtk_widget_get_visible (ui_test_find (fixture->line, GTK_TYPE_BUTTON)));
}

/* The mail for whoever is to agree can be opened, and saved. */
static void
test_buttons (Fixture *fixture, gconstpointer unused)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *dialog = NULL;

  foi_approve_dialog_present (GTK_WINDOW (fixture->window), fixture->document, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), "Approve") == 0)
        dialog = GTK_WIDGET (window);
    }
  g_assert_nonnull (dialog);
  g_assert_nonnull (ui_test_find_button (dialog, "_Send for Approval…"));
  g_assert_nonnull (ui_test_find_button (dialog, "Save Dra_ft…"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/approval/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("line", test_line);
  ADD ("take-back", test_take_back);
  ADD ("needed", test_needed);
  ADD ("buttons", test_buttons);
#undef ADD
  return ui_test_run ();
}
