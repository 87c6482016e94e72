/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-publication.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_CHART_COLUMNS,
  FOI_CHART_BARS,
  FOI_CHART_LINE,
} FoiChartKind;

#define FOI_CHART_MAX_SERIES 4
/* Nobody can read more of them side by side. */
#define FOI_CHART_MAX_CATEGORIES 1000

#define FOI_TYPE_CHART (foi_chart_get_type ())

/**
 * FoiChart:
 *
 * A chart worked out from a publication: categories, series, values with their states and coverage,
 * ticks and the description. Immutable, reference counted, thread-safe; painting it is render's.
 */
typedef struct _FoiChart FoiChart;

/* One value of one series; @state other than VALUE: a gap, labelled with its mark. */
typedef struct
{
  FoiCellState state;
  double       value;      /* for placing only; never printed */
  gboolean     part;       /* covered less than whole, or it is not known how much */
  const char  *label;      /* "20,049", "[c]": as printed */
  const char  *brief;      /* "£1.42m": rounded, for where @label finds no room; or NULL */
  const char  *coverage;   /* "21 of 52", or NULL */
} FoiChartValue;

GType                foi_chart_get_type (void);
FoiChart            *foi_chart_new (FoiPublication *publication, JsonNode *spec, GError **error);
FoiChart            *foi_chart_ref (FoiChart *self);
void                 foi_chart_unref (FoiChart *self);
FoiChartKind         foi_chart_get_kind (FoiChart *self);
gboolean             foi_chart_is_in_letter (FoiChart *self);
gboolean             foi_chart_is_rate (FoiChart *self);
gboolean             foi_chart_has_periods (FoiChart *self);
gboolean             foi_chart_has_months (FoiChart *self);
const char          *foi_chart_get_title (FoiChart *self);
const char          *foi_chart_get_description (FoiChart *self);
guint                foi_chart_get_n_categories (FoiChart *self);
const char          *foi_chart_get_category (FoiChart *self, guint index);
gboolean             foi_chart_follows (FoiChart *self, guint index);
guint                foi_chart_get_n_series (FoiChart *self);
const char          *foi_chart_get_series_name (FoiChart *self, guint series);
const FoiChartValue *foi_chart_get_value (FoiChart *self, guint series, guint category);
char                *foi_chart_dup_value_text (FoiChart *self, guint series, guint category);
guint                foi_chart_get_n_ticks (FoiChart *self);
double               foi_chart_get_tick (FoiChart *self, guint index);
const char          *foi_chart_get_tick_label (FoiChart *self, guint index);
const char          *foi_chart_get_unit_title (FoiChart *self);
const char          *foi_chart_get_rate_title (FoiChart *self);
const char          *foi_chart_get_coverage_unit (FoiChart *self);
gboolean             foi_chart_equal (FoiChart *a, FoiChart *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiChart, foi_chart_unref)

G_END_DECLS
