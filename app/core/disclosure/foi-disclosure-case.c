/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-totals-private.h"

#include <string.h>

#include "foi-disclosure-combined.h"
#include "foi-disclosure-relations.h"
#include "foi-disclosure-summary.h"
#include "foi-json-edit.h"
#include "foi-number.h"

/* What a case's tables declare: totals, and figures that are the same elsewhere. */

/* Its rows as positions; FALSE where one is not there. */
static gboolean
find_rows (FoiTableData *data, JsonNode *of, GArray *rows)
{
  g_array_set_size (rows, 0);
  for (guint i = 0; i < foi_json_get_n_elements (of); i++)
    {
      guint row;

      if (!foi_table_data_find_row (data, foi_json_get_element (of, i), &row))
        return FALSE;
      g_array_append_val (rows, row);
    }
  return rows->len > 0;
}

/* Whether the letter's columns tell anything of a column that it has not: as a part of a total, or
 * as the total. */
static gboolean
is_in_column_total (FoiDisclosureDraft *draft, FoiTableData *data, guint column)
{
  GPtrArray *found = _foi_disclosure_get_column_totals (draft, data);
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (data), "foi:totals");
  const char *name = foi_column_get_name (foi_table_data_get_column (data, column));

  for (guint i = 0; i < found->len; i++)
    {
      if (_foi_disclosure_is_in_sum (found->pdata[i], column))
        return TRUE;
    }
  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      JsonNode *of = foi_json_get_member (total, "of");
      const char *field = foi_json_get_string (total, "field", NULL);

      if (field == NULL)
        continue;
      if (strcmp (field, name) == 0)
        return TRUE;
      for (guint j = 0; j < foi_json_get_n_elements (of); j++)
        {
          JsonNode *part = foi_json_get_element (of, j);

          if (foi_json_is_string (part) && strcmp (json_node_get_string (part), name) == 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether a row that is declared to be a total is one in a column: it has the mean of means. */
static gboolean
is_claimed (FoiDisclosureDraft *draft, FoiTableData *data, guint total, GArray *rows, guint column)
{
  FoiRate rate;

  if (_foi_disclosure_is_called_mean (data, column))
    return FALSE;
  return foi_column_get_decimals (foi_table_data_get_column (data, column)) == 0
         || (!_foi_disclosure_is_between (draft, data, total, rows, column)
             && !_foi_disclosure_find_rate (draft, data, column, &rate));
}

/*
 * _foi_disclosure_add_row_total:
 * @rows: (element-type guint): what it is the total of
 * @is_declared: the case says so; else it was found
 *
 * Adds the line of one column.
 */
void
_foi_disclosure_add_row_total (FoiDisclosureDraft *draft, FoiTableData *data, guint total,
                               GArray *rows, guint column, gboolean is_declared)
{
  FoiLine *line;

  if (!_foi_disclosure_is_count (foi_table_data_get_column (data, column))
      || (foi_column_is_left_out (foi_table_data_get_column (data, column))
          && !is_in_column_total (draft, data, column))
      || foi_table_data_get_cell (data, total, column)->state == FOI_CELL_BLANK)
    return;
  line = _foi_disclosure_draft_add_line (draft, FOI_LINE_TOTAL);
  line->total = (int) _foi_disclosure_draft_take (draft, data, total, column);
  foi_line_add (line, (guint) line->total, -1);
  for (guint i = 0; i < rows->len; i++)
    foi_line_add (line,
                  _foi_disclosure_draft_take (draft, data, g_array_index (rows, guint, i), column),
                  1);
  if (is_declared && is_claimed (draft, data, total, rows, column))
    _foi_disclosure_draft_keep_claim (draft, line);
  else
    _foi_disclosure_draft_keep_line (draft, line);
}

/*
 * _foi_disclosure_list_row_totals:
 *
 * Returns: (transfer full) (element-type FoiFoundSum): the rows that are declared to be the sum of
 *   others, and those that are found to be.
 */
GPtrArray *
_foi_disclosure_list_row_totals (FoiDisclosureDraft *draft, FoiTableData *data)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (data), "foi:totals");
  GPtrArray *found = _foi_disclosure_get_row_totals (draft, data);
  GPtrArray *list = _foi_disclosure_new_found ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      JsonNode *key = foi_json_get_member (total, "row");
      guint row;

      if (key != NULL && foi_table_data_find_row (data, key, &row)
          && find_rows (data, foi_json_get_member (total, "of"), rows))
        g_array_append_vals (_foi_disclosure_add_found (list, row)->parts, rows->data, rows->len);
    }
  _foi_disclosure_copy_found (list, found);
  return list;
}

static void
add_term_of_column (FoiDisclosureDraft *draft, FoiLine *line, FoiTableData *data, guint row,
                    guint column, gint64 sign)
{
  FoiColumn *what = foi_table_data_get_column (data, column);

  foi_line_add (line, _foi_disclosure_draft_take (draft, data, row, column),
                sign * foi_number_power_of_ten (FOI_MAX_DECIMALS - foi_column_get_decimals (what)));
}

/* In the smallest units that any of them has. */
static void
take_smallest_units (FoiLine *line)
{
  gboolean is_even = line->terms->len > 0;

  while (is_even)
    {
      for (guint i = 0; i < line->terms->len; i++)
        is_even = is_even && g_array_index (line->terms, FoiLineTerm, i).factor % 10 == 0;
      for (guint i = 0; is_even && i < line->terms->len; i++)
        g_array_index (line->terms, FoiLineTerm, i).factor /= 10;
    }
}

/*
 * _foi_disclosure_add_column_total:
 * @columns: (element-type guint): what it is the total of
 *
 * Adds a line for each row that a total has figures in.
 */
void
_foi_disclosure_add_column_total (FoiDisclosureDraft *draft, FoiTableData *data,
                                  guint total, GArray *columns, gboolean is_declared)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  gboolean is_whole = _foi_disclosure_is_whole (draft, data);

  for (guint row = 0; row < n_rows; row++)
    {
      gboolean is_any = is_whole || _foi_disclosure_is_hidden (draft, data, row, total);
      FoiLine *line;

      for (guint i = 0; i < columns->len && !is_any; i++)
        is_any = _foi_disclosure_is_hidden (draft, data, row, g_array_index (columns, guint, i));
      if (!is_any || foi_table_data_get_cell (data, row, total)->state == FOI_CELL_BLANK)
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_TOTAL);
      line->total = (int) _foi_disclosure_draft_take (draft, data, row, total);
      add_term_of_column (draft, line, data, row, total, -1);
      for (guint i = 0; i < columns->len; i++)
        add_term_of_column (draft, line, data, row, g_array_index (columns, guint, i), 1);
      take_smallest_units (line);
      if (is_declared)
        _foi_disclosure_draft_keep_claim (draft, line);
      else
        _foi_disclosure_draft_keep_line (draft, line);
    }
}

static int
find_count (FoiTableData *data, const char *name)
{
  int column = name == NULL ? -1 : foi_table_data_find_column (data, name);

  return column >= 0 && _foi_disclosure_is_count (foi_table_data_get_column (data, (guint) column))
           ? column : -1;
}

static gboolean
find_columns (FoiTableData *data, JsonNode *of, GArray *columns)
{
  g_array_set_size (columns, 0);
  for (guint i = 0; i < foi_json_get_n_elements (of); i++)
    {
      JsonNode *name = foi_json_get_element (of, i);
      int column = foi_json_is_string (name) ? find_count (data, json_node_get_string (name)) : -1;
      guint place = (guint) column;

      if (column < 0)
        return FALSE;
      g_array_append_val (columns, place);
    }
  return columns->len > 0;
}

static void
add_totals (FoiDisclosureDraft *draft, FoiTableData *data)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (data), "foi:totals");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *total = foi_json_get_element (totals, i);
      JsonNode *of = foi_json_get_member (total, "of");
      JsonNode *key = foi_json_get_member (total, "row");
      int column = find_count (data, foi_json_get_string (total, "field", NULL));
      guint row;

      if (key != NULL && foi_table_data_find_row (data, key, &row)
          && find_rows (data, of, places))
        for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
          _foi_disclosure_add_row_total (draft, data, row, places, j, TRUE);
      if (column >= 0 && find_columns (data, of, places))
        _foi_disclosure_add_column_total (draft, data, (guint) column, places, TRUE);
    }
}

/* The totals that nothing declares. */
static void
add_found_totals (FoiDisclosureDraft *draft, FoiTableData *data)
{
  GPtrArray *rows = _foi_disclosure_get_row_totals (draft, data);
  GPtrArray *columns = _foi_disclosure_get_column_totals (draft, data);

  for (guint i = 0; i < rows->len; i++)
    {
      const FoiFoundSum *found = rows->pdata[i];

      for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
        _foi_disclosure_add_row_total (draft, data, found->total, found->parts, j, FALSE);
    }
  for (guint i = 0; i < columns->len; i++)
    {
      const FoiFoundSum *found = columns->pdata[i];

      _foi_disclosure_add_column_total (draft, data, found->total, found->parts, FALSE);
    }
}

static gboolean
take_same (FoiDisclosureDraft *draft, JsonNode *node, guint *out)
{
  const char *name = foi_json_get_string (node, "table", NULL);
  FoiTableData *data = name == NULL ? NULL : foi_case_state_find_table (draft->self->state, name);
  JsonNode *key = foi_json_get_member (node, "row");
  int column = data == NULL ? -1 : find_count (data, foi_json_get_string (node, "field", NULL));
  guint row;

  if (column < 0 || key == NULL || !foi_table_data_find_row (data, key, &row))
    return FALSE;
  *out = _foi_disclosure_draft_take (draft, data, row, (guint) column);
  return TRUE;
}

static gint64
get_scale (FoiDisclosureDraft *draft, guint cell)
{
  const FoiCellPlace *place = foi_disclosure_case_get_place (draft->self, cell);

  return foi_number_power_of_ten (FOI_MAX_DECIMALS
                       - foi_column_get_decimals (foi_table_data_get_column (place->data,
                                                                             place->column)));
}

/* Cells of several tables that are one and the same figure. */
static void
add_same (FoiDisclosureDraft *draft, FoiTableData *data)
{
  JsonNode *groups = foi_json_get_member (foi_table_data_get_resource (data), "foi:same");

  for (guint i = 0; i < foi_json_get_n_elements (groups); i++)
    {
      JsonNode *group = foi_json_get_element (groups, i);
      gboolean has_first = FALSE;
      guint first = 0, next;

      for (guint j = 0; j < foi_json_get_n_elements (group); j++)
        {
          FoiLine *line;

          if (!take_same (draft, foi_json_get_element (group, j), &next)
              || (has_first && next == first))
            continue;
          if (!has_first)
            {
              first = next;
              has_first = TRUE;
              continue;
            }
          line = _foi_disclosure_draft_add_line (draft, FOI_LINE_SAME);
          foi_line_add (line, first, get_scale (draft, first));
          foi_line_add (line, next, -get_scale (draft, next));
          take_smallest_units (line);
          _foi_disclosure_draft_keep_claim (draft, line);
        }
    }
}

static void
take_cells (FoiDisclosureDraft *draft, FoiTableData *data)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  gboolean is_whole = _foi_disclosure_is_whole (draft, data);

  for (guint i = 0; i < n_rows; i++)
    {
      for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
        {
          FoiColumn *column = foi_table_data_get_column (data, j);

          if (_foi_disclosure_is_exact (draft, data, i, j))
            _foi_disclosure_draft_tell (draft, FOI_LINE_EXACT,
                                        _foi_disclosure_draft_take (draft, data, i, j),
                                        foi_table_data_get_cell (data, i, j)->number);
          else if (_foi_disclosure_is_count (column) && !foi_column_is_left_out (column)
                   && (is_whole || _foi_disclosure_is_hidden (draft, data, i, j)))
            _foi_disclosure_draft_take (draft, data, i, j);
        }
    }
}

/* What is seen in a table itself; @grids takes it, to be laid beside others. */
static void
add_seen (FoiDisclosureDraft *draft, FoiTableData *data, GPtrArray *grids)
{
  FoiDisclosureGrid *grid = foi_disclosure_grid_new (draft, data);

  if (grid == NULL)
    return;
  g_ptr_array_add (grids, grid);
  _foi_disclosure_add_summaries (draft, grid);
  _foi_disclosure_add_seen (draft, grid);
  _foi_disclosure_add_blocks (draft, grid);
  _foi_disclosure_add_balances (draft, grid);
  _foi_disclosure_add_ranked (draft, grid);
  g_hash_table_insert (draft->is_seen, data,
                       g_memdup2 (grid->is_total, sizeof (gboolean) * grid->n_rows));
}

/* What earlier letters showed, and what these tables told by themselves. */
static void
add_issued (FoiDisclosureDraft *draft, GHashTable *of_use, GPtrArray *grids)
{
  _foi_disclosure_add_issued (draft, of_use);
  for (guint i = 0; i < draft->self->earlier->len; i++)
    {
      FoiTableData *data = draft->self->earlier->pdata[i];

      add_totals (draft, data);
      add_found_totals (draft, data);
      add_seen (draft, data, grids);
    }
}

/* What was in a table before rows or columns of it became one. */
static void
add_combined (FoiDisclosureDraft *draft, GHashTable *of_use, GPtrArray *grids)
{
  GPtrArray *tables = foi_case_state_get_tables (draft->self->state);

  for (guint i = 0; i < tables->len; i++)
    if (g_hash_table_contains (of_use, tables->pdata[i])
        && _foi_disclosure_has_combined (draft, tables->pdata[i]))
      _foi_disclosure_add_combined (draft, tables->pdata[i], grids);
  for (guint i = 0; i < draft->self->combined->len; i++)
    {
      add_totals (draft, draft->self->combined->pdata[i]);
      add_found_totals (draft, draft->self->combined->pdata[i]);
    }
}

/* What all tables that a reader has tell together, however they are laid out. */
static void
add_beside (FoiDisclosureDraft *draft)
{
  g_autoptr (FoiSeriesSet) set = foi_series_set_new (draft);
  GPtrArray *tables = foi_case_state_get_tables (draft->self->state);

  for (guint i = 0; i < tables->len; i++)
    foi_series_set_add (set, tables->pdata[i]);
  for (guint i = 0; i < draft->self->earlier->len; i++)
    foi_series_set_add (set, draft->self->earlier->pdata[i]);
  for (guint i = 0; i < draft->self->combined->len; i++)
    foi_series_set_add (set, draft->self->combined->pdata[i]);
  _foi_disclosure_add_beside (set);
  _foi_disclosure_add_ratios (set);
  _foi_disclosure_add_multiples (set);
  _foi_disclosure_add_averages (set);
  _foi_disclosure_add_running (set);
  _foi_disclosure_add_joined (set);
  _foi_disclosure_add_grouped (set);
  _foi_disclosure_add_several (set);
  _foi_disclosure_add_listed (set);
}

/**
 * foi_disclosure_case_new:
 * @whole_table: (nullable): a table of which all cells and lines are taken up, to choose from
 * @rule: (nullable): the rule that it is to have
 *
 * Returns: (transfer full): what a reader of the case's letters sees and knows.
 */
FoiDisclosureCase *
foi_disclosure_case_new (FoiCaseState *state, const char *whole_table, const FoiSmallRule *rule)
{
  const char *const wholes[] = { whole_table, NULL };

  return foi_disclosure_case_new_of (state, whole_table != NULL ? wholes : NULL, rule);
}

/**
 * foi_disclosure_case_new_of:
 * @wholes: (nullable) (array zero-terminated=1): tables of which all cells and lines are taken up
 * @rule: (nullable): the rule that they are to have
 *
 * As foi_disclosure_case_new(), of several tables.
 *
 * Returns: (transfer full): what a reader of the case's letters sees and knows.
 */
FoiDisclosureCase *
foi_disclosure_case_new_of (FoiCaseState *state, const char *const *wholes,
                            const FoiSmallRule *rule)
{
  g_auto (FoiDisclosureDraft) draft = { 0 };
  g_autoptr (GPtrArray) grids
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_disclosure_grid_free);
  GPtrArray *tables = foi_case_state_get_tables (state);
  g_autoptr (GHashTable) of_use = NULL;

  _foi_disclosure_draft_init (&draft, state, wholes, rule);
  draft.self->problem->goes_on = TRUE;
  of_use = _foi_disclosure_list_of_use (&draft);
  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *data = tables->pdata[i];

      add_same (&draft, data);
      if (!g_hash_table_contains (of_use, data))
        {
          if (g_hash_table_size (of_use) > 0)
            add_seen (&draft, data, grids);
          continue;
        }
      take_cells (&draft, data);
      add_totals (&draft, data);
      add_found_totals (&draft, data);
      add_seen (&draft, data, grids);
      _foi_disclosure_add_rates (&draft, data);
      _foi_disclosure_add_quotes (&draft, data);
    }
  add_combined (&draft, of_use, grids);
  if (g_hash_table_size (of_use) > 0)
    add_issued (&draft, of_use, grids);
  _foi_disclosure_add_across (&draft, grids);
  _foi_disclosure_add_single (&draft, grids, of_use);
  _foi_disclosure_add_summaries_beside (&draft, grids);
  if (g_hash_table_size (of_use) > 0)
    add_beside (&draft);
  _foi_disclosure_mark_issued (&draft);
  _foi_disclosure_settle_means (&draft, of_use);
  return g_steal_pointer (&draft.self);
}

/**
 * foi_disclosure_case_free:
 *
 * Frees it.
 */
void
foi_disclosure_case_free (FoiDisclosureCase *self)
{
  foi_case_state_unref (self->state);
  foi_disclosure_problem_free (self->problem);
  g_array_unref (self->places);
  g_ptr_array_unref (self->earlier);
  g_ptr_array_unref (self->combined);
  g_free (self);
}

/**
 * foi_disclosure_case_get_place:
 *
 * Returns: (transfer none): where a cell of the problem stands.
 */
const FoiCellPlace *
foi_disclosure_case_get_place (FoiDisclosureCase *self, guint cell)
{
  return &g_array_index (self->places, FoiCellPlace, cell);
}
