/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-knowledge.h"

G_BEGIN_DECLS

/**
 * FoiAttacker:
 * @FOI_ATTACKER_NONE: knows what is published, and that counts are not negative
 * @FOI_ATTACKER_THRESHOLD: knows the rule as well, and which cells it marked
 * @FOI_ATTACKER_CONTRIBUTOR: knows the rule, and that a count of 1, or of a part of one, is himself
 * @FOI_ATTACKER_ALL: each of them in turn
 *
 * Who reads the letter. No person ever sees these words.
 */
typedef enum
{
  FOI_ATTACKER_NONE,
  FOI_ATTACKER_THRESHOLD,
  FOI_ATTACKER_CONTRIBUTOR,
  FOI_ATTACKER_ALL,
} FoiAttacker;

/**
 * FoiScenario:
 * @knower: the cell whose count of 1 or less the reader is, or -1
 * @doubts_marks: takes a mark whose number nobody here knows for no sign that it is small
 *
 * One reader.
 */
typedef struct
{
  FoiAttacker attacker;
  int knower;
  gboolean doubts_marks;
} FoiScenario;

/**
 * FoiAuditCell:
 * @cell: a suppressed cell
 * @scenario: for which reader the ends are: the first that works out too much, else the first
 * @lower: the least that he has to reckon with
 * @upper: the most
 * @is_safe: what has to be possible is possible, which is proved; always of secondary cells
 * @is_contradicted: what is published and the cell cannot all be true; nothing is proven
 * @against: (nullable): what it contradicts, of the problem
 *
 * What an audit found of one cell.
 */
typedef struct
{
  guint cell;
  FoiScenario scenario;
  FoiEnd lower, upper;
  gboolean is_safe, is_contradicted;
  const FoiLine *against;
} FoiAuditCell;

/**
 * FoiAudit:
 * @cells: (element-type FoiAuditCell): each suppressed cell, in the order of the problem
 * @is_safe: all of them are safe
 */
typedef struct
{
  GArray *cells;
  gboolean is_safe;
} FoiAudit;

typedef void (*FoiAuditProgress) (guint done, guint total, gpointer user_data);

FoiAudit *foi_audit_run (FoiDisclosureProblem *problem, FoiAttacker attacker,
                         FoiAuditProgress progress, gpointer user_data, GCancellable *cancellable,
                         GError **error);
void      foi_audit_free (FoiAudit *self);
gboolean  foi_audit_cell_is_disclosed (const FoiAuditCell *self);

GArray   *foi_scenarios_list (FoiDisclosureProblem *problem, FoiAttacker attacker);
void      foi_scenario_enter (const FoiScenario *self, FoiDisclosureProblem *problem,
                              FoiKnowledge *knowledge);
gboolean  foi_scenario_concerns (const FoiScenario *self, FoiDisclosureProblem *problem,
                                 FoiKnowledge *knowledge, guint cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiAudit, foi_audit_free)

G_END_DECLS
