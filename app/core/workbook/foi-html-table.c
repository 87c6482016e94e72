/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-html-text.h"
#include "foi-workbook-private.h"

#define MAX_SPAN   1000
#define MAX_TABLES 1000

/* The cells of one table, and where each begins. */
typedef struct
{
  GPtrArray *texts;
  GArray *places; /* of guint: row and column */
  GArray *merged; /* of FoiSheetRange */
} Table;

typedef struct
{
  GPtrArray *tables; /* of Table */
} Html;

/* A table that is being read. Rows of cells that reach down from above are left out in each. */
typedef struct
{
  Html *html;
  Table *table;  /* or NULL outside of any */
  guint depth;   /* of tables in it */
  GArray *taken; /* of guint: of each column, rows below that a cell above has */
  int row;
  guint column;
  guint n_columns_spanned, n_rows_spanned;
  gboolean in_cell;
  GString *text;
} Reading;

static void
free_table (gpointer data)
{
  Table *table = data;

  g_ptr_array_unref (table->texts);
  g_array_unref (table->places);
  g_array_unref (table->merged);
  g_free (table);
}

static void
html_free (gpointer data)
{
  Html *self = data;

  g_ptr_array_unref (self->tables);
  g_free (self);
}

static guint
take (Reading *self, guint column)
{
  return column < self->taken->len ? g_array_index (self->taken, guint, column) : 0;
}

static gboolean
end_cell (Reading *self, GError **error)
{
  guint place[2] = { (guint) self->row, self->column };

  if (!self->in_cell)
    return TRUE;
  self->in_cell = FALSE;
  if (self->table->texts->len >= FOI_WORKBOOK_MAX_CELLS
      || self->column + self->n_columns_spanned > FOI_WORKBOOK_MAX_COLUMNS)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT, _("The table is too large to be read."));
      return FALSE;
    }
  foi_html_text_trim (self->text);
  if (self->text->len > 0)
    {
      g_ptr_array_add (self->table->texts, g_strdup (self->text->str));
      g_array_append_vals (self->table->places, place, 2);
    }
  if (self->n_columns_spanned > 1 || self->n_rows_spanned > 1)
    {
      FoiSheetRange merged = { place[0], place[1], place[0] + self->n_rows_spanned - 1,
                               place[1] + self->n_columns_spanned - 1 };

      g_array_append_val (self->table->merged, merged);
    }
  if (self->column + self->n_columns_spanned > self->taken->len)
    g_array_set_size (self->taken, self->column + self->n_columns_spanned);
  for (guint i = 0; i < self->n_columns_spanned; i++)
    g_array_index (self->taken, guint, self->column + i) = self->n_rows_spanned;
  self->column += self->n_columns_spanned;
  return TRUE;
}

static gboolean
begin_row (Reading *self, GError **error)
{
  if (!end_cell (self, error))
    return FALSE;
  for (guint i = 0; self->row >= 0 && i < self->taken->len; i++)
    {
      if (take (self, i) > 0)
        g_array_index (self->taken, guint, i)--;
    }
  self->row++;
  self->column = 0;
  return TRUE;
}

static guint
read_span (const char *tag, const char *name)
{
  g_autofree char *value = foi_html_get_attribute (tag, name);
  guint64 span;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 1, MAX_SPAN, &span, NULL))
    return 1;
  return (guint) span;
}

static gboolean
begin_cell (Reading *self, const char *tag, GError **error)
{
  if (self->row < 0 && !begin_row (self, error))
    return FALSE;
  if (!end_cell (self, error))
    return FALSE;
  while (take (self, self->column) > 0)
    self->column++;
  self->in_cell = TRUE;
  self->n_columns_spanned = read_span (tag, "colspan");
  self->n_rows_spanned = read_span (tag, "rowspan");
  g_string_truncate (self->text, 0);
  return TRUE;
}

static void
begin_table (Reading *self)
{
  Table *table;

  if (self->table != NULL)
    {
      self->depth++;
      return;
    }
  if (self->html->tables->len >= MAX_TABLES)
    return;
  table = g_new (Table, 1);
  table->texts = g_ptr_array_new_with_free_func (g_free);
  table->places = g_array_new (FALSE, FALSE, sizeof (guint));
  table->merged = g_array_new (FALSE, FALSE, sizeof (FoiSheetRange));
  g_ptr_array_add (self->html->tables, table);
  self->table = table;
  self->row = -1;
  self->column = 0;
  g_array_set_size (self->taken, 0);
}

static gboolean
end_table (Reading *self, GError **error)
{
  if (self->depth > 0)
    {
      self->depth--;
      return TRUE;
    }
  if (!end_cell (self, error))
    return FALSE;
  self->table = NULL;
  return TRUE;
}

static gboolean
read_tag (Reading *self, const char *tag, GError **error)
{
  gboolean ends = *tag == '/';
  const char *name = ends ? tag + 1 : tag;
  gsize length = strcspn (name, " \t\r\n/>");
  g_autofree char *small = g_ascii_strdown (name, (gssize) length);

  if (strcmp (small, "table") == 0)
    {
      if (!ends)
        begin_table (self);
      else if (self->table != NULL)
        return end_table (self, error);
      return TRUE;
    }
  if (self->table == NULL)
    return TRUE;
  if (strcmp (small, "br") == 0 || strcmp (small, "p") == 0 || strcmp (small, "div") == 0
      || (self->depth > 0 && strcmp (small, "tr") == 0))
    g_string_append_c (self->text, FOI_HTML_LINE);
  else if (self->depth > 0)
    g_string_append_c (self->text, ' ');
  else if (strcmp (small, "tr") == 0)
    return ends ? end_cell (self, error) : begin_row (self, error);
  else if (strcmp (small, "td") == 0 || strcmp (small, "th") == 0)
    return ends ? end_cell (self, error) : begin_cell (self, tag, error);
  return TRUE;
}

static gboolean
html_read_sheet (gpointer reader, guint sheet, const FoiSheetVisitor *visitor, gpointer data,
                 FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  const Html *self = reader;
  const Table *table = g_ptr_array_index (self->tables, sheet);
  FoiSheetSink sink = { visitor, data, 0 };

  for (guint i = 0; i < table->texts->len; i++)
    {
      FoiSheetCell cell = { .text = g_ptr_array_index (table->texts, i) };

      cell.row = g_array_index (table->places, guint, 2 * i);
      cell.column = g_array_index (table->places, guint, 2 * i + 1);
      if (!_foi_sheet_sink_add (&sink, &cell, error))
        return FALSE;
    }
  for (guint i = 0; i < table->merged->len; i++)
    _foi_sheet_sink_add_merged (&sink, &g_array_index (table->merged, FoiSheetRange, i));
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static const FoiReaderClass html_class = { html_read_sheet, NULL, html_free };

static gboolean
read_html (Reading *self, const char *html, gsize length, GError **error)
{
  FoiHtmlScanner scanner;
  gboolean is_tag;

  foi_html_scanner_init (&scanner, html, length);
  while (foi_html_scanner_next (&scanner, &is_tag))
    {
      if (is_tag ? !read_tag (self, scanner.tag->str, error) : FALSE)
        {
          foi_html_scanner_clear (&scanner);
          return FALSE;
        }
      if (!is_tag && self->in_cell)
        foi_html_text_append (self->text, scanner.text, scanner.text_length);
    }
  foi_html_scanner_clear (&scanner);
  return self->table == NULL || end_cell (self, error);
}

/* Tables in HTML, however it is written: what a browser would show as rows and cells. */
FoiWorkbook *
_foi_html_open (const char *html, gsize length, GError **error)
{
  Html *self = g_new0 (Html, 1);
  g_autoptr (FoiWorkbook) workbook = _foi_workbook_alloc ("html", &html_class, self);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (guint));
  Reading reading = { .html = self, .taken = taken, .row = -1, .text = text };

  self->tables = g_ptr_array_new_with_free_func (free_table);
  if (!read_html (&reading, html, length, error))
    return NULL;
  for (guint i = 0; i < self->tables->len; i++)
    {
      /* Translators: a table in a web page, which has no name. */
      g_autofree char *name = g_strdup_printf (_("Table %u"), i + 1);

      _foi_workbook_add_sheet (workbook, name, FOI_SHEET_VISIBLE);
    }
  if (self->tables->len > 0)
    return g_steal_pointer (&workbook);
  g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX, _("There is no table in it."));
  return NULL;
}
