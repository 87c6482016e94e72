/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-audit.h"

G_BEGIN_DECLS

/**
 * FoiPattern:
 * @is_complete: every reader is left with what he must be left with, as far as was found; only an
 *   audit says that it is safe
 * @stuck: a cell that could not be protected, or -1
 * @n_primary: cells that were suppressed for what they are themselves
 * @n_secondary: cells that were suppressed besides
 *
 * What was chosen. The marks are in the problem.
 */
typedef struct
{
  gboolean is_complete;
  int stuck;
  guint n_primary;
  guint n_secondary;
} FoiPattern;

/* Whether a cell may be suppressed at all: one of another table may not. */
typedef gboolean (*FoiPatternFilter) (guint cell, gpointer user_data);

gboolean foi_pattern_choose (FoiDisclosureProblem *problem, gint64 threshold, gboolean zero,
                             FoiPatternFilter filter, gpointer filter_data,
                             FoiAuditProgress progress, gpointer progress_data,
                             GCancellable *cancellable, FoiPattern *out, GError **error);

G_END_DECLS
