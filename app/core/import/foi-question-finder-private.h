/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-question-proposal.h"

G_BEGIN_DECLS

/* What the steps of finding questions share: those in lists, and those in prose. */
typedef struct
{
  FoiQuestionProposal *proposal;
  const char          *text;
  GArray              *lines;
  GArray              *items;
  /* Of each item, what its first sentence does. */
  GByteArray          *kinds;
  /* Whether words with a colon announced what comes, and their first byte. */
  gboolean             introduced;
  FoiTextSpan          introduction;
} FoiFinder;

/* How sure it is that a list is one of questions, from the words before it. */
typedef enum
{
  FOI_LEAD_IN_NONE,
  FOI_LEAD_IN_WEAK,
  FOI_LEAD_IN_STRONG,
} FoiLeadIn;

gboolean  foi_finder_is_full (FoiFinder *finder);
gboolean  foi_finder_next_paragraph (FoiFinder *finder, gsize at, gsize end,
                                     FoiTextSpan *paragraph);
gboolean  foi_finder_is_heading (const char *text, FoiTextSpan paragraph);
FoiLeadIn foi_finder_lead_in (const char *text, FoiTextSpan paragraph);
void      foi_finder_take_prose (FoiFinder *finder, FoiTextSpan gap, gboolean list_follows);

G_END_DECLS
