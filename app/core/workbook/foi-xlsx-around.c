/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-xlsx-around.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-page-text.h"

#define MAX_TEXT 65536

/* Runs of columns that have a style. */
#define MAX_COLUMNS 1000

/* Of a column of less than three tenths of a letter nobody sees anything. */
#define FLAT_WIDTH 0.3

static gboolean
is_flat (const char *width)
{
  return width != NULL && g_ascii_strtod (width, NULL) < FLAT_WIDTH;
}

typedef struct
{
  guint first, last, style;
} Columns;

/* The style of a cell of a column that has none of its own; 0 for none. */
guint
_foi_xlsx_around_get_column_style (const FoiXlsxAround *self, guint column)
{
  for (guint i = 0; self->columns != NULL && i < self->columns->len; i++)
    {
      const Columns *columns = &g_array_index (self->columns, Columns, i);

      if (column >= columns->first && column <= columns->last)
        return columns->style;
    }
  return 0;
}

static void
keep_style (FoiXlsxAround *self, guint first, guint last, guint style)
{
  Columns columns = { first, last, style };

  if (style == 0 || self->hidden == NULL)
    return;
  if (self->columns == NULL)
    self->columns = g_array_new (FALSE, FALSE, sizeof (Columns));
  if (self->columns->len < MAX_COLUMNS)
    g_array_append_val (self->columns, columns);
}

/* Columns of which nothing is said are as wide as the sheet says, and that may be nothing. */
static void
skip_columns (FoiXlsxAround *self, guint until)
{
  if (self->flat_columns && self->next_column < until)
    foi_sheet_facts_add_columns (self->facts, self->next_column, until - 1, FOI_SHEET_FLAT);
}

static void
begin_columns (FoiXlsxAround *self, const FoiXmlAttributes *attributes)
{
  guint first = foi_xml_get_count (attributes, "min", 1);
  guint last = MIN (foi_xml_get_count (attributes, "max", 1), FOI_WORKBOOK_MAX_COLUMNS);
  FoiSheetWhy why = FOI_SHEET_SEEN;

  if (first < 1 || first > last)
    return;
  if (foi_xml_is_true (attributes, "hidden"))
    why = foi_xml_get_count (attributes, "outlineLevel", 0) > 0 ? FOI_SHEET_FOLDED
                                                                : FOI_SHEET_PUT_AWAY;
  if (is_flat (foi_xml_get (attributes, "width")))
    why = why == FOI_SHEET_SEEN || foi_xml_is_true (attributes, "customWidth") ? FOI_SHEET_FLAT
                                                                               : why;
  skip_columns (self, first - 1);
  self->next_column = MAX (self->next_column, last);
  foi_sheet_facts_add_columns (self->facts, first - 1, last - 1, why);
  keep_style (self, first - 1, last - 1, foi_xml_get_count (attributes, "style", 0));
}

/* What holds for all rows and columns of which nothing else is said. */
static void
begin_format (FoiXlsxAround *self, const FoiXmlAttributes *attributes)
{
  self->flat_columns = is_flat (foi_xml_get (attributes, "defaultColWidth"));
  if (foi_xml_is_true (attributes, "zeroHeight"))
    foi_hidden_add (self->hidden, FOI_HIDDEN_ZERO_SIZE, self->sheet, 1,
                    _("all rows that are not listed"));
}

/* In hundredths. Of a sheet that is made smaller nobody reads anything. */
#define TINY_ZOOM 20

static void
begin_view (FoiXlsxAround *self, const FoiXmlAttributes *attributes)
{
  guint zoom = foi_xml_get_count (attributes, "zoomScale", 100);
  g_autofree char *detail = NULL;

  if (zoom > TINY_ZOOM || zoom == 0)
    return;
  /* Translators: how large a sheet is shown, as 10%. */
  detail = g_strdup_printf (_("shown at %u%% of its size"), zoom);
  foi_hidden_add (self->hidden, FOI_HIDDEN_INVISIBLE_TEXT, self->sheet, 1, detail);
}

/* A filter that nobody sees, since there is no button to it. */
static void
begin_filter (FoiXlsxAround *self, const char *name)
{
  static const char *const filters[]
    = { "filters", "customFilters", "top10", "dynamicFilter", "colorFilter", "iconFilter", NULL };
  FoiSheetRange range;

  if (!self->has_no_button || !g_strv_contains (filters, name))
    return;
  self->has_no_button = FALSE;
  if (foi_sheet_facts_get_filter (self->facts, &range))
    foi_sheet_facts_note (self->facts, FOI_HIDDEN_FILTERED_ROW, _("filter without a button"),
                          &range);
}

/* Words that a link shows when the pointer rests on it. */
static void
begin_link (FoiXlsxAround *self, const FoiXmlAttributes *attributes)
{
  const char *tip = foi_xml_get (attributes, "tooltip");
  const char *cells = foi_xml_get (attributes, "ref");
  FoiSheetRange range;

  if (tip != NULL && *tip != '\0' && cells != NULL && foi_sheet_range_parse (cells, &range)
      && g_strcmp0 (tip, foi_xml_get (attributes, "display")) != 0)
    foi_sheet_facts_note (self->facts, FOI_HIDDEN_COMMENT, _("tips of links"), &range);
}

static gboolean
shows_nothing (const FoiNumberFormat *format)
{
  return format->blank[0] && format->blank[1] && format->blank[2];
}

/* A condition may give cells the colour of their background, or a format that shows nothing; bars
 * and signs may stand in the place of the number. */
static void
begin_rule (FoiXlsxAround *self, const FoiXmlAttributes *attributes)
{
  guint id = foi_xml_get_count (attributes, "dxfId", G_MAXUINT);
  const FoiXlsxStyle *style;

  if (id >= self->xlsx->styles.conditions->len)
    return;
  style = &g_array_index (self->xlsx->styles.conditions, FoiXlsxStyle, id);
  if (style->is_invisible)
    foi_sheet_facts_add_range (self->facts, FOI_HIDDEN_INVISIBLE_TEXT, self->conditional);
  if (shows_nothing (&style->format))
    foi_sheet_facts_add_range (self->facts, FOI_HIDDEN_INVISIBLE_FORMAT, self->conditional);
}

static void
begin_ruled (FoiXlsxAround *self, const FoiXmlAttributes *attributes)
{
  g_free (self->ruled);
  self->ruled = g_strdup (foi_xml_get (attributes, "sqref"));
  if (self->formulas == NULL)
    self->formulas = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (self->formulas, 0);
}

/* What a cell says when it is chosen or something else is typed, and words in formulas that decide
 * how cells look. What can be chosen from a list is told with the list. */
static void
end_ruled (FoiXlsxAround *self)
{
  g_auto (GStrv) ranges = g_strsplit (self->ruled != NULL ? self->ruled : "", " ", -1);
  FoiSheetRange range = { 0, 0, 0, 0 };

  for (guint i = 0; self->has_message && ranges[i] != NULL; i++)
    if (foi_sheet_range_parse (ranges[i], &range))
      foi_sheet_facts_note (self->facts, FOI_HIDDEN_DATA_VALIDATION, _("messages of cells"),
                            &range);
  if (ranges[0] == NULL || !foi_sheet_range_parse (ranges[0], &range))
    range = (FoiSheetRange) { 0, 0, 0, 0 };
  for (guint i = 0; self->formulas != NULL && !self->is_list && i < self->formulas->len; i++)
    if (self->xlsx->texts != NULL)
      foi_formula_texts_add (self->xlsx->texts, self->sheet, &range, self->formulas->pdata[i], "");
  self->has_message = FALSE;
}

/* The cells of a condition of the newer kind are known when it has ended. */
static void
begin_condition (FoiXlsxAround *self, const FoiXmlAttributes *attributes)
{
  begin_ruled (self, attributes);
  g_free (self->conditional);
  self->conditional = g_strdup (foi_xml_get (attributes, "sqref"));
  self->is_list = self->hides_text = self->hides_format = FALSE;
}

static void
hide_number (FoiXlsxAround *self)
{
  if (self->conditional != NULL)
    foi_sheet_facts_add_range (self->facts, FOI_HIDDEN_INVISIBLE_FORMAT, self->conditional);
  else
    self->hides_format = TRUE;
}

/* Other figures for cells, kept under a name to be put in. */
static void
begin_scenario (FoiXlsxAround *self, const FoiXmlAttributes *attributes)
{
  foi_hidden_add (self->hidden, FOI_HIDDEN_DATA_MODEL, self->sheet, 1,
                  foi_xml_get (attributes, "name"));
}

static void
begin_list (FoiXlsxAround *self, const FoiXmlAttributes *attributes)
{
  static const char *const messages[] = { "promptTitle", "prompt", "errorTitle", "error" };
  const char *cells = foi_xml_get (attributes, "sqref");

  begin_ruled (self, attributes);
  self->has_message = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      const char *message = foi_xml_get (attributes, messages[i]);

      self->has_message |= message != NULL && message[strspn (message, " \t\n")] != '\0';
    }
  self->is_list = g_strcmp0 (foi_xml_get (attributes, "type"), "list") == 0;
  self->hides_text = self->hides_format = FALSE;
  /* The newer kind has its cells in an element. */
  if (self->is_list && cells != NULL)
    foi_sheet_facts_add_range (self->facts, FOI_HIDDEN_DATA_VALIDATION, cells);
}

static gboolean
is_formula (const char *name)
{
  return strcmp (name, "formula") == 0 || strcmp (name, "formula1") == 0
         || strcmp (name, "formula2") == 0 || strcmp (name, "f") == 0;
}

static gboolean
is_page (const char *name)
{
  return g_str_has_suffix (name, "Header") || g_str_has_suffix (name, "Footer");
}

static void
begin_hidden (FoiXlsxAround *self, const char *name, const FoiXmlAttributes *attributes)
{
  if (strcmp (name, "dataValidation") == 0)
    begin_list (self, attributes);
  else if (strcmp (name, "conditionalFormatting") == 0)
    begin_condition (self, attributes);
  else if (strcmp (name, "cfRule") == 0)
    begin_rule (self, attributes);
  else if ((strcmp (name, "dataBar") == 0 || strcmp (name, "iconSet") == 0)
           && foi_xml_get (attributes, "showValue") != NULL
           && !foi_xml_is_true (attributes, "showValue"))
    hide_number (self);
  else if (strcmp (name, "scenario") == 0)
    begin_scenario (self, attributes);
  else if (strcmp (name, "sheetView") == 0)
    begin_view (self, attributes);
  else if (strcmp (name, "hyperlink") == 0)
    begin_link (self, attributes);
  else
    begin_filter (self, name);
  _foi_xlsx_take_extension (name, attributes, self->sheet, self->hidden);
  self->in_change = self->in_change || strcmp (name, "dxf") == 0;
  if (self->in_change)
    foi_xlsx_condition_begin (&self->change, &self->xlsx->theme, name, attributes);
  self->in_page = is_page (name);
  self->in_cells = strcmp (name, "sqref") == 0;
  self->in_formula = is_formula (name);
  if (self->in_page || self->in_cells || self->in_formula)
    g_string_truncate (self->text, 0);
}

/* Takes up an element that is neither a row nor a cell, nor in one. */
void
_foi_xlsx_around_begin (FoiXlsxAround *self, const char *name, const FoiXmlAttributes *attributes)
{
  const char *range = foi_xml_get (attributes, "ref");
  FoiSheetRange merged;

  if (strcmp (name, "col") == 0)
    begin_columns (self, attributes);
  else if (strcmp (name, "sheetFormatPr") == 0)
    begin_format (self, attributes);
  else if (strcmp (name, "sheetData") == 0)
    skip_columns (self, FOI_WORKBOOK_MAX_COLUMNS);
  else if (strcmp (name, "autoFilter") == 0 && range != NULL)
    foi_sheet_facts_begin_filter (self->facts, range);
  else if (strcmp (name, "filterColumn") == 0)
    {
      foi_sheet_facts_use_filter (self->facts);
      self->has_no_button = foi_xml_is_true (attributes, "hiddenButton");
    }
  else if (strcmp (name, "mergeCell") == 0 && range != NULL
           && foi_sheet_range_parse (range, &merged))
    {
      _foi_sheet_sink_add_merged (self->sink, &merged);
      foi_sheet_facts_add_merged (self->facts, &merged);
    }
  else if (self->hidden != NULL)
    begin_hidden (self, name, attributes);
}

void
_foi_xlsx_around_end (FoiXlsxAround *self, const char *name)
{
  if (self->in_page && foi_page_code_says (self->text->str))
    self->n_said++;
  if (self->in_formula && self->formulas != NULL)
    g_ptr_array_add (self->formulas, g_strdup (self->text->str));
  if (self->in_cells && self->ruled == NULL)
    self->ruled = g_strdup (self->text->str);
  if (strcmp (name, "dataValidation") == 0 || strcmp (name, "conditionalFormatting") == 0)
    end_ruled (self);
  if (self->in_cells && self->is_list)
    foi_sheet_facts_add_range (self->facts, FOI_HIDDEN_DATA_VALIDATION, self->text->str);
  if (self->in_cells && self->hides_text)
    foi_sheet_facts_add_range (self->facts, FOI_HIDDEN_INVISIBLE_TEXT, self->text->str);
  if (self->in_cells && self->hides_format)
    foi_sheet_facts_add_range (self->facts, FOI_HIDDEN_INVISIBLE_FORMAT, self->text->str);
  if (self->in_change && strcmp (name, "dxf") == 0)
    {
      self->in_change = FALSE;
      self->hides_text = self->hides_text || self->change.style.is_invisible;
      self->hides_format = self->hides_format || shows_nothing (&self->change.style.format);
    }
  self->in_page = self->in_cells = self->in_formula = FALSE;
}

void
_foi_xlsx_around_add_text (FoiXlsxAround *self, const char *text, gsize length)
{
  if ((self->in_page || self->in_cells || self->in_formula) && self->text->len < MAX_TEXT)
    g_string_append_len (self->text, text, (gssize) length);
}

/* Tells what was found, at the end of the sheet. */
void
_foi_xlsx_around_tell (FoiXlsxAround *self)
{
  foi_sheet_facts_tell (self->facts, self->sheet, self->hidden);
  foi_hidden_add (self->hidden, FOI_HIDDEN_EMBEDDED_OBJECT, self->sheet, self->n_said,
                  _("header or footer"));
}

void
_foi_xlsx_around_clear (FoiXlsxAround *self)
{
  g_clear_pointer (&self->conditional, g_free);
  g_clear_pointer (&self->ruled, g_free);
  g_clear_pointer (&self->formulas, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
}
