/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-row-store.h"

G_BEGIN_DECLS

/**
 * FoiRowFinder:
 *
 * Finds the rows of a table by their keys. They are mostly asked for in the table's own order, so
 * the next one is tried first, and the index is only made when it is another. Keys may repeat: each
 * row is found once, in order. The fields are private; it may live on the stack.
 */
typedef struct
{
  GPtrArray  *records;
  GArray     *keys;
  guint       next;
  GHashTable *index;    /* key -> GQueue of positions + 1 */
  guint8     *found;
} FoiRowFinder;

void     foi_row_finder_init (FoiRowFinder *self, GPtrArray *records, GArray *keys);
void     foi_row_finder_clear (FoiRowFinder *self);
gboolean foi_row_finder_find (FoiRowFinder *self, const FoiCell *cells, guint *position);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiRowFinder, foi_row_finder_clear)

G_END_DECLS
