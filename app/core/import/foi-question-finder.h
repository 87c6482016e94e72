/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-question-proposal.h"

G_BEGIN_DECLS

FoiQuestionProposal *foi_question_finder_run (const char *text, FoiTextSpan body);

G_END_DECLS
