/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-clean-text.h"
#include "foi-letter-writers.h"
#include "letter-case.h"

/* "\\uXXXX" stands for the character of that number. */
static char *
unescape (const char *text)
{
  GString *out = g_string_new (NULL);

  while (*text != '\0')
    {
      if (g_str_has_prefix (text, "\\u"))
        {
          g_autofree char *digits = g_strndup (text + 2, 4);

          g_string_append_unichar (out, (gunichar) g_ascii_strtoull (digits, NULL, 16));
          text += 6;
        }
      else
        g_string_append_c (out, *text++);
    }
  return g_string_free (out, FALSE);
}

/* A text, what is left of it, and what is left where others stand beside it. */
static void
test_texts (void)
{
  static const char *const rows[][3] = {
    { "", "", "" },
    { "Calls – 20 % of “all”", "Calls – 20 % of “all”", "Calls – 20 % of “all”" },
    { "a\tb\nc", "a\tb\nc", "a\tb\nc" },
    { "a\\u0001b\\u001Bc\\u007Fd\\u0085e\\u009Bf", "abcdef", "abcdef" },
    { "a\rb\v", "ab", "a\rb" },
    { "£\\u00A0½ é", "£\\u00A0½ é", "£\\u00A0½ é" },
    { "a\\u202Eb", "a\\u202Eb", "a\\u202Eb\\u202C" },
    { "a\\u202Eb\\u202Cc", "a\\u202Eb\\u202Cc", "a\\u202Eb\\u202Cc" },
    { "\\u2067\\u202Bx", "\\u2067\\u202Bx", "\\u2067\\u202Bx\\u202C\\u2069" },
    { "\\u2067\\u202Bx\\u2069y", "\\u2067\\u202Bx\\u2069y", "\\u2067\\u202Bx\\u2069y" },
    { "x\\u202Cy\\u2069", "x\\u202Cy\\u2069", "x\\u202Cy\\u2069" },
    { "\\u2068a\\u202Cb", "\\u2068a\\u202Cb", "\\u2068a\\u202Cb\\u2069" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = unescape (rows[i][0]);
      g_autofree char *expected = unescape (rows[i][1]);
      g_autofree char *expected_apart = unescape (rows[i][2]);
      g_autofree char *clean = foi_clean_text (text);
      g_autofree char *apart = foi_clean_text_apart (text);

      g_assert_cmpstr (clean, ==, expected);
      g_assert_cmpstr (apart, ==, expected_apart);
    }
}

/* A text, and what a line shows of it; nothing but letters of the program's own words turns. */
static void
test_lines (void)
{
  static const char *const rows[][2] = {
    { "", "" },
    { "Calls – 20 % of “all” £", "Calls – 20 % of “all” £" },
    { "a\tb\nc\rd", "a b c d" },
    { "a\\u0085b\\u2028c\\u2029d\\u001Be", "a b c d e" },
    { "FOI\\u202E21\\u202C", "FOI21" },
    { "\\u202Aa\\u202Bb\\u202Dc\\u2066d\\u2067e\\u2068f\\u2069g", "abcdefg" },
    { "F\\u200BO\\u2060I\\uFEFF1\\u00AD2\\u200E\\u200F\\u061C", "FOI12" },
    { "FOI\\u200D12\\u200C", "FOI12" },
    { "\\u3164a\\u115Fb\\u180Ec", "abc" },
    /* Persian, and Hebrew, which turns by itself. */
    { "\\u0645\\u06CC\\u200C\\u062E", "\\u0645\\u06CC\\u200C\\u062E" },
    { "\\u0645\\u200C\\u200B\\u062E", "\\u0645\\u062E" },
    { "\\u05D0\\u05D1", "\\u05D0\\u05D1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = unescape (rows[i][0]);
      g_autofree char *expected = unescape (rows[i][1]);
      g_autofree char *line = foi_clean_line (text);
      g_autofree char *seen = foi_clean_seen (text);

      g_assert_cmpstr (line, ==, expected);
      g_assert_cmpint (g_utf8_strlen (seen, -1), ==, g_utf8_strlen (expected, -1));
      g_assert_cmpint (strchr (seen, '\n') != NULL, ==, strchr (text, '\n') != NULL);
    }
}

static void
assert_clean (const char *made)
{
  for (const char *p = made; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c != '\n' && c != '\t' && c != '\r')
        g_assert_false (g_unichar_iscntrl (c));
    }
  g_assert_null (strstr (made, "&#x"));
}

/* Whatever a case says, and wherever: no output has it. */
static void
test_outputs (void)
{
  g_autoptr (FoiLetter) letter = make_letter (
    CASE (",'authority':{'name':'A\\u0002B','team':'T\\u0003'}"
          ",'request':{'requester':{'name':'N\\u0004'},'preamble':'P\\u0005'}",
          QUESTION ("q1", "1", ",'held':'yes','outcome':'disclosed',"
                               "'answer':'One\\u0001 **two\\u0085** `x\\u0007`\\n\\n{{table:t}}'"),
          "{'name':'t','type':'table','title':'T\\u0008','mediatype':'application/json',"
          "'schema':{'fields':[{'name':'a','title':'A\\u000b','type':'string'},"
          "{'name':'b','title':'B','type':'string'}],'primaryKey':['a'],"
          "'missingValues':['','[c]','[x]','[z]','[low]']},"
          "'data':[['a','b'],['x\\u0001y','\\u202Ez']]}"));
  g_autofree char *text = foi_letter_to_text (letter);
  g_autofree char *html = foi_letter_to_html (letter);
  g_autofree char *csv = foi_publication_to_csv (foi_letter_find_table (letter, "t"));
  const char *const made[] = { text, html, csv };

  for (gsize i = 0; i < G_N_ELEMENTS (made); i++)
    {
      assert_clean (made[i]);
      g_assert_nonnull (strstr (made[i], "xy"));
      g_assert_nonnull (strstr (made[i], "\342\200\256z\342\200\254"));
    }
  g_assert_nonnull (strstr (text, "One two x"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clean-text/lines", test_lines);
  g_test_add_func ("/clean-text/texts", test_texts);
  g_test_add_func ("/clean-text/outputs", test_outputs);
  return g_test_run ();
}
