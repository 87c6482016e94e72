/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-document.h"
#include "foi-estimate-pool.h"

G_BEGIN_DECLS

/* What the rows of a grid are. */
typedef enum
{
  FOI_ESTIMATE_WORK,        /* what would be done, and how long it takes */
  FOI_ESTIMATE_NOT_COUNTED, /* what takes time and may not be counted */
  FOI_ESTIMATE_REQUESTS,    /* other requests that are added up */
} FoiEstimateList;

#define FOI_TYPE_ESTIMATE_GRID (foi_estimate_grid_get_type ())

/**
 * FoiEstimateGrid:
 *
 * One list of a question's estimate as a table that is edited in place, by the keys of the other
 * tables. A cell that is no number keeps what was typed and says why below the table.
 */
G_DECLARE_FINAL_TYPE (FoiEstimateGrid, foi_estimate_grid, FOI, ESTIMATE_GRID, GtkWidget)

GtkWidget *foi_estimate_grid_new (FoiDocument *document, FoiEstimateList list);
void       foi_estimate_grid_set_question (FoiEstimateGrid *self, const char *question);
void       foi_estimate_grid_update (FoiEstimateGrid *self, const FoiEstimatePool *pool);
void       foi_estimate_grid_add_row (FoiEstimateGrid *self, guint position, const char *what);
guint      foi_estimate_grid_get_n_rows (FoiEstimateGrid *self);

G_END_DECLS
