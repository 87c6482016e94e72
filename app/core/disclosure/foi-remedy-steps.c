/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-remedy-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-cells.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-pattern.h"

/* What is done to figures, one state after another. */

/*
 * _foi_remedy_draft_take:
 * @state: (transfer full): the case after the next step
 */
void
_foi_remedy_draft_take (FoiRemedyDraft *self, FoiCaseState *state)
{
  foi_case_state_unref (self->state);
  self->state = state;
}

static void
clear_edit (gpointer data)
{
  foi_cell_clear (&((FoiCellEdit *) data)->cell);
}

/*
 * _foi_remedy_new_edits:
 *
 * Returns: (transfer full) (element-type FoiCellEdit): no edits yet; they own their cells.
 */
GArray *
_foi_remedy_new_edits (void)
{
  GArray *edits = g_array_new (FALSE, TRUE, sizeof (FoiCellEdit));

  g_array_set_clear_func (edits, clear_edit);
  return edits;
}

/*
 * _foi_remedy_set_cells:
 *
 * Takes the next state: cells of a table become what @edits say.
 */
gboolean
_foi_remedy_set_cells (FoiRemedyDraft *self, const char *table, GArray *edits, FoiWithheldBy by,
                       GError **error)
{
  FoiCaseState *next
    = foi_case_state_with_cells (self->state, table, (const FoiCellEdit *) (gpointer) edits->data,
                                 edits->len, by, error);

  if (next == NULL)
    return FALSE;
  _foi_remedy_draft_take (self, next);
  return TRUE;
}

/* ---- showing figures again ---- */

/* Whether the table's rule put the figure apart; what an officer withheld for a reason of its own
 * stays withheld. */
static gboolean
is_of_rule (JsonNode *entry, const FoiSmallRule *rule, FoiColumn *column, const FoiCell *value)
{
  if (foi_json_get_member (entry, "ground") != NULL)
    return FALSE;
  return foi_cell_list_get_by (entry) != FOI_WITHHELD_PRIMARY || rule->threshold == 0
         || (value->state == FOI_CELL_VALUE && !value->has_text
             && foi_small_rule_covers (rule, column, value->number));
}

static void
list_true (FoiTableData *data, JsonNode *withheld, const FoiSmallRule *rule, GArray *edits)
{
  const char *name = foi_table_data_get_name (data);

  for (guint i = 0; i < foi_json_get_n_elements (withheld); i++)
    {
      JsonNode *entry = foi_json_get_element (withheld, i);
      JsonNode *key = foi_json_get_member (entry, "row");
      int column = foi_table_data_find_column (data, foi_json_get_string (entry, "field", ""));
      FoiCellEdit edit = { 0 };
      guint row;

      if (g_strcmp0 (foi_json_get_string (entry, "table", NULL), name) != 0 || column < 0
          || key == NULL || !foi_table_data_find_row (data, key, &row)
          || !foi_column_cell_from_node (foi_table_data_get_column (data, (guint) column),
                          foi_json_get_member (entry, "value"), &edit.cell))
        continue;
      edit.row = foi_row_store_get (foi_table_data_get_rows (data), row)->id;
      edit.column = foi_column_get_name (foi_table_data_get_column (data, (guint) column));
      if (is_of_rule (entry, rule, foi_table_data_get_column (data, (guint) column), &edit.cell))
        g_array_append_val (edits, edit);
      else
        foi_cell_clear (&edit.cell);
    }
}

/* What stands in its cell again is withheld no more. */
static void
forget_withheld (FoiRemedyDraft *self, FoiTableData *data, GArray *edits)
{
  g_autoptr (FoiCellList) list = foi_cell_list_new (self->state, foi_table_data_get_name (data),
                                                    FOI_CELL_LIST_WITHHELD);

  for (guint i = 0; i < edits->len; i++)
    {
      const FoiCellEdit *edit = &g_array_index (edits, FoiCellEdit, i);
      g_autoptr (JsonNode) row = NULL;
      guint position;

      if (foi_row_store_find (foi_table_data_get_rows (data), edit->row, &position))
        row = foi_table_data_dup_row_address (data, position);
      if (row != NULL)
        foi_cell_list_remove (list, row, edit->column);
    }
  _foi_remedy_draft_take (self, foi_cell_list_apply (list, self->state));
}

/*
 * _foi_remedy_take_off:
 *
 * Puts the true figures of a table back into its cells, as far as its rule put them apart, and
 * takes the rule away.
 */
gboolean
_foi_remedy_take_off (FoiRemedyDraft *self, const char *table, GError **error)
{
  FoiTableData *data = foi_case_state_find_table (self->state, table);
  JsonNode *node = foi_json_get_member (foi_table_data_get_resource (data), "foi:rule");
  FoiSmallRule rule = foi_small_rule_read (node);
  g_autoptr (GArray) edits = _foi_remedy_new_edits ();

  list_true (data, foi_case_state_get_node (self->state, "withheld"), &rule, edits);
  if (!_foi_remedy_set_cells (self, table, edits, FOI_WITHHELD_PRIMARY, error))
    return FALSE;
  forget_withheld (self, foi_case_state_find_table (self->state, table), edits);
  _foi_remedy_forget_rounding (self, table);
  if (node != NULL)
    _foi_remedy_draft_take (self, foi_case_state_with_table_member (self->state, table, "foi:rule",
                                                                    NULL));
  return TRUE;
}

/* ---- columns ---- */

static gboolean
refuse_key (FoiColumn *column, GError **error)
{
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               _("The rows are known by the column “%s”: it cannot be left out. Nothing was "
                 "changed."), foi_column_get_title (column));
  return FALSE;
}

/* The table that a column to be left out is of, and the name of the column: "TABLE/FIELD", where it
 * is of another one that is protected with this. */
static const char *
find_dropped (const FoiRemedyRequest *request, const char *name, const char **field)
{
  *field = name;
  for (guint i = 0; request->also != NULL && request->also[i] != NULL; i++)
    {
      const gsize length = strlen (request->also[i]);

      if (g_str_has_prefix (name, request->also[i]) && name[length] == '/')
        {
          *field = name + length + 1;
          return request->also[i];
        }
    }
  return request->table;
}

/*
 * _foi_remedy_leave_out:
 *
 * Leaves columns out of the letter. They stay in the case.
 */
gboolean
_foi_remedy_leave_out (FoiRemedyDraft *self, GError **error)
{
  const FoiRemedyRequest *request = self->remedy->request;

  for (guint i = 0; request->dropped != NULL && request->dropped[i] != NULL; i++)
    {
      const char *field, *table = find_dropped (request, request->dropped[i], &field);
      FoiTableData *data = foi_case_state_find_table (self->state, table);
      int place = foi_table_data_find_column (data, field);
      g_autoptr (FoiColumn) column = NULL;
      FoiCaseState *next;

      if (place < 0)
        {
          g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                       _("There is no column “%s” in the table “%s”"), field, table);
          return FALSE;
        }
      if (foi_table_data_is_key (data, (guint) place))
        return refuse_key (foi_table_data_get_column (data, (guint) place), error);
      column = foi_column_with_left_out (foi_table_data_get_column (data, (guint) place), TRUE);
      next = foi_case_state_with_column (self->state, table, column, error);
      if (next == NULL)
        return FALSE;
      _foi_remedy_draft_take (self, next);
      self->n_left_out++;
    }
  return TRUE;
}

/* ---- suppressing ---- */

typedef struct
{
  FoiDisclosureCase *disclosure;
  const char *const *tables;
} Filter;

static gboolean
is_of_table (guint cell, gpointer user_data)
{
  const Filter *self = user_data;
  const FoiCellPlace *place = foi_disclosure_case_get_place (self->disclosure, cell);

  return g_strv_contains (self->tables, foi_table_data_get_name (place->data))
         && !foi_table_data_is_key (place->data, place->column)
         && foi_table_data_get_cell (place->data, place->row, place->column)->state
              == FOI_CELL_VALUE
         /* Who reads a mark takes it for a count. */
         && foi_table_data_get_cell (place->data, place->row, place->column)->number >= 0;
}

/*
 * _foi_remedy_add_edit:
 *
 * Adds what a cell is to become.
 */
void
_foi_remedy_add_edit (GArray *edits, const FoiCellPlace *place, FoiCell cell)
{
  FoiCellEdit edit = { .cell = cell };

  edit.row = foi_row_store_get (foi_table_data_get_rows (place->data), place->row)->id;
  edit.column = foi_column_get_name (foi_table_data_get_column (place->data, place->column));
  g_array_append_val (edits, edit);
}

/*
 * _foi_remedy_note_cell:
 *
 * Notes which cell was changed, for people.
 */
void
_foi_remedy_note_cell (FoiRemedyDraft *self, FoiDisclosureCase *disclosure, guint number,
                       FoiWithheldBy by)
{
  const FoiCellPlace *place = foi_disclosure_case_get_place (disclosure, number);
  FoiRemedyCell cell = { .by = by };

  cell.table = g_strdup (foi_table_data_get_name (place->data));
  cell.row = foi_row_store_get (foi_table_data_get_rows (place->data), place->row)->id;
  cell.row_name = foi_disclosure_case_dup_row (disclosure, number);
  cell.column = g_strdup (foi_column_get_name (foi_table_data_get_column (place->data,
                                                                          place->column)));
  g_array_append_val (self->remedy->cells, cell);
}

/* What of a table was chosen for what it is itself, or to hide another. */
static gboolean
suppress_marked (FoiRemedyDraft *self, FoiDisclosureCase *disclosure, const char *table,
                 const gboolean *was_suppressed, gboolean primary, GError **error)
{
  g_autoptr (GArray) edits = _foi_remedy_new_edits ();
  FoiWithheldBy by = primary ? FOI_WITHHELD_PRIMARY : FOI_WITHHELD_SECONDARY;

  for (guint i = 0; i < disclosure->problem->cells->len; i++)
    {
      FoiSecretCell *cell = foi_disclosure_problem_get (disclosure->problem, i);

      if (!cell->is_suppressed || was_suppressed[i] || cell->is_primary != primary
          || !g_str_equal (foi_table_data_get_name (
                             foi_disclosure_case_get_place (disclosure, i)->data), table))
        continue;
      _foi_remedy_add_edit (edits, foi_disclosure_case_get_place (disclosure, i),
                            foi_cell_state (FOI_CELL_SUPPRESSED));
      _foi_remedy_note_cell (self, disclosure, i, by);
    }
  *(primary ? &self->remedy->n_primary : &self->remedy->n_secondary) += edits->len;
  return _foi_remedy_set_cells (self, table, edits, by, error);
}

/*
 * _foi_remedy_suppress:
 *
 * Suppresses small figures of the tables and what would give them away, in any of them: of two
 * tables that tell of each other neither could be protected alone.
 */
gboolean
_foi_remedy_suppress (FoiRemedyDraft *self, GError **error)
{
  const char *const *tables = (const char *const *) self->tables;
  const FoiRemedyRequest *request = self->remedy->request;
  g_autoptr (FoiDisclosureCase) disclosure
    = foi_disclosure_case_new_of (self->state, tables, &request->rule);
  guint n_cells = disclosure->problem->cells->len;
  g_autofree gboolean *was_suppressed = g_new0 (gboolean, n_cells + 1);
  Filter filter = { disclosure, tables };
  FoiPattern pattern;

  for (guint i = 0; i < n_cells; i++)
    was_suppressed[i] = foi_disclosure_problem_get (disclosure->problem, i)->is_suppressed;
  disclosure->problem->ends_early = self->is_attempt;
  if (!foi_pattern_choose (disclosure->problem, request->rule.threshold, request->rule.zero,
                           is_of_table, &filter, self->progress, self->user_data,
                           self->cancellable, &pattern, error)
      || (!pattern.is_complete && self->is_attempt))
    return FALSE;
  for (guint i = 0; tables[i] != NULL; i++)
    {
      if (!suppress_marked (self, disclosure, tables[i], was_suppressed, TRUE, error)
          || !suppress_marked (self, disclosure, tables[i], was_suppressed, FALSE, error))
        return FALSE;
    }
  return TRUE;
}
