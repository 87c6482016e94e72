/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-similar.h"

#include "foi-almanac.h"
#include "foi-answer-shelf.h"
#include "foi-rules-clock.h"
#include "foi-settings.h"
#include "foi-task.h"

/* More than these nobody reads. */
#define MOST_ANSWERS 8

/* So long a folder counts as it was read, in microseconds: what was answered a minute ago is hardly
 * sought. */
#define KEPT_FOR (60 * G_USEC_PER_SEC)

/* What is sought. */
typedef struct
{
  char         *folder;
  char         *path;
  char         *question;
  FoiCaseState *state;
  FoiCalendar  *calendar;
} Search;

/* The shelf that was read last; searches of several windows may want it. */
static GMutex          lock;
static FoiAnswerShelf *kept;
static char           *kept_folder;
static gint64          kept_since;

static void
free_search (gpointer data)
{
  Search *search = data;

  g_free (search->folder);
  g_free (search->path);
  g_free (search->question);
  foi_case_state_unref (search->state);
  g_clear_pointer (&search->calendar, foi_calendar_unref);
  g_free (search);
}

void
foi_similar_free (FoiSimilar *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->related, g_ptr_array_unref);
  g_free (self);
}

/**
 * foi_similar_is_empty:
 *
 * Returns: whether there is nothing to be told.
 */
gboolean
foi_similar_is_empty (const FoiSimilar *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->matches->len == 0 && self->related->len == 0;
}

/* Whoever comes second waits for the first to read, and need not read again. */
static FoiAnswerShelf *
get_shelf (const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  if (kept != NULL && g_str_equal (kept_folder, folder)
      && g_get_monotonic_time () - kept_since < KEPT_FOR)
    return foi_answer_shelf_ref (kept);
  g_clear_pointer (&kept, foi_answer_shelf_unref);
  g_clear_pointer (&kept_folder, g_free);
  kept = foi_answer_shelf_read (folder, cancellable, error);
  if (kept == NULL)
    return NULL;
  kept_folder = g_strdup (folder);
  kept_since = g_get_monotonic_time ();
  return foi_answer_shelf_ref (kept);
}

static void
find_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Search *search = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FoiAnswerShelf) shelf = get_shelf (search->folder, cancellable, &error);
  g_autoptr (FoiKnownRequest) request = NULL;
  FoiSimilar *similar;

  if (shelf == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  request = foi_known_request_new (search->path, search->state);
  similar = g_new (FoiSimilar, 1);
  similar->matches = foi_answer_index_find (shelf->index, search->question, search->path,
                                            MOST_ANSWERS);
  similar->related = foi_related_find (request, shelf->requests, foi_rules_get_default (),
                                       search->calendar);
  g_task_return_pointer (task, similar, (GDestroyNotify) foi_similar_free);
}

/* The folder in which the case is; of one that has no file yet, that of all cases. */
static char *
dup_folder (FoiDocument *document, const char *path)
{
  return path != NULL ? g_path_get_dirname (path)
                      : foi_settings_dup_register_folder (foi_settings_get_default ());
}

/**
 * foi_similar_find_async:
 * @document: the case
 * @question: the id of one of its questions, or of a part of one
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 *
 * Seeks what the cases of the folder have for a question, in a thread.
 */
void
foi_similar_find_async (FoiDocument *document, const char *question, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  FoiCase *foi_case = foi_document_get_case (document);
  FoiQuestion *asked = foi_case_find_question (foi_case, question);
  FoiCaseState *state = foi_case_get_state (foi_case);
  GFile *file = foi_document_get_file (document);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *folder = dup_folder (document, path);
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, user_data);
  Search *search;

  g_task_set_source_tag (task, foi_similar_find_async);
  if (asked == NULL || folder == NULL || *folder == '\0')
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is nothing to seek");
      return;
    }
  search = g_new0 (Search, 1);
  search->folder = g_steal_pointer (&folder);
  search->path = path != NULL ? g_steal_pointer (&path) : g_strdup ("");
  search->question = g_strdup (foi_question_get_text (asked));
  search->state = foi_case_state_ref (state);
  search->calendar = foi_rules_new_calendar (
    foi_rules_get_default (), foi_case_state_get_string (state, "regime"),
    foi_almanac_get_holidays (foi_almanac_get_default ()), NULL);
  g_task_set_task_data (task, search, free_search);
  foi_task_run_in_thread (task, find_thread);
}

/**
 * foi_similar_find_finish:
 *
 * Returns: (transfer full) (nullable): what was found.
 */
FoiSimilar *
foi_similar_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
