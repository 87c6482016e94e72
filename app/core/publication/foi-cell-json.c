/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-cell-json.h"

#include <string.h>

#include "foi-json-edit.h"

/**
 * foi_column_cell_to_json:
 * @cell: a cell of the column
 *
 * Returns: (transfer full): the cell as case files write it: a mark, an integer or a string.
 */
JsonNode *
foi_column_cell_to_json (FoiColumn *self, const FoiCell *cell)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && cell != NULL, NULL);

  if (cell->state != FOI_CELL_VALUE)
    return foi_json_new_string (foi_cell_state_to_mark (cell->state));
  switch (foi_column_get_value_type (self))
    {
    case FOI_VALUE_TEXT:
      return foi_json_new_string (cell->text);
    case FOI_VALUE_INTEGER:
    case FOI_VALUE_YEAR:
      return foi_json_new_integer (cell->number);
    case FOI_VALUE_DECIMAL:
    case FOI_VALUE_MONEY:
    case FOI_VALUE_PERCENTAGE:
    case FOI_VALUE_DATE:
    case FOI_VALUE_MONTH:
    case FOI_VALUE_FINANCIAL_YEAR:
    default:
      text = foi_column_format_plain (self, cell);
      return foi_json_new_string (text);
    }
}

/**
 * foi_column_cell_from_json_node:
 * @node: a cell as case files write it
 * @out: (out): the cell
 * @reason: (out) (optional): why it is none, in words
 *
 * Returns: whether @node is a cell of the column.
 */
gboolean
foi_column_cell_from_json_node (FoiColumn *self, JsonNode *node, FoiCell *out, char **reason)
{
  const char *text;

  g_return_val_if_fail (self != NULL && node != NULL && out != NULL, FALSE);

  if (foi_json_is_integer (node))
    return foi_column_cell_from_json (self, TRUE, json_node_get_int (node), NULL, 0, out, reason);
  text = foi_json_is_string (node) ? json_node_get_string (node) : "";
  return foi_column_cell_from_json (self, FALSE, 0, text, strlen (text), out, reason);
}
