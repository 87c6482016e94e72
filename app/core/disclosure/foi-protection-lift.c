/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-protection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-case-edits.h"
#include "foi-cell-list.h"
#include "foi-disclosure-case-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* Showing again what a rule about small numbers took out of a table. What an officer withheld for
 * another reason stays withheld. */

static gboolean
is_small (const FoiSmallRule *rule, FoiColumn *column, JsonNode *value)
{
  g_auto (FoiCell) cell = FOI_CELL_INIT;
  const char *text = foi_json_is_string (value) ? json_node_get_string (value) : "";
  gboolean is_integer = foi_json_is_integer (value);

  return foi_column_cell_from_json (column, is_integer, is_integer ? json_node_get_int (value) : 0,
                                    text, strlen (text), &cell, NULL)
         && cell.state == FOI_CELL_VALUE && !cell.has_text && cell.number <= rule->threshold
         && (cell.number > 0 || (cell.number == 0 && rule->zero));
}

/* Whether the rule is why the cell is withheld: it is small, or would give another one away. */
static gboolean
is_by_rule (FoiTableData *data, FoiCellList *withheld, const FoiSmallRule *rule, guint row,
            guint column)
{
  FoiColumn *what = foi_table_data_get_column (data, column);
  g_autoptr (JsonNode) address = NULL;
  JsonNode *entry, *value;

  if (foi_table_data_get_cell (data, row, column)->state != FOI_CELL_SUPPRESSED
      || !_foi_disclosure_is_count (what))
    return FALSE;
  address = foi_table_data_dup_row_address (data, row);
  entry = address == NULL ? NULL
          : foi_cell_list_get (withheld, address, foi_column_get_name (what));
  value = foi_json_get_member (entry, "value");
  if (value == NULL)
    return FALSE;
  return g_strcmp0 (foi_json_get_string (entry, "by", NULL), "secondary") == 0
         || is_small (rule, what, value);
}

/* The rows of a column that show something again. */
static GArray *
list_rows (FoiCaseState *state, FoiTableData *data, guint column)
{
  g_autoptr (FoiCellList) withheld
    = foi_cell_list_new (state, foi_table_data_get_name (data), FOI_CELL_LIST_WITHHELD);
  const FoiSmallRule rule = foi_small_rule_of_table (state, data);
  FoiRowStore *rows = foi_table_data_get_rows (data);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; i < foi_row_store_get_length (rows); i++)
    if (is_by_rule (data, withheld, &rule, i, column))
      g_array_append_val (ids, foi_row_store_get (rows, i)->id);
  return ids;
}

/**
 * foi_protection_is_in_force:
 *
 * Returns: whether a table has a rule of its own about small numbers.
 */
gboolean
foi_protection_is_in_force (FoiCaseState *state, const char *table)
{
  FoiTableData *data = foi_case_state_find_table (state, table);

  return data != NULL
         && foi_json_get_member (foi_table_data_get_resource (data), "foi:rule") != NULL;
}

/**
 * foi_protection_lift:
 * @table: the name of a table
 *
 * Shows again what its rule about small numbers took out, and takes the rule away, as one command.
 *
 * Returns: whether it was done; else nothing is.
 */
gboolean
foi_protection_lift (FoiCaseEditor *editor, const char *table, GError **error)
{
  FoiCaseState *state = foi_case_get_state (foi_case_editor_get_case (editor));
  FoiTableData *data = foi_case_state_find_table (state, table);
  gboolean done = TRUE;

  if (data == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no table “%s”"), table);
      return FALSE;
    }
  foi_case_editor_begin (editor, _("Show Small Numbers"));
  for (guint i = 0; i < foi_table_data_get_n_columns (data) && done; i++)
    {
      g_autoptr (GArray) rows = list_rows (state, data, i);
      const char *columns[] = { foi_column_get_name (foi_table_data_get_column (data, i)), NULL };

      if (rows->len > 0)
        done = foi_case_editor_reveal_cells (editor, table,
                                             (const guint64 *) (gpointer) rows->data, rows->len,
                                             columns, error);
    }
  done = done && foi_case_editor_set_table_member (editor, table, "foi:rule", NULL,
                                                   _("Show Small Numbers"), error);
  if (done)
    foi_case_editor_end (editor);
  else
    foi_case_editor_cancel (editor);
  return done;
}
