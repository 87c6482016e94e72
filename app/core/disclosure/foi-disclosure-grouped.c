/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-relations.h"

#include <string.h>

#include "foi-disclosure-labels.h"
#include "foi-disclosure-row-labels.h"
#include "foi-disclosure-totals-private.h"

/* What rows come to that have something in common: the phase or the area that stands beside each,
 * or that a third table has of it; the school, where a table has a row for each incident. Another
 * table has a row for each phase, and a reader adds up. */

/* How little of a chance it is, in bits: where both are called the same, and where nothing is. For
 * each way to choose rows first there are so many more. */
#define BITS_NAMED 4
#define BITS 8
#define BITS_CHOSEN 4
/* Of more values nobody looks for each. */
#define MAX_GROUPS 120
#define MAX_CHOSEN 40
#define MAX_SERIES 1000

/* The rows of a table by what @by has of them, in its own rows or (@of_row) in those that a third
 * table has of the same things; those alone that have @chosen of @of where that is not NULL. */
typedef struct
{
  FoiSeriesSet *set;
  GPtrArray *shown; /* of FoiSeries: that may be what they come to */
  FoiTableData *data;
  guint n_rows;
  const FoiRowLabels *by, *of;
  const guint *of_row;
  guint chosen;
  gboolean with_found; /* rows that are totals by their figures alone are left out as well */
} Grouping;

/* A column of counts, and what its rows come to in each group. */
typedef struct
{
  const Grouping *grouping;
  guint column;
  int decimals;
  gboolean is_asked;
  FoiSeries like; /* what it is called */
  gint64 *values;
  gboolean *is_known;
  guint *n; /* rows that are not nothing */
} Sums;

/* ---- rows ---- */

static gboolean
is_total (const Grouping *self, guint row)
{
  return self->with_found ? _foi_disclosure_is_seen_total (self->set->draft, self->data, row)
                          : _foi_disclosure_is_total_row (self->set->draft, self->data, row);
}

/* Whether some rows are totals by their figures alone, which may be so by chance. */
static gboolean
has_found (FoiSeriesSet *set, FoiTableData *data, guint n_rows)
{
  for (guint row = 0; row < n_rows; row++)
    if (_foi_disclosure_is_seen_total (set->draft, data, row)
        && !_foi_disclosure_is_total_row (set->draft, data, row))
      return TRUE;
  return FALSE;
}

/* Of which group a row is, or FOI_NO_LABEL. */
static guint
get_group (const Grouping *self, guint row)
{
  if (is_total (self, row) || (self->of != NULL && self->of->of_row[row] != self->chosen))
    return FOI_NO_LABEL;
  return self->of_row[row];
}

static void
sums_clear (Sums *self)
{
  g_free (self->like.name);
  g_free (self->values);
  g_free (self->is_known);
  g_free (self->n);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sums, sums_clear)

static void
add_up (Sums *self)
{
  const Grouping *grouping = self->grouping;
  FoiDisclosureDraft *draft = grouping->set->draft;

  for (guint row = 0; row < grouping->n_rows; row++)
    {
      const guint group = get_group (grouping, row);
      gint64 value;

      if (group == FOI_NO_LABEL)
        continue;
      self->is_known[group] = self->is_known[group]
                              && _foi_disclosure_get_truth (draft, grouping->data, row,
                                                            self->column, &value)
                              && ABS (value) <= FOI_DISCLOSURE_MAX_VALUE;
      if (!self->is_known[group])
        continue;
      self->values[group] += value;
      self->n[group] += value != 0;
    }
}

static void
sums_init (Sums *self, const Grouping *grouping, guint column)
{
  FoiDisclosureDraft *draft = grouping->set->draft;
  FoiColumn *what = foi_table_data_get_column (grouping->data, column);
  const guint n = grouping->by->labels->len;

  *self = (Sums) { .grouping = grouping, .column = column };
  self->decimals = foi_column_get_decimals (what);
  self->is_asked = _foi_disclosure_is_whole (draft, grouping->data);
  for (guint row = 0; row < grouping->n_rows && !self->is_asked; row++)
    self->is_asked = _foi_disclosure_is_hidden (draft, grouping->data, row, column);
  self->like.data = grouping->data;
  self->like.name = foi_series_fold_label (foi_column_get_title (what));
  self->values = g_new0 (gint64, n + 1);
  self->is_known = g_new0 (gboolean, n + 1);
  self->n = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    self->is_known[i] = TRUE;
  add_up (self);
}

/* ---- beside another table ---- */

static gboolean
is_seen (const FoiSeries *series, int place)
{
  return place >= 0 && !series->is_total[place]
         && _foi_series_has_figure (series, (guint) place);
}

/* How little of a chance it is that a series has what the groups come to; 0: it has not. */
static double
weigh (const Sums *self, const FoiSeries *series, const int *map)
{
  double bits = 0;
  guint n = 0;

  for (guint i = 0; i < self->grouping->by->labels->len; i++)
    {
      if (!is_seen (series, map[i]) || !series->is_known[map[i]] || !self->is_known[i])
        continue;
      if (series->values[map[i]] != self->values[i])
        return 0;
      bits += _foi_disclosure_count_bits (self->values[i]);
      n += self->n[i] > 1;
    }
  return n > 0 ? bits : 0;
}

static void
add_lines (const Sums *self, const FoiSeries *series, const int *map)
{
  const Grouping *grouping = self->grouping;
  FoiDisclosureDraft *draft = grouping->set->draft;

  for (guint i = 0; i < grouping->by->labels->len; i++)
    {
      FoiLine *line;

      if (!is_seen (series, map[i]))
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_TOTAL);
      _foi_series_add_terms (draft, line, series, (guint) map[i], -1);
      line->total = (int) g_array_index (line->terms, FoiLineTerm, 0).cell;
      for (guint row = 0; row < grouping->n_rows; row++)
        if (get_group (grouping, row) == i)
          foi_line_add (line, _foi_disclosure_draft_take (draft, grouping->data, row,
                                                          self->column), 1);
      if (line->terms->len == 2)
        {
          line->kind = FOI_LINE_SAME;
          line->total = -1;
        }
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

/* Whether a series is called as the rows that were chosen: "Boys". */
static gboolean
is_called_chosen (const Grouping *self, const FoiSeries *series)
{
  g_auto (GStrv) name = foi_label_split (series->name != NULL ? series->name : "");
  g_auto (GStrv) title = foi_label_split (foi_table_data_get_title (series->data));
  g_auto (GStrv) label = foi_label_split (self->of->labels->pdata[self->chosen]);

  return foi_label_has ((const char *const *) name, (const char *const *) label)
         || foi_label_has ((const char *const *) title, (const char *const *) label);
}

static double
get_needed (const Sums *self, const FoiSeries *series)
{
  const Grouping *grouping = self->grouping;
  const gboolean is_named = _foi_series_is_of (series, &self->like);

  if (grouping->of != NULL)
    return (is_called_chosen (grouping, series) ? BITS_NAMED : BITS) + BITS_CHOSEN;
  return is_named ? BITS_NAMED : BITS;
}

static void
compare (const Sums *self)
{
  GPtrArray *shown = self->grouping->shown;

  for (guint i = 0; i < shown->len; i++)
    {
      const FoiSeries *series = shown->pdata[i];
      const int *map;
      double bits;

      if (series->data == self->like.data
          || series->decimals != self->decimals || (!series->is_asked && !self->is_asked))
        continue;
      map = foi_row_labels_map (self->grouping->by, series->axis);
      bits = weigh (self, series, map);
      if (bits >= BITS_NAMED && bits >= get_needed (self, series))
        add_lines (self, series, map);
    }
}

/* ---- ways to put rows together ---- */

static gboolean
is_count (FoiTableData *data, guint column)
{
  return _foi_disclosure_is_count (foi_table_data_get_column (data, column))
         && !foi_table_data_is_key (data, column);
}

static void
try_columns (const Grouping *self)
{
  for (guint i = 0; i < foi_table_data_get_n_columns (self->data); i++)
    if (is_count (self->data, i))
      {
        g_auto (Sums) sums = { 0 };

        sums_init (&sums, self, i);
        compare (&sums);
      }
}

/* Whether a column says of each row what it is, or of which kind; a figure says neither. */
static gboolean
may_group (FoiTableData *data, const FoiRowLabels *labels)
{
  return !is_count (data, labels->column) && !labels->has_withheld && labels->labels->len > 0
         && labels->labels->len <= MAX_GROUPS;
}

static gboolean
is_for_each_row (const FoiRowLabels *labels, guint n_rows)
{
  return !labels->is_read && labels->labels->len == n_rows;
}

/* By a column, all rows and those that have one value of another column. */
static void
group_by (Grouping *self, GPtrArray *columns)
{
  self->of_row = self->by->of_row;
  self->of = NULL;
  try_columns (self);
  for (guint i = 0; i < columns->len; i++)
    {
      const FoiRowLabels *of = columns->pdata[i];

      if (of->column == self->by->column || of->is_read || !may_group (self->data, of)
          || is_for_each_row (of, self->n_rows) || of->labels->len > MAX_CHOSEN)
        continue;
      self->of = of;
      for (self->chosen = 0; self->chosen < of->labels->len; self->chosen++)
        try_columns (self);
    }
  self->of = NULL;
}

/* By what a third table has of the same things; FALSE where it has not all of them. */
static gboolean
look_up (const Grouping *self, const FoiRowLabels *here, const FoiRowLabels *there,
         const FoiRowLabels *by, guint n_there, guint *of_row)
{
  g_autofree int *map = foi_labels_match (here->labels, there->labels);
  g_autofree guint *row_of = g_new (guint, there->labels->len + 1);

  for (guint row = 0; row < n_there; row++)
    if (there->of_row[row] != FOI_NO_LABEL)
      row_of[there->of_row[row]] = row;
  for (guint row = 0; row < self->n_rows; row++)
    {
      const guint label = here->of_row[row];

      of_row[row] = FOI_NO_LABEL;
      if (is_total (self, row))
        continue;
      if (label == FOI_NO_LABEL || map[label] < 0)
        return FALSE;
      of_row[row] = by->of_row[row_of[map[label]]];
    }
  return TRUE;
}

static void
group_by_other (Grouping *self, const FoiRowLabels *here, FoiTableData *other)
{
  GPtrArray *columns = foi_series_set_get_row_labels (self->set, other);
  const guint n_there = foi_row_store_get_length (foi_table_data_get_rows (other));
  g_autofree guint *of_row = g_new (guint, self->n_rows);

  for (guint i = 0; i < columns->len; i++)
    for (guint j = 0; j < columns->len; j++)
      {
        const FoiRowLabels *there = columns->pdata[i], *by = columns->pdata[j];

        if (i == j || by->is_read || !may_group (other, there) || !may_group (other, by)
            || !is_for_each_row (there, n_there) || is_for_each_row (by, n_there)
            || !look_up (self, here, there, by, n_there, of_row))
          continue;
        self->by = by;
        self->of_row = of_row;
        try_columns (self);
      }
}

static void
group_rows (Grouping *self)
{
  GPtrArray *columns = foi_series_set_get_row_labels (self->set, self->data);
  GPtrArray *tables = foi_case_state_get_tables (self->set->draft->self->state);

  for (guint i = 0; i < columns->len; i++)
    {
      const FoiRowLabels *labels = columns->pdata[i];

      if (!may_group (self->data, labels))
        continue;
      self->by = labels;
      if (!is_for_each_row (labels, self->n_rows))
        group_by (self, columns);
      for (guint j = 0; j < tables->len && !labels->is_read; j++)
        if (tables->pdata[j] != self->data)
          group_by_other (self, labels, tables->pdata[j]);
    }
}

static void
group (FoiSeriesSet *set, GPtrArray *shown, FoiTableData *data)
{
  Grouping grouping = { .set = set, .shown = shown, .data = data };

  grouping.n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  group_rows (&grouping);
  grouping.with_found = TRUE;
  if (has_found (set, data, grouping.n_rows))
    group_rows (&grouping);
}

/*
 * _foi_disclosure_add_grouped:
 *
 * Adds figures that are what the rows of another table come to which have something in common.
 */
void
_foi_disclosure_add_grouped (FoiSeriesSet *set)
{
  FoiDisclosureCase *self = set->draft->self;
  g_autoptr (GPtrArray) shown = foi_series_set_list_shown (set, MAX_SERIES);
  GPtrArray *tables = foi_case_state_get_tables (self->state);

  for (guint i = 0; i < tables->len; i++)
    group (set, shown, tables->pdata[i]);
  for (guint i = 0; i < self->earlier->len; i++)
    group (set, shown, self->earlier->pdata[i]);
  for (guint i = 0; i < self->combined->len; i++)
    group (set, shown, self->combined->pdata[i]);
}
