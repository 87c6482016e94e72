/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-copies.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-copy-name.h"

/* What the names alone do not say: it came on the same day, about the same. */
static gboolean
is_one_request (const FoiRegisterRow *row, const FoiRegisterRow *original)
{
  return row->received != FOI_DATE_NONE && row->received == original->received
         && g_str_equal (row->subject, original->subject);
}

/* Of the same reference, the shortest name is what the others are copies of; where neither has one,
 * what they are about says whether they are the same. */
static const char *
find_same_case (const FoiRegisterRow *row, const char *const *paths, FoiRegisterRowFunc find,
                gpointer data)
{
  const char *found = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      const FoiRegisterRow *original = find (paths[i], data);

      if (original != NULL && original->fault == NULL
          && g_str_equal (row->reference, original->reference)
          && ((row->reference[0] != '\0' && !foi_copy_name_is_vague (row->path, paths[i]))
              || is_one_request (row, original)))
        found = paths[i];
    }
  return found;
}

/* Where one of them cannot be read, the names are all there is to go by. A case whose own file is
 * called by its reference is no copy; what is called by it may be the original. */
static const char *
find_by_name (const FoiRegisterRow *row, const char *const *paths, FoiRegisterRowFunc find,
              gpointer data)
{
  const char *found = NULL;

  if (row->fault == NULL && foi_copy_name_says (row->path, row->reference))
    return NULL;
  for (guint i = 0; paths[i] != NULL; i++)
    {
      const FoiRegisterRow *original = find (paths[i], data);

      if (original == NULL || (row->fault == NULL && original->fault == NULL)
          || foi_copy_name_is_vague (row->path, paths[i]))
        continue;
      if (row->fault == NULL && foi_copy_name_says (paths[i], row->reference))
        return paths[i];
      if (found == NULL)
        found = paths[i];
    }
  return found;
}

/**
 * foi_register_row_find_original:
 * @row: a file whose name is that of a copy
 * @paths: (array zero-terminated=1): of what it may be one, the longest first
 * @find: gives what is known of a path; %NULL where nothing is
 * @data: for @find
 *
 * Returns: (transfer none) (nullable): which of @paths is the same case; where one of the two
 *   cannot be read, of which it is a copy by its name.
 */
const char *
foi_register_row_find_original (const FoiRegisterRow *row, const char *const *paths,
                                FoiRegisterRowFunc find, gpointer data)
{
  const char *found;

  g_return_val_if_fail (row != NULL && paths != NULL && find != NULL, NULL);

  found = row->fault == NULL ? find_same_case (row, paths, find, data) : NULL;
  return found != NULL ? found : find_by_name (row, paths, find, data);
}

static const FoiRegisterRow *
look_up_row (const char *path, gpointer by_path)
{
  return g_hash_table_lookup (by_path, path);
}

static GHashTable *
index_rows (GPtrArray *rows)
{
  GHashTable *by_path = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      FoiRegisterRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (by_path, row->path, row);
    }
  return by_path;
}

/* Where the original cannot be read, one copy stands for the case: it was received all the same.
 * Of several with one reference it is the first. What cannot be read itself counts nowhere, and is
 * told of as such. */
static gboolean
is_spare (const FoiRegisterRow *row, const FoiRegisterRow *original, GHashTable *stood_for)
{
  if (row->fault != NULL)
    return FALSE;
  return original->fault == NULL
         || !g_hash_table_add (stood_for,
                               g_strconcat (original->path, "\n", row->reference, NULL));
}

/* The first file of a reference, and each of the others: of these, the first is told. */
static void
note_twins (FoiRegisterCopies *self, GPtrArray *rows)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      FoiRegisterRow *row = g_ptr_array_index (rows, i);
      FoiRegisterRow *other = g_hash_table_lookup (first, row->reference);

      if (row->reference[0] == '\0' || g_hash_table_contains (self->spare, row->path))
        continue;
      if (other == NULL)
        {
          g_hash_table_insert (first, row->reference, row);
          continue;
        }
      g_hash_table_insert (self->twins, g_strdup (row->path), g_strdup (other->path));
      if (!g_hash_table_contains (self->twins, other->path))
        g_hash_table_insert (self->twins, g_strdup (other->path), g_strdup (row->path));
    }
}

static void
note_copies (FoiRegisterCopies *self, GPtrArray *rows, GHashTable *named)
{
  g_autoptr (GHashTable) by_path = index_rows (rows);
  g_autoptr (GHashTable) stood_for
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const FoiRegisterRow *row = g_ptr_array_index (rows, i);
      const char *const *paths = g_hash_table_lookup (named, row->path);
      const char *path = paths != NULL
                           ? foi_register_row_find_original (row, paths, look_up_row, by_path)
                           : NULL;

      if (path == NULL)
        continue;
      g_hash_table_insert (self->originals, g_strdup (row->path), g_strdup (path));
      if (is_spare (row, look_up_row (path, by_path), stood_for))
        g_hash_table_add (self->spare, g_strdup (row->path));
    }
}

/**
 * foi_register_copies_new:
 * @rows: (element-type FoiRegisterRow): all files of a folder
 * @named: (element-type utf8 GStrv): the paths of what may be originals by those of what is named
 *   like a copy, as foi_case_folder_find_copies() finds them
 *
 * Returns: (transfer full): which of the files are copies of others.
 */
FoiRegisterCopies *
foi_register_copies_new (GPtrArray *rows, GHashTable *named)
{
  FoiRegisterCopies *self = g_new (FoiRegisterCopies, 1);

  self->originals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->spare = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->twins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_return_val_if_fail (rows != NULL && named != NULL, self);

  if (g_hash_table_size (named) > 0)
    note_copies (self, rows, named);
  note_twins (self, rows);
  return self;
}

/**
 * foi_register_copies_free:
 * @self: (transfer full): copies
 */
void
foi_register_copies_free (FoiRegisterCopies *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->originals);
  g_hash_table_unref (self->spare);
  g_hash_table_unref (self->twins);
  g_free (self);
}

static char *
dup_name (GHashTable *paths, const FoiRegisterRow *row)
{
  const char *path = g_hash_table_lookup (paths, row->path);
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : NULL;

  return base != NULL ? g_filename_display_name (base) : NULL;
}

/**
 * foi_register_copies_dup_original:
 *
 * Returns: (transfer full) (nullable): the name of the file that it is a copy of.
 */
char *
foi_register_copies_dup_original (const FoiRegisterCopies *self, const FoiRegisterRow *row)
{
  g_return_val_if_fail (self != NULL && row != NULL, NULL);

  return dup_name (self->originals, row);
}

/**
 * foi_register_copies_dup_twin:
 *
 * Returns: (transfer full) (nullable): the name of another file, no copy by its name, that has the
 *   same reference.
 */
char *
foi_register_copies_dup_twin (const FoiRegisterCopies *self, const FoiRegisterRow *row)
{
  g_return_val_if_fail (self != NULL && row != NULL, NULL);

  return dup_name (self->twins, row);
}

/**
 * foi_register_copies_find_twin:
 *
 * Returns: (nullable): the path of the first file, by its name, whose reference another has, too.
 */
const char *
foi_register_copies_find_twin (const FoiRegisterCopies *self)
{
  GHashTableIter iter;
  const char *first = NULL;
  gpointer path;

  g_return_val_if_fail (self != NULL, NULL);

  g_hash_table_iter_init (&iter, self->twins);
  while (g_hash_table_iter_next (&iter, &path, NULL))
    if (first == NULL || strcmp (path, first) < 0)
      first = path;
  return first;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * foi_register_copies_dup_names:
 *
 * Returns: (transfer full) (nullable): the names of the files that are copies of it.
 */
char *
foi_register_copies_dup_names (const FoiRegisterCopies *self, const FoiRegisterRow *row)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer copy, original;

  g_return_val_if_fail (self != NULL && row != NULL, NULL);

  g_hash_table_iter_init (&iter, self->originals);
  while (g_hash_table_iter_next (&iter, &copy, &original))
    {
      g_autofree char *base = g_path_get_basename (copy);

      if (g_str_equal (original, row->path))
        g_ptr_array_add (names, g_filename_display_name (base));
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  /* Translators: between the names of files. */
  return g_strjoinv (_(", "), (char **) names->pdata);
}

/**
 * foi_register_copies_is_spare:
 *
 * Returns: whether it is a copy of a case for which another file counts.
 */
gboolean
foi_register_copies_is_spare (const FoiRegisterCopies *self, const FoiRegisterRow *row)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  return g_hash_table_contains (self->spare, row->path);
}

/**
 * foi_register_copies_list_once:
 * @rows: (element-type FoiRegisterRow): files of the folder
 *
 * Returns: (transfer full) (element-type FoiRegisterRow): these without the copies, so that each
 *   request is there once.
 */
GPtrArray *
foi_register_copies_list_once (const FoiRegisterCopies *self, GPtrArray *rows)
{
  GPtrArray *once = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_register_row_unref);

  g_return_val_if_fail (self != NULL && rows != NULL, once);

  for (guint i = 0; i < rows->len; i++)
    {
      FoiRegisterRow *row = g_ptr_array_index (rows, i);

      if (!foi_register_copies_is_spare (self, row))
        g_ptr_array_add (once, foi_register_row_ref (row));
    }
  return once;
}
