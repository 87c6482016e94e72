/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-xlsx-styles.h"

#include <string.h>

#include "foi-xml.h"

#define MAX_STYLES 65536

typedef struct
{
  FoiXlsxStyles *styles;
  const FoiSheetTheme *theme;
  GHashTable *formats; /* id to FoiNumberFormat */
  GArray *fonts;       /* of guint32: colours */
  GArray *sizes;       /* of gboolean: whether these are tiny */
  GArray *fills;
  const char *list;    /* which of the lists is read */
  FoiXlsxCondition condition;
} Reading;

static void
add_style (Reading *self, const FoiXmlAttributes *attributes)
{
  guint id = foi_xml_get_count (attributes, "numFmtId", 0);
  guint font = foi_xml_get_count (attributes, "fontId", 0);
  guint fill = foi_xml_get_count (attributes, "fillId", 0);
  const FoiNumberFormat *own = g_hash_table_lookup (self->formats, GUINT_TO_POINTER (id));
  FoiXlsxStyle style = { .format = own != NULL ? *own : foi_number_format_builtin (id),
                         .behind = FOI_COLOUR_WHITE };

  if (fill < self->fills->len)
    style.behind = g_array_index (self->fills, guint32, fill);
  if (font < self->fonts->len)
    style.is_invisible
      = foi_sheet_colour_is_near (g_array_index (self->fonts, guint32, font), style.behind);
  if (font < self->sizes->len)
    style.is_tiny = g_array_index (self->sizes, gboolean, font);
  g_array_append_val (self->styles->cells, style);
}

/* In points. Of smaller letters nobody sees more than a line. */
#define TINY 2.5

/**
 * foi_xlsx_size_is_tiny:
 * @attributes: of an element for the size of letters
 *
 * Returns: whether nobody can read them.
 */
gboolean
foi_xlsx_size_is_tiny (const FoiXmlAttributes *attributes)
{
  const char *size = foi_xml_get (attributes, "val");

  return size != NULL && g_ascii_strtod (size, NULL) < TINY;
}

static void
begin_font (Reading *self, const char *name, const FoiXmlAttributes *attributes)
{
  guint32 colour = FOI_COLOUR_BLACK;
  gboolean is_tiny = FALSE;

  if (strcmp (name, "font") == 0 && self->fonts->len < MAX_STYLES)
    {
      g_array_append_val (self->fonts, colour);
      g_array_append_val (self->sizes, is_tiny);
    }
  else if (strcmp (name, "sz") == 0 && self->sizes->len > 0)
    g_array_index (self->sizes, gboolean, self->sizes->len - 1)
      = foi_xlsx_size_is_tiny (attributes);
  else if (strcmp (name, "color") == 0 && self->fonts->len > 0)
    {
      colour = foi_sheet_theme_get (self->theme, attributes);
      g_array_index (self->fonts, guint32, self->fonts->len - 1)
        = colour != FOI_COLOUR_NONE ? colour : FOI_COLOUR_BLACK;
    }
}

/* A pattern of dots has the colours of both, and shows what is written over it. */
static void
begin_fill (Reading *self, const char *name, const FoiXmlAttributes *attributes)
{
  guint32 colour = FOI_COLOUR_WHITE;
  const char *pattern = foi_xml_get (attributes, "patternType");
  guint32 *last
    = self->fills->len > 0 ? &g_array_index (self->fills, guint32, self->fills->len - 1) : NULL;

  if (strcmp (name, "fill") == 0 && self->fills->len < MAX_STYLES)
    g_array_append_val (self->fills, colour);
  else if (last != NULL && strcmp (name, "gradientFill") == 0)
    *last = FOI_COLOUR_NONE;
  else if (last != NULL && strcmp (name, "patternFill") == 0 && pattern != NULL
           && strcmp (pattern, "none") != 0)
    *last = FOI_COLOUR_NONE;
  else if (last != NULL && strcmp (name, "fgColor") == 0 && *last == FOI_COLOUR_NONE)
    *last = foi_sheet_theme_get (self->theme, attributes);
}

static void
add_format (Reading *self, const FoiXmlAttributes *attributes)
{
  const char *code = foi_xml_get (attributes, "formatCode");
  FoiNumberFormat format = foi_number_format_parse (code != NULL ? code : "");

  if (g_hash_table_size (self->formats) < MAX_STYLES)
    g_hash_table_insert (self->formats,
                         GUINT_TO_POINTER (foi_xml_get_count (attributes, "numFmtId", 0)),
                         g_memdup2 (&format, sizeof format));
}

/**
 * foi_xlsx_condition_begin:
 * @self: a condition
 * @theme: the workbook's colours
 * @name: an element, `dxf` or one in it
 * @attributes: of the element
 *
 * Takes up what a condition changes. It says the colour of its background as the second of a
 * pattern.
 */
void
foi_xlsx_condition_begin (FoiXlsxCondition *self, const FoiSheetTheme *theme, const char *name,
                          const FoiXmlAttributes *attributes)
{
  if (strcmp (name, "dxf") == 0)
    *self = (FoiXlsxCondition) {
      { .format = foi_number_format_builtin (0), .behind = FOI_COLOUR_WHITE },
      FOI_COLOUR_NONE,
      FALSE,
    };
  else if (strcmp (name, "font") == 0 || strcmp (name, "fill") == 0 || strcmp (name, "border") == 0)
    self->in_font = strcmp (name, "font") == 0;
  else if (strcmp (name, "color") == 0 && self->in_font)
    self->font = foi_sheet_theme_get (theme, attributes);
  else if (strcmp (name, "bgColor") == 0)
    self->style.behind = foi_sheet_theme_get (theme, attributes);
  else if (strcmp (name, "numFmt") == 0 && foi_xml_get (attributes, "formatCode") != NULL)
    self->style.format = foi_number_format_parse (foi_xml_get (attributes, "formatCode"));
  self->style.is_invisible = foi_sheet_colour_is_near (self->font, self->style.behind);
}

static void
begin_condition (Reading *self, const char *name, const FoiXmlAttributes *attributes)
{
  GArray *conditions = self->styles->conditions;

  foi_xlsx_condition_begin (&self->condition, self->theme, name, attributes);
  if (strcmp (name, "dxf") == 0 && conditions->len < MAX_STYLES)
    g_array_append_val (conditions, self->condition.style);
  else if (conditions->len > 0)
    g_array_index (conditions, FoiXlsxStyle, conditions->len - 1) = self->condition.style;
}

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  static const char *const lists[]
      = { "numFmts", "fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs",
          "tableStyles", "colors", NULL };
  Reading *self = data;

  for (gsize i = 0; lists[i] != NULL; i++)
    {
      if (strcmp (name, lists[i]) == 0)
        self->list = lists[i];
    }
  if (strcmp (self->list, "cellXfs") == 0 && strcmp (name, "xf") == 0
      && self->styles->cells->len < MAX_STYLES)
    add_style (self, attributes);
  else if (strcmp (self->list, "fonts") == 0)
    begin_font (self, name, attributes);
  else if (strcmp (self->list, "fills") == 0)
    begin_fill (self, name, attributes);
  else if (strcmp (self->list, "numFmts") == 0 && strcmp (name, "numFmt") == 0)
    add_format (self, attributes);
  else if (strcmp (self->list, "dxfs") == 0 && strcmp (name, "dxfs") != 0)
    begin_condition (self, name, attributes);
  return TRUE;
}

/**
 * foi_xlsx_styles_init:
 * @self: (out caller-allocates): styles
 *
 * Sets those of a workbook that has none.
 */
void
foi_xlsx_styles_init (FoiXlsxStyles *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (FoiXlsxStyle));
  self->conditions = g_array_new (FALSE, FALSE, sizeof (FoiXlsxStyle));
}

/**
 * foi_xlsx_styles_clear:
 * @self: styles
 *
 * Frees what they have.
 */
void
foi_xlsx_styles_clear (FoiXlsxStyles *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->conditions, g_array_unref);
}

/**
 * foi_xlsx_styles_read:
 * @self: styles, as yet none
 * @zip: a workbook
 * @part: its part with styles
 * @theme: its colours
 * @cancellable: (nullable): stops it
 * @error: as foi_xml_read()
 *
 * Reads the styles of cells.
 *
 * Returns: whether they could be read.
 */
gboolean
foi_xlsx_styles_read (FoiXlsxStyles *self, FoiZip *zip, const char *part,
                      const FoiSheetTheme *theme, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { .begin = begin_cb };
  g_autoptr (GHashTable) formats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) fonts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) fills = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (gboolean));
  Reading reading = {
    .styles = self, .theme = theme, .formats = formats, .fonts = fonts, .sizes = sizes,
    .fills = fills, .list = "",
  };

  return foi_xml_read (zip, part, &handler, &reading, cancellable, error);
}
