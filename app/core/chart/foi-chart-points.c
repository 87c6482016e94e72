/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-number.h"

/* How much of a row's period a measure covers. */
typedef struct
{
  FoiColumn *column;    /* NULL: whole, as far as anybody says */
  FoiCell    cell;
  gboolean   is_known;
  gboolean   is_part;
} Coverage;

/* Whether the values of a column are periods that one after another make a time, so that what comes
 * first and what comes last can be said. */
gboolean
_foi_chart_is_period (FoiColumn *column)
{
  switch (foi_column_get_value_type (column))
    {
    case FOI_VALUE_DATE:
    case FOI_VALUE_MONTH:
    case FOI_VALUE_YEAR:
    case FOI_VALUE_FINANCIAL_YEAR:
      return TRUE;
    case FOI_VALUE_TEXT:
    case FOI_VALUE_INTEGER:
    case FOI_VALUE_DECIMAL:
    case FOI_VALUE_MONEY:
    case FOI_VALUE_PERCENTAGE:
    default:
      return foi_column_get_role (column) == FOI_ROLE_PERIOD;
    }
}

/* Whether the periods of a column are counted, so that it can be seen where one is missing. */
static gboolean
is_counted (FoiColumn *column)
{
  FoiValueType type = foi_column_get_value_type (column);

  return type == FOI_VALUE_MONTH || type == FOI_VALUE_YEAR || type == FOI_VALUE_FINANCIAL_YEAR;
}

/* A row and where it is in time. */
typedef struct
{
  guint    row;
  gboolean has_time;
  gint64   time;
} Place;

static int
compare_places (gconstpointer first, gconstpointer second)
{
  const Place *a = first, *b = second;

  if (a->has_time != b->has_time)
    return a->has_time ? -1 : 1;
  if (a->has_time && a->time != b->time)
    return a->time < b->time ? -1 : 1;
  return a->row < b->row ? -1 : a->row > b->row;
}

/* The rows charted (of guint), in order of time where @x says it: time runs to the right, even in
 * tables that begin with the newest. Totals are no bar among their parts. */
GArray *
_foi_chart_list_rows (FoiPublication *publication, guint x, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  FoiColumn *column = foi_publication_get_column (publication, x);
  FoiValueType type = foi_column_get_value_type (column);
  GArray *rows;

  for (guint i = 0; i < foi_publication_get_n_rows (publication); i++)
    {
      Place place = { .row = i };
      FoiCell cell;

      if (foi_publication_is_total_row (publication, i))
        continue;
      if (places->len == FOI_CHART_MAX_CATEGORIES)
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                       _("A chart shows at most %d rows; this table has more."),
                       FOI_CHART_MAX_CATEGORIES);
          return NULL;
        }
      if (is_counted (column) || type == FOI_VALUE_DATE)
        {
          foi_publication_get_cell (publication, i, x, &cell);
          place.has_time = cell.state == FOI_CELL_VALUE;
          place.time = place.has_time ? cell.number : 0;
        }
      g_array_append_val (places, place);
    }
  if (is_counted (column) || type == FOI_VALUE_DATE)
    g_array_sort (places, compare_places);
  rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (rows, g_array_index (places, Place, i).row);
  return rows;
}

static gboolean
get_time (FoiPublication *publication, guint row, guint x, gint64 *time)
{
  FoiCell cell;

  foi_publication_get_cell (publication, row, x, &cell);
  *time = cell.state == FOI_CELL_VALUE ? cell.number : 0;
  return cell.state == FOI_CELL_VALUE;
}

/* The usual distance from one counted period to the next: the shortest there is. */
static gint64
find_pace (FoiPublication *publication, guint x, const GArray *rows)
{
  gint64 pace = 0, before, time;

  for (guint i = 1; i < rows->len; i++)
    if (get_time (publication, g_array_index (rows, guint, i - 1), x, &before)
        && get_time (publication, g_array_index (rows, guint, i), x, &time) && time > before
        && (pace == 0 || time - before < pace))
      pace = time - before;
  return pace;
}

/* The categories (of FoiChartCategory), one for each of @rows. */
GArray *
_foi_chart_list_categories (FoiPublication *publication, guint x, const GArray *rows)
{
  GArray *categories = g_array_sized_new (FALSE, FALSE, sizeof (FoiChartCategory), rows->len);
  gboolean counted = is_counted (foi_publication_get_column (publication, x));
  gint64 pace = counted ? find_pace (publication, x, rows) : 0;

  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      FoiChartCategory category = { foi_publication_format (publication, row, x), TRUE };
      gint64 before, time;

      if (category.name == NULL || category.name[0] == '\0')
        {
          g_free (category.name);
          /* Translators: stands for a row of a chart that has no name yet. */
          category.name = g_strdup_printf (_("row %u"), row + 1);
        }
      if (counted && i > 0)
        category.follows = !get_time (publication, g_array_index (rows, guint, i - 1), x, &before)
                           || !get_time (publication, row, x, &time) || time - before <= pace;
      g_array_append_val (categories, category);
    }
  return categories;
}

/* The column that says how much of each period @measure covers, or -1. */
int
_foi_chart_find_coverage (FoiPublication *publication, FoiColumn *measure)
{
  for (guint i = 0; i < foi_publication_get_n_columns (publication); i++)
    {
      FoiColumn *column = foi_publication_get_column (publication, i);

      if (foi_column_get_role (column) == FOI_ROLE_COVERAGE && foi_column_is_numeric (column)
          && g_strv_contains (foi_column_get_covers (column), foi_column_get_name (measure)))
        return (int) i;
    }
  return -1;
}

static gboolean
is_percentage (FoiColumn *column)
{
  return foi_column_get_value_type (column) == FOI_VALUE_PERCENTAGE;
}

/* What whole coverage is, as its cells are counted; 0 where nobody says. */
static gint64
get_whole (FoiColumn *coverage)
{
  gint64 whole = is_percentage (coverage) ? 100 : foi_column_get_of (coverage);

  for (int i = 0; i < foi_column_get_decimals (coverage); i++)
    whole *= 10;
  return whole;
}

/* Part-covered is less than whole (so also 51 of 52). What nobody has filled in is not known to be
 * whole, so it is not drawn as if it were. */
static Coverage
get_coverage (FoiPublication *publication, guint row, int column)
{
  Coverage self = { NULL };

  if (column < 0)
    return self;
  self.column = foi_publication_get_column (publication, (guint) column);
  foi_publication_get_cell (publication, row, (guint) column, &self.cell);
  self.is_known = self.cell.state == FOI_CELL_VALUE;
  if (self.is_known)
    self.is_part = get_whole (self.column) > 0 && self.cell.number < get_whole (self.column);
  else
    self.is_part = self.cell.state != FOI_CELL_NOT_APPLICABLE;
  return self;
}

/* "21 of 52"; NULL where there is nothing to say. */
static char *
format_coverage (const Coverage *self)
{
  g_autofree char *covered = NULL;

  if (self->column == NULL || (!self->is_known && !self->is_part))
    return NULL;
  if (!self->is_known)
    /* Translators: below a column of a chart: nobody knows for how many weeks. */
    return g_strdup (_("not known"));
  covered = foi_column_format (self->column, &self->cell);
  if (is_percentage (self->column) || foi_column_get_of (self->column) == 0)
    return g_steal_pointer (&covered);
  /* Translators: below a column of a chart: 21 of 52 (weeks of a year). */
  return g_strdup_printf (_("%s of %d"), covered, foi_column_get_of (self->column));
}

/* "21 of 52 weeks". */
static char *
format_covered (const Coverage *self, const char *short_form)
{
  g_autofree char *unit = NULL;

  if (short_form == NULL)
    return NULL;
  if (!self->is_known)
    return g_strdup (_("coverage not known"));
  unit = _foi_chart_dup_coverage_unit (self->column);
  if (unit == NULL)
    return g_strdup (short_form);
  /* Translators: how much of a period a value covers: 21 of 52, weeks. */
  return g_strdup_printf (_("%s %s"), short_form, unit);
}

/* A rate has one more digit than a count, and pence where there is money. */
static int
get_more_decimals (FoiColumn *measure)
{
  int decimals = foi_column_get_decimals (measure);

  if (foi_column_get_currency_sign (measure) != NULL)
    return MAX (0, 2 - decimals);
  return decimals < FOI_MAX_DECIMALS ? 1 : 0;
}

/* The amount for one week (or month…) available. */
static gboolean
divide (const FoiCell *value, const Coverage *coverage, int more_decimals, gint64 *out)
{
  int shift;

  if (value->state != FOI_CELL_VALUE || coverage->column == NULL || !coverage->is_known
      || coverage->cell.number <= 0)
    return FALSE;
  shift = more_decimals + foi_column_get_decimals (coverage->column);
  if (shift > FOI_MAX_DECIMALS)
    return FALSE;
  *out = foi_number_divide (value->number, coverage->cell.number, shift);
  return TRUE;
}

static char *
format_amount (FoiColumn *column, gint64 number, int decimals)
{
  g_autofree char *words = foi_number_to_words (number, decimals);
  const char *sign = foi_column_get_currency_sign (column);
  gboolean is_negative = words[0] == '-';

  return g_strconcat (is_negative ? "-" : "", sign != NULL ? sign : "",
                      words + (is_negative ? 1 : 0),
                      is_percentage (column) ? "%" : "", NULL);
}

/* "373 a week": to the nearest whole one where that has three digits, else to the tenth. */
static char *
format_rate (FoiColumn *measure, const FoiCell *value, const Coverage *coverage,
             FoiChartPeriod period)
{
  g_autofree char *amount = NULL;
  gboolean is_money = foi_column_get_currency_sign (measure) != NULL;
  gint64 whole, fine;
  int decimals = foi_column_get_decimals (measure);

  if (period == FOI_CHART_PERIOD_NONE || is_percentage (measure)
      || !divide (value, coverage, get_more_decimals (measure), &fine))
    return NULL;
  if (decimals == 0 && !is_money && divide (value, coverage, 0, &whole)
      && (whole >= 100 || whole <= -100))
    amount = format_amount (measure, whole, 0);
  else
    amount = format_amount (measure, fine, decimals + get_more_decimals (measure));
  return _foi_chart_say_for_one (period, amount);
}

static void
fill_point (FoiChartSeries *self, FoiChartPoint *point, const FoiCell *cell,
            const Coverage *coverage, gboolean is_rate)
{
  FoiChartPeriod period = FOI_CHART_PERIOD_NONE;

  if (coverage->column != NULL)
    period = _foi_chart_find_period (coverage->column);
  point->shown.state = (FoiCellState) cell->state;
  point->number = cell->state == FOI_CELL_VALUE ? cell->number : 0;
  point->shown.part = coverage->is_part;
  point->unsure = coverage->is_part && !coverage->is_known;
  point->shown.coverage = format_coverage (coverage);
  point->covered = format_covered (coverage, point->shown.coverage);
  point->rate = format_rate (self->column, cell, coverage, period);
  if (is_rate && cell->state == FOI_CELL_VALUE)
    {
      point->count = foi_column_format (self->column, cell);
      if (!divide (cell, coverage, get_more_decimals (self->column), &point->number))
        point->shown.state = FOI_CELL_NOT_AVAILABLE;
    }
  if (point->shown.state != FOI_CELL_VALUE)
    {
      point->shown.part = FALSE;
      point->unsure = FALSE;
      /* Under a column there is no room for "fewer than 6". */
      point->shown.label
        = point->shown.state == FOI_CELL_SUPPRESSED && cell->state == FOI_CELL_SUPPRESSED
              && cell->number > 0
            ? g_strdup_printf ("<%" G_GINT64_FORMAT, cell->number)
            : g_strdup (foi_cell_state_to_mark (point->shown.state));
      return;
    }
  point->shown.label = _foi_chart_series_format (self, point->number);
  point->shown.value = (double) point->number / pow (10.0, self->decimals);
}

static void
clear_point (gpointer data)
{
  FoiChartPoint *point = data;

  g_free ((char *) point->shown.label);
  g_free ((char *) point->shown.brief);
  g_free ((char *) point->shown.coverage);
  g_free (point->count);
  g_free (point->rate);
  g_free (point->covered);
}

/* The series of one column, over @rows. */
FoiChartSeries *
_foi_chart_series_new (FoiPublication *publication, guint measure, const GArray *rows,
                       gboolean is_rate)
{
  FoiChartSeries *self = g_new0 (FoiChartSeries, 1);
  int coverage;

  self->column = foi_column_ref (foi_publication_get_column (publication, measure));
  self->name = g_strdup (foi_column_get_title (self->column));
  self->decimals = foi_column_get_decimals (self->column)
                   + (is_rate ? get_more_decimals (self->column) : 0);
  self->points = g_array_sized_new (FALSE, TRUE, sizeof (FoiChartPoint), rows->len);
  g_array_set_clear_func (self->points, clear_point);
  coverage = _foi_chart_find_coverage (publication, self->column);
  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      Coverage covered = get_coverage (publication, row, coverage);
      FoiChartPoint point = { .shown = { .part = FALSE } };
      FoiCell cell;

      foi_publication_get_cell (publication, row, measure, &cell);
      fill_point (self, &point, &cell, &covered, is_rate);
      g_array_append_val (self->points, point);
    }
  return self;
}

void
_foi_chart_series_free (FoiChartSeries *self)
{
  g_free (self->name);
  foi_column_unref (self->column);
  g_array_unref (self->points);
  g_free (self);
}

const FoiChartPoint *
_foi_chart_series_get (const FoiChartSeries *self, guint category)
{
  g_assert (category < self->points->len);

  return &g_array_index (self->points, FoiChartPoint, category);
}

/*
 * Gives each value its short form on @scale, or takes it away where that is NULL. FALSE where one
 * has none: for all have one or none has.
 */
gboolean
_foi_chart_series_shorten (FoiChartSeries *self, const FoiChartScale *scale)
{
  const char *sign = foi_column_get_currency_sign (self->column);

  for (guint i = 0; i < self->points->len; i++)
    {
      FoiChartPoint *point = &g_array_index (self->points, FoiChartPoint, i);

      g_free ((char *) point->shown.brief);
      point->shown.brief = NULL;
      if (scale == NULL || point->shown.state != FOI_CELL_VALUE)
        continue;
      point->shown.brief
          = foi_chart_scale_format_short (scale, point->number, self->decimals, sign);
      if (point->shown.brief == NULL)
        return FALSE;
    }
  return TRUE;
}

/* A number of the series as it is printed: `20,049`, `£1,384,928`, `12.5%`. */
char *
_foi_chart_series_format (const FoiChartSeries *self, gint64 number)
{
  return format_amount (self->column, number, self->decimals);
}
