/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-number-words.h"

#include <string.h>

/* Numbers as people write them who write no plain digits. */

/* No number in letters that is longer is a count of a letter's. */
#define MOST G_GINT64_CONSTANT (999999)

typedef struct
{
  const char *word;
  gint64      value;
} Word;

static const Word units[] = {
  { "zero", 0 },     { "one", 1 },        { "two", 2 },        { "three", 3 },
  { "four", 4 },     { "five", 5 },       { "six", 6 },        { "seven", 7 },
  { "eight", 8 },    { "nine", 9 },       { "ten", 10 },       { "eleven", 11 },
  { "twelve", 12 },  { "thirteen", 13 },  { "fourteen", 14 },  { "fifteen", 15 },
  { "sixteen", 16 }, { "seventeen", 17 }, { "eighteen", 18 },  { "nineteen", 19 },
};

static const Word tens[] = {
  { "twenty", 20 }, { "thirty", 30 }, { "forty", 40 }, { "fourty", 40 }, { "fifty", 50 },
  { "sixty", 60 },  { "seventy", 70 }, { "eighty", 80 }, { "ninety", 90 },
};

/* They count only where it is said what. */
static const Word loose[] = {
  { "no", 0 },   { "nil", 0 },    { "none", 0 },   { "single", 1 }, { "sole", 1 },  { "lone", 1 },
  { "once", 1 }, { "couple", 2 }, { "pair", 2 },   { "both", 2 },   { "twice", 2 }, { "trio", 3 },
  { "thrice", 3 }, { "nobody", 0 }, { "solitary", 1 }, { "duo", 2 },   { "brace", 2 },
  { "twins", 2 },  { "triplets", 3 }, { "score", 20 },
  { "threesome", 3 }, { "triplet", 3 }, { "foursome", 4 }, { "quartet", 4 }, { "quintet", 5 },
};

static const Word groups[] = { { "dozen", 12 }, { "hundred", 100 }, { "thousand", 1000 } };

static gsize
get_word (const char *text, gsize at, gsize length)
{
  gsize n = 0;

  while (at + n < length && g_ascii_isalpha (text[at + n]))
    n++;
  return n;
}

static gboolean
find (const Word *words, gsize n_words, const char *text, gsize length, gint64 *value)
{
  for (gsize i = 0; i < n_words; i++)
    if (strlen (words[i].word) == length && g_ascii_strncasecmp (text, words[i].word, length) == 0)
      {
        *value = words[i].value;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_word (const char *text, gsize length, const char *word)
{
  return strlen (word) == length && g_ascii_strncasecmp (text, word, length) == 0;
}

/* Over one space or hyphen, and over an "and" after a hundred. */
static gsize
skip_between (const char *text, gsize at, gsize length, gboolean after_hundred)
{
  if (at < length && (text[at] == ' ' || text[at] == '-' || text[at] == '\n'))
    at++;
  else
    return length;
  if (after_hundred && is_word (text + at, get_word (text, at, length), "and")
      && at + 3 < length && text[at + 3] == ' ')
    at += 4;
  return at;
}

/* "twenty-three", "one hundred and five", "two dozen": each word goes on from those before it. */
static gboolean
read_count (const char *text, gsize length, FoiNumberWords *out)
{
  static const char a_half[] = " and a half";
  gint64 sum = 0, part = 0, value, last = 0;

  for (gsize at = 0; at < length;
       at = skip_between (text, at, length, last >= 100))
    {
      const gsize n = get_word (text, at, length);
      const char *word = text + at;

      if (find (units, G_N_ELEMENTS (units), word, n, &value)
          && (last == 0 || last >= 100 || (last >= 20 && last < 100 && value >= 1 && value <= 9)))
        part += value;
      else if (find (tens, G_N_ELEMENTS (tens), word, n, &value) && (last == 0 || last >= 100))
        part += value;
      else if (find (groups, G_N_ELEMENTS (groups), word, n, &value) && (part > 0 || last == 0)
               && part < value)
        part = MAX (part, 1) * value;
      else
        break;
      if (value == 1000)
        {
          sum += part;
          part = 0;
        }
      if (sum + part > MOST)
        break;
      last = MAX (value, 1);
      at += n;
      *out = (FoiNumberWords) { at, sum + part, FALSE };
      /* "zero", "dozen": nothing follows but "a dozen and a half". */
      if (value == 12 && at + strlen (a_half) <= length
          && g_ascii_strncasecmp (text + at, a_half, strlen (a_half)) == 0)
        *out = (FoiNumberWords) { at + strlen (a_half), sum + part + value / 2, FALSE };
      if (value == 0 || value == 12)
        break;
    }
  return out->length > 0;
}

static gsize
skip_one (const char *text, gsize at, gsize length, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      const gsize n = strlen (words[i]);

      if (at + n < length && g_ascii_strncasecmp (text + at, words[i], n) == 0
          && (text[at + n] == ' ' || text[at + n] == '-'))
        return at + n + 1;
    }
  return at;
}

/* "half a dozen", "half-dozen", "three quarters of a dozen": what that comes to. */
static gboolean
read_part (const char *text, gsize length, FoiNumberWords *out)
{
  static const char *const one[] = { "a", "an", "one" };
  static const char *const joints[] = { "of" };
  static const Word many[] = { { "two", 2 }, { "three", 3 } };
  static const Word parts[] = {
    { "half", 2 }, { "third", 3 }, { "quarter", 4 }, { "sixth", 6 }, { "tenth", 10 },
    { "thirds", 3 }, { "quarters", 4 }, { "sixths", 6 }, { "tenths", 10 },
  };
  static const Word wholes[] = { { "dozen", 12 }, { "score", 20 }, { "hundred", 100 } };
  gint64 above = 1, below, whole;
  gsize at = skip_one (text, 0, length, one, G_N_ELEMENTS (one)), n;

  n = get_word (text, at, length);
  if (find (many, G_N_ELEMENTS (many), text + at, n, &above))
    at += n + 1;
  n = at < length ? get_word (text, at, length) : 0;
  if (n == 0 || !find (parts, G_N_ELEMENTS (parts), text + at, n, &below) || at + n >= length)
    return FALSE;
  at = skip_one (text, at + n + 1, length, joints, G_N_ELEMENTS (joints));
  at = skip_one (text, at, length, one, G_N_ELEMENTS (one));
  n = at < length ? get_word (text, at, length) : 0;
  if (n == 0 || !find (wholes, G_N_ELEMENTS (wholes), text + at, n, &whole)
      || whole * above % below != 0)
    return FALSE;
  *out = (FoiNumberWords) { at + n, whole * above / below, FALSE };
  return TRUE;
}

/* Parts of a dozen, and words that count now and then. */
static gboolean
read_other (const char *text, gsize length, FoiNumberWords *out)
{
  const gsize n = get_word (text, 0, length);
  gint64 value;

  if (read_part (text, length, out))
    return TRUE;
  if (!find (loose, G_N_ELEMENTS (loose), text, n, &value))
    return FALSE;
  *out = (FoiNumberWords) { n, value, TRUE };
  return TRUE;
}

/**
 * foi_number_words_read:
 * @text: where a word begins
 * @length: how much of @text there is
 * @out: (out): the number, and how far its words go
 *
 * Reads a number in letters, in English: "twenty-three", "half a dozen", "a couple".
 *
 * Returns: whether there is one.
 */
gboolean
foi_number_words_read (const char *text, gsize length, FoiNumberWords *out)
{
  *out = (FoiNumberWords) { 0, 0, FALSE };
  if (!read_other (text, length, out) && !read_count (text, length, out))
    return FALSE;
  /* A piece of a longer word: "tenant", "oneself". */
  if (out->length < length
      && (g_ascii_isalnum (text[out->length]) || (text[out->length] & 0x80) != 0))
    return FALSE;
  out->is_loose = out->is_loose || (out->value == 1 && out->length == strlen ("one"));
  return TRUE;
}

/* ---- digits of other scripts ---- */

static gboolean
is_raised (gunichar c)
{
  return c == 0xb2 || c == 0xb3 || c == 0xb9 || (c >= 0x2070 && c <= 0x209c);
}

/* Shows nothing, and stands between digits only to hide them. */
static gboolean
is_unseen (gunichar c)
{
  return c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff;
}

/* The ASCII that a character is another form of: "３", "③", "Ⅲ", "½", "％". */
static gboolean
append_plain (GString *out, gunichar c)
{
  gunichar plain[18];
  const gsize n = g_unichar_fully_decompose (c, TRUE, plain, G_N_ELEMENTS (plain));
  char letters[G_N_ELEMENTS (plain) + 1];

  for (gsize i = 0; i < n && i < G_N_ELEMENTS (plain); i++)
    {
      if (plain[i] == 0x2044)
        plain[i] = '/';
      if (plain[i] >= 0x80)
        return FALSE;
      letters[i] = (char) plain[i];
    }
  /* "1½" is no eleven halves. */
  if (n > 1 && out->len > 0 && g_ascii_isdigit (out->str[out->len - 1]))
    g_string_append_c (out, ' ');
  g_string_append_len (out, letters, (gssize) MIN (n, G_N_ELEMENTS (plain)));
  return TRUE;
}

static void
append_folded (GString *out, gunichar c)
{
  const int digit = g_unichar_digit_value (c);

  if (digit >= 0)
    g_string_append_c (out, (char) ('0' + digit));
  else if (c == 0x66a)
    g_string_append_c (out, '%');
  else if (c == 0x66b)
    g_string_append_c (out, '.');
  else if (c == 0x66c)
    g_string_append_c (out, ',');
  else if (c == 0x2044 || c == 0x2215)
    g_string_append_c (out, '/');
  else if (c == 0x2010 || c == 0x2011)
    g_string_append_c (out, '-');
  else if (!append_plain (out, c))
    g_string_append_unichar (out, c);
}

/**
 * foi_number_fold:
 * @text: words of a person
 *
 * Returns: (transfer full): the same in which digits of all scripts, raised and circled ones, and
 *   letters of full width are those of ASCII, so that numbers are found however they were typed. A
 *   raised digit behind a word is the mark of a note, and left out.
 */
char *
foi_number_fold (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean is_mark = FALSE, was_raised = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        g_string_append_c (out, (char) c);
      else if (is_raised (c))
        {
          if (!was_raised)
            is_mark = out->len > 0 && (g_ascii_isalnum (out->str[out->len - 1])
                                       || (out->str[out->len - 1] & 0x80) != 0);
          if (!is_mark)
            append_plain (out, c);
        }
      else if (!is_unseen (c)
               && !(g_unichar_ismark (c) && out->len > 0
                    && g_ascii_isdigit (out->str[out->len - 1])))
        append_folded (out, c);
      was_raised = is_raised (c);
    }
  return g_string_free (out, FALSE);
}
