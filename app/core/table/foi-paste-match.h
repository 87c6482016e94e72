/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-paste-grid.h"
#include "foi-table-data.h"
#include "foi-typed.h"

G_BEGIN_DECLS

/* A pasted cell that is no value of its column: blank, or as it was, until somebody says more. */
typedef struct
{
  guint64    row;            /* the row's id */
  char      *column, *typed; /* the column's name; what stands in the cell */
  FoiRefusal refusal;
} FoiPasteProblem;

/* What the case keeps to itself of a cell. */
typedef enum
{
  FOI_PASTE_OPEN,     /* nothing: what is seen is all there is */
  FOI_PASTE_WITHHELD, /* the figure: the cell has [c] */
  FOI_PASTE_ROUNDED,  /* the true figure: the cell has a rounded one */
} FoiPasteCover;

/* One cell that pasting over a table changes. */
typedef struct
{
  guint64        row;
  char          *column;
  FoiCell        before, after;
  FoiTypedBounds bounds; /* of a count that came suppressed */
  FoiPasteCover  cover;  /* of what was there, once foi_paste_cover_find() was asked */
} FoiPasteChange;

typedef struct
{
  guint64        row;
  const char    *column;
  FoiTypedBounds bounds;
} FoiPasteBounds;

/**
 * FoiPasteMatch:
 * @changes: (element-type FoiPasteChange): cells that become others
 * @added: (element-type FoiRecord): rows that the table does not have, under ids it has not used
 * @absent: (element-type guint64): rows of the table that were not pasted; they stay as they are
 * @unmatched: (nullable): headings pasted for which the table has no column, and which are not used
 * @problems: (element-type FoiPasteProblem): cells that could not be read; they stay as they are
 * @kept: (element-type FoiPasteChange): what foi_paste_cover_keep() took out of @changes
 *
 * What a pasted block would change in a table whose key it has.
 */
typedef struct
{
  GArray    *changes;
  GPtrArray *added;
  GArray    *added_bounds; /* of FoiPasteBounds: of counts in these that came suppressed */
  GArray    *absent, *problems, *kept;
  GStrv      unmatched;
} FoiPasteMatch;

FoiPasteMatch *foi_paste_match_table (FoiPasteGrid *grid, FoiTableData *table);
FoiPasteMatch *foi_paste_append_table (FoiPasteGrid *grid, FoiTableData *table);
void           foi_paste_match_free (FoiPasteMatch *self);
const char    *foi_paste_get_refusal (const FoiCell *before, const FoiCell *after,
                                      gboolean is_key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiPasteMatch, foi_paste_match_free)

G_END_DECLS
