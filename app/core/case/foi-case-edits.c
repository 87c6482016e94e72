/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-case-follow.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* Above this share of a table's rows it is quicker to lay all of them anew than to copy chunks. */
#define MANY_EDITS(length) ((length) / 64 + 16)

/*
 * _foi_case_edits_find_table:
 *
 * The named table of the current state, or %FOI_ERROR_NOT_FOUND.
 */
FoiTableData *
_foi_case_edits_find_table (FoiCaseState *state, const char *name, GError **error)
{
  FoiTableData *data = foi_case_state_find_table (state, name);

  if (data == NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no table “%s” in this case"),
                 name);
  return data;
}

/*
 * _foi_case_edits_get_state:
 *
 * The case as it is now.
 */
FoiCaseState *
_foi_case_edits_get_state (FoiCaseEditor *self)
{
  return foi_case_get_state (foi_case_editor_get_case (self));
}

/*
 * _foi_case_edits_find_current_table:
 *
 * The named table as it is now, or %FOI_ERROR_NOT_FOUND.
 */
FoiTableData *
_foi_case_edits_find_current_table (FoiCaseEditor *self, const char *name, GError **error)
{
  return _foi_case_edits_find_table (_foi_case_edits_get_state (self), name, error);
}

/*
 * _foi_case_edits_find_column:
 *
 * The index of the named column, or -1 and %FOI_ERROR_NOT_FOUND.
 */
int
_foi_case_edits_find_column (FoiTableData *data, const char *name, GError **error)
{
  int index = foi_table_data_find_column (data, name);

  if (index < 0)
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                 /* Translators: the names of a column and of its table. */
                 _("There is no column “%s” in the table “%s”"), name,
                 foi_table_data_get_name (data));
  return index;
}

static gboolean
find_row (FoiTableData *data, guint64 id, guint *position, GError **error)
{
  if (foi_row_store_find (foi_table_data_get_rows (data), id, position))
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("That row of “%s” is not there any more"),
               foi_table_data_get_name (data));
  return FALSE;
}

/*
 * _foi_case_edits_read_cell:
 *
 * A cell as `withheld` has it, in the form of the file. Returns: whether it is one of the column.
 */
gboolean
_foi_case_edits_read_cell (FoiColumn *column, JsonNode *node, FoiCell *out)
{
  const char *text;

  if (foi_json_is_integer (node))
    return foi_column_cell_from_json (column, TRUE, json_node_get_int (node), NULL, 0, out, NULL);
  text = foi_json_is_string (node) ? json_node_get_string (node) : "";
  return foi_column_cell_from_json (column, FALSE, 0, text, strlen (text), out, NULL);
}

/* The index in `withheld` of the true value of a cell, or -1. */
static int
find_withheld (FoiCaseState *state, const char *table, JsonNode *key, const char *column)
{
  JsonNode *withheld = foi_case_state_get_node (state, "withheld");

  for (guint i = 0; i < foi_json_get_n_elements (withheld); i++)
    {
      JsonNode *entry = foi_json_get_element (withheld, i);
      JsonNode *row = foi_json_get_member (entry, "row");

      if (g_strcmp0 (foi_json_get_string (entry, "table", NULL), table) == 0
          && g_strcmp0 (foi_json_get_string (entry, "field", NULL), column) == 0 && row != NULL
          && foi_json_equal (row, key))
        return (int) i;
    }
  return -1;
}

/*
 * _foi_case_edits_dup_withheld:
 *
 * Returns: (transfer full) (nullable): the true value behind a suppressed cell, as the file has it.
 */
JsonNode *
_foi_case_edits_dup_withheld (FoiCaseState *state, const char *table, JsonNode *key,
                              const char *column)
{
  int index = key != NULL ? find_withheld (state, table, key, column) : -1;
  JsonNode *entry;
  JsonNode *value;

  if (index < 0)
    return NULL;
  entry = foi_json_get_element (foi_case_state_get_node (state, "withheld"), (guint) index);
  value = foi_json_get_member (entry, "value");
  return value != NULL ? json_node_ref (value) : NULL;
}

/*
 * _foi_case_edits_withhold:
 * @value: (nullable): the true value; %NULL forgets what was withheld
 *
 * Returns: (transfer full): the state in which `withheld` says so.
 */
FoiCaseState *
_foi_case_edits_withhold (FoiCaseState *state, const char *table, JsonNode *key, const char *column,
                          JsonNode *value, gboolean primary)
{
  JsonNode *withheld = foi_case_state_get_node (state, "withheld");
  int index = find_withheld (state, table, key, column);
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) entry = NULL;

  if (index < 0 && value == NULL)
    return foi_case_state_ref (state);
  list = withheld != NULL ? json_node_ref (withheld) : foi_json_new_array ();
  if (index >= 0)
    {
      g_autoptr (JsonNode) before = g_steal_pointer (&list);

      list = foi_json_array_remove (before, (guint) index);
    }
  if (value != NULL)
    {
      g_autoptr (JsonNode) before = g_steal_pointer (&list);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "table", table);
      json_object_set_member (object, "row", json_node_ref (key));
      json_object_set_string_member (object, "field", column);
      json_object_set_member (object, "value", json_node_ref (value));
      json_object_set_string_member (object, "by", primary ? "primary" : "secondary");
      entry = foi_json_take_object (object);
      list = foi_json_array_insert (before, foi_json_get_n_elements (before), entry);
    }
  if (foi_json_get_n_elements (list) == 0)
    return foi_case_state_with_node (state, "withheld", NULL, NULL);
  return foi_case_state_with_node (state, "withheld", list, NULL);
}

/* A case under change: one table's rows laid out flat while many of them are edited. */
typedef struct
{
  FoiCaseState *state;
  const char   *table;
} Draft;

static void
draft_take_state (Draft *draft, FoiCaseState *state)
{
  foi_case_state_unref (draft->state);
  draft->state = state;
}

static FoiTableData *
draft_get_data (Draft *draft)
{
  return foi_case_state_find_table (draft->state, draft->table);
}

static void
draft_set_record (Draft *draft, guint position, FoiRecord *record)
{
  FoiTableData *data = draft_get_data (draft);
  g_autoptr (FoiRowStore) rows = foi_row_store_replace (foi_table_data_get_rows (data), position,
                                                        record);
  g_autoptr (FoiTableData) changed
    = foi_table_data_with_rows (data, rows, foi_table_data_get_next_row_id (data));

  draft_take_state (draft, foi_case_state_with_table (draft->state, changed));
}

/* What `withheld` and the bounds say of the cell before it gets its new content. */
static gboolean
draft_update_withheld (Draft *draft, const FoiCellEdit *edit, guint position, const FoiCell *old,
                       GError **error)
{
  FoiTableData *data = draft_get_data (draft);
  FoiColumn *column = foi_table_data_get_column (data,
                                                 (guint) foi_table_data_find_column (data,
                                                                                     edit->column));
  g_autoptr (JsonNode) key = NULL;
  g_autoptr (JsonNode) value = NULL;

  if (old->state != FOI_CELL_SUPPRESSED && edit->cell.state != FOI_CELL_SUPPRESSED)
    return TRUE;
  key = foi_table_data_dup_row_key (data, position);
  if (key == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
                   _("Row %u of “%s” has no key yet: fill in its first column, then withhold"),
                   position + 1, draft->table);
      return FALSE;
    }
  if (edit->cell.state != FOI_CELL_SUPPRESSED)
    draft_take_state (draft, _foi_case_edits_withhold (draft->state, draft->table, key,
                                                       edit->column, NULL, TRUE));
  else if (old->state == FOI_CELL_VALUE && !edit->has_bounds)
    {
      value = foi_column_cell_to_json (column, old);
      draft_take_state (draft, _foi_case_edits_withhold (draft->state, draft->table, key,
                                                         edit->column, value, TRUE));
    }
  draft_take_state (draft, _foi_case_edits_set_bounds (draft->state, draft->table, key,
                                                       edit->column, edit->has_bounds, edit->from,
                                                       edit->to));
  return TRUE;
}

static gboolean
draft_set_cell (Draft *draft, const FoiCellEdit *edit, GError **error)
{
  FoiTableData *data = draft_get_data (draft);
  g_autoptr (FoiRecord) record = NULL;
  g_autoptr (JsonNode) old_key = NULL;
  g_autoptr (JsonNode) new_key = NULL;
  const FoiCell *old;
  guint position;
  int column;

  column = _foi_case_edits_find_column (data, edit->column, error);
  if (column < 0 || !find_row (data, edit->row, &position, error))
    return FALSE;
  old = &foi_row_store_get (foi_table_data_get_rows (data), position)->cells[column];
  if (foi_cell_equal (old, &edit->cell) && !edit->has_bounds)
    return TRUE;
  if (!draft_update_withheld (draft, edit, position, old, error))
    return FALSE;

  data = draft_get_data (draft);
  record = foi_record_copy (foi_row_store_get (foi_table_data_get_rows (data), position));
  foi_cell_clear (&record->cells[column]);
  record->cells[column] = foi_cell_copy (&edit->cell);
  if (foi_table_data_is_key (data, (guint) column))
    old_key = foi_table_data_dup_row_key (data, position);
  draft_set_record (draft, position, record);
  if (old_key != NULL)
    {
      new_key = foi_table_data_dup_row_key (draft_get_data (draft), position);
      if (new_key != NULL)
        draft_take_state (draft,
                          foi_case_follow_row (draft->state, draft->table, old_key, new_key));
    }
  return TRUE;
}

/* Whether an edit touches nothing but its own cell, so that many can be laid in one go. */
static gboolean
is_plain_edit (FoiTableData *data, const FoiCellEdit *edit, const FoiCell *old, int column)
{
  return old->state != FOI_CELL_SUPPRESSED && edit->cell.state != FOI_CELL_SUPPRESSED
         && !foi_table_data_is_key (data, (guint) column);
}

/* Lays all plain edits in one pass over the rows; the others are done one by one afterwards. */
static gboolean
draft_set_plain_cells (Draft *draft, const FoiCellEdit *edits, gsize n_edits, GArray *others,
                       GError **error)
{
  FoiTableData *data = draft_get_data (draft);
  FoiRowStore *rows = foi_table_data_get_rows (data);
  guint length = foi_row_store_get_length (rows);
  g_autoptr (GPtrArray) records = g_ptr_array_new_full (length, (GDestroyNotify) foi_record_unref);
  g_autoptr (GHashTable) copied = g_hash_table_new (NULL, NULL);
  g_autoptr (FoiRowStore) new_rows = NULL;
  g_autoptr (FoiTableData) changed = NULL;

  for (guint i = 0; i < length; i++)
    g_ptr_array_add (records, foi_record_ref (foi_row_store_get (rows, i)));
  for (gsize i = 0; i < n_edits; i++)
    {
      int column = _foi_case_edits_find_column (data, edits[i].column, error);
      FoiRecord *record;
      guint position;

      if (column < 0 || !find_row (data, edits[i].row, &position, error))
        return FALSE;
      record = g_ptr_array_index (records, position);
      if (!is_plain_edit (data, &edits[i], &record->cells[column], column))
        {
          g_array_append_val (others, edits[i]);
          continue;
        }
      if (g_hash_table_add (copied, GUINT_TO_POINTER (position)))
        {
          record = foi_record_copy (record);
          foi_record_unref (g_ptr_array_index (records, position));
          g_ptr_array_index (records, position) = record;
        }
      foi_cell_clear (&record->cells[column]);
      record->cells[column] = foi_cell_copy (&edits[i].cell);
    }
  new_rows = foi_row_store_new_take (g_steal_pointer (&records));
  changed = foi_table_data_with_rows (data, new_rows, foi_table_data_get_next_row_id (data));
  draft_take_state (draft, foi_case_state_with_table (draft->state, changed));
  return TRUE;
}

/**
 * foi_case_editor_set_cells:
 * @table: the name of a table
 * @edits: (array length=n_edits): its cells' new contents
 * @label: what the person did
 *
 * Sets many cells as one command, or none of them. Keys that change take their notes, totals and
 * withheld values along.
 *
 * Returns: whether all was done; else %FOI_ERROR_NOT_FOUND or %FOI_ERROR_VALUE.
 */
gboolean
foi_case_editor_set_cells (FoiCaseEditor *self, const char *table, const FoiCellEdit *edits,
                           gsize n_edits, const char *label, GError **error)
{
  FoiCaseState *state;
  FoiTableData *data;
  Draft draft = { NULL, table };
  g_autoptr (GArray) others = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (edits != NULL || n_edits == 0, FALSE);

  state = foi_case_get_state (foi_case_editor_get_case (self));
  data = _foi_case_edits_find_table (state, table, error);
  if (data == NULL)
    return FALSE;
  draft.state = foi_case_state_ref (state);
  others = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));
  if (n_edits > MANY_EDITS (foi_row_store_get_length (foi_table_data_get_rows (data))))
    done = draft_set_plain_cells (&draft, edits, n_edits, others, error);
  else
    g_array_append_vals (others, edits, (guint) n_edits);
  for (guint i = 0; done && i < others->len; i++)
    done = draft_set_cell (&draft, &g_array_index (others, FoiCellEdit, i), error);
  if (done)
    foi_case_editor_push (self, draft.state, label, NULL);
  foi_case_state_unref (draft.state);
  return done;
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
