/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-combined.h"

#include "foi-json-edit.h"

/* Of which tables a reader's knowledge matters: of the others he sees all, and nobody is hurt. */

static gboolean
has_suppressed (FoiTableData *data)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));

  for (guint i = 0; i < n_rows; i++)
    {
      for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
        {
          if (foi_table_data_get_cell (data, i, j)->state == FOI_CELL_SUPPRESSED)
            return TRUE;
        }
    }
  return FALSE;
}

/* What is small in a column that is left out may follow from those that are not. */
static gboolean
leaves_counts_out (FoiTableData *data)
{
  for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
    {
      FoiColumn *column = foi_table_data_get_column (data, j);

      if (foi_column_is_left_out (column) && _foi_disclosure_is_count (column))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_of_use (FoiDisclosureDraft *draft, FoiTableData *data)
{
  FoiSmallRule rule = foi_small_rule_of_table (draft->self->state, data);

  return _foi_disclosure_is_whole (draft, data) || rule.round > 1
         || (rule.threshold > 0 && leaves_counts_out (data)) || has_suppressed (data)
         || _foi_disclosure_has_combined (draft, data);
}

static FoiTableData *
find_table (FoiDisclosureDraft *draft, JsonNode *place)
{
  const char *name = foi_json_get_string (place, "table", NULL);

  return name == NULL ? NULL : foi_case_state_find_table (draft->self->state, name);
}

/* The tables of a group of figures that are the same are all of use if one is. */
static void
add_group (FoiDisclosureDraft *draft, JsonNode *group, GHashTable *found)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < foi_json_get_n_elements (group) && !is_any; i++)
    {
      FoiTableData *data = find_table (draft, foi_json_get_element (group, i));

      is_any = data != NULL && g_hash_table_contains (found, data);
    }
  for (guint i = 0; is_any && i < foi_json_get_n_elements (group); i++)
    {
      FoiTableData *data = find_table (draft, foi_json_get_element (group, i));

      if (data != NULL)
        g_hash_table_add (found, data);
    }
}

/*
 * _foi_disclosure_list_of_use:
 *
 * Returns: (transfer full) (element-type FoiTableData): the tables that are asked for, that have
 *   something hidden, and that share a figure with one of them.
 */
GHashTable *
_foi_disclosure_list_of_use (FoiDisclosureDraft *draft)
{
  GPtrArray *tables = foi_case_state_get_tables (draft->self->state);
  GHashTable *found = g_hash_table_new (NULL, NULL);
  guint n_before;

  for (guint i = 0; i < tables->len; i++)
    {
      if (is_of_use (draft, tables->pdata[i]))
        g_hash_table_add (found, tables->pdata[i]);
    }
  do
    {
      n_before = g_hash_table_size (found);
      for (guint i = 0; i < tables->len; i++)
        {
          JsonNode *groups = foi_json_get_member (foi_table_data_get_resource (tables->pdata[i]),
                                                  "foi:same");

          for (guint j = 0; j < foi_json_get_n_elements (groups); j++)
            add_group (draft, foi_json_get_element (groups, j), found);
        }
    }
  while (g_hash_table_size (found) > n_before);
  return found;
}
