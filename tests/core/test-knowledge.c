/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-knowledge.h"

#include <locale.h>

#include "foi-error.h"

/* What can be worked out from one or two lines, in fractions and in whole numbers. */

static guint
add_gap (FoiDisclosureProblem *problem)
{
  const guint cell = foi_disclosure_problem_add_cell (problem, NULL);

  foi_disclosure_problem_get (problem, cell)->is_suppressed = TRUE;
  return cell;
}

static guint
add_shown (FoiDisclosureProblem *problem, gint64 value)
{
  const guint cell = foi_disclosure_problem_add_cell (problem, NULL);

  foi_disclosure_problem_get (problem, cell)->is_known = TRUE;
  foi_disclosure_problem_get (problem, cell)->value = value;
  return cell;
}

/* @factor_a × a + @factor_b × b = @sum, which a cell shows. */
static void
add_sum (FoiDisclosureProblem *problem, guint a, gint64 factor_a, guint b, gint64 factor_b,
         gint64 sum)
{
  FoiLine *line;
  const guint total = add_shown (problem, sum);

  line = foi_disclosure_problem_add_line (problem);
  foi_line_add (line, total, -1);
  foi_line_add (line, a, factor_a);
  foi_line_add (line, b, factor_b);
}

/* "7/2 3": the end in fractions and in whole numbers; NULL: there is none. */
static void
assert_end (FoiKnowledge *knowledge, guint cell, gboolean upper, const char *wanted)
{
  FoiEnd end;
  g_autofree char *linear = NULL, *text = NULL;

  g_assert_true (foi_knowledge_find_end (knowledge, cell, upper, &end));
  g_assert_cmpint (end.is_unbounded, ==, wanted == NULL);
  if (wanted == NULL)
    return;
  g_assert_true (end.is_known);
  g_assert_true (end.is_proven);
  linear = foi_rational_to_text (end.linear);
  text = g_strdup_printf ("%s %" G_GINT64_FORMAT, linear, end.whole);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_total (void)
{
  g_autoptr (FoiDisclosureProblem) problem = foi_disclosure_problem_new ();
  const guint a = add_gap (problem), b = add_gap (problem), alone = add_gap (problem);
  g_autoptr (FoiKnowledge) knowledge = NULL;

  add_sum (problem, a, 1, b, 1, 5);
  knowledge = foi_knowledge_new (problem, NULL);
  assert_end (knowledge, a, FALSE, "0 0");
  assert_end (knowledge, a, TRUE, "5 5");
  assert_end (knowledge, alone, FALSE, "0 0");
  assert_end (knowledge, alone, TRUE, NULL);
  /* He knows that b is 1 to 3: a is 2 to 4. */
  foi_knowledge_set_ends (knowledge, b, 1, 3);
  assert_end (knowledge, a, FALSE, "2 2");
  assert_end (knowledge, a, TRUE, "4 4");
  foi_knowledge_reset_ends (knowledge);
  assert_end (knowledge, a, TRUE, "5 5");
  g_assert_true (foi_knowledge_share_part (knowledge, a, b));
  g_assert_false (foi_knowledge_share_part (knowledge, a, alone));
}

/* 2a + 3b = 7: a up to 7/2 and b up to 7/3, but in whole numbers only 2 and 1. */
static void
test_whole_numbers (void)
{
  g_autoptr (FoiDisclosureProblem) problem = foi_disclosure_problem_new ();
  const guint a = add_gap (problem), b = add_gap (problem);
  g_autoptr (FoiKnowledge) knowledge = NULL;

  add_sum (problem, a, 2, b, 3, 7);
  knowledge = foi_knowledge_new (problem, NULL);
  assert_end (knowledge, a, FALSE, "0 2");
  assert_end (knowledge, a, TRUE, "7/2 2");
  assert_end (knowledge, b, FALSE, "0 1");
  assert_end (knowledge, b, TRUE, "7/3 1");
}

/* a + b = 10 and a - b = 4 are 7 and 3. */
static void
test_two_lines (void)
{
  g_autoptr (FoiDisclosureProblem) problem = foi_disclosure_problem_new ();
  const guint a = add_gap (problem), b = add_gap (problem);
  g_autoptr (FoiKnowledge) knowledge = NULL;

  add_sum (problem, a, 1, b, 1, 10);
  add_sum (problem, a, 1, b, -1, 4);
  knowledge = foi_knowledge_new (problem, NULL);
  for (guint upper = 0; upper < 2; upper++)
    {
      assert_end (knowledge, a, upper > 0, "7 7");
      assert_end (knowledge, b, upper > 0, "3 3");
    }
}

/* Forty below one total: each may have all of it, and where all are 1 to 5 each may be so still.
 * Programs are asked for many of them at once. */
static void
test_many (void)
{
  g_autoptr (FoiDisclosureProblem) problem = foi_disclosure_problem_new ();
  const guint total = add_shown (problem, 100);
  FoiLine *line = foi_disclosure_problem_add_line (problem);
  guint cells[40];
  g_autoptr (FoiKnowledge) knowledge = NULL;

  foi_line_add (line, total, -1);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      cells[i] = add_gap (problem);
      foi_line_add (line, cells[i], 1);
    }
  knowledge = foi_knowledge_new (problem, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      assert_end (knowledge, cells[i], FALSE, "0 0");
      assert_end (knowledge, cells[i], TRUE, "100 100");
    }
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    foi_knowledge_set_ends (knowledge, cells[i], 1, 5);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      assert_end (knowledge, cells[i], FALSE, "1 1");
      assert_end (knowledge, cells[i], TRUE, "5 5");
    }
  /* 39 of at most 2 leave 22 to the last, and of at least 2 as many. */
  for (guint i = 1; i < G_N_ELEMENTS (cells); i++)
    foi_knowledge_set_ends (knowledge, cells[i], 0, 2);
  foi_knowledge_set_ends (knowledge, cells[0], 0, 60);
  assert_end (knowledge, cells[0], FALSE, "22 22");
  assert_end (knowledge, cells[0], TRUE, "60 60");
  assert_end (knowledge, cells[7], FALSE, "0 0");
  assert_end (knowledge, cells[7], TRUE, "2 2");
}

/* What only has to be by 4 more than something else has no end, nor has that; what adds up with a
 * third has one. */
static void
test_endless (void)
{
  g_autoptr (FoiDisclosureProblem) problem = foi_disclosure_problem_new ();
  const guint a = add_gap (problem), b = add_gap (problem), c = add_gap (problem),
              d = add_gap (problem);
  const gint64 fits[] = { 6, 2, 1, 5, 4, 7 };
  g_autoptr (FoiKnowledge) knowledge = NULL;

  add_sum (problem, a, 1, b, -1, 4);
  add_sum (problem, a, 1, c, 1, 7);
  foi_line_add (problem->lines->pdata[1], d, -1);
  knowledge = foi_knowledge_new (problem, NULL);
  foi_knowledge_add_solution (knowledge, (const gint64[]) { 6, 2, 1, 0, 4, 7 });
  foi_knowledge_add_solution (knowledge, fits);
  assert_end (knowledge, a, FALSE, "4 4");
  assert_end (knowledge, a, TRUE, NULL);
  assert_end (knowledge, b, TRUE, NULL);
  assert_end (knowledge, d, TRUE, NULL);
  foi_knowledge_set_ends (knowledge, d, 0, 9);
  assert_end (knowledge, a, TRUE, "16 16");
  assert_end (knowledge, b, TRUE, "12 12");
  assert_end (knowledge, c, TRUE, "12 12");
  foi_knowledge_reset_ends (knowledge);
  assert_end (knowledge, c, TRUE, NULL);
}

/* Numbers that fit were seen, those that do not are not taken, and what knows more has the rest. */
static void
test_seen (void)
{
  g_autoptr (FoiDisclosureProblem) problem = foi_disclosure_problem_new ();
  const guint a = add_gap (problem), b = add_gap (problem);
  g_autoptr (FoiKnowledge) knowledge = NULL, other = NULL;
  const gint64 fits[] = { 4, 1, 5 }, wrong[] = { 5, 1, 5 };

  add_sum (problem, a, 1, b, 1, 5);
  knowledge = foi_knowledge_new (problem, NULL);
  other = foi_knowledge_new (problem, NULL);
  foi_knowledge_add_solution (knowledge, wrong);
  g_assert_false (foi_knowledge_was_seen (knowledge, a, TRUE, 4));
  foi_knowledge_add_solution (knowledge, fits);
  g_assert_true (foi_knowledge_was_seen (knowledge, a, TRUE, 4));
  g_assert_false (foi_knowledge_was_seen (knowledge, a, TRUE, 5));
  g_assert_true (foi_knowledge_was_seen (knowledge, b, FALSE, 1));
  g_assert_false (foi_knowledge_was_seen (other, a, TRUE, 4));
  foi_knowledge_copy_solutions (other, knowledge);
  g_assert_true (foi_knowledge_was_seen (other, a, TRUE, 4));
  foi_knowledge_set_ends (other, a, 0, 3);
  g_assert_false (foi_knowledge_was_seen (other, a, TRUE, 3));
}

/* 6 and something cannot come to 5: nothing is worked out. */
static void
test_impossible (void)
{
  g_autoptr (FoiDisclosureProblem) problem = foi_disclosure_problem_new ();
  const guint a = add_gap (problem), b = add_gap (problem);
  g_autoptr (FoiKnowledge) knowledge = NULL;
  FoiEnd end;

  add_sum (problem, a, 1, b, 1, 5);
  knowledge = foi_knowledge_new (problem, NULL);
  foi_knowledge_set_ends (knowledge, a, 6, 9);
  g_assert_false (foi_knowledge_find_end (knowledge, b, TRUE, &end) && end.is_proven);
}

/* What is shown cannot come to something else that is shown. */
static void
test_contradiction (void)
{
  g_autoptr (FoiDisclosureProblem) problem = foi_disclosure_problem_new ();
  const guint a = add_shown (problem, 3), b = add_shown (problem, 4);
  g_autoptr (FoiKnowledge) knowledge = NULL;
  g_autoptr (GError) error = NULL;

  add_sum (problem, a, 1, b, 1, 8);
  knowledge = foi_knowledge_new (problem, &error);
  g_assert_error (error, FOI_ERROR, FOI_ERROR_CONTENT);
  g_assert_null (knowledge);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/total", test_total);
  g_test_add_func ("/knowledge/whole-numbers", test_whole_numbers);
  g_test_add_func ("/knowledge/two-lines", test_two_lines);
  g_test_add_func ("/knowledge/many", test_many);
  g_test_add_func ("/knowledge/endless", test_endless);
  g_test_add_func ("/knowledge/seen", test_seen);
  g_test_add_func ("/knowledge/impossible", test_impossible);
  g_test_add_func ("/knowledge/contradiction", test_contradiction);
  return g_test_run ();
}
