/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-small-window.h"

#include <glib/gi18n.h>

#include "foi-json-edit.h"
#include "foi-progress-follow.h"
#include "foi-small-form.h"
#include "foi-small-ground.h"
#include "foi-small-preview.h"
#include "foi-small-table.h"
#include "foi-task.h"

/* Milliseconds: what is typed without a pause is one rule; what takes longer than a second has a
 * bar and a way to stop it. */
#define PAUSE 150
#define PATIENCE 1000

/* Pixels: wrapped lines ask a scrolled window for no room of their own. */
#define ROOM_FOR_WARNING 84

/* What is proposed where neither the table nor the authority has a rule. */
#define USUAL_THRESHOLD 4

struct _FoiSmallWindow
{
  GtkWindow parent_instance;

  FoiDocument     *document;
  char            *table;
  FoiCaseState    *state;       /* what the case said when this was opened */
  FoiSmallPreview *preview;     /* of what the form asks for, or NULL */
  GCancellable    *cancellable; /* while a thread looks */
  guint            pause_id;
  guint            pulse_id;
  gboolean         applies;     /* what is looked at is done if it is safe */

  GtkWidget *form;
  GtkWidget *ground;
  GtkWidget *ground_label;
  GtkWidget *summary;
  GtkWidget *table_view;
  GtkWidget *waiting;
  GtkWidget *bar;
  GtkWidget *stop_button;
  GtkWidget *verdict_scroller;
  GtkWidget *verdict_box;
  GtkWidget *verdict;
  GtkWidget *combine_button;
  GtkWidget *again_button;
  GtkWidget *apply_button;
};

G_DEFINE_FINAL_TYPE (FoiSmallWindow, foi_small_window, GTK_TYPE_WINDOW)

/* What a thread makes, of immutable values. */
typedef struct
{
  FoiCaseState     *state;
  FoiRemedyRequest *request;
  FoiSmallPreview  *preview;
  gint64            begun;
  int               percent;  /* atomic */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  foi_case_state_unref (job->state);
  g_clear_pointer (&job->preview, foi_small_preview_free);
  foi_remedy_request_free (job->request);
  g_free (job);
}

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  Job *job = user_data;

  g_atomic_int_set (&job->percent, total > 0 ? (int) (done * 100.0 / total) : 0);
}

static void
job_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;

  job->preview = foi_small_preview_new (job->state, job->request, progress_cb, job, cancellable,
                                        &error);
  if (job->preview != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* ---- what is shown --------------------------------------------------------------------------- */

static gboolean
is_in_force (FoiSmallWindow *self)
{
  FoiTableData *data = foi_case_state_find_table (self->state, self->table);

  return foi_json_get_member (foi_table_data_get_resource (data), "foi:rule") != NULL;
}

/* What can be applied is safe, and changes something. */
static void
update_buttons (FoiSmallWindow *self)
{
  const gboolean in_force = is_in_force (self);

  gtk_widget_set_sensitive (self->apply_button,
                            self->preview != NULL && self->preview->remedy->is_safe
                              && (self->preview->changes_anything || in_force));
  gtk_widget_set_visible (self->again_button, in_force);
}

static void
show_verdict (FoiSmallWindow *self, const char *text, gboolean is_warning)
{
  gtk_label_set_text (GTK_LABEL (self->verdict), text);
  gtk_widget_set_visible (self->combine_button, FALSE);
  gtk_widget_set_visible (self->verdict_box, text[0] != '\0');
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->verdict_scroller),
                                              is_warning ? ROOM_FOR_WARNING : -1);
  if (is_warning)
    gtk_widget_add_css_class (self->verdict_box, "warning");
  else
    gtk_widget_remove_css_class (self->verdict_box, "warning");
}

/* What is safe for certain is one button away. */
static void
show_proposal (FoiSmallWindow *self)
{
  const FoiRemedyRequest *proposal = self->preview->remedy->proposal;
  g_autofree char *label = NULL;

  if (proposal == NULL)
    return;
  if (proposal->rows->len == 0)
    label = g_strdup (_("Protect Together"));
  else
    /* Translators: several rows of a table: "North and West", "2016/17 to 2018/19". */
    label = g_strdup_printf (proposal->also != NULL ? _("Protect Together, and Combine %s")
                                                    : _("Combine %s"), proposal->rows_label);
  gtk_button_set_label (GTK_BUTTON (self->combine_button), label);
  gtk_widget_set_visible (self->combine_button, TRUE);
}

/* The tables of which figures are left out. */
static GStrv
list_tables (FoiSmallWindow *self)
{
  const FoiRemedyRequest *request = self->preview->remedy->request;
  g_autoptr (GStrvBuilder) tables = g_strv_builder_new ();

  g_strv_builder_add (tables, request->table);
  if (request->also != NULL)
    g_strv_builder_addv (tables, (const char **) request->also);
  return g_strv_builder_end (tables);
}

/* The ground that is offered. */
static char *
dup_offer (FoiSmallWindow *self)
{
  const FoiRemedy *remedy = self->preview->remedy;
  g_auto (GStrv) tables = list_tables (self);

  return remedy->n_primary + remedy->n_secondary > 0
           ? foi_small_ground_dup_offer (foi_document_get_case (self->document),
                                         (const char *const *) tables) : NULL;
}

static void
show_preview (FoiSmallWindow *self)
{
  FoiRemedy *remedy = self->preview->remedy;
  g_autofree char *offer = NULL;

  gtk_label_set_text (GTK_LABEL (self->summary), remedy->loss);
  foi_small_table_set_preview (FOI_SMALL_TABLE (self->table_view), self->preview);
  show_verdict (self, self->preview->verdict, self->preview->warns);
  show_proposal (self);
  offer = dup_offer (self);
  if (offer != NULL)
    gtk_label_set_label (GTK_LABEL (self->ground_label), offer);
  gtk_widget_set_visible (self->ground, offer != NULL);
}

/* ---- doing ----------------------------------------------------------------------------------- */

static gboolean
apply (FoiSmallWindow *self, FoiCaseEditor *editor, GError **error)
{
  const gboolean with_ground = gtk_widget_get_visible (self->ground)
                               && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->ground))
                               && !self->preview->remedy->request->takes_off;

  g_auto (GStrv) tables = list_tables (self);

  if (!foi_remedy_apply (self->preview->remedy, editor, error))
    return FALSE;
  return !with_ground || foi_small_ground_add (editor, (const char *const *) tables, error);
}

static const char *
get_label (const FoiRemedyRequest *request)
{
  if (request->takes_off)
    return _("Show Figures Again");
  if (request->rows->len > 0)
    return _("Combine Figures");
  return request->rule.method == FOI_SMALL_SUPPRESS ? _("Protect Small Numbers")
                                                    : _("Round Figures");
}

/* Does what was looked at as one command, tells of it and goes; where it fails nothing changed. */
static void
do_and_close (FoiSmallWindow *self, const char *told)
{
  FoiCaseEditor *editor = foi_document_get_editor (self->document);
  g_autoptr (GError) error = NULL;

  foi_case_editor_begin (editor, get_label (self->preview->remedy->request));
  if (!apply (self, editor, &error))
    {
      foi_case_editor_cancel (editor);
      show_verdict (self, error->message, TRUE);
      return;
    }
  foi_case_editor_end (editor);
  foi_document_tell (self->document, told);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- looking --------------------------------------------------------------------------------- */

/* What takes long has a bar and a way to stop it. */
static void
lose_patience (GTask *task)
{
  FoiSmallWindow *self = g_task_get_source_object (task);
  const Job *job = g_task_get_task_data (task);

  if (gtk_widget_get_visible (self->waiting)
      || g_get_monotonic_time () - job->begun <= PATIENCE * G_TIME_SPAN_MILLISECOND)
    return;
  gtk_widget_set_visible (self->waiting, TRUE);
  show_verdict (self, _("Looking for what somebody could work out …"), FALSE);
}

static void
stop (FoiSmallWindow *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_handle_id (&self->pulse_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* What is asked for with its button is done at once, once it is known. */
static void
take_preview (FoiSmallWindow *self, FoiSmallPreview *preview)
{
  FoiSmallPreview *before = self->preview;

  self->preview = preview;
  /* The window stays open if it cannot be done, and the table must not show what is freed. */
  foi_small_table_set_preview (FOI_SMALL_TABLE (self->table_view), preview);
  if (preview->remedy->request->takes_off)
    do_and_close (self, _("The table has its figures again."));
  else if (self->applies && preview->remedy->is_safe)
    do_and_close (self, preview->remedy->loss);
  else
    show_preview (self);
  self->applies = FALSE;
  g_clear_pointer (&before, foi_small_preview_free);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiSmallWindow *self = FOI_SMALL_WINDOW (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  /* Another request ended this one before, or the window is closed. */
  if (self->cancellable == NULL
      || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  stop (self);
  gtk_widget_set_visible (self->waiting, FALSE);
  if (done)
    take_preview (self, g_steal_pointer (&job->preview));
  else
    show_verdict (self, error->message, TRUE);
  if (self->document != NULL)
    update_buttons (self);
}

/* @request is taken over. */
static void
begin (FoiSmallWindow *self, FoiRemedyRequest *request)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  stop (self);
  job->state = foi_case_state_ref (self->state);
  job->request = request;
  job->begun = g_get_monotonic_time ();
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, job, job_free);
  self->pulse_id = foi_progress_follow (self->bar, task, &job->percent, lose_patience);
  foi_task_run_in_thread (task, job_thread);
}

static gboolean
look_cb (gpointer user_data)
{
  FoiSmallWindow *self = user_data;

  self->pause_id = 0;
  begin (self, foi_small_form_dup_request (FOI_SMALL_FORM (self->form)));
  return G_SOURCE_REMOVE;
}

static void
look (FoiSmallWindow *self, guint pause)
{
  stop (self);
  self->applies = FALSE;
  gtk_widget_set_visible (self->waiting, FALSE);
  gtk_widget_set_sensitive (self->apply_button, FALSE);
  self->pause_id = g_timeout_add (pause, look_cb, self);
}

static void
form_changed_cb (FoiSmallWindow *self)
{
  if (self->document != NULL)
    look (self, PAUSE);
}

static void
stop_clicked_cb (FoiSmallWindow *self)
{
  stop (self);
  gtk_widget_set_visible (self->waiting, FALSE);
  show_verdict (self, _("Stopped before it was known what somebody could work out. Change the rule "
                        "to look again."), TRUE);
  gtk_widget_grab_focus (self->form);
}

static void
combine_clicked_cb (FoiSmallWindow *self)
{
  const FoiRemedyRequest *proposal = self->preview != NULL ? self->preview->remedy->proposal : NULL;
  g_autofree char *others = NULL;

  if (proposal == NULL)
    return;
  others = foi_remedy_request_dup_others (proposal, self->state);
  foi_small_form_take (FOI_SMALL_FORM (self->form), proposal, others);
}

/* The reason changes nothing of what can be worked out, so that nobody looks while it is typed; but
 * it belongs to what is done. */
static void
apply_clicked_cb (FoiSmallWindow *self)
{
  g_autoptr (FoiRemedyRequest) request = NULL;

  if (self->preview == NULL || !gtk_widget_get_sensitive (self->apply_button))
    return;
  request = foi_small_form_dup_request (FOI_SMALL_FORM (self->form));
  if (g_strcmp0 (request->reason, self->preview->remedy->request->reason) == 0)
    {
      do_and_close (self, self->preview->remedy->loss);
      return;
    }
  self->applies = TRUE;
  gtk_widget_set_sensitive (self->apply_button, FALSE);
  begin (self, g_steal_pointer (&request));
}

static void
again_clicked_cb (FoiSmallWindow *self)
{
  FoiRemedyRequest *request = foi_remedy_request_new (self->table);

  request->takes_off = TRUE;
  gtk_widget_set_sensitive (self->apply_button, FALSE);
  begin (self, request);
}

/* ---- the window ------------------------------------------------------------------------------ */

static gboolean
foi_small_window_close_request (GtkWindow *window)
{
  stop (FOI_SMALL_WINDOW (window));
  return GTK_WINDOW_CLASS (foi_small_window_parent_class)->close_request (window);
}

static void
foi_small_window_dispose (GObject *object)
{
  FoiSmallWindow *self = FOI_SMALL_WINDOW (object);

  stop (self);
  if (self->table_view != NULL)
    foi_small_table_set_preview (FOI_SMALL_TABLE (self->table_view), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_SMALL_WINDOW);
  g_clear_object (&self->document);
  g_clear_pointer (&self->preview, foi_small_preview_free);
  g_clear_pointer (&self->state, foi_case_state_unref);
  g_clear_pointer (&self->table, g_free);

  G_OBJECT_CLASS (foi_small_window_parent_class)->dispose (object);
}

static void
foi_small_window_class_init (FoiSmallWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_small_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = foi_small_window_close_request;
  g_type_ensure (FOI_TYPE_SMALL_FORM);
  g_type_ensure (FOI_TYPE_SMALL_TABLE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/foidesk/FoiDesk/ui/foi-small-window.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, form);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, ground);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, ground_label);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, table_view);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, waiting);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, stop_button);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, verdict_scroller);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, verdict);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, combine_button);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, again_button);
  gtk_widget_class_bind_template_child (widget_class, FoiSmallWindow, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, combine_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
}

static void
foi_small_window_init (FoiSmallWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The table's rule, or the authority's, or what is usual. */
static void
show_rule (FoiSmallWindow *self, FoiTableData *data)
{
  JsonNode *own = foi_json_get_member (foi_table_data_get_resource (data), "foi:rule");
  FoiSmallRule rule = foi_small_rule_of_table (self->state, data);
  const gboolean is_authority = own == NULL && rule.threshold > 0;

  foi_small_form_set_table (FOI_SMALL_FORM (self->form), data);
  if (is_authority)
    rule = foi_small_rule_of_authority (self->state);
  if (rule.threshold == 0)
    rule.threshold = USUAL_THRESHOLD;
  foi_small_form_set_rule (FOI_SMALL_FORM (self->form), &rule,
                           foi_json_get_string (own, "reason", NULL), is_authority);
}

/**
 * foi_small_window_present:
 * @parent: the case's window
 * @document: the case
 * @table: the name of one of its tables
 *
 * Shows what can be done about the small numbers of a table.
 */
void
foi_small_window_present (GtkWindow *parent, FoiDocument *document, const char *table)
{
  FoiSmallWindow *self;
  FoiTableData *data;
  g_autofree char *title = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (FOI_IS_DOCUMENT (document));
  g_return_if_fail (table != NULL);

  foi_document_commit (document);
  data = foi_case_state_find_table (foi_case_get_state (foi_document_get_case (document)), table);
  if (data == NULL)
    return;
  self = g_object_new (FOI_TYPE_SMALL_WINDOW, "transient-for", parent, NULL);
  self->table = g_strdup (table);
  self->state = foi_case_ref_snapshot (foi_document_get_case (document));
  show_rule (self, data);
  self->document = g_object_ref (document);
  /* Translators: the title of a table. */
  title = g_strdup_printf (_("Small Numbers: %s"), foi_table_data_get_title (data));
  gtk_window_set_title (GTK_WINDOW (self), title);
  show_verdict (self, "", FALSE);
  update_buttons (self);
  look (self, 0);
  gtk_window_present (GTK_WINDOW (self));
}
