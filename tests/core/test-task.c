/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-task.h"

/* With g_task_run_in_thread() some hundred of so many end in a thread. */
#define N_TASKS 20000

static GThread *here;
static gint n_ended_elsewhere;

static void
ended_cb (gpointer data)
{
  if (g_thread_self () != here)
    g_atomic_int_inc (&n_ended_elsewhere);
}

static void
double_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  g_assert_true (g_thread_self () != here);
  g_task_return_int (task, 2 * GPOINTER_TO_INT (task_data));
}

static void
doubled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gssize *number = user_data;

  g_assert_true (g_thread_self () == here);
  *number = g_task_propagate_int (G_TASK (result), NULL);
}

static void
test_ends_where_it_began (void)
{
  here = g_thread_self ();
  for (gssize i = 1; i <= N_TASKS; i++)
    {
      g_autoptr (GTask) task = NULL;
      g_autoptr (GCancellable) source = g_cancellable_new ();
      gssize number = 0;

      /* What ends with the task: what it is asked from, and what it keeps. */
      g_object_set_data_full (G_OBJECT (source), "end", source, ended_cb);
      task = g_task_new (source, NULL, doubled_cb, &number);
      g_task_set_task_data (task, GINT_TO_POINTER (i), ended_cb);
      foi_task_run_in_thread (task, double_thread);
      g_clear_object (&task);
      g_clear_object (&source);
      while (number == 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (number, ==, 2 * i);
    }
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpint (g_atomic_int_get (&n_ended_elsewhere), ==, 0);
}

static void
wait_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  while (!g_cancellable_is_cancelled (cancellable))
    g_thread_yield ();
  g_task_return_int (task, 1);
}

static void
cancelled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_task_propagate_int (G_TASK (result), user_data);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, cancelled_cb, &error);

  foi_task_run_in_thread (task, wait_thread);
  g_cancellable_cancel (cancellable);
  while (!g_task_get_completed (task))
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/task/ends-where-it-began", test_ends_where_it_began);
  g_test_add_func ("/task/cancelled", test_cancelled);
  return g_test_run ();
}
