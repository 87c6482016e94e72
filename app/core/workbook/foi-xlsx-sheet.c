/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-sheet-ranges.h"
#include "foi-xlsx-around.h"

/* A sheet that is being read. */
typedef struct
{
  FoiXlsx *xlsx;
  const char *name;
  FoiSheetSink sink;
  FoiHidden *hidden; /* or NULL, where only cells are wanted */
  FoiXlsxUsed *used;
  FoiSheetFacts *facts;
  FoiXlsxAround around;
  gboolean flat_rows; /* where nothing else is said */
  GHashTable *shared; /* groups of formulas that take figures from elsewhere */

  guint row, column; /* of the cell that comes next */
  gboolean in_row, row_hidden;
  char type[12];
  guint style;
  gboolean has_style; /* of its own */
  guint row_style;    /* of cells in the row that have none, or 0 */
  gboolean in_value, in_formula, in_inline;
  guint32 colour;     /* of the words of a text that are being read */
  gboolean has_faint; /* whether some of them were not to be seen */
  gboolean is_tiny;   /* the words that are being read */
  gboolean has_tiny, has_phonetic;
  guint n_phonetic;
  gboolean is_computed;
  char *group;
  GString *value;
  GString *formula;
  GString *shown;
  char *stored; /* of the last number that is shown with fewer places */
} SheetReading;

/* "AB12" as column and row from 0; %FALSE for anything else. */
static gboolean
read_place (const char *text, guint *row, guint *column)
{
  guint letters = 0;
  guint64 number;

  for (; g_ascii_isupper (*text); text++)
    {
      letters = letters * 26 + (guint) (*text - 'A') + 1;
      if (letters > FOI_WORKBOOK_MAX_COLUMNS)
        return FALSE;
    }
  if (letters == 0
      || !g_ascii_string_to_unsigned (text, 10, 1, FOI_WORKBOOK_MAX_ROWS, &number, NULL))
    return FALSE;
  *column = letters - 1;
  *row = (guint) number - 1;
  return TRUE;
}

static gboolean
fail_place (const char *where, GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX,
               _("The file is damaged: “%s” is no place in a sheet"), where);
  return FALSE;
}

/* Of a cell, what no spreadsheet puts into one. */
static gboolean
fail_value (const SheetReading *self, GError **error)
{
  const FoiSheetRange place = { self->row, self->column, self->row, self->column };
  g_autofree char *cell = foi_sheet_range_to_text (&place);

  /* Translators: a sheet's name, the place of a cell as in B4, and what is in it. */
  g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX,
               _("The file is damaged: in the sheet “%s”, the cell %s has “%s”, which is no value "
                 "that a cell can have"),
               self->name, cell, self->value->str);
  return FALSE;
}

/* ---- rows and columns ---- */

/* In points: of a lower row nobody sees more than a line. */
#define FLAT_HEIGHT 2

static gboolean
is_flat (const char *height)
{
  return height != NULL && g_ascii_strtod (height, NULL) < FLAT_HEIGHT;
}

static gboolean
begin_row (SheetReading *self, const FoiXmlAttributes *attributes, GError **error)
{
  const char *number = foi_xml_get (attributes, "r");
  const char *height = foi_xml_get (attributes, "ht");
  FoiSheetWhy why = FOI_SHEET_SEEN;
  guint row = number != NULL ? foi_xml_get_count (attributes, "r", 0) - 1 : self->row;

  if (self->in_row || row < self->row || row >= FOI_WORKBOOK_MAX_ROWS)
    return fail_place (number != NULL ? number : "row", error);
  self->in_row = TRUE;
  self->row = row;
  self->column = 0;
  if (foi_xml_is_true (attributes, "hidden"))
    why = foi_xml_get_count (attributes, "outlineLevel", 0) > 0 ? FOI_SHEET_FOLDED
                                                                : FOI_SHEET_PUT_AWAY;
  if ((is_flat (height) || (height == NULL && self->flat_rows))
      && (why == FOI_SHEET_SEEN || foi_xml_is_true (attributes, "customHeight")))
    why = FOI_SHEET_FLAT;
  self->row_hidden = why != FOI_SHEET_SEEN;
  self->row_style = foi_xml_is_true (attributes, "customFormat")
                      ? foi_xml_get_count (attributes, "s", 0) : 0;
  foi_sheet_facts_add_row (self->facts, self->row, why);
  return TRUE;
}

/* ---- cells ---- */

static gboolean
begin_cell (SheetReading *self, const FoiXmlAttributes *attributes, GError **error)
{
  const char *place = foi_xml_get (attributes, "r");
  const char *type = foi_xml_get (attributes, "t");
  guint row = self->row, column = self->column;

  if (place != NULL
      && (!read_place (place, &row, &column) || row != self->row || column < self->column))
    return fail_place (place, error);
  self->column = column;
  if (!self->in_row || self->column >= FOI_WORKBOOK_MAX_COLUMNS)
    return fail_place ("c", error);
  g_strlcpy (self->type, type != NULL ? type : "n", sizeof self->type);
  self->has_style = foi_xml_get (attributes, "s") != NULL;
  self->style = foi_xml_get_count (attributes, "s", 0);
  self->is_computed = FALSE;
  self->has_faint = self->has_tiny = self->has_phonetic = FALSE;
  g_string_truncate (self->value, 0);
  g_string_truncate (self->formula, 0);
  return TRUE;
}

static const FoiXlsxStyle *
find_style (const SheetReading *self, guint style)
{
  static const FoiXlsxStyle plain
    = { .format = { .kind = FOI_FORMAT_GENERAL, .decimals = -1 }, .behind = FOI_COLOUR_WHITE };
  const GArray *styles = self->xlsx->styles.cells;

  return style < styles->len ? &g_array_index (styles, FoiXlsxStyle, style) : &plain;
}

static const FoiXlsxStyle *
get_style (const SheetReading *self)
{
  return find_style (self, self->style);
}

/* How a cell looks. One without a style has in some programs that of its row or column. */
static const FoiXlsxStyle *
get_look (const SheetReading *self)
{
  if (self->has_style)
    return get_style (self);
  return find_style (self, self->row_style > 0
                             ? self->row_style
                             : _foi_xlsx_around_get_column_style (&self->around, self->column));
}

static const char *
get_shared_string (const SheetReading *self)
{
  const FoiXlsxStrings *strings = &self->xlsx->strings;
  guint64 index;

  if (!g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXUINT32, &index, NULL)
      || index >= strings->starts->len)
    return NULL;
  return strings->text->str + g_array_index (strings->starts, guint32, index);
}

/* Whether whole numbers are shown as they are stored: that is nearly always so, and fast. */
static gboolean
is_plain_integer (const FoiNumberFormat *format, const char *value)
{
  gsize length = strlen (value);

  return (format->kind == FOI_FORMAT_GENERAL || format->kind == FOI_FORMAT_NUMBER)
         && format->currency == NULL && format->digits == 0 && length > 0 && length < 16
         && strspn (value, "0123456789") == length;
}

static gboolean
fill_number (SheetReading *self, FoiSheetCell *cell, GError **error)
{
  const FoiNumberFormat *format = &get_style (self)->format;
  char *end;
  double value;

  cell->type = FOI_SHEET_NUMBER;
  cell->text = self->value->str;
  if (is_plain_integer (format, cell->text))
    return TRUE;
  value = g_ascii_strtod (self->value->str, &end);
  if (*end != '\0' || !(value > -1e300 && value < 1e300))
    return fail_value (self, error);
  g_string_truncate (self->shown, 0);
  cell->type = foi_number_format_show (format, value, self->xlsx->from_1904, self->shown);
  cell->text = self->shown->str;
  if (cell->type == FOI_SHEET_NUMBER)
    {
      g_free (self->stored);
      self->stored = foi_number_format_dup_rounded (format, value, cell->text);
      cell->stored = self->stored;
    }
  return TRUE;
}

static gboolean
fill_cell (SheetReading *self, FoiSheetCell *cell, GError **error)
{
  if (strcmp (self->type, "s") == 0)
    {
      cell->text = get_shared_string (self);
      if (cell->text == NULL)
        return fail_value (self, error);
    }
  else if (strcmp (self->type, "n") == 0)
    return fill_number (self, cell, error);
  else if (strcmp (self->type, "b") == 0)
    {
      cell->type = FOI_SHEET_BOOLEAN;
      cell->text = strcmp (self->value->str, "1") == 0 ? "TRUE" : "FALSE";
    }
  else if (strcmp (self->type, "e") == 0)
    {
      cell->type = FOI_SHEET_ERROR;
      cell->text = self->value->str;
    }
  else if (strcmp (self->type, "d") == 0)
    {
      cell->type = FOI_SHEET_DATE;
      if (g_str_has_suffix (self->value->str, "T00:00:00"))
        g_string_truncate (self->value, self->value->len - strlen ("T00:00:00"));
      cell->text = self->value->str;
    }
  else
    {
      _foi_xlsx_resolve_escapes (self->value, 0);
      cell->text = self->value->str;
    }
  return TRUE;
}

/* Whether a formula names another sheet or file. */
static gboolean
is_from_elsewhere (SheetReading *self)
{
  gboolean quoted = FALSE;

  for (const char *p = self->formula->str; *p != '\0'; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (*p == '!' && !quoted)
        {
          if (self->group != NULL)
            g_hash_table_add (self->shared, g_strdup (self->group));
          return TRUE;
        }
    }
  return self->formula->len == 0 && self->group != NULL
         && g_hash_table_contains (self->shared, self->group);
}

/* Whether words in a text of several colours are not seen on @behind. */
static gboolean
has_faint_words (SheetReading *self, guint32 behind)
{
  const GArray *runs = self->xlsx->strings.runs;
  guint64 index = g_ascii_strtoull (self->value->str, NULL, 10);
  guint low = 0, high = runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (runs, FoiXlsxRun, middle).index < index)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < runs->len && g_array_index (runs, FoiXlsxRun, low).index == index; low++)
    if (foi_sheet_colour_is_near (g_array_index (runs, FoiXlsxRun, low).colour, behind))
      return TRUE;
  return FALSE;
}

/* What the text is that cells share. */
static guint8
use_string (SheetReading *self)
{
  GByteArray *flags = self->xlsx->strings.flags;
  guint64 index = g_ascii_strtoull (self->value->str, NULL, 10);

  if (strcmp (self->type, "s") != 0 || index >= flags->len)
    return 0;
  flags->data[index] |= FOI_STRING_USED;
  return flags->data[index];
}

/* What a cell shows of texts that are no other's, and what its formula has besides. */
static void
note_formula (SheetReading *self, const FoiSheetCell *cell)
{
  const FoiSheetRange range = { self->row, self->column, self->row, self->column };

  if (self->xlsx->texts == NULL)
    return;
  if (strcmp (self->type, "str") == 0 || strcmp (self->type, "inlineStr") == 0)
    foi_formula_texts_show (self->xlsx->texts, cell->text);
  foi_formula_texts_add (self->xlsx->texts, self->around.sheet, &range, self->formula->str,
                         cell->text);
}

/* What can be read only with pains. */
static void
note_words (SheetReading *self, const FoiXlsxStyle *style, guint8 flags)
{
  const FoiSheetRange cell = { self->row, self->column, self->row, self->column };

  if (style->is_tiny || self->has_tiny || (flags & FOI_STRING_TINY) != 0)
    foi_sheet_facts_note (self->facts, FOI_HIDDEN_INVISIBLE_TEXT, _("too small to be read"), &cell);
  if (self->has_phonetic || (flags & FOI_STRING_PHONETIC) != 0)
    foi_sheet_facts_note (self->facts, FOI_HIDDEN_INVISIBLE_TEXT, _("how words are spoken"),
                          &cell);
}

static void
note_cell (SheetReading *self, const FoiSheetCell *cell)
{
  const FoiXlsxStyle *style = get_look (self);
  gboolean is_number = strcmp (self->type, "n") == 0;
  const FoiSheetRange range = { self->row, self->column, self->row, self->column };
  guint8 flags = use_string (self);
  double value = 0;

  if (self->is_computed && is_from_elsewhere (self))
    foi_sheet_facts_add_cell (self->facts, FOI_HIDDEN_FORMULA, self->row, self->column);
  note_formula (self, cell);
  if (*cell->text == '\0')
    return;
  foi_sheet_facts_add_filled (self->facts, self->row, self->column);
  if (!is_number)
    _foi_xlsx_show_address (self->xlsx, cell->text);
  if (style->is_invisible || self->has_faint
      || (strcmp (self->type, "s") == 0 && has_faint_words (self, style->behind)))
    foi_sheet_facts_add_cell (self->facts, FOI_HIDDEN_INVISIBLE_TEXT, self->row, self->column);
  note_words (self, style, flags);
  if (style->format.n_sections == 0)
    return;
  value = is_number ? g_ascii_strtod (self->value->str, NULL) : 0;
  if (foi_number_format_hides (&style->format, is_number, value))
    foi_sheet_facts_add_cell (self->facts, FOI_HIDDEN_INVISIBLE_FORMAT, self->row, self->column);
  else if (foi_number_format_misleads (&style->format, is_number, value))
    foi_sheet_facts_note (self->facts, FOI_HIDDEN_INVISIBLE_FORMAT, _("something else is shown"),
                          &range);
}

static gboolean
end_cell (SheetReading *self, GError **error)
{
  FoiSheetCell cell = { .row = self->row, .column = self->column, .text = "" };

  cell.computed = self->is_computed;
  cell.hidden = self->row_hidden || foi_sheet_facts_is_column_hidden (self->facts, self->column);
  if (self->value->len > 0 && !fill_cell (self, &cell, error))
    return FALSE;
  if (self->hidden != NULL)
    note_cell (self, &cell);
  if (*cell.text != '\0')
    {
      self->used->n_rows = MAX (self->used->n_rows, self->row + 1);
      self->used->n_columns = MAX (self->used->n_columns, self->column + 1);
    }
  self->column++;
  g_clear_pointer (&self->group, g_free);
  return _foi_sheet_sink_add (&self->sink, &cell, error);
}

/* ---- elements ---- */

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  SheetReading *self = data;

  if (name[0] == 'c' && name[1] == '\0')
    return begin_cell (self, attributes, error);
  self->in_value = name[0] == 'v' && name[1] == '\0';
  if (self->in_value)
    return TRUE;
  if (strcmp (name, "row") == 0)
    return begin_row (self, attributes, error);
  self->in_formula = self->in_row && name[0] == 'f' && name[1] == '\0';
  if (self->in_formula)
    {
      self->is_computed = TRUE;
      if (g_strcmp0 (foi_xml_get (attributes, "t"), "shared") == 0)
        {
          g_free (self->group);
          self->group = g_strdup (foi_xml_get (attributes, "si"));
        }
      return TRUE;
    }
  if (strcmp (name, "is") == 0)
    {
      self->in_inline = TRUE;
      self->colour = FOI_COLOUR_NONE;
      self->is_tiny = FALSE;
    }
  else if (self->in_inline && strcmp (name, "sz") == 0)
    self->is_tiny = foi_xlsx_size_is_tiny (attributes);
  else if (self->in_inline && (strcmp (name, "r") == 0 || strcmp (name, "color") == 0))
    {
      self->colour = foi_sheet_theme_get (&self->xlsx->theme, attributes);
      self->is_tiny = self->is_tiny && strcmp (name, "r") != 0;
    }
  else if (strcmp (name, "rPh") == 0)
    self->n_phonetic++;
  else if (strcmp (name, "t") == 0)
    {
      self->in_value = self->in_inline && self->n_phonetic == 0;
      self->has_phonetic |= self->in_inline && self->n_phonetic > 0;
    }
  else if (strcmp (name, "sheetFormatPr") == 0)
    {
      self->flat_rows = is_flat (foi_xml_get (attributes, "defaultRowHeight"));
      _foi_xlsx_around_begin (&self->around, name, attributes);
    }
  else
    _foi_xlsx_around_begin (&self->around, name, attributes);
  return TRUE;
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  SheetReading *self = data;

  if (self->in_value && self->in_inline
      && foi_sheet_colour_is_near (self->colour, get_style (self)->behind))
    self->has_faint = TRUE;
  self->has_tiny |= self->in_value && self->in_inline && self->is_tiny;
  self->in_value = FALSE;
  self->in_formula = FALSE;
  if (name[0] == 'c' && name[1] == '\0')
    return end_cell (self, error);
  if (strcmp (name, "row") == 0)
    {
      self->row++;
      self->in_row = FALSE;
    }
  else if (strcmp (name, "is") == 0)
    self->in_inline = FALSE;
  else if (strcmp (name, "rPh") == 0 && self->n_phonetic > 0)
    self->n_phonetic--;
  else if (!self->in_row)
    _foi_xlsx_around_end (&self->around, name);
  return TRUE;
}

static void
text_cb (const char *text, gsize length, gpointer data)
{
  SheetReading *self = data;

  if (self->in_value)
    g_string_append_len (self->value, text, (gssize) length);
  else if (self->in_formula)
    g_string_append_len (self->formula, text, (gssize) length);
  else if (!self->in_row)
    _foi_xlsx_around_add_text (&self->around, text, length);
}

static void
progress_cb (double fraction, gpointer data)
{
  SheetReading *self = data;

  if (self->sink.visitor != NULL && self->sink.visitor->progress != NULL)
    self->sink.visitor->progress (fraction, self->sink.data);
}

gboolean
_foi_xlsx_read_sheet (FoiXlsx *self, guint sheet, const FoiSheetVisitor *visitor, gpointer data,
                      FoiHidden *hidden, FoiXlsxUsed *used, GCancellable *cancellable,
                      GError **error)
{
  static const FoiXmlHandler handler = { begin_cb, end_cb, text_cb, progress_cb };
  const FoiSheet *which = g_ptr_array_index (self->sheets, sheet);
  g_autoptr (GString) value = g_string_new (NULL), formula = g_string_new (NULL);
  g_autoptr (GString) shown = g_string_new (NULL), around = g_string_new (NULL);
  g_autoptr (FoiSheetFacts) facts = foi_sheet_facts_new ();
  g_autoptr (GHashTable) shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SheetReading reading = {
    .xlsx = self,
    .name = which->name,
    .sink = { visitor, data, 0 },
    .hidden = hidden,
    .used = used,
    .facts = facts,
    .shared = shared,
    .value = value,
    .formula = formula,
    .shown = shown,
  };
  gboolean done;

  reading.around = (FoiXlsxAround){
    .xlsx = self,
    .sheet = which->name,
    .sink = &reading.sink,
    .facts = facts,
    .hidden = hidden,
    .text = around,
  };

  if (which->part == NULL)
    return fail_place (which->name, error);
  if (!_foi_xlsx_read_strings (self, cancellable, error))
    return FALSE;
  if (hidden != NULL)
    _foi_xlsx_add_drawings (self, which->part, facts);
  done = foi_xml_read (self->zip, which->part, &handler, &reading, cancellable, error);
  g_free (reading.group);
  g_free (reading.stored);
  if (done && hidden != NULL)
    _foi_xlsx_around_tell (&reading.around);
  _foi_xlsx_around_clear (&reading.around);
  return done;
}
