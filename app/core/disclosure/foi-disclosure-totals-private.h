/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-case-private.h"

G_BEGIN_DECLS

/* A row or a column that is the sum of others, its @parts. */
typedef struct
{
  guint total;
  GArray *parts;
} FoiFoundSum;

typedef GPtrArray *(*FoiFindSums) (FoiDisclosureDraft *draft, FoiTableData *data);

void     _foi_disclosure_add_row_total (FoiDisclosureDraft *draft, FoiTableData *data, guint total,
                                        GArray *rows, guint column, gboolean is_declared);
void     _foi_disclosure_add_column_total (FoiDisclosureDraft *draft, FoiTableData *data,
                                           guint total, GArray *columns, gboolean is_declared);
gboolean _foi_disclosure_is_declared (FoiDisclosureDraft *draft, FoiTableData *data,
                                      guint column);
gboolean _foi_disclosure_have_other_keys (FoiTableData *data, guint row, guint other, guint but);
GPtrArray *_foi_disclosure_new_found (void);
GPtrArray *_foi_disclosure_get_found (FoiDisclosureDraft *draft, FoiTableData *data,
                                      GHashTable *lists, FoiFindSums find);
FoiFoundSum *_foi_disclosure_add_found (GPtrArray *found, guint total);
void     _foi_disclosure_copy_found (GPtrArray *found, GPtrArray *others);
gboolean _foi_disclosure_is_in_sum (const FoiFoundSum *sum, guint place);
GPtrArray *_foi_disclosure_find_column_totals (FoiDisclosureDraft *draft, FoiTableData *data);
GPtrArray *_foi_disclosure_find_row_totals (FoiDisclosureDraft *draft, FoiTableData *data);
GPtrArray *_foi_disclosure_get_column_totals (FoiDisclosureDraft *draft, FoiTableData *data);
GPtrArray *_foi_disclosure_get_row_totals (FoiDisclosureDraft *draft, FoiTableData *data);
gboolean _foi_disclosure_is_total_row (FoiDisclosureDraft *draft, FoiTableData *data, guint row);
gboolean _foi_disclosure_is_seen_total (FoiDisclosureDraft *draft, FoiTableData *data, guint row);
GPtrArray *_foi_disclosure_list_row_totals (FoiDisclosureDraft *draft, FoiTableData *data);
gboolean _foi_disclosure_has_word (const char *text, const char *const *words, gsize n_words);
gboolean _foi_disclosure_is_called_mean (FoiTableData *data, guint column);
gboolean _foi_disclosure_is_called_rank (FoiTableData *data, guint column);
gboolean _foi_disclosure_counts (FoiDisclosureDraft *draft, FoiTableData *data, guint column);
gboolean _foi_disclosure_is_between (FoiDisclosureDraft *draft, FoiTableData *data, guint total,
                                     const GArray *rows, guint column);

G_END_DECLS
