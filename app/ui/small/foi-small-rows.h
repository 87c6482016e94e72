/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-remedy-request.h"
#include "foi-table-data.h"

G_BEGIN_DECLS

/* Who has more rows combines them in the table itself. */
#define FOI_SMALL_MAX_ROWS 200

#define FOI_TYPE_SMALL_ROWS (foi_small_rows_get_type ())

/**
 * FoiSmallRows:
 *
 * The rows of a table that become one, or its columns, and what that is called. Signal: "changed".
 */
G_DECLARE_FINAL_TYPE (FoiSmallRows, foi_small_rows, FOI, SMALL_ROWS, GtkBox)

GtkWidget *foi_small_rows_new (void);
guint      foi_small_rows_set_table (FoiSmallRows *self, FoiTableData *data);
void       foi_small_rows_set_rows (FoiSmallRows *self, GArray *rows, const char *label);
guint      foi_small_rows_set_columns (FoiSmallRows *self, FoiTableData *data);
void       foi_small_rows_ask_columns (FoiSmallRows *self, FoiRemedyRequest *request);
void       foi_small_rows_ask (FoiSmallRows *self, FoiRemedyRequest *request);

G_END_DECLS
