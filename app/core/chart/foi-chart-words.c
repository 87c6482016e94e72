/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-heading.h"

/* How officers write the units of coverage, and how many of them make a year. */
static const struct
{
  const char *one;
  int         most[2];
} periods[] = {
  [FOI_CHART_PERIOD_WEEK] = { "week", { 52, 53 } },
  [FOI_CHART_PERIOD_MONTH] = { "month", { 12, 12 } },
  [FOI_CHART_PERIOD_DAY] = { "day", { 365, 366 } },
  [FOI_CHART_PERIOD_QUARTER] = { "quarter", { 4, 4 } },
};

/* What @coverage counts, by its unit or, where it has none, by how many make it whole. */
FoiChartPeriod
_foi_chart_find_period (FoiColumn *coverage)
{
  const char *unit = foi_column_get_unit (coverage);
  int of = foi_column_get_of (coverage);
  g_autofree char *folded = unit != NULL ? g_utf8_casefold (unit, -1) : NULL;

  if (foi_column_get_value_type (coverage) == FOI_VALUE_PERCENTAGE)
    return FOI_CHART_PERIOD_NONE;
  for (guint i = FOI_CHART_PERIOD_WEEK; i < G_N_ELEMENTS (periods); i++)
    {
      const char *one = periods[i].one;

      if (folded == NULL ? of == periods[i].most[0] || of == periods[i].most[1]
                         : g_str_equal (folded, one)
                               || (g_str_has_prefix (folded, one)
                                   && g_str_equal (folded + strlen (one), "s")))
        return (FoiChartPeriod) i;
    }
  return FOI_CHART_PERIOD_OTHER;
}

/* What stands after "21 of 52": the officer's own word, else the usual one; or NULL. */
char *
_foi_chart_dup_coverage_unit (FoiColumn *coverage)
{
  const char *unit = foi_column_get_unit (coverage);

  if (foi_column_get_value_type (coverage) == FOI_VALUE_PERCENTAGE)
    return NULL;
  if (unit != NULL)
    return g_strdup (unit);
  switch (_foi_chart_find_period (coverage))
    {
    case FOI_CHART_PERIOD_WEEK:
      return g_strdup (_("weeks"));
    case FOI_CHART_PERIOD_MONTH:
      return g_strdup (_("months"));
    case FOI_CHART_PERIOD_DAY:
      return g_strdup (_("days"));
    case FOI_CHART_PERIOD_QUARTER:
      return g_strdup (_("quarters"));
    case FOI_CHART_PERIOD_NONE:
    case FOI_CHART_PERIOD_OTHER:
    default:
      return NULL;
    }
}

/* "373 a week". */
char *
_foi_chart_say_for_one (FoiChartPeriod period, const char *amount)
{
  switch (period)
    {
    case FOI_CHART_PERIOD_WEEK:
      /* Translators: an average: 373 a week. */
      return g_strdup_printf (_("%s a week"), amount);
    case FOI_CHART_PERIOD_MONTH:
      return g_strdup_printf (_("%s a month"), amount);
    case FOI_CHART_PERIOD_DAY:
      return g_strdup_printf (_("%s a day"), amount);
    case FOI_CHART_PERIOD_QUARTER:
      return g_strdup_printf (_("%s a quarter"), amount);
    case FOI_CHART_PERIOD_NONE:
    case FOI_CHART_PERIOD_OTHER:
    default:
      /* Translators: an average, where it is not known whether weeks or months count. */
      return g_strdup_printf (_("%s for each period covered"), amount);
    }
}

/* "Calls per week". */
static char *
add_period (FoiChartPeriod period, const char *counted)
{
  switch (period)
    {
    case FOI_CHART_PERIOD_WEEK:
      /* Translators: the title of an axis, and of a chart: Calls per week. */
      return g_strdup_printf (_("%s per week"), counted);
    case FOI_CHART_PERIOD_MONTH:
      return g_strdup_printf (_("%s per month"), counted);
    case FOI_CHART_PERIOD_DAY:
      return g_strdup_printf (_("%s per day"), counted);
    case FOI_CHART_PERIOD_QUARTER:
      return g_strdup_printf (_("%s per quarter"), counted);
    case FOI_CHART_PERIOD_NONE:
    case FOI_CHART_PERIOD_OTHER:
    default:
      return g_strdup_printf (_("%s per period covered"), counted);
    }
}

static char *
capitalise (const char *text)
{
  g_autofree char *first = NULL;

  if (text[0] == '\0')
    return g_strdup ("");
  first = g_utf8_strup (text, g_utf8_next_char (text) - text);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* "Allegations, warnings and convictions". */
static char *
join_names (FoiChart *self)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < self->series->len; i++)
    {
      FoiChartSeries *series = g_ptr_array_index (self->series, i);
      g_autofree char *lowered = foi_heading_dup_in_sentence (series->name);

      if (i > 0)
        g_string_append (joined, i + 1 == self->series->len ? _(" and ") : _(", "));
      g_string_append (joined, i == 0 ? series->name : lowered);
    }
  return g_string_free (joined, FALSE);
}

/* The title says what is drawn; what it shows is for the officer to say. */
char *
_foi_chart_make_title (FoiChart *self)
{
  g_autofree char *names = join_names (self);
  g_autofree char *by = foi_heading_dup_in_sentence (foi_column_get_title (self->x));
  g_autofree char *what = NULL;

  if (self->is_rate)
    what = add_period (self->period, names);
  /* Translators: the title of a chart: MASH calls answered, by reporting year. */
  return g_strdup_printf (_("%s, by %s"), what != NULL ? what : names, by);
}

/* What an amount of @column is an amount of: "Calls". Money and percentages say it themselves. */
static char *
make_unit_noun (FoiColumn *column)
{
  const char *unit = foi_column_get_unit (column);

  if (foi_column_get_currency_sign (column) != NULL
      || foi_column_get_value_type (column) == FOI_VALUE_PERCENTAGE || unit == NULL)
    return NULL;
  return capitalise (unit);
}

/* The title of the axis of values; NULL where its labels say everything. */
char *
_foi_chart_make_unit_title (FoiChart *self)
{
  FoiChartSeries *first = g_ptr_array_index (self->series, 0);

  if (self->is_rate)
    return _foi_chart_make_rate_title (first->column, self->period);
  return make_unit_noun (first->column);
}

/* "Calls per week", of a measure and what its coverage counts. */
char *
_foi_chart_make_rate_title (FoiColumn *measure, FoiChartPeriod period)
{
  g_autofree char *noun = make_unit_noun (measure);

  return add_period (period, noun != NULL ? noun : foi_column_get_title (measure));
}
