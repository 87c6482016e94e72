/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a column needs: @least for its longest word, @whole for its longest cell on one line. */
typedef struct
{
  double   least, whole;
  gboolean grows;    /* text: takes what is left over */
} FoiColumnNeed;

gboolean foi_column_widths_fit (const FoiColumnNeed *needs, guint n_columns, double available,
                                double *widths);

G_END_DECLS
