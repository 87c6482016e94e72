/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-leftovers.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What GLib puts behind a name while it writes; how long a write may take, in seconds. */
#define SUFFIX_LENGTH 6
#define LEFTOVER_AGE (60 * 60)

/* Capital letters and digits are what GLib draws from. */
static gboolean
is_suffix (const char *suffix, gboolean *has_letter, gboolean *has_digit)
{
  *has_letter = *has_digit = FALSE;
  for (const char *c = suffix; *c != '\0'; c++)
    {
      if (!g_ascii_isupper (*c) && !g_ascii_isdigit (*c))
        return FALSE;
      *has_letter = *has_letter || g_ascii_isupper (*c);
      *has_digit = *has_digit || g_ascii_isdigit (*c);
    }
  return strlen (suffix) == SUFFIX_LENGTH;
}

/**
 * foi_leftovers_has_name:
 * @name: the name of a file
 * @base: that of a case
 *
 * Returns: whether only this program calls a file so, while it saves the case.
 */
gboolean
foi_leftovers_has_name (const char *name, const char *base)
{
  gboolean has_letter, has_digit;

  g_return_val_if_fail (name != NULL && base != NULL, FALSE);

  return g_str_has_prefix (name, base)
         && g_str_has_prefix (name + strlen (base), FOI_LEFTOVER_MARK)
         && is_suffix (name + strlen (base) + strlen (FOI_LEFTOVER_MARK), &has_letter, &has_digit);
}

/* As GLib calls them, and earlier versions of this program did. Both must be there, lest
 * "NAME.BACKUP" or "NAME.202411" of somebody's own making be taken for one. */
static gboolean
has_plain_name (const char *name, const char *base)
{
  gboolean has_letter, has_digit;

  return g_str_has_prefix (name, base) && name[strlen (base)] == '.'
         && is_suffix (name + strlen (base) + 1, &has_letter, &has_digit) && has_letter
         && has_digit;
}

/* A link's copies lie beside what it leads to. */
static char *
dup_target (const char *path)
{
  char *target = realpath (path, NULL);

  return target != NULL ? target : g_strdup (path);
}

static gboolean
is_file (const char *path, GStatBuf *info)
{
  return g_lstat (path, info) == 0 && S_ISREG (info->st_mode);
}

/* The files beside @target whose names @has_name takes for its copies. */
static GPtrArray *
list_named (const char *target, gboolean (*has_name) (const char *name, const char *base))
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (has_name (name, base) && is_file (path, &info))
        g_ptr_array_add (found, g_steal_pointer (&path));
    }
  return found;
}

/**
 * foi_leftovers_list:
 * @path: a case of this machine that is locked: nobody else is saving it; a link is followed
 *
 * Lists the copies that a program killed while saving the case left beside it. Each is the whole
 * case, or the start of it. To be asked before another file takes the case's place: from then on
 * somebody else may be saving.
 *
 * Returns: (transfer full) (element-type filename): their paths.
 */
GPtrArray *
foi_leftovers_list (const char *path)
{
  g_autofree char *target = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  target = dup_target (path);
  return list_named (target, foi_leftovers_has_name);
}

/**
 * foi_leftovers_remove:
 * @leftovers: (element-type filename): what foi_leftovers_list() gave
 * @error: %G_IO_ERROR: one is still there
 *
 * Removes them; one that is gone already is none the less gone.
 *
 * Returns: whether all are gone.
 */
gboolean
foi_leftovers_remove (GPtrArray *leftovers, GError **error)
{
  gboolean done = TRUE;

  g_return_val_if_fail (leftovers != NULL, FALSE);

  for (guint i = 0; i < leftovers->len; i++)
    {
      const char *path = g_ptr_array_index (leftovers, i);
      const int saved_errno = g_unlink (path) == 0 ? 0 : errno;

      if (saved_errno == 0 || saved_errno == ENOENT)
        continue;
      if (done)
        {
          g_autofree char *name = g_filename_display_basename (path);

          /* Translators: a file's name, and what the system says. */
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
                       _("“%s”, which a save that was cut off left behind, cannot be removed: %s"),
                       name, g_strerror (saved_errno));
        }
      done = FALSE;
    }
  return done;
}

static gboolean
has_any_name (const char *name, const char *base)
{
  return foi_leftovers_has_name (name, base) || has_plain_name (name, base);
}

/**
 * foi_leftovers_sweep:
 * @path: a file of this machine
 * @now: the time, in seconds since 1970
 *
 * Removes the copies that a program killed while writing @path left beside it, where nothing is
 * locked. Only those that are ours and older than an hour: a colleague may be writing just now.
 *
 * Returns: how many there were.
 */
guint
foi_leftovers_sweep (const char *path, gint64 now)
{
  g_autoptr (GPtrArray) found = NULL;
  guint n = 0;

  g_return_val_if_fail (path != NULL, 0);

  found = list_named (path, has_any_name);
  for (guint i = 0; i < found->len; i++)
    {
      const char *other = g_ptr_array_index (found, i);
      GStatBuf info;

      if (is_file (other, &info) && info.st_uid == geteuid () && info.st_nlink == 1
          && (gint64) info.st_mtime + LEFTOVER_AGE < now && g_unlink (other) == 0)
        n++;
    }
  return n;
}
