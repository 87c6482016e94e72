/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-csv-text.h"

#include <string.h>

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

/**
 * foi_csv_append_field:
 * @csv: the file so far
 * @text: a number of ours, a date, or words that are safe
 * @alone: whether it is all there is in its line
 *
 * Writes one field by RFC 4180. An empty field that is alone in its line is quoted too, or the line
 * would be no row.
 */
void
foi_csv_append_field (GString *csv, const char *text, gboolean alone)
{
  g_return_if_fail (csv != NULL && text != NULL);

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

/**
 * foi_csv_dup_safe:
 * @words: words of anybody
 * @disarmed: (out): whether it has the apostrophe
 *
 * Puts an apostrophe before what a spreadsheet would run. It is the sign by which spreadsheets mark
 * text, and the least that disarms it; numbers of ours never get one.
 *
 * Returns: (transfer full): what is written.
 */
char *
foi_csv_dup_safe (const char *words, gboolean *disarmed)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (words != NULL && disarmed != NULL, NULL);

  clean = foi_clean_text_apart (words);
  *disarmed = looks_like_formula (clean);
  return *disarmed ? g_strconcat ("'", clean, NULL) : g_steal_pointer (&clean);
}

/**
 * foi_csv_skip_sign:
 * @text: a field of a file that may be one of ours
 *
 * Returns: (transfer none): what foi_csv_dup_safe() was given: @text without the apostrophe before
 *   what a spreadsheet would run.
 */
const char *
foi_csv_skip_sign (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return *text == '\'' && looks_like_formula (text + 1) ? text + 1 : text;
}

/**
 * foi_csv_append_words:
 * @csv: the file so far
 * @words: words of anybody
 * @alone: whether they are all there is in their line
 *
 * Writes them as one field, which no spreadsheet runs.
 */
void
foi_csv_append_words (GString *csv, const char *words, gboolean alone)
{
  gboolean disarmed;
  g_autofree char *safe = foi_csv_dup_safe (words, &disarmed);

  foi_csv_append_field (csv, safe, alone);
}

/**
 * foi_csv_to_file:
 * @csv: lines of CSV, for programs
 *
 * Returns: (transfer full): the bytes of a file: these, after a byte order mark, without which
 *   spreadsheets take `£` for two letters.
 */
GBytes *
foi_csv_to_file (const char *csv)
{
  char *file;

  g_return_val_if_fail (csv != NULL, NULL);

  file = g_strconcat (BYTE_ORDER_MARK, csv, NULL);
  return g_bytes_new_take (file, strlen (file));
}
