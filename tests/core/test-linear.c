/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-linear.h"

#include <locale.h>

/* Programs whose answers can be worked out by hand: at which corner, and what that comes to. */

#define MOST 4
#define NO_FROM FOI_LINEAR_NO_FROM
#define NO_TO FOI_LINEAR_NO_TO

static const struct
{
  const char *name;
  guint n_columns, n_rows;
  gint64 costs[MOST];
  gint64 ends[MOST][2];       /* of columns */
  gint64 rows[MOST][MOST + 2]; /* factors, from, to */
  gboolean maximise;
  FoiLinearResult result;
  const char *objective, *values[MOST];
} programs[] = {
  /* 3x + 5y with x at most 4, 2y at most 12, 3x + 2y at most 18: 2 and 6. */
  { "two-goods", 2, 3, { 3, 5 }, { { 0, NO_TO }, { 0, NO_TO } },
    { { 1, 0, 0, 0, NO_FROM, 4 }, { 0, 2, 0, 0, NO_FROM, 12 }, { 3, 2, 0, 0, NO_FROM, 18 } },
    TRUE, FOI_LINEAR_OPTIMAL, "36", { "2", "6" } },
  /* 2x + y = 4 and x + 2y = 3 meet at 5/3 and 2/3: nothing that doubles have. */
  { "fractions", 2, 2, { 1, 1 }, { { 0, NO_TO }, { 0, NO_TO } },
    { { 2, 1, 0, 0, NO_FROM, 4 }, { 1, 2, 0, 0, NO_FROM, 3 } },
    TRUE, FOI_LINEAR_OPTIMAL, "7/3", { "5/3", "2/3" } },
  /* 2x + 3y; the corners are (0, 4), (3, 1) and (6, 0): 12, 9 and 12. */
  { "least", 2, 2, { 2, 3 }, { { 0, NO_TO }, { 0, NO_TO } },
    { { 1, 1, 0, 0, 4, NO_TO }, { 1, 3, 0, 0, 6, NO_TO } },
    FALSE, FOI_LINEAR_OPTIMAL, "9", { "3", "1" } },
  { "equations", 2, 2, { 1, 0 }, { { 0, NO_TO }, { 0, NO_TO } },
    { { 1, 1, 0, 0, 10, 10 }, { 1, -1, 0, 0, 4, 4 } },
    FALSE, FOI_LINEAR_OPTIMAL, "7", { "7", "3" } },
  { "below-zero", 1, 0, { 2 }, { { -3, 5 } }, { { 0 } }, FALSE, FOI_LINEAR_OPTIMAL, "-6",
    { "-3" } },
  { "above", 1, 0, { 2 }, { { -3, 5 } }, { { 0 } }, TRUE, FOI_LINEAR_OPTIMAL, "10", { "5" } },
  { "less-is-dearer", 2, 0, { 0, -1 }, { { 4, 4 }, { 0, 3 } }, { { 0 } }, FALSE,
    FOI_LINEAR_OPTIMAL, "-3", { "4", "3" } },
  /* E. M. L. Beale, "Cycling in the dual simplex algorithm" (1955), times 100. */
  { "cycles", 4, 2, { -75, 15000, -2, 600 },
    { { 0, NO_TO }, { 0, NO_TO }, { 0, 1 }, { 0, NO_TO } },
    { { 25, -6000, -4, 900, NO_FROM, 0 }, { 50, -9000, -2, 300, NO_FROM, 0 } },
    FALSE, FOI_LINEAR_OPTIMAL, "-5", { "1/25", "0", "1", "0" } },
  { "without-end", 2, 1, { 1, 0 }, { { 0, NO_TO }, { 0, NO_TO } },
    { { 1, -1, 0, 0, NO_FROM, 1 } }, TRUE, FOI_LINEAR_UNBOUNDED, NULL, { NULL } },
  { "impossible", 2, 1, { 1, 0 }, { { 2, NO_TO }, { 0, NO_TO } },
    { { 1, 1, 0, 0, NO_FROM, 1 } }, FALSE, FOI_LINEAR_INFEASIBLE, NULL, { NULL } },
};

static FoiLinear *
make (guint i)
{
  static const guint columns[] = { 0, 1, 2, 3 };
  FoiLinear *linear = foi_linear_new (programs[i].n_columns, programs[i].n_rows);

  for (guint j = 0; j < programs[i].n_columns; j++)
    {
      foi_linear_set_column (linear, j, programs[i].ends[j][0], programs[i].ends[j][1]);
      foi_linear_set_cost (linear, j, programs[i].costs[j]);
    }
  for (guint j = 0; j < programs[i].n_rows; j++)
    foi_linear_set_row (linear, j, columns, programs[i].rows[j], programs[i].n_columns,
                        programs[i].rows[j][MOST], programs[i].rows[j][MOST + 1]);
  return linear;
}

static void
assert_number (FoiRational number, const char *wanted)
{
  g_autofree char *text = foi_rational_to_text (number);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_program (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FoiLinear) linear = make (i);

  g_assert_cmpint (foi_linear_solve (linear, programs[i].maximise), ==, programs[i].result);
  if (programs[i].objective == NULL)
    return;
  assert_number (foi_linear_get_objective (linear), programs[i].objective);
  for (guint j = 0; j < programs[i].n_columns; j++)
    assert_number (foi_linear_get_value (linear, j), programs[i].values[j]);
}

/* What is asked again with other ends and costs is worked out anew. */
static void
test_again (void)
{
  g_autoptr (FoiLinear) linear = make (0);

  g_assert_cmpint (foi_linear_solve (linear, TRUE), ==, FOI_LINEAR_OPTIMAL);
  foi_linear_set_column (linear, 1, 0, 3);
  g_assert_cmpint (foi_linear_solve (linear, TRUE), ==, FOI_LINEAR_OPTIMAL);
  assert_number (foi_linear_get_objective (linear), "27");
  foi_linear_set_cost (linear, 1, 0);
  g_assert_cmpint (foi_linear_solve (linear, TRUE), ==, FOI_LINEAR_OPTIMAL);
  assert_number (foi_linear_get_objective (linear), "12");
  g_assert_cmpint (foi_linear_solve (linear, FALSE), ==, FOI_LINEAR_OPTIMAL);
  assert_number (foi_linear_get_objective (linear), "0");
}

static void
test_guess (void)
{
  g_autoptr (FoiLinear) linear = make (2);
  g_autoptr (FoiLinear) none = make (9);
  gint64 values[2];

  g_assert_true (foi_linear_guess (linear, values));
  g_assert_cmpint (values[0], ==, 3);
  g_assert_cmpint (values[1], ==, 1);
  g_assert_false (foi_linear_guess (none, values));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/linear/%s", programs[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_program);
    }
  g_test_add_func ("/linear/again", test_again);
  g_test_add_func ("/linear/guess", test_guess);
  return g_test_run ();
}
