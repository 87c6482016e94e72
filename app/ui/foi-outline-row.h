/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-outline-item.h"

G_BEGIN_DECLS

#define FOI_TYPE_OUTLINE_ROW (foi_outline_row_get_type ())

G_DECLARE_FINAL_TYPE (FoiOutlineRow, foi_outline_row, FOI, OUTLINE_ROW, GtkListBoxRow)

GtkWidget      *foi_outline_row_new (FoiOutlineItem *item);
FoiOutlineItem *foi_outline_row_get_item (FoiOutlineRow *self);

G_END_DECLS
