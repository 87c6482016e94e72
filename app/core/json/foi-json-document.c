/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-json-document-private.h"

#include <string.h>

/**
 * foi_json_document_ref:
 * @self: a document
 *
 * Returns: (transfer full): @self, with one reference more.
 */
FoiJsonDocument *
foi_json_document_ref (FoiJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
document_clear (gpointer data)
{
  FoiJsonDocument *self = data;

  g_clear_pointer (&self->root, json_node_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->ranges, g_hash_table_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

/**
 * foi_json_document_unref:
 * @self: (transfer full): a document
 *
 * Gives a reference back. Nodes of the tree live on where somebody else holds them.
 */
void
foi_json_document_unref (FoiJsonDocument *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, document_clear);
}

/**
 * foi_json_document_get_root:
 * @self: a document
 *
 * Returns: (transfer none): the object that is the file, sealed.
 */
JsonNode *
foi_json_document_get_root (FoiJsonDocument *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->root;
}

/**
 * foi_json_document_offset_to_place:
 * @self: a document
 * @offset: a byte of the file, or its end
 * @line: (out): the line, from 1
 * @column: (out): the column, from 1, in characters
 *
 * Offsets asked for in rising order cost one walk over the file together.
 */
void
foi_json_document_offset_to_place (FoiJsonDocument *self, gsize offset, guint *line, guint *column)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (offset <= g_bytes_get_size (self->bytes));
  g_return_if_fail (line != NULL && column != NULL);

  foi_json_line_seek (&self->line, self->text, offset);
  *line = self->line.number;
  *column = foi_json_line_get_column (&self->line, self->text, offset);
}

static gboolean
lookup_offset (FoiJsonDocument *self, JsonNode *node, gsize *offset)
{
  gpointer value;

  if (!g_hash_table_lookup_extended (self->places, node, NULL, &value))
    return FALSE;
  *offset = GPOINTER_TO_SIZE (value);
  return TRUE;
}

/**
 * foi_json_document_get_place:
 * @self: a document
 * @node: a node of its tree
 * @line: (out): the line, from 1
 * @column: (out): the column, from 1, in characters
 *
 * Returns: %FALSE when @node was not read from this file.
 */
gboolean
foi_json_document_get_place (FoiJsonDocument *self, JsonNode *node, guint *line, guint *column)
{
  gsize offset;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  if (!lookup_offset (self, node, &offset))
    return FALSE;
  foi_json_document_offset_to_place (self, offset, line, column);
  return TRUE;
}

/* Whether the `"` at @offset stands behind an odd number of backslashes. */
static gboolean
is_escaped (const char *text, gsize offset)
{
  gsize n = 0;

  while (n < offset && text[offset - n - 1] == '\\')
    n++;
  return n % 2 != 0;
}

/**
 * foi_json_document_get_key_place:
 * @self: a document
 * @node: the value of a member in its tree
 * @line: (out): the line, from 1
 * @column: (out): the column, from 1, in characters
 *
 * Finds where the key of a member begins.
 *
 * Returns: %FALSE when @node was not read from this file, or is the value of no key.
 */
gboolean
foi_json_document_get_key_place (FoiJsonDocument *self, JsonNode *node, guint *line, guint *column)
{
  const char *text;
  gsize offset;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (node != NULL, FALSE);

  text = self->text;
  if (!lookup_offset (self, node, &offset))
    return FALSE;
  while (offset > 0 && strchr (" \t\r\n", text[offset - 1]) != NULL)
    offset--;
  if (offset == 0 || text[offset - 1] != ':')
    return FALSE;

  /* Before a colon outside of any text there is always a key: go back to the mark that closes it,
   * and from there to the one that opens it. */
  offset--;
  while (text[offset] != '"')
    offset--;
  do
    offset--;
  while (text[offset] != '"' || is_escaped (text, offset));
  foi_json_document_offset_to_place (self, offset, line, column);
  return TRUE;
}

/* The last member of @object that begins at or before @target. */
static JsonNode *
find_member (FoiJsonDocument *self, JsonObject *object, gsize target, GString *path)
{
  g_autoptr (GList) keys = json_object_get_members (object);
  JsonNode *found = NULL;
  const char *found_key = NULL;

  for (GList *l = keys; l != NULL; l = l->next)
    {
      JsonNode *member = json_object_get_member (object, l->data);
      gsize offset;

      if (!lookup_offset (self, member, &offset) || offset > target)
        break;
      found = member;
      found_key = l->data;
    }
  if (found != NULL)
    foi_json_path_append_key (path, found_key);
  return found;
}

static JsonNode *
find_element (FoiJsonDocument *self, JsonArray *array, gsize target, GString *path)
{
  guint low = 0;
  guint high = json_array_get_length (array);
  gsize offset;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (lookup_offset (self, json_array_get_element (array, middle), &offset) && offset <= target)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return NULL;
  foi_json_path_append_index (path, low - 1);
  return json_array_get_element (array, low - 1);
}

/**
 * foi_json_document_get_path:
 * @self: a document
 * @node: a node of its tree
 *
 * Returns: (transfer full) (nullable): its path, `$.resources[0].title`; a key that is not made of
 *   letters, digits, `_`, `:` and `-` stands as `["odd key"]`. %NULL when @node was not read from
 *   this file.
 */
char *
foi_json_document_get_path (FoiJsonDocument *self, JsonNode *node)
{
  g_autoptr (GString) path = g_string_new ("$");
  JsonNode *at;
  gsize target;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (node != NULL, NULL);

  if (!lookup_offset (self, node, &target))
    return NULL;
  at = self->root;
  while (at != NULL && at != node)
    {
      if (JSON_NODE_HOLDS_OBJECT (at))
        at = find_member (self, json_node_get_object (at), target, path);
      else if (JSON_NODE_HOLDS_ARRAY (at))
        at = find_element (self, json_node_get_array (at), target, path);
      else
        at = NULL;
    }
  g_return_val_if_fail (at == node, NULL);
  return g_strdup (path->str);
}

/**
 * foi_json_document_describe:
 * @self: a document
 * @node: a node of its tree
 * @reason: what is wrong with it
 *
 * Returns: (transfer full): `LINE:COLUMN: PATH: reason`, the form of all messages about a file; the
 *   reason alone when @node was not read from this file.
 */
char *
foi_json_document_describe (FoiJsonDocument *self, JsonNode *node, const char *reason)
{
  g_autofree char *path = foi_json_document_get_path (self, node);
  guint line, column;

  g_return_val_if_fail (reason != NULL, NULL);

  if (path == NULL || !foi_json_document_get_place (self, node, &line, &column))
    return g_strdup (reason);
  return g_strdup_printf ("%u:%u: %s: %s", line, column, path, reason);
}
