/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-remedy-private.h"

#include <glib/gi18n-lib.h>

#include "foi-case-cells.h"
#include "foi-combination.h"
#include "foi-disclosure-open.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* What is worked out is half of the work, and the audit the other half. */
#define SCALE 1000
/* So many rows are tried to combine; where another table tells, that seldom helps, and takes
 * long. */
#define MAX_ATTEMPTS 16
#define FEW_ATTEMPTS 3

static void
clear_cell (gpointer data)
{
  FoiRemedyCell *cell = data;

  g_free (cell->table);
  g_free (cell->row_name);
  g_free (cell->column);
}

static void
clear_draft (FoiRemedyDraft *self)
{
  g_clear_pointer (&self->remedy, foi_remedy_free);
  g_clear_pointer (&self->state, foi_case_state_unref);
  g_clear_pointer (&self->tables, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoiRemedyDraft, clear_draft)

/* The rule of each table that it was done to; what else theirs said stays. */
static void
set_rules (FoiRemedyDraft *self)
{
  const FoiRemedyRequest *request = self->remedy->request;

  for (guint i = 0; self->tables[i] != NULL; i++)
    {
      FoiTableData *before = foi_case_state_find_table (self->remedy->before, self->tables[i]);
      JsonNode *node = foi_json_get_member (foi_table_data_get_resource (before), "foi:rule");
      g_autoptr (JsonNode) rule = foi_small_rule_to_node (&request->rule, request->reason, node);

      _foi_remedy_draft_take (self, foi_case_state_with_table_member (self->state,
                                                                      self->tables[i], "foi:rule",
                                                                      rule));
    }
}

/* A table that is rounded gives away what the ones that share figures with it round. */
static gboolean
take_off (FoiRemedyDraft *self, GError **error)
{
  const FoiRemedyRequest *request = self->remedy->request;
  g_auto (GStrv) linked = _foi_remedy_list_linked (self->state, request);
  FoiTableData *asked = foi_case_state_find_table (self->state, request->table);
  gboolean was_rounded = foi_small_rule_of_table (self->state, asked).round > 1;

  for (guint i = 0; linked[i] != NULL; i++)
    {
      FoiTableData *data = foi_case_state_find_table (self->state, linked[i]);
      gboolean has_rule = foi_json_get_member (foi_table_data_get_resource (data), "foi:rule")
                          != NULL;
      gboolean is_rounded = foi_small_rule_of_table (self->state, data).round > 1;
      gboolean is_done = g_strv_contains ((const char *const *) self->tables, linked[i]);

      if ((foi_remedy_request_is_of (request, linked[i]) ? has_rule || request->takes_off
             : (is_rounded && was_rounded) || (has_rule && is_done))
          && !_foi_remedy_take_off (self, linked[i], error))
        return FALSE;
    }
  return TRUE;
}

/* Columns and rows that become one. */
static gboolean
combine (FoiRemedyDraft *self, GError **error)
{
  const FoiRemedyRequest *request = self->remedy->request;
  FoiCaseState *next;

  if (request->columns != NULL)
    {
      next = foi_combination_of_columns (self->state, request->table,
                                         (const char *const *) request->columns,
                                         request->columns_label, error);
      if (next == NULL)
        return FALSE;
      _foi_remedy_draft_take (self, next);
      self->n_columns = g_strv_length (request->columns);
    }
  if (request->rows->len == 0)
    return TRUE;
  next = foi_combination_of_rows (self->state, request->table,
                                  (const guint64 *) (gpointer) request->rows->data,
                                  request->rows->len, request->rows_label, error);
  if (next == NULL)
    return FALSE;
  _foi_remedy_draft_take (self, next);
  self->n_rows = request->rows->len;
  return TRUE;
}

/* All steps, in their order. */
static gboolean
run_steps (FoiRemedyDraft *self, GError **error)
{
  const FoiRemedyRequest *request = self->remedy->request;

  if (!take_off (self, error))
    return FALSE;
  if (request->takes_off)
    return TRUE;
  if (!_foi_remedy_leave_out (self, error) || !combine (self, error))
    return FALSE;
  if (request->rule.threshold == 0 && request->rule.round == 0)
    return TRUE;
  if (!(request->rule.method == FOI_SMALL_SUPPRESS ? _foi_remedy_suppress (self, error)
                                                   : _foi_remedy_round (self, error)))
    return FALSE;
  set_rules (self);
  return TRUE;
}

/**
 * foi_remedy_concerns:
 * @found: a cell of the audit
 *
 * Returns: whether too much can be worked out of it, and it is of a table that this was done to.
 */
gboolean
foi_remedy_concerns (FoiRemedy *self, const FoiAuditCell *found)
{
  const FoiCellPlace *place = foi_disclosure_case_get_place (self->disclosure, found->cell);
  const char *name = foi_table_data_get_name (place->data);

  if (found->is_safe)
    return FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    {
      if (g_strcmp0 (g_array_index (self->cells, FoiRemedyCell, i).table, name) == 0)
        return TRUE;
    }
  return foi_remedy_request_is_of (self->request, name);
}

/* Of how many figures too much can be worked out; those of which nobody can say what follows,
 * because they contradict what is published, by themselves. */
static guint
count_unsafe (FoiRemedy *self, guint *n_contradicted)
{
  guint n_unsafe = 0;

  *n_contradicted = 0;
  for (guint i = 0; i < self->audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (self->audit->cells, FoiAuditCell, i);

      if (!foi_remedy_concerns (self, found))
        continue;
      n_unsafe += !found->is_contradicted;
      *n_contradicted += found->is_contradicted;
    }
  return n_unsafe;
}

static char *
dup_verdict (FoiRemedy *self)
{
  guint n_contradicted, n_unsafe = count_unsafe (self, &n_contradicted);

  if (n_contradicted > 0 && n_unsafe == 0)
    return g_strdup_printf (ngettext ("Figures contradict each other, so it is not proven that "
                                      "nobody can work out %u figure.",
                                      "Figures contradict each other, so it is not proven that "
                                      "nobody can work out %u figures.", n_contradicted),
                            n_contradicted);
  if (n_unsafe > 0)
    return g_strdup_printf (ngettext ("Too much could be worked out of %u small figure.",
                                      "Too much could be worked out of %u small figures.",
                                      n_unsafe), n_unsafe);
  if (self->open->len > 0)
    return g_strdup_printf (ngettext ("%u small figure would be shown as it is.",
                                      "%u small figures would be shown as they are.",
                                      self->open->len), self->open->len);
  if (self->request->takes_off || self->request->rule.threshold == 0)
    return g_strdup (_("The figures are shown as they are."));
  if (self->request->rule.method == FOI_SMALL_SUPPRESS)
    return g_strdup (_("Nobody can work out a figure that is withheld for being small."));
  return g_strdup (_("Nobody can work out more of a small figure than its rounding says."));
}

/* "2 more", beside small ones; where none is shown they stand alone. */
static void
append_secondary (GString *text, const FoiRemedy *remedy)
{
  if (remedy->n_secondary > 0 && remedy->n_primary > 0)
    g_string_append_printf (text, ngettext ("%u more is withheld, so that nobody can work out the "
                                            "small ones. ",
                                            "%u more are withheld, so that nobody can work out the "
                                            "small ones. ", remedy->n_secondary),
                            remedy->n_secondary);
  else if (remedy->n_secondary > 0)
    g_string_append_printf (text, ngettext ("%u figure is withheld, so that nobody can work out "
                                            "small ones. ",
                                            "%u figures are withheld, so that nobody can work out "
                                            "small ones. ", remedy->n_secondary),
                            remedy->n_secondary);
}

/* How many of them stand in tables that nobody is looking at. */
static void
append_others (GString *text, const FoiRemedy *remedy)
{
  char **also = remedy->request->also;

  for (guint i = 0; also != NULL && also[i] != NULL; i++)
    {
      FoiTableData *data = foi_case_state_find_table (remedy->after, also[i]);
      guint n = 0;

      for (guint j = 0; j < remedy->cells->len; j++)
        n += g_str_equal (g_array_index (remedy->cells, FoiRemedyCell, j).table, also[i]);
      if (n > 0)
        g_string_append_printf (text, ngettext ("%u of them is in “%s”. ",
                                                "%u of them are in “%s”. ", n),
                                n, foi_table_data_get_title (data));
    }
}

static char *
dup_loss (FoiRemedyDraft *self)
{
  const FoiRemedy *remedy = self->remedy;
  GString *text;

  /* Nobody can apply it. */
  if (!remedy->is_safe)
    return g_strdup (_("Nothing is changed, for it would not be safe."));
  text = g_string_new (NULL);
  if (self->n_rows > 0)
    g_string_append_printf (text, _("%u rows become one. "), self->n_rows);
  if (self->n_columns > 0)
    g_string_append_printf (text, _("%u columns become one. "), self->n_columns);
  if (self->n_left_out > 0)
    g_string_append_printf (text, ngettext ("%u column is left out of the letter. ",
                                            "%u columns are left out of the letter. ",
                                            self->n_left_out), self->n_left_out);
  if (remedy->n_primary > 0)
    g_string_append_printf (text, ngettext ("%u small figure is withheld. ",
                                            "%u small figures are withheld. ", remedy->n_primary),
                            remedy->n_primary);
  append_secondary (text, remedy);
  if (remedy->n_rounded > 0)
    g_string_append_printf (text, ngettext ("%u figure is rounded, and moves by %" G_GINT64_FORMAT
                                            ". ",
                                            "%u figures are rounded, and move by %" G_GINT64_FORMAT
                                            " in all. ", remedy->n_rounded),
                            remedy->n_rounded, self->moved);
  append_others (text, remedy);
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);
  else
    g_string_append (text, _("No figure is withheld or rounded."));
  return g_string_free (text, FALSE);
}

/* Which other table of the case makes it impossible. */
static char *
dup_table_cause (FoiRemedy *self)
{
  g_autoptr (GPtrArray) tellers = _foi_remedy_list_tellers (self);

  if (tellers->len == 0)
    return NULL;
  if (_foi_remedy_is_together (self))
    return g_strdup_printf (_("“%s” shows figures that these can be worked out of."),
                            foi_table_data_get_title (tellers->pdata[0]));
  return g_strdup_printf (_("“%s” shows shares, rates or other figures that these can be worked "
                            "out of. Leave that table, or its columns, out of the letter, or "
                            "protect both together."),
                          foi_table_data_get_title (tellers->pdata[0]));
}

/* Which sentence makes it impossible, and what is to be done about it. */
static char *
dup_cause (FoiRemedy *self, gboolean *is_table)
{
  *is_table = FALSE;
  for (guint i = 0; i < self->audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (self->audit->cells, FoiAuditCell, i);
      char *cause = foi_remedy_concerns (self, found)
                      ? foi_disclosure_case_dup_cause (self->disclosure, found) : NULL;

      if (cause != NULL)
        return cause;
    }
  *is_table = TRUE;
  return dup_table_cause (self);
}

/* What else could be done, where nobody found rows that make it safe. */
static char *
dup_advice (const FoiRemedy *remedy)
{
  const FoiRemedyRequest *request = remedy->request;

  if (request->takes_off)
    return NULL;
  if (remedy->open->len > 0)
    {
      g_autofree char *words
        = foi_cell_place_dup_words (&g_array_index (remedy->open, FoiCellPlace, 0));

      /* Translators: "North, Staff". */
      return g_strdup_printf (_("Only whole numbers can be rounded, and %s has decimals. Withhold "
                                "small numbers instead, combine categories or years, or leave the "
                                "column out of the letter."), words);
    }
  if (request->rule.method == FOI_SMALL_SUPPRESS)
    return g_strdup (_("No choice of cells keeps every small number from being worked out. "
                       "Combine categories or years, so that the counts are larger, leave a "
                       "column or a total out of the letter, or round all figures."));
  return g_strdup (_("Rounded like this, small numbers can still be worked out. Take what the text "
                     "says of them out, round to a larger base, combine categories or years, or "
                     "leave a column out of the letter."));
}

/* A sentence or a table that makes it impossible is said first. */
static void
put_cause_first (FoiRemedy *self, gboolean is_helped)
{
  gboolean is_table = FALSE;
  g_autofree char *cause = self->advice != NULL ? dup_cause (self, &is_table) : NULL;
  g_autofree char *advice = NULL;
  guint n_contradicted;

  if (cause == NULL)
    return;
  /* Where figures contradict each other nobody knows yet whether anything else is to be done; and
   * what another table tells, nothing that is done to this one takes back. */
  if (count_unsafe (self, &n_contradicted) == 0 || (is_table && !is_helped))
    {
      g_free (self->advice);
      self->advice = g_steal_pointer (&cause);
      return;
    }
  advice = g_steal_pointer (&self->advice);
  self->advice = g_strconcat (cause, "\n", advice, NULL);
}

/* A half of the work, told as a part of all of it. */
typedef struct
{
  FoiRemedyDraft *draft;
  guint from;
  FoiAuditProgress progress;
  gpointer user_data;
} Half;

static void
tell (guint done, guint total, gpointer user_data)
{
  const Half *half = user_data;

  if (half->progress != NULL)
    half->progress (half->from + (total > 0 ? (guint) ((guint64) done * SCALE / 2 / total) : 0),
                    SCALE, half->user_data);
}

static gboolean
judge (FoiRemedyDraft *self, GError **error)
{
  FoiRemedy *remedy = self->remedy;

  remedy->after = foi_case_state_ref (self->state);
  remedy->disclosure = foi_disclosure_case_new (self->state, NULL, NULL);
  remedy->audit = foi_audit_run (remedy->disclosure->problem, FOI_ATTACKER_ALL, self->progress,
                                 self->user_data, self->cancellable, error);
  if (remedy->audit == NULL)
    return FALSE;
  remedy->open
    = foi_disclosure_list_open (self->state, (const char *const *) self->tables);
  remedy->is_safe = remedy->open->len == 0;
  for (guint i = 0; i < remedy->audit->cells->len; i++)
    remedy->is_safe = remedy->is_safe
                      && !foi_remedy_concerns (remedy, &g_array_index (remedy->audit->cells,
                                                                       FoiAuditCell, i));
  remedy->verdict = dup_verdict (remedy);
  remedy->loss = dup_loss (self);
  if (!remedy->is_safe)
    remedy->advice = dup_advice (remedy);
  return TRUE;
}

/* What can be asked for at all. */
static gboolean
check_request (FoiCaseState *state, const FoiRemedyRequest *request, GError **error)
{
  if (foi_case_state_find_table (state, request->table) == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no table “%s”"),
                   request->table);
      return FALSE;
    }
  for (guint i = 0; request->also != NULL && request->also[i] != NULL; i++)
    {
      if (foi_case_state_find_table (state, request->also[i]) != NULL)
        continue;
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no table “%s”"),
                   request->also[i]);
      return FALSE;
    }
  if (request->rule.method != FOI_SMALL_SUPPRESS
      && (request->rule.round < 2 || request->rule.round > 1000))
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_VALUE,
                           _("Figures are rounded to multiples of a number from 2 to 1000"));
      return FALSE;
    }
  return TRUE;
}

/* What says nothing about small counts leaves the table its rule: else they would all be shown. */
static void
keep_rule (FoiRemedyRequest *request, FoiCaseState *state)
{
  FoiTableData *data = foi_case_state_find_table (state, request->table);
  JsonNode *node = foi_json_get_member (foi_table_data_get_resource (data), "foi:rule");

  if (!request->takes_off && request->rule.threshold == 0 && request->rule.round == 0)
    request->rule = foi_small_rule_read (node);
}

static GStrv
list_asked (const FoiRemedyRequest *request)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_strv_builder_add (names, request->table);
  if (request->also != NULL)
    g_strv_builder_addv (names, (const char **) request->also);
  return g_strv_builder_end (names);
}

static void
draft_init (FoiRemedyDraft *self, FoiCaseState *state, const FoiRemedyRequest *request)
{
  self->state = foi_case_state_ref (state);
  self->remedy = g_new0 (FoiRemedy, 1);
  self->remedy->request = foi_remedy_request_copy (request);
  keep_rule (self->remedy->request, state);
  self->remedy->request->rule.is_ours = TRUE;
  self->remedy->before = foi_case_state_ref (state);
  self->remedy->cells = g_array_new (FALSE, FALSE, sizeof (FoiRemedyCell));
  g_array_set_clear_func (self->remedy->cells, clear_cell);
  if (request->rows->len > 0 && request->rows_label == NULL)
    self->remedy->request->rows_label = foi_remedy_request_dup_label (request, state);
  self->tables = self->remedy->request->rule.method == FOI_SMALL_SUPPRESS || request->takes_off
                   ? list_asked (request) : _foi_remedy_list_linked (state, request);
}

/*
 * _foi_remedy_try:
 *
 * @ends_early: what cannot be protected ends it; else all is looked at
 *
 * Returns: (transfer full) (nullable): the remedy, without a proposal for something else.
 */
FoiRemedy *
_foi_remedy_try (FoiCaseState *state, const FoiRemedyRequest *request, gboolean ends_early,
                 GCancellable *cancellable)
{
  g_auto (FoiRemedyDraft) draft = { .cancellable = cancellable, .is_attempt = ends_early };

  draft_init (&draft, state, request);
  return run_steps (&draft, NULL) && judge (&draft, NULL) ? g_steal_pointer (&draft.remedy) : NULL;
}

/* Tables that are to be protected as well, and by which rule; NULL where there are none. */
static char *
dup_proposed_tables (FoiRemedy *remedy)
{
  const FoiRemedyRequest *proposal = remedy->proposal;
  g_autofree char *others = foi_remedy_request_dup_others (proposal, remedy->before);

  if (!_foi_remedy_is_together (remedy))
    return NULL;
  if (proposal->rule.threshold > remedy->request->rule.threshold)
    /* Translators: titles of other tables, in quotation marks; a number. */
    return g_strdup_printf (_("Protect %s together with this table, both by the stricter rule, for "
                              "numbers up to %" G_GINT64_FORMAT "."),
                            others, proposal->rule.threshold);
  /* Translators: titles of other tables, in quotation marks. */
  return g_strdup_printf (_("Protect %s together with this table."), others);
}

/* What was found to be safe, in words. */
static char *
dup_proposal (FoiRemedy *remedy)
{
  const FoiRemedyRequest *proposal = remedy->proposal;
  g_autofree char *tables = dup_proposed_tables (remedy);

  if (tables != NULL && proposal->rows->len == remedy->request->rows->len)
    return g_strdup_printf (_("%s Then nobody can work out more."), tables);
  if (tables != NULL)
    return g_strdup_printf (_("%s Combine “%s” into one row as well. Then nobody can work out "
                              "more."), tables, proposal->rows_label);
  return g_strdup_printf (remedy->request->rule.method == FOI_SMALL_SUPPRESS
                            ? _("No choice of cells keeps every small number from being worked "
                                "out. Combine “%s” into one row: then nobody can work out more.")
                            : _("Rounded like this, small numbers can still be worked out. "
                                "Combine “%s” into one row: then nobody can work out more."),
                          proposal->rows_label);
}

/* Where rows of another table are in the way, what is to be done begins there. */
static char *
dup_elsewhere (FoiRemedyDraft *self, FoiRemedy *together)
{
  FoiRemedyRequest *request = together->request;
  FoiRemedyDraft draft = { .remedy = together, .cancellable = self->cancellable,
                           .max_attempts = self->max_attempts };
  g_autoptr (FoiRemedyRequest) proposal = NULL;
  char *table = request->table;

  if (request->also == NULL)
    return NULL;
  request->table = request->also[0];
  request->also[0] = table;
  proposal = _foi_remedy_propose (&draft);
  request->also[0] = request->table;
  request->table = table;
  if (proposal == NULL)
    return NULL;
  return g_strdup_printf (_("Begin with “%s”: combine “%s” into one row there, and protect both "
                            "tables together. Then nobody can work out more."),
                          foi_table_data_get_title (foi_case_state_find_table (together->before,
                                                                               proposal->table)),
                          proposal->rows_label);
}

/* Tables that tell of each other are protected together; else rows become one; else both. */
static char *
find_proposal (FoiRemedyDraft *self)
{
  FoiRemedy *remedy = self->remedy;
  g_autoptr (FoiRemedy) failed = NULL;

  remedy->proposal = _foi_remedy_propose_together (self, &failed);
  if (remedy->proposal == NULL)
    remedy->proposal = _foi_remedy_propose (self);
  if (remedy->proposal == NULL && failed != NULL)
    {
      FoiRemedyDraft draft = { .remedy = failed, .cancellable = self->cancellable,
                               .max_attempts = self->max_attempts };

      remedy->proposal = _foi_remedy_propose (&draft);
    }
  return remedy->proposal != NULL ? dup_proposal (remedy)
                                  : dup_elsewhere (self, failed != NULL ? failed : remedy);
}

static void
propose (FoiRemedyDraft *self)
{
  FoiRemedy *remedy = self->remedy;
  g_autofree char *cause = dup_table_cause (remedy);
  char *advice;
  guint n_contradicted;

  self->max_attempts = cause != NULL ? FEW_ATTEMPTS : MAX_ATTEMPTS;

  count_unsafe (remedy, &n_contradicted);
  if (n_contradicted > 0)
    return;
  advice = find_proposal (self);
  if (advice == NULL)
    return;
  self->is_helped = TRUE;
  g_free (remedy->advice);
  remedy->advice = advice;
}

/**
 * foi_remedy_new:
 * @request: what is to be done; it is copied
 * @progress: (nullable) (scope call): how far it is, on the calling thread
 *
 * Works out what a request would do to a case, and audits that. A rule that the table has is taken
 * off first. Where it is not safe, it looks for rows that could be combined. It may take seconds:
 * for a thread.
 *
 * Returns: (transfer full): the preview; else %NULL with %FOI_ERROR_NOT_FOUND, %FOI_ERROR_VALUE,
 *   %FOI_ERROR_REFUSED, %FOI_ERROR_CONTENT, %FOI_ERROR_LIMIT or %G_IO_ERROR_CANCELLED.
 */
FoiRemedy *
foi_remedy_new (FoiCaseState *state, const FoiRemedyRequest *request, FoiAuditProgress progress,
                gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_auto (FoiRemedyDraft) draft = { .cancellable = cancellable };
  Half half = { .progress = progress, .user_data = user_data };

  if (!check_request (state, request, error))
    return NULL;
  draft.progress = tell;
  draft.user_data = &half;
  draft_init (&draft, state, request);
  if (!run_steps (&draft, error))
    return NULL;
  half.from = SCALE / 2;
  if (!judge (&draft, error))
    return NULL;
  if (!draft.remedy->is_safe)
    {
      propose (&draft);
      put_cause_first (draft.remedy, draft.is_helped);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&draft.remedy);
}

/**
 * foi_remedy_free:
 *
 * Frees the preview.
 */
void
foi_remedy_free (FoiRemedy *self)
{
  g_clear_pointer (&self->request, foi_remedy_request_free);
  g_clear_pointer (&self->proposal, foi_remedy_request_free);
  g_clear_pointer (&self->before, foi_case_state_unref);
  g_clear_pointer (&self->after, foi_case_state_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->open, g_array_unref);
  g_clear_pointer (&self->disclosure, foi_disclosure_case_free);
  g_clear_pointer (&self->audit, foi_audit_free);
  g_free (self->verdict);
  g_free (self->loss);
  g_free (self->advice);
  g_free (self);
}

static const char *
get_label (const FoiRemedyRequest *request)
{
  if (request->takes_off)
    return _("Show Figures Again");
  if (request->rows->len > 0 || request->columns != NULL)
    return _("Combine Figures");
  if (request->dropped != NULL)
    return _("Leave Out Column");
  return request->rule.method == FOI_SMALL_SUPPRESS ? _("Protect Small Numbers")
                                                    : _("Round Figures");
}

/**
 * foi_remedy_apply:
 * @editor: of the case that it was made for
 *
 * Does what was previewed, as one command.
 *
 * Returns: whether it was done; %FOI_ERROR_REFUSED where the case changed since.
 */
gboolean
foi_remedy_apply (FoiRemedy *self, FoiCaseEditor *editor, GError **error)
{
  if (foi_case_get_state (foi_case_editor_get_case (editor)) != self->before)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                           _("The case has changed since this was worked out. Look at it again."));
      return FALSE;
    }
  foi_case_editor_push (editor, self->after, get_label (self->request), NULL);
  return TRUE;
}
