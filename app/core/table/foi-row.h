/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "foi-cell.h"
#include "foi-row-store.h"

G_BEGIN_DECLS

#define FOI_TYPE_ROW (foi_row_get_type ())

/**
 * FoiRow:
 *
 * The handle on one row: the same object for the same row as long as anybody holds it. Signal
 * "changed" (no arguments): a cell of it was edited, or its columns were. Its cells are in the
 * order of the table's columns.
 */
G_DECLARE_FINAL_TYPE (FoiRow, foi_row, FOI, ROW, GObject)

guint64        foi_row_get_id (FoiRow *self);
guint          foi_row_get_n_cells (FoiRow *self);
const FoiCell *foi_row_get_cell (FoiRow *self, guint column);
FoiRecord     *foi_row_get_record (FoiRow *self);

G_END_DECLS
