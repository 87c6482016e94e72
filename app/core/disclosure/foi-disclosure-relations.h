/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-series.h"

G_BEGIN_DECLS

/* How figures of one series follow from those of another. Each is tried on the true figures of all
 * labels that both have; what holds is what a reader finds. */

void     _foi_series_add_terms (FoiDisclosureDraft *draft, FoiLine *line, const FoiSeries *series,
                                guint place, gint64 factor);
gboolean _foi_series_has_figure (const FoiSeries *self, guint place);
gboolean _foi_series_is_plain (const FoiSeries *self);
gboolean _foi_series_is_of (const FoiSeries *self, const FoiSeries *other);
gboolean _foi_series_says (const FoiSeries *self, const char *const *words, gsize n_words);
double   _foi_disclosure_count_bits (gint64 number);

GArray  *_foi_series_get_spans (const FoiSeries *self);
char    *_foi_series_dup_cell_label (FoiTableData *data, guint row, guint column);
void     _foi_disclosure_add_listed (FoiSeriesSet *set);
void     _foi_disclosure_add_multiples (FoiSeriesSet *set);
void     _foi_disclosure_add_averages (FoiSeriesSet *set);
void     _foi_disclosure_add_base (FoiSeriesSet *set, const FoiSeries *rate);
void     _foi_disclosure_add_running (FoiSeriesSet *set);
void     _foi_disclosure_add_joined (FoiSeriesSet *set);
void     _foi_disclosure_add_grouped (FoiSeriesSet *set);
void     _foi_disclosure_add_several (FoiSeriesSet *set);

G_END_DECLS
