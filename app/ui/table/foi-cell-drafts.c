/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-cell-drafts.h"

struct _FoiCellDrafts
{
  GHashTable *drafts;   /* a set of FoiCellDraft, known by row and column */
};

static guint
draft_hash (gconstpointer key)
{
  const FoiCellDraft *draft = key;

  return g_int64_hash (&draft->row) ^ g_str_hash (draft->column);
}

static gboolean
draft_equal (gconstpointer a, gconstpointer b)
{
  const FoiCellDraft *left = a, *right = b;

  return left->row == right->row && g_str_equal (left->column, right->column);
}

static void
draft_free (gpointer data)
{
  FoiCellDraft *draft = data;

  foi_cell_clear (&draft->cell);
  g_strfreev (draft->choices);
  g_free (draft->reason);
  g_free (draft->text);
  g_free (draft->column);
  g_free (draft);
}

static void
drafts_free (gpointer data)
{
  FoiCellDrafts *self = data;

  g_hash_table_unref (self->drafts);
  g_free (self);
}

/**
 * foi_cell_drafts_of:
 * @table: a table of the case
 *
 * Returns: (transfer none): what was typed in it and is no value; the table keeps it.
 */
FoiCellDrafts *
foi_cell_drafts_of (FoiTable *table)
{
  static const char key[] = "foi-cell-drafts";
  FoiCellDrafts *self;

  g_return_val_if_fail (FOI_IS_TABLE (table), NULL);

  self = g_object_get_data (G_OBJECT (table), key);
  if (self == NULL)
    {
      self = g_new0 (FoiCellDrafts, 1);
      self->drafts = g_hash_table_new_full (draft_hash, draft_equal, draft_free, NULL);
      g_object_set_data_full (G_OBJECT (table), key, self, drafts_free);
    }
  return self;
}

/**
 * foi_cell_drafts_count:
 * @table: a table of the case
 *
 * Returns: how many of its cells show text that is not in the case, as the case is now.
 */
guint
foi_cell_drafts_count (FoiTable *table)
{
  FoiCellDrafts *self;

  g_return_val_if_fail (FOI_IS_TABLE (table), 0);

  self = foi_cell_drafts_of (table);
  foi_cell_drafts_prune (self, foi_table_get_data (table));
  return foi_cell_drafts_get_n (self);
}

/**
 * foi_cell_drafts_clear:
 *
 * Forgets all that was typed.
 */
void
foi_cell_drafts_clear (FoiCellDrafts *self)
{
  g_hash_table_remove_all (self->drafts);
}

/**
 * foi_cell_drafts_get_n:
 *
 * Returns: how many cells have a draft.
 */
guint
foi_cell_drafts_get_n (FoiCellDrafts *self)
{
  return g_hash_table_size (self->drafts);
}

/**
 * foi_cell_drafts_get:
 *
 * Returns: (transfer none) (nullable): what was typed into the cell and is no value of it.
 */
const FoiCellDraft *
foi_cell_drafts_get (FoiCellDrafts *self, guint64 row, const char *column)
{
  const FoiCellDraft wanted = { .row = row, .column = (char *) column };

  if (g_hash_table_size (self->drafts) == 0)
    return NULL;
  return g_hash_table_lookup (self->drafts, &wanted);
}

/**
 * foi_cell_drafts_put:
 * @refusal: why @text is no value
 * @cell: what the case has in the cell
 *
 * Keeps what was typed, in the place of what was typed before.
 */
void
foi_cell_drafts_put (FoiCellDrafts *self, guint64 row, const char *column, const char *text,
                     const FoiRefusal *refusal, const FoiCell *cell)
{
  FoiCellDraft *draft;

  g_return_if_fail (column != NULL && text != NULL && refusal != NULL && cell != NULL);

  draft = g_new0 (FoiCellDraft, 1);
  draft->row = row;
  draft->column = g_strdup (column);
  draft->text = g_strdup (text);
  draft->reason = g_strdup (refusal->reason);
  draft->choices = g_strdupv (refusal->choices);
  draft->cell = foi_cell_copy (cell);
  g_hash_table_add (self->drafts, draft);
}

/**
 * foi_cell_drafts_remove:
 *
 * Returns: whether the cell had a draft.
 */
gboolean
foi_cell_drafts_remove (FoiCellDrafts *self, guint64 row, const char *column)
{
  const FoiCellDraft wanted = { .row = row, .column = (char *) column };

  return g_hash_table_remove (self->drafts, &wanted);
}

/* The cell that a draft is of, or NULL where there is none any more. */
static const FoiCell *
find_cell (FoiTableData *data, const FoiCellDraft *draft, guint *position, int *column)
{
  *column = foi_table_data_find_column (data, draft->column);
  if (*column < 0 || !foi_row_store_find (foi_table_data_get_rows (data), draft->row, position))
    return NULL;
  return foi_table_data_get_cell (data, *position, (guint) *column);
}

/**
 * foi_cell_drafts_prune:
 *
 * Forgets the drafts of cells that have gone, or that got another content since: by undo, say.
 *
 * Returns: whether there were any.
 */
gboolean
foi_cell_drafts_prune (FoiCellDrafts *self, FoiTableData *data)
{
  guint n_before = g_hash_table_size (self->drafts);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const FoiCellDraft *draft = key;
      const FoiCell *cell;
      guint position;
      int column;

      cell = find_cell (data, draft, &position, &column);
      if (cell == NULL || !foi_cell_equal (cell, &draft->cell))
        g_hash_table_iter_remove (&iter);
    }
  return g_hash_table_size (self->drafts) < n_before;
}

/**
 * foi_cell_drafts_get_first:
 *
 * Returns: (transfer none) (nullable): the draft that comes first in the table, row by row.
 */
const FoiCellDraft *
foi_cell_drafts_get_first (FoiCellDrafts *self, FoiTableData *data)
{
  const FoiCellDraft *first = NULL;
  guint first_position = 0;
  int first_column = 0;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      guint position;
      int column;

      if (find_cell (data, key, &position, &column) == NULL)
        continue;
      if (first == NULL || position < first_position
          || (position == first_position && column < first_column))
        {
          first = key;
          first_position = position;
          first_column = column;
        }
    }
  return first;
}
