/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-typed.h"

#include <string.h>

#include "foi-currency.h"
#include "foi-json-edit.h"
#include "foi-number.h"
#include "foi-share-order.h"
#include "foi-work.h"

/* A type is only tried on all values when it fits the first of them. */
#define SAMPLE 60

/* Text up to this length may name what a row is about; longer text says something about it. */
#define MAX_CATEGORY 60

/* What is known of a pasted column. */
typedef struct
{
  const char        *heading;   /* in small letters */
  const char        *unit;      /* of the units row, or NULL */
  const char *const *values;
  gsize              n_values;
  FoiColumn         *text;      /* the column as text, from which the others are made */
} Pasted;

/* How values fare in a column. */
typedef struct
{
  gsize  filled;     /* neither empty nor a mark */
  gsize  read;
  gsize  offered;    /* refused, with choices; or of the form of a date that there is not */
  gint64 least;
  gint64 most;
  int    decimals;   /* those that are needed, where the column has the most */
  gboolean distinct;
} Fit;

static gboolean
is_blank (const char *value)
{
  g_autofree char *stripped = NULL;

  if (value == NULL || *value == '\0')
    return TRUE;
  if (g_ascii_isgraph (*value))
    return FALSE;
  stripped = g_strstrip (g_strdup (value));
  return *stripped == '\0';
}

static int
count_decimals (gint64 number, int decimals)
{
  while (decimals > 0 && number % 10 == 0)
    {
      number /= 10;
      decimals--;
    }
  return decimals;
}

/* 31/02/2024 and 2024-02-31 were meant to be dates: nothing else is written so. */
static gboolean
has_form_of_date (const char *value)
{
  gsize digits[3] = { 0, 0, 0 };
  const char *p = value;
  char sign = '\0';

  while (*p == ' ')
    p++;
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    {
      digits[i] = strspn (p, "0123456789");
      p += digits[i];
      if (i == 0)
        sign = *p;
      if (i < 2 && (*p == '\0' || *p++ != sign))
        return FALSE;
    }
  while (*p == ' ')
    p++;
  return *p == '\0' && strchr ("/.-", sign) != NULL && digits[1] >= 1 && digits[1] <= 2
         && ((digits[0] == 4 && digits[2] >= 1 && digits[2] <= 2)
             || (digits[0] >= 1 && digits[0] <= 2 && digits[2] == 4));
}

static void
fit_value (FoiColumn *column, const char *value, Fit *fit, GHashTable *seen)
{
  g_auto (FoiRefusal) refusal = { NULL, NULL };
  int decimals = foi_column_get_decimals (column);
  FoiCell cell;

  if (!foi_typed_parse (column, value, &cell, &refusal))
    {
      fit->filled++;
      fit->offered += refusal.choices != NULL
                      || (foi_column_get_value_type (column) == FOI_VALUE_DATE
                          && has_form_of_date (value));
      return;
    }
  if (cell.state != FOI_CELL_VALUE)
    return;
  fit->filled++;
  fit->least = fit->read == 0 ? cell.number : MIN (fit->least, cell.number);
  fit->most = fit->read == 0 ? cell.number : MAX (fit->most, cell.number);
  fit->read++;
  fit->decimals = MAX (fit->decimals, count_decimals (cell.number, decimals));
  /* Once two are the same nothing more needs to be known. */
  if (fit->distinct)
    fit->distinct = g_hash_table_add (seen, g_memdup2 (&cell.number, sizeof cell.number));
}

static Fit
fit_values (const Pasted *pasted, FoiColumn *column, gsize n_values)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Fit fit = { .distinct = TRUE };

  for (gsize i = 0; i < n_values && foi_work_go_on (i, G_MAXUINT64); i++)
    {
      if (!is_blank (pasted->values[i]))
        fit_value (column, pasted->values[i], &fit, seen);
    }
  return fit;
}

/* Four of five must be read. Where half are, those count too that would be a guess, as a dash among
 * figures or 03/04/2024 among dates, and 31/02/2024, which is then said to be no day; of months
 * they always do, as Nov-24 is all that some have. */
static gboolean
is_good (const Fit *fit, FoiValueType type)
{
  gsize good = fit->read;

  if (type == FOI_VALUE_MONTH || fit->read * 2 >= fit->filled)
    good += fit->offered;
  return good > 0 && good * 5 >= fit->filled * 4;
}

/* Whether the values are of that type. Takes @column over; it is NULL again if not. */
static gboolean
try_column (const Pasted *pasted, FoiColumn **column, Fit *fit)
{
  FoiValueType type = foi_column_get_value_type (*column);

  *fit = fit_values (pasted, *column, MIN (pasted->n_values, SAMPLE));
  if (is_good (fit, type) || fit->filled == 0)
    {
      *fit = fit_values (pasted, *column, pasted->n_values);
      if (is_good (fit, type))
        return TRUE;
    }
  g_clear_pointer (column, foi_column_unref);
  return FALSE;
}

static FoiColumn *
with_role (FoiColumn *column, FoiRole role)
{
  g_autoptr (FoiColumn) old = column;
  g_autoptr (JsonNode) name = foi_json_new_string (foi_role_to_name (role));

  return foi_column_with_member (old, "foi:role", name);
}

static gboolean
has_word (const Pasted *pasted, const char *word)
{
  return strstr (pasted->heading, word) != NULL;
}

/* Whether any of the first values has @sign in it. */
static gboolean
values_have (const Pasted *pasted, const char *sign)
{
  for (gsize i = 0; i < MIN (pasted->n_values, SAMPLE); i++)
    {
      if (pasted->values[i] != NULL && strstr (pasted->values[i], sign) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Numbers with zeros before them are codes: as numbers they would be others. */
static gboolean
are_codes (const Pasted *pasted)
{
  for (gsize i = 0; i < pasted->n_values; i++)
    {
      const char *value = pasted->values[i] != NULL ? pasted->values[i] : "";

      while (*value == ' ')
        value++;
      if (value[0] == '0' && g_ascii_isdigit (value[1]) && strpbrk (value, "/-.") == NULL)
        return TRUE;
    }
  return FALSE;
}

/* ---- periods ---- */

static FoiColumn *
propose_period (const Pasted *pasted)
{
  static const FoiValueType types[] = {
    FOI_VALUE_FINANCIAL_YEAR,
    FOI_VALUE_DATE,
    FOI_VALUE_MONTH,
  };
  Fit fit;

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      FoiColumn *column = foi_column_with_type (pasted->text, types[i], -1, NULL);

      /* 2010-11 is a month under "Month" and a financial year elsewhere. */
      if (types[i] == FOI_VALUE_FINANCIAL_YEAR && has_word (pasted, "month"))
        g_clear_pointer (&column, foi_column_unref);
      if (column == NULL || !try_column (pasted, &column, &fit))
        continue;
      if (types[i] == FOI_VALUE_DATE && !fit.distinct)
        return column;
      return with_role (column, FOI_ROLE_PERIOD);
    }
  return NULL;
}

/* "Year", "Calendar year", "Year of decision"; but not "Calls per year". */
static gboolean
is_called_year (const Pasted *pasted)
{
  return g_str_has_prefix (pasted->heading, "year")
         || (g_str_has_suffix (pasted->heading, "year") && !has_word (pasted, " per ")
             && !has_word (pasted, " a ") && !has_word (pasted, " each "));
}

/* Whole numbers are years where they are called so, or can be nothing else: they stand alone, or
 * name the periods. */
static FoiColumn *
propose_year (const Pasted *pasted)
{
  FoiColumn *column = foi_column_with_type (pasted->text, FOI_VALUE_YEAR, -1, NULL);
  Fit fit;

  if (try_column (pasted, &column, &fit) && fit.read == fit.filled && fit.least >= 1900
      && fit.most <= 2100
      && (is_called_year (pasted)
          || (fit.distinct
              && (*pasted->heading == '\0' || g_str_equal (pasted->heading, "period")))))
    return with_role (column, FOI_ROLE_PERIOD);
  g_clear_pointer (&column, foi_column_unref);
  return NULL;
}

/* ---- quantities ---- */

/* The currency of a sign in the units row, the heading or the values. */
static const char *
find_currency (const Pasted *pasted)
{
  static const struct
  {
    const char *sign;
    const char *code;
  } signs[] = { { "£", "GBP" }, { "€", "EUR" }, { "$", "USD" } };

  if (foi_currency_is_code (pasted->unit))
    return pasted->unit;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (g_strcmp0 (pasted->unit, signs[i].sign) == 0 || has_word (pasted, signs[i].sign)
          || values_have (pasted, signs[i].sign))
        return signs[i].code;
    }
  return NULL;
}

/* "£000", "£m": the figures are thousands or millions, and no amounts to put a £ before. */
static gboolean
is_scaled (const char *text)
{
  static const char *const scales[] = { "£000", "£'000", "£’000", "£k", "£m", "£ m", "£ thousand",
                                        "£bn" };

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (scales); i++)
    {
      if (strstr (text, scales[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* 50% beside 0.5: the latter may be half or a half of one in a hundred. Until a person says which,
 * the column is kept as it stands. */
static gboolean
is_mixed_share (const Pasted *pasted)
{
  gboolean has_sign = FALSE, has_fraction = FALSE;

  for (gsize i = 0; i < pasted->n_values && foi_work_go_on (i, G_MAXUINT64); i++)
    {
      const char *value = pasted->values[i] != NULL ? pasted->values[i] : "";

      has_sign = has_sign || foi_share_has_sign (value);
      has_fraction = has_fraction || foi_share_may_be_fraction (value);
      if (has_sign && has_fraction)
        return TRUE;
    }
  return FALSE;
}

/* Type, unit and the decimals that are needed. Money has none or two. */
static FoiColumn *
propose_quantity_type (const Pasted *pasted, Fit *fit)
{
  gboolean scaled = is_scaled (pasted->heading) || is_scaled (pasted->unit);
  const char *currency = scaled ? NULL : find_currency (pasted);
  FoiValueType type = FOI_VALUE_DECIMAL;
  const char *unit = pasted->unit;
  g_autoptr (FoiColumn) column = NULL;

  if (g_strcmp0 (unit, "%") == 0 || has_word (pasted, "(%)") || has_word (pasted, "per cent")
      || has_word (pasted, "percentage") || values_have (pasted, "%"))
    type = FOI_VALUE_PERCENTAGE;
  else if (currency != NULL)
    type = FOI_VALUE_MONEY;
  if (type == FOI_VALUE_MONEY)
    unit = currency;
  if (type == FOI_VALUE_PERCENTAGE && is_mixed_share (pasted))
    return NULL;
  column = foi_column_with_type (pasted->text, type, FOI_MAX_DECIMALS, unit);
  if (column == NULL || !try_column (pasted, &column, fit))
    return NULL;
  if (type == FOI_VALUE_DECIMAL && fit->decimals == 0)
    return foi_column_with_type (pasted->text, FOI_VALUE_INTEGER, -1, unit);
  if (type == FOI_VALUE_MONEY && fit->decimals == 1)
    fit->decimals = 2;
  return foi_column_with_type (pasted->text, type, fit->decimals, unit);
}

/* "Number of weeks in reporting year statistics are available": 0 to 53 of 52. */
static FoiColumn *
propose_coverage (const Pasted *pasted, FoiColumn *column, const Fit *fit)
{
  static const char *const words[] = { "available", "cover", "recorded", "reported", "with data" };
  gboolean weeks = has_word (pasted, "week");
  gint64 most = weeks ? 53 : 12;
  gint64 scale = 1;
  gboolean about_data = FALSE;
  g_autoptr (FoiColumn) counted = NULL;
  g_autoptr (FoiColumn) coverage = NULL;
  g_autoptr (JsonNode) of = NULL;

  for (int i = 0; i < FOI_MAX_DECIMALS; i++)
    scale *= 10;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    about_data |= has_word (pasted, words[i]);
  if (!about_data || (!weeks && !has_word (pasted, "month")) || fit->least < 0
      || fit->most > most * scale || foi_column_get_value_type (column) != FOI_VALUE_INTEGER)
    return NULL;
  counted = foi_column_with_type (pasted->text, FOI_VALUE_INTEGER, -1, weeks ? "weeks" : "months");
  coverage = with_role (g_steal_pointer (&counted), FOI_ROLE_COVERAGE);
  of = foi_json_new_integer (weeks ? 52 : 12);
  return foi_column_with_member (coverage, "foi:of", of);
}

static FoiColumn *
propose_quantity (const Pasted *pasted)
{
  g_autoptr (FoiColumn) column = NULL;
  FoiColumn *coverage;
  Fit fit;

  if (are_codes (pasted))
    return NULL;
  column = propose_quantity_type (pasted, &fit);
  if (column == NULL)
    return NULL;
  coverage = propose_coverage (pasted, column, &fit);
  if (coverage != NULL)
    return coverage;
  return with_role (g_steal_pointer (&column), FOI_ROLE_MEASURE);
}

/* ---- text ---- */

static FoiColumn *
propose_text (const Pasted *pasted)
{
  static const char *const notes[] = { "comment", "note", "remark", "explanation", "caveat" };
  gsize n_short = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      if (has_word (pasted, notes[i]))
        return with_role (foi_column_ref (pasted->text), FOI_ROLE_NOTE);
    }
  for (gsize i = 0; i < pasted->n_values; i++)
    n_short += !is_blank (pasted->values[i]) && strlen (pasted->values[i]) <= MAX_CATEGORY;
  if (n_short == pasted->n_values && n_short > 0)
    return with_role (foi_column_ref (pasted->text), FOI_ROLE_CATEGORY);
  return foi_column_ref (pasted->text);
}

/**
 * foi_typed_propose_column:
 * @name: the name it will have in the file
 * @heading: (nullable): the heading it was pasted with, which becomes its title
 * @unit: (nullable): what stood under the heading in a row of units: `£`, `%`, `calls`
 * @values: (array length=n_values): what was pasted, of which elements may be %NULL
 * @n_values: how many
 *
 * Guesses what a column is from its heading and values: "Budget (£)" is money, 2016/17 a financial
 * year and so a period, whole numbers a measure, weeks for which there are figures a coverage of
 * 52, comments notes. The person sees it and may choose otherwise. Most values, not all, need to be
 * of the type: those that are not are shown to be put right.
 *
 * Returns: (transfer full): the column.
 */
FoiColumn *
foi_typed_propose_column (const char *name, const char *heading, const char *unit,
                          const char *const *values, gsize n_values)
{
  g_autofree char *folded = NULL;
  g_autoptr (FoiColumn) text = NULL;
  FoiColumn *column;
  Pasted pasted = { 0 };

  g_return_val_if_fail (name != NULL && *name != '\0', NULL);
  g_return_val_if_fail (values != NULL || n_values == 0, NULL);

  folded = g_utf8_strdown (heading != NULL ? heading : "", -1);
  text = foi_column_new (name, heading, FOI_VALUE_TEXT);
  pasted.heading = folded;
  pasted.unit = unit != NULL && *unit != '\0' ? unit : NULL;
  pasted.values = values;
  pasted.n_values = n_values;
  pasted.text = text;

  column = propose_period (&pasted);
  if (column == NULL && pasted.unit == NULL)
    column = propose_year (&pasted);
  if (column == NULL)
    column = propose_quantity (&pasted);
  return column != NULL ? column : propose_text (&pasted);
}
