/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"

#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-error.h"

static FoiRecord *
new_blank_record (FoiTableData *data, guint64 id)
{
  FoiRecord *record = foi_record_new (id, foi_table_data_get_n_columns (data));
  int key = foi_table_data_find_column (data, FOI_ROW_FIELD);

  for (guint i = 0; i < record->n_cells; i++)
    record->cells[i] = FOI_CELL_INIT;
  if (key >= 0)
    {
      g_autofree char *text = g_strdup_printf ("r%" G_GUINT64_FORMAT, id);

      record->cells[key] = foi_cell_text (text);
    }
  return record;
}

/**
 * foi_case_editor_insert_rows:
 * @table: the name of a table
 * @position: where; as many as there are rows or more: at the end
 * @n_rows: how many
 * @first_id: (out) (optional): the first new row's id; the others follow it
 *
 * Inserts blank rows as one command.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_insert_rows (FoiCaseEditor *self, const char *table, guint position, guint n_rows,
                             guint64 *first_id, GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (FoiTableData) changed = NULL;
  FoiTableData *data;
  guint64 next;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (n_rows > 0, FALSE);

  data = _foi_case_edits_find_current_table (self, table, error);
  if (data == NULL)
    return FALSE;
  next = foi_table_data_get_next_row_id (data);
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (records, new_blank_record (data, next + i));
  position = MIN (position, foi_row_store_get_length (foi_table_data_get_rows (data)));
  rows = foi_row_store_splice (foi_table_data_get_rows (data), position, 0,
                               (FoiRecord *const *) records->pdata, n_rows);
  changed = foi_table_data_with_rows (data, rows, next + n_rows);
  if (first_id != NULL)
    *first_id = next;
  _foi_case_edits_push_table (self, changed,
                              ngettext ("Insert Row", "Insert Rows", n_rows));
  return TRUE;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return left < right ? -1 : left > right;
}

static gboolean
has_row_id (const guint64 *sorted, gsize n_rows, guint64 id)
{
  return bsearch (&id, sorted, n_rows, sizeof *sorted, compare_ids) != NULL;
}

/* The rows of @data but for those named. */
static FoiRowStore *
rows_without (FoiTableData *data, const guint64 *sorted, gsize n_rows)
{
  FoiRowStore *rows = foi_table_data_get_rows (data);
  guint length = foi_row_store_get_length (rows);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_full (length, (GDestroyNotify) foi_record_unref);

  for (guint i = 0; i < length; i++)
    {
      FoiRecord *record = foi_row_store_get (rows, i);

      if (!has_row_id (sorted, n_rows, record->id))
        g_ptr_array_add (kept, foi_record_ref (record));
    }
  return foi_row_store_new_take (g_steal_pointer (&kept));
}

/**
 * foi_case_editor_delete_rows:
 * @table: the name of a table
 * @rows: (array length=n_rows): ids of rows; those not there any more are passed over
 *
 * Deletes rows, and what was noted, withheld and totalled of them, as one command.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_delete_rows (FoiCaseEditor *self, const char *table, const guint64 *rows,
                             gsize n_rows, GError **error)
{
  g_autoptr (FoiRowStore) kept = NULL;
  g_autoptr (FoiTableData) changed = NULL;
  g_autoptr (FoiCaseState) without = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autofree guint64 *sorted = NULL;
  FoiTableData *data;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  data = _foi_case_edits_find_current_table (self, table, error);
  if (data == NULL)
    return FALSE;
  if (n_rows == 0)
    return TRUE;
  sorted = g_memdup2 (rows, n_rows * sizeof *rows);
  qsort (sorted, n_rows, sizeof *sorted, compare_ids);
  kept = rows_without (data, sorted, n_rows);
  changed = foi_table_data_with_rows (data, kept, foi_table_data_get_next_row_id (data));
  without = foi_case_state_with_table (_foi_case_edits_get_state (self), changed);
  state = _foi_case_edits_follow_keys (without, data, error);
  if (state == NULL)
    return FALSE;
  foi_case_editor_push (self, state, ngettext ("Delete Row", "Delete Rows", n_rows), NULL);
  return TRUE;
}

/**
 * foi_case_editor_move_row:
 * @row: the id of a row
 * @position: where it is to be
 *
 * Moves one row.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_move_row (FoiCaseEditor *self, const char *table, guint64 row, guint position,
                          GError **error)
{
  g_autoptr (FoiRowStore) without = NULL;
  g_autoptr (FoiRowStore) moved = NULL;
  g_autoptr (FoiRecord) record = NULL;
  g_autoptr (FoiTableData) changed = NULL;
  FoiTableData *data;
  guint old_position;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  data = _foi_case_edits_find_current_table (self, table, error);
  if (data == NULL)
    return FALSE;
  if (!foi_row_store_find (foi_table_data_get_rows (data), row, &old_position))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                   _("That row of “%s” is not there any more"), table);
      return FALSE;
    }
  record = foi_record_ref (foi_row_store_get (foi_table_data_get_rows (data), old_position));
  without = foi_row_store_splice (foi_table_data_get_rows (data), old_position, 1, NULL, 0);
  position = MIN (position, foi_row_store_get_length (without));
  if (position == old_position)
    return TRUE;
  moved = foi_row_store_splice (without, position, 0, &record, 1);
  changed = foi_table_data_with_rows (data, moved, foi_table_data_get_next_row_id (data));
  _foi_case_edits_push_table (self, changed, _("Move Row"));
  return TRUE;
}

typedef struct
{
  FoiColumn *column;
  int        index;
  gboolean   descending;
} Order;

/* g_ptr_array_sort_with_data() is a stable merge sort: equal rows stay in their order. */
static int
compare_records (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const FoiRecord *left = *(FoiRecord *const *) a, *right = *(FoiRecord *const *) b;
  const Order *order = user_data;
  const FoiCell *left_cell = &left->cells[order->index], *right_cell = &right->cells[order->index];
  gboolean left_has = left_cell->state == FOI_CELL_VALUE;
  gboolean right_has = right_cell->state == FOI_CELL_VALUE;

  /* What has no value comes last in either direction. */
  if (left_has != right_has)
    return left_has ? -1 : 1;
  return order->descending ? foi_column_compare (order->column, right_cell, left_cell)
                           : foi_column_compare (order->column, left_cell, right_cell);
}

/**
 * foi_case_editor_sort_rows:
 * @column: the name of the column to go by
 * @descending: the largest first
 *
 * Sorts a table's rows for good, by value; rows without one come last.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_sort_rows (FoiCaseEditor *self, const char *table, const char *column,
                           gboolean descending, GError **error)
{
  Order order = { .descending = descending };
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (FoiRowStore) sorted = NULL;
  g_autoptr (FoiTableData) changed = NULL;
  FoiTableData *data;
  FoiRowStore *rows;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  data = _foi_case_edits_find_current_table (self, table, error);
  if (data == NULL)
    return FALSE;
  order.index = _foi_case_edits_find_column (data, column, error);
  if (order.index < 0)
    return FALSE;
  order.column = foi_table_data_get_column (data, (guint) order.index);
  rows = foi_table_data_get_rows (data);
  records = g_ptr_array_new_full (foi_row_store_get_length (rows),
                                  (GDestroyNotify) foi_record_unref);
  for (guint i = 0; i < foi_row_store_get_length (rows); i++)
    g_ptr_array_add (records, foi_record_ref (foi_row_store_get (rows, i)));
  g_ptr_array_sort_with_data (records, compare_records, &order);
  sorted = foi_row_store_new_take (g_steal_pointer (&records));
  changed = foi_table_data_with_rows (data, sorted, foi_table_data_get_next_row_id (data));
  _foi_case_edits_push_table (self, changed, _("Sort Rows"));
  return TRUE;
}
