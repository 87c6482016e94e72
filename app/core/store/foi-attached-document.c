/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-attached-document.h"

#include <string.h>

#include "foi-file-inspect.h"
#include "foi-xml.h"

/* The words of a text document, as its reader sees them: paragraph by paragraph, and of a table row
 * by row. */

typedef struct
{
  FoiReadFunc func;
  gpointer    user_data;
  gboolean    is_odt;       /* there all that stands in a paragraph is its words */
  guint       in_paragraph, in_words, in_rows;
  guint       n_paragraphs, n_rows;
  GString    *words;        /* of the paragraph, or of the cell */
  GPtrArray  *cells;        /* of char *: of the row */
  GPtrArray  *headings;     /* the first row of the table, or NULL */
  gboolean    had_enough;
} DocumentReading;

static gboolean
is_paragraph (const char *name)
{
  return g_str_equal (name, "p") || g_str_equal (name, "h");
}

static gboolean
is_row (const char *name)
{
  return g_str_equal (name, "tr") || g_str_equal (name, "table-row");
}

static gboolean
is_cell (const char *name)
{
  return g_str_equal (name, "tc") || g_str_equal (name, "table-cell");
}

/* What parts words and is no letter. */
static gboolean
is_gap (const char *name)
{
  return g_str_equal (name, "tab") || g_str_equal (name, "br") || g_str_equal (name, "cr")
         || g_str_equal (name, "s") || g_str_equal (name, "line-break");
}

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  DocumentReading *self = data;

  if (is_paragraph (name))
    self->in_paragraph++;
  else if (g_str_equal (name, "t"))
    self->in_words++;
  else if (is_row (name))
    self->in_rows++;
  else if (g_str_equal (name, "tbl") || g_str_equal (name, "table"))
    {
      g_clear_pointer (&self->headings, g_ptr_array_unref);
      self->n_rows = 0;
    }
  if (is_gap (name) && self->in_paragraph > 0)
    g_string_append_c (self->words, ' ');
  return !self->had_enough;
}

static void
tell_paragraph (DocumentReading *self)
{
  const FoiReadUnit unit = { .kind = FOI_READ_LINE, .number = ++self->n_paragraphs,
                             .text = self->words->str };

  if (self->words->len > 0)
    self->had_enough = !self->func (&unit, self->user_data);
  g_string_truncate (self->words, 0);
}

static void
tell_row (DocumentReading *self)
{
  FoiReadUnit unit = { .kind = FOI_READ_ROW, .number = self->n_rows++ };

  g_ptr_array_add (self->cells, NULL);
  unit.cells = (const char *const *) self->cells->pdata;
  if (self->headings == NULL)
    unit.headings = unit.cells;
  else if (self->headings->len == self->cells->len)
    unit.headings = (const char *const *) self->headings->pdata;
  self->had_enough = !self->func (&unit, self->user_data);
  if (self->headings == NULL)
    self->headings = g_steal_pointer (&self->cells);
  else
    g_ptr_array_unref (self->cells);
  self->cells = g_ptr_array_new_with_free_func (g_free);
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  DocumentReading *self = data;

  if (g_str_equal (name, "t"))
    self->in_words--;
  else if (is_paragraph (name))
    {
      self->in_paragraph--;
      if (self->in_rows == 0)
        tell_paragraph (self);
      else
        g_string_append_c (self->words, '\n');
    }
  else if (is_cell (name) && self->in_rows == 1)
    {
      g_ptr_array_add (self->cells, g_strstrip (g_strdup (self->words->str)));
      g_string_truncate (self->words, 0);
    }
  else if (is_row (name) && --self->in_rows == 0)
    tell_row (self);
  return !self->had_enough;
}

static void
text_cb (const char *text, gsize length, gpointer data)
{
  DocumentReading *self = data;

  if (self->in_paragraph > 0 && (self->is_odt || self->in_words > 0))
    g_string_append_len (self->words, text, (gssize) length);
}

static gboolean
read_part (FoiZip *zip, const char *part, DocumentReading *self, GError **error)
{
  static const FoiXmlHandler handler = { begin_cb, end_cb, text_cb, NULL };
  gboolean done;

  self->in_paragraph = self->in_words = self->in_rows = self->n_rows = 0;
  self->words = g_string_new (NULL);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  done = foi_xml_read (zip, part, &handler, self, NULL, error);
  g_string_free (self->words, TRUE);
  g_ptr_array_unref (self->cells);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  return done;
}

/**
 * foi_attached_document_is:
 * @bytes: a file
 *
 * Returns: whether it is a text document of which the words can be read, DOCX or ODT.
 */
gboolean
foi_attached_document_is (GBytes *bytes)
{
  const char *format = foi_zip_is (bytes) ? foi_file_find_format (bytes, NULL) : NULL;

  return g_strcmp0 (format, "docx") == 0 || g_strcmp0 (format, "odt") == 0;
}

/**
 * foi_attached_document_read:
 * @bytes: a text document
 * @func: is called for each paragraph, also in headers, footers and notes, and each row of a table
 * @user_data: for @func
 * @error: as foi_xml_read()
 *
 * Returns: whether all was read, or @func had enough.
 */
gboolean
foi_attached_document_read (GBytes *bytes, FoiReadFunc func, gpointer user_data, GError **error)
{
  g_autoptr (FoiZip) zip = foi_zip_new (bytes, NULL, error);
  DocumentReading self = { .func = func, .user_data = user_data };
  GPtrArray *entries;

  if (zip == NULL)
    return FALSE;
  self.is_odt = g_strcmp0 (foi_file_find_format (bytes, NULL), "odt") == 0;
  entries = foi_zip_get_entries (zip);
  for (guint i = 0; i < entries->len && !self.had_enough; i++)
    {
      const FoiZipEntry *entry = entries->pdata[i];

      if (g_str_has_suffix (entry->name, ".xml") && !read_part (zip, entry->name, &self, error))
        return FALSE;
    }
  return TRUE;
}
