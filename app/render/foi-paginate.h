/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-item.h"

G_BEGIN_DECLS

/* Slices of an item that stand together on a page. @y: from the top of the text area. */
typedef struct
{
  const FoiItem *item;
  guint          page;
  guint          first, n_slices;
  double         y, height;
  gboolean       repeated;     /* a row of headings, once more */
} FoiPlaced;

GArray *foi_paginate (GPtrArray *items, double page_height);

G_END_DECLS
