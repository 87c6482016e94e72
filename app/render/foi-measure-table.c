/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foi-column-widths.h"
#include "foi-letter-style.h"
#include "foi-measure.h"

/* Headings are bent into as many lines before other columns have to give way to them. */
#define MAX_HEADING_LINES 3
/* Lines of a heading are not equally long: by how much the longest exceeds the mean, about. */
#define HEADING_SLACK 1.2
/* Rows of so many lines or fewer are low; so many of them begin a table that goes on overleaf. */
#define LOW_ROW 2
#define LEADING_ROWS 3
/* A row of headings that takes more of a page is not repeated on each. */
#define MAX_REPEATED 0.4
/* A word of a text that takes more of the table's width is broken: not all else is set smaller. */
#define MOST_WORD 0.35
/* Widths that differ by less were the same before rounding. */
#define EPSILON 0.01

/* One column while its table is measured. */
typedef struct
{
  gboolean numeric;
  gboolean is_text;     /* its cells may be bent; numbers and dates are not */
  double   x, width;
  double   max_tail;    /* what stands right of the decimal point, in the widest case */
} Column;

typedef struct
{
  FoiMeasuring *measuring;
  FoiBlock     *block;
  guint         n_columns, n_rows;
  double        size;        /* of the font */
  double        padding;
  Column       *columns;
  char        **texts;       /* headings first, then row by row */
  FoiSetText  **sets;        /* the same, each on one line until it must be broken */
  double       *tails;
} Table;

/* At 12 points if the table can be set so that no word is broken, else smaller. */
static const double sizes[] = { FOI_BODY_SIZE, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0 };

static gboolean
is_bold (const Table *self, guint row)
{
  return row == 0 || foi_publication_is_total_row (self->block->table, row - 1);
}

static FoiTextStyle
get_style (const Table *self, guint row, guint column)
{
  return (FoiTextStyle) { .size = self->size,
                          .pitch = self->size * FOI_CELL_PITCH_FACTOR,
                          .bold = is_bold (self, row),
                          .at_end = self->columns[column].numeric,
                          .ink = FOI_INK_TEXT };
}

/*
 * What stands right of where numbers are aligned: the decimals with their point, "%", a mark of a
 * note. NULL when there is no number.
 */
static const char *
find_tail (const char *text)
{
  const char *digit = strpbrk (text, "0123456789");
  const char *end;

  if (digit == NULL || text[0] == '[')
    return NULL;
  for (end = digit; g_ascii_isdigit (*end) || (*end == ',' && g_ascii_isdigit (end[1]));)
    end++;
  return end;
}

static void
set_texts (Table *self)
{
  for (guint row = 0; row <= self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        guint i = row * self->n_columns + column;
        FoiTextStyle style = get_style (self, row, column);

        g_clear_pointer (&self->sets[i], foi_set_text_unref);
        self->sets[i] = foi_typesetter_set_text (self->measuring->typesetter, &style,
                                                 self->texts[i], FOI_WIDTH_UNLIMITED);
      }
}

/* Decimal points stand in one line, though their numbers have more or fewer digits after it. */
static void
measure_tails (Table *self, guint column)
{
  const char *last = NULL;
  gboolean last_bold = FALSE;
  double last_width = 0.0;

  self->columns[column].max_tail = 0.0;
  for (guint row = 1; row <= self->n_rows; row++)
    {
      guint i = row * self->n_columns + column;
      const char *tail = find_tail (self->texts[i]);
      FoiTextStyle style = get_style (self, row, column);

      self->tails[i] = -1.0;
      if (tail == NULL)
        continue;
      if (last == NULL || last_bold != style.bold || !g_str_equal (tail, last))
        {
          last_width = tail[0] == '\0' ? 0.0
                                       : foi_typesetter_measure_text (self->measuring->typesetter,
                                                                      &style, tail);
          last = tail;
          last_bold = style.bold;
        }
      self->tails[i] = last_width;
      self->columns[column].max_tail = MAX (self->columns[column].max_tail, last_width);
    }
}

/* How far left of its column's right edge the cell's text ends. */
static double
get_shift (const Table *self, guint row, guint column)
{
  double tail = row == 0 ? -1.0 : self->tails[row * self->n_columns + column];

  return tail < 0.0 ? 0.0 : self->columns[column].max_tail - tail;
}

static double
measure_longest_word (Table *self, guint column)
{
  double longest = 0.0;

  for (guint row = 0; row <= self->n_rows; row++)
    {
      guint i = row * self->n_columns + column;
      FoiTextStyle style = get_style (self, row, column);

      if (self->sets[i]->width <= longest)
        continue;
      if (row > 0 && !self->columns[column].is_text)
        longest = MAX (longest, self->sets[i]->width + get_shift (self, row, column));
      else
        longest = MAX (longest, foi_typesetter_measure_word (self->measuring->typesetter, &style,
                                                             self->texts[i]));
    }
  return longest;
}

static FoiColumnNeed
get_need (Table *self, guint column, guint heading_lines)
{
  FoiColumnNeed need = { .grows = self->columns[column].is_text };
  double heading = self->sets[column]->width;

  for (guint row = 1; row <= self->n_rows; row++)
    need.whole = MAX (need.whole, self->sets[row * self->n_columns + column]->width
                                      + get_shift (self, row, column));
  if (heading_lines > 1)
    {
      need.least = measure_longest_word (self, column);
      if (self->columns[column].is_text)
        need.least = MIN (need.least, self->measuring->width * MOST_WORD);
      heading = MIN (heading, MAX (heading / heading_lines * HEADING_SLACK, need.least));
    }
  need.whole = MAX (need.whole, heading) + 2 * self->padding + EPSILON;
  need.least += 2 * self->padding + EPSILON;
  return need;
}

/*
 * Text is in proportion to the size of the font, so one look says at which size words fit, where
 * the cells are drawn together, too. Returns whether it had to be another.
 */
static gboolean
shrink (Table *self, const FoiColumnNeed *needs, double available)
{
  double text = 0.0, loose, tight = 2 * FOI_CELL_TIGHT_PADDING_X * self->n_columns;
  guint step = 0;

  for (guint i = 0; i < self->n_columns; i++)
    text += needs[i].least - 2 * self->padding;
  loose = 2 * self->padding * self->n_columns;
  if (text + loose <= available)
    return FALSE;
  while (step + 1 < G_N_ELEMENTS (sizes) && text * sizes[step] / self->size + tight > available)
    step++;
  self->padding = FOI_CELL_TIGHT_PADDING_X;
  self->size = sizes[step];
  set_texts (self);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].numeric)
      measure_tails (self, i);
  return TRUE;
}

static double
get_needs (Table *self, guint heading_lines, FoiColumnNeed *needs)
{
  double sum = 0.0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      needs[i] = get_need (self, i, heading_lines);
      sum += needs[i].whole;
    }
  return sum;
}

/* All on one line if that fits; if not, with headings bent and, at need, all set smaller. */
static void
fit_columns (Table *self)
{
  g_autofree FoiColumnNeed *needs = g_new (FoiColumnNeed, self->n_columns);
  g_autofree double *widths = g_new (double, self->n_columns);
  double available = self->measuring->width, x = self->measuring->x;
  guint heading_lines = 1;

  set_texts (self);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].numeric)
      measure_tails (self, i);
  while (get_needs (self, heading_lines, needs) > available && heading_lines < MAX_HEADING_LINES)
    heading_lines++;
  if (heading_lines == MAX_HEADING_LINES && shrink (self, needs, available))
    get_needs (self, heading_lines, needs);
  foi_column_widths_fit (needs, self->n_columns, available, widths);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i].x = x;
      self->columns[i].width = widths[i];
      x += widths[i];
    }
}

static void
set_cell (Table *self, guint row, guint column, FoiSetCell *cell)
{
  const Column *edges = &self->columns[column];
  guint i = row * self->n_columns + column;
  double inside = MAX (edges->width - 2 * self->padding, 1.0);
  FoiTextStyle style = get_style (self, row, column);

  cell->x = edges->x + self->padding;
  cell->width = inside;
  if (self->sets[i]->width <= inside + EPSILON)
    {
      cell->set = g_steal_pointer (&self->sets[i]);
      if (edges->numeric)
        cell->x = edges->x + edges->width - self->padding - get_shift (self, row, column)
                  - cell->set->width;
    }
  else
    cell->set = foi_typesetter_set_text (self->measuring->typesetter, &style, self->texts[i],
                                         inside);
}

/* A row that is taller than a page is parted between lines, those of all its cells at once. */
static void
slice_row (FoiItem *item, double limit)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, TRUE, sizeof (double));
  double tallest = 0.0;
  guint n_lines = 1;

  for (guint i = 0; i < item->n_cells; i++)
    {
      tallest = MAX (tallest, item->cells[i].set->height);
      n_lines = MAX (n_lines, item->cells[i].set->lines->len);
    }
  tallest += 2 * FOI_CELL_PADDING_Y;
  if (tallest <= limit)
    {
      foi_item_set_slices (item, &tallest, 1);
      return;
    }
  g_array_set_size (heights, n_lines);
  for (guint i = 0; i < item->n_cells; i++)
    for (guint line = 0; line < item->cells[i].set->lines->len; line++)
      {
        double *height = &g_array_index (heights, double, line);

        *height = MAX (*height, foi_set_text_get_line (item->cells[i].set, line)->height);
      }
  g_array_index (heights, double, 0) += FOI_CELL_PADDING_Y;
  g_array_index (heights, double, n_lines - 1) += FOI_CELL_PADDING_Y;
  foi_item_set_slices (item, (double *) heights->data, n_lines);
}

static FoiItem *
add_row (Table *self, guint row, FoiItem *header)
{
  FoiItem *item = foi_measuring_add_item (self->measuring, FOI_ITEM_ROW);
  const Column *last = &self->columns[self->n_columns - 1];
  FoiColumn *first = foi_publication_get_column (self->block->table, 0);
  double limit = self->measuring->measured->max_height;

  item->row = row == 0 ? G_MAXUINT : row - 1;
  item->is_total = row > 0 && is_bold (self, row);
  item->has_row_heading = !foi_column_is_numeric (first)
                          && foi_column_get_role (first) != FOI_ROLE_NOTE;
  item->width = last->x + last->width - item->x;
  item->n_cells = self->n_columns;
  item->cells = g_new0 (FoiSetCell, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    set_cell (self, row, i, &item->cells[i]);
  if (header != NULL)
    limit -= foi_item_get_height (header, 0, header->n_slices);
  item->header = header;
  slice_row (item, limit);
  for (guint i = 0; row == 0 && item->n_slices == 1 && i < self->n_columns; i++)
    item->cells[i].shift = foi_item_get_height (item, 0, 1) - 2 * FOI_CELL_PADDING_Y
                           - item->cells[i].set->height;
  return item;
}

/* How many rows stay with the headings at least: two, or three where they are low. */
static guint
get_n_leading (const Table *self, GPtrArray *rows)
{
  double low = LOW_ROW * self->size * FOI_CELL_PITCH_FACTOR + 2 * FOI_CELL_PADDING_Y;

  for (guint i = 0; i < MIN (rows->len, LEADING_ROWS); i++)
    {
      const FoiItem *row = rows->pdata[i];

      if (foi_item_get_height (row, 0, row->n_slices) > low)
        return LEADING_ROWS - 1;
    }
  return LEADING_ROWS;
}

/* Rows that no page end may part: the first ones, the last two, a total and what it adds up. */
static void
keep_rows (const Table *self, GPtrArray *rows, double height)
{
  double max_height = self->measuring->measured->max_height;
  guint n_leading = get_n_leading (self, rows);

  for (guint i = 0; i < rows->len; i++)
    {
      FoiItem *item = rows->pdata[i];

      item->is_last = i + 1 == rows->len;
      item->rather_next = !item->is_last && height <= max_height * FOI_TABLE_RATHER_TOGETHER;
      if (item->is_last)
        item->keep_next = self->block->children != NULL;
      else
        item->keep_next = height <= max_height * FOI_TABLE_TOGETHER || i + 1 < n_leading
                          || i + 2 == rows->len || ((const FoiItem *) rows->pdata[i + 1])->is_total;
    }
}

static void
add_rows (Table *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  FoiItem *header = add_row (self, 0, NULL);
  double height = foi_item_get_height (header, 0, header->n_slices);
  gboolean repeated = header->n_slices == 1
                      && height <= self->measuring->measured->max_height * MAX_REPEATED;

  for (guint row = 1; row <= self->n_rows; row++)
    {
      FoiItem *item = add_row (self, row, repeated ? header : NULL);

      height += foi_item_get_height (item, 0, item->n_slices);
      g_ptr_array_add (rows, item);
    }
  header->keep_next = self->n_rows > 0;
  header->is_last = self->n_rows == 0;
  keep_rows (self, rows, height);
}

static void
table_init (Table *self, FoiMeasuring *measuring, FoiBlock *block)
{
  gsize n_cells;

  self->measuring = measuring;
  self->block = block;
  self->n_columns = foi_publication_get_n_columns (block->table);
  self->n_rows = foi_publication_get_n_rows (block->table);
  self->size = sizes[0];
  self->padding = FOI_CELL_PADDING_X;
  n_cells = (gsize) self->n_columns * ((gsize) self->n_rows + 1);
  self->columns = g_new0 (Column, self->n_columns);
  self->texts = g_new0 (char *, n_cells + 1);
  self->sets = g_new0 (FoiSetText *, n_cells);
  self->tails = g_new0 (double, n_cells);
  for (guint column = 0; column < self->n_columns; column++)
    {
      FoiColumn *published = foi_publication_get_column (block->table, column);

      self->columns[column].numeric = foi_column_is_numeric (published);
      self->columns[column].is_text = foi_column_get_value_type (published) == FOI_VALUE_TEXT;
      self->texts[column] = foi_block_dup_heading_text (block, column);
      for (guint row = 0; row < self->n_rows; row++)
        self->texts[(row + 1) * self->n_columns + column]
            = foi_block_dup_cell_text (block, row, column);
    }
}

static void
table_clear (Table *self)
{
  gsize n_cells = (gsize) self->n_columns * ((gsize) self->n_rows + 1);

  for (gsize i = 0; i < n_cells; i++)
    g_clear_pointer (&self->sets[i], foi_set_text_unref);
  g_strfreev (self->texts);
  g_free (self->sets);
  g_free (self->tails);
  g_free (self->columns);
}

/**
 * foi_measure_table:
 * @self: the measuring
 * @block: a table
 *
 * Adds the caption, the row of headings, the rows and the notes below them.
 */
void
foi_measure_table (FoiMeasuring *self, FoiBlock *block)
{
  const FoiTextStyle caption_style
      = { .size = FOI_BODY_SIZE, .pitch = FOI_BODY_PITCH, .bold = TRUE, .ink = FOI_INK_TEXT };
  FoiItem *item;

  if (block->spans != NULL)
    {
      item = foi_measuring_add_text (self, &caption_style, block->spans);
      item->before = FOI_CAPTION_BEFORE;
      item->after = FOI_CAPTION_AFTER;
      item->together = TRUE;
      item->keep_next = TRUE;
    }
  if (block->table != NULL && foi_publication_get_n_columns (block->table) > 0)
    {
      Table table;

      table_init (&table, self, block);
      fit_columns (&table);
      add_rows (&table);
      table_clear (&table);
    }
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    foi_measure_child (self, block->children->pdata[i]);
  if (self->measured->items->len > 0)
    {
      item = self->measured->items->pdata[self->measured->items->len - 1];
      item->after = FOI_TABLE_AFTER;
    }
}
