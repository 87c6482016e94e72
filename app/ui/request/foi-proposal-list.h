/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-proposal-edits.h"

G_BEGIN_DECLS

#define FOI_TYPE_PROPOSAL_LIST (foi_proposal_list_get_type ())

/**
 * FoiProposalList:
 *
 * The questions that are proposed for a request, with their short names, to be renamed, merged,
 * moved and removed; and the words that are in none of them.
 *
 * Signals: "changed": the proposal is another. "show-span" (start, end): a person wants to see
 * these bytes of the text. "refused" (text): why something was not done.
 */
G_DECLARE_FINAL_TYPE (FoiProposalList, foi_proposal_list, FOI, PROPOSAL_LIST, GtkWidget)

GtkWidget           *foi_proposal_list_new (void);
void                 foi_proposal_list_propose (FoiProposalList *self,
                                                FoiQuestionProposal *proposal);
FoiQuestionProposal *foi_proposal_list_get (FoiProposalList *self);
gboolean             foi_proposal_list_add (FoiProposalList *self, FoiTextSpan span);
gboolean             foi_proposal_list_split (FoiProposalList *self, gsize offset);
gboolean             foi_proposal_list_undo (FoiProposalList *self);
gboolean             foi_proposal_list_can_undo (FoiProposalList *self);

G_END_DECLS
