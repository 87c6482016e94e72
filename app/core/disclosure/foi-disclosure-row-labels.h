/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-disclosure-series.h"

G_BEGIN_DECLS

/* No label stands there; there is one, and it is withheld. */
#define FOI_NO_LABEL G_MAXUINT
#define FOI_LABEL_WITHHELD (G_MAXUINT - 1)

/**
 * FoiRowLabels:
 * @labels: (element-type utf8): each once, as labels are compared
 * @of_row: of each row which of them, %FOI_NO_LABEL or %FOI_LABEL_WITHHELD
 * @is_read: they are read of what stands there: of days their years and months
 * @has_withheld: of some row it is withheld
 * @maps: a series' axis → of each label the place there, or -1
 *
 * What stands in a column, or what is read of it, by which rows of a table can be put together.
 */
typedef struct
{
  guint column;
  GPtrArray *labels;
  guint *of_row;
  gboolean is_read, has_withheld;
  GHashTable *maps;
} FoiRowLabels;

GPtrArray *foi_series_set_get_row_labels (FoiSeriesSet *self, FoiTableData *data);
const int *foi_row_labels_map (const FoiRowLabels *self, FoiSeriesAxis *axis);

G_END_DECLS
