/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-data.h"

#include <string.h>

#include "foi-json-edit.h"
#include "foi-publication-private.h"
#include "foi-row-index.h"

struct _FoiTableData
{
  gatomicrefcount ref_count;
  guint64         stamp;
  JsonNode       *resource;
  GPtrArray      *columns;
  FoiRowStore    *rows;
  guint64         next_row_id;
  guint          *keys;
  guint           n_keys;
  GMutex          lock;  /* of @index, which is made when first asked for, on whatever thread */
  FoiRowIndex    *index;
};

G_DEFINE_BOXED_TYPE (FoiTableData, foi_table_data, foi_table_data_ref, foi_table_data_unref)

/* The columns that @key names; none where one of them does not exist, since half a key names the
 * wrong rows. */
static void
find_keys (FoiTableData *self)
{
  JsonNode *schema = foi_json_get_member (self->resource, "schema");
  JsonNode *key = foi_json_get_member (schema, "primaryKey");
  guint n_names = foi_json_is_string (key) ? 1 : foi_json_get_n_elements (key);

  self->keys = g_new (guint, MAX (n_names, 1));
  for (guint i = 0; i < n_names; i++)
    {
      JsonNode *name = foi_json_is_string (key) ? key : foi_json_get_element (key, i);
      int column = -1;

      if (foi_json_is_string (name))
        column = foi_table_data_find_column (self, json_node_get_string (name));
      if (column < 0)
        {
          self->n_keys = 0;
          return;
        }
      self->keys[self->n_keys++] = (guint) column;
    }
  if (n_names == 0)
    {
      int column = foi_table_data_find_column (self, FOI_ROW_FIELD);

      if (column >= 0)
        self->keys[self->n_keys++] = (guint) column;
    }
}

/**
 * foi_table_data_new:
 * @resource: the resource of the file, without its rows and fields. It is sealed, so nobody may
 *   change it afterwards
 * @columns: (element-type FoiColumn): the columns, in order. The array is kept: nobody may change
 *   it afterwards
 * @rows: (transfer none): records of exactly so many cells
 * @next_row_id: the id that the next new row gets; ids are never used again
 *
 * Returns: (transfer full): the table.
 */
FoiTableData *
foi_table_data_new (JsonNode *resource, GPtrArray *columns, FoiRowStore *rows, guint64 next_row_id)
{
  FoiTableData *self;

  g_return_val_if_fail (foi_json_is_object (resource), NULL);
  g_return_val_if_fail (columns != NULL && rows != NULL, NULL);

  json_node_seal (resource);
  self = g_new0 (FoiTableData, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->stamp = _foi_stamp_take ();
  self->resource = json_node_ref (resource);
  self->columns = g_ptr_array_ref (columns);
  self->rows = foi_row_store_ref (rows);
  self->next_row_id = next_row_id;
  find_keys (self);
  return self;
}

FoiTableData *
foi_table_data_ref (FoiTableData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foi_table_data_unref (FoiTableData *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  json_node_unref (self->resource);
  g_ptr_array_unref (self->columns);
  foi_row_store_unref (self->rows);
  g_clear_pointer (&self->index, foi_row_index_unref);
  g_mutex_clear (&self->lock);
  g_free (self->keys);
  g_free (self);
}

/**
 * foi_table_data_is_shared:
 * @self: a table
 *
 * Returns: whether there is another reference to it than the caller's.
 */
gboolean
foi_table_data_is_shared (FoiTableData *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !g_atomic_ref_count_compare (&self->ref_count, 1);
}

/**
 * foi_table_data_get_name:
 * @self: a table
 *
 * Returns: its name in the file and in placeholders.
 */
const char *
foi_table_data_get_name (FoiTableData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return foi_json_get_string (self->resource, "name", "");
}

/**
 * foi_table_data_get_title:
 * @self: a table
 *
 * Returns: its caption in the letter; its name where it has none.
 */
const char *
foi_table_data_get_title (FoiTableData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return foi_json_get_string (self->resource, "title", foi_table_data_get_name (self));
}

/**
 * foi_table_data_get_resource:
 * @self: a table
 *
 * Returns: (transfer none): its resource without rows and fields, sealed.
 */
JsonNode *
foi_table_data_get_resource (FoiTableData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->resource;
}

/**
 * foi_table_data_get_rows:
 * @self: a table
 *
 * Returns: (transfer none): its rows.
 */
FoiRowStore *
foi_table_data_get_rows (FoiTableData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->rows;
}

/**
 * foi_table_data_get_next_row_id:
 * @self: a table
 *
 * Returns: the id that the next new row gets.
 */
guint64
foi_table_data_get_next_row_id (FoiTableData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->next_row_id;
}

/**
 * foi_table_data_get_stamp:
 * @self: a table
 *
 * Returns: a number that no other table in this run of the program has.
 */
guint64
foi_table_data_get_stamp (FoiTableData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stamp;
}

/**
 * foi_table_data_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns it has, those left out of the letter among them.
 */
guint
foi_table_data_get_n_columns (FoiTableData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

/**
 * foi_table_data_get_column:
 * @self: a table
 * @index: a column's place
 *
 * Returns: (transfer none): the column.
 */
FoiColumn *
foi_table_data_get_column (FoiTableData *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, index);
}

/**
 * foi_table_data_find_column:
 * @self: a table
 * @name: a column's name
 *
 * Returns: its place, or -1.
 */
int
foi_table_data_find_column (FoiTableData *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, -1);

  for (guint i = 0; i < self->columns->len; i++)
    {
      if (strcmp (foi_column_get_name (g_ptr_array_index (self->columns, i)), name) == 0)
        return (int) i;
    }
  return -1;
}

/**
 * foi_table_data_get_columns:
 * @self: a table
 *
 * Returns: (transfer none) (element-type FoiColumn): its columns, not to be changed.
 */
GPtrArray *
foi_table_data_get_columns (FoiTableData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->columns;
}

/**
 * foi_table_data_get_n_keys:
 * @self: a table
 *
 * Returns: how many columns name its rows; 0 where none does.
 */
guint
foi_table_data_get_n_keys (FoiTableData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_keys;
}

/**
 * foi_table_data_get_key:
 * @self: a table
 * @index: from 0 to less than foi_table_data_get_n_keys()
 *
 * Returns: the place of that column of the key.
 */
guint
foi_table_data_get_key (FoiTableData *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n_keys, 0);

  return self->keys[index];
}

/**
 * foi_table_data_is_key:
 * @self: a table
 * @column: a column's place
 *
 * Returns: whether the column is one of those that name the rows.
 */
gboolean
foi_table_data_is_key (FoiTableData *self, guint column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_keys; i++)
    {
      if (self->keys[i] == column)
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_table_data_get_cell:
 * @self: a table
 * @position: a row's position
 * @column: a column's place
 *
 * Returns: (transfer none): the cell.
 */
const FoiCell *
foi_table_data_get_cell (FoiTableData *self, guint position, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->columns->len, NULL);

  return &foi_row_store_get (self->rows, position)->cells[column];
}

/**
 * foi_table_data_with_resource:
 * @self: a table
 * @resource: another resource, sealed by this
 *
 * Returns: (transfer full): the table with that resource.
 */
FoiTableData *
foi_table_data_with_resource (FoiTableData *self, JsonNode *resource)
{
  g_return_val_if_fail (self != NULL, NULL);

  return foi_table_data_new (resource, self->columns, self->rows, self->next_row_id);
}

/* The index, if somebody made it. */
static FoiRowIndex *
ref_existing_index (FoiTableData *self)
{
  FoiRowIndex *index = NULL;

  g_mutex_lock (&self->lock);
  if (self->index != NULL)
    index = foi_row_index_ref (self->index);
  g_mutex_unlock (&self->lock);
  return index;
}

/**
 * foi_table_data_with_rows:
 * @self: a table
 * @rows: other rows, of the same columns
 * @next_row_id: the id of the next new row
 *
 * Returns: (transfer full): the table with those rows.
 */
FoiTableData *
foi_table_data_with_rows (FoiTableData *self, FoiRowStore *rows, guint64 next_row_id)
{
  g_autoptr (FoiRowIndex) index = NULL;
  FoiTableData *made;

  g_return_val_if_fail (self != NULL, NULL);

  made = foi_table_data_new (self->resource, self->columns, rows, next_row_id);
  index = ref_existing_index (self);
  /* Typing a figure does not make a large table's index anew. */
  if (index != NULL && foi_row_index_fits (index, self->rows, rows))
    made->index = g_steal_pointer (&index);
  return made;
}

/**
 * foi_table_data_with_columns:
 * @self: a table
 * @columns: (element-type FoiColumn): other columns, kept
 * @rows: rows that have their cells
 *
 * Returns: (transfer full): the table with those columns and rows.
 */
FoiTableData *
foi_table_data_with_columns (FoiTableData *self, GPtrArray *columns, FoiRowStore *rows)
{
  g_return_val_if_fail (self != NULL, NULL);

  return foi_table_data_new (self->resource, columns, rows, self->next_row_id);
}

/**
 * foi_table_data_dup_row_key:
 * @self: a table
 * @position: a row's position
 *
 * Returns: (transfer full) (nullable): how files name the row: `{"year": "2016/17"}`, sealed; %NULL
 *   if the table has no key, or the row no value in it.
 */
JsonNode *
foi_table_data_dup_row_key (FoiTableData *self, guint position)
{
  g_autoptr (JsonNode) key = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_keys; i++)
    {
      FoiColumn *column = g_ptr_array_index (self->columns, self->keys[i]);
      const FoiCell *cell = foi_table_data_get_cell (self, position, self->keys[i]);
      g_autoptr (JsonNode) value = NULL;
      g_autoptr (JsonNode) before = NULL;

      if (cell->state != FOI_CELL_VALUE)
        return NULL;
      value = foi_column_cell_to_json (column, cell);
      before = key != NULL ? g_steal_pointer (&key) : foi_json_new_object ();
      key = foi_json_set_member (before, foi_column_get_name (column), value, NULL);
    }
  return g_steal_pointer (&key);
}

/**
 * foi_table_data_dup_row_number:
 * @number: in memory a row's id, in a file its place, counted from 1
 *
 * Returns: (transfer full): `{"foi:row": 7}`: what names a row as long as it has no key.
 */
JsonNode *
foi_table_data_dup_row_number (guint64 number)
{
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  g_autoptr (JsonNode) value = foi_json_new_integer ((gint64) number);

  return foi_json_set_member (empty, FOI_ROW_FIELD, value, NULL);
}

/**
 * foi_table_data_dup_row_address:
 * @self: a table
 * @position: a row's position
 *
 * Returns: (transfer full) (nullable): its key; as long as it has none, its number, so that what is
 *   said of the row stays with it. %NULL only if the table's rows have no keys at all.
 */
JsonNode *
foi_table_data_dup_row_address (FoiTableData *self, guint position)
{
  JsonNode *key = foi_table_data_dup_row_key (self, position);

  if (key != NULL || foi_table_data_get_n_keys (self) == 0)
    return key;
  return foi_table_data_dup_row_number (foi_row_store_get (self->rows, position)->id);
}

static gboolean
cell_from_node (FoiColumn *column, JsonNode *node, FoiCell *out)
{
  const char *text;

  if (foi_json_is_integer (node))
    return foi_column_cell_from_json (column, TRUE, json_node_get_int (node), NULL, 0, out, NULL);
  if (!foi_json_is_string (node))
    return FALSE;
  text = json_node_get_string (node);
  return foi_column_cell_from_json (column, FALSE, 0, text, strlen (text), out, NULL);
}

static FoiRowIndex *
ref_index (FoiTableData *self)
{
  FoiRowIndex *index;

  g_mutex_lock (&self->lock);
  if (self->index == NULL)
    self->index = foi_row_index_new (self->rows, self->keys, self->n_keys);
  index = foi_row_index_ref (self->index);
  g_mutex_unlock (&self->lock);
  return index;
}

static gboolean
find_by_cells (FoiTableData *self, const FoiCell *cells, guint *position)
{
  g_autoptr (FoiRowIndex) index = ref_index (self);

  return foi_row_index_find (index, self->rows, cells, position);
}

/* The row of that number, if it has no key to be found by. */
static gboolean
find_by_number (FoiTableData *self, JsonNode *number, guint *position)
{
  guint place;

  if (json_node_get_int (number) <= 0
      || !foi_row_store_find (self->rows, (guint64) json_node_get_int (number), &place))
    return FALSE;
  for (guint i = 0; i < self->n_keys; i++)
    {
      if (foi_table_data_get_cell (self, place, self->keys[i])->state == FOI_CELL_VALUE)
        continue;
      if (position != NULL)
        *position = place;
      return TRUE;
    }
  return FALSE;
}

/**
 * foi_table_data_find_row:
 * @self: a table
 * @key: (nullable): how files name a row: `{"year": "2016/17"}`
 * @position: (out) (optional): where it is; of several, the first
 *
 * Returns: whether there is such a row. Rows without a value in the key go by their number.
 */
gboolean
foi_table_data_find_row (FoiTableData *self, JsonNode *key, guint *position)
{
  g_autofree FoiCell *cells = NULL;
  JsonNode *number;
  gboolean found = TRUE;
  guint place = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_keys == 0)
    return FALSE;
  number = foi_json_get_member (key, FOI_ROW_FIELD);
  if (foi_json_is_integer (number))
    return find_by_number (self, number, position);
  cells = g_new0 (FoiCell, self->n_keys);
  for (guint i = 0; i < self->n_keys && found; i++)
    {
      FoiColumn *column = g_ptr_array_index (self->columns, self->keys[i]);
      JsonNode *node = foi_json_get_member (key, foi_column_get_name (column));

      found = cell_from_node (column, node, &cells[i]) && cells[i].state == FOI_CELL_VALUE;
    }
  found = found && find_by_cells (self, cells, &place);
  for (guint i = 0; i < self->n_keys; i++)
    foi_cell_clear (&cells[i]);
  if (found && position != NULL)
    *position = place;
  return found;
}

/**
 * foi_table_data_find_next_row:
 * @self: a table
 * @position: (inout): the position of a row
 *
 * Returns: whether another row after it has the same key; @position is then that row's.
 */
gboolean
foi_table_data_find_next_row (FoiTableData *self, guint *position)
{
  g_autoptr (FoiRowIndex) index = NULL;

  g_return_val_if_fail (self != NULL && position != NULL, FALSE);

  if (self->n_keys == 0)
    return FALSE;
  for (guint i = 0; i < self->n_keys; i++)
    {
      if (foi_table_data_get_cell (self, *position, self->keys[i])->state != FOI_CELL_VALUE)
        return FALSE;
    }
  index = ref_index (self);
  return foi_row_index_find_next (index, self->rows, position);
}
