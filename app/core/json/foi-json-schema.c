/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-json-schema.h"

#include "foi-date.h"
#include "foi-error.h"
#include "foi-json-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REFERENCE "#/$defs/"

struct _FoiJsonSchema
{
  JsonNode   *root;
  GHashTable *patterns; /* pattern -> GRegex */
};

/* What is looked at, and how it is answered. */
typedef struct
{
  FoiJsonSchema *schema;
  JsonNode     **culprit;
  char         **reason;
} Check;

/* One word of a schema: whether @node is as @rule, the word's value, wants it. */
typedef gboolean (*WordFunc) (const Check *check, JsonNode *rule, JsonNode *node);

static gboolean check_node (const Check *check, JsonNode *schema, JsonNode *node);

/* Takes over @reason. */
static gboolean
fail (const Check *check, JsonNode *culprit, char *reason)
{
  *check->culprit = culprit;
  *check->reason = reason;
  return FALSE;
}

static gboolean
check_type (const Check *check, JsonNode *rule, JsonNode *node)
{
  const struct
  {
    const char *name;
    gboolean (*is) (JsonNode *node);
    const char *reason;
  } types[] = {
    { "object", foi_json_is_object, N_("an object belongs here") },
    { "array", foi_json_is_array, N_("a list belongs here") },
    { "string", foi_json_is_string, N_("a text belongs here") },
    { "integer", foi_json_is_integer, N_("a whole number belongs here") },
    { "boolean", foi_json_is_boolean, N_("true or false belongs here") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_equal (types[i].name, json_node_get_string (rule)))
      return types[i].is (node) || fail (check, node, g_strdup (_(types[i].reason)));
  g_assert_not_reached ();
}

static char *
dup_json (JsonNode *node)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();

  json_generator_set_root (generator, node);
  return json_generator_to_data (generator, NULL);
}

static gboolean
check_const (const Check *check, JsonNode *rule, JsonNode *node)
{
  g_autofree char *value = NULL;

  if (foi_json_equal (rule, node))
    return TRUE;
  value = dup_json (rule);
  /* Translators: a value as JSON writes it. */
  return fail (check, node, g_strdup_printf (_("only %s can stand here"), value));
}

static char *
dup_list (JsonNode *values)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < foi_json_get_n_elements (values); i++)
    {
      g_autofree char *value = dup_json (foi_json_get_element (values, i));

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", value);
    }
  return g_string_free (list, FALSE);
}

static gboolean
check_enum (const Check *check, JsonNode *rule, JsonNode *node)
{
  g_autofree char *list = NULL;

  for (guint i = 0; i < foi_json_get_n_elements (rule); i++)
    if (foi_json_equal (foi_json_get_element (rule, i), node))
      return TRUE;
  list = dup_list (rule);
  /* Translators: a list of values as JSON writes them. */
  return fail (check, node, g_strdup_printf (_("this is none of %s"), list));
}

static gboolean
check_required (const Check *check, JsonNode *rule, JsonNode *node)
{
  for (guint i = 0; foi_json_is_object (node) && i < foi_json_get_n_elements (rule); i++)
    {
      const char *name = json_node_get_string (foi_json_get_element (rule, i));

      if (foi_json_get_member (node, name) == NULL)
        /* Translators: the name of a member of a JSON object. */
        return fail (check, node, g_strdup_printf (_("“%s” is missing"), name));
    }
  return TRUE;
}

/* Members have their own schema, or that of all others, or no place here. */
static gboolean
check_members (const Check *check, JsonNode *schema, JsonNode *node)
{
  JsonNode *properties = foi_json_get_member (schema, "properties");
  JsonNode *others = foi_json_get_member (schema, "additionalProperties");
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!foi_json_is_object (node))
    return TRUE;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value))
    {
      JsonNode *own = foi_json_get_member (properties, name);

      if (own == NULL && foi_json_is_boolean (others))
        /* Translators: the name of a member of a JSON object. */
        return fail (check, value, g_strdup_printf (_("“%s” is not known here"), name));
      if (own == NULL)
        own = others;
      if (own != NULL && !check_node (check, own, value))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_items (const Check *check, JsonNode *rule, JsonNode *node)
{
  for (guint i = 0; i < foi_json_get_n_elements (node); i++)
    if (!check_node (check, rule, foi_json_get_element (node, i)))
      return FALSE;
  return TRUE;
}

static gboolean
check_min_items (const Check *check, JsonNode *rule, JsonNode *node)
{
  return !foi_json_is_array (node) || foi_json_get_n_elements (node) >= json_node_get_int (rule)
         || fail (check, node, g_strdup (_("the list is too short")));
}

static gboolean
check_minimum (const Check *check, JsonNode *rule, JsonNode *node)
{
  return !foi_json_is_integer (node) || json_node_get_int (node) >= json_node_get_int (rule)
         || fail (check, node, g_strdup_printf (_("the number must be %" G_GINT64_FORMAT
                                                  " at least"),
                                                json_node_get_int (rule)));
}

static gboolean
check_min_length (const Check *check, JsonNode *rule, JsonNode *node)
{
  return !foi_json_is_string (node)
         || g_utf8_strlen (json_node_get_string (node), -1) >= json_node_get_int (rule)
         || fail (check, node, g_strdup (_("the text is too short")));
}

static gboolean
check_pattern (const Check *check, JsonNode *rule, JsonNode *node)
{
  const char *pattern = json_node_get_string (rule);
  GRegex *regex = g_hash_table_lookup (check->schema->patterns, pattern);

  if (!foi_json_is_string (node))
    return TRUE;
  if (regex == NULL)
    {
      regex = g_regex_new (pattern, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
      g_assert (regex != NULL);
      g_hash_table_insert (check->schema->patterns, (gpointer) pattern, regex);
    }
  return g_regex_match (regex, json_node_get_string (node), 0, NULL)
         || fail (check, node, g_strdup (_("this is not written as it has to be here")));
}

static gboolean
check_format (const Check *check, JsonNode *rule, JsonNode *node)
{
  return !foi_json_is_string (node) || !g_str_equal (json_node_get_string (rule), "date")
         || foi_date_from_iso (json_node_get_string (node)) != FOI_DATE_NONE
         || fail (check, node, g_strdup (_("this is not a date such as 2024-11-27")));
}

static gboolean
check_reference (const Check *check, JsonNode *rule, JsonNode *node)
{
  const char *name = json_node_get_string (rule) + strlen (REFERENCE);
  JsonNode *definitions = foi_json_get_member (check->schema->root, "$defs");

  return check_node (check, foi_json_get_member (definitions, name), node);
}

static gboolean
check_one_of (const Check *check, JsonNode *rule, JsonNode *node)
{
  guint n_fit = 0;

  for (guint i = 0; i < foi_json_get_n_elements (rule); i++)
    {
      g_autofree char *reason = NULL;
      JsonNode *culprit = NULL;
      const Check quiet = { check->schema, &culprit, &reason };

      n_fit += check_node (&quiet, foi_json_get_element (rule, i), node) ? 1 : 0;
    }
  return n_fit == 1
         || fail (check, node, g_strdup (_("this is none of what can stand here")));
}

/* Without a function: says nothing of its own. */
static const struct
{
  const char *name;
  WordFunc    func;
} words[] = {
  { "$ref", check_reference },
  { "type", check_type },
  { "const", check_const },
  { "enum", check_enum },
  { "required", check_required },
  { "minLength", check_min_length },
  { "format", check_format },
  { "pattern", check_pattern },
  { "minimum", check_minimum },
  { "minItems", check_min_items },
  { "items", check_items },
  { "oneOf", check_one_of },
  { "properties", NULL },
  { "additionalProperties", NULL },
  { "title", NULL },
  { "description", NULL },
  { "$schema", NULL },
  { "$id", NULL },
  { "$defs", NULL },
};

static gsize
find_word (const char *name)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (words) && !g_str_equal (words[i].name, name))
    i++;
  return i;
}

/* Follows the words of the schema, not all that there are: most schemas have two or three. */
static gboolean
check_node (const Check *check, JsonNode *schema, JsonNode *node)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *rule;

  json_object_iter_init (&iter, json_node_get_object (schema));
  while (json_object_iter_next (&iter, &name, &rule))
    {
      const WordFunc func = words[find_word (name)].func;

      if (func != NULL && !func (check, rule, node))
        return FALSE;
    }
  return check_members (check, schema, node);
}

/* Whether all words of a schema are known, and those of the schemas in it; @is_map: of names. */
static gboolean
knows_words (JsonNode *schema, gboolean is_map, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, json_node_get_object (schema));
  while (json_object_iter_next (&iter, &name, &value))
    {
      if (!is_map && find_word (name) == G_N_ELEMENTS (words))
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                       _("the schema uses “%s”, which is not known here"), name);
          return FALSE;
        }
      if (foi_json_is_object (value)
          && !knows_words (value,
                           !is_map
                             && (g_str_equal (name, "properties") || g_str_equal (name, "$defs")),
                           error))
        return FALSE;
    }
  return TRUE;
}

/**
 * foi_json_schema_new:
 * @root: (transfer none): a whole schema, sealed; all its references lead to its `$defs`
 *
 * Returns: (transfer full) (nullable): the schema, or %NULL where it uses what is not known here.
 */
FoiJsonSchema *
foi_json_schema_new (JsonNode *root, GError **error)
{
  FoiJsonSchema *self;

  g_return_val_if_fail (foi_json_is_object (root), NULL);

  if (!knows_words (root, FALSE, error))
    return NULL;
  self = g_new0 (FoiJsonSchema, 1);
  self->root = json_node_ref (root);
  self->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                          (GDestroyNotify) g_regex_unref);
  return self;
}

/**
 * foi_json_schema_free:
 * @self: (transfer full): a schema
 */
void
foi_json_schema_free (FoiJsonSchema *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->patterns);
  json_node_unref (self->root);
  g_free (self);
}

/**
 * foi_json_schema_check:
 * @node: what is checked
 * @culprit: (out) (transfer none): what in @node is wrong, if something is
 * @reason: (out) (transfer full): what is wrong with it
 *
 * Returns: whether @node is what the schema describes; the first fault is told.
 */
gboolean
foi_json_schema_check (FoiJsonSchema *self, JsonNode *node, JsonNode **culprit, char **reason)
{
  const Check check = { self, culprit, reason };

  g_return_val_if_fail (self != NULL && node != NULL, FALSE);
  g_return_val_if_fail (culprit != NULL && reason != NULL, FALSE);

  return check_node (&check, self->root, node);
}
