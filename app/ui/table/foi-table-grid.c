/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-grid.h"

#include <glib/gi18n.h>

#include "foi-cell-words.h"
#include "foi-json-edit.h"
#include "foi-table-grid-private.h"
#include "foi-task.h"

/* All rows are seen without scrolling while there is room for them, but never so many that the
 * table has the page to itself; what is short on room keeps a few: the chart stays in view. */
#define MIN_ROWS 7
#define MAX_HEIGHT 420
/* What is marked in more rows is found out in a thread. */
#define MAX_ROWS_AT_ONCE 2000

static guint signals[FOI_GRID_N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiTableGrid, foi_table_grid, GTK_TYPE_WIDGET)

/* The first cell that differs between two states of a table. */
typedef struct
{
  FoiTableGrid *grid;
  guint         position;
  guint         field;
  gboolean      found;
} Difference;

static void
note_difference (Difference *difference, guint position, guint field)
{
  if (difference->found && position >= difference->position)
    return;
  difference->position = position;
  difference->field = field;
  difference->found = TRUE;
}

static void
rows_spliced (guint position, guint removed, guint added, gpointer user_data)
{
  note_difference (user_data, position, 0);
}

static void
row_replaced (guint position, FoiRecord *before, FoiRecord *after, gpointer user_data)
{
  Difference *difference = user_data;
  FoiTableGrid *self = difference->grid;

  for (guint i = 0; i < self->fields->len; i++)
    {
      guint index = g_array_index (self->fields, guint, i);

      if (index < before->n_cells && index < after->n_cells
          && !foi_cell_equal (&before->cells[index], &after->cells[index]))
        {
          note_difference (difference, position, i);
          return;
        }
    }
}

/* The first column that a person sees to be another than before, or in another's place. */
static guint
find_changed_column (FoiTableGrid *self, FoiTableData *before)
{
  guint field = 0;

  for (guint i = 0; i < foi_table_data_get_n_columns (before) && field < self->fields->len; i++)
    {
      FoiColumn *old = foi_table_data_get_column (before, i);

      if (g_str_equal (foi_column_get_name (old), FOI_ROW_FIELD))
        continue;
      if (old != foi_table_grid_get_field (self, field))
        return field;
      field++;
    }
  return MIN (field, self->fields->len - 1);
}

/* What undo and redo changed comes into view, and the cursor goes there. */
static void
show_difference (FoiTableGrid *self, FoiTableData *before)
{
  FoiTableData *now = foi_table_get_data (self->table);
  Difference difference = { .grid = self };

  if (foi_table_data_get_columns (before) != foi_table_data_get_columns (now)
      && self->fields->len > 0)
    note_difference (&difference, self->cursor.position, find_changed_column (self, before));
  else
    foi_row_store_diff (foi_table_data_get_rows (before), foi_table_data_get_rows (now),
                        rows_spliced, row_replaced, &difference);
  if (difference.found)
    _foi_table_grid_show_point (self,
                                MIN (difference.position,
                                     MAX (g_list_model_get_n_items (G_LIST_MODEL (self->table)), 1)
                                       - 1),
                                difference.field);
}

/*
 * _foi_table_grid_update_cells:
 *
 * Shows all cells anew: what is said about them changed.
 */
void
_foi_table_grid_update_cells (FoiTableGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      FoiGridColumn *column = g_ptr_array_index (self->columns, i);
      GHashTableIter iter;
      gpointer cell;

      g_hash_table_iter_init (&iter, column->cells);
      while (g_hash_table_iter_next (&iter, NULL, &cell))
        foi_table_cell_update (cell);
    }
}

/*
 * _foi_table_grid_note_moved:
 *
 * Rows come or go, or the list scrolls: where its cells are is known after the next frame.
 */
void
_foi_table_grid_note_moved (FoiTableGrid *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (clock != NULL)
    self->moved_until = gdk_frame_clock_get_frame_counter (clock) + 1;
}

/* Before the list is told that rows come or go: the focus may go with one of them, and those below
 * get other numbers. */
static void
before_items_changed_cb (FoiTableGrid *self)
{
  self->renumbered = TRUE;
  _foi_table_grid_note_moved (self);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    self->restore_focus = TRUE;
}

static void
columns_changed_cb (FoiTableGrid *self)
{
  before_items_changed_cb (self);
  _foi_table_grid_update_columns (self);
}

static gboolean
says_the_same (FoiTableData *a, FoiTableData *b, const char *member)
{
  JsonNode *left = foi_json_get_member (foi_table_data_get_resource (a), member);
  JsonNode *right = foi_json_get_member (foi_table_data_get_resource (b), member);

  return left == right || (left != NULL && right != NULL && foi_json_equal (left, right));
}

/* What a thread works on. The grid is not kept: it must not end in the thread. */
typedef struct
{
  GWeakRef      grid;
  FoiTableData *data;
} Marking;

static void
marking_free (Marking *marking)
{
  g_weak_ref_clear (&marking->grid);
  foi_table_data_unref (marking->data);
  g_free (marking);
}

static void
mark_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Marking *marking = task_data;

  g_task_return_pointer (task, foi_table_marks_new (marking->data),
                         (GDestroyNotify) foi_table_marks_free);
}

static void renew_marks (FoiTableGrid *self);

/* What was found may be about the table as it was before another edit. */
static void
marked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Marking *marking = g_task_get_task_data (G_TASK (result));
  g_autoptr (FoiTableGrid) self = g_weak_ref_get (&marking->grid);
  g_autoptr (FoiTableMarks) marks = g_task_propagate_pointer (G_TASK (result), NULL);

  /* A grid that is disposed of has no document. */
  if (self == NULL || self->document == NULL)
    return;
  self->marking = FALSE;
  g_clear_pointer (&self->marks, foi_table_marks_free);
  self->marks = g_steal_pointer (&marks);
  if (marking->data != self->shown)
    renew_marks (self);
  _foi_table_grid_update_cells (self);
}

/* Adding up a long table takes longer than a frame: until it is done, the old marks stay. */
static void
renew_marks (FoiTableGrid *self)
{
  g_autoptr (GTask) task = NULL;
  Marking *marking;

  if (foi_row_store_get_length (foi_table_data_get_rows (self->shown)) <= MAX_ROWS_AT_ONCE)
    {
      g_clear_pointer (&self->marks, foi_table_marks_free);
      self->marks = foi_table_marks_new (self->shown);
      return;
    }
  if (self->marks == NULL)
    self->marks = foi_table_marks_new (NULL);
  if (self->marking)
    return;
  self->marking = TRUE;
  marking = g_new0 (Marking, 1);
  g_weak_ref_init (&marking->grid, self);
  marking->data = foi_table_data_ref (self->shown);
  task = g_task_new (NULL, NULL, marked_cb, NULL);
  g_task_set_source_tag (task, renew_marks);
  g_task_set_task_data (task, marking, (GDestroyNotify) marking_free);
  foi_task_run_in_thread (task, mark_thread);
}

/* Last of all that is said of a change. */
static void
data_changed_cb (FoiTableGrid *self)
{
  g_autoptr (FoiTableData) before = g_steal_pointer (&self->shown);
  FoiTableData *now = foi_table_get_data (self->table);
  gboolean has_totals = foi_json_get_member (foi_table_data_get_resource (now),
                                             "foi:totals") != NULL;

  self->shown = foi_table_data_ref (now);
  renew_marks (self);
  if (has_totals || self->renumbered || !says_the_same (before, now, "foi:notes")
      || !says_the_same (before, now, "foi:totals"))
    _foi_table_grid_update_cells (self);
  self->renumbered = FALSE;
  _foi_table_grid_update_widths (self);
  if (self->drafts_version != foi_cell_drafts_get_version (self->drafts))
    {
      _foi_table_grid_update_cells (self);
      _foi_table_grid_emit (self, FOI_GRID_DRAFTS_CHANGED);
    }
  _foi_table_grid_update_points (self);
  if (self->own_edits == 0)
    show_difference (self, before);
  if (self->restore_focus)
    _foi_table_grid_reveal (self, TRUE);
  self->restore_focus = FALSE;
  _foi_table_grid_emit (self, FOI_GRID_CURSOR_MOVED);
}

static gboolean
query_tooltip_cb (FoiTableGrid *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GtkWidget *at = keyboard ? GTK_WIDGET (_foi_table_grid_find_cell (self, self->cursor.row,
                                                                    self->cursor.column))
                           : gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *widget = at != NULL && !FOI_IS_TABLE_CELL (at)
                        ? gtk_widget_get_ancestor (at, FOI_TYPE_TABLE_CELL)
                        : at;
  g_autofree char *text = NULL;
  GdkRectangle area;
  graphene_rect_t bounds;

  if (widget == NULL || !gtk_widget_compute_bounds (widget, GTK_WIDGET (self->view), &bounds))
    return FALSE;
  text = foi_table_cell_dup_tooltip (FOI_TABLE_CELL (widget));
  if (text == NULL)
    return FALSE;
  area = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                          (int) bounds.size.height };
  gtk_tooltip_set_tip_area (tooltip, &area);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static gboolean
foi_table_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  FoiTableGrid *self = FOI_TABLE_GRID (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);

  /* Tab goes round in a form that stands over the cells. */
  if (inside != NULL && GTK_IS_POPOVER (inside))
    return gtk_widget_child_focus (inside, direction);
  /* Inside, the grid moves its cursor itself; what asks GTK to move the focus wants to leave. */
  if (inside != NULL)
    return FALSE;
  return gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
foi_table_grid_grab_focus (GtkWidget *widget)
{
  FoiTableGrid *self = FOI_TABLE_GRID (widget);

  if (!foi_table_grid_get_cursor (self, NULL, NULL))
    return FALSE;
  _foi_table_grid_reveal (self, TRUE);
  return TRUE;
}

/* The headings and the rows that are always to be seen; 0 while nothing is known of rows yet. */
static int
get_least_height (FoiTableGrid *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);
  int header, row_height;

  if (row == NULL)
    return 0;
  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, -1, NULL, &header, NULL, NULL);
  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, -1, NULL, &row_height, NULL, NULL);
  return header + MIN_ROWS * row_height;
}

static void
foi_table_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (FOI_TABLE_GRID (widget)->scroller, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = MIN (*natural, MAX (*minimum, get_least_height (FOI_TABLE_GRID (widget))));
}

static void
foi_table_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (FOI_TABLE_GRID (widget)->scroller, width, height, baseline, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_POPOVER (child))
        gtk_popover_present (GTK_POPOVER (child));
    }
}

static void
clear_point (FoiGridPoint *point)
{
  g_clear_pointer (&point->column, g_free);
}

static void
foi_table_grid_dispose (GObject *object)
{
  FoiTableGrid *self = FOI_TABLE_GRID (object);
  GtkWidget *child;

  if (self->reveal_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_tick);
  self->reveal_tick = 0;
  if (self->grow_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->grow_tick);
  self->grow_tick = 0;
  /* Text that is not understood stays beside the table. */
  _foi_table_grid_drop_edit (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_table_grid_parent_class)->dispose (object);
}

static void
foi_table_grid_finalize (GObject *object)
{
  FoiTableGrid *self = FOI_TABLE_GRID (object);

  clear_point (&self->cursor);
  clear_point (&self->anchor);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->marks, foi_table_marks_free);
  g_clear_pointer (&self->shown, foi_table_data_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (foi_table_grid_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  static const struct
  {
    const char *name;
    guint       n_params;
    GType       params[2];
  } described[FOI_GRID_N_SIGNALS] = {
    [FOI_GRID_CURSOR_MOVED] = { "cursor-moved", 0, { 0 } },
    [FOI_GRID_DRAFTS_CHANGED] = { "drafts-changed", 0, { 0 } },
    [FOI_GRID_PAGE_CHANGED] = { "page-changed", 0, { 0 } },
    [FOI_GRID_NOTE_WANTED] = { "note-wanted", 0, { 0 } },
    [FOI_GRID_TOLD] = { "told", 1, { G_TYPE_STRING } },
    [FOI_GRID_PASTE_TOO_WIDE] = { "paste-too-wide", 1, { G_TYPE_STRING } },
    [FOI_GRID_CONTEXT_MENU] = { "context-menu", 2, { G_TYPE_INT, G_TYPE_INT } },
    [FOI_GRID_COLUMN_MENU] = { "column-menu", 1, { G_TYPE_STRING } },
  };

  for (guint i = 0; i < FOI_GRID_N_SIGNALS; i++)
    signals[i] = g_signal_newv (described[i].name, type, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL,
                                G_TYPE_NONE, described[i].n_params, (GType *) described[i].params);
}

static void
foi_table_grid_class_init (FoiTableGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_table_grid_dispose;
  object_class->finalize = foi_table_grid_finalize;
  widget_class->measure = foi_table_grid_measure;
  widget_class->size_allocate = foi_table_grid_size_allocate;
  widget_class->focus = foi_table_grid_focus;
  widget_class->grab_focus = foi_table_grid_grab_focus;

  install_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_css_name (widget_class, "tablegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_table_grid_init (FoiTableGrid *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) _foi_grid_column_unref);
}

void
_foi_table_grid_emit (FoiTableGrid *self, guint signal)
{
  if (signal == FOI_GRID_DRAFTS_CHANGED)
    self->drafts_version = foi_cell_drafts_get_version (self->drafts);
  g_signal_emit (self, signals[signal], 0);
  if (signal == FOI_GRID_DRAFTS_CHANGED)
    foi_document_todos_changed (self->document);
}

void
_foi_table_grid_tell (FoiTableGrid *self, const char *text)
{
  g_signal_emit (self, signals[FOI_GRID_TOLD], 0, text);
}

static void
name_view (FoiTableGrid *self)
{
  const char *title = foi_table_get_title (self->table);

  /* Only the view itself is the table; the list and the headings in it are named after it too,
   * or they would report their C types. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->header), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Headings"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rows"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scroller), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

static void
build (FoiTableGrid *self)
{
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_reorderable (self->view, FALSE);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  self->header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  self->list = gtk_widget_get_next_sibling (self->header);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self,
                           G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX_HEIGHT);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
    G_CALLBACK (_foi_table_grid_note_moved), self, G_CONNECT_SWAPPED);
  _foi_table_grid_add_keys (self);
  _foi_table_grid_add_pointer (self);
}

/**
 * foi_table_grid_new:
 * @document: what the window shows
 * @table: one of its tables
 *
 * Returns: (transfer floating): its rows and columns.
 */
FoiTableGrid *
foi_table_grid_new (FoiDocument *document, FoiTable *table)
{
  FoiTableGrid *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (FOI_IS_TABLE (table), NULL);

  self = g_object_new (FOI_TYPE_TABLE_GRID, NULL);
  self->document = g_object_ref (document);
  self->table = g_object_ref (table);
  self->shown = foi_table_data_ref (foi_table_get_data (table));
  self->drafts = foi_cell_drafts_of (table);
  self->drafts_version = foi_cell_drafts_get_version (self->drafts);
  renew_marks (self);
  build (self);
  /* Before the list listens to the table. */
  g_signal_connect_object (table, "items-changed", G_CALLBACK (before_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "columns-changed", G_CALLBACK (columns_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "notify::data", G_CALLBACK (data_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "notify::title", G_CALLBACK (name_view), self,
                           G_CONNECT_SWAPPED);
  _foi_table_grid_update_columns (self);
  _foi_table_grid_fill (self);
  _foi_table_grid_init_points (self);
  name_view (self);
  return self;
}

/**
 * foi_table_grid_get_table:
 *
 * Returns: (transfer none): the table.
 */
FoiTable *
foi_table_grid_get_table (FoiTableGrid *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), NULL);
  return self->table;
}

/**
 * foi_table_grid_get_drafts:
 *
 * Returns: (transfer none): what was typed and is no value.
 */
FoiCellDrafts *
foi_table_grid_get_drafts (FoiTableGrid *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), NULL);
  return self->drafts;
}

/**
 * foi_table_grid_get_marks:
 *
 * Returns: (transfer none): notes and totals, until the table changes.
 */
FoiTableMarks *
foi_table_grid_get_marks (FoiTableGrid *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), NULL);
  return self->marks;
}
