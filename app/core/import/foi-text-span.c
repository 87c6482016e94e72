/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-span.h"

#include <string.h>

/**
 * foi_text_is_space:
 * @character: any character
 *
 * Returns: whether it is white space of any kind: blanks, no-break spaces, ends of lines.
 */
gboolean
foi_text_is_space (gunichar character)
{
  if (character < 0x80)
    return character == ' ' || (character >= '\t' && character <= '\r');
  return character == 0x85 || g_unichar_isspace (character);
}

/**
 * foi_text_is_hidden:
 * @character: any character
 *
 * Control characters, soft hyphens, zero-width marks and the controls of writing direction: they
 * show nothing, and the last kind can make a name or an address read as another one. Joiners
 * (U+200C, U+200D) are kept: some scripts are spelled with them.
 *
 * Returns: whether a recognised value is given without it.
 */
gboolean
foi_text_is_hidden (gunichar character)
{
  if (character < 0xad)
    return (character < 0x20 && !foi_text_is_space (character))
           || (character >= 0x7f && character < 0xa0 && character != 0x85);
  return character == 0xad || character == 0x061c || character == 0x200b || character == 0x200e
         || character == 0x200f || (character >= 0x202a && character <= 0x202e)
         || (character >= 0x2060 && character <= 0x206f) || character == 0xfeff
         || character == 0xfffc;
}

static gboolean
is_blank (gunichar character)
{
  return foi_text_is_space (character) || foi_text_is_hidden (character);
}

/**
 * foi_text_span_skip_space:
 * @text: valid UTF-8
 * @span: a span of it
 *
 * Returns: where the first character is that shows, or the end of @span.
 */
gsize
foi_text_span_skip_space (const char *text, FoiTextSpan span)
{
  while (span.start < span.end && is_blank (g_utf8_get_char (text + span.start)))
    span.start = (gsize) (g_utf8_next_char (text + span.start) - text);
  return MIN (span.start, span.end);
}

/**
 * foi_text_span_trim:
 * @text: valid UTF-8
 * @span: a span of it
 *
 * Returns: @span without white space and hidden characters at either end.
 */
FoiTextSpan
foi_text_span_trim (const char *text, FoiTextSpan span)
{
  g_return_val_if_fail (text != NULL, span);

  span.start = foi_text_span_skip_space (text, span);
  while (span.start < span.end)
    {
      const char *before = g_utf8_prev_char (text + span.end);

      if (!is_blank (g_utf8_get_char (before)))
        break;
      span.end = (gsize) (before - text);
    }
  return span;
}

/**
 * foi_text_span_has_words:
 * @text: valid UTF-8
 * @span: a span of it
 *
 * Returns: whether a letter or a digit is in it; rules, bullets and stops are no words.
 */
gboolean
foi_text_span_has_words (const char *text, FoiTextSpan span)
{
  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

/* The plain form of a character that word processors make of a typed one. */
static gunichar
plain_character (gunichar character)
{
  switch (character)
    {
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0x02bc:
    case '`':
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      return g_unichar_tolower (character);
    }
}

/* The words of @span with one blank between them, nothing hidden and no mark of quoted lines. */
static char *
dup_words (const char *text, FoiTextSpan span, gboolean plain)
{
  GString *words = g_string_sized_new (span.end - span.start + 1);
  gboolean blank = FALSE, line_start = FALSE;

  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);

      if (foi_text_is_hidden (character))
        continue;
      if (foi_text_is_space (character) || (line_start && character == '>'))
        {
          line_start = line_start || character == '\n' || character == '\r';
          blank = words->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (words, ' ');
      blank = line_start = FALSE;
      g_string_append_unichar (words, plain ? plain_character (character) : character);
    }
  return g_string_free (words, FALSE);
}

/**
 * foi_text_span_dup_line:
 * @text: valid UTF-8
 * @span: a span of it
 *
 * Returns: (transfer full): the words of @span as one line: each run of white space is one blank,
 *   nothing hidden and no mark of quoted lines is left.
 */
char *
foi_text_span_dup_line (const char *text, FoiTextSpan span)
{
  g_return_val_if_fail (text != NULL, NULL);
  return dup_words (text, span, FALSE);
}

/**
 * foi_text_span_fold:
 * @text: valid UTF-8
 * @span: a span of it
 *
 * Returns: (transfer full): the words of @span for comparing: small letters, one blank between
 *   words, plain quotes and hyphens, without the marks of quoted lines.
 */
char *
foi_text_span_fold (const char *text, FoiTextSpan span)
{
  g_return_val_if_fail (text != NULL, NULL);
  return dup_words (text, span, TRUE);
}

static gboolean
ends_word (const char *after)
{
  return !g_unichar_isalnum (g_utf8_get_char (after));
}

/**
 * foi_phrase_begins:
 * @folded: words from foi_text_span_fold()
 * @phrases: (array zero-terminated=1): phrases in the same form
 *
 * Returns: the length of the longest of @phrases with which @folded begins, in whole words; 0 if
 *   there is none.
 */
gsize
foi_phrase_begins (const char *folded, const char *const *phrases)
{
  gsize longest = 0;

  for (; *phrases != NULL; phrases++)
    {
      gsize length;

      /* Most differ in the first letter. */
      if (**phrases != *folded)
        continue;
      length = strlen (*phrases);
      if (length > longest && strncmp (folded, *phrases, length) == 0
          && ends_word (folded + length))
        longest = length;
    }
  return longest;
}

/**
 * foi_phrase_within:
 * @folded: words from foi_text_span_fold()
 * @phrases: (array zero-terminated=1): phrases in the same form
 *
 * Returns: whether one of @phrases is in @folded, in whole words.
 */
gboolean
foi_phrase_within (const char *folded, const char *const *phrases)
{
  for (; *phrases != NULL; phrases++)
    {
      gsize length = strlen (*phrases);

      for (const char *hit = strstr (folded, *phrases); hit != NULL;
           hit = strstr (hit + 1, *phrases))
        {
          if ((hit == folded || ends_word (g_utf8_prev_char (hit))) && ends_word (hit + length))
            return TRUE;
        }
    }
  return FALSE;
}
