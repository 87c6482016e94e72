/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-chart.h"

G_BEGIN_DECLS

/**
 * FoiChartSpec:
 * @x: name of the column along the axis
 * @y: names of the columns charted, the first of them first
 * @rate: values are divided by their coverage: calls a week
 * @title: (nullable): the officer's own; %NULL for the one that is made
 * @alt: (nullable): the officer's own description
 *
 * What an officer chose about a chart, as the member "foi:chart" of a table has it.
 */
typedef struct
{
  FoiChartKind kind;
  char        *x;
  GStrv        y;
  gboolean     rate;
  char        *title;
  char        *alt;
  gboolean     in_letter;
} FoiChartSpec;

FoiChartSpec *foi_chart_spec_propose (FoiPublication *publication, GError **error);
FoiChartSpec *foi_chart_spec_new (FoiPublication *publication, JsonNode *node, GError **error);
void          foi_chart_spec_free (FoiChartSpec *self);
JsonNode     *foi_chart_spec_to_json (const FoiChartSpec *self, JsonNode *previous);

gboolean      foi_chart_spec_has_series (const FoiChartSpec *self, const char *name);
gboolean      foi_chart_spec_toggle_series (FoiChartSpec *self, FoiPublication *publication,
                                            const char *name);

/* Which columns of a publication can be charted, and which of them can share an axis. */
gboolean      foi_chart_can_measure (FoiPublication *publication, guint column);
gboolean      foi_chart_can_share_axis (FoiColumn *a, FoiColumn *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiChartSpec, foi_chart_spec_free)

G_END_DECLS
