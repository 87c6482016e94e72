/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-set-cache.h"

#include <string.h>

/* A large letter and its charts have some hundreds of short texts; all are dropped at once when
 * there are more, for it is cheaper to set them again than to know which are old. */
#define MAX_ENTRIES 2048
#define MAX_BYTES 80

struct _FoiSetCache
{
  GHashTable *entries; /* of Entry, which is its own key */
};

typedef struct
{
  FoiSetCacheKey key;    /* its text is owned */
  FoiSetText    *lines;  /* or NULL */
  double         width;
} Entry;

static guint
entry_hash (gconstpointer data)
{
  const FoiSetCacheKey *key = data;

  return g_str_hash (key->text) ^ (guint) (int) (key->width * 16) ^ (guint) (int) (key->size * 256)
         ^ key->manner ^ (guint) key->kind << 8;
}

static gboolean
same_number (double a, double b)
{
  return !(a < b) && !(b < a);
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const FoiSetCacheKey *left = a, *right = b;

  return left->kind == right->kind && left->language == right->language
         && left->manner == right->manner && left->ink == right->ink
         && same_number (left->size, right->size) && same_number (left->pitch, right->pitch)
         && same_number (left->width, right->width) && strcmp (left->text, right->text) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->lines, foi_set_text_unref);
  g_free ((char *) entry->key.text);
  g_free (entry);
}

/**
 * foi_set_cache_new:
 *
 * Returns: (transfer full): an empty cache.
 */
FoiSetCache *
foi_set_cache_new (void)
{
  FoiSetCache *self = g_new0 (FoiSetCache, 1);

  G_STATIC_ASSERT (G_STRUCT_OFFSET (Entry, key) == 0);
  self->entries = g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
  return self;
}

/**
 * foi_set_cache_free:
 * @self: (transfer full): a cache
 */
void
foi_set_cache_free (FoiSetCache *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * foi_set_cache_suits:
 * @key: a piece of text
 *
 * Returns: whether it is short enough to be asked for often and to be kept cheaply.
 */
gboolean
foi_set_cache_suits (const FoiSetCacheKey *key)
{
  g_return_val_if_fail (key != NULL && key->text != NULL, FALSE);
  return strlen (key->text) <= MAX_BYTES;
}

/**
 * foi_set_cache_find_lines:
 * @self: a cache
 * @key: a piece of text, of %FOI_SET_CACHE_LINES
 *
 * Returns: (transfer full) (nullable): its lines, where they are kept.
 */
FoiSetText *
foi_set_cache_find_lines (FoiSetCache *self, const FoiSetCacheKey *key)
{
  const Entry *entry;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  entry = g_hash_table_lookup (self->entries, key);
  return entry != NULL && entry->lines != NULL ? foi_set_text_ref (entry->lines) : NULL;
}

/**
 * foi_set_cache_find_width:
 * @self: a cache
 * @key: a piece of text, of %FOI_SET_CACHE_WIDTH
 * @width: (out): its width, in points
 *
 * Returns: whether it is kept.
 */
gboolean
foi_set_cache_find_width (FoiSetCache *self, const FoiSetCacheKey *key, double *width)
{
  const Entry *entry;

  g_return_val_if_fail (self != NULL && key != NULL && width != NULL, FALSE);

  entry = g_hash_table_lookup (self->entries, key);
  if (entry == NULL)
    return FALSE;
  *width = entry->width;
  return TRUE;
}

/**
 * foi_set_cache_add:
 * @self: a cache
 * @key: a piece of text that foi_set_cache_suits()
 * @lines: (transfer none) (nullable): its lines
 * @width: its width, in points, where that was asked for
 *
 * Keeps the answer.
 */
void
foi_set_cache_add (FoiSetCache *self, const FoiSetCacheKey *key, FoiSetText *lines, double width)
{
  Entry *entry;

  g_return_if_fail (self != NULL && key != NULL);

  if (g_hash_table_size (self->entries) >= MAX_ENTRIES)
    g_hash_table_remove_all (self->entries);
  entry = g_new0 (Entry, 1);
  entry->key = *key;
  entry->key.text = g_strdup (key->text);
  entry->lines = lines != NULL ? foi_set_text_ref (lines) : NULL;
  entry->width = width;
  g_hash_table_add (self->entries, entry);
}
