/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-column-private.h"

/* In the order of FoiValueType. */
static const struct
{
  const char *file;    /* the type of Table Schema */
  const char *words;
  int         decimals;
} types[] = {
  [FOI_VALUE_TEXT] = { "string", N_("Text"), 0 },
  [FOI_VALUE_INTEGER] = { "integer", N_("Whole number"), 0 },
  [FOI_VALUE_DECIMAL] = { "number", N_("Decimal number"), 1 },
  [FOI_VALUE_MONEY] = { "number", N_("Money"), 2 },
  [FOI_VALUE_PERCENTAGE] = { "number", N_("Percentage"), 1 },
  [FOI_VALUE_DATE] = { "date", N_("Date"), 0 },
  [FOI_VALUE_MONTH] = { "yearmonth", N_("Month"), 0 },
  [FOI_VALUE_YEAR] = { "year", N_("Calendar year"), 0 },
  [FOI_VALUE_FINANCIAL_YEAR] = { "string", N_("Financial year"), 0 },
};

/* In the order of FoiRole. */
static const struct
{
  const char *file;
  const char *words;
} roles[] = {
  [FOI_ROLE_NONE] = { "", N_("No role") },
  [FOI_ROLE_CATEGORY] = { "category", N_("Category") },
  [FOI_ROLE_PERIOD] = { "period", N_("Period") },
  [FOI_ROLE_MEASURE] = { "measure", N_("Measure") },
  /* Translators: a column that says how much of a period the figures cover: 21 of 52 weeks. */
  [FOI_ROLE_COVERAGE] = { "coverage", N_("Coverage") },
  [FOI_ROLE_NOTE] = { "note", N_("Note") },
};

/* The type that Table Schema has for @type. */
const char *
_foi_value_type_get_schema_type (FoiValueType type)
{
  return types[type].file;
}

/* The digits after the point that a new column of @type has. */
int
_foi_value_type_get_usual_decimals (FoiValueType type)
{
  return types[type].decimals;
}

/* Whether a "type" of Table Schema says by itself what the values are; a "number" does not. */
gboolean
_foi_value_type_from_schema_type (const char *name, FoiValueType *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (strcmp (types[i].file, "number") != 0 && strcmp (types[i].file, name) == 0)
        {
          *out = (FoiValueType) i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Quantities: set to the right, may be added. */
gboolean
_foi_value_type_is_numeric (FoiValueType type)
{
  return type == FOI_VALUE_INTEGER || type == FOI_VALUE_DECIMAL || type == FOI_VALUE_MONEY
         || type == FOI_VALUE_PERCENTAGE;
}

/**
 * foi_value_type_to_words:
 * @type: a type
 *
 * Returns: its name in the window.
 */
const char *
foi_value_type_to_words (FoiValueType type)
{
  g_return_val_if_fail (type < G_N_ELEMENTS (types), "");

  return _(types[type].words);
}

/**
 * foi_role_to_words:
 * @role: a role
 *
 * Returns: its name in the window.
 */
const char *
foi_role_to_words (FoiRole role)
{
  g_return_val_if_fail (role < G_N_ELEMENTS (roles), "");

  return _(roles[role].words);
}

/**
 * foi_role_to_name:
 * @role: a role
 *
 * Returns: (nullable): its name in the file, %NULL of %FOI_ROLE_NONE.
 */
const char *
foi_role_to_name (FoiRole role)
{
  g_return_val_if_fail (role < G_N_ELEMENTS (roles), NULL);

  return role == FOI_ROLE_NONE ? NULL : roles[role].file;
}

/**
 * foi_role_from_name:
 * @name: (nullable): a name of the file
 *
 * Returns: the role; %FOI_ROLE_NONE where there is no name, or one that is not known.
 */
FoiRole
foi_role_from_name (const char *name)
{
  for (guint i = FOI_ROLE_CATEGORY; name != NULL && i < G_N_ELEMENTS (roles); i++)
    {
      if (strcmp (name, roles[i].file) == 0)
        return (FoiRole) i;
    }
  return FOI_ROLE_NONE;
}
