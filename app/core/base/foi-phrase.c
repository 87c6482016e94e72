/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-phrase.h"

#include <string.h>

/* What stands above or below the letter before it: "é" may be one sign or two. */
static gboolean
is_accent (gunichar c)
{
  return c >= 0x300 && c <= 0x36f;
}

/* What nobody sees in a word: accents of their own, soft hyphens, joiners, marks of direction. */
static gboolean
is_unseen (gunichar c)
{
  return is_accent (c) || c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff;
}

static gunichar
drop_accents (gunichar c)
{
  gunichar base, accent;

  while (c >= 0xc0 && g_unichar_decompose (c, &base, &accent) && is_accent (accent))
    c = base;
  return c;
}

static gunichar
fold (gunichar c, gboolean exact_case)
{
  /* Signs that word processors put in the place of plain ones. */
  if (c == 0x2019 || c == 0x2018)
    return '\'';
  if (c == 0x2010 || c == 0x2011)
    return '-';
  c = drop_accents (c);
  return exact_case ? c : g_unichar_tolower (c);
}

/* Whether @c is of a script whose words stand without spaces, or with endings of their own. */
static gboolean
is_unspaced (gunichar c)
{
  if (c < 0xe00)
    return FALSE;
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_BOPOMOFO:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_TIBETAN:
      return TRUE;
    default:
      return FALSE;
    }
}

static const char *
skip_spaces (const char *at)
{
  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static const char *
skip_accents (const char *at)
{
  while (is_accent (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/* Where @phrase ends if it begins at @at, else NULL. Any white space stands for any other, and for
 * none where words have none. */
static const char *
match_at (const char *at, const char *phrase, gboolean exact_case)
{
  gunichar last = 0;

  while (*phrase != '\0')
    {
      const gunichar wanted = g_utf8_get_char (phrase);
      const gunichar found = g_utf8_get_char (at);

      if (is_unseen (wanted))
        phrase = g_utf8_next_char (phrase);
      else if (is_unseen (found))
        at = g_utf8_next_char (at);
      else if (g_unichar_isspace (wanted) || (g_unichar_isspace (found) && is_unspaced (wanted)))
        {
          phrase = skip_spaces (phrase);
          if (!g_unichar_isspace (found)
              && !(is_unspaced (last) && is_unspaced (g_utf8_get_char (phrase))))
            return NULL;
          if (!g_unichar_isspace (wanted) && !is_unspaced (last))
            return NULL;
          at = skip_spaces (at);
        }
      else if (*at == '\0' || fold (wanted, exact_case) != fold (found, exact_case))
        return NULL;
      else
        {
          last = wanted;
          phrase = g_utf8_next_char (phrase);
          at = g_utf8_next_char (at);
        }
    }
  return skip_accents (at);
}

/* The sign that is seen before @at, 0 where @text begins. */
static gunichar
get_before (const char *text, const char *at)
{
  gunichar c = 0;

  while (at > text)
    {
      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
      if (!is_unseen (c))
        return c;
    }
  return 0;
}

static gunichar
get_after (const char *at)
{
  while (is_unseen (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return g_utf8_get_char (at);
}

/* Whether a word that began before @at goes on there. */
static gboolean
is_inside_word (const char *text, const char *at)
{
  const gunichar before = get_before (text, at), after = get_after (at);

  return g_unichar_isalnum (before) && g_unichar_isalnum (after) && !is_unspaced (before)
         && !is_unspaced (after);
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
 * Knows words again whatever white space parts them and whichever apostrophe is in them, with their
 * accents or without, with what nobody sees in them, and among others where a script has no spaces.
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
      const char *after;

      if (begins_otherwise (at, phrase) || is_unseen (g_utf8_get_char (at)))
        continue;
      after = match_at (at, phrase, exact_case);
      if (after == NULL || after == at || is_inside_word (text, at) || is_inside_word (text, after))
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
                                           : fold (g_utf8_get_char (at), FALSE);

      if (c >= 'a' && c <= 'z')
        letters |= G_GUINT64_CONSTANT (1) << (c - 'a');
      else if (c >= '0' && c <= '9')
        letters |= G_GUINT64_CONSTANT (1) << (26 + c - '0');
    }
  return letters;
}

/**
 * foi_phrase_is_unspaced:
 * @phrase: words
 *
 * Returns: whether they begin in a script that has no spaces between words: two signs of it tell as
 *   much as a word.
 */
gboolean
foi_phrase_is_unspaced (const char *phrase)
{
  g_return_val_if_fail (phrase != NULL, FALSE);

  return is_unspaced (g_utf8_get_char (phrase));
}
