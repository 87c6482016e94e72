/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-relations.h"

#include "foi-number.h"

/* What is always as many times as much, as costs at one price each, or that and the same besides;
 * and what is shared out over so many days, weeks or years. */

/* How little of a chance it is, in bits: where what stands there is commonly worked out so, and
 * where nothing says so. */
#define BITS_NAMED 3
#define BITS 9
#define BITS_WITH_BASE 16
#define BITS_AVERAGE_NAMED 6
#define BITS_AVERAGE 14
/* A multiple of longer numbers nobody sees. */
#define MAX_FACTOR G_GINT64_CONSTANT (1000000000)
#define MAX_SERIES 1000
#define MAX_MEAN_COLUMNS 12

static const char *const priced_words[] = { "cost", "costs", "price", "prices", "charge", "charges",
                                            "fee", "fees", "fine", "fines", "spend", "spent",
                                            "paid", "payment", "payments", "income", "£", "hours",
                                            "minutes", "days", "miles" };

/* ---- multiples ---- */

/* @below × @times_above = @above × @times_below in each row. */
typedef struct
{
  const FoiSeries *above, *below;
  const int *map;
  gint64 times_above, times_below;
} Multiple;

static gint64
get_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      const gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return ABS (a);
}

static gboolean
has_both (const Multiple *self, guint i)
{
  return self->map[i] >= 0 && self->above->is_known[i] && self->below->is_known[self->map[i]]
         && !self->above->is_total[i] && !self->below->is_total[self->map[i]]
         && _foi_series_has_figure (self->above, i)
         && _foi_series_has_figure (self->below, (guint) self->map[i]);
}

/* How many times it is, by the row with most; and in which steps the rows count. FALSE where they
 * have nothing in common. */
static gboolean
find_times (Multiple *self, int *most, gint64 *step)
{
  gint64 divisor;

  *most = -1;
  *step = 0;
  for (guint i = 0; i < foi_series_get_length (self->above); i++)
    {
      if (!has_both (self, i))
        continue;
      *step = get_divisor (self->below->values[self->map[i]], *step);
      if (*most < 0 || ABS (self->above->values[i]) > ABS (self->above->values[*most]))
        *most = (int) i;
    }
  if (*most < 0 || self->above->values[*most] == 0 || self->below->values[self->map[*most]] == 0)
    return FALSE;
  self->times_above = self->above->values[*most];
  self->times_below = self->below->values[self->map[*most]];
  divisor = get_divisor (self->times_above, self->times_below);
  self->times_above /= divisor;
  self->times_below /= divisor;
  return ABS (self->times_above) <= MAX_FACTOR && ABS (self->times_below) <= MAX_FACTOR;
}

/* How little of a chance it is, and in how many rows; 0: it is not so. */
static double
weigh (Multiple *self, guint *n)
{
  gint64 step;
  double bits = 0;
  int most;

  *n = 0;
  if (!find_times (self, &most, &step))
    return 0;
  for (guint i = 0; i < foi_series_get_length (self->above); i++)
    {
      if (!has_both (self, i))
        continue;
      if ((FoiWide) self->above->values[i] * self->times_below
          != (FoiWide) self->below->values[self->map[i]] * self->times_above)
        return 0;
      if (self->above->values[i] == 0)
        continue;
      (*n)++;
      /* One of them only says how many times it is. */
      if ((int) i != most)
        bits += _foi_disclosure_count_bits (self->below->values[self->map[i]] / step);
    }
  return bits;
}

static void
add_multiple (FoiDisclosureDraft *draft, const Multiple *self)
{
  for (guint i = 0; i < foi_series_get_length (self->above); i++)
    {
      FoiLine *line;

      if (self->map[i] < 0 || !_foi_series_has_figure (self->above, i)
          || !_foi_series_has_figure (self->below, (guint) self->map[i]))
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_TIMES);
      _foi_series_add_terms (draft, line, self->above, i, self->times_below);
      _foi_series_add_terms (draft, line, self->below, (guint) self->map[i], -self->times_above);
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

static gboolean
may_be_multiple (const FoiSeries *above, const FoiSeries *below)
{
  return (above->is_asked || below->is_asked)
         && (above->data != below->data || above->axis == below->axis);
}

static gboolean
is_called_multiple (const FoiSeries *a, const FoiSeries *b)
{
  return a->is_money || b->is_money || _foi_series_is_of (a, b)
         || _foi_series_says (a, priced_words, G_N_ELEMENTS (priced_words))
         || _foi_series_says (b, priced_words, G_N_ELEMENTS (priced_words));
}

static void
try_multiple (FoiDisclosureDraft *draft, const FoiSeries *a, const FoiSeries *b)
{
  Multiple multiple = { .above = a, .below = b, .map = foi_series_map (a, b) };
  guint n;
  const double bits = weigh (&multiple, &n);

  if ((bits < BITS || n < 3) && (bits < BITS_NAMED || n < 2 || !is_called_multiple (a, b)))
    return;
  /* Tables with the same figures are found in foi-disclosure-beside.c. */
  if (multiple.times_above == multiple.times_below && a->data != b->data
      && a->decimals == b->decimals)
    return;
  add_multiple (draft, &multiple);
}

/* ---- with a charge that all have ---- */

/* @above × @times_below − @below × @times_above = @base in each row. */
static gboolean
find_base (Multiple *self, FoiWide *base, int *first, int *second)
{
  gint64 divisor;

  *first = *second = -1;
  for (guint i = 0; i < foi_series_get_length (self->above) && *second < 0; i++)
    {
      if (!has_both (self, i))
        continue;
      if (*first < 0)
        *first = (int) i;
      else if (self->below->values[self->map[i]] != self->below->values[self->map[*first]])
        *second = (int) i;
    }
  if (*second < 0)
    return FALSE;
  self->times_above = self->above->values[*second] - self->above->values[*first];
  self->times_below
    = self->below->values[self->map[*second]] - self->below->values[self->map[*first]];
  if (self->times_above == 0)
    return FALSE;
  divisor = get_divisor (self->times_above, self->times_below);
  self->times_above /= divisor;
  self->times_below /= divisor;
  *base = (FoiWide) self->above->values[*first] * self->times_below
          - (FoiWide) self->below->values[self->map[*first]] * self->times_above;
  return *base != 0 && ABS (self->times_above) <= MAX_FACTOR
         && ABS (self->times_below) <= MAX_FACTOR && *base < FOI_DISCLOSURE_MAX_VALUE
         && -*base < FOI_DISCLOSURE_MAX_VALUE;
}

/* As weigh(); two rows say how much is for each and how much for all, the others that it is so. */
static double
weigh_with_base (Multiple *self, FoiWide *base, guint *n)
{
  double bits = 0;
  int first, second;

  *n = 0;
  if (!find_base (self, base, &first, &second))
    return 0;
  for (guint i = 0; i < foi_series_get_length (self->above); i++)
    {
      if (!has_both (self, i))
        continue;
      if ((FoiWide) self->above->values[i] * self->times_below
            - (FoiWide) self->below->values[self->map[i]] * self->times_above
          != *base)
        return 0;
      (*n)++;
      if ((int) i != first && (int) i != second)
        bits += _foi_disclosure_count_bits (self->below->values[self->map[i]]);
    }
  return bits;
}

static void
try_with_base (FoiDisclosureDraft *draft, const FoiSeries *a, const FoiSeries *b)
{
  Multiple multiple = { .above = a, .below = b, .map = foi_series_map (a, b) };
  FoiWide base = 0;
  guint n;
  const double bits = weigh_with_base (&multiple, &base, &n);

  if ((bits < BITS_WITH_BASE || n < 5)
      && (bits < BITS_NAMED || n < 3 || !is_called_multiple (a, b)))
    return;
  for (guint i = 0; i < foi_series_get_length (a); i++)
    {
      FoiLine *line;

      if (multiple.map[i] < 0 || a->is_total[i] || !_foi_series_has_figure (a, i)
          || b->is_total[multiple.map[i]]
          || !_foi_series_has_figure (b, (guint) multiple.map[i]))
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_TIMES);
      _foi_series_add_terms (draft, line, a, i, multiple.times_below);
      _foi_series_add_terms (draft, line, b, (guint) multiple.map[i], -multiple.times_above);
      line->from = line->to = (gint64) base;
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

/*
 * _foi_disclosure_add_multiples:
 *
 * Adds figures that are in each row as many times those of another series: what each costs.
 */
void
_foi_disclosure_add_multiples (FoiSeriesSet *set)
{
  g_autoptr (GPtrArray) list = foi_series_set_list_shown (set, MAX_SERIES);

  for (guint i = 0; i < list->len; i++)
    for (guint j = i + 1; j < list->len; j++)
      if (may_be_multiple (list->pdata[i], list->pdata[j]))
        {
          try_multiple (set->draft, list->pdata[i], list->pdata[j]);
          try_with_base (set->draft, list->pdata[i], list->pdata[j]);
        }
}

/* ---- averages ---- */

/* Of years, of days, weeks and months in a year, of school days and weeks. */
static const gint64 spans[] = { 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 36, 38, 39, 52, 190, 195, 365 };

/* Whether an average is that of a figure over so many, within its last digit. */
static gboolean
is_average (const FoiSeries *average, guint place, const FoiSeries *whole, int at, gint64 span)
{
  const FoiWide unit = foi_number_power_of_ten (whole->decimals);
  const FoiWide gap
    = (FoiWide) average->values[place] * span * unit
      - (FoiWide) whole->values[at] * foi_number_power_of_ten (average->decimals);

  return 2 * (gap < 0 ? -gap : gap) <= (FoiWide) span * average->steps[place] * unit;
}

static gboolean
are_averages (const FoiSeries *average, const FoiSeries *whole, gint64 span, double needed,
              guint n_needed)
{
  const int *map = foi_series_map (average, whole);
  double bits = 0;
  guint n = 0;

  for (guint i = 0; i < foi_series_get_length (average); i++)
    {
      if (map[i] < 0 || !average->is_known[i] || !whole->is_known[map[i]]
          || average->is_total[i] || whole->is_total[map[i]])
        continue;
      if (!is_average (average, i, whole, map[i], span))
        return FALSE;
      if (average->values[i] == 0)
        continue;
      n++;
      bits += _foi_disclosure_count_bits (average->values[i] / average->steps[i]);
    }
  return n >= n_needed && bits >= needed;
}

static void
add_average (FoiDisclosureDraft *draft, const FoiSeries *average, const FoiSeries *whole,
             gint64 span)
{
  const int *map = foi_series_map (average, whole);
  const gint64 unit = foi_number_power_of_ten (whole->decimals);

  for (guint i = 0; i < foi_series_get_length (average); i++)
    {
      FoiLine *line;

      if (map[i] < 0 || !average->is_known[i] || !_foi_series_has_figure (whole, (guint) map[i]))
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_RATE);
      _foi_series_add_terms (draft, line, whole, (guint) map[i],
                             2 * foi_number_power_of_ten (average->decimals));
      if (average->data != whole->data)
        line->beside = g_strdup (foi_table_data_get_title (average->data));
      line->from = span * unit * (2 * average->values[i] - average->steps[i]);
      line->to = span * unit * (2 * average->values[i] + average->steps[i]);
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

/* Whether it adds up columns, in each row. */
static gboolean
is_run (const FoiSeries *sum)
{
  return g_array_index (sum->cells, FoiSeriesCell, 0).row
           == g_array_index (sum->cells, FoiSeriesCell, sum->starts[1] - 1).row;
}

static void
try_averages (FoiDisclosureDraft *draft, const FoiSeries *average, const FoiSeries *whole)
{
  const gboolean is_named = average->is_called_rate;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (are_averages (average, whole, spans[i], is_named ? BITS_AVERAGE_NAMED : BITS_AVERAGE,
                      is_named ? 2 : 3))
      add_average (draft, average, whole, spans[i]);
}

/* The mean of columns that stand beside each other, one for each year. */
static void
try_means_of_runs (FoiSeriesSet *set, const FoiSeries *mean)
{
  const double needed = mean->is_called_rate ? BITS_AVERAGE_NAMED : BITS_AVERAGE;

  for (guint i = 0; i < set->counts->len; i++)
    {
      const FoiSeries *sum = set->counts->pdata[i];
      const guint n = sum->kind == FOI_SERIES_SUM && foi_series_get_length (sum) > 0
                        ? sum->starts[1] : 0;

      if (n > 1 && n <= MAX_MEAN_COLUMNS && is_run (sum) && sum->is_asked
          && sum->decimals <= mean->decimals
          && are_averages (mean, sum, n, needed, mean->is_called_rate ? 2 : 3))
        add_average (set->draft, mean, sum, n);
    }
}

/*
 * _foi_disclosure_add_averages:
 *
 * Adds what is said of figures by their averages over a number of years, months, weeks or days.
 */
void
_foi_disclosure_add_averages (FoiSeriesSet *set)
{
  g_autoptr (GPtrArray) list = foi_series_set_list_shown (set, MAX_SERIES);

  for (guint i = 0; i < set->rates->len && set->rates->len <= 2 * MAX_SERIES; i++)
    {
      const FoiSeries *average = set->rates->pdata[i];

      if (average->is_percentage || average->decimals > FOI_MAX_DECIMALS / 2
          || (average->is_whole_number && !average->is_called_rate))
        continue;
      if (average->kind == FOI_SERIES_COLUMN)
        try_means_of_runs (set, average);
      for (guint j = 0; j < list->len; j++)
        {
          const FoiSeries *whole = list->pdata[j];

          if (whole->is_asked && whole->decimals <= average->decimals
              && (whole->data != average->data || whole->axis->labels->len > 1))
            try_averages (set->draft, average, whole);
        }
    }
}
