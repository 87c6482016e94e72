/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-number.h"
#include "foi-typed-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-date.h"

/* No cell of a letter is longer. */
#define MAX_TEXT 10000

/* Bytes of the longest value that is no text, with room to spare. */
#define MAX_VALUE 512

/* ---- refusing ---- */

/**
 * foi_refusal_clear:
 * @refusal: a refusal
 *
 * Frees what it has.
 */
void
foi_refusal_clear (FoiRefusal *refusal)
{
  g_return_if_fail (refusal != NULL);

  g_clear_pointer (&refusal->reason, g_free);
  g_clear_pointer (&refusal->choices, g_strfreev);
}

/* Characters that end lines, ring bells, or turn the text after them round. */
static gboolean
is_control (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x202D || c == 0x202E || c == 0x2028 || c == 0x2029;
}

/* The typed text in quotes, on one line and shortened. */
static char *
quote (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);
  GString *quoted = g_string_new ("“");
  guint n = 0;

  for (const char *p = valid; *p != '\0' && n < 40; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (quoted, is_control (c) ? ' ' : c);
    }
  g_string_append (quoted, n == 40 ? "…”" : "”");
  return g_string_free (quoted, FALSE);
}

/* Refuses with a reason of its own, which stands after the typed text: "“5%” is a percentage". */
gboolean
_foi_typing_refuse (FoiTyping *self, const char *reason)
{
  g_autofree char *quoted = quote (self->typed);

  g_free (self->reason);
  /* Translators: what was typed, and what is wrong with it: “50%” is a percentage */
  self->reason = g_strdup_printf (_("%s %s"), quoted, reason);
  return FALSE;
}

/* Refuses for no better reason than that it is no value of the column. */
gboolean
_foi_typing_refuse_kind (FoiTyping *self)
{
  switch (foi_column_get_value_type (self->column))
    {
    case FOI_VALUE_INTEGER:
      return _foi_typing_refuse (self, _("is not a whole number"));
    case FOI_VALUE_DECIMAL:
      return _foi_typing_refuse (self, _("is not a number"));
    case FOI_VALUE_MONEY:
      return _foi_typing_refuse (self, _("is not an amount of money"));
    case FOI_VALUE_PERCENTAGE:
      return _foi_typing_refuse (self, _("is not a percentage"));
    case FOI_VALUE_DATE:
      return _foi_typing_refuse (self, _("is not a date"));
    case FOI_VALUE_MONTH:
      return _foi_typing_refuse (self, _("is not a month and year"));
    case FOI_VALUE_YEAR:
      return _foi_typing_refuse (self, _("is not a year of four digits"));
    case FOI_VALUE_FINANCIAL_YEAR:
      return _foi_typing_refuse (self, _("is not a financial year such as 2016/17"));
    case FOI_VALUE_TEXT:
    default:
      return _foi_typing_refuse (self, _("is not text"));
    }
}

static void
add_choice (FoiTyping *self, char *choice)
{
  if (self->choices == NULL)
    self->choices = g_ptr_array_new_with_free_func (g_free);
  if (g_ptr_array_find_with_equal_func (self->choices, choice, g_str_equal, NULL))
    g_free (choice);
  else
    g_ptr_array_add (self->choices, choice);
}

/* Offers a value, as letters say it. */
void
_foi_typing_add_number (FoiTyping *self, gint64 number)
{
  FoiCell cell = foi_cell_number (number);

  add_choice (self, foi_column_format (self->column, &cell));
}

/* Offers to say that there is no value. */
void
_foi_typing_add_mark (FoiTyping *self, FoiCellState state)
{
  add_choice (self, g_strdup (foi_cell_state_to_mark (state)));
}

gboolean
_foi_typing_accept (FoiTyping *self, gint64 number)
{
  *self->out = foi_cell_number (number);
  return TRUE;
}

/* ---- reading ---- */

/* Signs of other scripts and keyboards that mean just one thing. */
static gunichar
plain_sign (gunichar c)
{
  switch (c)
    {
    case 0x2212: /* minus */
    case 0xFE63: /* small hyphen-minus */
    case 0xFF0D: /* wide hyphen-minus */
    case 0x2010: /* hyphen */
    case 0x2011: /* hyphen that does not break */
      return '-';
    case 0xFF0B:
      return '+';
    case 0xFF0C:
    case 0x066C: /* Arabic thousands separator */
      return ',';
    case 0xFF0E:
    case 0x066B: /* Arabic decimal separator */
      return '.';
    case 0xFF05:
    case 0x066A:
      return '%';
    case 0xFF0F:
      return '/';
    case 0xFF08:
      return '(';
    case 0xFF09:
      return ')';
    case 0xFFE1:
      return 0xA3;
    case 0x2018:
    case 0x2019:
      return '\'';
    case 0xFF0A:
      return '*';
    default:
      return c;
    }
}

/* Marks that say nothing and cannot be seen: they come along with pasted Arabic and web pages. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0x061C;
}

/* Goes no further than @most bytes: an essay is told from a number by its first words. */
static char *
make_plain (const char *typed, gsize most)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = typed; *p != '\0' && plain->len <= most; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c))
        continue;
      if (g_unichar_isdigit (c))
        g_string_append_c (plain, (char) ('0' + g_unichar_digit_value (c)));
      else if (!g_unichar_isspace (c))
        g_string_append_unichar (plain, plain_sign (c));
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  return g_strchomp (g_string_free (plain, FALSE));
}

/* Text is kept as it is, to the last space. */
static gboolean
read_text (FoiTyping *self)
{
  FoiCellState state;
  gsize length = strlen (self->typed);

  if (length > MAX_TEXT)
    return _foi_typing_refuse (self, _("is longer than a cell can be"));
  for (const char *p = self->typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_control (c) && c != '\n' && c != '\t')
        return _foi_typing_refuse (self, _("has a character that cannot be printed"));
    }
  if (foi_cell_state_from_mark (self->typed, length, &state))
    *self->out = foi_cell_state (state);
  else
    *self->out = foi_cell_text (self->typed);
  return TRUE;
}

static gboolean
read_value (FoiTyping *self)
{
  gboolean accepted;

  if (_foi_typing_read_mark (self, &accepted))
    return accepted;
  switch (foi_column_get_value_type (self->column))
    {
    case FOI_VALUE_DATE:
      return _foi_typing_read_date (self);
    case FOI_VALUE_MONTH:
      return _foi_typing_read_month (self);
    case FOI_VALUE_YEAR:
      return _foi_typing_read_year (self);
    case FOI_VALUE_FINANCIAL_YEAR:
      return _foi_typing_read_financial_year (self);
    case FOI_VALUE_INTEGER:
    case FOI_VALUE_DECIMAL:
    case FOI_VALUE_MONEY:
    case FOI_VALUE_PERCENTAGE:
    case FOI_VALUE_TEXT:
    default:
      return _foi_typing_read_number (self);
    }
}

/* Twenty weeks of fifty-two can be; a hundred cannot. */
static gboolean
is_part_of_whole (FoiTyping *self)
{
  const int of = foi_column_get_of (self->column);
  g_autofree char *whole = NULL;
  g_autofree char *reason = NULL;

  if (foi_column_get_role (self->column) != FOI_ROLE_COVERAGE || of <= 0
      || foi_column_get_value_type (self->column) != FOI_VALUE_INTEGER
      || self->out->state != FOI_CELL_VALUE || self->out->has_text
      || (self->out->number >= 0 && self->out->number <= of))
    return TRUE;
  whole = foi_number_to_words (of, 0);
  /* Translators: what was typed stands before it, as in: “12,345” is not between 0 and 52, the
   * whole that the column counts */
  reason = g_strdup_printf (_("is not between 0 and %s, the whole that the column counts"), whole);
  *self->out = FOI_CELL_INIT;
  return _foi_typing_refuse (self, reason);
}

static gboolean
read_typed (FoiTyping *self)
{
  if (!g_utf8_validate (self->typed, -1, NULL))
    return _foi_typing_refuse (self, _("is not text that can be read"));
  self->plain = make_plain (self->typed, MAX_VALUE);
  if (*self->plain == '\0')
    {
      *self->out = FOI_CELL_INIT;
      return TRUE;
    }
  if (foi_column_get_value_type (self->column) == FOI_VALUE_TEXT)
    return read_text (self);
  if (strlen (self->plain) > MAX_VALUE)
    return _foi_typing_refuse_kind (self);
  return read_value (self) && is_part_of_whole (self);
}

/**
 * foi_typed_parse_full:
 * @column: the column that is typed into
 * @typed: the text
 * @out: (out): the cell, which the caller owns; blank if %FALSE is returned
 * @bounds: (out) (optional): what is known of a count that came to us suppressed; for the caller to
 *   note, as the cell cannot say it
 * @refusal: (out) (optional): why there is no cell, and what could be meant
 *
 * Reads what a person typed or pasted. The same value may be written in many ways, and all that can
 * only mean one thing are read; what would be a guess is refused with the choices, and nothing is
 * rounded or altered. What is read and what is not stands in tests/core/typed.tsv.
 *
 * Returns: whether it is a cell of @column.
 */
gboolean
foi_typed_parse_full (FoiColumn *column, const char *typed, FoiCell *out, FoiTypedBounds *bounds,
                      FoiRefusal *refusal)
{
  FoiTypedBounds unasked;
  FoiTyping typing = { .column = column, .typed = typed, .out = out };
  gboolean accepted;

  g_return_val_if_fail (column != NULL && typed != NULL && out != NULL, FALSE);

  *out = FOI_CELL_INIT;
  typing.bounds = bounds != NULL ? bounds : &unasked;
  *typing.bounds = (FoiTypedBounds) { 0 };
  accepted = _foi_typed_read_plain (column, typed, out) || read_typed (&typing);
  if (refusal != NULL)
    {
      refusal->reason = accepted ? NULL : g_steal_pointer (&typing.reason);
      refusal->choices = NULL;
      if (!accepted && typing.choices != NULL)
        {
          g_ptr_array_add (typing.choices, NULL);
          refusal->choices = (char **) g_ptr_array_steal (typing.choices, NULL);
        }
    }
  g_clear_pointer (&typing.choices, g_ptr_array_unref);
  g_free (typing.reason);
  g_free (typing.plain);
  return accepted;
}

/**
 * foi_typed_parse:
 * @column: the column that is typed into
 * @typed: the text
 * @out: (out): the cell, which the caller owns; blank if %FALSE is returned
 * @refusal: (out) (optional): why there is no cell, and what could be meant
 *
 * As foi_typed_parse_full(), for those who have nothing to do with bounds.
 *
 * Returns: whether it is a cell of @column.
 */
gboolean
foi_typed_parse (FoiColumn *column, const char *typed, FoiCell *out, FoiRefusal *refusal)
{
  return foi_typed_parse_full (column, typed, out, NULL, refusal);
}

/**
 * foi_typed_for_editing:
 * @column: a column
 * @cell: one of its cells
 *
 * Returns: (transfer full): the cell as it stands where it is edited, and copied to other programs:
 *   numbers without separators and units, dates and months in words. Typed, it is the same cell.
 */
char *
foi_typed_for_editing (FoiColumn *column, const FoiCell *cell)
{
  FoiValueType type;

  g_return_val_if_fail (column != NULL && cell != NULL, NULL);

  type = foi_column_get_value_type (column);
  if (type == FOI_VALUE_DATE || type == FOI_VALUE_MONTH)
    return foi_column_format (column, cell);
  return foi_column_format_plain (column, cell);
}
