/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-publication.h"

#include <glib/gi18n.h>

#include "foi-csv-text.h"

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
          foi_csv_append_words (csv, _("Total"), n_columns == 1);
          continue;
        }
      foi_publication_get_cell (self, row, i, &cell);
      if (cell.has_text)
        {
          foi_csv_append_words (csv, cell.text, n_columns == 1);
          continue;
        }
      g_string_truncate (plain, 0);
      foi_column_append_plain (foi_publication_get_column (self, i), &cell, plain);
      foi_csv_append_field (csv, plain->str, n_columns == 1);
    }
  g_string_append (csv, "\r\n");
}

/* ---- what was disarmed ---- */

static void
add_place (GArray *places, guint row, guint column)
{
  const FoiCsvPlace place = { row, column };

  g_array_append_val (places, place);
}

/**
 * foi_publication_list_disarmed:
 * @self: a publication
 *
 * What a spreadsheet would run as a formula has an apostrophe before it in the CSV, and so is not
 * quite what was in the table. Whoever hands the file on is told where.
 *
 * Returns: (transfer full) (element-type FoiCsvPlace): these cells, row by row; the headings are
 *   row %G_MAXUINT.
 */
GArray *
foi_publication_list_disarmed (FoiPublication *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (FoiCsvPlace));
  guint n_columns;

  g_return_val_if_fail (self != NULL, places);

  n_columns = foi_publication_get_n_columns (self);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *heading = foi_column_dup_heading (foi_publication_get_column (self, i));
      gboolean disarmed;
      g_autofree char *safe = foi_csv_dup_safe (heading, &disarmed);

      if (disarmed)
        add_place (places, G_MAXUINT, i);
    }
  for (guint row = 0; row < foi_publication_get_n_rows (self); row++)
    for (guint i = 0; i < n_columns; i++)
      {
        FoiCell cell = FOI_CELL_INIT;
        g_autofree char *safe = NULL;
        gboolean disarmed = FALSE;

        foi_publication_get_cell (self, row, i, &cell);
        if (cell.has_text)
          safe = foi_csv_dup_safe (cell.text, &disarmed);
        if (disarmed)
          add_place (places, row, i);
      }
  return places;
}

/* ---- the file ---- */

/* What the column @column is called in the file: its heading, or its place where it has none; no
 * two columns are called the same. */
static char *
dup_unique_heading (FoiPublication *self, guint column, GHashTable *taken)
{
  g_autofree char *heading = foi_column_dup_heading (foi_publication_get_column (self, column));
  gboolean disarmed;
  g_autofree char *safe = foi_csv_dup_safe (heading, &disarmed);
  g_autofree char *plain = NULL;
  char *name;

  if (safe[strspn (safe, " \t\r\n")] == '\0')
    /* Translators: what a column without a heading is called in a file. */
    plain = g_strdup_printf (_("Column %u"), column + 1);
  else
    plain = g_steal_pointer (&safe);
  name = g_strdup (plain);
  for (guint i = 2; g_hash_table_contains (taken, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", plain, i);
    }
  g_hash_table_add (taken, name);
  return name;
}

/**
 * foi_publication_dup_csv_headings:
 * @self: a publication
 *
 * Returns: (transfer full): the cells of the header row of its CSV: titles with units, each once
 *   and none empty, as the Analysis Function wants of tables that are released.
 */
GStrv
foi_publication_dup_csv_headings (FoiPublication *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_columns;
  GStrv headings;

  g_return_val_if_fail (self != NULL, NULL);

  n_columns = foi_publication_get_n_columns (self);
  headings = g_new0 (char *, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    headings[i] = dup_unique_heading (self, i, taken);
  return headings;
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
 *   is from foi_publication_to_csv_file().
 */
char *
foi_publication_to_csv (FoiPublication *self)
{
  GString *csv = g_string_new (NULL);
  g_auto (GStrv) headings = NULL;

  g_return_val_if_fail (self != NULL, g_string_free (csv, FALSE));

  headings = foi_publication_dup_csv_headings (self);
  for (guint i = 0; headings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      foi_csv_append_field (csv, headings[i], FALSE);
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
 * Returns: (transfer full): the bytes of the file: what foi_publication_to_csv() gives, as
 *   foi_csv_to_file() writes it.
 */
GBytes *
foi_publication_to_csv_file (FoiPublication *self)
{
  g_autofree char *csv = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  csv = foi_publication_to_csv (self);
  return foi_csv_to_file (csv);
}
