/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-combination.h"

#include "foi-disclosure-case-private.h"
#include "foi-json-edit.h"

/* What rows and columns were before they became one: nobody outside sees it any more, so it stays
 * in the case, and what other tables and answers tell of it is audited. */

#define PARTS "internal/combined"
/* A larger table is no letter's. */
#define MAX_CELLS 20000

/* The entries as they become. */
typedef struct
{
  FoiCaseState *state;
  FoiTableData *data;
  GPtrArray *entries; /* of JsonNode */
  GHashTable *known;  /* row and column of those that say already what they were */
} Parts;

static char *
dup_place (JsonNode *row, const char *field)
{
  g_autofree char *text = json_to_string (row, FALSE);

  return g_strconcat (text, " ", field, NULL);
}

static void
parts_clear (Parts *self)
{
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->known);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static void
parts_init (Parts *self, FoiCaseState *state, FoiTableData *data)
{
  JsonNode *list = foi_case_state_get_node (state, PARTS);

  self->state = state;
  self->data = data;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      JsonNode *entry = foi_json_get_element (list, i);
      JsonNode *row = foi_json_get_member (entry, "row");

      g_ptr_array_add (self->entries, json_node_ref (entry));
      if (row != NULL
          && g_strcmp0 (foi_json_get_string (entry, "table", NULL), foi_table_data_get_name (data))
               == 0)
        g_hash_table_add (self->known, dup_place (row, foi_json_get_string (entry, "field", "")));
    }
}

static FoiCaseState *
parts_apply (Parts *self, FoiCaseState *state)
{
  JsonArray *array;
  g_autoptr (JsonNode) list = NULL;

  if (self->entries->len == 0)
    return foi_case_state_ref (state);
  array = json_array_sized_new (self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    json_array_add_element (array, json_node_ref (self->entries->pdata[i]));
  list = foi_json_take_array (array);
  return foi_case_state_with_node (state, PARTS, list, NULL);
}

static gboolean
is_place (JsonNode *node, const char *table, JsonNode *row, const char *field)
{
  JsonNode *here = foi_json_get_member (node, "row");

  return here != NULL && foi_json_equal (here, row)
         && g_strcmp0 (foi_json_get_string (node, "table", NULL), table) == 0
         && g_strcmp0 (foi_json_get_string (node, "field", NULL), field) == 0;
}

/* Adds the other places of a group of figures that are the same, if a figure is one of it. */
static void
add_group (JsonArray *places, JsonNode *group, const char *table, JsonNode *row, const char *field)
{
  gboolean is_in = FALSE;

  for (guint i = 0; i < foi_json_get_n_elements (group); i++)
    is_in = is_in || is_place (foi_json_get_element (group, i), table, row, field);
  for (guint i = 0; i < foi_json_get_n_elements (group) && is_in; i++)
    if (!is_place (foi_json_get_element (group, i), table, row, field))
      json_array_add_element (places, json_node_ref (foi_json_get_element (group, i)));
}

/* Where the same figure was said to stand; NULL: nowhere. */
static JsonNode *
list_same (const Parts *self, JsonNode *row, const char *field)
{
  GPtrArray *tables = foi_case_state_get_tables (self->state);
  JsonArray *places = json_array_new ();

  for (guint i = 0; i < tables->len; i++)
    {
      JsonNode *groups
        = foi_json_get_member (foi_table_data_get_resource (tables->pdata[i]), "foi:same");

      for (guint j = 0; j < foi_json_get_n_elements (groups); j++)
        add_group (places, foi_json_get_element (groups, j), foi_table_data_get_name (self->data),
                   row, field);
    }
  if (json_array_get_length (places) > 0)
    return foi_json_take_array (places);
  json_array_unref (places);
  return NULL;
}

/* A figure of a row as it stands now, and where it came from. */
static void
add (Parts *self, guint row, guint column, const char *field, JsonNode *was_row,
     FoiColumn *was_column)
{
  const FoiCell *cell = foi_table_data_get_cell (self->data, row, column);
  g_autoptr (JsonNode) address = foi_table_data_dup_row_address (self->data, row);
  JsonObject *entry;
  JsonNode *value, *same;

  if (address == NULL || cell->state != FOI_CELL_VALUE || cell->has_text
      || self->entries->len >= MAX_CELLS)
    return;
  value = foi_column_cell_to_json (foi_table_data_get_column (self->data, column), cell);
  entry = json_object_new ();
  json_object_set_string_member (entry, "table", foi_table_data_get_name (self->data));
  json_object_set_member (entry, "row", json_node_ref (address));
  json_object_set_string_member (entry, "field", field);
  if (was_row != NULL)
    json_object_set_member (entry, "was_row", json_node_ref (was_row));
  if (was_column != NULL)
    {
      json_object_set_string_member (entry, "was_field", foi_column_get_name (was_column));
      json_object_set_string_member (entry, "was_title", foi_column_get_title (was_column));
    }
  json_object_set_member (entry, "value", value);
  same = list_same (self, address, foi_column_get_name (foi_table_data_get_column (self->data,
                                                                                   column)));
  if (same != NULL)
    json_object_set_member (entry, "same", same);
  g_ptr_array_add (self->entries, foi_json_take_object (entry));
}

static gboolean
is_count (FoiTableData *data, guint column)
{
  FoiColumn *what = foi_table_data_get_column (data, column);

  return _foi_disclosure_is_count (what) && !foi_table_data_is_key (data, column)
         && !foi_column_is_left_out (what);
}

/* Says of what became one earlier, by its column, of which row it was. */
static void
set_was_row (Parts *self, JsonNode *address)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      JsonNode *entry = self->entries->pdata[i];
      JsonNode *row = foi_json_get_member (entry, "row");

      if (row == NULL || !foi_json_equal (row, address)
          || foi_json_get_member (entry, "was_row") != NULL
          || g_strcmp0 (foi_json_get_string (entry, "table", NULL),
                        foi_table_data_get_name (self->data)) != 0)
        continue;
      self->entries->pdata[i] = foi_json_set_member (entry, "was_row", address, NULL);
      json_node_unref (entry);
    }
}

/**
 * foi_combination_note_rows:
 * @data: a table, before rows of it become one
 * @rows: (element-type guint): which rows
 *
 * Keeps in the case what they count; it is still noted under their own keys.
 *
 * Returns: (transfer full): the case with it.
 */
FoiCaseState *
foi_combination_note_rows (FoiCaseState *state, FoiTableData *data, const GArray *rows)
{
  g_auto (Parts) self = { 0 };

  parts_init (&self, state, data);
  for (guint i = 0; i < rows->len; i++)
    {
      const guint row = g_array_index (rows, guint, i);
      g_autoptr (JsonNode) address = foi_table_data_dup_row_address (data, row);

      if (address == NULL)
        continue;
      for (guint column = 0; column < foi_table_data_get_n_columns (data); column++)
        {
          const char *field = foi_column_get_name (foi_table_data_get_column (data, column));
          g_autofree char *place = dup_place (address, field);

          if (is_count (data, column) && !g_hash_table_contains (self.known, place))
            add (&self, row, column, field, address, NULL);
        }
      set_was_row (&self, address);
    }
  return parts_apply (&self, state);
}

/* Says of what became one earlier, by its row, of which column it was, and is now. */
static void
set_was_field (Parts *self, FoiColumn *column, const char *now)
{
  g_autoptr (JsonNode) field = foi_json_new_string (now);
  g_autoptr (JsonNode) was_field = foi_json_new_string (foi_column_get_name (column));
  g_autoptr (JsonNode) was_title = foi_json_new_string (foi_column_get_title (column));

  for (guint i = 0; i < self->entries->len; i++)
    {
      JsonNode *entry = self->entries->pdata[i];
      g_autoptr (JsonNode) moved = NULL;
      g_autoptr (JsonNode) named = NULL;

      if (g_strcmp0 (foi_json_get_string (entry, "field", NULL), foi_column_get_name (column)) != 0
          || g_strcmp0 (foi_json_get_string (entry, "table", NULL),
                        foi_table_data_get_name (self->data)) != 0)
        continue;
      moved = foi_json_set_member (entry, "field", field, NULL);
      if (foi_json_get_member (entry, "was_field") == NULL)
        {
          named = foi_json_set_member (moved, "was_field", was_field, NULL);
          self->entries->pdata[i] = foi_json_set_member (named, "was_title", was_title, NULL);
        }
      else
        self->entries->pdata[i] = g_steal_pointer (&moved);
      json_node_unref (entry);
    }
}

/**
 * foi_combination_note_columns:
 * @data: a table, before columns of it become one
 * @names: (array zero-terminated=1): which columns
 * @now: the name of the column that they become
 *
 * Keeps in the case what they count.
 *
 * Returns: (transfer full): the case with it.
 */
FoiCaseState *
foi_combination_note_columns (FoiCaseState *state, FoiTableData *data, const char *const *names,
                              const char *now)
{
  const guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (data));
  g_auto (Parts) self = { 0 };

  parts_init (&self, state, data);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const int column = foi_table_data_find_column (data, names[i]);
      FoiColumn *what;

      if (column < 0 || !is_count (data, (guint) column))
        continue;
      what = foi_table_data_get_column (data, (guint) column);
      for (guint row = 0; row < n_rows; row++)
        {
          g_autoptr (JsonNode) address = foi_table_data_dup_row_address (data, row);
          g_autofree char *place = address != NULL ? dup_place (address, names[i]) : NULL;

          if (place != NULL && !g_hash_table_contains (self.known, place))
            add (&self, row, (guint) column, now, NULL, what);
        }
      set_was_field (&self, what, now);
    }
  return parts_apply (&self, state);
}
