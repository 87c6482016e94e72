/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-new-case-window.h"
#include "foi-proposal-list.h"
#include "foi-settings.h"
#include "foi-window.h"
#include "ui-test.h"

#include <glib/gstdio.h>

#define REQUEST \
  "From: Priya Patel <priya.patel@example.org>\n" \
  "Sent: Wednesday, 30 October 2024 14:12\n" \
  "To: FOI <foi@example.gov.uk>\n" \
  "Subject: FOI request - parking penalties\n\n" \
  "Dear Sir or Madam,\n\n" \
  "Please send me, for 2019/20 to 2023/24:\n\n" \
  "1. How many penalty charge notices were issued in each year?\n" \
  "2. The total income from penalty charge notices in each year.\n\n" \
  "Yours faithfully,\n\nMs Priya Patel\n"

typedef struct
{
  GtkWidget *window;    /* weak */
} Fixture;

/* @data: (nullable): what the file of the authority's profile has in it */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *profile = foi_settings_dup_authority_path (foi_settings_get_default ());
  g_autofree char *folder = g_path_get_dirname (profile);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  if (data != NULL)
    g_assert_true (g_file_set_contents (profile, data, -1, NULL));
  else
    g_unlink (profile);
  g_action_group_activate_action (G_ACTION_GROUP (ui_test_get_application ()), "new", NULL);
  g_set_weak_pointer (&fixture->window, ui_test_find_window (FOI_TYPE_NEW_CASE_WINDOW));
  g_assert_nonnull (fixture->window);
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, fixture->window, 5000));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
}

static GtkWidget *
get_child (Fixture *fixture, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (fixture->window, FOI_TYPE_NEW_CASE_WINDOW,
                                                    name));
}

static const char *
get_text (Fixture *fixture, const char *name)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_child (fixture, name)));
}

static void
set_text (Fixture *fixture, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (fixture, name)), text);
}

static FoiProposalList *
get_list (Fixture *fixture)
{
  return FOI_PROPOSAL_LIST (ui_test_find (fixture->window, FOI_TYPE_PROPOSAL_LIST));
}

static gboolean
has_proposal (gpointer list)
{
  return foi_proposal_list_get (list) != NULL;
}

static void
paste (Fixture *fixture, const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (get_child (fixture, "text"));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
  g_assert_true (ui_test_wait_until (has_proposal, get_list (fixture), 5000));
}

static guint
count_questions (Fixture *fixture)
{
  return foi_proposal_list_get (get_list (fixture))->questions->len;
}

static void
select_words (Fixture *fixture, const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_child (fixture, "text")));
  GtkTextIter start, from, to;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, words, 0, &from, &to, NULL));
  gtk_text_buffer_select_range (buffer, &from, &to);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->window, action, NULL));
}

static void
test_recognised (Fixture *fixture, gconstpointer data)
{
  GtkWidget *choice;

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == get_child (fixture, "text"));
  g_assert_true (gtk_widget_get_visible (get_child (fixture, "hint")));
  paste (fixture, REQUEST);
  g_assert_false (gtk_widget_get_visible (get_child (fixture, "hint")));
  g_assert_cmpstr (get_text (fixture, "name"), ==, "Priya Patel");
  g_assert_cmpstr (get_text (fixture, "salutation"), ==, "Ms Patel");
  g_assert_cmpstr (get_text (fixture, "email"), ==, "priya.patel@example.org");
  g_assert_cmpuint (count_questions (fixture), ==, 2);

  /* The day of receipt is proposed, and only a person takes it. */
  g_assert_cmpstr (get_text (fixture, "received"), ==, "");
  choice = gtk_widget_get_first_child (get_child (fixture, "received_choices"));
  g_assert_nonnull (choice);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (choice)), ==,
                   "Use Wednesday 30 October 2024");
  g_signal_emit_by_name (choice, "clicked");
  g_assert_cmpstr (get_text (fixture, "received"), ==, "30 October 2024");
}

static void
test_corrections_stay (Fixture *fixture, gconstpointer data)
{
  paste (fixture, REQUEST);
  set_text (fixture, "name", "P. Patel");
  paste (fixture, "From: Sam Lee <sam.lee@example.org>\nSubject: Trees\n\nHow many trees fell?\n");
  g_assert_cmpstr (get_text (fixture, "name"), ==, "P. Patel");
  g_assert_cmpstr (get_text (fixture, "email"), ==, "sam.lee@example.org");
}

/* The law is the one that the request names, where it names one; a person's choice stays. */
static void
test_law (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *sentence;
    guint       regime;    /* in the list: FOIA, EIR, FOISA, EISR */
  } facts[] = {
    { "Under the Environmental Information Regulations 2004, how many trees fell?", 1 },
    { "How many trees fell?", 0 },
    { "Under the Freedom of Information (Scotland) Act 2002, how many trees fell?", 2 },
    { "Under the Environmental Information (Scotland) Regulations, how many trees fell?", 3 },
    { "Under the Freedom of Information Act or the Environmental Information Regulations, how "
      "many trees fell?", 0 },
  };
  GtkDropDown *law = GTK_DROP_DOWN (get_child (fixture, "regime"));

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      paste (fixture, facts[i].sentence);
      g_assert_cmpuint (gtk_drop_down_get_selected (law), ==, facts[i].regime);
    }
  gtk_drop_down_set_selected (law, 3);
  paste (fixture, facts[0].sentence);
  g_assert_cmpuint (gtk_drop_down_get_selected (law), ==, 3);
}

static GtkDropTarget *
find_drop (Fixture *fixture)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static void
test_dropped (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "foi-dropped.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  GSList files = { file, NULL };
  gboolean taken = FALSE;

  g_assert_true (g_file_set_contents (path, REQUEST, -1, &error));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  g_signal_emit_by_name (find_drop (fixture), "drop", &value, 0.0, 0.0, &taken);
  g_assert_true (taken);
  g_assert_true (ui_test_wait_until (has_proposal, get_list (fixture), 5000));
  g_assert_cmpuint (count_questions (fixture), ==, 2);
  g_remove (path);
}

static void
test_questions (Fixture *fixture, gconstpointer data)
{
  paste (fixture, REQUEST);
  select_words (fixture, "Please send me");
  act (fixture, "new-case.make-question");
  g_assert_cmpuint (count_questions (fixture), ==, 3);
  act (fixture, "new-case.undo-questions");
  g_assert_cmpuint (count_questions (fixture), ==, 2);
  g_assert_false (foi_proposal_list_split (get_list (fixture), 1));
}

static const char *
get_label (Fixture *fixture, guint question)
{
  return foi_question_proposal_get (foi_proposal_list_get (get_list (fixture)), question)->label;
}

/* What is typed into a name is one thing to undo, and later things do not take it along. */
static void
test_rename (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  g_autofree char *proposed = NULL;

  paste (fixture, REQUEST);
  proposed = g_strdup (get_label (fixture, 0));
  entry = ui_test_find (GTK_WIDGET (get_list (fixture)), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Noti");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Notices");
  g_assert_cmpstr (get_label (fixture, 0), ==, "Notices");
  select_words (fixture, "Please send me");
  act (fixture, "new-case.make-question");
  act (fixture, "new-case.undo-questions");
  g_assert_cmpstr (get_label (fixture, 0), ==, "Notices");
  act (fixture, "new-case.undo-questions");
  g_assert_cmpstr (get_label (fixture, 0), ==, proposed);
  g_assert_false (foi_proposal_list_can_undo (get_list (fixture)));
}

static gboolean
is_read (gpointer list)
{
  FoiQuestionProposal *proposal = foi_proposal_list_get (list);

  return proposal != NULL && g_str_has_prefix (proposal->text, "Received by post.");
}

/* A word put right in the text does not undo what was done to the questions. */
static void
test_edits_stay (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_child (fixture, "text")));
  GtkWidget *entry;
  GtkTextIter start;

  paste (fixture, REQUEST);
  select_words (fixture, "Please send me");
  act (fixture, "new-case.make-question");
  entry = ui_test_find_nth (GTK_WIDGET (get_list (fixture)), GTK_TYPE_ENTRY, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Notices");
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_insert (buffer, &start, "Received by post.\n", -1);
  g_assert_true (ui_test_wait_until (is_read, get_list (fixture), 5000));
  g_assert_cmpuint (count_questions (fixture), ==, 3);
  g_assert_cmpstr (get_label (fixture, 1), ==, "Notices");
  act (fixture, "new-case.undo-questions");
  g_assert_cmpuint (count_questions (fixture), ==, 2);
  g_assert_cmpstr (get_label (fixture, 0), !=, "Notices");

  /* Of another request nothing is kept. */
  act (fixture, "new-case.make-question");
  gtk_text_buffer_set_text (buffer, "Received by post.\n\nHow many trees fell?\n", -1);
  g_assert_true (ui_test_wait_until (is_read, get_list (fixture), 5000));
  g_assert_cmpuint (count_questions (fixture), ==, 1);
}

static FoiWindow *
wait_for_case (void)
{
  GtkWidget *window = ui_test_find_window (FOI_TYPE_WINDOW);

  g_assert_nonnull (window);
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  return FOI_WINDOW (window);
}

static void
test_create (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *path, *text;
  } facts[] = {
    { "/id", "FOI/2024/0117" },
    { "request/text", REQUEST },
    { "request/received", "2024-10-31" },
    { "request/channel", "email" },
    { "request/requester/name", "Priya Patel" },
    { "request/requester/salutation", "Ms Patel" },
    { "request/requester/email", "priya.patel@example.org" },
    { "period/from", "2019/20" },
    { "period/to", "2023/24" },
    { "questions/q1/text", "How many penalty charge notices were issued in each year?" },
    { "questions/q2/text", "The total income from penalty charge notices in each year." },
    { "questions/q2/number", "2" },
    { "questions/q2/outcome", "open" },
  };
  FoiWindow *window;
  FoiCaseState *state;

  act (fixture, "new-case.create");
  g_assert_null (ui_test_find_window (FOI_TYPE_WINDOW));
  paste (fixture, REQUEST);
  act (fixture, "new-case.create");
  g_assert_null (ui_test_find_window (FOI_TYPE_WINDOW));
  set_text (fixture, "reference", "FOI/2024/0117");
  set_text (fixture, "received", "03/04/2024");
  act (fixture, "new-case.create");
  g_assert_null (ui_test_find_window (FOI_TYPE_WINDOW));
  set_text (fixture, "received", "31 Oct 2024");
  act (fixture, "new-case.create");

  window = wait_for_case ();
  state = foi_case_get_state (foi_document_get_case (foi_window_get_document (window)));
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_assert_cmpstr (foi_case_state_get_string (state, facts[i].path), ==, facts[i].text);
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

static gboolean
says_fault (gpointer fixture)
{
  GtkWidget *problem = get_child (fixture, "problem");

  return gtk_widget_get_visible (problem)
         && g_str_has_suffix (gtk_label_get_label (GTK_LABEL (problem)),
                              "Create the case once more to make it without the profile.");
}

/* Whoever is quick is stopped once by a profile that cannot be read, whenever that is found out. */
static void
test_bad_profile (Fixture *fixture, gconstpointer data)
{
  FoiWindow *window;
  FoiCaseState *state;

  paste (fixture, REQUEST);
  set_text (fixture, "reference", "FOI/2024/0118");
  set_text (fixture, "received", "31 Oct 2024");
  act (fixture, "new-case.create");
  g_assert_true (ui_test_wait_until (says_fault, fixture, 5000));
  g_assert_null (ui_test_find_window (FOI_TYPE_WINDOW));
  act (fixture, "new-case.create");
  window = wait_for_case ();
  state = foi_case_get_state (foi_document_get_case (foi_window_get_document (window)));
  g_assert_null (foi_case_state_get_node (state, "authority"));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

#define ADD(name, function) \
  g_test_add ("/new-case/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("recognised", test_recognised);
  ADD ("corrections-stay", test_corrections_stay);
  ADD ("law", test_law);
  ADD ("dropped", test_dropped);
  ADD ("questions", test_questions);
  ADD ("rename", test_rename);
  ADD ("edits-stay", test_edits_stay);
  ADD ("create", test_create);
  g_test_add ("/new-case/bad-profile", Fixture, "{ \"format\": 7 }", set_up, test_bad_profile,
              tear_down);
  return ui_test_run ();
}
