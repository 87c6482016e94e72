/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-column.h"
#include "foi-json-value.h"

G_BEGIN_DECLS

/**
 * FoiCellCache:
 *
 * What the last texts read in a table's columns meant. Columns repeat themselves (years, names,
 * marks), so most texts are read once and then shared.
 */
typedef struct _FoiCellCache FoiCellCache;

FoiCellCache *foi_cell_cache_new (void);
void          foi_cell_cache_free (FoiCellCache *self);
gboolean      foi_cell_cache_read (FoiCellCache *self, FoiColumn *column, guint index,
                                   const FoiJsonValue *value, FoiCell *out, char **reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiCellCache, foi_cell_cache_free)

G_END_DECLS
