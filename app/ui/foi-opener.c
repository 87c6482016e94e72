/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-opener.h"

#include <glib/gi18n.h>

#include "foi-faults-window.h"
#include "foi-progress-window.h"
#include "foi-recent.h"
#include "foi-window.h"

/* Who waits shorter than this, in milliseconds, needs no window that says so. */
#define PATIENCE 1000

/* One file being read. */
typedef struct
{
  FoiApplication *application;
  GFile          *file;
  FoiOpenMode     mode;
  char           *place;            /* (nullable): what of it is shown first */
  GCancellable   *cancellable;
  GtkWidget      *progress_window;  /* weak */
  guint           patience_source;
  double          fraction;
} Opening;

/* What is being read now, so that no file is opened twice by a double click. */
static GPtrArray *openings;

static void
opening_free (Opening *opening)
{
  g_clear_handle_id (&opening->patience_source, g_source_remove);
  if (opening->progress_window != NULL)
    gtk_window_destroy (GTK_WINDOW (opening->progress_window));
  g_clear_weak_pointer (&opening->progress_window);
  g_application_release (G_APPLICATION (opening->application));
  g_clear_object (&opening->application);
  g_clear_object (&opening->file);
  g_clear_object (&opening->cancellable);
  g_free (opening->place);
  g_free (opening);
}

static gboolean
patience_cb (gpointer user_data)
{
  Opening *opening = user_data;
  g_autofree char *name = g_file_get_basename (opening->file);
  g_autofree char *text = g_strdup_printf (_("Opening “%s”"), name);

  opening->patience_source = 0;
  g_set_weak_pointer (&opening->progress_window,
                      foi_progress_window_new (GTK_APPLICATION (opening->application), text,
                                               opening->cancellable));
  foi_progress_window_set_fraction (FOI_PROGRESS_WINDOW (opening->progress_window),
                                    opening->fraction);
  gtk_window_present (GTK_WINDOW (opening->progress_window));
  return G_SOURCE_REMOVE;
}

static void
progress_cb (double fraction, gpointer user_data)
{
  Opening *opening = user_data;

  opening->fraction = fraction;
  if (opening->progress_window != NULL)
    foi_progress_window_set_fraction (FOI_PROGRESS_WINDOW (opening->progress_window), fraction);
}

static void
show_case (Opening *opening, FoiCaseState *state, const char *checksum)
{
  const gboolean is_example = opening->mode == FOI_OPEN_EXAMPLE;
  g_autoptr (FoiDocument) document
    = foi_document_new (state, is_example ? NULL : opening->file, checksum);
  GtkWindow *window = foi_application_show_document (opening->application, document);

  if (is_example)
    foi_window_set_sample (FOI_WINDOW (window));
  else
    foi_recent_add (opening->file, foi_document_get_case (document));
  if (opening->place != NULL)
    foi_document_go_to (document, opening->place);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *checksum = NULL;
  g_autoptr (FoiCaseState) state
    = foi_case_file_load_finish (result, &faults, &checksum, &error);

  if (state != NULL)
    show_case (opening, state, checksum);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    foi_faults_window_present (GTK_APPLICATION (opening->application), opening->file, error,
                               faults);
  g_ptr_array_remove_fast (openings, opening);
}

static gboolean
is_being_opened (GFile *file)
{
  for (guint i = 0; i < openings->len; i++)
    {
      Opening *opening = g_ptr_array_index (openings, i);

      if (g_file_equal (opening->file, file))
        return TRUE;
    }
  return FALSE;
}

/* Whether there is a window of the case already, which is shown. */
static gboolean
present_open (FoiApplication *application, GFile *file, const char *place)
{
  GtkWindow *window = foi_application_find_window (application, file);

  if (window == NULL)
    return FALSE;
  gtk_window_present (window);
  if (place != NULL && FOI_IS_WINDOW (window))
    foi_document_go_to (foi_window_get_document (FOI_WINDOW (window)), place);
  return TRUE;
}

static void
open_file (FoiApplication *application, GFile *file, FoiOpenMode mode, const char *place)
{
  Opening *opening;

  if (openings == NULL)
    openings = g_ptr_array_new_with_free_func ((GDestroyNotify) opening_free);
  if ((mode == FOI_OPEN_CASE && present_open (application, file, place)) || is_being_opened (file))
    return;

  opening = g_new0 (Opening, 1);
  opening->application = g_object_ref (application);
  opening->file = g_object_ref (file);
  opening->mode = mode;
  opening->place = g_strdup (place);
  opening->cancellable = g_cancellable_new ();
  opening->patience_source = g_timeout_add (PATIENCE, patience_cb, opening);
  g_ptr_array_add (openings, opening);
  /* Without a window the program would otherwise be over before the file is read. */
  g_application_hold (G_APPLICATION (application));
  foi_case_file_load_async (file, progress_cb, opening, opening->cancellable, loaded_cb, opening);
}

/**
 * foi_opener_open:
 * @file: a case
 *
 * Opens a case in a window of its own; shows its faults where it is none; says how far it is where
 * that takes long, and can be told to leave it.
 */
void
foi_opener_open (FoiApplication *application, GFile *file, FoiOpenMode mode)
{
  g_return_if_fail (FOI_IS_APPLICATION (application));
  g_return_if_fail (G_IS_FILE (file));

  open_file (application, file, mode, NULL);
}

/**
 * foi_opener_open_at:
 * @file: a case
 * @place: the place of an editor in it: "questions/q3/answer"
 *
 * The same, or presents the window that it has already, and goes to that place.
 */
void
foi_opener_open_at (FoiApplication *application, GFile *file, const char *place)
{
  g_return_if_fail (FOI_IS_APPLICATION (application));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (place != NULL);

  open_file (application, file, FOI_OPEN_CASE, place);
}
