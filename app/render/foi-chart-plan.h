/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-chart.h"
#include "foi-layout.h"
#include "foi-typesetter.h"

G_BEGIN_DECLS

/* Colours are 0xRRGGBB. */
#define FOI_CHART_NO_COLOUR G_MAXUINT32

typedef enum
{
  FOI_CHART_SHAPE_RECT,
  FOI_CHART_SHAPE_LINE,     /* from the corner to the opposite one */
  FOI_CHART_SHAPE_MARKER,   /* circle, square, triangle, diamond: one for each series */
  FOI_CHART_SHAPE_TEXT,     /* one line of @text; the box is what it takes up */
} FoiChartShapeKind;

typedef struct
{
  FoiChartShapeKind kind;
  double            x, y, width, height;
  guint32           fill, edge;
  double            edge_width;
  gboolean          dashed;
  guint             series;
  FoiSetText       *text;
  gboolean          bold;
  guint             line;
} FoiChartShape;

/* White around a picture that stands alone. */
#define FOI_CHART_MARGIN 12.0

/**
 * FoiChartPlan:
 *
 * A chart with everything in its place, in points, from which it is painted, written as SVG and
 * hit: so that all of them agree. Known to the files of charts only. That of a picture begins
 * inside its margin.
 */
typedef struct
{
  FoiChart      *chart;
  double         width, height;
  FoiChartKind   kind;           /* bars where the names of columns find no room */
  double         size;           /* of the letters */
  double         value_size;     /* of those of values at columns */
  gboolean       short_values;   /* there is no room for all their digits */
  FoiTypesetter *typesetter;
  GArray        *shapes;         /* of FoiChartShape, in the order in which they are painted */
  FoiRect        plot;           /* where the values are; its height is -1 where nothing fits */
  double         zero;           /* where zero is, along the axis of values */
  double         unit;           /* points for one */
  FoiRect       *values;         /* of each series, for each category: what is drawn of it */
} FoiChartPlan;

FoiChartPlan *foi_chart_plan_new (FoiChart *chart, double width, double height, gboolean titled);
FoiChartPlan *foi_chart_plan_new_picture (FoiChart *chart, double width, double height);
void          foi_chart_plan_free (FoiChartPlan *self);
double        foi_chart_plan_get_natural_height (FoiChart *chart, double width, gboolean titled,
                                                 gboolean compact);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiChartPlan, foi_chart_plan_free)

G_END_DECLS
