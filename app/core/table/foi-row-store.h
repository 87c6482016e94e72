/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-cell.h"

G_BEGIN_DECLS

/**
 * FoiRecord:
 *
 * One row's cells under an id that never changes and is never used again in its table. Immutable
 * once stored, shared between every state of the table that has it.
 */
typedef struct
{
  int     ref_count;
  guint   n_cells;
  guint64 id;
  FoiCell cells[];
} FoiRecord;

FoiRecord *foi_record_new (guint64 id, guint n_cells);
FoiRecord *foi_record_copy (const FoiRecord *self);
FoiRecord *foi_record_ref (FoiRecord *self);
void       foi_record_unref (FoiRecord *self);

/**
 * FoiRowStore:
 *
 * A sequence of records that shares what it can with its earlier self: a vector of counted chunks
 * of at most a few hundred records. Every change returns a new store and copies one chunk, so that
 * a snapshot costs nothing and undo cannot be wrong. Immutable, reference counted, thread-safe.
 */
typedef struct _FoiRowStore FoiRowStore;

/* What differs between two stores, in the form of items-changed, plus the records replaced. */
typedef void (*FoiRowsSplicedFunc) (guint position, guint removed, guint added, gpointer user_data);
typedef void (*FoiRowReplacedFunc) (guint position, FoiRecord *before, FoiRecord *after,
                                    gpointer user_data);

FoiRowStore *foi_row_store_new (void);
FoiRowStore *foi_row_store_new_take (GPtrArray *records);
FoiRowStore *foi_row_store_ref (FoiRowStore *self);
void         foi_row_store_unref (FoiRowStore *self);
guint        foi_row_store_get_length (FoiRowStore *self);
FoiRecord   *foi_row_store_get (FoiRowStore *self, guint position);
gboolean     foi_row_store_find (FoiRowStore *self, guint64 id, guint *position);
FoiRowStore *foi_row_store_replace (FoiRowStore *self, guint position, FoiRecord *record);
FoiRowStore *foi_row_store_splice (FoiRowStore *self, guint position, guint removed,
                                   FoiRecord *const *records, guint added);
void         foi_row_store_diff (FoiRowStore *before, FoiRowStore *after,
                                 FoiRowsSplicedFunc spliced, FoiRowReplacedFunc replaced,
                                 gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRecord, foi_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiRowStore, foi_row_store_unref)

G_END_DECLS
