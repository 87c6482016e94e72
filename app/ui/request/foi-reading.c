/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-reading.h"

#include "foi-task.h"

/**
 * foi_reading_free:
 *
 * Frees what foi_reading_finish() gave.
 */
void
foi_reading_free (FoiReading *self)
{
  g_clear_pointer (&self->request, foi_request_text_free);
  g_clear_pointer (&self->proposal, foi_question_proposal_unref);
  g_free (self);
}

/* The law that a request names; NULL where it names none, or several. */
static const char *
find_regime (const char *text, FoiTextSpan body)
{
  static const struct
  {
    const char *regime;
    const char *names[3];
  } laws[] = {
    { "foia", { "freedom of information act", NULL } },
    { "foisa", { "freedom of information (scotland) act", "foisa", NULL } },
    { "eir", { "environmental information regulations", NULL } },
    { "eisr", { "environmental information (scotland) regulations", NULL } },
  };
  g_autofree char *folded = foi_text_span_fold (text, body);
  const char *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (laws); i++)
    {
      if (!foi_phrase_within (folded, laws[i].names))
        continue;
      if (found != NULL)
        return NULL;
      found = laws[i].regime;
    }
  return found;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const char *text = data;
  g_autoptr (FoiReading) reading = g_new0 (FoiReading, 1);
  GError *error = NULL;

  reading->request = foi_request_text_new (text, -1, &error);
  if (reading->request == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  reading->regime = find_regime (text, reading->request->body);
  reading->proposal = foi_question_finder_run (text, reading->request->body);
  g_task_return_pointer (task, g_steal_pointer (&reading), (GDestroyNotify) foi_reading_free);
}

/**
 * foi_reading_async:
 * @text: a pasted request
 *
 * Recognises it, in a thread.
 */
void
foi_reading_async (const char *text, GCancellable *cancellable, GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (text != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, foi_reading_async);
  g_task_set_task_data (task, g_strdup (text), g_free);
  foi_task_run_in_thread (task, read_in_thread);
}

/**
 * foi_reading_finish:
 *
 * Returns: (transfer full): what was recognised, or why the text cannot be read.
 */
FoiReading *
foi_reading_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
