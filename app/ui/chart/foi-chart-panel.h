/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_CHART_PANEL (foi_chart_panel_get_type ())

/**
 * FoiChartPanel:
 *
 * The card below a table with its chart: what kind, of which columns, by week or not, in the letter
 * or not. It follows each edit of the table within the frame, and is hidden for tables without
 * figures. It folds; that is remembered.
 */
G_DECLARE_FINAL_TYPE (FoiChartPanel, foi_chart_panel, FOI, CHART_PANEL, GtkBox)

GtkWidget *foi_chart_panel_new (FoiDocument *document, const char *table_name);

G_END_DECLS
