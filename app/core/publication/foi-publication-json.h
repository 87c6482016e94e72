/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include <json-glib/json-glib.h>

/* What the tables need of JSON: reading sealed nodes, and making new ones of them. */

static inline gboolean
foi_json_is_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node);
}

static inline gboolean
foi_json_is_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node);
}

static inline gboolean
foi_json_is_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_STRING;
}

static inline gboolean
foi_json_is_integer (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_INT64;
}

static inline gboolean
foi_json_is_boolean (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
}

static inline JsonNode *
foi_json_get_member (JsonNode *object, const char *key)
{
  if (!foi_json_is_object (object))
    return NULL;
  return json_object_get_member (json_node_get_object (object), key);
}

static inline const char *
foi_json_get_string (JsonNode *object, const char *key, const char *fallback)
{
  JsonNode *member = foi_json_get_member (object, key);

  return foi_json_is_string (member) ? json_node_get_string (member) : fallback;
}

static inline guint
foi_json_get_n_elements (JsonNode *array)
{
  return foi_json_is_array (array) ? json_array_get_length (json_node_get_array (array)) : 0;
}

static inline JsonNode *
foi_json_get_element (JsonNode *array, guint index)
{
  return json_array_get_element (json_node_get_array (array), index);
}

static inline JsonNode *
foi_json_new_object (void)
{
  JsonNode *node = json_node_init_object (json_node_alloc (), NULL);

  json_node_take_object (node, json_object_new ());
  json_node_seal (node);
  return node;
}

static inline JsonNode *
foi_json_new_string (const char *text)
{
  JsonNode *node = json_node_init_string (json_node_alloc (), text);

  json_node_seal (node);
  return node;
}

static inline JsonNode *
foi_json_new_integer (gint64 value)
{
  JsonNode *node = json_node_init_int (json_node_alloc (), value);

  json_node_seal (node);
  return node;
}

static inline JsonNode *
foi_json_new_boolean (gboolean value)
{
  JsonNode *node = json_node_init_boolean (json_node_alloc (), value);

  json_node_seal (node);
  return node;
}

/* A new sealed object with one member set, or left out where @value is NULL. */
static inline JsonNode *
foi_json_set_member (JsonNode *object, const char *key, JsonNode *value, const char *const *known)
{
  JsonObject *made = json_object_new ();
  g_autoptr (GList) keys = json_object_get_members (json_node_get_object (object));
  JsonNode *node = json_node_alloc ();

  for (GList *link = keys; link != NULL; link = link->next)
    {
      JsonNode *member = foi_json_get_member (object, link->data);

      if (strcmp (link->data, key) != 0)
        json_object_set_member (made, link->data, json_node_ref (member));
      else if (value != NULL)
        json_object_set_member (made, key, json_node_ref (value));
    }
  if (value != NULL && !json_object_has_member (made, key))
    json_object_set_member (made, key, json_node_ref (value));
  json_node_init_object (node, made);
  json_object_unref (made);
  json_node_seal (node);
  return node;
}
