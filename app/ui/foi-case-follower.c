/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-follower.h"

#include "foi-case-folder.h"
#include "foi-cell-drafts.h"
#include "foi-file-watch.h"
#include "foi-regular-file.h"
#include "foi-task.h"

/* A file that is not there may be about to come back: some programs save so. */
#define GONE_MS 2000

struct _FoiCaseFollower
{
  GObject parent_instance;

  FoiDocument     *document;
  FoiMayFollowFunc may_follow;
  gpointer         user_data;

  FoiFileWatch    *watch;     /* (nullable): the case was never saved */
  GCancellable    *looking;   /* (nullable): while it looks */
  char            *seen;      /* (nullable): the stamp of the file while it said what is known */
  char            *told;      /* (nullable): the stamp of the file of which was told last */
  FoiFollow        found;     /* what was told */
  guint            gone_source;
  gboolean         is_stale;  /* there is reason to look again */
};

enum
{
  FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiCaseFollower, foi_case_follower, G_TYPE_OBJECT)

/* One look at a file: what is known of it, and what was found. */
typedef struct
{
  GFile        *file;
  char         *seen, *told;  /* (nullable): stamps that need no second look */
  char         *known;        /* (nullable): the checksum of the file as it is known */
  char         *stamp;        /* (nullable): it is not there */
  char         *checksum;     /* (nullable): it was not read */
  FoiCaseState *state;        /* (nullable): it was not read, or cannot be */
  GError       *error;        /* why */
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->file);
  g_free (look->seen);
  g_free (look->told);
  g_free (look->known);
  g_free (look->stamp);
  g_free (look->checksum);
  g_clear_pointer (&look->state, foi_case_state_unref);
  g_clear_error (&look->error);
  g_free (look);
}

/* ---- looking, in another thread -------------------------------------------------------------- */

/* Only what another stamp is on is read, and only what has other bytes is taken for a case. */
static void
look_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;
  const char *path = g_file_peek_path (look->file);

  look->stamp = foi_case_folder_dup_stamp (look->file, cancellable, &look->error);
  if (look->stamp != NULL && g_strcmp0 (look->stamp, look->seen) != 0
      && g_strcmp0 (look->stamp, look->told) != 0)
    {
      look->checksum = foi_regular_file_compute_checksum (look->file, cancellable, &look->error);
      if (look->checksum != NULL && g_strcmp0 (look->checksum, look->known) != 0)
        {
          g_clear_pointer (&look->checksum, g_free);
          look->state = foi_case_file_load_marked (path, NULL, &look->checksum, &look->error);
        }
    }
  g_task_return_boolean (task, TRUE);
}

/* ---- what comes of it ------------------------------------------------------------------------ */

/* What was undone can be done again, and is nowhere else. */
static gboolean
has_unsaved_work (FoiCaseFollower *self)
{
  FoiCaseEditor *editor = foi_document_get_editor (self->document);

  return foi_case_editor_is_modified (editor) || foi_case_editor_can_redo (editor)
         || foi_cell_drafts_count (foi_document_get_case (self->document)) > 0;
}

/* That all is well again is said where it was not. */
static void
tell (FoiCaseFollower *self, FoiFollow found, const char *stamp, const char *reason)
{
  const FoiFollow before = self->found;
  const gboolean is_news = found == FOI_FOLLOW_SAME
                             ? before != FOI_FOLLOW_SAME && before != FOI_FOLLOW_DONE
                             : found != before || found == FOI_FOLLOW_DONE
                                 || g_strcmp0 (stamp, self->told) != 0;

  self->found = found;
  g_free (self->told);
  self->told = g_strdup (stamp);
  if (is_news)
    g_signal_emit (self, signals[FOUND], 0, found, reason);
}

static void
note_seen (FoiCaseFollower *self, const char *stamp)
{
  g_free (self->seen);
  self->seen = g_strdup (stamp);
}

static gboolean
gone_cb (gpointer data)
{
  FoiCaseFollower *self = data;

  self->gone_source = 0;
  if (foi_document_get_file (self->document) != NULL)
    tell (self, FOI_FOLLOW_GONE, NULL, "");
  return G_SOURCE_REMOVE;
}

static void
take_missing (FoiCaseFollower *self, const GError *error)
{
  g_clear_pointer (&self->seen, g_free);
  /* A share that cannot be reached says nothing of the file. */
  if (self->found != FOI_FOLLOW_GONE && self->gone_source == 0
      && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    self->gone_source = g_timeout_add (GONE_MS, gone_cb, self);
}

/* Somebody else saved it. */
static void
take_changed (FoiCaseFollower *self, const Look *look)
{
  /* Not under an open dialog, nor under what is being typed: the next look finds it again. */
  if (!self->may_follow (self->user_data))
    return;
  foi_document_commit (self->document);
  if (has_unsaved_work (self))
    tell (self, FOI_FOLLOW_CONFLICT, look->stamp, "");
  else if (foi_case_file_is_read_only (look->state)
           != foi_document_is_read_only (self->document))
    tell (self, FOI_FOLLOW_NEWER, look->stamp, "");
  else
    {
      foi_document_reload (self->document, look->state, look->checksum);
      note_seen (self, look->stamp);
      tell (self, FOI_FOLLOW_DONE, look->stamp, "");
    }
}

static void
take_look (FoiCaseFollower *self, const Look *look)
{
  if (look->stamp == NULL)
    {
      take_missing (self, look->error);
      return;
    }
  g_clear_handle_id (&self->gone_source, g_source_remove);
  if (look->error != NULL)
    tell (self, FOI_FOLLOW_UNREADABLE, look->stamp, look->error->message);
  else if (look->state != NULL)
    take_changed (self, look);
  else if (look->checksum != NULL || g_strcmp0 (look->stamp, look->seen) == 0)
    {
      note_seen (self, look->stamp);
      tell (self, FOI_FOLLOW_SAME, NULL, "");
    }
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiCaseFollower *self = FOI_CASE_FOLLOWER (source);
  Look *look = g_task_get_task_data (G_TASK (result));
  const FoiFileMark *mark;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->looking);
  mark = foi_document_get_mark (self->document);
  /* What was saved here meanwhile is not what somebody else did. */
  if (foi_document_is_busy (self->document) || g_strcmp0 (mark->checksum, look->known) != 0)
    self->is_stale = TRUE;
  else
    take_look (self, look);
  if (self->is_stale)
    foi_case_follower_look (self);
}

static void
stop (FoiCaseFollower *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_object (&self->watch);
  g_clear_handle_id (&self->gone_source, g_source_remove);
}

/* The case may have been saved somewhere else. */
static void
file_changed_cb (FoiCaseFollower *self)
{
  GFile *file = foi_document_get_file (self->document);

  stop (self);
  g_clear_pointer (&self->seen, g_free);
  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  self->watch = foi_file_watch_new (file, FALSE);
  g_signal_connect_object (self->watch, "look", G_CALLBACK (foi_case_follower_look), self,
                           G_CONNECT_SWAPPED);
  foi_case_follower_look (self);
}

static void
busy_changed_cb (FoiCaseFollower *self)
{
  if (!foi_document_is_busy (self->document))
    foi_case_follower_look (self);
}

/* What could not be followed because of unsaved work can be, once that was undone. */
static void
modified_cb (FoiCaseFollower *self)
{
  if (self->found == FOI_FOLLOW_CONFLICT && !has_unsaved_work (self))
    foi_case_follower_look (self);
}

static void
foi_case_follower_dispose (GObject *object)
{
  FoiCaseFollower *self = FOI_CASE_FOLLOWER (object);

  stop (self);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_case_follower_parent_class)->dispose (object);
}

static void
foi_case_follower_finalize (GObject *object)
{
  FoiCaseFollower *self = FOI_CASE_FOLLOWER (object);

  g_free (self->seen);
  g_free (self->told);

  G_OBJECT_CLASS (foi_case_follower_parent_class)->finalize (object);
}

static void
foi_case_follower_class_init (FoiCaseFollowerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foi_case_follower_dispose;
  object_class->finalize = foi_case_follower_finalize;

  signals[FOUND] = g_signal_new ("found", FOI_TYPE_CASE_FOLLOWER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
}

static void
foi_case_follower_init (FoiCaseFollower *self)
{
}

/**
 * foi_case_follower_new:
 * @document: an open case
 * @may_follow: asked before the case changes
 * @user_data: for @may_follow; it must live as long as what is returned
 *
 * Returns: (transfer full): what has it follow its file.
 */
FoiCaseFollower *
foi_case_follower_new (FoiDocument *document, FoiMayFollowFunc may_follow, gpointer user_data)
{
  FoiCaseFollower *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document) && may_follow != NULL, NULL);

  self = g_object_new (FOI_TYPE_CASE_FOLLOWER, NULL);
  self->document = g_object_ref (document);
  self->may_follow = may_follow;
  self->user_data = user_data;
  g_signal_connect_object (document, "notify::file", G_CALLBACK (file_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::busy", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_document_get_editor (document), "notify::modified",
                           G_CALLBACK (modified_cb), self, G_CONNECT_SWAPPED);
  file_changed_cb (self);
  return self;
}

/**
 * foi_case_follower_look:
 *
 * Looks in a thread whether somebody else changed the file: when its window gets the focus.
 */
void
foi_case_follower_look (FoiCaseFollower *self)
{
  g_autoptr (GTask) task = NULL;
  const FoiFileMark *mark;
  Look *look;

  g_return_if_fail (FOI_IS_CASE_FOLLOWER (self));

  if (self->watch == NULL)
    return;
  self->is_stale = self->looking != NULL || foi_document_is_busy (self->document);
  if (self->is_stale)
    return;
  mark = foi_document_get_mark (self->document);
  look = g_new0 (Look, 1);
  look->file = g_object_ref (foi_document_get_file (self->document));
  look->seen = g_strdup (self->seen);
  look->known = g_strdup (mark->checksum);
  if (self->found != FOI_FOLLOW_CONFLICT || has_unsaved_work (self))
    look->told = g_strdup (self->told);
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  foi_task_run_in_thread (task, look_thread);
}
