/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-word-scan.h"

#include <string.h>

/* Walks over a line, counting characters. */
typedef struct
{
  const char *at;
  guint       offset;
} Walk;

static void
step (Walk *walk)
{
  walk->at = g_utf8_next_char (walk->at);
  walk->offset++;
}

static void
skip_to (Walk *walk, const char *end)
{
  while (walk->at < end)
    step (walk);
}

/* A space, or the target of a link. */
static const char *
find_break (const char *at)
{
  while (*at != '\0' && !g_unichar_isspace (g_utf8_get_char (at)) && !g_str_has_prefix (at, "]("))
    at = g_utf8_next_char (at);
  return at;
}

/* The end of a gap ("{name}", "{{table:t}}") or of a link's target that begins at @at; NULL where
 * none does. */
static const char *
find_end_of_markup (const char *at)
{
  const char *end = NULL;

  if (g_str_has_prefix (at, "{{"))
    end = strstr (at, "}}");
  else if (*at == '{')
    end = strchr (at, '}');
  else if (g_str_has_prefix (at, "]("))
    end = strchr (at, ')');
  return end != NULL ? end + (g_str_has_prefix (end, "}}") ? 2 : 1) : NULL;
}

/* The end of an address, a number or a reference that begins at @at, NULL where it is
 * none. */
static const char *
find_end_of_name (const char *at)
{
  const char *end = find_break (at);
  g_autofree char *token = g_strndup (at, (gsize) (end - at));

  if (strstr (token, "://") != NULL || strchr (token, '@') != NULL || strchr (token, '_') != NULL
      || g_ascii_strncasecmp (token, "www.", 4) == 0
      || strpbrk (token, "0123456789") != NULL)
    return end;
  return NULL;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Letters, with apostrophes between them: "officers’" ends before its own. */
static const char *
find_end_of_word (const char *at)
{
  const char *end = at;

  while (g_unichar_isalpha (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end)))
    {
      end = g_utf8_next_char (end);
      if (is_apostrophe (g_utf8_get_char (end))
          && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (end))))
        end = g_utf8_next_char (end);
    }
  return end;
}

/* Initials and names like "NRM" or "iPlayer" are in no dictionary. */
static gboolean
is_ordinary (const char *word, const char *end)
{
  guint n = 0;

  for (; word < end; word = g_utf8_next_char (word), n++)
    if (n > 0 && g_unichar_isupper (g_utf8_get_char (word)))
      return FALSE;
  return n > 1;
}

/**
 * foi_word_scan:
 * @line: a line of an answer, in CommonMark
 *
 * Finds the words that a dictionary can know: not addresses, references, initials, gaps that the
 * letter fills, or targets of links. Of "part-time" each half is a word.
 *
 * Returns: (transfer full) (element-type FoiWordRange): where they are.
 */
GArray *
foi_word_scan (const char *line)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (FoiWordRange));
  Walk walk = { line, 0 };
  gboolean is_at_start = TRUE;

  g_return_val_if_fail (line != NULL, words);

  while (*walk.at != '\0')
    {
      const char *end = find_end_of_markup (walk.at);
      const guint start = walk.offset;

      if (end == NULL && is_at_start)
        end = find_end_of_name (walk.at);
      is_at_start = g_unichar_isspace (g_utf8_get_char (walk.at));
      if (end != NULL)
        {
          skip_to (&walk, end);
          continue;
        }
      end = find_end_of_word (walk.at);
      if (end == walk.at)
        {
          step (&walk);
          continue;
        }
      if (is_ordinary (walk.at, end))
        {
          const FoiWordRange range = { start, start + (guint) g_utf8_strlen (walk.at,
                                                                             end - walk.at) };

          g_array_append_val (words, range);
        }
      skip_to (&walk, end);
    }
  return words;
}
