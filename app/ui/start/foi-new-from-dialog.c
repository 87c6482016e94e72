/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-new-from-dialog.h"

#include <glib/gi18n.h>

#include "foi-case-new.h"
#include "foi-chance.h"

struct _FoiNewFromDialog
{
  GtkWindow parent_instance;

  FoiDocument *model;
  GtkWidget   *create_button;
  GtkWidget   *reference;
  GtkWidget   *subject;
  GtkWidget   *problem;
};

G_DEFINE_FINAL_TYPE (FoiNewFromDialog, foi_new_from_dialog, GTK_TYPE_WINDOW)

static void
changed_cb (FoiNewFromDialog *self)
{
  const char *reference = gtk_editable_get_text (GTK_EDITABLE (self->reference));

  gtk_widget_set_sensitive (self->create_button, reference[0] != '\0');
  gtk_widget_set_visible (self->problem, FALSE);
}

static void
create_cb (FoiNewFromDialog *self)
{
  if (foi_new_from_dialog_accept (self))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
foi_new_from_dialog_dispose (GObject *object)
{
  FoiNewFromDialog *self = FOI_NEW_FROM_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_NEW_FROM_DIALOG);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (foi_new_from_dialog_parent_class)->dispose (object);
}

static void
foi_new_from_dialog_class_init (FoiNewFromDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_new_from_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-new-from-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiNewFromDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, FoiNewFromDialog, reference);
  gtk_widget_class_bind_template_child (widget_class, FoiNewFromDialog, subject);
  gtk_widget_class_bind_template_child (widget_class, FoiNewFromDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
foi_new_from_dialog_init (FoiNewFromDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

/**
 * foi_new_from_dialog_present:
 * @parent: the window of @model
 * @model: the case that the new one is like
 *
 * Asks for the new case's reference and subject.
 */
void
foi_new_from_dialog_present (GtkWindow *parent, FoiDocument *model)
{
  FoiNewFromDialog *self;
  const char *subject;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (FOI_IS_DOCUMENT (model));

  self = g_object_new (FOI_TYPE_NEW_FROM_DIALOG, "transient-for", parent, NULL);
  self->model = g_object_ref (model);
  subject = foi_case_get_subject (foi_document_get_case (model));
  gtk_editable_set_text (GTK_EDITABLE (self->subject), subject != NULL ? subject : "");
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * foi_new_from_dialog_accept:
 *
 * Makes the case of what was typed, and shows it in a window of its own.
 *
 * Returns: whether it could; if not, the dialog says why.
 */
gboolean
foi_new_from_dialog_accept (FoiNewFromDialog *self)
{
  FoiCase *model;
  FoiNewCase facts = { 0 };
  g_autofree char *created = foi_now_utc ();
  g_autofree char *revision = foi_random_token ();
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (FoiDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *parent;

  g_return_val_if_fail (FOI_IS_NEW_FROM_DIALOG (self), FALSE);

  model = foi_document_get_case (self->model);
  facts.reference = gtk_editable_get_text (GTK_EDITABLE (self->reference));
  facts.subject = gtk_editable_get_text (GTK_EDITABLE (self->subject));
  facts.regime = foi_case_get_regime (model);
  facts.created = created;
  facts.revision = revision;
  state = foi_case_state_new_from (foi_case_get_state (model), &facts, &error);
  if (state == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->problem), error->message);
      gtk_widget_set_visible (self->problem, TRUE);
      gtk_widget_grab_focus (self->reference);
      return FALSE;
    }
  document = foi_document_new (state, NULL, NULL);
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  foi_application_show_document (FOI_APPLICATION (gtk_window_get_application (parent)), document);
  return TRUE;
}
