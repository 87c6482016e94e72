/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* Rows or columns of a table that become one, so that its counts are larger. */

FoiCaseState *foi_combination_of_rows (FoiCaseState *state, const char *table, const guint64 *ids,
                                       guint n_ids, const char *label, GError **error);
FoiCaseState *foi_combination_of_columns (FoiCaseState *state, const char *table,
                                          const char *const *names, const char *label,
                                          GError **error);

/* foi-combination-parts.c: what they were before. */
FoiCaseState *foi_combination_note_rows (FoiCaseState *state, FoiTableData *data,
                                         const GArray *rows);
FoiCaseState *foi_combination_note_columns (FoiCaseState *state, FoiTableData *data,
                                            const char *const *names, const char *now);

/* foi-combination-places.c: what is said of rows and columns by their names. */
FoiCaseState *foi_combination_forget_same (FoiCaseState *state, const char *table, JsonNode *row,
                                           const char *column);
FoiCaseState *foi_combination_merge_parts (FoiCaseState *state, const char *table);
JsonNode     *foi_combination_with_columns (JsonNode *resource, const char *const *names,
                                            const char *now);

G_END_DECLS
