/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-publication-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-json-edit.h"

/* ---- writing ---- */

/* The names of the columns of the key, where they are shown. */
static JsonNode *
get_key_names (FoiPublication *self)
{
  JsonNode *resource = _foi_publication_get_resource (self);

  return foi_json_get_member (foi_json_get_member (resource, "schema"), "primaryKey");
}

static const char *
get_key_name (JsonNode *names, guint index)
{
  JsonNode *name = foi_json_is_string (names) ? names : foi_json_get_element (names, index);

  return foi_json_is_string (name) ? json_node_get_string (name) : NULL;
}

static guint
count_key_names (JsonNode *names)
{
  return foi_json_is_string (names) ? 1 : foi_json_get_n_elements (names);
}

/* The first column is as good as any: it is the row that is looked for. */
static gboolean
find_row (FoiPublication *self, const char *key, guint *row)
{
  guint column;

  return foi_publication_get_n_columns (self) > 0
         && foi_publication_find_cell (
           self, key, foi_column_get_name (foi_publication_get_column (self, 0)), row, &column);
}

/* How notes name a row: by its key; by its number, from 0, where that is not shown, or repeated. */
static JsonNode *
make_row_address (FoiPublication *self, guint row)
{
  JsonNode *names = get_key_names (self);
  g_autofree char *key = foi_publication_dup_row_key (self, row);
  JsonObject *address;
  guint found;

  if (names == NULL || !find_row (self, key, &found) || found != row)
    return foi_json_new_integer (row);
  address = json_object_new ();
  for (guint i = 0; i < count_key_names (names); i++)
    {
      const char *name = get_key_name (names, i);
      int place = name != NULL ? foi_publication_find_column (self, name) : -1;
      FoiCell cell = FOI_CELL_INIT;
      FoiColumn *column;

      if (place < 0)
        continue;
      column = foi_publication_get_column (self, (guint) place);
      foi_publication_get_cell (self, row, (guint) place, &cell);
      json_object_set_member (address, name, foi_column_cell_to_json (column, &cell));
    }
  return foi_json_take_object (address);
}

static JsonNode *
make_notes (FoiPublication *self)
{
  JsonArray *notes = json_array_new ();

  for (guint i = 0; i < foi_publication_get_n_notes (self); i++)
    {
      const FoiPublishedNote *note = foi_publication_get_note (self, i);
      JsonObject *object = json_object_new ();

      if (note->id != NULL)
        json_object_set_string_member (object, "id", note->id);
      if (note->row != G_MAXUINT)
        json_object_set_member (object, "row", make_row_address (self, note->row));
      if (note->column >= 0)
        json_object_set_string_member (
          object, "field",
          foi_column_get_name (foi_publication_get_column (self, (guint) note->column)));
      json_object_set_string_member (object, "text", note->text);
      json_array_add_object_element (notes, object);
    }
  return foi_json_take_array (notes);
}

/* The header row and the rows. */
static JsonNode *
make_data (FoiPublication *self)
{
  JsonArray *data = json_array_new ();
  JsonArray *header = json_array_new ();
  guint n_columns = foi_publication_get_n_columns (self);

  for (guint i = 0; i < n_columns; i++)
    json_array_add_string_element (header,
                                   foi_column_get_name (foi_publication_get_column (self, i)));
  json_array_add_array_element (data, header);
  for (guint row = 0; row < foi_publication_get_n_rows (self); row++)
    {
      JsonArray *cells = json_array_new ();

      for (guint i = 0; i < n_columns; i++)
        {
          FoiCell cell = FOI_CELL_INIT;

          foi_publication_get_cell (self, row, i, &cell);
          json_array_add_element (
            cells, foi_column_cell_to_json (foi_publication_get_column (self, i), &cell));
        }
      json_array_add_array_element (data, cells);
    }
  return foi_json_take_array (data);
}

static JsonNode *
make_schema (FoiPublication *self)
{
  JsonNode *schema = foi_json_get_member (_foi_publication_get_resource (self), "schema");
  JsonObject *made = json_object_new ();
  JsonArray *fields = json_array_new ();
  g_autoptr (GList) keys = NULL;

  for (guint i = 0; i < foi_publication_get_n_columns (self); i++)
    {
      FoiColumn *column = foi_publication_get_column (self, i);

      json_array_add_element (fields, json_node_ref (foi_column_get_field (column)));
    }
  json_object_set_member (made, "fields", foi_json_take_array (fields));
  if (foi_json_is_object (schema))
    keys = json_object_get_members (json_node_get_object (schema));
  for (GList *link = keys; link != NULL; link = link->next)
    json_object_set_member (made, link->data,
                            json_node_ref (foi_json_get_member (schema, link->data)));
  return foi_json_take_object (made);
}

/**
 * foi_publication_to_json:
 * @self: a publication
 *
 * Returns: (transfer full): it as a resource of a case file or a Data Package, sealed: fields, rows
 *   under a header row, notes, totals, chart.
 */
JsonNode *
foi_publication_to_json (FoiPublication *self)
{
  JsonObject *made = json_object_new ();
  JsonNode *resource, *node;
  g_autoptr (GList) keys = NULL;

  g_return_val_if_fail (self != NULL, foi_json_take_object (made));

  resource = _foi_publication_get_resource (self);
  keys = json_object_get_members (json_node_get_object (resource));
  for (GList *link = keys; link != NULL; link = link->next)
    {
      if (strcmp (link->data, "schema") != 0 && !g_str_has_prefix (link->data, "foi:"))
        json_object_set_member (made, link->data,
                                json_node_ref (foi_json_get_member (resource, link->data)));
    }
  json_object_set_member (made, "schema", make_schema (self));
  json_object_set_member (made, "data", make_data (self));
  if (foi_publication_get_n_notes (self) > 0)
    json_object_set_member (made, "foi:notes", make_notes (self));
  for (GList *link = keys; link != NULL; link = link->next)
    {
      if (g_str_has_prefix (link->data, "foi:"))
        json_object_set_member (made, link->data,
                                json_node_ref (foi_json_get_member (resource, link->data)));
    }
  node = foi_json_take_object (made);
  json_node_seal (node);
  return node;
}

/* ---- reading ---- */

static void
clear_cell (gpointer cell)
{
  foi_cell_clear (cell);
}

/* The cells of a publication that was read, one row after another. */
typedef struct
{
  GArray *cells;
  guint   n_columns;
} ReadRows;

static void
read_rows_free (gpointer data)
{
  ReadRows *rows = data;

  g_array_unref (rows->cells);
  g_free (rows);
}

static void
get_read_cell (gpointer data, guint row, guint column, FoiCell *out)
{
  const ReadRows *rows = data;

  *out = g_array_index (rows->cells, FoiCell, (gsize) row * rows->n_columns + column);
}

static GPtrArray *
read_columns (JsonNode *resource, GError **error)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  JsonNode *fields
    = foi_json_get_member (foi_json_get_member (resource, "schema"), "fields");
  guint n_fields = foi_json_get_n_elements (fields);

  g_ptr_array_set_free_func (columns, (GDestroyNotify) foi_column_unref);
  for (guint i = 0; i < n_fields; i++)
    {
      FoiColumn *column = foi_column_new_from_field (foi_json_get_element (fields, i), error);

      if (column == NULL)
        return NULL;
      g_ptr_array_add (columns, column);
    }
  return g_steal_pointer (&columns);
}

static gboolean
header_is_right (GPtrArray *columns, JsonNode *header)
{
  gboolean right = foi_json_get_n_elements (header) == columns->len;

  for (guint i = 0; i < columns->len && right; i++)
    {
      JsonNode *name = foi_json_get_element (header, i);

      right = foi_json_is_string (name)
              && strcmp (json_node_get_string (name),
                         foi_column_get_name (g_ptr_array_index (columns, i))) == 0;
    }
  return right;
}

static gboolean
read_cell (FoiColumn *column, JsonNode *node, GArray *cells, char **reason)
{
  gboolean is_integer = foi_json_is_integer (node);
  const char *text = NULL;
  FoiCell cell;

  if (foi_json_is_string (node))
    text = json_node_get_string (node);
  if (!is_integer && text == NULL)
    {
      *reason = g_strdup (_("a cell is a number or text"));
      return FALSE;
    }
  /* "fewer than 6" stands only where a letter said so: in a case a figure has a mark. */
  if (!(text != NULL && foi_column_is_numeric (column)
        && foi_cell_from_mark (text, strlen (text), &cell))
      && !foi_column_cell_from_json (column, is_integer, is_integer ? json_node_get_int (node) : 0,
                                     text, text != NULL ? strlen (text) : 0, &cell, reason))
    return FALSE;
  g_array_append_val (cells, cell);
  return TRUE;
}

static gboolean
read_row (GPtrArray *columns, JsonNode *data, guint row, GArray *cells, GError **error)
{
  JsonNode *values = foi_json_get_element (data, row);

  if (foi_json_get_n_elements (values) != columns->len)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("data[%u]: the row has not as many cells as there are fields"), row);
      return FALSE;
    }
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *reason = NULL;

      if (!read_cell (g_ptr_array_index (columns, i), foi_json_get_element (values, i), cells,
                      &reason))
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, "data[%u][%u]: %s", row, i, reason);
          return FALSE;
        }
    }
  return TRUE;
}

static ReadRows *
read_rows (JsonNode *resource, GPtrArray *columns, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (FoiCell));
  JsonNode *data = foi_json_get_member (resource, "data");
  guint n_rows = foi_json_get_n_elements (data);
  ReadRows *rows;

  g_array_set_clear_func (cells, clear_cell);
  if (!header_is_right (columns, foi_json_get_element (data, 0)))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("data[0]: the header row does not name the fields in their order"));
      return NULL;
    }
  for (guint i = 1; i < n_rows; i++)
    {
      if (!read_row (columns, data, i, cells, error))
        return NULL;
    }
  rows = g_new0 (ReadRows, 1);
  rows->cells = g_steal_pointer (&cells);
  rows->n_columns = columns->len;
  return rows;
}

/* @resource without what the parts of a publication have by themselves. */
static JsonNode *
strip_resource (JsonNode *resource)
{
  g_autoptr (JsonNode) without_data = foi_json_set_member (resource, "data", NULL, NULL);
  g_autoptr (JsonNode) without_notes = foi_json_set_member (without_data, "foi:notes", NULL, NULL);
  g_autoptr (JsonNode) schema = NULL;

  schema = foi_json_set_member (foi_json_get_member (resource, "schema"), "fields", NULL, NULL);
  return foi_json_set_member (without_notes, "schema", schema, NULL);
}

/* The row that make_row_address() named. */
static gboolean
find_row_address (FoiPublication *self, JsonNode *address, guint *row)
{
  g_autoptr (GString) key = g_string_new (NULL);
  JsonNode *names = get_key_names (self);

  if (foi_json_is_integer (address))
    {
      gint64 number = json_node_get_int (address);

      *row = (guint) number;
      return number >= 0 && number < foi_publication_get_n_rows (self);
    }
  if (!foi_json_is_object (address))
    return FALSE;
  for (guint i = 0; i < count_key_names (names); i++)
    {
      const char *name = get_key_name (names, i);
      JsonNode *value = name != NULL ? foi_json_get_member (address, name) : NULL;

      if (i > 0)
        g_string_append_c (key, '|');
      if (foi_json_is_integer (value))
        g_string_append_printf (key, "%" G_GINT64_FORMAT, json_node_get_int (value));
      else if (foi_json_is_string (value))
        g_string_append (key, json_node_get_string (value));
    }
  return find_row (self, key->str, row);
}

static void
read_note (FoiPublication *self, JsonNode *node, GArray *notes)
{
  JsonNode *address = foi_json_get_member (node, "row");
  const char *field = foi_json_get_string (node, "field", NULL);
  FoiPublishedNote note = { NULL, G_MAXUINT, -1, NULL };

  if (address != NULL && !find_row_address (self, address, &note.row))
    return;
  if (field != NULL)
    {
      note.column = foi_publication_find_column (self, field);
      if (note.column < 0)
        return;
    }
  note.id = g_strdup (foi_json_get_string (node, "id", NULL));
  note.text = g_strdup (foi_json_get_string (node, "text", ""));
  g_array_append_val (notes, note);
}

static void
read_addresses (FoiPublication *self, JsonNode *resource)
{
  JsonNode *list = foi_json_get_member (resource, "foi:notes");
  JsonNode *totals = foi_json_get_member (resource, "foi:totals");
  GArray *notes = _foi_published_notes_new ();
  GArray *total_rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    read_note (self, foi_json_get_element (list, i), notes);
  for (guint i = 0; i < foi_json_get_n_elements (totals); i++)
    {
      JsonNode *address = foi_json_get_member (foi_json_get_element (totals, i), "row");
      guint row;

      if (find_row_address (self, address, &row))
        g_array_append_val (total_rows, row);
    }
  _foi_publication_take_addresses (self, notes, total_rows);
}

/**
 * foi_publication_new_from_json:
 * @resource: what foi_publication_to_json() gave; sealed by this
 * @error: set to %FOI_ERROR_CONTENT, with the place within @resource
 *
 * Returns: (transfer full) (nullable): the publication, as it was.
 */
FoiPublication *
foi_publication_new_from_json (JsonNode *resource, GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (JsonNode) stripped = NULL;
  FoiPublicationParts parts = { 0 };
  FoiPublication *self;
  ReadRows *rows;

  g_return_val_if_fail (resource != NULL, NULL);

  json_node_seal (resource);
  if (!foi_json_is_object (resource)
      || !foi_json_is_object (foi_json_get_member (resource, "schema")))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, _("a table has no \"schema\""));
      return NULL;
    }
  columns = read_columns (resource, error);
  if (columns == NULL)
    return NULL;
  rows = read_rows (resource, columns, error);
  if (rows == NULL)
    return NULL;

  stripped = strip_resource (resource);
  parts.resource = stripped;
  parts.n_rows = columns->len > 0 ? rows->cells->len / columns->len : 0;
  parts.columns = g_steal_pointer (&columns);
  parts.notes = _foi_published_notes_new ();
  parts.total_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  parts.stamp = _foi_stamp_take ();
  parts.rows = rows;
  parts.get_cell = get_read_cell;
  parts.free_rows = read_rows_free;
  self = _foi_publication_build (&parts);
  read_addresses (self, resource);
  return self;
}
