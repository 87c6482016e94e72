/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-column-widths.h"

#include <math.h>

#define MAX_COLUMNS 6
#define LINE 450.0

/* What is drawn out: every column by 16 points, or the whole line if most of it is taken. */
static void
test_facts (void)
{
  static const struct
  {
    FoiColumnNeed needs[MAX_COLUMNS];
    guint n_columns;
    gboolean fits;
    double widths[MAX_COLUMNS];
  } facts[] = {
    /* Two short columns stay short. */
    { { { 50, 80, FALSE }, { 40, 70, FALSE } }, 2, TRUE, { 96, 86 } },
    /* Most of the line: text takes the rest, numbers do not. */
    { { { 50, 80, FALSE }, { 40, 220, TRUE } }, 2, TRUE, { 80, 370 } },
    { { { 50, 200, FALSE }, { 40, 200, FALSE } }, 2, TRUE, { 225, 225 } },
    /* One long column gives way to short ones. */
    { { { 50, 80, FALSE }, { 60, 70, FALSE }, { 40, 900, TRUE } }, 3, TRUE, { 80, 70, 300 } },
    /* Equal columns share equally. */
    { { { 50, 900, TRUE }, { 50, 900, TRUE } }, 2, TRUE, { 225, 225 } },
    /* The longer gets more, by the square root. */
    { { { 50, 400, TRUE }, { 50, 1600, TRUE } }, 2, TRUE, { 150, 300 } },
    /* A long word is kept whole. */
    { { { 400, 900, TRUE }, { 20, 900, TRUE } }, 2, TRUE, { 400, 50 } },
    /* Words that do not fit at all are broken, the longest first. */
    { { { 100, 100, FALSE }, { 900, 900, TRUE } }, 2, FALSE, { 100, 350 } },
    { { { 900, 900, TRUE }, { 900, 900, TRUE }, { 900, 900, TRUE } }, 3, FALSE, { 150, 150, 150 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      double widths[MAX_COLUMNS];

      g_assert_cmpint (foi_column_widths_fit (facts[i].needs, facts[i].n_columns, LINE, widths),
                       ==, facts[i].fits);
      for (guint j = 0; j < facts[i].n_columns; j++)
        g_assert_cmpfloat_with_epsilon (widths[j], facts[i].widths[j], 0.01);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (1);
  guint n_fitting = 0, n_not_fitting = 0;

  for (guint i = 0; i < 20000; i++)
    {
      FoiColumnNeed needs[MAX_COLUMNS];
      double widths[MAX_COLUMNS], sum = 0.0, least = 0.0;
      guint n_columns = (guint) g_rand_int_range (dice, 1, MAX_COLUMNS + 1);
      gboolean fits;

      for (guint j = 0; j < n_columns; j++)
        {
          needs[j].whole = g_rand_double_range (dice, 1.0, i % 2 == 0 ? 900.0 : 150.0);
          needs[j].least = g_rand_double_range (dice, 0.0, needs[j].whole);
          needs[j].grows = g_rand_boolean (dice);
          least += needs[j].least;
        }
      fits = foi_column_widths_fit (needs, n_columns, LINE, widths);
      g_assert_cmpint (fits, ==, least <= LINE);
      for (guint j = 0; j < n_columns; j++)
        {
          sum += widths[j];
          g_assert_cmpfloat (widths[j], >, 0.0);
          if (fits)
            g_assert_cmpfloat (widths[j], >=, needs[j].least - 1e-6);
        }
      g_assert_cmpfloat (sum, <=, LINE + 1e-6);
      n_fitting += fits ? 1 : 0;
      n_not_fitting += fits ? 0 : 1;
    }
  g_assert_cmpuint (n_fitting, >, 1000);
  g_assert_cmpuint (n_not_fitting, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-widths/facts", test_facts);
  g_test_add_func ("/column-widths/random", test_random);
  return g_test_run ();
}
