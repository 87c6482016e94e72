/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-faults.h"
#include "foi-table-data.h"

G_BEGIN_DECLS

/**
 * FoiLeftOut:
 *
 * The columns that officers left out of the letter. In memory they are columns like others; in the
 * file they are not among the table's figures but in `foi:case.internal.fields`, so that a table
 * can be handed on as it is. This puts them back in their places, and knows what could not be put
 * anywhere (its table or rows are gone) and so stays where it is.
 */
typedef struct _FoiLeftOut FoiLeftOut;

FoiLeftOut *foi_left_out_new (FoiFaults *faults, JsonNode *internal);
void        foi_left_out_free (FoiLeftOut *self);
void        foi_left_out_add_columns (FoiLeftOut *self, const char *table, GPtrArray *columns);
void        foi_left_out_fill (FoiLeftOut *self, const char *table, GPtrArray *columns,
                               GPtrArray *records);
JsonNode   *foi_left_out_get_rest (FoiLeftOut *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiLeftOut, foi_left_out_free)

G_END_DECLS
