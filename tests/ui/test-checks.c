/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-case-accept.h"
#include "foi-error.h"
#include "foi-finding-mark.h"
#include "foi-finding-row.h"
#include "foi-case-approval.h"
#include "foi-issue-dialog.h"
#include "foi-issue.h"
#include "foi-json-edit.h"
#include "foi-letter-painter.h"
#include "foi-letter-pane.h"
#include "foi-letter-sheet.h"
#include "foi-status-bar.h"
#include "ui-test.h"

typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;
  GtkWidget   *pane;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = ui_test_copy_example ("case.foi.json");

  fixture->document = ui_test_open_file (file);
  fixture->window = ui_test_show (fixture->document);
  ui_test_wait_for_layout (fixture->document);
  fixture->pane = ui_test_find (fixture->window, FOI_TYPE_LETTER_PANE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->pane), (gpointer *) &fixture->pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->pane, 5000));
  g_object_unref (fixture->document);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, action, NULL));
  ui_test_settle ();
}

static void
set_string (Fixture *fixture, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  foi_case_editor_set_string (foi_document_get_editor (fixture->document), path, text, "x", &error);
  g_assert_no_error (error);
}

static void
set_json (Fixture *fixture, const char *path, const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);
  json_node_seal (node);
  foi_case_editor_set_node (foi_document_get_editor (fixture->document), path, node, "x", &error);
  g_assert_no_error (error);
}

static FoiFindingMark *
get_mark (Fixture *fixture, guint n)
{
  return (FoiFindingMark *) ui_test_find_nth (fixture->pane, FOI_TYPE_FINDING_MARK, n);
}

/* "questions/q1/answer; questions/q2": where the marks lead, in the order of reading. */
static char *
dup_editors (Fixture *fixture)
{
  GString *editors = g_string_new (NULL);
  FoiFindingMark *mark;

  for (guint i = 0; (mark = get_mark (fixture, i)) != NULL; i++)
    g_string_append_printf (editors, "%s%s", i > 0 ? "; " : "",
                            foi_finding_mark_get_editor (mark));
  return g_string_free (editors, FALSE);
}

typedef struct
{
  Fixture    *fixture;
  const char *editors;
} Marked;

static gboolean
is_marked (gpointer data)
{
  const Marked *marked = data;
  g_autofree char *editors = dup_editors (marked->fixture);

  return g_str_equal (editors, marked->editors);
}

static void
wait_for_marks (Fixture *fixture, const char *expected)
{
  Marked marked = { fixture, expected };

  if (ui_test_wait_until (is_marked, &marked, 5000))
    ui_test_settle ();
  else
    {
      g_autofree char *editors = dup_editors (fixture);

      g_assert_cmpstr (editors, ==, expected);
    }
}

/* ---- the letter ------------------------------------------------------------------------------ */

/* What the example's letter is known to get wrong, from its top to its end. */
#define QUESTION_1 "questions/q1/period_answered; questions/q1/answer; questions/q1/answer; " \
                   "questions/q1/answer; questions/q1/answer; "
#define QUESTION_2 "questions/q2/estimate; questions/q2/answer; "
#define QUESTION_3 "questions/q3/period_answered; "
#define OTHERS "questions/q4/answer; questions/q5/answer; "
#define CLOSING "wording/publications; wording/review"
#define ALL QUESTION_1 QUESTION_2 QUESTION_3 OTHERS CLOSING

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  wait_for_marks (fixture, ALL);
}

/* A mark says in words what was found, not by its colour alone, and leads to where it is mended. */
static void
test_mark_leads (Fixture *fixture, gconstpointer data)
{
  FoiFindingMark *mark;
  const char *tip;

  wait_for_marks (fixture, ALL);
  mark = get_mark (fixture, 6);
  tip = gtk_widget_get_tooltip_text (GTK_WIDGET (mark));
  g_assert_true (g_str_has_prefix (tip, "To fix: Question 2 relies on section 12(2)"));
  g_assert_nonnull (strstr (tip, "\nTo consider: "));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "To fix, and 3 more");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       tip);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (mark)));
  g_signal_emit_by_name (mark, "clicked");
  ui_test_settle ();
  g_assert_cmpstr (foi_document_get_place (fixture->document), ==, "questions/q2/answer");
}

/* What is mended or accepted is marked no more; undo brings it back. */
static void
test_marks_follow (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  g_autoptr (GError) error = NULL;

  wait_for_marks (fixture, ALL);
  set_string (fixture, "questions/q4/outcome", "disclosed");
  wait_for_marks (fixture, QUESTION_1 QUESTION_2 QUESTION_3 "questions/q5/answer; " CLOSING);
  foi_case_editor_undo (editor);
  wait_for_marks (fixture, ALL);
  foi_case_editor_accept_finding (editor, "refusal-by-reference-without-ground",
                                  "$.foi:case.questions[4].answer", "Agreed",
                                  foi_date_from_iso ("2024-11-27"), &error);
  g_assert_no_error (error);
  wait_for_marks (fixture, QUESTION_1 QUESTION_2 QUESTION_3 "questions/q4/answer; " CLOSING);
}

static void
get_bounds (GtkWidget *widget, GtkWidget *ancestor, graphene_rect_t *bounds)
{
  g_assert_true (gtk_widget_compute_bounds (widget, ancestor, bounds));
}

/* An edit moves the marks below it with their paragraphs, in the frame in which those move. */
static void
test_marks_stay_beside (Fixture *fixture, gconstpointer data)
{
  GtkWidget *mark, *block;
  graphene_rect_t there, beside, before;

  wait_for_marks (fixture, ALL);
  mark = GTK_WIDGET (get_mark (fixture, 6));
  get_bounds (mark, gtk_widget_get_parent (mark), &before);
  set_string (fixture, "questions/q1/answer", "We hold this.");
  ui_test_wait_for_layout (fixture->document);
  ui_test_settle ();
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, mark, 1000));
  block = gtk_widget_get_prev_sibling (mark);
  get_bounds (mark, gtk_widget_get_parent (mark), &there);
  get_bounds (block, gtk_widget_get_parent (block), &beside);
  g_assert_false (graphene_rect_equal (&there, &before));
  g_assert_cmpfloat (there.origin.y, >=, beside.origin.y);
  g_assert_cmpfloat (there.origin.y, <, beside.origin.y + beside.size.height);
  g_assert_cmpfloat (there.origin.x, >=, beside.origin.x + beside.size.width);
}

/* The marks are of the window: what leaves is the same with them. */
static void
test_marks_stay_here (Fixture *fixture, gconstpointer data)
{
  FoiLayout *layout = foi_document_get_layout (fixture->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = foi_letter_to_pdf (layout, &error);
  g_autoptr (GBytes) after = NULL;

  g_assert_no_error (error);
  wait_for_marks (fixture, ALL);
  g_assert_true (foi_document_get_layout (fixture->document) == layout);
  after = foi_letter_to_pdf (layout, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (before, after));
}

/* Another letter of the case was not checked. */
static void
test_other_letter (Fixture *fixture, gconstpointer data)
{
  wait_for_marks (fixture, ALL);
  gtk_widget_activate_action (fixture->window, "win.new-letter", "s", "acknowledgement");
  wait_for_marks (fixture, "");
  foi_document_go_to (fixture->document, "questions/q1");
  wait_for_marks (fixture, ALL);
}

/* ---- issuing --------------------------------------------------------------------------------- */

static GtkWidget *
open_issue (Fixture *fixture)
{
  GtkWidget *dialog;

  act (fixture, "win.issue");
  dialog = ui_test_find_window (FOI_TYPE_ISSUE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (
    GTK_EDITABLE (gtk_widget_get_template_child (dialog, FOI_TYPE_ISSUE_DIALOG, "by")), "Officer");
  return dialog;
}

static const char *
get_stops (gpointer dialog)
{
  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_template_child (
    dialog, FOI_TYPE_ISSUE_DIALOG, "stops")));
}

typedef struct
{
  GtkWidget  *dialog;
  const char *beginning;
} Stops;

static gboolean
says_stops (gpointer data)
{
  const Stops *stops = data;

  return g_str_has_prefix (get_stops (stops->dialog), stops->beginning);
}

static void
wait_for_stops (GtkWidget *dialog, const char *beginning)
{
  Stops stops = { dialog, beginning };

  if (!ui_test_wait_until (says_stops, &stops, 5000))
    g_assert_cmpstr (get_stops (dialog), ==, beginning);
  ui_test_settle ();
}

static gboolean
can_issue (gpointer dialog)
{
  return gtk_widget_is_sensitive (ui_test_find_button (dialog, "_Issue"));
}

static gboolean
is_issued (gpointer document)
{
  return foi_document_is_issued (document);
}

static void
accept_first (GtkWidget *dialog, const char *reason)
{
  GtkWidget *row = ui_test_find (dialog, FOI_TYPE_FINDING_ROW);
  GtkWidget *entry = ui_test_find (row, GTK_TYPE_ENTRY);

  g_signal_emit_by_name (ui_test_find_button (row, "_Accept…"), "clicked");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  g_signal_emit_by_name (entry, "activate");
}

/* Each thing to fix stops the letter until it has a reason, which the case keeps; what is to
 * consider does not. */
static void
test_issue_stops (Fixture *fixture, gconstpointer data)
{
  static const char *const left[] = { "5 things", "4 things", "3 things", "2 things", "1 thing",
                                      "" };
  GtkWidget *dialog;
  JsonNode *accepted;

  wait_for_marks (fixture, ALL);
  dialog = open_issue (fixture);
  wait_for_stops (dialog, "6 things are to be put right");
  /* What ends between two findings must be seen to go on. */
  g_assert_false (gtk_scrolled_window_get_overlay_scrolling (
    GTK_SCROLLED_WINDOW (gtk_widget_get_template_child (dialog, FOI_TYPE_ISSUE_DIALOG, "found"))));
  g_assert_false (can_issue (dialog));
  for (gsize i = 0; i < G_N_ELEMENTS (left); i++)
    {
      accept_first (dialog, "The service has agreed it.");
      wait_for_stops (dialog, left[i]);
    }
  g_assert_true (ui_test_wait_until (can_issue, dialog, 5000));
  ui_test_answer (FOI_TYPE_ISSUE_DIALOG, "_Issue");
  g_assert_true (ui_test_wait_until (is_issued, fixture->document, 10000));
  accepted = foi_case_state_get_node (foi_case_get_state (foi_document_get_case (
                                        fixture->document)), "accepted");
  g_assert_cmpuint (foi_json_get_n_elements (accepted), ==, 6);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpstr (foi_json_get_string (foi_json_get_element (accepted, i), "reason", NULL), ==,
                     "The service has agreed it.");
  gtk_window_destroy (GTK_WINDOW (dialog));
  wait_for_marks (fixture, "");
}

/* From the dialog a person goes to where a finding is mended. */
static void
test_issue_leads (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *row;

  wait_for_marks (fixture, ALL);
  dialog = open_issue (fixture);
  wait_for_stops (dialog, "6 things");
  row = ui_test_find (dialog, FOI_TYPE_FINDING_ROW);
  g_signal_emit_by_name (ui_test_find_button (row, "_Go There"), "clicked");
  ui_test_settle ();
  g_assert_null (ui_test_find_window (FOI_TYPE_ISSUE_DIALOG));
  g_assert_cmpstr (foi_document_get_place (fixture->document), ==, "questions/q2/answer");
}

typedef struct
{
  gboolean done;
  GError  *error;
} Tried;

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Tried *tried = user_data;

  g_assert_false (foi_issue_finish (FOI_DOCUMENT (source), result, &tried->error));
  tried->done = TRUE;
}

static gboolean
is_done (gpointer tried)
{
  return ((Tried *) tried)->done;
}

static void
assert_refused (Fixture *fixture, const char *words)
{
  const FoiIssueFacts facts = { .date = "2024-11-27", .how = "email", .by = "Officer" };
  FoiCaseState *before = foi_case_get_state (foi_document_get_case (fixture->document));
  Tried tried = { FALSE, NULL };

  foi_issue_async (fixture->document, &facts, NULL, tried_cb, &tried);
  g_assert_true (ui_test_wait_until (is_done, &tried, 5000));
  g_assert_error (tried.error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_assert_nonnull (strstr (tried.error->message, words));
  g_assert_true (foi_case_get_state (foi_document_get_case (fixture->document)) == before);
  g_clear_error (&tried.error);
}

/* ---- what is not ready ----------------------------------------------------------------------- */

#define PREJUDICE(more) "[{'act':'foia','section':'43(2)','kind':'prejudice','reason':'Bids.'," \
                        "'applies_to':'the prices','public_interest':{'for':'a','against':'b'," \
                        "'balance':'c'}" more "}]"

static const char *
get_readiness (gpointer window)
{
  GtkWidget *bar = ui_test_find (window, FOI_TYPE_STATUS_BAR);

  return gtk_label_get_label (GTK_LABEL (gtk_widget_get_template_child (
    bar, FOI_TYPE_STATUS_BAR, "readiness")));
}

static gboolean
is_ready (gpointer window)
{
  return g_str_equal (get_readiness (window), "Question 1 is ready");
}

static gboolean
has_faults (gpointer window)
{
  return g_str_equal (get_readiness (window), "Question 1: 1 to fix");
}

/* A question is ready when nothing in it is to fix, and no sentence has a gap. */
static void
test_ready (Fixture *fixture, gconstpointer data)
{
  foi_document_go_to (fixture->document, "questions/q1");
  g_assert_true (ui_test_wait_until (has_faults, fixture->window, 5000));
  set_string (fixture, "questions/q1/answer", "The prices are commercial.");
  set_json (fixture, "questions/q1/grounds", PREJUDICE (""));
  ui_test_settle ();
  g_assert_true (g_str_has_prefix (get_readiness (fixture->window), "Question 1: for 43(2) it is"));
  set_json (fixture, "questions/q1/grounds", PREJUDICE (",'harm':'would'"));
  g_assert_true (ui_test_wait_until (is_ready, fixture->window, 5000));
}

/* Who approved all of the answers is taken over; who approved some of them is not. */
static void
test_approvers (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  GListModel *questions = foi_case_get_questions (foi_document_get_case (fixture->document));
  const guint n = g_list_model_get_n_items (questions);

  for (guint i = 0; i <= n; i++)
    {
      GtkWidget *dialog = open_issue (fixture);
      GtkWidget *entry
        = GTK_WIDGET (gtk_widget_get_template_child (dialog, FOI_TYPE_ISSUE_DIALOG, "approver"));
      g_autoptr (FoiQuestion) question = i < n ? g_list_model_get_item (questions, i) : NULL;

      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                       i < n ? "" : "Nadia Boss, Ann Lee");
      gtk_window_destroy (GTK_WINDOW (dialog));
      if (i < n)
        g_assert_true (foi_case_editor_approve (editor, foi_question_get_id (question),
                                                i + 1 < n ? "Nadia Boss" : "Ann Lee",
                                                foi_date_from_iso ("2024-11-20"), NULL));
    }
}

/* Neither the dialog nor any other way lets a letter go that says "[missing: …]". */
static void
test_gap_stops (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog;

  wait_for_marks (fixture, ALL);
  assert_refused (fixture, "The letter cannot go yet. Question 2 relies on section 12(2)");
  set_json (fixture, "questions/q1/grounds", PREJUDICE (""));
  ui_test_accept_findings (fixture->document);
  ui_test_wait_for_layout (fixture->document);
  assert_refused (fixture, "The letter cannot go yet: it says “[missing: ");
  dialog = open_issue (fixture);
  ui_test_settle ();
  wait_for_stops (dialog, "");
  g_assert_nonnull (ui_test_find_button (dialog, "The letter says “[missing: harm]”"));
  g_assert_false (can_issue (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define ADD(name, function) \
  g_test_add ("/checks/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("marks", test_marks);
  ADD ("mark-leads", test_mark_leads);
  ADD ("marks-follow", test_marks_follow);
  ADD ("marks-stay-beside", test_marks_stay_beside);
  ADD ("marks-stay-here", test_marks_stay_here);
  ADD ("other-letter", test_other_letter);
  ADD ("issue-stops", test_issue_stops);
  ADD ("issue-leads", test_issue_leads);
  ADD ("approvers", test_approvers);
  ADD ("ready", test_ready);
  ADD ("gap-stops", test_gap_stops);
  return ui_test_run ();
}
