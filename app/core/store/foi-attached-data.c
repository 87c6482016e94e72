/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-attached-data.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-attached-book.h"
#include "foi-attached-document.h"
#include "foi-file-inspect.h"
#include "foi-file-reading.h"
#include "foi-number-scan.h"
#include "foi-number-words.h"
#include "foi-zip.h"

/* ---- words ---- */

/* @n_items: the number of the last paragraph that began with one. */
typedef struct
{
  gboolean has_table, has_numbers;
  gint64   n_items;
} Words;

/* What stands in brackets in "12(2)" or "31(1)(a)", and in no list of figures. */
static gboolean
is_limb (const char *at)
{
  const gsize length = strcspn (at + 1, ")");

  return length > 0 && length <= 3 && at[length + 1] == ')';
}

/* A number that belongs to something longer is one of a list all the same in "North:3", "n=3" and
 * "3/North". A date and a time have figures on both sides. */
static gboolean
is_joined (const char *text, FoiRange range)
{
  const char *after = text + range.end;

  return (range.begin > 1 && strchr (":=/-_#+&?.", text[range.begin - 1]) != NULL
          && !g_ascii_isdigit (text[range.begin - 2]))
         || (*after != '\0' && strchr (":=/-_", *after) != NULL && after[1] != '\0'
             && !g_ascii_isdigit (after[1]))
         || (*after == '(' && !is_limb (after));
}

/* "1. Apologies", "2) Minutes of the last meeting": each is the next one. */
static gboolean
numbers_paragraph (Words *self, const char *text, FoiRange range)
{
  const char *after = text + range.end;
  const gint64 number = g_ascii_strtoll (text + range.begin, NULL, 10);

  if ((range.begin > 0 && text[range.begin - 1] != '\n') || (*after != '.' && *after != ')')
      || after[1] != ' ' || number != self->n_items + 1)
    return FALSE;
  self->n_items = number;
  return TRUE;
}

/* "Page 2 of 7" */
static gboolean
counts_pages (const char *text, FoiRange range)
{
  g_autofree char *before = g_strndup (text, range.begin);

  return g_regex_match_simple ("\\bpage \\d+ of $", before, G_REGEX_CASELESS, 0);
}

static gboolean
counts (Words *self, const char *text, const FoiFoundNumber *found)
{
  switch (found->kind)
    {
    case FOI_FOUND_NUMBER:
      return !numbers_paragraph (self, text, found->range) && !counts_pages (text, found->range);
    case FOI_FOUND_MONEY:
      return TRUE;
    case FOI_FOUND_WORD:
      return !found->is_loose;
    case FOI_FOUND_YEAR:
      return FALSE;
    case FOI_FOUND_OTHER:
      return is_joined (text, found->range);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
has_numbers (Words *self, const char *words)
{
  g_autofree char *text = foi_number_fold (words);
  const FoiRange whole = { 0, strlen (text) };
  FoiFoundNumber found;

  for (gsize from = 0; foi_number_scan_next (text, whole, from, &found); from = found.range.end)
    if (counts (self, text, &found))
      return TRUE;
  return FALSE;
}

/* In a table a year may be a figure as well, and what stands in letters. */
static gboolean
has_any_number (const char *cell)
{
  g_autofree char *text = foi_number_fold (cell);
  const FoiRange whole = { 0, strlen (text) };
  FoiFoundNumber found;

  return foi_number_scan_next (text, whole, 0, &found);
}

static gboolean
unit_cb (const FoiReadUnit *unit, gpointer data)
{
  Words *self = data;

  for (gsize i = 0; unit->cells != NULL && unit->cells[i] != NULL; i++)
    self->has_table = self->has_table || has_any_number (unit->cells[i]);
  if (unit->text != NULL)
    self->has_numbers = self->has_numbers || has_numbers (self, unit->text);
  return !self->has_table;
}

static char *
dup_kind_of_words (const Words *words)
{
  if (words->has_table)
    return g_strdup (_("it has a table in it"));
  return words->has_numbers ? g_strdup (_("it has numbers in it")) : NULL;
}

/* ---- parts ---- */

/* Parts of a text document that are words, or say how words look. What is anything else, a picture
 * or a chart or another file, shows what no reader of words sees. */
static const char *const word_parts[] = {
  "[Content_Types].xml", "*.rels", "docProps/*", "customXml/*", "word/document*.xml",
  "word/styles*.xml", "word/settings*.xml", "word/fontTable*.xml", "word/webSettings*.xml",
  "word/numbering*.xml", "word/footnotes*.xml", "word/endnotes*.xml", "word/header*.xml",
  "word/footer*.xml", "word/comments*.xml", "word/people*.xml", "word/theme/*.xml",
  "word/glossary/*.xml", "word/stylesWithEffects.xml",
  "mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "manifest.rdf",
  "layout-cache", "META-INF/*", "Configurations2/*", "Thumbnails/*",
};

static gboolean
is_word_part (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (word_parts); i++)
    if (g_pattern_match_simple (word_parts[i], name))
      return TRUE;
  return g_str_has_suffix (name, "/");
}

static gboolean
has_other_parts (GBytes *bytes, GCancellable *cancellable)
{
  g_autoptr (FoiZip) zip = foi_zip_new (bytes, cancellable, NULL);
  GPtrArray *entries = zip != NULL ? foi_zip_get_entries (zip) : NULL;

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    if (!is_word_part (((FoiZipEntry *) entries->pdata[i])->name))
      return TRUE;
  return entries == NULL;
}

/* ---- files ---- */

static char *
dup_unread (void)
{
  return g_strdup (_("the program cannot read what is in it"));
}

static char *
dup_kind_of_document (GBytes *bytes, GCancellable *cancellable)
{
  Words words = { FALSE, FALSE, 0 };

  if (!foi_attached_document_read (bytes, unit_cb, &words, NULL))
    return dup_unread ();
  if (!words.has_table && has_other_parts (bytes, cancellable))
    return g_strdup (_("it has pictures or objects in it, and these may show figures"));
  return dup_kind_of_words (&words);
}

static char *
dup_kind_of_text (GBytes *bytes)
{
  Words words = { FALSE, FALSE, 0 };

  return foi_file_read_text (bytes, unit_cb, &words, NULL) ? dup_kind_of_words (&words)
                                                           : dup_unread ();
}

/* What is for machines, or for machines too, by the end of its name. */
static const char *
get_words_for_suffix (const char *name)
{
  static const struct
  {
    const char *suffix, *words;
  } kinds[] = {
    { ".csv", N_("it is a list of values") },   { ".tsv", N_("it is a list of values") },
    { ".tab", N_("it is a list of values") },   { ".json", N_("it is a file of data") },
    { ".xml", N_("it is a file of data") },     { ".gz", N_("it is an archive") },
    { ".tar", N_("it is an archive") },         { ".tgz", N_("it is an archive") },
    { ".7z", N_("it is an archive") },          { ".rar", N_("it is an archive") },
    { ".html", N_("it is a web page") },        { ".htm", N_("it is a web page") },
    { ".eml", N_("it is an e-mail") },          { ".msg", N_("it is an e-mail") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (name, kinds[i].suffix))
      return _(kinds[i].words);
  return NULL;
}

/**
 * foi_attached_data_dup_kind:
 * @name: what a file is called
 * @bytes: what is in it
 * @cancellable: (nullable): stops it
 *
 * Says whether a file may hold figures. Its sentences are read when it is sent; a list, a table, a
 * page of a PDF or a file in a file is held against nothing, and may give away by a total, a share
 * or a difference what a table of the case withholds. So only a text is let by of which all can be
 * read, and which counts nothing. On any thread.
 *
 * Returns: (transfer full) (nullable): why nobody can say that it gives nothing away, in words: "it
 *   is a spreadsheet"; %NULL where it is plain words.
 */
char *
foi_attached_data_dup_kind (const char *name, GBytes *bytes, GCancellable *cancellable)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *words;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);

  if (foi_attached_book_is (lower, bytes, cancellable))
    return g_strdup (_("it is a spreadsheet"));
  if (foi_attached_document_is (bytes))
    return dup_kind_of_document (bytes, cancellable);
  if (foi_zip_is (bytes))
    return g_strdup (_("it is an archive"));
  if (g_strcmp0 (foi_file_find_format (bytes, cancellable), "pdf") == 0)
    return g_strdup (_("it is a PDF, of which the tables cannot be told from the text"));
  words = get_words_for_suffix (lower);
  if (words != NULL)
    return g_strdup (words);
  return g_str_has_suffix (lower, ".txt") ? dup_kind_of_text (bytes) : dup_unread ();
}
