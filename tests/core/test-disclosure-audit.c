/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foi-disclosure-audit.h"
#include "foi-error.h"

/* Where the audit cannot prove anything it says so, and calls nothing safe. */

static FoiSecretCell *
add_cell (FoiDisclosureProblem *problem, gint64 value, gboolean suppressed)
{
  guint number = foi_disclosure_problem_add_cell (problem, "cell");
  FoiSecretCell *cell = foi_disclosure_problem_get (problem, number);

  cell->value = value;
  cell->is_known = value >= 0;
  cell->is_suppressed = suppressed;
  cell->need_from = 1;
  return cell;
}

static FoiLine *
add_line (FoiDisclosureProblem *problem, gint64 from, gint64 to)
{
  FoiLine *line = foi_disclosure_problem_add_line (problem);

  line->from = from;
  line->to = to;
  return line;
}

static FoiAudit *
audit (FoiDisclosureProblem *problem)
{
  g_autoptr (GError) error = NULL;
  FoiAudit *found = foi_audit_run (problem, FOI_ATTACKER_ALL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static const FoiAuditCell *
get (FoiAudit *self, guint cell)
{
  return &g_array_index (self->cells, FoiAuditCell, cell);
}

/* Sums of many figures, each counted as often as chance has it, that halves would do for: whole
 * numbers have to be searched, and the search is given up. Nobody here knows the figures. */
static void
test_given_up (void)
{
  g_autoptr (FoiDisclosureProblem) problem = foi_disclosure_problem_new ();
  g_autoptr (GRand) chance = g_rand_new_with_seed (5);
  g_autoptr (FoiAudit) found = NULL;
  const guint n_cells = 30, n_lines = 4;

  for (guint i = 0; i < n_cells; i++)
    {
      FoiSecretCell *cell = add_cell (problem, -1, TRUE);

      cell->to = 1;
      cell->is_primary = i == 0;
      cell->is_left_out = i > 0;
      cell->need_from = 0;
      cell->need_to = 1;
    }
  for (guint i = 0; i < n_lines; i++)
    {
      FoiLine *line = add_line (problem, 0, 0);
      gint64 sum = 0;

      for (guint j = 0; j < n_cells; j++)
        {
          gint64 factor = g_rand_int_range (chance, 1, 100);

          foi_line_add (line, j, factor);
          sum += factor;
        }
      line->from = line->to = sum / 2;
    }
  problem->goes_on = TRUE;
  found = audit (problem);
  g_assert_false (found->is_safe);
  g_assert_cmpuint (found->cells->len, ==, 1);
  g_assert_false (get (found, 0)->lower.is_proven && get (found, 0)->upper.is_proven);
  g_assert_false (get (found, 0)->is_safe || get (found, 0)->is_contradicted);
}

/* Figures that do not fit into what is reckoned with are refused, by all readers. */
static void
test_too_large (void)
{
  g_autoptr (FoiDisclosureProblem) problem = foi_disclosure_problem_new ();
  g_autoptr (FoiAudit) found = NULL;
  g_autoptr (GError) error = NULL;
  FoiLine *line;

  add_cell (problem, 3, TRUE)->is_primary = TRUE;
  add_cell (problem, FOI_DISCLOSURE_MAX_VALUE, FALSE);
  line = add_line (problem, 0, 0);
  foi_line_add (line, 0, 1);
  foi_line_add (line, 1, -(FOI_LINEAR_MAX / 1000));
  found = foi_audit_run (problem, FOI_ATTACKER_ALL, NULL, NULL, NULL, &error);
  g_assert_null (found);
  g_assert_error (error, FOI_ERROR, FOI_ERROR_LIMIT);
}

/* Two totals that cannot both be: the first stands, the second is named, and what has nothing to do
 * with them is as it was. */
static void
test_contradiction (void)
{
  g_autoptr (FoiDisclosureProblem) problem = foi_disclosure_problem_new ();
  g_autoptr (FoiAudit) found = NULL;
  g_autoptr (FoiAudit) refused = NULL;
  g_autoptr (GError) error = NULL;
  FoiLine *lines[3];

  for (guint i = 0; i < 4; i++)
    add_cell (problem, -1, TRUE);
  lines[0] = add_line (problem, 3, 3);
  foi_line_add (lines[0], 0, 1);
  foi_line_add (lines[0], 1, 1);
  lines[1] = add_line (problem, 6, 6);
  foi_line_add (lines[1], 0, 1);
  foi_line_add (lines[1], 2, 2);
  lines[2] = add_line (problem, 5, 5);
  foi_line_add (lines[2], 0, 1);
  foi_line_add (lines[2], 2, 1);
  foi_disclosure_problem_get (problem, 1)->from = 2;
  refused = foi_audit_run (problem, FOI_ATTACKER_ALL, NULL, NULL, NULL, &error);
  g_assert_null (refused);
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
  problem->goes_on = TRUE;
  found = audit (problem);
  g_assert_true (get (found, 0)->is_contradicted);
  g_assert_true (get (found, 0)->against == lines[2]);
  g_assert_false (get (found, 1)->is_contradicted);
  g_assert_cmpint (get (found, 1)->lower.whole, ==, 3);
  g_assert_cmpint (get (found, 1)->upper.whole, ==, 3);
  g_assert_true (get (found, 2)->is_contradicted);
  g_assert_true (get (found, 3)->is_safe && get (found, 3)->upper.is_unbounded);
  g_assert_false (found->is_safe);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disclosure-audit/given-up", test_given_up);
  g_test_add_func ("/disclosure-audit/too-large", test_too_large);
  g_test_add_func ("/disclosure-audit/contradiction", test_contradiction);
  return g_test_run ();
}
