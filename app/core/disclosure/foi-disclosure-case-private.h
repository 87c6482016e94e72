/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-case.h"

G_BEGIN_DECLS

/* A case on its way to become a problem. */
typedef struct
{
  FoiDisclosureCase *self;
  GHashTable *numbers; /* FoiCellPlace → number of its cell + 1 */
  GHashTable *lists;   /* FoiTableData → its two lists of cells */
  const char *const *wholes; /* tables that are taken with all of their cells, or NULL */
  const FoiSmallRule *rule; /* that it is to have */
  GHashTable *row_totals, *column_totals; /* FoiTableData → FoiFoundSums, declared nowhere */
  GHashTable *row_unions, *column_unions; /* FoiTableData → FoiFoundSums: some of the others */
  GHashTable *summaries; /* FoiTableData → FoiFoundSums: averages and the like of other rows */
  GHashTable *earlier; /* FoiTableData of an earlier letter → the table's name */
  GHashTable *combined; /* FoiTableData as a table was → FoiCombined */
  GHashTable *is_total; /* FoiTableData → of each row whether it is a total, declared or not */
  GHashTable *is_seen; /* the same of those that are found by their figures, maybe by chance */
} FoiDisclosureDraft;

/* @rate = @above / @below × @times, rounded to @decimals, or (@is_change) how much more than one
 * that is: @below of its own row, of one row for all, or of the row @step away; @slips: some of
 * them by one of the last digit. The units are by what both counts are multiplied where they have
 * not as many decimals. */
typedef struct
{
  FoiTableData *data;
  guint rate, above, below;
  gint64 times, above_unit, below_unit;
  int below_row, step, decimals;
  gboolean is_percentage, is_change, slips;
} FoiRate;

void     _foi_disclosure_draft_init (FoiDisclosureDraft *draft, FoiCaseState *state,
                                     const char *const *wholes, const FoiSmallRule *rule);
void     _foi_disclosure_draft_clear (FoiDisclosureDraft *draft);
GHashTable *_foi_disclosure_list_of_use (FoiDisclosureDraft *draft);
gboolean _foi_disclosure_is_whole (FoiDisclosureDraft *draft, FoiTableData *data);
gboolean _foi_disclosure_is_count (FoiColumn *column);
gboolean _foi_disclosure_is_rounded (const FoiSmallRule *rule, FoiTableData *data, guint row,
                                     guint column);
gboolean _foi_disclosure_is_exact (FoiDisclosureDraft *draft, FoiTableData *data, guint row,
                                   guint column);
gboolean _foi_disclosure_is_hidden (FoiDisclosureDraft *draft, FoiTableData *data, guint row,
                                    guint column);
const FoiSmallRule *_foi_disclosure_get_rule (FoiDisclosureDraft *draft, FoiTableData *data);
gboolean _foi_disclosure_get_truth (FoiDisclosureDraft *draft, FoiTableData *data, guint row,
                                    guint column, gint64 *out);
gboolean _foi_disclosure_is_shown (FoiDisclosureDraft *draft, FoiTableData *data, guint row,
                                   guint column, gint64 value);
gboolean _foi_disclosure_has_hidden (FoiDisclosureDraft *draft, FoiTableData *data, guint column);
gboolean _foi_disclosure_find_rate (FoiDisclosureDraft *draft, FoiTableData *data, guint column,
                                    FoiRate *out);
gboolean _foi_disclosure_may_be_rate (FoiTableData *data, guint column, int *decimals);
gboolean _foi_disclosure_read_figure (FoiTableData *data, guint row, guint column, int decimals,
                                      gint64 *number, gint64 *step);
guint    _foi_disclosure_draft_take (FoiDisclosureDraft *draft, FoiTableData *data, guint row,
                                     guint column);
guint    _foi_disclosure_draft_add_unseen (FoiDisclosureDraft *draft, FoiTableData *data, guint row,
                                           guint column, gint64 value);
FoiLine *_foi_disclosure_draft_add_line (FoiDisclosureDraft *draft, FoiLineKind kind);
gboolean _foi_disclosure_draft_keep_line (FoiDisclosureDraft *draft, FoiLine *line);
void     _foi_disclosure_draft_keep_claim (FoiDisclosureDraft *draft, FoiLine *line);
FoiLine *_foi_disclosure_draft_tell (FoiDisclosureDraft *draft, FoiLineKind kind, guint cell,
                                     gint64 value);
void     _foi_disclosure_settle_means (FoiDisclosureDraft *draft, GHashTable *of_use);
void     _foi_disclosure_add_rates (FoiDisclosureDraft *draft, FoiTableData *data);
void     _foi_disclosure_add_quotes (FoiDisclosureDraft *draft, FoiTableData *data);
void     _foi_disclosure_add_issued (FoiDisclosureDraft *draft, GHashTable *of_use);
void     _foi_disclosure_compare_earlier (FoiDisclosureDraft *draft, FoiTableData *before,
                                          FoiTableData *now);
void     _foi_disclosure_mark_issued (FoiDisclosureDraft *draft);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiDisclosureDraft, _foi_disclosure_draft_clear)

G_END_DECLS
