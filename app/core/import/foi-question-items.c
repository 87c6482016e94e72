/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-items.h"

#include <string.h>

#include "foi-list-level.h"

/* Many more than a proposal holds; what comes after is read as words. */
#define MAX_ITEMS 2000
/* Mail programs do not break lines before this many bytes. */
#define MIN_WRAPPED 45
/* A line of at most this many words without a stop, between items, is a heading. */
#define MAX_HEADING_WORDS 6

typedef struct
{
  const char *text;
  GArray     *lines;
  guint       end;
  GArray     *items;
  FoiListLevel       top;
  FoiListLevel       sub;
  guint       run;
  /* The line of the last item, and how far the search for what comes between has got. */
  guint       last_line;
  guint       searched;
  gboolean    alone;
  gboolean    gap;
  guint       between;
} Reader;

/* Whether the words of line @i - 1 run on into a number at the beginning of line @i: "…page". */
static gboolean
runs_on (const Reader *reader, guint first, guint i)
{
  static const char *const words[] = {
    "section", "sections", "page", "pages", "part", "parts", "schedule", "appendix", "question",
    "questions", "paragraph", "item", "table", "rule", "regulation", "stage", "level", "phase",
    "chapter", "option", "annex", "band", "grade", "tier", "year", "years", "and", "or", "of",
    "to", "in", "the", "for", "from", "by", "at", "on", "with", "than", "over", "about", "around",
    "approximately", "nearly", "between", "article", "class", "key stage", "type", "category", "a",
    "an", "is", "was", "were", "are", "only", "some", "see", "no", "number", "zone", "ward", NULL
  };
  const FoiTextLine *before;
  gsize start;
  g_autofree char *word = NULL;

  if (i == first)
    return FALSE;
  before = foi_text_line (reader->lines, i - 1);
  /* An item that is shorter than a line was ended by its writer, whatever its last word is. */
  if (reader->items->len > 0 && reader->last_line == i - 1
      && before->end - before->words < MIN_WRAPPED)
    return FALSE;
  start = before->end;
  while (start > before->words && before->end - start < 20
         && g_ascii_isalpha (reader->text[start - 1]))
    start--;
  if (start == before->end)
    return FALSE;
  word = g_ascii_strdown (reader->text + start, (gssize) (before->end - start));
  return g_strv_contains (words, word);
}

/* Whether a bullet or letter at line @i can belong to the item before it: nothing came between
 * but words that lead to it. Each line is looked at once. */
static gboolean
follows_item (Reader *reader, guint i)
{
  for (; reader->searched < i && reader->between == 0; reader->searched++)
    {
      const FoiTextLine *line = foi_text_line (reader->lines, reader->searched);

      /* Where a number stands alone its words may begin after a blank line. */
      if (foi_text_line_is_blank (line))
        reader->gap = reader->gap || !reader->alone || reader->searched > reader->last_line + 1;
      else if (reader->gap)
        reader->between = reader->searched;
    }
  return reader->between == 0
         || reader->text[foi_text_line (reader->lines, reader->between)->end - 1] == ':';
}

static void
add_item (Reader *reader, guint line, const FoiListMarker *marker, gboolean part, gboolean made_up)
{
  FoiQuestionItem item = { .marker = *marker, .part = part, .made_up = made_up,
                           .run = reader->run, .line = line };

  g_array_append_val (reader->items, item);
  reader->last_line = line;
  reader->searched = line + 1;
  reader->alone = marker->words >= foi_text_line (reader->lines, line)->end;
  reader->between = 0;
  reader->gap = FALSE;
  if (!part)
    reader->sub.open = FALSE;
}

static void
start_run (Reader *reader, guint line, const FoiListMarker *marker)
{
  reader->run++;
  foi_list_level_open (&reader->top, marker);
  add_item (reader, line, marker, FALSE, FALSE);
}

/* "1a", "1(b)", "1.2": a part of the item of that number, which may have no line of its own. */
static void
take_double (Reader *reader, guint line, const FoiListMarker *marker)
{
  FoiListLevel *top = &reader->top;
  gboolean numbered = top->open && top->kind == FOI_MARKER_NUMBER;

  if (numbered && marker->value == top->value)
    {
      if (reader->sub.open ? marker->sub != reader->sub.value + 1 : marker->sub != 1)
        return;
    }
  else if (marker->sub == 1 && marker->value == (numbered ? top->value + 1 : 1))
    {
      if (!numbered)
        reader->run++;
      foi_list_level_open (top, marker);
      top->value = marker->value;
      add_item (reader, line, marker, FALSE, TRUE);
    }
  else
    {
      return;
    }
  reader->sub = (FoiListLevel){ .open = TRUE, .kind = FOI_MARKER_NUMBER, .form = marker->form,
                         .doubled = TRUE, .value = marker->sub };
  add_item (reader, line, marker, TRUE, FALSE);
}

static void
take_marker (Reader *reader, guint line, const FoiListMarker *marker)
{
  FoiListLevel *top = &reader->top, *sub = &reader->sub;
  gboolean same_as_top = top->open && top->kind == marker->kind && top->form == marker->form;

  if (marker->sub > 0)
    {
      take_double (reader, line, marker);
    }
  else if (foi_list_level_is_next (sub, marker) && sub->form == marker->form)
    {
      foi_list_level_step (sub, marker);
      add_item (reader, line, marker, TRUE, FALSE);
    }
  else if (foi_list_level_is_next (top, marker) || foi_list_level_is_nearly_next (top, marker)
           || (same_as_top && foi_list_marker_is_first (marker)))
    {
      foi_list_level_step (top, marker);
      add_item (reader, line, marker, FALSE, FALSE);
    }
  else if (foi_list_level_is_next (sub, marker))
    {
      foi_list_level_step (sub, marker);
      add_item (reader, line, marker, TRUE, FALSE);
    }
  else if (foi_list_marker_is_first (marker))
    {
      if (!top->open || (top->kind == FOI_MARKER_BULLET && marker->kind == FOI_MARKER_NUMBER)
          || (marker->kind != FOI_MARKER_NUMBER && !follows_item (reader, line)
              && top->kind == FOI_MARKER_BULLET))
        {
          start_run (reader, line, marker);
        }
      else if (follows_item (reader, line))
        {
          foi_list_level_open (sub, marker);
          add_item (reader, line, marker, TRUE, FALSE);
        }
    }
}

/* ---- where items end ---- */

static guint
skip_blank_lines (const Reader *reader, guint i, guint end)
{
  while (i < end && foi_text_line_is_blank (foi_text_line (reader->lines, i)))
    i++;
  return i;
}

static guint
paragraph_end (const Reader *reader, guint i, guint end)
{
  while (i < end && !foi_text_line_is_blank (foi_text_line (reader->lines, i)))
    i++;
  return i;
}

/* The line after the item's first paragraph; a number may stand alone on its line. */
static guint
first_paragraph_end (const Reader *reader, const FoiQuestionItem *item, guint end)
{
  guint i = item->line;

  if (item->marker.words >= foi_text_line (reader->lines, i)->end)
    {
      guint next = skip_blank_lines (reader, i + 1, end);

      return next < end ? paragraph_end (reader, next, end) : i + 1;
    }
  return paragraph_end (reader, i, end);
}

static guint
count_words (const char *text, FoiTextSpan span)
{
  guint words = 0;
  gboolean inside = FALSE;

  for (const char *p = text + span.start; p < text + span.end && words < 100;
       p = g_utf8_next_char (p))
    {
      gboolean blank = foi_text_is_space (g_utf8_get_char (p));

      words += !blank && !inside;
      inside = !blank;
    }
  return words;
}

/* A heading between items, or words that lead to those after it. */
static gboolean
leads_on (const Reader *reader, guint from, guint to)
{
  const FoiTextLine *first = foi_text_line (reader->lines, from);
  const FoiTextLine *last = foi_text_line (reader->lines, to - 1);
  const char end = reader->text[last->end - 1];

  if (end == ':')
    return TRUE;
  return to - from == 1 && strchr (".?!;,", end) == NULL
         && count_words (reader->text, foi_text_line_span (first)) <= MAX_HEADING_WORDS;
}

/* Whether a paragraph after the last item of a list goes on with it: it begins with a small
 * letter, or is set further in than the item. */
static gboolean
goes_on (const Reader *reader, const FoiQuestionItem *item, guint i)
{
  const FoiTextLine *line = foi_text_line (reader->lines, i);
  const FoiTextLine *own = foi_text_line (reader->lines, item->line);
  const char *words = reader->text + line->words;
  gboolean about_oneself
      = *words == 'i' && line->words + 1 < line->end && strchr (" '", words[1]) != NULL;

  return (g_unichar_islower (g_utf8_get_char (words)) && !about_oneself)
         || (line->depth == own->depth
             && line->words - line->start > own->words - own->start + 1);
}

/* The line after the last of @item, when the next item (of any level) begins at @next. */
static guint
item_end (const Reader *reader, const FoiQuestionItem *item, guint next, gboolean is_last)
{
  guint end = first_paragraph_end (reader, item, next);

  while (end < next)
    {
      guint from = skip_blank_lines (reader, end, next);
      guint to = paragraph_end (reader, from, next);

      if (from >= next)
        break;
      if ((is_last || item->marker.kind == FOI_MARKER_BULLET) && !goes_on (reader, item, from))
        break;
      if (skip_blank_lines (reader, to, next) >= next && !is_last && leads_on (reader, from, to))
        break;
      end = to;
    }
  return end;
}

static void
set_words (const Reader *reader, FoiQuestionItem *item, guint end)
{
  gsize last;

  while (end > item->line + 1 && foi_text_line_is_blank (foi_text_line (reader->lines, end - 1)))
    end--;
  last = foi_text_line (reader->lines, end - 1)->end;
  item->span = (FoiTextSpan){ item->marker.span.start, MAX (last, item->marker.span.end) };
  item->words = foi_text_span_trim (reader->text,
                                    (FoiTextSpan){ item->marker.span.end, item->span.end });
}

/* Each item reaches to where the next begins, or less; an item holds its parts. */
static void
set_ends (Reader *reader)
{
  FoiQuestionItem *items = (FoiQuestionItem *) reader->items->data;
  guint n = reader->items->len;
  gsize part_end = 0;

  for (guint i = n; i-- > 0;)
    {
      gboolean follows = i + 1 < n && items[i + 1].run == items[i].run;
      guint next = i + 1 < n ? items[i + 1].line : reader->end;
      gboolean restarts = follows && !items[i].part && !items[i + 1].part
                          && items[i + 1].marker.value <= items[i].marker.value
                          && items[i].marker.kind != FOI_MARKER_BULLET;
      gboolean last_part = items[i].part && (!follows || !items[i + 1].part);

      if (items[i].made_up)
        {
          items[i].span = (FoiTextSpan){ items[i].marker.span.start, part_end };
          items[i].words = items[i].span;
          part_end = 0;
          continue;
        }
      set_words (reader, &items[i], item_end (reader, &items[i], next,
                                              !follows || restarts || last_part));
      if (items[i].part)
        {
          part_end = MAX (part_end, items[i].span.end);
          continue;
        }
      items[i].span.end = MAX (items[i].span.end, part_end);
      items[i].words.end = MAX (items[i].words.end, part_end);
      part_end = 0;
    }
}

/**
 * foi_question_items_read:
 * @text: valid UTF-8
 * @lines: (element-type FoiTextLine): its lines
 * @first: the first line to look at
 * @end: the line after the last
 *
 * Finds the lists of @text: numbers, letters or bullets at the beginning of lines that follow from
 * one another. A number that begins a line by chance ("… on page\n2. The council …", "2024. The …")
 * follows from nothing, or its line does from the words before it. Lists in lists are read one
 * level deep; what is deeper stays words.
 *
 * Returns: (transfer full) (element-type FoiQuestionItem): the items in the order of the text.
 */
GArray *
foi_question_items_read (const char *text, GArray *lines, guint first, guint end)
{
  Reader reader = { .text = text, .lines = lines, .end = end };

  reader.items = g_array_new (FALSE, FALSE, sizeof (FoiQuestionItem));
  g_return_val_if_fail (text != NULL && lines != NULL && end <= lines->len, reader.items);

  for (guint i = first; i < end && reader.items->len < MAX_ITEMS; i++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);
      FoiListMarker marker;

      if (foi_text_line_is_blank (line)
          || !foi_list_marker_read (text, foi_text_line_span (line), &marker))
        continue;
      if (marker.kind != FOI_MARKER_BULLET && strchr (".: ", (int) (marker.form & 0x7f)) != NULL
          && runs_on (&reader, first, i))
        continue;
      take_marker (&reader, i, &marker);
    }
  set_ends (&reader);
  return reader.items;
}
