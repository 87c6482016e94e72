/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-check-families.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-disclosure-open.h"
#include "foi-json-edit.h"
#include "foi-last-look.h"

/* Small numbers: what a table's rule takes for small is withheld, and what is withheld must not
 * follow from what is not. */

/* The case's regime, or that of the question that the table belongs to. */
static const char *
get_regime (FoiCheck *self, const char *table)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      FoiCheckQuestion *question = self->questions->pdata[i];

      for (guint j = 0; j < question->tables->len; j++)
        if (g_strcmp0 (foi_publication_get_name (question->tables->pdata[j]), table) == 0)
          return question->regime;
    }
  return self->regime;
}

/* One for a table: one pattern mends all of it. It is accepted for @all that was found. */
static void
add_finding (FoiCheck *self, FoiDisclosureCase *disclosure, const FoiAuditCell *found, guint n_more,
             const char *all)
{
  const FoiCellPlace *place = foi_disclosure_case_get_place (disclosure, found->cell);
  const char *table = foi_table_data_get_name (place->data);
  g_autofree char *sentence = foi_disclosure_case_dup_sentence (disclosure, found);
  g_autofree char *where = g_strdup_printf ("tables/%s", table);
  g_autoptr (GString) message = g_string_new (NULL);
  g_autofree char *cause = foi_disclosure_case_dup_cause (disclosure, found);
  g_autofree char *fix
    = found->is_contradicted
        ? g_strdup (_("Correct it, or what is said of it: until then nobody can say what follows."))
      : cause != NULL
        ? g_strdup (cause)
      : foi_disclosure_case_is_gone (disclosure, found->cell)
        ? g_strdup (_("It became one with others. Leave what tells it out of the letter, or "
                      "protect that table as well."))
        : g_strdup (_("Protect the table, so that other figures are withheld with it; or combine "
                      "categories or years."));

  /* Translators: the title of a table; what somebody could work out of it. */
  g_string_append_printf (message, _("“%s”: %s."), foi_table_data_get_title (place->data),
                          sentence);
  if (n_more > 0)
    g_string_append_printf (message, ngettext (" The same is so of %u more figure.",
                                               " The same is so of %u more figures.", n_more),
                            n_more);
  _foi_check_accept_as (self,
                        _foi_check_add (self, get_regime (self, table), where, message->str, fix),
                        all);
}

static gboolean
is_of_table (FoiDisclosureCase *disclosure, const FoiAuditCell *found, FoiTableData *data)
{
  return !found->is_safe
         && foi_disclosure_case_is_of (disclosure, found->cell, data);
}

/* Which figure, and between what it lies: if that becomes another, it is looked at again. */
static void
append_found (GString *all, FoiDisclosureCase *disclosure, const FoiAuditCell *found)
{
  g_autofree char *place = foi_disclosure_case_dup_place (disclosure, found->cell);

  g_string_append_printf (all, "%s %" G_GINT64_FORMAT, place, found->lower.whole);
  if (!found->upper.is_unbounded)
    g_string_append_printf (all, " %" G_GINT64_FORMAT, found->upper.whole);
  g_string_append_c (all, ' ');
}

static gboolean
touches (FoiDisclosureCase *disclosure, const FoiLine *line, FoiTableData *data)
{
  for (guint i = 0; i < line->terms->len; i++)
    {
      const guint cell = g_array_index (line->terms, FoiLineTerm, i).cell;

      if (foi_disclosure_case_is_of (disclosure, cell, data))
        return TRUE;
    }
  return FALSE;
}

/* Which sentences help with it: another one, and it is looked at again. */
static void
append_sentences (GString *all, FoiDisclosureCase *disclosure, FoiTableData *data)
{
  GPtrArray *lines = disclosure->problem->lines;
  const char *last = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const FoiLine *line = lines->pdata[i];

      if (line->sentence == NULL || g_strcmp0 (line->sentence, last) == 0
          || !touches (disclosure, line, data))
        continue;
      g_string_append_printf (all, "%s ", line->sentence);
      last = line->sentence;
    }
}

/* What of a table is not safe. */
static void
check_table (FoiCheck *self, FoiDisclosureCase *disclosure, const FoiAudit *audit,
             FoiTableData *data)
{
  g_autoptr (GString) all = g_string_new (NULL);
  const FoiAuditCell *first = NULL;
  guint n_found = 0;

  for (guint i = 0; i < audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (audit->cells, FoiAuditCell, i);

      if (!is_of_table (disclosure, found, data))
        continue;
      n_found++;
      append_found (all, disclosure, found);
      /* What is worked out to the very number is said before what is only narrowed. */
      if (first == NULL
          || (foi_audit_cell_is_disclosed (found) && !foi_audit_cell_is_disclosed (first)))
        first = found;
    }
  if (first == NULL)
    return;
  append_sentences (all, disclosure, data);
  add_finding (self, disclosure, first, n_found - 1, all->str);
}

/* ---- what an officer said of sentences ---- */

/* Whether somebody looked at the sentence and said that it does not mean the figure. */
static gboolean
is_accepted (FoiCheck *self, const FoiSecret *secret, const char *sentence)
{
  JsonNode *accepted = foi_case_state_get_node (self->state, "accepted");
  g_autofree char *squashed = foi_squash (sentence);
  g_autofree char *begin = foi_leak_dup_path (secret, "");
  g_autofree char *any = g_strconcat (FOI_DOUBT_PATH, squashed, NULL);
  const gboolean is_cut = g_str_has_suffix (sentence, "…");

  for (guint i = 0; i < foi_json_get_n_elements (accepted); i++)
    {
      JsonNode *entry = foi_json_get_element (accepted, i);
      const char *path = foi_json_get_string (entry, "path", "");

      if (g_strcmp0 (foi_json_get_string (entry, "finding", NULL), FOI_LEAK_FINDING) == 0
          && foi_json_get_string (entry, "reason", "")[0] != '\0'
          && ((is_cut ? g_str_has_prefix (path, any) : g_str_equal (path, any))
              || (g_str_has_prefix (path, begin)
                  && strstr (path + strlen (begin), squashed) != NULL)))
        return TRUE;
    }
  return FALSE;
}

/* The one figure of a line that is not seen, or NULL where there are several. */
static const FoiSecret *
find_only_secret (FoiDisclosureCase *disclosure, const FoiLine *line, FoiSecrets *secrets)
{
  const FoiSecret *found = NULL;

  for (guint i = 0; i < line->terms->len; i++)
    {
      const guint cell = g_array_index (line->terms, FoiLineTerm, i).cell;
      const FoiCellPlace *place = foi_disclosure_case_get_place (disclosure, cell);

      if (!foi_disclosure_problem_get (disclosure->problem, cell)->is_suppressed)
        continue;
      if (found != NULL || foi_disclosure_case_is_gone (disclosure, cell))
        return NULL;
      found = foi_secrets_find_cell (secrets, foi_table_data_get_name (place->data), place->row,
                                     foi_table_data_get_column (place->data, place->column));
      if (found == NULL)
        return NULL;
    }
  return found;
}

/* What does not go out tells nothing; nor does a number that an officer said to be another one, or
 * to count something else. What figures come to together is no matter of words, and stays. */
static void
forget_quotes (FoiCheck *self, FoiDisclosureCase *disclosure)
{
  GPtrArray *lines = disclosure->problem->lines;
  g_autoptr (FoiSecrets) secrets = foi_secrets_new (self->state, FALSE);

  for (guint i = lines->len; i-- > 0;)
    {
      const FoiLine *line = lines->pdata[i];
      const FoiSecret *secret;

      if (line->is_apart && self->is_apart)
        {
          g_ptr_array_remove_index (lines, i);
          continue;
        }
      if (line->sentence == NULL || (line->terms->len > 1 && foi_line_is_sum (line)))
        continue;
      secret = find_only_secret (disclosure, line, secrets);
      if (secret != NULL && is_accepted (self, secret, line->sentence))
        g_ptr_array_remove_index (lines, i);
    }
}

/* _foi_check_derivable: what is withheld for being small cannot be worked out. */
void
_foi_check_derivable (FoiCheck *self)
{
  g_autoptr (FoiDisclosureCase) disclosure = foi_disclosure_case_new (self->state, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiAudit) audit = NULL;
  GPtrArray *tables = foi_case_state_get_tables (self->state);

  if (disclosure->places->len == 0)
    return;
  if (self->is_at_door)
    forget_quotes (self, disclosure);
  audit = foi_audit_run (disclosure->problem, FOI_ATTACKER_ALL, NULL, NULL, self->cancellable,
                         &error);
  for (guint i = 0; audit != NULL && i < tables->len; i++)
    check_table (self, disclosure, audit, tables->pdata[i]);
  if (audit == NULL && !g_cancellable_is_cancelled (self->cancellable))
    {
      const char *table
        = foi_table_data_get_name (foi_disclosure_case_get_place (disclosure, 0)->data);
      g_autofree char *where = g_strdup_printf ("tables/%s", table);
      g_autofree char *message
        = g_strdup_printf (_("Nobody can say what follows from the tables: %s."), error->message);

      _foi_check_add (self, get_regime (self, table), where, message,
                      _("Correct the totals and what is said of withheld figures."));
    }
}

/* ---- what nobody withheld ---- */

/* Which figure, and its number: another one is looked at again. */
static void
append_open (GString *all, const FoiCellPlace *place)
{
  const FoiCell *cell = foi_table_data_get_cell (place->data, place->row, place->column);
  g_autofree char *words = foi_cell_place_dup_words (place);

  g_string_append_printf (all, "%s %" G_GINT64_FORMAT " ", words, cell->number);
}

static void
add_open (FoiCheck *self, FoiTableData *data, GArray *open)
{
  const FoiCellPlace *first = &g_array_index (open, FoiCellPlace, 0);
  const char *name = foi_table_data_get_name (data);
  g_autofree char *words = foi_cell_place_dup_words (first);
  g_autofree char *where = g_strdup_printf ("tables/%s", name);
  g_autofree char *shown
    = foi_column_format (foi_table_data_get_column (data, first->column),
                         foi_table_data_get_cell (data, first->row, first->column));
  g_autoptr (GString) message = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < open->len; i++)
    append_open (all, &g_array_index (open, FoiCellPlace, i));
  /* Translators: the title of a table; "North, Calls"; a number. */
  g_string_append_printf (message, _("“%s”: the letter shows %s, which is %s: that is small by the "
                                     "rule of this table, and nothing was done about it."),
                          foi_table_data_get_title (data), words, shown);
  if (open->len > 1)
    g_string_append_printf (message, ngettext (" The same is so of %u more figure.",
                                               " The same is so of %u more figures.",
                                               open->len - 1),
                            open->len - 1);
  _foi_check_accept_as (self,
                        _foi_check_add (self, get_regime (self, name), where, message->str,
                                        _("Protect the small numbers of the table again "
                                          "(Ctrl+Shift+M). Where nobody could be identified, "
                                          "accept this with the reason, which holds for these "
                                          "figures alone.")),
                        all->str);
}

/* _foi_check_open: a table's rule was done to all of its figures, those too that came later. */
void
_foi_check_open (FoiCheck *self)
{
  GPtrArray *tables = foi_case_state_get_tables (self->state);

  for (guint i = 0; i < tables->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      const char *const names[] = { foi_table_data_get_name (tables->pdata[i]), NULL };
      g_autoptr (GArray) open = foi_disclosure_list_open (self->state, names);

      if (open->len > 0)
        add_open (self, tables->pdata[i], open);
    }
}
