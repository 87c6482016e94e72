/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-rational.h"

static FoiWide
common_divisor (FoiWide a, FoiWide b)
{
  while (b != 0)
    {
      FoiWide rest = a % b;

      a = b;
      b = rest;
    }
  return a < 0 ? -a : a;
}

/* The smallest number has no opposite; it is not needed. */
static gboolean
is_smallest (FoiWide number)
{
  FoiWide opposite;

  return __builtin_sub_overflow ((FoiWide) 0, number, &opposite);
}

static FoiRational
reduce (FoiWide above, FoiWide below)
{
  FoiWide divisor;

  if (below == 0 || is_smallest (above) || is_smallest (below))
    return foi_rational_unknown ();
  if (below == 1)
    return (FoiRational) { above, below };
  divisor = common_divisor (above, below);
  if (below < 0)
    divisor = -divisor;
  return (FoiRational) { above / divisor, below / divisor };
}

/**
 * foi_rational:
 *
 * Returns: a whole number.
 */
FoiRational
foi_rational (gint64 number)
{
  return (FoiRational) { number, 1 };
}

/**
 * foi_rational_fraction:
 *
 * Returns: @above / @below; not known where @below is 0.
 */
FoiRational
foi_rational_fraction (gint64 above, gint64 below)
{
  return reduce (above, below);
}

/**
 * foi_rational_unknown:
 *
 * Returns: what does not fit.
 */
FoiRational
foi_rational_unknown (void)
{
  return (FoiRational) { 0, 0 };
}

/* a ± b, where both have a denominator. */
static FoiRational
add (FoiRational a, FoiRational b)
{
  FoiWide left, right, above, below, divisor;

  if (a.below == 0 || b.below == 0)
    return foi_rational_unknown ();
  if (a.below == 1 && b.below == 1)
    return __builtin_add_overflow (a.above, b.above, &above) ? foi_rational_unknown ()
                                                             : reduce (above, 1);
  divisor = common_divisor (a.below, b.below);
  if (__builtin_mul_overflow (a.above, b.below / divisor, &left)
      || __builtin_mul_overflow (b.above, a.below / divisor, &right)
      || __builtin_add_overflow (left, right, &above)
      || __builtin_mul_overflow (a.below, b.below / divisor, &below))
    return foi_rational_unknown ();
  return reduce (above, below);
}

/**
 * foi_rational_add:
 *
 * Returns: a + b.
 */
FoiRational
foi_rational_add (FoiRational a, FoiRational b)
{
  return add (a, b);
}

/**
 * foi_rational_subtract:
 *
 * Returns: a - b.
 */
FoiRational
foi_rational_subtract (FoiRational a, FoiRational b)
{
  b.above = -b.above;
  return add (a, b);
}

/**
 * foi_rational_multiply:
 *
 * Returns: a × b.
 */
FoiRational
foi_rational_multiply (FoiRational a, FoiRational b)
{
  FoiWide first, second, above, below;

  if (a.below == 0 || b.below == 0)
    return foi_rational_unknown ();
  /* Counts are whole, and nearly all that is reckoned with them: no divisor is looked for. */
  if (a.below == 1 && b.below == 1)
    return __builtin_mul_overflow (a.above, b.above, &above) ? foi_rational_unknown ()
                                                             : reduce (above, 1);
  first = common_divisor (a.above, b.below);
  second = common_divisor (b.above, a.below);
  if (first == 0 || second == 0)
    return foi_rational (0);
  if (__builtin_mul_overflow (a.above / first, b.above / second, &above)
      || __builtin_mul_overflow (a.below / second, b.below / first, &below))
    return foi_rational_unknown ();
  return reduce (above, below);
}

/**
 * foi_rational_divide:
 *
 * Returns: a / b; not known where b is 0.
 */
FoiRational
foi_rational_divide (FoiRational a, FoiRational b)
{
  if (b.below == 0 || b.above == 0)
    return foi_rational_unknown ();
  if (b.below == 1 && b.above == 1)
    return a;
  return foi_rational_multiply (a, reduce (b.below, b.above));
}

/**
 * foi_rational_is_known:
 *
 * Returns: whether it is a number.
 */
gboolean
foi_rational_is_known (FoiRational self)
{
  return self.below != 0;
}

/**
 * foi_rational_is_whole:
 *
 * Returns: whether it is known and a whole number.
 */
gboolean
foi_rational_is_whole (FoiRational self)
{
  return self.below == 1;
}

/**
 * foi_rational_sign:
 *
 * Returns: -1, 0 or 1; 0 of what is not known.
 */
int
foi_rational_sign (FoiRational self)
{
  return (self.above > 0) - (self.above < 0);
}

/**
 * foi_rational_compare:
 * @order: (out): below, at or above 0 as @a is to @b
 *
 * Returns: whether it is known.
 */
gboolean
foi_rational_compare (FoiRational a, FoiRational b, int *order)
{
  FoiRational difference;

  if (a.below == b.below && a.below != 0)
    {
      *order = (a.above > b.above) - (a.above < b.above);
      return TRUE;
    }
  difference = foi_rational_subtract (a, b);
  *order = foi_rational_sign (difference);
  return foi_rational_is_known (difference);
}

/**
 * foi_rational_equal:
 *
 * Returns: whether both are known, and the same.
 */
gboolean
foi_rational_equal (FoiRational a, FoiRational b)
{
  return a.below != 0 && a.below == b.below && a.above == b.above;
}

/* Towards smaller numbers, or (@up) towards larger ones. */
static gboolean
round_to (FoiRational self, gboolean up, gint64 *out)
{
  FoiWide whole;

  if (self.below == 0)
    return FALSE;
  whole = self.above / self.below;
  if (whole * self.below != self.above && up == (self.above > 0))
    whole += up ? 1 : -1;
  if (whole < G_MININT64 || whole > G_MAXINT64)
    return FALSE;
  *out = (gint64) whole;
  return TRUE;
}

/**
 * foi_rational_floor:
 * @out: (out): the largest whole number that is not above it
 *
 * Returns: whether it is known and fits.
 */
gboolean
foi_rational_floor (FoiRational self, gint64 *out)
{
  return round_to (self, FALSE, out);
}

/**
 * foi_rational_ceiling:
 * @out: (out): the smallest whole number that is not below it
 *
 * Returns: whether it is known and fits.
 */
gboolean
foi_rational_ceiling (FoiRational self, gint64 *out)
{
  return round_to (self, TRUE, out);
}

static void
append_wide (GString *text, FoiWide number)
{
  char digits[48];
  int n_digits = 0;

  if (number < 0)
    g_string_append_c (text, '-');
  do
    {
      int digit = (int) (number % 10);

      digits[n_digits++] = (char) ('0' + ABS (digit));
      number /= 10;
    }
  while (number != 0);
  while (n_digits > 0)
    g_string_append_c (text, digits[--n_digits]);
}

/**
 * foi_rational_to_text:
 *
 * Returns: (transfer full): "3" or "7/2"; "?" of what is not known.
 */
char *
foi_rational_to_text (FoiRational self)
{
  GString *text = g_string_new (NULL);

  if (self.below == 0)
    g_string_append_c (text, '?');
  else
    append_wide (text, self.above);
  if (self.below > 1)
    {
      g_string_append_c (text, '/');
      append_wide (text, self.below);
    }
  return g_string_free (text, FALSE);
}
