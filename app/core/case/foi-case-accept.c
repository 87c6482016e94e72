/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-accept.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-private.h"
#include "foi-json-edit.h"
#include "foi-table-data.h"

#define ACCEPTED "accepted"
/* How the two parts of a case begin in a JSON path. */
#define IN_CASE "$.foi:case"
#define IN_TABLES "$.resources"

static JsonNode *
make_entry (const char *finding, const char *path, const char *reason, FoiDate date)
{
  JsonObject *entry = json_object_new ();
  g_autofree char *day = foi_date_to_iso (date);

  json_object_set_string_member (entry, "finding", finding);
  json_object_set_string_member (entry, "path", path);
  json_object_set_string_member (entry, "reason", reason);
  json_object_set_string_member (entry, "date", day);
  return foi_json_take_object (entry);
}

/**
 * foi_case_editor_accept_finding:
 * @finding: the id of a check
 * @path: where it found something, as a JSON path
 * @reason: why that stays as it is
 * @date: the day it is
 * @error: return location
 *
 * Keeps in the case why an officer let a finding stand.
 *
 * Returns: whether it could be kept.
 */
gboolean
foi_case_editor_accept_finding (FoiCaseEditor *self, const char *finding, const char *path,
                                const char *reason, FoiDate date, GError **error)
{
  g_autoptr (JsonNode) empty = foi_json_new_array ();
  g_autoptr (JsonNode) entry = NULL;
  g_autoptr (JsonNode) accepted = NULL;
  JsonNode *before;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (finding != NULL && path != NULL && reason != NULL, FALSE);

  before = foi_case_state_get_node (foi_case_get_state (foi_case_editor_get_case (self)), ACCEPTED);
  if (!foi_json_is_array (before))
    before = empty;
  entry = make_entry (finding, path, reason, date);
  accepted = foi_json_array_insert (before, foi_json_get_n_elements (before), entry);
  return foi_case_editor_set_node (self, ACCEPTED, accepted, _("Accept Finding"), error);
}

/* ---- what is accepted goes where its question goes ------------------------------------------- */

static const char *
get_id (JsonNode *element)
{
  return foi_json_is_object (element) ? foi_json_get_string (element, "id", NULL) : NULL;
}

static gboolean
is_same_thing (JsonNode *a, JsonNode *b)
{
  const char *id = get_id (a);

  return id != NULL ? g_strcmp0 (id, get_id (b)) == 0 : foi_json_equal (a, b);
}

/* Where the element of @before stands in @after. What has no id is known by what it says; where
 * none came or went, one that says something new is still the one at its place. */
static gboolean
find_element (JsonNode *before, JsonNode *after, guint64 *index)
{
  const guint n_before = foi_json_get_n_elements (before);
  const guint n_after = foi_json_get_n_elements (after);
  JsonNode *element;

  if (*index >= n_before)
    return TRUE;
  element = foi_json_get_element (before, (guint) *index);
  if (*index < n_after && is_same_thing (element, foi_json_get_element (after, (guint) *index)))
    return TRUE;
  for (guint i = 0; i < n_after; i++)
    if (is_same_thing (element, foi_json_get_element (after, i)))
      {
        *index = i;
        return TRUE;
      }
  return get_id (element) == NULL && n_before == n_after;
}

static gboolean
find_table (FoiCaseState *before, FoiCaseState *after, guint64 *index)
{
  GPtrArray *tables = foi_case_state_get_tables (before);
  const char *name;

  if (*index >= tables->len)
    return TRUE;
  name = foi_table_data_get_name (tables->pdata[*index]);
  tables = foi_case_state_get_tables (after);
  for (guint i = 0; i < tables->len; i++)
    if (g_str_equal (foi_table_data_get_name (tables->pdata[i]), name))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

static guint64
read_index (const char **path)
{
  char *end = NULL;
  guint64 index = g_ascii_strtoull (*path + 1, &end, 10);

  *path = end[0] == ']' ? end + 1 : end;
  return index;
}

/* Follows the path from two nodes as far as they differ. */
static gboolean
follow_nodes (JsonNode *before, JsonNode *after, const char *path, GString *followed)
{
  while (before != after && (path[0] == '.' || (path[0] == '[' && g_ascii_isdigit (path[1]))))
    {
      if (path[0] == '.')
        {
          const gsize length = 1 + strcspn (path + 1, ".[");
          g_autofree char *key = g_strndup (path + 1, length - 1);

          g_string_append_len (followed, path, (gssize) length);
          path += length;
          before = foi_json_get_member (before, key);
          after = foi_json_get_member (after, key);
        }
      else
        {
          guint64 index = read_index (&path);
          const guint64 old = index;

          if (!find_element (before, after, &index))
            return FALSE;
          g_string_append_printf (followed, "[%" G_GUINT64_FORMAT "]", index);
          before = foi_json_get_element (before, (guint) old);
          after = foi_json_get_element (after, (guint) index);
        }
    }
  g_string_append (followed, path);
  return TRUE;
}

/* The path in @after to what @path leads to in @before, or NULL where that is gone. */
static char *
follow_path (FoiCaseState *before, FoiCaseState *after, const char *path)
{
  g_autoptr (GString) followed = g_string_new (NULL);

  if (g_str_has_prefix (path, IN_TABLES "["))
    {
      const char *rest = path + strlen (IN_TABLES);
      guint64 index = read_index (&rest);

      if (!find_table (before, after, &index))
        return NULL;
      return g_strdup_printf (IN_TABLES "[%" G_GUINT64_FORMAT "]%s", index, rest);
    }
  if (!g_str_has_prefix (path, IN_CASE "."))
    return g_strdup (path);
  g_string_append (followed, IN_CASE);
  if (!follow_nodes (foi_case_state_get_node (before, "/foi:case"),
                     foi_case_state_get_node (after, "/foi:case"), path + strlen (IN_CASE),
                     followed))
    return NULL;
  return g_string_free (g_steal_pointer (&followed), FALSE);
}

/* What was accepted, with the paths of now; what is gone takes it along. */
static JsonNode *
follow_accepted (JsonNode *accepted, FoiCaseState *before, FoiCaseState *after)
{
  g_autoptr (JsonNode) list = json_node_ref (accepted);

  for (guint i = foi_json_get_n_elements (accepted); i-- > 0;)
    {
      JsonNode *entry = foi_json_get_element (accepted, i);
      const char *path = foi_json_get_string (entry, "path", "");
      g_autofree char *now = follow_path (before, after, path);
      g_autoptr (JsonNode) previous = NULL;
      g_autoptr (JsonNode) changed = NULL;

      if (g_strcmp0 (now, path) == 0)
        continue;
      previous = g_steal_pointer (&list);
      changed = now != NULL ? foi_json_set_string (entry, "path", now, NULL) : NULL;
      list = changed != NULL ? foi_json_array_replace (previous, i, changed)
                             : foi_json_array_remove (previous, i);
    }
  return g_steal_pointer (&list);
}

/*
 * _foi_case_follow_accepted:
 * @before: a case
 * @after: the same after an edit
 *
 * The file names what was accepted by its place. So a question that is moved, or before which
 * another comes or goes, takes along what was accepted of it; what was accepted of something that
 * is deleted goes as well, and undo brings both back.
 *
 * Returns: (transfer full): @after with the places of now; @after itself where they are the same.
 */
FoiCaseState *
_foi_case_follow_accepted (FoiCaseState *before, FoiCaseState *after)
{
  JsonNode *accepted = foi_case_state_get_node (after, ACCEPTED);
  g_autoptr (JsonNode) followed = NULL;

  /* An edit of the list itself says what it means. */
  if (foi_json_get_n_elements (accepted) == 0
      || accepted != foi_case_state_get_node (before, ACCEPTED))
    return foi_case_state_ref (after);
  followed = follow_accepted (accepted, before, after);
  if (followed == accepted)
    return foi_case_state_ref (after);
  return foi_case_state_with_node (after, ACCEPTED,
                                   foi_json_get_n_elements (followed) > 0 ? followed : NULL, NULL);
}
