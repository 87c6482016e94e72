/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-block-offer.h"
#include "foi-case-edits.h"
#include "foi-clipboard-cells.h"
#include "foi-number.h"
#include "foi-paste-cover.h"
#include "foi-table-grid-private.h"
#include "foi-table-paste.h"

static FoiCaseEditor *
get_editor (FoiTableGrid *self)
{
  return foi_document_get_editor (self->document);
}

static FoiRecord *
get_record (FoiTableGrid *self, guint position)
{
  return foi_row_store_get (foi_table_data_get_rows (foi_table_get_data (self->table)), position);
}

static const FoiCell *
get_cell (FoiTableGrid *self, guint position, guint field)
{
  return &get_record (self, position)->cells[g_array_index (self->fields, guint, field)];
}

/* Sets cells as one command of the person's; what goes wrong is told. */
static gboolean
set_cells (FoiTableGrid *self, GArray *edits, const char *label)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (edits->len == 0)
    return TRUE;
  foi_table_grid_begin_edits (self);
  done = foi_case_editor_set_cells (get_editor (self), foi_table_get_name (self->table),
                                    (const FoiCellEdit *) (gpointer) edits->data, edits->len,
                                    label, &error);
  foi_table_grid_end_edits (self);
  if (!done)
    _foi_table_grid_tell (self, error->message);
  return done;
}

/* What of a block stays as it is; or, of the only cell of one, what is not kept any more. */
typedef struct
{
  FoiCellCover *cover;
  gboolean      is_alone;
  guint         n_withheld, n_rounded;
} Kept;

static void
kept_init (Kept *kept, FoiTableGrid *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));

  *kept = (Kept) { .is_alone = self->block.top == self->block.bottom
                               && self->block.left == self->block.right };
  kept->cover = foi_cell_cover_new (state, foi_table_get_name (self->table));
}

static void
kept_clear (Kept *kept)
{
  g_clear_pointer (&kept->cover, foi_cell_cover_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kept, kept_clear)

/* Counts an edit of a cell of which the case keeps something to itself. */
static gboolean
count_kept (Kept *kept, const FoiCell *before, const FoiCellEdit *edit)
{
  if (kept->cover == NULL || foi_cell_equal (before, &edit->cell)
      || (before->state == FOI_CELL_SUPPRESSED && edit->cell.state == FOI_CELL_SUPPRESSED))
    return FALSE;
  switch (foi_cell_cover_get (kept->cover, edit->row, edit->column, &edit->cell))
    {
    case FOI_PASTE_WITHHELD:
      kept->n_withheld++;
      return TRUE;
    case FOI_PASTE_ROUNDED:
      kept->n_rounded++;
      return TRUE;
    case FOI_PASTE_OPEN:
    default:
      return FALSE;
    }
}

/* Adds an edit, unless the cell stays as it is: the only cell of a block is what somebody means,
 * but of many the withheld and the rounded ones may be overlooked. */
static void
add_edit (FoiTableGrid *self, GArray *edits, guint position, guint field, const FoiCell *cell,
          Kept *kept)
{
  FoiCellEdit edit = { .row = get_record (self, position)->id };

  edit.column = foi_column_get_name (foi_table_grid_get_field (self, field));
  edit.cell = *cell;
  if (!count_kept (kept, get_cell (self, position, field), &edit) || kept->is_alone)
    g_array_append_val (edits, edit);
}

static char *
dup_kept (const Kept *kept)
{
  g_autofree char *withheld
    = g_strdup_printf (ngettext ("%u withheld figure stays as it is. Show it first, if it may "
                                 "be shown.",
                                 "%u withheld figures stay as they are. Show them first, if "
                                 "they may be shown.", kept->n_withheld), kept->n_withheld);
  g_autofree char *rounded
    = g_strdup_printf (ngettext ("%u rounded figure stays as it is. Take the rounding off first, "
                                 "in Small Numbers.",
                                 "%u rounded figures stay as they are. Take the rounding off "
                                 "first, in Small Numbers.", kept->n_rounded), kept->n_rounded);

  if (kept->n_withheld > 0 && kept->n_rounded > 0)
    return g_strdup_printf ("%s %s", withheld, rounded);
  return kept->n_withheld > 0 ? g_steal_pointer (&withheld) : g_steal_pointer (&rounded);
}

static void
tell_kept (FoiTableGrid *self, const Kept *kept)
{
  g_autofree char *text = NULL;

  if (kept->n_withheld + kept->n_rounded == 0)
    return;
  text = kept->is_alone
           ? g_strdup (kept->n_withheld > 0
                         ? _("What was withheld here is not kept any more. Undo brings it back.")
                         : _("What this rounded figure was is not kept any more. Undo brings it "
                             "back."))
           : dup_kept (kept);
  _foi_table_grid_tell (self, text);
}

/* Has what was typed into a cell go with a command that leaves the cell as it is. */
static void
add_draft (FoiTableGrid *self, GArray *edits, guint position, guint field)
{
  FoiCellEdit edit = { .row = get_record (self, position)->id, .anew = TRUE };

  edit.column = foi_column_get_name (foi_table_grid_get_field (self, field));
  edit.cell = *get_cell (self, position, field);
  if (foi_cell_drafts_get (self->drafts, edit.row, edit.column) != NULL)
    g_array_append_val (edits, edit);
}

/* Forgets what was typed in the block, with the command that set its cells. */
static void
drop_drafts (FoiTableGrid *self)
{
  gboolean any = FALSE;

  for (guint i = self->block.top; i <= self->block.bottom; i++)
    {
      for (guint j = self->block.left; j <= self->block.right; j++)
        {
          guint64 row = get_record (self, i)->id;
          const char *column = foi_column_get_name (foi_table_grid_get_field (self, j));
          FoiTableCell *cell;

          if (!foi_cell_drafts_remove (self->drafts, row, column))
            continue;
          any = TRUE;
          cell = _foi_table_grid_find_cell (self, row, column);
          if (cell != NULL)
            foi_table_cell_update (cell);
        }
    }
  if (any)
    _foi_table_grid_emit (self, FOI_GRID_DRAFTS_CHANGED);
  foi_cell_drafts_remember (self->drafts);
}

/* Sets every cell of the block that is not so already, and forgets what was typed there, until it
 * is undone. */
static void
set_block (FoiTableGrid *self, FoiCellState state, const char *label)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));
  const FoiCell content = foi_cell_state (state);
  gboolean has_drafts = foi_cell_drafts_get_n (self->drafts) > 0;
  g_auto (Kept) kept = { NULL };

  if (!self->has_block)
    return;
  kept_init (&kept, self);
  if (has_drafts)
    foi_cell_drafts_remember (self->drafts);
  for (guint i = self->block.top; i <= self->block.bottom; i++)
    {
      for (guint j = self->block.left; j <= self->block.right; j++)
        {
          guint n_before = edits->len;

          if (get_cell (self, i, j)->state != state)
            add_edit (self, edits, i, j, &content, &kept);
          if (edits->len == n_before)
            add_draft (self, edits, i, j);
        }
    }
  if (!set_cells (self, edits, label))
    return;
  tell_kept (self, &kept);
  if (has_drafts && edits->len > 0)
    drop_drafts (self);
}

/**
 * foi_table_grid_clear_block:
 *
 * Blanks the selected cells.
 */
void
foi_table_grid_clear_block (FoiTableGrid *self)
{
  g_return_if_fail (FOI_IS_TABLE_GRID (self));
  set_block (self, FOI_CELL_BLANK, _("Clear Cells"));
}

/**
 * foi_table_grid_mark_block:
 * @mark: "[x]" and the like
 *
 * Says of the selected cells why they have no value.
 */
void
foi_table_grid_mark_block (FoiTableGrid *self, const char *mark)
{
  FoiCellState state;

  g_return_if_fail (FOI_IS_TABLE_GRID (self));
  g_return_if_fail (mark != NULL);

  if (foi_cell_state_from_mark (mark, strlen (mark), &state))
    set_block (self, state, _("Mark Cells"));
}

/**
 * foi_table_grid_fill_down:
 *
 * Copies the first row of the block into its other rows; of a block of one row, the row above into
 * it.
 */
void
foi_table_grid_fill_down (FoiTableGrid *self)
{
  g_autoptr (GArray) edits = NULL;
  g_auto (Kept) kept = { NULL };
  guint from, to;

  g_return_if_fail (FOI_IS_TABLE_GRID (self));

  if (!self->has_block || (self->block.bottom == self->block.top && self->block.top == 0))
    return;
  to = self->block.bottom;
  from = self->block.bottom > self->block.top ? self->block.top : self->block.top - 1;
  edits = g_array_new (FALSE, FALSE, sizeof (FoiCellEdit));
  kept_init (&kept, self);
  for (guint i = from + 1; i <= to; i++)
    {
      for (guint j = self->block.left; j <= self->block.right; j++)
        add_edit (self, edits, i, j, get_cell (self, from, j), &kept);
    }
  if (set_cells (self, edits, _("Fill Down")))
    tell_kept (self, &kept);
}

static FoiBlockCopy *
copy_block (FoiTableGrid *self)
{
  const guint *fields = &g_array_index (self->fields, guint, self->block.left);
  FoiBlockCopy *copy
    = foi_block_copy_new (foi_table_get_data (self->table), self->block.top, self->block.bottom,
                          fields, self->block.right - self->block.left + 1);
  g_autoptr (GPtrArray) drafts = foi_cell_drafts_dup_list (self->drafts);

  foi_block_copy_add_drafts (copy, drafts);
  return copy;
}

/* Somebody may paste what they copy into an e-mail. */
static void
warn_of_left_out (FoiTableGrid *self, FoiBlockCopy *copy)
{
  FoiColumn *column = foi_block_copy_find_left_out (copy);
  g_autofree char *text = NULL;

  if (column == NULL)
    return;
  /* Translators: the title of a column. */
  text = g_strdup_printf (_("What you copied has “%s”, which is left out of the letter"),
                          foi_column_get_title (column));
  _foi_table_grid_tell (self, text);
}

/* One message takes the place of another, so that all is said in one. */
static void
copied_cb (FoiTableGrid *self, FoiBlockOffer *offer)
{
  FoiBlockCopy *copy = foi_block_offer_get_copy (offer);
  FoiColumn *left_out = foi_block_copy_find_left_out (copy);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autofree char *n_cells = NULL;
  g_autofree char *text = NULL;

  /* Something else was copied meanwhile, or the table is not shown any more. */
  if (gdk_clipboard_get_content (clipboard) != GDK_CONTENT_PROVIDER (offer)
      || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  n_cells = foi_number_to_words ((gint64) foi_block_copy_get_n_cells (copy), 0);
  if (left_out != NULL)
    /* Translators: the number of cells, which is large, and the title of a column. */
    text = g_strdup_printf (_("%s cells are copied, also those of “%s”, which is left out of the "
                              "letter"),
                            n_cells, foi_column_get_title (left_out));
  else
    /* Translators: the number of cells, which is large. */
    text = g_strdup_printf (_("%s cells are copied"), n_cells);
  _foi_table_grid_tell (self, text);
}

/**
 * foi_table_grid_copy:
 * @cut: blank the cells afterwards
 *
 * Copies the block as spreadsheets do: numbers without signs and separators, marks as marks. A
 * withheld value is never copied.
 */
void
foi_table_grid_copy (FoiTableGrid *self, gboolean cut)
{
  g_autoptr (FoiBlockOffer) offer = NULL;

  g_return_if_fail (FOI_IS_TABLE_GRID (self));

  if (!self->has_block)
    return;
  offer = foi_block_offer_new (copy_block (self));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                             GDK_CONTENT_PROVIDER (offer));
  if (!foi_block_offer_is_ready (offer))
    {
      g_signal_connect_object (offer, "ready", G_CALLBACK (copied_cb), self, G_CONNECT_SWAPPED);
      _foi_table_grid_tell (self, _("Copying…"));
    }
  if (cut)
    set_block (self, FOI_CELL_BLANK, _("Cut Cells"));
  if (foi_block_offer_is_ready (offer))
    warn_of_left_out (self, foi_block_offer_get_copy (offer));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiTableGrid) self = user_data;
  g_autofree char *text = foi_clipboard_cells_read_finish (result);

  if (text == NULL || text[0] == '\0')
    _foi_table_grid_tell (self, _("There is no text to paste"));
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    foi_table_grid_paste_text (self, text, 0, FALSE);
}

/**
 * foi_table_grid_paste:
 *
 * Pastes the cells of the clipboard from the block's first cell on.
 */
void
foi_table_grid_paste (FoiTableGrid *self)
{
  g_return_if_fail (FOI_IS_TABLE_GRID (self));

  foi_clipboard_cells_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), FALSE,
                                  text_read_cb, g_object_ref (self));
}
