/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-publication.h"

G_BEGIN_DECLS

/* Known to the files of charts only: the order of bars. */
void _foi_chart_order_bars (FoiPublication *publication, guint x, guint measure, gboolean is_rate,
                            GArray *rows);

G_END_DECLS
