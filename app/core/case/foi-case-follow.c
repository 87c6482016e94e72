/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-follow.h"

#include "foi-json-edit.h"
#include "foi-table.h"

/* What is looked for in the JSON: addresses of rows, or of one column, of one table. */
typedef struct
{
  const char *table;
  GHashTable *keys;       /* a row's key -> its key now, or NULL when the row goes */
  const char *field;      /* the column that goes, or NULL */
} Address;

/* Every address is in one of these places. */
static const char *const case_places[] = { "withheld", "internal" };
static const char *const table_places[] = { "foi:notes", "foi:totals", "foi:same" };

/* Rows and columns that a total adds up, and nothing else, stand in a list by their bare names. */
static gboolean
is_list_of_names (const char *member)
{
  return g_strcmp0 (member, "of") == 0;
}

/* Figures are no addresses, whatever they look like. */
static gboolean
is_figures (const char *member)
{
  return g_strcmp0 (member, "data") == 0;
}

static gboolean
names_table (JsonNode *object, const char *address_table, gboolean in_table)
{
  const char *table = foi_json_get_string (object, "table", NULL);

  return table != NULL ? g_str_equal (table, address_table) : in_table;
}

/* Whether @node is the key of a row that is looked for; @now is its key now, NULL if it goes. */
static gboolean
is_old_row (JsonNode *node, const Address *address, JsonNode **now)
{
  return address->keys != NULL && foi_json_is_object (node)
         && g_hash_table_lookup_extended (address->keys, node, NULL, (gpointer *) now);
}

static gboolean
is_gone (JsonNode *node, const Address *address)
{
  JsonNode *now;

  if (foi_json_is_string (node))
    return address->field != NULL && g_str_equal (json_node_get_string (node), address->field);
  return is_old_row (node, address, &now) && now == NULL;
}

/* Whether @element of the list @member is about a row or column that goes, and goes with it. */
static gboolean
goes_with (JsonNode *element, const char *member, const Address *address, gboolean in_table)
{
  if (is_list_of_names (member))
    return in_table && is_gone (element, address);
  return foi_json_is_object (element) && names_table (element, address->table, in_table)
         && (is_gone (foi_json_get_member (element, "row"), address)
             || is_gone (foi_json_get_member (element, "field"), address));
}

static JsonNode *follow (JsonNode *node, const char *member, const Address *address,
                         gboolean in_table);

static JsonNode *
make_array (GPtrArray *elements)
{
  JsonArray *array = json_array_sized_new (elements->len);

  for (guint i = 0; i < elements->len; i++)
    json_array_add_element (array, json_node_ref (g_ptr_array_index (elements, i)));
  return foi_json_take_array (array);
}

static JsonNode *
follow_array (JsonNode *node, const char *member, const Address *address, gboolean in_table)
{
  g_autoptr (GPtrArray) elements
    = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  gboolean changed = FALSE;

  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      JsonNode *element = foi_json_get_element (node, i);
      JsonNode *now = NULL;

      if (goes_with (element, member, address, in_table))
        {
          changed = TRUE;
          continue;
        }
      if (in_table && is_list_of_names (member) && is_old_row (element, address, &now))
        now = json_node_ref (now);
      else
        now = follow (element, member, address, in_table);
      changed |= now != element;
      g_ptr_array_add (elements, now);
    }
  return changed ? make_array (elements) : json_node_ref (node);
}

static JsonNode *
follow_object (JsonNode *node, const Address *address, gboolean in_table)
{
  g_autoptr (JsonNode) object = json_node_ref (node);
  gboolean here = names_table (node, address->table, in_table);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autoptr (JsonNode) changed = NULL;
      g_autoptr (JsonNode) before = NULL;
      JsonNode *now = NULL;

      if (is_figures (name))
        continue;
      if (here && g_str_equal (name, "row") && is_old_row (member, address, &now) && now != NULL)
        changed = json_node_ref (now);
      else
        changed = follow (member, name, address, here);
      if (changed == member)
        continue;
      before = g_steal_pointer (&object);
      object = foi_json_set_member (before, name, changed, NULL);
    }
  return g_steal_pointer (&object);
}

/* A copy of @node whose addresses follow; the same node if it has none. */
static JsonNode *
follow (JsonNode *node, const char *member, const Address *address, gboolean in_table)
{
  if (foi_json_is_array (node))
    return follow_array (node, member, address, in_table);
  if (foi_json_is_object (node))
    return follow_object (node, address, in_table);
  return json_node_ref (node);
}

/* Everything of the case that names cells: the tables' own lists, what is withheld or noted. */
static FoiCaseState *
follow_everywhere (FoiCaseState *state, const Address *address)
{
  g_autoptr (FoiCaseState) result = foi_case_state_ref (state);
  GPtrArray *tables = foi_case_state_get_tables (state);

  for (gsize i = 0; i < G_N_ELEMENTS (case_places); i++)
    {
      JsonNode *node = foi_case_state_get_node (state, case_places[i]);
      g_autoptr (JsonNode) changed = node != NULL ? follow (node, NULL, address, FALSE) : NULL;

      if (changed != node)
        {
          g_autoptr (FoiCaseState) before = g_steal_pointer (&result);

          result = foi_case_state_with_node (before, case_places[i], changed, NULL);
        }
    }
  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *data = g_ptr_array_index (tables, i);
      gboolean own = g_strcmp0 (foi_table_data_get_name (data), address->table) == 0;
      g_autoptr (JsonNode) resource = json_node_ref (foi_table_data_get_resource (data));

      for (gsize j = 0; j < G_N_ELEMENTS (table_places); j++)
        {
          JsonNode *node = foi_json_get_member (resource, table_places[j]);
          g_autoptr (JsonNode) changed = node != NULL ? follow (node, NULL, address, own) : NULL;

          if (changed != node)
            {
              g_autoptr (JsonNode) before = g_steal_pointer (&resource);

              resource = foi_json_set_member (before, table_places[j], changed, NULL);
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

/* Adds the rows that @node says something of to @rows. */
static void
list_rows (JsonNode *node, const char *member, const char *table, gboolean in_table,
           GHashTable *rows)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      JsonNode *element = foi_json_get_element (node, i);

      if (!is_list_of_names (member))
        list_rows (element, member, table, in_table, rows);
      else if (in_table && foi_json_is_object (element))
        g_hash_table_add (rows, json_node_ref (element));
    }
  if (!foi_json_is_object (node))
    return;
  in_table = names_table (node, table, in_table);
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value))
    {
      if (in_table && g_str_equal (name, "row") && foi_json_is_object (value))
        g_hash_table_add (rows, json_node_ref (value));
      else if (!is_figures (name))
        list_rows (value, name, table, in_table, rows);
    }
}

/**
 * foi_case_follow_list_rows:
 * @table: the name of a table
 *
 * Returns: (transfer full) (element-type JsonNode): the keys of rows of which anything is noted,
 *   totalled, withheld or remarked, each once.
 */
GHashTable *
foi_case_follow_list_rows (FoiCaseState *state, const char *table)
{
  GHashTable *rows = g_hash_table_new_full (json_node_hash, json_node_equal,
                                            (GDestroyNotify) json_node_unref, NULL);
  GPtrArray *tables = foi_case_state_get_tables (state);

  for (gsize i = 0; i < G_N_ELEMENTS (case_places); i++)
    list_rows (foi_case_state_get_node (state, case_places[i]), NULL, table, FALSE, rows);
  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *data = g_ptr_array_index (tables, i);
      gboolean own = g_strcmp0 (foi_table_data_get_name (data), table) == 0;

      for (gsize j = 0; j < G_N_ELEMENTS (table_places); j++)
        list_rows (foi_json_get_member (foi_table_data_get_resource (data), table_places[j]), NULL,
                   table, own, rows);
    }
  return rows;
}

static void
unref_key (gpointer key)
{
  if (key != NULL)
    json_node_unref (key);
}

/**
 * foi_case_follow_new_keys:
 *
 * Returns: (transfer full) (element-type JsonNode JsonNode): no keys yet, to be given with what
 *   they are now, both owned; %NULL for a row that goes.
 */
GHashTable *
foi_case_follow_new_keys (void)
{
  return g_hash_table_new_full (json_node_hash, json_node_equal, unref_key, unref_key);
}

/**
 * foi_case_follow_rows:
 * @table: the name of a table
 * @keys: (element-type JsonNode JsonNode): rows' keys as they were, and as they are now; %NULL for
 *   a row that goes, and what was said of it goes too
 *
 * All of @keys change at once, so that they may change places.
 *
 * Returns: (transfer full): @state with every note, total, withheld value and remark that named a
 *   row by its key naming it still.
 */
FoiCaseState *
foi_case_follow_rows (FoiCaseState *state, const char *table, GHashTable *keys)
{
  const Address address = { .table = table, .keys = keys };

  if (g_hash_table_size (keys) == 0)
    return foi_case_state_ref (state);
  return follow_everywhere (state, &address);
}

/* The places that rows without a key have in @data, by what names them in memory. */
static GHashTable *
list_places (FoiCaseState *state, FoiTableData *data)
{
  g_autoptr (GHashTable) rows = foi_case_follow_list_rows (state, foi_table_data_get_name (data));
  GHashTable *places = foi_case_follow_new_keys ();
  GHashTableIter iter;
  gpointer key;
  guint position;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (foi_json_is_integer (foi_json_get_member (key, FOI_ROW_FIELD))
          && foi_table_data_find_row (data, key, &position))
        g_hash_table_insert (places, json_node_ref (key),
                             foi_table_data_dup_row_number (position + 1));
    }
  return places;
}

/**
 * foi_case_follow_places:
 *
 * For the file, in which rows have no ids: they get them by their places when it is read.
 *
 * Returns: (transfer full): @state in which rows without a key are named by their places.
 */
FoiCaseState *
foi_case_follow_places (FoiCaseState *state)
{
  GPtrArray *tables = foi_case_state_get_tables (state);
  g_autoptr (FoiCaseState) result = foi_case_state_ref (state);

  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *data = g_ptr_array_index (tables, i);
      g_autoptr (GHashTable) places = list_places (state, data);
      g_autoptr (FoiCaseState) before = g_steal_pointer (&result);

      result = foi_case_follow_rows (before, foi_table_data_get_name (data), places);
    }
  return g_steal_pointer (&result);
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
