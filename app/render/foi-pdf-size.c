/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-pdf-size.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"

/* Unpacked, all streams together. */
#define MAX_UNPACKED ((gsize) 256 * 1024 * 1024)

/* Where the bytes of the next stream begin, or NULL. */
static const char *
find_stream (const char *at, const char *end)
{
  static const char word[] = "stream";

  while (at != NULL && (at = memmem (at, (gsize) (end - at), word, strlen (word))) != NULL)
    {
      at += strlen (word);
      if (end - at > 4 && (at[0] == '\n' || (at[0] == '\r' && at[1] == '\n')))
        return at + (at[0] == '\r' ? 2 : 1);
    }
  return NULL;
}

/* Unpacks a stream, to nowhere; *@total is raised by its size. One that is not packed so, or is
 * damaged, ends by itself. */
static void
count_stream (const char *at, const char *end, gsize *total)
{
  g_autoptr (GZlibDecompressor) unpacker
    = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  static const gsize room = 65536;
  g_autofree char *buffer = g_malloc (room);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result == G_CONVERTER_CONVERTED && *total <= MAX_UNPACKED && at < end)
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (G_CONVERTER (unpacker), at, (gsize) (end - at), buffer, room,
                                    G_CONVERTER_NO_FLAGS, &n_read, &n_written, NULL);
      at += n_read;
      *total += n_written;
    }
}

/**
 * foi_pdf_check_size:
 * @pdf: any PDF
 * @error: %FOI_ERROR_LIMIT
 *
 * A megabyte of a packed stream may be a gigabyte, and qpdf unpacks a stream at once.
 *
 * Returns: whether what is in the file can be unpacked.
 */
gboolean
foi_pdf_check_size (GBytes *pdf, GError **error)
{
  gsize size, total = 0;
  const char *data = g_bytes_get_data (pdf, &size), *end = data + size;

  for (const char *at = find_stream (data, end); at != NULL && total <= MAX_UNPACKED;
       at = find_stream (at, end))
    /* Its first byte says that it is packed as nearly all are. */
    if (((guchar) at[0] & 0x0f) == 8)
      count_stream (at, end, &total);
  if (total <= MAX_UNPACKED)
    return TRUE;
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_LIMIT,
                       _("there is more in the PDF than is unpacked"));
  return FALSE;
}
