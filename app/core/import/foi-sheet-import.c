/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-sheet-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-error.h"

typedef struct
{
  FoiSheetBlock       *block;
  FoiPasteGridBuilder *builder;
  const FoiSheetRange *wanted;   /* or NULL for all */
  void               (*progress) (double fraction, gpointer data);
  gpointer             data;
} BlockReading;

/* Widens what is used by a cell; of its columns nothing is known before. */
static void
note_place (FoiSheetBlock *block, const FoiSheetCell *cell)
{
  FoiSheetRange *range = &block->range;

  if (block->rows->len == 0)
    *range = (FoiSheetRange) { cell->row, 0, cell->row, 0 };
  range->last_row = cell->row;
  range->last_column = MAX (range->last_column, cell->column);
}

static gboolean
cell_cb (const FoiSheetCell *cell, gpointer data, GError **error)
{
  BlockReading *self = data;
  FoiSheetBlock *block = self->block;
  guint first = self->wanted != NULL ? self->wanted->first_column : 0;

  if (self->wanted != NULL
      && (cell->row < self->wanted->first_row || cell->row > self->wanted->last_row
          || cell->column < first || cell->column > self->wanted->last_column))
    return TRUE;
  if (cell->hidden)
    {
      block->n_hidden++;
      return TRUE;
    }
  if (self->wanted == NULL)
    note_place (block, cell);
  block->n_computed += cell->computed;
  block->n_rounded += cell->stored != NULL;
  if (block->rows->len == 0
      || g_array_index (block->rows, guint, block->rows->len - 1) != cell->row)
    {
      g_array_append_val (block->rows, cell->row);
      foi_paste_grid_builder_begin_row (self->builder);
    }
  return foi_paste_grid_builder_add (self->builder, cell->column - first, cell->text, error);
}

static void
progress_cb (double fraction, gpointer data)
{
  BlockReading *self = data;

  if (self->progress != NULL)
    self->progress (fraction, self->data);
}

/**
 * foi_sheet_block_read:
 * @workbook: a workbook
 * @sheet: one of its sheets, from 0
 * @range: (nullable): a part of it, or all that is used
 * @progress: (nullable): is told what fraction was read
 * @data: for @progress
 * @cancellable: (nullable): stops it
 * @error: as foi_workbook_read_sheet(), or %FOI_ERROR_NOT_FOUND where nothing is to be seen
 *
 * Reads what is seen of a sheet. Hidden rows and columns stay behind even if the range has them,
 * and so do those of a hidden sheet.
 *
 * Returns: (transfer full) (nullable): the cells.
 */
FoiSheetBlock *
foi_sheet_block_read (FoiWorkbook *workbook, guint sheet, const FoiSheetRange *range,
                      void (*progress) (double, gpointer), gpointer data,
                      GCancellable *cancellable, GError **error)
{
  static const FoiSheetVisitor visitor = { cell_cb, progress_cb };
  g_autoptr (FoiSheetBlock) self = g_new0 (FoiSheetBlock, 1);
  g_autoptr (FoiPasteGridBuilder) builder = foi_paste_grid_builder_new ();
  BlockReading reading = { self, builder, range, progress, data };

  g_return_val_if_fail (workbook != NULL, NULL);

  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  if (range != NULL)
    self->range = *range;
  if (!foi_workbook_read_sheet (workbook, sheet, &visitor, &reading, cancellable, error))
    return NULL;
  if (self->rows->len == 0)
    {
      g_set_error (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                   _("There is nothing to be seen in this part of the sheet"));
      return NULL;
    }
  self->grid = foi_paste_grid_builder_end (g_steal_pointer (&builder));
  return g_steal_pointer (&self);
}

/**
 * foi_sheet_block_free:
 * @self: (nullable): cells
 *
 * Frees them.
 */
void
foi_sheet_block_free (FoiSheetBlock *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->grid, foi_paste_grid_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_free (self);
}

static gboolean
stop_cb (const FoiSheetCell *cell, gpointer data, GError **error)
{
  gboolean *found = data;

  if (cell->hidden)
    return TRUE;
  *found = TRUE;
  /* One is enough. */
  return FALSE;
}

/**
 * foi_workbook_find_first:
 * @workbook: a workbook
 *
 * Returns: the first sheet that is seen and has something to be seen in it; -1 if there is none.
 */
int
foi_workbook_find_first (FoiWorkbook *workbook)
{
  static const FoiSheetVisitor visitor = { stop_cb, NULL };

  for (guint i = 0; i < foi_workbook_get_n_sheets (workbook); i++)
    {
      gboolean found = FALSE;

      if (foi_workbook_get_sheet_state (workbook, i) != FOI_SHEET_VISIBLE)
        continue;
      foi_workbook_read_sheet (workbook, i, &visitor, &found, NULL, NULL);
      if (found)
        return (int) i;
    }
  return -1;
}

/**
 * foi_workbook_find_sheet:
 * @workbook: a workbook
 * @name: a sheet's name
 *
 * Returns: the sheet; -1 if there is none of that name.
 */
int
foi_workbook_find_sheet (FoiWorkbook *workbook, const char *name)
{
  for (guint i = 0; i < foi_workbook_get_n_sheets (workbook); i++)
    {
      if (strcmp (foi_workbook_get_sheet_name (workbook, i), name) == 0)
        return (int) i;
    }
  return -1;
}

/* ---- what was changed in reading ---- */

static void
free_change (gpointer data)
{
  FoiSheetChange *change = data;

  g_free (change->typed);
  g_free (change->value);
  foi_refusal_clear (&change->refusal);
  g_free (change);
}

/* Of a column: those that are known, by what stands in the cells. */
static void
add_change (GPtrArray *changes, GHashTable *known, guint row, const char *typed, const char *value,
            FoiColumn *column)
{
  FoiSheetChange *change = g_hash_table_lookup (known, typed);

  if (change != NULL)
    {
      change->count++;
      return;
    }
  change = g_new0 (FoiSheetChange, 1);
  change->typed = g_strdup (typed);
  change->value = g_strdup (value);
  change->count = 1;
  change->row = row;
  if (value == NULL)
    {
      g_auto (FoiCell) cell = FOI_CELL_INIT;

      foi_typed_parse (column, typed, &cell, &change->refusal);
    }
  g_ptr_array_add (changes, change);
  g_hash_table_insert (known, change->typed, change);
}

static const char *
get_typed (FoiPasteProposal *proposal, guint row, guint column)
{
  return foi_paste_grid_get (proposal->grid, g_array_index (proposal->rows, guint, row),
                             g_array_index (proposal->sources, guint, column));
}

/**
 * foi_sheet_block_list_changes:
 * @self: cells
 * @proposal: the table that was made of them
 * @column: one of its columns that came from them
 *
 * Lists what is written otherwise in the table than it stands in the file, as 20,049 that becomes
 * 20049, and what could not be read; equal ones once.
 *
 * Returns: (transfer full) (element-type FoiSheetChange): these, in the order of the rows.
 */
GPtrArray *
foi_sheet_block_list_changes (FoiSheetBlock *self, FoiPasteProposal *proposal, guint column)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (free_change);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) plain = g_string_new (NULL);
  FoiColumn *field = foi_table_data_get_column (proposal->table, column);

  for (guint i = 0; i < proposal->rows->len; i++)
    {
      const FoiCell *cell = foi_table_data_get_cell (proposal->table, i, column);
      const char *typed = get_typed (proposal, i, column);

      if (*typed == '\0' || (cell->has_text && strcmp (cell->text, typed) == 0))
        continue;
      g_string_truncate (plain, 0);
      foi_column_append_plain (field, cell, plain);
      if (strcmp (plain->str, typed) != 0)
        add_change (changes, known, i, typed, cell->state == FOI_CELL_BLANK ? NULL : plain->str,
                    field);
    }
  return changes;
}

/**
 * foi_sheet_block_dup_place:
 * @self: cells
 * @proposal: the table that was made of them
 * @row: a row of the table, from 0
 * @column: a column of it that came from the cells
 *
 * Returns: (transfer full): where in the sheet that stands, as `B4`.
 */
char *
foi_sheet_block_dup_place (FoiSheetBlock *self, FoiPasteProposal *proposal, guint row,
                           guint column)
{
  guint source = g_array_index (proposal->rows, guint, row);
  FoiSheetRange place;

  place.first_row = place.last_row = g_array_index (self->rows, guint, source);
  place.first_column = place.last_column
    = self->range.first_column + g_array_index (proposal->sources, guint, column);
  return foi_sheet_range_to_text (&place);
}
