/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "foi-almanac.h"
#include "foi-case-file.h"
#include "foi-compare-window.h"
#include "foi-register-empty.h"
#include "foi-register-place.h"
#include "foi-register-view.h"
#include "foi-settings.h"
#include "foi-start-window.h"
#include "foi-window.h"
#include "ui-test.h"

/* A Monday. */
#define TODAY "2024-11-25"

static const char *today = TODAY;

#define CASE \
  "{\"name\":\"a\",\"id\":\"%s\",\"title\":\"%s\",\"foi:case\":{\"format\":\"uk-foi-case\"," \
  "\"version\":1,\"_rev\":\"0\",\"regime\":\"foia\",\"request\":{\"text\":\"?\"," \
  "\"received\":\"%s\"},\"questions\":[{\"id\":\"q1\",\"number\":\"1\",\"label\":\"\"," \
  "\"text\":\"How many?\",\"answer\":\"%s\"}],\"events\":[]}}"

typedef struct
{
  char             *folder;
  GtkWidget        *window;
  FoiRegisterView  *view;
  FoiRegister      *reg;
  FoiRegisterTable *table;
} Fixture;

static FoiDate
tell_today (void)
{
  return foi_date_from_iso (today);
}

static void
write_case (Fixture *fixture, const char *name, const char *subject, const char *received,
            const char *answer)
{
  g_autofree char *file = g_strconcat (name, ".foi.json", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, file, NULL);
  g_autofree char *json = g_strdup_printf (CASE, name, subject, received, answer);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, json, -1, &error);
  g_assert_no_error (error);
}

static void
remove_file (Fixture *fixture, const char *file)
{
  g_autofree char *path = g_build_filename (fixture->folder, file, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

static gboolean
is_idle (gpointer data)
{
  Fixture *fixture = data;

  return !foi_register_is_reading (fixture->reg);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = g_dir_make_tmp ("foi-register-XXXXXX", NULL);
  foi_almanac_set_source (foi_almanac_get_default (), tell_today);
  write_case (fixture, "FOI1", "Potholes", "2024-10-30", "We filled them in Quarry Lane.");
  write_case (fixture, "FOI2", "Trees", "2024-10-15", "");
  write_case (fixture, "FOI10", "Parking", "2024-11-18", "");
  foi_settings_set_register_folder (foi_settings_get_default (), fixture->folder);
  fixture->window = foi_start_window_new (GTK_APPLICATION (ui_test_get_application ()));
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->view = FOI_REGISTER_VIEW (ui_test_find (fixture->window, FOI_TYPE_REGISTER_VIEW));
  fixture->reg = foi_register_view_get_register (fixture->view);
  fixture->table = foi_register_view_get_table (fixture->view);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.filter", "i",
                              (gint32) FOI_FILTER_ALL);
  g_assert_true (ui_test_wait_until (is_idle, fixture, 5000));
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
}

/* "[Overdue] FOI2 FOI1", as they stand in the table. */
static char *
dup_rows (Fixture *fixture)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0;; i++)
    {
      g_autoptr (FoiRegisterItem) item = foi_register_table_get_row (fixture->table, i);
      g_autofree char *heading = foi_register_table_dup_heading (fixture->table, i);

      if (item == NULL && heading == NULL)
        return g_strdup (text->str);
      if (i > 0)
        g_string_append_c (text, ' ');
      if (heading != NULL)
        g_string_append_printf (text, "[%s]", heading);
      else
        g_string_append (text, foi_register_item_get_row (item)->fault == NULL
                                 ? foi_register_item_get_row (item)->reference : "?");
    }
}

typedef struct
{
  Fixture    *fixture;
  const char *rows;
} Wanted;

static gboolean
has_rows (gpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *rows = dup_rows (wanted->fixture);

  return g_str_equal (rows, wanted->rows);
}

static void
assert_rows (Fixture *fixture, const char *rows)
{
  Wanted wanted = { fixture, rows };
  g_autofree char *found = NULL;

  if (ui_test_wait_until (has_rows, &wanted, 5000))
    return;
  found = dup_rows (fixture);
  g_assert_cmpstr (found, ==, rows);
}

/* What is due first stands first; the filters leave what they are for. */
static void
test_filters (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    int         filter;
    const char *rows;
  } facts[] = {
    { FOI_FILTER_ALL, "FOI2 FOI1 FOI10" },
    { FOI_FILTER_TODAY, "[Overdue] FOI2 [Due this week] FOI1" },
    { FOI_FILTER_WEEK, "FOI1" },             { FOI_FILTER_OVERDUE, "FOI2" },
    { FOI_FILTER_WAITING, "" },              { FOI_FILTER_APPROVE, "" },
    { FOI_FILTER_OPEN, "FOI2 FOI1 FOI10" },  { FOI_FILTER_ISSUED, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.filter", "i",
                                  facts[i].filter);
      assert_rows (fixture, facts[i].rows);
    }
}

/* Who left the window open overnight sees in the morning what is due then. */
static void
test_next_day (Fixture *fixture, gconstpointer unused)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.filter", "i",
                              FOI_FILTER_TODAY);
  assert_rows (fixture, "[Overdue] FOI2 [Due this week] FOI1");
  today = "2024-11-27";
  foi_almanac_check (foi_almanac_get_default ());
  assert_rows (fixture, "[Overdue] FOI2 [Due today] FOI1");
  today = TODAY;
  foi_almanac_check (foi_almanac_get_default ());
  assert_rows (fixture, "[Overdue] FOI2 [Due this week] FOI1");
}

static gboolean
has_advice (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *label;

  for (guint i = 0;
       (label = ui_test_find_nth (GTK_WIDGET (fixture->view), GTK_TYPE_LABEL, i)) != NULL; i++)
    if (strstr (gtk_label_get_text (GTK_LABEL (label)),
                "FOI10 is due on Tuesday 17 December 2024") != NULL)
      return gtk_widget_is_visible (label);
  return FALSE;
}

/* A day without anything to do says so, and when there is something next. */
static void
test_empty_day (Fixture *fixture, gconstpointer unused)
{
  remove_file (fixture, "FOI1.foi.json");
  remove_file (fixture, "FOI2.foi.json");
  foi_register_refresh (fixture->reg);
  assert_rows (fixture, "FOI10");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.filter", "i",
                              FOI_FILTER_TODAY);
  assert_rows (fixture, "");
  g_assert_true (ui_test_wait_until (has_advice, fixture, 5000));
}

static void
test_search (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *entry = ui_test_find (fixture->window, GTK_TYPE_SEARCH_ENTRY);
  g_autoptr (FoiRegisterItem) item = NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), "quarry");
  assert_rows (fixture, "FOI1");
  item = foi_register_table_get_row (fixture->table, 0);
  g_assert_cmpstr (foi_register_item_get_place (item), ==, "questions/q1/answer");
  /* What comes while something is sought is searched, too. */
  write_case (fixture, "FOI3", "Another quarry", "2024-11-20", "");
  foi_register_refresh (fixture->reg);
  assert_rows (fixture, "FOI1 FOI3");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  assert_rows (fixture, "FOI2 FOI1 FOI10 FOI3");
}

/* Another program writes, removes, renames and breaks files: the rows follow. */
static void
test_files_change (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *from = g_build_filename (fixture->folder, "FOI1.foi.json", NULL);
  g_autofree char *to = g_build_filename (fixture->folder, "renamed.foi.json", NULL);
  g_autofree char *broken = g_build_filename (fixture->folder, "FOI10.foi.json", NULL);

  assert_rows (fixture, "FOI2 FOI1 FOI10");
  write_case (fixture, "FOI2", "Trees", "2024-11-20", "");
  assert_rows (fixture, "FOI1 FOI10 FOI2");
  g_assert_cmpint (g_rename (from, to), ==, 0);
  assert_rows (fixture, "FOI1 FOI10 FOI2");
  g_assert_true (ui_test_wait_until (is_idle, fixture, 5000));
  g_assert_nonnull (foi_register_find (fixture->reg, to));
  remove_file (fixture, "renamed.foi.json");
  assert_rows (fixture, "FOI10 FOI2");
  g_assert_true (g_file_set_contents (broken, "{", -1, NULL));
  assert_rows (fixture, "FOI2 ?");
  remove_file (fixture, "FOI2.foi.json");
  remove_file (fixture, "FOI10.foi.json");
  assert_rows (fixture, "");
}

static gboolean
has_problem (gpointer data)
{
  return foi_register_get_problem (((Fixture *) data)->reg) != NULL;
}

static gboolean
has_no_problem (gpointer data)
{
  return !has_problem (data);
}

/* A share that vanishes takes nothing away that was seen; when it is back the rows follow again. */
static void
test_share_vanishes (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *elsewhere = g_strconcat (fixture->folder, "-gone", NULL);

  assert_rows (fixture, "FOI2 FOI1 FOI10");
  g_assert_cmpint (g_rename (fixture->folder, elsewhere), ==, 0);
  foi_register_refresh (fixture->reg);
  g_assert_true (ui_test_wait_until (has_problem, fixture, 5000));
  assert_rows (fixture, "FOI2 FOI1 FOI10");
  g_assert_cmpint (g_rename (elsewhere, fixture->folder), ==, 0);
  foi_register_refresh (fixture->reg);
  g_assert_true (ui_test_wait_until (has_no_problem, fixture, 5000));
  assert_rows (fixture, "FOI2 FOI1 FOI10");
}

/* A file that was checked is the same row: what is selected stays. */
static void
test_checked (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoiRegisterItem) item = NULL;

  g_assert_true (ui_test_wait_until (is_idle, fixture, 5000));
  item = foi_register_table_get_row (fixture->table, 0);
  g_assert_nonnull (item);
  g_assert_cmpint (foi_register_item_get_entry (item)->n_to_fix, >=, 0);
}

static void
test_columns_are_remembered (Fixture *fixture, gconstpointer unused)
{
  FoiSettings *settings = foi_settings_get_default ();

  g_assert_true (foi_settings_has_register_column (settings, "owner"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.owner", NULL);
  g_assert_false (foi_settings_has_register_column (settings, "owner"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->table), "columns.owner", NULL);
  g_assert_true (foi_settings_has_register_column (settings, "owner"));
}

static void
press (Fixture *fixture, guint key)
{
  GtkEventController *controller = NULL;
  GtkWidget *scroller = ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);
  gboolean is_taken;

  for (guint i = 0; controller == NULL && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) candidate = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (candidate)
          && gtk_event_controller_get_propagation_phase (candidate) == GTK_PHASE_CAPTURE)
        controller = candidate;
    }
  g_assert_nonnull (controller);
  g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_taken);
}

/* Cases that are due on one day stand by reference, in whatever order they came. */
static void
test_ties (Fixture *fixture, gconstpointer unused)
{
  static const char *const later[] = { "FOI7", "FOI5", "FOI9", "FOI6", "FOI8" };

  for (gsize i = 0; i < G_N_ELEMENTS (later); i++)
    {
      write_case (fixture, later[i], "Another", "2024-11-20", "");
      foi_register_refresh (fixture->reg);
      g_assert_true (ui_test_wait_until (is_idle, fixture, 5000));
    }
  assert_rows (fixture, "FOI2 FOI1 FOI10 FOI5 FOI6 FOI7 FOI8 FOI9");
}

/* The place in the window where the keys go. */
static gboolean
has_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static gboolean
is_shown (gpointer data)
{
  return gtk_widget_get_visible (GTK_WIDGET (data));
}

static gboolean
is_hidden (gpointer data)
{
  return !is_shown (data);
}

/* The menu stands outside the table; what it chooses is done all the same, and it sorts by keys. */
static void
test_sorts_by_menu (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  assert_rows (fixture, "FOI2 FOI1 FOI10");
  g_assert_true (gtk_widget_activate_action (view, "sort.reference", NULL));
  assert_rows (fixture, "FOI1 FOI2 FOI10");
  g_assert_true (gtk_widget_activate_action (view, "sort.reference", NULL));
  assert_rows (fixture, "FOI10 FOI2 FOI1");
  g_assert_true (gtk_widget_activate_action (view, "sort.subject", NULL));
  assert_rows (fixture, "FOI10 FOI1 FOI2");
  g_assert_true (gtk_widget_activate_action (view, "columns.owner", NULL));
  g_assert_true (gtk_widget_activate_action (view, "columns.owner", NULL));
}

/* A filter that leaves no row takes the focus to its own button, whose name tells; and back. */
static void
test_emptied (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *table = GTK_WIDGET (fixture->table), *focus;

  for (int i = 0; i < 3; i++)
    {
      gtk_widget_grab_focus (table);
      ui_test_settle ();
      g_assert_true (has_focus (table));
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.filter", "i",
                                  FOI_FILTER_ISSUED);
      assert_rows (fixture, "");
      ui_test_settle ();
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      g_assert_true (GTK_IS_TOGGLE_BUTTON (focus));
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, "Issued  0");
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.filter", "i",
                                  FOI_FILTER_ALL);
      assert_rows (fixture, "FOI2 FOI1 FOI10");
      ui_test_settle ();
      g_assert_true (has_focus (table));
    }
}

/* What the filter leaves out of what was found: it is said how much, and a button shows it. */
static void
test_found_elsewhere (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *search = ui_test_find (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *page, *button;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.filter", "i",
                              FOI_FILTER_ISSUED);
  gtk_editable_set_text (GTK_EDITABLE (search), "quarry");
  page = ui_test_find (GTK_WIDGET (fixture->view), FOI_TYPE_REGISTER_EMPTY);
  button = ui_test_find (page, GTK_TYPE_BUTTON);
  g_assert_true (ui_test_wait_until (is_shown, button, 5000));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==,
                   "Show the 1 Found Among All Cases");
  gtk_widget_activate (button);
  assert_rows (fixture, "FOI1");
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.filter", "i",
                              FOI_FILTER_ISSUED);
  assert_rows (fixture, "");
  g_assert_true (ui_test_wait_until (is_hidden, button, 5000));
}

/* Cases in one state stand together, sorted within it; a heading folds them, and they stay so. */
static void
test_groups (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW);
  g_autofree char *broken = g_build_filename (fixture->folder, "x.foi.json", NULL);
  GtkSelectionModel *selection;

  g_assert_true (g_file_set_contents (broken, "{", -1, NULL));
  foi_register_refresh (fixture->reg);
  assert_rows (fixture, "FOI2 FOI1 FOI10 ?");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.group", NULL);
  assert_rows (fixture, "[Cannot be read] ? [Draft] FOI2 FOI1 FOI10");
  selection = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  gtk_selection_model_select_item (selection, 2, TRUE);
  press (fixture, GDK_KEY_Left);
  assert_rows (fixture, "[Cannot be read] ? [Draft]");
  /* What comes meanwhile does not open it, nor that it was empty for a while. */
  write_case (fixture, "FOI3", "Another", "2024-11-20", "");
  foi_register_refresh (fixture->reg);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.filter", "i",
                              FOI_FILTER_ISSUED);
  assert_rows (fixture, "");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.filter", "i", FOI_FILTER_ALL);
  assert_rows (fixture, "[Cannot be read] ? [Draft]");
  gtk_selection_model_select_item (selection, 2, TRUE);
  press (fixture, GDK_KEY_Right);
  assert_rows (fixture, "[Cannot be read] ? [Draft] FOI2 FOI1 FOI10 FOI3");
  g_signal_emit_by_name (view, "activate", 0);
  assert_rows (fixture, "[Cannot be read] [Draft] FOI2 FOI1 FOI10 FOI3");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.group", NULL);
  assert_rows (fixture, "FOI2 FOI1 FOI10 FOI3 ?");
}

/* Another window begins as the last one was left; and with what is to be done today. */
static void
test_grouping_is_remembered (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *other;
  FoiRegisterView *view;

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.group", NULL);
  other = foi_start_window_new (GTK_APPLICATION (ui_test_get_application ()));
  view = FOI_REGISTER_VIEW (ui_test_find (other, FOI_TYPE_REGISTER_VIEW));
  g_assert_cmpint (foi_register_table_get_filter (foi_register_view_get_table (view)), ==,
                   FOI_FILTER_TODAY);
  gtk_widget_activate_action (GTK_WIDGET (view), "register.filter", "i", FOI_FILTER_ALL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = other;
  fixture->view = view;
  fixture->reg = foi_register_view_get_register (view);
  fixture->table = foi_register_view_get_table (view);
  assert_rows (fixture, "[Draft] FOI2 FOI1 FOI10");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.group", NULL);
  assert_rows (fixture, "FOI2 FOI1 FOI10");
}

static const char *
get_original (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  FoiRegisterItem *item = foi_register_find (fixture->reg, path);

  return item != NULL ? foi_register_item_get_original (item) : NULL;
}

static gboolean
has_copy (gpointer data)
{
  return get_original (data, "FOI1-LAPTOP.foi.json") != NULL;
}

static void
copy_case (Fixture *fixture, const char *name, const char *reference)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *json
    = g_strdup_printf (CASE, reference, "Potholes", "2024-10-30", "We filled four.");

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
}

static gboolean
is_compared (gpointer data)
{
  GtkWidget *view = ui_test_find (GTK_WIDGET (data), GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *rows = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));

  return g_list_model_get_n_items (G_LIST_MODEL (rows)) > 0;
}

static gboolean
is_offered (Fixture *fixture)
{
  GtkWidget *button = ui_test_find_button (fixture->window, "Compare…");

  return button != NULL && gtk_widget_is_visible (button);
}

/* A copy of a shared folder is known by its name and its reference, is offered to be compared, and
 * goes to the bin when the other is kept; what only looks like one is let alone. */
static void
test_copies (Fixture *fixture, gconstpointer unused)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWindow) window = NULL;

  copy_case (fixture, "FOI1-LAPTOP.foi.json", "FOI1");
  copy_case (fixture, "FOI1-B.foi.json", "FOI1-B");
  copy_case (fixture, "FOI1.foi-DESKTOP-7K2P9QX.json", "FOI1");
  foi_register_refresh (fixture->reg);
  g_assert_true (ui_test_wait_until (has_copy, fixture, 5000));
  g_assert_true (g_str_has_suffix (get_original (fixture, "FOI1-LAPTOP.foi.json"),
                                   "/FOI1.foi.json"));
  g_assert_true (g_str_has_suffix (get_original (fixture, "FOI1.foi-DESKTOP-7K2P9QX.json"),
                                   "/FOI1.foi.json"));
  g_assert_null (get_original (fixture, "FOI1-B.foi.json"));
  g_assert_null (get_original (fixture, "FOI1.foi.json"));
  ui_test_settle ();
  g_assert_true (is_offered (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "register.compare", NULL);
  for (guint i = 0; window == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) candidate = g_list_model_get_item (windows, i);

      if (FOI_IS_COMPARE_WINDOW (candidate))
        window = g_steal_pointer (&candidate);
    }
  g_assert_nonnull (window);
  g_assert_true (ui_test_wait_until (is_compared, window, 5000));
  gtk_window_destroy (window);
  /* What is no copy any more is not told of. */
  remove_file (fixture, "FOI1-LAPTOP.foi.json");
  remove_file (fixture, "FOI1-B.foi.json");
  remove_file (fixture, "FOI1.foi-DESKTOP-7K2P9QX.json");
  foi_register_refresh (fixture->reg);
  assert_rows (fixture, "FOI2 FOI1 FOI10");
  g_assert_true (ui_test_wait_until (is_idle, fixture, 5000));
  ui_test_settle ();
  g_assert_false (is_offered (fixture));
}

/* A button of a filter, by the beginning of its words. */
static const char *
get_filter_words (Fixture *fixture, const char *name)
{
  GtkWidget *button;

  for (guint i = 0;
       (button = ui_test_find_nth (fixture->window, GTK_TYPE_TOGGLE_BUTTON, i)) != NULL; i++)
    {
      const char *words = gtk_button_get_label (GTK_BUTTON (button));

      if (words != NULL && g_str_has_prefix (words, name))
        return words;
    }
  return NULL;
}

static gboolean
has_twins (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (FoiRegisterCopies) copies = foi_register_new_copies (fixture->reg);

  return is_idle (fixture) && foi_register_copies_find_twin (copies) != NULL;
}

/* The band names both files. */
static gboolean
says_twins (gpointer data)
{
  GtkWidget *label;

  for (guint i = 0;
       (label = ui_test_find_nth (((Fixture *) data)->window, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)),
                     "“FOI1.foi.json” and “Potholes.foi.json” have the same reference, FOI1, and "
                     "both are counted. Remove one, or correct its reference."))
      return gtk_widget_get_mapped (label);
  return FALSE;
}

static gboolean
says_no_twins (gpointer data)
{
  return !says_twins (data);
}

static gboolean
counts_all (gpointer data)
{
  return g_strcmp0 (get_filter_words (data, "All"), "All  4") == 0;
}

/* Two files with one reference are both counted, and named; a copy is listed and not counted. */
static void
test_twins (Fixture *fixture, gconstpointer unused)
{
  copy_case (fixture, "Potholes.foi.json", "FOI1");
  copy_case (fixture, "FOI2-LAPTOP.foi.json", "FOI2");
  foi_register_refresh (fixture->reg);
  g_assert_true (ui_test_wait_until (has_twins, fixture, 5000));
  g_assert_true (ui_test_wait_until (counts_all, fixture, 5000));
  /* The copy is told of first; when it has gone, the two are. */
  remove_file (fixture, "FOI2-LAPTOP.foi.json");
  foi_register_refresh (fixture->reg);
  g_assert_true (ui_test_wait_until (says_twins, fixture, 5000));
  remove_file (fixture, "Potholes.foi.json");
  foi_register_refresh (fixture->reg);
  g_assert_true (ui_test_wait_until (says_no_twins, fixture, 5000));
}

static gboolean
is_case_open (gpointer data)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (ui_test_get_application ()));

  for (GList *link = windows; link != NULL; link = link->next)
    if (FOI_IS_WINDOW (link->data))
      {
        *(GtkWindow **) data = link->data;
        return TRUE;
      }
  return FALSE;
}

static void
test_opens (Fixture *fixture, gconstpointer unused)
{
  GtkWindow *window = NULL;
  GtkWidget *view = ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW);

  assert_rows (fixture, "FOI2 FOI1 FOI10");
  g_signal_emit_by_name (view, "activate", 1);
  g_assert_true (ui_test_wait_until (is_case_open, &window, 5000));
  g_assert_nonnull (strstr (gtk_window_get_title (window), "FOI1"));
  /* The register stays open beside the case. */
  g_assert_true (gtk_widget_get_visible (fixture->window));
  gtk_window_destroy (window);
  ui_test_settle ();
}

static gboolean
is_found_in_title (gpointer data)
{
  g_autoptr (FoiRegisterItem) item = foi_register_table_get_row (((Fixture *) data)->table, 0);

  return item != NULL && g_strcmp0 (foi_register_item_get_place (item), "title") == 0;
}

static GtkWindow *
open_first (Fixture *fixture)
{
  GtkWindow *window = NULL;
  GtkWidget *view = ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW);

  g_signal_emit_by_name (view, "activate", 0);
  g_assert_true (ui_test_wait_until (is_case_open, &window, 5000));
  ui_test_settle ();
  return window;
}

/* What was found opens where it stands; a window that is open already goes there, too. */
static void
test_opens_at_place (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *entry = ui_test_find (fixture->window, GTK_TYPE_SEARCH_ENTRY);
  FoiDocument *document;
  GtkWindow *window;

  gtk_editable_set_text (GTK_EDITABLE (entry), "quarry");
  assert_rows (fixture, "FOI1");
  window = open_first (fixture);
  document = foi_window_get_document (FOI_WINDOW (window));
  g_assert_cmpstr (foi_document_get_place (document), ==, "questions/q1/answer");
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (window)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "potholes");
  g_assert_true (ui_test_wait_until (is_found_in_title, fixture, 5000));
  g_assert_true (open_first (fixture) == window);
  g_assert_true (g_str_has_prefix (foi_document_get_place (document), "request"));
  g_assert_true (GTK_IS_TEXT (gtk_window_get_focus (window)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (gtk_window_get_focus (window))), ==,
                   "Potholes");
  gtk_window_destroy (window);
  ui_test_settle ();
}

/* On the left where something was found, on the right what shows it in the window of the case. */
static void
test_places (void)
{
  static const struct
  {
    const char *place;
    const char *editor;
  } facts[] = {
    { "id", "request/reference" },
    { "title", "request/subject" },
    { "request/text", "request/text" },
    { "request/requester/name", "request/requester/name" },
    { "questions/q3/answer", "questions/q3/answer" },
    { "questions/q3/text", "questions/q3/text" },
    { "questions/q3/grounds/0/reason", "questions/q3/grounds" },
    { "questions/q3/grounds/0/public_interest/for", "questions/q3/grounds" },
    { "questions/q3/estimate/rows/2/how_counted", "questions/q3/estimate" },
    { "questions/q3/parts/q3a/answer", "questions/q3/parts/q3a/answer" },
    { "questions/q3/parts/q3a/grounds/1/reason", "questions/q3/parts/q3a/grounds" },
    { "tables/calls", "tables/calls" },
    { "tables/calls/2016/17", "tables/calls" },
    { "letters/response/paragraphs/thanks", "letters/response/paragraphs/thanks" },
    { "events/4/note", "request" },
    { "period/basis", "request" },
    { "internal/0/note", NULL },
    { "accepted/0/reason", NULL },
    { "attachments/map/name", NULL },
    { "questions", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *editor = foi_register_place_dup_editor (facts[i].place);

      g_assert_cmpstr (editor, ==, facts[i].editor);
    }
}

#define ADD(name, function) \
  g_test_add ("/register/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  ADD ("filters", test_filters);
  ADD ("next-day", test_next_day);
  ADD ("empty-day", test_empty_day);
  ADD ("search", test_search);
  ADD ("files-change", test_files_change);
  ADD ("share-vanishes", test_share_vanishes);
  ADD ("checked", test_checked);
  ADD ("columns-are-remembered", test_columns_are_remembered);
  ADD ("ties", test_ties);
  ADD ("groups", test_groups);
  ADD ("sorts-by-menu", test_sorts_by_menu);
  ADD ("emptied", test_emptied);
  ADD ("found-elsewhere", test_found_elsewhere);
  ADD ("copies", test_copies);
  ADD ("twins", test_twins);
  ADD ("grouping-is-remembered", test_grouping_is_remembered);
  ADD ("opens", test_opens);
  ADD ("opens-at-place", test_opens_at_place);
  g_test_add_func ("/register/places", test_places);
  return ui_test_run ();
}
