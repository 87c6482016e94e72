/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-edits.h"

G_BEGIN_DECLS

FoiCaseState *_foi_case_edits_get_state (FoiCaseEditor *self);
FoiTableData *_foi_case_edits_find_current_table (FoiCaseEditor *self, const char *name,
                                                  GError **error);
FoiTableData *_foi_case_edits_find_table (FoiCaseState *state, const char *name, GError **error);
int           _foi_case_edits_find_column (FoiTableData *data, const char *name, GError **error);
JsonNode     *_foi_case_edits_dup_withheld (FoiCaseState *state, const char *table, JsonNode *key,
                                            const char *column);
FoiCaseState *_foi_case_edits_withhold (FoiCaseState *state, const char *table, JsonNode *key,
                                        const char *column, JsonNode *value, gboolean primary);
FoiCaseState *_foi_case_edits_set_bounds (FoiCaseState *state, const char *table, JsonNode *key,
                                          const char *column, gboolean has_bounds, gint64 from,
                                          gint64 to);
gboolean      _foi_case_edits_read_cell (FoiColumn *column, JsonNode *node, FoiCell *out);
void          _foi_case_edits_push_table (FoiCaseEditor *self, FoiTableData *data,
                                          const char *label);

G_END_DECLS
