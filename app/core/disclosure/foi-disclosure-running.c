/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-relations.h"

#include <string.h>

#include "foi-disclosure-joined.h"
#include "foi-disclosure-totals-private.h"

/* Running totals, and rows that another table has as one, by their names or as parts of a scale. */

/* How little of a chance it is, in bits: where a heading says so, and where none does. */
#define BITS_NAMED 4
#define BITS 10
#define BITS_JOINED 8
#define MAX_SERIES 600
#define MAX_LABELS 300

static const char *const running_words[] = { "running", "cumulative", "cumulatively", "date", "far",
                                             "ytd", "since", "accumulated", "total", "totals" };
static const char *const other_words[] = { "other", "others", "rest", "remaining", "remainder",
                                           "elsewhere", "minority", "minorities", "bame", "bme" };

/* ---- running totals ---- */

/* @running is what @parts come to so far, from its first figure on or (@up) from its last. */
typedef struct
{
  const FoiSeries *running, *parts;
  const int *map;
  gboolean up;
} Running;

/* The figure that comes before, in the direction in which it grows; -1: none. */
static int
get_before (const Running *self, guint place)
{
  if (!self->up)
    return (int) place - 1;
  return place + 1 < foi_series_get_length (self->running) ? (int) place + 1 : -1;
}

/* Whether what stands there is of use: no total, and one of the parts. */
static gboolean
is_step (const Running *self, guint place)
{
  const int before = get_before (self, place);

  return self->map[place] >= 0 && !self->running->is_total[place]
         && !self->parts->is_total[self->map[place]]
         && _foi_series_has_figure (self->running, place)
         && _foi_series_has_figure (self->parts, (guint) self->map[place])
         && (before < 0 || _foi_series_has_figure (self->running, (guint) before));
}

/* How little of a chance it is; 0: it is not so. */
static double
weigh (const Running *self)
{
  double bits = 0;
  guint n = 0;

  for (guint i = 0; i < foi_series_get_length (self->running); i++)
    {
      const int before = get_before (self, i);

      if (before < 0 || !is_step (self, i) || !self->running->is_known[i]
          || !self->running->is_known[before] || !self->parts->is_known[self->map[i]])
        continue;
      if (self->running->values[i] - self->running->values[before]
          != self->parts->values[self->map[i]])
        return 0;
      n++;
      bits += _foi_disclosure_count_bits (self->parts->values[self->map[i]]);
    }
  return n >= 2 ? bits : 0;
}

/* What it begins with may have something of before in it. */
static gboolean
begins_so (const Running *self, guint place)
{
  return self->running->is_known[place] && self->parts->is_known[self->map[place]]
         && self->running->values[place] == self->parts->values[self->map[place]];
}

static void
add_steps (FoiDisclosureDraft *draft, const Running *self)
{
  for (guint i = 0; i < foi_series_get_length (self->running); i++)
    {
      const int before = get_before (self, i);
      FoiLine *line;

      if (!is_step (self, i) || (before < 0 && !begins_so (self, i)))
        continue;
      line = _foi_disclosure_draft_add_line (draft, before < 0 ? FOI_LINE_SAME : FOI_LINE_TOTAL);
      _foi_series_add_terms (draft, line, self->running, i, -1);
      if (before >= 0)
        {
          line->total = (int) g_array_index (line->terms, FoiLineTerm, 0).cell;
          _foi_series_add_terms (draft, line, self->running, (guint) before, 1);
        }
      _foi_series_add_terms (draft, line, self->parts, (guint) self->map[i], 1);
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

static gboolean
may_run (const FoiSeries *running, const FoiSeries *parts)
{
  return running != parts && running->decimals == parts->decimals
         && (running->is_asked || parts->is_asked)
         && (running->data != parts->data || running->axis == parts->axis);
}

static gboolean
is_called_running (const FoiSeries *series, const FoiSeries *parts)
{
  return _foi_series_is_of (series, parts)
         || _foi_series_says (series, running_words, G_N_ELEMENTS (running_words));
}

static void
try_running (FoiDisclosureDraft *draft, const FoiSeries *series, const FoiSeries *parts)
{
  const int *map = foi_series_map_ends (series, parts);

  for (guint up = 0; up < 2; up++)
    {
      const Running running = { series, parts, map, up > 0 };
      const double bits = weigh (&running);

      if (bits >= BITS || (bits >= BITS_NAMED && is_called_running (series, parts)))
        add_steps (draft, &running);
    }
}

/*
 * _foi_disclosure_add_running:
 *
 * Adds running totals: figures that grow from each to the next by what another series has.
 */
void
_foi_disclosure_add_running (FoiSeriesSet *set)
{
  g_autoptr (GPtrArray) list = foi_series_set_list_shown (set, MAX_SERIES);

  for (guint i = 0; i < list->len; i++)
    for (guint j = 0; j < list->len; j++)
      if (may_run (list->pdata[i], list->pdata[j]))
        try_running (set->draft, list->pdata[i], list->pdata[j]);
}

/* ---- rows that are one ---- */

/* @joined has some of the labels of @parts together: "Abbey and Brook", "2019/20 to 2021/22",
 * "Under 10", or all that are not named. */
typedef struct
{
  const FoiSeries *joined, *parts;
  int *map;
  FoiJoinedNames names;
  gboolean *is_alone; /* of a part: the other series has it by itself */
} Joined;

static GArray *
list_others (const Joined *self)
{
  GArray *others = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < foi_series_get_length (self->parts); i++)
    if (!self->is_alone[i] && self->names.is_part[i])
      g_array_append_val (others, i);
  return others;
}

/* Whether a figure is what those come to. */
static gboolean
is_sum (const Joined *self, guint label, const GArray *parts)
{
  gint64 sum = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const guint part = g_array_index (parts, guint, i);

      if (!self->parts->is_known[part])
        return FALSE;
      sum += self->parts->values[part];
    }
  return parts->len > 1 && self->joined->is_known[label] && sum == self->joined->values[label];
}

/* What a label may have together, in one of the ways in which it may be meant. */
static GArray *
list_parts (const Joined *self, guint label, FoiJoinedWay way)
{
  if (way != FOI_JOINED_OTHERS)
    return _foi_joined_list_parts (&self->names, label, way);
  return _foi_disclosure_has_word (self->joined->axis->labels->pdata[label], other_words,
                                   G_N_ELEMENTS (other_words))
           ? list_others (self) : g_array_new (FALSE, FALSE, sizeof (guint));
}

/* The parts that a label has together, or %NULL. */
static GArray *
find_parts (const Joined *self, guint label)
{
  if (!_foi_series_has_figure (self->joined, label) || self->joined->is_total[label]
      || !self->joined->is_known[label])
    return NULL;
  for (FoiJoinedWay way = FOI_JOINED_READ; way < FOI_JOINED_N_WAYS; way++)
    {
      g_autoptr (GArray) parts = list_parts (self, label, way);

      if (is_sum (self, label, parts))
        return g_steal_pointer (&parts);
    }
  return NULL;
}

/* How little of a chance it is that the others agree; below 0: they do not. */
static double
weigh_others (const Joined *self)
{
  double bits = 0;

  for (guint i = 0; i < foi_series_get_length (self->joined); i++)
    {
      const int at = self->map[i];

      if (at < 0 || !self->joined->is_known[i] || !self->parts->is_known[at]
          || self->joined->is_total[i] || self->parts->is_total[at])
        continue;
      if (self->joined->values[i] != self->parts->values[at])
        return -1;
      bits += _foi_disclosure_count_bits (self->joined->values[i]);
    }
  return bits;
}

static void
add_joined (FoiDisclosureDraft *draft, const Joined *self, guint label, const GArray *parts)
{
  FoiLine *line = _foi_disclosure_draft_add_line (draft, FOI_LINE_TOTAL);

  _foi_series_add_terms (draft, line, self->joined, label, -1);
  line->total = (int) g_array_index (line->terms, FoiLineTerm, 0).cell;
  for (guint i = 0; i < parts->len; i++)
    _foi_series_add_terms (draft, line, self->parts, g_array_index (parts, guint, i), 1);
  _foi_disclosure_draft_keep_line (draft, line);
}

static void
join (FoiDisclosureDraft *draft, const Joined *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (guint));
  double bits = weigh_others (self);

  for (guint i = 0; bits >= 0 && i < foi_series_get_length (self->joined); i++)
    {
      GArray *parts = self->map[i] >= 0 ? NULL : find_parts (self, i);

      if (parts == NULL)
        continue;
      bits += _foi_disclosure_count_bits (self->joined->values[i]);
      g_ptr_array_add (found, parts);
      g_array_append_val (labels, i);
    }
  if (bits < BITS_NAMED
      || (bits < BITS_JOINED && !_foi_series_is_of (self->joined, self->parts)))
    return;
  for (guint i = 0; i < found->len; i++)
    add_joined (draft, self, g_array_index (labels, guint, i), found->pdata[i]);
}

/* "Under 5" is not "5", though it is written with the same words. */
static void
part_spans (Joined *self)
{
  for (guint i = 0; i < foi_series_get_length (self->joined); i++)
    {
      const FoiSpan *here = _foi_joined_get_spans (self->names.spans, i), *there;

      if (self->map[i] < 0 || here->kind == FOI_SPAN_NONE)
        continue;
      there = _foi_joined_get_spans (self->names.of_parts, (guint) self->map[i]);
      if (there->kind == here->kind && (there->from != here->from || there->to != here->to))
        self->map[i] = -1;
    }
}

/* "Upheld in whole or part" may be what is called so in full and in part, and not only the one that
 * has all its words: where the figures say so. */
static void
part_others (Joined *self)
{
  for (guint i = 0; i < foi_series_get_length (self->joined); i++)
    {
      const int at = self->map[i];
      g_autoptr (GArray) parts = NULL;

      if (at < 0 || !self->joined->is_known[i] || !self->parts->is_known[at]
          || self->joined->values[i] == self->parts->values[at]
          || strcmp (self->joined->axis->labels->pdata[i], self->parts->axis->labels->pdata[at])
               == 0)
        continue;
      parts = find_parts (self, i);
      if (parts != NULL)
        self->map[i] = -1;
    }
}

static void
try_joined (FoiDisclosureDraft *draft, const FoiSeries *series, const FoiSeries *parts)
{
  const guint n = foi_series_get_length (series), n_parts = foi_series_get_length (parts);
  g_autofree gboolean *is_alone = g_new0 (gboolean, n_parts + 1);
  g_autofree gboolean *is_part = g_new0 (gboolean, n_parts + 1);
  g_autofree int *map = g_memdup2 (foi_series_map (series, parts), sizeof (int) * (n + 1));
  Joined joined = { series, parts, map, .is_alone = is_alone };

  if (n > MAX_LABELS || n_parts > MAX_LABELS)
    return;
  for (guint i = 0; i < n_parts; i++)
    is_part[i] = !parts->is_total[i] && _foi_series_has_figure (parts, i);
  joined.names = (FoiJoinedNames) { foi_series_get_words (series), foi_series_get_words (parts),
                                    _foi_series_get_spans (series), _foi_series_get_spans (parts),
                                    is_part, FALSE };
  part_spans (&joined);
  part_others (&joined);
  for (guint i = 0; i < n; i++)
    if (joined.map[i] >= 0)
      is_alone[joined.map[i]] = TRUE;
  join (draft, &joined);
}

/*
 * _foi_disclosure_add_joined:
 *
 * Adds figures of another table that has several rows, or columns, as one.
 */
void
_foi_disclosure_add_joined (FoiSeriesSet *set)
{
  g_autoptr (GPtrArray) list = foi_series_set_list_shown (set, MAX_SERIES);

  for (guint i = 0; i < list->len; i++)
    for (guint j = 0; j < list->len; j++)
      {
        const FoiSeries *series = list->pdata[i], *parts = list->pdata[j];

        if (series->data != parts->data && series->decimals == parts->decimals
            && (series->is_asked || parts->is_asked))
          try_joined (set->draft, series, parts);
      }
}
