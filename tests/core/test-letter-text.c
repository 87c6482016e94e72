/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-letter-writers.h"
#include "foi-link.h"
#include "foi-text-wrap.h"

#include "letter-case.h"

static void
test_measure (void)
{
  static const struct
  {
    const char *text;
    guint columns, longest;
  } facts[] = {
    { "", 0, 0 },
    { "plain words", 11, 5 },
    { "£1,415,349", 10, 10 },
    { "e\xcc\x81t\xc3\xa9", 3, 3 },      /* a combining accent, and a whole letter */
    { "中文 字", 7, 4 },
    { "한국어", 6, 6 },
    { "עִבְרִית", 5, 5 },                     /* points take no column */
    { "zero\xe2\x80\x8bwidth", 9, 9 },
    { "a\xc2\xa0" "b c", 5, 3 },         /* a no-break space is part of the word */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_assert_cmpuint (foi_text_measure (facts[i].text), ==, facts[i].columns);
      g_assert_cmpuint (foi_text_measure_longest_word (facts[i].text), ==, facts[i].longest);
    }
}

static void
test_wrap (void)
{
  static const struct
  {
    const char *text;
    guint columns;
    const char *lines;
  } facts[] = {
    { "", 10, "" },
    { "one two three", 10, "one two|three" },
    { "one two three", 7, "one two|three" },
    { "one two three", 6, "one|two|three" },
    { "  many   spaces\there ", 40, "many spaces here" },
    { "a\nb\n\nc", 10, "a|b||c" },
    { "see https://example.org/long here", 10, "see|https://example.org/long|here" },
    { "中文中文中文", 5, "中文|中文|中文" },
    { "中文 abc", 5, "中文|abc" },
    { "e\xcc\x81" "e\xcc\x81 e\xcc\x81", 4, "e\xcc\x81" "e\xcc\x81 e\xcc\x81" },
    { "a\xc2\xa0" "b c", 4, "a\xc2\xa0" "b|c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GPtrArray) lines = foi_text_wrap (facts[i].text, facts[i].columns);
      g_autoptr (GString) joined = g_string_new (NULL);

      for (guint j = 0; j < lines->len; j++)
        g_string_append_printf (joined, "%s%s", j > 0 ? "|" : "", (char *) lines->pdata[j]);
      g_assert_cmpstr (joined->str, ==, facts[i].lines);
    }
}

/* The text of one answer, between its heading and the closing paragraphs. */
static char *
answer_to_text (const char *answer, const char *tables)
{
  g_autofree char *json
    = g_strdup_printf (CASE ("", QUESTION ("q1", "1", ",'answer':'%s'"), "%s"), answer, tables);
  g_autoptr (FoiLetter) letter = make_letter (json);
  g_autofree char *whole = foi_letter_to_text (letter);
  char *start = strstr (whole, "    Asked 1\n\n");
  char *end;

  g_assert_nonnull (start);
  start += strlen ("    Asked 1\n\n");
  end = strstr (start, "\nWhat you can do next\n====");
  g_assert_nonnull (end);
  return g_strndup (start, (gsize) (end - start));
}

static void
test_blocks (void)
{
  static const struct
  {
    const char *answer, *text;
  } facts[] = {
    { "One\\ntwo", "One\ntwo\n" },
    { "One\\n\\ntwo", "One\n\ntwo\n" },
    { "- a\\n- b", "- a\n- b\n" },
    { "9. a\\n10. b\\n    - c", " 9. a\n10. b\n    - c\n" },
    { "- a\\n\\n  more\\n- b", "- a\n\n  more\n\n- b\n" },
    { "> said\\n> so", "> said\n> so\n" },
    { "> - a", "> - a\n" },
    { "- > a\\n  > b", "- > a\n  > b\n" },
    { "[log](https://a.uk/l) now", "log <https://a.uk/l> now\n" },
    { "[*a* b](https://a.uk/l)", "a b <https://a.uk/l>\n" },
    { "At <https://a.uk/l>.", "At <https://a.uk/l>.\n" },
    { "www.a.uk, x@a.uk", "www.a.uk, x@a.uk\n" },
    { "See {{question:q1}}, **this**", "See Question 1, this\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *text = answer_to_text (facts[i].answer, "");

      g_test_message ("%s", facts[i].answer);
      g_assert_cmpstr (text, ==, facts[i].text);
    }
}

static void
test_table (void)
{
  g_autofree char *text
    = answer_to_text ("{{table:t}}",
                      TABLE ("t", ",'foi:notes':[{'id':'n','row':{'year':'2016/17'},"
                             "'field':'calls','text':'From November.'}]",
                             "['2016/17',20049],['2017/18','[x]'],['2018/19',7]"));

  g_assert_cmpstr (text, ==,
                   "Table 1: Calls\n"
                   "\n"
                   "Year              Calls answered\n"
                   "----------------  --------------\n"
                   "2016/17 [note 1]          20,049\n"
                   "2017/18                      [x]\n"
                   "2018/19                        7\n"
                   "\n"
                   "[x] stands for a figure that is not available.\n"
                   "[note 1] From November.\n");
}

static void
test_wide_table (void)
{
  g_autoptr (FoiLetter) letter = load_letter ("data/examples/FOI651119421.foi.json");
  g_autofree char *text = foi_letter_to_text (letter);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_long = 0;

  g_assert_nonnull (strstr (text, "\n2016/17        20,049             21  Detailed recording"));
  g_assert_nonnull (strstr (text, " 1,415,349\n"));
  for (guint i = 0; lines[i] != NULL; i++)
    if (foi_text_measure (lines[i]) > FOI_TEXT_COLUMNS)
      {
        g_assert_true (g_str_has_prefix (lines[i], "<https://"));
        n_long++;
      }
  g_assert_cmpuint (n_long, ==, 2);
}

static void
test_html (void)
{
  g_autoptr (FoiLetter) letter
    = make_letter (CASE (",'authority':{'name':'A & B'}",
                         QUESTION ("q1", "1", ",'answer':'<b> **x** {{table:t}}\\n\\n3. i\\n\\n"
                                   "> q\\n\\n{{table:t}}'"),
                         TABLE ("t", "", "['2016/17',20049],['2017/18','[c]']")));
  static const char *const pieces[] = {
    "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<title>FOI1: calls</title>\n</head>\n<body>\n",
    "<address id=\"letterhead\">A &amp; B</address>\n",
    "<h1 id=\"subject\">Freedom of Information Act 2000 (FOIA)<br>\nReference: FOI1</h1>\n",
    "<h2 id=\"q1\">Question 1</h2>\n<blockquote id=\"q1/asked\">Asked 1</blockquote>\n",
    "&lt;b&gt; <strong>x</strong> <a href=\"#table/t\">Table 1</a></p>\n",
    "<ol start=\"3\" id=\"q1/answer/2\">\n<li id=\"q1/answer/2/1\">\n<p",
    "<caption><strong>Table 1: </strong>Calls</caption>\n<thead>\n<tr><th scope=\"col\"",
    ">2016/17</th><td style=\"text-align: right; padding: 0.2em 0.6em\">20,049</td></tr>\n",
    "</tbody>\n</table>\n<p id=\"table/t/wording/mark-c/1\"><small>[c] stands for a figure that we "
    "have withheld.</small></p>\n",
    "</body>\n</html>\n",
  };
  g_autofree char *html = foi_letter_to_html (letter);
  const char *at = html;

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      at = strstr (at, pieces[i]);
      g_test_message ("%s", pieces[i]);
      g_assert_nonnull (at);
    }
}

/* What is pasted into an e-mail must not pass for a letter that was issued. */
static void
test_draft (void)
{
  g_autoptr (FoiBrief) brief = load_brief ("data/examples/FOI651119421.foi.json");
  FoiRules *rules = foi_rules_get_default ();

  for (guint draft = 0; draft < 2; draft++)
    {
      g_autoptr (FoiLetter) letter = foi_letter_compose (brief, rules, "response", draft, NULL);
      g_autofree char *text = foi_letter_to_text (letter);
      g_autofree char *html = foi_letter_to_html (letter);

      g_assert_cmpint (g_str_has_prefix (text, "DRAFT\n\n"), ==, draft);
      g_assert_cmpint (strstr (html, "<body>\n<p><strong>DRAFT</strong></p>\n") != NULL, ==,
                       draft);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-text/measure", test_measure);
  g_test_add_func ("/letter-text/wrap", test_wrap);
  g_test_add_func ("/letter-text/blocks", test_blocks);
  g_test_add_func ("/letter-text/table", test_table);
  g_test_add_func ("/letter-text/wide-table", test_wide_table);
  g_test_add_func ("/letter-text/html", test_html);
  g_test_add_func ("/letter-text/draft", test_draft);
  return g_test_run ();
}
