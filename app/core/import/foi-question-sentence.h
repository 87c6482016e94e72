/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-text-span.h"

G_BEGIN_DECLS

/**
 * FoiSentenceKind:
 * @FOI_SENTENCE_OTHER: says something
 * @FOI_SENTENCE_ASKS: asks for information
 * @FOI_SENTENCE_NAMES: names information without asking ("Number of …"); asks after a lead-in
 * @FOI_SENTENCE_QUALIFIES: says more about what was asked before it
 * @FOI_SENTENCE_INTRODUCES: says that a request follows
 * @FOI_SENTENCE_COURTESY: thanks, and what is expected of the answer and not of the information
 */
typedef enum
{
  FOI_SENTENCE_OTHER,
  FOI_SENTENCE_ASKS,
  FOI_SENTENCE_NAMES,
  FOI_SENTENCE_QUALIFIES,
  FOI_SENTENCE_INTRODUCES,
  FOI_SENTENCE_COURTESY,
} FoiSentenceKind;

FoiSentenceKind foi_sentence_classify (const char *folded);
FoiSentenceKind foi_sentence_classify_span (const char *text, FoiTextSpan span);
const char     *foi_sentence_skip_opening (const char *folded);
gboolean        foi_sentence_is_thanks (const char *folded);
gboolean        foi_sentence_is_announcement (const char *folded);
gboolean        foi_sentence_any_asks (const char *text, FoiTextSpan span);
FoiTextSpan     foi_sentence_next (const char *text, FoiTextSpan paragraph);

G_END_DECLS
