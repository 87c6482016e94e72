/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-small-preview.h"

G_BEGIN_DECLS

#define FOI_TYPE_SMALL_TABLE (foi_small_table_get_type ())

/**
 * FoiSmallTable:
 *
 * A table as it would print, with what changes in words beneath each figure that changes.
 */
G_DECLARE_FINAL_TYPE (FoiSmallTable, foi_small_table, FOI, SMALL_TABLE, GtkWidget)

GtkWidget *foi_small_table_new (void);
void       foi_small_table_set_preview (FoiSmallTable *self, FoiSmallPreview *preview);

G_END_DECLS
