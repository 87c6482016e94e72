/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-pattern.h"

#include <locale.h>
#include <string.h>

/* Small tables in which the cheapest safe pattern can be found by hand. A table is its figures,
 * row by row, the last of each row and each column the total of the others. */

#define MOST 4

static const struct
{
  const char *name;
  guint n_rows, n_columns;
  gint64 figures[MOST][MOST];
  gint64 threshold;
  gboolean zero;
  const char *fixed;    /* the cells that have to stay, as numbers */
  const char *pattern;  /* p: small, s: besides, -: shown */
  int stuck;
} tables[] = {
  /* Another one of the row has to go, and the smaller one does. */
  { "row", 1, 4, { { 3, 20, 12, 35 } }, 5, FALSE, "3", "p-s-", -1 },
  { "row-as-it-may", 1, 4, { { 3, 20, 12, 35 } }, 5, FALSE, "2 3", "ps--", -1 },
  { "totals-last", 1, 3, { { 3, 20, 23 } }, 5, FALSE, "", "ps-", -1 },
  /* A 9 leaves 3 to 8 for the small one beside it; a 2 does not. */
  { "two-small", 1, 4, { { 3, 2, 12, 17 } }, 5, FALSE, "3", "pps-", -1 },
  /* Each of the row and the column needs another. */
  { "square", 3, 3, { { 3, 20, 23 }, { 14, 18, 32 }, { 17, 38, 55 } }, 5, FALSE, "2 5 6 7 8",
    "ps-ss----", -1 },
  { "nothing-small", 1, 3, { { 6, 20, 26 } }, 5, FALSE, "2", "---", -1 },
  /* Zeros are small where the rule says so. */
  { "zero-stays", 1, 4, { { 0, 20, 12, 32 } }, 5, FALSE, "3", "----", -1 },
  { "zero-is-small", 1, 4, { { 0, 20, 12, 32 } }, 5, TRUE, "3", "p-s-", -1 },
  /* 3 and nothing else: the total would have to go. */
  { "stuck", 1, 2, { { 3, 3 } }, 5, FALSE, "1", "p-", 0 },
  { "total-goes", 1, 2, { { 3, 3 } }, 2, FALSE, "", "--", -1 },
};

static gboolean
may_go (guint cell, gpointer user_data)
{
  g_auto (GStrv) fixed = g_strsplit (user_data, " ", -1);
  g_autofree char *name = g_strdup_printf ("%u", cell);

  return !g_strv_contains ((const char *const *) fixed, name);
}

/* The last of @n cells from @first on, @step apart, is the total of the others. */
static void
add_total (FoiDisclosureProblem *problem, guint first, guint n, guint step)
{
  FoiLine *line = foi_disclosure_problem_add_line (problem);

  line->total = (int) (first + (n - 1) * step);
  foi_line_add (line, (guint) line->total, -1);
  for (guint i = 0; i + 1 < n; i++)
    foi_line_add (line, first + i * step, 1);
}

static FoiDisclosureProblem *
make (guint i)
{
  FoiDisclosureProblem *problem = foi_disclosure_problem_new ();
  const guint n_rows = tables[i].n_rows, n_columns = tables[i].n_columns;

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      {
        const guint cell = foi_disclosure_problem_add_cell (problem, NULL);

        foi_disclosure_problem_get (problem, cell)->is_known = TRUE;
        foi_disclosure_problem_get (problem, cell)->value = tables[i].figures[row][column];
      }
  for (guint row = 0; row < n_rows; row++)
    add_total (problem, row * n_columns, n_columns, 1);
  for (guint column = 0; column < n_columns && n_rows > 1; column++)
    add_total (problem, column, n_rows, n_columns);
  return problem;
}

static void
test_table (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FoiDisclosureProblem) problem = make (i);
  g_autoptr (GError) error = NULL;
  GString *marks = g_string_new (NULL);
  guint n_primary = 0, n_secondary = 0;
  FoiPattern found;

  g_assert_true (foi_pattern_choose (problem, tables[i].threshold, tables[i].zero, may_go,
                                     (gpointer) tables[i].fixed, NULL, NULL, NULL, &found,
                                     &error));
  g_assert_no_error (error);
  for (guint cell = 0; cell < problem->cells->len; cell++)
    {
      const FoiSecretCell *secret = foi_disclosure_problem_get (problem, cell);

      g_string_append_c (marks, !secret->is_suppressed ? '-' : secret->is_primary ? 'p' : 's');
      n_primary += secret->is_suppressed && secret->is_primary;
      n_secondary += secret->is_suppressed && !secret->is_primary;
    }
  g_assert_cmpstr (marks->str, ==, tables[i].pattern);
  g_assert_cmpint (found.stuck, ==, tables[i].stuck);
  g_assert_cmpint (found.is_complete, ==, tables[i].stuck < 0);
  g_assert_cmpuint (found.n_primary, ==, n_primary);
  g_assert_cmpuint (found.n_secondary, ==, n_secondary);
  g_string_free (marks, TRUE);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pattern/%s", tables[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  return g_test_run ();
}
