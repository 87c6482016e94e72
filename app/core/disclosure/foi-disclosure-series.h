/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-case-private.h"

G_BEGIN_DECLS

/* The labels of all series of a table that go the same way round. */
typedef struct
{
  GPtrArray *labels;  /* of char *, as they are compared */
  GHashTable *places; /* label → place + 1 */
  GPtrArray *words;   /* of GStrv, as foi_label_split() gives them, once somebody asked */
  GArray *spans;      /* of FoiSpan, as _foi_series_get_spans() gives them, or NULL */
  GHashTable *maps;   /* another axis → of each label the place there, or -1 */
  GHashTable *ends;   /* the same of those that end with the label there */
} FoiSeriesAxis;

typedef enum
{
  FOI_SERIES_COLUMN, /* of a table's rows, as it stands */
  FOI_SERIES_ROW,    /* of a table's columns */
  FOI_SERIES_SLICE,  /* of one key, where a table has several */
  FOI_SERIES_SUM,    /* what others come to, that no table need show */
} FoiSeriesKind;

typedef struct
{
  guint row, column;
} FoiSeriesCell;

/**
 * FoiSeries:
 * @name: what it is of, as labels are compared; %NULL of a sum
 * @cells: (element-type FoiSeriesCell): what each of its figures is made of, in order
 * @starts: of each figure, and at the end, where in @cells
 * @values: the true figures in units of the last digit, where they are known
 * @steps: of rates: how much of that the last digit of the figure itself is
 * @is_total: of each figure: whether it is that of a total row
 *
 * Figures that stand along labels: down a column, along a row, or by one of several keys.
 */
typedef struct
{
  FoiTableData *data;
  FoiSeriesAxis *axis;
  FoiSeriesKind kind;
  char *name;
  GArray *cells;
  guint *starts;
  gint64 *values, *steps;
  gboolean *is_known, *is_total;
  int decimals;
  gboolean is_asked; /* something in it is hidden, or is to be */
  gboolean is_percentage; /* of rates: it can be nothing else */
  gboolean is_called_rate, is_called_total, is_whole_number, is_money;
} FoiSeries;

/* All counts and all that may be rates, of the tables that a reader has. */
typedef struct
{
  FoiDisclosureDraft *draft;
  GPtrArray *axes;
  GPtrArray *counts, *rates; /* of FoiSeries */
  GHashTable *row_labels; /* FoiTableData → of FoiRowLabels */
} FoiSeriesSet;

FoiSeriesSet *foi_series_set_new (FoiDisclosureDraft *draft);
void          foi_series_set_free (FoiSeriesSet *self);
void          foi_series_set_add (FoiSeriesSet *self, FoiTableData *data);
GPtrArray    *foi_series_set_list_shown (FoiSeriesSet *self, guint max);
const int    *foi_series_map (const FoiSeries *from, const FoiSeries *to);
const int    *foi_series_map_ends (const FoiSeries *from, const FoiSeries *to);
GPtrArray    *foi_series_get_words (const FoiSeries *self);
char         *foi_series_fold_label (const char *text);

void          _foi_disclosure_add_beside (FoiSeriesSet *set);
void          _foi_disclosure_add_ratios (FoiSeriesSet *set);

static inline guint
foi_series_get_length (const FoiSeries *self)
{
  return self->axis->labels->len;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiSeriesSet, foi_series_set_free)

G_END_DECLS
