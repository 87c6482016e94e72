/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "foi-chart.h"

G_BEGIN_DECLS

/*
 * Lengths are points. In a letter a chart is drawn on the paper, which is white; its title stands
 * below it, in the caption. A picture is a chart alone, with its title in it, on white of its own.
 */
void     foi_chart_paint (FoiChart *chart, cairo_t *cr, double width, double height);
double   foi_chart_get_natural_height (FoiChart *chart, double width);

void     foi_chart_paint_picture (FoiChart *chart, cairo_t *cr, double width, double height);
double   foi_chart_get_picture_height (FoiChart *chart, double width);
double   foi_chart_get_compact_height (FoiChart *chart, double width);
gboolean foi_chart_get_value_at (FoiChart *chart, double width, double height, double x, double y,
                                 guint *series, guint *category);
gboolean foi_chart_get_value_rect (FoiChart *chart, double width, double height, guint series,
                                   guint category, double rect[4]);
GBytes  *foi_chart_to_svg (FoiChart *chart, double width, double height, GError **error);
GBytes  *foi_chart_to_png (FoiChart *chart, double width, double height, double scale,
                           GError **error);
GBytes  *foi_chart_to_pdf (FoiChart *chart, double width, double height, GError **error);

G_END_DECLS
