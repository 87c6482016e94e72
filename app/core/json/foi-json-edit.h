/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Whether a string of a document has something to do with @text. */
typedef gboolean (*FoiJsonTextFunc) (const char *string, const char *text);

/* Pure functions over sealed nodes. Every edit gives a new sealed node that shares all that did not
 * change with the old one, so that undo and snapshots only keep references.
 *
 * Threads: json-glib counts the references of a JsonNode atomically, but those of JsonObject and
 * JsonArray it does not. So one object or array belongs to one node for ever, and code that may
 * share nodes between threads uses json_node_ref() and json_node_unref() only: never
 * json_node_copy(), json_node_dup_object(), json_node_dup_array(), json_object_ref() or
 * json_array_ref(). Reading a sealed node changes nothing in it. Parents are not kept: a shared
 * node has several. */

JsonNode *foi_json_take_object (JsonObject *object);
JsonNode *foi_json_take_array (JsonArray *array);
JsonNode *foi_json_new_object (void);
JsonNode *foi_json_new_array (void);
JsonNode *foi_json_new_string (const char *text);
JsonNode *foi_json_new_integer (gint64 value);
JsonNode *foi_json_new_boolean (gboolean value);
JsonNode *foi_json_new_strings (const char *const *texts);

JsonNode *foi_json_get_member (JsonNode *object, const char *key);
const char *foi_json_get_string (JsonNode *object, const char *key, const char *fallback);
gint64    foi_json_get_integer (JsonNode *object, const char *key, gint64 fallback);
gboolean  foi_json_get_boolean (JsonNode *object, const char *key, gboolean fallback);
guint     foi_json_get_n_elements (JsonNode *array);
JsonNode *foi_json_get_element (JsonNode *array, guint index);

gboolean  foi_json_is_object (JsonNode *node);
gboolean  foi_json_is_array (JsonNode *node);
gboolean  foi_json_is_string (JsonNode *node);
gboolean  foi_json_is_integer (JsonNode *node);
gboolean  foi_json_is_boolean (JsonNode *node);
gboolean  foi_json_has_text (JsonNode *node, FoiJsonTextFunc accepts, const char *text);
gboolean  foi_json_equal (JsonNode *a, JsonNode *b);

JsonNode *foi_json_set_member (JsonNode *object, const char *key, JsonNode *value,
                               const char *const *known);
JsonNode *foi_json_set_string (JsonNode *object, const char *key, const char *text,
                               const char *const *known);
GPtrArray *foi_json_order_keys (JsonObject *object, const char *const *known);
JsonNode *foi_json_array_insert (JsonNode *array, guint index, JsonNode *value);
JsonNode *foi_json_array_replace (JsonNode *array, guint index, JsonNode *value);
JsonNode *foi_json_array_remove (JsonNode *array, guint index);
JsonNode *foi_json_array_move (JsonNode *array, guint from, guint to);

G_END_DECLS
