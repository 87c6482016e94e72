/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-made-file.h"

#include "foi-durable.h"
#include "foi-hold.h"
#include "foi-task.h"

typedef struct
{
  FoiMakeFunc    make;
  gpointer       data;
  GDestroyNotify free_data;
  GFile         *file;
} Making;

static void
making_free (gpointer data)
{
  Making *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_object (&self->file);
  g_free (self);
}

static void
make_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Making *self = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = self->make (self->data, &error);

  if (bytes != NULL && foi_durable_write (self->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Making *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->file = foi_dialogs_save_finish (result, &error);
  if (self->file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  foi_hold_while (task);
  foi_task_run_in_thread (task, make_thread);
}

/**
 * foi_made_file_async:
 * @parent: (nullable): over which window the file is asked for
 * @wanted: copied, its data taken
 * @callback: told at the end
 * @user_data: for @callback
 *
 * Asks for a file, makes what goes into it in a thread, and writes it as a whole or not at all. The
 * program stays that long, also when its windows are closed.
 */
void
foi_made_file_async (GtkWindow *parent, const FoiMadeFile *wanted, GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GTask *task;
  Making *making;

  g_return_if_fail (wanted != NULL && wanted->make != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  making = g_new0 (Making, 1);
  making->make = wanted->make;
  making->data = wanted->data;
  making->free_data = wanted->free_data;
  g_task_set_source_tag (task, foi_made_file_async);
  g_task_set_task_data (task, making, making_free);
  foi_dialogs_save_async (parent, wanted->title, wanted->kind, wanted->folder, wanted->name,
                          chosen_cb, task);
}

/**
 * foi_made_file_get_data:
 * @result: what the callback was given
 *
 * Returns: (transfer none): the data that the file was made of.
 */
gpointer
foi_made_file_get_data (GAsyncResult *result)
{
  Making *self = g_task_get_task_data (G_TASK (result));

  return self->data;
}

/**
 * foi_made_file_finish:
 * @result: what the callback was given
 * @error: why no file was made; %G_IO_ERROR_CANCELLED where none was wanted
 *
 * Returns: (transfer full) (nullable): the name of the file that was made, without its folder.
 */
char *
foi_made_file_finish (GAsyncResult *result, GError **error)
{
  Making *self = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_file_get_basename (self->file);
}
