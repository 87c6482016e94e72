/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-issue.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-almanac.h"
#include "foi-case-facts.h"
#include "foi-attachment-files.h"
#include "foi-case-attachments.h"
#include "foi-case-letters.h"
#include "foi-checks.h"
#include "foi-composer.h"
#include "foi-document-files.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-letter-gaps.h"
#include "foi-letter-painter.h"
#include "foi-paper.h"
#include "foi-pdf-inspect.h"
#include "foi-regular-file.h"
#include "foi-task.h"

typedef struct
{
  FoiCaseState *state;
  FoiHolidays  *holidays;
  FoiPaper      paper;
  FoiDate       today;
  GFile        *file;  /* (nullable): the case was never saved */
  char         *known; /* (nullable): the checksum of the file as it is known here */
  char         *files; /* where what goes with the letter lies, or NULL */
  char         *letter_id;
  char         *date;
  char         *how;
  char         *by;
  char         *approver;
} Issue;

static void
issue_free (Issue *issue)
{
  foi_case_state_unref (issue->state);
  foi_holidays_unref (issue->holidays);
  g_clear_object (&issue->file);
  g_free (issue->known);
  g_free (issue->files);
  g_free (issue->letter_id);
  g_free (issue->date);
  g_free (issue->how);
  g_free (issue->by);
  g_free (issue->approver);
  g_free (issue);
}

/* Whatever way led here: nothing goes out over what is to fix, unless an officer accepted it. */
static gboolean
passes_checks (Issue *issue, FoiCaseState *dated, FoiBrief *brief, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL, looks = NULL;

  if (g_strcmp0 (foi_brief_get_current_letter (brief), issue->letter_id) != 0)
    return TRUE;
  looks = issue->files != NULL ? foi_attachments_look (dated, issue->files, foi_pdf_inspect, NULL)
                               : NULL;
  findings = foi_checks_run_with_files (dated, foi_rules_get_default (), issue->holidays,
                                        foi_date_from_iso (issue->date), issue->today, looks,
                                        NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const FoiFinding *finding = findings->pdata[i];

      if (finding->severity > FOI_SEVERITY_ERROR || finding->accepted != NULL)
        continue;
      g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("The letter cannot go yet. %s"),
                   finding->message);
      return FALSE;
    }
  return TRUE;
}

/* Nor with a place in it that nobody filled. */
static gboolean
is_whole (Issue *issue, FoiBrief *brief, GError **error)
{
  g_autoptr (FoiLetter) draft
    = foi_letter_compose (brief, foi_rules_get_default (), issue->letter_id, TRUE, error);
  g_autoptr (GPtrArray) gaps = draft != NULL ? foi_letter_gaps_list (draft) : NULL;

  if (gaps == NULL)
    return FALSE;
  if (gaps->len == 0)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("The letter cannot go yet: it says “%s”"),
               ((FoiLetterGap *) gaps->pdata[0])->text);
  return FALSE;
}

/* Nothing goes out before it was asked for; nor later than on the next working day, for which one
 * is made ready at most. */
static gboolean
is_possible (Issue *issue, GError **error)
{
  const FoiDate day = foi_date_from_iso (issue->date);
  g_autofree char *fault
    = foi_case_facts_dup_date_fault (issue->state, issue->holidays, day, issue->today);

  if (fault == NULL)
    return TRUE;
  g_set_error (error, FOI_ERROR, FOI_ERROR_REFUSED, _("The letter cannot go yet. %s"), fault);
  return FALSE;
}

/* Nor while somebody else has the case say something else, which nobody here has seen. A file that
 * is gone or cannot be read is told of when the letter is saved. */
static gboolean
is_known (Issue *issue, GError **error)
{
  g_autofree char *checksum
    = issue->file != NULL && issue->known != NULL
        ? foi_regular_file_compute_checksum (issue->file, NULL, NULL) : NULL;

  if (checksum == NULL || g_str_equal (checksum, issue->known))
    return TRUE;
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONFLICT,
                       _("The letter cannot go yet. Another person or program changed the file of "
                         "this case: close this dialog and look at what they did, then issue the "
                         "letter."));
  return FALSE;
}

/* The letter as it will stand once its date is the day of issue. */
static FoiLetter *
compose_final (Issue *issue, GError **error)
{
  g_autoptr (FoiCaseState) dated
    = foi_case_state_with_letter_date (issue->state, issue->letter_id, issue->date, error);
  g_autoptr (FoiBrief) brief = NULL;

  if (dated == NULL || !is_possible (issue, error))
    return NULL;
  brief = foi_case_state_publish (dated);
  if (!passes_checks (issue, dated, brief, error) || !is_whole (issue, brief, error))
    return NULL;
  return foi_letter_compose (brief, foi_rules_get_default (), issue->letter_id, FALSE, error);
}

static void
add_file (GArray *files, char *name, const char *format, GBytes *bytes)
{
  FoiIssuedFile file = { name, format, bytes };

  g_array_append_val (files, file);
}

static void
clear_file (FoiIssuedFile *file)
{
  g_free ((char *) file->name);
  g_bytes_unref (file->bytes);
}

/* What goes with the letter is kept by its hash: it lies beside the case, and may be changed. */
static gboolean
add_attachments (Issue *issue, GArray *files, GError **error)
{
  for (guint i = 0; i < foi_case_state_get_n_attachments (issue->state); i++)
    {
      JsonNode *attachment = foi_case_state_get_attachment (issue->state, i);
      const char *name = foi_json_get_string (attachment, "name", "");
      GBytes *bytes = foi_attachment_read (issue->files, attachment, error);

      if (bytes == NULL)
        {
          g_prefix_error (error, _("The attachment “%s”: "), name);
          return FALSE;
        }
      add_file (files, g_strdup (name),
                foi_json_get_string (attachment, "format", "application/octet-stream"), bytes);
    }
  return TRUE;
}

static JsonNode *
freeze (Issue *issue, FoiLetter *letter, GError **error)
{
  const FoiIssueFacts facts = { issue->date, issue->how, issue->by, issue->approver,
                                foi_paper_to_name (issue->paper) };
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (FoiIssuedFile));
  g_autoptr (FoiLayout) layout = foi_layout_new (letter, issue->paper, NULL);
  GBytes *pdf = foi_letter_to_pdf (layout, error);

  if (pdf == NULL)
    return NULL;
  g_array_set_clear_func (files, (GDestroyNotify) clear_file);
  add_file (files, g_strconcat (letter->reference, ".pdf", NULL), "application/pdf", pdf);
  for (guint i = 0; i < letter->annexes->len; i++)
    {
      FoiPublication *table = g_ptr_array_index (letter->annexes, i);

      add_file (files, g_strconcat (foi_publication_get_name (table), ".csv", NULL), "text/csv",
                foi_publication_to_csv_file (table));
    }
  if (!add_attachments (issue, files, error))
    return NULL;
  return foi_issued_new (letter, &facts, (const FoiIssuedFile *) (gconstpointer) files->data,
                         files->len, error);
}

static void
issue_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Issue *issue = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiLetter) letter = is_known (issue, &error) ? compose_final (issue, &error) : NULL;
  JsonNode *issued = letter != NULL ? freeze (issue, letter, &error) : NULL;

  if (issued == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, issued, (GDestroyNotify) json_node_unref);
}

static void
frozen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  FoiDocument *document = FOI_DOCUMENT (source);
  Issue *issue = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) issued = g_task_propagate_pointer (G_TASK (result), &error);

  if (issued != NULL
      && issue->state != foi_case_get_state (foi_document_get_case (document)))
    {
      g_clear_pointer (&issued, json_node_unref);
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _("The case was changed meanwhile: look at the letter again, then "
                             "issue it"));
    }
  if (issued == NULL
      || !foi_case_editor_issue_letter (foi_document_get_editor (document), issued, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * foi_issue_async:
 * @document: a case whose current letter is a draft
 * @facts: how the letter goes out
 *
 * Issues the letter, unless the checks find something to fix that nobody accepted: it is set with
 * the day of issue and without the watermark, its PDF and the tables supplied as files are made,
 * and all is frozen in the case with the files' SHA-256. What was done before cannot be undone
 * afterwards.
 */
void
foi_issue_async (FoiDocument *document, const FoiIssueFacts *facts, GCancellable *cancellable,
                 GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) work = NULL;
  Issue *issue;

  g_return_if_fail (FOI_IS_DOCUMENT (document));
  g_return_if_fail (facts != NULL && facts->date != NULL);

  foi_document_commit (document);
  task = g_task_new (document, cancellable, callback, user_data);
  g_task_set_source_tag (task, foi_issue_async);
  issue = g_new0 (Issue, 1);
  issue->state = foi_case_ref_snapshot (foi_document_get_case (document));
  issue->holidays = foi_holidays_ref (foi_almanac_get_holidays (foi_almanac_get_default ()));
  issue->today = foi_almanac_get_today (foi_almanac_get_default ());
  issue->paper = foi_document_get_paper (document);
  issue->files = foi_document_files_dup_folder (document);
  if (foi_document_get_file (document) != NULL)
    issue->file = g_object_ref (foi_document_get_file (document));
  issue->known = g_strdup (foi_document_get_mark (document)->checksum);
  issue->letter_id = g_strdup (foi_document_get_letter_id (document));
  issue->date = g_strdup (facts->date);
  issue->how = g_strdup (facts->how);
  issue->by = g_strdup (facts->by);
  issue->approver = g_strdup (facts->approver);
  work = g_task_new (document, cancellable, frozen_cb, task);
  g_task_set_task_data (work, issue, (GDestroyNotify) issue_free);
  foi_task_run_in_thread (work, issue_thread);
}

/**
 * foi_issue_finish:
 *
 * Returns: whether the letter is issued; nothing was changed where it is not.
 */
gboolean
foi_issue_finish (FoiDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
