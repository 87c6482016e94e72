/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-data.h"

G_BEGIN_DECLS

/* What a cell says, and what it means, in words: pure functions, without a widget. */

char    *foi_cell_words_display (FoiColumn *column, const FoiCell *cell);
gboolean foi_cell_words_is_part (FoiColumn *column, const FoiCell *cell);
gboolean foi_cell_words_is_over (FoiColumn *column, const FoiCell *cell);
char    *foi_cell_words_row (FoiTableData *data, const FoiRecord *record, guint position);
char    *foi_cell_words_place (FoiTableData *data, const FoiRecord *record, guint position,
                               guint column);
char    *foi_cell_words_full (FoiTableData *data, const FoiRecord *record, guint position,
                              guint column);
char    *foi_cell_words_status (FoiTableData *data, FoiRecord *record, guint position,
                                guint column);

G_END_DECLS
