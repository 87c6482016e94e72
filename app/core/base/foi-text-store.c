/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-store.h"

#include <string.h>

/* A number is that of a block, and where in it the text begins; a longer text has its own block. */
#define PLACE_BITS 16
#define BLOCK_SIZE (1u << PLACE_BITS)

/* As many as the regions, months and small numbers of a table are, many times over. */
#define N_RECENT 4096

struct _FoiTextStore
{
  GPtrArray *blocks;
  gsize      used;             /* of the last block */
  guint32    recent[N_RECENT]; /* by their hash: the last text of each */
};

/**
 * foi_text_store_new:
 *
 * Returns: (transfer full): a store that has the empty text, as number 0.
 */
FoiTextStore *
foi_text_store_new (void)
{
  FoiTextStore *self = g_new0 (FoiTextStore, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->blocks, g_malloc (BLOCK_SIZE));
  *(char *) self->blocks->pdata[0] = '\0';
  self->used = 1;
  return self;
}

/**
 * foi_text_store_free:
 * @self: (nullable): a store
 *
 * Frees it, and its texts.
 */
void
foi_text_store_free (FoiTextStore *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

static guint
hash_text (const char *text, gsize length)
{
  guint hash = 5381;

  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guchar) text[i];
  return (hash ^ hash >> 16) % N_RECENT;
}

static gboolean
is_same (const char *kept, const char *text, gsize length)
{
  return strncmp (kept, text, length) == 0 && kept[length] == '\0';
}

/**
 * foi_text_store_get:
 * @self: a store
 * @number: of one of its texts
 *
 * Returns: (transfer none): the text.
 */
const char *
foi_text_store_get (FoiTextStore *self, guint32 number)
{
  const char *block = g_ptr_array_index (self->blocks, number >> PLACE_BITS);

  return block + number % BLOCK_SIZE;
}

/**
 * foi_text_store_add:
 * @self: a store
 * @text: a text, which has no NUL
 * @length: bytes in @text
 * @number: (out): its number from now on
 *
 * Keeps a text.
 *
 * Returns: whether there was room for it; gigabytes there are not.
 */
gboolean
foi_text_store_add (FoiTextStore *self, const char *text, gsize length, guint32 *number)
{
  guint32 *recent = &self->recent[hash_text (text, length)];
  char *block;

  *number = *recent;
  if (is_same (foi_text_store_get (self, *number), text, length))
    return TRUE;
  if (self->used + length + 1 > BLOCK_SIZE)
    {
      if (self->blocks->len > FOI_TEXT_STORE_MAX >> PLACE_BITS)
        return FALSE;
      g_ptr_array_add (self->blocks, g_malloc (MAX (length + 1, BLOCK_SIZE)));
      self->used = 0;
    }
  block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  memcpy (block + self->used, text, length);
  block[self->used + length] = '\0';
  *number = *recent = (self->blocks->len - 1) << PLACE_BITS | (guint32) self->used;
  self->used += length + 1;
  return TRUE;
}
