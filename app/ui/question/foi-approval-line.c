/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-approval-line.h"

#include <glib/gi18n.h>

#include "foi-almanac.h"
#include "foi-case-approval.h"
#include "foi-task.h"
#include "foi-words.h"

/* Who types is not told in between, in milliseconds. */
#define PATIENCE 300

struct _FoiApprovalLine
{
  GtkWidget parent_instance;

  FoiDocument *document;
  char        *question;
  GtkWidget   *label;
  GtkWidget   *take_back;  /* there where somebody approved */
  guint        source;
  gboolean     is_working, is_stale;
};

G_DEFINE_FINAL_TYPE (FoiApprovalLine, foi_approval_line, GTK_TYPE_WIDGET)

/* What is looked at, in a thread: an immutable state. */
typedef struct
{
  FoiCaseState *state;
  char         *question;
  FoiDate       today;
  gboolean      is_given;  /* to what it says now, or said before */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  foi_case_state_unref (work->state);
  g_free (work->question);
  g_free (work);
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  FoiApproval approval;

  foi_case_state_get_approval (work->state, work->question, &approval);
  work->is_given = approval.state != FOI_APPROVAL_NONE;
  g_task_return_pointer (task,
                         approval.state == FOI_APPROVAL_NONE
                             && !foi_case_state_needs_approval (work->state)
                           ? NULL : foi_approval_dup_words (&approval, work->today), g_free);
}

static void look_soon (FoiApprovalLine *self);

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  FoiApprovalLine *self = FOI_APPROVAL_LINE (source);
  const Work *work = g_task_get_task_data (G_TASK (result));
  g_autofree char *words = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_working = FALSE;
  if (self->document == NULL)
    return;
  /* It may be another question by now, of which this says nothing. */
  if (g_strcmp0 (work->question, self->question) != 0)
    {
      look_soon (self);
      return;
    }
  foi_words_show (self->label, words);
  gtk_widget_set_visible (self->take_back, work->is_given);
  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  if (self->is_stale)
    look_soon (self);
}

static gboolean
look_cb (gpointer data)
{
  FoiApprovalLine *self = data;
  g_autoptr (GTask) task = NULL;
  Work *work;

  self->source = 0;
  if (self->question == NULL)
    return G_SOURCE_REMOVE;
  self->is_stale = FALSE;
  self->is_working = TRUE;
  work = g_new (Work, 1);
  *work = (Work) {
    foi_case_state_ref (foi_case_get_state (foi_document_get_case (self->document))),
    g_strdup (self->question), foi_almanac_get_today (foi_almanac_get_default ()), FALSE
  };
  task = g_task_new (self, NULL, worked_cb, NULL);
  g_task_set_source_tag (task, look_cb);
  g_task_set_task_data (task, work, work_free);
  foi_task_run_in_thread (task, work_thread);
  return G_SOURCE_REMOVE;
}

static void
look_soon (FoiApprovalLine *self)
{
  self->is_stale = TRUE;
  if (self->source == 0 && !self->is_working && self->question != NULL)
    self->source = g_timeout_add (PATIENCE, look_cb, self);
}

/* The button goes, and the focus goes to what is before it. */
static void
take_back_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiApprovalLine *self = FOI_APPROVAL_LINE (widget);
  g_autoptr (GError) error = NULL;

  if (self->question == NULL)
    return;
  foi_document_commit (self->document);
  if (!foi_case_editor_withdraw_approval (foi_document_get_editor (self->document), self->question,
                                          &error))
    {
      foi_document_tell_error (self->document, error);
      return;
    }
  if (gtk_widget_has_focus (self->take_back))
    gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (widget)), GTK_DIR_TAB_BACKWARD);
  gtk_widget_set_visible (self->take_back, FALSE);
}

static void
foi_approval_line_dispose (GObject *object)
{
  FoiApprovalLine *self = FOI_APPROVAL_LINE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->take_back, gtk_widget_unparent);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_approval_line_parent_class)->dispose (object);
}

static void
foi_approval_line_finalize (GObject *object)
{
  g_free (FOI_APPROVAL_LINE (object)->question);

  G_OBJECT_CLASS (foi_approval_line_parent_class)->finalize (object);
}

static void
foi_approval_line_class_init (FoiApprovalLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_approval_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = foi_approval_line_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "approval.take-back", NULL, take_back_action);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_approval_line_init (FoiApprovalLine *self)
{
  self->label = foi_words_new (NULL, "row-subtitle");
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_valign (self->label, GTK_ALIGN_CENTER);
  self->take_back = gtk_button_new_with_label (_("Take Back"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->take_back), "approval.take-back");
  gtk_widget_set_tooltip_text (self->take_back, _("Note that this answer is not approved"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Take Back the Approval"), -1);
  gtk_widget_add_css_class (self->take_back, "flat");
  gtk_widget_set_visible (self->take_back, FALSE);
  gtk_widget_set_valign (self->take_back, GTK_ALIGN_CENTER);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              8);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->take_back, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * foi_approval_line_new:
 *
 * Returns: (transfer floating): a line of no question yet, which follows the case.
 */
GtkWidget *
foi_approval_line_new (FoiDocument *document)
{
  FoiApprovalLine *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_APPROVAL_LINE, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (look_soon),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_approval_line_set_question:
 * @question: (nullable): the id of a question
 *
 * Tells of that one.
 */
void
foi_approval_line_set_question (FoiApprovalLine *self, const char *question)
{
  g_return_if_fail (FOI_IS_APPROVAL_LINE (self));

  if (g_strcmp0 (self->question, question) == 0)
    return;
  g_free (self->question);
  self->question = g_strdup (question);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  look_soon (self);
}

/**
 * foi_approval_line_get_text:
 *
 * Returns: what it says; "" where there is nothing to say.
 */
const char *
foi_approval_line_get_text (FoiApprovalLine *self)
{
  g_return_val_if_fail (FOI_IS_APPROVAL_LINE (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}
