/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-window-follow.h"
#include "foi-window-private.h"

#include <glib/gi18n.h>

#include "foi-new-from-dialog.h"
#include "foi-tooltip.h"

static char *
dup_editor_text (GtkWidget *focus)
{
  if (GTK_IS_TEXT (focus))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
    }
  return NULL;
}

static gboolean
keeps_history (GtkWidget *focus)
{
  if (GTK_IS_TEXT (focus))
    return gtk_editable_get_enable_undo (GTK_EDITABLE (focus));
  if (GTK_IS_TEXT_VIEW (focus))
    return gtk_text_buffer_get_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)));
  return FALSE;
}

/* An entry whose text is not yet in the case takes back its own typing first. Whether it did is
 * seen from its text: the toolkit does not say. Editors that write into the case at every key have
 * no history of their own. */
static gboolean
offer_to_focus (FoiWindow *self, const char *text_action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (focus == NULL || !keeps_history (focus))
    return FALSE;
  before = dup_editor_text (focus);
  gtk_widget_activate_action (focus, text_action, NULL);
  after = dup_editor_text (focus);
  return g_strcmp0 (before, after) != 0;
}

static void
undo_case_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);

  foi_document_commit (self->document);
  if (!foi_document_undo (self->document))
    gtk_widget_error_bell (widget);
}

static void
redo_case_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);

  foi_document_commit (self->document);
  if (!foi_document_redo (self->document))
    gtk_widget_error_bell (widget);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (!offer_to_focus (FOI_WINDOW (widget), "text.undo"))
    undo_case_action (widget, action_name, parameter);
}

static void
redo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (!offer_to_focus (FOI_WINDOW (widget), "text.redo"))
    redo_case_action (widget, action_name, parameter);
}

static void
new_from_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  FoiWindow *self = FOI_WINDOW (widget);

  foi_document_commit (self->document);
  foi_new_from_dialog_present (GTK_WINDOW (self), self->document);
}

static void
close_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
menu_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (FOI_WINDOW (widget)->menu_button));
}

static void
set_tooltip (GtkWidget *button, const char *plain, const char *with_label, const char *label)
{
  const gboolean labelled = label != NULL && label[0] != '\0';
  g_autofree char *text = labelled ? g_strjoin (" ", with_label, label, NULL) : g_strdup (plain);

  if (foi_tooltip_set (button, text))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                    -1);
}

/* Everything that depends on the case: enabled here, and nowhere else. */
void
_foi_window_update_actions (FoiWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  FoiCaseEditor *editor = foi_document_get_editor (self->document);
  const gboolean can_write = !foi_document_is_read_only (self->document);
  const gboolean has_letter = foi_document_get_layout (self->document) != NULL;

  gtk_widget_action_set_enabled (widget, "win.save", can_write);
  gtk_widget_action_set_enabled (widget, "win.save-as", can_write);
  gtk_widget_action_set_enabled (widget, "win.undo-case", foi_case_editor_can_undo (editor));
  gtk_widget_action_set_enabled (widget, "win.redo-case", foi_case_editor_can_redo (editor));
  gtk_widget_action_set_enabled (widget, "win.export", has_letter);
  gtk_widget_action_set_enabled (widget, "win.make-pack", has_letter);
  _foi_window_letter_update_actions (self);

  /* Translators: followed by what is undone, as in "Undo Change Answer". */
  set_tooltip (self->undo_button, _("Undo"), C_ ("followed by a label", "Undo"),
               foi_case_editor_get_undo_label (editor));
  set_tooltip (self->redo_button, _("Redo"), C_ ("followed by a label", "Redo"),
               foi_case_editor_get_redo_label (editor));
}

void
_foi_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, _foi_window_save_action);
  gtk_widget_class_install_action (widget_class, "win.settle-conflict", NULL,
                                   _foi_window_settle_conflict_action);
  gtk_widget_class_install_action (widget_class, "win.look-at-file", NULL,
                                   _foi_window_look_at_file_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, _foi_window_save_as_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-case", NULL, undo_case_action);
  gtk_widget_class_install_action (widget_class, "win.redo-case", NULL, redo_case_action);
  gtk_widget_class_install_action (widget_class, "win.export", "s", _foi_window_export_action);
  gtk_widget_class_install_action (widget_class, "win.export-csv", "s",
                                   _foi_window_export_csv_action);
  gtk_widget_class_install_action (widget_class, "win.make-pack", NULL,
                                   _foi_window_make_pack_action);
  gtk_widget_class_install_action (widget_class, "win.new-from", NULL, new_from_action);
  gtk_widget_class_install_action (widget_class, "win.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  _foi_window_letter_install_actions (widget_class);
}
