/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-task.h"

/* What the thread runs for the task. It owns nothing, so that it may end anywhere. */
typedef struct
{
  GTask          *task;
  GTaskThreadFunc func;
} Run;

static void
run_thread (GTask *running, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Run *run = task_data;

  run->func (run->task, g_task_get_source_object (run->task), g_task_get_task_data (run->task),
             g_task_get_cancellable (run->task));
  g_task_return_boolean (running, TRUE);
}

/* The task told its end before: its own came first to the loop. */
static void
ran_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_propagate_boolean (G_TASK (result), NULL);
}

/**
 * foi_task_run_in_thread:
 * @task: not one that returns on being cancelled
 * @func: returns from it
 *
 * Runs a task in a thread, as g_task_run_in_thread() does, but lets go of it where it was made.
 * There, one time in a hundred, the thread is the last to do so: then what the task keeps ends in
 * the thread, and widgets and models must not.
 */
void
foi_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  g_autoptr (GTask) running = NULL;
  Run *run;

  g_return_if_fail (G_IS_TASK (task) && !g_task_get_return_on_cancel (task) && func != NULL);

  run = g_new (Run, 1);
  run->task = task;
  run->func = func;
  running = g_task_new (NULL, NULL, ran_cb, g_object_ref (task));
  g_task_set_source_tag (running, foi_task_run_in_thread);
  g_task_set_priority (running, g_task_get_priority (task));
  g_task_set_task_data (running, run, g_free);
  g_task_run_in_thread (running, run_thread);
}
