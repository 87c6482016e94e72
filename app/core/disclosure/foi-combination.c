/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-combination.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-cells.h"
#include "foi-case-follow.h"
#include "foi-combination-private.h"
#include "foi-disclosure-case-private.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-totals.h"

/* Rows that become one: its counts are their sums, its rates are worked out anew, and what was said
 * of any of them is said of it. Where that would not be true nothing is done. */

typedef struct
{
  FoiCaseState *state; /* owned */
  FoiTableData *data;
  GArray *rows;      /* of guint: positions, in their order */
  const char *label;
  FoiDisclosureDraft *draft;
  FoiCellList *bounds, *withheld;
  FoiRecord *record; /* the new row */
  GPtrArray *notes;  /* of char *: what has to be said of its cells */
  GArray *noted;     /* of guint: of which columns */
  gint64 *bounds_of; /* of each column two, where its figure is not known; else both 0 */
} Rows;

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->state, foi_case_state_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->bounds, foi_cell_list_free);
  g_clear_pointer (&self->withheld, foi_cell_list_free);
  g_clear_pointer (&self->record, foi_record_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->noted, g_array_unref);
  g_clear_pointer (&self->bounds_of, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static guint
get_row (Rows *self, guint i)
{
  return g_array_index (self->rows, guint, i);
}

static const FoiCell *
get_cell (Rows *self, guint i, guint column)
{
  return foi_table_data_get_cell (self->data, get_row (self, i), column);
}

static FoiColumn *
get_column (Rows *self, guint column)
{
  return foi_table_data_get_column (self->data, column);
}

static const char *
get_title (Rows *self, guint column)
{
  return foi_column_get_title (get_column (self, column));
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

/* ---- whether they are rows that can become one ---- */

static gboolean
find_rows (Rows *self, const guint64 *ids, guint n_ids, GError **error)
{
  for (guint i = 0; i < n_ids; i++)
    {
      guint row;

      if (!foi_row_store_find (foi_table_data_get_rows (self->data), ids[i], &row))
        return refuse (error, _("A row of “%s” is not there any more"),
                       foi_table_data_get_title (self->data));
      if (foi_totals_is_row (self->data, row))
        return refuse (error, _("Row %u is a total: only what is in a total can be combined"),
                       row + 1);
      g_array_append_val (self->rows, row);
    }
  g_array_sort (self->rows, compare_positions);
  for (guint i = 1; i < self->rows->len; i++)
    {
      if (get_row (self, i) == get_row (self, i - 1))
        return refuse (error, _("Row %u was named twice"), get_row (self, i) + 1);
    }
  if (self->rows->len < 2)
    return refuse (error, _("It takes two rows or more to combine them"));
  return TRUE;
}

static gboolean
is_same_in_all (Rows *self, guint column)
{
  for (guint i = 1; i < self->rows->len; i++)
    {
      if (!foi_cell_equal (get_cell (self, i, column), get_cell (self, 0, column)))
        return FALSE;
    }
  return TRUE;
}

/* The column of the key in which the rows differ: it gets the new name. */
static int
find_differing_key (Rows *self, GError **error)
{
  int found = -1;

  for (guint i = 0; i < foi_table_data_get_n_keys (self->data); i++)
    {
      guint column = foi_table_data_get_key (self->data, i);

      if (is_same_in_all (self, column))
        continue;
      if (found >= 0)
        {
          refuse (error, _("The rows differ in “%s” and in “%s”: combine those that differ in one "
                           "of them"), get_title (self, (guint) found), get_title (self, column));
          return -1;
        }
      found = (int) column;
    }
  if (found < 0)
    refuse (error, _("The rows of “%s” have no names by which they could be combined"),
            foi_table_data_get_title (self->data));
  return found;
}

/* Whether each total has all of them, or none; else it would not add up any more. */
static gboolean
check_totals (Rows *self, GError **error)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (self->data), "foi:totals");

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *of = foi_json_get_member (foi_json_get_element (totals, i), "of");
      guint n_found = 0;

      for (guint j = 0; j < foi_json_get_n_elements (of); j++)
        {
          JsonNode *key = foi_json_get_element (of, j);
          guint row;

          for (guint k = 0; k < self->rows->len; k++)
            n_found += foi_json_is_object (key)
                       && foi_table_data_find_row (self->data, key, &row)
                       && row == get_row (self, k);
        }
      if (n_found > 0 && n_found < self->rows->len)
        return refuse (error, _("The rows are parts of different totals, which would not add up "
                                "any more"));
    }
  return TRUE;
}

/* ---- what the new row says ---- */

/* The entry of a list about a cell. */
static JsonNode *
find_entry (Rows *self, FoiCellList *list, guint i, guint column)
{
  g_autoptr (JsonNode) address = foi_table_data_dup_row_address (self->data, get_row (self, i));

  return address == NULL ? NULL
                         : foi_cell_list_get (list, address,
                                              foi_column_get_name (get_column (self, column)));
}

/* A count that came to us suppressed: what is known of it. */
static gboolean
add_unknown (Rows *self, guint i, guint column, gint64 *from, gint64 *to, GError **error)
{
  JsonNode *entry = find_entry (self, self->bounds, i, column);
  JsonNode *bounds = foi_json_get_member (entry, "bounds");

  if (find_entry (self, self->withheld, i, column) != NULL)
    return refuse (error, _("In “%s” a figure is withheld for a reason of its own"),
                   get_title (self, column));
  if (bounds == NULL || foi_json_get_integer (bounds, "to", -1) < 0)
    return refuse (error, _("In “%s” a figure is not known, so the sum is not known either"),
                   get_title (self, column));
  *from += foi_json_get_integer (bounds, "from", 0);
  *to += foi_json_get_integer (bounds, "to", 0);
  return TRUE;
}

/* The sum of a column; blank if nothing is there, between bounds if a part came suppressed. Of what
 * is blank nobody knows whether it is nothing: beside a figure it makes no sum. */
static gboolean
add_up (Rows *self, guint column, FoiCell *out, GError **error)
{
  FoiWide sum = 0;
  gint64 from = 0, to = 0;
  gboolean is_any = FALSE, is_unknown = FALSE, is_blank = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const FoiCell *cell = get_cell (self, i, column);

      switch ((FoiCellState) cell->state)
        {
        case FOI_CELL_VALUE:
          sum += cell->number;
          is_any = TRUE;
          break;
        case FOI_CELL_BLANK:
          is_blank = TRUE;
          break;
        case FOI_CELL_NOT_APPLICABLE:
          break;
        case FOI_CELL_SUPPRESSED:
          is_any = is_unknown = TRUE;
          if (!add_unknown (self, i, column, &from, &to, error))
            return FALSE;
          break;
        case FOI_CELL_NOT_AVAILABLE:
        case FOI_CELL_LOW:
        default:
          return refuse (error, _("In “%s” a figure is not known, so the sum is not known either"),
                         get_title (self, column));
        }
    }
  if (is_any && is_blank)
    return refuse (error, _("In “%s” a cell is blank, so the sum is not known: enter 0 if that is "
                            "what it means, or [z] where it does not apply"),
                   get_title (self, column));
  if (sum > G_MAXINT64 / 2 || sum < G_MININT64 / 2)
    return refuse (error, _("The sum of “%s” is too large"), get_title (self, column));
  *out = is_unknown ? foi_cell_state (FOI_CELL_SUPPRESSED)
         : is_any ? foi_cell_number ((gint64) sum) : foi_cell_copy (get_cell (self, 0, column));
  if (is_unknown)
    {
      self->bounds_of[2 * column] = from + (gint64) sum;
      self->bounds_of[2 * column + 1] = to + (gint64) sum;
    }
  return TRUE;
}

/* How much was recorded, of how much there was: the column's own whole is that of one row. */
static gboolean
add_coverage (Rows *self, guint column, FoiCell *out, GError **error)
{
  gint64 whole = foi_column_get_of (get_column (self, column)) * (gint64) self->rows->len;

  if (!add_up (self, column, out, error))
    return FALSE;
  if (whole > 0 && out->state == FOI_CELL_VALUE && out->number < whole)
    {
      /* Translators: of a row that several became: how much of their time was recorded. */
      g_ptr_array_add (self->notes,
                       g_strdup_printf (_("%" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                                          ", over all that is combined here."), out->number,
                                        whole));
      g_array_append_val (self->noted, column);
    }
  return TRUE;
}

/* Whether declared totals show that a column of numbers adds up: averages do not. @fallback where
 * no total says anything. */
static gboolean
is_additive (Rows *self, guint column, gboolean fallback)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (self->data), "foi:totals");

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *key = foi_json_get_member (foi_json_get_element (totals, i), "row");
      const FoiCell *cell;
      gint64 expected;
      guint row;

      if (key == NULL || !foi_table_data_find_row (self->data, key, &row)
          || !foi_totals_compute (self->data, row, column, &expected))
        continue;
      cell = foi_table_data_get_cell (self->data, row, column);
      if (cell->state != FOI_CELL_VALUE)
        continue;
      if (cell->number != expected)
        return FALSE;
      fallback = TRUE;
    }
  return fallback;
}

/* A rate of the new row, halves up. */
static gboolean
work_out_rate (Rows *self, const FoiRate *rate, FoiCell *out, GError **error)
{
  FoiColumn *column = get_column (self, rate->rate);
  FoiCell above = FOI_CELL_INIT, below = FOI_CELL_INIT;
  FoiWide number, whole;

  if (!add_up (self, rate->above, &above, error))
    return FALSE;
  if (rate->below_row >= 0)
    below = *foi_table_data_get_cell (self->data, (guint) rate->below_row, rate->below);
  else if (!add_up (self, rate->below, &below, error))
    return FALSE;
  if (above.state != FOI_CELL_VALUE || below.state != FOI_CELL_VALUE)
    return refuse (error, _("“%s” cannot be worked out anew: a figure that it is of is not known"),
                   foi_column_get_title (column));
  if (below.number <= 0 || above.number < 0)
    {
      *out = foi_cell_state (FOI_CELL_NOT_APPLICABLE);
      return TRUE;
    }
  number = (FoiWide) above.number * rate->times * rate->above_unit;
  whole = (FoiWide) below.number * rate->below_unit;
  for (int i = foi_column_get_decimals (column); i > 0; i--)
    number *= 10;
  *out = foi_cell_number ((gint64) ((2 * number + whole) / (2 * whole)));
  return TRUE;
}

/* What is neither counted nor worked out is kept where all rows say the same. */
static gboolean
keep_same (Rows *self, guint column, FoiCell *out, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (get_cell (self, i, column)->state == FOI_CELL_SUPPRESSED)
        return refuse (error, _("In “%s” something is withheld for a reason of its own"),
                       get_title (self, column));
    }
  *out = is_same_in_all (self, column) ? foi_cell_copy (get_cell (self, 0, column))
                                       : FOI_CELL_INIT;
  return TRUE;
}

static gboolean
fill_number (Rows *self, guint column, FoiCell *out, GError **error)
{
  FoiColumn *what = get_column (self, column);
  FoiValueType type = foi_column_get_value_type (what);
  FoiRate rate;

  if (_foi_disclosure_find_rate (self->draft, self->data, column, &rate))
    return work_out_rate (self, &rate, out, error);
  if ((type == FOI_VALUE_INTEGER || type == FOI_VALUE_MONEY || type == FOI_VALUE_DECIMAL)
      && is_additive (self, column, type != FOI_VALUE_DECIMAL))
    return add_up (self, column, out, error);
  if (foi_column_is_left_out (what) || is_same_in_all (self, column))
    return keep_same (self, column, out, error);
  return refuse (error, _("“%s” cannot be added up, and it cannot be worked out from other "
                          "columns: leave it out of the letter first"), get_title (self, column));
}

static gboolean
fill_cell (Rows *self, guint column, GError **error)
{
  FoiColumn *what = get_column (self, column);
  FoiCell *out = &self->record->cells[column];

  if (foi_table_data_is_key (self->data, column) || !foi_column_is_numeric (what))
    return keep_same (self, column, out, error);
  if (foi_column_get_role (what) == FOI_ROLE_COVERAGE)
    return add_coverage (self, column, out, error);
  return fill_number (self, column, out, error);
}

static gboolean
fill_record (Rows *self, guint named, GError **error)
{
  guint n_columns = foi_table_data_get_n_columns (self->data);

  self->record = foi_record_new (foi_table_data_get_next_row_id (self->data), n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->record->cells[i] = FOI_CELL_INIT;
  for (guint i = 0; i < n_columns; i++)
    {
      if (!fill_cell (self, i, error))
        return FALSE;
    }
  foi_cell_clear (&self->record->cells[named]);
  self->record->cells[named] = foi_cell_text (self->label);
  return TRUE;
}

/* ---- the case with it ---- */

static FoiRowStore *
lay_rows (Rows *self)
{
  FoiRowStore *rows = foi_table_data_get_rows (self->data);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_record_unref);

  for (guint i = 0, next = 0; i < foi_row_store_get_length (rows); i++)
    {
      if (next >= self->rows->len || get_row (self, next) != i)
        g_ptr_array_add (records, foi_record_ref (foi_row_store_get (rows, i)));
      else if (next++ == 0)
        g_ptr_array_add (records, foi_record_ref (self->record));
    }
  return foi_row_store_new_take (records);
}

static FoiCaseState *
with_rows (Rows *self)
{
  g_autoptr (FoiRowStore) rows = lay_rows (self);
  g_autoptr (FoiTableData) changed
    = foi_table_data_with_rows (self->data, rows,
                                foi_table_data_get_next_row_id (self->data) + 1);

  return foi_case_state_with_table (self->state, changed);
}

static void
take (FoiCaseState **state, FoiCaseState *next)
{
  foi_case_state_unref (*state);
  *state = next;
}

/* What was said of bounds, and of figures that are the same elsewhere, is not so of sums. */
static FoiCaseState *
forget_figures (Rows *self)
{
  g_autoptr (FoiCaseState) state = foi_case_state_ref (self->state);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autoptr (JsonNode) address
        = foi_table_data_dup_row_address (self->data, get_row (self, i));

      for (guint j = 0; address != NULL && j < foi_table_data_get_n_columns (self->data); j++)
        foi_cell_list_remove (self->bounds, address, foi_column_get_name (get_column (self, j)));
      if (address != NULL)
        take (&state, foi_combination_forget_same (state, foi_table_data_get_name (self->data),
                                                   address, NULL));
    }
  take (&state, foi_cell_list_apply (self->bounds, state));
  return g_steal_pointer (&state);
}

/* Notes, totals and remarks of the rows are of the new one. */
static FoiCaseState *
follow (Rows *self, FoiCaseState *state, FoiTableData *after, guint position)
{
  g_autoptr (GHashTable) keys = foi_case_follow_new_keys ();
  g_autoptr (JsonNode) now = foi_table_data_dup_row_address (after, position);

  for (guint i = 0; i < self->rows->len; i++)
    {
      JsonNode *was = foi_table_data_dup_row_address (self->data, get_row (self, i));

      if (was != NULL)
        g_hash_table_insert (keys, was, json_node_ref (now));
    }
  return foi_case_follow_rows (state, foi_table_data_get_name (self->data), keys);
}

static FoiCaseState *
say_notes (Rows *self, FoiCaseState *state, JsonNode *address)
{
  const char *name = foi_table_data_get_name (self->data);
  g_autoptr (FoiCellList) bounds = foi_cell_list_new (state, name, FOI_CELL_LIST_BOUNDS);
  g_autoptr (FoiCellList) notes = NULL;
  g_autoptr (FoiCaseState) bounded = NULL;

  for (guint i = 0; i < foi_table_data_get_n_columns (self->data); i++)
    {
      g_autoptr (JsonNode) node = NULL;
      JsonObject *object;

      if (self->bounds_of[2 * i + 1] == 0
          || self->record->cells[i].state != FOI_CELL_SUPPRESSED)
        continue;
      object = json_object_new ();
      json_object_set_int_member (object, "from", self->bounds_of[2 * i]);
      json_object_set_int_member (object, "to", self->bounds_of[2 * i + 1]);
      node = foi_json_take_object (object);
      foi_cell_list_set_note (bounds, address, foi_column_get_name (get_column (self, i)), node);
    }
  bounded = foi_cell_list_apply (bounds, state);
  notes = foi_cell_list_new (bounded, name, FOI_CELL_LIST_NOTES);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const char *column
        = foi_column_get_name (get_column (self, g_array_index (self->noted, guint, i)));
      JsonNode *entry = foi_cell_list_get (notes, address, column);
      const char *before = foi_json_get_string (entry, "text", "");
      g_autofree char *text = g_strdup_printf ("%s%s%s", before, before[0] != '\0' ? " " : "",
                                               (char *) self->notes->pdata[i]);
      g_autoptr (JsonNode) node = foi_json_new_string (text);

      foi_cell_list_set_note (notes, address, column, node);
    }
  return foi_cell_list_apply (notes, bounded);
}

/* Whether no other row is called like the new one. */
static gboolean
check_name (Rows *self, FoiTableData *after, JsonNode *address, guint *position, GError **error)
{
  guint next;

  if (address == NULL || !foi_table_data_find_row (after, address, &next))
    return refuse (error, _("The new row needs a name"));
  *position = next;
  if (foi_table_data_find_next_row (after, &next))
    return refuse (error, _("There is a row “%s” already"), self->label);
  return TRUE;
}

static FoiCaseState *
finish (Rows *self, GError **error)
{
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (JsonNode) address = NULL;
  const char *name = foi_table_data_get_name (self->data);
  FoiTableData *after;
  guint position = get_row (self, 0);

  take (&self->state, foi_combination_note_rows (self->state, self->data, self->rows));
  take (&self->state, forget_figures (self));
  self->data = foi_case_state_find_table (self->state, name);
  state = with_rows (self);
  after = foi_case_state_find_table (state, name);
  address = foi_table_data_dup_row_address (after, position);
  if (!check_name (self, after, address, &position, error))
    return NULL;
  take (&state, follow (self, state, after, position));
  take (&state, foi_combination_merge_parts (state, name));
  return say_notes (self, state, address);
}

/* The names of totals, which columns of years have no word for. */
static FoiCaseState *
with_named_totals (FoiCaseState *state, const char *table, guint column, GError **error)
{
  FoiTableData *data = foi_case_state_find_table (state, table);
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (FoiCellEdit));
  g_auto (FoiCell) name = foi_cell_text (_("Total"));

  for (guint i = 0; i < foi_row_store_get_length (foi_table_data_get_rows (data)); i++)
    {
      FoiCellEdit edit = { .column = foi_column_get_name (foi_table_data_get_column (data, column)),
                           .cell = name };

      if (!foi_totals_is_row (data, i)
          || foi_table_data_get_cell (data, i, column)->state != FOI_CELL_BLANK)
        continue;
      edit.row = foi_row_store_get (foi_table_data_get_rows (data), i)->id;
      g_array_append_val (edits, edit);
    }
  return foi_case_state_with_cells (state, table, (const FoiCellEdit *) (gpointer) edits->data,
                                    edits->len, FOI_WITHHELD_PRIMARY, error);
}

/* The names of the rows have to be words: "2016/17 to 2018/19" is no financial year. */
static FoiCaseState *
with_words (FoiCaseState *state, const char *table, guint column, GError **error)
{
  FoiTableData *data = foi_case_state_find_table (state, table);
  FoiColumn *named = foi_table_data_get_column (data, column);
  g_autoptr (FoiColumn) words = NULL;
  g_autoptr (FoiCaseState) worded = NULL;

  if (foi_column_get_value_type (named) == FOI_VALUE_TEXT)
    return foi_case_state_ref (state);
  words = foi_column_with_type (named, FOI_VALUE_TEXT, 0, NULL);
  worded = foi_case_state_with_column (state, table, words, error);
  return worded == NULL ? NULL : with_named_totals (worded, table, column, error);
}

/* Whether the rows can become one, and how the table is to be called for that. */
static gboolean
prepare (Rows *self, FoiCaseState *state, const char *table, const guint64 *ids, guint n_ids,
         guint *named, GError **error)
{
  int found;

  self->data = foi_case_state_find_table (state, table);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->noted = g_array_new (FALSE, FALSE, sizeof (guint));
  if (self->label == NULL || self->label[0] == '\0')
    return refuse (error, _("The new row needs a name"));
  if (!find_rows (self, ids, n_ids, error))
    return FALSE;
  found = find_differing_key (self, error);
  if (found < 0 || !check_totals (self, error))
    return FALSE;
  *named = (guint) found;
  self->state = with_words (state, table, *named, error);
  if (self->state == NULL)
    return FALSE;
  self->data = foi_case_state_find_table (self->state, table);
  self->bounds = foi_cell_list_new (self->state, table, FOI_CELL_LIST_BOUNDS);
  self->withheld = foi_cell_list_new (self->state, table, FOI_CELL_LIST_WITHHELD);
  self->bounds_of = g_new0 (gint64, 2 * foi_table_data_get_n_columns (self->data) + 2);
  return TRUE;
}

/**
 * foi_combination_of_rows:
 * @table: the name of a table that shows its true figures
 * @ids: (array length=n_ids): ids of rows
 * @label: (nullable): what names the new row: "North and West", "2016/17 to 2018/19"
 *
 * Makes one row of several, in the place of the first. Counts are added up and rates worked out
 * anew; other columns are kept where all rows say the same.
 *
 * Returns: (transfer full): the case with it; else %NULL with %FOI_ERROR_REFUSED and the reason.
 */
FoiCaseState *
foi_combination_of_rows (FoiCaseState *state, const char *table, const guint64 *ids, guint n_ids,
                         const char *label, GError **error)
{
  const char *const wholes[] = { table, NULL };
  const FoiSmallRule none = { 0 };
  g_auto (FoiDisclosureDraft) draft = { 0 };
  g_auto (Rows) self = { .label = label, .draft = &draft };
  guint named = 0;

  if (!prepare (&self, state, table, ids, n_ids, &named, error))
    return NULL;
  _foi_disclosure_draft_init (&draft, self.state, wholes, &none);
  return fill_record (&self, named, error) ? finish (&self, error) : NULL;
}
