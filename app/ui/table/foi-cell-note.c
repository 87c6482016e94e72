/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-cell-note.h"

#include <glib/gi18n.h>

#include "foi-case-edits.h"
#include "foi-cell-words.h"

struct _FoiCellNote
{
  GtkPopover parent_instance;

  FoiDocument  *document;
  FoiTableGrid *grid;
  guint64       row;
  char         *column;
  GtkWidget    *heading;
  GtkWidget    *text;
  gboolean      dropped;
};

G_DEFINE_FINAL_TYPE (FoiCellNote, foi_cell_note, GTK_TYPE_POPOVER)

static char *
dup_text (FoiCellNote *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static const char *
get_note (FoiCellNote *self)
{
  const char *note = foi_table_marks_get_note (foi_table_grid_get_marks (self->grid), self->row,
                                               self->column);

  return note != NULL ? note : "";
}

static void
closed_cb (FoiCellNote *self)
{
  g_autofree char *text = g_strstrip (dup_text (self));
  g_autoptr (GError) error = NULL;

  if (self->dropped || g_str_equal (text, get_note (self)))
    return;
  foi_table_grid_begin_edits (self->grid);
  if (!foi_case_editor_set_note (foi_document_get_editor (self->document),
                                 foi_table_get_name (foi_table_grid_get_table (self->grid)),
                                 self->row, self->column, text, &error))
    foi_document_tell_error (self->document, error);
  foi_table_grid_end_edits (self->grid);
}

static void
remove_cb (FoiCellNote *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "", 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
key_pressed_cb (FoiCellNote *self, guint keyval, guint keycode, GdkModifierType state)
{
  self->dropped = keyval == GDK_KEY_Escape;
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return TRUE;
    }
  return FALSE;
}

static void
foi_cell_note_dispose (GObject *object)
{
  FoiCellNote *self = FOI_CELL_NOTE (object);

  g_clear_object (&self->grid);
  g_clear_object (&self->document);
  g_clear_pointer (&self->column, g_free);

  G_OBJECT_CLASS (foi_cell_note_parent_class)->dispose (object);
}

static void
foi_cell_note_class_init (FoiCellNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_cell_note_dispose;
}

static GtkWidget *
make_buttons (FoiCellNote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_with_mnemonic (_("_Remove"));
  GtkWidget *done = gtk_button_new_with_mnemonic (_("_Done"));

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove the note"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (done), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Done"),
                                  -1);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (done, "clicked", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_box_append (GTK_BOX (box), done);
  return box;
}

static void
foi_cell_note_init (FoiCellNote *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->heading = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->heading), 40);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_box_append (GTK_BOX (box), self->heading);

  self->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_widget_add_css_class (self->text, "foi-note-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Note on the cell"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->text);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_size_request (scroller, 300, 80);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_popover_set_child (GTK_POPOVER (self), box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * foi_cell_note_new:
 * @document: what the window shows
 * @grid: the rows and columns whose cursor's cell is meant
 *
 * Returns: (transfer floating): the form, not shown yet.
 */
GtkWidget *
foi_cell_note_new (FoiDocument *document, FoiTableGrid *grid)
{
  FoiCellNote *self = g_object_new (FOI_TYPE_CELL_NOTE, NULL);
  FoiTable *table = foi_table_grid_get_table (grid);
  FoiTableData *data = foi_table_get_data (table);
  g_autofree char *place = NULL;
  g_autofree char *heading = NULL;
  guint position;
  int column;

  self->document = g_object_ref (document);
  self->grid = g_object_ref (grid);
  self->row = foi_table_grid_get_cursor_row (grid);
  self->column = g_strdup (foi_table_grid_get_cursor_column (grid));
  column = foi_table_find_column (table, self->column);
  if (column >= 0 && foi_table_find_row (table, self->row, &position))
    place = foi_cell_words_place (data, foi_row_store_get (foi_table_data_get_rows (data),
                                                           position),
                                  position, (guint) column);
  /* Translators: above the field for a note; the cell it is on. */
  heading = g_strdup_printf (_("Note below the table on %s"), place != NULL ? place : "");
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)),
                            get_note (self), -1);
  return GTK_WIDGET (self);
}
