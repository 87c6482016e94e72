/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-case-follow.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* What is said of rows goes by their keys. Here keys change, and it goes on being said of the same
 * rows; or it could not be told of which, and then the key does not change. */

/* The address in @after of the row that is at @position of @before; NULL if it went. */
static JsonNode *
dup_address_after (FoiTableData *before, FoiTableData *after, guint position)
{
  guint64 id = foi_row_store_get (foi_table_data_get_rows (before), position)->id;

  if (!foi_row_store_find (foi_table_data_get_rows (after), id, &position))
    return NULL;
  return foi_table_data_dup_row_address (after, position);
}

/* What names the row at @first now, which @key named; NULL if it went. Where keys repeat, what was
 * said stays with a row that keeps the key. */
static JsonNode *
dup_key_after (FoiTableData *before, FoiTableData *after, JsonNode *key, guint first)
{
  g_autoptr (JsonNode) result = dup_address_after (before, after, first);
  guint position = first;

  while (foi_table_data_find_next_row (before, &position))
    {
      g_autoptr (JsonNode) other = dup_address_after (before, after, position);

      if (other != NULL && foi_json_equal (other, key))
        return json_node_ref (key);
    }
  return g_steal_pointer (&result);
}

/* Whether the row at @position of @after had another key, or none, before. */
static gboolean
is_new_to_key (FoiTableData *before, FoiTableData *after, guint position, JsonNode *key)
{
  guint64 id = foi_row_store_get (foi_table_data_get_rows (after), position)->id;
  g_autoptr (JsonNode) old = NULL;
  guint old_position;

  if (!foi_row_store_find (foi_table_data_get_rows (before), id, &old_position))
    return TRUE;
  old = foi_table_data_dup_row_address (before, old_position);
  return old == NULL || !foi_json_equal (old, key);
}

/* Whether no row came to have @key beside another one. */
static gboolean
check_alone (FoiTableData *before, FoiTableData *after, JsonNode *key, GError **error)
{
  guint first, position;
  gboolean is_new;

  if (!foi_table_data_find_row (after, key, &first))
    return TRUE;
  is_new = is_new_to_key (before, after, first, key);
  position = first;
  while (foi_table_data_find_next_row (after, &position))
    {
      if (!is_new && !is_new_to_key (before, after, position, key))
        continue;
      g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
                   _("Rows %u and %u of “%s” would have the same key. What is noted, totalled or "
                     "withheld of one of them could then be of either"),
                   first + 1, position + 1, foi_table_data_get_name (after));
      return FALSE;
    }
  return TRUE;
}

static gboolean
is_shown (FoiColumn *column)
{
  return !foi_column_is_left_out (column)
         && !g_str_equal (foi_column_get_name (column), FOI_ROW_FIELD);
}

/*
 * _foi_case_edits_names_rows:
 *
 * Returns: whether the column is a key, or the first one of the letter, by which texts quote
 *   figures where the letter has no key.
 */
gboolean
_foi_case_edits_names_rows (FoiTableData *data, guint column)
{
  for (guint i = 0; i < column; i++)
    {
      if (is_shown (foi_table_data_get_column (data, i)))
        return foi_table_data_is_key (data, column);
    }
  return TRUE;
}

/*
 * _foi_case_edits_follow_keys:
 * @state: a case in which rows of a table have other keys, or went
 * @before: that table as it was
 *
 * Returns: (transfer full) (nullable): the case in which what was said of rows, and quoted of them,
 *   is so by their keys now; %NULL with %FOI_ERROR_VALUE where a row has got the key of another,
 *   and of one of the two something is said.
 */
FoiCaseState *
_foi_case_edits_follow_keys (FoiCaseState *state, FoiTableData *before, GError **error)
{
  const char *table = foi_table_data_get_name (before);
  FoiTableData *after = foi_case_state_find_table (state, table);
  g_autoptr (GHashTable) rows = foi_case_follow_list_rows (state, table);
  g_autoptr (GHashTable) keys = foi_case_follow_new_keys ();
  g_autoptr (FoiCaseState) quoted = NULL;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autoptr (JsonNode) now = NULL;
      guint position;

      if (foi_table_data_find_row (before, key, &position))
        {
          now = dup_key_after (before, after, key, position);
          if (now == NULL || !foi_json_equal (now, key))
            g_hash_table_insert (keys, json_node_ref (key),
                                 now != NULL ? json_node_ref (now) : NULL);
        }
      else
        now = json_node_ref (key);
      if (now != NULL && !check_alone (before, after, now, error))
        return NULL;
    }
  quoted = foi_case_follow_quotes (state, before);
  return foi_case_follow_rows (quoted, table, keys);
}

/*
 * _foi_case_edits_dup_address:
 * @data: a table
 * @position: a row's position
 *
 * Returns: (transfer full) (nullable): what names the row; %NULL with %FOI_ERROR_VALUE where
 *   another has the same key.
 */
JsonNode *
_foi_case_edits_dup_address (FoiTableData *data, guint position, GError **error)
{
  g_autoptr (JsonNode) address = foi_table_data_dup_row_address (data, position);
  guint first, next;

  if (address == NULL || !foi_table_data_find_row (data, address, &first))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE, _("The rows of “%s” have no keys"),
                   foi_table_data_get_name (data));
      return NULL;
    }
  next = position;
  if (first == position && !foi_table_data_find_next_row (data, &next))
    return g_steal_pointer (&address);
  g_set_error (error, FOI_ERROR, FOI_ERROR_VALUE,
               _("Rows %u and %u of “%s” have the same key. Give one of them another key first"),
               MIN (first, position) + 1, MAX (first == position ? next : position, first) + 1,
               foi_table_data_get_name (data));
  return NULL;
}
