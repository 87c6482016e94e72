/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-lines.h"

#include "foi-list-marker.h"

/* A line at least this long was broken by a mail program; a shorter one by the writer. */
#define WRAPPED_LENGTH 50

/* How many bytes the end of a line at @p takes; 0 where no line ends. */
static guint
line_end_length (const char *p, const char *end)
{
  const guchar *b = (const guchar *) p;
  gsize left = (gsize) (end - p);

  if (b[0] == '\r')
    return left > 1 && b[1] == '\n' ? 2 : 1;
  if (b[0] == '\n' || b[0] == '\v' || b[0] == '\f')
    return 1;
  if (b[0] == 0xc2 && left > 1 && b[1] == 0x85)
    return 2;
  if (b[0] == 0xe2 && left > 2 && b[1] == 0x80 && (b[2] == 0xa8 || b[2] == 0xa9))
    return 3;
  return 0;
}

static FoiTextLine
read_line (const char *text, FoiTextSpan span)
{
  FoiTextLine line = { .start = (guint32) span.start };
  FoiTextSpan shown = foi_text_span_trim (text, span);

  while (shown.start < shown.end && text[shown.start] == '>')
    {
      line.depth++;
      shown.start++;
      shown.start = foi_text_span_skip_space (text, shown);
    }
  line.words = (guint32) shown.start;
  line.end = (guint32) MAX (shown.start, shown.end);
  return line;
}

/**
 * foi_text_lines_new:
 * @text: valid UTF-8, shorter than 4 GiB
 * @span: the part of it wanted
 *
 * Returns: (transfer full) (element-type FoiTextLine): the lines of @span.
 */
GArray *
foi_text_lines_new (const char *text, FoiTextSpan span)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (FoiTextLine));
  gsize at = span.start;

  g_return_val_if_fail (text != NULL && span.end < G_MAXUINT32, lines);

  while (at < span.end)
    {
      FoiTextLine line;
      gsize end = at;
      guint length = 0;

      while (end < span.end && (length = line_end_length (text + end, text + span.end)) == 0)
        end++;
      line = read_line (text, (FoiTextSpan){ at, end });
      at = end + length;
      line.next = (guint32) at;
      g_array_append_val (lines, line);
    }
  return lines;
}

/**
 * foi_text_lines_find:
 * @lines: (element-type FoiTextLine): lines
 * @offset: a byte
 *
 * Returns: the index of the line that @offset is in; the number of lines when it is after them.
 */
guint
foi_text_lines_find (GArray *lines, gsize offset)
{
  guint low = 0, high = lines->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (foi_text_line (lines, middle)->next <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Whether the end of the line before @next was made by a mail program and is no end of thought. */
static gboolean
is_wrapped (const char *text, const FoiTextLine *line, const FoiTextLine *next)
{
  FoiListMarker marker;

  if (foi_text_line_is_blank (next) || foi_text_line_is_blank (line))
    return FALSE;
  if (foi_list_marker_read (text, foi_text_line_span (next), &marker))
    return FALSE;
  return g_utf8_strlen (text + line->words, (gssize) (line->end - line->words)) >= WRAPPED_LENGTH;
}

/**
 * foi_text_span_dup_asked:
 * @text: valid UTF-8
 * @span: a span of it
 *
 * The words of @span as they are repeated in a letter: the marks of quoted mail and what mail
 * programs did to the ends of lines are taken away, paragraphs and lists stay.
 *
 * Returns: (transfer full): the words, without an end of line at their end.
 */
char *
foi_text_span_dup_asked (const char *text, FoiTextSpan span)
{
  g_autoptr (GArray) lines = foi_text_lines_new (text, foi_text_span_trim (text, span));
  GString *asked = g_string_new (NULL);
  gboolean blank = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);
      g_autofree char *words = foi_text_span_dup_line (text, foi_text_line_span (line));

      if (*words == '\0')
        {
          blank = TRUE;
          continue;
        }
      if (asked->len > 0)
        {
          if (!blank && is_wrapped (text, foi_text_line (lines, i - 1), line))
            g_string_append_c (asked, ' ');
          else
            g_string_append (asked, blank ? "\n\n" : "\n");
        }
      blank = FALSE;
      g_string_append (asked, words);
    }
  return g_string_free (asked, FALSE);
}
