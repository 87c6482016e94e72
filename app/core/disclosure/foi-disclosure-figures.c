/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-figures.h"

#include "foi-disclosure-totals-private.h"

/* Figures that rows and columns of a table come to: single ones, those of some together, of all
 * others, of all. */

/* Of so many that are named the others are looked for of each. */
#define MAX_OTHERS 4
/* So many figures are compared with each other for one sentence. */
#define MAX_FIGURES 400

/* ---- the table ---- */

static gboolean
get (const FoiFigureTable *self, guint row, guint column, gint64 *out)
{
  *out = foi_disclosure_grid_get (self->grid, row, column);
  return foi_disclosure_grid_knows (self->grid, row, column);
}

/* Whether a row is in all columns what the rows come to, as far as they are known. */
static gboolean
is_sum_of_rows (const FoiFigureTable *self, guint row, const GArray *rows)
{
  guint n_known = 0;

  for (guint column = 0; column < self->grid->columns->len; column++)
    {
      gint64 sum = 0, value, total;
      gboolean is_known = get (self, row, column, &total);

      for (guint i = 0; i < rows->len && is_known; i++)
        {
          is_known = get (self, g_array_index (rows, guint, i), column, &value);
          sum += value;
        }
      if (is_known && sum != total)
        return FALSE;
      n_known += is_known ? 1 : 0;
    }
  return n_known > 0;
}

/* The rows that are no totals, by what is said of them or (@with_seen) by their figures; TRUE where
 * one of the others is the total of all. */
static gboolean
find_base_rows (FoiFigureTable *self, gboolean with_seen)
{
  g_array_set_size (self->base_rows, 0);
  for (guint pass = 0; pass < 2; pass++)
    for (guint row = 0; row < self->grid->n_rows; row++)
      {
        const gboolean is_total
          = with_seen ? _foi_disclosure_is_seen_total (self->draft, self->grid->data, row)
                      : _foi_disclosure_is_total_row (self->draft, self->grid->data, row);

        if (pass == 0 && !is_total)
          g_array_append_val (self->base_rows, row);
        if (pass == 1 && is_total && self->base_rows->len > 0
            && is_sum_of_rows (self, row, self->base_rows))
          {
            self->total_row = (int) row;
            return TRUE;
          }
      }
  return FALSE;
}

static int
get_decimals (const FoiFigureTable *self, guint column)
{
  return foi_column_get_decimals (foi_disclosure_grid_get_column (self->grid, column));
}

static gboolean
is_sum_of_columns (const FoiFigureTable *self, guint total)
{
  guint n_known = 0;

  for (guint row = 0; row < self->grid->n_rows; row++)
    {
      gint64 sum = 0, value, whole;
      gboolean is_known = get (self, row, total, &whole);

      for (guint i = 0; i < self->base_columns->len && is_known; i++)
        {
          const guint column = g_array_index (self->base_columns, guint, i);

          is_known = get (self, row, column, &value)
                     && get_decimals (self, column) == get_decimals (self, total);
          sum += value;
        }
      if (is_known && sum != whole)
        return FALSE;
      n_known += is_known ? 1 : 0;
    }
  return n_known > 0;
}

static void
find_base_columns (FoiFigureTable *self)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->grid->columns->len; i++)
      {
        const gboolean is_total
          = _foi_disclosure_is_declared (self->draft, self->grid->data,
                                         g_array_index (self->grid->columns, guint, i));

        if (pass == 0 && !is_total)
          g_array_append_val (self->base_columns, i);
        if (pass == 1 && is_total && self->base_columns->len > 0 && is_sum_of_columns (self, i))
          self->total_column = (int) i;
      }
}

/**
 * foi_figure_table_init:
 *
 * Returns: whether the table has figures; else there is nothing to clear.
 */
gboolean
foi_figure_table_init (FoiFigureTable *self, FoiDisclosureDraft *draft, FoiTableData *data)
{
  *self = (FoiFigureTable) { .draft = draft, .total_row = -1, .total_column = -1 };
  self->grid = foi_disclosure_grid_new (draft, data);
  if (self->grid == NULL)
    return FALSE;
  self->base_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->base_columns = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!find_base_rows (self, FALSE) && !find_base_rows (self, TRUE))
    find_base_rows (self, FALSE);
  find_base_columns (self);
  return TRUE;
}

/**
 * foi_figure_table_clear:
 *
 * Frees what it has.
 */
void
foi_figure_table_clear (FoiFigureTable *self)
{
  foi_disclosure_grid_free (self->grid);
  g_array_unref (self->base_rows);
  g_array_unref (self->base_columns);
}

/* ---- parts ---- */

static void
part_free (gpointer data)
{
  FoiPart *part = data;

  g_array_unref (part->places);
  g_array_unref (part->less);
  g_free (part);
}

static FoiPart *
add_part (GPtrArray *parts, FoiPartKind kind)
{
  FoiPart *part = g_new0 (FoiPart, 1);

  part->kind = kind;
  part->places = g_array_new (FALSE, FALSE, sizeof (guint));
  part->less = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (parts, part);
  return part;
}

static gboolean
has_place (const GArray *places, guint place)
{
  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, guint, i) == place)
      return TRUE;
  return FALSE;
}

/* All of @base: as their total, where there is one. */
static FoiPart *
add_all (GPtrArray *parts, FoiPartKind kind, const GArray *base, int total)
{
  FoiPart *part = add_part (parts, kind);
  const guint place = (guint) total;

  if (total >= 0)
    g_array_append_val (part->places, place);
  else
    g_array_append_vals (part->places, base->data, base->len);
  return part;
}

/* All of @base but @named. */
static void
add_others (GPtrArray *parts, const GArray *base, const GArray *named, int total)
{
  FoiPart *part;

  if (named->len >= base->len)
    return;
  if (total >= 0)
    {
      part = add_all (parts, FOI_PART_OTHERS, base, total);
      g_array_append_vals (part->less, named->data, named->len);
      return;
    }
  part = add_part (parts, FOI_PART_OTHERS);
  for (guint i = 0; i < base->len; i++)
    if (!has_place (named, g_array_index (base, guint, i)))
      g_array_append_val (part->places, g_array_index (base, guint, i));
}

/* Those of @base that are named, together, and the others. */
static void
add_together (GPtrArray *parts, const GArray *base, const GArray *named, int total)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < named->len; i++)
    if (has_place (base, g_array_index (named, guint, i)))
      g_array_append_val (own, g_array_index (named, guint, i));
  if (own->len == 0)
    return;
  if (own->len > 1)
    {
      FoiPart *part = add_part (parts, FOI_PART_SOME);

      g_array_append_vals (part->places, own->data, own->len);
    }
  add_others (parts, base, own, total);
  for (guint i = 0; i < own->len && own->len > 1 && own->len <= MAX_OTHERS; i++)
    {
      g_array_set_size (one, 0);
      g_array_append_val (one, g_array_index (own, guint, i));
      add_others (parts, base, one, total);
    }
}

/**
 * foi_figure_table_list_rows:
 * @named: (element-type guint): rows that are named
 * @is_group: they are named as one
 *
 * Returns: (transfer full) (element-type FoiPart): the rows, single and together, that are meant.
 */
GPtrArray *
foi_figure_table_list_rows (const FoiFigureTable *self, const GArray *named, gboolean is_group)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  if (is_group && named->len > 0)
    {
      g_array_append_vals (add_part (parts, FOI_PART_ONE)->places, named->data, named->len);
      add_others (parts, self->base_rows, named, self->total_row);
    }
  for (guint i = 0; i < named->len && !is_group; i++)
    g_array_append_val (add_part (parts, FOI_PART_ONE)->places, g_array_index (named, guint, i));
  if (!is_group)
    add_together (parts, self->base_rows, named, self->total_row);
  for (int step = -1; step <= 1 && named->len == 1; step += 2)
    {
      const guint place = (guint) ((gint64) g_array_index (named, guint, 0) + step);

      if (has_place (self->base_rows, place))
        g_array_append_val (add_part (parts, FOI_PART_NEAR)->places, place);
    }
  if (self->base_rows->len > 0)
    add_all (parts, FOI_PART_ALL, self->base_rows, self->total_row);
  return parts;
}

/**
 * foi_figure_table_list_columns:
 * @named: (element-type guint): columns of the grid that are named
 *
 * Returns: (transfer full) (element-type FoiPart): the columns, single and together, that are
 *   meant.
 */
GPtrArray *
foi_figure_table_list_columns (const FoiFigureTable *self, const GArray *named)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  for (guint i = 0; i < named->len; i++)
    g_array_append_val (add_part (parts, FOI_PART_ONE)->places, g_array_index (named, guint, i));
  add_together (parts, self->base_columns, named, self->total_column);
  if (self->base_columns->len > 1)
    add_all (parts, FOI_PART_ALL, self->base_columns, self->total_column);
  return parts;
}

/* ---- figures ---- */

typedef struct
{
  const FoiFigureTable *table;
  FoiFigure *figure;
  FoiLine *line;
  gint64 factor;
  gboolean is_known;
} Adding;

static void
add_up_cell (Adding *self, guint row, guint column, gint64 sign)
{
  const FoiDisclosureGrid *grid = self->table->grid;
  const guint place = g_array_index (grid->columns, guint, column);
  const FoiCell *cell = foi_table_data_get_cell (grid->data, row, place);
  gint64 value;

  self->is_known = self->is_known && get (self->table, row, column, &value);
  if (!self->is_known)
    return;
  self->figure->value += sign * value;
  self->figure->shown += cell->state == FOI_CELL_VALUE ? sign * cell->number : 0;
  self->figure->is_shown = self->figure->is_shown && cell->state == FOI_CELL_VALUE;
  self->figure->is_hidden = self->figure->is_hidden || self->table->draft->wholes != NULL
                            || _foi_disclosure_is_hidden (self->table->draft, grid->data, row,
                                                          place);
}

static void
add_term (Adding *self, guint row, guint column, gint64 sign)
{
  const FoiDisclosureGrid *grid = self->table->grid;
  const guint cell = _foi_disclosure_draft_take (self->table->draft, grid->data, row,
                                                 g_array_index (grid->columns, guint, column));

  for (guint i = 0; i < self->line->terms->len; i++)
    {
      FoiLineTerm *term = &g_array_index (self->line->terms, FoiLineTerm, i);

      if (term->cell == cell)
        {
          term->factor += sign * self->factor;
          return;
        }
    }
  foi_line_add (self->line, cell, sign * self->factor);
}

typedef void (*CellFunc) (Adding *self, guint row, guint column, gint64 sign);

/* Each cell of a figure, with the sign with which it counts. */
static void
for_each_cell (Adding *self, const FoiPart *rows, const FoiPart *columns, CellFunc func)
{
  const GArray *of_rows[] = { rows->places, rows->less };
  const GArray *of_columns[] = { columns->places, columns->less };

  for (guint a = 0; a < 2; a++)
    for (guint b = 0; b < 2; b++)
      for (guint i = 0; i < of_rows[a]->len; i++)
        for (guint j = 0; j < of_columns[b]->len; j++)
          func (self, g_array_index (of_rows[a], guint, i),
                g_array_index (of_columns[b], guint, j), a == b ? 1 : -1);
}

static gboolean
begin_figure (const FoiFigureTable *self, const FoiPart *rows, const FoiPart *columns,
              FoiFigure *out)
{
  const guint first = g_array_index (columns->places, guint, 0);

  *out = (FoiFigure) { .rows = rows, .columns = columns, .is_shown = TRUE };
  out->decimals = get_decimals (self, first);
  out->is_money = foi_column_get_value_type (foi_disclosure_grid_get_column (self->grid, first))
                  == FOI_VALUE_MONEY;
  for (guint i = 1; i < columns->places->len; i++)
    if (get_decimals (self, g_array_index (columns->places, guint, i)) != out->decimals)
      return FALSE;
  return TRUE;
}

/**
 * foi_figure_table_list:
 * @rows: (element-type FoiPart): they live longer
 * @columns: (element-type FoiPart): they too
 *
 * Returns: (transfer full) (element-type FoiFigure): what each of the rows has of each of the
 *   columns, as far as that is known here.
 */
GArray *
foi_figure_table_list (const FoiFigureTable *self, GPtrArray *rows, GPtrArray *columns)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (FoiFigure));

  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < columns->len && figures->len < MAX_FIGURES; j++)
      {
        FoiFigure figure;
        Adding adding = { .table = self, .figure = &figure, .is_known = TRUE };

        if (!begin_figure (self, rows->pdata[i], columns->pdata[j], &figure))
          continue;
        for_each_cell (&adding, rows->pdata[i], columns->pdata[j], add_up_cell);
        if (adding.is_known && ABS (figure.value) <= FOI_DISCLOSURE_MAX_VALUE)
          g_array_append_val (figures, figure);
      }
  return figures;
}

/**
 * foi_figure_table_add_terms:
 * @factor: how often the figure counts
 *
 * Adds its cells to a line.
 */
void
foi_figure_table_add_terms (const FoiFigureTable *self, const FoiFigure *figure, gint64 factor,
                            FoiLine *line)
{
  Adding adding = { .table = self, .line = line, .factor = factor };

  for_each_cell (&adding, figure->rows, figure->columns, add_term);
}
