/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-grid-types.h"
#include "foi-table-grid.h"

G_BEGIN_DECLS

/* For the files of the grid only. */

struct _FoiTableGrid
{
  GtkWidget      parent_instance;

  FoiDocument   *document;
  FoiTable      *table;
  FoiTableData  *shown;       /* what was shown before the change that is being said */
  FoiTableMarks *marks;
  gboolean       marking;     /* a thread finds out the marks of a long table */
  FoiCellDrafts *drafts;
  guint64        drafts_version; /* of those that were said last */

  GtkWidget     *scroller;
  GtkColumnView *view;
  GtkWidget     *header, *list;
  GtkSliceListModel *rows;    /* the first ones of the table, which the list has by now */
  guint          grow_tick;

  GArray        *fields;      /* of guint: indexes of columns a person sees */
  GPtrArray     *columns;     /* of FoiGridColumn: those on this page */
  guint          page;

  FoiGridPoint   cursor, anchor;
  FoiGridBlock   block;
  gboolean       has_block;   /* block holds something */
  gboolean       restore_focus;
  gboolean       renumbered;  /* rows came or went: cells that say their row's number are wrong */
  gint64         moved_until; /* the frame in which cells that moved have their places */
  guint          reveal_tick, reveal_frames;
  gboolean       reveal_focus;
  int            own_edits;

  FoiGridEdit    edit;
  double         drag_x, drag_y;
  guint          drag_tick;
};

enum
{
  FOI_GRID_CURSOR_MOVED,
  FOI_GRID_DRAFTS_CHANGED,
  FOI_GRID_TOLD,
  FOI_GRID_CONTEXT_MENU,
  FOI_GRID_COLUMN_MENU,
  FOI_GRID_PAGE_CHANGED,
  FOI_GRID_NOTE_WANTED,
  FOI_GRID_PASTE_TOO_WIDE,
  FOI_GRID_N_SIGNALS
};

void           _foi_table_grid_emit (FoiTableGrid *self, guint signal);
void           _foi_table_grid_update_cells (FoiTableGrid *self);
void           _foi_table_grid_note_moved (FoiTableGrid *self);
void           _foi_table_grid_tell (FoiTableGrid *self, const char *text);

FoiGridColumn *_foi_grid_column_ref (FoiGridColumn *self);
void           _foi_grid_column_unref (FoiGridColumn *self);
void           _foi_table_grid_update_columns (FoiTableGrid *self);
void           _foi_table_grid_update_widths (FoiTableGrid *self);
FoiGridColumn *_foi_table_grid_find_column (FoiTableGrid *self, const char *name);
FoiTableCell  *_foi_table_grid_find_cell (FoiTableGrid *self, guint64 row, const char *column);

void           _foi_table_grid_fill (FoiTableGrid *self);
void           _foi_table_grid_have_row (FoiTableGrid *self, guint position);
void           _foi_table_grid_init_points (FoiTableGrid *self);
void           _foi_table_grid_update_points (FoiTableGrid *self);
void           _foi_table_grid_refresh_block (FoiTableGrid *self);
gboolean       _foi_table_grid_in_block (FoiTableGrid *self, guint position, guint field);
void           _foi_table_grid_reveal (FoiTableGrid *self, gboolean focus);
void           _foi_table_grid_show_point (FoiTableGrid *self, guint position, guint field);

void           _foi_table_grid_add_keys (FoiTableGrid *self);
void           _foi_table_grid_add_pointer (FoiTableGrid *self);
gboolean       _foi_table_grid_start_edit (FoiTableGrid *self, gboolean replace);
gboolean       _foi_table_grid_finish_edit (FoiTableGrid *self, gboolean keep_open);
void           _foi_table_grid_drop_edit (FoiTableGrid *self);

G_END_DECLS
