/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-link.h"
#include "foi-markup.h"

#include "letter-dump.h"

#include <cmark.h>
#include <string.h>

typedef struct
{
  const char *text, *dump;
} Fact;

static gboolean
fill_gap (const char *name, FoiBlock *block, FoiSpanFlags flags, gpointer user_data)
{
  if (g_str_equal (name, "email"))
    foi_link_add_text (block, "a_b@c.uk", flags);
  else if (g_str_equal (name, "url"))
    foi_block_add_span (block, "https://c.uk/_x_", flags, NULL);
  else if (g_str_equal (name, "stars"))
    foi_block_add_span (block, "*not strong*", flags, NULL);
  else if (g_str_equal (name, "sentence"))
    foi_block_add_span (block, "copying and postage.", flags, NULL);
  else if (g_str_equal (name, "question"))
    foi_block_add_span (block, "question:q2", flags | FOI_SPAN_PLACEHOLDER, NULL);
  else
    return FALSE;
  return TRUE;
}

static void
check_facts (const Fact *facts, gsize n_facts, gboolean is_rule)
{
  FoiMarkupSource source = { .id = "x", .place = "questions/q1/answer" };

  if (is_rule)
    source.fill = fill_gap;
  for (gsize i = 0; i < n_facts; i++)
    {
      g_autoptr (GPtrArray) blocks = foi_markup_to_blocks (facts[i].text, &source);
      g_autofree char *dump = dump_blocks (blocks);

      g_test_message ("%s", facts[i].text);
      g_assert_cmpstr (dump, ==, facts[i].dump);
    }
}

/* What an officer types that plain CommonMark reads as something else. */
static void
test_letters (void)
{
  static const Fact facts[] = {
    { "", "" },
    { " \n\n", "" },
    { "One line\nand the next", "p(One line|and the next)" },
    { "One\n\nTwo", "p(One) p(Two)" },
    { "2024. The year went on.", "p(2024. The year went on.)" },
    { "2024) The year\n2025. The next", "p(2024) The year|2025. The next)" },
    { "> 2024. Quoted", "quote(p(2024. Quoted))" },
    { "- 2024. In a list", "ul(li(p(2024. In a list)))" },
    { "12.", "p(12.)" },
    { "12)", "p(12))" },
    { "There were:\n\n12.\n\nThat is all.", "p(There were:) p(12.) p(That is all.)" },
    { "-", "p(-)" },
    { "- \n- ", "p(-) p(-)" },
    { "#", "p(#)" },
    { "- a\n- ", "ul(li(p(a)))" },
    { "A line\n-", "p(A line|-)" },
    { "A heading\n---", "p(*A heading*)" },
    { "[2]: 45 calls", "p([2]: 45 calls)" },
    { "[Total]: 45", "p([Total]: 45)" },
    { "100. A hundred", "p(100. A hundred)" },
    { "007. Bond", "p(007. Bond)" },
    { "99. Bottles", "ol99(li(p(Bottles)))" },
    { "1. One\n2. Two", "ol1(li(p(One)) li(p(Two)))" },
    { "0. Nought", "ol(li(p(Nought)))" },
    { "    2024. Indented\n      more", "p(2024. Indented|  more)" },
    { "```\na *b*\n\nc\n```", "p(a *b*||c)" },
    { "Use `a*b*`", "p(Use a*b*)" },
    { "<div>\nx</div>", "p(<div>|x</div>)" },
    { "Fewer than <5 and <b>x</b>", "p(Fewer than <5 and <b>x</b>)" },
    { "# Heading\n\nText", "p(*Heading*) p(Text)" },
    { "Heading\n---\nText", "p(*Heading*) p(Text)" },
    { "### A *b* `c`", "p(*A **/b/** c*)" },
    { "a\n\n---\n\nb", "p(a) p(b)" },
    { "![A map](map.png) here", "p(A map here)" },
    { "> They said\n> this", "quote(p(They said|this))" },
    { "- a\n  - b\n    1. c", "ul(li(p(a) ul(li(p(b) ol1(li(p(c)))))))" },
    { "AT&amp;T &copy; &#8364;", "p(AT&T © €)" },
    { "**Strong *and* so** on", "p(*Strong **/and/** so* on)" },
    { "\\*plain\\*", "p(*plain*)" },
    { "a  \nb\\\nc", "p(a|b|c)" },
    { "Ⓤ\xee\x80\x80" "1\xee\x80\x81", "p(Ⓤ\xef\xbf\xbd" "1\xef\xbf\xbd)" },
  };

  check_facts (facts, G_N_ELEMENTS (facts), FALSE);
}

static void
test_links (void)
{
  static const Fact facts[] = {
    { "See https://a.uk/b_c_d.", "p(See [https://a.uk/b_c_d](https://a.uk/b_c_d).)" },
    { "https://a.uk/_b_/c", "p([https://a.uk/_b_/c](https://a.uk/_b_/c))" },
    { "(https://a.uk/x_(y))", "p(([https://a.uk/x_(y)](https://a.uk/x_(y))))" },
    { "**https://a.uk/**", "p(*[https://a.uk/](https://a.uk/)*)" },
    { "<https://a.uk/b>", "p([https://a.uk/b](https://a.uk/b))" },
    { "www.coventry.gov.uk", "p([www.coventry.gov.uk](https://www.coventry.gov.uk))" },
    { "HTTP://A.UK,", "p([HTTP://A.UK](HTTP://A.UK),)" },
    { "Write to infogov@coventry.gov.uk.",
      "p(Write to [infogov@coventry.gov.uk](mailto:infogov@coventry.gov.uk).)" },
    { "first_middle_last@x.org.uk",
      "p([first_middle_last@x.org.uk](mailto:first_middle_last@x.org.uk))" },
    { "[log](https://a.uk/l)", "p([log](https://a.uk/l))" },
    { "[*a* b](https://a.uk \"t\")", "p(/[a](https://a.uk)/[ b](https://a.uk))" },
    { "[https://a.uk](https://b.uk)", "p([https://a.uk](https://b.uk))" },
    { "[a](https://a.uk)[b](https://b.uk)", "p([a](https://a.uk)[b](https://b.uk))" },
    { "[us](us@a.uk)", "p([us](mailto:us@a.uk))" },
    { "[us](mailto:us@a.uk)", "p([us](mailto:us@a.uk))" },
    { "[call](tel:+442476975408)", "p([call](tel:+442476975408))" },
    { "[log](www.a.uk/l)", "p([log](https://www.a.uk/l))" },
    { "[log](#)", "p(?log?)" },
    { "[log]()", "p(?log?)" },
    { "[log](#q3)", "p(?log?)" },
    { "[go](javascript:alert(1))", "p(go (javascript:alert(1)))" },
    { "[go](JAVASCRIPT:x)", "p(go (JAVASCRIPT:x))" },
    { "[go](data:text/html,x)", "p(go (data:text/html,x))" },
    { "[go](file:///etc/passwd)", "p(go (file:///etc/passwd))" },
    { "[go](page.html)", "p(go (page.html))" },
    { "<javascript:x>", "p(javascript:x (javascript:x))" },
    { "[ref]\n\n[ref]: https://a.uk/r", "p([ref](https://a.uk/r))" },
    { "nothttps://a.uk x@y @z a@b.c", "p(nothttps://a.uk x@y @z a@b.c)" },
    { "https:// and www.", "p(https:// and www.)" },
    { "“https://a.uk/b”", "p(“[https://a.uk/b](https://a.uk/b)”)" },
    { "https://a.uk/ä?b=c&d=e#f!", "p([https://a.uk/ä?b=c&d=e#f](https://a.uk/ä?b=c&d=e#f)!)" },
  };

  check_facts (facts, G_N_ELEMENTS (facts), FALSE);
}

static void
test_placeholders (void)
{
  static const Fact facts[] = {
    { "{{table:a}}", "p({table:a})" },
    { "Before\n{{table:a}}\nafter", "p(Before) p({table:a}) p(after)" },
    { "{{question:q2}}\n\nMore", "p({question:q2}) p(More)" },
    { "  {{chart:a}}  ", "p({chart:a})" },
    { "See {{table:a}}.", "p(See {table:a}.)" },
    { "{{table:a}} {{table:b}}", "p({table:a} {table:b})" },
    { "{{value:t/2016/17/calls}}", "p({value:t/2016/17/calls})" },
    { "Were **{{value:t/_a_*b*/c}}** so", "p(Were *{value:t/_a_*b*/c}* so)" },
    { "{{a b}}", "p({a b})" },
    { "\\{{table:a}}", "p({{table:a}})" },
    { "{{}} {{a\nb}} {x} {{", "p({{}} {{a|b}} {x} {{)" },
    { "- {{table:a}}", "ul(li(p({table:a})))" },
    { "[x]({{table:a}})", "p(x ({{table:a}}))" },
    { "`{{table:a}}` [[x]]", "p({table:a} [[x]])" },
  };

  check_facts (facts, G_N_ELEMENTS (facts), FALSE);
}

static void
test_rules (void)
{
  static const Fact facts[] = {
    { "Write to {email}.", "p(Write to [a_b@c.uk](mailto:a_b@c.uk).)" },
    { "[online]({url})", "p([online](https://c.uk/_x_))" },
    { "[online]({nought})", "p(?online?)" },
    { "By {nought}.", "p(By ?[missing: nought]?.)" },
    { "For {sentence}.", "p(For copying and postage.)" },
    { "For {sentence}", "p(For copying and postage.)" },
    { "For {sentence}..", "p(For copying and postage..)" },
    { "{sentence} {sentence}.", "p(copying and postage. copying and postage.)" },
    { "About {stars}", "p(About *not strong*)" },
    { "See {question}.", "p(See {question:q2}.)" },
    { "We say no. [[Section 50 of **that** Act.]] Write.",
      "p(We say no. !Section 50 of !*!that!*! Act.! Write.)" },
    { "[[open\n\nnext]]", "p(!open!) p(next)" },
    { "{Not} {a b} \\{email}", "p({Not} {a b} {email})" },
    { "\\[c\\] stands", "p([c] stands)" },
    { "## What *now*?", "h1(What /now/?)" },
    { "#### {email}\n\nText", "h1([a_b@c.uk](mailto:a_b@c.uk)) p(Text)" },
    { "## See {question}", "h1(See {question:q2})" },
    { "## {{table:a}}", "p({table:a})" },
    { "> ## Quoted", "quote(p(*Quoted*))" },
  };

  check_facts (facts, G_N_ELEMENTS (facts), TRUE);
}

/* Ids count the blocks of each level; the place is the source's for all. */
static void
test_ids (void)
{
  const FoiMarkupSource source = { .id = "q3/answer", .place = "questions/q3/answer" };
  g_autoptr (GPtrArray) blocks = foi_markup_to_blocks ("a\n{{table:t}}\n- b\n- c", &source);
  const FoiBlock *list = blocks->pdata[2];
  const FoiBlock *item = list->children->pdata[1];
  const FoiBlock *paragraph = item->children->pdata[0];

  g_assert_cmpuint (blocks->len, ==, 3);
  g_assert_cmpstr (((FoiBlock *) blocks->pdata[0])->id, ==, "q3/answer/1");
  g_assert_cmpstr (((FoiBlock *) blocks->pdata[1])->id, ==, "q3/answer/2");
  g_assert_cmpstr (list->id, ==, "q3/answer/3");
  g_assert_cmpstr (item->id, ==, "q3/answer/3/2");
  g_assert_cmpstr (paragraph->id, ==, "q3/answer/3/2/1");
  g_assert_cmpstr (paragraph->place, ==, "questions/q3/answer");
}

static guint
measure_depth (GPtrArray *blocks)
{
  guint deepest = 0;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    deepest = MAX (deepest, 1 + measure_depth (((FoiBlock *) blocks->pdata[i])->children));
  return deepest;
}

static char *
repeat (const char *unit, gsize bytes)
{
  GString *text = g_string_new (NULL);

  while (text->len < bytes)
    g_string_append (text, unit);
  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  static const char *const units[] = {
    "> ", "- ", "1. ", "[", "*a **b ", "<a ", "{{", "[a](", "`", "&", "\\", "https://", "a@", "![",
    "[[", "(https://a", ")", "_a", "<", "www.a)", "* a\n", "`a``b", "![[]()",
  };
  const FoiMarkupSource source = { .id = "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *text = repeat (units[i], FOI_MARKUP_MAX_BYTES + 10);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) blocks = foi_markup_to_blocks (text, &source);
      const FoiBlock *last = blocks->pdata[blocks->len - 1];

      g_test_message ("%s: %" G_GINT64_FORMAT " ms", units[i],
                      (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpuint (measure_depth (blocks), <=, FOI_MARKUP_MAX_DEPTH + 1);
      g_assert_cmpint (g_array_index (last->spans, FoiSpan, 0).flags, ==, FOI_SPAN_MISSING);
    }
}

static void
append_html (const FoiBlock *block, GString *out)
{
  static const struct
  {
    FoiBlockKind kind;
    const char *open, *close;
  } tags[] = {
    { FOI_BLOCK_PARAGRAPH, "<p>", "</p>\n" },
    { FOI_BLOCK_LIST, "<ul>\n", "</ul>\n" },
    { FOI_BLOCK_ITEM, "<li>\n", "</li>\n" },
    { FOI_BLOCK_QUOTE, "<blockquote>\n", "</blockquote>\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (tags[i].kind == block->kind)
      g_string_append (out, tags[i].open);
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    {
      const FoiSpan *span = &g_array_index (block->spans, FoiSpan, i);
      g_autofree char *text = g_markup_escape_text (span->text, -1);

      if (span->target != NULL)
        g_string_append_printf (out, "<a href=\"%s\">%s</a>", span->target, text);
      else if ((span->flags & FOI_SPAN_STRONG) != 0)
        g_string_append_printf (out, "<strong>%s</strong>", text);
      else if ((span->flags & FOI_SPAN_EMPHASIS) != 0)
        g_string_append_printf (out, "<em>%s</em>", text);
      else
        g_string_append (out, (span->flags & FOI_SPAN_BREAK) != 0 ? "<br />\n" : text);
    }
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    append_html (block->children->pdata[i], out);
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (tags[i].kind == block->kind)
      g_string_append (out, tags[i].close);
}

/* On ordinary letters our blocks say what the parser's own HTML says. */
static void
test_against_parser (void)
{
  static const char *const texts[] = {
    "We have figures from *November 2016* to **September 2024**.\nThe table gives them.",
    "First.\n\nSecond, with a [link](https://a.uk/b?c=d).\n\n> Quoted\n> words.\n\nLast & least.",
    "- one\n\n- two\n\n  with more\n\n- three",
    "Budget (£) *rose* by 5% & **fell**\n\n- a\n\n  > b\n\n- c",
    "<https://a.uk/b>",
    "Ümläut ‘quotes’ – dashes… العربية 中文",
  };
  const FoiMarkupSource source = { .id = "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) blocks = foi_markup_to_blocks (texts[i], &source);
      g_autoptr (GString) ours = g_string_new (NULL);
      char *theirs = cmark_markdown_to_html (texts[i], strlen (texts[i]), CMARK_OPT_HARDBREAKS);

      for (guint j = 0; j < blocks->len; j++)
        append_html (blocks->pdata[j], ours);
      g_assert_cmpstr (ours->str, ==, theirs);
      free (theirs);
    }
}

/* What a reader of paper needs beside the words of a link. */
static void
test_links_on_paper (void)
{
  static const struct
  {
    const char *words, *target, *on_paper;
  } facts[] = {
    { "complain online", "https://a.uk/complain/", " (a.uk/complain/)" },
    { "log", "http://a.uk/l?b=c", " (http://a.uk/l?b=c)" },
    { "write to us", "mailto:us@a.uk", " (us@a.uk)" },
    { "call us", "tel:+442476975408", " (+442476975408)" },
    { "a.uk", "https://www.a.uk/", " (www.a.uk)" },
    { "www.a.uk", "https://www.a.uk/", NULL },
    { "WWW.a.uk/l", "https://www.A.uk/l", NULL },
    { "https://a.uk/l", "https://a.uk/l", NULL },
    { "us@a.uk", "mailto:us@a.uk", NULL },
    { "Question 1", "#q1", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *on_paper = foi_link_dup_on_paper (facts[i].words, facts[i].target);

      g_test_message ("%s", facts[i].words);
      g_assert_cmpstr (on_paper, ==, facts[i].on_paper);
      g_assert_true (foi_link_says_target (facts[i].words, facts[i].target) == (on_paper == NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup/letters", test_letters);
  g_test_add_func ("/markup/links", test_links);
  g_test_add_func ("/markup/links-on-paper", test_links_on_paper);
  g_test_add_func ("/markup/placeholders", test_placeholders);
  g_test_add_func ("/markup/rules", test_rules);
  g_test_add_func ("/markup/ids", test_ids);
  g_test_add_func ("/markup/limits", test_limits);
  g_test_add_func ("/markup/against-parser", test_against_parser);
  return g_test_run ();
}
