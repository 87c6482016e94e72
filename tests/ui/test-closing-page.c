/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-case-facts.h"
#include "foi-closing-page.h"
#include "foi-composer.h"
#include "foi-issue.h"
#include "foi-letter-writers.h"
#include "foi-paragraph-row.h"
#include "foi-particular-row.h"
#include "foi-window.h"
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
  foi_document_go_to (fixture->document, "closing");
  ui_test_settle ();
  fixture->page = ui_test_find (fixture->window, FOI_TYPE_CLOSING_PAGE);
  g_assert_nonnull (fixture->page);
  g_assert_true (gtk_widget_get_mapped (fixture->page));
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

static FoiParagraphRow *
row_of (Fixture *fixture, const char *paragraph)
{
  GtkWidget *row = foi_closing_page_find_row (FOI_CLOSING_PAGE (fixture->page), paragraph);

  g_assert_nonnull (row);
  return FOI_PARAGRAPH_ROW (row);
}

static GtkTextBuffer *
buffer_of (Fixture *fixture, const char *paragraph)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (row_of (fixture, paragraph)), GTK_TYPE_TEXT_VIEW);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static char *
dup_words (Fixture *fixture, const char *paragraph)
{
  GtkTextBuffer *buffer = buffer_of (fixture, paragraph);
  GtkTextIter start, end;

  /* With what is not shown: the brackets around words of the law. */
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static const char *
own_words (Fixture *fixture, const char *paragraph)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (fixture->document));
  g_autofree char *path = g_strconcat ("letters/response/paragraphs/", paragraph, NULL);

  return foi_case_state_get_string (state, path);
}

/* What each row of the example says of itself: most of the wording is the authority's. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *paragraph, *remark;
  } facts[] = {
    { "opening", "Changed in this letter only. It differs from the standard wording." },
    { "request-intro", "" },
    { "attachments", "Not in this letter: what it is about does not arise." },
    { "re-use", "The authority’s own wording." },
    { "accessible", "Left out: the authority’s wording has no such paragraph." },
    { "quote-reference", "The authority’s own wording." },
    { "valediction", "" },
  };
  g_autofree char *words = dup_words (fixture, "quote-reference");

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_assert_cmpstr (foi_paragraph_row_get_remark (row_of (fixture, facts[i].paragraph)), ==,
                     facts[i].remark);
  g_assert_cmpstr (words, ==,
                   "Please give the reference at the top of this letter when you reply.");
}

static void
test_reword (Fixture *fixture, gconstpointer data)
{
  FoiCaseEditor *editor = foi_document_get_editor (fixture->document);
  g_autofree char *restored = NULL;

  gtk_text_buffer_set_text (buffer_of (fixture, "request-intro"), "We write about {subject}.", -1);
  ui_test_settle ();
  g_assert_cmpstr (own_words (fixture, "request-intro"), ==, "We write about {subject}.");
  g_assert_cmpstr (foi_paragraph_row_get_remark (row_of (fixture, "request-intro")), ==,
                   "Changed in this letter only. It differs from the standard wording.");
  g_assert_cmpstr (foi_case_editor_get_undo_label (editor), ==, "Change Wording");

  gtk_text_buffer_set_text (buffer_of (fixture, "review"), "", -1);
  ui_test_settle ();
  g_assert_cmpstr (own_words (fixture, "review"), ==, "");
  g_assert_cmpstr (foi_paragraph_row_get_remark (row_of (fixture, "review")), ==,
                   "Left out of this letter. The authority’s wording has it.");

  foi_paragraph_row_restore (row_of (fixture, "review"));
  ui_test_settle ();
  g_assert_null (own_words (fixture, "review"));
  restored = dup_words (fixture, "review");
  g_assert_true (g_str_has_prefix (restored, "If you are not content"));

  /* Words typed back to what they were are no change. */
  gtk_text_buffer_set_text (buffer_of (fixture, "review"), "Other", -1);
  g_assert_cmpstr (own_words (fixture, "review"), ==, "Other");
  gtk_text_buffer_set_text (buffer_of (fixture, "review"), restored, -1);
  g_assert_null (own_words (fixture, "review"));
}

/* Types at a place as a person does, who cannot type everywhere. */
static gboolean
type_at (GtkTextBuffer *buffer, const char *before, const char *typed)
{
  GtkTextIter start, found;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, before, GTK_TEXT_SEARCH_TEXT_ONLY, &found,
                                               NULL, NULL));
  return gtk_text_buffer_insert_interactive (buffer, &found, typed, -1, TRUE);
}

/* Words of the law stay as they are until they are unlocked; that they differ then is said, and the
 * paragraph is restored, locked. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  FoiParagraphRow *row;
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  GtkWidget *unlock;
  g_autofree char *standard = NULL, *rest = NULL, *restored = NULL;
  g_autoptr (GError) error = NULL;

  foi_case_editor_set_node (foi_document_get_editor (fixture->document), "authority/wording", NULL,
                            "Prepare", &error);
  g_assert_no_error (error);
  ui_test_settle ();
  row = row_of (fixture, "regulator");
  buffer = buffer_of (fixture, "regulator");
  unlock = ui_test_find_button (GTK_WIDGET (row), "Unlock");
  g_assert_true (gtk_widget_get_visible (unlock));
  g_assert_cmpstr (foi_paragraph_row_get_remark (row), ==, "");
  standard = dup_words (fixture, "regulator");
  g_assert_nonnull (strstr (standard, "[[Section 50 of the {act} gives you that right.]]"));

  g_assert_false (type_at (buffer, "gives you that", "hardly "));
  g_assert_null (own_words (fixture, "regulator"));
  g_assert_true (type_at (buffer, "you can complain", "of course "));
  ui_test_settle ();
  g_assert_nonnull (strstr (own_words (fixture, "regulator"), "of course you can complain"));
  g_assert_cmpstr (foi_paragraph_row_get_remark (row), ==,
                   "Changed in this letter only. It differs from the standard wording.");
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_delete_interactive (buffer, &start, &end, TRUE);
  rest = dup_words (fixture, "regulator");
  g_assert_cmpstr (rest, ==, "[[Section 50 of the {act} gives you that right.]]");

  g_signal_emit_by_name (unlock, "clicked");
  g_assert_true (type_at (buffer, "gives you that", "hardly "));
  ui_test_settle ();
  g_assert_cmpstr (foi_paragraph_row_get_remark (row), ==,
                   "Changed in this letter only. Words of the law are changed, too.");
  g_signal_emit_by_name (ui_test_find_button (GTK_WIDGET (row), "Restore"), "clicked");
  ui_test_settle ();
  g_assert_null (own_words (fixture, "regulator"));
  restored = dup_words (fixture, "regulator");
  g_assert_cmpstr (restored, ==, standard);
  g_assert_cmpstr (foi_paragraph_row_get_remark (row), ==, "");
  g_assert_true (gtk_widget_get_visible (unlock));
  g_assert_false (type_at (buffer, "gives you that", "hardly "));
}

static void
test_letter_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiBrief) brief = NULL;
  g_autoptr (FoiLetter) letter = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  gtk_text_buffer_set_text (buffer_of (fixture, "quote-reference"), "Say {reference}.", -1);
  brief = foi_case_state_publish (foi_case_get_state (foi_document_get_case (fixture->document)));
  letter = foi_letter_compose (brief, foi_rules_get_default (), "response", TRUE, &error);
  g_assert_no_error (error);
  text = foi_letter_to_text (letter);
  g_assert_nonnull (strstr (text, "Say FOI651119421."));
}

static void
test_date (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry = ui_test_find (fixture->page, GTK_TYPE_ENTRY);
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  static const struct
  {
    const char *typed, *date;
  } facts[] = {
    { "29 Nov 2024", "2024-11-29" },
    { "03/04/2024", "2024-11-29" },
    { "soon", "2024-11-29" },
    { "2 December 2024", "2024-12-02" },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), facts[i].typed);
      foi_document_commit (fixture->document);
      ui_test_settle ();
      g_assert_cmpstr (foi_case_state_get_string (foi_case_get_state (foi_case),
                                                  "letters/response/date"), ==, facts[i].date);
    }
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (row_of (fixture, "regulator"));
  GtkWidget *focus;

  foi_document_go_to (fixture->document, "questions/q3");
  g_assert_false (gtk_widget_get_mapped (fixture->page));
  foi_document_go_to (fixture->document, "wording/regulator");
  ui_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, row));
  g_assert_cmpstr (foi_document_get_place (fixture->document), ==, "wording/regulator");
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

typedef struct
{
  FoiDocument *document;
  const char  *letter;
  gboolean     issued;
} Shown;

static gboolean
is_shown (gpointer data)
{
  const Shown *shown = data;

  return g_strcmp0 (foi_document_get_letter_id (shown->document), shown->letter) == 0
         && foi_document_is_issued (shown->document) == shown->issued;
}

static void
wait_for_letter (Fixture *fixture, const char *letter, gboolean issued)
{
  g_assert_true (ui_test_wait_until (is_shown, &(Shown) { fixture->document, letter, issued },
                                     5000));
}

static void
issue (Fixture *fixture)
{
  const FoiIssueFacts facts = { .date = "2024-11-27", .how = "e-mail", .by = "Officer" };
  gboolean is_issued = FALSE;

  ui_test_accept_findings (fixture->document);
  foi_issue_async (fixture->document, &facts, NULL, issued_cb, &is_issued);
  g_assert_true (ui_test_wait_until (is_set, &is_issued, 5000));
  wait_for_letter (fixture, "response", TRUE);
  ui_test_settle ();
}

/* The title says how the letter stands that is shown, and the outline tells the two apart. */
static void
assert_named (Fixture *fixture, const char *stands)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  g_autofree char *sent = foi_case_facts_dup_letter_name (foi_case, "response");
  g_autofree char *corrected = foi_case_facts_dup_letter_name (foi_case, "response-2");
  GtkWidget *label = GTK_WIDGET (gtk_widget_get_template_child (fixture->window, FOI_TYPE_WINDOW,
                                                                "subtitle_label"));

  g_assert_cmpstr (sent, ==, "Response");
  g_assert_cmpstr (corrected, ==, "Corrected response");
  g_assert_true (g_str_has_suffix (gtk_label_get_label (GTK_LABEL (label)), stands));
}

/* What a screen reader says of the button that prints. */
static void
assert_print_is_called (Fixture *fixture, const char *name)
{
  GtkWidget *button = ui_test_find_action (fixture->window, "win.print");
  g_autofree char *other = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  g_assert_cmpstr (other, ==, NULL);
}

/* What is written on this page once a letter was sent goes into the corrected one, whatever was
 * seen here before; the one that was sent stays, and can be seen again. */
static void
test_corrected (Fixture *fixture, gconstpointer data)
{
  FoiCase *foi_case = foi_document_get_case (fixture->document);
  FoiCaseState *state;

  assert_print_is_called (fixture, "Print draft");
  issue (fixture);
  wait_for_letter (fixture, "response", TRUE);
  ui_test_settle ();
  assert_print_is_called (fixture, "Print");
  gtk_widget_activate_action (fixture->window, "win.correct", NULL);
  ui_test_settle ();
  foi_document_go_to (fixture->document, "closing");
  wait_for_letter (fixture, "response-2", FALSE);
  ui_test_settle ();

  gtk_text_buffer_set_text (buffer_of (fixture, "request-intro"), "Corrected.", -1);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (fixture->page, GTK_TYPE_ENTRY)), "2 Dec 2024");
  foi_document_commit (fixture->document);
  ui_test_settle ();
  state = foi_case_get_state (foi_case);
  g_assert_cmpstr (foi_case_state_get_string (state, "letters/response-2/paragraphs/request-intro"),
                   ==, "Corrected.");
  g_assert_cmpstr (foi_case_state_get_string (state, "letters/response-2/date"), ==, "2024-12-02");
  g_assert_null (foi_case_state_get_string (state, "letters/response/paragraphs/request-intro"));
  g_assert_cmpstr (foi_case_state_get_string (state, "letters/response/date"), ==, "2024-11-27");

  assert_named (fixture, "draft");
  foi_document_go_to (fixture->document, "letters/response");
  wait_for_letter (fixture, "response", TRUE);
  assert_named (fixture, "issued 27 November 2024");
  foi_document_go_to (fixture->document, "questions/q1");
  wait_for_letter (fixture, "response-2", FALSE);
}

/* What is proposed is a working day of the law: 25 and 26 December 2024 are bank holidays, a
 * Wednesday and a Thursday; 2 January is one in Scotland. */
static void
test_proposed_dates (Fixture *fixture, gconstpointer data)
{
  static const char *const facts[][2] = {
    { "2024-11-29", "2024-11-29" }, { "2024-11-23", "2024-11-25" },
    { "2024-11-24", "2024-11-25" }, { "2024-12-25", "2024-12-27" },
    { "2024-12-28", "2024-12-30" }, { "2025-01-01", "2025-01-03" },
  };
  FoiCase *foi_case = foi_document_get_case (fixture->document);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *proposed = foi_date_to_iso (
        foi_case_facts_propose_date (foi_case, foi_date_from_iso (facts[i][0])));

      g_assert_cmpstr (proposed, ==, facts[i][1]);
    }
}

/* What the program proposes it does not warn of; of another day that is to come it does. */
static void
test_proposed_remark (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *today, *date, *remark;
  } facts[] = {
    { "2024-11-23", "2024-11-25", NULL },
    { "2024-11-24", "2024-11-25", NULL },
    { "2024-12-25", "2024-12-27", NULL },
    { "2024-11-23", "2024-11-26", "This day is in the future." },
    { "2024-11-22", "2024-11-25", "This day is in the future." },
  };
  FoiCase *foi_case = foi_document_get_case (fixture->document);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *remark
        = foi_case_facts_dup_date_remark (foi_case, foi_date_from_iso (facts[i].date),
                                          foi_date_from_iso (facts[i].today));

      g_assert_cmpstr (remark, ==, facts[i].remark);
    }
}

/* A day long past makes an answer that is late one in time. */
static void
test_long_past (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *today, *remark;
  } facts[] = {
    { "2024-12-29", NULL },
    { "2025-01-01", "This day was 34 days ago. Whether the answer was in time is counted by it." },
    { "2025-08-04", "This day was 249 days ago. Whether the answer was in time is counted by it." },
  };
  FoiCase *foi_case = foi_document_get_case (fixture->document);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *remark
        = foi_case_facts_dup_date_remark (foi_case, foi_date_from_iso ("2024-11-28"),
                                          foi_date_from_iso (facts[i].today));

      g_assert_cmpstr (remark, ==, facts[i].remark);
    }
}

/* The example was received on Wednesday 30 October 2024; today is Friday 29 November. */
static void
test_date_remarks (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *date, *remark;
  } facts[] = {
    { "2024-11-29", NULL },
    { "2024-10-30", NULL },
    { "2024-11-23", "This is a Saturday." },
    { "2024-11-24", "This is a Sunday." },
    { "2024-10-29", "The request was received later, on 30 October 2024." },
    { "2024-10-27", "This is a Sunday. The request was received later, on 30 October 2024." },
    { "2024-12-03", "This day is in the future." },
    { "2024-12-02", "This is a bank holiday: St Andrew’s Day (Scotland). This day is in the "
                    "future." },
    { "2024-11-30", "This is a Saturday. This day is in the future." },
    { "2024-12-25", "This is a bank holiday: Christmas Day. This day is in the future." },
  };
  FoiCase *foi_case = foi_document_get_case (fixture->document);

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *remark
        = foi_case_facts_dup_date_remark (foi_case, foi_date_from_iso (facts[i].date),
                                          foi_date_from_iso ("2024-11-29"));

      g_assert_cmpstr (remark, ==, facts[i].remark);
    }
}

/* The example was received on Wednesday 30 October 2024. */
static void
test_date_faults (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *date, *today, *fault;
  } facts[] = {
    { "2024-10-30", "2024-10-30", NULL },
    { "2024-10-29", "2024-11-29", "before the request was received, which was on 30 October 2024" },
    { "2024-11-28", "2024-11-29", NULL },
    { "2024-11-29", "2024-11-29", NULL },
    /* On Friday for the next working day: Monday is a bank holiday in Scotland. */
    { "2024-12-02", "2024-11-29", NULL },
    { "2024-12-03", "2024-11-29", NULL },
    { "2024-12-04", "2024-11-29", "is yet to come. Issue it on the day on which it goes, or date "
                                  "it 3 December 2024 at the latest" },
    { "2024-11-25", "2024-11-23", NULL },
    { "2024-11-26", "2024-11-23", "date it 25 November 2024 at the latest" },
    { "2034-11-29", "2024-11-29", "dated 29 November 2034, which is yet to come" },
  };
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (fixture->document));

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *fault
        = foi_case_facts_dup_date_fault (state, foi_holidays_get_default (),
                                         foi_date_from_iso (facts[i].date),
                                         foi_date_from_iso (facts[i].today));

      g_test_message ("%s on %s: %s", facts[i].date, facts[i].today, fault);
      g_assert_true ((fault == NULL) == (facts[i].fault == NULL));
      g_assert_true (fault == NULL || strstr (fault, facts[i].fault) != NULL);
    }
}

#define ADD(name, function) \
  g_test_add ("/closing-page/" name, Fixture, NULL, set_up, function, tear_down)

static const char *
case_text (Fixture *fixture, const char *path)
{
  return foi_case_state_get_string (foi_case_get_state (foi_document_get_case (fixture->document)),
                                    path);
}

static gboolean
shows_the_response (gpointer document)
{
  return g_str_equal (foi_document_get_letter_id (document), "response");
}

static gboolean
shows_another (gpointer document)
{
  return !shows_the_response (document);
}

/* The page of another letter than the answer. */
static FoiClosingPage *
begin_letter (Fixture *fixture, const char *type)
{
  g_autofree char *place = g_strconcat ("letters/", type, NULL);

  gtk_widget_activate_action (fixture->window, "win.new-letter", "s", type);
  g_assert_true (ui_test_wait_until (shows_another, fixture->document, 10000));
  g_assert_cmpstr (foi_document_get_letter_id (fixture->document), ==, type);
  g_assert_false (gtk_widget_get_mapped (fixture->page));
  foi_document_go_to (fixture->document, place);
  ui_test_settle ();
  for (GtkWidget *page = gtk_widget_get_next_sibling (fixture->page); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    if (FOI_IS_CLOSING_PAGE (page))
      return FOI_CLOSING_PAGE (page);
  g_assert_not_reached ();
}

static gboolean
says_the_fee (gpointer document)
{
  g_autofree char *text
    = foi_letter_to_text (foi_layout_get_letter (foi_document_get_layout (document)));

  return strstr (text, "The fee is £12.50.") != NULL;
}

/* A fees notice is begun from the menu; what is typed is in the case and in the letter, and goes
 * again by undo. */
static void
test_other_letter (Fixture *fixture, gconstpointer data)
{
  FoiClosingPage *page = begin_letter (fixture, "fees-notice");
  GtkWidget *fee = foi_closing_page_find_particular (page, "fee");
  GtkWidget *row = foi_closing_page_find_row (page, "fees-staff");
  GtkWidget *view;

  g_assert_nonnull (fee);
  g_assert_nonnull (row);
  g_assert_null (foi_closing_page_find_row (page, "request-intro"));
  gtk_editable_set_text (GTK_EDITABLE (foi_particular_row_get_input (FOI_PARTICULAR_ROW (fee))),
                         "12.50");
  foi_document_commit (fixture->document);
  g_assert_cmpstr (case_text (fixture, "letters/fees-notice/particulars/fee"), ==, "12.50");
  g_assert_true (ui_test_wait_until (says_the_fee, fixture->document, 10000));

  view = ui_test_find (row, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "In our words.", -1);
  foi_document_commit (fixture->document);
  g_assert_cmpstr (case_text (fixture, "letters/fees-notice/paragraphs/fees-staff"), ==,
                   "In our words.");
  ui_test_settle ();
  g_assert_cmpstr (foi_paragraph_row_get_remark (FOI_PARAGRAPH_ROW (row)), ==,
                   "Changed in this letter only. It differs from the standard wording.");
  foi_paragraph_row_restore (FOI_PARAGRAPH_ROW (row));
  g_assert_null (case_text (fixture, "letters/fees-notice/paragraphs/fees-staff"));

  gtk_widget_activate_action (fixture->window, "win.delete-draft", NULL);
  g_assert_true (ui_test_wait_until (shows_the_response, fixture->document, 10000));
  g_assert_null (case_text (fixture, "letters/fees-notice/id"));
  while (foi_document_undo (fixture->document))
    ;
  g_assert_null (case_text (fixture, "letters/fees-notice/id"));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("rows", test_rows);
  ADD ("reword", test_reword);
  ADD ("locked", test_locked);
  ADD ("letter-follows", test_letter_follows);
  ADD ("date", test_date);
  ADD ("places", test_places);
  ADD ("corrected", test_corrected);
  ADD ("date-remarks", test_date_remarks);
  ADD ("date-faults", test_date_faults);
  ADD ("long-past", test_long_past);
  ADD ("proposed-remark", test_proposed_remark);
  ADD ("proposed-dates", test_proposed_dates);
  ADD ("other-letter", test_other_letter);
  return ui_test_run ();
}
