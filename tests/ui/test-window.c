/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-answer-editor.h"
#include "foi-case-accept.h"
#include "foi-case-edits.h"
#include "foi-finding-row.h"
#include "foi-findings-popover.h"
#include "foi-outline-row.h"
#include "foi-outline.h"
#include "foi-panes.h"
#include "foi-preferences-window.h"
#include "foi-profile.h"
#include "foi-settings.h"
#include "foi-table-grid.h"
#include "foi-window.h"
#include "ui-test.h"

/* A window under test with its document. */
typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;    /* weak */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = ui_test_open_example ();
  g_set_weak_pointer (&fixture->window, ui_test_show (fixture->document));
}

/* A thread may still be at work on the letter. */
static gboolean
is_unshared (gpointer object)
{
  return g_atomic_int_get (&G_OBJECT (object)->ref_count) == 1;
}

/* Whatever a test did: the window goes, and nothing keeps its document. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  ui_test_wait_until (is_unshared, fixture->document, 3000);
  g_assert_finalize_object (fixture->document);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, action, NULL));
}

static gboolean
is_enabled (Fixture *fixture, const char *action)
{
  GtkWidget *button = ui_test_find_action (fixture->window, action);

  g_assert_nonnull (button);
  return gtk_widget_get_sensitive (button);
}

static const FoiOutlineFacts *
outline_line (Fixture *fixture, guint n)
{
  GtkWidget *row = ui_test_find_nth (fixture->window, FOI_TYPE_OUTLINE_ROW, n);

  g_assert_nonnull (row);
  return foi_outline_item_get_facts (foi_outline_row_get_item (FOI_OUTLINE_ROW (row)));
}

static const char *
selected_place (Fixture *fixture)
{
  GtkWidget *list = ui_test_find (ui_test_find (fixture->window, FOI_TYPE_OUTLINE),
                                  GTK_TYPE_LIST_BOX);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (list));

  g_assert_nonnull (row);
  return foi_outline_item_get_place (foi_outline_row_get_item (FOI_OUTLINE_ROW (row)));
}

static void
test_outline (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *place, *number, *title, *subtitle;
    guint       n_todos;
  } lines[] = {
    { "request", NULL, "Request", "Received 30 October 2024", 0 },
    { "questions/q1", "1", "People at risk, by year and age", "Refused · 21", 0 },
    /* The original says that the information is held, and that finding out would cost too much. */
    { "questions/q2", "2", "People involved, by year and age", "Refused · 12(2)", 1 },
    { "questions/q3", "3", "Calls to the MASH helpline", "Disclosed", 0 },
    { "questions/q4", "4", "At-risk cases investigated", "Refused · as question 2", 0 },
    { "questions/q5", "5", "Involved cases investigated", "Refused · as question 2", 0 },
    { "questions/q6", "6", "Yearly budget", "Disclosed", 0 },
    { "closing", NULL, "Closing paragraphs", "Re-use, review, complaint", 0 },
    { "attachments", NULL, "Attachments", "None", 0 },
    { "letters/response", NULL, "Response", "Draft", 0 },
  };

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   "FOI651119421 · CCE and CSE data");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const FoiOutlineFacts *facts = outline_line (fixture, i);

      g_assert_cmpstr (facts->place, ==, lines[i].place);
      g_assert_cmpstr (facts->number, ==, lines[i].number);
      g_assert_cmpstr (facts->title, ==, lines[i].title);
      g_assert_cmpstr (facts->subtitle, ==, lines[i].subtitle);
      g_assert_cmpuint (facts->n_todos, ==, lines[i].n_todos);
    }
  g_assert_cmpstr (outline_line (fixture, 10)->subtitle, ==, "9 rows · in question 3");
  g_assert_cmpstr (outline_line (fixture, 11)->subtitle, ==, "10 rows · in question 6");
  g_assert_null (ui_test_find_nth (fixture->window, FOI_TYPE_OUTLINE_ROW, 12));
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *action, *place, *selected;
  } steps[] = {
    { "win.question(3)", "questions/q3/answer", "questions/q3" },
    { "win.next-question", "questions/q4/answer", "questions/q4" },
    { "win.question(6)", "questions/q6/answer", "questions/q6" },
    { "win.next-question", "closing", "closing" },
    { "win.question(9)", "closing", "closing" },
    { "win.next-question", "questions/q1/answer", "questions/q1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (steps[i].action, &name, &target, NULL));
      g_assert_true (gtk_widget_activate_action_variant (fixture->window, name, target));
      ui_test_settle ();
      g_assert_cmpstr (foi_document_get_place (fixture->document), ==, steps[i].place);
      g_assert_cmpstr (selected_place (fixture), ==, steps[i].selected);
    }

  /* A table is at its question's line, unless its own was chosen. */
  foi_document_set_place (fixture->document, "tables/mash-calls");
  g_assert_cmpstr (selected_place (fixture), ==, "questions/q3");
  foi_document_set_place (fixture->document, "wording/review");
  g_assert_cmpstr (selected_place (fixture), ==, "closing");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  GtkWidget *undo = ui_test_find_action (fixture->window, "win.undo-case");
  GtkWidget *redo = ui_test_find_action (fixture->window, "win.redo-case");
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  FoiQuestion *question = foi_case_find_question (foi_case, "q3");
  g_autofree char *before = g_strdup (foi_question_get_answer (question));

  g_assert_false (gtk_widget_get_sensitive (undo));
  g_assert_false (gtk_widget_get_sensitive (redo));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo");

  ui_test_change_answer (fixture->document, "Twelve.");
  g_assert_true (gtk_widget_get_sensitive (undo));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo Change Answer");
  g_assert_true (is_enabled (fixture, "win.save"));

  act (fixture, "win.undo");
  ui_test_settle ();
  g_assert_cmpstr (foi_question_get_answer (question), ==, before);
  g_assert_false (gtk_widget_get_sensitive (undo));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (redo), ==, "Redo Change Answer");
  g_assert_false (foi_case_editor_is_modified (foi_document_get_editor (fixture->document)));
  /* There may be something in a field that is not in the case yet. */
  g_assert_true (is_enabled (fixture, "win.save"));

  act (fixture, "win.redo");
  ui_test_settle ();
  g_assert_cmpstr (foi_question_get_answer (question), ==, "Twelve.");
}

/* The example says of question 2 both that it is held and that finding out would cost too much. */
static void
mend_example (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  foi_case_editor_set_string (foi_document_get_editor (fixture->document), "questions/q2/held",
                              "cannot-confirm-within-limit", "Change Held", &error);
  g_assert_no_error (error);
  ui_test_settle ();
}

static void
test_todos (Fixture *fixture, gconstpointer data)
{
  GtkWidget *count = ui_test_find_action (fixture->window, "win.next-todo");
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (count)), ==, "1 to do");
  act (fixture, "win.next-todo");
  g_assert_cmpstr (foi_document_get_place (fixture->document), ==, "questions/q2/grounds");
  mend_example (fixture);
  g_assert_false (gtk_widget_get_visible (count));
  foi_document_go_to (fixture->document, "request");
  foi_case_editor_set_string (editor, "questions/q6/outcome", "open", "Change Outcome", &error);
  g_assert_no_error (error);
  foi_case_editor_set_string (editor, "request/received", NULL, "Change Receipt", &error);
  g_assert_no_error (error);
  ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (count));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (count)), ==, "2 to do");
  g_assert_cmpuint (outline_line (fixture, 0)->n_todos, ==, 1);
  g_assert_cmpuint (outline_line (fixture, 6)->n_todos, ==, 1);

  act (fixture, "win.next-todo");
  g_assert_cmpstr (foi_document_get_place (fixture->document), ==, "questions/q6/outcome");
  act (fixture, "win.next-todo");
  g_assert_cmpstr (foi_document_get_place (fixture->document), ==, "request/received");
}

static gboolean
is_checked (gpointer button)
{
  return gtk_widget_get_visible (button);
}

static gboolean
has_rows (gpointer popover)
{
  return ui_test_find (popover, FOI_TYPE_FINDING_ROW) != NULL;
}

static gboolean
says_five (gpointer button)
{
  return g_strcmp0 (gtk_menu_button_get_label (button), "5 to fix") == 0;
}

static gboolean
says_six (gpointer button)
{
  return g_strcmp0 (gtk_menu_button_get_label (button), "6 to fix") == 0;
}

/* The header counts what the checks find; the list follows what is accepted, and undo. */
static void
test_checks (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = ui_test_find_nth (fixture->window, GTK_TYPE_MENU_BUTTON, 0);
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  g_autoptr (GError) error = NULL;
  GtkWidget *popover;

  for (guint i = 1; !FOI_IS_FINDINGS_POPOVER (gtk_menu_button_get_popover (
         GTK_MENU_BUTTON (button))); i++)
    button = ui_test_find_nth (fixture->window, GTK_TYPE_MENU_BUTTON, i);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_true (ui_test_wait_until (is_checked, button, 5000));
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), ==, "6 to fix");
  act (fixture, "win.checks");
  g_assert_true (ui_test_wait_until (has_rows, popover, 5000));
  foi_case_editor_accept_finding (editor, "s12-2-but-held", "$.foi:case.questions[1].answer",
                                  "Agreed", foi_date_from_iso ("2024-11-27"), &error);
  g_assert_no_error (error);
  g_assert_true (ui_test_wait_until (says_five, button, 5000));
  g_assert_true (foi_document_undo (fixture->document));
  g_assert_true (ui_test_wait_until (says_six, button, 5000));
  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_test_settle ();
}

static const char *
get_authority (gpointer document)
{
  return foi_case_state_get_string (foi_case_get_state (foi_document_get_case (document)),
                                    "authority/name");
}

static gboolean
has_authority (gpointer document)
{
  return get_authority (document) != NULL;
}

static gboolean
has_window (gpointer type)
{
  return ui_test_find_window (GPOINTER_TO_SIZE (type)) != NULL;
}

/* A letter that nobody sends is a thing to do; there is offered what says who sends it. */
static void
test_authority (Fixture *fixture, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  JsonNode *authority = foi_case_state_get_node (foi_case_get_state (foi_case), "authority");
  g_autoptr (JsonNode) profile = json_node_ref (authority);
  g_autofree char *path = foi_settings_dup_authority_path (foi_settings_get_default ());
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *count = ui_test_find_action (fixture->window, "win.next-todo");
  g_autoptr (GError) error = NULL;

  mend_example (fixture);
  foi_case_editor_set_node (editor, "authority", NULL, "Remove Authority", &error);
  g_assert_no_error (error);
  ui_test_settle ();
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (count)), ==, "1 to do");

  act (fixture, "win.next-todo");
  g_assert_true (ui_test_wait_until (has_window, GSIZE_TO_POINTER (FOI_TYPE_PREFERENCES_WINDOW),
                                     3000));
  gtk_window_destroy (GTK_WINDOW (ui_test_find_window (FOI_TYPE_PREFERENCES_WINDOW)));

  foi_profile_save (profile, NULL, file, NULL, &error);
  g_assert_no_error (error);
  /* Clicked twice it still asks once. */
  gtk_widget_activate_action (fixture->window, "win.next-todo", NULL);
  act (fixture, "win.next-todo");
  g_assert_true (ui_test_wait_until (has_window, GSIZE_TO_POINTER (GTK_TYPE_MESSAGE_DIALOG), 3000));
  ui_test_settle ();
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Use This Profile");
  g_assert_true (ui_test_wait_until (has_authority, fixture->document, 3000));
  ui_test_settle ();
  g_assert_null (ui_test_find_window (GTK_TYPE_MESSAGE_DIALOG));
  g_assert_false (gtk_widget_get_visible (count));
  act (fixture, "win.undo");
  g_assert_null (get_authority (fixture->document));
  g_file_delete (file, NULL, &error);
  g_assert_no_error (error);
}

static void
test_questions (Fixture *fixture, gconstpointer data)
{
  GtkWidget *outline = ui_test_find (fixture->window, FOI_TYPE_OUTLINE);

  foi_document_set_place (fixture->document, "questions/q1");
  g_assert_true (gtk_widget_activate_action (outline, "outline.move-down", NULL));
  ui_test_settle ();
  g_assert_cmpstr (outline_line (fixture, 1)->place, ==, "questions/q2");
  g_assert_cmpstr (outline_line (fixture, 2)->place, ==, "questions/q1");
  g_assert_cmpstr (selected_place (fixture), ==, "questions/q1");

  g_assert_true (gtk_widget_activate_action (outline, "outline.delete", NULL));
  ui_test_settle ();
  g_assert_cmpstr (outline_line (fixture, 2)->place, ==, "questions/q3");
  g_assert_cmpstr (foi_document_get_place (fixture->document), ==, "questions/q3");
  g_assert_nonnull (foi_window_get_message (FOI_WINDOW (fixture->window)));

  act (fixture, "win.undo");
  act (fixture, "win.undo");
  ui_test_settle ();
  g_assert_cmpstr (outline_line (fixture, 1)->place, ==, "questions/q1");

  g_assert_true (gtk_widget_activate_action (outline, "outline.add-question", NULL));
  ui_test_settle ();
  g_assert_cmpstr (outline_line (fixture, 4)->title, ==, "New question");
  g_assert_cmpuint (outline_line (fixture, 4)->n_todos, ==, 1);
  act (fixture, "win.undo");
  ui_test_settle ();
  g_assert_cmpstr (selected_place (fixture), ==, "request");
}

static gboolean
is_popped_up (gpointer button)
{
  return gtk_widget_get_mapped (GTK_WIDGET (gtk_menu_button_get_popover (button)));
}

/* Opens something over the window: the menu of its nth button, or what an action opens. */
static gboolean
open_something (GtkWidget *window, guint n)
{
  static const struct
  {
    const char *action;
    GType (*get_type) (void);
  } actions[] = {
    { "outline.menu", foi_outline_get_type },
    { "table.note", foi_table_grid_get_type },
    { "table.column-menu", foi_table_grid_get_type },
  };
  GtkWidget *button;

  if (n < G_N_ELEMENTS (actions))
    {
      GtkWidget *widget = ui_test_find (window, actions[n].get_type ());

      gtk_widget_grab_focus (widget);
      g_assert_true (gtk_widget_activate_action (widget, actions[n].action, NULL));
      return TRUE;
    }
  button = ui_test_find_nth (window, GTK_TYPE_MENU_BUTTON, n - G_N_ELEMENTS (actions));
  if (button == NULL)
    return FALSE;
  if (gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  return TRUE;
}

/* A window takes along what is open over it, and the toolkit does not complain. */
static void
test_closed_with_popover (Fixture *fixture, gconstpointer data)
{
  gboolean was_open = TRUE;

  for (guint n = 0; was_open; n++)
    {
      FoiDocument *document = ui_test_open_example ();
      GtkWidget *window = ui_test_show (document);

      foi_document_set_place (document, "questions/q3");
      ui_test_settle ();
      was_open = open_something (window, n);
      ui_test_settle ();
      gtk_window_destroy (GTK_WINDOW (window));
      ui_test_wait_until (is_unshared, document, 3000);
      g_assert_finalize_object (document);
    }
}

/* Insert on a letter offers the types that the case's law has words for. */
static void
test_letters (Fixture *fixture, gconstpointer data)
{
  GtkWidget *outline = ui_test_find (fixture->window, FOI_TYPE_OUTLINE);
  GtkWidget *button = ui_test_find (outline, GTK_TYPE_MENU_BUTTON);
  GMenuModel *types = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;

  foi_document_set_place (fixture->document, outline_line (fixture, 9)->place);
  g_assert_true (g_str_has_prefix (selected_place (fixture), "letters/"));
  g_assert_true (gtk_widget_activate_action (outline, "outline.add", NULL));
  g_assert_true (ui_test_wait_until (is_popped_up, button, 5000));
  g_assert_cmpint (g_menu_model_get_n_items (types), >=, 7);
  g_assert_true (g_menu_model_get_item_attribute (types, 0, G_MENU_ATTRIBUTE_ACTION, "s", &action));
  target = g_menu_model_get_item_attribute_value (types, 0, G_MENU_ATTRIBUTE_TARGET, NULL);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  g_assert_true (gtk_widget_activate_action_variant (button, action, target));
  ui_test_settle ();
  g_assert_cmpstr (outline_line (fixture, 9)->title, ==, "Response");
  g_assert_cmpstr (outline_line (fixture, 10)->title, ==, "Acknowledgement");
  g_assert_cmpstr (selected_place (fixture), ==, outline_line (fixture, 10)->place);
  act (fixture, "win.undo");
  ui_test_settle ();
  g_assert_cmpstr (outline_line (fixture, 10)->subtitle, ==, "9 rows · in question 3");
}

static gboolean
is_narrow (gpointer panes)
{
  gboolean narrow;

  g_object_get (panes, "narrow", &narrow, NULL);
  return narrow;
}

static gboolean
letter_is_away (gpointer panes)
{
  return !gtk_widget_get_visible (foi_panes_get_child (panes, FOI_PANE_LETTER))
         || !gtk_widget_get_visible (foi_panes_get_child (panes, FOI_PANE_PAGE));
}

/* A window that is being laid out anew forgets a size it is asked for meanwhile. */
static void
resize (Fixture *fixture, int width)
{
  ui_test_resize (fixture->window, width, 600);
}

static void
test_widths (Fixture *fixture, gconstpointer data)
{
  FoiPanes *panes = FOI_PANES (ui_test_find (fixture->window, FOI_TYPE_PANES));

  g_assert_true (foi_panes_is_shown (panes, FOI_PANE_LETTER));
  act (fixture, "win.toggle-letter");
  g_assert_false (foi_panes_is_shown (panes, FOI_PANE_LETTER));
  act (fixture, "win.toggle-letter");

  resize (fixture, 860);
  g_assert_true (ui_test_wait_until (letter_is_away, panes, 3000));
  foi_panes_show (panes, FOI_PANE_PAGE);
  g_assert_true (foi_panes_is_shown (panes, FOI_PANE_OUTLINE));
  g_assert_true (foi_panes_is_shown (panes, FOI_PANE_PAGE));
  act (fixture, "win.toggle-letter");
  g_assert_true (foi_panes_is_shown (panes, FOI_PANE_LETTER));
  g_assert_false (foi_panes_is_shown (panes, FOI_PANE_PAGE));
  foi_document_go_to (fixture->document, "questions/q3");
  g_assert_true (foi_panes_is_shown (panes, FOI_PANE_PAGE));

  resize (fixture, 660);
  g_assert_true (ui_test_wait_until (is_narrow, panes, 3000));
  g_assert_false (foi_panes_is_shown (panes, FOI_PANE_OUTLINE));
  act (fixture, "win.toggle-outline");
  g_assert_true (foi_panes_is_shown (panes, FOI_PANE_OUTLINE));
  foi_document_go_to (fixture->document, "questions/q3");
  g_assert_false (foi_panes_is_shown (panes, FOI_PANE_OUTLINE));
}

/* A case is known by what it has: the number, what it is about, or neither yet. */
static void
test_title (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *reference, *subject, *title;
  } facts[] = {
    { "FOI1", "Calls", "FOI1 · Calls" },
    { "FOI1", NULL, "FOI1" },
    { NULL, "Calls", "Calls" },
    { "", "Calls", "Calls" },
    { NULL, NULL, "New Case" },
  };
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *title = NULL;

      foi_case_editor_set_string (editor, "/id", facts[i].reference, "Change Reference", NULL);
      foi_case_editor_set_string (editor, "/title", facts[i].subject, "Change Subject", NULL);
      title = foi_document_dup_title (fixture->document);
      g_assert_cmpstr (title, ==, facts[i].title);
    }
}

static gboolean
has_room (gpointer panes)
{
  return !letter_is_away (panes);
}

/* What a narrow window has no room for is not what a person chose: not for this window when it is
 * wide again, and not for the next. */
static void
test_narrow_for_a_while (Fixture *fixture, gconstpointer data)
{
  FoiPanes *panes = FOI_PANES (ui_test_find (fixture->window, FOI_TYPE_PANES));
  g_autoptr (FoiDocument) document = ui_test_open_example ();
  GtkWidget *next;

  resize (fixture, 860);
  g_assert_true (ui_test_wait_until (letter_is_away, panes, 3000));
  g_assert_true (foi_panes_is_shown (panes, FOI_PANE_PAGE));
  act (fixture, "win.toggle-letter");
  g_assert_true (foi_panes_is_shown (panes, FOI_PANE_LETTER));
  foi_document_go_to (fixture->document, "questions/q3");
  g_assert_true (foi_panes_is_shown (panes, FOI_PANE_PAGE));
  g_assert_false (foi_panes_is_shown (panes, FOI_PANE_LETTER));

  resize (fixture, 1300);
  g_assert_true (ui_test_wait_until (has_room, panes, 3000));
  next = ui_test_show (document);
  panes = FOI_PANES (ui_test_find (next, FOI_TYPE_PANES));
  g_assert_true (ui_test_wait_until (has_room, panes, 3000));
  gtk_window_destroy (GTK_WINDOW (next));
}

/* Each window is as a person left it, and only new ones begin as the last. */
static void
test_two_windows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiDocument) document = ui_test_open_example ();
  GtkWidget *other = ui_test_show (document);
  FoiPanes *panes = FOI_PANES (ui_test_find (other, FOI_TYPE_PANES));
  int before, after, height;

  gtk_window_get_default_size (GTK_WINDOW (other), &before, &height);
  act (fixture, "win.toggle-letter");
  resize (fixture, before - 50);
  ui_test_settle ();
  gtk_window_get_default_size (GTK_WINDOW (other), &after, &height);
  g_assert_cmpint (after, ==, before);
  g_assert_true (foi_panes_is_shown (panes, FOI_PANE_LETTER));

  act (fixture, "win.toggle-letter");
  resize (fixture, before);
  ui_test_settle ();
  gtk_window_destroy (GTK_WINDOW (other));
}

static void
test_message (Fixture *fixture, gconstpointer data)
{
  FoiWindow *window = FOI_WINDOW (fixture->window);

  g_assert_null (foi_window_get_message (window));
  foi_document_tell (fixture->document, "The table has no figures.");
  g_assert_cmpstr (foi_window_get_message (window), ==, "The table has no figures.");
}

/* A question that was removed and came back is edited as before: what is typed is in the case. */
static void
test_question_comes_back (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  GtkWidget *answer;

  foi_document_go_to (fixture->document, "questions/q5/answer");
  ui_test_settle ();
  g_assert_true (foi_case_editor_remove_question (editor, "q5", &error));
  ui_test_settle ();
  g_assert_true (foi_document_undo (fixture->document));
  ui_test_settle ();
  foi_document_go_to (fixture->document, "questions/q5/answer");
  ui_test_settle ();
  foi_case_editor_set_string (editor, "questions/q5/answer", "From elsewhere.", "Change", &error);
  ui_test_settle ();
  answer = ui_test_find (ui_test_find (fixture->window, FOI_TYPE_ANSWER_EDITOR),
                         GTK_TYPE_TEXT_VIEW);
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (answer)), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, "From elsewhere.");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (answer)),
                            "From elsewhere, and here.", -1);
  foi_document_commit (fixture->document);
  g_assert_cmpstr (foi_case_state_get_string (foi_case_get_state (foi_case), "questions/q5/answer"),
                   ==, "From elsewhere, and here.");
}

#define ADD(name, function) \
  g_test_add ("/window/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("outline", test_outline);
  ADD ("closed-with-popover", test_closed_with_popover);
  ADD ("letters", test_letters);
  ADD ("places", test_places);
  ADD ("undo", test_undo);
  ADD ("todos", test_todos);
  ADD ("checks", test_checks);
  ADD ("authority", test_authority);
  ADD ("questions", test_questions);
  ADD ("widths", test_widths);
  ADD ("title", test_title);
  ADD ("narrow-for-a-while", test_narrow_for_a_while);
  ADD ("two-windows", test_two_windows);
  ADD ("message", test_message);
  ADD ("question-comes-back", test_question_comes_back);
  return ui_test_run ();
}
