/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-text-encoding.h"
#include "foi-workbook-private.h"

/* So many lines say what stands between columns. */
#define SAMPLE_ROWS  100
#define SAMPLE_BYTES (256 * 1024)

/* Between two looks at whether somebody cancelled. */
#define PROGRESS_ROWS 4096

typedef struct
{
  GBytes *bytes;
  const char *text; /* of these: UTF-8 */
  gsize length;
  char delimiter;
} Csv;

static void
csv_free (gpointer data)
{
  Csv *self = data;

  g_bytes_unref (self->bytes);
  g_free (self);
}

/* ---- what stands between columns ---- */

/* How often @delimiter stands outside quotation marks in each row: how many rows have as many as
 * most have, and more than none. */
static guint
score_delimiter (const Csv *self, char delimiter, guint *width)
{
  guint counts[SAMPLE_ROWS] = { 0 };
  guint n_rows = 0, best = 0;
  gboolean quoted = FALSE, start = TRUE, any = FALSE;
  const char *end = self->text + MIN (self->length, SAMPLE_BYTES);

  for (const char *p = self->text; p < end && n_rows < SAMPLE_ROWS; p++)
    {
      if (*p == '"' && (quoted || start))
        quoted = !quoted;
      else if (!quoted && *p == delimiter)
        counts[n_rows]++;
      if (!quoted && (*p == '\n' || *p == '\r'))
        n_rows += any;
      start = !quoted && (*p == delimiter || *p == '\n' || *p == '\r');
      any = *p != '\n' && *p != '\r' ? TRUE : any && quoted;
    }
  if (n_rows < SAMPLE_ROWS && any)
    n_rows++;
  *width = 0;
  for (guint i = 0; i < n_rows; i++)
    {
      guint same = 0;

      for (guint j = 0; counts[i] > 0 && j < n_rows; j++)
        same += counts[j] == counts[i];
      if (same > best || (same == best && counts[i] > *width))
        {
          best = same;
          *width = counts[i];
        }
    }
  return best;
}

/* The one that the most rows have in the same number; the first of these where it is a draw. */
static char
sniff_delimiter (const Csv *self)
{
  static const char delimiters[] = { '\t', ',', ';', '|' };
  char best = ',';
  guint best_score = 0, best_width = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      guint width;
      guint score = score_delimiter (self, delimiters[i], &width);

      if (score > best_score || (score == best_score && score > 0 && width > best_width))
        {
          best = delimiters[i];
          best_score = score;
          best_width = width;
        }
    }
  return best;
}

/* ---- cells ---- */

typedef struct
{
  const Csv *csv;
  const char *p;
  const char *end;
  GString *cell;
} Scanner;

/* Characters of a cell: Excel has no longer ones. What has more bytes has more of these as well. */
#define MOST_CHARACTERS 32767
#define MOST_BYTES      (4 * MOST_CHARACTERS)

static gboolean
is_too_long (const Scanner *self)
{
  return self->cell->len > MOST_BYTES
         || (self->cell->len > MOST_CHARACTERS
             && g_utf8_strlen (self->cell->str, (gssize) self->cell->len) > MOST_CHARACTERS);
}

/* A cell in quotation marks, which may have anything inside; what follows the closing one belongs
 * to it, as others read it. Line ends in it become one newline. FALSE where it is never closed, or
 * not before it is too long. */
static gboolean
scan_quoted (Scanner *self)
{
  for (self->p++; self->p < self->end && self->cell->len <= MOST_BYTES; self->p++)
    {
      char c = *self->p;

      if (c == '"' && self->p + 1 < self->end && self->p[1] == '"')
        self->p++;
      else if (c == '"')
        {
          self->p++;
          return TRUE;
        }
      if (c == '\r')
        {
          c = '\n';
          if (self->p + 1 < self->end && self->p[1] == '\n')
            self->p++;
        }
      g_string_append_c (self->cell, c);
    }
  return FALSE;
}

static gboolean
is_end (const Scanner *self)
{
  return self->p >= self->end || *self->p == self->csv->delimiter || *self->p == '\n'
         || *self->p == '\r';
}

static gboolean
scan_cell (Scanner *self)
{
  gboolean closed = TRUE;
  const char *start;

  g_string_truncate (self->cell, 0);
  if (self->p < self->end && *self->p == '"')
    closed = scan_quoted (self);
  if (!closed)
    return FALSE;
  start = self->p;
  while (!is_end (self) && self->p - start <= MOST_BYTES)
    self->p++;
  g_string_append_len (self->cell, start, self->p - start);
  return TRUE;
}

static gboolean
fail_long (guint row, guint column, gboolean is_quoted, GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
               is_quoted
                 ? _("Row %u, column %u: the cell has more than %d characters, which no cell of a "
                     "spreadsheet has. Perhaps the quotation mark that opens it is not closed.")
                 : _("Row %u, column %u: the cell has more than %d characters, which no cell of a "
                     "spreadsheet has. Shorten it, or leave the column out of the file."),
               row + 1, column + 1, MOST_CHARACTERS);
  return FALSE;
}

static gboolean
fail_open_quote (guint row, GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX,
               _("Row %u: a quotation mark opens a cell and none closes it"), row + 1);
  return FALSE;
}

static gboolean
scan_row (Scanner *self, FoiSheetSink *sink, guint row, GError **error)
{
  FoiSheetCell cell = { .row = row, .type = FOI_SHEET_TEXT };

  for (;; self->p++, cell.column++)
    {
      const gboolean is_quoted = self->p < self->end && *self->p == '"';
      const gboolean is_closed = scan_cell (self);

      if (is_too_long (self))
        return fail_long (row, cell.column, is_quoted, error);
      if (!is_closed)
        return fail_open_quote (row, error);
      cell.text = self->cell->str;
      if (!_foi_sheet_sink_add (sink, &cell, error))
        return FALSE;
      if (self->p >= self->end || *self->p != self->csv->delimiter)
        break;
    }
  if (self->p < self->end && *self->p == '\r' && self->p + 1 < self->end && self->p[1] == '\n')
    self->p++;
  self->p++;
  return TRUE;
}

static gboolean
csv_read_sheet (gpointer reader, guint sheet, const FoiSheetVisitor *visitor, gpointer data,
                FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  const Csv *csv = reader;
  g_autoptr (GString) text = g_string_new (NULL);
  Scanner scanner = { csv, csv->text, csv->text + csv->length, text };
  FoiSheetSink sink = { visitor, data, 0 };

  for (guint row = 0; scanner.p < scanner.end; row++)
    {
      if (!scan_row (&scanner, &sink, row, error))
        return FALSE;
      if (row % PROGRESS_ROWS != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (visitor->progress != NULL)
        visitor->progress ((double) (scanner.p - csv->text) / (double) csv->length, data);
    }
  return TRUE;
}

static const FoiReaderClass csv_class = { csv_read_sheet, NULL, csv_free, NULL };

FoiWorkbook *
_foi_csv_open (GBytes *bytes, const FoiTextWish *wish, GError **error)
{
  const char *encoding = wish != NULL ? wish->encoding : NULL;
  const char *found = NULL;
  gboolean has_mojibake = FALSE;
  g_autoptr (GBytes) text
    = foi_text_decode_bytes (bytes, encoding, &found, &has_mojibake, error);
  FoiWorkbook *workbook;
  Csv *self;

  if (text == NULL)
    return NULL;
  self = g_new0 (Csv, 1);
  self->bytes = g_steal_pointer (&text);
  self->text = g_bytes_get_data (self->bytes, &self->length);
  self->delimiter = wish != NULL && wish->delimiter != 0 ? wish->delimiter : sniff_delimiter (self);
  workbook = _foi_workbook_alloc (self->delimiter == '\t' ? "tsv" : "csv", &csv_class, self);
  workbook->encoding = found;
  workbook->delimiter = self->delimiter;
  workbook->has_mojibake = has_mojibake;
  _foi_workbook_add_sheet (workbook, "", FOI_SHEET_VISIBLE);
  return workbook;
}
