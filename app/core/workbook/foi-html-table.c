/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-html-text.h"
#include "foi-workbook-private.h"

#define MAX_SPAN   1000
#define MAX_NAME   16
#define MAX_TABLES 1000

/* The cells of one table, and where each begins. */
typedef struct
{
  GPtrArray *texts;
  GArray *places; /* of guint: row and column */
  GArray *merged; /* of FoiSheetRange */
  GByteArray *hidden; /* of each, whether it is seen, or why not: FoiHiddenKind plus one */
  guint n_hidden_texts; /* inside cells that are seen */
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
  gboolean table_hidden, group_hidden, row_hidden, cell_hidden;
  GByteArray *columns_hidden; /* of each column that is declared */
  char skipped[MAX_NAME]; /* the element in a cell that is not seen */
  guint n_skipped;        /* how deep in such elements */
  GString *text;
} Reading;

static void
free_table (gpointer data)
{
  Table *table = data;

  g_ptr_array_unref (table->texts);
  g_array_unref (table->places);
  g_array_unref (table->merged);
  g_byte_array_unref (table->hidden);
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

/* Why the cell is not seen, as kept with it; 0 where it is. */
static guint8
get_why (Reading *self)
{
  gboolean by_column = self->column < self->columns_hidden->len
                       && self->columns_hidden->data[self->column] != 0;

  if (self->table_hidden || self->group_hidden || self->row_hidden)
    return FOI_HIDDEN_ROW + 1;
  return self->cell_hidden || by_column ? FOI_HIDDEN_COLUMN + 1 : 0;
}

static gboolean
end_cell (Reading *self, GError **error)
{
  guint place[2] = { (guint) self->row, self->column };
  guint8 why;

  if (!self->in_cell)
    return TRUE;
  self->in_cell = FALSE;
  self->n_skipped = 0;
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
      why = get_why (self);
      g_byte_array_append (self->table->hidden, &why, 1);
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
  self->row_hidden = FALSE;
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
  self->cell_hidden = foi_html_is_hidden (tag);
  self->n_columns_spanned = read_span (tag, "colspan");
  self->n_rows_spanned = read_span (tag, "rowspan");
  g_string_truncate (self->text, 0);
  return TRUE;
}

static void
begin_table (Reading *self, const char *tag)
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
  table->hidden = g_byte_array_new ();
  table->n_hidden_texts = 0;
  g_ptr_array_add (self->html->tables, table);
  self->table = table;
  self->table_hidden = foi_html_is_hidden (tag);
  self->group_hidden = FALSE;
  g_byte_array_set_size (self->columns_hidden, 0);
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

/* A column that is declared: one that is not seen takes its cells along. */
static void
add_column (Reading *self, const char *tag)
{
  guint n = read_span (tag, "span");
  g_autofree char *width = foi_html_get_attribute (tag, "width");
  guint8 hidden = foi_html_is_hidden (tag) || g_strcmp0 (width, "0") == 0;

  for (guint i = 0; i < n && self->columns_hidden->len < FOI_WORKBOOK_MAX_COLUMNS; i++)
    g_byte_array_append (self->columns_hidden, &hidden, 1);
}

/* Whether the tag is in an element of a cell that is not seen, or begins or ends one. */
static gboolean
skip (Reading *self, const char *tag, const char *name, gboolean ends)
{
  static const char *const voids[]
    = { "br", "img", "input", "hr", "wbr", "col", "meta", "link", NULL };

  if (self->n_skipped > 0)
    {
      if (strcmp (name, self->skipped) == 0)
        self->n_skipped += ends ? -1 : 1;
      return TRUE;
    }
  if (ends || !self->in_cell || g_strv_contains (voids, name) || strlen (name) >= MAX_NAME
      || !foi_html_is_hidden (tag))
    return FALSE;
  g_strlcpy (self->skipped, name, sizeof self->skipped);
  self->n_skipped = 1;
  return TRUE;
}

static gboolean
is_of_table (Reading *self, const char *name)
{
  static const char *const names[]
    = { "tr", "td", "th", "thead", "tbody", "tfoot", "col", "colgroup", NULL };

  return self->depth == 0 && g_strv_contains (names, name);
}

static gboolean
read_part (Reading *self, const char *tag, const char *name, gboolean ends, GError **error)
{
  if (strcmp (name, "td") == 0 || strcmp (name, "th") == 0)
    return ends ? end_cell (self, error) : begin_cell (self, tag, error);
  if (strcmp (name, "tr") == 0)
    {
      if (ends)
        return end_cell (self, error);
      if (!begin_row (self, error))
        return FALSE;
      self->row_hidden = foi_html_is_hidden (tag);
    }
  else if (strcmp (name, "col") == 0)
    add_column (self, tag);
  else if (strcmp (name, "colgroup") != 0)
    {
      /* The cell that is open, if it was not closed, is of the group before. */
      if (!end_cell (self, error))
        return FALSE;
      self->group_hidden = !ends && foi_html_is_hidden (tag);
    }
  return TRUE;
}

static gboolean
read_tag (Reading *self, const char *tag, GError **error)
{
  gboolean ends = *tag == '/';
  const char *name = ends ? tag + 1 : tag;
  gsize length = strcspn (name, " \t\r\n/>");
  g_autofree char *small = g_ascii_strdown (name, (gssize) length);

  if (self->table != NULL && is_of_table (self, small))
    return read_part (self, tag, small, ends, error);
  if (self->table != NULL && strcmp (small, "table") != 0 && skip (self, tag, small, ends))
    return TRUE;
  if (strcmp (small, "table") == 0)
    {
      if (!ends)
        begin_table (self, tag);
      else if (self->table != NULL)
        return end_table (self, error);
      return TRUE;
    }
  if (self->table == NULL)
    return TRUE;
  if (strcmp (small, "br") == 0 || strcmp (small, "p") == 0 || strcmp (small, "div") == 0
      || strcmp (small, "tr") == 0)
    g_string_append_c (self->text, FOI_HTML_LINE);
  else if (self->depth > 0)
    g_string_append_c (self->text, ' ');
  return TRUE;
}

static void
read_text (Reading *self, const char *text, gsize length)
{
  if (!self->in_cell)
    return;
  if (self->n_skipped == 0)
    {
      foi_html_text_append (self->text, text, length);
      return;
    }
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (text[i]))
        {
          self->table->n_hidden_texts++;
          return;
        }
    }
}

static char *
dup_name (guint table)
{
  /* Translators: a table in a web page, which has no name. */
  return g_strdup_printf (_("Table %u"), table + 1);
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
      cell.hidden = table->hidden->data[i] != 0;
      if (!_foi_sheet_sink_add (&sink, &cell, error))
        return FALSE;
    }
  for (guint i = 0; i < table->merged->len; i++)
    _foi_sheet_sink_add_merged (&sink, &g_array_index (table->merged, FoiSheetRange, i));
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Rows and columns with something in them, each counted once. */
static guint
count_hidden (const Table *table, FoiHiddenKind kind)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < table->hidden->len; i++)
    {
      guint place = g_array_index (table->places, guint, 2 * i + (kind == FOI_HIDDEN_COLUMN));

      if (table->hidden->data[i] == kind + 1)
        g_hash_table_add (seen, GUINT_TO_POINTER (place));
    }
  return g_hash_table_size (seen);
}

static gboolean
html_inspect (gpointer reader, FoiHidden *hidden, GCancellable *cancellable, GError **error)
{
  const Html *self = reader;

  for (guint i = 0; i < self->tables->len; i++)
    {
      const Table *table = g_ptr_array_index (self->tables, i);
      g_autofree char *place = dup_name (i);

      foi_hidden_add (hidden, FOI_HIDDEN_ROW, place, count_hidden (table, FOI_HIDDEN_ROW), NULL);
      foi_hidden_add (hidden, FOI_HIDDEN_COLUMN, place, count_hidden (table, FOI_HIDDEN_COLUMN),
                      NULL);
      foi_hidden_add (hidden, FOI_HIDDEN_INVISIBLE_TEXT, place, table->n_hidden_texts, NULL);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static const FoiReaderClass html_class = { html_read_sheet, html_inspect, html_free, NULL };

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
      if (!is_tag)
        read_text (self, scanner.text, scanner.text_length);
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
  g_autoptr (GByteArray) columns = g_byte_array_new ();
  Reading reading = { .html = self, .taken = taken, .row = -1, .text = text };

  reading.columns_hidden = columns;
  self->tables = g_ptr_array_new_with_free_func (free_table);
  if (!read_html (&reading, html, length, error))
    return NULL;
  for (guint i = 0; i < self->tables->len; i++)
    {
      g_autofree char *name = dup_name (i);

      _foi_workbook_add_sheet (workbook, name, FOI_SHEET_VISIBLE);
    }
  if (self->tables->len > 0)
    return g_steal_pointer (&workbook);
  g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX, _("There is no table in it."));
  return NULL;
}
