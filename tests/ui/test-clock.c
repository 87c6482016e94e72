/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "foi-almanac.h"
#include "foi-chance.h"
#include "foi-clock-print.h"
#include "foi-days-window.h"
#include "foi-deadline-strip.h"
#include "foi-deadline-view.h"
#include "foi-event-list.h"
#include "foi-event-row.h"
#include "foi-json-edit.h"
#include "foi-holiday-store.h"
#include "foi-holidays-page.h"
#include "foi-own-holidays.h"
#include "foi-window.h"
#include "ui-test.h"

/* The example, received on 30 October 2024 and due on 27 November, in its window. */
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
  ui_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  foi_almanac_set_source (foi_almanac_get_default (), foi_today);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &fixture->window, 5000));
  g_clear_object (&fixture->document);
}

static FoiDate the_day;

static FoiDate
tell_the_day (void)
{
  return the_day;
}

static void
look_on (const char *day)
{
  the_day = foi_date_from_iso (day);
  foi_almanac_set_source (foi_almanac_get_default (), tell_the_day);
}

static void
set_string (Fixture *fixture, const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  foi_case_editor_set_string (foi_document_get_editor (fixture->document), path, text, "Change",
                              &error);
  g_assert_no_error (error);
  ui_test_settle ();
}

static void
assert_header (Fixture *fixture, const char *words)
{
  GObject *label = gtk_widget_get_template_child (fixture->window, FOI_TYPE_WINDOW,
                                                  "subtitle_label");

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, words);
}

/* What the header says on each day, and that it follows the day. */
static void
test_header_days (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *day, *words;
  } days[] = {
    { "2024-10-30", "Due in 20 working days, Wed 27 Nov · draft" },
    { "2024-11-21", "Due in 4 working days, Wed 27 Nov · draft" },
    { "2024-11-27", "Due today, Wed 27 Nov · draft" },
    { "2024-11-29", "2 working days late, was due Wed 27 Nov · draft" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      look_on (days[i].day);
      assert_header (fixture, days[i].words);
    }
}

/* The header follows what is edited, and what is taken back. */
static void
test_header_edits (Fixture *fixture, gconstpointer data)
{
  look_on ("2024-11-21");
  set_string (fixture, "request/received", "2024-10-31");
  assert_header (fixture, "Due in 5 working days, Thu 28 Nov · draft");
  foi_document_undo (fixture->document);
  ui_test_settle ();
  assert_header (fixture, "Due in 4 working days, Wed 27 Nov · draft");
  set_string (fixture, "request/received", NULL);
  assert_header (fixture, "Day of receipt not known · draft");
}

/* ---- events ---------------------------------------------------------------------------------- */

static GtkWidget *
add_event (Fixture *fixture, const char *type)
{
  GtkWidget *list = ui_test_find (fixture->window, FOI_TYPE_EVENT_LIST);
  GtkWidget *row = NULL;

  g_assert_nonnull (list);
  g_assert_true (gtk_widget_activate_action (list, "events.add", "s", type));
  ui_test_settle ();
  for (guint n = 0; ui_test_find_nth (list, FOI_TYPE_EVENT_ROW, n) != NULL; n++)
    row = ui_test_find_nth (list, FOI_TYPE_EVENT_ROW, n);
  return row;
}

/* Returns: whether an event of that kind can be added by the menu. */
static gboolean
is_offered (Fixture *fixture, const char *type)
{
  GtkWidget *list = ui_test_find (fixture->window, FOI_TYPE_EVENT_LIST);
  GtkWidget *button = ui_test_find (list, GTK_TYPE_MENU_BUTTON);
  GMenuModel *menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button));

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section
        = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *target = NULL;

          g_assert_true (g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_TARGET, "s",
                                                          &target));
          if (g_str_equal (target, type))
            return TRUE;
        }
    }
  return FALSE;
}

/* Whom a service was asked stands with the question: the menu offers no second place for it. */
static void
test_offered (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *type;
    gboolean    offered;
  } kinds[] = {
    { "acknowledged", TRUE }, { "clarification-asked", TRUE }, { "asked-service", FALSE },
    { "chased", FALSE }, { "service-answered", FALSE }, { "issued", TRUE }, { "complaint", TRUE },
    { "complaint-closed", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_test_message ("%s", kinds[i].type);
      g_assert_cmpint (is_offered (fixture, kinds[i].type), ==, kinds[i].offered);
    }
}

/* Types into the field of a row, and leaves it. */
static void
type (Fixture *fixture, GtkWidget *row, const char *field, const char *text)
{
  GObject *entry = gtk_widget_get_template_child (row, FOI_TYPE_EVENT_ROW, field);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  foi_document_commit (fixture->document);
  ui_test_settle ();
}

static const char *
get_string (Fixture *fixture, const char *path)
{
  return foi_case_state_get_string (foi_case_get_state (foi_document_get_case (fixture->document)),
                                    path);
}

static void
assert_problem (GtkWidget *row, const char *words)
{
  GObject *problem = gtk_widget_get_template_child (row, FOI_TYPE_EVENT_ROW, "problem");

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (problem)), ==, words);
}

/* The worked example of the fee, entered as an officer does; then taken back. */
static void
test_events (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  look_on ("2024-11-21");
  row = add_event (fixture, "fees-notice");
  g_assert_nonnull (row);
  /* The day of the event has the focus: it can be typed at once. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         row));
  g_assert_cmpstr (get_string (fixture, "events/#0/date"), ==, "2024-11-21");
  type (fixture, row, "date", "6 Nov 2024");
  g_assert_cmpstr (get_string (fixture, "events/#0/date"), ==, "2024-11-06");
  assert_header (fixture, "Waiting for the fee since Wed 6 Nov, until Wed 5 Feb 2025 · draft");
  row = add_event (fixture, "fee-received");
  type (fixture, row, "date", "20 November 2024");
  type (fixture, row, "note", "Cheque");
  g_assert_cmpstr (get_string (fixture, "events/#1/note"), ==, "Cheque");
  assert_header (fixture, "Due in 15 working days, Fri 13 Dec · draft");
  /* A day that is none stays with its field. */
  type (fixture, row, "date", "31 November 2024");
  g_assert_cmpstr (get_string (fixture, "events/#1/date"), ==, "2024-11-20");
  /* Nor is one kept on which nothing can have happened yet; until when may be such a day. */
  type (fixture, row, "date", "22 November 2024");
  g_assert_cmpstr (get_string (fixture, "events/#1/date"), ==, "2024-11-20");
  assert_problem (row, "22 November 2024 is yet to come: give the day on which it happened");
  type (fixture, row, "date", "21 November 2024");
  g_assert_cmpstr (get_string (fixture, "events/#1/date"), ==, "2024-11-21");
  assert_problem (row, "");
  type (fixture, row, "until", "22 November 2024");
  g_assert_cmpstr (get_string (fixture, "events/#1/until"), ==, "2024-11-22");
  type (fixture, row, "until", "");
  type (fixture, row, "date", "20 November 2024");
  g_assert_true (gtk_widget_activate_action (row, "event.remove", NULL));
  ui_test_settle ();
  g_assert_null (get_string (fixture, "events/#1/date"));
  assert_header (fixture, "Waiting for the fee since Wed 6 Nov, until Wed 5 Feb 2025 · draft");
  foi_document_undo (fixture->document);
  ui_test_settle ();
  assert_header (fixture, "Due in 15 working days, Fri 13 Dec · draft");
  while (foi_document_undo (fixture->document))
    ui_test_settle ();
  assert_header (fixture, "Due in 4 working days, Wed 27 Nov · draft");
  g_assert_null (ui_test_find (fixture->window, FOI_TYPE_EVENT_ROW));
}

/* ---- how the date was reached ---------------------------------------------------------------- */

static void
assert_note (GtkWidget *strip, guint week, const char *expected)
{
  g_autofree char *note = foi_deadline_strip_dup_note (FOI_DEADLINE_STRIP (strip), week);

  g_assert_cmpstr (note, ==, expected);
}

static void
assert_day (GtkWidget *view, guint n, const char *expected)
{
  GListModel *days = foi_deadline_view_get_days (FOI_DEADLINE_VIEW (view));
  g_autoptr (GtkStringObject) day = g_list_model_get_item (days, n);

  g_assert_nonnull (day);
  g_assert_cmpstr (gtk_string_object_get_string (day), ==, expected);
}

/* The worked example of the fee, as the calendar and the list of the title's popover show it. */
static void
test_strip (Fixture *fixture, gconstpointer data)
{
  GtkWidget *strip, *view;
  GListModel *days;

  look_on ("2024-12-03");
  type (fixture, add_event (fixture, "fees-notice"), "date", "6 November 2024");
  type (fixture, add_event (fixture, "fee-received"), "date", "20 November 2024");
  g_assert_true (gtk_widget_activate_action (fixture->window, "win.show-deadline", NULL));
  ui_test_settle ();
  strip = ui_test_find (fixture->window, FOI_TYPE_DEADLINE_STRIP);
  view = ui_test_find (fixture->window, FOI_TYPE_DEADLINE_VIEW);
  g_assert_nonnull (strip);
  g_assert_true (ui_test_is_mapped (strip));
  g_assert_cmpuint (foi_deadline_strip_get_n_weeks (FOI_DEADLINE_STRIP (strip)), ==, 7);
  assert_note (strip, 0, "Wed 30 Oct: the day of receipt");
  assert_note (strip, 1, "Wed 6 Nov: paused by the fees notice");
  assert_note (strip, 2, "Mon 11 Nov: paused by the fees notice");
  assert_note (strip, 4, "");
  assert_note (strip, 5, "Mon 2 Dec: St Andrew’s Day (Scotland); Tue 3 Dec: today");
  assert_note (strip, 6, "Fri 13 Dec: due");
  days = foi_deadline_view_get_days (FOI_DEADLINE_VIEW (view));
  g_assert_cmpuint (g_list_model_get_n_items (days), ==, 45);
  assert_day (view, 0, "Wednesday 30 October 2024: the day of receipt");
  assert_day (view, 33, "Monday 2 December 2024: not counted, St Andrew’s Day (Scotland)");
  assert_day (view, 44, "Friday 13 December 2024: day 20");
  /* It follows the case while it is seen. */
  foi_document_undo (fixture->document);
  ui_test_settle ();
  foi_document_undo (fixture->document);
  ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (days), ==, 8);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (view, GTK_TYPE_POPOVER)));
  ui_test_settle ();
}

/* On paper stands the same: read back from the PDF by another program. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *command[] = { "pdftotext", "-layout", NULL, "-", NULL };
  int status, fd = g_file_open_tmp ("clock-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  close (fd);
  look_on ("2024-11-21");
  operation = foi_clock_print_operation_new (fixture->document);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            GTK_WINDOW (fixture->window), &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  command[2] = path;
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "FOI651119421"));
  g_assert_nonnull (strstr (text, "Due in 4 working days, Wed 27 Nov (as on Thursday 21 November"));
  g_assert_nonnull (strstr (text, "Saturday 2 November 2024: not counted, weekend"));
  g_assert_nonnull (strstr (text, "Wednesday 27 November 2024: day 20"));
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* ---- without a case -------------------------------------------------------------------------- */

static void
fill (GtkWidget *window, guint n, const char *text)
{
  GtkWidget *entry = ui_test_find_nth (window, GTK_TYPE_ENTRY, n);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
test_days (void)
{
  static const struct
  {
    const char *received, *due;
  } receipts[] = {
    { "30 October 2024", "Due Wednesday 27 November 2024" },
    { "25/12/2024", "Due Monday 27 January 2025" },
    { "20 December 2028", "Not certain: bank holidays are known from 2012 to 2028" },
    { "", "" },
  };
  static const struct
  {
    const char *from, *to, *count;
  } spans[] = {
    { "27 November 2024", "40", "The 40 working days after it end on Wednesday 29 January 2025" },
    { "27 November 2024", "29 January 2025",
      "40 working days, the last day counted and the first not" },
    { "27 November 2024", "28 November 2024",
      "1 working day, the last day counted and the first not" },
    { "27 November 2024", "26 November 2024", "The second day is before the first" },
    { "27 November 2024", "", "" },
  };
  GtkWidget *window;

  g_action_group_activate_action (G_ACTION_GROUP (ui_test_get_application ()), "count-days", NULL);
  ui_test_settle ();
  window = ui_test_find_window (FOI_TYPE_DAYS_WINDOW);
  g_assert_nonnull (window);
  for (gsize i = 0; i < G_N_ELEMENTS (receipts); i++)
    {
      fill (window, 0, receipts[i].received);
      g_assert_cmpstr (foi_days_window_get_due (FOI_DAYS_WINDOW (window)), ==, receipts[i].due);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      fill (window, 1, spans[i].from);
      fill (window, 2, spans[i].to);
      g_assert_cmpstr (foi_days_window_get_count (FOI_DAYS_WINDOW (window)), ==, spans[i].count);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- a newer list ---------------------------------------------------------------------------- */

static gboolean
is_due_later (gpointer data)
{
  GObject *label = gtk_widget_get_template_child (((Fixture *) data)->window, FOI_TYPE_WINDOW,
                                                  "subtitle_label");

  return g_str_equal (gtk_label_get_label (GTK_LABEL (label)),
                      "Due in 5 working days, Thu 28 Nov · draft");
}

static gboolean
has_dialog (gpointer data)
{
  return ui_test_find_window (GTK_TYPE_MESSAGE_DIALOG) != NULL;
}

static void
type_own (GtkWidget *own, guint n, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find_nth (own, GTK_TYPE_ENTRY, n)), text);
}

static gboolean
is_due_as_before (gpointer data)
{
  GObject *label = gtk_widget_get_template_child (((Fixture *) data)->window, FOI_TYPE_WINDOW,
                                                  "subtitle_label");

  return g_str_equal (gtk_label_get_label (GTK_LABEL (label)),
                      "Due in 4 working days, Wed 27 Nov · draft");
}

static GtkWidget *
find_label (GtkWidget *root, const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find_nth (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text))
      return label;
  return NULL;
}

/* Which kinds the row offers, as a person reads them. */
static gboolean
row_offers (GtkWidget *row, const char *words)
{
  GObject *kind = gtk_widget_get_template_child (row, FOI_TYPE_EVENT_ROW, "kind");
  GListModel *kinds = gtk_drop_down_get_model (GTK_DROP_DOWN (kind));

  for (guint i = 0; i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (kinds, i);

      if (g_str_equal (gtk_string_object_get_string (item), words))
        return TRUE;
    }
  return FALSE;
}

static void
choose_kind (GtkWidget *row, const char *words)
{
  GObject *kind = gtk_widget_get_template_child (row, FOI_TYPE_EVENT_ROW, "kind");
  GListModel *kinds = gtk_drop_down_get_model (GTK_DROP_DOWN (kind));

  for (guint i = 0; i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (kinds, i);

      if (g_str_equal (gtk_string_object_get_string (item), words))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), i);
    }
  ui_test_settle ();
}

/* An event of an older file keeps its kind; what becomes of it, and new ones, are of others. */
static void
test_kinds (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  g_autoptr (JsonNode) chased = foi_json_new_string ("chased");

  look_on ("2024-11-21");
  row = add_event (fixture, "acknowledged");
  g_assert_true (row_offers (row, "Complaint to the regulator"));
  g_assert_false (row_offers (row, "Service chased"));
  choose_kind (row, "Complaint to the regulator");
  g_assert_cmpstr (get_string (fixture, "events/#0/type"), ==, "complaint");
  g_assert_true (foi_case_editor_set_node (foi_document_get_editor (fixture->document),
                                           "events/#0/type", chased, "Change", NULL));
  ui_test_settle ();
  g_assert_true (row_offers (row, "Service chased"));
  g_assert_false (row_offers (row, "Service asked"));
  choose_kind (row, "Fees notice given");
  g_assert_cmpstr (get_string (fixture, "events/#0/type"), ==, "fees-notice");
  g_assert_false (row_offers (row, "Service chased"));
  foi_document_undo (fixture->document);
  ui_test_settle ();
  g_assert_cmpstr (get_string (fixture, "events/#0/type"), ==, "chased");
  g_assert_true (row_offers (row, "Service chased"));
}

/* What is said below the events of those that make no sense. */
static gboolean
says_problem (Fixture *fixture, const char *words)
{
  GtkWidget *list = ui_test_find (fixture->window, FOI_TYPE_EVENT_LIST);

  return find_label (list, words) != NULL;
}

/* How a complaint ended is noted where it was made; of one that nobody made it is told. */
static void
test_complaint (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row;
  GtkEntry *note;

  look_on ("2024-11-21");
  row = add_event (fixture, "complaint-closed");
  note = GTK_ENTRY (gtk_widget_get_template_child (row, FOI_TYPE_EVENT_ROW, "note"));
  g_assert_cmpstr (gtk_entry_get_placeholder_text (note), ==, "What it came to");
  type (fixture, row, "note", "Not upheld");
  g_assert_cmpstr (get_string (fixture, "events/#0/note"), ==, "Not upheld");
  g_assert_true (says_problem (fixture, "Complaint closed by the regulator "
                               "(21 November 2024): no complaint to the regulator was open"));
  row = add_event (fixture, "complaint");
  type (fixture, row, "date", "20 November 2024");
  note = GTK_ENTRY (gtk_widget_get_template_child (row, FOI_TYPE_EVENT_ROW, "note"));
  g_assert_cmpstr (gtk_entry_get_placeholder_text (note), ==, "Note for the file");
  g_assert_false (says_problem (fixture, "Complaint closed by the regulator "
                                "(21 November 2024): no complaint to the regulator was open"));
}

/* A list with a bank holiday more, on 20 November 2024: the title of the case follows. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  const char *json = "{'england-and-wales':{'division':'england-and-wales','events':["
                     "{'title':'New Year’s Day','date':'2024-01-01','notes':'','bunting':true},"
                     "{'title':'An extra day','date':'2024-11-20','notes':'','bunting':true}]}}";
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = foi_holidays_page_new (fixture->document);
  g_autofree char *said = NULL;
  g_autofree char *kept = NULL;
  int fd = g_file_open_tmp ("holidays-XXXXXX.json", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_assert_true (g_file_set_contents (path, text, -1, &error));
  look_on ("2024-11-19");
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  foi_holidays_page_import (FOI_HOLIDAYS_PAGE (page), path);
  g_assert_true (ui_test_wait_until (has_dialog, NULL, 5000));
  g_object_get (ui_test_find_window (GTK_TYPE_MESSAGE_DIALOG), "secondary-text", &said, NULL);
  g_assert_nonnull (strstr (said, "Added: 20 November 2024, An extra day (England and Wales)"));
  g_assert_nonnull (strstr (said, "The date of the open case moves: Wednesday 27 November 2024 "
                                  "before, then Thursday 28 November 2024."));
  look_on ("2024-11-20");
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Import");
  look_on ("2024-11-21");
  g_assert_true (ui_test_wait_until (is_due_later, fixture, 5000));
  /* It is taken back as it came, with what that changes said first. */
  kept = g_build_filename (foi_holiday_store_get_folder (), "bank-holidays.json", NULL);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_clear_pointer (&said, g_free);
  gtk_widget_activate (ui_test_find_button (page, "_Take Back Imports…"));
  g_assert_true (ui_test_wait_until (has_dialog, NULL, 5000));
  g_object_get (ui_test_find_window (GTK_TYPE_MESSAGE_DIALOG), "secondary-text", &said, NULL);
  g_assert_nonnull (strstr (said, "Removed: 20 November 2024, An extra day (England and Wales)"));
  ui_test_answer (GTK_TYPE_MESSAGE_DIALOG, "_Take Back");
  g_assert_true (ui_test_wait_until (is_due_as_before, fixture, 5000));
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_cmpint (g_remove (path), ==, 0);
  assert_header (fixture, "Due in 4 working days, Wed 27 Nov · draft");
}

/* What an office adds moves the date of the open case; it is taken away with one button. */
static void
test_own_day (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = foi_holidays_page_new (fixture->document);
  GtkWidget *own = ui_test_find (page, FOI_TYPE_OWN_HOLIDAYS);
  g_autofree char *kept = g_build_filename (foi_holiday_store_get_folder (),
                                            "local-bank-holidays.json", NULL);

  g_object_ref_sink (page);
  look_on ("2024-11-21");
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle ();
  /* Nothing is kept of what is no day, or has no name. */
  type_own (own, 0, "31 November 2024");
  type_own (own, 1, "An own day");
  gtk_widget_activate (ui_test_find_button (own, "_Add"));
  ui_test_settle ();
  type_own (own, 0, "20 November 2024");
  type_own (own, 1, " ");
  gtk_widget_activate (ui_test_find_button (own, "_Add"));
  ui_test_settle ();
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_null (ui_test_find_button (own, "Remove"));

  type_own (own, 1, "An own day");
  type_own (own, 2, "Proclaimed on Monday");
  g_signal_emit_by_name (ui_test_find_nth (own, GTK_TYPE_ENTRY, 2), "activate");
  g_assert_true (ui_test_wait_until (is_due_later, fixture, 5000));
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_nonnull (ui_test_find_button (own, "Remove"));
  g_assert_null (find_label (own, "The date of the open case does not move."));
  g_assert_nonnull (find_label (own, "Wednesday 20 November 2024: An own day (All of the UK)"));
  g_assert_nonnull (find_label (own, "Proclaimed on Monday"));
  g_assert_nonnull (find_label (own, "The date of the open case moves: Wednesday 27 November 2024 "
                                     "before, then Thursday 28 November 2024."));

  gtk_widget_activate (ui_test_find_button (own, "Remove"));
  g_assert_true (ui_test_wait_until (is_due_as_before, fixture, 5000));
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_null (ui_test_find_button (own, "Remove"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (page);
}

#define ADD(name, function) \
  g_test_add ("/clock/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("header/days", test_header_days);
  ADD ("header/edits", test_header_edits);
  ADD ("events", test_events);
  ADD ("offered", test_offered);
  ADD ("complaint", test_complaint);
  ADD ("kinds", test_kinds);
  ADD ("strip", test_strip);
  ADD ("print", test_print);
  ADD ("import", test_import);
  ADD ("own-day", test_own_day);
  g_test_add_func ("/clock/days", test_days);
  return ui_test_run ();
}
