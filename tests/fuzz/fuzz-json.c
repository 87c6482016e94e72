/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The strict reader and the writer over any bytes. What is refused is refused in both ways of
 * reading, with the same message and a place inside the file; what is read is read alike by
 * json-glib, comes back from the writer as the same bytes, and has every node where it says. */

#include "fuzz.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "foi-error.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"

const char *const fuzz_words[] = {
  "{", "}", "[", "]", ",", ":", "\"", "\\", "/", "//", "/*", "'", "\"a\":", "\"a\": 1,",
  "\"data\":", "\"resources\":", "[{\"data\":[[", "[[1]]", "{}", "[]", "[[[[[[[[[[[[[[[[",
  "true", "\"k\":1,", "7", "8", "false", "null", "NaN", "-", "-0", "00", "1", ".5", "e5",
  "9223372036854775807", "-9223372036854775808", "99999999999999999999", "\\u0000", "\\u001f",
  "\\ud83d", "\\ude00", "\\ud83d\\ude00", "\\u00e9", "\\n", "\\x", "é", "😀", "\xc0\x80",
  "\xed\xa0\x80", "\xef\xbb\xbf", "\t", "\r\n", "\f", "\x1f", "\x7f", NULL,
};

/* `LINE:COLUMN: $…`, the place being one of the file. */
static void
check_message (const char *message, const uint8_t *data, size_t size)
{
  char *rest;
  guint64 line = g_ascii_strtoull (message, &rest, 10);
  guint64 column = g_ascii_strtoull (rest + 1, &rest, 10);
  guint64 n_lines = 1;

  for (size_t i = 0; i < size; i++)
    n_lines += data[i] == '\n';
  g_assert_cmpuint (line, >=, 1);
  g_assert_cmpuint (line, <=, n_lines);
  g_assert_cmpuint (column, >=, 1);
  g_assert_cmpuint (column, <=, size + 1);
  g_assert_true (g_str_has_prefix (rest, ": $"));
  g_assert_true (g_utf8_validate (message, -1, NULL));
}

/* Every node stands where the document says, and its path leads there: the first byte tells. */
static void
check_places (FoiJsonDocument *document, JsonNode *node, const char *path)
{
  guint line, column;
  g_autofree char *found = foi_json_document_get_path (document, node);

  g_assert_cmpstr (found, ==, path);
  g_assert_true (foi_json_document_get_place (document, node, &line, &column));
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      g_autofree char *next = g_strdup_printf ("%s[%u]", path, i);

      check_places (document, foi_json_get_element (node, i), next);
    }
  if (foi_json_is_object (node))
    {
      g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

      for (GList *l = members; l != NULL; l = l->next)
        {
          g_autofree char *next = foi_json_document_get_path (document, l->data);
          guint key_line, key_column;

          g_assert_true (g_str_has_prefix (next, path));
          check_places (document, l->data, next);
          g_assert_true (foi_json_document_get_place (document, l->data, &line, &column));
          g_assert_true (
            foi_json_document_get_key_place (document, l->data, &key_line, &key_column));
          g_assert_true (key_line < line || (key_line == line && key_column < column));
        }
    }
}

static char *
write_node (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  foi_json_write_node (text, node, 0);
  return g_strdup (text->str);
}

static void
check_round_trip (JsonNode *root)
{
  g_autofree char *text = write_node (root);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiJsonDocument) document = foi_json_document_read (bytes, FALSE, NULL, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_true (foi_json_equal (root, foi_json_document_get_root (document)));
  again = write_node (foi_json_document_get_root (document));
  g_assert_cmpstr (text, ==, again);
}

static void
check_against_json_glib (JsonNode *root, const uint8_t *data, size_t size)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, (const char *) data, (gssize) size, &error);
  g_assert_no_error (error);
  g_assert_true (foi_json_equal (root, json_parser_get_root (parser)));
}

/* Compares a row with the same row among the nodes of the other way of reading. */
static gboolean
check_row (const FoiJsonRow *row, gpointer user_data, GError **error)
{
  JsonNode *node = foi_json_get_element (user_data, row->index);

  g_assert_nonnull (node);
  g_assert_cmpint (foi_json_is_array (node), ==, row->kind == FOI_JSON_ARRAY);
  g_assert_cmpuint (foi_json_get_n_elements (node), ==, row->n_values);
  for (guint i = 0; i < row->n_values; i++)
    {
      const FoiJsonValue *value = &row->values[i];
      JsonNode *cell = foi_json_get_element (node, i);

      g_assert_cmpint (foi_json_is_string (cell), ==, value->kind == FOI_JSON_STRING);
      g_assert_cmpint (foi_json_is_integer (cell), ==, value->kind == FOI_JSON_INTEGER);
      g_assert_cmpint (foi_json_is_boolean (cell), ==, value->kind == FOI_JSON_BOOLEAN);
      if (value->kind == FOI_JSON_STRING)
        g_assert_cmpmem (value->text, value->length, json_node_get_string (cell),
                         strlen (json_node_get_string (cell)));
      if (value->kind == FOI_JSON_INTEGER)
        g_assert_cmpint (value->integer, ==, json_node_get_int (cell));
    }
  return TRUE;
}

static void
check_rows (FoiJsonDocument *skipped, FoiJsonDocument *whole)
{
  JsonNode *resources = foi_json_get_member (foi_json_document_get_root (whole), "resources");

  for (guint i = 0; i < foi_json_get_n_elements (resources); i++)
    {
      JsonNode *data = foi_json_get_member (foi_json_get_element (resources, i), "data");
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (foi_json_document_has_rows (skipped, i), ==, foi_json_is_array (data));
      g_assert_cmpuint (foi_json_document_get_n_rows (skipped, i), ==,
                        foi_json_get_n_elements (data));
      if (!foi_json_document_has_rows (skipped, i))
        continue;
      g_assert_true (foi_json_document_read_rows (skipped, i, check_row, data, NULL, &error));
      g_assert_no_error (error);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) same = NULL;
  g_autoptr (FoiJsonDocument) whole = foi_json_document_read (bytes, FALSE, NULL, &error);
  g_autoptr (FoiJsonDocument) skipped = foi_json_document_read (bytes, TRUE, NULL, &same);
  JsonNode *root;

  g_assert_true ((whole == NULL) == (skipped == NULL));
  g_assert_true ((whole == NULL) == (error != NULL));
  if (whole == NULL)
    {
      g_assert_cmpstr (error->message, ==, same->message);
      g_assert_cmpint (error->code, ==, same->code);
      check_message (error->message, data, size);
      return 0;
    }

  root = foi_json_document_get_root (whole);
  check_places (whole, root, "$");
  check_round_trip (root);
  check_against_json_glib (root, data, size);
  check_rows (skipped, whole);
  return 0;
}
