/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-inspect-window.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-dialogs.h"
#include "foi-file-inspect.h"
#include "foi-hidden-list.h"
#include "foi-number.h"
#include "foi-pdf-inspect.h"
#include "foi-task.h"
#include "foi-workbook.h"

struct _FoiInspectWindow
{
  GtkWindow parent_instance;

  GCancellable *cancellable; /* of the file that is read */

  GtkWidget *choose_button;
  GtkWidget *copy_button;
  GtkWidget *stack;
  GtkWidget *spinner;
  GtkWidget *heading;
  GtkWidget *words;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (FoiInspectWindow, foi_inspect_window, GTK_TYPE_WINDOW)

static gboolean
has_suffix (GFile *file, const char *const *suffixes)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *folded = name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");

  for (guint i = 0; suffixes[i] != NULL; i++)
    {
      if (g_str_has_suffix (folded, suffixes[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * foi_inspect_takes:
 * @file: a file
 *
 * Returns: whether its name is that of a spreadsheet, read or refused, and of no case.
 */
gboolean
foi_inspect_takes (GFile *file)
{
  static const char *const suffixes[] = { ".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls",
                                          ".ods",  ".ots",  ".fods", ".csv",  ".tsv",  NULL };

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return has_suffix (file, suffixes);
}

/* ---- looking ---- */

static void
look_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GFile *file = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foi_workbook_load (file, cancellable, &error);
  g_autoptr (FoiHidden) hidden
    = bytes != NULL ? foi_file_inspect (bytes, foi_pdf_inspect, NULL, cancellable, &error) : NULL;

  if (hidden != NULL)
    g_task_return_pointer (task, foi_hidden_list_describe (hidden),
                           (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
show_page (FoiInspectWindow *self, const char *page)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  gtk_widget_set_sensitive (self->copy_button,
                            strcmp (page, "found") == 0
                              && foi_hidden_list_get_length (FOI_HIDDEN_LIST (self->list)) > 0);
}

static void
show_words (FoiInspectWindow *self, const char *heading, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  gtk_widget_set_visible (self->heading, TRUE);
  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->words, *words != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heading), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
}

static void
show_found (FoiInspectWindow *self, const char *name, GPtrArray *lines)
{
  g_autofree char *heading = NULL;

  foi_hidden_list_set_lines (FOI_HIDDEN_LIST (self->list), lines);
  gtk_widget_set_visible (self->list, lines->len > 0);
  if (lines->len == 0)
    {
      /* Translators: the name of a file. */
      heading = g_strdup_printf (_("Nothing is hidden in “%s”"), name);
      show_words (self, heading,
                  _("All that it holds is seen when it is opened. Whether that may be given to "
                    "anybody is another question."));
    }
  else
    {
      heading = g_strdup_printf (
        ngettext ("“%s” holds %u thing that a glance does not show",
                  "“%s” holds %u things that a glance does not show", lines->len),
        name, lines->len);
      show_words (self, heading,
                  _("Who gets this file gets all of this with it. Give out the figures in a letter "
                    "or as CSV, and not the file."));
    }
  show_page (self, "found");
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiInspectWindow *self = FOI_INSPECT_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = g_file_get_basename (g_task_get_task_data (G_TASK (result)));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *heading = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  if (lines != NULL)
    show_found (self, shown, lines);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_page (self, "start");
  else
    {
      gtk_widget_set_visible (self->list, FALSE);
      /* Translators: the name of a file. */
      heading = g_strdup_printf (_("“%s” cannot be looked through"), shown);
      show_words (self, heading, error->message);
      show_page (self, "found");
    }
  gtk_window_set_focus (GTK_WINDOW (self), self->choose_button);
}

static void
stop (FoiInspectWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
look (FoiInspectWindow *self, GFile *file)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GTask) task = NULL;

  stop (self);
  self->cancellable = g_cancellable_new ();
  foi_hidden_list_set_lines (FOI_HIDDEN_LIST (self->list), none);
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  show_page (self, "busy");
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  foi_task_run_in_thread (task, look_thread);
}

/* ---- the person ---- */

static void
files_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiInspectWindow) self = user_data;
  g_autoptr (GListModel) files = foi_dialogs_open_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && self->stack != NULL)
    look (self, file);
}

static void
choose_cb (FoiInspectWindow *self)
{
  foi_dialogs_open_async (GTK_WINDOW (self), _("Choose a Workbook"), FOI_FILE_SHEET, FALSE,
                          files_chosen_cb, g_object_ref (self));
}

static void
copy_cb (FoiInspectWindow *self)
{
  foi_hidden_list_copy (FOI_HIDDEN_LIST (self->list));
}

static void
cancel_cb (FoiInspectWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
dropped_cb (FoiInspectWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  look (self, files->data);
  return TRUE;
}

static void
foi_inspect_window_dispose (GObject *object)
{
  FoiInspectWindow *self = FOI_INSPECT_WINDOW (object);

  stop (self);
  self->stack = NULL;

  G_OBJECT_CLASS (foi_inspect_window_parent_class)->dispose (object);
}

static void
foi_inspect_window_class_init (FoiInspectWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_inspect_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

/* ---- the window ---- */

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 64);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_start (FoiInspectWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words;

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  add_label (box, _("See what a workbook hides"), "title-label");
  words = add_label (box,
                     _("Drop a workbook here, or choose one. Nothing in it is run, and nothing of "
                       "it is kept."),
                     "dim-label");
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_stack_add_named (GTK_STACK (self->stack), box, "start");
}

static void
add_busy (FoiInspectWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Cancel"));

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_size_request (self->spinner, 32, 32);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spinner), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Looking through the workbook"), -1);
  gtk_box_append (GTK_BOX (box), self->spinner);
  add_label (box, _("Looking through the workbook…"), "dim-label");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  gtk_stack_add_named (GTK_STACK (self->stack), box, "busy");
}

static void
add_found (FoiInspectWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->heading = add_label (box, "", "title-label");
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  self->words = add_label (box, "", "dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  /* A label without text goes by its class. */
  gtk_widget_set_visible (self->heading, FALSE);
  gtk_widget_set_visible (self->words, FALSE);
  self->list = foi_hidden_list_new (_("What a glance does not show"));
  gtk_widget_set_vexpand (self->list, TRUE);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_stack_add_named (GTK_STACK (self->stack), box, "found");
}

static GtkWidget *
add_button (FoiInspectWindow *self, GtkWidget *bar, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static void
foi_inspect_window_init (FoiInspectWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_window_set_title (GTK_WINDOW (self), _("What a Workbook Hides"));
  gtk_window_set_titlebar (GTK_WINDOW (self), gtk_header_bar_new ());
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 560);
  gtk_widget_add_css_class (box, "form");
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  add_start (self);
  add_busy (self);
  add_found (self);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_widget_set_halign (bar, GTK_ALIGN_END);
  self->copy_button = add_button (self, bar, _("C_opy the List"), G_CALLBACK (copy_cb));
  self->choose_button = add_button (self, bar, _("Choose a _Workbook…"), G_CALLBACK (choose_cb));
  gtk_widget_add_css_class (self->choose_button, "suggested-action");
  gtk_box_append (GTK_BOX (box), bar);
  gtk_window_set_child (GTK_WINDOW (self), box);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  show_page (self, "start");
  gtk_window_set_focus (GTK_WINDOW (self), self->choose_button);
}

/**
 * foi_inspect_window_present:
 * @file: (nullable): a workbook to look through
 *
 * Shows the window, the one that is there already if there is one.
 *
 * Returns: (transfer none): it; the toolkit owns it.
 */
GtkWidget *
foi_inspect_window_present (GtkApplication *application, GFile *file)
{
  GtkWindow *window = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (FOI_IS_INSPECT_WINDOW (link->data))
      window = link->data;
  if (window == NULL)
    window = g_object_new (FOI_TYPE_INSPECT_WINDOW, "application", application, NULL);
  gtk_window_present (window);
  if (file != NULL)
    look (FOI_INSPECT_WINDOW (window), file);
  return GTK_WIDGET (window);
}

/**
 * foi_inspect_window_is_busy:
 *
 * Returns: whether a file is being looked through.
 */
gboolean
foi_inspect_window_is_busy (FoiInspectWindow *self)
{
  g_return_val_if_fail (FOI_IS_INSPECT_WINDOW (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * foi_inspect_window_get_heading:
 *
 * Returns: what it says of the file.
 */
const char *
foi_inspect_window_get_heading (FoiInspectWindow *self)
{
  g_return_val_if_fail (FOI_IS_INSPECT_WINDOW (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->heading));
}
