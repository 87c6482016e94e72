/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-durable.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "foi-leftovers.h"
#include "foi-regular-file.h"

static gboolean
fail_errno (GError **error, int saved_errno)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                       g_strerror (saved_errno));
  return FALSE;
}

/* GLib names its temporary file and a system call; the person at the keyboard gets the reason. */
static void
say_plainly (GError **error)
{
  static const struct
  {
    int code;
    const char *words;
  } reasons[] = {
    { G_FILE_ERROR_NOSPC, N_("There is no room left on the disk") },
    { G_FILE_ERROR_ACCES, N_("You may not write in this folder") },
    { G_FILE_ERROR_PERM, N_("You may not write in this folder") },
    { G_FILE_ERROR_ROFS, N_("This disk can only be read") },
    { G_FILE_ERROR_NAMETOOLONG, N_("The file’s name is too long") },
    { G_FILE_ERROR_NOENT, N_("The folder is not there") },
    { G_FILE_ERROR_NOTDIR, N_("The folder is not there") },
    { G_FILE_ERROR_IO, N_("The disk reported a fault") },
  };
  const char *words = NULL;
  int code;

  if (error == NULL || (*error)->domain != G_FILE_ERROR)
    return;
  code = (*error)->code;
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i].code == code)
      words = _(reasons[i].words);
  /* GLib has no code for a quota, which on shared drives is what runs out first. */
  if (words == NULL && strstr ((*error)->message, g_strerror (EDQUOT)) != NULL)
    words = _("You have used all the room that is yours on this disk");
  if (words == NULL)
    return;
  g_clear_error (error);
  g_set_error_literal (error, G_FILE_ERROR, code, words);
}

/**
 * foi_durable_set_error:
 * @error: set to %G_FILE_ERROR
 * @saved_errno: what the system said
 *
 * Says in plain words why something could not be written.
 */
void
foi_durable_set_error (GError **error, int saved_errno)
{
  g_autoptr (GError) made = g_error_new_literal (G_FILE_ERROR,
                                                 g_file_error_from_errno (saved_errno),
                                                 g_strerror (saved_errno));

  say_plainly (&made);
  g_propagate_error (error, g_steal_pointer (&made));
}

/* The file behind a symbolic link: the link stays one. */
static char *
resolve_link (const char *path, GError **error)
{
  GStatBuf info;
  char *target;

  if (g_lstat (path, &info) != 0 || !S_ISLNK (info.st_mode))
    return g_strdup (path);
  target = realpath (path, NULL);
  if (target == NULL && errno == ENOENT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                         _("It is a link to a file that is not there"));
  else if (target == NULL)
    fail_errno (error, errno);
  return target;
}

/* A file that may not be written is not replaced either, although its folder would allow that. */
static gboolean
may_replace (const char *path, const GStatBuf *info, GError **error)
{
  if (!S_ISREG (info->st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _("It is not a file that can be written anew"));
      return FALSE;
    }
  if (g_access (path, W_OK) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno),
                           _("The file is write-protected"));
      return FALSE;
    }
  return TRUE;
}

/* ---- who may open it ---- */

/* A file's list of who may open it, as the system keeps it: a version, then entries of a kind, what
 * that may do, and who it is, all little-endian. Where there is a list, the mode's bits of the
 * group are the most that anybody of the list may do, and not what the group may. */
#define ACL_NAME "system.posix_acl_access"
#define ACL_HEADER 4
#define ACL_ENTRY 8
#define ACL_GROUP 0x04
#define ACL_MAX_SIZE 65536

static GBytes *
read_acl (const char *path)
{
  g_autofree char *value = g_malloc (ACL_MAX_SIZE);
  ssize_t size = getxattr (path, ACL_NAME, value, ACL_MAX_SIZE);

  return size > ACL_HEADER ? g_bytes_new (value, (gsize) size) : NULL;
}

/* The mode that lets nobody do more than @acl did, for a file that has lost it. */
static int
get_mode_without_acl (int mode, GBytes *acl)
{
  gsize size;
  const guint8 *entry = g_bytes_get_data (acl, &size);
  int group = 0;

  for (gsize at = ACL_HEADER; at + ACL_ENTRY <= size; at += ACL_ENTRY)
    {
      if (entry[at] == ACL_GROUP && entry[at + 1] == 0)
        group = entry[at + 2] & 7;
    }
  return mode & (0707 | group << 3);
}

/* The copy has the group and mask of who wrote it. Colleagues must still be able to open it, and
 * nobody else; where the system does not let us see to the former, it is saved all the same. */
static void
keep_access (const char *path, const GStatBuf *before, GBytes *acl, int plain_mode)
{
  gsize size = 0;
  const void *value = acl != NULL ? g_bytes_get_data (acl, &size) : NULL;
  GStatBuf after;

  /* A list that the folder gives to new files is not this file's. */
  if (acl == NULL)
    removexattr (path, ACL_NAME);
  if (g_stat (path, &after) != 0)
    return;
  if (after.st_gid != before->st_gid && chown (path, (uid_t) -1, before->st_gid) != 0)
    g_debug ("The group of %s could not be kept: %s", path, g_strerror (errno));
  if (acl != NULL && setxattr (path, ACL_NAME, value, size, 0) == 0)
    return;
  if ((int) (after.st_mode & 0777) != plain_mode && g_chmod (path, plain_mode) != 0)
    g_debug ("The permissions of %s could not be kept: %s", path, g_strerror (errno));
}

/* What the file that is replaced has, for the one that takes its place. */
typedef struct
{
  char    *target;
  GBytes  *acl;
  gboolean exists;
  GStatBuf before;
  int      mode;
} Replacing;

static void
replacing_clear (Replacing *self)
{
  g_free (self->target);
  g_clear_pointer (&self->acl, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replacing, replacing_clear)

static gboolean
begin_replacing (Replacing *self, const char *path, int mode, GError **error)
{
  self->target = resolve_link (path, error);
  if (self->target == NULL)
    return FALSE;
  self->mode = mode;
  self->exists = g_stat (self->target, &self->before) == 0;
  if (!self->exists)
    return TRUE;
  if (!may_replace (self->target, &self->before, error))
    return FALSE;
  self->mode = (int) (self->before.st_mode & 0777);
  self->acl = read_acl (self->target);
  if (self->acl != NULL)
    self->mode = get_mode_without_acl (self->mode, self->acl);
  return TRUE;
}

/**
 * foi_durable_write_path:
 * @path: a file of this machine; a link is followed
 * @bytes: what it is to hold
 * @mode: the permissions of a new file; one that is there keeps its own
 * @error: %G_IO_ERROR or %G_FILE_ERROR; the file is then as it was
 *
 * Writes a file so that after a crash, a full disk or a power cut either the old or the new one is
 * there, whole: a copy beside it, flushed, takes its place, and the folder is flushed too.
 *
 * Returns: whether the new file is there.
 */
gboolean
foi_durable_write_path (const char *path, GBytes *bytes, int mode, GError **error)
{
  g_auto (Replacing) replacing = { 0 };
  gsize length;
  const char *contents;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (!begin_replacing (&replacing, path, mode, error))
    return FALSE;
  contents = g_bytes_get_data (bytes, &length);
  if (!g_file_set_contents_full (replacing.target, contents != NULL ? contents : "",
                                 (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 replacing.mode, error))
    {
      say_plainly (error);
      return FALSE;
    }
  if (replacing.exists)
    keep_access (replacing.target, &replacing.before, replacing.acl, replacing.mode);
  return TRUE;
}

/* ---- in pieces ---- */

/**
 * foi_durable_put:
 * @file: what a #FoiDurableFunc was given
 * @text: the next piece of it
 * @length: its bytes
 * @error: %G_FILE_ERROR
 *
 * Returns: whether it was written.
 */
gboolean
foi_durable_put (int file, const char *text, gsize length, GError **error)
{
  while (length > 0)
    {
      const gssize n = write (file, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          foi_durable_set_error (error, errno);
          return FALSE;
        }
      text += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* The name of a file that took another's place is on the disk when its folder is. */
static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const int file = open (folder, O_DIRECTORY | O_RDONLY | O_CLOEXEC);

  if (file < 0)
    return;
  if (fsync (file) != 0)
    g_debug ("The folder %s could not be flushed: %s", folder, g_strerror (errno));
  close (file);
}

/* Fills the copy and flushes it; closed it is in any case. */
static gboolean
fill_copy (int file, FoiDurableFunc func, gpointer data, GError **error)
{
  gboolean done = func (file, data, error);

  if (done && fsync (file) != 0)
    {
      foi_durable_set_error (error, errno);
      done = FALSE;
    }
  if (close (file) != 0 && done)
    {
      foi_durable_set_error (error, errno);
      done = FALSE;
    }
  return done;
}

/* A new file takes nobody's place: one that came meanwhile is somebody's work. */
static gboolean
take_place (const char *copy, const Replacing *replacing, FoiFileLock *lock)
{
  const char *target = replacing->target;

  if (!replacing->exists)
    {
      if (renameat2 (AT_FDCWD, copy, AT_FDCWD, target, RENAME_NOREPLACE) == 0)
        return TRUE;
      if (errno == EEXIST)
        return FALSE;
    }
  if (g_rename (copy, target) == 0)
    return TRUE;
  if (lock == NULL || lock->file < 0
      || (errno != EACCES && errno != EBUSY && errno != EPERM && errno != ETXTBSY))
    return FALSE;
  /* Some servers of shares replace no file that is open, and the lock keeps it open. */
  foi_file_lock_release (lock);
  return g_rename (copy, target) == 0;
}

/* A name that leaves no room for what tells whose the copy is has one as GLib would give it. */
static int
open_copy (const Replacing *replacing, char **copy)
{
  int file;

  *copy = g_strconcat (replacing->target, FOI_LEFTOVER_MARK "XXXXXX", NULL);
  file = g_mkstemp_full (*copy, O_RDWR | O_CLOEXEC, replacing->mode);
  if (file >= 0 || errno != ENAMETOOLONG)
    return file;
  g_free (*copy);
  *copy = g_strconcat (replacing->target, ".XXXXXX", NULL);
  return g_mkstemp_full (*copy, O_RDWR | O_CLOEXEC, replacing->mode);
}

/**
 * foi_durable_write_pieces:
 * @path: a file of this machine; a link is followed
 * @mode: the permissions of a new file; one that is there keeps its own
 * @func: writes what it is to hold
 * @data: for @func
 * @lock: (nullable): the lock of the file; it is released early where the file can be replaced by
 *   no other way
 * @error: %G_IO_ERROR, %G_FILE_ERROR, or what @func said; the file is then as it was
 *
 * Writes a file as foi_durable_write_path() does, of which nobody has all bytes at once. The copy
 * beside it has a name by which foi_leftovers_list() knows it. Where no file was there, one that
 * comes meanwhile is not replaced: %G_FILE_ERROR_EXIST.
 *
 * Returns: whether the new file is there.
 */
gboolean
foi_durable_write_pieces (const char *path, int mode, FoiDurableFunc func, gpointer data,
                          FoiFileLock *lock, GError **error)
{
  g_auto (Replacing) replacing = { 0 };
  g_autofree char *copy = NULL;
  int file;

  g_return_val_if_fail (path != NULL && func != NULL, FALSE);

  if (!begin_replacing (&replacing, path, mode, error))
    return FALSE;
  file = open_copy (&replacing, &copy);
  if (file < 0)
    {
      foi_durable_set_error (error, errno);
      return FALSE;
    }
  if (!fill_copy (file, func, data, error))
    {
      g_unlink (copy);
      return FALSE;
    }
  if (!take_place (copy, &replacing, lock))
    {
      foi_durable_set_error (error, errno);
      g_unlink (copy);
      return FALSE;
    }
  flush_folder (replacing.target);
  if (replacing.exists)
    keep_access (replacing.target, &replacing.before, replacing.acl, replacing.mode);
  return TRUE;
}

/* ---- files of other machines ---- */

static gboolean
write_stream (GOutputStream *stream, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return g_output_stream_write_all (stream, data, length, NULL, cancellable, error);
}

static gboolean
has_contents (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) found = foi_regular_file_load (file, 0, cancellable, NULL);

  if (found != NULL && g_bytes_equal (found, bytes))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, FOI_DURABLE_DOUBT,
                       _("What was written is not what is there now; save the case elsewhere"));
  return FALSE;
}

/**
 * foi_durable_write_remote:
 * @file: a file of another machine
 * @bytes: what it is to hold
 * @cancellable: (nullable): ends the writing; the file is then as it was
 * @error: %G_IO_ERROR; the file is as it was, unless it is %FOI_DURABLE_DOUBT
 *
 * Writes a file through its own file system. Closing a stream after an error would put what was
 * written so far in the place of the good file, so it is closed cancelled; and what is there at the
 * end is read back, because some servers say yes before they know.
 *
 * Returns: whether the new file is there.
 */
gboolean
foi_durable_write_remote (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GCancellable) discard = g_cancellable_new ();

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  if (stream == NULL)
    return FALSE;
  if (!write_stream (G_OUTPUT_STREAM (stream), bytes, cancellable, error))
    {
      g_cancellable_cancel (discard);
      g_output_stream_close (G_OUTPUT_STREAM (stream), discard, NULL);
      return FALSE;
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return FALSE;
  return has_contents (file, bytes, cancellable, error);
}

/**
 * foi_durable_write:
 * @file: a file
 * @bytes: what it is to hold
 * @cancellable: (nullable): ends the writing of a remote file
 * @error: as from the two above
 *
 * Writes a file by the best way there is where it lies.
 *
 * Returns: whether the new file is there.
 */
gboolean
foi_durable_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);

  path = g_file_peek_path (file);
  if (path == NULL || !g_file_is_native (file))
    return foi_durable_write_remote (file, bytes, cancellable, error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  return foi_durable_write_path (path, bytes, FOI_DURABLE_MODE, error);
}
