/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-hold.h"

/**
 * foi_hold_while:
 * @task: what writes a file; it must not have begun
 *
 * Has the program stay until the task is completed, also when its last window is closed: a thread
 * would otherwise end with the program, in the middle of what it writes.
 */
void
foi_hold_while (GTask *task)
{
  GApplication *application = g_application_get_default ();

  g_return_if_fail (G_IS_TASK (task));

  if (application == NULL)
    return;
  g_application_hold (application);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (g_application_release),
                           application, G_CONNECT_SWAPPED);
}
