/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-row-labels.h"

#include <string.h>

#include "foi-date.h"
#include "foi-disclosure-labels.h"
#include "foi-disclosure-relations.h"

/* By which a reader puts the rows of a table together: their schools, their phases, their years. */

/* Longer lists go with a letter as a file; and of wider ones nobody looks for each column. */
#define MAX_ROWS 5000
#define MAX_COLUMNS 24

/* What of a day two tables may have in common. */
typedef enum
{
  LABEL_PLAIN,
  LABEL_YEAR,
  LABEL_YEAR_FROM_APRIL,
  LABEL_YEAR_FROM_SEPTEMBER,
  LABEL_MONTH,
  LABEL_MONTH_NAME,
  N_LABELS,
} LabelKind;

static void
free_labels (gpointer data)
{
  FoiRowLabels *labels = data;

  g_ptr_array_unref (labels->labels);
  g_hash_table_unref (labels->maps);
  g_free (labels->of_row);
  g_free (labels);
}

static char *
dup_year (int year, int month, int first_month)
{
  const int from = month < first_month ? year - 1 : year;

  return g_strdup_printf ("%d %02d", from, (from + 1) % 100);
}

static char *
dup_label (FoiTableData *data, guint row, guint column, LabelKind kind)
{
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);
  int year, month, day;

  if (kind == LABEL_PLAIN)
    return _foi_series_dup_cell_label (data, row, column);
  foi_date_to_ymd ((FoiDate) cell->number, &year, &month, &day);
  switch (kind)
    {
    case LABEL_YEAR:
      return g_strdup_printf ("%d", year);
    case LABEL_YEAR_FROM_APRIL:
      return dup_year (year, month, 4);
    case LABEL_YEAR_FROM_SEPTEMBER:
      return dup_year (year, month, 9);
    case LABEL_MONTH:
      return g_strdup_printf ("%d %02d", year, month);
    case LABEL_MONTH_NAME:
    case LABEL_PLAIN:
    case N_LABELS:
    default:
      return foi_series_fold_label (foi_month_name (month));
    }
}

static guint
take_label (FoiRowLabels *self, GHashTable *places, char *label)
{
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, label));

  if (place > 0)
    {
      g_free (label);
      return place - 1;
    }
  g_ptr_array_add (self->labels, label);
  g_hash_table_insert (places, label, GUINT_TO_POINTER (self->labels->len));
  return self->labels->len - 1;
}

static FoiRowLabels *
read_labels (FoiTableData *data, guint n_rows, guint column, LabelKind kind)
{
  FoiRowLabels *labels = g_new0 (FoiRowLabels, 1);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  labels->column = column;
  labels->is_read = kind != LABEL_PLAIN;
  labels->labels = g_ptr_array_new_with_free_func (g_free);
  labels->maps = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  labels->of_row = g_new (guint, n_rows);
  for (guint row = 0; row < n_rows; row++)
    {
      const FoiCell *cell = foi_table_data_get_cell (data, row, column);
      const gboolean is_withheld = cell->state == FOI_CELL_SUPPRESSED;

      labels->of_row[row] = is_withheld ? FOI_LABEL_WITHHELD : FOI_NO_LABEL;
      labels->has_withheld = labels->has_withheld || is_withheld;
      if (cell->state == FOI_CELL_VALUE)
        labels->of_row[row] = take_label (labels, places, dup_label (data, row, column, kind));
    }
  return labels;
}

static gboolean
has_labels (FoiTableData *data, guint column)
{
  FoiColumn *what = foi_table_data_get_column (data, column);
  const FoiValueType type = foi_column_get_value_type (what);

  return !foi_column_is_left_out (what) && foi_column_get_role (what) != FOI_ROLE_COVERAGE
         && strcmp (foi_column_get_name (what), FOI_ROW_FIELD) != 0
         && type != FOI_VALUE_DECIMAL && type != FOI_VALUE_MONEY && type != FOI_VALUE_PERCENTAGE;
}

/**
 * foi_series_set_get_row_labels:
 *
 * Returns: (transfer none) (element-type FoiRowLabels): by what the rows of a table can be put
 *   together; of one that is too large to look through, nothing.
 */
GPtrArray *
foi_series_set_get_row_labels (FoiSeriesSet *self, FoiTableData *data)
{
  GPtrArray *list = g_hash_table_lookup (self->row_labels, data);
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  const guint n_columns = foi_table_data_get_n_columns (data);

  if (list != NULL)
    return list;
  list = g_ptr_array_new_with_free_func (free_labels);
  g_hash_table_insert (self->row_labels, data, list);
  for (guint i = 0; i < n_columns && n_rows <= MAX_ROWS && n_columns <= MAX_COLUMNS; i++)
    {
      const gboolean is_date
        = foi_column_get_value_type (foi_table_data_get_column (data, i)) == FOI_VALUE_DATE;

      for (guint kind = 0; kind < (is_date ? N_LABELS : 1) && has_labels (data, i); kind++)
        g_ptr_array_add (list, read_labels (data, n_rows, i, (LabelKind) kind));
    }
  return list;
}

/**
 * foi_row_labels_map:
 *
 * Returns: (transfer none): of each label the place on the axis of what means the same, or -1.
 */
const int *
foi_row_labels_map (const FoiRowLabels *self, FoiSeriesAxis *axis)
{
  int *map = g_hash_table_lookup (self->maps, axis);

  if (map == NULL)
    {
      map = foi_labels_match (self->labels, axis->labels);
      g_hash_table_insert (self->maps, axis, map);
    }
  return map;
}
