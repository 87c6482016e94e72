/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-xlsx-around.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-page-text.h"

#define MAX_TEXT 65536

/* Of a column of less than three tenths of a letter nobody sees anything. */
#define FLAT_WIDTH 0.3

static gboolean
is_flat (const char *width)
{
  return width != NULL && g_ascii_strtod (width, NULL) < FLAT_WIDTH;
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
  foi_sheet_facts_add_columns (self->facts, first - 1, last - 1, why);
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

/* The cells of a condition of the newer kind are known when it has ended. */
static void
begin_condition (FoiXlsxAround *self, const FoiXmlAttributes *attributes)
{
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
  const char *cells = foi_xml_get (attributes, "sqref");

  self->is_list = g_strcmp0 (foi_xml_get (attributes, "type"), "list") == 0;
  self->hides_text = self->hides_format = FALSE;
  /* The newer kind has its cells in an element. */
  if (self->is_list && cells != NULL)
    foi_sheet_facts_add_range (self->facts, FOI_HIDDEN_DATA_VALIDATION, cells);
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
  self->in_change = self->in_change || strcmp (name, "dxf") == 0;
  if (self->in_change)
    foi_xlsx_condition_begin (&self->change, &self->xlsx->theme, name, attributes);
  self->in_page = is_page (name);
  self->in_cells = strcmp (name, "sqref") == 0;
  if (self->in_page || self->in_cells)
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
  else if (strcmp (name, "autoFilter") == 0 && range != NULL)
    foi_sheet_facts_begin_filter (self->facts, range);
  else if (strcmp (name, "filterColumn") == 0)
    foi_sheet_facts_use_filter (self->facts);
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
  self->in_page = FALSE;
  self->in_cells = FALSE;
}

void
_foi_xlsx_around_add_text (FoiXlsxAround *self, const char *text, gsize length)
{
  if ((self->in_page || self->in_cells) && self->text->len < MAX_TEXT)
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
}
