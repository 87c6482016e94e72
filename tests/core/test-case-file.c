/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-case-file.h"
#include "foi-error.h"
#include "foi-table-data.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The samples: y_ is read and written again, n_ is refused with the words of messages.tsv. */

static char *
dup_source_path (const char *relative)
{
  return g_build_filename (g_getenv ("FOI_SOURCE_ROOT"), relative, NULL);
}

static GBytes *
read_bytes (const char *path)
{
  char *contents;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
assert_same_bytes (GBytes *found, GBytes *expected)
{
  gsize found_length, expected_length;
  const char *found_text = g_bytes_get_data (found, &found_length);
  const char *expected_text = g_bytes_get_data (expected, &expected_length);

  for (gsize i = 0; i < MIN (found_length, expected_length); i++)
    {
      if (found_text[i] != expected_text[i])
        {
          g_test_message ("they differ at byte %" G_GSIZE_FORMAT ": …%.40s", i, found_text + i);
          break;
        }
    }
  g_assert_cmpmem (found_text, found_length, expected_text, expected_length);
}

static FoiCaseState *
parse (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  FoiCaseState *state = foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (state);
  g_assert_null (faults);
  return state;
}

static void
test_round_trip (gconstpointer data)
{
  const char *path = data;
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".foi.json"));
  g_autofree char *canonical_path = g_strconcat (stem, ".canonical", NULL);
  gboolean is_loose = g_file_test (canonical_path, G_FILE_TEST_EXISTS);
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autoptr (GBytes) canonical = read_bytes (is_loose ? canonical_path : path);
  g_autoptr (FoiCaseState) state = parse (bytes);
  g_autoptr (GBytes) written = foi_case_file_write (state, NULL);
  g_autoptr (FoiCaseState) again = NULL;
  g_autoptr (GBytes) twice = NULL;

  assert_same_bytes (written, canonical);
  again = parse (written);
  twice = foi_case_file_write (again, NULL);
  assert_same_bytes (twice, canonical);
}

static char *
describe_faults (GPtrArray *faults)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const FoiFault *fault = g_ptr_array_index (faults, i);

      g_string_append_printf (text, "%u:%u: %s: %s\n", fault->line, fault->column, fault->path,
                              fault->message);
    }
  return g_strdup (text->str);
}

/* The lines that messages.tsv has for a file. */
static char *
find_messages (const char *file)
{
  g_autofree char *path = dup_source_path ("tests/data/cases/messages.tsv");
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *prefix = g_strconcat (file, "\t", NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], prefix))
        g_string_append_printf (found, "%s\n", lines[i] + strlen (prefix));
    }
  return g_strdup (found->str);
}

static void
test_refusal (gconstpointer data)
{
  const char *path = data;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *expected = find_messages (name);
  g_autofree char *found = NULL;
  g_autofree char *first = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = foi_case_file_load (path, &faults, NULL, NULL, NULL, &error);

  g_assert_null (state);
  g_assert_nonnull (faults);
  g_assert_true (error->domain == FOI_ERROR);
  found = describe_faults (faults);
  g_assert_cmpstr (found, ==, expected);

  /* The error begins with the first fault, and only faults of content may be several. */
  first = g_strndup (found, strcspn (found, "\n"));
  g_assert_true (g_str_has_prefix (error->message, first));
  if (faults->len > 1)
    g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
}

/* Nothing in the list may stay untested because its file was renamed. */
static void
test_messages_have_files (void)
{
  g_autofree char *folder = dup_source_path ("tests/data/cases");
  g_autofree char *path = g_build_filename (folder, "messages.tsv", NULL);
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (lines[i], strcspn (lines[i], "\t"));
      g_autofree char *file = g_build_filename (folder, name, NULL);

      if (name[0] == '\0' || name[0] == '#')
        continue;
      g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
      n++;
    }
  g_assert_cmpuint (n, >, 80);
}

/* ---- the list of faults itself ---- */

static char *
make_case (const char *questions, const char *resources)
{
  return g_strdup_printf ("{\"foi:case\": {\"format\": \"uk-foi-case\", \"version\": 1, "
                          "\"questions\": [%s]}, \"resources\": [%s]}",
                          questions, resources);
}

static void
test_many_faults (void)
{
  g_autoptr (GString) questions = g_string_new ("{\"id\": 0}");
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i < FOI_MAX_FAULTS + 500; i++)
    g_string_append (questions, ",\n{\"id\": 0}");
  text = make_case (questions->str, "");
  bytes = g_bytes_new_static (text, strlen (text));
  g_assert_null (foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
  g_assert_cmpuint (faults->len, ==, FOI_MAX_FAULTS);
  g_assert_true (g_str_has_suffix (error->message, "(and 999 more faults)"));
}

static void
test_long_values_are_cut (void)
{
  g_autoptr (GString) outcome = g_string_new (NULL);
  g_autofree char *question = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  const FoiFault *fault;

  for (guint i = 0; i < 100000; i++)
    g_string_append (outcome, "é\\n");
  question = g_strdup_printf ("{\"id\": \"q1\", \"outcome\": \"%s\"}", outcome->str);
  text = make_case (question, "");
  bytes = g_bytes_new_static (text, strlen (text));
  g_assert_null (foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (faults->len, ==, 1);
  fault = g_ptr_array_index (faults, 0);
  g_assert_true (g_utf8_validate (fault->message, -1, NULL));
  g_assert_cmpuint (strlen (fault->message), <, 400);
  g_assert_null (strchr (fault->message, '\n'));
}

static void
test_too_large (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("large-XXXXXX.foi.json", &path, NULL);

  g_assert_cmpint (ftruncate (fd, (off_t) 512 * 1024 * 1024 + 1), ==, 0);
  close (fd);
  g_assert_null (foi_case_file_load (path, &faults, NULL, NULL, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "1:1: $: the file is larger than 512 MiB");
  g_assert_cmpuint (faults->len, ==, 1);
  g_unlink (path);
}

/* A row beyond all limits ends the reading like a fault of syntax. */
static void
test_wide_row (void)
{
  g_autoptr (GString) row = g_string_new ("[1");
  g_autofree char *resource = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append (row, ",1");
  resource = g_strdup_printf ("{\"name\": \"t\", \"schema\": {\"fields\": []}, "
                              "\"data\": [[], %s]]}",
                              row->str);
  text = make_case ("", resource);
  bytes = g_bytes_new_static (text, strlen (text));
  g_assert_null (foi_case_file_parse (bytes, &faults, NULL, NULL, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (strstr (error->message, "$.resources[0].data[1]"));
}

static void
test_no_file (void)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (foi_case_file_load ("/nowhere/at/all", &faults, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (faults);
  g_clear_error (&error);
  g_assert_null (foi_case_file_load ("/", &faults, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_null (faults);
}

static void
add_samples (const char *folder)
{
  g_autofree char *path = dup_source_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/case-file/%s", name);
      char *file = g_build_filename (path, name, NULL);

      if (!g_str_has_suffix (name, ".foi.json"))
        g_free (file);
      else if (g_str_has_prefix (name, "n_"))
        g_test_add_data_func_full (test, file, test_refusal, g_free);
      else
        g_test_add_data_func_full (test, file, test_round_trip, g_free);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_samples ("tests/data/cases");
  add_samples ("data/examples");
  g_test_add_func ("/case-file/messages-have-files", test_messages_have_files);
  g_test_add_func ("/case-file/many-faults", test_many_faults);
  g_test_add_func ("/case-file/long-values-are-cut", test_long_values_are_cut);
  g_test_add_func ("/case-file/too-large", test_too_large);
  g_test_add_func ("/case-file/wide-row", test_wide_row);
  g_test_add_func ("/case-file/no-file", test_no_file);
  return g_test_run ();
}
