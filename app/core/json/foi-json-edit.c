/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-json-edit.h"

#include <string.h>

/**
 * foi_json_take_object:
 * @object: (transfer full): an object that nobody else holds
 *
 * Returns: (transfer full): it as a sealed node.
 */
JsonNode *
foi_json_take_object (JsonObject *object)
{
  JsonNode *node;

  g_return_val_if_fail (object != NULL, NULL);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  json_node_seal (node);
  return node;
}

/**
 * foi_json_take_array:
 * @array: (transfer full): an array that nobody else holds
 *
 * Returns: (transfer full): it as a sealed node.
 */
JsonNode *
foi_json_take_array (JsonArray *array)
{
  JsonNode *node;

  g_return_val_if_fail (array != NULL, NULL);

  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  json_node_seal (node);
  return node;
}

/* Whether @known, which ends with %NULL and may be missing, has @key. */
static gboolean
is_known (const char *const *known, const char *key)
{
  for (; known != NULL && *known != NULL; known++)
    {
      if (strcmp (*known, key) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Adds the keys of the list from @l on that are unknown, up to the next known one. */
static void
add_unknown (GPtrArray *keys, GList *l, const char *const *known)
{
  for (; l != NULL && !is_known (known, l->data); l = l->next)
    g_ptr_array_add (keys, l->data);
}

/**
 * foi_json_order_keys:
 * @object: an object
 * @known: (nullable) (array zero-terminated=1): the keys that have a fixed order, in that order
 *
 * The order in which the members of @object are written: known keys in their order, each followed
 * by the unknown keys that stand behind it now. Unknown keys before the first known one stay first.
 *
 * Returns: (transfer container) (element-type utf8): the keys, which belong to @object.
 */
GPtrArray *
foi_json_order_keys (JsonObject *object, const char *const *known)
{
  g_autoptr (GList) members = NULL;
  GPtrArray *keys;

  g_return_val_if_fail (object != NULL, NULL);

  members = json_object_get_members (object);
  keys = g_ptr_array_sized_new (json_object_get_size (object));
  add_unknown (keys, members, known);
  for (const char *const *key = known; key != NULL && *key != NULL; key++)
    {
      GList *l = g_list_find_custom (members, *key, (GCompareFunc) strcmp);

      if (l == NULL)
        continue;
      g_ptr_array_add (keys, l->data);
      add_unknown (keys, l->next, known);
    }
  return keys;
}

/**
 * foi_json_new_object:
 *
 * Returns: (transfer full): an empty object, sealed.
 */
JsonNode *
foi_json_new_object (void)
{
  return foi_json_take_object (json_object_new ());
}

/**
 * foi_json_new_array:
 *
 * Returns: (transfer full): an empty array, sealed.
 */
JsonNode *
foi_json_new_array (void)
{
  return foi_json_take_array (json_array_new ());
}

/**
 * foi_json_new_string:
 * @text: UTF-8
 *
 * Returns: (transfer full): a string, sealed.
 */
JsonNode *
foi_json_new_string (const char *text)
{
  JsonNode *node;

  g_return_val_if_fail (text != NULL, NULL);

  node = json_node_init_string (json_node_alloc (), text);
  json_node_seal (node);
  return node;
}

/**
 * foi_json_new_integer:
 * @value: a number
 *
 * Returns: (transfer full): a number, sealed.
 */
JsonNode *
foi_json_new_integer (gint64 value)
{
  JsonNode *node = json_node_init_int (json_node_alloc (), value);

  json_node_seal (node);
  return node;
}

/**
 * foi_json_new_boolean:
 * @value: true or false
 *
 * Returns: (transfer full): a boolean, sealed.
 */
JsonNode *
foi_json_new_boolean (gboolean value)
{
  JsonNode *node = json_node_init_boolean (json_node_alloc (), value);

  json_node_seal (node);
  return node;
}

/**
 * foi_json_new_strings:
 * @texts: (array zero-terminated=1): texts, UTF-8
 *
 * Returns: (transfer full): an array of strings, sealed.
 */
JsonNode *
foi_json_new_strings (const char *const *texts)
{
  JsonArray *array;

  g_return_val_if_fail (texts != NULL, NULL);

  array = json_array_new ();
  for (; *texts != NULL; texts++)
    json_array_add_element (array, foi_json_new_string (*texts));
  return foi_json_take_array (array);
}

/**
 * foi_json_is_object:
 * @node: (nullable): a node
 *
 * Returns: whether it is an object; %FALSE for %NULL. So for the other kinds.
 */
gboolean
foi_json_is_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node);
}

/**
 * foi_json_is_array:
 * @node: (nullable): a node
 *
 * Returns: whether it is an array.
 */
gboolean
foi_json_is_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node);
}

static gboolean
is_value (JsonNode *node, GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/**
 * foi_json_is_string:
 * @node: (nullable): a node
 *
 * Returns: whether it is a string.
 */
gboolean
foi_json_is_string (JsonNode *node)
{
  return is_value (node, G_TYPE_STRING);
}

/**
 * foi_json_is_integer:
 * @node: (nullable): a node
 *
 * Returns: whether it is a number.
 */
gboolean
foi_json_is_integer (JsonNode *node)
{
  return is_value (node, G_TYPE_INT64);
}

/**
 * foi_json_is_boolean:
 * @node: (nullable): a node
 *
 * Returns: whether it is true or false.
 */
gboolean
foi_json_is_boolean (JsonNode *node)
{
  return is_value (node, G_TYPE_BOOLEAN);
}

/**
 * foi_json_get_member:
 * @object: (nullable): a node
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the value of @key, or %NULL where @object is no object or
 *   has no such key.
 */
JsonNode *
foi_json_get_member (JsonNode *object, const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);
  if (!foi_json_is_object (object))
    return NULL;
  return json_object_get_member (json_node_get_object (object), key);
}

/**
 * foi_json_get_string:
 * @object: (nullable): a node
 * @key: a key
 * @fallback: (nullable): what to give instead
 *
 * Returns: (transfer none) (nullable): the text at @key, or @fallback where there is none. It lives
 *   as long as @object.
 */
const char *
foi_json_get_string (JsonNode *object, const char *key, const char *fallback)
{
  JsonNode *member = foi_json_get_member (object, key);

  return foi_json_is_string (member) ? json_node_get_string (member) : fallback;
}

/**
 * foi_json_get_integer:
 * @object: (nullable): a node
 * @key: a key
 * @fallback: what to give instead
 *
 * Returns: the number at @key, or @fallback where there is none.
 */
gint64
foi_json_get_integer (JsonNode *object, const char *key, gint64 fallback)
{
  JsonNode *member = foi_json_get_member (object, key);

  return foi_json_is_integer (member) ? json_node_get_int (member) : fallback;
}

/**
 * foi_json_get_boolean:
 * @object: (nullable): a node
 * @key: a key
 * @fallback: what to give instead
 *
 * Returns: the boolean at @key, or @fallback where there is none.
 */
gboolean
foi_json_get_boolean (JsonNode *object, const char *key, gboolean fallback)
{
  JsonNode *member = foi_json_get_member (object, key);

  return foi_json_is_boolean (member) ? json_node_get_boolean (member) : fallback;
}

/**
 * foi_json_get_n_elements:
 * @array: (nullable): a node
 *
 * Returns: how many elements it has; 0 where it is no array.
 */
guint
foi_json_get_n_elements (JsonNode *array)
{
  return foi_json_is_array (array) ? json_array_get_length (json_node_get_array (array)) : 0;
}

/**
 * foi_json_get_element:
 * @array: (nullable): a node
 * @index: a number, from 0
 *
 * Returns: (transfer none) (nullable): the element, or %NULL where @array is no array or shorter.
 */
JsonNode *
foi_json_get_element (JsonNode *array, guint index)
{
  if (index >= foi_json_get_n_elements (array))
    return NULL;
  return json_array_get_element (json_node_get_array (array), index);
}

/**
 * foi_json_has_text:
 * @node: (nullable): any
 * @accepts: asked of each string in it, but for the keys
 * @text: what it is asked with
 *
 * Returns: whether one is accepted.
 */
gboolean
foi_json_has_text (JsonNode *node, FoiJsonTextFunc accepts, const char *text)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  if (foi_json_is_string (node))
    return accepts (json_node_get_string (node), text);
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    if (foi_json_has_text (foi_json_get_element (node, i), accepts, text))
      return TRUE;
  if (!foi_json_is_object (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &member))
    if (foi_json_has_text (member, accepts, text))
      return TRUE;
  return FALSE;
}

/**
 * foi_json_equal:
 * @a: (nullable): a node
 * @b: (nullable): a node
 *
 * Returns: whether both say the same, in whatever order their keys stand; at once where they share
 *   everything.
 */
gboolean
foi_json_equal (JsonNode *a, JsonNode *b)
{
  return a == b || (a != NULL && b != NULL && json_node_equal (a, b));
}

/* A new object of the members of @object in the order of @known. */
static JsonObject *
reorder (JsonObject *object, const char *const *known)
{
  g_autoptr (GPtrArray) keys = foi_json_order_keys (object, known);
  JsonObject *ordered = json_object_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);

      json_object_set_member (ordered, key, json_node_ref (json_object_get_member (object, key)));
    }
  return ordered;
}

/**
 * foi_json_set_member:
 * @object: a sealed object
 * @key: a key
 * @value: (nullable): a sealed node; %NULL takes the member away
 * @known: (nullable) (array zero-terminated=1): see foi_json_order_keys()
 *
 * Changes, adds or removes a member. A changed one keeps its place; a new one goes where @known has
 * it, or to the end.
 *
 * Returns: (transfer full): the object so changed, sealed, sharing all other members; @object
 *   itself where nothing changes.
 */
JsonNode *
foi_json_set_member (JsonNode *object, const char *key, JsonNode *value, const char *const *known)
{
  g_autoptr (GList) keys = NULL;
  g_autoptr (JsonObject) draft = NULL;
  JsonObject *old;

  g_return_val_if_fail (foi_json_is_object (object) && json_node_is_immutable (object), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (value == NULL || json_node_is_immutable (value), NULL);

  old = json_node_get_object (object);
  if (json_object_get_member (old, key) == value)
    return json_node_ref (object);

  draft = json_object_new ();
  keys = json_object_get_members (old);
  for (GList *l = keys; l != NULL; l = l->next)
    {
      JsonNode *member = json_object_get_member (old, l->data);

      if (strcmp (l->data, key) == 0)
        member = value;
      if (member != NULL)
        json_object_set_member (draft, l->data, json_node_ref (member));
    }
  if (json_object_has_member (old, key) || !is_known (known, key))
    {
      if (value != NULL && !json_object_has_member (draft, key))
        json_object_set_member (draft, key, json_node_ref (value));
      return foi_json_take_object (g_steal_pointer (&draft));
    }

  /* At the end first, behind the unknown keys of whatever stands there, and then into its place. */
  json_object_set_member (draft, key, json_node_ref (value));
  return foi_json_take_object (reorder (draft, known));
}

/**
 * foi_json_set_string:
 * @object: a sealed object
 * @key: a key
 * @text: (nullable): UTF-8; %NULL takes the member away
 * @known: (nullable) (array zero-terminated=1): see foi_json_order_keys()
 *
 * Returns: (transfer full): as foi_json_set_member().
 */
JsonNode *
foi_json_set_string (JsonNode *object, const char *key, const char *text, const char *const *known)
{
  g_autoptr (JsonNode) value = text != NULL ? foi_json_new_string (text) : NULL;

  return foi_json_set_member (object, key, value, known);
}

/* A new array of the elements of @array without the one at @without, and with @value, if any, at
 * @at of the result. */
static JsonNode *
rebuild (JsonNode *array, guint without, guint at, JsonNode *value)
{
  guint n = foi_json_get_n_elements (array);
  JsonArray *result = json_array_sized_new (n + 1);

  for (guint i = 0; i <= n; i++)
    {
      if (value != NULL && json_array_get_length (result) == at)
        json_array_add_element (result, json_node_ref (value));
      if (i < n && i != without)
        json_array_add_element (result, json_node_ref (foi_json_get_element (array, i)));
    }
  return foi_json_take_array (result);
}

/**
 * foi_json_array_insert:
 * @array: a sealed array
 * @index: where @value will stand; the length of @array for the end
 * @value: a sealed node
 *
 * Returns: (transfer full): the array with @value, sealed, sharing its elements.
 */
JsonNode *
foi_json_array_insert (JsonNode *array, guint index, JsonNode *value)
{
  g_return_val_if_fail (foi_json_is_array (array) && json_node_is_immutable (array), NULL);
  g_return_val_if_fail (index <= foi_json_get_n_elements (array), NULL);
  g_return_val_if_fail (value != NULL && json_node_is_immutable (value), NULL);
  return rebuild (array, G_MAXUINT, index, value);
}

/**
 * foi_json_array_replace:
 * @array: a sealed array
 * @index: an element's number
 * @value: a sealed node
 *
 * Returns: (transfer full): the array with @value there, sealed, sharing its other elements; @array
 *   itself where nothing changes.
 */
JsonNode *
foi_json_array_replace (JsonNode *array, guint index, JsonNode *value)
{
  g_return_val_if_fail (foi_json_is_array (array) && json_node_is_immutable (array), NULL);
  g_return_val_if_fail (index < foi_json_get_n_elements (array), NULL);
  g_return_val_if_fail (value != NULL && json_node_is_immutable (value), NULL);
  if (foi_json_get_element (array, index) == value)
    return json_node_ref (array);
  return rebuild (array, index, index, value);
}

/**
 * foi_json_array_remove:
 * @array: a sealed array
 * @index: an element's number
 *
 * Returns: (transfer full): the array without that element, sealed, sharing the others.
 */
JsonNode *
foi_json_array_remove (JsonNode *array, guint index)
{
  g_return_val_if_fail (foi_json_is_array (array) && json_node_is_immutable (array), NULL);
  g_return_val_if_fail (index < foi_json_get_n_elements (array), NULL);
  return rebuild (array, index, 0, NULL);
}

/**
 * foi_json_array_move:
 * @array: a sealed array
 * @from: an element's number
 * @to: the number it will have
 *
 * Returns: (transfer full): the array so ordered, sealed, sharing its elements; @array itself where
 *   nothing changes.
 */
JsonNode *
foi_json_array_move (JsonNode *array, guint from, guint to)
{
  g_return_val_if_fail (foi_json_is_array (array) && json_node_is_immutable (array), NULL);
  g_return_val_if_fail (from < foi_json_get_n_elements (array), NULL);
  g_return_val_if_fail (to < foi_json_get_n_elements (array), NULL);
  if (from == to)
    return json_node_ref (array);
  return rebuild (array, from, to, foi_json_get_element (array, from));
}
