/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-paste-match.h"

G_BEGIN_DECLS

/**
 * FoiCellCover:
 *
 * What the case keeps to itself of a table's cells, for whoever changes some of them.
 */
typedef struct _FoiCellCover FoiCellCover;

FoiCellCover *foi_cell_cover_new (FoiCaseState *state, const char *table);
void          foi_cell_cover_free (FoiCellCover *self);
FoiPasteCover foi_cell_cover_get (FoiCellCover *self, guint64 row, const char *column,
                                  const FoiCell *after);
const char   *foi_cell_cover_get_refusal (FoiCellCover *self, guint64 row, const char *column,
                                          const FoiCell *after);

void  foi_paste_cover_find (FoiPasteMatch *match, FoiCaseState *state, const char *table);
void  foi_paste_cover_keep (FoiPasteMatch *match);
guint foi_paste_cover_count (const FoiPasteMatch *match, FoiPasteCover cover);
char *foi_paste_cover_dup_words (const FoiPasteMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiCellCover, foi_cell_cover_free)

G_END_DECLS
