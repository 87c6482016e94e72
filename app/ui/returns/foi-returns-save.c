/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-returns-save.h"

#include <glib/gi18n.h>

#include "foi-csv-text.h"
#include "foi-dialogs.h"
#include "foi-durable.h"
#include "foi-hold.h"
#include "foi-task.h"

/* One file to be made: of immutable returns, in a thread. */
typedef struct
{
  FoiReturns *returns;
  GFile      *file;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  foi_returns_unref (self->returns);
  g_clear_object (&self->file);
  g_free (self);
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Saving *self = task_data;
  GError *error = NULL;
  g_autofree char *csv = foi_returns_to_csv (self->returns);
  g_autoptr (GBytes) bytes = foi_csv_to_file (csv);

  if (foi_durable_write (self->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Saving *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->file = foi_dialogs_save_finish (result, &error);
  if (self->file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  foi_hold_while (task);
  foi_task_run_in_thread (task, save_thread);
}

/**
 * foi_returns_save_async:
 * @parent: over which window the file is asked for
 * @returns: what was counted
 * @callback: told at the end
 * @user_data: for @callback
 *
 * Asks for a file, and writes all numbers to it as a table.
 */
void
foi_returns_save_async (GtkWindow *parent, FoiReturns *returns, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  GTask *task;
  Saving *saving;
  g_autofree char *from = NULL, *to = NULL, *name = NULL;

  g_return_if_fail (returns != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  saving = g_new0 (Saving, 1);
  g_task_set_source_tag (task, foi_returns_save_async);
  saving->returns = foi_returns_ref (returns);
  g_task_set_task_data (task, saving, saving_free);
  from = foi_date_to_iso (returns->from);
  to = foi_date_to_iso (returns->to);
  /* Translators: what a file is proposed to be called; two days. */
  name = g_strdup_printf (_("returns %s to %s.csv"), from, to);
  foi_dialogs_save_async (parent, _("Save the Returns as CSV"), FOI_FILE_CSV, NULL, name, chosen_cb,
                          task);
}

/**
 * foi_returns_save_finish:
 * @result: what the callback was given
 * @error: why no file was made; %G_IO_ERROR_CANCELLED where none was wanted
 *
 * Returns: (transfer full) (nullable): what was done, in words.
 */
char *
foi_returns_save_finish (GAsyncResult *result, GError **error)
{
  Saving *self = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  name = g_file_get_basename (self->file);
  return g_strdup_printf (_("“%s” was made, with all returns of the period."), name);
}
