/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-register-save.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-almanac.h"
#include "foi-csv-text.h"
#include "foi-dialogs.h"
#include "foi-durable.h"
#include "foi-error.h"
#include "foi-hold.h"
#include "foi-register-calendar.h"
#include "foi-register-csv.h"
#include "foi-task.h"

/* One file to be made: of immutable cases, in a thread. */
typedef struct
{
  FoiRegisterFile kind;
  GPtrArray      *entries;
  FoiDate         today;
  GDateTime      *now;
  GFile          *file;
  guint           n_rows;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_ptr_array_unref (self->entries);
  g_date_time_unref (self->now);
  g_clear_object (&self->file);
  g_free (self);
}

static GBytes *
make_table (Saving *self)
{
  g_autofree char *csv = foi_register_to_csv (self->entries, self->today);

  self->n_rows = self->entries->len;
  return foi_csv_to_file (csv);
}

static GBytes *
make_calendar (Saving *self, GError **error)
{
  char *file = foi_register_to_calendar (self->entries, self->now, &self->n_rows);

  if (file != NULL)
    return g_bytes_new_take (file, strlen (file));
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                       _("No calendar was made: nothing is due in the cases that are listed."));
  return NULL;
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Saving *self = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = self->kind == FOI_REGISTER_CALENDAR_FILE
                               ? make_calendar (self, &error) : make_table (self);

  if (bytes != NULL && foi_durable_write (self->file, bytes, cancellable, &error))
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
 * foi_register_save_async:
 * @parent: over which window the file is asked for
 * @kind: what is made
 * @entries: (element-type FoiCaseEntry): of which cases, in which order
 * @callback: told at the end
 * @user_data: for @callback
 *
 * Asks for a file, and writes cases to it.
 */
void
foi_register_save_async (GtkWindow *parent, FoiRegisterFile kind, GPtrArray *entries,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Saving *saving;

  g_return_if_fail (entries != NULL);

  task = g_task_new (NULL, NULL, callback, user_data);
  saving = g_new0 (Saving, 1);
  g_task_set_source_tag (task, foi_register_save_async);
  saving->kind = kind;
  saving->entries = g_ptr_array_ref (entries);
  saving->today = foi_almanac_get_today (foi_almanac_get_default ());
  saving->now = g_date_time_new_now_utc ();
  g_task_set_task_data (task, saving, saving_free);
  if (kind == FOI_REGISTER_CALENDAR_FILE)
    /* Translators: what a file is proposed to be called. */
    foi_dialogs_save_async (parent, _("Save the Due Dates for a Calendar"), FOI_FILE_CALENDAR, NULL,
                            _("due dates.ics"), chosen_cb, task);
  else
    /* Translators: what a file is proposed to be called. */
    foi_dialogs_save_async (parent, _("Save the Listed Cases as CSV"), FOI_FILE_CSV, NULL,
                            _("cases.csv"), chosen_cb, task);
}

/**
 * foi_register_save_finish:
 * @result: what the callback was given
 * @error: why no file was made; %G_IO_ERROR_CANCELLED where none was wanted
 *
 * Returns: (transfer full) (nullable): what was done, in words.
 */
char *
foi_register_save_finish (GAsyncResult *result, GError **error)
{
  Saving *self = g_task_get_task_data (G_TASK (result));
  g_autofree char *name = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  name = g_file_get_basename (self->file);
  if (self->kind == FOI_REGISTER_CALENDAR_FILE)
    return g_strdup_printf (ngettext ("“%s” was made: %u day on which an answer is due.",
                                      "“%s” was made: %u days on which answers are due.",
                                      self->n_rows), name, self->n_rows);
  return g_strdup_printf (ngettext ("“%s” was made of %u case.", "“%s” was made of %u cases.",
                                    self->n_rows), name, self->n_rows);
}
