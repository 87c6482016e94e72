/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-document-private.h"

#include <string.h>

#include "foi-ooxml-package.h"
#include "foi-part-survey.h"
#include "foi-xml.h"

#define RELATIONS "_rels/.rels"

/* Parts that are something by themselves, by beginnings of their names in small letters. Where
 * nothing is @wish-ed for, the part counts. */
static const struct
{
  const char *prefix;
  FoiHiddenKind kind;
  FoiSurveyWish wish;
} parts[] = {
  { "word/embeddings/", FOI_HIDDEN_EMBEDDED_OBJECT, { NULL, NULL, NULL } },
  { "word/activex/", FOI_HIDDEN_EMBEDDED_OBJECT, { NULL, NULL, NULL } },
  { "word/glossary/document.xml", FOI_HIDDEN_EMBEDDED_OBJECT, { "docPart", NULL, NULL } },
  { "word/charts/chart", FOI_HIDDEN_CHART_CACHE, { "pt", NULL, NULL } },
  { "word/vbaproject", FOI_HIDDEN_MACRO, { NULL, NULL, NULL } },
  { "word/vbadata", FOI_HIDDEN_MACRO, { NULL, NULL, NULL } },
  { "word/printersettings", FOI_HIDDEN_PRINTER_SETTINGS, { NULL, NULL, NULL } },
  { "customxml/item", FOI_HIDDEN_CUSTOM_XML, { NULL, NULL, NULL } },
};

/* What is seen, or looked at elsewhere. */
static const char *const shown[] = {
  "[content_types].xml", "docprops/core.xml", "docprops/app.xml", "docprops/custom.xml",
  "customxml/itemprops", "word/theme/", "word/media/", "word/fonts/", "word/diagrams/",
  "word/charts/style", "word/charts/colors", "word/glossary/", "word/webextensions/",
};

/* Those whose words are gone through, where nothing says of what type they are. */
static const char *const texts[] = {
  "word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes",
  "word/comments", "word/people", "word/settings", "word/styles", "word/numbering",
  "word/fonttable", "word/websettings", "word/afchunk",
};

static gboolean
has_prefix (const char *lower, const char *const *prefixes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_has_prefix (lower, prefixes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
relation_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  char **target = data;
  const char *type = foi_xml_get (attributes, "Type");
  const char *found = foi_xml_get (attributes, "Target");

  if (strcmp (name, "Relationship") != 0 || type == NULL || found == NULL
      || !g_str_has_suffix (type, "/officeDocument"))
    return TRUE;
  *target = g_strdup (found + (*found == '/'));
  return FALSE;
}

static gboolean
root_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  *(char **) data = g_strdup (name);
  return FALSE;
}

/* The part that has the words of a DOCX file; NULL of any other. */
char *
_foi_docx_find_main (FoiZip *zip)
{
  static const FoiXmlHandler relation = { relation_cb, NULL, NULL, NULL };
  static const FoiXmlHandler root = { root_cb, NULL, NULL, NULL };
  g_autofree char *part = NULL, *element = NULL;

  if (foi_zip_find (zip, RELATIONS) != NULL)
    foi_xml_read (zip, RELATIONS, &relation, &part, NULL, NULL);
  if (part == NULL)
    part = g_strdup ("word/document.xml");
  if (foi_zip_find (zip, part) == NULL
      || !foi_xml_read (zip, part, &root, &element, NULL, NULL)
      || g_strcmp0 (element, "document") != 0)
    return NULL;
  return g_steal_pointer (&part);
}

/* ---- links ---- */

typedef struct
{
  FoiDocumentTally *tally;
  const char *part;
} Links;

/* Where a link in the words leads is seen; where a template or a picture lies is not. */
static gboolean
link_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  Links *self = data;
  const char *type = foi_xml_get (attributes, "Type");
  const char *mode = foi_xml_get (attributes, "TargetMode");

  if (strcmp (name, "Relationship") == 0 && g_strcmp0 (mode, "External") == 0
      && (type == NULL || !g_str_has_suffix (type, "/hyperlink")))
    foi_document_tally_add (self->tally, FOI_HIDDEN_EXTERNAL_LINK,
                            (FoiDocumentPlace){ 0, self->part }, 1,
                            foi_xml_get (attributes, "Target"));
  return TRUE;
}

/* ---- parts ---- */

typedef struct
{
  FoiZip *zip;
  const char *main_part;
  GHashTable *types;  /* of parts, both in small letters */
  GHashTable *styles;
  FoiDocumentTally *tally;
  FoiHidden *hidden;
  GCancellable *cancellable;
} Inspection;

static gboolean
is_text (Inspection *self, const char *name, const char *lower)
{
  const char *type = g_hash_table_lookup (self->types, lower);

  if (g_str_equal (name, self->main_part))
    return TRUE;
  if (type != NULL)
    return strstr (type, "+xml") != NULL
           && (strstr (type, "wordprocessingml") != NULL || strstr (type, "ms-word") != NULL);
  return g_str_has_suffix (lower, ".xml") && has_prefix (lower, texts, G_N_ELEMENTS (texts));
}

/* A part that is something by itself; @is_known: whether it is. */
static gboolean
inspect_known (Inspection *self, const char *name, const char *lower, gboolean *is_known,
               GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_auto (FoiSurvey) survey = { 1, NULL, NULL };

      if (!g_str_has_prefix (lower, parts[i].prefix)
          || g_str_has_prefix (lower, "customxml/itemprops"))
        continue;
      *is_known = TRUE;
      if (parts[i].wish.counted != NULL
          && !foi_part_survey (self->zip, name, &parts[i].wish, &survey, self->cancellable, error))
        return FALSE;
      foi_hidden_add (self->hidden, parts[i].kind, name, survey.count, survey.names);
      return TRUE;
    }
  return TRUE;
}

static gboolean
inspect_part (Inspection *self, const char *name, GError **error)
{
  static const FoiXmlHandler links = { link_cb, NULL, NULL, NULL };
  g_autofree char *lower = g_ascii_strdown (name, -1);
  Links data = { self->tally, name };
  gboolean is_known = FALSE;

  if (g_str_has_suffix (lower, "/"))
    return TRUE;
  if (g_str_has_suffix (lower, ".rels"))
    return foi_xml_read (self->zip, name, &links, &data, self->cancellable, error);
  if (!inspect_known (self, name, lower, &is_known, error))
    return FALSE;
  if (is_known)
    return TRUE;
  if (is_text (self, name, lower))
    return _foi_docx_scan (self->zip, name, g_str_equal (name, self->main_part), self->styles,
                           self->tally, self->cancellable, error);
  if (!has_prefix (lower, shown, G_N_ELEMENTS (shown)))
    {
      const char *type = g_hash_table_lookup (self->types, lower);

      foi_hidden_add (self->hidden,
                      type != NULL && strstr (type, "vba") != NULL ? FOI_HIDDEN_MACRO
                                                                   : FOI_HIDDEN_EMBEDDED_OBJECT,
                      name, 1, NULL);
    }
  return TRUE;
}

/* Everything in a DOCX file (ECMA-376) that whoever reads or prints it does not see. */
gboolean
_foi_docx_inspect (FoiZip *zip, const char *main_part, FoiHidden *hidden,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiDocumentTally) tally = foi_document_tally_new ();
  g_autoptr (GHashTable) styles = _foi_document_styles_new ();
  g_autoptr (GHashTable) types = NULL;
  GPtrArray *entries = foi_zip_get_entries (zip);
  Inspection self = { zip, main_part, NULL, styles, tally, hidden, cancellable };

  types = foi_zip_find (zip, "[Content_Types].xml") != NULL
            ? foi_ooxml_read_types (zip, cancellable, error)
            : g_hash_table_new (g_str_hash, g_str_equal);
  if (types == NULL || !_foi_docx_read_styles (zip, styles, cancellable, error))
    return FALSE;
  self.types = types;
  for (guint i = 0; i < entries->len; i++)
    if (!inspect_part (&self, ((FoiZipEntry *) g_ptr_array_index (entries, i))->name, error))
      return FALSE;
  foi_document_tally_tell (tally, hidden);
  return foi_ooxml_inspect_properties (zip, hidden, cancellable, error);
}
