/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-asked-row.h"

#include <glib/gi18n.h>

#include "foi-asked-edits.h"
#include "foi-case-edits.h"
#include "foi-case-field.h"
#include "foi-focus.h"

struct _FoiAskedRow
{
  GtkWidget parent_instance;

  FoiDocument *document;
  char        *question;

  GtkWidget *number;
  GtkWidget *label;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (FoiAskedRow, foi_asked_row, GTK_TYPE_WIDGET)

static guint
get_n_questions (FoiAskedRow *self)
{
  FoiCase *foi_case = foi_document_get_case (self->document);

  return g_list_model_get_n_items (foi_case_get_questions (foi_case));
}

static void
tell_if (FoiAskedRow *self, GError *error)
{
  if (error != NULL)
    foi_document_tell_error (self->document, error);
}

static void
move (FoiAskedRow *self, int step)
{
  const int position = foi_asked_find (self->document, self->question) + step;
  g_autoptr (GError) error = NULL;

  if (position < 0 || position >= (int) get_n_questions (self))
    return;
  foi_document_commit (self->document);
  foi_case_editor_move_question (foi_document_get_editor (self->document), self->question,
                                 (guint) position, &error);
  tell_if (self, error);
}

static void
up_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (FOI_ASKED_ROW (widget), -1);
}

static void
down_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  move (FOI_ASKED_ROW (widget), 1);
}

static void
split_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAskedRow *self = FOI_ASKED_ROW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter cursor;
  g_autoptr (GError) error = NULL;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  foi_asked_split (self->document, self->question, (guint) gtk_text_iter_get_offset (&cursor),
                   NULL, &error);
  tell_if (self, error);
}

static void
merge_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAskedRow *self = FOI_ASKED_ROW (widget);
  g_autoptr (GError) error = NULL;

  foi_document_commit (self->document);
  foi_asked_merge (self->document, self->question, &error);
  tell_if (self, error);
}

static void
remove_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  FoiAskedRow *self = FOI_ASKED_ROW (widget);
  g_autoptr (FoiDocument) document = g_object_ref (self->document);
  g_autoptr (GError) error = NULL;

  if (!foi_case_editor_remove_question (foi_document_get_editor (document), self->question, &error))
    foi_document_tell_error (document, error);
  else
    foi_document_tell (document, _("The question and its answer are removed. Undo brings them "
                                   "back."));
}

static gboolean
foi_asked_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (FOI_ASKED_ROW (widget)->text);
}

static void
foi_asked_row_dispose (GObject *object)
{
  FoiAskedRow *self = FOI_ASKED_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), FOI_TYPE_ASKED_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_asked_row_parent_class)->dispose (object);
}

static void
foi_asked_row_finalize (GObject *object)
{
  g_free (FOI_ASKED_ROW (object)->question);

  G_OBJECT_CLASS (foi_asked_row_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "asked.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "asked.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "asked.split", NULL, split_action);
  gtk_widget_class_install_action (widget_class, "asked.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "asked.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "asked.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "asked.down",
                                       NULL);
}

static void
foi_asked_row_class_init (FoiAskedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_asked_row_dispose;
  object_class->finalize = foi_asked_row_finalize;
  widget_class->grab_focus = foi_asked_row_grab_focus;
  foi_focus_let_go (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/foidesk/FoiDesk/ui/foi-asked-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, FoiAskedRow, number);
  gtk_widget_class_bind_template_child (widget_class, FoiAskedRow, label);
  gtk_widget_class_bind_template_child (widget_class, FoiAskedRow, text);
  install_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
foi_asked_row_init (FoiAskedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * foi_asked_row_new:
 * @question: the id of a question
 *
 * Returns: (transfer floating): its row.
 */
GtkWidget *
foi_asked_row_new (FoiDocument *document, const char *question)
{
  FoiAskedRow *self;
  FoiCaseField *field;
  g_autofree char *label_path = NULL;
  g_autofree char *text_path = NULL;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  self = g_object_new (FOI_TYPE_ASKED_ROW, NULL);
  self->document = g_object_ref (document);
  self->question = g_strdup (question);
  label_path = g_strdup_printf ("questions/%s/label", question);
  text_path = g_strdup_printf ("questions/%s/text", question);
  field = foi_case_field_new (self->label, document, FOI_FIELD_TEXT, label_path,
                              _("Change Short Name"));
  foi_case_field_set_place (field, "request");
  field = foi_case_field_new (self->text, document, FOI_FIELD_TEXT, text_path,
                              _("Change Question"));
  foi_case_field_set_place (field, "request");
  foi_asked_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * foi_asked_row_get_question:
 *
 * Returns: the id of the question.
 */
const char *
foi_asked_row_get_question (FoiAskedRow *self)
{
  g_return_val_if_fail (FOI_IS_ASKED_ROW (self), NULL);
  return self->question;
}

/**
 * foi_asked_row_update:
 *
 * Shows the number and what can be done, which change with the questions around this one.
 */
void
foi_asked_row_update (FoiAskedRow *self)
{
  FoiQuestion *question;
  g_autofree char *name = NULL;
  guint index;

  g_return_if_fail (FOI_IS_ASKED_ROW (self));

  question = foi_case_find_question (foi_document_get_case (self->document), self->question);
  if (question == NULL)
    return;
  index = (guint) foi_asked_find (self->document, self->question);
  gtk_label_set_label (GTK_LABEL (self->number), foi_question_get_number (question));
  /* Translators: %s is a number. */
  name = g_strdup_printf (_("Question %s"), foi_question_get_number (question));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asked.up", index > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asked.down",
                                 index + 1 < get_n_questions (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "asked.merge",
                                 index + 1 < get_n_questions (self));
}

/**
 * foi_asked_row_set_cursor:
 * @offset: after how many characters of the question
 */
void
foi_asked_row_set_cursor (FoiAskedRow *self, guint offset)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  g_return_if_fail (FOI_IS_ASKED_ROW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}
