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

  if (change->value == NULL)
    /* Translators: the place of a cell, what stood there, in how many cells it did. */
    return g_strdup_printf (_("%s: “%s” could not be read (%u)"), place, change->typed,
                            change->count);
  /* Translators: the place of a cell, what stood there, its value here, in how many cells. */
  return g_strdup_printf (_("%s: %s → %s (%u)"), place, change->typed, change->value,
                          change->count);
}

static JsonNode *
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
  return foi_json_take_array (array);
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

static gboolean
add_history (FoiCaseEditor *self, const char *table, FoiSheetBlock *block,
             const FoiImportSource *source, JsonNode *changes, GError **error)
{
  g_autoptr (GPtrArray) entries
    = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_autofree char *range = foi_sheet_range_to_text (&block->range);
  JsonObject *entry = json_object_new ();

  json_object_set_string_member (entry, "table", table);
  json_object_set_string_member (entry, "file", source->file);
  json_object_set_string_member (entry, "sha256", source->sha256);
  if (source->sheet != NULL && *source->sheet != '\0')
    json_object_set_string_member (entry, "sheet", source->sheet);
  json_object_set_string_member (entry, "range", range);
  json_object_set_string_member (entry, "date", source->date);
  json_object_set_member (entry, "changes", json_node_ref (changes));
  g_ptr_array_add (entries, foi_json_take_object (entry));
  return append_to_list (self, IMPORTS, entries, error);
}

/* ---- what could not be read ---- */

/* The officer's note at a blank cell of which nobody knows yet what it should be. */
static JsonNode *
make_note (FoiTableData *table, const FoiPasteProblem *problem, const char *date)
{
  JsonObject *note = json_object_new ();
  g_autofree char *text
    /* Translators: what stood in a cell of a file. */
    = g_strdup_printf (_("The file has “%s” here, which could not be read"), problem->typed);
  guint position;
  JsonNode *key = NULL;

  if (foi_row_store_find (foi_table_data_get_rows (table), problem->row, &position))
    key = foi_table_data_dup_row_key (table, position);
  json_object_set_string_member (note, "table", foi_table_data_get_name (table));
  if (key != NULL)
    json_object_set_member (note, "row", key);
  json_object_set_string_member (note, "field", problem->column);
  json_object_set_string_member (note, "text", text);
  json_object_set_string_member (note, "date", date);
  return foi_json_take_object (note);
}

static gboolean
add_notes (FoiCaseEditor *self, const char *name, GArray *problems, const char *date,
           GError **error)
{
  g_autoptr (GPtrArray) notes
    = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  FoiTableData *table = foi_case_state_find_table (
    foi_case_get_state (foi_case_editor_get_case (self)), name);

  for (guint i = 0; i < problems->len && i < MAX_NOTES; i++)
    g_ptr_array_add (notes, make_note (table, &g_array_index (problems, FoiPasteProblem, i),
                                       date));
  return append_to_list (self, NOTES, notes, error);
}

/* ---- commands ---- */

/**
 * foi_case_editor_import_new:
 * @block: what was read of a file
 * @proposal: the table made of it, as a person wants it
 * @source: where it came from
 * @question: (nullable): the question that it answers
 *
 * Adds the table, with the history of its import and a note at each cell that could not be read, as
 * one command.
 *
 * Returns: whether it was done; else %FOI_ERROR_REFUSED or %FOI_ERROR_NOT_FOUND.
 */
gboolean
foi_case_editor_import_new (FoiCaseEditor *self, FoiSheetBlock *block, FoiPasteProposal *proposal,
                            const FoiImportSource *source, const char *question, GError **error)
{
  const char *name;
  g_autoptr (JsonNode) changes = NULL;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (block != NULL && proposal != NULL && source != NULL, FALSE);

  name = foi_table_data_get_name (proposal->table);
  changes = list_changes (block, proposal);
  foi_case_editor_begin (self, _("Import Table"));
  if (foi_case_editor_add_table (self, proposal->table, question, error)
      && add_history (self, name, block, source, changes, error)
      && add_notes (self, name, proposal->problems, source->date, error))
    {
      foi_case_editor_end (self);
      return TRUE;
    }
  foi_case_editor_cancel (self);
  return FALSE;
}

static gboolean
may_append (FoiTableData *table, FoiPasteMatch *match, GError **error)
{
  guint n_rows = foi_row_store_get_length (foi_table_data_get_rows (table));
  guint n_known = n_rows - match->absent->len;

  if (n_known == 0)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED,
               ngettext ("%u row of the file is in the table already: nothing is added",
                         "%u rows of the file are in the table already: nothing is added",
                         n_known),
               n_known);
  return FALSE;
}

/**
 * foi_case_editor_import_over:
 * @table: the name of a table
 * @block: what was read of a file
 * @match: what foi_paste_match_table() gave for its cells and the table as it is now
 * @only_new: rows are added, and none that is there may change
 * @source: where it came from
 *
 * Changes cells of rows that are named alike and adds the others, with the history of the import,
 * as one command.
 *
 * Returns: whether it was done; else %FOI_ERROR_REFUSED, %FOI_ERROR_NOT_FOUND or %FOI_ERROR_VALUE.
 */
gboolean
foi_case_editor_import_over (FoiCaseEditor *self, const char *table, FoiSheetBlock *block,
                             FoiPasteMatch *match, gboolean only_new,
                             const FoiImportSource *source, GError **error)
{
  g_autoptr (JsonNode) none = foi_json_new_array ();
  FoiTableData *data;

  g_return_val_if_fail (FOI_IS_CASE_EDITOR (self), FALSE);
  g_return_val_if_fail (block != NULL && match != NULL && source != NULL, FALSE);

  data = foi_case_state_find_table (foi_case_get_state (foi_case_editor_get_case (self)), table);
  if (data != NULL && only_new && !may_append (data, match, error))
    return FALSE;
  foi_case_editor_begin (self, _("Import into Table"));
  if (foi_case_editor_paste_over (self, table, match, error)
      && add_history (self, table, block, source, none, error)
      && add_notes (self, table, match->problems, source->date, error))
    {
      foi_case_editor_end (self);
      return TRUE;
    }
  foi_case_editor_cancel (self);
  return FALSE;
}
