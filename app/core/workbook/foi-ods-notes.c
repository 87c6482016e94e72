/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ods-notes.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-sheet-colours.h"

#define MAX_AUTHORS 400
#define MAX_NAMES   65536

/* How the cells of a style look, as flags; 0 is not looked up yet. */
enum
{
  LOOK_KNOWN = 1 << 0,
  LOOK_INVISIBLE = 1 << 1,
  LOOK_PROTECTED = 1 << 2,
  LOOK_TINY = 1 << 3,
};

typedef struct
{
  guint first, last;
  char *style;
} Column;

typedef struct
{
  guint n_rows, n_columns;
} Used;

/* A name for cells; @address is NULL where it stands for something else. */
typedef struct
{
  char *name;
  char *address;
} Name;

struct _FoiOdsNotes
{
  FoiOds *ods;
  FoiHidden *hidden;
  FoiSheetFacts *facts; /* not owned; of the sheet that is read */
  guint sheet;
  gboolean is_protected;
  gboolean has_lists;
  char *conditional; /* the cells that a condition is for */
  FoiSheetRange frame; /* the cells under one that is read */
  gboolean has_frame;
  GString *authors;
  GArray *columns;   /* of Column */
  GHashTable *looks; /* of styles */
  GArray *names;     /* of Name */
  Used *used;
};

static void
clear_column (gpointer data)
{
  g_free (((Column *) data)->style);
}

static void
clear_name (gpointer data)
{
  Name *name = data;

  g_free (name->name);
  g_free (name->address);
}

FoiOdsNotes *
_foi_ods_notes_new (FoiOds *ods, FoiHidden *hidden)
{
  FoiOdsNotes *self = g_new0 (FoiOdsNotes, 1);

  self->ods = ods;
  self->hidden = hidden;
  self->authors = g_string_new (NULL);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_clear_func (self->names, clear_name);
  self->used = g_new0 (Used, ods->sheets->len + 1);
  return self;
}

void
_foi_ods_notes_free (FoiOdsNotes *self)
{
  g_free (self->conditional);
  g_string_free (self->authors, TRUE);
  g_array_unref (self->columns);
  g_hash_table_unref (self->looks);
  g_array_unref (self->names);
  g_free (self->used);
  g_free (self);
}

static const char *
get_sheet_name (FoiOdsNotes *self)
{
  return ((FoiSheet *) g_ptr_array_index (self->ods->sheets, self->sheet))->name;
}

void
_foi_ods_notes_begin_sheet (FoiOdsNotes *self, guint sheet, FoiSheetFacts *facts,
                            const FoiXmlAttributes *attributes)
{
  self->sheet = sheet;
  self->facts = facts;
  self->is_protected = foi_xml_is_true (attributes, "protected");
  g_string_truncate (self->authors, 0);
  g_array_set_size (self->columns, 0);
}

/* ---- addresses ---- */

/* `A1:B2` of `$Calls.$A$1:.$B$2`, and the sheet's name where one is wanted; %NULL if it is none. */
static char *
dup_cells (const char *address, char **sheet)
{
  const char *colon = strrchr (address, ':');
  g_autofree char *first
    = colon != NULL ? g_strndup (address, (gsize) (colon - address)) : g_strdup (address);
  const char *cell = strrchr (first, '.');
  const char *last = colon != NULL ? strrchr (colon, '.') : NULL;

  if (cell == NULL)
    return NULL;
  if (sheet != NULL)
    *sheet = g_strndup (first, (gsize) (cell - first));
  return colon == NULL ? g_strdup (cell + 1)
                       : g_strdup_printf ("%s:%s", cell + 1, last != NULL ? last + 1 : colon + 1);
}

/* A name with `'` around it has those in it twice. */
static gboolean
is_sheet (const char *quoted, const char *name)
{
  g_autoptr (GString) text = g_string_new (quoted + (*quoted == '$'));

  if (text->len >= 2 && text->str[0] == '\'')
    {
      g_string_erase (text, 0, 1);
      g_string_truncate (text, text->len - 1);
      g_string_replace (text, "''", "'", 0);
    }
  return strcmp (text->str, name) == 0;
}

/* Whether a name stands for cells that are seen and have something in them: it hides nothing. */
static gboolean
is_plain_name (FoiOdsNotes *self, const Name *name)
{
  g_autofree char *sheet = NULL;
  g_autofree char *cells = name->address != NULL ? dup_cells (name->address, &sheet) : NULL;
  FoiSheetRange range;

  if (cells == NULL || !foi_sheet_range_parse (cells, &range))
    return FALSE;
  for (guint i = 0; i < self->ods->sheets->len; i++)
    {
      const FoiSheet *found = g_ptr_array_index (self->ods->sheets, i);

      if (is_sheet (sheet, found->name))
        return found->state == FOI_SHEET_VISIBLE && range.last_row < self->used[i].n_rows
               && range.last_column < self->used[i].n_columns;
    }
  return FALSE;
}

/* ---- elements ---- */

static void
add_conditional (FoiOdsNotes *self, FoiHiddenKind kind)
{
  g_autofree char *cells
    = self->conditional != NULL ? dup_cells (self->conditional, NULL) : NULL;

  foi_sheet_facts_add_range (self->facts, kind, cells);
}

static void
add_name (FoiOdsNotes *self, const FoiXmlAttributes *attributes)
{
  Name name = { g_strdup (foi_xml_get (attributes, "name")),
                g_strdup (foi_xml_get (attributes, "cell-range-address")) };

  if (self->names->len < MAX_NAMES)
    g_array_append_val (self->names, name);
  else
    {
      clear_name (&name);
      foi_hidden_add (self->hidden, FOI_HIDDEN_DEFINED_NAME, FOI_ODS_CONTENT, 1, NULL);
    }
}

/* Takes up an element that is not in a cell: of a sheet, or what is there for all of them. */
void
_foi_ods_notes_begin (FoiOdsNotes *self, const char *name, const FoiXmlAttributes *attributes)
{
  const char *cells = foi_xml_get (attributes, "target-range-address");
  const char *style = foi_xml_get (attributes, "apply-style-name");

  if (strcmp (name, "named-range") == 0 || strcmp (name, "named-expression") == 0)
    add_name (self, attributes);
  else if (self->facts == NULL)
    return;
  else if (strcmp (name, "conditional-format") == 0)
    {
      g_free (self->conditional);
      self->conditional = g_strdup (cells);
    }
  else if (strcmp (name, "condition") == 0
           && foi_ods_styles_is_invisible (self->ods->styles, style))
    add_conditional (self, FOI_HIDDEN_INVISIBLE_TEXT);
  else if ((strcmp (name, "data-bar") == 0 || strcmp (name, "icon-set") == 0)
           && g_strcmp0 (foi_xml_get (attributes, "show-value"), "false") == 0)
    add_conditional (self, FOI_HIDDEN_INVISIBLE_FORMAT);
  else if (strcmp (name, "scenario") == 0)
    foi_hidden_add (self->hidden, FOI_HIDDEN_DATA_MODEL, get_sheet_name (self), 1, name);
}

/* ---- cells ---- */

void
_foi_ods_notes_add_column (FoiOdsNotes *self, guint first, guint last, const char *style)
{
  Column column = { first, last, NULL };

  if (style == NULL)
    return;
  column.style = g_strdup (style);
  g_array_append_val (self->columns, column);
}

/* The style of cells of a column that have none of their own, if any. */
const char *
_foi_ods_notes_get_column_style (FoiOdsNotes *self, guint column)
{
  guint low = 0, high = self->columns->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Column *found = &g_array_index (self->columns, Column, middle);

      if (column >= found->first && column <= found->last)
        return found->style;
      if (column > found->last)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static guint
get_look (FoiOdsNotes *self, const char *style)
{
  const char *name = style != NULL ? style : "";
  guint look = GPOINTER_TO_UINT (g_hash_table_lookup (self->looks, name));

  if (look != 0)
    return look;
  look = LOOK_KNOWN;
  if (foi_ods_styles_is_invisible (self->ods->styles, style))
    look |= LOOK_INVISIBLE;
  if (foi_ods_styles_has (self->ods->styles, "table-cell", style, FOI_ODS_PROTECTED))
    look |= LOOK_PROTECTED;
  if (foi_ods_styles_has (self->ods->styles, "table-cell", style, FOI_ODS_TINY))
    look |= LOOK_TINY;
  g_hash_table_insert (self->looks, g_strdup (name), GUINT_TO_POINTER (look));
  return look;
}

/* Whether words of one style are not seen in a cell of another. */
gboolean
_foi_ods_notes_is_faint (FoiOdsNotes *self, const char *words, const char *cell)
{
  return words != NULL
         && foi_sheet_colour_is_near (
           foi_ods_styles_get_colour (self->ods->styles, "text", words),
           foi_ods_styles_get_behind (self->ods->styles, cell));
}

/* The cells that lie wholly under what is anchored in one and ends in another. */
static gboolean
read_frame (const FoiXmlAttributes *attributes, guint row, guint column, FoiSheetRange *range)
{
  const char *address = foi_xml_get (attributes, "end-cell-address");
  const char *beside = foi_xml_get (attributes, "x"), *below = foi_xml_get (attributes, "y");
  g_autofree char *cell = address != NULL ? dup_cells (address, NULL) : NULL;
  FoiSheetRange end;

  if (cell == NULL || !foi_sheet_range_parse (cell, &end) || end.last_row == 0
      || end.last_column == 0)
    return FALSE;
  /* In whichever unit: a line's width is nothing. */
  range->first_row = row + (below != NULL && g_ascii_strtod (below, NULL) > 0.1);
  range->first_column = column + (beside != NULL && g_ascii_strtod (beside, NULL) > 0.1);
  range->last_row = end.last_row - 1;
  range->last_column = end.last_column - 1;
  return range->first_row <= range->last_row && range->first_column <= range->last_column;
}

/* Takes up an element in a cell: what is drawn there may lie over others. */
void
_foi_ods_notes_begin_drawn (FoiOdsNotes *self, const char *name,
                            const FoiXmlAttributes *attributes, guint row, guint column)
{
  static const char *const shapes[]
    = { "custom-shape", "rect", "ellipse", "circle", "polygon", "path", NULL };
  FoiSheetRange range;

  if (strcmp (name, "frame") == 0)
    self->has_frame = read_frame (attributes, row, column, &self->frame);
  else if ((strcmp (name, "image") == 0 || strcmp (name, "object") == 0) && self->has_frame)
    {
      foi_sheet_facts_add_picture (self->facts, &self->frame);
      self->has_frame = FALSE;
    }
  else if (g_strv_contains (shapes, name) && read_frame (attributes, row, column, &range)
           && !foi_ods_styles_has (self->ods->styles, "graphic",
                                   foi_xml_get (attributes, "style-name"), FOI_ODS_SEE_THROUGH))
    foi_sheet_facts_add_picture (self->facts, &range);
}

/* Whether words of a style are too small to be read. */
gboolean
_foi_ods_notes_is_tiny (FoiOdsNotes *self, const char *words)
{
  return words != NULL && foi_ods_styles_has (self->ods->styles, "text", words, FOI_ODS_TINY);
}

/* What can be read only with pains. */
static void
note_words (FoiOdsNotes *self, const FoiOdsNotedCell *cell, guint look)
{
  const FoiSheetRange *range = &cell->range;

  if ((look & LOOK_TINY) != 0 || cell->has_tiny)
    foi_sheet_facts_note (self->facts, FOI_HIDDEN_INVISIBLE_TEXT, _("too small to be read"), range);
  if (cell->has_tip)
    foi_sheet_facts_note (self->facts, FOI_HIDDEN_COMMENT, _("tips of links"), range);
  if (cell->is_shown && cell->is_other)
    foi_sheet_facts_note (self->facts, FOI_HIDDEN_INVISIBLE_FORMAT, _("something else is shown"),
                          range);
}

void
_foi_ods_notes_add_cell (FoiOdsNotes *self, const FoiOdsNotedCell *cell)
{
  const guint row = cell->range.first_row, column = cell->range.first_column;
  Used *used = &self->used[self->sheet];
  guint look;

  if (cell->is_elsewhere)
    foi_sheet_facts_add_cell (self->facts, FOI_HIDDEN_FORMULA, row, column);
  if (cell->has_list)
    {
      self->has_lists = TRUE;
      foi_sheet_facts_add_block (self->facts, FOI_HIDDEN_DATA_VALIDATION, &cell->range);
    }
  if (!cell->is_filled)
    return;
  used->n_rows = MAX (used->n_rows, cell->range.last_row + 1);
  used->n_columns = MAX (used->n_columns, cell->range.last_column + 1);
  look = get_look (self, cell->style);
  foi_sheet_facts_add_filled_block (self->facts, &cell->range);
  note_words (self, cell, look);
  if (cell->is_covered)
    foi_sheet_facts_add_covered (self->facts, row, column);
  if ((look & LOOK_INVISIBLE) != 0 || cell->has_faint)
    foi_sheet_facts_add_cell (self->facts, FOI_HIDDEN_INVISIBLE_TEXT, row, column);
  if (!cell->is_shown || (self->is_protected && (look & LOOK_PROTECTED) != 0))
    foi_sheet_facts_add_cell (self->facts, FOI_HIDDEN_INVISIBLE_FORMAT, row, column);
}

void
_foi_ods_notes_add_comment (FoiOdsNotes *self, guint row, guint column)
{
  foi_sheet_facts_add_cell (self->facts, FOI_HIDDEN_COMMENT, row, column);
}

/* Who wrote a comment, each once as far as they fit. */
void
_foi_ods_notes_add_author (FoiOdsNotes *self, const char *name)
{
  g_auto (GStrv) known = g_strsplit (self->authors->str, ", ", -1);

  if (*name != '\0' && self->authors->len < MAX_AUTHORS
      && !g_strv_contains ((const char *const *) known, name))
    g_string_append_printf (self->authors, "%s%s", self->authors->len > 0 ? ", " : "", name);
}

void
_foi_ods_notes_end_sheet (FoiOdsNotes *self)
{
  if (self->authors->len > 0)
    foi_sheet_facts_set_names (self->facts, FOI_HIDDEN_COMMENT, self->authors->str);
  foi_sheet_facts_tell (self->facts, get_sheet_name (self), self->hidden);
  self->facts = NULL;
}

/* Tells the names for cells, which stand behind the sheets. */
void
_foi_ods_notes_tell_names (FoiOdsNotes *self)
{
  for (guint i = 0; i < self->names->len; i++)
    {
      const Name *name = &g_array_index (self->names, Name, i);

      if (!is_plain_name (self, name))
        foi_hidden_add (self->hidden, FOI_HIDDEN_DEFINED_NAME, FOI_ODS_CONTENT, 1, name->name);
    }
}

/* Whether cells were found that take entries from a list. */
gboolean
_foi_ods_notes_has_lists (FoiOdsNotes *self)
{
  return self->has_lists;
}
