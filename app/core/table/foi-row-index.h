/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-row-store.h"

G_BEGIN_DECLS

/**
 * FoiRowIndex:
 *
 * Finds the first row with given cells in given columns without looking at every row. It holds
 * positions, no rows: it goes with one store, and with those made from it by changing other
 * columns. Immutable, reference counted, thread-safe.
 */
typedef struct _FoiRowIndex FoiRowIndex;

FoiRowIndex *foi_row_index_new (FoiRowStore *rows, const guint *columns, guint n_columns);
FoiRowIndex *foi_row_index_ref (FoiRowIndex *self);
void         foi_row_index_unref (FoiRowIndex *self);
gboolean     foi_row_index_find (FoiRowIndex *self, FoiRowStore *rows, const FoiCell *cells,
                                 guint *position);
gboolean     foi_row_index_find_next (FoiRowIndex *self, FoiRowStore *rows, guint *position);
gboolean     foi_row_index_fits (FoiRowIndex *self, FoiRowStore *before, FoiRowStore *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRowIndex, foi_row_index_unref)

G_END_DECLS
