/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-error.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"

#include <string.h>

static FoiJsonDocument *
read_text (const char *text, gboolean skip_data)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  FoiJsonDocument *document = foi_json_document_read (bytes, skip_data, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

/* Follows keys and numbers parted by slashes. */
static JsonNode *
find (FoiJsonDocument *document, const char *way)
{
  g_auto (GStrv) steps = g_strsplit (way, "/", -1);
  JsonNode *node = foi_json_document_get_root (document);

  for (guint i = 0; way[0] != '\0' && steps[i] != NULL; i++)
    {
      if (foi_json_is_array (node))
        node = foi_json_get_element (node, (guint) g_ascii_strtoull (steps[i], NULL, 10));
      else
        node = foi_json_get_member (node, steps[i]);
      g_assert_nonnull (node);
    }
  return node;
}

static void
test_values (void)
{
  g_autoptr (FoiJsonDocument) document = read_text (
    "{\"text\": \"\\u00a3 \\ud83d\\ude00 \\\"x\\\" \\/ \\u001f\", \"least\": -9223372036854775808,"
    " \"most\": 9223372036854775807, \"yes\": true, \"no\": false, \"nothing\": null}",
    FALSE);
  JsonNode *root = foi_json_document_get_root (document);

  g_assert_true (json_node_is_immutable (root));
  g_assert_cmpstr (foi_json_get_string (root, "text", NULL), ==, "£ 😀 \"x\" / \x1f");
  g_assert_cmpint (foi_json_get_integer (root, "least", 0), ==, G_MININT64);
  g_assert_cmpint (foi_json_get_integer (root, "most", 0), ==, G_MAXINT64);
  g_assert_true (foi_json_get_boolean (root, "yes", FALSE));
  g_assert_false (foi_json_get_boolean (root, "no", TRUE));
  g_assert_true (JSON_NODE_HOLDS_NULL (foi_json_get_member (root, "nothing")));
}

static const char places[]
  = "{\n"
    "  \"id\": \"q1\",\n"
    "  \"é😀\": [ 10, {\"odd key\": {}, \"a\\\"\" : [] } ],\n"
    "  \"foi:case\" :\t\n"
    "    { \"_rev\": null, \"\\\\\":0 }\n"
    "}\n";

static void
test_places (void)
{
  static const struct
  {
    const char *way;
    const char *place;
    const char *key_place;
    const char *path;
  } facts[] = {
    { "", "1:1", NULL, "$" },
    { "id", "2:9", "2:3", "$.id" },
    { "é😀", "3:9", "3:3", "$[\"é😀\"]" },
    { "é😀/0", "3:11", NULL, "$[\"é😀\"][0]" },
    { "é😀/1", "3:15", NULL, "$[\"é😀\"][1]" },
    { "é😀/1/odd key", "3:27", "3:16", "$[\"é😀\"][1][\"odd key\"]" },
    { "é😀/1/a\"", "3:39", "3:31", "$[\"é😀\"][1][\"a\\\"\"]" },
    { "foi:case", "5:5", "4:3", "$.foi:case" },
    { "foi:case/_rev", "5:15", "5:7", "$.foi:case._rev" },
    { "foi:case/\\", "5:26", "5:21", "$.foi:case[\"\\\\\"]" },
  };
  g_autoptr (FoiJsonDocument) document = read_text (places, TRUE);

  for (int pass = 0; pass < 2; pass++)
    {
      for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
        {
          /* Backwards in the second pass: what was looked up before must not matter. */
          size_t at = pass == 0 ? i : G_N_ELEMENTS (facts) - 1 - i;
          JsonNode *node = find (document, facts[at].way);
          g_autofree char *path = foi_json_document_get_path (document, node);
          g_autofree char *place = NULL;
          guint line = 0, column = 0;

          g_assert_cmpstr (path, ==, facts[at].path);
          g_assert_true (foi_json_document_get_place (document, node, &line, &column));
          place = g_strdup_printf ("%u:%u", line, column);
          g_assert_cmpstr (place, ==, facts[at].place);
          g_free (place);
          place = NULL;
          if (foi_json_document_get_key_place (document, node, &line, &column))
            place = g_strdup_printf ("%u:%u", line, column);
          g_assert_cmpstr (place, ==, facts[at].key_place);
        }
    }
}

static void
test_describe (void)
{
  g_autoptr (FoiJsonDocument) document = read_text (places, TRUE);
  g_autoptr (JsonNode) stranger = foi_json_new_integer (1);
  g_autofree char *node = foi_json_document_describe (document, find (document, "id"), "is odd");
  g_autofree char *strange = foi_json_document_describe (document, stranger, "is odd");
  guint line, column;

  g_assert_cmpstr (node, ==, "2:9: $.id: is odd");
  g_assert_cmpstr (strange, ==, "is odd");
  g_assert_false (foi_json_document_get_place (document, stranger, &line, &column));
  g_assert_null (foi_json_document_get_path (document, stranger));
}

static const char tables[]
  = "{\n"
    "  \"data\": [[0]],\n"
    "  \"resources\": [\n"
    "    {\"name\": \"a\", \"data\": [\n"
    "      [\"year\", \"calls\"],\n"
    "      [ \"2016/17\" ,20049,true, null, \"\\u00a3\\n\\\\ \\uD83D\\ude00\", \"é\", \"\" ],\n"
    "      [],\n"
    "      \"no row\", 5, {\"k\": [\"]\"]}, [[1], {}]\n"
    "    ], \"more\": 1},\n"
    "    {\"name\": \"b\", \"data\": {\"data\": [[1]]}},\n"
    "    {\"name\": \"c\"},\n"
    "    {\"d\\u0061ta\":[]},\n"
    "    [{\"data\": [[1]]}]\n"
    "  ],\n"
    "  \"other\": [{\"data\": [[1]]}],\n"
    "  \"deep\": {\"resources\": [{\"data\": [[1]]}]}\n"
    "}\n";

static gboolean
transcribe_row (const FoiJsonRow *row, gpointer user_data, GError **error)
{
  GString *transcript = user_data;

  g_string_append_printf (transcript, "%u@%" G_GSIZE_FORMAT " %s:", row->index, row->offset,
                          foi_json_kind_name (row->kind));
  for (guint i = 0; i < row->n_values; i++)
    {
      const FoiJsonValue *value = &row->values[i];

      g_string_append_printf (transcript, " %s@%" G_GSIZE_FORMAT, foi_json_kind_name (value->kind),
                              value->offset - row->offset);
      if (value->kind == FOI_JSON_STRING)
        g_string_append_printf (transcript, "=%.*s.", (int) value->length, value->text);
      else if (value->kind == FOI_JSON_INTEGER || value->kind == FOI_JSON_BOOLEAN)
        g_string_append_printf (transcript, "=%" G_GINT64_FORMAT, value->integer);
    }
  g_string_append_c (transcript, '\n');
  return TRUE;
}

static void
test_rows (void)
{
  g_autoptr (FoiJsonDocument) document = read_text (tables, TRUE);
  g_autoptr (GString) transcript = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gsize base = (gsize) (strstr (tables, "[\"year\"") - tables);
  g_autofree char *expected = g_strdup_printf (
    "0@%" G_GSIZE_FORMAT " an array: text@1=year. text@9=calls.\n"
    "1@%" G_GSIZE_FORMAT " an array: text@2=2016/17. a number@13=20049 true or false@19=1 null@25"
    " text@31=£\n\\ 😀. text@58=é. text@64=.\n"
    "2@%" G_GSIZE_FORMAT " an array:\n"
    "3@%" G_GSIZE_FORMAT " text:\n"
    "4@%" G_GSIZE_FORMAT " a number:\n"
    "5@%" G_GSIZE_FORMAT " an object:\n"
    "6@%" G_GSIZE_FORMAT " an array: an array@1 an object@6\n",
    base, (gsize) (strstr (tables, "[ \"2016") - tables),
    (gsize) (strstr (tables, "[],\n      \"no") - tables),
    (gsize) (strstr (tables, "\"no row") - tables), (gsize) (strstr (tables, "5, {") - tables),
    (gsize) (strstr (tables, "{\"k\"") - tables), (gsize) (strstr (tables, "[[1], {}") - tables));

  g_assert_cmpuint (foi_json_document_get_n_rows (document, 0), ==, 7);
  g_assert_true (
    foi_json_document_read_rows (document, 0, transcribe_row, transcript, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (transcript->str, ==, expected);

  g_string_truncate (transcript, 0);
  g_assert_true (
    foi_json_document_read_rows (document, 3, transcribe_row, transcript, NULL, &error));
  g_assert_cmpstr (transcript->str, ==, "");
}

static void
test_what_is_left_out (void)
{
  static const gboolean has_rows[] = { TRUE, FALSE, FALSE, TRUE, FALSE, FALSE };
  static const char *const kept[]
    = { "data/0/0", "resources/1/data/data/0/0", "resources/4/0/data/0/0", "other/0/data/0/0",
        "deep/resources/0/data/0/0" };
  g_autoptr (FoiJsonDocument) document = read_text (tables, TRUE);
  g_autoptr (FoiJsonDocument) whole = read_text (tables, FALSE);
  g_autoptr (GList) keys = NULL;
  JsonNode *stand_in = find (document, "resources/0/data");
  guint line, column;

  for (guint i = 0; i < G_N_ELEMENTS (has_rows); i++)
    {
      g_assert_cmpint (foi_json_document_has_rows (document, i), ==, has_rows[i]);
      g_assert_false (foi_json_document_has_rows (whole, i));
    }
  for (size_t i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_true (foi_json_is_integer (find (document, kept[i])));

  /* An empty array keeps the place of the rows among the keys. */
  keys = json_object_get_members (json_node_get_object (find (document, "resources/0")));
  g_assert_cmpstr (g_list_nth_data (keys, 1), ==, "data");
  g_assert_cmpstr (g_list_nth_data (keys, 2), ==, "more");
  g_assert_true (foi_json_is_array (stand_in));
  g_assert_cmpuint (foi_json_get_n_elements (stand_in), ==, 0);
  g_assert_true (foi_json_document_get_place (document, stand_in, &line, &column));
  g_assert_cmpuint (line, ==, 4);
  g_assert_cmpuint (column, ==, 27);

  g_assert_cmpuint (foi_json_get_n_elements (find (whole, "resources/0/data")), ==, 7);
  g_assert_cmpstr (json_node_get_string (find (whole, "resources/0/data/1/4")), ==, "£\n\\ 😀");
}

static gboolean
stop_at_second_row (const FoiJsonRow *row, gpointer user_data, GError **error)
{
  if (row->index < 1)
    return TRUE;
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONTENT, "enough");
  return FALSE;
}

static void
test_rows_end_early (void)
{
  g_autoptr (FoiJsonDocument) document = read_text (tables, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_false (
    foi_json_document_read_rows (document, 0, stop_at_second_row, NULL, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, "enough");
}

static void
test_too_many_cells (void)
{
  g_autoptr (GString) text = g_string_new ("{\"resources\": [{}, {\"data\": [[1],\n[0");
  g_autoptr (GString) transcript = g_string_new (NULL);
  g_autoptr (FoiJsonDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < FOI_JSON_MAX_CELLS; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]]}]}");
  document = read_text (text->str, TRUE);
  g_assert_false (
    foi_json_document_read_rows (document, 1, transcribe_row, transcript, NULL, &error));
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==,
                   "2:32770: $.resources[1].data[1][16384]: a row has more than 16384 cells");
}

/* Two megabytes of rows. */
static GBytes *
make_long_table (void)
{
  GString *text = g_string_new ("{\"resources\": [{\"data\": [");

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s[\"2016/17\", %6d]", i == 0 ? "" : ",\n", i + 100000);
  g_string_append (text, "]}]}");
  return g_string_free_to_bytes (text);
}

typedef struct
{
  GCancellable *cancellable;
  guint calls;
  gsize last;
} Watch;

static void
watch_progress (gsize done, gsize total, gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpuint (done, >, watch->last);
  g_assert_cmpuint (done, <=, total);
  watch->last = done;
  if (++watch->calls == 3 && watch->cancellable != NULL)
    g_cancellable_cancel (watch->cancellable);
}

static gboolean
cancel_at_row (const FoiJsonRow *row, gpointer user_data, GError **error)
{
  Watch *watch = user_data;

  watch->calls++;
  if (row->index == 10)
    g_cancellable_cancel (watch->cancellable);
  return TRUE;
}

static void
test_progress_and_cancelling (void)
{
  g_autoptr (GBytes) bytes = make_long_table ();
  g_autoptr (FoiJsonDocument) document = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Watch watch = { NULL, 0, 0 };

  document
    = foi_json_document_read_full (bytes, TRUE, watch_progress, &watch, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (watch.calls, ==, g_bytes_get_size (bytes) / (256 * 1024));

  watch = (Watch) { cancellable, 0, 0 };
  g_assert_null (
    foi_json_document_read_full (bytes, TRUE, watch_progress, &watch, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (watch.calls, ==, 3);
  g_clear_error (&error);

  g_cancellable_reset (cancellable);
  watch.calls = 0;
  g_assert_false (
    foi_json_document_read_rows (document, 0, cancel_at_row, &watch, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (watch.calls, <, 20000);
}

static void
test_nodes_outlive_the_document (void)
{
  FoiJsonDocument *document = read_text (places, TRUE);
  FoiJsonDocument *again = foi_json_document_ref (document);
  g_autoptr (JsonNode) node = json_node_ref (find (document, "foi:case"));

  foi_json_document_unref (document);
  foi_json_document_unref (again);
  g_assert_cmpuint (json_object_get_size (json_node_get_object (node)), ==, 2);
  g_assert_null (json_node_get_parent (node));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/document/values", test_values);
  g_test_add_func ("/json/document/places", test_places);
  g_test_add_func ("/json/document/describe", test_describe);
  g_test_add_func ("/json/document/rows", test_rows);
  g_test_add_func ("/json/document/what-is-left-out", test_what_is_left_out);
  g_test_add_func ("/json/document/rows-end-early", test_rows_end_early);
  g_test_add_func ("/json/document/too-many-cells", test_too_many_cells);
  g_test_add_func ("/json/document/progress-and-cancelling", test_progress_and_cancelling);
  g_test_add_func ("/json/document/nodes-outlive-it", test_nodes_outlive_the_document);
  return g_test_run ();
}
