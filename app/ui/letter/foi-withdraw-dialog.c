/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-withdraw-dialog.h"

#include <glib/gi18n.h>

#include "foi-case-letters.h"
#include "foi-chance.h"
#include "foi-focus.h"

/* What the dialog's buttons need; freed with the window. */
typedef struct
{
  FoiDocument *document;
  GtkWidget   *window;
  GtkWidget   *reason;
  GtkWidget   *button;
} Withdrawal;

static void
withdrawal_free (Withdrawal *self)
{
  g_object_unref (self->document);
  g_free (self);
}

static const char *
get_reason (Withdrawal *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

static void
reason_changed_cb (Withdrawal *self)
{
  gtk_widget_set_sensitive (self->button, get_reason (self)[0] != '\0');
}

/* What the file says of a letter is what is so: as issuing does, this saves the case. */
static void
save (Withdrawal *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self->window));

  if (foi_document_get_file (self->document) == NULL)
    {
      foi_document_tell (self->document,
                         _("The letter is a draft again. What was issued is kept in the case with "
                           "your reason. Save the case now."));
      return;
    }
  foi_document_tell (self->document,
                     _("The letter is a draft again. What was issued is kept in the case with "
                       "your reason."));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.save", NULL);
}

static void
withdraw_cb (Withdrawal *self)
{
  g_autofree char *today = foi_date_to_iso (foi_today ());
  g_autoptr (GError) error = NULL;

  if (get_reason (self)[0] == '\0')
    return;
  if (foi_case_editor_withdraw_letter (foi_document_get_editor (self->document),
                                       foi_document_get_letter_id (self->document), today,
                                       g_get_real_name (), get_reason (self), &error))
    save (self);
  else
    foi_document_tell_error (self->document, error);
  gtk_window_close (GTK_WINDOW (self->window));
}

static GtkWidget *
new_content (Withdrawal *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *text = gtk_label_new (_("Withdraw only a letter that has not left the building. If it "
                                     "was sent, write a corrected letter instead."));
  GtkWidget *why = gtk_label_new_with_mnemonic (_("Wh_y it is withdrawn; kept in the case:"));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 52);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  self->reason = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->reason), TRUE);
  gtk_label_set_xalign (GTK_LABEL (why), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (why), self->reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Why it is withdrawn"), -1);
  self->button = gtk_button_new_with_mnemonic (_("_Withdraw"));
  gtk_widget_add_css_class (self->button, "destructive-action");
  gtk_widget_set_sensitive (self->button, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->button);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), why);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 20);
  gtk_widget_set_margin_bottom (box, 20);
  return box;
}

/**
 * foi_withdraw_dialog_present:
 * @document: a case whose current letter is issued
 *
 * Asks why the letter is taken back before it leaves, and takes it back.
 */
void
foi_withdraw_dialog_present (GtkWindow *parent, FoiDocument *document)
{
  Withdrawal *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (FOI_IS_DOCUMENT (document));

  self = g_new0 (Withdrawal, 1);
  self->document = g_object_ref (document);
  self->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), _("Withdraw the Letter"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_child (GTK_WINDOW (self->window), new_content (self));
  gtk_window_set_default_widget (GTK_WINDOW (self->window), self->button);
  foi_focus_close_by_escape (self->window);
  g_object_set_data_full (G_OBJECT (self->window), "withdrawal", self,
                          (GDestroyNotify) withdrawal_free);
  g_signal_connect_swapped (self->reason, "changed", G_CALLBACK (reason_changed_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (withdraw_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
}
