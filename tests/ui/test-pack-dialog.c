/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "foi-case-attachments.h"
#include "foi-case-edits.h"
#include "foi-issue.h"
#include "foi-json-edit.h"
#include "foi-leak-row.h"
#include "foi-pack-dialog.h"
#include "foi-table.h"
#include "foi-window.h"
#include "ui-test.h"

typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;    /* weak */
  GtkWidget   *dialog;    /* weak */
  char        *folder;
} Fixture;

static gboolean
is_ready (gpointer data)
{
  GtkWidget *bar = ui_test_find (data, GTK_TYPE_PROGRESS_BAR);

  return !gtk_widget_get_visible (bar);
}

static void
open_dialog (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->window, "win.make-pack", NULL);
  g_set_weak_pointer (&fixture->dialog, ui_test_find_window (FOI_TYPE_PACK_DIALOG));
  g_assert_nonnull (fixture->dialog);
  g_assert_true (ui_test_wait_until (is_ready, fixture->dialog, 20000));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = ui_test_open_example ();
  g_set_weak_pointer (&fixture->window, ui_test_show (fixture->document));
  ui_test_wait_for_layout (fixture->document);
  fixture->folder = g_dir_make_tmp ("foi-pack-dialog-XXXXXX", NULL);
}

static void
empty (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        empty (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->dialog, 20000));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  g_clear_object (&fixture->document);
  empty (fixture->folder);
  g_free (fixture->folder);
}

static guint
count_rows (GtkWidget *dialog)
{
  GtkWidget *list = ui_test_find (dialog, GTK_TYPE_LIST_BOX);
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static GtkWidget *
find_write (Fixture *fixture)
{
  GtkWidget *button = ui_test_find_button (fixture->dialog, "_Make the Pack…");

  g_assert_nonnull (button);
  return button;
}

static GtkWidget *
find_mail (Fixture *fixture)
{
  GtkWidget *button = ui_test_find_button (fixture->dialog, "_Write a Mail…");

  g_assert_nonnull (button);
  return button;
}

static void
choose (Fixture *fixture, guint nth)
{
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (ui_test_find_nth (fixture->dialog, GTK_TYPE_CHECK_BUTTON, nth)), TRUE);
  g_assert_true (ui_test_wait_until (is_ready, fixture->dialog, 20000));
}

/* What leaves is listed before anything is written, for each of the three. */
static void
test_lists (Fixture *fixture, gconstpointer data)
{
  open_dialog (fixture);
  g_assert_cmpuint (count_rows (fixture->dialog), ==, 6);
  g_assert_true (gtk_widget_get_sensitive (find_write (fixture)));
  g_assert_false (gtk_widget_get_visible (find_mail (fixture)));
  choose (fixture, 1);
  g_assert_true (gtk_widget_get_visible (find_mail (fixture)));
  g_assert_true (gtk_widget_get_sensitive (find_mail (fixture)));
  g_assert_cmpuint (count_rows (fixture->dialog), ==, 4);
  choose (fixture, 2);
  g_assert_cmpuint (count_rows (fixture->dialog), ==, 7);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_mkdir (fixture->folder, 0700);
}

static void
write_and_wait (Fixture *fixture)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  foi_pack_dialog_write_into (FOI_PACK_DIALOG (fixture->dialog), folder);
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->dialog, 20000));
}

/* A pack is a new folder each time, and no other is touched. */
static void
test_written (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "FOI651119421-to-publish", "FOI651119421-to-publish-2" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *list = g_build_filename (fixture->folder, names[i],
                                                "what-leaves-the-building.txt", NULL);

      g_assert_false (g_file_test (list, G_FILE_TEST_EXISTS));
      open_dialog (fixture);
      write_and_wait (fixture);
      g_assert_true (g_file_test (list, G_FILE_TEST_EXISTS));
    }
}

/* Whether the label of what stops it has the words. */
static gboolean
says (GtkWidget *dialog, const char *words)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = ui_test_find_nth (dialog, GTK_TYPE_LABEL, i);

      if (label == NULL)
        return FALSE;
      if (gtk_widget_has_css_class (label, "error"))
        return gtk_widget_get_mapped (label)
               && strstr (gtk_label_get_text (GTK_LABEL (label)), words) != NULL;
    }
}

/* What may not leave is told with its place, and nothing can be written. */
static void
test_stopped (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  g_autoptr (JsonNode) title = foi_json_new_string ("Calls for Jane Quill");
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_case_editor_set_string (editor, "request/requester/name", "Jane Quill",
                                             "Name", &error));
  g_assert_no_error (error);
  g_assert_true (foi_case_editor_set_table_member (editor, "mash-calls", "title", title, "Title",
                                                   &error));
  g_assert_no_error (error);
  open_dialog (fixture);
  g_assert_false (gtk_widget_get_sensitive (find_write (fixture)));
  g_assert_true (says (fixture->dialog, "datapackage.json"));
  g_assert_false (says (fixture->dialog, "Quill"));
  choose (fixture, 1);
  g_assert_true (gtk_widget_get_sensitive (find_write (fixture)));
  choose (fixture, 0);
  g_assert_false (gtk_widget_get_sensitive (find_write (fixture)));
}

/* In 2017/18 the calls are withheld, and there were 3; the answer says the number of something. */
static void
plant_doubt (Fixture *fixture)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  FoiTable *table = foi_case_find_table (foi_document_get_case (fixture->document), "mash-calls");
  FoiTableData *data = foi_table_get_data (table);
  const char *column = foi_column_get_name (foi_table_data_get_column (data, 1));
  const guint64 row = foi_row_store_get (foi_table_data_get_rows (data), 1)->id;
  FoiCell three = foi_cell_number (3);
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_case_editor_set_cell (editor, "mash-calls", row, column, &three, &error)
                 && foi_case_editor_suppress (editor, "mash-calls", row, column, TRUE, &error));
  g_assert_no_error (error);
  ui_test_change_answer (fixture->document,
                         "In 2017/18 calls went to 3 teams.\n\n{{table:mash-calls}}");
}

/* Whether any label that is seen has the words. */
static gboolean
shows (GtkWidget *dialog, const char *words)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find_nth (dialog, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (gtk_widget_get_mapped (label)
        && strstr (gtk_label_get_text (GTK_LABEL (label)), words) != NULL)
      return TRUE;
  return FALSE;
}

static void
confirm (Fixture *fixture, const char *reason)
{
  GtkWidget *row = ui_test_find (fixture->dialog, FOI_TYPE_LEAK_ROW);

  g_signal_emit_by_name (ui_test_find_button (row, "_It Is Another Number…"), "clicked");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (row, GTK_TYPE_ENTRY)), reason);
  g_signal_emit_by_name (ui_test_find_button (row, "_Confirm"), "clicked");
  g_assert_true (ui_test_wait_until (is_ready, fixture->dialog, 20000));
}

/* A number that only seems to be a withheld figure can be confirmed, with a reason that is kept. */
static void
test_doubt (Fixture *fixture, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  JsonNode *accepted;
  guint n_before;

  plant_doubt (fixture);
  n_before = foi_json_get_n_elements (foi_case_state_get_node (foi_case_get_state (foi_case),
                                                               "accepted"));
  open_dialog (fixture);
  g_assert_false (gtk_widget_get_sensitive (find_write (fixture)));
  g_assert_true (shows (fixture->dialog, "“In 2017/18 calls went to 3 teams.”"));
  g_assert_null (ui_test_find_nth (fixture->dialog, FOI_TYPE_LEAK_ROW, 1));
  confirm (fixture, " ");
  g_assert_false (gtk_widget_get_sensitive (find_write (fixture)));
  confirm (fixture, "The teams are counted");
  g_assert_true (gtk_widget_get_sensitive (find_write (fixture)));
  g_assert_null (ui_test_find (fixture->dialog, FOI_TYPE_LEAK_ROW));
  accepted = foi_json_get_element (foi_case_state_get_node (foi_case_get_state (foi_case),
                                                            "accepted"), n_before);
  g_assert_cmpstr (foi_json_get_string (accepted, "finding", NULL), ==, FOI_LEAK_FINDING);
  g_assert_cmpstr (foi_json_get_string (accepted, "reason", NULL), ==, "The teams are counted");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->dialog, 20000));
  ui_test_change_answer (fixture->document,
                         "In 2017/18 calls went to 3 of them.\n\n{{table:mash-calls}}");
  open_dialog (fixture);
  g_assert_false (gtk_widget_get_sensitive (find_write (fixture)));
}

/* Of what is published it is said which files of the letter are not in it. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  g_autoptr (JsonNode) none = foi_json_new_object ();
  g_autoptr (JsonNode) attachment = foi_json_set_string (none, "name", "map.pdf", NULL);
  g_autoptr (GError) error = NULL;

  open_dialog (fixture);
  g_assert_false (shows (fixture->dialog, "Not in this pack"));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->dialog, 20000));
  g_assert_true (foi_case_editor_attach (editor, attachment, &error));
  g_assert_no_error (error);
  open_dialog (fixture);
  g_assert_true (shows (fixture->dialog, "Not in this pack: “map.pdf”"));
  choose (fixture, 2);
  g_assert_false (shows (fixture->dialog, "Not in this pack"));
}

static gboolean
is_set (gpointer flag)
{
  return *(gboolean *) flag;
}

static void
issued_cb (GObject *source, GAsyncResult *result, gpointer is_issued)
{
  g_autoptr (GError) error = NULL;

  foi_issue_finish (FOI_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) is_issued = TRUE;
}

static void
issue (Fixture *fixture)
{
  const FoiIssueFacts facts = { .date = "2024-11-27", .how = "e-mail", .by = "Officer" };
  gboolean is_issued = FALSE;

  ui_test_accept_findings (fixture->document);
  foi_issue_async (fixture->document, &facts, NULL, issued_cb, &is_issued);
  g_assert_true (ui_test_wait_until (is_set, &is_issued, 20000));
  ui_test_settle ();
}

/* What is sent is what was issued, to the byte, whatever the case says by now. */
static void
test_issued (Fixture *fixture, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  g_autofree char *path
    = g_build_filename (fixture->folder, "FOI651119421-to-send", "FOI651119421.pdf", NULL);
  g_autofree char *sent = NULL, *contents = NULL, *found = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  issue (fixture);
  sent = g_strdup (foi_case_state_get_string (foi_case_get_state (foi_case),
                                              "issued/#0/files/#0/sha256"));
  g_assert_nonnull (sent);
  ui_test_change_answer (fixture->document, "Thirteen calls, as we know by now.");
  open_dialog (fixture);
  choose (fixture, 1);
  g_assert_true (gtk_widget_get_sensitive (find_write (fixture)));
  write_and_wait (fixture);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  found = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
  g_assert_cmpstr (found, ==, sent);
}

/* Who closes the dialog while the list is made ends it. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (fixture->window, "win.make-pack", NULL);
  g_set_weak_pointer (&fixture->dialog, ui_test_find_window (FOI_TYPE_PACK_DIALOG));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->dialog, 20000));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/pack-dialog/lists", Fixture, NULL, set_up, test_lists, tear_down);
  g_test_add ("/pack-dialog/written", Fixture, NULL, set_up, test_written, tear_down);
  g_test_add ("/pack-dialog/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/pack-dialog/doubt", Fixture, NULL, set_up, test_doubt, tear_down);
  g_test_add ("/pack-dialog/left-out", Fixture, NULL, set_up, test_left_out, tear_down);
  g_test_add ("/pack-dialog/issued", Fixture, NULL, set_up, test_issued, tear_down);
  g_test_add ("/pack-dialog/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  return ui_test_run ();
}
