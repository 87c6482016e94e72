/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-formula-texts.h"
#include "foi-number-format.h"
#include "foi-ods-notes.h"
#include "foi-sheet-ranges.h"

/* Every sheet is wanted, and not one of them. */
#define ALL_SHEETS G_MAXUINT
#define MAX_AUTHOR 200

/* A filled cell of the row that is being read: it stands in the row again and again as often as the
 * file says, so that nothing is kept for what is merely declared. */
typedef struct
{
  guint column;
  guint n_columns;
  gsize text;   /* where it begins in the row's text */
  gsize stored; /* and where the number with all its places does; 0 for none */
  FoiSheetType type;
  gboolean computed;
  gboolean covered;
} RowCell;

typedef struct
{
  FoiOds *ods;
  FoiSheetSink sink;
  FoiOdsNotes *notes; /* or NULL, where only cells are wanted */
  FoiFormulaTexts *texts; /* with them */
  char *formula;
  FoiSheetFacts *facts;
  guint wanted;
  gboolean only_visible; /* of all */
  guint n_tables;
  guint depth, body, cell_depth;
  gboolean in_sheet;
  guint n_folded_rows, n_folded_columns;

  guint row, n_rows; /* the row, and how often it stands there */
  guint column, n_columns;
  gboolean row_hidden;
  char *row_style; /* of cells in the row that have none */
  GArray *cells;   /* of RowCell */
  GString *row_text;

  char *value_type;
  char *value;
  char *currency;
  char *stored; /* of a number that is shown with fewer places */
  char *style;
  gboolean is_error, is_computed, is_elsewhere, is_covered, has_list, has_faint;
  gboolean has_tiny, has_tip;
  GString *author;
  gboolean in_author;
  guint n_paragraphs;
  gboolean in_paragraph;
  GString *shown;
} SheetReading;

/* ---- rows and columns ---- */

static FoiSheetWhy
read_why (SheetReading *self, const FoiXmlAttributes *attributes, guint n_folded,
          const char *family)
{
  const char *visibility = foi_xml_get (attributes, "visibility");

  if (g_strcmp0 (visibility, "filter") == 0)
    return FOI_SHEET_FILTERED;
  if (n_folded > 0)
    return FOI_SHEET_FOLDED;
  if (g_strcmp0 (visibility, "collapse") == 0)
    return FOI_SHEET_PUT_AWAY;
  if (foi_ods_styles_has (self->ods->styles, family, foi_xml_get (attributes, "style-name"),
                          FOI_ODS_FLAT))
    return FOI_SHEET_FLAT;
  return FOI_SHEET_SEEN;
}

static void
begin_columns (SheetReading *self, const FoiXmlAttributes *attributes)
{
  guint n = MAX (foi_xml_get_count (attributes, "number-columns-repeated", 1), 1);
  guint last;

  if (self->column >= FOI_WORKBOOK_MAX_COLUMNS)
    return;
  n = MIN (n, FOI_WORKBOOK_MAX_COLUMNS - self->column);
  last = self->column + n - 1;
  foi_sheet_facts_add_columns (
    self->facts, self->column, last,
    read_why (self, attributes, self->n_folded_columns, "table-column"));
  if (self->notes != NULL)
    _foi_ods_notes_add_column (self->notes, self->column, last,
                               foi_xml_get (attributes, "default-cell-style-name"));
  self->column += n;
}

static void
begin_row (SheetReading *self, const FoiXmlAttributes *attributes)
{
  FoiSheetWhy why = read_why (self, attributes, self->n_folded_rows, "table-row");

  if (self->notes != NULL)
    {
      g_free (self->row_style);
      self->row_style = g_strdup (foi_xml_get (attributes, "default-cell-style-name"));
    }
  self->n_rows = MAX (foi_xml_get_count (attributes, "number-rows-repeated", 1), 1);
  self->n_rows = MIN (self->n_rows, FOI_WORKBOOK_MAX_ROWS + 1 - self->row);
  self->column = 0;
  self->row_hidden = why != FOI_SHEET_SEEN;
  if (self->n_rows > 0)
    foi_sheet_facts_add_rows (self->facts, self->row, self->row + self->n_rows - 1, why);
  g_array_set_size (self->cells, 0);
  g_string_truncate (self->row_text, 0);
}

static gboolean
emit_row (SheetReading *self, guint row, GError **error)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const RowCell *kept = &g_array_index (self->cells, RowCell, i);
      FoiSheetCell cell = { .row = row, .type = kept->type, .computed = kept->computed };

      cell.text = self->row_text->str + kept->text;
      cell.stored = kept->stored > 0 ? self->row_text->str + kept->stored : NULL;
      for (guint j = 0; j < kept->n_columns; j++)
        {
          cell.column = kept->column + j;
          cell.hidden = kept->covered || self->row_hidden
                        || foi_sheet_facts_is_column_hidden (self->facts, cell.column);
          if (!_foi_sheet_sink_add (&self->sink, &cell, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
end_row (SheetReading *self, GError **error)
{
  if (self->cells->len > 0 && self->sink.visitor != NULL)
    {
      for (guint i = 0; i < self->n_rows; i++)
        {
          if (!emit_row (self, self->row + i, error))
            return FALSE;
        }
    }
  self->row += self->n_rows;
  return TRUE;
}

/* ---- cells ---- */

/* `[$Other.A1]` and `['file:///…'#$Sheet1.A1]`; not `[.A1]`, which is of this sheet. */
static gboolean
is_elsewhere (const char *formula)
{
  for (const char *p = strchr (formula, '['); p != NULL; p = strchr (p + 1, '['))
    {
      if (p[1] != '.' && p[1] != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
begin_noted_cell (SheetReading *self, const FoiXmlAttributes *attributes)
{
  const char *style = foi_xml_get (attributes, "style-name");

  if (style == NULL)
    style = self->row_style;
  if (style == NULL)
    style = _foi_ods_notes_get_column_style (self->notes, self->column);
  g_free (self->style);
  self->style = g_strdup (style);
  g_free (self->formula);
  self->formula = g_strdup (foi_xml_get (attributes, "formula"));
  self->has_list = foi_xml_get (attributes, "content-validation-name") != NULL;
  self->has_faint = self->has_tiny = self->has_tip = FALSE;
}

static void
begin_cell (SheetReading *self, const FoiXmlAttributes *attributes, gboolean is_covered)
{
  const char *formula = foi_xml_get (attributes, "formula");
  static const char *const values[]
      = { "value", "date-value", "time-value", "boolean-value", "string-value" };

  g_free (self->value_type);
  g_free (self->value);
  g_free (self->currency);
  self->value = NULL;
  self->value_type = g_strdup (foi_xml_get (attributes, "value-type"));
  self->currency = g_strdup (foi_xml_get (attributes, "currency"));
  for (gsize i = 0; self->value == NULL && i < G_N_ELEMENTS (values); i++)
    self->value = g_strdup (foi_xml_get (attributes, values[i]));
  self->is_error = FALSE;
  for (gsize i = 0; attributes->names[i] != NULL; i++)
    self->is_error |= strcmp (attributes->names[i], "calcext:value-type") == 0
                      && strcmp (attributes->values[i], "error") == 0;
  self->n_columns = MAX (foi_xml_get_count (attributes, "number-columns-repeated", 1), 1);
  self->is_computed = formula != NULL;
  self->is_covered = is_covered;
  self->is_elsewhere = formula != NULL && is_elsewhere (formula);
  if (self->notes != NULL)
    begin_noted_cell (self, attributes);
  self->n_paragraphs = 0;
  self->cell_depth = self->depth;
  g_string_truncate (self->shown, 0);
}

static const char *
get_sign (const char *currency)
{
  static const char *const signs[][2] = { { "GBP", "£" }, { "EUR", "€" }, { "USD", "$" } };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (g_strcmp0 (currency, signs[i][0]) == 0)
        return signs[i][1];
    }
  return NULL;
}

/* A number that is shown with zeros before it is a code. */
static gboolean
is_code (const char *shown)
{
  return shown[0] == '0' && shown[1] != '\0' && strspn (shown, "0123456789") == strlen (shown);
}

static gboolean
append_number (SheetReading *self, GString *text, GError **error)
{
  FoiNumberFormat format = { .kind = FOI_FORMAT_NUMBER, .decimals = -1 };
  gsize start = text->len;
  char *end;
  double number = g_ascii_strtod (self->value, &end);

  if (*self->value == '\0' || *end != '\0' || !(number > -1e300 && number < 1e300))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX,
                   _("The file is damaged: “%s” is no number"), self->value);
      return FALSE;
    }
  if (is_code (self->shown->str))
    {
      g_string_append (text, self->shown->str);
      return TRUE;
    }
  if (strcmp (self->value_type, "percentage") == 0)
    format.kind = FOI_FORMAT_PERCENT;
  else if (strcmp (self->value_type, "currency") == 0)
    format.currency = get_sign (self->currency);
  foi_number_format_show (&format, number, FALSE, text);
  self->stored = foi_number_format_dup_rounded (&format, number, text->str + start);
  return TRUE;
}

/* What the cell says goes to the end of the row's text. */
static gboolean
append_value (SheetReading *self, FoiSheetType *type, GError **error)
{
  const char *kind = self->value_type != NULL ? self->value_type : "";
  GString *text = self->row_text;

  *type = FOI_SHEET_TEXT;
  if (self->value != NULL
      && (strcmp (kind, "float") == 0 || strcmp (kind, "percentage") == 0
          || strcmp (kind, "currency") == 0))
    {
      *type = FOI_SHEET_NUMBER;
      return append_number (self, text, error);
    }
  if (self->value != NULL && strcmp (kind, "date") == 0)
    {
      *type = FOI_SHEET_DATE;
      g_string_append (text, self->value);
      if (g_str_has_suffix (text->str, "T00:00:00"))
        g_string_truncate (text, text->len - strlen ("T00:00:00"));
    }
  else if (self->value != NULL && strcmp (kind, "boolean") == 0)
    {
      *type = FOI_SHEET_BOOLEAN;
      g_string_append (text, strcmp (self->value, "true") == 0 ? "TRUE" : "FALSE");
    }
  else if (self->value != NULL && *self->value != '\0' && strcmp (kind, "string") == 0)
    g_string_append (text, self->value);
  else
    g_string_append (text, self->shown->str);
  if (self->is_error)
    *type = FOI_SHEET_ERROR;
  return TRUE;
}

/* Whether what is shown of a number has other figures than it, or none. Nought, and one, may be
 * told by a word; how much is left away and what stands between figures is different everywhere. */
static gboolean
is_other_number (SheetReading *self)
{
  const char *kind = self->value_type != NULL ? self->value_type : "";
  const char *shown = self->shown->str + strcspn (self->shown->str, "0123456789");
  const char *first = self->shown->str + strcspn (self->shown->str, "123456789");
  g_autofree char *digits = NULL;
  double number;

  if (self->value == NULL
      || (strcmp (kind, "float") != 0 && strcmp (kind, "percentage") != 0
          && strcmp (kind, "currency") != 0))
    return FALSE;
  number = fabs (g_ascii_strtod (self->value, NULL));
  if (*shown == '\0')
    return !(number <= 0) && !(number <= 1 && number >= 1);
  if (*first == '\0' || !(number > 0) || strchr (self->shown->str, '/') != NULL)
    return FALSE;
  digits = g_strdup_printf ("%.14e", number);
  /* Rounded it may begin with the next figure: 2.7 is shown as 3, and 9.6 as 10. */
  return *first != digits[0] && *first != digits[0] + 1 && !(digits[0] == '9' && *first == '1');
}

static void
note_cell (SheetReading *self, gboolean is_filled)
{
  FoiOdsNotedCell cell = { .style = self->style, .is_filled = is_filled };
  guint row = MIN (self->row, FOI_WORKBOOK_MAX_ROWS - 1);
  guint column = MIN (self->column, FOI_WORKBOOK_MAX_COLUMNS - 1);

  cell.range = (FoiSheetRange){
    row, column, MIN (row + MAX (self->n_rows, 1), FOI_WORKBOOK_MAX_ROWS) - 1,
    column + MIN (self->n_columns, FOI_WORKBOOK_MAX_COLUMNS - column) - 1,
  };
  cell.is_shown = self->shown->len > 0;
  cell.is_covered = self->is_covered;
  cell.is_elsewhere = self->is_elsewhere;
  cell.has_list = self->has_list;
  cell.has_faint = self->has_faint;
  cell.has_tiny = self->has_tiny;
  cell.has_tip = self->has_tip;
  cell.is_other = is_other_number (self);
  _foi_ods_notes_add_cell (self->notes, &cell);
  if (g_strcmp0 (self->value_type, "string") == 0)
    foi_formula_texts_show (self->texts, self->shown->str);
  if (self->formula != NULL)
    foi_formula_texts_add (self->texts,
                           ((FoiSheet *) self->ods->sheets->pdata[self->n_tables - 1])->name,
                           &cell.range, self->formula, self->shown->str);
}

static gboolean
end_cell (SheetReading *self, GError **error)
{
  RowCell cell = { .column = self->column, .text = self->row_text->len };
  guint n = self->n_columns;

  self->cell_depth = 0;
  g_clear_pointer (&self->stored, g_free);
  if (!append_value (self, &cell.type, error))
    return FALSE;
  if (self->notes != NULL)
    note_cell (self, self->row_text->len > cell.text);
  cell.n_columns
      = MIN (n, FOI_WORKBOOK_MAX_COLUMNS + 1 - MIN (self->column, FOI_WORKBOOK_MAX_COLUMNS));
  cell.computed = self->is_computed;
  cell.covered = self->is_covered;
  if (self->row_text->len > cell.text)
    {
      g_string_append_c (self->row_text, '\0');
      if (self->stored != NULL)
        {
          cell.stored = self->row_text->len;
          g_string_append_len (self->row_text, self->stored, (gssize) strlen (self->stored) + 1);
        }
      g_array_append_val (self->cells, cell);
    }
  self->column = MIN (self->column + MIN (n, FOI_WORKBOOK_MAX_COLUMNS), FOI_WORKBOOK_MAX_COLUMNS);
  return TRUE;
}

/* ---- elements ---- */

static void
begin_noted (SheetReading *self, const char *name, const FoiXmlAttributes *attributes)
{
  if (strcmp (name, "annotation") == 0)
    _foi_ods_notes_add_comment (self->notes, MIN (self->row, FOI_WORKBOOK_MAX_ROWS - 1),
                                self->column);
  else if (strcmp (name, "span") == 0)
    {
      const char *words = foi_xml_get (attributes, "style-name");

      self->has_faint |= _foi_ods_notes_is_faint (self->notes, words, self->style);
      self->has_tiny |= _foi_ods_notes_is_tiny (self->notes, words);
    }
  else if (strcmp (name, "a") == 0)
    {
      const char *tip = foi_xml_get (attributes, "title");

      self->has_tip |= tip != NULL && *tip != '\0';
    }
  else
    _foi_ods_notes_begin_drawn (self->notes, name, attributes, self->row, self->column);
  self->in_author = strcmp (name, "creator") == 0;
  if (self->in_author)
    g_string_truncate (self->author, 0);
}

static void
begin_in_cell (SheetReading *self, const char *name, const FoiXmlAttributes *attributes)
{
  if (self->notes != NULL)
    begin_noted (self, name, attributes);
  if (self->depth == self->cell_depth + 1)
    {
      self->in_paragraph = strcmp (name, "p") == 0;
      if (self->in_paragraph && self->n_paragraphs++ > 0)
        g_string_append_c (self->shown, '\n');
      return;
    }
  if (!self->in_paragraph)
    return;
  if (strcmp (name, "s") == 0)
    {
      guint n = MIN (MAX (foi_xml_get_count (attributes, "c", 1), 1), 1000);

      for (guint i = 0; i < n; i++)
        g_string_append_c (self->shown, ' ');
    }
  else if (strcmp (name, "tab") == 0)
    g_string_append_c (self->shown, '\t');
  else if (strcmp (name, "line-break") == 0)
    g_string_append_c (self->shown, '\n');
}

/* How far a cell reaches over its neighbours, which are then covered. */
static void
note_span (SheetReading *self, const FoiXmlAttributes *attributes)
{
  guint n_rows = foi_xml_get_count (attributes, "number-rows-spanned", 1);
  guint n_columns = foi_xml_get_count (attributes, "number-columns-spanned", 1);
  FoiSheetRange range = { self->row, self->column, self->row, self->column };

  if (self->row >= FOI_WORKBOOK_MAX_ROWS || self->column >= FOI_WORKBOOK_MAX_COLUMNS)
    return;
  range.last_row += MIN (MAX (n_rows, 1), FOI_WORKBOOK_MAX_ROWS - self->row) - 1;
  range.last_column += MIN (MAX (n_columns, 1), FOI_WORKBOOK_MAX_COLUMNS - self->column) - 1;
  _foi_sheet_sink_add_merged (&self->sink, &range);
}

static void
begin_in_sheet (SheetReading *self, const char *name, const FoiXmlAttributes *attributes)
{
  gboolean folded = g_strcmp0 (foi_xml_get (attributes, "display"), "false") == 0;

  if (self->cell_depth > 0)
    begin_in_cell (self, name, attributes);
  else if (strcmp (name, "table-cell") == 0)
    {
      note_span (self, attributes);
      begin_cell (self, attributes, FALSE);
    }
  else if (strcmp (name, "covered-table-cell") == 0)
    begin_cell (self, attributes, TRUE);
  else if (strcmp (name, "table-row") == 0)
    begin_row (self, attributes);
  else if (strcmp (name, "table-column") == 0)
    begin_columns (self, attributes);
  else if (strcmp (name, "table-row-group") == 0)
    self->n_folded_rows += folded || self->n_folded_rows > 0;
  else if (strcmp (name, "table-column-group") == 0)
    self->n_folded_columns += folded || self->n_folded_columns > 0;
  else if (self->notes != NULL)
    _foi_ods_notes_begin (self->notes, name, attributes);
}

static void
begin_sheet (SheetReading *self, const FoiXmlAttributes *attributes)
{
  const guint sheet = self->n_tables++;

  if ((self->wanted != ALL_SHEETS && sheet != self->wanted)
      || (self->only_visible
          && ((FoiSheet *) g_ptr_array_index (self->ods->sheets, sheet))->state
               != FOI_SHEET_VISIBLE))
    return;
  self->in_sheet = TRUE;
  self->facts = foi_sheet_facts_new ();
  self->row = self->column = 0;
  self->n_folded_rows = self->n_folded_columns = 0;
  g_array_set_size (self->cells, 0);
  if (self->notes != NULL)
    _foi_ods_notes_begin_sheet (self->notes, sheet, self->facts, attributes);
}

/* Returns: whether there is more to read: the rest is about other sheets. */
static gboolean
end_sheet (SheetReading *self)
{
  self->in_sheet = FALSE;
  if (self->notes != NULL)
    _foi_ods_notes_end_sheet (self->notes);
  g_clear_pointer (&self->facts, foi_sheet_facts_free);
  return self->wanted == ALL_SHEETS;
}

static gboolean
begin_cb (const char *name, const FoiXmlAttributes *attributes, gpointer data, GError **error)
{
  SheetReading *self = data;

  self->depth++;
  if (self->in_sheet)
    begin_in_sheet (self, name, attributes);
  else if (strcmp (name, "spreadsheet") == 0 && self->body == 0)
    self->body = self->depth + 1;
  else if (self->depth == self->body && strcmp (name, "table") == 0)
    begin_sheet (self, attributes);
  else if (self->notes != NULL)
    _foi_ods_notes_begin (self->notes, name, attributes);
  return TRUE;
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  SheetReading *self = data;
  guint depth = self->depth--;

  if (!self->in_sheet)
    return TRUE;
  if (depth == self->cell_depth)
    return end_cell (self, error);
  if (self->cell_depth > 0)
    {
      if (self->in_author)
        _foi_ods_notes_add_author (self->notes, self->author->str);
      self->in_author = FALSE;
      if (depth == self->cell_depth + 1)
        self->in_paragraph = FALSE;
      return TRUE;
    }
  if (strcmp (name, "table-row") == 0)
    return end_row (self, error);
  if (strcmp (name, "table-row-group") == 0 && self->n_folded_rows > 0)
    self->n_folded_rows--;
  else if (strcmp (name, "table-column-group") == 0 && self->n_folded_columns > 0)
    self->n_folded_columns--;
  return depth != self->body || end_sheet (self);
}

static void
text_cb (const char *text, gsize length, gpointer data)
{
  SheetReading *self = data;

  if (self->in_paragraph && self->cell_depth > 0)
    g_string_append_len (self->shown, text, (gssize) length);
  else if (self->in_author && self->author->len + length <= MAX_AUTHOR)
    g_string_append_len (self->author, text, (gssize) length);
}

static void
progress_cb (double fraction, gpointer data)
{
  SheetReading *self = data;

  if (self->sink.visitor != NULL && self->sink.visitor->progress != NULL)
    self->sink.visitor->progress (fraction, self->sink.data);
}

static gboolean
read_sheets (SheetReading *reading, GCancellable *cancellable, GError **error)
{
  static const FoiXmlHandler handler = { begin_cb, end_cb, text_cb, progress_cb };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (RowCell));
  g_autoptr (GString) row_text = g_string_new (NULL), shown = g_string_new (NULL);
  g_autoptr (GString) author = g_string_new (NULL);
  gboolean done;

  reading->cells = cells;
  reading->row_text = row_text;
  reading->shown = shown;
  reading->author = author;
  done = foi_xml_read (reading->ods->zip, FOI_ODS_CONTENT, &handler, reading, cancellable, error);
  g_clear_pointer (&reading->facts, foi_sheet_facts_free);
  g_free (reading->row_style);
  g_free (reading->style);
  g_free (reading->formula);
  g_free (reading->value_type);
  g_free (reading->value);
  g_free (reading->currency);
  g_free (reading->stored);
  return done;
}

gboolean
_foi_ods_read_sheet (FoiOds *self, guint sheet, const FoiSheetVisitor *visitor, gpointer data,
                     GCancellable *cancellable, GError **error)
{
  SheetReading reading = { .ods = self, .sink = { visitor, data, 0 }, .wanted = sheet };

  return read_sheets (&reading, cancellable, error);
}

/* Notes what is hidden in all sheets, in one pass; @has_lists: whether that is lists of entries. */
gboolean
_foi_ods_inspect_sheets (FoiOds *self, FoiHidden *hidden, gboolean *has_lists,
                         GCancellable *cancellable, GError **error)
{
  g_autoptr (FoiOdsNotes) notes = _foi_ods_notes_new (self, hidden);
  g_autoptr (FoiFormulaTexts) texts = foi_formula_texts_new ();
  SheetReading reading = { .ods = self, .notes = notes, .texts = texts, .wanted = ALL_SHEETS };

  if (!read_sheets (&reading, cancellable, error))
    return FALSE;
  foi_formula_texts_tell (texts, hidden);
  _foi_ods_notes_tell_names (notes);
  *has_lists = _foi_ods_notes_has_lists (notes);
  return TRUE;
}

static gboolean
stop_cb (const FoiSheetCell *cell, gpointer data, GError **error)
{
  gboolean *found = data;

  *found = *found || !cell->hidden;
  return !*found;
}

/* In one pass, however many sheets there are before it; %G_MAXUINT if there is none. */
gboolean
_foi_ods_find_first (FoiOds *self, guint *sheet, GError **error)
{
  static const FoiSheetVisitor visitor = { stop_cb, NULL, NULL };
  gboolean found = FALSE;
  SheetReading reading = {
    .ods = self, .sink = { &visitor, &found, 0 }, .wanted = ALL_SHEETS, .only_visible = TRUE,
  };

  if (!read_sheets (&reading, NULL, error) && !found)
    return FALSE;
  *sheet = found ? reading.n_tables - 1 : G_MAXUINT;
  return TRUE;
}
