/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-case-edits.h"
#include "foi-paste-cover.h"
#include "foi-paste-grid.h"
#include "foi-table-grid-private.h"
#include "foi-table-paste.h"
#include "foi-totals.h"
#include "foi-typed.h"

/* A paste under way: what goes where, and what of it is no value. */
typedef struct
{
  FoiTableGrid *grid;
  FoiPasteGrid *cells;
  guint n_rows; /* what was copied, blank rows and columns at its end included */
  guint         top, left;
  guint         height, width;
  guint n_columns;
  FoiCellCover *cover;     /* of the table with all its rows, or NULL */
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
  foi_paste_grid_unref (paste->cells);
  g_clear_pointer (&paste->cover, foi_cell_cover_free);
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

/* How many cells the first row has, and how many rows there are, as far as line ends and tabs tell:
 * blank cells at the end of a block are copied to blank what they are pasted on. */
static void
count_copied (Paste *paste, const char *text)
{
  const char *line_end = text + strcspn (text, "\r\n");
  guint n_tabs = 0;

  for (const char *p = text; p < line_end; p++)
    n_tabs += *p == '\t';
  paste->n_columns = MAX (foi_paste_grid_get_n_columns (paste->cells), n_tabs + 1);
  paste->n_rows = MAX (foi_paste_grid_get_n_rows (paste->cells), 1);
}

static Paste *
paste_new (FoiTableGrid *self, const char *text, GError **error)
{
  g_autoptr (FoiPasteGrid) cells = foi_paste_grid_new (text, -1, error);
  Paste *paste;

  if (cells == NULL)
    return NULL;
  paste = g_new0 (Paste, 1);
  paste->grid = self;
  paste->cells = g_steal_pointer (&cells);
  count_copied (paste, text);
  paste->top = self->block.top;
  paste->left = self->block.left;
  paste->height = repeat (self->block.bottom - self->block.top + 1, paste->n_rows);
  paste->width = repeat (self->block.right - self->block.left + 1, paste->n_columns);
  paste->edits = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));
  g_array_set_clear_func (paste->edits, clear_edit);
  paste->refused = g_ptr_array_new_with_free_func (refused_free);
  return paste;
}

static const char *
get_text (Paste *paste, guint row, guint column)
{
  row = row % paste->n_rows;
  column = column % paste->n_columns;
  if (row >= foi_paste_grid_get_n_rows (paste->cells)
      || column >= foi_paste_grid_get_n_columns (paste->cells))
    return "";
  return foi_paste_grid_get (paste->cells, row, column);
}

/* Whether the cell stays as it is although it gets a value of its column, and why. */
static gboolean
is_refused (Paste *paste, const FoiCellEdit *edit, FoiRefusal *refusal)
{
  const char *reason = paste->cover != NULL
                         ? foi_cell_cover_get_refusal (paste->cover, edit->row, edit->column,
                                                       &edit->cell)
                         : NULL;

  refusal->reason = g_strdup (reason);
  return reason != NULL;
}

static void
add_cell (Paste *paste, const FoiRecord *record, FoiColumn *column, const char *text)
{
  FoiCellEdit edit = { .row = record->id, .column = foi_column_get_name (column) };
  FoiTypedBounds bounds = { FALSE, 0, 0 };
  FoiRefusal refusal = { NULL, NULL };
  Refused *refused;

  if (foi_typed_parse_full (column, text, &edit.cell, &bounds, &refusal)
      && !is_refused (paste, &edit, &refusal))
    {
      edit.has_bounds = bounds.known;
      edit.from = bounds.from;
      edit.to = bounds.to;
      g_array_append_val (paste->edits, edit);
      return;
    }
  foi_cell_clear (&edit.cell);
  refused = g_new0 (Refused, 1);
  refused->row = record->id;
  refused->column = g_strdup (edit.column);
  refused->text = text;
  refused->refusal = refusal;
  g_ptr_array_add (paste->refused, refused);
}

/* Whether the cell of a total without a name shows such a word already. */
static gboolean
is_shown (Paste *paste, guint row, guint field, const char *text)
{
  return foi_totals_is_label (text)
         && foi_totals_is_name (get_data (paste), row,
                                g_array_index (paste->grid->fields, guint, field));
}

/* What is to be set, once the table has all the rows and columns. */
static void
collect_cells (Paste *paste)
{
  FoiTableGrid *self = paste->grid;
  guint width = MIN (paste->width, self->fields->len - paste->left);

  paste->cover = foi_cell_cover_new (foi_case_get_state (foi_document_get_case (self->document)),
                                     foi_table_get_name (self->table));
  for (guint i = 0; i < paste->height; i++)
    {
      FoiRecord *record = foi_row_store_get (foi_table_data_get_rows (get_data (paste)),
                                             paste->top + i);

      for (guint j = 0; j < width; j++)
        {
          const char *text = get_text (paste, i, j);

          if (is_shown (paste, paste->top + i, paste->left + j, text))
            text = "";
          add_cell (paste, record, foi_table_grid_get_field (self, paste->left + j), text);
        }
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

static void
keep_draft (FoiTableGrid *self, guint64 row, const char *column, const char *text,
            const FoiRefusal *refusal)
{
  FoiTableData *data = foi_table_get_data (self->table);
  int index = foi_table_data_find_column (data, column);
  guint position;

  if (index >= 0 && foi_table_find_row (self->table, row, &position))
    foi_cell_drafts_put (self->drafts, row, column, text, FOI_DRAFT_PASTED, refusal,
                         foi_table_data_get_cell (data, position, (guint) index));
}

/* What was no value stays in its cells as it was pasted, marked; redo brings back all that. */
static void
keep_refused (Paste *paste)
{
  for (guint i = 0; i < paste->refused->len; i++)
    {
      const Refused *refused = g_ptr_array_index (paste->refused, i);

      keep_draft (paste->grid, refused->row, refused->column, refused->text, &refused->refusal);
    }
  foi_cell_drafts_remember (paste->grid->drafts);
  _foi_table_grid_update_cells (paste->grid);
  _foi_table_grid_emit (paste->grid, FOI_GRID_DRAFTS_CHANGED);
}

static void
forget_drafts_under (Paste *paste)
{
  for (guint i = 0; i < paste->edits->len; i++)
    {
      const FoiCellEdit *edit = &g_array_index (paste->edits, FoiCellEdit, i);

      foi_cell_drafts_remove (paste->grid->drafts, edit->row, edit->column);
    }
}

/**
 * foi_table_grid_take_problems:
 * @problems: (element-type FoiPasteProblem): cells that could not be read
 *
 * Shows in these cells what was pasted, marked, until somebody says what it means; and nothing of
 * the kind in others.
 */
void
foi_table_grid_take_problems (FoiTableGrid *self, GArray *problems)
{
  g_return_if_fail (FOI_IS_TABLE_GRID (self));
  g_return_if_fail (problems != NULL);

  foi_cell_drafts_clear (self->drafts);
  for (guint i = 0; i < problems->len; i++)
    {
      const FoiPasteProblem *problem = &g_array_index (problems, FoiPasteProblem, i);

      keep_draft (self, problem->row, problem->column, problem->typed, &problem->refusal);
    }
  foi_cell_drafts_remember (self->drafts);
  _foi_table_grid_update_cells (self);
  _foi_table_grid_emit (self, FOI_GRID_DRAFTS_CHANGED);
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
  paste = paste_new (self, text, &error);
  if (paste == NULL)
    {
      _foi_table_grid_tell (self, error->message);
      return;
    }
  if (paste->left + paste->width > self->fields->len + new_columns && !clip)
    {
      g_signal_emit_by_name (self, "paste-too-wide", text);
      return;
    }
  editor = foi_document_get_editor (self->document);
  foi_cell_drafts_remember (self->drafts);
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
