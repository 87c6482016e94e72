/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "foi-chart-plan-private.h"
#include "foi-letter-style.h"

/* The part of the picture's width that the plot is high, and its bounds. */
#define PLOT_RATIO 0.36
#define LEAST_PLOT 110.0
#define MOST_PLOT 200.0
#define COMPACT_PLOT 100.0
#define LEAST_DRAWN 16.0
#define MOST_LINES 3
/* No name of a few letters fits into less. */
#define LEAST_SLOT 14.0
#define AXIS_AFTER 4.0
#define KEY_BEFORE 4.0

/* The largest that has room is taken. */
static const double sizes[] = { FOI_BODY_SIZE, 11.0, FOI_SMALL_SIZE };

/* What stands around the plot of columns or lines. */
typedef struct
{
  double   left, right;      /* the gutters' widths */
  double   slot;             /* what each category has */
  guint    every;            /* so many names share one label */
  gboolean has_coverage;     /* there is room to say it below each part */
  gboolean has_key;
  gboolean labelled;         /* values at their columns */
  double   names_height;
  double   coverage_height;
} Frame;

static double
measure_left (FoiChartPlan *self, gboolean with_coverage)
{
  double width = 0.0;

  for (guint i = 0; i < foi_chart_get_n_ticks (self->chart); i++)
    width = MAX (width, _foi_chart_plan_measure (
                            self, foi_chart_get_tick_label (self->chart, i), FALSE));
  if (with_coverage && foi_chart_get_coverage_unit (self->chart) != NULL
      && _foi_chart_plan_has_parts (self))
    width = MAX (width, _foi_chart_plan_measure (
                            self, foi_chart_get_coverage_unit (self->chart), FALSE));
  return width + FOI_CHART_LABEL_GAP;
}

/* Room for the names of lines at their ends. */
static double
measure_right (FoiChartPlan *self)
{
  double width = 0.0;

  if (!_foi_chart_plan_names_lines (self))
    return 0.0;
  for (guint i = 0; i < foi_chart_get_n_series (self->chart); i++)
    width = MAX (width, _foi_chart_plan_measure (
                            self, foi_chart_get_series_name (self->chart, i), FALSE));
  return width + _foi_chart_plan_get_key_width () + FOI_CHART_LABEL_GAP;
}

static double
get_slot (FoiChartPlan *self, gboolean with_coverage)
{
  guint n = MAX (foi_chart_get_n_categories (self->chart), 1);

  return (self->width - measure_left (self, with_coverage) - measure_right (self)) / n;
}

/* Whether @text finds room in @width on a few lines, without breaking a word. */
static gboolean
text_fits (FoiChartPlan *self, const char *text, double width)
{
  const FoiTextStyle style = { .size = self->size, .pitch = _foi_chart_plan_get_pitch (self) };
  g_autoptr (FoiSetText) set = NULL;

  if (_foi_chart_plan_measure (self, text, FALSE) <= width)
    return TRUE;
  if (foi_typesetter_measure_word (self->typesetter, &style, text) > width)
    return FALSE;
  set = _foi_chart_plan_set (self, text, FOI_INK_TEXT, FALSE, width);
  return set->lines->len <= MOST_LINES;
}

static gboolean
coverage_fits (FoiChartPlan *self)
{
  double width = get_slot (self, TRUE) - FOI_CHART_GAP;

  for (guint i = 0; i < foi_chart_get_n_categories (self->chart); i++)
    {
      const char *coverage = _foi_chart_plan_get_coverage (self, i);

      if (coverage != NULL && !text_fits (self, coverage, width))
        return FALSE;
    }
  return TRUE;
}

static gboolean
names_fit (FoiChartPlan *self, gboolean with_coverage)
{
  double slot = get_slot (self, with_coverage);

  if (slot < LEAST_SLOT)
    return FALSE;
  for (guint i = 0; i < foi_chart_get_n_categories (self->chart); i++)
    if (!text_fits (self, foi_chart_get_category (self->chart, i), slot - FOI_CHART_GAP))
      return FALSE;
  return !with_coverage || coverage_fits (self);
}

/* The largest size of letters in which every name stands below its own column, with what it
 * covers; else, the smallest without that. FALSE where not even the names fit. */
gboolean
_foi_chart_plan_choose_size (FoiChartPlan *self)
{
  for (guint with_coverage = 2; with_coverage-- > 0;)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        self->size = sizes[i];
        if (names_fit (self, with_coverage == 1))
          return TRUE;
      }
  return FALSE;
}

/* The longest name, by its letters: measuring a thousand takes too long. */
static const char *
find_longest (FoiChartPlan *self)
{
  const char *longest = "";

  for (guint i = 0; i < foi_chart_get_n_categories (self->chart); i++)
    {
      const char *name = foi_chart_get_category (self->chart, i);

      if (g_utf8_strlen (name, -1) > g_utf8_strlen (longest, -1))
        longest = name;
    }
  return longest;
}

static double
measure_widest_value (FoiChartPlan *self)
{
  double widest = 0.0;

  for (guint i = 0; i < foi_chart_get_n_series (self->chart); i++)
    for (guint j = 0; j < foi_chart_get_n_categories (self->chart); j++)
      widest = MAX (widest, _foi_chart_plan_measure_value (
                                self, foi_chart_get_value (self->chart, i, j)));
  return widest;
}

/* Whether each value can stand in the breadth of its column, and nothing else is there: with all
 * its digits, as large as may be, or else rounded. Text is as wide as its letters are large. */
static gboolean
values_fit (FoiChartPlan *self, double slot)
{
  guint n_series = foi_chart_get_n_series (self->chart);
  double width = n_series == 1 ? slot - 1.0 : _foi_chart_plan_get_column_width (self, slot);

  self->value_size = self->size;
  self->short_values = FALSE;
  if (!_foi_chart_plan_has_few_values (self) || (self->kind == FOI_CHART_LINE && n_series > 1))
    return FALSE;
  for (guint rounded = 0; rounded < 2; rounded++)
    {
      double widest;

      self->short_values = rounded == 1;
      widest = measure_widest_value (self);
      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        if (sizes[i] <= self->size && widest * sizes[i] / self->size <= width)
          {
            self->value_size = sizes[i];
            return TRUE;
          }
    }
  self->short_values = FALSE;
  return FALSE;
}

/* So many names share one label: as many as make a round number of years, or a part of one. */
static guint
get_round_every (FoiChartPlan *self, double least)
{
  static const guint years[] = { 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000 };
  static const guint months[] = { 1, 2, 3, 6, 12, 24, 60, 120, 240, 600 };
  const guint *steps = foi_chart_has_months (self->chart) ? months : years;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    if (steps[i] >= least)
      return steps[i];
  return (guint) ceil (least);
}

static double
get_lines_height (FoiChartPlan *self, const char *text, double width)
{
  g_autoptr (FoiSetText) set = _foi_chart_plan_set (self, text, FOI_INK_TEXT, FALSE, width);

  return set->height;
}

static void
measure_frame (FoiChartPlan *self, Frame *frame)
{
  guint n = foi_chart_get_n_categories (self->chart);
  gboolean fits = names_fit (self, TRUE);

  *frame = (Frame) { .every = 1, .names_height = _foi_chart_plan_get_pitch (self) };
  frame->has_coverage = fits && _foi_chart_plan_has_parts (self);
  frame->has_key = !fits && _foi_chart_plan_has_parts (self);
  frame->left = measure_left (self, frame->has_coverage);
  frame->right = measure_right (self);
  frame->slot = (self->width - frame->left - frame->right) / MAX (n, 1);
  if (!fits && !names_fit (self, FALSE))
    {
      double longest = _foi_chart_plan_measure (self, find_longest (self), FALSE);

      frame->every = get_round_every (self, (longest + 2 * FOI_CHART_GAP) / frame->slot);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      double width = frame->slot - FOI_CHART_GAP;
      const char *coverage = _foi_chart_plan_get_coverage (self, i);

      frame->names_height = MAX (
          frame->names_height,
          get_lines_height (self, foi_chart_get_category (self->chart, i), width));
      if (frame->has_coverage && coverage != NULL)
        frame->coverage_height
            = MAX (frame->coverage_height, get_lines_height (self, coverage, width));
    }
}

static double
get_foot_height (FoiChartPlan *self, const Frame *frame)
{
  return AXIS_AFTER + frame->names_height + frame->coverage_height
         + (frame->has_key ? KEY_BEFORE + _foi_chart_plan_get_pitch (self) : 0.0);
}

static double
get_head_height (FoiChartPlan *self)
{
  return foi_chart_get_unit_title (self->chart) != NULL ? _foi_chart_plan_get_pitch (self) + 2.0
                                                        : 0.0;
}

double
_foi_chart_plan_measure_upright (FoiChartPlan *self, gboolean compact)
{
  double plot = compact ? COMPACT_PLOT
                        : CLAMP (self->width * PLOT_RATIO, LEAST_PLOT, MOST_PLOT);
  Frame frame;

  measure_frame (self, &frame);
  return get_head_height (self) + _foi_chart_plan_get_pitch (self) + plot
         + get_foot_height (self, &frame);
}

/* Points that the plot leaves free at its @end so that what stands beyond the outermost value,
 * @room high, stays inside; the values take up the @share of the plot. */
static double
get_pad (double room, double share, double height)
{
  return share > 0.0 ? MAX (0.0, (room - (1.0 - share) * height) / share) : 0.0;
}

/* Puts the scale into the plot, between what must stay free above and below. */
static void
place_scale (FoiChartPlan *self, const Frame *frame)
{
  guint n_ticks = foi_chart_get_n_ticks (self->chart);
  double pitch = _foi_chart_plan_get_pitch (self);
  double room = frame->labelled ? pitch + 3.0 : 0.0;
  double height = self->plot.height, lowest, highest, first, last, above, below;

  if (n_ticks == 0)
    {
      self->zero = self->plot.y + self->plot.height;
      self->unit = 0.0;
      return;
    }
  first = foi_chart_get_tick (self->chart, 0);
  last = foi_chart_get_tick (self->chart, n_ticks - 1);
  _foi_chart_plan_get_range (self, &lowest, &highest);
  above = MAX (pitch / 2, get_pad (room, (highest - first) / (last - first), height));
  below = lowest < 0 ? get_pad (room, (last - lowest) / (last - first), height) : 0.0;
  height = MAX (height - above - below, LEAST_DRAWN / 2);
  self->unit = height / (last - first);
  self->zero = self->plot.y + above + last * self->unit;
}

static void
add_ticks (FoiChartPlan *self)
{
  double pitch = _foi_chart_plan_get_pitch (self), last_y = G_MAXDOUBLE;
  double left = self->plot.x, right = self->plot.x + self->plot.width;

  for (guint i = 0; i < foi_chart_get_n_ticks (self->chart); i++)
    {
      const char *label = foi_chart_get_tick_label (self->chart, i);
      double tick = foi_chart_get_tick (self->chart, i);
      double y = self->zero - tick * self->unit;

      if (fabs (tick * self->unit) > 0.1)
        _foi_chart_plan_add_line (self, (double[]) { left, y }, (double[]) { right, y },
                                  FOI_CHART_GRID, FOI_CHART_GRID_WIDTH, FALSE);
      if (last_y - y < pitch)
        continue;
      last_y = y;
      _foi_chart_plan_add_text (self,
                                _foi_chart_plan_set (self, label, FOI_INK_ASKED, FALSE,
                                                     FOI_WIDTH_UNLIMITED),
                                left - FOI_CHART_LABEL_GAP, y - pitch / 2, FOI_CHART_END);
    }
}

/* Names below, those of part periods with what they cover; one for @every few where not all fit. */
static void
add_names (FoiChartPlan *self, const Frame *frame, double y)
{
  double width = frame->slot * frame->every - FOI_CHART_GAP;
  double taken = self->plot.x - FOI_CHART_LABEL_GAP - FOI_CHART_GAP;

  for (guint i = 0; i < foi_chart_get_n_categories (self->chart); i += frame->every)
    {
      FoiSetText *name = _foi_chart_plan_set (self, foi_chart_get_category (self->chart, i),
                                              FOI_INK_ASKED, FALSE, width);
      double x = self->plot.x + (i + 0.5) * frame->slot;
      /* The first one may be wider than its column, but not stand below the labels of ticks. */
      double left = MAX (x - name->width / 2, self->plot.x - FOI_CHART_LABEL_GAP);

      if (left < taken + FOI_CHART_GAP || left + name->width > self->width)
        {
          foi_set_text_unref (name);
          continue;
        }
      taken = left + name->width;
      _foi_chart_plan_add_text (self, name, (left + taken) / 2, y, FOI_CHART_MIDDLE);
    }
}

static void
add_coverage (FoiChartPlan *self, const Frame *frame, double y)
{
  const char *unit = foi_chart_get_coverage_unit (self->chart);

  if (unit != NULL)
    _foi_chart_plan_add_text (self,
                              _foi_chart_plan_set (self, unit, FOI_INK_PART, FALSE,
                                                   FOI_WIDTH_UNLIMITED),
                              self->plot.x - FOI_CHART_LABEL_GAP, y, FOI_CHART_END);
  for (guint i = 0; i < foi_chart_get_n_categories (self->chart); i++)
    {
      const char *coverage = _foi_chart_plan_get_coverage (self, i);

      if (coverage != NULL)
        _foi_chart_plan_add_text (self,
                                  _foi_chart_plan_set (self, coverage, FOI_INK_PART, FALSE,
                                                       frame->slot - FOI_CHART_GAP),
                                  self->plot.x + (i + 0.5) * frame->slot, y, FOI_CHART_MIDDLE);
    }
}

static void
add_foot (FoiChartPlan *self, const Frame *frame)
{
  double y = self->plot.y + self->plot.height + AXIS_AFTER;

  add_names (self, frame, y);
  y += frame->names_height;
  if (frame->has_coverage)
    add_coverage (self, frame, y);
  y += frame->coverage_height;
  if (frame->has_key)
    _foi_chart_plan_add_part_key (self, self->plot.x, y + KEY_BEFORE);
}

void
_foi_chart_plan_upright (FoiChartPlan *self, double top)
{
  const char *unit = foi_chart_get_unit_title (self->chart);
  double head = get_head_height (self);
  Frame frame;

  measure_frame (self, &frame);
  /* Whether the values are written takes no height, so only the drawing asks. */
  frame.labelled = values_fit (self, frame.slot);
  self->plot = (FoiRect) { frame.left, top + head, self->width - frame.left - frame.right,
                           self->height - top - head - get_foot_height (self, &frame) };
  if (self->plot.height < LEAST_DRAWN || self->plot.width < LEAST_DRAWN)
    {
      self->plot.height = -1.0;
      return;
    }
  if (unit != NULL)
    _foi_chart_plan_add_text (self,
                              _foi_chart_plan_set (self, unit, FOI_INK_ASKED, FALSE, self->width),
                              0.0, top, FOI_CHART_START);
  place_scale (self, &frame);
  add_ticks (self);
  if (foi_chart_get_n_categories (self->chart) == 0)
    _foi_chart_plan_add_text (self,
                              _foi_chart_plan_set (self, _("No figures yet"), FOI_INK_SMALL, FALSE,
                                                   self->plot.width),
                              self->plot.x + self->plot.width / 2,
                              self->plot.y + self->plot.height / 2, FOI_CHART_MIDDLE);
  if (self->kind == FOI_CHART_LINE)
    _foi_chart_plan_line (self, frame.labelled);
  else
    _foi_chart_plan_columns (self, frame.labelled);
  add_foot (self, &frame);
}
