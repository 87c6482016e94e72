/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-editor.h"

G_BEGIN_DECLS

/* What happens to letters: they are issued, withdrawn before they leave, or corrected after. */
gboolean      foi_case_state_is_issued (FoiCaseState *state);
FoiCaseState *foi_case_state_with_letter (FoiCaseState *state, const char *id, GError **error);
FoiCaseState *foi_case_state_with_letter_date (FoiCaseState *state, const char *id,
                                               const char *date, GError **error);
gboolean      foi_case_editor_issue_letter (FoiCaseEditor *self, JsonNode *issued, GError **error);
gboolean      foi_case_editor_withdraw_letter (FoiCaseEditor *self, const char *letter,
                                               const char *date, const char *by,
                                               const char *reason, GError **error);
char         *foi_case_editor_add_letter (FoiCaseEditor *self, const char *type, GError **error);
gboolean      foi_case_editor_remove_letter (FoiCaseEditor *self, const char *letter,
                                             GError **error);
gboolean      foi_case_editor_correct_letter (FoiCaseEditor *self, const char *letter,
                                              GError **error);

G_END_DECLS
