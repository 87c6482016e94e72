/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-case-checker.h"

#include <string.h>

#include "foi-almanac.h"
#include "foi-attachment-files.h"
#include "foi-checks.h"
#include "foi-document-files.h"
#include "foi-pdf-inspect.h"
#include "foi-task.h"

/* Milliseconds: nobody reads what is to fix while they type, and the letter needs the processor. */
#define PAUSE 300
/* Microseconds: a check that takes longer is given up when the case changes. */
#define LONG G_USEC_PER_SEC

struct _FoiCaseChecker
{
  GObject parent_instance;

  FoiDocument  *document;
  GPtrArray    *findings; /* of FoiFinding */
  GCancellable *running;  /* while a thread looks, else NULL */
  gint64        started;  /* when it began */
  gboolean      again;    /* something changed meanwhile */
  guint         pause_id;
};

G_DEFINE_FINAL_TYPE (FoiCaseChecker, foi_case_checker, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What a thread needs, and nothing of the window. */
typedef struct
{
  FoiCaseState *state;
  FoiHolidays  *holidays;
  FoiDate       today;
  char         *files; /* where what goes with the letter lies, or NULL */
} Request;

static void check_soon (FoiCaseChecker *self);

static void
free_request (Request *request)
{
  foi_case_state_unref (request->state);
  foi_holidays_unref (request->holidays);
  g_free (request->files);
  g_free (request);
}

static void
check_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;
  g_autoptr (GPtrArray) looks = request->files != NULL
                                  ? foi_attachments_look (request->state, request->files,
                                                          foi_pdf_inspect, cancellable) : NULL;

  g_task_return_pointer (task,
                         foi_checks_run_with_files (request->state, foi_rules_get_default (),
                                                    request->holidays, foi_checks_find_day (
                                                      request->state, request->today),
                                                    request->today, looks, cancellable),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiCaseChecker *self = FOI_CASE_CHECKER (source);
  GPtrArray *findings = g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&self->running);
  if (findings == NULL)
    {
      /* The case changed meanwhile, or its window was closed. */
      if (self->again && self->document != NULL)
        check_soon (self);
      return;
    }
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = findings;
  if (self->again)
    check_soon (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
pause_cb (gpointer user_data)
{
  FoiCaseChecker *self = user_data;
  FoiAlmanac *almanac = foi_almanac_get_default ();
  Request *request = g_new0 (Request, 1);
  g_autoptr (GTask) task = NULL;

  self->pause_id = 0;
  self->again = FALSE;
  request->state
    = foi_case_state_ref (foi_case_get_state (foi_document_get_case (self->document)));
  request->holidays = foi_holidays_ref (foi_almanac_get_holidays (almanac));
  request->today = foi_almanac_get_today (almanac);
  request->files = foi_document_files_dup_folder (self->document);
  self->running = g_cancellable_new ();
  self->started = g_get_monotonic_time ();
  task = g_task_new (self, self->running, checked_cb, NULL);
  g_task_set_source_tag (task, pause_cb);
  g_task_set_task_data (task, request, (GDestroyNotify) free_request);
  foi_task_run_in_thread (task, check_in_thread);
  return G_SOURCE_REMOVE;
}

static void
check_soon (FoiCaseChecker *self)
{
  self->again = TRUE;
  if (self->running != NULL)
    {
      /* What takes long is of a case that was; what does not is soon told, and then anew. */
      if (g_get_monotonic_time () - self->started > LONG)
        g_cancellable_cancel (self->running);
      return;
    }
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add_full (G_PRIORITY_LOW, PAUSE, pause_cb, self, NULL);
}

static void
foi_case_checker_dispose (GObject *object)
{
  FoiCaseChecker *self = FOI_CASE_CHECKER (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_case_checker_parent_class)->dispose (object);
}

static void
foi_case_checker_finalize (GObject *object)
{
  FoiCaseChecker *self = FOI_CASE_CHECKER (object);

  g_ptr_array_unref (self->findings);
  g_clear_object (&self->running);

  G_OBJECT_CLASS (foi_case_checker_parent_class)->finalize (object);
}

static void
foi_case_checker_class_init (FoiCaseCheckerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_case_checker_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_case_checker_finalize;

  signals[CHANGED] = g_signal_new ("changed", FOI_TYPE_CASE_CHECKER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
foi_case_checker_init (FoiCaseChecker *self)
{
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) foi_finding_free);
}

/* A table's faults are those of the question that it stands in. */
static char *
dup_topic (FoiCase *foi_case, const char *place)
{
  g_auto (GStrv) segments = g_strsplit (place, "/", 3);
  const char *question = NULL;
  char *path = NULL;

  if (g_strcmp0 (segments[0], "tables") == 0 && segments[1] != NULL)
    question = foi_case_find_table_question (foi_case, segments[1]);
  if (question != NULL)
    path = foi_case_state_dup_question_path (foi_case_get_state (foi_case), question);
  return path != NULL ? path : g_strdup (place);
}

/**
 * foi_case_checker_new:
 * @document: a case
 *
 * Returns: (transfer full): what checks it after each change.
 */
FoiCaseChecker *
foi_case_checker_new (FoiDocument *document)
{
  FoiCaseChecker *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_CASE_CHECKER, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (check_soon),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::file", G_CALLBACK (check_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_almanac_get_default (), "changed", G_CALLBACK (check_soon), self,
                           G_CONNECT_SWAPPED);
  check_soon (self);
  return self;
}

/**
 * foi_case_checker_get_findings:
 *
 * Returns: (transfer none) (element-type FoiFinding): what was found last.
 */
GPtrArray *
foi_case_checker_get_findings (FoiCaseChecker *self)
{
  g_return_val_if_fail (FOI_IS_CASE_CHECKER (self), NULL);
  return self->findings;
}

/**
 * foi_case_checker_is_busy:
 *
 * Returns: whether the list is about to be made anew.
 */
gboolean
foi_case_checker_is_busy (FoiCaseChecker *self)
{
  g_return_val_if_fail (FOI_IS_CASE_CHECKER (self), FALSE);
  return self->running != NULL || self->pause_id != 0;
}

/**
 * foi_case_checker_count:
 *
 * Returns: how many findings of that severity nobody has accepted.
 */
guint
foi_case_checker_count (FoiCaseChecker *self, FoiSeverity severity)
{
  guint n = 0;

  g_return_val_if_fail (FOI_IS_CASE_CHECKER (self), 0);

  for (guint i = 0; i < self->findings->len; i++)
    {
      const FoiFinding *finding = self->findings->pdata[i];

      n += finding->severity == severity && finding->accepted == NULL;
    }
  return n;
}

/**
 * foi_case_checker_count_at:
 * @topic: "questions/q3"
 *
 * Returns: how many faults nobody has accepted are in a question, its parts or its tables. Of
 *   warnings and advice an officer may think otherwise.
 */
guint
foi_case_checker_count_at (FoiCaseChecker *self, const char *topic)
{
  FoiCase *foi_case;
  guint n = 0;

  g_return_val_if_fail (FOI_IS_CASE_CHECKER (self), 0);
  g_return_val_if_fail (topic != NULL, 0);

  foi_case = foi_document_get_case (self->document);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const FoiFinding *finding = self->findings->pdata[i];
      g_autofree char *place = NULL;

      if (finding->severity == FOI_SEVERITY_ERROR && finding->accepted == NULL)
        place = dup_topic (foi_case, finding->place);
      n += place != NULL && g_str_has_prefix (place, topic)
           && (place[strlen (topic)] == '\0' || place[strlen (topic)] == '/');
    }
  return n;
}
