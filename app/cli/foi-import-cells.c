/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-import-report.h"

#include <glib/gi18n.h>

#include "foi-cli.h"
#include "foi-paste-cover.h"

/* Cells of a table that is there: those that change, and those that do not because the case keeps
 * something to itself of them. */

static FoiColumn *
get_column (FoiTableData *table, const FoiPasteChange *change)
{
  return foi_table_data_get_column (table,
                                    (guint) foi_table_data_find_column (table, change->column));
}

/**
 * foi_import_add_cells:
 * @json: gets the array
 * @name: as what
 * @changes: (element-type FoiPasteChange): changes of cells
 * @table: (nullable): the table as it is; needed where there are changes
 */
void
foi_import_add_cells (FoiJsonWriter *json, const char *name, GArray *changes, FoiTableData *table)
{
  static const char *const covers[]
    = { [FOI_PASTE_WITHHELD] = "withheld", [FOI_PASTE_ROUNDED] = "rounded" };

  foi_json_writer_begin_array (json, name);
  for (guint i = 0; i < changes->len; i++)
    {
      const FoiPasteChange *change = &g_array_index (changes, FoiPasteChange, i);
      FoiColumn *column = get_column (table, change);
      g_autofree char *before = foi_column_format_plain (column, &change->before);
      g_autofree char *after = foi_column_format_plain (column, &change->after);

      foi_json_writer_begin_object (json, NULL);
      foi_json_writer_add_integer (json, "row", (gint64) change->row);
      foi_json_writer_add_string (json, "column", change->column);
      foi_json_writer_add_string (json, "before", before);
      foi_json_writer_add_string (json, "after", after);
      if (change->cover != FOI_PASTE_OPEN)
        foi_json_writer_add_string (json, "covered", covers[change->cover]);
      foi_json_writer_end_object (json);
    }
  foi_json_writer_end_array (json);
}

static char *
dup_row_words (FoiTableData *table, guint64 id)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint position;

  if (!foi_row_store_find (foi_table_data_get_rows (table), id, &position))
    return g_strdup ("");
  for (guint i = 0; i < foi_table_data_get_n_keys (table); i++)
    {
      guint key = foi_table_data_get_key (table, i);
      g_autofree char *value
        = foi_column_format_plain (foi_table_data_get_column (table, key),
                                   foi_table_data_get_cell (table, position, key));

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", value);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* `  calls, North: [c] stays; the file has 4`. */
static void
append_cells (GString *text, GArray *changes, FoiTableData *table, gboolean are_kept)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const FoiPasteChange *change = &g_array_index (changes, FoiPasteChange, i);
      FoiColumn *column = get_column (table, change);
      g_autofree char *row = dup_row_words (table, change->row);
      g_autofree char *before = foi_column_format_plain (column, &change->before);
      g_autofree char *after = foi_column_format_plain (column, &change->after);
      g_autofree char *words = NULL;
      g_autofree char *line = NULL;

      if (change->cover == FOI_PASTE_OPEN)
        continue;
      words = g_strdup_printf (are_kept
                                 /* Translators: a column, a row, what is in the cell and stays,
                                  * what a file has. */
                                 ? _("%s, %s: %s stays; the file has %s")
                                 /* Translators: a column, a row, what was in the cell, what is. */
                                 : _("%s, %s: %s → %s"),
                               change->column, row, before,
                               *after != '\0' ? after : are_kept ? _("nothing") : _("blank"));
      line = foi_cli_dup_line (words);
      g_string_append_printf (text, "  %s\n", line);
    }
}

/**
 * foi_import_append_cover:
 * @text: gets it
 * @match: what changes in a table
 * @table: the table as it is
 *
 * Says which withheld and rounded figures stay though the file has something else, and which are
 * replaced.
 */
void
foi_import_append_cover (GString *text, const FoiPasteMatch *match, FoiTableData *table)
{
  g_autofree char *replaced = foi_paste_cover_dup_words (match);

  if (match->kept->len > 0)
    {
      g_string_append_printf (text,
                              _("withheld or rounded, and so not replaced: %u "
                                "(--forget-withheld: replaced, and the true figures forgotten)\n"),
                              match->kept->len);
      append_cells (text, match->kept, table, TRUE);
    }
  if (replaced != NULL)
    {
      g_string_append_printf (text, "%s:\n", replaced);
      append_cells (text, match->changes, table, FALSE);
    }
}
