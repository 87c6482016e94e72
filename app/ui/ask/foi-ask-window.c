/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-ask-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "foi-almanac.h"
#include "foi-ask-draft.h"
#include "foi-ask-names.h"
#include "foi-case-asks.h"
#include "foi-dialogs.h"
#include "foi-eml.h"
#include "foi-question-choice.h"
#include "foi-register.h"
#include "foi-typed-date.h"

struct _FoiAskWindow
{
  GtkWindow parent_instance;

  FoiDocument *document;
  char        *question;  /* from whose page it was opened */
  char        *chased;    /* who is reminded, or NULL */
  FoiDate      day;
  FoiAskMail  *mail;      /* or NULL, while something is missing */
  FoiAskNames *names;
  gboolean     noted;
  gboolean     busy;
  gboolean     is_closed; /* while it was busy */

  GtkWidget *form;
  GtkWidget *service;
  GtkWidget *contact;
  GtkWidget *wanted_by;
  GtkWidget *questions;      /* those that can be asked about */
  GtkWidget *problem;
  gboolean   is_filled; /* before that nobody made a mistake */
  GtkWidget *heads;
  GtkWidget *text;
  GtkWidget *told;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (FoiAskWindow, foi_ask_window, GTK_TYPE_WINDOW)

static FoiCaseState *
get_state (FoiAskWindow *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* ---- what is asked --------------------------------------------------------------------------- */

/* Returns: (transfer full): the ids that are ticked, and a NULL. */
static GPtrArray *
list_questions (FoiAskWindow *self)
{
  GPtrArray *ids = foi_question_choice_list (FOI_QUESTION_CHOICE (self->questions));

  g_ptr_array_add (ids, NULL);
  return ids;
}

/* What was noted first of those that are reminded of. */
static gboolean
find_chased (FoiAskWindow *self, GPtrArray *ids, FoiAsk *ask)
{
  gboolean found = FALSE;
  FoiAsk each;
  guint position;

  for (guint i = 0; i + 1 < ids->len; i++)
    if (foi_case_state_find_waiting (get_state (self), ids->pdata[i], self->chased, &position)
        && foi_case_state_get_ask (get_state (self), ids->pdata[i], position, &each)
        && (!found || each.asked < ask->asked))
      {
        *ask = each;
        found = TRUE;
      }
  return found;
}

/* The form's day by which the answer is wanted; FALSE and why where it is none. */
static gboolean
read_wanted (FoiAskWindow *self, FoiDate *wanted, char **reason)
{
  g_autofree char *iso = NULL;

  *wanted = FOI_DATE_NONE;
  if (!foi_typed_date_read (get_text (self->wanted_by), &iso, reason))
    return FALSE;
  if (iso != NULL)
    *wanted = foi_date_from_iso (iso);
  if (*wanted != FOI_DATE_NONE && *wanted < self->day)
    *reason = g_strdup (_("The answer cannot be wanted before the service is asked"));
  return *reason == NULL;
}

/* Says what is missing before a service can be asked; NULL where nothing is. */
static char *
read_form (FoiAskWindow *self, GPtrArray *ids, FoiAsk *ask)
{
  char *reason = NULL;
  guint position;

  *ask = (FoiAsk) {
    .service = get_text (self->service),
    .contact = get_text (self->contact),
    .asked = self->day,
  };
  if (self->chased != NULL)
    return find_chased (self, ids, ask) ? NULL : g_strdup (_("Choose a question"));
  if (!read_wanted (self, &ask->wanted_by, &reason))
    return reason;
  if (ask->service[strspn (ask->service, " ")] == '\0')
    return g_strdup (_("Say which service is asked"));
  if (ids->len == 1)
    return g_strdup (_("Choose a question"));
  for (guint i = 0; i + 1 < ids->len; i++)
    if (foi_case_state_find_waiting (get_state (self), ids->pdata[i], ask->service, &position))
      return g_strdup_printf (_("%s was asked already, and has not answered: chase it"),
                              ask->service);
  return NULL;
}

static void
write_mail (FoiAskWindow *self, const FoiAsk *ask, GPtrArray *ids, char **reason)
{
  FoiCaseState *state = get_state (self);
  g_autoptr (FoiBrief) brief = foi_case_state_publish (state);
  g_autoptr (FoiCaseClock) clock = foi_almanac_read_clock (foi_almanac_get_default (), state);
  g_autoptr (GError) error = NULL;
  const FoiAskFacts facts = {
    .service = ask->service,
    .contact = ask->contact,
    .questions = (const char *const *) ids->pdata,
    .asked = ask->asked,
    .wanted_by = ask->wanted_by,
    .due = foi_case_clock_is_open (clock) && clock->certain ? clock->due : FOI_DATE_NONE,
    .chased = self->chased != NULL ? self->day : FOI_DATE_NONE,
    .text = ask->text,
  };

  self->mail = foi_ask_mail_new (brief, foi_rules_get_default (), &facts, &error);
  if (self->mail == NULL)
    *reason = g_strdup (error->message);
}

/* ---- the draft as it will go ----------------------------------------------------------------- */

static char *
dup_heads (FoiAskWindow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->mail->files->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? _(", ") : "",
                            ((FoiEmlFile *) self->mail->files->pdata[i])->name);
  /* Translators: the addresses, the subject and the attached files of a mail. */
  return g_strdup_printf (_("To: %s\nSubject: %s\nAttached: %s"),
                          self->mail->to[0] != '\0' ? self->mail->to : _("no e-mail address yet"),
                          self->mail->subject, names->str);
}

/* @is_fault: it is for the person to mend, and not only to be known. */
static void
show_problem (FoiAskWindow *self, const char *words, gboolean is_fault)
{
  gtk_label_set_text (GTK_LABEL (self->problem), words != NULL ? words : "");
  gtk_widget_set_visible (self->problem, words != NULL);
  if (is_fault)
    {
      gtk_widget_add_css_class (self->problem, "foi-problem");
      gtk_widget_remove_css_class (self->problem, "dim-label");
    }
  else
    {
      gtk_widget_add_css_class (self->problem, "dim-label");
      gtk_widget_remove_css_class (self->problem, "foi-problem");
    }
}

/* Whoever gets the answer on the last day has no day to write the letter. */
static char *
dup_hint (FoiAskWindow *self, const FoiAsk *ask)
{
  g_autoptr (FoiCaseClock) clock
    = foi_almanac_read_clock (foi_almanac_get_default (), get_state (self));

  if (self->chased != NULL || ask->wanted_by == FOI_DATE_NONE || !foi_case_clock_is_open (clock)
      || !clock->certain || ask->wanted_by < clock->due)
    return NULL;
  return g_strdup (ask->wanted_by == clock->due
                     ? _("That is the last day for our letter: no day is left to write it")
                     : _("That is after the last day for our letter"));
}

static void
show_mail (FoiAskWindow *self)
{
  g_autofree char *heads = self->mail != NULL ? dup_heads (self) : g_strdup ("");
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));

  gtk_label_set_text (GTK_LABEL (self->heads), heads);
  gtk_text_buffer_set_text (buffer, self->mail != NULL ? self->mail->text : "", -1);
}

/* What is insensitive cannot keep the focus. */
static void
show_state (FoiAskWindow *self)
{
  const gboolean edits = !self->noted && !self->busy;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!edits && focus != NULL && gtk_widget_is_ancestor (focus, self->form))
    gtk_widget_grab_focus (self->text);
  gtk_widget_set_sensitive (self->form, edits);
  gtk_widget_set_sensitive (self->buttons, self->mail != NULL && !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.note",
                                 self->mail != NULL && !self->noted && !self->busy);
}

static void
update (FoiAskWindow *self)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *reason = NULL, *hint = NULL;
  FoiAsk ask;

  if (self->document == NULL || self->noted)
    return;
  ids = list_questions (self);
  g_clear_pointer (&self->mail, foi_ask_mail_free);
  reason = read_form (self, ids, &ask);
  if (reason == NULL)
    write_mail (self, &ask, ids, &reason);
  hint = reason == NULL ? dup_hint (self, &ask) : NULL;
  show_problem (self, reason != NULL ? reason : hint,
                reason != NULL && self->is_filled);
  show_mail (self);
  show_state (self);
}

/* How a service was reached before is how it is reached. */
static void
service_changed_cb (FoiAskWindow *self)
{
  const char *contact = foi_ask_names_find_contact (self->names, get_text (self->service));

  if (contact != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->contact), contact);
  update (self);
}

/* ---- it is noted ----------------------------------------------------------------------------- */

static gboolean
note_one (FoiAskWindow *self, const char *question, const FoiAsk *ask, GError **error)
{
  FoiCaseEditor *editor = foi_document_get_editor (self->document);
  guint position;

  if (self->chased == NULL)
    return foi_case_editor_ask (editor, question, ask, error);
  return foi_case_state_find_waiting (get_state (self), question, self->chased, &position)
         && foi_case_editor_chase (editor, question, position, self->day, error);
}

/* Once for one mail, however often it is given away: as one command. What was given away is kept
 * for reminders; what somebody wrote elsewhere nobody here knows. */
static void
note (FoiAskWindow *self, gboolean is_given)
{
  FoiCaseEditor *editor = foi_document_get_editor (self->document);
  g_autoptr (GPtrArray) ids = list_questions (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  gboolean done = TRUE;
  FoiAsk ask;

  if (self->noted || self->mail == NULL)
    return;
  reason = read_form (self, ids, &ask);
  if (reason != NULL)
    return;
  if (is_given && self->chased == NULL)
    ask.text = self->mail->text;
  foi_case_editor_begin (editor, self->chased != NULL ? _("Chase Service") : _("Ask Service"));
  for (guint i = 0; done && i + 1 < ids->len; i++)
    done = note_one (self, ids->pdata[i], &ask, &error);
  if (done)
    foi_case_editor_end (editor);
  else
    foi_case_editor_cancel (editor);
  self->noted = done;
  if (done)
    gtk_label_set_text (GTK_LABEL (self->told),
                        self->chased != NULL
                          ? _("The reminder is noted in the case. Undo takes the note back.")
                          : _("It is noted in the case that the service is asked. Undo takes the "
                              "note back."));
  else
    gtk_label_set_text (GTK_LABEL (self->told), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->told, TRUE);
  show_state (self);
}

/* ---- it is given away ------------------------------------------------------------------------ */

static void
given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiAskWindow *self = FOI_ASK_WINDOW (source);
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  /* It may have gone with the window of its case. */
  if (self->document == NULL)
    return;
  if (foi_ask_draft_give_finish (result, &error))
    note (self, TRUE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_label_set_text (GTK_LABEL (self->told), error->message);
      gtk_widget_set_visible (self->told, TRUE);
    }
  show_state (self);
  if (self->is_closed && !self->noted && gtk_widget_get_visible (self->told))
    gtk_window_present (GTK_WINDOW (self));
  else if (self->is_closed)
    gtk_window_destroy (GTK_WINDOW (self));
  self->is_closed = FALSE;
}

/* What is given away just now is noted before the window goes. */
static gboolean
foi_ask_window_close_request (GtkWindow *window)
{
  FoiAskWindow *self = FOI_ASK_WINDOW (window);

  if (!self->busy)
    return GTK_WINDOW_CLASS (foi_ask_window_parent_class)->close_request (window);
  self->is_closed = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GDK_EVENT_STOP;
}

static void
give (FoiAskWindow *self, GFile *file)
{
  g_autoptr (GBytes) eml = NULL;

  if (self->mail == NULL || self->busy)
    return;
  self->busy = TRUE;
  show_state (self);
  eml = foi_ask_mail_to_eml (self->mail);
  foi_ask_draft_give_async (GTK_WINDOW (self), eml, self->mail->subject, file, given_cb, NULL);
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  give (FOI_ASK_WINDOW (widget), NULL);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiAskWindow) self = user_data;
  g_autoptr (GFile) file = foi_dialogs_save_finish (result, NULL);

  if (file != NULL)
    foi_ask_window_save (self, file);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAskWindow *self = FOI_ASK_WINDOW (widget);
  GFile *file = foi_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = NULL;

  if (self->mail == NULL)
    return;
  name = foi_ask_draft_dup_name (self->mail->subject);
  foi_dialogs_save_async (GTK_WINDOW (self), _("Save Draft"), FOI_FILE_MAIL, folder, name,
                          chosen_cb, g_object_ref (self));
}

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAskWindow *self = FOI_ASK_WINDOW (widget);

  if (self->mail == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->mail->text);
  note (self, TRUE);
}

static void
note_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  note (FOI_ASK_WINDOW (widget), FALSE);
  gtk_window_close (GTK_WINDOW (widget));
}

/* ---- the window ------------------------------------------------------------------------------ */

/* Nobody is reminded of what they were not asked. */
static void
add_question (FoiAskWindow *self, FoiQuestion *question)
{
  const char *id = foi_question_get_id (question);
  GListModel *parts = foi_question_get_parts (question);
  guint position;

  if (self->chased == NULL
      || foi_case_state_find_waiting (get_state (self), id, self->chased, &position))
    foi_question_choice_add (FOI_QUESTION_CHOICE (self->questions), question, NULL,
                             self->chased != NULL || g_str_equal (id, self->question));
  for (guint i = 0; i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (FoiQuestion) part = g_list_model_get_item (parts, i);

      add_question (self, part);
    }
}

static void
foi_ask_window_dispose (GObject *object)
{
  FoiAskWindow *self = FOI_ASK_WINDOW (object);

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_ASK_WINDOW);

  G_OBJECT_CLASS (foi_ask_window_parent_class)->dispose (object);
}

static void
foi_ask_window_finalize (GObject *object)
{
  FoiAskWindow *self = FOI_ASK_WINDOW (object);

  g_free (self->question);
  g_free (self->chased);
  g_clear_pointer (&self->mail, foi_ask_mail_free);
  g_clear_pointer (&self->names, foi_ask_names_free);

  G_OBJECT_CLASS (foi_ask_window_parent_class)->finalize (object);
}

static void
foi_ask_window_class_init (FoiAskWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_ask_window_dispose;
  object_class->finalize = foi_ask_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = foi_ask_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foidesk/FoiDesk/ui/foi-ask-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiAskWindow, form);
  gtk_widget_class_bind_template_child (widget_class, FoiAskWindow, service);
  gtk_widget_class_bind_template_child (widget_class, FoiAskWindow, contact);
  gtk_widget_class_bind_template_child (widget_class, FoiAskWindow, wanted_by);
  gtk_widget_class_bind_template_child (widget_class, FoiAskWindow, questions);
  gtk_widget_class_bind_template_child (widget_class, FoiAskWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, FoiAskWindow, heads);
  gtk_widget_class_bind_template_child (widget_class, FoiAskWindow, text);
  gtk_widget_class_bind_template_child (widget_class, FoiAskWindow, told);
  gtk_widget_class_bind_template_child (widget_class, FoiAskWindow, buttons);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, service_changed_cb);
  gtk_widget_class_install_action (widget_class, "draft.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "draft.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "draft.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "draft.note", NULL, note_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "draft.save",
                                       NULL);
}

static void
foi_ask_window_init (FoiAskWindow *self)
{
  g_type_ensure (FOI_TYPE_QUESTION_CHOICE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is known when it opens. */
static void
fill (FoiAskWindow *self)
{
  FoiCaseState *state = get_state (self);
  GListModel *questions = foi_case_get_questions (foi_document_get_case (self->document));
  FoiAlmanac *almanac = foi_almanac_get_default ();
  g_autoptr (FoiCaseClock) clock = foi_almanac_read_clock (almanac, state);
  g_autofree char *title = NULL;
  FoiDate wanted;

  self->day = foi_almanac_get_today (almanac);
  wanted = foi_case_state_propose_ask_day (state, clock, self->day);
  if (wanted != FOI_DATE_NONE)
    {
      g_autofree char *words = foi_date_to_words (wanted);

      gtk_editable_set_text (GTK_EDITABLE (self->wanted_by), words);
    }
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);

      add_question (self, question);
    }
  if (self->chased == NULL)
    return;
  title = g_strdup_printf (_("Chase %s"), self->chased);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_editable_set_text (GTK_EDITABLE (self->service), self->chased);
  gtk_widget_set_visible (gtk_widget_get_parent (self->service), FALSE);
}

/**
 * foi_ask_window_present:
 * @question: the id of a question, or of a part of one
 * @chased: (nullable): the service that is reminded; %NULL to ask one
 *
 * Opens the window.
 *
 * Returns: (transfer none): it.
 */
GtkWidget *
foi_ask_window_present (GtkWindow *parent, FoiDocument *document, const char *question,
                        const char *chased)
{
  FoiAskWindow *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (FOI_IS_DOCUMENT (document) && question != NULL, NULL);

  foi_document_commit (document);
  self = g_object_new (FOI_TYPE_ASK_WINDOW, "transient-for", parent, "modal", TRUE,
                       "destroy-with-parent", TRUE, NULL);
  self->question = g_strdup (question);
  self->chased = g_strdup (chased);
  self->names = foi_ask_names_new (foi_case_get_state (foi_document_get_case (document)),
                                   G_LIST_MODEL (foi_register_peek ()));
  foi_ask_names_complete (self->names, GTK_ENTRY (self->service));
  self->document = g_object_ref (document);
  fill (self);
  update (self);
  self->is_filled = TRUE;
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * foi_ask_window_get_mail:
 *
 * Returns: (transfer none) (nullable): the mail as it would go; %NULL while something is missing.
 */
FoiAskMail *
foi_ask_window_get_mail (FoiAskWindow *self)
{
  g_return_val_if_fail (FOI_IS_ASK_WINDOW (self), NULL);
  return self->mail;
}

/**
 * foi_ask_window_is_noted:
 *
 * Returns: whether the mail was given away, and that is noted in the case.
 */
gboolean
foi_ask_window_is_noted (FoiAskWindow *self)
{
  g_return_val_if_fail (FOI_IS_ASK_WINDOW (self), FALSE);
  return self->noted;
}

/**
 * foi_ask_window_save:
 * @file: where to
 *
 * Saves the draft, and then notes that the service is asked, or reminded.
 */
void
foi_ask_window_save (FoiAskWindow *self, GFile *file)
{
  g_return_if_fail (FOI_IS_ASK_WINDOW (self) && G_IS_FILE (file));
  give (self, file);
}
