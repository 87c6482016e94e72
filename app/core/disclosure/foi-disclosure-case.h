/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"
#include "foi-disclosure-audit.h"
#include "foi-small-rule.h"
#include "foi-table-data.h"

G_BEGIN_DECLS

/**
 * FoiCellPlace:
 *
 * Where in the case a cell of a problem stands.
 */
typedef struct
{
  FoiTableData *data;
  guint row;
  guint column;
} FoiCellPlace;

/**
 * FoiDisclosureCase:
 * @problem: what a reader of the case's letters sees and knows
 * @places: (element-type FoiCellPlace): of each cell of @problem
 * @earlier: (element-type FoiTableData): tables as earlier letters showed them, where cells of
 *   @problem stand as well
 * @combined: (element-type FoiTableData): tables as they were before rows or columns became one
 *
 * A case as a problem: its declared totals, figures that are the same elsewhere, rates and shares
 * of counts, what answers and titles quote, and what earlier letters showed.
 */
typedef struct
{
  FoiCaseState *state;
  FoiDisclosureProblem *problem;
  GArray *places;
  GPtrArray *earlier, *combined;
} FoiDisclosureCase;

FoiDisclosureCase  *foi_disclosure_case_new (FoiCaseState *state, const char *whole_table,
                                             const FoiSmallRule *rule);
FoiDisclosureCase  *foi_disclosure_case_new_of (FoiCaseState *state, const char *const *wholes,
                                                const FoiSmallRule *rule);
void                foi_disclosure_case_free (FoiDisclosureCase *self);
const FoiCellPlace *foi_disclosure_case_get_place (FoiDisclosureCase *self, guint cell);
gboolean            foi_disclosure_case_is_of (FoiDisclosureCase *self, guint cell,
                                               FoiTableData *data);
gboolean            foi_disclosure_case_is_gone (FoiDisclosureCase *self, guint cell);
char               *foi_disclosure_dup_row_key (FoiTableData *data, guint row);
char               *foi_disclosure_case_dup_row (FoiDisclosureCase *self, guint cell);
char               *foi_disclosure_case_describe (FoiDisclosureCase *self,
                                                  const FoiAuditCell *found);
char               *foi_disclosure_case_dup_cause (FoiDisclosureCase *self,
                                                   const FoiAuditCell *found);
char               *foi_cell_place_dup_words (const FoiCellPlace *place);
char               *foi_disclosure_case_dup_place (FoiDisclosureCase *self, guint cell);
char               *foi_disclosure_case_dup_sentence (FoiDisclosureCase *self,
                                                      const FoiAuditCell *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiDisclosureCase, foi_disclosure_case_free)

G_END_DECLS
