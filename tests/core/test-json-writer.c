/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-json-document.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"

#include <gio/gio.h>
#include <string.h>

static char *
write_tree (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  foi_json_write_node (text, node, 0);
  g_string_append_c (text, '\n');
  return g_strdup (text->str);
}

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

static void
test_texts (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } facts[] = {
    { "", "\"\"" },
    { "calls", "\"calls\"" },
    { "a \"quoted\" word", "\"a \\\"quoted\\\" word\"" },
    { "C:\\figures", "\"C:\\\\figures\"" },
    { "2016/17", "\"2016/17\"" },
    { "one\ntwo\r\n\tthree\b\f", "\"one\\ntwo\\r\\n\\tthree\\b\\f\"" },
    { "\x01\x1f\x0b", "\"\\u0001\\u001f\\u000b\"" },
    { "\x7f", "\"\x7f\"" },
    { "£ é 😀 \u2028\u2029\ufeff", "\"£ é 😀 \u2028\u2029\ufeff\"" },
    { "<b>&amp;</b>", "\"<b>&amp;</b>\"" },
    { "\"", "\"\\\"\"" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      foi_json_write_text (out, facts[i].text, strlen (facts[i].text));
      g_assert_cmpstr (out->str, ==, facts[i].written);
    }
}

static const char canonical[]
  = "{\n"
    "  \"foi:notice\": \"Internal working file. Do not release.\",\n"
    "  \"empty\": {},\n"
    "  \"none\": [],\n"
    "  \"see\": [\n"
    "    \"q2\",\n"
    "    null,\n"
    "    true,\n"
    "    false,\n"
    "    -9223372036854775808,\n"
    "    9223372036854775807,\n"
    "    0\n"
    "  ],\n"
    "  \"resources\": [\n"
    "    {\n"
    "      \"name\": \"mash-calls\",\n"
    "      \"data\": [\n"
    "        [\"year\", \"calls\", \"weeks\"],\n"
    "        [\"2016/17\", 20049, 21],\n"
    "        [\"2017/18\", \"[c]\", null],\n"
    "        []\n"
    "      ],\n"
    "      \"more\": [\n"
    "        [\n"
    "          [1, 2],\n"
    "          {}\n"
    "        ],\n"
    "        {\n"
    "          \"a\": [\n"
    "            1\n"
    "          ]\n"
    "        }\n"
    "      ]\n"
    "    }\n"
    "  ]\n"
    "}\n";

static void
test_canonical_form (void)
{
  g_autoptr (FoiJsonDocument) document = read_text (canonical, FALSE);
  g_autofree char *text = write_tree (foi_json_document_get_root (document));

  g_assert_cmpstr (text, ==, canonical);
}

static void
test_streaming (void)
{
  g_autoptr (FoiJsonDocument) document = read_text (canonical, FALSE);
  JsonNode *root = foi_json_document_get_root (document);
  JsonNode *table = foi_json_get_element (foi_json_get_member (root, "resources"), 0);
  g_autoptr (GString) out = g_string_new (NULL);
  FoiJsonWriter writer;

  foi_json_writer_init (&writer, out, 0);
  foi_json_writer_begin_object (&writer, NULL);
  foi_json_writer_add_string (&writer, "foi:notice", "Internal working file. Do not release.");
  foi_json_writer_begin_object (&writer, "empty");
  foi_json_writer_end_object (&writer);
  foi_json_writer_begin_array (&writer, "none");
  foi_json_writer_end_array (&writer);
  foi_json_writer_begin_array (&writer, "see");
  foi_json_writer_add_text (&writer, NULL, "q2, q3", 2);
  foi_json_writer_add_null (&writer, NULL);
  foi_json_writer_add_boolean (&writer, NULL, TRUE);
  foi_json_writer_add_boolean (&writer, NULL, FALSE);
  foi_json_writer_add_integer (&writer, NULL, G_MININT64);
  foi_json_writer_add_integer (&writer, NULL, G_MAXINT64);
  foi_json_writer_add_integer (&writer, NULL, 0);
  foi_json_writer_end_array (&writer);
  foi_json_writer_begin_array (&writer, "resources");
  foi_json_writer_begin_object (&writer, NULL);
  foi_json_writer_add_string (&writer, "name", "mash-calls");
  foi_json_writer_begin_array (&writer, "data");
  foi_json_writer_begin_row (&writer);
  foi_json_writer_add_string (&writer, NULL, "year");
  foi_json_writer_add_string (&writer, NULL, "calls");
  foi_json_writer_add_string (&writer, NULL, "weeks");
  foi_json_writer_end_row (&writer);
  foi_json_writer_begin_row (&writer);
  foi_json_writer_add_string (&writer, NULL, "2016/17");
  foi_json_writer_add_integer (&writer, NULL, 20049);
  foi_json_writer_add_integer (&writer, NULL, 21);
  foi_json_writer_end_row (&writer);
  foi_json_writer_begin_row (&writer);
  foi_json_writer_add_string (&writer, NULL, "2017/18");
  foi_json_writer_add_string (&writer, NULL, "[c]");
  foi_json_writer_add_null (&writer, NULL);
  foi_json_writer_end_row (&writer);
  foi_json_writer_begin_row (&writer);
  foi_json_writer_end_row (&writer);
  foi_json_writer_end_array (&writer);
  foi_json_writer_add_node (&writer, "more", foi_json_get_member (table, "more"));
  foi_json_writer_end_object (&writer);
  foi_json_writer_end_array (&writer);
  foi_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
  g_assert_cmpstr (out->str, ==, canonical);
}

static void
test_indent (void)
{
  g_autoptr (FoiJsonDocument) document = read_text ("{\"a\":[1]}", FALSE);
  g_autoptr (GString) out = g_string_new ("before: ");

  foi_json_write_node (out, foi_json_document_get_root (document), 20);
  g_assert_cmpstr (out->str, ==,
                   "before: {\n"
                   "                                          \"a\": [\n"
                   "                                            1\n"
                   "                                          ]\n"
                   "                                        }");
}

static void
test_no_doubles (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (JsonNode) node = json_node_init_double (json_node_alloc (), 0.1);
      g_autofree char *text = write_tree (node);

      g_assert_null (text);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*add_scalar*");
}

/* Characters at which readers and writers have stumbled. */
static char *
make_text (GRand *rand)
{
  static const gunichar odd[]
    = { '"', '\\', '/', '\n', '\t', '\r', '\b', '\f', 1, 0x1f, 0x20, 0x7f, 0x80, 0xa3, 0xe9, 0x300,
        0x7ff, 0x800, 0x2028, 0xd7ff, 0xe000, 0xfeff, 0xffff, 0x10000, 0x1f600, 0x10ffff, 'u' };
  GString *text = g_string_new (NULL);
  int length = g_rand_int_range (rand, 0, 12);

  for (int i = 0; i < length; i++)
    {
      if (g_rand_boolean (rand))
        g_string_append_c (text, (char) g_rand_int_range (rand, 'a', 'z' + 1));
      else
        g_string_append_unichar (text, odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))]);
    }
  return g_string_free (text, FALSE);
}

static gint64
make_integer (GRand *rand)
{
  guint64 bits = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

  return (gint64) (bits >> g_rand_int_range (rand, 0, 64)) * (g_rand_boolean (rand) ? 1 : -1);
}

static JsonNode *make_tree (GRand *rand, int depth, gboolean rows);

static JsonNode *
make_object (GRand *rand, int depth, gboolean rows)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  int n = g_rand_int_range (rand, 0, 6);

  for (int i = 0; i < n; i++)
    {
      g_autofree char *key = make_text (rand);

      json_object_set_member (object, key, make_tree (rand, depth - 1, rows));
    }
  json_node_take_object (node, object);
  return node;
}

static JsonNode *
make_array (GRand *rand, int depth, gboolean rows)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  int n = g_rand_int_range (rand, 0, 6);

  for (int i = 0; i < n; i++)
    {
      JsonNode *element = make_tree (rand, depth - 1, rows);

      if (JSON_NODE_HOLDS_ARRAY (element) && !rows)
        g_clear_pointer (&element, json_node_unref);
      if (element != NULL)
        json_array_add_element (array, element);
    }
  json_node_take_array (node, array);
  return node;
}

static JsonNode *
make_tree (GRand *rand, int depth, gboolean rows)
{
  g_autofree char *text = NULL;

  switch (g_rand_int_range (rand, depth > 0 ? 0 : 4, 8))
    {
    case 0:
    case 1:
      return make_object (rand, depth, rows);
    case 2:
    case 3:
      return make_array (rand, depth, rows);
    case 4:
      return json_node_new (JSON_NODE_NULL);
    case 5:
      return json_node_init_boolean (json_node_alloc (), g_rand_boolean (rand));
    case 6:
      return json_node_init_int (json_node_alloc (), make_integer (rand));
    default:
      text = make_text (rand);
      return json_node_init_string (json_node_alloc (), text);
    }
}

static void
test_round_trips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (int i = 0; i < 2000; i++)
    {
      g_autoptr (JsonNode) tree = make_object (rand, 6, TRUE);
      g_autofree char *text = write_tree (tree);
      g_autoptr (FoiJsonDocument) document = read_text (text, FALSE);
      JsonNode *root = foi_json_document_get_root (document);
      g_autofree char *again = write_tree (root);

      g_assert_true (foi_json_equal (tree, root));
      g_assert_cmpstr (text, ==, again);
    }
}

/* Where no row stands on one line, Python's indented form is ours, byte for byte. */
static void
test_against_python (void)
{
  static const char script[]
    = "import json, sys\n"
      "text = sys.stdin.buffer.read().decode()\n"
      "out = json.dumps(json.loads(text), indent=2, ensure_ascii=False) + '\\n'\n"
      "sys.stdout.buffer.write(out.encode())\n";
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (JsonNode) tree = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GSubprocess) python = NULL;
  g_autoptr (GError) error = NULL;

  json_node_take_object (tree, object);
  for (int i = 0; i < 300; i++)
    {
      g_autofree char *key = g_strdup_printf ("%d", i);

      json_object_set_member (object, key, make_tree (rand, 5, FALSE));
    }
  text = write_tree (tree);
  python = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                             &error, "python3", "-c", script, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (python, text, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (python));
  g_assert_cmpstr (out, ==, text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/writer/texts", test_texts);
  g_test_add_func ("/json/writer/canonical-form", test_canonical_form);
  g_test_add_func ("/json/writer/streaming", test_streaming);
  g_test_add_func ("/json/writer/indent", test_indent);
  g_test_add_func ("/json/writer/no-doubles", test_no_doubles);
  g_test_add_func ("/json/writer/round-trips", test_round_trips);
  g_test_add_func ("/json/writer/against-python", test_against_python);
  return g_test_run ();
}
