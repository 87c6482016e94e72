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

/* Where fewer than one in eight ids have a row, no list of places is made. */
#define MAX_IDS(length) ((guint64) (length) * 8 + 1024)

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
  g_free (self->places);
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

/* Ids are given one after another, so that they are a short list, unless most rows went. */
static FoiRowPlaces *
make_places (FoiRowStore *self)
{
  guint64 first = G_MAXUINT64, last = 0, n_ids;
  FoiRowPlaces *places;

  for (guint i = 0; i < self->n_chunks; i++)
    {
      first = MIN (first, self->chunks[i]->min_id);
      last = MAX (last, self->chunks[i]->max_id);
    }
  n_ids = last - first;
  if (n_ids >= MAX_IDS (self->length))
    return NULL;
  n_ids++;
  places = g_malloc0 (sizeof (FoiRowPlaces) + n_ids * sizeof (guint32));
  places->first_id = first;
  places->n_ids = n_ids;
  for (guint i = 0; i < self->n_chunks; i++)
    {
      for (guint j = 0; j < self->chunks[i]->length; j++)
        places->positions[self->chunks[i]->entries[j].id - first] = self->starts[i] + j + 1;
    }
  return places;
}

/* Says that finding a row has cost @n_chunks: for whoever looks for many, a list of all is made. */
static void
count_scanned (FoiRowStore *self, int n_chunks)
{
  int limit = (int) MIN (self->n_chunks, G_MAXINT / 8) * 4;
  int before;

  /* One or two is what it costs where the rows are in the order they came in. */
  if (n_chunks <= 2)
    return;
  before = g_atomic_int_add (&self->n_scanned, n_chunks);
  if (before < limit && before + n_chunks >= limit)
    g_atomic_pointer_set (&self->places, make_places (self));
}

static gboolean
find_in_places (const FoiRowPlaces *places, guint64 id, guint *position)
{
  guint32 place = 0;

  if (id >= places->first_id && id - places->first_id < places->n_ids)
    place = places->positions[id - places->first_id];
  if (place > 0 && position != NULL)
    *position = place - 1;
  return place > 0;
}

/**
 * foi_row_store_find:
 * @self: a store
 * @id: a row's id
 * @position: (out) (optional): where it is
 *
 * Looks into those chunks only whose ids it lies between: one or two of them, unless the rows were
 * sorted; whoever looks for many in such a store finds the later ones at once.
 *
 * Returns: whether there is such a row.
 */
gboolean
foi_row_store_find (FoiRowStore *self, guint64 id, guint *position)
{
  const FoiRowPlaces *places;
  int n_scanned = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  places = g_atomic_pointer_get (&self->places);
  if (places != NULL)
    return find_in_places (places, id, position);
  for (guint i = 0; i < self->n_chunks; i++)
    {
      const FoiRowChunk *chunk = self->chunks[i];

      if (id < chunk->min_id || id > chunk->max_id)
        continue;
      n_scanned++;
      for (guint j = 0; j < chunk->length; j++)
        {
          if (chunk->entries[j].id != id)
            continue;
          if (position != NULL)
            *position = self->starts[i] + j;
          count_scanned (self, n_scanned);
          return TRUE;
        }
    }
  count_scanned (self, n_scanned);
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
