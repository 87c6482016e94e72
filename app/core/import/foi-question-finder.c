/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-finder.h"

#include <string.h>

#include "foi-question-finder-private.h"
#include "foi-question-items.h"
#include "foi-question-proposal-private.h"
#include "foi-question-sentence.h"
#include "foi-request-frame.h"

/* Longer paragraphs than this are no lead-in that has to be understood as a whole. */
#define MAX_LEAD_IN 4000

/* ---- questions in lists ---- */

static void
classify_items (FoiFinder *finder)
{
  g_byte_array_set_size (finder->kinds, finder->items->len);
  for (guint i = 0; i < finder->items->len; i++)
    {
      FoiTextSpan words = foi_question_item (finder->items, i)->words;
      FoiTextSpan sentence = foi_sentence_next (finder->text, words);

      finder->kinds->data[i] = (guint8) foi_sentence_classify_span (finder->text, sentence);
    }
}

static FoiSentenceKind
item_kind (FoiFinder *finder, guint i)
{
  return (FoiSentenceKind) finder->kinds->data[i];
}

/* Whether bullets below a question are questions of their own, not what it is to be divided by. */
static gboolean
parts_ask (FoiFinder *finder, guint first, guint end)
{
  guint asking = 0;

  if (foi_question_item (finder->items, first)->marker.kind != FOI_MARKER_BULLET)
    return TRUE;
  for (guint i = first; i < end; i++)
    {
      FoiSentenceKind kind = item_kind (finder, i);

      asking += kind == FOI_SENTENCE_ASKS || kind == FOI_SENTENCE_NAMES;
    }
  return asking * 2 > end - first;
}

static void
add_part (FoiFinder *finder, FoiFoundQuestion *question, const FoiQuestionItem *item)
{
  if (question->parts->len < FOI_PROPOSAL_MAX_QUESTIONS)
    g_ptr_array_add (question->parts,
                     foi_found_question_new (finder->text, item->span,
                                             foi_question_item_dup_number (finder->text, item),
                                             item->words));
}

/* The question that the item @i is, with the parts that follow it up to @end. */
static void
take_item (FoiFinder *finder, guint i, guint end)
{
  const FoiQuestionItem *item = foi_question_item (finder->items, i);
  FoiFoundQuestion *question
    = foi_found_question_new (finder->text, item->span,
                              foi_question_item_dup_number (finder->text, item), item->words);

  if (end > i + 2 || (end > i + 1 && item->made_up))
    {
      for (guint part = i + 1; part < end && parts_ask (finder, i + 1, end); part++)
        add_part (finder, question, foi_question_item (finder->items, part));
    }
  else if (end == i + 1)
    {
      g_autoptr (GArray) parts = foi_question_items_read_inline (finder->text, item->words);

      for (guint part = 0; part < parts->len; part++)
        add_part (finder, question, foi_question_item (parts, part));
    }
  foi_found_question_read_period (question, finder->text);
  g_ptr_array_add (finder->proposal->questions, question);
}

static guint
run_end (FoiFinder *finder, guint first)
{
  guint run = foi_question_item (finder->items, first)->run;
  guint i = first;

  while (i < finder->items->len && foi_question_item (finder->items, i)->run == run)
    i++;
  return i;
}

/* The paragraph right above the item @first, past headings. */
static FoiTextSpan
paragraph_above (FoiFinder *finder, gsize from, guint first)
{
  FoiTextSpan paragraph, above = { 0, 0 };
  gsize end = foi_question_item (finder->items, first)->span.start;
  guint i = foi_question_item (finder->items, first)->line;

  /* Far enough back for any lead-in; lists after long prose need not be read from its start. */
  while (i > 0 && foi_text_line (finder->lines, i)->start > from
         && end - foi_text_line (finder->lines, i)->start < MAX_LEAD_IN)
    i--;
  from = MAX (from, foi_text_line (finder->lines, i)->start);
  while (foi_finder_next_paragraph (finder, from, end, &paragraph))
    {
      if (foi_text_span_is_empty (above) || !foi_finder_is_heading (finder->text, paragraph))
        above = paragraph;
      from = paragraph.end;
    }
  return above;
}

/* Whether a list is one of questions, not of services, dates or events that are told. */
static gboolean
run_asks (FoiFinder *finder, gsize from, guint first, guint end, gboolean others_ask)
{
  FoiTextSpan above = paragraph_above (finder, from, first);
  guint items = 0, asking = 0, naming = 0;
  FoiLeadIn lead_in = foi_text_span_is_empty (above) ? FOI_LEAD_IN_WEAK
                                                  : foi_finder_lead_in (finder->text, above);

  for (guint i = first; i < end; i++)
    {
      FoiSentenceKind kind = item_kind (finder, i);

      items += !foi_question_item (finder->items, i)->part;
      asking += kind == FOI_SENTENCE_ASKS || kind == FOI_SENTENCE_INTRODUCES;
      naming += kind == FOI_SENTENCE_NAMES;
    }
  if (items == 1)
    return asking > 0 || (naming > 0 && lead_in == FOI_LEAD_IN_STRONG);
  if (asking > 0)
    return TRUE;
  if (lead_in == FOI_LEAD_IN_STRONG)
    return TRUE;
  return !others_ask && (naming > 0 || lead_in == FOI_LEAD_IN_WEAK);
}

/* Where the last sentence begins that asks, in a list or not; 0 when none does. */
static gsize
find_last_asking (FoiFinder *finder, gsize at, gsize end)
{
  FoiTextSpan paragraph;
  gsize last = 0;

  while (foi_finder_next_paragraph (finder, at, end, &paragraph))
    {
      at = paragraph.end;
      while (!foi_text_span_is_empty (paragraph))
        {
          FoiTextSpan sentence = foi_sentence_next (finder->text, paragraph);

          if (foi_text_span_is_empty (sentence))
            break;
          if (foi_sentence_classify_span (finder->text, sentence) == FOI_SENTENCE_ASKS)
            last = sentence.start;
          paragraph.start = sentence.end;
        }
    }
  return last;
}

/* How many items from @first to @end ask by their own words. */
static guint
count_asking (FoiFinder *finder, guint first, guint end)
{
  guint asking = 0;

  for (guint i = first; i < end; i++)
    asking += item_kind (finder, i) == FOI_SENTENCE_ASKS;
  return asking;
}

/* Drops the lists that do not ask, so that their words are read as prose. */
static void
drop_other_lists (FoiFinder *finder, gsize from, gsize to)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (FoiQuestionItem));
  guint n_asking = count_asking (finder, 0, finder->items->len);
  gsize last_asking = finder->items->len > 0 ? find_last_asking (finder, from, to) : 0;
  gsize at = from;

  for (guint first = 0; first < finder->items->len;)
    {
      guint end = run_end (finder, first);
      gsize after = foi_question_item (finder->items, end - 1)->span.end;
      gboolean others_ask = last_asking >= after || n_asking > count_asking (finder, first, end);

      if (run_asks (finder, at, first, end, others_ask))
        g_array_append_vals (kept, foi_question_item (finder->items, first), end - first);
      at = after;
      first = end;
    }
  g_array_unref (finder->items);
  finder->items = g_steal_pointer (&kept);
  classify_items (finder);
}

static void
take_all (FoiFinder *finder, gsize from, gsize to)
{
  gsize at = from;

  for (guint i = 0; i < finder->items->len;)
    {
      const FoiQuestionItem *item = foi_question_item (finder->items, i);
      guint end = i + 1;

      while (end < finder->items->len && foi_question_item (finder->items, end)->part)
        end++;
      if (item->span.start > at)
        foi_finder_take_prose (finder, (FoiTextSpan){ at, item->span.start }, TRUE);
      if (foi_finder_is_full (finder))
        return;
      take_item (finder, i, end);
      at = item->span.end;
      i = end;
    }
  if (at < to)
    foi_finder_take_prose (finder, (FoiTextSpan){ at, to }, FALSE);
}

/* Earlier mail quoted within the request is none of it: its lines are read as blank. */
static void
blank_quoted (GArray *lines)
{
  guint32 depth = G_MAXUINT32;

  for (guint i = 0; i < lines->len; i++)
    {
      if (!foi_text_line_is_blank (foi_text_line (lines, i)))
        depth = MIN (depth, foi_text_line (lines, i)->depth);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      FoiTextLine *line = &g_array_index (lines, FoiTextLine, i);

      if (line->depth > depth)
        line->words = line->end;
    }
}

/* @body from the beginning of its first line, so that the marks of quoted mail before it count. */
static FoiTextSpan
whole_lines (const char *text, FoiTextSpan body)
{
  gsize start = body.start;

  while (start > 0 && strchr ("> \t", text[start - 1]) != NULL)
    start--;
  if (start == 0 || text[start - 1] == '\n' || text[start - 1] == '\r')
    body.start = start;
  return body;
}

/**
 * foi_question_finder_run:
 * @text: valid UTF-8
 * @body: the part of it that is the request, as #FoiRequestText has it or as an officer marked it
 *
 * Proposes the questions of a request: the items of its lists, with their parts one level deep, and
 * the sentences that ask, with those that qualify them. What leads to the questions is the
 * preamble; everything else is listed as words in no question, so that nothing asked is lost
 * unseen.
 *
 * Returns: (transfer full): the proposal.
 */
FoiQuestionProposal *
foi_question_finder_run (const char *text, FoiTextSpan body)
{
  FoiFinder finder = { .text = text };
  FoiRequestFrame frame;
  gsize from, to;

  g_return_val_if_fail (text != NULL && body.start <= body.end, NULL);

  finder.proposal = foi_question_proposal_new (text, body);
  finder.lines = foi_text_lines_new (text, whole_lines (text, body));
  blank_quoted (finder.lines);
  foi_request_frame_read (text, finder.lines, 0, finder.lines->len, &frame);
  finder.proposal->greeting = frame.greeting;
  finder.proposal->closing = frame.closing;
  from = foi_text_span_is_empty (frame.greeting) ? body.start : frame.greeting.end;
  to = foi_text_span_is_empty (frame.closing) ? body.end : frame.closing.start;
  from = MIN (from, to);
  finder.items = foi_question_items_read (text, finder.lines,
                                          foi_text_lines_find (finder.lines, from),
                                          foi_text_lines_find (finder.lines, to));
  finder.kinds = g_byte_array_new ();
  classify_items (&finder);
  drop_other_lists (&finder, from, to);
  take_all (&finder, from, to);
  /* What people add below their name. */
  if (frame.closing.end > to && frame.closing.end < body.end)
    foi_finder_take_prose (&finder, (FoiTextSpan){ frame.closing.end, body.end }, FALSE);
  if (foi_text_span_is_empty (finder.proposal->preamble)
      && finder.proposal->questions->len > 0)
    finder.proposal->preamble = finder.introduction;
  foi_question_proposal_label (finder.proposal);
  foi_question_proposal_update_words (finder.proposal);
  g_byte_array_unref (finder.kinds);
  g_array_unref (finder.items);
  g_array_unref (finder.lines);
  return finder.proposal;
}
