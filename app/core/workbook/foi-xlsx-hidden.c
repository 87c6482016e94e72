/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-part-survey.h"
#include "foi-sheet-ranges.h"
#include "foi-xlsx-private.h"

/* Parts that are there for one thing each. Where nothing is @wish-ed for, the part itself counts.
 */
static const struct
{
  const char *prefix;
  const char *suffix;
  FoiHiddenKind kind;
  FoiSurveyWish wish;
} parts[] = {
  { "xl/pivotCache/pivotCacheRecords", ".xml", FOI_HIDDEN_PIVOT_CACHE, { "r", NULL, NULL } },
  { "xl/pivotCache/pivotCacheDefinition",
    ".xml",
    FOI_HIDDEN_PIVOT_CACHE,
    { "cacheField", "cacheField", "name" } },
  { "xl/externalLinks/externalLink",
    ".xml",
    FOI_HIDDEN_EXTERNAL_LINK,
    { "v", "sheetName", "val" } },
  { "xl/externalLinks/_rels/",
    ".rels",
    FOI_HIDDEN_EXTERNAL_LINK,
    { "Relationship", "Relationship", "Target" } },
  { "xl/comments", ".xml", FOI_HIDDEN_COMMENT, { "comment", "author", NULL } },
  { "xl/threadedComments/", ".xml", FOI_HIDDEN_COMMENT, { "threadedComment", NULL, NULL } },
  { "xl/persons/", ".xml", FOI_HIDDEN_COMMENT, { "person", "person", "displayName" } },
  { "xl/embeddings/", "", FOI_HIDDEN_EMBEDDED_OBJECT, { NULL, NULL, NULL } },
  { "xl/media/", "", FOI_HIDDEN_EMBEDDED_OBJECT, { NULL, NULL, NULL } },
  { "xl/activeX/", "", FOI_HIDDEN_EMBEDDED_OBJECT, { NULL, NULL, NULL } },
  { "xl/charts/chart", ".xml", FOI_HIDDEN_CHART_CACHE, { "pt", NULL, NULL } },
  { "xl/vbaProject", ".bin", FOI_HIDDEN_MACRO, { NULL, NULL, NULL } },
  { "xl/macrosheets/", ".xml", FOI_HIDDEN_MACRO, { NULL, NULL, NULL } },
  { "xl/connections", ".xml", FOI_HIDDEN_CONNECTION, { "connection", "connection", "name" } },
  { "xl/queryTables/", ".xml", FOI_HIDDEN_CONNECTION, { "queryTable", "queryTable", "name" } },
  { "xl/model/", "", FOI_HIDDEN_DATA_MODEL, { NULL, NULL, NULL } },
  { "xl/printerSettings/", "", FOI_HIDDEN_PRINTER_SETTINGS, { NULL, NULL, NULL } },
  { "xl/revisions/revisionLog", ".xml", FOI_HIDDEN_TRACKED_CHANGE, { NULL, NULL, NULL } },
  { "xl/revisions/revisionHeaders",
    ".xml",
    FOI_HIDDEN_TRACKED_CHANGE,
    { "header", "header", "userName" } },
};

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
inspect_part (FoiXlsx *self, const char *name, FoiHidden *hidden, GCancellable *cancellable,
              GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_auto (FoiSurvey) survey = { 0, NULL, NULL };

      if (!g_str_has_prefix (name, parts[i].prefix) || !g_str_has_suffix (name, parts[i].suffix)
          || g_str_has_suffix (name, "/"))
        continue;
      if (g_str_has_suffix (name, ".rels") && !g_str_has_suffix (parts[i].suffix, ".rels"))
        return TRUE;
      survey.count = 1;
      if (parts[i].wish.counted != NULL
          && !foi_part_survey (self->zip, name, &parts[i].wish, &survey, cancellable, error))
        return FALSE;
      foi_hidden_add (hidden, parts[i].kind, name, survey.count, survey.names);
      return TRUE;
    }
  return TRUE;
}

/* Power Query keeps its queries in one of these. */
static gboolean
inspect_custom_xml (FoiXlsx *self, const char *name, FoiHidden *hidden, GCancellable *cancellable,
                    GError **error)
{
  static const FoiSurveyWish nothing = { NULL, NULL, NULL };
  g_auto (FoiSurvey) survey = { 0, NULL, NULL };
  g_autoptr (GError) cause = NULL;

  if (!g_str_has_prefix (name, "customXml/item") || !g_str_has_suffix (name, ".xml")
      || g_str_has_prefix (name, "customXml/itemProps"))
    return TRUE;
  /* Anything may be in there, in any encoding: what cannot be read is there all the same. */
  if (!foi_part_survey (self->zip, name, &nothing, &survey, cancellable, &cause)
      && g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  foi_hidden_add (hidden,
                  g_strcmp0 (survey.root, "DataMashup") == 0 ? FOI_HIDDEN_DATA_MODEL
                                                             : FOI_HIDDEN_CUSTOM_XML,
                  name, 1, survey.root);
  return TRUE;
}

static gboolean
inspect_properties (FoiXlsx *self, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  static const FoiSurveyWish custom = { "property", "property", "name" };
  g_auto (FoiSurvey) own = { 0, NULL, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      FoiSurveyWish wish = { properties[i].element, properties[i].element, NULL };
      g_auto (FoiSurvey) survey = { 0, NULL, NULL };

      if (foi_zip_find (self->zip, properties[i].part) == NULL)
        continue;
      if (!foi_part_survey (self->zip, properties[i].part, &wish, &survey, cancellable, error))
        return FALSE;
      if (survey.names != NULL)
        foi_hidden_add (hidden, FOI_HIDDEN_DOCUMENT_PROPERTY, properties[i].element, 1,
                        survey.names);
    }
  if (foi_zip_find (self->zip, "docProps/custom.xml") == NULL)
    return TRUE;
  if (!foi_part_survey (self->zip, "docProps/custom.xml", &custom, &own, cancellable, error))
    return FALSE;
  foi_hidden_add (hidden, FOI_HIDDEN_DOCUMENT_PROPERTY, "docProps/custom.xml", own.count,
                  own.names);
  return TRUE;
}

/* The sheet that a name's cells are on, by its name with or without `'`; -1 if it is none. */
static int
find_sheet (FoiXlsx *self, const char *quoted, gsize length)
{
  g_autofree char *name = g_strndup (quoted, length);

  if (length >= 2 && name[0] == '\'')
    {
      g_autoptr (GString) text = g_string_new_len (name + 1, (gssize) length - 2);

      g_string_replace (text, "''", "'", 0);
      g_free (name);
      name = g_strdup (text->str);
    }
  for (guint i = 0; i < self->sheets->len; i++)
    {
      if (g_strcmp0 (((FoiSheet *) g_ptr_array_index (self->sheets, i))->name, name) == 0)
        return (int) i;
    }
  return -1;
}

/* Whether a name stands for cells that are seen and have something in them: it hides nothing. */
static gboolean
is_plain_name (FoiXlsx *self, const FoiXlsxName *name, const FoiXlsxUsed *used)
{
  const char *mark = name->refers_to != NULL ? strrchr (name->refers_to, '!') : NULL;
  FoiSheetRange range;
  int sheet;

  if (name->name != NULL && g_str_has_prefix (name->name, "_xlnm."))
    return TRUE;
  if (mark == NULL || name->is_hidden || !foi_sheet_range_parse (mark + 1, &range))
    return FALSE;
  sheet = find_sheet (self, name->refers_to, (gsize) (mark - name->refers_to));
  return sheet >= 0
         && ((FoiSheet *) g_ptr_array_index (self->sheets, (guint) sheet))->state
                == FOI_SHEET_VISIBLE
         && range.last_row < used[sheet].n_rows && range.last_column < used[sheet].n_columns;
}

gboolean
_foi_xlsx_inspect (FoiXlsx *self, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  g_autofree FoiXlsxUsed *used = g_new0 (FoiXlsxUsed, self->sheets->len + 1);
  GPtrArray *entries = foi_zip_get_entries (self->zip);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const FoiSheet *sheet = g_ptr_array_index (self->sheets, i);

      /* A sheet of a chart or of macros has no cells. */
      if (sheet->part == NULL || strstr (sheet->part, "worksheets/") == NULL)
        continue;
      if (!_foi_xlsx_read_sheet (self, i, NULL, NULL, hidden, &used[i], cancellable, error))
        return FALSE;
    }
  for (guint i = 0; i < self->names->len; i++)
    {
      const FoiXlsxName *name = g_ptr_array_index (self->names, i);

      if (!is_plain_name (self, name, used))
        foi_hidden_add (hidden, FOI_HIDDEN_DEFINED_NAME, name->name != NULL ? name->name : "?", 1,
                        NULL);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const char *name = ((FoiZipEntry *) g_ptr_array_index (entries, i))->name;

      if (!inspect_part (self, name, hidden, cancellable, error)
          || !inspect_custom_xml (self, name, hidden, cancellable, error))
        return FALSE;
    }
  return inspect_properties (self, hidden, cancellable, error);
}
