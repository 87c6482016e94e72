/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table.h"

#include <string.h>

#include "foi-json-edit.h"
#include "foi-publication-private.h"

/*
 * The one door out. Whatever is not named here stays inside: members are let through by name, not
 * kept back by name, so that a member which somebody adds to the case format is internal until
 * somebody says otherwise here.
 */
static const char *const resource_members[] = {
  "name", "type", "title", "description", "mediatype", "foi:print", NULL,
};
static const char *const schema_members[] = { "missingValues", NULL };
static const char *const field_members[] = {
  "name", "title", "description", "type", "format", "foi:role", "foi:period", "foi:unit",
  "foi:decimals", "foi:of", NULL,
};
static const char *const chart_members[] = {
  "kind", "x", "y", "rate", "title", "alt", "in_letter", NULL,
};
static const char *const constraint_members[] = {
  "required", "unique", "pattern", "minimum", "maximum", NULL,
};

/* What is being published. */
typedef struct
{
  FoiTableData *data;
  GPtrArray    *columns;   /* of FoiColumn: those shown, stripped */
  GArray       *places;    /* of guint: where each of them is in the table */
  GHashTable   *hidden;    /* the names of the others */
  gboolean      has_key;   /* all columns that name the rows are shown */
} Publishing;

static void
copy_members (JsonNode *from, const char *const *names, JsonObject *to)
{
  for (; *names != NULL; names++)
    {
      JsonNode *member = foi_json_get_member (from, *names);

      if (member != NULL)
        json_object_set_member (to, *names, json_node_ref (member));
    }
}

static gboolean
is_hidden (Publishing *publishing, JsonNode *name)
{
  return foi_json_is_string (name)
         && g_hash_table_contains (publishing->hidden, json_node_get_string (name));
}

/* Whether @node is a list of names of columns of which all are shown. */
static gboolean
all_shown (Publishing *publishing, JsonNode *node)
{
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      JsonNode *name = foi_json_get_element (node, i);

      if (!foi_json_is_string (name) || is_hidden (publishing, name))
        return FALSE;
    }
  return foi_json_is_array (node);
}

/* The list @node without names of columns left out. */
static JsonNode *
only_shown (Publishing *publishing, JsonNode *node)
{
  JsonArray *shown = json_array_new ();

  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      JsonNode *element = foi_json_get_element (node, i);

      if (!is_hidden (publishing, element))
        json_array_add_element (shown, json_node_ref (element));
    }
  return foi_json_take_array (shown);
}

/* The column with the members of its field that may be shown. */
static FoiColumn *
strip_column (Publishing *publishing, FoiColumn *column)
{
  JsonNode *field = foi_column_get_field (column);
  JsonNode *covers = foi_json_get_member (field, "foi:covers");
  JsonNode *constraints = foi_json_get_member (field, "constraints");
  JsonObject *members = json_object_new ();
  g_autoptr (JsonNode) stripped = NULL;

  copy_members (field, field_members, members);
  if (covers != NULL)
    json_object_set_member (members, "foi:covers", only_shown (publishing, covers));
  if (foi_json_is_object (constraints))
    {
      JsonObject *kept = json_object_new ();

      copy_members (constraints, constraint_members, kept);
      json_object_set_member (members, "constraints", foi_json_take_object (kept));
    }
  stripped = foi_json_take_object (members);
  return foi_column_new_from_field (stripped, NULL);
}

static gboolean
is_shown (FoiColumn *column)
{
  return !foi_column_is_left_out (column)
         && strcmp (foi_column_get_name (column), FOI_ROW_FIELD) != 0;
}

static void
choose_columns (Publishing *publishing)
{
  GPtrArray *columns = foi_table_data_get_columns (publishing->data);

  for (guint i = 0; i < columns->len; i++)
    {
      FoiColumn *column = g_ptr_array_index (columns, i);

      if (!is_shown (column))
        g_hash_table_add (publishing->hidden, (gpointer) foi_column_get_name (column));
    }
  for (guint i = 0; i < columns->len; i++)
    {
      FoiColumn *column = g_ptr_array_index (columns, i);

      if (!is_shown (column))
        continue;
      g_ptr_array_add (publishing->columns, strip_column (publishing, column));
      g_array_append_val (publishing->places, i);
    }
  publishing->has_key = foi_table_data_get_n_keys (publishing->data) > 0;
  for (guint i = 0; i < foi_table_data_get_n_keys (publishing->data); i++)
    publishing->has_key
      &= is_shown (g_ptr_array_index (columns, foi_table_data_get_key (publishing->data, i)));
}

/* The place among the columns shown of the column @name, or -1. */
static int
find_shown (Publishing *publishing, const char *name)
{
  for (guint i = 0; i < publishing->columns->len; i++)
    {
      if (strcmp (foi_column_get_name (g_ptr_array_index (publishing->columns, i)), name) == 0)
        return (int) i;
    }
  return -1;
}

static JsonNode *
make_schema (Publishing *publishing, JsonNode *schema)
{
  JsonNode *key = foi_json_get_member (schema, "primaryKey");
  JsonObject *made = json_object_new ();

  if (publishing->has_key && key != NULL)
    json_object_set_member (made, "primaryKey", json_node_ref (key));
  copy_members (schema, schema_members, made);
  return foi_json_take_object (made);
}

/* The parts of a total that are rows which can be seen by their keys: a key that names none of them
 * may be what is withheld of one. */
static JsonNode *
publish_parts (Publishing *publishing, JsonNode *of)
{
  JsonArray *parts = json_array_new ();

  for (guint i = 0; i < foi_json_get_n_elements (of); i++)
    {
      JsonNode *part = foi_json_get_element (of, i);
      JsonNode *key = NULL;
      guint row;

      if (foi_json_is_object (part) && foi_table_data_find_row (publishing->data, part, &row))
        key = foi_table_data_dup_row_key (publishing->data, row);
      if (key != NULL)
        json_array_add_element (parts, key);
    }
  return foi_json_take_array (parts);
}

/* One declared total. A column's goes with its column; a row's is named by its number where the key
 * is not shown, or the row has none. The parts are said only when all of them can be seen. */
static void
publish_total (Publishing *publishing, JsonNode *total, JsonArray *totals, GArray *total_rows)
{
  const char *field = foi_json_get_string (total, "field", NULL);
  JsonNode *key = foi_json_get_member (total, "row");
  JsonNode *of = foi_json_get_member (total, "of");
  JsonObject *made;
  guint row;

  if (field != NULL && find_shown (publishing, field) >= 0)
    {
      made = json_object_new ();
      json_object_set_string_member (made, "field", field);
      if (all_shown (publishing, of))
        json_object_set_member (made, "of", json_node_ref (of));
      json_array_add_object_element (totals, made);
    }
  else if (foi_table_data_find_row (publishing->data, key, &row))
    {
      JsonNode *shown = publishing->has_key ? foi_table_data_dup_row_key (publishing->data, row)
                                            : NULL;

      made = json_object_new ();
      json_object_set_member (made, "row", shown != NULL ? shown : foi_json_new_integer (row));
      if (publishing->has_key && of != NULL)
        json_object_set_member (made, "of", publish_parts (publishing, of));
      json_array_add_object_element (totals, made);
      g_array_append_val (total_rows, row);
    }
}

static GArray *
publish_totals (Publishing *publishing, JsonObject *resource)
{
  JsonNode *declared = foi_table_data_get_resource (publishing->data);
  JsonNode *list = foi_json_get_member (declared, "foi:totals");
  GArray *total_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  JsonArray *totals = json_array_new ();

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    publish_total (publishing, foi_json_get_element (list, i), totals, total_rows);
  if (json_array_get_length (totals) > 0)
    json_object_set_member (resource, "foi:totals", foi_json_take_array (totals));
  else
    json_array_unref (totals);
  return total_rows;
}

/* How to draw it, without the columns left out; nothing where none is left to draw. */
static void
publish_chart (Publishing *publishing, JsonNode *chart, JsonObject *resource)
{
  g_autoptr (JsonNode) series = only_shown (publishing, foi_json_get_member (chart, "y"));
  JsonNode *x = foi_json_get_member (chart, "x");
  JsonObject *made;

  if (x == NULL || is_hidden (publishing, x) || foi_json_get_n_elements (series) == 0)
    return;
  made = json_object_new ();
  copy_members (chart, chart_members, made);
  json_object_set_member (made, "y", g_steal_pointer (&series));
  json_object_set_member (resource, "foi:chart", foi_json_take_object (made));
}

/* A note without text has only bounds of a cell that came to us suppressed: those stay inside. One
 * on a row or column that is not there, or not shown, is shown nowhere. */
static void
publish_note (Publishing *publishing, JsonNode *node, GArray *notes)
{
  const char *text = foi_json_get_string (node, "text", "");
  const char *field = foi_json_get_string (node, "field", NULL);
  JsonNode *key = foi_json_get_member (node, "row");
  FoiPublishedNote note = { NULL, G_MAXUINT, -1, NULL };

  if (*text == '\0')
    return;
  if (key != NULL && !foi_table_data_find_row (publishing->data, key, &note.row))
    return;
  if (field != NULL)
    {
      note.column = find_shown (publishing, field);
      if (note.column < 0)
        return;
    }
  note.id = g_strdup (foi_json_get_string (node, "id", NULL));
  note.text = g_strdup (text);
  g_array_append_val (notes, note);
}

static GArray *
publish_notes (Publishing *publishing)
{
  JsonNode *resource = foi_table_data_get_resource (publishing->data);
  JsonNode *list = foi_json_get_member (resource, "foi:notes");
  GArray *notes = _foi_published_notes_new ();

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    publish_note (publishing, foi_json_get_element (list, i), notes);
  return notes;
}

/* The rows of a table behind the columns that are shown. */
typedef struct
{
  FoiRowStore *rows;
  GArray      *places;
  GHashTable  *mask;      /* or NULL */
  guint        n_columns; /* of the table */
} PublishedRows;

static void
published_rows_free (gpointer data)
{
  PublishedRows *self = data;

  foi_row_store_unref (self->rows);
  g_array_unref (self->places);
  g_clear_pointer (&self->mask, g_hash_table_unref);
  g_free (self);
}

static gpointer
mask_key (guint n_columns, guint row, guint column)
{
  return GSIZE_TO_POINTER ((gsize) row * n_columns + column + 1);
}

/**
 * foi_publication_mask_key:
 * @row: a row's position
 * @column: a column's place
 *
 * Returns: what names a cell in a mask.
 */
gpointer
foi_publication_mask_key (FoiTableData *data, guint row, guint column)
{
  return mask_key (foi_table_data_get_n_columns (data), row, column);
}

/* Whatever lies behind a mark is not handed out, should it ever lie there. */
static void
get_published_cell (gpointer data, guint row, guint column, FoiCell *out)
{
  const PublishedRows *self = data;
  guint place = g_array_index (self->places, guint, column);
  const FoiCell *cell = &foi_row_store_get (self->rows, row)->cells[place];
  gpointer limit;

  *out = cell->state == FOI_CELL_VALUE ? *cell : foi_cell_state ((FoiCellState) cell->state);
  if (self->mask != NULL
      && g_hash_table_lookup_extended (self->mask, mask_key (self->n_columns, row, place), NULL,
                                       &limit))
    *out = foi_cell_fewer (GPOINTER_TO_UINT (limit));
}

typedef struct
{
  const GArray *places;
  FoiRowsEqual  equal;
} Comparison;

static void
compare_splice (guint position, guint removed, guint added, gpointer user_data)
{
  Comparison *comparison = user_data;

  if (comparison->equal == FOI_ROWS_SAME)
    comparison->equal = FOI_ROWS_UNKNOWN;
}

static void
compare_record (guint position, FoiRecord *before, FoiRecord *after, gpointer user_data)
{
  Comparison *comparison = user_data;

  for (guint i = 0; i < comparison->places->len && comparison->equal == FOI_ROWS_SAME; i++)
    {
      guint place = g_array_index (comparison->places, guint, i);

      if (!foi_cell_equal (&before->cells[place], &after->cells[place]))
        comparison->equal = FOI_ROWS_DIFFER;
    }
}

static gboolean
is_same_mask (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, value, other;

  if (a == NULL || b == NULL)
    return a == b;
  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      if (!g_hash_table_lookup_extended (b, key, NULL, &other) || other != value)
        return FALSE;
    }
  return TRUE;
}

/* Differs where the mask does, for it is no part of the table. */
static guint64
make_stamp (FoiTableData *data, GHashTable *mask)
{
  guint64 stamp = foi_table_data_get_stamp (data), mixed = 0;
  GHashTableIter iter;
  gpointer key, value;

  if (mask == NULL)
    return stamp;
  g_hash_table_iter_init (&iter, mask);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      guint64 bits = ((guint64) GPOINTER_TO_SIZE (key) << 12 ^ GPOINTER_TO_SIZE (value))
                     * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

      mixed += bits ^ bits >> 29;
    }
  return stamp ^ (mixed << 1 | 1) << 32;
}

static FoiRowsEqual
compare_rows (gpointer a, gpointer b)
{
  const PublishedRows *left = a;
  const PublishedRows *right = b;
  Comparison comparison = { left->places, FOI_ROWS_SAME };

  if (!is_same_mask (left->mask, right->mask) || left->places->len != right->places->len
      || memcmp (left->places->data, right->places->data, left->places->len * sizeof (guint)) != 0)
    return FOI_ROWS_UNKNOWN;
  foi_row_store_diff (left->rows, right->rows, compare_splice, compare_record, &comparison);
  return comparison.equal;
}

static JsonNode *
make_resource (Publishing *publishing, GArray **total_rows)
{
  JsonNode *resource = foi_table_data_get_resource (publishing->data);
  JsonObject *made = json_object_new ();

  copy_members (resource, resource_members, made);
  json_object_set_member (made, "schema",
                          make_schema (publishing, foi_json_get_member (resource, "schema")));
  *total_rows = publish_totals (publishing, made);
  publish_chart (publishing, foi_json_get_member (resource, "foi:chart"), made);
  return foi_json_take_object (made);
}

/**
 * foi_publication_new:
 * @data: a table
 *
 * What may be shown of @data, as of now; rows are shared, not copied. On any thread.
 *
 * Returns: (transfer full): the publication.
 */
FoiPublication *
foi_publication_new (FoiTableData *data)
{
  return foi_publication_new_masked (data, NULL);
}

/**
 * foi_publication_new_masked:
 * @data: a table
 * @mask: (nullable): cells that are withheld whatever the table has in them, by
 *   foi_publication_mask_key(); each with 0, or with the number that the letter says it is fewer
 *   than
 *
 * As foi_publication_new(), which has no mask.
 *
 * Returns: (transfer full): the publication.
 */
FoiPublication *
foi_publication_new_masked (FoiTableData *data, GHashTable *mask)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonNode) resource = NULL;
  Publishing publishing = { 0 };
  FoiPublicationParts parts = { 0 };
  PublishedRows *rows;

  g_return_val_if_fail (data != NULL, NULL);

  publishing.data = data;
  publishing.columns = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_column_unref);
  publishing.places = g_array_new (FALSE, FALSE, sizeof (guint));
  publishing.hidden = hidden;
  choose_columns (&publishing);
  resource = make_resource (&publishing, &parts.total_rows);

  rows = g_new (PublishedRows, 1);
  rows->rows = foi_row_store_ref (foi_table_data_get_rows (data));
  rows->places = publishing.places;
  rows->mask = mask != NULL ? g_hash_table_ref (mask) : NULL;
  rows->n_columns = foi_table_data_get_n_columns (data);
  parts.resource = resource;
  parts.columns = publishing.columns;
  parts.notes = publish_notes (&publishing);
  parts.n_rows = foi_row_store_get_length (rows->rows);
  parts.stamp = make_stamp (data, mask);
  parts.rows = rows;
  parts.get_cell = get_published_cell;
  parts.equal_rows = compare_rows;
  parts.free_rows = published_rows_free;
  return _foi_publication_build (&parts);
}
