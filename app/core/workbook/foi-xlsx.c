/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-xlsx-private.h"

#define MAX_STRINGS       4000000
#define MAX_STRINGS_BYTES (128 * 1024 * 1024)
#define MAX_SHEETS        4096

static void
free_name (gpointer data)
{
  FoiXlsxName *name = data;

  g_free (name->name);
  g_free (name->refers_to);
  g_free (name);
}

static void
clear_strings (FoiXlsxStrings *self)
{
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
  g_clear_pointer (&self->starts, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->flags, g_byte_array_unref);
}

static void
xlsx_free (gpointer data)
{
  FoiXlsx *self = data;

  foi_zip_free (self->zip);
  g_free (self->part);
  g_hash_table_unref (self->relations);
  g_hash_table_unref (self->types);
  g_hash_table_unref (self->owners);
  g_hash_table_unref (self->by_part);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->addresses);
  g_hash_table_unref (self->drawn);
  foi_xlsx_styles_clear (&self->styles);
  clear_strings (&self->strings);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoiXlsx, xlsx_free)

/* ---- which part stands for what ---- */

/* `xl/worksheets/sheet1.xml` of `worksheets/sheet1.xml` in `xl/workbook.xml`. */
char *
_foi_xlsx_resolve (const char *part, const char *target)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;

  if (*target == '/')
    return g_strdup (target + 1);
  folder = g_path_get_dirname (part);
  path = g_strconcat ("/", strcmp (folder, ".") == 0 ? "" : folder, "/", target, NULL);
  whole = g_canonicalize_filename (path, "/");
  return g_strdup (whole + strspn (whole, "/"));
}

char *
_foi_xlsx_get_relations_part (const char *part)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *name = g_path_get_basename (part);

  if (strcmp (folder, ".") == 0)
    return g_strdup_printf ("_rels/%s.rels", name);
  return g_strdup_printf ("%s/_rels/%s.rels", folder, name);
}

static gboolean
relation_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  FoiXlsx *self = data;
  const char *id = foi_xml_get (attributes, "Id");
  const char *target = foi_xml_get (attributes, "Target");
  const char *type = foi_xml_get (attributes, "Type");

  if (strcmp (name, "Relationship") != 0 || id == NULL || target == NULL)
    return TRUE;
  /* What there is but one of is known by its kind. */
  if (type != NULL && strrchr (type, '/') != NULL)
    {
      g_hash_table_insert (self->relations, g_strdup (strrchr (type, '/')),
                           _foi_xlsx_resolve (self->part, target));
      g_hash_table_insert (self->types, _foi_xlsx_resolve (self->part, target),
                           g_strdup (strrchr (type, '/') + 1));
    }
  g_hash_table_insert (self->relations, g_strdup (id), _foi_xlsx_resolve (self->part, target));
  return TRUE;
}

static gboolean
find_workbook (FoiXlsx *self, GError **error)
{
  static const FoiXmlHandler handler = { .begin = relation_cb };
  const char *found;

  if (!foi_xml_read (self->zip, "_rels/.rels", &handler, self, NULL, error))
    return FALSE;
  found = g_hash_table_lookup (self->relations, "/officeDocument");
  if (found == NULL || !g_str_has_suffix (found, ".xml"))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("This kind of Office file is not read. Save it as .xlsx, .ods or .csv."));
      return FALSE;
    }
  g_free (self->part);
  self->part = g_strdup (found);
  g_hash_table_remove_all (self->relations);
  g_hash_table_remove_all (self->types);
  {
    g_autofree char *part = _foi_xlsx_get_relations_part (self->part);

    return foi_xml_read (self->zip, part, &handler, self, NULL, error);
  }
}

/* ---- the workbook ---- */

typedef struct
{
  FoiXlsx *xlsx;
  FoiWorkbook *workbook;
  FoiXlsxName *name; /* that is being read */
  gboolean is_workbook;
} Reading;

static void
add_sheet (Reading *self, const FoiXmlAttributes *attributes)
{
  const char *name = foi_xml_get (attributes, "name");
  const char *state = foi_xml_get (attributes, "state");
  FoiSheetState how = FOI_SHEET_VISIBLE;
  const char *part = NULL;

  /* `r:id`, beside `sheetId`. */
  for (gsize i = 0; attributes->names[i] != NULL; i++)
    {
      if (g_str_has_suffix (attributes->names[i], ":id"))
        part = g_hash_table_lookup (self->xlsx->relations, attributes->values[i]);
    }
  if (g_strcmp0 (state, "hidden") == 0)
    how = FOI_SHEET_HIDDEN;
  else if (g_strcmp0 (state, "veryHidden") == 0)
    how = FOI_SHEET_VERY_HIDDEN;
  if (name != NULL && self->workbook->sheets->len < MAX_SHEETS)
    {
      FoiSheet *sheet = _foi_workbook_add_sheet (self->workbook, name, how);

      sheet->part = g_strdup (part);
      if (part != NULL)
        g_hash_table_insert (self->xlsx->by_part, sheet->part, sheet);
    }
}

static gboolean
workbook_begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data,
                   GError **error)
{
  Reading *self = data;

  if (strcmp (name, "workbook") == 0)
    self->is_workbook = TRUE;
  else if (strcmp (name, "sheet") == 0)
    add_sheet (self, attributes);
  else if (strcmp (name, "workbookPr") == 0)
    self->xlsx->from_1904 = foi_xml_is_true (attributes, "date1904");
  else if (strcmp (name, "definedName") == 0)
    {
      self->name = g_new0 (FoiXlsxName, 1);
      self->name->name = g_strdup (foi_xml_get (attributes, "name"));
      self->name->is_hidden = foi_xml_is_true (attributes, "hidden");
      g_ptr_array_add (self->xlsx->names, self->name);
    }
  return TRUE;
}

static gboolean
workbook_end_cb (const char *name, gpointer data, GError **error)
{
  Reading *self = data;

  if (strcmp (name, "definedName") == 0)
    self->name = NULL;
  return TRUE;
}

static void
workbook_text_cb (const char *text, gsize length, gpointer data)
{
  Reading *self = data;
  g_autofree char *before = NULL;

  if (self->name == NULL)
    return;
  before = self->name->refers_to;
  self->name->refers_to
      = g_strdup_printf ("%s%.*s", before != NULL ? before : "", (int) length, text);
}

/* ---- shared strings ---- */

typedef struct
{
  FoiXlsx *xlsx;
  FoiXlsxStrings *strings;
  FoiXlsxRun run; /* that is being read */
  gboolean in_text;
  gboolean in_phonetic;
  gboolean is_tiny; /* of the words that are read */
  guint n_phonetic; /* readings of what stands there, not of it */
} StringReading;

/* Excel writes what XML cannot hold as `_x000D_`, and a line as that before its end. Resolves these
 * from @start on; what prints nothing is left out. */
void
_foi_xlsx_resolve_escapes (GString *text, gsize start)
{
  char *to = text->str + start;

  if (strstr (to, "_x") == NULL)
    return;
  for (const char *p = to; *p != '\0';)
    {
      guint code = 0;
      int n = 2;

      if (p[0] == '_' && p[1] == 'x')
        {
          for (; n < 6 && g_ascii_isxdigit (p[n]); n++)
            code = code * 16 + (guint) g_ascii_xdigit_value (p[n]);
        }
      if (n != 6 || p[6] != '_' || (code >= 0xd800 && code < 0xe000) || code >= 0xfffe)
        {
          *to++ = *p++;
          continue;
        }
      p += 7;
      if (code == '\t' || code == '\n' || (code >= ' ' && code != 0x7f))
        to += g_unichar_to_utf8 (code, to);
    }
  g_string_truncate (text, (gsize) (to - text->str));
}

static gboolean
string_begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data,
                 GError **error)
{
  StringReading *self = data;

  if (strcmp (name, "si") == 0)
    {
      guint32 start = (guint32) self->strings->text->len;
      const guint8 none = 0;

      g_byte_array_append (self->strings->flags, &none, 1);
      self->is_tiny = FALSE;
      self->run = (FoiXlsxRun){ self->strings->starts->len, FOI_COLOUR_NONE };
      g_array_append_val (self->strings->starts, start);
    }
  else if (strcmp (name, "r") == 0)
    {
      self->run.colour = FOI_COLOUR_NONE;
      self->is_tiny = FALSE;
    }
  else if (strcmp (name, "sz") == 0)
    self->is_tiny = foi_xlsx_size_is_tiny (attributes);
  else if (strcmp (name, "color") == 0)
    self->run.colour = foi_sheet_theme_get (&self->xlsx->theme, attributes);
  self->n_phonetic += strcmp (name, "rPh") == 0;
  self->in_text = strcmp (name, "t") == 0 && self->n_phonetic == 0;
  self->in_phonetic = strcmp (name, "t") == 0 && self->n_phonetic > 0;
  return TRUE;
}

static gboolean
string_end_cb (const char *name, gpointer data, GError **error)
{
  StringReading *self = data;

  /* Each colour of a text once. */
  if (self->in_text && self->run.colour != FOI_COLOUR_NONE)
    {
      GArray *runs = self->strings->runs;
      const FoiXlsxRun *last
        = runs->len > 0 ? &g_array_index (runs, FoiXlsxRun, runs->len - 1) : NULL;

      if (runs->len < MAX_STRINGS
          && (last == NULL || last->index != self->run.index || last->colour != self->run.colour))
        g_array_append_val (runs, self->run);
    }
  self->in_text = self->in_phonetic = FALSE;
  if (strcmp (name, "rPh") == 0)
    self->n_phonetic--;
  else if (strcmp (name, "si") == 0 && self->strings->starts->len > 0)
    {
      _foi_xlsx_resolve_escapes (
        self->strings->text,
        g_array_index (self->strings->starts, guint32, self->strings->starts->len - 1));
      g_string_append_c (self->strings->text, '\0');
    }
  if (self->strings->text->len <= MAX_STRINGS_BYTES && self->strings->starts->len <= MAX_STRINGS)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
               _("The workbook has too much text: more than "
                                                    "%d MB."),
                  MAX_STRINGS_BYTES / 1024 / 1024);
  return FALSE;
}

static void
string_text_cb (const char *text, gsize length, gpointer data)
{
  StringReading *self = data;

  if (self->in_text)
    g_string_append_len (self->strings->text, text, (gssize) length);
  if (self->strings->flags->len == 0 || length == 0)
    return;
  if (self->in_phonetic)
    self->strings->flags->data[self->strings->flags->len - 1] |= FOI_STRING_PHONETIC;
  else if (self->in_text && self->is_tiny)
    self->strings->flags->data[self->strings->flags->len - 1] |= FOI_STRING_TINY;
}

gboolean
_foi_xlsx_read_strings (FoiXlsx *self, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { string_begin_cb, string_end_cb, string_text_cb, NULL };
  const char *part = g_hash_table_lookup (self->relations, "/sharedStrings");
  StringReading reading = { .xlsx = self, .strings = &self->strings };

  if (self->strings.text != NULL)
    return TRUE;
  self->strings.text = g_string_new (NULL);
  self->strings.starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->strings.runs = g_array_new (FALSE, FALSE, sizeof (FoiXlsxRun));
  self->strings.flags = g_byte_array_new ();
  if (part == NULL || foi_xml_read (self->zip, part, &handler, &reading, cancellable, error))
    return TRUE;
  clear_strings (&self->strings);
  return FALSE;
}

/* ---- the reader ---- */

static gboolean
xlsx_read_sheet (gpointer reader, guint sheet, const FoiSheetVisitor *visitor, gpointer data,
                 FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  FoiXlsxUsed used = { 0, 0 };

  return _foi_xlsx_read_sheet (reader, sheet, visitor, data, hidden, &used, cancellable, error);
}

static gboolean
xlsx_inspect (gpointer reader, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  return _foi_xlsx_inspect (reader, hidden, cancellable, error);
}

static const FoiReaderClass xlsx_class = { xlsx_read_sheet, xlsx_inspect, xlsx_free, NULL };

static gboolean
read_styles (FoiXlsx *self, GCancellable *cancellable, GError **error)
{
  const char *theme = g_hash_table_lookup (self->relations, "/theme");
  const char *part = g_hash_table_lookup (self->relations, "/styles");

  if (theme != NULL && foi_zip_find (self->zip, theme) != NULL
      && !foi_sheet_theme_read (&self->theme, self->zip, theme, cancellable, error))
    return FALSE;
  return part == NULL || foi_zip_find (self->zip, part) == NULL
         || (foi_sheet_palette_read (&self->theme, self->zip, part, cancellable, error)
             && foi_xlsx_styles_read (&self->styles, self->zip, part, &self->theme, cancellable,
                                      error));
}

/* Office Open XML of Excel 2007 and later, and of LibreOffice (ECMA-376). */
FoiWorkbook *
_foi_xlsx_open (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler
      = { workbook_begin_cb, workbook_end_cb, workbook_text_cb, NULL };
  g_autoptr (FoiXlsx) self = g_new0 (FoiXlsx, 1);
  g_autoptr (FoiWorkbook) workbook = NULL;
  Reading reading = { .xlsx = self };

  self->relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->by_part = g_hash_table_new (g_str_hash, g_str_equal);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->names = g_ptr_array_new_with_free_func (free_name);
  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->drawn = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_array_unref);
  foi_sheet_theme_init (&self->theme);
  foi_xlsx_styles_init (&self->styles);
  self->part = g_strdup ("");
  self->zip = foi_zip_new (bytes, cancellable, error);
  if (self->zip == NULL || !find_workbook (self, error))
    return NULL;
  workbook = _foi_workbook_alloc ("xlsx", &xlsx_class, self);
  self->sheets = workbook->sheets;
  reading.xlsx = g_steal_pointer (&self);
  reading.workbook = workbook;
  if (!foi_xml_read (reading.xlsx->zip, reading.xlsx->part, &handler, &reading, cancellable, error)
      || !read_styles (reading.xlsx, cancellable, error))
    return NULL;
  if (!reading.is_workbook)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
                   _("This is a document of another kind, and no spreadsheet."));
      return NULL;
    }
  return g_steal_pointer (&workbook);
}
