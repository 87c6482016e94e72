/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-typesetting.h"

static gboolean
return_if_current (FoiTypesetting *self, GTask *task)
{
  if (g_task_return_error_if_cancelled (task))
    return TRUE;
  if (!foi_typesetting_is_current (self, foi_typesetting_get_state (self)))
    return FALSE;
  g_task_return_pointer (task, foi_layout_ref (foi_typesetting_get_layout (self)),
                         (GDestroyNotify) foi_layout_unref);
  return TRUE;
}

/* Nobody waits any more; the handlers held the task. */
static void
stop_waiting (FoiTypesetting *self, GTask *task)
{
  g_signal_handlers_disconnect_by_data (self, task);
}

static void
ready_cb (FoiTypesetting *self, GTask *task)
{
  g_autoptr (GTask) kept = g_object_ref (task);

  if (return_if_current (self, kept))
    stop_waiting (self, kept);
}

static void
failed_cb (FoiTypesetting *self, const char *reason, GTask *task)
{
  g_autoptr (GTask) kept = g_object_ref (task);

  g_task_return_new_error (kept, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", reason);
  stop_waiting (self, kept);
}

static void
unref_task_cb (gpointer task, GClosure *closure)
{
  g_object_unref (task);
}

/**
 * foi_typesetting_return_letter:
 * @task: of whoever wants the letter
 *
 * Returns the #FoiLayout of the newest state by @task, as soon as it is there, or why it could not
 * be made.
 */
void
foi_typesetting_return_letter (FoiTypesetting *self, GTask *task)
{
  g_return_if_fail (FOI_IS_TYPESETTING (self) && G_IS_TASK (task));

  if (return_if_current (self, task))
    return;
  g_signal_connect_data (self, "ready", G_CALLBACK (ready_cb), g_object_ref (task),
                         unref_task_cb, 0);
  g_signal_connect_data (self, "failed", G_CALLBACK (failed_cb), g_object_ref (task),
                         unref_task_cb, 0);
}
