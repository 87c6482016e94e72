/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-edits.h"
#include "foi-cell-list.h"

G_BEGIN_DECLS

/* Edits as states without an editor: for a thread that tries something out, and whose result is one
 * command later, with foi_case_editor_push(). */

FoiCaseState *foi_case_state_with_cells (FoiCaseState *self, const char *table,
                                         const FoiCellEdit *edits, gsize n_edits,
                                         FoiWithheldBy by, GError **error);
FoiCaseState *foi_case_state_with_column (FoiCaseState *self, const char *table,
                                          FoiColumn *replacement, GError **error);
FoiCaseState *foi_case_state_without_column (FoiCaseState *self, const char *table,
                                             const char *column, GError **error);
FoiCaseState *foi_case_state_with_table_member (FoiCaseState *self, const char *table,
                                                const char *key, JsonNode *value);

G_END_DECLS
