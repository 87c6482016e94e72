/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-problem.h"

G_BEGIN_DECLS

/**
 * FoiProblemPart:
 * @problem: the part, as a problem of its own
 * @cells: (element-type guint): which cell of the whole each of its cells is
 * @lines: (element-type FoiLine): which line of the whole each of its lines is
 *
 * Cells that have nothing to do with the rest.
 */
typedef struct
{
  FoiDisclosureProblem *problem;
  GArray *cells;
  GPtrArray *lines;
} FoiProblemPart;

GPtrArray *foi_disclosure_problem_split (FoiDisclosureProblem *self, gboolean by_suppressed);
GPtrArray *foi_problem_part_take_contradictions (const FoiProblemPart *self,
                                                 GCancellable *cancellable);

G_END_DECLS
