/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"
#include "foi-chart-canvas.h"
#include "foi-chart-panel.h"
#include "foi-chart-words.h"
#include "foi-json-edit.h"
#include "foi-table.h"
#include "foi-wrap-layout.h"
#include "ui-test.h"

/* The chart's card of a table of the example, in a window of its own. */
typedef struct
{
  FoiDocument    *document;
  FoiTable       *table;
  GtkWidget      *window;
  GtkWidget      *panel;
  FoiChartCanvas *canvas;
} Fixture;

static void
show_panel (Fixture *fixture, const char *table)
{
  fixture->table = foi_case_find_table (foi_document_get_case (fixture->document), table);
  fixture->panel = foi_chart_panel_new (fixture->document, table);
  g_assert_nonnull (fixture->panel);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 540, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->panel);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, fixture->window, 5000));
  gtk_widget_grab_focus (ui_test_find (fixture->panel, GTK_TYPE_TOGGLE_BUTTON));
  ui_test_settle ();
  fixture->canvas = FOI_CHART_CANVAS (ui_test_find (fixture->panel, FOI_TYPE_CHART_CANVAS));
  g_assert_nonnull (fixture->canvas);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = ui_test_open_example ();
  show_panel (fixture, data != NULL ? data : "mash-calls");
}

static gboolean
is_unshared (gpointer object)
{
  return g_atomic_int_get (&G_OBJECT (object)->ref_count) == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer panel = fixture->panel;

  g_object_add_weak_pointer (G_OBJECT (fixture->panel), &panel);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_true (ui_test_wait_until (ui_test_is_gone, &panel, 3000));
  ui_test_wait_until (is_unshared, fixture->document, 3000);
  g_assert_finalize_object (fixture->document);
}

static FoiChart *
get_chart (Fixture *fixture)
{
  return foi_chart_canvas_get_chart (fixture->canvas);
}

static FoiCaseEditor *
get_editor (Fixture *fixture)
{
  return foi_document_get_editor (fixture->document);
}

static GtkWidget *
find_check (Fixture *fixture, const char *label)
{
  GtkWidget *check;

  for (guint i = 0;
       (check = ui_test_find_nth (fixture->panel, GTK_TYPE_CHECK_BUTTON, i)) != NULL; i++)
    {
      if (g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), label) == 0)
        return check;
    }
  return NULL;
}

static gboolean
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GListModel) controllers
    = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      return handled;
    }
  g_assert_not_reached ();
}

static void
set_calls (Fixture *fixture, guint position, gint64 calls)
{
  const FoiCell cell = foi_cell_number (calls);
  g_autoptr (FoiRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->table), position);
  g_autoptr (GError) error = NULL;

  foi_case_editor_set_cell (get_editor (fixture), "mash-calls", foi_row_get_id (row), "calls",
                            &cell, &error);
  g_assert_no_error (error);
}

static JsonNode *
get_spec (Fixture *fixture)
{
  return foi_json_get_member (foi_table_data_get_resource (foi_table_get_data (fixture->table)),
                              "foi:chart");
}

/* An edit is on the chart at once: the frame that shows the cell shows the column. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (foi_chart_get_value (get_chart (fixture), 0, 3)->label, ==, "10,066");
  set_calls (fixture, 3, 12345);
  g_assert_cmpstr (foi_chart_get_value (get_chart (fixture), 0, 3)->label, ==, "12,345");
  foi_case_editor_undo (get_editor (fixture));
  g_assert_cmpstr (foi_chart_get_value (get_chart (fixture), 0, 3)->label, ==, "10,066");
}

/* Each control is one command, says what it does, and follows its undoing. */
static void
test_controls (Fixture *fixture, gconstpointer data)
{
  GtkWidget *kind = ui_test_find (fixture->panel, GTK_TYPE_DROP_DOWN);
  GtkWidget *rate = find_check (fixture, "Calls per week");
  GtkWidget *letter = find_check (fixture, "In the letter");

  g_assert_nonnull (rate);
  g_assert_true (gtk_widget_get_visible (rate));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), FOI_CHART_LINE);
  g_assert_cmpstr (foi_case_editor_get_undo_label (get_editor (fixture)), ==,
                   "Change Kind of Chart");
  g_assert_cmpint (foi_chart_get_kind (get_chart (fixture)), ==, FOI_CHART_LINE);
  g_assert_cmpstr (foi_json_get_string (get_spec (fixture), "kind", ""), ==, "line");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (rate), TRUE);
  g_assert_cmpstr (foi_case_editor_get_undo_label (get_editor (fixture)), ==, "Chart Averages");
  g_assert_cmpstr (foi_chart_get_value (get_chart (fixture), 0, 3)->label, ==, "372.8");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (letter), TRUE);
  g_assert_cmpstr (foi_case_editor_get_undo_label (get_editor (fixture)), ==,
                   "Put Chart in Letter");
  g_assert_true (foi_json_get_boolean (get_spec (fixture), "in_letter", FALSE));

  for (guint i = 0; i < 3; i++)
    g_assert_true (foi_case_editor_undo (get_editor (fixture)));
  g_assert_false (foi_case_editor_can_undo (get_editor (fixture)));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (kind)), ==, FOI_CHART_COLUMNS);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (rate)));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (letter)));
}

/* There is nothing to divide money by, and one series only. */
static void
test_budget (Fixture *fixture, gconstpointer data)
{
  GtkWidget *check = ui_test_find (fixture->panel, GTK_TYPE_CHECK_BUTTON);

  for (guint i = 0;
       (check = ui_test_find_nth (fixture->panel, GTK_TYPE_CHECK_BUTTON, i)) != NULL; i++)
    {
      const char *label = gtk_check_button_get_label (GTK_CHECK_BUTTON (check));

      if (gtk_widget_get_mapped (check))
        g_assert_cmpstr (label, ==, "In the letter");
    }
  g_assert_cmpstr (foi_chart_canvas_get_label (fixture->canvas), ==, "Budget, by financial year");
}

static void
add_measure (Fixture *fixture, const char *name, const char *title, const char *unit)
{
  g_autoptr (FoiColumn) plain = foi_column_new (name, title, FOI_VALUE_INTEGER);
  g_autoptr (JsonNode) role = foi_json_new_string ("measure"), node = foi_json_new_string (unit);
  g_autoptr (FoiColumn) measure = foi_column_with_member (plain, "foi:role", role);
  g_autoptr (FoiColumn) column = foi_column_with_member (measure, "foi:unit", node);
  g_autoptr (GError) error = NULL;

  foi_case_editor_insert_column (get_editor (fixture), "mash-calls", 2, column, &error);
  g_assert_no_error (error);
}

/* Series of one unit stand together; one of another takes their place; one is always left. */
static void
test_series (Fixture *fixture, gconstpointer data)
{
  GtkWidget *lost, *answered, *staff;

  g_assert_null (find_check (fixture, "Calls lost"));
  add_measure (fixture, "staff", "Staff", "people");
  add_measure (fixture, "lost", "Calls lost", "calls");
  lost = find_check (fixture, "Calls lost");
  answered = find_check (fixture, "MASH calls answered");
  g_assert_nonnull (lost);
  g_assert_false (gtk_widget_get_sensitive (answered));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (lost), TRUE);
  g_assert_cmpstr (foi_case_editor_get_undo_label (get_editor (fixture)), ==,
                   "Change Series of Chart");
  g_assert_cmpuint (foi_chart_get_n_series (get_chart (fixture)), ==, 2);
  staff = find_check (fixture, "Staff");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (staff), TRUE);
  g_assert_cmpuint (foi_chart_get_n_series (get_chart (fixture)), ==, 1);
  g_assert_cmpstr (foi_chart_get_series_name (get_chart (fixture), 0), ==, "Staff");
  g_assert_true (foi_case_editor_undo (get_editor (fixture)));
  g_assert_cmpuint (foi_chart_get_n_series (get_chart (fixture)), ==, 2);
}

/* The keyboard moves over the values; each is said in the status line and by its name. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  static const char *const last
    = "MASH calls answered, 2024/25: 8,649 · 26 of 52 weeks · 333 a week";

  g_assert_cmpstr (foi_chart_canvas_get_label (fixture->canvas), ==,
                   "MASH calls answered, by reporting year");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas)));
  ui_test_settle ();
  g_assert_cmpstr (foi_document_get_status (fixture->document), ==,
                   "MASH calls answered, 2016/17: 20,049 · 21 of 52 weeks · 955 a week");
  for (guint i = 0; i < 3; i++)
    g_assert_true (press (fixture, GDK_KEY_Right));
  g_assert_cmpstr (foi_document_get_status (fixture->document), ==,
                   "MASH calls answered, 2019/20: 10,066 · 27 of 52 weeks · 373 a week");
  set_calls (fixture, 3, 27);
  g_assert_cmpstr (foi_document_get_status (fixture->document), ==,
                   "MASH calls answered, 2019/20: 27 · 27 of 52 weeks · 1.0 a week");
  g_assert_true (press (fixture, GDK_KEY_End));
  g_assert_true (press (fixture, GDK_KEY_Right));
  g_assert_cmpstr (foi_document_get_status (fixture->document), ==, last);
  g_assert_cmpstr (foi_chart_canvas_get_label (fixture->canvas), ==, last);
  /* Up and down are the page's where there is one series. */
  g_assert_false (press (fixture, GDK_KEY_Down));
  gtk_widget_grab_focus (find_check (fixture, "In the letter"));
  ui_test_settle ();
  g_assert_cmpstr (foi_document_get_status (fixture->document), ==, "");
  g_assert_cmpstr (foi_chart_canvas_get_label (fixture->canvas), ==,
                   "MASH calls answered, by reporting year");
  g_assert_cmpstr (foi_document_get_place (fixture->document), ==, "tables/mash-calls");
}

static void
test_fold (Fixture *fixture, gconstpointer data)
{
  GtkWidget *fold = ui_test_find (fixture->panel, GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *other;

  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fold), FALSE);
  ui_test_settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  set_calls (fixture, 3, 1);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  other = g_object_ref_sink (foi_chart_panel_new (fixture->document, "cse-budget"));
  fold = ui_test_find (other, GTK_TYPE_TOGGLE_BUTTON);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (fold)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fold), TRUE);
  ui_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->canvas)));
  g_object_unref (other);
}

/* The officer's own title and description; those left as they were made are not stored. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiPublication) publication
    = foi_publication_new (foi_table_get_data (fixture->table));
  GtkWidget *dialog, *entry;

  for (guint i = 0; i < 2; i++)
    {
      dialog = foi_chart_words_new (GTK_WINDOW (fixture->window), fixture->document, publication,
                                    get_chart (fixture));
      gtk_window_present (GTK_WINDOW (dialog));
      entry = ui_test_find (dialog, GTK_TYPE_ENTRY);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==,
                       i == 0 ? "MASH calls answered, by reporting year" : "Calls fell");
      gtk_editable_set_text (GTK_EDITABLE (entry), i == 0 ? "  Calls fell " : "");
      ui_test_answer (FOI_TYPE_CHART_WORDS, "_Apply");
      g_assert_cmpstr (foi_case_editor_get_undo_label (get_editor (fixture)), ==,
                       "Change Words of Chart");
      g_assert_cmpstr (foi_json_get_string (get_spec (fixture), "title", "none"), ==,
                       i == 0 ? "Calls fell" : "none");
      g_assert_null (foi_json_get_member (get_spec (fixture), "alt"));
      g_assert_cmpstr (foi_chart_canvas_get_label (fixture->canvas), ==,
                       i == 0 ? "Calls fell" : "MASH calls answered, by reporting year");
    }
}

static gboolean
has_many (gpointer canvas)
{
  FoiChart *chart = foi_chart_canvas_get_chart (canvas);

  return chart != NULL && foi_chart_get_n_categories (chart) > 250;
}

/* A long table is charted in a thread, and what comes of it is the newest. */
static void
test_long_table (Fixture *fixture, gconstpointer data)
{
  guint64 first = 0;
  g_autoptr (GError) error = NULL;

  foi_case_editor_insert_rows (get_editor (fixture), "mash-calls", 9, 250, &first, &error);
  g_assert_no_error (error);
  set_calls (fixture, 0, 4321);
  g_assert_true (ui_test_wait_until (has_many, fixture->canvas, 5000));
  ui_test_settle ();
  g_assert_cmpstr (foi_chart_get_value (get_chart (fixture), 0, 0)->label, ==, "4,321");
}

/* A table of words has nothing to chart. */
static void
test_words_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_get_visible (fixture->panel));
  foi_case_editor_delete_column (get_editor (fixture), "mash-calls", "calls", &error);
  g_assert_no_error (error);
  foi_case_editor_delete_column (get_editor (fixture), "mash-calls", "weeks", &error);
  g_assert_no_error (error);
  foi_case_editor_set_table_member (get_editor (fixture), "mash-calls", "foi:chart", NULL, "x",
                                    &error);
  g_assert_no_error (error);
  g_assert_false (gtk_widget_get_visible (fixture->panel));
  g_assert_true (foi_case_editor_undo (get_editor (fixture)));
  g_assert_true (foi_case_editor_undo (get_editor (fixture)));
  g_assert_true (foi_case_editor_undo (get_editor (fixture)));
  g_assert_true (gtk_widget_get_visible (fixture->panel));
}

static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->panel);
  GdkContentFormats *formats;

  gdk_clipboard_set_text (clipboard, "before");
  g_assert_true (gtk_widget_activate_action (fixture->panel, "chart.copy", NULL));
  for (guint i = 0; i < 100; i++)
    {
      formats = gdk_clipboard_get_formats (clipboard);
      if (gdk_content_formats_contain_mime_type (formats, "image/png"))
        break;
      ui_test_settle ();
    }
  formats = gdk_clipboard_get_formats (clipboard);
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/png"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "image/svg+xml"));
}

typedef struct
{
  GtkWidget *widget;
  int        height;
} Higher;

static gboolean
is_higher (gpointer data)
{
  const Higher *higher = data;

  return gtk_widget_get_height (higher->widget) > higher->height;
}

/* With text twice as large the chart grows, the bar wraps, and nothing is wider than the window. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int before = gtk_widget_get_height (GTK_WIDGET (fixture->canvas)), dpi, minimum;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_assert_true (ui_test_wait_until (is_higher,
                                     &(Higher) { GTK_WIDGET (fixture->canvas), before * 3 / 2 },
                                     5000));
  gtk_widget_measure (fixture->panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 400);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

static GtkWidget *
make_box (guint n_children)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  gtk_widget_set_layout_manager (box, g_object_new (FOI_TYPE_WRAP_LAYOUT, "spacing", 10, NULL));
  for (guint i = 0; i < n_children; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, 100, 20);
      gtk_widget_set_hexpand (child, i == 1);
      gtk_box_append (GTK_BOX (box), child);
    }
  return box;
}

/* Three of 100 × 20 with 10 between: how high for how wide, and where the last begins. */
static void
test_wrap (void)
{
  static const struct
  {
    int width, height, last_x, last_y, second_width;
  } facts[] = {
    { 320, 20, 220, 0, 100 },  { 400, 20, 300, 0, 180 }, { 319, 50, 0, 30, 209 },
    { 210, 50, 0, 30, 100 },   { 209, 80, 0, 60, 209 },  { 100, 80, 0, 60, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      GtkWidget *box = make_box (3), *last = gtk_widget_get_last_child (box);
      int height;
      GtkAllocation place;

      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, facts[i].width, &height, NULL, NULL,
                          NULL);
      g_assert_cmpint (height, ==, facts[i].height);
      gtk_widget_size_allocate (
        box, &(GtkAllocation) { 0, 0, facts[i].width, facts[i].height }, -1);
      gtk_widget_get_allocation (last, &place);
      g_assert_cmpint (place.x, ==, facts[i].last_x);
      g_assert_cmpint (place.y, ==, facts[i].last_y);
      g_assert_cmpint (gtk_widget_get_width (gtk_widget_get_prev_sibling (last)), ==,
                       facts[i].second_width);
      g_object_unref (box);
    }
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(path, table, function)                                                                 \
  g_test_add ("/chart-panel/" path, Fixture, table, set_up, function, tear_down)
  ADD ("follows", NULL, test_follows);
  ADD ("controls", NULL, test_controls);
  ADD ("budget", "cse-budget", test_budget);
  ADD ("series", NULL, test_series);
  ADD ("keyboard", NULL, test_keyboard);
  ADD ("fold", NULL, test_fold);
  ADD ("words", NULL, test_words);
  ADD ("long-table", NULL, test_long_table);
  ADD ("words-only", NULL, test_words_only);
  ADD ("copy", NULL, test_copy);
  ADD ("large-text", NULL, test_large_text);
  g_test_add_func ("/chart-panel/wrap", test_wrap);
  return ui_test_run ();
}
