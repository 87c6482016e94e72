/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-grid-private.h"

/* The modifiers that tell keys apart; locks and buttons do not. */
#define MODIFIERS (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)

typedef gboolean (*KeyFunc) (FoiTableGrid *self, int argument, gboolean shift);

/* One key, with Ctrl or Alt or neither. Shift is told to the function. */
typedef struct
{
  guint           keyval;
  GdkModifierType modifiers;
  KeyFunc         func;
  int             argument;
} Key;

static gboolean
move_rows (FoiTableGrid *self, int step, gboolean shift)
{
  guint position = self->cursor.position;

  if (step < 0)
    position -= MIN (position, (guint) -step);
  else
    position += (guint) step;
  foi_table_grid_move (self, position, self->cursor.field, shift);
  return TRUE;
}

static gboolean
move_fields (FoiTableGrid *self, int step, gboolean shift)
{
  guint field = self->cursor.field;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    step = -step;
  if (step < 0)
    field -= MIN (field, (guint) -step);
  else
    field += (guint) step;
  foi_table_grid_move (self, self->cursor.position, field, shift);
  return TRUE;
}

static gboolean
move_page (FoiTableGrid *self, int direction, gboolean shift)
{
  FoiTableCell *cell = _foi_table_grid_find_cell (self, self->cursor.row, self->cursor.column);
  int height = cell != NULL ? gtk_widget_get_height (GTK_WIDGET (cell)) : 0;
  int rows = height > 0 ? gtk_widget_get_height (self->list) / height : 10;

  return move_rows (self, direction * MAX (rows - 1, 1), shift);
}

static gboolean
move_to_row_end (FoiTableGrid *self, int end, gboolean shift)
{
  foi_table_grid_move (self, self->cursor.position, end < 0 ? 0 : G_MAXUINT, shift);
  return TRUE;
}

static gboolean
move_to_column_end (FoiTableGrid *self, int end, gboolean shift)
{
  foi_table_grid_move (self, end < 0 ? 0 : G_MAXUINT, self->cursor.field, shift);
  return TRUE;
}

static gboolean
move_to_corner (FoiTableGrid *self, int end, gboolean shift)
{
  foi_table_grid_move (self, end < 0 ? 0 : G_MAXUINT, end < 0 ? 0 : G_MAXUINT, shift);
  return TRUE;
}

static gboolean
enter (FoiTableGrid *self, int argument, gboolean shift)
{
  /* Text that is no value is shown with the reason, and edited on. */
  if (foi_table_grid_is_editing (self) && !_foi_table_grid_finish_edit (self, TRUE))
    return TRUE;
  return move_rows (self, shift ? -1 : 1, FALSE);
}

static gboolean
tab (FoiTableGrid *self, int argument, gboolean shift)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->table));
  guint position = self->cursor.position, field = self->cursor.field;

  _foi_table_grid_finish_edit (self, FALSE);
  if (shift && field > 0)
    field--;
  else if (shift && position > 0)
    {
      position--;
      field = self->fields->len - 1;
    }
  else if (!shift && field + 1 < self->fields->len)
    field++;
  else if (!shift)
    {
      if (position + 1 >= n_rows)
        gtk_widget_activate_action (GTK_WIDGET (self), "table.add-row-last", NULL);
      position++;
      field = 0;
    }
  foi_table_grid_move (self, position, field, FALSE);
  return TRUE;
}

static gboolean
escape (FoiTableGrid *self, int argument, gboolean shift)
{
  gboolean several = self->block.top != self->block.bottom || self->block.left != self->block.right;

  if (!foi_table_grid_is_editing (self)
      && foi_cell_drafts_get (self->drafts, self->cursor.row, self->cursor.column) == NULL
      && !several)
    return FALSE;
  if (!foi_table_grid_is_editing (self) && several)
    foi_table_grid_move (self, self->cursor.position, self->cursor.field, FALSE);
  else
    foi_table_grid_cancel (self);
  return TRUE;
}

static gboolean
edit (FoiTableGrid *self, int argument, gboolean shift)
{
  if (shift)
    _foi_table_grid_emit (self, FOI_GRID_NOTE_WANTED);
  else
    foi_table_grid_edit (self);
  return TRUE;
}

static gboolean
clear (FoiTableGrid *self, int argument, gboolean shift)
{
  foi_table_grid_clear_block (self);
  return TRUE;
}

static gboolean
select_all (FoiTableGrid *self, int argument, gboolean shift)
{
  const FoiGridBlock all = { 0, g_list_model_get_n_items (G_LIST_MODEL (self->table)) - 1, 0,
                             self->fields->len - 1 };

  foi_table_grid_select (self, &all);
  return TRUE;
}

/* Space: with Shift the whole row, with Ctrl the whole column, as in spreadsheets. */
static gboolean
select_column (FoiTableGrid *self, int argument, gboolean shift)
{
  const FoiGridBlock column = { 0, g_list_model_get_n_items (G_LIST_MODEL (self->table)) - 1,
                                self->cursor.field, self->cursor.field };

  foi_table_grid_select (self, &column);
  return TRUE;
}

static gboolean
copy (FoiTableGrid *self, int cut, gboolean shift)
{
  foi_table_grid_copy (self, cut != 0);
  return TRUE;
}

static gboolean
paste (FoiTableGrid *self, int argument, gboolean shift)
{
  foi_table_grid_paste (self);
  return TRUE;
}

static gboolean
fill_down (FoiTableGrid *self, int argument, gboolean shift)
{
  foi_table_grid_fill_down (self);
  return TRUE;
}

static const char *const actions[] = {
  "table.add-row-below", "table.delete-rows", "table.move-row-up", "table.move-row-down",
  "table.column-menu", "table.withhold", "table.small-numbers",
};

static gboolean
activate (FoiTableGrid *self, int action, gboolean shift)
{
  gtk_widget_activate_action (GTK_WIDGET (self), actions[action], NULL);
  return TRUE;
}

static gboolean
context_menu (FoiTableGrid *self, int argument, gboolean shift)
{
  GdkRectangle area;

  foi_table_grid_get_cursor_area (self, &area);
  g_signal_emit_by_name (self, "context-menu", area.x + area.width / 2, area.y + area.height);
  return TRUE;
}

static gboolean
context_menu_shift (FoiTableGrid *self, int argument, gboolean shift)
{
  return shift && context_menu (self, argument, FALSE);
}

static gboolean
withhold (FoiTableGrid *self, int argument, gboolean shift)
{
  return shift && activate (self, 5, FALSE);
}

static gboolean
small_numbers (FoiTableGrid *self, int argument, gboolean shift)
{
  return shift && activate (self, 6, FALSE);
}

/* What works whether or not a cell is edited; while one is, the move ends it. */
static const Key always[] = {
  { GDK_KEY_Up, 0, move_rows, -1 },
  { GDK_KEY_KP_Up, 0, move_rows, -1 },
  { GDK_KEY_Down, 0, move_rows, 1 },
  { GDK_KEY_KP_Down, 0, move_rows, 1 },
  { GDK_KEY_Page_Up, 0, move_page, -1 },
  { GDK_KEY_KP_Page_Up, 0, move_page, -1 },
  { GDK_KEY_Page_Down, 0, move_page, 1 },
  { GDK_KEY_KP_Page_Down, 0, move_page, 1 },
  { GDK_KEY_Return, 0, enter, 0 },
  { GDK_KEY_KP_Enter, 0, enter, 0 },
  { GDK_KEY_ISO_Enter, 0, enter, 0 },
  { GDK_KEY_Tab, 0, tab, 0 },
  { GDK_KEY_KP_Tab, 0, tab, 0 },
  { GDK_KEY_ISO_Left_Tab, 0, tab, 0 },
  { GDK_KEY_Escape, 0, escape, 0 },
};

/* What belongs to the entry while a cell is edited. */
static const Key not_editing[] = {
  { GDK_KEY_Left, 0, move_fields, -1 },
  { GDK_KEY_KP_Left, 0, move_fields, -1 },
  { GDK_KEY_Right, 0, move_fields, 1 },
  { GDK_KEY_KP_Right, 0, move_fields, 1 },
  { GDK_KEY_Home, 0, move_to_row_end, -1 },
  { GDK_KEY_KP_Home, 0, move_to_row_end, -1 },
  { GDK_KEY_End, 0, move_to_row_end, 1 },
  { GDK_KEY_KP_End, 0, move_to_row_end, 1 },
  { GDK_KEY_Left, GDK_CONTROL_MASK, move_to_row_end, -1 },
  { GDK_KEY_Right, GDK_CONTROL_MASK, move_to_row_end, 1 },
  { GDK_KEY_Up, GDK_CONTROL_MASK, move_to_column_end, -1 },
  { GDK_KEY_Down, GDK_CONTROL_MASK, move_to_column_end, 1 },
  { GDK_KEY_Home, GDK_CONTROL_MASK, move_to_corner, -1 },
  { GDK_KEY_KP_Home, GDK_CONTROL_MASK, move_to_corner, -1 },
  { GDK_KEY_End, GDK_CONTROL_MASK, move_to_corner, 1 },
  { GDK_KEY_KP_End, GDK_CONTROL_MASK, move_to_corner, 1 },
  { GDK_KEY_F2, 0, edit, 0 },
  { GDK_KEY_Delete, 0, clear, 0 },
  { GDK_KEY_KP_Delete, 0, clear, 0 },
  { GDK_KEY_BackSpace, 0, clear, 0 },
  { GDK_KEY_a, GDK_CONTROL_MASK, select_all, 0 },
  { GDK_KEY_space, GDK_CONTROL_MASK, select_column, 0 },
  { GDK_KEY_c, GDK_CONTROL_MASK, copy, 0 },
  { GDK_KEY_Insert, GDK_CONTROL_MASK, copy, 0 },
  { GDK_KEY_x, GDK_CONTROL_MASK, copy, 1 },
  { GDK_KEY_v, GDK_CONTROL_MASK, paste, 0 },
  { GDK_KEY_d, GDK_CONTROL_MASK, fill_down, 0 },
  { GDK_KEY_plus, GDK_CONTROL_MASK, activate, 0 },
  { GDK_KEY_equal, GDK_CONTROL_MASK, activate, 0 },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, activate, 0 },
  { GDK_KEY_minus, GDK_CONTROL_MASK, activate, 1 },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, activate, 1 },
  { GDK_KEY_Up, GDK_ALT_MASK, activate, 2 },
  { GDK_KEY_Down, GDK_ALT_MASK, activate, 3 },
  { GDK_KEY_Return, GDK_ALT_MASK, activate, 4 },
  { GDK_KEY_KP_Enter, GDK_ALT_MASK, activate, 4 },
  { GDK_KEY_w, GDK_CONTROL_MASK, withhold, 0 },
  { GDK_KEY_m, GDK_CONTROL_MASK, small_numbers, 0 },
  { GDK_KEY_F10, 0, context_menu_shift, 0 },
  { GDK_KEY_Menu, 0, context_menu, 0 },
};

static const Key *
find_key (const Key *keys, gsize n_keys, guint keyval, GdkModifierType modifiers)
{
  for (gsize i = 0; i < n_keys; i++)
    {
      if (keys[i].keyval == keyval && keys[i].modifiers == modifiers)
        return &keys[i];
    }
  return NULL;
}

/* Whether a key begins text: a character, or a dead or compose key on the way to one. */
static gboolean
begins_text (guint keyval, GdkModifierType modifiers)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  return gdk_keyval_to_unicode (keyval) >= ' ' || keyval == GDK_KEY_Multi_key
         || (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_longsolidusoverlay);
}

static gboolean
begin_typing (FoiTableGrid *self, GtkEventControllerKey *controller)
{
  GtkEditable *text;

  if (!_foi_table_grid_start_edit (self, TRUE))
    return FALSE;
  text = gtk_editable_get_delegate (GTK_EDITABLE (self->edit.entry));
  return gtk_event_controller_key_forward (controller, GTK_WIDGET (text));
}

static gboolean
run_key (FoiTableGrid *self, const Key *key, gboolean shift)
{
  if (key->func != enter && key->func != tab && key->func != escape)
    _foi_table_grid_finish_edit (self, FALSE);
  return key->func (self, key->argument, shift);
}

static gboolean
key_pressed_cb (FoiTableGrid *self, guint keyval, guint keycode, GdkModifierType state,
                GtkEventControllerKey *controller)
{
  GdkModifierType modifiers = state & MODIFIERS;
  gboolean shift = (modifiers & GDK_SHIFT_MASK) != 0 || keyval == GDK_KEY_ISO_Left_Tab;
  GdkModifierType others = modifiers & ~(GdkModifierType) GDK_SHIFT_MASK;
  guint folded = gdk_keyval_to_lower (keyval);
  const Key *key = find_key (always, G_N_ELEMENTS (always), folded, others);

  if (self->edit.cell != NULL && self->edit.composing)
    return FALSE;
  /* With Ctrl, Tab leaves the table, as it leaves any other place that uses Tab. */
  if (key != NULL && (self->cursor.column != NULL))
    return run_key (self, key, shift);
  if (self->edit.cell != NULL || self->cursor.column == NULL)
    return FALSE;
  key = find_key (not_editing, G_N_ELEMENTS (not_editing), folded, others);
  if (key != NULL)
    return run_key (self, key, shift);
  return begins_text (keyval, modifiers) && begin_typing (self, controller);
}

/*
 * _foi_table_grid_add_keys:
 *
 * Lets the grid have the keys before its cells and their entry.
 */
void
_foi_table_grid_add_keys (FoiTableGrid *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
