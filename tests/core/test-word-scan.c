/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-word-scan.h"

static void
test_scan (void)
{
  static const struct
  {
    const char *line, *words;
  } facts[] = {
    { "", "" },
    { "Thank you.", "Thank|you" },
    { "It isn’t the officers’ fault", "It|isn’t|the|officers|fault" },
    { "part-time and/or casual", "part|time|and|or|casual" },
    { "A café, naïve", "café|naïve" },
    { "The NRM of iPlayer and McDonald", "The|of|and" },
    { "see https://a.example/wrnog and www.wrnog.uk, x@wrnog.uk now", "see|and|now" },
    { "<https://a.example/wrnog> now", "now" },
    { "FOI-7/b and q3 or c3_factors", "and|or" },
    { "{{table:wrnog calls}} has {wrnog} calls", "has|calls" },
    { "read [this page](https://a.example/wrnog pge) now", "read|this|page|now" },
    { "[dataset_name](#) now", "now" },
    { "**bold** and *stressed* words", "bold|and|stressed|words" },
    { "- an item", "an|item" },
    { "an open { brace and [ bracket", "an|open|brace|and|bracket" },
    { "ends with’", "ends|with" },
    { "\xe2\x80\x98quoted\xe2\x80\x99 word", "quoted|word" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autoptr (GArray) words = foi_word_scan (facts[i].line);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < words->len; j++)
        {
          const FoiWordRange range = g_array_index (words, FoiWordRange, j);
          g_autofree char *word = g_utf8_substring (facts[i].line, range.start, range.end);

          g_string_append_printf (found, "%s%s", j > 0 ? "|" : "", word);
        }
      g_assert_cmpstr (found->str, ==, facts[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-scan/scan", test_scan);
  return g_test_run ();
}
