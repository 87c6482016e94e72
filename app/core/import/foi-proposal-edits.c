/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-proposal-edits.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-error.h"
#include "foi-list-marker.h"
#include "foi-question-items.h"
#include "foi-question-proposal-private.h"

/* @span within the body, at borders of characters, without white space at its ends. */
static FoiTextSpan
tidy_span (const FoiQuestionProposal *self, FoiTextSpan span)
{
  span.start = CLAMP (span.start, self->body.start, self->body.end);
  span.end = CLAMP (span.end, span.start, self->body.end);
  while (span.start > self->body.start && ((guchar) self->text[span.start] & 0xc0) == 0x80)
    span.start--;
  while (span.end < self->body.end && ((guchar) self->text[span.end] & 0xc0) == 0x80)
    span.end++;
  return foi_text_span_trim (self->text, span);
}

/* A question of the words of @span, whose number is recognised if it begins with one. */
static FoiFoundQuestion *
question_from_span (const char *text, FoiTextSpan span)
{
  FoiQuestionItem item = { .run = 0 };

  if (foi_list_marker_read (text, span, &item.marker) && item.marker.words < span.end)
    return foi_found_question_new (text, span, foi_question_item_dup_number (text, &item),
                                   (FoiTextSpan){ item.marker.words, span.end });
  return foi_found_question_new (text, span, NULL, span);
}

/* What is left of @question between @from and @to, with the parts that are whole in it; NULL when
 * no words are. */
static FoiFoundQuestion *
cut_question (const char *text, const FoiFoundQuestion *question, gsize from, gsize to)
{
  FoiTextSpan span = { MAX (question->span.start, from), MIN (question->span.end, to) };
  FoiFoundQuestion *piece;

  span = span.start < span.end ? foi_text_span_trim (text, span) : span;
  if (foi_text_span_is_empty (span) || !foi_text_span_has_words (text, span))
    return NULL;
  if (span.start > question->span.start)
    {
      piece = question_from_span (text, span);
    }
  else
    {
      FoiTextSpan words = { MIN (question->words.start, span.end), span.end };

      if (!foi_text_span_has_words (text, words))
        return NULL;
      piece = foi_found_question_new (text, span, g_strdup (question->number), words);
    }
  for (guint i = 0; i < question->parts->len; i++)
    {
      const FoiFoundQuestion *part = g_ptr_array_index (question->parts, i);

      if (part->span.start > span.start && part->span.end <= span.end)
        g_ptr_array_add (piece->parts, foi_found_question_copy (part));
    }
  foi_found_question_read_period (piece, text);
  return piece;
}

static FoiQuestionProposal *
finish (FoiQuestionProposal *self)
{
  foi_question_proposal_label (self);
  foi_question_proposal_update_words (self);
  return self;
}

/* The preamble without what @span takes of it: what is before, or else after. */
static FoiTextSpan
cut_preamble (const FoiQuestionProposal *self, FoiTextSpan span)
{
  FoiTextSpan preamble = self->preamble;

  if (span.end <= preamble.start || span.start >= preamble.end)
    return preamble;
  if (span.start > preamble.start)
    preamble.end = span.start;
  else
    preamble.start = MIN (span.end, preamble.end);
  return foi_text_span_trim (self->text, preamble);
}

/* Whether another question stands before @span in the text and after it in the list. */
static guint
place_for (const FoiQuestionProposal *self, FoiTextSpan span)
{
  guint i;

  for (i = 0; i < self->questions->len; i++)
    {
      if (foi_question_proposal_get (self, i)->span.start > span.start)
        break;
    }
  return i;
}

/**
 * foi_question_proposal_add:
 * @self: a proposal
 * @span: the words of the new question, as selected; white space at the ends does not matter
 * @index: (out) (optional): where the new question is in the list
 * @error: where to put why not
 *
 * Makes a question of @span, before the first that comes later in the text. What other questions
 * and the preamble have of these words they lose: a question is divided around them.
 *
 * Returns: (transfer full): the new proposal; %NULL with %FOI_ERROR_REFUSED when @span has no
 *   words, %FOI_ERROR_LIMIT when there are %FOI_PROPOSAL_MAX_QUESTIONS already.
 */
FoiQuestionProposal *
foi_question_proposal_add (const FoiQuestionProposal *self, FoiTextSpan span, guint *index,
                           GError **error)
{
  FoiQuestionProposal *next;
  g_autoptr (GPtrArray) old = NULL;
  guint place;

  g_return_val_if_fail (self != NULL, NULL);

  span = tidy_span (self, span);
  if (!foi_text_span_has_words (self->text, span))
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("Select the words of the question first."));
      return NULL;
    }
  if (self->questions->len + 2 > FOI_PROPOSAL_MAX_QUESTIONS)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("A request can have %d questions. Merge some of them."),
                   FOI_PROPOSAL_MAX_QUESTIONS);
      return NULL;
    }
  next = foi_question_proposal_copy (self);
  old = g_steal_pointer (&next->questions);
  next->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_found_question_free);
  for (guint i = 0; i < old->len; i++)
    {
      const FoiFoundQuestion *question = g_ptr_array_index (old, i);
      FoiFoundQuestion *piece;

      if (question->span.end <= span.start || question->span.start >= span.end)
        {
          g_ptr_array_add (next->questions, foi_found_question_copy (question));
          continue;
        }
      piece = cut_question (self->text, question, 0, span.start);
      if (piece != NULL)
        g_ptr_array_add (next->questions, piece);
      piece = cut_question (self->text, question, span.end, G_MAXSIZE);
      if (piece != NULL)
        g_ptr_array_add (next->questions, piece);
    }
  next->preamble = cut_preamble (self, span);
  place = place_for (next, span);
  g_ptr_array_insert (next->questions, (gint) place, question_from_span (self->text, span));
  if (index != NULL)
    *index = place;
  return finish (next);
}

/**
 * foi_question_proposal_split:
 * @self: a proposal
 * @index: a question
 * @offset: the byte at which the second question begins
 * @error: where to put why not
 *
 * Divides a question in two. Parts go to the side they are on; a part that is cut becomes words.
 *
 * Returns: (transfer full): the new proposal; %NULL with %FOI_ERROR_REFUSED when one side would
 *   have no words, or %FOI_ERROR_LIMIT when there are %FOI_PROPOSAL_MAX_QUESTIONS already.
 */
FoiQuestionProposal *
foi_question_proposal_split (const FoiQuestionProposal *self, guint index, gsize offset,
                             GError **error)
{
  FoiQuestionProposal *next;
  const FoiFoundQuestion *question;
  FoiFoundQuestion *first, *second;

  g_return_val_if_fail (self != NULL && index < self->questions->len, NULL);

  question = foi_question_proposal_get (self, index);
  while (offset > question->span.start && offset < question->span.end
         && ((guchar) self->text[offset] & 0xc0) == 0x80)
    offset--;
  first = cut_question (self->text, question, 0, offset);
  second = cut_question (self->text, question, offset, G_MAXSIZE);
  if (first == NULL || second == NULL || self->questions->len >= FOI_PROPOSAL_MAX_QUESTIONS)
    {
      gboolean full = first != NULL && second != NULL;

      g_clear_pointer (&first, foi_found_question_free);
      g_clear_pointer (&second, foi_found_question_free);
      g_set_error_literal (error, FOI_ERROR, full ? FOI_ERROR_LIMIT : FOI_ERROR_REFUSED,
                           full ? _("There are too many questions. Merge some of them.")
                                : _("Put the cursor between the words of the question, where the "
                                    "second one begins."));
      return NULL;
    }
  next = foi_question_proposal_copy (self);
  g_ptr_array_remove_index (next->questions, index);
  g_ptr_array_insert (next->questions, (gint) index, first);
  g_ptr_array_insert (next->questions, (gint) index + 1, second);
  return finish (next);
}

/* Whether the words between two questions hold another question, or the preamble. */
static gboolean
is_something_between (const FoiQuestionProposal *self, guint index, FoiTextSpan whole)
{
  if (self->preamble.start >= whole.start && self->preamble.start < whole.end
      && !foi_text_span_is_empty (self->preamble))
    return TRUE;
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiTextSpan span = foi_question_proposal_get (self, i)->span;

      if (i != index && i != index + 1 && span.start >= whole.start && span.start < whole.end)
        return TRUE;
    }
  return FALSE;
}

static void
take_parts (GPtrArray *into, const FoiFoundQuestion *question)
{
  for (guint i = 0; i < question->parts->len; i++)
    g_ptr_array_add (into, foi_found_question_copy (g_ptr_array_index (question->parts, i)));
}

/**
 * foi_question_proposal_merge:
 * @self: a proposal
 * @index: a question that is not the last
 * @error: where to put why not
 *
 * Makes one question of @index and the next, with the words between them.
 *
 * Returns: (transfer full): the new proposal; %NULL with %FOI_ERROR_REFUSED when another question
 *   or the preamble stands between them in the text.
 */
FoiQuestionProposal *
foi_question_proposal_merge (const FoiQuestionProposal *self, guint index, GError **error)
{
  FoiQuestionProposal *next;
  const FoiFoundQuestion *first, *second;
  FoiFoundQuestion *merged;
  FoiTextSpan whole;

  g_return_val_if_fail (self != NULL && index + 1 < self->questions->len, NULL);

  first = foi_question_proposal_get (self, index);
  second = foi_question_proposal_get (self, index + 1);
  if (second->span.start < first->span.start)
    {
      const FoiFoundQuestion *swapped = first;

      first = second;
      second = swapped;
    }
  whole = (FoiTextSpan){ first->span.start, MAX (first->span.end, second->span.end) };
  if (is_something_between (self, index, whole))
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("Something else stands between these two questions in the request. "
                             "Merge questions that follow one another there."));
      return NULL;
    }
  merged = foi_found_question_new (self->text, whole, g_strdup (first->number),
                                   (FoiTextSpan){ first->words.start, whole.end });
  take_parts (merged->parts, first);
  take_parts (merged->parts, second);
  foi_found_question_read_period (merged, self->text);
  next = foi_question_proposal_copy (self);
  g_ptr_array_remove_range (next->questions, index, 2);
  g_ptr_array_insert (next->questions, (gint) index, merged);
  return finish (next);
}

/**
 * foi_question_proposal_move:
 * @self: a proposal
 * @index: a question
 * @position: where it shall be in the list; the end when there is no such place
 *
 * Puts a question at another place of the list. The text and the numbers stay as written.
 *
 * Returns: (transfer full): the new proposal.
 */
FoiQuestionProposal *
foi_question_proposal_move (const FoiQuestionProposal *self, guint index, guint position)
{
  FoiQuestionProposal *next;
  FoiFoundQuestion *question;

  g_return_val_if_fail (self != NULL && index < self->questions->len, NULL);

  next = foi_question_proposal_copy (self);
  question = g_ptr_array_steal_index (next->questions, index);
  position = MIN (position, next->questions->len);
  g_ptr_array_insert (next->questions, (gint) position, question);
  return next;
}

/**
 * foi_question_proposal_remove:
 * @self: a proposal
 * @index: a question
 *
 * Makes words again of a question.
 *
 * Returns: (transfer full): the new proposal.
 */
FoiQuestionProposal *
foi_question_proposal_remove (const FoiQuestionProposal *self, guint index)
{
  FoiQuestionProposal *next;

  g_return_val_if_fail (self != NULL && index < self->questions->len, NULL);

  next = foi_question_proposal_copy (self);
  g_ptr_array_remove_index (next->questions, index);
  return finish (next);
}

/**
 * foi_question_proposal_rename:
 * @self: a proposal
 * @index: a question
 * @label: its new name for lists; "" to have one made again
 *
 * Returns: (transfer full): the new proposal.
 */
FoiQuestionProposal *
foi_question_proposal_rename (const FoiQuestionProposal *self, guint index, const char *label)
{
  FoiQuestionProposal *next;
  FoiFoundQuestion *question;

  g_return_val_if_fail (self != NULL && index < self->questions->len && label != NULL, NULL);

  next = foi_question_proposal_copy (self);
  question = foi_question_proposal_get (next, index);
  g_free (question->label);
  question->label = g_strdup (label);
  foi_question_proposal_label (next);
  return next;
}

/**
 * foi_question_proposal_set_preamble:
 * @self: a proposal
 * @span: the words said once for all questions; an empty span for none
 *
 * Questions keep their words: where @span goes into one it ends before it.
 *
 * Returns: (transfer full): the new proposal.
 */
FoiQuestionProposal *
foi_question_proposal_set_preamble (const FoiQuestionProposal *self, FoiTextSpan span)
{
  FoiQuestionProposal *next;

  g_return_val_if_fail (self != NULL, NULL);

  span = tidy_span (self, span);
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiTextSpan taken = foi_question_proposal_get (self, i)->span;

      if (taken.end <= span.start || taken.start >= span.end)
        continue;
      if (taken.start > span.start)
        span.end = taken.start;
      else
        span.start = MIN (taken.end, span.end);
    }
  next = foi_question_proposal_copy (self);
  next->preamble = foi_text_span_trim (self->text, span);
  foi_question_proposal_update_words (next);
  return next;
}
