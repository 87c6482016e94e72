/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-grid-private.h"

/* GTK makes widgets for some 200 rows of a list whether or not they are seen, and lays all of them
 * out before the next frame. So a list begins with the rows that fit, and gets a few in each
 * frame. */
#define FIRST_ROWS 16
#define CELLS_EACH 5
/* With more rows than that GTK makes no more widgets. */
#define MAX_ROWS_OF_WIDGETS 210

static gboolean
grow_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FoiTableGrid *self = FOI_TABLE_GRID (widget);
  guint size = gtk_slice_list_model_get_size (self->rows);
  guint n_columns = MAX (self->columns->len, 1);

  size += MAX (CELLS_EACH / n_columns, 1);
  if (size < MIN (g_list_model_get_n_items (G_LIST_MODEL (self->table)), MAX_ROWS_OF_WIDGETS))
    {
      gtk_slice_list_model_set_size (self->rows, size);
      return G_SOURCE_CONTINUE;
    }
  self->grow_tick = 0;
  gtk_slice_list_model_set_size (self->rows, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

/*
 * _foi_table_grid_fill:
 *
 * Gives the view the rows of the table.
 */
void
_foi_table_grid_fill (FoiTableGrid *self)
{
  g_autoptr (GtkSelectionModel) rows = NULL;

  self->rows = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->table)), 0, FIRST_ROWS);
  rows = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  gtk_column_view_set_model (self->view, rows);
  self->grow_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
}

/*
 * _foi_table_grid_have_row:
 * @position: a row of the table
 *
 * Sees to it that the list has the row, for somebody wants to go there.
 */
void
_foi_table_grid_have_row (FoiTableGrid *self, guint position)
{
  if (position >= gtk_slice_list_model_get_size (self->rows))
    gtk_slice_list_model_set_size (self->rows, G_MAXUINT);
}
