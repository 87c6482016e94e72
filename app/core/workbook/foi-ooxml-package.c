/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ooxml-package.h"

#include <string.h>

#include "foi-part-survey.h"

static const struct
{
  const char *part;
  const char *element;
} properties[] = {
  { "docProps/core.xml", "creator" },      { "docProps/core.xml", "lastModifiedBy" },
  { "docProps/core.xml", "title" },        { "docProps/core.xml", "subject" },
  { "docProps/core.xml", "description" },  { "docProps/core.xml", "keywords" },
  { "docProps/core.xml", "category" },     { "docProps/core.xml", "contentStatus" },
  { "docProps/app.xml", "Company" },       { "docProps/app.xml", "Manager" },
  { "docProps/app.xml", "HyperlinkBase" },
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
  g_auto (FoiSurvey) own = { 0, NULL, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      FoiSurveyWish wish = { properties[i].element, properties[i].element, NULL };
      g_auto (FoiSurvey) survey = { 0, NULL, NULL };

      if (foi_zip_find (zip, properties[i].part) == NULL)
        continue;
      if (!foi_part_survey (zip, properties[i].part, &wish, &survey, cancellable, error))
        return FALSE;
      if (survey.names != NULL)
        foi_hidden_add (hidden, FOI_HIDDEN_DOCUMENT_PROPERTY, properties[i].element, 1,
                        survey.names);
    }
  if (foi_zip_find (zip, "docProps/custom.xml") == NULL)
    return TRUE;
  if (!foi_part_survey (zip, "docProps/custom.xml", &custom, &own, cancellable, error))
    return FALSE;
  foi_hidden_add (hidden, FOI_HIDDEN_DOCUMENT_PROPERTY, "docProps/custom.xml", own.count,
                  own.names);
  return TRUE;
}
