/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-disclosure-line.h"
#include "foi-linear.h"
#include "foi-whole.h"

#include <locale.h>

/* Whole numbers that fit rows, beside what counting all of them out finds. */

#define MOST_COLUMNS 4
#define MOST_ROWS 5
#define ENOUGH 1000000

typedef struct
{
  guint n_columns, n_rows;
  gint64 last[MOST_COLUMNS]; /* each column is 0 to this */
  gint64 factors[MOST_ROWS][MOST_COLUMNS];
  gint64 from[MOST_ROWS], to[MOST_ROWS];
} System;

static gboolean
fits (const System *system, const gint64 *values)
{
  for (guint i = 0; i < system->n_rows; i++)
    {
      gint64 sum = 0;

      for (guint j = 0; j < system->n_columns; j++)
        sum += system->factors[i][j] * values[j];
      if ((system->from[i] != FOI_LINEAR_NO_FROM && sum < system->from[i])
          || (system->to[i] != FOI_LINEAR_NO_TO && sum > system->to[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
count_out (const System *system, gint64 *values, guint column)
{
  if (column == system->n_columns)
    return fits (system, values);
  for (values[column] = 0; values[column] <= system->last[column]; values[column]++)
    {
      if (count_out (system, values, column + 1))
        return TRUE;
    }
  return FALSE;
}

static FoiWhole *
make_search (const System *system)
{
  FoiWhole *search = foi_whole_new (system->n_columns, system->n_rows);

  for (guint i = 0; i < system->n_columns; i++)
    foi_whole_set_column (search, i, 0, system->last[i], system->last[i] / 2);
  for (guint i = 0; i < system->n_rows; i++)
    {
      guint columns[MOST_COLUMNS], n_terms = 0;
      gint64 factors[MOST_COLUMNS];

      for (guint j = 0; j < system->n_columns; j++)
        {
          if (system->factors[i][j] == 0)
            continue;
          columns[n_terms] = j;
          factors[n_terms++] = system->factors[i][j];
        }
      foi_whole_set_row (search, i, columns, factors, n_terms, system->from[i], system->to[i]);
    }
  return search;
}

static void
draw (GRand *chance, System *system)
{
  system->n_columns = (guint) g_rand_int_range (chance, 1, MOST_COLUMNS + 1);
  system->n_rows = (guint) g_rand_int_range (chance, 0, MOST_ROWS + 1);
  for (guint i = 0; i < system->n_columns; i++)
    system->last[i] = g_rand_int_range (chance, 0, 9);
  for (guint i = 0; i < system->n_rows; i++)
    {
      for (guint j = 0; j < system->n_columns; j++)
        system->factors[i][j] = g_rand_int_range (chance, -7, 8);
      system->from[i] = g_rand_boolean (chance) ? FOI_LINEAR_NO_FROM
                                                : g_rand_int_range (chance, -20, 20);
      system->to[i] = g_rand_boolean (chance) || system->from[i] == FOI_LINEAR_NO_FROM
                        ? g_rand_int_range (chance, -20, 20) : system->from[i];
    }
}

/* It finds numbers where there are any, and proves that there are none where there are not; asked
 * again it says the same. */
static void
test_counted_out (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  guint n_found = 0, n_none = 0;

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (FoiWhole) search = NULL;
      System system = { 0 };
      gint64 values[MOST_COLUMNS] = { 0 };
      gboolean is_any;

      draw (chance, &system);
      is_any = count_out (&system, values, 0);
      search = make_search (&system);
      for (guint j = 0; j < 2; j++)
        {
          g_assert_cmpint (foi_whole_search (search, ENOUGH, values), ==,
                           is_any ? FOI_WHOLE_FOUND : FOI_WHOLE_NONE);
          g_assert_true (!is_any || fits (&system, values));
        }
      n_found += is_any;
      n_none += !is_any;
    }
  g_assert_cmpuint (n_found, >, 1000);
  g_assert_cmpuint (n_none, >, 1000);
}

/* Beside 33.3%, which is what 665 ≤ 2000 × part ÷ total ≤ 667 is rounded to. */
static const struct
{
  gint64 part_from, part_to, total_from, total_to;
  FoiWholeResult result;
} shares[] = {
  { 1, 1, 3, 3, FOI_WHOLE_FOUND },
  { 1, 1, 4, FOI_LINEAR_NO_TO, FOI_WHOLE_NONE },
  { 1, 2, 4, 5, FOI_WHOLE_NONE },
  { 2, FOI_LINEAR_NO_TO, 4, 5, FOI_WHOLE_NONE },
  { 1, FOI_LINEAR_NO_TO, 301, 301, FOI_WHOLE_NONE },
  { 1, FOI_LINEAR_NO_TO, 1001, 1001, FOI_WHOLE_FOUND },
  { 5, FOI_LINEAR_NO_TO, 16, FOI_LINEAR_NO_TO, FOI_WHOLE_FOUND },
};

static void
test_shares (void)
{
  static const guint columns[] = { 0, 1 };
  static const gint64 above[] = { 2000, -665 }, below[] = { 2000, -667 };
  gint64 values[2];

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (FoiWhole) search = foi_whole_new (2, 2);

      foi_whole_set_row (search, 0, columns, above, 2, 0, FOI_LINEAR_NO_TO);
      foi_whole_set_row (search, 1, columns, below, 2, FOI_LINEAR_NO_FROM, 0);
      foi_whole_set_column (search, 0, shares[i].part_from, shares[i].part_to, 1);
      foi_whole_set_column (search, 1, shares[i].total_from, shares[i].total_to, 3);
      g_assert_cmpint (foi_whole_search (search, 200, values), ==, shares[i].result);
      if (shares[i].result == FOI_WHOLE_FOUND)
        g_assert_true (2000 * values[0] >= 665 * values[1] && 2000 * values[0] <= 667 * values[1]);
    }
}

/* Who allows no step is told nothing. */
static void
test_given_up (void)
{
  static const guint columns[] = { 0, 1 };
  static const gint64 factors[] = { 6, -10 };
  g_autoptr (FoiWhole) search = foi_whole_new (2, 1);
  gint64 values[2];

  foi_whole_set_row (search, 0, columns, factors, 2, 1, 1);
  foi_whole_set_column (search, 0, 0, 1000, 500);
  foi_whole_set_column (search, 1, 0, 1000, 500);
  g_assert_cmpint (foi_whole_search (search, 10, values), ==, FOI_WHOLE_OPEN);
  g_assert_cmpint (foi_whole_search (search, ENOUGH, values), ==, FOI_WHOLE_NONE);
}

/* One line of two numbers that have no end, and that are looked for anywhere: nothing overflows,
 * and what is said holds. */
static const struct
{
  gint64 a, b, sum, near_a, near_b;
  FoiWholeResult result;
} endless[] = {
  { 1, -1, 1, 0, 0, FOI_WHOLE_FOUND },
  { 1, 1, 5, G_MAXINT64 - 1, G_MAXINT64 - 1, FOI_WHOLE_FOUND },
  { 1, 1, 5, G_MAXINT64 / 2 + 7, 3, FOI_WHOLE_FOUND },
  { 1, -2, 0, G_MAXINT64 / 2 + 7, G_MAXINT64 / 4, FOI_WHOLE_FOUND },
  { 1, 1, -1, G_MAXINT64 / 2 + 7, 0, FOI_WHOLE_NONE },
  { 2, -2, 1, G_MAXINT64 / 2 + 7, G_MAXINT64 - 1, FOI_WHOLE_OPEN },
  { G_MAXINT64 / 2, -1, 0, G_MAXINT64 - 1, G_MAXINT64 - 1, FOI_WHOLE_FOUND },
};

static void
test_endless (void)
{
  static const guint columns[] = { 0, 1 };
  gint64 values[2];

  for (gsize i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      const gint64 factors[] = { endless[i].a, endless[i].b }, sum = endless[i].sum;
      g_autoptr (FoiWhole) search = foi_whole_new (2, 1);

      foi_whole_set_row (search, 0, columns, factors, 2, sum, sum);
      foi_whole_set_column (search, 0, 0, FOI_LINEAR_NO_TO, endless[i].near_a);
      foi_whole_set_column (search, 1, 0, FOI_LINEAR_NO_TO, endless[i].near_b);
      g_test_message ("line %zu", i);
      g_assert_cmpint (foi_whole_search (search, 2000, values), ==, endless[i].result);
      if (endless[i].result == FOI_WHOLE_FOUND)
        g_assert_true ((FoiWide) factors[0] * values[0] + (FoiWide) factors[1] * values[1] == sum);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/whole/counted-out", test_counted_out);
  g_test_add_func ("/whole/shares", test_shares);
  g_test_add_func ("/whole/given-up", test_given_up);
  g_test_add_func ("/whole/endless", test_endless);
  return g_test_run ();
}
