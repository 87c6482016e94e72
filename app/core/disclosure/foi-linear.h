/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foi-rational.h"

G_BEGIN_DECLS

/* Numbers of a program are at most this, so that a double holds every one of them exactly. */
#define FOI_LINEAR_MAX ((gint64) 1 << 50)

/* No end on that side. */
#define FOI_LINEAR_NO_FROM G_MININT64
#define FOI_LINEAR_NO_TO G_MAXINT64

/**
 * FoiLinearResult:
 * @FOI_LINEAR_OPTIMAL: the best value, proved in exact arithmetic
 * @FOI_LINEAR_UNBOUNDED: there is no end to it, proved likewise
 * @FOI_LINEAR_INFEASIBLE: nothing fits all rows, proved likewise
 * @FOI_LINEAR_NOT_PROVEN: a limit was met, or a number did not fit
 */
typedef enum
{
  FOI_LINEAR_OPTIMAL,
  FOI_LINEAR_UNBOUNDED,
  FOI_LINEAR_INFEASIBLE,
  FOI_LINEAR_NOT_PROVEN,
} FoiLinearResult;

/**
 * FoiLinear:
 *
 * A linear program of whole numbers, solved exactly: columns and rows between two ends. Each
 * solution begins where the last one ended, so that asking again after a change is cheap. For the
 * thread that made it.
 */
typedef struct _FoiLinear FoiLinear;

FoiLinear      *foi_linear_new (guint n_columns, guint n_rows);
void            foi_linear_free (FoiLinear *self);
void            foi_linear_set_column (FoiLinear *self, guint column, gint64 from, gint64 to);
void            foi_linear_set_row (FoiLinear *self, guint row, const guint *columns,
                                    const gint64 *factors, guint n_columns, gint64 from, gint64 to);
void            foi_linear_set_cost (FoiLinear *self, guint column, gint64 cost);
FoiLinearResult foi_linear_solve (FoiLinear *self, gboolean maximise);
FoiRational     foi_linear_get_value (FoiLinear *self, guint column);
FoiRational     foi_linear_get_objective (FoiLinear *self);
gboolean        foi_linear_guess (FoiLinear *self, gint64 *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiLinear, foi_linear_free)

G_END_DECLS
