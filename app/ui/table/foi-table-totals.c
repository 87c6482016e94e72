/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-totals.h"

#include <glib/gi18n.h>

#include "foi-case-edits.h"
#include "foi-column-edits.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-totals-find.h"

/* The decimal places of an average that is added as a column. */
#define AVERAGE_DECIMALS 1

static FoiTableData *
get_data (FoiTableGrid *grid)
{
  return foi_table_get_data (foi_table_grid_get_table (grid));
}

static guint64
get_row_id (FoiTableData *data, guint position)
{
  return foi_row_store_get (foi_table_data_get_rows (data), position)->id;
}

static gboolean
set_totals (FoiDocument *document, FoiTableGrid *grid, JsonNode *list, const char *label,
            GError **error)
{
  return foi_case_editor_set_table_member (foi_document_get_editor (document),
                                           foi_table_data_get_name (get_data (grid)), "foi:totals",
                                           list, label, error);
}

static gboolean
set_cells (FoiDocument *document, FoiTableGrid *grid, GArray *edits, const char *label,
           GError **error)
{
  return edits->len == 0
         || foi_case_editor_set_cells (foi_document_get_editor (document),
                                       foi_table_data_get_name (get_data (grid)),
                                       (const FoiCellEdit *) (gpointer) edits->data, edits->len,
                                       label, error);
}

/* Begins a command, runs @steps, and ends it, or takes it all back. */
static gboolean
run (FoiDocument *document, FoiTableGrid *grid, const char *label,
     gboolean (*steps) (FoiDocument *, FoiTableGrid *, const char *, GError **), const char *column,
     GError **error)
{
  FoiCaseEditor *editor = foi_document_get_editor (document);
  gboolean done;

  foi_table_grid_begin_edits (grid);
  foi_case_editor_begin (editor, label);
  done = steps (document, grid, column, error);
  if (done)
    foi_case_editor_end (editor);
  else
    foi_case_editor_cancel (editor);
  foi_table_grid_end_edits (grid);
  return done;
}

/* What is proposed in the blank cells of a row or column that became a total. */
static void
propose_total (FoiTableData *data, guint position, guint column, GArray *edits)
{
  FoiColumn *described = foi_table_data_get_column (data, column);
  FoiCellEdit edit = { .row = get_row_id (data, position) };
  gint64 total;

  if (!foi_column_is_numeric (described)
      || foi_table_data_get_cell (data, position, column)->state != FOI_CELL_BLANK
      || !foi_totals_compute (data, position, column, &total))
    return;
  edit.column = foi_column_get_name (described);
  edit.cell = foi_cell_number (total);
  g_array_append_val (edits, edit);
}

/* What it adds up to is what it is the total of, wherever that stands; NULL where it does not. */
static JsonNode *
dup_found (FoiTableData *data, gboolean is_row, guint place)
{
  g_autoptr (GPtrArray) found = foi_totals_find (data);

  for (guint i = 0; i < found->len; i++)
    {
      const FoiFoundTotal *total = g_ptr_array_index (found, i);

      if (total->is_row == is_row && total->place == place)
        return foi_found_total_dup_declared (total, data);
    }
  return NULL;
}

static gboolean
make_row_at (FoiDocument *document, FoiTableGrid *grid, guint position, gboolean is_called,
             GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));
  g_autoptr (JsonNode) list = NULL;
  FoiTableData *data = get_data (grid);

  list = is_called ? foi_totals_dup_with_called_row (data, position)
                   : foi_totals_dup_with_row (data, position);
  if (list == NULL)
    list = dup_found (data, TRUE, position);
  if (list == NULL)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           is_called ? _("A total needs rows with names above it")
                                     : _("A total needs a name in the first cell of its row, such "
                                         "as “Total”, and rows with names above it"));
      return FALSE;
    }
  if (!set_totals (document, grid, list, _("Make Total"), error))
    return FALSE;
  data = get_data (grid);
  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    propose_total (data, position, i, edits);
  return set_cells (document, grid, edits, _("Make Total"), error);
}

static gboolean
make_row (FoiDocument *document, FoiTableGrid *grid, const char *unused, GError **error)
{
  guint position = 0;

  foi_table_grid_get_cursor (grid, &position, NULL);
  return make_row_at (document, grid, position, FALSE, error);
}

/**
 * foi_table_totals_make_named_row:
 * @position: of the row
 * @column: the name of the column that names the rows, whose type has no word for a total
 *
 * Declares a row that was called "Total" to be that of the rows above it, and fills in what is
 * blank. The letter then prints the word.
 *
 * Returns: whether it was done; else %FOI_ERROR_REFUSED with the reason.
 */
gboolean
foi_table_totals_make_named_row (FoiDocument *document, FoiTableGrid *grid, guint position,
                                 const char *column, GError **error)
{
  FoiCaseEditor *editor = foi_document_get_editor (document);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));
  const FoiCellEdit blank = {
    .row = get_row_id (get_data (grid), position), .column = column, .cell = FOI_CELL_INIT,
  };
  gboolean done;

  g_array_append_val (edits, blank);
  foi_table_grid_begin_edits (grid);
  foi_case_editor_begin (editor, _("Make Total"));
  done = set_cells (document, grid, edits, _("Make Total"), error)
         && make_row_at (document, grid, position, TRUE, error);
  if (done)
    foi_case_editor_end (editor);
  else
    foi_case_editor_cancel (editor);
  foi_table_grid_end_edits (grid);
  return done;
}

/**
 * foi_table_totals_make_row:
 *
 * Declares the cursor's row to be the total of the rows above it, and fills in what is blank.
 *
 * Returns: whether it was done; else %FOI_ERROR_REFUSED with the reason.
 */
gboolean
foi_table_totals_make_row (FoiDocument *document, FoiTableGrid *grid, GError **error)
{
  return run (document, grid, _("Make Total"), make_row, NULL, error);
}

/**
 * foi_table_totals_forget_row:
 *
 * The cursor's row is no total any more; its values stay.
 *
 * Returns: whether it was done.
 */
gboolean
foi_table_totals_forget_row (FoiDocument *document, FoiTableGrid *grid, GError **error)
{
  g_autoptr (JsonNode) list = NULL;
  guint position = 0;

  foi_table_grid_get_cursor (grid, &position, NULL);
  list = foi_totals_dup_without_row (get_data (grid), position);
  return set_totals (document, grid, list, _("Forget Total"), error);
}

static gboolean
make_column (FoiDocument *document, FoiTableGrid *grid, const char *column, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));
  g_autoptr (JsonNode) list = NULL;
  FoiTableData *data = get_data (grid);
  int index = foi_table_data_find_column (data, column);

  if (index < 0)
    return TRUE;
  list = dup_found (data, FALSE, (guint) index);
  if (list == NULL)
    list = foi_totals_dup_with_column (data, (guint) index);
  if (list == NULL)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("There are no columns of figures before it for it to be the total "
                             "of"));
      return FALSE;
    }
  if (!set_totals (document, grid, list, _("Make Total"), error))
    return FALSE;
  data = get_data (grid);
  for (guint i = 0; i < foi_row_store_get_length (foi_table_data_get_rows (data)); i++)
    propose_total (data, i, (guint) index, edits);
  return set_cells (document, grid, edits, _("Make Total"), error);
}

/**
 * foi_table_totals_make_column:
 * @column: the name of a column of quantities
 *
 * Declares it to be the total of those that it adds up, or else of those before it, and fills in
 * what is blank.
 *
 * Returns: whether it was done; else %FOI_ERROR_REFUSED with the reason.
 */
gboolean
foi_table_totals_make_column (FoiDocument *document, FoiTableGrid *grid, const char *column,
                              GError **error)
{
  return run (document, grid, _("Make Total"), make_column, column, error);
}

/**
 * foi_table_totals_forget_column:
 *
 * The column is no total any more; its values stay.
 *
 * Returns: whether it was done.
 */
gboolean
foi_table_totals_forget_column (FoiDocument *document, FoiTableGrid *grid, const char *column,
                                GError **error)
{
  g_autoptr (JsonNode) list = NULL;
  int index = foi_table_data_find_column (get_data (grid), column);

  if (index < 0)
    return TRUE;
  list = foi_totals_dup_without_column (get_data (grid), (guint) index);
  return set_totals (document, grid, list, _("Forget Total"), error);
}

/* The averages of a measure, one for each row that has one. */
static const char *
collect_averages (FoiTableGrid *grid, const char *measure, const char *name, GArray *edits)
{
  FoiTableData *data = get_data (grid);
  g_autoptr (FoiPublication) publication = foi_publication_new (data);
  int index = foi_publication_find_column (publication, measure);
  const char *period = NULL;

  for (guint i = 0; index >= 0 && i < foi_publication_get_n_rows (publication); i++)
    {
      FoiCellEdit edit = { .row = get_row_id (data, i), .column = name };
      gint64 average;

      if (!foi_average_per_period (publication, i, (guint) index, AVERAGE_DECIMALS, &average,
                                   &period))
        continue;
      edit.cell = foi_cell_number (average);
      g_array_append_val (edits, edit);
    }
  return period;
}

static gboolean
add_averages (FoiDocument *document, FoiTableGrid *grid, const char *measure, GError **error)
{
  FoiTable *table = foi_table_grid_get_table (grid);
  int index = foi_table_find_column (table, measure);
  g_autofree char *wish = g_strconcat (measure, "-average", NULL);
  g_autofree char *name = foi_column_edits_dup_unused_name (table, wish);
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));
  const char *period = collect_averages (grid, measure, name, edits);
  g_autoptr (FoiColumn) column = NULL;
  g_autofree char *title = NULL;

  if (index < 0 || period == NULL)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("There is no average: the column is left out of the letter, or "
                             "nothing says how much of the period its figures cover"));
      return FALSE;
    }
  /* Translators: the heading of a column of averages: "Calls answered, average a week". */
  title = g_strdup_printf (_("%s, average a %s"),
                           foi_column_get_title (foi_table_get_column (table, (guint) index)),
                           period);
  column = foi_column_new (name, title, FOI_VALUE_DECIMAL);
  return foi_case_editor_insert_column (foi_document_get_editor (document),
                                        foi_table_get_name (table), (guint) index + 1, column,
                                        error)
         && set_cells (document, grid, edits, _("Add Averages"), error);
}

/**
 * foi_table_totals_add_averages:
 *
 * Adds a column with the average of the cursor's measure for each week or month that its figures
 * cover.
 *
 * Returns: whether it was done; else %FOI_ERROR_REFUSED with the reason.
 */
gboolean
foi_table_totals_add_averages (FoiDocument *document, FoiTableGrid *grid, GError **error)
{
  g_autofree char *measure = g_strdup (foi_table_grid_get_cursor_column (grid));

  return run (document, grid, _("Add Averages"), add_averages, measure, error);
}
