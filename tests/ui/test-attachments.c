/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "foi-attachment-row.h"
#include "foi-attachments-page.h"
#include "foi-case-attachments.h"
#include "foi-case-edits.h"
#include "foi-document-files.h"
#include "foi-error.h"
#include "foi-import-window.h"
#include "foi-issue.h"
#include "foi-json-edit.h"
#include "foi-redaction-row.h"
#include "foi-window.h"
#include "ui-test.h"

/* A page with words under a black box, the redaction that is none. */
static const char redacted[]
  = "%PDF-1.4\n"
    "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    "2 0 obj\n<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [0 0 300 400] >>\nendobj\n"
    "3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
    "4 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 5 0 R "
    "/Resources << /Font << /F 3 0 R >> >> >>\nendobj\n"
    "5 0 obj\n<< /Length 79 >>\nstream\n"
    "BT /F 12 Tf 50 300 Td (A. Smith) Tj ET                     0 g 48 296 60 14 re f\n"
    "endstream\nendobj\n"
    "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n";

typedef struct
{
  FoiDocument *document;
  GtkWidget   *window; /* weak */
  GtkWidget   *page;
  GFile       *file;
  char        *folder; /* of the case's files */
  char        *outside;
} Fixture;

static FoiCaseState *
get_state (Fixture *fixture)
{
  return foi_case_get_state (foi_document_get_case (fixture->document));
}

static guint
get_n (Fixture *fixture)
{
  return foi_case_state_get_n_attachments (get_state (fixture));
}

static const char *
get_member (Fixture *fixture, guint position, const char *key)
{
  return foi_json_get_string (foi_case_state_get_attachment (get_state (fixture), position), key,
                              NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->file = ui_test_copy_example ("attachments.foi.json");
  fixture->document = ui_test_open_file (fixture->file);
  g_set_weak_pointer (&fixture->window, ui_test_show (fixture->document));
  foi_document_go_to (fixture->document, "attachments");
  ui_test_settle ();
  fixture->page = ui_test_find (fixture->window, FOI_TYPE_ATTACHMENTS_PAGE);
  g_assert_nonnull (fixture->page);
  g_assert_true (gtk_widget_get_mapped (fixture->page));
  fixture->folder = foi_document_files_dup_folder (fixture->document);
  fixture->outside = g_dir_make_tmp ("foi-attached-XXXXXX", NULL);
}

/* What the window puts into the bin is gone already, or goes meanwhile. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_unlink (child);
    }
  g_rmdir (path);
}

static gboolean
is_unshared (gpointer object)
{
  return g_atomic_int_get (&G_OBJECT (object)->ref_count) == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  g_assert_true (ui_test_wait_until (is_unshared, fixture->document, 5000));
  g_assert_finalize_object (fixture->document);
  remove_folder (fixture->folder);
  remove_folder (fixture->outside);
  g_file_delete (fixture->file, NULL, NULL);
  g_clear_object (&fixture->file);
  g_free (fixture->folder);
  g_free (fixture->outside);
}

/* Adds a file as if it was dropped or chosen. */
static void
add (Fixture *fixture, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (fixture->outside, name, NULL);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  g_list_store_append (files, file);
  foi_attachments_page_add_files (FOI_ATTACHMENTS_PAGE (fixture->page), G_LIST_MODEL (files));
}

typedef struct
{
  Fixture    *fixture;
  guint       n;
  const char *words;
} Wanted;

static gboolean
has_n (gpointer data)
{
  Wanted *wanted = data;

  return get_n (wanted->fixture) == wanted->n;
}

static void
wait_for_n (Fixture *fixture, guint n)
{
  Wanted wanted = { fixture, n, NULL };

  g_assert_true (ui_test_wait_until (has_n, &wanted, 5000));
  ui_test_settle ();
}

/* Whether some label on the page says that. */
static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_said (gpointer data)
{
  Wanted *wanted = data;

  return says (wanted->fixture->page, wanted->words);
}

static void
wait_for_words (Fixture *fixture, const char *words)
{
  Wanted wanted = { fixture, 0, words };

  g_test_message ("%s", words);
  g_assert_true (ui_test_wait_until (is_said, &wanted, 5000));
}

static void
undo (Fixture *fixture)
{
  g_assert_true (foi_case_editor_undo (foi_document_get_editor (fixture->document)));
  ui_test_settle ();
}

static GtkWidget *
get_row (Fixture *fixture, guint position)
{
  return ui_test_find_nth (fixture->page, FOI_TYPE_ATTACHMENT_ROW, position);
}

static void
click (GtkWidget *root, const char *tip)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = ui_test_find_nth (root, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tip) != 0)
        continue;
      g_signal_emit_by_name (button, "clicked");
      ui_test_settle ();
      return;
    }
}

/* A file is copied beside the case, looked through, and can be taken back. */
static void
test_added (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "minutes.pdf", NULL);
  g_autofree char *content = NULL;

  wait_for_words (fixture, "Nothing goes with the letter yet");
  add (fixture, "minutes.pdf", redacted);
  wait_for_n (fixture, 1);
  g_assert_cmpstr (get_member (fixture, 0, "name"), ==, "minutes.pdf");
  g_assert_cmpstr (get_member (fixture, 0, "format"), ==, "application/pdf");
  g_assert_true (g_file_get_contents (copy, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, redacted);
  wait_for_words (fixture, "Text under something drawn over it: page 1");
  undo (fixture);
  g_assert_cmpuint (get_n (fixture), ==, 0);
  g_assert_null (get_row (fixture, 0));
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (foi_case_editor_redo (foi_document_get_editor (fixture->document)));
  ui_test_settle ();
  wait_for_words (fixture, "Text under something drawn over it: page 1");
}

/* What cannot go is said, and the others are added all the same. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  add (fixture, "pay.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
  wait_for_words (fixture, "“pay.xls”: ");
  g_assert_cmpuint (get_n (fixture), ==, 0);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  add (fixture, "notes.txt", "Notes.");
  wait_for_n (fixture, 1);
  wait_for_words (fixture, "Nothing is hidden in it.");
}

/* The letter's name for a file is typed; what cannot be one is told, and stays as it was. */
static void
test_named (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  add (fixture, "a.txt", "One.");
  wait_for_n (fixture, 1);
  add (fixture, "b.txt", "Two.");
  wait_for_n (fixture, 2);
  entry = ui_test_find (get_row (fixture, 0), GTK_TYPE_ENTRY);
  g_assert_false (gtk_editable_get_enable_undo (GTK_EDITABLE (entry)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Minutes of May");
  g_signal_emit_by_name (entry, "activate");
  ui_test_settle ();
  g_assert_cmpstr (get_member (fixture, 0, "name"), ==, "Minutes of May.txt");
  g_assert_cmpstr (get_member (fixture, 0, "file"), ==, "a.txt");
  wait_for_words (fixture, "the file “a.txt”");
  gtk_editable_set_text (GTK_EDITABLE (entry), "B.txt");
  g_signal_emit_by_name (entry, "activate");
  ui_test_settle ();
  g_assert_cmpstr (get_member (fixture, 0, "name"), ==, "Minutes of May.txt");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Minutes of May.txt");
  undo (fixture);
  g_assert_cmpstr (get_member (fixture, 0, "name"), ==, "a.txt");
  g_assert_cmpstr (get_member (fixture, 0, "file"), ==, NULL);
}

/* Order and removal, each one step back. */
static void
test_moved_and_removed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "a.txt", NULL);

  add (fixture, "a.txt", "One.");
  wait_for_n (fixture, 1);
  add (fixture, "b.txt", "Two.");
  wait_for_n (fixture, 2);
  click (get_row (fixture, 0), "List it later");
  g_assert_cmpstr (get_member (fixture, 1, "name"), ==, "a.txt");
  click (get_row (fixture, 1), "Remove this attachment");
  g_assert_cmpuint (get_n (fixture), ==, 1);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  undo (fixture);
  g_assert_cmpstr (get_member (fixture, 1, "name"), ==, "a.txt");
  undo (fixture);
  g_assert_cmpstr (get_member (fixture, 0, "name"), ==, "a.txt");
}

/* A redaction that was made elsewhere: what, with what, and why; the check wants a ground. */
static void
test_redaction (Fixture *fixture, gconstpointer data)
{
  FoiRedaction redaction;
  GtkWidget *row, *choice;

  add (fixture, "a.txt", "One.");
  wait_for_n (fixture, 1);
  g_signal_emit_by_name (ui_test_find_button (get_row (fixture, 0), "Record a Redaction"),
                         "clicked");
  ui_test_settle ();
  row = ui_test_find (fixture->page, FOI_TYPE_REDACTION_ROW);
  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_nth (row, GTK_TYPE_ENTRY, 0)), "Page 3");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_nth (row, GTK_TYPE_ENTRY, 1)), "Acrobat");
  choice = ui_test_find (row, GTK_TYPE_DROP_DOWN);
  for (guint i = 0;; i++)
    {
      GListModel *choices = gtk_drop_down_get_model (GTK_DROP_DOWN (choice));
      const char *words = gtk_string_list_get_string (GTK_STRING_LIST (choices), i);

      g_assert_nonnull (words);
      if (!g_str_has_prefix (words, "40(2) "))
        continue;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i);
      break;
    }
  ui_test_settle ();
  foi_attachment_get_redaction (foi_case_state_get_attachment (get_state (fixture), 0), 0,
                                &redaction);
  g_assert_cmpstr (redaction.place, ==, "Page 3");
  g_assert_cmpstr (redaction.tool, ==, "Acrobat");
  g_assert_cmpstr (redaction.ground, ==, "40(2)");
  foi_document_go_to (fixture->document, "attachments/#0/redactions/#0");
  ui_test_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), row));
  click (row, "Remove this redaction from the record");
  g_assert_null (ui_test_find (fixture->page, FOI_TYPE_REDACTION_ROW));
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  return NULL;
}

/* Files that are dropped are added one after another; a folder or one that is refused is told, and
 * keeps none of the others out. */
static void
test_dropped (Fixture *fixture, gconstpointer unused)
{
  static const char *const names[] = { "a.txt", "empty.txt", "b.txt" };
  g_auto (GValue) value = G_VALUE_INIT;
  GSList *files = NULL;
  gboolean is_taken = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->outside, names[i], NULL);

      g_assert_true (g_file_set_contents (path, i == 1 ? "" : names[i], -1, NULL));
      files = g_slist_append (files, g_file_new_for_path (path));
    }
  files = g_slist_append (files, g_file_new_for_path (fixture->outside));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_signal_emit_by_name (find_drop_target (fixture->page), "drop", &value, 5.0, 5.0, &is_taken);
  g_assert_true (is_taken);
  wait_for_words (fixture, "“empty.txt” is empty");
  wait_for_n (fixture, 2);
  g_assert_cmpstr (get_member (fixture, 0, "name"), ==, "a.txt");
  g_assert_cmpstr (get_member (fixture, 1, "name"), ==, "b.txt");
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (get_n (fixture), ==, 0);
}

static void
issued_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  foi_issue_finish (FOI_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_set (gpointer flag)
{
  return *(gboolean *) flag;
}

/* What went with a letter is part of what was issued, by its hash. */
static void
test_issued (Fixture *fixture, gconstpointer unused)
{
  const FoiIssueFacts facts = { .date = "2024-11-27", .how = "e-mail", .by = "Officer" };
  JsonNode *files, *file;
  gboolean is_issued = FALSE;

  add (fixture, "plain.txt", "No one.");
  wait_for_n (fixture, 1);
  ui_test_accept_findings (fixture->document);
  foi_issue_async (fixture->document, &facts, NULL, issued_cb, &is_issued);
  g_assert_true (ui_test_wait_until (is_set, &is_issued, 5000));
  files = foi_case_state_get_node (get_state (fixture), "issued/#0/files");
  g_assert_cmpuint (foi_json_get_n_elements (files), >=, 2);
  file = foi_json_get_element (files, foi_json_get_n_elements (files) - 1);
  g_assert_cmpstr (foi_json_get_string (file, "name", NULL), ==, "plain.txt");
  g_assert_cmpstr (foi_json_get_string (file, "sha256", NULL), ==,
                   get_member (fixture, 0, "sha256"));
}

/* ---- what is held against nothing ---- */

/* Withholds the calls of the second year. */
static void
withhold (Fixture *fixture)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  FoiTableData *data = foi_table_get_data (foi_case_find_table (foi_case, "mash-calls"));
  const guint64 row = foi_row_store_get (foi_table_data_get_rows (data), 1)->id;
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_case_editor_suppress (foi_document_get_editor (fixture->document),
                                           "mash-calls", row,
                                           foi_column_get_name (foi_table_data_get_column (data,
                                                                                           1)),
                                           TRUE, &error));
  g_assert_no_error (error);
}

/* Goes on by Tab until a button with these words has the focus, and presses it. */
static void
tab_to_and_press (Fixture *fixture, const char *label)
{
  for (guint i = 0; i < 60; i++)
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

      if (GTK_IS_BUTTON (focus)
          && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (focus)), label) == 0)
        {
          g_signal_emit_by_name (focus, "clicked");
          ui_test_settle ();
          return;
        }
      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
    }
  g_error ("no way to %s by Tab", label);
}

static void
issue_refused_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  foi_issue_finish (FOI_DOCUMENT (source), result, user_data);
}

static gboolean
has_error (gpointer data)
{
  return *(GError **) data != NULL;
}

/* While a figure is withheld, a list goes once somebody said why; a changed file asks again. */
static void
test_unaudited (Fixture *fixture, gconstpointer unused)
{
  const FoiIssueFacts facts = { .date = "2024-11-27", .how = "e-mail", .by = "Officer" };
  g_autofree char *copy = g_build_filename (fixture->folder, "shares.csv", NULL);
  g_autoptr (GError) refusal = NULL;
  GtkWidget *focus;
  JsonNode *accepted;

  add (fixture, "shares.csv", "Year,Share\n2016/17,14\n");
  wait_for_n (fixture, 1);
  wait_for_words (fixture, "Nothing is hidden in it.");
  g_assert_false (says (fixture->page, "was not held against"));
  withhold (fixture);
  wait_for_words (fixture, "“shares.csv” was not held against the figures that are withheld");
  ui_test_accept_findings (fixture->document);
  foi_issue_async (fixture->document, &facts, NULL, issue_refused_cb, &refusal);
  g_assert_true (ui_test_wait_until (has_error, &refusal, 5000));
  g_assert_error (refusal, FOI_ERROR, FOI_ERROR_REFUSED);
  g_assert_nonnull (strstr (refusal->message, "“shares.csv” was not held against"));

  foi_document_go_to (fixture->document, "attachments/#0");
  ui_test_settle ();
  tab_to_and_press (fixture, "_Accept…");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), "It has the published shares.");
  tab_to_and_press (fixture, "_Accept");
  wait_for_words (fixture, "Accepted: It has the published shares.");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         fixture->page));
  accepted = foi_case_state_get_node (get_state (fixture), "accepted");
  accepted = foi_json_get_element (accepted, foi_json_get_n_elements (accepted) - 1);
  g_assert_cmpstr (foi_json_get_string (accepted, "finding", NULL), ==, "attachment-not-audited");

  /* The same name, another file: nobody said anything of that. */
  click (get_row (fixture, 0), "Remove this attachment");
  g_assert_cmpint (g_unlink (copy), ==, 0);
  add (fixture, "shares.csv", "Year,Share\n2016/17,15\n");
  wait_for_n (fixture, 1);
  wait_for_words (fixture, "“shares.csv” was not held against");
  g_assert_false (says (fixture->page, "Accepted: "));
}

static gboolean
is_import_done (gpointer window)
{
  return !foi_import_window_is_busy (window);
}

/* The file itself is what the assistant reads, for the same question. */
static void
test_imported (Fixture *fixture, gconstpointer unused)
{
  const guint n_tables = foi_case_state_get_tables (get_state (fixture))->len;
  GtkWidget *window;

  withhold (fixture);
  add (fixture, "shares.csv", "Year,Share\n2016/17,14\n");
  wait_for_n (fixture, 1);
  wait_for_words (fixture, "was not held against");
  foi_document_go_to (fixture->document, "attachments/#0");
  ui_test_settle ();
  tab_to_and_press (fixture, "Import as a Table…");
  window = ui_test_find_window (FOI_TYPE_IMPORT_WINDOW);
  g_assert_nonnull (window);
  g_assert_true (ui_test_wait_until (is_import_done, window, 5000));
  foi_import_window_apply (FOI_IMPORT_WINDOW (window));
  ui_test_settle ();
  g_assert_cmpuint (foi_case_state_get_tables (get_state (fixture))->len, ==, n_tables + 1);
  undo (fixture);
  g_assert_cmpuint (foi_case_state_get_tables (get_state (fixture))->len, ==, n_tables);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/attachments/added", Fixture, NULL, set_up, test_added, tear_down);
  g_test_add ("/attachments/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/attachments/named", Fixture, NULL, set_up, test_named, tear_down);
  g_test_add ("/attachments/moved-and-removed", Fixture, NULL, set_up, test_moved_and_removed,
              tear_down);
  g_test_add ("/attachments/redaction", Fixture, NULL, set_up, test_redaction, tear_down);
  g_test_add ("/attachments/dropped", Fixture, NULL, set_up, test_dropped, tear_down);
  g_test_add ("/attachments/issued", Fixture, NULL, set_up, test_issued, tear_down);
  g_test_add ("/attachments/unaudited", Fixture, NULL, set_up, test_unaudited, tear_down);
  g_test_add ("/attachments/imported", Fixture, NULL, set_up, test_imported, tear_down);
  return ui_test_run ();
}
