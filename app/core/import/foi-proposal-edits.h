/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-question-proposal.h"

G_BEGIN_DECLS

/* What an officer does to a proposal. Each gives a new one; labels that nothing touches stay. */

FoiQuestionProposal *foi_question_proposal_add (const FoiQuestionProposal *self, FoiTextSpan span,
                                                guint *index, GError **error);
FoiQuestionProposal *foi_question_proposal_split (const FoiQuestionProposal *self, guint index,
                                                  gsize offset, GError **error);
FoiQuestionProposal *foi_question_proposal_merge (const FoiQuestionProposal *self, guint index,
                                                  GError **error);
FoiQuestionProposal *foi_question_proposal_move (const FoiQuestionProposal *self, guint index,
                                                 guint position);
FoiQuestionProposal *foi_question_proposal_remove (const FoiQuestionProposal *self, guint index);
FoiQuestionProposal *foi_question_proposal_rename (const FoiQuestionProposal *self, guint index,
                                                   const char *label);
FoiQuestionProposal *foi_question_proposal_set_preamble (const FoiQuestionProposal *self,
                                                         FoiTextSpan span);

G_END_DECLS
