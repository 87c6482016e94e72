/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-share-order.h"

#include <string.h>

#define MINUS "−"

/* A number of digits with at most one point, in a space or two: where it begins, and how long it is
 * without its sign; 0 for anything else. */
static gsize
read_number (const char *typed, const char **digits, gboolean *negative, const char **end)
{
  const char *p = typed + strspn (typed, " ");
  gsize length;

  *negative = *p == '-' || g_str_has_prefix (p, MINUS);
  if (*negative)
    p += *p == '-' ? 1 : strlen (MINUS);
  length = strspn (p, "0123456789.");
  *digits = p;
  *end = p + length;
  *end += strspn (*end, " ");
  if (length == 0 || length > 15 || strspn (p, ".") == length
      || (memchr (p, '.', length) != NULL
          && memchr (strchr (p, '.') + 1, '.', length - (gsize) (strchr (p, '.') + 1 - p)) != NULL))
    return 0;
  return length;
}

/**
 * foi_share_has_sign:
 * @typed: what stands in a cell
 *
 * Returns: whether it is a number with the sign of percentages behind it: 50%.
 */
gboolean
foi_share_has_sign (const char *typed)
{
  const char *digits, *end;
  gboolean negative;

  g_return_val_if_fail (typed != NULL, FALSE);

  return strchr (typed, '%') != NULL && read_number (typed, &digits, &negative, &end) > 0
         && *end == '%' && end[1 + strspn (end + 1, " ")] == '\0';
}

/**
 * foi_share_is_bare:
 * @typed: what stands in a cell
 *
 * Returns: whether it is a number and nothing else: 0.5, 12.5.
 */
gboolean
foi_share_is_bare (const char *typed)
{
  const char *digits, *end;
  gboolean negative;

  g_return_val_if_fail (typed != NULL, FALSE);

  return read_number (typed, &digits, &negative, &end) > 0 && *end == '\0';
}

/**
 * foi_share_may_be_fraction:
 * @typed: what stands in a cell
 *
 * Returns: whether it is a number of which nobody knows, beside percentages, whether it is one of
 *   them or a part of the whole: 0.5 and 1, but not 0, which is both, nor 45.
 */
gboolean
foi_share_may_be_fraction (const char *typed)
{
  const char *digits, *end;
  gboolean negative;
  double value;

  g_return_val_if_fail (typed != NULL, FALSE);

  if (read_number (typed, &digits, &negative, &end) == 0 || *end != '\0')
    return FALSE;
  value = g_ascii_strtod (digits, NULL);
  return value > 0 && value <= 1;
}

/* The digits with the point two places further to the right, and no zeros that say nothing. */
static char *
dup_hundredfold (const char *digits, gsize length)
{
  const char *point = memchr (digits, '.', length);
  gsize n_whole = point != NULL ? (gsize) (point - digits) : length;
  g_autoptr (GString) text = g_string_new_len (digits, (gssize) length);
  gsize n_zeros;

  if (point != NULL)
    g_string_erase (text, (gssize) n_whole, 1);
  while (text->len < n_whole + 2)
    g_string_append_c (text, '0');
  g_string_insert_c (text, (gssize) (n_whole + 2), '.');
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
  n_zeros = strspn (text->str, "0");
  if (text->str[n_zeros] == '.' || (text->str[n_zeros] == '\0' && n_zeros > 0))
    n_zeros--;
  return g_strdup (text->str + n_zeros);
}

/**
 * foi_share_order_dup_percent:
 * @self: what a person said of a column
 * @typed: what stands in one of its cells
 *
 * Returns: (transfer full) (nullable): a bare number as the percentage that it is: 0.5 as 50% or as
 *   0.5%; %NULL for anything else, which stays as it stands.
 */
char *
foi_share_order_dup_percent (FoiShareOrder self, const char *typed)
{
  const char *digits, *end;
  g_autofree char *number = NULL;
  gboolean negative;
  gsize length;

  g_return_val_if_fail (typed != NULL, NULL);

  length = read_number (typed, &digits, &negative, &end);
  if (self == FOI_SHARE_ORDER_UNKNOWN || length == 0 || *end != '\0')
    return NULL;
  number = self == FOI_SHARE_ORDER_FRACTION ? dup_hundredfold (digits, length)
                                            : g_strndup (digits, length);
  return g_strdup_printf ("%s%s%%", negative ? "-" : "", number);
}
