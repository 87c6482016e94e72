/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-ask.h"
#include "foi-case-clock.h"
#include "foi-case-editor.h"

G_BEGIN_DECLS

/* Whom a question's answer was asked of. What was asked goes by its place among the question's. */

/* One of them: @question is the id of the question, or of a part of one. Texts are the state's. */
typedef struct
{
  const char *question;
  guint       position;
  FoiAsk      ask;
} FoiAskPlace;

GArray  *foi_case_state_list_asks       (FoiCaseState *self, const char *service);
guint    foi_case_state_get_n_asks      (FoiCaseState *self, const char *question);
gboolean foi_case_state_get_ask         (FoiCaseState *self, const char *question, guint position,
                                         FoiAsk *ask);
gboolean foi_case_state_find_waiting    (FoiCaseState *self, const char *question,
                                         const char *service, guint *position);
FoiDate  foi_case_state_propose_ask_day (FoiCaseState *self, const FoiCaseClock *clock,
                                         FoiDate asked);

/* Edits, each one command. */

gboolean foi_case_editor_ask            (FoiCaseEditor *self, const char *question,
                                         const FoiAsk *ask, GError **error);
gboolean foi_case_editor_set_ask        (FoiCaseEditor *self, const char *question,
                                         guint position, const FoiAsk *ask, GError **error);
gboolean foi_case_editor_chase          (FoiCaseEditor *self, const char *question,
                                         guint position, FoiDate day, GError **error);
gboolean foi_case_editor_note_answered  (FoiCaseEditor *self, const char *question,
                                         guint position, FoiDate day, GError **error);
gboolean foi_case_editor_remove_ask     (FoiCaseEditor *self, const char *question,
                                         guint position, GError **error);

G_END_DECLS
