/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-disclosure-combined.h"

#include <string.h>

#include "foi-json-edit.h"

/* Rows and columns that became one are no more in their table; but what was small in them is small
 * still, and other tables or an answer may tell it. So the table is laid out as it was, with these
 * figures hidden, beside what is there now. */

/* Of a row or a column that is in the table no more. */
#define GONE -1

static void
free_combined (gpointer data)
{
  FoiCombined *self = data;

  g_free (self->rows);
  g_free (self->columns);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/*
 * _foi_disclosure_new_combined:
 *
 * Returns: (transfer full) (element-type FoiTableData FoiCombined): none yet.
 */
GHashTable *
_foi_disclosure_new_combined (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, free_combined);
}

static JsonNode *
get_list (FoiCaseState *state)
{
  return foi_case_state_get_node (state, "internal/combined");
}

static gboolean
is_of (JsonNode *entry, FoiTableData *data)
{
  return g_strcmp0 (foi_json_get_string (entry, "table", NULL), foi_table_data_get_name (data))
         == 0;
}

/*
 * _foi_disclosure_has_combined:
 *
 * Returns: whether rows or columns of a table became one, and it has a rule about small numbers: of
 *   others nobody said that theirs name anybody.
 */
gboolean
_foi_disclosure_has_combined (FoiDisclosureDraft *draft, FoiTableData *data)
{
  JsonNode *list = get_list (draft->self->state);

  if (foi_json_get_n_elements (list) == 0
      || (foi_json_get_member (foi_table_data_get_resource (data), "foi:rule") == NULL
          && !_foi_disclosure_is_whole (draft, data)))
    return FALSE;
  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    if (is_of (foi_json_get_element (list, i), data))
      return TRUE;
  return FALSE;
}

/* ---- the table as it was ---- */

/* A row, or a column, of the table as it was: one that is there, or GONE and what became of it. */
typedef struct
{
  int place;
  guint now;
  JsonNode *key;    /* of a row that is gone */
  const char *name; /* of a column that is gone */
  const char *title;
} Line;

/* A table of now on its way back. */
typedef struct
{
  FoiTableData *now;
  GPtrArray *entries; /* of JsonNode: of this table */
  GArray *rows, *columns; /* of Line */
} Layout;

static void
layout_clear (Layout *self)
{
  g_ptr_array_unref (self->entries);
  g_array_unref (self->rows);
  g_array_unref (self->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layout, layout_clear)

static gboolean
has_row (const GArray *rows, guint first, JsonNode *key)
{
  for (guint i = first; i < rows->len; i++)
    if (foi_json_equal (g_array_index (rows, Line, i).key, key))
      return TRUE;
  return FALSE;
}

/* The rows that a row was before, or the row itself. */
static void
list_rows (Layout *self, guint row)
{
  g_autoptr (JsonNode) address = foi_table_data_dup_row_address (self->now, row);
  const guint first = self->rows->len;
  const Line same = { .place = (int) row, .now = row };

  for (guint i = 0; i < self->entries->len && address != NULL; i++)
    {
      JsonNode *entry = self->entries->pdata[i];
      JsonNode *key = foi_json_get_member (entry, "was_row");
      const Line line = { .place = GONE, .now = row, .key = key };

      if (key != NULL && foi_json_equal (foi_json_get_member (entry, "row"), address)
          && !has_row (self->rows, first, key))
        g_array_append_val (self->rows, line);
    }
  if (self->rows->len == first)
    g_array_append_val (self->rows, same);
}

static gboolean
has_column (const GArray *columns, guint first, const char *name)
{
  for (guint i = first; i < columns->len; i++)
    if (g_str_equal (g_array_index (columns, Line, i).name, name))
      return TRUE;
  return FALSE;
}

static void
list_columns (Layout *self, guint column)
{
  const char *field = foi_column_get_name (foi_table_data_get_column (self->now, column));
  const guint first = self->columns->len;
  const Line same = { .place = (int) column, .now = column };

  for (guint i = 0; i < self->entries->len; i++)
    {
      JsonNode *entry = self->entries->pdata[i];
      const char *name = foi_json_get_string (entry, "was_field", NULL);
      const Line line = { .place = GONE, .now = column, .name = name,
                          .title = foi_json_get_string (entry, "was_title", name) };

      if (name != NULL && g_str_equal (foi_json_get_string (entry, "field", ""), field)
          && !has_column (self->columns, first, name))
        g_array_append_val (self->columns, line);
    }
  if (self->columns->len == first)
    g_array_append_val (self->columns, same);
}

static void
layout_init (Layout *self, FoiCaseState *state, FoiTableData *now)
{
  JsonNode *list = get_list (state);

  *self = (Layout) { .now = now, .entries = g_ptr_array_new () };
  self->rows = g_array_new (FALSE, FALSE, sizeof (Line));
  self->columns = g_array_new (FALSE, FALSE, sizeof (Line));
  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      JsonNode *entry = foi_json_get_element (list, i);

      if (is_of (entry, now) && foi_json_get_member (entry, "row") != NULL)
        g_ptr_array_add (self->entries, entry);
    }
  for (guint i = 0; i < foi_row_store_get_length (foi_table_data_get_rows (now)); i++)
    list_rows (self, i);
  for (guint i = 0; i < foi_table_data_get_n_columns (now); i++)
    list_columns (self, i);
}

static FoiColumn *
new_column (const Layout *self, const Line *line)
{
  FoiColumn *now = foi_table_data_get_column (self->now, line->now);
  g_autoptr (JsonNode) name = NULL;
  g_autoptr (JsonNode) title = NULL;
  g_autoptr (FoiColumn) named = NULL;

  if (line->place != GONE)
    return foi_column_ref (now);
  name = foi_json_new_string (line->name);
  title = foi_json_new_string (line->title);
  named = foi_column_with_member (now, "name", name);
  return foi_column_with_member (named, "title", title);
}

/* What stands there: of what is gone its key, and for a figure that it is not seen. */
static FoiCell
read_cell (const Layout *self, const Line *row, const Line *column)
{
  FoiColumn *what = foi_table_data_get_column (self->now, column->now);
  FoiCell cell = FOI_CELL_INIT;

  if (row->place != GONE && column->place != GONE)
    return foi_cell_copy (foi_table_data_get_cell (self->now, row->now, column->now));
  if (foi_table_data_is_key (self->now, column->now))
    {
      foi_column_cell_from_node (what, foi_json_get_member (row->key, foi_column_get_name (what)),
                                 &cell);
      return cell;
    }
  return _foi_disclosure_is_count (what) ? foi_cell_state (FOI_CELL_SUPPRESSED) : cell;
}

static FoiRowStore *
lay_rows (const Layout *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);
  const guint64 first = foi_table_data_get_next_row_id (self->now);

  for (guint i = 0; i < self->rows->len; i++)
    {
      FoiRecord *record = foi_record_new (first + i, self->columns->len);

      for (guint j = 0; j < self->columns->len; j++)
        record->cells[j] = read_cell (self, &g_array_index (self->rows, Line, i),
                                      &g_array_index (self->columns, Line, j));
      g_ptr_array_add (records, record);
    }
  return foi_row_store_new_take (records);
}

static FoiTableData *
lay_table (const Layout *self)
{
  g_autoptr (GPtrArray) columns
    = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);
  g_autoptr (FoiRowStore) rows = lay_rows (self);

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (columns, new_column (self, &g_array_index (self->columns, Line, i)));
  return foi_table_data_new (foi_table_data_get_resource (self->now), columns, rows,
                             foi_table_data_get_next_row_id (self->now) + self->rows->len);
}

static int *
list_places (const GArray *lines)
{
  int *places = g_new (int, lines->len + 1);

  for (guint i = 0; i < lines->len; i++)
    places[i] = g_array_index (lines, Line, i).place;
  return places;
}

/* ---- what is known of it ---- */

static JsonNode *
find_entry (const Layout *self, JsonNode *address, const Line *row, const Line *column)
{
  const char *field = foi_column_get_name (foi_table_data_get_column (self->now, column->now));

  for (guint i = 0; i < self->entries->len; i++)
    {
      JsonNode *entry = self->entries->pdata[i];
      JsonNode *was_row = foi_json_get_member (entry, "was_row");

      if (g_str_equal (foi_json_get_string (entry, "field", ""), field)
          && g_strcmp0 (foi_json_get_string (entry, "was_field", NULL), column->name) == 0
          && foi_json_equal (foi_json_get_member (entry, "row"), address)
          && (was_row == NULL) == (row->key == NULL)
          && (row->key == NULL || foi_json_equal (was_row, row->key)))
        return entry;
    }
  return NULL;
}

/* Takes up the figures that one of now is the sum of; FALSE where one is not known. */
static gboolean
add_parts (FoiDisclosureDraft *draft, const Layout *self, FoiTableData *was, guint row,
           guint column, FoiLine *line)
{
  g_autoptr (JsonNode) address = foi_table_data_dup_row_address (self->now, row);
  gboolean is_whole = address != NULL;

  for (guint i = 0; i < self->rows->len && is_whole; i++)
    for (guint j = 0; j < self->columns->len && is_whole; j++)
      {
        const Line *of_row = &g_array_index (self->rows, Line, i);
        const Line *of_column = &g_array_index (self->columns, Line, j);

        if (of_row->now != row || of_column->now != column)
          continue;
        is_whole = find_entry (self, address, of_row, of_column) != NULL;
        if (is_whole)
          foi_line_add (line, _foi_disclosure_draft_take (draft, was, i, j), 1);
      }
  return is_whole;
}

static gboolean
is_gone (const GArray *lines, guint now)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, Line, i).now == now)
      return g_array_index (lines, Line, i).place == GONE;
  return FALSE;
}

static void
add_sums (FoiDisclosureDraft *draft, const Layout *self, FoiTableData *was)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (self->now));

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < foi_table_data_get_n_columns (self->now); column++)
      {
        FoiColumn *what = foi_table_data_get_column (self->now, column);
        FoiLine *line;

        if (!_foi_disclosure_is_count (what) || foi_table_data_is_key (self->now, column)
            || (!is_gone (self->rows, row) && !is_gone (self->columns, column)))
          continue;
        line = _foi_disclosure_draft_add_line (draft, FOI_LINE_COMBINED);
        line->total = (int) _foi_disclosure_draft_take (draft, self->now, row, column);
        foi_line_add (line, (guint) line->total, -1);
        if (add_parts (draft, self, was, row, column, line))
          _foi_disclosure_draft_keep_line (draft, line);
        else
          g_ptr_array_remove_index (draft->self->problem->lines,
                                    draft->self->problem->lines->len - 1);
      }
}

/* Where the same figure was said to stand in another table. */
static void
add_same (FoiDisclosureDraft *draft, JsonNode *entry, guint cell)
{
  JsonNode *places = foi_json_get_member (entry, "same");

  for (guint i = 0; i < foi_json_get_n_elements (places); i++)
    {
      JsonNode *place = foi_json_get_element (places, i);
      const char *name = foi_json_get_string (place, "table", "");
      FoiTableData *data = foi_case_state_find_table (draft->self->state, name);
      const char *field = foi_json_get_string (place, "field", "");
      const int column = data == NULL ? GONE : foi_table_data_find_column (data, field);
      FoiLine *line;
      guint row;

      if (column < 0 || foi_json_get_member (place, "row") == NULL
          || !foi_table_data_find_row (data, foi_json_get_member (place, "row"), &row)
          || !_foi_disclosure_is_count (foi_table_data_get_column (data, (guint) column)))
        continue;
      line = _foi_disclosure_draft_add_line (draft, FOI_LINE_SAME);
      foi_line_add (line, cell, -1);
      foi_line_add (line, _foi_disclosure_draft_take (draft, data, row, (guint) column), 1);
      _foi_disclosure_draft_keep_line (draft, line);
    }
}

/* What was declared of the figures that are gone. */
static void
add_declared (FoiDisclosureDraft *draft, const Layout *self, FoiTableData *was)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Line *row = &g_array_index (self->rows, Line, i);
      g_autoptr (JsonNode) address = foi_table_data_dup_row_address (self->now, row->now);

      for (guint j = 0; j < self->columns->len && address != NULL; j++)
        {
          const Line *column = &g_array_index (self->columns, Line, j);
          JsonNode *entry = row->place == GONE || column->place == GONE
                              ? find_entry (self, address, row, column) : NULL;

          if (entry != NULL && foi_json_get_member (entry, "same") != NULL)
            add_same (draft, entry, _foi_disclosure_draft_take (draft, was, i, j));
        }
    }
}

/* The true figures, by the keys and columns that they had. */
static GPtrArray *
list_truths (const Layout *self)
{
  GPtrArray *truths = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      JsonNode *entry = self->entries->pdata[i];
      JsonNode *was_row = foi_json_get_member (entry, "was_row");
      const char *was_field = foi_json_get_string (entry, "was_field", NULL);
      JsonObject *truth = json_object_new ();

      json_object_set_member (truth, "row",
                              json_node_ref (was_row != NULL
                                               ? was_row : foi_json_get_member (entry, "row")));
      json_object_set_string_member (truth, "field",
                                     was_field != NULL ? was_field
                                                       : foi_json_get_string (entry, "field", ""));
      if (foi_json_get_member (entry, "value") != NULL)
        json_object_set_member (truth, "value",
                                json_node_ref (foi_json_get_member (entry, "value")));
      g_ptr_array_add (truths, foi_json_take_object (truth));
    }
  return truths;
}

/*
 * _foi_disclosure_add_combined:
 * @grids: (element-type FoiDisclosureGrid): takes what others are laid beside
 *
 * Adds a table as it was before rows or columns of it became one, and what these come to now.
 */
void
_foi_disclosure_add_combined (FoiDisclosureDraft *draft, FoiTableData *data, GPtrArray *grids)
{
  g_auto (Layout) layout = { 0 };
  FoiCombined *combined = g_new0 (FoiCombined, 1);
  FoiDisclosureGrid *grid;
  FoiTableData *was;

  layout_init (&layout, draft->self->state, data);
  was = lay_table (&layout);
  g_ptr_array_add (draft->self->combined, was);
  combined->now = data;
  combined->rows = list_places (layout.rows);
  combined->columns = list_places (layout.columns);
  combined->entries = list_truths (&layout);
  g_hash_table_insert (draft->combined, was, combined);
  add_sums (draft, &layout, was);
  add_declared (draft, &layout, was);
  _foi_disclosure_add_quotes (draft, was);
  grid = foi_disclosure_grid_new (draft, was);
  if (grid != NULL)
    g_ptr_array_add (grids, grid);
}

/*
 * _foi_disclosure_find_now:
 *
 * Returns: whether a cell is the same in the table as it is now; then @place becomes that one.
 */
gboolean
_foi_disclosure_find_now (FoiDisclosureDraft *draft, FoiCellPlace *place)
{
  const FoiCombined *self = g_hash_table_lookup (draft->combined, place->data);

  if (self == NULL || self->rows[place->row] == GONE || self->columns[place->column] == GONE)
    return FALSE;
  *place = (FoiCellPlace) { self->now, (guint) self->rows[place->row],
                            (guint) self->columns[place->column] };
  return TRUE;
}

/**
 * foi_disclosure_case_is_of:
 *
 * Returns: whether a cell of the problem is of a table of the case, or was before rows or columns
 *   of it became one.
 */
gboolean
foi_disclosure_case_is_of (FoiDisclosureCase *self, guint cell, FoiTableData *data)
{
  FoiTableData *own = foi_disclosure_case_get_place (self, cell)->data;

  return own == data
         || (foi_disclosure_case_is_gone (self, cell)
             && g_str_equal (foi_table_data_get_name (own), foi_table_data_get_name (data)));
}

/**
 * foi_disclosure_case_is_gone:
 *
 * Returns: whether a cell of the problem is in its table no more, since rows or columns of that
 *   became one.
 */
gboolean
foi_disclosure_case_is_gone (FoiDisclosureCase *self, guint cell)
{
  return g_ptr_array_find (self->combined, foi_disclosure_case_get_place (self, cell)->data, NULL);
}
