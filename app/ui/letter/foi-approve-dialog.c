/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-approve-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-almanac.h"
#include "foi-approve-send.h"
#include "foi-case-approval.h"
#include "foi-focus.h"
#include "foi-question-choice.h"

/* What the dialog's buttons need; freed with the window. */
typedef struct
{
  FoiDocument *document;
  GtkWidget   *window, *by, *questions, *button;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_object_unref (self->document);
  g_free (self);
}

static FoiCaseState *
get_state (Dialog *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

static const char *
get_name (Dialog *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->by));
}

static void
changed_cb (Dialog *self)
{
  const char *name = get_name (self);
  g_autoptr (GPtrArray) ids = foi_question_choice_list (FOI_QUESTION_CHOICE (self->questions));

  gtk_widget_set_sensitive (self->button, ids->len > 0 && name[strspn (name, " ")] != '\0');
}

/* All that are ticked, as one command. */
static void
approve_cb (Dialog *self)
{
  FoiCaseEditor *editor = foi_document_get_editor (self->document);
  const FoiDate today = foi_almanac_get_today (foi_almanac_get_default ());
  g_autoptr (GPtrArray) ids = foi_question_choice_list (FOI_QUESTION_CHOICE (self->questions));
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  foi_case_editor_begin (editor, _("Approve"));
  for (guint i = 0; done && i < ids->len; i++)
    done = foi_case_editor_approve (editor, g_ptr_array_index (ids, i), get_name (self), today,
                                    &error);
  if (done)
    foi_case_editor_end (editor);
  else
    {
      foi_case_editor_cancel (editor);
      foi_document_tell_error (self->document, error);
    }
  gtk_window_close (GTK_WINDOW (self->window));
}

/* To whoever is named with an address; nothing is noted before they answered. */
static void
send_cb (Dialog *self)
{
  foi_approve_send (gtk_window_get_transient_for (GTK_WINDOW (self->window)), self->document,
                    get_name (self));
  gtk_window_close (GTK_WINDOW (self->window));
}

static void
save_cb (Dialog *self)
{
  foi_approve_save (gtk_window_get_transient_for (GTK_WINDOW (self->window)), self->document,
                    get_name (self));
  gtk_window_close (GTK_WINDOW (self->window));
}

/* Ticked is what was opened from, or all that is not approved as it is. */
static void
add_question (Dialog *self, FoiQuestion *question, const char *chosen)
{
  const char *id = foi_question_get_id (question);
  g_autofree char *stands = NULL;
  FoiApproval approval;

  foi_case_state_get_approval (get_state (self), id, &approval);
  stands = foi_approval_dup_words (&approval, foi_almanac_get_today (foi_almanac_get_default ()));
  foi_question_choice_add (FOI_QUESTION_CHOICE (self->questions), question, stands,
                           chosen != NULL ? g_str_equal (id, chosen)
                                          : approval.state != FOI_APPROVAL_GIVEN);
}

static GtkWidget *
new_questions (Dialog *self, const char *chosen)
{
  GListModel *questions = foi_case_get_questions (foi_document_get_case (self->document));

  self->questions = foi_question_choice_new ();
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);

      add_question (self, question, chosen);
    }
  return foi_question_choice_scroll (FOI_QUESTION_CHOICE (self->questions), 320);
}

static GtkWidget *
new_buttons (Dialog *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *send = gtk_button_new_with_mnemonic (_("_Send for Approval…"));
  GtkWidget *save = gtk_button_new_with_mnemonic (_("Save Dra_ft…"));

  gtk_widget_set_tooltip_text (send, _("Write to whoever is to agree, with the draft, what leaves "
                                       "the building and what the checks found"));
  g_signal_connect_swapped (send, "clicked", G_CALLBACK (send_cb), self);
  gtk_widget_set_tooltip_text (save, _("Save that mail as a file, which mail programs open"));
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_cb), self);
  self->button = gtk_button_new_with_mnemonic (_("_Approve"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), save);
  gtk_box_append (GTK_BOX (buttons), send);
  gtk_box_append (GTK_BOX (buttons), self->button);
  return buttons;
}

static GtkWidget *
new_content (Dialog *self, const char *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *label
    = gtk_label_new_with_mnemonic (_("Approved _by (a name, or an e-mail address to write to)"));

  self->by = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->by), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->by);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->by);
  gtk_box_append (GTK_BOX (box), new_questions (self, question));
  gtk_box_append (GTK_BOX (box), new_buttons (self));
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 20);
  gtk_widget_set_margin_bottom (box, 20);
  return box;
}

/**
 * foi_approve_dialog_present:
 * @question: (nullable): the id of the question that it is about; %NULL for the whole letter
 *
 * Asks who approves which answers as they are now, and notes it.
 */
void
foi_approve_dialog_present (GtkWindow *parent, FoiDocument *document, const char *question)
{
  Dialog *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (FOI_IS_DOCUMENT (document));

  foi_document_commit (document);
  self = g_new0 (Dialog, 1);
  self->document = g_object_ref (document);
  self->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), _("Approve"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_child (GTK_WINDOW (self->window), new_content (self, question));
  gtk_window_set_default_widget (GTK_WINDOW (self->window), self->button);
  foi_focus_close_by_escape (self->window);
  g_object_set_data_full (G_OBJECT (self->window), "dialog", self, dialog_free);
  g_signal_connect_swapped (self->by, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->questions, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (approve_cb), self);
  changed_cb (self);
  gtk_window_present (GTK_WINDOW (self->window));
}
