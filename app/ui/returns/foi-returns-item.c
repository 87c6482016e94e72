/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-returns-item.h"

#include <glib/gi18n.h>

struct _FoiReturnsItem
{
  GObject parent_instance;

  FoiReturns               *returns;
  const FoiReturnPart      *part;  /* of @returns */
  const FoiStatisticsClass *class; /* likewise */
};

G_DEFINE_FINAL_TYPE (FoiReturnsItem, foi_returns_item, G_TYPE_OBJECT)

static void
foi_returns_item_finalize (GObject *object)
{
  foi_returns_unref (FOI_RETURNS_ITEM (object)->returns);

  G_OBJECT_CLASS (foi_returns_item_parent_class)->finalize (object);
}

static void
foi_returns_item_class_init (FoiReturnsItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foi_returns_item_finalize;
}

static void
foi_returns_item_init (FoiReturnsItem *self)
{
}

/**
 * foi_returns_item_new:
 * @returns: all that was counted
 * @part: a part of them
 * @class: a number in it
 *
 * Returns: (transfer full): the number in a list.
 */
FoiReturnsItem *
foi_returns_item_new (FoiReturns *returns, const FoiReturnPart *part,
                      const FoiStatisticsClass *class)
{
  FoiReturnsItem *self = g_object_new (FOI_TYPE_RETURNS_ITEM, NULL);

  self->returns = foi_returns_ref (returns);
  self->part = part;
  self->class = class;
  return self;
}

const FoiStatisticsClass *
foi_returns_item_get_class (FoiReturnsItem *self)
{
  g_return_val_if_fail (FOI_IS_RETURNS_ITEM (self), NULL);

  return self->class;
}

const FoiReturnPart *
foi_returns_item_get_part (FoiReturnsItem *self)
{
  g_return_val_if_fail (FOI_IS_RETURNS_ITEM (self), NULL);

  return self->part;
}

/**
 * foi_returns_item_dup_words:
 *
 * Returns: (transfer full): "Granted in full: 3", for those who hear it.
 */
char *
foi_returns_item_dup_words (FoiReturnsItem *self)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (FOI_IS_RETURNS_ITEM (self), NULL);

  value = foi_statistics_class_dup_value (self->class);
  /* Translators: what is counted, and its number. */
  return g_strdup_printf (_("%s: %s"), self->class->words, value);
}

/**
 * foi_returns_item_list_paths:
 *
 * Returns: (transfer full) (element-type filename): the files of the cases that it counts.
 */
GHashTable *
foi_returns_item_list_paths (FoiReturnsItem *self)
{
  GHashTable *paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (FOI_IS_RETURNS_ITEM (self), paths);

  for (guint i = 0; i < self->class->rows->len; i++)
    {
      const FoiRegisterRow *row = g_ptr_array_index (self->class->rows, i);

      g_hash_table_add (paths, g_strdup (row->path));
    }
  return paths;
}
