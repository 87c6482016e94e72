/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-odf-package.h"
#include "foi-ods-private.h"

#define MAX_SHEETS 4096

static void
ods_free (gpointer data)
{
  FoiOds *self = data;

  foi_zip_free (self->zip);
  foi_ods_styles_free (self->styles);
  g_free (self);
}

/* A list of sheets that is being read. */
typedef struct
{
  FoiOds *ods;
  FoiWorkbook *workbook;
  guint depth;
  guint body;  /* the depth of the sheets; 0 before they begin */
} Listing;

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  Listing *self = data;
  const char *called = foi_xml_get (attributes, "name");
  const char *style = foi_xml_get (attributes, "style-name");

  self->depth++;
  if (self->body == 0)
    foi_ods_styles_begin (self->ods->styles, name, attributes);
  if (strcmp (name, "spreadsheet") == 0 && self->body == 0)
    self->body = self->depth + 1;
  if (self->depth != self->body || strcmp (name, "table") != 0)
    return TRUE;
  if (self->workbook->sheets->len >= MAX_SHEETS)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("The file has more than %d sheets, as no spreadsheet has"), MAX_SHEETS);
      return FALSE;
    }
  _foi_workbook_add_sheet (
    self->workbook, called != NULL ? called : "",
    foi_ods_styles_has (self->ods->styles, "table", style, FOI_ODS_HIDDEN_SHEET)
      ? FOI_SHEET_HIDDEN
      : FOI_SHEET_VISIBLE);
  return TRUE;
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  Listing *self = data;

  self->depth--;
  foi_ods_styles_end (self->ods->styles, name);
  return TRUE;
}

static gboolean
ods_read_sheet (gpointer reader, guint sheet, const FoiSheetVisitor *visitor, gpointer data,
                FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  return _foi_ods_read_sheet (reader, sheet, visitor, data, cancellable, error);
}

static gboolean
ods_inspect (gpointer reader, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  return _foi_ods_inspect (reader, hidden, cancellable, error);
}

static gboolean
ods_find_first (gpointer reader, guint *sheet, GError **error)
{
  return _foi_ods_find_first (reader, sheet, error);
}

static const FoiReaderClass ods_class
    = { ods_read_sheet, ods_inspect, ods_free, ods_find_first };

/* Styles that many files share, and those of this one; then the sheets. */
static gboolean
list_sheets (FoiOds *self, FoiWorkbook *workbook, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { begin_cb, end_cb, NULL, NULL };
  Listing listing = { .ods = self, .workbook = workbook };
  gboolean done = TRUE;

  if (foi_zip_find (self->zip, "styles.xml") != NULL)
    done = foi_xml_read (self->zip, "styles.xml", &handler, &listing, cancellable, error);
  listing.depth = 0;
  done = done && foi_xml_read (self->zip, FOI_ODS_CONTENT, &handler, &listing, cancellable, error);
  if (!done || workbook->sheets->len > 0)
    return done;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               _("This is a document of another kind, and no spreadsheet."));
  return FALSE;
}

/* OpenDocument of LibreOffice and others (OASIS, ISO 26300). */
FoiWorkbook *
_foi_ods_open (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiWorkbook) workbook = NULL;
  FoiZip *zip = foi_zip_new (bytes, cancellable, error);
  FoiOds *self;

  if (zip == NULL)
    return NULL;
  self = g_new0 (FoiOds, 1);
  self->zip = zip;
  self->styles = foi_ods_styles_new ();
  workbook = _foi_workbook_alloc ("ods", &ods_class, self);
  self->sheets = workbook->sheets;
  if (!foi_odf_check_open (zip, cancellable, error)
      || !list_sheets (self, workbook, cancellable, error))
    return NULL;
  return g_steal_pointer (&workbook);
}
