/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-pdf-objects.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-pdf-finish.h"
#include "foi-pdf-size.h"

/* A reference to a reference ends somewhere, or is somebody's joke. */
#define MAX_STEPS 16

/**
 * foi_pdf_objects_init:
 * @self: gets the objects
 * @pdf: any PDF
 * @error: why it cannot be read
 *
 * Returns: whether it was read.
 */
gboolean
foi_pdf_objects_init (FoiPdfObjects *self, GBytes *pdf, GError **error)
{
  g_autoptr (GBytes) json = foi_pdf_check_size (pdf, error) ? foi_pdf_to_json (pdf, error) : NULL;
  JsonNode *root;
  JsonArray *parts = NULL;
  gsize length;
  const char *data;

  *self = (FoiPdfObjects) { NULL, NULL };
  if (json == NULL)
    return FALSE;
  data = g_bytes_get_data (json, &length);
  self->parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (self->parser, data, (gssize) length, error))
    return FALSE;
  root = json_parser_get_root (self->parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root)
      && json_object_has_member (json_node_get_object (root), "qpdf"))
    parts = json_object_get_array_member (json_node_get_object (root), "qpdf");
  if (parts != NULL && json_array_get_length (parts) > 1)
    self->objects = json_array_get_object_element (parts, 1);
  if (self->objects == NULL)
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_SYNTAX, _("the PDF cannot be read"));
  return self->objects != NULL;
}

/**
 * foi_pdf_objects_clear:
 * @self: objects
 *
 * Frees them.
 */
void
foi_pdf_objects_clear (FoiPdfObjects *self)
{
  g_clear_object (&self->parser);
}

/**
 * foi_pdf_node_get_string:
 * @node: (nullable): a node
 *
 * Returns: (nullable): its text, if it is one.
 */
const char *
foi_pdf_node_get_string (JsonNode *node)
{
  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

/**
 * foi_pdf_node_get_number:
 * @node: (nullable): a node
 * @otherwise: where it is none
 *
 * Returns: its number.
 */
double
foi_pdf_node_get_number (JsonNode *node, double otherwise)
{
  GType type = node != NULL ? json_node_get_value_type (node) : G_TYPE_INVALID;
  double number = type == G_TYPE_INT64 ? (double) json_node_get_int (node)
                  : type == G_TYPE_DOUBLE ? json_node_get_double (node) : otherwise;

  return number > -1e9 && number < 1e9 ? number : otherwise;
}

/**
 * foi_pdf_node_get_array:
 * @node: (nullable): a node
 *
 * Returns: (transfer none) (nullable): the array, if it is one.
 */
JsonArray *
foi_pdf_node_get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
is_reference (const char *text)
{
  return text != NULL && g_ascii_isdigit (text[0]) && g_str_has_suffix (text, " R");
}

static JsonObject *
find_object (FoiPdfObjects *self, const char *reference)
{
  g_autofree char *key = g_strconcat ("obj:", reference, NULL);
  JsonNode *node = json_object_get_member (self->objects, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * foi_pdf_objects_resolve:
 * @self: objects
 * @node: (nullable): a value, or a reference to one
 *
 * Returns: (transfer none) (nullable): the value; of a stream its dictionary.
 */
JsonNode *
foi_pdf_objects_resolve (FoiPdfObjects *self, JsonNode *node)
{
  for (guint i = 0; i < MAX_STEPS && is_reference (foi_pdf_node_get_string (node)); i++)
    {
      JsonObject *object = find_object (self, foi_pdf_node_get_string (node));
      JsonNode *stream = object != NULL ? json_object_get_member (object, "stream") : NULL;

      if (object == NULL)
        return NULL;
      node = stream != NULL && JSON_NODE_HOLDS_OBJECT (stream)
               ? json_object_get_member (json_node_get_object (stream), "dict")
               : json_object_get_member (object, "value");
    }
  return node;
}

/**
 * foi_pdf_objects_get:
 * @self: objects
 * @dictionary: (nullable): a dictionary, or a reference to one
 * @key: "/K"
 *
 * Returns: (transfer none) (nullable): its member, as it stands there: perhaps a reference.
 */
JsonNode *
foi_pdf_objects_get (FoiPdfObjects *self, JsonNode *dictionary, const char *key)
{
  JsonNode *node = foi_pdf_objects_resolve (self, dictionary);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node)
           ? json_object_get_member (json_node_get_object (node), key) : NULL;
}

/**
 * foi_pdf_objects_get_name:
 * @self: objects
 * @dictionary: (nullable): a dictionary, or a reference to one
 * @key: "/Subtype"
 *
 * Returns: (transfer none) (nullable): its member, "/Form", or a string as qpdf writes it.
 */
const char *
foi_pdf_objects_get_name (FoiPdfObjects *self, JsonNode *dictionary, const char *key)
{
  return foi_pdf_node_get_string (
    foi_pdf_objects_resolve (self, foi_pdf_objects_get (self, dictionary, key)));
}

/**
 * foi_pdf_objects_get_array:
 * @self: objects
 * @dictionary: (nullable): a dictionary, or a reference to one
 * @key: "/Rect"
 *
 * Returns: (transfer none) (nullable): its member, if that is an array.
 */
JsonArray *
foi_pdf_objects_get_array (FoiPdfObjects *self, JsonNode *dictionary, const char *key)
{
  return foi_pdf_node_get_array (
    foi_pdf_objects_resolve (self, foi_pdf_objects_get (self, dictionary, key)));
}

/**
 * foi_pdf_objects_get_number:
 * @self: objects
 * @dictionary: (nullable): a dictionary, or a reference to one
 * @key: "/F"
 * @otherwise: where it has none
 *
 * Returns: its member, if that is a number.
 */
double
foi_pdf_objects_get_number (FoiPdfObjects *self, JsonNode *dictionary, const char *key,
                            double otherwise)
{
  return foi_pdf_node_get_number (
    foi_pdf_objects_resolve (self, foi_pdf_objects_get (self, dictionary, key)), otherwise);
}

/**
 * foi_pdf_objects_get_root:
 * @self: objects
 *
 * Returns: (transfer none) (nullable): the catalogue of the document.
 */
JsonNode *
foi_pdf_objects_get_root (FoiPdfObjects *self)
{
  JsonNode *trailer = json_object_get_member (self->objects, "trailer");

  if (trailer == NULL || !JSON_NODE_HOLDS_OBJECT (trailer))
    return NULL;
  return foi_pdf_objects_get (
    self, json_object_get_member (json_node_get_object (trailer), "value"), "/Root");
}

/**
 * foi_pdf_objects_get_stream:
 * @self: objects
 * @reference: (nullable): a reference to a stream
 *
 * Returns: (transfer full) (nullable): what is in it, unpacked.
 */
GBytes *
foi_pdf_objects_get_stream (FoiPdfObjects *self, JsonNode *reference)
{
  const char *name = foi_pdf_node_get_string (reference);
  JsonObject *object = is_reference (name) ? find_object (self, name) : NULL;
  JsonNode *stream = object != NULL ? json_object_get_member (object, "stream") : NULL;
  const char *data;
  guchar *bytes;
  gsize length;

  if (stream == NULL || !JSON_NODE_HOLDS_OBJECT (stream))
    return NULL;
  data = foi_pdf_node_get_string (
    json_object_get_member (json_node_get_object (stream), "data"));
  if (data == NULL)
    return NULL;
  bytes = g_base64_decode (data, &length);
  return g_bytes_new_take (bytes, length);
}

/**
 * foi_pdf_dup_string:
 * @written: a string as qpdf writes it: "u:words", or "b:" and hexadecimal digits
 *
 * Returns: (transfer full) (nullable): its words; %NULL for names, references and what is no text.
 */
char *
foi_pdf_dup_string (const char *written)
{
  GString *text;

  if (g_str_has_prefix (written, "u:"))
    return g_strdup (written + 2);
  if (!g_str_has_prefix (written, "b:"))
    return NULL;
  text = g_string_new (NULL);
  for (const char *p = written + 2; g_ascii_isxdigit (p[0]) && g_ascii_isxdigit (p[1]); p += 2)
    {
      gunichar c = (gunichar) (g_ascii_xdigit_value (p[0]) * 16 + g_ascii_xdigit_value (p[1]));

      g_string_append_unichar (text, c >= ' ' ? c : ' ');
    }
  return g_string_free (text, FALSE);
}
