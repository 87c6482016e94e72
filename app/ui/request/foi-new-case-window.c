/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-new-case-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-application.h"
#include "foi-chance.h"
#include "foi-dialogs.h"
#include "foi-drop-down.h"
#include "foi-error.h"
#include "foi-json-edit.h"
#include "foi-laws.h"
#include "foi-profile.h"
#include "foi-proposal-list.h"
#include "foi-reading.h"
#include "foi-regular-file.h"
#include "foi-request-case.h"
#include "foi-settings.h"
#include "foi-stretches.h"
#include "foi-task.h"
#include "foi-typed-date.h"

/* Typing is read when it has paused for so many milliseconds; a paste at once. */
#define PAUSE 200

/* More characters at once than this nobody types. */
#define WHOLE 100


enum
{
  NAME,
  SALUTATION,
  EMAIL,
  ORGANISATION,
  SUBJECT,
  N_FIELDS
};

struct _FoiNewCaseWindow
{
  GtkWindow parent_instance;

  FoiReading   *reading;       /* of the text as it is, once it is read */
  GCancellable *cancellable;
  guint         read_source;
  gboolean      may_close;
  int           length;        /* of the text, in characters */
  gboolean      is_pasted;     /* a whole text came at once, and is being read */
  char         *known[N_FIELDS];  /* what was last put into each field by us */
  char         *known_address;
  guint         known_regime;
  JsonNode     *authority;        /* the chosen profile, or NULL */
  GCancellable *loading;          /* while that is read */
  gboolean      is_awaited;       /* the case is made when it is */
  char         *authority_fault;  /* why it cannot be read; NULL once somebody was stopped by it */

  GtkTextView   *text;
  GtkTextBuffer *buffer;
  GtkTextTag    *fact_tag;
  GtkTextTag    *tints[FOI_N_TINTS];
  GtkWidget     *hint;
  GtkWidget     *name;
  GtkWidget     *salutation;
  GtkWidget     *email;
  GtkWidget     *organisation;
  GtkWidget     *subject;
  GtkTextView   *address;
  GtkWidget     *received;
  GtkWidget     *received_reason;
  GtkWidget     *received_choices;
  GtkWidget     *reference;
  GtkWidget     *regime;
  GtkWidget     *questions_box;
  GtkWidget     *questions_title;
  GtkWidget     *questions;
  GtkWidget     *problem;
};

G_DEFINE_FINAL_TYPE (FoiNewCaseWindow, foi_new_case_window, GTK_TYPE_WINDOW)

/* ---- the text -------------------------------------------------------------------------------- */

static char *
dup_buffer (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
tell (FoiNewCaseWindow *self, const char *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL && problem[0] != '\0');
}

/* Bytes of the text that was read, in characters. */
static FoiStretch
to_stretch (const char *text, FoiTextSpan span)
{
  return (FoiStretch){ (guint) g_utf8_pointer_to_offset (text, text + span.start),
                       (guint) g_utf8_pointer_to_offset (text, text + span.end) };
}

static const char *
get_read_text (FoiNewCaseWindow *self)
{
  return self->reading != NULL ? self->reading->proposal->text : "";
}

static void
mark_fact (FoiNewCaseWindow *self, FoiTextSpan span)
{
  GtkTextIter start, end;
  FoiStretch stretch;

  if (foi_text_span_is_empty (span))
    return;
  stretch = to_stretch (get_read_text (self), span);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &start, (int) stretch.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, (int) stretch.end);
  gtk_text_buffer_apply_tag (self->buffer, self->fact_tag, &start, &end);
}

static void
mark_questions (FoiNewCaseWindow *self)
{
  FoiQuestionProposal *proposal = foi_proposal_list_get (FOI_PROPOSAL_LIST (self->questions));
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (FoiStretch));
  g_autofree char *title = NULL;
  const guint n = proposal != NULL ? proposal->questions->len : 0;

  for (guint i = 0; i < n; i++)
    {
      const FoiStretch stretch
        = to_stretch (proposal->text, foi_question_proposal_get (proposal, i)->span);

      g_array_append_val (stretches, stretch);
    }
  foi_stretches_show (self->buffer, self->tints, stretches);
  title = n == 0 ? g_strdup (_("Questions"))
                 : g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
  gtk_label_set_label (GTK_LABEL (self->questions_title), title);
  gtk_widget_action_set_enabled (
    GTK_WIDGET (self), "new-case.undo-questions",
    foi_proposal_list_can_undo (FOI_PROPOSAL_LIST (self->questions)));
}

static void
mark_facts (FoiNewCaseWindow *self)
{
  const FoiRequestText *request = self->reading->request;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->fact_tag, &start, &end);
  mark_fact (self, request->name.span);
  mark_fact (self, request->email.span);
  mark_fact (self, request->organisation.span);
  mark_fact (self, request->address.span);
  mark_fact (self, request->subject.span);
  mark_fact (self, request->sent.span);
  mark_fact (self, request->receipt_span);
}

static void
show_span_cb (FoiNewCaseWindow *self, guint64 start, guint64 end)
{
  const FoiStretch stretch = to_stretch (get_read_text (self), (FoiTextSpan){ start, end });
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, (int) stretch.start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, (int) stretch.end);
  gtk_text_buffer_select_range (self->buffer, &from, &to);
  gtk_text_view_scroll_to_iter (self->text, &from, 0.1, FALSE, 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* ---- what was recognised --------------------------------------------------------------------- */

static GtkWidget *
get_field (FoiNewCaseWindow *self, guint field)
{
  GtkWidget *fields[N_FIELDS] = { self->name, self->salutation, self->email, self->organisation,
                                  self->subject };

  return fields[field];
}

/* What a person corrected stays; what we put there follows the text. */
static void
show_field (FoiNewCaseWindow *self, guint field, const char *value)
{
  GtkEditable *editable = GTK_EDITABLE (get_field (self, field));

  if (g_strcmp0 (gtk_editable_get_text (editable),
                 self->known[field] != NULL ? self->known[field] : "") != 0)
    return;
  g_free (self->known[field]);
  self->known[field] = g_strdup (value);
  gtk_editable_set_text (editable, value != NULL ? value : "");
}

static void
show_address (FoiNewCaseWindow *self, const char *value)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->address);
  g_autofree char *shown = dup_buffer (buffer);

  if (g_strcmp0 (shown, self->known_address != NULL ? self->known_address : "") != 0)
    return;
  g_free (self->known_address);
  self->known_address = g_strdup (value);
  gtk_text_buffer_set_text (buffer, value != NULL ? value : "", -1);
}

static void
choice_clicked_cb (GtkButton *button, FoiNewCaseWindow *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->received),
                         g_object_get_data (G_OBJECT (button), "date"));
  gtk_widget_grab_focus (self->reference);
}

static void
append_choice (FoiNewCaseWindow *self, FoiDate date)
{
  g_autofree char *words = NULL;
  g_autofree char *with_weekday = NULL;
  g_autofree char *label = NULL;
  GtkWidget *button;

  if (date == FOI_DATE_NONE)
    return;
  words = foi_date_to_words (date);
  with_weekday = foi_date_to_words_with_weekday (date);
  /* Translators: %s is a date. */
  label = g_strdup_printf (_("Use %s"), with_weekday);
  button = gtk_button_new_with_label (label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "date", g_steal_pointer (&words), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choice_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->received_choices), button);
}

static void
show_receipt (FoiNewCaseWindow *self)
{
  const FoiRequestText *request = self->reading != NULL ? self->reading->request : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->received_choices)) != NULL)
    gtk_box_remove (GTK_BOX (self->received_choices), child);
  gtk_label_set_label (GTK_LABEL (self->received_reason),
                       request != NULL ? request->receipt_reason
                                       : _("The day on which the request reached the authority."));
  if (request == NULL)
    return;
  if (request->receipt == FOI_DATE_NONE && request->sent.state == FOI_TEXT_DATE_AMBIGUOUS)
    {
      append_choice (self, request->sent.day_first);
      append_choice (self, request->sent.month_first);
    }
  else
    append_choice (self, request->receipt);
}

/* Enter in the empty field takes the one day that is proposed. */
static void
received_activated_cb (FoiNewCaseWindow *self)
{
  GtkWidget *choice = gtk_widget_get_first_child (self->received_choices);

  if (gtk_editable_get_text (GTK_EDITABLE (self->received))[0] == '\0' && choice != NULL
      && gtk_widget_get_next_sibling (choice) == NULL)
    choice_clicked_cb (GTK_BUTTON (choice), self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* The law that the request names, until a person chooses one. */
static void
show_regime (FoiNewCaseWindow *self)
{
  const char *named = self->reading != NULL ? self->reading->regime : NULL;

  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->regime)) != self->known_regime)
    return;
  foi_laws_select (self->regime, named != NULL ? named : foi_laws_get_first ());
  self->known_regime = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->regime));
}

static void
show_reading (FoiNewCaseWindow *self)
{
  const FoiRequestText *request = self->reading != NULL ? self->reading->request : NULL;

  show_field (self, NAME, request != NULL ? request->name.value : NULL);
  show_field (self, SALUTATION, request != NULL ? request->salutation.value : NULL);
  show_field (self, EMAIL, request != NULL ? request->email.value : NULL);
  show_field (self, ORGANISATION, request != NULL ? request->organisation.value : NULL);
  show_field (self, SUBJECT, request != NULL ? request->subject.value : NULL);
  show_address (self, request != NULL ? request->address.value : NULL);
  show_receipt (self);
  show_regime (self);
  if (request != NULL)
    mark_facts (self);
  foi_proposal_list_propose (FOI_PROPOSAL_LIST (self->questions),
                             self->reading != NULL ? self->reading->proposal : NULL);
  tell (self, request != NULL && request->encoded
                ? _("This is the source of a mail or a page. Paste it as its program shows it.")
                : NULL);
}

/* After the paste of a whole request its beginning is seen, and not its end. */
static void
show_beginning (FoiNewCaseWindow *self)
{
  GtkTextIter start;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  gtk_text_view_scroll_to_mark (self->text, gtk_text_buffer_get_insert (self->buffer), 0, FALSE, 0,
                                0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiNewCaseWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  FoiReading *reading = foi_reading_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  self->reading = reading;
  if (self->text == NULL)
    return;
  show_reading (self);
  if (self->is_pasted)
    show_beginning (self);
  self->is_pasted = FALSE;
  if (error != NULL)
    tell (self, error->message);
}

static gboolean
read_source_cb (gpointer user_data)
{
  FoiNewCaseWindow *self = user_data;
  g_autofree char *text = dup_buffer (self->buffer);

  self->read_source = 0;
  self->cancellable = g_cancellable_new ();
  foi_reading_async (text, self->cancellable, read_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
stop_reading (FoiNewCaseWindow *self)
{
  g_clear_handle_id (&self->read_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
text_changed_cb (FoiNewCaseWindow *self)
{
  const gboolean was_read = self->reading != NULL;
  const int length = gtk_text_buffer_get_char_count (self->buffer);
  const gboolean is_empty = length == 0;

  if (self->length == 0 && length > WHOLE)
    self->is_pasted = TRUE;
  self->length = length;
  stop_reading (self);
  g_clear_pointer (&self->reading, foi_reading_free);
  gtk_widget_set_visible (self->hint, is_empty);
  if (is_empty)
    show_reading (self);
  else
    self->read_source = g_timeout_add (was_read ? PAUSE : 0, read_source_cb, self);
}

/* ---- actions --------------------------------------------------------------------------------- */

static void
make_question_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiNewCaseWindow *self = FOI_NEW_CASE_WINDOW (widget);
  const char *text = get_read_text (self);
  GtkTextIter start, end;
  FoiTextSpan span;

  if (self->reading == NULL
      || !gtk_text_buffer_get_selection_bounds (self->buffer, &start, &end))
    {
      tell (self, _("Select the words of the question in the request first."));
      return;
    }
  span.start = (gsize) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (&start)) - text);
  span.end = (gsize) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (&end)) - text);
  tell (self, NULL);
  foi_proposal_list_add (FOI_PROPOSAL_LIST (self->questions), span);
}

static void
split_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiNewCaseWindow *self = FOI_NEW_CASE_WINDOW (widget);
  const char *text = get_read_text (self);
  GtkTextIter cursor;

  if (self->reading == NULL)
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor,
                                    gtk_text_buffer_get_insert (self->buffer));
  tell (self, NULL);
  foi_proposal_list_split (
    FOI_PROPOSAL_LIST (self->questions),
    (gsize) (g_utf8_offset_to_pointer (text, gtk_text_iter_get_offset (&cursor)) - text));
}

static void
undo_questions_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  foi_proposal_list_undo (FOI_PROPOSAL_LIST (FOI_NEW_CASE_WINDOW (widget)->questions));
}

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static FoiCaseState *
make_case (FoiNewCaseWindow *self, const char *received, GError **error)
{
  g_autofree char *address = dup_buffer (gtk_text_view_get_buffer (self->address));
  g_autofree char *created = foi_now_utc ();
  g_autofree char *revision = foi_random_token ();
  g_autofree char *reference = g_strstrip (g_strdup (get_text (self->reference)));
  const FoiNewCase facts = {
    .reference = reference,
    .subject = get_text (self->subject),
    .regime = foi_laws_get_selected (self->regime),
    .received = received,
    .created = created,
    .revision = revision,
    .authority = self->authority,
  };
  const FoiRequester requester = {
    get_text (self->name), get_text (self->salutation), get_text (self->organisation),
    get_text (self->email), address,
  };

  return foi_request_case_new (&facts, self->reading->request, &requester,
                               foi_proposal_list_get (FOI_PROPOSAL_LIST (self->questions)), error);
}

static void
refuse (FoiNewCaseWindow *self, const char *problem, GtkWidget *field)
{
  tell (self, problem);
  gtk_widget_grab_focus (field);
}

/* Whether the case has to wait, for the profile or for a person to know that there is none. */
static gboolean
waits_for_authority (FoiNewCaseWindow *self)
{
  g_autofree char *fault = g_steal_pointer (&self->authority_fault);
  g_autofree char *text = NULL;

  /* A letter that does not say who sends it is not what a quick person wants. */
  self->is_awaited = self->loading != NULL;
  if (self->is_awaited)
    tell (self, _("The authority’s profile is being read. The case is made as soon as it is."));
  if (fault != NULL)
    {
      /* Translators: why the authority's profile cannot be read. */
      text = g_strdup_printf (_("%s. Create the case once more to make it without the profile."),
                              fault);
      tell (self, text);
    }
  return self->is_awaited || fault != NULL;
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiNewCaseWindow *self = FOI_NEW_CASE_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *received = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (FoiCaseState) state = NULL;
  g_autoptr (FoiDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (self->reading == NULL)
    {
      refuse (self, _("Paste the request first."), GTK_WIDGET (self->text));
      return;
    }
  if (!foi_typed_date_read (get_text (self->received), &received, &reason))
    {
      refuse (self, reason, self->received);
      return;
    }
  if (waits_for_authority (self))
    return;
  state = make_case (self, received, &error);
  if (state == NULL)
    {
      refuse (self, error->message, self->reference);
      return;
    }
  document = foi_document_new (state, NULL, NULL);
  foi_application_show_document (FOI_APPLICATION (application), document);
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
close_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
asked_to_close_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiNewCaseWindow) self = user_data;
  const char *answer = foi_dialogs_ask_finish (result, NULL);

  if (g_strcmp0 (answer, "discard") != 0)
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
foi_new_case_window_close_request (GtkWindow *window)
{
  const FoiChoice choices[] = {
    { "keep", _("_Keep Working"), FOI_CHOICE_SUGGESTED },
    { "discard", _("_Discard"), FOI_CHOICE_DESTRUCTIVE },
    { NULL, NULL, FOI_CHOICE_PLAIN },
  };
  FoiNewCaseWindow *self = FOI_NEW_CASE_WINDOW (window);

  if (self->may_close || gtk_text_buffer_get_char_count (self->buffer) == 0)
    return GTK_WINDOW_CLASS (foi_new_case_window_parent_class)->close_request (window);
  foi_dialogs_ask_async (window, _("Discard This Request?"),
                         _("No case has been made of it yet."), choices, asked_to_close_cb,
                         g_object_ref (self));
  return TRUE;
}

/* ---- dropping a file ------------------------------------------------------------------------- */

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = foi_regular_file_load (task_data, FOI_REQUEST_MAX_LENGTH, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiNewCaseWindow *self = FOI_NEW_CASE_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  if (self->text == NULL)
    return;
  if (bytes == NULL && !g_error_matches (error, FOI_ERROR, FOI_ERROR_LIMIT))
    tell (self, error->message);
  else if (bytes == NULL || !g_utf8_validate_len (text, length, NULL))
    tell (self, _("This file is no plain text. Open it, and paste its words here."));
  else
    gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", (int) length);
}

static gboolean
dropped_cb (FoiNewCaseWindow *self, const GValue *value)
{
  const GSList *files = g_value_get_boxed (value);
  g_autoptr (GTask) task = NULL;

  if (files == NULL)
    return FALSE;
  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_source_tag (task, dropped_cb);
  g_task_set_task_data (task, g_object_ref (files->data), g_object_unref);
  foi_task_run_in_thread (task, load_thread);
  return TRUE;
}

/* ---- the window ------------------------------------------------------------------------------ */

static void
foi_new_case_window_dispose (GObject *object)
{
  FoiNewCaseWindow *self = FOI_NEW_CASE_WINDOW (object);

  stop_reading (self);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_NEW_CASE_WINDOW);

  G_OBJECT_CLASS (foi_new_case_window_parent_class)->dispose (object);
}

static void
foi_new_case_window_finalize (GObject *object)
{
  FoiNewCaseWindow *self = FOI_NEW_CASE_WINDOW (object);

  g_clear_pointer (&self->reading, foi_reading_free);
  for (guint i = 0; i < N_FIELDS; i++)
    g_free (self->known[i]);
  g_free (self->known_address);
  g_clear_pointer (&self->authority, json_node_unref);
  g_free (self->authority_fault);

  G_OBJECT_CLASS (foi_new_case_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-new-case-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, text);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, buffer);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, name);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, salutation);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, email);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, organisation);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, subject);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, address);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, received);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, received_reason);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, received_choices);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, reference);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, regime);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, questions_box);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, questions_title);
  gtk_widget_class_bind_template_child (widget_class, FoiNewCaseWindow, problem);
  gtk_widget_class_bind_template_callback (widget_class, received_activated_cb);
}

static void
foi_new_case_window_class_init (FoiNewCaseWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GdkModifierType control = GDK_CONTROL_MASK;

  object_class->dispose = foi_new_case_window_dispose;
  object_class->finalize = foi_new_case_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = foi_new_case_window_close_request;

  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "new-case.make-question", NULL,
                                   make_question_action);
  gtk_widget_class_install_action (widget_class, "new-case.split", NULL, split_action);
  gtk_widget_class_install_action (widget_class, "new-case.undo-questions", NULL,
                                   undo_questions_action);
  gtk_widget_class_install_action (widget_class, "new-case.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "new-case.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, control,
                                       "new-case.make-question", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, control | GDK_SHIFT_MASK,
                                       "new-case.split", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, control,
                                       "new-case.undo-questions", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, control, "new-case.create", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "new-case.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, control, "new-case.close", NULL);
}

static void
authority_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiNewCaseWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) authority = foi_profile_load_finish (result, &error);
  const char *pattern = authority != NULL
                          ? foi_json_get_string (authority, "reference_pattern", "") : "";

  /* The window may have closed meanwhile, also after the profile was read. */
  if (self->loading == NULL)
    return;
  g_clear_object (&self->loading);
  self->authority = g_steal_pointer (&authority);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      self->authority_fault = g_strdup (error->message);
      tell (self, error->message);
    }
  if (pattern[0] != '\0')
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->reference), pattern);
  if (self->is_awaited)
    gtk_widget_activate_action (GTK_WIDGET (self), "new-case.create", NULL);
}

/* Every case keeps a copy of the profile; references are made as it says. */
static void
load_authority (FoiNewCaseWindow *self)
{
  g_autoptr (GFile) file = foi_settings_ref_authority_file (foi_settings_get_default ());

  self->loading = g_cancellable_new ();
  foi_profile_load_async (file, self->loading, authority_loaded_cb, g_object_ref (self));
}

static void
foi_new_case_window_init (FoiNewCaseWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  foi_drop_down_set_name (self->regime, _("Law"));
  /* Before the text view takes the names of the files for text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drop), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  foi_laws_fill (self->regime, TRUE);
  self->fact_tag = gtk_text_buffer_create_tag (self->buffer, NULL, "underline",
                                               PANGO_UNDERLINE_SINGLE, NULL);
  foi_stretches_make_tags (self->buffer, self->tints);
  self->questions = foi_proposal_list_new ();
  gtk_box_append (GTK_BOX (self->questions_box), self->questions);
  g_signal_connect_object (self->questions, "changed", G_CALLBACK (mark_questions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->questions, "show-span", G_CALLBACK (show_span_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->questions, "refused", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_reading (self);
  load_authority (self);
}

/**
 * foi_new_case_window_new:
 *
 * Returns: (transfer none): a window into which a request can be pasted at once.
 */
GtkWidget *
foi_new_case_window_new (GtkApplication *application)
{
  FoiNewCaseWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (FOI_TYPE_NEW_CASE_WINDOW, "application", application, NULL);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->text));
  return GTK_WIDGET (self);
}
