/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "foi-error.h"
#include "foi-saved-paragraphs.h"

typedef struct
{
  char  *folder;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("foi-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "below", "paragraphs.json", NULL);
  fixture->file = g_file_new_for_path (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) below = g_file_get_parent (fixture->file);

  g_file_delete (fixture->file, NULL, NULL);
  g_file_delete (below, NULL, NULL);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

/* "Title: text|Title: text", as the file has them. */
static void
assert_list (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = foi_saved_paragraphs_load (fixture->file, NULL, &error);
  g_autoptr (GString) words = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const FoiSavedParagraph *paragraph = g_ptr_array_index (list, i);

      g_string_append_printf (words, "%s%s: %s", i > 0 ? "|" : "", paragraph->title,
                              paragraph->text);
    }
  g_assert_cmpstr (words->str, ==, expected);
}

static void
put (Fixture *fixture, const char *former, const char *title, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (foi_saved_paragraphs_put (fixture->file, former, title, text, &error));
  g_assert_no_error (error);
}

/* Kept by title, changed, renamed and removed; the file comes with the first one. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_list (fixture, "");
  put (fixture, NULL, " Live system ", "The figures may change.");
  put (fixture, NULL, "Advice", "Ask for less.");
  assert_list (fixture, "Advice: Ask for less.|Live system: The figures may change.");
  put (fixture, "Advice", "advice", "Ask for one year.");
  assert_list (fixture, "advice: Ask for one year.|Live system: The figures may change.");
  put (fixture, "advice", "Narrowing", "Ask for one year.\n\nOr for one team.");
  assert_list (fixture, "Live system: The figures may change.|"
                        "Narrowing: Ask for one year.\n\nOr for one team.");
  g_assert_true (foi_saved_paragraphs_remove (fixture->file, "LIVE SYSTEM", &error));
  g_assert_true (foi_saved_paragraphs_remove (fixture->file, "Live system", &error));
  g_assert_no_error (error);
  assert_list (fixture, "Narrowing: Ask for one year.\n\nOr for one team.");
}

/* What cannot be kept changes nothing, and says why. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *long_title = g_strnfill (FOI_SAVED_TITLE_MAX + 1, 't');
  g_autofree char *long_text = g_strnfill (FOI_SAVED_TEXT_MAX + 1, 't');
  const struct
  {
    const char *former, *title, *text;
    FoiError    code;
    const char *words;
  } facts[] = {
    { NULL, "", "text", FOI_ERROR_CONTENT, "not empty" },
    { NULL, " \t", "text", FOI_ERROR_CONTENT, "not empty" },
    { NULL, "two\nlines", "text", FOI_ERROR_CONTENT, "one line" },
    { NULL, "title", " \n", FOI_ERROR_CONTENT, "at least one word" },
    { NULL, long_title, "text", FOI_ERROR_CONTENT, "120" },
    { NULL, "title", long_text, FOI_ERROR_CONTENT, "20,000" },
    { NULL, "ADVICE", "text", FOI_ERROR_CONFLICT, "“Advice” already" },
    { "Live system", "advice", "text", FOI_ERROR_CONFLICT, "“Advice” already" },
  };

  put (fixture, NULL, "Advice", "Ask for less.");
  put (fixture, NULL, "Live system", "The figures may change.");
  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (foi_saved_paragraphs_put (fixture->file, facts[i].former, facts[i].title,
                                                facts[i].text, &error));
      g_assert_error (error, FOI_ERROR, (int) facts[i].code);
      g_assert_nonnull (strstr (error->message, facts[i].words));
    }
  assert_list (fixture, "Advice: Ask for less.|Live system: The figures may change.");
}

/* Files that are none, with the place. */
static void
test_files (void)
{
#define HEAD "{\"format\":\"uk-foi-paragraphs\",\"version\":1,\"paragraphs\":"
#define ONE "{\"title\":\"A\",\"text\":\"a\"}"
  static const struct
  {
    const char *text;
    FoiError    code;
    const char *words;
  } facts[] = {
    { "", FOI_ERROR_SYNTAX, "1:1" },
    { "{}", FOI_ERROR_CONTENT, "no file of saved paragraphs" },
    { "{\"format\":\"uk-foi-authority\"}", FOI_ERROR_CONTENT, "no file of saved paragraphs" },
    { "{\"format\":\"uk-foi-paragraphs\"}", FOI_ERROR_CONTENT, "is missing" },
    { "{\"format\":\"uk-foi-paragraphs\",\"version\":2}", FOI_ERROR_REFUSED, "newer version" },
    { HEAD "[" ONE ",\n7]}", FOI_ERROR_CONTENT, "2:1" },
    { HEAD "[" ONE ",\n" ONE "]}", FOI_ERROR_CONTENT, "2:1" },
    { HEAD "[{\"title\":\"A\"}]}", FOI_ERROR_CONTENT, "a title and a text" },
    { HEAD "[{\"title\":\"A\",\"text\":7}]}", FOI_ERROR_CONTENT, "a title and a text" },
    { HEAD "[" ONE, FOI_ERROR_SYNTAX, "1:" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (facts[i].text, strlen (facts[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_null (foi_saved_paragraphs_parse (bytes, &error));
      g_assert_error (error, FOI_ERROR, (int) facts[i].code);
      g_assert_nonnull (strstr (error->message, facts[i].words));
    }
}

static void
test_find (void)
{
  FoiSavedParagraph paragraph = { (char *) "Live system",
                                  (char *) "The figures of the café may change." };
  static const struct
  {
    const char *words;
    gboolean    found;
  } facts[] = {
    { "", TRUE },
    { "live", TRUE },
    { "FIGURES", TRUE },
    { "cafe chan", TRUE },
    { "change live", TRUE },
    { "ystem", FALSE },
    { "live dead", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    g_assert_true (foi_saved_paragraph_matches (&paragraph, facts[i].words) == facts[i].found);
}

static void
test_title (void)
{
  static const struct
  {
    const char *text, *title;
  } facts[] = {
    { "", "" },
    { "Ask for less. ", "Ask for less." },
    { "\n\n## Advice\nAsk for less.", "Advice" },
    { "- the first\n- the second", "the first" },
    { "These figures come from a live system, which changes all the time.",
      "These figures come from a live system, which…" },
    { "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
      "Donaudampfschifffahrtsgesellschaftskapitänsmützena…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *title = foi_saved_paragraph_dup_title (facts[i].text);

      g_assert_cmpstr (title, ==, facts[i].title);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/saved-paragraphs/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/saved-paragraphs/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add_func ("/saved-paragraphs/files", test_files);
  g_test_add_func ("/saved-paragraphs/find", test_find);
  g_test_add_func ("/saved-paragraphs/title", test_title);
  return g_test_run ();
}
