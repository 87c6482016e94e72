/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-phrase.h"

#include <string.h>

static gunichar
fold (gunichar c, gboolean exact_case)
{
  /* Signs that word processors put in the place of plain ones. */
  if (c == 0x2019 || c == 0x2018)
    return '\'';
  if (c == 0x2010 || c == 0x2011)
    return '-';
  return exact_case ? c : g_unichar_tolower (c);
}

/* Where @phrase ends if it begins at @at, else NULL. Any white space stands for any other. */
static const char *
match_at (const char *at, const char *phrase, gboolean exact_case)
{
  while (*phrase != '\0')
    {
      gunichar wanted = g_utf8_get_char (phrase);
      gunichar found = g_utf8_get_char (at);

      if (g_unichar_isspace (wanted))
        {
          if (!g_unichar_isspace (found))
            return NULL;
          while (g_unichar_isspace (g_utf8_get_char (phrase)))
            phrase = g_utf8_next_char (phrase);
          while (g_unichar_isspace (g_utf8_get_char (at)))
            at = g_utf8_next_char (at);
          continue;
        }
      if (*at == '\0' || fold (wanted, exact_case) != fold (found, exact_case))
        return NULL;
      phrase = g_utf8_next_char (phrase);
      at = g_utf8_next_char (at);
    }
  return at;
}

static gboolean
is_part_of_word (const char *text, const char *at)
{
  return at >= text && *at != '\0' && g_unichar_isalnum (g_utf8_get_char (at));
}

/* Whether @phrase cannot begin at @at, told by one byte: most places are not worth more. */
static gboolean
begins_otherwise (const char *at, const char *phrase)
{
  /* Letters in both cases are one with the bit set; nothing else becomes one. */
  return g_ascii_isalnum (*phrase) && (*at & 0x80) == 0 && (*at | 0x20) != (*phrase | 0x20);
}

/**
 * foi_phrase_find:
 * @text: a text; UTF-8
 * @phrase: whole words that are looked for, without white space around them
 * @exact_case: whether capitals matter
 * @from: where to begin, in bytes
 * @begin: (out) (optional): where it begins
 * @end: (out) (optional): where it ends
 *
 * Knows words again whatever white space parts them and whichever apostrophe is in them.
 *
 * Returns: whether they are in the text.
 */
gboolean
foi_phrase_find (const char *text, const char *phrase, gboolean exact_case, gsize from,
                 gsize *begin, gsize *end)
{
  g_return_val_if_fail (text != NULL && phrase != NULL, FALSE);

  if (*phrase == '\0')
    return FALSE;
  for (const char *at = text + from; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *before, *after;

      if (begins_otherwise (at, phrase))
        continue;
      before = at > text ? g_utf8_prev_char (at) : at - 1;
      after = match_at (at, phrase, exact_case);
      if (after == NULL || (is_part_of_word (text, before) && is_part_of_word (text, at))
          || (is_part_of_word (text, g_utf8_prev_char (after)) && is_part_of_word (text, after)))
        continue;
      if (begin != NULL)
        *begin = (gsize) (at - text);
      if (end != NULL)
        *end = (gsize) (after - text);
      return TRUE;
    }
  return FALSE;
}

/**
 * foi_phrase_starts_any:
 * @text: a text
 * @phrases: (array length=n_phrases): words in ASCII
 *
 * Returns: whether the text begins with one of them, as whole words, in whatever case.
 */
gboolean
foi_phrase_starts_any (const char *text, const char *const *phrases, gsize n_phrases)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (gsize i = 0; i < n_phrases; i++)
    {
      const gsize length = strlen (phrases[i]);

      if (g_ascii_strncasecmp (text, phrases[i], length) == 0 && !g_ascii_isalnum (text[length]))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_phrase_count:
 * @text: a text
 * @phrase: words, as foi_phrase_find() takes them
 *
 * Returns: how often they are in it.
 */
guint
foi_phrase_count (const char *text, const char *phrase)
{
  gsize from = 0;
  guint n = 0;

  while (foi_phrase_find (text, phrase, FALSE, from, NULL, &from))
    n++;
  return n;
}

/**
 * foi_phrase_get_letters:
 * @text: a text, or words that are looked for
 *
 * Tells with one look at a short text which words cannot be in it, before foi_phrase_find() looks
 * for each of many: those that have a letter which the text has not.
 *
 * Returns: the set of its ASCII letters and digits, in whatever case, and of those that are one in
 * another case: the sign for kelvin is a "k".
 */
guint64
foi_phrase_get_letters (const char *text)
{
  guint64 letters = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = (*at & 0x80) == 0 ? (gunichar) g_ascii_tolower (*at)
                                           : g_unichar_tolower (g_utf8_get_char (at));

      if (c >= 'a' && c <= 'z')
        letters |= G_GUINT64_CONSTANT (1) << (c - 'a');
      else if (c >= '0' && c <= '9')
        letters |= G_GUINT64_CONSTANT (1) << (26 + c - '0');
    }
  return letters;
}
