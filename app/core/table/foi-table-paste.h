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

/**
 * FoiPasteProposal:
 * @table: the table as it would be: title, columns with types and roles, a key, rows, totals that
 *   add up, bounds of counts that came suppressed
 * @problems: (element-type FoiPasteProblem): cells that could not be read
 * @found: (element-type FoiFoundTotal): totals that nobody called so, declared unless refused
 *
 * A table made of a pasted block, for a person to look at.
 */
typedef struct
{
  FoiTableData *table;
  GArray       *problems;
  GPtrArray    *found;
  /* private: where in the grid rows and columns are; what the table has besides */
  GArray       *rows, *sources;
  FoiPasteGrid *grid;
  JsonNode     *base;
} FoiPasteProposal;

/* One cell that pasting over a table changes. */
typedef struct
{
  guint64 row;
  char   *column;
  FoiCell before, after;
  FoiTypedBounds bounds; /* of a count that came suppressed */
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
 *
 * What a pasted block would change in a table whose key it has.
 */
typedef struct
{
  GArray    *changes;
  GPtrArray *added;
  GArray    *added_bounds; /* of FoiPasteBounds: of counts in these that came suppressed */
  GArray    *absent, *problems;
  GStrv      unmatched;
} FoiPasteMatch;

FoiPasteProposal *foi_paste_propose_table (FoiPasteGrid *grid, const char *name);
FoiPasteProposal *foi_paste_proposal_with_column (FoiPasteProposal *self, guint index,
                                                  FoiColumn *column);
FoiPasteProposal *foi_paste_proposal_with_columns (FoiPasteProposal *self, GPtrArray *columns);
void              foi_paste_proposal_refuse_total (FoiPasteProposal *self, guint index);
void              foi_paste_proposal_free (FoiPasteProposal *self);
FoiPasteMatch    *foi_paste_match_table (FoiPasteGrid *grid, FoiTableData *table);
FoiPasteMatch    *foi_paste_append_table (FoiPasteGrid *grid, FoiTableData *table);
void              foi_paste_match_free (FoiPasteMatch *self);
const char       *foi_paste_get_refusal (const FoiCell *before, const FoiCell *after,
                                         gboolean is_key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiPasteProposal, foi_paste_proposal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiPasteMatch, foi_paste_match_free)

G_END_DECLS
