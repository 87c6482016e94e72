/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-letter.h"

G_DEFINE_BOXED_TYPE (FoiLetter, foi_letter, foi_letter_ref, foi_letter_unref)

/**
 * foi_letter_new:
 *
 * Returns: (transfer full): a letter with nothing in it, to be filled by its maker.
 */
FoiLetter *
foi_letter_new (void)
{
  FoiLetter *self = g_new0 (FoiLetter, 1);

  self->ref_count = 1;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_block_unref);
  self->annexes = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_publication_unref);
  return self;
}

/**
 * foi_letter_ref:
 * @self: a letter
 *
 * Returns: (transfer full): @self, from any thread.
 */
FoiLetter *
foi_letter_ref (FoiLetter *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * foi_letter_unref:
 * @self: (transfer full): a letter
 *
 * Gives a reference up; the last frees the letter.
 */
void
foi_letter_unref (FoiLetter *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->annexes);
  g_free (self->id);
  g_free (self->title);
  g_free (self->author);
  g_free (self->language);
  g_free (self->reference);
  g_free (self->date);
  g_free (self);
}

static FoiBlock *
find_block (GPtrArray *blocks, const char *id)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      FoiBlock *block = blocks->pdata[i];
      FoiBlock *found = g_str_equal (block->id, id) ? block : find_block (block->children, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * foi_letter_find_block:
 * @self: a letter
 * @id: the id of a block, as in a link's target after the "#"
 *
 * Returns: (transfer none) (nullable): that block, however deep.
 */
FoiBlock *
foi_letter_find_block (FoiLetter *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return find_block (self->blocks, id);
}

static FoiPublication *
find_table (GPtrArray *blocks, const char *name)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      FoiBlock *block = blocks->pdata[i];
      FoiPublication *found = block->table;

      if (found == NULL || !g_str_equal (foi_publication_get_name (found), name))
        found = find_table (block->children, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * foi_letter_find_table:
 * @self: a letter
 * @name: the name of a table
 *
 * Returns: (transfer none) (nullable): that table as the letter shows it or goes with it.
 */
FoiPublication *
foi_letter_find_table (FoiLetter *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  for (guint i = 0; i < self->annexes->len; i++)
    {
      if (g_str_equal (foi_publication_get_name (self->annexes->pdata[i]), name))
        return self->annexes->pdata[i];
    }
  return find_table (self->blocks, name);
}

static void
add_table (GPtrArray *tables, FoiPublication *table)
{
  for (guint i = 0; i < tables->len; i++)
    if (g_strcmp0 (foi_publication_get_name (tables->pdata[i]), foi_publication_get_name (table))
        == 0)
      return;
  g_ptr_array_add (tables, table);
}

static void
collect_tables (GPtrArray *blocks, GPtrArray *tables)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const FoiBlock *block = blocks->pdata[i];

      if (block->table != NULL)
        add_table (tables, block->table);
      collect_tables (block->children, tables);
    }
}

/**
 * foi_letter_list_tables:
 * @self: a letter
 *
 * Returns: (transfer container) (element-type FoiPublication): the tables that it shows, charts or
 *   goes with, each once, in the order of reading; they live as long as the letter.
 */
GPtrArray *
foi_letter_list_tables (FoiLetter *self)
{
  GPtrArray *tables = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL, tables);

  collect_tables (self->blocks, tables);
  for (guint i = 0; i < self->annexes->len; i++)
    add_table (tables, self->annexes->pdata[i]);
  return tables;
}
