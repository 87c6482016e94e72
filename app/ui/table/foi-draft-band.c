/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-draft-band.h"

#include <glib/gi18n.h>

#include "foi-number.h"

struct _FoiDraftBand
{
  GtkBox parent_instance;

  FoiTableGrid *grid;      /* unowned: both are in the card of the table */
  GtkWidget    *label;
  GtkWidget    *choices;
  GtkWidget    *restore;
  GtkWidget    *show;
};

G_DEFINE_FINAL_TYPE (FoiDraftBand, foi_draft_band, GTK_TYPE_BOX)

static const FoiCellDraft *
get_draft_at_cursor (FoiDraftBand *self)
{
  const char *column = foi_table_grid_get_cursor_column (self->grid);

  if (column == NULL)
    return NULL;
  return foi_cell_drafts_get (foi_table_grid_get_drafts (self->grid),
                              foi_table_grid_get_cursor_row (self->grid), column);
}

static void
choice_clicked_cb (FoiDraftBand *self, GtkButton *button)
{
  g_autofree char *text = g_strdup (g_object_get_data (G_OBJECT (button), "text"));

  foi_table_grid_set_text (self->grid, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
add_choice (FoiDraftBand *self, const char *choice)
{
  /* Translators: a button; what typed text is to be taken as. */
  g_autofree char *label = g_strdup_printf (_("Use “%s”"), choice);
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (choice), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choice_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->choices), button);
}

static void
update_choices (FoiDraftBand *self, const FoiCellDraft *draft)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->choices), child);
  for (guint i = 0; draft != NULL && draft->choices != NULL && draft->choices[i] != NULL; i++)
    add_choice (self, draft->choices[i]);
}

static void
update (FoiDraftBand *self)
{
  FoiCellDrafts *drafts = foi_table_grid_get_drafts (self->grid);
  guint n_drafts = foi_cell_drafts_get_n (drafts);
  const FoiCellDraft *draft = get_draft_at_cursor (self);
  g_autofree char *n_cells = foi_number_to_words (n_drafts, 0);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), n_drafts > 0);
  if (n_drafts == 0)
    return;
  if (draft != NULL)
    text = g_strdup (draft->reason);
  else if (foi_cell_drafts_are_values (drafts))
    text = g_strdup_printf (ngettext ("%s cell has text that was typed and is not yet in the case",
                                      "%s cells have text that was typed and is not yet in the "
                                      "case", n_drafts),
                            n_cells);
  else
    text = g_strdup_printf (ngettext ("%s cell has text that is not understood: it is not in the "
                                      "case",
                                      "%s cells have text that is not understood: it is not in the "
                                      "case", n_drafts),
                            n_cells);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  update_choices (self, draft);
  gtk_widget_set_visible (self->restore, draft != NULL);
  gtk_widget_set_visible (self->show, draft == NULL);
}

static void
restore_clicked_cb (FoiDraftBand *self)
{
  foi_table_grid_cancel (self->grid);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
show_clicked_cb (FoiDraftBand *self)
{
  FoiTableData *data = foi_table_get_data (foi_table_grid_get_table (self->grid));
  const FoiCellDraft *first
    = foi_cell_drafts_get_first (foi_table_grid_get_drafts (self->grid), data);

  if (first != NULL)
    foi_table_grid_go_to (self->grid, first->row, first->column);
}

static void
foi_draft_band_class_init (FoiDraftBandClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
foi_draft_band_init (FoiDraftBand *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "foi-band");
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (self), self->label);

  self->choices = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->choices, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), self->choices);

  self->restore = gtk_button_new_with_label (_("Restore"));
  gtk_widget_set_tooltip_text (self->restore, _("Show What the Case Has (Escape)"));
  gtk_widget_set_valign (self->restore, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->restore, "clicked", G_CALLBACK (restore_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->restore);

  self->show = gtk_button_new_with_label (_("Show"));
  gtk_widget_set_valign (self->show, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->show, "clicked", G_CALLBACK (show_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->show);
}

/**
 * foi_draft_band_new:
 * @grid: the rows and columns it is about
 *
 * Returns: (transfer floating): the band, seen only while there is something to say.
 */
GtkWidget *
foi_draft_band_new (FoiTableGrid *grid)
{
  FoiDraftBand *self = g_object_new (FOI_TYPE_DRAFT_BAND, NULL);

  self->grid = grid;
  g_signal_connect_object (grid, "drafts-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (grid, "cursor-moved", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
