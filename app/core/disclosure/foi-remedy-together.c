/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-remedy-private.h"

#include <glib/gi18n-lib.h>

#include "foi-disclosure-case-private.h"
#include "foi-json-edit.h"

/* Tables that tell of each other. Of two such tables neither can be protected while the other
 * shows all that it has: each is refused on account of the other. So where another table of the
 * case makes it impossible, both are tried as one request, and then with what tells of that. */

/* Tables that are brought in one after another. */
#define MAX_ROUNDS 3
/* What is larger in all would take too long for a proposal; it can still be asked for. */
#define MAX_CELLS 2000

/* Whether the officer may change it: one of an earlier letter has gone out. */
static gboolean
is_another (FoiRemedy *self, FoiTableData *data)
{
  const char *name = foi_table_data_get_name (data);

  return foi_case_state_find_table (self->after, name) == data
         && !foi_remedy_request_is_of (self->request, name);
}

static gboolean
tells_of (const FoiLine *line, guint cell)
{
  for (guint i = 0; i < line->terms->len; i++)
    {
      if (g_array_index (line->terms, FoiLineTerm, i).cell == cell)
        return TRUE;
    }
  return FALSE;
}

/* The other tables that a line speaks of. */
static void
add_tellers (FoiRemedy *self, const FoiLine *line, GPtrArray *tellers)
{
  GPtrArray *tables = foi_case_state_get_tables (self->after);

  for (guint i = 0; i < tables->len; i++)
    {
      FoiTableData *data = tables->pdata[i];
      gboolean tells = g_strcmp0 (line->beside, foi_table_data_get_title (data)) == 0;

      for (guint j = 0; j < line->terms->len && !tells; j++)
        tells = foi_disclosure_case_get_place (
                  self->disclosure, g_array_index (line->terms, FoiLineTerm, j).cell)->data
                == data;
      if (tells && is_another (self, data) && !g_ptr_array_find (tellers, data, NULL))
        g_ptr_array_add (tellers, data);
    }
}

/*
 * _foi_remedy_list_tellers:
 *
 * Returns: (transfer full) (element-type FoiTableData): the other tables of the case from which
 *   something follows of what can be worked out too well, the first found first.
 */
GPtrArray *
_foi_remedy_list_tellers (FoiRemedy *self)
{
  GPtrArray *tellers = g_ptr_array_new ();
  GPtrArray *lines = self->disclosure->problem->lines;

  for (guint i = 0; i < self->audit->cells->len; i++)
    {
      const FoiAuditCell *found = &g_array_index (self->audit->cells, FoiAuditCell, i);

      for (guint j = 0; foi_remedy_concerns (self, found) && j < lines->len; j++)
        {
          if (tells_of (lines->pdata[j], found->cell))
            add_tellers (self, lines->pdata[j], tellers);
        }
    }
  return tellers;
}

/* Whether a rule can do anything to it: to percentages and money none does. */
static gboolean
has_counts (FoiTableData *data)
{
  for (guint i = 0; i < foi_table_data_get_n_columns (data); i++)
    {
      FoiColumn *column = foi_table_data_get_column (data, i);

      if (_foi_disclosure_is_count (column) && foi_small_rule_is_for (column)
          && !foi_column_is_left_out (column) && !foi_table_data_is_key (data, i))
        return TRUE;
    }
  return FALSE;
}

/* Takes the table in, with the stricter of the two rules: nobody else's figures are to be shown
 * for it. FALSE where its own rule does something else, or neither does anything. */
static gboolean
take_in (FoiRemedyRequest *request, FoiCaseState *state, FoiTableData *teller)
{
  FoiTableData *data = foi_case_state_find_table (state, foi_table_data_get_name (teller));
  JsonNode *node = data == NULL ? NULL
                   : foi_json_get_member (foi_table_data_get_resource (data), "foi:rule");
  FoiSmallRule rule = foi_small_rule_read (node);
  const guint n = request->also != NULL ? g_strv_length (request->also) : 0;

  if (data == NULL || !has_counts (data)
      || (node != NULL && (rule.method != request->rule.method
                           || rule.round != request->rule.round)))
    return FALSE;
  request->rule.threshold = MAX (request->rule.threshold, rule.threshold);
  request->rule.zero = request->rule.zero || rule.zero;
  request->also = g_renew (char *, request->also, n + 2);
  request->also[n] = g_strdup (foi_table_data_get_name (data));
  request->also[n + 1] = NULL;
  return TRUE;
}

static guint
count_cells (FoiCaseState *state, const char *name)
{
  FoiTableData *data = foi_case_state_find_table (state, name);

  return foi_row_store_get_length (foi_table_data_get_rows (data))
         * foi_table_data_get_n_columns (data);
}

static gboolean
is_large (const FoiRemedyRequest *request, FoiCaseState *state)
{
  guint n_cells = count_cells (state, request->table);

  for (guint i = 0; request->also != NULL && request->also[i] != NULL; i++)
    n_cells += count_cells (state, request->also[i]);
  return n_cells > MAX_CELLS;
}

static gboolean
take_all_in (FoiRemedyRequest *request, FoiCaseState *state, GPtrArray *tellers)
{
  for (guint i = 0; i < tellers->len; i++)
    {
      if (!take_in (request, state, tellers->pdata[i]))
        return FALSE;
    }
  return tellers->len > 0 && !is_large (request, state);
}

/*
 * _foi_remedy_propose_together:
 *
 * @failed: (out) (transfer full) (nullable): the last one that was tried, where none is safe
 *
 * Returns: (transfer full) (nullable): the request with the tables that tell of it, which the audit
 *   calls safe.
 */
FoiRemedyRequest *
_foi_remedy_propose_together (FoiRemedyDraft *self, FoiRemedy **failed)
{
  FoiCaseState *state = self->remedy->before;
  g_autoptr (FoiRemedyRequest) request = foi_remedy_request_copy (self->remedy->request);
  g_autoptr (GPtrArray) tellers = _foi_remedy_list_tellers (self->remedy);

  if (request->takes_off || (request->rule.threshold == 0 && request->rule.round == 0))
    return NULL;
  for (guint i = 0; i < MAX_ROUNDS && take_all_in (request, state, tellers); i++)
    {
      g_clear_pointer (failed, foi_remedy_free);
      *failed = _foi_remedy_try (state, request, FALSE, self->cancellable);
      if (*failed == NULL)
        return NULL;
      if ((*failed)->is_safe)
        return g_steal_pointer (&request);
      g_ptr_array_unref (tellers);
      tellers = _foi_remedy_list_tellers (*failed);
    }
  return NULL;
}

/*
 * _foi_remedy_is_together:
 *
 * Returns: whether what is proposed goes to further tables.
 */
gboolean
_foi_remedy_is_together (FoiRemedy *self)
{
  return self->proposal != NULL && self->proposal->also != NULL
         && (self->request->also == NULL
             || g_strv_length (self->proposal->also) > g_strv_length (self->request->also));
}

/**
 * foi_remedy_request_dup_others:
 * @state: the case
 *
 * Returns: (transfer full): the titles of the tables that it goes to as well, each in quotation
 *   marks, for a sentence: "“Boys by school”".
 */
char *
foi_remedy_request_dup_others (const FoiRemedyRequest *self, FoiCaseState *state)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; self->also != NULL && self->also[i] != NULL; i++)
    {
      FoiTableData *data = foi_case_state_find_table (state, self->also[i]);

      g_string_append (text, i == 0 ? "" : self->also[i + 1] == NULL ? _(" and ") : ", ");
      g_string_append_printf (text, _("“%s”"), data != NULL ? foi_table_data_get_title (data)
                                                          : self->also[i]);
    }
  return g_string_free (text, FALSE);
}
