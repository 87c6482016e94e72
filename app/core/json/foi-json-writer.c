/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-json-writer.h"

#include <string.h>

#include "foi-json-value.h"

/**
 * foi_json_write_text:
 * @out: a string
 * @text: UTF-8 without NUL bytes
 * @length: its bytes
 *
 * Appends @text between quotation marks, with no more escapes than JSON asks for.
 */
void
foi_json_write_text (GString *out, const char *text, gsize length)
{
  const char *end = text + length;
  const char *run = text;

  g_string_append_c (out, '"');
  for (const char *c = text; c < end; c++)
    {
      static const char meant[] = "\"\\\n\t\r\b\f";
      static const char names[] = "\"\\ntrbf";
      const char *found;

      if ((guchar) *c >= 0x20 && *c != '"' && *c != '\\')
        continue;
      g_string_append_len (out, run, c - run);
      run = c + 1;
      found = memchr (meant, *c, sizeof meant - 1);
      if (found != NULL)
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, names[found - meant]);
        }
      else
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *c);
    }
  g_string_append_len (out, run, end - run);
  g_string_append_c (out, '"');
}

static void
append_integer (GString *out, gint64 value)
{
  char digits[24];
  char *c = digits + sizeof digits;
  guint64 magnitude = value < 0 ? 0 - (guint64) value : (guint64) value;

  do
    {
      *--c = (char) ('0' + magnitude % 10);
      magnitude /= 10;
    }
  while (magnitude > 0);
  if (value < 0)
    *--c = '-';
  g_string_append_len (out, c, digits + sizeof digits - c);
}

static void
start_line (FoiJsonWriter *self)
{
  static const char spaces[] = "                                ";
  gsize n = 2 * (gsize) (self->indent + self->depth);

  g_string_append_c (self->out, '\n');
  while (n > 0)
    {
      gsize some = MIN (n, sizeof spaces - 1);

      g_string_append_len (self->out, spaces, (gssize) some);
      n -= some;
    }
}

static gboolean
is_in_array (const FoiJsonWriter *self)
{
  return self->depth > 0 && (self->arrays >> (self->depth - 1) & 1) != 0;
}

/* What stands before every value: comma, place on the line, key. */
static void
begin_value (FoiJsonWriter *self, const char *key)
{
  guint64 bit;

  g_assert ((key != NULL) == (self->depth > 0 && !is_in_array (self)));
  if (self->depth == 0)
    return;

  bit = (guint64) 1 << (self->depth - 1);
  if ((self->filled & bit) != 0)
    g_string_append (self->out, self->in_row ? ", " : ",");
  self->filled |= bit;
  if (!self->in_row)
    start_line (self);
  if (key != NULL)
    {
      foi_json_write_text (self->out, key, strlen (key));
      g_string_append (self->out, ": ");
    }
}

static void
begin_container (FoiJsonWriter *self, const char *key, gboolean is_array)
{
  guint64 bit;

  g_assert (!self->in_row);
  g_assert (self->depth < FOI_JSON_MAX_DEPTH);
  begin_value (self, key);
  g_string_append_c (self->out, is_array ? '[' : '{');
  bit = (guint64) 1 << self->depth++;
  self->filled &= ~bit;
  self->arrays = is_array ? self->arrays | bit : self->arrays & ~bit;
}

static void
end_container (FoiJsonWriter *self, gboolean is_array)
{
  gboolean is_filled;

  g_assert (self->depth > 0);
  g_assert (is_in_array (self) == is_array);
  is_filled = (self->filled >> (self->depth - 1) & 1) != 0;
  self->depth--;
  if (is_filled && !self->in_row)
    start_line (self);
  g_string_append_c (self->out, is_array ? ']' : '}');
}

/**
 * foi_json_writer_init:
 * @self: a writer
 * @out: the string to write to; it must outlive @self
 * @indent: how many levels deep the first value stands
 */
void
foi_json_writer_init (FoiJsonWriter *self, GString *out, guint indent)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (out != NULL);
  *self = (FoiJsonWriter) { .out = out, .indent = indent };
}

/**
 * foi_json_writer_begin_object:
 * @self: a writer
 * @key: (nullable): the key, inside an object; %NULL inside an array and at the top. So for all
 *   functions that add something
 *
 * Opens an object; foi_json_writer_end_object() closes it.
 */
void
foi_json_writer_begin_object (FoiJsonWriter *self, const char *key)
{
  g_return_if_fail (self != NULL);
  begin_container (self, key, FALSE);
}

/**
 * foi_json_writer_end_object:
 * @self: a writer inside an object
 */
void
foi_json_writer_end_object (FoiJsonWriter *self)
{
  g_return_if_fail (self != NULL);
  end_container (self, FALSE);
}

/**
 * foi_json_writer_begin_array:
 * @self: a writer
 * @key: (nullable): the key
 *
 * Opens an array; foi_json_writer_end_array() closes it.
 */
void
foi_json_writer_begin_array (FoiJsonWriter *self, const char *key)
{
  g_return_if_fail (self != NULL);
  begin_container (self, key, TRUE);
}

/**
 * foi_json_writer_end_array:
 * @self: a writer inside an array
 */
void
foi_json_writer_end_array (FoiJsonWriter *self)
{
  g_return_if_fail (self != NULL);
  g_assert (!self->in_row);
  end_container (self, TRUE);
}

/**
 * foi_json_writer_begin_row:
 * @self: a writer inside an array
 *
 * Opens a row, an array of scalars on one line; foi_json_writer_end_row() closes it.
 */
void
foi_json_writer_begin_row (FoiJsonWriter *self)
{
  g_return_if_fail (self != NULL);
  g_assert (is_in_array (self));
  begin_container (self, NULL, TRUE);
  self->in_row = TRUE;
}

/**
 * foi_json_writer_end_row:
 * @self: a writer inside a row
 */
void
foi_json_writer_end_row (FoiJsonWriter *self)
{
  g_return_if_fail (self != NULL);
  g_assert (self->in_row);
  end_container (self, TRUE);
  self->in_row = FALSE;
}

/**
 * foi_json_writer_add_text:
 * @self: a writer
 * @key: (nullable): the key
 * @text: UTF-8 without NUL bytes
 * @length: its bytes
 *
 * Adds a string.
 */
void
foi_json_writer_add_text (FoiJsonWriter *self, const char *key, const char *text, gsize length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  begin_value (self, key);
  foi_json_write_text (self->out, text, length);
}

/**
 * foi_json_writer_add_string:
 * @self: a writer
 * @key: (nullable): the key
 * @text: UTF-8
 *
 * Adds a string.
 */
void
foi_json_writer_add_string (FoiJsonWriter *self, const char *key, const char *text)
{
  g_return_if_fail (text != NULL);
  foi_json_writer_add_text (self, key, text, strlen (text));
}

/**
 * foi_json_writer_add_integer:
 * @self: a writer
 * @key: (nullable): the key
 * @value: a number
 */
void
foi_json_writer_add_integer (FoiJsonWriter *self, const char *key, gint64 value)
{
  g_return_if_fail (self != NULL);
  begin_value (self, key);
  append_integer (self->out, value);
}

/**
 * foi_json_writer_add_boolean:
 * @self: a writer
 * @key: (nullable): the key
 * @value: true or false
 */
void
foi_json_writer_add_boolean (FoiJsonWriter *self, const char *key, gboolean value)
{
  g_return_if_fail (self != NULL);
  begin_value (self, key);
  g_string_append (self->out, value ? "true" : "false");
}

/**
 * foi_json_writer_add_null:
 * @self: a writer
 * @key: (nullable): the key
 */
void
foi_json_writer_add_null (FoiJsonWriter *self, const char *key)
{
  g_return_if_fail (self != NULL);
  begin_value (self, key);
  g_string_append (self->out, "null");
}

static gboolean
is_scalar (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) || JSON_NODE_HOLDS_NULL (node);
}

static gboolean
is_row (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!is_scalar (json_array_get_element (array, i)))
        return FALSE;
    }
  return TRUE;
}

static void
add_scalar (FoiJsonWriter *self, const char *key, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  /* A double has no exact form to come back to: nothing may ever have made one. */
  g_assert (type == G_TYPE_STRING || type == G_TYPE_INT64 || type == G_TYPE_BOOLEAN);
  if (type == G_TYPE_STRING)
    foi_json_writer_add_string (self, key, json_node_get_string (node));
  else if (type == G_TYPE_INT64)
    foi_json_writer_add_integer (self, key, json_node_get_int (node));
  else
    foi_json_writer_add_boolean (self, key, json_node_get_boolean (node));
}

static void
add_array (FoiJsonWriter *self, const char *key, JsonArray *array)
{
  gboolean as_row = is_in_array (self) && is_row (array);

  if (as_row)
    foi_json_writer_begin_row (self);
  else
    foi_json_writer_begin_array (self, key);
  for (guint i = 0; i < json_array_get_length (array); i++)
    foi_json_writer_add_node (self, NULL, json_array_get_element (array, i));
  if (as_row)
    foi_json_writer_end_row (self);
  else
    foi_json_writer_end_array (self);
}

static void
add_object (FoiJsonWriter *self, const char *key, JsonObject *object)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  foi_json_writer_begin_object (self, key);
  for (GList *l = keys; l != NULL; l = l->next)
    foi_json_writer_add_node (self, l->data, json_object_get_member (object, l->data));
  foi_json_writer_end_object (self);
}

/**
 * foi_json_writer_add_node:
 * @self: a writer
 * @key: (nullable): the key
 * @node: a node without doubles
 *
 * Adds a whole tree, the members of its objects in the order they have.
 */
void
foi_json_writer_add_node (FoiJsonWriter *self, const char *key, JsonNode *node)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (node != NULL);

  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      add_object (self, key, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      add_array (self, key, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      add_scalar (self, key, node);
      break;
    case JSON_NODE_NULL:
      foi_json_writer_add_null (self, key);
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * foi_json_write_node:
 * @out: a string
 * @node: a node without doubles
 * @indent: how many levels deep it stands
 *
 * Appends a whole tree. It begins where @out ends, and no line end follows it: a file's last `\n`
 * is its writer's.
 */
void
foi_json_write_node (GString *out, JsonNode *node, guint indent)
{
  FoiJsonWriter writer;

  foi_json_writer_init (&writer, out, indent);
  foi_json_writer_add_node (&writer, NULL, node);
}
