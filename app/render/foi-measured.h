/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-item.h"

G_BEGIN_DECLS

/* A block of the letter measured for one width: an array of items. Immutable, reference counted. */
typedef struct
{
  int        ref_count;
  FoiBlock  *block;
  GPtrArray *items;
  double     width, max_height;
} FoiMeasured;

FoiMeasured *foi_measured_new (FoiBlock *block, double width, double max_height);
FoiMeasured *foi_measured_ref (FoiMeasured *self);
void         foi_measured_unref (FoiMeasured *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiMeasured, foi_measured_unref)

G_END_DECLS
