/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-typed-private.h"

#include <string.h>

#include "foi-date.h"

/* Fewer digits than a number may have at most, so that none is lost. */
#define MAX_PLAIN_DIGITS 15
#define MAX_PLAIN_TEXT 1000

/* `20049` and `274552.50`: no sign, no separator, no zero before it, no more decimal places than
 * the column has. */
static gboolean
read_number (FoiColumn *column, const char *typed, FoiCell *out)
{
  int decimals = foi_column_get_decimals (column);
  int n_decimals = 0;
  gsize n_digits = 0;
  gint64 number = 0;
  const char *p = typed;

  if (!g_ascii_isdigit (*p) || (*p == '0' && g_ascii_isdigit (p[1])))
    return FALSE;
  for (; g_ascii_isdigit (*p); p++, n_digits++)
    number = n_digits < MAX_PLAIN_DIGITS ? number * 10 + (*p - '0') : number;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    {
      for (p++; g_ascii_isdigit (*p); p++, n_digits++, n_decimals++)
        number = n_digits < MAX_PLAIN_DIGITS ? number * 10 + (*p - '0') : number;
    }
  if (*p != '\0' || n_decimals > decimals
      || n_digits + (gsize) (decimals - n_decimals) > MAX_PLAIN_DIGITS)
    return FALSE;
  for (; n_decimals < decimals; n_decimals++)
    number *= 10;
  *out = foi_cell_number (number);
  return TRUE;
}

/* `2024-11-27` */
static gboolean
read_date (const char *typed, FoiCell *out)
{
  FoiDate date;

  if (strnlen (typed, 11) != 10 || (typed[0] != '1' && typed[0] != '2') || typed[4] != '-')
    return FALSE;
  date = foi_date_from_iso (typed);
  if (date < foi_date_from_ymd (1900, 1, 1) || date > foi_date_from_ymd (2100, 1, 1))
    return FALSE;
  *out = foi_cell_number (date);
  return TRUE;
}

static gboolean
read_text (const char *typed, FoiCell *out)
{
  gsize length = 0;

  /* What begins with a bracket may be a mark. */
  if (typed[0] == '[' || typed[0] == ' ')
    return FALSE;
  for (; typed[length] >= ' ' && typed[length] <= '~'; length++)
    continue;
  if (typed[length] != '\0' || length == 0 || length > MAX_PLAIN_TEXT)
    return FALSE;
  *out = foi_cell_text_len (typed, length);
  return TRUE;
}

/* Reads what can only mean one thing at the first sight, as nearly all cells of files do. %FALSE
 * says nothing yet; %TRUE, and what all other ways of reading would say. */
gboolean
_foi_typed_read_plain (FoiColumn *column, const char *typed, FoiCell *out)
{
  switch (foi_column_get_value_type (column))
    {
    case FOI_VALUE_INTEGER:
    case FOI_VALUE_DECIMAL:
    case FOI_VALUE_MONEY:
    case FOI_VALUE_PERCENTAGE:
      return foi_column_get_role (column) != FOI_ROLE_COVERAGE
             && read_number (column, typed, out);
    case FOI_VALUE_DATE:
      return read_date (typed, out);
    case FOI_VALUE_TEXT:
      return read_text (typed, out);
    case FOI_VALUE_MONTH:
    case FOI_VALUE_YEAR:
    case FOI_VALUE_FINANCIAL_YEAR:
    default:
      return FALSE;
    }
}
