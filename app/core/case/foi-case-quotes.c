/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "foi-case-follow.h"
#include "foi-json-edit.h"
#include "foi-table.h"

/* The figures of one table that texts quote, as it was and as it is. */
typedef struct
{
  FoiTableData   *before;
  FoiTableData   *after;
  FoiPublication *old;
  FoiPublication *now;
  char           *opening;   /* what every quote of the table begins with */
} Quotes;

static void
quotes_clear (Quotes *quotes)
{
  g_clear_pointer (&quotes->old, foi_publication_unref);
  g_clear_pointer (&quotes->now, foi_publication_unref);
  g_clear_pointer (&quotes->opening, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Quotes, quotes_clear)

/* Letters that went out, and with which words, are not changed any more. */
static gboolean
is_frozen (const char *member)
{
  return g_str_equal (member, "issued");
}

/* The key now of the row that @key named beside @field; NULL where nothing is to be written: it is
 * the same, or the row went, or what names it names no row or several. A publication has the rows
 * of its table. */
static char *
dup_key_now (const Quotes *quotes, const char *key, const char *field)
{
  g_autofree char *was = NULL;
  g_autofree char *now = NULL;
  guint row, position, found, column;

  if (!foi_publication_find_cell (quotes->old, key, field, &row, &column)
      || !foi_row_store_find (foi_table_data_get_rows (quotes->after),
                              foi_row_store_get (foi_table_data_get_rows (quotes->before), row)->id,
                              &position))
    return NULL;
  was = foi_publication_dup_row_key (quotes->old, row);
  now = foi_publication_dup_row_key (quotes->now, position);
  if (g_str_equal (was, now) || now[0] == '\0' || strpbrk (now, "{}\r\n") != NULL
      || !foi_publication_find_cell (quotes->now, now, field, &found, &column)
      || found != position)
    return NULL;
  return g_steal_pointer (&now);
}

/* @text with the rows of its quotes named as they are now; NULL if that is nothing new. */
static char *
follow_text (const char *text, const Quotes *quotes)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const gsize n_opening = strlen (quotes->opening);
  const char *done = text;
  const char *at = text;

  while ((at = strstr (at, quotes->opening)) != NULL)
    {
      const char *key_start = at + n_opening;
      const char *end = strstr (key_start, "}}");
      const char *slash = end != NULL ? g_strrstr_len (key_start, end - key_start, "/") : NULL;
      g_autofree char *key = NULL;
      g_autofree char *field = NULL;
      g_autofree char *now = NULL;

      at = key_start;
      if (slash == NULL)
        continue;
      key = g_strndup (key_start, (gsize) (slash - key_start));
      field = g_strndup (slash + 1, (gsize) (end - slash - 1));
      now = dup_key_now (quotes, key, field);
      if (now == NULL)
        continue;
      g_string_append_len (out, done, key_start - done);
      g_string_append (out, now);
      done = at = slash;
    }
  if (done == text)
    return NULL;
  g_string_append (out, done);
  return g_strdup (out->str);
}

static JsonNode *follow_node (JsonNode *node, const Quotes *quotes);

static JsonNode *
follow_array (JsonNode *node, const Quotes *quotes)
{
  JsonArray *array = json_array_sized_new (foi_json_get_n_elements (node));
  gboolean changed = FALSE;

  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      JsonNode *element = foi_json_get_element (node, i);
      JsonNode *now = follow_node (element, quotes);

      changed |= now != element;
      json_array_add_element (array, now);
    }
  if (changed)
    return foi_json_take_array (array);
  json_array_unref (array);
  return json_node_ref (node);
}

static JsonNode *
follow_object (JsonNode *node, const Quotes *quotes)
{
  g_autoptr (JsonNode) object = json_node_ref (node);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autoptr (JsonNode) now = is_frozen (name) ? NULL : follow_node (member, quotes);
      g_autoptr (JsonNode) before = NULL;

      if (now == NULL || now == member)
        continue;
      before = g_steal_pointer (&object);
      object = foi_json_set_member (before, name, now, NULL);
    }
  return g_steal_pointer (&object);
}

/* A copy of @node in which quotes follow; the same node if there is nothing to follow. */
static JsonNode *
follow_node (JsonNode *node, const Quotes *quotes)
{
  g_autofree char *text = NULL;

  if (foi_json_is_array (node))
    return follow_array (node, quotes);
  if (foi_json_is_object (node))
    return follow_object (node, quotes);
  if (foi_json_is_string (node))
    text = follow_text (json_node_get_string (node), quotes);
  return text != NULL ? foi_json_new_string (text) : json_node_ref (node);
}

static gboolean
has_text (JsonNode *node, const char *words)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (foi_json_is_string (node))
    return strstr (json_node_get_string (node), words) != NULL;
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      if (has_text (foi_json_get_element (node, i), words))
        return TRUE;
    }
  if (!foi_json_is_object (node))
    return FALSE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &member))
    {
      if (!is_frozen (name) && has_text (member, words))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_case_follow_quotes:
 * @state: a case in which rows of a table have other keys
 * @before: that table as it was
 *
 * Has `{{value:TABLE/ROW/FIELD}}` in texts name the same rows as before, all at once, so that rows
 * may change their keys among them. What named a row that went stays, for the checks to name; so
 * does what would name several rows now. Issued letters stay as they are.
 *
 * Returns: (transfer full): the case with those texts; @state where there are none.
 */
FoiCaseState *
foi_case_follow_quotes (FoiCaseState *state, FoiTableData *before)
{
  const char *table = foi_table_data_get_name (before);
  JsonNode *root = foi_case_state_get_root (state);
  g_auto (Quotes) quotes = { .before = before };
  g_autoptr (JsonNode) followed = NULL;

  quotes.after = foi_case_state_find_table (state, table);
  quotes.opening = g_strdup_printf ("{{value:%s/", table);
  if (quotes.after == NULL || !has_text (root, quotes.opening))
    return foi_case_state_ref (state);
  quotes.old = foi_publication_new (before);
  quotes.now = foi_publication_new (quotes.after);
  followed = follow_node (root, &quotes);
  if (followed == root)
    return foi_case_state_ref (state);
  json_node_seal (followed);
  return foi_case_state_new (followed, foi_case_state_get_tables (state));
}
