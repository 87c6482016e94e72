/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-typesetting.h"

#include <gio/gio.h>

#include "foi-almanac.h"
#include "foi-issued.h"
#include "foi-letter-follow.h"
#include "foi-paper.h"
#include "foi-rules.h"
#include "foi-typesetter.h"

/* Microseconds: a letter that usually takes longer is not waited for, it would come too late. */
#define QUICK 4000

/* What the thread works on, and what it hands back. */
typedef struct
{
  FoiCaseState *state;
  char         *wanted;       /* the id of the letter to make, or NULL for the current one */
  char         *letter_id;    /* of the one that is made */
  FoiPaper      paper;
  FoiLayout    *previous;
  FoiBrief     *followed;     /* what that one shows, where nothing but tables changed since */
  FoiBrief     *brief;
  FoiLayout    *layout;
  gint64        took;         /* microseconds */
  GError       *error;
  gboolean      taken;        /* the result is with the typesetting, or nobody wants it */

  GMutex        lock;
  GCond         finished;
  gboolean      is_finished;  /* locked */
} Run;

struct _FoiTypesetting
{
  GObject parent_instance;

  FoiCaseState *state;        /* the newest */
  char         *wanted;       /* the id of the letter to show, or NULL for the current one */
  FoiPaper      paper;
  Run          *run;          /* the one in the thread, or NULL; its task owns it */
  guint         first_idle;   /* while the first is still to begin */
  gboolean      outdated;     /* the state or the paper changed since the run began */
  gboolean      anew;         /* what letters are made by changed: bank holidays */
  FoiCaseState *set_state;    /* what the layout was made from */
  gint64        usual;        /* how many microseconds a letter takes, of late */
  char         *letter_id;    /* which letter it is */
  FoiBrief     *brief;
  FoiLayout    *layout;
};

enum
{
  READY,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiTypesetting, foi_typesetting, G_TYPE_OBJECT)

static void
run_free (Run *run)
{
  foi_case_state_unref (run->state);
  g_free (run->wanted);
  g_free (run->letter_id);
  g_clear_pointer (&run->previous, foi_layout_unref);
  g_clear_pointer (&run->followed, foi_brief_unref);
  g_clear_pointer (&run->brief, foi_brief_unref);
  g_clear_pointer (&run->layout, foi_layout_unref);
  g_clear_error (&run->error);
  g_mutex_clear (&run->lock);
  g_cond_clear (&run->finished);
  g_free (run);
}

static void
foi_typesetting_finalize (GObject *object)
{
  FoiTypesetting *self = FOI_TYPESETTING (object);

  g_clear_handle_id (&self->first_idle, g_source_remove);
  g_clear_pointer (&self->state, foi_case_state_unref);
  g_clear_pointer (&self->set_state, foi_case_state_unref);
  g_clear_pointer (&self->brief, foi_brief_unref);
  g_clear_pointer (&self->layout, foi_layout_unref);
  g_free (self->wanted);
  g_free (self->letter_id);

  G_OBJECT_CLASS (foi_typesetting_parent_class)->finalize (object);
}

static void schedule (FoiTypesetting *self);

static void
foi_typesetting_class_init (FoiTypesettingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foi_typesetting_finalize;

  signals[READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
holidays_changed_cb (FoiTypesetting *self)
{
  self->anew = TRUE;
  schedule (self);
}

static void
foi_typesetting_init (FoiTypesetting *self)
{
  /* Dates in letters go by bank holidays. */
  g_signal_connect_object (foi_almanac_get_default (), "holidays-changed",
                           G_CALLBACK (holidays_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * foi_typesetting_new:
 *
 * Returns: (transfer full): a maker of letters.
 */
FoiTypesetting *
foi_typesetting_new (void)
{
  return g_object_new (FOI_TYPE_TYPESETTING, NULL);
}

static FoiLetter *
make_letter (Run *run)
{
  FoiLetter *shown = run->followed != NULL ? foi_layout_get_letter (run->previous) : NULL;
  FoiLetter *letter = NULL;

  if (shown != NULL && g_str_equal (shown->id, run->letter_id))
    letter = foi_letter_follow (shown, run->followed, run->brief);
  if (letter == NULL)
    letter = foi_issued_or_draft (run->brief, foi_rules_get_default (), run->letter_id,
                                  &run->error);
  return letter;
}

/* The threads that set letters now. */
static GMutex threads_lock;
static GCond  threads_changed;
static guint  n_threads;

static void
count_thread (int change)
{
  g_mutex_lock (&threads_lock);
  n_threads += (guint) change;
  g_cond_broadcast (&threads_changed);
  g_mutex_unlock (&threads_lock);
}

/**
 * foi_typesetting_await_threads:
 *
 * Waits until no letter is being set any more. A program must not end before that: its libraries
 * give up, as it ends, what those threads work with.
 */
void
foi_typesetting_await_threads (void)
{
  g_mutex_lock (&threads_lock);
  while (n_threads > 0)
    g_cond_wait (&threads_changed, &threads_lock);
  g_mutex_unlock (&threads_lock);
}

static gpointer
set_letter_thread (gpointer data)
{
  g_autoptr (GTask) task = data;
  Run *run = g_task_get_task_data (task);
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr (FoiLetter) letter = NULL;

  run->brief = foi_case_state_publish (run->state);
  run->letter_id = g_strdup (foi_brief_choose_letter (run->brief, run->wanted));
  letter = make_letter (run);
  if (letter != NULL)
    {
      const char *paper = foi_issued_find_paper (run->brief, run->letter_id);

      run->layout = foi_layout_new (letter, foi_paper_from_name (paper, run->paper),
                                    run->previous);
    }

  run->took = g_get_monotonic_time () - begin;
  g_mutex_lock (&run->lock);
  run->is_finished = TRUE;
  g_cond_signal (&run->finished);
  g_mutex_unlock (&run->lock);
  if (run->previous == NULL && run->layout != NULL)
    foi_typesetter_prepare (foi_layout_get_letter (run->layout)->language);
  g_task_return_boolean (task, TRUE);
  g_clear_object (&task);
  count_thread (-1);
  return NULL;
}

static void start_run (FoiTypesetting *self);

/* Takes over what a finished run made, once. */
static void
take (FoiTypesetting *self, Run *run)
{
  if (run->taken)
    return;
  run->taken = TRUE;
  self->run = NULL;
  /* The first is slow, and one that was held up by something else says little. */
  if (run->previous != NULL)
    self->usual = MIN (run->took, self->usual + (run->took - self->usual) / 4);
  if (self->outdated)
    start_run (self);
  if (run->layout == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, run->error->message);
      return;
    }
  g_clear_pointer (&self->set_state, foi_case_state_unref);
  g_clear_pointer (&self->brief, foi_brief_unref);
  g_clear_pointer (&self->layout, foi_layout_unref);
  g_free (self->letter_id);
  self->set_state = foi_case_state_ref (run->state);
  self->letter_id = g_steal_pointer (&run->letter_id);
  self->brief = g_steal_pointer (&run->brief);
  self->layout = g_steal_pointer (&run->layout);
  g_signal_emit (self, signals[READY], 0);
}

static void
letter_set_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  take (FOI_TYPESETTING (source), g_task_get_task_data (G_TASK (result)));
}

static void
start_run (FoiTypesetting *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, letter_set_cb, NULL);
  Run *run = g_new0 (Run, 1);

  run->state = foi_case_state_ref (self->state);
  run->wanted = g_strdup (self->wanted);
  run->paper = self->paper;
  run->previous = self->layout != NULL ? foi_layout_ref (self->layout) : NULL;
  if (run->previous != NULL && !self->anew
      && foi_case_state_get_root (self->set_state) == foi_case_state_get_root (self->state))
    run->followed = foi_brief_ref (self->brief);
  self->anew = FALSE;
  g_mutex_init (&run->lock);
  g_cond_init (&run->finished);
  g_task_set_source_tag (task, start_run);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  self->run = run;
  self->outdated = FALSE;
  /* A new thread is often put on a processor that is free. One of a pool may be woken on the very
   * one that draws the window, and keep it from that for as long as a letter takes. */
  count_thread (+1);
  g_thread_unref (g_thread_new ("letter", set_letter_thread, g_steal_pointer (&task)));
}

static gboolean
first_idle_cb (gpointer user_data)
{
  FoiTypesetting *self = user_data;

  self->first_idle = 0;
  start_run (self);
  return G_SOURCE_REMOVE;
}

/* The first letter takes as long as all the rest of opening a window, and is begun when that has
 * drawn its first frame. */
static void
schedule (FoiTypesetting *self)
{
  if (self->state == NULL || self->first_idle != 0)
    return;
  if (self->run != NULL)
    self->outdated = TRUE;
  else if (self->layout != NULL)
    start_run (self);
  else
    self->first_idle = g_idle_add (first_idle_cb, self);
}

/**
 * foi_typesetting_update:
 * @state: the case as it is now
 *
 * Has its letter made.
 */
void
foi_typesetting_update (FoiTypesetting *self, FoiCaseState *state)
{
  g_return_if_fail (FOI_IS_TYPESETTING (self));
  g_return_if_fail (state != NULL);

  if (self->state == state)
    return;
  g_clear_pointer (&self->state, foi_case_state_unref);
  self->state = foi_case_state_ref (state);
  schedule (self);
}

/**
 * foi_typesetting_get_state:
 *
 * Returns: (transfer none) (nullable): the newest state whose letter was asked for.
 */
FoiCaseState *
foi_typesetting_get_state (FoiTypesetting *self)
{
  g_return_val_if_fail (FOI_IS_TYPESETTING (self), NULL);
  return self->state;
}

/**
 * foi_typesetting_wait:
 * @microseconds: how long to wait at most
 *
 * Waits for the letter that is being made, so that the page which shows an edit is seen in the same
 * frame as the edit. A letter that takes longer comes when it is ready, and one that usually does
 * is not waited for.
 */
void
foi_typesetting_wait (FoiTypesetting *self, gint64 microseconds)
{
  const gint64 end = g_get_monotonic_time () + microseconds;
  Run *run;
  gboolean is_finished;

  g_return_if_fail (FOI_IS_TYPESETTING (self));

  run = self->run;
  if (run == NULL || self->usual > QUICK)
    return;
  g_mutex_lock (&run->lock);
  while (!run->is_finished && g_cond_wait_until (&run->finished, &run->lock, end))
    ;
  is_finished = run->is_finished;
  g_mutex_unlock (&run->lock);
  if (is_finished)
    take (self, run);
}

/**
 * foi_typesetting_get_layout:
 *
 * Returns: (transfer none) (nullable): the newest letter that is ready.
 */
FoiLayout *
foi_typesetting_get_layout (FoiTypesetting *self)
{
  g_return_val_if_fail (FOI_IS_TYPESETTING (self), NULL);
  return self->layout;
}

/**
 * foi_typesetting_get_brief:
 *
 * Returns: (transfer none) (nullable): what that letter was made from.
 */
FoiBrief *
foi_typesetting_get_brief (FoiTypesetting *self)
{
  g_return_val_if_fail (FOI_IS_TYPESETTING (self), NULL);
  return self->brief;
}

/**
 * foi_typesetting_get_letter_id:
 *
 * Returns: which letter of the case is made: the last.
 */
const char *
foi_typesetting_get_letter_id (FoiTypesetting *self)
{
  g_return_val_if_fail (FOI_IS_TYPESETTING (self), NULL);
  return self->letter_id != NULL ? self->letter_id : "response";
}

/**
 * foi_typesetting_is_issued:
 *
 * Returns: whether the letter that is ready went out as it is.
 */
gboolean
foi_typesetting_is_issued (FoiTypesetting *self)
{
  g_return_val_if_fail (FOI_IS_TYPESETTING (self), FALSE);
  return self->layout != NULL && !foi_layout_get_letter (self->layout)->draft;
}

/**
 * foi_typesetting_is_current:
 * @state: the case as it is now
 *
 * Returns: whether the letter that is ready says what @state does.
 */
gboolean
foi_typesetting_is_current (FoiTypesetting *self, FoiCaseState *state)
{
  g_return_val_if_fail (FOI_IS_TYPESETTING (self), FALSE);
  return self->set_state == state && !self->outdated && self->run == NULL;
}

/**
 * foi_typesetting_get_paper:
 *
 * Returns: the paper that letters are set for.
 */
FoiPaper
foi_typesetting_get_paper (FoiTypesetting *self)
{
  g_return_val_if_fail (FOI_IS_TYPESETTING (self), FOI_PAPER_A4);
  return self->paper;
}

/**
 * foi_typesetting_set_paper:
 *
 * Has the letter made for another paper.
 */
void
foi_typesetting_set_paper (FoiTypesetting *self, FoiPaper paper)
{
  g_return_if_fail (FOI_IS_TYPESETTING (self));

  if (self->paper == paper)
    return;
  self->paper = paper;
  schedule (self);
}

/**
 * foi_typesetting_set_letter:
 * @letter_id: (nullable): the id of a letter of the case; %NULL for the current one
 *
 * Has that letter made: one that was sent can be seen and printed again while a corrected one is
 * being written.
 */
void
foi_typesetting_set_letter (FoiTypesetting *self, const char *letter_id)
{
  g_return_if_fail (FOI_IS_TYPESETTING (self));

  if (g_strcmp0 (self->wanted, letter_id) == 0)
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (letter_id);
  schedule (self);
}
