/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-file-inspect.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-document-private.h"
#include "foi-error.h"
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

/* ---- what is not looked through -------------------------------------------------------------- */

/* How files begin that a reader of plain text would take, and that show other things than they
 * hold, or hold things in other words. */
static const char *const markups[] = { "{\\rtf", "<", "%!PS", "BEGIN:V", "From ", "GIF8" };

/* Lines that stand at the head of a mail. */
static const char *const mail_headers[] = {
  "from:", "to:", "cc:", "subject:", "date:", "received:", "return-path:", "mime-version:",
  "message-id:", "content-type:", "delivered-to:", "x-unsent:",
};

static gboolean
is_mail (const char *text, gsize size)
{
  g_autofree char *head = g_ascii_strdown (text, (gssize) MIN (size, 16384));
  g_auto (GStrv) lines = g_strsplit (head, "\n", 40);
  guint n = 0;

  for (gsize i = 0; lines[i] != NULL && lines[i][strspn (lines[i], " \t\r")] != '\0'; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (mail_headers); j++)
      n += g_str_has_prefix (lines[i], mail_headers[j]);
  return n > 1;
}

/* No text has such characters; an encoding of two bytes has them, and says so at its beginning. */
static gboolean
is_binary (const char *data, gsize size)
{
  if (size >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    return FALSE;
  for (gsize i = 0; i < MIN (size, 65536); i++)
    if ((guchar) data[i] < 0x20 && data[i] != '\0' && strchr ("\t\n\v\f\r\x1a", data[i]) == NULL)
      return TRUE;
  return FALSE;
}

/* What could be read as a list of cells, and is something else. */
static gboolean
is_no_plain_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize start = size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (start < size && g_ascii_isspace (data[start]))
    start++;
  for (gsize i = 0; i < G_N_ELEMENTS (markups); i++)
    if (size - start >= strlen (markups[i])
        && memcmp (data + start, markups[i], strlen (markups[i])) == 0)
      return TRUE;
  return is_binary (data, size) || (start < size && is_mail (data + start, size - start));
}

static FoiHidden *
inspect_workbook (GBytes *bytes, char **format, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiWorkbook) workbook = foi_workbook_new (bytes, NULL, cancellable, error);
  g_autoptr (FoiHidden) hidden
    = workbook != NULL ? foi_workbook_inspect (workbook, cancellable, error) : NULL;

  if (hidden == NULL)
    return NULL;
  /* Of a web page with tables, what these hide is found; the rest of it is not looked through. */
  if (foi_hidden_get_length (hidden) == 0 && !foi_zip_is (bytes) && is_no_plain_text (bytes))
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("The program cannot look through a file of this kind for what it "
                             "hides: do so yourself, in the program that made it."));
      return NULL;
    }
  if (format != NULL)
    *format = g_strdup (foi_workbook_get_format (workbook));
  return g_steal_pointer (&hidden);
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
 * or printed. What is neither of them, nor plain text, is refused: of it nobody can say that it
 * hides nothing.
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
