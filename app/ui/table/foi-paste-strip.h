/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-grid.h"
#include "foi-table-paste.h"

G_BEGIN_DECLS

#define FOI_TYPE_PASTE_STRIP (foi_paste_strip_get_type ())

/**
 * FoiPasteStrip:
 *
 * What was recognised in a pasted table: each column's type and role, to be corrected. Each
 * correction is one command. Signal "done": the person is content.
 */
G_DECLARE_FINAL_TYPE (FoiPasteStrip, foi_paste_strip, FOI, PASTE_STRIP, GtkBox)

GtkWidget *foi_paste_strip_new (FoiDocument *document, FoiTableGrid *grid,
                                FoiPasteProposal *proposal);

G_END_DECLS
