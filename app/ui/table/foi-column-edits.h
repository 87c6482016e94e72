/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-grid.h"

G_BEGIN_DECLS

/* What a person does to the columns of a grid, each one command. */

gboolean foi_column_edits_insert (FoiDocument *document, FoiTableGrid *grid, guint position,
                                  GError **error);
gboolean foi_column_edits_move (FoiDocument *document, FoiTableGrid *grid, const char *column,
                                int step, GError **error);
gboolean foi_column_edits_delete (FoiDocument *document, FoiTableGrid *grid, const char *column,
                                  GError **error);
gboolean foi_column_edits_sort (FoiDocument *document, FoiTableGrid *grid, const char *column,
                                gboolean descending, GError **error);
gboolean foi_column_edits_replace (FoiDocument *document, FoiTableGrid *grid, FoiColumn *column,
                                   GError **error);
gboolean foi_column_edits_set_left_out (FoiDocument *document, FoiTableGrid *grid,
                                        const char *column, gboolean left_out, GError **error);
gboolean foi_column_edits_set_role (FoiDocument *document, FoiTableGrid *grid, const char *column,
                                    FoiRole role, GError **error);
FoiColumn *foi_column_edits_dup_with_role (FoiTable *table, FoiColumn *column, FoiRole role);
char    *foi_column_edits_dup_unused_name (FoiTable *table, const char *wish);

G_END_DECLS
