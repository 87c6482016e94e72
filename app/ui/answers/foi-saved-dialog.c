/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-saved-dialog.h"

#include <glib/gi18n.h>

#include "foi-drop-down.h"
#include "foi-focus.h"
#include "foi-spelling.h"

/* What the dialog's buttons need; freed with the window, or with the writing if that ends later. */
typedef struct
{
  char          *former;     /* (nullable): the title of the paragraph that is changed */
  gboolean       was_shared;
  char          *saved;      /* (nullable): the title under which it is being kept */
  gboolean       to_shared;
  FoiSavedFunc   kept;
  gpointer       user_data;
  GDestroyNotify user_data_free;

  GtkWidget *window;         /* NULL once it is closed */
  GtkWidget *title, *text, *whose, *problem, *button;
} Dialog;

static void
dialog_clear (gpointer data)
{
  Dialog *self = data;

  g_free (self->former);
  g_free (self->saved);
  if (self->user_data_free != NULL)
    self->user_data_free (self->user_data);
}

static void
dialog_unref (gpointer data)
{
  g_rc_box_release_full (data, dialog_clear);
}

static void
dialog_unref_closure (gpointer data, GClosure *closure)
{
  dialog_unref (data);
}

static void
closed_cb (GtkWidget *window, Dialog *self)
{
  self->window = NULL;
}

static char *
dup_text (Dialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_problem (Dialog *self, const char *problem)
{
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
}

static void
finish (Dialog *self, const GError *error)
{
  if (error != NULL && self->window != NULL)
    {
      show_problem (self, error->message);
      gtk_widget_set_sensitive (self->button, TRUE);
      return;
    }
  if (error == NULL)
    self->kept (self->saved, self->to_shared, self->user_data);
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Dialog *self = user_data;
  g_autoptr (GError) error = NULL;

  foi_saved_lists_change_finish (result, &error);
  finish (self, error);
  dialog_unref (self);
}

/* What goes from one list to the other is in both before it leaves the first. */
static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Dialog *self = user_data;
  g_autoptr (GError) error = NULL;

  if (foi_saved_lists_change_finish (result, &error) && self->former != NULL
      && self->was_shared != self->to_shared)
    {
      foi_saved_lists_remove_async (self->was_shared, self->former, removed_cb, self);
      return;
    }
  finish (self, error);
  dialog_unref (self);
}

static void
save_cb (Dialog *self)
{
  g_autofree char *text = dup_text (self);
  gboolean moves;

  if (!gtk_widget_get_sensitive (self->button))
    return;
  show_problem (self, NULL);
  gtk_widget_set_sensitive (self->button, FALSE);
  g_free (self->saved);
  self->saved = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));
  self->to_shared = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->whose)) == 1;
  moves = self->to_shared != self->was_shared;
  foi_saved_lists_put_async (self->to_shared, moves ? NULL : self->former, self->saved, text,
                             kept_cb, g_rc_box_acquire (self));
}

static gboolean
save_shortcut_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  save_cb (user_data);
  return TRUE;
}

/* ---- building -------------------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *words, GtkWidget *of)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), of);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (of), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  return label;
}

static GtkWidget *
new_text (Dialog *self, const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  g_object_set (self->text, "left-margin", 8, "right-margin", 8, "top-margin", 6, "bottom-margin",
                6, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), text, -1);
  foi_spelling_attach (GTK_TEXT_VIEW (self->text));
  gtk_widget_add_css_class (scroller, "foi-card");
  g_object_set (scroller, "child", self->text, "hscrollbar-policy", GTK_POLICY_NEVER, "vexpand",
                TRUE, "min-content-height", 160, NULL);
  return scroller;
}

static GtkWidget *
new_whose (Dialog *self)
{
  const char *const words[] = { _("For me alone"), _("For everybody of the authority"), NULL };

  self->whose = gtk_drop_down_new_from_strings (words);
  foi_drop_down_set_name (self->whose, _("Whose list"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->whose), self->was_shared ? 1 : 0);
  gtk_widget_set_halign (self->whose, GTK_ALIGN_START);
  return self->whose;
}

static GtkWidget *
new_buttons (Dialog *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->button = gtk_button_new_with_mnemonic (_("_Save"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (save_cb), self);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), cancel);
  gtk_box_append (GTK_BOX (buttons), self->button);
  return buttons;
}

static GtkWidget *
new_content (Dialog *self, const char *title, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *scroller = new_text (self, text);

  self->title = gtk_entry_new ();
  self->problem = gtk_label_new (NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  gtk_entry_set_max_length (GTK_ENTRY (self->title), FOI_SAVED_TITLE_MAX);
  gtk_entry_set_activates_default (GTK_ENTRY (self->title), TRUE);
  g_object_set (self->problem, "visible", FALSE, "wrap", TRUE, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->problem, "error");
  g_object_set (box, "margin-start", 18, "margin-end", 18, "margin-top", 18, "margin-bottom", 18,
                NULL);
  gtk_box_append (GTK_BOX (box), new_label (_("_Title"), self->title));
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), new_label (_("Te_xt"), self->text));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), new_whose (self));
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), new_buttons (self));
  return box;
}

/* Enter makes a new line in the text. */
static void
add_shortcut (Dialog *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *keys = gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>s");

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (keys, gtk_callback_action_new (save_shortcut_cb, self, NULL)));
  gtk_widget_add_controller (self->window, controller);
}

/**
 * foi_saved_dialog_present:
 * @parent: the window of the saved paragraphs
 * @item: (nullable): the one to change; %NULL for a new one
 * @text: (nullable): the words of a new one, as far as they are known
 * @kept: called when it is kept
 * @user_data_free: (nullable): frees @user_data
 *
 * Asks for a title and a text, and keeps them.
 *
 * Returns: (transfer none): the dialog; the toolkit owns it.
 */
GtkWidget *
foi_saved_dialog_present (GtkWindow *parent, const FoiSavedItem *item, const char *text,
                          FoiSavedFunc kept, gpointer user_data, GDestroyNotify user_data_free)
{
  Dialog *self = g_rc_box_new0 (Dialog);
  g_autofree char *proposed = foi_saved_paragraph_dup_title (text != NULL ? text : "");

  g_return_val_if_fail (GTK_IS_WINDOW (parent) && kept != NULL, NULL);

  self->former = item != NULL ? g_strdup (item->paragraph->title) : NULL;
  self->was_shared = item != NULL && item->is_shared;
  self->kept = kept;
  self->user_data = user_data;
  self->user_data_free = user_data_free;
  self->window = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "modal", TRUE,
                               "destroy-with-parent", TRUE, "default-width", 560, "default-height",
                               460, "title",
                               item != NULL ? _("Change Paragraph") : _("Save Paragraph"), NULL);
  gtk_window_set_child (GTK_WINDOW (self->window),
                        new_content (self, item != NULL ? item->paragraph->title : proposed,
                                     item != NULL ? item->paragraph->text
                                                  : (text != NULL ? text : "")));
  gtk_window_set_default_widget (GTK_WINDOW (self->window), self->button);
  g_signal_connect_data (self->window, "destroy", G_CALLBACK (closed_cb), self,
                         dialog_unref_closure, 0);
  foi_focus_close_by_escape (self->window);
  add_shortcut (self);
  gtk_window_present (GTK_WINDOW (self->window));
  return self->window;
}
