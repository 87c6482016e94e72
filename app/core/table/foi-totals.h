/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-table-data.h"

G_BEGIN_DECLS

/* A declared total that does not add up: @expected of its parts, @found in the table. Both as the
 * numbers of that cell. */
typedef struct
{
  guint  row;
  guint  column;
  gint64 expected;
  gint64 found;
} FoiTotalFault;

GArray   *foi_totals_check (FoiTableData *data);
gboolean  foi_totals_compute (FoiTableData *data, guint row, guint column, gint64 *out);
gboolean  foi_totals_can_add (FoiColumn *column);
gboolean  foi_totals_has_word (const char *text);
gboolean  foi_totals_is_label (const char *text);
gboolean  foi_totals_is_row (FoiTableData *data, guint row);
gboolean  foi_totals_is_name (FoiTableData *data, guint row, guint column);
gboolean  foi_totals_is_column (FoiTableData *data, guint column);
JsonNode *foi_totals_dup_with_row (FoiTableData *data, guint row);
JsonNode *foi_totals_dup_with_called_row (FoiTableData *data, guint row);
JsonNode *foi_totals_dup_with_column (FoiTableData *data, guint column);
JsonNode *foi_totals_dup_with_row_of (FoiTableData *data, guint row, GArray *parts);
JsonNode *foi_totals_dup_with_column_of (FoiTableData *data, guint column, GArray *parts);
JsonNode *foi_totals_dup_without_row (FoiTableData *data, guint row);
JsonNode *foi_totals_dup_without_column (FoiTableData *data, guint column);
gboolean  foi_average_per_period (FoiPublication *publication, guint row, guint measure,
                                  int decimals, gint64 *out, const char **period_word);

G_END_DECLS
