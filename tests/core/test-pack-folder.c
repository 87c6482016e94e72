/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pack-folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "foi-error.h"

/* A folder for one test, empty. */
typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("foi-pack-folder-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "pack", NULL);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        remove_all (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A pack of files of zeros, and its list. */
static FoiPack *
make_pack (guint n_files, gsize size)
{
  g_autoptr (FoiLetter) letter = foi_letter_new ();
  FoiPack *pack;

  letter->title = g_strdup ("Letter");
  letter->reference = g_strdup ("FOI1");
  pack = foi_pack_new (FOI_PACK_PUBLISH, letter);
  for (guint i = 0; i < n_files; i++)
    foi_pack_add (pack, "file", "bin", "application/octet-stream", g_strdup ("A file"),
                  g_bytes_new_take (g_malloc0 (size), size));
  foi_pack_add_list (pack);
  return pack;
}

static gboolean
write_pack (Fixture *fixture, FoiPack *pack, gboolean replace, FoiPackLookFunc look,
            gpointer look_data, FoiProgressFunc progress, GCancellable *cancellable,
            GError **error)
{
  return foi_pack_folder_write (pack, fixture->path, replace, look, look_data, progress,
                                cancellable, cancellable, error);
}

/* Nothing of it is there, and nothing beside it. */
static void
assert_nothing (Fixture *fixture)
{
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiPack) pack = make_pack (3, 1000);
  g_autoptr (GError) error = NULL;

  g_assert_true (write_pack (fixture, pack, FALSE, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpuint (count_files (fixture->path), ==, 4);
  g_assert_false (write_pack (fixture, pack, FALSE, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_cmpuint (count_files (fixture->path), ==, 4);
}

/* ---- what goes wrong ---- */

/* A file larger than may be is refused by the system in the middle, as on a full disk. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiPack) pack = make_pack (3, 3 * 1024 * 1024);
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 2 * 1024 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (write_pack (fixture, pack, FALSE, NULL, NULL, NULL, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  assert_nothing (fixture);
}

static void
cancel_at_cb (double fraction, gpointer user_data)
{
  GCancellable *cancellable = user_data;

  if (fraction >= GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cancellable), "percent")) / 100.0)
    g_cancellable_cancel (cancellable);
}

/* Whenever it is cancelled nothing is left of it, and an older pack stays. */
static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiPack) pack = make_pack (8, 100000);
  g_autoptr (FoiPack) older = make_pack (1, 10);

  for (int percent = 0; percent < 100; percent += 9)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      g_object_set_data (G_OBJECT (cancellable), "percent", GINT_TO_POINTER (percent));
      g_assert_false (write_pack (fixture, pack, FALSE, NULL, NULL, cancel_at_cb, cancellable,
                                  &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_nothing (fixture);
    }
  for (int percent = 0; percent < 100; percent += 30)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      g_assert_true (write_pack (fixture, older, TRUE, NULL, NULL, NULL, NULL, NULL));
      g_object_set_data (G_OBJECT (cancellable), "percent", GINT_TO_POINTER (percent));
      g_assert_false (write_pack (fixture, pack, TRUE, NULL, NULL, cancel_at_cb, cancellable,
                                  &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
      g_assert_cmpuint (count_files (fixture->path), ==, 2);
    }
}

static gboolean
refuse_third (const FoiPackFile *file, GBytes *bytes, gpointer user_data, GError **error)
{
  guint *n = user_data;

  g_assert_true (g_bytes_equal (file->bytes, bytes));
  if (++*n < 3)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, "%s", file->name);
  return FALSE;
}

/* Whoever looks at the files can stop them, and nothing is left. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiPack) pack = make_pack (5, 100);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_false (write_pack (fixture, pack, FALSE, refuse_third, &n, NULL, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "file-3.bin");
  assert_nothing (fixture);
}

/* A file that was changed behind our back is seen. */
static gboolean
spoil_next (const FoiPackFile *file, GBytes *bytes, gpointer user_data, GError **error)
{
  Fixture *fixture = user_data;
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name = g_dir_read_name (dir);
  g_autofree char *path = g_build_filename (fixture->folder, name, "file-2.bin", NULL);

  g_assert_true (g_file_set_contents (path, "other", -1, NULL));
  return TRUE;
}

static void
test_spoilt (Fixture *fixture, gconstpointer data)
{
  g_autoptr (FoiPack) pack = make_pack (2, 100);
  g_autoptr (GError) error = NULL;

  g_assert_false (write_pack (fixture, pack, FALSE, spoil_next, fixture, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  assert_nothing (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/pack-folder/written", Fixture, NULL, set_up, test_written, tear_down);
  g_test_add ("/pack-folder/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  g_test_add ("/pack-folder/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/pack-folder/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/pack-folder/spoilt", Fixture, NULL, set_up, test_spoilt, tear_down);
  return g_test_run ();
}
