/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#include "foi-case-file.h"

/* Cases that are written in pieces, for they are large. */

#define N_NOTES 20000
/* More than a piece, and less than the file. */
#define TOO_LITTLE 700000


/* Some megabytes, of which the last note says @last. */
static FoiCaseState *
make_large_state (const char *last)
{
  g_autoptr (GString) text = g_string_new ("{\"foi:case\": {\"format\": \"uk-foi-case\", "
                                           "\"version\": 1, \"internal\": {\"notes\": [");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state;

  for (guint i = 0; i < N_NOTES; i++)
    g_string_append_printf (text, "{\"text\": \"Note %u of what was found\", "
                                  "\"date\": \"2024-11-20\"}, ", i);
  g_string_append_printf (text, "{\"text\": \"%s\"}]}}}", last);
  bytes = g_bytes_new (text->str, text->len);
  state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return state;
}

static gboolean
save (GFile *file, const char *last, const FoiFileMark *expected, FoiSaved *saved)
{
  g_autoptr (FoiCaseState) state = make_large_state (last);

  return foi_case_file_save (state, file, expected, "token", FALSE, saved, NULL, NULL);
}

static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* All of it is there, known by its bytes; the same again is not written, and a last piece that is
 * another is seen. */
static void
check_whole (GFile *file)
{
  g_auto (FoiSaved) saved = { 0 };
  g_auto (FoiSaved) again = { 0 };
  g_auto (FoiSaved) other = { 0 };
  g_autofree char *contents = NULL;
  g_autofree char *checksum = NULL;
  g_autoptr (FoiCaseState) found = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) written = NULL;
  gsize length;

  g_assert_true (save (file, "last", NULL, &saved));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &contents, &length, NULL));
  g_assert_cmpuint (length, >, TOO_LITTLE);
  checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, contents, (gssize) length);
  g_assert_cmpstr (saved.mark.checksum, ==, checksum);
  bytes = g_bytes_new (contents, length);
  found = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, NULL);
  written = foi_case_file_write (found, NULL);
  g_assert_true (g_bytes_equal (bytes, written));
  g_assert_true (save (file, "last", &saved.mark, &again));
  g_assert_false (again.written);
  g_assert_cmpstr (again.mark.checksum, ==, checksum);
  g_assert_true (save (file, "tsal", &saved.mark, &other));
  g_assert_true (other.written);
  g_assert_cmpstr (other.mark.checksum, !=, checksum);
}

/* Where a later piece does not fit the file is as it was, and nothing lies beside it. */
static void
check_full_disk (GFile *file, const char *folder)
{
  g_autoptr (FoiCaseState) state = make_large_state ("new");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &before, NULL, NULL));
  limit_files (TOO_LITTLE);
  g_assert_false (foi_case_file_save (state, file, NULL, "other", TRUE, NULL, NULL, NULL));
  limit_files (RLIM_INFINITY);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &after, NULL, NULL));
  g_assert_true (g_str_equal (before, after));
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_pieces (void)
{
  g_autofree char *folder = g_dir_make_tmp ("foi-pieces-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "FOI1.foi.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  check_whole (file);
  check_full_disk (file, folder);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);
  g_test_add_func ("/case-pieces/pieces", test_pieces);
  return g_test_run ();
}
