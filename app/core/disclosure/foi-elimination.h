/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-rational.h"

G_BEGIN_DECLS

/**
 * FoiEliminationTerm:
 *
 * A number of a matrix in its column.
 */
typedef struct
{
  guint column;
  FoiRational value;
} FoiEliminationTerm;

/**
 * FoiElimination:
 *
 * A square system of equations, to be solved exactly.
 */
typedef struct _FoiElimination FoiElimination;

FoiElimination *foi_elimination_new (guint size);
void            foi_elimination_free (FoiElimination *self);
void            foi_elimination_add (FoiElimination *self, guint row, guint column,
                                     FoiRational value);
void            foi_elimination_set_right (FoiElimination *self, guint row, FoiRational value);
gboolean        foi_elimination_solve (FoiElimination *self, FoiRational *solution);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiElimination, foi_elimination_free)

G_END_DECLS
