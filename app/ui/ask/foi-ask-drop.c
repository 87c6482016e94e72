/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ask-drop.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-answered-dialog.h"
#include "foi-case-asks.h"
#include "foi-dialogs.h"
#include "foi-error.h"
#include "foi-import-window.h"
#include "foi-inspect-window.h"
#include "foi-json-edit.h"
#include "foi-mail-text.h"
#include "foi-regular-file.h"
#include "foi-task.h"

/* A file that came back, on its way into the case. */
typedef struct
{
  FoiDocument *document;
  GtkWindow   *window;     /* weak */
  char        *question;
  GFile       *file;
  guint        n_imports;  /* as they were before */
  guint        n_files;    /* that go with a mail, and are not read */
} Drop;

static void
drop_free (gpointer data)
{
  Drop *self = data;

  g_object_unref (self->document);
  g_clear_weak_pointer (&self->window);
  g_free (self->question);
  g_object_unref (self->file);
  g_free (self);
}

static FoiCaseState *
get_state (Drop *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

static guint
count_imports (Drop *self)
{
  return foi_json_get_n_elements (foi_case_state_get_node (get_state (self), "internal/imports"));
}

/* ---- who answered ---------------------------------------------------------------------------- */

static guint
count_waiting (Drop *self)
{
  guint n = 0;
  FoiAsk ask;

  for (guint i = 0; foi_case_state_get_ask (get_state (self), self->question, i, &ask); i++)
    n += ask.answered == FOI_DATE_NONE ? 1 : 0;
  return n;
}

/* The one service that is waited for has answered, today. Of several it is asked which. */
static void
note_answer (Drop *self)
{
  const FoiDate today = foi_almanac_get_today (foi_almanac_get_default ());
  const guint n_waiting = count_waiting (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  FoiAsk ask;
  guint position;

  if (n_waiting == 0
      || !foi_case_state_find_waiting (get_state (self), self->question, NULL, &position))
    return;
  if (n_waiting > 1)
    {
      if (self->window != NULL)
        foi_answered_dialog_present (self->window, self->document, self->question,
                                     FOI_ANSWERED_ANY);
      return;
    }
  foi_case_state_get_ask (get_state (self), self->question, position, &ask);
  words = g_strdup_printf (_("It is noted that %s answered today. Undo takes the note back."),
                           ask.service);
  if (foi_case_editor_note_answered (foi_document_get_editor (self->document), self->question,
                                     position, today, &error))
    foi_document_tell (self->document, words);
  else
    foi_document_tell_error (self->document, error);
}

/* ---- a workbook ------------------------------------------------------------------------------ */

/* Closed without an import, nothing came back. */
static void
import_closed_cb (GtkWidget *window, Drop *self)
{
  if (count_imports (self) > self->n_imports)
    note_answer (self);
  drop_free (self);
}

static void
import (Drop *self)
{
  GtkWidget *window;

  self->n_imports = count_imports (self);
  window = foi_import_window_present (self->window, self->document, self->question, NULL,
                                      self->file);
  g_signal_connect (window, "destroy", G_CALLBACK (import_closed_cb), self);
}

/* ---- words ----------------------------------------------------------------------------------- */

static gboolean
has_suffix (GFile *file, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : g_strdup ("");

  return g_str_has_suffix (lower, suffix);
}

static GBytes *
load (GFile *file, GError **error)
{
  GBytes *bytes = foi_regular_file_load (file, FOI_MAIL_MAX_LENGTH, NULL, error);

  if (error != NULL && g_error_matches (*error, FOI_ERROR, FOI_ERROR_LIMIT))
    {
      g_clear_error (error);
      g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT, _("It is larger than %d MiB"),
                   FOI_MAIL_MAX_LENGTH / (1024 * 1024));
    }
  return bytes;
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Drop *self = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (self->file, &error);
  char *words = NULL;

  if (bytes != NULL)
    words = has_suffix (self->file, ".eml") ? foi_mail_text_read (bytes, &self->n_files, &error)
                                            : foi_plain_text_read (bytes, &error);
  if (words != NULL)
    g_task_return_pointer (task, words, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* After what stands there, as a paragraph of its own. */
static gboolean
add_to_answer (Drop *self, const char *words, GError **error)
{
  g_autofree char *place = foi_case_state_dup_question_path (get_state (self), self->question);
  g_autofree char *path = NULL, *answer = NULL;
  const char *before;

  if (place == NULL)
    return TRUE;
  path = g_strconcat (place, "/answer", NULL);
  before = foi_case_state_get_string (get_state (self), path);
  answer = before != NULL && before[0] != '\0' ? g_strdup_printf ("%s\n\n%s", before, words)
                                               : g_strdup (words);
  return foi_case_editor_set_string (foi_document_get_editor (self->document), path, answer,
                                     _("Take In Answer"), error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Drop *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *told = NULL;

  if (words != NULL && add_to_answer (self, words, &error))
    {
      note_answer (self);
      told = g_strdup_printf (ngettext ("%u file goes with the mail. Save it, and drop it here as "
                                        "well.",
                                        "%u files go with the mail. Save them, and drop each here "
                                        "as well.", self->n_files), self->n_files);
      if (self->n_files > 0)
        foi_document_tell (self->document, told);
      return;
    }
  /* Translators: the name of a file, and what is wrong with it. */
  told = g_strdup_printf (_("“%s” cannot be taken in. %s"), name, error->message);
  foi_document_tell (self->document, told);
}

/**
 * foi_ask_drop_takes:
 * @file: a file
 *
 * Returns: whether its name is that of a spreadsheet, a text or a mail.
 */
gboolean
foi_ask_drop_takes (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return foi_inspect_takes (file) || has_suffix (file, ".txt") || has_suffix (file, ".eml");
}

/**
 * foi_ask_drop:
 * @window: the window of the case
 * @question: the id of a question, or of a part of one
 * @file: what came back about it
 *
 * Takes it in: figures by the import assistant, words into the answer. The service that was asked
 * has answered then.
 */
void
foi_ask_drop (GtkWindow *window, FoiDocument *document, const char *question, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  Drop *self;

  g_return_if_fail (GTK_IS_WINDOW (window) && FOI_IS_DOCUMENT (document));
  g_return_if_fail (question != NULL && G_IS_FILE (file));

  self = g_new0 (Drop, 1);
  self->document = g_object_ref (document);
  g_set_weak_pointer (&self->window, window);
  self->question = g_strdup (question);
  self->file = g_object_ref (file);
  if (foi_inspect_takes (file))
    {
      import (self);
      return;
    }
  foi_document_commit (document);
  task = g_task_new (NULL, NULL, read_cb, NULL);
  g_task_set_task_data (task, self, drop_free);
  foi_task_run_in_thread (task, read_thread);
}

/* ---- chosen, not dropped --------------------------------------------------------------------- */

typedef struct
{
  FoiDocument *document;
  GtkWindow   *window;
  char        *question;
} Choice;

static void
choice_free (Choice *self)
{
  g_object_unref (self->document);
  g_object_unref (self->window);
  g_free (self->question);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autoptr (GListModel) files = foi_dialogs_open_finish (result, NULL);
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file == NULL || !gtk_widget_get_mapped (GTK_WIDGET (choice->window)))
    return;
  if (foi_ask_drop_takes (file))
    foi_ask_drop (choice->window, choice->document, choice->question, file);
  else
    /* The assistant says what it is that cannot be read. */
    foi_import_window_present (choice->window, choice->document, choice->question, NULL, file);
}

/**
 * foi_ask_drop_choose:
 * @widget: in the window of the case
 * @question: the id of a question, or of a part of one
 *
 * Asks which file came back about it, and takes that in as foi_ask_drop() does.
 */
void
foi_ask_drop_choose (GtkWidget *widget, FoiDocument *document, const char *question)
{
  Choice *choice;

  g_return_if_fail (GTK_IS_WIDGET (widget) && FOI_IS_DOCUMENT (document));
  g_return_if_fail (question != NULL);

  choice = g_new0 (Choice, 1);
  choice->document = g_object_ref (document);
  choice->window = g_object_ref (GTK_WINDOW (gtk_widget_get_root (widget)));
  choice->question = g_strdup (question);
  foi_dialogs_open_async (choice->window, _("Import into the Answer"), FOI_FILE_ANSWER, FALSE,
                          chosen_cb, choice);
}
