/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foi-disclosure-words.h"
#include "foi-number.h"

/* What an audit found, in words for those who sign the letter: no attackers, no intervals. */

/* More figures than these are counted, not listed. */
#define MAX_LISTED 12

/**
 * foi_disclosure_dup_row_key:
 *
 * Returns: (transfer full): what names a row, as in `{{value:TABLE/ROW/FIELD}}`.
 */
char *
foi_disclosure_dup_row_key (FoiTableData *data, guint row)
{
  guint n_keys = foi_table_data_get_n_keys (data);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MAX (n_keys, 1); i++)
    {
      guint column = n_keys > 0 ? foi_table_data_get_key (data, i) : 0;

      if (i > 0)
        g_string_append_c (text, '|');
      foi_column_append_plain (foi_table_data_get_column (data, column),
                               foi_table_data_get_cell (data, row, column), text);
    }
  return g_string_free (text, FALSE);
}

/**
 * foi_disclosure_case_dup_row:
 *
 * Returns: (transfer full): what names the row of a cell, as in `{{value:TABLE/ROW/FIELD}}`.
 */
char *
foi_disclosure_case_dup_row (FoiDisclosureCase *self, guint cell)
{
  const FoiCellPlace *place = foi_disclosure_case_get_place (self, cell);

  return foi_disclosure_dup_row_key (place->data, place->row);
}

/*
 * _foi_disclosure_dup_number:
 *
 * Returns: (transfer full): a number of a cell as it is written: 1,234.
 */
char *
_foi_disclosure_dup_number (FoiDisclosureCase *self, guint cell, gint64 number)
{
  const FoiCellPlace *place = foi_disclosure_case_get_place (self, cell);
  FoiColumn *column = foi_table_data_get_column (place->data, place->column);

  return foi_number_to_words (number, foi_column_get_decimals (column));
}

/*
 * _foi_disclosure_dup_total:
 * @cell: one of the parts
 * @quoted: what it is where no cell has it
 *
 * Returns: (transfer full): the total of a line, with its own decimals.
 */
char *
_foi_disclosure_dup_total (FoiDisclosureCase *self, const FoiLine *line, guint cell, gint64 quoted)
{
  if (line->total < 0)
    return _foi_disclosure_dup_number (self, cell, quoted);
  return _foi_disclosure_dup_number (self, (guint) line->total,
                                     foi_disclosure_problem_get (self->problem,
                                                                 (guint) line->total)->value);
}

/*
 * _foi_disclosure_is_only_gap:
 *
 * Returns: whether @cell is all that a reader does not see of @line.
 */
gboolean
_foi_disclosure_is_only_gap (FoiDisclosureCase *self, const FoiLine *line, guint cell)
{
  gboolean is_there = FALSE;

  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);

      if (term->factor == 0)
        continue;
      if (term->cell == cell)
        is_there = TRUE;
      else if (foi_disclosure_problem_get (self->problem, term->cell)->is_suppressed
               && !foi_disclosure_problem_get (self->problem, term->cell)->is_unseen)
        return FALSE;
    }
  return is_there;
}

/* "55 − 29 − 7 − 18" or "3 + 4", as the total or a part is missing. */
static char *
dup_sum (FoiDisclosureCase *self, const FoiLine *line, guint cell, gint64 quoted, guint *n_parts)
{
  GString *text = g_string_new (NULL);
  gboolean is_total = line->total == (int) cell;

  *n_parts = 0;
  if (!is_total)
    {
      g_autofree char *words = _foi_disclosure_dup_total (self, line, cell, quoted);

      g_string_append (text, words);
    }
  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);
      const gint64 value = foi_disclosure_problem_get (self->problem, term->cell)->value;
      const gboolean is_less = text->len > 0 && value < 0;
      g_autofree char *words = NULL;

      if (term->cell == cell || (int) term->cell == line->total)
        continue;
      words = _foi_disclosure_dup_number (self, term->cell, is_less ? -value : value);
      if (text->len > 0)
        g_string_append (text, is_total != is_less ? " + " : " − ");
      g_string_append (text, words);
      (*n_parts)++;
    }
  return g_string_free (text, FALSE);
}

/* The sentence for a figure that one total gives away. */
static char *
describe_total (FoiDisclosureCase *self, const FoiLine *line, guint cell, const char *value)
{
  guint n_parts;
  g_autofree char *sum = dup_sum (self, line, cell, line->to, &n_parts);
  g_autofree char *total = NULL;

  if (line->total == (int) cell)
    return n_parts > MAX_LISTED
             ? g_strdup_printf (_("A reader can work out that this is %s: the sum of %u figures"),
                                value, n_parts)
             : g_strdup_printf (_("A reader can work out that this is %s: it is %s"), value, sum);
  total = _foi_disclosure_dup_total (self, line, cell, line->to);
  if (n_parts > MAX_LISTED)
    return g_strdup_printf (_("A reader can work out that this is %s: the total %s less the other "
                              "%u figures"), value, total, n_parts);
  if (n_parts == 0)
    return g_strdup_printf (_("A reader can work out that this is %s: it is all that the total %s "
                              "is made of"), value, total);
  if (n_parts == 1)
    return g_strdup_printf (_("A reader can work out that this is %s: the total %s less the other "
                              "figure (%s = %s)"), value, total, sum, value);
  return g_strdup_printf (_("A reader can work out that this is %s: the total %s less the other %u "
                            "figures (%s = %s)"), value, total, n_parts, sum, value);
}

static char *
describe_quoted (FoiDisclosureCase *self, const FoiLine *line, guint cell, const char *value)
{
  g_autofree char *total = NULL;

  if (line->terms->len == 1 && line->from == line->to)
    return g_strdup_printf (_("A reader can see that this is %s: the text of the answer says so, "
                              "in %s: “%s”"), value, line->where, line->sentence);
  if (!foi_line_is_sum (line))
    /* Translators: a number; where a sentence stands ("question 2"), and the sentence. */
    return g_strdup_printf (_("A reader can work out that this is %s: from what %s says: “%s”"),
                            value, line->where, line->sentence);
  total = describe_total (self, line, cell, value);
  /* Translators: how a figure is worked out of a total; where the total is said ("question 2"),
   * and the sentence. */
  return g_strdup_printf (_("%s, and %s says the total: “%s”"), total, line->where,
                          line->sentence);
}

/* What an earlier letter showed: the figure, or those that it was before they were combined. */
static char *
describe_issued (FoiDisclosureCase *self, const FoiLine *line, guint cell, const char *value)
{
  g_autofree char *parts = NULL;

  if (_foi_disclosure_is_copy (line))
    return g_strdup_printf (_("A reader can see that this is %s: an earlier letter showed it"),
                            value);
  parts = _foi_disclosure_dup_parts (self, line, cell);
  if (parts == NULL)
    return g_strdup_printf (_("A reader can work out that this is %s: from what an earlier letter "
                              "showed"), value);
  /* Translators: several numbers, as "3 and 4". */
  return g_strdup_printf (_("A reader can work out that this is %s: an earlier letter showed what "
                            "it is made of: %s"), value, parts);
}

static char *
describe_times (FoiDisclosureCase *self, const FoiLine *line, guint cell, const char *value)
{
  g_autofree char *how = _foi_disclosure_dup_times (self, line, cell);

  /* Translators: a number, and how it is worked out, as a part of a sentence. */
  return g_strdup_printf (_("A reader can work out that this is %s: %s"), value, how);
}

static char *
describe_balance (FoiDisclosureCase *self, const FoiLine *line, guint cell, const char *value)
{
  g_autofree char *how = _foi_disclosure_dup_balance (self, line, cell);

  return g_strdup_printf (_("A reader can work out that this is %s: %s"), value, how);
}

static char *
describe_listed (FoiDisclosureCase *self, const FoiLine *line, guint cell, const char *value)
{
  g_autofree char *how = _foi_disclosure_dup_listed (line);

  if (line->terms->len > 1)
    return describe_total (self, line, cell, value);
  return g_strdup_printf (_("A reader can work out that this is %s: %s"), value, how);
}

static char *
describe_summary (FoiDisclosureCase *self, const FoiLine *line, guint cell, const char *value)
{
  g_autofree char *how = _foi_disclosure_dup_summary (self, line, cell);

  return g_strdup_printf (_("A reader can work out that this is %s: %s"), value, how);
}

static char *
describe_line (FoiDisclosureCase *self, const FoiLine *line, guint cell, const char *value)
{
  switch (line->kind)
    {
    case FOI_LINE_SAME:
      return g_strdup_printf (_("A reader can see that this is %s: another table shows the same "
                                "figure"), value);
    case FOI_LINE_RATE:
      return g_strdup_printf (_("A reader can work out that this is %s: from the percentage or "
                                "rate beside it"), value);
    case FOI_LINE_ISSUED:
      return describe_issued (self, line, cell, value);
    case FOI_LINE_ACROSS:
      return g_strdup_printf (_("A reader can work out that this is %s: another table comes to the "
                                "same total"), value);
    case FOI_LINE_TIMES:
      return describe_times (self, line, cell, value);
    case FOI_LINE_BALANCE:
      return describe_balance (self, line, cell, value);
    case FOI_LINE_LISTED:
      return describe_listed (self, line, cell, value);
    case FOI_LINE_RANKED:
      return g_strdup_printf (_("A reader can work out that this is %s: from where it stands in "
                                "the order of these figures"), value);
    case FOI_LINE_SUMMARY:
      return describe_summary (self, line, cell, value);
    case FOI_LINE_EXACT:
      return g_strdup_printf (_("A reader can see that this is %s: it is shown as it is, and the "
                                "other figures are rounded"), value);
    case FOI_LINE_QUOTED:
      return describe_quoted (self, line, cell, value);
    case FOI_LINE_TOTAL:
    case FOI_LINE_COMBINED:
    default:
      return describe_total (self, line, cell, value);
    }
}

/* What is worked out, and the sentence that helps; @text is taken over. */
static char *
dup_with_source (FoiDisclosureCase *self, const FoiAuditCell *found, char *text)
{
  const FoiLine *source = _foi_disclosure_find_source (self, found->cell);
  g_autofree char *owned = text;

  if (source == NULL && _foi_disclosure_is_ordered (self, found->cell))
    /* Translators: what is worked out. */
    return g_strdup_printf (_("%s, with where it stands in the order of these figures"), owned);
  if (source == NULL)
    return g_steal_pointer (&owned);
  /* Translators: what is worked out; where a sentence stands ("question 2"), and the sentence. */
  return g_strdup_printf (_("%s, with what %s says: “%s”"), owned, source->where,
                          source->sentence);
}

static char *
describe_disclosed (FoiDisclosureCase *self, const FoiAuditCell *found)
{
  g_autofree char *value = _foi_disclosure_dup_number (self, found->cell, found->lower.whole);

  for (guint i = 0; i < self->problem->lines->len; i++)
    {
      const FoiLine *line = self->problem->lines->pdata[i];

      if (_foi_disclosure_is_telling (line)
          && _foi_disclosure_is_only_gap (self, line, found->cell))
        return _foi_disclosure_dup_elsewhere (self, line, found->cell,
                                              describe_line (self, line, found->cell, value));
    }
  if (found->scenario.knower >= 0)
    return dup_with_source (self, found,
                            g_strdup_printf (_("Somebody who knows that one of these figures is "
                                               "himself can work out that this is %s"), value));
  if (found->scenario.attacker == FOI_ATTACKER_THRESHOLD)
    return dup_with_source (self, found,
                            g_strdup_printf (_("A reader who knows which figures are withheld for "
                                               "being small can work out that this is %s"),
                                             value));
  return dup_with_source (self, found,
                          g_strdup_printf (_("A reader can work out that this is %s: from several "
                                             "totals together"), value));
}

static char *
describe_contradicted (FoiDisclosureCase *self, const FoiAuditCell *found)
{
  g_autofree char *why = _foi_disclosure_dup_against (self, found);

  /* Translators: what cannot be so, as a part of a sentence. */
  return g_strdup_printf (_("Not proven: %s"), why);
}

/**
 * foi_disclosure_case_describe:
 *
 * Returns: (transfer full): what a reader of the letter can work out of a cell, and how.
 */
char *
foi_disclosure_case_describe (FoiDisclosureCase *self, const FoiAuditCell *found)
{
  g_autofree char *lower = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *range = NULL;

  if (found->is_contradicted)
    return describe_contradicted (self, found);
  if (foi_audit_cell_is_disclosed (found) && found->lower.is_proven)
    return describe_disclosed (self, found);
  if ((!found->lower.is_proven && !found->lower.is_unbounded)
      || (!found->upper.is_proven && !found->upper.is_unbounded))
    return g_strdup (_("What a reader can work out of this is not proven"));
  lower = _foi_disclosure_dup_number (self, found->cell, found->lower.whole);
  if (found->upper.is_unbounded)
    {
      range = g_strdup_printf (_("%s or more"), lower);
      return found->is_safe ? g_steal_pointer (&range)
                            : dup_with_source (self, found, g_steal_pointer (&range));
    }
  upper = _foi_disclosure_dup_number (self, found->cell, found->upper.whole);
  if (found->scenario.knower >= 0 && !found->is_safe)
    range = g_strdup_printf (_("for somebody who knows that one of these figures is himself, "
                               "between %s and %s"), lower, upper);
  else
    range = g_strdup_printf (_("between %s and %s"), lower, upper);
  return found->is_safe ? g_steal_pointer (&range)
                        : dup_with_source (self, found, g_steal_pointer (&range));
}

/**
 * foi_disclosure_case_dup_cause:
 * @found: a figure of which too much can be worked out
 *
 * Returns: (transfer full) (nullable): what to do about a sentence that helps to work it out, and
 *   which one that is, without a full stop; %NULL where none does.
 */
char *
foi_disclosure_case_dup_cause (FoiDisclosureCase *self, const FoiAuditCell *found)
{
  const FoiLine *source;

  if (found->is_contradicted)
    {
      g_autofree char *why = _foi_disclosure_dup_against (self, found);

      /* Translators: what cannot be so, as a part of a sentence. */
      return g_strdup_printf (_("Correct the figures first: %s"), why);
    }
  source = _foi_disclosure_find_source (self, found->cell);
  return source == NULL
           ? NULL
           /* Translators: where a sentence stands ("question 2"), and the sentence. */
           : g_strdup_printf (_("Take the figure out of the sentence in %s, or say it without "
                                "numbers and shares; if it counts something else, accept it with "
                                "that as the reason: “%s”"), source->where, source->sentence);
}
