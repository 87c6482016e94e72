/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-date-order.h"
#include "foi-share-order.h"
#include "foi-table-paste.h"

G_BEGIN_DECLS

/* What becomes of the rows that are read. */
typedef enum
{
  FOI_IMPORT_NEW,     /* a table of their own */
  FOI_IMPORT_APPEND,  /* further rows of a table */
  FOI_IMPORT_REPLACE, /* the rows that are named alike change, the others are added */
} FoiImportMode;

/**
 * FoiImportWish:
 * @meanings: (element-type utf8 utf8): for what stands in cells, what it means
 * @texts: (element-type guint): columns of the block in which it means what it says
 * @types: (element-type guint FoiValueType): for columns of the block, from 0, their types
 * @orders: (element-type guint FoiDateOrder): for columns of the block, what their dates mean
 * @order: what those of all other columns do
 * @shares: (element-type guint FoiShareOrder): for columns of the block, what bare numbers in them
 *   are beside percentages
 * @share: what those of all other columns are that have both
 * @refused: (element-type utf8): totals that were found and are none, by foi_found_total_dup_id()
 * @no_totals: none of these is one
 *
 * What a person said of cells that are imported; where nothing was said, it is found out.
 */
typedef struct
{
  GHashTable   *meanings;
  GHashTable   *texts;
  GHashTable   *types;
  GHashTable   *orders;
  FoiDateOrder  order;
  GHashTable   *shares;
  FoiShareOrder share;
  GHashTable   *refused;
  gboolean      no_totals;
} FoiImportWish;

void              foi_import_wish_init (FoiImportWish *self);
void              foi_import_wish_clear (FoiImportWish *self);
void              foi_import_wish_forget_columns (FoiImportWish *self);
void              foi_import_wish_copy (const FoiImportWish *self, FoiImportWish *copy);
FoiPasteGrid     *foi_import_wish_apply (const FoiImportWish *self, FoiPasteGrid *grid);
FoiPasteProposal *foi_import_wish_propose (const FoiImportWish *self, FoiPasteGrid *grid,
                                           const char *name, GError **error);
FoiPasteMatch    *foi_import_match (FoiPasteGrid *grid, FoiTableData *table, const char *name,
                                    FoiImportMode mode, GError **error);
gboolean          foi_import_has_names (FoiTableData *table);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiImportWish, foi_import_wish_clear)

G_END_DECLS
