/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-protection.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-pattern.h"

static gboolean
is_of_table (guint cell, gpointer user_data)
{
  const FoiProtection *self = user_data;
  const FoiCellPlace *place = foi_disclosure_case_get_place (self->disclosure, cell);

  return g_strcmp0 (foi_table_data_get_name (place->data), self->table) == 0
         && !foi_table_data_is_key (place->data, place->column)
         && foi_table_data_get_cell (place->data, place->row, place->column)->state
              == FOI_CELL_VALUE;
}

/* The cells that have got a mark. */
static void
list_marked (FoiProtection *self, const gboolean *was_suppressed)
{
  FoiDisclosureProblem *problem = self->disclosure->problem;

  for (guint i = 0; i < problem->cells->len; i++)
    {
      FoiSecretCell *cell = foi_disclosure_problem_get (problem, i);

      if (cell->is_suppressed && !was_suppressed[i])
        g_array_append_val (cell->is_primary ? self->primary : self->secondary, i);
    }
}

static gboolean *
list_suppressed (FoiDisclosureProblem *problem)
{
  gboolean *suppressed = g_new0 (gboolean, problem->cells->len + 1);

  for (guint i = 0; i < problem->cells->len; i++)
    suppressed[i] = foi_disclosure_problem_get (problem, i)->is_suppressed;
  return suppressed;
}

/**
 * foi_protection_new:
 * @table: the name of a table
 * @rule: which counts are too small
 * @progress: (nullable) (scope call): how far it is
 *
 * Chooses what to suppress in a table, and audits it. It may take seconds: for a thread.
 *
 * Returns: (transfer full): the preview; else %NULL with %FOI_ERROR_NOT_FOUND, %FOI_ERROR_CONTENT,
 *   %FOI_ERROR_LIMIT or %G_IO_ERROR_CANCELLED.
 */
FoiProtection *
foi_protection_new (FoiCaseState *state, const char *table, const FoiSmallRule *rule,
                    FoiAuditProgress progress, gpointer user_data, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (FoiProtection) self = g_new0 (FoiProtection, 1);
  g_autofree gboolean *was_suppressed = NULL;
  FoiPattern pattern;

  self->table = g_strdup (table);
  self->rule = *rule;
  self->primary = g_array_new (FALSE, FALSE, sizeof (guint));
  self->secondary = g_array_new (FALSE, FALSE, sizeof (guint));
  if (foi_case_state_find_table (state, table) == NULL)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND, _("There is no table “%s”"), table);
      return NULL;
    }
  self->disclosure = foi_disclosure_case_new (state, table, rule);
  was_suppressed = list_suppressed (self->disclosure->problem);
  if (!foi_pattern_choose (self->disclosure->problem, rule->threshold, rule->zero, is_of_table,
                           self, progress, user_data, cancellable, &pattern, error))
    return NULL;
  list_marked (self, was_suppressed);
  self->audit = foi_audit_run (self->disclosure->problem, FOI_ATTACKER_ALL, NULL, NULL,
                               cancellable, error);
  if (self->audit == NULL)
    return NULL;
  if (!self->audit->is_safe)
    self->advice = g_strdup (_("No choice of cells keeps every small number from being worked out. "
                               "Combine categories or years, so that the counts are larger, or "
                               "leave a column or a total out of the letter."));
  return g_steal_pointer (&self);
}

/**
 * foi_protection_free:
 *
 * Frees the preview.
 */
void
foi_protection_free (FoiProtection *self)
{
  g_free (self->table);
  g_clear_pointer (&self->disclosure, foi_disclosure_case_free);
  g_clear_pointer (&self->audit, foi_audit_free);
  g_clear_pointer (&self->primary, g_array_unref);
  g_clear_pointer (&self->secondary, g_array_unref);
  g_free (self->advice);
  g_free (self);
}

static gboolean
suppress (FoiProtection *self, FoiCaseEditor *editor, GArray *cells, gboolean primary,
          GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (FoiCellEdit));

  for (guint i = 0; i < cells->len; i++)
    {
      const FoiCellPlace *place
        = foi_disclosure_case_get_place (self->disclosure, g_array_index (cells, guint, i));
      FoiCellEdit edit = { .cell = foi_cell_state (FOI_CELL_SUPPRESSED) };

      edit.row = foi_row_store_get (foi_table_data_get_rows (place->data), place->row)->id;
      edit.column = foi_column_get_name (foi_table_data_get_column (place->data, place->column));
      g_array_append_val (edits, edit);
    }
  return foi_case_editor_withhold_cells (editor, self->table,
                                         (const FoiCellEdit *) (gpointer) edits->data, edits->len,
                                         primary, error);
}

static JsonNode *
new_rule (const FoiSmallRule *rule, const char *reason)
{
  g_autoptr (JsonNode) node = foi_json_new_object ();
  JsonNode *members[3];
  static const char *const keys[] = { "threshold", "zero", "reason", NULL };

  members[0] = foi_json_new_integer (rule->threshold);
  members[1] = foi_json_new_string (rule->zero ? "suppress" : "keep");
  members[2] = foi_json_new_string (reason != NULL ? reason : "");
  for (guint i = 0; i < (reason != NULL ? 3 : 2); i++)
    {
      JsonNode *next = foi_json_set_member (node, keys[i], members[i], keys);

      json_node_unref (node);
      node = next;
    }
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    json_node_unref (members[i]);
  return g_steal_pointer (&node);
}

/**
 * foi_protection_apply:
 * @editor: of the case that it was made for, unchanged since
 * @reason: (nullable): why identification is reasonably likely
 *
 * Gives the table its rule and suppresses the cells, as one command. The true values go into the
 * file's `withheld`.
 *
 * Returns: whether it was done; else nothing is.
 */
gboolean
foi_protection_apply (FoiProtection *self, FoiCaseEditor *editor, const char *reason,
                      GError **error)
{
  g_autoptr (JsonNode) rule = new_rule (&self->rule, reason);

  foi_case_editor_begin (editor, _("Protect Small Numbers"));
  if (!foi_case_editor_set_table_member (editor, self->table, "foi:rule", rule,
                                         _("Protect Small Numbers"), error)
      || !suppress (self, editor, self->primary, TRUE, error)
      || !suppress (self, editor, self->secondary, FALSE, error))
    {
      foi_case_editor_cancel (editor);
      return FALSE;
    }
  foi_case_editor_end (editor);
  return TRUE;
}
