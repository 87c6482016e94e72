/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-question-choice.h"

#include <glib/gi18n.h>

struct _FoiQuestionChoice
{
  GtkWidget parent_instance;

  GPtrArray *checks; /* (element-type GtkCheckButton): each has the id of its question */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoiQuestionChoice, foi_question_choice, GTK_TYPE_WIDGET)

static void
toggled_cb (FoiQuestionChoice *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
foi_question_choice_dispose (GObject *object)
{
  FoiQuestionChoice *self = FOI_QUESTION_CHOICE (object);
  GtkWidget *child;

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (foi_question_choice_parent_class)->dispose (object);
}

static void
foi_question_choice_class_init (FoiQuestionChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foi_question_choice_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[CHANGED] = g_signal_new ("changed", FOI_TYPE_QUESTION_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
foi_question_choice_init (FoiQuestionChoice *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Questions"), -1);
}

/**
 * foi_question_choice_new:
 *
 * Returns: (transfer full): a list without a question.
 */
GtkWidget *
foi_question_choice_new (void)
{
  return g_object_new (FOI_TYPE_QUESTION_CHOICE, NULL);
}

/**
 * foi_question_choice_add:
 * @question: a question of the case
 * @note: (nullable): how it stands: "Not approved"
 * @chosen: whether it is ticked at first
 */
void
foi_question_choice_add (FoiQuestionChoice *self, FoiQuestion *question, const char *note,
                         gboolean chosen)
{
  g_autofree char *line = NULL, *title = NULL, *said = NULL;
  GtkWidget *row, *check, *label;

  g_return_if_fail (FOI_IS_QUESTION_CHOICE (self) && FOI_IS_QUESTION (question));

  line = foi_question_dup_title (question);
  /* Translators: the number of a question and the question as asked. */
  title = g_strdup_printf (_("%s. %s"), foi_question_get_number (question), line);
  /* Translators: a question with its number, and how it stands. */
  said = note != NULL ? g_strdup_printf (_("%s (%s)"), title, note) : g_strdup (title);
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  check = gtk_check_button_new ();
  label = gtk_label_new (title);
  g_object_set (label, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, "width-chars", 24,
                "max-width-chars", 48, NULL);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_set_tooltip_text (check, line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  g_object_set_data_full (G_OBJECT (check), "question", g_strdup (foi_question_get_id (question)),
                          g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, g_object_ref (check));
  gtk_box_append (GTK_BOX (row), check);
  if (note != NULL)
    {
      GtkWidget *stands = gtk_label_new (note);

      gtk_widget_add_css_class (stands, "dim-label");
      gtk_box_append (GTK_BOX (row), stands);
    }
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

/**
 * foi_question_choice_list:
 *
 * Returns: (transfer full) (element-type utf8): the ids of the questions that are ticked.
 */
GPtrArray *
foi_question_choice_list (FoiQuestionChoice *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (FOI_IS_QUESTION_CHOICE (self), ids);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_ptr_array_add (ids, g_strdup (g_object_get_data (G_OBJECT (self->checks->pdata[i]),
                                                         "question")));
  return ids;
}

/**
 * foi_question_choice_scroll:
 * @most_height: in pixels, beyond which it scrolls
 *
 * Returns: (transfer full): what holds the list in a small window.
 */
GtkWidget *
foi_question_choice_scroll (FoiQuestionChoice *self, int most_height)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_return_val_if_fail (FOI_IS_QUESTION_CHOICE (self), scroller);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), most_height);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self));
  return scroller;
}
