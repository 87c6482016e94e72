/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-painter.h"

#include <math.h>

#include "foi-chart-plan.h"

/* How far above the plot a value still answers: its label stands there. */
#define ABOVE_PLOT 18.0

static void
set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
fill_and_stroke (cairo_t *cr, const FoiChartShape *shape)
{
  static const double dashes[] = { 4.0, 2.5 };

  if (shape->fill != FOI_CHART_NO_COLOUR)
    {
      set_colour (cr, shape->fill);
      cairo_fill_preserve (cr);
    }
  if (shape->edge != FOI_CHART_NO_COLOUR)
    {
      set_colour (cr, shape->edge);
      cairo_set_line_width (cr, shape->edge_width);
      cairo_set_dash (cr, dashes, shape->dashed ? G_N_ELEMENTS (dashes) : 0, 0.0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
trace_marker (cairo_t *cr, const FoiChartShape *shape)
{
  double x = shape->x, y = shape->y, right = x + shape->width, bottom = y + shape->height;
  double middle = x + shape->width / 2, centre = y + shape->height / 2;

  switch (shape->series)
    {
    case 0:
      cairo_arc (cr, middle, centre, shape->width / 2, 0.0, 2 * G_PI);
      break;
    case 1:
      cairo_rectangle (cr, x, y, shape->width, shape->height);
      break;
    case 2:
      cairo_move_to (cr, middle, y);
      cairo_line_to (cr, right, bottom);
      cairo_line_to (cr, x, bottom);
      break;
    default:
      cairo_move_to (cr, middle, y);
      cairo_line_to (cr, right, centre);
      cairo_line_to (cr, middle, bottom);
      cairo_line_to (cr, x, centre);
      break;
    }
  cairo_close_path (cr);
}

static void
draw_text (cairo_t *cr, const FoiChartShape *shape)
{
  const FoiLine *line = foi_set_text_get_line (shape->text, shape->line);

  for (guint i = 0; i < line->n_runs; i++)
    foi_set_text_draw_run (shape->text, cr,
                           foi_set_text_get_run (shape->text, line->first_run + i),
                           shape->x - line->x, shape->y + line->baseline);
}

static void
draw_shape (cairo_t *cr, const FoiChartShape *shape)
{
  switch (shape->kind)
    {
    case FOI_CHART_SHAPE_RECT:
      cairo_rectangle (cr, shape->x, shape->y, shape->width, shape->height);
      fill_and_stroke (cr, shape);
      break;
    case FOI_CHART_SHAPE_LINE:
      cairo_move_to (cr, shape->x, shape->y);
      cairo_line_to (cr, shape->x + shape->width, shape->y + shape->height);
      fill_and_stroke (cr, shape);
      break;
    case FOI_CHART_SHAPE_MARKER:
      trace_marker (cr, shape);
      fill_and_stroke (cr, shape);
      break;
    case FOI_CHART_SHAPE_TEXT:
      draw_text (cr, shape);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* White goes inside a clip: cairo forgets the tags before a whole page filled without one. */
static void
paint (const FoiChartPlan *plan, cairo_t *cr, double width, double height, double margin,
       gboolean on_white)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_clip (cr);
  if (on_white)
    {
      set_colour (cr, 0xffffff);
      cairo_paint (cr);
    }
  cairo_translate (cr, margin, margin);
  for (guint i = 0; i < plan->shapes->len; i++)
    draw_shape (cr, &g_array_index (plan->shapes, FoiChartShape, i));
  cairo_restore (cr);
}

/**
 * foi_chart_paint:
 * @chart: a chart
 * @cr: where to paint; the chart's corner is at 0, 0
 * @width: points
 * @height: points
 *
 * Paints the chart without its title, as letters have it, on their paper: it leaves through what is
 * below it, a draft's watermark. May be called in any thread.
 */
void
foi_chart_paint (FoiChart *chart, cairo_t *cr, double width, double height)
{
  g_autoptr (FoiChartPlan) plan = NULL;

  g_return_if_fail (chart != NULL && cr != NULL);

  plan = foi_chart_plan_new (chart, width, height, FALSE);
  paint (plan, cr, width, height, 0.0, FALSE);
}

/**
 * foi_chart_get_natural_height:
 * @chart: a chart
 * @width: points
 *
 * Returns: the height at which foi_chart_paint() shows it best.
 */
double
foi_chart_get_natural_height (FoiChart *chart, double width)
{
  return foi_chart_plan_get_natural_height (chart, width, FALSE, FALSE);
}

/**
 * foi_chart_paint_picture:
 * @chart: a chart
 * @cr: where to paint; the chart's corner is at 0, 0
 * @width: points
 * @height: points
 *
 * Paints the chart below its title, on white.
 */
void
foi_chart_paint_picture (FoiChart *chart, cairo_t *cr, double width, double height)
{
  g_autoptr (FoiChartPlan) plan = NULL;

  g_return_if_fail (chart != NULL && cr != NULL);

  plan = foi_chart_plan_new_picture (chart, width, height);
  paint (plan, cr, width, height, FOI_CHART_MARGIN, TRUE);
}

/**
 * foi_chart_get_picture_height:
 * @chart: a chart
 * @width: points
 *
 * Returns: the height at which foi_chart_paint_picture() shows it best.
 */
double
foi_chart_get_picture_height (FoiChart *chart, double width)
{
  return foi_chart_plan_get_natural_height (chart, width - 2 * FOI_CHART_MARGIN, TRUE, FALSE)
         + 2 * FOI_CHART_MARGIN;
}

/**
 * foi_chart_get_compact_height:
 * @chart: a chart
 * @width: points
 *
 * Returns: the height at which foi_chart_paint_picture() still shows it well beside other things.
 */
double
foi_chart_get_compact_height (FoiChart *chart, double width)
{
  return foi_chart_plan_get_natural_height (chart, width - 2 * FOI_CHART_MARGIN, TRUE, TRUE)
         + 2 * FOI_CHART_MARGIN;
}

/* In the plot, just above it, or at the names. */
static gboolean
is_near_plot (const FoiChartPlan *plan, double x, double y)
{
  double right = plan->plot.x + plan->plot.width, bottom = plan->plot.y + plan->plot.height;

  if (plan->plot.height < 0 || y < plan->plot.y - ABOVE_PLOT)
    return FALSE;
  if (plan->kind == FOI_CHART_BARS)
    return x >= 0 && x <= plan->width && y <= bottom;
  return x >= plan->plot.x && x <= right && y <= plan->height;
}

/* How far a value is from a point: first along the axis of the categories, then across it. */
static double
get_distance (const FoiChartPlan *plan, const FoiRect *rect, double x, double y)
{
  double along = fabs (x - rect->x - rect->width / 2);
  double across = fabs (y - rect->y - rect->height / 2);

  return plan->kind == FOI_CHART_BARS ? along + across * 1e4 : along * 1e4 + across;
}

/**
 * foi_chart_get_value_at:
 * @chart: a chart
 * @width: of the picture, in points
 * @height: of the picture
 * @x: a point in the picture
 * @y: a point in the picture
 * @series: (out): the series
 * @category: (out): the category
 *
 * Finds the value that a person points at: the one whose column or point is nearest, also when the
 * pointer is above it or at its label.
 *
 * Returns: whether the point is in the plot, and the plot has values or gaps.
 */
gboolean
foi_chart_get_value_at (FoiChart *chart, double width, double height, double x, double y,
                        guint *series, guint *category)
{
  g_autoptr (FoiChartPlan) plan = NULL;
  double least = G_MAXDOUBLE;

  g_return_val_if_fail (chart != NULL && series != NULL && category != NULL, FALSE);

  plan = foi_chart_plan_new_picture (chart, width, height);
  x -= FOI_CHART_MARGIN;
  y -= FOI_CHART_MARGIN;
  if (!is_near_plot (plan, x, y))
    return FALSE;
  for (guint i = 0; i < foi_chart_get_n_series (chart); i++)
    for (guint j = 0; j < foi_chart_get_n_categories (chart); j++)
      {
        double distance = get_distance (
            plan, &plan->values[i * foi_chart_get_n_categories (chart) + j], x, y);

        if (distance < least)
          {
            least = distance;
            *series = i;
            *category = j;
          }
      }
  return foi_chart_get_n_categories (chart) > 0;
}

/**
 * foi_chart_get_value_rect:
 * @chart: a chart
 * @width: of the picture, in points
 * @height: of the picture
 * @series: less than the number of series
 * @category: less than the number of categories
 * @rect: (out): x, y, width and height of the column, bar or point; of a gap, of where its mark is
 *
 * Returns: whether the picture has room for it.
 */
gboolean
foi_chart_get_value_rect (FoiChart *chart, double width, double height, guint series,
                          guint category, double rect[4])
{
  g_autoptr (FoiChartPlan) plan = NULL;
  const FoiRect *found;

  g_return_val_if_fail (chart != NULL && rect != NULL, FALSE);
  g_return_val_if_fail (series < foi_chart_get_n_series (chart), FALSE);
  g_return_val_if_fail (category < foi_chart_get_n_categories (chart), FALSE);

  plan = foi_chart_plan_new_picture (chart, width, height);
  found = &plan->values[series * foi_chart_get_n_categories (chart) + category];
  rect[0] = found->x + FOI_CHART_MARGIN;
  rect[1] = found->y + FOI_CHART_MARGIN;
  rect[2] = found->width;
  rect[3] = found->height;
  return plan->plot.height >= 0;
}
