/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-json-document.h"
#include "foi-json-edit.h"
#include "foi-json-writer.h"

#include <string.h>

static JsonNode *
make (const char *text)
{
  g_autofree char *whole = g_strdup_printf ("{\"it\": %s}", text);
  g_autoptr (GBytes) bytes = g_bytes_new (whole, strlen (whole));
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiJsonDocument) document = foi_json_document_read (bytes, FALSE, NULL, &error);

  g_assert_no_error (error);
  return json_node_ref (foi_json_get_member (foi_json_document_get_root (document), "it"));
}

/* The tree on one line, so that facts can be read. */
static char *
show (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  foi_json_write_node (text, node, 0);
  lines = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  return g_strjoinv ("", lines);
}

static const char *const known[] = { "id", "number", "label", "text", "held", NULL };

static void
test_order (void)
{
  static const struct
  {
    const char *object;
    const char *keys;
  } facts[] = {
    { "{}", "" },
    { "{\"text\":1,\"id\":2}", "id text" },
    { "{\"id\":1,\"x\":2,\"y\":3,\"number\":4}", "id x y number" },
    { "{\"held\":1,\"x\":2,\"id\":3,\"y\":4,\"z\":5}", "id y z held x" },
    { "{\"x\":1,\"held\":2,\"id\":3}", "x id held" },
    { "{\"x\":1,\"y\":2}", "x y" },
    { "{\"label\":1,\"y\":2,\"x\":3,\"held\":4,\"text\":5,\"a\":6}", "label y x text a held" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (JsonNode) node = make (facts[i].object);
      g_autoptr (GPtrArray) keys = foi_json_order_keys (json_node_get_object (node), known);
      g_autofree char *text = NULL;

      g_ptr_array_add (keys, NULL);
      text = g_strjoinv (" ", (char **) keys->pdata);
      g_assert_cmpstr (text, ==, facts[i].keys);
    }
}

static void
test_set_member (void)
{
  static const struct
  {
    const char *before;
    const char *key;
    const char *value;
    const char *after;
  } facts[] = {
    { "{}", "label", "1", "{\"label\": 1}" },
    { "{\"id\":1,\"x\":2,\"text\":3}", "text", "4", "{\"id\": 1,\"x\": 2,\"text\": 4}" },
    { "{\"id\":1,\"x\":2,\"text\":3}", "label", "4",
      "{\"id\": 1,\"x\": 2,\"label\": 4,\"text\": 3}" },
    { "{\"x\":1,\"text\":2,\"y\":3}", "id", "4", "{\"x\": 1,\"id\": 4,\"text\": 2,\"y\": 3}" },
    { "{\"id\":1,\"text\":2,\"y\":3}", "held", "4",
      "{\"id\": 1,\"text\": 2,\"y\": 3,\"held\": 4}" },
    { "{\"id\":1,\"text\":2}", "z", "4", "{\"id\": 1,\"text\": 2,\"z\": 4}" },
    { "{\"id\":1,\"x\":2,\"text\":3}", "x", "[]", "{\"id\": 1,\"x\": [],\"text\": 3}" },
    { "{\"id\":1,\"x\":2,\"text\":3}", "id", NULL, "{\"x\": 2,\"text\": 3}" },
    { "{\"id\":1,\"x\":2,\"text\":3}", "x", NULL, "{\"id\": 1,\"text\": 3}" },
    { "{\"id\":1}", "id", NULL, "{}" },
    { "{\"id\":1}", "label", NULL, "{\"id\": 1}" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (JsonNode) before = make (facts[i].before);
      g_autoptr (JsonNode) value = facts[i].value != NULL ? make (facts[i].value) : NULL;
      g_autofree char *shown_before = show (before);
      g_autoptr (JsonNode) after = foi_json_set_member (before, facts[i].key, value, known);
      g_autofree char *shown_after = show (after);
      g_autofree char *still = show (before);

      g_assert_true (json_node_is_immutable (after));
      g_assert_cmpstr (shown_after, ==, facts[i].after);
      g_assert_cmpstr (still, ==, shown_before);
      g_assert_true (foi_json_get_member (after, facts[i].key) == value);
    }
}

static void
test_set_member_shares (void)
{
  g_autoptr (JsonNode) before = make ("{\"id\": \"q1\", \"grounds\": [{\"act\": \"foia\"}]}");
  JsonNode *grounds = foi_json_get_member (before, "grounds");
  g_autoptr (JsonNode) after = foi_json_set_string (before, "label", "Calls", known);
  g_autoptr (JsonNode) same = foi_json_set_member (after, "grounds", grounds, known);
  g_autoptr (JsonNode) without = foi_json_set_string (after, "label", NULL, known);

  g_assert_true (foi_json_get_member (after, "grounds") == grounds);
  g_assert_true (foi_json_get_member (without, "grounds") == grounds);
  g_assert_true (same == after);
  g_assert_false (foi_json_equal (after, before));
  g_assert_true (foi_json_equal (without, before));
  g_assert_true (without != before);

  /* A shared node must not know one of its several parents. */
  g_assert_null (json_node_get_parent (grounds));
  g_clear_pointer (&before, json_node_unref);
  g_assert_cmpuint (foi_json_get_n_elements (grounds), ==, 1);
}

static void
test_arrays (void)
{
  g_autoptr (JsonNode) array = make ("[1, 2, 3]");
  g_autoptr (JsonNode) empty = foi_json_new_array ();
  g_autoptr (JsonNode) value = foi_json_new_integer (9);
  JsonNode *results[] = {
    foi_json_array_insert (array, 0, value),
    foi_json_array_insert (array, 1, value),
    foi_json_array_insert (array, 3, value),
    foi_json_array_insert (empty, 0, value),
    foi_json_array_replace (array, 0, value),
    foi_json_array_replace (array, 2, value),
    foi_json_array_remove (array, 0),
    foi_json_array_remove (array, 2),
    foi_json_array_move (array, 0, 2),
    foi_json_array_move (array, 2, 0),
    foi_json_array_move (array, 0, 1),
    foi_json_array_move (array, 1, 1),
    foi_json_array_replace (array, 1, foi_json_get_element (array, 1)),
  };
  static const char *const facts[]
    = { "[9,1,2,3]", "[1,9,2,3]", "[1,2,3,9]", "[9]",     "[9,2,3]", "[1,2,9]", "[2,3]",
        "[1,2]",     "[2,3,1]",   "[3,1,2]",   "[2,1,3]", "[1,2,3]", "[1,2,3]" };

  G_STATIC_ASSERT (G_N_ELEMENTS (facts) == G_N_ELEMENTS (results));
  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *shown = show (results[i]);

      g_assert_cmpstr (shown, ==, facts[i]);
      g_assert_true (json_node_is_immutable (results[i]));
    }
  g_assert_true (results[11] == array);
  g_assert_true (results[12] == array);
  g_assert_true (foi_json_get_element (results[0], 3) == foi_json_get_element (array, 2));
  g_assert_true (foi_json_get_element (results[0], 0) == value);
  for (size_t i = 0; i < G_N_ELEMENTS (results); i++)
    json_node_unref (results[i]);
}

static void
test_getters (void)
{
  static const char *const texts[] = { "q1", "q2", NULL };
  g_autoptr (JsonNode) object
    = make ("{\"s\": \"x\", \"i\": 0, \"b\": true, \"n\": null, \"a\": [1], \"o\": {}}");
  g_autoptr (JsonNode) strings = foi_json_new_strings (texts);
  g_autoptr (JsonNode) no = foi_json_new_boolean (FALSE);
  g_autoptr (JsonNode) empty = foi_json_new_object ();
  JsonNode *array = foi_json_get_member (object, "a");
  g_autofree char *shown = show (strings);

  g_assert_cmpstr (foi_json_get_string (object, "s", "-"), ==, "x");
  for (const char *const *key = (const char *const[]) { "i", "b", "n", "a", "o", "?", NULL };
       *key != NULL; key++)
    g_assert_cmpstr (foi_json_get_string (object, *key, "-"), ==, "-");
  for (const char *const *key = (const char *const[]) { "s", "b", "n", "a", "o", "?", NULL };
       *key != NULL; key++)
    g_assert_cmpint (foi_json_get_integer (object, *key, 7), ==, 7);
  for (const char *const *key = (const char *const[]) { "s", "i", "n", "a", "o", "?", NULL };
       *key != NULL; key++)
    g_assert_true (foi_json_get_boolean (object, *key, TRUE));

  g_assert_cmpint (foi_json_get_integer (object, "i", 7), ==, 0);
  g_assert_true (foi_json_get_boolean (object, "b", FALSE));
  g_assert_cmpuint (foi_json_get_n_elements (array), ==, 1);
  g_assert_cmpuint (foi_json_get_n_elements (object), ==, 0);
  g_assert_cmpuint (foi_json_get_n_elements (NULL), ==, 0);
  g_assert_nonnull (foi_json_get_element (array, 0));
  g_assert_null (foi_json_get_element (array, 1));
  g_assert_null (foi_json_get_element (NULL, 0));
  g_assert_null (foi_json_get_member (array, "s"));
  g_assert_null (foi_json_get_member (NULL, "s"));
  g_assert_false (foi_json_is_object (NULL));
  g_assert_false (foi_json_is_string (foi_json_get_member (object, "n")));
  g_assert_true (foi_json_is_boolean (no));
  g_assert_false (foi_json_is_integer (no));
  g_assert_true (foi_json_equal (NULL, NULL));
  g_assert_false (foi_json_equal (NULL, no));
  g_assert_true (foi_json_equal (foi_json_get_member (object, "o"), empty));
  g_assert_cmpstr (shown, ==, "[\"q1\",\"q2\"]");
}

#define N_THREADS 4
#define N_EDITS 3000

/* Edits, reads and gives back nodes that other threads do the same with. */
static gpointer
edit_shared (gpointer data)
{
  JsonNode *shared = data;
  g_autoptr (JsonNode) mine = json_node_ref (shared);

  for (gint64 i = 0; i < N_EDITS; i++)
    {
      g_autoptr (JsonNode) number = foi_json_new_integer (i);
      JsonNode *questions = foi_json_get_member (mine, "questions");
      g_autoptr (JsonNode) moved = foi_json_array_move (questions, 0, 2);
      JsonNode *last = foi_json_get_element (moved, 2);
      g_autoptr (JsonNode) edited = foi_json_set_member (last, "number", number, known);
      g_autoptr (JsonNode) array = foi_json_array_replace (moved, 2, edited);
      JsonNode *next = foi_json_set_member (mine, "questions", array, NULL);

      json_node_unref (mine);
      mine = next;
      g_assert_cmpstr (foi_json_get_string (foi_json_get_member (mine, "request"), "text", ""),
                       ==, "all of it");
    }
  return g_steal_pointer (&mine);
}

static void
test_threads (void)
{
  JsonNode *shared = make ("{\"request\": {\"text\": \"all of it\"}, \"questions\":"
                           " [{\"id\": \"q1\"}, {\"id\": \"q2\"}, {\"id\": \"q3\"}]}");
  GThread *threads[N_THREADS];
  g_autoptr (JsonNode) request = json_node_ref (foi_json_get_member (shared, "request"));

  for (int i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("edit", edit_shared, shared);
  for (int i = 0; i < N_THREADS; i++)
    {
      g_autoptr (JsonNode) result = g_thread_join (threads[i]);
      JsonNode *question = foi_json_get_element (foi_json_get_member (result, "questions"), 2);

      g_assert_cmpint (foi_json_get_integer (question, "number", -1), ==, N_EDITS - 1);
      g_assert_true (foi_json_get_member (result, "request") == request);
    }
  json_node_unref (shared);
  g_assert_cmpstr (foi_json_get_string (request, "text", NULL), ==, "all of it");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/edit/order", test_order);
  g_test_add_func ("/json/edit/set-member", test_set_member);
  g_test_add_func ("/json/edit/set-member-shares", test_set_member_shares);
  g_test_add_func ("/json/edit/arrays", test_arrays);
  g_test_add_func ("/json/edit/getters", test_getters);
  g_test_add_func ("/json/edit/threads", test_threads);
  return g_test_run ();
}
