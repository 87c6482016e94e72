/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-relations.h"

#include <math.h>
#include <string.h>

#include "foi-number.h"

/* Percentages, rates, means and changes in per cent of figures in any table of the case, row by
 * row of the same labels: "13.04" in a table of shares beside 3 of 23 in a table of counts. Those
 * within one table are in foi-disclosure-rates.c. */

/* How little of a chance it is, in bits. What is called a rate is one of something. */
#define BITS_SAID 2
#define BITS_NAMED 3
#define BITS_DECIMALS 12
#define BITS_INTEGERS 18
/* What it takes besides where the whole is any total of the case, or one that no table shows. */
#define BITS_OF_TOTAL 6
#define BITS_OF_SUM 4
/* With so many there is no other that it might be as well. */
#define BITS_CERTAIN 24
/* One figure that is wrong needs as many that agree. */
#define WRONG_SHARE 4
/* So many totals are tried, and so many figures in all: of more nobody could find one. */
#define MAX_TOTALS 200
#define MAX_ROWS_COMPARED 30
#define MAX_TRIED G_GINT64_CONSTANT (40000000)

/* @rate is @above / @below × @times in each row; @fixed: the one place of @below, or BY_LABELS, or
 * OF_ALL: what its figures but totals come to. */
typedef struct
{
  const FoiSeries *rate, *above, *below;
  int fixed;
  gint64 times, scale, above_unit, below_unit;
  int sign;     /* -1: of the rest, as "87% girls" is of boys */
  gboolean is_more; /* by how much more than the whole */
  gboolean slips;
  double bits;
} Ratio;

typedef struct
{
  FoiSeriesSet *set;
  GPtrArray *totals; /* of Ratio: series and places that are wholes for all */
  GHashTable *lines; /* those that are there, in words: a row and a column say the same */
  gint64 n_tried;
} Search;

#define BY_LABELS -1
#define OF_ALL -2

static gboolean
have_same_name (const FoiSeries *a, const FoiSeries *b)
{
  return a->name != NULL && b->name != NULL && strcmp (a->name, b->name) == 0;
}

/* ---- what it says ---- */

static gboolean
get_whole (const Ratio *self, int place, gint64 *whole)
{
  const FoiSeries *below = self->below;

  if (self->fixed == BY_LABELS || self->fixed >= 0)
    {
      const int at = self->fixed >= 0 ? self->fixed : place;

      *whole = at < 0 ? 0 : below->values[at];
      return at >= 0 && below->is_known[at];
    }
  *whole = 0;
  for (guint i = 0; i < foi_series_get_length (below); i++)
    {
      if (below->is_total[i])
        continue;
      if (!below->is_known[i])
        return FALSE;
      *whole += below->values[i];
    }
  return TRUE;
}

/* How many of the last digits of the rate the part is of the whole. */
static gint64
get_number (const Ratio *self, guint row)
{
  const gint64 shown = self->rate->values[row];

  if (self->is_more)
    return self->scale + shown;
  return self->sign < 0 ? self->scale - shown : shown;
}

/* By chance a share of 50% is one as often as one of 13%; 0 and 100 often are. */
static double
count_bits (const Ratio *self, guint row)
{
  const gint64 shown = ABS (self->rate->values[row]) / self->rate->steps[row];
  const gint64 rest = ABS (self->scale / self->rate->steps[row] - shown);

  return log2 (1 + (double) (self->times == 100 ? MIN (shown, rest) : shown));
}

/* 0: it agrees, 1: it is within the last digit, 2: it is wrong, -1: it says nothing. */
static int
judge (const Ratio *self, guint row, int above, int below)
{
  gint64 whole;
  FoiWide all, gap;

  if (above < 0 || !self->rate->is_known[row] || !self->above->is_known[above]
      || !get_whole (self, below, &whole))
    return -1;
  all = (FoiWide) whole * self->below_unit;
  if (all <= 0)
    return self->above->values[above] == 0 ? -1 : 2;
  gap = 2 * ((FoiWide) self->above->values[above] * self->above_unit * self->scale
             - get_number (self, row) * all);
  gap = gap < 0 ? -gap : gap;
  if (gap <= all * self->rate->steps[row])
    return 0;
  return gap <= 2 * all * self->rate->steps[row] ? 1 : 2;
}

/* Whether it holds in nearly all rows, with so little of a chance. */
static gboolean
holds (Search *search, Ratio *self, double needed, guint n_needed)
{
  const guint length = foi_series_get_length (self->rate);
  const int *in_above = foi_series_map (self->rate, self->above);
  const int *in_below = foi_series_map (self->rate, self->below);
  guint n_agreeing = 0, n_slips = 0, n_wrong = 0;

  self->bits = 0;
  for (guint row = 0; row < length; row++)
    {
      const int verdict = judge (self, row, in_above[row], in_below[row]);

      search->n_tried++;
      n_wrong += verdict == 2;
      if (n_wrong * WRONG_SHARE > length - row - 1 + n_agreeing)
        return FALSE;
      n_slips += verdict == 1;
      if (verdict != 0 || self->above->values[in_above[row]] == 0)
        continue;
      n_agreeing++;
      self->bits += count_bits (self, row);
    }
  self->slips = n_slips > 0;
  return n_agreeing >= n_needed && self->bits >= needed + n_slips && n_slips <= 2 * n_agreeing
         && n_wrong * WRONG_SHARE <= n_agreeing;
}

/* ---- what follows ---- */

static void
add_figure (FoiDisclosureDraft *draft, GHashTable *factors, const FoiSeries *series, guint place,
            gint64 factor)
{
  for (guint i = series->starts[place]; i < series->starts[place + 1]; i++)
    {
      const FoiSeriesCell *cell = &g_array_index (series->cells, FoiSeriesCell, i);
      const gpointer key = GUINT_TO_POINTER (
        _foi_disclosure_draft_take (draft, series->data, cell->row, cell->column));
      gint64 *known = g_hash_table_lookup (factors, key);

      if (known == NULL)
        {
          known = g_new0 (gint64, 1);
          g_hash_table_insert (factors, key, known);
        }
      *known += factor;
    }
}

static void
add_whole (const Ratio *self, FoiDisclosureDraft *draft, GHashTable *factors, int place,
           gint64 factor)
{
  const int at = self->fixed >= 0 ? self->fixed : place;

  if (self->fixed != OF_ALL)
    {
      add_figure (draft, factors, self->below, (guint) at, factor);
      return;
    }
  for (guint i = 0; i < foi_series_get_length (self->below); i++)
    if (!self->below->is_total[i])
      add_figure (draft, factors, self->below, i, factor);
}

static gint
compare_cells (gconstpointer a, gconstpointer b)
{
  const guint left = GPOINTER_TO_UINT (a), right = GPOINTER_TO_UINT (b);

  return left < right ? -1 : left > right;
}

static gint64
get_divisor (GHashTable *factors)
{
  GHashTableIter iter;
  gpointer value;
  gint64 divisor = 0;

  g_hash_table_iter_init (&iter, factors);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    for (gint64 rest = ABS (*(gint64 *) value); rest != 0;)
      {
        const gint64 next = divisor % rest;

        divisor = rest;
        rest = next;
      }
  return MAX (divisor, 1);
}

/* One side of what was rounded, @reach half steps of the last digit away. */
static gboolean
add_side (Search *search, const Ratio *self, guint row, int above, int below, gint64 reach)
{
  FoiDisclosureDraft *draft = search->set->draft;
  g_autoptr (GString) words = g_string_new (reach < 0 ? "from" : "to");
  g_autoptr (GHashTable) factors = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GList) cells = NULL;
  FoiLine *line;
  gint64 divisor;

  add_figure (draft, factors, self->above, (guint) above, 2 * self->scale * self->above_unit);
  add_whole (self, draft, factors, below, (-2 * get_number (self, row) - reach) * self->below_unit);
  divisor = get_divisor (factors);
  line = _foi_disclosure_draft_add_line (draft, FOI_LINE_RATE);
  cells = g_list_sort (g_hash_table_get_keys (factors), compare_cells);
  for (GList *at = cells; at != NULL; at = at->next)
    {
      const gint64 factor = *(gint64 *) g_hash_table_lookup (factors, at->data);

      if (factor == 0)
        continue;
      foi_line_add (line, GPOINTER_TO_UINT (at->data), factor / divisor);
      g_string_append_printf (words, " %u %" G_GINT64_FORMAT, GPOINTER_TO_UINT (at->data),
                              factor / divisor);
    }
  if (self->rate->data != self->above->data)
    line->beside = g_strdup (foi_table_data_get_title (self->rate->data));
  line->from = reach < 0 ? 0 : FOI_LINEAR_NO_FROM;
  line->to = reach < 0 ? FOI_LINEAR_NO_TO : 0;
  if (!_foi_disclosure_draft_keep_line (draft, line))
    return FALSE;
  if (!g_hash_table_add (search->lines, g_strdup (words->str)))
    g_ptr_array_remove_index (draft->self->problem->lines, draft->self->problem->lines->len - 1);
  return TRUE;
}

static void
add_lines (Search *search, const Ratio *self)
{
  const int *in_above = foi_series_map (self->rate, self->above);
  const int *in_below = foi_series_map (self->rate, self->below);

  for (guint row = 0; row < foi_series_get_length (self->rate); row++)
    {
      const gint64 step = self->rate->steps[row];
      const int below = self->fixed == BY_LABELS ? in_below[row] : 0;

      if (in_above[row] < 0 || below < 0 || !self->rate->is_known[row])
        continue;
      for (int side = -1; side <= 1; side += 2)
        {
          if (self->slips && judge (self, row, in_above[row], below) < 0)
            add_side (search, self, row, in_above[row], below, side * step * 2);
          else if (!add_side (search, self, row, in_above[row], below, side * step))
            add_side (search, self, row, in_above[row], below, side * step * 2);
        }
    }
}

/* ---- the search ---- */

/* Whether foi-disclosure-rates.c finds it. */
static gboolean
is_done_elsewhere (const Ratio *self)
{
  const FoiSeries *rate = self->rate;

  return rate->kind == FOI_SERIES_COLUMN && self->above->kind == FOI_SERIES_COLUMN
         && self->below->kind == FOI_SERIES_COLUMN && rate->data == self->above->data
         && rate->data == self->below->data && self->fixed == BY_LABELS && self->sign > 0
         && !rate->is_whole_number && !rate->is_money && foi_series_get_length (rate) > 1;
}

/* What it takes before a reader takes it for what it is. */
static double
get_needed (const Ratio *self, double more)
{
  const FoiSeries *rate = self->rate;

  if (!rate->is_called_rate && !rate->is_percentage)
    return (rate->is_whole_number ? BITS_INTEGERS : BITS_DECIMALS) + more;
  if (have_same_name (rate, self->above))
    return BITS_SAID + more;
  return BITS_NAMED + more;
}

static void
try_way (Search *search, Ratio *self, double needed, double *most)
{
  const FoiSeries *rate = self->rate;
  const guint n_needed = rate->is_called_rate || rate->is_percentage ? 1
                         : rate->is_whole_number                    ? 3 : 2;

  if (!holds (search, self, needed, n_needed))
    return;
  *most = MAX (*most, self->bits);
  if (!is_done_elsewhere (self))
    add_lines (search, self);
}

/* As a share, a rate, a mean, the rest of a share, or by how much more. */
static void
try_ratio (Search *search, Ratio *self, double more, double *most)
{
  static const gint64 times[] = { 100, 1, 1000, 10000, 100000, 1000000 };
  const FoiSeries *rate = self->rate;
  const double needed = get_needed (self, more);
  const int gap = self->above->decimals - self->below->decimals;

  if (search->n_tried > MAX_TRIED || (!self->above->is_asked && !self->below->is_asked)
      || (self->above == self->below && self->fixed == BY_LABELS))
    return;
  self->above_unit = gap < 0 ? foi_number_power_of_ten (-gap) : 1;
  self->below_unit = gap > 0 ? foi_number_power_of_ten (gap) : 1;
  for (guint i = 0; i < (rate->is_percentage ? 1 : G_N_ELEMENTS (times)); i++)
    {
      if ((times[i] == 1 ? rate->is_whole_number && !rate->is_called_rate
                         : rate->is_money || (times[i] > 100 && rate->is_whole_number
                                              && !rate->is_called_rate)))
        continue;
      self->times = times[i];
      self->scale = times[i] * foi_number_power_of_ten (rate->decimals);
      for (int way = 0; way < (times[i] == 100 ? 3 : 1); way++)
        {
          self->sign = way == 1 ? -1 : 1;
          self->is_more = way == 2;
          try_way (search, self, needed, most);
        }
    }
}

/* Whether it shares a label with the rate. */
static gboolean
meets (const FoiSeries *rate, const FoiSeries *series)
{
  const int *map = foi_series_map (rate, series);

  for (guint i = 0; i < foi_series_get_length (rate); i++)
    if (map[i] >= 0 && rate->is_known[i])
      return TRUE;
  return FALSE;
}

static gboolean
is_itself (const FoiSeries *rate, const FoiSeries *count)
{
  return rate->data == count->data && rate->axis->labels->len == count->axis->labels->len
         && have_same_name (rate, count) && rate->kind == count->kind;
}

static GPtrArray *
list_met (Search *search, const FoiSeries *rate, gboolean sums)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < search->set->counts->len; i++)
    {
      FoiSeries *count = search->set->counts->pdata[i];

      if ((count->kind == FOI_SERIES_SUM) == sums && !is_itself (rate, count)
          && meets (rate, count))
        g_ptr_array_add (list, count);
    }
  return list;
}

/* Of figures with the same labels. */
static void
try_pairs (Search *search, const FoiSeries *rate, GPtrArray *above, GPtrArray *below, double more,
           double *most)
{
  const gboolean is_long = rate->kind == FOI_SERIES_ROW && above->len > MAX_ROWS_COMPARED;

  more += MAX (log2 (1 + (double) above->len * below->len) - 4, 0);
  for (guint i = 0; i < above->len; i++)
    for (guint j = 0; j < below->len; j++)
      {
        Ratio ratio = { .rate = rate, .above = above->pdata[i], .below = below->pdata[j],
                        .fixed = BY_LABELS };

        if (is_long && !have_same_name (rate, ratio.above))
          continue;
        try_ratio (search, &ratio, more, most);
      }
}

/* Whether a figure is the 100 of an index: "2018/19 = 100". */
static gboolean
is_hundred (const FoiSeries *rate, const FoiSeries *series, guint place)
{
  const int *map = foi_series_map (series, rate);

  return map[place] >= 0 && rate->is_known[map[place]]
         && rate->values[map[place]] == 100 * foi_number_power_of_ten (rate->decimals);
}

/* Of one figure for all: of the same series, or all that it comes to. */
static void
try_own (Search *search, const FoiSeries *rate, GPtrArray *above, double *most)
{
  for (guint i = 0; i < above->len; i++)
    {
      const FoiSeries *series = above->pdata[i];
      Ratio ratio = { .rate = rate, .above = series, .below = series, .fixed = OF_ALL };

      for (guint place = 0; place < foi_series_get_length (series); place++)
        {
          Ratio of_one = ratio;

          of_one.fixed = (int) place;
          if (series->is_total[place] || series->kind == FOI_SERIES_ROW
              || is_hundred (rate, series, place))
            try_ratio (search, &of_one, 1, most);
        }
      if (*most < BITS_CERTAIN)
        try_ratio (search, &ratio, 1, most);
    }
}

/* Of any total of the case. */
static void
try_totals (Search *search, const FoiSeries *rate, GPtrArray *above, double *most)
{
  for (guint i = 0; i < above->len; i++)
    for (guint j = 0; j < search->totals->len; j++)
      {
        const Ratio *total = search->totals->pdata[j];
        Ratio ratio = { .rate = rate, .above = above->pdata[i], .below = total->below,
                        .fixed = total->fixed };

        if (ratio.below != ratio.above)
          try_ratio (search, &ratio, BITS_OF_TOTAL, most);
      }
}

static void
add_total (Search *search, const FoiSeries *series, int place)
{
  Ratio *total = g_new0 (Ratio, 1);

  total->below = series;
  total->fixed = place;
  g_ptr_array_add (search->totals, total);
}

/* What stands in total rows, and what columns come to that have none. */
static void
list_totals (Search *search)
{
  for (guint i = 0; i < search->set->counts->len; i++)
    {
      const FoiSeries *series = search->set->counts->pdata[i];

      for (guint j = 0; series->kind == FOI_SERIES_COLUMN && j < foi_series_get_length (series);
           j++)
        if (series->is_total[j] && search->totals->len < MAX_TOTALS)
          add_total (search, series, (int) j);
      if (series->kind == FOI_SERIES_COLUMN && search->totals->len < MAX_TOTALS)
        add_total (search, series, OF_ALL);
    }
}

static void
search_rate (Search *search, const FoiSeries *rate)
{
  g_autoptr (GPtrArray) plain = list_met (search, rate, FALSE);
  g_autoptr (GPtrArray) sums = list_met (search, rate, TRUE);
  double most = 0;

  try_pairs (search, rate, plain, plain, 0, &most);
  try_own (search, rate, plain, &most);
  if (most >= BITS_CERTAIN)
    return;
  try_totals (search, rate, plain, &most);
  try_pairs (search, rate, plain, sums, BITS_OF_SUM, &most);
  try_pairs (search, rate, sums, plain, BITS_OF_SUM, &most);
  if (most <= 0)
    _foi_disclosure_add_base (search->set, rate);
}

/*
 * _foi_disclosure_add_ratios:
 *
 * Adds what a reader takes for a percentage, a rate or a mean of figures in any of the tables.
 */
void
_foi_disclosure_add_ratios (FoiSeriesSet *set)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Search search = { set, totals, lines, 0 };

  list_totals (&search);
  for (guint i = 0; i < set->rates->len; i++)
    search_rate (&search, set->rates->pdata[i]);
}
