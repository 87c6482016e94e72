/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foi-disclosure-words.h"
#include "foi-totals.h"

/* What an audit found of a figure, as a whole sentence that says which one it is: for the window,
 * where no table stands around the words. */

/* More figures than these are counted, not listed. */
#define MAX_LISTED 6

/**
 * foi_cell_place_dup_words:
 *
 * Returns: (transfer full): what officers call a cell: "North, Calls".
 */
char *
foi_cell_place_dup_words (const FoiCellPlace *place)
{
  FoiColumn *column = foi_table_data_get_column (place->data, place->column);
  GString *text = g_string_new (NULL);
  guint n_keys = foi_table_data_get_n_keys (place->data);

  for (guint i = 0; i < MAX (n_keys, 1); i++)
    {
      guint key = n_keys > 0 ? foi_table_data_get_key (place->data, i) : 0;
      const FoiCell *content = foi_table_data_get_cell (place->data, place->row, key);
      g_autofree char *words = NULL;

      if (content->state == FOI_CELL_VALUE)
        words = foi_column_format (foi_table_data_get_column (place->data, key), content);
      else if (foi_totals_is_name (place->data, place->row, key))
        words = g_strdup (_("Total"));
      if (words != NULL)
        g_string_append_printf (text, "%s, ", words);
    }
  if (text->len == 0)
    /* Translators: a row that has no name yet. */
    g_string_append_printf (text, _("row %u, "), place->row + 1);
  g_string_append (text, foi_column_get_title (column));
  return g_string_free (text, FALSE);
}

/**
 * foi_disclosure_case_dup_place:
 *
 * Returns: (transfer full): what officers call a cell of the problem.
 */
char *
foi_disclosure_case_dup_place (FoiDisclosureCase *self, guint cell)
{
  return foi_cell_place_dup_words (foi_disclosure_case_get_place (self, cell));
}

/* "20, 17 and 15": the parts of a total that a reader sees; "9 other figures" of many. */
static char *
dup_parts (FoiDisclosureCase *self, const FoiLine *line, guint cell, guint *n_parts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);
      gint64 value = foi_disclosure_problem_get (self->problem, term->cell)->value;

      if (term->cell != cell && (int) term->cell != line->total && value != 0)
        g_ptr_array_add (parts, _foi_disclosure_dup_number (self, term->cell, value));
    }
  *n_parts = parts->len;
  if (parts->len > MAX_LISTED)
    g_string_append_printf (text, ngettext ("%u other figure", "%u other figures", parts->len),
                            parts->len);
  for (guint i = 0; i < parts->len && parts->len <= MAX_LISTED; i++)
    /* Translators: between the last two of several numbers. */
    g_string_append_printf (text, "%s%s", i == 0 ? "" : i + 1 == parts->len ? _(" and ") : ", ",
                            (char *) parts->pdata[i]);
  return g_string_free (text, FALSE);
}

/*
 * _foi_disclosure_dup_parts:
 * @line: made of figures of earlier letters
 *
 * Returns: (transfer full) (nullable): those that @cell is the sum of; %NULL where it is not.
 */
char *
_foi_disclosure_dup_parts (FoiDisclosureCase *self, const FoiLine *line, guint cell)
{
  guint n_parts;

  for (guint i = 0; i < line->terms->len; i++)
    {
      const FoiLineTerm *term = &g_array_index (line->terms, FoiLineTerm, i);

      if (term->factor != (term->cell == cell ? -1 : 1))
        return NULL;
    }
  return line->from != 0 || line->to != 0 ? NULL : dup_parts (self, line, cell, &n_parts);
}

static char *
dup_how_of_issued (FoiDisclosureCase *self, const FoiLine *line, guint cell)
{
  g_autofree char *parts = NULL;

  if (_foi_disclosure_is_copy (line))
    return g_strdup (_("an earlier letter showed it"));
  parts = _foi_disclosure_dup_parts (self, line, cell);
  if (parts == NULL)
    return g_strdup (_("from what an earlier letter showed"));
  /* Translators: several numbers, as "3 and 4". */
  return g_strdup_printf (_("an earlier letter showed what it is made of: %s"), parts);
}

static char *
dup_how_of_total (FoiDisclosureCase *self, const FoiLine *line, guint cell)
{
  guint n_parts;
  g_autofree char *parts = dup_parts (self, line, cell, &n_parts);
  g_autofree char *total = _foi_disclosure_dup_total (self, line, cell, line->to);

  if (line->total == (int) cell)
    /* Translators: how somebody works out a total that is left out: several numbers. */
    return g_strdup_printf (_("%s added up"), parts);
  if (n_parts == 0)
    return g_strdup_printf (_("nothing else is in the total %s"), total);
  /* Translators: how somebody works out a figure: a number, and those that are taken off it. */
  return g_strdup_printf (_("the total %s less %s"), total, parts);
}

static char *
dup_how_of_quote (FoiDisclosureCase *self, const FoiLine *line, guint cell)
{
  g_autofree char *total = NULL;

  if (line->terms->len == 1 && line->from == line->to)
    return g_strdup_printf (_("the text of the answer says so, in %s: “%s”"), line->where,
                            line->sentence);
  if (!foi_line_is_sum (line))
    /* Translators: where a sentence stands ("question 2"), and the sentence. */
    return g_strdup_printf (_("from what %s says: “%s”"), line->where, line->sentence);
  total = dup_how_of_total (self, line, cell);
  /* Translators: "the total 21 less 18", "question 2", a sentence. */
  return g_strdup_printf (_("%s; %s says the total: “%s”"), total, line->where, line->sentence);
}

static char *
dup_how_of_line (FoiDisclosureCase *self, const FoiLine *line, guint cell)
{
  switch (line->kind)
    {
    case FOI_LINE_SAME:
      return g_strdup (_("another table shows the same figure"));
    case FOI_LINE_RATE:
      return g_strdup (_("from the percentage or rate beside it"));
    case FOI_LINE_ISSUED:
      return dup_how_of_issued (self, line, cell);
    case FOI_LINE_ACROSS:
      return g_strdup (_("another table comes to the same total"));
    case FOI_LINE_TIMES:
      return _foi_disclosure_dup_times (self, line, cell);
    case FOI_LINE_BALANCE:
      return _foi_disclosure_dup_balance (self, line, cell);
    case FOI_LINE_LISTED:
      return line->terms->len > 1 ? dup_how_of_total (self, line, cell)
                                  : _foi_disclosure_dup_listed (line);
    case FOI_LINE_RANKED:
      return g_strdup (_("from where it stands in the order of these figures"));
    case FOI_LINE_SUMMARY:
      return _foi_disclosure_dup_summary (self, line, cell);
    case FOI_LINE_EXACT:
      return g_strdup (_("it is shown as it is, and the other figures are rounded"));
    case FOI_LINE_QUOTED:
      return dup_how_of_quote (self, line, cell);
    case FOI_LINE_TOTAL:
    case FOI_LINE_COMBINED:
    default:
      return dup_how_of_total (self, line, cell);
    }
}

/* The one thing that gives a figure away; else it takes several together. */
static char *
dup_how (FoiDisclosureCase *self, guint cell)
{
  const FoiLine *source;

  for (guint i = 0; i < self->problem->lines->len; i++)
    {
      const FoiLine *line = self->problem->lines->pdata[i];

      if (_foi_disclosure_is_telling (line)
          && _foi_disclosure_is_only_gap (self, line, cell))
        return _foi_disclosure_dup_elsewhere (self, line, cell,
                                              dup_how_of_line (self, line, cell));
    }
  source = _foi_disclosure_find_source (self, cell);
  if (source == NULL && _foi_disclosure_is_ordered (self, cell))
    return g_strdup (_("from several figures together, with where it stands in their order"));
  return source == NULL
           ? g_strdup (_("from several totals together"))
           /* Translators: where a sentence stands ("question 2"), and the sentence. */
           : g_strdup_printf (_("from several totals together, with what %s says: “%s”"),
                              source->where, source->sentence);
}

static const char *
get_reader (const FoiScenario *scenario)
{
  switch (scenario->attacker)
    {
    case FOI_ATTACKER_CONTRIBUTOR:
      return _("Someone who is the only person behind one of these figures");
    case FOI_ATTACKER_THRESHOLD:
      return _("Someone who knows which figures are left out for being small");
    case FOI_ATTACKER_NONE:
    case FOI_ATTACKER_ALL:
    default:
      return _("Someone reading the letter");
    }
}

static char *
dup_narrowed (FoiDisclosureCase *self, const FoiAuditCell *found, const char *reader,
              const char *place)
{
  g_autofree char *lower = _foi_disclosure_dup_number (self, found->cell, found->lower.whole);
  g_autofree char *upper = NULL;

  if (found->upper.is_unbounded)
    /* Translators: who, the place of a figure, a number. */
    return g_strdup_printf (_("%s could work out that %s is at least %s"), reader, place, lower);
  upper = _foi_disclosure_dup_number (self, found->cell, found->upper.whole);
  /* Translators: who, the place of a figure, two numbers. */
  return g_strdup_printf (_("%s could work out that %s is between %s and %s"), reader, place,
                          lower, upper);
}

static gboolean
is_end_proven (const FoiEnd *end)
{
  return end->is_proven || end->is_unbounded;
}

/**
 * foi_disclosure_case_dup_sentence:
 * @found: a figure of which too much can be worked out
 *
 * Returns: (transfer full): who could work out what, and how, without a full stop: "Someone reading
 *   the letter could work out that North, Calls is 3: the total 55 less 20, 17 and 15".
 */
char *
foi_disclosure_case_dup_sentence (FoiDisclosureCase *self, const FoiAuditCell *found)
{
  g_autofree char *place = foi_disclosure_case_dup_place (self, found->cell);
  const char *reader = get_reader (&found->scenario);
  g_autofree char *value = NULL;
  g_autofree char *how = NULL;

  if (found->is_contradicted)
    {
      how = _foi_disclosure_dup_against (self, found);
      /* Translators: the place of a figure, and what cannot be so. */
      return g_strdup_printf (_("It is not proven that nobody could work out %s: %s"), place, how);
    }
  if (!is_end_proven (&found->lower) || !is_end_proven (&found->upper))
    return g_strdup_printf (_("It is not proven that nobody could work out %s"), place);
  if (!foi_audit_cell_is_disclosed (found))
    return dup_narrowed (self, found, reader, place);
  value = _foi_disclosure_dup_number (self, found->cell, found->lower.whole);
  how = dup_how (self, found->cell);
  /* Translators: who, the place of a figure, the figure, how it follows. */
  return g_strdup_printf (_("%s could work out that %s is %s: %s"), reader, place, value, how);
}
