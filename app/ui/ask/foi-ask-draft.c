/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ask-draft.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "foi-durable.h"
#include "foi-pack-names.h"
#include "foi-task.h"

/* Seconds after which no mail program reads a draft any more that it was given. */
#define KEPT_SECONDS (60 * 60)

typedef struct
{
  GBytes  *eml;
  GFile   *file;
  gboolean opens;
} Giving;

static void
giving_free (gpointer data)
{
  Giving *self = data;

  g_bytes_unref (self->eml);
  g_object_unref (self->file);
  g_free (self);
}

/**
 * foi_ask_draft_dup_name:
 * @subject: of a mail
 *
 * Returns: (transfer full): what its file is to be called: by its subject.
 */
char *
foi_ask_draft_dup_name (const char *subject)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (subject != NULL, NULL);

  return foi_pack_dup_file_name (subject, "eml", taken);
}

/* A folder that a sandbox can hand to a program outside it; not the one of the case, where a draft
 * would be one thing more to dispose of. */
static GFile *
find_place (const char *subject)
{
  g_autofree char *name = foi_ask_draft_dup_name (subject);
  g_autofree char *path
    = g_build_filename (g_get_user_cache_dir (), "foi-desk", "drafts", name, NULL);

  return g_file_new_for_path (path);
}

/* Drafts that were handed over earlier lie there no longer than they are read. */
static void
sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      if (g_str_has_suffix (name, ".eml") && g_stat (path, &info) == 0
          && now - info.st_mtime > KEPT_SECONDS)
        g_unlink (path);
    }
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Giving *self = task_data;
  g_autoptr (GError) error = NULL;

  if (self->opens)
    {
      g_autoptr (GFile) parent = g_file_get_parent (self->file);

      g_mkdir_with_parents (g_file_peek_path (parent), 0700);
      sweep (g_file_peek_path (parent));
    }
  if (foi_durable_write (self->file, self->eml, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _("No program here opens the draft of a mail. Save the draft, or copy "
                               "its text. (%s)"), error->message);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Giving *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!self->opens)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  uri = g_file_get_uri (self->file);
  gtk_show_uri_full (GTK_WINDOW (source), uri, GDK_CURRENT_TIME, NULL, shown_cb,
                     g_steal_pointer (&task));
}

/**
 * foi_ask_draft_give_async:
 * @parent: the window it is asked from
 * @eml: the draft of a mail
 * @subject: its subject
 * @file: (nullable): where the draft is to be saved; %NULL to open it in the mail program
 *
 * Writes a draft, in a thread, and opens it if it is not to be saved.
 */
void
foi_ask_draft_give_async (GtkWindow *parent, GBytes *eml, const char *subject, GFile *file,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) writing = NULL;
  Giving *self;

  g_return_if_fail (GTK_IS_WINDOW (parent) && eml != NULL && subject != NULL);

  self = g_new0 (Giving, 1);
  self->eml = g_bytes_ref (eml);
  self->file = file != NULL ? g_object_ref (file) : find_place (subject);
  self->opens = file == NULL;
  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_task_data (task, self, giving_free);
  writing = g_task_new (parent, NULL, written_cb, task);
  g_task_set_task_data (writing, self, NULL);
  foi_task_run_in_thread (writing, write_thread);
}

/**
 * foi_ask_draft_give_finish:
 *
 * Returns: whether it was written, and opened if it was to be; else an error in words.
 */
gboolean
foi_ask_draft_give_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
