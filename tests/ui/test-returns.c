/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "foi-almanac.h"
#include "foi-case-file.h"
#include "foi-chart-canvas.h"
#include "foi-message-band.h"
#include "foi-register-view.h"
#include "foi-returns-view.h"
#include "foi-settings.h"
#include "foi-start-window.h"
#include "ui-test.h"

#define CASE \
  "{\"name\":\"a\",\"id\":\"%s\",\"title\":\"\",\"foi:case\":{\"format\":\"uk-foi-case\"," \
  "\"version\":1,\"_rev\":\"0\",\"regime\":\"foia\",\"request\":{\"text\":\"?\"," \
  "\"received\":\"%s\"},\"questions\":[{\"id\":\"q1\",\"number\":\"1\",\"label\":\"\"," \
  "\"text\":\"How many?\",\"outcome\":\"%s\"%s}],\"events\":[%s]}}"
#define EXEMPT ",\"grounds\":[{\"act\":\"foia\",\"section\":\"40(2)\",\"kind\":\"personal-data\"}]"
#define ISSUED(day) "{\"type\":\"issued\",\"date\":\"" day "\"}"

typedef struct
{
  char             *folder;
  GtkWidget        *window;
  FoiRegisterView  *cases;
  FoiReturnsView   *view;
} Fixture;

static FoiDate
tell_today (void)
{
  return foi_date_from_iso ("2024-11-25");
}

static void
write_case (Fixture *fixture, const char *name, const char *received, const char *outcome,
            const char *grounds, const char *events)
{
  g_autofree char *file = g_strconcat (name, ".foi.json", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, file, NULL);
  g_autofree char *json = g_strdup_printf (CASE, name, received, outcome, grounds, events);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, json, -1, &error);
  g_assert_no_error (error);
}

static gboolean
is_counted (gpointer data)
{
  Fixture *fixture = data;
  FoiRegister *reg = foi_register_view_get_register (fixture->cases);

  return !foi_register_is_reading (reg) && foi_returns_view_get_returns (fixture->view) != NULL;
}

static void
show_page (Fixture *fixture, const char *name)
{
  GtkWidget *pages = gtk_widget_get_ancestor (GTK_WIDGET (fixture->view), GTK_TYPE_STACK);

  gtk_stack_set_visible_child_name (GTK_STACK (pages), name);
}

static const char *
get_page (Fixture *fixture)
{
  GtkWidget *pages = gtk_widget_get_ancestor (GTK_WIDGET (fixture->view), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (pages));
}

static void
open_window (Fixture *fixture)
{
  fixture->window = foi_start_window_new (GTK_APPLICATION (ui_test_get_application ()));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->cases = FOI_REGISTER_VIEW (ui_test_find (fixture->window, FOI_TYPE_REGISTER_VIEW));
  fixture->view = FOI_RETURNS_VIEW (ui_test_find (fixture->window, FOI_TYPE_RETURNS_VIEW));
  show_page (fixture, "returns");
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("foi-returns-XXXXXX", NULL);
  foi_almanac_set_source (foi_almanac_get_default (), tell_today);
  write_case (fixture, "GIVEN", "2024-04-10", "disclosed", "", ISSUED ("2024-04-20"));
  write_case (fixture, "LATE", "2024-05-10", "refused", EXEMPT, ISSUED ("2024-08-01"));
  write_case (fixture, "OPEN", "2024-06-03", "open", "", "");
  write_case (fixture, "NEXT", "2024-09-02", "disclosed", "", ISSUED ("2024-09-20"));
  foi_settings_set_register_folder (foi_settings_get_default (), fixture->folder);
  foi_settings_set_returns_period (foi_settings_get_default (), "quarter 2024-04-01 2024-06-30");
  open_window (fixture);
  g_assert_true (ui_test_wait_until (is_counted, fixture, 5000));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) files = foi_case_folder_list (fixture->folder, NULL, NULL);

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  for (guint i = 0; files != NULL && i < files->len; i++)
    g_unlink (((FoiCaseFile *) files->pdata[i])->path);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  foi_settings_set_register_folder (foi_settings_get_default (), "");
  foi_settings_set_returns_period (foi_settings_get_default (), "");
}

/* What stands in the list for a number, or NULL; and where, as soon as it does. */
typedef struct
{
  Fixture    *fixture;
  const char *id, *value;
  guint       position;
} Number;

static gboolean
has_number (gpointer data)
{
  Number *number = data;
  FoiReturnsList *list = foi_returns_view_get_list (number->fixture->view);

  for (guint i = 0; i < foi_returns_list_get_n (list); i++)
    {
      g_autoptr (FoiReturnsItem) item = foi_returns_list_ref_item (list, i);
      const FoiStatisticsClass *class = foi_returns_item_get_class (item);
      g_autofree char *value = foi_statistics_class_dup_value (class);

      number->position = i;
      if (g_str_equal (class->id, number->id) && g_str_equal (value, number->value))
        return TRUE;
    }
  return FALSE;
}

static guint
wait_for_number (Fixture *fixture, const char *id, const char *value)
{
  Number number = { fixture, id, value, 0 };

  if (!ui_test_wait_until (has_number, &number, 5000))
    g_error ("%s never was %s", id, value);
  return number.position;
}

static gboolean
is_page (gpointer data)
{
  return g_str_equal (get_page (data), "register");
}

/* "FOI1 FOI2", as the register lists them. */
static char *
dup_cases (Fixture *fixture)
{
  FoiRegisterTable *table = foi_register_view_get_table (fixture->cases);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < foi_register_table_get_n_rows (table); i++)
    {
      g_autoptr (FoiRegisterItem) item = foi_register_table_get_row (table, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              foi_register_item_get_row (item)->reference);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
activate (Fixture *fixture, const char *id, const char *value)
{
  GtkWidget *list = ui_test_find (GTK_WIDGET (foi_returns_view_get_list (fixture->view)),
                                  GTK_TYPE_LIST_VIEW);
  const guint position = wait_for_number (fixture, id, value);

  g_signal_emit_by_name (list, "activate", position);
  g_assert_true (ui_test_wait_until (is_page, fixture, 2000));
}

/* Each number is a link to its cases, and there is a way back. */
static void
test_links (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    gint32      part;
    const char *id, *value, *cases;
  } facts[] = {
    { 0, "received", "3", "OPEN GIVEN LATE" }, { 0, "processed", "2", "GIVEN LATE" },
    { 0, "not-yet-processed", "1", "OPEN" },   { 0, "processed-late", "1", "LATE" },
    { 1, "withheld-exemption", "1", "LATE" },  { 3, "share", "100.0%", "GIVEN" },
    { 3, "failed", "1", "OPEN" },              { 4, "not-allocated", "3", "OPEN GIVEN LATE" },
    { 5, "ground foia 40(2)", "1", "LATE" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *cases = NULL;

      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "returns.part", "i", facts[i].part);
      activate (fixture, facts[i].id, facts[i].value);
      cases = dup_cases (fixture);
      if (strlen (cases) != strlen (facts[i].cases))
        g_assert_cmpstr (cases, ==, facts[i].cases);
      for (const char *c = facts[i].cases; *c != '\0'; c++)
        g_assert_nonnull (strchr (cases, *c));
      gtk_widget_activate_action (GTK_WIDGET (fixture->cases), "register.back", NULL);
      g_assert_cmpstr (get_page (fixture), ==, "returns");
    }
}

/* The register says what is listed, and has its own cases again when that is dismissed. */
static void
test_chosen (Fixture *fixture, gconstpointer unused)
{
  FoiRegisterTable *table = foi_register_view_get_table (fixture->cases);
  FoiMessageBand *band;

  gtk_widget_activate_action (GTK_WIDGET (fixture->cases), "register.filter", "i",
                              (gint32) FOI_FILTER_ISSUED);
  activate (fixture, "received", "3");
  band = FOI_MESSAGE_BAND (ui_test_find_nth (GTK_WIDGET (fixture->cases), FOI_TYPE_MESSAGE_BAND,
                                             1));
  g_assert_cmpstr (foi_message_band_get_text (band), ==,
                   "Quarterly return, April to June 2024 — Received: 3");
  g_assert_cmpint (foi_register_table_get_filter (table), ==, FOI_FILTER_ALL);
  g_assert_cmpuint (foi_register_table_get_n_rows (table), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->cases), "register.filter", "i",
                              (gint32) FOI_FILTER_ISSUED);
  g_assert_cmpuint (foi_register_table_get_n_rows (table), ==, 2);
  foi_message_band_dismiss (band);
  g_assert_cmpint (foi_register_table_get_filter (table), ==, FOI_FILTER_ISSUED);
  g_assert_cmpuint (foi_register_table_get_n_rows (table), ==, 3);
}

/* A number without cases leads nowhere. */
static void
test_nothing (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *list = ui_test_find (GTK_WIDGET (foi_returns_view_get_list (fixture->view)),
                                  GTK_TYPE_LIST_VIEW);

  g_signal_emit_by_name (list, "activate", wait_for_number (fixture, "part", "0"));
  ui_test_settle ();
  g_assert_cmpstr (get_page (fixture), ==, "returns");
}

/* The period moves, is typed, and is remembered. */
static void
test_period (Fixture *fixture, gconstpointer unused)
{
  FoiPeriodChooser *chooser = foi_returns_view_get_period (fixture->view);
  GtkWidget *kind = ui_test_find (GTK_WIDGET (chooser), GTK_TYPE_DROP_DOWN);
  GtkWidget *to = ui_test_find_nth (GTK_WIDGET (chooser), GTK_TYPE_ENTRY, 1);
  g_autofree char *kept = NULL, *typed = NULL;

  wait_for_number (fixture, "received", "3");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "returns.step", "i", 1);
  wait_for_number (fixture, "received", "1");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), FOI_PERIOD_YEAR);
  wait_for_number (fixture, "received", "4");
  kept = foi_settings_dup_returns_period (foi_settings_get_default ());
  g_assert_cmpstr (kept, ==, "year 2024-01-01 2024-12-31");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), FOI_PERIOD_DATES);
  gtk_editable_set_text (GTK_EDITABLE (to), "10 May 2024");
  wait_for_number (fixture, "received", "2");
  /* What makes no sense is named and changes nothing. */
  gtk_editable_set_text (GTK_EDITABLE (to), "10 May 2023");
  g_assert_true (gtk_widget_has_css_class (to, "error"));
  typed = foi_settings_dup_returns_period (foi_settings_get_default ());
  g_assert_cmpstr (typed, ==, "dates 2024-01-01 2024-05-10");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_test_settle ();
  open_window (fixture);
  wait_for_number (fixture, "received", "2");
}

/* A file that comes is counted, without anybody asking. */
static void
test_changes (Fixture *fixture, gconstpointer unused)
{
  wait_for_number (fixture, "granted", "1");
  write_case (fixture, "MORE", "2024-05-13", "disclosed", "", ISSUED ("2024-05-30"));
  foi_register_refresh (foi_register_view_get_register (fixture->cases));
  wait_for_number (fixture, "granted", "2");
}

static gboolean
says_copy (gpointer data)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find_nth (data, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (label)),
                     "3 requests were received in the period · 1 copy of a case is not counted "
                     "once more"))
      return TRUE;
  return FALSE;
}

/* What a shared folder made two files of is one request, and that is said. */
static void
test_copies (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *from = g_build_filename (fixture->folder, "GIVEN.foi.json", NULL);
  g_autofree char *to = g_build_filename (fixture->folder, "GIVEN-LAPTOP.foi.json", NULL);
  g_autofree char *json = NULL;

  wait_for_number (fixture, "granted", "1");
  g_assert_true (g_file_get_contents (from, &json, NULL, NULL));
  g_assert_true (g_file_set_contents (to, json, -1, NULL));
  foi_register_refresh (foi_register_view_get_register (fixture->cases));
  g_assert_true (ui_test_wait_until (says_copy, fixture->window, 5000));
  wait_for_number (fixture, "granted", "1");
}

static gboolean
is_empty (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *stack = gtk_widget_get_ancestor (
    GTK_WIDGET (foi_returns_view_get_list (fixture->view)), GTK_TYPE_STACK);

  return is_counted (fixture)
         && g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "empty");
}

/* Where there is nothing, it says so, and where there is something. */
static void
test_empty (Fixture *fixture, gconstpointer unused)
{
  FoiReturnPeriod period;

  foi_return_period_init (&period, FOI_PERIOD_YEAR, foi_date_from_iso ("2019-01-01"));
  foi_period_chooser_set (foi_returns_view_get_period (fixture->view), &period);
  g_assert_true (ui_test_wait_until (is_empty, fixture, 5000));
  g_assert_nonnull (ui_test_find (GTK_WIDGET (fixture->view), FOI_TYPE_RETURNS_LIST));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "returns.part", "i", 2);
  g_assert_true (is_empty (fixture));
}

/* Those who hear the window hear the number with what it counts; the chart is one as everywhere. */
static void
test_names (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *list = ui_test_find (GTK_WIDGET (foi_returns_view_get_list (fixture->view)),
                                  GTK_TYPE_LIST_VIEW);
  FoiChart *chart;

  wait_for_number (fixture, "granted", "1");
  ui_test_settle ();
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (list)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Received: 3");
  chart = foi_chart_canvas_get_chart (FOI_CHART_CANVAS (
    ui_test_find (GTK_WIDGET (fixture->view), FOI_TYPE_CHART_CANVAS)));
  g_assert_cmpuint (foi_chart_get_n_categories (chart), ==, 3);
  g_assert_cmpstr (foi_chart_get_value (chart, 0, 0)->label, ==, "100.0%");
  g_assert_cmpstr (foi_chart_get_value (chart, 0, 1)->label, ==, "0.0%");
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/returns/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("links", test_links);
  ADD ("chosen", test_chosen);
  ADD ("nothing", test_nothing);
  ADD ("period", test_period);
  ADD ("changes", test_changes);
  ADD ("copies", test_copies);
  ADD ("empty", test_empty);
  ADD ("names", test_names);
#undef ADD
  return ui_test_run ();
}
