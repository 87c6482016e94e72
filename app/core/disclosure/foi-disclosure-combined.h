/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-grid.h"

G_BEGIN_DECLS

/* A table as it was before rows or columns of it became one. @now: the table; @rows: @columns: of
 * each where it is there, or -1; @entries: (element-type JsonNode): the true figures of those that
 * are gone, by the keys and names that they had. */
typedef struct
{
  FoiTableData *now;
  int *rows, *columns;
  GPtrArray *entries;
} FoiCombined;

GHashTable *_foi_disclosure_new_combined (void);
gboolean    _foi_disclosure_has_combined (FoiDisclosureDraft *draft, FoiTableData *data);
void        _foi_disclosure_add_combined (FoiDisclosureDraft *draft, FoiTableData *data,
                                          GPtrArray *grids);
gboolean    _foi_disclosure_find_now (FoiDisclosureDraft *draft, FoiCellPlace *place);

G_END_DECLS
