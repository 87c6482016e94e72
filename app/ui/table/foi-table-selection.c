/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-grid-private.h"

/* The list has no size for the first frames; after this many it never will. */
#define MAX_REVEAL_FRAMES 60

static guint
get_n_rows (FoiTableGrid *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->table));
}

static guint
find_field (FoiTableGrid *self, const char *name)
{
  for (guint i = 0; name != NULL && i < self->fields->len; i++)
    {
      if (g_str_equal (foi_column_get_name (foi_table_grid_get_field (self, i)), name))
        return i;
    }
  return G_MAXUINT;
}

static void
set_point (FoiTableGrid *self, FoiGridPoint *point, guint position, guint field)
{
  g_autoptr (FoiRow) row = g_list_model_get_item (G_LIST_MODEL (self->table), position);
  FoiColumn *column = foi_table_grid_get_field (self, field);

  point->position = position;
  point->field = field;
  point->row = row != NULL ? foi_row_get_id (row) : 0;
  g_free (point->column);
  point->column = column != NULL ? g_strdup (foi_column_get_name (column)) : NULL;
}

/* Finds a point again after the table changed: where its row or column has gone, what is in its
 * place now. */
static void
update_point (FoiTableGrid *self, FoiGridPoint *point)
{
  guint n_rows = get_n_rows (self);
  guint field = find_field (self, point->column);
  guint position;

  if (n_rows == 0 || self->fields->len == 0)
    return;
  if (field == G_MAXUINT)
    field = MIN (point->field, self->fields->len - 1);
  if (!foi_table_find_row (self->table, point->row, &position))
    position = MIN (point->position, n_rows - 1);
  set_point (self, point, position, field);
}

static gboolean
has_cells (FoiTableGrid *self)
{
  return get_n_rows (self) > 0 && self->fields->len > 0 && self->cursor.column != NULL;
}

/*
 * _foi_table_grid_init_points:
 *
 * Puts the cursor into the first cell.
 */
void
_foi_table_grid_init_points (FoiTableGrid *self)
{
  if (get_n_rows (self) == 0 || self->fields->len == 0)
    return;
  set_point (self, &self->cursor, 0, 0);
  set_point (self, &self->anchor, 0, 0);
  _foi_table_grid_refresh_block (self);
}

/*
 * _foi_table_grid_update_points:
 *
 * Finds cursor and block again after the table changed.
 */
void
_foi_table_grid_update_points (FoiTableGrid *self)
{
  if (self->cursor.column == NULL)
    {
      _foi_table_grid_init_points (self);
      return;
    }
  update_point (self, &self->cursor);
  update_point (self, &self->anchor);
  _foi_table_grid_refresh_block (self);
}

/*
 * _foi_table_grid_refresh_block:
 *
 * Shows on the cells what is selected now.
 */
void
_foi_table_grid_refresh_block (FoiTableGrid *self)
{
  self->has_block = has_cells (self);
  self->block.top = MIN (self->cursor.position, self->anchor.position);
  self->block.bottom = MAX (self->cursor.position, self->anchor.position);
  self->block.left = MIN (self->cursor.field, self->anchor.field);
  self->block.right = MAX (self->cursor.field, self->anchor.field);
  for (guint i = 0; i < self->columns->len; i++)
    {
      FoiGridColumn *column = g_ptr_array_index (self->columns, i);
      GHashTableIter iter;
      gpointer cell;

      g_hash_table_iter_init (&iter, column->cells);
      while (g_hash_table_iter_next (&iter, NULL, &cell))
        foi_table_cell_update_block (cell);
    }
}

/*
 * _foi_table_grid_in_block:
 *
 * Whether a cell is selected.
 */
gboolean
_foi_table_grid_in_block (FoiTableGrid *self, guint position, guint field)
{
  return self->has_block && position >= self->block.top && position <= self->block.bottom
         && field >= self->block.left && field <= self->block.right;
}

/* Scrolls sideways as far as it takes; the list itself only scrolls up and down. */
static void
reveal_across (FoiTableGrid *self, FoiTableCell *cell)
{
  GtkAdjustment *adjustment
    = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_get_width (GTK_WIDGET (cell)) == 0
      || !gtk_widget_compute_bounds (GTK_WIDGET (cell), self->list, &bounds))
    return;
  gtk_adjustment_clamp_page (adjustment, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

/* Whether the cursor's cell is in view already: then the list need not be laid out again. */
static gboolean
is_in_view (FoiTableGrid *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  FoiTableCell *cell = _foi_table_grid_find_cell (self, self->cursor.row, self->cursor.column);
  graphene_rect_t bounds;

  return cell != NULL && clock != NULL
         && gdk_frame_clock_get_frame_counter (clock) > self->moved_until
         && gtk_widget_get_width (GTK_WIDGET (cell)) > 0
         && gtk_widget_compute_bounds (GTK_WIDGET (cell), self->list, &bounds)
         && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= (float) gtk_widget_get_height (self->list);
}

/* Whether the cursor's cell could be shown. Before the list has its size it must not be scrolled:
 * it would divide by that. */
static gboolean
try_reveal (FoiTableGrid *self, gboolean focus)
{
  FoiTableCell *cell;

  if (!has_cells (self))
    return TRUE;
  if (!gtk_widget_get_mapped (self->list) || gtk_widget_get_height (self->list) <= 0)
    return FALSE;
  _foi_table_grid_have_row (self, self->cursor.position);
  if (!is_in_view (self))
    {
      gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", self->cursor.position);
      _foi_table_grid_note_moved (self);
    }
  cell = _foi_table_grid_find_cell (self, self->cursor.row, self->cursor.column);
  if (cell == NULL)
    return FALSE;
  if (focus && !foi_table_grid_is_editing (self))
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (gtk_widget_get_width (GTK_WIDGET (cell)) == 0)
    return FALSE;
  reveal_across (self, cell);
  return TRUE;
}

static gboolean
reveal_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  FoiTableGrid *self = FOI_TABLE_GRID (widget);

  if (self->reveal_frames++ < MAX_REVEAL_FRAMES && !try_reveal (self, self->reveal_focus))
    return G_SOURCE_CONTINUE;
  self->reveal_tick = 0;
  self->reveal_focus = FALSE;
  return G_SOURCE_REMOVE;
}

/*
 * _foi_table_grid_reveal:
 * @focus: give the cursor's cell the focus, too
 *
 * Shows the cursor's cell, at once or as soon as it has a size.
 */
void
_foi_table_grid_reveal (FoiTableGrid *self, gboolean focus)
{
  if (try_reveal (self, focus))
    return;
  self->reveal_focus = self->reveal_focus || focus;
  self->reveal_frames = 0;
  if (self->reveal_tick == 0)
    self->reveal_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_tick_cb, NULL,
                                                      NULL);
}

/* The page of columns that has the cursor. */
static void
show_cursor_page (FoiTableGrid *self)
{
  if (_foi_table_grid_find_column (self, self->cursor.column) == NULL)
    foi_table_grid_set_page (self, self->cursor.field / FOI_TABLE_GRID_PAGE);
}

/**
 * foi_table_grid_move:
 * @position: a row, from 0; one too many is the last
 * @field: a column that is seen, likewise
 * @extend: the block grows to it; else it is the whole block
 *
 * Moves the cursor, shows it and gives it the focus.
 */
void
foi_table_grid_move (FoiTableGrid *self, guint position, guint field, gboolean extend)
{
  guint n_rows;

  g_return_if_fail (FOI_IS_TABLE_GRID (self));

  n_rows = get_n_rows (self);
  if (n_rows == 0 || self->fields->len == 0)
    return;
  set_point (self, &self->cursor, MIN (position, n_rows - 1), MIN (field, self->fields->len - 1));
  if (!extend)
    set_point (self, &self->anchor, self->cursor.position, self->cursor.field);
  show_cursor_page (self);
  _foi_table_grid_refresh_block (self);
  _foi_table_grid_reveal (self, TRUE);
  _foi_table_grid_emit (self, FOI_GRID_CURSOR_MOVED);
}

/*
 * _foi_table_grid_show_point:
 *
 * Moves the cursor without taking the focus, unless the grid has it.
 */
void
_foi_table_grid_show_point (FoiTableGrid *self, guint position, guint field)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (position >= get_n_rows (self) || field >= self->fields->len)
    return;
  set_point (self, &self->cursor, position, field);
  set_point (self, &self->anchor, position, field);
  show_cursor_page (self);
  _foi_table_grid_refresh_block (self);
  _foi_table_grid_reveal (self, focused);
  _foi_table_grid_emit (self, FOI_GRID_CURSOR_MOVED);
}

/**
 * foi_table_grid_claim_focus:
 *
 * Gives the cursor's cell the focus, at once or as soon as the grid is shown.
 */
void
foi_table_grid_claim_focus (FoiTableGrid *self)
{
  g_return_if_fail (FOI_IS_TABLE_GRID (self));
  _foi_table_grid_reveal (self, TRUE);
}

/**
 * foi_table_grid_select:
 * @block: what is to be selected; its last cell gets the cursor
 *
 * Selects a block of cells.
 */
void
foi_table_grid_select (FoiTableGrid *self, const FoiGridBlock *block)
{
  g_return_if_fail (FOI_IS_TABLE_GRID (self));
  g_return_if_fail (block != NULL);

  foi_table_grid_move (self, block->top, block->left, FALSE);
  if (block->top == block->bottom && block->left == block->right)
    return;
  /* The cursor stays at the top left, where a person looks; the anchor is the other corner. */
  set_point (self, &self->anchor, MIN (block->bottom, get_n_rows (self) - 1),
             MIN (block->right, self->fields->len - 1));
  _foi_table_grid_refresh_block (self);
  _foi_table_grid_emit (self, FOI_GRID_CURSOR_MOVED);
}

/**
 * foi_table_grid_go_to:
 * @row: the id of a row
 * @column: the name of a column
 *
 * Moves the cursor to a cell; nothing happens where it has gone.
 */
void
foi_table_grid_go_to (FoiTableGrid *self, guint64 row, const char *column)
{
  guint field, position;

  g_return_if_fail (FOI_IS_TABLE_GRID (self));

  field = find_field (self, column);
  if (field != G_MAXUINT && foi_table_find_row (self->table, row, &position))
    foi_table_grid_move (self, position, field, FALSE);
}

/**
 * foi_table_grid_get_n_fields:
 *
 * Returns: how many columns a person sees, on all pages.
 */
guint
foi_table_grid_get_n_fields (FoiTableGrid *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), 0);
  return self->fields->len;
}

/**
 * foi_table_grid_get_field:
 *
 * Returns: (transfer none) (nullable): a column that a person sees.
 */
FoiColumn *
foi_table_grid_get_field (FoiTableGrid *self, guint field)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), NULL);

  if (field >= self->fields->len)
    return NULL;
  return foi_table_get_column (self->table, g_array_index (self->fields, guint, field));
}

/**
 * foi_table_grid_get_cursor:
 * @position: (out) (optional): its row
 * @field: (out) (optional): its column among those that are seen
 *
 * Returns: whether there is any cell.
 */
gboolean
foi_table_grid_get_cursor (FoiTableGrid *self, guint *position, guint *field)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), FALSE);

  if (!has_cells (self))
    return FALSE;
  if (position != NULL)
    *position = self->cursor.position;
  if (field != NULL)
    *field = self->cursor.field;
  return TRUE;
}

/**
 * foi_table_grid_get_cursor_row:
 *
 * Returns: the id of the cursor's row; 0 where there is none.
 */
guint64
foi_table_grid_get_cursor_row (FoiTableGrid *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), 0);
  return has_cells (self) ? self->cursor.row : 0;
}

/**
 * foi_table_grid_get_cursor_column:
 *
 * Returns: (nullable): the name of the cursor's column.
 */
const char *
foi_table_grid_get_cursor_column (FoiTableGrid *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), NULL);
  return has_cells (self) ? self->cursor.column : NULL;
}

/**
 * foi_table_grid_get_block:
 *
 * Returns: whether anything is selected; the cell of the cursor is, at least.
 */
gboolean
foi_table_grid_get_block (FoiTableGrid *self, FoiGridBlock *block)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), FALSE);

  *block = self->block;
  return self->has_block;
}

/**
 * foi_table_grid_dup_block_rows:
 * @n_rows: (out): how many
 *
 * Returns: (transfer full) (array length=n_rows): the ids of the rows of the block.
 */
guint64 *
foi_table_grid_dup_block_rows (FoiTableGrid *self, guint *n_rows)
{
  FoiRowStore *rows;
  guint64 *ids;

  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), NULL);

  *n_rows = self->has_block ? self->block.bottom - self->block.top + 1 : 0;
  ids = g_new (guint64, *n_rows + 1);
  rows = foi_table_data_get_rows (foi_table_get_data (self->table));
  for (guint i = 0; i < *n_rows; i++)
    ids[i] = foi_row_store_get (rows, self->block.top + i)->id;
  return ids;
}

/**
 * foi_table_grid_get_cursor_area:
 * @area: (out): where the cursor's cell is in the grid, to point at
 */
void
foi_table_grid_get_cursor_area (FoiTableGrid *self, GdkRectangle *area)
{
  FoiTableCell *cell;
  graphene_rect_t bounds;

  g_return_if_fail (FOI_IS_TABLE_GRID (self));

  cell = _foi_table_grid_find_cell (self, self->cursor.row, self->cursor.column);
  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &bounds))
    bounds = GRAPHENE_RECT_INIT (0, 0, 1, 1);
  area->x = (int) bounds.origin.x;
  area->y = (int) bounds.origin.y;
  area->width = (int) bounds.size.width;
  area->height = (int) bounds.size.height;
}
