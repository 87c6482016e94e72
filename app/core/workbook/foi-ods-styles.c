/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ods-styles.h"

#include <string.h>

#include "foi-sheet-colours.h"

#define MAX_STYLES 65536
/* How far a style may be from the one that it is made from. */
#define MAX_PARENTS 32

#define CELL "table-cell"

/* Beside colours: that it is as the one before says, and that it is always to be seen. */
#define UNSAID    0xfe000000u
#define AUTOMATIC FOI_COLOUR_NONE

typedef struct
{
  char *parent;
  char *other; /* the style that a condition puts in its place */
  guint32 colour, behind;
  guint said; /* of FoiOdsStyle: what it says at all, and what it does */
  guint is;
} Style;

struct _FoiOdsStyles
{
  GHashTable *styles; /* "FAMILY NAME" to Style */
  char *key;          /* of the one that is being read */
  Style *style;
};

static void
style_free (gpointer data)
{
  Style *style = data;

  g_free (style->parent);
  g_free (style->other);
  g_free (style);
}

/**
 * foi_ods_styles_new:
 *
 * Returns: (transfer full): no styles yet.
 */
FoiOdsStyles *
foi_ods_styles_new (void)
{
  FoiOdsStyles *self = g_new0 (FoiOdsStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, style_free);
  return self;
}

/**
 * foi_ods_styles_free:
 * @self: (nullable): styles
 *
 * Frees them.
 */
void
foi_ods_styles_free (FoiOdsStyles *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->styles);
  g_clear_pointer (&self->style, style_free);
  g_free (self->key);
  g_free (self);
}

static char *
dup_key (const char *family, const char *name)
{
  return g_strdup_printf ("%s %s", family, name != NULL ? name : "");
}

static void
say (Style *style, FoiOdsStyle what, gboolean is)
{
  style->said |= what;
  style->is = is ? style->is | what : style->is & ~(guint) what;
}

/* Of a lower row or narrower column nobody sees more than a line. */
#define FLAT_POINTS 2
/* And of smaller letters. */
#define TINY_POINTS 2.5

static double
to_points (const char *length)
{
  static const struct
  {
    const char *unit;
    double points;
  } units[] = { { "cm", 72 / 2.54 }, { "mm", 7.2 / 2.54 }, { "in", 72 }, { "pc", 12 } };
  char *end;
  double number = g_ascii_strtod (length, &end);

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (end, units[i].unit) == 0)
      return number * units[i].points;
  return number;
}

static void
read_style (Style *self, const char *name, const FoiXmlAttributes *attributes)
{
  const char *display = foi_xml_get (attributes, "display");
  const char *height = foi_xml_get (attributes, "row-height");
  const char *size = height != NULL ? height : foi_xml_get (attributes, "column-width");
  const char *colour = foi_xml_get (attributes, "color");
  const char *behind = foi_xml_get (attributes, "background-color");
  const char *protect = foi_xml_get (attributes, "cell-protect");
  const char *fill = foi_xml_get (attributes, "fill");
  const char *letters = foi_xml_get (attributes, "font-size");

  if (strcmp (name, "table-properties") == 0 && display != NULL)
    say (self, FOI_ODS_HIDDEN_SHEET, strcmp (display, "false") == 0);
  if (size != NULL)
    say (self, FOI_ODS_FLAT, to_points (size) < FLAT_POINTS);
  if (letters != NULL && g_ascii_isdigit (*letters) && !g_str_has_suffix (letters, "%"))
    say (self, FOI_ODS_TINY, to_points (letters) < TINY_POINTS);
  if (strcmp (name, "graphic-properties") == 0 && fill != NULL)
    say (self, FOI_ODS_SEE_THROUGH, strcmp (fill, "none") == 0);
  if (protect != NULL)
    say (self, FOI_ODS_PROTECTED, strcmp (protect, "hidden-and-protected") == 0);
  if (strcmp (name, "table-cell-properties") == 0 && behind != NULL)
    self->behind = strcmp (behind, "transparent") == 0 ? FOI_COLOUR_WHITE
                                                       : foi_sheet_colour_parse (behind);
  if (strcmp (name, "text-properties") == 0
      && foi_xml_is_true (attributes, "use-window-font-color"))
    self->colour = AUTOMATIC;
  else if (strcmp (name, "text-properties") == 0 && colour != NULL)
    self->colour = foi_sheet_colour_parse (colour);
  if (strcmp (name, "map") == 0 && self->other == NULL)
    self->other = g_strdup (foi_xml_get (attributes, "apply-style-name"));
}

/**
 * foi_ods_styles_begin:
 * @self: styles
 * @name: an element of the part that they are in
 * @attributes: its attributes
 *
 * Takes up an element, of a style or not.
 */
void
foi_ods_styles_begin (FoiOdsStyles *self, const char *name, const FoiXmlAttributes *attributes)
{
  const char *family = foi_xml_get (attributes, "family");
  const char *called = foi_xml_get (attributes, "name");

  if (self->style != NULL)
    {
      read_style (self->style, name, attributes);
      return;
    }
  if (strcmp (name, "default-style") != 0 && (strcmp (name, "style") != 0 || called == NULL))
    return;
  self->key = dup_key (family != NULL ? family : "", called);
  self->style = g_new0 (Style, 1);
  self->style->parent = g_strdup (foi_xml_get (attributes, "parent-style-name"));
  self->style->colour = self->style->behind = UNSAID;
}

/**
 * foi_ods_styles_end:
 * @self: styles
 * @name: an element that ends
 *
 * Keeps the style, if it was one.
 */
void
foi_ods_styles_end (FoiOdsStyles *self, const char *name)
{
  if (self->style == NULL || (strcmp (name, "style") != 0 && strcmp (name, "default-style") != 0))
    return;
  if (g_hash_table_size (self->styles) < MAX_STYLES)
    g_hash_table_insert (self->styles, g_steal_pointer (&self->key),
                         g_steal_pointer (&self->style));
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->style, style_free);
}

static const Style *
find (FoiOdsStyles *self, const char *family, const char *name)
{
  g_autofree char *key = dup_key (family, name);
  const Style *style = g_hash_table_lookup (self->styles, key);

  /* One that does not say what it is for may be for this. */
  return style != NULL || name == NULL
           ? style
           : g_hash_table_lookup (self->styles, key + strlen (family));
}

/* The style, or the family's own. */
static const Style *
find_first (FoiOdsStyles *self, const char *family, const char *name)
{
  const Style *style = find (self, family, name);

  return style != NULL ? style : find (self, family, NULL);
}

/* The next one that is asked, if any. */
static const Style *
get_parent (FoiOdsStyles *self, const char *family, const Style *style, guint *n)
{
  if (++*n > MAX_PARENTS || style == find (self, family, NULL))
    return NULL;
  return find_first (self, family, style->parent);
}

/**
 * foi_ods_styles_has:
 * @self: styles
 * @family: of things
 * @name: (nullable): a style's name
 * @what: what it may hide
 *
 * Returns: whether it does.
 */
gboolean
foi_ods_styles_has (FoiOdsStyles *self, const char *family, const char *name, FoiOdsStyle what)
{
  guint n = 0;

  if (name == NULL)
    return FALSE;
  for (const Style *style = find_first (self, family, name); style != NULL;
       style = get_parent (self, family, style, &n))
    if ((style->said & what) != 0)
      return (style->is & what) != 0;
  return FALSE;
}

/**
 * foi_ods_styles_get_colour:
 * @self: styles
 * @family: of things
 * @name: (nullable): a style's name
 *
 * Returns: the colour of text, or %FOI_COLOUR_NONE where it is such that it is seen.
 */
guint32
foi_ods_styles_get_colour (FoiOdsStyles *self, const char *family, const char *name)
{
  guint n = 0;

  for (const Style *style = find_first (self, family, name); style != NULL;
       style = get_parent (self, family, style, &n))
    if (style->colour != UNSAID)
      return style->colour;
  return AUTOMATIC;
}

/**
 * foi_ods_styles_get_behind:
 * @self: styles
 * @name: (nullable): a cell's style
 *
 * Returns: the colour behind its text.
 */
guint32
foi_ods_styles_get_behind (FoiOdsStyles *self, const char *name)
{
  guint n = 0;

  for (const Style *style = find_first (self, CELL, name); style != NULL;
       style = get_parent (self, CELL, style, &n))
    if (style->behind != UNSAID)
      return style->behind;
  return FOI_COLOUR_WHITE;
}

/**
 * foi_ods_styles_is_invisible:
 * @self: styles
 * @name: (nullable): a cell's style
 *
 * Returns: whether its text is not seen, always or under a condition.
 */
gboolean
foi_ods_styles_is_invisible (FoiOdsStyles *self, const char *name)
{
  const Style *style = name != NULL ? find (self, CELL, name) : NULL;

  if (foi_sheet_colour_is_near (foi_ods_styles_get_colour (self, CELL, name),
                                foi_ods_styles_get_behind (self, name)))
    return TRUE;
  return style != NULL && style->other != NULL
         && foi_sheet_colour_is_near (foi_ods_styles_get_colour (self, CELL, style->other),
                                      foi_ods_styles_get_behind (self, style->other));
}
