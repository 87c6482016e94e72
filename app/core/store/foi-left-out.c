/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-left-out.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-case-shape.h"
#include "foi-json-edit.h"
#include "foi-row-finder.h"

/* One column: what the file says, and, once its table was read, the rows that are not in it. */
typedef struct
{
  JsonNode  *node;
  FoiColumn *column;
  gboolean   placed;
  GPtrArray *rest;   /* of JsonNode, borrowed from @node */
} Entry;

/* One column being filled: @keys is NULL where the table has not all columns of the key. */
typedef struct
{
  Entry     *entry;
  GPtrArray *columns;
  GPtrArray *records;
  GArray    *keys;
  guint      target;
} Filling;

struct _FoiLeftOut
{
  FoiFaults  *faults;
  JsonNode   *internal;
  GPtrArray  *entries;
  GHashTable *by_table;   /* name -> GPtrArray of Entry */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->column, foi_column_unref);
  g_clear_pointer (&entry->rest, g_ptr_array_unref);
  g_free (entry);
}

static void
add_entry (FoiLeftOut *self, Entry *entry)
{
  const char *table = foi_json_get_string (entry->node, "table", "");
  GPtrArray *list = g_hash_table_lookup (self->by_table, table);

  g_ptr_array_add (self->entries, entry);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->by_table, (gpointer) table, list);
    }
  if (entry->column != NULL)
    g_ptr_array_add (list, entry);
}

/**
 * foi_left_out_new:
 * @faults: where faults go; outlives the result
 * @internal: (nullable): `foi:case.internal` of the document, found without fault
 *
 * Returns: (transfer full): the columns left out of all tables.
 */
FoiLeftOut *
foi_left_out_new (FoiFaults *faults, JsonNode *internal)
{
  FoiLeftOut *self = g_new0 (FoiLeftOut, 1);
  JsonNode *fields = foi_json_get_member (internal, "fields");

  self->faults = faults;
  self->internal = internal;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->by_table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                          (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < foi_json_get_n_elements (fields); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FoiColumn) column = NULL;
      Entry *entry = g_new0 (Entry, 1);
      JsonNode *field;

      entry->node = foi_json_get_element (fields, i);
      entry->rest = g_ptr_array_new ();
      field = foi_json_get_member (entry->node, "field");
      column = foi_column_new_from_field (field, &error);
      if (column != NULL)
        entry->column = foi_column_with_left_out (column, TRUE);
      else
        foi_faults_add (faults, field, "%s", error->message);
      add_entry (self, entry);
    }
  return self;
}

/**
 * foi_left_out_free:
 *
 * Frees it.
 */
void
foi_left_out_free (FoiLeftOut *self)
{
  g_hash_table_unref (self->by_table);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static int
find_column (GPtrArray *columns, const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    {
      if (g_str_equal (foi_column_get_name (g_ptr_array_index (columns, i)), name))
        return (int) i;
    }
  return -1;
}

/**
 * foi_left_out_add_columns:
 * @table: the name of a table
 * @columns: (element-type FoiColumn): its columns in the file; those left out are put among them
 *
 * Puts each column behind the one it followed; the first of all if it followed none, the last if
 * that one is gone. One whose name another column has stays where it is.
 */
void
foi_left_out_add_columns (FoiLeftOut *self, const char *table, GPtrArray *columns)
{
  GPtrArray *entries = g_hash_table_lookup (self->by_table, table);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);
      const char *after = foi_json_get_string (entry->node, "after", "");
      int position;

      if (columns->len >= FOI_JSON_MAX_CELLS
          || find_column (columns, foi_column_get_name (entry->column)) >= 0)
        continue;
      position = after[0] == '\0' ? 0 : find_column (columns, after) + 1;
      if (position == 0 && after[0] != '\0')
        position = (int) columns->len;
      g_ptr_array_insert (columns, position, foi_column_ref (entry->column));
      entry->placed = TRUE;
    }
}

/* ---- the values ---- */

static gboolean
read_cell (FoiFaults *faults, FoiColumn *column, JsonNode *node, FoiCell *out)
{
  g_autofree char *reason = NULL;
  gboolean ok = FALSE;

  if (foi_json_is_integer (node))
    ok = foi_column_cell_from_json (column, TRUE, json_node_get_int (node), NULL, 0, out, &reason);
  else if (foi_json_is_string (node))
    ok = foi_column_cell_from_json (column, FALSE, 0, json_node_get_string (node),
                                    strlen (json_node_get_string (node)), out, &reason);
  else
    reason = g_strdup (_("a cell is text or a whole number"));
  if (!ok)
    foi_faults_add (faults, node, "%s", reason);
  return ok;
}

/* The columns that the header names as the key; NULL where one of them is not in the table. */
static GArray *
find_keys (JsonNode *header, GPtrArray *columns)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i + 1 < foi_json_get_n_elements (header); i++)
    {
      JsonNode *name = foi_json_get_element (header, i);
      int column = foi_json_is_string (name) ? find_column (columns, json_node_get_string (name))
                                             : -1;

      if (column < 0 || foi_column_is_left_out (g_ptr_array_index (columns, column)))
        return NULL;
      g_array_append_val (keys, column);
    }
  return g_steal_pointer (&keys);
}

/* Reads the key and the value of one row; %FALSE with faults. */
static gboolean
read_row (FoiLeftOut *self, Filling *filling, JsonNode *row, FoiCell *cells)
{
  guint n_keys = filling->keys->len;

  for (guint i = 0; i <= n_keys; i++)
    {
      FoiColumn *column = filling->entry->column;

      if (i < n_keys)
        column = g_ptr_array_index (filling->columns, g_array_index (filling->keys, guint, i));
      if (read_cell (self->faults, column, foi_json_get_element (row, i), &cells[i]))
        continue;
      while (i-- > 0)
        foi_cell_clear (&cells[i]);
      return FALSE;
    }
  return TRUE;
}

/* Puts the value of one row into the record it belongs to; what belongs to none is kept. */
static void
fill_row (FoiLeftOut *self, Filling *filling, FoiRowFinder *finder, JsonNode *row)
{
  guint n_keys = filling->keys->len;
  g_autofree FoiCell *cells = g_new (FoiCell, n_keys + 1);
  guint position;

  if (!read_row (self, filling, row, cells))
    return;
  if (foi_row_finder_find (finder, cells, &position))
    {
      FoiRecord *record = g_ptr_array_index (filling->records, position);

      record->cells[filling->target] = foi_cell_copy (&cells[n_keys]);
    }
  else
    g_ptr_array_add (filling->entry->rest, row);
  for (guint i = 0; i <= n_keys; i++)
    foi_cell_clear (&cells[i]);
}

static gboolean
check_header (FoiLeftOut *self, Entry *entry, JsonNode *data)
{
  JsonNode *header = foi_json_get_element (data, 0);
  guint n_cells = foi_json_get_n_elements (header);
  JsonNode *last = n_cells > 0 ? foi_json_get_element (header, n_cells - 1) : NULL;
  const char *name = foi_column_get_name (entry->column);
  g_autofree char *quoted = NULL;

  if (foi_json_is_string (last) && g_str_equal (json_node_get_string (last), name))
    return TRUE;
  quoted = foi_fault_quote (name);
  foi_faults_add (self->faults, header != NULL ? header : data,
                  _("the header row does not end with the field %s"), quoted);
  return FALSE;
}

static void
fill_rows (FoiLeftOut *self, Filling *filling, JsonNode *data)
{
  guint n_cells = foi_json_get_n_elements (foi_json_get_element (data, 0));
  g_auto (FoiRowFinder) finder = { 0 };

  if (filling->keys != NULL)
    foi_row_finder_init (&finder, filling->records, filling->keys);
  for (guint i = 1; i < foi_json_get_n_elements (data); i++)
    {
      JsonNode *row = foi_json_get_element (data, i);

      if (!foi_json_is_array (row) || foi_json_get_n_elements (row) != n_cells)
        foi_faults_add (self->faults, row, _("this is not a row of %u cells"), n_cells);
      else if (filling->keys == NULL)
        g_ptr_array_add (filling->entry->rest, row);
      else
        fill_row (self, filling, &finder, row);
    }
}

/**
 * foi_left_out_fill:
 * @table: the name of a table
 * @columns: (element-type FoiColumn): its columns, all of them
 * @records: (element-type FoiRecord): its rows, not yet shared with anybody
 *
 * Gives the rows their values in the columns left out.
 */
void
foi_left_out_fill (FoiLeftOut *self, const char *table, GPtrArray *columns, GPtrArray *records)
{
  GPtrArray *entries = g_hash_table_lookup (self->by_table, table);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (entries, i);
      JsonNode *data = foi_json_get_member (entry->node, "data");
      g_autoptr (GArray) keys = NULL;
      Filling filling;

      if (!entry->placed || !check_header (self, entry, data))
        continue;
      keys = find_keys (foi_json_get_element (data, 0), columns);
      filling = (Filling) { entry, columns, records, keys, 0 };
      filling.target = (guint) find_column (columns, foi_column_get_name (entry->column));
      fill_rows (self, &filling, data);
    }
}

/* ---- what stays ---- */

static gboolean
has_unknown_members (JsonNode *node)
{
  g_autoptr (GList) keys = json_object_get_members (json_node_get_object (node));

  for (GList *l = keys; l != NULL; l = l->next)
    {
      if (foi_shape_find_member (&foi_shape_left_out, l->data) == NULL)
        return TRUE;
    }
  return FALSE;
}

/* What is left of a column that is in its table now: rows that are not, and unknown members. */
static JsonNode *
dup_rest (const Entry *entry)
{
  JsonNode *data = foi_json_get_member (entry->node, "data");
  JsonArray *rows = json_array_new ();
  g_autoptr (JsonNode) node = NULL;

  if (entry->rest->len > 0)
    json_array_add_element (rows, json_node_ref (foi_json_get_element (data, 0)));
  for (guint i = 0; i < entry->rest->len; i++)
    json_array_add_element (rows, json_node_ref (g_ptr_array_index (entry->rest, i)));
  node = foi_json_take_array (rows);
  return foi_json_set_member (entry->node, "data", node, NULL);
}

/**
 * foi_left_out_get_rest:
 *
 * Returns: (transfer full) (nullable): `foi:case.internal` without what is in the tables now, once
 *   all of them were read; %NULL if there is none. An empty list keeps the place of `fields`.
 */
JsonNode *
foi_left_out_get_rest (FoiLeftOut *self)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *fields;

  if (self->internal == NULL)
    return NULL;
  if (foi_json_get_member (self->internal, "fields") == NULL)
    return json_node_ref (self->internal);
  fields = json_array_new ();
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);

      if (!entry->placed)
        json_array_add_element (fields, json_node_ref (entry->node));
      else if (entry->rest->len > 0 || has_unknown_members (entry->node))
        json_array_add_element (fields, dup_rest (entry));
    }
  node = foi_json_take_array (fields);
  return foi_json_set_member (self->internal, "fields", node, NULL);
}
