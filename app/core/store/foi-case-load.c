/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foi-case-file.h"
#include "foi-error.h"
#include "foi-faults.h"
#include "foi-json-value.h"
#include "foi-regular-file.h"
#include "foi-task.h"

#define CHUNK (256 * 1024)

/* The main loop is told of progress at most so many times. */
#define PROGRESS_STEPS 100

static gboolean
fail_too_large (GError **error)
{
  g_autofree char *reason = g_strdup_printf (_("the file is larger than %u MiB"),
                                             (guint) (FOI_JSON_MAX_BYTES / (1024 * 1024)));

  g_set_error (error, FOI_ERROR, FOI_ERROR_LIMIT, "1:1: $: %s", reason);
  return FALSE;
}

/**
 * foi_case_file_read_bytes:
 * @stream: a file, a pipe
 * @cancellable: (nullable): looked at now and then
 * @error: %FOI_ERROR_LIMIT when there are more bytes than a case may have, or %G_IO_ERROR
 *
 * Reads to the end, but never more than could be a case: what is opened may be no file at all.
 *
 * Returns: (transfer full) (nullable): what was read.
 */
GBytes *
foi_case_file_read_bytes (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n_read = 0;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  do
    {
      guint length = bytes->len;
      gboolean ok;

      if (length > FOI_JSON_MAX_BYTES && !fail_too_large (error))
        return NULL;
      g_byte_array_set_size (bytes, length + CHUNK);
      ok = g_input_stream_read_all (stream, bytes->data + length, CHUNK, &n_read, cancellable,
                                    error);
      g_byte_array_set_size (bytes, length + (guint) n_read);
      if (!ok)
        return NULL;
    }
  while (n_read == CHUNK);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* What says how large it is need not be read to find that out. */
static gboolean
check_size (GFileInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_input_stream_query_info (
    stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);

  return info == NULL || g_file_info_get_size (info) <= (goffset) FOI_JSON_MAX_BYTES
         || fail_too_large (error);
}

/* Returns: (transfer full): @error (transfer full), of a folder with the way out. */
static GError *
name_folder (GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return error;
  g_error_free (error);
  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                              _("This is a folder, and a case is one file. Choose a file in it, or "
                                "open it as the folder of cases."));
}

static GBytes *
read_file (GFile *file, GPtrArray **faults, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GFileInputStream) stream = foi_regular_file_read (file, cancellable, &failed);
  GBytes *bytes = NULL;

  if (stream == NULL)
    {
      g_propagate_error (error, name_folder (g_steal_pointer (&failed)));
      return NULL;
    }
  if (check_size (stream, cancellable, &failed))
    bytes = foi_case_file_read_bytes (G_INPUT_STREAM (stream), cancellable, &failed);
  if (failed != NULL && faults != NULL)
    *faults = foi_faults_new_for_syntax (failed);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return bytes;
}

static FoiCaseState *
load (GFile *file, GPtrArray **faults, char **checksum, FoiProgressFunc progress,
      gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = read_file (file, faults, cancellable, error);

  if (bytes == NULL)
    return NULL;
  if (checksum != NULL)
    *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return foi_case_file_parse (bytes, faults, progress, user_data, cancellable, error);
}

/**
 * foi_case_file_load:
 * @path: a file
 * @faults: (out) (optional) (nullable) (transfer full) (element-type FoiFault): as from
 *   foi_case_file_parse(); %NULL also when the file cannot be read at all
 * @progress: (nullable) (scope call): told now and then how much is done, from 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): looked at now and then
 * @error: as from foi_case_file_parse(), or %G_IO_ERROR
 *
 * Reads a case file, which stays as it is.
 *
 * Returns: (transfer full) (nullable): the case.
 */
FoiCaseState *
foi_case_file_load (const char *path, GPtrArray **faults, FoiProgressFunc progress,
                    gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (faults != NULL)
    *faults = NULL;
  file = g_file_new_for_path (path);
  return load (file, faults, NULL, progress, user_data, cancellable, error);
}

/**
 * foi_case_file_load_marked:
 * @path: a file
 * @faults: (out) (optional) (nullable) (transfer full) (element-type FoiFault): as from
 *   foi_case_file_load()
 * @checksum: (out) (optional) (nullable) (transfer full): the SHA-256 of the bytes that were read
 * @error: as from foi_case_file_load()
 *
 * Reads a case file that is going to be saved.
 *
 * Returns: (transfer full) (nullable): the case.
 */
FoiCaseState *
foi_case_file_load_marked (const char *path, GPtrArray **faults, char **checksum, GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (faults != NULL)
    *faults = NULL;
  file = g_file_new_for_path (path);
  return load (file, faults, checksum, NULL, NULL, NULL, error);
}

/* ---- in another thread ---- */

typedef struct
{
  GTask          *task;   /* borrowed: the data belongs to it */
  FoiProgressFunc progress;
  gpointer        user_data;
  int             step;
  GPtrArray      *faults;
  char           *checksum;
} LoadData;

static void
load_data_free (gpointer data)
{
  LoadData *self = data;

  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_free (self->checksum);
  g_free (self);
}

typedef struct
{
  GTask *task;
  double fraction;
} Report;

static void
report_free (gpointer data)
{
  Report *report = data;

  g_object_unref (report->task);
  g_free (report);
}

static gboolean
report_cb (gpointer user_data)
{
  Report *report = user_data;
  LoadData *data = g_task_get_task_data (report->task);

  if (!g_task_get_completed (report->task))
    data->progress (report->fraction, data->user_data);
  return G_SOURCE_REMOVE;
}

/* In the thread that loads: hands the fraction over to the one that asked. */
static void
thread_progress_cb (double fraction, gpointer user_data)
{
  LoadData *self = user_data;
  g_autoptr (GSource) source = NULL;
  int step = (int) (fraction * PROGRESS_STEPS);
  Report *report;

  if (self->progress == NULL || step <= self->step)
    return;
  self->step = step;
  report = g_new (Report, 1);
  *report = (Report) { g_object_ref (self->task), fraction };
  /* Not g_main_context_invoke(): that would call it here while nobody runs the context. */
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, report_cb, report, report_free);
  g_source_attach (source, g_task_get_context (self->task));
}

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  LoadData *data = task_data;
  g_autoptr (GError) error = NULL;
  FoiCaseState *state = load (G_FILE (source), &data->faults, &data->checksum, thread_progress_cb,
                              data, cancellable, &error);

  if (state != NULL)
    g_task_return_pointer (task, state, (GDestroyNotify) foi_case_state_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * foi_case_file_load_async:
 * @file: a file
 * @progress: (nullable): called in the thread that calls this, until @callback is
 * @user_data: for @progress
 * @cancellable: (nullable): ends the reading
 * @callback: called when it is done
 * @callback_data: for @callback
 *
 * Reads a case file in another thread.
 */
void
foi_case_file_load_async (GFile *file, FoiProgressFunc progress, gpointer user_data,
                          GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer callback_data)
{
  g_autoptr (GTask) task = NULL;
  LoadData *data;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, callback_data);
  g_task_set_source_tag (task, foi_case_file_load_async);
  data = g_new0 (LoadData, 1);
  *data = (LoadData) { .task = task, .progress = progress, .user_data = user_data };
  g_task_set_task_data (task, data, load_data_free);
  foi_task_run_in_thread (task, load_thread);
}

/**
 * foi_case_file_load_finish:
 * @result: what the callback was given
 * @faults: (out) (optional) (nullable) (transfer full) (element-type FoiFault): as from
 *   foi_case_file_load()
 * @checksum: (out) (optional) (nullable) (transfer full): the SHA-256 of the bytes that were read
 * @error: as from foi_case_file_load()
 *
 * Returns: (transfer full) (nullable): the case.
 */
FoiCaseState *
foi_case_file_load_finish (GAsyncResult *result, GPtrArray **faults, char **checksum,
                           GError **error)
{
  LoadData *data;

  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, foi_case_file_load_async), NULL);

  data = g_task_get_task_data (G_TASK (result));
  if (faults != NULL)
    *faults = g_steal_pointer (&data->faults);
  if (checksum != NULL)
    *checksum = g_steal_pointer (&data->checksum);
  return g_task_propagate_pointer (G_TASK (result), error);
}
