/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-edits.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"

static gboolean
set_changed_cells (FoiCaseEditor *self, const char *table, FoiPasteMatch *match, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));

  for (guint i = 0; i < match->changes->len; i++)
    {
      const FoiPasteChange *change = &g_array_index (match->changes, FoiPasteChange, i);
      FoiCellEdit edit = { change->row, change->column, change->after, change->bounds.known,
                           change->bounds.from, change->bounds.to, FALSE };

      g_array_append_val (edits, edit);
    }
  return foi_case_editor_set_cells (self, table, (const FoiCellEdit *) (gpointer) edits->data,
                                    edits->len, _("Paste over Table"), error);
}

static gboolean
add_rows (FoiCaseEditor *self, const char *table, FoiPasteMatch *match, GError **error)
{
  FoiTableData *data = _foi_case_edits_find_current_table (self, table, error);
  g_autoptr (FoiRowStore) rows = NULL;
  g_autoptr (FoiTableData) longer = NULL;
  guint64 next = foi_table_data_get_next_row_id (data);

  if (match->added->len == 0)
    return TRUE;
  rows = foi_row_store_splice (foi_table_data_get_rows (data),
                               foi_row_store_get_length (foi_table_data_get_rows (data)), 0,
                               (FoiRecord *const *) match->added->pdata, match->added->len);
  longer = foi_table_data_with_rows (data, rows, next + match->added->len);
  _foi_case_edits_push_table (self, longer, _("Paste over Table"));
  return TRUE;
}

/* What is known of counts in the rows added that came suppressed. */
static gboolean
set_added_bounds (FoiCaseEditor *self, const char *table, FoiPasteMatch *match, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));

  for (guint i = 0; i < match->added_bounds->len; i++)
    {
      const FoiPasteBounds *bounds = &g_array_index (match->added_bounds, FoiPasteBounds, i);
      FoiCellEdit edit = { bounds->row, bounds->column, foi_cell_state (FOI_CELL_SUPPRESSED), TRUE,
                           bounds->bounds.from, bounds->bounds.to, FALSE };

      g_array_append_val (edits, edit);
    }
  return foi_case_editor_set_cells (self, table, (const FoiCellEdit *) (gpointer) edits->data,
                                    edits->len, _("Paste over Table"), error);
}

/**
 * foi_case_editor_paste_over:
 * @table: the name of a table
 * @match: what foi_paste_match_table() gave for it as it is now
 *
 * Changes the cells that the pasted block has otherwise and adds its new rows, as one command.
 *
 * Returns: whether it was done; else %FOI_ERROR_NOT_FOUND or %FOI_ERROR_VALUE.
 */
gboolean
foi_case_editor_paste_over (FoiCaseEditor *self, const char *table, FoiPasteMatch *match,
                            GError **error)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (match != NULL, FALSE);

  foi_case_editor_begin (self, _("Paste over Table"));
  if (set_changed_cells (self, table, match, error) && add_rows (self, table, match, error)
      && set_added_bounds (self, table, match, error))
    {
      foi_case_editor_end (self);
      return TRUE;
    }
  foi_case_editor_cancel (self);
  return FALSE;
}
