/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-progress-window.h"

struct _FoiProgressWindow
{
  GtkWindow parent_instance;

  GCancellable *cancellable;
  GtkWidget    *label;
  GtkWidget    *bar;
};

G_DEFINE_FINAL_TYPE (FoiProgressWindow, foi_progress_window, GTK_TYPE_WINDOW)

/* The window stays until what it speaks of has ended; who shows it takes it away. */
static gboolean
foi_progress_window_close_request (GtkWindow *window)
{
  g_cancellable_cancel (FOI_PROGRESS_WINDOW (window)->cancellable);
  return TRUE;
}

static void
cancel_cb (FoiProgressWindow *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
foi_progress_window_dispose (GObject *object)
{
  FoiProgressWindow *self = FOI_PROGRESS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_PROGRESS_WINDOW);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (foi_progress_window_parent_class)->dispose (object);
}

static void
foi_progress_window_class_init (FoiProgressWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_progress_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = foi_progress_window_close_request;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-progress-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiProgressWindow, label);
  gtk_widget_class_bind_template_child (widget_class, FoiProgressWindow, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foi_progress_window_init (FoiProgressWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * foi_progress_window_new:
 * @text: what is going on
 * @cancellable: what ends it
 *
 * Returns: (transfer none): the window; the toolkit owns it.
 */
GtkWidget *
foi_progress_window_new (GtkApplication *application, const char *text, GCancellable *cancellable)
{
  FoiProgressWindow *self
    = g_object_new (FOI_TYPE_PROGRESS_WINDOW, "application", application, NULL);

  self->cancellable = g_object_ref (cancellable);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  return GTK_WIDGET (self);
}

/**
 * foi_progress_window_set_fraction:
 * @fraction: from 0 to 1
 *
 * Says how far it is.
 */
void
foi_progress_window_set_fraction (FoiProgressWindow *self, double fraction)
{
  g_return_if_fail (FOI_IS_PROGRESS_WINDOW (self));
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), CLAMP (fraction, 0, 1));
}
