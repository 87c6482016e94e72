/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-measured.h"
#include "foi-typesetter.h"

G_BEGIN_DECLS

/* A block being measured. */
typedef struct
{
  FoiTypesetter *typesetter;
  FoiMeasured   *measured;
  GPtrArray     *path;      /* the blocks above and including the one being measured */
  double         x, width;  /* between which edges it stands */
} FoiMeasuring;

FoiMeasured *foi_measure (FoiTypesetter *typesetter, FoiBlock *block, double width,
                          double max_height);

/* For what measures one kind of block. */
FoiItem     *foi_measuring_add_item (FoiMeasuring *self, FoiItemKind kind);
FoiItem     *foi_measuring_add_text (FoiMeasuring *self, const FoiTextStyle *style,
                                     const GArray *spans);
void         foi_measuring_enter (FoiMeasuring *self, FoiBlock *block);
void         foi_measuring_leave (FoiMeasuring *self);
void         foi_measure_child (FoiMeasuring *self, FoiBlock *block);
void         foi_measure_table (FoiMeasuring *self, FoiBlock *block);

G_END_DECLS
