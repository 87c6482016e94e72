/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "foi-disclosure-relations.h"
#include "foi-number.h"

/* Percentages and means of figures that are themselves withheld: "33.3% upheld" can be of 3, 6 or 9
 * complaints, and of no 1, 2 or 4. How many were upheld no table says; it is a whole number. */

/* How little of a chance it is, in bits, that so many shares all are some number of each base. */
#define BITS_NAMED 9
#define BITS 14
/* Of larger figures nearly every share is one of some number. */
#define MAX_BASE 2000

/* @rate of each row is a number, that no table shows, of @times of @base. */
typedef struct
{
  const FoiSeries *rate, *base;
  const int *map;
  gint64 times, scale;
} Base;

/* The whole number that a share is of, rounded as it is shown; %FALSE: there is none. */
static gboolean
find_number (const Base *self, guint row, gint64 base, gint64 *number)
{
  const FoiWide product = (FoiWide) self->rate->values[row] * base;
  FoiWide gap;

  *number = (gint64) ((2 * product + self->scale) / (2 * self->scale));
  gap = 2 * ((FoiWide) *number * self->scale - product);
  return (gap < 0 ? -gap : gap) <= (FoiWide) base * self->rate->steps[row];
}

/* How little of a chance it is that a figure is some number of that base. All or none of it is one
 * of any base, and so is a whole number of times. */
static double
count_bits (const Base *self, guint row, gint64 base)
{
  const double n_figures = (double) self->scale / (double) self->rate->steps[row];

  if (self->rate->values[row] % self->scale == 0)
    return 0;
  return MAX (log2 ((n_figures + 1) / ((double) base + 1)), 0);
}

static gboolean
is_figure (const Base *self, guint row)
{
  return self->map[row] >= 0 && self->rate->is_known[row] && self->rate->values[row] >= 0
         && _foi_series_has_figure (self->base, (guint) self->map[row]);
}

/* How little of a chance it is; 0: it is not so. */
static double
weigh (const Base *self)
{
  double bits = 0;
  guint n = 0;

  for (guint row = 0; row < foi_series_get_length (self->rate); row++)
    {
      gint64 base, number;

      if (!is_figure (self, row) || !self->base->is_known[self->map[row]])
        continue;
      base = self->base->values[self->map[row]];
      if (base == 0 && self->rate->values[row] == 0)
        continue;
      if (base <= 0 || base > MAX_BASE || !find_number (self, row, base, &number)
          || (self->times == 100 && number > base))
        return 0;
      bits += count_bits (self, row, base);
      n++;
    }
  return n >= 2 ? bits : 0;
}

static void
add_side (FoiDisclosureDraft *draft, const Base *self, guint row, guint number, gint64 reach)
{
  FoiLine *line = _foi_disclosure_draft_add_line (draft, FOI_LINE_RATE);

  foi_line_add (line, number, 2 * self->scale);
  _foi_series_add_terms (draft, line, self->base, (guint) self->map[row],
                         -2 * self->rate->values[row] - reach * self->rate->steps[row]);
  if (self->rate->data != self->base->data)
    line->beside = g_strdup (foi_table_data_get_title (self->rate->data));
  line->from = reach < 0 ? 0 : FOI_LINEAR_NO_FROM;
  line->to = reach < 0 ? FOI_LINEAR_NO_TO : 0;
  _foi_disclosure_draft_keep_line (draft, line);
}

/* There is something that it is a share of. */
static void
add_one (FoiDisclosureDraft *draft, const Base *self, guint row)
{
  FoiLine *line = _foi_disclosure_draft_add_line (draft, FOI_LINE_RATE);

  _foi_series_add_terms (draft, line, self->base, (guint) self->map[row], 1);
  line->from = 1;
  line->to = FOI_LINEAR_NO_TO;
  _foi_disclosure_draft_keep_line (draft, line);
}

static void
add_lines (FoiDisclosureDraft *draft, const Base *self)
{
  for (guint row = 0; row < foi_series_get_length (self->rate); row++)
    {
      const FoiSeriesCell *cell
        = &g_array_index (self->rate->cells, FoiSeriesCell, self->rate->starts[row]);
      gint64 base, number;
      guint unseen;

      if (!is_figure (self, row) || !self->base->is_known[self->map[row]])
        continue;
      base = self->base->values[self->map[row]];
      if (base <= 0 || !find_number (self, row, base, &number))
        continue;
      unseen = _foi_disclosure_draft_add_unseen (draft, self->rate->data, cell->row, cell->column,
                                                 number);
      add_side (draft, self, row, unseen, -1);
      add_side (draft, self, row, unseen, 1);
      add_one (draft, self, row);
    }
}

static gboolean
may_be_base (const FoiSeries *rate, const FoiSeries *base)
{
  return base->is_asked && base->decimals == 0 && _foi_series_is_plain (base)
         && (rate->data != base->data || rate->kind == base->kind);
}

/*
 * _foi_disclosure_add_base:
 * @rate: that is none of figures that tables show
 *
 * Adds what a percentage or a mean tells of the figure that it is of, if it is of one at all.
 */
void
_foi_disclosure_add_base (FoiSeriesSet *set, const FoiSeries *rate)
{
  const gboolean is_named = rate->is_percentage || rate->is_called_rate;
  Base best = { NULL };
  double most = 0;
  guint n_tried = 0;

  if (rate->is_money || (rate->is_whole_number && !is_named))
    return;
  for (guint i = 0; i < set->counts->len; i++)
    for (gint64 times = 1; times <= 100; times += 99)
      {
        const FoiSeries *count = set->counts->pdata[i];
        const Base base = { rate, count, foi_series_map (rate, count), times,
                            times * foi_number_power_of_ten (rate->decimals) };
        double bits;

        if (!may_be_base (rate, count) || (times == 1 && rate->is_percentage))
          continue;
        n_tried++;
        bits = weigh (&base);
        if (bits <= most)
          continue;
        most = bits;
        best = base;
      }
  if (n_tried > 0 && most >= (is_named ? BITS_NAMED : BITS) + log2 (n_tried))
    add_lines (set->draft, &best);
}
