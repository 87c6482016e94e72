/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "foi-document-files.h"

#include "foi-attachment-files.h"
#include "foi-case-files.h"
#include "foi-task.h"

#define KEY "foi-document-files"

/**
 * foi_document_files_dup_folder:
 *
 * Returns: (transfer full) (nullable): the folder beside the case; %NULL while it is not saved, or
 *   where no path leads to it.
 */
char *
foi_document_files_dup_folder (FoiDocument *document)
{
  GFile *file = foi_document_get_file (document);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  return path != NULL ? foi_attachments_dup_folder (path) : NULL;
}

/**
 * foi_document_files_note:
 * @name: of a file in that folder
 * @is_copy: whether the window made it, of a file that lies elsewhere
 *
 * Remembers that it was added, or taken off: undo needs it until the window closes.
 */
void
foi_document_files_note (FoiDocument *document, const char *name, gboolean is_copy)
{
  GHashTable *ours = g_object_get_data (G_OBJECT (document), KEY);

  if (ours == NULL)
    {
      ours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_data_full (G_OBJECT (document), KEY, ours, (GDestroyNotify) g_hash_table_unref);
    }
  g_hash_table_insert (ours, g_strdup (name), GINT_TO_POINTER (is_copy));
}

typedef struct
{
  FoiCaseState *state;
  char         *from, *to;
} Bringing;

static void
bringing_free (Bringing *self)
{
  foi_case_state_unref (self->state);
  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static void
bring_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Bringing *self = task_data;
  GError *error = NULL;

  if (foi_case_files_copy (self->state, self->from, self->to, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
brought_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiDocument *document = FOI_DOCUMENT (source);
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    foi_document_tell_error (document, error);
  /* What looked for the files before they were there looks again. */
  g_object_notify (source, "file");
}

/**
 * foi_document_files_bring:
 * @from: the folder in which the files lay
 *
 * The case was saved under another name: copies its attachments' files to where they belong now.
 */
void
foi_document_files_bring (FoiDocument *document, const char *from)
{
  g_autofree char *to = foi_document_files_dup_folder (document);
  g_autoptr (GTask) task = NULL;
  Bringing *self;

  if (to == NULL || g_str_equal (from, to))
    return;
  self = g_new0 (Bringing, 1);
  self->state = foi_case_ref_snapshot (foi_document_get_case (document));
  self->from = g_strdup (from);
  self->to = g_steal_pointer (&to);
  task = g_task_new (document, NULL, brought_cb, NULL);
  g_task_set_task_data (task, self, (GDestroyNotify) bringing_free);
  foi_task_run_in_thread (task, bring_in_thread);
}

typedef struct
{
  GHashTable *ours;
  char       *path, *folder;
} Tidying;

static void
tidying_free (Tidying *self)
{
  g_hash_table_unref (self->ours);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/* What the case says on disk counts: somebody else may have saved it since. */
static void
tidy_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Tidying *self = task_data;
  g_autoptr (FoiCaseState) saved
    = foi_case_file_load (self->path, NULL, NULL, NULL, NULL, NULL);

  if (saved != NULL)
    foi_case_files_tidy (saved, self->folder, self->ours);
  g_task_return_boolean (task, TRUE);
}

/**
 * foi_document_files_tidy:
 *
 * The window closes: files that came or went in it, and that neither go with the letter of the case
 * as it is saved nor went with one, go to the bin. In a thread; a case that cannot be read leaves
 * all as it is.
 */
void
foi_document_files_tidy (FoiDocument *document)
{
  GHashTable *ours = g_object_get_data (G_OBJECT (document), KEY);
  g_autofree char *folder = foi_document_files_dup_folder (document);
  g_autoptr (GTask) task = NULL;
  Tidying *self;

  if (ours == NULL || folder == NULL)
    return;
  self = g_new0 (Tidying, 1);
  self->ours = g_hash_table_ref (ours);
  self->folder = g_steal_pointer (&folder);
  self->path = g_file_get_path (foi_document_get_file (document));
  g_object_set_data (G_OBJECT (document), KEY, NULL);
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, self, (GDestroyNotify) tidying_free);
  foi_task_run_in_thread (task, tidy_in_thread);
}
