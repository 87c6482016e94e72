/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-progress-follow.h"

/* How often the bar is moved, in milliseconds. */
#define PULSE 100

typedef struct
{
  GtkWidget *bar;
  GTask *task;
  const int *percent;
  void (*also) (GTask *task);
} Following;

static void
following_free (gpointer data)
{
  Following *self = data;

  g_object_unref (self->bar);
  g_object_unref (self->task);
  g_free (self);
}

static gboolean
pulse_cb (gpointer user_data)
{
  Following *self = user_data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 g_atomic_int_get (self->percent) / 100.0);
  if (self->also != NULL)
    self->also (self->task);
  return G_SOURCE_CONTINUE;
}

/**
 * foi_progress_follow:
 * @bar: a progress bar
 * @task: what is done in a thread
 * @percent: how much of it is done: in the data of @task, written with g_atomic_int_set()
 * @also: (nullable) (scope forever): what is looked after each time
 *
 * Moves the bar until the source is removed.
 *
 * Returns: the id of the source.
 */
guint
foi_progress_follow (GtkWidget *bar, GTask *task, const int *percent, void (*also) (GTask *task))
{
  Following *self;

  g_return_val_if_fail (GTK_IS_PROGRESS_BAR (bar) && G_IS_TASK (task), 0);
  g_return_val_if_fail (percent != NULL, 0);

  self = g_new0 (Following, 1);
  self->bar = g_object_ref (bar);
  self->task = g_object_ref (task);
  self->percent = percent;
  self->also = also;
  return g_timeout_add_full (G_PRIORITY_DEFAULT, PULSE, pulse_cb, self, following_free);
}
