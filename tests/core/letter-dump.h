/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-block.h"
#include "foi-markup.h"

/*
 * Blocks as a line of text, for tests: p(words), *strong*, /emphasis/, !locked!, ?missing?,
 * {placeholder}, [link](target), | for a line break, ul(li(p(one)) li(p(two))), ol3(…), quote(…).
 */
static inline void
dump_span (const FoiSpan *span, GString *out)
{
  static const struct
  {
    FoiSpanFlags flag;
    const char *open, *close;
  } manners[] = {
    { FOI_SPAN_STRONG, "*", "*" },  { FOI_SPAN_EMPHASIS, "/", "/" },
    { FOI_SPAN_LOCKED, "!", "!" },  { FOI_SPAN_MISSING, "?", "?" },
    { FOI_SPAN_PLACEHOLDER, "{", "}" },
  };

  if ((span->flags & FOI_SPAN_BREAK) != 0)
    {
      g_string_append_c (out, '|');
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (manners); i++)
    if ((span->flags & manners[i].flag) != 0)
      g_string_append (out, manners[i].open);
  if (span->target != NULL)
    g_string_append_printf (out, "[%s](%s)", span->text, span->target);
  else
    g_string_append (out, span->text);
  for (gsize i = G_N_ELEMENTS (manners); i > 0; i--)
    if ((span->flags & manners[i - 1].flag) != 0)
      g_string_append (out, manners[i - 1].close);
}

static inline const char *
dump_kind (const FoiBlock *block)
{
  static const char *const names[] = {
    "letterhead", "date", "addressee", "salutation", "subject", "h",    "p",       "asked",
    "ul",         "li",   "quote",     "table",      "figure",  "note", "sign-off",
  };

  return block->ordered ? "ol" : names[block->kind];
}

static inline void
dump_block (const FoiBlock *block, GString *out)
{
  g_string_append (out, dump_kind (block));
  if (block->level > 0)
    g_string_append_printf (out, "%u", block->level);
  if (block->start > 0)
    g_string_append_printf (out, "%d", block->start);
  g_string_append_c (out, '(');
  for (guint i = 0; block->spans != NULL && i < block->spans->len; i++)
    dump_span (&g_array_index (block->spans, FoiSpan, i), out);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      if (i > 0 || block->spans != NULL)
        g_string_append_c (out, ' ');
      dump_block (block->children->pdata[i], out);
    }
  g_string_append_c (out, ')');
}

static inline char *
dump_blocks (GPtrArray *blocks)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      dump_block (blocks->pdata[i], out);
    }
  return g_string_free (out, FALSE);
}
