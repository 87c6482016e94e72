/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-column-private.h"
#include "foi-json-edit.h"
#include "foi-number.h"

#define FINANCIAL_YEAR_PATTERN "^[0-9]{4}/[0-9]{2}$"

/* The members of a field in the order of the file. */
static const char *const field_keys[] = {
  "name", "title", "description", "type", "format", "foi:role", "foi:period", "foi:unit",
  "foi:decimals", "foi:of", "foi:covers", "constraints", "foi:left-out", NULL,
};

/**
 * foi_column_new:
 * @name: the name in the file
 * @title: (nullable): the heading in the letter; the same as @name if %NULL
 * @type: a type, with its usual unit and decimals: money is GBP with 2
 *
 * Returns: (transfer full): a new column without a role.
 */
FoiColumn *
foi_column_new (const char *name, const char *title, FoiValueType type)
{
  g_autoptr (JsonObject) members = json_object_new ();
  g_autoptr (JsonNode) field = json_node_alloc ();
  g_autoptr (FoiColumn) text = NULL;

  g_return_val_if_fail (name != NULL && name[0] != '\0', NULL);

  json_object_set_string_member (members, "name", name);
  if (title != NULL)
    json_object_set_string_member (members, "title", title);
  json_object_set_string_member (members, "type", "string");
  json_node_init_object (field, members);
  text = foi_column_new_from_field (field, NULL);
  return foi_column_with_type (text, type, -1, NULL);
}

/**
 * foi_column_with_member:
 * @self: a column
 * @key: a member of the field: `title`, `foi:role`
 * @value: (nullable) (transfer none): its new value, sealed by this; %NULL takes it out
 *
 * Returns: (transfer full) (nullable): the column so changed; %NULL if there can be no such column.
 */
FoiColumn *
foi_column_with_member (FoiColumn *self, const char *key, JsonNode *value)
{
  g_autoptr (JsonNode) field = NULL;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  if (value != NULL)
    json_node_seal (value);
  field = foi_json_set_member (foi_column_get_field (self), key, value, field_keys);
  return foi_column_new_from_field (field, NULL);
}

/* Changes @field to another that has @key, or has it no more where @value is NULL. */
static void
change_member (JsonNode **field, const char *key, JsonNode *value)
{
  g_autoptr (JsonNode) old = *field;
  g_autoptr (JsonNode) taken = value;

  *field = foi_json_set_member (old, key, taken, field_keys);
}

/* Constraints that speak of another type's values are of no use: those of text are patterns, those
 * of numbers are bounds. */
static void
change_constraints (JsonNode **field, FoiValueType type, gboolean numeric)
{
  g_autoptr (JsonNode) constraints = NULL;
  JsonNode *member = foi_json_get_member (*field, "constraints");

  if (foi_json_is_object (member))
    constraints = json_node_ref (member);
  else
    constraints = foi_json_new_object ();
  change_member (&constraints, "pattern",
                 type == FOI_VALUE_FINANCIAL_YEAR ? foi_json_new_string (FINANCIAL_YEAR_PATTERN)
                                                  : NULL);
  if (!numeric)
    {
      change_member (&constraints, "minimum", NULL);
      change_member (&constraints, "maximum", NULL);
    }
  if (json_object_get_size (json_node_get_object (constraints)) == 0)
    change_member (field, "constraints", NULL);
  else
    change_member (field, "constraints", g_steal_pointer (&constraints));
}

/**
 * foi_column_with_type:
 * @self: a column
 * @type: the new type
 * @decimals: 0 to %FOI_MAX_DECIMALS, or -1 for what is usual; nothing to types without decimals
 * @unit: (nullable): a code of ISO 4217 for money (GBP if %NULL), what is counted for whole and
 *   decimal numbers; nothing to other types
 *
 * Says nothing about the cells: whoever changes a column's type changes them.
 *
 * Returns: (transfer full) (nullable): the column with that type; %NULL if the unit of money is no
 *   currency, or that of a decimal number makes it one of the other two.
 */
FoiColumn *
foi_column_with_type (FoiColumn *self, FoiValueType type, int decimals, const char *unit)
{
  g_autoptr (JsonNode) field = NULL;
  g_autoptr (FoiColumn) column = NULL;
  gboolean financial = type == FOI_VALUE_FINANCIAL_YEAR;
  gboolean numeric = _foi_value_type_is_numeric (type);
  gboolean number = numeric && type != FOI_VALUE_INTEGER;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (type <= FOI_VALUE_FINANCIAL_YEAR, NULL);
  g_return_val_if_fail (decimals >= -1 && decimals <= FOI_MAX_DECIMALS, NULL);

  if (type == FOI_VALUE_PERCENTAGE)
    unit = "%";
  else if (type == FOI_VALUE_MONEY && unit == NULL)
    unit = "GBP";
  if (decimals < 0)
    decimals = _foi_value_type_get_usual_decimals (type);

  field = json_node_ref (foi_column_get_field (self));
  change_member (&field, "type", foi_json_new_string (_foi_value_type_get_schema_type (type)));
  change_member (&field, "foi:unit", numeric && unit != NULL ? foi_json_new_string (unit) : NULL);
  change_member (&field, "foi:decimals", number ? foi_json_new_integer (decimals) : NULL);
  if (financial || foi_column_get_value_type (self) == FOI_VALUE_FINANCIAL_YEAR)
    change_member (&field, "foi:period",
                   financial ? foi_json_new_string (FOI_FINANCIAL_YEAR) : NULL);
  change_constraints (&field, type, numeric);

  column = foi_column_new_from_field (field, NULL);
  if (column == NULL || foi_column_get_value_type (column) != type)
    return NULL;
  return g_steal_pointer (&column);
}

/**
 * foi_column_with_left_out:
 * @self: a column
 * @left_out: whether to leave it out of the letter, and of everything else that leaves
 *
 * Returns: (transfer full): the column so changed.
 */
FoiColumn *
foi_column_with_left_out (FoiColumn *self, gboolean left_out)
{
  g_autoptr (JsonNode) value = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (left_out)
    value = foi_json_new_boolean (TRUE);
  return foi_column_with_member (self, "foi:left-out", value);
}
