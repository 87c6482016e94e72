/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-clock-panel.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-clock-print.h"
#include "foi-clock-words.h"
#include "foi-deadline-view.h"
#include "foi-words.h"

struct _FoiClockPanel
{
  GtkWidget parent_instance;

  FoiDocument *document;
  GtkWidget   *heading;
  GtkWidget   *facts;
  GtkWidget   *problems;
  GtkWidget   *view;
};

G_DEFINE_FINAL_TYPE (FoiClockPanel, foi_clock_panel, GTK_TYPE_WIDGET)

static void
update (FoiClockPanel *self)
{
  FoiAlmanac *almanac = foi_almanac_get_default ();
  const FoiDate today = foi_almanac_get_today (almanac);
  g_autoptr (FoiCaseClock) clock = NULL;
  g_autofree char *words = NULL, *facts = NULL, *problems = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  clock = foi_almanac_read_clock (almanac,
                                  foi_case_get_state (foi_document_get_case (self->document)));
  words = foi_clock_dup_words (clock, today);
  facts = foi_clock_dup_facts (clock);
  g_ptr_array_add (clock->problems, NULL);
  problems = g_strjoinv ("\n", (char **) clock->problems->pdata);
  foi_words_show (self->heading, words);
  foi_words_show (self->facts, facts);
  foi_words_show (self->problems, problems);
  foi_deadline_view_set (FOI_DEADLINE_VIEW (self->view), clock->deadline, clock->calendar, today);
}

static void
print_cb (FoiClockPanel *self)
{
  foi_clock_print (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document);
}

static void
foi_clock_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (foi_clock_panel_parent_class)->map (widget);
  update (FOI_CLOCK_PANEL (widget));
}

static void
foi_clock_panel_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&FOI_CLOCK_PANEL (object)->document);

  G_OBJECT_CLASS (foi_clock_panel_parent_class)->dispose (object);
}

static void
foi_clock_panel_class_init (FoiClockPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_clock_panel_dispose;
  widget_class->map = foi_clock_panel_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (FoiClockPanel *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
foi_clock_panel_init (FoiClockPanel *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *button;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  self->heading = add_label (self, "title-label");
  self->facts = add_label (self, "dim-label");
  self->problems = add_label (self, "foi-remark");
  self->view = foi_deadline_view_new ();
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  button = gtk_button_new_with_mnemonic (_("_Print How It Was Reached…"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

/**
 * foi_clock_panel_new:
 *
 * Returns: (transfer floating): how the due date of a case was reached.
 */
GtkWidget *
foi_clock_panel_new (FoiDocument *document)
{
  FoiClockPanel *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_CLOCK_PANEL, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_almanac_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
