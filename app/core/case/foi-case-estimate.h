/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-calendar.h"
#include "foi-case-editor.h"
#include "foi-estimate-pool.h"

G_BEGIN_DECLS

/* Of each list of an estimate: each row is a row of entries, and a line of the letter. */
#define FOI_ESTIMATE_MOST_ROWS 200

/* Edits of a question's estimate, each one command. @list is "rows", "not_counted" or "requests";
 * what stands in it goes by its place. A text or a number is set by its path. */

gboolean foi_case_editor_insert_in_estimate (FoiCaseEditor *self, const char *question,
                                             const char *list, guint position, JsonNode *item,
                                             const char *label, GError **error);
gboolean foi_case_editor_delete_in_estimate (FoiCaseEditor *self, const char *question,
                                             const char *list, guint position, const char *label,
                                             GError **error);
gboolean foi_case_editor_move_in_estimate (FoiCaseEditor *self, const char *question,
                                           const char *list, guint from, guint to,
                                           const char *label, GError **error);
gboolean foi_case_editor_set_similar (FoiCaseEditor *self, const char *question,
                                      const char *other, gboolean is_similar, GError **error);

JsonNode        *foi_case_state_get_estimate (FoiCaseState *self, const char *question);
FoiEstimatePool *foi_case_state_pool_estimate (FoiCaseState *self, const char *question,
                                               FoiRules *rules, FoiCalendar *calendar);

G_END_DECLS
