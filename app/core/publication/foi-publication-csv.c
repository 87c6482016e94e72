/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-publication.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-clean-text.h"

#define BYTE_ORDER_MARK "\357\273\277"

/*
 * Whether a spreadsheet might take @text for a formula: Excel and LibreOffice run what begins with
 * one of these, also when it was quoted. A file that is sent to anybody must not do that with words
 * which came from anybody. (The last four are the wide forms, which East Asian editions take too.)
 */
static gboolean
looks_like_formula (const char *text)
{
  static const char *const starts[] = {
    "=", "+", "-", "@", "\t", "\r", "\n", "\357\274\235", "\357\274\213", "\357\274\215",
    "\357\274\240",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (g_str_has_prefix (text, starts[i]))
        return TRUE;
    }
  return FALSE;
}

/* One field by RFC 4180. An empty field that is all there is in its line is quoted too, or the line
 * would be no row. */
static void
append_field (GString *csv, const char *text, gboolean alone)
{
  if (strpbrk (text, ",\"\r\n") == NULL && !(alone && *text == '\0'))
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

/* Words, with an apostrophe before what a spreadsheet would run. It is the sign by which
 * spreadsheets mark text, and the least that disarms it; numbers of ours never get one. */
static void
append_words (GString *csv, const char *words, gboolean alone)
{
  g_autofree char *clean = foi_clean_text_apart (words);
  g_autofree char *disarmed = NULL;

  if (looks_like_formula (clean))
    disarmed = g_strconcat ("'", clean, NULL);
  append_field (csv, disarmed != NULL ? disarmed : clean, alone);
}

static void
append_row (FoiPublication *self, guint row, GString *csv)
{
  guint n_columns = foi_publication_get_n_columns (self);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      FoiCell cell = FOI_CELL_INIT;

      if (i > 0)
        g_string_append_c (csv, ',');
      if (foi_publication_is_name_of_total (self, row, i))
        {
          append_words (csv, _("Total"), n_columns == 1);
          continue;
        }
      foi_publication_get_cell (self, row, i, &cell);
      if (cell.has_text)
        {
          append_words (csv, cell.text, n_columns == 1);
          continue;
        }
      g_string_truncate (plain, 0);
      foi_column_append_plain (foi_publication_get_column (self, i), &cell, plain);
      append_field (csv, plain->str, n_columns == 1);
    }
  g_string_append (csv, "\r\n");
}

/**
 * foi_publication_to_csv:
 * @self: a publication
 *
 * Writes it by RFC 4180: a header of titles with units, commas, CRLF, quotes where needed. Numbers
 * are plain, dates are ISO 8601, and what has no value is its mark, `[c]`, as in the letter
 * (Government Analysis Function, shorthand of 2022) and as `missingValues` of the package says.
 * Text that a spreadsheet would run as a formula has an apostrophe before it. A total that has no
 * name of its own is called "Total", as in the letter.
 *
 * Returns: (transfer full): UTF-8 without a byte order mark, for programs; what is kept as a file
 * is
 *   from foi_publication_to_csv_file().
 */
char *
foi_publication_to_csv (FoiPublication *self)
{
  GString *csv = g_string_new (NULL);
  guint n_columns;

  g_return_val_if_fail (self != NULL, g_string_free (csv, FALSE));

  n_columns = foi_publication_get_n_columns (self);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *heading = foi_column_dup_heading (foi_publication_get_column (self, i));

      if (i > 0)
        g_string_append_c (csv, ',');
      append_words (csv, heading, n_columns == 1);
    }
  g_string_append (csv, "\r\n");
  for (guint row = 0; row < foi_publication_get_n_rows (self); row++)
    append_row (self, row, csv);
  return g_string_free (csv, FALSE);
}

/**
 * foi_publication_to_csv_file:
 * @self: a publication
 *
 * Whoever writes the file of a table, or says what its SHA-256 is, asks here.
 *
 * Returns: (transfer full): the bytes of the file: what foi_publication_to_csv() gives, after a
 * byte
 *   order mark, without which spreadsheets take `£` for two letters.
 */
GBytes *
foi_publication_to_csv_file (FoiPublication *self)
{
  g_autofree char *csv = NULL;
  char *file;

  g_return_val_if_fail (self != NULL, NULL);

  csv = foi_publication_to_csv (self);
  file = g_strconcat (BYTE_ORDER_MARK, csv, NULL);
  return g_bytes_new_take (file, strlen (file));
}
