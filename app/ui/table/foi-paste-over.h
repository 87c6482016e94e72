/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-grid.h"

G_BEGIN_DECLS

#define FOI_TYPE_PASTE_OVER (foi_paste_over_get_type ())

/**
 * FoiPasteOver:
 *
 * What pasting over a table would change, matched by the key of its rows: listed before it is done,
 * and done as one command. Signal "done": it was, or the person did not want it.
 */
G_DECLARE_FINAL_TYPE (FoiPasteOver, foi_paste_over, FOI, PASTE_OVER, GtkBox)

GtkWidget *foi_paste_over_new (FoiDocument *document, FoiTableGrid *grid, const char *text,
                               GError **error);

G_END_DECLS
