/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-typed-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-currency.h"
#include "foi-number.h"

/* Longer text is no number, whatever stands in it. */
#define MAX_LENGTH 60
#define MAX_POWER 15

/* What stands in typed text that is about one number. */
typedef struct
{
  gboolean    negative;
  gboolean    bracketed;         /* "(5)": minus five to some, five to others */
  gboolean    unclear;           /* the separators are not those of one number */
  gboolean    percent;
  char        currency[4];       /* a code, or "" */
  char        digits[MAX_LENGTH + MAX_POWER + 1];
  guint       n_digits;
  guint       n_whole;           /* before the point; may be more than there are */
  const char *body;              /* the digits and separators as typed */
  gsize       body_length;
  const char *problem;           /* the first reason why it is not simply read */
} Number;

/* ---- value ---- */

static char
digit_at (const Number *number, guint place)
{
  return place < number->n_digits ? number->digits[place] : '0';
}

/* The number times ten to @decimals, rounded with halves away from zero. Whether it has no more
 * digits than can be kept. */
static gboolean
scale (const Number *number, int decimals, gint64 *out, gboolean *exact)
{
  guint end = number->n_whole + (guint) decimals;
  guint64 value = 0;

  for (guint i = 0; i < end; i++)
    {
      value = value * 10 + (guint64) (digit_at (number, i) - '0');
      if (value >= G_GUINT64_CONSTANT (1000000000000000000))
        return FALSE;
    }
  *exact = TRUE;
  for (guint i = end; i < number->n_digits; i++)
    *exact &= number->digits[i] == '0';
  if (digit_at (number, end) >= '5')
    value++;
  *out = number->negative ? -(gint64) value : (gint64) value;
  return TRUE;
}

/* Offers what @digits with the point after @n_whole of them would be, if the column can have it. */
static void
offer (FoiTyping *typing, const Number *number, guint n_whole, gboolean rounded)
{
  Number offered = *number;
  gint64 value;
  gboolean exact;

  offered.n_whole = n_whole;
  if (scale (&offered, foi_column_get_decimals (typing->column), &value, &exact)
      && (exact || rounded))
    {
      if (number->bracketed)
        _foi_typing_add_number (typing, -value);
      _foi_typing_add_number (typing, value);
    }
}

/* ---- digits and separators ---- */

static gboolean
is_separator (char c)
{
  return c == ',' || c == ' ' || c == '\'';
}

/* Whether the digits are in threes: 20,049 and 20 049, but not 1,23 nor 12,34,567. */
static gboolean
groups_are_right (const char *body, gsize length)
{
  char separator = '\0';
  guint in_group = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (body[i]))
        {
          in_group++;
          continue;
        }
      if (!is_separator (body[i])
          || (separator == '\0' ? in_group < 1 || in_group > 3
                                : in_group != 3 || body[i] != separator))
        return FALSE;
      separator = body[i];
      in_group = 0;
    }
  return separator == '\0' || in_group == 3;
}

static gboolean
all_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
    }
  return length > 0;
}

/* Takes the digits out of the body. Whether their separators have just one meaning. */
static gboolean
read_body (Number *number)
{
  const char *point = memchr (number->body, '.', number->body_length);
  gsize whole_length = point != NULL ? (gsize) (point - number->body) : number->body_length;

  number->n_digits = 0;
  number->n_whole = 0;
  for (gsize i = 0; i < number->body_length; i++)
    {
      if (!g_ascii_isdigit (number->body[i]))
        continue;
      number->digits[number->n_digits++] = number->body[i];
      if (i < whole_length)
        number->n_whole++;
    }
  return groups_are_right (number->body, whole_length)
         && (point == NULL || all_digits (point + 1, number->body_length - whole_length - 1));
}

/* 1,23 could be 1.23 or 123; 1.234,5 is 1,234.5 abroad; 1.234.567 is 1,234,567 there. */
static void
offer_readings (FoiTyping *typing, const Number *number)
{
  gsize last = 0;
  guint n_after = 0, n_same = 0, n_separators = 0;

  for (gsize i = 0; i < number->body_length; i++)
    {
      if (g_ascii_isdigit (number->body[i]))
        {
          n_after++;
          continue;
        }
      last = i;
      n_separators++;
      n_after = 0;
    }
  for (gsize i = 0; i < number->body_length; i++)
    n_same += number->body[i] == number->body[last];

  if (n_same == 1 && number->body[last] != ' ' && n_after > 0)
    offer (typing, number, number->n_digits - n_after, FALSE);
  if (n_after == 0 || (n_same == n_separators && (number->body[last] != '.' || n_same > 1)))
    offer (typing, number, number->n_digits, FALSE);
}

/* ---- what stands around them ---- */

static void
skip_space (const char **p)
{
  if (**p == ' ')
    (*p)++;
}

static void
read_sign (Number *number, const char **p)
{
  if (**p != '-' && **p != '+')
    return;
  number->negative = **p == '-';
  (*p)++;
  skip_space (p);
}

/* `£` or `GBP`, before or after the amount. */
static gboolean
read_currency (Number *number, const char **p)
{
  static const struct
  {
    const char *sign;
    const char *code;
  } signs[] = {
    { "£", "GBP" }, { "€", "EUR" }, { "US$", "USD" }, { "$", "USD" }, { "¥", "JPY" },
  };
  g_autofree char *code = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (g_str_has_prefix (*p, signs[i].sign))
        {
          g_strlcpy (number->currency, signs[i].code, sizeof number->currency);
          *p += strlen (signs[i].sign);
          skip_space (p);
          return TRUE;
        }
    }
  code = g_strndup (*p, 3);
  if (!foi_currency_is_code (code) || g_ascii_isalpha ((*p)[3]))
    return FALSE;
  g_strlcpy (number->currency, code, sizeof number->currency);
  *p += 3;
  skip_space (p);
  return TRUE;
}

static void
set_problem (Number *number, const char *problem)
{
  if (number->problem == NULL)
    number->problem = problem;
}

/* Moves the point to the right, or with less than 0 to the left. */
static void
shift (Number *number, int power)
{
  if (power < 0)
    {
      guint zeros = (guint) -power;

      memmove (number->digits + zeros, number->digits, number->n_digits);
      memset (number->digits, '0', zeros);
      number->n_digits += zeros;
    }
  else
    {
      number->n_whole += (guint) power;
    }
}

/* "1e5", as spreadsheets show what does not fit: digits may have been lost, so it is not read. */
static gboolean
read_exponent (const char *rest, int *power)
{
  gint64 value;

  if (g_ascii_tolower (rest[0]) != 'e')
    return FALSE;
  rest++;
  if (*rest == '+')
    rest++;
  if (!g_ascii_string_to_signed (rest, 10, -MAX_POWER, MAX_POWER, &value, NULL))
    return FALSE;
  *power = (int) value;
  return TRUE;
}

static gboolean
read_multiplier (const char *rest, int *power)
{
  static const struct
  {
    const char *word;
    int power;
  } words[] = {
    { "k", 3 },  { "thousand", 3 }, { "m", 6 },   { "mn", 6 },      { "million", 6 },
    { "bn", 9 }, { "billion", 9 },  { "tn", 12 }, { "trillion", 12 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (rest, words[i].word) == 0)
        {
          *power = words[i].power;
          return TRUE;
        }
    }
  return read_exponent (rest, power);
}

static gboolean
is_unit (FoiTyping *typing, const char *rest)
{
  const char *unit = foi_column_get_unit (typing->column);
  g_autofree char *folded_unit = NULL;
  g_autofree char *folded_rest = NULL;

  if (unit == NULL)
    return FALSE;
  folded_unit = g_utf8_casefold (unit, -1);
  folded_rest = g_utf8_casefold (rest, -1);
  return strcmp (folded_unit, folded_rest) == 0;
}

/* What follows the digits. */
static void
read_back (FoiTyping *typing, Number *number, const char *rest)
{
  const char *p = rest;
  int power;

  if (*rest == '\0' || is_unit (typing, rest))
    return;
  if (strcmp (rest, "%") == 0)
    number->percent = TRUE;
  else if (number->currency[0] == '\0' && read_currency (number, &p) && *p == '\0')
    return;
  else if (strcmp (rest, "p") == 0
           && g_strcmp0 (foi_column_get_unit (typing->column), "GBP") == 0)
    {
      shift (number, -2);
      set_problem (number, _("is in pence; the column is in pounds"));
    }
  else if (read_multiplier (rest, &power))
    {
      shift (number, power);
      set_problem (number, _("is a rounded number: type all its digits"));
    }
  else if (strcmp (rest, "-") == 0)
    {
      number->negative = !number->negative;
      set_problem (number, _("has its minus at the end"));
    }
  else
    {
      set_problem (number, _("has more than a number in it"));
    }
}

/* What stands before the digits and cannot simply be read. */
static void
read_odd_front (Number *number, const char **p)
{
  if (**p == '(')
    {
      number->bracketed = TRUE;
      (*p)++;
      skip_space (p);
      read_currency (number, p);
    }
  else if (g_str_has_prefix (*p, "–"))
    {
      number->negative = TRUE;
      set_problem (number, _("has a dash for a minus"));
      *p += strlen ("–");
    }
  if (**p != '\0' && !g_ascii_isdigit (**p) && **p != '.')
    set_problem (number, _("has more than a number in it"));
  while (**p != '\0' && !g_ascii_isdigit (**p))
    (*p)++;
}

/* An amount of money in brackets is one below zero, as accounts are written; of other numbers some
 * put those in brackets that are estimates. */
static void
read_brackets (FoiTyping *typing, Number *number)
{
  if (!number->negative && number->problem == NULL
      && (number->currency[0] != '\0'
          || foi_column_get_value_type (typing->column) == FOI_VALUE_MONEY))
    {
      number->negative = TRUE;
      number->bracketed = FALSE;
    }
  else
    set_problem (number, _("could be more or less than zero"));
}

/* Other digits may follow in an exponent, or in the brackets of a note: 123[1]. */
static gboolean
can_follow (const char *rest)
{
  int power;

  return strpbrk (rest, "0123456789") == NULL || rest[0] == '[' || rest[0] == '('
         || read_exponent (rest, &power);
}

/* Finds the digits. Whether there are any, and no others behind them. */
static gboolean
read_parts (FoiTyping *typing, Number *number)
{
  const char *p = typing->plain;
  const char *rest;

  read_sign (number, &p);
  if (read_currency (number, &p) && !number->negative)
    read_sign (number, &p);
  if (!g_ascii_isdigit (*p) && !(*p == '.' && g_ascii_isdigit (p[1])))
    read_odd_front (number, &p);

  number->body = p;
  number->body_length = strspn (p, "0123456789.,' ");
  rest = p + number->body_length;
  while (number->body_length > 0 && p[number->body_length - 1] == ' ')
    number->body_length--;
  if (number->body_length == 0 || strlen (typing->plain) > MAX_LENGTH)
    return FALSE;
  number->unclear = !read_body (number);
  if (number->unclear)
    set_problem (number, _("could be more than one number: choose one"));
  if (!can_follow (rest))
    return FALSE;
  if (number->bracketed && g_str_has_suffix (rest, ")"))
    {
      g_autofree char *inside = g_strndup (rest, strlen (rest) - 1);

      read_brackets (typing, number);
      read_back (typing, number, g_strchomp (inside));
    }
  else
    {
      if (number->bracketed)
        set_problem (number, _("could be more or less than zero"));
      read_back (typing, number, rest);
    }
  if (number->unclear)
    offer_readings (typing, number);
  return TRUE;
}

/* ---- judging ---- */

static void
check_kind (FoiTyping *typing, Number *number)
{
  FoiValueType type = foi_column_get_value_type (typing->column);

  if (number->percent && type != FOI_VALUE_PERCENTAGE)
    set_problem (number, _("is a percentage; the column is not"));
  if (number->currency[0] != '\0')
    {
      if (foi_column_get_currency_sign (typing->column) == NULL)
        set_problem (number, _("is money; the column is not"));
      else if (strcmp (foi_column_get_unit (typing->column), number->currency) != 0)
        set_problem (number, _("is in another currency than the column"));
    }
  if (number->n_whole > 1 && number->digits[0] == '0')
    set_problem (number, _("begins with a zero, which a number loses: text keeps it"));
}

/* More digits after the point than the column has. */
static gboolean
refuse_rounding (FoiTyping *typing, const Number *number)
{
  int decimals = foi_column_get_decimals (typing->column);
  g_autofree char *reason = NULL;
  gint64 rounded;
  gboolean exact;

  offer (typing, number, number->n_whole, TRUE);
  /* The mark for what rounds to zero and is not zero. */
  if (scale (number, decimals, &rounded, &exact) && rounded == 0)
    _foi_typing_add_mark (typing, FOI_CELL_LOW);
  /* 1.234 is 1,234 abroad; 0.125 may be a share that is to be 12.5 %. */
  if (number->n_digits - number->n_whole == 3 && number->n_whole >= 1 && number->n_whole <= 3
      && number->digits[0] != '0')
    offer (typing, number, number->n_digits, FALSE);
  if (foi_column_get_value_type (typing->column) == FOI_VALUE_PERCENTAGE && !number->percent
      && number->digits[0] == '0')
    offer (typing, number, number->n_whole + 2, FALSE);
  if (foi_column_get_value_type (typing->column) == FOI_VALUE_INTEGER)
    return _foi_typing_refuse_kind (typing);
  if (decimals == 0)
    return _foi_typing_refuse (typing, _("is not whole; the column has no decimal places: round "
                                         "it, or give the column some"));
  reason = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "has more than the %d decimal place of its column: "
                                         "round it, or give the column more",
                                         "has more than the %d decimal places of its column: "
                                         "round it, or give the column more",
                                         (gulong) decimals),
                            decimals);
  return _foi_typing_refuse (typing, reason);
}

gboolean
_foi_typing_read_number (FoiTyping *self)
{
  Number number = { 0 };
  gint64 value;
  gboolean exact;

  if (self->plain[0] == '=')
    return _foi_typing_refuse (self, _("is a formula: type or paste its value"));
  if (!read_parts (self, &number))
    return _foi_typing_refuse_kind (self);
  check_kind (self, &number);
  if (!scale (&number, foi_column_get_decimals (self->column), &value, &exact))
    return _foi_typing_refuse (self, _("has more digits than can be kept"));
  if (number.problem != NULL)
    {
      if (!number.unclear)
        offer (self, &number, number.n_whole, FALSE);
      else if (self->choices == NULL)
        return _foi_typing_refuse_kind (self);
      return _foi_typing_refuse (self, number.problem);
    }
  if (!exact)
    return refuse_rounding (self, &number);
  return _foi_typing_accept (self, value);
}
