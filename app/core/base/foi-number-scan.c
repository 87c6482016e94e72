/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-number-scan.h"

#include <string.h>

#include "foi-date.h"
#include "foi-number-words.h"

/* What stands before a number that names something and counts nothing. */
static const char *const naming_words[] = {
  "section", "sections", "s", "ss", "s.", "regulation", "regulations", "reg", "article", "schedule",
  "part", "paragraph", "para", "chapter", "question", "questions", "q", "table", "tables", "figure",
  "figures", "chart", "page", "pages", "p", "row", "column", "line", "step", "note", "annex",
  "appendix", "item", "version", "issue", "number", "no", "no.", "ref", "reference", "room",
  "floor",
  "box", "phone", "telephone", "tel", "extension", "ext", "call", "ward", "grade", "band", "level",
  "tier", "type", "category", "phase", "class", "group", "junction", "unit", "form", "stage",
  "quarter", "week", "day", "year", "month", "form", "act", "bs", "iso", "windows", "excel",
  "clause", "limb", "principle", "exemption", "exception", "order", "standard", "key", "covid",
  "zone", "zones", "site", "block", "route",
};

/* What stands after a number that measures time, or is a moment: the letter's own. */
static const char *const following_words[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
  "nov", "dec", "working", "calendar", "am", "pm", "a.m", "p.m",
};

static gboolean
is_listed (const char *word, gsize length, const char *const *list, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (strlen (list[i]) == length && g_ascii_strncasecmp (word, list[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* Whether the byte belongs to a word: a letter or digit, or a part of one beyond ASCII. */
static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0;
}

static gboolean
is_digit_at (const char *text, gsize at, gsize end)
{
  return at < end && g_ascii_isdigit (text[at]);
}

/* Where the word before @begin starts and ends, over spaces and one opening bracket. */
static FoiRange
find_word_before (const char *text, gsize begin, gsize from)
{
  gsize end = begin, start;

  while (end > from && strchr (" \t\n([", text[end - 1]) != NULL)
    end--;
  start = end;
  while (start > from && (is_word_byte (text[start - 1]) || text[start - 1] == '.'))
    start--;
  return (FoiRange) { start, end };
}

static FoiRange
find_word_after (const char *text, gsize at, gsize end)
{
  gsize start;

  while (at < end && strchr (" \t\n", text[at]) != NULL)
    at++;
  start = at;
  while (at < end && is_word_byte (text[at]))
    at++;
  return (FoiRange) { start, at };
}

/* Digits with commas and a point, as people write numbers: 1,415,349 and 12.5. */
static gsize
skip_number (const char *text, gsize at, gsize end)
{
  while (at < end)
    {
      if (g_ascii_isdigit (text[at]))
        at++;
      else if (text[at] == ',' && is_digit_at (text, at + 1, end) && is_digit_at (text, at + 2, end)
               && is_digit_at (text, at + 3, end) && !is_digit_at (text, at + 4, end))
        at++;
      else if (text[at] == '.' && is_digit_at (text, at + 1, end))
        at++;
      else
        break;
    }
  return at;
}

/* The digits of a number: without commas, zeros before it, and zeros after its point. */
static void
take_value (const char *text, FoiRange range, char value[32])
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize skip = 0;

  for (gsize i = range.begin; i < range.end; i++)
    if (text[i] != ',')
      g_string_append_c (digits, text[i]);
  if (strchr (digits->str, '.') != NULL)
    {
      while (digits->str[digits->len - 1] == '0')
        g_string_truncate (digits, digits->len - 1);
      if (digits->str[digits->len - 1] == '.')
        g_string_truncate (digits, digits->len - 1);
    }
  while (digits->str[skip] == '0' && g_ascii_isdigit (digits->str[skip + 1]))
    skip++;
  g_strlcpy (value, digits->str + skip, 32);
}

static gboolean
is_year (const char *text, FoiRange range)
{
  return range.end - range.begin == 4 && (text[range.begin] == '1' || text[range.begin] == '2')
         && (strncmp (text + range.begin, "19", 2) == 0
             || strncmp (text + range.begin, "20", 2) == 0);
}

/* 2016/17 is one year. */
static gboolean
is_two_years (const char *text, FoiRange range, FoiRange within)
{
  return is_year (text, range) && range.end < within.end
         && (text[range.end] == '/' || text[range.end] == '-')
         && is_digit_at (text, range.end + 1, within.end)
         && is_digit_at (text, range.end + 2, within.end)
         && !is_digit_at (text, range.end + 3, within.end);
}

/* Whether a sign of a currency stands before it. */
static gboolean
is_money (const char *text, FoiRange range, gsize from)
{
  static const char *const signs[] = { "£", "€", "$" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize length = strlen (signs[i]);

      if (range.begin >= from + length
          && strncmp (text + range.begin - length, signs[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether it is a piece of something longer: ABC-12, 12:30, 024 7697, 12(2), 3rd, a@b1. */
static gboolean
is_piece (const char *text, FoiRange range, FoiRange within)
{
  const char *after = text + range.end;
  char before = range.begin > within.begin ? text[range.begin - 1] : ' ';
  gboolean at_end = range.end >= within.end;

  if (is_word_byte (before) && (before & 0x80) == 0)
    return TRUE;
  if (strchr ("/-_:.@#+=&?", before) != NULL && range.begin >= within.begin + 2
      && is_word_byte (text[range.begin - 2]))
    return TRUE;
  if (before == '+' || before == '@' || before == '#')
    return TRUE;
  if (at_end)
    return FALSE;
  if (*after == '(' || *after == '@' || *after == '_')
    return TRUE;
  if (strchr (":/-", *after) != NULL && *after != '\0' && range.end + 1 < within.end
      && is_word_byte (after[1]))
    return TRUE;
  return g_ascii_isalpha (*after);
}

/* "024 7697 5408": groups of digits with a zero at the front of the first. */
static gboolean
is_telephone (const char *text, FoiRange range, FoiRange within)
{
  gsize begin = range.begin, end = range.end, n_digits = 0;

  while (begin > within.begin
         && (g_ascii_isdigit (text[begin - 1])
             || (text[begin - 1] == ' ' && begin > within.begin + 1
                 && g_ascii_isdigit (text[begin - 2]))))
    begin--;
  while (end < within.end
         && (g_ascii_isdigit (text[end])
             || (text[end] == ' ' && is_digit_at (text, end + 1, within.end))))
    end++;
  for (gsize i = begin; i < end; i++)
    n_digits += g_ascii_isdigit (text[i]) ? 1 : 0;
  return n_digits >= 9 && (text[begin] == '0' || (begin > 0 && text[begin - 1] == '+'))
         && end - begin > range.end - range.begin;
}

/* "2, 4 and 5" after "Questions": each of them names something. */
static gboolean
names_something (const char *text, FoiRange range, gsize from)
{
  FoiRange word = find_word_before (text, range.begin, from);

  for (guint i = 0; i < 6; i++)
    {
      gsize length = word.end - word.begin;

      /* "Abbey's 3" is no section. */
      if (length == 0
          || (length == 1 && word.begin > from
              && (text[word.begin - 1] == '\'' || (text[word.begin - 1] & 0x80) != 0)))
        return FALSE;
      if (is_listed (text + word.begin, length, naming_words, G_N_ELEMENTS (naming_words)))
        return TRUE;
      if (!g_ascii_isdigit (text[word.begin])
          && !(length == 3 && g_ascii_strncasecmp (text + word.begin, "and", 3) == 0)
          && !(length == 2 && (g_ascii_strncasecmp (text + word.begin, "or", 2) == 0
                               || g_ascii_strncasecmp (text + word.begin, "to", 2) == 0)))
        return FALSE;
      while (word.begin > from && strchr (" \t\n,(", text[word.begin - 1]) != NULL)
        word.begin--;
      word = find_word_before (text, word.begin, from);
    }
  return FALSE;
}

/* Whether the word makes a date, a time or a number of days of the number before it: not "may", nor
 * "working", as in "3 may appeal" and "3 working mothers". */
static gboolean
follows (const char *text, FoiRange word, FoiRange within)
{
  static const char *const units[] = { "day", "days", "hour", "hours", "week", "weeks", "month",
                                       "months", "year", "years" };
  const char *at = text + word.begin;
  const gsize length = word.end - word.begin;
  FoiRange next;

  if (!is_listed (at, length, following_words, G_N_ELEMENTS (following_words)))
    return FALSE;
  next = find_word_after (text, word.end, within.end);
  if (is_listed (at, length, (const char *const[]) { "may", "march" }, 2))
    return g_ascii_isupper (*at) || is_digit_at (text, next.begin, within.end);
  if (is_listed (at, length, (const char *const[]) { "working", "calendar" }, 2))
    return is_listed (text + next.begin, next.end - next.begin, units, G_N_ELEMENTS (units));
  return TRUE;
}

static gboolean
is_month (const char *text, FoiRange word)
{
  g_autofree char *name = g_strndup (text + word.begin, word.end - word.begin);

  return is_listed (name, strlen (name), following_words, 22);
}

static FoiFoundKind
classify (const char *text, FoiRange range, FoiRange within)
{
  FoiRange before = find_word_before (text, range.begin, within.begin);
  FoiRange after = find_word_after (text, range.end, within.end);

  if (is_money (text, range, within.begin))
    return FOI_FOUND_MONEY;
  if (is_year (text, range))
    return FOI_FOUND_YEAR;
  if (is_piece (text, range, within) || is_telephone (text, range, within)
      || names_something (text, range, within.begin) || is_month (text, before)
      || follows (text, after, within))
    return FOI_FOUND_OTHER;
  return FOI_FOUND_NUMBER;
}

/* "III": the numeral that the capitals are, or 0. One alone may be any letter. */
static int
read_roman (const char *letters, gsize length)
{
  static const char *const tens[] = { "", "X", "XX" };
  static const char *const units[] = { "",  "I",  "II",  "III",  "IV",
                                       "V", "VI", "VII", "VIII", "IX" };

  for (guint i = 0; length > 1 && i < G_N_ELEMENTS (tens) * G_N_ELEMENTS (units); i++)
    {
      const char *ten = tens[i / G_N_ELEMENTS (units)], *unit = units[i % G_N_ELEMENTS (units)];

      if (strlen (ten) + strlen (unit) == length
          && strncmp (letters, ten, strlen (ten)) == 0
          && strncmp (letters + strlen (ten), unit, strlen (unit)) == 0)
        return (int) i;
    }
  return 0;
}

/* A number in letters that begins at @at, as a word of its own. */
static gboolean
read_word (const char *text, gsize at, FoiRange within, FoiFoundNumber *found)
{
  FoiNumberWords words;
  gsize stop = at;

  while (stop < within.end && g_ascii_isupper (text[stop]))
    stop++;
  found->kind = FOI_FOUND_WORD;
  if (foi_number_words_read (text + at, within.end - at, &words))
    found->is_loose = words.is_loose;
  else
    {
      words.length = stop - at;
      words.value = read_roman (text + at, stop - at);
      found->is_loose = TRUE;
      if (words.value == 0 || names_something (text, (FoiRange) { at, stop }, within.begin)
          || (stop < within.end && is_word_byte (text[stop])))
        return FALSE;
    }
  found->range = (FoiRange) { at, at + words.length };
  g_snprintf (found->value, sizeof found->value, "%" G_GINT64_FORMAT, words.value);
  return TRUE;
}

/**
 * foi_number_scan_next:
 * @text: a text
 * @within: a piece of it: a sentence
 * @from: where to begin
 * @found: (out): the number
 *
 * Looks for numbers, and tells those that count something from those that name something.
 *
 * Returns: whether there is one at or after @from.
 */
gboolean
foi_number_scan_next (const char *text, FoiRange within, gsize from, FoiFoundNumber *found)
{
  for (gsize at = MAX (from, within.begin); at < within.end; at++)
    {
      gboolean begins_word = at == within.begin || !is_word_byte (text[at - 1]);

      found->is_loose = FALSE;
      if (g_ascii_isdigit (text[at]))
        {
          found->range = (FoiRange) { at, skip_number (text, at, within.end) };
          if (is_two_years (text, found->range, within))
            {
              found->range.end += 3;
              found->kind = FOI_FOUND_YEAR;
              found->value[0] = '\0';
              return TRUE;
            }
          take_value (text, found->range, found->value);
          found->kind = classify (text, found->range, within);
          return TRUE;
        }
      if (begins_word && g_ascii_isalpha (text[at]) && read_word (text, at, within, found))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_found_number_is_time:
 * @text: a text
 * @within: the sentence of it
 * @number: a number in the sentence
 *
 * Returns: whether it measures time or a way, and counts nothing: "20 working days".
 */
gboolean
foi_found_number_is_time (const char *text, FoiRange within, const FoiFoundNumber *number)
{
  static const char *const units[] = { "hour", "hours", "day", "days", "week", "weeks", "month",
                                       "months", "year", "years", "minute", "minutes", "working",
                                       "calendar", "mph", "miles", "metres" };
  gsize begin = number->range.end, end;

  while (begin < within.end && strchr (" \t\n-", text[begin]) != NULL)
    begin++;
  end = begin;
  while (end < within.end && g_ascii_isalpha (text[end]))
    end++;
  /* "3 Year 7 boys" are no three years. */
  if (is_digit_at (text, find_word_after (text, end, within.end).begin, within.end)
      && g_ascii_tolower (text[end > begin ? end - 1 : begin]) != 's')
    return FALSE;
  return is_listed (text + begin, end - begin, units, G_N_ELEMENTS (units))
         && (!is_listed (text + begin, end - begin,
                         (const char *const[]) { "working", "calendar" }, 2)
             || follows (text, (FoiRange) { begin, end }, within));
}

/**
 * foi_found_number_is_named:
 * @text: a text
 * @within: the sentence of it
 * @range: a number in the sentence
 *
 * Returns: whether it is beyond doubt no count of what the sentence speaks of: a day or a time, a
 *   section of a law, a page, a sum of money.
 */
gboolean
foi_found_number_is_named (const char *text, FoiRange within, FoiRange range)
{
  static const char *const laws[] = {
    "section", "sections", "s.", "regulation", "regulations", "reg", "article",
    "schedule", "paragraph", "para", "chapter", "clause", "exemption", "exception", "page",
    "pages", "annex", "appendix", "question", "questions", "zone", "aged", "ages",
  };
  const FoiRange before = find_word_before (text, range.begin, within.begin);
  const FoiRange after = find_word_after (text, range.end, within.end);
  const FoiFoundNumber number = { .range = range };

  return is_listed (text + before.begin, before.end - before.begin, laws, G_N_ELEMENTS (laws))
         || is_month (text, before)
         || follows (text, after, within)
         || is_money (text, range, within.begin)
         || foi_found_number_is_time (text, within, &number);
}

/**
 * foi_number_normalise:
 * @text: what stands in a cell: "£1,234.50", "[c]", "North"
 *
 * Returns: (transfer full): the same in small letters without spaces around it, and of a number its
 *   digits alone, so that it is known again however it is written.
 */
char *
foi_number_normalise (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char *begin = g_strstrip (lower);
  gsize length, end;
  char value[32];

  while (*begin != '\0' && (g_str_has_prefix (begin, "£") || g_str_has_prefix (begin, "€")
                            || *begin == '$' || *begin == '\''))
    begin = g_utf8_next_char (begin);
  begin += *begin == '-' && g_ascii_isdigit (begin[1]) ? 1 : 0;
  length = strlen (begin);
  end = length > 0 && begin[length - 1] == '%' ? length - 1 : length;
  if (length == 0 || !g_ascii_isdigit (*begin) || skip_number (begin, 0, end) != end)
    return g_strdup (begin);
  take_value (begin, (FoiRange) { 0, end }, value);
  return g_strdup (value);
}
