/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-period-point.h"

#include <string.h>

#define MIN_YEAR 1900
#define MAX_YEAR 2099

/**
 * foi_period_is_digits:
 * @text: valid UTF-8
 * @at: a byte
 * @end: the end of what is read
 * @count: how many digits
 *
 * Returns: whether exactly @count digits begin at @at.
 */
gboolean
foi_period_is_digits (const char *text, gsize at, gsize end, gsize count)
{
  if (end - at < count)
    return FALSE;
  for (gsize i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[at + i]))
        return FALSE;
    }
  return at + count >= end || !g_ascii_isdigit (text[at + count]);
}

/**
 * foi_period_digits_value:
 * @text: valid UTF-8
 * @at: the first of the digits
 * @count: how many, at most nine
 *
 * Returns: the number that they are.
 */
int
foi_period_digits_value (const char *text, gsize at, gsize count)
{
  int value = 0;

  for (gsize i = 0; i < count; i++)
    value = value * 10 + (text[at + i] - '0');
  return value;
}

/**
 * foi_period_joiner_length:
 * @text: valid UTF-8
 * @at: a byte
 * @end: the end of what is read
 *
 * Returns: the length of a slash or a dash of any width at @at, which may join two years; 0 without
 *   one.
 */
gsize
foi_period_joiner_length (const char *text, gsize at, gsize end)
{
  if (at < end && (text[at] == '/' || text[at] == '-'))
    return 1;
  if (end - at >= 3 && strncmp (text + at, "\xe2\x80", 2) == 0 && (guchar) text[at + 2] >= 0x90
      && (guchar) text[at + 2] <= 0x94)
    return 3;
  return 0;
}

/**
 * foi_period_point_read_year:
 * @text: valid UTF-8
 * @at: a byte
 * @end: the end of what is read
 * @point: (out): the year
 *
 * Reads "2019", or "2019/20", "2019-20" and "2019/2020", where the second is the next year.
 *
 * Returns: whether a year begins at @at.
 */
gboolean
foi_period_point_read_year (const char *text, gsize at, gsize end, FoiPeriodPoint *point)
{
  gsize joiner, next;

  if (!foi_period_is_digits (text, at, end, 4))
    return FALSE;
  point->year = foi_period_digits_value (text, at, 4);
  if (point->year < MIN_YEAR || point->year > MAX_YEAR)
    return FALSE;
  point->kind = FOI_POINT_YEAR;
  point->end = at + 4;
  joiner = foi_period_joiner_length (text, point->end, end);
  next = point->end + joiner;
  if (joiner == 0)
    return point->end >= end || !g_ascii_isalnum (text[point->end]);
  if (foi_period_is_digits (text, next, end, 2)
      && foi_period_digits_value (text, next, 2) == (point->year + 1) % 100
      && foi_period_joiner_length (text, next + 2, end) == 0)
    {
      point->kind = FOI_POINT_SPLIT_YEAR;
      point->end = next + 2;
    }
  else if (text[point->end] == '/' && foi_period_is_digits (text, next, end, 4)
           && foi_period_digits_value (text, next, 4) == point->year + 1)
    {
      point->kind = FOI_POINT_SPLIT_YEAR;
      point->end = next + 4;
    }
  return TRUE;
}

/* "April 2019", or "April" alone. */
static gboolean
read_month (const char *text, gsize at, gsize end, FoiPeriodPoint *point)
{
  gsize length = 0, next;

  while (at + length < end && g_ascii_isalpha (text[at + length]))
    length++;
  point->month = foi_month_from_name (text + at, length);
  if (point->month == 0 || !g_ascii_isupper (text[at]))
    return FALSE;
  point->kind = FOI_POINT_MONTH;
  point->end = at + length;
  point->year = 0;
  next = point->end;
  while (next < end && strchr (" .,'", text[next]) != NULL)
    next++;
  if (foi_period_is_digits (text, next, end, 4))
    {
      point->year = foi_period_digits_value (text, next, 4);
      point->end = next + 4;
    }
  return TRUE;
}

static gboolean
read_day (const char *text, gsize at, gsize end, FoiPeriodPoint *point)
{
  FoiTextDate *date = &point->date;

  if (!foi_text_date_read (text, (FoiTextSpan){ at, end }, date))
    return FALSE;
  point->end = date->span.end;
  switch (date->state)
    {
    case FOI_TEXT_DATE_EXACT:
      point->kind = FOI_POINT_DAY;
      foi_date_to_ymd (date->date, &point->year, &point->month, &point->day);
      return TRUE;
    case FOI_TEXT_DATE_AMBIGUOUS:
      point->kind = FOI_POINT_AMBIGUOUS;
      foi_date_to_ymd (date->day_first, &point->year, NULL, NULL);
      return TRUE;
    case FOI_TEXT_DATE_NO_YEAR:
    case FOI_TEXT_DATE_NONE:
    default:
      return FALSE;
    }
}

/* "1 January" before "31 March 2024". */
static gboolean
read_day_without_year (const char *text, gsize at, gsize end, FoiPeriodPoint *point)
{
  gsize next = at;

  while (next < end && next - at < 2 && g_ascii_isdigit (text[next]))
    next++;
  if (next == at)
    return FALSE;
  point->day = foi_period_digits_value (text, at, next - at);
  while (next < end && g_ascii_isalpha (text[next]) && next - at < 4)
    next++;
  while (next < end && text[next] == ' ')
    next++;
  if (!read_month (text, next, end, point) || point->year != 0)
    return FALSE;
  point->kind = FOI_POINT_DAY;
  return TRUE;
}

/**
 * foi_period_point_read:
 * @text: valid UTF-8
 * @at: the first byte of a word
 * @end: the end of what is read
 * @point: (out): what is there
 *
 * Returns: whether a day, a month or a year begins at @at.
 */
gboolean
foi_period_point_read (const char *text, gsize at, gsize end, FoiPeriodPoint *point)
{
  *point = (FoiPeriodPoint){ .kind = FOI_POINT_NONE };
  if (at >= end || !g_ascii_isalnum (text[at]))
    return FALSE;
  return read_day (text, at, end, point) || foi_period_point_read_year (text, at, end, point)
         || read_month (text, at, end, point) || read_day_without_year (text, at, end, point);
}

/**
 * foi_period_point_settle:
 * @text: valid UTF-8
 * @ambiguous: an end of a period that can be read in two ways
 * @other: its other end
 *
 * Reads @ambiguous in the order in which @other is written, where that shows which it is:
 * "01/04/2019 to 31/03/2024" has the days first. It stays ambiguous where it does not.
 */
void
foi_period_point_settle (const char *text, FoiPeriodPoint *ambiguous, const FoiPeriodPoint *other)
{
  gsize at = other->date.span.start;
  int first;
  FoiDate date;

  if (other->kind != FOI_POINT_DAY || other->date.state != FOI_TEXT_DATE_EXACT
      || !g_ascii_isdigit (text[at]))
    return;
  first = text[at] - '0';
  if (g_ascii_isdigit (text[at + 1]))
    first = first * 10 + (text[at + 1] - '0');
  if (strchr ("/.-", text[at + (first > 9 || text[at] == '0' ? 2 : 1)]) == NULL
      || other->day == other->month)
    return;
  date = first == other->day ? ambiguous->date.day_first : ambiguous->date.month_first;
  foi_date_to_ymd (date, &ambiguous->year, &ambiguous->month, &ambiguous->day);
  ambiguous->kind = FOI_POINT_DAY;
}

/**
 * foi_period_point_write:
 * @point: a point
 * @out: where to write it
 * @size: the size of @out
 *
 * Writes @point as the case file does: `2015`, `2015/16`, `2016-11`, `2024-11-27`; "" for others.
 */
void
foi_period_point_write (const FoiPeriodPoint *point, char *out, gsize size)
{
  switch (point->kind)
    {
    case FOI_POINT_YEAR:
      g_snprintf (out, size, "%04d", point->year);
      break;
    case FOI_POINT_SPLIT_YEAR:
      g_snprintf (out, size, "%04d/%02d", point->year, (point->year + 1) % 100);
      break;
    case FOI_POINT_MONTH:
      g_snprintf (out, size, "%04d-%02d", point->year, point->month);
      break;
    case FOI_POINT_DAY:
      g_snprintf (out, size, "%04d-%02d-%02d", point->year, point->month, point->day);
      break;
    case FOI_POINT_NONE:
    case FOI_POINT_AMBIGUOUS:
    default:
      *out = '\0';
      break;
    }
}

/**
 * foi_period_point_compare:
 * @a: a point
 * @b: another of the same kind
 *
 * Returns: less than, equal to or more than 0, as @a is before, at or after @b.
 */
int
foi_period_point_compare (const FoiPeriodPoint *a, const FoiPeriodPoint *b)
{
  int left = a->year * 400 + a->month * 32 + a->day;
  int right = b->year * 400 + b->month * 32 + b->day;

  return left < right ? -1 : left > right;
}
