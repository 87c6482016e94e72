/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-finder-private.h"

#include <string.h>

#include "foi-list-marker.h"
#include "foi-question-items.h"
#include "foi-question-proposal-private.h"
#include "foi-question-sentence.h"
#include "foi-text-lines.h"
#include "foi-text-period.h"

/* A paragraph of at most this many bytes without a stop is a heading. */
#define MAX_HEADING 50

/**
 * foi_finder_is_full:
 * @finder: the finder
 *
 * Returns: whether there can be no more questions; the proposal then says so.
 */
gboolean
foi_finder_is_full (FoiFinder *finder)
{
  finder->proposal->too_many
    = finder->proposal->too_many
      || finder->proposal->questions->len >= FOI_PROPOSAL_MAX_QUESTIONS;
  return finder->proposal->questions->len >= FOI_PROPOSAL_MAX_QUESTIONS;
}

static void
add_question (FoiFinder *finder, FoiFoundQuestion *question)
{
  g_ptr_array_add (finder->proposal->questions, question);
}

/**
 * foi_finder_next_paragraph:
 * @finder: the finder
 * @at: where to begin
 * @end: where to end
 * @paragraph: (out): the lines without a blank one between them
 *
 * Returns: whether there is a paragraph at or after @at.
 */
gboolean
foi_finder_next_paragraph (FoiFinder *finder, gsize at, gsize end, FoiTextSpan *paragraph)
{
  guint i = foi_text_lines_find (finder->lines, at);
  const FoiTextLine *line;

  while (i < finder->lines->len && foi_text_line (finder->lines, i)->start < end
         && (foi_text_line_is_blank (foi_text_line (finder->lines, i))
             || foi_text_line (finder->lines, i)->end <= at))
    i++;
  if (i >= finder->lines->len || foi_text_line (finder->lines, i)->start >= end)
    return FALSE;
  line = foi_text_line (finder->lines, i);
  paragraph->start = paragraph->end = MAX (line->words, at);
  for (; i < finder->lines->len; i++)
    {
      line = foi_text_line (finder->lines, i);
      if (foi_text_line_is_blank (line) || line->words >= end)
        break;
      paragraph->end = MIN (line->end, end);
    }
  *paragraph = foi_text_span_trim (finder->text, *paragraph);
  return paragraph->start < paragraph->end;
}

static char
last_character (const char *text, FoiTextSpan span)
{
  return span.end > span.start ? text[span.end - 1] : '\0';
}

/**
 * foi_finder_is_heading:
 * @text: valid UTF-8
 * @paragraph: a paragraph of it
 *
 * Returns: whether it is one short line without a stop.
 */
gboolean
foi_finder_is_heading (const char *text, FoiTextSpan paragraph)
{
  return paragraph.end - paragraph.start <= MAX_HEADING
         && strchr (".?!:,;-", last_character (text, paragraph)) == NULL
         && memchr (text + paragraph.start, '\n', paragraph.end - paragraph.start) == NULL;
}

/**
 * foi_finder_lead_in:
 * @text: valid UTF-8
 * @paragraph: the words before a list
 *
 * Returns: how sure it is that the list is one of questions.
 */
FoiLeadIn
foi_finder_lead_in (const char *text, FoiTextSpan paragraph)
{
  FoiTextSpan rest = paragraph;
  FoiLeadIn strength = strchr (":-", last_character (text, paragraph)) != NULL
                               || foi_finder_is_heading (text, paragraph)
                           ? FOI_LEAD_IN_WEAK
                           : FOI_LEAD_IN_NONE;

  while (!foi_text_span_is_empty (rest))
    {
      FoiTextSpan sentence = foi_sentence_next (text, rest);
      FoiSentenceKind kind = foi_sentence_classify_span (text, sentence);

      if (foi_text_span_is_empty (sentence))
        break;
      if (kind == FOI_SENTENCE_ASKS || kind == FOI_SENTENCE_INTRODUCES)
        strength = FOI_LEAD_IN_STRONG;
      rest.start = sentence.end;
    }
  return strength;
}

/* The part of @paragraph from the first sentence that introduces, asks or names a period; else from
 * the first that is more than a courtesy: "I hope you are well" is nothing to be answered. */
static FoiTextSpan
trim_lead_in (const char *text, FoiTextSpan paragraph)
{
  FoiTextSpan rest = paragraph, said = { paragraph.end, paragraph.end };

  while (!foi_text_span_is_empty (rest))
    {
      FoiTextSpan sentence = foi_sentence_next (text, rest);
      FoiSentenceKind kind = foi_sentence_classify_span (text, sentence);
      FoiTextPeriod period;

      if (foi_text_span_is_empty (sentence))
        break;
      if (kind == FOI_SENTENCE_INTRODUCES || kind == FOI_SENTENCE_ASKS
          || kind == FOI_SENTENCE_NAMES || foi_text_period_find (text, sentence, &period))
        return (FoiTextSpan){ sentence.start, paragraph.end };
      if (kind != FOI_SENTENCE_COURTESY && foi_text_span_is_empty (said))
        said.start = sentence.start;
      rest.start = sentence.end;
    }
  return said;
}

static void
close_question (FoiFinder *finder, FoiTextSpan *open)
{
  if (!foi_text_span_is_empty (*open) && !foi_finder_is_full (finder))
    add_question (finder, foi_found_question_new (finder->text, *open, NULL, *open));
  *open = (FoiTextSpan){ 0, 0 };
}

static void
take_introduction (FoiFinder *finder, FoiTextSpan sentence)
{
  if (finder->proposal->questions->len > 0
      || !foi_text_span_is_empty (finder->proposal->preamble))
    return;
  if (foi_text_span_is_empty (finder->introduction))
    finder->introduction = sentence;
  finder->introduction.end = sentence.end;
}

static gboolean
is_announcement (const char *text, FoiTextSpan sentence)
{
  g_autofree char *folded = foi_text_span_fold (text, sentence);

  return foi_sentence_is_announcement (folded);
}

/* Takes the questions of a paragraph that has no list: each sentence that asks, with those after
 * it that say more about it. */
static void
take_sentences (FoiFinder *finder, FoiTextSpan paragraph)
{
  FoiTextSpan open = { 0, 0 };

  while (!foi_text_span_is_empty (paragraph))
    {
      FoiTextSpan sentence = foi_sentence_next (finder->text, paragraph);
      FoiSentenceKind kind = foi_sentence_classify_span (finder->text, sentence);

      if (foi_text_span_is_empty (sentence))
        break;
      if (kind == FOI_SENTENCE_NAMES && finder->introduced)
        kind = FOI_SENTENCE_ASKS;
      if (kind == FOI_SENTENCE_ASKS && finder->items->len > 0
          && is_announcement (finder->text, sentence))
        kind = FOI_SENTENCE_INTRODUCES;
      switch (kind)
        {
        case FOI_SENTENCE_ASKS:
          close_question (finder, &open);
          open = sentence;
          break;
        case FOI_SENTENCE_QUALIFIES:
          if (!foi_text_span_is_empty (open))
            open.end = sentence.end;
          break;
        case FOI_SENTENCE_INTRODUCES:
          close_question (finder, &open);
          take_introduction (finder, sentence);
          finder->introduced = last_character (finder->text, sentence) == ':';
          break;
        case FOI_SENTENCE_COURTESY:
          finder->introduced = FALSE;
          close_question (finder, &open);
          break;
        case FOI_SENTENCE_OTHER:
        case FOI_SENTENCE_NAMES:
        default:
          close_question (finder, &open);
          break;
        }
      paragraph.start = sentence.end;
    }
  close_question (finder, &open);
}

static void
set_preamble (FoiFinder *finder, FoiTextSpan paragraph)
{
  if (foi_text_span_is_empty (finder->proposal->preamble)
      && finder->proposal->questions->len == 0)
    finder->proposal->preamble = trim_lead_in (finder->text, paragraph);
}

/* Whether the items of a paragraph's list ask, or the words before them do. */
static gboolean
inline_list_asks (const char *text, GArray *items, FoiTextSpan before)
{
  FoiLeadIn lead_in
      = foi_text_span_is_empty (before) ? FOI_LEAD_IN_NONE : foi_finder_lead_in (text, before);

  for (guint i = 0; i < items->len && lead_in != FOI_LEAD_IN_STRONG; i++)
    {
      FoiSentenceKind kind = foi_sentence_classify_span (text, foi_question_item (items, i)->words);

      if (kind == FOI_SENTENCE_ASKS || (kind == FOI_SENTENCE_NAMES && lead_in == FOI_LEAD_IN_WEAK))
        return TRUE;
    }
  return lead_in == FOI_LEAD_IN_STRONG;
}

/* Takes a list that stands within a paragraph; FALSE when there is none. */
static gboolean
take_inline_list (FoiFinder *finder, FoiTextSpan paragraph)
{
  g_autoptr (GArray) items = foi_question_items_read_inline (finder->text, paragraph);
  FoiTextSpan before, after;

  if (items->len == 0)
    return FALSE;
  before = (FoiTextSpan){ paragraph.start, foi_question_item (items, 0)->span.start };
  before = foi_text_span_trim (finder->text, before);
  if (!inline_list_asks (finder->text, items, before))
    return FALSE;
  if (!foi_text_span_is_empty (before))
    set_preamble (finder, before);
  for (guint i = 0; i < items->len && !foi_finder_is_full (finder); i++)
    {
      const FoiQuestionItem *item = foi_question_item (items, i);

      add_question (finder,
                    foi_found_question_new (finder->text, item->span,
                                            foi_question_item_dup_number (finder->text, item),
                                            item->words));
    }
  after = (FoiTextSpan){ foi_question_item (items, items->len - 1)->span.end, paragraph.end };
  take_sentences (finder, after);
  return TRUE;
}

static void
take_paragraph (FoiFinder *finder, FoiTextSpan paragraph)
{
  if (!take_inline_list (finder, paragraph))
    take_sentences (finder, paragraph);
}

/* Whether a paragraph above a list asks something of its own, with a question mark, and does not
 * end by leading to the list. */
static gboolean
asks_by_itself (const char *text, FoiTextSpan paragraph)
{
  gboolean asks = FALSE, leads = TRUE;

  while (!foi_text_span_is_empty (paragraph))
    {
      FoiTextSpan sentence = foi_sentence_next (text, paragraph);
      FoiSentenceKind kind = foi_sentence_classify_span (text, sentence);

      if (foi_text_span_is_empty (sentence))
        break;
      leads = kind == FOI_SENTENCE_INTRODUCES
              || strchr (".?!", last_character (text, sentence)) == NULL;
      asks = asks || (kind == FOI_SENTENCE_ASKS && last_character (text, sentence) == '?');
      paragraph.start = sentence.end;
    }
  return asks && !leads;
}

/* Whether @paragraph is the list that @before announces with a colon. */
static gboolean
is_list_of (const char *text, FoiTextSpan before, FoiTextSpan paragraph)
{
  FoiListMarker marker;

  return last_character (text, before) == ':' && foi_list_marker_read (text, paragraph, &marker);
}

/**
 * foi_finder_take_prose:
 * @finder: the finder
 * @gap: words outside of lists
 * @list_follows: whether a list of questions comes right after them
 *
 * Takes the questions in prose, and the preamble: the last paragraph before a list.
 */
void
foi_finder_take_prose (FoiFinder *finder, FoiTextSpan gap, gboolean list_follows)
{
  FoiTextSpan paragraph, waiting = { 0, 0 };
  gsize at = gap.start;

  while (foi_finder_next_paragraph (finder, at, gap.end, &paragraph))
    {
      at = paragraph.end;
      if (!list_follows)
        {
          take_paragraph (finder, paragraph);
          continue;
        }
      /* A heading right above the list leaves the paragraph before it waiting. */
      if (!foi_text_span_is_empty (waiting) && is_list_of (finder->text, waiting, paragraph))
        {
          waiting.end = paragraph.end;
          continue;
        }
      if (!foi_text_span_is_empty (waiting) && foi_finder_is_heading (finder->text, paragraph))
        continue;
      if (!foi_text_span_is_empty (waiting))
        take_paragraph (finder, waiting);
      waiting = paragraph;
    }
  if (foi_text_span_is_empty (waiting))
    return;
  if (asks_by_itself (finder->text, waiting))
    take_paragraph (finder, waiting);
  else if (!foi_finder_is_heading (finder->text, waiting))
    set_preamble (finder, waiting);
}
