/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-import-choose.h"

#include <glib/gi18n.h>

#include "foi-dialogs.h"
#include "foi-import-window.h"

/* A file that is being chosen, and where it goes. */
typedef struct
{
  FoiDocument *document;
  GtkWindow   *parent;
  char        *question;
  char        *table;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->document);
  g_object_unref (choice->parent);
  g_free (choice->question);
  g_free (choice->table);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autoptr (GListModel) files = foi_dialogs_open_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && gtk_widget_get_mapped (GTK_WIDGET (choice->parent)))
    foi_import_window_present (choice->parent, choice->document, choice->question, choice->table,
                               file);
}

/**
 * foi_import_choose_file:
 * @widget: in the case's window
 * @question: (nullable): the question that a new table answers
 * @table: (nullable): a table that gets the rows, unless something else is chosen
 *
 * Asks for a spreadsheet and imports it.
 */
void
foi_import_choose_file (GtkWidget *widget, FoiDocument *document, const char *question,
                        const char *table)
{
  GtkWindow *parent;
  Choice *choice;

  g_return_if_fail (GTK_IS_WIDGET (widget) && FOI_IS_DOCUMENT (document));

  parent = GTK_WINDOW (gtk_widget_get_root (widget));
  choice = g_new0 (Choice, 1);
  choice->document = g_object_ref (document);
  choice->parent = g_object_ref (parent);
  choice->question = g_strdup (question);
  choice->table = g_strdup (table);
  foi_dialogs_open_async (parent, _("Import a Spreadsheet"), FOI_FILE_SHEET, FALSE, file_chosen_cb,
                          choice);
}
