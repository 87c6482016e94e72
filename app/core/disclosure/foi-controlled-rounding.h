/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-audit.h"

G_BEGIN_DECLS

gboolean foi_controlled_rounding_find (FoiDisclosureProblem *problem, gint64 base,
                                       const gboolean *may_move, gint64 *values,
                                       FoiAuditProgress progress, gpointer user_data,
                                       GCancellable *cancellable, GError **error);

G_END_DECLS
