/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-regular-file.h"
#include "foi-workbook-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-zip.h"

static void
free_sheet (gpointer data)
{
  FoiSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

/* Takes @reader over. */
FoiWorkbook *
_foi_workbook_alloc (const char *format, const FoiReaderClass *class, gpointer reader)
{
  FoiWorkbook *self = g_new0 (FoiWorkbook, 1);

  self->format = format;
  self->class = class;
  self->reader = reader;
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  return self;
}

FoiSheet *
_foi_workbook_add_sheet (FoiWorkbook *self, const char *name, FoiSheetState state)
{
  FoiSheet *sheet = g_new0 (FoiSheet, 1);

  sheet->name = g_strdup (name);
  sheet->state = state;
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

/* Passes a cell on that has something in it. */
gboolean
_foi_sheet_sink_add (FoiSheetSink *self, const FoiSheetCell *cell, GError **error)
{
  if (self->visitor == NULL || *cell->text == '\0')
    return TRUE;
  if (cell->row >= FOI_WORKBOOK_MAX_ROWS || cell->column >= FOI_WORKBOOK_MAX_COLUMNS
      || ++self->n_cells > FOI_WORKBOOK_MAX_CELLS)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("The sheet is too large: at most %d rows, %d columns and %d filled cells are "
                     "read."),
                      FOI_WORKBOOK_MAX_ROWS, FOI_WORKBOOK_MAX_COLUMNS, FOI_WORKBOOK_MAX_CELLS);
      return FALSE;
    }
  return self->visitor->cell (cell, self->data, error);
}

/* Tells of cells that are shown as one. */
void
_foi_sheet_sink_add_merged (FoiSheetSink *self, const FoiSheetRange *range)
{
  if (self->visitor != NULL && self->visitor->merged != NULL
      && (range->first_row != range->last_row || range->first_column != range->last_column))
    self->visitor->merged (range, self->data);
}

static gboolean
fail_size (GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT, _("The file is larger than 512 MB."));
  return FALSE;
}

static GBytes *
read_all (GInputStream *stream, gsize expected, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new ((guint) expected);
  guint8 piece[65536];
  gssize n;

  while ((n = g_input_stream_read (stream, piece, sizeof piece, cancellable, error)) > 0)
    {
      if (bytes->len + (gsize) n > FOI_WORKBOOK_MAX_BYTES)
        return fail_size (error), NULL;
      g_byte_array_append (bytes, piece, (guint) n);
    }
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * foi_workbook_load_stream:
 * @stream: what comes from another program
 * @error: as of foi_workbook_load()
 *
 * Returns: (transfer full) (nullable): all that comes, up to %FOI_WORKBOOK_MAX_BYTES.
 */
GBytes *
foi_workbook_load_stream (GInputStream *stream, GError **error)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  return read_all (stream, 0, NULL, error);
}

/**
 * foi_workbook_load:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @error: set to %FOI_ERROR_LIMIT or a %G_IO_ERROR
 *
 * Reads a file, of which nobody knows how long it is before, up to %FOI_WORKBOOK_MAX_BYTES.
 *
 * Returns: (transfer full) (nullable): what is in it.
 */
GBytes *
foi_workbook_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = foi_regular_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL && g_file_info_get_size (info) > (goffset) FOI_WORKBOOK_MAX_BYTES)
    return fail_size (error), NULL;
  return read_all (G_INPUT_STREAM (stream),
                   info != NULL ? (gsize) g_file_info_get_size (info) : 0, cancellable, error);
}

static gboolean
contains (const char *data, gsize size, const char *utf16, gsize length)
{
  return memmem (data, size, utf16, length) != NULL;
}

/* The container of Excel up to 2003; newer files are in one when they have a password. */
static FoiWorkbook *
refuse_old (const char *data, gsize size, GError **error)
{
  static const char package[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  if (contains (data, size, package, sizeof package))
    g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                 _("The file is protected by a password. Open it where it came from, and save it "
                   "without one."));
  else
    g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                 _("This is a file of Excel 97 to 2003, which is not read. Open it in a "
                   "spreadsheet, and save it as .xlsx, .ods or .csv."));
  return NULL;
}

static FoiWorkbook *
open_zip (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiZip) zip = foi_zip_new (bytes, cancellable, error);

  if (zip == NULL)
    return NULL;
  if (foi_zip_find (zip, "[Content_Types].xml") != NULL)
    return _foi_xlsx_open (bytes, cancellable, error);
  if (foi_zip_find (zip, "content.xml") != NULL)
    return _foi_ods_open (bytes, cancellable, error);
  g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX,
               _("The file is an archive, and no spreadsheet."));
  return NULL;
}

static gboolean
looks_like_html (const char *data, gsize size)
{
  g_autofree char *start = g_ascii_strdown (data, (gssize) MIN (size, 512));
  const char *p = g_str_has_prefix (start, "\xef\xbb\xbf") ? start + 3 : start;

  while (g_ascii_isspace (*p))
    p++;
  return g_str_has_prefix (p, "<!doctype html") || g_str_has_prefix (p, "<html")
         || g_str_has_prefix (p, "<table");
}

/* An object, or a list of them: no cell of a text file begins so that is not in quotation marks. */
static gboolean
looks_like_json (const char *data, gsize size)
{
  const char *end = data + size;

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    data += 3;
  for (guint depth = 0; data < end; data++)
    {
      if (*data == '"')
        return depth > 0;
      if (depth > 0 && *data == '}')
        return TRUE;
      if (*data == '{' || (*data == '[' && depth == 0))
        depth++;
      else if (!g_ascii_isspace (*data))
        return FALSE;
    }
  return FALSE;
}

/**
 * foi_workbook_is_case:
 * @bytes: a file, whatever its name says
 *
 * Returns: whether it is a case of FOI Desk, with all that is internal.
 */
gboolean
foi_workbook_is_case (GBytes *bytes)
{
  /* Also as an editor of texts saves it as "Unicode", in either order of bytes. */
  static const char name[] = "\"foi:case\"";
  static const char wide_name[] = "\"\0f\0o\0i\0:\0c\0a\0s\0e\0\"";
  gsize size, start = 0;
  const char *data;

  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  if (data == NULL)
    return FALSE;
  /* A mark of the encoding, zero bytes and spaces may stand before it. */
  while (start < size && (!g_ascii_isprint (data[start]) || data[start] == ' '))
    start++;
  return start < size && data[start] == '{'
         && (contains (data, size, name, strlen (name))
             || contains (data, size, wide_name, sizeof wide_name - 1));
}

static FoiWorkbook *
refuse_json (GBytes *bytes, GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               foi_workbook_is_case (bytes) ? _("This is a case of FOI Desk, and no spreadsheet.")
                                            : _("This is a JSON file, and no spreadsheet."));
  return NULL;
}

/**
 * foi_workbook_new:
 * @bytes: a file, whatever its name says
 * @text: (nullable): what is known of it, if it is a text file
 * @cancellable: (nullable): stops it
 * @error: set to %FOI_ERROR_SYNTAX, %FOI_ERROR_LIMIT or, for what is not read, %FOI_ERROR_REFUSED
 *
 * Opens a spreadsheet: XLSX, ODS, or text with separated columns. A workbook made of HTML under
 * another name, as some systems give it out, is read as well.
 *
 * Returns: (transfer full) (nullable): the workbook.
 */
FoiWorkbook *
foi_workbook_new (GBytes *bytes, const FoiTextWish *text, GCancellable *cancellable,
                  GError **error)
{
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size == 0)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX,
                   _("The file is empty: there is nothing in it at all."));
      return NULL;
    }
  if (size > FOI_WORKBOOK_MAX_BYTES)
    return fail_size (error), NULL;
  if (size >= 8 && memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    return refuse_old (data, size, error);
  if (size >= 5 && memcmp (data, "%PDF-", 5) == 0)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("This is a PDF, and no spreadsheet."));
      return NULL;
    }
  if (foi_zip_is (bytes))
    return open_zip (bytes, cancellable, error);
  if (looks_like_html (data, size))
    return _foi_html_open (data, size, error);
  if (looks_like_json (data, size))
    return refuse_json (bytes, error);
  return _foi_csv_open (bytes, text, error);
}

/**
 * foi_workbook_new_html:
 * @html: what a clipboard holds as `text/html`
 * @length: bytes of it, or -1
 * @error: set to %FOI_ERROR_SYNTAX if there is no table in it
 *
 * Returns: (transfer full) (nullable): a workbook with a sheet for each table.
 */
FoiWorkbook *
foi_workbook_new_html (const char *html, gssize length, GError **error)
{
  g_return_val_if_fail (html != NULL, NULL);

  return _foi_html_open (html, length < 0 ? strlen (html) : (gsize) length, error);
}

/**
 * foi_workbook_free:
 * @self: (nullable): a workbook
 *
 * Frees it.
 */
void
foi_workbook_free (FoiWorkbook *self)
{
  if (self == NULL)
    return;
  self->class->free (self->reader);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

/**
 * foi_workbook_get_format:
 * @self: a workbook
 *
 * Returns: (transfer none): `csv`, `tsv`, `xlsx`, `ods` or `html`.
 */
const char *
foi_workbook_get_format (FoiWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->format;
}

/**
 * foi_workbook_get_encoding:
 * @self: a workbook
 *
 * Returns: (transfer none) (nullable): as what a text file was read.
 */
const char *
foi_workbook_get_encoding (FoiWorkbook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->encoding;
}

/**
 * foi_workbook_get_delimiter:
 * @self: a workbook
 *
 * Returns: what stands between the cells of a text file; 0 of other files.
 */
char
foi_workbook_get_delimiter (FoiWorkbook *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->delimiter;
}

/**
 * foi_workbook_has_mojibake:
 * @self: a workbook
 *
 * Returns: whether its text looks as if some program before us had taken UTF-8 for Windows-1252
 *   (`Â£5`); the encoding `mojibake` puts it right.
 */
gboolean
foi_workbook_has_mojibake (FoiWorkbook *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_mojibake;
}

/**
 * foi_workbook_get_n_sheets:
 * @self: a workbook
 *
 * Returns: how many sheets it has, hidden ones among them.
 */
guint
foi_workbook_get_n_sheets (FoiWorkbook *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sheets->len;
}

/**
 * foi_workbook_get_sheet_name:
 * @self: a workbook
 * @sheet: from 0
 *
 * Returns: (transfer none): the name on the sheet's tab.
 */
const char *
foi_workbook_get_sheet_name (FoiWorkbook *self, guint sheet)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, NULL);

  return ((FoiSheet *) g_ptr_array_index (self->sheets, sheet))->name;
}

/**
 * foi_workbook_get_sheet_state:
 * @self: a workbook
 * @sheet: from 0
 *
 * Returns: whether the sheet is seen.
 */
FoiSheetState
foi_workbook_get_sheet_state (FoiWorkbook *self, guint sheet)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, FOI_SHEET_VISIBLE);

  return ((FoiSheet *) g_ptr_array_index (self->sheets, sheet))->state;
}

/**
 * foi_workbook_read_sheet:
 * @self: a workbook
 * @sheet: from 0
 * @visitor: what is called for each filled cell, row by row
 * @data: for @visitor
 * @cancellable: (nullable): stops it
 * @error: set to %FOI_ERROR_SYNTAX, %FOI_ERROR_LIMIT, %G_IO_ERROR_CANCELLED or what @visitor says
 *
 * Reads the values of a sheet; nothing of it is kept.
 *
 * Returns: whether all of it was read.
 */
gboolean
foi_workbook_read_sheet (FoiWorkbook *self, guint sheet, const FoiSheetVisitor *visitor,
                         gpointer data, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && sheet < self->sheets->len, FALSE);
  g_return_val_if_fail (visitor != NULL, FALSE);

  return self->class->read_sheet (self->reader, sheet, visitor, data, NULL, cancellable, error);
}

static gboolean
stop_cb (const FoiSheetCell *cell, gpointer data, GError **error)
{
  gboolean *found = data;

  if (cell->hidden)
    return TRUE;
  *found = TRUE;
  /* One is enough. */
  return FALSE;
}

/* Sets @sheet to the first that is wanted, or %G_MAXUINT. */
static gboolean
find_first (FoiWorkbook *self, guint *sheet, GError **error)
{
  static const FoiSheetVisitor visitor = { stop_cb, NULL, NULL };

  if (self->class->find_first != NULL)
    return self->class->find_first (self->reader, sheet, error);
  *sheet = G_MAXUINT;
  for (guint i = 0; i < self->sheets->len; i++)
    {
      g_autoptr (GError) cause = NULL;
      gboolean found = FALSE;

      if (foi_workbook_get_sheet_state (self, i) != FOI_SHEET_VISIBLE)
        continue;
      if (!foi_workbook_read_sheet (self, i, &visitor, &found, NULL, &cause) && !found)
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      if (found)
        {
          *sheet = i;
          return TRUE;
        }
    }
  return TRUE;
}

/**
 * foi_workbook_find_first:
 * @self: a workbook
 * @error: as foi_workbook_read_sheet(), or %FOI_ERROR_NOT_FOUND
 *
 * A sheet that cannot be read ends the search: what comes behind it is not what is meant.
 *
 * Returns: the first sheet that is seen and has something to be seen in it; -1 if there is none.
 */
int
foi_workbook_find_first (FoiWorkbook *self, GError **error)
{
  guint sheet;

  g_return_val_if_fail (self != NULL, -1);

  if (!find_first (self, &sheet, error))
    return -1;
  if (sheet != G_MAXUINT)
    return (int) sheet;
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                       _("There is no sheet with anything to be seen"));
  return -1;
}

/**
 * foi_workbook_inspect:
 * @self: a workbook
 * @cancellable: (nullable): stops it
 * @error: as foi_workbook_read_sheet()
 *
 * Looks for everything that is in the file and is not seen when it is opened.
 *
 * Returns: (transfer full) (nullable): what is hidden.
 */
FoiHidden *
foi_workbook_inspect (FoiWorkbook *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiHidden) hidden = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  hidden = foi_hidden_new ();
  for (guint i = 0; i < self->sheets->len; i++)
    {
      const FoiSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->state != FOI_SHEET_VISIBLE)
        foi_hidden_add (hidden,
                        sheet->state == FOI_SHEET_HIDDEN ? FOI_HIDDEN_SHEET
                                                         : FOI_HIDDEN_VERY_HIDDEN_SHEET,
                        sheet->name, 1, NULL);
    }
  if (self->class->inspect != NULL
      && !self->class->inspect (self->reader, hidden, cancellable, error))
    return NULL;
  return g_steal_pointer (&hidden);
}
