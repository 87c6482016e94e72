/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-combination.h"

#include <glib/gi18n-lib.h>

#include "foi-combination-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-table.h"

/* What a table's resource says of rows and columns that became one, and how to say that they
 * cannot. */

gboolean
_foi_combination_refuse (GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("%s. Nothing was changed."), reason);
  return FALSE;
}

static gboolean
is_place (JsonNode *entry, const char *table, JsonNode *row, const char *column)
{
  return g_strcmp0 (foi_json_get_string (entry, "table", NULL), table) == 0
         && (row == NULL
             || (foi_json_get_member (entry, "row") != NULL
                 && foi_json_equal (foi_json_get_member (entry, "row"), row)))
         && (column == NULL
             || g_strcmp0 (foi_json_get_string (entry, "field", NULL), column) == 0);
}

/* The groups without the place; a group of one says nothing. */
static JsonNode *
without_place (JsonNode *groups, const char *table, JsonNode *row, const char *column)
{
  JsonArray *kept = json_array_new ();
  gboolean is_changed = FALSE;

  for (guint i = 0; i < foi_json_get_n_elements (groups); i++)
    {
      JsonNode *group = foi_json_get_element (groups, i);
      g_autoptr (JsonNode) rest = json_node_ref (group);

      for (guint j = foi_json_get_n_elements (group); j-- > 0;)
        {
          g_autoptr (JsonNode) before = NULL;

          if (!is_place (foi_json_get_element (group, j), table, row, column))
            continue;
          before = g_steal_pointer (&rest);
          rest = foi_json_array_remove (before, j);
        }
      is_changed = is_changed || rest != group;
      if (rest == group || foi_json_get_n_elements (rest) > 1)
        json_array_add_element (kept, g_steal_pointer (&rest));
    }
  if (is_changed && json_array_get_length (kept) > 0)
    return foi_json_take_array (kept);
  json_array_unref (kept);
  return is_changed ? NULL : json_node_ref (groups);
}

/**
 * foi_combination_forget_same:
 * @row: (nullable): the address of a row, or any
 * @column: (nullable): the name of a column, or any
 *
 * Returns: (transfer full): the case in which figures of that row and column are not said to be
 *   the same as others.
 */
FoiCaseState *
foi_combination_forget_same (FoiCaseState *state, const char *table, JsonNode *row,
                             const char *column)
{
  g_autoptr (FoiCaseState) result = foi_case_state_ref (state);
  GPtrArray *tables = foi_case_state_get_tables (state);

  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *data = tables->pdata[i];
      JsonNode *groups = foi_json_get_member (foi_table_data_get_resource (data), "foi:same");
      g_autoptr (JsonNode) rest = groups == NULL ? NULL
                                                 : without_place (groups, table, row, column);
      g_autoptr (JsonNode) resource = NULL;
      g_autoptr (FoiTableData) changed = NULL;
      g_autoptr (FoiCaseState) before = NULL;

      if (rest == groups)
        continue;
      resource = foi_json_set_member (foi_table_data_get_resource (data), "foi:same", rest, NULL);
      changed = foi_table_data_with_resource (data, resource);
      before = g_steal_pointer (&result);
      result = foi_case_state_with_table (before, changed);
    }
  return g_steal_pointer (&result);
}

/* A list in which nothing stands twice. */
static JsonNode *
each_once (JsonNode *list)
{
  g_autoptr (JsonNode) result = json_node_ref (list);

  for (guint i = foi_json_get_n_elements (list); i-- > 1;)
    {
      gboolean is_there = FALSE;

      for (guint j = 0; j < i && !is_there; j++)
        is_there = foi_json_equal (foi_json_get_element (list, j), foi_json_get_element (list, i));
      if (is_there)
        {
          g_autoptr (JsonNode) before = g_steal_pointer (&result);

          result = foi_json_array_remove (before, i);
        }
    }
  return g_steal_pointer (&result);
}

static JsonNode *
with_merged_parts (JsonNode *resource)
{
  JsonNode *totals = foi_json_get_member (resource, "foi:totals");
  g_autoptr (JsonNode) result = totals != NULL ? json_node_ref (totals) : NULL;

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      JsonNode *of = foi_json_get_member (total, "of");
      g_autoptr (JsonNode) once = of != NULL ? each_once (of) : NULL;
      g_autoptr (JsonNode) changed = NULL;
      g_autoptr (JsonNode) before = NULL;

      if (once == of)
        continue;
      changed = foi_json_set_member (total, "of", once, NULL);
      before = g_steal_pointer (&result);
      result = foi_json_array_replace (before, i, changed);
    }
  return result == totals ? json_node_ref (resource)
                          : foi_json_set_member (resource, "foi:totals", result, NULL);
}

/**
 * foi_combination_merge_parts:
 *
 * Returns: (transfer full): the case in which each total of the table counts each part once.
 */
FoiCaseState *
foi_combination_merge_parts (FoiCaseState *state, const char *table)
{
  FoiTableData *data = foi_case_state_find_table (state, table);
  g_autoptr (JsonNode) resource = with_merged_parts (foi_table_data_get_resource (data));
  g_autoptr (FoiTableData) changed = foi_table_data_with_resource (data, resource);

  return foi_case_state_with_table (state, changed);
}

static gboolean
is_one_of (JsonNode *node, const char *const *names)
{
  return foi_json_is_string (node) && g_strv_contains (names, json_node_get_string (node));
}

/* A list of names of columns with the new one in the place of the old ones. */
static JsonNode *
rename_list (JsonNode *list, const char *const *names, JsonNode *now)
{
  g_autoptr (JsonNode) result = json_node_ref (list);

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      g_autoptr (JsonNode) before = NULL;

      if (!is_one_of (foi_json_get_element (list, i), names))
        continue;
      before = g_steal_pointer (&result);
      result = foi_json_array_replace (before, i, now);
    }
  return each_once (result);
}

/* An object whose member @key names a column, or lists columns. */
static JsonNode *
rename_member (JsonNode *object, const char *key, const char *const *names, JsonNode *now)
{
  JsonNode *member = foi_json_get_member (object, key);
  g_autoptr (JsonNode) list = NULL;

  if (member == NULL)
    return json_node_ref (object);
  if (is_one_of (member, names))
    return foi_json_set_member (object, key, now, NULL);
  if (!foi_json_is_array (member))
    return json_node_ref (object);
  list = rename_list (member, names, now);
  return foi_json_set_member (object, key, list, NULL);
}

static JsonNode *
rename_in_list (JsonNode *resource, const char *list, const char *key, const char *const *names,
                JsonNode *now)
{
  JsonNode *entries = foi_json_get_member (resource, list);
  g_autoptr (JsonNode) result = entries != NULL ? json_node_ref (entries) : NULL;

  if (entries == NULL)
    return json_node_ref (resource);
  for (guint i = 0; i < foi_json_get_n_elements (entries); i++)
    {
      g_autoptr (JsonNode) entry
        = rename_member (foi_json_get_element (entries, i), key, names, now);
      g_autoptr (JsonNode) before = g_steal_pointer (&result);

      result = foi_json_array_replace (before, i, entry);
    }
  return foi_json_set_member (resource, list, result, NULL);
}

/**
 * foi_combination_with_columns:
 * @resource: of a table
 * @names: names of columns that became one
 * @now: its name
 *
 * Returns: (transfer full): the resource whose totals, notes and chart name the new column.
 */
JsonNode *
foi_combination_with_columns (JsonNode *resource, const char *const *names, const char *now)
{
  g_autoptr (JsonNode) name = foi_json_new_string (now);
  g_autoptr (JsonNode) totalled = rename_in_list (resource, "foi:totals", "of", names, name);
  g_autoptr (JsonNode) noted = rename_in_list (totalled, "foi:notes", "field", names, name);
  JsonNode *chart = foi_json_get_member (noted, "foi:chart");
  g_autoptr (JsonNode) drawn = chart != NULL ? rename_member (chart, "y", names, name) : NULL;

  return chart == NULL ? json_node_ref (noted)
                       : foi_json_set_member (noted, "foi:chart", drawn, NULL);
}
