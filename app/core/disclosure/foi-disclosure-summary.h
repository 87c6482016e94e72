/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-grid.h"

G_BEGIN_DECLS

/* What a row says of all others: "Average", "Highest". */
typedef enum
{
  FOI_SUMMARY_NONE,
  FOI_SUMMARY_MEAN,
  FOI_SUMMARY_HIGHEST,
  FOI_SUMMARY_LOWEST,
  FOI_SUMMARY_MEDIAN,
  FOI_SUMMARY_RANGE,
} FoiSummary;

FoiSummary _foi_disclosure_read_summary (const char *text);
FoiSummary _foi_disclosure_get_summary_of_row (FoiTableData *data, guint row);
gboolean   _foi_disclosure_is_summary_row (FoiDisclosureDraft *draft, FoiTableData *data,
                                           guint row);
GPtrArray *_foi_disclosure_get_summaries (FoiDisclosureDraft *draft, FoiTableData *data);
void       _foi_disclosure_add_summaries (FoiDisclosureDraft *draft,
                                          const FoiDisclosureGrid *grid);
void       _foi_disclosure_add_summaries_beside (FoiDisclosureDraft *draft, GPtrArray *grids);
gboolean   _foi_disclosure_is_summary_of (FoiSummary summary, gint64 value, GArray *figures);

G_END_DECLS
