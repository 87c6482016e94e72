/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-cell-words.h"

#include <glib/gi18n.h>

#include "foi-number.h"
#include "foi-table.h"
#include "foi-totals.h"

/* A coverage of a known whole, and how much of it there is. */
static gboolean
is_coverage (FoiColumn *column, const FoiCell *cell)
{
  return foi_column_get_role (column) == FOI_ROLE_COVERAGE && foi_column_get_of (column) > 0
         && foi_column_get_value_type (column) == FOI_VALUE_INTEGER
         && cell->state == FOI_CELL_VALUE && !cell->has_text;
}

/**
 * foi_cell_words_display:
 * @column: a column
 * @cell: one of its cells
 *
 * Returns: (transfer full): what the table shows: as in the letter, and "21 of 52" for a coverage.
 */
char *
foi_cell_words_display (FoiColumn *column, const FoiCell *cell)
{
  g_autofree char *covered = NULL;
  g_autofree char *whole = NULL;

  g_return_val_if_fail (column != NULL && cell != NULL, NULL);

  if (!is_coverage (column, cell))
    return foi_column_format_under_heading (column, cell);
  covered = foi_number_to_words (cell->number, 0);
  whole = foi_number_to_words (foi_column_get_of (column), 0);
  /* Translators: how much of a period the figures cover: 21 of 52 (weeks). */
  return g_strdup_printf (_("%s of %s"), covered, whole);
}

/**
 * foi_cell_words_is_part:
 *
 * Returns: whether the cell says that the figures cover less than the whole period: also 51 of 52.
 */
gboolean
foi_cell_words_is_part (FoiColumn *column, const FoiCell *cell)
{
  g_return_val_if_fail (column != NULL && cell != NULL, FALSE);
  return is_coverage (column, cell) && cell->number < foi_column_get_of (column);
}

/**
 * foi_cell_words_is_over:
 *
 * Returns: whether the cell says that the figures cover more than the whole period: what a file may
 *   say, and nobody can type.
 */
gboolean
foi_cell_words_is_over (FoiColumn *column, const FoiCell *cell)
{
  g_return_val_if_fail (column != NULL && cell != NULL, FALSE);
  return is_coverage (column, cell)
         && (cell->number > foi_column_get_of (column) || cell->number < 0);
}

static gboolean
names_rows (FoiTableData *data, guint index)
{
  FoiColumn *column = foi_table_data_get_column (data, index);
  FoiRole role = foi_column_get_role (column);

  if (g_str_equal (foi_column_get_name (column), FOI_ROW_FIELD))
    return FALSE;
  return foi_table_data_is_key (data, index) || role == FOI_ROLE_CATEGORY
         || role == FOI_ROLE_PERIOD;
}

/* Whether the cell is shown as "Total". */
static gboolean
is_name_of_total (FoiTableData *data, const FoiRecord *record, guint column)
{
  guint position;

  return foi_row_store_find (foi_table_data_get_rows (data), record->id, &position)
         && foi_totals_is_name (data, position, column);
}

/**
 * foi_cell_words_row:
 * @record: a row of @data
 * @position: where it is, for rows without a name
 *
 * Returns: (transfer full): what a person calls the row: "2019/20", "Cardiff, 2019/20",
 *   "Total", "row 3".
 */
char *
foi_cell_words_row (FoiTableData *data, const FoiRecord *record, guint position)
{
  GString *name;

  g_return_val_if_fail (data != NULL && record != NULL, NULL);

  name = g_string_new (NULL);
  for (guint i = 0; i < MIN (record->n_cells, foi_table_data_get_n_columns (data)); i++)
    {
      g_autofree char *text = NULL;

      if (!names_rows (data, i))
        continue;
      if (record->cells[i].state == FOI_CELL_VALUE)
        text = foi_column_format (foi_table_data_get_column (data, i), &record->cells[i]);
      else if (is_name_of_total (data, record, i))
        text = g_strdup (_("Total"));
      else
        continue;
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", text);
    }
  if (name->len == 0)
    /* Translators: a row that has no name yet. */
    g_string_append_printf (name, _("row %u"), position + 1);
  return g_string_free (name, FALSE);
}

/**
 * foi_cell_words_place:
 *
 * Returns: (transfer full): where a cell is: "Calls answered, 2019/20".
 */
char *
foi_cell_words_place (FoiTableData *data, const FoiRecord *record, guint position, guint column)
{
  g_autofree char *row = NULL;
  const char *title;

  g_return_val_if_fail (data != NULL && record != NULL, NULL);

  title = foi_column_get_title (foi_table_data_get_column (data, column));
  if (names_rows (data, column))
    /* Translators: where a cell is that names its row: "Reporting year, row 4". */
    return g_strdup_printf (_("%s, row %u"), title, position + 1);
  row = foi_cell_words_row (data, record, position);
  /* Translators: where a cell is: the column and the row, "Calls answered, 2019/20". */
  return g_strdup_printf (_("%s, %s"), title, row);
}

/* "27 of 52 weeks", "20,049", "withheld". */
static char *
value_in_words (FoiColumn *column, const FoiCell *cell)
{
  g_autofree char *display = NULL;

  if (cell->state != FOI_CELL_VALUE)
    return g_strdup (foi_cell_state_to_words ((FoiCellState) cell->state));
  if (!is_coverage (column, cell) || foi_column_get_unit (column) == NULL)
    return foi_column_format (column, cell);
  display = foi_cell_words_display (column, cell);
  return g_strdup_printf ("%s %s", display, foi_column_get_unit (column));
}

/**
 * foi_cell_words_full:
 *
 * Returns: (transfer full): the whole of a cell for somebody who does not see the table:
 *   "Calls answered, 2019/20: 20,049".
 */
char *
foi_cell_words_full (FoiTableData *data, const FoiRecord *record, guint position, guint column)
{
  g_autofree char *place = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (data != NULL && record != NULL, NULL);

  if (column >= record->n_cells)
    return g_strdup ("");
  place = foi_cell_words_place (data, record, position, column);
  if (is_name_of_total (data, record, column))
    value = g_strdup (_("Total"));
  else
    value = value_in_words (foi_table_data_get_column (data, column), &record->cells[column]);
  /* Translators: a cell and what is in it: "Calls answered, 2019/20: 20,049". */
  return g_strdup_printf (_("%s: %s"), place, value);
}

/* The column that says how much of its period a measure covers, or -1. */
static int
find_coverage (FoiTableData *data, const char *measure)
{
  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    {
      FoiColumn *column = foi_table_data_get_column (data, i);
      const char *const *covers = foi_column_get_covers (column);

      if (foi_column_get_role (column) == FOI_ROLE_COVERAGE && covers != NULL
          && g_strv_contains (covers, measure))
        return (int) i;
    }
  return -1;
}

/* The average of a part that there is, for which a table of this one row is published. */
static char *
average_in_words (FoiTableData *data, FoiRecord *record, guint column)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (FoiTableData) one_row = NULL;
  g_autoptr (FoiPublication) publication = NULL;
  g_autofree char *average = NULL;
  const char *period = NULL;
  gint64 number;
  int index;

  g_ptr_array_add (records, foi_record_ref (record));
  rows = foi_row_store_new_take (records);
  one_row = foi_table_data_with_rows (data, rows, foi_table_data_get_next_row_id (data));
  publication = foi_publication_new (one_row);
  index = foi_publication_find_column (publication,
                                       foi_column_get_name (foi_table_data_get_column (data,
                                                                                       column)));
  if (index < 0
      || !foi_average_per_period (publication, 0, (guint) index, 0, &number, &period))
    return NULL;
  average = foi_number_to_words (number, 0);
  /* Translators: an average: "373 a week". */
  return g_strdup_printf (_("%s a %s"), average, period);
}

/**
 * foi_cell_words_status:
 * @record: a row of @data
 * @column: a column's place
 *
 * Returns: (transfer full): what the cell means, for the status line: "Calls answered, 2019/20:
 *   10,066 · 27 of 52 weeks · 373 a week".
 */
char *
foi_cell_words_status (FoiTableData *data, FoiRecord *record, guint position, guint column)
{
  g_autofree char *coverage = NULL;
  g_autofree char *average = NULL;
  g_autofree char *full = NULL;
  int covering;

  g_return_val_if_fail (data != NULL && record != NULL, NULL);

  if (column >= record->n_cells)
    return g_strdup ("");
  full = foi_cell_words_full (data, record, position, column);
  covering = find_coverage (data, foi_column_get_name (foi_table_data_get_column (data, column)));
  if (covering < 0 || (guint) covering >= record->n_cells
      || record->cells[covering].state != FOI_CELL_VALUE)
    return g_steal_pointer (&full);
  coverage = value_in_words (foi_table_data_get_column (data, (guint) covering),
                             &record->cells[covering]);
  average = average_in_words (data, record, column);
  return g_strjoin (" · ", full, coverage, average, NULL);
}
