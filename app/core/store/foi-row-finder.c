/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-row-finder.h"

static void
append_cell (GString *key, const FoiCell *cell)
{
  if (cell->state != FOI_CELL_VALUE)
    g_string_append_printf (key, "\002%d", cell->state);
  else if (cell->has_text)
    g_string_append (key, cell->text);
  else
    g_string_append_printf (key, "\003%" G_GINT64_FORMAT, cell->number);
  g_string_append_c (key, '\001');
}

static char *
dup_record_key (FoiRowFinder *self, guint position)
{
  FoiRecord *record = g_ptr_array_index (self->records, position);
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < self->keys->len; i++)
    append_cell (key, &record->cells[g_array_index (self->keys, guint, i)]);
  return g_strdup (key->str);
}

static void
make_index (FoiRowFinder *self)
{
  self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_queue_free);
  for (guint i = 0; i < self->records->len; i++)
    {
      g_autofree char *key = dup_record_key (self, i);
      GQueue *positions = g_hash_table_lookup (self->index, key);

      if (positions == NULL)
        {
          positions = g_queue_new ();
          g_hash_table_insert (self->index, g_steal_pointer (&key), positions);
        }
      g_queue_push_tail (positions, GUINT_TO_POINTER (i + 1));
    }
}

static gboolean
row_has_key (FoiRowFinder *self, guint position, const FoiCell *cells)
{
  FoiRecord *record = g_ptr_array_index (self->records, position);

  for (guint i = 0; i < self->keys->len; i++)
    {
      if (!foi_cell_equal (&record->cells[g_array_index (self->keys, guint, i)], &cells[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_in_index (FoiRowFinder *self, const FoiCell *cells, guint *position)
{
  g_autoptr (GString) key = g_string_new (NULL);
  GQueue *positions;

  if (self->index == NULL)
    make_index (self);
  for (guint i = 0; i < self->keys->len; i++)
    append_cell (key, &cells[i]);
  positions = g_hash_table_lookup (self->index, key->str);
  while (positions != NULL && !g_queue_is_empty (positions))
    {
      *position = GPOINTER_TO_UINT (g_queue_pop_head (positions)) - 1;
      if (!self->found[*position])
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_row_finder_init:
 * @self: uninitialised
 * @records: (element-type FoiRecord): the rows; they outlive @self
 * @keys: (element-type guint): the columns that make up a key
 */
void
foi_row_finder_init (FoiRowFinder *self, GPtrArray *records, GArray *keys)
{
  *self = (FoiRowFinder) { .records = records, .keys = keys };
  self->found = g_new0 (guint8, MAX (records->len, 1));
}

/**
 * foi_row_finder_clear:
 *
 * Frees what is in it.
 */
void
foi_row_finder_clear (FoiRowFinder *self)
{
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->found, g_free);
}

/**
 * foi_row_finder_find:
 * @cells: (array): a key, as many cells as it has columns
 * @position: (out): where the row is
 *
 * Returns: whether there is a row with that key which was not found before.
 */
gboolean
foi_row_finder_find (FoiRowFinder *self, const FoiCell *cells, guint *position)
{
  gboolean is_next = self->next < self->records->len && !self->found[self->next]
                     && row_has_key (self, self->next, cells);

  if (is_next)
    *position = self->next;
  else if (!find_in_index (self, cells, position))
    return FALSE;
  self->found[*position] = TRUE;
  self->next = *position + 1;
  return TRUE;
}
