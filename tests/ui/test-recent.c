/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-recent-row.h"
#include "foi-recent.h"
#include "foi-start-window.h"
#include "ui-test.h"

static gboolean
has_two (gpointer data)
{
  g_autoptr (GPtrArray) recents = foi_recent_list (12);

  return recents->len == 2;
}

static FoiRecentRow *
find_row (GtkWidget *window, GFile *file)
{
  GtkWidget *row;

  for (guint i = 0; (row = ui_test_find_nth (window, FOI_TYPE_RECENT_ROW, i)) != NULL; i++)
    {
      if (g_file_equal (foi_recent_row_get_file (FOI_RECENT_ROW (row)), file))
        return FOI_RECENT_ROW (row);
    }
  g_assert_not_reached ();
}

static gboolean
is_missing (GtkWidget *window, GFile *file)
{
  return gtk_widget_has_css_class (GTK_WIDGET (find_row (window, file)), "missing");
}

typedef struct
{
  GtkWidget *window;
  GFile     *file;
} Listed;

/* The list is made anew whenever the desktop's own changes: a row is looked for each time. */
static gboolean
is_found_missing (gpointer data)
{
  const Listed *listed = data;

  return is_missing (listed->window, listed->file);
}

static void
remember (GFile *file)
{
  g_autoptr (FoiDocument) document = ui_test_open_file (file);

  ui_test_wait_for_layout (document);
  foi_recent_add (file, foi_document_get_case (document));
}

/* The lists are there at once; what is gone is found out afterwards. */
static void
test_missing (void)
{
  g_autoptr (GFile) kept = ui_test_copy_example ("kept.foi.json");
  g_autoptr (GFile) gone = ui_test_copy_example ("gone.foi.json");
  GtkWidget *window;

  remember (kept);
  remember (gone);
  g_assert_true (ui_test_wait_until (has_two, NULL, 5000));
  g_assert_true (g_file_delete (gone, NULL, NULL));

  window = foi_start_window_new (GTK_APPLICATION (ui_test_get_application ()));
  g_assert_cmpuint (foi_start_window_get_n_recent (FOI_START_WINDOW (window)), ==, 2);
  g_assert_false (is_missing (window, gone));
  g_assert_true (ui_test_wait_until (is_found_missing, &(Listed) { window, gone }, 5000));
  g_assert_false (is_missing (window, kept));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

static GFile *
get_focused (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return FOI_IS_RECENT_ROW (focus) ? foi_recent_row_get_file (FOI_RECENT_ROW (focus)) : NULL;
}

static gboolean
is_empty (gpointer window)
{
  return foi_start_window_get_n_recent (FOI_START_WINDOW (window)) == 0;
}

/* The list is made anew under the focus, which stays where it was, and somewhere at all times. */
static void
test_focus (void)
{
  GtkWidget *window = foi_start_window_new (GTK_APPLICATION (ui_test_get_application ()));
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  FoiRecentRow *first = FOI_RECENT_ROW (ui_test_find_nth (window, FOI_TYPE_RECENT_ROW, 0));
  FoiRecentRow *second = FOI_RECENT_ROW (ui_test_find_nth (window, FOI_TYPE_RECENT_ROW, 1));
  g_autoptr (GFile) last = g_object_ref (foi_recent_row_get_file (first));
  g_autoptr (GFile) other = g_object_ref (foi_recent_row_get_file (second));
  GtkWidget *menu = ui_test_find (window, GTK_TYPE_MENU_BUTTON);

  g_assert_true (g_file_equal (get_focused (window), last));
  g_signal_emit_by_name (manager, "changed");
  g_assert_true (g_file_equal (get_focused (window), last));
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, window, 5000));
  gtk_widget_grab_focus (ui_test_find_nth (window, FOI_TYPE_RECENT_ROW, 1));
  g_signal_emit_by_name (manager, "changed");
  ui_test_settle ();
  g_assert_true (g_file_equal (get_focused (window), other));

  gtk_widget_grab_focus (menu);
  g_signal_emit_by_name (manager, "changed");
  ui_test_settle ();
  g_assert_null (get_focused (window));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (window)));

  gtk_widget_grab_focus (ui_test_find_nth (window, FOI_TYPE_RECENT_ROW, 0));
  gtk_recent_manager_purge_items (manager, NULL);
  g_assert_true (ui_test_wait_until (is_empty, window, 5000));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == ui_test_find_action (window,
                                                                                   "app.new"));
  gtk_window_destroy (GTK_WINDOW (window));
  window = foi_start_window_new (GTK_APPLICATION (ui_test_get_application ()));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == ui_test_find_action (window,
                                                                                   "app.new"));
  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
}

/* A window that is gone before the answer comes is told nothing. */
static void
test_closed_meanwhile (void)
{
  GtkWidget *window = foi_start_window_new (GTK_APPLICATION (ui_test_get_application ()));

  gtk_window_destroy (GTK_WINDOW (window));
  ui_test_settle ();
  ui_test_settle ();
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/recent/missing", test_missing);
  g_test_add_func ("/recent/focus", test_focus);
  g_test_add_func ("/recent/closed-meanwhile", test_closed_meanwhile);
  return ui_test_run ();
}
