/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-item.h"

/**
 * foi_item_new:
 * @kind: what it is
 * @path: (element-type FoiBlock): the blocks it stands in; kept
 *
 * Returns: (transfer full): an item without slices.
 */
FoiItem *
foi_item_new (FoiItemKind kind, GPtrArray *path)
{
  FoiItem *self = g_new0 (FoiItem, 1);

  g_return_val_if_fail (path != NULL && path->len > 0, NULL);

  self->kind = kind;
  self->path = g_ptr_array_ref (path);
  return self;
}

/**
 * foi_item_free:
 * @self: (transfer full): an item
 *
 * Frees it with the text that was set for it.
 */
void
foi_item_free (FoiItem *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->path);
  g_clear_pointer (&self->text, foi_set_text_unref);
  g_clear_pointer (&self->label, foi_set_text_unref);
  for (guint i = 0; i < self->n_cells; i++)
    g_clear_pointer (&self->cells[i].set, foi_set_text_unref);
  g_free (self->cells);
  g_free (self->offsets);
  g_free (self);
}

/**
 * foi_item_set_slices:
 * @self: an item
 * @heights: of its slices, in points
 * @n_slices: how many
 *
 * Says of what it consists.
 */
void
foi_item_set_slices (FoiItem *self, const double *heights, guint n_slices)
{
  g_return_if_fail (self != NULL && self->offsets == NULL && n_slices > 0);

  self->n_slices = n_slices;
  self->offsets = g_new (double, (gsize) n_slices + 1);
  self->offsets[0] = 0.0;
  for (guint i = 0; i < n_slices; i++)
    self->offsets[i + 1] = self->offsets[i] + heights[i];
}

/**
 * foi_item_get_height:
 * @self: an item
 * @first: a slice
 * @n_slices: how many
 *
 * Returns: the height of these slices, in points.
 */
double
foi_item_get_height (const FoiItem *self, guint first, guint n_slices)
{
  g_return_val_if_fail (first + n_slices <= self->n_slices, 0.0);
  return self->offsets[first + n_slices] - self->offsets[first];
}

/**
 * foi_item_get_block:
 * @self: an item
 *
 * Returns: the innermost block it stands in.
 */
const FoiBlock *
foi_item_get_block (const FoiItem *self)
{
  return self->path->pdata[self->path->len - 1];
}
