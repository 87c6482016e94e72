/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-outcome-proposal.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-question-sentence.h"

/* Words with which officers say no, in the form of foi_text_span_fold(). */
static const char *const not_held[] = {
  "do not hold",   "does not hold", "did not hold",        "don't hold",
  "doesn't hold",  "hold no",       "holds no",            "not held",
  "nothing is held", "no information is held", "no recorded information", NULL,
};
static const char *const refused[] = {
  "is exempt",          "are exempt",      "exempt from disclosure", "exempt information",
  "we refuse",          "we are refusing", "we must refuse",         "refuse this",
  "refuse your",        "we are withholding", "we withhold",         "being withheld",
  "withheld under",     "cost limit",      "appropriate limit",      "costs limit", NULL,
};

static const FoiOutcomeProposal says_no = {
  FOI_HELD_NO, FOI_OUTCOME_NOT_HELD,
  N_("This answer says that the information is not held. Ctrl+Enter marks it so and goes on."),
  N_("Mark as Not Held"),
};
static const FoiOutcomeProposal refuses = {
  FOI_HELD_YES, FOI_OUTCOME_REFUSED,
  N_("This answer refuses. Ctrl+Enter marks it as held and refused, and asks for the ground."),
  N_("Mark as Refused"),
};
static const FoiOutcomeProposal gives = {
  FOI_HELD_YES, FOI_OUTCOME_DISCLOSED,
  N_("This answer gives the information. Ctrl+Enter marks it as held and disclosed and goes on."),
  N_("Mark as Disclosed"),
};

/**
 * foi_outcome_propose:
 * @answer: an answer's text
 * @has_table: whether a table belongs to it
 *
 * Reads how @answer begins. A table gives information, whatever is said above it; so does text
 * that does not say no in its first sentence.
 *
 * Returns: (transfer none) (nullable): what is proposed; %NULL where there is neither text nor
 *   table.
 */
const FoiOutcomeProposal *
foi_outcome_propose (const char *answer, gboolean has_table)
{
  FoiTextSpan span = { 0, 0 };
  g_autofree char *folded = NULL;

  g_return_val_if_fail (answer != NULL, NULL);

  if (has_table)
    return &gives;
  span.end = strlen (answer);
  span = foi_text_span_trim (answer, span);
  if (foi_text_span_is_empty (span))
    return NULL;
  span = foi_sentence_next (answer, span);
  folded = foi_text_span_fold (answer, span);
  if (foi_phrase_within (folded, refused))
    return &refuses;
  return foi_phrase_within (folded, not_held) ? &says_no : &gives;
}
