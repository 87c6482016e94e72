/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-new.h"
#include "foi-question-proposal.h"
#include "foi-request-text.h"

G_BEGIN_DECLS

/* What an officer made of what was recognised; each may be empty or NULL. */
typedef struct
{
  const char *name;
  const char *salutation;
  const char *organisation;
  const char *email;
  const char *address;   /* its lines separated by "\n" */
} FoiRequester;

FoiCaseState *foi_request_case_new (const FoiNewCase *facts, const FoiRequestText *request,
                                    const FoiRequester *requester,
                                    const FoiQuestionProposal *proposal, GError **error);

G_END_DECLS
