/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-import-edits.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits.h"
#include "foi-error.h"
#include "foi-json-edit.h"

/* So many changes are listed one by one; the history is to be read by somebody. */
#define MAX_CHANGES 1000

/* What could not be read stays as text in so many notes. */
#define MAX_NOTES 10000

#define IMPORTS "internal/imports"
#define NOTES "internal/notes"

/* ---- history ---- */

/* `B4: 20,049 → 20049 (3 times)`. */
static char *
describe_change (FoiSheetBlock *block, FoiPasteProposal *proposal, guint column,
                 const FoiSheetChange *change)
{
  g_autofree char *place = foi_sheet_block_dup_place (block, proposal, change->row, column);

  if (change->is_text)
    /* Translators: the place of a cell, what stood there, in how many cells it did. */
    return g_strdup_printf (_("%s: “%s” kept as text (%u)"), place, change->typed, change->count);
  if (change->value == NULL)
    /* Translators: the place of a cell, what stood there, in how many cells it did. */
    return g_strdup_printf (_("%s: “%s” could not be read (%u)"), place, change->typed,
                            change->count);
  /* Translators: the place of a cell, what stood there, its value here, in how many cells. */
  return g_strdup_printf (_("%s: %s → %s (%u)"), place, change->typed, change->value,
                          change->count);
}

static JsonArray *
list_changes (FoiSheetBlock *block, FoiPasteProposal *proposal)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < proposal->sources->len; i++)
    {
      g_autoptr (GPtrArray) changes = foi_sheet_block_list_changes (block, proposal, i);

      for (guint j = 0; j < changes->len && json_array_get_length (array) < MAX_CHANGES; j++)
        {
          g_autofree char *text
            = describe_change (block, proposal, i, g_ptr_array_index (changes, j));

          json_array_add_string_element (array, text);
        }
    }
  return array;
}

/* `B4: 0.333333333333333 → 0.3 (rounded)`. */
static void
list_rounded (JsonArray *array, FoiSheetBlock *block)
{
  for (guint i = 0;
       i < block->rounded->len && json_array_get_length (array) < MAX_CHANGES; i++)
    {
      const FoiSheetRounded *rounded = &g_array_index (block->rounded, FoiSheetRounded, i);
      g_autofree char *place = foi_sheet_rounded_dup_place (rounded);
      g_autofree char *text
        /* Translators: the place of a cell, a number in a file, and the same with fewer places. */
        = g_strdup_printf (_("%s: %s → %s (rounded)"), place, rounded->stored, rounded->shown);

      json_array_add_string_element (array, text);
    }
}

/* `Calls: 41 → 43`: a cell that was something else before, or stays it. */
static void
list_cells (JsonArray *array, FoiTableData *table, GArray *changes, gboolean are_kept)
{
  for (guint i = 0; i < changes->len && json_array_get_length (array) < MAX_CHANGES; i++)
    {
      const FoiPasteChange *change = &g_array_index (changes, FoiPasteChange, i);
      int index = foi_table_data_find_column (table, change->column);
      FoiColumn *column = foi_table_data_get_column (table, (guint) index);
      g_autofree char *before = foi_column_format_plain (column, &change->before);
      g_autofree char *after = foi_column_format_plain (column, &change->after);
      g_autofree char *text
        = g_strdup_printf (are_kept
                             /* Translators: the heading of a column, a value in it that stays,
                              * and what stands in a file. */
                             ? _("%s: %s kept, not %s")
                             /* Translators: the heading of a column, a value in it and what it
                              * became. */
                             : _("%s: %s → %s"),
                           foi_column_get_title (column), before,
                           *after != '\0' ? after : _("blank"));

      json_array_add_string_element (array, text);
    }
}

static JsonArray *
list_replaced (FoiTableData *table, FoiPasteMatch *match)
{
  JsonArray *array = json_array_new ();

  list_cells (array, table, match->changes, FALSE);
  list_cells (array, table, match->kept, TRUE);
  return array;
}

/* Appends @entries (element-type JsonNode) to a list of the case. */
static gboolean
append_to_list (FoiCaseEditor *self, const char *path, GPtrArray *entries, GError **error)
{
  JsonNode *before = foi_case_state_get_node (foi_case_get_state (foi_case_editor_get_case (self)),
                                              path);
  JsonArray *list = json_array_new ();
  g_autoptr (JsonNode) longer = NULL;

  for (guint i = 0; i < foi_json_get_n_elements (before); i++)
    json_array_add_element (list, json_node_ref (foi_json_get_element (before, i)));
  for (guint i = 0; i < entries->len; i++)
    json_array_add_element (list, json_node_ref (g_ptr_array_index (entries, i)));
  longer = foi_json_take_array (list);
  return entries->len == 0
         || foi_case_editor_set_node (self, path, longer, _("Import Table"), error);
}

static JsonNode *
make_entry (const char *table, FoiSheetBlock *block, const FoiImportSource *source,
            JsonArray *changes)
{
  g_autofree char *range = foi_sheet_range_to_text (&block->range);
  JsonObject *entry = json_object_new ();

  list_rounded (changes, block);
  json_object_set_string_member (entry, "table", table);
  json_object_set_string_member (entry, "file", source->file);
  json_object_set_string_member (entry, "sha256", source->sha256);
  if (source->sheet != NULL && *source->sheet != '\0')
    json_object_set_string_member (entry, "sheet", source->sheet);
  json_object_set_string_member (entry, "range", range);
  json_object_set_string_member (entry, "date", source->date);
  json_object_set_array_member (entry, "changes", changes);
  return foi_json_take_object (entry);
}

/* ---- what could not be read ---- */

/* The officer's note at a cell of which nobody knows yet what it should be. `unread` says what
 * stands in the file, `kept` what the cell has until somebody says more. */
static JsonNode *
make_note (FoiTableData *table, const FoiPasteProblem *problem, const char *date)
{
  JsonObject *note = json_object_new ();
  g_autofree char *text = NULL;
  int column = foi_table_data_find_column (table, problem->column);
  guint position;
  JsonNode *key = NULL;
  json_object_set_string_member (note, "table", foi_table_data_get_name (table));
  if (foi_row_store_find (foi_table_data_get_rows (table), problem->row, &position))
    key = foi_table_data_dup_row_key (table, position);
  if (key != NULL)
    json_object_set_member (note, "row", key);
  text = g_strdup_printf (key != NULL && column >= 0
                              && foi_table_data_get_cell (table, position, (guint) column)->state
                                   == FOI_CELL_SUPPRESSED
                            /* Translators: what stood in a cell of a file. */
                            ? _("The file has “%s” here; the figure is withheld, and stays so")
                            /* Translators: what stood in a cell of a file. */
                            : _("The file has “%s” here, which could not be read"),
                          problem->typed);
  json_object_set_string_member (note, "field", problem->column);
  json_object_set_string_member (note, "text", text);
  json_object_set_string_member (note, "unread", problem->typed);
  if (key != NULL && column >= 0)
    {
      g_autofree char *kept = foi_column_format_plain (
        foi_table_data_get_column (table, (guint) column),
        foi_table_data_get_cell (table, position, (guint) column));

      if (*kept != '\0')
        json_object_set_string_member (note, "kept", kept);
    }
  json_object_set_string_member (note, "date", date);
  return foi_json_take_object (note);
}

static FoiImportHistory *
history_new (JsonNode *entry, FoiTableData *table, GArray *problems, const char *date)
{
  FoiImportHistory *self = g_new0 (FoiImportHistory, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_ptr_array_add (self->entries, entry);
  for (guint i = 0; i < problems->len && i < MAX_NOTES; i++)
    g_ptr_array_add (self->notes,
                     make_note (table, &g_array_index (problems, FoiPasteProblem, i), date));
  return self;
}

/**
 * foi_import_history_new:
 * @block: what was read of a file
 * @proposal: the table made of it, as a person wants it
 * @source: where it came from
 *
 * For any thread: of a large file this takes a while.
 *
 * Returns: (transfer full): what the case keeps of the import.
 */
FoiImportHistory *
foi_import_history_new (FoiSheetBlock *block, FoiPasteProposal *proposal,
                        const FoiImportSource *source)
{
  g_return_val_if_fail (block != NULL && proposal != NULL && source != NULL, NULL);

  return history_new (make_entry (foi_table_data_get_name (proposal->table), block, source,
                                  list_changes (block, proposal)),
                      proposal->table, proposal->problems, source->date);
}

/* The table with the rows that are added, by which notes can name them. */
static FoiTableData *
add_rows (FoiTableData *table, FoiPasteMatch *match)
{
  FoiRowStore *before = foi_table_data_get_rows (table);
  g_autoptr (FoiRowStore) rows
    = foi_row_store_splice (before, foi_row_store_get_length (before), 0,
                            (FoiRecord *const *) match->added->pdata, match->added->len);

  return foi_table_data_with_rows (table, rows,
                                   foi_table_data_get_next_row_id (table) + match->added->len);
}

/**
 * foi_import_history_new_over:
 * @block: what was read of a file
 * @table: a table that is there
 * @match: what foi_import_match() gave for both
 * @source: where it came from
 *
 * Returns: (transfer full): what the case keeps of the import.
 */
FoiImportHistory *
foi_import_history_new_over (FoiSheetBlock *block, FoiTableData *table, FoiPasteMatch *match,
                             const FoiImportSource *source)
{
  g_autoptr (FoiTableData) longer = NULL;

  g_return_val_if_fail (block != NULL && table != NULL, NULL);
  g_return_val_if_fail (match != NULL && source != NULL, NULL);

  longer = add_rows (table, match);
  return history_new (make_entry (foi_table_data_get_name (table), block, source,
                                  list_replaced (table, match)),
                      longer, match->problems, source->date);
}

/**
 * foi_import_history_free:
 * @self: (nullable): what the case keeps
 *
 * Frees it.
 */
void
foi_import_history_free (FoiImportHistory *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static gboolean
add_history (FoiCaseEditor *self, FoiImportHistory *history, GError **error)
{
  return append_to_list (self, IMPORTS, history->entries, error)
         && append_to_list (self, NOTES, history->notes, error);
}

/* ---- commands ---- */

/**
 * foi_case_editor_import_new:
 * @proposal: the table made of a file, as a person wants it
 * @history: what the case keeps of the import
 * @question: (nullable): the question that it answers
 * @error: set to %FOI_ERROR_REFUSED or %FOI_ERROR_NOT_FOUND
 *
 * Adds the table, with the history of its import and a note at each cell that could not be read, as
 * one command.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_editor_import_new (FoiCaseEditor *self, FoiPasteProposal *proposal,
                            FoiImportHistory *history, const char *question, GError **error)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (proposal != NULL && history != NULL, FALSE);

  foi_case_editor_begin (self, _("Import Table"));
  if (foi_case_editor_add_table (self, proposal->table, question, error)
      && add_history (self, history, error))
    {
      foi_case_editor_end (self);
      return TRUE;
    }
  foi_case_editor_cancel (self);
  return FALSE;
}

/**
 * foi_import_may_append:
 * @table: a table
 * @match: what foi_import_match() gave for it
 * @error: set to %FOI_ERROR_REFUSED
 *
 * Returns: whether no row of the file is in the table already, so that rows are only added.
 */
gboolean
foi_import_may_append (FoiTableData *table, FoiPasteMatch *match, GError **error)
{
  guint n_rows, n_known;

  g_return_val_if_fail (table != NULL && match != NULL, FALSE);

  n_rows = foi_row_store_get_length (foi_table_data_get_rows (table));
  n_known = n_rows - match->absent->len;
  if (n_known == 0)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               ngettext ("%u row of the file is in the table already: nothing is added. Have rows "
                         "of the same name replaced instead",
                         "%u rows of the file are in the table already: nothing is added. Have "
                         "rows of the same name replaced instead",
                         n_known),
               n_known);
  return FALSE;
}

/**
 * foi_case_editor_import_over:
 * @table: the name of a table
 * @match: what foi_import_match() gave for a file and the table as it is now
 * @history: what the case keeps of the import
 * @error: set to %FOI_ERROR_REFUSED, %FOI_ERROR_NOT_FOUND or %FOI_ERROR_VALUE
 *
 * Changes cells of rows that are named alike and adds the others, with the history of the import,
 * as one command.
 *
 * Returns: whether it was done.
 */
gboolean
foi_case_editor_import_over (FoiCaseEditor *self, const char *table, FoiPasteMatch *match,
                             FoiImportHistory *history, GError **error)
{
  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (match != NULL && history != NULL, FALSE);

  foi_case_editor_begin (self, _("Import into Table"));
  if (foi_case_editor_paste_over (self, table, match, error)
      && add_history (self, history, error))
    {
      foi_case_editor_end (self);
      return TRUE;
    }
  foi_case_editor_cancel (self);
  return FALSE;
}
