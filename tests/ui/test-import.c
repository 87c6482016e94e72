/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "foi-hidden-list.h"
#include "foi-inspect-window.h"
#include "ui-test.h"

static GFile *
get_sample (const char *name)
{
  g_autofree char *inside = g_build_filename ("tests/data/workbooks", name, NULL);
  g_autofree char *path = ui_test_dup_data (inside);

  return g_file_new_for_path (path);
}

static GFile *
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

/* ---- what a workbook hides ------------------------------------------------------------------- */

static gboolean
is_not_busy (gpointer window)
{
  return !foi_inspect_window_is_busy (window);
}

static GtkWidget *
look (GFile *file)
{
  GtkWidget *window
    = foi_inspect_window_present (GTK_APPLICATION (ui_test_get_application ()), file);

  g_assert_true (ui_test_wait_until (is_not_busy, window, 10000));
  return window;
}

/* Kinds and places are listed and can be copied; what the cells hold is not said. */
static void
test_hidden (void)
{
  static const char *const samples[] = { "calls.xlsx", "calls.ods" };

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GFile) file = get_sample (samples[i]);
      g_autofree char *heading
        = g_strdup_printf ("“%s” holds 2 things that a glance does not show", samples[i]);
      g_autofree char *text = NULL;
      GtkWidget *window = look (file);
      GtkWidget *list = ui_test_find (window, FOI_TYPE_HIDDEN_LIST);

      g_assert_cmpstr (foi_inspect_window_get_heading (FOI_INSPECT_WINDOW (window)), ==, heading);
      g_assert_true (gtk_widget_get_visible (list));
      text = foi_hidden_list_dup_text (FOI_HIDDEN_LIST (list));
      g_assert_cmpstr (text, ==, "Hidden sheet: Staff\nHidden rows: Calls!6:6\n");
      g_assert_true (gtk_widget_get_sensitive (ui_test_find_button (window, "C_opy the List")));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* Where nothing is hidden that is said, and what cannot be looked through is never called clean. */
static void
test_not_hidden (void)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *heading;
  } facts[] = {
    { "a.csv", "Year,Calls\n2023,5\n", "Nothing is hidden in “a.csv”" },
    { "a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "“a.xls” cannot be looked through" },
    { "a.json", "{\"foi:case\": {}}", "“a.json” cannot be looked through" },
    { "b.xlsx", "PK\3\4 damaged", "“b.xlsx” cannot be looked through" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GFile) file = write_file (facts[i].name, facts[i].text);
      GtkWidget *window = look (file);

      g_assert_cmpstr (foi_inspect_window_get_heading (FOI_INSPECT_WINDOW (window)), ==,
                       facts[i].heading);
      g_assert_false (gtk_widget_get_visible (ui_test_find (window, FOI_TYPE_HIDDEN_LIST)));
      g_assert_false (gtk_widget_get_sensitive (ui_test_find_button (window, "C_opy the List")));
      g_unlink (g_file_peek_path (file));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
test_takes (void)
{
  static const struct
  {
    const char *path;
    gboolean    takes;
  } facts[] = {
    { "/a/calls.xlsx", TRUE }, { "/a/CALLS.XLS", TRUE },       { "/a/calls.ods", TRUE },
    { "/a/calls.csv", TRUE },  { "/a/calls.foi.json", FALSE }, { "/a/calls", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (facts[i].path);

      g_assert_cmpint (foi_inspect_takes (file), ==, facts[i].takes);
    }
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/inspect/hidden", test_hidden);
  g_test_add_func ("/inspect/not-hidden", test_not_hidden);
  g_test_add_func ("/inspect/takes", test_takes);
  return ui_test_run ();
}
