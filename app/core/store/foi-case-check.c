/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foi-date.h"
#include "foi-json-edit.h"

/* What is carried through the tree. @newer: of a version that this program does not know. */
typedef struct
{
  FoiFaults *faults;
  gboolean   newer;
} Check;

static void check_object (Check *self, JsonNode *node, const FoiShape *shape);

static FoiJsonKind
get_kind (JsonNode *node)
{
  if (foi_json_is_object (node))
    return FOI_JSON_OBJECT;
  if (foi_json_is_array (node))
    return FOI_JSON_ARRAY;
  if (foi_json_is_string (node))
    return FOI_JSON_STRING;
  if (foi_json_is_integer (node))
    return FOI_JSON_INTEGER;
  return foi_json_is_boolean (node) ? FOI_JSON_BOOLEAN : FOI_JSON_NULL;
}

static void
add_wrong_type (Check *self, JsonNode *node, const char *wanted)
{
  /* Translators: "this is text, but must be an array". */
  foi_faults_add (self->faults, node, _("this is %s, but must be %s"),
                  foi_json_kind_name (get_kind (node)), wanted);
}

static gboolean
require (Check *self, JsonNode *node, gboolean holds, const char *wanted)
{
  if (!holds)
    add_wrong_type (self, node, wanted);
  return holds;
}

static void
check_choice (Check *self, JsonNode *node, const char *const *choices)
{
  g_autofree char *all = NULL;
  g_autofree char *quoted = NULL;
  const char *text = json_node_get_string (node);

  /* A newer program may have more choices; its file is only looked at here. */
  if (choices == NULL || g_strv_contains (choices, text) || self->newer)
    return;
  quoted = foi_fault_quote (text);
  all = g_strjoinv (", ", (char **) choices);
  foi_faults_add (self->faults, node, _("%s is not one of: %s"), quoted, all);
}

static void
check_date (Check *self, JsonNode *node)
{
  const char *text = json_node_get_string (node);
  g_autofree char *quoted = NULL;

  if (text[0] == '\0' || foi_date_from_iso (text) != FOI_DATE_NONE)
    return;
  quoted = foi_fault_quote (text);
  foi_faults_add (self->faults, node,
                  _("%s is not a day that exists; a day is written like \"2024-11-27\""), quoted);
}

/* Looks for "2024-11-27…" and "2024-11", and leaves everything else alone. */
static void
check_moment (Check *self, JsonNode *node)
{
  static const char pattern[] = "dddd-dd-dd";
  const char *text = json_node_get_string (node);
  g_autofree char *day = NULL;
  g_autofree char *quoted = NULL;
  gsize length = 0;

  while (length < strlen (pattern)
         && (pattern[length] == 'd' ? g_ascii_isdigit (text[length]) : text[length] == '-'))
    length++;
  if (length == strlen ("dddd-dd") && text[length] == '\0')
    day = g_strconcat (text, "-01", NULL);
  else if (length == strlen (pattern))
    day = g_strndup (text, length);
  if (day == NULL || foi_date_from_iso (day) != FOI_DATE_NONE)
    return;
  quoted = foi_fault_quote (text);
  foi_faults_add (self->faults, node, _("%s is not a day or month that exists"), quoted);
}

static void
check_texts (Check *self, JsonNode *node)
{
  g_autoptr (GList) members = json_object_get_values (json_node_get_object (node));

  for (GList *l = members; l != NULL; l = l->next)
    require (self, l->data, foi_json_is_string (l->data), _("text"));
}

static gboolean
is_cell (JsonNode *node)
{
  return foi_json_is_string (node) || foi_json_is_integer (node);
}

static void
check_key (Check *self, JsonNode *node)
{
  g_autoptr (GList) cells = json_object_get_values (json_node_get_object (node));

  for (GList *l = cells; l != NULL; l = l->next)
    require (self, l->data, is_cell (l->data), _("text or a whole number"));
}

static void
check_lines (Check *self, JsonNode *node)
{
  if (foi_json_is_string (node))
    return;
  if (!require (self, node, foi_json_is_array (node), _("text or an array of texts")))
    return;
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    {
      JsonNode *line = foi_json_get_element (node, i);

      require (self, line, foi_json_is_string (line), _("text"));
    }
}

static void
check_value (Check *self, JsonNode *node, const FoiShapeMember *member)
{
  switch (member->kind)
    {
    case FOI_SHAPE_ANY:
      if (member->shape != NULL && foi_json_is_object (node))
        check_object (self, node, member->shape);
      break;
    case FOI_SHAPE_TEXT:
      if (require (self, node, foi_json_is_string (node), _("text")))
        check_choice (self, node, member->choices);
      break;
    case FOI_SHAPE_LINES:
      check_lines (self, node);
      break;
    case FOI_SHAPE_INTEGER:
      require (self, node, foi_json_is_integer (node), _("a whole number"));
      break;
    case FOI_SHAPE_BOOLEAN:
      require (self, node, foi_json_is_boolean (node), _("true or false"));
      break;
    case FOI_SHAPE_DATE:
      if (require (self, node, foi_json_is_string (node), _("a day like \"2024-11-27\"")))
        check_date (self, node);
      break;
    case FOI_SHAPE_MOMENT:
      if (require (self, node, foi_json_is_string (node), _("text")))
        check_moment (self, node);
      break;
    case FOI_SHAPE_CELL:
      require (self, node, is_cell (node), _("text or a whole number"));
      break;
    case FOI_SHAPE_KEY:
      if (require (self, node, foi_json_is_object (node), _("an object")))
        check_key (self, node);
      break;
    case FOI_SHAPE_PART:
      if (foi_json_is_object (node))
        check_key (self, node);
      else
        require (self, node, foi_json_is_string (node), _("text or an object"));
      break;
    case FOI_SHAPE_OBJECT:
      if (require (self, node, foi_json_is_object (node), _("an object")))
        check_object (self, node, member->shape);
      break;
    case FOI_SHAPE_TEXTS:
      if (require (self, node, foi_json_is_object (node), _("an object")))
        check_texts (self, node);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
check_member (Check *self, JsonNode *node, const FoiShapeMember *member)
{
  if (!member->list)
    {
      check_value (self, node, member);
      return;
    }
  if (!require (self, node, foi_json_is_array (node), _("an array")))
    return;
  if (member->most > 0 && foi_json_get_n_elements (node) > member->most)
    {
      foi_faults_add (self->faults, node, _("this has %u rows; there may be %u at most"),
                      foi_json_get_n_elements (node), member->most);
      return;
    }
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    check_value (self, foi_json_get_element (node, i), member);
}

/* What ends before it begins would never apply, and nobody would be told. */
static void
check_order (Check *self, JsonNode *object, const FoiShapeMember *member)
{
  FoiDate end = foi_date_from_iso (foi_json_get_string (object, member->key, NULL));
  FoiDate begin = foi_date_from_iso (foi_json_get_string (object, member->since, NULL));
  g_autofree char *day = NULL;

  if (end == FOI_DATE_NONE || begin == FOI_DATE_NONE || begin <= end)
    return;
  day = foi_date_to_iso (begin);
  /* Translators: the name of a member of the file, "from", and its day. */
  foi_faults_add (self->faults, foi_json_get_member (object, member->key),
                  _("this is before \"%s\", which is %s: it would never apply"), member->since,
                  day);
}

static void
check_object (Check *self, JsonNode *node, const FoiShape *shape)
{
  for (gsize i = 0; i < shape->n_members; i++)
    {
      const FoiShapeMember *member = &shape->members[i];
      JsonNode *value = foi_json_get_member (node, member->key);

      if (value == NULL && member->required)
        foi_faults_add (self->faults, node, _("\"%s\" is missing"), member->key);
      if (value != NULL)
        check_member (self, value, member);
      if (value != NULL && member->since != NULL)
        check_order (self, node, member);
    }
}

/**
 * foi_case_check_object:
 * @faults: where faults go
 * @node: an object of the document
 * @shape: what it must be
 * @newer: it is of a version that this program does not know; its choices are not judged
 *
 * Checks one object and all that is in it.
 *
 * Returns: whether there was no fault.
 */
gboolean
foi_case_check_object (FoiFaults *faults, JsonNode *node, const FoiShape *shape, gboolean newer)
{
  Check check = { faults, newer };
  guint before = faults->list->len;

  check_object (&check, node, shape);
  return faults->list->len == before && !foi_faults_is_full (faults);
}

/* Adds a fault for each element of @list whose @key is empty or was seen before. */
static void
check_names (FoiFaults *faults, JsonNode *list, const char *key, GHashTable *seen)
{
  if (!foi_json_is_array (list))
    return;
  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    {
      JsonNode *element = foi_json_get_element (list, i);
      JsonNode *node = foi_json_get_member (element, key);
      g_autofree char *quoted = NULL;

      if (!foi_json_is_string (node))
        continue;
      quoted = foi_fault_quote (json_node_get_string (node));
      if (json_node_get_string (node)[0] == '\0')
        foi_faults_add (faults, node, _("\"%s\" is empty"), key);
      else if (!g_hash_table_add (seen, (gpointer) json_node_get_string (node)))
        /* Translators: the first %s is a text in quotes, the second "id" or "name". */
        foi_faults_add (faults, node, _("%s is already the %s of another"), quoted, key);
    }
}

static void
check_question_ids (FoiFaults *faults, JsonNode *foi_case)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  JsonNode *questions = foi_json_get_member (foi_case, "questions");

  check_names (faults, questions, "id", seen);
  if (!foi_json_is_array (questions))
    return;
  for (guint i = 0; i < foi_json_get_n_elements (questions); i++)
    {
      JsonNode *question = foi_json_get_element (questions, i);

      check_names (faults, foi_json_get_member (question, "parts"), "id", seen);
    }
}

static void
check_tables (FoiFaults *faults, JsonNode *resources)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  check_names (faults, resources, "name", seen);
  if (!foi_json_is_array (resources))
    return;
  for (guint i = 0; i < foi_json_get_n_elements (resources); i++)
    {
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      JsonNode *resource = foi_json_get_element (resources, i);
      JsonNode *path = foi_json_get_member (resource, "path");
      JsonNode *schema = foi_json_get_member (resource, "schema");

      if (path != NULL)
        foi_faults_add (faults, path,
                        _("this table's figures are in another file; they must be in this one"));
      else if (foi_json_is_object (resource) && foi_json_get_member (resource, "data") == NULL)
        foi_faults_add (faults, resource, _("\"%s\" is missing"), "data");
      check_names (faults, foi_json_get_member (schema, "fields"), "name", names);
    }
}

/**
 * foi_case_check:
 * @faults: where faults go
 * @root: the document's root
 *
 * Checks everything but the rows of tables: types, choices, days, ids and names.
 */
void
foi_case_check (FoiFaults *faults, JsonNode *root)
{
  JsonNode *foi_case = foi_json_get_member (root, "foi:case");
  gint64 version = foi_json_get_integer (foi_case, "version", FOI_CASE_VERSION);

  foi_case_check_object (faults, root, &foi_shape_file, version != FOI_CASE_VERSION);
  check_question_ids (faults, foi_case);
  check_tables (faults, foi_json_get_member (root, "resources"));
}
