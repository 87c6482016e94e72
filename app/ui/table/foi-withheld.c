/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-withheld.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-disclosure-case.h"
#include "foi-json-edit.h"

/* What the case keeps of a cell, or NULL. */
static JsonNode *
find_entry (FoiDocument *document, const char *table, JsonNode *key, const char *column)
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
        return entry;
    }
  return NULL;
}

static gboolean
is_secondary (JsonNode *entry)
{
  return g_strcmp0 (foi_json_get_string (entry, "by", NULL), "secondary") == 0;
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

/* Whether the table's rule is why a value is left out. */
static gboolean
is_small (FoiDocument *document, FoiTableData *data, JsonNode *value)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  const FoiSmallRule rule = foi_small_rule_of_table (state, data);

  return foi_json_is_integer (value) && json_node_get_int (value) <= rule.threshold
         && json_node_get_int (value) >= (rule.zero ? 0 : 1);
}

/* "3, because it is small" */
static char *
dup_words (FoiDocument *document, FoiTableData *data, guint column, JsonNode *entry)
{
  JsonNode *value = foi_json_get_member (entry, "value");
  g_autofree char *text = format_value (foi_table_data_get_column (data, column), value);

  if (is_secondary (entry))
    /* Translators: a figure that is left out. */
    return g_strdup_printf (_("%s, because it would give another figure away"), text);
  if (is_small (document, data, value))
    /* Translators: a figure that is left out. */
    return g_strdup_printf (_("%s, because it is small"), text);
  return g_steal_pointer (&text);
}

/* The same of a cell that is withheld, or NULL. */
static char *
dup_value (FoiDocument *document, FoiTable *table, guint64 row, const char *column)
{
  FoiTableData *data = foi_table_get_data (table);
  int index = foi_table_data_find_column (data, column);
  g_autoptr (JsonNode) key = NULL;
  JsonNode *entry;
  guint position;

  if (index < 0 || !foi_table_find_row (table, row, &position)
      || foi_table_data_get_cell (data, position, (guint) index)->state != FOI_CELL_SUPPRESSED)
    return NULL;
  key = foi_table_data_dup_row_key (data, position);
  entry = key != NULL ? find_entry (document, foi_table_get_name (table), key, column) : NULL;
  if (entry == NULL || foi_json_get_member (entry, "value") == NULL)
    return g_strdup ("");
  return dup_words (document, data, (guint) index, entry);
}

/**
 * foi_withheld_dup_words:
 * @row: the id of a row
 * @column: the name of a column
 *
 * For the officer only: none of this is ever published.
 *
 * Returns: (transfer full) (nullable): "Withheld: 3, because it is small", or that the file does
 *   not know the value; %NULL for a cell that is not withheld.
 */
char *
foi_withheld_dup_words (FoiDocument *document, FoiTable *table, guint64 row, const char *column)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (FOI_IS_TABLE (table), NULL);

  value = dup_value (document, table, row, column);
  if (value == NULL)
    return NULL;
  if (value[0] == '\0')
    return g_strdup (_("Withheld; the value itself is not in the case"));
  /* Translators: for the officer only: the value behind [c]. */
  return g_strdup_printf (_("Withheld: %s"), value);
}

/**
 * foi_withheld_dup_remark:
 *
 * Returns: (transfer full) (nullable): the value of a cell that is said to be withheld already, and
 *   why it is; %NULL where there is none.
 */
char *
foi_withheld_dup_remark (FoiDocument *document, FoiTable *table, guint64 row, const char *column)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (FOI_IS_TABLE (table), NULL);

  value = dup_value (document, table, row, column);
  if (value == NULL || value[0] == '\0')
    return NULL;
  /* Translators: the value behind [c], which is on the screen and in no letter. */
  return g_strdup_printf (_("for you only: %s"), value);
}

/**
 * foi_withheld_dup_summary:
 * @table: the name of a table
 *
 * Returns: (transfer full) (nullable): how many of its figures are left out, for the officer; %NULL
 *   where none is.
 */
char *
foi_withheld_dup_summary (FoiDocument *document, const char *table)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  JsonNode *withheld = foi_case_state_get_node (state, "withheld");
  guint n_all = 0, n_secondary = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < foi_json_get_n_elements (withheld); i++)
    {
      JsonNode *entry = foi_json_get_element (withheld, i);

      if (g_strcmp0 (foi_json_get_string (entry, "table", NULL), table) != 0)
        continue;
      n_all++;
      n_secondary += is_secondary (entry);
    }
  if (n_all == 0)
    return NULL;
  text = g_strdup_printf (ngettext ("%u figure is left out of the letter",
                                    "%u figures are left out of the letter", n_all), n_all);
  if (n_secondary == 0)
    return g_steal_pointer (&text);
  /* Translators: "4 figures are left out of the letter"; how many of them only for the others. */
  return g_strdup_printf (ngettext ("%s, %u of them because it would give another away",
                                    "%s, %u of them because they would give another away",
                                    n_secondary), text, n_secondary);
}
