/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-copies.h"

#include <glib/gi18n-lib.h>

#include "foi-case-file.h"
#include "foi-error.h"
#include "foi-regular-file.h"

/* ---- reading --------------------------------------------------------------------------------- */

static char *
dup_checksum (const char *path, GCancellable *cancellable)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = foi_regular_file_load (file, 0, cancellable, NULL);

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

static gint64
get_written (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                                  G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL
           ? (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) : 0;
}

static FoiCaseState *
read_one (FoiCaseCopies *self, FoiCopy which, const char *path, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state;

  self->paths[which] = g_strdup (path);
  /* What is kept later must be what was read now: the sum comes first. */
  self->checksums[which] = dup_checksum (path, cancellable);
  self->written[which] = get_written (path);
  state = foi_case_file_load (path, &faults, NULL, NULL, cancellable, &error);
  if (state == NULL)
    self->faults[which] = g_strdup (faults != NULL && faults->len > 0
                                      ? ((FoiFault *) faults->pdata[0])->message
                                      : error->message);
  return state;
}

/**
 * foi_case_copies_read:
 * @original: the path of a case
 * @copy: the path of a copy of it
 * @cancellable: (nullable): stops it
 *
 * Reads both, and finds in what they differ.
 *
 * Returns: (transfer full): what was found.
 */
FoiCaseCopies *
foi_case_copies_read (const char *original, const char *copy, GCancellable *cancellable)
{
  FoiCaseCopies *self = g_new0 (FoiCaseCopies, 1);
  g_autoptr (FoiCaseState) first = NULL, second = NULL;

  g_return_val_if_fail (original != NULL && copy != NULL, self);

  first = read_one (self, FOI_COPY_ORIGINAL, original, cancellable);
  second = read_one (self, FOI_COPY_COPY, copy, cancellable);
  if (first != NULL && second != NULL)
    self->differences = foi_case_compare (first, second);
  return self;
}

void
foi_case_copies_free (FoiCaseCopies *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < FOI_N_COPIES; i++)
    {
      g_free (self->paths[i]);
      g_free (self->checksums[i]);
      g_free (self->faults[i]);
    }
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_free (self);
}

/* ---- keeping one ----------------------------------------------------------------------------- */

/* Another person may have gone on with either while they were looked at. */
static gboolean
are_unchanged (const FoiCaseCopies *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < FOI_N_COPIES; i++)
    {
      g_autofree char *now = dup_checksum (self->paths[i], cancellable);

      if (now == NULL || g_strcmp0 (now, self->checksums[i]) != 0)
        {
          g_autofree char *name = g_path_get_basename (self->paths[i]);

          g_set_error (error, FOI_ERROR, FOI_ERROR_CONFLICT,
                       _("“%s” is not as it was when the two were compared. Nothing was done; "
                         "compare them again."), name);
          return FALSE;
        }
    }
  return TRUE;
}

/* A folder of a server may have no bin: nothing is deleted in its place. */
static gboolean
put_into_bin (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = g_file_get_basename (file);

  if (g_file_trash (file, cancellable, &reason))
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               _("“%s” cannot be put into the bin: %s. Nothing was done; move it to another folder "
                 "yourself."), name, reason->message);
  return FALSE;
}

/**
 * foi_case_copies_keep:
 * @kept: which of the two is kept
 * @cancellable: (nullable): stops it, before anything is done
 * @error: %FOI_ERROR_CONFLICT: one of them was changed since; %FOI_ERROR_REFUSED: the folder has no
 *   bin
 *
 * Puts the other one into the bin, from where it can be brought back. The copy, if that is kept,
 * takes the original's name.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_copies_keep (const FoiCaseCopies *self, FoiCopy kept, GCancellable *cancellable,
                      GError **error)
{
  const FoiCopy other = kept == FOI_COPY_ORIGINAL ? FOI_COPY_COPY : FOI_COPY_ORIGINAL;
  g_autoptr (GFile) from = NULL, to = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!are_unchanged (self, cancellable, error)
      || !put_into_bin (self->paths[other], cancellable, error))
    return FALSE;
  if (kept == FOI_COPY_ORIGINAL)
    return TRUE;
  from = g_file_new_for_path (self->paths[FOI_COPY_COPY]);
  to = g_file_new_for_path (self->paths[FOI_COPY_ORIGINAL]);
  return g_file_move (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
}
