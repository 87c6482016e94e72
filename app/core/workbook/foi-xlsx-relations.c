/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-xlsx-private.h"

/* What one part can be to another, by the last word of its type: what is among these is seen, or
 * looked at by the name of the part. */
static const char *const known[] = {
  "activeXControlBinary", "calcChain",          "chart",           "chartColorStyle",
  "chartEx",              "chartStyle",         "chartUserShapes", "chartsheet",
  "comments",             "connections",        "control",         "core-properties",
  "ctrlProp",             "custom-properties",  "customProperty",  "customXml",
  "customXmlProps",       "dialogsheet",        "drawing",         "extended-properties",
  "externalLink",         "hyperlink",          "image",           "officeDocument",
  "oleObject",            "package",            "person",          "pivotCacheDefinition",
  "pivotCacheRecords",    "pivotTable",         "powerPivotData",  "printerSettings",
  "queryTable",           "revisionHeaders",    "revisionLog",     "sharedStrings",
  "sheetMetadata",        "slicer",             "slicerCache",     "styles",
  "table",                "tableSingleCells",   "theme",           "threadedComment",
  "thumbnail",            "timeline",           "timelineCache",   "usernames",
  "vbaProject",           "vmlDrawing",         "wordVbaData",     "worksheet",
  "xlIntlMacrosheet",     "xlMacrosheet",
};

typedef struct
{
  FoiXlsx *xlsx;
  const char *part;
  char *owner;
  FoiHidden *hidden;
  GHashTable *named;
} Reading;

/* `xl/workbook.xml` of `xl/_rels/workbook.xml.rels`; "" of the file's own. */
static char *
dup_owner (const char *part)
{
  const char *folder = strstr (part, "_rels/");
  GString *owner = g_string_new_len (part, folder - part);

  g_string_append (owner, folder + strlen ("_rels/"));
  g_string_truncate (owner, owner->len - strlen (".rels"));
  return g_string_free (owner, FALSE);
}

static const char *
get_place (Reading *self)
{
  const FoiSheet *sheet = g_hash_table_lookup (self->xlsx->by_part, self->owner);

  return sheet != NULL ? sheet->name : self->owner;
}

static gboolean
is_web_page (const char *target)
{
  return g_ascii_strncasecmp (target, "http://", 7) == 0
         || g_ascii_strncasecmp (target, "https://", 8) == 0;
}

#define MAX_ADDRESSES 200000

/* Takes up what a cell shows: an address that stands there is not told by a link alone. */
void
_foi_xlsx_show_address (FoiXlsx *self, const char *text)
{
  if ((is_web_page (text) || strchr (text, '@') != NULL)
      && g_hash_table_size (self->addresses) < MAX_ADDRESSES)
    g_hash_table_add (self->addresses, g_strdup (text));
}

/* Whether all that a link holds stands in a cell as well. */
static gboolean
is_told (Reading *self, const char *target)
{
  const char *address = g_str_has_prefix (target, "mailto:") ? target + 7 : target;

  return g_hash_table_contains (self->xlsx->addresses, address);
}

/* What is behind `?` is for whoever keeps the page: it may be a name, or who looked. */
static void
take_question (Reading *self, const char *target)
{
  const char *mark = strchr (target, '?');
  g_autofree char *page = NULL;

  if (mark == NULL || mark[1] == '\0')
    return;
  page = g_strdup_printf ("%.*s?…", (int) (mark - target), target);
  foi_hidden_add (self->hidden, FOI_HIDDEN_EXTERNAL_LINK, get_place (self), 1, page);
}

/* Links of cells to pages of the web are seen as links; the cells of other workbooks are counted
 * with the values that are kept of them. */
static void
take_external (Reading *self, const char *type, const char *target)
{
  if (g_ascii_strncasecmp (self->part, "xl/externalLinks/", 17) == 0)
    return;
  if (strcmp (type, "hyperlink") == 0 && (*target == '#' || is_told (self, target)))
    return;
  if (strcmp (type, "hyperlink") == 0 && is_web_page (target))
    {
      take_question (self, target);
      return;
    }
  foi_hidden_add (self->hidden, FOI_HIDDEN_EXTERNAL_LINK, get_place (self), 1, target);
}

static void
take_internal (Reading *self, const char *type, const char *target)
{
  g_autofree char *part = _foi_xlsx_resolve (self->owner, target);
  const char *place = get_place (self);

  if (place != self->owner)
    g_hash_table_insert (self->xlsx->owners, g_strdup (part), g_strdup (place));
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_ascii_strcasecmp (type, known[i]) == 0)
      return;
  if (foi_zip_find (self->xlsx->zip, part) == NULL
      || g_hash_table_contains (self->named, part))
    return;
  foi_hidden_add (self->hidden, FOI_HIDDEN_EMBEDDED_OBJECT, part, 1, type);
  g_hash_table_add (self->named, g_steal_pointer (&part));
}

static gboolean
relation_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  Reading *self = data;
  const char *target = foi_xml_get (attributes, "Target");
  const char *whole = foi_xml_get (attributes, "Type");
  const char *type = whole != NULL && strrchr (whole, '/') != NULL ? strrchr (whole, '/') + 1
                     : whole != NULL                               ? whole
                                                                   : "";

  if (strcmp (name, "Relationship") != 0 || target == NULL)
    return TRUE;
  if (g_strcmp0 (foi_xml_get (attributes, "TargetMode"), "External") == 0)
    take_external (self, type, target);
  else
    take_internal (self, type, target);
  return TRUE;
}

/* Tells of what parts are to each other: links out of the file, and parts that are there for
 * something that nobody knows. The names of these are added to @named. */
gboolean
_foi_xlsx_inspect_relations (FoiXlsx *self, FoiHidden *hidden, GHashTable *named,
                             GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { relation_cb, NULL, NULL, NULL };
  GPtrArray *entries = foi_zip_get_entries (self->zip);

  for (guint i = 0; i < entries->len; i++)
    {
      const char *name = ((FoiZipEntry *) g_ptr_array_index (entries, i))->name;
      g_autofree char *owner = NULL;
      Reading reading = { self, name, NULL, hidden, named };

      if (strstr (name, "_rels/") == NULL || !g_str_has_suffix (name, ".rels"))
        continue;
      owner = reading.owner = dup_owner (name);
      if (!foi_xml_read (self->zip, name, &handler, &reading, cancellable, error))
        return FALSE;
    }
  return TRUE;
}
