/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-column-edits.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-case-edits.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* Words in a heading that say how many make a whole period. */
static const struct
{
  const char *word;
  int         whole;
} wholes[] = {
  { "week", 52 }, { "month", 12 }, { "quarter", 4 }, { "day", 365 },
};

static FoiCaseEditor *
get_editor (FoiDocument *document)
{
  return foi_document_get_editor (document);
}

static const char *
get_table (FoiTableGrid *grid)
{
  return foi_table_get_name (foi_table_grid_get_table (grid));
}

static FoiColumn *
find_column (FoiTableGrid *grid, const char *name, GError **error)
{
  FoiTable *table = foi_table_grid_get_table (grid);
  int index = name != NULL ? foi_table_find_column (table, name) : -1;

  if (index >= 0)
    return foi_table_get_column (table, (guint) index);
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                       _("That column is not there any more"));
  return NULL;
}

/**
 * foi_column_edits_dup_unused_name:
 * @wish: a name, to which a number is added while there is such a column
 *
 * Returns: (transfer full): a name for a new column.
 */
char *
foi_column_edits_dup_unused_name (FoiTable *table, const char *wish)
{
  char *name = g_strdup (wish);

  for (guint number = 2; foi_table_find_column (table, name) >= 0; number++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u", wish, number);
    }
  return name;
}

/**
 * foi_column_edits_insert:
 * @position: where, among all columns of the table; beyond the last: last
 *
 * Inserts a blank column of words and moves the cursor into it.
 *
 * Returns: whether it was done.
 */
gboolean
foi_column_edits_insert (FoiDocument *document, FoiTableGrid *grid, guint position, GError **error)
{
  FoiTable *table = foi_table_grid_get_table (grid);
  g_autofree char *name = foi_column_edits_dup_unused_name (table, "column");
  g_autoptr (FoiColumn) column = foi_column_new (name, _("New column"), FOI_VALUE_TEXT);
  gboolean done;

  foi_table_grid_begin_edits (grid);
  done = foi_case_editor_insert_column (get_editor (document), get_table (grid), position, column,
                                        error);
  foi_table_grid_end_edits (grid);
  if (done)
    foi_table_grid_go_to (grid, foi_table_grid_get_cursor_row (grid), name);
  return done;
}

/**
 * foi_column_edits_move:
 * @step: -1 to the left, 1 to the right, past what a person sees
 *
 * Returns: whether it was done.
 */
gboolean
foi_column_edits_move (FoiDocument *document, FoiTableGrid *grid, const char *column, int step,
                       GError **error)
{
  FoiTable *table = foi_table_grid_get_table (grid);
  guint n_fields = foi_table_grid_get_n_fields (grid);
  gboolean done = TRUE;

  for (guint i = 0; i < n_fields; i++)
    {
      const char *name = foi_column_get_name (foi_table_grid_get_field (grid, i));
      guint other = i + (guint) step;

      if (g_strcmp0 (name, column) != 0 || other >= n_fields)
        continue;
      name = foi_column_get_name (foi_table_grid_get_field (grid, other));
      foi_table_grid_begin_edits (grid);
      done = foi_case_editor_move_column (get_editor (document), get_table (grid), column,
                                          (guint) foi_table_find_column (table, name), error);
      foi_table_grid_end_edits (grid);
      break;
    }
  return done;
}

/**
 * foi_column_edits_delete:
 *
 * Returns: whether it was done.
 */
gboolean
foi_column_edits_delete (FoiDocument *document, FoiTableGrid *grid, const char *column,
                         GError **error)
{
  gboolean done;

  foi_table_grid_begin_edits (grid);
  done = foi_case_editor_delete_column (get_editor (document), get_table (grid), column, error);
  foi_table_grid_end_edits (grid);
  return done;
}

/**
 * foi_column_edits_sort:
 *
 * Sorts the rows by a column, for good.
 *
 * Returns: whether it was done.
 */
gboolean
foi_column_edits_sort (FoiDocument *document, FoiTableGrid *grid, const char *column,
                       gboolean descending, GError **error)
{
  gboolean done;

  foi_table_grid_begin_edits (grid);
  done = foi_case_editor_sort_rows (get_editor (document), get_table (grid), column, descending,
                                    error);
  foi_table_grid_end_edits (grid);
  return done;
}

/**
 * foi_column_edits_replace:
 * @column: a column of the name of one that there is
 *
 * Returns: whether it was done; else, for another type, the first value that it does not have.
 */
gboolean
foi_column_edits_replace (FoiDocument *document, FoiTableGrid *grid, FoiColumn *column,
                          GError **error)
{
  FoiColumn *now = find_column (grid, foi_column_get_name (column), error);
  gboolean done;

  if (now == NULL)
    return FALSE;
  if (foi_json_equal (foi_column_get_field (now), foi_column_get_field (column)))
    return TRUE;
  foi_table_grid_begin_edits (grid);
  done = foi_case_editor_set_column (get_editor (document), get_table (grid),
                                     foi_column_get_name (column), column, error);
  foi_table_grid_end_edits (grid);
  return done;
}

/**
 * foi_column_edits_set_left_out:
 *
 * Leaves a column out of the letter and of all else that leaves the building, or takes it in
 * again.
 *
 * Returns: whether it was done.
 */
gboolean
foi_column_edits_set_left_out (FoiDocument *document, FoiTableGrid *grid, const char *column,
                               gboolean left_out, GError **error)
{
  FoiColumn *now = find_column (grid, column, error);
  g_autoptr (FoiColumn) changed = NULL;

  if (now == NULL)
    return FALSE;
  changed = foi_column_with_left_out (now, left_out);
  return foi_column_edits_replace (document, grid, changed, error);
}

static FoiColumn *
with_node (FoiColumn *column, const char *key, JsonNode *value)
{
  g_autoptr (JsonNode) owned = value;

  return foi_column_with_member (column, key, owned);
}

static int
guess_whole (FoiColumn *column)
{
  g_autofree char *title = g_utf8_casefold (foi_column_get_title (column), -1);

  for (gsize i = 0; i < G_N_ELEMENTS (wholes); i++)
    {
      if (strstr (title, wholes[i].word) != NULL)
        return wholes[i].whole;
    }
  return 0;
}

/* The measures of the table, which a new coverage is first taken to be about. */
static JsonNode *
list_measures (FoiTable *table)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < foi_table_get_n_columns (table); i++)
    {
      FoiColumn *column = foi_table_get_column (table, i);

      if (foi_column_get_role (column) == FOI_ROLE_MEASURE)
        g_strv_builder_add (names, foi_column_get_name (column));
    }
  list = g_strv_builder_end (names);
  return list[0] != NULL ? foi_json_new_strings ((const char *const *) list) : NULL;
}

/**
 * foi_column_edits_dup_with_role:
 *
 * Returns: (transfer full): the column in another role. A coverage is proposed to be of the whole
 *   that its heading names, and of every measure.
 */
FoiColumn *
foi_column_edits_dup_with_role (FoiTable *table, FoiColumn *column, FoiRole role)
{
  const char *name = foi_role_to_name (role);
  gboolean coverage = role == FOI_ROLE_COVERAGE;
  int whole = coverage ? MAX (foi_column_get_of (column), guess_whole (column)) : 0;
  g_autoptr (FoiColumn) with_role
      = with_node (column, "foi:role", name != NULL ? foi_json_new_string (name) : NULL);
  g_autoptr (FoiColumn) with_of
      = with_node (with_role, "foi:of", whole > 0 ? foi_json_new_integer (whole) : NULL);

  return with_node (with_of, "foi:covers", coverage ? list_measures (table) : NULL);
}

/**
 * foi_column_edits_set_role:
 *
 * Says what a column is for.
 *
 * Returns: whether it was done.
 */
gboolean
foi_column_edits_set_role (FoiDocument *document, FoiTableGrid *grid, const char *column,
                           FoiRole role, GError **error)
{
  FoiColumn *now = find_column (grid, column, error);
  g_autoptr (FoiColumn) changed = NULL;

  if (now == NULL)
    return FALSE;
  changed = foi_column_edits_dup_with_role (foi_table_grid_get_table (grid), now, role);
  return foi_column_edits_replace (document, grid, changed, error);
}
