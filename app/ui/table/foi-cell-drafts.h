/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table.h"
#include "foi-typed.h"

G_BEGIN_DECLS

/* Typed text that is no value of its cell, kept until the person says what it is to be. */
typedef struct
{
  guint64 row;
  char   *column;
  char   *text;
  char   *reason;
  char  **choices;   /* (nullable) */
  FoiCell cell;      /* what the case had when it was typed */
} FoiCellDraft;

/**
 * FoiCellDrafts:
 *
 * The cells of one table that show typed text which is not in the case. They stay with the table
 * while its case is open, whatever page is shown: the case never knows them.
 */
typedef struct _FoiCellDrafts FoiCellDrafts;

FoiCellDrafts      *foi_cell_drafts_of (FoiTable *table);
guint               foi_cell_drafts_count (FoiTable *table);
void                foi_cell_drafts_clear (FoiCellDrafts *self);
guint               foi_cell_drafts_get_n (FoiCellDrafts *self);
const FoiCellDraft *foi_cell_drafts_get (FoiCellDrafts *self, guint64 row, const char *column);
void                foi_cell_drafts_put (FoiCellDrafts *self, guint64 row, const char *column,
                                         const char *text, const FoiRefusal *refusal,
                                         const FoiCell *cell);
gboolean            foi_cell_drafts_remove (FoiCellDrafts *self, guint64 row, const char *column);
gboolean            foi_cell_drafts_prune (FoiCellDrafts *self, FoiTableData *data);
const FoiCellDraft *foi_cell_drafts_get_first (FoiCellDrafts *self, FoiTableData *data);

G_END_DECLS
