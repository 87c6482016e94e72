/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-date.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define MAX_YEAR 9999

/**
 * foi_date_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or %FOI_DATE_NONE if the calendar has no such day.
 */
FoiDate
foi_date_from_ymd (int year, int month, int day)
{
  GDate date;

  if (year < 1 || year > MAX_YEAR || month < 1 || month > 12 || day < 1 || day > 31)
    return FOI_DATE_NONE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FOI_DATE_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (FoiDate) g_date_get_julian (&date);
}

/* The number that @length digits from @text are, or -1 when one of them is no digit. */
static int
read_digits (const char *text, int length)
{
  int value = 0;

  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/**
 * foi_date_from_iso:
 * @text: (nullable): `2024-11-27`, that form and no other
 *
 * Returns: the day, or %FOI_DATE_NONE if @text is not exactly a day in ISO 8601.
 */
FoiDate
foi_date_from_iso (const char *text)
{
  if (text == NULL || strnlen (text, 11) != 10 || text[4] != '-' || text[7] != '-')
    return FOI_DATE_NONE;
  return foi_date_from_ymd (read_digits (text, 4), read_digits (text + 5, 2),
                            read_digits (text + 8, 2));
}

/**
 * foi_date_to_ymd:
 * @date: a day, not %FOI_DATE_NONE
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, from 1
 * @day: (out) (optional): its day of the month
 */
void
foi_date_to_ymd (FoiDate date, int *year, int *month, int *day)
{
  GDate calendar;

  g_return_if_fail (date > 0);

  g_date_clear (&calendar, 1);
  g_date_set_julian (&calendar, (guint32) date);
  if (year != NULL)
    *year = g_date_get_year (&calendar);
  if (month != NULL)
    *month = g_date_get_month (&calendar);
  if (day != NULL)
    *day = g_date_get_day (&calendar);
}

/**
 * foi_date_get_weekday:
 * @date: a day
 *
 * Returns: 1 for Monday to 7 for Sunday.
 */
int
foi_date_get_weekday (FoiDate date)
{
  g_return_val_if_fail (date > 0, 1);
  return (date - 1) % 7 + 1;
}

/**
 * foi_date_to_iso:
 * @date: a day
 *
 * Returns: (transfer full): `2024-11-27`.
 */
char *
foi_date_to_iso (FoiDate date)
{
  int year, month, day;

  g_return_val_if_fail (date > 0, NULL);

  foi_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * foi_month_name:
 * @month: 1 to 12
 *
 * Returns: the month's name in the language of the letter.
 */
const char *
foi_month_name (int month)
{
  static const char *const names[] = {
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
  };

  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return _(names[month - 1]);
}

/**
 * foi_date_to_words:
 * @date: a day
 *
 * Returns: (transfer full): `27 November 2024`, as letters say it.
 */
char *
foi_date_to_words (FoiDate date)
{
  int year, month, day;

  g_return_val_if_fail (date > 0, NULL);

  foi_date_to_ymd (date, &year, &month, &day);
  /* Translators: a date in a letter: day of the month, name of the month, year. */
  return g_strdup_printf (_("%d %s %d"), day, foi_month_name (month), year);
}

/**
 * foi_date_to_words_with_weekday:
 * @date: a day
 *
 * Returns: (transfer full): `Wednesday 27 November 2024`.
 */
char *
foi_date_to_words_with_weekday (FoiDate date)
{
  static const char *const names[] = {
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
    N_("Sunday"),
  };
  g_autofree char *words = NULL;

  g_return_val_if_fail (date > 0, NULL);

  words = foi_date_to_words (date);
  /* Translators: the name of a weekday and the date after it. */
  return g_strdup_printf (_("%s %s"), _(names[foi_date_get_weekday (date) - 1]), words);
}

/**
 * foi_date_to_short_words:
 * @date: a day
 *
 * Returns: (transfer full): `Wed 27 Nov`, where there is little room.
 */
char *
foi_date_to_short_words (FoiDate date)
{
  static const char *const weekdays[] = {
    N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
  };
  static const char *const months[] = {
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), NC_("short month", "May"), N_("Jun"), N_("Jul"),
    N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
  };
  int month, day;

  g_return_val_if_fail (date > 0, NULL);

  foi_date_to_ymd (date, NULL, &month, &day);
  /* Translators: a short date: weekday, day of the month, month. */
  return g_strdup_printf (_("%s %d %s"), _(weekdays[foi_date_get_weekday (date) - 1]), day,
                          month == 5 ? C_("short month", "May") : _(months[month - 1]));
}

/**
 * foi_date_to_short_words_with_year:
 * @date: a day
 *
 * Returns: (transfer full): `Wed 27 Nov 2024`.
 */
char *
foi_date_to_short_words_with_year (FoiDate date)
{
  g_autofree char *words = NULL;
  int year;

  g_return_val_if_fail (date > 0, NULL);

  words = foi_date_to_short_words (date);
  foi_date_to_ymd (date, &year, NULL, NULL);
  /* Translators: a short date and its year. */
  return g_strdup_printf (_("%s %d"), words, year);
}

/**
 * foi_date_to_words_seen:
 * @date: a day, or none
 * @today: the day on which one looks
 *
 * Returns: (transfer full): `Wed 27 Nov`; the year is said where it is not the one in which one
 *   reads it. Of none, no words.
 */
char *
foi_date_to_words_seen (FoiDate date, FoiDate today)
{
  int year, this_year = 0;

  if (date == FOI_DATE_NONE)
    return g_strdup ("");
  foi_date_to_ymd (date, &year, NULL, NULL);
  if (today != FOI_DATE_NONE)
    foi_date_to_ymd (today, &this_year, NULL, NULL);
  return year == this_year ? foi_date_to_short_words (date)
                           : foi_date_to_short_words_with_year (date);
}
