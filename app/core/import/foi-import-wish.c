/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-import-wish.h"

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-import-doubt.h"
#include "foi-totals-find.h"

/**
 * foi_import_wish_init:
 * @self: (out caller-allocates): a wish
 *
 * Nothing was said yet.
 */
void
foi_import_wish_init (FoiImportWish *self)
{
  g_return_if_fail (self != NULL);

  self->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->texts = g_hash_table_new (NULL, NULL);
  self->types = g_hash_table_new (NULL, NULL);
  self->orders = g_hash_table_new (NULL, NULL);
  self->shares = g_hash_table_new (NULL, NULL);
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->order = FOI_DATE_ORDER_UNKNOWN;
  self->share = FOI_SHARE_ORDER_UNKNOWN;
  self->no_totals = FALSE;
}

/**
 * foi_import_wish_clear:
 * @self: a wish
 *
 * Frees what it has.
 */
void
foi_import_wish_clear (FoiImportWish *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->meanings, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->types, g_hash_table_unref);
  g_clear_pointer (&self->orders, g_hash_table_unref);
  g_clear_pointer (&self->shares, g_hash_table_unref);
  g_clear_pointer (&self->refused, g_hash_table_unref);
}

/**
 * foi_import_wish_forget_columns:
 * @self: a wish
 *
 * What was said of columns does not hold any more: they are others now.
 */
void
foi_import_wish_forget_columns (FoiImportWish *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->types);
  g_hash_table_remove_all (self->orders);
  g_hash_table_remove_all (self->shares);
  g_hash_table_remove_all (self->refused);
}

static void
copy_numbers (GHashTable *numbers, GHashTable *copy)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, numbers);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, key, value);
}

/**
 * foi_import_wish_copy:
 * @self: a wish
 * @copy: (out caller-allocates): the same, for another thread
 */
void
foi_import_wish_copy (const FoiImportWish *self, FoiImportWish *copy)
{
  GHashTableIter iter;
  gpointer key, value;

  g_return_if_fail (self != NULL && copy != NULL);

  foi_import_wish_init (copy);
  copy->order = self->order;
  copy->share = self->share;
  copy->no_totals = self->no_totals;
  g_hash_table_iter_init (&iter, self->refused);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (copy->refused, g_strdup (key));
  g_hash_table_iter_init (&iter, self->meanings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy->meanings, g_strdup (key), g_strdup (value));
  copy_numbers (self->texts, copy->texts);
  copy_numbers (self->types, copy->types);
  copy_numbers (self->orders, copy->orders);
  copy_numbers (self->shares, copy->shares);
}

typedef struct
{
  const FoiImportWish *wish;
  GHashTable          *shares; /* of FoiShareOrder: by column */
  char                *said;   /* that was written last */
} Saying;

static const char *
keep_said (Saying *self, char *said)
{
  g_free (self->said);
  self->said = said;
  return said;
}

static const char *
say_cb (guint row, guint column, const char *text, gpointer data)
{
  Saying *self = data;
  const char *meaning = g_hash_table_lookup (self->wish->meanings, text);
  gpointer order;
  char *said;

  if (meaning != NULL && !g_hash_table_contains (self->wish->texts, GUINT_TO_POINTER (column)))
    return meaning;
  if (!g_hash_table_lookup_extended (self->wish->orders, GUINT_TO_POINTER (column), NULL, &order))
    order = GUINT_TO_POINTER (self->wish->order);
  said = foi_date_order_dup_iso ((FoiDateOrder) GPOINTER_TO_UINT (order), text);
  if (said == NULL
      && g_hash_table_lookup_extended (self->shares, GUINT_TO_POINTER (column), NULL, &order))
    said = foi_share_order_dup_percent ((FoiShareOrder) GPOINTER_TO_UINT (order), text);
  return keep_said (self, said);
}

/* What was said of single columns, and of all others that have fractions beside percentages. */
static GHashTable *
list_shares (const FoiImportWish *self, FoiPasteGrid *grid)
{
  GHashTable *shares = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) doubts
    = self->share != FOI_SHARE_ORDER_UNKNOWN ? foi_import_doubts_find (grid) : NULL;

  for (guint i = 0; doubts != NULL && i < doubts->len; i++)
    {
      const FoiImportDoubt *doubt = g_ptr_array_index (doubts, i);

      if (doubt->kind == FOI_IMPORT_DOUBT_SHARES)
        g_hash_table_insert (shares, GUINT_TO_POINTER (doubt->source),
                             GUINT_TO_POINTER (self->share));
    }
  copy_numbers (self->shares, shares);
  return shares;
}

/**
 * foi_import_wish_apply:
 * @self: a wish
 * @grid: cells of a file
 *
 * Returns: (transfer full): the cells with what they mean in the place of what stands in them.
 */
FoiPasteGrid *
foi_import_wish_apply (const FoiImportWish *self, FoiPasteGrid *grid)
{
  g_autoptr (GHashTable) shares = NULL;
  Saying saying = { self, NULL, NULL };
  FoiPasteGrid *said;

  g_return_val_if_fail (self != NULL && grid != NULL, NULL);

  shares = list_shares (self, grid);
  if (g_hash_table_size (self->meanings) + g_hash_table_size (self->orders)
          + g_hash_table_size (shares) == 0
      && self->order == FOI_DATE_ORDER_UNKNOWN)
    return foi_paste_grid_ref (grid);
  saying.shares = shares;
  said = foi_paste_grid_map (grid, TRUE, say_cb, &saying);
  g_free (saying.said);
  return said;
}

/* The columns of a proposal as they are wanted; NULL where that is what they are. */
static GPtrArray *
list_columns (const FoiImportWish *self, FoiPasteProposal *proposal)
{
  g_autoptr (GPtrArray) columns
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);
  gboolean any = FALSE;

  for (guint i = 0; i < proposal->sources->len; i++)
    {
      FoiColumn *column = foi_table_data_get_column (proposal->table, i);
      gpointer source = GUINT_TO_POINTER (g_array_index (proposal->sources, guint, i));
      FoiColumn *wanted = NULL;
      gpointer type;

      if (g_hash_table_lookup_extended (self->types, source, NULL, &type)
          && (FoiValueType) GPOINTER_TO_UINT (type) != foi_column_get_value_type (column))
        wanted = foi_column_with_type (column, (FoiValueType) GPOINTER_TO_UINT (type), -1, NULL);
      any |= wanted != NULL;
      g_ptr_array_add (columns, wanted != NULL ? wanted : foi_column_ref (column));
    }
  return any ? g_steal_pointer (&columns) : NULL;
}

static void
refuse_totals (const FoiImportWish *self, FoiPasteProposal *proposal)
{
  for (guint i = 0; i < proposal->found->len; i++)
    {
      g_autofree char *id
        = foi_found_total_dup_id (g_ptr_array_index (proposal->found, i), proposal->table);

      if (self->no_totals || g_hash_table_contains (self->refused, id))
        foi_paste_proposal_refuse_total (proposal, i);
    }
}

/**
 * foi_import_wish_propose:
 * @self: a wish
 * @grid: what foi_import_wish_apply() made of the cells
 * @name: the name that the table will have
 * @error: set to %FOI_ERROR_VALUE where there is nothing
 *
 * Returns: (transfer full) (nullable): a table of the cells, with columns as they are wanted.
 */
FoiPasteProposal *
foi_import_wish_propose (const FoiImportWish *self, FoiPasteGrid *grid, const char *name,
                         GError **error)
{
  g_autoptr (FoiPasteProposal) proposal = NULL;
  g_autoptr (FoiPasteProposal) wanted = NULL;
  g_autoptr (GPtrArray) columns = NULL;

  g_return_val_if_fail (self != NULL && grid != NULL && name != NULL, NULL);

  proposal = foi_paste_propose_table (grid, name);
  if (proposal == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE, _("There is nothing in it"));
      return NULL;
    }
  columns = list_columns (self, proposal);
  wanted = columns != NULL ? foi_paste_proposal_with_columns (proposal, columns)
                           : g_steal_pointer (&proposal);
  refuse_totals (self, wanted);
  return g_steal_pointer (&wanted);
}

/**
 * foi_import_has_names:
 * @table: a table
 *
 * Returns: whether anything that a person sees names its rows.
 */
gboolean
foi_import_has_names (FoiTableData *table)
{
  g_return_val_if_fail (table != NULL, FALSE);

  for (guint i = 0; i < foi_table_data_get_n_keys (table); i++)
    {
      FoiColumn *column = foi_table_data_get_column (table, foi_table_data_get_key (table, i));

      if (!g_str_equal (foi_column_get_name (column), FOI_ROW_FIELD))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_import_match:
 * @grid: what foi_import_wish_apply() made of the cells
 * @table: a table that is there
 * @name: what a person knows it by
 * @mode: what is to become of the rows
 * @error: set to %FOI_ERROR_REFUSED where that cannot be for this table, %FOI_ERROR_VALUE where the
 *   cells do not fit it
 *
 * Returns: (transfer full) (nullable): what would change in it.
 */
FoiPasteMatch *
foi_import_match (FoiPasteGrid *grid, FoiTableData *table, const char *name, FoiImportMode mode,
                  GError **error)
{
  gboolean has_names;
  FoiPasteMatch *match;

  g_return_val_if_fail (grid != NULL && table != NULL && name != NULL, NULL);

  has_names = foi_import_has_names (table);
  if (!has_names && mode == FOI_IMPORT_REPLACE)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("Nothing in “%s” names its rows, so it cannot be said which of them a row of "
                     "the file replaces. Add the rows instead"),
                   name);
      return NULL;
    }
  match = has_names ? foi_paste_match_table (grid, table) : foi_paste_append_table (grid, table);
  if (match == NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
                 has_names ? _("The file does not have the columns that name the rows of “%s”")
                           : _("The file does not have the columns of “%s”"),
                 name);
  return match;
}
