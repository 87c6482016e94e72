/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-cell-drafts.h"
#include "foi-document.h"
#include "foi-table-marks.h"
#include "foi-table-paste.h"
#include "foi-table.h"

G_BEGIN_DECLS

/* Columns beyond this many are on further pages: every cell of some 200 rows is a widget. */
#define FOI_TABLE_GRID_PAGE 20

/* Rows and fields from the first to the last, both included; a field is a column a person sees. */
typedef struct
{
  guint top, bottom;
  guint left, right;
} FoiGridBlock;

#define FOI_TYPE_TABLE_GRID (foi_table_grid_get_type ())

/**
 * FoiTableGrid:
 *
 * The rows and columns of a table: a cursor, a block of cells selected around it, and one entry in
 * the cell that is edited. It keeps the cursor by row and column, so that the cursor survives
 * whatever happens to the table.
 *
 * Signals: "cursor-moved"; "drafts-changed": typed text that is no value came or went; "told"
 * (text); "context-menu" (x, y) at a point of this widget; "column-menu" (name);
 * "page-changed": other columns are shown; "note-wanted", "paste-too-wide" (text).
 */
G_DECLARE_FINAL_TYPE (FoiTableGrid, foi_table_grid, FOI, TABLE_GRID, GtkWidget)

FoiTableGrid  *foi_table_grid_new (FoiDocument *document, FoiTable *table);
FoiTable      *foi_table_grid_get_table (FoiTableGrid *self);
FoiCellDrafts *foi_table_grid_get_drafts (FoiTableGrid *self);
FoiTableMarks *foi_table_grid_get_marks (FoiTableGrid *self);

/* The cursor and the block. Fields are the columns that are shown, in the order of the table. */
guint          foi_table_grid_get_n_fields (FoiTableGrid *self);
FoiColumn     *foi_table_grid_get_field (FoiTableGrid *self, guint field);
gboolean       foi_table_grid_get_cursor (FoiTableGrid *self, guint *position, guint *field);
guint64        foi_table_grid_get_cursor_row (FoiTableGrid *self);
const char    *foi_table_grid_get_cursor_column (FoiTableGrid *self);
gboolean       foi_table_grid_get_block (FoiTableGrid *self, FoiGridBlock *block);
guint64       *foi_table_grid_dup_block_rows (FoiTableGrid *self, guint *n_rows);
void foi_table_grid_claim_focus (FoiTableGrid *self);
void           foi_table_grid_move (FoiTableGrid *self, guint position, guint field,
                                    gboolean extend);
void           foi_table_grid_go_to (FoiTableGrid *self, guint64 row, const char *column);
void           foi_table_grid_select (FoiTableGrid *self, const FoiGridBlock *block);
void           foi_table_grid_get_cursor_area (FoiTableGrid *self, GdkRectangle *area);
gboolean       foi_table_grid_get_heading_area (FoiTableGrid *self, const char *column,
                                                GdkRectangle *area);

/* The pages of a wide table. */
guint          foi_table_grid_get_page (FoiTableGrid *self, guint *first, guint *last);
void           foi_table_grid_set_page (FoiTableGrid *self, guint page);

/* Editing. */
void           foi_table_grid_edit (FoiTableGrid *self);
gboolean       foi_table_grid_is_editing (FoiTableGrid *self);
gboolean       foi_table_grid_commit (FoiTableGrid *self);
void           foi_table_grid_cancel (FoiTableGrid *self);
gboolean       foi_table_grid_set_text (FoiTableGrid *self, const char *text);
void           foi_table_grid_begin_edits (FoiTableGrid *self);
void           foi_table_grid_end_edits (FoiTableGrid *self);
void           foi_table_grid_clear_block (FoiTableGrid *self);
void           foi_table_grid_mark_block (FoiTableGrid *self, const char *mark);
void           foi_table_grid_fill_down (FoiTableGrid *self);
void           foi_table_grid_copy (FoiTableGrid *self, gboolean cut);
void           foi_table_grid_paste (FoiTableGrid *self);
void foi_table_grid_take_problems (FoiTableGrid *self, GArray *problems);
void           foi_table_grid_paste_text (FoiTableGrid *self, const char *text, guint new_columns,
                                          gboolean clip);

G_END_DECLS
