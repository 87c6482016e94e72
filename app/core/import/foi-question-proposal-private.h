/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-question-proposal.h"

G_BEGIN_DECLS

/* For the finder and the edits, which build proposals before anybody sees them. */

FoiFoundQuestion    *foi_found_question_new (const char *text, FoiTextSpan span, char *number,
                                             FoiTextSpan words);
void                 foi_found_question_read_period (FoiFoundQuestion *self, const char *text);
FoiFoundQuestion    *foi_found_question_copy (const FoiFoundQuestion *self);
void                 foi_found_question_free (FoiFoundQuestion *self);
FoiQuestionProposal *foi_question_proposal_new (const char *text, FoiTextSpan body);
FoiQuestionProposal *foi_question_proposal_copy (const FoiQuestionProposal *self);
void                 foi_question_proposal_label (FoiQuestionProposal *self);
void                 foi_question_proposal_update_words (FoiQuestionProposal *self);

G_END_DECLS
