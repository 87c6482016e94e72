/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-heading.h"

/* Whether the first word may lose its capital inside a sentence: not "MASH", not "Q3". */
static gboolean
has_only_first_capital (const char *text)
{
  const char *next = g_utf8_next_char (text);

  return g_unichar_isupper (g_utf8_get_char (text)) && g_unichar_islower (g_utf8_get_char (next));
}

/**
 * foi_heading_dup_in_sentence:
 * @heading: what stands above or beside figures, with a capital as a heading has
 *
 * Returns: (transfer full): it as it stands in a sentence: "reporting year" of "Reporting year".
 */
char *
foi_heading_dup_in_sentence (const char *heading)
{
  g_autofree char *first = NULL;

  g_return_val_if_fail (heading != NULL, NULL);

  if (heading[0] == '\0' || !has_only_first_capital (heading))
    return g_strdup (heading);
  first = g_utf8_strdown (heading, g_utf8_next_char (heading) - heading);
  return g_strconcat (first, g_utf8_next_char (heading), NULL);
}
