/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-recent.h"

G_BEGIN_DECLS

#define FOI_TYPE_RECENT_ROW (foi_recent_row_get_type ())

G_DECLARE_FINAL_TYPE (FoiRecentRow, foi_recent_row, FOI, RECENT_ROW, GtkListBoxRow)

GtkWidget *foi_recent_row_new (const FoiRecent *recent);
void       foi_recent_row_set_missing (FoiRecentRow *self);
GFile     *foi_recent_row_get_file (FoiRecentRow *self);

G_END_DECLS
