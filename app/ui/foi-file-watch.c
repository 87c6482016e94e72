/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-file-watch.h"

/* How long to wait after a file changed: a program that saves does several things to it. */
#define SETTLE_MS 300

#define LOOK_SECONDS 30

struct _FoiFileWatch
{
  GObject parent_instance;

  GFileMonitor *monitor;
  guint         settle_source, look_source;
};

enum
{
  LOOK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiFileWatch, foi_file_watch, G_TYPE_OBJECT)

static gboolean
settled_cb (gpointer data)
{
  FoiFileWatch *self = data;

  self->settle_source = 0;
  g_signal_emit (self, signals[LOOK], 0);
  return G_SOURCE_REMOVE;
}

static void
monitor_changed_cb (FoiFileWatch *self)
{
  if (self->settle_source == 0)
    self->settle_source = g_timeout_add (SETTLE_MS, settled_cb, self);
}

static gboolean
look_cb (gpointer data)
{
  g_signal_emit (data, signals[LOOK], 0);
  return G_SOURCE_CONTINUE;
}

static void
foi_file_watch_dispose (GObject *object)
{
  FoiFileWatch *self = FOI_FILE_WATCH (object);

  g_clear_object (&self->monitor);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_handle_id (&self->look_source, g_source_remove);

  G_OBJECT_CLASS (foi_file_watch_parent_class)->dispose (object);
}

static void
foi_file_watch_class_init (FoiFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_file_watch_dispose;

  signals[LOOK] = g_signal_new ("look", FOI_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
foi_file_watch_init (FoiFileWatch *self)
{
}

/**
 * foi_file_watch_new:
 * @file: a file, or a folder with its files
 * @is_folder: which of them it is
 *
 * Returns: (transfer full): what says when to look at it, until it is let go.
 */
FoiFileWatch *
foi_file_watch_new (GFile *file, gboolean is_folder)
{
  FoiFileWatch *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (FOI_TYPE_FILE_WATCH, NULL);
  self->monitor = (is_folder ? g_file_monitor_directory : g_file_monitor_file) (
    file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (monitor_changed_cb), self,
                             G_CONNECT_SWAPPED);
  self->look_source = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  return self;
}
