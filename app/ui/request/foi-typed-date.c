/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-typed-date.h"

#include <glib/gi18n.h>

#include "foi-date.h"
#include "foi-typed.h"

static char *
dup_reason (const FoiRefusal *refusal)
{
  g_autofree char *choices = NULL;

  if (refusal->choices == NULL || refusal->choices[0] == NULL)
    return g_strdup (refusal->reason);
  /* Translators: between two things that typed text can mean. */
  choices = g_strjoinv (_(" or "), refusal->choices);
  /* Translators: why typed text is refused, and what it could mean. */
  return g_strdup_printf (_("%s (%s)"), refusal->reason, choices);
}

/* The value of @cell in the case file. */
static char *
to_moment (FoiColumn *column, const FoiCell *cell)
{
  switch (foi_column_get_value_type (column))
    {
    case FOI_VALUE_DATE:
      return foi_date_to_iso ((FoiDate) cell->number);
    case FOI_VALUE_MONTH:
      return g_strdup_printf ("%04d-%02d", (int) (cell->number / 12),
                              (int) (cell->number % 12) + 1);
    case FOI_VALUE_YEAR:
    case FOI_VALUE_FINANCIAL_YEAR:
      return foi_column_format_plain (column, cell);
    case FOI_VALUE_TEXT:
    case FOI_VALUE_INTEGER:
    case FOI_VALUE_DECIMAL:
    case FOI_VALUE_MONEY:
    case FOI_VALUE_PERCENTAGE:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_as (FoiValueType type, const char *text, char **moment, char **reason)
{
  g_autoptr (FoiColumn) column = foi_column_new ("date", "", type);
  g_auto (FoiCell) cell = FOI_CELL_INIT;
  g_auto (FoiRefusal) refusal = { NULL, NULL };

  *moment = NULL;
  *reason = NULL;
  if (!foi_typed_parse (column, text, &cell, &refusal))
    {
      *reason = dup_reason (&refusal);
      return FALSE;
    }
  if (cell.state == FOI_CELL_VALUE)
    *moment = to_moment (column, &cell);
  else if (cell.state != FOI_CELL_BLANK)
    {
      *reason = g_strdup (_("Type a day, as in 27 November 2024"));
      return FALSE;
    }
  return TRUE;
}

/**
 * foi_typed_date_read:
 * @text: what was typed into a field for a day, as people write days
 * @moment: (out) (transfer full): the day in ISO 8601; %NULL where nothing was typed
 * @reason: (out) (transfer full): why it is no day, and what it could mean
 *
 * Returns: whether @text is a day or empty.
 */
gboolean
foi_typed_date_read (const char *text, char **moment, char **reason)
{
  g_return_val_if_fail (text != NULL && moment != NULL && reason != NULL, FALSE);
  return read_as (FOI_VALUE_DATE, text, moment, reason);
}

/**
 * foi_typed_moment_read:
 * @text: what was typed for the end of a period: a day, month, year or financial year
 * @moment: (out) (transfer full): as the case file has it; %NULL where nothing was typed
 * @reason: (out) (transfer full): why it is none of these
 *
 * Returns: whether @text is one of these or empty.
 */
gboolean
foi_typed_moment_read (const char *text, char **moment, char **reason)
{
  static const FoiValueType types[] = {
    FOI_VALUE_YEAR, FOI_VALUE_FINANCIAL_YEAR, FOI_VALUE_MONTH, FOI_VALUE_DATE,
  };

  g_return_val_if_fail (text != NULL && moment != NULL && reason != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (read_as (types[i], text, moment, reason))
        return TRUE;
      g_clear_pointer (reason, g_free);
    }
  *reason = g_strdup (_("Type a year, a month or a day, as in 2015, 2016/17, April 2019 or "
                        "27 November 2024"));
  return FALSE;
}

/**
 * foi_moment_to_words:
 *
 * Returns: (transfer full): a moment as people read it; anything else as it is.
 */
char *
foi_moment_to_words (const char *moment)
{
  g_autofree char *first_day = NULL;
  FoiDate day, month;
  int year, number;

  g_return_val_if_fail (moment != NULL, NULL);

  first_day = g_strconcat (moment, "-01", NULL);
  day = foi_date_from_iso (moment);
  month = foi_date_from_iso (first_day);
  if (day != FOI_DATE_NONE)
    return foi_date_to_words (day);
  if (month == FOI_DATE_NONE)
    return g_strdup (moment);
  foi_date_to_ymd (month, &year, &number, NULL);
  /* Translators: the name of a month and its year. */
  return g_strdup_printf (_("%s %d"), foi_month_name (number), year);
}
