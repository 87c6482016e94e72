/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* Notes, totals, withheld values and remarks name cells by the key of their row and by their
 * column. What follows here keeps them at their cells when keys change or rows and columns go. */

GHashTable   *foi_case_follow_list_rows (FoiCaseState *state, const char *table);
GHashTable   *foi_case_follow_new_keys (void);
FoiCaseState *foi_case_follow_rows (FoiCaseState *state, const char *table, GHashTable *keys);
FoiCaseState *foi_case_follow_places (FoiCaseState *state);
FoiCaseState *foi_case_follow_column_removed (FoiCaseState *state, const char *table,
                                              const char *column);

/* foi-case-quotes.c */
FoiCaseState *foi_case_follow_quotes (FoiCaseState *state, FoiTableData *before);

G_END_DECLS
