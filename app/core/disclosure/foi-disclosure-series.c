/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-relations.h"

#include <string.h>

#include "foi-disclosure-labels.h"
#include "foi-disclosure-totals-private.h"
#include "foi-totals.h"

/* The figures of all tables as a reader lines them up: he turns a table round, and looks from the
 * boys of one to the boys of another, whether they are a column, a row, or every other row. */

/* Larger tables go with a letter as a file. */
#define MAX_ROWS 5000
#define MAX_CELLS 500000
#define MAX_COLUMNS 40
/* Nobody reads a table with more of them along its rows, or looks for every run of its columns. */
#define MAX_ROWS_ALONG 120
#define MAX_RUN_COLUMNS 10
#define MAX_KEYS 3

/* These say what is counted in which way, not of whom. */
static const char *const empty_words[] = { "percentage", "percentages", "percent", "per", "cent",
                                           "share", "shares", "proportion", "rate", "rates", "of",
                                           "the", "in", "as", "a", "number", "average", "mean",
                                           "change", NULL };

/* A table on its way: what of it may be figures. */
typedef struct
{
  FoiSeriesSet *set;
  FoiTableData *data;
  gboolean is_rates;
  GArray *columns; /* of guint: that have figures */
  GArray *keys;    /* of guint: that have labels */
  guint n_rows;
  gint64 *values, *steps;
  gboolean *is_known, *is_total;
  int *decimals; /* of each column */
} Sheet;

/* ---- labels ---- */

/**
 * foi_series_fold_label:
 *
 * Returns: (transfer full): what a name or a heading speaks of: "Boys (%)" of boys.
 */
char *
foi_series_fold_label (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\n(),.:;%-_/|", -1);
  GString *label = g_string_new (NULL);

  for (guint pass = 0; pass < 2 && label->len == 0; pass++)
    for (guint i = 0; words[i] != NULL; i++)
      {
        if (words[i][0] == '\0' || (pass == 0 && g_strv_contains (empty_words, words[i])))
          continue;
        if (label->len > 0)
          g_string_append_c (label, ' ');
        g_string_append (label, words[i]);
      }
  return g_string_free (label, FALSE);
}

static void
free_axis (gpointer data)
{
  FoiSeriesAxis *axis = data;

  g_hash_table_unref (axis->places);
  g_clear_pointer (&axis->words, g_ptr_array_unref);
  g_clear_pointer (&axis->spans, g_array_unref);
  g_hash_table_unref (axis->maps);
  g_hash_table_unref (axis->ends);
  g_ptr_array_unref (axis->labels);
  g_free (axis);
}

static FoiSeriesAxis *
add_axis (FoiSeriesSet *self)
{
  FoiSeriesAxis *axis = g_new0 (FoiSeriesAxis, 1);

  axis->labels = g_ptr_array_new_with_free_func (g_free);
  axis->places = g_hash_table_new (g_str_hash, g_str_equal);
  axis->maps = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  axis->ends = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_ptr_array_add (self->axes, axis);
  return axis;
}

static guint
take_label (FoiSeriesAxis *axis, char *label)
{
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (axis->places, label));

  if (place > 0)
    {
      g_free (label);
      return place - 1;
    }
  g_ptr_array_add (axis->labels, label);
  g_hash_table_insert (axis->places, label, GUINT_TO_POINTER (axis->labels->len));
  return axis->labels->len - 1;
}

/**
 * foi_series_map:
 *
 * Returns: (transfer none): of each figure of @from the place of the one with its label in @to, or
 *   -1.
 */
const int *
foi_series_map (const FoiSeries *from, const FoiSeries *to)
{
  int *map = g_hash_table_lookup (from->axis->maps, to->axis);

  if (map != NULL)
    return map;
  map = foi_labels_match (from->axis->labels, to->axis->labels);
  g_hash_table_insert (from->axis->maps, to->axis, map);
  return map;
}

/*
 * _foi_series_dup_cell_label:
 *
 * Returns: (transfer full): what stands in a cell, as labels are compared.
 */
char *
_foi_series_dup_cell_label (FoiTableData *data, guint row, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);

  foi_column_append_plain (foi_table_data_get_column (data, column),
                           foi_table_data_get_cell (data, row, column), text);
  return foi_series_fold_label (text->str);
}

static char *
dup_column_label (FoiTableData *data, guint column)
{
  return foi_series_fold_label (foi_column_get_title (foi_table_data_get_column (data, column)));
}

/* ---- series ---- */

static void
free_series (gpointer data)
{
  FoiSeries *series = data;

  g_array_unref (series->cells);
  g_free (series->name);
  g_free (series->starts);
  g_free (series->values);
  g_free (series->steps);
  g_free (series->is_known);
  g_free (series->is_total);
  g_free (series);
}

/* Whether what is said there says that it is a share, a rate or a mean. */
static gboolean
is_called_rate (const char *words)
{
  static const char *const more[] = { "percentages", "shares", "proportions", "averages", "change",
                                      "growth" };

  return words != NULL && (strchr (words, '%') != NULL
                           || _foi_disclosure_has_word (words, more, G_N_ELEMENTS (more)));
}

/* Whether it says that it is one of percentages, and so no count. */
static gboolean
is_called_percentage (const char *words)
{
  static const char *const more[] = { "percentage", "percentages", "percent" };

  return words != NULL && (strchr (words, '%') != NULL
                           || _foi_disclosure_has_word (words, more, G_N_ELEMENTS (more)));
}

static gboolean
is_column_called_percentage (FoiTableData *data, guint column)
{
  FoiColumn *what = foi_table_data_get_column (data, column);

  return is_called_percentage (foi_column_get_title (what))
         || is_called_percentage (foi_column_get_unit (what));
}

static gboolean
is_column_called_rate (FoiTableData *data, guint column)
{
  FoiColumn *what = foi_table_data_get_column (data, column);

  return foi_column_get_value_type (what) == FOI_VALUE_PERCENTAGE
         || _foi_disclosure_is_called_mean (data, column)
         || is_called_rate (foi_column_get_title (what))
         || is_called_rate (foi_column_get_unit (what))
         || is_called_rate (foi_table_data_get_title (data))
         || is_called_rate (foi_table_data_get_name (data));
}

static FoiSeries *
begin_series (Sheet *sheet, FoiSeriesAxis *axis, FoiSeriesKind kind, char *name)
{
  FoiSeries *series = g_new0 (FoiSeries, 1);
  const guint length = axis->labels->len;

  series->data = sheet->data;
  series->axis = axis;
  series->kind = kind;
  series->name = name;
  series->cells = g_array_new (FALSE, FALSE, sizeof (FoiSeriesCell));
  series->starts = g_new0 (guint, length + 1);
  series->values = g_new0 (gint64, length + 1);
  series->steps = g_new0 (gint64, length + 1);
  series->is_known = g_new0 (gboolean, length + 1);
  series->is_total = g_new0 (gboolean, length + 1);
  return series;
}

/* Adds a cell of the sheet to the figure that is being made. */
static void
add_cell (Sheet *sheet, FoiSeries *series, guint place, guint row, guint at)
{
  const guint from = row * sheet->columns->len + at;
  const FoiSeriesCell cell = { row, g_array_index (sheet->columns, guint, at) };
  const gboolean is_first = series->cells->len == series->starts[place];

  series->values[place] += sheet->values[from];
  series->steps[place] = sheet->steps[from];
  series->is_known[place] = sheet->is_known[from] && (is_first || series->is_known[place]);
  series->is_total[place] = sheet->is_total[row];
  series->decimals = sheet->decimals[at];
  series->is_asked = series->is_asked
                     || _foi_disclosure_is_whole (sheet->set->draft, sheet->data)
                     || _foi_disclosure_is_hidden (sheet->set->draft, sheet->data, row,
                                                   cell.column);
  g_array_append_val (series->cells, cell);
}

static void
end_figure (FoiSeries *series, guint place)
{
  series->starts[place + 1] = series->cells->len;
}

static void
note_column (Sheet *sheet, FoiSeries *series, guint at)
{
  const guint column = g_array_index (sheet->columns, guint, at);
  FoiColumn *what = foi_table_data_get_column (sheet->data, column);
  const FoiValueType type = foi_column_get_value_type (what);

  series->is_called_rate = series->is_called_rate || is_column_called_rate (sheet->data, column);
  series->is_percentage = type == FOI_VALUE_PERCENTAGE || type == FOI_VALUE_TEXT
                          || is_column_called_percentage (sheet->data, column);
  series->is_whole_number = type == FOI_VALUE_INTEGER;
  series->is_money = type == FOI_VALUE_MONEY;
  series->is_called_total = foi_totals_has_word (foi_column_get_title (what))
                            || foi_totals_has_word (foi_table_data_get_title (sheet->data));
}

static void
end_series (Sheet *sheet, FoiSeries *series)
{
  g_ptr_array_add (sheet->is_rates ? sheet->set->rates : sheet->set->counts, series);
}

static gboolean
have_decimals (Sheet *sheet, guint first, guint last)
{
  for (guint i = first; i <= last; i++)
    if (sheet->decimals[i] != sheet->decimals[first])
      return FALSE;
  return TRUE;
}

/* ---- a sheet as series ---- */

/* The columns, and the runs of them that a reader may add up. */
static void
add_columns (Sheet *sheet, FoiSeriesAxis *rows)
{
  const guint n = sheet->columns->len;

  for (guint first = 0; first < n; first++)
    for (guint last = first; last < n; last++)
      {
        const gboolean is_long = first == 0 && last + 2 >= n;
        FoiSeries *series;

        if (last > first && (sheet->is_rates || (n > MAX_RUN_COLUMNS && !is_long)
                             || !have_decimals (sheet, first, last)))
          continue;
        series = begin_series (sheet, rows, last == first ? FOI_SERIES_COLUMN : FOI_SERIES_SUM,
                               last == first ? dup_column_label (
                                 sheet->data, g_array_index (sheet->columns, guint, first))
                                             : NULL);
        for (guint row = 0; row < sheet->n_rows; row++)
          {
            for (guint at = first; at <= last; at++)
              add_cell (sheet, series, row, row, at);
            end_figure (series, row);
          }
        note_column (sheet, series, first);
        end_series (sheet, series);
      }
}

/* What stands in a row of the sheet: for a whole table, or what all rows but totals come to. */
static void
add_row (Sheet *sheet, FoiSeriesAxis *columns, int only)
{
  FoiSeries *series = begin_series (sheet, columns, only < 0 ? FOI_SERIES_SUM : FOI_SERIES_ROW,
                                    NULL);

  for (guint at = 0; at < sheet->columns->len; at++)
    {
      for (guint row = 0; row < sheet->n_rows; row++)
        if (only < 0 ? !sheet->is_total[row] : (int) row == only)
          add_cell (sheet, series, at, row, at);
      end_figure (series, at);
      note_column (sheet, series, at);
    }
  if (only >= 0)
    {
      g_autofree char *words = foi_disclosure_dup_row_key (sheet->data, (guint) only);

      series->name = foi_series_fold_label (words);
      series->is_called_rate = series->is_called_rate || is_called_rate (words);
      series->is_percentage = series->is_percentage || is_called_percentage (words);
      series->is_called_total = foi_totals_has_word (words);
    }
  end_series (sheet, series);
}

static void
add_rows (Sheet *sheet)
{
  FoiSeriesAxis *columns = add_axis (sheet->set);

  for (guint at = 0; at < sheet->columns->len; at++)
    take_label (columns, dup_column_label (sheet->data,
                                           g_array_index (sheet->columns, guint, at)));
  if (columns->labels->len < sheet->columns->len
      || !have_decimals (sheet, 0, sheet->columns->len - 1))
    return;
  /* What stands alone in its row is what its column says. */
  for (guint row = 0; row < sheet->n_rows && sheet->n_rows <= MAX_ROWS_ALONG
                      && (!sheet->is_rates || sheet->columns->len > 1); row++)
    add_row (sheet, columns, (int) row);
  if (!sheet->is_rates)
    add_row (sheet, columns, -1);
}

/* What names a row but for one of its keys. */
static char *
dup_other_keys (Sheet *sheet, guint row, guint without)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sheet->keys->len; i++)
    {
      g_autofree char *label = NULL;

      if (i == without)
        continue;
      label = _foi_series_dup_cell_label (sheet->data, row, g_array_index (sheet->keys, guint, i));
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", label);
    }
  return g_string_free (text, FALSE);
}

/* The rows that have one label each of @along, @group of the others (all groups: NULL). */
static void
add_slice (Sheet *sheet, FoiSeriesAxis *along, const guint *places, char *const *groups,
           const char *group, guint at)
{
  FoiSeries *series
    = begin_series (sheet, along, group == NULL ? FOI_SERIES_SUM : FOI_SERIES_SLICE,
                    g_strdup (group));

  for (guint place = 0; place < along->labels->len; place++)
    {
      for (guint row = 0; row < sheet->n_rows; row++)
        if (places[row] == place
            && (group == NULL ? !sheet->is_total[row] : strcmp (groups[row], group) == 0))
          add_cell (sheet, series, place, row, at);
      end_figure (series, place);
    }
  note_column (sheet, series, at);
  end_series (sheet, series);
}

static void
add_slices (Sheet *sheet, guint key)
{
  FoiSeriesAxis *along = add_axis (sheet->set);
  g_autofree guint *places = g_new0 (guint, sheet->n_rows);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < sheet->n_rows; row++)
    {
      places[row] = take_label (along, _foi_series_dup_cell_label (sheet->data, row,
                                                       g_array_index (sheet->keys, guint, key)));
      g_ptr_array_add (groups, dup_other_keys (sheet, row, key));
    }
  for (guint at = 0; at < sheet->columns->len; at++)
    {
      g_hash_table_remove_all (seen);
      for (guint row = 0; row < sheet->n_rows; row++)
        if (g_hash_table_add (seen, groups->pdata[row]))
          add_slice (sheet, along, places, (char *const *) groups->pdata, groups->pdata[row], at);
      if (!sheet->is_rates)
        add_slice (sheet, along, places, (char *const *) groups->pdata, NULL, at);
    }
}

static void
add_series (Sheet *sheet)
{
  FoiSeriesAxis *rows = add_axis (sheet->set);

  for (guint row = 0; row < sheet->n_rows; row++)
    {
      g_autofree char *key = foi_disclosure_dup_row_key (sheet->data, row);

      take_label (rows, foi_series_fold_label (key));
    }
  if (rows->labels->len == sheet->n_rows)
    add_columns (sheet, rows);
  add_rows (sheet);
  for (guint key = 0; key < sheet->keys->len && sheet->keys->len > 1
                      && sheet->keys->len <= MAX_KEYS && sheet->n_rows <= MAX_ROWS_ALONG; key++)
    add_slices (sheet, key);
}

/* ---- reading a table ---- */

/* What the file has as the truth; nothing is taken up that no line needs. */
static gboolean
read_count (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column, gint64 *out)
{
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);

  if (foi_column_is_left_out (foi_table_data_get_column (data, column)))
    {
      *out = cell->state == FOI_CELL_VALUE ? cell->number : 0;
      return cell->state == FOI_CELL_VALUE;
    }
  return _foi_disclosure_get_truth (draft, data, row, column, out)
         && ABS (*out) <= FOI_DISCLOSURE_MAX_VALUE;
}

static gboolean
takes_column (Sheet *sheet, guint column, int *decimals)
{
  FoiColumn *what = foi_table_data_get_column (sheet->data, column);

  *decimals = foi_column_get_decimals (what);
  if (foi_table_data_is_key (sheet->data, column))
    return FALSE;
  if (!sheet->is_rates)
    return _foi_disclosure_is_count (what) && !is_column_called_percentage (sheet->data, column);
  return !foi_column_is_left_out (what)
         && (_foi_disclosure_is_count (what)
             || _foi_disclosure_may_be_rate (sheet->data, column, decimals));
}

static void
read_figures (Sheet *sheet)
{
  const guint n = sheet->columns->len;

  sheet->values = g_new0 (gint64, n * sheet->n_rows);
  sheet->steps = g_new0 (gint64, n * sheet->n_rows);
  sheet->is_known = g_new0 (gboolean, n * sheet->n_rows);
  sheet->is_total = g_new0 (gboolean, sheet->n_rows);
  for (guint row = 0; row < sheet->n_rows; row++)
    {
      sheet->is_total[row] = _foi_disclosure_is_seen_total (sheet->set->draft, sheet->data, row);
      for (guint at = 0; at < n; at++)
        {
          const guint to = row * n + at, column = g_array_index (sheet->columns, guint, at);

          sheet->steps[to] = 1;
          if (!sheet->is_rates)
            sheet->is_known[to] = read_count (sheet->set->draft, sheet->data, row, column,
                                              &sheet->values[to]);
          else if (!_foi_disclosure_is_hidden (sheet->set->draft, sheet->data, row, column))
            sheet->is_known[to]
              = _foi_disclosure_read_figure (sheet->data, row, column, sheet->decimals[at],
                                             &sheet->values[to], &sheet->steps[to]);
        }
    }
}

static gboolean
has_labels (FoiTableData *data, guint column)
{
  FoiColumn *what = foi_table_data_get_column (data, column);

  return foi_table_data_is_key (data, column)
         || (foi_column_get_value_type (what) == FOI_VALUE_TEXT
             && foi_column_get_role (what) == FOI_ROLE_CATEGORY);
}

static void
read_sheet (FoiSeriesSet *self, FoiTableData *data, gboolean is_rates)
{
  const guint n_columns = foi_table_data_get_n_columns (data);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree int *decimals = g_new0 (int, n_columns + 1);
  Sheet sheet = { self, data, is_rates, columns, keys,
                  foi_row_store_get_length (foi_table_data_get_rows (data)),
                  .decimals = decimals };

  for (guint i = 0; i < n_columns; i++)
    {
      if (takes_column (&sheet, i, &decimals[columns->len]))
        g_array_append_val (columns, i);
      else if (has_labels (data, i))
        g_array_append_val (keys, i);
    }
  if (columns->len == 0 || sheet.n_rows == 0)
    return;
  read_figures (&sheet);
  add_series (&sheet);
  g_free (sheet.values);
  g_free (sheet.steps);
  g_free (sheet.is_known);
  g_free (sheet.is_total);
}

/**
 * foi_series_set_add:
 *
 * Adds the figures of a table that a reader has; of one that is too large to look through, none.
 */
void
foi_series_set_add (FoiSeriesSet *self, FoiTableData *data)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  const guint n_columns = foi_table_data_get_n_columns (data);

  if (n_rows > MAX_ROWS || n_columns > MAX_COLUMNS || n_rows * n_columns > MAX_CELLS)
    return;
  read_sheet (self, data, FALSE);
  read_sheet (self, data, TRUE);
}

/**
 * foi_series_set_new:
 *
 * Returns: (transfer full): a set without figures.
 */
FoiSeriesSet *
foi_series_set_new (FoiDisclosureDraft *draft)
{
  FoiSeriesSet *self = g_new0 (FoiSeriesSet, 1);

  self->draft = draft;
  self->axes = g_ptr_array_new_with_free_func (free_axis);
  self->counts = g_ptr_array_new_with_free_func (free_series);
  self->rates = g_ptr_array_new_with_free_func (free_series);
  self->row_labels
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * foi_series_set_free:
 *
 * Frees it.
 */
void
foi_series_set_free (FoiSeriesSet *self)
{
  g_hash_table_unref (self->row_labels);
  g_ptr_array_unref (self->counts);
  g_ptr_array_unref (self->rates);
  g_ptr_array_unref (self->axes);
  g_free (self);
}
