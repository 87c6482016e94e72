/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-paste-cover.h"

#include <glib/gi18n-lib.h>

#include "foi-case-edits-private.h"
#include "foi-cell-list.h"
#include "foi-json-edit.h"
#include "foi-number.h"
#include "foi-small-rule.h"

/* Fresh figures over cells of which the case keeps the true ones: a blank or a mark in the place of
 * a withheld figure loses it, and the exact figure in the place of a rounded one shows it. Neither
 * is to happen without a word. */

/* Whether the case has the true figure of a cell that shows it rounded. */
static gboolean
has_true_figure (FoiCellList *withheld, FoiTableData *table, const FoiPasteChange *change)
{
  g_autoptr (JsonNode) row = NULL;
  JsonNode *entry;
  guint position;

  if (!foi_row_store_find (foi_table_data_get_rows (table), change->row, &position))
    return FALSE;
  row = _foi_case_edits_dup_address (table, position, NULL);
  entry = row != NULL ? foi_cell_list_get (withheld, row, change->column) : NULL;
  return entry != NULL && foi_cell_list_get_by (entry) == FOI_WITHHELD_ROUNDED;
}

/* Whether a figure that is not rounded comes in among ones that were rounded here. */
static gboolean
is_exact (const FoiSmallRule *rule, FoiTableData *table, const FoiPasteChange *change)
{
  int index = foi_table_data_find_column (table, change->column);

  return rule->is_ours && rule->round > 1 && index >= 0
         && foi_column_get_value_type (foi_table_data_get_column (table, (guint) index))
              == FOI_VALUE_INTEGER
         && change->before.state == FOI_CELL_VALUE && change->before.number % rule->round == 0
         && change->after.state == FOI_CELL_VALUE && change->after.number % rule->round != 0;
}

static gboolean
has_withheld (FoiCaseState *state, const char *table)
{
  JsonNode *list = foi_case_state_get_node (state, "withheld");

  for (guint i = 0; i < foi_json_get_n_elements (list); i++)
    if (g_strcmp0 (foi_json_get_string (foi_json_get_element (list, i), "table", NULL), table) == 0)
      return TRUE;
  return FALSE;
}

/**
 * foi_paste_cover_find:
 * @match: what would change in a table
 * @state: the case that has it
 * @table: the table's name
 *
 * Says of each change what the case keeps to itself of the cell. For any thread.
 */
void
foi_paste_cover_find (FoiPasteMatch *match, FoiCaseState *state, const char *table)
{
  g_autoptr (FoiCellList) withheld = NULL;
  FoiSmallRule rule;
  FoiTableData *data;

  g_return_if_fail (match != NULL && state != NULL && table != NULL);

  data = foi_case_state_find_table (state, table);
  if (data == NULL)
    return;
  rule = foi_small_rule_of_table (state, data);
  if (has_withheld (state, table))
    withheld = foi_cell_list_new (state, table, FOI_CELL_LIST_WITHHELD);
  for (guint i = 0; i < match->changes->len; i++)
    {
      FoiPasteChange *change = &g_array_index (match->changes, FoiPasteChange, i);

      change->cover = FOI_PASTE_OPEN;
      if (change->before.state == FOI_CELL_SUPPRESSED)
        change->cover = FOI_PASTE_WITHHELD;
      else if (is_exact (&rule, data, change)
               || (withheld != NULL && has_true_figure (withheld, data, change)))
        change->cover = FOI_PASTE_ROUNDED;
    }
}

/**
 * foi_paste_cover_keep:
 * @match: what would change in a table, after foi_paste_cover_find()
 *
 * Takes the changes of withheld and rounded figures out of it: they are in `kept` then, and their
 * cells stay as they are.
 */
void
foi_paste_cover_keep (FoiPasteMatch *match)
{
  GArray *changes;
  guint n = 0;

  g_return_if_fail (match != NULL);

  changes = match->changes;
  for (guint i = 0; i < changes->len; i++)
    {
      FoiPasteChange change = g_array_index (changes, FoiPasteChange, i);

      if (change.cover != FOI_PASTE_OPEN)
        g_array_append_val (match->kept, change);
      else
        g_array_index (changes, FoiPasteChange, n++) = change;
    }
  /* What is behind the last that stayed was moved, and is not to be freed. */
  for (guint i = n; i < changes->len; i++)
    g_array_index (changes, FoiPasteChange, i) = (FoiPasteChange) { .row = 0 };
  g_array_set_size (changes, n);
}

/**
 * foi_paste_cover_count:
 * @match: what would change in a table, after foi_paste_cover_find()
 * @cover: what the case keeps to itself of a cell
 *
 * Returns: how many of the changes are of such cells.
 */
guint
foi_paste_cover_count (const FoiPasteMatch *match, FoiPasteCover cover)
{
  guint n = 0;

  g_return_val_if_fail (match != NULL, 0);

  for (guint i = 0; i < match->changes->len; i++)
    n += g_array_index (match->changes, FoiPasteChange, i).cover == cover;
  return n;
}

/**
 * foi_paste_cover_dup_words:
 * @match: what would change in a table, after foi_paste_cover_find()
 *
 * Returns: (transfer full) (nullable): that withheld or rounded figures are replaced, and how many;
 *   %NULL where none is.
 */
char *
foi_paste_cover_dup_words (const FoiPasteMatch *match)
{
  guint n_withheld, n_rounded;
  g_autofree char *withheld = NULL;
  g_autofree char *rounded = NULL;

  g_return_val_if_fail (match != NULL, NULL);

  n_withheld = foi_paste_cover_count (match, FOI_PASTE_WITHHELD);
  n_rounded = foi_paste_cover_count (match, FOI_PASTE_ROUNDED);
  withheld = foi_number_dup_count (
    ngettext ("%s withheld figure is replaced, and lost",
              "%s withheld figures are replaced, and lost", n_withheld),
    n_withheld);
  rounded = foi_number_dup_count (
    ngettext ("%s rounded figure is replaced, and what comes in is not rounded",
              "%s rounded figures are replaced, and what comes in is not rounded", n_rounded),
    n_rounded);
  if (n_withheld > 0 && n_rounded > 0)
    /* Translators: "2 withheld figures are replaced, and lost", and the same of rounded ones. */
    return g_strdup_printf (_("%s; %s"), withheld, rounded);
  return n_withheld > 0  ? g_steal_pointer (&withheld)
         : n_rounded > 0 ? g_steal_pointer (&rounded)
                         : NULL;
}
