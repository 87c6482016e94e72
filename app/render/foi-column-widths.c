/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-column-widths.h"

#include <math.h>

/* Halvings of the level sought: a 1,000-point line is then known to less than a millionth. */
#define N_HALVINGS 40
/* A table that fills so much of the line is drawn out to the whole of it; others a little. */
#define STRETCH_FROM 0.6
#define STRETCH_COLUMN 16.0

static double
get_width (const FoiColumnNeed *need, double level)
{
  return CLAMP (level * sqrt (need->whole), MIN (need->least, need->whole), need->whole);
}

static double
add_widths (const FoiColumnNeed *needs, guint n_columns, double level, double *widths)
{
  double sum = 0.0;

  for (guint i = 0; i < n_columns; i++)
    {
      double width = get_width (&needs[i], level);

      if (widths != NULL)
        widths[i] = width;
      sum += width;
    }
  return sum;
}

/*
 * Short columns get all they want, long ones share the rest by the square root of their lengths:
 * between equal shares, which make the longest column tall, and proportional ones, which break
 * the short columns too.
 */
static void
share (const FoiColumnNeed *needs, guint n_columns, double available, double *widths)
{
  double low = 0.0, high = 0.0;

  for (guint i = 0; i < n_columns; i++)
    high = MAX (high, sqrt (needs[i].whole));
  for (guint i = 0; i < N_HALVINGS; i++)
    {
      double middle = (low + high) / 2;

      if (add_widths (needs, n_columns, middle, NULL) <= available)
        low = middle;
      else
        high = middle;
    }
  add_widths (needs, n_columns, low, widths);
}

static void
stretch (const FoiColumnNeed *needs, guint n_columns, double extra, double *widths)
{
  guint n_growing = 0;

  for (guint i = 0; i < n_columns; i++)
    n_growing += needs[i].grows ? 1 : 0;
  for (guint i = 0; i < n_columns; i++)
    if (n_growing == 0)
      widths[i] += extra / n_columns;
    else if (needs[i].grows)
      widths[i] += extra / n_growing;
}

/* Words must be broken: the widest columns give until all fit. */
static void
squeeze (const FoiColumnNeed *needs, guint n_columns, double available, double *widths)
{
  double low = 0.0, high = available;

  for (guint j = 0; j < N_HALVINGS; j++)
    {
      double middle = (low + high) / 2, sum = 0.0;

      for (guint i = 0; i < n_columns; i++)
        sum += MIN (needs[i].least, middle);
      if (sum <= available)
        low = middle;
      else
        high = middle;
    }
  for (guint i = 0; i < n_columns; i++)
    widths[i] = MIN (needs[i].least, low);
}

/**
 * foi_column_widths_fit:
 * @needs: (array length=n_columns): of each column
 * @n_columns: how many
 * @available: the width of the line, in points
 * @widths: (array length=n_columns) (out): of each column
 *
 * Fits the columns of a table into a line: everything on one line where that fits; else the long
 * columns are broken between words; else between letters.
 *
 * Returns: whether no word has to be broken.
 */
gboolean
foi_column_widths_fit (const FoiColumnNeed *needs, guint n_columns, double available,
                       double *widths)
{
  double least = 0.0, whole = 0.0;

  g_return_val_if_fail (needs != NULL && widths != NULL && n_columns > 0, FALSE);

  for (guint i = 0; i < n_columns; i++)
    {
      least += MIN (needs[i].least, needs[i].whole);
      whole += needs[i].whole;
      widths[i] = needs[i].whole;
    }
  if (whole <= available)
    {
      if (whole >= available * STRETCH_FROM)
        stretch (needs, n_columns, available - whole, widths);
      else
        for (guint i = 0; i < n_columns; i++)
          widths[i] += MIN (STRETCH_COLUMN, (available - whole) / n_columns);
      return TRUE;
    }
  if (least <= available)
    {
      share (needs, n_columns, available, widths);
      return TRUE;
    }
  squeeze (needs, n_columns, available, widths);
  return FALSE;
}
