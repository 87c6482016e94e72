/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table.h"

G_BEGIN_DECLS

/* Between a table and its rows. A row tells its table when it goes; a table tells its rows when it
 * goes, and what they now say. */

FoiRow        *_foi_row_new (FoiTable *table, FoiRecord *record);
const guint64 *_foi_row_get_id_pointer (FoiRow *self);
gboolean       _foi_row_set_record (FoiRow *self, FoiRecord *record);
void           _foi_row_emit_changed (FoiRow *self);
void           _foi_row_forget_table (FoiRow *self);
void           _foi_table_forget_row (FoiTable *self, FoiRow *row);

G_END_DECLS
