/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-data-package.h"

#include <string.h>

#include "foi-json-edit.h"
#include "foi-json-writer.h"

/* Data Package v2 (datapackage.org), its resources, their tables, and how these are written. */
#define PROFILES "https://datapackage.org/profiles/2.0/"

/* Whether the column holds the word "Total", which no year is. */
static gboolean
names_a_total (FoiPublication *table, guint column)
{
  for (guint row = 0; row < foi_publication_get_n_rows (table); row++)
    if (foi_publication_is_name_of_total (table, row, column))
      return TRUE;
  return FALSE;
}

static const char *
get_type (FoiPublication *table, guint column)
{
  if (names_a_total (table, column))
    return "string";
  switch (foi_column_get_value_type (foi_publication_get_column (table, column)))
    {
    case FOI_VALUE_INTEGER:
      return "integer";
    case FOI_VALUE_DECIMAL:
    case FOI_VALUE_MONEY:
    case FOI_VALUE_PERCENTAGE:
      return "number";
    case FOI_VALUE_DATE:
      return "date";
    case FOI_VALUE_MONTH:
      return "yearmonth";
    case FOI_VALUE_YEAR:
      return "year";
    case FOI_VALUE_TEXT:
    case FOI_VALUE_FINANCIAL_YEAR:
    default:
      return "string";
    }
}

static void
write_fields (FoiPublication *table, char *const *headings, FoiJsonWriter *json)
{
  foi_json_writer_begin_array (json, "fields");
  for (guint i = 0; headings[i] != NULL; i++)
    {
      FoiColumn *column = foi_publication_get_column (table, i);
      const char *description = foi_json_get_string (foi_column_get_field (column), "description",
                                                     NULL);

      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_string (json, "name", headings[i]);
      foi_json_writer_add_string (json, "type", get_type (table, i));
      if (description != NULL)
        foi_json_writer_add_string (json, "description", description);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static gboolean
key_is_whole (FoiPublication *table, guint row)
{
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      FoiCell cell = FOI_CELL_INIT;

      foi_publication_get_cell (table, row, i, &cell);
      if (foi_publication_is_key (table, i) && cell.state != FOI_CELL_VALUE)
        return FALSE;
    }
  return TRUE;
}

/* Whether each row has a key, and no two the same. */
static gboolean
has_primary_key (FoiPublication *table)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < foi_publication_get_n_rows (table); row++)
    if (!key_is_whole (table, row)
        || !g_hash_table_add (keys, foi_publication_dup_row_key (table, row)))
      return FALSE;
  return TRUE;
}

/* "fewer than 6", each once, so that readers of the file take it for no value. */
static void
write_marks_in_words (FoiPublication *table, FoiJsonWriter *json)
{
  g_autoptr (GHashTable) marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < foi_publication_get_n_rows (table); row++)
    {
      for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
        {
          g_autofree char *mark = NULL;
          FoiCell cell;

          foi_publication_get_cell (table, row, i, &cell);
          if (cell.state != FOI_CELL_SUPPRESSED || cell.number == 0)
            continue;
          mark = foi_cell_dup_mark (&cell);
          if (!g_hash_table_contains (marks, mark))
            {
              foi_json_writer_add_string (json, NULL, mark);
              g_hash_table_add (marks, g_steal_pointer (&mark));
            }
        }
    }
}

static void
write_schema (FoiPublication *table, FoiJsonWriter *json)
{
  static const FoiCellState missing[] = { FOI_CELL_BLANK, FOI_CELL_SUPPRESSED,
                                          FOI_CELL_NOT_AVAILABLE, FOI_CELL_NOT_APPLICABLE,
                                          FOI_CELL_LOW };
  g_auto (GStrv) headings = foi_publication_dup_csv_headings (table);

  foi_json_writer_begin_object (json, "schema");
  foi_json_writer_add_string (json, "$schema", PROFILES "tableschema.json");
  write_fields (table, headings, json);
  if (has_primary_key (table))
    {
      foi_json_writer_begin_array (json, "primaryKey");
      for (guint i = 0; headings[i] != NULL; i++)
        if (foi_publication_is_key (table, i))
          foi_json_writer_add_string (json, NULL, headings[i]);
      foi_json_writer_end_array (json);
    }
  foi_json_writer_begin_array (json, "missingValues");
  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    foi_json_writer_add_string (json, NULL, foi_cell_state_to_mark (missing[i]));
  write_marks_in_words (table, json);
  foi_json_writer_end_array (json);
  foi_json_writer_end_object (json);
}

static void
write_dialect (FoiJsonWriter *json)
{
  foi_json_writer_begin_object (json, "dialect");
  foi_json_writer_add_string (json, "$schema", PROFILES "tabledialect.json");
  foi_json_writer_add_boolean (json, "header", TRUE);
  foi_json_writer_add_string (json, "delimiter", ",");
  foi_json_writer_add_string (json, "lineTerminator", "\r\n");
  foi_json_writer_add_string (json, "quoteChar", "\"");
  foi_json_writer_add_boolean (json, "doubleQuote", TRUE);
  foi_json_writer_end_object (json);
}

/* What is said of the table and its cells, a paragraph each; NULL for nothing. */
static char *
dup_description (FoiPublication *table)
{
  const char *description = foi_publication_get_description (table);
  GString *text = g_string_new (description != NULL ? description : "");

  for (guint i = 0; i < foi_publication_get_n_notes (table); i++)
    {
      const FoiPublishedNote *note = foi_publication_get_note (table, i);
      g_autofree char *row = note->row != G_MAXUINT
                               ? foi_publication_dup_row_key (table, note->row) : NULL;

      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "\n\n" : "", row != NULL ? row : "",
                              row != NULL ? ": " : "", note->text);
    }
  return g_string_free (text, text->len == 0);
}

static void
write_resource (const FoiPackFile *file, FoiJsonWriter *json)
{
  g_autofree char *stem = g_strndup (file->name, strlen (file->name) - strlen (".csv"));
  g_autofree char *name = g_ascii_strdown (stem, -1);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, file->bytes);
  g_autofree char *hash = g_strconcat ("sha256:", sha256, NULL);
  g_autofree char *description = dup_description (file->table);

  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "name", name);
  foi_json_writer_add_string (json, "type", "table");
  foi_json_writer_add_string (json, "$schema", PROFILES "dataresource.json");
  foi_json_writer_add_string (json, "path", file->name);
  foi_json_writer_add_string (json, "title", foi_publication_get_title (file->table));
  if (description != NULL && description[0] != '\0')
    foi_json_writer_add_string (json, "description", description);
  foi_json_writer_add_string (json, "format", "csv");
  foi_json_writer_add_string (json, "mediatype", "text/csv");
  foi_json_writer_add_string (json, "encoding", "utf-8");
  foi_json_writer_add_integer (json, "bytes", (gint64) g_bytes_get_size (file->bytes));
  foi_json_writer_add_string (json, "hash", hash);
  write_dialect (json);
  write_schema (file->table, json);
  foi_json_writer_end_object (json);
}

static void
write_licence (JsonNode *authority, FoiJsonWriter *json)
{
  JsonNode *licence = foi_json_get_member (authority, "licence");
  const char *url = foi_json_get_string (licence, "url", "");

  if (!g_str_has_prefix (url, "https://") && !g_str_has_prefix (url, "http://"))
    return;
  foi_json_writer_begin_array (json, "licenses");
  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "path", url);
  if (foi_json_get_string (licence, "name", "")[0] != '\0')
    foi_json_writer_add_string (json, "title", foi_json_get_string (licence, "name", ""));
  foi_json_writer_end_object (json);
  foi_json_writer_end_array (json);
}

static void
write_publisher (JsonNode *authority, FoiJsonWriter *json)
{
  const char *name = foi_json_get_string (authority, "name", "");

  if (name[0] == '\0')
    return;
  foi_json_writer_begin_array (json, "contributors");
  foi_json_writer_begin_object (json, NULL);
  foi_json_writer_add_string (json, "title", name);
  foi_json_writer_begin_array (json, "roles");
  foi_json_writer_add_string (json, NULL, "publisher");
  foi_json_writer_end_array (json);
  foi_json_writer_end_object (json);
  foi_json_writer_end_array (json);
}

/**
 * foi_data_package_write:
 * @pack: a pack with its tables
 * @authority: (nullable): the authority's profile
 *
 * Describes the tables as a Data Package, version 2: what each column is called in its file and
 * which type it has, how the file is written, its size and SHA-256. Fields are named as in the
 * header row, so that validators find them there.
 *
 * Returns: (transfer full) (nullable): the file "datapackage.json"; %NULL where there is no table,
 *   for a package has at least one.
 */
GBytes *
foi_data_package_write (FoiPack *pack, JsonNode *authority)
{
  FoiLetter *letter = foi_pack_get_letter (pack);
  g_autofree char *lower = g_ascii_strdown (letter->reference != NULL ? letter->reference : "", -1);
  GString *text;
  FoiJsonWriter json;
  guint n_tables = 0;
  gsize length;
  char *file;

  for (guint i = 0; i < foi_pack_get_n_files (pack); i++)
    n_tables += foi_pack_get_file (pack, i)->table != NULL;
  if (n_tables == 0)
    return NULL;
  text = g_string_new (NULL);
  foi_json_writer_init (&json, text, 0);
  foi_json_writer_begin_object (&json, NULL);
  foi_json_writer_add_string (&json, "$schema", PROFILES "datapackage.json");
  g_strcanon (lower, "abcdefghijklmnopqrstuvwxyz0123456789._-", '-');
  foi_json_writer_add_string (&json, "name", lower[0] != '\0' ? lower : "package");
  if (letter->title != NULL && letter->title[0] != '\0')
    foi_json_writer_add_string (&json, "title", letter->title);
  write_publisher (authority, &json);
  write_licence (authority, &json);
  foi_json_writer_begin_array (&json, "resources");
  for (guint i = 0; i < foi_pack_get_n_files (pack); i++)
    if (foi_pack_get_file (pack, i)->table != NULL)
      write_resource (foi_pack_get_file (pack, i), &json);
  foi_json_writer_end_array (&json);
  foi_json_writer_end_object (&json);
  g_string_append_c (text, '\n');
  length = text->len;
  file = g_string_free (text, FALSE);
  return g_bytes_new_take (file, length);
}
