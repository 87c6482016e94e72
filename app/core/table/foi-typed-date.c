/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-typed-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-date.h"

#define MAX_PARTS 4

/* A number or a word of a date. */
typedef struct
{
  int  number;     /* -1 for a word */
  guint n_digits;
  int  month;      /* 1 to 12 for a month's name, else 0 */
  int  weekday;    /* 1 to 7 for a weekday's name, else 0 */
} Part;

/* Typed text taken apart; separators are ' ', '-', '/', '.', ',' and the dash. */
typedef struct
{
  Part  parts[MAX_PARTS];
  guint n_parts;
} Parts;

/* Which of @names, of @n, a word is: its whole name or its first three letters. */
static int
find_name (const char *word, const char *const *names, int n)
{
  g_autofree char *bare = g_strdup (word);
  gsize length = strlen (bare);

  if (length > 3 && bare[length - 1] == '.')
    bare[--length] = '\0';
  for (int i = 0; i < n; i++)
    {
      if (g_ascii_strcasecmp (bare, names[i]) == 0
          || (length == 3 && g_ascii_strncasecmp (bare, names[i], 3) == 0))
        return i + 1;
    }
  return 0;
}

static int
find_month (const char *word)
{
  static const char *const names[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december",
  };

  if (g_ascii_strcasecmp (word, "sept") == 0 || g_ascii_strcasecmp (word, "sept.") == 0)
    return 9;
  return find_name (word, names, G_N_ELEMENTS (names));
}

static int
find_weekday (const char *word)
{
  static const char *const names[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  };

  return find_name (word, names, G_N_ELEMENTS (names));
}

/* `27`, `27th`, `2024`: a number, with the letters of an ordinal. */
static gboolean
read_number_part (const char *word, Part *out)
{
  static const char *const endings[] = { "", "st", "nd", "rd", "th" };
  gsize n_digits = strspn (word, "0123456789");
  gboolean known = FALSE;

  if (n_digits == 0 || n_digits > 4)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    known |= g_ascii_strcasecmp (word + n_digits, endings[i]) == 0;
  *out = (Part) { .number = (int) g_ascii_strtoll (word, NULL, 10), .n_digits = (guint) n_digits };
  return known;
}

static gboolean
read_part (const char *word, Part *out)
{
  if (g_ascii_isdigit (word[0]))
    return read_number_part (word, out);
  *out = (Part) { .number = -1, .month = find_month (word), .weekday = find_weekday (word) };
  return out->month > 0 || out->weekday > 0;
}

/* Whether every word is one that dates have. */
static gboolean
take_apart (const char *plain, Parts *out)
{
  g_autoptr (GString) text = g_string_new (plain);
  g_auto (GStrv) words = NULL;

  g_string_replace (text, "–", "-", 0);
  words = g_strsplit_set (text->str, " -/,", -1);
  out->n_parts = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || g_ascii_strcasecmp (words[i], "of") == 0)
        continue;
      if (out->n_parts == MAX_PARTS || !read_part (words[i], &out->parts[out->n_parts]))
        return FALSE;
      out->n_parts++;
    }
  return out->n_parts > 0;
}

/* 27.11.2024, where points stand between numbers, as slashes. */
static char *
points_to_slashes (const char *plain)
{
  if (strspn (plain, "0123456789.") == strlen (plain))
    return g_strdelimit (g_strdup (plain), ".", '/');
  return g_strdup (plain);
}

static gboolean
is_year (const Part *part)
{
  return part->number >= 1000 && part->n_digits == 4;
}

/* A year of two digits, in the hundred years around the law that this is about: the Freedom of
 * Information Act is of 2000. Only ever offered. */
static int
guess_year (const Part *part)
{
  return part->number < 70 ? 2000 + part->number : 1900 + part->number;
}

static gboolean
is_short_year (const Part *part)
{
  return part->number >= 0 && part->n_digits == 2;
}

static void
offer_date (FoiTyping *typing, int year, int month, int day)
{
  FoiDate date = foi_date_from_ymd (year, month, day);

  if (date != FOI_DATE_NONE)
    _foi_typing_add_number (typing, date);
}

/* ---- dates ---- */

static gboolean
accept_date (FoiTyping *typing, int year, int month, int day, int weekday)
{
  FoiDate date = foi_date_from_ymd (year, month, day);

  if (date == FOI_DATE_NONE)
    return _foi_typing_refuse (typing, _("is a day that the calendar does not have"));
  if (weekday != 0 && foi_date_get_weekday (date) != weekday)
    {
      _foi_typing_add_number (typing, date);
      return _foi_typing_refuse (typing, _("does not fall on that day of the week"));
    }
  return _foi_typing_accept (typing, date);
}

/* Three numbers. The year first is read as it is written; with the year last, day and month are
 * only known where one of them can be no month. */
static gboolean
read_numbers (FoiTyping *typing, const Part *parts)
{
  int first = parts[0].number, second = parts[1].number, year = parts[2].number;

  if (is_year (&parts[0]) && parts[2].n_digits <= 2)
    return accept_date (typing, first, second, year, 0);
  if (parts[0].n_digits > 2 || parts[1].n_digits > 2
      || (!is_year (&parts[2]) && !is_short_year (&parts[2])))
    return _foi_typing_refuse_kind (typing);
  if (is_short_year (&parts[2]))
    {
      year = guess_year (&parts[2]);
      offer_date (typing, year, second, first);
      if (second <= 12 && first != second)
        offer_date (typing, year, first, second);
      return _foi_typing_refuse (typing, _("has a year of two digits: which date is it?"));
    }
  if (second > 12)
    {
      offer_date (typing, year, first, second);
      return _foi_typing_refuse (typing, _("has a month after the twelfth"));
    }
  if (first <= 12 && first != second)
    {
      offer_date (typing, year, second, first);
      offer_date (typing, year, first, second);
      return _foi_typing_refuse (typing, _("could be either day: choose one"));
    }
  return accept_date (typing, year, second, first, 0);
}

/* A month's name, a day and a year have one meaning in any order, once the year has four digits. */
static gboolean
read_named (FoiTyping *typing, const Part *parts, int weekday)
{
  const Part *name = parts[1].month > 0 ? &parts[1] : &parts[0];
  const Part *day = parts[1].month > 0 ? &parts[0] : &parts[1];
  const Part *year = &parts[2];

  if (name->month == 0 || day->number < 0 || year->number < 0)
    return _foi_typing_refuse_kind (typing);
  if (is_year (day) && year->n_digits <= 2)
    {
      const Part *swap = day;

      day = year;
      year = swap;
    }
  if (day->n_digits > 2 || (!is_year (year) && !is_short_year (year)))
    return _foi_typing_refuse_kind (typing);
  if (is_short_year (year))
    {
      offer_date (typing, guess_year (year), name->month, day->number);
      return _foi_typing_refuse (typing, _("has a year of two digits"));
    }
  return accept_date (typing, year->number, name->month, day->number, weekday);
}

/* What spreadsheets keep where they show a date, and what they add to it. */
static gboolean
offer_spreadsheet_date (FoiTyping *typing)
{
  gint64 serial;
  FoiCell cell;

  if (g_ascii_string_to_signed (typing->plain, 10, 20000, 60000, &serial, NULL))
    {
      _foi_typing_add_number (typing, foi_date_from_ymd (1899, 12, 30) + serial);
      return _foi_typing_refuse (typing, _("is how a spreadsheet counts days"));
    }
  if (strlen (typing->plain) > 11 && strchr (typing->plain, ':') != NULL)
    {
      g_autofree char *day = g_strndup (typing->plain, 10);

      if (foi_typed_parse (typing->column, day, &cell, NULL))
        {
          _foi_typing_add_number (typing, cell.number);
          return _foi_typing_refuse (typing, _("has a time of day"));
        }
    }
  return _foi_typing_refuse_kind (typing);
}

gboolean
_foi_typing_read_date (FoiTyping *self)
{
  g_autofree char *plain = points_to_slashes (self->plain);
  Parts parts;
  const Part *first = parts.parts;
  int weekday = 0;

  if (!take_apart (plain, &parts))
    return offer_spreadsheet_date (self);
  if (first->weekday > 0)
    {
      weekday = first->weekday;
      first++;
      parts.n_parts--;
    }
  if (parts.n_parts != 3)
    return offer_spreadsheet_date (self);
  if (first[0].number >= 0 && first[1].number >= 0 && first[2].number >= 0)
    return weekday == 0 ? read_numbers (self, first) : _foi_typing_refuse_kind (self);
  return read_named (self, first, weekday);
}

/* ---- months ---- */

static gint64
month_number (int year, int month)
{
  return (gint64) year * 12 + month - 1;
}

/* A day of the month was typed as well. */
static gboolean
refuse_day (FoiTyping *typing)
{
  g_autoptr (FoiColumn) dates = foi_column_new ("date", NULL, FOI_VALUE_DATE);
  FoiCell cell;
  int year, month;

  if (!foi_typed_parse (dates, typing->typed, &cell, NULL) || cell.state != FOI_CELL_VALUE)
    return _foi_typing_refuse_kind (typing);
  foi_date_to_ymd ((FoiDate) cell.number, &year, &month, NULL);
  _foi_typing_add_number (typing, month_number (year, month));
  return _foi_typing_refuse (typing, _("is a day; the column has months"));
}

gboolean
_foi_typing_read_month (FoiTyping *self)
{
  Parts parts;
  const Part *year, *month;
  int number;

  if (!take_apart (self->plain, &parts) || parts.n_parts != 2)
    return refuse_day (self);
  year = is_year (&parts.parts[0]) ? &parts.parts[0] : &parts.parts[1];
  month = is_year (&parts.parts[0]) ? &parts.parts[1] : &parts.parts[0];
  number = month->month > 0 ? month->month : month->number;
  if (number < 1 || number > 12 || month->n_digits > 2 || month->weekday > 0)
    return _foi_typing_refuse_kind (self);
  if (is_year (year))
    return _foi_typing_accept (self, month_number (year->number, number));
  if (!is_short_year (year))
    return _foi_typing_refuse_kind (self);
  _foi_typing_add_number (self, month_number (guess_year (year), number));
  return _foi_typing_refuse (self, _("has a year of two digits"));
}

/* ---- years ---- */

static gboolean
refuse_short_year (FoiTyping *typing, const Part *year)
{
  if (is_short_year (year))
    _foi_typing_add_number (typing, guess_year (year));
  return _foi_typing_refuse_kind (typing);
}

/* `2024`: nothing else is one year. */
gboolean
_foi_typing_read_year (FoiTyping *self)
{
  Parts parts;
  gboolean good = take_apart (self->plain, &parts);
  gint64 year;

  if (good && parts.n_parts == 1 && is_year (&parts.parts[0]) && strlen (self->plain) == 4)
    return _foi_typing_accept (self, parts.parts[0].number);
  if (good && parts.n_parts == 1)
    return refuse_short_year (self, &parts.parts[0]);
  if (good && parts.n_parts == 2 && is_year (&parts.parts[0])
      && parts.parts[1].number == (parts.parts[0].number + 1) % 100)
    {
      _foi_typing_add_number (self, parts.parts[0].number);
      _foi_typing_add_number (self, parts.parts[0].number + 1);
      return _foi_typing_refuse (self, _("is a financial year; the column has calendar years"));
    }
  if (self->plain[1] == ',')
    {
      /* A spreadsheet that took the year for a number. */
      g_autofree char *digits = g_strdup (self->plain);

      memmove (digits + 1, digits + 2, strlen (digits + 1));
      if (g_ascii_string_to_signed (digits, 10, 1000, 9999, &year, NULL))
        _foi_typing_add_number (self, year);
    }
  return _foi_typing_refuse_kind (self);
}

/* ---- financial years ---- */

/* One year alone could be the first or the second of the two. */
static gboolean
refuse_single_year (FoiTyping *typing, int year, gboolean is_end)
{
  if (year > 1000)
    {
      _foi_typing_add_number (typing, is_end ? year - 1 : year);
      _foi_typing_add_number (typing, is_end ? year : year - 1);
    }
  return _foi_typing_refuse (typing, _("is one year; a financial year has two, such as 2016/17"));
}

static gboolean
read_two_years (FoiTyping *typing, const Part *first, const Part *second)
{
  int year = is_year (first) ? first->number : guess_year (first);
  gboolean next = is_year (second) ? second->number == year + 1
                                   : is_short_year (second)
                                       && second->number == (year + 1) % 100;

  if (is_year (first) && next)
    return _foi_typing_accept (typing, year);
  if (is_short_year (first) && next)
    {
      _foi_typing_add_number (typing, year);
      return _foi_typing_refuse (typing, _("has a year of two digits"));
    }
  if (is_year (first) && (is_year (second) || is_short_year (second)))
    return _foi_typing_refuse (typing, _("is longer or shorter than a financial year"));
  return _foi_typing_refuse_kind (typing);
}

/* 201617, as some published data write it, could also be a month. */
static gboolean
offer_run_together (FoiTyping *typing)
{
  int year, next;

  if (strlen (typing->plain) != 6
      || strspn (typing->plain, "0123456789") != 6)
    return _foi_typing_refuse_kind (typing);
  next = (int) g_ascii_strtoll (typing->plain + 4, NULL, 10);
  year = (int) (g_ascii_strtoll (typing->plain, NULL, 10) / 100);
  if (year >= 1000 && next == (year + 1) % 100)
    _foi_typing_add_number (typing, year);
  return _foi_typing_refuse_kind (typing);
}

gboolean
_foi_typing_read_financial_year (FoiTyping *self)
{
  const char *plain = self->plain;
  gboolean has_letters = g_ascii_strncasecmp (plain, "fy", 2) == 0;
  Parts parts;

  if (has_letters)
    plain += plain[2] == ' ' ? 3 : 2;
  if (!take_apart (plain, &parts))
    return offer_run_together (self);
  if (parts.n_parts == 2)
    return read_two_years (self, &parts.parts[0], &parts.parts[1]);
  if (parts.n_parts != 1)
    return _foi_typing_refuse_kind (self);
  if (is_year (&parts.parts[0]))
    return refuse_single_year (self, parts.parts[0].number, has_letters);
  if (is_short_year (&parts.parts[0]))
    return refuse_single_year (self, guess_year (&parts.parts[0]), has_letters);
  return _foi_typing_refuse_kind (self);
}
