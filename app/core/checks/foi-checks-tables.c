/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-disclosure-open.h"
#include "foi-json-edit.h"
#include "foi-small-rule.h"
#include "foi-table-data.h"

/* Tables: what is withheld in them, what their rows cover, how they are headed. */

/* Rows that cover parts of a year less alike than this, in per cent, cannot be compared. */
#define ALIKE 95

static const char *
get_title (FoiPublication *table)
{
  const char *title = foi_publication_get_title (table);

  return title != NULL && title[0] != '\0' ? title : foi_publication_get_name (table);
}

static FoiFinding *
add_to_table (FoiCheck *self, FoiPublication *table, const char *member, const char *regime,
              const char *message, const char *fix)
{
  g_autofree char *place = g_strdup_printf ("tables/%s%s", foi_publication_get_name (table),
                                            member);

  return _foi_check_add (self, regime, place, message, fix);
}

static guint
count_suppressed (FoiPublication *table)
{
  guint n_suppressed = 0;

  for (guint row = 0; row < foi_publication_get_n_rows (table); row++)
    for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
      {
        FoiCell cell = FOI_CELL_INIT;

        foi_publication_get_cell (table, row, i, &cell);
        n_suppressed += cell.state == FOI_CELL_SUPPRESSED;
      }
  return n_suppressed;
}

/* Cells that came to us already suppressed: their bounds are noted. */
static guint
count_unknown (FoiCheck *self, FoiPublication *table)
{
  FoiTableData *data = foi_case_state_find_table (self->state, foi_publication_get_name (table));
  JsonNode *notes = data != NULL ? foi_json_get_member (foi_table_data_get_resource (data),
                                                        "foi:notes") : NULL;
  guint n_unknown = 0;

  for (guint i = 0; i < foi_json_get_n_elements (notes); i++)
    n_unknown += foi_json_get_member (foi_json_get_element (notes, i), "bounds") != NULL;
  return n_unknown;
}

/* Whether a ground says that it covers figures, or is what small numbers are mostly withheld for: a
 * place where information is published, or a limit of cost, is no reason for a gap. */
static gboolean
covers_figures (FoiCheckQuestion *question)
{
  for (guint i = 0; i < question->grounds->len; i++)
    {
      const FoiCheckGround *ground = question->grounds->pdata[i];

      if (foi_json_get_boolean (ground->node, "cells", FALSE)
          || g_strcmp0 (ground->kind, "personal-data") == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_ground (FoiCheckQuestion *question)
{
  if (covers_figures (question))
    return TRUE;
  for (guint i = 0; i < question->leads_to->len; i++)
    if (covers_figures (question->leads_to->pdata[i]))
      return TRUE;
  return FALSE;
}

/* What to do: give the ground that most small numbers are withheld under, 40(2) or its twin. */
static void
offer_ground (FoiCheck *self, FoiCheckQuestion *question, FoiPublication *table,
              const char *message)
{
  JsonNode *rule = foi_rules_find_ground_of_kind (self->rules, question->regime, "personal-data");
  const char *section = foi_json_get_string (rule, "section", NULL);
  g_autofree char *fix = NULL, *label = NULL, *path = NULL;
  g_autoptr (JsonNode) none = NULL, ground = NULL, grounds = NULL;
  JsonNode *before = foi_question_get_grounds (question->question);
  JsonObject *object;

  if (section == NULL)
    {
      add_to_table (self, table, "", question->regime, message,
                    _("Add the ground to the question, or say that one of its grounds covers "
                      "figures."));
      return;
    }
  fix = g_strdup_printf (_("Add the ground to the question, or say that one of its grounds covers "
                           "figures. For small numbers it is mostly %s %s."),
                         foi_rules_get_section_word (self->rules, question->regime), section);
  /* Translators: a button; "section 40(2)". */
  label = g_strdup_printf (_("Add %s %s"),
                           foi_rules_get_section_word (self->rules, question->regime), section);
  object = json_object_new ();
  json_object_set_string_member (object, "act", question->regime);
  json_object_set_string_member (object, "section", section);
  json_object_set_string_member (object, "kind", "personal-data");
  json_object_set_boolean_member (object, "cells", TRUE);
  ground = foi_json_take_object (object);
  none = foi_json_new_array ();
  grounds = foi_json_array_insert (before != NULL ? before : none,
                                   foi_json_get_n_elements (before), ground);
  path = g_strconcat (question->place, "/grounds", NULL);
  _foi_finding_set_mend (add_to_table (self, table, "", question->regime, message, fix), label,
                         path, grounds);
}

/* _foi_check_suppressed: a figure that is withheld is withheld under a ground. */
void
_foi_check_suppressed (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->tables->len && !has_ground (question); j++)
        {
          FoiPublication *table = question->tables->pdata[j];
          guint n_suppressed = count_suppressed (table);
          g_autofree char *message = NULL;

          if (n_suppressed == 0 || n_suppressed <= count_unknown (self, table))
            continue;
          message = g_strdup_printf (ngettext ("%s withholds %u figure in “%s”, but names no "
                                               "ground for it.",
                                               "%s withholds %u figures in “%s”, but names no "
                                               "ground for them.", n_suppressed),
                                     question->name, n_suppressed, get_title (table));
          offer_ground (self, question, table, message);
        }
    }
}

/* Whether a table shows rounded figures: the exact ones are withheld. */
static gboolean
is_rounded (FoiCheck *self, FoiPublication *table)
{
  FoiTableData *data
    = foi_case_state_find_table (self->state, foi_publication_get_name (table));

  return data != NULL && foi_small_rule_of_table (self->state, data).round > 1
         && foi_disclosure_has_own_rule (data);
}

static gboolean
withholds_figures (FoiCheck *self, FoiCheckQuestion *question)
{
  for (guint i = 0; i < question->tables->len; i++)
    if (count_suppressed (question->tables->pdata[i]) > 0
        || is_rounded (self, question->tables->pdata[i]))
      return TRUE;
  return FALSE;
}

/* _foi_check_cells: a ground for figures in tables has some to cover. */
void
_foi_check_cells (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->grounds->len; j++)
        {
          const FoiCheckGround *ground = question->grounds->pdata[j];
          g_autofree char *message = NULL;

          if (!foi_json_get_boolean (ground->node, "cells", FALSE)
              || withholds_figures (self, question))
            continue;
          message = g_strdup_printf (_("%s has a ground for withheld figures, but no figure in its "
                                       "tables is withheld."), question->name);
          _foi_check_add (self, question->regime, ground->place, message,
                          _("Take the ground away, or withhold what it is for."));
        }
    }
}

/* ---- coverage -------------------------------------------------------------------------------- */

static gboolean
covers_unequally (FoiPublication *table, guint column)
{
  gint64 least = G_MAXINT64, most = 0;

  for (guint row = 0; row < foi_publication_get_n_rows (table); row++)
    {
      FoiCell cell = FOI_CELL_INIT;

      foi_publication_get_cell (table, row, column, &cell);
      if (cell.state != FOI_CELL_VALUE || cell.has_text || cell.number < 0
          || foi_publication_is_total_row (table, row))
        continue;
      least = MIN (least, cell.number);
      most = MAX (most, cell.number);
    }
  return most > 0 && least < most / 100 * ALIKE + most % 100 * ALIKE / 100;
}

static gboolean
has_total (FoiPublication *table)
{
  for (guint row = 0; row < foi_publication_get_n_rows (table); row++)
    if (foi_publication_is_total_row (table, row))
      return TRUE;
  return FALSE;
}

static gboolean
is_covered (FoiColumn *coverage, const char *name)
{
  const char *const *covers = foi_column_get_covers (coverage);

  return covers == NULL || covers[0] == NULL || g_strv_contains (covers, name);
}

/* A chart in the letter that draws what was counted, not how much a week or a month had. */
static gboolean
charts_as_counted (FoiCheckQuestion *question, FoiPublication *table, FoiColumn *coverage)
{
  JsonNode *chart = foi_publication_get_chart (table);
  JsonNode *y = foi_json_get_member (chart, "y");
  g_autofree char *placed = g_strdup_printf ("{{chart:%s}}", foi_publication_get_name (table));

  if (foi_json_get_boolean (chart, "rate", FALSE)
      || (!foi_json_get_boolean (chart, "in_letter", FALSE)
          && strstr (question->answer->raw, placed) == NULL))
    return FALSE;
  for (guint i = 0; i < foi_json_get_n_elements (y); i++)
    {
      JsonNode *name = foi_json_get_element (y, i);

      if (foi_json_is_string (name) && is_covered (coverage, json_node_get_string (name)))
        return TRUE;
    }
  return FALSE;
}

static void
check_coverage (FoiCheck *self, FoiCheckQuestion *question, FoiPublication *table,
                FoiColumn *coverage)
{
  const char *const fix = _("Leave the comparison out, draw it for each week or month covered, or "
                            "say beside it which rows are not whole.");
  const char *title = get_title (table);
  g_autofree char *message = NULL;
  FoiRange sentence = { 0 };

  if (charts_as_counted (question, table, coverage))
    {
      message = g_strdup_printf (_("The chart of “%s” draws rows that cover unlike parts of a year "
                                   "as if they were alike."), title);
      add_to_table (self, table, "/foi:chart", question->regime, message, fix);
    }
  else if (has_total (table))
    {
      message = g_strdup_printf (_("The total of “%s” adds up rows that cover unlike parts of a "
                                   "year."), title);
      add_to_table (self, table, "/foi:totals", question->regime, message, fix);
    }
  else if (foi_check_words_find_sentence (self->words, "comparison", question->answer->masked,
                                          &sentence, NULL))
    {
      g_autofree char *quoted = foi_check_text_dup_words (question->answer, sentence);

      message = g_strdup_printf (_("%s compares rows of “%s” that cover unlike parts of a year: "
                                   "“%s”"), question->name, title, quoted);
      _foi_finding_set_words (_foi_check_add_to (self, question, "answer", message, fix), quoted);
    }
}

/* _foi_check_coverage: what covers unlike times is not compared as if it were alike. */
void
_foi_check_coverage (FoiCheck *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->tables->len; j++)
        {
          FoiPublication *table = question->tables->pdata[j];

          for (guint k = 0; k < foi_publication_get_n_columns (table); k++)
            {
              FoiColumn *column = foi_publication_get_column (table, k);

              if (foi_column_get_role (column) != FOI_ROLE_COVERAGE
                  || !covers_unequally (table, k))
                continue;
              check_coverage (self, question, table, column);
              break;
            }
        }
    }
}

/* ---- headings -------------------------------------------------------------------------------- */

static gboolean
is_all (FoiCheck *self, const char *list, const char *text)
{
  const FoiRange whole = { 0, strlen (text) };
  FoiRange found;

  return foi_check_words_find (self->words, list, text, whole, &found) && found.begin == 0
         && found.end == whole.end;
}

static gboolean
is_twice (FoiPublication *table, guint index)
{
  g_autofree char *heading = foi_column_dup_heading (foi_publication_get_column (table, index));

  for (guint i = 0; i < index; i++)
    {
      g_autofree char *other = foi_column_dup_heading (foi_publication_get_column (table, i));

      if (g_strcmp0 (heading, other) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A row of headings that stands among the rows: "(£)", "Number", with no figure in it. */
static gboolean
is_second_header (FoiCheck *self, FoiPublication *table)
{
  gboolean has_unit = FALSE;

  if (foi_publication_get_n_rows (table) < 2)
    return FALSE;
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      FoiCell cell = FOI_CELL_INIT;

      foi_publication_get_cell (table, 0, i, &cell);
      if (cell.state == FOI_CELL_BLANK)
        continue;
      if (cell.state != FOI_CELL_VALUE || !cell.has_text)
        return FALSE;
      if (is_all (self, "unit", cell.text))
        has_unit = TRUE;
      else if (i > 0)
        return FALSE;
    }
  return has_unit;
}

static guint
count_blanks (FoiPublication *table, guint column)
{
  guint n_blanks = 0;

  for (guint row = 0; row < foi_publication_get_n_rows (table); row++)
    {
      FoiCell cell = FOI_CELL_INIT;

      foi_publication_get_cell (table, row, column, &cell);
      n_blanks += cell.state == FOI_CELL_BLANK;
    }
  return n_blanks;
}

static gboolean
lacks_unit (FoiCheck *self, FoiColumn *column)
{
  const char *unit = foi_column_get_unit (column);
  const char *title = foi_column_get_title (column);

  return foi_column_get_value_type (column) == FOI_VALUE_DECIMAL
         && (unit == NULL || unit[0] == '\0') && strpbrk (title, "(%£€$") == NULL
         && !foi_check_words_find (self->words, "says-unit", title,
                                   (FoiRange) { 0, strlen (title) }, NULL);
}

static char *
dup_fault_of_column (FoiCheck *self, FoiPublication *table, guint index)
{
  FoiColumn *column = foi_publication_get_column (table, index);
  const char *heading = foi_column_get_title (column);
  FoiRole role = foi_column_get_role (column);

  if (heading == NULL || heading[strspn (heading, " \t")] == '\0')
    return g_strdup_printf (_("A column of “%s” has no heading."), get_title (table));
  if (is_all (self, "unclear-heading", heading))
    return g_strdup_printf (_("The heading “%s” in “%s” does not say what is in the column."),
                            heading, get_title (table));
  if (is_twice (table, index))
    return g_strdup_printf (_("Two columns of “%s” are called “%s”."), get_title (table), heading);
  if ((role == FOI_ROLE_MEASURE || role == FOI_ROLE_COVERAGE) && count_blanks (table, index) > 0)
    return g_strdup_printf (_("“%s” in “%s” has empty cells, and nothing says what that means."),
                            heading, get_title (table));
  if (role == FOI_ROLE_MEASURE && lacks_unit (self, column))
    return g_strdup_printf (_("“%s” in “%s” does not say in which unit its figures are."), heading,
                            get_title (table));
  return NULL;
}

static void
check_headings (FoiCheck *self, FoiPublication *table, const char *regime)
{
  const char *title = foi_publication_get_title (table);
  g_autofree char *message = NULL;

  if (title == NULL || title[strspn (title, " \t")] == '\0')
    {
      message = g_strdup_printf (_("The table “%s” has no title."),
                                 foi_publication_get_name (table));
      add_to_table (self, table, "/title", regime, message, _("Say what the figures are."));
    }
  else if (is_second_header (self, table))
    {
      message = g_strdup_printf (_("The first row of “%s” is a second row of headings."), title);
      add_to_table (self, table, "/data", regime, message,
                    _("Put the unit into the column's own heading, and delete the row."));
    }
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    {
      g_autofree char *fault = dup_fault_of_column (self, table, i);
      g_autofree char *member = g_strdup_printf ("/schema/fields/#%u", i);

      if (fault != NULL)
        add_to_table (self, table, member, regime, fault,
                      _("Make each heading say what is below it and in which unit, and put a mark "
                        "into each empty cell: not available, not applicable."));
    }
}

/* ---- nothing in them ------------------------------------------------------------------------- */

/* Marks are something: "not available" is an answer. */
static gboolean
is_blank (FoiPublication *table, gboolean but_names)
{
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    if ((!but_names || !foi_publication_is_key (table, i))
        && count_blanks (table, i) < foi_publication_get_n_rows (table))
      return FALSE;
  return TRUE;
}

/* Where the names of rows are all there is, as in a list, they are what was asked for. */
static gboolean
has_only_names (FoiPublication *table)
{
  for (guint i = 0; i < foi_publication_get_n_columns (table); i++)
    if (!foi_publication_is_key (table, i))
      return FALSE;
  return TRUE;
}

static char *
dup_emptiness (FoiPublication *table)
{
  if (is_blank (table, FALSE))
    return g_strdup_printf (_("The table “%s” is empty."), get_title (table));
  if (is_blank (table, TRUE) && !has_only_names (table))
    return g_strdup_printf (_("The table “%s” has no figures yet."), get_title (table));
  return NULL;
}

typedef void (*TableFunc) (FoiCheck *self, FoiPublication *table, const char *regime);

/* Each table that an answer gives, once. */
static void
for_each_table (FoiCheck *self, TableFunc check)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->tables->len; j++)
        {
          if (g_ptr_array_find (seen, question->tables->pdata[j], NULL))
            continue;
          g_ptr_array_add (seen, question->tables->pdata[j]);
          check (self, question->tables->pdata[j], question->regime);
        }
    }
}

static void
check_empty (FoiCheck *self, FoiPublication *table, const char *regime)
{
  g_autofree char *message = dup_emptiness (table);

  if (message != NULL)
    add_to_table (self, table, "", regime, message,
                  _("Type or paste what belongs there. If nothing does, delete the table."));
}

/* _foi_check_empty: a table that was begun, or added by mistake, does not go out. */
void
_foi_check_empty (FoiCheck *self)
{
  for_each_table (self, check_empty);
}

/* What is empty has no headings to judge yet. */
static void
check_headings_of_full (FoiCheck *self, FoiPublication *table, const char *regime)
{
  g_autofree char *emptiness = dup_emptiness (table);

  if (emptiness == NULL)
    check_headings (self, table, regime);
}

/* _foi_check_headings: a table is understood without the officer beside it. */
void
_foi_check_headings (FoiCheck *self)
{
  for_each_table (self, check_headings_of_full);
}
