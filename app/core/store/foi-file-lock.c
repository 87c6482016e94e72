/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-file-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* The one byte that is locked lies behind the end of any case: the servers of some shares let
 * nobody else read what is locked, and the case has to be read. */
#define PLACE ((off_t) 1 << 40)

/* Another save is waited for by looking again, for ten seconds and more; and a file system whose
 * files have another number at each look would have us look for ever. */
#define STEP (5 * 1000)
#define MOST_LOOKS 2000

typedef enum
{
  TRY_HELD,
  TRY_NONE,   /* there is nothing to lock, or no way to */
  TRY_BUSY,   /* somebody else has it */
  TRY_DENIED, /* somebody else has it, or nobody may */
  TRY_MOVED,  /* another file has taken its place meanwhile */
} Try;

static gboolean
is_at (int file, const char *path)
{
  struct stat ours, theirs;

  return fstat (file, &ours) == 0 && stat (path, &theirs) == 0 && ours.st_dev == theirs.st_dev
         && ours.st_ino == theirs.st_ino;
}

static Try
try_lock (int file, const char *path)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = PLACE, .l_len = 1 };
  struct stat info;

  if (fstat (file, &info) != 0 || !S_ISREG (info.st_mode))
    return TRY_NONE;
  if (fcntl (file, F_OFD_SETLK, &whole) != 0)
    return errno == EAGAIN ? TRY_BUSY : errno == EACCES ? TRY_DENIED : TRY_NONE;
  return is_at (file, path) ? TRY_HELD : TRY_MOVED;
}

/**
 * foi_file_lock_take:
 * @lock: (out): is held if the file can be locked; nothing must be held in it
 * @path: a file of this machine; a link is followed
 * @cancellable: (nullable): ends the waiting
 * @error: %G_IO_ERROR_BUSY, or %G_IO_ERROR_CANCELLED
 *
 * Keeps other programs from saving a file until foi_file_lock_release(): whoever is saving it is
 * waited for, for some seconds, so this is nothing for the main loop. What is locked is the file
 * itself, and nothing is laid beside it; when a new one takes its place, who waited locks that. A
 * file that is not there, or on a disk without locks, or that may not be written, is left
 * unlocked: what is wrong with it is said by who saves it.
 *
 * Returns: whether the file may be saved.
 */
gboolean
foi_file_lock_take (FoiFileLock *lock, const char *path, GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (lock != NULL && lock->file < 0 && path != NULL, FALSE);

  for (guint i = 0; !g_cancellable_set_error_if_cancelled (cancellable, error); i++)
    {
      const int file = g_open (path, O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);
      const Try result = file >= 0 ? try_lock (file, path) : TRY_NONE;

      if (result == TRY_HELD)
        {
          lock->file = file;
          return TRUE;
        }
      if (file >= 0)
        close (file);
      if (result == TRY_NONE || (result != TRY_BUSY && i >= MOST_LOOKS))
        return TRUE;
      if (result == TRY_BUSY && i >= MOST_LOOKS)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                               _("Another program has been saving it for some time; try again "
                                 "when that is done"));
          return FALSE;
        }
      if (result != TRY_MOVED)
        g_usleep (STEP);
    }
  return FALSE;
}

/**
 * foi_file_lock_release:
 * @lock: a lock, held or not
 *
 * Lets others save the file.
 */
void
foi_file_lock_release (FoiFileLock *lock)
{
  if (lock->file >= 0)
    close (lock->file);
  lock->file = -1;
}
