/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-relations.h"

#include <math.h>
#include <string.h>

#include "foi-disclosure-labels.h"
#include "foi-number.h"

/* What three tables or more come to together, label by label, and their mean: there is one for each
 * year, and one for all years. Two of them are in foi-disclosure-beside.c. */

/* How little of a chance it is, in bits, besides that there were so many to choose from: where all
 * are called the same, and where nothing is. */
#define BITS_NAMED 6
#define BITS 16
#define BITS_MEAN 8
#define LEAST_PARTS 3
#define MAX_PARTS 12
/* Of more nobody adds up some. */
#define MAX_SERIES 200
#define MAX_CANDIDATES 24
#define MAX_TRIES 20000

/* Figures that may be part of others, and where the labels of these are in them. */
typedef struct
{
  const FoiSeries *series;
  const int *map;
} Part;

/* @whole, and of each of its figures what is left when those that were chosen are taken off, and in
 * how many of these it is not known. */
typedef struct
{
  FoiDisclosureDraft *draft;
  const FoiSeries *whole;
  GArray *candidates, *chosen; /* of Part */
  gint64 *rest;
  guint *n_open;
  guint n_tries;
  gboolean is_asked;
} Search;

static gboolean
counts_here (const FoiSeries *whole, guint place)
{
  return whole->is_known[place] && !whole->is_total[place];
}

/* ---- sums ---- */

/* Whether a series may be part of the whole: it has each of its labels, and nowhere more. */
static gboolean
may_be_part (const FoiSeries *whole, const Part *part)
{
  gboolean is_any = FALSE;

  for (guint i = 0; i < foi_series_get_length (whole); i++)
    {
      const int at = part->map[i];

      if (!counts_here (whole, i))
        continue;
      if (at < 0)
        return FALSE;
      if (!part->series->is_known[at])
        continue;
      if (part->series->values[at] < 0 || part->series->values[at] > whole->values[i])
        return FALSE;
      is_any = is_any || part->series->values[at] > 0;
    }
  return is_any;
}

static void
list_candidates (Search *self, GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      Part part = { columns->pdata[i], NULL };

      if (part.series->data == self->whole->data || part.series->decimals != self->whole->decimals)
        continue;
      part.map = foi_series_map (self->whole, part.series);
      if (may_be_part (self->whole, &part))
        g_array_append_val (self->candidates, part);
    }
}

/* Takes a part off what is left, or (@sign) puts it back; FALSE where it is more than that. */
static gboolean
take_off (Search *self, const Part *part, int sign)
{
  gboolean fits = TRUE;

  for (guint i = 0; i < foi_series_get_length (self->whole); i++)
    {
      const int at = part->map[i];

      if (!counts_here (self->whole, i))
        continue;
      if (part->series->is_known[at])
        self->rest[i] -= sign * part->series->values[at];
      else
        self->n_open[i] = (guint) ((int) self->n_open[i] + sign);
      fits = fits && self->rest[i] >= 0;
    }
  return fits;
}

/* How little of a chance it is that nothing is left; 0: something is. */
static double
weigh (const Search *self)
{
  double bits = 0;

  for (guint i = 0; i < foi_series_get_length (self->whole); i++)
    {
      if (!counts_here (self->whole, i) || self->n_open[i] > 0)
        continue;
      if (self->rest[i] != 0)
        return 0;
      bits += _foi_disclosure_count_bits (self->whole->values[i]);
    }
  return bits;
}

static double
get_needed (const Search *self)
{
  const guint n = self->candidates->len, k = self->chosen->len;
  const double ways = (lgamma (n + 1.0) - lgamma (k + 1.0) - lgamma (n - k + 1.0)) / log (2);
  gboolean is_named = TRUE;

  for (guint i = 0; i < k && is_named; i++)
    is_named = _foi_series_is_of (self->whole, g_array_index (self->chosen, Part, i).series);
  return (is_named ? BITS_NAMED : BITS) + ways;
}

static gboolean
has_asked (const Search *self)
{
  gboolean is_asked = self->whole->is_asked;

  for (guint i = 0; i < self->chosen->len && !is_asked; i++)
    is_asked = g_array_index (self->chosen, Part, i).series->is_asked;
  return is_asked;
}

static gboolean
have_all (const Search *self, guint place)
{
  gboolean is_there = _foi_series_has_figure (self->whole, place);

  for (guint i = 0; i < self->chosen->len && is_there; i++)
    {
      const Part *part = &g_array_index (self->chosen, Part, i);

      is_there = part->map[place] >= 0
                 && _foi_series_has_figure (part->series, (guint) part->map[place]);
    }
  return is_there;
}

static void
add_parts (const Search *self, FoiLine *line, guint place, gint64 factor)
{
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const Part *part = &g_array_index (self->chosen, Part, i);

      _foi_series_add_terms (self->draft, line, part->series, (guint) part->map[place], factor);
    }
}

static void
add_sums (const Search *self)
{
  for (guint i = 0; i < foi_series_get_length (self->whole); i++)
    {
      FoiLine *line;

      if (!have_all (self, i))
        continue;
      line = _foi_disclosure_draft_add_line (self->draft, FOI_LINE_TOTAL);
      _foi_series_add_terms (self->draft, line, self->whole, i, -1);
      line->total = (int) g_array_index (line->terms, FoiLineTerm, 0).cell;
      add_parts (self, line, i, 1);
      _foi_disclosure_draft_keep_line (self->draft, line);
    }
}

/* Whether some of the candidates from @from on, with those that are chosen, come to the whole. */
static gboolean
search (Search *self, guint from)
{
  for (guint i = from; i < self->candidates->len && self->n_tries < MAX_TRIES; i++)
    {
      const Part part = g_array_index (self->candidates, Part, i);
      gboolean is_found = FALSE;

      self->n_tries++;
      g_array_append_val (self->chosen, part);
      if (take_off (self, &part, 1))
        {
          if (self->chosen->len >= LEAST_PARTS && weigh (self) > 0
              && weigh (self) >= get_needed (self) && has_asked (self))
            {
              add_sums (self);
              is_found = TRUE;
            }
          else if (self->chosen->len < MAX_PARTS)
            is_found = search (self, i + 1);
        }
      take_off (self, &part, -1);
      g_array_set_size (self->chosen, self->chosen->len - 1);
      if (is_found)
        return TRUE;
    }
  return FALSE;
}

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->candidates, g_array_unref);
  g_clear_pointer (&self->chosen, g_array_unref);
  g_free (self->rest);
  g_free (self->n_open);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
search_init (Search *self, FoiSeriesSet *set, const FoiSeries *whole)
{
  const guint n = foi_series_get_length (whole);

  *self = (Search) { .draft = set->draft, .whole = whole };
  self->candidates = g_array_new (FALSE, FALSE, sizeof (Part));
  self->chosen = g_array_new (FALSE, FALSE, sizeof (Part));
  self->rest = g_memdup2 (whole->values, sizeof (gint64) * (n + 1));
  self->n_open = g_new0 (guint, n + 1);
}

static void
try_sum (FoiSeriesSet *set, const FoiSeries *whole, GPtrArray *columns)
{
  g_auto (Search) self = { 0 };

  search_init (&self, set, whole);
  list_candidates (&self, columns);
  if (self.candidates->len >= LEAST_PARTS && self.candidates->len <= MAX_CANDIDATES)
    search (&self, 0);
}

/* ---- means ---- */

/* What a table is called but for its years: one of several that are alike has the same. */
static char *
dup_kind (const FoiSeries *series)
{
  g_auto (GStrv) title = foi_label_split (foi_table_data_get_title (series->data));
  GString *kind = g_string_new (series->name);

  for (guint i = 0; title[i] != NULL; i++)
    if (strpbrk (title[i], "0123456789") == NULL)
      g_string_append_printf (kind, "|%s", title[i]);
  return g_string_free (kind, FALSE);
}

/* Whether a figure is within its last digit the mean of the others. */
static gboolean
is_mean (const Search *self, guint place)
{
  const FoiSeries *mean = self->whole;
  const FoiWide k = self->chosen->len;
  FoiWide sum = 0, gap;
  int decimals = 0;

  for (guint i = 0; i < self->chosen->len; i++)
    {
      const Part *part = &g_array_index (self->chosen, Part, i);

      sum += part->series->values[part->map[place]];
      decimals = part->series->decimals;
    }
  gap = (FoiWide) mean->values[place] * k * foi_number_power_of_ten (decimals)
        - sum * foi_number_power_of_ten (mean->decimals);
  return 2 * (gap < 0 ? -gap : gap)
         <= k * mean->steps[place] * foi_number_power_of_ten (decimals);
}

static gboolean
are_means (const Search *self)
{
  double bits = 0;
  guint n = 0;

  for (guint i = 0; i < foi_series_get_length (self->whole); i++)
    {
      gboolean is_known = counts_here (self->whole, i) && have_all (self, i);

      for (guint j = 0; j < self->chosen->len && is_known; j++)
        {
          const Part *part = &g_array_index (self->chosen, Part, j);

          is_known = part->series->is_known[part->map[i]];
        }
      if (!is_known)
        continue;
      if (!is_mean (self, i))
        return FALSE;
      n++;
      bits += _foi_disclosure_count_bits (self->whole->values[i] / self->whole->steps[i]);
    }
  return n >= 2 && bits >= (self->whole->is_called_rate ? BITS_MEAN : BITS);
}

static void
add_means (const Search *self)
{
  const FoiSeries *mean = self->whole;
  const gint64 k = self->chosen->len;
  const gint64 unit
    = foi_number_power_of_ten (g_array_index (self->chosen, Part, 0).series->decimals);

  for (guint i = 0; i < foi_series_get_length (mean); i++)
    {
      FoiLine *line;

      if (!mean->is_known[i] || !have_all (self, i))
        continue;
      line = _foi_disclosure_draft_add_line (self->draft, FOI_LINE_RATE);
      add_parts (self, line, i, 2 * foi_number_power_of_ten (mean->decimals));
      line->beside = g_strdup (foi_table_data_get_title (mean->data));
      line->from = k * unit * (2 * mean->values[i] - mean->steps[i]);
      line->to = k * unit * (2 * mean->values[i] + mean->steps[i]);
      _foi_disclosure_draft_keep_line (self->draft, line);
    }
}

/* Whether it is the mean of tables that are called alike, all of them. */
static void
try_mean (FoiSeriesSet *set, const FoiSeries *mean, GPtrArray *alike)
{
  g_auto (Search) self = { 0 };

  search_init (&self, set, mean);
  for (guint i = 0; i < alike->len; i++)
    {
      Part part = { alike->pdata[i], NULL };

      if (part.series->data == mean->data || part.series->decimals > mean->decimals)
        return;
      part.map = foi_series_map (mean, part.series);
      g_array_append_val (self.chosen, part);
    }
  if (has_asked (&self) && are_means (&self))
    add_means (&self);
}

static GHashTable *
list_alike (GPtrArray *columns)
{
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < columns->len; i++)
    {
      char *kind = dup_kind (columns->pdata[i]);
      GPtrArray *alike = g_hash_table_lookup (kinds, kind);

      if (alike == NULL)
        {
          alike = g_ptr_array_new ();
          g_hash_table_insert (kinds, g_strdup (kind), alike);
        }
      g_ptr_array_add (alike, columns->pdata[i]);
      g_free (kind);
    }
  return kinds;
}

static void
try_means (FoiSeriesSet *set, GPtrArray *columns)
{
  g_autoptr (GHashTable) kinds = list_alike (columns);
  GHashTableIter iter;
  gpointer alike;

  g_hash_table_iter_init (&iter, kinds);
  while (g_hash_table_iter_next (&iter, NULL, &alike))
    {
      const guint n = ((GPtrArray *) alike)->len;

      for (guint i = 0; i < set->rates->len && n > 1 && n <= MAX_PARTS; i++)
        {
          const FoiSeries *mean = set->rates->pdata[i];

          if (mean->kind == FOI_SERIES_COLUMN && !mean->is_percentage
              && mean->decimals <= FOI_MAX_DECIMALS / 2
              && (mean->is_called_rate || !mean->is_whole_number))
            try_mean (set, mean, alike);
        }
    }
}

/*
 * _foi_disclosure_add_several:
 *
 * Adds the figures of a table that are what several others come to, or their mean.
 */
void
_foi_disclosure_add_several (FoiSeriesSet *set)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  for (guint i = 0; i < set->counts->len; i++)
    {
      const FoiSeries *series = set->counts->pdata[i];

      if (series->kind == FOI_SERIES_COLUMN || series->kind == FOI_SERIES_SLICE)
        g_ptr_array_add (columns, (gpointer) series);
    }
  if (columns->len > MAX_SERIES)
    return;
  for (guint i = 0; i < columns->len; i++)
    try_sum (set, columns->pdata[i], columns);
  try_means (set, columns);
}
