/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-brief.h"
#include "foi-rules.h"

G_BEGIN_DECLS

/**
 * FoiAskFacts:
 * @service: who is asked
 * @contact: (nullable): how they are reached
 * @questions: (array zero-terminated=1): the ids of the questions that are theirs
 * @asked: when they are, or were, asked
 * @wanted_by: by when the answer is wanted, or none
 * @due: by when the request must be answered, or none
 * @chased: of a reminder, when it is written; else none
 * @text: (nullable): of a reminder, what was written when they were asked, if that is known
 */
typedef struct
{
  const char        *service, *contact;
  const char *const *questions;
  FoiDate            asked, wanted_by, due, chased;
  const char        *text;
} FoiAskFacts;

/**
 * FoiAskMail:
 * @from: the sender's address, or ""
 * @to: the addresses that it goes to, with ", " between them, or ""
 * @subject: its subject
 * @text: what it says, in lines
 * @date: when it is written
 * @files: (element-type FoiEmlFile): the tables to fill in
 *
 * A mail by which a service is asked, or reminded. It does not say who made the request.
 */
typedef struct
{
  char      *from, *to, *subject, *text;
  FoiDate    date;
  GPtrArray *files;
} FoiAskMail;

FoiAskMail *foi_ask_mail_new    (FoiBrief *brief, FoiRules *rules, const FoiAskFacts *facts,
                                 GError **error);
void        foi_ask_mail_free   (FoiAskMail *self);
GBytes     *foi_ask_mail_to_eml (FoiAskMail *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiAskMail, foi_ask_mail_free)

G_END_DECLS
