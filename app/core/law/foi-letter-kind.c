/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter-kind.h"

#include <glib/gi18n-lib.h>

/* In the order in which they are written, as a rule. */
static const FoiLetterKind kinds[] = {
  { "acknowledgement", "acknowledged", FOI_LETTER_ASKED, NULL, { { NULL } } },
  { "clarification", "clarification-asked", FOI_LETTER_ASKED, "clarification",
    { { "unclear", FOI_PARTICULAR_WORDS, N_ ("What is unclear"),
        N_ ("What you cannot tell from the request, and what you would need to know"), FALSE },
      { "options", FOI_PARTICULAR_WORDS, N_ ("What may help"),
        N_ ("What you hold on the subject, and how the request could be put"), TRUE },
      { "close_by", FOI_PARTICULAR_DATE, N_ ("Closed without a reply after"),
        N_ ("Left empty, it is the usual time after the letter"), TRUE } } },
  { "fees-notice", "fees-notice", FOI_LETTER_ASKED, NULL,
    { { "fee", FOI_PARTICULAR_MONEY, N_ ("Fee in pounds"), N_ ("12.50"), FALSE },
      { "fee_basis", FOI_PARTICULAR_TEXT, N_ ("What it is made up of"),
        N_ ("100 copies at 10p, and £2.50 for postage"), FALSE },
      { "pay_how", FOI_PARTICULAR_TEXT, N_ ("How to pay"),
        N_ ("by card on our website, or by cheque to the address above"), FALSE } } },
  { "response", "issued", FOI_LETTER_ANSWERED, NULL, { { NULL } } },
  { "pit-extension", "extended", FOI_LETTER_ANSWERED, "extended",
    { { "until", FOI_PARTICULAR_DATE, N_ ("New date"),
        N_ ("By when you expect to have decided"), FALSE } } },
  { "eir-extension", "extended", FOI_LETTER_ASKED, NULL,
    { { "until", FOI_PARTICULAR_DATE, N_ ("New date"),
        N_ ("By when the answer will be there"), FALSE },
      { "complexity", FOI_PARTICULAR_WORDS, N_ ("Why it is complex"),
        N_ ("What makes the information hard to find or to judge"), FALSE },
      { "volume", FOI_PARTICULAR_WORDS, N_ ("How much there is"),
        N_ ("How many files, records or pages"), FALSE } } },
  { "late", NULL, FOI_LETTER_WITHOUT_QUESTIONS, NULL,
    { { "late_reason", FOI_PARTICULAR_WORDS, N_ ("Why it is late"),
        N_ ("What has kept the answer"), FALSE },
      { "new_date", FOI_PARTICULAR_DATE, N_ ("New date"),
        N_ ("A day by which the answer will be there"), FALSE } } },
  { "review", "review-answered", FOI_LETTER_WITHOUT_QUESTIONS, NULL,
    { { "reviewer", FOI_PARTICULAR_TEXT, N_ ("Who reviewed it"),
        N_ ("Somebody who had no part in the first answer"), FALSE },
      { "complaint", FOI_PARTICULAR_WORDS, N_ ("What the requester is unhappy with"),
        N_ ("Each point of the complaint"), FALSE },
      { "decision", FOI_PARTICULAR_DECISION, N_ ("Outcome"), "", FALSE },
      { "findings", FOI_PARTICULAR_WORDS, N_ ("Findings on each point"),
        N_ ("What you decided, and why"), FALSE },
      { "released", FOI_PARTICULAR_WORDS, N_ ("What is released now"),
        N_ ("What the requester gets that was not there before"), TRUE } } },
  { "business-as-usual", "issued", FOI_LETTER_ANSWERED, NULL, { { NULL } } },
};

/**
 * foi_letter_kind_list:
 *
 * Returns: (array length=n_kinds): all types of letters.
 */
const FoiLetterKind *
foi_letter_kind_list (guint *n_kinds)
{
  g_return_val_if_fail (n_kinds != NULL, NULL);

  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * foi_letter_kind_find:
 * @type: (nullable): "fees-notice"
 *
 * Returns: (nullable): what is known of such letters.
 */
const FoiLetterKind *
foi_letter_kind_find (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].type, type) == 0)
      return &kinds[i];
  return NULL;
}

/**
 * foi_letter_kind_is_answer:
 * @type: (nullable): a type of letter
 *
 * Returns: whether such a letter answers the whole request.
 */
gboolean
foi_letter_kind_is_answer (const char *type)
{
  const FoiLetterKind *kind = foi_letter_kind_find (type);

  return kind != NULL && kind->questions == FOI_LETTER_ANSWERED && kind->outcome == NULL;
}

/**
 * foi_particular_find:
 * @name: "fee"
 *
 * Returns: (nullable): that particular of the letter that has it.
 */
const FoiParticular *
foi_particular_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (gsize j = 0; kinds[i].particulars[j].name != NULL; j++)
      if (g_str_equal (kinds[i].particulars[j].name, name))
        return &kinds[i].particulars[j];
  return NULL;
}
