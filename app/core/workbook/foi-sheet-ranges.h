/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-hidden.h"

G_BEGIN_DECLS

/* A block of cells, from 0, both ends among them. */
typedef struct
{
  guint first_row, first_column;
  guint last_row, last_column;
} FoiSheetRange;

gboolean foi_sheet_range_parse (const char *text, FoiSheetRange *range);
char *foi_sheet_range_to_text (const FoiSheetRange *range);

/* Why a row or column is not seen. */
typedef enum
{
  FOI_SHEET_SEEN,
  FOI_SHEET_PUT_AWAY,
  FOI_SHEET_FILTERED,
  FOI_SHEET_FLAT,
  FOI_SHEET_FOLDED,
} FoiSheetWhy;

/**
 * FoiSheetFacts:
 *
 * What is found of one sheet while it is read, to be told at its end: what hides a row may stand
 * behind all rows.
 */
typedef struct _FoiSheetFacts FoiSheetFacts;

FoiSheetFacts *foi_sheet_facts_new (void);
void foi_sheet_facts_free (FoiSheetFacts *self);
void foi_sheet_facts_add_row (FoiSheetFacts *self, guint row, FoiSheetWhy why);
void foi_sheet_facts_add_rows (FoiSheetFacts *self, guint first, guint last, FoiSheetWhy why);
void foi_sheet_facts_add_columns (FoiSheetFacts *self, guint first, guint last, FoiSheetWhy why);
gboolean foi_sheet_facts_is_column_hidden (FoiSheetFacts *self, guint column);
void foi_sheet_facts_begin_filter (FoiSheetFacts *self, const char *range);
void foi_sheet_facts_use_filter (FoiSheetFacts *self);
gboolean foi_sheet_facts_get_filter (FoiSheetFacts *self, FoiSheetRange *range);
void foi_sheet_facts_add_cell (FoiSheetFacts *self, FoiHiddenKind kind, guint row, guint column);
void foi_sheet_facts_add_block (FoiSheetFacts *self, FoiHiddenKind kind,
                                const FoiSheetRange *block);
void foi_sheet_facts_note (FoiSheetFacts *self, FoiHiddenKind kind, const char *detail,
                           const FoiSheetRange *block);
void foi_sheet_facts_set_names (FoiSheetFacts *self, FoiHiddenKind kind, const char *names);
void foi_sheet_facts_add_range (FoiSheetFacts *self, FoiHiddenKind kind, const char *range);
void foi_sheet_facts_add_filled (FoiSheetFacts *self, guint row, guint column);
void foi_sheet_facts_add_filled_block (FoiSheetFacts *self, const FoiSheetRange *block);
void foi_sheet_facts_add_picture (FoiSheetFacts *self, const FoiSheetRange *range);
void foi_sheet_facts_add_covered (FoiSheetFacts *self, guint row, guint column);
void foi_sheet_facts_add_merged (FoiSheetFacts *self, const FoiSheetRange *range);
void foi_sheet_facts_tell (FoiSheetFacts *self, const char *sheet, FoiHidden *hidden);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiSheetFacts, foi_sheet_facts_free)

G_END_DECLS
