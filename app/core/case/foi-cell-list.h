/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* Why the file has a value apart from its cell: it is too small, it would give another one away, or
 * its cell shows it rounded. */
typedef enum
{
  FOI_WITHHELD_PRIMARY,
  FOI_WITHHELD_SECONDARY,
  FOI_WITHHELD_ROUNDED,
} FoiWithheldBy;

/* Which list of the file, and which of its entries. */
typedef enum
{
  FOI_CELL_LIST_WITHHELD, /* true values behind [c], of all tables in one list */
  FOI_CELL_LIST_NOTES,    /* a table's notes that are printed */
  FOI_CELL_LIST_BOUNDS,   /* and those that say between what a figure lies that came suppressed */
} FoiCellListKind;

/**
 * FoiCellList:
 *
 * A list of the file whose entries are about cells of one table, while many of them change: an
 * entry is found by its cell without walking the list, and the list is made once.
 */
typedef struct _FoiCellList FoiCellList;

FoiCellList  *foi_cell_list_new (FoiCaseState *state, const char *table, FoiCellListKind kind);
void          foi_cell_list_free (FoiCellList *self);
JsonNode     *foi_cell_list_get (FoiCellList *self, JsonNode *row, const char *column);
void          foi_cell_list_set_value (FoiCellList *self, JsonNode *row, const char *column,
                                       JsonNode *value, FoiWithheldBy by);
void          foi_cell_list_set_note (FoiCellList *self, JsonNode *row, const char *column,
                                      JsonNode *note);
void          foi_cell_list_remove (FoiCellList *self, JsonNode *row, const char *column);
FoiCaseState *foi_cell_list_apply (FoiCellList *self, FoiCaseState *state);
FoiWithheldBy foi_cell_list_get_by (JsonNode *entry);
gboolean      foi_case_state_withholds_figures (FoiCaseState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiCellList, foi_cell_list_free)

G_END_DECLS
