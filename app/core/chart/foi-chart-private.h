/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-chart-scale.h"
#include "foi-chart-spec.h"

G_BEGIN_DECLS

/* Known to the files of charts only: what coverage is counted in. */
typedef enum
{
  FOI_CHART_PERIOD_NONE,    /* dividing by it means nothing */
  FOI_CHART_PERIOD_WEEK, FOI_CHART_PERIOD_MONTH, FOI_CHART_PERIOD_DAY, FOI_CHART_PERIOD_QUARTER,
  FOI_CHART_PERIOD_OTHER,
} FoiChartPeriod;

/* A value with what is needed to speak of it exactly. */
typedef struct
{
  FoiChartValue shown;      /* owns its texts */
  gboolean      unsure;     /* nobody knows how much it covers */
  gint64        number;     /* where there is a value: as the series counts, scaled */
  char         *count;      /* the value as the table has it, where the series shows a rate */
  char         *rate;       /* "373 a week", or NULL */
  char         *covered;    /* "27 of 52 weeks", or NULL */
} FoiChartPoint;

typedef struct
{
  char      *name;
  FoiColumn *column;
  int        decimals;      /* of the numbers of its points */
  GArray    *points;        /* of FoiChartPoint, one for each category */
} FoiChartSeries;

typedef struct
{
  char    *name;
  gboolean follows;         /* nothing is missing between it and the one before */
} FoiChartCategory;

struct _FoiChart
{
  gatomicrefcount ref_count;
  FoiChartKind    kind;
  gboolean        in_letter;
  gboolean        is_rate;
  gboolean        has_periods;
  FoiColumn      *x;
  GArray         *categories;   /* of FoiChartCategory */
  GPtrArray      *series;       /* of FoiChartSeries */
  GArray         *ticks;        /* of double */
  GPtrArray      *tick_labels;
  FoiChartPeriod  period;       /* of a rate, shown or to be had */
  char           *coverage_unit;
  char           *title;
  char           *unit_title;
  char           *rate_title;
  char           *description;
};

/* foi-chart-points.c */
gboolean             _foi_chart_is_period (FoiColumn *column);
GArray               *_foi_chart_list_rows (FoiPublication *publication, guint x, GError **error);
GArray               *_foi_chart_list_categories (FoiPublication *publication, guint x,
                                                  const GArray *rows);
int                  _foi_chart_find_coverage (FoiPublication *publication, FoiColumn *measure);
FoiChartSeries       *_foi_chart_series_new (FoiPublication *publication, guint measure,
                                             const GArray *rows, gboolean is_rate);
void                 _foi_chart_series_free (FoiChartSeries *self);
const FoiChartPoint  *_foi_chart_series_get (const FoiChartSeries *self, guint category);
char                 *_foi_chart_series_format (const FoiChartSeries *self, gint64 number);
gboolean              _foi_chart_series_shorten (FoiChartSeries *self, const FoiChartScale *scale);

/* foi-chart-words.c */
FoiChartPeriod       _foi_chart_find_period (FoiColumn *coverage);
char                 *_foi_chart_dup_coverage_unit (FoiColumn *coverage);
char                 *_foi_chart_say_for_one (FoiChartPeriod period, const char *amount);
char                 *_foi_chart_make_title (FoiChart *self);
char                 *_foi_chart_make_unit_title (FoiChart *self);
char                 *_foi_chart_make_rate_title (FoiColumn *measure, FoiChartPeriod period);

/* foi-chart-description.c */
char                 *_foi_chart_describe (FoiChart *self);

G_END_DECLS
