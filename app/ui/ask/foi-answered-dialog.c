/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-answered-dialog.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-case-asks.h"
#include "foi-focus.h"
#include "foi-past-day.h"
#include "foi-typed-date.h"

/* What the dialog's buttons need; freed with the window. */
typedef struct
{
  FoiDocument *document;
  char        *question;
  guint        position;   /* or FOI_ANSWERED_ANY, before somebody chose */
  GtkWidget   *window, *date, *problem, *button;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  g_object_unref (self->document);
  g_free (self->question);
  g_free (self);
}

/* The typed day, or none and why. */
static FoiDate
read_day (Dialog *self, char **reason)
{
  g_autofree char *iso = NULL;
  FoiDate day;

  *reason = NULL;
  if (!foi_typed_date_read (gtk_editable_get_text (GTK_EDITABLE (self->date)), &iso, reason))
    return FOI_DATE_NONE;
  day = foi_date_from_iso (iso);
  if (day == FOI_DATE_NONE)
    *reason = g_strdup (_("Type the day on which the service answered"));
  else
    *reason = foi_past_day_dup_problem (day, foi_almanac_get_today (foi_almanac_get_default ()));
  return *reason == NULL ? day : FOI_DATE_NONE;
}

static void
show_problem (Dialog *self, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (self->problem), reason != NULL ? reason : "");
  gtk_widget_set_visible (self->problem, reason != NULL);
}

static void
changed_cb (Dialog *self)
{
  g_autofree char *reason = NULL;
  const FoiDate day = read_day (self, &reason);

  show_problem (self, reason);
  gtk_widget_set_sensitive (self->button,
                            day != FOI_DATE_NONE && self->position != FOI_ANSWERED_ANY);
}

static void
chosen_cb (GtkCheckButton *check, Dialog *self)
{
  if (!gtk_check_button_get_active (check))
    return;
  self->position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "position"));
  changed_cb (self);
}

/* One of those that are waited for; nobody is proposed, for a guess is soon accepted. */
static GtkWidget *
new_choice (Dialog *self)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = NULL;
  FoiAsk ask;

  for (guint i = 0; foi_case_state_get_ask (state, self->question, i, &ask); i++)
    {
      GtkWidget *check;

      if (ask.answered != FOI_DATE_NONE)
        continue;
      check = gtk_check_button_new_with_label (ask.service);
      g_object_set_data (G_OBJECT (check), "position", GUINT_TO_POINTER (i));
      if (first != NULL)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (first));
      else
        first = check;
      g_signal_connect (check, "toggled", G_CALLBACK (chosen_cb), self);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Which service answered?"), -1);
  return box;
}

static void
note_cb (Dialog *self)
{
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;
  const FoiDate day = read_day (self, &reason);

  if (day == FOI_DATE_NONE)
    return;
  if (foi_case_editor_note_answered (foi_document_get_editor (self->document), self->question,
                                     self->position, day, &error))
    gtk_window_close (GTK_WINDOW (self->window));
  else
    show_problem (self, error->message);
}

static GtkWidget *
new_buttons (Dialog *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->button = gtk_button_new_with_mnemonic (_("_Answered"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->button);
  return buttons;
}

static GtkWidget *
new_content (Dialog *self, const char *service)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  g_autofree char *words = service != NULL
                             ? g_strdup_printf (_("_Day on which %s answered"), service)
                             : g_strdup (_("_Day on which it answered"));
  GtkWidget *label = gtk_label_new_with_mnemonic (words);
  g_autofree char *today
    = foi_date_to_words (foi_almanac_get_today (foi_almanac_get_default ()));

  self->date = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->date), today);
  gtk_entry_set_activates_default (GTK_ENTRY (self->date), TRUE);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), 48);
  gtk_widget_add_css_class (self->problem, "foi-problem");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->date);
  if (service == NULL)
    {
      gtk_box_append (GTK_BOX (box), gtk_label_new (_("Which service answered?")));
      gtk_box_append (GTK_BOX (box), new_choice (self));
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->date);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), new_buttons (self));
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 20);
  gtk_widget_set_margin_bottom (box, 20);
  return box;
}

/**
 * foi_answered_dialog_present:
 * @question: the id of a question, or of a part of one
 * @position: which of its asks, or %FOI_ANSWERED_ANY
 *
 * Asks on which day a service answered, and notes it.
 */
void
foi_answered_dialog_present (GtkWindow *parent, FoiDocument *document, const char *question,
                             guint position)
{
  Dialog *self;
  FoiAsk ask = { 0 };

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (FOI_IS_DOCUMENT (document));

  if (position != FOI_ANSWERED_ANY
      && !foi_case_state_get_ask (foi_case_get_state (foi_document_get_case (document)), question,
                                  position, &ask))
    return;
  self = g_new0 (Dialog, 1);
  self->document = g_object_ref (document);
  self->question = g_strdup (question);
  self->position = position;
  self->window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (self->window), _("Service Answered"));
  gtk_window_set_transient_for (GTK_WINDOW (self->window), parent);
  gtk_window_set_modal (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self->window), TRUE);
  gtk_window_set_child (GTK_WINDOW (self->window), new_content (self, ask.service));
  gtk_window_set_default_widget (GTK_WINDOW (self->window), self->button);
  foi_focus_close_by_escape (self->window);
  g_object_set_data_full (G_OBJECT (self->window), "dialog", self, dialog_free);
  g_signal_connect_swapped (self->date, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (note_cb), self);
  gtk_widget_set_sensitive (self->button, position != FOI_ANSWERED_ANY);
  gtk_window_present (GTK_WINDOW (self->window));
}
