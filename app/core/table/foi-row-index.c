/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-row-index.h"

/* Chains of positions, each position counted from 1 so that 0 ends a chain: 8 to 12 bytes a row. */
struct _FoiRowIndex
{
  gatomicrefcount ref_count;
  guint          *columns;
  guint           n_columns;
  guint           mask;
  guint32        *heads;
  guint32        *next;
};

/* The hash of cells one after another. */
static guint
mix (guint hash, const FoiCell *cell)
{
  guint mixed = hash * 31 + foi_cell_hash (cell);

  return mixed ^ (mixed >> 15);
}

static guint
hash_record (FoiRowIndex *self, const FoiRecord *record)
{
  guint hash = 0;

  for (guint i = 0; i < self->n_columns; i++)
    hash = mix (hash, &record->cells[self->columns[i]]);
  return hash & self->mask;
}

/**
 * foi_row_index_new:
 * @rows: a store
 * @columns: (array length=n_columns): the columns to look in, which every record has
 * @n_columns: how many, at least 1
 *
 * Returns: (transfer full): the index of @rows.
 */
FoiRowIndex *
foi_row_index_new (FoiRowStore *rows, const guint *columns, guint n_columns)
{
  FoiRowIndex *self;
  guint n_rows;

  g_return_val_if_fail (rows != NULL && columns != NULL && n_columns > 0, NULL);

  n_rows = foi_row_store_get_length (rows);
  self = g_new0 (FoiRowIndex, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->columns = g_memdup2 (columns, n_columns * sizeof (guint));
  self->n_columns = n_columns;
  self->mask = (1u << g_bit_storage (n_rows)) - 1;
  self->heads = g_new0 (guint32, (gsize) self->mask + 1);
  self->next = g_new (guint32, n_rows);
  /* From the last, so that the first of several equal rows heads their chain. */
  for (guint i = n_rows; i-- > 0;)
    {
      guint32 *head = &self->heads[hash_record (self, foi_row_store_get (rows, i))];

      self->next[i] = *head;
      *head = i + 1;
    }
  return self;
}

FoiRowIndex *
foi_row_index_ref (FoiRowIndex *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foi_row_index_unref (FoiRowIndex *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->columns);
  g_free (self->heads);
  g_free (self->next);
  g_free (self);
}

/**
 * foi_row_index_find:
 * @self: the index of @rows
 * @rows: a store
 * @cells: what the columns should have, in their order
 * @position: (out): the first row that has it
 *
 * Returns: whether there is one.
 */
gboolean
foi_row_index_find (FoiRowIndex *self, FoiRowStore *rows, const FoiCell *cells, guint *position)
{
  guint hash = 0;

  g_return_val_if_fail (self != NULL && rows != NULL && cells != NULL && position != NULL, FALSE);

  for (guint i = 0; i < self->n_columns; i++)
    hash = mix (hash, &cells[i]);
  for (guint32 link = self->heads[hash & self->mask]; link != 0; link = self->next[link - 1])
    {
      const FoiRecord *record = foi_row_store_get (rows, link - 1);
      gboolean equal = TRUE;

      for (guint i = 0; i < self->n_columns && equal; i++)
        equal = foi_cell_equal (&record->cells[self->columns[i]], &cells[i]);
      if (equal)
        {
          *position = link - 1;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * foi_row_index_find_next:
 * @self: the index of @rows
 * @rows: a store
 * @position: (inout): a position in it
 *
 * Returns: whether a later row has the same in all the columns; @position is then that row's.
 */
gboolean
foi_row_index_find_next (FoiRowIndex *self, FoiRowStore *rows, guint *position)
{
  const FoiRecord *first;

  g_return_val_if_fail (self != NULL && rows != NULL && position != NULL, FALSE);

  first = foi_row_store_get (rows, *position);
  for (guint32 link = self->next[*position]; link != 0; link = self->next[link - 1])
    {
      const FoiRecord *record = foi_row_store_get (rows, link - 1);
      gboolean equal = TRUE;

      for (guint i = 0; i < self->n_columns && equal; i++)
        equal = foi_cell_equal (&record->cells[self->columns[i]], &first->cells[self->columns[i]]);
      if (equal)
        {
          *position = link - 1;
          return TRUE;
        }
    }
  return FALSE;
}

typedef struct
{
  FoiRowIndex *index;
  gboolean     fits;
} Fit;

static void
row_spliced (guint position, guint removed, guint added, gpointer user_data)
{
  Fit *fit = user_data;

  fit->fits = FALSE;
}

static void
row_replaced (guint position, FoiRecord *before, FoiRecord *after, gpointer user_data)
{
  Fit *fit = user_data;

  for (guint i = 0; i < fit->index->n_columns && fit->fits; i++)
    {
      guint column = fit->index->columns[i];

      fit->fits = foi_cell_equal (&before->cells[column], &after->cells[column]);
    }
}

/**
 * foi_row_index_fits:
 * @self: the index of @before
 * @before: a store
 * @after: a store made from it, with the same columns
 *
 * Returns: whether @self is the index of @after too, as nothing changed in its columns.
 */
gboolean
foi_row_index_fits (FoiRowIndex *self, FoiRowStore *before, FoiRowStore *after)
{
  Fit fit = { self, TRUE };

  g_return_val_if_fail (self != NULL && before != NULL && after != NULL, FALSE);

  if (foi_row_store_get_length (before) != foi_row_store_get_length (after))
    return FALSE;
  foi_row_store_diff (before, after, row_spliced, row_replaced, &fit);
  return fit.fits;
}
