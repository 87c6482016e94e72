/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-paste-grid.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-error.h"
#include "foi-text-store.h"
#include "foi-work.h"

/* Excel has no longer cells, and a quotation mark that is not closed is not sought for ever. */
#define MAX_CELL 32767

/* Of a cell: its text is one of those that were given as meanings. */
#define IS_MEANT (FOI_TEXT_STORE_MAX + 1)

struct _FoiPasteGrid
{
  gatomicrefcount ref_count;
  FoiTextStore   *texts;
  FoiPasteGrid   *origin;     /* or NULL: has the texts of cells that are not IS_MEANT */
  FoiPasteGrid   *before;     /* or NULL: has what stood there before it was given meanings */
  GArray         *cells;      /* of guint32: one row after another; 0 for an empty cell */
  GArray         *starts;     /* of guint: where each row begins in these; rows may be shorter */
  guint           n_rows;
  guint           n_columns;
};

/* Reads text from @p to @end. Rows are as long as they happen to be: @starts has where each
 * begins in @cells. */
typedef struct
{
  const char   *p;
  const char   *end;
  FoiTextStore *texts;
  GArray       *cells;
  GArray       *starts;
  GArray       *quoted;      /* of guint: cells that have marks which they may not need */
  guint         n_columns;   /* up to the last cell that is not empty */
  guint         n_rows;      /* up to the last row that is not empty */
  guint         n_filled;
  gboolean      all_quoted;
} Reader;

static gboolean
ends_cell (const Reader *self, const char *p)
{
  return p >= self->end || *p == '\t' || *p == '\n' || *p == '\r';
}

/* The end of a cell in quotation marks that begins here, behind the closing one; NULL where what
 * begins here is none, as in `"Hidden" harm`, which Excel copies as it is. @special says whether
 * the marks were needed. */
static const char *
find_closing (const Reader *self, gboolean *special)
{
  const char *limit = self->end - self->p > 2 * MAX_CELL ? self->p + 2 * MAX_CELL : self->end;

  *special = FALSE;
  for (const char *p = self->p + 1; p < limit; p++)
    {
      if (*p == '\t' || *p == '\n' || *p == '\r')
        *special = TRUE;
      if (*p != '"')
        continue;
      if (p + 1 < self->end && p[1] == '"')
        {
          *special = TRUE;
          p++;
          continue;
        }
      return ends_cell (self, p + 1) ? p + 1 : NULL;
    }
  return NULL;
}

/* Every line end is one newline, whatever the system. */
static char *
unquote (const char *start, const char *end)
{
  GString *text = g_string_sized_new ((gsize) (end - start));

  for (const char *p = start; p < end; p++)
    {
      if (*p == '\r')
        {
          g_string_append_c (text, '\n');
          if (p + 1 < end && p[1] == '\n')
            p++;
          continue;
        }
      g_string_append_c (text, *p);
      if (*p == '"')
        p++;
    }
  return g_string_free (text, FALSE);
}

static guint32
keep (Reader *self, const char *text, gsize length)
{
  guint32 number;

  if (length == 0 || *text == '\0')
    return 0;
  /* More than can be pasted has room. */
  if (!foi_text_store_add (self->texts, text, length, &number))
    g_assert_not_reached ();
  return number;
}

/* Marks that nothing inside needs are part of the text, unless every cell has them: then some
 * program quoted all. That is not known before the end, so they are kept here. */
static guint32
read_cell (Reader *self)
{
  g_autofree char *text = NULL;
  const char *start = self->p;
  const char *closing = NULL;
  gboolean special = FALSE;
  guint index = self->cells->len;

  if (start < self->end && *start == '"')
    closing = find_closing (self, &special);
  if (closing != NULL && special)
    {
      self->p = closing;
      text = unquote (start + 1, closing - 1);
      return keep (self, text, strlen (text));
    }
  while (!ends_cell (self, self->p))
    self->p++;
  if (closing != NULL)
    g_array_append_val (self->quoted, index);
  else if (self->p > start)
    self->all_quoted = FALSE;
  return keep (self, start, (gsize) (self->p - start));
}

static gboolean
check_limits (const Reader *self, GError **error)
{
  /* One wide row makes all rows wide. */
  guint64 n_cells = (guint64) self->n_rows * self->n_columns;

  if (self->n_columns > FOI_PASTE_MAX_COLUMNS || self->n_rows > FOI_PASTE_MAX_ROWS
      || MAX (n_cells, self->cells->len) > FOI_PASTE_MAX_CELLS)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("What was copied is too large to be pasted: at most %d rows, %d columns and "
                     "%d cells. Import the file instead."),
                   FOI_PASTE_MAX_ROWS, FOI_PASTE_MAX_COLUMNS, FOI_PASTE_MAX_CELLS);
      return FALSE;
    }
  return TRUE;
}

static void
skip_line_end (Reader *self)
{
  if (self->p < self->end && *self->p == '\r')
    {
      self->p++;
      if (self->p < self->end && *self->p == '\n')
        self->p++;
    }
  else if (self->p < self->end)
    {
      self->p++;
    }
}

static void
read_row (Reader *self)
{
  guint start = self->cells->len;
  guint n_cells = 0;

  g_array_append_val (self->starts, start);
  for (;;)
    {
      guint32 cell = read_cell (self);

      /* Who copies whole rows copies 16,384 columns, nearly all of them empty. */
      if (++n_cells <= FOI_PASTE_MAX_COLUMNS)
        g_array_append_val (self->cells, cell);
      if (cell != 0)
        {
          self->n_columns = MAX (self->n_columns, n_cells);
          self->n_rows = self->starts->len;
          self->n_filled++;
        }
      if (self->p >= self->end || *self->p != '\t')
        break;
      self->p++;
    }
  skip_line_end (self);
}

/* Takes the marks off where all cells have some; one cell alone may well be a quotation. */
static void
strip_marks (Reader *self)
{
  for (guint i = 0; self->all_quoted && self->n_filled > 1 && i < self->quoted->len; i++)
    {
      guint32 *cell
        = &g_array_index (self->cells, guint32, g_array_index (self->quoted, guint, i));
      const char *text = foi_text_store_get (self->texts, *cell);

      *cell = keep (self, text + 1, strlen (text) - 2);
    }
}

static FoiPasteGrid *
make_grid (Reader *self)
{
  FoiPasteGrid *grid = g_new0 (FoiPasteGrid, 1);

  strip_marks (self);
  g_atomic_ref_count_init (&grid->ref_count);
  grid->texts = self->texts;
  grid->n_rows = self->n_rows;
  grid->n_columns = self->n_columns;
  grid->cells = g_array_ref (self->cells);
  grid->starts = g_array_ref (self->starts);
  return grid;
}

/**
 * foi_paste_grid_new:
 * @text: text from the clipboard, as Excel and LibreOffice Calc put it there: tabs between cells,
 *   any line ends, quotation marks around cells that have either inside
 * @length: bytes in @text, or -1
 * @error: set to %FOI_ERROR_SYNTAX if it is no text, %FOI_ERROR_LIMIT if it is too much
 *
 * Empty rows and columns at the end are left out.
 *
 * Returns: (transfer full) (nullable): the cells.
 */
FoiPasteGrid *
foi_paste_grid_new (const char *text, gssize length, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) quoted = g_array_new (FALSE, FALSE, sizeof (guint));
  Reader reader = { .all_quoted = TRUE };
  gsize size;

  g_return_val_if_fail (text != NULL, NULL);

  size = length < 0 ? strlen (text) : (gsize) length;
  if (size > FOI_PASTE_MAX_BYTES)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("What was copied is larger than 64 MB. Import the file instead."));
      return NULL;
    }
  if (!g_utf8_validate (text, (gssize) size, NULL))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_SYNTAX, _("What was copied is not text."));
      return NULL;
    }
  reader.p = text;
  reader.end = text + size;
  reader.texts = foi_text_store_new ();
  reader.cells = cells;
  reader.starts = starts;
  reader.quoted = quoted;
  do
    {
      read_row (&reader);
      if (!check_limits (&reader, error))
        {
          foi_text_store_free (reader.texts);
          return NULL;
        }
    }
  while (reader.p < reader.end);
  return make_grid (&reader);
}

FoiPasteGrid *
foi_paste_grid_ref (FoiPasteGrid *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foi_paste_grid_unref (FoiPasteGrid *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->texts, foi_text_store_free);
  g_clear_pointer (&self->origin, foi_paste_grid_unref);
  g_clear_pointer (&self->before, foi_paste_grid_unref);
  g_array_unref (self->cells);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * foi_paste_grid_get_n_rows:
 * @self: cells
 *
 * Returns: how many rows there are.
 */
guint
foi_paste_grid_get_n_rows (FoiPasteGrid *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * foi_paste_grid_get_n_columns:
 * @self: cells
 *
 * Returns: how many cells every row has.
 */
guint
foi_paste_grid_get_n_columns (FoiPasteGrid *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

static const char *
get_text (FoiPasteGrid *self, guint32 cell)
{
  FoiPasteGrid *has = cell & IS_MEANT || self->origin == NULL ? self : self->origin;

  return foi_text_store_get (has->texts, cell & FOI_TEXT_STORE_MAX);
}

/**
 * foi_paste_grid_get:
 * @self: cells
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none): what is in the cell, spaces and all; "" for an empty one.
 */
const char *
foi_paste_grid_get (FoiPasteGrid *self, guint row, guint column)
{
  guint start, end;

  g_return_val_if_fail (self != NULL, "");
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, "");

  start = g_array_index (self->starts, guint, row);
  end = row + 1 < self->starts->len ? g_array_index (self->starts, guint, row + 1)
                                    : self->cells->len;
  return start + column < end ? get_text (self, g_array_index (self->cells, guint32,
                                                               start + column)) : "";
}

/* A cell that has a text which its origin need not have. */
static guint32
mean (FoiPasteGrid *self, const char *text)
{
  guint32 cell;

  /* Those of a table's cells do not fill gigabytes. */
  if (!foi_text_store_add (self->texts, text, strlen (text), &cell))
    g_assert_not_reached ();
  return cell | IS_MEANT;
}

/**
 * foi_paste_grid_get_original:
 * @self: cells
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none): what was in the cell before anybody said what it means.
 */
const char *
foi_paste_grid_get_original (FoiPasteGrid *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL, "");

  while (self->before != NULL)
    self = self->before;
  return foi_paste_grid_get (self, row, column);
}

static void
map_row (FoiPasteGrid *self, FoiPasteGrid *made, guint row, FoiPasteGridFunc func, gpointer data)
{
  guint start = g_array_index (self->starts, guint, row);
  guint end = row + 1 < self->starts->len ? g_array_index (self->starts, guint, row + 1)
                                          : self->cells->len;

  for (guint i = start; i < end; i++)
    {
      guint32 cell = g_array_index (self->cells, guint32, i);
      const char *text = get_text (self, cell);
      const char *other = *text != '\0' ? func (row, i - start, text, data) : NULL;

      if (other != NULL && *other == '\0')
        cell = 0;
      else if (other != NULL || cell & IS_MEANT)
        cell = mean (made, other != NULL ? other : text);
      g_array_append_val (made->cells, cell);
    }
}

static const char *
leave_cb (guint row, guint column, const char *text, gpointer data)
{
  return NULL;
}

/**
 * foi_paste_grid_map:
 * @self: cells
 * @is_meaning: whether what stands in @self is still what was there at first
 * @func: says of each filled cell what it is to have instead, which is copied
 * @data: for @func
 *
 * Returns: (transfer full): the cells as @func has them.
 */
FoiPasteGrid *
foi_paste_grid_map (FoiPasteGrid *self, gboolean is_meaning, FoiPasteGridFunc func, gpointer data)
{
  FoiPasteGrid *made;
  gboolean go_on = TRUE;

  g_return_val_if_fail (self != NULL && func != NULL, NULL);

  made = g_new0 (FoiPasteGrid, 1);
  g_atomic_ref_count_init (&made->ref_count);
  made->texts = foi_text_store_new ();
  made->origin = foi_paste_grid_ref (self->origin != NULL ? self->origin : self);
  made->before = is_meaning ? foi_paste_grid_ref (self) : NULL;
  made->n_rows = self->n_rows;
  made->n_columns = self->n_columns;
  made->starts = g_array_ref (self->starts);
  made->cells = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->cells->len);
  for (guint row = 0; row < self->starts->len; row++)
    {
      /* Of what is stopped the other rows stay as they are. */
      go_on = go_on && foi_work_go_on (row, self->starts->len);
      map_row (self, made, row, go_on ? func : leave_cb, data);
    }
  return made;
}

static const char *
meaning_cb (guint row, guint column, const char *text, gpointer data)
{
  return g_hash_table_lookup (data, text);
}

/**
 * foi_paste_grid_with_meanings:
 * @self: cells
 * @meanings: (element-type utf8 utf8): for what stands in a cell, what is meant by it
 *
 * Somebody said what `-` or `c` means in these cells.
 *
 * Returns: (transfer full): the cells as if that had stood there.
 */
FoiPasteGrid *
foi_paste_grid_with_meanings (FoiPasteGrid *self, GHashTable *meanings)
{
  g_return_val_if_fail (self != NULL && meanings != NULL, NULL);

  return foi_paste_grid_map (self, TRUE, meaning_cb, meanings);
}

/* ---- from elsewhere ---- */

struct _FoiPasteGridBuilder
{
  FoiPasteGrid *grid;
};

/**
 * foi_paste_grid_builder_new:
 *
 * Returns: (transfer full): a grid in the making, without cells.
 */
FoiPasteGridBuilder *
foi_paste_grid_builder_new (void)
{
  FoiPasteGridBuilder *self = g_new (FoiPasteGridBuilder, 1);

  self->grid = g_new0 (FoiPasteGrid, 1);
  g_atomic_ref_count_init (&self->grid->ref_count);
  self->grid->texts = foi_text_store_new ();
  self->grid->cells = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->grid->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * foi_paste_grid_builder_begin_row:
 * @self: a grid in the making
 *
 * Begins the next row.
 */
void
foi_paste_grid_builder_begin_row (FoiPasteGridBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_array_append_val (self->grid->starts, self->grid->cells->len);
  self->grid->n_rows++;
}

/**
 * foi_paste_grid_builder_add:
 * @self: a grid in the making
 * @column: from 0, right of those that the row has
 * @text: what stands in the cell
 * @error: set to %FOI_ERROR_LIMIT
 *
 * Adds a cell to the row that was begun last.
 *
 * Returns: whether there was room for it.
 */
gboolean
foi_paste_grid_builder_add (FoiPasteGridBuilder *self, guint column, const char *text,
                            GError **error)
{
  FoiPasteGrid *grid = self->grid;
  guint place = g_array_index (grid->starts, guint, grid->starts->len - 1) + column;
  guint32 cell;

  if (column >= FOI_PASTE_MAX_COLUMNS || grid->n_rows > FOI_PASTE_MAX_ROWS + 64
      || place >= FOI_PASTE_MAX_CELLS
      || !foi_text_store_add (grid->texts, text, strlen (text), &cell))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT,
                   _("This is too large for a table: at most %d rows, %d columns and %d cells. "
                     "Choose a part of it."),
                   FOI_PASTE_MAX_ROWS, FOI_PASTE_MAX_COLUMNS, FOI_PASTE_MAX_CELLS);
      return FALSE;
    }
  /* What is left out is empty. */
  g_array_set_size (grid->cells, place);
  g_array_append_val (grid->cells, cell);
  grid->n_columns = MAX (grid->n_columns, column + 1);
  return TRUE;
}

/**
 * foi_paste_grid_builder_end:
 * @self: (transfer full): a grid in the making
 *
 * Returns: (transfer full): the grid.
 */
FoiPasteGrid *
foi_paste_grid_builder_end (FoiPasteGridBuilder *self)
{
  FoiPasteGrid *grid = self->grid;

  g_free (self);
  return grid;
}

/**
 * foi_paste_grid_builder_free:
 * @self: (nullable): a grid in the making
 *
 * Gives it up.
 */
void
foi_paste_grid_builder_free (FoiPasteGridBuilder *self)
{
  if (self != NULL)
    foi_paste_grid_unref (foi_paste_grid_builder_end (self));
}
