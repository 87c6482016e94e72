/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-help.h"
#include "ui-test.h"

#include <glib/gstdio.h>

typedef struct
{
  GFile  *file;
  GError *error;
  gboolean is_done;
} Found;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Found *found = user_data;

  found->file = foi_help_find_finish (result, &found->error);
  found->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Found *) data)->is_done;
}

/* What is found where pages are installed in @folder. */
static Found
find (const char *folder)
{
  Found found = { NULL, NULL, FALSE };

  g_setenv ("FOI_HELP_DIR", folder, TRUE);
  foi_help_find_async (NULL, found_cb, &found);
  g_assert_true (ui_test_wait_until (is_done, &found, 10000));
  return found;
}

static char *
dup_source (void)
{
  return g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), "data/help", NULL);
}

/* An installed page is shown where it is: a sandbox hands that very file to the browser. */
static void
test_installed (void)
{
  g_autofree char *folder = dup_source ();
  Found found = find (folder);
  g_autofree char *path = g_file_get_path (found.file);
  g_autofree char *expected = g_build_filename (folder, "en_GB/index.html", NULL);

  g_assert_no_error (found.error);
  g_assert_cmpstr (path, ==, expected);
  g_object_unref (found.file);
}

/* A program that was built and not installed has the same page with it. */
static void
test_not_installed (void)
{
  g_autofree char *folder = dup_source ();
  g_autofree char *page = g_build_filename (folder, "en_GB/index.html", NULL);
  g_autofree char *expected = NULL, *text = NULL, *path = NULL;
  g_autoptr (GError) error = NULL;
  Found found;

  g_assert_true (g_file_get_contents (page, &expected, NULL, &error));
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&text, g_free);
      g_clear_pointer (&path, g_free);
      found = find ("/nonexistent");
      g_assert_no_error (found.error);
      path = g_file_get_path (found.file);
      g_assert_true (g_str_has_prefix (path, g_get_user_cache_dir ()));
      g_assert_true (g_str_has_suffix (path, "/index.html"));
      g_assert_true (g_file_get_contents (path, &text, NULL, &error));
      g_assert_cmpstr (text, ==, expected);
      /* Whatever happened to that file, it is whole the next time. */
      g_assert_true (g_file_set_contents (path, "other", -1, &error));
      g_object_unref (found.file);
    }
}

/* Where it cannot be written, that is said. */
static void
test_no_room (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "foi-desk/help/en_GB", NULL);
  g_autofree char *page = g_build_filename (folder, "index.html", NULL);
  Found found;

  g_remove (page);
  g_assert_cmpint (g_mkdir_with_parents (page, 0700), ==, 0);
  found = find ("/nonexistent");
  g_assert_null (found.file);
  g_assert_error (found.error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&found.error);
  g_assert_cmpint (g_rmdir (page), ==, 0);
}

/* GTK warns where a part of the window is given less room than none; here that ends the program. */
static void
test_shortcuts (void)
{
  GtkWidget *shortcuts;

  g_action_group_activate_action (G_ACTION_GROUP (ui_test_get_application ()), "shortcuts", NULL);
  shortcuts = ui_test_find_window (GTK_TYPE_SHORTCUTS_WINDOW);
  g_assert_nonnull (shortcuts);
  g_assert_true (ui_test_wait_until (ui_test_is_mapped, shortcuts, 10000));
  ui_test_settle ();
  gtk_window_destroy (GTK_WINDOW (shortcuts));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/help/installed", test_installed);
  g_test_add_func ("/help/not-installed", test_not_installed);
  g_test_add_func ("/help/no-room", test_no_room);
  g_test_add_func ("/help/shortcuts", test_shortcuts);
  return ui_test_run ();
}
