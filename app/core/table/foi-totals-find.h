/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-totals.h"

G_BEGIN_DECLS

/**
 * FoiFoundTotal:
 * @is_row: whether it is a row, or a column
 * @place: of the row or column, from 0
 * @parts: (element-type guint): places of the rows or columns that it is the sum of
 *
 * A row or a column that is in each of its figures the exact sum of others, and that nobody has
 * declared to be a total.
 */
typedef struct
{
  gboolean is_row;
  guint    place;
  GArray  *parts;
} FoiFoundTotal;

GPtrArray *foi_totals_find (FoiTableData *data);
void       foi_found_total_free (FoiFoundTotal *self);
JsonNode  *foi_found_total_dup_declared (const FoiFoundTotal *self, FoiTableData *data);
JsonNode  *foi_found_total_dup_without (const FoiFoundTotal *self, FoiTableData *data);
char      *foi_found_total_dup_id (const FoiFoundTotal *self, FoiTableData *data);
char      *foi_found_total_dup_words (const FoiFoundTotal *self, FoiTableData *data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiFoundTotal, foi_found_total_free)

G_END_DECLS
