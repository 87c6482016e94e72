/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-approve-send.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-approval-paper.h"
#include "foi-ask-draft.h"
#include "foi-dialogs.h"
#include "foi-letter-painter.h"
#include "foi-task.h"

/* A mail that is made, in a thread, of immutable values. */
typedef struct
{
  FoiCaseState *state;
  FoiHolidays  *holidays;
  FoiDate       today;
  FoiPaper      paper;
  char         *to;
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  foi_case_state_unref (self->state);
  foi_holidays_unref (self->holidays);
  g_free (self->to);
  g_free (self);
}

static void
make_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Making *self = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) letter = foi_approval_paper_new (self->state, foi_rules_get_default (),
                                                         self->holidays, self->today, &error);
  g_autoptr (FoiLayout) layout = NULL;
  g_autoptr (GBytes) pdf = NULL, eml = NULL;

  if (letter != NULL)
    {
      layout = foi_layout_new (letter, self->paper, NULL);
      pdf = foi_letter_to_pdf (layout, &error);
    }
  if (pdf != NULL)
    eml = foi_approval_paper_to_eml (letter, self->state, self->to, self->today, pdf, &error);
  if (eml != NULL)
    g_task_return_pointer (task, g_steal_pointer (&eml), (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * foi_approve_make_mail_async:
 * @to: (nullable): who is to agree, with an e-mail address
 *
 * Makes the draft of a mail with the letter as it stands, what leaves and what was found.
 */
void
foi_approve_make_mail_async (FoiDocument *document, const char *to, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  FoiAlmanac *almanac = foi_almanac_get_default ();
  g_autoptr (GTask) task = NULL;
  Making *self;

  g_return_if_fail (FOI_IS_DOCUMENT (document));

  foi_document_commit (document);
  self = g_new0 (Making, 1);
  self->state = foi_case_state_ref (foi_case_get_state (foi_document_get_case (document)));
  self->holidays = foi_holidays_ref (foi_almanac_get_holidays (almanac));
  self->today = foi_almanac_get_today (almanac);
  self->paper = foi_document_get_paper (document);
  self->to = g_strdup (to);
  task = g_task_new (document, NULL, callback, user_data);
  g_task_set_task_data (task, self, making_free);
  foi_task_run_in_thread (task, make_thread);
}

/**
 * foi_approve_make_mail_finish:
 *
 * Returns: (transfer full) (nullable): the bytes of an .eml file; else why there is no letter.
 */
GBytes *
foi_approve_make_mail_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Where the mail goes: to a file, or else to the mail program. */
typedef struct
{
  GtkWindow   *parent;
  FoiDocument *document;
  GFile       *file;
  char        *to;
} Giving;

static void
giving_free (Giving *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->document);
  g_clear_object (&self->file);
  g_free (self->to);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Giving, giving_free)

static Giving *
giving_new (GtkWindow *parent, FoiDocument *document, const char *to)
{
  Giving *self = g_new0 (Giving, 1);

  self->parent = g_object_ref (parent);
  self->document = g_object_ref (document);
  self->to = g_strdup (to);
  return self;
}

static char *
dup_subject (Giving *self)
{
  return g_strdup_printf (_("%s: for your approval"),
                          foi_case_get_reference (foi_document_get_case (self->document)));
}

static void
given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Giving) self = user_data;
  g_autoptr (GError) error = NULL;

  if (foi_ask_draft_give_finish (result, &error))
    foi_document_tell (self->document,
                       self->file != NULL
                         ? _("The mail is saved. Note with Approve… who agreed, when they did.")
                         : _("The mail is handed to the mail program. Note with Approve… who "
                             "agreed, when they did."));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foi_document_tell_error (self->document, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Giving) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) eml = foi_approve_make_mail_finish (result, &error);
  g_autofree char *subject = dup_subject (self);
  GtkWindow *parent = self->parent;
  GFile *file = self->file;

  if (eml == NULL)
    foi_document_tell_error (self->document, error);
  /* What goes to a file does so also when the window was closed meanwhile. */
  else if (file != NULL || gtk_widget_get_visible (GTK_WIDGET (parent)))
    foi_ask_draft_give_async (parent, eml, subject, file, given_cb, g_steal_pointer (&self));
}

/**
 * foi_approve_send:
 * @parent: the window of the case
 * @to: (nullable): who is to agree, with an e-mail address
 *
 * Opens that mail in the mail program.
 */
void
foi_approve_send (GtkWindow *parent, FoiDocument *document, const char *to)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && FOI_IS_DOCUMENT (document));

  foi_approve_make_mail_async (document, to, made_cb, giving_new (parent, document, to));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Giving) self = user_data;
  FoiDocument *document = self->document;
  const char *to = self->to;

  self->file = foi_dialogs_save_finish (result, NULL);
  if (self->file != NULL)
    foi_approve_make_mail_async (document, to, made_cb, g_steal_pointer (&self));
}

/**
 * foi_approve_save:
 * @parent: the window of the case
 * @to: (nullable): who is to agree, with an e-mail address
 *
 * Asks for a file, and saves that mail to it, which mail programs open.
 */
void
foi_approve_save (GtkWindow *parent, FoiDocument *document, const char *to)
{
  Giving *giving;
  GFile *file;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *subject = NULL, *name = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent) && FOI_IS_DOCUMENT (document));

  giving = giving_new (parent, document, to);
  file = foi_document_get_file (document);
  folder = file != NULL ? g_file_get_parent (file) : NULL;
  subject = dup_subject (giving);
  name = foi_ask_draft_dup_name (subject);
  foi_dialogs_save_async (parent, _("Save Draft"), FOI_FILE_MAIL, folder, name, file_chosen_cb,
                          giving);
}
