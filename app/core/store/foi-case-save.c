/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foi-case-file.h"
#include "foi-case-writer.h"
#include "foi-durable.h"
#include "foi-error.h"
#include "foi-file-lock.h"
#include "foi-json-document.h"
#include "foi-json-edit.h"
#include "foi-leftovers.h"
#include "foi-regular-file.h"
#include "foi-task.h"

/* "FOI651119421.foi.json", for messages. */
static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "");
}

/* Every refusal says which file, and, but for one, that nothing happened to it. */
static void
prefix_error (GError **error, GFile *file)
{
  g_autofree char *name = dup_name (file);

  if (g_error_matches (*error, G_IO_ERROR, FOI_DURABLE_DOUBT))
    /* Translators: %s is a file's name; the reason follows. */
    g_prefix_error (error, _("“%s” may be damaged: "), name);
  else if (g_error_matches (*error, FOI_ERROR, FOI_ERROR_NOT_FOUND))
    /* Translators: %s is a file's name; the reason follows. */
    g_prefix_error (error, _("“%s” was not saved: "), name);
  else
    /* Translators: %s is a file's name; the reason follows. */
    g_prefix_error (error, _("“%s” was not saved, and is as it was: "), name);
}

/* What is in the file now; *@bytes is NULL when there is none. */
static gboolean
read_current (GFile *file, GBytes **bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GFileInputStream) stream = foi_regular_file_read (file, cancellable, &failed);

  *bytes = NULL;
  if (stream != NULL)
    *bytes = foi_case_file_read_bytes (G_INPUT_STREAM (stream), cancellable, &failed);
  if (failed == NULL || g_error_matches (failed, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* The token in a file: "" where it has none, NULL where the file is no case. */
static char *
find_revision (GBytes *bytes, GCancellable *cancellable)
{
  g_autoptr (FoiJsonDocument) document = foi_json_document_read (bytes, TRUE, cancellable, NULL);
  JsonNode *foi_case = NULL;

  if (document != NULL)
    foi_case = foi_json_get_member (foi_json_document_get_root (document), "foi:case");
  return foi_case != NULL ? g_strdup (foi_json_get_string (foi_case, "_rev", "")) : NULL;
}

static gboolean
is_expected (const FoiFileMark *found, const FoiFileMark *expected)
{
  if (expected == NULL || g_strcmp0 (found->revision, expected->revision) != 0)
    return FALSE;
  return expected->checksum == NULL || g_str_equal (found->checksum, expected->checksum);
}

static gboolean
check_conflict (const FoiFileMark *found, const FoiFileMark *expected, GError **error)
{
  if (is_expected (found, expected))
    return TRUE;
  if (expected == NULL)
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONFLICT,
                         _("There is a file of this name already"));
  else if (found->revision == NULL)
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONFLICT,
                         _("The file was changed meanwhile, and is no case that can be read"));
  else
    g_set_error_literal (error, FOI_ERROR, FOI_ERROR_CONFLICT,
                         _("Another person or program changed the file after you opened it; save "
                           "yours under another name, or replace theirs"));
  return FALSE;
}

static gboolean
is_writable_version (FoiCaseState *state, GError **error)
{
  if (!foi_case_file_is_read_only (state))
    return TRUE;
  g_set_error_literal (error, FOI_ERROR, FOI_ERROR_REFUSED,
                       _("The case was made by a newer version of FOI Desk, and saving it could "
                         "lose what that put there"));
  return FALSE;
}

static void
get_mark (GBytes *bytes, FoiFileMark *mark, GCancellable *cancellable)
{
  mark->revision = find_revision (bytes, cancellable);
  mark->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* Where in a file the next piece should stand. */
typedef struct
{
  const char *text;
  gsize       length;
} Compared;

/* The first piece that is another ends it, without anything being wrong. */
static gboolean
compare_cb (const char *text, gsize length, gpointer data, GError **error)
{
  Compared *self = data;

  if (length <= self->length && memcmp (self->text, text, length) == 0)
    {
      self->text += length;
      self->length -= length;
      return TRUE;
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "Another");
  return FALSE;
}

/* Whether the case, under the token that the file has, would be the same bytes. */
static gboolean
says_the_same (FoiCaseState *state, GBytes *current, const FoiFileMark *found)
{
  Compared compared = { NULL, 0 };

  if (found->revision == NULL)
    return FALSE;
  compared.text = g_bytes_get_data (current, &compared.length);
  return foi_case_write_to (state, found->revision[0] != '\0' ? found->revision : NULL, compare_cb,
                            &compared, NULL)
         && compared.length == 0;
}

/* ---- writing ---- */

/* A case on its way into a file, which is known by what went there. */
typedef struct
{
  FoiCaseState *state;
  const char   *revision;
  GChecksum    *checksum;
  GCancellable *cancellable;
  int           file;
} Writing;

static gboolean
put_cb (const char *text, gsize length, gpointer data, GError **error)
{
  Writing *self = data;

  g_checksum_update (self->checksum, (const guchar *) text, (gssize) length);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && foi_durable_put (self->file, text, length, error);
}

static gboolean
fill_cb (int file, gpointer data, GError **error)
{
  Writing *self = data;

  self->file = file;
  return foi_case_write_to (self->state, self->revision, put_cb, self, error);
}

/* On this machine in pieces: a large case has as many bytes again as it takes in memory. */
static gboolean
write_case (FoiCaseState *state, GFile *file, const char *revision, char **checksum,
            FoiFileLock *lock, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  Writing writing = { state, revision, sum, cancellable, -1 };
  g_autoptr (GBytes) bytes = NULL;
  const char *path = g_file_is_native (file) ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !foi_durable_write_pieces (path, FOI_DURABLE_MODE, fill_cb, &writing, lock,
                                        error))
        return FALSE;
      *checksum = g_strdup (g_checksum_get_string (sum));
      return TRUE;
    }
  bytes = foi_case_write (state, revision, error);
  if (bytes == NULL || !foi_durable_write_remote (file, bytes, cancellable, error))
    return FALSE;
  *checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return TRUE;
}

/* A case as it is to be, and where. */
typedef struct
{
  FoiCaseState      *state;
  GFile             *file;
  const FoiFileMark *expected;
  const char        *new_revision;
  gboolean           overwrite;
  FoiFileLock       *held; /* NULL: nobody has locked it for us */
} Wanted;

/* Reads again and writes; @lock is held from before the one until after the other. */
static gboolean
write_locked (const Wanted *wanted, FoiFileLock *lock, FoiSaved *saved, GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GBytes) current = NULL;
  g_auto (FoiFileMark) found = { 0 };

  if (!read_current (wanted->file, &current, cancellable, error))
    return FALSE;
  if (current != NULL)
    {
      get_mark (current, &found, cancellable);
      if (!wanted->overwrite && !check_conflict (&found, wanted->expected, error))
        return FALSE;
      if (says_the_same (wanted->state, current, &found))
        {
          *saved = (FoiSaved) { found, FALSE };
          found = (FoiFileMark) { 0 };
          return TRUE;
        }
    }
  else if (wanted->expected != NULL && !wanted->overwrite)
    {
      g_set_error_literal (error, FOI_ERROR, FOI_ERROR_NOT_FOUND,
                           _("The file is not there any more: it was moved, renamed or removed "
                             "meanwhile"));
      return FALSE;
    }
  /* Another copy of a large case would be one too many. */
  g_clear_pointer (&current, g_bytes_unref);
  if (!write_case (wanted->state, wanted->file, wanted->new_revision, &saved->mark.checksum, lock,
                   cancellable, error))
    return FALSE;
  saved->mark.revision = g_strdup (wanted->new_revision);
  saved->written = TRUE;
  return TRUE;
}

/* What saves that were cut off left beside it goes once this one is done: each copy is all that the
 * case says. They are looked for before, while the lock tells that nobody else's is among them. */
static gboolean
save_locked (const Wanted *wanted, FoiFileLock *lock, FoiSaved *saved, GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) leftovers = NULL;
  g_autoptr (GError) kept = NULL;

  if (lock->file >= 0)
    leftovers = foi_leftovers_list (g_file_peek_path (wanted->file));
  if (!write_locked (wanted, lock, saved, cancellable, error))
    return FALSE;
  if (leftovers != NULL && !foi_leftovers_remove (leftovers, &kept))
    g_debug ("%s", kept->message);
  return TRUE;
}

static gboolean
save_once (const Wanted *wanted, FoiSaved *saved, GCancellable *cancellable, GError **error)
{
  g_auto (FoiFileLock) lock = FOI_FILE_LOCK_NONE;
  const char *path = g_file_is_native (wanted->file) ? g_file_peek_path (wanted->file) : NULL;

  if (wanted->held != NULL && wanted->held->file >= 0)
    return save_locked (wanted, wanted->held, saved, cancellable, error);
  return (path == NULL || foi_file_lock_take (&lock, path, cancellable, error))
         && save_locked (wanted, &lock, saved, cancellable, error);
}

static gboolean
save_again (const Wanted *wanted, FoiSaved *saved, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failed = NULL;

  if (!is_writable_version (wanted->state, error))
    return FALSE;
  if (save_once (wanted, saved, cancellable, &failed))
    return TRUE;
  /* It was not there, and came meanwhile: now there is something to lock and to compare. */
  if (g_error_matches (failed, G_FILE_ERROR, G_FILE_ERROR_EXIST))
    return save_once (wanted, saved, cancellable, error);
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static gboolean
save (const Wanted *wanted, FoiSaved *saved, GCancellable *cancellable, GError **error)
{
  GError *failed = NULL;

  if (save_again (wanted, saved, cancellable, &failed))
    return TRUE;
  prefix_error (&failed, wanted->file);
  g_propagate_error (error, failed);
  return FALSE;
}

/**
 * foi_file_mark_set:
 * @revision: (nullable): the token in a file
 * @checksum: (nullable): the SHA-256 of its bytes, in hexadecimal
 *
 * Sets what a file is known by.
 */
void
foi_file_mark_set (FoiFileMark *mark, const char *revision, const char *checksum)
{
  FoiFileMark old = *mark;

  *mark = (FoiFileMark) { g_strdup (revision), g_strdup (checksum) };
  foi_file_mark_clear (&old);
}

/**
 * foi_file_mark_clear:
 *
 * Frees what is in it.
 */
void
foi_file_mark_clear (FoiFileMark *mark)
{
  g_clear_pointer (&mark->revision, g_free);
  g_clear_pointer (&mark->checksum, g_free);
}

/**
 * foi_saved_clear:
 *
 * Frees what is in it.
 */
void
foi_saved_clear (FoiSaved *saved)
{
  foi_file_mark_clear (&saved->mark);
}

/**
 * foi_case_file_save:
 * @state: a case
 * @file: where to
 * @expected: (nullable): the file as it was read or saved last; %NULL when it is not there yet
 * @new_revision: a token that no other save ever has
 * @overwrite: whatever is there may go
 * @saved: (out) (optional): what the file is now
 * @cancellable: (nullable): ends it before the file is replaced
 * @error: %FOI_ERROR_CONFLICT, %FOI_ERROR_NOT_FOUND where a file was @expected and there is none,
 *   %FOI_ERROR_REFUSED for a newer version, %FOI_ERROR_LIMIT,
 *   %G_IO_ERROR, %G_FILE_ERROR; the file is then as it was, and the message says so;
 *   %G_IO_ERROR_BUSY where another program takes too long to save it
 *
 * Saves a case, reading the file again before; from then on until it is written no other program
 * of ours saves it, so that of two that begin at once the second finds another file. That is
 * waited for, for some seconds. Nothing is written when the case is what the file
 * says already. A file that is not
 * there any more is written anew with @overwrite alone: it may have been renamed.
 *
 * Returns: whether the file says what @state does.
 */
gboolean
foi_case_file_save (FoiCaseState *state, GFile *file, const FoiFileMark *expected,
                    const char *new_revision, gboolean overwrite, FoiSaved *saved,
                    GCancellable *cancellable, GError **error)
{
  const Wanted wanted = { state, file, expected, new_revision, overwrite, NULL };
  g_auto (FoiSaved) result = { 0 };

  g_return_val_if_fail (state != NULL && G_IS_FILE (file), FALSE);
  g_return_val_if_fail (new_revision != NULL && new_revision[0] != '\0', FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!save (&wanted, &result, cancellable, error))
    return FALSE;
  if (saved != NULL)
    {
      *saved = result;
      result = (FoiSaved) { 0 };
    }
  return TRUE;
}

/**
 * foi_case_file_save_held:
 * @state: a case
 * @file: where to
 * @expected: the file as it was read while @held was held
 * @new_revision: a token that no other save ever has
 * @held: what foi_file_lock_take() gave for @file; where that has locked nothing, it is locked now
 * @error: as from foi_case_file_save()
 *
 * Saves a case that was kept from others since it was read; @held is still to be released.
 *
 * Returns: whether the file says what @state does.
 */
gboolean
foi_case_file_save_held (FoiCaseState *state, GFile *file, const FoiFileMark *expected,
                         const char *new_revision, FoiFileLock *held, GError **error)
{
  const Wanted wanted = { state, file, expected, new_revision, FALSE, held };
  g_auto (FoiSaved) saved = { 0 };

  g_return_val_if_fail (state != NULL && G_IS_FILE (file) && expected != NULL, FALSE);
  g_return_val_if_fail (new_revision != NULL && new_revision[0] != '\0', FALSE);

  return save (&wanted, &saved, NULL, error);
}

/**
 * foi_case_file_sweep:
 * @file: a case file
 * @now: the time, in seconds since 1970
 *
 * Removes what a program killed while saving left beside the file. For when a case is opened.
 *
 * Returns: how many files there were.
 */
guint
foi_case_file_sweep (GFile *file, gint64 now)
{
  g_return_val_if_fail (G_IS_FILE (file), 0);

  if (!g_file_is_native (file) || g_file_peek_path (file) == NULL)
    return 0;
  return foi_leftovers_sweep (g_file_peek_path (file), now);
}

/* ---- in another thread ---- */

typedef struct
{
  FoiCaseState *state;
  FoiFileMark   expected;
  gboolean      is_expected;   /* not: it is not there yet */
  char         *new_revision;
  gboolean      overwrite;
  FoiSaved      saved;
} SaveData;

static void
save_data_free (gpointer data)
{
  SaveData *self = data;

  foi_case_state_unref (self->state);
  foi_file_mark_clear (&self->expected);
  g_free (self->new_revision);
  foi_saved_clear (&self->saved);
  g_free (self);
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  SaveData *data = task_data;
  GError *error = NULL;

  if (foi_case_file_save (data->state, G_FILE (source),
                          data->is_expected ? &data->expected : NULL, data->new_revision,
                          data->overwrite, &data->saved, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * foi_case_file_save_async:
 * @state: a case, or a snapshot of one
 * @file: where to
 * @expected: (nullable): as for foi_case_file_save()
 * @new_revision: as for foi_case_file_save()
 * @overwrite: whatever is there may go
 * @cancellable: (nullable): ends it before the file is replaced
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves a case in another thread. One save of a file at a time: the next needs the revision that
 * the first gave.
 */
void
foi_case_file_save_async (FoiCaseState *state, GFile *file, const FoiFileMark *expected,
                          const char *new_revision, gboolean overwrite, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  SaveData *data;

  g_return_if_fail (state != NULL && G_IS_FILE (file));
  g_return_if_fail (new_revision != NULL && new_revision[0] != '\0');

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, foi_case_file_save_async);
  /* What was written is written, also when the cancelling came too late. */
  g_task_set_check_cancellable (task, FALSE);
  data = g_new0 (SaveData, 1);
  *data = (SaveData) { .state = foi_case_state_ref (state), .is_expected = expected != NULL,
                       .new_revision = g_strdup (new_revision), .overwrite = overwrite };
  if (expected != NULL)
    foi_file_mark_set (&data->expected, expected->revision, expected->checksum);
  g_task_set_task_data (task, data, save_data_free);
  foi_task_run_in_thread (task, save_thread);
}

/**
 * foi_case_file_save_finish:
 * @result: what the callback was given
 * @saved: (out) (optional): what the file is now
 * @error: as from foi_case_file_save()
 *
 * Returns: whether the file says what the case does.
 */
gboolean
foi_case_file_save_finish (GAsyncResult *result, FoiSaved *saved, GError **error)
{
  SaveData *data;

  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, foi_case_file_save_async), FALSE);

  data = g_task_get_task_data (G_TASK (result));
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (saved != NULL)
    {
      *saved = data->saved;
      data->saved = (FoiSaved) { 0 };
    }
  return TRUE;
}
