/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-data.h"

G_BEGIN_DECLS

/* A declared total that does not add up: @expected of its parts, @found in the table. */
typedef struct
{
  guint  row;
  guint  column;
  gint64 expected;
  gint64 found;
} FoiTotalFault;

GArray  *foi_totals_check (FoiTableData *data);
gboolean foi_totals_compute (FoiTableData *data, guint row, guint column, gint64 *out);
gboolean foi_average_per_period (FoiPublication *publication, guint row, guint measure,
                                 int decimals, gint64 *out, const char **period_word);

G_END_DECLS
