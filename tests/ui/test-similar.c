/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "foi-case-edits.h"
#include "foi-json-edit.h"
#include "foi-question-page.h"
#include "foi-similar-row.h"
#include "foi-similar-window.h"
#include "ui-test.h"

/* The example in a folder of its own, with its question 3 open again. */
typedef struct
{
  char        *folder;
  FoiDocument *document;
  GtkWidget   *window;    /* weak */
} Fixture;

/* A case that was answered, with a question in other words. */
static const char *const answered
  = "{ \"name\": \"foi7\", \"id\": \"FOI7\", \"title\": \"Helpline\", \"foi:case\": {"
    " \"format\": \"uk-foi-case\", \"version\": 1, \"_rev\": \"0\", \"regime\": \"foia\","
    " \"request\": { \"text\": \"x\", \"received\": \"2023-05-02\" },"
    " \"questions\": [ { \"id\": \"q1\", \"number\": \"1\", \"label\": \"\","
    " \"text\": \"Number of calls recorded by the MASH helplines\", \"held\": \"yes\","
    " \"outcome\": \"disclosed\", \"answer\": \"The helpline took 7,012 calls.\" } ],"
    " \"events\": [ { \"type\": \"issued\", \"date\": \"2023-05-20\" } ],"
    " \"letters\": [ { \"id\": \"response\", \"type\": \"response\" } ], \"issued\": [],"
    " \"authority\": { \"name\": \"A Council\", \"disclosure_log\": \"https://a.gov.uk/log\" } } }";

static char *
dup_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static const char *
get_string (Fixture *fixture, const char *path)
{
  return foi_case_state_get_string (foi_case_get_state (foi_document_get_case (fixture->document)),
                                    path);
}

static void
open_case (Fixture *fixture, gboolean with_answered)
{
  g_autofree char *path = NULL, *other = NULL, *example = NULL;
  g_autoptr (GFile) file = NULL, source = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("foi-similar-XXXXXX", &error);
  g_assert_no_error (error);
  path = dup_path (fixture, "new.foi.json");
  other = dup_path (fixture, "foi7.foi.json");
  file = g_file_new_for_path (path);
  example = g_build_filename (g_getenv ("FOI_SOURCE_ROOT"),
                              "data/examples/FOI651119421.foi.json", NULL);
  source = g_file_new_for_path (example);
  g_assert_true (g_file_copy (source, file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error));
  if (with_answered)
    g_assert_true (g_file_set_contents (other, answered, -1, &error));
  g_assert_no_error (error);
  fixture->document = ui_test_open_file (file);
  g_set_weak_pointer (&fixture->window, ui_test_show (fixture->document));
  foi_case_editor_set_string (foi_document_get_editor (fixture->document), "questions/q3/outcome",
                              "open", "Prepare", &error);
  g_assert_no_error (error);
  foi_document_go_to (fixture->document, "questions/q3/answer");
  ui_test_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_case (fixture, TRUE);
}

static void
set_up_alone (Fixture *fixture, gconstpointer data)
{
  open_case (fixture, FALSE);
}

static void
remove_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = dup_path (fixture, name);

  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  g_object_unref (fixture->document);
  remove_file (fixture, "new.foi.json");
  remove_file (fixture, "foi7.foi.json");
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static GtkWidget *
get_row (Fixture *fixture)
{
  return ui_test_find (fixture->window, FOI_TYPE_SIMILAR_ROW);
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static gboolean
is_ready (gpointer window)
{
  return !foi_similar_window_is_busy (window);
}

static GtkWidget *
show_window (Fixture *fixture)
{
  GtkWidget *window;

  gtk_widget_activate_action (ui_test_find (fixture->window, FOI_TYPE_QUESTION_PAGE),
                              "question.similar", NULL);
  window = ui_test_find_window (FOI_TYPE_SIMILAR_WINDOW);
  g_assert_nonnull (window);
  g_assert_true (ui_test_wait_until (is_ready, window, 10000));
  ui_test_settle ();
  return window;
}

static void
press (GtkWidget *window, const char *label)
{
  GtkWidget *button = ui_test_find_button (window, label);
  GtkWidget *weak = NULL;

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_set_weak_pointer (&weak, window);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &weak, 5000));
}

/* The row is there while the question is open, and says where the answer stands. */
static void
test_row (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = get_row (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_true (ui_test_wait_until (is_shown, row, 10000));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (ui_test_find (row, GTK_TYPE_LABEL))), ==,
                   "A question like this one was answered before: FOI7, question 1, 20 May 2023.");
  foi_case_editor_set_string (foi_document_get_editor (fixture->document), "questions/q3/outcome",
                              "disclosed", "Answer", &error);
  g_assert_no_error (error);
  ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (row));
}

static void
test_insert (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (get_string (fixture, "questions/q3/answer"));

  press (show_window (fixture), "_Insert");
  g_assert_true (g_str_has_suffix (get_string (fixture, "questions/q3/answer"),
                                   "\n\nThe helpline took 7,012 calls."));
  foi_document_undo (fixture->document);
  ui_test_settle ();
  g_assert_cmpstr (get_string (fixture, "questions/q3/answer"), ==, before);
}

static void
test_cite (Fixture *fixture, gconstpointer data)
{
  JsonNode *grounds, *source;

  press (show_window (fixture), "_Already Published");
  g_assert_cmpstr (get_string (fixture, "questions/q3/outcome"), ==, "refused");
  grounds = foi_case_state_get_node (
    foi_case_get_state (foi_document_get_case (fixture->document)), "questions/q3/grounds");
  source = foi_json_get_member (foi_json_get_element (grounds, 0), "source");
  g_assert_cmpstr (foi_json_get_string (source, "url", ""), ==, "https://a.gov.uk/log");
  foi_document_undo (fixture->document);
  ui_test_settle ();
  g_assert_cmpstr (get_string (fixture, "questions/q3/outcome"), ==, "open");
}

/* Where nothing is like it, nothing is in the way, and the window says so. */
static void
test_none (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = show_window (fixture);
  GtkWidget *insert = ui_test_find_button (window, "_Insert");

  g_assert_false (gtk_widget_get_visible (get_row (fixture)));
  g_assert_false (gtk_widget_is_sensitive (insert));
  g_assert_false (gtk_widget_is_sensitive (ui_test_find_button (window, "_Already Published")));
  press (window, "_Close");
}

/* A window that is closed while it seeks is gone before the answer comes. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  gtk_widget_activate_action (ui_test_find (fixture->window, FOI_TYPE_QUESTION_PAGE),
                              "question.similar", NULL);
  window = ui_test_find_window (FOI_TYPE_SIMILAR_WINDOW);
  g_assert_nonnull (window);
  press (window, "_Close");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/similar/row", Fixture, NULL, set_up, test_row, tear_down);
  g_test_add ("/similar/insert", Fixture, NULL, set_up, test_insert, tear_down);
  g_test_add ("/similar/cite", Fixture, NULL, set_up, test_cite, tear_down);
  g_test_add ("/similar/none", Fixture, NULL, set_up_alone, test_none, tear_down);
  g_test_add ("/similar/closed", Fixture, NULL, set_up, test_closed, tear_down);
  return ui_test_run ();
}
