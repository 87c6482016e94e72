/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-period.h"

G_BEGIN_DECLS

/* The most questions, and parts of one question, that are proposed. */
#define FOI_PROPOSAL_MAX_QUESTIONS 500

/**
 * FoiFoundQuestion:
 * @span: the question with its number
 * @words: the question without its number; with parts, all of it
 * @fallback: the sentence that says what would do instead; empty without one
 * @period: the period that it names itself
 * @number: (nullable): its number as written, without brackets and stops: `1`, `2b`, `iv`
 * @label: a short name for lists
 * @parts: (element-type FoiFoundQuestion): its parts, none of which has parts; empty without
 */
typedef struct
{
  FoiTextSpan   span;
  FoiTextSpan   words;
  FoiTextSpan   fallback;
  FoiTextPeriod period;
  char         *number;
  char         *label;
  GPtrArray    *parts;
} FoiFoundQuestion;

/* Words of the request that are in no question, and what they seem to be. */
typedef enum
{
  FOI_WORDS_LEFT_OVER,
  FOI_WORDS_GREETING,
  FOI_WORDS_CLOSING,
} FoiWordsKind;

typedef struct
{
  FoiTextSpan  span;
  FoiWordsKind kind;
} FoiWords;

/**
 * FoiQuestionProposal:
 * @text: the whole text, to which all spans refer
 * @body: the request in it
 * @greeting: "Dear Sir or Madam,"; empty without one
 * @closing: thanks, sign-off and name; empty without one
 * @preamble: what is said once for all questions; empty without one
 * @period: the period for all questions: the first that is named in no question
 * @questions: (element-type FoiFoundQuestion): in the order in which they are to be answered
 * @words: (element-type FoiWords): what is in neither preamble nor question, in the order of the
 *   text
 * @too_many: there were more questions than %FOI_PROPOSAL_MAX_QUESTIONS; the rest is in @words
 *
 * A request taken apart into questions. It never changes: each operation gives a new proposal, so
 * a window undoes one by keeping the old.
 */
typedef struct
{
  char         *text;
  FoiTextSpan   body;
  FoiTextSpan   greeting;
  FoiTextSpan   closing;
  FoiTextSpan   preamble;
  FoiTextPeriod period;
  GPtrArray    *questions;
  GArray       *words;
  gboolean      too_many;
} FoiQuestionProposal;

FoiQuestionProposal *foi_question_proposal_ref (FoiQuestionProposal *self);
void                 foi_question_proposal_unref (FoiQuestionProposal *self);
FoiFoundQuestion    *foi_question_proposal_get (const FoiQuestionProposal *self, guint i);
char *foi_question_proposal_dup_asked (const FoiQuestionProposal *self, FoiTextSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiQuestionProposal, foi_question_proposal_unref)

G_END_DECLS
