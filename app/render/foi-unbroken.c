/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-unbroken.h"

#include <string.h>

/* Letters are in English: words that a number is not parted from, which follows them. */
static const char *const named[]
    = { "section", "sections", "regulation", "regulations", "Section", "Regulation", "Act",
        "Regulations", "Question", "Questions", "Table", "Figure", "Article", "schedule" };

static const char *const months[]
    = { "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December" };

static gboolean
is_word (const char *const *words, guint n_words, const char *start, gsize length)
{
  for (guint i = 0; i < n_words; i++)
    if (strlen (words[i]) == length && strncmp (words[i], start, length) == 0)
      return TRUE;
  return FALSE;
}

static gsize
get_length (const char *word)
{
  gsize length = 0;

  while (g_ascii_isalpha (word[length]))
    length++;
  return length;
}

/* Whether a postcode has its @space there: SK9 5AF. */
static gboolean
is_postcode (const char *text, const char *space)
{
  const char *start = space;

  while (start > text && (g_ascii_isupper (start[-1]) || g_ascii_isdigit (start[-1])))
    start--;
  return space - start >= 2 && space - start <= 4 && g_ascii_isupper (start[0])
         && g_ascii_isdigit (space[1]) && g_ascii_isupper (space[2]) && g_ascii_isupper (space[3])
         && !g_ascii_isalnum (space[4]);
}

/* Whether a telephone number has its @space there: its groups have three digits at least. */
static gboolean
is_phone (const char *text, const char *space)
{
  return space - text >= 3 && g_ascii_isdigit (space[-3]) && g_ascii_isdigit (space[-2])
         && g_ascii_isdigit (space[-1]) && g_ascii_isdigit (space[1]) && g_ascii_isdigit (space[2])
         && g_ascii_isdigit (space[3]);
}

/* Whether a year follows the day and the month before its @space: 30 October 2024. */
static gboolean
is_before_year (const char *text, const char *space)
{
  const char *month = space, *year = space + 1;

  while (month > text && g_ascii_isalpha (month[-1]))
    month--;
  return month - text >= 2 && month[-1] == ' ' && g_ascii_isdigit (month[-2])
         && is_word (months, G_N_ELEMENTS (months), month, (gsize) (space - month))
         && g_ascii_isdigit (year[0]) && g_ascii_isdigit (year[1]) && g_ascii_isdigit (year[2])
         && g_ascii_isdigit (year[3]) && !g_ascii_isalnum (year[4]);
}

/* Whether what stands on both sides of a @space is one thing: section 12, 30 October. */
static gboolean
is_inside (const char *text, const char *space)
{
  const char *start = space;

  if (space == text)
    return FALSE;
  if (is_postcode (text, space) || is_phone (text, space) || is_before_year (text, space))
    return TRUE;
  if (g_ascii_isdigit (space[-1]))
    return is_word (months, G_N_ELEMENTS (months), space + 1, get_length (space + 1));
  if (!g_ascii_isdigit (space[1]))
    return FALSE;
  while (start > text && g_ascii_isalpha (start[-1]))
    start--;
  return is_word (named, G_N_ELEMENTS (named), start, (gsize) (space - start));
}

/**
 * foi_unbroken_add_numbers:
 * @attributes: of the text
 * @text: running text
 *
 * Sees to it that no line ends inside a date, or between what has a number and the number: "30
 * October 2024", "section 12(2)", "Act 2000", "Table 1"; nor in a postcode or a telephone number.
 */
void
foi_unbroken_add_numbers (PangoAttrList *attributes, const char *text)
{
  g_return_if_fail (attributes != NULL && text != NULL);

  for (const char *space = strchr (text, ' '); space != NULL; space = strchr (space + 1, ' '))
    if (is_inside (text, space))
      {
        PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

        attribute->start_index = (guint) (space - text);
        attribute->end_index = attribute->start_index + 2;
        pango_attr_list_insert (attributes, attribute);
      }
}
