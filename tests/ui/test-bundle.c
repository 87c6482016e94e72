/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "foi-bundle.h"
#include "ui-test.h"

typedef struct
{
  FoiDocument *document;
  char        *folder, *path;
  GError      *error;
  gboolean     is_done;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->document = ui_test_open_example ();
  fixture->folder = g_dir_make_tmp ("foi-bundle-XXXXXX", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        remove_folder (file);
      else
        g_unlink (file);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  remove_folder (fixture->folder);
  g_clear_object (&fixture->document);
  g_clear_error (&fixture->error);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_clear_error (&fixture->error);
  g_free (fixture->path);
  fixture->path = foi_bundle_make_finish (result, &fixture->error);
  fixture->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->is_done;
}

static void
make (Fixture *fixture, GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  fixture->is_done = FALSE;
  foi_bundle_make_async (fixture->document, folder, cancellable, made_cb, fixture);
  g_assert_true (ui_test_wait_until (is_done, fixture, 20000));
}

/* It is a folder of its own; a second one takes nobody's name. */
static void
test_made (Fixture *fixture, gconstpointer unused)
{
  static const char *const names[] = { "FOI651119421-complaint-bundle",
                                       "FOI651119421-complaint-bundle-2" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *wanted = g_build_filename (fixture->folder, names[i], NULL);
      g_autofree char *pdf
        = g_build_filename (wanted, "FOI651119421-complaint-bundle.pdf", NULL);

      make (fixture, NULL);
      g_assert_no_error (fixture->error);
      g_assert_cmpstr (fixture->path, ==, wanted);
      g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));
    }
}

/* What is cancelled leaves nothing behind. */
static void
test_cancelled (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GDir) folder = NULL;

  g_cancellable_cancel (cancellable);
  make (fixture, cancellable);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->path);
  folder = g_dir_open (fixture->folder, 0, NULL);
  g_assert_null (g_dir_read_name (folder));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
#define ADD(name, function) \
  g_test_add ("/bundle/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("made", test_made);
  ADD ("cancelled", test_cancelled);
#undef ADD
  return ui_test_run ();
}
