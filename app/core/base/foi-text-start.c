/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-start.h"

#include <string.h>

#include "foi-clean-text.h"

/* More of a line is in no list. */
#define MOST_IN_LINE 200

/* Where the word begins that @end is in, if it is not much before it. */
static const char *
find_word (const char *text, const char *end)
{
  const char *at = end;

  while (at > text && end - at < 30 && !g_ascii_isspace (at[-1]))
    at--;
  return at > text && g_ascii_isspace (at[-1]) ? at - 1 : end;
}

/**
 * foi_text_dup_start:
 * @text: a text; UTF-8
 * @most: how many characters of it, at most
 *
 * Returns: (transfer full): @text, or its first words and an ellipsis.
 */
char *
foi_text_dup_start (const char *text, guint most)
{
  const char *end;
  g_autofree char *start = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  /* As many bytes are never more characters. */
  if (strlen (text) <= most || g_utf8_strlen (text, -1) <= (glong) most)
    return g_strdup (text);
  end = find_word (text, g_utf8_offset_to_pointer (text, (glong) most));
  start = g_strchomp (g_strndup (text, (gsize) (end - text)));
  return g_strconcat (start, "…", NULL);
}

/**
 * foi_text_dup_first_line:
 * @text: a text; UTF-8
 *
 * Returns: (transfer full): its first line as far as a list shows it, without what is not seen.
 */
char *
foi_text_dup_first_line (const char *text)
{
  g_autofree char *line = NULL, *clean = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  line = g_strndup (text, strcspn (text, "\r\n"));
  clean = foi_clean_line (line);
  return foi_text_dup_start (clean, MOST_IN_LINE);
}
