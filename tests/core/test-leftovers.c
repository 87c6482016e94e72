/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-leftovers.h"

#include "foi-case-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define NAME "FOI1.foi.json"

/* When a file goes. */
typedef enum
{
  NEVER,
  LATER, /* an hour after it was written, when the case is opened */
  SAVED, /* with the next save as well */
} Goes;

static const struct
{
  const char *name;
  Goes goes;
} files[] = {
  { NAME ".foi-saving-A1B2C3", SAVED },
  { NAME ".foi-saving-ABCDEF", SAVED },
  { NAME ".foi-saving-123456", SAVED },
  { NAME ".A1B2C3", LATER },
  { NAME ".ZZZZZ9", LATER },
  { NAME ".foi-saving-a1b2c3", NEVER },
  { NAME ".foi-saving-A1B2C", NEVER },
  { NAME ".foi-saving-A1B2C34", NEVER },
  { NAME ".foi-saving-A1B2C3.backup", NEVER },
  { NAME ".backup", NEVER },
  { NAME ".BACKUP", NEVER },
  { NAME ".202411", NEVER },
  { NAME ".a1b2c3", NEVER },
  { NAME ".A1B2C", NEVER },
  { NAME ".A1B2C34", NEVER },
  { NAME "A1B2C3", NEVER },
  { NAME "~", NEVER },
  { "FOI2.foi.json.A1B2C3", NEVER },
  { "FOI2.foi.json.foi-saving-A1B2C3", NEVER },
  { "Copy of " NAME ".foi-saving-A1B2C3", NEVER },
};

static const char before[] = "{\n  \"id\": \"FOI1\",\n  \"foi:case\": {\n    \"format\": "
                             "\"uk-foi-case\",\n    \"version\": 1\n  }\n}\n";

typedef struct
{
  char  *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("foi-leftovers-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  path = g_build_filename (fixture->folder, NAME, NULL);
  fixture->file = g_file_new_for_path (path);
  g_assert_true (g_file_set_contents (path, before, -1, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *other = g_build_filename (fixture->folder, files[i].name, NULL);

      g_assert_true (g_file_set_contents (other, before, -1, NULL));
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
}

/* Those that go at @when, and no others, are gone. */
static void
assert_gone (Fixture *fixture, Goes when)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, files[i].name, NULL);

      g_test_message ("%s", files[i].name);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, files[i].goes < when);
    }
}

static void
test_sweep (Fixture *fixture, gconstpointer data)
{
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpuint (foi_case_file_sweep (fixture->file, now), ==, 0);
  g_assert_cmpuint (foi_case_file_sweep (fixture->file, now + 2 * 60 * 60), ==, 5);
  assert_gone (fixture, LATER);
}

static void
save (Fixture *fixture, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (before, strlen (before));

  state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (foi_case_file_save (state, file, NULL, "1", TRUE, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Though the case says already what is saved. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  save (fixture, fixture->file);
  assert_gone (fixture, SAVED);
}

/* A link's copies lie beside what it leads to. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "link.foi.json", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (path);

  g_assert_true (g_file_make_symbolic_link (link, NAME, NULL, NULL));
  save (fixture, link);
  assert_gone (fixture, SAVED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/leftovers/sweep", Fixture, NULL, set_up, test_sweep, tear_down);
  g_test_add ("/leftovers/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/leftovers/link", Fixture, NULL, set_up, test_link, tear_down);
  return g_test_run ();
}
