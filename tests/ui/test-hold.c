/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-hold.h"
#include "foi-task.h"

/* As long as a slow share may take, in microseconds. */
#define SLOW 200000

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_usleep (SLOW);
  g_atomic_int_set ((gint *) task_data, TRUE);
  g_task_return_boolean (task, TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  *(gboolean *) user_data = TRUE;
}

typedef struct
{
  gint     written;   /* by the thread */
  gboolean told;
} Work;

/* The program has no window any more. */
static void
activate_cb (GApplication *application, Work *work)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, written_cb, &work->told);

  g_task_set_task_data (task, &work->written, NULL);
  foi_hold_while (task);
  foi_task_run_in_thread (task, write_thread);
}

static void
test_outlives_windows (void)
{
  g_autoptr (GApplication) application
    = g_application_new ("io.github.foidesk.Test", G_APPLICATION_NON_UNIQUE);
  Work work = { 0 };

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &work);
  g_assert_cmpint (g_application_run (application, 0, NULL), ==, 0);
  g_assert_true (g_atomic_int_get (&work.written));
  g_assert_true (work.told);
}

static void
test_without_application (void)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_assert_null (g_application_get_default ());
  foi_hold_while (task);
  g_task_return_boolean (task, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hold/without-application", test_without_application);
  g_test_add_func ("/hold/outlives-windows", test_outlives_windows);
  return g_test_run ();
}
