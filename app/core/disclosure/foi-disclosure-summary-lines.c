/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-summary.h"

#include "foi-disclosure-labels.h"
#include "foi-disclosure-totals-private.h"
#include "foi-number.h"

/* What an average, the highest or another such figure tells of those that it is of. The first cell
 * of each line is the one that says so. */

/* Of more rows nobody says which is the highest. */
#define MAX_PARTS 500
/* Tables of such figures alone have few. */
#define MAX_ROWS_BESIDE 30
#define MAX_TABLES 40
#define MIN_PARTS_BESIDE 3

/* A figure of all figures in a column, which may stand in another table. */
typedef struct
{
  FoiDisclosureDraft *draft;
  const FoiDisclosureGrid *grid;
  GArray *parts; /* of guint: rows that have a figure */
  guint column;  /* of the grid */
  guint cell;    /* of the problem: what says it */
  gint64 value;  /* what that says, and whether that is known */
  gboolean is_known;
  int decimals;
  const char *beside;
} Summary;

static guint
take_part (const Summary *self, guint row)
{
  return _foi_disclosure_draft_take (self->draft, self->grid->data, row,
                                     g_array_index (self->grid->columns, guint, self->column));
}

static FoiLine *
add_line (const Summary *self, gint64 factor)
{
  FoiLine *line = _foi_disclosure_draft_add_line (self->draft, FOI_LINE_SUMMARY);

  line->beside = g_strdup (self->beside);
  foi_line_add (line, self->cell, factor);
  return line;
}

/* ---- averages ---- */

/* What the figures come to, and whether all are known. */
static gboolean
add_up (const Summary *self, FoiWide *sum)
{
  gboolean is_known = self->is_known;

  *sum = 0;
  for (guint i = 0; i < self->parts->len && is_known; i++)
    {
      const guint row = g_array_index (self->parts, guint, i);

      is_known = foi_disclosure_grid_knows (self->grid, row, self->column);
      *sum += foi_disclosure_grid_get (self->grid, row, self->column);
    }
  return is_known;
}

static gint64
get_unit (int decimals)
{
  return foi_number_power_of_ten (decimals);
}

static int
get_decimals (const Summary *self)
{
  return foi_column_get_decimals (foi_disclosure_grid_get_column (self->grid, self->column));
}

/* Whether the average is one without being rounded. */
static gboolean
is_exact (const Summary *self)
{
  FoiWide sum;

  return add_up (self, &sum)
         && sum * get_unit (self->decimals)
              == (FoiWide) self->value * self->parts->len * get_unit (get_decimals (self));
}

/* They come to as many times the average; but for what that was rounded by, unless @is_whole. */
static void
add_mean (const Summary *self, gboolean is_whole)
{
  const gint64 n = self->parts->len * get_unit (get_decimals (self));
  FoiLine *line = add_line (self, -2 * n);

  for (guint i = 0; i < self->parts->len; i++)
    foi_line_add (line, take_part (self, g_array_index (self->parts, guint, i)),
                  2 * get_unit (self->decimals));
  line->from = is_whole ? 0 : -n;
  line->to = is_whole ? 0 : n;
  _foi_disclosure_draft_keep_line (self->draft, line);
}

/* ---- the highest and the lowest ---- */

/* A figure less another one, in which the summary stands with @factor. */
static void
add_difference (const Summary *self, gint64 factor, int above, int below, gint64 from, gint64 to)
{
  FoiLine *line = add_line (self, factor);

  if (above >= 0)
    foi_line_add (line, take_part (self, (guint) above), 1);
  if (below >= 0)
    foi_line_add (line, take_part (self, (guint) below), -1);
  line->from = from;
  line->to = to;
  _foi_disclosure_draft_keep_line (self->draft, line);
}

static gboolean
is_withheld (const Summary *self, guint row)
{
  return !foi_disclosure_grid_knows (self->grid, row, self->column)
         || _foi_disclosure_grid_withholds (self->draft, self->grid, row, self->column);
}

static gboolean
is_small (const Summary *self, gint64 value)
{
  return foi_small_rule_covers (_foi_disclosure_get_rule (self->draft, self->grid->data),
                                foi_disclosure_grid_get_column (self->grid, self->column), value);
}

/* The one row that can have the figure, as no other that a reader sees has it; -1: there is none,
 * or there are several. What is withheld for being small has no large one. */
static int
find_only (const Summary *self)
{
  int only = -1;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const guint row = g_array_index (self->parts, guint, i);
      const gboolean is_known = foi_disclosure_grid_knows (self->grid, row, self->column);
      const gint64 value = is_known ? foi_disclosure_grid_get (self->grid, row, self->column) : 0;

      if (!is_withheld (self, row))
        {
          if (value == self->value)
            return -1;
          continue;
        }
      if (is_known && is_small (self, value) && !is_small (self, self->value))
        continue;
      if (only >= 0)
        return -1;
      only = (int) row;
    }
  return only;
}

static void
add_extreme (const Summary *self, gboolean is_highest)
{
  const int only = self->is_known ? find_only (self) : -1;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const int row = (int) g_array_index (self->parts, guint, i);

      add_difference (self, -1, row, -1,
                      is_highest && row != only ? FOI_LINEAR_NO_FROM : 0,
                      is_highest || row == only ? 0 : FOI_LINEAR_NO_TO);
    }
}

/* ---- medians ---- */

/* Of an odd number, where all that are withheld have to be on one side of it. */
static void
add_median (const Summary *self)
{
  const guint half = (self->parts->len + 1) / 2;
  guint n_low = 0, n_high = 0, n_withheld = 0;
  gboolean are_low, are_high;

  if (!self->is_known || self->parts->len % 2 == 0)
    return;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const guint row = g_array_index (self->parts, guint, i);

      if (is_withheld (self, row))
        {
          n_withheld++;
          continue;
        }
      n_low += foi_disclosure_grid_get (self->grid, row, self->column) <= self->value;
      n_high += foi_disclosure_grid_get (self->grid, row, self->column) >= self->value;
    }
  are_low = n_low + n_withheld == half;
  are_high = n_high + n_withheld == half;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const guint row = g_array_index (self->parts, guint, i);

      if (is_withheld (self, row) && (are_low || are_high))
        add_difference (self, -1, (int) row, -1, are_high ? 0 : FOI_LINEAR_NO_FROM,
                        are_low ? 0 : FOI_LINEAR_NO_TO);
    }
}

/* ---- ranges ---- */

/* The rows of the lowest and the highest figure, and the one that is withheld. */
static void
find_ends (const Summary *self, int *lowest, int *highest, guint *n_withheld)
{
  *lowest = *highest = -1;
  *n_withheld = 0;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const guint row = g_array_index (self->parts, guint, i);
      gint64 value;

      *n_withheld += is_withheld (self, row);
      if (!foi_disclosure_grid_knows (self->grid, row, self->column))
        continue;
      value = foi_disclosure_grid_get (self->grid, row, self->column);
      if (*lowest < 0
          || value < foi_disclosure_grid_get (self->grid, (guint) *lowest, self->column))
        *lowest = (int) row;
      if (*highest < 0
          || value > foi_disclosure_grid_get (self->grid, (guint) *highest, self->column))
        *highest = (int) row;
    }
}

/* No figure is further from another one than the range; the highest is as far from the lowest. */
static void
add_range (const Summary *self)
{
  int lowest, highest;
  guint n_withheld;

  find_ends (self, &lowest, &highest, &n_withheld);
  if (!self->is_known || lowest < 0)
    return;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const int row = (int) g_array_index (self->parts, guint, i);

      if (row != lowest)
        add_difference (self, -1, row, lowest, FOI_LINEAR_NO_FROM, 0);
      if (row != highest)
        add_difference (self, -1, highest, row, FOI_LINEAR_NO_FROM, 0);
    }
  if (n_withheld == 1 && lowest != highest)
    add_difference (self, -1, highest, lowest, 0, 0);
}

/* ---- all of them ---- */

static void
add_summary (const Summary *self, FoiSummary summary, gboolean is_whole)
{
  if (self->parts->len < 2)
    return;
  if (summary == FOI_SUMMARY_MEAN)
    add_mean (self, is_whole);
  else if (self->parts->len > MAX_PARTS || self->decimals != get_decimals (self))
    return;
  else if (summary == FOI_SUMMARY_MEDIAN)
    add_median (self);
  else if (summary == FOI_SUMMARY_RANGE)
    add_range (self);
  else
    add_extreme (self, summary == FOI_SUMMARY_HIGHEST);
}

/* The rows that have a figure in a column. */
static GArray *
list_parts (const FoiDisclosureGrid *grid, const GArray *rows, guint column)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < rows->len; i++)
    {
      const guint row = g_array_index (rows, guint, i);

      if (_foi_disclosure_grid_has_figure (grid, row, column))
        g_array_append_val (parts, row);
    }
  return parts;
}

/* A row of the table itself, in one column. */
static gboolean
begin (Summary *self, FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid,
       const FoiFoundSum *found, guint column)
{
  const guint place = g_array_index (grid->columns, guint, column);

  if (!_foi_disclosure_grid_has_figure (grid, found->total, column))
    return FALSE;
  *self = (Summary) { .draft = draft, .grid = grid, .column = column };
  self->parts = list_parts (grid, found->parts, column);
  self->cell = _foi_disclosure_draft_take (draft, grid->data, found->total, place);
  self->is_known = foi_disclosure_grid_knows (grid, found->total, column);
  self->value = foi_disclosure_grid_get (grid, found->total, column);
  self->decimals = get_decimals (self);
  return TRUE;
}

/* Whether all averages of a row that can be checked are whole numbers, and none was rounded. */
static gboolean
are_exact (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid, const FoiFoundSum *found)
{
  gboolean are_so = TRUE;

  for (guint i = 0; i < grid->columns->len && are_so; i++)
    {
      Summary self;
      FoiWide sum;

      if (!begin (&self, draft, grid, found, i))
        continue;
      are_so = self.decimals == 0 && (!add_up (&self, &sum) || is_exact (&self));
      g_array_unref (self.parts);
    }
  return are_so;
}

/*
 * _foi_disclosure_add_summaries:
 * @grid: what a letter shows of a table
 *
 * Adds what rows such as "Average", "Highest" and "Median" tell of the others. An average that is
 * exact in each column is taken for one that was not rounded.
 */
void
_foi_disclosure_add_summaries (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid)
{
  GPtrArray *found = _foi_disclosure_get_summaries (draft, grid->data);

  for (guint i = 0; i < found->len; i++)
    {
      const FoiFoundSum *row = found->pdata[i];
      const FoiSummary summary = _foi_disclosure_get_summary_of_row (grid->data, row->total);
      const gboolean is_whole = are_exact (draft, grid, row);

      for (guint column = 0; column < grid->columns->len; column++)
        {
          Summary self;

          if (!begin (&self, draft, grid, row, column))
            continue;
          add_summary (&self, summary, is_whole);
          g_array_unref (self.parts);
        }
    }
}

/* ---- in other tables ---- */

/* Whether it is so of the true figures, all of which are known. */
static gboolean
is_true (const Summary *self, FoiSummary summary)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (gint64));
  FoiWide sum, gap;

  if (!add_up (self, &sum))
    return FALSE;
  if (summary == FOI_SUMMARY_MEAN)
    {
      const gint64 n = self->parts->len * get_unit (get_decimals (self));

      gap = 2 * (sum * get_unit (self->decimals) - (FoiWide) self->value * n);
      return (gap < 0 ? -gap : gap) <= n;
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      const gint64 value = foi_disclosure_grid_get (
        self->grid, g_array_index (self->parts, guint, i), self->column);

      g_array_append_val (figures, value);
    }
  return self->decimals == get_decimals (self)
         && _foi_disclosure_is_summary_of (summary, self->value, figures);
}

/* Whether what is said with a figure speaks of what a column counts. */
static gboolean
is_of_column (const FoiDisclosureGrid *grid, guint column, const char *said)
{
  const char *heading = foi_column_get_title (foi_disclosure_grid_get_column (grid, column));
  g_auto (GStrv) measure = _foi_disclosure_says_what (heading) ? foi_label_split (heading)
                           : grid->columns->len == 1 ? _foi_disclosure_list_measure (grid->data)
                                                     : NULL;
  g_auto (GStrv) words = foi_label_split (said);

  for (guint i = 0; measure != NULL && measure[i] != NULL; i++)
    if (g_utf8_strlen (measure[i], -1) > 3
        && g_strv_contains ((const char *const *) words, measure[i]))
      return TRUE;
  return FALSE;
}

/* What a figure of another table says it is: by its row, or by its heading where it has one. */
static FoiSummary
read_figure (const FoiDisclosureGrid *other, guint row, guint column)
{
  const FoiSummary summary = _foi_disclosure_get_summary_of_row (other->data, row);

  if (summary != FOI_SUMMARY_NONE || other->n_rows > 1)
    return summary;
  return _foi_disclosure_read_summary (
    foi_column_get_title (foi_disclosure_grid_get_column (other, column)));
}

static GArray *
list_rows (const FoiDisclosureGrid *grid)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < grid->n_rows; row++)
    if (!grid->is_stated[row])
      g_array_append_val (rows, row);
  return rows;
}

/* One figure of another table, as that of one column. */
static void
try_beside (FoiDisclosureDraft *draft, const FoiDisclosureGrid *grid,
            const FoiDisclosureGrid *other, guint row, guint place)
{
  const FoiSummary summary = read_figure (other, row, place);
  FoiColumn *what = foi_disclosure_grid_get_column (other, place);
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GArray) rows = NULL;

  if (summary == FOI_SUMMARY_NONE || !foi_disclosure_grid_knows (other, row, place)
      || !_foi_disclosure_grid_has_figure (other, row, place))
    return;
  name = foi_disclosure_dup_row_key (other->data, row);
  said = g_strjoin (" ", name, foi_column_get_title (what),
                    foi_table_data_get_title (other->data), NULL);
  rows = list_rows (grid);
  for (guint i = 0; i < grid->columns->len; i++)
    {
      g_autoptr (GArray) parts = list_parts (grid, rows, i);
      Summary self = { draft, grid, parts, i, 0, foi_disclosure_grid_get (other, row, place),
                       TRUE, foi_column_get_decimals (what),
                       foi_table_data_get_title (other->data) };

      if (parts->len < MIN_PARTS_BESIDE || !is_of_column (grid, i, said)
          || !is_true (&self, summary))
        continue;
      self.cell = _foi_disclosure_draft_take (draft, other->data, row,
                                              g_array_index (other->columns, guint, place));
      add_summary (&self, summary, self.decimals == 0 && is_exact (&self));
    }
}

/*
 * _foi_disclosure_add_summaries_beside:
 * @grids: (element-type FoiDisclosureGrid): all tables
 *
 * Adds what is said in one table of all rows of another: "Average per school", "Highest".
 */
void
_foi_disclosure_add_summaries_beside (FoiDisclosureDraft *draft, GPtrArray *grids)
{
  for (guint i = 0; i < grids->len && grids->len <= MAX_TABLES; i++)
    for (guint j = 0; j < grids->len; j++)
      {
        const FoiDisclosureGrid *other = grids->pdata[j];

        if (i == j || other->n_rows > MAX_ROWS_BESIDE)
          continue;
        for (guint row = 0; row < other->n_rows; row++)
          for (guint place = 0; place < other->columns->len; place++)
            if (!_foi_disclosure_is_summary_row (draft, other->data, row))
              try_beside (draft, grids->pdata[i], other, row, place);
      }
}
