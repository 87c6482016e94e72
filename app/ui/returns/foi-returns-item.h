/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-returns.h"

G_BEGIN_DECLS

#define FOI_TYPE_RETURNS_ITEM (foi_returns_item_get_type ())

/**
 * FoiReturnsItem:
 *
 * A number of the returns in a list: the object around a class, which holds what that is part of.
 */
G_DECLARE_FINAL_TYPE (FoiReturnsItem, foi_returns_item, FOI, RETURNS_ITEM, GObject)

FoiReturnsItem           *foi_returns_item_new       (FoiReturns *returns,
                                                      const FoiReturnPart *part,
                                                      const FoiStatisticsClass *class);
const FoiStatisticsClass *foi_returns_item_get_class (FoiReturnsItem *self);
const FoiReturnPart      *foi_returns_item_get_part  (FoiReturnsItem *self);
char                     *foi_returns_item_dup_words (FoiReturnsItem *self);
GHashTable               *foi_returns_item_list_paths (FoiReturnsItem *self);

G_END_DECLS
