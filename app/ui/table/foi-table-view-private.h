/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-grid.h"
#include "foi-table-view.h"

G_BEGIN_DECLS

/* For the files of the card only. */

struct _FoiTableView
{
  GtkBox parent_instance;

  FoiDocument        *document;
  FoiTable           *table;
  FoiTableGrid       *grid;
  GSimpleActionGroup *actions;
  gboolean            updating;     /* the title follows the table, not the other way round */

  GtkWidget *number_label;
  GtkWidget *title_entry;
  GtkWidget *mark_button;
  GtkWidget *leave_out_button;
  GtkWidget *menu_button;
  GtkWidget *strip_slot;
  GtkWidget *grid_slot;
  GtkWidget *empty_button;
  GtkWidget *small_bar;
  GtkWidget *small_label;
  GtkWidget *page_bar;
  GtkWidget *page_label;
  GMenuModel *cell_menu, *mark_menu, *table_menu;
};

void         _foi_table_view_add_actions (FoiTableView *self);
void         _foi_table_view_update_actions (FoiTableView *self);
void         _foi_table_view_show_popover (FoiTableView *self, GtkWidget *popover,
                                           const GdkRectangle *area);
gboolean     _foi_table_view_done (FoiTableView *self, gboolean done, GError *error);
const char  *_foi_table_view_get_name (FoiTableView *self);
FoiCaseEditor *_foi_table_view_get_editor (FoiTableView *self);
void         _foi_table_view_set_strip (FoiTableView *self, GtkWidget *strip);
void _foi_table_view_add_strips (FoiTableView *self);
void _foi_table_view_show_proposal (FoiTableView *self);
void _foi_table_view_paste_over (FoiTableView *self, const char *text);

G_END_DECLS
