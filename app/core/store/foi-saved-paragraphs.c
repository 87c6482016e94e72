/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-saved-paragraphs.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-case-file.h"
#include "foi-durable.h"
#include "foi-error.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"
#include "foi-regular-file.h"

#define FORMAT "uk-foi-paragraphs"
#define VERSION 1

/* How much of a text is proposed as its title. */
#define PROPOSED_TITLE 50

void
foi_saved_paragraph_free (FoiSavedParagraph *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

static FoiSavedParagraph *
new_paragraph (const char *title, const char *text)
{
  FoiSavedParagraph *self = g_new (FoiSavedParagraph, 1);

  self->title = g_strdup (title);
  self->text = g_strdup (text);
  return self;
}

/* The same on every machine that shares the file, whatever its language. */
static int
compare_titles (gconstpointer a, gconstpointer b)
{
  const FoiSavedParagraph *one = *(const FoiSavedParagraph *const *) a;
  const FoiSavedParagraph *other = *(const FoiSavedParagraph *const *) b;
  g_autofree char *first = g_utf8_casefold (one->title, -1);
  g_autofree char *second = g_utf8_casefold (other->title, -1);

  return strcmp (first, second);
}

/* Returns: (transfer none) (nullable): the one that is found by @title. */
static FoiSavedParagraph *
find (GPtrArray *list, const char *title)
{
  g_autofree char *sought = g_utf8_casefold (title, -1);

  for (guint i = 0; i < list->len; i++)
    {
      FoiSavedParagraph *paragraph = g_ptr_array_index (list, i);
      g_autofree char *folded = g_utf8_casefold (paragraph->title, -1);

      if (g_str_equal (folded, sought))
        return paragraph;
    }
  return NULL;
}

/**
 * foi_saved_paragraph_matches:
 * @words: what somebody typed to find it
 *
 * Returns: whether each of the words begins a word of its title or of its text, in whatever case
 *   and with or without accents.
 */
gboolean
foi_saved_paragraph_matches (const FoiSavedParagraph *self, const char *words)
{
  g_autofree char *all = NULL;

  g_return_val_if_fail (self != NULL && words != NULL, FALSE);

  all = g_strconcat (self->title, "\n", self->text, NULL);
  return g_str_match_string (words, all, TRUE);
}

/**
 * foi_saved_paragraph_dup_title:
 * @text: a paragraph that has no title yet
 *
 * Returns: (transfer full): one to propose: the beginning of its first line, in whole words.
 */
char *
foi_saved_paragraph_dup_title (const char *text)
{
  g_autofree char *line = NULL;
  char *end;

  g_return_val_if_fail (text != NULL, NULL);

  text += strspn (text, " \t\n\r#*>-");
  line = g_strndup (text, strcspn (text, "\r\n"));
  if (g_utf8_strlen (line, -1) <= PROPOSED_TITLE)
    return g_strchomp (g_steal_pointer (&line));
  end = g_utf8_offset_to_pointer (line, PROPOSED_TITLE);
  *end = '\0';
  end = strrchr (line, ' ');
  if (end != NULL)
    *end = '\0';
  return g_strconcat (line, "…", NULL);
}

/* ---- the file -------------------------------------------------------------------------------- */

/* What is wrong with the two texts of a paragraph, for a person; NULL where nothing is. */
static const char *
find_fault (const char *title, const char *text)
{
  if (title == NULL || text == NULL)
    return _("A saved paragraph has a title and a text");
  if (title[strspn (title, " \t")] == '\0' || strpbrk (title, "\r\n") != NULL)
    return _("The title of a saved paragraph is one line, and not empty");
  if (g_utf8_strlen (title, -1) > FOI_SAVED_TITLE_MAX)
    return _("The title of a saved paragraph has at most 120 characters");
  if (text[strspn (text, " \t\r\n")] == '\0')
    return _("A saved paragraph has at least one word");
  if (g_utf8_strlen (text, -1) > FOI_SAVED_TEXT_MAX)
    return _("A saved paragraph has at most 20,000 characters");
  return NULL;
}

static gboolean
fail_at (FoiJsonDocument *document, JsonNode *node, const char *reason, GError **error)
{
  g_autofree char *words = foi_json_document_describe (document, node, reason);

  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONTENT, words);
  return FALSE;
}

static gboolean
read_paragraph (FoiJsonDocument *document, JsonNode *node, GPtrArray *list, GHashTable *titles,
                GError **error)
{
  const char *title = foi_json_get_string (node, "title", NULL);
  const char *text = foi_json_get_string (node, "text", NULL);
  const char *fault = find_fault (title, text);

  if (fault == NULL && !g_hash_table_add (titles, g_utf8_casefold (title, -1)))
    fault = _("Two saved paragraphs have this title");
  if (fault != NULL)
    return fail_at (document, node, fault, error);
  g_ptr_array_add (list, new_paragraph (title, text));
  return TRUE;
}

static gboolean
check_head (FoiJsonDocument *document, JsonNode *root, GError **error)
{
  if (g_strcmp0 (foi_json_get_string (root, "format", NULL), FORMAT) != 0)
    return fail_at (document, root, _("This is no file of saved paragraphs"), error);
  if (foi_json_get_integer (root, "version", VERSION) > VERSION)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("These paragraphs were saved by a newer version of FOI Desk"));
      return FALSE;
    }
  if (!foi_json_is_array (foi_json_get_member (root, "paragraphs")))
    return fail_at (document, root, _("The list of paragraphs is missing"), error);
  return TRUE;
}

/**
 * foi_saved_paragraphs_parse:
 * @error: %FOI_ERROR_SYNTAX, %FOI_ERROR_CONTENT or %FOI_ERROR_LIMIT with the place, or
 *   %FOI_ERROR_REFUSED for a newer version
 *
 * Reads a list of paragraphs, strictly.
 *
 * Returns: (transfer full) (nullable) (element-type FoiSavedParagraph): the paragraphs, by title.
 */
GPtrArray *
foi_saved_paragraphs_parse (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (FoiJsonDocument) document = NULL;
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonNode *root, *array;

  g_return_val_if_fail (bytes != NULL, NULL);

  document = foi_json_document_read (bytes, FALSE, NULL, error);
  if (document == NULL)
    return NULL;
  root = foi_json_document_get_root (document);
  if (!check_head (document, root, error))
    return NULL;
  array = foi_json_get_member (root, "paragraphs");
  if (foi_json_get_n_elements (array) > FOI_SAVED_PARAGRAPHS_MAX)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_LIMIT,
                           _("At most 2,000 paragraphs can be saved in one list"));
      return NULL;
    }
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_saved_paragraph_free);
  for (guint i = 0; i < foi_json_get_n_elements (array); i++)
    if (!read_paragraph (document, foi_json_get_element (array, i), list, titles, error))
      return NULL;
  g_ptr_array_sort (list, compare_titles);
  return g_steal_pointer (&list);
}

/**
 * foi_saved_paragraphs_load:
 * @file: a list of paragraphs, that need not be there yet
 * @cancellable: (nullable): ends the reading
 * @error: as from foi_saved_paragraphs_parse(), or %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type FoiSavedParagraph): the paragraphs, by title.
 */
GPtrArray *
foi_saved_paragraphs_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) failed = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = foi_regular_file_read (file, cancellable, &failed);
  if (g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) foi_saved_paragraph_free);
  if (stream != NULL)
    bytes = foi_case_file_read_bytes (G_INPUT_STREAM (stream), cancellable, &failed);
  if (bytes != NULL)
    return foi_saved_paragraphs_parse (bytes, error);
  g_propagate_error (error, g_steal_pointer (&failed));
  return NULL;
}

static GBytes *
write_list (GPtrArray *list)
{
  GString *text = g_string_new (NULL);
  FoiJsonWriter json;

  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "format", FORMAT);
  foi_json_writer_add_integer (&json, "version", VERSION);
  foi_json_writer_begin_array (&json, "paragraphs");
  for (guint i = 0; i < list->len; i++)
    {
      const FoiSavedParagraph *paragraph = g_ptr_array_index (list, i);

      foi_json_writer_begin_object (&json, NULL);
      foi_json_writer_add_string (&json, "title", paragraph->title);
      foi_json_writer_add_string (&json, "text", paragraph->text);
      foi_json_writer_end_object (&json);
    }
  foi_json_writer_end_array (&json);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}

static gboolean
save (GPtrArray *list, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GError) failed = NULL;

  if (folder != NULL && !g_file_make_directory_with_parents (folder, NULL, &failed)
      && !g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  g_ptr_array_sort (list, compare_titles);
  bytes = write_list (list);
  return foi_durable_write (file, bytes, NULL, error);
}

/**
 * foi_saved_paragraphs_put:
 * @file: a list of paragraphs, that need not be there yet
 * @former: (nullable): the title of the paragraph that is changed; %NULL for a new one
 * @title: its title
 * @text: its text
 * @error: %FOI_ERROR_CONFLICT where another has the title, %FOI_ERROR_CONTENT or %FOI_ERROR_LIMIT
 *   where it cannot be kept, or as from foi_saved_paragraphs_load(); the file is then as it was
 *
 * Keeps one paragraph. The file is read again before, so that what a colleague saved meanwhile
 * stays.
 *
 * Returns: whether it is kept.
 */
gboolean
foi_saved_paragraphs_put (GFile *file, const char *former, const char *title, const char *text,
                          GError **error)
{
  g_autofree char *stripped = title != NULL ? g_strstrip (g_strdup (title)) : NULL;
  const char *fault = find_fault (stripped, text);
  g_autoptr (GPtrArray) list = NULL;
  FoiSavedParagraph *changed, *same;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (fault != NULL)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONTENT, fault);
      return FALSE;
    }
  list = foi_saved_paragraphs_load (file, NULL, error);
  if (list == NULL)
    return FALSE;
  changed = former != NULL ? find (list, former) : NULL;
  same = find (list, stripped);
  if (same != NULL && same != changed)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONFLICT,
                   _("There is a paragraph “%s” already: choose another title"), same->title);
      return FALSE;
    }
  if (changed != NULL)
    g_ptr_array_remove (list, changed);
  if (list->len >= FOI_SAVED_PARAGRAPHS_MAX)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_LIMIT,
                           _("At most 2,000 paragraphs can be saved in one list"));
      return FALSE;
    }
  g_ptr_array_add (list, new_paragraph (stripped, text));
  return save (list, file, error);
}

/**
 * foi_saved_paragraphs_remove:
 * @file: a list of paragraphs
 * @title: the title of one of them
 * @error: as from foi_saved_paragraphs_load(), or of the writing; the file is then as it was
 *
 * Removes one paragraph; one that is there no more is no error.
 *
 * Returns: whether it is not there.
 */
gboolean
foi_saved_paragraphs_remove (GFile *file, const char *title, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  FoiSavedParagraph *paragraph;

  g_return_val_if_fail (G_IS_FILE (file) && title != NULL, FALSE);

  list = foi_saved_paragraphs_load (file, NULL, error);
  if (list == NULL)
    return FALSE;
  paragraph = find (list, title);
  if (paragraph == NULL)
    return TRUE;
  g_ptr_array_remove (list, paragraph);
  return save (list, file, error);
}
