/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-compare.h"

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-table-data.h"

/* Two tables of one name. */
typedef struct
{
  FoiTableData *first, *second;
  char         *place;
  char         *words;
  GPtrArray    *differences;
} Pair;

static char *
dup_title (FoiTableData *table)
{
  const char *title = foi_table_data_get_title (table);

  return g_strdup_printf (_("Table “%s”"), title != NULL && title[0] != '\0'
                                             ? title : foi_table_data_get_name (table));
}

static char *
dup_cell (FoiTableData *table, guint row, guint column)
{
  return foi_column_format (foi_table_data_get_column (table, column),
                            foi_table_data_get_cell (table, row, column));
}

/* What names a row: its keys, or else all that is in it. */
static char *
dup_row (FoiTableData *table, guint row, gboolean whole)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < foi_table_data_get_n_columns (table); i++)
    {
      g_autofree char *cell = dup_cell (table, row, i);

      if (cell[0] != '\0' && (whole || foi_table_data_is_key (table, i)))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", cell);
    }
  if (text->len == 0)
    g_string_append_printf (text, _("Row %u"), row + 1);
  return g_string_free (text, FALSE);
}

static void
add (const Pair *pair, const char *row, const char *column, const char *first, const char *second)
{
  g_autofree char *words = column != NULL
                             ? g_strdup_printf ("%s · %s · %s", pair->words, row, column)
                             : g_strdup_printf ("%s · %s", pair->words, row);

  foi_case_difference_add (pair->differences, pair->place, words, first, second);
}

static void
compare_row (const Pair *pair, guint row, guint row_there)
{
  g_autofree char *name = dup_row (pair->first, row, FALSE);

  for (guint i = 0; i < foi_table_data_get_n_columns (pair->first); i++)
    {
      FoiColumn *column = foi_table_data_get_column (pair->first, i);
      const int there = foi_table_data_find_column (pair->second, foi_column_get_name (column));
      g_autofree char *first = dup_cell (pair->first, row, i);
      g_autofree char *second
        = there >= 0 ? dup_cell (pair->second, row_there, (guint) there) : NULL;

      /* A column that is not there is one difference, not one in each row. */
      if (second != NULL && !g_str_equal (first, second))
        add (pair, name, foi_column_get_title (column), first, second);
    }
}

static gboolean
find_row (FoiTableData *table, guint row, FoiTableData *other, guint *place)
{
  g_autoptr (JsonNode) key = foi_table_data_dup_row_address (table, row);

  return key != NULL && foi_table_data_find_row (other, key, place);
}

static void
compare_rows (const Pair *pair)
{
  const guint n = foi_row_store_get_length (foi_table_data_get_rows (pair->first));
  const guint n_there = foi_row_store_get_length (foi_table_data_get_rows (pair->second));

  for (guint row = 0; row < n && pair->differences->len < FOI_MAX_DIFFERENCES; row++)
    {
      guint there;

      if (find_row (pair->first, row, pair->second, &there))
        compare_row (pair, row, there);
      else
        {
          g_autofree char *name = dup_row (pair->first, row, FALSE);
          g_autofree char *whole = dup_row (pair->first, row, TRUE);

          add (pair, name, NULL, whole, NULL);
        }
    }
  for (guint row = 0; row < n_there && pair->differences->len < FOI_MAX_DIFFERENCES; row++)
    if (!find_row (pair->second, row, pair->first, NULL))
      {
        g_autofree char *name = dup_row (pair->second, row, FALSE);
        g_autofree char *whole = dup_row (pair->second, row, TRUE);

        add (pair, name, NULL, NULL, whole);
      }
}

/* All that the file says of a table but its rows. */
static void
compare_facts (const Pair *pair)
{
  JsonNode *first = foi_table_data_get_resource (pair->first);
  JsonNode *second = foi_table_data_get_resource (pair->second);
  g_autoptr (JsonNode) first_facts = foi_json_set_member (first, "data", NULL, NULL);
  g_autoptr (JsonNode) second_facts = foi_json_set_member (second, "data", NULL, NULL);

  foi_case_compare_values (pair->differences, pair->place, pair->words, NULL, first_facts,
                           second_facts);
}

static void
compare_pair (FoiTableData *first, FoiTableData *second, GPtrArray *differences)
{
  Pair pair = { first, second, NULL, dup_title (first), differences };

  pair.place = g_strconcat ("tables/", foi_table_data_get_name (first), NULL);
  compare_facts (&pair);
  compare_rows (&pair);
  g_free (pair.place);
  g_free (pair.words);
}

static void
add_lone (FoiTableData *table, gboolean is_first, GPtrArray *differences)
{
  const guint n = foi_row_store_get_length (foi_table_data_get_rows (table));
  g_autofree char *place = g_strconcat ("tables/", foi_table_data_get_name (table), NULL);
  g_autofree char *words = dup_title (table);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", n), n);

  foi_case_difference_add (differences, place, words, is_first ? rows : NULL,
                           is_first ? NULL : rows);
}

/**
 * foi_case_compare_tables:
 * @first: a case
 * @second: the same case, as another file has it
 * @differences: (element-type FoiCaseDifference): what was found before
 *
 * Adds in which figures they differ. Rows are the same where they have the same key.
 */
void
foi_case_compare_tables (FoiCaseState *first, FoiCaseState *second, GPtrArray *differences)
{
  GPtrArray *tables = foi_case_state_get_tables (first);
  GPtrArray *tables_there = foi_case_state_get_tables (second);

  g_return_if_fail (differences != NULL);

  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *table = g_ptr_array_index (tables, i);
      FoiTableData *there = foi_case_state_find_table (second, foi_table_data_get_name (table));

      if (there != NULL)
        compare_pair (table, there, differences);
      else
        add_lone (table, TRUE, differences);
    }
  for (guint i = 0; i < tables_there->len; i++)
    {
      FoiTableData *table = g_ptr_array_index (tables_there, i);

      if (foi_case_state_find_table (first, foi_table_data_get_name (table)) == NULL)
        add_lone (table, FALSE, differences);
    }
}
