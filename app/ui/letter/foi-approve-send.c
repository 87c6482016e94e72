/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-approve-send.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-approval-paper.h"
#include "foi-ask-draft.h"
#include "foi-letter-painter.h"

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
  g_autoptr (GBytes) pdf = NULL;

  if (letter != NULL)
    {
      layout = foi_layout_new (letter, self->paper, NULL);
      pdf = foi_letter_to_pdf (layout, &error);
    }
  if (pdf != NULL)
    g_task_return_pointer (task, foi_approval_paper_to_eml (letter, self->state, self->to,
                                                            self->today, pdf),
                           (GDestroyNotify) g_bytes_unref);
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
  g_task_run_in_thread (task, make_thread);
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

static void
given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiDocument) document = user_data;
  g_autoptr (GError) error = NULL;

  if (foi_ask_draft_give_finish (result, &error))
    foi_document_tell (document, _("The mail is handed to the mail program. Note with Approve… who "
                                   "agreed, when they did."));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foi_document_tell_error (document, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = user_data;
  FoiDocument *document = FOI_DOCUMENT (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) eml = foi_approve_make_mail_finish (result, &error);
  g_autofree char *subject
    = g_strdup_printf (_("%s: for your approval"),
                       foi_case_get_reference (foi_document_get_case (document)));

  if (eml == NULL)
    foi_document_tell_error (document, error);
  else if (gtk_widget_get_visible (GTK_WIDGET (parent)))
    foi_ask_draft_give_async (parent, eml, subject, NULL, given_cb, g_object_ref (document));
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

  foi_approve_make_mail_async (document, to, made_cb, g_object_ref (parent));
}
