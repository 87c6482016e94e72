/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-cells.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-error.h"
#include "foi-generated-key.h"
#include "foi-json-edit.h"

/* Above this share of a table's rows it is quicker to lay all of them anew than to copy chunks. */
#define MANY_EDITS(length) ((length) / 64 + 16)

/* A case under change. All of an edit's rows are named as they were before it; once every cell has
 * its new content, what was said of rows follows their keys in one go. */
typedef struct
{
  FoiCaseState *state;        /* as it was, borrowed */
  FoiTableData *data;         /* as it was, borrowed */
  GHashTable   *records;      /* position -> FoiRecord that takes the place of the one there */
  FoiCellList  *withheld;     /* made when asked for */
  FoiCellList  *bounds;
  FoiWithheldBy by;
  gboolean      is_rounded;   /* the table's figures may be rounded ones */
  gboolean      keys_change;
} Draft;

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->records, g_hash_table_unref);
  g_clear_pointer (&draft->withheld, foi_cell_list_free);
  g_clear_pointer (&draft->bounds, foi_cell_list_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static FoiRecord *
draft_get_record (Draft *draft, guint position)
{
  FoiRecord *record = g_hash_table_lookup (draft->records, GUINT_TO_POINTER (position));

  return record != NULL ? record
                        : foi_row_store_get (foi_table_data_get_rows (draft->data), position);
}

/* The record at @position, to be changed. */
static FoiRecord *
draft_take_record (Draft *draft, guint position)
{
  FoiRecord *record = g_hash_table_lookup (draft->records, GUINT_TO_POINTER (position));

  if (record != NULL)
    return record;
  record = foi_record_copy (foi_row_store_get (foi_table_data_get_rows (draft->data), position));
  g_hash_table_insert (draft->records, GUINT_TO_POINTER (position), record);
  return record;
}

static FoiCellList *
draft_get_list (Draft *draft, FoiCellListKind kind)
{
  FoiCellList **list = kind == FOI_CELL_LIST_WITHHELD ? &draft->withheld : &draft->bounds;

  if (*list == NULL)
    *list = foi_cell_list_new (draft->state, foi_table_data_get_name (draft->data), kind);
  return *list;
}

/* Whether something has to be said of the cell's row that was not. */
static gboolean
needs_address (const FoiCell *old, const FoiCellEdit *edit, FoiWithheldBy by)
{
  if (by == FOI_WITHHELD_ROUNDED)
    return old->state == FOI_CELL_VALUE && edit->cell.state == FOI_CELL_VALUE;
  return edit->cell.state == FOI_CELL_SUPPRESSED
         && (edit->has_bounds || old->state == FOI_CELL_VALUE);
}

static gboolean
refuse_key (Draft *draft, guint column, GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
               /* Translators: the names of a table and of a column. */
               _("The rows of “%s” are known by the column “%s”: its cells cannot be withheld. "
                 "Leave the column out of the letter instead"),
               foi_table_data_get_title (draft->data),
               foi_column_get_title (foi_table_data_get_column (draft->data, column)));
  return FALSE;
}

/* The true value of a cell whose content was @old: of a rounded figure it is withheld already. */
static JsonNode *
draft_dup_truth (Draft *draft, JsonNode *row, guint column, const FoiCell *old)
{
  FoiColumn *what = foi_table_data_get_column (draft->data, column);
  JsonNode *entry = foi_cell_list_get (draft_get_list (draft, FOI_CELL_LIST_WITHHELD), row,
                                       foi_column_get_name (what));
  JsonNode *value = entry != NULL && foi_cell_list_get_by (entry) == FOI_WITHHELD_ROUNDED
                      ? foi_json_get_member (entry, "value") : NULL;

  return value != NULL ? json_node_ref (value) : foi_column_cell_to_json (what, old);
}

/* What `withheld` and the bounds say of the cell that gets its new content. */
static gboolean
draft_update_lists (Draft *draft, const FoiCellEdit *edit, guint position, guint column,
                    const FoiCell *old, GError **error)
{
  g_autoptr (JsonNode) row = NULL;
  g_autoptr (GError) no_address = NULL;
  FoiCellList *withheld, *bounds;

  row = _foi_case_edits_dup_address (draft->data, position, &no_address);
  if (row == NULL && !needs_address (old, edit, draft->by))
    return TRUE;
  if (row == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&no_address));
      return FALSE;
    }
  withheld = draft_get_list (draft, FOI_CELL_LIST_WITHHELD);
  bounds = draft_get_list (draft, FOI_CELL_LIST_BOUNDS);
  if (needs_address (old, edit, draft->by) && !edit->has_bounds)
    {
      g_autoptr (JsonNode) value = draft_dup_truth (draft, row, column, old);

      foi_cell_list_set_value (withheld, row, edit->column, value, draft->by);
    }
  else if (edit->cell.state != FOI_CELL_SUPPRESSED)
    foi_cell_list_remove (withheld, row, edit->column);
  if (edit->has_bounds)
    {
      g_autoptr (JsonNode) node = _foi_case_edits_new_bounds (edit->from, edit->to);

      foi_cell_list_set_note (bounds, row, edit->column, node);
    }
  else
    foi_cell_list_remove (bounds, row, edit->column);
  return TRUE;
}

static gboolean
draft_set_cell (Draft *draft, const FoiCellEdit *edit, GError **error)
{
  FoiRecord *record;
  const FoiCell *old;
  guint position;
  int column = _foi_case_edits_find_column (draft->data, edit->column, error);
  gboolean is_key;

  if (column < 0 || !_foi_case_edits_find_row (draft->data, edit->row, &position, error))
    return FALSE;
  old = &draft_get_record (draft, position)->cells[column];
  if (foi_cell_equal (old, &edit->cell) && !edit->has_bounds)
    {
      if (edit->anew)
        draft_take_record (draft, position);
      return TRUE;
    }
  is_key = foi_table_data_is_key (draft->data, (guint) column);
  if (is_key && edit->cell.state == FOI_CELL_SUPPRESSED)
    return refuse_key (draft, (guint) column, error);
  if ((old->state == FOI_CELL_SUPPRESSED || edit->cell.state == FOI_CELL_SUPPRESSED
       || draft->is_rounded)
      && !draft_update_lists (draft, edit, position, (guint) column, old, error))
    return FALSE;
  draft->keys_change |= _foi_case_edits_names_rows (draft->data, (guint) column);
  if (foi_cell_equal (old, &edit->cell))
    return TRUE;
  record = draft_take_record (draft, position);
  foi_cell_clear (&record->cells[column]);
  record->cells[column] = foi_cell_copy (&edit->cell);
  return TRUE;
}

/* Every record in its place, laid anew. */
static FoiRowStore *
draft_lay_rows (Draft *draft)
{
  guint length = foi_row_store_get_length (foi_table_data_get_rows (draft->data));
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (length, (GDestroyNotify) foi_record_unref);

  for (guint i = 0; i < length; i++)
    g_ptr_array_add (records, foi_record_ref (draft_get_record (draft, i)));
  return foi_row_store_new_take (g_steal_pointer (&records));
}

static FoiRowStore *
draft_make_rows (Draft *draft)
{
  g_autoptr (FoiRowStore) rows = foi_row_store_ref (foi_table_data_get_rows (draft->data));
  GHashTableIter iter;
  gpointer position, record;

  if (g_hash_table_size (draft->records) > MANY_EDITS (foi_row_store_get_length (rows)))
    return draft_lay_rows (draft);
  g_hash_table_iter_init (&iter, draft->records);
  while (g_hash_table_iter_next (&iter, &position, &record))
    {
      g_autoptr (FoiRowStore) before = g_steal_pointer (&rows);

      rows = foi_row_store_replace (before, GPOINTER_TO_UINT (position), record);
    }
  return g_steal_pointer (&rows);
}

static void
take_state (FoiCaseState **state, FoiCaseState *next)
{
  foi_case_state_unref (*state);
  *state = next;
}

/* The case with all that was drafted; @state itself where nothing was. */
static FoiCaseState *
draft_finish (Draft *draft, GError **error)
{
  g_autoptr (FoiCaseState) state = foi_case_state_ref (draft->state);

  if (g_hash_table_size (draft->records) > 0)
    {
      g_autoptr (FoiRowStore) rows = draft_make_rows (draft);
      g_autoptr (FoiTableData) changed
        = foi_table_data_with_rows (draft->data, rows,
                                    foi_table_data_get_next_row_id (draft->data));

      take_state (&state, foi_case_state_with_table (state, changed));
    }
  if (draft->withheld != NULL)
    take_state (&state, foi_cell_list_apply (draft->withheld, state));
  if (draft->bounds != NULL)
    take_state (&state, foi_cell_list_apply (draft->bounds, state));
  if (draft->keys_change)
    return _foi_case_edits_follow_keys (state, draft->data, error);
  return g_steal_pointer (&state);
}

/* The case with keys for the table's rows, if it has none and something will be said of a row. */
static FoiCaseState *
with_keys (FoiCaseState *state, FoiTableData *data, const FoiCellEdit *edits, gsize n_edits,
           FoiWithheldBy by)
{
  g_autoptr (FoiTableData) keyed = NULL;

  if (foi_table_data_get_n_keys (data) > 0)
    return foi_case_state_ref (state);
  for (gsize i = 0; i < n_edits && keyed == NULL; i++)
    {
      int column = foi_table_data_find_column (data, edits[i].column);
      guint position;

      if (column >= 0
          && foi_row_store_find (foi_table_data_get_rows (data), edits[i].row, &position)
          && needs_address (foi_table_data_get_cell (data, position, (guint) column), &edits[i],
                            by))
        keyed = foi_generated_key_ensure (data);
    }
  return keyed != NULL ? foi_case_state_with_table (state, keyed) : foi_case_state_ref (state);
}

/* Whether figures of the table may stand rounded in their cells. */
static gboolean
is_rounded (FoiTableData *data)
{
  JsonNode *rule = foi_json_get_member (foi_table_data_get_resource (data), "foi:rule");

  return foi_json_get_integer (rule, "round", 0) > 1;
}

/**
 * foi_case_state_with_cells:
 * @table: the name of a table
 * @edits: (array length=n_edits): its cells' new contents
 * @by: what is withheld by this, or rounded, is so why; a rounded figure keeps its true value in
 *   the file's `withheld`
 *
 * Returns: (transfer full): the case with many cells set, @self itself where they are so already;
 *   else %NULL with %FOI_ERROR_NOT_FOUND or %FOI_ERROR_VALUE.
 */
FoiCaseState *
foi_case_state_with_cells (FoiCaseState *self, const char *table, const FoiCellEdit *edits,
                           gsize n_edits, FoiWithheldBy by, GError **error)
{
  g_autoptr (FoiCaseState) before = NULL;
  g_auto (Draft) draft = { .by = by };
  FoiTableData *data = _foi_case_edits_find_table (self, table, error);

  if (data == NULL)
    return NULL;
  before = with_keys (self, data, edits, n_edits, by);
  draft.state = before;
  draft.data = foi_case_state_find_table (before, table);
  draft.is_rounded = by == FOI_WITHHELD_ROUNDED || is_rounded (data);
  draft.records = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) foi_record_unref);
  for (gsize i = 0; i < n_edits; i++)
    {
      if (!draft_set_cell (&draft, &edits[i], error))
        return NULL;
    }
  return draft_finish (&draft, error);
}

/*
 * _foi_case_edits_set_cells:
 * @primary: what is withheld by this is too small itself; else it would give another one away
 *
 * As foi_case_editor_set_cells().
 */
gboolean
_foi_case_edits_set_cells (FoiCaseEditor *self, const char *table, const FoiCellEdit *edits,
                           gsize n_edits, gboolean primary, const char *label, GError **error)
{
  g_autoptr (FoiCaseState) after
    = foi_case_state_with_cells (_foi_case_edits_get_state (self), table, edits, n_edits,
                                 primary ? FOI_WITHHELD_PRIMARY : FOI_WITHHELD_SECONDARY, error);

  if (after == NULL)
    return FALSE;
  foi_case_editor_push (self, after, label, NULL);
  return TRUE;
}

/**
 * foi_case_editor_set_cells:
 * @table: the name of a table
 * @edits: (array length=n_edits): its cells' new contents
 * @label: what the person did
 *
 * Sets many cells as one command, or none of them. Keys that change take their notes, totals and
 * withheld values along, all at once; while a key is blank these stay with its row.
 *
 * Returns: whether all was done; else %FOI_ERROR_NOT_FOUND or %FOI_ERROR_VALUE.
 */
gboolean
foi_case_editor_set_cells (FoiCaseEditor *self, const char *table, const FoiCellEdit *edits,
                           gsize n_edits, const char *label, GError **error)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (edits != NULL || n_edits == 0, FALSE);

  return _foi_case_edits_set_cells (self, table, edits, n_edits, TRUE, label, error);
}

/**
 * foi_case_editor_set_cell:
 * @table: the name of a table
 * @row: the id of one of its rows
 * @column: the name of a column
 * @cell: the new content
 * @error: %FOI_ERROR_NOT_FOUND, or %FOI_ERROR_VALUE
 *
 * Sets one cell.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_editor_set_cell (FoiCaseEditor *self, const char *table, guint64 row, const char *column,
                          const FoiCell *cell, GError **error)
{
  FoiCellEdit edit = { .row = row, .column = column };

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (cell != NULL, FALSE);

  edit.cell = *cell;
  return foi_case_editor_set_cells (self, table, &edit, 1, _("Change Cell"), error);
}
