/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-almanac.h"
#include "foi-approve-send.h"
#include "foi-ask-drop.h"
#include "foi-ask-list.h"
#include "foi-ask-window.h"
#include "foi-case-approval.h"
#include "foi-case-asks.h"
#include "foi-import-window.h"
#include "foi-question-page.h"
#include "foi-window.h"
#include "ui-test.h"

/* The example in its window, at question 3, on 1 November 2024. */
typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;    /* weak */
} Fixture;

static FoiDate
tell_day (void)
{
  return foi_date_from_iso ("2024-11-01");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  foi_almanac_set_source (foi_almanac_get_default (), tell_day);
  fixture->document = ui_test_open_example ();
  g_set_weak_pointer (&fixture->window, ui_test_show (fixture->document));
  foi_document_go_to (fixture->document, "questions/q3/answer");
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  g_object_unref (fixture->document);
}

static FoiCaseState *
get_state (Fixture *fixture)
{
  return foi_case_get_state (foi_document_get_case (fixture->document));
}

static GtkWidget *
get_child (FoiAskWindow *window, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), FOI_TYPE_ASK_WINDOW,
                                                    name));
}

static void
type_into (FoiAskWindow *window, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (window, name)), text);
}

static FoiAskWindow *
open_window (Fixture *fixture)
{
  gtk_widget_activate_action (ui_test_find (fixture->window, FOI_TYPE_QUESTION_PAGE),
                              "question.ask", NULL);
  ui_test_settle ();
  return FOI_ASK_WINDOW (ui_test_find_window (FOI_TYPE_ASK_WINDOW));
}

static void
close_window (FoiAskWindow *window)
{
  GtkWidget *gone = NULL;

  g_set_weak_pointer (&gone, GTK_WIDGET (window));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &gone, 5000));
}

static gboolean
is_noted (gpointer window)
{
  return foi_ask_window_is_noted (window);
}

static const char *
get_problem (FoiAskWindow *window)
{
  return gtk_label_get_text (GTK_LABEL (get_child (window, "problem")));
}

static void
ask_highways (Fixture *fixture)
{
  FoiAskWindow *window = open_window (fixture);

  type_into (window, "service", "Highways");
  type_into (window, "contact", "roads@council.example");
  gtk_widget_activate_action (GTK_WIDGET (window), "draft.copy", NULL);
  g_assert_true (foi_ask_window_is_noted (window));
  close_window (window);
  ui_test_settle ();
}

static GtkWidget *
get_list (Fixture *fixture)
{
  return ui_test_find (fixture->window, FOI_TYPE_ASK_LIST);
}

static char *
dup_row (Fixture *fixture, guint n)
{
  GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_first_child (get_list (fixture)));

  while (n-- > 0 && row != NULL)
    row = gtk_widget_get_next_sibling (row);
  return row != NULL
           ? g_strdup (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (row)))) : NULL;
}

/* What is missing is said, and nothing can be given away before. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  FoiAskWindow *window = open_window (fixture);
  static const struct
  {
    const char *service, *wanted, *problem;
  } forms[] = {
    { "", "13 November 2024", "Say which service is asked" },
    { "Highways", "31 October 2024",
      "The answer cannot be wanted before the service is asked" },
    { "Highways", "soon", NULL },
    { "Highways", "", "" },
    { "Highways", "13/11/2024", "" },
  };

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child (window, "wanted_by"))), ==,
                   "13 November 2024");
  /* Before anything was typed nothing is wrong. */
  g_assert_cmpstr (get_problem (window), ==, "Say which service is asked");
  g_assert_false (gtk_widget_has_css_class (get_child (window, "problem"), "foi-problem"));
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const gboolean good = forms[i].problem != NULL && forms[i].problem[0] == '\0';

      g_test_message ("%s, %s", forms[i].service, forms[i].wanted);
      type_into (window, "service", forms[i].service);
      type_into (window, "wanted_by", forms[i].wanted);
      if (forms[i].problem != NULL)
        g_assert_cmpstr (get_problem (window), ==, forms[i].problem);
      g_assert_cmpint (foi_ask_window_get_mail (window) != NULL, ==, good);
      g_assert_cmpint (gtk_widget_get_sensitive (get_child (window, "buttons")), ==, good);
      g_assert_cmpint (gtk_widget_get_visible (get_child (window, "problem")), ==, !good);
      g_assert_true (i == 0 || good
                     || gtk_widget_has_css_class (get_child (window, "problem"), "foi-problem"));
    }
  type_into (window, "wanted_by", "27 November 2024");
  g_assert_cmpstr (get_problem (window), ==,
                   "That is the last day for our letter: no day is left to write it");
  g_assert_nonnull (foi_ask_window_get_mail (window));
  close_window (window);
  g_assert_cmpuint (foi_case_state_get_n_asks (get_state (fixture), "q3"), ==, 0);
}

/* The draft is shown as it goes; copying it notes it, as one command. */
static void
test_ask (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  g_autofree char *words = NULL;
  FoiAsk ask;

  g_assert_false (gtk_widget_get_visible (get_list (fixture)));
  ask_highways (fixture);
  g_assert_true (foi_case_state_get_ask (get_state (fixture), "q3", 0, &ask));
  g_assert_cmpstr (ask.service, ==, "Highways");
  g_assert_cmpstr (ask.contact, ==, "roads@council.example");
  g_assert_cmpint (ask.asked, ==, tell_day ());
  g_assert_cmpint (ask.wanted_by, ==, foi_date_from_iso ("2024-11-13"));
  g_assert_true (gtk_widget_get_visible (get_list (fixture)));
  words = dup_row (fixture, 0);
  g_assert_cmpstr (words, ==, "Highways, asked Fri 1 Nov. Waiting, wanted by Wed 13 Nov.");
  g_assert_cmpstr (foi_case_editor_get_undo_label (editor), ==, "Ask Service");
  foi_document_undo (fixture->document);
  ui_test_settle ();
  g_assert_cmpuint (foi_case_state_get_n_asks (get_state (fixture), "q3"), ==, 0);
  g_assert_false (gtk_widget_get_visible (get_list (fixture)));
}

/* Several questions are one mail, and one command. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  FoiAskWindow *window = open_window (fixture);
  GtkWidget *check = ui_test_find (get_child (window, "questions"), GTK_TYPE_CHECK_BUTTON);

  type_into (window, "service", "Highways");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_nonnull (strstr (foi_ask_window_get_mail (window)->text, "Question 1\n"));
  g_assert_nonnull (strstr (foi_ask_window_get_mail (window)->text, "Question 3\n"));
  g_assert_null (strstr (foi_ask_window_get_mail (window)->text, "Question 2\n"));
  gtk_widget_activate_action (GTK_WIDGET (window), "draft.copy", NULL);
  close_window (window);
  g_assert_cmpuint (foi_case_state_get_n_asks (get_state (fixture), "q1"), ==, 1);
  g_assert_cmpuint (foi_case_state_get_n_asks (get_state (fixture), "q3"), ==, 1);
  foi_document_undo (fixture->document);
  g_assert_cmpuint (foi_case_state_get_n_asks (get_state (fixture), "q1"), ==, 0);
  g_assert_cmpuint (foi_case_state_get_n_asks (get_state (fixture), "q3"), ==, 0);
}

static gboolean
is_gone (gpointer data)
{
  return *(GtkWidget **) data == NULL;
}

/* A draft that is saved is a mail, and is noted; one that cannot be is told, and is not. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  FoiAskWindow *window = open_window (fixture);
  g_autofree char *folder = g_dir_make_tmp ("foi-ask-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "draft.eml", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no-such-folder", "draft.eml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) lost = g_file_new_for_path (nowhere);
  g_autofree char *written = NULL;

  type_into (window, "service", "Highways");
  foi_ask_window_save (window, lost);
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, get_child (window, "told"), 10000));
  g_assert_false (foi_ask_window_is_noted (window));
  foi_ask_window_save (window, file);
  g_assert_true (ui_test_wait_until (is_noted, window, 10000));
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_nonnull (strstr (written, "\r\nX-Unsent: 1\r\n"));
  close_window (window);
}

/* A window that is closed while a draft is being saved goes when that is done and noted; or it is
 * there again, and says why it was not. */
static void
test_close_meanwhile (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (open_window (fixture));
  g_autofree char *folder = g_dir_make_tmp ("foi-ask-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "draft.eml", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no-such-folder", "draft.eml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) lost = g_file_new_for_path (nowhere);

  type_into (FOI_ASK_WINDOW (window), "service", "Highways");
  foi_ask_window_save (FOI_ASK_WINDOW (window), lost);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (ui_test_wait_until (ui_test_is_mapped,
                                     get_child (FOI_ASK_WINDOW (window), "told"), 10000));
  g_assert_cmpuint (foi_case_state_get_n_asks (get_state (fixture), "q3"), ==, 0);
  foi_ask_window_save (FOI_ASK_WINDOW (window), file);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (ui_test_wait_until (is_gone, &window, 10000));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (foi_case_state_get_n_asks (get_state (fixture), "q3"), ==, 1);
}

/* Returns: (nullable): the window of that title. */
static GtkWidget *
find_dialog (const char *title)
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

/* Who was asked is chased in a window of its own, then has answered, is waited for again, goes. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  FoiAskWindow *window;
  FoiAsk ask;

  ask_highways (fixture);
  gtk_widget_activate_action (get_list (fixture), "ask.chase", "u", 0);
  ui_test_settle ();
  window = FOI_ASK_WINDOW (ui_test_find_window (FOI_TYPE_ASK_WINDOW));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Chase Highways");
  g_assert_nonnull (strstr (foi_ask_window_get_mail (window)->text, "we wrote:\n> Dear colleague"));
  g_assert_nonnull (strstr (foi_ask_window_get_mail (window)->text, "\n> Question 3\n"));
  gtk_widget_activate_action (GTK_WIDGET (window), "draft.note", NULL);
  ui_test_settle ();
  foi_case_state_get_ask (get_state (fixture), "q3", 0, &ask);
  g_assert_cmpint (ask.chased, ==, tell_day ());

  gtk_widget_activate_action (get_list (fixture), "ask.answered", "u", 0);
  ui_test_settle ();
  g_signal_emit_by_name (ui_test_find_button (find_dialog ("Service Answered"), "_Answered"),
                         "clicked");
  foi_case_state_get_ask (get_state (fixture), "q3", 0, &ask);
  g_assert_cmpint (ask.answered, ==, tell_day ());
  gtk_widget_activate_action (get_list (fixture), "ask.again", "u", 0);
  foi_case_state_get_ask (get_state (fixture), "q3", 0, &ask);
  g_assert_cmpint (ask.answered, ==, FOI_DATE_NONE);
  gtk_widget_activate_action (get_list (fixture), "ask.remove", "u", 0);
  g_assert_cmpuint (foi_case_state_get_n_asks (get_state (fixture), "q3"), ==, 0);
}

/* What was asked without a draft of ours is said once more, and not quoted. */
static void
test_unknown_text (Fixture *fixture, gconstpointer data)
{
  FoiAskWindow *window = open_window (fixture);
  FoiAsk ask;

  type_into (window, "service", "Highways");
  gtk_widget_activate_action (GTK_WIDGET (window), "draft.note", NULL);
  ui_test_settle ();
  g_assert_true (foi_case_state_get_ask (get_state (fixture), "q3", 0, &ask));
  g_assert_cmpstr (ask.text, ==, "");
  gtk_widget_activate_action (get_list (fixture), "ask.chase", "u", 0);
  ui_test_settle ();
  window = FOI_ASK_WINDOW (ui_test_find_window (FOI_TYPE_ASK_WINDOW));
  g_assert_nonnull (strstr (foi_ask_window_get_mail (window)->text, "we asked you for this:\n\n"
                                                                    "Question 3\n"));
  g_assert_null (strstr (foi_ask_window_get_mail (window)->text, "> "));
  close_window (window);
}

static gboolean
is_answered (gpointer data)
{
  FoiAsk ask;

  return foi_case_state_get_ask (get_state (data), "q3", 0, &ask)
         && ask.answered == tell_day ();
}

static gboolean
is_asked_which (gpointer data)
{
  return find_dialog ("Service Answered") != NULL;
}

static GFile *
write_file (const char *name, const char *contents)
{
  g_autofree char *folder = g_dir_make_tmp ("foi-ask-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  return g_file_new_for_path (path);
}

/* The words of a mail go into the answer, and the one service that is waited for has answered. */
static void
test_drop_mail (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file ("Re FOI.EML", "Subject: Re\r\n\r\nTwelve of them.\r\n");
  g_autofree char *before = NULL;
  const char *answer;

  ask_highways (fixture);
  before = g_strdup (foi_case_state_get_string (get_state (fixture), "questions/q3/answer"));
  g_assert_true (foi_ask_drop_takes (file));
  foi_ask_drop (GTK_WINDOW (fixture->window), fixture->document, "q3", file);
  g_assert_true (ui_test_wait_until (is_answered, fixture, 10000));
  answer = foi_case_state_get_string (get_state (fixture), "questions/q3/answer");
  g_assert_true (g_str_has_prefix (answer, before));
  g_assert_true (g_str_has_suffix (answer, "\n\nTwelve of them."));
  foi_document_undo (fixture->document);
  foi_document_undo (fixture->document);
  g_assert_cmpstr (foi_case_state_get_string (get_state (fixture), "questions/q3/answer"), ==,
                   before);
}

/* Of several services it is asked which answered, and none is guessed. */
static void
test_drop_of_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file ("answer.txt", "Twelve of them.\n");
  const FoiAsk parks = { .service = "Parks", .asked = tell_day () };
  GtkWidget *dialog, *button;

  ask_highways (fixture);
  g_assert_true (foi_case_editor_ask (foi_document_get_editor (fixture->document), "q3", &parks,
                                      NULL));
  foi_ask_drop (GTK_WINDOW (fixture->window), fixture->document, "q3", file);
  g_assert_true (ui_test_wait_until (is_asked_which, NULL, 10000));
  dialog = find_dialog ("Service Answered");
  button = ui_test_find_button (dialog, "_Answered");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_test_find (dialog, GTK_TYPE_CHECK_BUTTON)),
                               TRUE);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (is_answered (fixture));
}

/* A file that says nothing changes nothing. */
static gboolean
was_told (gpointer told)
{
  return *(char **) told != NULL;
}

static void
message_cb (FoiDocument *document, const char *text, char **told)
{
  g_free (*told);
  *told = g_strdup (text);
}

static void
test_drop_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file ("empty.txt", " \n");
  g_autofree char *told = NULL;
  FoiCaseState *before = get_state (fixture);
  gulong handler = g_signal_connect (fixture->document, "message", G_CALLBACK (message_cb), &told);

  foi_ask_drop (GTK_WINDOW (fixture->window), fixture->document, "q3", file);
  g_assert_true (ui_test_wait_until (was_told, &told, 10000));
  g_assert_nonnull (strstr (told, "“empty.txt” cannot be taken in."));
  g_assert_true (get_state (fixture) == before);
  g_signal_handler_disconnect (fixture->document, handler);
}

/* Figures go through the import; closing it without one notes nothing. */
static gboolean
is_ready (gpointer window)
{
  return !foi_import_window_is_busy (window) && foi_import_window_get_made (window) != NULL;
}

static void
test_drop_figures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file ("question-3.csv", "Period,Number\n2022,12\n2023,14\n");
  FoiImportWindow *window;
  GPtrArray *tables;
  FoiAsk ask;

  ask_highways (fixture);
  for (guint i = 0; i < 2; i++)
    {
      foi_ask_drop (GTK_WINDOW (fixture->window), fixture->document, "q3", file);
      ui_test_settle ();
      window = FOI_IMPORT_WINDOW (ui_test_find_window (FOI_TYPE_IMPORT_WINDOW));
      g_assert_true (ui_test_wait_until (is_ready, window, 10000));
      if (i == 0)
        {
          gtk_window_close (GTK_WINDOW (window));
          ui_test_settle ();
          foi_case_state_get_ask (get_state (fixture), "q3", 0, &ask);
          g_assert_cmpint (ask.answered, ==, FOI_DATE_NONE);
        }
      else
        foi_import_window_apply (window);
    }
  g_assert_true (ui_test_wait_until (is_answered, fixture, 10000));
  /* The service got the file by that name; the letter calls the table as its question. */
  tables = foi_case_state_get_tables (get_state (fixture));
  g_assert_cmpstr (foi_table_data_get_title (g_ptr_array_index (tables, tables->len - 1)), ==,
                   "Calls to the MASH helpline");
}

/* The whole letter is approved by somebody, as one command; without a name nothing is. */
static void
test_approve (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dialog, *button;
  FoiApproval approval;

  gtk_widget_activate_action (fixture->window, "win.approve", NULL);
  ui_test_settle ();
  dialog = find_dialog ("Approve");
  button = ui_test_find_button (dialog, "_Approve");
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_ENTRY)), "D. Head");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_test_settle ();
  foi_case_state_get_approval (get_state (fixture), "q1", &approval);
  g_assert_cmpint (approval.state, ==, FOI_APPROVAL_GIVEN);
  g_assert_cmpstr (approval.by, ==, "D. Head");
  foi_case_state_get_approval (get_state (fixture), "q6", &approval);
  g_assert_cmpint (approval.state, ==, FOI_APPROVAL_GIVEN);
  foi_document_undo (fixture->document);
  foi_case_state_get_approval (get_state (fixture), "q6", &approval);
  g_assert_cmpint (approval.state, ==, FOI_APPROVAL_NONE);
}

static void
mail_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GBytes **eml = user_data;

  *eml = foi_approve_make_mail_finish (result, NULL);
}

static gboolean
is_made (gpointer eml)
{
  return *(GBytes **) eml != NULL;
}

/* The mail for whoever is to agree is made while the person goes on; nothing is noted. */
static void
test_send_for_approval (Fixture *fixture, gconstpointer data)
{
  FoiCaseState *before = get_state (fixture);
  GBytes *eml = NULL;
  g_autofree char *text = NULL;

  foi_approve_make_mail_async (fixture->document, "D. Head <head@council.example>", mail_made_cb,
                               &eml);
  g_assert_true (ui_test_wait_until (is_made, &eml, 30000));
  text = g_strndup (g_bytes_get_data (eml, NULL), g_bytes_get_size (eml));
  g_assert_nonnull (strstr (text, "\r\nTo: head@council.example\r\n"));
  g_assert_nonnull (strstr (text, "\r\nContent-Type: application/pdf\r\n"));
  g_assert_true (get_state (fixture) == before);
  g_bytes_unref (eml);
}

/* Who was asked before is reached as before. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  FoiAskWindow *window;

  ask_highways (fixture);
  foi_document_go_to (fixture->document, "questions/q1/answer");
  ui_test_settle ();
  window = open_window (fixture);
  type_into (window, "service", "highWAYS");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_child (window, "contact"))), ==,
                   "roads@council.example");
  close_window (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/ask/form", Fixture, NULL, set_up, test_form, tear_down);
  g_test_add ("/ask/ask", Fixture, NULL, set_up, test_ask, tear_down);
  g_test_add ("/ask/several", Fixture, NULL, set_up, test_several, tear_down);
  g_test_add ("/ask/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/ask/close-meanwhile", Fixture, NULL, set_up, test_close_meanwhile, tear_down);
  g_test_add ("/ask/follow", Fixture, NULL, set_up, test_follow, tear_down);
  g_test_add ("/ask/unknown-text", Fixture, NULL, set_up, test_unknown_text, tear_down);
  g_test_add ("/ask/drop-mail", Fixture, NULL, set_up, test_drop_mail, tear_down);
  g_test_add ("/ask/drop-of-several", Fixture, NULL, set_up, test_drop_of_several, tear_down);
  g_test_add ("/ask/drop-nothing", Fixture, NULL, set_up, test_drop_nothing, tear_down);
  g_test_add ("/ask/drop-figures", Fixture, NULL, set_up, test_drop_figures, tear_down);
  g_test_add ("/ask/approve", Fixture, NULL, set_up, test_approve, tear_down);
  g_test_add ("/ask/send-for-approval", Fixture, NULL, set_up, test_send_for_approval, tear_down);
  g_test_add ("/ask/names", Fixture, NULL, set_up, test_names, tear_down);
  return ui_test_run ();
}
