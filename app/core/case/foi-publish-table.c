/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-state.h"

#include <string.h>

#include "foi-cell-list.h"
#include "foi-json-edit.h"
#include "foi-small-rule.h"
#include "foi-table.h"

/* What the case withholds is withheld whatever its table has in the cell. */

/* Whether the letter would show the true figure of a cell that stands rounded: a multiple may be
 * what it was rounded to. */
static gboolean
shows_truth (const FoiSmallRule *rule, const FoiCell *cell, const FoiCell *truth)
{
  return cell->state == FOI_CELL_VALUE && foi_cell_equal (cell, truth)
         && (rule->round < 2 || cell->has_text || cell->number % rule->round != 0);
}

static void
mask_cell (GHashTable **mask, FoiTableData *data, guint row, guint column, gint64 limit)
{
  if (*mask == NULL)
    *mask = g_hash_table_new (NULL, NULL);
  g_hash_table_insert (*mask, foi_publication_mask_key (data, row, column),
                       GUINT_TO_POINTER ((guint) limit));
}

static void
mask_entry (GHashTable **mask, FoiTableData *data, const FoiSmallRule *rule, JsonNode *entry)
{
  FoiWithheldBy by = foi_cell_list_get_by (entry);
  JsonNode *key = foi_json_get_member (entry, "row");
  int place = foi_table_data_find_column (data, foi_json_get_string (entry, "field", ""));
  g_auto (FoiCell) truth = FOI_CELL_INIT;
  const FoiCell *cell;
  gboolean is_known;
  guint row;

  if (place < 0 || key == NULL || !foi_table_data_find_row (data, key, &row))
    return;
  cell = foi_table_data_get_cell (data, row, (guint) place);
  is_known = foi_column_cell_from_node (foi_table_data_get_column (data, (guint) place),
                         foi_json_get_member (entry, "value"), &truth);
  if (by == FOI_WITHHELD_ROUNDED)
    {
      if (is_known && shows_truth (rule, cell, &truth))
        mask_cell (mask, data, row, (guint) place, 0);
      return;
    }
  if (by == FOI_WITHHELD_PRIMARY && rule->says_fewer && is_known
      && truth.state == FOI_CELL_VALUE && !truth.has_text
      && foi_small_rule_covers (rule, foi_table_data_get_column (data, (guint) place),
                                truth.number))
    mask_cell (mask, data, row, (guint) place, rule->threshold + 1);
  else if (cell->state == FOI_CELL_VALUE)
    mask_cell (mask, data, row, (guint) place, 0);
}

/**
 * foi_case_state_publish_table:
 * @data: a table of the case
 *
 * Returns: (transfer full): what may be shown of it: nothing that the case withholds.
 */
FoiPublication *
foi_case_state_publish_table (FoiCaseState *self, FoiTableData *data)
{
  JsonNode *withheld = foi_case_state_get_node (self, "withheld");
  g_autoptr (GHashTable) mask = NULL;
  FoiSmallRule rule = { 0 };
  gboolean has_rule = FALSE;

  for (guint i = 0; i < foi_json_get_n_elements (withheld); i++)
    {
      JsonNode *entry = foi_json_get_element (withheld, i);

      if (g_strcmp0 (foi_json_get_string (entry, "table", NULL), foi_table_data_get_name (data))
          != 0)
        continue;
      if (!has_rule)
        rule = foi_small_rule_of_table (self, data);
      has_rule = TRUE;
      mask_entry (&mask, data, &rule, entry);
    }
  return foi_publication_new_masked (data, mask);
}
