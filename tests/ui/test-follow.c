/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "foi-faults-window.h"
#include "foi-json-edit.h"
#include "foi-window.h"
#include "foi-table-grid.h"
#include "ui-test.h"

/* A case in a file of its own, in a window. */
typedef struct
{
  GFile       *file;
  char        *path;
  FoiDocument *document;
  GtkWidget   *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->file = ui_test_copy_example ("followed.foi.json");
  fixture->path = g_file_get_path (fixture->file);
  fixture->document = ui_test_open_file (fixture->file);
  fixture->window = ui_test_show (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->file);
  g_free (fixture->path);
}

static FoiCaseState *
get_state (Fixture *fixture)
{
  return foi_case_get_state (foi_document_get_case (fixture->document));
}

static guint
count_events (Fixture *fixture)
{
  return foi_json_get_n_elements (foi_case_state_get_node (get_state (fixture), "events"));
}

/* Another program changes the case. */
static void
note_event (Fixture *fixture)
{
  const char *arguments[] = { g_getenv ("FOI_COMMAND"), "event", fixture->path, "--type",
                              "acknowledged", "--date", "2024-11-05", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) command
    = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);

  g_assert_no_error (error);
  g_subprocess_wait_check (command, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  Fixture    *fixture;
  const char *words;
  guint       n_events;
} Wanted;

static gboolean
is_told (gpointer data)
{
  Wanted *wanted = data;
  const char *told = foi_window_get_message (FOI_WINDOW (wanted->fixture->window));

  return wanted->words != NULL ? told != NULL && strstr (told, wanted->words) != NULL
                               : told == NULL;
}

static gboolean
has_events (gpointer data)
{
  Wanted *wanted = data;

  return count_events (wanted->fixture) == wanted->n_events;
}

static void
wait_told (Fixture *fixture, const char *words)
{
  g_assert_true (ui_test_wait_until (is_told, &(Wanted) { fixture, words, 0 }, 10000));
}

static void
wait_events (Fixture *fixture, guint n_events)
{
  g_assert_true (ui_test_wait_until (has_events, &(Wanted) { fixture, NULL, n_events }, 10000));
}

static gboolean
is_modified (Fixture *fixture)
{
  return foi_case_editor_is_modified (foi_document_get_editor (fixture->document));
}

static gboolean
is_saved (gpointer document)
{
  return !foi_document_is_busy (document)
         && !foi_case_editor_is_modified (foi_document_get_editor (document));
}

static gboolean
file_says (Fixture *fixture, const char *text)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (fixture->path, &contents, NULL, &error);
  g_assert_no_error (error);
  return strstr (contents, text) != NULL;
}

static void
save (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.save", NULL));
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
}

/* What another program saved is seen, is no work of ours, and is what the next save builds on. */
static void
test_followed (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  const guint n_events = count_events (fixture);

  ui_test_change_answer (fixture->document, "Twelve calls.");
  save (fixture);
  g_assert_true (foi_case_editor_can_undo (editor));
  g_assert_null (foi_window_get_message (FOI_WINDOW (fixture->window)));

  note_event (fixture);
  wait_events (fixture, n_events + 1);
  wait_told (fixture, "read again");
  g_assert_false (is_modified (fixture));
  /* A key takes back nothing that another person did. */
  g_assert_false (foi_case_editor_can_undo (editor));
  g_assert_cmpstr (foi_case_state_get_string (get_state (fixture), "questions/q3/answer"), ==,
                   "Twelve calls.");

  ui_test_change_answer (fixture->document, "Thirteen calls.");
  save (fixture);
  g_assert_true (file_says (fixture, "Thirteen calls."));
  g_assert_true (file_says (fixture, "\"acknowledged\""));
}

/* What is not saved stays, and so does what the other program wrote, until a person says. */
static void
test_unsaved (Fixture *fixture, gconstpointer data)
{
  const guint n_events = count_events (fixture);

  ui_test_change_answer (fixture->document, "Twelve calls.");
  note_event (fixture);
  wait_told (fixture, "not saved");
  g_assert_cmpuint (count_events (fixture), ==, n_events);
  g_assert_true (is_modified (fixture));
  g_assert_true (file_says (fixture, "\"acknowledged\""));
  g_assert_false (file_says (fixture, "Twelve calls."));

  g_assert_true (gtk_widget_activate_action (fixture->window, "win.settle-conflict", NULL));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Cancel");
  g_assert_true (is_modified (fixture));
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.settle-conflict", NULL));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Replace Theirs");
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  g_assert_true (file_says (fixture, "Twelve calls."));
  wait_told (fixture, NULL);
}

/* What was undone can be done again, and would be lost. Once it was said what is to become of it,
 * nothing stands in the way. */
static void
test_undone (Fixture *fixture, gconstpointer data)
{
  const guint n_events = count_events (fixture);

  ui_test_change_answer (fixture->document, "Twelve calls.");
  note_event (fixture);
  wait_told (fixture, "not saved");
  g_assert_true (foi_document_undo (fixture->document));
  g_assert_false (ui_test_wait_until (has_events, &(Wanted) { fixture, NULL, n_events + 1 },
                                      1500));
  wait_told (fixture, "not saved");
  g_assert_true (foi_document_redo (fixture->document));
  g_assert_true (is_modified (fixture));
}

static gboolean
has_grid (gpointer window)
{
  return ui_test_find (window, FOI_TYPE_TABLE_GRID) != NULL;
}

/* Who types in a cell goes on typing there; once that is done it is said. */
static void
test_cell (Fixture *fixture, gconstpointer data)
{
  const guint n_events = count_events (fixture);
  FoiTableGrid *grid;

  for (guint i = 0; i < 4 && !ui_test_wait_until (has_grid, fixture->window, 500); i++)
    gtk_widget_activate_action (fixture->window, "win.next-question", NULL);
  grid = FOI_TABLE_GRID (ui_test_find (fixture->window, FOI_TYPE_TABLE_GRID));
  foi_table_grid_move (grid, 3, 1, FALSE);
  foi_table_grid_edit (grid);
  ui_test_settle ();
  g_assert_true (foi_table_grid_is_editing (grid));
  note_event (fixture);
  g_assert_false (ui_test_wait_until (has_events, &(Wanted) { fixture, NULL, n_events + 1 },
                                      1500));
  g_assert_true (foi_table_grid_is_editing (grid));
  g_assert_null (foi_window_get_message (FOI_WINDOW (fixture->window)));
}

/* Under a dialog that shows the case as it was nothing changes. */
static void
test_dialog (Fixture *fixture, gconstpointer data)
{
  const guint n_events = count_events (fixture);
  GtkWidget *dialog = gtk_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (fixture->window));
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, dialog, 5000));
  note_event (fixture);
  g_assert_false (ui_test_wait_until (has_events, &(Wanted) { fixture, NULL, n_events + 1 },
                                      1500));
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_events (fixture, n_events + 1);
}

static gboolean
has_faults (gpointer data)
{
  return ui_test_find_window (FOI_TYPE_FAULTS_WINDOW) != NULL;
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  const guint n_events = count_events (fixture);
  g_autofree char *before = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &before, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->path, "{", -1, NULL));
  wait_told (fixture, "cannot be read");
  g_assert_cmpuint (count_events (fixture), ==, n_events);
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.look-at-file", NULL));
  g_assert_true (ui_test_wait_until (has_faults, NULL, 5000));
  gtk_window_destroy (GTK_WINDOW (ui_test_find_window (FOI_TYPE_FAULTS_WINDOW)));
  g_assert_true (g_file_set_contents (fixture->path, before, (gssize) length, NULL));
  wait_told (fixture, NULL);
  note_event (fixture);
  wait_events (fixture, n_events + 1);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *elsewhere = g_strconcat (fixture->path, ".moved", NULL);

  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  wait_told (fixture, "not there any more");
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  wait_told (fixture, NULL);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/follow/followed", Fixture, NULL, set_up, test_followed, tear_down);
  g_test_add ("/follow/unsaved", Fixture, NULL, set_up, test_unsaved, tear_down);
  g_test_add ("/follow/undone", Fixture, NULL, set_up, test_undone, tear_down);
  g_test_add ("/follow/cell", Fixture, NULL, set_up, test_cell, tear_down);
  g_test_add ("/follow/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/follow/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/follow/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return ui_test_run ();
}
