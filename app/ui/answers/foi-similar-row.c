/* SPDX-FileCopyrightText: The FOI Desk developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "foi-similar-row.h"

#include <glib/gi18n.h>

#include "foi-answer-reuse.h"
#include "foi-related.h"
#include "foi-similar.h"

struct _FoiSimilarRow
{
  GtkWidget parent_instance;

  FoiDocument  *document;
  char         *question;
  char         *text;        /* of the question that was sought for */
  GCancellable *cancellable; /* of the search that runs */
  gboolean      has_something;

  GtkWidget *box;
  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (FoiSimilarRow, foi_similar_row, GTK_TYPE_WIDGET)

static FoiQuestion *
get_question (FoiSimilarRow *self)
{
  return self->question != NULL && self->document != NULL
           ? foi_case_find_question (foi_document_get_case (self->document), self->question)
           : NULL;
}

/* What is answered needs no earlier answer: it can be asked for still. */
static void
show_or_hide (FoiSimilarRow *self)
{
  FoiQuestion *question = get_question (self);

  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->has_something && question != NULL
                            && foi_question_get_outcome (question) == FOI_OUTCOME_OPEN);
}

static char *
dup_answers_words (GArray *matches)
{
  const FoiPastAnswer *best = g_array_index (matches, FoiAnswerMatch, 0).answer;
  g_autofree char *origin = foi_past_answer_dup_origin (best);

  if (matches->len == 1)
    /* Translators: "FOI12, question 3, 2 May 2024". */
    return g_strdup_printf (_("A question like this one was answered before: %s."), origin);
  /* Translators: "FOI12, question 3, 2 May 2024". */
  return g_strdup_printf (ngettext ("%u question like this one was answered before; first of all "
                                    "%s.",
                                    "%u questions like this one were answered before; first of "
                                    "all %s.", matches->len), matches->len, origin);
}

/* Only what may be repeated or added up is said of the request, and only the first. */
static char *
dup_words (FoiSimilarRow *self, const FoiSimilar *similar)
{
  FoiCaseState *state = foi_case_get_state (foi_document_get_case (self->document));
  g_autofree char *answers = similar->matches->len > 0 ? dup_answers_words (similar->matches)
                                                       : NULL;
  g_autofree char *related
    = similar->related->len > 0
        ? foi_related_dup_words (g_ptr_array_index (similar->related, 0), foi_rules_get_default (),
                                 foi_case_state_get_string (state, "regime"))
        : NULL;

  if (answers == NULL || related == NULL)
    return g_strdup (answers != NULL ? answers : related);
  return g_strconcat (answers, "\n", related, NULL);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FoiSimilarRow) self = user_data;
  g_autoptr (FoiSimilar) similar = foi_similar_find_finish (result, NULL);
  g_autofree char *words = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  /* A folder that cannot be read has nothing to say here; the register says why. */
  self->has_something = similar != NULL && !foi_similar_is_empty (similar);
  if (self->has_something)
    {
      words = dup_words (self, similar);
      gtk_label_set_text (GTK_LABEL (self->words), words);
    }
  show_or_hide (self);
}

static void
stop (FoiSimilarRow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
seek (FoiSimilarRow *self)
{
  stop (self);
  self->has_something = FALSE;
  self->cancellable = g_cancellable_new ();
  foi_similar_find_async (self->document, self->question, self->cancellable, found_cb,
                          g_object_ref (self));
}

/* The words of a question seldom change; what is said of it does at each key. */
static void
update (FoiSimilarRow *self)
{
  FoiQuestion *question = get_question (self);

  if (question != NULL && g_strcmp0 (foi_question_get_text (question), self->text) != 0)
    {
      g_free (self->text);
      self->text = g_strdup (foi_question_get_text (question));
      seek (self);
    }
  show_or_hide (self);
}

static void
foi_similar_row_dispose (GObject *object)
{
  FoiSimilarRow *self = FOI_SIMILAR_ROW (object);

  stop (self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (foi_similar_row_parent_class)->dispose (object);
}

static void
foi_similar_row_finalize (GObject *object)
{
  FoiSimilarRow *self = FOI_SIMILAR_ROW (object);

  g_free (self->question);
  g_free (self->text);

  G_OBJECT_CLASS (foi_similar_row_parent_class)->finalize (object);
}

static void
foi_similar_row_class_init (FoiSimilarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foi_similar_row_dispose;
  object_class->finalize = foi_similar_row_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
foi_similar_row_init (FoiSimilarRow *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Similar Answers…"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "foi-proposal");
  self->words = gtk_label_new ("");
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "question.similar");
  gtk_box_append (GTK_BOX (self->box), button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * foi_similar_row_new:
 *
 * Returns: (transfer floating): a row without a question yet.
 */
GtkWidget *
foi_similar_row_new (FoiDocument *document)
{
  FoiSimilarRow *self;

  g_return_val_if_fail (FOI_IS_DOCUMENT (document), NULL);

  self = g_object_new (FOI_TYPE_SIMILAR_ROW, NULL);
  self->document = g_object_ref (document);
  g_signal_connect_object (foi_document_get_case (document), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * foi_similar_row_set_question:
 * @question: (nullable): the id of a question or of a part of one
 *
 * Says what there is for it.
 */
void
foi_similar_row_set_question (FoiSimilarRow *self, const char *question)
{
  g_return_if_fail (FOI_IS_SIMILAR_ROW (self));

  g_free (self->question);
  self->question = g_strdup (question);
  g_clear_pointer (&self->text, g_free);
  self->has_something = FALSE;
  update (self);
}
