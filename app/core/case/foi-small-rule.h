/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-case-state.h"

G_BEGIN_DECLS

/* The id of the note that says in a letter that a table's figures are rounded. */
#define FOI_ROUNDED_NOTE "rounded"

/**
 * FoiSmallMethod:
 * @FOI_SMALL_SUPPRESS: small counts are suppressed, with what would give them away
 * @FOI_SMALL_ROUND: every count is rounded to the base by itself, halves up
 * @FOI_SMALL_ROUND_CONTROLLED: every count goes to one of the two multiples of the base beside it,
 *   so that totals still add up
 *
 * What is done about small counts.
 */
typedef enum
{
  FOI_SMALL_SUPPRESS,
  FOI_SMALL_ROUND,
  FOI_SMALL_ROUND_CONTROLLED,
} FoiSmallMethod;

/**
 * FoiSmallRule:
 * @threshold: counts above 0 and up to this are small, in the unit of their column: of 5, 0.4
 *   full-time posts are as 5.0 are; 0: there is no rule
 * @zero: zeros as well
 * @round: to which base figures are rounded, or 0
 * @method: what is done
 * @is_ours: the file says what was done, so figures that stand rounded were rounded here
 * @says_fewer: what is suppressed for being small is printed as "fewer than 5", else as `[c]`
 *
 * A table's `foi:rule`; else the authority's.
 */
typedef struct
{
  gint64 threshold;
  gboolean zero;
  gint64 round;
  FoiSmallMethod method;
  gboolean is_ours;
  gboolean says_fewer;
} FoiSmallRule;

FoiSmallRule foi_small_rule_of_table (FoiCaseState *state, FoiTableData *data);
FoiSmallRule foi_small_rule_of_authority (FoiCaseState *state);
FoiSmallRule foi_small_rule_read (JsonNode *node);
JsonNode    *foi_small_rule_to_node (const FoiSmallRule *self, const char *reason,
                                     JsonNode *before);
gboolean     foi_small_rule_is_for (FoiColumn *column);
gint64       foi_small_rule_get_most (const FoiSmallRule *self, FoiColumn *column);
gboolean     foi_small_rule_covers (const FoiSmallRule *self, FoiColumn *column, gint64 number);
void         foi_small_rule_get_rounded (const FoiSmallRule *self, gint64 shown, gint64 *from,
                                         gint64 *to);
gint64       foi_small_rule_round (const FoiSmallRule *self, gint64 value);

G_END_DECLS
