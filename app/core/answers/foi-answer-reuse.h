/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"
#include "foi-past-answer.h"
#include "foi-rules.h"

G_BEGIN_DECLS

gboolean foi_answer_reuse    (FoiCaseEditor *editor, const char *question,
                              const FoiPastAnswer *answer, GError **error);
gboolean foi_answer_may_cite (FoiCaseState *state, const char *question,
                              const FoiPastAnswer *answer, FoiRules *rules);
gboolean foi_answer_cite     (FoiCaseEditor *editor, const char *question,
                              const FoiPastAnswer *answer, FoiRules *rules, GError **error);
char    *foi_past_answer_dup_origin (const FoiPastAnswer *answer);

G_END_DECLS
