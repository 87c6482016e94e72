/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "foi-error.h"
#include "foi-regular-file.h"

/* Files of some lengths, the most that is wanted, and whether they are had. The steps in which
 * they are read are 65,536 bytes long. */
static const struct
{
  gsize    length, most;
  gboolean is_had;
} facts[] = {
  { 0, 0, TRUE },           { 0, 1, TRUE },
  { 1, 0, TRUE },           { 100, 100, TRUE },
  { 101, 100, FALSE },      { 65536, 65536, TRUE },
  { 65537, 65536, FALSE },  { 65536, 0, TRUE },
  { 200001, 0, TRUE },      { 200001, 200001, TRUE },
  { 200001, 200000, FALSE },
};

static void
test_lengths (void)
{
  g_autofree char *folder = g_dir_make_tmp ("foi-regular-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) written = NULL, read = NULL;
      g_autoptr (GError) error = NULL;

      for (gsize j = 0; j < facts[i].length; j++)
        g_string_append_c (text, (char) ('a' + j % 23));
      g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
      written = g_bytes_new (text->str, text->len);
      read = foi_regular_file_load (file, facts[i].most, NULL, &error);
      g_test_message ("%zu bytes of at most %zu", facts[i].length, facts[i].most);
      if (facts[i].is_had)
        {
          g_assert_no_error (error);
          g_assert_true (g_bytes_equal (read, written));
        }
      else
        {
          g_assert_null (read);
          g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
        }
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* What is no file is refused at once: a pipe would be waited for, a device has no end. */
static void
test_others (void)
{
  g_autofree char *folder = g_dir_make_tmp ("foi-regular-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *none = g_build_filename (folder, "none", NULL);
  const char *const paths[] = { pipe, folder, "/dev/zero", none };

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (foi_regular_file_load (file, 0, NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, !=, "");
    }
  g_unlink (pipe);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regular-file/lengths", test_lengths);
  g_test_add_func ("/regular-file/others", test_others);
  return g_test_run ();
}
