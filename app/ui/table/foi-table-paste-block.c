/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-block-text.h"
#include "foi-case-edits.h"
#include "foi-table-grid-private.h"
#include "foi-typed.h"

/* A paste under way: what goes where, and what of it is no value. */
typedef struct
{
  FoiTableGrid *grid;
  GPtrArray    *rows;      /* of GStrv */
  guint         top, left;
  guint         height, width;
  guint         n_cells;   /* of the longest row that is pasted */
  GArray       *edits;     /* of FoiCellEdit, whose cells are owned */
  GPtrArray    *refused;   /* of Refused */
} Paste;

typedef struct
{
  guint64     row;
  char       *column;
  const char *text;
  FoiRefusal  refusal;
} Refused;

static void
refused_free (gpointer data)
{
  Refused *refused = data;

  foi_refusal_clear (&refused->refusal);
  g_free (refused->column);
  g_free (refused);
}

static void
clear_edit (gpointer data)
{
  foi_cell_clear (&((FoiCellEdit *) data)->cell);
}

static void
paste_free (Paste *paste)
{
  g_ptr_array_unref (paste->rows);
  g_array_unref (paste->edits);
  g_ptr_array_unref (paste->refused);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static FoiTableData *
get_data (Paste *paste)
{
  return foi_table_get_data (paste->grid->table);
}

/* A block that is a multiple of what is pasted is filled with it, as in spreadsheets. */
static guint
repeat (guint selected, guint pasted)
{
  return selected > pasted && selected % pasted == 0 ? selected : pasted;
}

static Paste *
paste_new (FoiTableGrid *self, const char *text)
{
  Paste *paste = g_new0 (Paste, 1);

  paste->grid = self;
  paste->rows = foi_block_text_read (text);
  paste->top = self->block.top;
  paste->left = self->block.left;
  paste->height = repeat (self->block.bottom - self->block.top + 1, paste->rows->len);
  paste->n_cells = foi_block_text_get_width (paste->rows);
  paste->width = repeat (self->block.right - self->block.left + 1, paste->n_cells);
  paste->edits = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));
  g_array_set_clear_func (paste->edits, clear_edit);
  paste->refused = g_ptr_array_new_with_free_func (refused_free);
  return paste;
}

static const char *
get_text (Paste *paste, guint row, guint column)
{
  char **cells = g_ptr_array_index (paste->rows, row % paste->rows->len);

  column = column % paste->n_cells;
  return column < g_strv_length (cells) ? cells[column] : "";
}

static void
add_cell (Paste *paste, guint64 row, FoiColumn *column, const char *text)
{
  FoiCellEdit edit = { .row = row, .column = foi_column_get_name (column) };
  FoiTypedBounds bounds = { FALSE, 0, 0 };
  FoiRefusal refusal = { NULL, NULL };
  Refused *refused;

  if (foi_typed_parse_full (column, text, &edit.cell, &bounds, &refusal))
    {
      edit.has_bounds = bounds.known;
      edit.from = bounds.from;
      edit.to = bounds.to;
      g_array_append_val (paste->edits, edit);
      return;
    }
  refused = g_new0 (Refused, 1);
  refused->row = row;
  refused->column = g_strdup (edit.column);
  refused->text = text;
  refused->refusal = refusal;
  g_ptr_array_add (paste->refused, refused);
}

/* What is to be set, once the table has all the rows and columns. */
static void
collect_cells (Paste *paste)
{
  FoiTableGrid *self = paste->grid;
  guint width = MIN (paste->width, self->fields->len - paste->left);

  for (guint i = 0; i < paste->height; i++)
    {
      FoiRecord *record = foi_row_store_get (foi_table_data_get_rows (get_data (paste)),
                                             paste->top + i);

      for (guint j = 0; j < width; j++)
        add_cell (paste, record->id, foi_table_grid_get_field (self, paste->left + j),
                  get_text (paste, i, j));
    }
}

static gboolean
insert_columns (Paste *paste, guint n_columns, GError **error)
{
  FoiTableGrid *self = paste->grid;

  for (guint i = 0; i < n_columns; i++)
    {
      guint number = foi_table_get_n_columns (self->table) + 1;
      g_autofree char *name = NULL;
      g_autofree char *title = NULL;
      g_autoptr (FoiColumn) column = NULL;

      do
        {
          g_free (name);
          name = g_strdup_printf ("column-%u", number++);
        }
      while (foi_table_find_column (self->table, name) >= 0);
      /* Translators: the heading of a new column, until it is given another. */
      title = g_strdup_printf (_("Column %u"), number - 1);
      column = foi_column_new (name, title, FOI_VALUE_TEXT);
      if (!foi_case_editor_insert_column (foi_document_get_editor (self->document),
                                          foi_table_get_name (self->table), G_MAXUINT, column,
                                          error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply (Paste *paste, guint new_columns, GError **error)
{
  FoiTableGrid *self = paste->grid;
  FoiCaseEditor *editor = foi_document_get_editor (self->document);
  const char *table = foi_table_get_name (self->table);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->table));
  guint wanted = paste->top + paste->height;

  if (!insert_columns (paste, new_columns, error))
    return FALSE;
  if (wanted > n_rows
      && !foi_case_editor_insert_rows (editor, table, n_rows, wanted - n_rows, NULL, error))
    return FALSE;
  collect_cells (paste);
  return paste->edits->len == 0
         || foi_case_editor_set_cells (editor, table,
                                       (const FoiCellEdit *) (gpointer) paste->edits->data,
                                       paste->edits->len, _("Paste"), error);
}

/* What was no value stays in its cells as it was pasted, marked. */
static void
keep_refused (Paste *paste)
{
  FoiTableGrid *self = paste->grid;

  for (guint i = 0; i < paste->refused->len; i++)
    {
      const Refused *refused = g_ptr_array_index (paste->refused, i);
      FoiTableCell *cell;
      guint position;
      int column = foi_table_find_column (self->table, refused->column);

      if (column < 0 || !foi_table_find_row (self->table, refused->row, &position))
        continue;
      foi_cell_drafts_put (self->drafts, refused->row, refused->column, refused->text,
                           &refused->refusal,
                           foi_table_data_get_cell (get_data (paste), position, (guint) column));
      cell = _foi_table_grid_find_cell (self, refused->row, refused->column);
      if (cell != NULL)
        foi_table_cell_update (cell);
    }
  _foi_table_grid_emit (self, FOI_GRID_DRAFTS_CHANGED);
}

static void
forget_drafts_under (Paste *paste)
{
  for (guint i = 0; i < paste->edits->len; i++)
    {
      const FoiCellEdit *edit = &g_array_index (paste->edits, FoiCellEdit, i);
      FoiTableCell *cell;

      if (!foi_cell_drafts_remove (paste->grid->drafts, edit->row, edit->column))
        continue;
      cell = _foi_table_grid_find_cell (paste->grid, edit->row, edit->column);
      if (cell != NULL)
        foi_table_cell_update (cell);
    }
}

/**
 * foi_table_grid_paste_text:
 * @text: cells as spreadsheets copy them
 * @new_columns: how many columns to add for what is too wide
 * @clip: leave out what is too wide
 *
 * Pastes from the block's first cell on, as one command. More rows than there are become new rows;
 * of more columns the person is asked by "paste-too-wide". What is no value of its column stays in
 * its cell as a draft.
 */
void
foi_table_grid_paste_text (FoiTableGrid *self, const char *text, guint new_columns, gboolean clip)
{
  g_autoptr (Paste) paste = NULL;
  g_autoptr (GError) error = NULL;
  FoiCaseEditor *editor;
  FoiGridBlock block;

  g_return_if_fail (FOI_IS_TABLE_GRID (self));
  g_return_if_fail (text != NULL);

  if (!self->has_block)
    return;
  paste = paste_new (self, text);
  if (paste->left + paste->width > self->fields->len + new_columns && !clip)
    {
      g_signal_emit_by_name (self, "paste-too-wide", text);
      return;
    }
  editor = foi_document_get_editor (self->document);
  foi_table_grid_begin_edits (self);
  foi_case_editor_begin (editor, _("Paste"));
  if (apply (paste, new_columns, &error))
    foi_case_editor_end (editor);
  else
    foi_case_editor_cancel (editor);
  foi_table_grid_end_edits (self);
  if (error != NULL)
    {
      _foi_table_grid_tell (self, error->message);
      return;
    }
  forget_drafts_under (paste);
  keep_refused (paste);
  block = (FoiGridBlock) { paste->top, paste->top + paste->height - 1, paste->left,
                           MIN (paste->left + paste->width, self->fields->len) - 1 };
  foi_table_grid_select (self, &block);
}
