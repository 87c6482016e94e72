/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-files.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "foi-attachment-look.h"
#include "foi-case-attachments.h"
#include "foi-case-new.h"
#include "foi-checks.h"
#include "foi-json-edit.h"
#include "foi-sent-files.h"

/* A folder for two cases, each with its files beside it. */
typedef struct
{
  char *top, *from, *to;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->top = g_dir_make_tmp ("foi-case-files-XXXXXX", NULL);
  fixture->from = g_build_filename (fixture->top, "FOI1.files", NULL);
  fixture->to = g_build_filename (fixture->top, "FOI2.files", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_chmod (child, 0700);
      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  remove_all (fixture->top);
  g_free (fixture->top);
  g_free (fixture->from);
  g_free (fixture->to);
}

/* "name=content" or "name:file=content": a list of what goes with a letter. */
static JsonNode *
make_entries (const char *const *entries, guint n_before)
{
  JsonArray *array = json_array_new ();

  for (; n_before > 0; n_before--)
    json_array_add_element (array, foi_json_new_object ());
  for (; entries != NULL && *entries != NULL; entries++)
    {
      g_auto (GStrv) parts = g_strsplit (*entries, "=", 2);
      g_auto (GStrv) names = g_strsplit (parts[0], ":", 2);
      g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, parts[1], -1);
      JsonObject *entry = json_object_new ();

      json_object_set_string_member (entry, "name", names[0]);
      if (names[1] != NULL)
        json_object_set_string_member (entry, "file", names[1]);
      json_object_set_int_member (entry, "size", (gint64) strlen (parts[1]));
      json_object_set_string_member (entry, "sha256", sha256);
      json_array_add_object_element (array, entry);
    }
  return foi_json_take_array (array);
}

/* A case with attachments, from which letters went with @sent; the last one was withdrawn. */
static FoiCaseState *
make_case (const char *const *attachments, const char *const *sent, const char *const *withdrawn)
{
  const FoiNewCase facts = { .reference = "FOI1", .received = "2024-10-30", .regime = "foia",
                             .created = "2024-10-30T09:00:00Z", .revision = "0" };
  g_autoptr (FoiCaseState) bare = foi_case_state_new_case (&facts, NULL);
  g_autoptr (JsonNode) entries = make_entries (attachments, 0);
  g_autoptr (FoiCaseState) with = foi_case_state_with_node (bare, "attachments", entries, NULL);
  JsonArray *issued = json_array_new ();
  g_autoptr (JsonNode) all = NULL;
  FoiCaseState *state;

  for (guint i = 0; i < 2; i++)
    {
      JsonObject *letter = json_object_new ();

      json_object_set_string_member (letter, "letter", "response");
      json_object_set_string_member (letter, "date", "2024-11-20");
      /* The first of its files is the letter's own. */
      json_object_set_member (letter, "files", make_entries (i == 0 ? sent : withdrawn, 1));
      if (i == 1)
        json_object_set_member (letter, "withdrawn", foi_json_new_object ());
      json_array_add_object_element (issued, letter);
    }
  all = foi_json_take_array (issued);
  state = foi_case_state_with_node (with, "issued", all, NULL);
  g_assert_nonnull (state);
  return state;
}

static void
put (const char *folder, const char *const *files)
{
  g_mkdir (folder, 0700);
  for (; files != NULL && *files != NULL; files++)
    {
      g_auto (GStrv) parts = g_strsplit (*files, "=", 2);
      g_autofree char *path = g_build_filename (folder, parts[0], NULL);

      g_assert_true (g_file_set_contents (path, parts[1], -1, NULL));
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "a=1 b=2": what lies in @folder, in the order of names. */
static char *
dup_listing (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (child, &content, NULL, NULL));
      g_ptr_array_add (all, g_strconcat (name, "=", content, NULL));
    }
  g_ptr_array_sort (all, compare);
  g_ptr_array_add (all, NULL);
  return g_strjoinv (" ", (char **) all->pdata);
}

/* What goes with the letter, what went with one, what came or went in the window, what is left. */
static void
test_tidied (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *about;
    const char *attachments[3], *sent[3], *withdrawn[3], *files[4], *ours[4];
    const char *left;
  } facts[] = {
    { "taken off a draft", { NULL }, { NULL }, { NULL }, { "a.txt=1" }, { "a.txt" }, "" },
    { "taken off after it went", { NULL }, { "a.txt=1" }, { NULL }, { "a.txt=1" }, { "a.txt" },
      "a.txt=1" },
    { "it went, and was withdrawn", { NULL }, { NULL }, { "a.txt=1" }, { "a.txt=1" }, { "a.txt" },
      "a.txt=1" },
    { "another of that name in its place", { "a.txt:a (2).txt=2" }, { "a.txt=1" }, { NULL },
      { "a.txt=1", "a (2).txt=2" }, { "a.txt", "a (2).txt" }, "a (2).txt=2 a.txt=1" },
    { "and taken off again", { NULL }, { "a.txt=1" }, { NULL },
      { "a.txt=1", "a (2).txt=2" }, { "a.txt", "a (2).txt" }, "a.txt=1" },
    { "it went under another name", { NULL }, { "Minutes.txt=1" }, { NULL }, { "a.txt=1" },
      { "a.txt" }, "a.txt=1" },
    { "one of that name that did not go", { NULL }, { "a.txt=1" }, { NULL }, { "a.txt=2" },
      { "a.txt" }, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCaseState) state
        = make_case (facts[i].attachments, facts[i].sent, facts[i].withdrawn);
      g_autoptr (GHashTable) ours = g_hash_table_new (g_str_hash, g_str_equal);
      g_autofree char *left = NULL;

      g_test_message ("%s", facts[i].about);
      put (fixture->from, facts[i].files);
      for (gsize k = 0; facts[i].ours[k] != NULL; k++)
        g_hash_table_insert (ours, (gpointer) facts[i].ours[k], GINT_TO_POINTER (TRUE));
      foi_case_files_tidy (state, fixture->from, ours);
      left = dup_listing (fixture->from);
      g_assert_cmpstr (left, ==, facts[i].left);
      remove_all (fixture->from);
    }
}

/* What cannot be read may have gone with a letter, and stays. */
static void
test_unreadable (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (FoiCaseState) state
    = make_case (NULL, (const char *const[]) { "a.txt=1", NULL }, NULL);
  g_autoptr (GHashTable) ours = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *link = g_build_filename (fixture->from, "a.txt", NULL);

  put (fixture->from, NULL);
  g_assert_cmpint (symlink ("elsewhere", link), ==, 0);
  g_hash_table_insert (ours, (gpointer) "a.txt", GINT_TO_POINTER (TRUE));
  foi_case_files_tidy (state, fixture->from, ours);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

/* A case under another name takes along what goes with its letter, and what went. */
static void
test_copied (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *about;
    const char *attachments[3], *sent[3], *from[4], *to[3];
    const char *copied;
    gboolean fails;
  } facts[] = {
    { "what goes", { "a.txt=1" }, { NULL }, { "a.txt=1", "b.txt=2" }, { NULL }, "a.txt=1", FALSE },
    { "what went", { NULL }, { "a.txt=1" }, { "a.txt=1" }, { NULL }, "a.txt=1", FALSE },
    { "both", { "a.txt:a (2).txt=2" }, { "a.txt=1" }, { "a.txt=1", "a (2).txt=2" }, { NULL },
      "a (2).txt=2 a.txt=1", FALSE },
    { "what went, renamed", { NULL }, { "M.txt=1" }, { "a.txt=1" }, { NULL }, "a.txt=1", FALSE },
    { "it is there", { "a.txt=1" }, { "a.txt=1" }, { "a.txt=1" }, { "a.txt=1" }, "a.txt=1", FALSE },
    { "it changed", { "a.txt=1" }, { "a.txt=1" }, { "a.txt=3" }, { NULL }, "", FALSE },
    { "another is there", { "a.txt=1", "b.txt=2" }, { NULL }, { "a.txt=1", "b.txt=2" },
      { "a.txt=9" }, "a.txt=9 b.txt=2", TRUE },
    { "another where one went", { NULL }, { "a.txt=1" }, { "a.txt=1" }, { "a.txt=9" },
      "a (2).txt=1 a.txt=9", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (FoiCaseState) state = make_case (facts[i].attachments, facts[i].sent, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *copied = NULL, *before = NULL, *after = NULL;

      g_test_message ("%s", facts[i].about);
      put (fixture->from, facts[i].from);
      if (facts[i].to[0] != NULL)
        put (fixture->to, facts[i].to);
      before = dup_listing (fixture->from);
      g_assert_cmpint (foi_case_files_copy (state, fixture->from, fixture->to, &error), ==,
                       !facts[i].fails);
      g_assert_true ((error != NULL) == facts[i].fails);
      copied = dup_listing (fixture->to);
      after = dup_listing (fixture->from);
      g_assert_cmpstr (copied, ==, facts[i].copied);
      g_assert_cmpstr (after, ==, before);
      remove_all (fixture->from);
      remove_all (fixture->to);
    }
}

/* What was found in a file is said of that file, in whatever order the looks are. */
static void
test_looks (void)
{
  g_autoptr (FoiCaseState) state
    = make_case ((const char *const[]) { "a.txt=1", "b.txt=2", NULL }, NULL, NULL);
  g_autoptr (GPtrArray) looks
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_attachment_look_unref);
  g_autoptr (GPtrArray) found = NULL;
  FoiAttachmentLook *look = foi_attachment_look_new ();

  look->id = foi_attachment_dup_id (foi_case_state_get_attachment (state, 1));
  look->hidden = foi_hidden_new ();
  foi_hidden_add (look->hidden, FOI_HIDDEN_COMMENT, "page 1", 1, NULL);
  g_ptr_array_add (looks, look);
  found = foi_checks_run_attached (state, foi_rules_get_default (), foi_holidays_get_default (),
                                 looks);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((FoiFinding *) found->pdata[0])->place, ==, "attachments/#1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/case-files/tidied", Fixture, NULL, set_up, test_tidied, tear_down);
  g_test_add ("/case-files/unreadable", Fixture, NULL, set_up, test_unreadable, tear_down);
  g_test_add ("/case-files/copied", Fixture, NULL, set_up, test_copied, tear_down);
  g_test_add_func ("/case-files/looks", test_looks);
  return g_test_run ();
}
