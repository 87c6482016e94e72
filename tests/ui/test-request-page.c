/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-asked-edits.h"
#include "foi-asked-row.h"
#include "foi-request-page.h"
#include "ui-test.h"

typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;    /* weak */
  GtkWidget   *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = ui_test_open_example ();
  g_set_weak_pointer (&fixture->window,
                      GTK_WIDGET (foi_application_show_document (ui_test_get_application (),
                                                                 fixture->document)));
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, fixture->window, 5000));
  ui_test_wait_for_layout (fixture->document);
  foi_document_go_to (fixture->document, "request");
  ui_test_settle ();
  fixture->page = ui_test_find (fixture->window, FOI_TYPE_REQUEST_PAGE);
  g_assert_nonnull (fixture->page);
}

/* A thread may still be at work on the letter. */
static gboolean
is_unshared (gpointer object)
{
  return g_atomic_int_get (&G_OBJECT (object)->ref_count) == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  ui_test_wait_until (is_unshared, fixture->document, 3000);
  g_assert_finalize_object (fixture->document);
}

static FoiCaseState *
get_state (Fixture *fixture)
{
  return foi_case_get_state (foi_document_get_case (fixture->document));
}

static GtkWidget *
get_child (Fixture *fixture, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (fixture->page, FOI_TYPE_REQUEST_PAGE, name));
}

/* What is typed into each field, and what the case then has. */
static void
test_fields (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *field, *typed, *path, *text;
  } facts[] = {
    { "subject", "Exploitation", "/title", "Exploitation" },
    { "reference", "FOI1", "/id", "FOI1" },
    { "received", "31 Oct 2024", "request/received", "2024-10-31" },
    { "received", "03/04/2024", "request/received", "2024-10-31" },
    { "received", "", "request/received", NULL },
    { "name", "Sam Lee", "request/requester/name", "Sam Lee" },
    { "name", "", "request/requester/name", NULL },
    { "period_from", "April 2019", "period/from", "2019-04" },
    { "period_from", "the war", "period/from", "2019-04" },
    { "period_to", "2023-24", "period/to", "2023/24" },
    { "channel", "E-mail", "request/channel", "E-mail" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (get_child (fixture, facts[i].field)), facts[i].typed);
      foi_document_commit (fixture->document);
      g_assert_cmpstr (foi_case_state_get_string (get_state (fixture), facts[i].path), ==,
                       facts[i].text);
    }
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "period_problem")));
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "received_problem")));
}

static void
test_problem (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (fixture, "received")), "03/04/2024");
  foi_document_commit (fixture->document);
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "received_problem")));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_child (fixture, "received_problem"))), ==,
                   "“03/04/2024” could be either day: choose one (3 April 2024 or 4 March 2024)");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  GtkEditable *subject = GTK_EDITABLE (get_child (fixture, "subject"));

  gtk_editable_set_text (subject, "A");
  gtk_editable_set_text (subject, "AB");
  g_assert_true (foi_document_undo (fixture->document));
  ui_test_settle ();
  g_assert_cmpstr (gtk_editable_get_text (subject), ==, "CCE and CSE data");
  g_assert_false (foi_case_editor_can_undo (foi_document_get_editor (fixture->document)));
}

/* What the questions make of the request follows them. */
static void
test_outcome (Fixture *fixture, gconstpointer data)
{
  GtkLabel *outcome = GTK_LABEL (get_child (fixture, "outcome"));
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (gtk_label_get_label (outcome), ==,
                   "The request as a whole: Partially withheld");
  foi_case_editor_set_string (foi_document_get_editor (fixture->document),
                              "questions/q3/outcome", "open", "Change Outcome", &error);
  g_assert_no_error (error);
  ui_test_settle ();
  g_assert_cmpstr (gtk_label_get_label (outcome), ==,
                   "The request as a whole: Response not yet provided");
}

static guint
count_rows (Fixture *fixture)
{
  guint n = 0;

  while (ui_test_find_nth (fixture->page, FOI_TYPE_ASKED_ROW, n) != NULL)
    n++;
  return n;
}

static GtkWidget *
get_row (Fixture *fixture, guint n)
{
  return ui_test_find_nth (fixture->page, FOI_TYPE_ASKED_ROW, n);
}

static const char *
get_question (Fixture *fixture, guint n)
{
  return foi_asked_row_get_question (FOI_ASKED_ROW (get_row (fixture, n)));
}

static void
test_questions (Fixture *fixture, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);

  g_assert_cmpuint (count_rows (fixture), ==, 6);
  g_assert_true (gtk_widget_activate_action (get_row (fixture, 0), "asked.down", NULL));
  ui_test_settle ();
  g_assert_cmpstr (get_question (fixture, 0), ==, "q2");
  g_assert_cmpstr (get_question (fixture, 1), ==, "q1");
  foi_document_undo (fixture->document);
  ui_test_settle ();

  foi_asked_row_set_cursor (FOI_ASKED_ROW (get_row (fixture, 5)), 20);
  g_assert_true (gtk_widget_activate_action (get_row (fixture, 5), "asked.split", NULL));
  ui_test_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 7);
  g_assert_true (gtk_widget_activate_action (get_row (fixture, 5), "asked.merge", NULL));
  ui_test_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 6);
  g_assert_true (strchr (foi_question_get_text (foi_case_find_question (foi_case, "q6")), '\n')
                 != NULL);
  g_assert_true (gtk_widget_activate_action (get_row (fixture, 5), "asked.remove", NULL));
  ui_test_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 5);
  for (guint i = 0; i < 3; i++)
    g_assert_true (foi_document_undo (fixture->document));
  ui_test_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 6);
}

static void
test_make_question (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (get_child (fixture, "text"));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  g_autofree char *words = NULL;

  g_assert_false (gtk_text_view_get_editable (view));
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_get_start_iter (buffer, &start);
  end = start;
  gtk_text_iter_forward_chars (&end, 30);
  words = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, TRUE));
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.next-question", NULL));
  ui_test_settle ();
  g_assert_cmpuint (count_rows (fixture), ==, 7);
  g_assert_cmpstr (foi_case_state_get_string (get_state (fixture), "questions/q7/text"), ==,
                   words);
  g_assert_cmpstr (foi_document_get_place (fixture->document), ==, "request/text");
}

#define ADD(name, function) \
  g_test_add ("/request-page/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("fields", test_fields);
  ADD ("problem", test_problem);
  ADD ("undo", test_undo);
  ADD ("outcome", test_outcome);
  ADD ("questions", test_questions);
  ADD ("make-question", test_make_question);
  return ui_test_run ();
}
