/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-grid-private.h"

/* How far a frame scrolls while a selection is drawn beyond the edge. */
#define SCROLL_STEP 12.0

static FoiTableCell *
find_cell_at (FoiTableGrid *self, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);

  if (at == NULL)
    return NULL;
  if (!FOI_IS_TABLE_CELL (at))
    at = gtk_widget_get_ancestor (at, FOI_TYPE_TABLE_CELL);
  /* Between two cells, on a line. */
  return at != NULL ? FOI_TABLE_CELL (at) : NULL;
}

static void
move_to_cell (FoiTableGrid *self, FoiTableCell *cell, gboolean extend)
{
  foi_table_grid_move (self, foi_table_cell_get_position (cell),
                       foi_table_cell_get_column (cell)->field, extend);
}

static void
pressed_cb (FoiTableGrid *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  FoiTableCell *cell = find_cell_at (self, x, y);
  GdkModifierType state = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (gesture));

  if (cell == NULL)
    return;
  /* Clicks in the cell that is edited are the entry's. */
  if (cell == self->edit.cell)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  _foi_table_grid_finish_edit (self, FALSE);
  move_to_cell (self, cell, (state & GDK_SHIFT_MASK) != 0);
  if (n_press == 2)
    foi_table_grid_edit (self);
}

static void
extend_to_pointer (FoiTableGrid *self, double x, double y)
{
  graphene_rect_t bounds;
  FoiTableCell *cell;

  if (!gtk_widget_compute_bounds (self->list, GTK_WIDGET (self->view), &bounds))
    return;
  x = CLAMP (x, 1, gtk_widget_get_width (GTK_WIDGET (self->view)) - 2);
  y = CLAMP (y, bounds.origin.y + 1, bounds.origin.y + bounds.size.height - 2);
  cell = find_cell_at (self, x, y);
  if (cell != NULL
      && (foi_table_cell_get_position (cell) != self->cursor.position
          || foi_table_cell_get_column (cell)->field != self->cursor.field))
    move_to_cell (self, cell, TRUE);
}

static gboolean
scroll_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FoiTableGrid *self = FOI_TABLE_GRID (widget);
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double height = gtk_widget_get_height (GTK_WIDGET (self->view));
  double step = 0;

  if (self->drag_y < gtk_widget_get_height (self->header))
    step = -SCROLL_STEP;
  else if (self->drag_y > height)
    step = SCROLL_STEP;
  if (step < 0 || step > 0)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      extend_to_pointer (self, self->drag_x, self->drag_y);
    }
  return G_SOURCE_CONTINUE;
}

static void
drag_updated_cb (FoiTableGrid *self, double offset_x, double offset_y, GtkGestureDrag *gesture)
{
  double x, y;

  if (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture))
      & GDK_SHIFT_MASK)
    return;
  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (find_cell_at (self, x, y) == NULL && self->drag_tick == 0)
    return;
  self->drag_x = x + offset_x;
  self->drag_y = y + offset_y;
  if (self->drag_tick == 0)
    self->drag_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, NULL, NULL);
  extend_to_pointer (self, self->drag_x, self->drag_y);
}

static void
drag_ended_cb (FoiTableGrid *self)
{
  if (self->drag_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_tick);
  self->drag_tick = 0;
}

static void
menu_pressed_cb (FoiTableGrid *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  FoiTableCell *cell = find_cell_at (self, x, y);
  double grid_x, grid_y;

  if (cell == NULL || cell == self->edit.cell)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  _foi_table_grid_finish_edit (self, FALSE);
  /* A menu over the block is about the block. */
  if (!_foi_table_grid_in_block (self, foi_table_cell_get_position (cell),
                                 foi_table_cell_get_column (cell)->field))
    move_to_cell (self, cell, FALSE);
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), x, y, &grid_x,
                                        &grid_y))
    g_signal_emit_by_name (self, "context-menu", (int) grid_x, (int) grid_y);
}

/*
 * _foi_table_grid_add_pointer:
 *
 * Lets clicks move the cursor, and drags draw a block.
 */
void
_foi_table_grid_add_pointer (FoiTableGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_updated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, click);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (menu));
}
