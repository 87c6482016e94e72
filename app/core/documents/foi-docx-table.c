/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-docx-table.h"

#include <string.h>

/* A style of a style of a style: no further. */
#define MAX_PARENTS 16

/* The parts of a table that a style paints, each over those before it (ECMA-376, 17.7.6). */
typedef enum
{
  WHOLE,
  ODD_COLUMNS,
  EVEN_COLUMNS,
  ODD_ROWS,
  EVEN_ROWS,
  FIRST_COLUMN,
  LAST_COLUMN,
  FIRST_ROW,
  LAST_ROW,
  CORNER_NE,
  CORNER_NW,
  CORNER_SE,
  CORNER_SW,
  N_PARTS,
} Part;

/* Bits of w:tblLook. */
#define WANTS_FIRST_ROW 0x0020
#define WANTS_LAST_ROW 0x0040
#define WANTS_FIRST_COLUMN 0x0080
#define WANTS_LAST_COLUMN 0x0100
#define WANTS_NO_ROWS 0x0200
#define WANTS_NO_COLUMNS 0x0400

static const char *const names[] = {
  "wholeTable", "band1Vert", "band2Vert", "band1Horz", "band2Horz", "firstCol", "lastCol",
  "firstRow", "lastRow", "neCell", "nwCell", "seCell", "swCell",
};
G_STATIC_ASSERT (G_N_ELEMENTS (names) == N_PARTS);

struct _FoiDocxTable
{
  char  colours[N_PARTS][2][8];
  Part  part; /* being read */
  guint rows, columns; /* in a band; 0: as the style has it that this is based on */
};

/* A style of tables that paints nothing yet. */
FoiDocxTable *
_foi_docx_table_new (void)
{
  return g_new0 (FoiDocxTable, 1);
}

/* What is said from here on is said of that part; NULL: of the whole table. */
gboolean
_foi_docx_table_set_part (FoiDocxTable *self, const char *name)
{
  self->part = WHOLE;
  for (guint i = 0; name != NULL && i < N_PARTS; i++)
    if (g_str_equal (names[i], name))
      {
        self->part = (Part) i;
        return TRUE;
      }
  return name == NULL;
}

/* "auto" is that nothing is painted, which is said as well. */
void
_foi_docx_table_set_colour (FoiDocxTable *self, FoiDocxPaint paint, const char *value)
{
  char *colour = self->colours[self->part][paint];

  _foi_document_look_set_colour (colour, value);
  if (value != NULL && colour[0] == '\0')
    g_strlcpy (colour, FOI_DOCX_NOTHING, 8);
}

/* How many rows, or columns, are one band. */
void
_foi_docx_table_set_bands (FoiDocxTable *self, gboolean of_rows, guint size)
{
  if (of_rows)
    self->rows = size;
  else
    self->columns = size;
}

/* Which parts a table wants of its style: as one number, or one by one. */
guint
_foi_docx_table_read_wanted (const FoiXmlAttributes *attributes)
{
  static const struct
  {
    const char *name;
    guint       bit;
  } bits[] = {
    { "firstRow", WANTS_FIRST_ROW },       { "lastRow", WANTS_LAST_ROW },
    { "firstColumn", WANTS_FIRST_COLUMN }, { "lastColumn", WANTS_LAST_COLUMN },
    { "noHBand", WANTS_NO_ROWS },          { "noVBand", WANTS_NO_COLUMNS },
  };
  const char *value = foi_xml_get (attributes, "val");
  guint wanted = value != NULL ? (guint) g_ascii_strtoull (value, NULL, 16) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    if (foi_xml_get (attributes, bits[i].name) != NULL)
      wanted = foi_xml_is_true (attributes, bits[i].name) ? wanted | bits[i].bit
                                                          : wanted & ~bits[i].bit;
  return wanted;
}

/* ---- which part paints a cell ---------------------------------------------------------------- */

typedef enum
{
  NEVER,
  PERHAPS, /* which row is the last one is not known before the table ends */
  ALWAYS,
} Applies;

static Applies
both (Applies one, Applies other)
{
  return MIN (one, other);
}

static Applies
when (gboolean is_so)
{
  return is_so ? ALWAYS : NEVER;
}

static Applies
is_in_band (guint place, gboolean has_first, guint size, gboolean is_even)
{
  if (has_first && place == 0)
    return NEVER;
  return when ((place - (has_first ? 1 : 0)) / MAX (size, 1) % 2 == (is_even ? 1 : 0));
}

static Applies
applies (Part part, const FoiDocxCell *cell, guint rows, guint columns)
{
  const guint wanted = cell->wanted;
  const Applies first_row = when (wanted & WANTS_FIRST_ROW && cell->row == 0);
  const Applies first_column = when (wanted & WANTS_FIRST_COLUMN && cell->column == 0);
  const Applies last_row = wanted & WANTS_LAST_ROW && first_row == NEVER ? PERHAPS : NEVER;
  const Applies last_column = wanted & WANTS_LAST_COLUMN ? PERHAPS : NEVER;

  switch (part)
    {
    case ODD_COLUMNS:
    case EVEN_COLUMNS:
      return wanted & WANTS_NO_COLUMNS
               ? NEVER : is_in_band (cell->column, wanted & WANTS_FIRST_COLUMN, columns,
                                     part == EVEN_COLUMNS);
    case ODD_ROWS:
    case EVEN_ROWS:
      return wanted & WANTS_NO_ROWS
               ? NEVER : is_in_band (cell->row, wanted & WANTS_FIRST_ROW, rows,
                                     part == EVEN_ROWS);
    case FIRST_COLUMN:
      return first_column;
    case LAST_COLUMN:
      return last_column;
    case FIRST_ROW:
      return first_row;
    case LAST_ROW:
      return last_row;
    case CORNER_NE:
      return both (first_row, last_column);
    case CORNER_NW:
      return both (first_row, first_column);
    case CORNER_SE:
      return both (last_row, last_column);
    case CORNER_SW:
      return both (last_row, first_column);
    case WHOLE:
    case N_PARTS:
    default:
      return ALWAYS;
    }
}

/* What the style says of a part, or that on which it is based. */
static const char *
find_said (GHashTable *styles, const char *name, Part part, FoiDocxPaint paint)
{
  for (guint i = 0; name != NULL && i < MAX_PARENTS; i++)
    {
      const FoiDocumentStyle *style = g_hash_table_lookup (styles, name);

      if (style == NULL || style->table == NULL)
        return "";
      if (style->table->colours[part][paint][0] != '\0')
        return style->table->colours[part][paint];
      name = style->parent;
    }
  return "";
}

static guint
find_bands (GHashTable *styles, const char *name, gboolean of_rows)
{
  for (guint i = 0; name != NULL && i < MAX_PARENTS; i++)
    {
      const FoiDocumentStyle *style = g_hash_table_lookup (styles, name);
      const guint size = style == NULL || style->table == NULL ? 1
                         : of_rows ? style->table->rows : style->table->columns;

      if (size > 0)
        return size;
      name = style->parent;
    }
  return 1;
}

/* What the style paints at a cell. Returns: whether that is known; @colour is empty where it is
 * nothing. */
gboolean
_foi_docx_table_find (GHashTable *styles, const char *name, const FoiDocxCell *cell,
                      FoiDocxPaint paint, char colour[8])
{
  const FoiDocumentStyle *style = g_hash_table_lookup (styles, name);
  const guint rows = find_bands (styles, name, TRUE), columns = find_bands (styles, name, FALSE);
  const char *found = "";
  gboolean is_known = TRUE;

  colour[0] = '\0';
  if (style == NULL || style->table == NULL)
    return FALSE;
  for (guint i = 0; i < N_PARTS; i++)
    {
      const char *said = find_said (styles, name, (Part) i, paint);
      const Applies when_said = said[0] == '\0' ? NEVER
                                : cell->is_said || i == WHOLE
                                  ? applies ((Part) i, cell, rows, columns) : PERHAPS;

      if (when_said == NEVER || (g_str_equal (said, found) && is_known))
        continue;
      is_known = when_said == ALWAYS;
      found = said;
    }
  if (is_known && !g_str_equal (found, FOI_DOCX_NOTHING))
    g_strlcpy (colour, found, 8);
  return is_known;
}
