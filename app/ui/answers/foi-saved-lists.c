/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-saved-lists.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-settings.h"
#include "foi-task.h"

#define FILE_NAME "paragraphs.json"

/* What is to be changed in one of the lists. */
typedef struct
{
  GFile *file;
  char  *former;  /* (nullable) */
  char  *title;
  char  *text;    /* NULL removes it */
} Change;

void
foi_saved_item_free (FoiSavedItem *self)
{
  if (self == NULL)
    return;
  foi_saved_paragraph_free (self->paragraph);
  g_free (self);
}

void
foi_saved_lists_free (FoiSavedLists *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_free (self->problem);
  g_free (self);
}

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->file);
  g_free (change->former);
  g_free (change->title);
  g_free (change->text);
  g_free (change);
}

/**
 * foi_saved_lists_ref_file:
 *
 * Returns: (transfer full): the authority's list, or the officer's own; it need not be there.
 */
GFile *
foi_saved_lists_ref_file (gboolean is_shared)
{
  g_autoptr (GFile) profile = foi_settings_ref_authority_file (foi_settings_get_default ());
  g_autoptr (GFile) folder = g_file_get_parent (profile);
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "foi-desk", FILE_NAME, NULL);

  return is_shared && folder != NULL ? g_file_get_child (folder, FILE_NAME)
                                     : g_file_new_for_path (own);
}

/* ---- reading --------------------------------------------------------------------------------- */

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const FoiSavedItem *one = *(const FoiSavedItem *const *) a;
  const FoiSavedItem *other = *(const FoiSavedItem *const *) b;

  return g_utf8_collate (one->paragraph->title, other->paragraph->title);
}

/* What of one list cannot be read does not hide the other. */
static void
add_list (FoiSavedLists *lists, GFile *file, gboolean is_shared, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = foi_saved_paragraphs_load (file, cancellable, &error);

  if (list == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *before = g_steal_pointer (&lists->problem);
      g_autofree char *problem = g_strdup_printf ("%s: %s", name, error->message);

      lists->problem = before != NULL ? g_strjoin ("\n", before, problem, NULL)
                                      : g_steal_pointer (&problem);
      return;
    }
  while (list->len > 0)
    {
      FoiSavedItem *item = g_new (FoiSavedItem, 1);

      item->paragraph = g_ptr_array_steal_index_fast (list, list->len - 1);
      item->is_shared = is_shared;
      g_ptr_array_add (lists->items, item);
    }
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GFile **files = task_data;
  FoiSavedLists *lists = g_new0 (FoiSavedLists, 1);

  lists->items = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_saved_item_free);
  for (guint i = 0; i < 2; i++)
    add_list (lists, files[i], i == 1, cancellable);
  g_ptr_array_sort (lists->items, compare_items);
  g_task_return_pointer (task, lists, (GDestroyNotify) foi_saved_lists_free);
}

static void
free_files (gpointer data)
{
  GFile **files = data;

  g_object_unref (files[0]);
  g_object_unref (files[1]);
  g_free (files);
}

/**
 * foi_saved_lists_load_async:
 * @cancellable: (nullable): ends the reading
 *
 * Reads both lists.
 */
void
foi_saved_lists_load_async (GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  GFile **files = g_new (GFile *, 2);

  files[0] = foi_saved_lists_ref_file (FALSE);
  files[1] = foi_saved_lists_ref_file (TRUE);
  g_task_set_source_tag (task, foi_saved_lists_load_async);
  g_task_set_task_data (task, files, free_files);
  foi_task_run_in_thread (task, load_thread);
}

/**
 * foi_saved_lists_load_finish:
 *
 * Returns: (transfer full) (nullable): what was read; %NULL where the reading was cancelled.
 */
FoiSavedLists *
foi_saved_lists_load_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, foi_saved_lists_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/* ---- changing -------------------------------------------------------------------------------- */

static void
change_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Change *change = task_data;
  GError *error = NULL;
  gboolean done = change->text != NULL
                    ? foi_saved_paragraphs_put (change->file, change->former, change->title,
                                                change->text, &error)
                    : foi_saved_paragraphs_remove (change->file, change->title, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run (gboolean is_shared, const char *former, const char *title, const char *text,
     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Change *change = g_new (Change, 1);

  change->file = foi_saved_lists_ref_file (is_shared);
  change->former = g_strdup (former);
  change->title = g_strdup (title);
  change->text = g_strdup (text);
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, change, change_free);
  foi_task_run_in_thread (task, change_thread);
}

/**
 * foi_saved_lists_put_async:
 * @is_shared: whether it is the authority's
 * @former: (nullable): the title it had until now; %NULL for a new one
 *
 * Keeps one paragraph, as foi_saved_paragraphs_put().
 */
void
foi_saved_lists_put_async (gboolean is_shared, const char *former, const char *title,
                           const char *text, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (title != NULL && text != NULL);

  run (is_shared, former, title, text, callback, user_data);
}

/**
 * foi_saved_lists_remove_async:
 * @is_shared: whether it is the authority's
 *
 * Removes one paragraph, as foi_saved_paragraphs_remove().
 */
void
foi_saved_lists_remove_async (gboolean is_shared, const char *title, GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (title != NULL);

  run (is_shared, NULL, title, NULL, callback, user_data);
}

/**
 * foi_saved_lists_change_finish:
 * @error: as from foi_saved_paragraphs_put(); the lists are then as they were
 *
 * Returns: whether it is done.
 */
gboolean
foi_saved_lists_change_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, run), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
