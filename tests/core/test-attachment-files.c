/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-attachment-files.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "foi-attached-data.h"
#include "foi-case-attachments.h"
#include "foi-case-files.h"
#include "foi-case-new.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* A case, the folder of its files, and one in which files come from elsewhere. */
typedef struct
{
  FoiCase       *foi_case;
  FoiCaseEditor *editor;
  char          *top, *folder, *outside;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  const FoiNewCase facts = { .reference = "FOI1", .received = "2024-10-30", .regime = "foia",
                             .created = "2024-10-30T09:00:00Z", .revision = "0" };
  g_autoptr (FoiCaseState) state = foi_case_state_new_case (&facts, NULL);
  g_autofree char *path = NULL;

  fixture->foi_case = foi_case_new (state);
  fixture->editor = foi_case_editor_new (fixture->foi_case);
  fixture->top = g_dir_make_tmp ("foi-files-XXXXXX", NULL);
  path = g_build_filename (fixture->top, "FOI1.foi.json", NULL);
  fixture->folder = foi_attachments_dup_folder (path);
  fixture->outside = g_build_filename (fixture->top, "outside", NULL);
  g_assert_cmpint (g_mkdir (fixture->outside, 0700), ==, 0);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = !g_file_test (path, G_FILE_TEST_IS_SYMLINK)
                              ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->foi_case);
  remove_all (fixture->top);
  g_free (fixture->top);
  g_free (fixture->folder);
  g_free (fixture->outside);
}

static FoiCaseState *
get_state (Fixture *fixture)
{
  return foi_case_get_state (fixture->foi_case);
}

/* Puts a file elsewhere, and has it go with the letter. */
static gboolean
add (Fixture *fixture, const char *name, const char *content, const char *called, GError **error)
{
  g_autofree char *path = g_build_filename (fixture->outside, name, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (JsonNode) made = NULL;
  gboolean is_new = FALSE;

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  made = foi_attachment_add (get_state (fixture), fixture->folder, source, called, NULL, &is_new,
                             NULL, error);
  return made != NULL && foi_case_editor_attach (fixture->editor, made, error);
}

static char *
dup_content (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  char *content = NULL;

  g_file_get_contents (path, &content, NULL, NULL);
  return content;
}

static void
assert_content (Fixture *fixture, const char *name, const char *wanted)
{
  g_autofree char *content = dup_content (fixture, name);

  g_assert_cmpstr (content, ==, wanted);
}

/* What files are called elsewhere, and what becomes of that here. */
static void
test_names (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *name, *content, *called, *listed, *file;
  } names[] = {
    { "a.txt", "1", NULL, "a.txt", "a.txt" },
    { "a.txt", "2", NULL, "a (2).txt", "a (2).txt" },
    { "a.txt", "1", NULL, "a (3).txt", "a.txt" },
    { "a.txt", "3", "Notes", "Notes.txt", "a (3).txt" },
    { "b:c?.txt", "4", NULL, "b-c-.txt", "b-c-.txt" },
    { ".dot", "5", NULL, "dot", "dot" },
    { "no extension", "6", "Other", "Other", "no extension" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      JsonNode *entry;

      g_test_message ("%s", names[i].name);
      add (fixture, names[i].name, names[i].content, names[i].called, &error);
      g_assert_no_error (error);
      entry = foi_case_state_get_attachment (get_state (fixture), (guint) i);
      g_assert_cmpstr (foi_json_get_string (entry, "name", ""), ==, names[i].listed);
      g_assert_cmpstr (foi_attachment_get_file (entry), ==, names[i].file);
      assert_content (fixture, names[i].file, names[i].content);
    }
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (add (fixture, "a.txt", "", NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (add (fixture, "a.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  g_assert_true (add (fixture, "a.txt", "1", NULL, NULL));
  g_assert_false (add (fixture, "b.txt", "2", "A", &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
  assert_content (fixture, "b.txt", NULL);
}

/* A case is refused under any name, in any encoding and cut short; what mentions one is not. */
static void
test_cases (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *name, *content;
    gssize      length;
    gboolean    is_case;
  } files[] = {
    { "FOI2.foi.json", "{ \"title\": \"T\", \"foi:case\": {} }", -1, TRUE },
    { "x.txt", "\xef\xbb\xbf\n {\"foi:case\":{", -1, TRUE },
    { "report.pdf", "{\n  \"foi:case\": {}\n}", -1, TRUE },
    { "no extension", "{\"resources\":[],\"foi:case\":{}}", -1, TRUE },
    { "wide.json", "\xff\xfe{\0\"\0f\0o\0i\0:\0c\0a\0s\0e\0\"\0:\0", 26, TRUE },
    { "wider.json", "\xfe\xff\0{\0\"\0f\0o\0i\0:\0c\0a\0s\0e\0\"\0:", 26, TRUE },
    { "package.json", "{ \"resources\": [], \"title\": \"foi case\" }", -1, FALSE },
    { "about.txt", "A case file has a member \"foi:case\".", -1, FALSE },
    { "rows.csv", "\"foi:case\",\"number\"\nFOI1,3\n", -1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (fixture->outside, files[i].name, NULL);
      g_autoptr (GFile) source = g_file_new_for_path (path);
      g_autoptr (JsonNode) made = NULL;
      g_autoptr (GError) error = NULL;
      gboolean is_new;

      g_test_message ("%s", files[i].name);
      g_assert_true (g_file_set_contents (path, files[i].content, files[i].length, NULL));
      made = foi_attachment_add (get_state (fixture), fixture->folder, source, NULL, NULL, &is_new,
                                 NULL, &error);
      g_assert_cmpint (made == NULL, ==, files[i].is_case);
      if (made == NULL)
        g_assert_error (error, FOI_ERROR, FOI_ERROR_REFUSED);
    }
}

/* A look is of the file as it is now. */
static void
test_looks (Fixture *fixture, gconstpointer unused)
{
  static const FoiAttachmentState wanted[] = { FOI_ATTACHMENT_THERE, FOI_ATTACHMENT_CHANGED,
                                               FOI_ATTACHMENT_MISSING, FOI_ATTACHMENT_MISSING };
  g_autofree char *changed = g_build_filename (fixture->folder, "b.txt", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "c.txt", NULL);
  g_autofree char *linked = g_build_filename (fixture->folder, "d.txt", NULL);
  g_autofree char *behind = g_build_filename (fixture->outside, "d.txt", NULL);
  g_autoptr (GPtrArray) looks = NULL;

  g_assert_true (add (fixture, "a.txt", "1", NULL, NULL));
  g_assert_true (add (fixture, "b.txt", "2", NULL, NULL));
  g_assert_true (add (fixture, "c.txt", "3", NULL, NULL));
  g_assert_true (add (fixture, "d.txt", "4", NULL, NULL));
  looks = foi_attachments_look (get_state (fixture), fixture->folder, NULL, NULL);
  for (guint i = 0; i < looks->len; i++)
    g_assert_cmpint (((FoiAttachmentLook *) looks->pdata[i])->state, ==, FOI_ATTACHMENT_THERE);
  g_ptr_array_unref (looks);
  g_assert_true (g_file_set_contents (changed, "5", -1, NULL));
  g_assert_cmpint (g_unlink (missing), ==, 0);
  g_assert_cmpint (g_unlink (linked), ==, 0);
  g_assert_cmpint (symlink (behind, linked), ==, 0);
  looks = foi_attachments_look (get_state (fixture), fixture->folder, NULL, NULL);
  g_assert_cmpuint (looks->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < looks->len; i++)
    {
      const FoiAttachmentLook *look = looks->pdata[i];

      g_assert_cmpint (look->state, ==, wanted[i]);
      g_assert_true ((look->reason == NULL) == (look->state == FOI_ATTACHMENT_THERE));
    }
}

/* Of plain words the program says that they count nothing; of all else it says why it cannot. */
static void
test_data (void)
{
  static const struct
  {
    const char *name, *content, *kind;
  } files[] = {
    { "a.txt", "The panel met and agreed the minutes.", NULL },
    { "a.txt", "Minutes of 12 March 2024, 10:30, Room 4. See section 12(2), page 3.", NULL },
    { "a.txt", "1. Apologies\n\n2. Minutes of the last meeting\n\nPage 1 of 3", NULL },
    { "a.txt", "It was held in 2024 and 2016/17, and one of us wrote it.", NULL },
    { "A.TXT", "The panel met.", NULL },
    { "a.txt", "There were 3.", "it has numbers in it" },
    { "a.txt", "There were three of them.", "it has numbers in it" },
    { "a.txt", "There were \357\274\223.", "it has numbers in it" },
    { "a.txt", "It cost \302\243" "40.", "it has numbers in it" },
    { "a.txt", "North:3", "it has numbers in it" },
    { "a.txt", "North=3", "it has numbers in it" },
    { "a.txt", "3/North", "it has numbers in it" },
    { "a.txt", "4(North)", "it has numbers in it" },
    { "a.txt", "1. North\n\n1. South", "it has numbers in it" },
    { "a.txt", "3. North", "it has numbers in it" },
    { "a.txt", "Area   Calls\n-----  -----\nNorth  2016", "it has a table in it" },
    { "a.txt", "Caf\351", "the program cannot read what is in it" },
    { "a.csv", "Area,Remark\nNorth,none", "it is a list of values" },
    { "a.TSV", "Area\tCalls\nNorth\t3", "it is a list of values" },
    { "a.json", "{}", "it is a file of data" },
    { "a.xml", "<a/>", "it is a file of data" },
    { "a.html", "<p>Words</p>", "it is a web page" },
    { "a.eml", "Subject: Words\n\nWords", "it is an e-mail" },
    { "a.xls", "anything", "it is a spreadsheet" },
    { "a.tar", "anything", "it is an archive" },
    { "a.pdf", "%PDF-1.4", "it is a PDF, of which the tables cannot be told from the text" },
    { "a.txt", "%PDF-1.4", "it is a PDF, of which the tables cannot be told from the text" },
    { "a.md", "Words", "the program cannot read what is in it" },
    { "no suffix", "Words", "the program cannot read what is in it" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (files[i].content, strlen (files[i].content));
      g_autofree char *kind = foi_attached_data_dup_kind (files[i].name, bytes, NULL);

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, files[i].name);
      g_assert_cmpstr (kind, ==, files[i].kind);
    }
}

/* What a case names stays, whatever came or went; and nothing outside is touched. */
static void
test_tidied (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GHashTable) ours = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *outside = g_build_filename (fixture->outside, "a.txt", NULL);
  g_autofree char *others = g_build_filename (fixture->folder, "others.txt", NULL);

  g_assert_true (add (fixture, "a.txt", "1", NULL, NULL));
  g_assert_true (g_file_set_contents (others, "2", -1, NULL));
  g_hash_table_add (ours, (gpointer) "a.txt");
  g_hash_table_add (ours, (gpointer) "../outside/a.txt");
  g_hash_table_add (ours, (gpointer) "..");
  g_hash_table_add (ours, (gpointer) "");
  foi_case_files_tidy (get_state (fixture), fixture->folder, ours);
  assert_content (fixture, "a.txt", "1");
  assert_content (fixture, "others.txt", "2");
  g_assert_true (g_file_test (outside, G_FILE_TEST_EXISTS));
}

/* A copy that no case came to name goes, with or without a bin; the file that it is of stays. */
static void
test_taken_back (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GHashTable) ours = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *outside = g_build_filename (fixture->outside, "a.txt", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (outside);
  g_autoptr (JsonNode) made = NULL;
  g_autoptr (JsonNode) again = NULL;
  gboolean is_new = FALSE;

  g_assert_true (g_file_set_contents (outside, "1", -1, NULL));
  made = foi_attachment_add (get_state (fixture), fixture->folder, source, NULL, NULL, &is_new,
                             NULL, NULL);
  g_assert_nonnull (made);
  g_assert_true (is_new);
  again = foi_attachment_add (get_state (fixture), fixture->folder, source, NULL, NULL, &is_new,
                              NULL, NULL);
  g_assert_false (is_new);
  g_hash_table_insert (ours, (gpointer) "a.txt", GINT_TO_POINTER (TRUE));
  foi_case_files_tidy (get_state (fixture), fixture->folder, ours);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (outside, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/attachment-files/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/attachment-files/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/attachment-files/cases", Fixture, NULL, set_up, test_cases, tear_down);
  g_test_add ("/attachment-files/looks", Fixture, NULL, set_up, test_looks, tear_down);
  g_test_add_func ("/attachment-files/data", test_data);
  g_test_add ("/attachment-files/tidied", Fixture, NULL, set_up, test_tidied, tear_down);
  g_test_add ("/attachment-files/taken-back", Fixture, NULL, set_up, test_taken_back, tear_down);
  return g_test_run ();
}
