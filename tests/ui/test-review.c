/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-clock.h"
#include "foi-closing-page.h"
#include "foi-issue.h"
#include "foi-json-edit.h"
#include "foi-message-band.h"
#include "foi-review-points.h"
#include "foi-sent-page.h"
#include "foi-window.h"
#include "ui-test.h"

typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->document = ui_test_open_example ();
  fixture->window = ui_test_show (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->document);
  ui_test_settle ();
}

static FoiCaseState *
get_state (Fixture *fixture)
{
  return foi_case_get_state (foi_document_get_case (fixture->document));
}

/* The dialog, which is a window without a type of its own. */
static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), "Start Internal Review") == 0)
        return GTK_WIDGET (window);
    }
  return NULL;
}

static void
type (GtkWidget *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
      && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

/* The one that is seen: pages that were shown before stay behind it. */
static GtkWidget *
find_seen (Fixture *fixture, GType type)
{
  GtkWidget *widget;

  for (guint i = 0; (widget = ui_test_find_nth (fixture->window, type, i)) != NULL; i++)
    if (gtk_widget_get_mapped (widget))
      return widget;
  return NULL;
}

static gboolean
has_points (gpointer data)
{
  GtkWidget *points = find_seen (data, FOI_TYPE_REVIEW_POINTS);

  return points != NULL && foi_review_points_get_n (FOI_REVIEW_POINTS (points)) > 0;
}

static void
start_review (Fixture *fixture)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (fixture->window, "win.start-review", NULL);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  type (ui_test_find_nth (dialog, GTK_TYPE_ENTRY, 0), "9 December 2024");
  type (ui_test_find_nth (dialog, GTK_TYPE_ENTRY, 1), "Dana Price");
  /* Twenty working days, and forty at most, past Christmas and New Year. */
  g_assert_true (says (dialog, "Friday 10 January 2025"));
  g_assert_true (says (dialog, "7 February 2025"));
  g_signal_emit_by_name (ui_test_find_button (dialog, "_Start Review"), "clicked");
  g_assert_true (ui_test_wait_until (has_points, fixture, 5000));
}

/* A review begins as one command: its clock, its letter and its points; undo takes all away. */
static void
test_start (Fixture *fixture, gconstpointer unused)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  g_autoptr (FoiCaseState) before = foi_case_state_ref (get_state (fixture));
  g_autoptr (FoiCaseClock) clock = NULL;
  JsonNode *points;

  start_review (fixture);
  points = foi_case_state_get_node (get_state (fixture), "letters/review/particulars/points");
  g_assert_cmpuint (foi_json_get_n_elements (points), ==,
                    g_list_model_get_n_items (foi_case_get_questions (
                      foi_document_get_case (fixture->document))));
  clock = foi_case_clock_new (get_state (fixture), foi_rules_get_default (),
                              foi_holidays_get_default ());
  g_assert_cmpint (clock->phase, ==, FOI_CLOCK_REVIEW);
  g_assert_cmpint (clock->due, ==, foi_date_from_iso ("2025-01-10"));
  g_assert_cmpint (clock->latest, ==, foi_date_from_iso ("2025-02-07"));
  g_assert_cmpstr (foi_case_editor_get_undo_label (editor), ==, "Start Internal Review");
  g_assert_true (foi_case_editor_undo (editor));
  g_assert_true (foi_case_state_get_node (get_state (fixture), "letters/review") == NULL);
  g_assert_true (get_state (fixture) == before);
}

/* Each point is decided in its row; what it comes to follows. */
static void
test_points (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *points, *choice, *view;
  guint n;

  start_review (fixture);
  points = ui_test_find (fixture->window, FOI_TYPE_REVIEW_POINTS);
  n = foi_review_points_get_n (FOI_REVIEW_POINTS (points));
  g_assert_true (says (points, "As a whole: not decided yet"));
  for (guint i = 0; i < n; i++)
    {
      choice = ui_test_find_nth (points, GTK_TYPE_DROP_DOWN, i);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), i == 0 ? 3 : 1);
    }
  view = ui_test_find_nth (points, GTK_TYPE_TEXT_VIEW, 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "It can be given.",
                            -1);
  foi_document_commit (fixture->document);
  g_assert_cmpstr (foi_case_state_get_string (
                     get_state (fixture), "letters/review/particulars/points/#0/decision"), ==,
                   "overturned");
  g_assert_cmpstr (foi_case_state_get_string (
                     get_state (fixture), "letters/review/particulars/points/#0/finding"), ==,
                   "It can be given.");
  ui_test_settle ();
  g_assert_true (says (points, "As a whole: It is changed in part"));
}

/* Who answered the request is found before the review begins; and no second one begins. */
static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  GtkWidget *dialog;

  g_assert_true (foi_case_editor_set_string (editor, "questions/q1/owner", "Ann Lee", "Owner",
                                             NULL));
  gtk_widget_activate_action (fixture->window, "win.start-review", NULL);
  dialog = find_dialog ();
  type (ui_test_find_nth (dialog, GTK_TYPE_ENTRY, 1), "ann lee");
  g_assert_true (says (dialog, "ann lee answered a question"));
  type (ui_test_find_nth (dialog, GTK_TYPE_ENTRY, 1), "Dana Price");
  g_assert_false (says (dialog, "answered a question"));
  type (ui_test_find_nth (dialog, GTK_TYPE_ENTRY, 0), "32 May");
  g_assert_false (gtk_widget_get_sensitive (ui_test_find_button (dialog, "_Start Review")));
  type (ui_test_find_nth (dialog, GTK_TYPE_ENTRY, 0), "9 December 9024");
  g_assert_true (says (dialog, "9 December 9024 is yet to come"));
  g_assert_false (gtk_widget_get_sensitive (ui_test_find_button (dialog, "_Start Review")));
  type (ui_test_find_nth (dialog, GTK_TYPE_ENTRY, 0), "9 December 2023");
  g_signal_emit_by_name (ui_test_find_button (dialog, "_Start Review"), "clicked");
  g_assert_true (says (dialog, "before the request came"));
  g_assert_true (foi_case_state_get_node (get_state (fixture), "letters/review") == NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
  start_review (fixture);
  gtk_widget_activate_action (fixture->window, "win.start-review", NULL);
  g_assert_null (find_dialog ());
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

static void
issue (Fixture *fixture)
{
  const FoiIssueFacts facts = { .date = "2024-11-27", .how = "e-mail", .by = "Officer" };
  gboolean is_done = FALSE;

  ui_test_accept_findings (fixture->document);
  foi_issue_async (fixture->document, &facts, NULL, issued_cb, &is_done);
  g_assert_true (ui_test_wait_until (is_set, &is_done, 10000));
  ui_test_settle ();
}

/* What is seen in the middle is the letter that is chosen; of one that was issued it is only told,
 * and once a letter is gone nothing more can be typed into it. */
static void
test_chosen (Fixture *fixture, gconstpointer unused)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);

  foi_document_go_to (fixture->document, "letters/response");
  g_assert_nonnull (find_seen (fixture, FOI_TYPE_CLOSING_PAGE));
  issue (fixture);
  g_assert_nonnull (find_seen (fixture, FOI_TYPE_SENT_PAGE));
  g_assert_true (says (find_seen (fixture, FOI_TYPE_SENT_PAGE),
                       "Issued 27 November 2024"));
  start_review (fixture);
  g_assert_true (has_points (fixture));
  foi_document_set_place (fixture->document, "letters/response");
  g_assert_nonnull (find_seen (fixture, FOI_TYPE_SENT_PAGE));
  g_assert_false (has_points (fixture));
  foi_document_set_place (fixture->document, "letters/review");
  g_assert_true (has_points (fixture));
  g_assert_true (foi_case_editor_undo (editor));
  ui_test_settle ();
  g_assert_false (has_points (fixture));
  g_assert_cmpstr (foi_document_get_place (fixture->document), ==, "request");
}

/* Whether the window says it in its band, and that is seen. */
static gboolean
is_told (Fixture *fixture, const char *words)
{
  GtkWidget *band;

  for (guint i = 0;
       (band = ui_test_find_nth (fixture->window, FOI_TYPE_MESSAGE_BAND, i)) != NULL; i++)
    {
      const char *text = foi_message_band_get_text (FOI_MESSAGE_BAND (band));

      if (text != NULL && g_str_has_prefix (text, words))
        return TRUE;
    }
  return FALSE;
}

/* A review changes nothing of what was sent; an answer does, until that is undone. */
static void
test_letter_stays (Fixture *fixture, gconstpointer unused)
{
  static const char words[] = "The letter was issued and stays as it was.";
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);

  issue (fixture);
  start_review (fixture);
  ui_test_settle ();
  g_assert_false (is_told (fixture, words));
  g_assert_true (foi_case_editor_set_string (editor, "questions/q1/answer", "Else.", "Answer",
                                             NULL));
  ui_test_settle ();
  g_assert_true (is_told (fixture, words));
  g_assert_true (foi_case_editor_undo (editor));
  ui_test_settle ();
  g_assert_false (is_told (fixture, words));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/review/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("start", test_start);
  ADD ("points", test_points);
  ADD ("refused", test_refused);
  ADD ("chosen", test_chosen);
  ADD ("letter-stays", test_letter_stays);
#undef ADD
  return ui_test_run ();
}
