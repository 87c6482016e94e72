/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-cells.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-case-follow.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-typed.h"

/* Makes a row's cells anew for a changed set of columns. */
typedef gboolean (*RemakeFunc) (const FoiRecord *before, FoiRecord *after, gpointer user_data,
                                GError **error);

static FoiRowStore *
remake_rows (FoiTableData *data, guint n_cells, RemakeFunc remake, gpointer user_data,
             GError **error)
{
  FoiRowStore *rows = foi_table_data_get_rows (data);
  guint length = foi_row_store_get_length (rows);
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (length, (GDestroyNotify) foi_record_unref);

  for (guint i = 0; i < length; i++)
    {
      FoiRecord *before = foi_row_store_get (rows, i);
      FoiRecord *after = foi_record_new (before->id, n_cells);

      for (guint j = 0; j < n_cells; j++)
        after->cells[j] = FOI_CELL_INIT;
      g_ptr_array_add (records, after);
      if (!remake (before, after, user_data, error))
        {
          g_prefix_error (error, _("Row %u: "), i + 1);
          return NULL;
        }
    }
  return foi_row_store_new_take (g_steal_pointer (&records));
}

static GPtrArray *
copy_columns (FoiTableData *data)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);

  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    g_ptr_array_add (columns, foi_column_ref (foi_table_data_get_column (data, i)));
  return columns;
}

/* Where each cell of the new row comes from; -1: blank. */
static gboolean
remake_by_map (const FoiRecord *before, FoiRecord *after, gpointer user_data, GError **error)
{
  const int *map = user_data;

  for (guint i = 0; i < after->n_cells; i++)
    {
      if (map[i] >= 0)
        after->cells[i] = foi_cell_copy (&before->cells[map[i]]);
    }
  return TRUE;
}

/**
 * foi_case_editor_insert_column:
 * @position: where; as many as there are or more: last
 * @column: the column; its name must be new to the table
 *
 * Inserts a column of blank cells.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND or %FOI_ERROR_REFUSED.
 */
gboolean
foi_case_editor_insert_column (FoiCaseEditor *self, const char *table, guint position,
                               FoiColumn *column, GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (FoiTableData) changed = NULL;
  g_autofree int *map = NULL;
  FoiTableData *data;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (column != NULL, FALSE);

  data = _foi_case_edits_find_current_table (self, table, error);
  if (data == NULL)
    return FALSE;
  if (foi_table_data_find_column (data, foi_column_get_name (column)) >= 0)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("The table “%s” has a column “%s” already"), table,
                   foi_column_get_name (column));
      return FALSE;
    }
  columns = copy_columns (data);
  position = MIN (position, columns->len);
  g_ptr_array_insert (columns, (int) position, foi_column_ref (column));
  map = g_new (int, columns->len);
  for (guint i = 0; i < columns->len; i++)
    map[i] = i == position ? -1 : (int) (i > position ? i - 1 : i);
  rows = remake_rows (data, columns->len, remake_by_map, map, error);
  changed = foi_table_data_with_columns (data, columns, rows);
  _foi_case_edits_push_table (self, changed, _("Insert Column"));
  return TRUE;
}

/* The list of names at @key of @object without @name; the same object where it is not in it. */
static JsonNode *
without_name (JsonNode *object, const char *key, const char *name)
{
  JsonNode *names = foi_json_get_member (object, key);

  for (guint i = 0; i < foi_json_get_n_elements (names); i++)
    {
      JsonNode *element = foi_json_get_element (names, i);

      if (foi_json_is_string (element) && g_str_equal (json_node_get_string (element), name))
        {
          g_autoptr (JsonNode) rest = foi_json_array_remove (names, i);

          return foi_json_set_member (object, key, rest, NULL);
        }
    }
  return json_node_ref (object);
}

/* The table without what its chart and its other columns said of the column. */
static FoiTableData *
forget_column (FoiTableData *data, const char *name)
{
  JsonNode *resource = foi_table_data_get_resource (data);
  JsonNode *chart = foi_json_get_member (resource, "foi:chart");
  g_autoptr (GPtrArray) columns = copy_columns (data);
  g_autoptr (FoiTableData) result = NULL;

  for (guint i = 0; i < columns->len; i++)
    {
      FoiColumn *column = g_ptr_array_index (columns, i);
      JsonNode *field = foi_column_get_field (column);
      g_autoptr (JsonNode) changed = without_name (field, "foi:covers", name);

      if (changed != field)
        {
          g_ptr_array_index (columns, i)
            = foi_column_with_member (column, "foi:covers",
                                      foi_json_get_member (changed, "foi:covers"));
          foi_column_unref (column);
        }
    }
  result = foi_table_data_with_columns (data, columns, foi_table_data_get_rows (data));
  if (chart != NULL)
    {
      g_autoptr (JsonNode) changed = without_name (chart, "y", name);

      if (changed != chart)
        {
          g_autoptr (JsonNode) new_resource = foi_json_set_member (resource, "foi:chart", changed,
                                                                   NULL);

          return foi_table_data_with_resource (result, new_resource);
        }
    }
  return g_steal_pointer (&result);
}

/**
 * foi_case_state_without_column:
 * @column: the name of a column that is not part of the key
 *
 * Returns: (transfer full): the case without a column, and without what was noted and withheld of
 *   its cells; else %NULL with %FOI_ERROR_NOT_FOUND, or %FOI_ERROR_REFUSED for a key column, by
 *   which notes and withheld values find their rows.
 */
FoiCaseState *
foi_case_state_without_column (FoiCaseState *self, const char *table, const char *column,
                               GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (FoiTableData) remade = NULL;
  g_autoptr (FoiTableData) changed = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autofree int *map = NULL;
  FoiTableData *data = _foi_case_edits_find_table (self, table, error);
  int index;

  if (data == NULL)
    return NULL;
  index = _foi_case_edits_find_column (data, column, error);
  if (index < 0)
    return NULL;
  if (foi_table_data_is_key (data, (guint) index))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("The rows are known by the column “%s”. Leave it out of the letter instead, "
                     "or delete the table"),
                   foi_column_get_title (foi_table_data_get_column (data, (guint) index)));
      return NULL;
    }
  columns = copy_columns (data);
  g_ptr_array_remove_index (columns, (guint) index);
  map = g_new (int, columns->len + 1);
  for (guint i = 0; i < columns->len; i++)
    map[i] = (int) i >= index ? (int) i + 1 : (int) i;
  rows = remake_rows (data, columns->len, remake_by_map, map, error);
  remade = foi_table_data_with_columns (data, columns, rows);
  changed = forget_column (remade, column);
  state = foi_case_state_with_table (self, changed);
  return foi_case_follow_column_removed (state, table, column);
}

/**
 * foi_case_editor_delete_column:
 * @column: the name of a column that is not part of the key
 *
 * Deletes a column, and what was noted and withheld of its cells.
 *
 * Returns: whether it was done; else the error is that of foi_case_state_without_column().
 */
gboolean
foi_case_editor_delete_column (FoiCaseEditor *self, const char *table, const char *column,
                               GError **error)
{
  g_autoptr (FoiCaseState) state = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  state = foi_case_state_without_column (_foi_case_edits_get_state (self), table, column, error);
  if (state == NULL)
    return FALSE;
  foi_case_editor_push (self, state, _("Delete Column"), NULL);
  return TRUE;
}

/**
 * foi_case_editor_move_column:
 * @position: where the column is to be
 *
 * Moves a column.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_move_column (FoiCaseEditor *self, const char *table, const char *column,
                             guint position, GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (FoiTableData) changed = NULL;
  g_autofree int *map = NULL;
  FoiTableData *data;
  int index;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  data = _foi_case_edits_find_current_table (self, table, error);
  if (data == NULL)
    return FALSE;
  index = _foi_case_edits_find_column (data, column, error);
  if (index < 0)
    return FALSE;
  columns = copy_columns (data);
  position = MIN (position, columns->len - 1);
  if ((guint) index == position)
    return TRUE;
  g_ptr_array_insert (columns, (int) position,
                      g_ptr_array_steal_index (columns, (guint) index));
  map = g_new (int, columns->len);
  for (guint i = 0; i < columns->len; i++)
    map[i] = foi_table_data_find_column (data,
                                         foi_column_get_name (g_ptr_array_index (columns, i)));
  rows = remake_rows (data, columns->len, remake_by_map, map, error);
  changed = foi_table_data_with_columns (data, columns, rows);
  _foi_case_edits_push_table (self, changed, _("Move Column"));
  return TRUE;
}

typedef struct
{
  FoiColumn *from;
  FoiColumn *to;
  int        index;
} Conversion;

/* A value of one column read as a value of another, as if it were typed there. */
static gboolean
convert_cell (const Conversion *conversion, const FoiCell *cell, FoiCell *out, GError **error)
{
  g_autofree char *text = NULL;
  FoiRefusal refusal = { NULL, NULL };

  if (cell->state != FOI_CELL_VALUE)
    {
      *out = foi_cell_copy (cell);
      return TRUE;
    }
  text = foi_typed_for_editing (conversion->from, cell);
  if (foi_typed_parse (conversion->to, text, out, &refusal))
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE, "“%s”: %s", text, refusal.reason);
  foi_refusal_clear (&refusal);
  return FALSE;
}

static gboolean
remake_by_conversion (const FoiRecord *before, FoiRecord *after, gpointer user_data, GError **error)
{
  const Conversion *conversion = user_data;

  for (guint i = 0; i < after->n_cells; i++)
    {
      if ((int) i != conversion->index)
        after->cells[i] = foi_cell_copy (&before->cells[i]);
      else if (!convert_cell (conversion, &before->cells[i], &after->cells[i], error))
        return FALSE;
    }
  return TRUE;
}

/* The true values behind the column's suppressed cells, converted like the others. */
static FoiCaseState *
convert_withheld (FoiCaseState *state, const char *table, const Conversion *conversion,
                  GError **error)
{
  JsonNode *withheld = foi_case_state_get_node (state, "withheld");
  g_autoptr (JsonNode) list = withheld != NULL ? json_node_ref (withheld) : NULL;

  for (guint i = 0; i < foi_json_get_n_elements (withheld); i++)
    {
      JsonNode *entry = foi_json_get_element (withheld, i);
      JsonNode *value = foi_json_get_member (entry, "value");
      g_auto (FoiCell) old = FOI_CELL_INIT;
      g_auto (FoiCell) converted = FOI_CELL_INIT;
      g_autoptr (JsonNode) new_value = NULL;
      g_autoptr (JsonNode) new_entry = NULL;
      g_autoptr (JsonNode) before = NULL;

      if (g_strcmp0 (foi_json_get_string (entry, "table", NULL), table) != 0
          || g_strcmp0 (foi_json_get_string (entry, "field", NULL),
                        foi_column_get_name (conversion->from)) != 0
          || value == NULL
          || !_foi_case_edits_read_cell (conversion->from, value, &old))
        continue;
      if (!convert_cell (conversion, &old, &converted, error))
        {
          g_prefix_error (error, _("A withheld value: "));
          return NULL;
        }
      new_value = foi_column_cell_to_json (conversion->to, &converted);
      new_entry = foi_json_set_member (entry, "value", new_value, NULL);
      before = g_steal_pointer (&list);
      list = foi_json_array_replace (before, i, new_entry);
    }
  return list == NULL ? foi_case_state_ref (state)
                      : foi_case_state_with_node (state, "withheld", list, NULL);
}

static gboolean
same_values (FoiColumn *a, FoiColumn *b)
{
  return foi_column_get_value_type (a) == foi_column_get_value_type (b)
         && foi_column_get_decimals (a) == foi_column_get_decimals (b);
}

/**
 * foi_case_state_with_column:
 * @replacement: what the column of its name is to be: another title, type, role or unit
 *
 * Returns: (transfer full): the case with it; where its type changes every value is read anew as if
 *   it were typed. Else %NULL with %FOI_ERROR_NOT_FOUND, or %FOI_ERROR_VALUE with the row and the
 *   text of the first value that the new type does not have.
 */
FoiCaseState *
foi_case_state_with_column (FoiCaseState *self, const char *table, FoiColumn *replacement,
                            GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (FoiTableData) changed = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (FoiCaseState) with_table = NULL;
  Conversion conversion = { NULL, replacement, -1 };
  FoiTableData *data = _foi_case_edits_find_table (self, table, error);

  if (data == NULL)
    return NULL;
  conversion.index = _foi_case_edits_find_column (data, foi_column_get_name (replacement), error);
  if (conversion.index < 0)
    return NULL;
  conversion.from = foi_table_data_get_column (data, (guint) conversion.index);
  if (same_values (conversion.from, replacement))
    {
      rows = foi_row_store_ref (foi_table_data_get_rows (data));
      state = foi_case_state_ref (self);
    }
  else
    {
      rows = remake_rows (data, foi_table_data_get_n_columns (data), remake_by_conversion,
                          &conversion, error);
      state = rows != NULL ? convert_withheld (self, table, &conversion, error) : NULL;
      if (state == NULL)
        return NULL;
    }
  columns = copy_columns (data);
  foi_column_unref (g_ptr_array_index (columns, conversion.index));
  g_ptr_array_index (columns, conversion.index) = foi_column_ref (replacement);
  changed = foi_table_data_with_columns (data, columns, rows);
  with_table = foi_case_state_with_table (state, changed);
  return _foi_case_edits_names_rows (data, (guint) conversion.index)
                 || _foi_case_edits_names_rows (changed, (guint) conversion.index)
           ? _foi_case_edits_follow_keys (with_table, data, error)
           : g_steal_pointer (&with_table);
}

/**
 * foi_case_editor_set_column:
 * @column: the name of a column
 * @replacement: what it is to be: another title, type, role or unit under the same name
 *
 * Changes a column. Where its type changes every value is read anew as if it were typed.
 *
 * Returns: whether it was done; else nothing is, for the reasons of foi_case_state_with_column().
 */
gboolean
foi_case_editor_set_column (FoiCaseEditor *self, const char *table, const char *column,
                            FoiColumn *replacement, GError **error)
{
  g_autoptr (FoiCaseState) state = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (replacement != NULL, FALSE);
  g_return_val_if_fail (g_strcmp0 (column, foi_column_get_name (replacement)) == 0, FALSE);

  state = foi_case_state_with_column (_foi_case_edits_get_state (self), table, replacement, error);
  if (state == NULL)
    return FALSE;
  foi_case_editor_push (self, state, _("Change Column"), NULL);
  return TRUE;
}
