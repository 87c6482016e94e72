/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-case-private.h"

#include <string.h>

#include "foi-disclosure-labels.h"
#include "foi-json-edit.h"

/* What letters that went before tell of the figures of a table. */

/* More of them nobody lays beside one another. */
#define MAX_EARLIER 20

/*
 * _foi_disclosure_is_shown:
 *
 * Returns: whether a text that says @value may mean the rounded figure that the cell shows.
 */
gboolean
_foi_disclosure_is_shown (FoiDisclosureDraft *draft, FoiTableData *data, guint row, guint column,
                          gint64 value)
{
  const FoiCell *cell = foi_table_data_get_cell (data, row, column);

  return cell->state == FOI_CELL_VALUE && cell->number == value
         && _foi_disclosure_is_hidden (draft, data, row, column);
}

/* Whether a letter's table has counts that are no multiples of the base: then it was not rounded,
 * and what it shows is exact. */
static gboolean
is_exact (FoiPublication *issued, gint64 base)
{
  for (guint i = 0; base > 1 && i < foi_publication_get_n_rows (issued); i++)
    {
      for (guint j = 0; j < foi_publication_get_n_columns (issued); j++)
        {
          FoiColumn *column = foi_publication_get_column (issued, j);
          FoiCell cell;

          foi_publication_get_cell (issued, i, j, &cell);
          if (cell.state == FOI_CELL_VALUE && !foi_publication_is_key (issued, j)
              && foi_column_get_value_type (column) == FOI_VALUE_INTEGER
              && _foi_disclosure_is_count (column) && cell.number % base != 0)
            return TRUE;
        }
    }
  return base <= 1;
}

/* Of each row of a letter's table which one of now it is, or -1: by its key, however that is
 * written now. */
static int *
match_rows (FoiTableData *data, FoiPublication *issued)
{
  g_autoptr (GPtrArray) was = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) is = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < foi_publication_get_n_rows (issued); i++)
    g_ptr_array_add (was, foi_publication_dup_row_key (issued, i));
  for (guint i = 0; i < foi_row_store_get_length (foi_table_data_get_rows (data)); i++)
    g_ptr_array_add (is, foi_disclosure_dup_row_key (data, i));
  return foi_labels_match (was, is);
}

/* What a row of a letter's table told of one of now. */
static void
add_issued_row (FoiDisclosureDraft *draft, FoiTableData *data, guint row, FoiPublication *issued,
                guint was, gboolean was_exact)
{
  for (guint j = 0; j < foi_publication_get_n_columns (issued); j++)
    {
      FoiColumn *column = foi_publication_get_column (issued, j);
      int place = foi_table_data_find_column (data, foi_column_get_name (column));
      FoiCell cell;
      gint64 value;

      foi_publication_get_cell (issued, was, j, &cell);
      if (place < 0 || cell.state != FOI_CELL_VALUE || cell.has_text
          || !_foi_disclosure_is_count (foi_table_data_get_column (data, (guint) place)))
        continue;
      if ((draft->wholes != NULL || _foi_disclosure_is_hidden (draft, data, row, (guint) place))
          && _foi_disclosure_get_truth (draft, data, row, (guint) place, &value)
          && value == cell.number
          && (was_exact || !_foi_disclosure_is_shown (draft, data, row, (guint) place, value)))
        _foi_disclosure_draft_tell (draft, FOI_LINE_ISSUED,
                                    _foi_disclosure_draft_take (draft, data, row, (guint) place),
                                    value);
    }
}

static void
add_issued_table (FoiDisclosureDraft *draft, FoiTableData *data, FoiPublication *issued)
{
  const gboolean was_exact = is_exact (issued, _foi_disclosure_get_rule (draft, data)->round);
  g_autofree int *places = match_rows (data, issued);

  for (guint i = 0; i < foi_publication_get_n_rows (issued); i++)
    if (places[i] >= 0)
      add_issued_row (draft, data, (guint) places[i], issued, i, was_exact);
}

/* ---- as tables of their own ---- */

static FoiRecord *
new_record (FoiPublication *issued, guint row)
{
  guint n_columns = foi_publication_get_n_columns (issued);
  FoiRecord *record = foi_record_new (row + 1, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      FoiCell cell;

      foi_publication_get_cell (issued, row, i, &cell);
      record->cells[i] = foi_cell_copy (&cell);
    }
  return record;
}

/* A letter's table under a name that no table has. */
static FoiTableData *
new_table (FoiPublication *issued, JsonNode *node, guint number)
{
  g_autofree char *text = g_strdup_printf ("%s/%u", foi_publication_get_name (issued), number);
  g_autoptr (JsonNode) name = foi_json_new_string (text);
  g_autoptr (JsonNode) named = foi_json_set_member (node, "name", name, NULL);
  g_autoptr (JsonNode) resource = foi_json_set_member (named, "data", NULL, NULL);
  g_autoptr (GPtrArray) columns
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);
  guint n_rows = foi_publication_get_n_rows (issued);
  g_autoptr (FoiRowStore) rows = NULL;

  for (guint i = 0; i < foi_publication_get_n_columns (issued); i++)
    g_ptr_array_add (columns, foi_column_ref (foi_publication_get_column (issued, i)));
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (records, new_record (issued, i));
  rows = foi_row_store_new_take (records);
  return foi_table_data_new (resource, columns, rows, n_rows + 1);
}

/* Whether a letter shows no other figures than the table does now. */
static gboolean
shows_the_same (FoiDisclosureDraft *draft, FoiTableData *data, JsonNode *issued)
{
  g_autoptr (FoiPublication) publication = foi_case_state_publish_table (draft->self->state, data);
  g_autoptr (JsonNode) now = foi_publication_to_json (publication);

  return foi_json_equal (foi_json_get_member (now, "data"), foi_json_get_member (issued, "data"));
}

/* Letters of one case often have the same tables. */
static gboolean
is_known (GPtrArray *seen, JsonNode *issued)
{
  for (guint i = 0; i < seen->len; i++)
    if (foi_json_equal (foi_json_get_member (seen->pdata[i], "data"),
                        foi_json_get_member (issued, "data")))
      return TRUE;
  g_ptr_array_add (seen, issued);
  return FALSE;
}

/* The table as it was before rows or columns of it became one, or NULL. */
static FoiTableData *
find_combined (FoiDisclosureDraft *draft, FoiTableData *now)
{
  GPtrArray *combined = draft->self->combined;

  for (guint i = 0; i < combined->len; i++)
    if (g_str_equal (foi_table_data_get_name (combined->pdata[i]), foi_table_data_get_name (now)))
      return combined->pdata[i];
  return NULL;
}

static void
take_issued (FoiDisclosureDraft *draft, GHashTable *of_use, JsonNode *node, GPtrArray *seen)
{
  g_autoptr (FoiPublication) issued = foi_publication_new_from_json (node, NULL);
  const char *name = issued == NULL ? NULL : foi_publication_get_name (issued);
  FoiTableData *now = name == NULL ? NULL : foi_case_state_find_table (draft->self->state, name);
  const gboolean is_of_use = now != NULL && g_hash_table_contains (of_use, now);
  FoiTableData *was = is_of_use ? find_combined (draft, now) : NULL, *before;

  if (name == NULL || is_known (seen, node))
    return;
  if (is_of_use)
    add_issued_table (draft, now, issued);
  if (was != NULL)
    add_issued_table (draft, was, issued);
  if ((now != NULL && shows_the_same (draft, now, node))
      || draft->self->earlier->len >= MAX_EARLIER
      || foi_publication_get_n_rows (issued) > FOI_MAX_LETTER_ROWS
      || !is_exact (issued, now == NULL ? 0 : _foi_disclosure_get_rule (draft, now)->round))
    return;
  before = new_table (issued, node, draft->self->earlier->len);
  g_ptr_array_add (draft->self->earlier, before);
  g_hash_table_insert (draft->earlier, before, g_strdup (name));
  if (is_of_use)
    _foi_disclosure_compare_earlier (draft, before, now);
  if (was != NULL)
    _foi_disclosure_compare_earlier (draft, before, was);
}

/*
 * _foi_disclosure_add_issued:
 * @of_use: (element-type FoiTableData): the tables whose cells matter
 *
 * Adds the figures of tables that a letter of this case showed before; and these tables, where they
 * were others, to be read like those of now.
 */
void
_foi_disclosure_add_issued (FoiDisclosureDraft *draft, GHashTable *of_use)
{
  JsonNode *issued = foi_case_state_get_node (draft->self->state, "issued");
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < foi_json_get_n_elements (issued); i++)
    {
      JsonNode *tables = foi_json_get_member (foi_json_get_element (issued, i), "tables");

      for (guint j = 0; j < foi_json_get_n_elements (tables); j++)
        take_issued (draft, of_use, foi_json_get_element (tables, j), seen);
    }
}

/*
 * _foi_disclosure_mark_issued:
 *
 * Has each line in which a figure of an earlier letter stands say so.
 */
void
_foi_disclosure_mark_issued (FoiDisclosureDraft *draft)
{
  const FoiDisclosureProblem *problem = draft->self->problem;

  for (guint i = 0; draft->self->earlier->len > 0 && i < problem->lines->len; i++)
    {
      FoiLine *line = problem->lines->pdata[i];

      for (guint j = 0; j < line->terms->len; j++)
        if (g_hash_table_contains (draft->earlier,
                                   g_array_index (draft->self->places, FoiCellPlace,
                                                  g_array_index (line->terms, FoiLineTerm, j).cell)
                                     .data))
          {
            line->kind = FOI_LINE_ISSUED;
            line->total = -1;
            break;
          }
    }
}
