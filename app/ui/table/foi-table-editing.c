/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>

#include "foi-case-edits.h"
#include "foi-cell-words.h"
#include "foi-paste-cover.h"
#include "foi-table-grid-private.h"
#include "foi-table-totals.h"
#include "foi-totals.h"
#include "foi-typed.h"

static FoiCaseEditor *
get_editor (FoiTableGrid *self)
{
  return foi_document_get_editor (self->document);
}

/**
 * foi_table_grid_begin_edits:
 *
 * What changes until foi_table_grid_end_edits() is the person's doing in this grid, so that the
 * cursor need not go and show it.
 */
void
foi_table_grid_begin_edits (FoiTableGrid *self)
{
  g_return_if_fail (FOI_IS_TABLE_GRID (self));
  self->own_edits++;
}

/**
 * foi_table_grid_end_edits:
 */
void
foi_table_grid_end_edits (FoiTableGrid *self)
{
  g_return_if_fail (FOI_IS_TABLE_GRID (self));
  g_return_if_fail (self->own_edits > 0);
  self->own_edits--;
}

/* The cell of the case and its column, or NULL where either has gone. */
static const FoiCell *
find_cell (FoiTableGrid *self, guint64 row, const char *name, FoiColumn **column)
{
  FoiTableData *data = foi_table_get_data (self->table);
  int index = foi_table_data_find_column (data, name);
  guint position;

  if (index < 0 || !foi_table_find_row (self->table, row, &position))
    return NULL;
  *column = foi_table_data_get_column (data, (guint) index);
  return foi_table_data_get_cell (data, position, (guint) index);
}

static void
refresh_cell (FoiTableGrid *self, guint64 row, const char *column)
{
  FoiTableCell *cell = _foi_table_grid_find_cell (self, row, column);

  if (cell != NULL)
    foi_table_cell_update (cell);
}

/* What was typed is given up for good. */
static void
forget_draft (FoiTableGrid *self, guint64 row, const char *column)
{
  if (!foi_cell_drafts_forget (self->drafts, row, column))
    return;
  refresh_cell (self, row, column);
  _foi_table_grid_emit (self, FOI_GRID_DRAFTS_CHANGED);
}

/* What was typed became what the cell is: by a command since @before, which can be undone, or
 * because the cell was so already. */
static void
settle_draft (FoiTableGrid *self, guint64 row, const char *column, FoiTableData *before)
{
  if (foi_table_get_data (self->table) == before)
    {
      forget_draft (self, row, column);
      return;
    }
  if (!foi_cell_drafts_remove (self->drafts, row, column))
    return;
  foi_cell_drafts_remember (self->drafts);
  refresh_cell (self, row, column);
  _foi_table_grid_emit (self, FOI_GRID_DRAFTS_CHANGED);
}

static void
keep_draft (FoiTableGrid *self, guint64 row, const char *column, const char *text,
            const FoiRefusal *refusal, const FoiCell *cell)
{
  foi_cell_drafts_put (self->drafts, row, column, text, FOI_DRAFT_TYPED, refusal, cell);
  refresh_cell (self, row, column);
  _foi_table_grid_emit (self, FOI_GRID_DRAFTS_CHANGED);
}

/* One cell's value, as one command of the person's. */
static gboolean
set_cell (FoiTableGrid *self, const FoiCellEdit *edit, GError **error)
{
  gboolean done;

  foi_table_grid_begin_edits (self);
  done = foi_case_editor_set_cells (get_editor (self), foi_table_get_name (self->table), edit, 1,
                                    _("Change Cell"), error);
  foi_table_grid_end_edits (self);
  return done;
}

/* "Total" in a column of years is no year, and yet it says what the row is. */
static gboolean
take_total (FoiTableGrid *self, guint64 row, const char *name, const char *text, GError **error)
{
  FoiTableData *data = foi_table_get_data (self->table);
  int index = foi_table_data_find_column (data, name);
  guint position;

  return foi_totals_is_label (text) && foi_table_data_get_n_keys (data) > 0
         && foi_table_data_get_key (data, 0) == (guint) index
         && foi_table_find_row (self->table, row, &position)
         && foi_table_totals_make_named_row (self->document, self, position, name, error);
}

/* There is one word for it, wherever the row is shown. */
static void
tell_total (FoiTableGrid *self, const char *text)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *told = NULL;

  if (g_str_equal (typed, _("Total")))
    told = g_strdup (_("This row is the total of those above it now."));
  else
    /* Translators: what was typed to name the row: "Sum", "All years". */
    told = g_strdup_printf (_("This row is the total of those above it now. Here and in the letter "
                              "it is called “Total”, not “%s”."), typed);
  _foi_table_grid_tell (self, told);
}

/* What the case keeps to itself of the cell, before it gets another content. */
static FoiPasteCover
find_cover (FoiTableGrid *self, const FoiCellEdit *edit, const FoiCell *before)
{
  g_autoptr (FoiCellCover) cover = NULL;

  if (foi_cell_equal (before, &edit->cell))
    return FOI_PASTE_OPEN;
  cover = foi_cell_cover_new (foi_case_get_state (foi_document_get_case (self->document)),
                              foi_table_get_name (self->table));
  return cover != NULL ? foi_cell_cover_get (cover, edit->row, edit->column, &edit->cell)
                       : FOI_PASTE_OPEN;
}

/* Whoever types means this cell, and is told what that does. */
static void
tell_cover (FoiTableGrid *self, FoiPasteCover cover, const FoiCell *after)
{
  if (cover == FOI_PASTE_WITHHELD && after->state == FOI_CELL_VALUE)
    _foi_table_grid_tell (self, _("This figure was withheld. It will be in the letter now."));
  else if (cover == FOI_PASTE_WITHHELD && after->state != FOI_CELL_SUPPRESSED)
    _foi_table_grid_tell (self, _("What was withheld here is not kept any more. Undo brings it "
                                  "back."));
  else if (cover == FOI_PASTE_ROUNDED && after->state == FOI_CELL_VALUE)
    _foi_table_grid_tell (self, _("This figure was rounded. It will be in the letter as you typed "
                                  "it: round the table again, in Small Numbers."));
  else if (cover == FOI_PASTE_ROUNDED && after->state != FOI_CELL_SUPPRESSED)
    _foi_table_grid_tell (self, _("What this rounded figure was is not kept any more. Undo brings "
                                  "it back."));
}

/* Puts typed text into the case, or keeps it as a draft with the reason. */
static gboolean
apply_text (FoiTableGrid *self, guint64 row, const char *name, const char *text)
{
  g_autofree char *kept_name = g_strdup (name);
  g_auto (FoiCell) value = FOI_CELL_INIT;
  g_auto (FoiRefusal) refusal = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiTableData) before = foi_table_data_ref (foi_table_get_data (self->table));
  FoiTypedBounds bounds = { FALSE, 0, 0 };
  FoiPasteCover cover;
  FoiColumn *column = NULL;
  const FoiCell *cell = find_cell (self, row, name, &column);
  FoiCellEdit edit = { .row = row, .column = kept_name };

  /* The row went while it was edited: there is nothing to put the text into. */
  if (cell == NULL)
    return TRUE;
  if (foi_typed_parse_full (column, text, &value, &bounds, &refusal))
    {
      edit.cell = value;
      edit.has_bounds = bounds.known;
      edit.from = bounds.from;
      edit.to = bounds.to;
      cover = find_cover (self, &edit, cell);
      if (set_cell (self, &edit, &error))
        {
          settle_draft (self, row, kept_name, before);
          tell_cover (self, cover, &value);
          return TRUE;
        }
      refusal.reason = g_strdup (error->message);
    }
  else if (take_total (self, row, kept_name, text, &error))
    {
      settle_draft (self, row, kept_name, before);
      tell_total (self, text);
      return TRUE;
    }
  else if (error != NULL)
    {
      foi_refusal_clear (&refusal);
      /* Translators: what was typed, "Sum", and why no total can be made of its row. */
      refusal.reason = g_strdup_printf (_("“%s” names a total. %s"), text, error->message);
    }
  keep_draft (self, row, kept_name, text, &refusal, cell);
  return FALSE;
}

/* Takes the entry out of its cell once GTK has done with moving the focus. */
static gboolean
remove_entry_cb (gpointer user_data)
{
  GtkWidget *entry = user_data;
  GtkWidget *cell = gtk_widget_get_parent (entry);

  if (FOI_IS_TABLE_CELL (cell))
    foi_table_cell_set_entry (FOI_TABLE_CELL (cell), NULL);
  return G_SOURCE_REMOVE;
}

/* Nothing is edited any more. */
static void
close_edit (FoiTableGrid *self)
{
  FoiTableCell *cell = g_steal_pointer (&self->edit.cell);
  GtkWidget *entry = g_steal_pointer (&self->edit.entry);
  gboolean focused = gtk_widget_get_focus_child (entry) != NULL;
  gboolean was_typed = foi_cell_drafts_set_typing (self->drafts, 0, NULL, NULL);

  g_clear_pointer (&self->edit.column, g_free);
  g_clear_pointer (&self->edit.original, g_free);
  if (focused && !self->edit.leaving)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (self->edit.leaving)
    g_idle_add_full (G_PRIORITY_HIGH, remove_entry_cb, g_object_ref (entry), g_object_unref);
  else
    foi_table_cell_set_entry (cell, NULL);
  /* The journal must not bring back what was taken back. */
  if (was_typed)
    foi_document_typed (self->document);
}

/*
 * _foi_table_grid_drop_edit:
 *
 * Ends editing, if something is edited, without a look at the entry: what the cell showed before
 * stays.
 */
void
_foi_table_grid_drop_edit (FoiTableGrid *self)
{
  if (self->edit.cell == NULL)
    return;
  self->edit.ending = TRUE;
  close_edit (self);
  self->edit.ending = FALSE;
}

static void
mark_invalid (FoiTableGrid *self)
{
  const FoiCellDraft *draft = foi_cell_drafts_get (self->drafts, self->edit.row,
                                                   self->edit.column);
  gboolean is_wrong = draft != NULL && draft->origin != FOI_DRAFT_RECOVERED;

  if (is_wrong)
    gtk_widget_add_css_class (self->edit.entry, "error");
  else
    gtk_widget_remove_css_class (self->edit.entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->edit.entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE
                                        : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit.entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  draft != NULL ? draft->reason : "", -1);
}

/*
 * _foi_table_grid_finish_edit:
 * @keep_open: go on editing where the text is no value
 *
 * Puts what is typed into the case.
 *
 * Returns: whether the cell is done with; if not, its text is kept, with the reason.
 */
gboolean
_foi_table_grid_finish_edit (FoiTableGrid *self, gboolean keep_open)
{
  g_autofree char *text = NULL;
  g_autofree char *column = NULL;
  guint64 row = self->edit.row;
  gboolean done = TRUE;

  if (self->edit.cell == NULL || self->edit.ending)
    return TRUE;
  self->edit.ending = TRUE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->edit.entry)));
  column = g_strdup (self->edit.column);
  if (g_strcmp0 (text, self->edit.original) != 0
      || foi_cell_drafts_get (self->drafts, row, column) != NULL)
    done = apply_text (self, row, column, text);
  if (!done && keep_open && self->edit.cell != NULL)
    mark_invalid (self);
  else if (self->edit.cell != NULL)
    close_edit (self);
  self->edit.ending = FALSE;
  return done;
}

static void
entry_changed_cb (FoiTableGrid *self)
{
  const char *text;

  if (self->edit.cell == NULL)
    return;
  text = gtk_editable_get_text (GTK_EDITABLE (self->edit.entry));
  if (text[0] == '\0' || g_strcmp0 (text, self->edit.original) == 0)
    text = NULL;
  foi_cell_drafts_set_typing (self->drafts, self->edit.row, self->edit.column, text);
  foi_document_typed (self->document);
  /* The reason was about the text as it was. */
  gtk_widget_remove_css_class (self->edit.entry, "error");
}

static void
preedit_changed_cb (FoiTableGrid *self, const char *preedit)
{
  self->edit.composing = preedit != NULL && preedit[0] != '\0';
}

static void
entry_left_cb (FoiTableGrid *self, GtkEventControllerFocus *controller)
{
  if (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)) != self->edit.entry)
    return;
  self->edit.leaving = TRUE;
  _foi_table_grid_finish_edit (self, FALSE);
  self->edit.leaving = FALSE;
}

static GtkWidget *
make_entry (FoiTableGrid *self, FoiColumn *column, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 1);
  gtk_entry_set_alignment (GTK_ENTRY (entry), foi_column_is_numeric (column) ? 1 : 0);
  if (foi_column_is_numeric (column))
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "preedit-changed",
                           G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (entry_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void
set_entry_text (FoiTableGrid *self, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (self->edit.entry);

  /* What is there before the person types is nothing to undo. */
  gtk_editable_set_enable_undo (editable, FALSE);
  gtk_editable_set_text (editable, text);
  gtk_editable_set_enable_undo (editable, TRUE);
  gtk_editable_set_position (editable, -1);
}

/*
 * _foi_table_grid_start_edit:
 * @replace: what is typed replaces what is there
 *
 * Puts the entry into the cursor's cell.
 *
 * Returns: whether there is a cell to edit.
 */
gboolean
_foi_table_grid_start_edit (FoiTableGrid *self, gboolean replace)
{
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  const FoiCellDraft *draft;
  const FoiCell *cell;
  FoiColumn *column;
  FoiTableCell *widget;

  _foi_table_grid_finish_edit (self, FALSE);
  if (!foi_table_grid_get_cursor (self, NULL, NULL))
    return FALSE;
  _foi_table_grid_reveal (self, FALSE);
  widget = _foi_table_grid_find_cell (self, self->cursor.row, self->cursor.column);
  cell = find_cell (self, self->cursor.row, self->cursor.column, &column);
  if (widget == NULL || cell == NULL)
    return FALSE;

  draft = foi_cell_drafts_get (self->drafts, self->cursor.row, self->cursor.column);
  text = draft != NULL ? g_strdup (draft->text) : foi_typed_for_editing (column, cell);
  label = foi_cell_words_place (foi_table_get_data (self->table),
                                foi_row_get_record (foi_table_cell_get_row (widget)),
                                self->cursor.position, foi_table_cell_get_column (widget)->index);
  self->edit.row = self->cursor.row;
  self->edit.column = g_strdup (self->cursor.column);
  self->edit.original = g_strdup (text);
  self->edit.composing = FALSE;
  self->edit.entry = make_entry (self, column, label);
  self->edit.cell = widget;
  foi_table_cell_set_entry (widget, self->edit.entry);
  set_entry_text (self, replace ? "" : text);
  if (!replace && draft != NULL)
    mark_invalid (self);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->edit.entry));
  return TRUE;
}

/**
 * foi_table_grid_edit:
 *
 * Lets the person edit the cursor's cell, the caret at the end of what is there.
 */
void
foi_table_grid_edit (FoiTableGrid *self)
{
  g_return_if_fail (FOI_IS_TABLE_GRID (self));
  _foi_table_grid_start_edit (self, FALSE);
}

/**
 * foi_table_grid_is_editing:
 *
 * Returns: whether a cell has the entry.
 */
gboolean
foi_table_grid_is_editing (FoiTableGrid *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), FALSE);
  return self->edit.cell != NULL;
}

/**
 * foi_table_grid_commit:
 *
 * Puts what is being typed into the case.
 *
 * Returns: whether nothing was left that could not be understood.
 */
gboolean
foi_table_grid_commit (FoiTableGrid *self)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), FALSE);
  return _foi_table_grid_finish_edit (self, FALSE) && foi_cell_drafts_get_n (self->drafts) == 0;
}

/**
 * foi_table_grid_cancel:
 *
 * Forgets what was typed into the cursor's cell: it shows what the case has.
 */
void
foi_table_grid_cancel (FoiTableGrid *self)
{
  g_return_if_fail (FOI_IS_TABLE_GRID (self));

  if (self->edit.cell != NULL)
    {
      guint64 row = self->edit.row;
      g_autofree char *column = g_strdup (self->edit.column);

      _foi_table_grid_drop_edit (self);
      forget_draft (self, row, column);
    }
  else if (self->cursor.column != NULL)
    forget_draft (self, self->cursor.row, self->cursor.column);
}

/**
 * foi_table_grid_set_text:
 * @text: as if it were typed into the cursor's cell
 *
 * Returns: whether it is a value.
 */
gboolean
foi_table_grid_set_text (FoiTableGrid *self, const char *text)
{
  g_return_val_if_fail (FOI_IS_TABLE_GRID (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  _foi_table_grid_drop_edit (self);
  if (!foi_table_grid_get_cursor (self, NULL, NULL))
    return FALSE;
  return apply_text (self, self->cursor.row, self->cursor.column, text);
}
