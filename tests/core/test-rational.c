/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-rational.h"

/* Exact fractions: what does not fit is not known, and stays so. */

static void
assert_text (FoiRational number, const char *text)
{
  g_autofree char *found = foi_rational_to_text (number);

  g_assert_cmpstr (found, ==, text);
}

static void
test_reckoning (void)
{
  FoiRational half = foi_rational_fraction (1, 2), third = foi_rational_fraction (-2, -6);

  assert_text (foi_rational_fraction (6, -4), "-3/2");
  assert_text (foi_rational_add (half, third), "5/6");
  assert_text (foi_rational_subtract (third, half), "-1/6");
  assert_text (foi_rational_multiply (half, third), "1/6");
  assert_text (foi_rational_divide (half, third), "3/2");
  assert_text (foi_rational_add (half, half), "1");
  assert_text (foi_rational_fraction (1, 0), "?");
  assert_text (foi_rational_divide (half, foi_rational (0)), "?");
  g_assert_true (foi_rational_equal (foi_rational_fraction (10, 4), foi_rational_fraction (5, 2)));
  g_assert_cmpint (foi_rational_sign (foi_rational_subtract (third, half)), ==, -1);
}

static void
test_whole (void)
{
  static const struct
  {
    gint64 above, below, floor, ceiling;
  } facts[] = { { 7, 2, 3, 4 }, { -7, 2, -4, -3 }, { 6, 2, 3, 3 }, { -6, 2, -3, -3 },
                { 0, 5, 0, 0 }, { 1, 1000000, 0, 1 }, { -1, 1000000, -1, 0 },
                { G_MAXINT64, 1, G_MAXINT64, G_MAXINT64 } };

  for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      FoiRational number = foi_rational_fraction (facts[i].above, facts[i].below);
      gint64 floor, ceiling;

      g_assert_true (foi_rational_floor (number, &floor));
      g_assert_true (foi_rational_ceiling (number, &ceiling));
      g_assert_cmpint (floor, ==, facts[i].floor);
      g_assert_cmpint (ceiling, ==, facts[i].ceiling);
      g_assert_cmpint (foi_rational_is_whole (number), ==, floor == ceiling);
    }
}

/* 2⁶³ × 2⁶³ fits into 128 bits, once more does not; nor do denominators that have nothing in
 * common. What follows from it is not known either, not even its difference from itself. */
static void
test_overflow (void)
{
  FoiRational large = foi_rational (G_MAXINT64), more, sum = foi_rational (0), small;
  gint64 whole;
  int order;

  more = foi_rational_multiply (large, large);
  g_assert_true (foi_rational_is_known (more));
  g_assert_false (foi_rational_floor (more, &whole));
  g_assert_true (foi_rational_equal (foi_rational_divide (more, large), large));
  more = foi_rational_multiply (more, large);
  g_assert_false (foi_rational_is_known (more));
  g_assert_false (foi_rational_is_known (foi_rational_subtract (more, more)));
  g_assert_false (foi_rational_equal (more, more));
  g_assert_false (foi_rational_compare (more, large, &order));
  g_assert_false (foi_rational_is_whole (more));
  assert_text (more, "?");
  for (gint64 prime = 1000003; prime < 1000003 + 40; prime += 2)
    sum = foi_rational_add (sum, foi_rational_fraction (1, prime));
  g_assert_false (foi_rational_is_known (sum));
  /* Nearly the same, and exactly ordered. */
  small = foi_rational_fraction (G_MAXINT64 - 1, G_MAXINT64);
  g_assert_true (foi_rational_compare (small, foi_rational (1), &order));
  g_assert_cmpint (order, <, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rational/reckoning", test_reckoning);
  g_test_add_func ("/rational/whole", test_whole);
  g_test_add_func ("/rational/overflow", test_overflow);
  return g_test_run ();
}
