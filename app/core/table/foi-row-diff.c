/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-row-store-private.h"

/* Up to so many rows on either side are matched row by row; longer stretches without any order in
 * common, as after a sort of a large table, are one splice. */
#define MAX_MATCHED 4096

/* More splices than this are said as one: a view does better with it, and a person sees no
 * difference. */
#define MAX_SPLICES 64

typedef struct
{
  guint position;
  guint removed;
  guint added;
} Splice;

/* Reads a store's entries, fast from one to the next. */
typedef struct
{
  FoiRowStore *store;
  guint        chunk;
} Cursor;

typedef struct
{
  Cursor             before;
  Cursor             after;
  GArray            *splices;
  FoiRowReplacedFunc replaced;
  gpointer           user_data;
} Diff;

/* Rows from @before_start to @before_end against those from @after_start to @after_end. */
typedef struct
{
  guint before_start;
  guint before_end;
  guint after_start;
  guint after_end;
} Gap;

static const FoiRowEntry *
cursor_get (Cursor *self, guint position)
{
  const FoiRowStore *store = self->store;

  while (position < store->starts[self->chunk])
    self->chunk--;
  while (position >= store->starts[self->chunk] + store->chunks[self->chunk]->length)
    self->chunk++;
  return &store->chunks[self->chunk]->entries[position - store->starts[self->chunk]];
}

static void
add_splice (Diff *diff, guint position, guint removed, guint added)
{
  Splice splice = { position, removed, added };

  if (removed > 0 || added > 0)
    g_array_append_val (diff->splices, splice);
}

/* Whether the same row stands at both places; says it if its record was replaced. */
static gboolean
match (Diff *diff, guint before_position, guint after_position)
{
  const FoiRowEntry *before = cursor_get (&diff->before, before_position);
  const FoiRowEntry *after = cursor_get (&diff->after, after_position);

  if (before->id != after->id)
    return FALSE;
  if (before->record != after->record && diff->replaced != NULL)
    diff->replaced (after_position, before->record, after->record, diff->user_data);
  return TRUE;
}

/* For each row before, where it is after, counted from the gap's start; G_MAXUINT for none. */
static guint *
find_targets (Diff *diff, const Gap *gap)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n_before = gap->before_end - gap->before_start;
  guint *targets = g_new (guint, n_before);

  for (guint i = gap->after_start; i < gap->after_end; i++)
    g_hash_table_insert (places, (gpointer) &cursor_get (&diff->after, i)->id,
                         GUINT_TO_POINTER (i - gap->after_start + 1));
  for (guint i = 0; i < n_before; i++)
    {
      const guint64 *id = &cursor_get (&diff->before, gap->before_start + i)->id;

      /* A row without a place gives 0, and so G_MAXUINT. */
      targets[i] = GPOINTER_TO_UINT (g_hash_table_lookup (places, id)) - 1;
    }
  return targets;
}

/* Leaves in @targets the longest run of rows that are in the same order before and after, and makes
 * the others G_MAXUINT: they went, came or moved. (Longest increasing subsequence by patience.) */
static void
keep_longest_run (guint *targets, guint n)
{
  g_autofree guint *tails = g_new (guint, n);    /* the last row of the best run of each length */
  g_autofree guint *previous = g_new (guint, n); /* the row before it in its run */
  guint length = 0, row;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (targets[i] == G_MAXUINT)
        continue;
      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (targets[tails[middle]] < targets[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? tails[low - 1] : G_MAXUINT;
      tails[low] = i;
      length = MAX (length, low + 1);
    }

  row = length > 0 ? tails[length - 1] : G_MAXUINT;
  for (guint i = n; i-- > 0;)
    {
      if (i == row)
        row = previous[i];
      else
        targets[i] = G_MAXUINT;
    }
}

/* Matches the rows of a gap one by one: those in a common order stay, the others go and come. */
static void
match_rows (Diff *diff, const Gap *gap)
{
  guint n_before = gap->before_end - gap->before_start;
  guint n_after = gap->after_end - gap->after_start;
  g_autofree guint *targets = find_targets (diff, gap);
  guint done = 0, removed = 0;

  keep_longest_run (targets, n_before);
  for (guint i = 0; i < n_before; i++)
    {
      if (targets[i] == G_MAXUINT)
        {
          removed++;
          continue;
        }
      add_splice (diff, gap->after_start + done, removed, targets[i] - done);
      match (diff, gap->before_start + i, gap->after_start + targets[i]);
      done = targets[i] + 1;
      removed = 0;
    }
  add_splice (diff, gap->after_start + done, removed, n_after - done);
}

static void
diff_gap (Diff *diff, Gap gap)
{
  while (gap.before_start < gap.before_end && gap.after_start < gap.after_end
         && match (diff, gap.before_start, gap.after_start))
    {
      gap.before_start++;
      gap.after_start++;
    }
  while (gap.before_start < gap.before_end && gap.after_start < gap.after_end
         && match (diff, gap.before_end - 1, gap.after_end - 1))
    {
      gap.before_end--;
      gap.after_end--;
    }
  if (gap.before_start == gap.before_end || gap.after_start == gap.after_end
      || gap.before_end - gap.before_start > MAX_MATCHED
      || gap.after_end - gap.after_start > MAX_MATCHED)
    add_splice (diff, gap.after_start, gap.before_end - gap.before_start,
                gap.after_end - gap.after_start);
  else
    match_rows (diff, &gap);
}

/* Where chunk @index begins, or the length of the store. */
static guint
chunk_start (FoiRowStore *store, guint index)
{
  return index < store->n_chunks ? store->starts[index] : store->length;
}

/* Compares the rows between chunks that both stores have. */
static void
diff_chunks (Diff *diff, guint first, guint before_end, guint after_end)
{
  FoiRowStore *before = diff->before.store;
  FoiRowStore *after = diff->after.store;
  g_autoptr (GHashTable) shared = g_hash_table_new (NULL, NULL);
  guint next_before = first, next_after = first;

  for (guint i = first; i < before_end; i++)
    g_hash_table_insert (shared, before->chunks[i], GUINT_TO_POINTER (i));
  for (guint i = first; i <= after_end; i++)
    {
      gpointer place = GUINT_TO_POINTER (before_end);

      if (i < after_end
          && (!g_hash_table_lookup_extended (shared, after->chunks[i], NULL, &place)
              || GPOINTER_TO_UINT (place) < next_before))
        continue;
      diff_gap (diff, (Gap) { chunk_start (before, next_before),
                              chunk_start (before, GPOINTER_TO_UINT (place)),
                              chunk_start (after, next_after), chunk_start (after, i) });
      next_before = GPOINTER_TO_UINT (place) + 1;
      next_after = i + 1;
    }
}

/* One splice from the first to the end of the last. */
static void
merge_splices (GArray *splices)
{
  Splice *first = &g_array_index (splices, Splice, 0);
  const Splice *last = &g_array_index (splices, Splice, splices->len - 1);
  guint kept;

  kept = last->position - first->position;
  for (guint i = 0; i + 1 < splices->len; i++)
    kept -= g_array_index (splices, Splice, i).added;
  for (guint i = 1; i < splices->len; i++)
    {
      first->removed += g_array_index (splices, Splice, i).removed;
      first->added += g_array_index (splices, Splice, i).added;
    }
  first->removed += kept;
  first->added += kept;
  g_array_set_size (splices, 1);
}

/**
 * foi_row_store_diff:
 * @before: a store
 * @after: a store that was made from it, or any other of the same table
 * @spliced: (nullable): called with the splices in their order, each in terms of the list as the
 *   ones before it left it, as #GListModel::items-changed wants it. There are at most 64; more are
 *   said as one that covers them
 * @replaced: (nullable): called before that for rows whose place among the others stayed while
 *   their record was replaced, with the position in @after. A row that a splice takes out and puts
 *   in is not told of
 *
 * Chunks that both share are not looked into, so that the difference that one edit makes is found
 * in a moment, however long the table.
 */
void
foi_row_store_diff (FoiRowStore *before, FoiRowStore *after, FoiRowsSplicedFunc spliced,
                    FoiRowReplacedFunc replaced, gpointer user_data)
{
  g_autoptr (GArray) splices = g_array_new (FALSE, FALSE, sizeof (Splice));
  Diff diff = { { before, 0 }, { after, 0 }, splices, replaced, user_data };
  guint first = 0, before_end, after_end;

  g_return_if_fail (before != NULL && after != NULL);

  before_end = before->n_chunks;
  after_end = after->n_chunks;
  while (first < MIN (before_end, after_end) && before->chunks[first] == after->chunks[first])
    first++;
  while (MIN (before_end, after_end) > first
         && before->chunks[before_end - 1] == after->chunks[after_end - 1])
    {
      before_end--;
      after_end--;
    }
  diff_chunks (&diff, first, before_end, after_end);

  if (splices->len > MAX_SPLICES)
    merge_splices (splices);
  for (guint i = 0; i < splices->len && spliced != NULL; i++)
    {
      const Splice *splice = &g_array_index (splices, Splice, i);

      spliced (splice->position, splice->removed, splice->added, user_data);
    }
}
