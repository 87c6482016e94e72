/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-bundle.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-almanac.h"
#include "foi-case-bundle.h"
#include "foi-checks.h"
#include "foi-dialogs.h"
#include "foi-document-files.h"
#include "foi-error.h"
#include "foi-hold.h"
#include "foi-pack-folder.h"
#include "foi-pack-names.h"
#include "foi-paper.h"
#include "foi-pdf-inspect.h"
#include "foi-pdf-reading.h"
#include "foi-progress-window.h"
#include "foi-task.h"

/* Whoever waits longer, in milliseconds, sees how far it is; and how often that is looked at. */
#define PATIENCE 400
#define TICK 100

static const FoiPackTools tools = { foi_paper_make_pdf, foi_file_read_pdf, foi_pdf_inspect };

/* What is made, in a thread: of an immutable state. */
typedef struct
{
  FoiCaseState *state;
  FoiHolidays  *holidays;
  FoiDate       today;
  char         *parent, *path;
  char         *telling;   /* (nullable): that letters may tell what is withheld */
  char         *files;     /* (nullable): where what goes with the letters lies */
  int           percent;   /* atomic */
  GtkWidget    *window;    /* weak */
  guint         waited, source;
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_weak_pointer (&self->window);
  foi_case_state_unref (self->state);
  foi_holidays_unref (self->holidays);
  g_free (self->parent);
  g_free (self->path);
  g_free (self->telling);
  g_free (self->files);
  g_free (self);
}

/* Half of it is making the files, half writing them. */
static void
made_cb (double fraction, gpointer user_data)
{
  g_atomic_int_set (&((Making *) user_data)->percent, (int) (fraction * 50));
}

static void
written_cb (double fraction, gpointer user_data)
{
  g_atomic_int_set (&((Making *) user_data)->percent, 50 + (int) (fraction * 50));
}

/* A name that is not taken: "FOI1-complaint-bundle", then "FOI1-complaint-bundle-2". */
static char *
dup_path (Making *self)
{
  const char *reference = foi_case_state_get_string (self->state, "/id");
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *plain = foi_pack_dup_file_name (
    reference != NULL && reference[0] != '\0' ? reference : "case", "x", taken);

  *strrchr (plain, '.') = '\0';
  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *name = g_strconcat (plain, "-complaint-bundle", number, NULL);
      g_autofree char *path = g_build_filename (self->parent, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&path);
    }
}

static void
make_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Making *self = task_data;
  GError *error = NULL;
  g_autoptr (FoiPack) pack
    = foi_case_bundle_new (self->state, foi_rules_get_default (), self->holidays, self->today,
                           self->files, &tools, made_cb, self, cancellable, &error);

  self->path = dup_path (self);
  if (pack != NULL
      && foi_pack_folder_write (pack, self->path, FALSE, NULL, NULL, written_cb, self, cancellable,
                                &error))
    {
      self->telling = foi_checks_run_telling (self->state, NULL, TRUE, foi_rules_get_default (),
                                              self->holidays);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

static gboolean
tick_cb (gpointer data)
{
  GTask *task = data;
  Making *self = g_task_get_task_data (task);

  self->waited += TICK;
  if (self->window == NULL && self->waited == PATIENCE)
    {
      g_set_weak_pointer (&self->window,
                          foi_progress_window_new (
                            GTK_APPLICATION (g_application_get_default ()),
                            _("Making the Complaint Bundle"), g_task_get_cancellable (task)));
      gtk_window_present (GTK_WINDOW (self->window));
    }
  if (self->window != NULL)
    foi_progress_window_set_fraction (FOI_PROGRESS_WINDOW (self->window),
                                      g_atomic_int_get (&self->percent) / 100.0);
  return G_SOURCE_CONTINUE;
}

/**
 * foi_bundle_make_async:
 * @document: a case
 * @folder: in which the bundle becomes a folder of its own
 * @cancellable: (nullable): ends it
 * @callback: told at the end
 *
 * Makes a complaint bundle. Whoever waits for long sees how far it is, and can cancel it.
 */
void
foi_bundle_make_async (FoiDocument *document, GFile *folder, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  /* Whoever waits for long can end it, also where the caller cannot. */
  g_autoptr (GCancellable) end
    = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  g_autoptr (GTask) task = NULL;
  FoiAlmanac *almanac = foi_almanac_get_default ();
  Making *making;

  g_return_if_fail (FOI_IS_DOCUMENT (document) && G_IS_FILE (folder));

  task = g_task_new (document, end, callback, user_data);
  making = g_new0 (Making, 1);
  g_task_set_source_tag (task, foi_bundle_make_async);
  g_task_set_task_data (task, making, making_free);
  making->state
    = foi_case_state_ref (foi_case_get_state (foi_document_get_case (document)));
  making->holidays = foi_holidays_ref (foi_almanac_get_holidays (almanac));
  making->today = foi_almanac_get_today (almanac);
  making->parent = g_file_get_path (folder);
  making->files = foi_document_files_dup_folder (document);
  if (making->parent == NULL)
    {
      g_task_return_new_error (task, FOI_ERROR, FOI_ERROR_REFUSED,
                               _("A bundle is made on this computer first. Choose a folder of "
                                 "it."));
      return;
    }
  foi_hold_while (task);
  making->source = g_timeout_add (TICK, tick_cb, task);
  foi_task_run_in_thread (task, make_thread);
}

/**
 * foi_bundle_make_finish:
 * @error: why there is no bundle
 *
 * Returns: (transfer full) (nullable): the path of its folder.
 */
char *
foi_bundle_make_finish (GAsyncResult *result, GError **error)
{
  Making *self = g_task_get_task_data (G_TASK (result));

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  return g_task_propagate_boolean (G_TASK (result), error) ? g_strdup (self->path) : NULL;
}

static void
made_all_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = foi_bundle_make_finish (result, &error);
  g_autofree char *shown = path != NULL ? g_filename_display_name (path) : NULL;
  g_autofree char *words
    /* Translators: the path of a folder. */
    = path != NULL ? g_strdup_printf (_("The complaint bundle is in “%s”. It names the requester; "
                                        "what was withheld is not in it, and may go to the "
                                        "regulator separately."), shown) : NULL;

  if (words != NULL)
    {
      const char *telling = ((Making *) g_task_get_task_data (G_TASK (result)))->telling;
      g_autofree char *all = g_strconcat (words, telling != NULL ? " " : "", telling, NULL);

      foi_document_tell (FOI_DOCUMENT (source), all);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foi_document_tell_error (FOI_DOCUMENT (source), error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiDocument) document = user_data;
  g_autoptr (GFile) folder = foi_dialogs_save_finish (result, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  if (folder != NULL)
    foi_bundle_make_async (document, folder, cancellable, made_all_cb, NULL);
}

/**
 * foi_bundle_choose:
 * @document: a case
 *
 * Asks where the complaint bundle is to be made, and makes it.
 */
void
foi_bundle_choose (GtkWindow *parent, FoiDocument *document)
{
  GFile *file;
  g_autoptr (GFile) folder = NULL;

  g_return_if_fail (FOI_IS_DOCUMENT (document));

  foi_document_commit (document);
  file = foi_document_get_file (document);
  folder = file != NULL ? g_file_get_parent (file) : NULL;
  foi_dialogs_folder_async (parent, _("Where to Make the Complaint Bundle"), folder, chosen_cb,
                            g_object_ref (document));
}
