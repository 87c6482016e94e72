/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-state.h"

#include <glib/gi18n-lib.h>

#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-table.h"

struct _FoiCaseState
{
  int        ref_count;
  JsonNode  *root;
  GPtrArray *tables;
};

G_DEFINE_BOXED_TYPE (FoiCaseState, foi_case_state, foi_case_state_ref, foi_case_state_unref)

/**
 * foi_case_state_new:
 * @root: the sealed JSON of a case file; `resources` is an empty array that keeps its place
 * @tables: (element-type FoiTableData): the tables, in their order; not changed afterwards
 *
 * Returns: (transfer full): the state.
 */
FoiCaseState *
foi_case_state_new (JsonNode *root, GPtrArray *tables)
{
  FoiCaseState *self;

  g_return_val_if_fail (foi_json_is_object (root), NULL);
  g_return_val_if_fail (tables != NULL, NULL);

  self = g_new0 (FoiCaseState, 1);
  self->ref_count = 1;
  self->root = json_node_ref (root);
  self->tables = g_ptr_array_ref (tables);
  return self;
}

/**
 * foi_case_state_ref:
 *
 * Returns: (transfer full): @self.
 */
FoiCaseState *
foi_case_state_ref (FoiCaseState *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_int_inc (&self->ref_count);
  return self;
}

/**
 * foi_case_state_unref:
 *
 * Gives a reference back.
 */
void
foi_case_state_unref (FoiCaseState *self)
{
  g_return_if_fail (self != NULL);
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  json_node_unref (self->root);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

/**
 * foi_case_state_get_root:
 *
 * Returns: (transfer none): the JSON without the tables.
 */
JsonNode *
foi_case_state_get_root (FoiCaseState *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->root;
}

/**
 * foi_case_state_get_tables:
 *
 * Returns: (transfer none) (element-type FoiTableData): the tables in their order.
 */
GPtrArray *
foi_case_state_get_tables (FoiCaseState *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->tables;
}

static gboolean
find_table_index (FoiCaseState *self, const char *name, guint *index)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      if (g_strcmp0 (foi_table_data_get_name (g_ptr_array_index (self->tables, i)), name) == 0)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * foi_case_state_find_table:
 *
 * Returns: (transfer none) (nullable): the table of that name.
 */
FoiTableData *
foi_case_state_find_table (FoiCaseState *self, const char *name)
{
  guint index;

  g_return_val_if_fail (self != NULL, NULL);
  return find_table_index (self, name, &index) ? g_ptr_array_index (self->tables, index) : NULL;
}

/* The index of the element that a segment of a path names: its `id`, else its `name`, or "#2". */
static gboolean
find_element (JsonNode *array, const char *segment, guint *index)
{
  guint n_elements = foi_json_get_n_elements (array);
  guint64 position;

  if (segment[0] == '#')
    {
      if (!g_ascii_string_to_unsigned (segment + 1, 10, 0, G_MAXUINT, &position, NULL))
        return FALSE;
      *index = (guint) position;
      return position < n_elements;
    }
  for (guint i = 0; i < n_elements; i++)
    {
      JsonNode *element = foi_json_get_element (array, i);
      const char *id = foi_json_get_string (element, "id", NULL);

      if (g_strcmp0 (id != NULL ? id : foi_json_get_string (element, "name", NULL), segment) == 0)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* "/title" is of the file, "questions/q3/answer" of its foi:case. */
static char **
split_path (const char *path)
{
  g_autofree char *whole = path[0] == '/' ? g_strdup (path + 1)
                                          : g_strconcat ("foi:case/", path, NULL);

  return g_strsplit (whole, "/", -1);
}

/**
 * foi_case_state_get_node:
 * @path: "questions/q3/answer", "request/received", "/title"; elements of arrays are named by
 *   their id, by their name, or as "#2" by position
 *
 * Returns: (transfer none) (nullable): what stands there.
 */
JsonNode *
foi_case_state_get_node (FoiCaseState *self, const char *path)
{
  g_auto (GStrv) segments = NULL;
  JsonNode *node;

  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  segments = split_path (path);
  node = self->root;
  for (guint i = 0; segments[i] != NULL && node != NULL; i++)
    {
      guint index;

      if (foi_json_is_array (node))
        node = find_element (node, segments[i], &index) ? foi_json_get_element (node, index) : NULL;
      else
        node = foi_json_get_member (node, segments[i]);
    }
  return node;
}

/**
 * foi_case_state_get_string:
 *
 * Returns: (nullable): the string at @path.
 */
const char *
foi_case_state_get_string (FoiCaseState *self, const char *path)
{
  JsonNode *node = foi_case_state_get_node (self, path);

  return foi_json_is_string (node) ? json_node_get_string (node) : NULL;
}

static JsonNode *set_in_node (JsonNode *node, char *const *segments, JsonNode *value,
                              GError **error);

static JsonNode *
set_in_array (JsonNode *array, char *const *segments, JsonNode *value, GError **error)
{
  g_autoptr (JsonNode) element = NULL;
  guint index;

  if (!find_element (array, segments[0], &index))
    {
      /* A new element comes last; its own id is the name it was given by. */
      if (segments[1] == NULL && value != NULL && segments[0][0] != '#')
        return foi_json_array_insert (array, foi_json_get_n_elements (array), value);
      if (segments[1] == NULL && value == NULL)
        return json_node_ref (array);
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                   /* Translators: %s is the id of a question, a letter or the like. */
                   _("There is no “%s” in this case"), segments[0]);
      return NULL;
    }
  if (segments[1] == NULL && value == NULL)
    return foi_json_array_remove (array, index);
  element = set_in_node (foi_json_get_element (array, index), segments + 1, value, error);
  return element != NULL ? foi_json_array_replace (array, index, element) : NULL;
}

static JsonNode *
set_in_object (JsonNode *object, char *const *segments, JsonNode *value, GError **error)
{
  JsonNode *member = foi_json_get_member (object, segments[0]);
  g_autoptr (JsonNode) empty = NULL;
  g_autoptr (JsonNode) changed = NULL;

  if (segments[1] == NULL && value == NULL)
    return foi_json_set_member (object, segments[0], NULL, NULL);
  if (segments[1] != NULL && member == NULL)
    {
      if (value == NULL)
        return json_node_ref (object);
      empty = foi_json_new_object ();
      member = empty;
    }
  changed = set_in_node (member, segments + 1, value, error);
  return changed != NULL ? foi_json_set_member (object, segments[0], changed, NULL) : NULL;
}

/* A copy of @node in which @segments lead to @value; what is not on the way is shared. */
static JsonNode *
set_in_node (JsonNode *node, char *const *segments, JsonNode *value, GError **error)
{
  if (segments[0] == NULL)
    return json_node_ref (value);
  if (foi_json_is_array (node))
    return set_in_array (node, segments, value, error);
  if (foi_json_is_object (node))
    return set_in_object (node, segments, value, error);
  g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no “%s” in this case"),
               segments[0]);
  return NULL;
}

/**
 * foi_case_state_with_node:
 * @path: as in foi_case_state_get_node(); objects on the way are made, array elements are not,
 *   but for a last one, which is added at the end
 * @value: (nullable): sealed; %NULL removes
 *
 * Returns: (transfer full): the changed state, the same one if it says the same;
 *   %FOI_ERROR_NOT_FOUND where @path leads nowhere.
 */
FoiCaseState *
foi_case_state_with_node (FoiCaseState *self, const char *path, JsonNode *value, GError **error)
{
  g_auto (GStrv) segments = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonNode *current;

  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  current = foi_case_state_get_node (self, path);
  if (current == value || (current != NULL && value != NULL && foi_json_equal (current, value)))
    return foi_case_state_ref (self);
  segments = split_path (path);
  root = set_in_node (self->root, segments, value, error);
  return root != NULL ? foi_case_state_new (root, self->tables) : NULL;
}

static GPtrArray *
copy_tables (FoiCaseState *self)
{
  return g_ptr_array_copy (self->tables, (GCopyFunc) (void (*) (void)) foi_table_data_ref, NULL);
}

/**
 * foi_case_state_with_table:
 * @data: a table; takes the place of the one of the same name, else comes last
 *
 * Returns: (transfer full): the changed state.
 */
FoiCaseState *
foi_case_state_with_table (FoiCaseState *self, FoiTableData *data)
{
  g_autoptr (GPtrArray) tables = NULL;
  guint index;

  g_return_val_if_fail (self != NULL && data != NULL, NULL);

  tables = copy_tables (self);
  if (find_table_index (self, foi_table_data_get_name (data), &index))
    {
      foi_table_data_unref (g_ptr_array_index (tables, index));
      g_ptr_array_index (tables, index) = foi_table_data_ref (data);
    }
  else
    g_ptr_array_add (tables, foi_table_data_ref (data));
  return foi_case_state_new (self->root, tables);
}

/**
 * foi_case_state_without_table:
 *
 * Returns: (transfer full): the state without the table of that name.
 */
FoiCaseState *
foi_case_state_without_table (FoiCaseState *self, const char *name)
{
  g_autoptr (GPtrArray) tables = NULL;
  guint index;

  g_return_val_if_fail (self != NULL, NULL);

  if (!find_table_index (self, name, &index))
    return foi_case_state_ref (self);
  tables = copy_tables (self);
  g_ptr_array_remove_index (tables, index);
  return foi_case_state_new (self->root, tables);
}

/**
 * foi_case_state_publish:
 *
 * Returns: (transfer full): what a letter may know of the case.
 */
FoiBrief *
foi_case_state_publish (FoiCaseState *self)
{
  g_autoptr (GPtrArray) publications = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  publications = g_ptr_array_new_full (self->tables->len, (GDestroyNotify) foi_publication_unref);
  for (guint i = 0; i < self->tables->len; i++)
    g_ptr_array_add (publications, foi_case_state_publish_table (self, self->tables->pdata[i]));
  return foi_brief_new (self->root, publications);
}

static gboolean
has_id (JsonNode *element, const char *id)
{
  return g_strcmp0 (foi_json_get_string (element, "id", NULL), id) == 0;
}

/**
 * foi_case_state_dup_question_path:
 * @question: the id of a question or of a part of one
 *
 * Returns: (transfer full) (nullable): where it stands: "questions/q1/parts/q1a".
 */
char *
foi_case_state_dup_question_path (FoiCaseState *self, const char *question)
{
  JsonNode *questions;

  g_return_val_if_fail (self != NULL, NULL);

  questions = foi_case_state_get_node (self, "questions");
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *element = foi_json_get_element (questions, i);
      JsonNode *parts = foi_json_get_member (element, "parts");

      if (has_id (element, question))
        return g_strconcat ("questions/", question, NULL);
      for (guint j = 0; j < foi_json_get_n_elements (parts); j++)
        {
          if (has_id (foi_json_get_element (parts, j), question))
            return g_strconcat ("questions/", foi_json_get_string (element, "id", ""), "/parts/",
                                question, NULL);
        }
    }
  return NULL;
}

/**
 * foi_case_state_dup_unique_table_name:
 * @wish: any text: a title
 *
 * Returns: (transfer full): a name for a new table: lower case, `[a-z0-9-]`, not in use.
 */
char *
foi_case_state_dup_unique_table_name (FoiCaseState *self, const char *wish)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autofree char *ascii = NULL;
  gsize length;

  g_return_val_if_fail (self != NULL && wish != NULL, NULL);

  ascii = g_str_to_ascii (wish, "C");
  for (const char *p = ascii; *p != '\0' && name->len < 40; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (name, g_ascii_tolower (*p));
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  while (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_append (name, "table");
  length = name->len;
  for (guint i = 2; foi_case_state_find_table (self, name->str) != NULL; i++)
    {
      g_string_truncate (name, length);
      g_string_append_printf (name, "-%u", i);
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}
