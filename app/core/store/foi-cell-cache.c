/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-cell-cache.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A power of two: enough for the repeating texts of some twenty columns, 160 kB. */
#define N_SLOTS 4096

/* Longer texts are comments, which rarely repeat. */
#define MAX_LENGTH 64

typedef struct
{
  guint   column;
  guint   length;
  char   *text;   /* as in the file */
  FoiCell cell;
} Slot;

struct _FoiCellCache
{
  Slot slots[N_SLOTS];
};

/**
 * foi_cell_cache_new:
 *
 * Returns: (transfer full): an empty cache, for one table.
 */
FoiCellCache *
foi_cell_cache_new (void)
{
  return g_new0 (FoiCellCache, 1);
}

static void
slot_clear (Slot *slot)
{
  if (slot->text == NULL)
    return;
  g_clear_pointer (&slot->text, g_free);
  foi_cell_clear (&slot->cell);
}

/**
 * foi_cell_cache_free:
 *
 * Frees the cache; cells read from it stay.
 */
void
foi_cell_cache_free (FoiCellCache *self)
{
  for (guint i = 0; i < N_SLOTS; i++)
    slot_clear (&self->slots[i]);
  g_free (self);
}

/* FNV-1a. Chance collisions only cost a second reading. */
static Slot *
find_slot (FoiCellCache *self, guint column, const char *text, gsize length)
{
  guint32 hash = 2166136261u ^ column;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  return &self->slots[(hash ^ (hash >> 16)) & (N_SLOTS - 1)];
}

/**
 * foi_cell_cache_read:
 * @column: the column
 * @index: its number in the table
 * @value: what stands in the file
 * @out: (out): the cell, owned
 * @reason: (out): why there is none
 *
 * Returns: whether @value is a value, or a mark, of @column.
 */
gboolean
foi_cell_cache_read (FoiCellCache *self, FoiColumn *column, guint index,
                     const FoiJsonValue *value, FoiCell *out, char **reason)
{
  Slot *slot;

  if (value->kind == FOI_JSON_INTEGER)
    return foi_column_cell_from_json (column, TRUE, value->integer, NULL, 0, out, reason);
  if (value->kind != FOI_JSON_STRING)
    {
      /* Translators: %s is "null", "an object" and the like. */
      *reason = g_strdup_printf (_("a cell is text or a whole number, not %s"),
                                 foi_json_kind_name (value->kind));
      return FALSE;
    }
  if (value->length > MAX_LENGTH)
    return foi_column_cell_from_json (column, FALSE, 0, value->text, value->length, out, reason);

  slot = find_slot (self, index, value->text, value->length);
  if (slot->text == NULL || slot->column != index || slot->length != value->length
      || memcmp (slot->text, value->text, value->length) != 0)
    {
      FoiCell cell;

      if (!foi_column_cell_from_json (column, FALSE, 0, value->text, value->length, &cell, reason))
        return FALSE;
      slot_clear (slot);
      *slot = (Slot) { index, (guint) value->length, g_strndup (value->text, value->length), cell };
    }
  *out = foi_cell_copy (&slot->cell);
  return TRUE;
}
