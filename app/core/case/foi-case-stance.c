/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-stance.h"

/**
 * foi_case_state_get_stance:
 * @self: a case
 * @question: one of its questions, or a part of one
 *
 * Returns: under which law who answers it, and what is said of it so far; the texts are the case's
 *   and the question's.
 */
FoiStance
foi_case_state_get_stance (FoiCaseState *self, FoiQuestion *question)
{
  FoiStance stance = { 0 };
  const char *regime;

  g_return_val_if_fail (self != NULL && FOI_IS_QUESTION (question), stance);

  regime = foi_question_get_regime (question);
  if (regime == NULL)
    regime = foi_case_state_get_string (self, "regime");
  stance.regime = regime != NULL ? regime : "foia";
  stance.authority = foi_case_state_get_string (self, "authority/type");
  stance.held = foi_question_get_held (question);
  stance.outcome = foi_question_get_outcome (question);
  return stance;
}
