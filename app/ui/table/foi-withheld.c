/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-withheld.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-cell-list.h"
#include "foi-json-edit.h"
#include "foi-small-rule.h"

/* A table with more cells is not counted through at each edit. */
#define MAX_CELLS 20000
/* The largest count that is commonly called small. */
#define WIDEST 9

/* What the case keeps of a table's cells, as long as it keeps the same: a table may have thousands
 * of them, and each cell that is shown asks. */
typedef struct
{
  JsonNode    *withheld;
  FoiCellList *list;
} Index;

static void
index_free (gpointer data)
{
  Index *self = data;

  json_node_unref (self->withheld);
  foi_cell_list_free (self->list);
  g_free (self);
}

static FoiCellList *
get_list (FoiDocument *document, FoiTable *table)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  JsonNode *withheld = foi_case_state_get_node (state, "withheld");
  Index *self = g_object_get_data (G_OBJECT (table), "foi-withheld");

  if (withheld == NULL)
    return NULL;
  if (self != NULL && self->withheld == withheld)
    return self->list;
  self = g_new (Index, 1);
  self->withheld = json_node_ref (withheld);
  self->list = foi_cell_list_new (state, foi_table_get_name (table), FOI_CELL_LIST_WITHHELD);
  g_object_set_data_full (G_OBJECT (table), "foi-withheld", self, index_free);
  return self->list;
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
is_small (FoiDocument *document, FoiTableData *data, FoiColumn *column, JsonNode *value)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  const FoiSmallRule rule = foi_small_rule_of_table (state, data);
  g_auto (FoiCell) cell = FOI_CELL_INIT;

  return foi_column_is_numeric (column) && foi_column_cell_from_node (column, value, &cell)
         && cell.state == FOI_CELL_VALUE && !cell.has_text
         && foi_small_rule_covers (&rule, column, cell.number);
}

/* "3, because it is small" */
static char *
dup_words (FoiDocument *document, FoiTableData *data, guint column, JsonNode *entry)
{
  JsonNode *value = foi_json_get_member (entry, "value");
  g_autofree char *text = format_value (foi_table_data_get_column (data, column), value);

  switch (foi_cell_list_get_by (entry))
    {
    case FOI_WITHHELD_SECONDARY:
      /* Translators: a figure that is left out. */
      return g_strdup_printf (_("%s, because it would give another figure away"), text);
    case FOI_WITHHELD_ROUNDED:
      /* Translators: a figure before it was rounded. */
      return g_strdup_printf (_("it was %s"), text);
    case FOI_WITHHELD_PRIMARY:
    default:
      /* Translators: a figure that is left out. */
      return is_small (document, data, foi_table_data_get_column (data, column), value)
               ? g_strdup_printf (_("%s, because it is small"), text)
               : g_steal_pointer (&text);
    }
}

/* The same of a cell that does not show its value; "" where nobody knows it; else NULL. */
static char *
dup_value (FoiDocument *document, FoiTable *table, guint64 row, const char *column,
           gboolean *is_rounded)
{
  FoiTableData *data = foi_table_get_data (table);
  int index = foi_table_data_find_column (data, column);
  FoiCellList *list = get_list (document, table);
  g_autoptr (JsonNode) key = NULL;
  JsonNode *entry = NULL;
  guint position;

  *is_rounded = FALSE;
  if (index < 0 || !foi_table_find_row (table, row, &position))
    return NULL;
  if (list != NULL)
    key = foi_table_data_dup_row_address (data, position);
  if (key != NULL)
    entry = foi_cell_list_get (list, key, column);
  if (entry != NULL && foi_json_get_member (entry, "value") == NULL)
    entry = NULL;
  if (foi_table_data_get_cell (data, position, (guint) index)->state == FOI_CELL_SUPPRESSED)
    return entry != NULL ? dup_words (document, data, (guint) index, entry) : g_strdup ("");
  *is_rounded = entry != NULL && foi_cell_list_get_by (entry) == FOI_WITHHELD_ROUNDED;
  return *is_rounded ? dup_words (document, data, (guint) index, entry) : NULL;
}

/**
 * foi_withheld_dup_words:
 * @row: the id of a row
 * @column: the name of a column
 *
 * For the officer only: none of this is ever published.
 *
 * Returns: (transfer full) (nullable): "Withheld: 3, because it is small", "Rounded: it was 24", or
 *   that the file does not know the value; %NULL for a cell that shows its value.
 */
char *
foi_withheld_dup_words (FoiDocument *document, FoiTable *table, guint64 row, const char *column)
{
  g_autofree char *value = NULL;
  gboolean is_rounded;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (FOI_IS_TABLE (table), NULL);

  value = dup_value (document, table, row, column, &is_rounded);
  if (value == NULL)
    return NULL;
  if (is_rounded)
    /* Translators: for the officer only: "it was 24". */
    return g_strdup_printf (_("Rounded: %s"), value);
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
  gboolean is_rounded;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (FOI_IS_TABLE (table), NULL);

  value = dup_value (document, table, row, column, &is_rounded);
  if (value == NULL || value[0] == '\0')
    return NULL;
  /* Translators: the value behind [c], which is on the screen and in no letter. */
  return g_strdup_printf (_("for you only: %s"), value);
}

static char *
dup_left_out (guint n_left_out, guint n_secondary)
{
  g_autofree char *text
    = g_strdup_printf (ngettext ("%u figure is left out of the letter",
                                 "%u figures are left out of the letter", n_left_out), n_left_out);

  if (n_secondary == 0)
    return g_steal_pointer (&text);
  /* Translators: "4 figures are left out of the letter"; how many of them only for the others. */
  return g_strdup_printf (ngettext ("%s, %u of them because it would give another away",
                                    "%s, %u of them because they would give another away",
                                    n_secondary), text, n_secondary);
}

/**
 * foi_withheld_dup_summary:
 * @table: the name of a table
 *
 * Returns: (transfer full) (nullable): how many of its figures are left out or rounded, for the
 *   officer; %NULL where none is.
 */
char *
foi_withheld_dup_summary (FoiDocument *document, const char *table)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  JsonNode *withheld = foi_case_state_get_node (state, "withheld");
  guint n_left_out = 0, n_secondary = 0, n_rounded = 0;

  for (guint i = 0; i < foi_json_get_n_elements (withheld); i++)
    {
      JsonNode *entry = foi_json_get_element (withheld, i);
      const FoiWithheldBy by = foi_cell_list_get_by (entry);

      if (g_strcmp0 (foi_json_get_string (entry, "table", NULL), table) != 0)
        continue;
      n_left_out += by != FOI_WITHHELD_ROUNDED;
      n_secondary += by == FOI_WITHHELD_SECONDARY;
      n_rounded += by == FOI_WITHHELD_ROUNDED;
    }
  if (n_left_out > 0)
    return dup_left_out (n_left_out, n_secondary);
  return n_rounded > 0 ? g_strdup_printf (ngettext ("%u figure is rounded",
                                                    "%u figures are rounded", n_rounded), n_rounded)
                       : NULL;
}

/* Counts that the letter shows. */
static gboolean
is_count (FoiTableData *data, guint index)
{
  FoiColumn *column = foi_table_data_get_column (data, index);

  return foi_column_get_value_type (column) == FOI_VALUE_INTEGER
         && foi_column_get_role (column) != FOI_ROLE_COVERAGE && !foi_column_is_left_out (column)
         && !foi_table_data_is_key (data, index);
}

static guint
count_small (FoiTableData *data, const FoiSmallRule *rule)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  guint n_small = 0;

  for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
    for (guint i = 0; i < n_rows && is_count (data, j); i++)
      {
        const FoiCell *cell = foi_table_data_get_cell (data, i, j);

        n_small += cell->state == FOI_CELL_VALUE && !cell->has_text
                   && foi_small_rule_covers (rule, foi_table_data_get_column (data, j),
                                             cell->number);
      }
  return n_small;
}

/**
 * foi_withheld_dup_small:
 *
 * Returns: (transfer full) (nullable): how many figures of a table are small, by its rule or the
 *   authority's, or by the widest of the common ones; %NULL where none is.
 */
char *
foi_withheld_dup_small (FoiDocument *document, FoiTable *table)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (document));
  FoiTableData *data = foi_table_get_data (table);
  FoiSmallRule rule = foi_small_rule_of_table (state, data);
  guint n_small;

  if (rule.threshold == 0)
    rule.threshold = WIDEST;
  if ((guint64) foi_row_store_get_length (foi_table_data_get_rows (data))
      * foi_table_data_get_n_columns (data) > MAX_CELLS)
    return g_strdup (_("It may have small figures"));
  n_small = count_small (data, &rule);
  if (n_small == 0)
    return NULL;
  /* Translators: how many figures, and to which number they are small. */
  return g_strdup_printf (ngettext ("%u figure from 1 to %d", "%u figures from 1 to %d", n_small),
                          n_small, (int) rule.threshold);
}
