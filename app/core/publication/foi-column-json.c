/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-column.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-date.h"
#include "foi-json-edit.h"
#include "foi-number.h"

/* The longest text that can be a number, a date or a period. */
#define MAX_VALUE_LENGTH 47
/* Ten to the power of FOI_MAX_DIGITS. */
#define MAX_DECIMAL G_GINT64_CONSTANT (1000000000000000000)

/* The number that @length digits are, or -1. */
static int
read_digits (const char *text, int length)
{
  int value = 0;

  for (int i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

static gboolean
read_month (const char *text, gsize length, gint64 *out)
{
  int year, month;

  if (length != 7 || text[4] != '-')
    return FALSE;
  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  if (year < 1 || month < 1 || month > 12)
    return FALSE;
  *out = (gint64) year * 12 + month - 1;
  return TRUE;
}

/* The two digits must be those of the year after. */
static gboolean
read_financial_year (const char *text, gsize length, gint64 *out)
{
  int year;

  if (length != 7 || text[4] != '/')
    return FALSE;
  year = read_digits (text, 4);
  if (year < 1 || read_digits (text + 5, 2) != (year + 1) % 100)
    return FALSE;
  *out = year;
  return TRUE;
}

static gboolean
value_from_text (FoiColumn *self, const char *text, gsize length, gint64 *out)
{
  switch (foi_column_get_value_type (self))
    {
    case FOI_VALUE_DECIMAL:
    case FOI_VALUE_MONEY:
    case FOI_VALUE_PERCENTAGE:
      /* Of numbers without decimals, the digits are not counted there. */
      return foi_number_from_text (text, foi_column_get_decimals (self), out)
             && *out > -MAX_DECIMAL && *out < MAX_DECIMAL;
    case FOI_VALUE_DATE:
      *out = foi_date_from_iso (text);
      return *out != FOI_DATE_NONE;
    case FOI_VALUE_MONTH:
      return read_month (text, length, out);
    case FOI_VALUE_FINANCIAL_YEAR:
      return read_financial_year (text, length, out);
    case FOI_VALUE_TEXT:
    case FOI_VALUE_INTEGER:
    case FOI_VALUE_YEAR:
    default:
      return FALSE;
    }
}

/* What a cell of the file should have been. */
static char *
describe_type (FoiColumn *self)
{
  int decimals = foi_column_get_decimals (self);

  switch (foi_column_get_value_type (self))
    {
    case FOI_VALUE_INTEGER:
      return g_strdup (_("an integer"));
    case FOI_VALUE_YEAR:
      return g_strdup (_("a year from 1 to 9999, without quotes"));
    case FOI_VALUE_DECIMAL:
    case FOI_VALUE_MONEY:
    case FOI_VALUE_PERCENTAGE:
      if (decimals == 0)
        return g_strdup (_("a number without a point, in quotes"));
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "a number with %d digit after the point, in quotes",
                                           "a number with %d digits after the point, in quotes",
                                           (gulong) decimals),
                              decimals);
    case FOI_VALUE_DATE:
      return g_strdup (_("a date such as \"2024-11-27\""));
    case FOI_VALUE_MONTH:
      return g_strdup (_("a month such as \"2024-11\""));
    case FOI_VALUE_FINANCIAL_YEAR:
      return g_strdup (_("a financial year such as \"2016/17\""));
    case FOI_VALUE_TEXT:
    default:
      return g_strdup (_("text, which stands in quotes"));
    }
}

/* At most 40 characters of @text in quotes. */
static char *
quote (const char *text, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= 40)
    return g_strdup_printf ("\"%s\"", valid);
  start = g_utf8_substring (valid, 0, 40);
  return g_strdup_printf ("\"%s…\"", start);
}

static gboolean
refuse (FoiColumn *self, const char *value, char **reason)
{
  g_autofree char *wanted = describe_type (self);

  if (reason != NULL)
    /* Translators: a value of the file, and what it should have been: "20,049" is not an integer */
    *reason = g_strdup_printf (_("%s is not %s"), value, wanted);
  return FALSE;
}

static gboolean
cell_from_integer (FoiColumn *self, gint64 integer, FoiCell *out, char **reason)
{
  g_autofree char *value = NULL;
  FoiValueType type = foi_column_get_value_type (self);

  if (type == FOI_VALUE_INTEGER
      || (type == FOI_VALUE_YEAR && integer >= 1 && integer <= 9999))
    {
      *out = foi_cell_number (integer);
      return TRUE;
    }
  value = g_strdup_printf ("%" G_GINT64_FORMAT, integer);
  return refuse (self, value, reason);
}

/**
 * foi_column_cell_from_json:
 * @self: a column
 * @is_integer: whether the file has a number there
 * @integer: that number
 * @text: (nullable): the text that the file has there, where @is_integer is %FALSE; it need not end
 *   in NUL
 * @length: bytes in @text
 * @out: (out): the cell, which the caller owns; blank if %FALSE is returned
 * @reason: (out) (optional) (transfer full): why there is none, to be said after the place:
 *   `"20,049" is not an integer`
 *
 * Reads a cell strictly as the case format has it, marks included. Nothing is trimmed, rounded or
 * guessed.
 *
 * Returns: whether it is a cell of this column.
 */
gboolean
foi_column_cell_from_json (FoiColumn *self, gboolean is_integer, gint64 integer, const char *text,
                           gsize length, FoiCell *out, char **reason)
{
  g_autofree char *quoted = NULL;
  char value[MAX_VALUE_LENGTH + 1];
  FoiCellState state;
  gint64 number;

  g_return_val_if_fail (self != NULL && out != NULL, FALSE);
  g_return_val_if_fail (is_integer || text != NULL || length == 0, FALSE);

  *out = FOI_CELL_INIT;
  if (is_integer)
    return cell_from_integer (self, integer, out, reason);
  if (length == 0)
    return TRUE;
  if (text[0] == '[' && foi_cell_state_from_mark (text, length, &state))
    {
      *out = foi_cell_state (state);
      return TRUE;
    }
  if (foi_column_get_value_type (self) == FOI_VALUE_TEXT)
    {
      *out = foi_cell_text_len (text, length);
      return TRUE;
    }
  if (length <= MAX_VALUE_LENGTH)
    {
      memcpy (value, text, length);
      value[length] = '\0';
      if (strlen (value) == length && value_from_text (self, value, length, &number))
        {
          *out = foi_cell_number (number);
          return TRUE;
        }
    }
  quoted = quote (text, length);
  return refuse (self, quoted, reason);
}

/**
 * foi_column_cell_from_node:
 * @node: (nullable): a value apart from its table, as `withheld` has it
 * @out: (out): the cell, if there is one
 *
 * Returns: whether @node is a value of this column.
 */
gboolean
foi_column_cell_from_node (FoiColumn *self, JsonNode *node, FoiCell *out)
{
  const char *text;

  if (node == NULL || !(foi_json_is_integer (node) || foi_json_is_string (node)))
    return FALSE;
  if (foi_json_is_integer (node))
    return foi_column_cell_from_json (self, TRUE, json_node_get_int (node), NULL, 0, out, NULL);
  text = json_node_get_string (node);
  return foi_column_cell_from_json (self, FALSE, 0, text, strlen (text), out, NULL);
}

/**
 * foi_column_writes_integers:
 * @self: a column
 *
 * Returns: whether files have its values as numbers. Marks, and the values of all other columns,
 *   are text; both are what foi_column_append_plain() appends.
 */
gboolean
foi_column_writes_integers (FoiColumn *self)
{
  FoiValueType type;

  g_return_val_if_fail (self != NULL, FALSE);

  type = foi_column_get_value_type (self);
  return type == FOI_VALUE_INTEGER || type == FOI_VALUE_YEAR;
}

/**
 * foi_column_cell_to_json:
 * @self: a column
 * @cell: one of its cells
 *
 * Returns: (transfer full): the cell as files have it, sealed.
 */
JsonNode *
foi_column_cell_to_json (FoiColumn *self, const FoiCell *cell)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && cell != NULL, NULL);

  node = json_node_alloc ();
  if (cell->state == FOI_CELL_VALUE && !cell->has_text && foi_column_writes_integers (self))
    {
      json_node_init_int (node, cell->number);
    }
  else
    {
      g_autofree char *text = foi_column_format_plain (self, cell);

      json_node_init_string (node, text);
    }
  json_node_seal (node);
  return node;
}
