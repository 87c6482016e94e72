/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-private.h"

#include <glib/gi18n-lib.h>

#include "foi-number.h"

/* What a chart says, for those who do not see it (WCAG 2.2, 1.1.1). Every sentence is a claim that
 * holds of the published figures, and none compares a period covered in part with a whole one. */

/* A list of names says so many of them, and then how many more there are. */
#define MAX_NAMES 6
#define MAX_TIES 2

/* The points of a series that a sentence is about: indices of categories. */
typedef GArray Points;

typedef gboolean (*PointFunc) (FoiChart *chart, const FoiChartPoint *point);

static gboolean
has_value (FoiChart *chart, const FoiChartPoint *point)
{
  return point->shown.state == FOI_CELL_VALUE;
}

/* A rate evens out how much is covered; a count does not. */
static gboolean
can_be_compared (FoiChart *chart, const FoiChartPoint *point)
{
  return has_value (chart, point) && (chart->is_rate || !point->shown.part);
}

static gboolean
is_for_part (FoiChart *chart, const FoiChartPoint *point)
{
  return has_value (chart, point) && point->shown.part && !point->unsure;
}

static gboolean
is_unsure (FoiChart *chart, const FoiChartPoint *point)
{
  return has_value (chart, point) && point->unsure;
}

static Points *
select_points (FoiChart *chart, const FoiChartSeries *series, PointFunc is_wanted)
{
  Points *points = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < series->points->len; i++)
    if (is_wanted (chart, _foi_chart_series_get (series, i)))
      g_array_append_val (points, i);
  return points;
}

static const FoiChartPoint *
get_point (const FoiChartSeries *series, const Points *points, guint index)
{
  return _foi_chart_series_get (series, g_array_index (points, guint, index));
}

static const char *
get_name (FoiChart *chart, const Points *points, guint index)
{
  return foi_chart_get_category (chart, g_array_index (points, guint, index));
}

/* "a, b and c"; "a, b and 7 others" where there are more than @most. */
static char *
join (GPtrArray *names, guint most)
{
  GString *joined = g_string_new (NULL);
  guint shown = names->len > most + 1 ? most : names->len;
  guint others = names->len - shown;

  for (guint i = 0; i < shown; i++)
    {
      gboolean is_last = i + 1 == shown && others == 0;

      if (i > 0)
        /* Translators: these two join a list: a, b and c. */
        g_string_append (joined, is_last ? _(" and ") : _(", "));
      g_string_append (joined, g_ptr_array_index (names, i));
    }
  if (others > 0)
    /* Translators: the end of a list: …, and 7 others. Always two or more. */
    g_string_append_printf (joined, _(" and %u others"), others);
  return g_string_free (joined, FALSE);
}

static void
append (GString *out, char *sentence)
{
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, sentence);
  g_free (sentence);
}

/* The lowest and the highest number of some points. */
static void
find_range (const FoiChartSeries *series, const Points *points, gint64 *lowest, gint64 *highest)
{
  *lowest = *highest = get_point (series, points, 0)->number;
  for (guint i = 1; i < points->len; i++)
    {
      *lowest = MIN (*lowest, get_point (series, points, i)->number);
      *highest = MAX (*highest, get_point (series, points, i)->number);
    }
}

/* The names of the points that have @number. */
static char *
name_points (FoiChart *chart, const FoiChartSeries *series, const Points *points, gint64 number)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < points->len; i++)
    if (get_point (series, points, i)->number == number)
      g_ptr_array_add (names, (char *) get_name (chart, points, i));
  return join (names, MAX_TIES);
}

static void
describe_range (FoiChart *chart, const FoiChartSeries *series, const Points *values, GString *out)
{
  g_autofree char *low = NULL, *high = NULL;
  gint64 lowest, highest;

  if (values->len == 0)
    {
      append (out, g_strdup (_("No value is shown.")));
      return;
    }
  find_range (series, values, &lowest, &highest);
  low = _foi_chart_series_format (series, lowest);
  high = _foi_chart_series_format (series, highest);
  if (values->len == 1)
    /* Translators: of a chart with one value: the value, and the year or name it is for. */
    append (out, g_strdup_printf (_("The only value is %s, for %s."), low,
                                  get_name (chart, values, 0)));
  else if (lowest == highest && values->len == 2)
    append (out, g_strdup_printf (_("Both values are %s."), low));
  else if (lowest == highest)
    /* Translators: of a chart: how many values it has (three or more), and what each of them is. */
    append (out, g_strdup_printf (_("All %u values are %s."), values->len, low));
  else
    /* Translators: of a chart: how many values it has (two or more), the lowest and the highest. */
    append (out, g_strdup_printf (_("%u values, from %s to %s."), values->len, low, high));
}

/* Highest and lowest, among those that can be compared. */
static void
describe_extremes (FoiChart *chart, const FoiChartSeries *series, const Points *compared,
                   gboolean all, GString *out)
{
  g_autofree char *low = NULL, *high = NULL, *low_names = NULL, *high_names = NULL;
  gint64 lowest, highest;

  find_range (series, compared, &lowest, &highest);
  low = _foi_chart_series_format (series, lowest);
  high = _foi_chart_series_format (series, highest);
  low_names = name_points (chart, series, compared, lowest);
  high_names = name_points (chart, series, compared, highest);
  if (all && lowest != highest)
    /* Translators: which years or names have the highest and the lowest value of a chart. */
    append (out, g_strdup_printf (_("The highest is for %s, the lowest for %s."), high_names,
                                  low_names));
  else if (!all && lowest != highest)
    /* Translators: how many values of a chart are for whole periods (two or more); the highest of
     * them and the years it is for; the lowest of them and the years it is for. */
    append (out, g_strdup_printf (_("Of the %u values for whole periods, the highest is %s, for "
                                    "%s, and the lowest %s, for %s."),
                                  compared->len, high, high_names, low, low_names));
  else if (!all && compared->len == 2)
    append (out, g_strdup_printf (_("The two values for whole periods are both %s."), low));
  else if (!all)
    /* Translators: how many values of a chart are for whole periods (three or more), and what each
     * of them is. */
    append (out, g_strdup_printf (_("The %u values for whole periods are all %s."), compared->len,
                                  low));
}

/* The change as a part of what it began with, to the nearest whole percent, or to the tenth of one
 * below ten; NULL where there is none to speak of. */
static char *
format_change (gint64 first, gint64 change)
{
  g_autofree char *words = NULL;
  gint64 tenths = foi_number_divide (ABS (change), first, 3);
  gboolean is_whole = tenths >= 100;

  if (tenths == 0 || tenths == G_MAXINT64)
    return NULL;
  words = is_whole ? foi_number_to_words (foi_number_divide (ABS (change), first, 2), 0)
                   : foi_number_to_words (tenths, 1);
  return g_strconcat (words, "%", NULL);
}

/* By how much: "20,444 (54%)", "3.2 percentage points", "£50". */
static char *
format_difference (const FoiChartSeries *series, gint64 first, gint64 last)
{
  gint64 change = first < last ? last - first : first - last;
  g_autofree char *amount = NULL, *percent = NULL;

  if (foi_column_get_value_type (series->column) == FOI_VALUE_PERCENTAGE)
    {
      amount = foi_number_to_words (change, series->decimals);
      /* Translators: a difference between two percentages: 3.2 percentage points. */
      return g_strdup_printf (_("%s percentage points"), amount);
    }
  amount = _foi_chart_series_format (series, change);
  if (first > 0 && last >= 0)
    percent = format_change (first, change);
  if (percent == NULL)
    return g_steal_pointer (&amount);
  /* Translators: a change: 20,444 (54%). */
  return g_strdup_printf (_("%s (%s)"), amount, percent);
}

/* Numbers of 18 digits have room for their difference; others may not. */
static gboolean
has_difference (gint64 first, gint64 last)
{
  gint64 difference;

  return !__builtin_sub_overflow (first, last, &difference) && difference != G_MININT64;
}

static void
describe_change (FoiChart *chart, const FoiChartSeries *series, const Points *compared,
                 GString *out)
{
  gint64 first = get_point (series, compared, 0)->number;
  gint64 last = get_point (series, compared, compared->len - 1)->number;
  const char *from = get_name (chart, compared, 0);
  const char *to = get_name (chart, compared, compared->len - 1);
  g_autofree char *begin = _foi_chart_series_format (series, first);
  g_autofree char *end = _foi_chart_series_format (series, last);
  g_autofree char *difference = NULL;

  if (first == last)
    {
      /* Translators: of a chart over time: a value, its first year, its last year. */
      append (out, g_strdup_printf (_("It is the same, %s, for %s and for %s."), begin, from, to));
      return;
    }
  if (!has_difference (first, last))
    return;
  difference = format_difference (series, first, last);
  if (first < last)
    /* Translators: of a chart over time: its first year, its last year, the value of the first, the
     * value of the last, and by how much it is more, as in "20,444 (54%)". */
    append (out, g_strdup_printf (_("From %s to %s it rises from %s to %s, by %s."), from, to,
                                  begin, end, difference));
  else
    /* Translators: as above, where it is less. */
    append (out, g_strdup_printf (_("From %s to %s it falls from %s to %s, by %s."), from, to,
                                  begin, end, difference));
}

/* "2016/17 (20,049, 21 of 52 weeks)"; of a rate, "2016/17 (21 of 52 weeks)". */
static char *
list_parts (FoiChart *chart, const FoiChartSeries *series, const Points *parts)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < parts->len; i++)
    {
      const FoiChartPoint *point = get_point (series, parts, i);
      const char *name = get_name (chart, parts, i);

      g_ptr_array_add (items, chart->is_rate
                                  ? g_strdup_printf ("%s (%s)", name, point->covered)
                                  : g_strdup_printf ("%s (%s, %s)", name, point->shown.label,
                                                     point->covered));
    }
  return join (items, MAX_NAMES);
}

/* Part periods are said to be such, and that nothing follows from comparing them. */
static void
describe_parts (FoiChart *chart, const FoiChartSeries *series, guint n_values, GString *out)
{
  g_autoptr (GArray) parts = select_points (chart, series, is_for_part);
  g_autofree char *list = list_parts (chart, series, parts);
  guint n = parts->len;

  if (n == 0)
    return;
  if (n_values == 1 && !chart->is_rate)
    append (out, g_strdup_printf (_("It is for part of a period: %s."), list));
  else if (chart->is_rate)
    /* Translators: of a chart of averages. The list is as in "2016/17 (21 of 52 weeks)". */
    append (out, g_strdup_printf (ngettext ("%u value is an average over part of a period: %s.",
                                            "%u values are averages over part of a period: %s.",
                                            n), n, list));
  else if (n == n_values && n == 2)
    append (out, g_strdup_printf (_("Both values are for parts of periods, so they cannot be "
                                    "compared with each other: %s."), list));
  else if (n == n_values)
    /* Translators: three values or more. The list is as in "2016/17 (20,049, 21 of 52 weeks)". */
    append (out, g_strdup_printf (_("All %u values are for parts of periods, so they cannot be "
                                    "compared with one another: %s."), n, list));
  else
    /* Translators: the list is as in "2016/17 (20,049, 21 of 52 weeks)". */
    append (out, g_strdup_printf (ngettext ("%u value is for part of a period, so it cannot be "
                                            "compared with the others: %s.",
                                            "%u values are for parts of periods, so they cannot be "
                                            "compared with the others: %s.", n), n, list));
}

static char *
list_names (FoiChart *chart, const Points *points)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < points->len; i++)
    g_ptr_array_add (names, (char *) get_name (chart, points, i));
  return join (names, MAX_NAMES);
}

static void
describe_unsure (FoiChart *chart, const FoiChartSeries *series, GString *out)
{
  g_autoptr (GArray) points = select_points (chart, series, is_unsure);
  g_autofree char *names = list_names (chart, points);

  if (points->len > 0)
    /* Translators: years whose value may be for part of the year only. */
    append (out, g_strdup_printf (_("How much of the period is covered is not known for %s, so "
                                    "nothing can be compared with that."), names));
}

static void
describe_gaps (FoiChart *chart, const FoiChartSeries *series, GString *out)
{
  for (FoiCellState state = FOI_CELL_BLANK; state <= FOI_CELL_LOW; state++)
    {
      g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *names = NULL;

      for (guint i = 0; i < series->points->len; i++)
        if (_foi_chart_series_get (series, i)->shown.state == state)
          g_array_append_val (gaps, i);
      if (gaps->len == 0)
        continue;
      names = list_names (chart, gaps);
      /* Translators: years or names without a value, and why: withheld, not available, blank. */
      append (out, g_strdup_printf (_("There is no value for %s: %s."), names,
                                    foi_cell_state_to_words (state)));
    }
}

static void
describe_series (FoiChart *chart, const FoiChartSeries *series, GString *out)
{
  g_autoptr (GArray) values = select_points (chart, series, has_value);
  g_autoptr (GArray) compared = select_points (chart, series, can_be_compared);
  gboolean all = compared->len == values->len;

  describe_range (chart, series, values, out);
  if (compared->len == 1 && !all)
    /* Translators: the one year of a chart whose value is for the whole year. */
    append (out, g_strdup_printf (_("Only the value for %s is for a whole period."),
                                  get_name (chart, compared, 0)));
  if (compared->len > 1)
    {
      gint64 lowest, highest;

      describe_extremes (chart, series, compared, all, out);
      find_range (series, compared, &lowest, &highest);
      if (chart->has_periods && lowest != highest)
        describe_change (chart, series, compared, out);
    }
  describe_parts (chart, series, values->len, out);
  describe_unsure (chart, series, out);
  describe_gaps (chart, series, out);
}

/* Names without room below columns stand beside bars; so only bars are surely what they are. */
static void
describe_subject (FoiChart *chart, GString *out)
{
  guint n = foi_chart_get_n_categories (chart);
  g_autofree char *span = NULL;
  const char *subject = chart->title;

  if (chart->has_periods && n > 1)
    {
      /* Translators: the title of a chart, its first year and its last. */
      span = g_strdup_printf (_("%s, %s to %s"), chart->title, foi_chart_get_category (chart, 0),
                              foi_chart_get_category (chart, n - 1));
      subject = span;
    }
  if (!chart->has_periods && chart->kind != FOI_CHART_BARS)
    {
      append (out, g_strdup_printf (_("Chart: %s."), subject));
      return;
    }
  switch (chart->kind)
    {
    case FOI_CHART_COLUMNS:
      append (out, g_strdup_printf (_("Column chart: %s."), subject));
      break;
    case FOI_CHART_BARS:
      append (out, g_strdup_printf (_("Bar chart: %s."), subject));
      break;
    case FOI_CHART_LINE:
      append (out, g_strdup_printf (_("Line chart: %s."), subject));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Where the table leaves periods out altogether. */
static void
describe_holes (FoiChart *chart, GString *out)
{
  for (guint i = 1; i < foi_chart_get_n_categories (chart); i++)
    if (!foi_chart_follows (chart, i))
      /* Translators: two years that stand side by side in a chart though years lie between them. */
      append (out, g_strdup_printf (_("There is nothing for the time between %s and %s."),
                                    foi_chart_get_category (chart, i - 1),
                                    foi_chart_get_category (chart, i)));
}

char *
_foi_chart_describe (FoiChart *self)
{
  GString *out = g_string_new (NULL);

  describe_subject (self, out);
  for (guint i = 0; i < self->series->len; i++)
    {
      const FoiChartSeries *series = g_ptr_array_index (self->series, i);

      if (self->series->len > 1)
        /* Translators: the name of a series of a chart; what is said of it follows. */
        append (out, g_strdup_printf (_("%s:"), series->name));
      describe_series (self, series, out);
    }
  describe_holes (self, out);
  return g_string_free (out, FALSE);
}
