/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-list-filler.h"

/* GTK makes no widgets for rows further down, until somebody scrolls there. */
#define MAX_ROWS_OF_WIDGETS 210
/* So much less than making widgets is freeing them. */
#define FASTER 4

struct _FoiListFiller
{
  GtkWidget  *view;   /* weak */
  GListStore *list;
  GPtrArray  *items;  /* of GObject: what it is to have */
  guint       n_done; /* of these, from the first */
  guint       n_each;
  guint       tick;
};

/* Rows that are there become others in their place: nothing flickers or scrolls. */
static void
put (FoiListFiller *self, guint n)
{
  guint n_here = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint n_over = MIN (n, n_here - MIN (n_here, self->n_done));

  g_list_store_splice (self->list, self->n_done, n_over, self->items->pdata + self->n_done, n);
  self->n_done += n;
}

static gboolean
is_there (FoiListFiller *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  return item != NULL && item == g_ptr_array_index (self->items, position);
}

static gboolean
tick_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  FoiListFiller *self = user_data;
  guint n_left = self->items->len - self->n_done;

  if (n_left > 0)
    put (self, self->n_done < MAX_ROWS_OF_WIDGETS ? MIN (n_left, self->n_each) : n_left);
  else if (!foi_list_filler_is_done (self))
    foi_list_filler_drop (self);
  if (!foi_list_filler_is_done (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * foi_list_filler_new:
 * @view: what shows the list
 * @type: the type of its items
 * @n_each: how many rows it gets in each frame
 *
 * Returns: (transfer full): what fills a list.
 */
FoiListFiller *
foi_list_filler_new (GtkWidget *view, GType type, guint n_each)
{
  FoiListFiller *self = g_new0 (FoiListFiller, 1);

  g_set_weak_pointer (&self->view, view);
  self->list = g_list_store_new (type);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_each = n_each;
  return self;
}

void
foi_list_filler_free (FoiListFiller *self)
{
  if (self == NULL)
    return;
  if (self->tick != 0 && self->view != NULL)
    gtk_widget_remove_tick_callback (self->view, self->tick);
  g_clear_weak_pointer (&self->view);
  g_object_unref (self->list);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * foi_list_filler_get_list:
 *
 * Returns: (transfer none): the list, which is as full as it is by now.
 */
GListModel *
foi_list_filler_get_list (FoiListFiller *self)
{
  return G_LIST_MODEL (self->list);
}

/**
 * foi_list_filler_set_n_each:
 * @n_each: how many rows the list gets in each frame
 *
 * For rows that have more in them than before.
 */
void
foi_list_filler_set_n_each (FoiListFiller *self, guint n_each)
{
  self->n_each = n_each;
}

/**
 * foi_list_filler_set:
 * @items: (transfer full) (element-type GObject): what the list is to have
 *
 * Begins to fill it, in the place of what it has. First rows that it has already stay untouched.
 */
void
foi_list_filler_set (FoiListFiller *self, GPtrArray *items)
{
  g_ptr_array_unref (self->items);
  self->items = items;
  self->n_done = 0;
  while (self->n_done < items->len && is_there (self, self->n_done))
    self->n_done++;
  if (self->tick == 0 && self->view != NULL && !foi_list_filler_is_done (self))
    self->tick = gtk_widget_add_tick_callback (self->view, tick_cb, self, NULL);
}

/**
 * foi_list_filler_is_done:
 *
 * Returns: whether the list has all that it is to have, and nothing else.
 */
gboolean
foi_list_filler_is_done (FoiListFiller *self)
{
  return self->n_done == self->items->len
         && g_list_model_get_n_items (G_LIST_MODEL (self->list)) == self->items->len;
}

/**
 * foi_list_filler_drop:
 *
 * Takes a few of the rows away that it is not to have.
 *
 * Returns: whether there are others.
 */
gboolean
foi_list_filler_drop (FoiListFiller *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint few = FASTER * self->n_each;
  guint first = n > MAX_ROWS_OF_WIDGETS ? MAX_ROWS_OF_WIDGETS : n - MIN (n, few);

  first = MAX (first, MIN (self->n_done, n));
  g_list_store_splice (self->list, first, n - first, NULL, 0);
  return first > self->n_done;
}
