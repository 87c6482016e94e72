/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-column.h"

#include <string.h>

/* Skips the zeros before a run of digits, and gives the run's end. */
static const char *
skip_digits (const char **start)
{
  const char *end;

  while (**start == '0' && g_ascii_isdigit ((*start)[1]))
    (*start)++;
  end = *start;
  while (g_ascii_isdigit (*end))
    end++;
  return end;
}

/* Compares the runs of digits that begin at @a and @b as numbers, and steps over them. */
static int
compare_digits (const char **a, const char **b)
{
  const char *end_a = skip_digits (a);
  const char *end_b = skip_digits (b);
  gssize length_a = end_a - *a;
  gssize length_b = end_b - *b;
  int order = 0;

  if (length_a != length_b)
    order = length_a < length_b ? -1 : 1;
  else
    order = memcmp (*a, *b, (gsize) length_a);
  *a = end_a;
  *b = end_b;
  return order;
}

/* As a person sorts: capitals with their small letters, "Ward 9" before "Ward 10". The same on
 * every machine, whatever its language. */
static int
compare_text (const char *a, const char *b)
{
  const char *left = a;
  const char *right = b;

  while (*left != '\0' && *right != '\0')
    {
      int order;

      if (g_ascii_isdigit (*left) && g_ascii_isdigit (*right))
        {
          order = compare_digits (&left, &right);
        }
      else
        {
          gunichar left_char = g_unichar_tolower (g_utf8_get_char (left));
          gunichar right_char = g_unichar_tolower (g_utf8_get_char (right));

          order = left_char < right_char ? -1 : left_char > right_char;
          left = g_utf8_next_char (left);
          right = g_utf8_next_char (right);
        }
      if (order != 0)
        return order;
    }
  if (*left != *right)
    return *left == '\0' ? -1 : 1;
  return strcmp (a, b);
}

/**
 * foi_column_compare:
 * @self: the column of both
 * @a: a cell
 * @b: a cell
 *
 * Values come first, in their order, text with the numbers in it as numbers; then what is low,
 * withheld, not available, not applicable; the blank ones last.
 *
 * Returns: less than, equal to or greater than 0.
 */
int
foi_column_compare (FoiColumn *self, const FoiCell *a, const FoiCell *b)
{
  static const int ranks[] = {
    [FOI_CELL_VALUE] = 0,         [FOI_CELL_BLANK] = 5,
    [FOI_CELL_SUPPRESSED] = 2,    [FOI_CELL_NOT_AVAILABLE] = 3,
    [FOI_CELL_NOT_APPLICABLE] = 4, [FOI_CELL_LOW] = 1,
  };

  g_return_val_if_fail (self != NULL && a != NULL && b != NULL, 0);

  if (a->state != b->state)
    return ranks[a->state] - ranks[b->state];
  if (a->state != FOI_CELL_VALUE)
    return 0;
  if (a->has_text && b->has_text)
    return compare_text (a->text, b->text);
  if (a->has_text || b->has_text)
    return a->has_text - b->has_text;
  return a->number < b->number ? -1 : a->number > b->number;
}
