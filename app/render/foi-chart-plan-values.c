/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "foi-chart-plan-private.h"

#define GROUP_OF_ONE 0.68
#define GROUP_OF_MANY 0.84
#define MOST_COLUMN 72.0
#define LINE_WIDTH 2.0
#define MARKER 7.0
/* Points nearer to one another than this have no markers. */
#define CROWDED 9.0
#define VALUE_GAP 2.0

/* What is already written in the plot, so that nothing is written over it. */
typedef struct
{
  GArray *boxes;    /* of FoiRect */
} Written;

static gboolean
overlaps (const FoiRect *a, const FoiRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

static gboolean
is_free (const Written *written, const FoiRect *box)
{
  for (guint i = 0; i < written->boxes->len; i++)
    if (overlaps (box, &g_array_index (written->boxes, FoiRect, i)))
      return FALSE;
  return TRUE;
}

/* Writes @label (transfer full) in the middle of @x, its top at @y, unless something is there. */
static gboolean
write_label (FoiChartPlan *self, Written *written, FoiSetText *label, FoiChartTextFlags flags,
             double x, double y)
{
  const FoiRect box = { CLAMP (x - label->width / 2, 0.0, self->width - label->width), y,
                        label->width, label->height };

  if (label->width <= 0 || !is_free (written, &box))
    {
      foi_set_text_unref (label);
      return FALSE;
    }
  g_array_append_val (written->boxes, box);
  _foi_chart_plan_add_ground (self, &box);
  _foi_chart_plan_add_text (self, label, x, y, flags | FOI_CHART_MIDDLE);
  return TRUE;
}

static FoiSetText *
set_mark (FoiChartPlan *self, const FoiChartValue *value)
{
  return _foi_chart_plan_set (self, value->label, FOI_INK_TEXT, FALSE, FOI_WIDTH_UNLIMITED);
}

static void
add_zero_line (FoiChartPlan *self)
{
  _foi_chart_plan_add_line (self, (double[]) { self->plot.x, self->zero },
                            (double[]) { self->plot.x + self->plot.width, self->zero },
                            FOI_CHART_AXIS, 1.0, FALSE);
}

static double
get_slot (const FoiChartPlan *self)
{
  return self->plot.width / MAX (foi_chart_get_n_categories (self->chart), 1);
}

/* The width of one column in a @slot that holds one of each series. */
double
_foi_chart_plan_get_column_width (const FoiChartPlan *self, double slot)
{
  guint n_series = foi_chart_get_n_series (self->chart);

  return MIN (slot * (n_series == 1 ? GROUP_OF_ONE : GROUP_OF_MANY) / n_series, MOST_COLUMN);
}

/* Where the column of a value stands; that of a gap has the height of a mark. */
static void
place_column (FoiChartPlan *self, guint series, guint category)
{
  const FoiChartValue *value = foi_chart_get_value (self->chart, series, category);
  guint n_series = foi_chart_get_n_series (self->chart);
  double slot = get_slot (self), width = _foi_chart_plan_get_column_width (self, slot);
  double x = self->plot.x + (category + 0.5) * slot + (series - n_series / 2.0) * width;
  double height = value->state == FOI_CELL_VALUE ? fabs (value->value) * self->unit
                                                 : _foi_chart_plan_get_pitch (self);
  FoiRect *rect = _foi_chart_plan_get_value (self, series, category);

  *rect = (FoiRect) { x, self->zero - (value->value < 0 ? 0.0 : height), width, height };
  if (n_series > 1 && width > 4.0)
    rect->width -= 1.0;
}

static void
label_column (FoiChartPlan *self, Written *written, const FoiChartValue *value,
              const FoiRect *rect, gboolean labelled)
{
  double pitch = _foi_chart_plan_get_pitch (self), x = rect->x + rect->width / 2;

  if (value->state != FOI_CELL_VALUE)
    write_label (self, written, set_mark (self, value), 0, x, self->zero - pitch - VALUE_GAP);
  else if (labelled || _foi_chart_plan_shows_nothing (value))
    write_label (self, written, _foi_chart_plan_set_value (self, value), FOI_CHART_BOLD, x,
                 value->value < 0 ? rect->y + rect->height + VALUE_GAP / 2
                                  : rect->y - pitch - VALUE_GAP / 2);
}

void
_foi_chart_plan_columns (FoiChartPlan *self, gboolean labelled)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (FoiRect));
  Written written = { boxes };
  guint n_categories = foi_chart_get_n_categories (self->chart);
  guint n_series = foi_chart_get_n_series (self->chart);

  for (guint i = 0; i < n_categories; i++)
    for (guint j = 0; j < n_series; j++)
      {
        const FoiChartValue *value = foi_chart_get_value (self->chart, j, i);

        place_column (self, j, i);
        if (value->state == FOI_CELL_VALUE)
          _foi_chart_plan_add_value (self, FOI_CHART_SHAPE_RECT,
                                     _foi_chart_plan_get_value (self, j, i), j, value->part);
      }
  add_zero_line (self);
  for (guint i = 0; i < n_categories; i++)
    for (guint j = 0; j < n_series; j++)
      label_column (self, &written, foi_chart_get_value (self->chart, j, i),
                    _foi_chart_plan_get_value (self, j, i), labelled);
}

static gboolean
has_value (FoiChartPlan *self, guint series, guint category)
{
  return category < foi_chart_get_n_categories (self->chart)
         && foi_chart_get_value (self->chart, series, category)->state == FOI_CELL_VALUE;
}

static void
get_point (FoiChartPlan *self, guint series, guint category, double point[2])
{
  point[0] = self->plot.x + (category + 0.5) * get_slot (self);
  point[1] = self->zero
             - foi_chart_get_value (self->chart, series, category)->value * self->unit;
}

/* Neighbours are joined, by a dashed line where one of them is for part of a period; over gaps
 * nothing is drawn, since nobody knows what was there. */
static void
join_points (FoiChartPlan *self, guint series)
{
  for (guint i = 1; i < foi_chart_get_n_categories (self->chart); i++)
    {
      double from[2], to[2];

      if (!has_value (self, series, i - 1) || !has_value (self, series, i)
          || !foi_chart_follows (self->chart, i))
        continue;
      get_point (self, series, i - 1, from);
      get_point (self, series, i, to);
      _foi_chart_plan_add_line (self, from, to, _foi_chart_get_colour (series), LINE_WIDTH,
                                foi_chart_get_value (self->chart, series, i - 1)->part
                                    || foi_chart_get_value (self->chart, series, i)->part);
    }
}

static gboolean
is_joined (FoiChartPlan *self, guint series, guint category)
{
  return (category > 0 && has_value (self, series, category - 1)
          && foi_chart_follows (self->chart, category))
         || (has_value (self, series, category + 1)
             && foi_chart_follows (self->chart, category + 1));
}

static void
add_points (FoiChartPlan *self, guint series)
{
  double pitch = _foi_chart_plan_get_pitch (self);
  gboolean crowded = get_slot (self) < CROWDED;

  for (guint i = 0; i < foi_chart_get_n_categories (self->chart); i++)
    {
      const FoiChartValue *value = foi_chart_get_value (self->chart, series, i);
      FoiRect *rect = _foi_chart_plan_get_value (self, series, i);
      double point[2];

      get_point (self, series, i, point);
      if (value->state != FOI_CELL_VALUE)
        {
          *rect = (FoiRect) { point[0] - pitch / 2, self->zero - pitch, pitch, pitch };
          continue;
        }
      *rect = (FoiRect) { point[0] - MARKER / 2, point[1] - MARKER / 2, MARKER, MARKER };
      if (!crowded || !is_joined (self, series, i))
        _foi_chart_plan_add_value (self, FOI_CHART_SHAPE_MARKER, rect, series, value->part);
    }
}

/* Whether the line between two points runs through @box: it is cut down to each of its sides. */
static gboolean
crosses (const double from[2], const double to[2], const FoiRect *box)
{
  const double delta[] = { to[0] - from[0], to[1] - from[1] };
  const double low[] = { box->x - from[0], box->y - from[1] };
  const double high[] = { low[0] + box->width, low[1] + box->height };
  double enter = 0.0, leave = 1.0;

  for (guint i = 0; i < 2; i++)
    {
      double first, second;

      if (fabs (delta[i]) < 1e-9)
        {
          if (low[i] > 0 || high[i] < 0)
            return FALSE;
          continue;
        }
      first = low[i] / delta[i];
      second = high[i] / delta[i];
      enter = MAX (enter, MIN (first, second));
      leave = MIN (leave, MAX (first, second));
    }
  return enter <= leave;
}

/* Whether the line of a series runs past @box, which is about @category. */
static gboolean
is_clear_of_line (FoiChartPlan *self, guint series, guint category, const FoiRect *box)
{
  guint first = category > 0 ? category - 1 : 0;

  for (guint i = first; i <= category; i++)
    {
      double from[2], to[2];

      if (!has_value (self, series, i))
        continue;
      get_point (self, series, i, from);
      get_point (self, series, has_value (self, series, i + 1) ? i + 1 : i, to);
      if (crosses (from, to, box))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_clear_of_lines (FoiChartPlan *self, guint category, const FoiRect *box)
{
  for (guint i = 0; i < foi_chart_get_n_series (self->chart); i++)
    if (!is_clear_of_line (self, i, category, box))
      return FALSE;
  return TRUE;
}

/* Whether there is room for @box in the plot, on one side of the line of zero. */
static gboolean
is_inside (const FoiChartPlan *self, const FoiRect *box)
{
  double bottom = box->y + box->height;

  return box->x >= self->plot.x && box->x + box->width <= self->width
         && bottom <= self->plot.y + self->plot.height + VALUE_GAP
         && (bottom <= self->zero || box->y >= self->zero);
}

/* Above the point or below it, or else beside that, or a line higher: where the line of the chart
 * does not run. */
static void
label_point (FoiChartPlan *self, Written *written, guint category)
{
  static const double places[][2] = { { 0, -1 },    { 0, 1 },    { 0.6, -1 }, { -0.6, -1 },
                                      { -0.6, 1 },  { 0.6, 1 },  { 1.3, -1 }, { -1.3, -1 },
                                      { 1.3, 1 },   { -1.3, 1 },  { 0, -2 },    { -0.6, -2 },
                                      { 0.6, -2 } };
  const FoiRect *rect = _foi_chart_plan_get_value (self, 0, category);
  FoiSetText *label
      = _foi_chart_plan_set_value (self, foi_chart_get_value (self->chart, 0, category));
  double middle = rect->x + rect->width / 2;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      double x = middle + places[i][0] * label->width / 2;
      double y = places[i][1] < 0 ? rect->y + places[i][1] * label->height
                                  : rect->y + rect->height;
      const FoiRect box = { x - label->width / 2, y, label->width, label->height };

      if (!is_inside (self, &box) || !is_free (written, &box)
          || !is_clear_of_line (self, 0, category, &box))
        continue;
      write_label (self, written, g_steal_pointer (&label), FOI_CHART_BOLD, x, y);
      return;
    }
  write_label (self, written, label, FOI_CHART_BOLD, middle, rect->y - label->height);
}

/* Writes a mark just above zero, or higher where a line is there already. */
static void
label_gap (FoiChartPlan *self, Written *written, guint series, guint category)
{
  double pitch = _foi_chart_plan_get_pitch (self);
  const FoiRect *rect = _foi_chart_plan_get_value (self, series, category);
  double middle = rect->x + rect->width / 2;
  FoiSetText *mark = set_mark (self, foi_chart_get_value (self->chart, series, category));

  for (double y = self->zero - VALUE_GAP - pitch; y > self->plot.y; y -= pitch / 2)
    {
      const FoiRect box = { middle - mark->width / 2, y, mark->width, mark->height };

      if (!is_free (written, &box) || !is_clear_of_lines (self, category, &box))
        continue;
      write_label (self, written, mark, 0, middle, y);
      return;
    }
  foi_set_text_unref (mark);
}

static void
label_gaps (FoiChartPlan *self, Written *written)
{
  for (guint i = 0; i < foi_chart_get_n_categories (self->chart); i++)
    for (guint j = 0; j < foi_chart_get_n_series (self->chart); j++)
      if (!has_value (self, j, i))
        label_gap (self, written, j, i);
}

/* Names at the ends of lines, moved apart where the lines end close to one another. */
static void
name_lines (FoiChartPlan *self)
{
  guint n_series = foi_chart_get_n_series (self->chart), order[FOI_CHART_MAX_SERIES];
  double pitch = _foi_chart_plan_get_pitch (self), y[FOI_CHART_MAX_SERIES], end;
  double x = self->plot.x + self->plot.width + FOI_CHART_LABEL_GAP;

  for (guint i = 0; i < n_series; i++)
    {
      double point[2] = { 0.0, self->zero };
      guint place = i;

      for (guint j = 0; j < foi_chart_get_n_categories (self->chart); j++)
        if (has_value (self, i, j))
          get_point (self, i, j, point);
      for (; place > 0 && y[place - 1] > point[1]; place--)
        {
          y[place] = y[place - 1];
          order[place] = order[place - 1];
        }
      y[place] = point[1];
      order[place] = i;
    }
  end = MIN (self->plot.y + self->plot.height, y[n_series - 1] + pitch / 2);
  for (guint i = n_series; i-- > 0;)
    {
      y[i] = MIN (y[i] - pitch / 2, end - pitch);
      end = y[i];
    }
  end = MAX (0.0, self->plot.y - pitch);
  for (guint i = 0; i < n_series; i++)
    {
      FoiSetText *name
          = _foi_chart_plan_set (self, foi_chart_get_series_name (self->chart, order[i]),
                                 FOI_INK_TEXT, FALSE, FOI_WIDTH_UNLIMITED);

      y[i] = MAX (y[i], end);
      end = y[i] + pitch;
      _foi_chart_plan_add_key (self, order[i], name, x, y[i]);
    }
}

void
_foi_chart_plan_line (FoiChartPlan *self, gboolean labelled)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (FoiRect));
  Written written = { boxes };

  add_zero_line (self);
  for (guint i = 0; i < foi_chart_get_n_series (self->chart); i++)
    {
      join_points (self, i);
      add_points (self, i);
    }
  label_gaps (self, &written);
  for (guint i = 0; labelled && i < foi_chart_get_n_categories (self->chart); i++)
    if (has_value (self, 0, i))
      label_point (self, &written, i);
  if (_foi_chart_plan_names_lines (self))
    name_lines (self);
}
