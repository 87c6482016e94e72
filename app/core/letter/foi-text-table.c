/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-text-wrap.h"

#include <string.h>

#define GUTTER 2

/*
 * One table as text: cells by row and column, the headings being row 0. A column is as wide as its
 * longest text; if the table is too wide, headings are broken (@narrow), then the widest texts.
 */
typedef struct
{
  guint     n_rows;
  guint     n_columns;
  char    **cells;
  guint    *widths;
  guint    *narrow;
  guint    *least;
  gboolean *is_numeric;
} TextTable;

static const char *
get_cell (const TextTable *self, guint row, guint column)
{
  return self->cells[row * self->n_columns + column];
}

static void
text_table_clear (TextTable *self)
{
  g_strfreev (self->cells);
  g_free (self->widths);
  g_free (self->narrow);
  g_free (self->least);
  g_free (self->is_numeric);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TextTable, text_table_clear)

static void
read_cells (TextTable *self, const FoiBlock *block)
{
  self->n_rows = foi_publication_get_n_rows (block->table) + 1;
  self->n_columns = foi_publication_get_n_columns (block->table);
  self->cells = g_new0 (char *, self->n_rows * self->n_columns + 1);
  self->widths = g_new0 (guint, self->n_columns);
  self->narrow = g_new0 (guint, self->n_columns);
  self->least = g_new0 (guint, self->n_columns);
  self->is_numeric = g_new0 (gboolean, self->n_columns);
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        char *text = row == 0 ? foi_block_dup_heading_text (block, column)
                              : foi_block_dup_cell_text (block, row - 1, column);

        self->cells[row * self->n_columns + column] = text;
        self->widths[column] = MAX (self->widths[column], foi_text_measure (text));
        self->least[column] = MAX (self->least[column], foi_text_measure_longest_word (text));
        if (row == 0)
          self->narrow[column] = self->least[column];
        else
          self->narrow[column] = MAX (self->narrow[column], foi_text_measure (text));
      }
  for (guint column = 0; column < self->n_columns; column++)
    self->is_numeric[column]
      = foi_column_is_numeric (foi_publication_get_column (block->table, column));
}

static guint
get_total_width (const TextTable *self)
{
  guint total = GUTTER * (self->n_columns - 1);

  for (guint i = 0; i < self->n_columns; i++)
    total += self->widths[i];
  return total;
}

static guint
count_heading_lines (const TextTable *self, guint column)
{
  g_autoptr (GPtrArray) lines = foi_text_wrap (get_cell (self, 0, column), self->widths[column]);

  return lines->len;
}

/* Gives what width is left to the columns with the tallest headings: two lines are enough. */
static void
widen_headings (TextTable *self, guint columns)
{
  for (guint spare = columns - get_total_width (self); spare > 0; spare--)
    {
      guint tallest = 0, most = 0;

      for (guint i = 0; i < self->n_columns; i++)
        {
          guint n_lines = count_heading_lines (self, i);

          if (n_lines > most)
            {
              most = n_lines;
              tallest = i;
            }
        }
      if (most <= 2)
        return;
      self->widths[tallest]++;
    }
}

/* Takes from the widest column that can be narrower, until the table fits or nothing helps. */
static void
fit (TextTable *self, guint columns)
{
  if (get_total_width (self) <= columns)
    return;
  memcpy (self->widths, self->narrow, self->n_columns * sizeof (guint));
  if (get_total_width (self) <= columns)
    widen_headings (self, columns);
  while (get_total_width (self) > columns)
    {
      guint widest = self->n_columns;

      for (guint i = 0; i < self->n_columns; i++)
        if (self->widths[i] > self->least[i]
            && (widest == self->n_columns || self->widths[i] > self->widths[widest]))
          widest = i;
      if (widest == self->n_columns)
        return;
      self->widths[widest]--;
    }
}

static void
add_line (TextTable *self, GPtrArray **wrapped, guint number, gboolean from_below, guint height,
          GPtrArray *out)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint empty = from_below ? height - wrapped[i]->len : 0;
      gboolean is_there = number >= empty && number - empty < wrapped[i]->len;
      const char *text = is_there ? wrapped[i]->pdata[number - empty] : "";
      g_autofree char *padded = foi_text_pad (text, self->widths[i], self->is_numeric[i]);

      if (i > 0)
        g_string_append (line, "  ");
      g_string_append (line, padded);
    }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_ptr_array_add (out, g_string_free (line, FALSE));
}

/* A row takes as many lines as its highest cell; headings stand on the rule below them. */
static void
add_row (TextTable *self, guint row, GPtrArray *out)
{
  GPtrArray **wrapped = g_new0 (GPtrArray *, self->n_columns);
  guint height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      wrapped[i] = foi_text_wrap (get_cell (self, row, i), self->widths[i]);
      height = MAX (height, wrapped[i]->len);
    }
  for (guint i = 0; i < height; i++)
    add_line (self, wrapped, i, row == 0, height, out);
  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_unref (wrapped[i]);
  g_free (wrapped);
}

static void
add_rule (TextTable *self, GPtrArray *out)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *dashes = g_strnfill (self->widths[i], '-');

      if (i > 0)
        g_string_append (line, "  ");
      g_string_append (line, dashes);
    }
  g_ptr_array_add (out, g_string_free (line, FALSE));
}

/**
 * foi_text_table_to_lines:
 * @table: a table's block
 * @columns: how wide the lines should be
 *
 * Sets the cells of a table in columns, figures to the right. Texts too long for the width are
 * broken inside their column.
 *
 * Returns: (transfer full) (element-type utf8): the lines: headings, a rule, the rows.
 */
GPtrArray *
foi_text_table_to_lines (const FoiBlock *table, guint columns)
{
  GPtrArray *out = g_ptr_array_new_with_free_func (g_free);
  g_auto (TextTable) self = { 0 };

  g_return_val_if_fail (table != NULL && table->table != NULL, out);

  if (foi_publication_get_n_columns (table->table) == 0)
    return out;
  read_cells (&self, table);
  fit (&self, columns);
  for (guint row = 0; row < self.n_rows; row++)
    {
      add_row (&self, row, out);
      if (row == 0)
        add_rule (&self, out);
    }
  return out;
}
