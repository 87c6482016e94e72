/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-case-private.h"

G_BEGIN_DECLS

/**
 * FoiDisclosureGrid:
 * @columns: (element-type guint): the places of the counts that a letter shows
 * @is_stated: of a row: it is declared to be a total, or called one; or an average and the like
 * @is_total: of a row: the same, or found to be one, which may be so by chance
 * @has_totals: some row was declared to be one
 *
 * The true counts of a table, as far as they are known, to be compared with one another.
 */
typedef struct
{
  FoiTableData *data;
  guint n_rows;
  GArray *columns;
  gint64 *values;
  gboolean *is_known;
  gboolean *is_stated, *is_total;
  gboolean has_totals;
} FoiDisclosureGrid;

FoiDisclosureGrid *foi_disclosure_grid_new (FoiDisclosureDraft *draft, FoiTableData *data);
void               foi_disclosure_grid_free (FoiDisclosureGrid *self);
FoiColumn         *foi_disclosure_grid_get_column (const FoiDisclosureGrid *self, guint column);
gint64             foi_disclosure_grid_get (const FoiDisclosureGrid *self, guint row, guint column);
gboolean           foi_disclosure_grid_knows (const FoiDisclosureGrid *self, guint row,
                                              guint column);
gboolean           _foi_disclosure_grid_has_figure (const FoiDisclosureGrid *self, guint row,
                                                    guint column);
gboolean           _foi_disclosure_grid_withholds (FoiDisclosureDraft *draft,
                                                   const FoiDisclosureGrid *self, guint row,
                                                   guint column);

GStrv              _foi_disclosure_list_measure (FoiTableData *data);
gboolean           _foi_disclosure_says_what (const char *heading);
void               _foi_disclosure_add_ranked (FoiDisclosureDraft *draft,
                                               const FoiDisclosureGrid *grid);
void               _foi_disclosure_add_seen (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid);
void               _foi_disclosure_add_balances (FoiDisclosureDraft *draft,
                                                 FoiDisclosureGrid *grid);
void               _foi_disclosure_add_blocks (FoiDisclosureDraft *draft, FoiDisclosureGrid *grid);
void               _foi_disclosure_add_across (FoiDisclosureDraft *draft, GPtrArray *grids);
void               _foi_disclosure_add_single (FoiDisclosureDraft *draft, GPtrArray *grids,
                                               GHashTable *of_use);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiDisclosureGrid, foi_disclosure_grid_free)

G_END_DECLS
