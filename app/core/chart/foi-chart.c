/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-private.h"

#include <glib/gi18n-lib.h>

#include "foi-chart-order.h"
#include "foi-error.h"

G_DEFINE_BOXED_TYPE (FoiChart, foi_chart, foi_chart_ref, foi_chart_unref)

static void
clear_category (gpointer data)
{
  FoiChartCategory *category = data;

  g_free (category->name);
}

/* What the coverage of @measure is counted in; @coverage (nullable) is the column that has it. */
static FoiChartPeriod
find_period (FoiColumn *measure, FoiColumn *coverage)
{
  if (coverage == NULL || foi_column_get_value_type (measure) == FOI_VALUE_PERCENTAGE)
    return FOI_CHART_PERIOD_NONE;
  return _foi_chart_find_period (coverage);
}

static gboolean
add_series (FoiChart *self, FoiPublication *publication, guint measure, const GArray *rows,
            GError **error)
{
  FoiColumn *column = foi_publication_get_column (publication, measure);
  int found = _foi_chart_find_coverage (publication, column);
  FoiColumn *coverage = found < 0 ? NULL : foi_publication_get_column (publication, (guint) found);
  FoiChartPeriod period = find_period (column, coverage);
  gboolean is_first = self->series->len == 0;

  if (self->is_rate
      && (period == FOI_CHART_PERIOD_NONE || (!is_first && period != self->period)))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("\"%s\" cannot be charted by week or month: no column of coverage says for "
                     "how many its values are."),
                   foi_column_get_title (column));
      return FALSE;
    }
  if (is_first)
    self->period = period;
  else if (period != self->period)
    self->period = FOI_CHART_PERIOD_NONE;
  if (self->coverage_unit == NULL && coverage != NULL)
    self->coverage_unit = _foi_chart_dup_coverage_unit (coverage);
  g_ptr_array_add (self->series,
                   _foi_chart_series_new (publication, measure, rows, self->is_rate));
  return TRUE;
}

/* Values in the short form of the ticks, "£1.42m": all of them or none. */
static void
shorten_values (FoiChart *self, const FoiChartScale *scale)
{
  gboolean all = TRUE;

  for (guint i = 0; all && i < self->series->len; i++)
    all = _foi_chart_series_shorten (g_ptr_array_index (self->series, i), scale);
  for (guint i = 0; !all && i < self->series->len; i++)
    _foi_chart_series_shorten (g_ptr_array_index (self->series, i), NULL);
}

/* The ticks hold the values of all series; a chart without any value has no scale. */
static void
add_ticks (FoiChart *self)
{
  FoiChartSeries *first = g_ptr_array_index (self->series, 0);
  gboolean is_percentage = foi_column_get_value_type (first->column) == FOI_VALUE_PERCENTAGE;
  gboolean any = FALSE;
  double lowest = 0.0, highest = 0.0;
  int decimals = 0;
  FoiChartScale scale;

  for (guint i = 0; i < self->series->len; i++)
    {
      const FoiChartSeries *series = g_ptr_array_index (self->series, i);

      decimals = MAX (decimals, series->decimals);
      for (guint j = 0; j < series->points->len; j++)
        {
          const FoiChartValue *value = &_foi_chart_series_get (series, j)->shown;

          any = any || value->state == FOI_CELL_VALUE;
          lowest = MIN (lowest, value->value);
          highest = MAX (highest, value->value);
        }
    }
  if (!any)
    return;
  foi_chart_scale_init (&scale, lowest, highest, decimals);
  for (guint i = 0; i < foi_chart_scale_get_n_ticks (&scale); i++)
    {
      double tick = foi_chart_scale_get_tick (&scale, i);

      g_array_append_val (self->ticks, tick);
      g_ptr_array_add (self->tick_labels,
                       foi_chart_scale_format_tick (&scale, i,
                                                    foi_column_get_currency_sign (first->column),
                                                    is_percentage ? "%" : ""));
    }
  shorten_values (self, &scale);
}

static gboolean
is_said (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static void
add_words (FoiChart *self, const FoiChartSpec *spec)
{
  FoiChartSeries *first = g_ptr_array_index (self->series, 0);

  self->title = is_said (spec->title) ? g_strdup (spec->title) : _foi_chart_make_title (self);
  self->unit_title = _foi_chart_make_unit_title (self);
  if (self->period != FOI_CHART_PERIOD_NONE)
    self->rate_title = _foi_chart_make_rate_title (first->column, self->period);
  self->description = is_said (spec->alt) ? g_strdup (spec->alt) : _foi_chart_describe (self);
}

/**
 * foi_chart_new:
 * @publication: what may be shown of a table
 * @spec: (nullable): the member "foi:chart" of the table; %NULL for the chart that is proposed
 * @error: set to an error of %FOI_ERROR, which says what to choose otherwise
 *
 * Works a chart out. Values that are withheld or not available are gaps; periods covered less than
 * whole are marked as parts, because a bare comparison with whole ones misleads; rows of totals are
 * left out. Bars of one series stand in the order of their values, unless their names have one.
 *
 * Returns: (transfer full) (nullable): the chart.
 */
FoiChart *
foi_chart_new (FoiPublication *publication, JsonNode *spec, GError **error)
{
  g_autoptr (FoiChart) self = NULL;
  g_autoptr (FoiChartSpec) chosen = NULL;
  g_autoptr (GArray) rows = NULL;
  guint x;

  g_return_val_if_fail (publication != NULL, NULL);

  chosen = foi_chart_spec_new (publication, spec, error);
  if (chosen == NULL)
    return NULL;
  x = (guint) foi_publication_find_column (publication, chosen->x);
  rows = _foi_chart_list_rows (publication, x, error);
  if (rows == NULL)
    return NULL;
  if (chosen->kind == FOI_CHART_BARS && chosen->y[1] == NULL
      && !_foi_chart_is_period (foi_publication_get_column (publication, x)))
    _foi_chart_order_bars (publication, x,
                           (guint) foi_publication_find_column (publication, chosen->y[0]),
                           chosen->rate, rows);

  self = g_new0 (FoiChart, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = chosen->kind;
  self->in_letter = chosen->in_letter;
  self->is_rate = chosen->rate;
  self->x = foi_column_ref (foi_publication_get_column (publication, x));
  self->has_periods = _foi_chart_is_period (self->x);
  self->categories = _foi_chart_list_categories (publication, x, rows);
  g_array_set_clear_func (self->categories, clear_category);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) _foi_chart_series_free);
  self->ticks = g_array_new (FALSE, FALSE, sizeof (double));
  self->tick_labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; chosen->y[i] != NULL; i++)
    {
      int measure = foi_publication_find_column (publication, chosen->y[i]);

      if (!add_series (self, publication, (guint) measure, rows, error))
        return NULL;
    }
  add_ticks (self);
  add_words (self, chosen);
  return g_steal_pointer (&self);
}

FoiChart *
foi_chart_ref (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foi_chart_unref (FoiChart *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  foi_column_unref (self->x);
  g_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_array_unref (self->ticks);
  g_ptr_array_unref (self->tick_labels);
  g_free (self->coverage_unit);
  g_free (self->title);
  g_free (self->unit_title);
  g_free (self->rate_title);
  g_free (self->description);
  g_free (self);
}

/**
 * foi_chart_get_kind:
 * @self: a chart
 *
 * Returns: what its values are drawn as.
 */
FoiChartKind
foi_chart_get_kind (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, FOI_CHART_COLUMNS);

  return self->kind;
}

/**
 * foi_chart_is_in_letter:
 * @self: a chart
 *
 * Returns: whether the officer wants it in the letter.
 */
gboolean
foi_chart_is_in_letter (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->in_letter;
}

/**
 * foi_chart_is_rate:
 * @self: a chart
 *
 * Returns: whether its values are amounts for each week or month available.
 */
gboolean
foi_chart_is_rate (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_rate;
}

/**
 * foi_chart_has_periods:
 * @self: a chart
 *
 * Returns: whether its categories are years, months or days in their order: some of their labels
 *   can then be left out, since a reader knows what stands between.
 */
gboolean
foi_chart_has_periods (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_periods;
}

/**
 * foi_chart_has_months:
 * @self: a chart
 *
 * Returns: whether its categories are months, of which twelve make a year.
 */
gboolean
foi_chart_has_months (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return foi_column_get_value_type (self->x) == FOI_VALUE_MONTH;
}

/**
 * foi_chart_get_title:
 * @self: a chart
 *
 * Returns: the officer's own title, else one that says what is drawn.
 */
const char *
foi_chart_get_title (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * foi_chart_get_description:
 * @self: a chart
 *
 * Returns: the officer's own description, else the one made of the figures, for those who do not
 *   see the chart (WCAG 2.2, success criterion 1.1.1).
 */
const char *
foi_chart_get_description (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->description;
}

/**
 * foi_chart_get_n_categories:
 * @self: a chart
 *
 * Returns: how many columns, bars or points each series has, gaps among them.
 */
guint
foi_chart_get_n_categories (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->categories->len;
}

/**
 * foi_chart_get_category:
 * @self: a chart
 * @index: less than the number of categories
 *
 * Returns: its name, as it stands below its column: `2016/17`.
 */
const char *
foi_chart_get_category (FoiChart *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->categories->len, NULL);

  return g_array_index (self->categories, FoiChartCategory, index).name;
}

/**
 * foi_chart_follows:
 * @self: a chart
 * @index: less than the number of categories
 *
 * Returns: %FALSE when the table leaves periods out between this one and the one before, so that
 *   no line may join the two.
 */
gboolean
foi_chart_follows (FoiChart *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->categories->len, FALSE);

  return g_array_index (self->categories, FoiChartCategory, index).follows;
}

/**
 * foi_chart_get_n_series:
 * @self: a chart
 *
 * Returns: how many series it has: 1 to %FOI_CHART_MAX_SERIES.
 */
guint
foi_chart_get_n_series (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->series->len;
}

/**
 * foi_chart_get_series_name:
 * @self: a chart
 * @series: less than the number of series
 *
 * Returns: the heading of its column.
 */
const char *
foi_chart_get_series_name (FoiChart *self, guint series)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, NULL);

  return ((FoiChartSeries *) g_ptr_array_index (self->series, series))->name;
}

static const FoiChartPoint *
get_point (FoiChart *self, guint series, guint category)
{
  return _foi_chart_series_get (g_ptr_array_index (self->series, series), category);
}

/**
 * foi_chart_get_value:
 * @self: a chart
 * @series: less than the number of series
 * @category: less than the number of categories
 *
 * Returns: (transfer none): what is drawn there; it lives as long as the chart.
 */
const FoiChartValue *
foi_chart_get_value (FoiChart *self, guint series, guint category)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, NULL);
  g_return_val_if_fail (category < self->categories->len, NULL);

  return &get_point (self, series, category)->shown;
}

/**
 * foi_chart_dup_value_text:
 * @self: a chart
 * @series: less than the number of series
 * @category: less than the number of categories
 *
 * Returns: (transfer full): everything there is to say of one value:
 *   `Calls answered, 2019/20: 10,066 · 27 of 52 weeks · 373 a week`.
 */
char *
foi_chart_dup_value_text (FoiChart *self, guint series, guint category)
{
  const FoiChartPoint *point;
  GString *text;

  g_return_val_if_fail (self != NULL && series < self->series->len, NULL);
  g_return_val_if_fail (category < self->categories->len, NULL);

  point = get_point (self, series, category);
  text = g_string_new (NULL);
  /* Translators: what is charted and of which year; the value follows. */
  g_string_append_printf (text, _("%s, %s:"), foi_chart_get_series_name (self, series),
                          foi_chart_get_category (self, category));
  g_string_append_c (text, ' ');
  if (point->count != NULL)
    g_string_append (text, point->count);
  else if (point->shown.state == FOI_CELL_VALUE)
    g_string_append (text, point->shown.label);
  else
    g_string_append_printf (text, is_said (point->shown.label) ? "%s %s" : "%s%s",
                            point->shown.label, foi_cell_state_to_words (point->shown.state));
  if (point->covered != NULL)
    g_string_append_printf (text, " · %s", point->covered);
  if (point->rate != NULL)
    g_string_append_printf (text, " · %s", point->rate);
  return g_string_free (text, FALSE);
}

/**
 * foi_chart_get_n_ticks:
 * @self: a chart
 *
 * Returns: how many ticks the axis of values has; 0 when there is no value.
 */
guint
foi_chart_get_n_ticks (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->ticks->len;
}

/**
 * foi_chart_get_tick:
 * @self: a chart
 * @index: less than the number of ticks
 *
 * Returns: where it is, in the unit of the values, the lowest first.
 */
double
foi_chart_get_tick (FoiChart *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->ticks->len, 0.0);

  return g_array_index (self->ticks, double, index);
}

/**
 * foi_chart_get_tick_label:
 * @self: a chart
 * @index: less than the number of ticks
 *
 * Returns: the tick as it is printed: `40,000`, `£0.5m`.
 */
const char *
foi_chart_get_tick_label (FoiChart *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->ticks->len, NULL);

  return g_ptr_array_index (self->tick_labels, index);
}

/**
 * foi_chart_get_unit_title:
 * @self: a chart
 *
 * Returns: (nullable): what the values are amounts of: `Calls`; %NULL where the ticks say it.
 */
const char *
foi_chart_get_unit_title (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unit_title;
}

/**
 * foi_chart_get_rate_title:
 * @self: a chart
 *
 * Returns: (nullable): what the values are called when they are divided by their coverage:
 *   `Calls per week`; %NULL when they cannot be.
 */
const char *
foi_chart_get_rate_title (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rate_title;
}

/**
 * foi_chart_get_coverage_unit:
 * @self: a chart
 *
 * Returns: (nullable): what coverage is counted in: `weeks`.
 */
const char *
foi_chart_get_coverage_unit (FoiChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->coverage_unit;
}

static gboolean
points_equal (const FoiChartPoint *a, const FoiChartPoint *b)
{
  return a->shown.state == b->shown.state && a->shown.part == b->shown.part
         && a->number == b->number && g_strcmp0 (a->shown.label, b->shown.label) == 0
         && g_strcmp0 (a->covered, b->covered) == 0 && g_strcmp0 (a->count, b->count) == 0
         && g_strcmp0 (a->rate, b->rate) == 0;
}

static gboolean
series_equal (const FoiChartSeries *a, const FoiChartSeries *b)
{
  if (a->points->len != b->points->len || a->decimals != b->decimals
      || !g_str_equal (a->name, b->name))
    return FALSE;
  for (guint i = 0; i < a->points->len; i++)
    if (!points_equal (_foi_chart_series_get (a, i), _foi_chart_series_get (b, i)))
      return FALSE;
  return TRUE;
}

/**
 * foi_chart_equal:
 * @a: a chart
 * @b: a chart
 *
 * Returns: whether both look and read the same.
 */
gboolean
foi_chart_equal (FoiChart *a, FoiChart *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->kind != b->kind || a->in_letter != b->in_letter || a->is_rate != b->is_rate
      || a->categories->len != b->categories->len || a->series->len != b->series->len
      || a->ticks->len != b->ticks->len || !g_str_equal (a->title, b->title)
      || !g_str_equal (a->description, b->description)
      || foi_chart_has_months (a) != foi_chart_has_months (b)
      || g_strcmp0 (a->unit_title, b->unit_title) != 0
      || g_strcmp0 (a->coverage_unit, b->coverage_unit) != 0)
    return FALSE;
  for (guint i = 0; i < a->categories->len; i++)
    if (!g_str_equal (foi_chart_get_category (a, i), foi_chart_get_category (b, i))
        || foi_chart_follows (a, i) != foi_chart_follows (b, i))
      return FALSE;
  for (guint i = 0; i < a->ticks->len; i++)
    if (!g_str_equal (foi_chart_get_tick_label (a, i), foi_chart_get_tick_label (b, i)))
      return FALSE;
  for (guint i = 0; i < a->series->len; i++)
    if (!series_equal (g_ptr_array_index (a->series, i), g_ptr_array_index (b->series, i)))
      return FALSE;
  return TRUE;
}
