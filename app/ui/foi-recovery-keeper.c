/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-recovery-keeper.h"

#include "foi-cell-drafts.h"
#include "foi-chance.h"
#include "foi-recovery.h"
#include "foi-task.h"

/*
 * Microseconds. The journal is written when a person pauses, and while they do not, so often that
 * two seconds of work are the most that is lost. A journal that takes long is not written all the
 * time: between two writes lies at least as much as the last one took.
 */
#define PAUSE G_USEC_PER_SEC
#define PATIENCE (3 * G_USEC_PER_SEC / 2)
/* Where it could not be written, it is tried again. */
#define RETRY (30 * G_USEC_PER_SEC)

struct _FoiRecoveryKeeper
{
  GObject parent_instance;

  FoiDocument  *document;
  char         *name;       /* of the journal, which is this window's alone */
  FoiCaseState *written;    /* what is in it, or being written there */
  guint64       typed;      /* likewise, the stamp of what is in cells and not in the case */
  FoiFileMark   mark;       /* likewise */
  guint         timer;
  gint64        due;        /* when the timer ought to write; 0 while it does not run */
  gint64        first;      /* when what is not in the journal yet began */
  gint64        rest;       /* not to be written before */
  gint64        began;      /* the write that is on its way */
  gboolean      is_sample;   /* nothing is lost while it is not changed */
  gboolean      has_journal; /* there is one, or is about to be */
  gboolean      is_writing;
  gboolean      is_unwanted; /* discarded while it was being written */
  gboolean      is_over;     /* what is there now was given up */
};

/* What the thread needs. */
typedef struct
{
  FoiCaseState *state;
  FoiRecovery  *recovery;
  GPtrArray    *typed;
} Journal;

G_DEFINE_FINAL_TYPE (FoiRecoveryKeeper, foi_recovery_keeper, G_TYPE_OBJECT)

static void
journal_free (Journal *journal)
{
  foi_case_state_unref (journal->state);
  foi_recovery_free (journal->recovery);
  g_ptr_array_unref (journal->typed);
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
forget_written (FoiRecoveryKeeper *self)
{
  g_clear_pointer (&self->written, foi_case_state_unref);
  foi_file_mark_clear (&self->mark);
}

static void
discard (FoiRecoveryKeeper *self)
{
  g_autofree char *folder = foi_recovery_keeper_dup_folder ();
  g_autoptr (GError) error = NULL;

  forget_written (self);
  if (!self->has_journal)
    return;
  self->has_journal = FALSE;
  if (!foi_recovery_discard (folder, self->name, &error))
    g_info ("%s", error->message);
}

static void
write_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Journal *journal = task_data;
  g_autoptr (GPtrArray) typed = foi_cell_drafts_list (journal->typed);
  g_autofree char *folder = foi_recovery_keeper_dup_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = foi_case_file_write (journal->state, &error);

  if (bytes != NULL
      && foi_recovery_write (folder, journal->recovery, bytes, typed, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
has_unsaved_work (FoiRecoveryKeeper *self)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  gboolean has_typed;

  foi_cell_drafts_get_stamp (foi_case, &has_typed);
  if (foi_case_editor_is_modified (foi_document_get_editor (self->document)) || has_typed)
    return TRUE;
  return foi_document_get_file (self->document) == NULL && !self->is_sample;
}

/* Whether the journal has what is there now, or is about to. */
static gboolean
is_written (FoiRecoveryKeeper *self)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  const FoiFileMark *mark = foi_document_get_mark (self->document);
  gboolean has_typed;

  return self->written == foi_case_get_state (foi_case)
         && self->typed == foi_cell_drafts_get_stamp (foi_case, &has_typed)
         && g_strcmp0 (self->mark.checksum, mark->checksum) == 0
         && g_strcmp0 (self->mark.revision, mark->revision) == 0;
}

/* There is nothing to lose now. */
static void
clear (FoiRecoveryKeeper *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->first = 0;
  if (self->is_writing)
    self->is_unwanted = TRUE;
  else
    discard (self);
}

static gboolean
timer_cb (gpointer user_data);

/* The timer is set once; that there is more to wait for is seen when it has run out. */
static void
wait_until (FoiRecoveryKeeper *self, gint64 due)
{
  const gint64 now = g_get_monotonic_time ();

  self->due = due;
  if (self->timer == 0)
    self->timer = g_timeout_add ((guint) (MAX (due - now, 0) / 1000 + 1), timer_cb, self);
}

static gboolean
timer_cb (gpointer user_data)
{
  FoiRecoveryKeeper *self = user_data;

  self->timer = 0;
  if (g_get_monotonic_time () < self->due)
    wait_until (self, self->due);
  else
    foi_recovery_keeper_write (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (FoiRecoveryKeeper *self)
{
  const gint64 now = g_get_monotonic_time ();

  if (self->is_over)
    return;
  if (!has_unsaved_work (self))
    {
      clear (self);
      return;
    }
  if (is_written (self) && !self->is_unwanted)
    return;
  if (self->first == 0)
    self->first = now;
  wait_until (self, MAX (MIN (now + PAUSE, self->first + PATIENCE), self->rest));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiRecoveryKeeper *self = FOI_RECOVERY_KEEPER (source);
  GApplication *application = user_data;
  const gint64 now = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  self->is_writing = FALSE;
  self->rest = now + (now - self->began);
  /* A journal is a help in need: that it cannot be written must not disturb who is at work. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_info ("%s", error->message);
      forget_written (self);
      self->rest = now + RETRY;
    }
  if (self->is_unwanted)
    discard (self);
  self->is_unwanted = FALSE;
  if (self->document != NULL)
    changed_cb (self);
  if (application != NULL)
    g_application_release (application);
}

static void
foi_recovery_keeper_dispose (GObject *object)
{
  FoiRecoveryKeeper *self = FOI_RECOVERY_KEEPER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  forget_written (self);
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
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::file", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "typed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "todos-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
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
  changed_cb (self);
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
  self->has_journal = TRUE;
}

/**
 * foi_recovery_keeper_write:
 *
 * Writes the journal now, in a thread, if there is anything new to write.
 */
void
foi_recovery_keeper_write (FoiRecoveryKeeper *self)
{
  FoiCase *foi_case;
  GApplication *application = g_application_get_default ();
  g_autoptr (GTask) task = NULL;
  Journal *journal;
  gboolean has_typed;

  g_return_if_fail (FOI_IS_RECOVERY_KEEPER (self));

  foi_case = foi_document_get_case (self->document);
  /* What is being written says when it is done, and then what came meanwhile is looked at. */
  if (self->is_writing || is_written (self) || !has_unsaved_work (self))
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  journal = g_new (Journal, 1);
  journal->state = foi_case_ref_snapshot (foi_case);
  journal->recovery = new_recovery (self);
  journal->typed = foi_cell_drafts_snapshot (foi_case);
  forget_written (self);
  self->written = foi_case_ref_snapshot (foi_case);
  self->typed = foi_cell_drafts_get_stamp (foi_case, &has_typed);
  foi_file_mark_set (&self->mark, journal->recovery->mark.revision,
                     journal->recovery->mark.checksum);
  self->first = 0;
  self->began = g_get_monotonic_time ();
  self->is_writing = self->has_journal = TRUE;
  if (application != NULL)
    g_application_hold (application);
  task = g_task_new (self, NULL, written_cb, application);
  g_task_set_source_tag (task, foi_recovery_keeper_write);
  g_task_set_task_data (task, journal, (GDestroyNotify) journal_free);
  foi_task_run_in_thread (task, write_thread);
}

/**
 * foi_recovery_keeper_forget:
 *
 * Removes the journal for good: the window closes, and what is not saved was given up.
 */
void
foi_recovery_keeper_forget (FoiRecoveryKeeper *self)
{
  g_return_if_fail (FOI_IS_RECOVERY_KEEPER (self));

  self->is_over = TRUE;
  clear (self);
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
  return foi_recovery_dup_folder ();
}
