/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib/gi18n.h>

#include "foi-chart-plan.h"

G_BEGIN_DECLS

/* Between the files that make a plan. Lengths are points. */

#define FOI_CHART_LEAST_WIDTH 80.0
#define FOI_CHART_LEAST_HEIGHT 50.0
#define FOI_CHART_MANY_VALUES 15
#define FOI_CHART_EDGE 1.5
#define FOI_CHART_GAP 4.0          /* between labels that stand side by side */
#define FOI_CHART_LABEL_GAP 6.0    /* between an axis and its labels */
#define FOI_CHART_GRID_WIDTH 0.75

#define FOI_CHART_PART 0xbfbfbf
#define FOI_CHART_GRID 0xd9d9d9
#define FOI_CHART_AXIS 0x505050

/* Where a line of text stands about its place, and whether it was set bold. */
typedef enum
{
  FOI_CHART_START = 0,
  FOI_CHART_MIDDLE = 1 << 0,
  FOI_CHART_END = 1 << 1,
  FOI_CHART_BOLD = 1 << 2,
} FoiChartTextFlags;

/* foi-chart-plan.c */
guint32     _foi_chart_get_colour (guint series);
double      _foi_chart_plan_get_pitch (const FoiChartPlan *self);
double      _foi_chart_plan_measure (FoiChartPlan *self, const char *text, gboolean bold);
FoiSetText *_foi_chart_plan_set (FoiChartPlan *self, const char *text, FoiInk ink, gboolean bold,
                                 double width);
double      _foi_chart_plan_measure_value (FoiChartPlan *self, const FoiChartValue *value);
FoiSetText *_foi_chart_plan_set_value (FoiChartPlan *self, const FoiChartValue *value);
void        _foi_chart_plan_add (FoiChartPlan *self, const FoiChartShape *shape);
double      _foi_chart_plan_add_text (FoiChartPlan *self, FoiSetText *text, double x, double y,
                                      FoiChartTextFlags flags);
void        _foi_chart_plan_add_line (FoiChartPlan *self, const double from[2], const double to[2],
                                      guint32 colour, double width, gboolean dashed);
void        _foi_chart_plan_add_value (FoiChartPlan *self, FoiChartShapeKind kind,
                                       const FoiRect *rect, guint series, gboolean part);
void        _foi_chart_plan_add_ground (FoiChartPlan *self, const FoiRect *box);
double      _foi_chart_plan_add_key (FoiChartPlan *self, guint series, FoiSetText *name, double x,
                                     double y);
double      _foi_chart_plan_get_key_width (void);
double      _foi_chart_plan_add_part_key (FoiChartPlan *self, double x, double y);
FoiRect    *_foi_chart_plan_get_value (const FoiChartPlan *self, guint series, guint category);
void        _foi_chart_plan_get_range (const FoiChartPlan *self, double *lowest, double *highest);
gboolean    _foi_chart_plan_has_parts (const FoiChartPlan *self);
gboolean    _foi_chart_plan_shows_nothing (const FoiChartValue *value);
gboolean    _foi_chart_plan_has_few_values (const FoiChartPlan *self);
gboolean    _foi_chart_plan_names_lines (FoiChartPlan *self);
const char *_foi_chart_plan_get_coverage (const FoiChartPlan *self, guint category);

/* foi-chart-plan-upright.c: columns and lines */
gboolean    _foi_chart_plan_choose_size (FoiChartPlan *self);
void        _foi_chart_plan_upright (FoiChartPlan *self, double top);
double      _foi_chart_plan_measure_upright (FoiChartPlan *self, gboolean compact);

/* foi-chart-plan-values.c: what stands in an upright plot */
void        _foi_chart_plan_columns (FoiChartPlan *self, gboolean labelled);
void        _foi_chart_plan_line (FoiChartPlan *self, gboolean labelled);
double      _foi_chart_plan_get_column_width (const FoiChartPlan *self, double slot);

/* foi-chart-plan-bars.c */
void        _foi_chart_plan_bars (FoiChartPlan *self, double top);
double      _foi_chart_plan_measure_bars (FoiChartPlan *self);

G_END_DECLS
