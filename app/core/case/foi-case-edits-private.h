/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-edits.h"

G_BEGIN_DECLS

gboolean      _foi_case_editor_use_id (FoiCaseEditor *self, const char *id);
FoiCaseState *_foi_case_edits_get_state (FoiCaseEditor *self);
FoiTableData *_foi_case_edits_find_current_table (FoiCaseEditor *self, const char *name,
                                                  GError **error);
FoiTableData *_foi_case_edits_find_table (FoiCaseState *state, const char *name, GError **error);
int           _foi_case_edits_find_column (FoiTableData *data, const char *name, GError **error);
gboolean      _foi_case_edits_find_row (FoiTableData *data, guint64 id, guint *position,
                                        GError **error);
gboolean      _foi_case_edits_set_cells (FoiCaseEditor *self, const char *table,
                                         const FoiCellEdit *edits, gsize n_edits, gboolean primary,
                                         const char *label, GError **error);
gboolean      _foi_case_edits_names_rows (FoiTableData *data, guint column);
FoiCaseState *_foi_case_edits_follow_keys (FoiCaseState *state, FoiTableData *before,
                                           GError **error);
JsonNode     *_foi_case_edits_dup_address (FoiTableData *data, guint position, GError **error);
JsonNode     *_foi_case_edits_new_bounds (gint64 from, gint64 to);
gboolean      _foi_case_edits_read_cell (FoiColumn *column, JsonNode *node, FoiCell *out);
void          _foi_case_edits_push_table (FoiCaseEditor *self, FoiTableData *data,
                                          const char *label);

G_END_DECLS
