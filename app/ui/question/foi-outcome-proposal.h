/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-question.h"

G_BEGIN_DECLS

/**
 * FoiOutcomeProposal:
 * @held: whether the information is held
 * @outcome: what the answer comes to
 * @words: what the answer seems to say, and what Ctrl+Enter does; to be translated
 * @label: the command that takes it; to be translated
 *
 * What an answer as it stands says of Held and Outcome.
 */
typedef struct
{
  FoiHeld     held;
  FoiOutcome  outcome;
  const char *words;
  const char *label;
} FoiOutcomeProposal;

const FoiOutcomeProposal *foi_outcome_propose (const char *answer, gboolean has_table);

G_END_DECLS
