/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#include "foi-case-facts.h"
#include "foi-cell-drafts.h"
#include "foi-issue-dialog.h"
#include "foi-message-band.h"
#include "foi-request-page.h"
#include "foi-window.h"
#include "ui-test.h"

/* A case in a file of its own, in a window. */
typedef struct
{
  GFile       *file;
  FoiDocument *document;
  GtkWidget   *window;    /* weak */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->file = ui_test_copy_example ("case.foi.json");
  fixture->document = ui_test_open_file (fixture->file);
  g_set_weak_pointer (&fixture->window, ui_test_show (fixture->document));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->file);
}

static gboolean
is_idle (gpointer document)
{
  return !foi_document_is_busy (document);
}

static gboolean
is_saved (gpointer document)
{
  return is_idle (document) && !foi_case_editor_is_modified (foi_document_get_editor (document));
}

static gboolean
file_says (GFile *file, const char *text)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  return strstr (contents, text) != NULL;
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, action, NULL));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  ui_test_change_answer (fixture->document, "Twelve calls.");
  act (fixture, "win.save");
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  g_assert_true (file_says (fixture->file, "\"answer\": \"Twelve calls.\""));

  ui_test_change_answer (fixture->document, "Thirteen calls.");
  act (fixture, "win.save");
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  g_assert_true (file_says (fixture->file, "\"answer\": \"Thirteen calls.\""));
}

static gboolean
is_gone (gpointer path)
{
  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What a program killed while saving left beside the file goes when the case is opened again. */
static void
test_leftover (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *leftover = g_strconcat (path, ".A1B2C3", NULL);
  g_autofree char *recent = g_strconcat (path, ".D4E5F6", NULL);
  g_autoptr (FoiDocument) again = NULL;
  struct utimbuf yesterday;

  yesterday.actime = yesterday.modtime = (time_t) (g_get_real_time () / G_USEC_PER_SEC - 86400);
  g_assert_true (g_file_set_contents (leftover, "{", -1, NULL));
  g_assert_true (g_file_set_contents (recent, "{", -1, NULL));
  g_assert_cmpint (g_utime (leftover, &yesterday), ==, 0);
  again = ui_test_open_file (fixture->file);
  g_assert_true (ui_test_wait_until (is_gone, leftover, 5000));
  g_assert_true (g_file_test (recent, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_unlink (recent), ==, 0);
}

static char *
dup_etag (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (
    file, "unix::inode," G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, &error);

  g_assert_no_error (error);
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %s",
                          g_file_info_get_attribute_uint64 (info, "unix::inode"),
                          g_file_info_get_etag (info));
}

/* What is being typed is not in the case yet: saving asks for it first. */
static void
test_save_typing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_etag (fixture->file);
  g_autofree char *after = NULL;
  GtkWidget *page;

  act (fixture, "win.save");
  ui_test_settle ();
  g_assert_true (is_idle (fixture->document));
  after = dup_etag (fixture->file);
  g_assert_cmpstr (after, ==, before);

  foi_document_go_to (fixture->document, "request");
  ui_test_settle ();
  page = ui_test_find (fixture->window, FOI_TYPE_REQUEST_PAGE);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (page, FOI_TYPE_REQUEST_PAGE,
                                                                      "received")),
                         "31 Oct 2024");
  act (fixture, "win.save");
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  g_assert_true (file_says (fixture->file, "\"received\": \"2024-10-31\""));
}

static void
save_finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  guint *n_saved = user_data;
  g_autoptr (GError) error = NULL;

  foi_document_save_finish (FOI_DOCUMENT (source), result, &error);
  g_assert_no_error (error);
  (*n_saved)++;
}

static gboolean
has_saved_three (gpointer n_saved)
{
  return *(guint *) n_saved == 3;
}

/* Who saves again while a slow share still takes the first is in nobody's way, least their own. */
static void
test_save_while_saving (Fixture *fixture, gconstpointer data)
{
  static const char *const answers[] = { "Twelve calls.", "Thirteen calls.", "Fourteen calls." };
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  guint n_saved = 0;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (GError) error = NULL;

      foi_case_editor_set_string (editor, "questions/q3/answer", answers[i], "Change Answer",
                                  &error);
      g_assert_no_error (error);
      foi_document_save_async (fixture->document, NULL, FALSE, NULL, save_finished_cb, &n_saved);
    }
  g_assert_true (ui_test_wait_until (has_saved_three, &n_saved, 5000));
  g_assert_true (is_saved (fixture->document));
  g_assert_true (file_says (fixture->file, "Fourteen calls."));
}

static void
test_close_unchanged (Fixture *fixture, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 3000));
}

static void
test_close_cancel (Fixture *fixture, gconstpointer data)
{
  ui_test_change_answer (fixture->document, "Twelve calls.");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Cancel");
  g_assert_nonnull (fixture->window);
  g_assert_true (foi_case_editor_is_modified (foi_document_get_editor (fixture->document)));
  g_assert_false (file_says (fixture->file, "Twelve calls."));
}

static void
test_close_discard (Fixture *fixture, gconstpointer data)
{
  ui_test_change_answer (fixture->document, "Twelve calls.");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Discard");
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 3000));
  g_assert_false (file_says (fixture->file, "Twelve calls."));
}

static void
test_close_save (Fixture *fixture, gconstpointer data)
{
  ui_test_change_answer (fixture->document, "Twelve calls.");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Save");
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  g_assert_true (file_says (fixture->file, "Twelve calls."));
}

/* Text in a cell that is not understood is in no file: closing says so, changed or not. */
static void
test_close_not_understood (Fixture *fixture, gconstpointer data)
{
  GListModel *tables = foi_case_get_tables (foi_document_get_case (fixture->document));
  g_autoptr (FoiTable) table = g_list_model_get_item (tables, 0);
  g_autoptr (FoiRow) row = g_list_model_get_item (G_LIST_MODEL (table), 3);
  FoiRefusal refusal = { .reason = (char *) "“c. 40” is no number" };
  FoiCell cell = foi_cell_number (10066);
  g_autofree char *said = NULL;

  foi_cell_drafts_put (foi_cell_drafts_of (table), foi_row_get_id (row), "calls", "c. 40",
                       FOI_DRAFT_TYPED, &refusal, &cell);
  said = foi_case_facts_dup_saved (fixture->document);
  g_assert_cmpstr (said, ==, "No changes · 1 entry is not in the file");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Cancel");
  g_assert_nonnull (fixture->window);

  ui_test_change_answer (fixture->document, "Twelve calls.");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Save");
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  g_assert_true (file_says (fixture->file, "Twelve calls."));
}

/* What somebody else does at another computer. */
static void
change_elsewhere (Fixture *fixture)
{
  g_autoptr (FoiDocument) other = ui_test_open_file (fixture->file);

  ui_test_wait_for_layout (other);
  ui_test_change_answer (other, "Theirs.");
  foi_document_save_async (other, NULL, FALSE, NULL, NULL, NULL);
  g_assert_true (ui_test_wait_until (is_saved, other, 5000));
}

static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  ui_test_change_answer (fixture->document, "Ours.");
  change_elsewhere (fixture);
  act (fixture, "win.save");
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Cancel");
  g_assert_true (file_says (fixture->file, "Theirs."));
  g_assert_true (foi_case_editor_is_modified (foi_document_get_editor (fixture->document)));

  act (fixture, "win.save");
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Replace Theirs");
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  g_assert_true (file_says (fixture->file, "Ours."));
}

/* A file that was renamed is not made a second time unasked, and nothing typed is lost. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *other = g_strconcat (path, ".renamed", NULL);
  g_autoptr (GFile) renamed = g_file_new_for_path (other);

  ui_test_change_answer (fixture->document, "Ours.");
  g_assert_cmpint (g_rename (path, other), ==, 0);
  act (fixture, "win.save");
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Cancel");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (foi_case_editor_is_modified (foi_document_get_editor (fixture->document)));

  gtk_window_close (GTK_WINDOW (fixture->window));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Save");
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Cancel");
  g_assert_nonnull (fixture->window);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  act (fixture, "win.save");
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "Save It _Here Again");
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  g_assert_true (file_says (fixture->file, "Ours."));
  g_assert_false (file_says (renamed, "Ours."));
  g_assert_cmpint (g_unlink (other), ==, 0);
}

/* An editor of texts knows nothing of the token: what it changed is somebody's work as well. */
static void
test_conflict_by_text_editor (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *contents = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (changed, "10066", "10067", 0), >, 0);
  g_file_set_contents (path, changed->str, -1, &error);
  g_assert_no_error (error);

  ui_test_change_answer (fixture->document, "Ours.");
  act (fixture, "win.save");
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Cancel");
  g_assert_true (file_says (fixture->file, "10067"));
  act (fixture, "win.save");
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Replace Theirs");
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));

  /* What was saved is known: the next save asks nothing. */
  ui_test_change_answer (fixture->document, "Ours again.");
  act (fixture, "win.save");
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  g_assert_true (file_says (fixture->file, "Ours again."));
}

static GtkWidget *
other_window (Fixture *fixture)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (ui_test_get_application ()));
       link != NULL; link = link->next)
    {
      if (FOI_IS_WINDOW (link->data) && link->data != fixture->window)
        return link->data;
    }
  return NULL;
}

static gboolean
has_another_window (gpointer fixture)
{
  return other_window (fixture) != NULL;
}

static void
test_look_at_theirs (Fixture *fixture, gconstpointer data)
{
  GtkWidget *theirs;
  FoiDocument *document;

  ui_test_change_answer (fixture->document, "Ours.");
  change_elsewhere (fixture);
  act (fixture, "win.save");
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Look at Theirs");
  g_assert_true (ui_test_wait_until (has_another_window, fixture, 5000));
  theirs = other_window (fixture);
  document = foi_window_get_document (FOI_WINDOW (theirs));
  g_assert_cmpstr (foi_case_state_get_string (foi_case_get_state (foi_document_get_case (document)),
                                              "questions/q3/answer"),
                   ==, "Theirs.");
  gtk_window_destroy (GTK_WINDOW (theirs));
}

/* The toolkit's own chooser: there is no portal under test. */
static void
choose_file (GFile *file)
{
  GtkWidget *chooser = ui_test_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (chooser);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, &error);
  g_assert_no_error (error);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  ui_test_settle ();
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
}

static char *
dup_proposed_name (void)
{
  GtkWidget *chooser = ui_test_find_window (GTK_TYPE_FILE_CHOOSER_DIALOG);

  g_assert_nonnull (chooser);
  return gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (chooser));
}

/* Saving as another file keeps both, also from who just presses Enter or takes the old name. */
static void
test_conflict_keeps_both (Fixture *fixture, gconstpointer data)
{
  g_autofree char *proposed = NULL;

  ui_test_change_answer (fixture->document, "Ours.");
  change_elsewhere (fixture);
  act (fixture, "win.save");
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "Save as _Another File…");
  ui_test_settle ();
  proposed = dup_proposed_name ();
  g_assert_cmpstr (proposed, !=, "case.foi.json");
  g_assert_true (g_str_has_prefix (proposed, "case"));
  g_assert_true (g_str_has_suffix (proposed, ".foi.json"));

  choose_file (fixture->file);
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Replace");
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Cancel");
  g_assert_true (file_says (fixture->file, "Theirs."));
  g_assert_true (foi_case_editor_is_modified (foi_document_get_editor (fixture->document)));
}

static gboolean
has_told (gpointer window)
{
  return foi_window_get_message (window) != NULL;
}

static void
dismiss_messages (Fixture *fixture)
{
  for (guint i = 0; i < 2; i++)
    foi_message_band_dismiss (
      FOI_MESSAGE_BAND (ui_test_find_nth (fixture->window, FOI_TYPE_MESSAGE_BAND, i)));
}

static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_get_parent (fixture->file);
  g_autoptr (GFile) other = g_file_get_child (folder, "other.foi.json");

  ui_test_change_answer (fixture->document, "Twelve calls.");
  act (fixture, "win.save-as");
  ui_test_settle ();
  choose_file (other);
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  g_assert_true (file_says (other, "Twelve calls."));
  g_assert_false (file_says (fixture->file, "Twelve calls."));
  g_assert_true (g_file_equal (foi_document_get_file (fixture->document), other));
}

/* What marks a button's key on the screen is not read out. */
static void
assert_read_as (GtkWidget *dialog, const char *label, const char *name)
{
  GtkWidget *button;
  guint n = 0;

  do
    button = ui_test_find_nth (dialog, GTK_TYPE_BUTTON, n++);
  while (button != NULL && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) != 0);
  g_assert_nonnull (button);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action, *target, *name, *beginning;
  } kinds[] = {
    { "win.export", "pdf", "letter.pdf", "%PDF-1." },
    { "win.export-csv", "mash-calls", "calls.csv", "Reporting year,MASH " },
  };
  g_autoptr (GFile) folder = g_file_get_parent (fixture->file);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GFile) file = g_file_get_child (folder, kinds[i].name);

      g_assert_true (gtk_widget_activate_action (fixture->window, kinds[i].action, "s",
                                                 kinds[i].target));
      ui_test_settle ();
      choose_file (file);
      g_assert_true (ui_test_wait_until (has_told, fixture->window, 10000));
      g_assert_nonnull (strstr (foi_window_get_message (FOI_WINDOW (fixture->window)),
                                kinds[i].name));
      dismiss_messages (fixture);
      g_assert_true (file_says (file, kinds[i].beginning));
    }
}

static gboolean
is_issued (gpointer document)
{
  return is_saved (document) && foi_document_is_issued (document);
}

static char *
export_letter (Fixture *fixture, const char *kind, const char *name, const char *proposed)
{
  g_autofree char *found = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (fixture->file);
  g_autoptr (GFile) file = g_file_get_child (folder, name);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  dismiss_messages (fixture);
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.export", "s", kind));
  ui_test_settle ();
  found = dup_proposed_name ();
  g_assert_cmpstr (found, ==, proposed);
  choose_file (file);
  g_assert_true (ui_test_wait_until (has_told, fixture->window, 10000));
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_str_equal (kind, "text")
           ? g_steal_pointer (&contents)
           : g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

static void
issue_letter (Fixture *fixture)
{
  GtkWidget *dialog;

  ui_test_accept_findings (fixture->document);
  act (fixture, "win.issue");
  dialog = ui_test_find_window (FOI_TYPE_ISSUE_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_nth (dialog, GTK_TYPE_ENTRY, 1)), "A Officer");
  assert_read_as (dialog, "_Issue", "Issue");
  assert_read_as (dialog, "_Cancel", "Cancel");
  ui_test_answer (FOI_TYPE_ISSUE_DIALOG, "_Issue");
  g_assert_true (ui_test_wait_until (is_issued, fixture->document, 10000));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_settle ();
}

static GtkWidget *
find_label (GtkWidget *root, const char *words)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find_nth (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    {
      if (strstr (gtk_label_get_text (GTK_LABEL (label)), words) != NULL)
        return label;
    }
  return NULL;
}

static gboolean
is_asking (gpointer data)
{
  return ui_test_find_window (GTK_TYPE_MESSAGE_DIALOG) != NULL;
}

static gboolean
says_changed (gpointer dialog)
{
  return find_label (dialog, "changed the file of this case") != NULL;
}

/* Over what somebody else saved meanwhile nothing goes out: nobody here has seen it. */
static void
test_issue_conflict (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  /* With work that is not saved: what somebody else did is not followed. */
  ui_test_accept_findings (fixture->document);
  change_elsewhere (fixture);
  act (fixture, "win.issue");
  dialog = ui_test_find_window (FOI_TYPE_ISSUE_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_nth (dialog, GTK_TYPE_ENTRY, 1)), "A Officer");
  ui_test_answer (FOI_TYPE_ISSUE_DIALOG, "_Issue");
  g_assert_true (ui_test_wait_until (says_changed, dialog, 10000));
  g_assert_false (is_issued (fixture->document));
  g_assert_true (file_says (fixture->file, "Theirs."));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_test_settle ();
  /* Once it was said which of both it is to be, the letter goes. */
  act (fixture, "win.save");
  g_assert_true (ui_test_wait_until (is_asking, NULL, 5000));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Replace Theirs");
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  issue_letter (fixture);
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  g_assert_true (file_says (fixture->file, "\"letter\": \"response\""));
}

/* What is saved of an issued letter is what was frozen, to the byte, whatever is changed after. */
static void
test_export_issued (Fixture *fixture, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  const char *frozen;
  g_autofree char *draft = export_letter (fixture, "text", "draft.txt",
                                           "FOI651119421 draft.txt");
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;

  issue_letter (fixture);
  frozen = foi_case_state_get_string (foi_case_get_state (foi_case), "issued/#0/files/#0/sha256");

  g_assert_null (strstr (gtk_widget_get_tooltip_text (ui_test_find_action (fixture->window,
                                                                           "win.print")),
                         "Draft"));

  before = export_letter (fixture, "pdf", "issued.pdf", "FOI651119421.pdf");
  ui_test_change_answer (fixture->document, "Thirteen calls.");
  g_assert_nonnull (strstr (foi_window_get_message (FOI_WINDOW (fixture->window)),
                            "stays as it was"));
  /* It is said once, not at every key, nor in the place of what is told later. */
  dismiss_messages (fixture);
  ui_test_change_answer (fixture->document, "Fourteen calls.");
  g_assert_null (foi_window_get_message (FOI_WINDOW (fixture->window)));
  after = export_letter (fixture, "pdf", "later.pdf", "FOI651119421.pdf");
  text = export_letter (fixture, "text", "later.txt", "FOI651119421.txt");
  g_assert_cmpstr (before, ==, frozen);
  g_assert_cmpstr (after, ==, frozen);
  g_assert_true (g_str_has_prefix (draft, "DRAFT\n\n"));
  g_assert_cmpstr (text, ==, draft + strlen ("DRAFT\n\n"));
}

/* The pages that were sent are made again, whatever paper is chosen for drafts since. */
static void
test_paper_of_issued (Fixture *fixture, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  const char *frozen;
  g_autofree char *shown = NULL;
  g_autofree char *after = NULL;
  double width, height;

  foi_document_set_paper (fixture->document, FOI_PAPER_LETTER);
  issue_letter (fixture);
  frozen = foi_case_state_get_string (foi_case_get_state (foi_case), "issued/#0/files/#0/sha256");
  g_assert_true (file_says (fixture->file, "\"paper\": \"Letter\""));
  foi_document_set_paper (fixture->document, FOI_PAPER_A4);
  ui_test_settle ();
  after = export_letter (fixture, "pdf", "later.pdf", "FOI651119421.pdf");
  g_assert_cmpstr (after, ==, frozen);
  foi_layout_get_page_size (foi_document_get_layout (fixture->document), &width, &height);
  shown = g_strdup_printf ("%.0f x %.0f", width, height);
  g_assert_cmpstr (shown, ==, "612 x 792");
}

static GtkWidget *
find_titled_window (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return GTK_WIDGET (window);
    }
  return NULL;
}

static gboolean
is_draft (gpointer document)
{
  return !foi_document_is_issued (document);
}

/* Issuing saves, so what takes it back must: the file would go on saying that it was sent. */
static void
test_withdraw (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  issue_letter (fixture);
  g_assert_true (file_says (fixture->file, "\"letter\": \"response\""));
  act (fixture, "win.withdraw");
  dialog = find_titled_window ("Withdraw the Letter");
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_ENTRY)), "A wrong figure");
  g_signal_emit_by_name (gtk_window_get_default_widget (GTK_WINDOW (dialog)), "clicked");
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  g_assert_true (file_says (fixture->file, "A wrong figure"));
  g_assert_true (ui_test_wait_until (is_draft, fixture->document, 5000));
}

static gboolean
has_message (gpointer window)
{
  return foi_window_get_message (window) != NULL;
}

/* What could not be saved is told of until it is. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  const char *path = g_file_peek_path (fixture->file);
  g_autofree char *before = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  ui_test_change_answer (fixture->document, "Eleven calls.");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  act (fixture, "win.save");
  g_assert_true (ui_test_wait_until (has_message, fixture->window, 5000));
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_true (g_file_set_contents (path, before, (gssize) length, NULL));
  act (fixture, "win.save");
  g_assert_true (ui_test_wait_until (is_saved, fixture->document, 5000));
  g_assert_true (file_says (fixture->file, "Eleven calls."));
  g_assert_false (has_message (fixture->window));
}

static void
test_read_only (void)
{
  g_autofree char *path = ui_test_dup_data ("tests/data/cases/y_newer.foi.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (FoiDocument) document = ui_test_open_file (file);
  GtkWidget *window;

  g_assert_true (foi_document_is_read_only (document));
  window = ui_test_show (document);
  g_assert_false (gtk_widget_get_sensitive (ui_test_find_action (window, "win.save")));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, function) \
  g_test_add ("/save/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("save", test_save);
  ADD ("leftover", test_leftover);
  ADD ("save-typing", test_save_typing);
  ADD ("save-while-saving", test_save_while_saving);
  ADD ("close-unchanged", test_close_unchanged);
  ADD ("close-cancel", test_close_cancel);
  ADD ("close-discard", test_close_discard);
  ADD ("close-save", test_close_save);
  ADD ("close-not-understood", test_close_not_understood);
  ADD ("conflict", test_conflict);
  ADD ("renamed", test_renamed);
  ADD ("conflict-by-text-editor", test_conflict_by_text_editor);
  ADD ("conflict-keeps-both", test_conflict_keeps_both);
  ADD ("look-at-theirs", test_look_at_theirs);
  ADD ("save-as", test_save_as);
  ADD ("export", test_export);
  ADD ("export-issued", test_export_issued);
  ADD ("paper-of-issued", test_paper_of_issued);
  ADD ("issue-conflict", test_issue_conflict);
  ADD ("withdraw", test_withdraw);
  ADD ("failed", test_failed);
  g_test_add_func ("/save/read-only", test_read_only);
  return ui_test_run ();
}
