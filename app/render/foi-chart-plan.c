/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-plan.h"

#include <math.h>

#include "foi-chart-plan-private.h"
#include "foi-letter-style.h"

#define LANGUAGE "en-GB"
#define TITLE_AFTER 6.0
#define LEGEND_AFTER 6.0
#define SWATCH 9.0
#define SWATCH_AFTER 5.0
#define LEGEND_GAP 16.0

/*
 * The categorical palette of the Government Analysis Function, in its order. Each has 3:1 on white
 * (WCAG 2.2, 1.4.11); names are never set in it, and never told by it alone.
 */
static const guint32 palette[FOI_CHART_MAX_SERIES] = { 0x12436d, 0x28a197, 0x801650, 0xf46a25 };

guint32
_foi_chart_get_colour (guint series)
{
  return palette[series % G_N_ELEMENTS (palette)];
}

static void
clear_shape (gpointer data)
{
  FoiChartShape *shape = data;

  g_clear_pointer (&shape->text, foi_set_text_unref);
}

/* Adds a copy of @shape, whose text it takes over. */
void
_foi_chart_plan_add (FoiChartPlan *self, const FoiChartShape *shape)
{
  g_array_append_vals (self->shapes, shape, 1);
}

void
_foi_chart_plan_add_line (FoiChartPlan *self, const double from[2], const double to[2],
                          guint32 colour, double width, gboolean dashed)
{
  const FoiChartShape line = { .kind = FOI_CHART_SHAPE_LINE,
                               .x = from[0],
                               .y = from[1],
                               .width = to[0] - from[0],
                               .height = to[1] - from[1],
                               .fill = FOI_CHART_NO_COLOUR,
                               .edge = colour,
                               .edge_width = width,
                               .dashed = dashed };

  _foi_chart_plan_add (self, &line);
}

/* What a value is filled with and edged by: grey and dashed where it is for part of a period. */
void
_foi_chart_plan_add_value (FoiChartPlan *self, FoiChartShapeKind kind, const FoiRect *rect,
                           guint series, gboolean part)
{
  gboolean narrow = MIN (rect->width, rect->height) < 3 * FOI_CHART_EDGE;
  double inset = part && !narrow ? FOI_CHART_EDGE / 2 : 0.0;
  const FoiChartShape shape = { .kind = kind,
                                .x = rect->x + inset,
                                .y = rect->y + inset,
                                .width = rect->width - 2 * inset,
                                .height = rect->height - 2 * inset,
                                .fill = part ? FOI_CHART_PART : palette[series],
                                .edge = part && (!narrow || kind == FOI_CHART_SHAPE_MARKER)
                                            ? palette[series]
                                            : FOI_CHART_NO_COLOUR,
                                .edge_width = FOI_CHART_EDGE,
                                .dashed = kind == FOI_CHART_SHAPE_RECT,
                                .series = series };

  if (rect->width > 0 && rect->height > 0)
    _foi_chart_plan_add (self, &shape);
}

/* The grid does not run through what is written on it. */
void
_foi_chart_plan_add_ground (FoiChartPlan *self, const FoiRect *box)
{
  const FoiChartShape ground = { .kind = FOI_CHART_SHAPE_RECT,
                                 .x = box->x - 1.0,
                                 .y = box->y + 1.0,
                                 .width = box->width + 2.0,
                                 .height = box->height - 2.0,
                                 .fill = 0xffffff,
                                 .edge = FOI_CHART_NO_COLOUR };

  _foi_chart_plan_add (self, &ground);
}

/* Sets text in the chart's size; its lines are centred later. */
FoiSetText *
_foi_chart_plan_set (FoiChartPlan *self, const char *text, FoiInk ink, gboolean bold, double width)
{
  const FoiTextStyle style
      = { .size = self->size, .pitch = _foi_chart_plan_get_pitch (self), .bold = bold, .ink = ink };

  return foi_typesetter_set_text (self->typesetter, &style, text, width);
}

double
_foi_chart_plan_measure (FoiChartPlan *self, const char *text, gboolean bold)
{
  const FoiTextStyle style
      = { .size = self->size, .pitch = _foi_chart_plan_get_pitch (self), .bold = bold };

  return foi_typesetter_measure_text (self->typesetter, &style, text);
}

/* The value as it stands at its column, and how. */
static const char *
get_value_text (const FoiChartPlan *self, const FoiChartValue *value, FoiTextStyle *style)
{
  *style = (FoiTextStyle) { .size = self->value_size > 0.0 ? self->value_size : self->size,
                            .pitch = _foi_chart_plan_get_pitch (self),
                            .bold = TRUE,
                            .ink = FOI_INK_TEXT };
  return self->short_values && value->brief != NULL ? value->brief : value->label;
}

double
_foi_chart_plan_measure_value (FoiChartPlan *self, const FoiChartValue *value)
{
  FoiTextStyle style;
  const char *text = get_value_text (self, value, &style);

  return foi_typesetter_measure_text (self->typesetter, &style, text);
}

FoiSetText *
_foi_chart_plan_set_value (FoiChartPlan *self, const FoiChartValue *value)
{
  FoiTextStyle style;
  const char *text = get_value_text (self, value, &style);

  return foi_typesetter_set_text (self->typesetter, &style, text, FOI_WIDTH_UNLIMITED);
}

double
_foi_chart_plan_get_pitch (const FoiChartPlan *self)
{
  return ceil (self->size * FOI_CELL_PITCH_FACTOR);
}

/*
 * Adds @text (transfer full), its top at @y and each line put to @x, and gives its height. Lines
 * are kept inside the picture.
 */
double
_foi_chart_plan_add_text (FoiChartPlan *self, FoiSetText *text, double x, double y,
                          FoiChartTextFlags flags)
{
  double height = text->height;

  for (guint i = 0; i < text->lines->len; i++)
    {
      const FoiLine *line = foi_set_text_get_line (text, i);
      FoiChartShape shape = { .kind = FOI_CHART_SHAPE_TEXT,
                              .x = x,
                              .y = y + line->y,
                              .width = line->width,
                              .height = line->height,
                              .fill = FOI_CHART_NO_COLOUR,
                              .edge = FOI_CHART_NO_COLOUR,
                              .bold = (flags & FOI_CHART_BOLD) != 0,
                              .line = i };

      if ((flags & FOI_CHART_MIDDLE) != 0)
        shape.x -= line->width / 2;
      else if ((flags & FOI_CHART_END) != 0)
        shape.x -= line->width;
      shape.x = MAX (0.0, MIN (shape.x, self->width - line->width));
      shape.text = foi_set_text_ref (text);
      if (line->n_runs > 0)
        _foi_chart_plan_add (self, &shape);
      else
        clear_shape (&shape);
    }
  foi_set_text_unref (text);
  return height;
}

FoiRect *
_foi_chart_plan_get_value (const FoiChartPlan *self, guint series, guint category)
{
  return &self->values[series * foi_chart_get_n_categories (self->chart) + category];
}

/* The lowest and the highest value, zero among them, in the unit of the values. */
void
_foi_chart_plan_get_range (const FoiChartPlan *self, double *lowest, double *highest)
{
  *lowest = *highest = 0.0;
  for (guint i = 0; i < foi_chart_get_n_series (self->chart); i++)
    for (guint j = 0; j < foi_chart_get_n_categories (self->chart); j++)
      {
        const FoiChartValue *value = foi_chart_get_value (self->chart, i, j);

        if (value->state == FOI_CELL_VALUE)
          {
            *lowest = MIN (*lowest, value->value);
            *highest = MAX (*highest, value->value);
          }
      }
}

gboolean
_foi_chart_plan_has_parts (const FoiChartPlan *self)
{
  for (guint i = 0; i < foi_chart_get_n_series (self->chart); i++)
    for (guint j = 0; j < foi_chart_get_n_categories (self->chart); j++)
      if (foi_chart_get_value (self->chart, i, j)->part)
        return TRUE;
  return FALSE;
}

/* How much of a category is covered; NULL where all of it is, or where the series differ. */
const char *
_foi_chart_plan_get_coverage (const FoiChartPlan *self, guint category)
{
  const char *coverage = NULL;

  for (guint i = 0; i < foi_chart_get_n_series (self->chart); i++)
    {
      const FoiChartValue *value = foi_chart_get_value (self->chart, i, category);

      if (!value->part)
        continue;
      if (coverage != NULL && g_strcmp0 (coverage, value->coverage) != 0)
        return NULL;
      coverage = value->coverage;
    }
  return coverage;
}

/* Whether there is nothing to see where the value would be, so that it is said why: "[c]", "0". */
gboolean
_foi_chart_plan_shows_nothing (const FoiChartValue *value)
{
  return value->state != FOI_CELL_VALUE || fabs (value->value) < G_MINDOUBLE;
}

/* Values stand at their columns while a reader can still take them in. */
gboolean
_foi_chart_plan_has_few_values (const FoiChartPlan *self)
{
  return foi_chart_get_n_series (self->chart) * foi_chart_get_n_categories (self->chart)
         < FOI_CHART_MANY_VALUES;
}

/* Names beside their lines need no key. */
gboolean
_foi_chart_plan_names_lines (FoiChartPlan *self)
{
  if (self->kind != FOI_CHART_LINE || foi_chart_get_n_series (self->chart) == 1)
    return FALSE;
  for (guint i = 0; i < foi_chart_get_n_series (self->chart); i++)
    if (_foi_chart_plan_measure (self, foi_chart_get_series_name (self->chart, i), FALSE)
        > 0.3 * self->width)
      return FALSE;
  return TRUE;
}

/* Adds a mark of the series and its name, as a line of a key, and gives the height. */
double
_foi_chart_plan_add_key (FoiChartPlan *self, guint series, FoiSetText *name, double x, double y)
{
  double top = y + (_foi_chart_plan_get_pitch (self) - SWATCH) / 2;
  const FoiRect swatch = { x, top, SWATCH, SWATCH };

  _foi_chart_plan_add_value (self,
                             self->kind == FOI_CHART_LINE ? FOI_CHART_SHAPE_MARKER
                                                          : FOI_CHART_SHAPE_RECT,
                             &swatch, series, FALSE);
  return _foi_chart_plan_add_text (self, name, x + SWATCH + SWATCH_AFTER, y, FOI_CHART_START);
}

double
_foi_chart_plan_get_key_width (void)
{
  return SWATCH + SWATCH_AFTER;
}

/* What grey means, where there is no room to say it below each. */
double
_foi_chart_plan_add_part_key (FoiChartPlan *self, double x, double y)
{
  double top = y + (_foi_chart_plan_get_pitch (self) - SWATCH) / 2;
  const FoiRect swatch = { x, top, SWATCH, SWATCH };
  FoiSetText *text = _foi_chart_plan_set (self, _("Part of the period"), FOI_INK_PART, FALSE,
                                          FOI_WIDTH_UNLIMITED);

  _foi_chart_plan_add_value (self,
                             self->kind == FOI_CHART_LINE ? FOI_CHART_SHAPE_MARKER
                                                          : FOI_CHART_SHAPE_RECT,
                             &swatch, 0, TRUE);
  return _foi_chart_plan_add_text (self, text, x + SWATCH + SWATCH_AFTER, y, FOI_CHART_START);
}

/* The series in their order, on as many lines as they need. */
static double
add_legend (FoiChartPlan *self, double y)
{
  double x = 0.0, height = 0.0;

  for (guint i = 0; i < foi_chart_get_n_series (self->chart); i++)
    {
      FoiSetText *name
          = _foi_chart_plan_set (self, foi_chart_get_series_name (self->chart, i), FOI_INK_TEXT,
                                 FALSE, MAX (0.0, self->width - SWATCH - SWATCH_AFTER));
      double needed = SWATCH + SWATCH_AFTER + name->width, added;

      if (x > 0.0 && x + needed > self->width)
        {
          y += height;
          x = height = 0.0;
        }
      added = _foi_chart_plan_add_key (self, i, name, x, y);
      height = MAX (height, added);
      x += needed + LEGEND_GAP;
    }
  return y + height + LEGEND_AFTER;
}

static FoiChartPlan *
plan_new (FoiChart *chart, double width)
{
  FoiChartPlan *self = g_new0 (FoiChartPlan, 1);
  gsize n_values = (gsize) foi_chart_get_n_series (chart) * foi_chart_get_n_categories (chart);

  self->chart = foi_chart_ref (chart);
  self->width = width;
  self->size = FOI_BODY_SIZE;
  self->typesetter = foi_typesetter_acquire (LANGUAGE, FALSE);
  self->shapes = g_array_new (FALSE, TRUE, sizeof (FoiChartShape));
  g_array_set_clear_func (self->shapes, clear_shape);
  self->values = g_new0 (FoiRect, MAX (n_values, 1));
  self->kind = foi_chart_get_kind (chart);
  return self;
}

/* Title and key; gives where the chart itself begins. */
static double
begin (FoiChartPlan *self, gboolean titled)
{
  double top = 0.0;

  if (titled)
    top = _foi_chart_plan_add_text (
              self, _foi_chart_plan_set (self, foi_chart_get_title (self->chart), FOI_INK_TEXT,
                                         TRUE, self->width), 0.0, 0.0, FOI_CHART_BOLD)
          + TITLE_AFTER;
  /* Names that find no room below their columns or points stand beside bars instead: text is never
   * turned, and years may be left out, names may not. */
  if (self->kind != FOI_CHART_BARS && !_foi_chart_plan_choose_size (self)
      && !foi_chart_has_periods (self->chart))
    self->kind = FOI_CHART_BARS;
  if (self->kind == FOI_CHART_BARS)
    self->size = FOI_BODY_SIZE;
  if (foi_chart_get_n_series (self->chart) > 1 && !_foi_chart_plan_names_lines (self))
    top = add_legend (self, top);
  return top;
}

/**
 * foi_chart_plan_new:
 * @chart: a chart
 * @width: points
 * @height: points
 * @titled: whether its title stands above it, as in a picture that is alone
 *
 * Puts everything in its place. Text is horizontal, 12 points where that fits and never under 10.
 * Nothing is in the plan of a chart without room.
 *
 * Returns: (transfer full): the plan.
 */
FoiChartPlan *
foi_chart_plan_new (FoiChart *chart, double width, double height, gboolean titled)
{
  FoiChartPlan *self;
  double top;

  g_return_val_if_fail (chart != NULL, NULL);

  self = plan_new (chart, width);
  self->height = height;
  self->plot.height = -1.0;
  if (width < FOI_CHART_LEAST_WIDTH || height < FOI_CHART_LEAST_HEIGHT)
    return self;
  top = begin (self, titled);
  if (self->kind == FOI_CHART_BARS)
    _foi_chart_plan_bars (self, top);
  else
    _foi_chart_plan_upright (self, top);
  return self;
}

/**
 * foi_chart_plan_new_picture:
 * @chart: a chart
 * @width: of the picture, in points
 * @height: of the picture
 *
 * Returns: (transfer full): the plan of what is inside the picture's margin, the title included.
 */
FoiChartPlan *
foi_chart_plan_new_picture (FoiChart *chart, double width, double height)
{
  return foi_chart_plan_new (chart, width - 2 * FOI_CHART_MARGIN, height - 2 * FOI_CHART_MARGIN,
                             TRUE);
}

void
foi_chart_plan_free (FoiChartPlan *self)
{
  g_return_if_fail (self != NULL);

  foi_chart_unref (self->chart);
  foi_typesetter_release (self->typesetter);
  g_array_unref (self->shapes);
  g_free (self->values);
  g_free (self);
}

/**
 * foi_chart_plan_get_natural_height:
 * @chart: a chart
 * @width: points
 * @titled: as for foi_chart_plan_new()
 * @compact: whether it stands beside other things that need room, too
 *
 * Returns: the height at which the chart reads best.
 */
double
foi_chart_plan_get_natural_height (FoiChart *chart, double width, gboolean titled,
                                   gboolean compact)
{
  g_autoptr (FoiChartPlan) self = NULL;
  double top;

  g_return_val_if_fail (chart != NULL, 0.0);

  self = plan_new (chart, MAX (width, FOI_CHART_LEAST_WIDTH));
  top = begin (self, titled);
  return ceil (top
               + (self->kind == FOI_CHART_BARS ? _foi_chart_plan_measure_bars (self)
                                               : _foi_chart_plan_measure_upright (self, compact)));
}
