/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-json-edit.h"

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

/*
 * _foi_case_edits_find_row:
 *
 * The position of the row of that id, or %FOI_ERROR_NOT_FOUND.
 */
gboolean
_foi_case_edits_find_row (FoiTableData *data, guint64 id, guint *position, GError **error)
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
