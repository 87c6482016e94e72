/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-cell-words.h"
#include "foi-table-grid-private.h"

/* How many rows are looked at for the width of a column, and the widest that one asks for. */
#define SAMPLE_ROWS 200
#define MAX_CHARS 30
#define MIN_CHARS 6
/* Headings are on one line up to so many characters; a line is cut to no fewer than the second
 * number of them, and to no more than the third: the whole heading is in the tooltip. */
#define HEADING_CHARS 14
#define MIN_HEADING_CHARS 9
#define MAX_HEADING_CHARS 20
#define MANY_COLUMNS 7

FoiGridColumn *
_foi_grid_column_ref (FoiGridColumn *self)
{
  return g_rc_box_acquire (self);
}

static void
column_clear (gpointer data)
{
  FoiGridColumn *self = data;

  g_hash_table_unref (self->cells);
  foi_column_unref (self->column);
  g_free (self->name);
}

void
_foi_grid_column_unref (FoiGridColumn *self)
{
  g_rc_box_release_full (self, column_clear);
}

static FoiGridColumn *
column_new (FoiColumn *column)
{
  FoiGridColumn *self = g_rc_box_new0 (FoiGridColumn);

  self->name = g_strdup (foi_column_get_name (column));
  self->column = foi_column_ref (column);
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

FoiGridColumn *
_foi_table_grid_find_column (FoiTableGrid *self, const char *name)
{
  for (guint i = 0; name != NULL && i < self->columns->len; i++)
    {
      FoiGridColumn *column = g_ptr_array_index (self->columns, i);

      if (g_str_equal (column->name, name))
        return column;
    }
  return NULL;
}

FoiTableCell *
_foi_table_grid_find_cell (FoiTableGrid *self, guint64 row, const char *column)
{
  FoiGridColumn *grid_column = _foi_table_grid_find_column (self, column);

  return grid_column != NULL ? g_hash_table_lookup (grid_column->cells, &row) : NULL;
}

static int
count_chars (FoiTableGrid *self, FoiGridColumn *column)
{
  FoiRowStore *rows = foi_table_data_get_rows (foi_table_get_data (self->table));
  guint length = foi_row_store_get_length (rows);
  guint sample = MIN (length, SAMPLE_ROWS);
  glong widest = MIN_CHARS;

  for (guint i = 0; i < sample; i++)
    {
      /* Half from the top, half from all over, the last among them: numbers grow. */
      guint position = i < sample / 2
                         ? i
                         : (guint) ((guint64) i * (length - 1) / MAX (sample - 1, 1));
      FoiRecord *record = foi_row_store_get (rows, position);
      g_autofree char *text = foi_cell_words_display (column->column,
                                                      &record->cells[column->index]);

      widest = MAX (widest, g_utf8_strlen (text, 4 * MAX_CHARS));
    }
  return (int) MIN (widest, MAX_CHARS);
}

static void
update_cell_widths (FoiGridColumn *column)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, column->cells);
  while (g_hash_table_iter_next (&iter, NULL, &cell))
    foi_table_cell_update_width (cell);
}

/* The widget that the view makes of a column's title, and the label in it. */
static GtkWidget *
find_heading (FoiTableGrid *self, guint index)
{
  GtkWidget *heading = gtk_widget_get_first_child (self->header);

  while (heading != NULL && index-- > 0)
    heading = gtk_widget_get_next_sibling (heading);
  return heading;
}

static void
heading_released_cb (GtkGestureClick *gesture, int n_press, double x, double y,
                     gpointer user_data)
{
  GtkWidget *heading = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  FoiTableGrid *self = FOI_TABLE_GRID (gtk_widget_get_ancestor (heading, FOI_TYPE_TABLE_GRID));
  guint index = 0;

  for (GtkWidget *other = gtk_widget_get_first_child (self->header); other != heading && other;
       other = gtk_widget_get_next_sibling (other))
    index++;
  if (index >= self->columns->len || !gtk_widget_contains (heading, x, y))
    return;
  foi_table_grid_commit (self);
  g_signal_emit_by_name (self, "column-menu",
                         ((FoiGridColumn *) g_ptr_array_index (self->columns, index))->name);
}

/* Each line that is too long for the column ends in an ellipsis. Where there are so many columns
 * that they are scrolled in any case, none is shortened for the sake of the others. */
static void
dress_heading_label (FoiTableGrid *self, GtkLabel *label, gboolean numeric)
{
  int least = self->columns->len > MANY_COLUMNS ? MAX_HEADING_CHARS : MIN_HEADING_CHARS;
  int n_chars = 0;

  for (const char *line = gtk_label_get_text (label); line != NULL;)
    {
      const char *end = strchr (line, '\n');

      n_chars = MAX (n_chars, (int) g_utf8_strlen (line, end != NULL ? end - line : -1));
      line = end != NULL ? end + 1 : NULL;
    }
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (label, MIN (n_chars, least));
  gtk_label_set_max_width_chars (label, MAX_HEADING_CHARS);
  gtk_label_set_xalign (label, numeric ? 1 : 0);
  gtk_label_set_justify (label, numeric ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
}

/* Headings are the view's own; they get what it does not give them: lines, side, name, a click. */
static void
dress_heading (FoiTableGrid *self, GtkWidget *heading, FoiGridColumn *column)
{
  GtkWidget *box = gtk_widget_get_first_child (heading);
  GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;
  gboolean numeric = foi_column_is_numeric (column->column);
  gboolean left_out = foi_column_is_left_out (column->column);
  g_autofree char *whole = foi_column_dup_heading (column->column);
  g_autofree char *name = NULL;

  if (g_object_get_data (G_OBJECT (heading), "foi-heading") == NULL)
    {
      GtkGesture *click = gtk_gesture_click_new ();

      gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
      g_signal_connect (click, "released", G_CALLBACK (heading_released_cb), NULL);
      gtk_widget_add_controller (heading, GTK_EVENT_CONTROLLER (click));
      g_object_set_data (G_OBJECT (heading), "foi-heading", click);
    }
  if (box != NULL)
    gtk_widget_set_halign (box, numeric ? GTK_ALIGN_END : GTK_ALIGN_START);
  if (GTK_IS_LABEL (label))
    dress_heading_label (self, GTK_LABEL (label), numeric);
  if (left_out)
    gtk_widget_add_css_class (heading, "left-out");
  else
    gtk_widget_remove_css_class (heading, "left-out");
  /* Translators: a column's heading, for those who do not see that it is dimmed. */
  name = left_out ? g_strdup_printf (_("%s, not in the letter"), whole) : g_strdup (whole);
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  foi_value_type_to_words (
                                    foi_column_get_value_type (column->column)),
                                  -1);
  gtk_widget_set_tooltip_text (heading, name);
}

/* @text on two lines at most, as equal as its words allow: the view's headings are measured as if
 * they had all the room they want, so a label in them cannot break its own lines. */
static char *
break_in_two (const char *text, glong n_chars)
{
  glong length = g_utf8_strlen (text, -1), least = length;
  char *broken = g_strdup (text);
  char *place = NULL;

  for (char *space = strchr (broken, ' '); length > n_chars && space != NULL;
       space = strchr (space + 1, ' '))
    {
      glong before = g_utf8_strlen (broken, space - broken);
      glong longer = MAX (before, length - before - 1);

      if (longer > least)
        continue;
      least = longer;
      place = space;
    }
  if (place != NULL)
    *place = '\n';
  return broken;
}

/* The headings are as high as the highest of them: where one needs two lines, others save width. */
static glong
get_heading_chars (FoiTableGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      FoiGridColumn *column = g_ptr_array_index (self->columns, i);
      g_autofree char *heading = foi_column_dup_heading (column->column);

      if (foi_column_is_left_out (column->column)
          || g_utf8_strlen (heading, -1) > MAX (column->n_chars, HEADING_CHARS))
        return MIN_HEADING_CHARS;
    }
  return HEADING_CHARS;
}

static void
update_title (FoiGridColumn *column, glong n_chars)
{
  g_autofree char *whole = foi_column_dup_heading (column->column);
  g_autofree char *title = NULL;

  if (foi_column_is_left_out (column->column))
    /* Translators: the second line of the heading of a column that stays out of the letter. */
    title = g_strdup_printf ("%s\n%s", whole, _("not in the letter"));
  else
    title = break_in_two (whole, MAX (column->n_chars, n_chars));
  if (g_strcmp0 (gtk_column_view_column_get_title (column->view_column), title) != 0)
    gtk_column_view_column_set_title (column->view_column, title);
}

/* The last column of words takes what room is left; figures stay beside one another. */
static void
update_expansion (FoiTableGrid *self)
{
  guint widest = G_MAXUINT;

  for (guint i = 1; i < self->columns->len; i++)
    {
      FoiGridColumn *column = g_ptr_array_index (self->columns, i);

      if (foi_column_get_value_type (column->column) == FOI_VALUE_TEXT)
        widest = i;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      FoiGridColumn *column = g_ptr_array_index (self->columns, i);

      gtk_column_view_column_set_expand (column->view_column, i == widest);
    }
}

/*
 * _foi_table_grid_update_widths:
 *
 * Lets the columns be as wide as what is in them now.
 */
void
_foi_table_grid_update_widths (FoiTableGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      FoiGridColumn *column = g_ptr_array_index (self->columns, i);
      int n_chars = count_chars (self, column);

      if (n_chars == column->n_chars)
        continue;
      column->n_chars = n_chars;
      update_cell_widths (column);
    }
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  FoiGridColumn *column = user_data;
  FoiTableGrid *grid = g_object_get_data (G_OBJECT (factory), "foi-grid");

  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, GTK_WIDGET (foi_table_cell_new (grid, column, item)));
}

static void
release_column (gpointer data, GClosure *closure)
{
  _foi_grid_column_unref (data);
}

/* The view puts the cells of a column that it is given anew last in each row, and moves columns to
 * the left only, without a fault: so a new one is added last and then moved. */
static void
add_view_column (FoiTableGrid *self, FoiGridColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "foi-grid", self);
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cell_cb),
                         _foi_grid_column_ref (column), release_column, G_CONNECT_DEFAULT);
  view_column = gtk_column_view_column_new (foi_column_get_title (column->column), factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  column->view_column = view_column;
  gtk_column_view_append_column (self->view, view_column);
}

/* What a person sees of the table: not the ids of rows. */
static void
collect_fields (FoiTableGrid *self)
{
  g_array_set_size (self->fields, 0);
  for (guint i = 0; i < foi_table_get_n_columns (self->table); i++)
    {
      const char *name = foi_column_get_name (foi_table_get_column (self->table, i));

      if (!g_str_equal (name, FOI_ROW_FIELD))
        g_array_append_val (self->fields, i);
    }
}

/* The fields of the page that is shown; on later pages after the first field, which names rows. */
static GArray *
collect_page (FoiTableGrid *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = self->page * FOI_TABLE_GRID_PAGE;
  guint last = MIN (first + FOI_TABLE_GRID_PAGE, self->fields->len);

  if (first > 0 && self->fields->len > 0)
    {
      guint naming = 0;

      g_array_append_val (page, naming);
    }
  for (guint i = first; i < last; i++)
    g_array_append_val (page, i);
  return page;
}

static void
remove_columns_not_in (FoiTableGrid *self, GHashTable *wanted)
{
  for (guint i = self->columns->len; i-- > 0;)
    {
      FoiGridColumn *column = g_ptr_array_index (self->columns, i);

      if (g_hash_table_contains (wanted, column->name))
        continue;
      gtk_column_view_remove_column (self->view, column->view_column);
      g_ptr_array_remove_index (self->columns, i);
    }
}

static guint
find_index (FoiTableGrid *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_str_equal (((FoiGridColumn *) g_ptr_array_index (self->columns, i))->name, name))
        return i;
    }
  return G_MAXUINT;
}

/* What is shown of a column now. */
static void
set_column (FoiTableGrid *self, FoiGridColumn *column, guint field)
{
  FoiColumn *now = foi_column_ref (foi_table_grid_get_field (self, field));

  foi_column_unref (column->column);
  column->column = now;
  column->field = field;
  column->index = g_array_index (self->fields, guint, field);
  column->n_chars = count_chars (self, column);
}

/* Makes the column at @position of the view that of @field; those before it are right already. */
static void
place_column (FoiTableGrid *self, guint field, guint position)
{
  FoiColumn *column = foi_table_grid_get_field (self, field);
  guint old = find_index (self, foi_column_get_name (column));
  FoiGridColumn *grid_column;

  if (old == G_MAXUINT)
    {
      grid_column = column_new (column);
      set_column (self, grid_column, field);
      old = self->columns->len;
      g_ptr_array_add (self->columns, grid_column);
      add_view_column (self, grid_column);
    }
  if (old == position)
    return;
  grid_column = g_ptr_array_steal_index (self->columns, old);
  g_ptr_array_insert (self->columns, (int) position, grid_column);
  gtk_column_view_insert_column (self->view, position, grid_column->view_column);
}

/*
 * _foi_table_grid_update_columns:
 *
 * Shows the columns that the table has now, of the page that is chosen, and keeps those that stay.
 */
void
_foi_table_grid_update_columns (FoiTableGrid *self)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) page = NULL;
  glong n_chars;

  collect_fields (self);
  if (self->page * FOI_TABLE_GRID_PAGE >= self->fields->len)
    self->page = self->fields->len > 0 ? (self->fields->len - 1) / FOI_TABLE_GRID_PAGE : 0;
  page = collect_page (self);
  for (guint i = 0; i < page->len; i++)
    {
      guint field = g_array_index (page, guint, i);
      const char *name = foi_column_get_name (foi_table_grid_get_field (self, field));
      FoiGridColumn *column = _foi_table_grid_find_column (self, name);

      g_hash_table_add (wanted, (char *) name);
      if (column != NULL)
        set_column (self, column, field);
    }
  remove_columns_not_in (self, wanted);
  for (guint i = 0; i < page->len; i++)
    place_column (self, g_array_index (page, guint, i), i);
  n_chars = get_heading_chars (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      FoiGridColumn *column = g_ptr_array_index (self->columns, i);

      update_title (column, n_chars);
      update_cell_widths (column);
      dress_heading (self, find_heading (self, i), column);
    }
  update_expansion (self);
  _foi_table_grid_emit (self, FOI_GRID_PAGE_CHANGED);
}

/**
 * foi_table_grid_get_heading_area:
 * @area: (out): where the heading of the column is in the grid
 *
 * Returns: whether it is shown.
 */
gboolean
foi_table_grid_get_heading_area (FoiTableGrid *self, const char *column, GdkRectangle *area)
{
  graphene_rect_t bounds;
  guint index;

  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), FALSE);

  index = find_index (self, column);
  if (index == G_MAXUINT
      || !gtk_widget_compute_bounds (find_heading (self, index), GTK_WIDGET (self), &bounds))
    return FALSE;
  *area = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                           (int) bounds.size.height };
  return TRUE;
}

/**
 * foi_table_grid_get_page:
 * @first: (out) (optional): the first column on it, counted from one
 * @last: (out) (optional): the last
 *
 * Returns: which page of a wide table is shown, from 0.
 */
guint
foi_table_grid_get_page (FoiTableGrid *self, guint *first, guint *last)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), 0);

  if (first != NULL)
    *first = self->page * FOI_TABLE_GRID_PAGE + 1;
  if (last != NULL)
    *last = MIN ((self->page + 1) * FOI_TABLE_GRID_PAGE, self->fields->len);
  return self->page;
}

/**
 * foi_table_grid_set_page:
 *
 * Shows other columns of a wide table.
 */
void
foi_table_grid_set_page (FoiTableGrid *self, guint page)
{
  g_return_if_fail (FOI_IS_TABLE_GRID (self));

  if (page == self->page || page * FOI_TABLE_GRID_PAGE >= self->fields->len)
    return;
  foi_table_grid_commit (self);
  self->page = page;
  _foi_table_grid_update_columns (self);
}
