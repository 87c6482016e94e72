/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-column.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-currency.h"
#include "foi-date.h"
#include "foi-number.h"

static char *
format_month (gint64 number)
{
  /* Translators: the name of a month and its year. */
  return g_strdup_printf (_("%s %d"), foi_month_name ((int) (number % 12) + 1),
                          (int) (number / 12));
}

/* `£1,234.50`, and `-£1,234.50`: the sign of the number stands before that of the money. */
static char *
format_amount (FoiColumn *self, gint64 number, const char *sign, const char *after)
{
  g_autofree char *words = foi_number_to_words (number, foi_column_get_decimals (self));
  const char *minus = words[0] == '-' ? "-" : "";

  return g_strconcat (minus, sign != NULL ? sign : "", words + strlen (minus), after, NULL);
}

static char *
format_value (FoiColumn *self, const FoiCell *cell, gboolean with_unit)
{
  const char *sign = with_unit ? foi_column_get_currency_sign (self) : NULL;

  if (cell->has_text)
    return g_strdup (cell->text);
  switch (foi_column_get_value_type (self))
    {
    case FOI_VALUE_INTEGER:
    case FOI_VALUE_DECIMAL:
    case FOI_VALUE_MONEY:
      return format_amount (self, cell->number, sign, "");
    case FOI_VALUE_PERCENTAGE:
      return format_amount (self, cell->number, NULL, with_unit ? "%" : "");
    case FOI_VALUE_DATE:
      return foi_date_to_words ((FoiDate) cell->number);
    case FOI_VALUE_MONTH:
      return format_month (cell->number);
    case FOI_VALUE_TEXT:
    case FOI_VALUE_YEAR:
    case FOI_VALUE_FINANCIAL_YEAR:
    default:
      return foi_column_format_plain (self, cell);
    }
}

/**
 * foi_column_format:
 * @self: a column
 * @cell: one of its cells
 *
 * Returns: (transfer full): the cell as a sentence of a letter says it: `20,049`, `£274,552.50`,
 *   `12.5%`, `27 November 2024`, `November 2024`, `2016/17`; a mark for a cell without a value, and
 *   nothing for a blank one.
 */
char *
foi_column_format (FoiColumn *self, const FoiCell *cell)
{
  g_return_val_if_fail (self != NULL && cell != NULL, NULL);

  if (cell->state != FOI_CELL_VALUE)
    return foi_cell_dup_mark (cell);
  return format_value (self, cell, TRUE);
}

static gboolean
contains (const char *title, const char *word)
{
  g_autofree char *folded_title = g_utf8_casefold (title, -1);
  g_autofree char *folded_word = g_utf8_casefold (word, -1);

  return strstr (folded_title, folded_word) != NULL;
}

/* Whether somebody who reads the title knows the unit. */
static gboolean
title_has_unit (FoiColumn *self)
{
  const char *title = foi_column_get_title (self);
  const char *sign = foi_column_get_currency_sign (self);

  if (contains (title, foi_column_get_unit (self)))
    return TRUE;
  if (foi_column_get_value_type (self) == FOI_VALUE_PERCENTAGE)
    return contains (title, "per cent") || contains (title, "percent");
  return sign != NULL && strstr (title, sign) != NULL;
}

/**
 * foi_column_dup_heading:
 * @self: a column
 *
 * Guidance on tables wants the unit in the heading, "Budget (£)", and not in every cell (Government
 * Analysis Function, Releasing statistics in spreadsheets).
 *
 * Returns: (transfer full): the title, and in brackets the unit unless the title has it.
 */
char *
foi_column_dup_heading (FoiColumn *self)
{
  const char *unit, *sign;

  g_return_val_if_fail (self != NULL, NULL);

  unit = foi_column_get_unit (self);
  if (unit == NULL || *unit == '\0' || title_has_unit (self))
    return g_strdup (foi_column_get_title (self));
  sign = foi_currency_get_sign (unit);
  return g_strdup_printf ("%s (%s)", foi_column_get_title (self), sign != NULL ? sign : unit);
}

/**
 * foi_column_format_under_heading:
 * @self: a column
 * @cell: one of its cells
 *
 * Returns: (transfer full): as foi_column_format(), without the unit, which the heading has.
 */
char *
foi_column_format_under_heading (FoiColumn *self, const FoiCell *cell)
{
  g_return_val_if_fail (self != NULL && cell != NULL, NULL);

  if (cell->state != FOI_CELL_VALUE)
    return foi_cell_dup_mark (cell);
  return format_value (self, cell, FALSE);
}

static void
append_decimal (GString *out, gint64 number, int decimals)
{
  g_autofree char *text = foi_number_to_text (number, decimals);

  g_string_append (out, text);
}

/* `2024-11-27`, without a string of its own: files have a million of these. */
static void
append_date (GString *out, FoiDate date)
{
  int year, month, day;

  foi_date_to_ymd (date, &year, &month, &day);
  g_string_append_printf (out, "%04d-%02d-%02d", year, month, day);
}

/**
 * foi_column_append_plain:
 * @self: a column
 * @cell: one of its cells
 * @out: what to append to
 *
 * Appends the cell as files have it: `20049`, `274552.50`, `12.5`, `2024-11-27`, `2024-11`,
 * `2016/17`, or its mark.
 */
void
foi_column_append_plain (FoiColumn *self, const FoiCell *cell, GString *out)
{
  gint64 number;

  g_return_if_fail (self != NULL && cell != NULL && out != NULL);

  if (cell->state != FOI_CELL_VALUE || cell->has_text)
    {
      if (cell->state == FOI_CELL_SUPPRESSED && cell->number > 0)
        {
          g_autofree char *mark = foi_cell_dup_mark (cell);

          g_string_append (out, mark);
        }
      else
        g_string_append (out, cell->has_text
                                  ? cell->text
                                  : foi_cell_state_to_mark ((FoiCellState) cell->state));
      return;
    }
  number = cell->number;
  switch (foi_column_get_value_type (self))
    {
    case FOI_VALUE_DATE:
      append_date (out, (FoiDate) number);
      break;
    case FOI_VALUE_MONTH:
      g_string_append_printf (out, "%04d-%02d", (int) (number / 12), (int) (number % 12) + 1);
      break;
    case FOI_VALUE_FINANCIAL_YEAR:
      g_string_append_printf (out, "%04d/%02d", (int) number, (int) ((number + 1) % 100));
      break;
    case FOI_VALUE_DECIMAL:
    case FOI_VALUE_MONEY:
    case FOI_VALUE_PERCENTAGE:
      append_decimal (out, number, foi_column_get_decimals (self));
      break;
    case FOI_VALUE_TEXT:
    case FOI_VALUE_INTEGER:
    case FOI_VALUE_YEAR:
    default:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
      break;
    }
}

/**
 * foi_column_format_plain:
 * @self: a column
 * @cell: one of its cells
 *
 * Returns: (transfer full): what foi_column_append_plain() appends.
 */
char *
foi_column_format_plain (FoiColumn *self, const FoiCell *cell)
{
  GString *out = g_string_new (NULL);

  foi_column_append_plain (self, cell, out);
  return g_string_free (out, FALSE);
}
