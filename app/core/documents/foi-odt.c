/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-document-private.h"

#include <string.h>

#include "foi-odf-package.h"
#include "foi-xml.h"

static gboolean
is_text_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  gboolean *is_text = data;

  /* `office:text` stands in `office:body` alone. */
  if (strcmp (name, "body") != 0 && strcmp (name, "text") != 0)
    return strcmp (name, "spreadsheet") != 0 && strcmp (name, "presentation") != 0;
  *is_text = strcmp (name, "text") == 0;
  return !*is_text;
}

/* Whether it is a text of OpenDocument: by what it says it is, or else by what it has. */
gboolean
_foi_odt_is (FoiZip *zip)
{
  static const char type[] = "application/vnd.oasis.opendocument.text";
  static const FoiXmlHandler handler = { is_text_cb, NULL, NULL, NULL };
  g_autofree char *said = NULL;
  gboolean is_text = FALSE;

  if (foi_zip_find (zip, FOI_ODT_CONTENT) == NULL)
    return FALSE;
  if (foi_zip_find (zip, "mimetype") != NULL)
    said = foi_zip_load (zip, "mimetype", 200, NULL);
  if (said != NULL && g_str_has_prefix (said, type))
    return TRUE;
  foi_xml_read (zip, FOI_ODT_CONTENT, &handler, &is_text, NULL, NULL);
  return is_text;
}

static gboolean
starts (const char *name, const char *prefix)
{
  return g_str_has_prefix (name, prefix);
}

/* What programs write into every file, or what is seen of it. */
static gboolean
is_shown (const char *name)
{
  static const char *const names[] = {
    "mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "manifest.rdf",
    "layout-cache", "Thumbnails/thumbnail.png", "META-INF/manifest.xml", "Basic/script-lc.xml",
    "Basic/Standard/script-lb.xml", NULL,
  };

  return g_strv_contains (names, name) || starts (name, "Configurations2/")
         || starts (name, "Pictures/") || starts (name, "media/") || starts (name, "Fonts/")
         || starts (name, "ObjectReplacements/")
         || (starts (name, "Object ") && strchr (name, '/') != NULL);
}

static gboolean
inspect_part (FoiZip *zip, const char *name, FoiHidden *hidden, GCancellable *cancellable,
              GError **error)
{
  if (g_str_has_suffix (name, "/"))
    return TRUE;
  if (starts (name, "Object ") && g_str_has_suffix (name, "/content.xml"))
    return foi_odf_inspect_object (zip, name, hidden, cancellable, error);
  if (is_shown (name))
    return TRUE;
  if (starts (name, "Versions/") || g_str_equal (name, "VersionList.xml"))
    foi_hidden_add (hidden, FOI_HIDDEN_EARLIER_VERSION, name,
                    !g_str_equal (name, "VersionList.xml"), NULL);
  else if (starts (name, "Basic/") || starts (name, "Scripts/") || starts (name, "Dialogs/"))
    foi_hidden_add (hidden, FOI_HIDDEN_MACRO, name, 1, NULL);
  else
    foi_hidden_add (hidden, FOI_HIDDEN_EMBEDDED_OBJECT, name, 1, NULL);
  return TRUE;
}

/* Everything in an ODT file (ISO 26300) that whoever reads or prints it does not see. */
gboolean
_foi_odt_inspect (FoiZip *zip, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiDocumentTally) tally = foi_document_tally_new ();
  GPtrArray *entries = foi_zip_get_entries (zip);

  if (!_foi_odt_scan (zip, tally, cancellable, error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (!inspect_part (zip, ((FoiZipEntry *) g_ptr_array_index (entries, i))->name, hidden,
                       cancellable, error))
      return FALSE;
  foi_document_tally_tell (tally, hidden);
  return foi_odf_inspect_properties (zip, hidden, cancellable, error);
}
