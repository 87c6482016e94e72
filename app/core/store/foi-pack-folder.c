/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-pack-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "foi-durable.h"
#include "foi-error.h"
#include "foi-regular-file.h"

#define TEMPORARY ".foi-pack-XXXXXX"
#define FOLDER_MODE 0770
/* Between two looks at whether somebody cancelled. */
#define CHUNK (1024 * 1024)

/* A folder that is being made: under another name beside its place, until all of it is good. */
typedef struct
{
  FoiPack        *pack;
  char           *path;
  char           *parent;
  char           *temporary;
  int             folder;     /* open, or -1 */
  FoiProgressFunc progress;
  gpointer        user_data;
  GCancellable   *cancellable;
} Writing;

static gboolean
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED, words);
  return FALSE;
}

static gboolean
fail (GError **error)
{
  foi_durable_set_error (error, errno);
  return FALSE;
}

/* ---- what is there ---- */

/* Whether the folder holds nothing but what one of our packs does: files, and its list. */
static gboolean
is_pack_or_empty (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  gboolean has_list = FALSE, is_empty = TRUE;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      GStatBuf info;

      is_empty = FALSE;
      has_list = has_list || g_str_equal (name, FOI_PACK_LIST)
                 || g_str_equal (name, FOI_PACK_LIST_OF_OURS);
      if (g_lstat (file, &info) != 0 || !S_ISREG (info.st_mode))
        return FALSE;
    }
  return dir != NULL && (is_empty || has_list);
}

static gboolean
check_place (const Writing *self, gboolean replace, GError **error)
{
  GStatBuf info;

  if (g_lstat (self->path, &info) != 0)
    return errno == ENOENT || fail (error);
  if (S_ISLNK (info.st_mode))
    return refuse (error, _("It is a link; name the folder itself"));
  if (!S_ISDIR (info.st_mode))
    return refuse (error, _("There is a file of that name; name another folder"));
  if (!replace)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                           _("There is a folder of that name already; name another one"));
      return FALSE;
    }
  return is_pack_or_empty (self->path)
         || refuse (error, _("There are other files in that folder; name another one"));
}

/* ---- one file ---- */

static gboolean
write_all (Writing *self, int file, GBytes *bytes, GError **error)
{
  gsize length, done = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  while (done < length)
    {
      ssize_t written;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      written = write (file, data + done, MIN (length - done, CHUNK));
      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail (error);
      done += (gsize) written;
    }
  return fsync (file) == 0 || fail (error);
}

static gboolean
write_file (Writing *self, const FoiPackFile *packed, GError **error)
{
  int file = openat (self->folder, packed->name,
                     O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, FOI_DURABLE_MODE);
  gboolean is_written;

  if (file < 0)
    return fail (error);
  is_written = write_all (self, file, packed->bytes, error);
  if (close (file) != 0 && is_written)
    return fail (error);
  return is_written;
}

static GBytes *
read_back (Writing *self, const FoiPackFile *packed, GError **error)
{
  g_autofree char *path = g_build_filename (self->temporary, packed->name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return foi_regular_file_load (file, 0, NULL, error);
}

static gboolean
look_again (Writing *self, const FoiPackFile *packed, FoiPackLookFunc look, gpointer look_data,
            GError **error)
{
  g_autoptr (GBytes) bytes = read_back (self, packed, error);

  if (bytes == NULL)
    return FALSE;
  if (!g_bytes_equal (bytes, packed->bytes))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                   _("“%s” is not what was written; the disk may be faulty"), packed->name);
      return FALSE;
    }
  return look == NULL || look (packed, bytes, look_data, error);
}

/* ---- all of them ---- */

static gboolean
write_files (Writing *self, FoiPackLookFunc look, gpointer look_data, GError **error)
{
  guint n_files = foi_pack_get_n_files (self->pack);

  for (guint i = 0; i < n_files; i++)
    {
      const FoiPackFile *file = foi_pack_get_file (self->pack, i);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !write_file (self, file, error))
        return FALSE;
      if (self->progress != NULL)
        self->progress ((i + 1) / (2.0 * n_files), self->user_data);
    }
  for (guint i = 0; i < n_files; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !look_again (self, foi_pack_get_file (self->pack, i), look, look_data, error))
        return FALSE;
      if (self->progress != NULL)
        self->progress (0.5 + (i + 1) / (2.0 * n_files), self->user_data);
    }
  return fsync (self->folder) == 0 || fail (error);
}

/* Removes a folder that holds files only. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      g_unlink (file);
    }
  g_rmdir (path);
}

static void
flush_parent (const Writing *self)
{
  int parent = g_open (self->parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (parent < 0)
    return;
  if (fsync (parent) != 0)
    g_debug ("%s could not be flushed: %s", self->parent, g_strerror (errno));
  close (parent);
}

/* Puts the folder where it belongs. A pack that is there goes aside first, and comes back if the
 * new one cannot take its place. */
static gboolean
move_into_place (Writing *self, gboolean replace, GError **error)
{
  g_autofree char *aside = g_strconcat (self->temporary, ".old", NULL);
  gboolean had_one = replace && g_file_test (self->path, G_FILE_TEST_IS_DIR);

  if (had_one && g_rename (self->path, aside) != 0)
    return fail (error);
  /* Onto a folder that came meanwhile this fails, unless that is empty. */
  if (!had_one && g_file_test (self->path, G_FILE_TEST_EXISTS))
    return check_place (self, FALSE, error);
  if (g_rename (self->temporary, self->path) != 0)
    {
      fail (error);
      if (had_one && g_rename (aside, self->path) != 0)
        g_warning ("The folder that was there is now %s", aside);
      return FALSE;
    }
  flush_parent (self);
  if (had_one)
    remove_folder (aside);
  return TRUE;
}

static void
writing_clear (Writing *self)
{
  if (self->folder >= 0)
    close (self->folder);
  g_free (self->path);
  g_free (self->parent);
  g_free (self->temporary);
}

static gboolean
begin (Writing *self, GError **error)
{
  self->temporary = g_build_filename (self->parent, TEMPORARY, NULL);
  if (g_mkdtemp_full (self->temporary, FOLDER_MODE) == NULL)
    {
      g_clear_pointer (&self->temporary, g_free);
      return fail (error);
    }
  self->folder = g_open (self->temporary, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  return self->folder >= 0 || fail (error);
}

/**
 * foi_pack_folder_write:
 * @pack: a pack
 * @path: a folder that is not there
 * @replace: whether one that is there is replaced, if it is empty or holds such a pack
 * @look: (nullable): sees each file as it was read back
 * @look_data: for @look
 * @progress: (nullable): is told how far it is, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it
 * @error: what @look says; %FOI_ERROR_REFUSED, %G_IO_ERROR or %G_FILE_ERROR otherwise
 *
 * Writes the files of a pack, flushed, into a new folder, reads them back byte for byte, and only
 * then gives the folder its name. If anything goes wrong nothing of it is left, and what was there
 * is as it was. Links are not followed.
 *
 * Returns: whether the folder is there.
 */
gboolean
foi_pack_folder_write (FoiPack *pack, const char *path, gboolean replace, FoiPackLookFunc look,
                       gpointer look_data, FoiProgressFunc progress, gpointer user_data,
                       GCancellable *cancellable, GError **error)
{
  Writing self = { .pack = pack, .folder = -1, .progress = progress, .user_data = user_data,
                   .cancellable = cancellable };
  gboolean is_written;

  g_return_val_if_fail (pack != NULL && path != NULL, FALSE);

  self.path = g_canonicalize_filename (path, NULL);
  self.parent = g_path_get_dirname (self.path);
  is_written = check_place (&self, replace, error) && begin (&self, error)
               && write_files (&self, look, look_data, error)
               && !g_cancellable_set_error_if_cancelled (cancellable, error)
               && move_into_place (&self, replace, error);
  if (!is_written && self.temporary != NULL)
    remove_folder (self.temporary);
  writing_clear (&self);
  return is_written;
}
