/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-document.h"

#include <glib/gi18n.h>

#include "foi-case-reload.h"
#include "foi-case-saver.h"
#include "foi-clean-text.h"
#include "foi-typesetting.h"

/* Microseconds: what the main loop may be kept for, less what the views need. */
#define LETTER_WAIT 6000

struct _FoiDocument
{
  GObject parent_instance;

  FoiCase       *foi_case;
  FoiCaseEditor *editor;
  FoiCaseSaver  *saver;
  gboolean       read_only;

  FoiTypesetting *typesetting;
  FoiCaseState   *opened;        /* the case as it was when the window opened */
  FoiBrief       *opened_brief;  /* made of it when it is first asked for */

  char *place;
  char *status;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_FILE,
  PROP_BUSY,
  PROP_LAYOUT,
  PROP_PAPER,
  PROP_PLACE,
  PROP_STATUS,
  N_PROPS
};

enum
{
  GO_TO,
  COMMIT,
  MESSAGE,
  TODOS_CHANGED,
  TYPED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiDocument, foi_document, G_TYPE_OBJECT)

static void
title_changed_cb (FoiDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/* Before anybody else: the letter is made in a thread while the views follow the case. Of a command
 * in several steps only the last makes a letter. */
static void
case_state_set_cb (FoiDocument *self)
{
  if (!foi_case_editor_is_in_group (self->editor))
    foi_typesetting_update (self->typesetting, foi_case_get_state (self->foi_case));
}

/* After everybody else has followed the case, while the letter was being made. */
static void
case_followed_cb (FoiDocument *self)
{
  foi_typesetting_update (self->typesetting, foi_case_get_state (self->foi_case));
  foi_typesetting_wait (self->typesetting, LETTER_WAIT);
}

static void
layout_changed_cb (FoiDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
}

static void
typesetting_failed_cb (FoiDocument *self, const char *reason)
{
  foi_document_tell (self, reason);
}

static void
file_changed_cb (FoiDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

static void
busy_changed_cb (FoiDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
foi_document_dispose (GObject *object)
{
  FoiDocument *self = FOI_DOCUMENT (object);

  g_clear_object (&self->typesetting);
  g_clear_object (&self->saver);
  g_clear_object (&self->editor);
  g_clear_object (&self->foi_case);

  G_OBJECT_CLASS (foi_document_parent_class)->dispose (object);
}

static void
foi_document_finalize (GObject *object)
{
  FoiDocument *self = FOI_DOCUMENT (object);

  g_clear_pointer (&self->opened, foi_case_state_unref);
  g_clear_pointer (&self->opened_brief, foi_brief_unref);
  g_free (self->place);
  g_free (self->status);

  G_OBJECT_CLASS (foi_document_parent_class)->finalize (object);
}

static void
foi_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  FoiDocument *self = FOI_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_take_string (value, foi_document_dup_title (self));
      break;
    case PROP_FILE:
      g_value_set_object (value, foi_document_get_file (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, foi_document_is_busy (self));
      break;
    case PROP_LAYOUT:
      g_value_set_boxed (value, foi_document_get_layout (self));
      break;
    case PROP_PAPER:
      g_value_set_int (value, (int) foi_document_get_paper (self));
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foi_document_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  FoiDocument *self = FOI_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_PAPER:
      foi_document_set_paper (self, (FoiPaper) g_value_get_int (value));
      break;
    case PROP_PLACE:
      foi_document_set_place (self, g_value_get_string (value));
      break;
    case PROP_STATUS:
      foi_document_set_status (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foi_document_class_init (FoiDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = foi_document_dispose;
  object_class->finalize = foi_document_finalize;
  object_class->get_property = foi_document_get_property;
  object_class->set_property = foi_document_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_LAYOUT] = g_param_spec_boxed ("layout", NULL, NULL, FOI_TYPE_LAYOUT, readable);
  properties[PROP_PAPER] = g_param_spec_int ("paper", NULL, NULL, FOI_PAPER_A4, FOI_PAPER_LETTER,
                                             FOI_PAPER_A4, writable);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, writable);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[GO_TO] = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COMMIT] = g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[TODOS_CHANGED] = g_signal_new ("todos-changed", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
foi_document_init (FoiDocument *self)
{
  self->place = g_strdup ("request");
  self->status = g_strdup ("");
}

/**
 * foi_document_new:
 * @state: the case
 * @file: (nullable): where it was read from; %NULL where it was never saved
 * @checksum: (nullable): the SHA-256 of @file as it was read
 *
 * Returns: (transfer full): the document; its letter is being set.
 */
FoiDocument *
foi_document_new (FoiCaseState *state, GFile *file, const char *checksum)
{
  FoiDocument *self;

  g_return_val_if_fail (state != NULL, NULL);

  self = g_object_new (FOI_TYPE_DOCUMENT, NULL);
  self->opened = foi_case_state_ref (state);
  self->foi_case = foi_case_new (state);
  self->editor = foi_case_editor_new (self->foi_case);
  self->saver = foi_case_saver_new (self->foi_case, self->editor, file, checksum);
  self->read_only = foi_case_file_is_read_only (state);
  self->typesetting = foi_typesetting_new ();
  g_signal_connect_object (self->saver, "notify::file", G_CALLBACK (file_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saver, "notify::busy", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->typesetting, "ready", G_CALLBACK (layout_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->typesetting, "failed", G_CALLBACK (typesetting_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->foi_case, "state-set", G_CALLBACK (case_state_set_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->foi_case, "changed", G_CALLBACK (case_followed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->foi_case, "notify::reference", G_CALLBACK (title_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->foi_case, "notify::subject", G_CALLBACK (title_changed_cb), self,
                           G_CONNECT_SWAPPED);
  foi_typesetting_update (self->typesetting, state);
  return self;
}

/**
 * foi_document_get_case:
 *
 * Returns: (transfer none): the case.
 */
FoiCase *
foi_document_get_case (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);
  return self->foi_case;
}

/**
 * foi_document_get_editor:
 *
 * Returns: (transfer none): the case's one writer.
 */
FoiCaseEditor *
foi_document_get_editor (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);
  return self->editor;
}

/**
 * foi_document_get_file:
 *
 * Returns: (transfer none) (nullable): where the case is saved.
 */
GFile *
foi_document_get_file (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);
  return self->saver != NULL ? foi_case_saver_get_file (self->saver) : NULL;
}

/**
 * foi_document_dup_title:
 *
 * Returns: (transfer full): reference and subject: "FOI651119421 · CCE and CSE data"; one of
 *   them where the other is not known.
 */
char *
foi_document_dup_title (FoiDocument *self)
{
  const char *reference, *subject;
  g_autofree char *title = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);

  reference = foi_case_get_reference (self->foi_case);
  subject = foi_case_get_subject (self->foi_case);
  if (reference == NULL || reference[0] == '\0')
    return foi_clean_line (subject != NULL && subject[0] != '\0' ? subject : _("New Case"));
  if (subject == NULL || subject[0] == '\0')
    return foi_clean_line (reference);
  title = g_strdup_printf ("%s · %s", reference, subject);
  return foi_clean_line (title);
}

/**
 * foi_document_get_mark:
 *
 * Returns: (transfer none): the file on which the unsaved work builds.
 */
const FoiFileMark *
foi_document_get_mark (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);
  return foi_case_saver_get_mark (self->saver);
}

/**
 * foi_document_is_read_only:
 *
 * Returns: whether the file is of a newer version, so that it can be read and not saved.
 */
gboolean
foi_document_is_read_only (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), TRUE);
  return self->read_only;
}

/**
 * foi_document_is_busy:
 *
 * Returns: whether the file is being written.
 */
gboolean
foi_document_is_busy (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), FALSE);
  return self->saver != NULL && foi_case_saver_is_busy (self->saver);
}

/**
 * foi_document_get_saved_at:
 *
 * Returns: (transfer none) (nullable): when this window last saved the case.
 */
GDateTime *
foi_document_get_saved_at (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);
  return self->saver != NULL ? foi_case_saver_get_saved_at (self->saver) : NULL;
}

/**
 * foi_document_get_letter_id:
 *
 * Returns: the letter that is shown: "response".
 */
const char *
foi_document_get_letter_id (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);
  return foi_typesetting_get_letter_id (self->typesetting);
}

/**
 * foi_document_get_layout:
 *
 * Returns: (transfer none) (nullable): the letter as last set; %NULL until it is set first.
 */
FoiLayout *
foi_document_get_layout (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);
  return self->typesetting != NULL ? foi_typesetting_get_layout (self->typesetting) : NULL;
}

/**
 * foi_document_is_issued:
 *
 * Returns: whether the letter that is shown went out as it is.
 */
gboolean
foi_document_is_issued (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), FALSE);
  return foi_typesetting_is_issued (self->typesetting);
}

/**
 * foi_document_is_letter_current:
 *
 * Returns: whether the letter that is shown says what the case does now; else one is being made.
 */
gboolean
foi_document_is_letter_current (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), FALSE);
  return foi_typesetting_is_current (self->typesetting, foi_case_get_state (self->foi_case));
}

/**
 * foi_document_set_letter_async:
 *
 * Commits what is being typed and has the letter set that the case makes now: for paper and for
 * what leaves, which must not be a moment behind.
 */
void
foi_document_set_letter_async (FoiDocument *self, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FOI_IS_DOCUMENT (self));

  foi_document_commit (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, foi_document_set_letter_async);
  foi_typesetting_update (self->typesetting, foi_case_get_state (self->foi_case));
  foi_typesetting_return_letter (self->typesetting, task);
}

/**
 * foi_document_set_letter_finish:
 *
 * Returns: (transfer full): the letter, or why it could not be made.
 */
FoiLayout *
foi_document_set_letter_finish (FoiDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * foi_document_get_brief:
 *
 * Returns: (transfer none) (nullable): what the letter as last set was made from.
 */
FoiBrief *
foi_document_get_brief (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);
  return foi_typesetting_get_brief (self->typesetting);
}

/**
 * foi_document_get_opened_brief:
 *
 * Returns: (transfer none): the case as it was when the window opened, with which figures
 *   quoted in answers are compared.
 */
FoiBrief *
foi_document_get_opened_brief (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);

  if (self->opened_brief == NULL)
    self->opened_brief = foi_case_state_publish (self->opened);
  return self->opened_brief;
}

/**
 * foi_document_get_paper:
 *
 * Returns: the paper that the letter is set for.
 */
FoiPaper
foi_document_get_paper (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), FOI_PAPER_A4);
  return self->typesetting != NULL ? foi_typesetting_get_paper (self->typesetting) : FOI_PAPER_A4;
}

/**
 * foi_document_set_paper:
 *
 * Sets the letter anew for another paper.
 */
void
foi_document_set_paper (FoiDocument *self, FoiPaper paper)
{
  g_return_if_fail (FOI_IS_DOCUMENT (self));

  if (foi_document_get_paper (self) == paper)
    return;
  foi_typesetting_set_paper (self->typesetting, paper);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAPER]);
}

/**
 * foi_document_get_place:
 *
 * Returns: where the person is.
 */
const char *
foi_document_get_place (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);
  return self->place;
}

static gboolean
set_string (char **field, const char *value)
{
  if (g_strcmp0 (*field, value) == 0)
    return FALSE;
  g_free (*field);
  *field = g_strdup (value);
  return TRUE;
}

/* At a letter's line that letter is shown; while the case is edited, the one that is written. */
static void
show_letter_of_place (FoiDocument *self)
{
  g_auto (GStrv) segments = g_strsplit (self->place, "/", 3);

  foi_typesetting_set_letter (self->typesetting,
                              g_strcmp0 (segments[0], "letters") == 0 ? segments[1] : NULL);
}

/**
 * foi_document_set_place:
 *
 * Says where the person is now; what is shown elsewhere follows. The focus stays.
 */
void
foi_document_set_place (FoiDocument *self, const char *place)
{
  g_return_if_fail (FOI_IS_DOCUMENT (self));
  g_return_if_fail (place != NULL);

  if (!set_string (&self->place, place))
    return;
  show_letter_of_place (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

/**
 * foi_document_go_to:
 *
 * Shows the editor of @place and gives it the focus.
 */
void
foi_document_go_to (FoiDocument *self, const char *place)
{
  g_return_if_fail (FOI_IS_DOCUMENT (self));
  g_return_if_fail (place != NULL);

  foi_document_set_place (self, place);
  g_signal_emit (self, signals[GO_TO], 0, place);
}

/**
 * foi_document_dup_question:
 *
 * Returns: (transfer full) (nullable): the id of the question, or part of one, the person is at;
 *   that of a table's question at a table.
 */
char *
foi_document_dup_question (FoiDocument *self)
{
  g_auto (GStrv) segments = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);

  segments = g_strsplit (self->place, "/", -1);
  if (g_strcmp0 (segments[0], "questions") == 0 && segments[1] != NULL)
    {
      const gboolean is_part = g_strcmp0 (segments[2], "parts") == 0 && segments[3] != NULL;

      return g_strdup (segments[is_part ? 3 : 1]);
    }
  if (g_strcmp0 (segments[0], "tables") == 0 && segments[1] != NULL)
    return g_strdup (foi_case_find_table_question (self->foi_case, segments[1]));
  return NULL;
}

/**
 * foi_document_get_status:
 *
 * Returns: what the thing under the cursor means.
 */
const char *
foi_document_get_status (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), NULL);
  return self->status;
}

/**
 * foi_document_set_status:
 *
 * Says what the thing under the cursor means: "Calls answered, 2019/20: 10,066".
 */
void
foi_document_set_status (FoiDocument *self, const char *status)
{
  g_return_if_fail (FOI_IS_DOCUMENT (self));

  if (set_string (&self->status, status != NULL ? status : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/**
 * foi_document_tell:
 *
 * Tells the person something in the soft band of the window.
 */
void
foi_document_tell (FoiDocument *self, const char *text)
{
  g_return_if_fail (FOI_IS_DOCUMENT (self));
  g_signal_emit (self, signals[MESSAGE], 0, text);
}

/**
 * foi_document_tell_error:
 *
 * Tells the person what could not be done.
 */
void
foi_document_tell_error (FoiDocument *self, const GError *error)
{
  g_return_if_fail (error != NULL);
  foi_document_tell (self, error->message);
}

/**
 * foi_document_commit:
 *
 * Has every editor put what is being typed into the case: before saving, printing and issuing.
 */
void
foi_document_commit (FoiDocument *self)
{
  g_return_if_fail (FOI_IS_DOCUMENT (self));

  g_signal_emit (self, signals[COMMIT], 0);
  foi_case_editor_break_merge (self->editor);
}

/**
 * foi_document_todos_changed:
 *
 * Has what is unfinished be listed anew: something is typed that the case does not take.
 */
void
foi_document_todos_changed (FoiDocument *self)
{
  g_return_if_fail (FOI_IS_DOCUMENT (self));
  g_signal_emit (self, signals[TODOS_CHANGED], 0);
}

/**
 * foi_document_typed:
 *
 * Says that something is being typed which the case does not have yet.
 */
void
foi_document_typed (FoiDocument *self)
{
  g_return_if_fail (FOI_IS_DOCUMENT (self));
  g_signal_emit (self, signals[TYPED], 0);
}

/**
 * foi_document_undo:
 *
 * Returns: whether there was anything to undo.
 */
gboolean
foi_document_undo (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), FALSE);
  return foi_case_editor_undo (self->editor);
}

/**
 * foi_document_redo:
 *
 * Returns: whether there was anything to redo.
 */
gboolean
foi_document_redo (FoiDocument *self)
{
  g_return_val_if_fail (FOI_IS_DOCUMENT (self), FALSE);
  return foi_case_editor_redo (self->editor);
}

/**
 * foi_document_reload:
 * @state: what somebody else saved in the file
 * @checksum: the SHA-256 of the file as it was read
 *
 * Has the case be that. Nothing must be unsaved: it would be lost.
 */
void
foi_document_reload (FoiDocument *self, FoiCaseState *state, const char *checksum)
{
  g_return_if_fail (FOI_IS_DOCUMENT (self));
  g_return_if_fail (state != NULL && checksum != NULL);
  g_return_if_fail (!foi_case_editor_is_modified (self->editor));

  foi_case_saver_set_mark (self->saver, foi_case_file_get_revision (state), checksum);
  foi_case_state_ref (state);
  foi_case_state_unref (self->opened);
  self->opened = state;
  g_clear_pointer (&self->opened_brief, foi_brief_unref);
  foi_case_editor_reload (self->editor, state);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (foi_case_saver_save_finish (FOI_CASE_SAVER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * foi_document_save_async:
 * @file: (nullable): where to; %NULL for where it was read from or saved last
 * @overwrite: even if somebody else changed the file meanwhile
 *
 * Commits what is being typed and saves the case, in a thread; the person can go on typing.
 */
void
foi_document_save_async (FoiDocument *self, GFile *file, gboolean overwrite,
                         GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (FOI_IS_DOCUMENT (self));

  foi_document_commit (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, foi_document_save_async);
  g_task_set_check_cancellable (task, FALSE);
  foi_case_saver_save_async (self->saver, file, overwrite, cancellable, saved_cb, task);
}

/**
 * foi_document_save_finish:
 * @error: %FOI_ERROR_CONFLICT where somebody else changed the file, or why it could not be written;
 *   the file is then as it was
 *
 * Returns: whether the case is saved.
 */
gboolean
foi_document_save_finish (FoiDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
