/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-cell-list.h"
#include "foi-error.h"
#include "foi-generated-key.h"
#include "foi-json-edit.h"
#include "foi-small-rule.h"

/* What is said of single cells: notes, and which of them are withheld. */

/*
 * _foi_case_edits_new_bounds:
 *
 * Returns: (transfer full): `{"from": 1, "to": 4}`, sealed.
 */
JsonNode *
_foi_case_edits_new_bounds (gint64 from, gint64 to)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "from", from);
  json_object_set_int_member (object, "to", to);
  return foi_json_take_object (object);
}

/**
 * foi_case_editor_set_note:
 * @row: the id of a row
 * @column: the name of a column
 * @text: (nullable): the note that is printed below the table; %NULL or "" removes it
 *
 * Sets the note on a cell.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND or %FOI_ERROR_VALUE.
 */
gboolean
foi_case_editor_set_note (FoiCaseEditor *self, const char *table, guint64 row, const char *column,
                          const char *text, GError **error)
{
  g_autoptr (FoiTableData) keyed = NULL;
  g_autoptr (FoiCaseState) before = NULL;
  g_autoptr (FoiCaseState) after = NULL;
  g_autoptr (FoiCellList) notes = NULL;
  g_autoptr (JsonNode) key = NULL;
  FoiTableData *data;
  guint position;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);

  data = _foi_case_edits_find_current_table (self, table, error);
  if (data == NULL || _foi_case_edits_find_column (data, column, error) < 0
      || !_foi_case_edits_find_row (data, row, &position, error))
    return FALSE;
  keyed = foi_generated_key_ensure (data);
  key = _foi_case_edits_dup_address (keyed, position, error);
  if (key == NULL)
    return FALSE;
  before = foi_case_state_with_table (_foi_case_edits_get_state (self), keyed);
  notes = foi_cell_list_new (before, table, FOI_CELL_LIST_NOTES);
  if (text != NULL && text[0] != '\0')
    {
      g_autoptr (JsonNode) value = foi_json_new_string (text);

      foi_cell_list_set_note (notes, key, column, value);
    }
  else
    foi_cell_list_remove (notes, key, column);
  after = foi_cell_list_apply (notes, before);
  if (after != before)
    foi_case_editor_push (self, after, _("Change Note"), NULL);
  return TRUE;
}

/* Cells of a table under way to other contents. */
typedef struct
{
  FoiTableData *data;
  GArray       *edits;    /* of FoiCellEdit, whose cells are owned */
  FoiCellList  *withheld; /* when values are shown again */
  gint64        base;     /* to which the table is rounded, or 0 */
  guint         n_unknown, n_rounded;
} Block;

static void
clear_edit (gpointer data)
{
  foi_cell_clear (&((FoiCellEdit *) data)->cell);
}

static void
block_clear (Block *block)
{
  g_clear_pointer (&block->edits, g_array_unref);
  g_clear_pointer (&block->withheld, foi_cell_list_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Block, block_clear)

/* The cell's true value, if the file knows it. */
static gboolean
block_read_value (Block *block, guint position, guint index, FoiCell *out)
{
  FoiColumn *column = foi_table_data_get_column (block->data, index);
  g_autoptr (JsonNode) key = _foi_case_edits_dup_address (block->data, position, NULL);
  JsonNode *entry = NULL;

  if (key != NULL)
    entry = foi_cell_list_get (block->withheld, key, foi_column_get_name (column));
  return entry != NULL
         && _foi_case_edits_read_cell (column, foi_json_get_member (entry, "value"), out);
}

/* Whether the true value would stand alone among figures that are rounded. */
static gboolean
block_is_rounded (Block *block, guint position, guint index)
{
  FoiColumn *column = foi_table_data_get_column (block->data, index);
  g_auto (FoiCell) cell = FOI_CELL_INIT;

  return block->base > 1 && foi_column_get_value_type (column) == FOI_VALUE_INTEGER
         && block_read_value (block, position, index, &cell) && cell.state == FOI_CELL_VALUE
         && cell.number % block->base != 0;
}

static gboolean
block_add (Block *block, guint64 row, const char *name, GError **error)
{
  FoiCellEdit edit = { .row = row };
  int column = _foi_case_edits_find_column (block->data, name, error);
  const FoiCell *cell;
  guint position;

  if (column < 0 || !_foi_case_edits_find_row (block->data, row, &position, error))
    return FALSE;
  cell = foi_table_data_get_cell (block->data, position, (guint) column);
  edit.column = foi_column_get_name (foi_table_data_get_column (block->data, (guint) column));
  if (block->withheld != NULL && block_is_rounded (block, position, (guint) column))
    {
      block->n_rounded++;
      return TRUE;
    }
  if ((block->withheld != NULL) != (cell->state == FOI_CELL_SUPPRESSED))
    return TRUE;
  edit.cell = foi_cell_state (FOI_CELL_SUPPRESSED);
  if (block->withheld != NULL && !block_read_value (block, position, (guint) column, &edit.cell))
    block->n_unknown++;
  else
    g_array_append_val (block->edits, edit);
  return TRUE;
}

static gboolean
block_init (Block *block, FoiCaseEditor *self, const char *table, const guint64 *rows,
            gsize n_rows, const char *const *columns, gboolean reveal, GError **error)
{
  block->data = _foi_case_edits_find_current_table (self, table, error);
  if (block->data == NULL)
    return FALSE;
  block->edits = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));
  g_array_set_clear_func (block->edits, clear_edit);
  block->base = foi_small_rule_of_table (_foi_case_edits_get_state (self), block->data).round;
  if (reveal)
    block->withheld = foi_cell_list_new (_foi_case_edits_get_state (self), table,
                                         FOI_CELL_LIST_WITHHELD);
  for (gsize i = 0; i < n_rows; i++)
    {
      for (gsize j = 0; columns[j] != NULL; j++)
        {
          if (!block_add (block, rows[i], columns[j], error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * foi_case_editor_suppress_cells:
 * @rows: (array length=n_rows): ids of rows
 * @columns: (array zero-terminated=1): names of columns
 * @primary: the numbers themselves are too small; else they would give another one away
 *
 * Withholds values: the cells show [c] from now on, the values stay in the file's `withheld`.
 * Needs a ground in the letter: a suppressed cell is a refusal (FOIA s17).
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND or %FOI_ERROR_VALUE.
 */
gboolean
foi_case_editor_suppress_cells (FoiCaseEditor *self, const char *table, const guint64 *rows,
                                gsize n_rows, const char *const *columns, gboolean primary,
                                GError **error)
{
  g_auto (Block) block = { NULL, NULL, NULL, 0, 0, 0 };

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (rows != NULL && columns != NULL, FALSE);

  return block_init (&block, self, table, rows, n_rows, columns, FALSE, error)
         && _foi_case_edits_set_cells (self, table,
                                       (const FoiCellEdit *) (gpointer) block.edits->data,
                                       block.edits->len, primary, _("Withhold Value"), error);
}

/**
 * foi_case_editor_withhold_cells:
 * @cells: (array length=n_cells): cells of any rows and columns; suppressed, without bounds
 * @primary: the numbers themselves are too small; else they would give another one away
 *
 * As foi_case_editor_suppress_cells(), of cells that are no block.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND or %FOI_ERROR_VALUE.
 */
gboolean
foi_case_editor_withhold_cells (FoiCaseEditor *self, const char *table, const FoiCellEdit *cells,
                                gsize n_cells, gboolean primary, GError **error)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (cells != NULL || n_cells == 0, FALSE);

  return _foi_case_edits_set_cells (self, table, cells, n_cells, primary, _("Withhold Value"),
                                    error);
}

/**
 * foi_case_editor_reveal_cells:
 * @rows: (array length=n_rows): ids of rows
 * @columns: (array zero-terminated=1): names of columns
 *
 * Puts withheld values back into their cells; cells that are not withheld stay as they are.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND, or %FOI_ERROR_REFUSED where all that is
 *   withheld came to us suppressed, so that there is nothing to show, or where an exact figure
 *   would stand in a table that is rounded.
 */
gboolean
foi_case_editor_reveal_cells (FoiCaseEditor *self, const char *table, const guint64 *rows,
                              gsize n_rows, const char *const *columns, GError **error)
{
  g_auto (Block) block = { NULL, NULL, NULL, 0, 0, 0 };

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (rows != NULL && columns != NULL, FALSE);

  if (!block_init (&block, self, table, rows, n_rows, columns, TRUE, error))
    return FALSE;
  if (block.n_rounded > 0)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("The figures of this table are rounded: an exact one among them would "
                             "give others away. Leave it as it is, or take the rounding of the "
                             "whole table off, in Small Numbers."));
      return FALSE;
    }
  if (block.edits->len > 0)
    return _foi_case_edits_set_cells (self, table,
                                      (const FoiCellEdit *) (gpointer) block.edits->data,
                                      block.edits->len, TRUE, _("Show Value"), error);
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                       block.n_unknown > 0
                         ? _("This file does not know the value: type it if you do")
                         : _("Nothing is withheld here"));
  return FALSE;
}

/**
 * foi_case_editor_suppress:
 * @row: the id of a row
 * @column: the name of a column
 * @primary: the number itself is too small; else it would give another one away
 *
 * As foi_case_editor_suppress_cells(), of one cell.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND or %FOI_ERROR_VALUE.
 */
gboolean
foi_case_editor_suppress (FoiCaseEditor *self, const char *table, guint64 row, const char *column,
                          gboolean primary, GError **error)
{
  const char *columns[] = { column, NULL };

  return foi_case_editor_suppress_cells (self, table, &row, 1, columns, primary, error);
}

/**
 * foi_case_editor_reveal:
 * @row: the id of a row
 * @column: the name of a column
 *
 * As foi_case_editor_reveal_cells(), of one cell.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND or %FOI_ERROR_REFUSED.
 */
gboolean
foi_case_editor_reveal (FoiCaseEditor *self, const char *table, guint64 row, const char *column,
                        GError **error)
{
  const char *columns[] = { column, NULL };

  return foi_case_editor_reveal_cells (self, table, &row, 1, columns, error);
}
