/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-data.h"

G_BEGIN_DECLS

/**
 * FoiTableMarks:
 *
 * What a table says about its cells beside their values: which have a note, which came to us
 * withheld and between which bounds they are, which are totals, and
 * which of those do not add up. Made anew for each state of the table.
 */
typedef struct _FoiTableMarks FoiTableMarks;

FoiTableMarks *foi_table_marks_new (FoiTableData *data);
void           foi_table_marks_free (FoiTableMarks *self);
const char    *foi_table_marks_get_note (FoiTableMarks *self, guint64 row, const char *column);
const char    *foi_table_marks_get_bounds (FoiTableMarks *self, guint64 row, const char *column);
const char    *foi_table_marks_get_fault (FoiTableMarks *self, guint64 row, const char *column);
gboolean       foi_table_marks_is_total_row (FoiTableMarks *self, guint64 row);
gboolean       foi_table_marks_is_total_column (FoiTableMarks *self, const char *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiTableMarks, foi_table_marks_free)

G_END_DECLS
