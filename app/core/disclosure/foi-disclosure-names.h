/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-grid.h"
#include "foi-range.h"

G_BEGIN_DECLS

/* By which words people speak of the rows and columns of a table. */
typedef struct _FoiDisclosureNames FoiDisclosureNames;

/**
 * FoiNamed:
 * @rows: (element-type guint): rows of the table, but not the one that is the total of all
 * @columns: (element-type guint): columns of the grid
 * @ranges: (element-type FoiRange): where rows are named: a number in it counts nothing
 * @is_group: the rows have only a part of their key in common with what was said
 *
 * What a sentence names of a table.
 */
typedef struct
{
  GArray *rows, *columns, *ranges;
  gboolean is_group;
} FoiNamed;

FoiDisclosureNames *foi_disclosure_names_new (const FoiDisclosureGrid *grid);
void                foi_disclosure_names_free (FoiDisclosureNames *self);
FoiNamed           *foi_disclosure_names_find (FoiDisclosureNames *self, const char *text);
gboolean            foi_disclosure_names_has_column (FoiDisclosureNames *self, guint column,
                                                     const char *text);
void                foi_named_free (FoiNamed *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiDisclosureNames, foi_disclosure_names_free)

G_END_DECLS
