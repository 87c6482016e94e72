/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-block-copy.h"

#include <glib/gi18n.h>

#include "foi-block-text.h"
#include "foi-totals.h"

static char *
make_key (guint64 row, const char *column)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT "/%s", row, column);
}

static void
clear (gpointer data)
{
  FoiBlockCopy *self = data;

  foi_table_data_unref (self->data);
  g_array_unref (self->columns);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_free (self->text);
  g_clear_pointer (&self->calc_text, g_bytes_unref);
}

/**
 * foi_block_copy_new:
 * @data: a table
 * @top: the position of the first row
 * @bottom: that of the last
 * @columns: (array length=n_columns): the places of the columns, in their order
 *
 * Returns: (transfer full): a snapshot of these cells.
 */
FoiBlockCopy *
foi_block_copy_new (FoiTableData *data, guint top, guint bottom, const guint *columns,
                    guint n_columns)
{
  FoiBlockCopy *self;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (top <= bottom && n_columns > 0, NULL);

  self = g_atomic_rc_box_new0 (FoiBlockCopy);
  self->data = foi_table_data_ref (data);
  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (self->columns, columns, n_columns);
  self->top = top;
  self->bottom = bottom;
  return self;
}

/**
 * foi_block_copy_ref:
 */
FoiBlockCopy *
foi_block_copy_ref (FoiBlockCopy *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * foi_block_copy_unref:
 */
void
foi_block_copy_unref (FoiBlockCopy *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * foi_block_copy_add_drafts:
 * @drafts: (element-type FoiCellDraft): what is typed in the table and is no value
 *
 * A cell that shows typed text is copied as it shows.
 */
void
foi_block_copy_add_drafts (FoiBlockCopy *self, GPtrArray *drafts)
{
  g_return_if_fail (self != NULL && self->drafts == NULL && drafts != NULL);

  self->drafts = g_ptr_array_ref (drafts);
}

/**
 * foi_block_copy_find_left_out:
 *
 * Returns: (transfer none) (nullable): the first of the copied columns that is left out of the
 *   letter.
 */
FoiColumn *
foi_block_copy_find_left_out (FoiBlockCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      FoiColumn *column = foi_table_data_get_column (self->data,
                                                     g_array_index (self->columns, guint, i));

      if (foi_column_is_left_out (column))
        return column;
    }
  return NULL;
}

/**
 * foi_block_copy_get_n_cells:
 *
 * Returns: how many cells are copied.
 */
gsize
foi_block_copy_get_n_cells (FoiBlockCopy *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return (gsize) (self->bottom - self->top + 1) * self->columns->len;
}

/* The texts of drafts by row and column, not copied. */
static GHashTable *
index_drafts (FoiBlockCopy *self)
{
  GHashTable *typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; self->drafts != NULL && i < self->drafts->len; i++)
    {
      const FoiCellDraft *draft = g_ptr_array_index (self->drafts, i);

      g_hash_table_replace (typed, make_key (draft->row, draft->column), draft->text);
    }
  return typed;
}

static char *
dup_cell_text (FoiBlockCopy *self, GHashTable *all_typed, guint row, guint place)
{
  FoiColumn *column = foi_table_data_get_column (self->data, place);
  const char *typed = NULL;

  if (g_hash_table_size (all_typed) > 0)
    {
      guint64 id = foi_row_store_get (foi_table_data_get_rows (self->data), row)->id;
      g_autofree char *key = make_key (id, foi_column_get_name (column));

      typed = g_hash_table_lookup (all_typed, key);
    }
  if (typed != NULL)
    return g_strdup (typed);
  if (foi_totals_is_name (self->data, row, place))
    return g_strdup (_("Total"));
  return foi_column_format_plain (column, foi_table_data_get_cell (self->data, row, place));
}

/**
 * foi_block_copy_write:
 *
 * Writes the cells down. Any thread may do so, one at a time.
 */
void
foi_block_copy_write (FoiBlockCopy *self)
{
  g_autoptr (GHashTable) typed = NULL;
  GString *text, *calc_text;

  g_return_if_fail (self != NULL && self->text == NULL);

  typed = index_drafts (self);
  text = g_string_new (NULL);
  calc_text = g_string_new (NULL);
  for (guint row = self->top; row <= self->bottom; row++)
    {
      for (guint i = 0; i < self->columns->len; i++)
        {
          g_autofree char *plain = dup_cell_text (self, typed, row,
                                                  g_array_index (self->columns, guint, i));

          foi_block_text_append (text, plain, i == 0);
          /* Calc reads a line end as the end of a row even between marks. */
          g_strdelimit (plain, "\t\n\r", ' ');
          g_string_append_printf (calc_text, "%s%s", i > 0 ? "\t" : "", plain);
        }
      if (row < self->bottom)
        g_string_append_c (text, '\n');
      g_string_append_c (calc_text, '\n');
    }
  self->text = g_string_free (text, FALSE);
  self->calc_text = g_string_free_to_bytes (calc_text);
}
