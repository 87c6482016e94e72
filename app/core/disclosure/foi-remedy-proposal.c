/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-remedy-private.h"

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-totals.h"

/* What could be combined, where no choice of cells is safe. Each candidate is worked out and
 * audited like any other request: only what is safe is proposed. */

/* A larger table would take too long for so many attempts. */
#define MAX_CELLS 1000
/* More names than these make no name of a row. */
#define MAX_NAMED 4

static FoiColumn *
get_naming_column (FoiTableData *data, guint *place)
{
  *place = foi_table_data_get_n_keys (data) > 0 ? foi_table_data_get_key (data, 0) : 0;
  return foi_table_data_get_column (data, *place);
}

/* The column in which rows differ by which they are known; else the first such. */
static guint
find_naming (FoiTableData *data, GArray *rows)
{
  guint first;

  get_naming_column (data, &first);
  for (guint i = 0; i < foi_table_data_get_n_keys (data); i++)
    {
      guint column = foi_table_data_get_key (data, i);

      if (!foi_cell_equal (
            foi_table_data_get_cell (data, g_array_index (rows, guint, 0), column),
            foi_table_data_get_cell (data, g_array_index (rows, guint, rows->len - 1), column)))
        return column;
    }
  return first;
}

static gboolean
is_period (FoiColumn *column)
{
  FoiValueType type = foi_column_get_value_type (column);

  return foi_column_get_role (column) == FOI_ROLE_PERIOD || type == FOI_VALUE_DATE
         || type == FOI_VALUE_MONTH || type == FOI_VALUE_YEAR || type == FOI_VALUE_FINANCIAL_YEAR;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

static char *
dup_name (FoiTableData *data, guint row, guint column)
{
  return foi_column_format (foi_table_data_get_column (data, column),
                            foi_table_data_get_cell (data, row, column));
}

static char *
dup_label_of (FoiTableData *data, GArray *rows)
{
  guint column = find_naming (data, rows);
  g_autofree char *first = dup_name (data, g_array_index (rows, guint, 0), column);
  g_autofree char *last = dup_name (data, g_array_index (rows, guint, rows->len - 1), column);
  GString *text;

  if (is_period (foi_table_data_get_column (data, column)))
    /* Translators: the first and the last of years that become one row. */
    return g_strdup_printf (_("%s to %s"), first, last);
  if (rows->len > MAX_NAMED)
    return g_strdup_printf (_("%s and %u others"), first, rows->len - 1);
  text = g_string_new (first);
  for (guint i = 1; i < rows->len; i++)
    {
      g_autofree char *name = dup_name (data, g_array_index (rows, guint, i), column);

      /* Translators: between the last two of several names. */
      g_string_append_printf (text, "%s%s", i + 1 == rows->len ? _(" and ") : ", ", name);
    }
  return g_string_free (text, FALSE);
}

/**
 * foi_remedy_request_dup_label:
 * @state: the case
 *
 * Returns: (transfer full) (nullable): what the row may be called that the request's rows become:
 *   "North and West", "2016/17 to 2018/19".
 */
char *
foi_remedy_request_dup_label (const FoiRemedyRequest *self, FoiCaseState *state)
{
  FoiTableData *data = foi_case_state_find_table (state, self->table);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; data != NULL && i < self->rows->len; i++)
    {
      guint row;

      if (foi_row_store_find (foi_table_data_get_rows (data),
                              g_array_index (self->rows, guint64, i), &row))
        g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_positions);
  return rows->len > 0 ? dup_label_of (data, rows) : NULL;
}

/**
 * foi_remedy_request_add_row:
 * @state: the case
 * @name: what names a row, as in `{{value:TABLE/ROW/FIELD}}`
 *
 * Adds a row to those that become one.
 *
 * Returns: whether there is such a row; else %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_remedy_request_add_row (FoiRemedyRequest *self, FoiCaseState *state, const char *name,
                            GError **error)
{
  FoiTableData *data = foi_case_state_find_table (state, self->table);
  guint n_rows = data != NULL ? foi_row_store_get_length (foi_table_data_get_rows (data)) : 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *here = foi_disclosure_dup_row_key (data, i);

      if (g_strcmp0 (here, name) != 0)
        continue;
      g_array_append_val (self->rows, foi_row_store_get (foi_table_data_get_rows (data), i)->id);
      return TRUE;
    }
  if (data == NULL)
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no table “%s”"), self->table);
  else
    g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                 /* Translators: the names of a row and of its table. */
                 _("There is no row “%s” in the table “%s”"), name, self->table);
  return FALSE;
}

/* ---- what to try ---- */

/* All that is counted in a row: the smallest neighbours go first. */
static gint64
weigh (FoiTableData *data, guint row)
{
  gint64 sum = 0;

  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    {
      const FoiCell *cell = foi_table_data_get_cell (data, row, i);
      FoiColumn *column = foi_table_data_get_column (data, i);

      if (cell->state == FOI_CELL_VALUE && foi_column_get_value_type (column) == FOI_VALUE_INTEGER
          && foi_column_get_role (column) != FOI_ROLE_COVERAGE && !foi_table_data_is_key (data, i))
        sum += CLAMP (cell->number, 0, G_MAXINT32);
    }
  return sum;
}

/* The list of parts of the total that a row is in; NULL for one that is in none. */
static JsonNode *
find_total (FoiTableData *data, guint row)
{
  JsonNode *totals = foi_json_get_member (foi_table_data_get_resource (data), "foi:totals");

  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *of = foi_json_get_member (foi_json_get_element (totals, i), "of");

      for (guint j = 0; j < foi_json_get_n_elements (of); j++)
        {
          JsonNode *key = foi_json_get_element (of, j);
          guint found;

          if (foi_json_is_object (key) && foi_table_data_find_row (data, key, &found)
              && found == row)
            return of;
        }
    }
  return NULL;
}

typedef struct
{
  guint row;
  gint64 weight;
} Neighbour;

static int
compare_neighbours (gconstpointer a, gconstpointer b)
{
  const Neighbour *left = a, *right = b;

  if (left->weight != right->weight)
    return left->weight < right->weight ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

/* Rows that may become one with @row, the best first: years beside it, else the smallest. */
static GArray *
list_neighbours (FoiTableData *data, guint row)
{
  GArray *neighbours = g_array_new (FALSE, FALSE, sizeof (Neighbour));
  guint naming;
  gboolean by_order = is_period (get_naming_column (data, &naming));
  JsonNode *of = find_total (data, row);

  for (guint i = 0; i < foi_row_store_get_length (foi_table_data_get_rows (data)); i++)
    {
      Neighbour neighbour = { i, by_order ? ABS ((gint64) i - (gint64) row) : weigh (data, i) };

      if (i != row && !foi_totals_is_row (data, i) && find_total (data, i) == of)
        g_array_append_val (neighbours, neighbour);
    }
  g_array_sort (neighbours, compare_neighbours);
  return neighbours;
}

static guint64
get_id (FoiTableData *data, guint row)
{
  return foi_row_store_get (foi_table_data_get_rows (data), row)->id;
}

/* Rows in which too much can be worked out, smallest first. */
static GArray *
list_unsafe (FoiRemedyDraft *self, FoiTableData *data)
{
  FoiRemedy *remedy = self->remedy;
  GArray *unsafe = g_array_new (FALSE, FALSE, sizeof (Neighbour));

  for (guint i = 0; i < remedy->audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (remedy->audit->cells, FoiAuditCell, i);
      const FoiCellPlace *place = foi_disclosure_case_get_place (remedy->disclosure, found->cell);
      Neighbour neighbour = { 0 };
      gboolean is_there = FALSE;

      if (!foi_remedy_concerns (remedy, found)
          || g_strcmp0 (foi_table_data_get_name (place->data), remedy->request->table) != 0
          || !foi_row_store_find (foi_table_data_get_rows (data),
                                  get_id (place->data, place->row), &neighbour.row)
          || foi_totals_is_row (data, neighbour.row))
        continue;
      neighbour.weight = weigh (data, neighbour.row);
      for (guint j = 0; j < unsafe->len; j++)
        is_there = is_there || g_array_index (unsafe, Neighbour, j).row == neighbour.row;
      if (!is_there)
        g_array_append_val (unsafe, neighbour);
    }
  g_array_sort (unsafe, compare_neighbours);
  return unsafe;
}

/* The request with these rows, if that is safe. */
static FoiRemedyRequest *
try_rows (FoiRemedyDraft *self, GArray *ids, guint *n_attempts)
{
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_copy (self->remedy->request);
  g_autoptr (FoiRemedy) tried = NULL;

  if (++*n_attempts > self->max_attempts)
    return NULL;
  g_array_set_size (request->rows, 0);
  g_array_append_vals (request->rows, ids->data, ids->len);
  g_free (request->rows_label);
  request->rows_label = foi_remedy_request_dup_label (request, self->remedy->before);
  tried = _foi_remedy_try (self->remedy->before, request, TRUE, self->cancellable);
  return tried != NULL && tried->is_safe ? g_steal_pointer (&request) : NULL;
}

/* One row with more and more of its neighbours. */
static FoiRemedyRequest *
try_row (FoiRemedyDraft *self, FoiTableData *data, guint row, guint *n_attempts)
{
  g_autoptr (GArray) neighbours = list_neighbours (data, row);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 id = get_id (data, row);

  g_array_append_val (ids, id);
  for (guint i = 0; i < MIN (neighbours->len, 3); i++)
    {
      FoiRemedyRequest *found;

      id = get_id (data, g_array_index (neighbours, Neighbour, i).row);
      g_array_append_val (ids, id);
      found = try_rows (self, ids, n_attempts);
      if (found != NULL)
        return found;
      /* Another one alone before two together. */
      if (i == 0 && neighbours->len > 1)
        {
          g_autoptr (GArray) pair = g_array_copy (ids);

          id = get_id (data, g_array_index (neighbours, Neighbour, 1).row);
          g_array_index (pair, guint64, 1) = id;
          found = try_rows (self, pair, n_attempts);
          if (found != NULL)
            return found;
        }
    }
  return NULL;
}

/*
 * _foi_remedy_propose:
 *
 * Returns: (transfer full) (nullable): the request with rows combined, which the audit calls safe.
 */
FoiRemedyRequest *
_foi_remedy_propose (FoiRemedyDraft *self)
{
  const FoiRemedyRequest *request = self->remedy->request;
  FoiTableData *data = foi_case_state_find_table (self->remedy->before, request->table);
  g_autoptr (GArray) unsafe = NULL;
  guint n_attempts = 0;

  if (request->takes_off || request->rows->len > 0
      || foi_row_store_get_length (foi_table_data_get_rows (data))
             * foi_table_data_get_n_columns (data) > MAX_CELLS)
    return NULL;
  unsafe = list_unsafe (self, data);
  for (guint i = 0; i < unsafe->len && n_attempts < self->max_attempts; i++)
    {
      FoiRemedyRequest *found
        = try_row (self, data, g_array_index (unsafe, Neighbour, i).row, &n_attempts);

      if (found != NULL)
        return found;
    }
  return NULL;
}
