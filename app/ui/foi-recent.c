/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-recent.h"

#include <string.h>

#include "foi-clean-text.h"
#include "foi-task.h"

#define APPLICATION_NAME "FOI Desk"
#define SEARCHING "foi-recent-searching"
#define MIME_TYPE "application/vnd.foi-desk.case+json"

/**
 * foi_recent_add:
 *
 * Remembers that a case was used, in the desktop's own list of recent files.
 */
void
foi_recent_add (GFile *file, FoiCase *foi_case)
{
  g_autofree char *uri = NULL;
  GtkRecentData data = { 0 };

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (FOI_IS_CASE (foi_case));

  uri = g_file_get_uri (file);
  data.display_name = (char *) foi_case_get_reference (foi_case);
  data.description = (char *) foi_case_get_subject (foi_case);
  data.mime_type = (char *) MIME_TYPE;
  data.app_name = (char *) APPLICATION_NAME;
  data.app_exec = (char *) "foi-desk %u";
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * foi_recent_remove:
 *
 * Forgets a case.
 */
void
foi_recent_remove (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static FoiRecent *
recent_new (GtkRecentInfo *info)
{
  FoiRecent *recent = g_new0 (FoiRecent, 1);
  g_autofree char *display_name = NULL;
  g_autoptr (GFile) parent = NULL;

  recent->file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  recent->reference = g_strdup (gtk_recent_info_get_display_name (info));
  recent->subject = g_strdup (gtk_recent_info_get_description (info));
  parent = g_file_get_parent (recent->file);
  recent->folder = parent != NULL ? g_file_get_parse_name (parent) : NULL;
  if (recent->folder != NULL && g_str_has_prefix (recent->folder, g_get_home_dir ()))
    {
      g_autofree char *absolute = g_steal_pointer (&recent->folder);

      recent->folder = g_strconcat ("~", absolute + strlen (g_get_home_dir ()), NULL);
    }
  recent->used = g_date_time_ref (gtk_recent_info_get_modified (info));
  return recent;
}

static int
compare_used (gconstpointer a, gconstpointer b)
{
  const FoiRecent *const *first = a;
  const FoiRecent *const *second = b;

  return g_date_time_compare ((*second)->used, (*first)->used);
}

/**
 * foi_recent_list:
 * @max: how many at most
 *
 * Returns: (transfer full) (element-type FoiRecent): the cases used lately, the latest first; the
 *   disk is not asked whether they are still there.
 */
GPtrArray *
foi_recent_list (guint max)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_recent_free);
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *link = infos; link != NULL; link = link->next)
    {
      if (g_strcmp0 (gtk_recent_info_get_mime_type (link->data), MIME_TYPE) == 0)
        g_ptr_array_add (found, recent_new (link->data));
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  g_ptr_array_sort (found, compare_used);
  if (found->len > max)
    g_ptr_array_remove_range (found, max, found->len - max);
  return found;
}

/* Looks for files that may be on a drive which does not answer. */
typedef struct
{
  GPtrArray           *files;
  GPtrArray           *gone;
  GWeakRef             listener;
  FoiRecentMissingFunc missing;
} Search;

static void
search_free (Search *search)
{
  g_ptr_array_unref (search->files);
  g_ptr_array_unref (search->gone);
  g_weak_ref_clear (&search->listener);
  g_free (search);
}

static void
search_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Search *search = task_data;

  for (guint i = 0; i < search->files->len; i++)
    {
      GFile *file = g_ptr_array_index (search->files, i);

      if (!g_file_query_exists (file, cancellable))
        g_ptr_array_add (search->gone, g_object_ref (file));
    }
  g_task_return_boolean (task, TRUE);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GObject) listener = g_weak_ref_get (&search->listener);

  if (listener == NULL)
    return;
  g_object_set_data (listener, SEARCHING, NULL);
  for (guint i = 0; i < search->gone->len; i++)
    search->missing (listener, g_ptr_array_index (search->gone, i));
}

/**
 * foi_recent_find_missing:
 * @recents: (element-type FoiRecent): as from foi_recent_list()
 * @listener: who is told; what is found after it is gone is told to nobody
 * @missing: is given each local file that is not there now
 *
 * Looks in a thread. A @listener has one search at a time, so that a drive that does not answer
 * keeps one thread, however often a list is shown.
 */
void
foi_recent_find_missing (GPtrArray *recents, GObject *listener, FoiRecentMissingFunc missing)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  g_return_if_fail (recents != NULL && G_IS_OBJECT (listener) && missing != NULL);

  if (g_object_get_data (listener, SEARCHING) != NULL)
    return;
  g_object_set_data (listener, SEARCHING, listener);
  search = g_new0 (Search, 1);
  search->files = g_ptr_array_new_with_free_func (g_object_unref);
  search->gone = g_ptr_array_new_with_free_func (g_object_unref);
  g_weak_ref_init (&search->listener, listener);
  search->missing = missing;
  for (guint i = 0; i < recents->len; i++)
    {
      const FoiRecent *recent = g_ptr_array_index (recents, i);

      if (g_file_is_native (recent->file))
        g_ptr_array_add (search->files, g_object_ref (recent->file));
    }
  task = g_task_new (NULL, NULL, searched_cb, NULL);
  g_task_set_source_tag (task, foi_recent_find_missing);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  foi_task_run_in_thread (task, search_thread);
}

/**
 * foi_recent_dup_title:
 *
 * Returns: (transfer full): "FOI651119421 · CCE and CSE data".
 */
char *
foi_recent_dup_title (const FoiRecent *recent)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (recent != NULL, NULL);

  if (recent->subject == NULL || recent->subject[0] == '\0')
    return foi_clean_line (recent->reference);
  title = g_strdup_printf ("%s · %s", recent->reference, recent->subject);
  return foi_clean_line (title);
}

/**
 * foi_recent_free:
 *
 * Frees one entry.
 */
void
foi_recent_free (FoiRecent *recent)
{
  g_clear_object (&recent->file);
  g_free (recent->reference);
  g_free (recent->subject);
  g_free (recent->folder);
  g_clear_pointer (&recent->used, g_date_time_unref);
  g_free (recent);
}
