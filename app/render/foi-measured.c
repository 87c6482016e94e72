/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-measured.h"

/**
 * foi_measured_new:
 * @block: a block of the letter
 * @width: for which it is measured
 * @max_height: of a page
 *
 * Returns: (transfer full): the block without items, for the one who measures to fill.
 */
FoiMeasured *
foi_measured_new (FoiBlock *block, double width, double max_height)
{
  FoiMeasured *self = g_new0 (FoiMeasured, 1);

  self->ref_count = 1;
  self->block = foi_block_ref (block);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_item_free);
  self->width = width;
  self->max_height = max_height;
  return self;
}

/**
 * foi_measured_ref:
 * @self: a measured block
 *
 * Returns: (transfer full): @self, from any thread.
 */
FoiMeasured *
foi_measured_ref (FoiMeasured *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * foi_measured_unref:
 * @self: (transfer full): a measured block
 *
 * Gives a reference up; the last frees it.
 */
void
foi_measured_unref (FoiMeasured *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_ptr_array_unref (self->items);
  foi_block_unref (self->block);
  g_free (self);
}
