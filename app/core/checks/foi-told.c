/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-told.h"

#include <math.h>
#include <string.h>

#include "foi-figures.h"
#include "foi-number-words.h"
#include "foi-phrase.h"
#include "foi-statement.h"

/* Which withheld figures a sentence tells: by saying them, or by saying how they stand to what the
 * table shows. */

#define NEARLY 1e-6
/* Longer tables are not looked through for their largest figure. */
#define MAX_ROWS 2000

/* ---- plainly ---- */

static void
add_once (GPtrArray *told, FoiSecret *secret)
{
  if (!g_ptr_array_find (told, secret, NULL))
    g_ptr_array_add (told, secret);
}

static void
add_said (FoiSecrets *self, const char *folded, const char *context, GPtrArray *told)
{
  const FoiRange whole = { 0, strlen (folded) };
  FoiFoundNumber number;
  gsize from = 0;

  while (foi_number_scan_next (folded, whole, from, &number))
    {
      GPtrArray *found = foi_secrets_find (self, number.value);

      from = number.range.end;
      for (guint i = 0; found != NULL && i < found->len; i++)
        if (foi_secret_may_be (found->pdata[i], folded, &number)
            && foi_secret_is_told (found->pdata[i], context))
          add_once (told, found->pdata[i]);
    }
}

/* ---- by what is shown ---- */

static gboolean
get_shown (FoiPublication *table, guint row, guint column, double *out)
{
  FoiCell cell = FOI_CELL_INIT;

  foi_publication_get_cell (table, row, column, &cell);
  if (cell.state != FOI_CELL_VALUE || cell.has_text)
    return FALSE;
  *out = (double) cell.number
         / pow (10, foi_column_get_decimals (foi_publication_get_column (table, column)));
  return TRUE;
}

static gboolean
is_count (FoiPublication *table, guint column)
{
  const FoiValueType type
    = foi_column_get_value_type (foi_publication_get_column (table, column));

  return !foi_publication_is_key (table, column)
         && (type == FOI_VALUE_INTEGER || type == FOI_VALUE_DECIMAL || type == FOI_VALUE_MONEY);
}

/* Figures that the sentence may compare the secret with: those of its column in rows that are named
 * or are totals, and totals of its row. The largest is taken for a total, said or not. */
static GArray *
list_others (const FoiSecret *secret, const char *context)
{
  GArray *others = g_array_new (FALSE, FALSE, sizeof (double));
  FoiPublication *table = secret->publication;
  const guint n_rows = foi_publication_get_n_rows (table);
  double value, largest = 0;

  for (guint row = 0; row < MIN (n_rows, MAX_ROWS); row++)
    if (row != secret->row && get_shown (table, row, secret->column, &value))
      {
        largest = MAX (largest, value);
        if (foi_publication_is_total_row (table, row)
            || foi_figures_row_is_named (table, row, context))
          g_array_append_val (others, value);
      }
  g_array_append_val (others, largest);
  largest = 0;
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    if (i != secret->column && is_count (table, i) && get_shown (table, secret->row, i, &value))
      {
        FoiColumn *column = foi_publication_get_column (table, i);

        largest = MAX (largest, value);
        if (foi_publication_is_total_column (table, i)
            || foi_phrase_find (context, foi_column_get_title (column), FALSE, 0, NULL, NULL))
          g_array_append_val (others, value);
      }
  g_array_append_val (others, largest);
  return others;
}

/* Whether to know that the secret is from @from to @to is to know too much. */
static gboolean
is_narrow (const FoiSecret *secret, double value, double from, double to)
{
  const double least = ceil (MAX (from, 0) - NEARLY), most = floor (to + NEARLY);

  if (value < least || value > most)
    return FALSE;
  return least >= most
         || (secret->need_to > 0
             && (least > (double) secret->need_from || most < (double) secret->need_to));
}

static gboolean
is_same (double a, double b)
{
  return fabs (a - b) < NEARLY;
}

/* Whether the statement, made of @other, gives the secret away. */
static gboolean
gives (const FoiSecret *secret, const FoiStatement *statement, double value, double other)
{
  const double from = foi_fraction_to_double (statement->from);
  const double to = foi_fraction_to_double (statement->to);

  if (other <= 0)
    return FALSE;
  switch (statement->kind)
    {
    case FOI_STATEMENT_SHARE:
      return is_narrow (secret, value, from * other, statement->to.below == 0 ? to : to * other);
    case FOI_STATEMENT_CHANGE:
      return statement->to.below != 0
             && (is_narrow (secret, value, (1 + from) * other, (1 + to) * other)
                 || is_narrow (secret, value, (1 - to) * other, (1 - from) * other));
    case FOI_STATEMENT_TIMES:
      return is_same (value, from * other) || is_same (value * from, other);
    case FOI_STATEMENT_DIFFERENCE:
      return from > 0 && (is_same (value, other + from) || is_same (value, other - from));
    case FOI_STATEMENT_NUMBER:
    case FOI_STATEMENT_BOUND:
    default:
      return FALSE;
    }
}

/* "More than 2 and fewer than 4": what all bounds leave. */
static gboolean
is_bounded (const FoiSecret *secret, GArray *statements, double value)
{
  double from = 0, to = G_MAXDOUBLE;

  for (guint i = 0; i < statements->len; i++)
    {
      const FoiStatement *statement = &g_array_index (statements, FoiStatement, i);

      if (statement->kind != FOI_STATEMENT_BOUND)
        continue;
      from = MAX (from, foi_fraction_to_double (statement->from));
      to = MIN (to, foi_fraction_to_double (statement->to));
    }
  return is_narrow (secret, value, from, to);
}

/* What other figures can be compared with. */
static gboolean
is_plain_number (const FoiStatement *statement)
{
  return statement->kind == FOI_STATEMENT_NUMBER && !statement->is_loose && !statement->is_money;
}

static gboolean
is_given (const FoiSecret *secret, GArray *statements, const char *context)
{
  const double value = g_ascii_strtod (secret->value, NULL);
  g_autoptr (GArray) others = list_others (secret, context);

  for (guint i = 0; i < statements->len; i++)
    {
      const FoiStatement *statement = &g_array_index (statements, FoiStatement, i);
      const double number = foi_fraction_to_double (statement->from);

      if (is_plain_number (statement))
        g_array_append_val (others, number);
      if (statement->kind == FOI_STATEMENT_SHARE && is_same ((double) statement->above, value))
        return TRUE;
    }
  for (guint i = 0; i < statements->len; i++)
    for (guint j = 0; j < others->len; j++)
      if (gives (secret, &g_array_index (statements, FoiStatement, i), value,
                 g_array_index (others, double, j)))
        return TRUE;
  return is_bounded (secret, statements, value);
}

static gboolean
says_anything (GArray *statements)
{
  for (guint i = 0; i < statements->len; i++)
    if (g_array_index (statements, FoiStatement, i).kind != FOI_STATEMENT_NUMBER)
      return TRUE;
  return FALSE;
}

/**
 * foi_secrets_list_told:
 * @self: what a case keeps to itself
 * @text: a sentence, or a cell that holds one
 * @context: what is read with it: the sentence, or the whole row
 *
 * Returns: (transfer container) (element-type FoiSecret): the figures that the text tells: says in
 *   digits of any script or in letters, as a share, a multiple or a difference of a figure that is
 *   shown, or between bounds that leave too little open.
 */
GPtrArray *
foi_secrets_list_told (FoiSecrets *self, const char *text, const char *context)
{
  GPtrArray *told = g_ptr_array_new ();
  g_autofree char *folded = foi_number_fold (text);
  g_autoptr (GArray) statements = NULL;

  add_said (self, folded, context, told);
  statements = foi_statements_read (folded);
  for (guint i = 0; says_anything (statements) && i < self->secrets->len; i++)
    {
      FoiSecret *secret = self->secrets->pdata[i];

      /* Of whole columns that are left out only what is said plainly is looked for. */
      if (secret->is_number && !secret->is_hidden && foi_secret_is_told (secret, context)
          && is_given (secret, statements, context))
        add_once (told, secret);
    }
  return told;
}
