/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-search.h"

#include "foi-register-item.h"
#include "foi-task.h"

/* What is sought, in which cases, and what was found in each. The thread reads entries: an item may
 * be given another one meanwhile, and is the main loop's. */
typedef struct
{
  char           *words;
  GPtrArray      *items;
  GPtrArray      *entries;
  FoiCaseTextHit *hits;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  for (guint i = 0; i < self->items->len; i++)
    foi_case_text_hit_clear (&self->hits[i]);
  g_free (self->hits);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->entries);
  g_free (self->words);
  g_free (self);
}

static void
search_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *self = task_data;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const FoiCaseEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_task_return_error_if_cancelled (task))
        return;
      if (entry->text != NULL)
        foi_case_text_find (entry->text, self->words, &self->hits[i]);
    }
  g_task_return_boolean (task, TRUE);
}

/**
 * foi_register_search_async:
 * @items: (element-type FoiRegisterItem): cases
 * @words: what is sought
 * @cancellable: stops it
 * @callback: told at the end
 * @user_data: for @callback
 *
 * Seeks words in cases. What it finds is set in the items when it is finished.
 */
void
foi_register_search_async (GListModel *items, const char *words, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (items, cancellable, callback, user_data);
  const guint n = g_list_model_get_n_items (items);
  Search *search = g_new0 (Search, 1);

  g_task_set_source_tag (task, foi_register_search_async);
  search->words = g_strdup (words);
  search->items = g_ptr_array_new_full (n, g_object_unref);
  search->entries = g_ptr_array_new_full (n, (GDestroyNotify) foi_case_entry_unref);
  for (guint i = 0; i < n; i++)
    {
      FoiRegisterItem *item = g_list_model_get_item (items, i);

      g_ptr_array_add (search->items, item);
      g_ptr_array_add (search->entries,
                       foi_case_entry_ref ((FoiCaseEntry *) foi_register_item_get_entry (item)));
    }
  search->hits = g_new0 (FoiCaseTextHit, n);
  g_task_set_task_data (task, search, search_free);
  foi_task_run_in_thread (task, search_thread);
}

/**
 * foi_register_search_finish:
 * @result: what the callback was given
 *
 * Sets in each item what was found in it.
 *
 * Returns: whether it was done; FALSE: it was cancelled.
 */
gboolean
foi_register_search_finish (GAsyncResult *result)
{
  Search *search = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return FALSE;
  for (guint i = 0; i < search->items->len; i++)
    foi_register_item_take_hit (g_ptr_array_index (search->items, i), &search->hits[i]);
  return TRUE;
}
