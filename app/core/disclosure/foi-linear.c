/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-linear.h"

#include <glpk.h>
#include <math.h>

#include "foi-elimination.h"

/* The only file that knows GLPK. Its doubles only say which columns and rows rest at an end. All
 * numbers are then reckoned anew from the whole numbers we gave it, and so is the proof that none
 * is better: a wrong double can cost time, never a wrong answer. Where the proof fails GLPK's own
 * exact simplex goes on from there; what it says of programs without a solution or an end is exact
 * already. GLPK counts from 1, as do the arrays that are handed to it. */

/* No program of ours comes near it; one that does is not proven. */
#define MAX_ITERATIONS 200000
/* After so many solutions one after another that do not fit in our fractions none is looked for any
 * more: beside a table of shares none would. */
#define MAX_UNFIT 12

typedef struct
{
  gint64 from, to;
} Ends;

struct _FoiLinear
{
  glp_prob *problem;
  guint n_columns, n_rows;
  Ends *columns, *rows;
  gint64 *costs;
  FoiRational *values;
  FoiRational objective;
  guint *place;        /* of a column among those that are worked out */
  guint n_unfit; /* solutions one after another whose numbers did not fit */
};

static void
free_environment (gpointer unused)
{
  glp_free_env ();
}

/* GLPK has an environment for each thread, which goes with it. */
static void
note_thread (void)
{
  static GPrivate is_noted = G_PRIVATE_INIT (free_environment);

  g_private_set (&is_noted, GINT_TO_POINTER (TRUE));
}

/**
 * foi_linear_new:
 *
 * Returns: (transfer full): a program; columns lie at 0 or above, rows have no ends yet.
 */
FoiLinear *
foi_linear_new (guint n_columns, guint n_rows)
{
  FoiLinear *self = g_new0 (FoiLinear, 1);

  g_assert (n_columns > 0);
  note_thread ();
  glp_term_out (GLP_OFF);
  self->problem = glp_create_prob ();
  self->n_columns = n_columns;
  self->n_rows = n_rows;
  self->columns = g_new (Ends, n_columns);
  self->rows = g_new (Ends, n_rows + 1);
  self->costs = g_new0 (gint64, n_columns);
  self->values = g_new0 (FoiRational, n_columns);
  self->place = g_new (guint, n_columns);
  glp_add_cols (self->problem, (int) n_columns);
  /* It does not solve programs without rows: there is always one more, empty and without ends. */
  glp_add_rows (self->problem, (int) n_rows + 1);
  for (guint i = 0; i < n_columns; i++)
    foi_linear_set_column (self, i, 0, FOI_LINEAR_NO_TO);
  for (guint i = 0; i <= n_rows; i++)
    self->rows[i] = (Ends) { FOI_LINEAR_NO_FROM, FOI_LINEAR_NO_TO };
  return self;
}

/**
 * foi_linear_free:
 *
 * Frees the program.
 */
void
foi_linear_free (FoiLinear *self)
{
  glp_delete_prob (self->problem);
  g_free (self->columns);
  g_free (self->rows);
  g_free (self->costs);
  g_free (self->values);
  g_free (self->place);
  g_free (self);
}

static int
get_kind (Ends ends)
{
  if (ends.from == FOI_LINEAR_NO_FROM)
    return ends.to == FOI_LINEAR_NO_TO ? GLP_FR : GLP_UP;
  if (ends.to == FOI_LINEAR_NO_TO)
    return GLP_LO;
  return ends.from == ends.to ? GLP_FX : GLP_DB;
}

/**
 * foi_linear_set_column:
 * @from: the least it may be, or %FOI_LINEAR_NO_FROM
 * @to: the most, or %FOI_LINEAR_NO_TO
 *
 * Sets the ends of a column.
 */
void
foi_linear_set_column (FoiLinear *self, guint column, gint64 from, gint64 to)
{
  Ends ends = { from, to };

  self->columns[column] = ends;
  glp_set_col_bnds (self->problem, (int) column + 1, get_kind (ends), (double) from, (double) to);
}

/**
 * foi_linear_set_row:
 * @columns: (array length=n_columns): each column once
 * @factors: (array length=n_columns): how often each counts
 * @from: the least that they may come to, or %FOI_LINEAR_NO_FROM
 * @to: the most, or %FOI_LINEAR_NO_TO
 *
 * Sets a row.
 */
void
foi_linear_set_row (FoiLinear *self, guint row, const guint *columns, const gint64 *factors,
                    guint n_columns, gint64 from, gint64 to)
{
  g_autofree int *indices = g_new (int, n_columns + 1);
  g_autofree double *numbers = g_new (double, n_columns + 1);
  Ends ends = { from, to };

  for (guint i = 0; i < n_columns; i++)
    {
      indices[i + 1] = (int) columns[i] + 1;
      numbers[i + 1] = (double) factors[i];
    }
  self->rows[row] = ends;
  glp_set_mat_row (self->problem, (int) row + 1, (int) n_columns, indices, numbers);
  glp_set_row_bnds (self->problem, (int) row + 1, get_kind (ends), (double) from, (double) to);
}

/**
 * foi_linear_set_cost:
 *
 * Sets what one of a column counts in what is made least or most.
 */
void
foi_linear_set_cost (FoiLinear *self, guint column, gint64 cost)
{
  self->costs[column] = cost;
  glp_set_obj_coef (self->problem, (int) column + 1, (double) cost);
}

/* Where a column or row rests that is not worked out. */
static gboolean
get_rest (Ends ends, int status, gint64 *out)
{
  if (status == GLP_NL || status == GLP_NS)
    *out = ends.from;
  else if (status == GLP_NU)
    *out = ends.to;
  else
    *out = 0;
  return *out != FOI_LINEAR_NO_FROM && *out != FOI_LINEAR_NO_TO;
}

static gboolean
is_within (FoiRational value, Ends ends)
{
  int order;

  if (!foi_rational_is_known (value))
    return FALSE;
  if (ends.from != FOI_LINEAR_NO_FROM
      && (!foi_rational_compare (value, foi_rational (ends.from), &order) || order < 0))
    return FALSE;
  return ends.to == FOI_LINEAR_NO_TO
         || (foi_rational_compare (value, foi_rational (ends.to), &order) && order <= 0);
}

/* Numbers the columns that are worked out. */
static guint
place_columns (FoiLinear *self)
{
  guint n_placed = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      gboolean is_basic = glp_get_col_stat (self->problem, (int) i + 1) == GLP_BS;

      self->place[i] = is_basic ? n_placed++ : G_MAXUINT;
    }
  return n_placed;
}

/* A row of the program, for both its primal and its dual system. */
typedef struct
{
  int n_terms;
  int *indices;
  double *numbers;
} Row;

static void
read_row (FoiLinear *self, guint row, Row *out)
{
  out->n_terms = glp_get_mat_row (self->problem, (int) row + 1, out->indices, out->numbers);
}

static FoiRational
add_product (FoiRational sum, double factor, FoiRational value)
{
  const gint64 times = (gint64) factor;

  if (foi_rational_is_known (value) && (times == 0 || foi_rational_sign (value) == 0))
    return sum;
  /* Of nearly every figure a total has one. */
  if (times == 1)
    return foi_rational_add (sum, value);
  if (times == -1)
    return foi_rational_subtract (sum, value);
  return foi_rational_add (sum, foi_rational_multiply (foi_rational (times), value));
}

/* Adds a row that rests at @end to the system of the columns, and to the system of the prices. */
static void
add_to_systems (FoiLinear *self, const Row *row, guint equation, gint64 end,
                FoiElimination *columns, FoiElimination *prices)
{
  FoiRational right = foi_rational (end);

  for (int i = 1; i <= row->n_terms; i++)
    {
      guint column = (guint) row->indices[i] - 1;
      FoiRational factor = foi_rational ((gint64) row->numbers[i]);

      if (self->place[column] == G_MAXUINT)
        right = add_product (right, -row->numbers[i], self->values[column]);
      else
        {
          foi_elimination_add (columns, equation, self->place[column], factor);
          foi_elimination_add (prices, self->place[column], equation, factor);
        }
    }
  foi_elimination_set_right (columns, equation, right);
}

/* Whether a price is on the right side for where its column or row rests. */
static gboolean
is_right_price (FoiRational price, Ends ends, int status, int direction)
{
  int sign = foi_rational_sign (price) * direction;

  if (!foi_rational_is_known (price))
    return FALSE;
  if (status == GLP_BS || ends.from == ends.to)
    return TRUE;
  if (status == GLP_NL)
    return sign >= 0;
  return status == GLP_NU ? sign <= 0 : sign == 0;
}

/* Every row comes to what it may, and no column or row would gain by leaving its end. */
static gboolean
check_optimum (FoiLinear *self, Row *row, const FoiRational *prices, int direction)
{
  g_autofree FoiRational *left = g_new (FoiRational, self->n_columns);
  guint equation = 0;

  for (guint i = 0; i < self->n_columns; i++)
    left[i] = foi_rational (self->costs[i]);
  for (guint i = 0; i < self->n_rows; i++)
    {
      int status = glp_get_row_stat (self->problem, (int) i + 1);
      FoiRational sum = foi_rational (0);
      FoiRational price = status == GLP_BS ? foi_rational (0) : prices[equation++];

      read_row (self, i, row);
      for (int j = 1; j <= row->n_terms; j++)
        {
          guint column = (guint) row->indices[j] - 1;

          sum = add_product (sum, row->numbers[j], self->values[column]);
          left[column] = add_product (left[column], -row->numbers[j], price);
        }
      if (!is_within (sum, self->rows[i])
          || !is_right_price (price, self->rows[i], status, direction))
        return FALSE;
    }
  self->objective = foi_rational (0);
  for (guint i = 0; i < self->n_columns; i++)
    {
      int status = glp_get_col_stat (self->problem, (int) i + 1);

      if (!is_within (self->values[i], self->columns[i])
          || (status == GLP_BS && foi_rational_sign (left[i]) != 0)
          || !is_right_price (left[i], self->columns[i], status, direction))
        return FALSE;
      self->objective = add_product (self->objective, (double) self->costs[i], self->values[i]);
    }
  return foi_rational_is_known (self->objective);
}

/* Sets up both systems of what GLPK says rests where. */
static gboolean
build_systems (FoiLinear *self, Row *row, guint size, FoiElimination *columns,
               FoiElimination *prices)
{
  guint equation = 0;
  gint64 end;

  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->place[i] == G_MAXUINT)
        {
          if (!get_rest (self->columns[i], glp_get_col_stat (self->problem, (int) i + 1), &end))
            return FALSE;
          self->values[i] = foi_rational (end);
        }
      else
        foi_elimination_set_right (prices, self->place[i], foi_rational (self->costs[i]));
    }
  for (guint i = 0; i < self->n_rows; i++)
    {
      int status = glp_get_row_stat (self->problem, (int) i + 1);

      if (status == GLP_BS)
        continue;
      if (equation == size || !get_rest (self->rows[i], status, &end))
        return FALSE;
      read_row (self, i, row);
      add_to_systems (self, row, equation++, end, columns, prices);
    }
  return equation == size;
}

/* Reckons everything anew from what GLPK's last basis is, and proves that it is the best; says
 * whether numbers (@fit) in the fractions that we have. */
static gboolean
prove (FoiLinear *self, int direction, gboolean *fit)
{
  guint size = place_columns (self);
  g_autoptr (FoiElimination) columns = foi_elimination_new (size);
  g_autoptr (FoiElimination) prices = foi_elimination_new (size);
  g_autofree FoiRational *solved = g_new (FoiRational, size + 1);
  g_autofree FoiRational *priced = g_new (FoiRational, size + 1);
  g_autofree int *indices = g_new (int, self->n_columns + 1);
  g_autofree double *numbers = g_new (double, self->n_columns + 1);
  Row row = { 0, indices, numbers };

  *fit = TRUE;
  if (!build_systems (self, &row, size, columns, prices))
    return FALSE;
  *fit = foi_elimination_solve (columns, solved) && foi_elimination_solve (prices, priced);
  if (!*fit)
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->place[i] != G_MAXUINT)
        self->values[i] = solved[self->place[i]];
    }
  return check_optimum (self, &row, priced, direction);
}

static FoiLinearResult
solve_exactly (FoiLinear *self, int direction)
{
  glp_smcp how;
  gboolean fit;
  int status;

  glp_init_smcp (&how);
  how.msg_lev = GLP_MSG_OFF;
  how.it_lim = MAX_ITERATIONS;
  if (glp_exact (self->problem, &how) != 0)
    return FOI_LINEAR_NOT_PROVEN;
  status = glp_get_status (self->problem);
  if (status == GLP_OPT && prove (self, direction, &fit))
    return FOI_LINEAR_OPTIMAL;
  if (status == GLP_UNBND)
    return FOI_LINEAR_UNBOUNDED;
  return status == GLP_NOFEAS ? FOI_LINEAR_INFEASIBLE : FOI_LINEAR_NOT_PROVEN;
}

/* In doubles. */
static gboolean
solve_roughly (FoiLinear *self, gboolean maximise)
{
  glp_smcp how;

  glp_init_smcp (&how);
  how.msg_lev = GLP_MSG_OFF;
  how.it_lim = MAX_ITERATIONS;
  glp_set_obj_dir (self->problem, maximise ? GLP_MAX : GLP_MIN);
  if (glp_simplex (self->problem, &how) != 0)
    {
      glp_std_basis (self->problem);
      return FALSE;
    }
  return glp_get_status (self->problem) == GLP_OPT;
}

/**
 * foi_linear_solve:
 * @maximise: else it is made least
 *
 * Finds the best value of what the columns cost.
 *
 * Returns: what was proved.
 */
FoiLinearResult
foi_linear_solve (FoiLinear *self, gboolean maximise)
{
  int direction = maximise ? -1 : 1;
  gboolean fit = TRUE;

  if (self->n_unfit >= MAX_UNFIT)
    return FOI_LINEAR_NOT_PROVEN;
  if (solve_roughly (self, maximise) && prove (self, direction, &fit))
    {
      self->n_unfit = 0;
      return FOI_LINEAR_OPTIMAL;
    }
  /* GLPK's own fractions would end at the same basis, and take long for that. */
  self->n_unfit += !fit;
  return fit ? solve_exactly (self, direction) : FOI_LINEAR_NOT_PROVEN;
}

/**
 * foi_linear_get_value:
 *
 * Returns: a column in the best solution that was found last.
 */
FoiRational
foi_linear_get_value (FoiLinear *self, guint column)
{
  return self->values[column];
}

/**
 * foi_linear_get_objective:
 *
 * Returns: the best value that was found last.
 */
FoiRational
foi_linear_get_objective (FoiLinear *self)
{
  return self->objective;
}

/**
 * foi_linear_guess:
 * @values: (array): room for as many numbers as there are columns
 *
 * Finds a good solution in doubles and rounds it. It proves nothing: who asks has to see whether
 * the numbers fit.
 *
 * Returns: whether there is one.
 */
gboolean
foi_linear_guess (FoiLinear *self, gint64 *values)
{
  if (!solve_roughly (self, FALSE))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    values[i] = llround (glp_get_col_prim (self->problem, (int) i + 1));
  return TRUE;
}
