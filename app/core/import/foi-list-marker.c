/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-list-marker.h"

#include <string.h>

#define MAX_DIGITS 3
#define MAX_ROMAN 50
#define CAPITAL 0x200000

/* A reading place in a line. */
typedef struct
{
  const char *text;
  gsize       at;
  gsize       end;
} Cursor;

static gunichar
peek (const Cursor *cursor)
{
  return cursor->at < cursor->end ? g_utf8_get_char (cursor->text + cursor->at) : 0;
}

static gunichar
take (Cursor *cursor)
{
  gunichar character = peek (cursor);

  if (cursor->at < cursor->end)
    cursor->at = (gsize) (g_utf8_next_char (cursor->text + cursor->at) - cursor->text);
  return character;
}

static gboolean
at_space (const Cursor *cursor)
{
  return cursor->at >= cursor->end || foi_text_is_space (peek (cursor));
}

/* A number of one to three digits of any script; 0 leaves the cursor where it was. */
static int
take_number (Cursor *cursor)
{
  Cursor ahead = *cursor;
  int value = 0, digits = 0;

  while (digits <= MAX_DIGITS && g_unichar_isdigit (peek (&ahead)))
    {
      value = value * 10 + g_unichar_digit_value (take (&ahead));
      digits++;
    }
  if (digits == 0 || digits > MAX_DIGITS || value == 0)
    return 0;
  *cursor = ahead;
  return value;
}

/* The value of @length small letters as a roman number up to 50, or 0. */
static int
roman_value (const char *letters, gsize length)
{
  static const struct
  {
    const char *sign;
    int         value;
  } signs[] = { { "l", 50 }, { "xl", 40 }, { "x", 10 }, { "ix", 9 }, { "v", 5 }, { "iv", 4 },
                { "i", 1 } };
  gsize at = 0;
  int value = 0, repeated = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (signs) && at < length;)
    {
      gsize size = strlen (signs[i].sign);

      if (at + size <= length && strncmp (letters + at, signs[i].sign, size) == 0 && repeated < 3)
        {
          at += size;
          value += signs[i].value;
          repeated = signs[i].value == 10 || signs[i].value == 1 ? repeated + 1 : 3;
        }
      else
        {
          i++;
          repeated = 0;
        }
    }
  return at == length && value <= MAX_ROMAN ? value : 0;
}

/* A letter, or a roman number, all small or all capital. */
static gboolean
take_letters (Cursor *cursor, FoiListMarker *marker)
{
  char letters[8] = { 0 };
  gsize length = 0;
  gboolean capital = g_ascii_isupper (cursor->text[cursor->at]);

  while (length < sizeof letters - 1 && cursor->at + length < cursor->end)
    {
      char letter = cursor->text[cursor->at + length];

      if (!g_ascii_isalpha (letter) || g_ascii_isupper (letter) != capital)
        break;
      letters[length++] = g_ascii_tolower (letter);
    }
  marker->kind = FOI_MARKER_LETTER;
  marker->value = length == 1 ? letters[0] - 'a' + 1 : 0;
  marker->roman = length > 0 ? roman_value (letters, length) : 0;
  if (marker->value == 0 && marker->roman == 0)
    return FALSE;
  marker->form = capital ? CAPITAL : 0;
  cursor->at += length;
  return TRUE;
}

static gboolean
is_bullet (gunichar character)
{
  static const gunichar bullets[] = { 0x2022, 0x2023, 0x25e6, 0x25aa, 0x25ab, 0x25cf, 0x25cb,
                                      0x25a0, 0x25a1, 0x00b7, 0x2219, 0x27a2, 0x27a4, 0x2192,
                                      0x2756, 0x2713, 0x25b6, 0x25ba, 0xf0b7, 0xf0a7, 0xf0d8,
                                      0x2043, 0x29bf };

  for (gsize i = 0; i < G_N_ELEMENTS (bullets); i++)
    {
      if (bullets[i] == character)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_bullet (Cursor *cursor, FoiListMarker *marker)
{
  gunichar bullet = take (cursor);
  gunichar after = peek (cursor);

  marker->kind = FOI_MARKER_BULLET;
  marker->form = bullet;
  if (is_bullet (bullet))
    return TRUE;
  if (bullet != 0 && (strchr ("-*+", (int) bullet) != NULL && bullet < 0x80))
    return foi_text_is_space (after);
  if (bullet == 0x2013 || bullet == 0x2014 || bullet == 0x00a7 || bullet == 0x00bb)
    return foi_text_is_space (after);
  /* Outlook writes the second level's circle as the letter; "o" with one blank is Welsh. */
  if (bullet == 'o' && cursor->at + 1 < cursor->end)
    return after == '\t' || after == 0xa0 || strncmp (cursor->text + cursor->at, "  ", 2) == 0;
  return FALSE;
}

/* Takes the word that may stand before a question's number: "Question 1", "Q1", "Q. 1". */
static gboolean
take_question_word (Cursor *cursor)
{
  static const char *const words[] = { "question", "cwestiwn", "request", "item", "q" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);
      Cursor ahead = *cursor;

      if (ahead.end - ahead.at <= length
          || g_ascii_strncasecmp (ahead.text + ahead.at, words[i], length) != 0)
        continue;
      ahead.at += length;
      if (peek (&ahead) == '.')
        take (&ahead);
      while (ahead.at < ahead.end && (peek (&ahead) == ' ' || peek (&ahead) == 0xa0))
        take (&ahead);
      if (!g_unichar_isdigit (peek (&ahead)))
        continue;
      *cursor = ahead;
      return TRUE;
    }
  return FALSE;
}

/* The second number of "1a", "1(b)", "1.2"; the cursor stays where there is none. */
static void
take_sub (Cursor *cursor, FoiListMarker *marker)
{
  Cursor ahead = *cursor;
  gunichar first = take (&ahead);
  gunichar letter = first == '(' ? take (&ahead) : first;

  if (first == '.' && g_unichar_isdigit (peek (&ahead)))
    {
      marker->sub = take_number (&ahead);
      if (marker->sub == 0 || peek (&ahead) == '%')
        return;
      if (peek (&ahead) == '.')
        take (&ahead);
    }
  else if (letter < 0x80 && g_ascii_islower ((char) letter))
    {
      if (first == '(' ? take (&ahead) != ')' : g_unichar_isalnum (peek (&ahead)))
        return;
      marker->sub = (int) (letter - 'a' + 1);
    }
  else
    {
      return;
    }
  *cursor = ahead;
}

/* What closes a number: a stop, a bracket, a colon, a dash; a bare number only before a capital. */
static gboolean
take_closer (Cursor *cursor, FoiListMarker *marker, gboolean named)
{
  Cursor ahead = *cursor;
  gunichar closer = take (&ahead);
  gunichar after = peek (&ahead);

  if (closer == 0xfe0f || closer == 0x20e3)
    {
      if (closer == 0xfe0f)
        take (&ahead);
      marker->form = ')';
      *cursor = ahead;
      return TRUE;
    }
  if (closer == '.' || closer == ')' || closer == ':')
    {
      if (!at_space (&ahead) && (g_unichar_isdigit (after) || !g_unichar_isalpha (after)
                                 || (closer != ')' && !g_unichar_isupper (after))))
        return FALSE;
      marker->form |= closer;
      *cursor = ahead;
      return TRUE;
    }
  ahead = *cursor;
  while (ahead.at < ahead.end && foi_text_is_space (peek (&ahead)))
    take (&ahead);
  if (peek (&ahead) == '-' || peek (&ahead) == 0x2013)
    {
      take (&ahead);
      if (!at_space (&ahead) || ahead.at >= ahead.end)
        return FALSE;
      marker->form |= '-';
      *cursor = ahead;
      return TRUE;
    }
  if (!at_space (cursor))
    return FALSE;
  marker->form |= ' ';
  return named || marker->sub > 0 || g_unichar_isupper (peek (&ahead));
}

static gboolean
read_bracketed (Cursor *cursor, FoiListMarker *marker)
{
  gunichar closer = take (cursor) == '[' ? ']' : ')';

  marker->kind = FOI_MARKER_NUMBER;
  marker->value = take_number (cursor);
  if (marker->value == 0 && (cursor->at >= cursor->end || !take_letters (cursor, marker)))
    return FALSE;
  if (take (cursor) != closer)
    return FALSE;
  marker->form |= '(';
  return TRUE;
}

static gboolean
read_number (Cursor *cursor, FoiListMarker *marker, gboolean named)
{
  marker->kind = FOI_MARKER_NUMBER;
  marker->value = take_number (cursor);
  if (marker->value == 0)
    return FALSE;
  take_sub (cursor, marker);
  if (!take_closer (cursor, marker, named))
    return FALSE;
  if (named)
    marker->form = 'Q';
  return TRUE;
}

static gboolean
read_letter (Cursor *cursor, FoiListMarker *marker)
{
  Cursor ahead;

  if (!take_letters (cursor, marker))
    return FALSE;
  ahead = *cursor;
  switch (take (&ahead))
    {
    case ')':
      marker->form |= ')';
      break;
    case '.':
      if (!at_space (&ahead))
        return FALSE;
      marker->form |= '.';
      break;
    default:
      return FALSE;
    }
  *cursor = ahead;
  return TRUE;
}

/**
 * foi_list_marker_read:
 * @text: valid UTF-8
 * @line: a line or the rest of one, beginning with something that shows
 * @marker: (out): the marker
 *
 * Reads what may be an item's number: `1.` `1)` `(1)` `1:` `1 -` `Q1` `Question 1:` `1a` `1(b)`
 * `1.2` `a)` `(iv)` or a bullet. Amounts (`£2.`), decimals with a unit sign, years and times of
 * day are none; `18.5` is read as the fifth part of item 18, which no list will want.
 *
 * Returns: whether @line begins with one.
 */
gboolean
foi_list_marker_read (const char *text, FoiTextSpan line, FoiListMarker *marker)
{
  Cursor cursor = { text, line.start, line.end };
  gunichar first = peek (&cursor);
  gboolean found;

  g_return_val_if_fail (text != NULL && marker != NULL, FALSE);

  *marker = (FoiListMarker){ .span = { line.start, line.start } };
  if (first == 0)
    return FALSE;
  if (first == '(' || first == '[')
    found = read_bracketed (&cursor, marker);
  else if (g_unichar_isdigit (first))
    found = read_number (&cursor, marker, FALSE);
  else if (take_question_word (&cursor))
    found = read_number (&cursor, marker, TRUE);
  else if (first < 0x80 && g_ascii_isalpha ((char) first) && first != 'o')
    found = read_letter (&cursor, marker);
  else if (first == 'o' && cursor.at + 1 < cursor.end && strchr (".)", text[cursor.at + 1]) != NULL)
    found = read_letter (&cursor, marker);
  else
    found = read_bullet (&cursor, marker);
  if (!found)
    return FALSE;
  marker->span.end = cursor.at;
  marker->words = foi_text_span_skip_space (text, (FoiTextSpan){ cursor.at, line.end });
  return TRUE;
}
