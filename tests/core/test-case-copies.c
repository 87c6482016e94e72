/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "foi-case-copies.h"
#include "foi-error.h"

#define CASE \
  "{\"name\":\"a\",\"id\":\"FOI1\",\"title\":\"Trees\",\"foi:case\":{\"format\":\"uk-foi-case\"," \
  "\"version\":1,\"_rev\":\"0\",\"regime\":\"foia\",\"request\":{\"text\":\"?\"}," \
  "\"questions\":[{\"id\":\"q1\",\"number\":\"1\",\"text\":\"How many?\",\"answer\":\"%s\"}]," \
  "\"events\":[]}}"

typedef struct
{
  char *folder, *original, *copy;
} Fixture;

static void
write_case (const char *path, const char *answer)
{
  g_autofree char *json = g_strdup_printf (CASE, answer);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, json, -1, &error);
  g_assert_no_error (error);
}

/* A folder beside the home of the tests, so that there is a bin for it. */
static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *name = g_build_filename (g_get_user_data_dir (), "copies-XXXXXX", NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  fixture->folder = g_strdup (g_mkdtemp (name));
  g_assert_nonnull (fixture->folder);
  fixture->original = g_build_filename (fixture->folder, "FOI1.foi.json", NULL);
  fixture->copy = g_build_filename (fixture->folder, "FOI1-LAPTOP.foi.json", NULL);
  write_case (fixture->original, "Three");
  write_case (fixture->copy, "Four");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_unlink (fixture->original);
  g_unlink (fixture->copy);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->original);
  g_free (fixture->copy);
}

static gboolean
says (const char *path, const char *answer)
{
  g_autofree char *wanted = g_strdup_printf (CASE, answer), *found = NULL;

  return g_file_get_contents (path, &found, NULL, NULL) && g_str_equal (found, wanted);
}

/* What the bin of the tests has under a name, and whether it says so. */
static gboolean
is_in_bin (const char *path, const char *answer)
{
  g_autofree char *folder
    = g_build_filename (g_get_user_data_dir (), "Trash", "files", NULL);
  g_autofree char *stem = g_path_get_basename (path);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  gboolean found = FALSE;
  const char *name;

  stem[strlen (stem) - strlen (".foi.json")] = '\0';
  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, stem) && says (file, answer))
        {
          found = TRUE;
          g_unlink (file);
        }
    }
  return found;
}

static void
test_differ (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoiCaseCopies) copies
    = foi_case_copies_read (fixture->original, fixture->copy, NULL);
  const FoiCaseDifference *difference;

  g_assert_nonnull (copies->differences);
  g_assert_cmpuint (copies->differences->len, ==, 1);
  difference = g_ptr_array_index (copies->differences, 0);
  g_assert_cmpstr (difference->words, ==, "Question 1 · Answer");
  g_assert_cmpstr (difference->first, ==, "Three");
  g_assert_cmpstr (difference->second, ==, "Four");
  g_assert_cmpint (copies->written[FOI_COPY_COPY], >, 1700000000);
}

static void
test_keep_original (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoiCaseCopies) copies
    = foi_case_copies_read (fixture->original, fixture->copy, NULL);
  g_autoptr (GError) error = NULL;

  foi_case_copies_keep (copies, FOI_COPY_ORIGINAL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (says (fixture->original, "Three"));
  g_assert_false (g_file_test (fixture->copy, G_FILE_TEST_EXISTS));
  g_assert_true (is_in_bin (fixture->copy, "Four"));
}

/* The copy is the case from now on: under the name by which everybody knows it. */
static void
test_keep_copy (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoiCaseCopies) copies
    = foi_case_copies_read (fixture->original, fixture->copy, NULL);
  g_autoptr (GError) error = NULL;

  foi_case_copies_keep (copies, FOI_COPY_COPY, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (says (fixture->original, "Four"));
  g_assert_false (g_file_test (fixture->copy, G_FILE_TEST_EXISTS));
  g_assert_true (is_in_bin (fixture->original, "Three"));
}

/* Somebody went on with one of them meanwhile: whichever is to be kept, both stay. */
static void
test_changed (Fixture *fixture, gconstpointer unused)
{
  for (guint changed = 0; changed < FOI_N_COPIES; changed++)
    for (guint kept = 0; kept < FOI_N_COPIES; kept++)
      {
        g_autoptr (FoiCaseCopies) copies
          = foi_case_copies_read (fixture->original, fixture->copy, NULL);
        g_autoptr (GError) error = NULL;
        const char *path = copies->paths[changed];

        write_case (path, "Five");
        g_assert_false (foi_case_copies_keep (copies, (FoiCopy) kept, NULL, &error));
        g_assert_error (error, FOI_ERROR, FOI_ERROR_CONFLICT);
        g_assert_true (says (path, "Five"));
        write_case (fixture->original, "Three");
        write_case (fixture->copy, "Four");
      }
}

static void
test_unreadable (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoiCaseCopies) copies = NULL, gone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->copy, "[", -1, NULL));
  copies = foi_case_copies_read (fixture->original, fixture->copy, NULL);
  g_assert_null (copies->differences);
  g_assert_null (copies->faults[FOI_COPY_ORIGINAL]);
  g_assert_nonnull (copies->faults[FOI_COPY_COPY]);
  foi_case_copies_keep (copies, FOI_COPY_ORIGINAL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (says (fixture->original, "Three"));
  gone = foi_case_copies_read (fixture->original, fixture->copy, NULL);
  g_assert_false (foi_case_copies_keep (gone, FOI_COPY_COPY, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONFLICT);
  g_assert_true (says (fixture->original, "Three"));
}

#define ADD(name, function) \
  g_test_add ("/case-copies/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("differ", test_differ);
  ADD ("keep-original", test_keep_original);
  ADD ("keep-copy", test_keep_copy);
  ADD ("changed", test_changed);
  ADD ("unreadable", test_unreadable);
  return g_test_run ();
}
