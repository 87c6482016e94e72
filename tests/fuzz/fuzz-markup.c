/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers and paragraphs of any bytes. Whatever is typed becomes blocks that a layout can take: the
 * kinds lie in one another as they may, text is valid, links lead only where a letter may lead.
 * Only paragraphs of the rules have headings, which stand by themselves and stand for nothing
 * else. */

#include "fuzz.h"

#include <string.h>

#include "foi-link.h"
#include "foi-markup.h"

const char *const fuzz_words[] = {
  "{{table:a}}", "{{value:a/b/c}}", "{{", "}}", "{gap}", "{none}", "[[", "]]", "[a](", "](#)", "![",
  "<a", "</a>", "<!--", "-->", "https://a.uk/b_c", "www.a.uk", "a@b.uk", "mailto:", "javascript:x",
  "data:,", "file:", "- ", "* ", "+ ", "1. ", "2024. ", "99) ", "> ", "    ", "\t", "```", "~~~",
  "# ", "---", "===", "**", "*", "_", "`", "\\", "&amp;", "&#0;", "&#x110000;", "\n", "\n\n",
  "  \n", "\r\n", "\xee\x80\x80", "\xee\x80\x81", "\xee\x80\x80" "0\xee\x80\x81", "\xc0\x80",
  "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x80\x8f", "é", "中", NULL,
};

static gboolean
fill_gap (const char *name, FoiBlock *block, FoiSpanFlags flags, gpointer user_data)
{
  if (!g_str_equal (name, "gap"))
    return FALSE;
  foi_link_add_text (block, "filled\nhttps://a.uk", flags);
  return TRUE;
}

static void
check_span (const FoiSpan *span)
{
  g_assert_nonnull (span->text);
  g_assert_true (g_utf8_validate (span->text, -1, NULL));
  g_assert_null (strchr (span->text, '\n'));
  if ((span->flags & FOI_SPAN_BREAK) == 0)
    g_assert_cmpstr (span->text, !=, "");
  if (span->target != NULL)
    {
      g_autofree char *safe = foi_link_dup_safe_target (span->target);

      g_assert_cmpstr (safe, ==, span->target);
    }
}

static void
check_block (const FoiBlock *block, FoiBlockKind parent, guint depth, gboolean is_rule)
{
  const gboolean is_heading = block->kind == FOI_BLOCK_HEADING;
  const gboolean is_text = block->kind == FOI_BLOCK_PARAGRAPH || is_heading;

  g_assert_true (!is_heading || (is_rule && depth == 0));
  if (is_heading && block->spans->len == 1)
    g_assert_true ((g_array_index (block->spans, FoiSpan, 0).flags & FOI_SPAN_PLACEHOLDER) == 0
                   || g_str_has_prefix (g_array_index (block->spans, FoiSpan, 0).text, "value:"));
  g_assert_cmpuint (depth, <=, FOI_MARKUP_MAX_DEPTH);
  g_assert_true (is_text || block->kind == FOI_BLOCK_LIST || block->kind == FOI_BLOCK_ITEM
                 || block->kind == FOI_BLOCK_QUOTE);
  g_assert_true ((parent == FOI_BLOCK_LIST) == (block->kind == FOI_BLOCK_ITEM));
  g_assert_true (is_text == (block->children == NULL));
  g_assert_true (is_text || block->spans == NULL);
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    check_span (&g_array_index (block->spans, FoiSpan, i));
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    check_block (block->children->pdata[i], block->kind, depth + 1, is_rule);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  FoiMarkupSource source = { .id = "q1/answer", .place = "questions/q1/answer" };

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) blocks = NULL;

      source.fill = i == 0 ? NULL : fill_gap;
      blocks = foi_markup_to_blocks (text, &source);
      for (guint j = 0; j < blocks->len; j++)
        check_block (blocks->pdata[j], FOI_BLOCK_DATE, 0, i == 1);
    }
  return 0;
}
