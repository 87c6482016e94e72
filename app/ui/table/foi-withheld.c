/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-withheld.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-json-edit.h"

/* The value that the case keeps of a cell, or NULL. */
static JsonNode *
find_value (FoiDocument *document, const char *table, JsonNode *key, const char *column)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  JsonNode *withheld = foi_case_state_get_node (state, "withheld");

  for (guint i = 0; i < foi_json_get_n_elements (withheld); i++)
    {
      JsonNode *entry = foi_json_get_element (withheld, i);
      JsonNode *row = foi_json_get_member (entry, "row");

      if (row != NULL && g_strcmp0 (foi_json_get_string (entry, "table", NULL), table) == 0
          && g_strcmp0 (foi_json_get_string (entry, "field", NULL), column) == 0
          && foi_json_equal (row, key))
        return foi_json_get_member (entry, "value");
    }
  return NULL;
}

static char *
format_value (FoiColumn *column, JsonNode *value)
{
  g_auto (FoiCell) cell = FOI_CELL_INIT;
  gboolean integer = foi_json_is_integer (value);
  const char *text = foi_json_is_string (value) ? json_node_get_string (value) : "";

  if (!foi_column_cell_from_json (column, integer, integer ? json_node_get_int (value) : 0, text,
                                  strlen (text), &cell, NULL))
    return g_strdup (text);
  return foi_column_format (column, &cell);
}

/**
 * foi_withheld_dup_words:
 * @row: the id of a row
 * @column: the name of a column
 *
 * For the officer only: none of this is ever published.
 *
 * Returns: (transfer full) (nullable): "Withheld: 3", or that the file does not know the value;
 *   %NULL for a cell that is not withheld.
 */
char *
foi_withheld_dup_words (FoiDocument *document, FoiTable *table, guint64 row, const char *column)
{
  FoiTableData *data;
  g_autoptr (JsonNode) key = NULL;
  g_autofree char *text = NULL;
  JsonNode *value;
  guint position;
  int index;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (FOI_IS_TABLE (table), NULL);

  data = foi_table_get_data (table);
  index = foi_table_data_find_column (data, column);
  if (index < 0 || !foi_table_find_row (table, row, &position)
      || foi_table_data_get_cell (data, position, (guint) index)->state != FOI_CELL_SUPPRESSED)
    return NULL;
  key = foi_table_data_dup_row_key (data, position);
  value = key != NULL ? find_value (document, foi_table_get_name (table), key, column) : NULL;
  if (value == NULL)
    return g_strdup (_("Withheld; the value itself is not in the case"));
  text = format_value (foi_table_data_get_column (data, (guint) index), value);
  /* Translators: for the officer only: the value behind [c]. */
  return g_strdup_printf (_("Withheld: %s"), text);
}
