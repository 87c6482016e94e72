/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-column-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-currency.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-number.h"

struct _FoiColumn
{
  gatomicrefcount ref_count;
  JsonNode       *field;
  const char     *name;    /* these three lie in @field */
  const char     *title;
  const char     *unit;
  char           *sign;
  GStrv           covers;
  FoiValueType    type;
  FoiRole         role;
  int             decimals;
  int             of;
  gboolean        left_out;
};

G_DEFINE_BOXED_TYPE (FoiColumn, foi_column, foi_column_ref, foi_column_unref)

/* The text member @key; @out is untouched when there is none. */
static gboolean
read_string (JsonNode *field, const char *key, const char **out, GError **error)
{
  JsonNode *member = foi_json_get_member (field, key);

  if (member == NULL)
    return TRUE;
  if (!foi_json_is_string (member))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, _("\"%s\" of a column is not text"), key);
      return FALSE;
    }
  *out = json_node_get_string (member);
  return TRUE;
}

/* The whole number @key from 0 to @most; @out is untouched when there is none. */
static gboolean
read_integer (JsonNode *field, const char *key, int most, int *out, GError **error)
{
  JsonNode *member = foi_json_get_member (field, key);
  gint64 value;

  if (member == NULL)
    return TRUE;
  value = foi_json_is_integer (member) ? json_node_get_int (member) : -1;
  if (value < 0 || value > most)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("\"%s\" of a column is not a whole number from 0 to %d"), key, most);
      return FALSE;
    }
  *out = (int) value;
  return TRUE;
}

static gboolean
read_covers (FoiColumn *self, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonNode *member = foi_json_get_member (self->field, "foi:covers");

  for (guint i = 0; i < foi_json_get_n_elements (member); i++)
    {
      JsonNode *element = foi_json_get_element (member, i);

      if (!foi_json_is_string (element))
        member = element;
      else
        g_strv_builder_add (builder, json_node_get_string (element));
    }
  if (member != NULL && !foi_json_is_array (member))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("\"%s\" of a column is not a list of column names"), "foi:covers");
      return FALSE;
    }
  self->covers = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_left_out (FoiColumn *self, GError **error)
{
  JsonNode *member = foi_json_get_member (self->field, "foi:left-out");

  if (member != NULL && !foi_json_is_boolean (member))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("\"%s\" of a column is neither true nor false"), "foi:left-out");
      return FALSE;
    }
  self->left_out = member != NULL && json_node_get_boolean (member);
  return TRUE;
}

/* A role that is not known is kept in the field and means nothing here. */
static gboolean
read_role (FoiColumn *self, GError **error)
{
  const char *name = NULL;

  if (!read_string (self->field, "foi:role", &name, error))
    return FALSE;
  self->role = foi_role_from_name (name);
  return TRUE;
}

/* What a "number" is follows from its unit; how many digits it has after the point must be said,
 * except of a percentage. */
static gboolean
read_number_type (FoiColumn *self, GError **error)
{
  if (g_strcmp0 (self->unit, "%") == 0)
    self->type = FOI_VALUE_PERCENTAGE;
  else if (foi_currency_is_code (self->unit))
    self->type = FOI_VALUE_MONEY;
  else
    self->type = FOI_VALUE_DECIMAL;

  if (foi_json_get_member (self->field, "foi:decimals") == NULL
      && self->type != FOI_VALUE_PERCENTAGE)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
                   _("a \"number\" column says in \"foi:decimals\" how many digits stand after the "
                     "point"));
      return FALSE;
    }
  self->decimals = _foi_value_type_get_usual_decimals (self->type);
  return read_integer (self->field, "foi:decimals", FOI_MAX_DECIMALS, &self->decimals, error);
}

static gboolean
read_type (FoiColumn *self, GError **error)
{
  const char *type = "string";
  const char *period = "";

  if (!read_string (self->field, "type", &type, error)
      || !read_string (self->field, "foi:unit", &self->unit, error)
      || !read_string (self->field, "foi:period", &period, error))
    return FALSE;

  if (strcmp (type, "number") == 0)
    return read_number_type (self, error);
  if (strcmp (type, "string") == 0 && strcmp (period, FOI_FINANCIAL_YEAR) == 0)
    {
      self->type = FOI_VALUE_FINANCIAL_YEAR;
      return TRUE;
    }
  if (_foi_value_type_from_schema_type (type, &self->type))
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT,
               _("\"%.60s\" is not a type of column; the types are string, integer, number, date, "
                 "yearmonth and year"),
               type);
  return FALSE;
}

/* `£` of GBP, `CHF ` of CHF: what stands before an amount. */
static char *
make_sign (const char *unit)
{
  const char *sign = foi_currency_get_sign (unit);

  if (sign != NULL)
    return g_strdup (sign);
  return foi_currency_is_code (unit) ? g_strconcat (unit, "\302\240", NULL) : NULL;
}

/**
 * foi_column_new_from_field:
 * @field: a field of a Table Schema with the members of the case format. It is sealed, so nobody
 *   may change it afterwards
 * @error: set to %FOI_ERROR_CONTENT
 *
 * Members that are not known are kept in the field.
 *
 * Returns: (transfer full) (nullable): the column.
 */
FoiColumn *
foi_column_new_from_field (JsonNode *field, GError **error)
{
  g_autoptr (FoiColumn) self = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  json_node_seal (field);
  self = g_new0 (FoiColumn, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->field = json_node_ref (field);
  if (!foi_json_is_object (field))
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, _("a column is not a JSON object"));
      return NULL;
    }
  if (!read_string (field, "name", &self->name, error))
    return NULL;
  if (self->name == NULL || self->name[0] == '\0')
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_CONTENT, _("a column has no \"name\""));
      return NULL;
    }
  self->title = self->name;
  if (!read_string (field, "title", &self->title, error) || !read_type (self, error)
      || !read_role (self, error) || !read_covers (self, error) || !read_left_out (self, error)
      || !read_integer (field, "foi:of", G_MAXINT, &self->of, error))
    return NULL;
  self->sign = foi_column_is_numeric (self) ? make_sign (self->unit) : NULL;
  return g_steal_pointer (&self);
}

FoiColumn *
foi_column_ref (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
foi_column_unref (FoiColumn *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  json_node_unref (self->field);
  g_strfreev (self->covers);
  g_free (self->sign);
  g_free (self);
}

/**
 * foi_column_get_field:
 * @self: a column
 *
 * Returns: (transfer none): its field as the file has it, sealed, unknown members included.
 */
JsonNode *
foi_column_get_field (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->field;
}

/**
 * foi_column_get_name:
 * @self: a column
 *
 * Returns: its name in the file, in primary keys and in addresses.
 */
const char *
foi_column_get_name (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * foi_column_get_title:
 * @self: a column
 *
 * Returns: its heading in the letter.
 */
const char *
foi_column_get_title (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * foi_column_get_value_type:
 * @self: a column
 *
 * Returns: what its values are.
 */
FoiValueType
foi_column_get_value_type (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, FOI_VALUE_TEXT);

  return self->type;
}

/**
 * foi_column_get_role:
 * @self: a column
 *
 * Returns: what it does in its table.
 */
FoiRole
foi_column_get_role (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, FOI_ROLE_NONE);

  return self->role;
}

/**
 * foi_column_get_unit:
 * @self: a column
 *
 * Returns: (nullable): `GBP`, `%`, `calls`.
 */
const char *
foi_column_get_unit (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unit;
}

/**
 * foi_column_get_decimals:
 * @self: a column
 *
 * Returns: how many digits stand after the point.
 */
int
foi_column_get_decimals (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->decimals;
}

/**
 * foi_column_get_of:
 * @self: a column
 *
 * Returns: what a coverage column counts up to, 52 weeks or 12 months; 0 where it
 *   does not say.
 */
int
foi_column_get_of (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->of;
}

/**
 * foi_column_get_covers:
 * @self: a column
 *
 * Returns: (transfer none): the names of the columns whose coverage it says.
 */
const char *const *
foi_column_get_covers (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->covers;
}

/**
 * foi_column_is_left_out:
 * @self: a column
 *
 * Returns: whether it is left out of everything that leaves the building.
 */
gboolean
foi_column_is_left_out (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->left_out;
}

/**
 * foi_column_is_numeric:
 * @self: a column
 *
 * Returns: whether its values are quantities: set to the right, may be added.
 */
gboolean
foi_column_is_numeric (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return _foi_value_type_is_numeric (self->type);
}

/**
 * foi_column_get_currency_sign:
 * @self: a column
 *
 * Returns: (nullable): what stands before its amounts: `£`, or `CHF` and a space
 *   that does not break.
 */
const char *
foi_column_get_currency_sign (FoiColumn *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sign;
}
