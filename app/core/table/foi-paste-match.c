/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-csv-text.h"
#include "foi-json-edit.h"
#include "foi-paste-layout.h"
#include "foi-table-paste-private.h"
#include "foi-work.h"

/* Headings are looked for in so many rows: there may be a title above them. */
#define MAX_HEADER_ROW 8

/* A block that is being matched with a table. */
typedef struct
{
  FoiPasteGrid  *grid;
  FoiTableData  *table;
  FoiPasteMatch *match;
  int           *sources;    /* for each column of the table: its place in the grid, or -1 */
  guint          first_row;
  GHashTable    *seen;       /* keys of rows pasted, as text */
  GHashTable    *matched;    /* ids of rows found */
  gboolean      *has_signs;  /* for each column: whether its own words begin so, sign and all */
} Matching;

static void
clear_change (gpointer data)
{
  FoiPasteChange *change = data;

  g_free (change->column);
  foi_cell_clear (&change->before);
  foi_cell_clear (&change->after);
}

/* ---- columns ---- */

/* Also where the heading is as our own files have it: "'+/- change". */
static gboolean
is_called (FoiColumn *column, const char *heading)
{
  g_autofree char *with_unit = foi_column_dup_heading (column);
  const char *names[] = { foi_column_get_name (column), foi_column_get_title (column), with_unit };
  g_autofree char *clean = foi_paste_clean_heading (heading);
  g_autofree char *folded = g_utf8_casefold (clean, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = foi_paste_clean_heading (names[i]);
      g_autofree char *folded_name = g_utf8_casefold (name, -1);

      if (strcmp (folded, folded_name) == 0
          || strcmp (foi_csv_skip_sign (folded), folded_name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Which columns of the table the cells of @row are the headings of. How many. */
static guint
read_headings (Matching *self, guint row)
{
  guint n_found = 0;

  for (guint i = 0; i < foi_table_data_get_n_columns (self->table); i++)
    {
      self->sources[i] = -1;
      for (guint j = 0; j < foi_paste_grid_get_n_columns (self->grid); j++)
        {
          if (!is_called (foi_table_data_get_column (self->table, i),
                          foi_paste_grid_get (self->grid, row, j)))
            continue;
          self->sources[i] = (int) j;
          n_found++;
          break;
        }
    }
  return n_found;
}

/* Without headings, a block as wide as the table has its columns in their order. */
static gboolean
take_all_columns (Matching *self)
{
  guint n_columns = foi_table_data_get_n_columns (self->table);
  int generated = foi_table_data_find_column (self->table, FOI_ROW_FIELD);
  int place = 0;

  if (n_columns != foi_paste_grid_get_n_columns (self->grid) + (generated >= 0 ? 1 : 0))
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    self->sources[i] = (int) i == generated ? -1 : place++;
  return TRUE;
}

static gboolean
has_keys (Matching *self)
{
  guint n_keys = foi_table_data_get_n_keys (self->table);

  for (guint i = 0; i < n_keys; i++)
    {
      if (self->sources[foi_table_data_get_key (self->table, i)] < 0)
        return FALSE;
    }
  return n_keys > 0;
}

static gboolean
find_columns (Matching *self)
{
  guint n_rows = MIN (foi_paste_grid_get_n_rows (self->grid), MAX_HEADER_ROW);

  for (guint row = 0; row < n_rows; row++)
    {
      if (read_headings (self, row) >= 1 && has_keys (self))
        {
          self->first_row = row + 1;
          return TRUE;
        }
    }
  self->first_row = 0;
  return take_all_columns (self) && has_keys (self);
}

static void
list_unmatched (Matching *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; self->first_row > 0 && i < foi_paste_grid_get_n_columns (self->grid); i++)
    {
      g_autofree char *heading
        = foi_paste_clean_heading (foi_paste_grid_get (self->grid, self->first_row - 1, i));
      gboolean used = *heading == '\0';

      for (guint j = 0; j < foi_table_data_get_n_columns (self->table); j++)
        used |= self->sources[j] == (int) i;
      if (!used)
        g_strv_builder_add (builder, heading);
      any |= !used;
    }
  if (any)
    self->match->unmatched = g_strv_builder_end (builder);
}

/* ---- rows ---- */

/* A table that was itself made of such a file has the sign in its words. */
static gboolean
find_sign (FoiTableData *table, guint column)
{
  FoiRowStore *rows = foi_table_data_get_rows (table);
  guint n_rows = foi_row_store_get_length (rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const FoiCell *cell = &foi_row_store_get (rows, i)->cells[column];

      if (cell->state == FOI_CELL_VALUE && cell->has_text && cell->text != NULL
          && foi_csv_skip_sign (cell->text) != cell->text)
        return TRUE;
    }
  return FALSE;
}

static gboolean *
list_signs (FoiTableData *table)
{
  gboolean *has_signs = g_new (gboolean, foi_table_data_get_n_columns (table) + 1);

  for (guint i = 0; i < foi_table_data_get_n_columns (table); i++)
    has_signs[i] = find_sign (table, i);
  return has_signs;
}

/* What goes out as "'+65", so that no spreadsheet runs it, comes back as "+65". */
static const char *
get_typed (Matching *self, guint row, guint column)
{
  const char *typed = foi_paste_grid_get (self->grid, row, (guint) self->sources[column]);

  return self->has_signs[column] ? typed : foi_csv_skip_sign (typed);
}

static void
add_problem (Matching *self, guint64 id, guint column, const char *typed, const char *reason)
{
  FoiRefusal refusal = { g_strdup (reason), NULL };

  _foi_paste_add_problem (self->match->problems, id,
                          foi_table_data_get_column (self->table, column), typed, &refusal);
}

/* The key of a pasted row, or NULL where it has none, or one that came before. */
static JsonNode *
read_key (Matching *self, guint row)
{
  g_autoptr (JsonNode) key = foi_json_new_object ();
  g_autofree char *text = NULL;
  guint n_keys = foi_table_data_get_n_keys (self->table);

  for (guint i = 0; i < n_keys; i++)
    {
      guint place = foi_table_data_get_key (self->table, i);
      FoiColumn *column = foi_table_data_get_column (self->table, place);
      const char *typed = get_typed (self, row, place);
      g_autoptr (JsonNode) before = g_steal_pointer (&key);
      g_autoptr (JsonNode) value = NULL;
      g_auto (FoiCell) cell = FOI_CELL_INIT;
      FoiRefusal refusal = { NULL, NULL };

      if (!foi_typed_parse (column, typed, &cell, &refusal))
        {
          _foi_paste_add_problem (self->match->problems, 0, column, typed, &refusal);
          return NULL;
        }
      if (cell.state != FOI_CELL_VALUE)
        {
          add_problem (self, 0, place, typed, _("This row has nothing that names it"));
          return NULL;
        }
      value = foi_column_cell_to_json (column, &cell);
      key = foi_json_set_member (before, foi_column_get_name (column), value, NULL);
    }
  text = json_to_string (key, FALSE);
  if (!g_hash_table_add (self->seen, g_steal_pointer (&text)))
    {
      guint place = foi_table_data_get_key (self->table, 0);

      add_problem (self, 0, place, get_typed (self, row, place),
                   _("This row was pasted more than once; the first is used"));
      return NULL;
    }
  return g_steal_pointer (&key);
}

/**
 * foi_paste_get_refusal:
 * @before: a cell
 * @after: what many cells at once are to become, this one among them
 * @is_key: whether it is of a column that names the rows
 *
 * Pasting the whole figures again must not undo what somebody decided to withhold, nor may clearing
 * a block lose the true figures behind it.
 *
 * Returns: (nullable): why the cell stays as it is; %NULL if it need not.
 */
const char *
foi_paste_get_refusal (const FoiCell *before, const FoiCell *after, gboolean is_key)
{
  if (before->state == after->state)
    return NULL;
  if (before->state == FOI_CELL_SUPPRESSED)
    return _("This figure is withheld. Show it first, if it may be shown.");
  if (after->state == FOI_CELL_SUPPRESSED && is_key)
    return _("The rows are known by this column: its cells cannot be withheld.");
  return NULL;
}

static void
match_cell (Matching *self, guint row, guint column, const FoiRecord *record)
{
  FoiColumn *field = foi_table_data_get_column (self->table, column);
  const FoiCell *before = &record->cells[column];
  const char *typed = get_typed (self, row, column);
  FoiRefusal refusal = { NULL, NULL };
  FoiPasteChange change = { .row = record->id, .after = FOI_CELL_INIT };
  const char *reason = NULL;

  if (!foi_typed_parse_full (field, typed, &change.after, &change.bounds, &refusal))
    {
      _foi_paste_add_problem (self->match->problems, record->id, field, typed, &refusal);
      return;
    }
  if (foi_cell_equal (before, &change.after))
    {
      foi_cell_clear (&change.after);
      return;
    }
  /* That a mark becomes another, or blank, is looked at before it is done. */
  if (change.after.state == FOI_CELL_VALUE)
    reason = foi_paste_get_refusal (before, &change.after, FALSE);
  if (reason != NULL)
    {
      foi_cell_clear (&change.after);
      add_problem (self, record->id, column, typed, reason);
      return;
    }
  change.column = g_strdup (foi_column_get_name (field));
  change.before = foi_cell_copy (before);
  g_array_append_val (self->match->changes, change);
}

static void
add_row (Matching *self, guint row)
{
  guint n_columns = foi_table_data_get_n_columns (self->table);
  guint64 id = foi_table_data_get_next_row_id (self->table) + self->match->added->len;
  FoiRecord *record = foi_record_new (id, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      FoiColumn *column = foi_table_data_get_column (self->table, i);
      FoiPasteBounds bounds = { .row = id, .column = foi_column_get_name (column) };
      FoiRefusal refusal = { NULL, NULL };

      if (self->sources[i] < 0)
        continue;
      if (!foi_typed_parse_full (column, get_typed (self, row, i), &record->cells[i],
                                 &bounds.bounds, &refusal))
        _foi_paste_add_problem (self->match->problems, id, column, get_typed (self, row, i),
                                &refusal);
      else if (bounds.bounds.known)
        g_array_append_val (self->match->added_bounds, bounds);
    }
  g_ptr_array_add (self->match->added, record);
}

static void
match_row (Matching *self, guint row)
{
  g_autoptr (JsonNode) key = read_key (self, row);
  FoiRecord *record;
  guint position;

  if (key == NULL)
    return;
  if (!foi_table_data_find_row (self->table, key, &position))
    {
      add_row (self, row);
      return;
    }
  record = foi_row_store_get (foi_table_data_get_rows (self->table), position);
  g_hash_table_add (self->matched, &record->id);
  for (guint i = 0; i < foi_table_data_get_n_columns (self->table); i++)
    {
      if (self->sources[i] >= 0 && !foi_table_data_is_key (self->table, i))
        match_cell (self, row, i, record);
    }
}

static gboolean
is_units_row (Matching *self, guint row)
{
  for (guint i = 0; i < foi_paste_grid_get_n_columns (self->grid); i++)
    {
      g_autofree char *cell = foi_paste_clean_heading (foi_paste_grid_get (self->grid, row, i));

      if (*cell != '\0' && !foi_paste_is_unit (cell))
        return FALSE;
    }
  return TRUE;
}

static void
match_rows (Matching *self)
{
  FoiRowStore *rows = foi_table_data_get_rows (self->table);

  for (guint row = self->first_row; row < foi_paste_grid_get_n_rows (self->grid)
                                    && foi_work_go_on (row, foi_paste_grid_get_n_rows (self->grid));
       row++)
    {
      if (!is_units_row (self, row))
        match_row (self, row);
    }
  for (guint i = 0; i < foi_row_store_get_length (rows); i++)
    {
      FoiRecord *record = foi_row_store_get (rows, i);

      if (!g_hash_table_contains (self->matched, &record->id))
        g_array_append_val (self->match->absent, record->id);
    }
}

static FoiPasteMatch *
match_new (void)
{
  FoiPasteMatch *match = g_new0 (FoiPasteMatch, 1);

  match->changes = g_array_new (FALSE, FALSE, sizeof (FoiPasteChange));
  g_array_set_clear_func (match->changes, clear_change);
  match->added = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);
  match->added_bounds = g_array_new (FALSE, FALSE, sizeof (FoiPasteBounds));
  match->absent = g_array_new (FALSE, FALSE, sizeof (guint64));
  match->problems = _foi_paste_problems_new ();
  match->kept = g_array_new (FALSE, FALSE, sizeof (FoiPasteChange));
  g_array_set_clear_func (match->kept, clear_change);
  return match;
}

/**
 * foi_paste_match_table:
 * @grid: a pasted block
 * @table: a table
 *
 * Matches a block with a table: columns by their headings, or in their order where the block has
 * none and is as wide; rows by the columns that name them. Nothing is changed.
 *
 * Returns: (transfer full) (nullable): what would change; %NULL if the block has not what names the
 *   rows of this table, so that it can only be pasted cell by cell.
 */
FoiPasteMatch *
foi_paste_match_table (FoiPasteGrid *grid, FoiTableData *table)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) matched = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree int *sources = NULL;
  g_autofree gboolean *has_signs = NULL;
  Matching matching = { .grid = grid, .table = table, .seen = seen, .matched = matched };
  FoiPasteMatch *match;

  g_return_val_if_fail (grid != NULL && table != NULL, NULL);

  sources = g_new (int, foi_table_data_get_n_columns (table) + 1);
  matching.sources = sources;
  if (!find_columns (&matching))
    return NULL;

  matching.has_signs = has_signs = list_signs (table);
  match = match_new ();
  matching.match = match;
  list_unmatched (&matching);
  match_rows (&matching);
  return match;
}

/* The row of headings that has the most of the table's, or all columns in their order. */
static gboolean
find_headings (Matching *self)
{
  guint n_rows = MIN (foi_paste_grid_get_n_rows (self->grid), MAX_HEADER_ROW);
  guint best = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      guint n_found = read_headings (self, row);

      if (n_found > best)
        self->first_row = row + 1;
      best = MAX (best, n_found);
    }
  if (best > 0)
    return read_headings (self, self->first_row - 1) > 0;
  return take_all_columns (self);
}

/* Names the row that was added last by an id of its own. */
static void
name_row (Matching *self)
{
  int generated = foi_table_data_find_column (self->table, FOI_ROW_FIELD);
  FoiRecord *record = g_ptr_array_index (self->match->added, self->match->added->len - 1);
  g_autofree char *id = g_strdup_printf ("r%" G_GUINT64_FORMAT, record->id);

  if (generated >= 0)
    record->cells[generated] = foi_cell_text (id);
}

/**
 * foi_paste_append_table:
 * @grid: a block
 * @table: a table in which nothing but a generated id names the rows
 *
 * Matches the columns of a block with those of the table, as foi_paste_match_table(); each of its
 * rows is another, for nothing says which they are.
 *
 * Returns: (transfer full) (nullable): the rows to be added; %NULL if the block has not one heading
 *   of the table and is not as wide.
 */
FoiPasteMatch *
foi_paste_append_table (FoiPasteGrid *grid, FoiTableData *table)
{
  g_auto (FoiPasteLayout) layout = { NULL, -1, -1, NULL, NULL };
  g_autofree int *sources = NULL;
  g_autofree gboolean *has_signs = NULL;
  Matching matching = { .grid = grid, .table = table };
  FoiRowStore *rows;

  g_return_val_if_fail (grid != NULL && table != NULL, NULL);

  sources = g_new (int, foi_table_data_get_n_columns (table) + 1);
  matching.sources = sources;
  if (!find_headings (&matching))
    return NULL;
  matching.has_signs = has_signs = list_signs (table);
  matching.match = match_new ();
  list_unmatched (&matching);
  foi_paste_layout_read (&layout, grid);
  for (guint i = 0; i < layout.rows->len && foi_work_go_on (i, layout.rows->len); i++)
    {
      guint row = g_array_index (layout.rows, guint, i);

      if (row < matching.first_row || is_units_row (&matching, row))
        continue;
      add_row (&matching, row);
      name_row (&matching);
    }
  rows = foi_table_data_get_rows (table);
  for (guint i = 0; i < foi_row_store_get_length (rows); i++)
    g_array_append_val (matching.match->absent, foi_row_store_get (rows, i)->id);
  return matching.match;
}

/**
 * foi_paste_match_free:
 * @self: (nullable): a match
 *
 * Frees it.
 */
void
foi_paste_match_free (FoiPasteMatch *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->changes);
  g_ptr_array_unref (self->added);
  g_array_unref (self->added_bounds);
  g_array_unref (self->absent);
  g_strfreev (self->unmatched);
  g_array_unref (self->problems);
  g_array_unref (self->kept);
  g_free (self);
}
