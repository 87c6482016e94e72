/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-hidden-figures.h"

#include <math.h>

#include "foi-figures.h"
#include "foi-secrets.h"

/* Of longer rows and columns only what all of them come to is reckoned. */
#define MAX_PAIRED 60
/* Nobody adds up longer tables. */
#define MAX_ADDED 2000
#define NEARLY 1e-6

struct _FoiHiddenFigures
{
  GArray *sums, *differences, *shares, *changes; /* of double */
};

/* The figures of one row or column, but its totals. */
typedef struct
{
  GArray *hidden, *shown; /* of double */
  double  sum;            /* of both */
  gboolean has_total;     /* that anybody sees */
} Line;

static void
add (GArray *array, double value)
{
  if (value > NEARLY)
    g_array_append_val (array, value);
}

static double
get (GArray *array, guint i)
{
  return g_array_index (array, double, i);
}

/* ---- lines ---- */

/* Under which number a cell is kept in the set of those that are withheld. */
static gpointer
get_place (FoiPublication *table, guint row, guint column)
{
  return GUINT_TO_POINTER (row * foi_publication_get_n_columns (table) + column);
}

static void
read_cell (Line *line, GHashTable *by_place, FoiPublication *table, guint row, guint column)
{
  const FoiSecret *secret = g_hash_table_lookup (by_place, get_place (table, row, column));
  double value;

  if (secret != NULL)
    {
      value = g_ascii_strtod (secret->value, NULL);
      g_array_append_val (line->hidden, value);
    }
  else if (foi_figures_get_number (table, row, column, &value))
    g_array_append_val (line->shown, value);
  else
    return;
  line->sum += value;
}

static Line
read_line (GHashTable *by_place, FoiPublication *table, gboolean is_column, guint at)
{
  const guint n = is_column ? foi_publication_get_n_rows (table)
                            : foi_publication_get_n_columns (table);
  Line line = { g_array_new (FALSE, FALSE, sizeof (double)),
                g_array_new (FALSE, FALSE, sizeof (double)), 0, FALSE };
  double total;

  for (guint i = 0; i < MIN (n, MAX_ADDED); i++)
    {
      const guint row = is_column ? i : at, column = is_column ? at : i;

      if (foi_publication_is_key (table, column))
        continue;
      if (is_column ? foi_publication_is_total_row (table, row)
                    : foi_publication_is_total_column (table, column))
        line.has_total = line.has_total || foi_figures_get_number (table, row, column, &total);
      else
        read_cell (&line, by_place, table, row, column);
    }
  return line;
}

static void
clear_line (Line *line)
{
  g_array_unref (line->hidden);
  g_array_unref (line->shown);
}

/* ---- what they come to ---- */

static void
add_share (FoiHiddenFigures *self, double part, double whole)
{
  if (part <= NEARLY || whole <= NEARLY || part >= whole)
    return;
  add (self->shares, part / whole);
  add (self->shares, (whole - part) / whole);
}

static void
add_pair (FoiHiddenFigures *self, double hidden, double other)
{
  add (self->differences, fabs (hidden - other));
  if (other > NEARLY)
    add (self->changes, fabs (hidden - other) / other);
  if (hidden > NEARLY)
    add (self->changes, fabs (hidden - other) / hidden);
}

/* What several of the hidden ones come to, and all figures without one of them. */
static void
add_sums (FoiHiddenFigures *self, const Line *line)
{
  double sum = 0;

  for (guint i = 0; i < line->hidden->len; i++)
    {
      sum += get (line->hidden, i);
      if (line->has_total)
        add (self->sums, line->sum - get (line->hidden, i));
      for (guint j = i + 1; line->hidden->len <= MAX_PAIRED && j < line->hidden->len; j++)
        add (self->sums, get (line->hidden, i) + get (line->hidden, j));
    }
  if (line->hidden->len > 1)
    add (self->sums, sum);
  if (!line->has_total && line->hidden->len + line->shown->len > 1)
    add (self->sums, line->sum);
  if (line->hidden->len > 1)
    add_share (self, sum, line->sum);
}

static void
add_line (FoiHiddenFigures *self, const Line *line, double whole)
{
  for (guint i = 0; i < line->hidden->len; i++)
    {
      add_share (self, get (line->hidden, i), line->sum);
      add_share (self, get (line->hidden, i), whole);
      for (guint j = 0; line->hidden->len <= MAX_PAIRED && j < line->hidden->len; j++)
        if (i != j)
          add_pair (self, get (line->hidden, i), get (line->hidden, j));
      for (guint j = 0; line->shown->len <= MAX_PAIRED && j < line->shown->len; j++)
        add_pair (self, get (line->hidden, i), get (line->shown, j));
    }
  add_sums (self, line);
}

typedef void (*TakeLineFunc) (FoiHiddenFigures *self, const Line *line, double *sums);

/* What all columns come to, and all that is withheld in them. */
static void
take_sum (FoiHiddenFigures *self, const Line *line, double *sums)
{
  sums[0] += line->sum;
  for (guint i = 0; i < line->hidden->len; i++)
    sums[1] += get (line->hidden, i);
}

static void
take_line (FoiHiddenFigures *self, const Line *line, double *sums)
{
  if (line->hidden->len > 0)
    add_line (self, line, sums[0]);
}

static void
read_lines (FoiHiddenFigures *self, GHashTable *by_place, FoiPublication *table,
            gboolean is_column, TakeLineFunc take, double *sums)
{
  const guint n = is_column ? foi_publication_get_n_columns (table)
                            : foi_publication_get_n_rows (table);

  for (guint at = 0; at < n; at++)
    {
      Line line;

      if (is_column ? foi_publication_is_key (table, at)
                        || foi_publication_is_total_column (table, at)
                    : foi_publication_is_total_row (table, at))
        continue;
      line = read_line (by_place, table, is_column, at);
      take (self, &line, sums);
      clear_line (&line);
    }
}

static void
add_table (FoiHiddenFigures *self, GPtrArray *withheld, FoiPublication *table)
{
  g_autoptr (GHashTable) by_place = g_hash_table_new (NULL, NULL);
  double sums[2] = { 0, 0 };

  for (guint i = 0; i < withheld->len; i++)
    {
      FoiSecret *secret = withheld->pdata[i];

      if (secret->publication == table)
        g_hash_table_insert (by_place, get_place (table, secret->row, secret->column), secret);
    }
  read_lines (self, by_place, table, TRUE, take_sum, sums);
  read_lines (self, by_place, table, TRUE, take_line, sums);
  read_lines (self, by_place, table, FALSE, take_line, sums);
  add (self->sums, sums[1]);
}

/**
 * foi_hidden_figures_new:
 * @withheld: (element-type FoiSecret): the figures that a case withholds
 *
 * Returns: (transfer full): what they come to.
 */
FoiHiddenFigures *
foi_hidden_figures_new (GPtrArray *withheld)
{
  FoiHiddenFigures *self = g_new0 (FoiHiddenFigures, 1);
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();

  self->sums = g_array_new (FALSE, FALSE, sizeof (double));
  self->differences = g_array_new (FALSE, FALSE, sizeof (double));
  self->shares = g_array_new (FALSE, FALSE, sizeof (double));
  self->changes = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < withheld->len; i++)
    {
      FoiPublication *table = ((FoiSecret *) withheld->pdata[i])->publication;

      if (!g_ptr_array_find (tables, table, NULL))
        g_ptr_array_add (tables, table);
    }
  for (guint i = 0; i < tables->len; i++)
    if (foi_publication_get_n_rows (tables->pdata[i]) <= MAX_ADDED)
      add_table (self, withheld, tables->pdata[i]);
  return self;
}

/**
 * foi_hidden_figures_free:
 * @self: (transfer full): figures
 *
 * Frees them.
 */
void
foi_hidden_figures_free (FoiHiddenFigures *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->sums);
  g_array_unref (self->differences);
  g_array_unref (self->shares);
  g_array_unref (self->changes);
  g_free (self);
}

/* ---- asking ---- */

static gboolean
has_between (GArray *array, double from, double to)
{
  for (guint i = 0; i < array->len; i++)
    if (get (array, i) > from - NEARLY && get (array, i) < to + NEARLY)
      return TRUE;
  return FALSE;
}

/**
 * foi_hidden_figures_have_sum:
 * @value: a number of a sentence
 *
 * Returns: whether several withheld figures come to it, or all of a row or a column do where no
 *   total is shown, or all but a withheld one where it is.
 */
gboolean
foi_hidden_figures_have_sum (FoiHiddenFigures *self, double value)
{
  return has_between (self->sums, value, value);
}

/**
 * foi_hidden_figures_have_difference:
 * @value: a number of a sentence
 *
 * Returns: whether a withheld figure is so far from another of its row or column.
 */
gboolean
foi_hidden_figures_have_difference (FoiHiddenFigures *self, double value)
{
  return has_between (self->differences, value, value);
}

/**
 * foi_hidden_figures_have_share:
 * @from: @to: what share, from nothing to 1
 *
 * Returns: whether a withheld figure, or all others, is that share of its row, its column or its
 *   table.
 */
gboolean
foi_hidden_figures_have_share (FoiHiddenFigures *self, double from, double to)
{
  return has_between (self->shares, from, to);
}

/**
 * foi_hidden_figures_have_change:
 * @from: @to: by what share of the first, 1 being all of it
 *
 * Returns: whether a withheld figure and another of its row or column differ by it.
 */
gboolean
foi_hidden_figures_have_change (FoiHiddenFigures *self, double from, double to)
{
  return has_between (self->changes, from, to);
}
