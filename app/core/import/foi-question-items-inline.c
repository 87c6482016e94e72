/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-items.h"

#include <string.h>

#include "foi-list-level.h"
#include "foi-question-sentence.h"

/* Whether a marker at @at can stand there: what is before it ends something. */
static gboolean
may_stand (const char *text, gsize start, gsize at, const FoiListMarker *marker)
{
  gsize before = at;

  while (before > start && strchr (" \t\r\n>", text[before - 1]) != NULL)
    before--;
  if (before == start)
    return TRUE;
  if (before == at)
    return FALSE;
  if (marker->form == '(')
    return TRUE;
  if (strchr (".?!:;", text[before - 1]) != NULL)
    return TRUE;
  return (marker->form & 0x7f) == ')'
         && (text[before - 1] == ','
             || (before >= 4 && strncmp (text + before - 4, " and", 4) == 0));
}

/* The last item of a paragraph's list ends with its sentence and those that qualify it. */
static gsize
last_item_end (const char *text, FoiTextSpan words)
{
  FoiTextSpan rest = words;
  gsize end = words.end;

  for (gboolean first = TRUE; !foi_text_span_is_empty (rest); first = FALSE)
    {
      FoiTextSpan sentence = foi_sentence_next (text, rest);

      if (foi_text_span_is_empty (sentence))
        break;
      if (!first && foi_sentence_classify_span (text, sentence) != FOI_SENTENCE_QUALIFIES)
        break;
      end = sentence.end;
      rest.start = sentence.end;
    }
  return end;
}

static void
close_inline (const char *text, GArray *items, gsize end)
{
  FoiQuestionItem *item;

  if (items->len == 0)
    return;
  item = &g_array_index (items, FoiQuestionItem, items->len - 1);
  item->span = foi_text_span_trim (text, (FoiTextSpan){ item->marker.span.start, end });
  item->words = foi_text_span_trim (text, (FoiTextSpan){ item->marker.span.end, item->span.end });
}

/**
 * foi_question_items_read_inline:
 * @text: valid UTF-8
 * @paragraph: a paragraph of it
 *
 * Finds the list within a paragraph: "(a) … (b) …", "1) … 2) …", "• … • …".
 *
 * Returns: (transfer full) (element-type FoiQuestionItem): its items; none if there are not two.
 */
GArray *
foi_question_items_read_inline (const char *text, FoiTextSpan paragraph)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (FoiQuestionItem));
  FoiListLevel level = { .open = FALSE };

  g_return_val_if_fail (text != NULL, items);

  for (gsize at = paragraph.start; at < paragraph.end; at++)
    {
      FoiQuestionItem item = { .run = 1 };
      FoiListMarker *marker = &item.marker;

      if (((guchar) text[at] & 0xc0) == 0x80 || g_ascii_isspace (text[at])
          || (at > paragraph.start && g_ascii_isalnum (text[at - 1])))
        continue;
      if (!foi_list_marker_read (text, (FoiTextSpan){ at, paragraph.end }, marker)
          || marker->sub > 0 || (marker->form & 0x7f) == ' ' || (marker->form & 0x7f) == '-'
          || (marker->kind == FOI_MARKER_BULLET && marker->form < 0x2022)
          || marker->words >= paragraph.end || !may_stand (text, paragraph.start, at, marker))
        continue;
      if (foi_list_level_is_next (&level, marker) && level.form == marker->form)
        {
          close_inline (text, items, at);
          foi_list_level_step (&level, marker);
        }
      else if (items->len < 2 && foi_list_marker_is_first (marker))
        {
          g_array_set_size (items, 0);
          foi_list_level_open (&level, marker);
        }
      else
        {
          continue;
        }
      g_array_append_val (items, item);
      at = marker->span.end - 1;
    }
  if (items->len < 2)
    g_array_set_size (items, 0);
  close_inline (text, items, paragraph.end);
  if (items->len > 0)
    {
      const FoiQuestionItem *last = foi_question_item (items, items->len - 1);

      close_inline (text, items, last_item_end (text, last->words));
    }
  return items;
}

/**
 * foi_question_item_dup_number:
 * @text: the text of the item
 * @item: an item
 *
 * Returns: (transfer full) (nullable): its number as written, without what is around it: `1`,
 *   `2b`, `iv`; %NULL for a bullet.
 */
char *
foi_question_item_dup_number (const char *text, const FoiQuestionItem *item)
{
  gsize start = item->marker.span.start, end = item->marker.span.end;

  g_return_val_if_fail (text != NULL && item != NULL, NULL);

  if (item->marker.kind == FOI_MARKER_BULLET)
    return NULL;
  if (item->marker.form == 'Q' || item->marker.form == '(')
    {
      while (start < end && !g_unichar_isdigit (g_utf8_get_char (text + start))
             && (item->marker.form == 'Q' || strchr ("([", text[start]) != NULL))
        start = (gsize) (g_utf8_next_char (text + start) - text);
    }
  if (item->made_up)
    {
      for (end = start; g_unichar_isdigit (g_utf8_get_char (text + end));)
        end = (gsize) (g_utf8_next_char (text + end) - text);
      return g_strndup (text + start, end - start);
    }
  while (end > start)
    {
      const char *last = g_utf8_prev_char (text + end);
      gunichar c = g_utf8_get_char (last);

      if (g_unichar_isalnum (c)
          || (c == ')' && memchr (text + start, '(', end - start) != NULL))
        break;
      end = (gsize) (last - text);
    }
  return g_strndup (text + start, end - start);
}
