/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-table.h"

static GPtrArray *
new_list (gpointer free_func)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_func);
}

/* A table with a key column and a figure, ids and years from 1. */
static FoiTableData *
make_data (guint n_rows)
{
  g_autoptr (JsonNode) resource = json_from_string (
    "{\"name\":\"calls\",\"title\":\"Calls\",\"schema\":{\"primaryKey\":[\"year\"]}}", NULL);
  g_autoptr (GPtrArray) columns = new_list (foi_column_unref);
  GPtrArray *records = g_ptr_array_new ();
  g_autoptr (FoiRowStore) rows = NULL;

  g_ptr_array_add (columns, foi_column_new ("year", "Year", FOI_VALUE_YEAR));
  g_ptr_array_add (columns, foi_column_new ("calls", "Calls", FOI_VALUE_INTEGER));
  for (guint i = 1; i <= n_rows; i++)
    {
      FoiRecord *record = foi_record_new (i, 2);

      record->cells[0] = foi_cell_number (i);
      record->cells[1] = foi_cell_number (100 * i);
      g_ptr_array_add (records, record);
    }
  rows = foi_row_store_new_take (records);
  return foi_table_data_new (resource, columns, rows, n_rows + 1);
}

static FoiTableData *
with_figure (FoiTableData *data, guint position, gint64 figure)
{
  FoiRowStore *rows = foi_table_data_get_rows (data);
  g_autoptr (FoiRecord) record = foi_record_copy (foi_row_store_get (rows, position));
  g_autoptr (FoiRowStore) made = NULL;

  record->cells[1] = foi_cell_number (figure);
  made = foi_row_store_replace (rows, position, record);
  return foi_table_data_with_rows (data, made, foi_table_data_get_next_row_id (data));
}

static FoiTableData *
with_splice (FoiTableData *data, guint position, guint removed, guint added)
{
  g_autoptr (GPtrArray) records = new_list (foi_record_unref);
  guint64 next = foi_table_data_get_next_row_id (data);
  g_autoptr (FoiRowStore) made = NULL;

  for (guint i = 0; i < added; i++)
    g_ptr_array_add (records, foi_record_new (next + i, foi_table_data_get_n_columns (data)));
  made = foi_row_store_splice (foi_table_data_get_rows (data), position, removed,
                               (FoiRecord **) records->pdata, added);
  return foi_table_data_with_rows (data, made, next + added);
}

static FoiTableData *
with_move (FoiTableData *data, guint from, guint to)
{
  FoiRowStore *rows = foi_table_data_get_rows (data);
  FoiRecord *record = foi_row_store_get (rows, from);
  g_autoptr (FoiRowStore) without = foi_row_store_splice (rows, from, 1, NULL, 0);
  g_autoptr (FoiRowStore) made = foi_row_store_splice (without, to, 0, &record, 1);

  return foi_table_data_with_rows (data, made, foi_table_data_get_next_row_id (data));
}

/* The table without its second column. */
static FoiTableData *
with_one_column (FoiTableData *data)
{
  g_autoptr (GPtrArray) columns = new_list (foi_column_unref);
  FoiRowStore *rows = foi_table_data_get_rows (data);
  GPtrArray *records = g_ptr_array_new ();
  g_autoptr (FoiRowStore) made = NULL;

  g_ptr_array_add (columns, foi_column_ref (foi_table_data_get_column (data, 0)));
  for (guint i = 0; i < foi_row_store_get_length (rows); i++)
    {
      const FoiRecord *old = foi_row_store_get (rows, i);
      FoiRecord *record = foi_record_new (old->id, 1);

      record->cells[0] = foi_cell_copy (&old->cells[0]);
      g_ptr_array_add (records, record);
    }
  made = foi_row_store_new_take (records);
  return foi_table_data_with_columns (data, columns, made);
}

/* What a table said, and a copy of the list kept by what it said alone. */
typedef struct
{
  FoiTable *table;
  GString *said;
  GArray *ids;
  GPtrArray *held;
} Listener;

static guint64
get_id (FoiTable *table, guint position)
{
  g_autoptr (FoiRow) row = g_list_model_get_item (G_LIST_MODEL (table), position);

  g_assert_nonnull (row);
  return foi_row_get_id (row);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Listener *self)
{
  g_string_append_printf (self->said, "items %u -%u +%u\n", position, removed, added);
  if (removed > 0)
    g_array_remove_range (self->ids, position, removed);
  for (guint i = 0; i < added; i++)
    {
      guint64 id = get_id (self->table, position + i);

      g_array_insert_val (self->ids, position + i, id);
    }
  /* At every moment the list is what its listeners think it is. */
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, self->ids->len);
  for (guint i = 0; i < self->ids->len; i++)
    g_assert_cmpuint (get_id (self->table, i), ==, g_array_index (self->ids, guint64, i));
  g_assert_null (g_list_model_get_item (model, self->ids->len));
}

static void
columns_changed_cb (FoiTable *table, Listener *self)
{
  g_string_append_printf (self->said, "columns %u\n", foi_table_get_n_columns (table));
}

static void
notify_cb (FoiTable *table, GParamSpec *pspec, Listener *self)
{
  g_string_append_printf (self->said, "%s\n", pspec->name);
}

static void
row_changed_cb (FoiRow *row, Listener *self)
{
  g_string_append_printf (self->said, "row %" G_GUINT64_FORMAT "\n", foi_row_get_id (row));
}

static void
listen (Listener *self, FoiTable *table)
{
  self->table = table;
  self->said = g_string_new (NULL);
  self->ids = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (table)); i++)
    {
      guint64 id = get_id (table, i);

      g_array_append_val (self->ids, id);
    }
  g_signal_connect (table, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect (table, "columns-changed", G_CALLBACK (columns_changed_cb), self);
  g_signal_connect (table, "notify", G_CALLBACK (notify_cb), self);
}

/* Holds a row, and listens to it. */
static FoiRow *
hold (Listener *self, guint position)
{
  FoiRow *row = g_list_model_get_item (G_LIST_MODEL (self->table), position);

  g_ptr_array_add (self->held, row);
  g_signal_connect (row, "changed", G_CALLBACK (row_changed_cb), self);
  return row;
}

static void
assert_said (Listener *self, const char *expected)
{
  g_assert_cmpstr (self->said->str, ==, expected);
  g_string_set_size (self->said, 0);
}

static void
stop (Listener *self)
{
  assert_said (self, "");
  g_ptr_array_unref (self->held);
  g_string_free (self->said, TRUE);
  g_array_unref (self->ids);
  g_assert_finalize_object (self->table);
}

static void
test_edit (void)
{
  g_autoptr (FoiTableData) data = make_data (5);
  g_autoptr (FoiTableData) edited = with_figure (data, 2, 7);
  g_autoptr (FoiTableData) twice = with_figure (edited, 4, 8);
  Listener listener;
  FoiRow *row;

  listen (&listener, foi_table_new (data));
  row = hold (&listener, 2);
  foi_table_set_data (listener.table, edited);
  assert_said (&listener, "row 3\ndata\n");
  g_assert_cmpint (foi_row_get_cell (row, 1)->number, ==, 7);
  foi_table_set_data (listener.table, twice); /* a row that nobody holds */
  assert_said (&listener, "data\n");
  foi_table_set_data (listener.table, twice);
  assert_said (&listener, "");
  hold (&listener, 4);
  foi_table_set_data (listener.table, data); /* as undo does */
  assert_said (&listener, "row 3\nrow 5\ndata\n");
  g_assert_cmpint (foi_row_get_cell (row, 1)->number, ==, 300);
  stop (&listener);
}

static void
test_come_and_go (void)
{
  g_autoptr (FoiTableData) data = make_data (6);
  g_autoptr (FoiTableData) inserted = with_splice (data, 2, 0, 2);
  g_autoptr (FoiTableData) removed = with_splice (inserted, 4, 3, 0);
  g_autoptr (FoiTableData) edited = with_figure (removed, 0, 7);
  g_autoptr (FoiTableData) moved = with_move (data, 1, 4);
  Listener listener;
  FoiRow *third;

  listen (&listener, foi_table_new (data));
  third = hold (&listener, 2);
  hold (&listener, 0);
  foi_table_set_data (listener.table, inserted);
  assert_said (&listener, "items 2 -0 +2\ndata\n");
  foi_table_set_data (listener.table, edited);
  assert_said (&listener, "items 4 -3 +0\nrow 1\ndata\n");
  /* A row that went can still be read, and is itself when it comes back. */
  g_assert_cmpint (foi_row_get_cell (third, 1)->number, ==, 300);
  g_assert_false (foi_table_find_row (listener.table, 3, NULL));
  foi_table_set_data (listener.table, data);
  assert_said (&listener, "items 2 -2 +3\nrow 1\ndata\n");
  g_assert_true (hold (&listener, 2) == third);
  foi_table_set_data (listener.table, moved);
  assert_said (&listener, "items 1 -1 +0\nitems 4 -0 +1\ndata\n");
  stop (&listener);
}

static void
test_several_splices (void)
{
  g_autoptr (FoiTableData) data = make_data (2000);
  g_autoptr (FoiTableData) one = with_splice (data, 1500, 3, 0);
  g_autoptr (FoiTableData) two = with_splice (one, 700, 0, 2);
  g_autoptr (FoiTableData) three = with_splice (two, 1, 1, 0);
  g_autoptr (FoiTableData) four = with_figure (three, 1599, -1);
  Listener listener;

  listen (&listener, foi_table_new (data));
  hold (&listener, 1601);
  foi_table_set_data (listener.table, four);
  assert_said (&listener, "items 1 -1 +0\nitems 699 -0 +2\nitems 1501 -3 +0\nrow 1602\ndata\n");
  foi_table_set_data (listener.table, data);
  assert_said (&listener, "items 1 -0 +1\nitems 700 -2 +0\nitems 1500 -0 +3\nrow 1602\ndata\n");
  stop (&listener);
}

/* A row that moves and is edited at once. */
static void
test_moved_and_edited (void)
{
  g_autoptr (FoiTableData) data = make_data (6);
  g_autoptr (FoiTableData) moved = with_move (data, 0, 5);
  g_autoptr (FoiTableData) edited = with_figure (moved, 5, 42);
  Listener listener;
  FoiRow *row;

  listen (&listener, foi_table_new (data));
  row = hold (&listener, 0);
  foi_table_set_data (listener.table, edited);
  assert_said (&listener, "items 0 -1 +0\nitems 5 -0 +1\nrow 1\ndata\n");
  g_assert_cmpint (foi_row_get_cell (row, 1)->number, ==, 42);
  stop (&listener);
}

static void
test_columns (void)
{
  g_autoptr (FoiTableData) data = make_data (4);
  g_autoptr (GPtrArray) copy = new_list (foi_column_unref);
  g_autoptr (FoiTableData) narrow = with_one_column (data);
  g_autoptr (FoiTableData) same = NULL;
  g_autoptr (FoiTableData) shorter = with_splice (narrow, 0, 2, 0);
  Listener listener;
  FoiRow *first;

  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    g_ptr_array_add (copy, foi_column_ref (foi_table_data_get_column (data, i)));
  same = foi_table_data_with_columns (data, copy, foi_table_data_get_rows (data));
  listen (&listener, foi_table_new (data));
  first = hold (&listener, 0);
  hold (&listener, 2);
  /* The same columns in another list are no news. */
  foi_table_set_data (listener.table, same);
  assert_said (&listener, "data\n");
  foi_table_set_data (listener.table, shorter);
  g_assert_true (g_str_has_prefix (listener.said->str, "columns 1\nitems 0 -2 +0\nrow "));
  g_string_set_size (listener.said, 0);
  g_assert_cmpuint (foi_row_get_n_cells (first), ==, 2);
  g_assert_cmpint (foi_row_get_cell (first, 9)->state, ==, FOI_CELL_BLANK);
  stop (&listener);
}

static void
test_titles (void)
{
  g_autoptr (FoiTableData) data = make_data (1);
  g_autoptr (JsonNode) resource = json_from_string ("{\"name\":\"calls\",\"title\":\"All\"}", NULL);
  g_autoptr (JsonNode) renamed = json_from_string ("{\"name\":\"all\",\"title\":\"All\"}", NULL);
  g_autoptr (FoiTableData) titled = foi_table_data_with_resource (data, resource);
  g_autoptr (FoiTableData) named = foi_table_data_with_resource (data, renamed);
  g_autoptr (FoiTableData) shown = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  Listener listener;

  listen (&listener, foi_table_new (data));
  foi_table_set_data (listener.table, titled);
  assert_said (&listener, "title\ndata\n");
  foi_table_set_data (listener.table, named);
  assert_said (&listener, "name\ndata\n");
  g_object_get (listener.table, "title", &title, "name", &name, "data", &shown, NULL);
  g_assert_cmpstr (title, ==, "All");
  g_assert_cmpstr (name, ==, "all");
  g_assert_true (shown == named);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (listener.table)) == FOI_TYPE_ROW);
  g_assert_cmpint (foi_table_find_column (listener.table, "calls"), ==, 1);
  stop (&listener);
}

static void
test_identity (void)
{
  g_autoptr (FoiTableData) data = make_data (3);
  FoiTable *table = foi_table_new (data);
  FoiRow *row = g_list_model_get_item (G_LIST_MODEL (table), 1);
  FoiRow *again = g_list_model_get_item (G_LIST_MODEL (table), 1);

  g_assert_true (row == again);
  g_object_unref (again);
  g_assert_finalize_object (row);
  row = g_list_model_get_item (G_LIST_MODEL (table), 1);
  g_assert_cmpuint (foi_row_get_id (row), ==, 2);
  g_assert_finalize_object (table);
  /* The table has gone; who still holds a row may read it. */
  g_assert_cmpint (foi_row_get_cell (row, 1)->number, ==, 200);
  g_assert_finalize_object (row);
}

static void
set_again_cb (FoiTable *table, guint position, guint removed, guint added, FoiTableData *data)
{
  foi_table_set_data (table, data);
}

/* An editor that is taken away with its row commits what was typed, from within items-changed. */
static void
test_set_within_signal (void)
{
  g_autoptr (FoiTableData) data = make_data (5);
  g_autoptr (FoiTableData) removed = with_splice (data, 1, 1, 0);
  g_autoptr (FoiTableData) edited = with_figure (removed, 3, 9);
  Listener listener;

  listen (&listener, foi_table_new (data));
  hold (&listener, 4);
  g_signal_connect (listener.table, "items-changed", G_CALLBACK (set_again_cb), edited);
  foi_table_set_data (listener.table, removed);
  assert_said (&listener, "items 1 -1 +0\ndata\nrow 5\ndata\n");
  g_assert_true (foi_table_get_data (listener.table) == edited);
  stop (&listener);
}

static void
test_random (void)
{
  g_autoptr (FoiTableData) data = make_data (700);
  Listener listener;

  listen (&listener, foi_table_new (data));
  for (int step = 0; step < 200; step++)
    {
      for (int i = g_test_rand_int_range (1, 6); i > 0; i--)
        {
          g_autoptr (FoiTableData) before = data;
          int length = (int) foi_row_store_get_length (foi_table_data_get_rows (before));
          guint place = (guint) g_test_rand_int_range (0, length);
          guint other = (guint) g_test_rand_int_range (0, length);

          if (i % 3 == 0)
            data = with_move (before, place, other);
          else if (i % 3 == 1)
            data = with_figure (before, place, step);
          else
            data = with_splice (before, place, MIN (2, (guint) length - place), 2);
        }
      if (step % 20 == 0)
        hold (&listener, (guint) g_test_rand_int_range (0, 500));
      foi_table_set_data (listener.table, data);
      for (guint i = 0; i < listener.held->len; i++)
        {
          FoiRow *row = g_ptr_array_index (listener.held, i);
          guint position;

          if (foi_table_find_row (listener.table, foi_row_get_id (row), &position))
            g_assert_true (foi_row_get_record (row)
                           == foi_row_store_get (foi_table_data_get_rows (data), position));
        }
    }
  g_string_set_size (listener.said, 0);
  stop (&listener);
}

/* Rows are found by what names them, also after other columns changed. */
static void
test_row_keys (void)
{
  g_autoptr (FoiTableData) data = make_data (300);
  g_autoptr (JsonNode) key = foi_table_data_dup_row_key (data, 249);
  g_autofree char *text = json_to_string (key, FALSE);
  g_autoptr (FoiTableData) edited = NULL;
  g_autoptr (FoiTableData) shorter = NULL;
  g_autoptr (JsonNode) unknown = json_from_string ("{\"year\":\"250\"}", NULL);
  guint position;

  g_assert_cmpstr (text, ==, "{\"year\":250}");
  g_assert_true (foi_table_data_find_row (data, key, &position));
  g_assert_cmpuint (position, ==, 249);
  edited = with_figure (data, 3, 3);
  g_assert_true (foi_table_data_find_row (edited, key, &position));
  g_assert_cmpuint (position, ==, 249);
  shorter = with_splice (edited, 0, 100, 0);
  g_assert_true (foi_table_data_find_row (shorter, key, &position));
  g_assert_cmpuint (position, ==, 149);
  g_assert_false (foi_table_data_find_row (data, unknown, &position));
  g_assert_false (foi_table_data_find_row (data, NULL, &position));
  g_assert_true (foi_table_data_is_key (data, 0));
  g_assert_false (foi_table_data_is_key (data, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/edit", test_edit);
  g_test_add_func ("/table/come-and-go", test_come_and_go);
  g_test_add_func ("/table/several-splices", test_several_splices);
  g_test_add_func ("/table/moved-and-edited", test_moved_and_edited);
  g_test_add_func ("/table/columns", test_columns);
  g_test_add_func ("/table/titles", test_titles);
  g_test_add_func ("/table/identity", test_identity);
  g_test_add_func ("/table/set-within-signal", test_set_within_signal);
  g_test_add_func ("/table/random", test_random);
  g_test_add_func ("/table/row-keys", test_row_keys);
  return g_test_run ();
}
