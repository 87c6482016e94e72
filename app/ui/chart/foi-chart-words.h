/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-chart-spec.h"
#include "foi-document.h"

G_BEGIN_DECLS

#define FOI_TYPE_CHART_WORDS (foi_chart_words_get_type ())

/**
 * FoiChartWords:
 *
 * The dialog for a chart's title and its description. What is left as it is made from the figures
 * goes on following them; an officer's own words stay.
 */
G_DECLARE_FINAL_TYPE (FoiChartWords, foi_chart_words, FOI, CHART_WORDS, GtkWindow)

GtkWidget *foi_chart_words_new (GtkWindow *parent, FoiDocument *document,
                                FoiPublication *publication, FoiChart *chart);
gboolean   foi_chart_write_spec (FoiDocument *document, const char *table,
                                 const FoiChartSpec *spec, const char *label);

G_END_DECLS
