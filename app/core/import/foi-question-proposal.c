/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-proposal-private.h"

#include <string.h>

#include "foi-list-marker.h"
#include "foi-question-label.h"
#include "foi-question-sentence.h"
#include "foi-text-lines.h"

/* ---- a question ---- */

/* The sentence that says what would do instead: "If that is too much, then please …". */
static FoiTextSpan
find_fallback (const char *text, FoiTextSpan words)
{
  static const char *const instead[] = { "instead", "alternatively", "at least", NULL };
  static const char *const starts[] = {
    "if", "where", "otherwise", "failing that", "alternatively", "should", NULL
  };
  FoiTextSpan rest = words;

  while (!foi_text_span_is_empty (rest))
    {
      FoiTextSpan sentence = foi_sentence_next (text, rest);
      g_autofree char *folded = foi_text_span_fold (text, sentence);

      if (foi_text_span_is_empty (sentence))
        break;
      if (foi_phrase_begins (folded, starts) > 0 && foi_phrase_within (folded, instead))
        return sentence;
      rest.start = sentence.end;
    }
  return (FoiTextSpan){ words.end, words.end };
}

/**
 * foi_found_question_read_period:
 * @self: a question
 * @text: the whole text
 *
 * Reads the question's own period anew: the one it names before its parts.
 */
void
foi_found_question_read_period (FoiFoundQuestion *self, const char *text)
{
  FoiTextSpan span = self->words;

  if (self->parts->len > 0)
    span.end = ((FoiFoundQuestion *) g_ptr_array_index (self->parts, 0))->span.start;
  self->period = (FoiTextPeriod){ .basis = FOI_PERIOD_NONE };
  if (!foi_text_span_is_empty (span))
    foi_text_period_find (text, span, &self->period);
}

/**
 * foi_found_question_new:
 * @text: the whole text
 * @span: the question with its number
 * @number: (nullable) (transfer full): its number
 * @words: the question without its number
 *
 * Returns: (transfer full): a question without parts and label.
 */
FoiFoundQuestion *
foi_found_question_new (const char *text, FoiTextSpan span, char *number, FoiTextSpan words)
{
  FoiFoundQuestion *self = g_new0 (FoiFoundQuestion, 1);

  self->span = span;
  self->words = words;
  self->fallback = find_fallback (text, words);
  self->number = number;
  self->label = g_strdup ("");
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_found_question_free);
  foi_found_question_read_period (self, text);
  return self;
}

/**
 * foi_found_question_copy:
 * @self: a question
 *
 * Returns: (transfer full): a copy, with its parts.
 */
FoiFoundQuestion *
foi_found_question_copy (const FoiFoundQuestion *self)
{
  FoiFoundQuestion *copy = g_new0 (FoiFoundQuestion, 1);

  *copy = *self;
  copy->number = g_strdup (self->number);
  copy->label = g_strdup (self->label);
  copy->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_found_question_free);
  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_add (copy->parts, foi_found_question_copy (g_ptr_array_index (self->parts, i)));
  return copy;
}

/**
 * foi_found_question_free:
 * @self: (transfer full): a question
 */
void
foi_found_question_free (FoiFoundQuestion *self)
{
  g_free (self->number);
  g_free (self->label);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* ---- a proposal ---- */

/**
 * foi_question_proposal_new:
 * @text: the whole text
 * @body: the request in it
 *
 * Returns: (transfer full): a proposal without questions.
 */
FoiQuestionProposal *
foi_question_proposal_new (const char *text, FoiTextSpan body)
{
  FoiQuestionProposal *self = g_atomic_rc_box_new0 (FoiQuestionProposal);

  self->text = g_ref_string_new (text);
  self->body = body;
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_found_question_free);
  self->words = g_array_new (FALSE, FALSE, sizeof (FoiWords));
  return self;
}

/**
 * foi_question_proposal_copy:
 * @self: a proposal
 *
 * Returns: (transfer full): a copy that can be changed; the text is shared.
 */
FoiQuestionProposal *
foi_question_proposal_copy (const FoiQuestionProposal *self)
{
  FoiQuestionProposal *copy = g_atomic_rc_box_new0 (FoiQuestionProposal);

  *copy = *self;
  copy->text = g_ref_string_acquire (self->text);
  copy->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_found_question_free);
  for (guint i = 0; i < self->questions->len; i++)
    g_ptr_array_add (copy->questions,
                     foi_found_question_copy (g_ptr_array_index (self->questions, i)));
  copy->words = g_array_copy (self->words);
  return copy;
}

/**
 * foi_question_proposal_ref:
 * @self: a proposal
 *
 * Returns: (transfer full): @self. A proposal can be shared between threads.
 */
FoiQuestionProposal *
foi_question_proposal_ref (FoiQuestionProposal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_proposal (gpointer data)
{
  FoiQuestionProposal *self = data;

  g_ref_string_release (self->text);
  g_ptr_array_unref (self->questions);
  g_array_unref (self->words);
}

/**
 * foi_question_proposal_unref:
 * @self: (transfer full): a proposal
 */
void
foi_question_proposal_unref (FoiQuestionProposal *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_proposal);
}

/**
 * foi_question_proposal_get:
 * @self: a proposal
 * @i: less than the number of its questions
 *
 * Returns: (transfer none): question @i.
 */
FoiFoundQuestion *
foi_question_proposal_get (const FoiQuestionProposal *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->questions->len, NULL);

  return g_ptr_array_index (self->questions, i);
}

/**
 * foi_question_proposal_dup_asked:
 * @self: a proposal
 * @span: a span of its text
 *
 * Returns: (transfer full): the words of @span as a case keeps and a letter repeats them; see
 *   foi_text_span_dup_asked().
 */
char *
foi_question_proposal_dup_asked (const FoiQuestionProposal *self, FoiTextSpan span)
{
  g_return_val_if_fail (self != NULL, NULL);

  return foi_text_span_dup_asked (self->text, span);
}

/* ---- labels ---- */

/* The end of @span without small words that lead to what follows. */
static gsize
end_without_links (const char *text, FoiTextSpan span)
{
  static const char *const links[] = {
    "in", "for", "of", "the", "at", "by", "on", "to", "from", "a", "between", "was", "were", NULL
  };

  for (;;)
    {
      gsize start = span.end;
      g_autofree char *word = NULL;

      while (start > span.start && text[start - 1] != ' ')
        start--;
      if (start == span.start)
        return span.end;
      word = g_ascii_strdown (text + start, (gssize) (span.end - start));
      if (!g_strv_contains (links, word))
        return span.end;
      span.end = start - 1;
    }
}

/* The words that two parts begin with alike. */
static FoiTextSpan
shared_words (const char *text, FoiTextSpan first, FoiTextSpan second)
{
  gsize shared = 0, blank = 0;

  while (first.start + shared < first.end && second.start + shared < second.end
         && text[first.start + shared] == text[second.start + shared])
    {
      if (text[first.start + shared] == ' ')
        blank = shared;
      shared++;
    }
  first.end = first.start + blank;
  first.end = end_without_links (text, first);
  return first;
}

static gboolean
has_words (const char *text, FoiTextSpan span, guint least)
{
  g_autofree char *line = foi_text_span_dup_line (text, span);
  g_auto (GStrv) words = g_strsplit (line, " ", (int) least + 1);

  return g_strv_length (words) >= least;
}

/* What a question is named after: its words before its parts; where it has none ("2a", "2b"), what
 * the parts begin with alike; where either says too little, all of it. */
static FoiTextSpan
label_span (const char *text, const FoiFoundQuestion *question)
{
  const FoiFoundQuestion *first, *second;
  FoiTextSpan span;

  if (question->parts->len < 2)
    return question->words;
  first = g_ptr_array_index (question->parts, 0);
  second = g_ptr_array_index (question->parts, 1);
  span = (FoiTextSpan){ question->words.start, first->span.start };
  if (foi_text_span_is_empty (span))
    span = shared_words (text, first->words, second->words);
  span = foi_text_span_trim (text, span);
  span.end = end_without_links (text, span);
  if (has_words (text, span, 3))
    return span;
  /* "1a) How many …": the first part says it without its letter. */
  return question->words.start == first->span.start ? first->words : question->words;
}

/* Names @questions that have no label yet; those that have one keep it. */
static void
label_questions (const char *text, GPtrArray *questions)
{
  g_autofree FoiTextSpan *spans = g_new0 (FoiTextSpan, questions->len + 1);
  g_auto (GStrv) labels = NULL;
  gboolean wanted = FALSE;

  for (guint i = 0; i < questions->len; i++)
    {
      FoiFoundQuestion *question = g_ptr_array_index (questions, i);

      spans[i] = label_span (text, question);
      wanted = wanted || *question->label == '\0';
      label_questions (text, question->parts);
    }
  if (!wanted)
    return;
  labels = foi_question_labels_make (text, spans, questions->len);
  for (guint i = 0; i < questions->len; i++)
    {
      FoiFoundQuestion *question = g_ptr_array_index (questions, i);

      if (*question->label != '\0')
        continue;
      g_free (question->label);
      question->label = g_steal_pointer (&labels[i]);
    }
  for (guint i = 0; i < questions->len; i++)
    g_free (labels[i]);
  labels[0] = NULL;
}

/**
 * foi_question_proposal_label:
 * @self: a proposal that nobody else has
 *
 * Names the questions and parts that have no label.
 */
void
foi_question_proposal_label (FoiQuestionProposal *self)
{
  label_questions (self->text, self->questions);
}

/* ---- words in no question ---- */

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const FoiTextSpan *left = a, *right = b;

  return left->start < right->start ? -1 : left->start > right->start;
}

static gboolean
is_bare_marker (const char *text, FoiTextSpan span)
{
  FoiListMarker marker;

  return foi_list_marker_read (text, span, &marker) && marker.words >= span.end;
}

static FoiWordsKind
kind_at (const FoiQuestionProposal *self, gsize at)
{
  if (at >= self->greeting.start && at < self->greeting.end)
    return FOI_WORDS_GREETING;
  if (at >= self->closing.start && at < self->closing.end)
    return FOI_WORDS_CLOSING;
  return FOI_WORDS_LEFT_OVER;
}

static void
add_words (FoiQuestionProposal *self, FoiTextSpan span)
{
  FoiWords words = { foi_text_span_trim (self->text, span), FOI_WORDS_LEFT_OVER };

  if (!foi_text_span_has_words (self->text, words.span) || is_bare_marker (self->text, words.span))
    return;
  words.kind = kind_at (self, words.span.start);
  g_array_append_val (self->words, words);
}

/* Adds the paragraphs of @span, which is in one of greeting, closing and neither. */
static void
add_paragraphs (FoiQuestionProposal *self, FoiTextSpan span)
{
  g_autoptr (GArray) lines = foi_text_lines_new (self->text, span);
  gsize start = span.start;

  for (guint i = 0; i < lines->len; i++)
    {
      const FoiTextLine *line = foi_text_line (lines, i);

      if (!foi_text_line_is_blank (line))
        continue;
      add_words (self, (FoiTextSpan){ start, line->start });
      start = line->next;
    }
  add_words (self, (FoiTextSpan){ start, span.end });
}

/* Adds what is in @gap, apart where greeting and closing begin and end. */
static void
add_gap (FoiQuestionProposal *self, FoiTextSpan gap)
{
  const gsize borders[] = { self->greeting.start, self->greeting.end, self->closing.start,
                            self->closing.end };

  for (gsize i = 0; i < G_N_ELEMENTS (borders); i++)
    {
      if (borders[i] <= gap.start || borders[i] >= gap.end)
        continue;
      if (kind_at (self, gap.start) == FOI_WORDS_LEFT_OVER)
        add_paragraphs (self, (FoiTextSpan){ gap.start, borders[i] });
      else
        add_words (self, (FoiTextSpan){ gap.start, borders[i] });
      gap.start = borders[i];
    }
  if (gap.start < gap.end && kind_at (self, gap.start) == FOI_WORDS_LEFT_OVER)
    add_paragraphs (self, gap);
  else if (gap.start < gap.end)
    add_words (self, gap);
}

/* Whether words in no question say for when the questions are, and do not just tell of a year. */
static gboolean
is_for_all (const char *text, FoiTextSpan words, const FoiTextPeriod *period)
{
  static const char *const cues[] = {
    "please", "period", "time frame", "timeframe", "all of the above", "all questions",
    "each question", NULL
  };
  FoiTextSpan near = { words.start, MIN (words.end, period->span.end + 100) };
  g_autofree char *folded = NULL;

  if (period->span.start - words.start <= 20)
    return TRUE;
  while (near.end < words.end && ((guchar) text[near.end] & 0xc0) == 0x80)
    near.end++;
  near.start = MAX (near.start, period->span.start > 200 ? period->span.start - 200 : 0);
  while (near.start < period->span.start && ((guchar) text[near.start] & 0xc0) == 0x80)
    near.start++;
  folded = foi_text_span_fold (text, near);
  return foi_phrase_within (folded, cues);
}

/* The preamble's period, or the first in the words that are left over. */
static void
find_period (FoiQuestionProposal *self)
{
  gboolean found = foi_text_period_find (self->text, self->preamble, &self->period);

  for (guint i = 0; i < self->words->len && !found; i++)
    {
      const FoiWords *words = &g_array_index (self->words, FoiWords, i);

      found = words->kind == FOI_WORDS_LEFT_OVER
              && foi_text_period_find (self->text, words->span, &self->period)
              && is_for_all (self->text, words->span, &self->period);
    }
  if (!found)
    self->period = (FoiTextPeriod){ .basis = FOI_PERIOD_NONE };
}

/**
 * foi_question_proposal_update_words:
 * @self: a proposal that nobody else has
 *
 * Lists anew what is in no question, and finds the period named there.
 */
void
foi_question_proposal_update_words (FoiQuestionProposal *self)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (FoiTextSpan));
  gsize at = self->body.start;

  g_array_set_size (self->words, 0);
  if (!foi_text_span_is_empty (self->preamble))
    g_array_append_val (taken, self->preamble);
  for (guint i = 0; i < self->questions->len; i++)
    g_array_append_val (taken, foi_question_proposal_get (self, i)->span);
  g_array_sort (taken, compare_spans);
  for (guint i = 0; i < taken->len; i++)
    {
      FoiTextSpan span = g_array_index (taken, FoiTextSpan, i);

      if (span.start > at)
        add_gap (self, (FoiTextSpan){ at, span.start });
      at = MAX (at, span.end);
    }
  if (at < self->body.end)
    add_gap (self, (FoiTextSpan){ at, self->body.end });
  find_period (self);
}
