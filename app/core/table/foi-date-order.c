/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-date-order.h"

#include <string.h>

#include "foi-date.h"

/* Of a year of two digits: those up to this are of this century, as where a date is typed. */
#define LAST_OF_CENTURY 69

/* Three numbers with the year last, parted by one kind of sign: else they are not taken for a date
 * here. */
static gboolean
read_parts (const char *typed, int parts[3], gboolean *has_short_year)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  gsize signs = strcspn (text, "/-.");
  char sign = text[signs];
  g_auto (GStrv) words = NULL;

  if (sign == '\0' || strlen (text) > 10)
    return FALSE;
  words = g_strsplit_set (text, (const char[]) { sign, '\0' }, -1);
  if (g_strv_length (words) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      gsize length = strlen (words[i]);

      if (length == 0 || strspn (words[i], "0123456789") != length
          || (i < 2 ? length > 2 : length != 2 && length != 4))
        return FALSE;
      parts[i] = (int) g_ascii_strtoll (words[i], NULL, 10);
    }
  *has_short_year = strlen (words[2]) == 2;
  if (*has_short_year)
    parts[2] += parts[2] <= LAST_OF_CENTURY ? 2000 : 1900;
  return TRUE;
}

/**
 * foi_date_order_is_needed:
 * @typed: what stands in a cell
 *
 * Returns: whether it is a date of which a person has to say what its numbers are: 03/04/2024, but
 *   not 25/12/2024, which has one reading, nor 04/04/2024.
 */
gboolean
foi_date_order_is_needed (const char *typed)
{
  int parts[3];
  gboolean is_short;

  g_return_val_if_fail (typed != NULL, FALSE);

  return read_parts (typed, parts, &is_short)
         && foi_date_from_ymd (parts[2], parts[1], parts[0]) != FOI_DATE_NONE
         && (is_short
             || (parts[0] != parts[1]
                 && foi_date_from_ymd (parts[2], parts[0], parts[1]) != FOI_DATE_NONE));
}

/**
 * foi_date_order_dup_iso:
 * @self: what a person said of a column
 * @typed: what stands in one of its cells
 *
 * Returns: (transfer full) (nullable): the date as 2024-04-03; %NULL where it is none in that
 *   order, so that it stays as it stands.
 */
char *
foi_date_order_dup_iso (FoiDateOrder self, const char *typed)
{
  int parts[3];
  gboolean is_short;
  FoiDate date;

  g_return_val_if_fail (typed != NULL, NULL);

  if (self == FOI_DATE_ORDER_UNKNOWN || !read_parts (typed, parts, &is_short))
    return NULL;
  date = self == FOI_DATE_ORDER_DAY_FIRST ? foi_date_from_ymd (parts[2], parts[1], parts[0])
                                          : foi_date_from_ymd (parts[2], parts[0], parts[1]);
  return date != FOI_DATE_NONE ? foi_date_to_iso (date) : NULL;
}
