/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-chart-scale.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "foi-number.h"

/* So many ticks are aimed at: as many lines as a small picture bears. */
#define WANTED_TICKS 5

/* A number that reads well near @value: 1, 2, 5 or 10 times a power of ten. At least @value, or the
 * nearest to it. */
static void
choose_round (double value, gboolean nearest, int *step, int *exponent)
{
  static const double ceilings[] = { 1.0, 2.0, 5.0 };
  static const double thresholds[] = { 1.5, 3.0, 7.0 };
  static const int steps[] = { 1, 2, 5 };
  double fraction;

  *exponent = (int) floor (log10 (value));
  fraction = value / pow (10.0, *exponent);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (nearest ? fraction < thresholds[i] : fraction <= ceilings[i] * (1 + 1e-9))
      {
        *step = steps[i];
        return;
      }
  *step = 1;
  *exponent += 1;
}

static double
get_distance (const FoiChartScale *self)
{
  return self->exponent < 0 ? self->step / pow (10.0, -self->exponent)
                            : self->step * pow (10.0, self->exponent);
}

/**
 * foi_chart_scale_init:
 * @self: (out caller-allocates): the scale
 * @lowest: the lowest value
 * @highest: the highest value, not below @lowest
 * @decimals: how many decimal places the values have: no tick has more
 *
 * Chooses the ticks of an axis that has zero on it, since columns and bars start there (Government
 * Analysis Function, Data visualisation: charts). The distance is 1, 2 or 5 times a power of ten,
 * after P. S. Heckbert, Nice Numbers for Graph Labels, Graphics Gems I, 1990.
 */
void
foi_chart_scale_init (FoiChartScale *self, double lowest, double highest, int decimals)
{
  double from = MIN (lowest, 0.0), to = MAX (highest, 0.0);
  double distance;

  g_return_if_fail (self != NULL);
  g_return_if_fail (isfinite (lowest) && isfinite (highest) && lowest <= highest);
  g_return_if_fail (decimals >= 0 && decimals <= FOI_MAX_DECIMALS);

  *self = (FoiChartScale) { .step = 1, .exponent = -decimals, .last = 1 };
  if (to - from < 0.5 * pow (10.0, -decimals))
    return;
  choose_round (to - from, FALSE, &self->step, &self->exponent);
  choose_round (get_distance (self) / (WANTED_TICKS - 1), TRUE, &self->step, &self->exponent);
  if (self->exponent < -decimals)
    {
      self->step = 1;
      self->exponent = -decimals;
    }
  distance = get_distance (self);
  /* A value on a tick needs no further one, however the division came out. */
  self->first = (int) floor (from / distance + 1e-9);
  self->last = (int) ceil (to / distance - 1e-9);
}

/**
 * foi_chart_scale_get_n_ticks:
 * @self: a scale
 *
 * Returns: how many ticks it has: two at least.
 */
guint
foi_chart_scale_get_n_ticks (const FoiChartScale *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint) (self->last - self->first) + 1;
}

/**
 * foi_chart_scale_get_tick:
 * @self: a scale
 * @index: less than the number of ticks
 *
 * Returns: where the tick is, the lowest first.
 */
double
foi_chart_scale_get_tick (const FoiChartScale *self, guint index)
{
  int multiple;

  g_return_val_if_fail (self != NULL && index < foi_chart_scale_get_n_ticks (self), 0.0);

  multiple = self->first + (int) index;
  return self->exponent < 0 ? self->step * multiple / pow (10.0, -self->exponent)
                            : self->step * multiple * pow (10.0, self->exponent);
}

/* What a large tick is counted in: its power of ten, and what stands for that. Money is usual in
 * millions; other counts are written out as long as anybody reads them. */
static int
choose_thousands (const FoiChartScale *self, gboolean is_money, const char **letters)
{
  double largest = get_distance (self) * MAX (self->last, -self->first);

  *letters = "";
  if (largest >= 1e12)
    {
      /* Translators: after a number on an axis: 1.5tn, trillion (a million million). */
      *letters = _("tn");
      return 12;
    }
  if (largest >= 1e9)
    {
      /* Translators: after a number on an axis: £1.5bn, billion (a thousand million). */
      *letters = _("bn");
      return 9;
    }
  if (is_money && largest >= 1e6)
    {
      /* Translators: after an amount of money on an axis: £1.5m, million. */
      *letters = _("m");
      return 6;
    }
  return 0;
}

/**
 * foi_chart_scale_format_tick:
 * @self: a scale
 * @index: less than the number of ticks
 * @sign: (nullable): what stands before an amount of money: `£`
 * @after: what stands after each: `%`, or nothing
 *
 * Returns: (transfer full): the tick as it is printed: `40,000`, `£0.5m`, `-20%`.
 */
char *
foi_chart_scale_format_tick (const FoiChartScale *self, guint index, const char *sign,
                             const char *after)
{
  g_autofree char *words = NULL;
  const char *letters;
  gint64 number;
  int exponent;

  g_return_val_if_fail (self != NULL && after != NULL, NULL);
  g_return_val_if_fail (index < foi_chart_scale_get_n_ticks (self), NULL);

  number = (gint64) self->step * (self->first + (int) index);
  exponent = self->exponent - choose_thousands (self, sign != NULL, &letters);
  for (; exponent > 0; exponent--)
    number *= 10;
  words = foi_number_to_words (ABS (number), number == 0 ? 0 : -exponent);
  return g_strconcat (number < 0 ? "-" : "", sign != NULL ? sign : "", words,
                      number == 0 ? "" : letters, after, NULL);
}

/**
 * foi_chart_scale_format_short:
 * @self: a scale
 * @number: a value, times ten to the power of @decimals
 * @decimals: 0 to %FOI_MAX_DECIMALS
 * @sign: (nullable): what stands before an amount of money: `£`
 *
 * Rounds a value for a place without room for all its digits, to three of the largest one's, and
 * counts it in what the ticks are counted in.
 *
 * Returns: (transfer full) (nullable): `£1.42m`; %NULL where ticks are written out, or where the
 *   value would seem to be nothing.
 */
char *
foi_chart_scale_format_short (const FoiChartScale *self, gint64 number, int decimals,
                              const char *sign)
{
  g_autofree char *words = NULL;
  const char *letters;
  gint64 divisor = 1, rounded;
  double largest;
  int exponent, shown;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (decimals >= 0 && decimals <= FOI_MAX_DECIMALS, NULL);

  exponent = choose_thousands (self, sign != NULL, &letters);
  if (exponent == 0)
    return NULL;
  largest = get_distance (self) * MAX (self->last, -self->first) / pow (10.0, exponent);
  shown = largest < 10.0 - 1e-9 ? 2 : largest < 100.0 - 1e-9 ? 1 : 0;
  for (int i = 0; i < exponent - shown + decimals; i++)
    divisor *= 10;
  rounded = foi_number_divide (number, divisor, 0);
  if (rounded == 0 && number != 0)
    return NULL;
  words = foi_number_to_words (ABS (rounded), rounded == 0 ? 0 : shown);
  return g_strconcat (rounded < 0 ? "-" : "", sign != NULL ? sign : "", words,
                      rounded == 0 ? "" : letters, NULL);
}
