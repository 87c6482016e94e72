/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "foi-returns-item.h"

G_BEGIN_DECLS

#define FOI_TYPE_RETURNS_LIST (foi_returns_list_get_type ())

/**
 * FoiReturnsList:
 *
 * The numbers of one return, each with what it counts. Signal "activated": the cases of a number
 * are to be seen, which is the item.
 */
G_DECLARE_FINAL_TYPE (FoiReturnsList, foi_returns_list, FOI, RETURNS_LIST, GtkWidget)

GtkWidget      *foi_returns_list_new      (void);
void            foi_returns_list_set      (FoiReturnsList *self, FoiReturns *returns,
                                           const FoiReturnPart *part);
guint           foi_returns_list_get_n    (FoiReturnsList *self);
FoiReturnsItem *foi_returns_list_ref_item (FoiReturnsList *self, guint position);

G_END_DECLS
