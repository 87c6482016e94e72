/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-writer-private.h"
#include "foi-json-edit.h"

/* What the writer walks: the case's own tree, with empty lists where tables have to be written. */

/* @object with @value under @key, in the order of @shape; @object is taken. */
static JsonNode *
with_member (JsonNode *object, const char *key, JsonNode *value, const FoiShape *shape)
{
  g_autoptr (JsonNode) taken = object;
  g_autofree const char **keys = foi_shape_dup_keys (shape);

  return foi_json_set_member (taken, key, value, keys);
}

static JsonNode *
with_empty_list (JsonNode *object, const char *key, const FoiShape *shape)
{
  g_autoptr (JsonNode) empty = foi_json_new_array ();

  return with_member (object, key, empty, shape);
}

static JsonNode *
with_string (JsonNode *object, const char *key, const char *text, const FoiShape *shape)
{
  g_autoptr (JsonNode) value = foi_json_new_string (text);

  return with_member (object, key, value, shape);
}

/**
 * foi_case_dup_field:
 * @column: a column
 *
 * Returns: (transfer full): its field as the file has it: that it is left out is said by where it
 *   stands.
 */
JsonNode *
foi_case_dup_field (FoiColumn *column)
{
  return foi_json_set_member (foi_column_get_field (column), "foi:left-out", NULL, NULL);
}

static gboolean
has_left_out (FoiTableData *table)
{
  for (guint i = 0; i < foi_table_data_get_n_columns (table); i++)
    {
      if (foi_column_is_left_out (foi_table_data_get_column (table, i)))
        return TRUE;
    }
  return FALSE;
}

/* `internal` with a place for the columns left out, where there are any; NULL if it is empty. */
static JsonNode *
prepare_internal (FoiCaseState *state, JsonNode *internal)
{
  GPtrArray *tables = foi_case_state_get_tables (state);
  g_autoptr (JsonNode) prepared = NULL;
  JsonNode *fields = foi_json_get_member (internal, "fields");
  gboolean needed = foi_json_get_n_elements (fields) > 0;

  for (guint i = 0; i < tables->len && !needed; i++)
    needed = has_left_out (g_ptr_array_index (tables, i));
  prepared = internal != NULL ? json_node_ref (internal) : foi_json_new_object ();
  if (needed && fields == NULL)
    prepared = with_empty_list (g_steal_pointer (&prepared), "fields", &foi_shape_internal);
  else if (!needed && fields != NULL)
    prepared = with_member (g_steal_pointer (&prepared), "fields", NULL, &foi_shape_internal);
  if (!needed && fields != NULL && json_object_get_size (json_node_get_object (prepared)) == 0)
    return NULL;
  return internal != NULL || needed ? g_steal_pointer (&prepared) : NULL;
}

/**
 * foi_case_prepare_root:
 * @state: a case
 * @revision: (nullable): the token to write instead of the case's own
 *
 * Returns: (transfer full): the tree with a place for all that is written from the tables.
 */
JsonNode *
foi_case_prepare_root (FoiCaseState *state, const char *revision)
{
  JsonNode *root = foi_case_state_get_root (state);
  g_autoptr (JsonNode) foi_case = json_node_ref (foi_json_get_member (root, "foi:case"));
  g_autoptr (JsonNode) internal = NULL;
  JsonNode *prepared;

  internal = prepare_internal (state, foi_json_get_member (foi_case, "internal"));
  foi_case = with_member (g_steal_pointer (&foi_case), "internal", internal, &foi_shape_case);
  if (revision != NULL)
    foi_case = with_string (g_steal_pointer (&foi_case), "_rev", revision, &foi_shape_case);
  prepared = with_member (json_node_ref (root), "foi:case", foi_case, &foi_shape_file);
  if (foi_case_state_get_tables (state)->len == 0)
    return with_member (prepared, "resources", NULL, &foi_shape_file);
  if (foi_json_get_member (prepared, "resources") == NULL)
    return with_empty_list (prepared, "resources", &foi_shape_file);
  return prepared;
}

/**
 * foi_case_prepare_resource:
 * @table: a table
 *
 * Returns: (transfer full): its resource with a place for its fields and rows.
 */
JsonNode *
foi_case_prepare_resource (FoiTableData *table)
{
  JsonNode *resource = foi_table_data_get_resource (table);
  g_autoptr (JsonNode) schema = NULL;
  JsonNode *prepared;

  schema = foi_json_get_member (resource, "schema");
  schema = schema != NULL ? json_node_ref (schema) : foi_json_new_object ();
  schema = with_empty_list (g_steal_pointer (&schema), "fields", &foi_shape_schema);
  prepared = with_member (json_node_ref (resource), "schema", schema, &foi_shape_resource);
  return with_empty_list (prepared, "data", &foi_shape_resource);
}

/**
 * foi_case_prepare_left_out:
 * @table: a table
 * @column: the number of a column left out
 * @rest: (nullable): what the file said of that column besides
 *
 * Returns: (transfer full): the entry of that column, with a place for its rows.
 */
JsonNode *
foi_case_prepare_left_out (FoiTableData *table, guint column, JsonNode *rest)
{
  g_autoptr (JsonNode) field = foi_case_dup_field (foi_table_data_get_column (table, column));
  g_autoptr (JsonNode) after = NULL;
  JsonNode *entry = rest != NULL ? json_node_ref (rest) : foi_json_new_object ();

  /* The first column of all follows none, and says nothing. */
  if (column > 0)
    after = foi_json_new_string (
      foi_column_get_name (foi_table_data_get_column (table, column - 1)));
  entry = with_string (entry, "table", foi_table_data_get_name (table), &foi_shape_left_out);
  entry = with_member (entry, "after", after, &foi_shape_left_out);
  entry = with_member (entry, "field", field, &foi_shape_left_out);
  return with_empty_list (entry, "data", &foi_shape_left_out);
}
