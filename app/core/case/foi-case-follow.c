/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-follow.h"

#include "foi-json-edit.h"
#include "foi-table.h"

/* What is looked for in the JSON: the addresses of one row, or of one column, of one table. */
typedef struct
{
  const char *table;
  JsonNode   *row;        /* the key as it was, or NULL when a column goes */
  JsonNode   *new_row;    /* NULL: the row goes */
  const char *field;      /* the column that goes, or NULL */
} Address;

static gboolean
names_table (JsonNode *object, const Address *address, gboolean in_table)
{
  const char *table = foi_json_get_string (object, "table", NULL);

  return table != NULL ? g_str_equal (table, address->table) : in_table;
}

static gboolean
is_old_row (JsonNode *node, const Address *address)
{
  return node != NULL && address->row != NULL && foi_json_equal (node, address->row);
}

static gboolean
is_old_field (JsonNode *node, const Address *address)
{
  return address->field != NULL && foi_json_is_string (node)
         && g_str_equal (json_node_get_string (node), address->field);
}

/* Whether @element of an array is about the row or column, and goes with it. */
static gboolean
goes_with (JsonNode *element, const Address *address, gboolean in_table)
{
  if (address->new_row != NULL)
    return FALSE;
  if (is_old_row (element, address) || (in_table && is_old_field (element, address)))
    return TRUE;
  if (!foi_json_is_object (element) || !names_table (element, address, in_table))
    return FALSE;
  return is_old_row (foi_json_get_member (element, "row"), address)
         || is_old_field (foi_json_get_member (element, "field"), address);
}

/* A copy of @node whose addresses follow; the same node if it has none. */
static JsonNode *
follow (JsonNode *node, const Address *address, gboolean in_table)
{
  if (foi_json_is_array (node))
    {
      g_autoptr (JsonNode) array = json_node_ref (node);

      for (guint i = foi_json_get_n_elements (node); i-- > 0;)
        {
          JsonNode *element = foi_json_get_element (node, i);
          g_autoptr (JsonNode) before = NULL;
          g_autoptr (JsonNode) changed = NULL;

          if (goes_with (element, address, in_table))
            {
              before = g_steal_pointer (&array);
              array = foi_json_array_remove (before, i);
              continue;
            }
          changed = is_old_row (element, address) ? json_node_ref (address->new_row)
                                                  : follow (element, address, in_table);
          if (changed == element)
            continue;
          before = g_steal_pointer (&array);
          array = foi_json_array_replace (before, i, changed);
        }
      return g_steal_pointer (&array);
    }
  if (foi_json_is_object (node))
    {
      g_autoptr (JsonNode) object = json_node_ref (node);
      gboolean here = names_table (node, address, in_table);
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        {
          g_autoptr (JsonNode) changed = NULL;
          g_autoptr (JsonNode) before = NULL;

          if (here && address->new_row != NULL && g_str_equal (name, "row")
              && is_old_row (member, address))
            changed = json_node_ref (address->new_row);
          else
            changed = follow (member, address, here);
          if (changed == member)
            continue;
          before = g_steal_pointer (&object);
          object = foi_json_set_member (before, name, changed, NULL);
        }
      return g_steal_pointer (&object);
    }
  return json_node_ref (node);
}

/* Everything of the case that names cells: the tables' own lists, what is withheld or noted. */
static FoiCaseState *
follow_everywhere (FoiCaseState *state, const Address *address)
{
  static const char *const places[] = { "withheld", "internal" };
  static const char *const members[] = { "foi:notes", "foi:totals", "foi:same" };
  g_autoptr (FoiCaseState) result = foi_case_state_ref (state);
  GPtrArray *tables = foi_case_state_get_tables (state);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      JsonNode *node = foi_case_state_get_node (state, places[i]);
      g_autoptr (JsonNode) changed = node != NULL ? follow (node, address, FALSE) : NULL;

      if (changed != node)
        {
          g_autoptr (FoiCaseState) before = g_steal_pointer (&result);

          result = foi_case_state_with_node (before, places[i], changed, NULL);
        }
    }
  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *data = g_ptr_array_index (tables, i);
      gboolean own = g_strcmp0 (foi_table_data_get_name (data), address->table) == 0;
      g_autoptr (JsonNode) resource = json_node_ref (foi_table_data_get_resource (data));

      for (gsize j = 0; j < G_N_ELEMENTS (members); j++)
        {
          JsonNode *node = foi_json_get_member (resource, members[j]);
          g_autoptr (JsonNode) changed = node != NULL ? follow (node, address, own) : NULL;

          if (changed != node)
            {
              g_autoptr (JsonNode) before = g_steal_pointer (&resource);

              resource = foi_json_set_member (before, members[j], changed, NULL);
            }
        }
      if (resource != foi_table_data_get_resource (data))
        {
          g_autoptr (FoiTableData) new_data = foi_table_data_with_resource (data, resource);
          g_autoptr (FoiCaseState) before = g_steal_pointer (&result);

          result = foi_case_state_with_table (before, new_data);
        }
    }
  return g_steal_pointer (&result);
}

/**
 * foi_case_follow_row:
 * @table: the name of a table
 * @old_key: the row's key as it was
 * @new_key: (nullable): as it is now; %NULL when the row goes, and what was said of it goes too
 *
 * Returns: (transfer full): @state with every note, total, withheld value and remark that named the
 *   row by its key naming it still.
 */
FoiCaseState *
foi_case_follow_row (FoiCaseState *state, const char *table, JsonNode *old_key, JsonNode *new_key)
{
  const Address address = { .table = table, .row = old_key, .new_row = new_key };

  if (old_key == NULL || (new_key != NULL && foi_json_equal (old_key, new_key)))
    return foi_case_state_ref (state);
  return follow_everywhere (state, &address);
}

/**
 * foi_case_follow_column_removed:
 * @table: the name of a table
 * @column: the name of a column that goes
 *
 * Returns: (transfer full): @state without what was said of the column's cells.
 */
FoiCaseState *
foi_case_follow_column_removed (FoiCaseState *state, const char *table, const char *column)
{
  const Address address = { .table = table, .field = column };

  return follow_everywhere (state, &address);
}
