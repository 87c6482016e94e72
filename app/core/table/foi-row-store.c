/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-row-store-private.h"

#include <string.h>

/* Chunks have at most this many records, and after an edit not less than a quarter of it where
 * there is a neighbour to take from. An edit copies one chunk and the list of chunks: 4 KiB and,
 * for a million rows, 47 KiB. */
#define MAX_CHUNK 256
#define MIN_CHUNK 64

/**
 * foi_record_new:
 * @id: the row's id, more than 0
 * @n_cells: how many cells it has
 *
 * Returns: (transfer full): a record of blank cells. Its maker fills it in and then shares it; from
 *   then on it never changes.
 */
FoiRecord *
foi_record_new (guint64 id, guint n_cells)
{
  FoiRecord *self = g_malloc (sizeof (FoiRecord) + n_cells * sizeof (FoiCell));

  self->ref_count = 1;
  self->n_cells = n_cells;
  self->id = id;
  for (guint i = 0; i < n_cells; i++)
    self->cells[i] = FOI_CELL_INIT;
  return self;
}

/**
 * foi_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a record of the same row and cells, to be changed before it is shared.
 */
FoiRecord *
foi_record_copy (const FoiRecord *self)
{
  FoiRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_malloc (sizeof (FoiRecord) + self->n_cells * sizeof (FoiCell));
  copy->ref_count = 1;
  copy->n_cells = self->n_cells;
  copy->id = self->id;
  for (guint i = 0; i < self->n_cells; i++)
    copy->cells[i] = foi_cell_copy (&self->cells[i]);
  return copy;
}

FoiRecord *
foi_record_ref (FoiRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
foi_record_unref (FoiRecord *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_cells; i++)
    foi_cell_clear (&self->cells[i]);
  g_free (self);
}

static FoiRowChunk *
chunk_ref (FoiRowChunk *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

static void
chunk_unref (FoiRowChunk *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  for (guint i = 0; i < self->length; i++)
    foi_record_unref (self->entries[i].record);
  g_free (self);
}

/* Takes the references on @records over. */
static FoiRowChunk *
chunk_new_take (FoiRecord *const *records, guint length)
{
  FoiRowChunk *self = g_malloc (sizeof (FoiRowChunk) + length * sizeof (FoiRowEntry));

  self->ref_count = 1;
  self->length = length;
  self->min_id = G_MAXUINT64;
  self->max_id = 0;
  for (guint i = 0; i < length; i++)
    {
      guint64 id = records[i]->id;

      self->entries[i] = (FoiRowEntry) { .id = id, .record = records[i] };
      self->min_id = MIN (self->min_id, id);
      self->max_id = MAX (self->max_id, id);
    }
  return self;
}

static FoiRowStore *
store_alloc (guint n_chunks)
{
  FoiRowStore *self = g_new0 (FoiRowStore, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_chunks = n_chunks;
  self->chunks = g_new (FoiRowChunk *, n_chunks);
  self->starts = g_new (guint, n_chunks);
  return self;
}

/* Once all chunks are in their places. */
static void
store_count (FoiRowStore *self)
{
  self->length = 0;
  for (guint i = 0; i < self->n_chunks; i++)
    {
      self->starts[i] = self->length;
      self->length += self->chunks[i]->length;
    }
}

/* How many chunks @n_records are laid out in. */
static guint
count_chunks (guint n_records)
{
  return (n_records + MAX_CHUNK - 1) / MAX_CHUNK;
}

/* Lays @n_records out evenly in count_chunks() chunks, taking the references over. */
static void
fill_chunks (FoiRowChunk **chunks, FoiRecord *const *records, guint n_records)
{
  guint n_chunks = count_chunks (n_records);

  for (guint i = 0; i < n_chunks; i++)
    {
      guint start = (guint) ((guint64) n_records * i / n_chunks);
      guint end = (guint) ((guint64) n_records * (i + 1) / n_chunks);

      chunks[i] = chunk_new_take (records + start, end - start);
    }
}

/**
 * foi_row_store_new:
 *
 * Returns: (transfer full): a store without rows.
 */
FoiRowStore *
foi_row_store_new (void)
{
  return store_alloc (0);
}

/**
 * foi_row_store_new_take:
 * @records: (transfer full) (element-type FoiRecord): records with different ids. Its elements are
 *   taken over too: it must have no free function, or foi_record_unref()
 *
 * Returns: (transfer full): a store of them in that order.
 */
FoiRowStore *
foi_row_store_new_take (GPtrArray *records)
{
  FoiRowStore *self;

  g_return_val_if_fail (records != NULL, NULL);

  self = store_alloc (count_chunks (records->len));
  fill_chunks (self->chunks, (FoiRecord *const *) records->pdata, records->len);
  store_count (self);
  g_ptr_array_set_free_func (records, NULL);
  g_ptr_array_unref (records);
  return self;
}

FoiRowStore *
foi_row_store_ref (FoiRowStore *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foi_row_store_unref (FoiRowStore *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_chunks; i++)
    chunk_unref (self->chunks[i]);
  g_free (self->chunks);
  g_free (self->starts);
  g_free (self);
}

/**
 * foi_row_store_get_length:
 * @self: a store
 *
 * Returns: how many rows it has.
 */
guint
foi_row_store_get_length (FoiRowStore *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/* The chunk that has @position, which lies within the store. */
static guint
find_chunk (FoiRowStore *self, guint position)
{
  guint low = 0, high = self->n_chunks;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->starts[middle] <= position)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * foi_row_store_get:
 * @self: a store
 * @position: a position in it
 *
 * Returns: (transfer none): the record there.
 */
FoiRecord *
foi_row_store_get (FoiRowStore *self, guint position)
{
  guint chunk;

  g_return_val_if_fail (self != NULL && position < self->length, NULL);

  chunk = find_chunk (self, position);
  return self->chunks[chunk]->entries[position - self->starts[chunk]].record;
}

/**
 * foi_row_store_find:
 * @self: a store
 * @id: a row's id
 * @position: (out) (optional): where it is
 *
 * Looks into those chunks only whose ids it lies between: one or two of them, unless the rows were
 * sorted.
 *
 * Returns: whether there is such a row.
 */
gboolean
foi_row_store_find (FoiRowStore *self, guint64 id, guint *position)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_chunks; i++)
    {
      const FoiRowChunk *chunk = self->chunks[i];

      if (id < chunk->min_id || id > chunk->max_id)
        continue;
      for (guint j = 0; j < chunk->length; j++)
        {
          if (chunk->entries[j].id != id)
            continue;
          if (position != NULL)
            *position = self->starts[i] + j;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * foi_row_store_replace:
 * @self: a store
 * @position: a position in it
 * @record: (transfer none): a record with the id of the one there
 *
 * Returns: (transfer full): a store with @record there.
 */
FoiRowStore *
foi_row_store_replace (FoiRowStore *self, guint position, FoiRecord *record)
{
  FoiRowStore *made;
  FoiRowChunk *old, *copy;
  guint changed;
  gsize size;

  g_return_val_if_fail (self != NULL && position < self->length && record != NULL, NULL);
  g_return_val_if_fail (foi_row_store_get (self, position)->id == record->id, NULL);

  changed = find_chunk (self, position);
  old = self->chunks[changed];
  size = sizeof (FoiRowChunk) + old->length * sizeof (FoiRowEntry);
  copy = g_memdup2 (old, size);
  copy->ref_count = 1;
  copy->entries[position - self->starts[changed]].record = record;
  for (guint i = 0; i < copy->length; i++)
    foi_record_ref (copy->entries[i].record);

  made = store_alloc (self->n_chunks);
  for (guint i = 0; i < self->n_chunks; i++)
    made->chunks[i] = i == changed ? copy : chunk_ref (self->chunks[i]);
  store_count (made);
  return made;
}

/* Which chunks a splice makes anew, and which of their records stay. */
typedef struct
{
  guint first;        /* the first chunk made anew */
  guint after;        /* the first chunk behind them */
  guint before_count; /* records that stay before the splice, from that of @first on */
  guint after_count;  /* records that stay behind it, up to @after */
} SpliceRange;

static SpliceRange
find_splice_range (FoiRowStore *self, guint position, guint removed, guint added)
{
  SpliceRange range = { 0 };
  guint end = position + removed;
  guint after_start;

  if (self->n_chunks == 0)
    return range;
  range.first = find_chunk (self, MIN (position, self->length - 1));
  range.after = end > 0 ? find_chunk (self, end - 1) + 1 : 0;
  range.after = MAX (range.after, range.first + 1);
  range.before_count = position - self->starts[range.first];
  after_start = range.after < self->n_chunks ? self->starts[range.after] : self->length;
  range.after_count = after_start - end;

  /* Too little left for a chunk: let a neighbour join, so that chunks do not crumble. */
  if (range.before_count + added + range.after_count < MIN_CHUNK)
    {
      if (range.first > 0)
        range.before_count += self->chunks[--range.first]->length;
      else if (range.after < self->n_chunks)
        range.after_count += self->chunks[range.after++]->length;
    }
  return range;
}

/* Puts references on @count records from @position on into @records. */
static void
collect (FoiRowStore *self, guint position, guint count, FoiRecord **records)
{
  while (count > 0)
    {
      guint i = find_chunk (self, position);
      guint offset = position - self->starts[i];
      guint n = MIN (count, self->chunks[i]->length - offset);

      for (guint j = 0; j < n; j++)
        *records++ = foi_record_ref (self->chunks[i]->entries[offset + j].record);
      position += n;
      count -= n;
    }
}

/**
 * foi_row_store_splice:
 * @self: a store
 * @position: a position in it, or its length
 * @removed: how many records are taken out from there on
 * @records: (nullable) (array length=added) (transfer none): what is put in their place, with ids
 *   that the store does not have then
 * @added: how many
 *
 * Returns: (transfer full): the store so changed.
 */
FoiRowStore *
foi_row_store_splice (FoiRowStore *self, guint position, guint removed, FoiRecord *const *records,
                      guint added)
{
  g_autofree FoiRecord **fresh = NULL;
  FoiRowStore *made;
  SpliceRange range;
  guint n_fresh, n_behind, n_made;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position <= self->length && removed <= self->length - position, NULL);
  g_return_val_if_fail (records != NULL || added == 0, NULL);
  g_return_val_if_fail (added <= G_MAXUINT - self->length, NULL);

  if (removed == 0 && added == 0)
    return foi_row_store_ref (self);

  range = find_splice_range (self, position, removed, added);
  n_fresh = range.before_count + added + range.after_count;
  fresh = g_new (FoiRecord *, n_fresh);
  collect (self, position - range.before_count, range.before_count, fresh);
  for (guint i = 0; i < added; i++)
    fresh[range.before_count + i] = foi_record_ref (records[i]);
  collect (self, position + removed, range.after_count, fresh + range.before_count + added);

  n_made = count_chunks (n_fresh);
  n_behind = self->n_chunks - range.after;
  made = store_alloc (range.first + n_made + n_behind);
  for (guint i = 0; i < range.first; i++)
    made->chunks[i] = chunk_ref (self->chunks[i]);
  fill_chunks (made->chunks + range.first, fresh, n_fresh);
  for (guint i = 0; i < n_behind; i++)
    made->chunks[range.first + n_made + i] = chunk_ref (self->chunks[range.after + i]);
  store_count (made);
  return made;
}
