/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-cell-list.h"

#include "foi-json-edit.h"
#include "foi-table.h"

static const char *const by_names[] = {
  [FOI_WITHHELD_PRIMARY] = "primary",
  [FOI_WITHHELD_SECONDARY] = "secondary",
  [FOI_WITHHELD_ROUNDED] = "rounded",
};

struct _FoiCellList
{
  FoiCellListKind kind;
  char           *table;
  GPtrArray      *entries;   /* of JsonNode, owned; NULL where one was removed */
  GHashTable     *index;     /* Cell -> its entry's place, counted from 1 */
  GHashTable     *ids;       /* of notes, each once */
  guint           last_id;
  gboolean        changed;
};

/* A cell by the key of its row and the name of its column, both owned. */
typedef struct
{
  JsonNode *row;
  char     *column;
} Cell;

static guint
cell_hash (gconstpointer data)
{
  const Cell *cell = data;

  return json_node_hash (cell->row) * 31 + g_str_hash (cell->column);
}

static gboolean
cell_equal (gconstpointer a, gconstpointer b)
{
  const Cell *left = a, *right = b;

  return g_str_equal (left->column, right->column) && foi_json_equal (left->row, right->row);
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  json_node_unref (cell->row);
  g_free (cell->column);
  g_free (cell);
}

static Cell *
cell_new (JsonNode *row, const char *column)
{
  Cell *cell = g_new (Cell, 1);

  cell->row = json_node_ref (row);
  cell->column = g_strdup (column);
  return cell;
}

static void
entry_free (gpointer entry)
{
  if (entry != NULL)
    json_node_unref (entry);
}

/* Whether @entry is one of those that are looked for. */
static gboolean
is_of_kind (FoiCellList *self, JsonNode *entry)
{
  switch (self->kind)
    {
    case FOI_CELL_LIST_WITHHELD:
      return g_strcmp0 (foi_json_get_string (entry, "table", NULL), self->table) == 0;
    case FOI_CELL_LIST_NOTES:
      return foi_json_get_member (entry, "bounds") == NULL;
    case FOI_CELL_LIST_BOUNDS:
      return foi_json_get_member (entry, "bounds") != NULL;
    default:
      g_assert_not_reached ();
    }
}

/* Of several entries of a cell the first counts. */
static void
add_entry (FoiCellList *self, JsonNode *entry)
{
  JsonNode *row = foi_json_get_member (entry, "row");
  const char *column = foi_json_get_string (entry, "field", NULL);
  const char *id = foi_json_get_string (entry, "id", NULL);
  Cell cell = { row, (char *) column };

  g_ptr_array_add (self->entries, json_node_ref (entry));
  if (id != NULL)
    g_hash_table_add (self->ids, g_strdup (id));
  if (row != NULL && column != NULL && is_of_kind (self, entry)
      && !g_hash_table_contains (self->index, &cell))
    g_hash_table_insert (self->index, cell_new (row, column),
                         GUINT_TO_POINTER (self->entries->len));
}

/**
 * foi_cell_list_new:
 * @state: a case
 * @table: the name of one of its tables
 * @kind: which list
 *
 * Returns: (transfer full): the list as it is.
 */
FoiCellList *
foi_cell_list_new (FoiCaseState *state, const char *table, FoiCellListKind kind)
{
  FoiCellList *self = g_new0 (FoiCellList, 1);
  FoiTableData *data = foi_case_state_find_table (state, table);
  JsonNode *list;

  if (kind == FOI_CELL_LIST_WITHHELD)
    list = foi_case_state_get_node (state, "withheld");
  else
    list = foi_json_get_member (foi_table_data_get_resource (data), "foi:notes");
  self->kind = kind;
  self->table = g_strdup (table);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->index = g_hash_table_new_full (cell_hash, cell_equal, cell_free, NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    add_entry (self, foi_json_get_element (list, i));
  return self;
}

/**
 * foi_cell_list_free:
 * @self: (nullable): a list
 *
 * Frees it.
 */
void
foi_cell_list_free (FoiCellList *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->entries);
  g_free (self->table);
  g_free (self);
}

static guint
find (FoiCellList *self, JsonNode *row, const char *column)
{
  Cell cell = { row, (char *) column };

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->index, &cell));
}

/**
 * foi_cell_list_get:
 * @row: the key of a row
 * @column: the name of a column
 *
 * Returns: (transfer none) (nullable): the entry of that cell.
 */
JsonNode *
foi_cell_list_get (FoiCellList *self, JsonNode *row, const char *column)
{
  guint place = find (self, row, column);

  return place > 0 ? g_ptr_array_index (self->entries, place - 1) : NULL;
}

/* Takes @entry over. */
static void
put (FoiCellList *self, JsonNode *row, const char *column, JsonNode *entry)
{
  guint place = find (self, row, column);

  self->changed = TRUE;
  if (place == 0)
    {
      g_ptr_array_add (self->entries, entry);
      g_hash_table_insert (self->index, cell_new (row, column),
                           GUINT_TO_POINTER (self->entries->len));
      return;
    }
  json_node_unref (g_ptr_array_index (self->entries, place - 1));
  g_ptr_array_index (self->entries, place - 1) = entry;
}

/**
 * foi_cell_list_set_value:
 * @value: the true value of the cell, sealed
 * @by: why it is not in its cell
 *
 * Says what is withheld.
 */
void
foi_cell_list_set_value (FoiCellList *self, JsonNode *row, const char *column, JsonNode *value,
                         FoiWithheldBy by)
{
  JsonObject *object = json_object_new ();

  g_assert (self->kind == FOI_CELL_LIST_WITHHELD);

  json_object_set_string_member (object, "table", self->table);
  json_object_set_member (object, "row", json_node_ref (row));
  json_object_set_string_member (object, "field", column);
  json_object_set_member (object, "value", json_node_ref (value));
  json_object_set_string_member (object, "by", by_names[by]);
  put (self, row, column, foi_json_take_object (object));
}

/**
 * foi_cell_list_get_by:
 * @entry: (nullable): an entry of `withheld`
 *
 * Returns: why its value is not in its cell; where it does not say so, the number is too small.
 */
FoiWithheldBy
foi_cell_list_get_by (JsonNode *entry)
{
  const char *name = foi_json_get_string (entry, "by", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (by_names); i++)
    {
      if (g_strcmp0 (name, by_names[i]) == 0)
        return (FoiWithheldBy) i;
    }
  return FOI_WITHHELD_PRIMARY;
}

/* An id that no note of the table has: "n4". */
static char *
take_id (FoiCellList *self)
{
  for (;;)
    {
      g_autofree char *id = g_strdup_printf ("n%u", ++self->last_id);

      if (g_hash_table_add (self->ids, g_strdup (id)))
        return g_steal_pointer (&id);
    }
}

/**
 * foi_cell_list_set_note:
 * @note: the note's text, or its bounds, sealed
 *
 * Sets what the note on the cell says; what else is known of that note stays.
 */
void
foi_cell_list_set_note (FoiCellList *self, JsonNode *row, const char *column, JsonNode *note)
{
  const char *member = self->kind == FOI_CELL_LIST_BOUNDS ? "bounds" : "text";
  JsonNode *entry = foi_cell_list_get (self, row, column);
  g_autofree char *id = NULL;
  JsonObject *object;

  g_assert (self->kind != FOI_CELL_LIST_WITHHELD);

  if (entry != NULL && foi_json_equal (foi_json_get_member (entry, member), note))
    return;
  if (entry != NULL)
    {
      put (self, row, column, foi_json_set_member (entry, member, note, NULL));
      return;
    }
  id = take_id (self);
  object = json_object_new ();
  json_object_set_string_member (object, "id", id);
  json_object_set_member (object, "row", json_node_ref (row));
  json_object_set_string_member (object, "field", column);
  json_object_set_member (object, member, json_node_ref (note));
  put (self, row, column, foi_json_take_object (object));
}

/**
 * foi_cell_list_remove:
 *
 * Forgets what is said of the cell, if anything is.
 */
void
foi_cell_list_remove (FoiCellList *self, JsonNode *row, const char *column)
{
  Cell cell = { row, (char *) column };
  guint place = find (self, row, column);

  if (place == 0)
    return;
  g_hash_table_remove (self->index, &cell);
  json_node_unref (g_ptr_array_index (self->entries, place - 1));
  g_ptr_array_index (self->entries, place - 1) = NULL;
  self->changed = TRUE;
}

/* The list of the entries that are left; NULL if none is. */
static JsonNode *
make_list (FoiCellList *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      JsonNode *entry = g_ptr_array_index (self->entries, i);

      if (entry != NULL)
        json_array_add_element (array, json_node_ref (entry));
    }
  if (json_array_get_length (array) > 0)
    return foi_json_take_array (array);
  json_array_unref (array);
  return NULL;
}

/**
 * foi_cell_list_apply:
 * @state: a case that has the list as it was
 *
 * Returns: (transfer full): the case with the list as it is now; @state itself if nothing changed.
 */
FoiCaseState *
foi_cell_list_apply (FoiCellList *self, FoiCaseState *state)
{
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) resource = NULL;
  g_autoptr (FoiTableData) changed = NULL;
  FoiTableData *data;

  if (!self->changed)
    return foi_case_state_ref (state);
  list = make_list (self);
  if (self->kind == FOI_CELL_LIST_WITHHELD)
    return foi_case_state_with_node (state, "withheld", list, NULL);
  data = foi_case_state_find_table (state, self->table);
  resource = foi_json_set_member (foi_table_data_get_resource (data), "foi:notes", list, NULL);
  changed = foi_table_data_with_resource (data, resource);
  return foi_case_state_with_table (state, changed);
}

static gboolean
shows_mark (FoiTableData *data)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < foi_table_data_get_n_columns (data); j++)
      if (foi_table_data_get_cell (data, i, j)->state == FOI_CELL_SUPPRESSED)
        return TRUE;
  return FALSE;
}

/**
 * foi_case_state_withholds_figures:
 * @state: a case
 *
 * Goes through all cells in the worst case.
 *
 * Returns: whether any figure of its tables is withheld, or shown rounded; also one that came to us
 *   suppressed, and nobody here knows.
 */
gboolean
foi_case_state_withholds_figures (FoiCaseState *state)
{
  GPtrArray *tables;

  g_return_val_if_fail (state != NULL, FALSE);

  if (foi_json_get_n_elements (foi_case_state_get_node (state, "withheld")) > 0)
    return TRUE;
  tables = foi_case_state_get_tables (state);
  for (guint i = 0; i < tables->len; i++)
    if (shows_mark (tables->pdata[i]))
      return TRUE;
  return FALSE;
}
