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

struct _FoiCellCover
{
  FoiTableData *table;
  FoiCellList  *withheld; /* or NULL: nothing of it is */
  FoiSmallRule  rule;
};

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
 * foi_cell_cover_new:
 * @state: a case
 * @table: the name of one of its tables
 *
 * For one thread at a time.
 *
 * Returns: (transfer full) (nullable): what is kept of its cells; %NULL where there is no such
 *   table.
 */
FoiCellCover *
foi_cell_cover_new (FoiCaseState *state, const char *table)
{
  FoiTableData *data;
  FoiCellCover *self;

  g_return_val_if_fail (state != NULL && table != NULL, NULL);

  data = foi_case_state_find_table (state, table);
  if (data == NULL)
    return NULL;
  self = g_new0 (FoiCellCover, 1);
  self->table = foi_table_data_ref (data);
  self->rule = foi_small_rule_of_table (state, data);
  if (has_withheld (state, table))
    self->withheld = foi_cell_list_new (state, table, FOI_CELL_LIST_WITHHELD);
  return self;
}

/**
 * foi_cell_cover_free:
 * @self: (transfer full): a cover
 *
 * Gives it up.
 */
void
foi_cell_cover_free (FoiCellCover *self)
{
  foi_table_data_unref (self->table);
  g_clear_pointer (&self->withheld, foi_cell_list_free);
  g_free (self);
}

/* Whether the case has the true figure of a cell that shows it rounded. */
static gboolean
has_true_figure (FoiCellCover *self, guint position, const char *column)
{
  g_autoptr (JsonNode) row = NULL;
  JsonNode *entry;

  if (self->withheld == NULL)
    return FALSE;
  row = _foi_case_edits_dup_address (self->table, position, NULL);
  entry = row != NULL ? foi_cell_list_get (self->withheld, row, column) : NULL;
  return entry != NULL && foi_cell_list_get_by (entry) == FOI_WITHHELD_ROUNDED;
}

/* Whether a figure that is not rounded comes in among ones that were rounded here. */
static gboolean
is_exact (FoiCellCover *self, guint column, const FoiCell *before, const FoiCell *after)
{
  return self->rule.is_ours && self->rule.round > 1
         && foi_column_get_value_type (foi_table_data_get_column (self->table, column))
              == FOI_VALUE_INTEGER
         && before->state == FOI_CELL_VALUE && before->number % self->rule.round == 0
         && after->state == FOI_CELL_VALUE && after->number % self->rule.round != 0;
}

/**
 * foi_cell_cover_get:
 * @row: the id of a row
 * @column: the name of a column
 * @after: what the cell is to become, which is something else than it is
 *
 * Returns: what the case keeps to itself of the cell, and would not keep any more or would show.
 */
FoiPasteCover
foi_cell_cover_get (FoiCellCover *self, guint64 row, const char *column, const FoiCell *after)
{
  const FoiCell *before;
  guint position;
  int index;

  g_return_val_if_fail (self != NULL && column != NULL && after != NULL, FOI_PASTE_OPEN);

  index = foi_table_data_find_column (self->table, column);
  if (index < 0 || !foi_row_store_find (foi_table_data_get_rows (self->table), row, &position))
    return FOI_PASTE_OPEN;
  before = foi_table_data_get_cell (self->table, position, (guint) index);
  if (before->state == FOI_CELL_SUPPRESSED)
    return FOI_PASTE_WITHHELD;
  return is_exact (self, (guint) index, before, after) || has_true_figure (self, position, column)
           ? FOI_PASTE_ROUNDED : FOI_PASTE_OPEN;
}

/**
 * foi_cell_cover_get_refusal:
 * @row: the id of a row
 * @column: the name of a column
 * @after: what many cells at once are to become, this one among them
 *
 * Pasting, filling or clearing a block must not undo what was decided of a cell in it.
 *
 * Returns: (nullable): why the cell stays as it is; %NULL if it need not.
 */
const char *
foi_cell_cover_get_refusal (FoiCellCover *self, guint64 row, const char *column,
                            const FoiCell *after)
{
  const FoiCell *before;
  const char *reason;
  guint position;
  int index;

  g_return_val_if_fail (self != NULL && column != NULL && after != NULL, NULL);

  index = foi_table_data_find_column (self->table, column);
  if (index < 0 || !foi_row_store_find (foi_table_data_get_rows (self->table), row, &position))
    return NULL;
  before = foi_table_data_get_cell (self->table, position, (guint) index);
  reason = foi_paste_get_refusal (before, after, foi_table_data_is_key (self->table,
                                                                        (guint) index));
  if (reason != NULL || foi_cell_equal (before, after)
      || foi_cell_cover_get (self, row, column, after) != FOI_PASTE_ROUNDED)
    return reason;
  return _("This figure is rounded. Take the rounding off first, in Small Numbers, and round "
           "again afterwards.");
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
  g_autoptr (FoiCellCover) cover = NULL;

  g_return_if_fail (match != NULL && state != NULL && table != NULL);

  cover = foi_cell_cover_new (state, table);
  for (guint i = 0; cover != NULL && i < match->changes->len; i++)
    {
      FoiPasteChange *change = &g_array_index (match->changes, FoiPasteChange, i);

      change->cover = foi_cell_cover_get (cover, change->row, change->column, &change->after);
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
