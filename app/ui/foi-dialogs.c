/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-dialogs.h"

#include <glib/gi18n.h>

static void
return_cancelled (GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
}

static void
answered_cb (GtkDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GPtrArray *ids = g_task_get_task_data (task);

  gtk_window_destroy (GTK_WINDOW (dialog));
  if (response >= 0 && (guint) response < ids->len)
    g_task_return_pointer (task, g_ptr_array_index (ids, response), NULL);
  else
    return_cancelled (task);
}

static const char *
style_class (FoiChoiceStyle style)
{
  switch (style)
    {
    case FOI_CHOICE_PLAIN:
      return NULL;
    case FOI_CHOICE_SUGGESTED:
      return "suggested-action";
    case FOI_CHOICE_DESTRUCTIVE:
      return "destructive-action";
    default:
      g_assert_not_reached ();
    }
}

static GtkWidget *
new_message (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = gtk_message_dialog_new (parent, GTK_DIALOG_MODAL, GTK_MESSAGE_OTHER,
                                              GTK_BUTTONS_NONE, "%s", heading);

  if (body != NULL)
    gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", body);
  /* The heading is drawn inside; this names the window to screen readers and task lists. */
  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  return dialog;
}

/**
 * foi_dialogs_ask_async:
 * @heading: the question, short
 * @body: (nullable): what each answer does
 * @choices: the answers, from left to right; the dialog adds Cancel before them
 *
 * Asks a person to choose.
 */
void
foi_dialogs_ask_async (GtkWindow *parent, const char *heading, const char *body,
                       const FoiChoice *choices, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  GPtrArray *ids;
  GtkWidget *dialog;

  g_return_if_fail (heading != NULL);
  g_return_if_fail (choices != NULL);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, foi_dialogs_ask_async);
  ids = g_ptr_array_new ();
  dialog = new_message (parent, heading, body);
  gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Cancel"), GTK_RESPONSE_CANCEL);
  for (guint i = 0; choices[i].id != NULL; i++)
    {
      GtkWidget *button = gtk_dialog_add_button (GTK_DIALOG (dialog), choices[i].label, (int) i);
      const char *name = style_class (choices[i].style);

      if (name != NULL)
        gtk_widget_add_css_class (button, name);
      if (choices[i].style == FOI_CHOICE_SUGGESTED)
        gtk_dialog_set_default_response (GTK_DIALOG (dialog), (int) i);
      g_ptr_array_add (ids, (gpointer) g_intern_string (choices[i].id));
    }
  g_task_set_task_data (task, ids, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * foi_dialogs_ask_finish:
 *
 * Returns: (transfer none) (nullable): the id of the choice; %NULL with an error when cancelled.
 */
const char *
foi_dialogs_ask_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * foi_dialogs_tell:
 * @parent: (nullable): the window it is about, if that is still there
 *
 * Tells a person something that cannot be told softly, because there is no window of the case yet.
 */
void
foi_dialogs_tell (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = new_message (parent, heading, body);

  /* With no other window, the program must stay until it is read. */
  if (parent == NULL)
    gtk_window_set_application (GTK_WINDOW (dialog),
                                GTK_APPLICATION (g_application_get_default ()));
  gtk_dialog_add_button (GTK_DIALOG (dialog), _("_Close"), GTK_RESPONSE_CLOSE);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const struct
{
  const char *name;
  const char *suffixes[5];
} file_kinds[] = {
  [FOI_FILE_CASE] = { N_ ("Cases of FOI Desk"), { "foi.json" } },
  [FOI_FILE_AUTHORITY] = { N_ ("Authority profiles of FOI Desk"), { "foi.json" } },
  [FOI_FILE_HOLIDAYS] = { N_ ("Bank holidays of gov.uk"), { "json" } },
  [FOI_FILE_PDF] = { N_ ("PDF documents"), { "pdf" } },
  [FOI_FILE_TEXT] = { N_ ("Plain text"), { "txt" } },
  [FOI_FILE_CSV] = { N_ ("Tables as CSV"), { "csv" } },
  [FOI_FILE_SHEET] = { N_ ("Spreadsheets"), { "xlsx", "ods", "csv" } },
  [FOI_FILE_IMAGE] = { N_ ("Pictures"), { "png", "svg", "jpg" } },
  [FOI_FILE_SVG] = { N_ ("Pictures as SVG"), { "svg" } },
  [FOI_FILE_PNG] = { N_ ("Pictures as PNG"), { "png" } },
  [FOI_FILE_MAIL] = { N_ ("Drafts of mails"), { "eml" } },
  [FOI_FILE_CALENDAR] = { N_ ("Calendars"), { "ics" } },
  [FOI_FILE_ATTACHMENT] = { N_ ("Documents"), { "pdf", "docx", "odt", "csv" } },
  [FOI_FILE_ANSWER] = { N_ ("Spreadsheets, texts and mails"),
                        { "xlsx", "ods", "csv", "txt", "eml" } },
};

static GtkFileChooserNative *
new_chooser (GtkWindow *parent, const char *title, GtkFileChooserAction action, FoiFileKind kind)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (file_kinds[kind].name));
  for (guint i = 0; i < G_N_ELEMENTS (file_kinds[kind].suffixes); i++)
    if (file_kinds[kind].suffixes[i] != NULL)
      gtk_file_filter_add_suffix (filter, file_kinds[kind].suffixes[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

/* The task holds the chooser: nothing else keeps a native one alive until the answer. */
static void
show_chooser (GTask *task, GtkFileChooserNative *chooser, GCallback responded)
{
  g_task_set_task_data (task, chooser, g_object_unref);
  g_signal_connect (chooser, "response", responded, task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* A dialog that was asked for in a menu comes while the menu closes. The toolkit then leaves the
 * focus in the menu, which is not there any more, and every key is lost until a click. */
static void
hide_chooser (GtkNativeDialog *chooser)
{
  GtkWindow *parent = gtk_native_dialog_get_transient_for (chooser);
  GtkWidget *focus;

  gtk_native_dialog_hide (chooser);
  focus = parent != NULL ? gtk_window_get_focus (parent) : NULL;
  if (focus != NULL && !gtk_widget_get_mapped (focus))
    gtk_window_set_focus (parent, NULL);
}

static void
opened_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  hide_chooser (chooser);
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser)),
                           g_object_unref);
  else
    return_cancelled (task);
}

/**
 * foi_dialogs_open_async:
 * @several: whether more than one may be chosen
 *
 * Asks for files to read.
 */
void
foi_dialogs_open_async (GtkWindow *parent, const char *title, FoiFileKind kind, gboolean several,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser = new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_OPEN, kind);

  g_task_set_source_tag (task, foi_dialogs_open_async);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), several);
  show_chooser (task, chooser, G_CALLBACK (opened_cb));
}

/**
 * foi_dialogs_open_finish:
 *
 * Returns: (transfer full) (nullable): a list of #GFile; %NULL with an error when cancelled.
 */
GListModel *
foi_dialogs_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  hide_chooser (chooser);
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)),
                           g_object_unref);
  else
    return_cancelled (task);
}

/**
 * foi_dialogs_save_async:
 * @folder: (nullable): where to begin
 * @name: what the file is proposed to be called
 *
 * Asks where to write a file. The chooser asks before another file is replaced.
 */
void
foi_dialogs_save_async (GtkWindow *parent, const char *title, FoiFileKind kind, GFile *folder,
                        const char *name, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser = new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, kind);

  g_task_set_source_tag (task, foi_dialogs_save_async);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show_chooser (task, chooser, G_CALLBACK (chosen_cb));
}

/**
 * foi_dialogs_folder_async:
 * @folder: (nullable): where to begin
 *
 * Asks for a folder; foi_dialogs_save_finish() tells which.
 */
void
foi_dialogs_folder_async (GtkWindow *parent, const char *title, GFile *folder,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (parent, NULL, callback, user_data);
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL,
                                   NULL);

  g_task_set_source_tag (task, foi_dialogs_folder_async);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  show_chooser (task, chooser, G_CALLBACK (chosen_cb));
}

/**
 * foi_dialogs_save_finish:
 *
 * Returns: (transfer full) (nullable): the file or folder; %NULL with an error when cancelled.
 */
GFile *
foi_dialogs_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
