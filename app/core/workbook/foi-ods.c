/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-odf-package.h"
#include "foi-ods-private.h"

#define MAX_STYLES 65536
#define MAX_SHEETS 4096

static void
ods_free (gpointer data)
{
  FoiOds *self = data;

  foi_zip_free (self->zip);
  g_hash_table_unref (self->styles);
  g_free (self);
}

/* A list of sheets that is being read. */
typedef struct
{
  FoiOds *ods;
  FoiWorkbook *workbook;
  guint depth;
  guint body;  /* the depth of the sheets; 0 before they begin */
  char *style; /* that is being read */
  guint flags;
  char colour[16];
  char behind[16];
} Listing;

static void
read_style (Listing *self, const char *name, const FoiXmlAttributes *attributes)
{
  const char *display = foi_xml_get (attributes, "display");
  const char *size = foi_xml_get (attributes, "row-height");
  const char *colour = foi_xml_get (attributes, "color");
  const char *behind = foi_xml_get (attributes, "background-color");

  if (size == NULL)
    size = foi_xml_get (attributes, "column-width");
  if (strcmp (name, "table-properties") == 0 && g_strcmp0 (display, "false") == 0)
    self->flags |= FOI_ODS_HIDDEN_SHEET;
  if (size != NULL && g_ascii_strtod (size, NULL) <= 0)
    self->flags |= FOI_ODS_FLAT;
  if (strcmp (name, "table-cell-properties") == 0 && behind != NULL)
    g_strlcpy (self->behind, behind, sizeof self->behind);
  if (strcmp (name, "text-properties") == 0 && colour != NULL)
    g_strlcpy (self->colour, colour, sizeof self->colour);
}

static void
end_style (Listing *self)
{
  if (strcmp (self->behind, "transparent") == 0)
    g_strlcpy (self->behind, "#ffffff", sizeof self->behind);
  if (g_ascii_strcasecmp (self->behind, self->colour) == 0)
    self->flags |= FOI_ODS_INVISIBLE;
  if (self->flags != 0 && g_hash_table_size (self->ods->styles) < MAX_STYLES)
    g_hash_table_insert (self->ods->styles, g_steal_pointer (&self->style),
                         GUINT_TO_POINTER (self->flags));
  g_clear_pointer (&self->style, g_free);
}

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  Listing *self = data;
  const char *called = foi_xml_get (attributes, "name");

  self->depth++;
  if (self->style != NULL)
    read_style (self, name, attributes);
  else if (strcmp (name, "style") == 0 && called != NULL)
    {
      self->style = g_strdup (called);
      self->flags = 0;
      g_strlcpy (self->colour, "", sizeof self->colour);
      g_strlcpy (self->behind, "#ffffff", sizeof self->behind);
    }
  else if (strcmp (name, "spreadsheet") == 0 && self->body == 0)
    self->body = self->depth + 1;
  else if (self->depth == self->body && strcmp (name, "table") == 0
           && self->workbook->sheets->len < MAX_SHEETS)
    _foi_workbook_add_sheet (self->workbook, called != NULL ? called : "",
                             _foi_ods_has_style (self->ods, foi_xml_get (attributes, "style-name"),
                                                 FOI_ODS_HIDDEN_SHEET)
                                 ? FOI_SHEET_HIDDEN
                                 : FOI_SHEET_VISIBLE);
  return TRUE;
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  Listing *self = data;

  self->depth--;
  if (self->style != NULL && strcmp (name, "style") == 0)
    end_style (self);
  return TRUE;
}

gboolean
_foi_ods_has_style (FoiOds *self, const char *name, FoiOdsStyle style)
{
  if (name == NULL)
    return FALSE;
  return (GPOINTER_TO_UINT (g_hash_table_lookup (self->styles, name)) & style) != 0;
}

static gboolean
ods_read_sheet (gpointer reader, guint sheet, const FoiSheetVisitor *visitor, gpointer data,
                FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  return _foi_ods_read_sheet (reader, sheet, visitor, data, hidden, cancellable, error);
}

static gboolean
ods_inspect (gpointer reader, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  return _foi_ods_inspect (reader, hidden, cancellable, error);
}

static const FoiReaderClass ods_class = { ods_read_sheet, ods_inspect, ods_free };

/* Styles that many files share, and those of this one; then the sheets. */
static gboolean
list_sheets (FoiOds *self, FoiWorkbook *workbook, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { begin_cb, end_cb, NULL, NULL };
  Listing listing = { .ods = self, .workbook = workbook };
  gboolean done = TRUE;

  if (foi_zip_find (self->zip, "styles.xml") != NULL)
    done = foi_xml_read (self->zip, "styles.xml", &handler, &listing, cancellable, error);
  g_clear_pointer (&listing.style, g_free);
  listing.depth = 0;
  done = done && foi_xml_read (self->zip, FOI_ODS_CONTENT, &handler, &listing, cancellable, error);
  g_clear_pointer (&listing.style, g_free);
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
  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  workbook = _foi_workbook_alloc ("ods", &ods_class, self);
  self->sheets = workbook->sheets;
  if (!foi_odf_check_open (zip, cancellable, error)
      || !list_sheets (self, workbook, cancellable, error))
    return NULL;
  return g_steal_pointer (&workbook);
}
