/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-ooxml-package.h"
#include "foi-part-survey.h"
#include "foi-sheet-ranges.h"
#include "foi-xlsx-private.h"

/* Parts that are there for one thing each, by the names that Excel gives them, in any case. Where
 * nothing is @wish-ed for, the part itself counts. */
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
  { "xl/charts/chartEx", ".xml", FOI_HIDDEN_CHART_CACHE, { NULL, NULL, NULL } },
  { "xl/charts/chart", ".xml", FOI_HIDDEN_CHART_CACHE, { "pt", NULL, NULL } },
  { "xl/slicerCaches/", ".xml", FOI_HIDDEN_PIVOT_CACHE, { NULL, NULL, NULL } },
  { "xl/timelineCaches/", ".xml", FOI_HIDDEN_PIVOT_CACHE, { NULL, NULL, NULL } },
  { "xl/drawings/drawing", ".xml", FOI_HIDDEN_EMBEDDED_OBJECT, { "t", NULL, NULL } },
  { "docMetadata/", ".xml", FOI_HIDDEN_DOCUMENT_PROPERTY, { NULL, NULL, NULL } },
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

/* What is in a part under any other name, by a piece of its content type, in small letters. */
static const struct
{
  const char *piece;
  FoiHiddenKind kind;
} types[] = {
  { "pivotcache", FOI_HIDDEN_PIVOT_CACHE },     { "slicercache", FOI_HIDDEN_PIVOT_CACHE },
  { "timelinecache", FOI_HIDDEN_PIVOT_CACHE },  { "externallink", FOI_HIDDEN_EXTERNAL_LINK },
  { "comments", FOI_HIDDEN_COMMENT },           { "vbaproject", FOI_HIDDEN_MACRO },
  { "macrosheet", FOI_HIDDEN_MACRO },           { "connections", FOI_HIDDEN_CONNECTION },
  { "querytable", FOI_HIDDEN_CONNECTION },      { ".model+data", FOI_HIDDEN_DATA_MODEL },
  { "printersettings", FOI_HIDDEN_PRINTER_SETTINGS },
  { "revision", FOI_HIDDEN_TRACKED_CHANGE },    { "drawingml.chart+", FOI_HIDDEN_CHART_CACHE },
  { "chartex", FOI_HIDDEN_CHART_CACHE },
};

/* What a glance at the sheets does show, or what is looked at elsewhere: beginnings of names, in
 * small letters. */
static const char *const shown[] = {
  "[content_types].xml",  "xl/theme/",           "xl/calcchain.xml",  "xl/metadata.xml",
  "xl/tables/table",      "xl/pivottables/",     "xl/slicers/",       "xl/timelines/",
  "xl/charts/style",      "xl/charts/colors",    "docprops/core.xml", "docprops/app.xml",
  "docprops/custom.xml",  "customxml/itemprops",
};

static gboolean
begins_with (const char *name, const char *prefix)
{
  return g_ascii_strncasecmp (name, prefix, strlen (prefix)) == 0;
}

static gboolean
ends_with (const char *name, const char *suffix)
{
  gsize length = strlen (name), wanted = strlen (suffix);

  return length >= wanted && g_ascii_strcasecmp (name + length - wanted, suffix) == 0;
}

static const char *
get_type (FoiXlsx *self, const FoiSheet *sheet)
{
  const char *type
    = sheet->part != NULL ? g_hash_table_lookup (self->types, sheet->part) : NULL;

  return type != NULL ? type : "";
}

/* What a sheet shows is seen, unless it is one of macros. */
static gboolean
is_part (FoiXlsx *self, const char *name)
{
  static const char *const kinds[] = { "/styles", "/sharedStrings", "/theme" };
  const FoiSheet *sheet;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (name, g_hash_table_lookup (self->relations, kinds[i])) == 0)
      return TRUE;
  sheet = g_hash_table_lookup (self->by_part, name);
  if (sheet != NULL)
    return strstr (get_type (self, sheet), "acrosheet") == NULL;
  return g_strcmp0 (name, self->part) == 0;
}

/* "Calls: xl/comments1.xml": a part is easier to find where it is known what it belongs to. */
static void
add_part (FoiXlsx *self, FoiHidden *hidden, FoiHiddenKind kind, const char *name,
          const FoiSurvey *survey)
{
  const char *sheet = g_hash_table_lookup (self->owners, name);
  g_autofree char *place
    = sheet != NULL ? g_strdup_printf ("%s: %s", sheet, name) : g_strdup (name);

  foi_hidden_add (hidden, kind, place, survey->count, survey->names);
}

/* A part is what its content type says, under any name, and what nobody knows may be anything. */
static void
inspect_other (FoiXlsx *self, const char *name, GHashTable *known, FoiHidden *hidden)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);
  const char *type = g_hash_table_lookup (known, lower);
  FoiHiddenKind kind = FOI_HIDDEN_EMBEDDED_OBJECT;
  const FoiSurvey itself = { 1, NULL, NULL };

  if (is_part (self, name) || ends_with (name, "/") || ends_with (name, ".rels"))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (g_str_has_prefix (lower, shown[i]))
      return;
  for (gsize i = 0; type != NULL && i < G_N_ELEMENTS (types); i++)
    if (strstr (type, types[i].piece) != NULL)
      {
        kind = types[i].kind;
        break;
      }
  add_part (self, hidden, kind, name, &itself);
}

/* Returns: whether it could be read; @is_known: whether it is one of those. */
static gboolean
inspect_part (FoiXlsx *self, const char *name, FoiHidden *hidden, gboolean *is_known,
              GCancellable *cancellable, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_auto (FoiSurvey) survey = { 0, NULL, NULL };

      if (!begins_with (name, parts[i].prefix) || !ends_with (name, parts[i].suffix)
          || ends_with (name, "/") || is_part (self, name))
        continue;
      *is_known = TRUE;
      if (ends_with (name, ".rels") && !ends_with (parts[i].suffix, ".rels"))
        return TRUE;
      survey.count = 1;
      if (parts[i].wish.counted != NULL
          && !foi_part_survey (self->zip, name, &parts[i].wish, &survey, cancellable, error))
        return FALSE;
      add_part (self, hidden, parts[i].kind, name, &survey);
      return TRUE;
    }
  return TRUE;
}

/* The frames of comments, which are told with these, are drawn as nothing else is: in a language of
 * which not every file is XML. */
static gboolean
inspect_frames (FoiXlsx *self, const char *name, gboolean *is_known, GCancellable *cancellable,
                GError **error)
{
  static const FoiSurveyWish wish = { "ClientData", "ClientData", "ObjectType" };
  g_auto (FoiSurvey) survey = { 0, NULL, NULL };
  g_autoptr (GError) cause = NULL;

  if (*is_known || !begins_with (name, "xl/drawings/vmlDrawing") || !ends_with (name, ".vml"))
    return TRUE;
  *is_known = foi_part_survey (self->zip, name, &wish, &survey, cancellable, &cause)
              && g_strcmp0 (survey.names, "Note") == 0;
  if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* Power Query keeps its queries in one of these. */
static gboolean
inspect_custom_xml (FoiXlsx *self, const char *name, FoiHidden *hidden, gboolean *is_known,
                    GCancellable *cancellable, GError **error)
{
  static const FoiSurveyWish nothing = { NULL, NULL, NULL };
  g_auto (FoiSurvey) survey = { 0, NULL, NULL };
  g_autoptr (GError) cause = NULL;

  if (!begins_with (name, "customXml/item") || !ends_with (name, ".xml")
      || begins_with (name, "customXml/itemProps"))
    return TRUE;
  *is_known = TRUE;
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

static gboolean
inspect_parts (FoiXlsx *self, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  GPtrArray *entries = foi_zip_get_entries (self->zip);
  g_autoptr (GHashTable) known = foi_ooxml_read_types (self->zip, cancellable, error);
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (known == NULL || !_foi_xlsx_inspect_relations (self, hidden, named, cancellable, error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const char *name = ((FoiZipEntry *) g_ptr_array_index (entries, i))->name;
      gboolean is_known = FALSE;

      if (g_hash_table_contains (named, name))
        continue;
      if (!inspect_part (self, name, hidden, &is_known, cancellable, error)
          || !inspect_custom_xml (self, name, hidden, &is_known, cancellable, error)
          || !inspect_frames (self, name, &is_known, cancellable, error))
        return FALSE;
      if (!is_known)
        inspect_other (self, name, known, hidden);
    }
  return TRUE;
}

static guint
get_index (FoiXlsx *self, guint sheet)
{
  const char *part = ((FoiSheet *) g_ptr_array_index (self->sheets, sheet))->part;
  const FoiZipEntry *entry = part != NULL ? foi_zip_find (self->zip, part) : NULL;

  return entry != NULL ? entry->index : G_MAXUINT;
}

static int
compare_indexes (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = get_index (data, *(const guint *) a), other = get_index (data, *(const guint *) b);

  return one < other ? -1 : one > other;
}

/* Sheets are read in the order of the file: to go back in it takes long. */
static guint *
sort_sheets (FoiXlsx *self)
{
  guint *order = g_new (guint, self->sheets->len + 1);

  for (guint i = 0; i < self->sheets->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) self->sheets->len, sizeof (guint), compare_indexes, self);
  return order;
}

/* Texts that no cell has, as programs leave them behind where they do not clear up. A sheet of
 * macros or a dialogue has texts as well, and is not read. */
static void
inspect_strings (FoiXlsx *self, FoiHidden *hidden)
{
  const FoiXlsxStrings *strings = &self->strings;
  const char *part = g_hash_table_lookup (self->relations, "/sharedStrings");
  guint n_unused = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const char *type = get_type (self, g_ptr_array_index (self->sheets, i));

      if (g_strcmp0 (type, "worksheet") != 0 && g_strcmp0 (type, "chartsheet") != 0)
        return;
    }
  for (guint i = 0; strings->flags != NULL && i < MIN (strings->flags->len, strings->starts->len);
       i++)
    n_unused += (strings->flags->data[i] & FOI_STRING_USED) == 0
                && strings->text->str[g_array_index (strings->starts, guint32, i)] != '\0';
  foi_hidden_add (hidden, FOI_HIDDEN_INVISIBLE_TEXT, part != NULL ? part : self->part, n_unused,
                  _("in no cell"));
}

/* Words in formulas that no cell shows. Texts that cells share are known when all were read. */
static void
tell_formulas (FoiXlsx *self, FoiHidden *hidden)
{
  const FoiXlsxStrings *strings = &self->strings;

  if (!foi_formula_texts_is_empty (self->texts) && strings->flags != NULL)
    for (guint i = 0; i < MIN (strings->flags->len, strings->starts->len); i++)
      if ((strings->flags->data[i] & FOI_STRING_USED) != 0)
        foi_formula_texts_show (self->texts,
                                strings->text->str + g_array_index (strings->starts, guint32, i));
  foi_formula_texts_tell (self->texts, hidden);
}

static gboolean
inspect_sheets (FoiXlsx *self, const guint *order, FoiXlsxUsed *used, FoiHidden *hidden,
                GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiFormulaTexts) texts = foi_formula_texts_new ();
  gboolean done = TRUE;

  self->texts = texts;
  for (guint i = 0; done && i < self->sheets->len; i++)
    {
      const FoiSheet *sheet = g_ptr_array_index (self->sheets, order[i]);

      /* A sheet of a chart, a dialogue or macros has no cells that are read. */
      if (g_strcmp0 (get_type (self, sheet), "worksheet") == 0)
        done = _foi_xlsx_read_sheet (self, order[i], NULL, NULL, hidden, &used[order[i]],
                                     cancellable, error);
    }
  if (done)
    tell_formulas (self, hidden);
  self->texts = NULL;
  return done;
}

gboolean
_foi_xlsx_inspect (FoiXlsx *self, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  g_autofree FoiXlsxUsed *used = g_new0 (FoiXlsxUsed, self->sheets->len + 1);
  g_autofree guint *order = sort_sheets (self);

  if (!_foi_xlsx_read_drawings (self, cancellable, error)
      || !inspect_sheets (self, order, used, hidden, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->names->len; i++)
    {
      const FoiXlsxName *name = g_ptr_array_index (self->names, i);

      if (!is_plain_name (self, name, used))
        foi_hidden_add (hidden, FOI_HIDDEN_DEFINED_NAME, name->name != NULL ? name->name : "?", 1,
                        NULL);
    }
  inspect_strings (self, hidden);
  return _foi_xlsx_inspect_extensions (self, hidden, cancellable, error)
         && inspect_parts (self, hidden, cancellable, error)
         && foi_ooxml_inspect_properties (self->zip, hidden, cancellable, error);
}
