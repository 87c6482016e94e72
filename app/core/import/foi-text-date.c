/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-date.h"

#include <string.h>

/* A reading place; everything a date is made of is ASCII but for no-break spaces. */
typedef struct
{
  const char *text;
  gsize       at;
  gsize       end;
} Cursor;

typedef struct
{
  int year;
  int month;
  int day;
} Numbers;

#define MINUTES_PER_DAY (24 * 60)

static char
peek (const Cursor *cursor)
{
  return cursor->at < cursor->end ? cursor->text[cursor->at] : '\0';
}

static gboolean
take (Cursor *cursor, const char *one_of)
{
  char c = peek (cursor);

  if (c == '\0' || strchr (one_of, c) == NULL)
    return FALSE;
  cursor->at++;
  return TRUE;
}

static void
skip_blank (Cursor *cursor)
{
  cursor->at = foi_text_span_skip_space (cursor->text, (FoiTextSpan){ cursor->at, cursor->end });
}

/* @least to @most digits and none after them, or -1. */
static int
take_digits (Cursor *cursor, int least, int most)
{
  Cursor ahead = *cursor;
  int value = 0, count = 0;

  while (g_ascii_isdigit (peek (&ahead)) && count <= most)
    {
      value = value * 10 + (peek (&ahead) - '0');
      ahead.at++;
      count++;
    }
  if (count < least || count > most)
    return -1;
  *cursor = ahead;
  return value;
}

static gsize
word_length (const Cursor *cursor)
{
  gsize length = 0;

  while (cursor->at + length < cursor->end && g_ascii_isalpha (cursor->text[cursor->at + length]))
    length++;
  return length;
}

static gboolean
take_word (Cursor *cursor, const char *word)
{
  gsize length = strlen (word);

  if (word_length (cursor) != length
      || g_ascii_strncasecmp (cursor->text + cursor->at, word, length) != 0)
    return FALSE;
  cursor->at += length;
  return TRUE;
}

/**
 * foi_month_from_name:
 * @name: letters
 * @length: how many
 *
 * Returns: 1 to 12 for the name of a month in English or Welsh, whole or shortened; 0 for others.
 */
int
foi_month_from_name (const char *name, gsize length)
{
  static const struct
  {
    const char *name;
    gsize       least;
    int         month;
  } months[] = {
    { "january", 3, 1 },   { "february", 3, 2 }, { "march", 3, 3 },     { "april", 3, 4 },
    { "may", 3, 5 },       { "june", 3, 6 },     { "july", 3, 7 },      { "august", 3, 8 },
    { "september", 3, 9 }, { "october", 3, 10 }, { "november", 3, 11 }, { "december", 3, 12 },
    { "ionawr", 3, 1 },    { "chwefror", 5, 2 }, { "mawrth", 3, 3 },    { "ebrill", 3, 4 },
    { "mai", 3, 5 },       { "mehefin", 3, 6 },  { "gorffennaf", 4, 7 }, { "awst", 3, 8 },
    { "medi", 3, 9 },      { "hydref", 3, 10 },  { "tachwedd", 4, 11 }, { "rhagfyr", 4, 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      if (length >= months[i].least && length <= strlen (months[i].name)
          && (length <= 5 || length == strlen (months[i].name))
          && g_ascii_strncasecmp (name, months[i].name, length) == 0)
        return months[i].month;
    }
  return 0;
}

static int
take_month (Cursor *cursor)
{
  gsize length = word_length (cursor);
  int month = foi_month_from_name (cursor->text + cursor->at, length);

  if (month == 0)
    return 0;
  cursor->at += length;
  take (cursor, ".");
  return month;
}

/* 1 for Monday to 7 for Sunday, 0 when there is no weekday; takes what separates it from a date. */
static int
take_weekday (Cursor *cursor)
{
  static const char *const english[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
  };
  static const char *const welsh[] = {
    "llun", "mawrth", "mercher", "iau", "gwener", "sadwrn", "sul"
  };
  Cursor ahead = *cursor;
  gboolean in_welsh = take_word (&ahead, "dydd");
  gsize length;

  if (in_welsh)
    skip_blank (&ahead);
  length = word_length (&ahead);
  for (int i = 0; i < 7 && length >= 3; i++)
    {
      const char *name = in_welsh ? welsh[i] : english[i];

      if (length > strlen (name) || (length > 5 && length < strlen (name))
          || g_ascii_strncasecmp (ahead.text + ahead.at, name, length) != 0)
        continue;
      ahead.at += length;
      take (&ahead, ".");
      take (&ahead, ",");
      skip_blank (&ahead);
      *cursor = ahead;
      return i + 1;
    }
  return 0;
}

static void
take_separator (Cursor *cursor)
{
  if (!take (cursor, "-/."))
    {
      take (cursor, ",");
      skip_blank (cursor);
    }
}

/* A year of four digits, or of two where @short_too; 0 when none is there, -1 when no date is. */
static int
take_year (Cursor *cursor, gboolean short_too)
{
  Cursor ahead = *cursor;
  int year = take_digits (&ahead, 4, 4);

  if (year < 0 && short_too)
    {
      take (&ahead, "'");
      year = take_digits (&ahead, 2, 2);
      /* "27 Nov 10:15" is a time of day. */
      if (year >= 0 && peek (&ahead) == ':')
        year = -1;
      if (year >= 0)
        year += 2000;
    }
  if (year < 0)
    return g_ascii_isdigit (peek (&ahead)) && !short_too ? -1 : 0;
  *cursor = ahead;
  return year;
}

static void
take_ordinal (Cursor *cursor)
{
  static const char *const endings[] = {
    "st", "nd", "rd", "th", "ain", "af", "fed", "eg", "ydd"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (take_word (cursor, endings[i]))
        return;
    }
}

/* "30th of October 2024", "30-Oct-24", "October 30th, 2024": the month by its name. */
static gboolean
read_named (Cursor *cursor, Numbers *numbers)
{
  Cursor ahead = *cursor;
  Cursor before_year;

  numbers->day = take_digits (&ahead, 1, 2);
  if (numbers->day >= 0)
    {
      take_ordinal (&ahead);
      take_separator (&ahead);
      if (take_word (&ahead, "of") || take_word (&ahead, "o"))
        skip_blank (&ahead);
      numbers->month = take_month (&ahead);
    }
  else
    {
      numbers->month = take_month (&ahead);
      skip_blank (&ahead);
      numbers->day = numbers->month > 0 ? take_digits (&ahead, 1, 2) : -1;
      take_ordinal (&ahead);
    }
  if (numbers->month == 0 || numbers->day < 0)
    return FALSE;
  before_year = ahead;
  take_separator (&ahead);
  numbers->year = take_year (&ahead, TRUE);
  *cursor = numbers->year > 0 ? ahead : before_year;
  return numbers->year >= 0;
}

static gboolean
read_iso (Cursor *cursor, Numbers *numbers)
{
  Cursor ahead = *cursor;
  char separator;

  numbers->year = take_digits (&ahead, 4, 4);
  separator = peek (&ahead);
  if (numbers->year < 0 || !take (&ahead, "-/."))
    return FALSE;
  numbers->month = take_digits (&ahead, 1, 2);
  if (numbers->month < 0 || peek (&ahead) != separator || !take (&ahead, "-/."))
    return FALSE;
  numbers->day = take_digits (&ahead, 1, 2);
  *cursor = ahead;
  return numbers->day >= 0;
}

/* "03/04/24": @numbers has them in the order in which they are written. */
static gboolean
read_numeric (Cursor *cursor, Numbers *numbers)
{
  Cursor ahead = *cursor;
  char separator;

  numbers->day = take_digits (&ahead, 1, 2);
  separator = peek (&ahead);
  if (numbers->day < 0 || !take (&ahead, "-/."))
    return FALSE;
  numbers->month = take_digits (&ahead, 1, 2);
  if (numbers->month < 0 || peek (&ahead) != separator || !take (&ahead, "-/."))
    return FALSE;
  numbers->year = take_year (&ahead, TRUE);
  *cursor = ahead;
  return numbers->year > 0;
}

/* Chooses between the two orders only where the calendar or the weekday written leaves one. */
static gboolean
decide (FoiTextDate *date, const Numbers *numbers, int weekday)
{
  FoiDate day_first = foi_date_from_ymd (numbers->year, numbers->month, numbers->day);
  FoiDate month_first = foi_date_from_ymd (numbers->year, numbers->day, numbers->month);
  gboolean by_day = day_first != FOI_DATE_NONE;
  gboolean by_month = month_first != FOI_DATE_NONE;

  if (by_day && by_month && weekday > 0
      && (foi_date_get_weekday (day_first) == weekday)
           != (foi_date_get_weekday (month_first) == weekday))
    {
      by_day = foi_date_get_weekday (day_first) == weekday;
      by_month = !by_day;
    }
  if (!by_day && !by_month)
    return FALSE;
  if (by_day && by_month && day_first != month_first)
    {
      date->state = FOI_TEXT_DATE_AMBIGUOUS;
      date->day_first = day_first;
      date->month_first = month_first;
      return TRUE;
    }
  date->state = FOI_TEXT_DATE_EXACT;
  date->date = by_day ? day_first : month_first;
  return TRUE;
}

static void
read_zone (Cursor *cursor, FoiTextDate *date)
{
  static const struct
  {
    const char *name;
    int         minutes;
  } zones[] = { { "GMT", 0 }, { "UTC", 0 }, { "UT", 0 }, { "Z", 0 }, { "BST", 60 } };
  Cursor ahead = *cursor;
  int sign = peek (&ahead) == '-' ? -1 : 1;
  int hours;

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      if (take_word (&ahead, zones[i].name))
        {
          date->zone = zones[i].minutes;
          *cursor = ahead;
          return;
        }
    }
  if (!take (&ahead, "+-"))
    return;
  hours = take_digits (&ahead, 4, 4);
  if (hours < 0)
    {
      hours = take_digits (&ahead, 2, 2) * 100;
      hours += take (&ahead, ":") ? take_digits (&ahead, 2, 2) : -10000;
    }
  if (hours < 0 || hours > 1400 || hours % 100 >= 60)
    return;
  date->zone = sign * (hours / 100 * 60 + hours % 100);
  *cursor = ahead;
}

/* The time of day after a date, with its zone. */
static void
read_time (Cursor cursor, FoiTextDate *date)
{
  int hour, minute;

  take (&cursor, ",T");
  skip_blank (&cursor);
  if (take_word (&cursor, "at") || take_word (&cursor, "am"))
    skip_blank (&cursor);
  hour = take_digits (&cursor, 1, 2);
  if (hour < 0 || hour > 23 || !take (&cursor, ":."))
    return;
  minute = take_digits (&cursor, 2, 2);
  if (minute < 0 || minute > 59)
    return;
  if (take (&cursor, ":") && take_digits (&cursor, 2, 2) < 0)
    return;
  date->after = cursor.at;
  skip_blank (&cursor);
  if (take_word (&cursor, "pm"))
    hour = hour % 12 + 12;
  else if (take_word (&cursor, "am"))
    hour %= 12;
  date->minute = hour * 60 + minute;
  skip_blank (&cursor);
  read_zone (&cursor, date);
  date->after = MAX (date->after, cursor.at);
}

/**
 * foi_text_date_read:
 * @text: valid UTF-8
 * @span: where to read; only what it begins with is looked at
 * @date: (out): the date
 *
 * Reads one date in the forms of letters and mail programs, English or Welsh, with a weekday
 * before it and a time of day after it. Where day and month could change places the weekday
 * decides if there is one; nothing else does.
 *
 * Returns: whether @span begins with a date.
 */
gboolean
foi_text_date_read (const char *text, FoiTextSpan span, FoiTextDate *date)
{
  Cursor cursor = { text, span.start, span.end };
  Numbers numbers = { 0, 0, 0 };
  int weekday;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  *date = (FoiTextDate){ .minute = FOI_TEXT_NO_TIME, .zone = FOI_TEXT_NO_ZONE };
  weekday = take_weekday (&cursor);
  if (read_iso (&cursor, &numbers) || read_named (&cursor, &numbers))
    {
      date->date = foi_date_from_ymd (numbers.year, numbers.month, numbers.day);
      date->state = numbers.year == 0 ? FOI_TEXT_DATE_NO_YEAR : FOI_TEXT_DATE_EXACT;
      if (numbers.year > 0 && date->date == FOI_DATE_NONE)
        return FALSE;
    }
  else if (!read_numeric (&cursor, &numbers) || !decide (date, &numbers, weekday))
    {
      return FALSE;
    }
  if (g_ascii_isalnum (peek (&cursor)) && peek (&cursor) != 'T')
    return FALSE;
  date->span = foi_text_span_trim (text, (FoiTextSpan){ span.start, cursor.at });
  date->after = cursor.at;
  read_time (cursor, date);
  return TRUE;
}

/**
 * foi_text_date_find:
 * @text: valid UTF-8
 * @span: where to look
 * @date: (out): the first date of it
 *
 * Returns: whether there is a date in @span. One without a year is taken only when there is no
 *   other.
 */
gboolean
foi_text_date_find (const char *text, FoiTextSpan span, FoiTextDate *date)
{
  FoiTextDate without_year = { .state = FOI_TEXT_DATE_NONE };

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  for (gsize at = span.start; at < span.end; at++)
    {
      if (!g_ascii_isalnum (text[at])
          || (at > span.start && (g_ascii_isalnum (text[at - 1]) || text[at - 1] == '/')))
        continue;
      if (!foi_text_date_read (text, (FoiTextSpan){ at, span.end }, date))
        continue;
      if (date->state != FOI_TEXT_DATE_NO_YEAR)
        return TRUE;
      if (without_year.state == FOI_TEXT_DATE_NONE)
        without_year = *date;
    }
  *date = without_year;
  return date->state != FOI_TEXT_DATE_NONE;
}

/* Minutes since the day 0 of the last Sunday of @month, 01:00 in Greenwich. */
static gint64
change_of_clocks (int year, int month)
{
  FoiDate last = foi_date_from_ymd (year, month, 31);

  last -= foi_date_get_weekday (last) % 7;
  return (gint64) last * MINUTES_PER_DAY + 60;
}

/**
 * foi_text_date_get_uk_day:
 * @date: an exact date
 *
 * Mail says when it was sent in the clock of its sender. A day of receipt is a day here: this is
 * the day it was in the United Kingdom (British Summer Time between the last Sundays of March and
 * October, Summer Time Order 2002). Without a time and zone it is the day written.
 *
 * Returns: the day, or %FOI_DATE_NONE if @date is not exact.
 */
FoiDate
foi_text_date_get_uk_day (const FoiTextDate *date)
{
  gint64 minutes;
  int year;

  g_return_val_if_fail (date != NULL, FOI_DATE_NONE);

  if (date->state != FOI_TEXT_DATE_EXACT)
    return FOI_DATE_NONE;
  if (date->minute == FOI_TEXT_NO_TIME || date->zone == FOI_TEXT_NO_ZONE)
    return date->date;
  minutes = (gint64) date->date * MINUTES_PER_DAY + date->minute - date->zone;
  foi_date_to_ymd (date->date, &year, NULL, NULL);
  if (minutes >= change_of_clocks (year, 3) && minutes < change_of_clocks (year, 10))
    minutes += 60;
  return (FoiDate) (minutes / MINUTES_PER_DAY);
}
