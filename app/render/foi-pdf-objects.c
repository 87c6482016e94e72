/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-pdf-objects.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-pdf-finish.h"

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
  g_autoptr (GBytes) json = foi_pdf_to_json (pdf, error);
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
