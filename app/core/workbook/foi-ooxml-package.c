/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ooxml-package.h"

#include <string.h>

#include "foi-part-survey.h"

/* Properties of the document. Some say only when and with what it was made. */
static const struct
{
  const char *part;
  const char *element;
  gboolean is_trace;
} properties[] = {
  { "docProps/core.xml", "creator", FALSE },
  { "docProps/core.xml", "lastModifiedBy", FALSE },
  { "docProps/core.xml", "title", FALSE },
  { "docProps/core.xml", "subject", FALSE },
  { "docProps/core.xml", "description", FALSE },
  { "docProps/core.xml", "keywords", FALSE },
  { "docProps/core.xml", "category", FALSE },
  { "docProps/core.xml", "contentStatus", FALSE },
  { "docProps/core.xml", "identifier", FALSE },
  { "docProps/core.xml", "created", TRUE },
  { "docProps/core.xml", "modified", TRUE },
  { "docProps/core.xml", "lastPrinted", TRUE },
  { "docProps/core.xml", "revision", TRUE },
  { "docProps/core.xml", "version", TRUE },
  { "docProps/core.xml", "language", TRUE },
  { "docProps/app.xml", "Company", FALSE },
  { "docProps/app.xml", "Manager", FALSE },
  { "docProps/app.xml", "HyperlinkBase", FALSE },
  { "docProps/app.xml", "Application", TRUE },
  { "docProps/app.xml", "AppVersion", TRUE },
  { "docProps/app.xml", "TotalTime", TRUE },
};

static gboolean
type_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  const char *part = foi_xml_get (attributes, "PartName");
  const char *type = foi_xml_get (attributes, "ContentType");

  if (strcmp (name, "Override") == 0 && part != NULL && type != NULL)
    g_hash_table_insert (data, g_ascii_strdown (part + (*part == '/'), -1),
                         g_ascii_strdown (type, -1));
  return TRUE;
}

/**
 * foi_ooxml_read_types:
 * @zip: a file of Office
 * @cancellable: (nullable): stops it
 * @error: as foi_xml_read()
 *
 * Returns: (transfer full) (nullable): names of parts to their content types, in small letters.
 */
GHashTable *
foi_ooxml_read_types (FoiZip *zip, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { type_cb, NULL, NULL, NULL };
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (!foi_xml_read (zip, "[Content_Types].xml", &handler, found, cancellable, error))
    return NULL;
  return g_steal_pointer (&found);
}

/* Names of parts are the same in any case. */
static const char *
find_part (FoiZip *zip, const char *wanted)
{
  GPtrArray *entries = foi_zip_get_entries (zip);

  for (guint i = 0; i < entries->len; i++)
    {
      const char *name = ((FoiZipEntry *) g_ptr_array_index (entries, i))->name;

      if (g_ascii_strcasecmp (name, wanted) == 0)
        return name;
    }
  return NULL;
}

static gboolean
inspect_properties_of (FoiZip *zip, const char *wanted, FoiHidden *hidden,
                       GCancellable *cancellable, GError **error)
{
  const guint n = G_N_ELEMENTS (properties);
  FoiSurveyWish wishes[G_N_ELEMENTS (properties)];
  FoiSurvey *surveys = g_new0 (FoiSurvey, n);
  const char *part = find_part (zip, wanted);
  gboolean done;

  for (guint i = 0; i < n; i++)
    wishes[i] = (FoiSurveyWish){ properties[i].element, properties[i].element, NULL };
  done = part == NULL
         || foi_part_survey_all (zip, part, wishes, surveys, n, cancellable, error);
  for (guint i = 0; done && i < n; i++)
    {
      if (surveys[i].names == NULL || strcmp (properties[i].part, wanted) != 0)
        continue;
      if (properties[i].is_trace)
        foi_hidden_add_trace (hidden, properties[i].element);
      else
        foi_hidden_add (hidden, FOI_HIDDEN_DOCUMENT_PROPERTY, properties[i].element, 1,
                        surveys[i].names);
    }
  foi_surveys_free (surveys, n);
  return done;
}

/**
 * foi_ooxml_inspect_properties:
 * @zip: a file of Office
 * @hidden: gets them
 * @cancellable: (nullable): stops it
 * @error: as foi_xml_read()
 *
 * Names who wrote it, and what it says of itself.
 *
 * Returns: whether they could be read.
 */
gboolean
foi_ooxml_inspect_properties (FoiZip *zip, FoiHidden *hidden, GCancellable *cancellable,
                              GError **error)
{
  static const FoiSurveyWish custom = { "property", "property", "name" };
  const char *part = find_part (zip, "docProps/custom.xml");
  g_auto (FoiSurvey) own = { 0, NULL, NULL };

  if (!inspect_properties_of (zip, "docProps/core.xml", hidden, cancellable, error)
      || !inspect_properties_of (zip, "docProps/app.xml", hidden, cancellable, error)
      || (part != NULL
          && !foi_part_survey (zip, part, &custom, &own, cancellable, error)))
    return FALSE;
  foi_hidden_add (hidden, FOI_HIDDEN_DOCUMENT_PROPERTY, "docProps/custom.xml", own.count,
                  own.names);
  return TRUE;
}
