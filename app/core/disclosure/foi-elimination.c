/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-elimination.h"

/* Rows are kept sparse. What comes out of counts has nearly always a row with a single number left,
 * so that going by the shortest row is mere substitution. */

struct _FoiElimination
{
  guint size;
  GArray **rows;     /* of FoiEliminationTerm, in any order */
  GArray **holders;  /* of guint: for each column the rows that have, or had, a number in it */
  FoiRational *right;
  gboolean *is_done;
  GArray *single;    /* of guint: rows that had one number left, or none, when they were put here */
  guint *pivot_row;    /* in the order of elimination */
  guint *pivot_column;
};

/**
 * foi_elimination_new:
 *
 * Returns: (transfer full): a system of @size equations in as many unknowns, all zero.
 */
FoiElimination *
foi_elimination_new (guint size)
{
  FoiElimination *self = g_new0 (FoiElimination, 1);

  self->size = size;
  self->rows = g_new (GArray *, size);
  self->holders = g_new (GArray *, size);
  self->right = g_new (FoiRational, size);
  self->is_done = g_new0 (gboolean, size);
  self->single = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pivot_row = g_new (guint, size);
  self->pivot_column = g_new (guint, size);
  for (guint i = 0; i < size; i++)
    {
      self->rows[i] = g_array_new (FALSE, FALSE, sizeof (FoiEliminationTerm));
      self->holders[i] = g_array_new (FALSE, FALSE, sizeof (guint));
      self->right[i] = foi_rational (0);
    }
  return self;
}

/**
 * foi_elimination_free:
 *
 * Frees the system.
 */
void
foi_elimination_free (FoiElimination *self)
{
  for (guint i = 0; i < self->size; i++)
    {
      g_array_unref (self->rows[i]);
      g_array_unref (self->holders[i]);
    }
  g_free (self->rows);
  g_free (self->holders);
  g_free (self->right);
  g_free (self->is_done);
  g_array_unref (self->single);
  g_free (self->pivot_row);
  g_free (self->pivot_column);
  g_free (self);
}

static int
find_term (GArray *row, guint column)
{
  for (guint i = 0; i < row->len; i++)
    {
      if (g_array_index (row, FoiEliminationTerm, i).column == column)
        return (int) i;
    }
  return -1;
}

/**
 * foi_elimination_add:
 *
 * Adds @value to the number in @row and @column.
 */
void
foi_elimination_add (FoiElimination *self, guint row, guint column, FoiRational value)
{
  GArray *terms = self->rows[row];
  int index = find_term (terms, column);
  FoiEliminationTerm *term;

  if (index < 0)
    {
      FoiEliminationTerm fresh = { column, value };

      g_array_append_val (terms, fresh);
      g_array_append_val (self->holders[column], row);
      return;
    }
  term = &g_array_index (terms, FoiEliminationTerm, index);
  term->value = foi_rational_add (term->value, value);
  if (foi_rational_is_known (term->value) && foi_rational_sign (term->value) == 0)
    g_array_remove_index_fast (terms, (guint) index);
}

/**
 * foi_elimination_set_right:
 *
 * Sets what @row comes to.
 */
void
foi_elimination_set_right (FoiElimination *self, guint row, FoiRational value)
{
  self->right[row] = value;
}

/* One of the shortest rows; where one has a single number left the others are not looked at. */
static gboolean
find_pivot (FoiElimination *self, guint *row)
{
  guint best = G_MAXUINT;

  while (self->single->len > 0)
    {
      *row = g_array_index (self->single, guint, self->single->len - 1);
      g_array_set_size (self->single, self->single->len - 1);
      if (!self->is_done[*row])
        return self->rows[*row]->len > 0;
    }
  for (guint i = 0; i < self->size; i++)
    {
      if (!self->is_done[i] && self->rows[i]->len < best)
        {
          best = self->rows[i]->len;
          *row = i;
        }
    }
  return best > 0 && best != G_MAXUINT;
}

static void
note_if_single (FoiElimination *self, guint row)
{
  if (self->rows[row]->len <= 1)
    g_array_append_val (self->single, row);
}

/* Of a row's columns the one that fewest rows have. */
static guint
find_pivot_term (FoiElimination *self, GArray *row)
{
  guint best = 0;

  for (guint i = 1; i < row->len; i++)
    {
      guint column = g_array_index (row, FoiEliminationTerm, i).column;
      guint best_column = g_array_index (row, FoiEliminationTerm, best).column;

      if (self->holders[column]->len < self->holders[best_column]->len)
        best = i;
    }
  return best;
}

/* Takes @pivot as often from @row as makes its number in @column vanish. */
static void
subtract_row (FoiElimination *self, guint row, guint pivot, guint column, FoiRational pivot_value)
{
  int index = find_term (self->rows[row], column);
  FoiRational times;

  if (index < 0)
    return;
  times = foi_rational_divide (g_array_index (self->rows[row], FoiEliminationTerm, index).value,
                               pivot_value);
  times = foi_rational_subtract (foi_rational (0), times);
  g_array_remove_index_fast (self->rows[row], (guint) index);
  for (guint i = 0; i < self->rows[pivot]->len; i++)
    {
      FoiEliminationTerm term = g_array_index (self->rows[pivot], FoiEliminationTerm, i);

      if (term.column != column)
        foi_elimination_add (self, row, term.column, foi_rational_multiply (times, term.value));
    }
  self->right[row] = foi_rational_add (self->right[row],
                                       foi_rational_multiply (times, self->right[pivot]));
}

static gboolean
eliminate (FoiElimination *self)
{
  for (guint i = self->size; i-- > 0;)
    note_if_single (self, i);
  for (guint step = 0; step < self->size; step++)
    {
      guint row = 0;
      FoiEliminationTerm term;
      GArray *holders;

      if (!find_pivot (self, &row))
        return FALSE;
      term = g_array_index (self->rows[row], FoiEliminationTerm,
                            find_pivot_term (self, self->rows[row]));
      if (!foi_rational_is_known (term.value))
        return FALSE;
      self->is_done[row] = TRUE;
      self->pivot_row[step] = row;
      self->pivot_column[step] = term.column;
      holders = self->holders[term.column];
      for (guint i = 0; i < holders->len; i++)
        {
          guint other = g_array_index (holders, guint, i);

          if (self->is_done[other])
            continue;
          subtract_row (self, other, row, term.column, term.value);
          note_if_single (self, other);
        }
    }
  return TRUE;
}

/**
 * foi_elimination_solve:
 * @solution: (array): room for as many numbers as there are unknowns
 *
 * Solves the system, which is used up by it.
 *
 * Returns: whether there is exactly one solution, and all of it is known.
 */
gboolean
foi_elimination_solve (FoiElimination *self, FoiRational *solution)
{
  if (!eliminate (self))
    return FALSE;
  for (guint step = self->size; step-- > 0;)
    {
      GArray *row = self->rows[self->pivot_row[step]];
      FoiRational rest = self->right[self->pivot_row[step]];
      FoiRational divisor = foi_rational_unknown ();

      for (guint i = 0; i < row->len; i++)
        {
          FoiEliminationTerm term = g_array_index (row, FoiEliminationTerm, i);

          if (term.column == self->pivot_column[step])
            divisor = term.value;
          else
            rest = foi_rational_subtract (rest,
                                          foi_rational_multiply (term.value,
                                                                 solution[term.column]));
        }
      solution[self->pivot_column[step]] = foi_rational_divide (rest, divisor);
      if (!foi_rational_is_known (solution[self->pivot_column[step]]))
        return FALSE;
    }
  return TRUE;
}
