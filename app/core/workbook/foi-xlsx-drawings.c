/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-sheet-ranges.h"
#include "foi-xlsx-private.h"

/* What is drawn over the cells of a sheet, and can hide them. Where that is, is told by the cells
 * that its corners lie in, so only those between them are wholly under it. */

/* Of a corner that lies so near the edge of its cell the cell is under it, in EMU. */
#define NEAR 40000

/* A column and a row as they are at least, where only a size is told. */
#define COLUMN_WIDTH 914400
#define ROW_HEIGHT   228600

#define MAX_DRAWN 10000

typedef struct
{
  gint64 column, row;
  gint64 beside, below; /* how far from the corner of the cell */
} Corner;

typedef struct
{
  GArray *ranges; /* of FoiSheetRange */
  Corner first, last;
  Corner *corner; /* that is read */
  gint64 width, height;
  gboolean has_last, has_size;
  gboolean in_properties, in_line;
  gboolean is_filled, is_seen_through;
  gboolean is_opaque; /* something of what is anchored is */
  char number[24];
} Drawing;

static void
begin_anchor (Drawing *self)
{
  GArray *ranges = self->ranges;

  *self = (Drawing) { .ranges = ranges };
}

static gint64
get_number (const FoiXmlAttributes *attributes, const char *name)
{
  const char *text = foi_xml_get (attributes, name);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/* Of a shape: whether it has a filling, and one that nothing shines through. */
static void
begin_shape (Drawing *self, const char *name, const FoiXmlAttributes *attributes)
{
  if (strcmp (name, "sp") == 0)
    self->is_filled = self->is_seen_through = FALSE;
  else if (strcmp (name, "spPr") == 0)
    self->in_properties = TRUE;
  else if (strcmp (name, "ln") == 0)
    self->in_line = TRUE;
  else if (strcmp (name, "fillRef") == 0)
    self->is_filled |= foi_xml_get_count (attributes, "idx", 0) > 0;
  else if (strcmp (name, "cNvPr") == 0)
    self->is_seen_through |= foi_xml_is_true (attributes, "hidden");
  else if (!self->in_properties || self->in_line)
    return;
  else if (strcmp (name, "solidFill") == 0 || strcmp (name, "gradFill") == 0
           || strcmp (name, "blipFill") == 0)
    self->is_filled = TRUE;
  else if (strcmp (name, "noFill") == 0 || strcmp (name, "alpha") == 0)
    self->is_seen_through = TRUE;
  else if (strcmp (name, "prstGeom") == 0)
    self->is_seen_through |= g_strcmp0 (foi_xml_get (attributes, "prst"), "line") == 0;
}

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  Drawing *self = data;

  self->number[0] = '\0';
  if (strcmp (name, "twoCellAnchor") == 0 || strcmp (name, "oneCellAnchor") == 0)
    begin_anchor (self);
  else if (strcmp (name, "from") == 0)
    self->corner = &self->first;
  else if (strcmp (name, "to") == 0)
    {
      self->corner = &self->last;
      self->has_last = TRUE;
    }
  else if (strcmp (name, "ext") == 0 && foi_xml_get (attributes, "cx") != NULL && !self->has_size)
    {
      self->width = get_number (attributes, "cx");
      self->height = get_number (attributes, "cy");
      self->has_size = TRUE;
    }
  else if (strcmp (name, "pic") == 0 || strcmp (name, "graphicFrame") == 0)
    self->is_opaque = TRUE;
  else
    begin_shape (self, name, attributes);
  return TRUE;
}

static void
end_anchor (Drawing *self)
{
  gint64 first_column = self->first.column + (self->first.beside > NEAR);
  gint64 first_row = self->first.row + (self->first.below > NEAR);
  gint64 last_column = self->has_last ? self->last.column - 1
                                      : first_column + self->width / COLUMN_WIDTH - 1;
  gint64 last_row
    = self->has_last ? self->last.row - 1 : first_row + self->height / ROW_HEIGHT - 1;
  FoiSheetRange range;

  if (!self->is_opaque || first_column < 0 || first_row < 0 || first_column > last_column
      || first_row > last_row || last_column >= FOI_WORKBOOK_MAX_COLUMNS
      || last_row >= FOI_WORKBOOK_MAX_ROWS || self->ranges->len >= MAX_DRAWN)
    return;
  range = (FoiSheetRange){ (guint) first_row, (guint) first_column, (guint) last_row,
                           (guint) last_column };
  g_array_append_val (self->ranges, range);
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  Drawing *self = data;
  gint64 number = g_ascii_strtoll (self->number, NULL, 10);

  if (strcmp (name, "twoCellAnchor") == 0 || strcmp (name, "oneCellAnchor") == 0)
    end_anchor (self);
  else if (strcmp (name, "from") == 0 || strcmp (name, "to") == 0)
    self->corner = NULL;
  else if (strcmp (name, "sp") == 0)
    self->is_opaque |= self->is_filled && !self->is_seen_through;
  else if (strcmp (name, "spPr") == 0)
    self->in_properties = FALSE;
  else if (strcmp (name, "ln") == 0)
    self->in_line = FALSE;
  else if (self->corner != NULL && strcmp (name, "col") == 0)
    self->corner->column = number;
  else if (self->corner != NULL && strcmp (name, "row") == 0)
    self->corner->row = number;
  else if (self->corner != NULL && strcmp (name, "colOff") == 0)
    self->corner->beside = number;
  else if (self->corner != NULL && strcmp (name, "rowOff") == 0)
    self->corner->below = number;
  return TRUE;
}

static void
text_cb (const char *text, gsize length, gpointer data)
{
  Drawing *self = data;

  if (self->corner != NULL && strlen (self->number) + length < sizeof self->number)
    strncat (self->number, text, length);
}

/* ---- which sheet a drawing is of ---- */

typedef struct
{
  const char *owner;   /* the sheet's part */
  GHashTable *drawings; /* that of a drawing, to it */
} Relations;

static gboolean
relation_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  Relations *self = data;
  const char *target = foi_xml_get (attributes, "Target");
  const char *type = foi_xml_get (attributes, "Type");

  if (strcmp (name, "Relationship") == 0 && target != NULL && type != NULL
      && g_str_has_suffix (type, "/drawing"))
    g_hash_table_insert (self->drawings, _foi_xlsx_resolve (self->owner, target),
                         g_strdup (self->owner));
  return TRUE;
}

static gboolean
read_owners (FoiXlsx *self, GHashTable *drawings, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { .begin = relation_cb };
  g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *entries = foi_zip_get_entries (self->zip);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const char *part = ((FoiSheet *) g_ptr_array_index (self->sheets, i))->part;

      if (part != NULL)
        g_hash_table_insert (owners, _foi_xlsx_get_relations_part (part), (char *) part);
    }
  for (guint i = 0; i < entries->len; i++)
    {
      const char *name = ((FoiZipEntry *) g_ptr_array_index (entries, i))->name;
      Relations relations = { g_hash_table_lookup (owners, name), drawings };

      if (relations.owner != NULL
          && !foi_xml_read (self->zip, name, &handler, &relations, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_drawings (FoiXlsx *self)
{
  GPtrArray *entries = foi_zip_get_entries (self->zip);

  for (guint i = 0; i < entries->len; i++)
    if (strstr (((FoiZipEntry *) g_ptr_array_index (entries, i))->name, "drawing") != NULL)
      return TRUE;
  return FALSE;
}

/* Reads where something opaque is drawn, before the sheets are read: to go back in the file while
 * they are takes long. */
gboolean
_foi_xlsx_read_drawings (FoiXlsx *self, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { begin_cb, end_cb, text_cb, NULL };
  g_autoptr (GHashTable) drawings
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *entries = foi_zip_get_entries (self->zip);

  g_hash_table_remove_all (self->drawn);
  if (!has_drawings (self))
    return TRUE;
  if (!read_owners (self, drawings, cancellable, error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const char *name = ((FoiZipEntry *) g_ptr_array_index (entries, i))->name;
      const char *owner = g_hash_table_lookup (drawings, name);
      Drawing drawing = { .ranges = NULL };

      if (owner == NULL)
        continue;
      drawing.ranges = g_array_new (FALSE, FALSE, sizeof (FoiSheetRange));
      g_hash_table_insert (self->drawn, g_strdup (owner), drawing.ranges);
      if (!foi_xml_read (self->zip, name, &handler, &drawing, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* Tells the facts of a sheet what is drawn over it. */
void
_foi_xlsx_add_drawings (FoiXlsx *self, const char *part, FoiSheetFacts *facts)
{
  const GArray *ranges = g_hash_table_lookup (self->drawn, part);

  for (guint i = 0; ranges != NULL && i < ranges->len; i++)
    foi_sheet_facts_add_picture (facts, &g_array_index (ranges, FoiSheetRange, i));
}
