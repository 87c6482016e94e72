/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-period.h"

#include <string.h>

#include "foi-period-point.h"

#define MAX_WORD 16
#define MAX_WORDS_BEFORE 8
#define MAX_LIST 40
/* How far behind "the last five years" the years themselves may follow. */
#define MAX_EXPLANATION 80

/* What the words before a date say about it. */
typedef enum
{
  BEFORE_SINCE = 1 << 0,
  BEFORE_BETWEEN = 1 << 1,
  BEFORE_IN = 1 << 2,
  BEFORE_YEAR = 1 << 3,
  BEFORE_CALENDAR = 1 << 4,
  BEFORE_FINANCIAL = 1 << 5,
  BEFORE_ACADEMIC = 1 << 6,
  BEFORE_ENDING = 1 << 7,
} Before;

/* Reads the word that ends at @at, in small letters; returns where it begins, @at without one. */
static gsize
word_before (const char *text, gsize start, gsize at, char *word)
{
  gsize from = at;

  while (from > start && at - from < MAX_WORD - 1 && g_ascii_isalpha (text[from - 1]))
    from--;
  for (gsize i = from; i < at; i++)
    word[i - from] = g_ascii_tolower (text[i]);
  word[at - from] = '\0';
  return from;
}

static int
before_flag (const char *word)
{
  static const struct
  {
    const char *word;
    int         flags;
  } words[] = {
    { "since", BEFORE_SINCE },         { "from", BEFORE_SINCE },       { "after", BEFORE_SINCE },
    { "between", BEFORE_BETWEEN },     { "in", BEFORE_IN },            { "during", BEFORE_IN },
    { "for", BEFORE_IN },              { "over", BEFORE_IN },          { "covering", BEFORE_IN },
    { "year", BEFORE_YEAR },           { "years", BEFORE_YEAR },       { "period", BEFORE_YEAR },
    { "calendar", BEFORE_CALENDAR },   { "financial", BEFORE_FINANCIAL },
    { "fiscal", BEFORE_FINANCIAL },    { "tax", BEFORE_FINANCIAL },    { "fy", BEFORE_FINANCIAL },
    { "academic", BEFORE_ACADEMIC },   { "school", BEFORE_ACADEMIC },  { "ending", BEFORE_ENDING },
    { "ended", BEFORE_ENDING },        { "each", 0 },                  { "of", 0 },
    { "the", 0 },                      { "all", 0 },                   { "both", 0 },
    { "beginning", 0 },                { "starting", 0 },              { "every", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (words[i].word, word) == 0)
        return words[i].flags;
    }
  return -1;
}

/* What stands before @at, and where those words begin. */
static int
read_before (const char *text, gsize start, gsize at, gsize *from)
{
  const int prepositions = BEFORE_SINCE | BEFORE_BETWEEN | BEFORE_IN;
  const int kinds = BEFORE_CALENDAR | BEFORE_FINANCIAL | BEFORE_ACADEMIC;
  int flags = 0;
  gsize reached = at;

  *from = at;
  for (int i = 0; i < MAX_WORDS_BEFORE; i++)
    {
      char word[MAX_WORD];
      gsize end = reached, begin;
      int flag;

      while (end > start && strchr (" \n\r\t>", text[end - 1]) != NULL && reached - end < 8)
        end--;
      begin = word_before (text, start, end, word);
      flag = begin < end ? before_flag (word) : -1;
      /* A school is no school year. */
      if (flag > 0 && (flag & kinds) != 0 && (flags & BEFORE_YEAR) == 0 && strcmp (word, "fy") != 0)
        break;
      /* "the income from each in 2023" is one year, not all since. */
      if (flag > 0 && (flag & prepositions) != 0 && (flags & prepositions) != 0)
        break;
      if (flag < 0 || (begin > start && g_ascii_isalnum (text[begin - 1])))
        break;
      flags |= flag;
      reached = begin;
      /* "of the" alone says nothing about the period. */
      *from = flag > 0 ? begin : *from;
    }
  return flags;
}

/* Where @phrase ends that begins at @at in any case, as whole words; 0 without it. */
static gsize
match_words (const char *text, gsize at, gsize end, const char *phrase)
{
  for (; *phrase != '\0'; phrase++)
    {
      if (*phrase == ' ')
        {
          gsize blank = at;

          while (at < end && at - blank < 8 && strchr (" \n\r\t>", text[at]) != NULL)
            at++;
          if (at == blank)
            return 0;
          continue;
        }
      if (at >= end || g_ascii_tolower (text[at]) != *phrase)
        return 0;
      at++;
    }
  return at >= end || !g_ascii_isalpha (text[at]) ? at : 0;
}

static gsize
match_any (const char *text, gsize at, gsize end, const char *const *phrases)
{
  gsize longest = 0;

  while (at < end && strchr (" \n\r\t>", text[at]) != NULL)
    at++;
  for (; *phrases != NULL; phrases++)
    longest = MAX (longest, match_words (text, at, end, *phrases));
  return longest;
}

static gsize
skip_blank (const char *text, gsize at, gsize end)
{
  return foi_text_span_skip_space (text, (FoiTextSpan){ at, MIN (end, at + 8) });
}

/* Where what joins two ends of a period is over; 0 when nothing joins them. */
static gsize
read_join (const char *text, gsize at, gsize end, int before)
{
  static const char *const words[] = {
    "to", "until", "till", "through", "up to", "to the end of", "through to", "up until",
    "up to and including", "i", NULL
  };
  static const char *const and_words[] = { "and", NULL };
  gsize next = skip_blank (text, at, end);
  gsize joiner = next < end && text[next] != '/' ? foi_period_joiner_length (text, next, end) : 0;

  if (joiner > 0)
    return skip_blank (text, next + joiner, end);
  next = match_any (text, at, end, words);
  if (next == 0 && (before & BEFORE_BETWEEN))
    next = match_any (text, at, end, and_words);
  return next > 0 ? skip_blank (text, next, end) : 0;
}

static FoiPeriodBasis
basis_of (const FoiPeriodPoint *point, int before)
{
  switch (point->kind)
    {
    case FOI_POINT_YEAR:
      return before & BEFORE_CALENDAR ? FOI_PERIOD_CALENDAR_YEAR : FOI_PERIOD_YEAR;
    case FOI_POINT_SPLIT_YEAR:
      return before & BEFORE_ACADEMIC ? FOI_PERIOD_ACADEMIC_YEAR : FOI_PERIOD_FINANCIAL_YEAR;
    case FOI_POINT_MONTH:
      return FOI_PERIOD_MONTH;
    case FOI_POINT_DAY:
      return FOI_PERIOD_DAY;
    case FOI_POINT_NONE:
    case FOI_POINT_AMBIGUOUS:
    default:
      return FOI_PERIOD_WORDS;
    }
}

/* Fills @period from its two ends; in words only where they do not go together. */
static void
set_ends (FoiTextPeriod *period, const FoiPeriodPoint *from, const FoiPeriodPoint *to, int before)
{
  gboolean split_by_word = from->kind == FOI_POINT_YEAR
                           && (before & (BEFORE_FINANCIAL | BEFORE_ACADEMIC)) != 0;

  period->basis = FOI_PERIOD_WORDS;
  /* "The financial years 2019 to 2024": whether the last begins or ends in 2024 is not said. */
  if (from->kind == FOI_POINT_AMBIGUOUS || from->year == 0 || split_by_word)
    return;
  if (to != NULL && (to->kind != from->kind || foi_period_point_compare (from, to) > 0))
    return;
  period->basis = basis_of (from, before);
  foi_period_point_write (from, period->from, sizeof period->from);
  if (to != NULL)
    foi_period_point_write (to, period->to, sizeof period->to);
}

/* "and (to date) 2024/25": what is in brackets between the years does not matter. */
static gsize
skip_aside (const char *text, gsize at, gsize end)
{
  const char *close = NULL;

  if (at < end && text[at] == '(')
    close = memchr (text + at, ')', MIN (end - at, 24));
  return close != NULL ? skip_blank (text, (gsize) (close - text) + 1, end) : at;
}

/* Reads "2021, 2022 and 2023" from @first on; @in_row is whether they are years one after the
 * other, and so a period as well. */
static gboolean
read_list (const char *text, gsize end, const FoiPeriodPoint *first, FoiPeriodPoint *last,
           gboolean *in_row)
{
  static const char *const joins[] = { "and", NULL };
  gsize at = first->end;

  *last = *first;
  *in_row = first->kind == FOI_POINT_YEAR || first->kind == FOI_POINT_SPLIT_YEAR;
  for (int i = 0; i < MAX_LIST; i++)
    {
      FoiPeriodPoint next = { .kind = FOI_POINT_NONE };
      gsize after = at < end && text[at] == ',' ? skip_blank (text, at + 1, end) : at;
      gsize joined = match_any (text, after, end, joins);

      if (joined == 0 && at < end && text[at] == '&')
        joined = at + 1;
      after = joined > 0 ? skip_aside (text, skip_blank (text, joined, end), end) : after;
      if (after == at || !foi_period_point_read (text, after, end, &next)
          || next.kind != first->kind)
        break;
      *in_row = *in_row && next.year == last->year + 1;
      *last = next;
      at = next.end;
    }
  return last->end > first->end;
}

/* "2015-24": the second year in two digits. */
static gsize
read_short_year (const char *text, gsize at, gsize end, const FoiPeriodPoint *from,
                 FoiPeriodPoint *to)
{
  int year;

  if (from->kind != FOI_POINT_YEAR || !foi_period_is_digits (text, at, end, 2))
    return 0;
  year = from->year / 100 * 100 + foi_period_digits_value (text, at, 2);
  if (year <= from->year || at + 2 < end)
    {
      if (year <= from->year || g_ascii_isalnum (text[at + 2]) || text[at + 2] == '/'
          || text[at + 2] == '.')
        return 0;
    }
  *to = *from;
  to->year = year;
  to->end = at + 2;
  return to->end;
}

/* "The year ending 31 March 2024" is the financial year 2023/24. */
static void
set_year_ending (FoiTextPeriod *period, const FoiPeriodPoint *point)
{
  FoiPeriodPoint year = { .kind = FOI_POINT_SPLIT_YEAR, .year = point->year - 1 };

  period->basis = FOI_PERIOD_WORDS;
  if (point->month != 3
      || (point->kind == FOI_POINT_DAY ? point->day != 31 : point->kind != FOI_POINT_MONTH)
      || point->year == 0)
    return;
  set_ends (period, &year, &year, BEFORE_FINANCIAL);
}

/* A period with two ends that begins with the point @from. */
static gboolean
read_range (const char *text, gsize end, FoiPeriodPoint *from, int before, FoiTextPeriod *period)
{
  static const char *const open_ends[] = {
    "date", "present", "the present", "the present day", "now", "today", "the current date",
    "current", "the date of this request", "the present date", NULL
  };
  FoiPeriodPoint to;
  gsize at = read_join (text, from->end, end, before);
  gsize open;

  if (at == 0)
    return FALSE;
  open = match_any (text, at, end, open_ends);
  if (open > 0)
    {
      set_ends (period, from, NULL, before);
      period->span.end = open;
      return TRUE;
    }
  if (!foi_period_point_read (text, at, end, &to)
      && read_short_year (text, at, end, from, &to) == 0)
    return FALSE;
  if (to.kind == FOI_POINT_MONTH && to.year == 0)
    return FALSE;
  if (from->kind == FOI_POINT_AMBIGUOUS)
    foi_period_point_settle (text, from, &to);
  else if (to.kind == FOI_POINT_AMBIGUOUS)
    foi_period_point_settle (text, &to, from);
  if (from->year == 0)
    from->year = to.year;
  if (from->kind == FOI_POINT_YEAR && to.kind == FOI_POINT_YEAR && to.year == from->year + 1
      && (before & (BEFORE_FINANCIAL | BEFORE_ACADEMIC)) != 0
      && foi_period_joiner_length (text, from->end, end) > 0)
    {
      /* "The financial year 2019-2020" is one year. */
      from->kind = FOI_POINT_SPLIT_YEAR;
      to = *from;
      to.end = from->end + foi_period_joiner_length (text, from->end, end) + 4;
    }
  set_ends (period, from, &to, before);
  period->span.end = to.end;
  return TRUE;
}

/* A period that is one point, or open after it, where the words before it say so. */
static gboolean
read_single (const char *text, gsize end, const FoiPeriodPoint *point, int before,
             FoiTextPeriod *period)
{
  static const char *const onwards[] = { "onwards", "onward", NULL };
  gsize after = match_any (text, point->end, end, onwards);
  FoiPeriodPoint last;
  gboolean in_row;

  period->span.end = MAX (point->end, after);
  if ((before & BEFORE_ENDING) != 0)
    {
      set_year_ending (period, point);
      return TRUE;
    }
  if (point->year == 0)
    return FALSE;
  if ((before & BEFORE_SINCE) != 0 || after > 0)
    {
      set_ends (period, point, NULL, before);
      return TRUE;
    }
  if (read_list (text, end, point, &last, &in_row)
      && (before != 0 || point->kind == FOI_POINT_SPLIT_YEAR))
    {
      /* "In 2019 and 2023" is not all that lies between. */
      period->basis = FOI_PERIOD_WORDS;
      if (in_row)
        set_ends (period, point, &last, before);
      period->span.end = last.end;
      return TRUE;
    }
  if (point->kind != FOI_POINT_SPLIT_YEAR
      && ((before & (BEFORE_IN | BEFORE_YEAR)) == 0 || point->kind == FOI_POINT_DAY
          || point->kind == FOI_POINT_AMBIGUOUS))
    return FALSE;
  set_ends (period, point, point, before);
  return TRUE;
}

/* Where "the last five years" ends that begins at @at; 0 when it is nothing of the kind. */
static gsize
read_relative (const char *text, gsize at, gsize end)
{
  static const char *const starts[] = {
    "last", "past", "previous", "preceding", "current", "most recent", "this", NULL
  };
  static const char *const fillers[] = {
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "few", "couple of", "full", "complete", "completed", "whole", "financial", "calendar",
    "academic", "school", "tax", "municipal", "available", "recent", NULL
  };
  static const char *const units[] = {
    "years", "year", "months", "month", "weeks", "quarter", "quarters", "days", "decade", NULL
  };
  gsize unit;

  at = match_any (text, at, end, starts);
  if (at == 0)
    return 0;
  for (int i = 0; i < 6; i++)
    {
      gsize filler;

      unit = match_any (text, at, end, units);
      if (unit > 0)
        return unit;
      at = skip_blank (text, at, end);
      filler = match_any (text, at, end, fillers);
      if (filler == 0)
        {
          filler = at;
          while (filler < end && filler - at < 5
                 && (g_ascii_isdigit (text[filler]) || strchr ("()", text[filler]) != NULL))
            filler++;
          if (filler == at)
            return 0;
        }
      at = filler;
    }
  return 0;
}

static gboolean
read_period (const char *text, gsize start, gsize at, gsize end, FoiTextPeriod *period)
{
  FoiPeriodPoint point;
  gsize from, relative;
  int before;

  *period = (FoiTextPeriod){ .basis = FOI_PERIOD_NONE, .span = { at, at } };
  relative = g_ascii_isalpha (text[at]) ? read_relative (text, at, end) : 0;
  if (relative == 0 && !foi_period_point_read (text, at, end, &point))
    return FALSE;
  before = read_before (text, start, at, &from);
  period->span.start = from;
  if (relative > 0)
    {
      period->basis = FOI_PERIOD_WORDS;
      period->span.end = relative;
      return TRUE;
    }
  return read_range (text, end, &point, before, period)
         || read_single (text, end, &point, before, period);
}

/**
 * foi_text_period_find:
 * @text: valid UTF-8
 * @span: where to look
 * @period: (out): the period
 *
 * Looks for the period a request asks about: "from 2015-2024", "since April 2019", "the financial
 * years 2019/20 to 2023/24", "the last five years". A year in the name of an Act is none. To look
 * for a second one, begin at the end of the first.
 *
 * Returns: whether @span names a period. Nothing is guessed: what leaves a choice is given in words
 *   only (%FOI_PERIOD_WORDS).
 */
gboolean
foi_text_period_find (const char *text, FoiTextSpan span, FoiTextPeriod *period)
{
  FoiTextPeriod in_words = { .basis = FOI_PERIOD_NONE };
  gsize end = span.end;

  g_return_val_if_fail (text != NULL && period != NULL, FALSE);

  for (gsize at = span.start; at < end; at++)
    {
      if (!g_ascii_isalnum (text[at]) || (at > span.start && g_ascii_isalnum (text[at - 1])))
        continue;
      if (!read_period (text, span.start, at, span.end, period))
        continue;
      if (period->basis != FOI_PERIOD_WORDS)
        return TRUE;
      if (in_words.basis == FOI_PERIOD_NONE)
        {
          in_words = *period;
          end = MIN (span.end, period->span.end + MAX_EXPLANATION);
        }
      at = period->span.end - 1;
    }
  *period = in_words;
  return period->basis != FOI_PERIOD_NONE;
}

/**
 * foi_period_basis_to_name:
 * @basis: a basis
 *
 * Returns: (nullable): the name that the case file has for it; %NULL where it has none.
 */
const char *
foi_period_basis_to_name (FoiPeriodBasis basis)
{
  switch (basis)
    {
    case FOI_PERIOD_YEAR:
      return "year";
    case FOI_PERIOD_CALENDAR_YEAR:
      return "calendar-year";
    case FOI_PERIOD_FINANCIAL_YEAR:
      return "financial-year";
    case FOI_PERIOD_ACADEMIC_YEAR:
      return "academic-year";
    case FOI_PERIOD_MONTH:
      return "month";
    case FOI_PERIOD_DAY:
      return "day";
    case FOI_PERIOD_NONE:
    case FOI_PERIOD_WORDS:
    default:
      return NULL;
    }
}
