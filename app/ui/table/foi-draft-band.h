/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-grid.h"

G_BEGIN_DECLS

#define FOI_TYPE_DRAFT_BAND (foi_draft_band_get_type ())

/**
 * FoiDraftBand:
 *
 * The words below a table that say why typed text is no value, and what it could mean: each of
 * these is a button.
 */
G_DECLARE_FINAL_TYPE (FoiDraftBand, foi_draft_band, FOI, DRAFT_BAND, GtkBox)

GtkWidget *foi_draft_band_new (FoiTableGrid *grid);

G_END_DECLS
