/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-number.h"

#include <string.h>

/**
 * foi_number_from_text:
 * @text: (nullable): digits, with a point and exactly @decimals digits after it if @decimals is not
 *   0; a minus may stand before; nothing else may
 * @decimals: 0 to %FOI_MAX_DECIMALS
 * @out: (out): the number times ten to the power of @decimals
 *
 * Reads the exact form in which files keep numbers. What people type is read elsewhere.
 *
 * Returns: whether @text is such a number of at most %FOI_MAX_DIGITS digits (with no decimals: any
 *   that 64 bits hold).
 */
gboolean
foi_number_from_text (const char *text, int decimals, gint64 *out)
{
  g_autofree char *digits = NULL;
  const char *start, *point;
  size_t length;

  g_return_val_if_fail (decimals >= 0 && decimals <= FOI_MAX_DECIMALS, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  start = text[0] == '-' ? text + 1 : text;
  length = strnlen (start, 64);
  if (length > 40 || !g_ascii_isdigit (start[0])
      || (start[0] == '0' && g_ascii_isdigit (start[1])))
    return FALSE;
  if (decimals == 0)
    return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, out, NULL);

  point = strchr (start, '.');
  if (point == NULL || strlen (point + 1) != (size_t) decimals || length - 1 > FOI_MAX_DIGITS)
    return FALSE;
  digits = g_strdup_printf ("%.*s%s", (int) (point - text), text, point + 1);
  return g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, out, NULL);
}

/* Writes @value with its point, and with @separator between thousands unless that is NULL. */
static char *
number_to_string (gint64 value, int decimals, const char *separator)
{
  char digits[32];
  GString *text = g_string_new (NULL);
  guint64 magnitude = value < 0 ? (guint64) 0 - (guint64) value : (guint64) value;
  int length = g_snprintf (digits, sizeof digits, "%0*" G_GUINT64_FORMAT, decimals + 1, magnitude);
  int whole = length - decimals;

  if (value < 0)
    g_string_append_c (text, '-');
  for (int i = 0; i < whole; i++)
    {
      if (separator != NULL && i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, separator);
      g_string_append_c (text, digits[i]);
    }
  if (decimals > 0)
    {
      g_string_append_c (text, '.');
      g_string_append (text, digits + whole);
    }
  return g_string_free (text, FALSE);
}

/**
 * foi_number_to_text:
 * @value: a number times ten to the power of @decimals
 * @decimals: 0 to %FOI_MAX_DECIMALS
 *
 * Returns: (transfer full): the form of files and formulas: `274552.50`.
 */
char *
foi_number_to_text (gint64 value, int decimals)
{
  g_return_val_if_fail (decimals >= 0 && decimals <= FOI_MAX_DECIMALS, NULL);
  return number_to_string (value, decimals, NULL);
}

/**
 * foi_number_to_words:
 * @value: a number times ten to the power of @decimals
 * @decimals: 0 to %FOI_MAX_DECIMALS
 *
 * Returns: (transfer full): the form of letters: `274,552.50`.
 */
char *
foi_number_to_words (gint64 value, int decimals)
{
  g_return_val_if_fail (decimals >= 0 && decimals <= FOI_MAX_DECIMALS, NULL);
  return number_to_string (value, decimals, ",");
}

/**
 * foi_number_dup_count:
 * @things: what is counted, in the plural or singular that goes with @n; "%s" stands for it
 * @n: how many there are
 *
 * Returns: (transfer full): "12,000 rows" of "%s rows".
 */
char *
foi_number_dup_count (const char *things, guint n)
{
  g_autofree char *number = foi_number_to_words (n, 0);
  const char *place;

  g_return_val_if_fail (things != NULL, NULL);

  place = strstr (things, "%s");
  if (place == NULL)
    return g_strdup (things);
  return g_strdup_printf ("%.*s%s%s", (int) (place - things), things, number, place + 2);
}

/**
 * foi_number_power_of_ten:
 * @exponent: at most %FOI_MAX_DIGITS
 *
 * Returns: how many last digits make one; 1 where there are none.
 */
gint64
foi_number_power_of_ten (int exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/**
 * foi_number_divide:
 * @value: the dividend
 * @divisor: not 0
 * @more_decimals: how many decimal places the quotient has more than @value
 *
 * Returns: the quotient, halves rounded away from zero. %G_MAXINT64 or %G_MININT64 where it does
 *   not fit.
 */
gint64
foi_number_divide (gint64 value, gint64 divisor, int more_decimals)
{
  __int128 dividend = value;
  __int128 twice, quotient;

  g_return_val_if_fail (divisor != 0, 0);
  g_return_val_if_fail (more_decimals >= 0 && more_decimals <= FOI_MAX_DECIMALS, 0);

  for (int i = 0; i < more_decimals; i++)
    dividend *= 10;
  twice = dividend * 2;
  if ((dividend < 0) == (divisor < 0))
    quotient = (twice + divisor) / ((__int128) divisor * 2);
  else
    quotient = (twice - divisor) / ((__int128) divisor * 2);
  return (gint64) CLAMP (quotient, (__int128) G_MININT64, (__int128) G_MAXINT64);
}
