/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disposal-files.h"

#include <gio/gio.h>

#include "foi-attachment-files.h"
#include "foi-disposal.h"
#include "foi-recovery.h"

/* FOI12.files beside FOI12.foi.json. */
static GFile *
new_folder (const char *path)
{
  g_autofree char *folder = foi_attachments_dup_folder (path);

  return g_file_new_for_path (folder);
}

/* Links are seen as themselves: what they lead to is somebody else's. */
static GFileEnumerator *
list_children (GFile *folder, GError **error)
{
  return g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
    G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, error);
}

static gboolean
is_own_folder (GFile *folder)
{
  return g_file_query_file_type (folder, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL)
         == G_FILE_TYPE_DIRECTORY;
}

static guint
count_files (GFile *folder)
{
  g_autoptr (GFileEnumerator) children = list_children (folder, NULL);
  GFileInfo *info;
  GFile *child;
  guint n = 0;

  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, NULL, NULL)
         && info != NULL)
    n += g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY ? count_files (child) : 1;
  return n;
}

/**
 * foi_disposal_count_attachments:
 * @path: the file of a case
 *
 * Returns: how many files lie in the folder beside it.
 */
guint
foi_disposal_count_attachments (const char *path)
{
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (path != NULL, 0);

  folder = new_folder (path);
  return is_own_folder (folder) ? count_files (folder) : 0;
}

static gboolean
remove_folder (GFile *folder, GError **error)
{
  g_autoptr (GFileEnumerator) children = list_children (folder, error);
  GFileInfo *info;
  GFile *child;

  if (children == NULL)
    return FALSE;
  for (;;)
    {
      if (!g_file_enumerator_iterate (children, &info, &child, NULL, error))
        return FALSE;
      if (info == NULL)
        return g_file_delete (folder, NULL, error);
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY
            ? !remove_folder (child, error)
            : !g_file_delete (child, NULL, error))
        return FALSE;
    }
}

/* The journals of a case: (element-type FoiRecovery). */
static GPtrArray *
list_journals (const char *path, const char *journals)
{
  g_autoptr (GPtrArray) all = journals != NULL ? foi_recovery_list (journals) : NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_recovery_free);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      FoiRecovery *recovery = g_ptr_array_index (all, i);
      g_autoptr (GFile) place = g_file_new_for_uri (recovery->place);

      if (!g_file_equal (place, file))
        continue;
      g_ptr_array_add (own, recovery);
      g_ptr_array_index (all, i) = NULL;
    }
  return own;
}

/**
 * foi_disposal_count_journals:
 * @path: the file of a case
 * @journals: (nullable): where unsaved work is kept
 *
 * Returns: how much of it is of this case.
 */
guint
foi_disposal_count_journals (const char *path, const char *journals)
{
  g_autoptr (GPtrArray) own = NULL;

  g_return_val_if_fail (path != NULL, 0);

  own = list_journals (path, journals);
  return own->len;
}

/**
 * foi_disposal_clear:
 * @path: the file of a case that was stripped
 * @journals: (nullable): where unsaved work is kept
 * @error: %G_IO_ERROR
 *
 * Deletes the files beside a case, and unsaved work that is kept of it: for good, and not into a
 * bin, where they would be kept after all.
 *
 * Returns: whether all of it is gone.
 */
gboolean
foi_disposal_clear (const char *path, const char *journals, GError **error)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GPtrArray) own = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  folder = new_folder (path);
  if (is_own_folder (folder) && !remove_folder (folder, error))
    return FALSE;
  own = list_journals (path, journals);
  for (guint i = 0; i < own->len; i++)
    if (!foi_recovery_discard (journals, ((FoiRecovery *) g_ptr_array_index (own, i))->name, error))
      return FALSE;
  return TRUE;
}
