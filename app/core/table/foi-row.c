/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-table-private.h"

struct _FoiRow
{
  GObject    parent_instance;
  FoiTable  *table;    /* unowned; NULL once it has gone */
  FoiRecord *record;   /* owned: a row whose record was deleted still says what it last said */
  guint64    id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiRow, foi_row, G_TYPE_OBJECT)

static void
foi_row_finalize (GObject *object)
{
  FoiRow *self = FOI_ROW (object);

  if (self->table != NULL)
    _foi_table_forget_row (self->table, self);
  g_clear_pointer (&self->record, foi_record_unref);
  G_OBJECT_CLASS (foi_row_parent_class)->finalize (object);
}

static void
foi_row_class_init (FoiRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = foi_row_finalize;

  /**
   * FoiRow::changed:
   *
   * A cell of the row is another, or its columns are.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
foi_row_init (FoiRow *self)
{
}

FoiRow *
_foi_row_new (FoiTable *table, FoiRecord *record)
{
  FoiRow *self = g_object_new (FOI_TYPE_ROW, NULL);

  self->table = table;
  self->record = foi_record_ref (record);
  self->id = record->id;
  return self;
}

const guint64 *
_foi_row_get_id_pointer (FoiRow *self)
{
  return &self->id;
}

/* Whether that changes anything. Nobody is told yet. */
gboolean
_foi_row_set_record (FoiRow *self, FoiRecord *record)
{
  g_assert (record->id == self->id);

  if (self->record == record)
    return FALSE;
  foi_record_ref (record);
  foi_record_unref (self->record);
  self->record = record;
  return TRUE;
}

void
_foi_row_emit_changed (FoiRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
_foi_row_forget_table (FoiRow *self)
{
  self->table = NULL;
}

/**
 * foi_row_get_id:
 * @self: a row
 *
 * Returns: its id, which no other row of its table ever has.
 */
guint64
foi_row_get_id (FoiRow *self)
{
  g_return_val_if_fail (FOI_IS_ROW (self), 0);

  return self->id;
}

/**
 * foi_row_get_n_cells:
 * @self: a row
 *
 * Returns: how many cells it has: as many as its table has columns.
 */
guint
foi_row_get_n_cells (FoiRow *self)
{
  g_return_val_if_fail (FOI_IS_ROW (self), 0);

  return self->record->n_cells;
}

/**
 * foi_row_get_cell:
 * @self: a row
 * @column: a column's place
 *
 * Returns: (transfer none): the cell, until the row changes; a blank one in a column that the row
 *   does not have, as a row that was deleted does not have the columns that came after.
 */
const FoiCell *
foi_row_get_cell (FoiRow *self, guint column)
{
  static const FoiCell blank = { .state = FOI_CELL_BLANK };

  g_return_val_if_fail (FOI_IS_ROW (self), &blank);

  return column < self->record->n_cells ? &self->record->cells[column] : &blank;
}

/**
 * foi_row_get_record:
 * @self: a row
 *
 * Returns: (transfer none): its cells as they are now; the last ones where the row was deleted.
 */
FoiRecord *
foi_row_get_record (FoiRow *self)
{
  g_return_val_if_fail (FOI_IS_ROW (self), NULL);

  return self->record;
}
