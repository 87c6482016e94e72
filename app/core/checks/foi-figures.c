/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-figures.h"

#include <math.h>
#include <string.h>

#include "foi-number-scan.h"
#include "foi-phrase.h"

/* In longer columns nobody compares each row with each. */
#define MAX_PAIRED 120
/* Numbers of prose are rounded to a tenth of a million at the most. */
#define MAX_ZEROS 9
#define NEARLY 1e-6

struct _FoiFigures
{
  GHashTable *shown;   /* of char *: as they stand */
  GArray     *exact;   /* of double: all that follows from them, to be rounded */
};

/**
 * foi_figures_new:
 *
 * Returns: (transfer full): no figures.
 */
FoiFigures *
foi_figures_new (void)
{
  FoiFigures *self = g_new0 (FoiFigures, 1);

  self->shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->exact = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

/**
 * foi_figures_free:
 * @self: (transfer full): figures
 *
 * Frees them.
 */
void
foi_figures_free (FoiFigures *self)
{
  g_hash_table_unref (self->shown);
  g_array_unref (self->exact);
  g_free (self);
}

static void
add_exact (FoiFigures *self, double value)
{
  value = fabs (value);
  g_array_append_val (self->exact, value);
}

/**
 * foi_figures_add_text:
 * @self: figures
 * @text: a cell of words, a note, what was asked
 *
 * Adds the numbers in a text.
 */
void
foi_figures_add_text (FoiFigures *self, const char *text)
{
  const FoiRange whole = { 0, strlen (text) };
  FoiFoundNumber number;
  gsize from = 0;

  while (foi_number_scan_next (text, whole, from, &number))
    {
      from = number.range.end;
      if (!number.is_loose || number.kind != FOI_FOUND_WORD || g_str_equal (number.value, "1"))
        g_hash_table_add (self->shown, g_strdup (number.value));
    }
}

/* ---- tables ---- */

/**
 * foi_figures_get_number:
 * @table: a table
 * @row: a row of it
 * @column: a column of it
 * @out: (out): what is shown there, in the unit of the column
 *
 * Returns: whether a number is shown there.
 */
gboolean
foi_figures_get_number (FoiPublication *table, guint row, guint column, double *out)
{
  FoiColumn *described = foi_publication_get_column (table, column);
  FoiCell cell = FOI_CELL_INIT;

  foi_publication_get_cell (table, row, column, &cell);
  if (cell.state != FOI_CELL_VALUE || cell.has_text || !foi_column_is_numeric (described))
    return FALSE;
  *out = (double) cell.number / pow (10, foi_column_get_decimals (described));
  return TRUE;
}

static void
add_ratio (FoiFigures *self, double part, double whole)
{
  if (fabs (whole) < NEARLY)
    return;
  add_exact (self, part / whole * 100);
  add_exact (self, part / whole);
}

/* Each of a column with each: differences, changes in per cent, sums of two. */
static void
add_pairs (FoiFigures *self, const GArray *values)
{
  for (guint i = 0; i < values->len && values->len <= MAX_PAIRED; i++)
    for (guint j = 0; j < values->len; j++)
      {
        double a = g_array_index (values, double, i);
        double b = g_array_index (values, double, j);

        if (i == j)
          continue;
        add_ratio (self, b, a);
        add_ratio (self, b - a, a);
        if (j > i)
          {
            add_exact (self, b - a);
            add_exact (self, a + b);
          }
      }
}

/* Sums of rows that follow one another, their means and what each is of them. */
static void
add_runs (FoiFigures *self, const GArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      double sum = g_array_index (values, double, i);

      for (guint j = i + 1; j < values->len && (values->len <= MAX_PAIRED || i == 0); j++)
        {
          sum += g_array_index (values, double, j);
          add_exact (self, sum);
          if (j - i > 1)
            add_exact (self, sum / (j - i + 1));
        }
      if (i == 0)
        for (guint j = 0; j < values->len; j++)
          add_ratio (self, g_array_index (values, double, j), sum);
    }
}

static void
add_column (FoiFigures *self, FoiPublication *table, guint column)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint row = 0; row < foi_publication_get_n_rows (table); row++)
    {
      double value;

      if (!foi_figures_get_number (table, row, column, &value))
        continue;
      add_exact (self, value);
      if (!foi_publication_is_total_row (table, row))
        g_array_append_val (values, value);
    }
  add_pairs (self, values);
  add_runs (self, values);
  add_exact (self, values->len);
}

static void
add_row (FoiFigures *self, FoiPublication *table, guint row)
{
  double sum = 0, value, other;
  guint n_columns = foi_publication_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    {
      if (!foi_figures_get_number (table, row, i, &value))
        continue;
      if (!foi_publication_is_total_column (table, i))
        sum += value;
      for (guint j = 0; j < n_columns; j++)
        if (j != i && foi_figures_get_number (table, row, j, &other))
          {
            add_ratio (self, value, other);
            add_exact (self, value - other);
          }
    }
  add_exact (self, sum);
}

/**
 * foi_figures_add_table:
 * @self: figures
 * @table: a table
 *
 * Adds what it shows, and what follows: totals, differences, changes, shares, means.
 */
void
foi_figures_add_table (FoiFigures *self, FoiPublication *table)
{
  const char *description = foi_publication_get_description (table);
  guint n_rows = foi_publication_get_n_rows (table);
  guint n_columns = foi_publication_get_n_columns (table);

  foi_figures_add_text (self, foi_publication_get_title (table));
  if (description != NULL)
    foi_figures_add_text (self, description);
  for (guint i = 0; i < foi_publication_get_n_notes (table); i++)
    foi_figures_add_text (self, foi_publication_get_note (table, i)->text);
  for (guint i = 0; i < n_columns; i++)
    {
      FoiColumn *column = foi_publication_get_column (table, i);

      foi_figures_add_text (self, foi_column_get_title (column));
      if (foi_column_get_of (column) > 0)
        add_exact (self, foi_column_get_of (column));
      add_column (self, table, i);
    }
  for (guint row = 0; row < n_rows; row++)
    {
      add_row (self, table, row);
      for (guint i = 0; i < n_columns; i++)
        {
          FoiCell cell = FOI_CELL_INIT;

          foi_publication_get_cell (table, row, i, &cell);
          if (cell.has_text)
            foi_figures_add_text (self, cell.text);
        }
    }
  add_exact (self, n_rows);
  add_exact (self, n_columns);
}

/* ---- asking ---- */

/* Whether @value is @exact, rounded as it is written: to its places, or to its idle zeros. */
static gboolean
is_rounded (double exact, double value, int decimals, int zeros)
{
  double scale = pow (10, decimals);

  if (fabs (exact - value) < NEARLY)
    return TRUE;
  if (fabs (round (exact * scale) / scale - value) < NEARLY)
    return TRUE;
  for (int i = 1; i <= zeros && decimals == 0; i++)
    {
      double step = pow (10, i);

      if (step <= value && fabs (round (exact / step) * step - value) < NEARLY)
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_figures_row_is_named:
 * @table: a published table
 * @row: one of its rows
 * @sentence: what is read
 *
 * Returns: whether the sentence says all that the row is known by.
 */
gboolean
foi_figures_row_is_named (FoiPublication *table, guint row, const char *sentence)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      g_autofree char *key = foi_publication_is_key (table, i)
                               ? foi_publication_format (table, row, i) : NULL;

      if (key == NULL || key[0] == '\0')
        continue;
      if (!foi_phrase_find (sentence, key, FALSE, 0, NULL, NULL))
        return FALSE;
      is_any = TRUE;
    }
  return is_any;
}

/**
 * foi_figures_have:
 * @self: figures
 * @value: a number as foi_number_scan_next() gives it
 *
 * Returns: whether it is shown, or follows from what is, rounded as people round.
 */
gboolean
foi_figures_have (FoiFigures *self, const char *value)
{
  const char *point = strchr (value, '.');
  int decimals = point != NULL ? (int) strlen (point + 1) : 0;
  double number = g_ascii_strtod (value, NULL);
  int zeros = 0;

  if (g_hash_table_contains (self->shown, value))
    return TRUE;
  for (gsize i = strlen (value); decimals == 0 && i > 1 && value[i - 1] == '0'; i--)
    zeros++;
  for (guint i = 0; i < self->exact->len; i++)
    {
      double exact = g_array_index (self->exact, double, i);

      if (is_rounded (exact, number, decimals, MIN (zeros, MAX_ZEROS))
          /* "£1.4 million", "20 thousand" */
          || (exact >= 1e6 && is_rounded (exact / 1e6, number, decimals, 0))
          || (exact >= 1e3 && decimals < 2 && zeros > 0 && is_rounded (exact / 1e3, number, 0, 0)))
        return TRUE;
    }
  return FALSE;
}
