/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-estimate-pooling.h"

#include <glib/gi18n.h>

#include "foi-case-estimate.h"
#include "foi-case-field.h"
#include "foi-estimate-grid.h"
#include "foi-estimate-words.h"
#include "foi-focus.h"
#include "foi-json-edit.h"
#include "foi-words.h"

struct _FoiEstimatePooling
{
  GtkWidget parent_instance;

  FoiDocument  *document;
  char         *question;
  gboolean      updating;

  GtkWidget    *line;       /* of the choice of questions */
  GtkWidget    *button;
  GtkWidget    *checks;     /* in its popover */
  char         *names;      /* of the questions that have a check */
  GtkWidget    *similarity_line;
  GtkWidget    *similarity;
  FoiCaseField *field;      /* owned by the entry */
  GtkWidget    *requests;
  GtkWidget    *add_button;
  GtkWidget    *counted;
  GtkWidget    *problems;
};

G_DEFINE_FINAL_TYPE (FoiEstimatePooling, foi_estimate_pooling, GTK_TYPE_WIDGET)

static FoiCaseState *
get_state (FoiEstimatePooling *self)
{
  return foi_case_get_state (foi_document_get_case (self->document));
}

static JsonNode *
get_estimate (FoiEstimatePooling *self)
{
  return self->question != NULL ? foi_case_state_get_estimate (get_state (self), self->question)
                                : NULL;
}

static gboolean
is_named (FoiEstimatePooling *self, const char *id)
{
  JsonNode *similar = foi_json_get_member (get_estimate (self), "similar_to");

  for (guint i = 0; i < foi_json_get_n_elements (similar); i++)
    if (g_strcmp0 (json_node_get_string (foi_json_get_element (similar, i)), id) == 0)
      return TRUE;
  return FALSE;
}

/* ---- questions ------------------------------------------------------------------------------- */

static void
toggled_cb (FoiEstimatePooling *self, GtkCheckButton *check)
{
  const char *id = g_object_get_data (G_OBJECT (check), "id");
  g_autoptr (GError) error = NULL;

  if (self->updating || self->question == NULL)
    return;
  if (!foi_case_editor_set_similar (foi_document_get_editor (self->document), self->question, id,
                                    gtk_check_button_get_active (check), &error))
    foi_document_tell_error (self->document, error);
}

static void
append_check (FoiEstimatePooling *self, FoiQuestion *question)
{
  /* Translators: the number of a question, and what it is about. */
  g_autofree char *words = g_strdup_printf (_("Question %s: %s"),
                                            foi_question_get_number (question),
                                            foi_question_get_label (question));
  GtkWidget *check = gtk_check_button_new_with_label (words);

  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (foi_question_get_id (question)),
                          g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->checks), check);
}

/* Questions, or where a question has parts, these. */
static void
list_questions (FoiEstimatePooling *self, GListModel *questions, GPtrArray *out)
{
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (FoiQuestion) question = g_list_model_get_item (questions, i);
      GListModel *parts = foi_question_get_parts (question);

      if (g_list_model_get_n_items (parts) > 0)
        list_questions (self, parts, out);
      else if (g_strcmp0 (foi_question_get_id (question), self->question) != 0)
        g_ptr_array_add (out, g_steal_pointer (&question));
    }
}

static char *
dup_names (GPtrArray *questions)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (names, "%s %s %s\n", foi_question_get_id (questions->pdata[i]),
                            foi_question_get_number (questions->pdata[i]),
                            foi_question_get_label (questions->pdata[i]));
  return g_string_free (names, FALSE);
}

/* A list that is open stays as it is. */
static void
show_checks (FoiEstimatePooling *self, GPtrArray *questions)
{
  g_autofree char *names = dup_names (questions);
  GtkWidget *child;

  if (g_strcmp0 (names, self->names) != 0)
    {
      g_free (self->names);
      self->names = g_steal_pointer (&names);
      while ((child = gtk_widget_get_first_child (self->checks)) != NULL)
        gtk_box_remove (GTK_BOX (self->checks), child);
      for (guint i = 0; i < questions->len; i++)
        append_check (self, questions->pdata[i]);
    }
  for (child = gtk_widget_get_first_child (self->checks); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (child),
                                 is_named (self, g_object_get_data (G_OBJECT (child), "id")));
}

static void
show_questions (FoiEstimatePooling *self)
{
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *label = NULL;

  list_questions (self, foi_case_get_questions (foi_document_get_case (self->document)),
                  questions);
  show_checks (self, questions);
  for (guint i = 0; i < questions->len; i++)
    if (is_named (self, foi_question_get_id (questions->pdata[i])))
      g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "",
                              foi_question_get_number (questions->pdata[i]));
  /* Translators: the numbers of questions. */
  label = numbers->len > 0 ? g_strdup_printf (_("Questions: %s"), numbers->str)
                           : g_strdup (_("No other question"));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_visible (self->button, questions->len > 0);
}

/* ---- what comes of it ------------------------------------------------------------------------ */

static void
show_words (FoiEstimatePooling *self, const FoiEstimatePool *pool)
{
  g_autofree char *counted = foi_pool_dup_counted_words (pool);
  g_autoptr (GString) problems = g_string_new (NULL);

  for (guint i = 0; pool->most_days > 0 && i < pool->members->len; i++)
    {
      g_autofree char *words
        = foi_pool_member_dup_words (pool, &g_array_index (pool->members, FoiPoolMember, i));

      if (words != NULL)
        g_string_append_printf (problems, "%s%s", problems->len > 0 ? "\n" : "", words);
    }
  if (pool->most_days == 0)
    g_string_append (problems, _("Under this law each question and request is estimated by itself: "
                                 "nothing is added up."));
  foi_words_show (self->counted, counted);
  foi_words_show (self->problems, problems->str);
}

static void
add_request_cb (FoiEstimatePooling *self)
{
  FoiEstimateGrid *requests = FOI_ESTIMATE_GRID (self->requests);

  foi_estimate_grid_add_row (requests, foi_estimate_grid_get_n_rows (requests), NULL);
}

static gboolean
foi_estimate_pooling_grab_focus (GtkWidget *widget)
{
  FoiEstimatePooling *self = FOI_ESTIMATE_POOLING (widget);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->similarity_line)
                                  ? self->similarity : self->button);
}

/* ---- the widget ------------------------------------------------------------------------------ */

static void
foi_estimate_pooling_dispose (GObject *object)
{
  FoiEstimatePooling *self = FOI_ESTIMATE_POOLING (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (foi_estimate_pooling_parent_class)->dispose (object);
}

static void
foi_estimate_pooling_finalize (GObject *object)
{
  FoiEstimatePooling *self = FOI_ESTIMATE_POOLING (object);

  g_free (self->names);
  g_free (self->question);

  G_OBJECT_CLASS (foi_estimate_pooling_parent_class)->finalize (object);
}

static void
foi_estimate_pooling_class_init (FoiEstimatePoolingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = foi_estimate_pooling_dispose;
  object_class->finalize = foi_estimate_pooling_finalize;
  widget_class->grab_focus = foi_estimate_pooling_grab_focus;
  foi_focus_let_go (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The choice of questions, and beside it the way to another request. */
static void
build_line (FoiEstimatePooling *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *popover = gtk_popover_new ();

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->button = gtk_menu_button_new ();
  self->checks = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_object_set (scroller, "child", self->checks, "hscrollbar-policy", GTK_POLICY_NEVER,
                "propagate-natural-height", TRUE, "propagate-natural-width", TRUE,
                "max-content-height", 320, NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  foi_focus_keep_shortcuts (popover);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _("Questions whose work is added to this one's"));
  self->add_button = gtk_button_new_with_label (_("Add Other Request"));
  gtk_widget_set_tooltip_text (self->add_button,
                               _("Another request of the requester, or of people acting together"));
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_box_append (GTK_BOX (self->line), gtk_label_new (_("Added up with")));
  gtk_box_append (GTK_BOX (self->line), self->button);
  gtk_box_append (GTK_BOX (self->line), self->add_button);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_request_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
build_similarity (FoiEstimatePooling *self)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_("What makes them si_milar"));

  self->similarity_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->similarity = gtk_entry_new ();
  gtk_widget_set_hexpand (self->similarity, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->similarity);
  gtk_box_append (GTK_BOX (self->similarity_line), label);
  gtk_box_append (GTK_BOX (self->similarity_line), self->similarity);
}

static void
foi_estimate_pooling_init (FoiEstimatePooling *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  build_line (self);
  build_similarity (self);
  self->counted = foi_words_new (NULL, "foi-estimate-words");
  self->problems = foi_words_new (NULL, "foi-remark");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Added up with"), -1);
}

/**
 * foi_estimate_pooling_new:
 *
 * Returns: (transfer floating): a widget without a question yet.
 */
GtkWidget *
foi_estimate_pooling_new (FoiDocument *document)
{
  FoiEstimatePooling *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_ESTIMATE_POOLING, NULL);
  self->document = g_object_ref (document);
  self->requests = foi_estimate_grid_new (document, FOI_ESTIMATE_REQUESTS);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->requests, GTK_WIDGET (self));
  gtk_widget_set_parent (self->similarity_line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->counted, GTK_WIDGET (self));
  gtk_widget_set_parent (self->problems, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * foi_estimate_pooling_set_question:
 * @question: (nullable): the id of a question or of a part of one
 */
void
foi_estimate_pooling_set_question (FoiEstimatePooling *self, const char *question)
{
  g_autofree char *place = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (FOI_IS_ESTIMATE_POOLING (self));

  g_free (self->question);
  self->question = g_strdup (question);
  foi_estimate_grid_set_question (FOI_ESTIMATE_GRID (self->requests), question);
  if (question != NULL)
    place = foi_case_state_dup_question_path (get_state (self), question);
  if (place == NULL)
    return;
  path = g_strconcat (place, "/estimate/similarity", NULL);
  if (self->field == NULL)
    self->field = foi_case_field_new (self->similarity, self->document, FOI_FIELD_TEXT, path,
                                      _("Change Similarity"));
  else
    foi_case_field_set_path (self->field, path);
}

/**
 * foi_estimate_pooling_update:
 * @pool: what the estimate comes to
 *
 * Shows what the case says now. Where the law adds nothing up, nothing is offered.
 */
void
foi_estimate_pooling_update (FoiEstimatePooling *self, const FoiEstimatePool *pool)
{
  gboolean has_others;

  g_return_if_fail (FOI_IS_ESTIMATE_POOLING (self) && pool != NULL);

  has_others = pool->members->len > 0;
  self->updating = TRUE;
  show_questions (self);
  foi_estimate_grid_update (FOI_ESTIMATE_GRID (self->requests), pool);
  show_words (self, pool);
  gtk_widget_set_visible (self->line, pool->most_days > 0 || has_others);
  gtk_widget_set_visible (self->similarity_line, has_others);
  self->updating = FALSE;
}
