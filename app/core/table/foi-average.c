/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foi-number.h"
#include "foi-totals.h"

/* The column that says how much of each period @measure has figures for, or -1. */
static int
find_coverage (FoiPublication *publication, FoiColumn *measure)
{
  for (guint i = 0; i < foi_publication_get_n_columns (publication); i++)
    {
      FoiColumn *column = foi_publication_get_column (publication, i);

      if (foi_column_get_role (column) == FOI_ROLE_COVERAGE
          && foi_column_get_value_type (column) == FOI_VALUE_INTEGER
          && g_strv_contains (foi_column_get_covers (column), foi_column_get_name (measure)))
        return (int) i;
    }
  return -1;
}

/* What the coverage counts, one of it. */
static const char *
name_period (FoiColumn *coverage)
{
  const char *unit = foi_column_get_unit (coverage);
  int of = foi_column_get_of (coverage);

  if (g_strcmp0 (unit, "weeks") == 0 || (unit == NULL && (of == 52 || of == 53)))
    return _("week");
  if (g_strcmp0 (unit, "months") == 0 || (unit == NULL && of == 12))
    return _("month");
  if (g_strcmp0 (unit, "days") == 0 || (unit == NULL && (of == 365 || of == 366)))
    return _("day");
  /* Translators: one part of a year for which there are figures; its name is not known. */
  return unit != NULL ? unit : _("period");
}

/**
 * foi_average_per_period:
 * @publication: what is shown of a table
 * @row: a row
 * @measure: the place of a measure
 * @decimals: how many decimals the average is to have
 * @out: (out): the average times ten to @decimals, halves rounded away from zero
 * @period_word: (out) (optional) (transfer none): what it is for each of: "week"; it lives as long
 *   as @publication
 *
 * Divides a figure by the number of weeks or months for which there were figures, so that years
 * that were covered in part can be compared.
 *
 * Returns: whether the measure has a coverage, and both cells a value that can be divided.
 */
gboolean
foi_average_per_period (FoiPublication *publication, guint row, guint measure, int decimals,
                        gint64 *out, const char **period_word)
{
  FoiCell figure = FOI_CELL_INIT, covered = FOI_CELL_INIT;
  FoiColumn *column, *coverage;
  gint64 divisor;
  int place, more;

  g_return_val_if_fail (publication != NULL && out != NULL, FALSE);
  g_return_val_if_fail (measure < foi_publication_get_n_columns (publication), FALSE);
  g_return_val_if_fail (decimals >= 0 && decimals <= FOI_MAX_DECIMALS, FALSE);

  column = foi_publication_get_column (publication, measure);
  place = find_coverage (publication, column);
  if (place < 0 || !foi_column_is_numeric (column)
      || foi_column_get_value_type (column) == FOI_VALUE_PERCENTAGE)
    return FALSE;
  foi_publication_get_cell (publication, row, measure, &figure);
  foi_publication_get_cell (publication, row, (guint) place, &covered);
  if (figure.state != FOI_CELL_VALUE || covered.state != FOI_CELL_VALUE || covered.number <= 0
      || covered.number > G_MAXINT)
    return FALSE;

  divisor = covered.number;
  more = decimals - foi_column_get_decimals (column);
  for (; more < 0; more++)
    divisor *= 10;
  *out = foi_number_divide (figure.number, divisor, more);
  coverage = foi_publication_get_column (publication, (guint) place);
  if (period_word != NULL)
    *period_word = name_period (coverage);
  return TRUE;
}
