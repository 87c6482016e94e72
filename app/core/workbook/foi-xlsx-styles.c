/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-xlsx-styles.h"

#include <string.h>

#include "foi-xml.h"

#define MAX_STYLES 65536
#define WHITE      0xffffffu
#define NO_COLOUR  0xff000000u

typedef struct
{
  GHashTable *formats; /* id to FoiNumberFormat */
  GArray *fonts;       /* of guint32: colours */
  GArray *fills;
  GArray *styles;
  const char *list; /* which of the lists is read */
} Reading;

/* A colour as far as it can be told: the palette's first and the theme's two first are what they
 * are everywhere. */
static guint32
read_colour (const FoiXmlAttributes *attributes)
{
  static const guint32 palette[8]
      = { 0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff };
  const char *rgb = foi_xml_get (attributes, "rgb");
  const char *tint = foi_xml_get (attributes, "tint");
  guint theme = foi_xml_get_count (attributes, "theme", 99);
  guint indexed = foi_xml_get_count (attributes, "indexed", 99);
  guint64 number;

  if (rgb != NULL && g_ascii_string_to_unsigned (rgb, 16, 0, G_MAXUINT32, &number, NULL))
    return (guint32) number & WHITE;
  if (theme < 99)
    return theme == 0 && tint == NULL ? WHITE : NO_COLOUR | (theme + 1);
  if (indexed < 16)
    return palette[indexed % 8];
  return indexed == 65 ? WHITE : indexed == 64 ? 0 : NO_COLOUR | 0x1000 | indexed;
}

static void
add_style (Reading *self, const FoiXmlAttributes *attributes)
{
  guint id = foi_xml_get_count (attributes, "numFmtId", 0);
  guint font = foi_xml_get_count (attributes, "fontId", 0);
  guint fill = foi_xml_get_count (attributes, "fillId", 0);
  const FoiNumberFormat *own = g_hash_table_lookup (self->formats, GUINT_TO_POINTER (id));
  FoiXlsxStyle style = { .format = own != NULL ? *own : foi_number_format_builtin (id) };

  if (font < self->fonts->len && fill < self->fills->len)
    style.is_invisible
        = g_array_index (self->fonts, guint32, font) == g_array_index (self->fills, guint32, fill);
  g_array_append_val (self->styles, style);
}

static void
begin_in_list (Reading *self, const char *name, const FoiXmlAttributes *attributes)
{
  if (strcmp (name, "xf") == 0 && strcmp (self->list, "cellXfs") == 0
      && self->styles->len < MAX_STYLES)
    add_style (self, attributes);
  else if (strcmp (name, "font") == 0 && strcmp (self->list, "fonts") == 0
           && self->fonts->len < MAX_STYLES)
    {
      guint32 black = 0;

      g_array_append_val (self->fonts, black);
    }
  else if (strcmp (name, "fill") == 0 && self->fills->len < MAX_STYLES)
    {
      guint32 white = WHITE;

      g_array_append_val (self->fills, white);
    }
  else if (strcmp (name, "color") == 0 && strcmp (self->list, "fonts") == 0 && self->fonts->len > 0)
    g_array_index (self->fonts, guint32, self->fonts->len - 1) = read_colour (attributes);
  else if (strcmp (name, "fgColor") == 0 && strcmp (self->list, "fills") == 0
           && self->fills->len > 0)
    g_array_index (self->fills, guint32, self->fills->len - 1) = read_colour (attributes);
  else if (strcmp (name, "numFmt") == 0 && strcmp (self->list, "numFmts") == 0
           && g_hash_table_size (self->formats) < MAX_STYLES)
    {
      const char *code = foi_xml_get (attributes, "formatCode");
      FoiNumberFormat format = foi_number_format_parse (code != NULL ? code : "");

      g_hash_table_insert (self->formats,
                           GUINT_TO_POINTER (foi_xml_get_count (attributes, "numFmtId", 0)),
                           g_memdup2 (&format, sizeof format));
    }
}

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  static const char *const lists[]
      = { "numFmts", "fonts", "fills", "borders", "cellXfs", "cellStyleXfs", "dxfs", NULL };
  Reading *self = data;

  for (gsize i = 0; lists[i] != NULL; i++)
    {
      if (strcmp (name, lists[i]) == 0)
        self->list = lists[i];
    }
  begin_in_list (self, name, attributes);
  return TRUE;
}

/**
 * foi_xlsx_styles_read:
 * @zip: a workbook
 * @part: its part with styles
 * @cancellable: (nullable): stops it
 * @error: as foi_xml_read()
 *
 * Returns: (transfer full) (nullable) (element-type FoiXlsxStyle): the styles of cells.
 */
GArray *
foi_xlsx_styles_read (FoiZip *zip, const char *part, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { .begin = begin_cb };
  g_autoptr (GHashTable) formats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) fonts = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) fills = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (FoiXlsxStyle));
  Reading reading = { formats, fonts, fills, styles, "" };

  if (!foi_xml_read (zip, part, &handler, &reading, cancellable, error))
    return NULL;
  return g_steal_pointer (&styles);
}
