/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-span.h"

G_BEGIN_DECLS

/**
 * FoiTextLine:
 * @start: its first byte
 * @words: its first byte that shows, after the `>` marks of quoted mail
 * @end: after its last byte that shows
 * @next: where the next line begins
 * @depth: how many times it is quoted
 *
 * A line of a pasted text, in bytes of the text. Ends of lines of all systems are known.
 */
typedef struct
{
  guint32 start;
  guint32 words;
  guint32 end;
  guint32 next;
  guint32 depth;
} FoiTextLine;

GArray *foi_text_lines_new (const char *text, FoiTextSpan span);
guint   foi_text_lines_find (GArray *lines, gsize offset);
char   *foi_text_span_dup_asked (const char *text, FoiTextSpan span);

static inline const FoiTextLine *
foi_text_line (GArray *lines, guint i)
{
  return &g_array_index (lines, FoiTextLine, i);
}

static inline gboolean
foi_text_line_is_blank (const FoiTextLine *line)
{
  return line->words >= line->end;
}

static inline FoiTextSpan
foi_text_line_span (const FoiTextLine *line)
{
  return (FoiTextSpan){ line->words, line->end };
}

G_END_DECLS
