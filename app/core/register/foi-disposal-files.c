/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disposal-files.h"

#include <gio/gio.h>
#include <string.h>

#include "foi-attachment-files.h"
#include "foi-copy-name.h"
#include "foi-disposal.h"
#include "foi-leftovers.h"
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

/* ---- what others made of it ------------------------------------------------------------------ */

#define CASE_SUFFIX ".foi.json"

/* The length of @stem where @name goes on behind it with another word: "FOI12.pdf", "FOI12~". */
static gsize
get_stem_length (const char *name, const char *stem)
{
  const gsize length = strlen (stem);

  return g_str_has_prefix (name, stem) && name[length] != '\0'
             && !g_unichar_isalnum (g_utf8_get_char_validated (name + length, -1))
           ? length : 0;
}

/* "FOI12-2.pdf" is FOI12's, unless there is a case FOI12-2. */
static gboolean
is_of_other_case (const char *folder, const char *name, gsize stem)
{
  for (gsize i = stem + 1; name[i] != '\0'; i++)
    {
      g_autofree char *other = NULL;
      g_autofree char *path = NULL;

      if (g_ascii_isalnum (name[i]) || (guchar) name[i] >= 0x80)
        continue;
      other = g_strdup_printf ("%.*s" CASE_SUFFIX, (int) i, name);
      path = g_build_filename (folder, other, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/* Editors put a point or a hash sign before the name of what they keep of a file. */
static gboolean
is_other (const char *folder, const char *name, const char *base, const char *stem)
{
  const char *bare = name + strspn (name, ".#~");
  const gsize length = get_stem_length (bare, stem);

  return length > 0 && strcmp (name, base) != 0 && !foi_copy_name_is_case (name)
         && !foi_leftovers_has_name (name, base) && !is_of_other_case (folder, bare, length);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * foi_disposal_list_others:
 * @path: the file of a case
 *
 * Lists the files beside a case that are called after it and that nobody but who made them can tell
 * the use of: the copy of an editor, a letter that was exported, what an earlier version of this
 * program left when it was cut off.
 *
 * Returns: (transfer full): their names, in the order of these.
 */
GStrv
foi_disposal_list_others (const char *path)
{
  g_autofree char *folder = NULL, *base = NULL, *stem = NULL;
  g_autoptr (GDir) dir = NULL;
  GPtrArray *others = g_ptr_array_new ();
  const char *name;

  g_return_val_if_fail (path != NULL, NULL);

  folder = g_path_get_dirname (path);
  base = g_path_get_basename (path);
  stem = g_str_has_suffix (base, CASE_SUFFIX)
           ? g_strndup (base, strlen (base) - strlen (CASE_SUFFIX)) : g_strdup (base);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *other = g_build_filename (folder, name, NULL);

      if (is_other (folder, name, base, stem) && !g_file_test (other, G_FILE_TEST_IS_DIR))
        g_ptr_array_add (others, g_strdup (name));
    }
  g_ptr_array_sort (others, compare_names);
  g_ptr_array_add (others, NULL);
  return (GStrv) g_ptr_array_free (others, FALSE);
}
