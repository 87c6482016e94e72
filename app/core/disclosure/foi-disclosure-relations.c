/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-relations.h"

#include <math.h>
#include <string.h>

#include "foi-disclosure-labels.h"
#include "foi-disclosure-spans.h"
#include "foi-disclosure-totals-private.h"

/* What all relations of series ask of them. */

/*
 * _foi_disclosure_count_bits:
 *
 * Returns: how little of a chance it is that two figures of that size are the same, in bits.
 */
double
_foi_disclosure_count_bits (gint64 number)
{
  return log2 (1 + fabs ((double) number));
}

/*
 * _foi_series_add_terms:
 *
 * Adds to a line, @factor times, the cells that a figure is made of.
 */
void
_foi_series_add_terms (FoiDisclosureDraft *draft, FoiLine *line, const FoiSeries *series,
                       guint place, gint64 factor)
{
  for (guint i = series->starts[place]; i < series->starts[place + 1]; i++)
    {
      const FoiSeriesCell *cell = &g_array_index (series->cells, FoiSeriesCell, i);

      foi_line_add (line, _foi_disclosure_draft_take (draft, series->data, cell->row, cell->column),
                    factor);
    }
}

/*
 * _foi_series_has_figure:
 *
 * Returns: whether there is one at a place; of several keys not every value has each other one.
 */
gboolean
_foi_series_has_figure (const FoiSeries *self, guint place)
{
  return self->starts[place + 1] > self->starts[place];
}

/*
 * _foi_series_is_plain:
 *
 * Returns: whether each of its figures is one that a table shows.
 */
gboolean
_foi_series_is_plain (const FoiSeries *self)
{
  return self->kind != FOI_SERIES_SUM;
}

/* Longer lists are not compared word by word. */
#define MAX_LABELS 300

/**
 * foi_series_set_list_shown:
 * @max: more are not compared with each other
 *
 * Returns: (transfer container) (element-type FoiSeries): the counts that tables show; of very many
 *   only those in columns.
 */
GPtrArray *
foi_series_set_list_shown (FoiSeriesSet *self, guint max)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint pass = 0; pass < 2 && (pass == 0 || list->len > max); pass++)
    {
      g_ptr_array_set_size (list, 0);
      for (guint i = 0; i < self->counts->len; i++)
        {
          const FoiSeries *series = self->counts->pdata[i];

          if (_foi_series_is_plain (series)
              && (pass == 0 || (series->kind == FOI_SERIES_COLUMN && list->len < max)))
            g_ptr_array_add (list, (gpointer) series);
        }
    }
  return list;
}

/**
 * foi_series_get_words:
 *
 * Returns: (transfer none) (element-type GStrv): the words of its labels, in order.
 */
GPtrArray *
foi_series_get_words (const FoiSeries *self)
{
  FoiSeriesAxis *axis = self->axis;

  if (axis->words != NULL)
    return axis->words;
  axis->words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < axis->labels->len; i++)
    g_ptr_array_add (axis->words, foi_label_split (axis->labels->pdata[i]));
  return axis->words;
}

/*
 * _foi_series_get_spans:
 *
 * Returns: (transfer none) (element-type FoiSpan): of each label %FOI_MAX_SPANS ways in which it
 *   may be meant as a part of a scale; those that are none come last.
 */
GArray *
_foi_series_get_spans (const FoiSeries *self)
{
  FoiSeriesAxis *axis = self->axis;

  if (axis->spans != NULL)
    return axis->spans;
  axis->spans = g_array_new (FALSE, TRUE, sizeof (FoiSpan));
  g_array_set_size (axis->spans, axis->labels->len * FOI_MAX_SPANS);
  for (guint i = 0; i < axis->labels->len; i++)
    foi_label_read_spans (axis->labels->pdata[i],
                          &g_array_index (axis->spans, FoiSpan, i * FOI_MAX_SPANS));
  return axis->spans;
}

/**
 * foi_series_map_ends:
 *
 * Returns: (transfer none): as foi_series_map(), and of what has no like the place of what it ends
 *   with: of "April to June" that of June.
 */
const int *
foi_series_map_ends (const FoiSeries *from, const FoiSeries *to)
{
  const guint n = foi_series_get_length (from), n_to = foi_series_get_length (to);
  const int *found = foi_series_map (from, to);
  int *map = g_hash_table_lookup (from->axis->ends, to->axis);
  GPtrArray *labels, *ends;

  if (map != NULL || from->axis == to->axis || n > MAX_LABELS || n_to > MAX_LABELS)
    return map != NULL ? map : found;
  map = g_memdup2 (found, sizeof (int) * (n + 1));
  labels = foi_series_get_words (from);
  ends = foi_series_get_words (to);
  for (guint i = 0; i < n; i++)
    for (guint j = 0; map[i] < 0 && j < n_to; j++)
      if (foi_label_ends_with (labels->pdata[i], ends->pdata[j]))
        map[i] = (int) j;
  g_hash_table_insert (from->axis->ends, to->axis, map);
  return map;
}

/* Whether the title of its table speaks of what the other series is called. */
static gboolean
is_titled (const FoiSeries *self, const FoiSeries *other)
{
  g_auto (GStrv) title = foi_label_split (foi_table_data_get_title (self->data));
  g_auto (GStrv) name = foi_label_split (other->name);
  gboolean is_any = FALSE;

  for (guint i = 0; name[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) title, name[i]))
        return FALSE;
      is_any = is_any || strlen (name[i]) > 2;
    }
  return is_any;
}

/*
 * _foi_series_is_of:
 *
 * Returns: whether both are called the same, or one what the title of the other's table says.
 */
gboolean
_foi_series_is_of (const FoiSeries *self, const FoiSeries *other)
{
  if (self->name == NULL || other->name == NULL)
    return FALSE;
  return strcmp (self->name, other->name) == 0
         || (self->data != other->data && (is_titled (self, other) || is_titled (other, self)));
}

/*
 * _foi_series_says:
 * @words: (array length=n_words): in small letters
 *
 * Returns: whether its name or the title of its table has one of them.
 */
gboolean
_foi_series_says (const FoiSeries *self, const char *const *words, gsize n_words)
{
  return (self->name != NULL && _foi_disclosure_has_word (self->name, words, n_words))
         || _foi_disclosure_has_word (foi_table_data_get_title (self->data), words, n_words);
}
