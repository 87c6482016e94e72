/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foi-disclosure-words.h"
#include "foi-number.h"

/* What kind of thing a line says, and which sentence is behind what was found. */

/* Further away than so many figures nobody sees what a sentence has to do with one. */
#define MAX_REACHED 200

/*
 * _foi_disclosure_is_copy:
 *
 * Returns: whether the line says that a figure is the same as another one, or as a number.
 */
gboolean
_foi_disclosure_is_copy (const FoiLine *line)
{
  return line->terms->len == 1 || (line->terms->len == 2 && line->from == 0 && line->to == 0);
}

/**
 * foi_line_is_sum:
 *
 * Returns: whether the line says what figures come to.
 */
gboolean
foi_line_is_sum (const FoiLine *self)
{
  for (guint i = 0; i < self->terms->len; i++)
    if (g_array_index (self->terms, FoiLineTerm, i).factor != 1)
      return FALSE;
  return self->from == self->to;
}

/*
 * _foi_disclosure_is_telling:
 *
 * Returns: whether the line alone can give away the one figure of it that is not seen.
 */
gboolean
_foi_disclosure_is_telling (const FoiLine *line)
{
  return line->from == line->to || line->kind == FOI_LINE_RATE
         || (line->kind == FOI_LINE_SUMMARY && line->from != FOI_LINEAR_NO_FROM
             && line->to != FOI_LINEAR_NO_TO);
}

static gboolean
has_sentences (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (((FoiLine *) lines->pdata[i])->sentence != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_cell (const FoiLine *line, guint cell)
{
  for (guint i = 0; i < line->terms->len; i++)
    if (g_array_index (line->terms, FoiLineTerm, i).cell == cell)
      return TRUE;
  return FALSE;
}

/*
 * _foi_disclosure_is_ordered:
 *
 * Returns: whether a reader knows that a figure is no more, or no less, than another.
 */
gboolean
_foi_disclosure_is_ordered (FoiDisclosureCase *self, guint cell)
{
  GPtrArray *lines = self->problem->lines;

  for (guint i = 0; i < lines->len; i++)
    if (((FoiLine *) lines->pdata[i])->kind == FOI_LINE_RANKED && has_cell (lines->pdata[i], cell))
      return TRUE;
  return FALSE;
}

/* Goes on from a line to all figures in it that are not seen. */
static void
reach (FoiDisclosureCase *self, const FoiLine *line, gboolean *reached, GArray *queue)
{
  for (guint i = 0; i < line->terms->len; i++)
    {
      const guint cell = g_array_index (line->terms, FoiLineTerm, i).cell;

      if (reached[cell] || !foi_disclosure_problem_get (self->problem, cell)->is_suppressed)
        continue;
      reached[cell] = TRUE;
      g_array_append_val (queue, cell);
    }
}

/*
 * _foi_disclosure_find_source:
 *
 * Looks for a sentence that helps to work out a figure: one that is of it, else the nearest one of
 * figures bound to it.
 *
 * Returns: (transfer none) (nullable): what that sentence says.
 */
const FoiLine *
_foi_disclosure_find_source (FoiDisclosureCase *self, guint cell)
{
  g_autofree gboolean *reached = g_new0 (gboolean, self->problem->cells->len);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *lines = self->problem->lines;

  reached[cell] = TRUE;
  g_array_append_val (queue, cell);
  if (!has_sentences (lines))
    return NULL;
  for (guint at = 0; at < MIN (queue->len, MAX_REACHED); at++)
    {
      const guint next = g_array_index (queue, guint, at);

      for (guint i = 0; i < lines->len; i++)
        if (((FoiLine *) lines->pdata[i])->sentence != NULL && has_cell (lines->pdata[i], next))
          return lines->pdata[i];
      for (guint i = 0; i < lines->len; i++)
        if (has_cell (lines->pdata[i], next))
          reach (self, lines->pdata[i], reached, queue);
    }
  return NULL;
}

/*
 * _foi_disclosure_dup_elsewhere:
 * @text: (transfer full): how a line gives a figure away
 *
 * Returns: (transfer full): the same, and which other table of the letter it is in, if any.
 */
char *
_foi_disclosure_dup_elsewhere (FoiDisclosureCase *self, const FoiLine *line, guint cell,
                               char *text)
{
  g_autofree char *owned = text;
  FoiTableData *own = foi_disclosure_case_get_place (self, cell)->data;

  if (line->beside != NULL)
    return g_strdup_printf (_("%s, in “%s”"), owned, line->beside);
  for (guint i = 0; i < line->terms->len; i++)
    {
      const guint other = g_array_index (line->terms, FoiLineTerm, i).cell;
      FoiTableData *data = foi_disclosure_case_get_place (self, other)->data;

      if (g_strcmp0 (foi_table_data_get_name (data), foi_table_data_get_name (own)) != 0
          && !g_ptr_array_find (self->earlier, data, NULL))
        /* Translators: how somebody works a figure out, and the title of a table. */
        return g_strdup_printf (_("%s, in “%s”"), owned, foi_table_data_get_title (data));
    }
  return g_steal_pointer (&owned);
}

/* What of @other is there for each one of @cell, in the last digit of @other; 0: no whole number
 * of them. */
static gint64
get_each (FoiDisclosureCase *self, guint cell, guint other)
{
  const FoiSecretCell *secret = foi_disclosure_problem_get (self->problem, cell);
  const FoiSecretCell *shown = foi_disclosure_problem_get (self->problem, other);
  const FoiCellPlace *place = foi_disclosure_case_get_place (self, cell);
  FoiColumn *column = foi_table_data_get_column (place->data, place->column);
  const FoiWide all
    = (FoiWide) shown->value * foi_number_power_of_ten (foi_column_get_decimals (column));

  if (secret->value == 0 || all % secret->value != 0
      || all / secret->value > FOI_DISCLOSURE_MAX_VALUE)
    return 0;
  return (gint64) (all / secret->value);
}

/*
 * _foi_disclosure_dup_times:
 * @line: one that says that a figure is always as many times another
 *
 * Returns: (transfer full): how it gives @cell away, as a part of a sentence.
 */
char *
_foi_disclosure_dup_times (FoiDisclosureCase *self, const FoiLine *line, guint cell)
{
  const FoiLineTerm *first = &g_array_index (line->terms, FoiLineTerm, 0);
  const guint other = first->cell != cell ? first->cell
                                          : g_array_index (line->terms, FoiLineTerm, 1).cell;
  const gint64 each = get_each (self, cell, other);
  g_autofree char *shown
    = _foi_disclosure_dup_number (self, other,
                                  foi_disclosure_problem_get (self->problem, other)->value);
  g_autofree char *price = NULL;

  if (line->from != 0)
    /* Translators: how somebody works out a figure: a number that stands beside it. */
    return g_strdup_printf (_("%s is shown for it, so much for each and the same for all, as in "
                              "other rows"), shown);
  if (_foi_disclosure_is_copy (line) && ABS (first->factor) == 1)
    return g_strdup (_("another column has the same figures"));
  if (each == 0)
    /* Translators: how somebody works out a figure: a number that stands beside it. */
    return g_strdup_printf (_("%s is shown for it, in the same proportion as in other rows"),
                            shown);
  price = _foi_disclosure_dup_number (self, other, each);
  /* Translators: how somebody works out a figure: a number that stands beside it, as "1,200.00",
   * and how much that is for each, as "400.00". */
  return g_strdup_printf (_("%s is shown for it, the same %s for each as in other rows"), shown,
                          price);
}

/* The figures but @cell that count @factor times, with @sign between them. */
static void
append_side (FoiDisclosureCase *self, const FoiLine *line, guint cell, gint64 factor,
             const char *sign, GString *text)
{
  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);
      g_autofree char *words = NULL;

      if (term->cell == cell || term->factor != factor)
        continue;
      words = _foi_disclosure_dup_number (self, term->cell,
                                          foi_disclosure_problem_get (self->problem,
                                                                      term->cell)->value);
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : sign, words);
    }
}

/*
 * _foi_disclosure_dup_balance:
 * @line: one of figures that come to nothing together
 *
 * Returns: (transfer full): how it gives @cell away, as a part of a sentence.
 */
char *
_foi_disclosure_dup_balance (FoiDisclosureCase *self, const FoiLine *line, guint cell)
{
  g_autoptr (GString) sum = g_string_new (NULL);
  gint64 own = 0;

  for (guint i = 0; i < line->terms->len && own == 0; i++)
    if (g_array_index (line->terms, FoiLineTerm, i).cell == cell)
      own = g_array_index (line->terms, FoiLineTerm, i).factor;
  append_side (self, line, cell, -own, " + ", sum);
  append_side (self, line, cell, own, " − ", sum);
  /* Translators: how somebody works out a figure: "10 + 8 − 15". */
  return g_strdup_printf (_("the figures beside it come out even, so it is %s"), sum->str);
}

/*
 * _foi_disclosure_dup_listed:
 * @line: one that says that a figure is as many as another table has rows of it
 *
 * Returns: (transfer full): how it gives the figure away, as a part of a sentence.
 */
char *
_foi_disclosure_dup_listed (const FoiLine *line)
{
  /* Translators: how somebody works out a figure: how many rows a table has of one school, say. */
  return g_strdup_printf (ngettext ("there is %u row for it", "there are %u rows for it",
                                    (guint) line->to), (guint) line->to);
}
