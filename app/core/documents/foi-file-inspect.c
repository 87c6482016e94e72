/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-file-inspect.h"

#include <string.h>

#include "foi-document-private.h"
#include "foi-odf-package.h"
#include "foi-workbook.h"

static gboolean
is_pdf (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* Readers take what has a line or two before it, too. */
  return size > 0 && memmem (data, MIN (size, 1024), "%PDF-", 5) != NULL;
}

/**
 * foi_file_find_format:
 * @bytes: a file, whatever its name says
 * @cancellable: (nullable): stops it
 *
 * Returns: (transfer none) (nullable): `docx`, `odt` or `pdf`; %NULL for anything else.
 */
const char *
foi_file_find_format (GBytes *bytes, GCancellable *cancellable)
{
  g_autoptr (FoiZip) zip = NULL;
  g_autofree char *part = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (!foi_zip_is (bytes))
    return is_pdf (bytes) ? "pdf" : NULL;
  zip = foi_zip_new (bytes, cancellable, NULL);
  if (zip == NULL)
    return NULL;
  part = _foi_docx_find_main (zip);
  if (part != NULL)
    return "docx";
  return _foi_odt_is (zip) ? "odt" : NULL;
}

static gboolean
inspect_archive (GBytes *bytes, const char *format, FoiHidden *hidden, GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (FoiZip) zip = foi_zip_new (bytes, cancellable, error);
  g_autofree char *part = NULL;

  if (zip == NULL)
    return FALSE;
  if (g_str_equal (format, "odt"))
    return foi_odf_check_open (zip, cancellable, error)
           && _foi_odt_inspect (zip, hidden, cancellable, error);
  part = _foi_docx_find_main (zip);
  return _foi_docx_inspect (zip, part, hidden, cancellable, error);
}

static FoiHidden *
inspect_workbook (GBytes *bytes, char **format, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiWorkbook) workbook = foi_workbook_new (bytes, NULL, cancellable, error);

  if (workbook == NULL)
    return NULL;
  if (format != NULL)
    *format = g_strdup (foi_workbook_get_format (workbook));
  return foi_workbook_inspect (workbook, cancellable, error);
}

/**
 * foi_file_inspect:
 * @bytes: a file, whatever its name says
 * @inspect_pdf: (nullable): how a PDF is looked through; without it, it is refused
 * @format: (out) (optional) (nullable): `docx`, `odt`, `pdf`, or as foi_workbook_get_format()
 * @cancellable: (nullable): stops it
 * @error: what the reader of its format says
 *
 * Looks for everything that is in a text, a PDF or a spreadsheet and is not seen when it is opened
 * or printed.
 *
 * Returns: (transfer full) (nullable): what is hidden.
 */
FoiHidden *
foi_file_inspect (GBytes *bytes, FoiPdfInspectFunc inspect_pdf, char **format,
                      GCancellable *cancellable, GError **error)
{
  const char *found = foi_file_find_format (bytes, cancellable);
  g_autoptr (FoiHidden) hidden = NULL;

  if (format != NULL)
    *format = g_strdup (found);
  if (found == NULL || (inspect_pdf == NULL && g_str_equal (found, "pdf")))
    return inspect_workbook (bytes, format, cancellable, error);
  if (g_str_equal (found, "pdf"))
    return inspect_pdf (bytes, cancellable, error);
  hidden = foi_hidden_new ();
  return inspect_archive (bytes, found, hidden, cancellable, error) ? g_steal_pointer (&hidden)
                                                                    : NULL;
}
