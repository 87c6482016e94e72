/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-paste-match.h"

G_BEGIN_DECLS

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

FoiPasteProposal *foi_paste_propose_table (FoiPasteGrid *grid, const char *name);
FoiPasteProposal *foi_paste_proposal_with_column (FoiPasteProposal *self, guint index,
                                                  FoiColumn *column);
FoiPasteProposal *foi_paste_proposal_with_columns (FoiPasteProposal *self, GPtrArray *columns);
void              foi_paste_proposal_refuse_total (FoiPasteProposal *self, guint index);
void              foi_paste_proposal_free (FoiPasteProposal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiPasteProposal, foi_paste_proposal_free)

G_END_DECLS
