/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foi-cell-drafts.h"

G_BEGIN_DECLS

/**
 * FoiBlockCopy:
 * @text: the cells for any program, once foi_block_copy_write() wrote them
 * @calc_text: the same for LibreOffice Calc
 *
 * A block of cells on its way to the clipboard: a snapshot of the table and of what is typed in it,
 * so that a thread can write it down.
 */
typedef struct
{
  char   *text;
  GBytes *calc_text;
  /* private */
  FoiTableData *data;
  GArray       *columns;
  GPtrArray    *drafts;
  guint         top;
  guint         bottom;
} FoiBlockCopy;

FoiBlockCopy *foi_block_copy_new (FoiTableData *data, guint top, guint bottom,
                                  const guint *columns, guint n_columns);
FoiBlockCopy *foi_block_copy_ref (FoiBlockCopy *self);
void          foi_block_copy_unref (FoiBlockCopy *self);
void          foi_block_copy_add_drafts (FoiBlockCopy *self, GPtrArray *drafts);
FoiColumn    *foi_block_copy_find_left_out (FoiBlockCopy *self);
gsize         foi_block_copy_get_n_cells (FoiBlockCopy *self);
void          foi_block_copy_write (FoiBlockCopy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiBlockCopy, foi_block_copy_unref)

G_END_DECLS
