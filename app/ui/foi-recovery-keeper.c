/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-recovery-keeper.h"

#include "foi-chance.h"
#include "foi-recovery.h"

/* What may be lost at most, in seconds of work. */
#define INTERVAL 10

struct _FoiRecoveryKeeper
{
  GObject parent_instance;

  FoiDocument  *document;
  char         *name;       /* of the journal, which is this window's alone */
  FoiCaseState *written;    /* what is in it, or being written there */
  guint         timer;
  gboolean      is_sample;   /* nothing is lost while it is not changed */
  gboolean      is_writing;
  gboolean      is_unwanted; /* forgotten while it was being written */
};

/* What the thread needs. */
typedef struct
{
  FoiCaseState *state;
  FoiRecovery  *recovery;
} Journal;

G_DEFINE_FINAL_TYPE (FoiRecoveryKeeper, foi_recovery_keeper, G_TYPE_OBJECT)

static void
journal_free (Journal *journal)
{
  foi_case_state_unref (journal->state);
  foi_recovery_free (journal->recovery);
  g_free (journal);
}

static char *
dup_place (FoiRecoveryKeeper *self)
{
  GFile *file = foi_document_get_file (self->document);

  return file != NULL ? g_file_get_uri (file) : g_strconcat ("new:", self->name, NULL);
}

static FoiRecovery *
new_recovery (FoiRecoveryKeeper *self)
{
  const FoiFileMark *mark = foi_document_get_mark (self->document);
  FoiRecovery *recovery = g_new0 (FoiRecovery, 1);

  recovery->name = g_strdup (self->name);
  recovery->place = dup_place (self);
  recovery->time = g_get_real_time () / G_USEC_PER_SEC;
  foi_file_mark_set (&recovery->mark, mark->revision, mark->checksum);
  return recovery;
}

static void
discard (FoiRecoveryKeeper *self)
{
  g_autofree char *folder = foi_recovery_keeper_dup_folder ();
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->written, foi_case_state_unref);
  if (!foi_recovery_discard (folder, self->name, &error))
    g_info ("%s", error->message);
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Journal *journal = task_data;
  g_autofree char *folder = foi_recovery_keeper_dup_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foi_case_file_write (journal->state, &error);

  if (bytes != NULL
      && foi_recovery_write (folder, journal->recovery, bytes, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiRecoveryKeeper *self = FOI_RECOVERY_KEEPER (source);
  GApplication *application = user_data;
  g_autoptr (GError) error = NULL;

  self->is_writing = FALSE;
  /* A journal is a help in need: that it cannot be written must not disturb who is at work. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_info ("%s", error->message);
      g_clear_pointer (&self->written, foi_case_state_unref);
    }
  if (self->is_unwanted)
    discard (self);
  self->is_unwanted = FALSE;
  if (application != NULL)
    g_application_release (application);
}

static gboolean
timer_cb (gpointer user_data)
{
  foi_recovery_keeper_write (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
has_unsaved_work (FoiRecoveryKeeper *self)
{
  if (foi_case_editor_is_modified (foi_document_get_editor (self->document)))
    return TRUE;
  return foi_document_get_file (self->document) == NULL && !self->is_sample;
}

static void
saved_changed_cb (FoiRecoveryKeeper *self)
{
  if (!has_unsaved_work (self))
    foi_recovery_keeper_forget (self);
  else if (self->timer == 0)
    self->timer = g_timeout_add_seconds (INTERVAL, timer_cb, self);
}

static void
foi_recovery_keeper_dispose (GObject *object)
{
  FoiRecoveryKeeper *self = FOI_RECOVERY_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->written, foi_case_state_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_recovery_keeper_parent_class)->dispose (object);
}

static void
foi_recovery_keeper_finalize (GObject *object)
{
  FoiRecoveryKeeper *self = FOI_RECOVERY_KEEPER (object);

  g_free (self->name);

  G_OBJECT_CLASS (foi_recovery_keeper_parent_class)->finalize (object);
}

static void
foi_recovery_keeper_class_init (FoiRecoveryKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_recovery_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_recovery_keeper_finalize;
}

static void
foi_recovery_keeper_init (FoiRecoveryKeeper *self)
{
}

/**
 * foi_recovery_keeper_new:
 *
 * Returns: (transfer full): a keeper of what is not saved of @document.
 */
FoiRecoveryKeeper *
foi_recovery_keeper_new (FoiDocument *document)
{
  FoiRecoveryKeeper *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_RECOVERY_KEEPER, NULL);
  self->document = g_object_ref (document);
  self->name = foi_random_token ();
  g_signal_connect_object (foi_document_get_editor (document), "notify::modified",
                           G_CALLBACK (saved_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::file", G_CALLBACK (saved_changed_cb), self,
                           G_CONNECT_SWAPPED);
  saved_changed_cb (self);
  return self;
}

/**
 * foi_recovery_keeper_set_sample:
 *
 * Says that the case is a copy of something that stays: only changes to it can be lost.
 */
void
foi_recovery_keeper_set_sample (FoiRecoveryKeeper *self)
{
  g_return_if_fail (FOI_IS_RECOVERY_KEEPER (self));

  self->is_sample = TRUE;
  saved_changed_cb (self);
}

/**
 * foi_recovery_keeper_take_over:
 * @name: of a journal that an earlier window left
 *
 * Has the journal there be this window's: it stays until a newer one is in its place.
 */
void
foi_recovery_keeper_take_over (FoiRecoveryKeeper *self, const char *name)
{
  g_return_if_fail (FOI_IS_RECOVERY_KEEPER (self));
  g_return_if_fail (name != NULL && self->written == NULL);

  g_free (self->name);
  self->name = g_strdup (name);
}

/**
 * foi_recovery_keeper_write:
 *
 * Writes the journal now, in a thread, if there is anything new to write.
 */
void
foi_recovery_keeper_write (FoiRecoveryKeeper *self)
{
  FoiCaseState *state;
  GApplication *application = g_application_get_default ();
  g_autoptr (GTask) task = NULL;
  Journal *journal;

  g_return_if_fail (FOI_IS_RECOVERY_KEEPER (self));

  state = foi_case_get_state (foi_document_get_case (self->document));
  if (self->is_writing || state == self->written || !has_unsaved_work (self))
    return;
  g_clear_pointer (&self->written, foi_case_state_unref);
  self->written = foi_case_state_ref (state);

  journal = g_new (Journal, 1);
  journal->state = foi_case_state_ref (state);
  journal->recovery = new_recovery (self);
  self->is_writing = TRUE;
  if (application != NULL)
    g_application_hold (application);
  task = g_task_new (self, NULL, written_cb, application);
  g_task_set_source_tag (task, foi_recovery_keeper_write);
  g_task_set_task_data (task, journal, (GDestroyNotify) journal_free);
  g_task_run_in_thread (task, write_thread);
}

/**
 * foi_recovery_keeper_forget:
 *
 * Removes the journal: the case was saved, or its changes were given up.
 */
void
foi_recovery_keeper_forget (FoiRecoveryKeeper *self)
{
  g_return_if_fail (FOI_IS_RECOVERY_KEEPER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->is_writing)
    self->is_unwanted = TRUE;
  else
    discard (self);
}

/**
 * foi_recovery_keeper_is_writing:
 *
 * Returns: whether a thread is writing the journal.
 */
gboolean
foi_recovery_keeper_is_writing (FoiRecoveryKeeper *self)
{
  g_return_val_if_fail (FOI_IS_RECOVERY_KEEPER (self), FALSE);
  return self->is_writing;
}

/**
 * foi_recovery_keeper_dup_folder:
 *
 * Returns: (transfer full): where the journals of this person are.
 */
char *
foi_recovery_keeper_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "foi-desk", "recovery", NULL);
}
