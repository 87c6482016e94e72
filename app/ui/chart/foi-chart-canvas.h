/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-chart.h"

G_BEGIN_DECLS

#define FOI_TYPE_CHART_CANVAS (foi_chart_canvas_get_type ())

/**
 * FoiChartCanvas:
 *
 * A chart on white paper, in the size of the window's text. The pointer and the arrow keys move
 * over its values. For those who hear the window it is one image, by its title and description;
 * while the keyboard is in it, by the value that was moved to. Property: status, what there is to
 * say of that value, or "".
 */
G_DECLARE_FINAL_TYPE (FoiChartCanvas, foi_chart_canvas, FOI, CHART_CANVAS, GtkWidget)

GtkWidget  *foi_chart_canvas_new (void);
void        foi_chart_canvas_set_chart (FoiChartCanvas *self, FoiChart *chart);
FoiChart   *foi_chart_canvas_get_chart (FoiChartCanvas *self);
const char *foi_chart_canvas_get_status (FoiChartCanvas *self);
const char *foi_chart_canvas_get_label (FoiChartCanvas *self);

G_END_DECLS
