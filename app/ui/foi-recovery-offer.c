/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-recovery-offer.h"

#include <glib/gi18n.h>

#include "foi-cell-drafts.h"
#include "foi-dialogs.h"
#include "foi-recovery-keeper.h"
#include "foi-recovery.h"
#include "foi-regular-file.h"
#include "foi-task.h"
#include "foi-window.h"

#define MAX_NAMES 6

/* Unsaved work as it was, and the file it was about as it is now. */
typedef struct
{
  FoiRecovery  *recovery;
  FoiCaseState *state;
  GPtrArray    *typed;      /* of FoiTypedText: what is in cells and not in @state */
  GFile        *file;       /* NULL: never saved, gone, or changed since */
  FoiCaseState *on_disk;    /* of @file */
  char         *checksum;   /* of @file */
  gboolean      is_outdated;
  gboolean      is_saved;   /* all but @typed is in @file */
} Work;

static void
work_free (Work *work)
{
  g_clear_pointer (&work->recovery, foi_recovery_free);
  g_clear_pointer (&work->state, foi_case_state_unref);
  g_clear_pointer (&work->on_disk, foi_case_state_unref);
  g_clear_pointer (&work->typed, g_ptr_array_unref);
  g_clear_object (&work->file);
  g_free (work->checksum);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
discard (const FoiRecovery *recovery)
{
  g_autofree char *folder = foi_recovery_keeper_dup_folder ();
  g_autoptr (GError) error = NULL;

  if (!foi_recovery_discard (folder, recovery->name, &error))
    g_info ("%s: %s", recovery->path, error->message);
}

static void
read_file (Work *work, GFile *file)
{
  g_autoptr (GFileInputStream) stream = foi_regular_file_read (file, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (stream != NULL)
    bytes = foi_case_file_read_bytes (G_INPUT_STREAM (stream), NULL, NULL);
  if (bytes == NULL)
    return;
  work->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  work->on_disk = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, NULL);
}

static gboolean
is_as_it_was (Work *work)
{
  const FoiFileMark *mark = &work->recovery->mark;

  return work->on_disk != NULL
         && g_strcmp0 (foi_case_file_get_revision (work->on_disk), mark->revision) == 0
         && (mark->checksum == NULL || g_str_equal (mark->checksum, work->checksum));
}

static gboolean
is_in_file (Work *work, GBytes *bytes)
{
  g_autoptr (GBytes) on_disk = foi_case_file_write (work->on_disk, NULL);

  return on_disk != NULL && g_bytes_equal (on_disk, bytes);
}

static void
compare_with_file (Work *work, GBytes *bytes)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_has_prefix (work->recovery->place, "new:"))
    return;
  file = g_file_new_for_uri (work->recovery->place);
  read_file (work, file);
  work->is_outdated = !is_as_it_was (work);
  if (work->is_outdated)
    return;
  work->file = g_steal_pointer (&file);
  work->is_saved = is_in_file (work, bytes);
}

static void
list_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_autofree char *folder = foi_recovery_keeper_dup_folder ();
  g_autoptr (GPtrArray) recoveries = foi_recovery_list (folder);
  g_autoptr (GPtrArray) works = g_ptr_array_new_with_free_func ((GDestroyNotify) work_free);

  /* From here on each belongs to its work. */
  g_ptr_array_set_free_func (recoveries, NULL);
  for (guint i = 0; i < recoveries->len; i++)
    {
      g_autoptr (Work) work = g_new0 (Work, 1);
      g_autoptr (GBytes) bytes = NULL;

      work->recovery = g_ptr_array_index (recoveries, i);
      bytes = foi_recovery_read (work->recovery, &work->typed, NULL);
      if (bytes != NULL)
        work->state = foi_case_file_parse (bytes, NULL, NULL, NULL, NULL, NULL);
      if (work->state == NULL)
        continue;
      compare_with_file (work, bytes);
      g_ptr_array_add (works, g_steal_pointer (&work));
    }
  g_task_return_pointer (task, g_steal_pointer (&works), (GDestroyNotify) g_ptr_array_unref);
}

/* On its file, the work is one step that can be undone. On a file that changed meanwhile it would
 * overwrite somebody else's: then it is a case that has no file yet. */
static void
recover (FoiApplication *application, Work *work)
{
  FoiCaseState *base = work->file != NULL ? work->on_disk : work->state;
  g_autoptr (FoiDocument) document = foi_document_new (base, work->file, work->checksum);
  GtkWindow *window = foi_application_show_document (application, document);
  FoiRecoveryKeeper *keeper = foi_window_get_keeper (FOI_WINDOW (window));

  foi_recovery_keeper_take_over (keeper, work->recovery->name);
  if (work->file != NULL && !work->is_saved)
    foi_case_editor_push (foi_document_get_editor (document), work->state,
                          _("Recover Unsaved Changes"), NULL);
  foi_cell_drafts_restore (foi_document_get_case (document), work->typed);
  foi_document_todos_changed (document);
  foi_recovery_keeper_write (keeper);
  if (work->is_outdated)
    foi_document_tell (document, _("The file of this case was changed or moved since. This is your "
                                   "unsaved work as it was; save it as another file."));
  else if (work->typed->len > 0)
    foi_document_tell (document, _("This is your unsaved work as it was. What was typed into cells "
                                   "and is not in the case yet is marked there."));
  else
    foi_document_tell (document, _("This is your unsaved work as it was. Save it to keep it."));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) works = user_data;
  FoiApplication *application = FOI_APPLICATION (g_application_get_default ());
  const char *choice = foi_dialogs_ask_finish (result, NULL);

  for (guint i = 0; choice != NULL && i < works->len; i++)
    {
      Work *work = g_ptr_array_index (works, i);

      if (g_str_equal (choice, "recover"))
        recover (application, work);
      else
        discard (work->recovery);
    }
  g_application_release (G_APPLICATION (application));
}

static char *
dup_names (GPtrArray *works)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (works->len, MAX_NAMES); i++)
    {
      const Work *work = g_ptr_array_index (works, i);
      const char *reference = foi_case_state_get_string (work->state, "/id");
      const char *subject = foi_case_state_get_string (work->state, "/title");
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (work->recovery->time);
      /* Translators: a day and a time, as strftime(3) writes them. */
      g_autofree char *when = g_date_time_format (time, _("%-d %B %Y, %H:%M"));

      g_string_append_printf (names, "%s%s · %s (%s)", i > 0 ? "\n" : "",
                              reference != NULL ? reference : _("New Case"),
                              subject != NULL ? subject : "", when);
    }
  if (works->len > MAX_NAMES)
    g_string_append_printf (names, _("\nand %u more"), works->len - MAX_NAMES);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiApplication *application = FOI_APPLICATION (source);
  g_autoptr (GPtrArray) works = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autofree char *names = NULL;
  g_autofree char *body = NULL;
  const FoiChoice choices[] = {
    { "discard", _("_Discard"), FOI_CHOICE_DESTRUCTIVE },
    { "recover", _("_Recover"), FOI_CHOICE_SUGGESTED },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };

  if (works->len == 0)
    {
      g_application_release (G_APPLICATION (application));
      return;
    }
  names = dup_names (works);
  body = g_strdup_printf (_("There are unsaved changes in:\n\n%s\n\nIf you cancel, you are asked "
                            "again next time."),
                          names);
  foi_dialogs_ask_async (gtk_application_get_active_window (GTK_APPLICATION (application)),
                         _("FOI Desk closed unexpectedly"), body, choices, answered_cb,
                         g_steal_pointer (&works));
}

/**
 * foi_recovery_offer:
 *
 * Offers the unsaved work of a program that ended unexpectedly. To be said once, when it starts.
 */
void
foi_recovery_offer (FoiApplication *application)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FOI_IS_APPLICATION (application));

  g_application_hold (G_APPLICATION (application));
  task = g_task_new (application, NULL, listed_cb, NULL);
  g_task_set_source_tag (task, foi_recovery_offer);
  foi_task_run_in_thread (task, list_thread);
}
