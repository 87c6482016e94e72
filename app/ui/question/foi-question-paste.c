/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-paste.h"

#include <string.h>

#include <glib/gi18n.h>

#include "foi-clipboard-cells.h"
#include "foi-table-paste-new.h"

/* A paste that waits for the clipboard. */
typedef struct
{
  FoiDocument *document;
  char *question;
  GtkTextView *view; /* (nullable): where text goes that is no table */
} Paste;

static Paste *
paste_new (FoiDocument *document, const char *question, GtkTextView *view)
{
  Paste *paste = g_new0 (Paste, 1);

  paste->document = g_object_ref (document);
  paste->question = g_strdup (question);
  g_set_object (&paste->view, view);
  return paste;
}

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->document);
  g_clear_object (&paste->view);
  g_free (paste->question);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

/* Whether text is cells of several rows: nobody types tabs into prose. */
static gboolean
is_table (const char *text)
{
  const char *line_end = strpbrk (text, "\r\n");

  return strchr (text, '\t') != NULL && line_end != NULL
         && line_end[strspn (line_end, "\r\n")] != '\0';
}

static void
make_table (Paste *paste, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!foi_table_paste_as_new (paste->document, paste->question, text, &error))
    foi_document_tell_error (paste->document, error);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autofree char *text = foi_clipboard_cells_read_finish (result);

  if (paste->view == NULL && (text == NULL || text[0] == '\0'))
    foi_document_tell (paste->document, _("There is no text to paste"));
  else if (paste->view == NULL || (text != NULL && is_table (text)))
    make_table (paste, text);
  else
    gtk_text_buffer_paste_clipboard (gtk_text_view_get_buffer (paste->view), GDK_CLIPBOARD (source),
                                     NULL, gtk_text_view_get_editable (paste->view));
}

/**
 * foi_question_paste_table:
 * @widget: whose display has the clipboard
 * @question: the id of a question
 *
 * Makes a table of what is on the clipboard, and shows it below the question's answer.
 */
void
foi_question_paste_table (GtkWidget *widget, FoiDocument *document, const char *question)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (FOI_IS_DOCUMENT (document));

  foi_clipboard_cells_read_async (gtk_widget_get_clipboard (widget), FALSE, text_read_cb,
                                  paste_new (document, question, NULL));
}

/**
 * foi_question_paste_text:
 * @view: where the person pastes
 * @question: the id of a question
 *
 * Makes a table of cells of a spreadsheet, and pastes anything else as the text it is.
 */
void
foi_question_paste_text (GtkTextView *view, FoiDocument *document, const char *question)
{
  g_return_if_fail (GTK_IS_TEXT_VIEW (view));
  g_return_if_fail (FOI_IS_DOCUMENT (document));

  foi_clipboard_cells_read_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), TRUE, text_read_cb,
                                  paste_new (document, question, view));
}
