/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-json-document-private.h"
#include "foi-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  FoiJsonScanner scanner;
  FoiJsonDocument *document;
  gboolean skip_data;
  gboolean may_be_list;
  gboolean in_resources;
} Reader;

static gboolean read_value (Reader *self, JsonNode **node);

/* Whether the member just begun is `$.resources[N].data` and its value an array. */
static gboolean
is_at_rows (Reader *self, const char *key)
{
  const FoiJsonScanner *scanner = &self->scanner;

  return self->skip_data && self->in_resources && scanner->depth == 3
         && scanner->frames[1].key == NULL && strcmp (key, "data") == 0
         && scanner->cursor < scanner->limit && *scanner->cursor == '[';
}

/* Checks the rows of a table, keeps where they are, and leaves an empty array in the tree. */
static gboolean
skip_rows (Reader *self, JsonNode **node)
{
  FoiJsonScanner *scanner = &self->scanner;
  FoiJsonRange range = { .start = (gsize) (scanner->cursor - scanner->start) };
  gint64 resource = scanner->frames[1].number;
  FoiJsonStep step = foi_json_scanner_enter (scanner, ']');

  for (; step == FOI_JSON_STEP_VALUE; range.n_rows++)
    {
      scanner->frames[scanner->depth - 1].number = range.n_rows;
      if (!foi_json_scanner_skip_value (scanner, NULL))
        return FALSE;
      step = foi_json_scanner_step (scanner, ']');
    }
  if (step == FOI_JSON_STEP_FAULT)
    return FALSE;

  range.end = (gsize) (scanner->cursor - scanner->start);
  g_hash_table_insert (self->document->ranges, GUINT_TO_POINTER ((guint) resource),
                       g_memdup2 (&range, sizeof range));
  *node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (*node, json_array_new ());
  g_hash_table_insert (self->document->places, *node, GSIZE_TO_POINTER (range.start));
  return TRUE;
}

static gboolean
read_array (Reader *self, JsonNode *node)
{
  FoiJsonScanner *scanner = &self->scanner;
  JsonArray *array = json_array_new ();
  FoiJsonStep step = foi_json_scanner_enter (scanner, ']');

  json_node_take_array (node, array);
  for (guint i = 0; step == FOI_JSON_STEP_VALUE; i++)
    {
      JsonNode *element;

      scanner->frames[scanner->depth - 1].number = i;
      if (!read_value (self, &element))
        return FALSE;
      json_array_add_element (array, element);
      step = foi_json_scanner_step (scanner, ']');
    }
  return step == FOI_JSON_STEP_END;
}

static gboolean
read_member (Reader *self, JsonObject *object)
{
  FoiJsonScanner *scanner = &self->scanner;
  FoiJsonValue text;
  g_autofree char *key = NULL;
  JsonNode *value;
  gboolean ok;

  if (!foi_json_scanner_read_key (scanner, &text))
    return FALSE;
  key = foi_json_value_dup_text (&text);
  if (json_object_has_member (object, key))
    return foi_json_scanner_fail (scanner, FOI_ERROR_SYNTAX, scanner->start + text.offset,
                                  _("this key stands twice in its object"));

  if (scanner->depth == 1)
    self->in_resources = strcmp (key, "resources") == 0;
  ok = is_at_rows (self, key) ? skip_rows (self, &value) : read_value (self, &value);
  if (ok)
    json_object_set_member (object, key, value);
  return ok;
}

static gboolean
read_object (Reader *self, JsonNode *node)
{
  FoiJsonScanner *scanner = &self->scanner;
  JsonObject *object = json_object_new ();
  FoiJsonStep step = foi_json_scanner_enter (scanner, '}');

  json_node_take_object (node, object);
  while (step == FOI_JSON_STEP_VALUE)
    {
      if (!read_member (self, object))
        return FALSE;
      step = foi_json_scanner_step (scanner, '}');
    }
  return step == FOI_JSON_STEP_END;
}

static gboolean
read_scalar (Reader *self, JsonNode *node)
{
  FoiJsonValue value;
  g_autofree char *text = NULL;

  if (!foi_json_scanner_read_scalar (&self->scanner, &value))
    return FALSE;

  switch (value.kind)
    {
    case FOI_JSON_BOOLEAN:
      json_node_init_boolean (node, value.integer != 0);
      return TRUE;
    case FOI_JSON_INTEGER:
      json_node_init_int (node, value.integer);
      return TRUE;
    case FOI_JSON_STRING:
      text = foi_json_value_dup_text (&value);
      json_node_init_string (node, text);
      return TRUE;
    case FOI_JSON_NULL:
      return TRUE;
    case FOI_JSON_ARRAY:
    case FOI_JSON_OBJECT:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_value (Reader *self, JsonNode **node)
{
  FoiJsonScanner *scanner = &self->scanner;
  gsize offset = (gsize) (scanner->cursor - scanner->start);
  char first = scanner->cursor < scanner->limit ? *scanner->cursor : '\0';
  g_autoptr (JsonNode) value = NULL;
  gboolean ok;

  if (first == '{')
    {
      value = json_node_new (JSON_NODE_OBJECT);
      ok = read_object (self, value);
    }
  else if (first == '[')
    {
      value = json_node_new (JSON_NODE_ARRAY);
      ok = read_array (self, value);
    }
  else
    {
      value = json_node_new (JSON_NODE_NULL);
      ok = read_scalar (self, value);
    }
  if (!ok)
    return FALSE;

  g_hash_table_insert (self->document->places, value, GSIZE_TO_POINTER (offset));
  *node = g_steal_pointer (&value);
  return TRUE;
}

/* What is wrong before the first token is the commonest fault of a file that is no case at all. */
static gboolean
check_beginning (FoiJsonScanner *scanner)
{
  gsize size = (gsize) (scanner->end - scanner->start);

  if (size == 0)
    return foi_json_scanner_fail (scanner, FOI_ERROR_SYNTAX, scanner->start,
                                  _("the file is empty"));
  if (size > FOI_JSON_MAX_BYTES)
    return foi_json_scanner_fail (scanner, FOI_ERROR_LIMIT, scanner->start,
                                  _("the file is larger than %u MiB"),
                                  (guint) (FOI_JSON_MAX_BYTES / (1024 * 1024)));
  if (size >= 3 && memcmp (scanner->start, "\xef\xbb\xbf", 3) == 0)
    return foi_json_scanner_fail (scanner, FOI_ERROR_SYNTAX, scanner->start,
                                  _("the file begins with a byte order mark; save it without one"));
  return TRUE;
}

static gboolean
read_document (Reader *self)
{
  FoiJsonScanner *scanner = &self->scanner;

  if (!check_beginning (scanner)
      || g_cancellable_set_error_if_cancelled (scanner->cancellable, &scanner->error))
    return FALSE;
  foi_json_scanner_skip_space (scanner);
  if (scanner->cursor == scanner->limit
      || (*scanner->cursor != '{' && !(self->may_be_list && *scanner->cursor == '[')))
    return foi_json_scanner_fail_unexpected (scanner,
                                             _("the file is not one JSON object, { … }"));
  if (!read_value (self, &self->document->root))
    return FALSE;
  foi_json_scanner_skip_space (scanner);
  if (scanner->cursor < scanner->end)
    return foi_json_scanner_fail_unexpected (scanner,
                                             _("something follows the end of the JSON object"));
  json_node_seal (self->document->root);
  return TRUE;
}

/* Reads @bytes with a reader whose scanner is at their beginning. */
static FoiJsonDocument *
read_bytes (Reader *self, GBytes *bytes, GError **error)
{
  g_autoptr (FoiJsonDocument) document = g_atomic_rc_box_new0 (FoiJsonDocument);

  document->bytes = g_bytes_ref (bytes);
  document->text = self->scanner.start;
  document->places = g_hash_table_new (NULL, NULL);
  document->ranges = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->document = document;
  if (!read_document (self))
    {
      g_propagate_error (error, self->scanner.error);
      return NULL;
    }
  return g_steal_pointer (&document);
}

/**
 * foi_json_document_read_full:
 * @bytes: the file
 * @skip_data: whether the rows of tables, `$.resources[N].data`, are only checked
 * @progress: (nullable) (scope call): called now and then
 * @user_data: for @progress
 * @cancellable: (nullable): looked at now and then
 * @error: %FOI_ERROR_SYNTAX, %FOI_ERROR_LIMIT or %G_IO_ERROR_CANCELLED
 *
 * Reads one JSON object, strictly (RFC 8259, and less: no key twice, whole numbers of 64 bits only,
 * no NUL, no half of a surrogate pair, no byte order mark, at most %FOI_JSON_MAX_DEPTH levels and
 * %FOI_JSON_MAX_BYTES). The message of an error is `LINE:COLUMN: PATH: reason`, before which the
 * caller puts the file's name. It stops at the first fault.
 *
 * Returns: (transfer full): the document, or %NULL.
 */
FoiJsonDocument *
foi_json_document_read_full (GBytes *bytes, gboolean skip_data, FoiJsonProgress progress,
                             gpointer user_data, GCancellable *cancellable, GError **error)
{
  Reader reader = { .skip_data = skip_data };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  foi_json_scanner_init (&reader.scanner, bytes);
  reader.scanner.progress = progress;
  reader.scanner.user_data = user_data;
  reader.scanner.cancellable = cancellable;
  return read_bytes (&reader, bytes, error);
}

/**
 * foi_json_document_read_list:
 * @bytes: the file
 * @error: see foi_json_document_read_full()
 *
 * Reads one JSON object, or one array, as strictly. What is read so knows whole numbers alone.
 *
 * Returns: (transfer full): the document, or %NULL.
 */
FoiJsonDocument *
foi_json_document_read_list (GBytes *bytes, GError **error)
{
  Reader reader = { .may_be_list = TRUE };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  foi_json_scanner_init (&reader.scanner, bytes);
  reader.scanner.only_whole = TRUE;
  return read_bytes (&reader, bytes, error);
}

/**
 * foi_json_document_read:
 * @bytes: the file
 * @skip_data: whether the rows of tables are only checked
 * @cancellable: (nullable): looked at now and then
 * @error: see foi_json_document_read_full()
 *
 * Reads without telling how far it is.
 *
 * Returns: (transfer full): the document, or %NULL.
 */
FoiJsonDocument *
foi_json_document_read (GBytes *bytes, gboolean skip_data, GCancellable *cancellable,
                        GError **error)
{
  return foi_json_document_read_full (bytes, skip_data, NULL, NULL, cancellable, error);
}
