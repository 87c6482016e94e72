/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-sheet-ranges.h"
#include "foi-table-paste.h"
#include "foi-workbook.h"

G_BEGIN_DECLS

/* A number with more places than a table has: where it stands, with all of them and without. */
typedef struct
{
  guint row; /* of the sheet, from 0 */
  guint column;
  char *stored;
  char *shown;
} FoiSheetRounded;

/**
 * FoiSheetBlock:
 * @grid: the cells that are seen, of rows that have some
 * @range: what was read of the sheet: what was asked for, or all that is used of it
 * @rows: (element-type guint): the row of the sheet, from 0, of each row of @grid
 * @merged: (element-type FoiSheetRange): blocks in it that are shown as one cell each, whose value
 *   belongs to the first of their cells
 * @n_hidden: cells that were left out because they are hidden, also under merged ones
 * @n_computed: cells whose formula is left behind, with the value that it had
 * @n_rounded: cells that have more decimal places than a table
 * @rounded: (element-type FoiSheetRounded): the first of these
 *
 * A part of a sheet, to be made a table of.
 */
typedef struct
{
  FoiPasteGrid *grid;
  FoiSheetRange range;
  GArray       *rows;
  GArray       *merged;
  guint         n_hidden;
  guint         n_computed;
  guint         n_rounded;
  GArray       *rounded;
} FoiSheetBlock;

/* What stands in some cells of one column, and what it became. @value is %NULL where it could not
 * be read: then @refusal says why. @is_text: it is kept as it is, and so are the numbers that stand
 * with it. @row is that of the table's first such cell. */
typedef struct
{
  char      *typed;
  char      *value;
  FoiRefusal refusal;
  gboolean   is_text;
  guint      count;
  guint      row;
} FoiSheetChange;

FoiSheetBlock *foi_sheet_block_read (FoiWorkbook *workbook, guint sheet,
                                     const FoiSheetRange *range,
                                     void (*progress) (double, gpointer), gpointer data,
                                     GCancellable *cancellable, GError **error);
void           foi_sheet_block_free (FoiSheetBlock *self);
char          *foi_sheet_rounded_dup_place (const FoiSheetRounded *self);
int            foi_workbook_find_sheet (FoiWorkbook *workbook, const char *name);
GPtrArray     *foi_sheet_block_list_changes (FoiSheetBlock *self, FoiPasteProposal *proposal,
                                             guint column);
char          *foi_sheet_block_dup_place (FoiSheetBlock *self, FoiPasteProposal *proposal,
                                          guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiSheetBlock, foi_sheet_block_free)

G_END_DECLS
