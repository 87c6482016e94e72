/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-recent.h"

#include <string.h>

#define APPLICATION_NAME "FOI Desk"
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
  recent->missing = gtk_recent_info_is_local (info) && !gtk_recent_info_exists (info);
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
 * Returns: (transfer full) (element-type FoiRecent): the cases used lately, the latest first.
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

/**
 * foi_recent_dup_title:
 *
 * Returns: (transfer full): "FOI651119421 · CCE and CSE data".
 */
char *
foi_recent_dup_title (const FoiRecent *recent)
{
  g_return_val_if_fail (recent != NULL, NULL);

  if (recent->subject == NULL || recent->subject[0] == '\0')
    return g_strdup (recent->reference);
  return g_strdup_printf ("%s · %s", recent->reference, recent->subject);
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
