/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-document-private.h"

#include <string.h>

#include "foi-docx-table.h"

#define STYLES "word/styles.xml"
#define MAX_OPEN 256
/* Half a point, twice: nobody reads that. */
#define TINY 2

/* Whose properties an element says. */
typedef enum
{
  OF_NOTHING,
  OF_RUN,
  OF_PARAGRAPH,
  OF_CELL,
  OF_TABLE,
} Owner;

/* What is behind the words of a table's cell, a shape, or the page. */
typedef struct
{
  char behind[8];
  char colour[8];      /* of words that have none of their own, by the style of a table */
  gboolean is_unknown; /* something may paint there of which nothing is known */
  char style[64];      /* of the table, or nothing */
  FoiDocxCell cell;    /* the next one of the table */
} Ground;

typedef struct
{
  GHashTable *styles;
  FoiDocumentTally *tally;
  FoiDocumentPlace place;
  guint n_paragraphs;
  gboolean is_main;
  guint in_fallback;  /* what only old programs show, again */
  guint in_old;       /* how something was before a change */
  Owner owner;
  gboolean in_text;
  gboolean in_front;  /* in a picture before the words */
  gboolean in_shape;
  guint in_line;
  gboolean has_words; /* of the run */
  FoiDocumentLook run, paragraph;
  char *run_style, *paragraph_style;
  GArray *grounds;    /* of Ground */
  FoiDocumentStyle *style; /* being read, in the part of styles */
} Scan;

static gboolean
is_off (const char *value)
{
  return value != NULL && (g_str_equal (value, "0") || g_str_equal (value, "false")
                           || g_str_equal (value, "off"));
}

static Ground *
get_ground (Scan *self)
{
  return &g_array_index (self->grounds, Ground, self->grounds->len - 1);
}

static FoiDocumentPlace
get_place (Scan *self)
{
  return (FoiDocumentPlace){ self->is_main ? self->n_paragraphs : 0, self->place.part };
}

static void
add (Scan *self, FoiHiddenKind kind, guint count, const char *name)
{
  foi_document_tally_add (self->tally, kind, get_place (self), count, name);
}

/* ---- how words look ---- */

static void
take_shade (Scan *self, FoiDocumentLook *look, const char *fill)
{
  if ((self->owner == OF_CELL || self->owner == OF_TABLE) && fill != NULL)
    {
      /* Where it is said that nothing is painted, no style paints either. */
      _foi_document_look_set_colour (get_ground (self)->behind, fill);
      get_ground (self)->is_unknown = FALSE;
    }
  else
    _foi_document_look_set_colour (look->behind, fill);
}

/* A full pattern is of the other colour. */
static const char *
get_fill (const FoiXmlAttributes *attributes)
{
  return g_strcmp0 (foi_xml_get (attributes, "val"), "solid") == 0
           ? foi_xml_get (attributes, "color") : foi_xml_get (attributes, "fill");
}

static void
take_property (Scan *self, const char *name, const FoiXmlAttributes *attributes)
{
  const char *value = foi_xml_get (attributes, "val");
  FoiDocumentLook *look = self->style != NULL ? &self->style->look
                          : self->owner == OF_RUN ? &self->run : &self->paragraph;

  if (strcmp (name, "shd") == 0)
    take_shade (self, look, get_fill (attributes));
  else if (strcmp (name, "pStyle") == 0 && self->owner == OF_PARAGRAPH)
    {
      g_free (self->paragraph_style);
      self->paragraph_style = g_strdup (value);
    }
  if (self->owner != OF_RUN)
    return;
  if (strcmp (name, "vanish") == 0)
    look->is_hidden = !is_off (value);
  else if (strcmp (name, "color") == 0)
    _foi_document_look_set_colour (look->colour, value);
  else if (strcmp (name, "highlight") == 0)
    look->is_marked = g_strcmp0 (value, "black") == 0;
  else if (strcmp (name, "sz") == 0)
    look->is_tiny = foi_xml_get_count (attributes, "val", 24) <= TINY;
  else if (strcmp (name, "rStyle") == 0)
    {
      g_free (self->run_style);
      self->run_style = g_strdup (value);
    }
}

static void
begin_run (Scan *self)
{
  self->run = (FoiDocumentLook){ FALSE };
  self->has_words = FALSE;
  g_clear_pointer (&self->run_style, g_free);
}

static void
end_run (Scan *self)
{
  FoiDocumentLook look = self->run;
  Ground *ground = get_ground (self);
  FoiHiddenKind kind;

  if (!self->has_words || self->in_fallback > 0)
    return;
  _foi_document_styles_apply (self->styles, self->run_style, &look);
  _foi_document_styles_apply (self->styles, self->paragraph_style, &look);
  if (look.behind[0] == '\0')
    g_strlcpy (look.behind, self->paragraph.behind, sizeof look.behind);
  if (look.behind[0] == '\0')
    g_strlcpy (look.behind, ground->behind, sizeof look.behind);
  if (look.colour[0] == '\0')
    g_strlcpy (look.colour, ground->colour, sizeof look.colour);
  if (_foi_document_look_hides (&look, !ground->is_unknown, &kind))
    add (self, kind, 1, NULL);
  self->has_words = FALSE;
}

/* ---- elements ---- */

static gboolean
is_ground (const char *name)
{
  return strcmp (name, "tbl") == 0 || strcmp (name, "tc") == 0
         || strcmp (name, "txbxContent") == 0;
}

/* What the table's style paints there, unless the cell says something else. */
static void
begin_cell (Scan *self, Ground *ground)
{
  char behind[8];
  gboolean is_known;

  get_ground (self)->cell.column++;
  if (ground->style[0] == '\0')
    return;
  is_known = _foi_docx_table_find (self->styles, ground->style, &ground->cell, FOI_DOCX_BEHIND,
                                   behind);
  if (!is_known)
    {
      ground->is_unknown = TRUE;
      ground->behind[0] = '\0';
    }
  else if (behind[0] != '\0')
    {
      g_strlcpy (ground->behind, behind, sizeof ground->behind);
      ground->is_unknown = FALSE;
    }
  if (!_foi_docx_table_find (self->styles, ground->style, &ground->cell, FOI_DOCX_COLOUR,
                             ground->colour))
    ground->colour[0] = '\0';
}

static void
begin_ground (Scan *self, const char *name)
{
  Ground ground = *get_ground (self);

  if (self->grounds->len >= MAX_OPEN)
    return;
  if (strcmp (name, "txbxContent") == 0)
    ground = (Ground){ .is_unknown = TRUE };
  else if (strcmp (name, "tbl") == 0)
    {
      ground.style[0] = ground.colour[0] = '\0';
      ground.cell = (FoiDocxCell){ .row = G_MAXUINT };
    }
  else
    begin_cell (self, &ground);
  g_array_append_val (self->grounds, ground);
}

/* A row begins, a cell reaches over several columns, or the table says how it wants to look. */
static void
take_place (Scan *self, const char *name, const FoiXmlAttributes *attributes)
{
  Ground *ground = get_ground (self);
  Ground *table = self->grounds->len > 1
                    ? &g_array_index (self->grounds, Ground, self->grounds->len - 2) : ground;

  if (strcmp (name, "tr") == 0)
    {
      ground->cell.row++;
      ground->cell.column = 0;
    }
  else if (strcmp (name, "gridSpan") == 0 && self->owner == OF_CELL)
    table->cell.column += foi_xml_get_count (attributes, "val", 1) - 1;
  else if (strcmp (name, "gridBefore") == 0)
    ground->cell.column += foi_xml_get_count (attributes, "val", 0);
  else if (strcmp (name, "tblStyle") == 0 && foi_xml_get (attributes, "val") != NULL)
    {
      const char *style = foi_xml_get (attributes, "val");

      if (g_strlcpy (ground->style, style, sizeof ground->style) >= sizeof ground->style)
        ground->is_unknown = TRUE;
    }
  else if (strcmp (name, "tblLook") == 0)
    {
      ground->cell.wanted = _foi_docx_table_read_wanted (attributes);
      ground->cell.is_said = TRUE;
    }
}

static gboolean
is_change (const char *name)
{
  return g_str_has_suffix (name, "Change");
}

/* Who changed or remarked what, and what else is there and not seen. */
static void
take_trace (Scan *self, const char *name, const FoiXmlAttributes *attributes)
{
  static const char *const changes[] = { "ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel",
                                         "cellMerge", NULL };
  const char *author = foi_xml_get (attributes, "author");

  if (author != NULL && (g_strv_contains (changes, name) || is_change (name)))
    add (self, FOI_HIDDEN_TRACKED_CHANGE, 1, author);
  else if (strcmp (name, "comment") == 0)
    add (self, FOI_HIDDEN_COMMENT, 1, author);
  else if (strcmp (name, "commentReference") == 0)
    add (self, FOI_HIDDEN_COMMENT, 0, NULL);
  else if (strcmp (name, "docVar") == 0)
    add (self, FOI_HIDDEN_CUSTOM_XML, 1, foi_xml_get (attributes, "name"));
  else if (strcmp (name, "mailMerge") == 0)
    add (self, FOI_HIDDEN_CONNECTION, 1, NULL);
  else if (strcmp (name, "srcRect") == 0 && attributes->names[0] != NULL)
    {
      for (guint i = 0; attributes->values[i] != NULL; i++)
        if (g_ascii_strtod (attributes->values[i], NULL) > 0)
          {
            add (self, FOI_HIDDEN_CROPPED_PICTURE, 1, NULL);
            return;
          }
    }
}

/* A black shape before the words covers what is behind it, and nothing more. */
static void
take_shape (Scan *self, const char *name, const FoiXmlAttributes *attributes)
{
  if (strcmp (name, "anchor") == 0)
    self->in_front = !foi_xml_is_true (attributes, "behindDoc");
  else if (strcmp (name, "spPr") == 0)
    self->in_shape = self->in_front;
  else if (strcmp (name, "ln") == 0)
    self->in_line++;
  else if (self->in_shape && self->in_line == 0 && strcmp (name, "srgbClr") == 0
           && g_strcmp0 (foi_xml_get (attributes, "val"), "000000") == 0)
    add (self, FOI_HIDDEN_COVERED_TEXT, 1, NULL);
}

static void
take_owner (Scan *self, const char *name)
{
  if (strcmp (name, "rPr") == 0)
    self->owner = self->owner == OF_PARAGRAPH && self->style == NULL ? OF_NOTHING : OF_RUN;
  else if (strcmp (name, "pPr") == 0)
    self->owner = OF_PARAGRAPH;
  else if (strcmp (name, "tcPr") == 0)
    self->owner = OF_CELL;
  else if (strcmp (name, "tblPr") == 0)
    self->owner = OF_TABLE;
}

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  Scan *self = data;

  self->in_fallback += strcmp (name, "Fallback") == 0;
  if (self->in_fallback > 0)
    return TRUE;
  take_trace (self, name, attributes);
  self->in_old += is_change (name);
  if (self->in_old > 0)
    return TRUE;
  if (strcmp (name, "p") == 0)
    {
      self->n_paragraphs++;
      self->paragraph = (FoiDocumentLook){ FALSE };
      g_clear_pointer (&self->paragraph_style, g_free);
    }
  else if (strcmp (name, "r") == 0)
    begin_run (self);
  else if (is_ground (name))
    begin_ground (self, name);
  self->in_text = strcmp (name, "t") == 0 || strcmp (name, "delText") == 0;
  take_shape (self, name, attributes);
  take_owner (self, name);
  take_place (self, name, attributes);
  if (self->owner != OF_NOTHING)
    take_property (self, name, attributes);
  return TRUE;
}

static gboolean
is_properties (const char *name)
{
  return strcmp (name, "rPr") == 0 || strcmp (name, "pPr") == 0 || strcmp (name, "tcPr") == 0
         || strcmp (name, "tblPr") == 0;
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  Scan *self = data;

  if (self->in_fallback > 0)
    {
      self->in_fallback -= strcmp (name, "Fallback") == 0;
      return TRUE;
    }
  if (self->in_old > 0)
    {
      self->in_old -= is_change (name);
      return TRUE;
    }
  self->in_text = FALSE;
  if (strcmp (name, "r") == 0)
    end_run (self);
  else if (is_ground (name) && self->grounds->len > 1)
    g_array_set_size (self->grounds, self->grounds->len - 1);
  else if (strcmp (name, "anchor") == 0)
    self->in_front = FALSE;
  else if (strcmp (name, "spPr") == 0)
    self->in_shape = FALSE;
  else if (strcmp (name, "ln") == 0 && self->in_line > 0)
    self->in_line--;
  else if (is_properties (name))
    self->owner = OF_NOTHING;
  return TRUE;
}

static void
text_cb (const char *text, gsize length, gpointer data)
{
  Scan *self = data;

  for (gsize i = 0; self->in_text && i < length; i++)
    self->has_words |= !g_ascii_isspace (text[i]);
}

/* Goes through a part that has words, or settings. */
gboolean
_foi_docx_scan (FoiZip *zip, const char *part, gboolean is_main, GHashTable *styles,
                FoiDocumentTally *tally, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { begin_cb, end_cb, text_cb, NULL };
  const Ground paper = { .is_unknown = FALSE };
  g_autoptr (GArray) grounds = g_array_new (FALSE, FALSE, sizeof (Ground));
  Scan self = { .styles = styles, .tally = tally, .place = { 0, part }, .is_main = is_main,
                .grounds = grounds };
  gboolean done;

  g_array_append_val (grounds, paper);
  done = foi_xml_read (zip, part, &handler, &self, cancellable, error);
  g_free (self.run_style);
  g_free (self.paragraph_style);
  return done;
}

/* ---- styles ---- */

/* What a style of tables says of the table, or of a part of it. */
static void
take_table (Scan *self, const char *name, const FoiXmlAttributes *attributes)
{
  FoiDocxTable *table = self->style->table;

  if (strcmp (name, "tblStylePr") == 0)
    _foi_docx_table_set_part (table, foi_xml_get (attributes, "type"));
  else if (strcmp (name, "shd") == 0 && self->owner != OF_RUN)
    _foi_docx_table_set_colour (table, FOI_DOCX_BEHIND, get_fill (attributes));
  else if (strcmp (name, "color") == 0 && self->owner == OF_RUN)
    _foi_docx_table_set_colour (table, FOI_DOCX_COLOUR, foi_xml_get (attributes, "val"));
  else if (strcmp (name, "tblStyleRowBandSize") == 0)
    _foi_docx_table_set_bands (table, TRUE, foi_xml_get_count (attributes, "val", 1));
  else if (strcmp (name, "tblStyleColBandSize") == 0)
    _foi_docx_table_set_bands (table, FALSE, foi_xml_get_count (attributes, "val", 1));
}

static gboolean
style_begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data,
                GError **error)
{
  Scan *self = data;
  const char *id = foi_xml_get (attributes, "styleId");

  if (strcmp (name, "style") == 0)
    {
      const char *type = foi_xml_get (attributes, "type");

      self->style = id != NULL ? _foi_document_styles_add (self->styles, id) : NULL;
      if (self->style != NULL && self->style->table == NULL && g_strcmp0 (type, "table") == 0)
        self->style->table = _foi_docx_table_new ();
      self->owner = OF_NOTHING;
    }
  if (self->style == NULL)
    return TRUE;
  if (strcmp (name, "basedOn") == 0)
    {
      g_free (self->style->parent);
      self->style->parent = g_strdup (foi_xml_get (attributes, "val"));
    }
  take_owner (self, name);
  if (self->style->table != NULL)
    take_table (self, name, attributes);
  else if (self->owner != OF_NOTHING)
    take_property (self, name, attributes);
  return TRUE;
}

static gboolean
style_end_cb (const char *name, gpointer data, GError **error)
{
  Scan *self = data;

  if (strcmp (name, "style") == 0)
    self->style = NULL;
  else if (self->style != NULL && self->style->table != NULL && strcmp (name, "tblStylePr") == 0)
    _foi_docx_table_set_part (self->style->table, NULL);
  else if (is_properties (name))
    self->owner = OF_NOTHING;
  return TRUE;
}

/* Reads what styles hide. */
gboolean
_foi_docx_read_styles (FoiZip *zip, GHashTable *styles, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { style_begin_cb, style_end_cb, NULL, NULL };
  const Ground paper = { .is_unknown = FALSE };
  g_autoptr (GArray) grounds = g_array_new (FALSE, FALSE, sizeof (Ground));
  Scan self = { .styles = styles, .grounds = grounds };
  gboolean done;

  if (foi_zip_find (zip, STYLES) == NULL)
    return TRUE;
  g_array_append_val (grounds, paper);
  done = foi_xml_read (zip, STYLES, &handler, &self, cancellable, error);
  g_free (self.run_style);
  g_free (self.paragraph_style);
  return done;
}
