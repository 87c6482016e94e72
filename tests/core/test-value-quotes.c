/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-value-quotes.h"

#include "letter-case.h"

#define BEFORE \
  "['2015/16',274552],['2016/17',20049],['2017/18',37626],['2018/19',2016],['2019/20',7]," \
  "['2020/21',500],['2021/22',500]"

static FoiPublication *
make_table (const char *rows)
{
  g_autofree char *text = g_strdup_printf (CASE ("", "", TABLE ("t", "", "%s")), rows);
  g_autoptr (FoiBrief) brief = make_brief (text);

  return foi_publication_ref (foi_brief_find_publication (brief, "t"));
}

/* Each stale figure as "figure→now". */
static char *
list_stale (const char *answer, const char *rows)
{
  g_autoptr (FoiPublication) before = make_table (BEFORE);
  g_autoptr (FoiPublication) after = make_table (rows);
  g_autoptr (GArray) stale = foi_quotes_find_stale (answer, before, after);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < stale->len; i++)
    {
      const FoiStaleQuote *quote = &g_array_index (stale, FoiStaleQuote, i);

      g_string_append_printf (out, "%s%.*s→%s", i > 0 ? " " : "", (int) (quote->end - quote->start),
                              answer + quote->start, quote->now != NULL ? quote->now : "?");
    }
  return g_string_free (out, FALSE);
}

#define AFTER(first, second, last) \
  "['2015/16'," first "],['2016/17'," second "],['2017/18',37626],['2018/19',1],['2019/20',8]," \
  "['2020/21',600],['2021/22'," last "]"

static void
test_stale (void)
{
  static const struct
  {
    const char *answer, *rows, *stale;
  } facts[] = {
    { "There were 20,049 calls.", BEFORE, "" },
    { "There were 20,049 calls.", AFTER ("274552", "20050", "700"), "20,049→20,050" },
    { "20049 calls, then 37,626.", AFTER ("274552", "20050", "700"), "20049→20,050" },
    { "So 20,049; again 20,049!", AFTER ("274552", "20050", "700"),
      "20,049→20,050 20,049→20,050" },
    { "£274,552 (274552.00)", AFTER ("1", "20049", "700"), "274,552→1 274552.00→1" },
    { "There were 20,049.", AFTER ("274552", "'[c]'", "700"), "20,049→[c]" },
    { "There were 20,049.", "['2015/16',1]", "20,049→?" },
    { "There were 500.", AFTER ("274552", "20049", "600"), "500→600" },
    { "There were 500.", AFTER ("274552", "20049", "700"), "500→?" },
    { "There were 500.", AFTER ("274552", "20049", "500"), "" },
    { "Moved: 20,049.", AFTER ("20049", "20050", "700"), "" },
    { "In 2016 there were 7.", AFTER ("274552", "20049", "700"), "" },
    { "There were 2,016.", AFTER ("274552", "20049", "700"), "2,016→1" },
    { "{{value:t/2016/17/calls}} {{20,049}} x20049 20049x 20,049/50 1-20049 20,0490 120,049",
      AFTER ("274552", "20050", "700"), "" },
    { "https://a.uk/20,049 and 20,049", AFTER ("274552", "20050", "700"), "20,049→20,050" },
    { "20,049,1 and 20,04 and 20,049.5 and 99999999999999999999", AFTER ("274552", "20050", "700"),
      "" },
    { "It was 20,049, or **20,049**", AFTER ("274552", "20050", "700"),
      "20,049→20,050 20,049→20,050" },
    { "", AFTER ("274552", "20050", "700"), "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *stale = list_stale (facts[i].answer, facts[i].rows);

      g_test_message ("%s", facts[i].answer);
      g_assert_cmpstr (stale, ==, facts[i].stale);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value-quotes/stale", test_stale);
  return g_test_run ();
}
