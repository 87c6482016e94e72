/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "foi-chart-plan-private.h"
#include "foi-letter-style.h"

/* Names take up to this part of the width. */
#define MOST_NAMES 0.4
#define ROW_GAP 6.0
#define BAR_HEIGHT 14.0
#define BAR_OF_MANY 15.0
#define MOST_BAR 24.0
#define LEAST_SHARE 0.72
#define LEAST_PLOT 40.0
#define LEAST_SCALE 10.0
#define MOST_PASSES 16
#define VALUE_GAP 4.0

static guint
get_n_rows (const FoiChartPlan *self)
{
  return MAX (foi_chart_get_n_categories (self->chart), 1);
}

static FoiSetText *
set_name (FoiChartPlan *self, guint category)
{
  return _foi_chart_plan_set (self, foi_chart_get_category (self->chart, category), FOI_INK_ASKED,
                              FALSE, self->width * MOST_NAMES);
}

static double
get_axis_height (const FoiChartPlan *self)
{
  double pitch = _foi_chart_plan_get_pitch (self), height = FOI_CHART_LABEL_GAP;

  if (foi_chart_get_n_ticks (self->chart) > 0)
    height += pitch;
  if (foi_chart_get_unit_title (self->chart) != NULL)
    height += pitch;
  return height;
}

double
_foi_chart_plan_measure_bars (FoiChartPlan *self)
{
  guint n_series = foi_chart_get_n_series (self->chart);
  double bars = n_series == 1 ? BAR_HEIGHT : BAR_OF_MANY * n_series;
  double row = bars;

  for (guint i = 0; i < foi_chart_get_n_categories (self->chart); i++)
    {
      g_autoptr (FoiSetText) name = set_name (self, i);

      row = MAX (row, name->height);
    }
  return MAX (get_n_rows (self) * (row + ROW_GAP), LEAST_PLOT) + get_axis_height (self);
}

/* What stands at the end of a bar: its value, and what it covers. */
typedef struct
{
  FoiSetText *value;
  FoiSetText *coverage;
  double      width;
} BarEnd;

/* "21 of 52 weeks". */
static FoiSetText *
set_coverage (FoiChartPlan *self, const char *coverage)
{
  const char *unit = foi_chart_get_coverage_unit (self->chart);
  g_autofree char *text = NULL;

  if (unit != NULL && g_ascii_isdigit (coverage[0]))
    /* Translators: how much of a period a value covers: 21 of 52, weeks. */
    text = g_strdup_printf (_("%s %s"), coverage, unit);
  return _foi_chart_plan_set (self, text != NULL ? text : coverage, FOI_INK_PART, FALSE,
                              FOI_WIDTH_UNLIMITED);
}

static void
bar_end_init (BarEnd *end, FoiChartPlan *self, const FoiChartValue *value, gboolean written)
{
  gboolean is_value = value->state == FOI_CELL_VALUE;

  *end = (BarEnd) { NULL };
  if (!written)
    return;
  if (_foi_chart_plan_shows_nothing (value) || _foi_chart_plan_has_few_values (self))
    end->value = _foi_chart_plan_set (self, value->label, FOI_INK_TEXT, is_value,
                                      FOI_WIDTH_UNLIMITED);
  if (value->part && value->coverage != NULL)
    end->coverage = set_coverage (self, value->coverage);
  if (end->value != NULL && end->value->width > 0)
    end->width += VALUE_GAP + end->value->width;
  if (end->coverage != NULL)
    end->width += 2 * VALUE_GAP + end->coverage->width;
}

static void
bar_end_clear (BarEnd *end)
{
  g_clear_pointer (&end->value, foi_set_text_unref);
  g_clear_pointer (&end->coverage, foi_set_text_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BarEnd, bar_end_clear)

static double
measure_last_tick (FoiChartPlan *self)
{
  guint n_ticks = foi_chart_get_n_ticks (self->chart);

  return n_ticks == 0 ? 0.0
                      : _foi_chart_plan_measure (
                            self, foi_chart_get_tick_label (self->chart, n_ticks - 1), FALSE);
}

/* How far along the axis a bar ends, from 0 to 1, and how long what stands at its end is. */
typedef struct
{
  double   share;
  double   width;
  gboolean is_negative;
} Reach;

static GArray *
list_reaches (FoiChartPlan *self, double first, double last, gboolean written)
{
  GArray *reaches = g_array_new (FALSE, FALSE, sizeof (Reach));
  Reach last_tick = { 1.0, measure_last_tick (self) / 2, FALSE };

  g_array_append_val (reaches, last_tick);
  for (guint i = 0; i < foi_chart_get_n_series (self->chart); i++)
    for (guint j = 0; j < foi_chart_get_n_categories (self->chart); j++)
      {
        const FoiChartValue *value = foi_chart_get_value (self->chart, i, j);
        g_auto (BarEnd) end = { NULL };
        Reach reach = { (value->value - first) / (last - first), 0.0, value->value < 0 };

        bar_end_init (&end, self, value, written);
        reach.width = end.width;
        g_array_append_val (reaches, reach);
      }
  return reaches;
}

/* The longest bars still leave room for what stands at their ends, to both sides of zero: a shorter
 * scale needs more room before it, so it is shortened until both fit. */
static void
place_scale (FoiChartPlan *self, gboolean written)
{
  guint n_ticks = foi_chart_get_n_ticks (self->chart);
  double first, last, before = 0.0, width = self->plot.width;
  g_autoptr (GArray) reaches = NULL;

  self->zero = self->plot.x;
  if (n_ticks == 0)
    return;
  first = foi_chart_get_tick (self->chart, 0);
  last = foi_chart_get_tick (self->chart, n_ticks - 1);
  reaches = list_reaches (self, first, last, written);
  for (guint pass = 0; pass < MOST_PASSES; pass++)
    {
      for (guint i = 0; i < reaches->len; i++)
        {
          const Reach *reach = &g_array_index (reaches, Reach, i);

          if (reach->is_negative)
            before = MAX (before, reach->width - reach->share * width);
        }
      for (guint i = 0; i < reaches->len; i++)
        {
          const Reach *reach = &g_array_index (reaches, Reach, i);

          if (!reach->is_negative && reach->share > 0)
            width = MIN (width, (self->plot.width - before - reach->width) / reach->share);
        }
    }
  width = MAX (width, LEAST_SCALE);
  self->unit = width / (last - first);
  self->zero = self->plot.x + before - first * self->unit;
}

/* Labels of ticks from zero outwards, those that find no room left out. */
static void
add_ticks (FoiChartPlan *self)
{
  double bottom = self->plot.y + self->plot.height, taken = -FOI_CHART_GAP;

  for (guint i = 0; i < foi_chart_get_n_ticks (self->chart); i++)
    {
      double tick = foi_chart_get_tick (self->chart, i);
      double x = self->zero + tick * self->unit, left;
      FoiSetText *label = _foi_chart_plan_set (self, foi_chart_get_tick_label (self->chart, i),
                                               FOI_INK_ASKED, FALSE, FOI_WIDTH_UNLIMITED);

      _foi_chart_plan_add_line (self, (double[]) { x, self->plot.y }, (double[]) { x, bottom },
                                FOI_CHART_GRID, FOI_CHART_GRID_WIDTH, FALSE);
      left = CLAMP (x - label->width / 2, 0.0, self->width - label->width);
      if (left < taken + FOI_CHART_GAP)
        {
          foi_set_text_unref (label);
          continue;
        }
      taken = left + label->width;
      _foi_chart_plan_add_text (self, label, x, bottom + FOI_CHART_LABEL_GAP / 2,
                                FOI_CHART_MIDDLE);
    }
}

static void
add_bar (FoiChartPlan *self, guint series, guint category, double y, double height,
         gboolean written)
{
  const FoiChartValue *value = foi_chart_get_value (self->chart, series, category);
  double length = value->value * self->unit, pitch = _foi_chart_plan_get_pitch (self);
  double text_y = y + (height - pitch) / 2, x;
  FoiRect *rect = _foi_chart_plan_get_value (self, series, category);
  BarEnd end;

  *rect = (FoiRect) { MIN (self->zero, self->zero + length), y, fabs (length), height };
  bar_end_init (&end, self, value, written);
  if (value->state == FOI_CELL_VALUE)
    _foi_chart_plan_add_value (self, FOI_CHART_SHAPE_RECT, rect, series, value->part);
  else
    rect->width = MAX (end.width, pitch);
  x = value->value < 0 ? rect->x - end.width - VALUE_GAP
                       : (value->state == FOI_CELL_VALUE ? rect->x + rect->width : self->zero);
  if (end.width > 0)
    _foi_chart_plan_add_ground (self, &(FoiRect) { x + VALUE_GAP, text_y, end.width - VALUE_GAP,
                                                   pitch });
  x += VALUE_GAP;
  if (end.value != NULL)
    {
      double width = end.value->width;

      _foi_chart_plan_add_text (self, g_steal_pointer (&end.value), x, text_y,
                                value->state == FOI_CELL_VALUE ? FOI_CHART_BOLD : FOI_CHART_START);
      x += width + 2 * VALUE_GAP;
    }
  if (end.coverage != NULL)
    _foi_chart_plan_add_text (self, g_steal_pointer (&end.coverage), x, text_y, FOI_CHART_START);
  bar_end_clear (&end);
}

/* Names beside their bars; where the rows are too low for all of them, as many as fit. */
static void
add_names (FoiChartPlan *self, double row)
{
  double taken = -1.0;

  for (guint i = 0; i < foi_chart_get_n_categories (self->chart); i++)
    {
      FoiSetText *name = set_name (self, i);
      double y = self->plot.y + (i + 0.5) * row - name->height / 2;

      if (y < taken - 0.5)
        {
          foi_set_text_unref (name);
          continue;
        }
      taken = y + name->height;
      _foi_chart_plan_add_text (self, name, self->plot.x - FOI_CHART_LABEL_GAP, y, FOI_CHART_END);
    }
}

static double
measure_names (FoiChartPlan *self)
{
  double width = 0.0;

  for (guint i = 0; i < foi_chart_get_n_categories (self->chart); i++)
    {
      g_autoptr (FoiSetText) name = set_name (self, i);

      width = MAX (width, name->width);
    }
  return width + FOI_CHART_LABEL_GAP;
}

static void
add_axis (FoiChartPlan *self)
{
  const char *unit = foi_chart_get_unit_title (self->chart);
  double pitch = _foi_chart_plan_get_pitch (self), bottom = self->plot.y + self->plot.height;

  if (unit != NULL)
    _foi_chart_plan_add_text (self,
                              _foi_chart_plan_set (self, unit, FOI_INK_ASKED, FALSE, self->width),
                              self->plot.x, bottom + get_axis_height (self) - pitch,
                              FOI_CHART_START);
  _foi_chart_plan_add_line (self, (double[]) { self->zero, self->plot.y },
                            (double[]) { self->zero, bottom }, FOI_CHART_AXIS, 1.0, FALSE);
}

void
_foi_chart_plan_bars (FoiChartPlan *self, double top)
{
  guint n_series = foi_chart_get_n_series (self->chart);
  double left, row, bar;
  gboolean written;

  self->plot.height = self->height - top - get_axis_height (self);
  row = self->plot.height / get_n_rows (self);
  if (row < _foi_chart_plan_get_pitch (self))
    self->size = FOI_SMALL_SIZE;
  left = measure_names (self);
  self->plot = (FoiRect) { left, top, self->width - left, self->height - top
                                                              - get_axis_height (self) };
  if (self->plot.height < LEAST_PLOT / 2 || self->plot.width < LEAST_PLOT)
    {
      self->plot.height = -1.0;
      return;
    }
  row = self->plot.height / get_n_rows (self);
  bar = MIN (MAX (row - ROW_GAP, row * LEAST_SHARE) / n_series, MOST_BAR);
  written = (n_series == 1 ? row : bar) >= _foi_chart_plan_get_pitch (self);
  place_scale (self, written);
  add_ticks (self);
  for (guint i = 0; i < foi_chart_get_n_categories (self->chart); i++)
    for (guint j = 0; j < n_series; j++)
      add_bar (self, j, i, top + (i + 0.5) * row + (j - n_series / 2.0) * bar, bar, written);
  add_axis (self);
  add_names (self, row);
}
