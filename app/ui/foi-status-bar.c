/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-status-bar.h"

#include <glib/gi18n.h>

#include "foi-case-facts.h"
#include "foi-todo.h"
#include "foi-tooltip.h"

struct _FoiStatusBar
{
  GtkWidget parent_instance;

  FoiDocument    *document;
  FoiCaseChecker *checker;  /* or NULL */
  GtkWidget      *saved;
  GtkWidget      *meaning;
  GtkWidget      *readiness;
};

G_DEFINE_FINAL_TYPE (FoiStatusBar, foi_status_bar, GTK_TYPE_WIDGET)

static void
update_saved (FoiStatusBar *self)
{
  g_autofree char *text = foi_case_facts_dup_saved (self->document);

  gtk_label_set_label (GTK_LABEL (self->saved), text);
}

/* A label without any text would go by the name of its class among those who hear it. */
static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL && text[0] != '\0' ? text : " ");
}

static void
update_meaning (FoiStatusBar *self)
{
  const char *text = foi_document_get_status (self->document);

  set_text (self->meaning, text);
  foi_tooltip_set (self->meaning, text);
}

/* "Question 2: 3 to fix", or NULL where the checks know of nothing. */
static char *
dup_faults (FoiStatusBar *self, FoiQuestion *question, const char *topic)
{
  guint n = self->checker != NULL ? foi_case_checker_count_at (self->checker, topic) : 0;

  if (n == 0)
    return NULL;
  /* Translators: the number of a question, and how many things the checks found in it. */
  return g_strdup_printf (ngettext ("Question %s: %u to fix", "Question %s: %u to fix", n),
                          foi_question_get_number (question), n);
}

static void
update_readiness (FoiStatusBar *self)
{
  FoiCase *foi_case = foi_document_get_case (self->document);
  g_autofree char *id = foi_document_dup_question (self->document);
  FoiQuestion *question = id != NULL ? foi_case_find_question (foi_case, id) : NULL;
  g_autoptr (GPtrArray) todos = foi_todo_list (foi_case);
  g_autofree char *topic = foi_case_facts_dup_topic (self->document);
  g_autofree char *text = NULL;
  FoiTodo *todo = foi_todo_find (todos, topic);

  if (todo != NULL)
    text = g_strdup (todo->text);
  else if (question != NULL)
    text = dup_faults (self, question, topic);
  if (text == NULL && question != NULL)
    text = g_strdup_printf (_("Question %s is ready"), foi_question_get_number (question));
  set_text (self->readiness, text != NULL ? text : "");
}

static void
foi_status_bar_dispose (GObject *object)
{
  FoiStatusBar *self = FOI_STATUS_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_STATUS_BAR);
  g_clear_object (&self->document);
  g_clear_object (&self->checker);

  G_OBJECT_CLASS (foi_status_bar_parent_class)->dispose (object);
}

static void
foi_status_bar_class_init (FoiStatusBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foi_status_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foidesk/FoiDesk/ui/foi-status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FoiStatusBar, saved);
  gtk_widget_class_bind_template_child (widget_class, FoiStatusBar, meaning);
  gtk_widget_class_bind_template_child (widget_class, FoiStatusBar, readiness);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "status-bar");
}

static void
foi_status_bar_init (FoiStatusBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * foi_status_bar_set_document:
 *
 * Has the bar speak of @document. To be said once.
 */
void
foi_status_bar_set_document (FoiStatusBar *self, FoiDocument *document)
{
  FoiCaseEditor *editor;

  g_return_if_fail (FOI_IS_STATUS_BAR (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  editor = foi_document_get_editor (document);
  g_signal_connect_object (document, "notify::file", G_CALLBACK (update_saved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::busy", G_CALLBACK (update_saved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::modified", G_CALLBACK (update_saved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (update_saved),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "todos-changed", G_CALLBACK (update_saved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::status", G_CALLBACK (update_meaning), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::place", G_CALLBACK (update_readiness), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (foi_document_get_case (document), "changed",
                           G_CALLBACK (update_readiness), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "todos-changed", G_CALLBACK (update_readiness), self,
                           G_CONNECT_SWAPPED);
  update_saved (self);
  update_meaning (self);
  update_readiness (self);
}

/**
 * foi_status_bar_follow_checks:
 * @checker: what checks the case
 *
 * Calls no question ready in which it finds something to fix. To be said once.
 */
void
foi_status_bar_follow_checks (FoiStatusBar *self, FoiCaseChecker *checker)
{
  g_return_if_fail (FOI_IS_STATUS_BAR (self));
  g_return_if_fail (FOI_IS_CASE_CHECKER (checker) && self->checker == NULL);

  self->checker = g_object_ref (checker);
  g_signal_connect_object (checker, "changed", G_CALLBACK (update_readiness), self,
                           G_CONNECT_SWAPPED);
  update_readiness (self);
}
