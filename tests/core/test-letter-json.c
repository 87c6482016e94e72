/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-json-edit.h"
#include "foi-letter-writers.h"

#include "letter-case.h"

static void
check_equal (FoiLetter *a, FoiLetter *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->author, ==, b->author);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpstr (a->reference, ==, b->reference);
  g_assert_cmpstr (a->date, ==, b->date);
  g_assert_cmpint (a->draft, ==, b->draft);
  g_assert_cmpuint (a->blocks->len, ==, b->blocks->len);
  for (guint i = 0; i < a->blocks->len; i++)
    g_assert_true (foi_block_equal (a->blocks->pdata[i], b->blocks->pdata[i]));
  g_assert_cmpuint (a->annexes->len, ==, b->annexes->len);
  for (guint i = 0; i < a->annexes->len; i++)
    g_assert_true (foi_publication_equal (a->annexes->pdata[i], b->annexes->pdata[i]));
}

/* The node as it comes back from a file. */
static JsonNode *
write_and_read (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, TRUE);
  g_autoptr (GError) error = NULL;
  JsonNode *read = json_from_string (text, &error);

  g_assert_no_error (error);
  return read;
}

static void
check_round_trip (FoiLetter *letter)
{
  g_autoptr (JsonNode) node = foi_letter_to_json (letter);
  g_autoptr (JsonNode) from_file = write_and_read (node);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) thawed = foi_letter_new_from_json (from_file, &error);
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *text = foi_letter_to_text (letter);
  g_autofree char *thawed_text = NULL;

  g_assert_no_error (error);
  check_equal (letter, thawed);
  again = foi_letter_to_json (thawed);
  g_assert_true (json_node_equal (node, again));
  thawed_text = foi_letter_to_text (thawed);
  g_assert_cmpstr (text, ==, thawed_text);
}

/* What is frozen can be painted again: every letter comes back as it was. */
static void
test_round_trip (void)
{
  static const char *const files[] = {
    "data/examples/FOI651119421.foi.json",    "tests/data/cases/y_questions.foi.json",
    "tests/data/cases/y_annex.foi.json",      "tests/data/cases/y_tables.foi.json",
    "tests/data/cases/y_findings.foi.json",   "tests/data/cases/y_text.foi.json",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (FoiLetter) letter = load_letter (files[i]);

      g_test_message ("%s", files[i]);
      check_round_trip (letter);
    }
}

/* Spans in every manner, lists, a chart, notes. */
static void
test_everything (void)
{
  g_autoptr (FoiLetter) letter = make_letter (
    CASE ("", QUESTION ("q1", "1", ",'answer':'**a** *b*\\nc {{question:q1}} {{table:u}}\\n\\n"
                        "3. x\\n4. y\\n   - z\\n\\n> q\\n\\n{{table:t}}'"),
          TABLE ("t", ",'foi:chart':{'kind':'column','x':'year','y':['calls'],'title':'C',"
                 "'in_letter':true},'foi:notes':[{'id':'n','row':{'year':'2016/17'},"
                 "'field':'calls','text':'Part.'},{'id':'all','text':'All.'}],"
                 "'foi:print':'both'", "['2016/17',5],['2017/18','[low]']")));

  check_round_trip (letter);
  g_assert_cmpuint (letter->annexes->len, ==, 1);
  g_assert_nonnull (foi_letter_find_block (letter, "chart/t")->chart);
}

#define HEAD "{'format':'uk-foi-letter','version':1,"

/* What cannot be a frozen letter is refused with the place in it. */
static void
test_refusals (void)
{
  static const struct
  {
    const char *text, *message;
  } facts[] = {
    { "{}", "format: it is no letter of a version known here" },
    { "[]", "format: it is no letter of a version known here" },
    { "{'format':'uk-foi-letter','version':2}", "format: it is no letter of a version known here" },
    { HEAD "'blocks':[{}]}", ": a block has no id of its own" },
    { HEAD "'blocks':[7]}", ": a block has no id of its own" },
    { HEAD "'blocks':[{'id':'a','kind':'b'}]}", "a: “b” is no kind of block" },
    { HEAD "'blocks':[{'id':'a','kind':'date'},{'id':'a','kind':'date'}]}",
      "a: a block has no id of its own" },
    { HEAD "'blocks':[{'id':'a','kind':'date','spans':[{}]}]}", "a: a run of text has no text" },
    { HEAD "'blocks':[{'id':'a','kind':'table'}]}", "a: the table “” is not there" },
    { HEAD "'blocks':[{'id':'a','kind':'table','table':'t'}]}", "a: the table “t” is not there" },
    { HEAD "'annexes':['t']}", "annexes: the table “t” is not there" },
    { HEAD "'annexes':[1]}", "annexes: the table “” is not there" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *json = g_strdelimit (g_strdup (facts[i].text), "'", '"');
      g_autoptr (JsonNode) node = json_from_string (json, NULL);
      g_autofree char *message
        = g_strconcat ("The issued letter cannot be read: ", facts[i].message, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiLetter) letter = foi_letter_new_from_json (node, &error);

      g_assert_null (letter);
      g_assert_cmpstr (error->message, ==, message);
    }
}

static void
test_depth (void)
{
  GString *json = g_string_new (HEAD "'blocks':[");
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) letter = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (json, "{'id':'%u','kind':'quote','children':[", i);
  for (guint i = 0; i < 40; i++)
    g_string_append (json, "]}");
  g_string_append (json, "]}");
  text = g_strdelimit (g_string_free (json, FALSE), "'", '"');
  node = json_from_string (text, NULL);
  letter = foi_letter_new_from_json (node, &error);
  g_assert_null (letter);
  g_assert_cmpstr (error->message, ==,
                   "The issued letter cannot be read: 17: blocks lie more than 16 deep");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-json/round-trip", test_round_trip);
  g_test_add_func ("/letter-json/everything", test_everything);
  g_test_add_func ("/letter-json/refusals", test_refusals);
  g_test_add_func ("/letter-json/depth", test_depth);
  return g_test_run ();
}
