/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-regular-file.h"

#include <glib/gi18n-lib.h>

#include "foi-error.h"

#define STEP 65536

/**
 * foi_regular_file_check:
 * @file: what is about to be opened
 * @cancellable: (nullable): stops it
 * @error: %G_IO_ERROR_NOT_REGULAR_FILE
 *
 * Whoever opens a pipe waits until somebody writes to it, maybe for ever; and a device may have no
 * end. So what it is, is asked before it is opened.
 *
 * Returns: whether it may be opened: no pipe, socket or device. What is not there, and a folder, is
 *   told by who opens it.
 */
gboolean
foi_regular_file_check (GFile *file, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_SPECIAL)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                       _("It is a pipe or a device, and no file"));
  return FALSE;
}

/**
 * foi_regular_file_read:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @error: as from foi_regular_file_check() and g_file_read()
 *
 * Opens a file, and nothing that is none.
 *
 * Returns: (transfer full) (nullable): what is in it.
 */
GFileInputStream *
foi_regular_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return foi_regular_file_check (file, cancellable, error)
           ? g_file_read (file, cancellable, error) : NULL;
}

/**
 * foi_regular_file_load:
 * @file: a file
 * @most: the bytes that it may have, or 0: as many as it has
 * @cancellable: (nullable): stops it
 * @error: as from foi_regular_file_read() and g_input_stream_read(), or %FOI_ERROR_LIMIT
 *
 * Reads a file whole, and nothing that is none. What it holds is counted as it is read: its size
 * may be said wrongly, and it may grow meanwhile.
 *
 * Returns: (transfer full) (nullable): what is in it.
 */
GBytes *
foi_regular_file_load (GFile *file, gsize most, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n_read;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = foi_regular_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  do
    {
      const guint length = bytes->len;

      if (length > G_MAXINT - STEP || (most > 0 && length > most))
        {
          g_set_error_literal (error, FOI_ERROR, FOI_ERROR_LIMIT, _("The file is too large"));
          return NULL;
        }
      g_byte_array_set_size (bytes, length + STEP);
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), bytes->data + length, STEP,
                                    cancellable, error);
      g_byte_array_set_size (bytes, length + (guint) MAX (n_read, 0));
    }
  while (n_read > 0);
  return n_read == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * foi_regular_file_compute_checksum:
 * @file: a file
 * @cancellable: (nullable): stops it
 * @error: as from foi_regular_file_read() and g_input_stream_read()
 *
 * Reads it in pieces: a large file need not be in memory for that.
 *
 * Returns: (transfer full) (nullable): its SHA-256, in hexadecimal digits.
 */
char *
foi_regular_file_compute_checksum (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = foi_regular_file_read (file, cancellable, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *piece = g_malloc (STEP);
  gssize n_read;

  if (stream == NULL)
    return NULL;
  do
    {
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), piece, STEP, cancellable, error);
      if (n_read < 0)
        return NULL;
      g_checksum_update (checksum, piece, n_read);
    }
  while (n_read > 0);
  return g_strdup (g_checksum_get_string (checksum));
}
