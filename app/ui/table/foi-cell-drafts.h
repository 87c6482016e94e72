/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case.h"
#include "foi-table.h"
#include "foi-typed.h"

G_BEGIN_DECLS

typedef enum
{
  FOI_DRAFT_TYPED,
  FOI_DRAFT_PASTED,
  FOI_DRAFT_RECOVERED,  /* a value, which the program ended too soon to take */
} FoiDraftOrigin;

/* Typed text that is no value of its cell, or not yet, kept until the person says what it is. */
typedef struct
{
  guint64 row;
  char   *column;
  char   *text;
  char   *reason;
  char  **choices;   /* (nullable) */
  FoiCell cell;      /* what the case had when it was typed */
  FoiDraftOrigin origin;
} FoiCellDraft;

/**
 * FoiCellDrafts:
 *
 * The cells of one table that show typed text which is not in the case. They stay with the table
 * while its case is open, whatever page is shown, and follow it through undo and redo; the journal
 * of unsaved work keeps them. The case never knows them.
 */
typedef struct _FoiCellDrafts FoiCellDrafts;

FoiCellDrafts      *foi_cell_drafts_of (FoiTable *table);
void                foi_cell_drafts_clear (FoiCellDrafts *self);
guint               foi_cell_drafts_get_n (FoiCellDrafts *self);
gboolean            foi_cell_drafts_are_values (FoiCellDrafts *self);
const FoiCellDraft *foi_cell_drafts_get (FoiCellDrafts *self, guint64 row, const char *column);
void                foi_cell_drafts_put (FoiCellDrafts *self, guint64 row, const char *column,
                                         const char *text, FoiDraftOrigin origin,
                                         const FoiRefusal *refusal, const FoiCell *cell);
gboolean            foi_cell_drafts_remove (FoiCellDrafts *self, guint64 row, const char *column);
gboolean            foi_cell_drafts_forget (FoiCellDrafts *self, guint64 row, const char *column);
void                foi_cell_drafts_remember (FoiCellDrafts *self);
guint64             foi_cell_drafts_get_version (FoiCellDrafts *self);
GPtrArray          *foi_cell_drafts_dup_list (FoiCellDrafts *self);
gboolean            foi_cell_drafts_set_typing (FoiCellDrafts *self, guint64 row,
                                                const char *column, const char *text);
const FoiCellDraft *foi_cell_drafts_get_first (FoiCellDrafts *self, FoiTableData *data);

/* Those of a whole case. */
guint               foi_cell_drafts_count (FoiCase *foi_case);
guint64             foi_cell_drafts_get_stamp (FoiCase *foi_case, gboolean *has_any);
GPtrArray          *foi_cell_drafts_snapshot (FoiCase *foi_case);
GPtrArray          *foi_cell_drafts_list (GPtrArray *snapshots);
void                foi_cell_drafts_restore (FoiCase *foi_case, GPtrArray *typed);

G_END_DECLS
