/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-grid.h"

G_BEGIN_DECLS

/* Totals and averages that a person asks for, each one command. */

gboolean foi_table_totals_make_row (FoiDocument *document, FoiTableGrid *grid, GError **error);
gboolean foi_table_totals_make_named_row (FoiDocument *document, FoiTableGrid *grid, guint position,
                                          const char *column, GError **error);
gboolean foi_table_totals_forget_row (FoiDocument *document, FoiTableGrid *grid, GError **error);
gboolean foi_table_totals_make_column (FoiDocument *document, FoiTableGrid *grid,
                                       const char *column, GError **error);
gboolean foi_table_totals_forget_column (FoiDocument *document, FoiTableGrid *grid,
                                         const char *column, GError **error);
gboolean foi_table_totals_add_averages (FoiDocument *document, FoiTableGrid *grid,
                                        GError **error);

G_END_DECLS
