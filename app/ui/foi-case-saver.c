/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-saver.h"

#include "foi-chance.h"
#include "foi-hold.h"
#include "foi-task.h"

struct _FoiCaseSaver
{
  GObject parent_instance;

  FoiCase       *foi_case;
  FoiCaseEditor *editor;
  GFile         *file;
  FoiFileMark    mark;      /* of the file as we know it */
  GDateTime     *saved_at;
  GQueue         tasks;     /* of GTask: the first is being written, the others wait for it */
};

enum
{
  PROP_0,
  PROP_FILE,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (FoiCaseSaver, foi_case_saver, G_TYPE_OBJECT)

/* One save on its way. */
typedef struct
{
  FoiCaseState *state;
  GFile        *file;       /* NULL until it begins: where the case is saved then */
  char         *revision;
  gboolean      overwrite;
} Saving;

static void
saving_free (Saving *saving)
{
  foi_case_state_unref (saving->state);
  g_clear_object (&saving->file);
  g_free (saving->revision);
  g_free (saving);
}

static void
begin (FoiCaseSaver *self);

static void
take_saved (FoiCaseSaver *self, Saving *saving, FoiSaved *saved)
{
  foi_file_mark_set (&self->mark, saved->mark.revision, saved->mark.checksum);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  self->saved_at = g_date_time_new_now_local ();
  if (g_set_object (&self->file, saving->file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  foi_case_editor_mark_saved (self->editor, saving->state);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (FoiSaved) saved = { 0 };
  FoiCaseSaver *self = g_task_get_source_object (task);

  if (foi_case_file_save_finish (result, &saved, &error))
    take_saved (self, g_task_get_task_data (task), &saved);
  g_queue_pop_head (&self->tasks);
  /* After what was saved is known: who hears of it says when that was. */
  if (g_queue_is_empty (&self->tasks))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  else
    begin (self);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/* One at a time: each builds on the revision that the one before it wrote. */
static void
begin (FoiCaseSaver *self)
{
  GTask *task = g_queue_peek_head (&self->tasks);
  Saving *saving = g_task_get_task_data (task);
  const gboolean same_file
    = saving->file == NULL || (self->file != NULL && g_file_equal (saving->file, self->file));

  if (same_file)
    g_set_object (&saving->file, self->file);
  foi_case_file_save_async (saving->state, saving->file, same_file ? &self->mark : NULL,
                            saving->revision, saving->overwrite, g_task_get_cancellable (task),
                            saved_cb, task);
}

static void
sweep_thread (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  foi_case_file_sweep (file, g_get_real_time () / G_USEC_PER_SEC);
  g_task_return_boolean (task, TRUE);
}

/* A program that was killed while it saved left its copy beside the file. */
static void
sweep (GFile *file)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  foi_task_run_in_thread (task, sweep_thread);
}

static void
foi_case_saver_dispose (GObject *object)
{
  FoiCaseSaver *self = FOI_CASE_SAVER (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->foi_case);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (foi_case_saver_parent_class)->dispose (object);
}

static void
foi_case_saver_finalize (GObject *object)
{
  FoiCaseSaver *self = FOI_CASE_SAVER (object);

  foi_file_mark_clear (&self->mark);
  g_clear_pointer (&self->saved_at, g_date_time_unref);

  G_OBJECT_CLASS (foi_case_saver_parent_class)->finalize (object);
}

static void
foi_case_saver_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FoiCaseSaver *self = FOI_CASE_SAVER (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, !g_queue_is_empty (&self->tasks));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foi_case_saver_class_init (FoiCaseSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = foi_case_saver_dispose;
  object_class->finalize = foi_case_saver_finalize;
  object_class->get_property = foi_case_saver_get_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
foi_case_saver_init (FoiCaseSaver *self)
{
  g_queue_init (&self->tasks);
}

/**
 * foi_case_saver_new:
 * @foi_case: the case, just as it was read
 * @editor: its writer, which is told of what was saved
 * @file: (nullable): where it was read from; %NULL where it was never saved
 * @checksum: (nullable): the SHA-256 of @file as it was read
 *
 * Returns: (transfer full): what saves it.
 */
FoiCaseSaver *
foi_case_saver_new (FoiCase *foi_case, FoiCaseEditor *editor, GFile *file,
                    const char *checksum)
{
  FoiCaseSaver *self;

  g_return_val_if_fail (FOI_IS_CASE (foi_case) && FOI_IS_CASE_EDITOR (editor), NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  self = g_object_new (FOI_TYPE_CASE_SAVER, NULL);
  self->foi_case = g_object_ref (foi_case);
  self->editor = g_object_ref (editor);
  g_set_object (&self->file, file);
  if (file != NULL)
    {
      foi_file_mark_set (&self->mark, foi_case_file_get_revision (foi_case_get_state (foi_case)),
                         checksum);
      sweep (file);
    }
  return self;
}

/**
 * foi_case_saver_get_file:
 *
 * Returns: (transfer none) (nullable): where the case is saved.
 */
GFile *
foi_case_saver_get_file (FoiCaseSaver *self)
{
  g_return_val_if_fail (FOI_IS_CASE_SAVER (self), NULL);
  return self->file;
}

/**
 * foi_case_saver_get_mark:
 *
 * Returns: (transfer none): the file on which the unsaved work builds; nothing is in it where there
 *   is none.
 */
const FoiFileMark *
foi_case_saver_get_mark (FoiCaseSaver *self)
{
  g_return_val_if_fail (FOI_IS_CASE_SAVER (self), NULL);
  return &self->mark;
}

/**
 * foi_case_saver_set_mark:
 * @revision: (nullable): the token in the file
 * @checksum: the SHA-256 of its bytes
 *
 * Says what the file is now: it was read again.
 */
void
foi_case_saver_set_mark (FoiCaseSaver *self, const char *revision, const char *checksum)
{
  g_return_if_fail (FOI_IS_CASE_SAVER (self));
  g_return_if_fail (self->file != NULL && checksum != NULL);

  foi_file_mark_set (&self->mark, revision, checksum);
}

/**
 * foi_case_saver_is_busy:
 *
 * Returns: whether the file is being written.
 */
gboolean
foi_case_saver_is_busy (FoiCaseSaver *self)
{
  g_return_val_if_fail (FOI_IS_CASE_SAVER (self), FALSE);
  return !g_queue_is_empty (&self->tasks);
}

/**
 * foi_case_saver_get_saved_at:
 *
 * Returns: (transfer none) (nullable): when the case was last saved here.
 */
GDateTime *
foi_case_saver_get_saved_at (FoiCaseSaver *self)
{
  g_return_val_if_fail (FOI_IS_CASE_SAVER (self), NULL);
  return self->saved_at;
}

/**
 * foi_case_saver_save_async:
 * @file: (nullable): where to; %NULL for where it was read from or saved last
 * @overwrite: even if somebody else changed the file meanwhile
 *
 * Saves the case as it is now, durably and in a thread; it may be edited meanwhile. What is
 * being saved already is waited for.
 */
void
foi_case_saver_save_async (FoiCaseSaver *self, GFile *file, gboolean overwrite,
                           GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;
  Saving *saving;

  g_return_if_fail (FOI_IS_CASE_SAVER (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, foi_case_saver_save_async);
  /* What was written is written, also when the cancelling came too late. */
  g_task_set_check_cancellable (task, FALSE);
  saving = g_new0 (Saving, 1);
  saving->state = foi_case_ref_snapshot (self->foi_case);
  g_set_object (&saving->file, file);
  saving->revision = foi_random_token ();
  saving->overwrite = overwrite;
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  foi_hold_while (task);
  g_queue_push_tail (&self->tasks, task);
  if (g_queue_get_length (&self->tasks) > 1)
    return;
  begin (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * foi_case_saver_save_finish:
 * @error: as from foi_case_file_save(); the file is then as it was
 *
 * Returns: whether the case is saved.
 */
gboolean
foi_case_saver_save_finish (FoiCaseSaver *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
