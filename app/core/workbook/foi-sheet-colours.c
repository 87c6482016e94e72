/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-sheet-colours.h"

#include <string.h>

/* What a reader does not tell apart, of 255. */
#define NEAR 12

/* The colours that a number means where a workbook has none of its own (ECMA-376, 18.8.27). */
static const guint32 palette[FOI_N_PALETTE] = {
  0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff, 0x000000,
  0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff, 0x800000, 0x008000,
  0x000080, 0x808000, 0x800080, 0x008080, 0xc0c0c0, 0x808080, 0x9999ff, 0x993366, 0xffffcc,
  0xccffff, 0x660066, 0xff8080, 0x0066cc, 0xccccff, 0x000080, 0xff00ff, 0xffff00, 0x00ffff,
  0x800080, 0x800000, 0x008080, 0x0000ff, 0x00ccff, 0xccffff, 0xccffcc, 0xffff99, 0x99ccff,
  0xff99cc, 0xcc99ff, 0xffcc99, 0x3366ff, 0x33cccc, 0x99cc00, 0xffcc00, 0xff9900, 0xff6600,
  0x666699, 0x969696, 0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399,
  0x333333,
};

/* In the order in which styles count them, which is not that of the theme. */
static const struct
{
  const char *name;
  guint32 colour; /* of the theme that Excel has by itself */
} theme_colours[FOI_N_THEME_COLOURS] = {
  { "lt1", 0xffffff },     { "dk1", 0x000000 },     { "lt2", 0xeeece1 },
  { "dk2", 0x1f497d },     { "accent1", 0x4f81bd }, { "accent2", 0xc0504d },
  { "accent3", 0x9bbb59 }, { "accent4", 0x8064a2 }, { "accent5", 0x4bacc6 },
  { "accent6", 0xf79646 }, { "hlink", 0x0000ff },   { "folHlink", 0x800080 },
};

/**
 * foi_sheet_theme_init:
 * @self: (out caller-allocates): a theme
 *
 * Sets the colours of a workbook that has no theme.
 */
void
foi_sheet_theme_init (FoiSheetTheme *self)
{
  for (gsize i = 0; i < FOI_N_THEME_COLOURS; i++)
    self->colours[i] = theme_colours[i].colour;
  memcpy (self->palette, palette, sizeof self->palette);
}

/**
 * foi_sheet_colour_parse:
 * @text: (nullable): `RRGGBB`, with or without `#` or an opacity before it
 *
 * Returns: the colour, or %FOI_COLOUR_NONE.
 */
guint32
foi_sheet_colour_parse (const char *text)
{
  guint64 number;

  if (text == NULL)
    return FOI_COLOUR_NONE;
  text += *text == '#';
  if ((strlen (text) != 6 && strlen (text) != 8)
      || !g_ascii_string_to_unsigned (text, 16, 0, G_MAXUINT32, &number, NULL))
    return FOI_COLOUR_NONE;
  return (guint32) number & FOI_COLOUR_WHITE;
}

typedef struct
{
  FoiSheetTheme *theme;
  guint depth, scheme; /* the depth of what is in the list of colours; 0 before it */
  int current;         /* the one that is read, or -1 */
} Reading;

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  Reading *self = data;
  guint32 colour;

  self->depth++;
  if (strcmp (name, "clrScheme") == 0)
    self->scheme = self->depth + 1;
  else if (self->scheme > 0 && self->depth == self->scheme)
    {
      self->current = -1;
      for (int i = 0; i < FOI_N_THEME_COLOURS; i++)
        if (strcmp (name, theme_colours[i].name) == 0)
          self->current = i;
    }
  else if (self->scheme > 0 && self->current >= 0)
    {
      /* A colour of the system has beside its name what it was when the file was saved. */
      colour = foi_sheet_colour_parse (
        foi_xml_get (attributes, strcmp (name, "sysClr") == 0 ? "lastClr" : "val"));
      if (colour != FOI_COLOUR_NONE)
        self->theme->colours[self->current] = colour;
    }
  return TRUE;
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  Reading *self = data;

  self->depth--;
  /* Nothing behind the colours is of use. */
  return strcmp (name, "clrScheme") != 0;
}

/**
 * foi_sheet_theme_read:
 * @self: a theme
 * @zip: a workbook
 * @part: its part with the theme
 * @cancellable: (nullable): stops it
 * @error: as foi_xml_read()
 *
 * Reads the colours of a theme.
 *
 * Returns: whether it could be read.
 */
gboolean
foi_sheet_theme_read (FoiSheetTheme *self, FoiZip *zip, const char *part,
                      GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { begin_cb, end_cb, NULL, NULL };
  Reading reading = { self, 0, 0, -1 };

  return foi_xml_read (zip, part, &handler, &reading, cancellable, error);
}

typedef struct
{
  FoiSheetTheme *theme;
  gboolean in_palette;
  guint n_read;
} PaletteReading;

static gboolean
begin_palette_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data,
                  GError **error)
{
  PaletteReading *self = data;
  guint32 colour;

  if (strcmp (name, "indexedColors") == 0)
    self->in_palette = TRUE;
  else if (self->in_palette && strcmp (name, "rgbColor") == 0 && self->n_read < FOI_N_PALETTE)
    {
      colour = foi_sheet_colour_parse (foi_xml_get (attributes, "rgb"));
      if (colour != FOI_COLOUR_NONE)
        self->theme->palette[self->n_read] = colour;
      self->n_read++;
    }
  return TRUE;
}

static gboolean
end_palette_cb (const char *name, gpointer data, GError **error)
{
  PaletteReading *self = data;

  if (strcmp (name, "indexedColors") == 0)
    self->in_palette = FALSE;
  return TRUE;
}

/**
 * foi_sheet_palette_read:
 * @self: a theme
 * @zip: a workbook
 * @part: its part with styles
 * @cancellable: (nullable): stops it
 * @error: as foi_xml_read()
 *
 * Reads the colours that a workbook has for numbers of its own choice. They stand behind the styles
 * that use them, and so are read before these.
 *
 * Returns: whether it could be read.
 */
gboolean
foi_sheet_palette_read (FoiSheetTheme *self, FoiZip *zip, const char *part,
                        GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { begin_palette_cb, end_palette_cb, NULL, NULL };
  PaletteReading reading = { self, FALSE, 0 };

  return foi_xml_read (zip, part, &handler, &reading, cancellable, error);
}

static double
tint_part (double one, double other, double hue)
{
  hue -= hue < 0 ? -1 : hue > 1 ? 1 : 0;
  if (hue < 1.0 / 6)
    return one + (other - one) * 6 * hue;
  if (hue < 0.5)
    return other;
  return hue < 2.0 / 3 ? one + (other - one) * 6 * (2.0 / 3 - hue) : one;
}

/* Darker by a tint below zero, lighter by one above it, as Excel does: hue and saturation stay. */
static guint32
tint_colour (guint32 colour, double tint)
{
  double red = (colour >> 16) / 255.0, green = ((colour >> 8) & 255) / 255.0;
  double blue = (colour & 255) / 255.0;
  double most = MAX (red, MAX (green, blue)), least = MIN (red, MIN (green, blue));
  double range = most - least, light = (most + least) / 2, hue = 0, saturation = 0, one, other;
  guint32 parts[3];

  if (range > 0)
    {
      saturation = light <= 0.5 ? range / (most + least) : range / (2 - most - least);
      hue = red >= most     ? (green - blue) / range / 6
            : green >= most ? 1.0 / 3 + (blue - red) / range / 6
                            : 2.0 / 3 + (red - green) / range / 6;
    }
  tint = CLAMP (tint, -1, 1);
  light = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  other = light <= 0.5 ? light * (1 + saturation) : light + saturation - light * saturation;
  one = 2 * light - other;
  for (int i = 0; i < 3; i++)
    parts[i] = (guint32) (CLAMP (tint_part (one, other, hue + (1 - i) / 3.0), 0, 1) * 255 + 0.5);
  return parts[0] << 16 | parts[1] << 8 | parts[2];
}

/**
 * foi_sheet_theme_get:
 * @self: a theme
 * @attributes: of an element for a colour: `rgb`, or `theme` or `indexed`, and `tint`
 *
 * Returns: the colour, or %FOI_COLOUR_NONE.
 */
guint32
foi_sheet_theme_get (const FoiSheetTheme *self, const FoiXmlAttributes *attributes)
{
  const char *tint = foi_xml_get (attributes, "tint");
  guint theme = foi_xml_get_count (attributes, "theme", G_MAXUINT);
  guint indexed = foi_xml_get_count (attributes, "indexed", G_MAXUINT);
  guint32 colour = foi_sheet_colour_parse (foi_xml_get (attributes, "rgb"));

  if (theme < FOI_N_THEME_COLOURS)
    colour = self->colours[theme];
  else if (indexed < FOI_N_PALETTE)
    colour = self->palette[indexed];
  else if (indexed <= 65 && indexed >= 64)
    colour = indexed == 64 ? FOI_COLOUR_BLACK : FOI_COLOUR_WHITE;
  if (colour == FOI_COLOUR_NONE || tint == NULL)
    return colour;
  return tint_colour (colour, g_ascii_strtod (tint, NULL));
}

/**
 * foi_sheet_colour_is_near:
 * @one: a colour
 * @other: another
 *
 * Returns: whether text of the one is not seen on the other.
 */
gboolean
foi_sheet_colour_is_near (guint32 one, guint32 other)
{
  if (one == FOI_COLOUR_NONE || other == FOI_COLOUR_NONE)
    return FALSE;
  for (int shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (one >> shift & 255) - (int) (other >> shift & 255)) > NEAR)
      return FALSE;
  return TRUE;
}
