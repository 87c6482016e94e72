/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-rows.h"

struct _FoiRegisterRows
{
  GObject parent_instance;

  GListModel         *cases;
  FoiRegisterGrouping grouping;
  GPtrArray          *groups;  /* of FoiRegisterGroup: all there can be */
  GtkFilter          *filled;  /* leaves those that have cases */
  GtkTreeListModel   *tree;    /* (nullable): without groups the cases are the rows */
  guint               fill_source;
};

G_DEFINE_FINAL_TYPE (FoiRegisterRows, foi_register_rows, G_TYPE_OBJECT)

static GListModel *
get_children (gpointer item, gpointer data)
{
  return FOI_IS_REGISTER_GROUP (item)
           ? g_object_ref (foi_register_group_get_cases (item)) : NULL;
}

static gboolean
is_filled (gpointer item, gpointer data)
{
  return foi_register_group_get_n_cases (item) > 0;
}

/* A group that is there again opens by itself. */
static void
fold_again (FoiRegisterRows *self)
{
  for (guint i = 0;
       self->tree != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, i);
      g_autoptr (FoiRegisterGroup) group = foi_register_rows_ref_group (row);

      if (group != NULL && foi_register_group_is_folded (group))
        gtk_tree_list_row_set_expanded (row, FALSE);
    }
}

static gboolean
fill_cb (gpointer data)
{
  FoiRegisterRows *self = data;

  self->fill_source = 0;
  gtk_filter_changed (self->filled, GTK_FILTER_CHANGE_DIFFERENT);
  fold_again (self);
  return G_SOURCE_REMOVE;
}

/* A heading comes and goes with the first case under it; not while the rows under it are changed,
 * but before the next frame. */
static void
cases_changed_cb (FoiRegisterRows *self, guint position, guint removed, guint added,
                  GListModel *cases)
{
  const guint n = g_list_model_get_n_items (cases);

  if (self->fill_source == 0 && (n == 0) != (n + removed - added == 0))
    self->fill_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, fill_cb, self, NULL);
}

static void
add_group (FoiRegisterRows *self, guint key)
{
  FoiRegisterGroup *group = foi_register_group_new (self->cases, self->grouping, key);

  if (self->grouping != FOI_GROUPING_NONE)
    g_signal_connect_object (foi_register_group_get_cases (group), "items-changed",
                             G_CALLBACK (cases_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->groups, group);
}

/* Without groups there is no tree: rows that stay are the same ones, and are not made anew. */
static void
build (FoiRegisterRows *self)
{
  g_autoptr (GListStore) all = g_list_store_new (FOI_TYPE_REGISTER_GROUP);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->tree);
  g_clear_object (&self->filled);
  g_ptr_array_set_size (self->groups, 0);
  for (guint key = 0; key < foi_register_grouping_get_n_groups (self->grouping); key++)
    {
      add_group (self, key);
      g_list_store_append (all, g_ptr_array_index (self->groups, key));
    }
  self->filled = GTK_FILTER (gtk_custom_filter_new (is_filled, NULL, NULL));
  if (self->grouping == FOI_GROUPING_NONE)
    return;
  self->tree = gtk_tree_list_model_new (
    G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (all)),
                                             g_object_ref (self->filled))),
    FALSE, TRUE, get_children, NULL, NULL);
}

static void
foi_register_rows_dispose (GObject *object)
{
  FoiRegisterRows *self = FOI_REGISTER_ROWS (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->tree);
  g_clear_object (&self->filled);
  g_clear_object (&self->cases);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (foi_register_rows_parent_class)->dispose (object);
}

static void
foi_register_rows_class_init (FoiRegisterRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_register_rows_dispose;
}

static void
foi_register_rows_init (FoiRegisterRows *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * foi_register_rows_new:
 * @cases: (element-type FoiRegisterItem): cases, in their order
 *
 * Returns: (transfer full): these as rows, in no groups.
 */
FoiRegisterRows *
foi_register_rows_new (GListModel *cases)
{
  FoiRegisterRows *self = g_object_new (FOI_TYPE_REGISTER_ROWS, NULL);

  self->cases = g_object_ref (cases);
  build (self);
  return self;
}

/**
 * foi_register_rows_set_grouping:
 * @grouping: how the cases are put together
 *
 * Makes the rows anew: the list of them is another one.
 */
void
foi_register_rows_set_grouping (FoiRegisterRows *self, FoiRegisterGrouping grouping)
{
  g_return_if_fail (FOI_IS_REGISTER_ROWS (self));

  if (self->grouping == grouping)
    return;
  self->grouping = grouping;
  build (self);
}

FoiRegisterGrouping
foi_register_rows_get_grouping (FoiRegisterRows *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_ROWS (self), FOI_GROUPING_NONE);

  return self->grouping;
}

/**
 * foi_register_rows_get_list:
 *
 * Returns: (transfer none): the rows, until they are put together in another way: each a
 *   #FoiRegisterItem; or, where there are groups, a #GtkTreeListRow.
 */
GListModel *
foi_register_rows_get_list (FoiRegisterRows *self)
{
  g_return_val_if_fail (FOI_IS_REGISTER_ROWS (self), NULL);

  return self->tree != NULL ? G_LIST_MODEL (self->tree) : self->cases;
}

static void
add_entries (GPtrArray *entries, GListModel *cases)
{
  for (guint i = 0; i < g_list_model_get_n_items (cases); i++)
    {
      g_autoptr (FoiRegisterItem) item = g_list_model_get_item (cases, i);

      g_ptr_array_add (entries,
                       foi_case_entry_ref ((FoiCaseEntry *) foi_register_item_get_entry (item)));
    }
}

/**
 * foi_register_rows_list_entries:
 *
 * Returns: (transfer full) (element-type FoiCaseEntry): the cases in the order of the rows, whether
 *   their groups are folded or not.
 */
GPtrArray *
foi_register_rows_list_entries (FoiRegisterRows *self)
{
  GPtrArray *entries
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_case_entry_unref);

  g_return_val_if_fail (FOI_IS_REGISTER_ROWS (self), entries);

  for (guint i = 0; i < self->groups->len; i++)
    add_entries (entries, foi_register_group_get_cases (self->groups->pdata[i]));
  return entries;
}

/* What a row of either list is of; nothing of a row that has gone. */
static GObject *
ref_item (gpointer row)
{
  if (GTK_IS_TREE_LIST_ROW (row))
    return gtk_tree_list_row_get_item (row);
  return row != NULL ? g_object_ref (G_OBJECT (row)) : NULL;
}

/**
 * foi_register_rows_ref_case:
 * @row: (nullable): a row
 *
 * Returns: (transfer full) (nullable): its case; %NULL of a heading.
 */
FoiRegisterItem *
foi_register_rows_ref_case (gpointer row)
{
  g_autoptr (GObject) item = ref_item (row);

  return FOI_IS_REGISTER_ITEM (item) ? FOI_REGISTER_ITEM (g_steal_pointer (&item)) : NULL;
}

/**
 * foi_register_rows_ref_group:
 * @row: (nullable): a row
 *
 * Returns: (transfer full) (nullable): the group whose heading it is; %NULL of a case.
 */
FoiRegisterGroup *
foi_register_rows_ref_group (gpointer row)
{
  g_autoptr (GObject) item = ref_item (row);

  return FOI_IS_REGISTER_GROUP (item) ? FOI_REGISTER_GROUP (g_steal_pointer (&item)) : NULL;
}

/**
 * foi_register_rows_fold:
 * @row: (nullable): a row
 * @folded: whether only the heading is wanted
 *
 * Hides the cases under a heading, or shows them.
 *
 * Returns: whether it is a heading.
 */
gboolean
foi_register_rows_fold (gpointer row, gboolean folded)
{
  g_autoptr (FoiRegisterGroup) group = foi_register_rows_ref_group (row);

  if (group == NULL)
    return FALSE;
  foi_register_group_set_folded (group, folded);
  gtk_tree_list_row_set_expanded (row, !folded);
  return TRUE;
}
