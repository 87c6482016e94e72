/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-grid.h"

G_BEGIN_DECLS

#define FOI_TYPE_CELL_NOTE (foi_cell_note_get_type ())

/**
 * FoiCellNote:
 *
 * A small form with the note on the cell of the cursor, printed below the table. What is in it when
 * it closes is the note; Escape leaves the note as it was.
 */
G_DECLARE_FINAL_TYPE (FoiCellNote, foi_cell_note, FOI, CELL_NOTE, GtkPopover)

GtkWidget *foi_cell_note_new (FoiDocument *document, FoiTableGrid *grid);

G_END_DECLS
