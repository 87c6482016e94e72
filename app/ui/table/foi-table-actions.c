/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-case-edits.h"
#include "foi-cell-note.h"
#include "foi-column-edits.h"
#include "foi-column-menu.h"
#include "foi-import-choose.h"
#include "foi-json-edit.h"
#include "foi-table-totals.h"
#include "foi-table-view-private.h"

typedef gboolean (*RowsFunc) (FoiTableView *self, guint position, GError **error);

/* Runs an edit of the person's doing and tells what went wrong. */
static gboolean
run_edit (FoiTableView *self, RowsFunc func, guint position)
{
  GError *error = NULL;
  gboolean done;

  foi_table_grid_commit (self->grid);
  foi_table_grid_begin_edits (self->grid);
  done = func (self, position, &error);
  foi_table_grid_end_edits (self->grid);
  return _foi_table_view_done (self, done, error);
}

static gboolean
insert_row (FoiTableView *self, guint position, GError **error)
{
  return foi_case_editor_insert_rows (_foi_table_view_get_editor (self),
                                      _foi_table_view_get_name (self), position, 1, NULL, error);
}

static void
add_row (FoiTableView *self, guint position)
{
  guint field = 0;

  foi_table_grid_get_cursor (self->grid, NULL, &field);
  if (run_edit (self, insert_row, position))
    foi_table_grid_move (self->grid, position, field, FALSE);
}

static void
add_row_above_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;
  FoiGridBlock block;

  add_row (self, foi_table_grid_get_block (self->grid, &block) ? block.top : 0);
}

static void
add_row_below_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;
  FoiGridBlock block;

  add_row (self, foi_table_grid_get_block (self->grid, &block) ? block.bottom + 1 : 0);
}

static void
add_row_last_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;

  add_row (self, g_list_model_get_n_items (G_LIST_MODEL (self->table)));
}

static gboolean
delete_rows (FoiTableView *self, guint position, GError **error)
{
  guint n_rows;
  g_autofree guint64 *rows = foi_table_grid_dup_block_rows (self->grid, &n_rows);

  return foi_case_editor_delete_rows (_foi_table_view_get_editor (self),
                                      _foi_table_view_get_name (self), rows, n_rows, error);
}

static void
delete_rows_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;
  guint position = 0, field = 0;
  FoiGridBlock block;

  if (!foi_table_grid_get_block (self->grid, &block))
    return;
  foi_table_grid_get_cursor (self->grid, &position, &field);
  if (run_edit (self, delete_rows, 0))
    foi_table_grid_move (self->grid, block.top, field, FALSE);
}

static gboolean
move_row (FoiTableView *self, guint position, GError **error)
{
  return foi_case_editor_move_row (_foi_table_view_get_editor (self),
                                   _foi_table_view_get_name (self),
                                   foi_table_grid_get_cursor_row (self->grid), position, error);
}

static void
move_row_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;
  guint position, field;

  if (foi_table_grid_get_cursor (self->grid, &position, &field) && position > 0
      && run_edit (self, move_row, position - 1))
    foi_table_grid_move (self->grid, position - 1, field, FALSE);
}

static void
move_row_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;
  guint position, field;

  if (foi_table_grid_get_cursor (self->grid, &position, &field)
      && position + 1 < g_list_model_get_n_items (G_LIST_MODEL (self->table))
      && run_edit (self, move_row, position + 1))
    foi_table_grid_move (self->grid, position + 1, field, FALSE);
}

typedef gboolean (*ColumnFunc) (FoiTableView *self, const char *column, int argument,
                                GError **error);

/* The same for the column of the cursor. */
static void
run_column_edit (FoiTableView *self, ColumnFunc func, int argument)
{
  g_autofree char *column = NULL;
  GError *error = NULL;
  gboolean done;

  foi_table_grid_commit (self->grid);
  column = g_strdup (foi_table_grid_get_cursor_column (self->grid));
  if (column == NULL)
    return;
  done = func (self, column, argument, &error);
  _foi_table_view_done (self, done, error);
}

static gboolean
sort_rows (FoiTableView *self, const char *column, int descending, GError **error)
{
  return foi_column_edits_sort (self->document, self->grid, column, descending != 0, error);
}

static void
sort_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_column_edit (user_data, sort_rows,
                   g_str_equal (g_variant_get_string (parameter, NULL), "down"));
}

static gboolean
insert_column (FoiTableView *self, const char *column, int right, GError **error)
{
  int index = foi_table_find_column (self->table, column);

  return foi_column_edits_insert (self->document, self->grid,
                                  index < 0 ? G_MAXUINT : (guint) (index + right), error);
}

static void
add_column_left_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_column_edit (user_data, insert_column, 0);
}

static void
add_column_right_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_column_edit (user_data, insert_column, 1);
}

/* The names of the block's columns, NULL behind the last. */
static char **
dup_block_columns (FoiTableView *self, const FoiGridBlock *block)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = block->left; i <= block->right; i++)
    g_strv_builder_add (names,
                        foi_column_get_name (foi_table_grid_get_field (self->grid, i)));
  return g_strv_builder_end (names);
}

static gboolean
set_withheld (FoiTableView *self, guint withheld, GError **error)
{
  FoiCaseEditor *editor = _foi_table_view_get_editor (self);
  const char *table = _foi_table_view_get_name (self);
  guint n_rows;
  g_autofree guint64 *rows = foi_table_grid_dup_block_rows (self->grid, &n_rows);
  g_auto (GStrv) names = NULL;
  const char *const *columns;
  FoiGridBlock block;

  if (!foi_table_grid_get_block (self->grid, &block))
    return TRUE;
  names = dup_block_columns (self, &block);
  columns = (const char *const *) names;
  return withheld ? foi_case_editor_suppress_cells (editor, table, rows, n_rows, columns, TRUE,
                                                    error)
                  : foi_case_editor_reveal_cells (editor, table, rows, n_rows, columns, error);
}

static void
withhold_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_edit (user_data, set_withheld, TRUE);
}

static void
reveal_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_edit (user_data, set_withheld, FALSE);
}

static void
mark_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;

  foi_table_grid_mark_block (self->grid, g_variant_get_string (parameter, NULL));
}

static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foi_table_grid_clear_block (((FoiTableView *) user_data)->grid);
}

static void
note_wanted_cb (FoiTableView *self)
{
  GtkWidget *note = foi_cell_note_new (self->document, self->grid);
  GdkRectangle area;

  foi_table_grid_get_cursor_area (self->grid, &area);
  _foi_table_view_show_popover (self, note, &area);
}

static void
note_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  note_wanted_cb (user_data);
}

static gboolean
set_left_out (FoiTableView *self, const char *column, int left_out, GError **error)
{
  return foi_column_edits_set_left_out (self->document, self->grid, column, left_out != 0, error);
}

static void
leave_out_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  run_column_edit (user_data, set_left_out, g_variant_get_boolean (state));
}

static void
show_column_menu (FoiTableView *self, const char *column)
{
  GdkRectangle area;

  if (foi_table_grid_get_heading_area (self->grid, column, &area))
    _foi_table_view_show_popover (self, foi_column_menu_new (self->document, self->grid, column),
                                  &area);
}

static void
column_menu_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;
  const char *name = foi_table_grid_get_cursor_column (self->grid);

  foi_table_grid_commit (self->grid);
  if (name != NULL)
    show_column_menu (self, name);
}

static void
heading_clicked_cb (FoiTableView *self, const char *column)
{
  g_autofree char *name = g_strdup (column);

  show_column_menu (self, name);
}

static gboolean
make_total (FoiTableView *self, guint position, GError **error)
{
  return foi_table_totals_make_row (self->document, self->grid, error);
}

static gboolean
forget_total (FoiTableView *self, guint position, GError **error)
{
  return foi_table_totals_forget_row (self->document, self->grid, error);
}

static gboolean
add_averages (FoiTableView *self, guint position, GError **error)
{
  return foi_table_totals_add_averages (self->document, self->grid, error);
}

static void
total_row_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  FoiTableView *self = user_data;

  foi_table_grid_commit (self->grid);
  run_edit (self, g_variant_get_boolean (state) ? make_total : forget_total, 0);
}

static void
average_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;

  run_edit (self, add_averages, 0);
}

static void
print_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  FoiTableView *self = user_data;
  const char *print = g_variant_get_string (state, NULL);
  g_autoptr (JsonNode) value = NULL;
  GError *error = NULL;

  /* In the letter is where tables are unless they say so. */
  if (!g_str_equal (print, "letter"))
    value = foi_json_new_string (print);
  _foi_table_view_done (self,
                        foi_case_editor_set_table_member (_foi_table_view_get_editor (self),
                                                          _foi_table_view_get_name (self),
                                                          "foi:print", value,
                                                          _("Change Where Table Is Printed"),
                                                          &error),
                        error);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foi_table_grid_copy (((FoiTableView *) user_data)->grid, FALSE);
}

static void
cut_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foi_table_grid_copy (((FoiTableView *) user_data)->grid, TRUE);
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foi_table_grid_paste (((FoiTableView *) user_data)->grid);
}

static void
fill_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  foi_table_grid_fill_down (((FoiTableView *) user_data)->grid);
}

static void
turn_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;
  gboolean next = g_str_equal (g_action_get_name (G_ACTION (action)), "next-page");
  guint page = foi_table_grid_get_page (self->grid, NULL, NULL);

  foi_table_grid_set_page (self->grid, next ? page + 1 : page - MIN (page, 1));
}

static void
delete_table_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;
  g_autoptr (FoiDocument) document = g_object_ref (self->document);
  g_autofree char *title = g_strdup (foi_table_get_title (self->table));
  g_autofree char *text = NULL;
  GError *error = NULL;

  foi_table_grid_cancel (self->grid);
  if (!_foi_table_view_done (self,
                             foi_case_editor_remove_table (_foi_table_view_get_editor (self),
                                                           _foi_table_view_get_name (self), &error),
                             error))
    return;
  /* Translators: the title of a table. */
  text = g_strdup_printf (_("“%s” was deleted. Undo brings it back"), title);
  foi_document_tell (document, text);
}

/* The window knows about files. */
static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;

  foi_import_choose_file (GTK_WIDGET (self), self->document, NULL,
                          _foi_table_view_get_name (self));
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;

  foi_table_grid_commit (self->grid);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.export-csv", "s",
                              _foi_table_view_get_name (self));
}

/* The window shows what can be done about them. */
static void
small_numbers_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  FoiTableView *self = user_data;
  g_autofree char *place
    = g_strconcat ("tables/", _foi_table_view_get_name (self), "/small-numbers", NULL);

  foi_table_grid_commit (self->grid);
  foi_document_go_to (self->document, place);
}

static const GActionEntry entries[] = {
  { .name = "small-numbers", .activate = small_numbers_cb },
  { .name = "export", .activate = export_cb },
  { .name = "import", .activate = import_cb },
  { .name = "add-row-above", .activate = add_row_above_cb },
  { .name = "add-row-below", .activate = add_row_below_cb },
  { .name = "add-row-last", .activate = add_row_last_cb },
  { .name = "add-column-left", .activate = add_column_left_cb },
  { .name = "add-column-right", .activate = add_column_right_cb },
  { .name = "delete-rows", .activate = delete_rows_cb },
  { .name = "move-row-up", .activate = move_row_up_cb },
  { .name = "move-row-down", .activate = move_row_down_cb },
  { .name = "sort", .activate = sort_cb, .parameter_type = "s" },
  { .name = "withhold", .activate = withhold_cb },
  { .name = "reveal", .activate = reveal_cb },
  { .name = "mark", .activate = mark_cb, .parameter_type = "s" },
  { .name = "clear", .activate = clear_cb },
  { .name = "note", .activate = note_cb },
  { .name = "leave-out", .state = "false", .change_state = leave_out_cb },
  { .name = "column-menu", .activate = column_menu_cb },
  { .name = "total-row", .state = "false", .change_state = total_row_cb },
  { .name = "average", .activate = average_cb },
  { .name = "print", .parameter_type = "s", .state = "'letter'", .change_state = print_cb },
  { .name = "copy", .activate = copy_cb },
  { .name = "cut", .activate = cut_cb },
  { .name = "paste", .activate = paste_cb },
  { .name = "fill-down", .activate = fill_down_cb },
  { .name = "previous-page", .activate = turn_page_cb },
  { .name = "next-page", .activate = turn_page_cb },
  { .name = "delete-table", .activate = delete_table_cb },
};

static void
set_enabled (FoiTableView *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_state (FoiTableView *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

/* Whether the column under the cursor has figures of which something says how much they cover. */
static gboolean
has_coverage (FoiTableView *self, const char *measure)
{
  for (guint i = 0; i < foi_table_get_n_columns (self->table); i++)
    {
      const char *const *covers = foi_column_get_covers (foi_table_get_column (self->table, i));

      if (covers != NULL && g_strv_contains (covers, measure))
        return TRUE;
    }
  return FALSE;
}

/*
 * _foi_table_view_update_actions:
 *
 * Says of every action whether it can be done now: the one place that does.
 */
void
_foi_table_view_update_actions (FoiTableView *self)
{
  static const char *const of_cells[] = {
    "add-row-above", "delete-rows", "sort", "mark", "clear", "note", "leave-out", "column-menu",
    "copy", "cut", "paste", "fill-down", "total-row",
  };
  FoiTableData *data = foi_table_get_data (self->table);
  const char *name = foi_table_grid_get_cursor_column (self->grid);
  int column = name != NULL ? foi_table_find_column (self->table, name) : -1;
  guint position = 0, last;
  gboolean has_cell = foi_table_grid_get_cursor (self->grid, &position, NULL) && column >= 0;
  const FoiCell *cell = has_cell ? foi_table_data_get_cell (data, position, (guint) column) : NULL;
  guint page = foi_table_grid_get_page (self->grid, NULL, &last);

  for (gsize i = 0; i < G_N_ELEMENTS (of_cells); i++)
    set_enabled (self, of_cells[i], has_cell);
  set_enabled (self, "withhold", has_cell && cell->state != FOI_CELL_SUPPRESSED);
  set_enabled (self, "reveal", has_cell && cell->state == FOI_CELL_SUPPRESSED);
  set_enabled (self, "move-row-up", has_cell && position > 0);
  set_enabled (self, "move-row-down",
               has_cell && position + 1 < g_list_model_get_n_items (G_LIST_MODEL (self->table)));
  set_enabled (self, "average", has_cell && has_coverage (self, name));
  set_enabled (self, "previous-page", page > 0);
  set_enabled (self, "next-page", last < foi_table_grid_get_n_fields (self->grid));
  set_state (self, "leave-out",
             g_variant_new_boolean (has_cell && foi_column_is_left_out (
                                      foi_table_data_get_column (data, (guint) column))));
  set_state (self, "total-row",
             g_variant_new_boolean (has_cell && foi_table_marks_is_total_row (
                                                foi_table_grid_get_marks (self->grid),
                                                foi_table_grid_get_cursor_row (self->grid))));
  set_state (self, "print",
             g_variant_new_string (foi_json_get_string (foi_table_data_get_resource (data),
                                                        "foi:print", "letter")));
}

/*
 * _foi_table_view_add_actions:
 *
 * What can be done to the table, under "table.", for its menus, buttons and keys.
 */
void
_foi_table_view_add_actions (FoiTableView *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->grid, "column-menu", G_CALLBACK (heading_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "note-wanted", G_CALLBACK (note_wanted_cb), self,
                           G_CONNECT_SWAPPED);
}
