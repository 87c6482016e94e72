/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-error.h"
#include "foi-recovery.h"
#include "foi-typed-text.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  char *parent;
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->parent = g_dir_make_tmp ("foi-recovery-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->folder = g_build_filename (fixture->parent, "state", "recovery", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->parent);
  g_free (fixture->parent);
  g_free (fixture->folder);
}

static void
keep_as (Fixture *fixture, const char *name, const char *place, const char *revision, gint64 time,
         const char *text)
{
  const FoiRecovery recovery = { NULL, (char *) name, (char *) place, { (char *) revision, NULL },
                                 time };
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_recovery_write (fixture->folder, &recovery, bytes, NULL, &error));
  g_assert_no_error (error);
}

/* As one window each does it. */
static void
keep (Fixture *fixture, const char *place, const char *revision, gint64 time, const char *text)
{
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_MD5, place, -1);

  keep_as (fixture, name, place, revision, time, text);
}

static void
assert_kept (const FoiRecovery *recovery, const char *place, const char *revision, gint64 time,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) typed = NULL;
  g_autoptr (GBytes) bytes = foi_recovery_read (recovery, &typed, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (recovery->place, ==, place);
  g_assert_cmpstr (recovery->mark.revision, ==, revision);
  g_assert_null (recovery->mark.checksum);
  g_assert_cmpuint (typed->len, ==, 0);
  g_assert_cmpint (recovery->time, ==, time);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = foi_recovery_list (fixture->folder);

  g_assert_cmpuint (list->len, ==, 0);
  g_assert_true (foi_recovery_discard (fixture->folder, "a", NULL));
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  static const char odd[] = "file:///home/a \"b\"\n\\ö.foi.json";
  g_autoptr (GPtrArray) list = NULL;

  keep (fixture, "file:///a", "0123", 100, "{\"a\": 1}\n");
  keep (fixture, odd, NULL, 300, "");
  keep (fixture, "new:1", NULL, 200, "line one\nline two\n");
  keep (fixture, "file:///a", "4567", 150, "{\"a\": 2}\n");
  list = foi_recovery_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 3);
  assert_kept (g_ptr_array_index (list, 0), odd, NULL, 300, "");
  assert_kept (g_ptr_array_index (list, 1), "new:1", NULL, 200, "line one\nline two\n");
  assert_kept (g_ptr_array_index (list, 2), "file:///a", "4567", 150, "{\"a\": 2}\n");
}

/* What was typed into cells and is no value comes back with its place, whatever it says. */
static void
test_typed (Fixture *fixture, gconstpointer data)
{
  static const FoiTypedText rows[] = {
    { (char *) "calls", 0, (char *) "year", (char *) "c. 40", (char *) "“c. 40” is no number" },
    { (char *) "calls", 99999, (char *) "a \"b\"", (char *) "{\n\t\\ö", (char *) "" },
    { (char *) "costs", 3, (char *) "cost", (char *) "", (char *) "?" },
  };
  const FoiRecovery recovery = { NULL, (char *) "a", (char *) "file:///a",
                                 { (char *) "0123", (char *) "ba7816bf" }, 100 };
  g_autoptr (GPtrArray) typed = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\n}\n", 4);
  g_autoptr (GBytes) found = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_ptr_array_add (typed, (gpointer) &rows[i]);
  foi_recovery_write (fixture->folder, &recovery, bytes, typed, &error);
  g_assert_no_error (error);
  list = foi_recovery_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((FoiRecovery *) list->pdata[0])->mark.checksum, ==, "ba7816bf");
  found = foi_recovery_read (list->pdata[0], &read, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, bytes));
  g_assert_cmpuint (read->len, ==, G_N_ELEMENTS (rows));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const FoiTypedText *entry = g_ptr_array_index (read, i);

      g_assert_cmpstr (entry->table, ==, rows[i].table);
      g_assert_cmpuint (entry->row, ==, rows[i].row);
      g_assert_cmpstr (entry->column, ==, rows[i].column);
      g_assert_cmpstr (entry->text, ==, rows[i].text);
      g_assert_cmpstr (entry->reason, ==, rows[i].reason);
    }
}

static void
test_discard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  keep_as (fixture, "first", "file:///a", "0123", 100, "a");
  keep_as (fixture, "second", "file:///b", "0123", 100, "b");
  g_assert_true (foi_recovery_discard (fixture->folder, "first", NULL));
  list = foi_recovery_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 1);
  assert_kept (g_ptr_array_index (list, 0), "file:///b", "0123", 100, "b");
}

/* Two windows of one case, or a new one while nobody has answered for what an earlier one left. */
static void
test_several_of_one_case (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  const FoiRecovery *latest;

  keep_as (fixture, "first", "file:///a", "0123", 100, "earlier");
  keep_as (fixture, "second", "file:///a", "0123", 200, "later");
  list = foi_recovery_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 2);
  latest = g_ptr_array_index (list, 0);
  g_assert_cmpstr (latest->name, ==, "second");
  assert_kept (latest, "file:///a", "0123", 200, "later");
  assert_kept (g_ptr_array_index (list, 1), "file:///a", "0123", 100, "earlier");
  g_assert_true (foi_recovery_discard (fixture->folder, latest->name, NULL));
  g_assert_false (g_file_test (latest->path, G_FILE_TEST_EXISTS));
}

/* What officers are working on is nobody else's business. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  const FoiRecovery *recovery;
  GStatBuf info;

  keep (fixture, "file:///a", "0123", 100, "a");
  list = foi_recovery_list (fixture->folder);
  recovery = g_ptr_array_index (list, 0);
  g_assert_cmpint (g_stat (recovery->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (fixture->folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_null (strstr (recovery->path, "file"));
}

static void
put (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_foreign_files (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    "", "\n", "{}\n", "not JSON\n", "{\"format\": \"foi-recovery\"}\n",
    "{\"format\": \"foi-recovery\", \"version\": 2, \"place\": \"file:///x\"}\n",
    "{\"format\": \"other\", \"version\": 1, \"place\": \"file:///x\"}\n",
    "{\"format\": \"foi-recovery\", \"version\": 1, \"place\": 5}\n",
    "{\"format\": \"foi-recovery\", \"version\": 1, \"place\": \"no line end\"}",
  };
  g_autoptr (GPtrArray) list = NULL;

  keep (fixture, "file:///a", "0123", 100, "a");
  put (fixture, "README",
       "{\"format\": \"foi-recovery\", \"version\": 1, \"place\": \"file:///x\"}\n");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *name = g_strdup_printf ("%" G_GSIZE_FORMAT ".recovery", i);

      put (fixture, name, texts[i]);
    }
  list = foi_recovery_list (fixture->folder);
  g_assert_cmpuint (list->len, ==, 1);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  const FoiRecovery *recovery;
  gsize length;

  keep (fixture, "file:///a", "0123", 100, "the whole of the work");
  list = foi_recovery_list (fixture->folder);
  recovery = g_ptr_array_index (list, 0);
  g_assert_true (g_file_get_contents (recovery->path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (recovery->path, contents, (gssize) length - 3, NULL));
  g_assert_null (foi_recovery_read (recovery, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (recovery->path, "", 0, NULL));
  g_assert_null (foi_recovery_read (recovery, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
}

static void
test_no_folder_to_be_had (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->parent, "file", NULL);
  g_autofree char *folder = g_build_filename (file, "recovery", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  const FoiRecovery recovery = { NULL, (char *) "a", (char *) "file:///a", { NULL, NULL }, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_false (foi_recovery_write (folder, &recovery, bytes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/recovery/nothing", test_nothing },
    { "/recovery/keep", test_keep },
    { "/recovery/typed", test_typed },
    { "/recovery/discard", test_discard },
    { "/recovery/several-of-one-case", test_several_of_one_case },
    { "/recovery/private", test_private },
    { "/recovery/foreign-files", test_foreign_files },
    { "/recovery/damaged", test_damaged },
    { "/recovery/no-folder-to-be-had", test_no_folder_to_be_had },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
