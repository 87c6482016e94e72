/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-typed-number.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-json-edit.h"
#include "foi-number.h"
#include "foi-typed.h"

/* Numbers are read as in the cells of a table: these would be their columns. */
static const char *const fields[] = {
  [FOI_NUMBER_COUNT] = "{\"name\":\"number\",\"type\":\"integer\"}",
  [FOI_NUMBER_AMOUNT] = "{\"name\":\"number\",\"type\":\"number\",\"foi:decimals\":6}",
  [FOI_NUMBER_POUNDS]
    = "{\"name\":\"number\",\"type\":\"number\",\"foi:decimals\":2,\"foi:unit\":\"GBP\"}",
};

static FoiColumn *
new_column (FoiNumberKind kind)
{
  g_autoptr (JsonNode) field = json_from_string (fields[kind], NULL);

  json_node_seal (field);
  return foi_column_new_from_field (field, NULL);
}

/* "2.500000" is 2.5. */
static void
strip_zeros (char *text)
{
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    length--;
  text[text[length - 1] == '.' ? length - 1 : length] = '\0';
}

static JsonNode *
new_value (FoiNumberKind kind, gint64 number)
{
  g_autofree char *text = NULL;

  if (kind == FOI_NUMBER_COUNT)
    return foi_json_new_integer (number);
  text = foi_number_to_text (number, kind == FOI_NUMBER_POUNDS ? 2 : 6);
  if (kind == FOI_NUMBER_AMOUNT)
    strip_zeros (text);
  return foi_json_new_string (text);
}

/**
 * foi_typed_number_read:
 * @typed: what a person typed: "1,350", "2.5", "£45"
 * @value: (out) (nullable): as the file keeps it; %NULL where nothing was typed
 * @reason: (out): why it is no such number
 *
 * Returns: whether it is one, or nothing.
 */
gboolean
foi_typed_number_read (FoiNumberKind kind, const char *typed, JsonNode **value, char **reason)
{
  g_autoptr (FoiColumn) column = NULL;
  g_auto (FoiRefusal) refusal = { 0 };
  FoiCell cell = FOI_CELL_INIT;
  gboolean is_number, is_blank;

  g_return_val_if_fail (typed != NULL && value != NULL && reason != NULL, FALSE);

  *value = NULL;
  *reason = NULL;
  column = new_column (kind);
  if (!foi_typed_parse (column, typed, &cell, &refusal))
    {
      *reason = g_steal_pointer (&refusal.reason);
      return FALSE;
    }
  is_blank = cell.state == FOI_CELL_BLANK;
  is_number = cell.state == FOI_CELL_VALUE && cell.number >= 0;
  if (is_number)
    *value = new_value (kind, cell.number);
  foi_cell_clear (&cell);
  if (!is_number && !is_blank)
    *reason = g_strdup (_("A number is needed here, and no less than nought"));
  return is_number || is_blank;
}

/**
 * foi_typed_number_to_words:
 * @value: (nullable): as the file keeps it
 *
 * Returns: (transfer full): as it stands where it is edited: "1,350", "2.5"; typed, it is the same.
 */
char *
foi_typed_number_to_words (FoiNumberKind kind, JsonNode *value)
{
  if (foi_json_is_integer (value))
    return foi_number_to_words (json_node_get_int (value), 0);
  return g_strdup (foi_json_is_string (value) ? json_node_get_string (value) : "");
}
